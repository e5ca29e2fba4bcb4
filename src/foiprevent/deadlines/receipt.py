"""The day on which a request is received.

A request is received on a day, not at an hour, and the day need not be a working day.
FOIA s.10(6) makes the date of receipt the day on which the authority receives the request,
and says *working day* only where it means one.  The Commissioner reads it so too: the day
may be one on which the office is closed (line to take LTT47, 14 December 2010).  A day runs
to midnight, since the Act sets it no length: Berend v Information Commissioner and London
Borough of Richmond upon Thames (EA/2006/0049 and 0050, 12 July 2007).

The day is that of the clocks in London, which are an hour ahead of UTC in summer: an e-mail
of half past eleven in the evening by UTC is received the day after.
"""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, final

from foiprevent.citations import Regime
from foiprevent.deadlines.calendar import working_days
from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    from foiprevent.deadlines.calendar import WorkingDayCalendar

_MOMENT: Final = "received_on.moment"
_EXPECTED_MOMENT: Final = (
    "expected a datetime with its time zone, such as tzinfo=datetime.UTC; without one, "
    "nobody can tell which day it was in London"
)


@final
class ReceiptConvention(enum.Enum):
    """Which day an authority takes for the day of receipt."""

    STATUTE = "statute"
    """The day on which the request arrived, whatever kind of day that was."""
    NEXT_WORKING_DAY = "next working day"
    """The first working day from then on: a practice, and not the statute."""


def received_on(
    moment: datetime,
    *,
    convention: ReceiptConvention = ReceiptConvention.STATUTE,
    regime: Regime = Regime.FOIA,
    calendar: WorkingDayCalendar | None = None,
) -> date:
    """Return the day on which a request that arrived at *moment* was received.

    Without more, that is the civil day in London (s.10(6); LTT47; Berend).  Some
    authorities treat what arrives on a weekend or a bank holiday as received on the next
    working day, which makes an answer due one working day later.  Paragraph 4.2 of the
    s.45 Code of July 2018 has been read that way: its draft kept to the statute, its final
    text is less plain.  A code cannot change the Act; that convention is here to show how
    such an authority counts.

    >>> from datetime import UTC, datetime
    >>> late_by_utc = datetime(2026, 6, 13, 23, 30, tzinfo=UTC)
    >>> received_on(late_by_utc)
    datetime.date(2026, 6, 14)
    >>> received_on(late_by_utc, convention=ReceiptConvention.NEXT_WORKING_DAY)
    datetime.date(2026, 6, 16)

    Args:
        moment: When it arrived, with its time zone, whichever that is.
        convention: Which day to take.
        regime: The regime, which says what a working day is.
        calendar: The working days; without it, those of the regime.

    Raises:
        CalendarRangeError: If the next working day is not known.
        InvalidRecordError: If *moment* is no datetime, or has no time zone; if
            *convention* or *regime* is none.
    """
    for field, value, kind in (
        ("convention", convention, ReceiptConvention),
        ("regime", regime, Regime),
    ):
        if type(value) is not kind:
            raise InvalidRecordError(f"received_on.{field}", value, f"expected {kind.__name__}")
    day = _in_london(moment)
    if convention is ReceiptConvention.STATUTE:
        return day
    days = working_days(regime) if calendar is None else calendar
    return day if days.is_working_day(day) else days.add(day, 1)


def _in_london(moment: object) -> date:
    """Return the civil day in London."""
    import pendulum

    if not isinstance(moment, datetime) or moment.utcoffset() is None:
        raise InvalidRecordError(_MOMENT, moment, _EXPECTED_MOMENT)
    try:
        local = moment.astimezone(pendulum.timezone("Europe/London"))
    except OverflowError:
        raise InvalidRecordError(
            _MOMENT, moment, "in London that is before the first date, or after the last"
        ) from None
    return date(local.year, local.month, local.day)
