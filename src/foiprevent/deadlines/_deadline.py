"""A deadline, and the steps to it.

The day a period is counted from is day 0, whatever kind of day it is; the period ends
with the day on which the count is reached.  A limit in working days never rolls forward,
since the last working day counted is a working day.  An answer at any time on it is in time, but
s.10(1) asks for promptness too: the twentieth day is a ceiling.
"""

from __future__ import annotations

import enum
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent._provenance import LawAsAt
from foiprevent.citations import Citation, Source
from foiprevent.deadlines.holidays import BankHoliday
from foiprevent.deadlines.limits import Rule, TimeLimit, Unit

if TYPE_CHECKING:
    from foiprevent.deadlines.holidays import Division


@final
class SkipReason(enum.Enum):
    """Why a day was not counted."""

    SATURDAY = "Saturday"
    SUNDAY = "Sunday"
    BANK_HOLIDAY = "bank holiday"
    DISREGARDED = "disregarded: a fee was awaited"
    NO_SCHOOL_DAY = "no school day"


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
            return f"{written(self.day)}, {self.reason.value}"
        where: dict[str, list[str]] = {}
        for observance in self.holiday.observances:
            part = f"{observance.division.title} ({observance.basis.value})"
            where.setdefault(observance.name, []).append(part)
        names = "; ".join(f"{name}: {', '.join(parts)}" for name, parts in where.items())
        return f"{written(self.day)}, {names}"


@final
@attrs.frozen(kw_only=True)
class Step:
    """One day on the way to a deadline.

    Attributes:
        day: The day.
        number: Its number in the count, from 0; ``None`` if it was not counted.
        skipped: Why it was not counted.
    """

    day: date
    number: int | None
    skipped: SkippedDay | None = None


@final
@attrs.frozen(kw_only=True)
class Alternative:
    """What the answer would be on another footing.

    Attributes:
        due: The last day then.
        what: The footing.
    """

    due: date
    what: str

    def __str__(self) -> str:
        return f"{written(self.due)} if {self.what}"


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
        notes: What a reader must know to rely on it: what was assumed, and what is unsure.
        alternatives: What would change the answer, and to what.
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
    alternatives: tuple[Alternative, ...] = ()
    calendar_version: str
    library_version: str
    law_as_at: LawAsAt

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every day from day 0 to the last, counted or not."""
        passed = {skipped.day: skipped for skipped in self.skipped}
        number = 0
        first = 0 if self.limit.begins_with else 1
        steps = [Step(day=self.start, number=0)] * first
        for offset in range(first, (self.due - self.start).days + 1):
            day = self.start + timedelta(days=offset)
            if day in passed:
                steps.append(Step(day=day, number=None, skipped=passed[day]))
            else:
                number += 1
                steps.append(Step(day=day, number=number))
        return tuple(steps)

    def explain(self) -> str:
        """Return the steps to the date, as plain text."""
        limit = self.limit
        weekends = sum(day.reason in _WEEKEND for day in self.skipped)
        first = "day 1" if limit.begins_with else "day 0"
        lines = [
            f"{written(self.due)} is the last day to {limit.title}.",
            f"  rests on   {'; '.join(map(str, self.cites))} ({limit.kind.value})",
            f"  {first}      {written(self.start)}, {limit.counted_from}",
            f"  period     {limit.length} {limit.unit.value}, the last ending at {limit.ends_at}",
        ]
        if limit.unit in (Unit.WORKING_DAYS, Unit.SCHOOL_DAYS):
            lines.append(f"  not counted, besides {weekends} days of weekends:")
            lines += _stretches(self.skipped) or ["    nothing"]
        lines += [f"  note       {note}" for note in self.notes]
        if self.alternatives:
            lines.append("  what would change the answer:")
            lines += [f"    {alternative}" for alternative in self.alternatives]
        lines.append(
            f"  worked out with foiprevent {self.library_version}, calendar "
            f"{self.calendar_version}, law as at {self.law_as_at}"
        )
        return "\n".join(lines)


def _stretches(skipped: tuple[SkippedDay, ...]) -> list[str]:
    """Return a line for each bank holiday, and one for each run of other days but weekends."""
    runs: list[list[SkippedDay]] = []
    joined, last = False, date.min
    for day in skipped:
        joined &= day.day - last == timedelta(days=1)  # not if a day was counted in between
        last = day.day
        if day.reason in _WEEKEND:
            continue
        if joined and day.holiday is None and day.reason is runs[-1][0].reason:
            runs[-1].append(day)
        else:
            runs.append([day])
        joined = True
    return [f"    {_stretch(run)}" for run in runs]


def _stretch(run: list[SkippedDay]) -> str:
    first, last = run[0], run[-1]
    if first is last:
        return str(first)
    ends = f"{written(first.day)} to {written(last.day)}"
    return f"{ends} ({len(run)} working days), {first.reason.value}"


_WEEKEND: Final = frozenset({SkipReason.SATURDAY, SkipReason.SUNDAY})


def written(day: date) -> str:
    """Return a day as people write it, with its weekday: ``Monday 24 April 2023``."""
    return f"{day:%A} {day.day} {day:%B %Y}"
