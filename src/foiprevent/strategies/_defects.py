"""For every code a defect that can be planted in a lawful case, and what follows from it.

A defect does one thing wrong.  Most ask one more question and answer it wrongly, so that
they can be planted whatever else a case holds; a provision is then taken from a section
the case does not use yet, since a letter may say in one place what it does not in another.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from foiprevent.cases import (
    Case,
    Commissioner,
    Held,
    Offer,
    Outcome,
    Question,
    Response,
    ResponseKind,
    ReviewRoute,
    ScopeNotStated,
    Told,
    WindowUnit,
    events,
)
from foiprevent.citations import Regime
from foiprevent.deadlines import working_days
from foiprevent.exemptions import Balance, Duty, Likelihood
from foiprevent.findings import Code
from foiprevent.strategies._making import (
    ADVICE,
    COMMISSIONER,
    ESTIMATE,
    FACTORS,
    ROUTE,
    Part,
    answer,
    cites,
    claim,
    letter,
    s,
    weighed,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from foiprevent.cases.events import Event

PERSONAL_DATA: Final = date(2018, 5, 25)
"""The day from which s.40 has its present conditions and NCND provisions."""


def _main(case: Case, **changes: object) -> Case:
    """Return *case* with its first letter changed."""
    first, *others = case.responses
    given: dict[str, Any] = changes
    return attrs.evolve(case, responses=(attrs.evolve(first, **given), *others))


def _ask(case: Case, *parts: Part) -> Case:
    """Return *case* with one more question, and what the letter says on it."""
    first = case.responses[0]
    added = letter(*parts)
    more = attrs.evolve(
        case.request,
        questions=(*case.request.questions, Question(key=new(case), text="And what of this?")),
    )
    return _main(
        attrs.evolve(case, request=more),
        answers=first.answers + added.answers,
        reliances=first.reliances + added.reliances,
        tests=first.tests + added.tests,
    )


def new(case: Case) -> str:
    """Return the key of the question a defect adds."""
    return str(len(case.request.questions) + 1)


def _unused(case: Case, *candidates: str) -> str:
    """Return the first of some provisions whose section the case does not cite."""
    cited = {
        reliance.citation.section
        for response in case.responses
        for reliance in response.reliances
        if reliance.citation
    }
    return next(text for text in candidates if s(text).section not in cited)


def _absolute(case: Case) -> str:
    return _unused(case, "32(1)(a)", "44(1)(a)", "41(1)", "34(1)", "21(1)")


def _qualified(case: Case) -> str:
    return _unused(case, "42(1)", "22(1)", "35(1)(a)", "30(1)(b)", "43(1)")


def _happens(case: Case, *steps: Event) -> Case:
    return attrs.evolve(case, events=case.events + steps)


def _received(case: Case) -> date:
    return cast("date", case.request.received)


def _sent(case: Case) -> date:
    return cast("date", case.responses[0].sent)


def _received_before(case: Case, days: int) -> Case:
    """Return *case* as if it had been received so many days before it was answered."""
    received = _sent(case) - timedelta(days=days)
    return attrs.evolve(case, request=attrs.evolve(case.request, received=received))


def late_response(case: Case) -> Case:
    return _received_before(case, 60)


def no_response(case: Case) -> Case:
    return attrs.evolve(case, responses=())


def receipt_date_unknown(case: Case) -> Case:
    return attrs.evolve(case, request=attrs.evolve(case.request, received=None))


def timeliness_unknown(case: Case) -> Case:
    return _happens(case, events.ClarificationSought(on=_received(case)))


def dates_inconsistent(case: Case) -> Case:
    return _happens(case, events.ComplaintMade(on=_received(case) - timedelta(days=1)))


def extension_unavailable(case: Case) -> Case:
    return _happens(case, events.ExtensionClaimed(on=_received(case)))


def extension_notice_late(case: Case) -> Case:
    return _happens(
        _received_before(case, 45),  # late, and within forty working days
        events.ExtensionClaimed(
            on=_sent(case) - timedelta(days=1), provisions=cites("24(1)"), estimate=_sent(case)
        ),
    )


def extension_without_qualified_exemption(case: Case) -> Case:
    on, estimate = _received(case), _sent(case)
    taken = events.ExtensionClaimed(on=on, provisions=cites("23(1)"), estimate=estimate)
    return _happens(case, taken)


def extension_without_estimate(case: Case) -> Case:
    on = _received(case)
    return _happens(case, events.ExtensionClaimed(on=on, provisions=cites("24(1)")))


def extension_beyond_guideline(case: Case) -> Case:
    on, estimate = _received(case), _received(case) + timedelta(days=100)
    taken = events.ExtensionClaimed(on=on, provisions=cites("24(1)"), estimate=estimate)
    return _happens(case, taken)


def question_unanswered(case: Case) -> Case:
    return _ask(case)


def exemption_not_specified(case: Case) -> Case:
    return _ask(case, answer(new(case)))


def redaction_unexplained(case: Case) -> Case:
    return _ask(case, answer(new(case), Outcome.PARTLY_DISCLOSED))


def no_such_provision(case: Case) -> Case:
    return _ask(case, answer(new(case)), claim("31(1)(j)", new(case)))


def provision_not_in_force(case: Case) -> Case:
    other = "40(5)(b)(i)" if _sent(case) >= PERSONAL_DATA else "40(5B)(a)(i)"
    return _ask(
        case,
        answer(new(case), Outcome.NCND),
        claim(other, new(case), duty_claimed=Duty.CONFIRM_OR_DENY),
    )


def limb_not_specified(case: Case) -> Case:
    cited = _unused(case, "38(1)", "29(1)", "26(1)", "35(1)", "27(1)")
    return _ask(case, answer(new(case)), claim(cited, new(case)), weighed(cited))


def personal_data_condition_missing(case: Case) -> Case:
    mute = tuple(
        attrs.evolve(reliance, by_virtue_of=()) if reliance.citation == s("40(2)") else reliance
        for reliance in case.responses[0].reliances
    )
    case = _main(case, reliances=mute)
    return _ask(case, answer(new(case)), claim("40(2)", new(case)))


def likelihood_not_stated(case: Case) -> Case:
    cited = _unused(case, "31(1)(a)", "38(1)(a)", "29(1)(a)", "27(1)(a)", "26(1)(a)")
    mute = claim(cited, new(case), likelihood=Likelihood.NOT_STATED)
    return _ask(case, answer(new(case)), mute, weighed(cited))


def likelihood_too_low(case: Case) -> Case:
    cited = _unused(case, "31(1)(a)", "38(1)(a)", "29(1)(a)", "27(1)(a)", "26(1)(a)")
    unsure = claim(cited, new(case), likelihood=Likelihood.COULD)
    return _ask(case, answer(new(case)), unsure, weighed(cited))


def qualified_person_missing(case: Case) -> Case:
    used = {one.citation for one in case.responses[0].reliances}
    limbs = ("36(2)(b)(i)", "36(2)(b)(ii)", "36(2)(c)", "36(2)(a)(i)", "36(2)(a)(iii)")
    cited = next(limb for limb in limbs if s(limb) not in used)
    return _ask(case, answer(new(case)), claim(cited, new(case)), weighed(cited))


def _too_costly(case: Case, **fields: object) -> Case:
    return _ask(
        case,
        answer(new(case), Outcome.REFUSED_COST, held=Held.YES),
        claim("12(1)", new(case), **fields),
    )


def cost_estimate_missing(case: Case) -> Case:
    return _main(_too_costly(case), advice=ADVICE)


def advice_missing(case: Case) -> Case:
    return _too_costly(case, cost_estimate=ESTIMATE)


def repeat_unshown(case: Case) -> Case:
    return _ask(
        case,
        answer(new(case), Outcome.REFUSED_REPEATED),
        claim("14(2)", new(case), reasons=None),
    )


def reasons_missing(case: Case) -> Case:
    return _ask(case, answer(new(case)), claim(_absolute(case), new(case), reasons=None))


def regime_crossed(case: Case) -> Case:
    return _ask(case, answer(new(case)), claim("EIR reg.12(5)(a)", new(case)))


def ncnd_contradicted(case: Case) -> Case:
    return _ask(
        case,
        answer(new(case), Outcome.DISCLOSED),
        claim("24(2)", new(case)),
        weighed("24(2)", on=Duty.CONFIRM_OR_DENY),
    )


def ncnd_under_withholding_provision(case: Case) -> Case:
    return _ask(case, answer(new(case), Outcome.NCND), claim("23(1)", new(case)))


def withheld_under_ncnd_provision(case: Case) -> Case:
    return _ask(case, answer(new(case)), claim("23(5)", new(case)))


def national_security_overlap(case: Case) -> Case:
    return _ask(
        case,
        answer(new(case)),
        claim("23(1)", new(case)),
        claim("24(1)", new(case)),
        weighed("24(1)"),
    )


def holding_not_confirmed(case: Case) -> Case:
    mute = answer(new(case), held=Held.NOT_STATED)
    return _ask(case, mute, claim("23(1)", new(case)))


def not_held_yet_exempt(case: Case) -> Case:
    return _ask(case, answer(new(case), Outcome.NOT_HELD), claim("23(1)", new(case)))


def reliance_unattached(case: Case) -> Case:
    loose = claim(_absolute(case), scope=ScopeNotStated())
    return _main(case, reliances=(*case.responses[0].reliances, loose))


def pit_missing(case: Case) -> Case:
    return _ask(case, answer(new(case)), claim(_qualified(case), new(case)))


def _weighed_wrongly(case: Case, **fields: object) -> Case:
    cited = _qualified(case)
    given: dict[str, Any] = fields
    return _ask(case, answer(new(case)), claim(cited, new(case)), weighed(cited, **given))


def pit_no_conclusion(case: Case) -> Case:
    return _weighed_wrongly(case, balance=Balance.NOT_STATED)


def pit_wrong_duty(case: Case) -> Case:
    return _weighed_wrongly(case, on=Duty.CONFIRM_OR_DENY)


def pit_one_sided(case: Case) -> Case:
    return _weighed_wrongly(case, factors=FACTORS[1:])


def pit_not_needed(case: Case) -> Case:
    return _ask(case, answer(new(case)), claim("23(1)", new(case)), weighed("23(1)"))


def _refused(case: Case) -> Case:
    return _ask(case, answer(new(case)), claim("23(1)", new(case)))


def complaints_procedure_missing(case: Case) -> Case:
    return _main(_refused(case), review_route=ReviewRoute(offered=Offer.NOT_MENTIONED))


def commissioner_right_missing(case: Case) -> Case:
    silent = Commissioner(right=Told.NOT_MENTIONED)
    return _main(_refused(case), commissioner=silent)


def review_window_short(case: Case) -> Case:
    return _main(case, review_route=attrs.evolve(ROUTE, length=39))


def review_window_ambiguous(case: Case) -> Case:
    return _main(case, review_route=attrs.evolve(ROUTE, unit=WindowUnit.DAYS))


def review_late(case: Case) -> Case:
    asked = _sent(case)
    outcome = Response(
        sent=working_days(Regime.FOIA).add(asked, 21),
        kind=ResponseKind.REVIEW_OUTCOME,
        commissioner=COMMISSIONER,
    )
    reviewed = attrs.evolve(case, responses=(*case.responses, outcome))
    return _happens(reviewed, events.ReviewRequested(on=asked))


DEFECTS: Final[Mapping[Code, Callable[[Case], Case]]] = {
    Code.LATE_RESPONSE: late_response,
    Code.NO_RESPONSE: no_response,
    Code.RECEIPT_DATE_UNKNOWN: receipt_date_unknown,
    Code.TIMELINESS_UNKNOWN: timeliness_unknown,
    Code.DATES_INCONSISTENT: dates_inconsistent,
    Code.EXTENSION_UNAVAILABLE: extension_unavailable,
    Code.EXTENSION_NOTICE_LATE: extension_notice_late,
    Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION: extension_without_qualified_exemption,
    Code.EXTENSION_WITHOUT_ESTIMATE: extension_without_estimate,
    Code.EXTENSION_BEYOND_GUIDELINE: extension_beyond_guideline,
    Code.QUESTION_UNANSWERED: question_unanswered,
    Code.EXEMPTION_NOT_SPECIFIED: exemption_not_specified,
    Code.REDACTION_UNEXPLAINED: redaction_unexplained,
    Code.NO_SUCH_PROVISION: no_such_provision,
    Code.PROVISION_NOT_IN_FORCE: provision_not_in_force,
    Code.LIMB_NOT_SPECIFIED: limb_not_specified,
    Code.PERSONAL_DATA_CONDITION_MISSING: personal_data_condition_missing,
    Code.LIKELIHOOD_NOT_STATED: likelihood_not_stated,
    Code.LIKELIHOOD_TOO_LOW: likelihood_too_low,
    Code.REASONS_MISSING: reasons_missing,
    Code.QUALIFIED_PERSON_MISSING: qualified_person_missing,
    Code.COST_ESTIMATE_MISSING: cost_estimate_missing,
    Code.REPEAT_UNSHOWN: repeat_unshown,
    Code.ADVICE_MISSING: advice_missing,
    Code.REGIME_CROSSED: regime_crossed,
    Code.NCND_CONTRADICTED: ncnd_contradicted,
    Code.NCND_UNDER_WITHHOLDING_PROVISION: ncnd_under_withholding_provision,
    Code.WITHHELD_UNDER_NCND_PROVISION: withheld_under_ncnd_provision,
    Code.NATIONAL_SECURITY_OVERLAP: national_security_overlap,
    Code.HOLDING_NOT_CONFIRMED: holding_not_confirmed,
    Code.NOT_HELD_YET_EXEMPT: not_held_yet_exempt,
    Code.RELIANCE_UNATTACHED: reliance_unattached,
    Code.PIT_MISSING: pit_missing,
    Code.PIT_NO_CONCLUSION: pit_no_conclusion,
    Code.PIT_WRONG_DUTY: pit_wrong_duty,
    Code.PIT_ONE_SIDED: pit_one_sided,
    Code.PIT_NOT_NEEDED: pit_not_needed,
    Code.COMPLAINTS_PROCEDURE_MISSING: complaints_procedure_missing,
    Code.COMMISSIONER_RIGHT_MISSING: commissioner_right_missing,
    Code.REVIEW_WINDOW_SHORT: review_window_short,
    Code.REVIEW_WINDOW_AMBIGUOUS: review_window_ambiguous,
    Code.REVIEW_LATE: review_late,
}
"""How each is planted in a case that is lawful under the regime of its rule."""

IMPLIED: Final[Mapping[Code, frozenset[Code]]] = {
    # A notice of more time is late once the answer is.
    Code.EXTENSION_NOTICE_LATE: frozenset({Code.LATE_RESPONSE}),
    # What is withheld is said to be held, and that is what the provision was to keep back.
    Code.WITHHELD_UNDER_NCND_PROVISION: frozenset({Code.NCND_CONTRADICTED}),
    # What is not held is not refused, and so the claim has nothing to attach to.
    Code.NOT_HELD_YET_EXEMPT: frozenset({Code.RELIANCE_UNATTACHED}),
}
"""What else a defect brings with it, whatever the case; nothing, where it is not here."""
