"""Lawful cases, and for every code a defect that can be planted in any of them.

A defect does one thing wrong.  Most ask one more question and answer it wrongly, so that
they can be planted whatever else a case holds; a provision is then taken from a section
the case does not use yet, since a letter may say in one place what it does not in another.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import attrs

from foiprevent.cases import (
    Answer,
    Case,
    Commissioner,
    CountedFrom,
    Held,
    Offer,
    Outcome,
    PublicAuthority,
    Question,
    QuestionScope,
    Reliance,
    Request,
    Response,
    ResponseKind,
    ReviewRoute,
    ScopeNotStated,
    Told,
    WindowUnit,
    events,
)
from foiprevent.citations import Citation, Regime
from foiprevent.deadlines import due_date, working_days
from foiprevent.exemptions import (
    Balance,
    Duty,
    Factor,
    Likelihood,
    PublicInterestTest,
    Side,
)
from foiprevent.findings import Code, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from foiprevent.cases.events import Event

RECEIVED: Final = date(2023, 3, 1)
SENT: Final = date(2023, 3, 20)
DUE: Final = date(2023, 3, 30)
PERSONAL_DATA: Final = date(2018, 5, 25)
"""The day from which s.40 has its present conditions and NCND provisions."""

ROUTE: Final = ReviewRoute(
    offered=Offer.OFFERED,
    length=40,
    unit=WindowUnit.WORKING_DAYS,
    counted_from=CountedFrom.LETTER,
)
COMMISSIONER: Final = Commissioner(right=Told.STATED)
FACTORS: Final = (
    Factor(side=Side.DISCLOSURE, text="It would show how the duty is met."),
    Factor(side=Side.EXEMPTION, text="It would show where it is not."),
)


# What a case is made of

Part: TypeAlias = Answer | Reliance | PublicInterestTest
"""What a letter is made of."""


def s(text: str) -> Citation:
    return Citation.parse(text)


def cites(*texts: str) -> tuple[Citation, ...]:
    return tuple(s(text) for text in texts)


def answer(question: str = "1", outcome: Outcome = Outcome.WITHHELD, **fields: object) -> Answer:
    held = {
        Outcome.NOT_HELD: Held.NO,
        Outcome.NCND: Held.NCND,
        Outcome.WITHHELD: Held.YES,
        Outcome.PARTLY_DISCLOSED: Held.YES,
    }.get(outcome, Held.NOT_STATED)
    given: dict[str, Any] = {"question": question, "outcome": outcome, "held": held}
    return Answer(**(given | fields))


def claim(cited: str, *questions: str, **fields: object) -> Reliance:
    """Return a claim that says all a claim must; of no question, for question 1."""
    given: dict[str, Any] = {
        "cited_as": f"section {cited}",
        "citation": s(cited),
        "scope": QuestionScope(keys=questions or ("1",)),
        "likelihood": Likelihood.WOULD_BE_LIKELY,
        "reasons": "Answering would do the harm it speaks of.",
    }
    return Reliance(**(given | fields))


def weighed(
    *provisions: str, on: Duty | None = Duty.COMMUNICATE, **fields: object
) -> PublicInterestTest:
    """Return a test that says all a test must."""
    given: dict[str, Any] = {
        "provisions": cites(*provisions),
        "argued_on": on,
        "balanced_on": on,
        "factors": FACTORS,
        "balance": Balance.MAINTAIN,
    }
    return PublicInterestTest(**(given | fields))


def letter(*parts: Part, **fields: object) -> Response:
    """Return a letter in time, with the particulars of s.17(7)."""
    given: dict[str, Any] = {
        "sent": SENT,
        "regime_claimed": Regime.FOIA,
        "answers": tuple(part for part in parts if isinstance(part, Answer)),
        "reliances": tuple(part for part in parts if isinstance(part, Reliance)),
        "tests": tuple(part for part in parts if isinstance(part, PublicInterestTest)),
        "review_route": ROUTE,
        "commissioner": COMMISSIONER,
    }
    return Response(**(given | fields))


def case(*parts: Response | Event, ask: int | tuple[Question, ...] = 1, **request: object) -> Case:
    """Return a case of some letters and events; its questions are numbered from 1."""
    if isinstance(ask, int):
        ask = tuple(Question(key=str(n), text=f"What of {n}?") for n in range(1, ask + 1))
    given: dict[str, Any] = {"received": RECEIVED, "regime": Regime.FOIA, "questions": ask}
    return Case(
        authority=PublicAuthority(name="Anytown Council"),
        request=Request(**(given | request)),
        responses=tuple(part for part in parts if isinstance(part, Response)),
        events=tuple(part for part in parts if not isinstance(part, Response)),
    )


NCND: Final = Duty.CONFIRM_OR_DENY

BASES: Final = {
    "all disclosed": case(letter(answer("1", Outcome.DISCLOSED))),
    "nothing held": case(letter(answer("1", Outcome.NOT_HELD))),
    "an absolute exemption": case(letter(answer(), claim("23(1)"))),
    "a qualified exemption": case(letter(answer(), claim("24(1)"), weighed("24(1)"))),
    "neither confirmed nor denied": case(
        letter(
            answer("1", Outcome.NCND),
            claim("31(3)", by_virtue_of=cites("31(1)(a)"), duty_claimed=NCND),
            weighed("31(3)", on=NCND),
        )
    ),
    "personal data, with the condition": case(
        letter(
            answer("1", Outcome.PARTLY_DISCLOSED),
            claim("40(2)", by_virtue_of=cites("40(3A)(a)")),
        )
    ),
    "personal data under the old numbers": case(
        letter(
            answer("1", Outcome.NCND), claim("40(5)(b)(i)"), weighed("40(5)(b)(i)", on=NCND),
            sent=date(2016, 3, 18),
        ),
        received=date(2016, 3, 1),
    ),
    "some of everything": case(
        letter(
            answer("1", Outcome.DISCLOSED),
            answer("2"),
            answer("3", Outcome.NCND),
            answer("4", Outcome.NOT_HELD),
            claim("38(1)(b)", "2"),
            claim("42(1)", "2"),
            claim("24(2)", "3"),
            weighed("38(1)(b)", "42(1)"),
            weighed("24(2)", on=NCND),
        ),
        ask=4,
    ),
}  # fmt: skip
"""Cases with nothing wrong in them, each of one letter."""


# What can be wrong with one


class Planted(NamedTuple):
    """A case with a defect in it, and the day to audit it for."""

    case: Case
    on: date | None = None


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


def _happens(case: Case, *steps: Event) -> Planted:
    return Planted(attrs.evolve(case, events=case.events + steps))


def _received(case: Case) -> date:
    assert case.request.received is not None
    return case.request.received


def _sent(case: Case) -> date:
    sent = case.responses[0].sent
    assert sent is not None
    return sent


def late_response(case: Case) -> Planted:
    longer_ago = _sent(case) - timedelta(days=60)
    return Planted(attrs.evolve(case, request=attrs.evolve(case.request, received=longer_ago)))


def no_response(case: Case) -> Planted:
    overdue = working_days(Regime.FOIA).add(due_date(_received(case)), 1)
    return Planted(attrs.evolve(case, responses=()), overdue)


def receipt_date_unknown(case: Case) -> Planted:
    return Planted(attrs.evolve(case, request=attrs.evolve(case.request, received=None)))


def timeliness_unknown(case: Case) -> Planted:
    return _happens(case, events.ClarificationSought(on=_received(case)))


def dates_inconsistent(case: Case) -> Planted:
    return _happens(case, events.ComplaintMade(on=_received(case) - timedelta(days=1)))


def extension_without_qualified_exemption(case: Case) -> Planted:
    on, estimate = _received(case), _sent(case)
    taken = events.ExtensionClaimed(on=on, provisions=cites("23(1)"), estimate=estimate)
    return _happens(case, taken)


def extension_without_estimate(case: Case) -> Planted:
    on = _received(case)
    return _happens(case, events.ExtensionClaimed(on=on, provisions=cites("24(1)")))


def extension_beyond_guideline(case: Case) -> Planted:
    on, estimate = _received(case), _received(case) + timedelta(days=100)
    taken = events.ExtensionClaimed(on=on, provisions=cites("24(1)"), estimate=estimate)
    return _happens(case, taken)


def question_unanswered(case: Case) -> Planted:
    return Planted(_ask(case))


def exemption_not_specified(case: Case) -> Planted:
    return Planted(_ask(case, answer(new(case))))


def redaction_unexplained(case: Case) -> Planted:
    return Planted(_ask(case, answer(new(case), Outcome.PARTLY_DISCLOSED)))


def no_such_provision(case: Case) -> Planted:
    return Planted(_ask(case, answer(new(case)), claim("31(1)(j)", new(case))))


def provision_not_in_force(case: Case) -> Planted:
    other = "40(5)(b)(i)" if _sent(case) >= PERSONAL_DATA else "40(5B)(a)(i)"
    return Planted(
        _ask(
            case,
            answer(new(case), Outcome.NCND),
            claim(other, new(case), duty_claimed=Duty.CONFIRM_OR_DENY),
        )
    )


def limb_not_specified(case: Case) -> Planted:
    cited = _unused(case, "38(1)", "29(1)", "26(1)", "35(1)", "27(1)")
    return Planted(_ask(case, answer(new(case)), claim(cited, new(case)), weighed(cited)))


def personal_data_condition_missing(case: Case) -> Planted:
    mute = tuple(
        attrs.evolve(reliance, by_virtue_of=()) if reliance.citation == s("40(2)") else reliance
        for reliance in case.responses[0].reliances
    )
    case = _main(case, reliances=mute)
    return Planted(_ask(case, answer(new(case)), claim("40(2)", new(case))))


def likelihood_not_stated(case: Case) -> Planted:
    cited = _unused(case, "31(1)(a)", "38(1)(a)", "29(1)(a)", "27(1)(a)", "26(1)(a)")
    mute = claim(cited, new(case), likelihood=Likelihood.NOT_STATED)
    return Planted(_ask(case, answer(new(case)), mute, weighed(cited)))


def reasons_missing(case: Case) -> Planted:
    return Planted(_ask(case, answer(new(case)), claim(_absolute(case), new(case), reasons=None)))


def regime_crossed(case: Case) -> Planted:
    return Planted(_ask(case, answer(new(case)), claim("EIR reg.12(5)(a)", new(case))))


def ncnd_contradicted(case: Case) -> Planted:
    return Planted(
        _ask(
            case,
            answer(new(case), Outcome.DISCLOSED),
            claim("24(2)", new(case)),
            weighed("24(2)", on=Duty.CONFIRM_OR_DENY),
        )
    )


def ncnd_under_withholding_provision(case: Case) -> Planted:
    return Planted(_ask(case, answer(new(case), Outcome.NCND), claim("23(1)", new(case))))


def withheld_under_ncnd_provision(case: Case) -> Planted:
    return Planted(_ask(case, answer(new(case)), claim("23(5)", new(case))))


def national_security_overlap(case: Case) -> Planted:
    return Planted(
        _ask(
            case,
            answer(new(case)),
            claim("23(1)", new(case)),
            claim("24(1)", new(case)),
            weighed("24(1)"),
        )
    )


def holding_not_confirmed(case: Case) -> Planted:
    mute = answer(new(case), held=Held.NOT_STATED)
    return Planted(_ask(case, mute, claim("23(1)", new(case))))


def not_held_yet_exempt(case: Case) -> Planted:
    return Planted(_ask(case, answer(new(case), Outcome.NOT_HELD), claim("23(1)", new(case))))


def reliance_unattached(case: Case) -> Planted:
    loose = claim(_absolute(case), scope=ScopeNotStated())
    return Planted(_main(case, reliances=(*case.responses[0].reliances, loose)))


def pit_missing(case: Case) -> Planted:
    return Planted(_ask(case, answer(new(case)), claim(_qualified(case), new(case))))


def _weighed_wrongly(case: Case, **fields: object) -> Planted:
    cited = _qualified(case)
    given: dict[str, Any] = fields
    return Planted(_ask(case, answer(new(case)), claim(cited, new(case)), weighed(cited, **given)))


def pit_no_conclusion(case: Case) -> Planted:
    return _weighed_wrongly(case, balance=Balance.NOT_STATED)


def pit_wrong_duty(case: Case) -> Planted:
    return _weighed_wrongly(case, on=Duty.CONFIRM_OR_DENY)


def pit_one_sided(case: Case) -> Planted:
    return _weighed_wrongly(case, factors=FACTORS[1:])


def pit_not_needed(case: Case) -> Planted:
    return Planted(_ask(case, answer(new(case)), claim("23(1)", new(case)), weighed("23(1)")))


def _refused(case: Case) -> Case:
    return _ask(case, answer(new(case)), claim("23(1)", new(case)))


def complaints_procedure_missing(case: Case) -> Planted:
    return Planted(_main(_refused(case), review_route=ReviewRoute(offered=Offer.NOT_MENTIONED)))


def commissioner_right_missing(case: Case) -> Planted:
    silent = Commissioner(right=Told.NOT_MENTIONED)
    return Planted(_main(_refused(case), commissioner=silent))


def review_window_short(case: Case) -> Planted:
    return Planted(_main(case, review_route=attrs.evolve(ROUTE, length=39)))


def review_window_ambiguous(case: Case) -> Planted:
    return Planted(_main(case, review_route=attrs.evolve(ROUTE, unit=WindowUnit.DAYS)))


def review_late(case: Case) -> Planted:
    asked = _sent(case)
    outcome = Response(
        sent=working_days(Regime.FOIA).add(asked, 21), kind=ResponseKind.REVIEW_OUTCOME
    )
    reviewed = attrs.evolve(case, responses=(*case.responses, outcome))
    return _happens(reviewed, events.ReviewRequested(on=asked))


class Defect(NamedTuple):
    """How a defect is planted, and how grave it is."""

    plant: Callable[[Case], Planted]
    severity: Severity


_BREACH, _PRACTICE, _QUERY = Severity.BREACH, Severity.PRACTICE, Severity.QUERY

DEFECTS: Final = {
    Code.LATE_RESPONSE: Defect(late_response, _BREACH),
    Code.NO_RESPONSE: Defect(no_response, _BREACH),
    Code.RECEIPT_DATE_UNKNOWN: Defect(receipt_date_unknown, _QUERY),
    Code.TIMELINESS_UNKNOWN: Defect(timeliness_unknown, _QUERY),
    Code.DATES_INCONSISTENT: Defect(dates_inconsistent, _QUERY),
    Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION: Defect(
        extension_without_qualified_exemption, _BREACH
    ),
    Code.EXTENSION_WITHOUT_ESTIMATE: Defect(extension_without_estimate, _BREACH),
    Code.EXTENSION_BEYOND_GUIDELINE: Defect(extension_beyond_guideline, _PRACTICE),
    Code.QUESTION_UNANSWERED: Defect(question_unanswered, _BREACH),
    Code.EXEMPTION_NOT_SPECIFIED: Defect(exemption_not_specified, _BREACH),
    Code.REDACTION_UNEXPLAINED: Defect(redaction_unexplained, _BREACH),
    Code.NO_SUCH_PROVISION: Defect(no_such_provision, _BREACH),
    Code.PROVISION_NOT_IN_FORCE: Defect(provision_not_in_force, _PRACTICE),
    Code.LIMB_NOT_SPECIFIED: Defect(limb_not_specified, _PRACTICE),
    Code.PERSONAL_DATA_CONDITION_MISSING: Defect(personal_data_condition_missing, _PRACTICE),
    Code.LIKELIHOOD_NOT_STATED: Defect(likelihood_not_stated, _PRACTICE),
    Code.REASONS_MISSING: Defect(reasons_missing, _BREACH),
    Code.REGIME_CROSSED: Defect(regime_crossed, _PRACTICE),
    Code.NCND_CONTRADICTED: Defect(ncnd_contradicted, _PRACTICE),
    Code.NCND_UNDER_WITHHOLDING_PROVISION: Defect(ncnd_under_withholding_provision, _BREACH),
    Code.WITHHELD_UNDER_NCND_PROVISION: Defect(withheld_under_ncnd_provision, _BREACH),
    Code.NATIONAL_SECURITY_OVERLAP: Defect(national_security_overlap, _BREACH),
    Code.HOLDING_NOT_CONFIRMED: Defect(holding_not_confirmed, _BREACH),
    Code.NOT_HELD_YET_EXEMPT: Defect(not_held_yet_exempt, _QUERY),
    Code.RELIANCE_UNATTACHED: Defect(reliance_unattached, _QUERY),
    Code.PIT_MISSING: Defect(pit_missing, _BREACH),
    Code.PIT_NO_CONCLUSION: Defect(pit_no_conclusion, _BREACH),
    Code.PIT_WRONG_DUTY: Defect(pit_wrong_duty, _BREACH),
    Code.PIT_ONE_SIDED: Defect(pit_one_sided, _PRACTICE),
    Code.PIT_NOT_NEEDED: Defect(pit_not_needed, _PRACTICE),
    Code.COMPLAINTS_PROCEDURE_MISSING: Defect(complaints_procedure_missing, _BREACH),
    Code.COMMISSIONER_RIGHT_MISSING: Defect(commissioner_right_missing, _BREACH),
    Code.REVIEW_WINDOW_SHORT: Defect(review_window_short, _PRACTICE),
    Code.REVIEW_WINDOW_AMBIGUOUS: Defect(review_window_ambiguous, _PRACTICE),
    Code.REVIEW_LATE: Defect(review_late, _PRACTICE),
}

IMPLIED: Final = {
    # What is withheld is said to be held, and that is what the provision was to keep back.
    Code.WITHHELD_UNDER_NCND_PROVISION: {Code.NCND_CONTRADICTED: _PRACTICE},
    # What is not held is not refused, and so the claim has nothing to attach to.
    Code.NOT_HELD_YET_EXEMPT: {Code.RELIANCE_UNATTACHED: _QUERY},
}
"""What else a defect brings with it, whatever the case."""
