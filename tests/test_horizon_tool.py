"""The check that tells when newer bank holidays are needed."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING

import pendulum
import pytest

from foiprevent.citations import Regime
from foiprevent.deadlines import working_days

if TYPE_CHECKING:
    from types import ModuleType

UNTIL = working_days(Regime.FOIA).published_until
LAST = UNTIL.replace(year=UNTIL.year - 1)


@pytest.fixture(scope="module")
def horizon() -> ModuleType:
    return import_module("horizon")


def test_a_year_ahead_is_enough(horizon: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert horizon.main([LAST.isoformat()]) == 0
    said = capsys.readouterr().out
    assert f"published until {UNTIL}, {(UNTIL - LAST).days} days from {LAST}" in said
    assert "a year or more" in said


@pytest.mark.parametrize("days", [1, 365, 366, 1000])
def test_less_is_not(horizon: ModuleType, capsys: pytest.CaptureFixture[str], days: int) -> None:
    day = LAST + timedelta(days)
    assert horizon.main([day.isoformat()]) == 1
    assert "less than a year" in capsys.readouterr().out


@pytest.mark.parametrize(("day", "status"), [("0001-01-01", 0), ("9999-12-31", 1)])
def test_the_ends_of_the_calendar(horizon: ModuleType, day: str, status: int) -> None:
    assert horizon.main([day]) == status


def test_without_a_day_it_is_seen_from_today_in_london(
    horizon: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    late_by_utc = pendulum.datetime(2026, 6, 30, 23, 30)
    monkeypatch.setattr(pendulum, "today", late_by_utc.in_timezone)
    assert horizon.main([]) == 0
    assert "from 2026-07-01" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", ["tomorrow", "2026-02-30"])
def test_what_is_no_day(
    horizon: ModuleType, capsys: pytest.CaptureFixture[str], wrong: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        horizon.main([wrong])
    assert caught.value.code == 2
    assert f"invalid iso_day value: {wrong!r}" in capsys.readouterr().err
