"""A timetable: every date that follows from a history, and what cannot be told."""

from __future__ import annotations

from datetime import date
from typing import final

import attrs

from foiprevent.citations import Citation, Source
from foiprevent.deadlines._deadline import Deadline
from foiprevent.deadlines.clock import ClockReading


@final
@attrs.frozen(kw_only=True)
class TimetableEntry:
    """One date in a timetable, and whether it was kept.

    Attributes:
        deadline: The date, and the steps to it.
        met_on: The day what was due was done; ``None`` if it was not, or is not known.
        late_by: How many working days after the last day it was done, or how many have
            passed by the day asked about without it; 0 if in time, ``None`` if it cannot
            be told.
        note: What else a reader must know.
    """

    deadline: Deadline
    met_on: date | None = None
    late_by: int | None = None
    note: str | None = None


@final
@attrs.frozen(kw_only=True)
class Undetermined:
    """A date that cannot be worked out from what is recorded.

    Attributes:
        what: What the date would be for.
        missing: What is missing to work it out.
        cites: What it would rest on.
    """

    what: str
    missing: tuple[str, ...]
    cites: tuple[Citation | Source, ...]


@final
@attrs.frozen(kw_only=True)
class Timetable:
    """The dates of a case.

    Attributes:
        on: The day it is drawn up for; ``None`` for the record alone.
        entries: The dates that can be told, earliest first.
        undetermined: Those that cannot, and what is missing.
        clock: What the clock of the request shows that day; ``None`` if it cannot be read.
    """

    on: date | None
    entries: tuple[TimetableEntry, ...]
    undetermined: tuple[Undetermined, ...]
    clock: ClockReading | None = None
