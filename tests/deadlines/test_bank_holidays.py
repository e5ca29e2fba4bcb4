"""The table of bank holidays: against its generator, a second model, and other people's tables."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import holidays
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from foiprevent.citations import Regime
from foiprevent.deadlines import _bank_holidays
from foiprevent.deadlines.calendar import working_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "tools" / "bank_holidays.py"
YEARS = range(2000, 2031)


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    if not GENERATOR.exists():
        pytest.skip("tools/ is not part of what is tested here")
    spec = importlib.util.spec_from_file_location("generator_of_bank_holidays", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _data(generator: ModuleType) -> Any:  # noqa: ANN401
    return json.loads(generator.DATA.read_text(encoding="utf-8"))


class TestGenerated:
    """The shipped module is what its generator makes of the data."""

    def test_the_generator_gives_the_shipped_module(self, generator: ModuleType) -> None:
        shipped = Path(_bank_holidays.__file__).read_text(encoding="utf-8")
        assert generator.render(generator.DATA.read_text(encoding="utf-8")) == shipped

    def test_check_tells_a_changed_module_and_writing_mends_it(
        self,
        generator: ModuleType,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        module = tmp_path / "_bank_holidays.py"
        monkeypatch.setattr(generator, "MODULE", module)
        assert generator.main(["--check"]) == 1
        assert "run " in capsys.readouterr().err
        assert generator.main([]) == 0
        assert generator.main(["--check"]) == 0
        module.write_text(module.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        assert generator.main(["--check"]) == 1

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda data: data["days"].reverse(),
            lambda data: data["days"].insert(0, data["days"][0]),
            lambda data: data["days"][0].update(date="2000-01-02"),
            lambda data: data["days"][0].update(date="1999-12-31"),
            lambda data: data["days"][-1].update(date="2031-01-01"),
            lambda data: data["days"][0].update(confidence="certain"),
            lambda data: data["days"][0].update(confidence="projected"),
            lambda data: data["days"][-1].update(confidence="high"),
            lambda data: data["days"][0].update(sources=[]),
            lambda data: data["days"][0].update(sources=["hearsay"]),
            lambda data: data["days"][0].update(by_division={}),
            lambda data: data["days"][0]["by_division"].update(wales={}),
            lambda data: data["days"][0]["by_division"]["scotland"].update(basis="custom"),
            lambda data: data["days"][0]["by_division"]["scotland"].update(
                proclaimed_on="1999-01-01"
            ),
            lambda data: data["days"][1]["by_division"]["scotland"].update(
                proclaimed_on="2000-01-04"
            ),
            lambda data: data["sources"].update(hearsay="Somebody said so"),
        ],
    )
    def test_data_that_contradicts_itself_is_refused(
        self,
        generator: ModuleType,
        spoil: Callable[[Any], object],
    ) -> None:
        data = _data(generator)
        generator.render(json.dumps(data))
        spoil(data)
        with pytest.raises(generator.DataError):
            generator.render(json.dumps(data))

    def test_it_holds_plain_values_only(self) -> None:
        def leaves(value: object) -> Iterator[object]:
            if isinstance(value, tuple):
                for member in value:
                    yield from leaves(member)
            else:
                yield value

        kinds = Counter(type(leaf) for leaf in leaves(_bank_holidays.ROWS))
        assert set(kinds) == {str, int}
        assert len(_bank_holidays.ROWS) == 403


# The second model.  What follows was typed from the Act and from the lists of proclaimed
# days, and is not made from the data under test.

EVERYWHERE = "ESN"
NOT_SCOTLAND = "EN"

# 1 January on a Saturday or Sunday: the day in January kept instead outside Scotland.
NEW_YEAR_MOVED = {2000: 3, 2005: 3, 2006: 2, 2011: 3, 2012: 2, 2017: 2, 2022: 3, 2023: 2, 2028: 3}
# 1 or 2 January on a Saturday: Scotland keeps 4 January as well.
SCOTTISH_FOURTH_OF_JANUARY = (2000, 2005, 2010, 2011, 2016, 2021, 2022, 2027, 2028)
# 17 March on a Saturday: Northern Ireland keeps the Monday.
NINETEENTH_OF_MARCH = (2001, 2007, 2012, 2018, 2029)
# 12 July on a Saturday or Sunday: the Monday.
TWELFTH_MOVED = {
    2003: 14, 2008: 14, 2009: 13, 2014: 14, 2015: 13, 2020: 13, 2025: 14, 2026: 13,
}  # fmt: skip
# Boxing Day or Christmas Day on a Saturday.
TWENTY_EIGHTH_OF_DECEMBER = (2004, 2009, 2010, 2015, 2020, 2021, 2026, 2027)
# 27 December in Scotland, where no rule of the Schedule gives it.
SCOTTISH_TWENTY_SEVENTH = (2004, 2005, 2010, 2011, 2016, 2021, 2022, 2027)
# A day given up for another, everywhere.
MOVED = {
    date(2002, 5, 27): date(2002, 6, 4),
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
EXTRA = {
    date(2002, 6, 3): EVERYWHERE,  # Golden Jubilee
    date(2011, 4, 29): EVERYWHERE,  # royal wedding
    date(2012, 6, 5): EVERYWHERE,  # Diamond Jubilee
    date(2022, 6, 3): EVERYWHERE,  # Platinum Jubilee
    date(2022, 9, 19): EVERYWHERE,  # state funeral
    date(2023, 5, 8): EVERYWHERE,  # coronation
    date(2026, 6, 15): "S",  # World Cup
}


def _easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian rule."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((7 - first.weekday()) % 7)


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(last.weekday())


def _is_sunday(day: date) -> bool:
    return day.weekday() == 6


def _south(year: int) -> set[date]:
    """The Schedule for England and Wales, all of which holds in Northern Ireland too."""
    days = {_easter(year) + timedelta(1), _last_monday(year, 5), _last_monday(year, 8)}
    christmas, boxing_day = date(year, 12, 25), date(year, 12, 26)
    if not _is_sunday(boxing_day):
        days.add(boxing_day)
    if _is_sunday(christmas) or _is_sunday(boxing_day):
        days.add(date(year, 12, 27))
    return days


def _scotland(year: int) -> set[date]:
    """The Schedule for Scotland."""
    third = date(year, 1, 3)
    days = {
        third if _is_sunday(date(year, 1, 1)) else date(year, 1, 1),
        third if _is_sunday(date(year, 1, 2)) else date(year, 1, 2),
        _easter(year) - timedelta(2),
        _first_monday(year, 5),
        _first_monday(year, 8),
        date(year, 12, 26 if _is_sunday(date(year, 12, 25)) else 25),
    }
    if year >= 2007:
        andrew = date(year, 11, 30)
        days.add(andrew + timedelta((7 - andrew.weekday()) % 7 if andrew.weekday() > 4 else 0))
    return days


def _proclaimed(year: int) -> Iterator[tuple[date, str]]:
    """What was or, for years to come, will have to be proclaimed."""
    yield date(year, 1, NEW_YEAR_MOVED.get(year, 1)), NOT_SCOTLAND
    if year in SCOTTISH_FOURTH_OF_JANUARY:
        yield date(year, 1, 4), "S"
    if year in NINETEENTH_OF_MARCH:
        yield date(year, 3, 19), "N"
    yield _first_monday(year, 5), NOT_SCOTLAND
    yield _last_monday(year, 5), "S"
    yield date(year, 7, TWELFTH_MOVED.get(year, 12)), "N"
    if date(year, 12, 25).weekday() < 4 or date(year, 12, 25).weekday() == 6:
        yield date(year, 12, 26), "S"
    if year in SCOTTISH_TWENTY_SEVENTH:
        yield date(year, 12, 27), "S"
    if year in TWENTY_EIGHTH_OF_DECEMBER:
        yield date(year, 12, 28), EVERYWHERE


def _model() -> dict[date, dict[str, str]]:
    """Every weekday that is a holiday, with the parts of the UK and the basis in each."""
    found: dict[date, dict[str, str]] = {}

    def put(day: date, parts: str, basis: str) -> None:
        day = MOVED.get(day, day)
        if day.weekday() < 5:
            basis = "proclamation" if day in MOVED.values() else basis
            for part in parts:
                found.setdefault(day, {}).setdefault(part, basis)

    for year in YEARS:
        for day in _south(year):
            put(day, NOT_SCOTLAND, "schedule")
        patrick = date(year, 3, 17)
        put(date(year, 3, 18) if _is_sunday(patrick) else patrick, "N", "schedule")
        for day in _scotland(year):
            put(day, "S", "schedule")
        put(_easter(year) - timedelta(2), NOT_SCOTLAND, "common law")
        put(date(year, 12, 25), NOT_SCOTLAND, "common law")
        for day, parts in _proclaimed(year):
            put(day, parts, "proclamation")
    for day, parts in EXTRA.items():
        put(day, parts, "proclamation")
    return found


def _table() -> dict[date, dict[str, str]]:
    return {
        date.fromisoformat(day): {
            letter: _bank_holidays.GROUNDS[number][0]
            for letters, _, number in groups
            for letter in letters
        }
        for day, groups, _ in _bank_holidays.ROWS
    }


class TestActOf1971:
    """Banking and Financial Dealings Act 1971 s.1(1) to (3), Sch 1: holidays, proclamations."""

    @pytest.mark.parametrize("year", YEARS)
    def test_every_day_every_part_and_its_basis(self, year: int) -> None:
        expected = {day: parts for day, parts in _model().items() if day.year == year}
        assert {day: parts for day, parts in _table().items() if day.year == year} == expected

    @pytest.mark.parametrize(
        ("year", "month", "day"), [(2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2030, 4, 21)]
    )
    def test_the_model_knows_easter(self, year: int, month: int, day: int) -> None:
        assert _easter(year) == date(year, month, day)

    def test_the_days_of_proclamation_that_are_known(self) -> None:
        found = {
            (day, letter): proclaimed_on
            for day, groups, _ in _bank_holidays.ROWS
            for letters, _, number in groups
            for letter in letters
            if (proclaimed_on := _bank_holidays.GROUNDS[number][3])
        }
        assert found == {
            ("2022-07-12", "N"): "2021-07-23",
            ("2022-09-19", "E"): "2022-09-10",
            ("2022-09-19", "S"): "2022-09-10",
            ("2022-09-19", "N"): "2022-09-10",
            ("2026-01-01", "E"): "2025-07-09",
            ("2026-01-01", "N"): "2025-07-09",
            ("2026-05-04", "E"): "2025-07-09",
            ("2026-05-04", "N"): "2025-07-09",
            ("2026-06-15", "S"): "2026-02-03",
            ("2026-07-13", "N"): "2025-07-09",
            ("2026-12-28", "E"): "2025-07-09",
            ("2026-12-28", "S"): "2026-07-08",
            ("2026-12-28", "N"): "2025-07-09",
            ("2027-01-04", "S"): "2026-07-08",
            ("2027-05-31", "S"): "2026-07-08",
        }

    def test_the_days_that_are_not_firmly_in_force(self) -> None:
        found: dict[str, set[str]] = {}
        for day, groups, _ in _bank_holidays.ROWS:
            for letters, _, number in groups:
                found.setdefault(_bank_holidays.GROUNDS[number][1], set()).update(
                    f"{day} {letter}" for letter in letters
                )
        assert found["contested"] == {"2010-01-04 S", "2011-01-04 S"}
        assert {mark[:10] for mark in found["projected"]} == {
            day.isoformat() for day in _model() if day.year > 2028
        }
        assert found["published"] == {
            *("2027-01-01 E", "2027-01-01 N", "2027-05-03 E", "2027-05-03 N", "2027-07-12 N"),
            *("2027-12-27 S", "2027-12-28 E", "2027-12-28 S", "2027-12-28 N"),
            *("2028-01-03 E", "2028-01-03 N", "2028-01-04 S", "2028-05-01 E", "2028-05-01 N"),
            *("2028-05-29 S", "2028-07-12 N", "2028-12-26 S"),
        }
        assert set(_bank_holidays.NOTES) == {"2010-01-04", "2011-01-04"}


def _closed(regime: Regime, first: date, last: date) -> set[date]:
    """The weekdays that are no working days, as the calendar has them."""
    calendar = working_days(regime)
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return {day for day in days if day.weekday() < 5 and not calendar.is_working_day(day)}


def _weekdays(days: set[date], first: date, last: date) -> set[date]:
    return {day for day in days if first <= day <= last and day.weekday() < 5}


COUNTED = {Regime.FOIA: "ESN", Regime.EIR: "ESN", Regime.FOISA: "S"}


class TestOtherTables:
    """Each weekday as two public packages have it; a difference must be one explained here."""

    # The St Andrew's Day Bank Holiday (Scotland) Act 2007 had Royal Assent on 15 January
    # 2007: the first St Andrew's Day that was a bank holiday was that of 2007.
    HOLIDAYS_IS_WRONG = frozenset({date(2006, 11, 30)})
    # The list that govuk-bank-holidays carries was taken on the day on which GOV.UK added
    # Scotland's World Cup bank holiday, and before it did.
    GOVUK_IS_STALE = frozenset({date(2026, 6, 15)})

    @pytest.mark.parametrize("regime", Regime)
    def test_holidays(self, regime: Regime) -> None:
        first, last = date(2005, 1, 1), date(2028, 12, 31)
        names = {"E": ("ENG", "WLS"), "S": ("SCT",), "N": ("NIR",)}
        theirs = {
            day
            for letter in COUNTED[regime]
            for subdivision in names[letter]
            for day in holidays.country_holidays(
                "GB", subdiv=subdivision, years=range(first.year, last.year + 1)
            )
        }
        ours = _closed(regime, first, last)
        assert _weekdays(theirs, first, last) ^ ours == self.HOLIDAYS_IS_WRONG

    @pytest.mark.parametrize("regime", Regime)
    def test_govuk_bank_holidays(self, regime: Regime) -> None:
        first, last = date(2012, 1, 1), date(2028, 12, 31)
        names = {"E": "england-and-wales", "S": "scotland", "N": "northern-ireland"}
        feed = BankHolidays(use_cached_holidays=True)
        theirs = {
            event["date"]
            for letter in COUNTED[regime]
            for event in feed.get_holidays(division=names[letter])
        }
        ours = _closed(regime, first, last)
        assert _weekdays(theirs, first, last) ^ ours == self.GOVUK_IS_STALE
