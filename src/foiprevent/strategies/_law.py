"""Strategies for the law, for what is counted by it, and for what follows from a case."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import strategies as st

from foiprevent.cases import (
    Case,
    PublicAuthority,
    Request,
    Response,
    ResponseKind,
    Step,
    events,
    possible,
)
from foiprevent.citations import Confidence, Regime, Source, SourceKind
from foiprevent.deadlines import (
    BankHoliday,
    ClockEvent,
    ClockEventKind,
    Deadline,
    Timetable,
    deadline,
    working_days,
)
from foiprevent.exemptions import Exemption, Period, catalogue
from foiprevent.findings import Audit, audit
from foiprevent.strategies._records import cases, days

if TYPE_CHECKING:
    from collections.abc import Callable

    from foiprevent.cases.events import Event


def sources() -> st.SearchStrategy[Source]:
    """Build what is not a provision: codes, guidance, judgments."""
    return st.builds(
        Source,
        kind=st.sampled_from(SourceKind),
        text=st.text(min_size=1, max_size=20),
        uri=st.none() | st.just("https://www.legislation.gov.uk/ukpga/2000/36"),
        confidence=st.sampled_from(Confidence),
    )


def periods() -> st.SearchStrategy[Period]:
    """Build stretches of days, some without an end."""
    return st.tuples(days(), st.none() | st.integers(min_value=0, max_value=5000)).map(
        lambda drawn: Period(
            start=drawn[0], end=None if drawn[1] is None else drawn[0] + timedelta(drawn[1])
        )
    )


def exemptions(*, regime: Regime | None = None) -> st.SearchStrategy[Exemption]:
    """Build provisions of the law as last known: sections, limbs, definitions."""
    regimes = Regime if regime is None else (regime,)
    return st.sampled_from([row for one in regimes for row in catalogue(regime=one)])


@cache
def _holidays(regime: Regime) -> tuple[BankHoliday, ...]:
    """Return the bank holidays of the years in which the law is in force."""
    calendar, first = working_days(regime), date(2005, 1, 1)
    found = (calendar.holiday(first + timedelta(days=n)) for n in range(26 * 365))
    return tuple(holiday for holiday in found if holiday is not None)


def bank_holidays(*, regime: Regime = Regime.FOIA) -> st.SearchStrategy[BankHoliday]:
    """Build bank holidays that a regime leaves out of its count, those expected included."""
    return st.sampled_from(_holidays(regime))


_CHANGES: Final = (
    date(2005, 1, 1),  # the Acts and the Regulations come into force
    date(2011, 1, 19),  # s.37
    date(2014, 10, 1),  # s.22A
    date(2018, 5, 25),  # data protection
    date(2018, 7, 4),  # the s.45 Code of 2018
    date(2020, 4, 7),  # sixty days in Scotland
    date(2025, 6, 19),  # data, use and access
)
_NEAR: Final = st.integers(min_value=-3, max_value=3).map(timedelta)


def edge_days(*, regime: Regime = Regime.FOIA) -> st.SearchStrategy[date]:
    """Build days at which counting goes wrong: near holidays, year ends and changes of the law.

    Args:
        regime: The regime whose bank holidays are meant.
    """
    calendar = working_days(regime)
    holidays = [holiday.day for holiday in _holidays(regime)]
    years = range(2005, 2031)
    edges = [
        *holidays,
        *_CHANGES,
        *(date(year, 12, 31) for year in years),
        *(date(year, 2, 28) for year in years),
        *(date(year, 3, 31) for year in years),
        calendar.published_until,
    ]
    last = calendar.projected_until - timedelta(days=200)
    known = [day for day in edges if date(2005, 1, 4) <= day <= last]
    return st.tuples(st.sampled_from(known), _NEAR).map(lambda drawn: drawn[0] + drawn[1])


def deadlines(*, regime: Regime | None = None) -> st.SearchStrategy[Deadline]:
    """Build the last days to answer of requests received on days of every kind."""
    regimes = st.sampled_from(Regime) if regime is None else st.just(regime)
    return regimes.flatmap(
        lambda one: (days() | edge_days(regime=one)).map(lambda day: deadline(day, regime=one))
    )


def clock_events() -> st.SearchStrategy[tuple[ClockEvent, ...]]:
    """Build what may happen to a clock, in any order."""
    event = st.builds(ClockEvent, on=days(), kind=st.sampled_from(ClockEventKind))
    return st.lists(event, max_size=6).map(tuple)


def timetables() -> st.SearchStrategy[Timetable]:
    """Build timetables of cases of every kind."""
    return st.tuples(cases(), st.none() | days()).map(
        lambda drawn: drawn[0].timetable(on=drawn[1])
    )


def audits() -> st.SearchStrategy[Audit]:
    """Build audits of cases of every kind."""
    return st.tuples(cases(), st.none() | days()).map(lambda drawn: audit(drawn[0], on=drawn[1]))


_LATER: Final = st.integers(min_value=1, max_value=60) | st.just(150)  # longer than a fee may take


@st.composite
def lives(draw: st.DrawFn) -> Case:
    """Build cases whose history is possible, step by step: what they say may be anything."""
    day = draw(days(max_value=date(2024, 12, 31)))
    case = Case(
        authority=PublicAuthority(name="Anytown Council"),
        request=Request(received=day, regime=draw(st.sampled_from(Regime))),
    )
    for _ in range(draw(st.integers(min_value=0, max_value=8))):
        day += timedelta(days=draw(_LATER))
        steps = [step for step in possible(case.state(on=day)) if step in _STEPS]
        if not steps:
            break
        case = _STEPS[draw(st.sampled_from(steps))](case, day)
    return case


def _letter(kind: ResponseKind) -> Callable[[Case, date], Case]:
    return lambda case, on: attrs.evolve(
        case, responses=(*case.responses, Response(sent=on, kind=kind))
    )


def _event(kind: Callable[..., Event]) -> Callable[[Case, date], Case]:
    return lambda case, on: attrs.evolve(case, events=(*case.events, kind(on=on)))


_STEPS: Final[dict[Step, Callable[[Case, date], Case]]] = {
    Step.PARTIAL_RESPONSE: _letter(ResponseKind.PARTIAL_RESPONSE),
    Step.RESPONSE: _letter(ResponseKind.RESPONSE),
    Step.REVIEW_OUTCOME: _letter(ResponseKind.REVIEW_OUTCOME),
    Step.CLARIFICATION_SOUGHT: _event(events.ClarificationSought),
    Step.CLARIFICATION_RECEIVED: _event(events.ClarificationReceived),
    Step.FEES_NOTICE_GIVEN: _event(events.FeesNoticeGiven),
    Step.FEE_PAID: _event(events.FeePaid),
    Step.MORE_TIME_TAKEN: _event(events.ExtensionClaimed),
    Step.REVIEW_REQUESTED: _event(events.ReviewRequested),
    Step.COMPLAINT_MADE: _event(events.ComplaintMade),
    Step.DECISION_NOTICE_SERVED: _event(events.DecisionNoticeServed),
    Step.APPEAL_LODGED: _event(events.AppealLodged),
    Step.APPEAL_DECIDED: _event(events.AppealDecided),
    Step.TRANSFERRED: _event(events.Transferred),
    Step.WITHDRAWN: _event(events.Withdrawn),
    Step.CLOSED: _event(events.Closed),
}
