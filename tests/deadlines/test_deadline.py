"""Last days, the steps that lead to them, and what they rest on."""

from __future__ import annotations

import copy
import pickle
from collections import Counter
from datetime import date, datetime, timedelta
from importlib.metadata import version
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foiprevent._provenance import LawAsAt, LawBasis
from foiprevent.citations import Citation, Regime, Source, SourceKind
from foiprevent.deadlines import (
    Deadline,
    Division,
    HolidayBasis,
    LimitKind,
    Rule,
    SkippedDay,
    SkipReason,
    Unit,
    deadline,
    due_date,
    working_days,
)
from foiprevent.deadlines._deadline import written
from foiprevent.deadlines.counting import apply, own_window
from foiprevent.deadlines.limits import LIMITS
from foiprevent.errors import CalendarRangeError, InvalidRecordError

FIRST, LAST = date(2000, 1, 1), date(2030, 12, 31)
PUBLISHED_UNTIL = date(2028, 12, 31)
BARNET = date(2023, 3, 23)
LETTER = Source(kind=SourceKind.LETTER, text="the letter")
FOIA = working_days(Regime.FOIA)
ORDINARY = LIMITS[Rule.RESPONSE, Regime.FOIA]
ONE_DAY = timedelta(1)

# Every bank holiday that Scotland or Northern Ireland alone observes.
OF_ONE_PART = [
    (holiday.day, holiday.divisions[0])
    for n in range((date(2030, 10, 1) - date(2000, 2, 1)).days)
    if (holiday := FOIA.holiday(date(2000, 2, 1) + timedelta(n))) and len(holiday.divisions) == 1
]

regimes = st.sampled_from(Regime)
# From these, two hundred and fifty working days are still within the calendar.
days = st.dates(FIRST, date(2029, 12, 1))
lengths_of_days = st.integers(0, 120)
limits = st.sampled_from(sorted(LIMITS, key=str))


def s(text: str) -> Citation:
    return Citation.parse(text)


def window(start: date, length: int, unit: Unit, regime: Regime = Regime.FOIA) -> Deadline:
    return own_window(
        start, length, unit, regime=regime, counted_from="the day of the letter", cites=(LETTER,)
    )


def paused(received: date, *stretches: tuple[date, date]) -> Deadline:
    return apply(ORDINARY, received, disregarded=stretches)


def bank_holidays(found: Deadline) -> dict[date, SkippedDay]:
    return {day.day: day for day in found.skipped if day.reason is SkipReason.BANK_HOLIDAY}


class TestFoiaSection10Subsection1:
    """Not later than the twentieth working day following the date of receipt."""

    def test_received_on_23_march_2023(self) -> None:
        found = deadline(BARNET)
        assert due_date(BARNET) == found.due == date(2023, 4, 24)
        assert found.start == BARNET
        assert found.rule is Rule.RESPONSE
        assert found.limit is ORDINARY
        assert found.cites == (s("10(1)"), s("10(6)"))
        assert Counter(day.reason for day in found.skipped) == {
            SkipReason.SATURDAY: 5,
            SkipReason.SUNDAY: 5,
            SkipReason.BANK_HOLIDAY: 2,
        }
        assert list(bank_holidays(found)) == [date(2023, 4, 7), date(2023, 4, 10)]
        assert found.notes == ()
        assert not found.projected

    def test_it_explains_itself(self) -> None:
        library, calendar = version("foiprevent"), FOIA.version
        assert deadline(BARNET).explain().splitlines() == [
            "Monday 24 April 2023 is the last day to answer the request.",
            "  rests on   FOIA s.10(1); FOIA s.10(6) (statutory)",
            "  day 0      Thursday 23 March 2023, the day the request is received",
            "  period     20 working days, the last ending at midnight",
            "  not counted, besides 10 days of weekends:",
            (
                "    Friday 7 April 2023, Good Friday: England and Wales (common law), "
                "Scotland (schedule), Northern Ireland (common law)"
            ),
            (
                "    Monday 10 April 2023, Easter Monday: England and Wales (schedule), "
                "Northern Ireland (schedule)"
            ),
            (
                f"  worked out with foiprevent {library}, calendar {calendar}, "
                "law as at 2023-03-23 (the day the request was received)"
            ),
        ]

    def test_it_says_so_where_every_weekday_counts(self) -> None:
        explained = deadline(date(2023, 2, 1)).explain().splitlines()
        assert explained[0] == "Wednesday 1 March 2023 is the last day to answer the request."
        assert explained[4:6] == ["  not counted, besides 8 days of weekends:", "    nothing"]

    def test_a_day_named_differently_is_explained_part_by_part(self) -> None:
        assert (
            "    Monday 3 January 2022, New Year's Day (substitute): England and Wales "
            "(proclamation), Northern Ireland (proclamation); 2nd January (3 January): Scotland "
            "(schedule)"
        ) in deadline(date(2021, 12, 20)).explain().splitlines()

    @pytest.mark.parametrize(
        ("received", "due"),
        [
            # Received on a working day, a Saturday, a Sunday, a bank holiday, New Year's Day.
            (date(2026, 1, 5), date(2026, 2, 2)),
            (date(2026, 1, 3), date(2026, 1, 30)),
            (date(2026, 1, 4), date(2026, 1, 30)),
            (date(2026, 1, 2), date(2026, 1, 30)),
            (date(2026, 1, 1), date(2026, 1, 30)),
        ],
    )
    def test_day_0_is_the_day_of_receipt_whatever_kind_of_day(
        self, received: date, due: date
    ) -> None:
        assert due_date(received) == due
        assert deadline(received).start == received

    @given(days, regimes)
    def test_it_is_a_working_day_and_the_twentieth(self, received: date, regime: Regime) -> None:
        calendar = working_days(regime)
        due = due_date(received, regime=regime)
        assert type(due) is date
        assert calendar.is_working_day(due)
        counted = [
            received + timedelta(n)
            for n in range(1, (due - received).days + 1)
            if calendar.is_working_day(received + timedelta(n))
        ]
        assert len(counted) == 20
        assert counted[-1] == due

    @given(days, regimes)
    def test_counting_back_agrees(self, received: date, regime: Regime) -> None:
        calendar = working_days(regime)
        due = due_date(received, regime=regime)
        assert calendar.count(received, due) == 20
        assert calendar.count(due, received) == -20
        day, left = due, 20
        while left:
            left -= calendar.is_working_day(day)
            day -= ONE_DAY
        # Nothing between day 0 and the first day counted is a working day.
        assert received <= day
        assert not any(
            calendar.is_working_day(received + timedelta(n))
            for n in range(1, (day - received).days + 1)
        )

    @given(days, days, regimes)
    def test_a_later_receipt_is_never_due_earlier(
        self, one: date, other: date, regime: Regime
    ) -> None:
        one, other = sorted((one, other))
        assert due_date(one, regime=regime) <= due_date(other, regime=regime)

    @given(days, regimes)
    def test_the_deadline_is_the_due_date(self, received: date, regime: Regime) -> None:
        found = deadline(received, regime=regime)
        assert found.due == due_date(received, regime=regime)
        assert (found.rule, found.limit.regime) == (Rule.RESPONSE, regime)

    @given(days, limits)
    def test_the_days_skipped_and_the_days_counted_make_up_the_period(
        self, start: date, of: tuple[Rule, Regime]
    ) -> None:
        rule, regime = of
        row = LIMITS[rule, regime]
        found = apply(row, start)
        if row.unit is not Unit.WORKING_DAYS and row.unit is not Unit.SCHOOL_DAYS:
            assert found.skipped == ()
            return
        calendar = working_days(regime)
        period = [start + timedelta(n) for n in range(1, (found.due - start).days + 1)]
        skipped = [day.day for day in found.skipped]
        assert skipped == [day for day in period if not calendar.is_working_day(day)]
        assert len(period) - len(skipped) == found.limit.length
        for day in found.skipped:
            weekday = {SkipReason.SATURDAY: 5, SkipReason.SUNDAY: 6}.get(day.reason)
            if weekday is None:
                assert day.reason is SkipReason.BANK_HOLIDAY
                assert day.holiday == calendar.holiday(day.day)
                assert day.parts
            else:
                assert day.day.weekday() == weekday
                assert day.holiday is None
                assert day.parts == ()

    @given(days)
    def test_the_eir_equal_the_act_day_for_day(self, received: date) -> None:
        """EIR reg.2(1) and 5(2): the same twenty of the same working days."""
        one, other = (deadline(received, regime=regime) for regime in (Regime.FOIA, Regime.EIR))
        assert (one.due, one.skipped) == (other.due, other.skipped)
        assert other.cites == (
            Citation.parse("EIR reg.5(2)"),
            Citation.parse("EIR reg.2(1)"),
        )

    @given(days)
    def test_a_scottish_answer_is_never_due_later(self, received: date) -> None:
        assert due_date(received, regime=Regime.FOISA) <= due_date(received)


class TestFoiaSection10Subsection6:
    """A bank holiday in any part of the United Kingdom is passed over."""

    WORLD_CUP = date(2026, 6, 15)

    @pytest.mark.parametrize(
        "received", [date(2026, 5, 15) + timedelta(n) for n in range(31)], ids=str
    )
    def test_receipt_from_15_may_to_14_june_2026_steps_over_15_june(self, received: date) -> None:
        assert date(2026, 5, 15) <= received <= date(2026, 6, 14)
        found = deadline(received)
        skipped = bank_holidays(found)[self.WORLD_CUP]
        assert skipped.parts == (Division.SCOTLAND,)
        without = FOIA.with_bank_holidays(remove=[self.WORLD_CUP])
        assert found.due == FOIA.add(due_date(received, calendar=without), 1)
        assert "    Monday 15 June 2026, World Cup bank holiday: Scotland (proclamation)" in (
            found.explain().splitlines()
        )

    @pytest.mark.parametrize("received", [date(2026, 5, 14), date(2026, 6, 15)], ids=str)
    def test_the_day_before_and_the_day_itself_do_not(self, received: date) -> None:
        assert self.WORLD_CUP not in bank_holidays(deadline(received))
        without = FOIA.with_bank_holidays(remove=[self.WORLD_CUP])
        assert due_date(received) == due_date(received, calendar=without)

    def test_a_day_skipped_carries_its_parts_basis_and_source(self) -> None:
        (day,) = bank_holidays(deadline(date(2026, 6, 1))).values()
        assert day.day == self.WORLD_CUP
        assert day.holiday is not None
        (observance,) = day.holiday.observances
        assert observance.division is Division.SCOTLAND
        assert observance.basis is HolidayBasis.PROCLAMATION
        assert observance.proclaimed_on == date(2026, 2, 3)
        assert any("Proclamation of 3 February 2026" in source for source in day.holiday.sources)

    def test_the_days_that_are_no_bank_holidays_have_none(self) -> None:
        weekend = [day for day in deadline(BARNET).skipped if not day.holiday][:2]
        assert weekend == [
            SkippedDay(day=date(2023, 3, 25), reason=SkipReason.SATURDAY),
            SkippedDay(day=date(2023, 3, 26), reason=SkipReason.SUNDAY),
        ]
        assert [str(day) for day in weekend] == [
            "Saturday 25 March 2023, Saturday",
            "Sunday 26 March 2023, Sunday",
        ]

    @pytest.mark.parametrize(
        ("part", "received", "moved"),
        [
            # 4 August 2025: Scotland alone.
            (Division.SCOTLAND, date(2025, 7, 22), {Regime.FOIA, Regime.EIR, Regime.FOISA}),
            # 14 July 2025: Northern Ireland alone.
            (Division.NORTHERN_IRELAND, date(2025, 6, 30), {Regime.FOIA, Regime.EIR}),
        ],
    )
    def test_a_holiday_in_one_part_moves_the_regimes_that_count_it(
        self, part: Division, received: date, moved: set[Regime]
    ) -> None:
        found = {}
        for regime in Regime:
            skipped = bank_holidays(deadline(received, regime=regime))
            assert all(day.parts == (part,) for day in skipped.values())
            calendar = working_days(regime)
            without = calendar.with_bank_holidays(remove=skipped)
            due = due_date(received, regime=regime)
            found[regime] = due != due_date(received, regime=regime, calendar=without)
        assert found == {regime: regime in moved for regime in Regime}

    @given(st.sampled_from(OF_ONE_PART), st.integers(1, 30), regimes)
    def test_every_such_holiday_does(
        self, of_one_part: tuple[date, Division], before: int, regime: Regime
    ) -> None:
        """Under FOISA s.73 only Scotland's."""
        holiday, part = of_one_part
        received = holiday - timedelta(before)
        calendar = working_days(regime)
        without = calendar.with_bank_holidays(remove=[holiday])
        due, otherwise = (due_date(received, calendar=days) for days in (calendar, without))
        counts = regime is not Regime.FOISA or part is Division.SCOTLAND
        moved = counts and otherwise >= holiday
        assert due == (calendar.add(otherwise, 1) if moved else otherwise)
        assert (holiday in bank_holidays(deadline(received, calendar=calendar))) is moved


class TestLimits:
    """Each limit of each regime: how long, and what it rests on."""

    # Those an ordinary request meets; tests/deadlines/test_limits.py has them all.
    EXPECTED = (
        (Regime.FOIA, Rule.RESPONSE, 20, LimitKind.STATUTORY, "s.10(1)"),
        (Regime.FOIA, Rule.EXTENDED_RESPONSE, 40, LimitKind.REGULATOR, "s.10(3)"),
        (Regime.FOIA, Rule.REVIEW_REQUEST, 40, LimitKind.CODE, "para 5.3"),
        (Regime.FOIA, Rule.REVIEW_ANSWER, 20, LimitKind.CODE, "paras 5.4"),
        (Regime.FOIA, Rule.REVIEW_ANSWER_AT_MOST, 40, LimitKind.CODE, "paras 5.4"),
        (Regime.EIR, Rule.RESPONSE, 20, LimitKind.STATUTORY, "reg.5(2)"),
        (Regime.EIR, Rule.EXTENDED_RESPONSE, 40, LimitKind.STATUTORY, "reg.7(1)"),
        (Regime.EIR, Rule.REVIEW_REQUEST, 40, LimitKind.STATUTORY, "reg.11(2)"),
        (Regime.EIR, Rule.REVIEW_ANSWER, 40, LimitKind.STATUTORY, "reg.11(4)"),
        (Regime.FOISA, Rule.RESPONSE, 20, LimitKind.STATUTORY, "s.10(1)"),
        (Regime.FOISA, Rule.REVIEW_REQUEST, 40, LimitKind.STATUTORY, "s.20(5)"),
        (Regime.FOISA, Rule.REVIEW_ANSWER, 20, LimitKind.STATUTORY, "s.21(1)"),
    )

    @pytest.mark.parametrize(("regime", "rule", "length", "kind", "cited"), EXPECTED)
    def test_each(
        self, regime: Regime, rule: Rule, length: int, kind: LimitKind, cited: str
    ) -> None:
        found = deadline(BARNET, regime=regime, rule=rule)
        assert found.rule is found.limit.rule is rule
        assert found.limit.regime is regime
        assert found.limit.kind is kind
        assert found.limit.unit is Unit.WORKING_DAYS
        assert found.due == working_days(regime).add(BARNET, length)
        assert any(cited in str(cite) for cite in found.cites)
        assert found.cites == found.limit.cites
        lines = found.explain().splitlines()
        assert lines[0] == f"{written(found.due)} is the last day to {found.limit.title}."
        assert lines[1].endswith(f"({kind.value})")
        assert lines[2] == f"  day 0      Thursday 23 March 2023, {found.limit.counted_from}"
        assert lines[3].startswith(f"  period     {length} working days, ")

    @pytest.mark.parametrize(
        ("rule", "regime"),
        [
            (Rule.OWN_WINDOW, Regime.FOIA),
            (Rule.OWN_WINDOW, Regime.EIR),
            (Rule.OWN_WINDOW, Regime.FOISA),
            (Rule.REVIEW_ANSWER_AT_MOST, Regime.EIR),
            (Rule.REVIEW_ANSWER_AT_MOST, Regime.FOISA),
            (Rule.EXTENDED_RESPONSE, Regime.FOISA),
        ],
    )
    def test_what_a_regime_does_not_have(self, rule: Rule, regime: Regime) -> None:
        with pytest.raises(InvalidRecordError, match="has no such limit") as caught:
            deadline(BARNET, regime=regime, rule=rule)
        assert caught.value.field == "deadline.rule"
        assert caught.value.value is rule
        assert caught.value.reason.startswith(regime.value)

    @pytest.mark.parametrize("regime", ["FOIA", "", None, 1])
    def test_what_is_no_regime(self, regime: Any) -> None:  # noqa: ANN401
        attempts = (
            ("due_date", lambda: due_date(BARNET, regime=regime)),
            ("due_date", lambda: due_date(BARNET, regime=regime, calendar=FOIA)),
            ("deadline", lambda: deadline(BARNET, regime=regime)),
            ("deadline", lambda: deadline(BARNET, regime=regime, calendar=FOIA)),
        )
        for name, attempt in attempts:
            with pytest.raises(InvalidRecordError, match="expected Regime") as caught:
                attempt()
            assert caught.value.field == f"{name}.regime"

    def test_what_is_no_rule(self) -> None:
        wrong: Any = "response"
        with pytest.raises(InvalidRecordError) as caught:
            deadline(BARNET, rule=wrong)
        assert caught.value.field == "deadline.rule"

    @pytest.mark.parametrize("day", [datetime(2023, 3, 23), "2023-03-23", None, 20230323])
    def test_what_is_no_day(self, day: Any) -> None:  # noqa: ANN401
        for attempt in (due_date, deadline, lambda day: window(day, 1, Unit.WEEKS)):
            with pytest.raises(InvalidRecordError, match=r"expected a datetime\.date"):
                attempt(day)

    @given(days)
    def test_a_pendulum_date_is_a_date(self, day: date) -> None:
        other = pendulum.date(day.year, day.month, day.day)
        assert due_date(other) == due_date(day)
        assert type(due_date(other)) is date
        found = deadline(other)
        assert found == deadline(day)
        assert type(found.start) is date

    def test_so_is_a_date_that_hashes_in_its_own_way(self) -> None:
        class Day(date):
            def __hash__(self) -> int:
                return ~super().__hash__()

        found = deadline(Day(2023, 3, 23))
        assert found == deadline(BARNET)
        assert type(found.start) is date
        assert due_date(Day(2023, 3, 23)) == found.due

    def test_a_school_is_asked_for_its_own_days(self) -> None:
        with pytest.raises(InvalidRecordError, match="use school_deadline") as caught:
            deadline(BARNET, rule=Rule.RESPONSE_SCHOOL)
        assert caught.value.field == "deadline.rule"


class TestNotes:
    """What a reader must know to rely on a date."""

    FUNERAL = date(2022, 9, 19)
    NOTE = (
        "Monday 19 September 2022 was proclaimed after day 0, on Saturday 10 September 2022; "
        "whether it moves a period already running is not settled, and here it does"
    )

    @pytest.mark.parametrize(
        ("received", "noted"),
        [
            (date(2022, 8, 22), True),  # due on the very day, but for the proclamation
            (date(2022, 9, 9), True),
            (date(2022, 9, 10), False),  # proclaimed on day 0
            (date(2022, 9, 12), False),
        ],
    )
    def test_a_day_proclaimed_while_the_period_ran(self, received: date, *, noted: bool) -> None:
        found = deadline(received)
        assert self.FUNERAL in bank_holidays(found)
        assert found.notes == ((self.NOTE,) if noted else ())
        assert (f"  note       {self.NOTE}" in found.explain().splitlines()) is noted

    @pytest.mark.parametrize("received", [date(2022, 8, 18), date(2022, 9, 19)])
    def test_a_period_that_does_not_reach_it_has_no_note(self, received: date) -> None:
        found = deadline(received)
        assert self.FUNERAL not in bank_holidays(found)
        assert found.notes == ()

    def test_without_it_the_period_was_a_day_shorter(self) -> None:
        without = FOIA.with_bank_holidays(remove=[self.FUNERAL])
        found = deadline(date(2022, 9, 1), calendar=without)
        assert found.due == date(2022, 9, 29)
        assert due_date(date(2022, 9, 1)) == date(2022, 9, 30)
        assert found.notes == ()

    @pytest.mark.parametrize("regime", Regime)
    @pytest.mark.parametrize("year", [2010, 2011])
    def test_4_january_is_contested(self, year: int, regime: Regime) -> None:
        found = deadline(date(year - 1, 12, 14), regime=regime)
        (note,) = found.notes
        start = f"{written(date(year, 1, 4))} is contested as a bank holiday: "
        assert note.startswith(start)
        assert "no proclamation was made" in note
        assert f"  note       {note}" in found.explain().splitlines()
        assert not deadline(date(year, 1, 4), regime=regime).notes

    @pytest.mark.parametrize("year", [2010, 2011])
    def test_a_caller_may_take_the_other_side(self, year: int) -> None:
        received, contested = date(year - 1, 12, 14), date(year, 1, 4)
        calendar = FOIA.with_bank_holidays(remove=[contested])
        found = deadline(received, calendar=calendar)
        assert found.notes == ()
        assert FOIA.add(found.due, 1) == due_date(received)
        assert found.calendar_version == f"{FOIA.version} (-{contested.isoformat()})"
        assert f"calendar {found.calendar_version}," in found.explain()

    def test_a_bank_holiday_added_moves_the_date(self) -> None:
        added = date(2027, 6, 14)
        calendar = FOIA.with_bank_holidays(add={added: "northern-ireland"})
        found = deadline(date(2027, 6, 1), calendar=calendar)
        assert found.due == due_date(date(2027, 6, 1), calendar=calendar) == date(2027, 6, 30)
        assert due_date(date(2027, 6, 1)) == date(2027, 6, 29)
        (day,) = bank_holidays(found).values()
        assert str(day) == "Monday 14 June 2027, Bank holiday: Northern Ireland (added)"


class TestEdges:
    """The calendar knows from 2000 to 2030, and is published to the end of 2028."""

    @pytest.mark.parametrize(
        ("received", "due", "projected"),
        [
            (date(2028, 11, 28), date(2028, 12, 29), False),
            (date(2028, 11, 29), date(2029, 1, 3), True),
            (date(2029, 6, 1), date(2029, 6, 29), True),
        ],
    )
    def test_past_2028_a_date_is_projected(
        self, received: date, due: date, *, projected: bool
    ) -> None:
        found = deadline(received)
        assert found.due == due
        assert found.projected is projected
        note = "projected: bank holidays are published only to 2028-12-31"
        assert (note in found.notes) is projected
        assert (f"  note       {note}" in found.explain().splitlines()) is projected

    @given(days, limits)
    def test_it_is_projected_exactly_if_it_lies_past_the_published_lists(
        self, start: date, row: tuple[Rule, Regime]
    ) -> None:
        found = apply(LIMITS[row], start)
        in_working_days = found.limit.unit in {Unit.WORKING_DAYS, Unit.SCHOOL_DAYS}
        assert found.projected is (in_working_days and found.due > PUBLISHED_UNTIL)

    @pytest.mark.parametrize("day", [FIRST - ONE_DAY, LAST + ONE_DAY, date.min, date.max])
    def test_a_receipt_outside(self, day: date) -> None:
        attempts = (
            lambda: due_date(day),
            lambda: deadline(day),
            lambda: window(day, 1, Unit.WORKING_DAYS),
        )
        for attempt in attempts:
            with pytest.raises(CalendarRangeError) as caught:
                attempt()
            assert caught.value.day == day
            assert caught.value.known_from == FIRST
            assert caught.value.projected_until == LAST

    def test_the_last_receipt_that_can_be_answered_in_time(self) -> None:
        last = FOIA.add(date(2030, 11, 1), FOIA.count(date(2030, 11, 1), LAST) - 20)
        assert due_date(last) == deadline(last).due == LAST
        for late in (due_date, deadline):
            with pytest.raises(CalendarRangeError) as caught:
                late(last + ONE_DAY)
            assert caught.value.day is None

    def test_the_first_receipt(self) -> None:
        assert due_date(FIRST) == deadline(FIRST).due == date(2000, 2, 1)


class TestOwnWindow:
    """The window a letter sets itself to ask for a review, in whatever it is counted."""

    @pytest.mark.parametrize(
        ("start", "length", "unit", "due"),
        [
            (date(2022, 7, 13), 40, Unit.CALENDAR_DAYS, date(2022, 8, 22)),
            (date(2022, 7, 13), 40, Unit.WORKING_DAYS, date(2022, 9, 9)),
            (date(2023, 5, 24), 1, Unit.CALENDAR_DAYS, date(2023, 5, 25)),
            (date(2023, 5, 24), 8, Unit.WEEKS, date(2023, 7, 19)),
            (date(2023, 5, 24), 2, Unit.MONTHS, date(2023, 7, 24)),
            (date(2022, 12, 31), 2, Unit.MONTHS, date(2023, 2, 28)),
            (date(2023, 12, 31), 2, Unit.MONTHS, date(2024, 2, 29)),
            (date(2023, 8, 31), 1, Unit.MONTHS, date(2023, 9, 30)),
            (date(2023, 2, 28), 1, Unit.MONTHS, date(2023, 3, 28)),
            (date(2023, 11, 30), 3, Unit.MONTHS, date(2024, 2, 29)),
            (date(2023, 10, 30), 14, Unit.MONTHS, date(2024, 12, 30)),
        ],
    )
    def test_by_hand(self, start: date, length: int, unit: Unit, due: date) -> None:
        found = window(start, length, unit)
        assert found.due == due
        assert type(found.due) is date
        assert found.rule is Rule.OWN_WINDOW
        assert (found.limit.length, found.limit.unit) == (length, unit)
        assert found.limit.kind is LimitKind.AUTHORITY
        assert found.cites == (LETTER,)

    def test_it_may_end_on_a_weekend(self) -> None:
        assert window(date(2023, 5, 26), 8, Unit.CALENDAR_DAYS).due == date(2023, 6, 3)

    @given(st.dates(date(1, 1, 1), date(9000, 1, 1)), st.integers(1, 1000))
    def test_days_and_weeks_need_no_calendar(self, start: date, length: int) -> None:
        in_days = window(start, 7 * length, Unit.CALENDAR_DAYS)
        assert in_days.due == window(start, length, Unit.WEEKS).due
        assert in_days.due == start + timedelta(7 * length)
        assert in_days.skipped == ()
        assert not in_days.projected
        assert in_days.notes == ()

    @given(st.dates(date(1, 1, 1), date(9000, 1, 1)), st.integers(1, 1000))
    def test_a_month_ends_on_the_same_day_or_on_its_last(self, start: date, length: int) -> None:
        found = window(start, length, Unit.MONTHS).due
        months = start.year * 12 + start.month + length
        assert found.year * 12 + found.month == months
        if found.day != start.day:
            assert found.day < start.day
            assert (found + ONE_DAY).day == 1

    @given(days, regimes, st.integers(1, 200))
    def test_working_days_are_those_of_the_regime(
        self, start: date, regime: Regime, length: int
    ) -> None:
        found = window(start, length, Unit.WORKING_DAYS, regime)
        assert found.due == working_days(regime).add(start, length)
        assert found.projected is (found.due > PUBLISHED_UNTIL)
        assert len(found.skipped) == (found.due - start).days - length

    @pytest.mark.parametrize("unit", [Unit.CALENDAR_DAYS, Unit.WEEKS, Unit.MONTHS])
    @pytest.mark.parametrize("length", [1, 1000, 10**12])
    def test_a_window_that_no_date_can_hold(self, unit: Unit, length: int) -> None:
        with pytest.raises(CalendarRangeError) as caught:
            window(date.max, length, unit)
        assert caught.value.day is None

    def test_the_last_window_that_a_date_can_hold(self) -> None:
        assert window(date.max - timedelta(7), 1, Unit.WEEKS).due == date.max

    def test_where_all_days_count_nothing_is_said_to_be_skipped(self) -> None:
        explained = window(date(2029, 5, 24), 2, Unit.MONTHS).explain().splitlines()
        assert explained[:4] == [
            (
                "Tuesday 24 July 2029 is the last day to ask for an internal review, by the "
                "letter's own window."
            ),
            "  rests on   the letter (authority's own words)",
            "  day 0      Thursday 24 May 2029, the day of the letter",
            "  period     2 months, the last ending at midnight",
        ]
        assert len(explained) == 5
        assert explained[4].startswith("  worked out with foiprevent ")


class TestFoiaSection10Subsection2:
    """Working days from the day a fees notice is given to the day the fee comes do not count."""

    RECEIVED = date(2023, 3, 1)

    def test_nothing_is_disregarded_without_a_notice(self) -> None:
        assert paused(self.RECEIVED).due == due_date(self.RECEIVED) == date(2023, 3, 30)

    @pytest.mark.parametrize("k", range(1, 21))
    def test_notice_on_working_day_k_leaves_the_rest_after_payment(self, k: int) -> None:
        given_on = FOIA.add(self.RECEIVED, k)
        paid = FOIA.add(given_on, 7)
        found = paused(self.RECEIVED, (given_on, paid))
        assert found.due == FOIA.add(paid, 20 - (k - 1))
        # Both ends are disregarded: eight working days.
        assert found.due == FOIA.add(due_date(self.RECEIVED), 8)
        assert found.start == self.RECEIVED

    def test_by_hand(self) -> None:
        """Day 1 is 2 March, day 2 the 3rd; the 6th to the 9th are four working days."""
        found = paused(self.RECEIVED, (date(2023, 3, 6), date(2023, 3, 9)))
        assert found.due == date(2023, 4, 5)
        disregarded = [d for d in found.skipped if d.reason is SkipReason.DISREGARDED]
        assert [day.day.day for day in disregarded] == [6, 7, 8, 9]
        assert all(day.parts == () for day in disregarded)
        assert str(disregarded[0]) == "Monday 6 March 2023, disregarded: a fee was awaited"
        assert (
            "    Monday 6 March 2023 to Thursday 9 March 2023 (4 working days), "
            "disregarded: a fee was awaited"
        ) in found.explain().splitlines()

    def test_a_weekend_in_the_pause_stays_a_weekend(self) -> None:
        found = paused(self.RECEIVED, (date(2023, 3, 3), date(2023, 3, 6)))
        reasons = {day.day.day: day.reason for day in found.skipped if day.day.day in range(3, 7)}
        assert reasons == {
            3: SkipReason.DISREGARDED,
            4: SkipReason.SATURDAY,
            5: SkipReason.SUNDAY,
            6: SkipReason.DISREGARDED,
        }
        assert found.due == FOIA.add(due_date(self.RECEIVED), 2)

    def test_paid_on_the_day_of_the_notice(self) -> None:
        found = paused(self.RECEIVED, (date(2023, 3, 6), date(2023, 3, 6)))
        assert found.due == FOIA.add(due_date(self.RECEIVED), 1)

    def test_notice_and_payment_on_a_weekend(self) -> None:
        found = paused(self.RECEIVED, (date(2023, 3, 4), date(2023, 3, 5)))
        assert found.due == due_date(self.RECEIVED)
        over = paused(self.RECEIVED, (date(2023, 3, 4), date(2023, 3, 6)))
        assert over.due == FOIA.add(due_date(self.RECEIVED), 1)

    def test_notice_on_day_0(self) -> None:
        """Day 0 is not counted anyway; all twenty remain after payment."""
        found = paused(self.RECEIVED, (self.RECEIVED, date(2023, 3, 8)))
        assert found.due == FOIA.add(date(2023, 3, 8), 20)
        same_day = paused(self.RECEIVED, (self.RECEIVED, self.RECEIVED))
        assert same_day.due == due_date(self.RECEIVED)

    @pytest.mark.parametrize("given_on", [date(2023, 2, 20), date(1999, 1, 1), date.min])
    def test_notice_before_day_0(self, given_on: date) -> None:
        """As where clarification restarts the clock while a fee is awaited."""
        found = paused(self.RECEIVED, (given_on, date(2023, 3, 8)))
        assert found.due == FOIA.add(date(2023, 3, 8), 20)
        assert found.skipped[0].day == date(2023, 3, 2)
        over = paused(self.RECEIVED, (given_on, date(2023, 2, 28)))
        assert over == paused(self.RECEIVED)

    def test_notice_on_the_last_day(self) -> None:
        due = due_date(self.RECEIVED)
        found = paused(self.RECEIVED, (due, FOIA.add(due, 5)))
        assert found.due == FOIA.add(due, 6)

    @pytest.mark.parametrize("late", [1, 10, 10000])
    def test_notice_after_the_last_day_changes_nothing(self, late: int) -> None:
        due = due_date(self.RECEIVED)
        notice = due + timedelta(late)
        assert paused(self.RECEIVED, (notice, date.max)) == paused(self.RECEIVED)

    def test_payment_outside_the_calendar(self) -> None:
        with pytest.raises(CalendarRangeError):
            paused(self.RECEIVED, (date(2023, 3, 6), date(2031, 1, 1)))

    def test_two_notices(self) -> None:
        one = (date(2023, 3, 6), date(2023, 3, 8))
        other = (date(2023, 3, 20), date(2023, 3, 21))
        found = paused(self.RECEIVED, one, other)
        assert found.due == FOIA.add(due_date(self.RECEIVED), 5)
        assert paused(self.RECEIVED, other, one) == found

    def test_a_second_notice_may_come_within_what_the_first_adds(self) -> None:
        due = due_date(self.RECEIVED)
        one = (date(2023, 3, 6), date(2023, 3, 6))
        other = (FOIA.add(due, 1), FOIA.add(due, 1))
        assert paused(self.RECEIVED, other).due == due
        assert paused(self.RECEIVED, one, other).due == FOIA.add(due, 2)

    @pytest.mark.parametrize(
        "other",
        [
            (date(2023, 3, 6), date(2023, 3, 10)),
            (date(2023, 3, 7), date(2023, 3, 8)),
            (date(2023, 3, 10), date(2023, 3, 10)),
        ],
    )
    def test_a_day_is_disregarded_once(self, other: tuple[date, date]) -> None:
        pause = (date(2023, 3, 6), date(2023, 3, 10))
        found = paused(self.RECEIVED, pause, other)
        assert found == paused(self.RECEIVED, pause)
        assert found.due == FOIA.add(due_date(self.RECEIVED), 5)

    def test_overlapping_pauses_are_one(self) -> None:
        one = (date(2023, 3, 6), date(2023, 3, 9))
        other = (date(2023, 3, 8), date(2023, 3, 14))
        assert paused(self.RECEIVED, one, other) == paused(
            self.RECEIVED, (date(2023, 3, 6), date(2023, 3, 14))
        )

    @given(
        st.dates(FIRST, date(2028, 6, 1)),
        st.lists(st.tuples(st.integers(-60, 90), lengths_of_days), max_size=3),
    )
    @example(date(2023, 3, 1), [(40, 5)])
    def test_a_pause_never_brings_the_date_forward(
        self, received: date, offsets: list[tuple[int, int]]
    ) -> None:
        stretches = [
            (received + timedelta(after), received + timedelta(after + length))
            for after, length in offsets
            if received + timedelta(after) >= FIRST
        ]
        found = paused(received, *stretches)
        assert found.due >= due_date(received)
        assert FOIA.is_working_day(found.due)
        # Twenty working days count, and each is outside every pause.
        skipped = {day.day for day in found.skipped}
        counted = [
            day
            for n in range(1, (found.due - received).days + 1)
            if (day := received + timedelta(n)) not in skipped
        ]
        assert len(counted) == 20
        assert counted[-1] == found.due
        for day in counted:
            assert FOIA.is_working_day(day)
            assert not any(first <= day <= last for first, last in stretches)

    @given(st.dates(FIRST, date(2028, 6, 1)), st.integers(-30, 60), st.integers(0, 120))
    def test_a_longer_wait_is_never_due_earlier(
        self, received: date, after: int, length: int
    ) -> None:
        notice = max(received + timedelta(after), FIRST)
        earlier, later = (
            paused(received, (notice, notice + timedelta(n))).due for n in (length, length + 1)
        )
        assert earlier <= later


class TestProvenance:
    """A stored answer says what it was worked out with."""

    @pytest.mark.parametrize("regime", Regime)
    def test_the_versions(self, regime: Regime) -> None:
        found = deadline(BARNET, regime=regime)
        assert found.library_version == version("foiprevent")
        assert found.calendar_version == working_days(regime).version

    @pytest.mark.parametrize(("rule", "regime"), LIMITS)
    def test_the_day_as_at_which_the_law_was_read(self, rule: Rule, regime: Regime) -> None:
        """Day 0 is the day of receipt only where the limit is counted from it."""
        received = LIMITS[rule, regime].counted_from == "the day the request is received"
        assert apply(LIMITS[rule, regime], BARNET).law_as_at == LawAsAt(
            day=BARNET, basis=LawBasis.RECEIVED if received else LawBasis.ASKED
        )

    def test_a_caller_may_know_the_day(self) -> None:
        known = LawAsAt(day=date(2023, 5, 24), basis=LawBasis.DEALT_WITH)
        assert apply(ORDINARY, BARNET, law_as_at=known).law_as_at is known
        own = own_window(
            BARNET,
            2,
            Unit.MONTHS,
            regime=Regime.FOIA,
            counted_from="the day of the letter",
            cites=(LETTER,),
            law_as_at=known,
        )
        assert own.law_as_at is known
        assert window(BARNET, 2, Unit.MONTHS).law_as_at == LawAsAt(
            day=BARNET, basis=LawBasis.ASKED
        )
        assert own.explain().endswith("law as at 2023-05-24 (the day the request was dealt with)")


class TestValue:
    """A deadline is a value: equal by content, hashable, frozen, and fit to be stored."""

    @given(days, limits)
    def test_a_copy_is_equal(self, start: date, row: tuple[Rule, Regime]) -> None:
        found = apply(LIMITS[row], start)
        again = pickle.loads(pickle.dumps(found))  # noqa: S301
        for other in (again, copy.copy(found), copy.deepcopy(found), attrs.evolve(found)):
            assert other == found
            assert hash(other) == hash(found)
            assert other.explain() == found.explain()

    def test_different_deadlines_differ(self) -> None:
        found = {apply(row, BARNET) for row in LIMITS.values()}
        assert len(found) == len(LIMITS)
        assert len(found | {deadline(BARNET)}) == len(LIMITS)

    def test_it_is_frozen(self) -> None:
        found = deadline(date(2026, 6, 1))
        (skipped,) = bank_holidays(found).values()
        for value, name in ((found, "due"), (skipped, "day"), (found.limit, "length")):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, name, None)
            with pytest.raises(AttributeError):
                setattr(value, "other", None)  # noqa: B010
