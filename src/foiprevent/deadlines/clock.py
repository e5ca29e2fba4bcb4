"""The clock of a request: started, suspended, restarted, paused, extended, stopped.

Receipt starts it (s.10(1)).  Asking what is wanted suspends the duty to answer, and the
clarification starts the clock anew (ss.1(3), 10(6)(b)).  A fees notice pauses it: the
working days from the day of the notice to the day of payment do not count (s.10(2)), and
if nothing is paid in time the duty lapses (s.9(2)).  More time may be taken, but the notice
of that is itself due by the ordinary day (s.17(1) and (2)).

Replaying is a pure fold over events in the order of their days; events of one day are taken
in the order above, so that the order of recording does not matter.  Where two events do not
go together nothing is invented: the conflict is kept, with the rules that meet in it.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent._provenance import LawAsAt
from foiprevent._values import day, one_of, plain_day
from foiprevent.citations import Citation, Regime, Source
from foiprevent.deadlines._deadline import Deadline
from foiprevent.deadlines.calendar import WorkingDayCalendar, working_days
from foiprevent.deadlines.counting import apply, last_working_day
from foiprevent.deadlines.limits import LIMITS, Rule, limit
from foiprevent.errors import CalendarRangeError, InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@final
class ClockEventKind(enum.Enum):
    """What happens to a clock, in the order in which the events of one day are taken."""

    STARTED = "started"
    """The request is received."""
    SUSPENDED = "suspended"
    """Clarification is sought."""
    RESTARTED = "restarted"
    """The clarification is received."""
    PAUSED = "paused"
    """A fees notice is given."""
    RESUMED = "resumed"
    """The fee is received."""
    EXTENDED = "extended"
    """More time is taken."""
    STOPPED = "stopped"
    """The request is answered."""
    ENDED = "ended"
    """There is nothing left to answer: withdrawn, or transferred."""


_RANK: Final = {kind: rank for rank, kind in enumerate(ClockEventKind)}


@final
@attrs.frozen(kw_only=True)
class ClockEvent:
    """Something that happens to a clock.

    Attributes:
        on: The day.
        kind: What happens.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))
    kind: ClockEventKind = attrs.field(validator=one_of(ClockEventKind))


@final
class Phase(enum.Enum):
    """What a clock is doing."""

    NOT_STARTED = "not started"
    RUNNING = "running"
    SUSPENDED = "suspended until the clarification arrives"
    PAUSED = "paused until the fee arrives"
    LAPSED = "lapsed: the fee was not paid in time"
    STOPPED = "stopped by an answer"
    ENDED = "ended without an answer"


@final
@attrs.frozen(kw_only=True)
class Conflict:
    """Two events that do not go together.

    Attributes:
        on: The day of the second.
        what: Why they do not.
        cites: The rules that meet.
    """

    on: date
    what: str
    cites: tuple[Citation | Source, ...]


@final
@attrs.frozen(kw_only=True)
class ClockReading:
    """What a clock shows.

    Attributes:
        on: The day it is read; ``None`` for the end of the record.
        phase: What it is doing.
        deadline: The last day to answer, as things stand; ``None`` while it cannot be told.
        extended: The last day, or the guideline, once more time was taken in time.
        original: What would have been due without any suspension, pause or extension.
        payment: While a fee is awaited, the last day to pay it.
        awaits: What the count waits for, in words.
        stopped_on: The day of the answer.
        overdue_by: How many working days the answer came after the last day, or has not
            come by the day read; ``None`` if it cannot be told.
        conflicts: Events that do not go together.
        beyond_calendar: Whether a day lies past what the calendar knows.
    """

    on: date | None
    phase: Phase
    deadline: Deadline | None = None
    extended: Deadline | None = None
    original: Deadline | None = None
    payment: Deadline | None = None
    awaits: tuple[str, ...] = ()
    stopped_on: date | None = None
    overdue_by: int | None = None
    conflicts: tuple[Conflict, ...] = ()
    beyond_calendar: bool = False


def replay(
    events: Iterable[ClockEvent],
    *,
    regime: Regime = Regime.FOIA,
    rule: Rule = Rule.RESPONSE,
    on: date | None = None,
    calendar: WorkingDayCalendar | None = None,
    law_as_at: LawAsAt | None = None,
) -> ClockReading:
    """Return what the clock of a request shows.

    Args:
        events: What happened, in any order; what lies after *on* is left out.
        regime: The regime.
        rule: The time there is to answer: the ordinary one, or that of archives.
        on: The day to read it; without it, the end of the record.
        calendar: The working days; without it, those of the regime.
        law_as_at: The day as at which the law is read.

    Raises:
        InvalidRecordError: If *on* is not a date; if *rule* is another; if *regime* is not
            a regime or has no such limit.
    """
    if rule not in _ON_A_CLOCK:
        raise InvalidRecordError("replay.rule", rule, _EXPECTED_RULE)
    limit(rule, regime)
    until = None if on is None else plain_day(on, "replay.on")
    taken = [event for event in events if until is None or event.on <= until]
    law = _Law(
        regime=regime, rule=rule, calendar=calendar or working_days(regime), law_as_at=law_as_at
    )
    face = _Face()
    for event in sorted(taken, key=lambda event: (event.on, _RANK[event.kind])):
        face = _taken(face, event, law)
    return _read(face, until, law)


_ON_A_CLOCK: Final = (Rule.RESPONSE, Rule.RESPONSE_ARCHIVES)
_EXPECTED_RULE: Final = "expected Rule.RESPONSE or Rule.RESPONSE_ARCHIVES"


def _cites(*texts: str) -> tuple[Citation, ...]:
    return tuple(Citation.parse(text) for text in texts)


_RULES: Final[dict[Regime, dict[ClockEventKind, tuple[Citation, ...]]]] = {
    Regime.FOIA: {
        ClockEventKind.SUSPENDED: _cites("FOIA s.1(3)"),
        ClockEventKind.RESTARTED: _cites("FOIA s.10(6)"),
        ClockEventKind.PAUSED: _cites("FOIA s.9(1)"),
        ClockEventKind.RESUMED: _cites("FOIA s.10(2)"),
        ClockEventKind.EXTENDED: _cites("FOIA s.10(3)", "FOIA s.17(2)"),
    },
    Regime.EIR: {
        ClockEventKind.SUSPENDED: _cites("EIR reg.9(2)"),
        ClockEventKind.RESTARTED: _cites("EIR reg.9(4)"),
        ClockEventKind.PAUSED: _cites("EIR reg.8(4)"),
        ClockEventKind.RESUMED: _cites("EIR reg.8(6)"),
        ClockEventKind.EXTENDED: _cites("EIR reg.7(1)"),
    },
    Regime.FOISA: {
        ClockEventKind.SUSPENDED: _cites("FOISA s.1(3)"),
        ClockEventKind.RESTARTED: _cites("FOISA s.10(1)"),
        ClockEventKind.PAUSED: _cites("FOISA s.9(1)"),
        ClockEventKind.RESUMED: _cites("FOISA s.10(3)"),
        ClockEventKind.EXTENDED: _cites("FOISA s.10(1)"),
    },
}
"""What each event rests on; FOISA has nothing that gives more time."""


@attrs.frozen(kw_only=True)
class _Law:
    """What the fold counts with."""

    regime: Regime
    rule: Rule
    calendar: WorkingDayCalendar
    law_as_at: LawAsAt | None

    def rests_on(self, *kinds: ClockEventKind) -> tuple[Citation | Source, ...]:
        general = LIMITS[Rule.RESPONSE, self.regime].cites[:1]
        return general + tuple(
            cite for kind in kinds for cite in _RULES[self.regime].get(kind, ())
        )

    def due(self, start: date, pauses: tuple[tuple[date, date], ...]) -> date | None:
        """Return the last day to answer alone; ``None`` if the calendar does not reach it."""
        length = LIMITS[self.rule, self.regime].length
        try:
            return last_working_day(self.calendar, start, length, pauses)
        except CalendarRangeError:
            return None

    def last_day(
        self,
        rule: Rule,
        start: date | None,
        pauses: tuple[tuple[date, date], ...] = (),
        dealt_with: date | None = None,
        *,
        restarted: bool = False,
    ) -> Deadline | None:
        """Return a last day with the steps to it; ``None`` if the calendar does not reach it."""
        if start is None or (rule, self.regime) not in LIMITS:
            return None
        row = limit(rule, self.regime, dealt_with=dealt_with)
        if restarted:
            rules = _RULES[self.regime]
            anew = rules[ClockEventKind.SUSPENDED] + rules[ClockEventKind.RESTARTED]
            row = attrs.evolve(
                row,
                cites=tuple(dict.fromkeys(row.cites + anew)),
                counted_from="the day the clarification is received",
            )
        if pauses:
            left_out = _RULES[self.regime][ClockEventKind.RESUMED]
            row = attrs.evolve(row, cites=row.cites + left_out)
        try:
            return apply(
                row, start, disregarded=pauses, law_as_at=self.law_as_at, calendar=self.calendar
            )
        except CalendarRangeError:
            return None


@attrs.frozen(kw_only=True)
class _Face:
    """What the fold carries from event to event."""

    received: date | None = None
    start: date | None = None
    restarted: bool = False
    sought: date | None = None
    noticed: date | None = None
    pauses: tuple[tuple[date, date], ...] = ()
    extended: bool = False
    stopped: date | None = None
    ended: bool = False
    lapsed: bool = False
    ignored: frozenset[ClockEventKind] = frozenset()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def is_over(self) -> bool:
        return self.stopped is not None or self.ended or self.lapsed


def _taken(face: _Face, event: ClockEvent, law: _Law) -> _Face:
    kind, on = event.kind, event.on
    if kind is ClockEventKind.STARTED and face.start is None:
        return attrs.evolve(face, received=on, start=on)
    if kind is ClockEventKind.STOPPED and face.is_over:
        return face
    refused = _refused(face, event, law)
    if refused:
        ignored = face.ignored | {_ANSWERED_BY.get(kind, kind)}
        return _conflict(attrs.evolve(face, ignored=ignored), event, law, refused)
    return _STEPS[kind](face, event, law)


def _refused(face: _Face, event: ClockEvent, law: _Law) -> str | None:
    """Say why an event cannot be taken, if it cannot."""
    if event.kind is ClockEventKind.STARTED:
        return "the request was already received"
    if face.start is None:
        return "the request was not received yet"
    if face.is_over:
        return "nothing was left to answer"
    waiting = face.sought is not None or face.noticed is not None
    if event.kind in _BY_THE_LAST_DAY and not waiting:
        due = law.due(face.start, face.pauses)
        if due is not None and event.on > due:
            return "the last day to answer had passed"
    return None


_BY_THE_LAST_DAY: Final = frozenset(
    {ClockEventKind.SUSPENDED, ClockEventKind.PAUSED, ClockEventKind.EXTENDED}
)
_ANSWERED_BY: Final = {
    ClockEventKind.SUSPENDED: ClockEventKind.RESTARTED,
    ClockEventKind.PAUSED: ClockEventKind.RESUMED,
}


def _conflict(
    face: _Face, event: ClockEvent, law: _Law, what: str, *with_: ClockEventKind
) -> _Face:
    found = Conflict(
        on=event.on, what=f"{event.kind.value}: {what}", cites=law.rests_on(*with_, event.kind)
    )
    return attrs.evolve(face, conflicts=(*face.conflicts, found))


def _suspended(face: _Face, event: ClockEvent, law: _Law) -> _Face:
    if face.sought is not None:
        return face
    if face.noticed is not None:
        both = "a fee is awaited too; the count starts with the clarification, and leaves out the "
        face = _conflict(face, event, law, both + "days to the payment", ClockEventKind.RESUMED)
    return attrs.evolve(face, sought=event.on)


def _restarted(face: _Face, event: ClockEvent, law: _Law) -> _Face:
    if face.sought is None:
        if event.kind in face.ignored:
            return face
        return _conflict(face, event, law, "nothing was asked for", ClockEventKind.SUSPENDED)
    return attrs.evolve(face, start=event.on, sought=None, restarted=True)


def _paused(face: _Face, event: ClockEvent, law: _Law) -> _Face:
    if face.noticed is not None:
        return _conflict(face, event, law, "an earlier notice is still unpaid")
    if face.sought is not None:
        both = "clarification is awaited too; the count starts with it, and leaves out the "
        face = _conflict(face, event, law, both + "days to the payment", ClockEventKind.RESTARTED)
    return attrs.evolve(face, noticed=event.on)


def _resumed(face: _Face, event: ClockEvent, law: _Law) -> _Face:
    if face.noticed is None:
        if event.kind in face.ignored:
            return face
        return _conflict(face, event, law, "no fee was asked for", ClockEventKind.PAUSED)
    last = law.last_day(Rule.FEE_PAYMENT, face.noticed)
    if last is not None and event.on > last.due:
        late = _conflict(face, event, law, "the time to pay had passed", ClockEventKind.PAUSED)
        return attrs.evolve(late, lapsed=True)
    return attrs.evolve(face, noticed=None, pauses=(*face.pauses, (face.noticed, event.on)))


def _stopped(face: _Face, event: ClockEvent, _: _Law) -> _Face:
    return attrs.evolve(face, stopped=event.on)


def _ended(face: _Face, _: ClockEvent, __: _Law) -> _Face:
    return attrs.evolve(face, ended=True)


def _more_time(face: _Face, event: ClockEvent, law: _Law) -> _Face:
    if (Rule.EXTENDED_RESPONSE, law.regime) not in LIMITS:
        return _conflict(face, event, law, f"{law.regime.value} gives no more time")
    return attrs.evolve(face, extended=True)


_STEPS: Final[dict[ClockEventKind, Callable[[_Face, ClockEvent, _Law], _Face]]] = {
    ClockEventKind.SUSPENDED: _suspended,
    ClockEventKind.RESTARTED: _restarted,
    ClockEventKind.PAUSED: _paused,
    ClockEventKind.RESUMED: _resumed,
    ClockEventKind.EXTENDED: _more_time,
    ClockEventKind.STOPPED: _stopped,
    ClockEventKind.ENDED: _ended,
}


def _read(face: _Face, on: date | None, law: _Law) -> ClockReading:
    payment = law.last_day(Rule.FEE_PAYMENT, face.noticed)
    lapsed = face.lapsed or bool(payment and on and on > payment.due and not face.is_over)
    phase = _phase(face, lapsed=lapsed)
    awaits = tuple(
        what
        for what, since in (
            ("the clarification asked for", face.sought),
            ("the fee asked for", face.noticed),
        )
        if since is not None and not lapsed
    )
    deadline = extended = None
    if not awaits and not lapsed:
        anew = face.restarted
        deadline = law.last_day(law.rule, face.start, face.pauses, face.stopped, restarted=anew)
        if face.extended:
            extended = law.last_day(
                Rule.EXTENDED_RESPONSE, face.start, face.pauses, restarted=anew
            )
    beyond = face.start is not None and deadline is None
    beyond |= face.extended and extended is None
    last = extended or deadline
    done = face.stopped or (None if phase is not Phase.RUNNING else on)
    return ClockReading(
        on=on,
        phase=phase,
        deadline=deadline,
        extended=extended,
        original=law.last_day(law.rule, face.received, dealt_with=face.stopped),
        payment=payment,
        awaits=awaits,
        stopped_on=face.stopped,
        overdue_by=late_by(last, done, law.calendar) if last and done else None,
        conflicts=face.conflicts,
        beyond_calendar=beyond and not awaits and not lapsed,
    )


def _phase(face: _Face, *, lapsed: bool) -> Phase:
    if face.start is None:
        return Phase.NOT_STARTED
    if lapsed:
        return Phase.LAPSED
    if face.stopped is not None:
        return Phase.STOPPED
    if face.ended:
        return Phase.ENDED
    if face.sought is not None:
        return Phase.SUSPENDED
    return Phase.RUNNING if face.noticed is None else Phase.PAUSED


def late_by(
    deadline: Deadline, done: date, calendar: WorkingDayCalendar | None = None
) -> int | None:
    """Return how many working days after *deadline* the day *done* is; 0 if in time.

    ``None`` if the calendar does not reach so far.
    """
    if done <= deadline.due:
        return 0
    try:
        return (calendar or working_days(deadline.limit.regime)).count(deadline.due, done)
    except CalendarRangeError:
        return None
