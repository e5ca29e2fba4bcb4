"""The dates of a case, worked out from its record."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from foiprevent.cases import events
from foiprevent.cases.response import CountedFrom, Offer, ResponseKind, WindowUnit
from foiprevent.citations import Regime, Source, SourceKind
from foiprevent.deadlines import Rule, Timetable, TimetableEntry, Undetermined, Unit, working_days
from foiprevent.deadlines._deadline import OWN_WINDOW, apply, own_window
from foiprevent.deadlines.limits import LIMITS
from foiprevent.errors import CalendarRangeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from foiprevent._provenance import LawAsAt
    from foiprevent.cases.case import Case
    from foiprevent.cases.response import Response, ReviewRoute
    from foiprevent.deadlines import Deadline, TimeLimit

E = TypeVar("E", bound=events.Event)

LETTER: Final = Source(kind=SourceKind.LETTER, text="the letter's own words")
RECEIPT: Final = "the day the request was received"
SENT: Final = "the day the response was sent"
CALENDAR: Final = "a calendar that reaches it"
REGIME: Final = "the regime it falls under"


def build(case: Case, on: date | None) -> Timetable:
    """Return the timetable of *case*, drawn up for the day *on*."""
    entries: list[TimetableEntry] = []
    undetermined: list[Undetermined] = []
    for item in (*_answer(case, on), *_windows(case), *_reviews(case, on)):
        if isinstance(item, Undetermined):
            undetermined.append(item)
        else:
            entries.append(item)
    entries.sort(key=lambda entry: entry.deadline.due)
    return Timetable(on=on, entries=tuple(entries), undetermined=tuple(undetermined))


Item = TimetableEntry | Undetermined


def response_deadline(case: Case) -> Deadline | Undetermined:
    """Return the last day to answer the request, or what is missing to tell it.

    Clarification restarts the clock (s.10(6)(b)); a fees notice stops it (s.10(2)).
    """
    regime = case.regime
    limit = LIMITS[Rule.RESPONSE, regime or Regime.FOIA]
    missing = []
    if case.request.received is None:
        missing.append(RECEIPT)
    if regime is None:
        missing.append(REGIME)
    sought, cleared = (
        _last(case, events.ClarificationSought),
        _last(case, events.ClarificationReceived),
    )
    if sought and (cleared is None or cleared.on < sought.on):
        missing.append("the clarification asked for")
    pauses, unpaid = _fees(case)
    if unpaid:
        missing.append("the fee asked for")
    if case.request.received is None or missing:
        return _cannot(limit, *missing)
    start = max(case.request.received, cleared.on) if cleared else case.request.received
    return _known(limit, lambda: apply(limit, start, disregarded=pauses, law_as_at=case.law_as_at))


def _fees(case: Case) -> tuple[tuple[tuple[date, date], ...], bool]:
    """Return the days from each fees notice to its payment, and whether one is unpaid."""
    noticed = [event.on for event in case.events if isinstance(event, events.FeesNoticeGiven)]
    paid = [event.on for event in case.events if isinstance(event, events.FeePaid)]
    ends = [min((on for on in paid if on >= given), default=None) for given in noticed]
    pauses = tuple((given, end) for given, end in zip(noticed, ends, strict=True) if end)
    return pauses, len(pauses) < len(noticed)


def answered_on(case: Case) -> tuple[bool, date | None]:
    """Return whether the request was answered, and the first known day it was."""
    finals = [r.sent for r in case.responses if r.kind is ResponseKind.RESPONSE]
    return bool(finals), min((sent for sent in finals if sent is not None), default=None)


def late_by(deadline: Deadline, done: date) -> int | None:
    """Return how many working days after *deadline* the day *done* is; 0 if in time."""
    if done <= deadline.due:
        return 0
    try:
        return working_days(deadline.limit.regime).count(deadline.due, done)
    except CalendarRangeError:
        return None


def _answer(case: Case, on: date | None) -> list[Item]:
    found = [response_deadline(case)]
    extended = case.regime and LIMITS.get((Rule.EXTENDED_RESPONSE, case.regime))
    if extended and (
        _last(case, events.ExtensionClaimed)
        or any(r.kind is ResponseKind.EXTENSION_NOTICE for r in case.responses)
    ):
        found.append(_extended(case, extended, found[0]))
    answered, sent = answered_on(case)
    return _done(found, done=answered, sent=sent, on=on)


def _extended(
    case: Case, limit: TimeLimit, ordinary: Deadline | Undetermined
) -> Deadline | Undetermined:
    if isinstance(ordinary, Undetermined):
        return _cannot(limit, *ordinary.missing)
    return _known(limit, lambda: apply(limit, ordinary.start, law_as_at=case.law_as_at))


def _done(
    found: list[Deadline | Undetermined], *, done: bool, sent: date | None, on: date | None
) -> list[Item]:
    """Return the entries for what was done, on a day known or not, or is still to do."""
    note = "answered on a day the record does not give" if done and sent is None else None
    return [
        item if isinstance(item, Undetermined) else _entry(item, sent, None if done else on, note)
        for item in found
    ]


def _entry(
    deadline: Deadline, done: date | None, on: date | None, note: str | None = None
) -> TimetableEntry:
    known = done or on
    return TimetableEntry(
        deadline=deadline,
        met_on=done,
        late_by=None if known is None else late_by(deadline, known),
        note=note,
    )


def _windows(case: Case) -> list[Item]:
    """Return the windows to ask for a review of the last letter that can be reviewed."""
    letters = [r for r in case.responses if r.kind is ResponseKind.RESPONSE]
    if not letters:
        return []
    # Of letters of one day the last recorded; and an undated one may be the last of all.
    letter = max(reversed(letters), key=lambda letter: letter.sent or date.max)
    sent = letter.sent
    limit = LIMITS[Rule.REVIEW_REQUEST, case.regime or Regime.FOIA]
    missing = []
    if sent is None:
        missing.append(SENT)
    if case.regime is None:
        missing.append(REGIME)
    if sent is None or case.regime is None:
        return [_cannot(limit, *missing)]
    asked = _last(case, events.ReviewRequested)
    code = _known(limit, lambda: apply(limit, sent, law_as_at=case.law_as_at))
    items: list[Item] = [
        code
        if isinstance(code, Undetermined)
        else _entry(code, asked.on if asked and asked.on >= sent else None, None)
    ]
    if letter.review_route and letter.review_route.offered is Offer.OFFERED:
        items += _own_windows(case.regime, letter, letter.review_route, case.law_as_at)
    return items


_READINGS: Final = {
    WindowUnit.WORKING_DAYS: (Unit.WORKING_DAYS,),
    WindowUnit.CALENDAR_DAYS: (Unit.CALENDAR_DAYS,),
    WindowUnit.DAYS: (Unit.CALENDAR_DAYS, Unit.WORKING_DAYS),
    WindowUnit.WEEKS: (Unit.WEEKS,),
    WindowUnit.MONTHS: (Unit.MONTHS,),
    WindowUnit.NOT_STATED: (),
}


def _own_windows(
    regime: Regime, letter: Response, route: ReviewRoute, law_as_at: LawAsAt
) -> list[Item]:
    if route.length is not None and route.unit is WindowUnit.NOT_STATED:
        return [_own_unknown(f"what the {route.length} are counted in")]
    return [
        reading
        if isinstance(reading, Undetermined)
        else TimetableEntry(deadline=reading, note=_assumption(route))
        for reading in own_readings(regime, letter, law_as_at)
    ]


def _own_unknown(missing: str) -> Undetermined:
    return Undetermined(what=f"the last day to {OWN_WINDOW}", missing=(missing,), cites=(LETTER,))


def own_readings(
    regime: Regime, letter: Response, law_as_at: LawAsAt | None = None
) -> list[Deadline | Undetermined]:
    """Return the closing date of a letter's own window, in each way it can be read."""
    route, sent = letter.review_route, letter.sent
    if route is None or route.length is None or sent is None:
        return []
    counted_from = "the day the response arrived, taken to be the day it was sent"
    if route.counted_from is not CountedFrom.RECEIPT:
        counted_from = SENT
    readings: list[Deadline | Undetermined] = []
    for unit in _READINGS[route.unit]:
        try:
            reading = own_window(
                sent,
                route.length,
                unit,
                regime=regime,
                counted_from=counted_from,
                cites=(LETTER,),
                law_as_at=law_as_at,
            )
        except CalendarRangeError as error:
            readings.append(_own_unknown(f"{CALENDAR}: {error}"))
        else:
            readings.append(reading)
    return readings


def _assumption(route: ReviewRoute) -> str | None:
    if route.counted_from is CountedFrom.RECEIPT:
        return "counted from receipt of the letter, taken to be the day it was sent"
    if route.counted_from is CountedFrom.NOT_STATED:
        return "the letter does not say what it is counted from; taken to be its own date"
    return None


def _reviews(case: Case, on: date | None) -> list[Item]:
    asked = _last(case, events.ReviewRequested)
    if asked is None:
        return []
    if case.regime is None:
        return [_cannot(LIMITS[Rule.REVIEW_ANSWER, Regime.FOIA], REGIME)]
    outcomes = [
        r.sent
        for r in case.responses
        if r.kind is ResponseKind.REVIEW_OUTCOME and (r.sent is None or r.sent >= asked.on)
    ]
    found = [
        _known(limit, partial(apply, limit, asked.on, law_as_at=case.law_as_at))
        for rule in (Rule.REVIEW_ANSWER, Rule.REVIEW_ANSWER_AT_MOST)
        if (limit := LIMITS.get((rule, case.regime)))
    ]
    sent = min((sent for sent in outcomes if sent is not None), default=None)
    return _done(found, done=bool(outcomes), sent=sent, on=on)


def _last(case: Case, kind: type[E]) -> E | None:
    found = [event for event in case.events if isinstance(event, kind)]
    return max(found, key=lambda event: event.on, default=None)


def _cannot(limit: TimeLimit, *missing: str) -> Undetermined:
    return Undetermined(what=f"the last day to {limit.title}", missing=missing, cites=limit.cites)


def _known(limit: TimeLimit, count: Callable[[], Deadline]) -> Deadline | Undetermined:
    try:
        return count()
    except CalendarRangeError as error:
        return _cannot(limit, f"{CALENDAR}: {error}")
