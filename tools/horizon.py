"""Say whether the published bank holidays that the library ships still reach far enough.

The official lists name bank holidays a year or two ahead; past their end the library
projects, and says so.  A release should not leave less than a year of published days.

    python tools/horizon.py               seen from today
    python tools/horizon.py 2027-12-31    seen from that day

The exit status is 1 if less than a year is left.  Newer lists then go into
``tools/data/uk_bank_holidays.json``, from which ``tools/bank_holidays.py`` writes the table.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

import pendulum

from foiprevent.citations import Regime
from foiprevent.deadlines import working_days

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Say how far the published days reach; return 1 if less than a year is left."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "day", nargs="?", type=iso_day, help="the day to see it from, as 2027-12-31; else today"
    )
    day: pendulum.Date = parser.parse_args(arguments).day or pendulum.today("Europe/London").date()
    until = working_days(Regime.FOIA).published_until
    latest = pendulum.date(until.year, until.month, until.day).subtract(years=1)
    enough = day <= latest
    print(
        f"bank holidays are published until {until}, {(until - day).days} days from {day}: "
        f"{'a year or more' if enough else 'less than a year'}"
    )
    return 0 if enough else 1


def iso_day(text: str) -> pendulum.Date:
    """Read a day written as 2027-12-31."""
    return pendulum.Date.fromisoformat(text)


if __name__ == "__main__":
    sys.exit(main())
