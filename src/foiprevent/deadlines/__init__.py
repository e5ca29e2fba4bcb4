"""The law of time: working days, time limits, and deadlines that explain themselves.

:func:`due_date` gives the statutory last day to answer; :func:`deadline` gives any last
day with the steps to it; :func:`working_days` gives the calendar of a regime.
"""

from foiprevent.deadlines._deadline import (
    Deadline,
    SkippedDay,
    SkipReason,
    deadline,
    due_date,
)
from foiprevent.deadlines.calendar import (
    BankHoliday,
    Division,
    HolidayBasis,
    HolidayStatus,
    Observance,
    WorkingDayCalendar,
    working_days,
)
from foiprevent.deadlines.limits import LimitKind, Rule, TimeLimit, Unit
from foiprevent.deadlines.timetable import Timetable, TimetableEntry, Undetermined

__all__ = [
    "BankHoliday",
    "Deadline",
    "Division",
    "HolidayBasis",
    "HolidayStatus",
    "LimitKind",
    "Observance",
    "Rule",
    "SkipReason",
    "SkippedDay",
    "TimeLimit",
    "Timetable",
    "TimetableEntry",
    "Undetermined",
    "Unit",
    "WorkingDayCalendar",
    "deadline",
    "due_date",
    "working_days",
]
