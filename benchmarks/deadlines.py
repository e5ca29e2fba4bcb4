"""How fast last days are worked out, by this library and by others, and how often rightly.

Prints two tables in Markdown: for one deadline, and for a long column of them.  Times are
medians of repeats in which all take turns, so that a busy moment of the machine falls on
all of them; ratios are medians of the ratios within a repeat.

The count of wrong answers is over every day of receipt from 2005 to 2026, against the
twentieth working day by FOIA s.10(6), and an error counts as a wrong answer:

- *as it comes*: with no option but the country, where the package knows countries;
- *England*: with the bank holidays of England and Wales, and what it takes to count on
  from a day that is no working day;
- *at its best*: with those of all parts of the United Kingdom, the package's own where it
  has them, or else this library's.  What is timed is this.

Lazy frames of Polars are collected by its in-memory engine, where its own is at its fastest.
The others are in the ``benchmarks`` extra.  Run ``python benchmarks/deadlines.py --help``.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import timeit
import warnings
from collections.abc import Callable
from datetime import date, timedelta
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import govuk_bank_holidays.bank_holidays
import holidays
import numpy as np
import pandas as pd
import polars as pl
import workalendar.europe
import workalendar.europe.scotland

from foiprevent import Division, Regime, due_date, working_days
from foiprevent.frames import deadlines_array, with_deadlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Count: TypeAlias = Callable[[date], date]

LENGTH = 20
CALENDAR = working_days(Regime.FOIA)
DAYS = [date(2005, 1, 1) + timedelta(days=number) for number in range(8035)]
RIGHT = [due_date(day) for day in DAYS]
ONE = timedelta(days=1)
SATURDAY = 5


class Wrong(NamedTuple):
    """On how many days of receipt the answers are wrong; ``None`` where it does not apply."""

    as_it_comes: int | None = None
    england: int | None = None
    at_its_best: int | None = None


class Contestant(NamedTuple):
    """One way to work out last days.

    Attributes:
        name: What it is.
        run: What is timed: a statement for one call, or a function for a column.
        wrong: How often it is wrong.
        scale: What its time is multiplied with, if it runs on a part of the rows.
    """

    name: str
    run: str | Callable[[], object]
    wrong: Wrong = Wrong()
    scale: float = 1.0


def bank_holidays(division: Division | None = None) -> list[date]:
    """Return this library's bank holidays of a part of the United Kingdom, or of all."""
    found = []
    day = CALENDAR.known_from
    while day <= CALENDAR.projected_until:
        holiday = CALENDAR.holiday(day)
        if holiday and (division is None or division in holiday.divisions):
            found.append(day)
        day += ONE
    return found


def wrong_one_by_one(count: Count) -> int:
    """Return for how many days of receipt a function gives a wrong answer or none."""

    def is_right(day: date, right: date) -> bool:
        try:
            return count(day) == right
        except ValueError:
            return False

    return sum(not is_right(*pair) for pair in zip(DAYS, RIGHT, strict=True))


def wrong(due: Iterable[object]) -> int:
    """Return how many last days of a column are wrong."""
    return sum(day != right for day, right in zip(due, RIGHT, strict=True))


def loop(is_working_day: Callable[[date], bool]) -> Count:
    """Return a function that steps forward a day at a time until it has counted enough."""

    def count(day: date) -> date:
        counted = 0
        while counted < LENGTH:
            day += ONE
            counted += is_working_day(day)
        return day

    return count


def weekdays_but(closed: Any) -> Callable[[date], bool]:  # noqa: ANN401
    """Return whether a day is a weekday and not in *closed*, as a function."""
    return lambda day: day.weekday() < SATURDAY and day not in closed


def scalar_contestants(day: date) -> tuple[list[Contestant], dict[str, object]]:
    """Return the ways to work out one last day, and what their statements speak of."""
    england, uk = bank_holidays(Division.ENGLAND_AND_WALES), bank_holidays()

    def empty(day: date, length: int) -> None:
        pass

    uk_array = np.array(uk, "M8[D]")
    prepared = np.busdaycalendar(holidays=uk_array)
    offset: Any = np.busday_offset

    def busday(**options: Any) -> Count:  # noqa: ANN401
        return lambda day: offset(day, LENGTH, **options).item()

    numpy_wrong = Wrong(
        wrong_one_by_one(busday()),
        wrong_one_by_one(busday(holidays=england, roll="backward")),
        wrong_one_by_one(busday(holidays=uk_array, roll="backward")),
    )

    def custom(holidays: Sequence[date] = ()) -> tuple[Any, Callable[[date], Any]]:
        step = LENGTH * pd.offsets.CustomBusinessDay(holidays=list(holidays))
        return step, lambda day: (pd.Timestamp(day) + step).date()

    step, pandas_best = custom(uk)
    pandas_wrong = Wrong(
        *(wrong_one_by_one(count) for count in (custom()[1], custom(england)[1], pandas_best))
    )

    parts = [holidays.country_holidays("GB", subdiv=part) for part in ("ENG", "SCT", "NIR")]
    holidays_best = loop(weekdays_but(parts[0] + parts[1] + parts[2]))
    holidays_wrong = Wrong(
        wrong_one_by_one(loop(weekdays_but(holidays.country_holidays("GB")))),
        wrong_one_by_one(loop(weekdays_but(parts[0]))),
        wrong_one_by_one(holidays_best),
    )

    # The list that comes with it: nothing is fetched from the network.
    govuk = govuk_bank_holidays.bank_holidays.BankHolidays(use_cached_holidays=True)
    govuk_best = loop(
        lambda day: all(govuk.is_work_day(day, division) for division in govuk.ALL_DIVISIONS)
    )
    govuk_wrong = Wrong(
        wrong_one_by_one(loop(govuk.is_work_day)),
        wrong_one_by_one(loop(lambda day: govuk.is_work_day(day, govuk.ENGLAND_AND_WALES))),
        wrong_one_by_one(govuk_best),
    )

    with warnings.catch_warnings(action="ignore"):
        europe = workalendar.europe
        england_workalendar = europe.UnitedKingdom()
        workalendars = [
            england_workalendar,
            europe.scotland.Scotland(),
            europe.UnitedKingdomNorthernIreland(),
        ]
        workalendar_best = loop(
            lambda day: all(calendar.is_working_day(day) for calendar in workalendars)
        )
        as_it_comes = wrong_one_by_one(
            lambda day: england_workalendar.add_working_days(day, LENGTH)
        )
        workalendar_wrong = Wrong(as_it_comes, as_it_comes, wrong_one_by_one(workalendar_best))

    ours = Wrong(wrong_one_by_one(due_date), None, wrong_one_by_one(due_date))
    contestants = [
        Contestant("**foiprevent**: `calendar.add(day, 20)`", "add(day, 20)", ours),
        Contestant("foiprevent: `due_date(day)`", "due_date(day)", ours),
        Contestant("an empty function of two arguments", "empty(day, 20)"),
        Contestant(
            "`numpy.busday_offset`, `holidays=` an array",
            'offset(day, 20, "backward", holidays=uk_array)',
            numpy_wrong,
        ),
        Contestant(
            "the same, a `busdaycalendar` made before",
            'offset(day, 20, "backward", busdaycal=prepared)',
            numpy_wrong,
        ),
        Contestant(
            "the same, from a `datetime64` made before",
            'offset(day64, 20, "backward", busdaycal=prepared)',
            numpy_wrong,
        ),
        Contestant("pandas `CustomBusinessDay`", "day + step", pandas_wrong),
        Contestant("a loop over `holidays`", "holidays_best(day)", holidays_wrong),
        Contestant("a loop over `govuk-bank-holidays`", "govuk_best(day)", govuk_wrong),
        Contestant("a loop over `workalendar`", "workalendar_best(day)", workalendar_wrong),
    ]
    names = {
        "add": CALENDAR.add,
        "day": day,
        "day64": np.datetime64(day),
        "due_date": due_date,
        "empty": empty,
        "govuk_best": govuk_best,
        "holidays_best": holidays_best,
        "offset": offset,
        "prepared": prepared,
        "step": step,
        "uk_array": uk_array,
        "workalendar_best": workalendar_best,
    }
    return contestants, names


def column_contestants(rows: int, sample: int) -> list[Contestant]:
    """Return the ways to work out a column of last days."""
    england, uk = bank_holidays(Division.ENGLAND_AND_WALES), bank_holidays()
    prepared = np.busdaycalendar(holidays=np.array(uk, "M8[D]"))
    every = np.array(DAYS, "M8[D]")
    received = np.random.default_rng(6).choice(every, rows)
    frame = pl.DataFrame({"received": received})
    lazy = frame.lazy()
    pandas = pd.DataFrame({"received": received.astype("M8[s]")})
    part = pd.DatetimeIndex(received[:sample].astype("M8[s]"))

    def polars_own(holidays: Sequence[date], roll: Any = "raise") -> pl.Expr:  # noqa: ANN401
        return pl.col("received").dt.add_business_days(LENGTH, holidays=holidays, roll=roll)

    def polars_wrong(own: pl.Expr) -> int:
        days = pl.DataFrame({"received": DAYS})
        try:
            return wrong(days.select(own).to_series())
        except pl.exceptions.PolarsError:
            return len(DAYS)

    best = polars_own(uk, "backward")
    polars_counts = Wrong(
        polars_wrong(polars_own([])),
        polars_wrong(polars_own(england, "backward")),
        polars_wrong(best),
    )
    numpy_counts = Wrong(
        len(DAYS),  # it raises an error for the column if one day of it is no working day
        wrong(np.busday_offset(every, LENGTH, "backward", holidays=england).tolist()),
        wrong(np.busday_offset(every, LENGTH, "backward", busdaycal=prepared).tolist()),
    )

    def custom(holidays: Sequence[date] = ()) -> Any:  # noqa: ANN401
        return LENGTH * pd.offsets.CustomBusinessDay(holidays=list(holidays))

    def pandas_wrong(step: Any) -> int:  # noqa: ANN401
        return wrong((pd.DatetimeIndex(DAYS) + step).date)

    step = custom(uk)
    with warnings.catch_warnings(action="ignore", category=pd.errors.PerformanceWarning):
        pandas_counts = Wrong(*map(pandas_wrong, (custom(), custom(england), step)))
    ours = wrong(deadlines_array(every).tolist())
    polars_ours = wrong(with_deadlines(pl.DataFrame({"received": DAYS}))["due"])
    pandas_ours = wrong(
        with_deadlines(pd.DataFrame({"received": every.astype("M8[s]")}))["due"].dt.date
    )

    def shifted() -> object:
        with warnings.catch_warnings(action="ignore", category=pd.errors.PerformanceWarning):
            return part + step

    return [
        Contestant(
            "**foiprevent**: `deadlines_array`",
            lambda: deadlines_array(received),
            Wrong(ours, None, ours),
        ),
        Contestant("copying the same bytes", received.copy),
        Contestant(
            "`numpy.busday_offset`",
            lambda: np.busday_offset(received, LENGTH, "backward", busdaycal=prepared),
            numpy_counts,
        ),
        Contestant(
            "foiprevent: `with_deadlines`, Polars eager",
            lambda: with_deadlines(frame),
            Wrong(polars_ours, None, polars_ours),
        ),
        Contestant(
            "Polars `dt.add_business_days`, eager",
            lambda: frame.with_columns(due=best),
            polars_counts,
        ),
        Contestant(
            "foiprevent: `with_deadlines`, Polars lazy",
            lambda: with_deadlines(lazy).collect(engine="in-memory"),
            Wrong(polars_ours, None, polars_ours),
        ),
        Contestant(
            "Polars `dt.add_business_days`, lazy",
            lambda: lazy.with_columns(due=best).collect(engine="in-memory"),
            polars_counts,
        ),
        Contestant(
            "foiprevent: `with_deadlines`, pandas",
            lambda: with_deadlines(pandas),
            Wrong(pandas_ours, None, pandas_ours),
        ),
        Contestant(
            f"pandas `CustomBusinessDay` (scaled from {sample:,} rows)",
            shifted,
            pandas_counts,
            rows / sample,
        ),
    ]


def timed(
    contestants: Sequence[Contestant],
    repeats: int,
    at_least: float,
    names: dict[str, object] | None = None,
) -> list[list[float]]:
    """Return the times of each contestant, in seconds, one for each repeat."""
    timers = [timeit.Timer(contestant.run, globals=names) for contestant in contestants]
    numbers = []
    for timer in timers:
        timer.timeit(1)  # what is made when first needed is made now
        numbers.append(max(1, round(at_least / timer.timeit(1))))
    times: list[list[float]] = [[] for _ in contestants]
    for _ in range(repeats):
        for contestant, timer, number, taken in zip(
            contestants, timers, numbers, times, strict=True
        ):
            taken.append(timer.timeit(number) / number * contestant.scale)
    return times


def ratio(times: Sequence[float], others: Sequence[float]) -> float:
    """Return how many times as long one takes as another: the median over the repeats."""
    return statistics.median(one / other for one, other in zip(times, others, strict=True))


def written_time(seconds: float) -> str:
    """Return a time as people write it, to three figures."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def written_wrong(count: int | None) -> str:
    """Return how many days are wrong, and their share."""
    if count is None:
        return ""
    return f"{count:,} ({count / len(DAYS):.0%})" if count else "0"


def table(title: str, contestants: Sequence[Contestant], times: Sequence[list[float]]) -> str:
    """Return the comparison as a table in Markdown."""
    lines = [
        f"| {title} | time | times as long | wrong as it comes | England | at its best |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for contestant, taken in zip(contestants, times, strict=True):
        cells = [
            contestant.name,
            written_time(statistics.median(taken)),
            f"{ratio(taken, times[0]):.3g}",
            *map(written_wrong, contestant.wrong),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rows", type=int, default=10_000_000, help="of the long column")
    parser.add_argument("--sample", type=int, default=20_000, help="rows for the slowest")
    parser.add_argument("--repeats", type=int, default=9, help="of each measurement")
    options = parser.parse_args()
    sample = min(options.rows, options.sample)

    scalar, named = scalar_contestants(date(2023, 3, 24))
    scalar_times = timed(scalar, 5 * options.repeats, 5e-3, named)
    column = column_contestants(options.rows, sample)
    column_times = timed(column, options.repeats, 0)

    names = ("numpy", "pandas", "polars", "holidays", "govuk-bank-holidays", "workalendar")
    print(f"Python {platform.python_version()}, {', '.join(f'{n} {version(n)}' for n in names)}.")
    print(f"Bank holidays as at {CALENDAR.version}; {len(DAYS):,} days of receipt.\n")
    print(table("One deadline", scalar, scalar_times), end="\n\n")
    print(table(f"{options.rows:,} deadlines", column, column_times), end="\n\n")
    print("| foiprevent | against | times |\n|---|---|---:|")
    for one, other, value in (
        ("`calendar.add`", "slower than an empty call", ratio(scalar_times[0], scalar_times[2])),
        ("", "faster than `numpy.busday_offset`", ratio(scalar_times[3], scalar_times[0])),
        ("", "the same, `busdaycalendar` made before", ratio(scalar_times[4], scalar_times[0])),
        ("", "faster than a loop over `holidays`", ratio(scalar_times[7], scalar_times[0])),
        ("`deadlines_array`", "slower than a copy", ratio(column_times[0], column_times[1])),
        ("", "faster than `numpy.busday_offset`", ratio(column_times[2], column_times[0])),
        ("Polars eager", "faster than its own", ratio(column_times[4], column_times[3])),
        ("Polars lazy", "faster than its own", ratio(column_times[6], column_times[5])),
        ("pandas", "faster than its own", ratio(column_times[8], column_times[7])),
    ):
        print(f"| {one} | {other} | {value:.3g} |")


if __name__ == "__main__":
    main()
