"""Whether a refusal tells the requester what can be done: s.17(7), and the s.45 Code.

A notice has particulars of the complaints procedure, or says that there is none, and of
the right under s.50; so have those under EIR reg.14(5) and FOISA s.19.  An internal review
is good practice, not a duty: the Code gives 40 working days to ask and 20 to answer, 40 in
exceptional cases.  Under the EIR and FOISA the authority's time to answer is the law's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foiprevent.cases import (
    Offer,
    Outcome,
    ResponseKind,
    Told,
    WindowUnit,
    events,
)
from foiprevent.cases._timetable import own_readings
from foiprevent.citations import Regime
from foiprevent.deadlines import Rule as TimeRule
from foiprevent.deadlines import Undetermined
from foiprevent.deadlines._deadline import written
from foiprevent.deadlines.counting import apply
from foiprevent.deadlines.limits import LIMITS, LimitKind
from foiprevent.errors import CalendarRangeError
from foiprevent.findings._model import Code, Finding, Severity
from foiprevent.findings._reading import NOTICES, Reading, refuses
from foiprevent.findings.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from foiprevent.cases import Response, ReviewRoute
    from foiprevent.deadlines import TimeLimit


def _refusals(reading: Reading) -> Iterator[Response]:
    """Give the letters that are notices of refusal, each of which needs its particulars.

    One that only gives the balance (s.17(3)) is one; so is one under FOISA that says that
    the information is not held (s.17(1)).
    """
    for response in reading.case.responses:
        not_held = reading.law(response).not_held_needs_notice
        if response.kind in NOTICES and (
            response.tests
            or any(claim.needs_notice for claim in reading.claims_in(response))
            or any(
                refuses(answer) or (not_held and answer.outcome is Outcome.NOT_HELD)
                for answer in response.answers
            )
        ):
            yield response


@rule(Code.COMPLAINTS_PROCEDURE_MISSING, of_letters=True)
def complaints_procedure_missing(reading: Reading) -> Iterator[Finding]:
    """A notice tells of the complaints procedure, or that there is none: s.17(7)(a).

    Under the EIR, and FOISA, there always is one to tell of.
    """
    for response in _refusals(reading):
        route, law = response.review_route, reading.law(response)
        enough = _ENOUGH if law.procedure_may_be_none else {Offer.OFFERED}
        if route is None or route.offered not in enough:
            yield Finding(
                code=Code.COMPLAINTS_PROCEDURE_MISSING,
                severity=reading.breach(response) if route else Severity.QUERY,
                cites=law.complaints,
                message=(
                    "The refusal tells neither of a complaints procedure nor that none exists."
                    if law.procedure_may_be_none
                    else "The refusal does not tell how the authority can be asked to think again."
                )
                if route
                else "Whether the refusal tells of a complaints procedure is not recorded.",
            )


_ENOUGH: Final = frozenset({Offer.OFFERED, Offer.NONE_EXISTS})


@rule(Code.COMMISSIONER_RIGHT_MISSING, of_letters=True)
def commissioner_right_missing(reading: Reading) -> Iterator[Finding]:
    """A notice tells of the right to apply to the Commissioner: ss.17(7)(b) and 50.

    So should the outcome of a review: it must under FOISA s.21(10), elsewhere it is good
    practice.
    """
    for response in (*_refusals(reading), *_outcomes(reading)):
        told, law = response.commissioner, reading.law(response)
        if told is not None and told.right is Told.STATED:
            continue
        outcome = response.kind is ResponseKind.REVIEW_OUTCOME
        after = law.regulator_after_review if outcome else None
        duty = not outcome or after is not None
        what = "outcome of the review" if outcome else "refusal"
        cites = law.regulator if after is None else (after, *law.regulator[1:])
        yield Finding(
            code=Code.COMMISSIONER_RIGHT_MISSING,
            severity=Severity.QUERY
            if told is None
            else reading.breach(response)
            if duty
            else Severity.PRACTICE,
            cites=cites,
            message=f"The {what} does not tell of the right to apply to the Commissioner."
            if told
            else f"Whether the {what} tells of the right to apply to the Commissioner is not "
            "recorded.",
        )


def _outcomes(reading: Reading) -> list[Response]:
    return [r for r in reading.case.responses if r.kind is ResponseKind.REVIEW_OUTCOME]


def _offers(reading: Reading) -> Iterator[tuple[Response, ReviewRoute, int]]:
    for response in reading.case.responses:
        route = response.review_route
        if route and route.offered is Offer.OFFERED and route.length is not None:
            yield response, route, route.length


@rule(Code.REVIEW_WINDOW_AMBIGUOUS, of_letters=True)
def review_window_ambiguous(reading: Reading) -> Iterator[Finding]:
    """A window is stated so that it can be read one way: the Code, para 5.3."""
    for response, route, length in _offers(reading):
        if route.unit not in (WindowUnit.DAYS, WindowUnit.NOT_STATED):
            continue
        regime = reading.regime_of(response)
        found = own_readings(regime, response) if regime else []
        closing = [
            f"on {written(window.due)} in {window.limit.unit.value}"
            for window in found
            if not isinstance(window, Undetermined)
        ]
        unit = " days" if route.unit is WindowUnit.DAYS else ""
        yield Finding(
            code=Code.REVIEW_WINDOW_AMBIGUOUS,
            severity=Severity.PRACTICE,
            cites=LIMITS[TimeRule.REVIEW_REQUEST, regime or Regime.FOIA].cites,
            message=f"The window to ask for a review is {length}{unit}, and whether working or "
            "calendar days is not said; it closes "
            + (
                f"{' or '.join(closing)} (day 0 is {found[0].limit.counted_from})."
                if closing and not isinstance(found[0], Undetermined)
                else "on a day that cannot be told."
            ),
            evidence=() if route.wording is None else (route.wording,),
        )


@rule(Code.REVIEW_WINDOW_SHORT, of_letters=True)
def review_window_short(reading: Reading) -> Iterator[Finding]:
    """The Code gives 40 working days to ask for a review: para 5.3."""
    for response, route, length in _offers(reading):
        if route.unit is WindowUnit.NOT_STATED:
            continue
        regime = reading.regime_of(response)
        short = _is_short(response, route.unit, length, regime)
        if short is False:
            continue
        yield Finding(
            code=Code.REVIEW_WINDOW_SHORT,
            severity=Severity.PRACTICE if short else Severity.QUERY,
            cites=LIMITS[TimeRule.REVIEW_REQUEST, regime or Regime.FOIA].cites,
            message=f"The window to ask for a review, {length} {route.unit.value}, closes "
            + (
                "before 40 working days are over."
                if short
                else "before 40 working days are over or not: that depends on what is not known."
            ),
            evidence=() if route.wording is None else (route.wording,),
        )


_FORTY: Final = 40
_SPAN: Final = {
    WindowUnit.WORKING_DAYS: (_FORTY, _FORTY),
    WindowUnit.CALENDAR_DAYS: (54, 75),
    WindowUnit.DAYS: (_FORTY, _FORTY),
    WindowUnit.WEEKS: (8, 10),
    WindowUnit.MONTHS: (2, 3),
}
"""Below the first, a window is shorter than 40 working days whenever it starts; from the
second on it never is, however it is read.  Forty working days are at the least 54 days,
from a Sunday; every regime gives forty."""


def _is_short(
    response: Response, unit: WindowUnit, length: int, regime: Regime | None
) -> bool | None:
    """Return whether a window closes before the Code's, however it is read; ``None`` if it may."""
    if response.sent is not None and regime is not None:
        code = _last_day(LIMITS[TimeRule.REVIEW_REQUEST, regime], response.sent)
        if code is not None:
            return all(
                not isinstance(reading, Undetermined) and reading.due < code
                for reading in own_readings(regime, response)
            )
    always, never = _SPAN[unit]
    return True if length < always else False if length >= never else None


@rule(Code.REVIEW_LATE, of_letters=True)
def review_late(reading: Reading) -> Iterator[Finding]:
    """A request for review is answered in 20 working days, at most 40: the Code, para 5.4."""
    case = reading.case
    asked = [event.on for event in case.events if isinstance(event, events.ReviewRequested)]
    if not asked:
        return
    limit = LIMITS[TimeRule.REVIEW_ANSWER, case.regime or Regime.FOIA]
    outcomes = [
        r.sent
        for r in case.responses
        if r.kind is ResponseKind.REVIEW_OUTCOME and (r.sent is None or r.sent >= max(asked))
    ]
    sent = min((sent for sent in outcomes if sent is not None), default=None)
    until = sent if outcomes else reading.on
    due = _last_day(limit, max(asked))
    unsure = case.regime is None or None in outcomes
    if until is None or due is None or (until > due and unsure):
        yield Finding(
            code=Code.REVIEW_LATE,
            severity=Severity.QUERY,
            cites=limit.cites,
            message="Whether the request for review was answered in time cannot be told.",
        )
    elif until > due:
        yield Finding(
            code=Code.REVIEW_LATE,
            severity=Severity.BREACH if limit.kind is LimitKind.STATUTORY else Severity.PRACTICE,
            cites=limit.cites,
            message=f"The request for review was to be answered by {written(due)}, and "
            + (f"was on {written(until)}" if sent else f"was not by {written(until)}")
            + _past_at_most(case.regime, max(asked), until)
            + ".",
        )


def _last_day(limit: TimeLimit, start: date) -> date | None:
    try:
        return apply(limit, start).due
    except CalendarRangeError:
        return None


def _past_at_most(regime: Regime | None, asked: date, until: date) -> str:
    limit = LIMITS.get((TimeRule.REVIEW_ANSWER_AT_MOST, regime)) if regime else None
    last = _last_day(limit, asked) if limit else None
    if last is None:
        return ""
    past = "past" if until > last else "within"
    return f", {past} the 40 working days of an exceptional case"
