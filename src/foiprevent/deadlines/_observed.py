"""The bank holidays beneath a calendar: the table's, and those of a file in its years.

The table that comes with the library is read once, and never changed.  A file of GOV.UK
replaces it year by year, part by part of the United Kingdom; what the table knows of a day
that both have is kept.  Christmas Day, and under FOIA Good Friday, need no table: the
regimes name them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

from foiprevent.citations import Confidence
from foiprevent.deadlines import _bank_holidays as _data
from foiprevent.deadlines.holidays import Division, HolidayBasis, HolidayStatus, Observance

if TYPE_CHECKING:
    from foiprevent.deadlines._govuk import Listed

_LETTERS: Final = {
    "E": Division.ENGLAND_AND_WALES,
    "S": Division.SCOTLAND,
    "N": Division.NORTHERN_IRELAND,
}
_CHRISTMAS: Final = (12, 25)
SATURDAY: Final = 5
_Row: TypeAlias = tuple[str, tuple[tuple[str, str, int], ...], tuple[int, ...]]
Tables: TypeAlias = tuple[int, tuple[int, ...], tuple[date, ...], dict[date, int]]
Added: TypeAlias = tuple[date, Division]


@cache
def rows() -> Mapping[date, _Row]:
    """Return the rows of the table by their day."""
    return {date.fromisoformat(row[0]): row for row in _data.ROWS}


@cache
def contested_days() -> tuple[date, ...]:
    """Return the contested days of the table."""
    contested = HolidayStatus.CONTESTED.value
    return tuple(
        on
        for on, (_, groups, _) in rows().items()
        if any(_data.GROUNDS[number][1] == contested for _, _, number in groups)
    )


@lru_cache(maxsize=1024)
def told_by_table(on: date) -> Mapping[Division, Observance]:
    """Return what the table says of a day, in each part of the United Kingdom."""
    found: dict[Division, Observance] = {}
    _, groups, _ = rows().get(on, ("", (), ()))
    for letters, name, number in groups:
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
    return found


def _good_friday(year: int) -> date:
    """Return Good Friday: two days before Easter Sunday, by the Gregorian reckoning."""
    century, of_century = divmod(year, 100)
    leaps, of_leaps = divmod(century, 4)
    golden = year % 19
    moon = (19 * golden + century - leaps - (8 * century + 13) // 25 + 15) % 30
    week = (32 + 2 * of_leaps + 2 * (of_century // 4) - moon - of_century % 4) % 7
    full_moon = date(year, 3, 21).toordinal() + moon
    late = (golden + 11 * moon + 19 * week) // 433  # Easter is never after 25 April
    return date.fromordinal(full_moon + week + 1 - 7 * late - 2)


def named_days(year: int) -> tuple[Added, ...]:
    """Return the days of a year that need no bank holiday, with the parts of which it is true.

    The regimes name Christmas Day themselves, and FOIA Good Friday too.
    """
    christmas, good_friday = date(year, *_CHRISTMAS), _good_friday(year)
    everywhere = tuple((christmas, division) for division in Division)
    return (
        *(everywhere if christmas.weekday() < SATURDAY else ()),
        (good_friday, Division.ENGLAND_AND_WALES),
        (good_friday, Division.NORTHERN_IRELAND),
    )


def by_name(on: date, division: Division) -> Observance:
    """Return the observance of a day that neither the table nor a file has."""
    scottish = division is Division.SCOTLAND
    return Observance(
        division=division,
        name="Christmas Day" if (on.month, on.day) == _CHRISTMAS else "Good Friday",
        basis=HolidayBasis.SCHEDULE if scottish else HolidayBasis.COMMON_LAW,
    )


@final
@attrs.frozen(eq=False)
class Layer:
    """The bank holidays beneath the caller's changes: a file's, and the table's for the rest.

    Attributes:
        observed: Each weekday that is one, with the parts that observe it.
        told: What the file alone says of a day, or says more firmly than the table.
        published_until: The last day the official lists reach, of which the file is one.
        projected_until: The last day known.
        digest: What tells the file from another.
    """

    observed: Mapping[date, frozenset[Division]]
    told: Mapping[Added, Observance]
    published_until: date
    projected_until: date
    digest: str


@lru_cache(maxsize=32)
def layer_of(listed: tuple[Listed, ...]) -> Layer:
    """Return the bank holidays of the table, but those of *listed* in the years it has."""
    years = {on.year for on, _, _ in listed}
    titles = {(on, division): title for on, division, title in listed if on.weekday() < SATURDAY}
    observed = {
        on: {_LETTERS[letter] for letters, _, _ in row[1] for letter in letters}
        for on, row in rows().items()
        if on.year not in years
    }
    for on, division in (*titles, *(pair for year in years for pair in named_days(year))):
        observed.setdefault(on, set()).add(division)
    published = _data.PUBLISHED_UNTIL
    while published.year + 1 in years:
        published = date(published.year + 1, 12, 31)
    return Layer(
        {on: frozenset(divisions) for on, divisions in observed.items()},
        {
            pair: told
            for pair, title in titles.items()
            if (told := _told(*pair, title)) is not None
        },
        published,
        max([_data.PROJECTED_UNTIL, *(date(year, 12, 31) for year in years)]),
        _digest(listed) if listed else "",
    )


def _told(on: date, division: Division, title: str) -> Observance | None:
    """Return what a file that lists a day adds to what the table says, if it adds anything."""
    found = told_by_table(on).get(division)
    if found is None:
        return Observance(
            division=division,
            name=title,
            basis=HolidayBasis.LISTED,
            status=HolidayStatus.PUBLISHED,
            confidence=Confidence.STATED,
        )
    if found.status is not HolidayStatus.PROJECTED:
        return None
    return attrs.evolve(found, status=HolidayStatus.PUBLISHED, confidence=Confidence.STATED)


def _digest(listed: tuple[Listed, ...]) -> str:
    """Return what tells the days of one file from those of another, as short as it may be."""
    import hashlib
    import json

    content = [(on.isoformat(), division.value, title) for on, division, title in listed]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]


@lru_cache(maxsize=32)
def computed(
    layer: Layer,
    counted: tuple[Division, ...],
    added: frozenset[date],
    removed: frozenset[date],
) -> Tables:
    """Return what counting needs: an offset, a running count, the working days, and places.

    The count at an ordinal less the offset is that of the working days up to and
    including that day; the count before the first day, 0, stands at 0.  The place of a
    day is that of the last working day up to it.
    """
    closed = {on for on, divisions in layer.observed.items() if not divisions.isdisjoint(counted)}
    closed = (closed - removed) | added
    first, last = _data.KNOWN_FROM.toordinal(), layer.projected_until.toordinal()
    running = [0]
    days: list[date] = []
    places: dict[date, int] = {}
    for on in map(date.fromordinal, range(first, last + 1)):
        if on.weekday() < SATURDAY and on not in closed:
            days.append(on)
        running.append(len(days))
        places[on] = len(days) - 1
    return first - 1, tuple(running), tuple(days), places
