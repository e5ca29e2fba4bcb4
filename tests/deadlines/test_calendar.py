"""What a working day is in each regime, and how working days are counted."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.deadlines import _bank_holidays
from foiprevent.deadlines.calendar import WorkingDayCalendar, working_days
from foiprevent.deadlines.holidays import (
    BankHoliday,
    Division,
    HolidayBasis,
    HolidayStatus,
    Observance,
)
from foiprevent.errors import CalendarRangeError, InvalidRecordError

FIRST, LAST = date(2000, 1, 1), date(2030, 12, 31)
FOIA, EIR, FOISA = (working_days(regime) for regime in (Regime.FOIA, Regime.EIR, Regime.FOISA))
LETTERS = {"E": "england-and-wales", "S": "scotland", "N": "northern-ireland"}

# Who observes each weekday that anyone does, straight from the rows of the table.
OBSERVED = {
    date.fromisoformat(day): "".join(letters for letters, _, _ in groups)
    for day, groups, _ in _bank_holidays.ROWS
}
COUNTED = {Regime.FOIA: "ESN", Regime.EIR: "ESN", Regime.FOISA: "S"}

regimes = st.sampled_from(Regime)
calendars = regimes.map(working_days)
days = st.dates(FIRST, LAST)
# From these, the hundred and fiftieth working day is still within the calendar.
early_days = st.dates(FIRST, date(2029, 12, 31))
lengths = st.integers(0, 150)
parts = st.sampled_from([*LETTERS.values(), *Division, "all", ["scotland", "northern-ireland"]])
additions = st.dictionaries(days, parts, max_size=8)
removals = st.lists(st.one_of(st.sampled_from(sorted(OBSERVED)), days), max_size=8)
changed_calendars = st.builds(
    lambda calendar, add, remove: calendar.with_bank_holidays(add=add, remove=remove),
    calendars,
    additions,
    removals,
)


def naive_is_working_day(regime: Regime, day: date) -> bool:
    return day.weekday() < 5 and not set(COUNTED[regime]) & set(OBSERVED.get(day, ""))


def naive_add(calendar: WorkingDayCalendar, day: date, n: int) -> date:
    while n:
        day += timedelta(1)
        n -= calendar.is_working_day(day)
    return day


def naive_count(calendar: WorkingDayCalendar, start: date, end: date) -> int:
    if end < start:
        return -naive_count(calendar, end, start)
    span = range(1, (end - start).days + 1)
    return sum(calendar.is_working_day(start + timedelta(n)) for n in span)


class TestFoiaSection10Subsection6:
    """Not a Saturday, a Sunday, Christmas Day, Good Friday, or a bank holiday anywhere in the UK.

    EIR reg.2(1) takes the same meaning over.
    """

    @given(days)
    def test_the_definition_read_day_by_day(self, day: date) -> None:
        assert FOIA.is_working_day(day) is naive_is_working_day(Regime.FOIA, day)
        assert EIR.is_working_day(day) is FOIA.is_working_day(day)

    @pytest.mark.parametrize(
        "day",
        [
            date(2026, 11, 21),  # a Saturday
            date(2026, 11, 22),  # a Sunday
            date(2025, 12, 25),  # Christmas Day
            date(2026, 4, 3),  # Good Friday
            date(2026, 4, 6),  # Easter Monday: not in Scotland
            date(2026, 8, 31),  # last Monday in August: not in Scotland
            date(2026, 8, 3),  # first Monday in August: Scotland alone
            date(2007, 11, 30),  # the first St Andrew's Day: Scotland alone
            date(2026, 6, 15),  # the World Cup: Scotland alone
            date(2026, 3, 17),  # St Patrick's Day: Northern Ireland alone
            date(2014, 7, 14),  # for the Twelfth, a Saturday: Northern Ireland alone
            date(2022, 9, 19),  # proclaimed nine days before
        ],
    )
    def test_no_working_day(self, day: date) -> None:
        assert not FOIA.is_working_day(day)
        assert not EIR.is_working_day(day)

    @pytest.mark.parametrize(
        "day",
        [
            date(2006, 11, 30),  # St Andrew's Day, a year before it became a bank holiday
            date(2012, 5, 28),  # given up for 4 June
            date(2020, 5, 4),  # given up for 8 May
            date(2022, 5, 30),  # given up for 2 June
            date(2025, 12, 24),
            date(2025, 12, 31),
        ],
    )
    def test_working_day(self, day: date) -> None:
        assert FOIA.is_working_day(day)
        assert EIR.is_working_day(day)

    @pytest.mark.parametrize(
        ("letter", "received", "due"),
        [
            ("S", date(2025, 7, 22), date(2025, 8, 20)),
            ("N", date(2025, 6, 30), date(2025, 7, 29)),
        ],
    )
    def test_a_bank_holiday_in_one_part_moves_every_due_date(
        self, letter: str, received: date, due: date
    ) -> None:
        assert FOIA.add(received, 20) == due
        skipped = [day for day in OBSERVED if received < day <= due]
        assert [OBSERVED[day] for day in skipped] == [letter]
        without = FOIA.with_bank_holidays(remove=skipped)
        assert without.add(received, 20) == due - timedelta(1)

    def test_it_cites_its_rule(self) -> None:
        rule = Citation.parse("FOIA s.10(6)")
        assert FOIA.cites == (rule,)
        assert EIR.cites == (Citation.parse("EIR reg.2(1)"), rule)


class TestFoisaSection73:
    """Not a Saturday, a Sunday, Christmas Day, or a bank holiday in Scotland."""

    @given(days)
    def test_the_definition_read_day_by_day(self, day: date) -> None:
        assert FOISA.is_working_day(day) is naive_is_working_day(Regime.FOISA, day)

    @pytest.mark.parametrize(
        ("day", "working"),
        [
            (date(2026, 4, 3), False),  # Good Friday is a bank holiday in Scotland
            (date(2026, 8, 3), False),
            (date(2026, 11, 30), False),
            (date(2026, 6, 15), False),
            (date(2026, 12, 25), False),
            (date(2026, 4, 6), True),  # Easter Monday
            (date(2026, 8, 31), True),
            (date(2026, 3, 17), True),
            (date(2026, 7, 13), True),
        ],
    )
    def test_scotland_alone_counts(self, day: date, *, working: bool) -> None:
        assert FOISA.is_working_day(day) is working

    @given(early_days, lengths)
    def test_a_scottish_answer_is_never_due_later(self, day: date, n: int) -> None:
        assert FOISA.add(day, n) <= FOIA.add(day, n)

    def test_it_cites_its_rule(self) -> None:
        assert FOISA.cites == (Citation.parse("FOISA s.73"),)


class TestCounting:
    """FOIA s.10(1): the nth working day *following* day 0."""

    @pytest.mark.parametrize(
        ("day", "n", "expected"),
        [
            (date(2026, 6, 1), 1, date(2026, 6, 2)),
            (date(2026, 6, 5), 1, date(2026, 6, 8)),  # received on a Friday
            (date(2026, 6, 6), 1, date(2026, 6, 8)),  # received on a Saturday
            (date(2026, 6, 7), 1, date(2026, 6, 8)),  # received on a Sunday
            (date(2026, 6, 12), 1, date(2026, 6, 16)),  # a bank holiday follows
            (date(2026, 6, 15), 1, date(2026, 6, 16)),  # received on a bank holiday
            (date(2026, 6, 1), 20, date(2026, 6, 30)),
            (date(2026, 6, 6), 0, date(2026, 6, 6)),
        ],
    )
    def test_by_hand(self, day: date, n: int, expected: date) -> None:
        assert FOIA.add(day, n) == expected

    @given(changed_calendars, early_days, lengths)
    def test_adding_is_stepping_day_by_day(
        self, calendar: WorkingDayCalendar, day: date, n: int
    ) -> None:
        assert calendar.add(day, n) == naive_add(calendar, day, n)

    @given(calendars, days, days)
    def test_counting_is_stepping_day_by_day(
        self, calendar: WorkingDayCalendar, start: date, end: date
    ) -> None:
        end = min(max(end, start - timedelta(400)), start + timedelta(400))
        assert calendar.count(start, end) == naive_count(calendar, start, end)

    @given(changed_calendars, early_days, st.integers(1, 150))
    def test_the_nth_working_day_is_one_and_the_nth(
        self, calendar: WorkingDayCalendar, day: date, n: int
    ) -> None:
        last = calendar.add(day, n)
        assert type(last) is date
        assert calendar.is_working_day(last)
        assert calendar.count(day, last) == n

    @given(calendars, early_days, early_days, lengths)
    def test_a_later_receipt_is_never_due_earlier(
        self, calendar: WorkingDayCalendar, one: date, other: date, n: int
    ) -> None:
        one, other = sorted((one, other))
        assert calendar.add(one, n) <= calendar.add(other, n)

    @given(calendars, early_days)
    def test_each_further_day_is_later(self, calendar: WorkingDayCalendar, day: date) -> None:
        ends = [calendar.add(day, n) for n in range(60)]
        assert all(earlier < later for earlier, later in pairwise(ends))

    @given(calendars, early_days, lengths, st.integers(0, 100))
    def test_two_steps_are_one(
        self, calendar: WorkingDayCalendar, day: date, m: int, n: int
    ) -> None:
        m = min(m, 50)
        assert calendar.add(calendar.add(day, m), n) == calendar.add(day, m + n)

    @given(calendars, days, days, days)
    def test_counts_add_up_and_change_sign(
        self, calendar: WorkingDayCalendar, a: date, b: date, c: date
    ) -> None:
        assert calendar.count(a, b) == -calendar.count(b, a)
        assert calendar.count(a, b) + calendar.count(b, c) == calendar.count(a, c)
        assert calendar.count(a, a) == 0


class TestEdges:
    """What the calendar does not know, it does not answer."""

    def test_it_says_what_it_knows(self) -> None:
        for calendar in (FOIA, EIR, FOISA):
            assert calendar.known_from == FIRST
            assert calendar.published_until == date(2028, 12, 31)
            assert calendar.projected_until == LAST
            assert calendar.version == _bank_holidays.VERSION

    @pytest.mark.parametrize(
        "day", [FIRST - timedelta(1), LAST + timedelta(1), date.min, date.max]
    )
    def test_a_day_outside(self, day: date) -> None:
        attempts = (
            lambda: FOIA.is_working_day(day),
            lambda: FOIA.add(day, 1),
            lambda: FOIA.add(day, 0),
            lambda: FOIA.count(day, FIRST),
            lambda: FOIA.count(FIRST, day),
            lambda: FOIA.holiday(day),
            lambda: FOIA.with_bank_holidays(add={day: "all"}),
            lambda: FOIA.with_bank_holidays(remove=[day]),
            lambda: WorkingDayCalendar(regime=Regime.FOIA, added=((day, Division.SCOTLAND),)),
            lambda: WorkingDayCalendar(regime=Regime.FOIA, removed=(day,)),
        )
        for attempt in attempts:
            with pytest.raises(CalendarRangeError) as caught:
                attempt()
            assert caught.value.day == day
            assert caught.value.known_from == FIRST
            assert caught.value.projected_until == LAST

    def test_the_first_day(self) -> None:
        assert not FOIA.is_working_day(FIRST)
        assert FOIA.add(FIRST, 0) == FIRST
        assert FOIA.add(FIRST, 1) == date(2000, 1, 5)
        assert FOIA.count(FIRST, date(2000, 1, 5)) == 1

    def test_the_last_day(self) -> None:
        assert FOIA.is_working_day(LAST)
        assert FOIA.add(LAST, 0) == LAST
        assert FOIA.add(LAST - timedelta(1), 1) == LAST
        assert FOIA.count(LAST - timedelta(1), LAST) == 1

    @pytest.mark.parametrize(
        ("day", "n"),
        [(LAST, 1), (LAST - timedelta(1), 2), (FIRST, 7816), (FIRST, 10**30)],
    )
    def test_an_answer_outside(self, day: date, n: int) -> None:
        with pytest.raises(CalendarRangeError) as caught:
            FOIA.add(day, n)
        assert caught.value.day is None

    def test_the_last_answer_inside(self) -> None:
        assert FOIA.add(FIRST, FOIA.count(FIRST, LAST)) == LAST

    @pytest.mark.parametrize("n", [-1, True, False, 1.0, "20", None])
    def test_what_is_no_number_of_days(self, n: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidRecordError) as caught:
            FOIA.add(date(2026, 6, 1), n)
        assert caught.value.field == "WorkingDayCalendar.add(n)"

    @pytest.mark.parametrize("day", [datetime(2026, 6, 1), "2026-06-01", 20, None])
    def test_what_is_no_day(self, day: Any) -> None:  # noqa: ANN401
        attempts = (
            lambda: FOIA.is_working_day(day),
            lambda: FOIA.add(day, 1),
            lambda: FOIA.count(day, FIRST),
            lambda: FOIA.count(FIRST, day),
            lambda: FOIA.holiday(day),
            lambda: FOIA.with_bank_holidays(add={day: "all"}),
            lambda: FOIA.with_bank_holidays(remove=[day]),
        )
        for attempt in attempts:
            with pytest.raises(InvalidRecordError, match=r"expected a datetime\.date"):
                attempt()

    @given(calendars, early_days, lengths)
    def test_a_pendulum_date_is_a_date(
        self, calendar: WorkingDayCalendar, day: date, n: int
    ) -> None:
        other = pendulum.date(day.year, day.month, day.day)
        end = calendar.add(other, n)
        assert type(end) is date
        assert end == calendar.add(day, n)
        assert calendar.is_working_day(other) is calendar.is_working_day(day)
        assert calendar.count(other, end) == calendar.count(day, end)
        assert calendar.holiday(other) == calendar.holiday(day)


class TestHolidays:
    """A day that does not count comes with the parts of the UK, the basis and the sources."""

    @given(changed_calendars, days)
    def test_a_weekday_is_a_working_day_or_a_bank_holiday(
        self, calendar: WorkingDayCalendar, day: date
    ) -> None:
        holiday = calendar.holiday(day)
        if holiday is None:
            assert calendar.is_working_day(day) is (day.weekday() < 5)
        else:
            assert holiday.day == day
            assert day.weekday() < 5
            assert not calendar.is_working_day(day)

    @pytest.mark.parametrize("regime", Regime)
    def test_it_tells_of_the_parts_that_count(self, regime: Regime) -> None:
        for day, letters in OBSERVED.items():
            expected = [LETTERS[letter] for letter in "ESN" if letter in letters]
            if regime is Regime.FOISA:
                expected = [part for part in expected if part == "scotland"]
            holiday = working_days(regime).holiday(day)
            found = [part.value for part in holiday.divisions] if holiday else []
            assert found == expected

    def test_one_day_in_full(self) -> None:
        holiday = FOIA.holiday(date(2026, 6, 15))
        assert holiday == BankHoliday(
            day=date(2026, 6, 15),
            observances=(
                Observance(
                    division=Division.SCOTLAND,
                    name="World Cup bank holiday",
                    basis=HolidayBasis.PROCLAMATION,
                    status=HolidayStatus.IN_FORCE,
                    confidence=Confidence.VERIFIED,
                    proclaimed_on=date(2026, 2, 3),
                ),
            ),
            sources=holiday.sources if holiday else (),
        )
        assert any("Proclamation of 3 February 2026" in source for source in holiday.sources)
        assert holiday.name == "World Cup bank holiday"
        assert holiday.divisions == (Division.SCOTLAND,)
        assert holiday.divisions[0].title == "Scotland"

    def test_a_day_that_rests_on_different_things(self) -> None:
        holiday = FOIA.holiday(date(2022, 1, 3))
        assert holiday is not None
        assert holiday.name == "New Year's Day (substitute) / 2nd January (3 January)"
        assert [observance.basis for observance in holiday.observances] == [
            HolidayBasis.PROCLAMATION,
            HolidayBasis.SCHEDULE,
            HolidayBasis.PROCLAMATION,
        ]
        assert holiday.note is None

    @pytest.mark.parametrize(
        ("regime", "day", "status", "confidence", "proclaimed_on"),
        [
            # Nobody had to proclaim it in Scotland.
            (Regime.FOIA, date(2026, 5, 4), "in force", "verified", None),
            (Regime.FOISA, date(2026, 5, 4), "in force", "verified", None),
            # In the Schedule outside Scotland, proclaimed in Scotland.
            (Regime.FOIA, date(2027, 5, 31), "in force", "verified", None),
            (Regime.FOISA, date(2027, 5, 31), "in force", "verified", date(2026, 7, 8)),
            (Regime.FOIA, date(2028, 5, 29), "in force", "verified", None),
            (Regime.FOISA, date(2028, 5, 29), "published", "stated", None),
            # Proclaimed twice.
            (Regime.FOIA, date(2026, 12, 28), "in force", "verified", date(2025, 7, 9)),
            (Regime.FOISA, date(2026, 12, 28), "in force", "verified", date(2026, 7, 8)),
            (Regime.FOIA, date(2022, 9, 19), "in force", "verified", date(2022, 9, 10)),
            (Regime.FOISA, date(2022, 9, 19), "in force", "stated", date(2022, 9, 10)),
            (Regime.EIR, date(2027, 7, 12), "published", "stated", None),
            (Regime.FOIA, date(2029, 4, 2), "projected", "inferred", None),
            (Regime.FOIA, date(2003, 7, 14), "in force", "inferred", None),
            (Regime.FOIA, date(2010, 1, 4), "contested", "disputed", None),
            (Regime.FOISA, date(2011, 1, 4), "contested", "disputed", None),
        ],
    )
    def test_how_firmly_it_stands(
        self,
        regime: Regime,
        day: date,
        status: str,
        confidence: str,
        proclaimed_on: date | None,
    ) -> None:
        holiday = working_days(regime).holiday(day)
        assert holiday is not None
        assert holiday.status is HolidayStatus(status)
        assert holiday.confidence is Confidence(confidence)
        assert holiday.proclaimed_on == proclaimed_on

    def test_a_contested_day_says_so_and_can_be_removed(self) -> None:
        day = date(2010, 1, 4)
        holiday = FOIA.holiday(day)
        assert holiday is not None
        assert "no proclamation was made" in (holiday.note or "")
        without = FOIA.with_bank_holidays(remove=[day])
        assert without.is_working_day(day)
        assert without.holiday(day) is None

    def test_records_refuse_what_cannot_be_a_record(self) -> None:
        holiday = FOIA.holiday(date(2026, 6, 15))
        assert holiday is not None
        observance = holiday.observances[0]
        wrong: tuple[tuple[Any, dict[str, Any]], ...] = (
            (holiday, {"observances": ()}),
            (holiday, {"day": "2026-06-15"}),
            (observance, {"division": "scotland"}),
            (observance, {"name": ""}),
        )
        for record, changes in wrong:
            with pytest.raises(InvalidRecordError):
                attrs.evolve(record, **changes)

    def test_every_part_has_a_title(self) -> None:
        assert [part.title for part in Division] == [
            "England and Wales",
            "Scotland",
            "Northern Ireland",
        ]


class TestChanges:
    """Banking and Financial Dealings Act 1971 s.1(2) and (3): days are moved, and added."""

    @given(calendars, additions, early_days, lengths)
    def test_adding_never_brings_a_date_forward(
        self, calendar: WorkingDayCalendar, add: dict[date, Any], day: date, n: int
    ) -> None:
        changed = calendar.with_bank_holidays(add=add)
        assert changed.add(day, n) >= calendar.add(day, n)

    @given(calendars, removals, early_days, lengths)
    def test_removing_never_delays(
        self, calendar: WorkingDayCalendar, remove: list[date], day: date, n: int
    ) -> None:
        changed = calendar.with_bank_holidays(remove=remove)
        assert changed.add(day, n) <= calendar.add(day, n)

    @given(calendars, early_days, st.integers(1, 60))
    def test_adding_the_last_day_moves_it_to_the_next(
        self, calendar: WorkingDayCalendar, day: date, n: int
    ) -> None:
        due = calendar.add(day, n)
        changed = calendar.with_bank_holidays(add={due: "scotland"})
        assert changed.add(day, n) == calendar.add(day, n + 1)
        assert not changed.is_working_day(due)
        holiday = changed.holiday(due)
        assert holiday is not None
        assert holiday.observances == (
            Observance(
                division=Division.SCOTLAND,
                name="Bank holiday",
                basis=HolidayBasis.ADDED,
                confidence=Confidence.STATED,
            ),
        )
        assert holiday.sources == ()

    @pytest.mark.parametrize("part", ["england-and-wales", "northern-ireland"])
    @pytest.mark.parametrize("day", [date(2027, 6, 14), date(2026, 4, 6)])
    def test_under_foisa_only_scotland_counts(self, part: str, day: date) -> None:
        assert FOISA.with_bank_holidays(add={day: part}) == FOISA
        assert not FOISA.with_bank_holidays(add={day: "all"}).is_working_day(day)
        assert not FOIA.with_bank_holidays(add={day: part}).is_working_day(day)

    @given(calendars, additions, removals)
    def test_what_is_there_already_changes_nothing(
        self, calendar: WorkingDayCalendar, add: dict[date, Any], remove: list[date]
    ) -> None:
        changed = calendar.with_bank_holidays(add=add, remove=remove)
        again = changed.with_bank_holidays(add=add)
        assert again == changed
        assert hash(again) == hash(changed)
        assert again.version == changed.version

    @given(calendars, st.dictionaries(early_days, parts, min_size=1, max_size=8))
    def test_removing_what_was_added_gives_the_calendar_back(
        self, calendar: WorkingDayCalendar, add: dict[date, Any]
    ) -> None:
        add = {calendar.add(day, 1): part for day, part in add.items()}
        changed = calendar.with_bank_holidays(add=add)
        assert changed.with_bank_holidays(remove=add) == calendar

    @given(calendars, additions, removals)
    def test_removals_come_first(
        self, calendar: WorkingDayCalendar, add: dict[date, Any], remove: list[date]
    ) -> None:
        at_once = calendar.with_bank_holidays(add=add, remove=remove)
        assert calendar.with_bank_holidays(remove=remove).with_bank_holidays(add=add) == at_once

    def test_a_weekend_day_changes_nothing(self) -> None:
        assert FOIA.with_bank_holidays(add={date(2026, 11, 21): "all"}) == FOIA
        assert FOIA.with_bank_holidays(remove=[date(2026, 11, 22)]) == FOIA

    def test_the_removal_of_a_working_day_changes_nothing(self) -> None:
        assert FOIA.with_bank_holidays(remove=[date(2026, 11, 23)]) == FOIA
        assert FOISA.with_bank_holidays(remove=[date(2026, 4, 6)]) == FOISA

    def test_the_days_the_regime_itself_names_stay(self) -> None:
        christmas, good_friday = date(2025, 12, 25), date(2026, 4, 3)
        for calendar in (FOIA, EIR):
            assert calendar.with_bank_holidays(remove=[christmas, good_friday]) == calendar
        changed = FOISA.with_bank_holidays(remove=[christmas, good_friday])
        assert not changed.is_working_day(christmas)
        assert changed.is_working_day(good_friday)

    def test_a_part_may_be_added_to_a_day_of_others(self) -> None:
        easter_monday = date(2026, 4, 6)
        holiday = FOIA.with_bank_holidays(add={easter_monday: "scotland"}).holiday(easter_monday)
        assert holiday is not None
        assert holiday.divisions == tuple(Division)
        assert [observance.basis for observance in holiday.observances] == [
            HolidayBasis.SCHEDULE,
            HolidayBasis.ADDED,
            HolidayBasis.SCHEDULE,
        ]
        assert holiday.sources

    def test_a_day_may_be_removed_and_added_anew(self) -> None:
        day = date(2010, 1, 4)
        changed = FOIA.with_bank_holidays(add={day: "scotland"}, remove=[day])
        assert not changed.is_working_day(day)
        holiday = changed.holiday(day)
        assert holiday is not None
        assert holiday.status is HolidayStatus.IN_FORCE
        assert holiday.note is None
        assert holiday.sources == ()

    @pytest.mark.parametrize(
        "part",
        [
            "scotland",
            Division.SCOTLAND,
            ["scotland"],
            (Division.SCOTLAND,),
            {"scotland", Division.SCOTLAND},
        ],
    )
    def test_a_part_may_be_named_in_several_ways(self, part: Any) -> None:  # noqa: ANN401
        changed = FOIA.with_bank_holidays(add={date(2027, 6, 14): part})
        assert changed.added == ((date(2027, 6, 14), Division.SCOTLAND),)

    def test_all_is_every_part(self) -> None:
        day = date(2027, 6, 14)
        everywhere = FOIA.with_bank_holidays(add={day: "all"})
        assert everywhere.added == tuple((day, part) for part in Division)
        assert everywhere == FOIA.with_bank_holidays(add={day: Division})
        assert everywhere == FOIA.with_bank_holidays(add={day: ["all", "scotland"]})

    @pytest.mark.parametrize("part", ["Scotland", "wales", "", [], ["scotland", "x"], None, 3])
    def test_what_is_no_part(self, part: Any) -> None:  # noqa: ANN401
        with pytest.raises(
            InvalidRecordError, match="expected one or more of 'england-and-wales'"
        ):
            FOIA.with_bank_holidays(add={date(2027, 6, 14): part})

    def test_what_is_no_change(self) -> None:
        wrong: Any = [date(2027, 6, 14)]
        with pytest.raises(InvalidRecordError, match="expected days with their parts"):
            FOIA.with_bank_holidays(add=wrong)
        wrong = date(2027, 6, 14)
        with pytest.raises(InvalidRecordError, match="expected several days"):
            FOIA.with_bank_holidays(remove=wrong)

    def test_pendulum_dates_are_dates(self) -> None:
        add, remove = pendulum.date(2027, 6, 14), pendulum.date(2010, 1, 4)
        changed = FOIA.with_bank_holidays(add={add: "scotland"}, remove=[remove])
        assert changed == FOIA.with_bank_holidays(
            add={date(2027, 6, 14): "scotland"}, remove=[date(2010, 1, 4)]
        )
        assert [type(day) for day in (changed.added[0][0], *changed.removed)] == [date, date]

    def test_the_version_says_what_was_changed(self) -> None:
        changed = FOIA.with_bank_holidays(
            add={
                date(2027, 6, 15): ["northern-ireland", "scotland"],
                date(2027, 6, 14): "all",
            },
            remove=[date(2011, 1, 4), date(2010, 1, 4)],
        )
        assert changed.version == (
            f"{_bank_holidays.VERSION} (-2010-01-04, -2011-01-04, +2027-06-14 all, "
            "+2027-06-15 scotland northern-ireland)"
        )

    @given(calendars, additions, removals, additions, removals)
    def test_calendars_of_a_regime_are_equal_if_their_versions_are(
        self,
        calendar: WorkingDayCalendar,
        add: dict[date, Any],
        remove: list[date],
        other_add: dict[date, Any],
        other_remove: list[date],
    ) -> None:
        one = calendar.with_bank_holidays(add=add, remove=remove)
        other = calendar.with_bank_holidays(add=other_add, remove=other_remove)
        assert (one == other) is (one.version == other.version)


class TestValue:
    """A calendar is a value: equal by content, hashable, and small when stored."""

    def test_there_is_one_for_each_regime(self) -> None:
        assert working_days(Regime.FOIA) is working_days(Regime.FOIA)
        assert working_days(Regime.FOIA) == FOIA
        assert len({FOIA, EIR, FOISA}) == 3
        assert WorkingDayCalendar(regime=Regime.FOIA) == FOIA

    def test_what_is_no_regime(self) -> None:
        wrong: Any = "FOIA"
        with pytest.raises(InvalidRecordError, match=r"WorkingDayCalendar\.regime"):
            working_days(wrong)

    @pytest.mark.parametrize(
        "changes",
        [
            {"added": ((date(2027, 6, 14), "scotland"),)},
            {"added": (date(2027, 6, 14),)},
            {"added": ("all",)},
            {"added": {date(2027, 6, 14): "scotland"}},
            {"removed": ("2010-01-04",)},
            {"removed": {date(2010, 1, 4)}},
        ],
    )
    def test_what_is_no_change(self, changes: dict[str, Any]) -> None:
        with pytest.raises(InvalidRecordError):
            WorkingDayCalendar(regime=Regime.FOIA, **changes)

    def test_it_is_frozen(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            FOIA.regime = Regime.EIR  # type: ignore[misc]

    @given(changed_calendars)
    def test_a_copy_is_equal_and_counts_alike(self, calendar: WorkingDayCalendar) -> None:
        day = date(2026, 6, 1)
        due = calendar.add(day, 20)
        pickled = pickle.dumps(calendar)
        assert len(pickled) < 2000
        again = pickle.loads(pickled)  # noqa: S301
        for other in (again, copy.copy(calendar), copy.deepcopy(calendar), attrs.evolve(calendar)):
            assert other == calendar
            assert hash(other) == hash(calendar)
            assert other.version == calendar.version
            assert repr(other) == repr(calendar)
            assert other.add(day, 20) == due

    def test_its_text_does_not_show_the_tables(self) -> None:
        FOIA.add(date(2026, 6, 1), 20)
        assert repr(FOIA) == (
            "WorkingDayCalendar(regime=<Regime.FOIA: 'FOIA'>, added=(), removed=())"
        )
