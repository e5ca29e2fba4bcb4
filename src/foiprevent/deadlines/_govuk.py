"""Reading GOV.UK's bank-holidays.json.

The file is taken as it is, and refused with a reason if it is not what it should be: a part
of the United Kingdom missing, a year missing, or a year too thin to be a whole one.
"""

# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product
from typing import Any, Final, TypeAlias, cast

from foiprevent.deadlines._bank_holidays import KNOWN_FROM
from foiprevent.deadlines.holidays import Division
from foiprevent.errors import InvalidRecordError

Listed: TypeAlias = tuple[date, Division, str]
_FEWEST: Final = 8


_FILE: Final = "WorkingDayCalendar.with_govuk(mapping)"
_EXPECTED_FILE: Final = (
    "expected what GOV.UK's bank-holidays.json holds: "
    + ", ".join(repr(division.value) for division in Division)
    + ", each with its events"
)


def listed_days(mapping: object, known_until: date) -> tuple[Listed, ...]:
    """Return the days of GOV.UK's file, or say what keeps it from being one."""
    if not isinstance(mapping, Mapping):
        raise InvalidRecordError(_FILE, mapping, _EXPECTED_FILE)
    file = cast("Mapping[object, object]", mapping)
    known = {division.value for division in Division}
    for key in file:
        if key not in known:
            raise InvalidRecordError(_FILE, key, f"no such division: {_EXPECTED_FILE}")
    days: list[Listed] = []
    for division in Division:
        if division.value not in file:
            raise InvalidRecordError(
                _FILE, list(file), f"{division.value} is missing: {_EXPECTED_FILE}"
            )
        days += _days_of(division, file[division.value])
    years = [on.year for on, _, _ in days]
    # The file may begin with what is known already, or with the year that follows it.
    check_years(days, range(min(*years, known_until.year + 1), max(years) + 1), _FILE)
    return tuple(days)


def _days_of(division: Division, part: object) -> list[Listed]:
    """Return the days of one part of GOV.UK's file."""
    name = division.value
    field = f"{_FILE}[{name!r}]"
    match cast("Any", part):
        case {"division": told, "events": list(events)} if told == name and events:
            pass
        case _:
            raise InvalidRecordError(
                field,
                part,
                f"{name}: expected an object with that 'division', and a list of its 'events'",
            )
    days: list[Listed] = []
    for number, event in enumerate(events):
        where = f"{field}['events'][{number}]"
        match event:
            case {"title": title, "date": written}:
                on = _listed_day(written, name, f"{where}['date']")
            case _:
                raise InvalidRecordError(
                    where, event, f"{name}: expected an object with a 'title' and a 'date'"
                )
        if not isinstance(title, str) or not title.strip():
            reason = f"{name} {on.year}: expected what {on.isoformat()} is called"
            raise InvalidRecordError(f"{where}['title']", title, reason)
        days.append((on, division, title))
    return days


def _listed_day(written: object, name: str, field: str) -> date:
    """Return the day that an event of GOV.UK's file falls on."""
    try:
        on = date.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        on = None
    if on is None or on.isoformat() != written:
        raise InvalidRecordError(field, written, f"{name}: expected a day such as '2026-12-25'")
    return on


def check_years(listed: Iterable[Listed], years: Iterable[int], field: str) -> None:
    """Refuse a list that is not whole: every part in every year, each day once."""
    times = Counter((on, division) for on, division, _ in listed)
    counts = Counter((division, on.year) for on, division in times)
    for (on, division), count in times.items():
        if count > 1 or on < KNOWN_FROM:
            known_from = KNOWN_FROM.isoformat()
            reason = "has the day twice" if count > 1 else f"is before {known_from}"
            raise InvalidRecordError(field, on.isoformat(), f"{division.value} {on.year} {reason}")
    for division, year in product(Division, years):
        count = counts[division, year]
        if count < _FEWEST:
            reason = (
                f"is too thin to be a whole year: expected {_FEWEST} days or more"
                if count
                else "is missing: expected each year for each division, without a gap"
            )
            raise InvalidRecordError(field, f"{count} days", f"{division.value} {year} {reason}")
