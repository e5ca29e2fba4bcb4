"""The law of time: working days, time limits, and deadlines that explain themselves.

:func:`due_date` gives the statutory last day to answer; :func:`deadline` gives any last
day with the steps to it; :func:`working_days` gives the calendar of a regime.
"""

from foiprevent.deadlines._deadline import Alternative, Deadline, SkippedDay, SkipReason, Step
from foiprevent.deadlines.calendar import WorkingDayCalendar, working_days
from foiprevent.deadlines.clock import (
    ClockEvent,
    ClockEventKind,
    ClockReading,
    Conflict,
    Phase,
    replay,
)
from foiprevent.deadlines.counting import (
    compliance_deadline,
    deadline,
    due_date,
    own_window,
    school_deadline,
)
from foiprevent.deadlines.holidays import (
    BankHoliday,
    ContestedDays,
    Division,
    HolidayBasis,
    HolidayStatus,
    Observance,
)
from foiprevent.deadlines.ics import timetable_ics
from foiprevent.deadlines.limits import TIME_LIMITS, LimitKind, Rule, TimeLimit, Unit, limit
from foiprevent.deadlines.receipt import ReceiptConvention, received_on
from foiprevent.deadlines.timetable import Timetable, TimetableEntry, Undetermined

__all__ = [
    "TIME_LIMITS",
    "Alternative",
    "BankHoliday",
    "ClockEvent",
    "ClockEventKind",
    "ClockReading",
    "Conflict",
    "ContestedDays",
    "Deadline",
    "Division",
    "HolidayBasis",
    "HolidayStatus",
    "LimitKind",
    "Observance",
    "Phase",
    "ReceiptConvention",
    "Rule",
    "SkipReason",
    "SkippedDay",
    "Step",
    "TimeLimit",
    "Timetable",
    "TimetableEntry",
    "Undetermined",
    "Unit",
    "WorkingDayCalendar",
    "compliance_deadline",
    "deadline",
    "due_date",
    "limit",
    "own_window",
    "received_on",
    "replay",
    "school_deadline",
    "timetable_ics",
    "working_days",
]
