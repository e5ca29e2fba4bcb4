"""From the moment a request arrives to the day on which it is received."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Regime
from foiprevent.deadlines import due_date, working_days
from foiprevent.deadlines.receipt import ReceiptConvention, received_on
from foiprevent.errors import CalendarRangeError, InvalidRecordError

LONDON = ZoneInfo("Europe/London")
NEXT = ReceiptConvention.NEXT_WORKING_DAY
FOIA, FOISA = working_days(Regime.FOIA), working_days(Regime.FOISA)

regimes = st.sampled_from(Regime)
zones = st.sampled_from(
    [
        UTC,
        LONDON,
        ZoneInfo("America/New_York"),
        ZoneInfo("Pacific/Kiritimati"),
        pendulum.timezone("Asia/Kolkata"),
        timezone(timedelta(hours=-11, minutes=-30)),
    ]
)
moments = st.datetimes(datetime(2005, 1, 1), datetime(2030, 6, 30), timezones=zones)


class NoZone(tzinfo):
    """A zone that cannot tell how far it is from UTC, as the documentation of tzinfo allows."""

    def utcoffset(self, _: datetime | None) -> None:
        return None

    dst = utcoffset
    tzname = utcoffset


class TestFoiaSection10Subsection6:
    """The date of receipt is the day on which the authority receives the request.

    LTT47: it may be a day on which the office is closed.  Berend (EA/2006/0049 and 0050):
    a day runs to midnight.
    """

    @pytest.mark.parametrize(
        ("moment", "day"),
        [
            # British Summer Time: an hour ahead of UTC.
            (datetime(2026, 6, 14, 22, 59, 59, tzinfo=UTC), date(2026, 6, 14)),
            (datetime(2026, 6, 14, 23, 0, tzinfo=UTC), date(2026, 6, 15)),
            (datetime(2026, 6, 14, 23, 30, tzinfo=UTC), date(2026, 6, 15)),
            (datetime(2026, 6, 14, 23, 59, tzinfo=LONDON), date(2026, 6, 14)),
            (datetime(2026, 6, 15, 0, 30, tzinfo=LONDON), date(2026, 6, 15)),
            # Greenwich Mean Time.
            (datetime(2026, 1, 14, 23, 59, tzinfo=UTC), date(2026, 1, 14)),
            (datetime(2026, 1, 15, 0, 30, tzinfo=UTC), date(2026, 1, 15)),
            # The nights on which the clocks change: at 1.00 UTC, both ways.
            (datetime(2026, 3, 28, 23, 59, tzinfo=UTC), date(2026, 3, 28)),
            (datetime(2026, 3, 29, 22, 59, tzinfo=UTC), date(2026, 3, 29)),
            (datetime(2026, 3, 29, 23, 0, tzinfo=UTC), date(2026, 3, 30)),
            (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), date(2026, 10, 25)),
            (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 25)),
            (datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=0), date(2026, 10, 25)),
            (datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1), date(2026, 10, 25)),
            # From far away.
            (datetime(2026, 6, 15, 18, 0, tzinfo=ZoneInfo("America/New_York")), date(2026, 6, 15)),
            (datetime(2026, 6, 15, 19, 0, tzinfo=ZoneInfo("America/New_York")), date(2026, 6, 16)),
            (datetime(2026, 6, 15, 8, 59, tzinfo=ZoneInfo("Asia/Tokyo")), date(2026, 6, 15)),
            (datetime(2026, 6, 15, 7, 59, tzinfo=ZoneInfo("Asia/Tokyo")), date(2026, 6, 14)),
            (pendulum.datetime(2026, 6, 14, 23, 30), date(2026, 6, 15)),
        ],
    )
    def test_it_is_the_civil_day_in_london(self, moment: datetime, day: date) -> None:
        found = received_on(moment)
        assert found == day
        assert type(found) is date

    @pytest.mark.parametrize(
        "day",
        [
            date(2026, 6, 13),  # a Saturday
            date(2026, 6, 14),  # a Sunday
            date(2026, 6, 15),  # a bank holiday in Scotland
            date(2025, 12, 25),
        ],
    )
    @pytest.mark.parametrize("regime", Regime)
    def test_it_need_not_be_a_working_day(self, day: date, regime: Regime) -> None:
        moment = datetime(day.year, day.month, day.day, 23, 59, 59, 999_999, tzinfo=LONDON)
        assert received_on(moment, regime=regime) == day

    @given(moments)
    def test_the_same_moment_is_received_on_the_same_day(self, moment: datetime) -> None:
        day = received_on(moment)
        for zone in (UTC, LONDON, ZoneInfo("Pacific/Auckland")):
            assert received_on(moment.astimezone(zone)) == day
        assert received_on(pendulum.instance(moment)) == day
        assert abs(day - moment.astimezone(UTC).date()) <= timedelta(1)

    @given(moments, st.timedeltas(timedelta(0), timedelta(400)))
    def test_what_arrives_later_is_never_received_earlier(
        self, moment: datetime, later: timedelta
    ) -> None:
        assert received_on(moment) <= received_on(moment.astimezone(UTC) + later)


class TestNextWorkingDay:
    """A practice, for which paragraph 4.2 of the s.45 Code (2018) is pointed to."""

    @pytest.mark.parametrize(
        ("moment", "day"),
        [
            (datetime(2026, 6, 12, 23, 59, tzinfo=LONDON), date(2026, 6, 12)),  # a Friday
            (datetime(2026, 6, 13, 0, 0, tzinfo=LONDON), date(2026, 6, 16)),
            (datetime(2026, 6, 12, 23, 30, tzinfo=UTC), date(2026, 6, 16)),
            (datetime(2026, 6, 15, 9, 0, tzinfo=LONDON), date(2026, 6, 16)),
            (datetime(2026, 4, 2, 23, 30, tzinfo=UTC), date(2026, 4, 7)),  # Good Friday
            (datetime(2025, 12, 24, 23, 30, tzinfo=UTC), date(2025, 12, 24)),
        ],
    )
    def test_by_hand(self, moment: datetime, day: date) -> None:
        assert received_on(moment, convention=NEXT) == day

    def test_which_days_are_working_days_depends_on_the_regime(self) -> None:
        easter_monday = datetime(2026, 4, 6, 9, 0, tzinfo=LONDON)
        assert received_on(easter_monday, convention=NEXT) == date(2026, 4, 7)
        assert received_on(easter_monday, convention=NEXT, regime=Regime.EIR) == date(2026, 4, 7)
        assert received_on(easter_monday, convention=NEXT, regime=Regime.FOISA) == date(2026, 4, 6)

    def test_and_on_the_calendar(self) -> None:
        monday = datetime(2027, 6, 14, 9, 0, tzinfo=LONDON)
        calendar = FOIA.with_bank_holidays(add={date(2027, 6, 14): "scotland"})
        assert received_on(monday, convention=NEXT) == date(2027, 6, 14)
        assert received_on(monday, convention=NEXT, calendar=calendar) == date(2027, 6, 15)
        assert received_on(monday, calendar=calendar) == date(2027, 6, 14)

    @given(moments, regimes)
    def test_it_is_a_working_day_and_makes_the_answer_due_a_day_later(
        self, moment: datetime, regime: Regime
    ) -> None:
        calendar = working_days(regime)
        statute = received_on(moment, regime=regime)
        practice = received_on(moment, regime=regime, convention=NEXT)
        assert calendar.is_working_day(practice)
        moved = practice != statute
        assert moved is not calendar.is_working_day(statute)
        due = due_date(practice, regime=regime)
        assert due == calendar.add(due_date(statute, regime=regime), int(moved))

    def test_past_the_end_of_the_calendar(self) -> None:
        sunday = datetime(2030, 12, 29, 12, 0, tzinfo=LONDON)
        assert received_on(sunday, convention=NEXT) == date(2030, 12, 30)
        later = datetime(2031, 1, 4, 12, 0, tzinfo=LONDON)
        assert received_on(later) == date(2031, 1, 4)
        with pytest.raises(CalendarRangeError):
            received_on(later, convention=NEXT)


class TestRefused:
    """What does not say which day it was in London is refused."""

    @pytest.mark.parametrize(
        "moment",
        [
            datetime(2026, 6, 14, 23, 30),
            datetime(2026, 6, 14, 23, 30, tzinfo=NoZone()),
            date(2026, 6, 14),
            "2026-06-14T23:30+00:00",
            1_781_000_000,
            None,
        ],
    )
    def test_without_a_zone(self, moment: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidRecordError, match="expected a datetime with its time zone"):
            received_on(moment)

    @pytest.mark.parametrize(
        "moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=timezone.min)]
    )
    def test_outside_every_date(self, moment: datetime) -> None:
        with pytest.raises(InvalidRecordError, match="before the first date, or after the last"):
            received_on(moment)

    def test_what_is_no_convention_or_regime(self) -> None:
        moment = datetime(2026, 6, 14, 23, 30, tzinfo=UTC)
        wrong: Any = "next working day"
        with pytest.raises(InvalidRecordError, match=r"received_on\.convention"):
            received_on(moment, convention=wrong)
        wrong = "FOIA"
        with pytest.raises(InvalidRecordError, match=r"received_on\.regime"):
            received_on(moment, regime=wrong)


def test_pendulum_is_loaded_only_when_it_is_needed() -> None:
    code = "import sys, foiprevent.deadlines.receipt; print('pendulum' in sys.modules)"
    done = subprocess.run(  # noqa: S603 - what is run stands above
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
