"""Counting, against stepping a day at a time from the published data alone."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from foiprevent.citations import Regime
from foiprevent.deadlines import working_days

DATA = Path(__file__).parents[2] / "tools" / "data" / "uk_bank_holidays.json"
FIRST, LAST = date(2000, 1, 1), date(2030, 12, 31)
LONGEST = 60


def closed(regime: Regime) -> set[date]:
    """Return the bank holidays of the data: of any part, or under FOISA of Scotland."""
    if not DATA.exists():
        pytest.skip("tools/ is not part of what is tested here")
    rows = json.loads(DATA.read_text(encoding="utf-8"))["days"]
    return {
        date.fromisoformat(row["date"])
        for row in rows
        if regime is not Regime.FOISA or "scotland" in row["by_division"]
    }


class TestEveryDayAndEveryCount:
    """FOIA s.10(6), EIR reg.2(1), FOISA s.73: the nth working day is found by stepping to it."""

    @pytest.mark.parametrize("regime", list(Regime))
    def test_the_table_is_what_stepping_gives(self, regime: Regime) -> None:
        calendar = working_days(regime)
        holidays = closed(regime)
        every = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
        working = [day for day in every if day.weekday() < 5 and day not in holidays]
        wrong = []
        position = 0
        for start in every:
            while position < len(working) and working[position] <= start:
                position += 1
            following = working[position : position + LONGEST]
            found = [calendar.add(start, n) for n in range(1, len(following) + 1)]
            if found != following:
                wrong.append(start)
        assert wrong == []
        assert len(every) == 11323
