"""The dates of a case, worked out from its record.

The clock runs on the case's history; every other date follows from a letter or a step.
What a date needs and the record lacks is named, and nothing is taken for it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypeVar

from foiprevent.cases import events
from foiprevent.cases.response import CountedFrom, Offer, ResponseKind, WindowUnit
from foiprevent.citations import Citation, Regime, Source, SourceKind
from foiprevent.deadlines import (
    ClockEvent,
    ClockEventKind,
    Deadline,
    Phase,
    Rule,
    TimeLimit,
    Timetable,
    TimetableEntry,
    Undetermined,
    Unit,
    WorkingDayCalendar,
    own_window,
    replay,
    working_days,
)
from foiprevent.deadlines.clock import late_by
from foiprevent.deadlines.counting import OWN_WINDOW, apply
from foiprevent.deadlines.limits import LIMITS, limit
from foiprevent.errors import CalendarRangeError

if TYPE_CHECKING:
    from foiprevent._provenance import LawAsAt
    from foiprevent.cases.case import Case
    from foiprevent.cases.response import Response, ReviewRoute
    from foiprevent.deadlines import ClockReading

E = TypeVar("E", bound=events.Event)

LETTER: Final = Source(kind=SourceKind.LETTER, text="the letter's own words")
RECEIPT: Final = "the day the request was received"
SENT: Final = "the day the response was sent"
EXTENDED_ON: Final = "the day more time was taken"
CALENDAR: Final = "a calendar that reaches it"
REGIME: Final = "the regime it falls under"
LAPSED: Final = "a fee paid in time: the duty to answer has lapsed"

Item: TypeAlias = TimetableEntry | Undetermined


def build(case: Case, on: date | None, calendar: WorkingDayCalendar | None = None) -> Timetable:
    """Return the timetable of *case*, drawn up for the day *on*."""
    view = _View(case=case, on=on, calendar=calendar)
    items = [
        item
        for part in (_answer, _fee, _windows, _reviews, _complaint, _appeal)
        for item in part(view)
    ]
    entries = [item for item in items if isinstance(item, TimetableEntry)]
    return Timetable(
        on=on,
        entries=tuple(sorted(entries, key=lambda entry: entry.deadline.due)),
        undetermined=tuple(item for item in items if isinstance(item, Undetermined)),
        clock=view.clock(on),
    )


def response_deadline(case: Case) -> Deadline | Undetermined:
    """Return the last day to answer the request, or what is missing to tell it."""
    return _response_deadline(_View(case=case))


def answered_on(case: Case) -> tuple[bool, date | None]:
    """Return whether the request was answered, and the first known day it was."""
    finals = [r.sent for r in case.responses if r.kind is ResponseKind.RESPONSE]
    return bool(finals), min((sent for sent in finals if sent is not None), default=None)


def payment_missed(case: Case, noticed: date, day: date) -> Deadline | None:
    """Return the last day to pay the fee a notice asked for, if it has passed by a day.

    The clock tells that day: a notice that came too late to stop it has none, and ends no
    duty.  It is read only once the day could have passed.
    """
    view = _View(case=case)
    row = view.row(Rule.FEE_PAYMENT)
    last = None if row is None else view.counted(row, noticed)
    if not isinstance(last, Deadline) or day <= last.due:
        return None
    shown = view.clock(noticed)
    return None if shown is None else shown.payment


_ON_THE_CLOCK: Final[dict[type[events.Event], ClockEventKind]] = {
    events.ClarificationSought: ClockEventKind.SUSPENDED,
    events.ClarificationReceived: ClockEventKind.RESTARTED,
    events.FeesNoticeGiven: ClockEventKind.PAUSED,
    events.FeePaid: ClockEventKind.RESUMED,
    events.ExtensionClaimed: ClockEventKind.EXTENDED,
    events.Withdrawn: ClockEventKind.ENDED,
    events.Transferred: ClockEventKind.ENDED,
    events.Closed: ClockEventKind.ENDED,
}
"""What a step of procedure does to the clock; the others leave it alone."""

_LETTERS_ON_THE_CLOCK: Final = {
    ResponseKind.EXTENSION_NOTICE: ClockEventKind.EXTENDED,
    ResponseKind.RESPONSE: ClockEventKind.STOPPED,
}


def clock_events(case: Case) -> list[ClockEvent]:
    """Return what the dated record of *case* does to the clock."""
    happened = [(event.on, _ON_THE_CLOCK.get(type(event))) for event in case.events]
    happened += [(r.sent, _LETTERS_ON_THE_CLOCK.get(r.kind)) for r in case.responses if r.sent]
    if case.request.received is not None:
        happened.append((case.request.received, ClockEventKind.STARTED))
    return [ClockEvent(on=on, kind=kind) for on, kind in happened if kind is not None]


class _View(NamedTuple):
    """A case, the day it is looked at from, and the working days to count on."""

    case: Case
    on: date | None = None
    calendar: WorkingDayCalendar | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing was left to do by the day the case is looked at from."""
        return self.on is not None and any(
            isinstance(event, events.ENDING) and event.on <= self.on for event in self.case.events
        )

    def clock(self, on: date | None) -> ClockReading | None:
        """Return what the clock shows; ``None`` if it cannot be read."""
        case = self.case
        if case.request.received is None or case.regime is None:
            return None
        return replay(
            clock_events(case),
            regime=case.regime,
            on=on,
            calendar=self.calendar,
            law_as_at=case.law_as_at,
        )

    def row(self, rule: Rule, dealt_with: date | None = None) -> TimeLimit | None:
        """Return a time limit of the case's regime, if it is known and has one."""
        regime = self.case.regime
        if regime is None or (rule, regime) not in LIMITS:
            return None
        return limit(rule, regime, dealt_with=dealt_with)

    def out_of_reach(self, regime: Regime) -> str:
        """Return that the calendar does not reach a day, and from when to when it does."""
        days, received = self.calendar or working_days(regime), self.case.request.received
        outside = received and not days.known_from <= received <= days.projected_until
        error = CalendarRangeError(
            received if outside else None, days.known_from, days.projected_until
        )
        return f"{CALENDAR}: {error}"

    def counted(self, row: TimeLimit, start: date) -> Deadline | Undetermined:
        """Return the last day of a limit, or that the calendar does not reach it."""
        try:
            return apply(row, start, law_as_at=self.case.law_as_at, calendar=self.calendar)
        except CalendarRangeError as error:
            return cannot(row, f"{CALENDAR}: {error}")

    def item(
        self,
        found: Deadline | Undetermined,
        *,
        done: bool,
        on: date | None = None,
        note: str | None = None,
    ) -> Item:
        """Return the entry for what was done, on a day known or not, or is still to do."""
        if isinstance(found, Undetermined):
            return found
        known = on or (None if done or self.is_over else self.on)
        return TimetableEntry(
            deadline=found,
            met_on=on,
            late_by=None if known is None else late_by(found, known, self.calendar),
            note=note,
        )


def cannot(row: TimeLimit, *missing: str) -> Undetermined:
    """Return that the last day of a limit cannot be told, and what is missing."""
    return Undetermined(what=f"the last day to {row.title}", missing=missing, cites=row.cites)


def _last(case: Case, kind: type[E]) -> E | None:
    found = [event for event in case.events if isinstance(event, kind)]
    return max(found, key=lambda event: event.on, default=None)


def _since(case: Case, kind: type[E], start: date) -> date | None:
    """Return the last day of such a step, if it is not older than what it answers."""
    step = _last(case, kind)
    return step.on if step and step.on >= start else None


def _response_deadline(view: _View) -> Deadline | Undetermined:
    case = view.case
    shown = view.clock(None)
    if shown is not None and shown.deadline is not None:
        return shown.deadline
    missing: list[str] = []
    if case.request.received is None:
        missing.append(RECEIPT)
    if case.regime is None:
        missing.append(REGIME)
    if shown is not None and shown.phase is Phase.LAPSED:
        missing.append(LAPSED)
    elif shown is not None:
        missing += shown.awaits or [view.out_of_reach(case.regime or Regime.FOIA)]
    else:
        missing += _awaited(case)
    return cannot(LIMITS[Rule.RESPONSE, case.regime or Regime.FOIA], *missing)


_AWAITED: Final = (
    (events.ClarificationSought, events.ClarificationReceived, "the clarification asked for"),
    (events.FeesNoticeGiven, events.FeePaid, "the fee asked for"),
)


def _awaited(case: Case) -> list[str]:
    """Return what was asked for and has not come, where no clock can be read."""
    found: list[str] = []
    for asking, coming, what in _AWAITED:
        asked, came = _last(case, asking), _last(case, coming)
        if asked is not None and (came is None or came.on < asked.on):
            found.append(what)
    return found


def _extended(view: _View, ordinary: Deadline | Undetermined) -> list[Deadline | Undetermined]:
    """Return the last day that more time leaves, if it was taken and the regime has it."""
    row, shown = view.row(Rule.EXTENDED_RESPONSE), view.clock(None)
    notices = [r.sent for r in view.case.responses if r.kind is ResponseKind.EXTENSION_NOTICE]
    if row is None or not (notices or _last(view.case, events.ExtensionClaimed)):
        return []
    if isinstance(ordinary, Undetermined):
        return [cannot(row, *ordinary.missing)]
    if shown and shown.extended:
        return [shown.extended]
    if shown and shown.beyond_calendar:
        return [cannot(row, view.out_of_reach(row.regime))]
    return [cannot(row, EXTENDED_ON)] if None in notices else []


def _answer(view: _View) -> list[Item]:
    ordinary = _response_deadline(view)
    found = [ordinary, *_extended(view, ordinary)]
    answered, sent = answered_on(view.case)
    note = _UNDATED if answered and sent is None else None
    return [view.item(item, done=answered, on=sent, note=note) for item in found]


_UNDATED: Final = "answered on a day the record does not give"


def _fee(view: _View) -> list[Item]:
    shown = view.clock(None)
    if shown is None or shown.payment is None:
        return []
    return [TimetableEntry(deadline=shown.payment)]


def _windows(view: _View) -> list[Item]:
    """Return the windows to ask for a review of the last letter that can be reviewed."""
    case = view.case
    letters = [r for r in case.responses if r.kind is ResponseKind.RESPONSE]
    if not letters:
        return []
    # Of letters of one day the last recorded; and an undated one may be the last of all.
    letter = max(reversed(letters), key=lambda letter: letter.sent or date.max)
    sent = letter.sent
    row = view.row(Rule.REVIEW_REQUEST)
    if sent is None or row is None:
        missing = [SENT] if sent is None else []
        missing += [REGIME] if case.regime is None else []
        return [cannot(LIMITS[Rule.REVIEW_REQUEST, case.regime or Regime.FOIA], *missing)]
    met = _since(case, events.ReviewRequested, sent)
    items = [view.item(view.counted(row, _review_start(view, sent)), done=True, on=met)]
    if letter.review_route and letter.review_route.offered is Offer.OFFERED:
        items += _own_windows(view, row.regime, letter, letter.review_route)
    return items


def _review_start(view: _View, sent: date) -> date:
    """Return the day the window to ask for a review is counted from.

    The day of the letter; under FOISA s.20(5) the end of the time to answer, if later.
    """
    due = _response_deadline(view)
    if view.case.regime is Regime.FOISA and isinstance(due, Deadline):
        return max(sent, due.due)
    return sent


_READINGS: Final = {
    WindowUnit.WORKING_DAYS: (Unit.WORKING_DAYS,),
    WindowUnit.CALENDAR_DAYS: (Unit.CALENDAR_DAYS,),
    WindowUnit.DAYS: (Unit.CALENDAR_DAYS, Unit.WORKING_DAYS),
    WindowUnit.WEEKS: (Unit.WEEKS,),
    WindowUnit.MONTHS: (Unit.MONTHS,),
    WindowUnit.NOT_STATED: (),
}


def _own_windows(view: _View, regime: Regime, letter: Response, route: ReviewRoute) -> list[Item]:
    if route.length is not None and route.unit is WindowUnit.NOT_STATED:
        return [_own_unknown(f"what the {route.length} are counted in")]
    readings = own_readings(regime, letter, view.case.law_as_at, view.calendar)
    return [
        reading
        if isinstance(reading, Undetermined)
        else TimetableEntry(deadline=reading, note=_assumption(route))
        for reading in readings
    ]


def _own_unknown(missing: str) -> Undetermined:
    return Undetermined(what=f"the last day to {OWN_WINDOW}", missing=(missing,), cites=(LETTER,))


def own_readings(
    regime: Regime,
    letter: Response,
    law_as_at: LawAsAt | None = None,
    calendar: WorkingDayCalendar | None = None,
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
                calendar=calendar,
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


def _reviews(view: _View) -> list[Item]:
    case = view.case
    asked = _last(case, events.ReviewRequested)
    if asked is None:
        return []
    if case.regime is None:
        return [cannot(LIMITS[Rule.REVIEW_ANSWER, Regime.FOIA], REGIME)]
    outcomes = [
        r.sent
        for r in case.responses
        if r.kind is ResponseKind.REVIEW_OUTCOME and (r.sent is None or r.sent >= asked.on)
    ]
    sent = min((sent for sent in outcomes if sent is not None), default=None)
    note = _UNDATED if outcomes and sent is None else None
    rows = (view.row(Rule.REVIEW_ANSWER, sent), view.row(Rule.REVIEW_ANSWER_AT_MOST, sent))
    return [
        view.item(view.counted(row, asked.on), done=bool(outcomes), on=sent, note=note)
        for row in rows
        if row is not None
    ]


def _complaint(view: _View) -> list[Item]:
    """Return the last day to complain to the regulator, once there is a final response.

    That of a review; or, where the letter says that there is no review to ask for, the
    letter itself: s.50(2)(a) wants a complaints procedure exhausted first.
    """
    row = view.row(Rule.COMPLAINT)
    letters = [response.sent for response in view.case.responses if _is_final(response)]
    if row is None or not letters:
        return []
    dated = [sent for sent in letters if sent is not None]
    if len(dated) < len(letters):
        return [cannot(row, SENT)]
    made = _since(view.case, events.ComplaintMade, max(dated))
    return [view.item(view.counted(row, max(dated)), done=True, on=made)]


def _is_final(response: Response) -> bool:
    route = response.review_route
    none_exists = route is not None and route.offered is Offer.NONE_EXISTS
    return response.kind is ResponseKind.REVIEW_OUTCOME or (
        response.kind is ResponseKind.RESPONSE and none_exists
    )


def _appeal(view: _View) -> list[Item]:
    """Return what follows from a decision notice: the time to appeal, and to comply."""
    served = _last(view.case, events.DecisionNoticeServed)
    row = view.row(Rule.APPEAL)
    if served is None or row is None:
        return []
    lodged = _since(view.case, events.AppealLodged, served.on)
    comply = Undetermined(
        what="the last day to take the steps the decision notice requires",
        missing=("the time the notice states",),
        cites=(Citation.parse("50(4)"), Citation.parse("50(6)")),
    )
    appeal = view.counted(row, served.on)
    return [view.item(appeal, done=True, on=lodged), comply]
