"""Cases in which an audit finds nothing, in each regime, and such cases with one defect."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import strategies as st

from foiprevent.cases import (
    Answer,
    Case,
    Held,
    Outcome,
    PublicAuthority,
    Question,
    QuestionScope,
    Reliance,
    Request,
    Response,
    ResponseKind,
    events,
)
from foiprevent.citations import Citation, Regime
from foiprevent.deadlines import due_date, working_days
from foiprevent.exemptions import (
    Balance,
    Duty,
    Exemption,
    Likelihood,
    PublicInterestTest,
    catalogue,
    exemption,
)
from foiprevent.exemptions.requirements import PURPOSES
from foiprevent.findings import RULES, Code
from foiprevent.strategies._defects import DEFECTS
from foiprevent.strategies._making import (
    ADVICE,
    COMMISSIONER,
    ESTIMATE,
    FACTORS,
    ROUTE,
    claim,
)
from foiprevent.strategies._records import days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foiprevent.cases.events import Event

_LAST: Final = date(2026, 6, 30)
_FIRST: Final = date(2005, 1, 4)


def lawful_cases(*, regime: Regime | None = None) -> st.SearchStrategy[Case]:
    """Build cases in which an audit finds nothing, however they went.

    They are answered in time, some after a clarification or with more time taken, and some
    upheld or changed by a review.

    Args:
        regime: The regime; without it, any of them.
    """
    return _regimes(regime).flatmap(_answered).flatmap(_lived)


def cases_with(code: Code | str) -> st.SearchStrategy[Case]:
    """Build cases that are lawful but for one defect.

    An audit of one finds the code and nothing else, but for what
    ``foiprevent.strategies.IMPLIED`` says the defect brings with it.

    Args:
        code: The code of the defect.

    Raises:
        ValueError: If there is no such code.
    """
    found = Code(code)
    stands = RULES[found].stands[0]
    since = max(_FIRST, stands.in_force.start)
    return _answered(stands.regime, since).map(DEFECTS[found])


def _regimes(regime: Regime | None) -> st.SearchStrategy[Regime]:
    return st.sampled_from(Regime) if regime is None else st.just(regime)


@cache
def _refusable(regime: Regime, on: date) -> Sequence[Exemption]:
    """Return the provisions a lawful refusal can cite on a day, down to the limb.

    Not s.37 while it depends on the day of receipt, nor the exception for what is not held.
    """
    found = [row for row in catalogue(regime=regime, on=on) if not row.limbs and row.duty]
    divided = date(2010, 10, 1) <= on <= date(2011, 6, 30)
    return [
        row
        for row in found
        if row.citation != _NOT_HELD and not (divided and row.citation.section == "37")
    ]


_NOT_HELD: Final = Citation.parse("EIR reg.12(4)(a)")


@st.composite
def _answered(draw: st.DrawFn, regime: Regime, since: date = _FIRST) -> Case:
    """Build cases with one letter, in time, and nothing wrong in it."""
    received = draw(days(min_value=since, max_value=_LAST))
    calendar = working_days(regime)
    latest = calendar.count(received, due_date(received, regime=regime))
    sent = calendar.add(received, draw(st.integers(min_value=1, max_value=latest)))
    keys = [str(number) for number in range(1, draw(st.integers(min_value=1, max_value=4)) + 1)]
    given: list[Answer] = []
    claims: list[Reliance] = []
    tests: list[PublicInterestTest] = []
    for key in keys:
        relied_on = draw(st.none() | st.sampled_from(_refusable(regime, sent)))
        if relied_on is None:
            outcome = draw(st.sampled_from([Outcome.DISCLOSED, Outcome.NOT_HELD]))
            held = Held.YES if outcome is Outcome.DISCLOSED else Held.NO
            given.append(Answer(question=key, outcome=outcome, held=held))
            continue
        ncnd = relied_on.duty is Duty.CONFIRM_OR_DENY
        given.append(
            Answer(
                question=key,
                outcome=Outcome.NCND if ncnd else Outcome.WITHHELD,
                held=Held.NCND if ncnd else Held.YES,
            )
        )
        claims.append(_claim(draw, key, relied_on))
        if relied_on.needs_public_interest_test is not False:
            tests.append(_test(relied_on))
    return Case(
        authority=PublicAuthority(name="Anytown Council"),
        request=Request(
            received=received,
            regime=regime,
            questions=tuple(Question(key=key, text=f"What of {key}?") for key in keys),
        ),
        responses=(
            Response(
                sent=sent,
                regime_claimed=regime,
                answers=tuple(given),
                reliances=tuple(claims),
                tests=tuple(tests),
                review_route=attrs.evolve(ROUTE, contact="foi@anytown.example"),
                commissioner=COMMISSIONER,
            ),
        ),
    )


def _claim(draw: st.DrawFn, key: str, relied_on: Exemption) -> Reliance:
    return Reliance(
        cited_as=relied_on.citation.short,
        citation=relied_on.citation,
        by_virtue_of=tuple(_by_virtue_of(draw, relied_on)),
        duty_claimed=relied_on.duty,
        scope=QuestionScope(keys=(key,)),
        likelihood=draw(st.sampled_from(relied_on.harm.thresholds))
        if relied_on.harm and relied_on.harm.thresholds
        else Likelihood.NOT_STATED,
        reasons="Answering would do the harm the provision speaks of.",
        qualified_person="The chief executive" if relied_on.needs_qualified_person else None,
    )


def _by_virtue_of(draw: st.DrawFn, relied_on: Exemption) -> list[Citation]:
    if relied_on.duty is Duty.COMMUNICATE and relied_on.condition is not None:
        return [relied_on.condition]
    if len(relied_on.covers) > 1:
        return [draw(st.sampled_from(relied_on.covers))]
    if relied_on.citation in PURPOSES:
        return [draw(st.sampled_from(exemption(PURPOSES[relied_on.citation]).limbs)).citation]
    return []


def _test(relied_on: Exemption) -> PublicInterestTest:
    return PublicInterestTest(
        provisions=(relied_on.citation,),
        argued_on=relied_on.duty,
        balanced_on=relied_on.duty,
        factors=FACTORS,
        balance=Balance.MAINTAIN,
    )


@st.composite
def _lived(draw: st.DrawFn, case: Case) -> Case:
    """Build what a lawful case may have gone through besides: before the answer, and after."""
    for step in (_clarified, _extended, _costly, _reviewed):
        if draw(st.booleans()):
            case = step(draw, case)
    return case


def _first(case: Case) -> tuple[date, Response, Regime]:
    regime, received = case.regime or Regime.FOIA, case.request.received or _FIRST
    return received, case.responses[0], regime


def _with(case: Case, letter: Response, *steps: Event) -> Case:
    responses = (letter, *case.responses[1:])
    return attrs.evolve(case, responses=responses, events=(*case.events, *steps))


def _clarified(draw: st.DrawFn, case: Case) -> Case:
    """The clarification came on the day from which the answer is counted."""
    came, letter, _ = _first(case)
    ago = draw(st.integers(min_value=0, max_value=15))
    earlier = max(came - timedelta(days=ago), date(2005, 1, 1))
    request = attrs.evolve(case.request, received=earlier)
    return attrs.evolve(
        _with(
            case,
            letter,
            events.ClarificationSought(on=earlier),
            events.ClarificationReceived(on=came),
        ),
        request=request,
    )


def _extended(_: st.DrawFn, case: Case) -> Case:
    """More time was taken, where that is lawful, and not all of it used."""
    letter, regime = _first(case)[1:]
    weighed = [test.provisions[0] for test in letter.tests]
    on = letter.sent or _FIRST
    plain = [one for one in weighed if exemption(one, on=on).needs_public_interest_test]
    came = case.events[-1].on if case.events else case.request.received or on
    if regime is Regime.FOISA or (regime is Regime.FOIA and not plain):
        return case
    named = tuple(plain[:1]) if regime is Regime.FOIA else ()
    return _with(case, letter, events.ExtensionClaimed(on=came, provisions=named, estimate=on))


def _costly(_: st.DrawFn, case: Case) -> Case:
    """One more question would have cost too much to answer."""
    letter, regime = _first(case)[1:]
    if regime is Regime.EIR:
        return case
    key = str(len(case.request.questions) + 1)
    asked = (*case.request.questions, Question(key=key, text="What of the rest?"))
    prefix = "FOISA s." if regime is Regime.FOISA else "s."
    refused = Answer(question=key, outcome=Outcome.REFUSED_COST, held=Held.YES)
    made = claim(f"{prefix}12(1)", key, cost_estimate=ESTIMATE)
    more = attrs.evolve(
        letter,
        answers=(*letter.answers, refused),
        reliances=(*letter.reliances, made),
        advice=ADVICE,
    )
    case = attrs.evolve(case, request=attrs.evolve(case.request, questions=asked))
    return _with(case, more)


def _reviewed(draw: st.DrawFn, case: Case) -> Case:
    """A review upheld the answer, or disclosed what one question asks."""
    letter, regime = _first(case)[1:]
    calendar, sent = working_days(regime), letter.sent or _FIRST
    asked = calendar.add(sent, draw(st.integers(min_value=1, max_value=40)))
    done = calendar.add(asked, draw(st.integers(min_value=1, max_value=20)))
    changed = draw(st.none() | st.sampled_from([one.question for one in letter.answers]))
    outcome = Response(
        sent=done,
        kind=ResponseKind.REVIEW_OUTCOME,
        regime_claimed=regime,
        answers=()
        if changed is None
        else (Answer(question=changed, outcome=Outcome.DISCLOSED, held=Held.YES),),
        commissioner=COMMISSIONER,
    )
    reviewed = attrs.evolve(case, responses=(*case.responses, outcome))
    return _with(reviewed, letter, events.ReviewRequested(on=asked))
