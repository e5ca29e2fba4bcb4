"""The last day for each day from which a limit can be counted, as a table to look up in.

The table holds what ``WorkingDayCalendar.add`` gives for each day, and no day for any other;
a day that it does not hold is refused, or has no last day where the caller asks for that.
"""

from __future__ import annotations

import enum
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, final

import attrs

from foiprevent.deadlines import Rule, Unit, WorkingDayCalendar, working_days
from foiprevent.deadlines.limits import LIMITS
from foiprevent.errors import CalendarRangeError, InvalidRecordError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from foiprevent.citations import Regime

    Days: TypeAlias = NDArray[np.signedinteger[Any]]

EPOCH: Final = date(1970, 1, 1)
_CHUNK: Final = 1 << 15
"""How many days are looked up at a time: few enough to stay in the processor's cache."""


@final
class OutOfRange(enum.Enum):
    """What becomes of a day of receipt whose last day lies outside the calendar."""

    RAISE = "raise"
    """It is an error."""
    NULL = "null"
    """It has no last day: a null, as if it were not known itself."""


@final
@attrs.frozen(kw_only=True)
class Task:
    """What is to be worked out, whatever holds the days.

    Attributes:
        calendar: The working days.
        length: How many of them the limit has.
        out_of_range: What becomes of a day for which the calendar does not reach.
        received: The name of a frame's column of days of receipt.
        due: The name of its new column of last days.
        projected: The name of its new column that says which are projected, if wanted.
    """

    calendar: WorkingDayCalendar
    length: int
    out_of_range: OutOfRange
    received: str = "received"
    due: str = "due"
    projected: str | None = None

    @property
    def raises(self) -> bool:
        """Whether a day out of range is an error."""
        return self.out_of_range is OutOfRange.RAISE

    @property
    def first(self) -> date:
        """The first day that can be counted from."""
        return self.calendar.known_from

    @property
    def last(self) -> date:
        """The last day that can be counted from."""
        return self.first + timedelta(days=len(self.last_days) - 1)

    @property
    def last_days(self) -> tuple[date, ...]:
        """The last day for each day that can be counted from, in order."""
        return _last_days(self.calendar, self.length)

    @property
    def written(self) -> str:
        """The last days as text, for an engine to read."""
        return ",".join(map(date.isoformat, self.last_days))

    @property
    def words(self) -> str:
        """What follows the day of receipt in the error of an engine that makes its own."""
        return (
            f", in the column {self.received}, lies outside {self.first} to {self.last}, the "
            f"days from which {self.length} working days can be counted on this calendar"
        )

    def refuse(self, day: date | None) -> NoReturn:
        """Raise as a single call would for a day of receipt; ``None`` if no date holds it."""
        if day is not None:
            try:
                self.calendar.add(day, self.length)
            except CalendarRangeError as error:
                error.add_note(f"counting {self.length} working days from {day}")
                raise
        raise CalendarRangeError(None, self.first, self.calendar.projected_until)


def task_of(
    regime: Regime,
    rule: Rule,
    calendar: WorkingDayCalendar | None,
    out_of_range: OutOfRange = OutOfRange.RAISE,
) -> Task:
    """Return what is to be worked out, or raise where it makes no sense."""
    limit = LIMITS.get((rule, regime))
    if limit is None:
        raise InvalidRecordError("frames.rule", rule, f"there is no such limit in {regime}")
    if limit.unit is not Unit.WORKING_DAYS:
        raise InvalidRecordError(
            "frames.rule", rule, f"its limit is counted in {limit.unit.value}, not working days"
        )
    if type(out_of_range) is not OutOfRange:
        raise InvalidRecordError(
            "frames.out_of_range", out_of_range, "expected a member of OutOfRange"
        )
    return Task(
        calendar=working_days(regime) if calendar is None else calendar,
        length=limit.length,
        out_of_range=out_of_range,
    )


@lru_cache(maxsize=32)
def _last_days(calendar: WorkingDayCalendar, length: int) -> tuple[date, ...]:
    """Return the last day for each day from ``known_from`` on, as far as it can be told."""
    days: list[date] = []
    with suppress(CalendarRangeError):
        while True:
            days.append(calendar.add(calendar.known_from + timedelta(days=len(days)), length))
    return tuple(days)


@lru_cache(maxsize=64)
def _numbers(calendar: WorkingDayCalendar, length: int, dtype: np.dtype[Any]) -> Days:
    """Return the last day for each day since 1970, as such a number; the least is no day.

    No day stands first and last, for any day before or after those that can be answered.
    """
    import numpy as np

    nothing = np.iinfo(dtype).min
    unknown = [nothing] * (calendar.known_from - EPOCH).days
    days = [(day - EPOCH).days for day in _last_days(calendar, length)]
    return np.array([*unknown, *days, nothing], dtype=dtype)


def look_up(received: Days, task: Task) -> Days:
    """Return the last day for each day, both as days since 1970; the least is no day.

    A number with no place in the table is taken for the nearest that has one, which is the
    first or the last: there stands no day, so it never wraps around to another's answer.
    """
    import numpy as np

    table = _numbers(task.calendar, task.length, received.dtype)
    nothing = table[-1]
    due = np.empty(received.size, received.dtype)
    for start in range(0, received.size, _CHUNK):
        days, found = received[start : start + _CHUNK], due[start : start + _CHUNK]
        table.take(days, out=found, mode="clip")
        if task.raises and found.min() == nothing:
            outside = days[(found == nothing) & (days != nothing)]
            if outside.size:
                task.refuse(_as_date(int(outside[0])))
    return due


def _as_date(number: int) -> date | None:
    try:
        return EPOCH + timedelta(days=number)
    except OverflowError:
        return None
