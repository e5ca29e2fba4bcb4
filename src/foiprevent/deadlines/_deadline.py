"""A deadline, and the steps to it.

The day a period is counted from is day 0, whatever kind of day it is; the period ends
with the day on which the count is reached.  No rolling forward is ever needed, since the
last working day counted is a working day.  An answer at any time on it is in time, but
s.10(1) asks for promptness too: the twentieth day is a ceiling.
"""

from __future__ import annotations

import enum
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent._provenance import LawAsAt, LawBasis, library_version
from foiprevent._values import plain_day
from foiprevent.citations import Citation, Regime, Source
from foiprevent.deadlines.calendar import (
    BankHoliday,
    HolidayStatus,
    WorkingDayCalendar,
    working_days,
)
from foiprevent.deadlines.limits import LIMITS, LimitKind, Rule, TimeLimit, Unit
from foiprevent.errors import CalendarRangeError, InvalidRecordError

if TYPE_CHECKING:
    from foiprevent.deadlines.calendar import Division

OWN_WINDOW: Final = "ask for an internal review, by the letter's own window"
_SATURDAY: Final = 5
_SUNDAY: Final = 6


@final
class SkipReason(enum.Enum):
    """Why a day was not counted."""

    SATURDAY = "Saturday"
    SUNDAY = "Sunday"
    BANK_HOLIDAY = "bank holiday"
    DISREGARDED = "disregarded while a fee was awaited"


@final
@attrs.frozen(kw_only=True)
class SkippedDay:
    """A day that was not counted.

    Attributes:
        day: The day.
        reason: Why it was not.
        holiday: For a bank holiday: its names, parts of the UK, basis and sources.
    """

    day: date
    reason: SkipReason
    holiday: BankHoliday | None = None

    @property
    def parts(self) -> tuple[Division, ...]:
        """The parts of the UK in which the day is a bank holiday."""
        return () if self.holiday is None else self.holiday.divisions

    def __str__(self) -> str:
        if self.holiday is None:
            return f"{written(self.day)}: {self.reason.value}"
        where: dict[str, list[str]] = {}
        for observance in self.holiday.observances:
            part = f"{observance.division.title} ({observance.basis.value})"
            where.setdefault(observance.name, []).append(part)
        names = "; ".join(f"{name}: {', '.join(parts)}" for name, parts in where.items())
        return f"{written(self.day)}, {names}"


@final
@attrs.frozen(kw_only=True)
class Deadline:
    """The last day for something, with the steps that led to it.

    Attributes:
        due: The last day, inclusive.
        rule: What it is for.
        limit: The time limit applied.
        cites: What it rests on.
        start: The day counted from: day 0.
        skipped: The days passed over, in order; none where all days count.
        projected: Whether it was counted past the published bank holidays.
        notes: What a reader must know to rely on it.
        calendar_version: The calendar it was counted on.
        library_version: The library that counted it.
        law_as_at: The day as at which the law was read.
    """

    due: date
    rule: Rule
    limit: TimeLimit
    cites: tuple[Citation | Source, ...]
    start: date
    skipped: tuple[SkippedDay, ...]
    projected: bool
    notes: tuple[str, ...]
    calendar_version: str
    library_version: str
    law_as_at: LawAsAt

    def explain(self) -> str:
        """Return the steps to the date, as plain text."""
        limit = self.limit
        listed = [day for day in self.skipped if day.reason not in _WEEKEND]
        weekends = len(self.skipped) - len(listed)
        lines = [
            f"{written(self.due)} is the last day to {limit.title}.",
            f"  rests on   {'; '.join(map(str, self.cites))} ({limit.kind.value})",
            f"  day 0      {written(self.start)}, {limit.counted_from}",
            f"  period     {limit.length} {limit.unit.value}, the last ending at midnight",
        ]
        if limit.unit is Unit.WORKING_DAYS:
            lines.append(f"  not counted, besides {weekends} days of weekends:")
            lines += [f"    {day}" for day in listed] or ["    nothing"]
        lines += [f"  note       {note}" for note in self.notes]
        lines.append(
            f"  worked out with foiprevent {self.library_version}, calendar "
            f"{self.calendar_version}, law as at {self.law_as_at}"
        )
        return "\n".join(lines)


_WEEKEND: Final = frozenset({SkipReason.SATURDAY, SkipReason.SUNDAY})
_EXPECTED_REGIME: Final = "expected Regime"
_ORDINARY: Final = {
    regime: limit.length for (rule, regime), limit in LIMITS.items() if rule is Rule.RESPONSE
}
_FROM_RECEIPT: Final = frozenset({Rule.RESPONSE, Rule.EXTENDED_RESPONSE})
"""The rules whose day 0 is the day the request was received."""


def written(day: date) -> str:
    """Return a day as people write it, with its weekday: ``Monday 24 April 2023``."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def due_date(
    received: date, *, regime: Regime = Regime.FOIA, calendar: WorkingDayCalendar | None = None
) -> date:
    """Return the statutory last day to answer an ordinary request.

    The twentieth working day after the day of receipt, in all three regimes (FOIA
    s.10(1), EIR reg.5(2), FOISA s.10(1)); which days are working days differs.

    Args:
        received: The civil day in London on which the request arrived.
        regime: The regime it falls under.
        calendar: The working days; without it, those of the regime.

    Raises:
        CalendarRangeError: If the count leaves what the calendar knows.
        InvalidRecordError: If *received* is not a date, or *regime* is not a regime.
    """
    length = _ORDINARY.get(regime)
    if length is None:
        raise InvalidRecordError("due_date.regime", regime, _EXPECTED_REGIME)
    return (calendar or working_days(regime)).add(received, length)


def deadline(
    received: date,
    *,
    regime: Regime = Regime.FOIA,
    rule: Rule = Rule.RESPONSE,
    calendar: WorkingDayCalendar | None = None,
) -> Deadline:
    """Return the last day for something, with the steps that led to it.

    Args:
        received: Day 0: for a response the day the request arrived; for other rules the
            day their limit is counted from.
        regime: The regime.
        rule: What the deadline is for.
        calendar: The working days; without it, those of the regime.

    Raises:
        CalendarRangeError: If the count leaves what the calendar knows.
        InvalidRecordError: If *received* is not a date, *regime* is not a regime, or the
            regime has no such limit.
    """
    if type(regime) is not Regime:
        raise InvalidRecordError("deadline.regime", regime, _EXPECTED_REGIME)
    limit = LIMITS.get((rule, regime))
    if limit is None:
        raise InvalidRecordError("deadline.rule", rule, f"{regime.value} has no such limit")
    return apply(limit, received, calendar=calendar)


def own_window(
    start: date,
    length: int,
    unit: Unit,
    *,
    regime: Regime,
    counted_from: str,
    cites: tuple[Source, ...],
    law_as_at: LawAsAt | None = None,
) -> Deadline:
    """Return the last day of the window to ask for a review that a letter sets itself.

    Args:
        start: Day 0.
        length: How long the window is.
        unit: What it is counted in, as read.
        regime: The regime whose working days count, if working days do.
        counted_from: What day 0 is, in words.
        cites: The letter.
        law_as_at: The day as at which the law was read; without it, *start*.
    """
    limit = TimeLimit(
        rule=Rule.OWN_WINDOW,
        regime=regime,
        title=OWN_WINDOW,
        length=length,
        unit=unit,
        counted_from=counted_from,
        kind=LimitKind.AUTHORITY,
        cites=cites,
    )
    return apply(limit, start, law_as_at=law_as_at)


def apply(
    limit: TimeLimit,
    start: date,
    *,
    disregarded: tuple[tuple[date, date], ...] = (),
    law_as_at: LawAsAt | None = None,
    calendar: WorkingDayCalendar | None = None,
) -> Deadline:
    """Return the last day of *limit*, counted from *start*.

    Args:
        limit: The time limit.
        start: Day 0.
        disregarded: The first and last day of each stretch in which no working day counts:
            from the day a fees notice is given to the day the fee is received (s.10(2)).
        law_as_at: The day as at which the law was read; without it, *start*.
        calendar: The working days; without it, those of the limit's regime.
    """
    start = plain_day(start, "Deadline.start")
    days = working_days(limit.regime) if calendar is None else calendar
    notes: list[str] = []
    skipped: tuple[SkippedDay, ...] = ()
    projected = False
    if limit.unit is not Unit.WORKING_DAYS:
        due = _calendar_period(days, start, limit.length, limit.unit)
    else:
        due = _count(days, start, limit.length, disregarded)
        skipped = tuple(_skipped(days, start, due, disregarded))
        notes += _notes(start, skipped)
        projected = due > days.published_until
    if projected:
        notes.append(
            f"projected: bank holidays are published only to {days.published_until.isoformat()}"
        )
    if law_as_at is None:
        received = limit.rule in _FROM_RECEIPT
        law_as_at = LawAsAt(day=start, basis=LawBasis.RECEIVED if received else LawBasis.ASKED)
    return Deadline(
        due=due,
        rule=limit.rule,
        limit=limit,
        cites=limit.cites,
        start=start,
        skipped=skipped,
        projected=projected,
        notes=tuple(notes),
        calendar_version=days.version,
        library_version=library_version(),
        law_as_at=law_as_at,
    )


def _calendar_period(days: WorkingDayCalendar, start: date, length: int, unit: Unit) -> date:
    import pendulum

    period = pendulum.date(start.year, start.month, start.day)
    try:
        if unit is Unit.MONTHS:
            end = period.add(months=length)
        else:
            end = period.add(days=length * (7 if unit is Unit.WEEKS else 1))
    except (OverflowError, ValueError):
        raise CalendarRangeError(None, days.known_from, days.projected_until) from None
    return date(end.year, end.month, end.day)


def _count(
    days: WorkingDayCalendar,
    start: date,
    length: int,
    disregarded: tuple[tuple[date, date], ...],
) -> date:
    due, covered = days.add(start, length), start
    for given, paid in sorted(disregarded):
        if given > due:
            break
        if paid > covered:
            before = given - timedelta(days=1) if given > covered else covered
            due = days.add(due, days.count(before, paid))
            covered = paid
    return due


def _skipped(
    days: WorkingDayCalendar,
    start: date,
    due: date,
    disregarded: tuple[tuple[date, date], ...],
) -> list[SkippedDay]:
    skipped = []
    for offset in range(1, (due - start).days + 1):
        day = start + timedelta(days=offset)
        if not days.is_working_day(day):
            skipped.append(_day_off(days, day))
        elif any(given <= day <= paid for given, paid in disregarded):
            skipped.append(SkippedDay(day=day, reason=SkipReason.DISREGARDED))
    return skipped


def _day_off(days: WorkingDayCalendar, day: date) -> SkippedDay:
    weekday = day.weekday()
    if weekday in (_SATURDAY, _SUNDAY):
        reason = SkipReason.SATURDAY if weekday == _SATURDAY else SkipReason.SUNDAY
        return SkippedDay(day=day, reason=reason)
    return SkippedDay(day=day, reason=SkipReason.BANK_HOLIDAY, holiday=days.holiday(day))


def _notes(start: date, skipped: tuple[SkippedDay, ...]) -> list[str]:
    notes = []
    for day in skipped:
        holiday = day.holiday
        if holiday is None:
            continue
        if holiday.status is HolidayStatus.CONTESTED:
            notes.append(f"{written(day.day)} is contested as a bank holiday: {holiday.note}")
        if holiday.proclaimed_on is not None and holiday.proclaimed_on > start:
            notes.append(
                f"{written(day.day)} was proclaimed after day 0, on "
                f"{written(holiday.proclaimed_on)}; whether it moves a period already running "
                "is not settled, and here it does"
            )
    return notes
