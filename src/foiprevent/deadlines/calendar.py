"""Which days are working days, and how they are counted.

Under the Freedom of Information Act (s.10(6)) and the EIR (reg.2(1)) a working day is
any day but a Saturday, a Sunday, Christmas Day, Good Friday, or a bank holiday under
the Banking and Financial Dealings Act 1971 in *any* part of the United Kingdom.  Under
FOISA (s.73) it is any day but a Saturday, a Sunday, Christmas Day, or a bank holiday
under that Act in Scotland.

Counting starts after day 0, whatever kind of day that is: the first working day after
it is day 1.  So the last day of a limit is a working day by construction, and is never
rolled forward.

A calendar says where its knowledge ends.  It is known from ``known_from``, follows the
published lists to ``published_until``, and to ``projected_until`` what the law and the
practice of other years lead one to expect; any other day is an error.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias, final

import attrs

from foiprevent._values import (
    NONE,
    as_tuple,
    day,
    not_empty,
    one_of,
    optional_day,
    plain_day,
    tuple_of,
)
from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.deadlines import _bank_holidays as _data
from foiprevent.errors import CalendarRangeError, InvalidRecordError


@final
class Division(enum.Enum):
    """A part of the United Kingdom that has bank holidays of its own."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"

    @property
    def title(self) -> str:
        """The part's name: ``England and Wales``."""
        return _TITLES[self]


_TITLES: Final = {
    Division.ENGLAND_AND_WALES: "England and Wales",
    Division.SCOTLAND: "Scotland",
    Division.NORTHERN_IRELAND: "Northern Ireland",
}


@final
class HolidayBasis(enum.Enum):
    """What makes a day a bank holiday in a part of the United Kingdom."""

    SCHEDULE = "schedule"
    """Schedule 1 to the Banking and Financial Dealings Act 1971, by s.1(1)."""
    PROCLAMATION = "proclamation"
    """A proclamation under s.1(2) of that Act, in place of a day of the Schedule, or s.1(3)."""
    COMMON_LAW = "common law"
    """Christmas Day and Good Friday outside Scotland: FOIA s.10(6) names them."""
    ADDED = "added"
    """The caller's word: see :meth:`WorkingDayCalendar.with_bank_holidays`."""


@final
class HolidayStatus(enum.Enum):
    """How firmly a day stands as a bank holiday; the firmest first."""

    IN_FORCE = "in force"
    """The law makes it one."""
    PUBLISHED = "published"
    """In the official list of a year to come; its proclamation was not seen."""
    PROJECTED = "projected"
    """Past the end of the official lists: to be expected, as things stand."""
    CONTESTED = "contested"
    """In the official lists, and reported never to have been proclaimed."""


@final
@attrs.frozen(kw_only=True)
class Observance:
    """A bank holiday in one part of the United Kingdom.

    Attributes:
        division: The part.
        name: What the day is called there.
        basis: What makes it a bank holiday there.
        status: How firmly it stands there.
        confidence: How well that is established.
        proclaimed_on: The day of the proclamation, if there is one and its day is known.
    """

    division: Division = attrs.field(validator=one_of(Division))
    name: str = attrs.field(validator=(one_of(str), not_empty))
    basis: HolidayBasis = attrs.field(validator=one_of(HolidayBasis))
    status: HolidayStatus = attrs.field(
        default=HolidayStatus.IN_FORCE, validator=one_of(HolidayStatus)
    )
    confidence: Confidence = attrs.field(default=Confidence.VERIFIED, validator=one_of(Confidence))
    proclaimed_on: date | None = attrs.field(
        default=None, converter=optional_day, validator=one_of(date, NONE)
    )


@final
@attrs.frozen(kw_only=True)
class BankHoliday:
    """A weekday that is no working day, and why.

    Attributes:
        day: The day.
        observances: The parts of the United Kingdom that make it one, as :class:`Division`
            lists them; under FOISA, Scotland alone.
        sources: Where the day was found, whatever part of the United Kingdom they speak of.
        note: What is doubtful about it, if anything is.
    """

    day: date = attrs.field(converter=day, validator=one_of(date))
    observances: tuple[Observance, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Observance), not_empty)
    )
    sources: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=tuple_of(str))
    note: str | None = attrs.field(default=None, validator=one_of(str, NONE))

    @property
    def divisions(self) -> tuple[Division, ...]:
        """The parts of the United Kingdom that observe the day."""
        return tuple(observance.division for observance in self.observances)

    @property
    def name(self) -> str:
        """What the day is called; where the parts differ, each name once."""
        return " / ".join(dict.fromkeys(observance.name for observance in self.observances))

    @property
    def status(self) -> HolidayStatus:
        """How firmly the day stands: as firmly as in the part where it stands firmest."""
        found = {observance.status for observance in self.observances}
        return next(status for status in HolidayStatus if status in found)

    @property
    def confidence(self) -> Confidence:
        """How well the day is established: as well as in the part where it is best."""
        found = {observance.confidence for observance in self.observances}
        return next(confidence for confidence in Confidence if confidence in found)

    @property
    def proclaimed_on(self) -> date | None:
        """The day on which a proclamation first made this a bank holiday, if that is known.

        ``None`` where the Schedule or the common law makes it one in some part that
        counts: no proclamation was needed then.
        """
        days = [observance.proclaimed_on for observance in self.observances]
        known = [proclaimed for proclaimed in days if proclaimed is not None]
        return min(known) if len(known) == len(days) else None


_LETTERS: Final = {
    "E": Division.ENGLAND_AND_WALES,
    "S": Division.SCOTLAND,
    "N": Division.NORTHERN_IRELAND,
}
_COUNTED: Final = {
    Regime.FOIA: tuple(Division),
    Regime.EIR: tuple(Division),
    Regime.FOISA: (Division.SCOTLAND,),
}
_CITES: Final = {
    Regime.FOIA: (Citation(regime=Regime.FOIA, section="10", parts=("6",)),),
    Regime.EIR: (
        Citation(regime=Regime.EIR, section="2", parts=("1",)),
        Citation(regime=Regime.FOIA, section="10", parts=("6",)),
    ),
    Regime.FOISA: (Citation(regime=Regime.FOISA, section="73"),),
}
_CHRISTMAS: Final = (12, 25)
_SATURDAY: Final = 5
_ALL: Final = "all"
_NOTHING: Final[Mapping[date, str]] = MappingProxyType({})

_Row: TypeAlias = tuple[str, tuple[tuple[str, str, int], ...], tuple[int, ...]]
_Tables: TypeAlias = tuple[int, tuple[int, ...], tuple[date, ...]]
_Added: TypeAlias = tuple[date, Division]
_Divisions: TypeAlias = str | Division | Iterable[str | Division]


@cache
def _rows() -> Mapping[date, _Row]:
    """Return the rows of the table by their day."""
    return {date.fromisoformat(row[0]): row for row in _data.ROWS}


def _bundled_divisions(on: date, regime: Regime) -> frozenset[Division]:
    """Return the parts of the United Kingdom whose observance of *on* counts in *regime*."""
    row = _rows().get(on)
    groups = row[1] if row else ()
    return frozenset(
        _LETTERS[letter] for letters, _, _ in groups for letter in letters
    ).intersection(_COUNTED[regime])


def _observances(row: _Row) -> tuple[Observance, ...]:
    """Return what a row of the table says, as :class:`Division` orders it."""
    found: dict[Division, Observance] = {}
    for letters, name, number in row[1]:
        basis, status, confidence, proclaimed_on = _data.GROUNDS[number]
        for letter in letters:
            division = _LETTERS[letter]
            found[division] = Observance(
                division=division,
                name=name,
                basis=HolidayBasis(basis),
                status=HolidayStatus(status),
                confidence=Confidence(confidence),
                proclaimed_on=date.fromisoformat(proclaimed_on) if proclaimed_on else None,
            )
    return tuple(found[division] for division in Division if division in found)


def _is_named(on: date, regime: Regime) -> bool:
    """Return whether the regime itself names the day, whatever the Act of 1971 says."""
    if (on.month, on.day) == _CHRISTMAS:
        return True
    common_law = HolidayBasis.COMMON_LAW.value
    return regime is not Regime.FOISA and any(
        _data.GROUNDS[number][0] == common_law for _, _, number in _rows()[on][1]
    )


@lru_cache(maxsize=32)
def _computed(
    counted: tuple[Division, ...], added: frozenset[date], removed: frozenset[date]
) -> _Tables:
    """Return what counting needs: an offset, a running count, and the working days.

    The count at an ordinal less the offset is that of the working days up to and
    including that day; the count before the first day, 0, stands at 0.
    """
    letters = {letter for letter, division in _LETTERS.items() if division in counted}
    closed = {
        on
        for on, row in _rows().items()
        if any(not letters.isdisjoint(group) for group, _, _ in row[1])
    }
    closed = (closed - removed) | added
    first, last = _data.KNOWN_FROM.toordinal(), _data.PROJECTED_UNTIL.toordinal()
    running = [0]
    days: list[date] = []
    for on in map(date.fromordinal, range(first, last + 1)):
        if on.weekday() < _SATURDAY and on not in closed:
            days.append(on)
        running.append(len(days))
    return first - 1, tuple(running), tuple(days)


def _known_day(value: date, field: str) -> date:
    """Return *value* as a plain date that the calendar knows, or raise."""
    plain = plain_day(value, field)
    if not _data.KNOWN_FROM <= plain <= _data.PROJECTED_UNTIL:
        raise CalendarRangeError(plain, _data.KNOWN_FROM, _data.PROJECTED_UNTIL)
    return plain


_EXPECTED_DIVISION: Final = "expected one or more of " + ", ".join(
    [repr(division.value) for division in Division] + [repr(_ALL)]
)


def _divisions(value: _Divisions, field: str) -> tuple[Division, ...]:
    """Return the parts of the United Kingdom that *value* names, in any of the ways it may."""
    members = (value,) if isinstance(value, (str, Division)) else value
    if not isinstance(members, Iterable):
        raise InvalidRecordError(field, value, _EXPECTED_DIVISION)
    found: list[Division] = []
    for member in members:
        try:
            found.extend(Division if member == _ALL else (Division(member),))
        except ValueError:
            raise InvalidRecordError(field, member, _EXPECTED_DIVISION) from None
    if not found:
        raise InvalidRecordError(field, value, _EXPECTED_DIVISION)
    return tuple(found)


@final
@attrs.frozen(kw_only=True)
class WorkingDayCalendar:
    """The working days of a regime, and what was changed in them.

    :func:`working_days` gives the calendar of a regime, and :meth:`with_bank_holidays` a
    changed one.  Days are plain dates: a ``pendulum.Date`` is taken for one, and a
    ``datetime`` is refused.

    >>> from datetime import date
    >>> from foiprevent.citations import Regime
    >>> calendar = working_days(Regime.FOIA)
    >>> calendar.add(date(2026, 6, 12), 1)  # 15 June was a bank holiday in Scotland
    datetime.date(2026, 6, 16)
    >>> calendar.count(date(2026, 6, 12), date(2026, 6, 16))
    1

    Attributes:
        regime: The regime whose working days these are.
        added: Each bank holiday added, with the part of the United Kingdom that
            observes it; what changes nothing is left out.
        removed: Each bank holiday of the published lists taken out.

    Raises:
        CalendarRangeError: If a day asked about, or the answer, lies before
            ``known_from`` or after ``projected_until``.
        InvalidRecordError: If what is given is no day, no whole number of days, or no
            part of the United Kingdom.
    """

    regime: Regime = attrs.field(validator=one_of(Regime))
    added: tuple[_Added, ...] = attrs.field(
        default=(), converter=as_tuple, validator=one_of(tuple)
    )
    removed: tuple[date, ...] = attrs.field(
        default=(), converter=as_tuple, validator=one_of(tuple)
    )
    _tables: _Tables | None = attrs.field(init=False, default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Keep only what makes a difference, each once and in order, so that equals are equal."""
        removed = {
            on
            for on in (_known_day(value, "WorkingDayCalendar.removed") for value in self.removed)
            if _bundled_divisions(on, self.regime) and not _is_named(on, self.regime)
        }
        added = set[_Added]()
        for pair in self.added:
            match pair:
                case (value, Division() as division):
                    on = _known_day(value, "WorkingDayCalendar.added")
                case _:
                    raise InvalidRecordError(
                        "WorkingDayCalendar.added", pair, "expected a day and a Division"
                    )
            there = () if on in removed else _bundled_divisions(on, self.regime)
            counts = division in _COUNTED[self.regime] and on.weekday() < _SATURDAY
            if counts and division not in there:
                added.add((on, division))
        order = tuple(Division).index
        object.__setattr__(self, "removed", tuple(sorted(removed)))
        object.__setattr__(
            self, "added", tuple(sorted(added, key=lambda pair: (pair[0], order(pair[1]))))
        )

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (self.regime, self.added, self.removed)

    @property
    def known_from(self) -> date:
        """The first day the calendar knows."""
        return _data.KNOWN_FROM

    @property
    def published_until(self) -> date:
        """The last day the official lists reach."""
        return _data.PUBLISHED_UNTIL

    @property
    def projected_until(self) -> date:
        """The last day the calendar knows."""
        return _data.PROJECTED_UNTIL

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The provision that says what a working day is, and any that it refers to."""
        return _CITES[self.regime]

    @property
    def version(self) -> str:
        """The day the data was compiled, and each change made to it.

        ``2026-11-22``, or ``2026-11-22 (-2010-01-04, +2027-06-14 scotland)``: enough to
        make the same calendar again.
        """
        by_day: dict[date, list[Division]] = {}
        for on, division in self.added:
            by_day.setdefault(on, []).append(division)
        changes = [f"-{on.isoformat()}" for on in self.removed]
        for on, divisions in by_day.items():
            everywhere = len(divisions) == len(Division)
            parts = _ALL if everywhere else " ".join(division.value for division in divisions)
            changes.append(f"+{on.isoformat()} {parts}")
        return f"{_data.VERSION} ({', '.join(changes)})" if changes else _data.VERSION

    def is_working_day(self, d: date) -> bool:
        """Return whether *d* is a working day."""
        position, (_, running, _) = self._position(d, "WorkingDayCalendar.is_working_day(d)")
        return running[position] != running[position - 1]

    def add(self, d: date, n: int) -> date:
        """Return the *n*-th working day after *d*, which is day 0 whatever kind of day it is.

        Args:
            d: Day 0, such as the day a request was received.
            n: How many working days; for 0, the answer is *d*.
        """
        if type(d) is date and type(n) is int and n > 0:
            before, running, days = self._tables or self._built()
            position = d.toordinal() - before
            if 0 < position < len(running):
                index = running[position] + n - 1
                if index < len(days):
                    return days[index]
        return self._add_slowly(d, n)

    def count(self, a: date, b: date) -> int:
        """Return how many working days there are after *a*, up to and including *b*.

        Where *b* is before *a*, those after *b* up to and including *a*, as a negative.
        """
        start, (_, running, _) = self._position(a, "WorkingDayCalendar.count(a)")
        end, _ = self._position(b, "WorkingDayCalendar.count(b)")
        return running[end] - running[start]

    def holiday(self, d: date) -> BankHoliday | None:
        """Return the bank holiday that keeps the weekday *d* from being a working day.

        It tells only of the parts of the United Kingdom that count in the regime.
        ``None`` for a working day, and for a Saturday or a Sunday.
        """
        on = _known_day(d, "WorkingDayCalendar.holiday(d)")
        row = None if on in self.removed else _rows().get(on)
        observances = {
            observance.division: observance
            for observance in (_observances(row) if row else ())
            if observance.division in _COUNTED[self.regime]
        }
        bundled = bool(observances)
        for added, division in self.added:
            if added == on:
                observances[division] = _addition(division)
        if not observances:
            return None
        return BankHoliday(
            day=on,
            observances=tuple(observances[part] for part in Division if part in observances),
            sources=tuple(_data.SOURCES[number] for number in row[2]) if row and bundled else (),
            note=_data.NOTES.get(on.isoformat()) if bundled else None,
        )

    def with_bank_holidays(
        self, add: Mapping[date, _Divisions] = _NOTHING, remove: Iterable[date] = ()
    ) -> WorkingDayCalendar:
        """Return this calendar with bank holidays taken out, then others put in.

        What makes no difference is left out: a Saturday or Sunday, a bank holiday that is
        there already, one in a part of the United Kingdom that does not count in the
        regime, and the removal of a day that is none.  Christmas Day cannot be removed,
        nor Good Friday except under FOISA: the regime itself names them.

        >>> from datetime import date
        >>> from foiprevent.citations import Regime
        >>> calendar = working_days(Regime.FOISA)
        >>> changed = calendar.with_bank_holidays(add={date(2027, 6, 14): "scotland"})
        >>> changed.is_working_day(date(2027, 6, 14))
        False
        >>> changed.holiday(date(2027, 6, 14)).divisions
        (<Division.SCOTLAND: 'scotland'>,)

        Args:
            add: Days, each with the part or parts of the United Kingdom that observe it:
                a :class:`Division`, its value, ``"all"``, or several of these.
            remove: Days that are not bank holidays after all, in any part.
        """
        if not isinstance(add, Mapping):
            raise InvalidRecordError(
                "WorkingDayCalendar.with_bank_holidays(add)", add, "expected days with their parts"
            )
        if not isinstance(remove, Iterable):
            raise InvalidRecordError(
                "WorkingDayCalendar.with_bank_holidays(remove)", remove, "expected several days"
            )
        gone = tuple(
            _known_day(on, "WorkingDayCalendar.with_bank_holidays(remove)") for on in remove
        )
        field = "WorkingDayCalendar.with_bank_holidays(add)"
        new = tuple(
            (_known_day(on, field), division)
            for on, parts in add.items()
            for division in _divisions(parts, field)
        )
        kept = tuple(pair for pair in self.added if pair[0] not in gone)
        return WorkingDayCalendar(
            regime=self.regime, added=kept + new, removed=self.removed + gone
        )

    def _built(self) -> _Tables:
        """Make the tables, and keep them."""
        tables = _computed(
            _COUNTED[self.regime], frozenset(on for on, _ in self.added), frozenset(self.removed)
        )
        object.__setattr__(self, "_tables", tables)
        return tables

    def _position(self, d: date, field: str) -> tuple[int, _Tables]:
        """Return where *d* stands in the running count, and the tables."""
        tables = self._tables or self._built()
        on = _known_day(d, field)
        return on.toordinal() - tables[0], tables

    def _add_slowly(self, d: date, n: int) -> date:
        """Do what :meth:`add` does for what is out of the ordinary, or say what is wrong."""
        position, (before, running, days) = self._position(d, "WorkingDayCalendar.add(d)")
        if type(n) is not int or n < 0:
            raise InvalidRecordError(
                "WorkingDayCalendar.add(n)",
                n,
                "expected a whole number of working days, 0 or more",
            )
        if n == 0:
            return date.fromordinal(before + position)
        index = running[position] + n - 1
        if index >= len(days):
            raise CalendarRangeError(None, _data.KNOWN_FROM, _data.PROJECTED_UNTIL)
        return days[index]


def _addition(division: Division) -> Observance:
    """Return the observance of a day that the caller added."""
    return Observance(
        division=division,
        name="Bank holiday",
        basis=HolidayBasis.ADDED,
        confidence=Confidence.STATED,
    )


def _restored(
    regime: Regime, added: tuple[_Added, ...], removed: tuple[date, ...]
) -> WorkingDayCalendar:
    """Make a calendar again from what a pickle holds; its tables are made when needed."""
    return WorkingDayCalendar(regime=regime, added=added, removed=removed)


@cache
def working_days(regime: Regime) -> WorkingDayCalendar:
    """Return the calendar of working days of *regime*, as the published lists have it."""
    return WorkingDayCalendar(regime=regime)
