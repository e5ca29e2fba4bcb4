"""Counting: from a day 0 and a time limit to a deadline.

Working days are counted on the calendar of the regime; calendar days, weeks and months as
the calendar on the wall.  A month ends on the day of the same number, or on its last.  The
alternatives to an answer are counted in the same way, on another footing.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import attrs

from foiprevent._provenance import LawAsAt, LawBasis, library_version
from foiprevent._values import plain_day
from foiprevent.citations import Citation, Regime, Source
from foiprevent.deadlines._deadline import (
    Alternative,
    Deadline,
    SkippedDay,
    SkipReason,
    written,
)
from foiprevent.deadlines.calendar import WorkingDayCalendar, working_days
from foiprevent.deadlines.holidays import Division, HolidayStatus
from foiprevent.deadlines.limits import LIMITS, LimitKind, Rule, TimeLimit, Unit, limit
from foiprevent.errors import CalendarRangeError, InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Stretches = tuple[tuple[date, date], ...]

OWN_WINDOW: Final = "ask for an internal review, by the letter's own window"
_SATURDAY: Final = 5
_SUNDAY: Final = 6
_ORDINARY: Final = {
    regime: (LIMITS[Rule.RESPONSE, regime].length, working_days(regime).add) for regime in Regime
}
_FROM_RECEIPT: Final = frozenset(
    {
        Rule.RESPONSE,
        Rule.RESPONSE_SCHOOL,
        Rule.RESPONSE_ARCHIVES,
        Rule.RESPONSE_WITH_LEAVE,
        Rule.EXTENSION_NOTICE,
        Rule.EXTENDED_RESPONSE,
        Rule.PARTICULARS,
    }
)
"""The rules whose day 0 is the day the request was received."""


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
    try:
        length, add = _ORDINARY[regime]
    except (LookupError, TypeError):
        raise InvalidRecordError("due_date.regime", regime, "expected Regime") from None
    return (add if calendar is None else calendar.add)(received, length)


def deadline(
    received: date,
    *,
    regime: Regime = Regime.FOIA,
    rule: Rule = Rule.RESPONSE,
    calendar: WorkingDayCalendar | None = None,
    dealt_with: date | None = None,
) -> Deadline:
    """Return the last day for something, with the steps that led to it.

    Args:
        received: Day 0: for a response the day the request arrived; for other rules the
            day their limit is counted from.
        regime: The regime.
        rule: What the deadline is for.  For a school see :func:`school_deadline`.
        calendar: The working days; without it, those of the regime.
        dealt_with: The day it was done, if it was; it matters where a limit held only for
            what was done in certain days (FOISA in spring 2020).

    Raises:
        CalendarRangeError: If the count leaves what the calendar knows.
        InvalidRecordError: If *received* or *dealt_with* is not a date, or *regime* is not
            a regime or has no such limit.
    """
    if rule is Rule.RESPONSE_SCHOOL:
        raise InvalidRecordError(
            "deadline.rule", rule, "a school's days differ: use school_deadline"
        )
    return apply(limit(rule, regime, dealt_with=dealt_with), received, calendar=calendar)


def school_deadline(
    received: date,
    *,
    closed: Iterable[tuple[date, date]],
    calendar: WorkingDayCalendar | None = None,
) -> Deadline:
    """Return the last day for a school to answer: SI 2004/3364 reg.3, under s.10(4).

    The 20th working day, leaving out working days that are not school days, or the 60th
    working day, whichever comes first.

    Args:
        received: The day the request arrived.
        closed: The first and last day of each stretch in which this school has no session:
            holidays, and days for staff only.  Weekends and bank holidays need not be given.
        calendar: The working days; without it, those of the Act.

    Raises:
        CalendarRangeError: If the count leaves what the calendar knows.
        InvalidRecordError: If a day is not a date, or a stretch ends before it begins.
    """
    row = LIMITS[Rule.RESPONSE_SCHOOL, Regime.FOIA]
    days = calendar or working_days(Regime.FOIA)
    stretches = tuple(
        (plain_day(first, "school_deadline.closed"), plain_day(last, "school_deadline.closed"))
        for first, last in closed
    )
    for first, last in stretches:
        if last < first:
            raise InvalidRecordError(
                "school_deadline.closed", (first, last), "ends before it begins"
            )

    def count(calendar: WorkingDayCalendar, first: date) -> date:
        latest = calendar.add(first, _LATEST_FOR_A_SCHOOL)
        try:
            return min(latest, last_working_day(calendar, first, row.length, stretches))
        except CalendarRangeError:
            return latest

    latest = days.add(received, _LATEST_FOR_A_SCHOOL)
    try:
        found = apply(
            row, received, disregarded=stretches, why=SkipReason.NO_SCHOOL_DAY, calendar=days
        )
    except CalendarRangeError:
        found = None
    if found is None or found.due > latest:
        whole = attrs.evolve(row, length=_LATEST_FOR_A_SCHOOL, unit=Unit.WORKING_DAYS)
        cut = apply(whole, received, calendar=days)
        sooner = "the 60th working day came before the 20th school day"
        found = attrs.evolve(cut, notes=(sooner, *cut.notes))
    return attrs.evolve(found, alternatives=_alternatives(found, days, count))


_LATEST_FOR_A_SCHOOL: Final = 60


def compliance_deadline(sent: date, length: int, unit: Unit = Unit.CALENDAR_DAYS) -> Deadline:
    """Return the last day to take the steps of a decision notice, in the time it states.

    Notices have stated 35 calendar days (2012 to 2016) and 30 (2026), so the time is never
    assumed; it must outlast the time to appeal (s.50(6)).

    Args:
        sent: The day of the notice.
        length: The time it states, in *unit*.
        unit: What that is counted in.

    Raises:
        CalendarRangeError: If the count leaves what the calendar knows, or what a date
            can hold.
        InvalidRecordError: If *sent* is not a date.
    """
    row = TimeLimit(
        rule=Rule.COMPLIANCE,
        regime=Regime.FOIA,
        title="take the steps the decision notice requires",
        length=length,
        unit=unit,
        counted_from="the day of the decision notice",
        cites=(Citation.parse("50(4)"), Citation.parse("50(6)")),
    )
    return apply(row, sent)


def own_window(
    start: date,
    length: int,
    unit: Unit,
    *,
    regime: Regime,
    counted_from: str,
    cites: tuple[Source, ...],
    law_as_at: LawAsAt | None = None,
    calendar: WorkingDayCalendar | None = None,
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
        calendar: The working days; without it, those of the regime.
    """
    row = TimeLimit(
        rule=Rule.OWN_WINDOW,
        regime=regime,
        title=OWN_WINDOW,
        length=length,
        unit=unit,
        counted_from=counted_from,
        kind=LimitKind.AUTHORITY,
        cites=cites,
    )
    return apply(row, start, law_as_at=law_as_at, calendar=calendar)


def apply(
    row: TimeLimit,
    start: date,
    *,
    disregarded: Stretches = (),
    why: SkipReason = SkipReason.DISREGARDED,
    law_as_at: LawAsAt | None = None,
    calendar: WorkingDayCalendar | None = None,
) -> Deadline:
    """Return the last day of a time limit, counted from *start*.

    Args:
        row: The time limit.
        start: Day 0, or the first day of a period that begins with it.
        disregarded: The first and last day of each stretch in which no working day counts:
            from the day a fees notice is given to the day the fee is received (s.10(2)), or
            the days a school is closed.
        why: What those stretches are.
        law_as_at: The day as at which the law was read; without it, *start*.
        calendar: The working days; without it, those of the limit's regime.
    """
    start = plain_day(start, "Deadline.start")
    days = calendar or working_days(row.regime)
    notes = [] if row.note is None else [row.note]
    skipped: tuple[SkippedDay, ...] = ()
    projected = False
    if row.unit in (Unit.WORKING_DAYS, Unit.SCHOOL_DAYS):
        due = last_working_day(days, start, row.length, disregarded)
        skipped = tuple(_skipped(days, start, due, disregarded, why))
        notes += _notes(start, skipped)
        projected = due > days.published_until
    else:
        due = _calendar_period(days, start, row)
        if row.rule is Rule.APPEAL:
            due = _next_in_england_and_wales(days, due)
    if projected:
        notes.append(
            f"projected: bank holidays are published only to {days.published_until.isoformat()}"
        )
    if law_as_at is None:
        received = row.rule in _FROM_RECEIPT
        law_as_at = LawAsAt(day=start, basis=LawBasis.RECEIVED if received else LawBasis.ASKED)
    found = Deadline(
        due=due,
        rule=row.rule,
        limit=row,
        cites=row.cites,
        start=start,
        skipped=skipped,
        projected=projected,
        notes=tuple(notes),
        calendar_version=days.version,
        library_version=library_version(),
        law_as_at=law_as_at,
    )
    if row.unit not in (Unit.WORKING_DAYS, Unit.SCHOOL_DAYS):
        return found
    return attrs.evolve(
        found,
        alternatives=_alternatives(
            found,
            days,
            lambda other, first: last_working_day(other, first, row.length, disregarded),
        ),
    )


def _calendar_period(days: WorkingDayCalendar, start: date, row: TimeLimit) -> date:
    try:
        if row.unit is Unit.MONTHS:
            end = _months_on(start, row.length)
            whole = end.day == start.day  # else the month has no such day, and ends before it
        else:
            end = start + timedelta(days=row.length * (7 if row.unit is Unit.WEEKS else 1))
            whole = True
        return end - timedelta(days=1) if row.begins_with and whole else end
    except (OverflowError, ValueError):
        raise CalendarRangeError(None, days.known_from, days.projected_until) from None


def _months_on(start: date, months: int) -> date:
    import pendulum

    end = pendulum.date(start.year, start.month, start.day).add(months=months)
    return date(end.year, end.month, end.day)


@lru_cache(maxsize=32)
def england_and_wales(whole: WorkingDayCalendar) -> WorkingDayCalendar:
    """Return a calendar with the bank holidays of England and Wales alone.

    Not the Act's own count: what is got by overlooking "in any part of the United Kingdom".
    The day to which an appeal rolls forward is read by it.
    """
    elsewhere: list[date] = []
    for offset in range((whole.projected_until - whole.known_from).days + 1):
        holiday = whole.holiday(whole.known_from + timedelta(days=offset))
        if holiday and Division.ENGLAND_AND_WALES not in holiday.divisions:
            elsewhere.append(holiday.day)
    return whole.with_bank_holidays(remove=elsewhere)


def _next_in_england_and_wales(whole: WorkingDayCalendar, day: date) -> date:
    days = england_and_wales(whole)
    return day if days.is_working_day(day) else days.add(day, 1)


def last_working_day(
    days: WorkingDayCalendar,
    start: date,
    length: int,
    disregarded: Stretches,
) -> date:
    """Return the *length*-th working day after *start* that no disregarded stretch holds."""
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
    disregarded: Stretches,
    why: SkipReason,
) -> list[SkippedDay]:
    skipped: list[SkippedDay] = []
    waiting, until = sorted(disregarded, reverse=True), date.min
    for offset in range(1, (due - start).days + 1):
        day = start + timedelta(days=offset)
        while waiting and waiting[-1][0] <= day:
            until = max(until, waiting.pop()[1])
        if not days.is_working_day(day):
            skipped.append(_day_off(days, day))
        elif day <= until:
            skipped.append(SkippedDay(day=day, reason=why))
    return skipped


def _day_off(days: WorkingDayCalendar, day: date) -> SkippedDay:
    weekday = day.weekday()
    if weekday in (_SATURDAY, _SUNDAY):
        reason = SkipReason.SATURDAY if weekday == _SATURDAY else SkipReason.SUNDAY
        return SkippedDay(day=day, reason=reason)
    return SkippedDay(day=day, reason=SkipReason.BANK_HOLIDAY, holiday=days.holiday(day))


def _notes(start: date, skipped: tuple[SkippedDay, ...]) -> list[str]:
    notes: list[str] = []
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


def _alternatives(
    found: Deadline,
    days: WorkingDayCalendar,
    count: Callable[[WorkingDayCalendar, date], date],
) -> tuple[Alternative, ...]:
    """Return what would change the answer: another calendar, or another day 0."""
    row, start = found.limit, found.start
    footings: list[tuple[WorkingDayCalendar, date, str]] = []
    if row.regime is not Regime.FOISA and days == working_days(row.regime):
        footings.append((england_and_wales(days), start, _ENGLAND))
    if not days.is_working_day(start) and row.rule in _FROM_RECEIPT:
        footings.append((days, days.add(start, 1), _NEXT_DAY))
    holidays = [day.holiday for day in found.skipped if day.holiday is not None]
    late = [h.day for h in holidays if h.proclaimed_on is not None and h.proclaimed_on > start]
    if late:
        footings.append((days.with_bank_holidays(remove=late), start, _PROCLAIMED))
    contested = [h.day for h in holidays if h.status is HolidayStatus.CONTESTED]
    if contested:
        footings.append((days.with_bank_holidays(remove=contested), start, _CONTESTED))
    counted: list[Alternative] = []
    for calendar, first, what in footings:
        with suppress(CalendarRangeError):
            counted.append(Alternative(due=count(calendar, first), what=what))
    return tuple(one for one in counted if one.due != found.due)


_ENGLAND: Final = "only the bank holidays of England and Wales are left out, which is not the law"
_NEXT_DAY: Final = "a request that arrives on no working day is taken to arrive on the next one"
_PROCLAIMED: Final = "a bank holiday proclaimed after day 0 does not move a period already running"
_CONTESTED: Final = "a contested bank holiday was none"
