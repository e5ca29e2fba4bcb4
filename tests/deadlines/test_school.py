"""A school's own days: SI 2004/3364 reg.3."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Regime
from foiprevent.deadlines import (
    Rule,
    SkipReason,
    Unit,
    deadline,
    due_date,
    school_deadline,
    working_days,
)
from foiprevent.errors import CalendarRangeError, InvalidRecordError

FOIA = working_days(Regime.FOIA)
SUMMER = (date(2023, 7, 22), date(2023, 9, 4))
CUT = "the 60th working day came before the 20th school day"
ONE_DAY = timedelta(1)


class TestSummer:
    """Received in July, with the holiday to come."""

    def test_the_days_of_the_holiday_do_not_count(self) -> None:
        """Ten school days to 21 July, ten more from 5 September."""
        found = school_deadline(date(2023, 7, 6), closed=[SUMMER])
        # From 7 to 21 July there are eleven weekdays; the 12th is a bank holiday.
        assert found.due == date(2023, 9, 18)
        assert found.rule is Rule.RESPONSE_SCHOOL
        assert found.limit.unit is Unit.SCHOOL_DAYS
        assert [str(cite) for cite in found.cites] == ["FOIA s.10(4)", "SI 2004/3364 reg.3"]
        assert (found.start, found.law_as_at.day) == (date(2023, 7, 6), date(2023, 7, 6))
        closed = [day.day for day in found.skipped if day.reason is SkipReason.NO_SCHOOL_DAY]
        assert closed[0] == date(2023, 7, 24)
        assert closed[-1] == date(2023, 9, 4)
        # The bank holidays of the summer stay bank holidays.
        assert date(2023, 8, 7) not in closed
        assert date(2023, 8, 28) not in closed
        assert CUT not in found.notes

    def test_it_explains_itself(self) -> None:
        lines = school_deadline(date(2023, 7, 6), closed=[SUMMER]).explain().splitlines()
        assert lines[3] == "  period     20 school days, the last ending at midnight"
        assert (
            "    Monday 24 July 2023 to Friday 4 August 2023 (10 working days), no school day"
        ) in lines
        assert "    Monday 7 August 2023, Summer bank holiday: Scotland (schedule)" in lines

    def test_received_in_the_holiday(self) -> None:
        found = school_deadline(date(2023, 8, 1), closed=[SUMMER])
        assert found.due == FOIA.add(date(2023, 9, 4), 20) == date(2023, 10, 2)

    def test_a_school_that_never_closes_has_twenty_working_days(self) -> None:
        for closed in ([], [(date(2023, 4, 8), date(2023, 4, 9))]):
            found = school_deadline(date(2023, 3, 23), closed=closed)
            assert found.due == due_date(date(2023, 3, 23))
            assert found.alternatives == deadline(date(2023, 3, 23)).alternatives

    def test_a_day_for_staff_only(self) -> None:
        inset = date(2023, 3, 24)
        found = school_deadline(date(2023, 3, 23), closed=[(inset, inset)])
        assert found.due == date(2023, 4, 25)
        assert "    Friday 24 March 2023, no school day" in found.explain().splitlines()

    def test_stretches_with_school_in_between_are_told_apart(self) -> None:
        closed = [
            (date(2023, 3, 24), date(2023, 3, 27)),
            (date(2023, 3, 29), date(2023, 3, 29)),
            (date(2023, 4, 3), date(2023, 4, 14)),
        ]
        lines = school_deadline(date(2023, 3, 23), closed=closed).explain().splitlines()
        (start,) = [n for n, line in enumerate(lines) if line.startswith("  not counted")]
        assert [line.split("day: ")[0].strip() for line in lines[start + 1 : start + 7]] == [
            "Friday 24 March 2023 to Monday 27 March 2023 (2 working days), no school day",
            "Wednesday 29 March 2023, no school day",
            "Monday 3 April 2023 to Thursday 6 April 2023 (4 working days), no school day",
            "Friday 7 April 2023, Good Fri",
            "Monday 10 April 2023, Easter Mon",
            "Tuesday 11 April 2023 to Friday 14 April 2023 (4 working days), no school day",
        ]


class TestSixtiethWorkingDay:
    """The latest day in any case."""

    CLOSED = (date(2023, 3, 25), date(2024, 3, 25))

    def test_it_comes_first_where_the_school_is_closed_for_long(self) -> None:
        found = school_deadline(date(2023, 3, 23), closed=[self.CLOSED])
        assert found.due == FOIA.add(date(2023, 3, 23), 60)
        assert found.notes[0] == CUT
        assert f"  note       {CUT}" in found.explain().splitlines()
        assert found.limit.rule is Rule.RESPONSE_SCHOOL
        # All sixty are counted, as the regulation does.
        assert found.steps[-1].number == 60

    def test_even_where_the_calendar_does_not_reach_the_twentieth(self) -> None:
        found = school_deadline(date(2023, 3, 23), closed=[(date(2023, 3, 25), date(2031, 1, 1))])
        assert found.due == FOIA.add(date(2023, 3, 23), 60)
        assert CUT in found.notes

    @pytest.mark.parametrize(("days", "cut"), [(39, False), (40, False), (41, True)])
    def test_the_twentieth_school_day_may_be_the_sixtieth_working_day(
        self, days: int, *, cut: bool
    ) -> None:
        received = date(2023, 3, 23)
        closed = (FOIA.add(received, 1), FOIA.add(received, days))
        found = school_deadline(received, closed=[closed])
        assert found.due == FOIA.add(received, min(20 + days, 60))
        assert (CUT in found.notes) is cut

    def test_no_alternative_goes_beyond_the_sixtieth_either(self) -> None:
        """Received on a Saturday: on the next working day's footing, all is one day later."""
        received = date(2023, 3, 25)
        found = school_deadline(
            received, closed=[(FOIA.add(received, 21), FOIA.add(received, 200))]
        )
        assert found.due == FOIA.add(received, 20)
        (later,) = [one for one in found.alternatives if "arrives on no working day" in one.what]
        assert later.due == FOIA.add(received, 61)

    @given(
        st.dates(date(2005, 1, 1), date(2029, 1, 1)),
        st.lists(st.tuples(st.integers(-30, 120), st.integers(0, 90)), max_size=4),
    )
    def test_counted_one_by_one(self, received: date, offsets: list[tuple[int, int]]) -> None:
        closed = [
            (received + timedelta(first), received + timedelta(first + length))
            for first, length in offsets
        ]
        found = school_deadline(received, closed=closed)
        day, school_days, all_days = received, 0, 0
        while school_days < 20 and all_days < 60:
            day += ONE_DAY
            if FOIA.is_working_day(day):
                all_days += 1
                school_days += not any(first <= day <= last for first, last in closed)
        assert found.due == day
        assert (CUT in found.notes) is (school_days < 20)


class TestRefused:
    """What is no stretch of days."""

    @pytest.mark.parametrize(
        "closed",
        [
            (date(2023, 9, 4), date(2023, 7, 22)),
            (date(2023, 9, 4), date(2023, 9, 3)),
        ],
    )
    def test_it_ends_before_it_begins(self, closed: tuple[date, date]) -> None:
        with pytest.raises(InvalidRecordError, match="ends before it begins") as caught:
            school_deadline(date(2023, 7, 6), closed=[SUMMER, closed])
        assert caught.value.field == "school_deadline.closed"

    @pytest.mark.parametrize("bad", [None, "2023-07-22", datetime(2023, 7, 22)])
    def test_no_day(self, bad: Any) -> None:  # noqa: ANN401
        for closed in ((bad, SUMMER[1]), (SUMMER[0], bad)):
            with pytest.raises(InvalidRecordError) as caught:
                school_deadline(date(2023, 7, 6), closed=[closed])
            assert caught.value.field == "school_deadline.closed"
        with pytest.raises(InvalidRecordError):
            school_deadline(bad, closed=[])

    @pytest.mark.parametrize("received", [date(1999, 12, 31), date(2030, 11, 1), date(2031, 1, 1)])
    def test_the_sixtieth_working_day_is_beyond_the_calendar(self, received: date) -> None:
        with pytest.raises(CalendarRangeError):
            school_deadline(received, closed=[])
