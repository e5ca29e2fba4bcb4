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

Three things change a calendar, and each shows in its version: the contested days can be
counted as working days (:class:`ContestedDays`), GOV.UK's own file can be merged into the
table that comes with the library (:meth:`WorkingDayCalendar.with_govuk`), and single days
can be put in or taken out (:meth:`WorkingDayCalendar.with_bank_holidays`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final, TypeAlias, final

import attrs

from foiprevent._values import (
    as_tuple,
    one_of,
    plain_day,
)
from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.deadlines import _bank_holidays as _data
from foiprevent.deadlines._govuk import Listed, check_years, listed_days
from foiprevent.deadlines._observed import (
    SATURDAY,
    Added,
    Layer,
    Tables,
    by_name,
    computed,
    contested_days,
    layer_of,
    named_days,
    rows,
    told_by_table,
)
from foiprevent.deadlines.holidays import (
    BankHoliday,
    ContestedDays,
    Division,
    HolidayBasis,
    Observance,
)
from foiprevent.errors import CalendarRangeError, InvalidRecordError

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
_ALL: Final = "all"
_NOTHING: Final[Mapping[date, str]] = MappingProxyType({})

_Divisions: TypeAlias = str | Division | Iterable[str | Division]

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
@attrs.frozen(kw_only=True, cache_hash=True)
class WorkingDayCalendar:
    """The working days of a regime, and what was changed in them.

    :func:`working_days` gives the calendar of a regime, and :meth:`with_govuk` and
    :meth:`with_bank_holidays` a changed one.  Days are plain dates: a ``pendulum.Date`` is
    taken for one, and a ``datetime`` is refused.

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
        listed: Each day of the files merged by :meth:`with_govuk`, with the part of the
            United Kingdom that observes it and what it is called there.

    Raises:
        CalendarRangeError: If a day asked about, or the answer, lies before
            ``known_from`` or after ``projected_until``.
        InvalidRecordError: If what is given is no day, no whole number of days, or no
            part of the United Kingdom.
    """

    regime: Regime = attrs.field(validator=one_of(Regime))
    added: tuple[Added, ...] = attrs.field(default=(), converter=as_tuple, validator=one_of(tuple))
    removed: tuple[date, ...] = attrs.field(
        default=(), converter=as_tuple, validator=one_of(tuple)
    )
    listed: tuple[Listed, ...] = attrs.field(
        default=(), converter=as_tuple, validator=one_of(tuple)
    )
    _layer: Layer = attrs.field(init=False, eq=False, repr=False)
    _tables: Tables | None = attrs.field(init=False, default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Keep only what makes a difference, each once and in order, so that equals are equal."""
        order = tuple(Division).index
        listed = sorted(self._checked_list(), key=lambda entry: (entry[0], order(entry[1])))
        object.__setattr__(self, "listed", tuple(listed))
        object.__setattr__(self, "_layer", layer_of(self.listed))
        removed = {
            on
            for on in (self._known(value, "WorkingDayCalendar.removed") for value in self.removed)
            if self._beneath(on) and not self._is_named(on)
        }
        added = set[Added]()
        for pair in self.added:
            match pair:
                case (value, Division() as division):
                    on = self._known(value, "WorkingDayCalendar.added")
                case _:
                    raise InvalidRecordError(
                        "WorkingDayCalendar.added", pair, "expected a day and a Division"
                    )
            there = () if on in removed else self._beneath(on)
            counts = division in _COUNTED[self.regime] and on.weekday() < SATURDAY
            if counts and division not in there:
                added.add((on, division))
        object.__setattr__(self, "removed", tuple(sorted(removed)))
        object.__setattr__(
            self, "added", tuple(sorted(added, key=lambda pair: (pair[0], order(pair[1]))))
        )

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (self.regime, self.added, self.removed, self.listed)

    def __repr__(self) -> str:
        merged = f", listed=<GOV.UK {self._layer.digest}>" if self.listed else ""
        return (
            f"WorkingDayCalendar(regime={self.regime!r}, added={self.added!r}, "
            f"removed={self.removed!r}{merged})"
        )

    @property
    def known_from(self) -> date:
        """The first day the calendar knows."""
        return _data.KNOWN_FROM

    @property
    def published_until(self) -> date:
        """The last day the official lists reach: the table's, and a file's after it.

        A file moves it to the end of its last year, if its years follow on from the table's.
        """
        return self._layer.published_until

    @property
    def projected_until(self) -> date:
        """The last day the calendar knows."""
        return self._layer.projected_until

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The provision that says what a working day is, and any that it refers to."""
        return _CITES[self.regime]

    @property
    def version(self) -> str:
        """The day the data was compiled, and each change made to it.

        ``2026-11-22``, or ``2026-11-22 (-2010-01-04, +2027-06-14 scotland)``: enough to
        make the same calendar again.  Of merged files it tells no more than whether two
        are the same: ``2026-11-22 (GOV.UK 0f52b1c8a3d7)``.
        """
        by_day: dict[date, list[Division]] = {}
        for on, division in self.added:
            by_day.setdefault(on, []).append(division)
        changes = [f"GOV.UK {self._layer.digest}"] if self.listed else []
        changes += [f"-{on.isoformat()}" for on in self.removed]
        for on, divisions in by_day.items():
            everywhere = len(divisions) == len(Division)
            parts = _ALL if everywhere else " ".join(division.value for division in divisions)
            changes.append(f"+{on.isoformat()} {parts}")
        return f"{_data.VERSION} ({', '.join(changes)})" if changes else _data.VERSION

    def is_working_day(self, d: date) -> bool:
        """Return whether *d* is a working day."""
        position, (_, running, _, _) = self._position(d, "WorkingDayCalendar.is_working_day(d)")
        return running[position] != running[position - 1]

    def add(self, d: date, n: int) -> date:
        """Return the *n*-th working day after *d*, which is day 0 whatever kind of day it is.

        Args:
            d: Day 0, such as the day a request was received.
            n: How many working days; for 0, the answer is *d*.
        """
        if type(n) is int and n > 0:
            _, _, days, places = self._tables or self._built()
            try:
                return days[places[d] + n]
            except (LookupError, TypeError):
                pass
        return self._add_slowly(d, n)

    def count(self, a: date, b: date) -> int:
        """Return how many working days there are after *a*, up to and including *b*.

        Where *b* is before *a*, those after *b* up to and including *a*, as a negative.
        """
        start, (_, running, _, _) = self._position(a, "WorkingDayCalendar.count(a)")
        end, _ = self._position(b, "WorkingDayCalendar.count(b)")
        return running[end] - running[start]

    def holiday(self, d: date) -> BankHoliday | None:
        """Return the bank holiday that keeps the weekday *d* from being a working day.

        It tells only of the parts of the United Kingdom that count in the regime.
        ``None`` for a working day, and for a Saturday or a Sunday.
        """
        on = self._known(d, "WorkingDayCalendar.holiday(d)")
        beneath = () if on in self.removed else self._beneath(on)
        told, table = self._layer.told, told_by_table(on)
        observances = {
            division: told.get((on, division)) or table.get(division) or by_name(on, division)
            for division in beneath
        }
        sources: list[str] = []
        in_table = any(division in table for division in beneath)
        if in_table:
            sources += (_data.SOURCES[number] for number in rows()[on][2])
        if any((on, division) in told for division in beneath):
            sources.append(f"GOV.UK bank holidays, as merged from file {self._layer.digest}")
        for added, division in self.added:
            if added == on:
                observances[division] = _addition(division)
        if not observances:
            return None
        return BankHoliday(
            day=on,
            observances=tuple(observances[part] for part in Division if part in observances),
            sources=tuple(sources),
            note=_data.NOTES.get(on.isoformat()) if in_table else None,
        )

    def with_govuk(self, mapping: Mapping[str, object]) -> WorkingDayCalendar:
        """Return this calendar with the bank holidays of GOV.UK's file for the years it has.

        The file is that of https://www.gov.uk/bank-holidays.json, read by the caller
        and taken as it is::

            calendar = working_days(Regime.FOIA).with_govuk(json.loads(text))

        In each year that the file has, it replaces the bank holidays of the table that
        comes with the library, part by part; the years that it lacks stay as they were.
        A day that both have keeps what the table says of it.  What was changed by
        :meth:`with_bank_holidays`, before or after, is changed on top of the file.
        Christmas Day stays even if the file does not have it, and so does Good Friday
        except under FOISA: the regime itself names them.

        A file that goes on where the official lists of the table end moves
        ``published_until``, and with it ``projected_until`` if it goes on beyond that.

        Only the shape of a file can be checked.  One older than the table takes away
        what was proclaimed since: compare with :func:`working_days`, day by day, to see
        what a file changes.

        Args:
            mapping: The content of the file, as :func:`json.loads` gives it.

        Raises:
            InvalidRecordError: If it is not such a file; if one of the three parts of the
                United Kingdom is missing, or another is there; if a part lacks a year
                between the first and the last of any, or has fewer than eight days in
                one; if a day is there twice in a part, or before ``known_from``; or if
                years are missing between the end of the calendar and the file.
        """
        new = listed_days(mapping, self.projected_until)
        replaced = {on.year for on, _, _ in new}
        kept = tuple(entry for entry in self.listed if entry[0].year not in replaced)
        return WorkingDayCalendar(
            regime=self.regime, added=self.added, removed=self.removed, listed=kept + new
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
            self._known(on, "WorkingDayCalendar.with_bank_holidays(remove)") for on in remove
        )
        field = "WorkingDayCalendar.with_bank_holidays(add)"
        new = tuple(
            (self._known(on, field), division)
            for on, parts in add.items()
            for division in _divisions(parts, field)
        )
        kept = tuple(pair for pair in self.added if pair[0] not in gone)
        return WorkingDayCalendar(
            regime=self.regime,
            added=kept + new,
            removed=self.removed + gone,
            listed=self.listed,
        )

    def _built(self) -> Tables:
        """Make the tables, and keep them."""
        tables = computed(
            self._layer,
            _COUNTED[self.regime],
            frozenset(on for on, _ in self.added),
            frozenset(self.removed),
        )
        object.__setattr__(self, "_tables", tables)
        return tables

    def _position(self, d: date, field: str) -> tuple[int, Tables]:
        """Return where *d* stands in the running count, and the tables."""
        tables = self._tables or self._built()
        return self._known(d, field).toordinal() - tables[0], tables

    def _add_slowly(self, d: date, n: int) -> date:
        """Do what :meth:`add` does for what is out of the ordinary, or say what is wrong."""
        plain = self._known(d, "WorkingDayCalendar.add(d)")
        if type(n) is not int or n < 0:
            raise InvalidRecordError(
                "WorkingDayCalendar.add(n)",
                n,
                "expected a whole number of working days, 0 or more",
            )
        if n == 0:
            return plain
        if plain is not d:
            return self.add(plain, n)
        raise CalendarRangeError(None, _data.KNOWN_FROM, self.projected_until)

    def _known(self, value: date, field: str) -> date:
        """Return *value* as a plain date that the calendar knows, or raise."""
        plain = plain_day(value, field)
        if not _data.KNOWN_FROM <= plain <= self._layer.projected_until:
            raise CalendarRangeError(plain, _data.KNOWN_FROM, self._layer.projected_until)
        return plain

    def _beneath(self, on: date) -> tuple[Division, ...]:
        """Return the parts that observe *on* and count, whatever the caller changed."""
        observing = self._layer.observed.get(on, ())
        return tuple(part for part in _COUNTED[self.regime] if part in observing)

    def _is_named(self, on: date) -> bool:
        """Return whether the regime itself names the day, whatever the Act of 1971 says."""
        return any(
            on == named and division in _COUNTED[self.regime]
            for named, division in named_days(on.year)
        )

    def _checked_list(self) -> list[Listed]:
        """Return what is to be listed, as plain days, or raise if it is not whole."""
        field = "WorkingDayCalendar.listed"
        found: list[Listed] = []
        for entry in self.listed:
            match entry:
                case (value, Division() as division, str() as title) if title.strip():
                    found.append((plain_day(value, field), division, title))
                case _:
                    raise InvalidRecordError(
                        field, entry, "expected a day, a Division and what it is called there"
                    )
        years = {on.year for on, _, _ in found}
        beyond = range(_data.PROJECTED_UNTIL.year + 1, max(years, default=0) + 1)
        check_years(found, sorted(years.union(beyond)), field)
        return found


def _addition(division: Division) -> Observance:
    """Return the observance of a day that the caller added."""
    return Observance(
        division=division,
        name="Bank holiday",
        basis=HolidayBasis.ADDED,
        confidence=Confidence.STATED,
    )


def _restored(
    regime: Regime,
    added: tuple[Added, ...],
    removed: tuple[date, ...],
    listed: tuple[Listed, ...] = (),
) -> WorkingDayCalendar:
    """Make a calendar again from what a pickle holds; its tables are made when needed."""
    return WorkingDayCalendar(regime=regime, added=added, removed=removed, listed=listed)


@cache
def _calendar(regime: Regime, contested: ContestedDays) -> WorkingDayCalendar:
    """Return the one calendar of *regime* in which the contested days are *contested*."""
    if type(contested) is not ContestedDays:
        raise InvalidRecordError("working_days.contested", contested, "expected ContestedDays")
    working = contested is ContestedDays.WORKING
    return WorkingDayCalendar(regime=regime, removed=contested_days() if working else ())


@cache
def working_days(
    regime: Regime, *, contested: ContestedDays = ContestedDays.HOLIDAYS
) -> WorkingDayCalendar:
    """Return the calendar of working days of *regime*.

    >>> from datetime import date
    >>> from foiprevent.citations import Regime
    >>> working_days(Regime.FOIA).is_working_day(date(2010, 1, 4))
    False
    >>> strict = working_days(Regime.FOIA, contested=ContestedDays.WORKING)
    >>> strict.is_working_day(date(2010, 1, 4))
    True

    Args:
        regime: The regime.
        contested: How to count the days that the official lists have and the law may
            not; by default as the lists have them.

    Raises:
        InvalidRecordError: If *regime* is no regime, or *contested* no such way.
    """
    return _calendar(regime, contested)
