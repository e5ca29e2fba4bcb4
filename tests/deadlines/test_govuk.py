"""GOV.UK's own file of bank holidays, merged into a calendar, and the contested days."""

from __future__ import annotations

import copy
import json
import pickle
from collections import Counter
from datetime import date, timedelta
from importlib import resources
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foiprevent.citations import Confidence, Regime
from foiprevent.deadlines import Rule, _bank_holidays, deadline, due_date
from foiprevent.deadlines.calendar import WorkingDayCalendar, working_days
from foiprevent.deadlines.holidays import (
    ContestedDays,
    Division,
    HolidayBasis,
    HolidayStatus,
    Observance,
)
from foiprevent.errors import CalendarRangeError, InvalidRecordError

FIRST, PUBLISHED, LAST = date(2000, 1, 1), date(2028, 12, 31), date(2030, 12, 31)
PARTS = ("england-and-wales", "scotland", "northern-ireland")
LETTERS = dict(zip("ESN", PARTS, strict=True))
FOIA, FOISA = working_days(Regime.FOIA), working_days(Regime.FOISA)
GOOD_FRIDAYS = {
    2026: date(2026, 4, 3),
    2030: date(2030, 4, 19),
    2031: date(2031, 4, 11),
    2032: date(2032, 3, 26),
    2033: date(2033, 4, 15),
    2034: date(2034, 4, 7),
}

File = dict[str, Any]

regimes = st.sampled_from(Regime)
calendars = regimes.map(working_days)
parts = st.sampled_from(PARTS)
# From these, the hundredth working day is still within the calendar.
early_days = st.dates(FIRST, date(2030, 6, 30))
lengths = st.integers(1, 100)


def event(day: date, title: str = "A bank holiday") -> dict[str, Any]:
    return {"title": title, "date": day.isoformat(), "notes": "", "bunting": True}


def rendered(first: int = 2000, last: int = 2028) -> File:
    """Return the rows of the table as GOV.UK would write them."""
    file: File = {part: {"division": part, "events": []} for part in PARTS}
    for written, groups, _ in _bank_holidays.ROWS:
        day = date.fromisoformat(written)
        if first <= day.year <= last:
            for letters, name, _ in groups:
                for letter in letters:
                    file[LETTERS[letter]]["events"].append(event(day, name))
    return file


def to_come(*years: int) -> File:
    """Return a file of years after the table: eight first Mondays, and what the regimes name."""
    file: File = {part: {"division": part, "events": []} for part in PARTS}
    for year in years:
        firsts = [date(year, month, 1) for month in range(2, 10)]
        days = [first + timedelta(-first.weekday() % 7) for first in firsts]
        for part in file.values():
            part["events"] += [event(day) for day in days]
            part["events"].append(event(GOOD_FRIDAYS[year], "Good Friday"))
            part["events"].append(event(date(year, 12, 25), "Christmas Day"))
    return file


def joined(*files: File) -> File:
    return {
        part: {"division": part, "events": [e for file in files for e in file[part]["events"]]}
        for part in PARTS
    }


def without(file: File, day: date, *among: str) -> File:
    """Return *file* without a day, in some parts of the United Kingdom or in all."""
    return {
        part: {
            "division": part,
            "events": [
                e
                for e in told["events"]
                if e["date"] != day.isoformat() or (among and part not in among)
            ],
        }
        for part, told in file.items()
    }


def with_day(file: File, day: date, *among: str, title: str = "A bank holiday") -> File:
    extra = {
        part: {"division": part, "events": [event(day, title)] if part in among else []}
        for part in PARTS
    }
    return joined(file, extra)


def days_from(first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def cached_file() -> File:
    """Return the copy of GOV.UK's file that comes with a public package."""
    path = resources.files("govuk_bank_holidays") / "bank-holidays.json"
    file: File = json.loads(path.read_text(encoding="utf-8"))
    return file


class TestMerging:
    """In the years it has, the file replaces the table, part by part."""

    @given(calendars, st.integers(2000, 2028), st.integers(2000, 2028))
    def test_what_the_table_says_itself_changes_no_day(
        self, calendar: WorkingDayCalendar, one: int, other: int
    ) -> None:
        first, last = sorted((one, other))
        merged = calendar.with_govuk(rendered(first, last))
        assert merged.known_from == calendar.known_from
        assert merged.published_until == calendar.published_until
        assert merged.projected_until == calendar.projected_until
        assert merged.count(FIRST, LAST) == calendar.count(FIRST, LAST)
        for day in days_from(date(first, 1, 1), date(last, 12, 31)):
            assert merged.is_working_day(day) is calendar.is_working_day(day)

    @pytest.mark.parametrize("regime", Regime)
    def test_nor_what_is_said_of_any_day(self, regime: Regime) -> None:
        calendar = working_days(regime)
        merged = calendar.with_govuk(rendered())
        for day in days_from(FIRST, LAST):
            assert merged.holiday(day) == calendar.holiday(day)

    @pytest.mark.parametrize("regime", Regime)
    def test_an_older_file_of_a_public_package(self, regime: Regime) -> None:
        # It was taken on the day on which GOV.UK added Scotland's World Cup bank holiday,
        # and before it did.
        calendar = working_days(regime)
        merged = calendar.with_govuk(cached_file())
        changed = [day for day in days_from(FIRST, LAST) if merged.holiday(day) is None]
        changed = [day for day in changed if calendar.holiday(day) is not None]
        assert changed == [date(2026, 6, 15)]
        assert merged.count(FIRST, LAST) == calendar.count(FIRST, LAST) + 1
        assert merged.published_until == PUBLISHED

    def test_years_the_file_lacks_stay(self) -> None:
        day = date(2027, 6, 14)
        merged = FOIA.with_govuk(with_day(rendered(2027, 2027), day, "scotland"))
        assert merged.count(FIRST, LAST) == FOIA.count(FIRST, LAST) - 1
        assert not merged.is_working_day(date(2026, 6, 15))
        assert not merged.is_working_day(day)

    @given(calendars, st.randoms(use_true_random=False))
    def test_the_order_of_the_file_does_not_matter(
        self,
        calendar: WorkingDayCalendar,
        random: Any,  # noqa: ANN401
    ) -> None:
        file = rendered(2019, 2029)
        shuffled = {}
        for part in random.sample(PARTS, 3):
            events = file[part]["events"]
            shuffled[part] = {
                "events": random.sample(events, len(events)),
                "division": part,
            }
        one, other = calendar.with_govuk(file), calendar.with_govuk(shuffled)
        assert one == other
        assert hash(one) == hash(other)
        assert one.version == other.version

    @given(calendars, st.data(), early_days, lengths)
    def test_removing_a_bank_holiday_never_delays_a_date(
        self, calendar: WorkingDayCalendar, data: st.DataObject, day: date, n: int
    ) -> None:
        file = rendered(2019, 2028)
        part = data.draw(parts)
        counts = Counter(e["date"][:4] for e in file[part]["events"])
        spare = [e["date"] for e in file[part]["events"] if counts[e["date"][:4]] > 8]
        gone = date.fromisoformat(data.draw(st.sampled_from(spare)))
        merged = calendar.with_govuk(without(file, gone, part))
        assert merged.add(day, n) <= calendar.add(day, n)
        assert merged.count(FIRST, LAST) - calendar.count(FIRST, LAST) in {0, 1}

    @given(calendars, st.dates(date(2019, 1, 1), PUBLISHED), parts, early_days, lengths)
    def test_adding_one_never_brings_a_date_forward(
        self, calendar: WorkingDayCalendar, new: date, part: str, day: date, n: int
    ) -> None:
        file = rendered(2019, 2028)
        assume(new.isoformat() not in {e["date"] for e in file[part]["events"]})
        merged = calendar.with_govuk(with_day(file, new, part))
        counts = part == "scotland" or calendar.regime is not Regime.FOISA
        assert merged.add(day, n) >= calendar.add(day, n)
        assert merged.is_working_day(new) is (calendar.is_working_day(new) and not counts)

    def test_a_day_may_be_moved(self) -> None:
        given_up, instead = date(2027, 5, 31), date(2027, 6, 4)
        file = with_day(without(rendered(2026, 2028), given_up), instead, *PARTS)
        merged = FOIA.with_govuk(file)
        assert merged.is_working_day(given_up)
        assert merged.holiday(given_up) is None
        assert not merged.is_working_day(instead)

    @pytest.mark.parametrize("part", PARTS)
    def test_a_day_may_go_in_one_part_alone(self, part: str) -> None:
        spring = date(2022, 6, 3)
        merged = FOIA.with_govuk(without(rendered(2022, 2022), spring, part))
        assert not merged.is_working_day(spring)
        holiday = merged.holiday(spring)
        assert holiday is not None
        assert [found.value for found in holiday.divisions] == [p for p in PARTS if p != part]
        scottish = FOISA.with_govuk(without(rendered(2022, 2022), spring, part))
        assert scottish.is_working_day(spring) is (part == "scotland")

    def test_a_new_day_in_full(self) -> None:
        day = date(2027, 6, 14)
        file = with_day(rendered(2026, 2028), day, "scotland", title="World Cup 2027")
        merged = FOIA.with_govuk(file)
        holiday = merged.holiday(day)
        assert holiday is not None
        assert holiday.observances == (
            Observance(
                division=Division.SCOTLAND,
                name="World Cup 2027",
                basis=HolidayBasis.LISTED,
                status=HolidayStatus.PUBLISHED,
                confidence=Confidence.STATED,
            ),
        )
        digest = merged.version.removesuffix(")").rpartition(" ")[2]
        assert holiday.sources == (f"GOV.UK bank holidays, as merged from file {digest}",)
        assert holiday.note is None
        found = deadline(date(2027, 6, 1), calendar=merged)
        assert found.due == due_date(date(2027, 6, 1)) + timedelta(1)
        assert found.calendar_version == merged.version
        assert "World Cup 2027: Scotland (GOV.UK's list)" in found.explain()

    def test_a_day_new_in_one_part_keeps_what_the_table_says_of_the_others(self) -> None:
        easter_monday = date(2027, 3, 29)
        merged = FOIA.with_govuk(with_day(rendered(2027, 2027), easter_monday, "scotland"))
        before, holiday = FOIA.holiday(easter_monday), merged.holiday(easter_monday)
        assert before is not None
        assert holiday is not None
        assert [observance.basis for observance in holiday.observances] == [
            HolidayBasis.SCHEDULE,
            HolidayBasis.LISTED,
            HolidayBasis.SCHEDULE,
        ]
        assert holiday.sources[:-1] == before.sources

    def test_a_day_of_a_weekend_changes_nothing(self) -> None:
        saturday = date(2027, 6, 12)
        merged = FOIA.with_govuk(with_day(rendered(2027, 2027), saturday, *PARTS))
        assert merged.holiday(saturday) is None
        assert merged.count(FIRST, LAST) == FOIA.count(FIRST, LAST)

    def test_a_contested_day_that_is_listed_stays_contested(self) -> None:
        merged = FOIA.with_govuk(rendered(2010, 2011))
        holiday = merged.holiday(date(2010, 1, 4))
        assert holiday is not None
        assert holiday.status is HolidayStatus.CONTESTED
        assert holiday.note is not None

    def test_of_a_later_file_the_years_it_has(self) -> None:
        old, new = date(2026, 6, 22), date(2027, 6, 14)
        first = FOIA.with_govuk(with_day(rendered(2026, 2027), old, "scotland"))
        second = first.with_govuk(with_day(rendered(2027, 2028), new, "scotland"))
        assert not second.is_working_day(old)
        assert not second.is_working_day(new)
        third = second.with_govuk(rendered(2025, 2026))
        assert third.is_working_day(old)
        assert not third.is_working_day(new)
        assert second.with_govuk(rendered()) == FOIA.with_govuk(rendered())

    def test_what_else_the_file_says_is_not_read(self) -> None:
        file = rendered(2026, 2028)
        for part in file.values():
            part["colour"] = "green"
            part["events"] = [
                {"title": e["title"], "date": e["date"], "moon": 3} for e in part["events"]
            ]
        assert FOIA.with_govuk(file) == FOIA.with_govuk(rendered(2026, 2028))


class TestFoiaSection10Subsection6:
    """Christmas Day and Good Friday are no working days, whatever any list says."""

    @staticmethod
    def file_without_them(year: int) -> File:
        file = joined(rendered(2026, 2030), to_come(2031))
        for day in (date(year, 12, 25), GOOD_FRIDAYS[year]):
            file = without(file, day)
        for day in (date(year, 10, 5), date(year, 10, 6)):  # so that the year is not thin
            file = with_day(file, day, *PARTS)
        return file

    @pytest.mark.parametrize("regime", [Regime.FOIA, Regime.EIR])
    @pytest.mark.parametrize("year", [2026, 2030, 2031])
    def test_they_stay(self, regime: Regime, year: int) -> None:
        merged = working_days(regime).with_govuk(self.file_without_them(year))
        days = (date(year, 12, 25), GOOD_FRIDAYS[year])
        assert not any(map(merged.is_working_day, days))
        for day, name, parts in zip(days, ("Christmas Day", "Good Friday"), (3, 2), strict=True):
            holiday = merged.holiday(day)
            assert holiday is not None
            assert holiday.name == name
            assert len(holiday.divisions) == parts
            for observance in holiday.observances:
                scottish = observance.division is Division.SCOTLAND
                basis = HolidayBasis.SCHEDULE if scottish else HolidayBasis.COMMON_LAW
                assert observance.basis is basis
            assert not any("GOV.UK bank holidays, as merged" in said for said in holiday.sources)
        assert merged.with_bank_holidays(remove=days) == merged

    @pytest.mark.parametrize("year", [2026, 2031])
    def test_foisa_section_73_names_christmas_day_alone(self, year: int) -> None:
        merged = FOISA.with_govuk(self.file_without_them(year))
        christmas, good_friday = date(year, 12, 25), GOOD_FRIDAYS[year]
        assert not merged.is_working_day(christmas)
        assert merged.is_working_day(good_friday)
        assert merged.with_bank_holidays(remove=[christmas]) == merged

    def test_good_friday_is_known_in_every_year(self) -> None:
        rows = [(date.fromisoformat(day), groups) for day, groups, _ in _bank_holidays.ROWS]
        table = [
            day for day, groups in rows if any(name == "Good Friday" for _, name, _ in groups)
        ]
        assert [day.year for day in table] == list(range(2000, 2031))
        assert FOIA.with_bank_holidays(remove=table) == FOIA
        file = to_come(2031, 2032, 2033, 2034)
        for year in (2031, 2032, 2033, 2034):
            file = without(file, GOOD_FRIDAYS[year])
            merged = FOIA.with_govuk(file)
            assert not merged.is_working_day(GOOD_FRIDAYS[year])

    def test_a_christmas_day_on_a_weekend_is_no_bank_holiday(self) -> None:
        merged = FOIA.with_govuk(joined(rendered(2029, 2030), to_come(2031, 2032)))
        assert merged.holiday(date(2027, 12, 25)) is None
        assert merged.holiday(date(2032, 12, 25)) is None


class TestHorizon:
    """A file that reaches further takes the calendar with it."""

    def test_the_first_projected_year(self) -> None:
        merged = FOIA.with_govuk(rendered(2019, 2029))
        assert merged.published_until == date(2029, 12, 31)
        assert merged.projected_until == LAST
        easter_monday = date(2029, 4, 2)
        before, after = FOIA.holiday(easter_monday), merged.holiday(easter_monday)
        assert before is not None
        assert after is not None
        assert before.status is HolidayStatus.PROJECTED
        assert after.status is HolidayStatus.PUBLISHED
        assert after.confidence is Confidence.STATED
        assert [part.basis for part in after.observances] == [
            part.basis for part in before.observances
        ]
        assert after.sources[:-1] == before.sources
        assert "GOV.UK" in after.sources[-1]
        day = date(2029, 3, 1)
        assert deadline(day).projected
        assert not deadline(day, calendar=merged).projected

    def test_years_beyond_any_projection(self) -> None:
        merged = FOIA.with_govuk(joined(rendered(2028, 2030), to_come(2031, 2032, 2033)))
        assert merged.published_until == merged.projected_until == date(2033, 12, 31)
        assert merged.is_working_day(date(2033, 12, 30))
        assert not merged.is_working_day(date(2031, 2, 3))
        assert merged.add(date(2033, 12, 1), 21) == date(2033, 12, 30)
        assert merged.add(date(2030, 12, 24), 20) == date(2031, 1, 23)
        appeal = deadline(date(2033, 1, 10), rule=Rule.APPEAL, calendar=merged)
        assert appeal.due == date(2033, 2, 8)  # the 7th is one of its first Mondays
        with pytest.raises(CalendarRangeError) as caught:
            merged.add(date(2033, 12, 1), 22)
        assert caught.value.projected_until == date(2033, 12, 31)
        with pytest.raises(CalendarRangeError):
            merged.is_working_day(date(2034, 1, 1))
        new = merged.with_bank_holidays(add={date(2033, 6, 13): "all"})
        assert not new.is_working_day(date(2033, 6, 13))

    def test_a_gap_before_it_stays_projected(self) -> None:
        merged = FOIA.with_govuk(to_come(2031))
        assert merged.published_until == PUBLISHED
        assert merged.projected_until == date(2031, 12, 31)
        assert merged.with_govuk(rendered(2029, 2030)).published_until == date(2031, 12, 31)
        assert FOIA.with_govuk(rendered(2030, 2030)).published_until == PUBLISHED

    def test_one_file_may_follow_another(self) -> None:
        first = FOIA.with_govuk(joined(rendered(2029, 2030), to_come(2031)))
        second = first.with_govuk(to_come(2032))
        assert second.published_until == date(2032, 12, 31)
        with pytest.raises(InvalidRecordError, match="england-and-wales 2033 is missing"):
            second.with_govuk(to_come(2034))

    def test_an_older_file_does_not_take_it_back(self) -> None:
        merged = FOIA.with_govuk(rendered(2019, 2026))
        assert merged.published_until == PUBLISHED

    def test_the_error_says_how_to_go_further(self) -> None:
        with pytest.raises(CalendarRangeError) as caught:
            due_date(date(2030, 12, 30))
        message = str(caught.value)
        assert "bank-holidays.json takes it to the end of its own last year" in message
        assert "WorkingDayCalendar.with_govuk" in message
        assert "--bank-holidays" in message

    def test_no_file_takes_it_further_back(self) -> None:
        with pytest.raises(CalendarRangeError) as caught:
            due_date(FIRST - timedelta(1))
        assert str(caught.value).endswith(f"runs from {FIRST} to {LAST}")


class TestOnTop:
    """What a caller changes by hand lies on top of a file."""

    def test_days_are_put_in_and_taken_out(self) -> None:
        new, gone = date(2027, 6, 14), date(2027, 5, 31)
        merged = FOIA.with_govuk(rendered(2026, 2028))
        changed = merged.with_bank_holidays(add={new: "scotland"}, remove=[gone])
        assert not changed.is_working_day(new)
        assert changed.is_working_day(gone)
        assert changed.listed == merged.listed
        assert changed.version == (
            f"{merged.version.removesuffix(')')}, -2027-05-31, +2027-06-14 scotland)"
        )

    def test_before_or_after(self) -> None:
        new, gone, file = date(2027, 6, 14), date(2027, 5, 31), rendered(2026, 2028)
        after = FOIA.with_govuk(file).with_bank_holidays(add={new: "all"}, remove=[gone])
        before = FOIA.with_bank_holidays(add={new: "all"}, remove=[gone]).with_govuk(file)
        assert before == after
        assert before.version == after.version

    def test_what_the_file_has_too_is_no_change(self) -> None:
        new = date(2027, 6, 14)
        file = with_day(rendered(2026, 2028), new, "scotland")
        merged = FOIA.with_bank_holidays(add={new: "scotland"}).with_govuk(file)
        assert merged == FOIA.with_govuk(file)
        assert merged.added == ()

    def test_a_day_of_the_file_can_be_taken_out_and_put_in(self) -> None:
        new = date(2027, 6, 14)
        merged = FOIA.with_govuk(with_day(rendered(2026, 2028), new, "scotland"))
        changed = merged.with_bank_holidays(remove=[new])
        assert changed.is_working_day(new)
        assert changed.holiday(new) is None
        again = changed.with_bank_holidays(add={new: "scotland"}).holiday(new)
        assert again is not None
        assert again.observances[0].basis is HolidayBasis.ADDED
        assert again.sources == ()


def _file_with(part: str, what: Any) -> File:  # noqa: ANN401
    return {**rendered(2026, 2028), part: what}


def _file_with_event(what: Any) -> File:  # noqa: ANN401
    file = rendered(2026, 2028)
    file["scotland"]["events"][3] = what
    return file


class TestRefused:
    """What is no whole file is refused, naming the division and the year."""

    @pytest.mark.parametrize(
        ("file", "reason"),
        [
            (None, "expected what GOV.UK's bank-holidays.json holds"),
            ([], "expected what GOV.UK's bank-holidays.json holds"),
            ("{}", "expected what GOV.UK's bank-holidays.json holds"),
            (dict[str, Any](), "england-and-wales is missing"),
            ({p: rendered()[p] for p in PARTS[:2]}, "northern-ireland is missing"),
            ({**rendered(), "wales": rendered()["scotland"]}, "'wales': no such division"),
            (dict[Any, Any](rendered()) | {1: {}}, "cannot be 1: no such division"),
            (_file_with("scotland", None), "None: scotland: expected an object"),
            (_file_with("scotland", []), "scotland: expected an object"),
            (_file_with("scotland", {"division": "scotland"}), "scotland: expected an object"),
            (_file_with("scotland", {"events": []}), "scotland: expected an object"),
            (
                _file_with("scotland", {"division": "scotland", "events": []}),
                "scotland: expected an object",
            ),
            (
                _file_with("scotland", {"division": "scotland", "events": "2026"}),
                "scotland: expected an object",
            ),
            (
                _file_with("scotland", rendered()["england-and-wales"]),
                "scotland: expected an object with that 'division'",
            ),
            (_file_with_event(None), r"\['events'\]\[3\] cannot be None: scotland: expected an"),
            (_file_with_event({"date": "2026-05-04"}), "scotland: expected an object with a"),
            (_file_with_event({"title": "Spring"}), "scotland: expected an object with a"),
            *(
                (
                    _file_with_event({"title": "Spring", "date": wrong}),
                    r"\['events'\]\[3\]\['date'\] cannot be .*: scotland: expected a day such as",
                )
                for wrong in (
                    *("2026-02-30", "20260504", "2026-W19-1", "4 May 2026", "", " 2026-05-04"),
                    *(None, 20260504, ["2026-05-04"], date(2026, 5, 4)),
                )
            ),
            *(
                (
                    _file_with_event({"title": wrong, "date": "2026-05-04"}),
                    r"\['title'\] cannot be .*: scotland 2026: expected what 2026-05-04 is called",
                )
                for wrong in (None, "", " ", 3, ["Spring"])
            ),
            (
                _file_with("scotland", rendered(2026, 2027)["scotland"]),
                "scotland 2028 is missing",
            ),
            (
                _file_with("england-and-wales", rendered(2025, 2028)["england-and-wales"]),
                "scotland 2025 is missing",
            ),
            (
                {
                    p: joined(rendered(2024, 2025), rendered(2027, 2028))[p]
                    for p in reversed(PARTS)
                },
                "england-and-wales 2026 is missing",
            ),
            (
                _file_with(
                    "northern-ireland",
                    joined(rendered(2026, 2026), rendered(2028, 2028))["northern-ireland"],
                ),
                "northern-ireland 2027 is missing",
            ),
            (
                without(rendered(2026, 2028), date(2027, 8, 30), "england-and-wales"),
                "cannot be '7 days': england-and-wales 2027 is too thin to be a whole year",
            ),
            (
                with_day(rendered(2026, 2028), date(2027, 8, 30), "england-and-wales"),
                "cannot be '2027-08-30': england-and-wales 2027 has the day twice",
            ),
            (
                with_day(rendered(), date(1999, 12, 31), *PARTS),
                "cannot be '1999-12-31': england-and-wales 1999 is before 2000-01-01",
            ),
            (to_come(2032), "england-and-wales 2031 is missing"),
        ],
    )
    def test_with_a_reason(self, file: Any, reason: str) -> None:  # noqa: ANN401
        with pytest.raises(InvalidRecordError, match=reason) as caught:
            FOIA.with_govuk(file)
        assert caught.value.field.startswith("WorkingDayCalendar.with_govuk(mapping)")

    @given(parts, st.integers(2019, 2028), st.integers(1, 7))
    def test_a_thin_year(self, part: str, year: int, left: int) -> None:
        file = rendered(2019, 2028)
        in_year = [e for e in file[part]["events"] if e["date"].startswith(str(year))]
        for gone in in_year[left:]:
            file[part]["events"].remove(gone)
        with pytest.raises(InvalidRecordError, match=f"{part} {year} is too thin"):
            FOIA.with_govuk(file)

    @given(parts, st.integers(2019, 2028))
    def test_a_missing_year(self, part: str, year: int) -> None:
        file = rendered(2019, 2028)
        events = file[part]["events"]
        file[part]["events"] = [e for e in events if not e["date"].startswith(str(year))]
        with pytest.raises(InvalidRecordError, match=f"{part} {year} is missing"):
            FOIA.with_govuk(file)

    def test_nothing_is_changed(self) -> None:
        file = rendered(2026, 2028)
        before = copy.deepcopy(file)
        FOIA.with_govuk(file)
        assert file == before

    @pytest.mark.parametrize(
        "listed",
        [
            ((date(2027, 6, 14), Division.SCOTLAND),),
            ((date(2027, 6, 14), "scotland", "World Cup"),),
            ((date(2027, 6, 14), Division.SCOTLAND, ""),),
            (("2027-06-14", Division.SCOTLAND, "World Cup"),),
            ((date(2027, 6, 14), Division.SCOTLAND, "World Cup"),),
            "2027",
            {},
            FOIA.with_govuk(rendered(2027, 2027)).listed * 2,
        ],
    )
    def test_a_list_made_by_hand_is_checked_too(self, listed: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidRecordError, match=r"WorkingDayCalendar\.listed"):
            WorkingDayCalendar(regime=Regime.FOIA, listed=listed)

    def test_one_that_does_not_follow_on(self) -> None:
        years = FOIA.with_govuk(joined(rendered(2030, 2030), to_come(2031, 2032))).listed
        gap = [entry for entry in years if entry[0].year != 2031]
        with pytest.raises(InvalidRecordError, match="england-and-wales 2031 is missing"):
            WorkingDayCalendar(regime=Regime.FOIA, listed=tuple(gap))


class TestValue:
    """A calendar with a file is a value too, and its version tells one file from another."""

    @given(calendars, st.integers(2019, 2027))
    def test_a_copy_is_equal_and_counts_alike(
        self, calendar: WorkingDayCalendar, first: int
    ) -> None:
        day = date(2026, 6, 1)
        merged = calendar.with_govuk(with_day(rendered(first, 2028), date(2027, 6, 14), *PARTS))
        merged = merged.with_bank_holidays(add={date(2027, 6, 15): "scotland"})
        due = merged.add(day, 20)
        again = pickle.loads(pickle.dumps(merged))  # noqa: S301 - nobody else's
        copies = (again, copy.copy(merged), copy.deepcopy(merged), attrs.evolve(merged))
        for other in copies:
            assert other == merged
            assert hash(other) == hash(merged)
            assert other.version == merged.version
            assert repr(other) == repr(merged)
            assert other.add(day, 20) == due

    def test_the_version_shows_the_file(self) -> None:
        merged = FOIA.with_govuk(to_come(2031))
        assert merged != FOIA
        assert merged.version == f"{FOIA.version} (GOV.UK ff27a7d3ba33)"
        assert repr(merged) == (
            "WorkingDayCalendar(regime=<Regime.FOIA: 'FOIA'>, added=(), removed=(), "
            "listed=<GOV.UK ff27a7d3ba33>)"
        )

    @pytest.mark.parametrize(
        "other",
        [
            rendered(2025, 2028),
            with_day(rendered(2026, 2028), date(2027, 6, 14), "scotland"),
            without(rendered(2026, 2028), date(2026, 6, 15)),
            with_day(
                without(rendered(2026, 2028), date(2026, 6, 15)), date(2026, 6, 15), "scotland"
            ),
        ],
    )
    def test_another_file_is_another_calendar(self, other: File) -> None:
        one, two = FOIA.with_govuk(rendered(2026, 2028)), FOIA.with_govuk(other)
        assert one != two
        assert one.version != two.version

    def test_the_same_file_in_every_regime(self) -> None:
        merged = [working_days(regime).with_govuk(rendered(2026, 2028)) for regime in Regime]
        assert len(set(merged)) == 3
        assert len({calendar.version for calendar in merged}) == 1

    def test_days_are_plain_and_in_order(self) -> None:
        merged = FOIA.with_govuk(rendered(2027, 2028))
        assert {type(day) for day, _, _ in merged.listed} == {date}
        assert merged.listed[:3] == (
            (date(2027, 1, 1), Division.ENGLAND_AND_WALES, "New Year's Day"),
            (date(2027, 1, 1), Division.SCOTLAND, "New Year's Day"),
            (date(2027, 1, 1), Division.NORTHERN_IRELAND, "New Year's Day"),
        )


class TestContestedDays:
    """4 January 2010 and 2011: in the lists, and reported never to have been proclaimed."""

    DAYS = (date(2010, 1, 4), date(2011, 1, 4))

    @pytest.mark.parametrize("regime", Regime)
    def test_by_default_as_the_lists_have_them(self, regime: Regime) -> None:
        calendar = working_days(regime)
        assert working_days(regime, contested=ContestedDays.HOLIDAYS) is calendar
        assert not any(map(calendar.is_working_day, self.DAYS))

    @pytest.mark.parametrize("regime", Regime)
    def test_as_working_days(self, regime: Regime) -> None:
        calendar = working_days(regime, contested=ContestedDays.WORKING)
        assert all(map(calendar.is_working_day, self.DAYS))
        assert calendar == working_days(regime).with_bank_holidays(remove=self.DAYS)
        assert calendar.count(FIRST, LAST) == working_days(regime).count(FIRST, LAST) + 2
        assert calendar.version.endswith("(-2010-01-04, -2011-01-04)")
        assert working_days(regime, contested=ContestedDays.WORKING) is calendar

    def test_an_answer_due_a_day_earlier(self) -> None:
        received = date(2009, 12, 10)
        calendar = working_days(Regime.FOIA, contested=ContestedDays.WORKING)
        assert due_date(received) == date(2010, 1, 13)
        assert due_date(received, calendar=calendar) == date(2010, 1, 12)

    def test_a_file_does_not_decide_it(self) -> None:
        calendar = working_days(Regime.FOIA, contested=ContestedDays.WORKING)
        merged = calendar.with_govuk(rendered(2010, 2011))
        assert all(map(merged.is_working_day, self.DAYS))

    @pytest.mark.parametrize("wrong", ["working", None, True])
    def test_what_is_no_way_to_count_them(self, wrong: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidRecordError, match=r"working_days\.contested"):
            working_days(Regime.FOIA, contested=wrong)
