"""Last days for whole columns: data frames, arrays, and a table to join with.

A column of days of receipt is answered from a table that holds, for each day from which
the limit can be counted, the last day that ``WorkingDayCalendar.add`` gives; so a
column never says anything but what a single call would.  What is not known stays not
known: a null has no last day.  And a day that the table does not hold never gets one: it
is an error, or a null where the caller asks for that.

Only civil days can be counted from.  A time of day or a time zone leaves open which day
it was in London, so a column that has one is refused, and so is text.

The frame keeps its type, its rows, their order where it has one, its index and its other
columns.  A frame that puts off its work (of Polars, Dask, DuckDB or Spark) is not run: the
columns are added to its plan, and so is the error for a day out of range.
"""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, overload

import attrs

from foiprevent._values import plain_day
from foiprevent.citations import Regime
from foiprevent.deadlines import Rule, WorkingDayCalendar
from foiprevent.errors import InvalidRecordError
from foiprevent.frames._engines import ENGINES, PANDAS_LIKE, Native, check_columns, recognised
from foiprevent.frames._looking_up import OutOfRange, look_up, task_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["OutOfRange", "deadline_table", "deadlines_array", "with_deadlines"]

T = TypeVar("T")


def with_deadlines(
    frame: T,
    received: str = "received",
    *,
    due: str = "due",
    projected: str | None = None,
    regime: Regime = Regime.FOIA,
    rule: Rule = Rule.RESPONSE,
    calendar: WorkingDayCalendar | None = None,
    out_of_range: OutOfRange = OutOfRange.RAISE,
) -> T:
    """Return *frame* with a column of last days added, each as a single call gives it.

    The frame is a Polars ``DataFrame`` or ``LazyFrame``, a pandas ``DataFrame``, a PyArrow
    ``Table``, a DuckDB relation, a Dask ``DataFrame`` or a PySpark ``DataFrame``, and so is
    the answer.  It needs the ``frames`` extra: ``pip install 'foiprevent[frames]'``::

        requests = polars.read_csv("requests.csv", try_parse_dates=True)
        requests = with_deadlines(requests, "received", projected="projected")

    The column of days of receipt has its engine's type for dates (``date32`` on PyArrow).
    On pandas and Dask that is ``date32[pyarrow]``; or ``datetime64`` without a time zone,
    every value at midnight; or ``object``, holding dates and nulls alone.  The last days
    have the type of the days they are counted from.

    A frame that puts off its work shows a day out of range only when the work is done.
    With :attr:`OutOfRange.RAISE` the error is then raised by what does it: on Dask it is
    ``CalendarRangeError``; on Polars, DuckDB and Spark an error of their own that names
    the day.  On Dask a time of day comes to light no earlier.

    Args:
        frame: The frame.
        received: The column of days counted from: for a response, the civil day in London
            on which the request arrived.
        due: The name of the new column: the last day, inclusive.
        projected: The name of a second new column, of truth values: whether the last day
            lies past the published bank holidays (null where the last day is).  Without a
            name there is none.
        regime: The regime.
        rule: What the deadline is for: a rule whose limit is counted in working days.
        calendar: The working days; without it, those of the regime.
        out_of_range: What becomes of a day for which the calendar does not reach.

    Raises:
        CalendarRangeError: If a day lies outside the calendar, or the answer does, and
            *out_of_range* does not make it a null.
        InvalidRecordError: If the frame is none of those above, has no such column or has
            one of a new column's name, if the column does not hold civil days, or if the
            regime has no such limit or does not count it in working days.
        ImportError: If narwhals or numpy is missing.
    """
    _require("narwhals", "numpy")
    import narwhals.stable.v2 as nw

    task = attrs.evolve(
        task_of(regime, rule, calendar, out_of_range),
        received=received,
        due=due,
        projected=projected,
    )
    engine, schema = recognised(frame)
    check_columns(schema, task, engine)
    answer = ENGINES[engine](frame, task)
    if projected is not None and engine not in PANDAS_LIKE:
        late = nw.col(due) > task.calendar.published_until
        answer = nw.from_native(answer).with_columns(late.alias(projected)).to_native()
    return cast("T", answer)


@overload
def deadline_table(
    start: date | None = None,
    end: date | None = None,
    *,
    regime: Regime = Regime.FOIA,
    rule: Rule = Rule.RESPONSE,
    calendar: WorkingDayCalendar | None = None,
    backend: None = None,
) -> dict[str, list[Any]]: ...
@overload
def deadline_table(
    start: date | None = None,
    end: date | None = None,
    *,
    regime: Regime = Regime.FOIA,
    rule: Rule = Rule.RESPONSE,
    calendar: WorkingDayCalendar | None = None,
    backend: Literal["pandas", "polars", "pyarrow"],
) -> Any: ...  # noqa: ANN401
def deadline_table(
    start: date | None = None,
    end: date | None = None,
    *,
    regime: Regime = Regime.FOIA,
    rule: Rule = Rule.RESPONSE,
    calendar: WorkingDayCalendar | None = None,
    backend: Literal["pandas", "polars", "pyarrow"] | None = None,
) -> Any:
    """Return the last day for each day of receipt, to look up or to join with.

    The columns are ``received`` and ``due``, of dates, and ``projected``, of truth values:
    whether the last day lies past the published bank holidays.  They come as lists, or as
    the frame of a library, where dates have the type it is best at (``datetime64[s]`` on
    pandas: to join, give both sides the same).

    >>> from datetime import date
    >>> table = deadline_table(date(2026, 5, 15), date(2026, 5, 17))
    >>> table["due"]  # 25 May was a bank holiday, and 15 June in Scotland
    [datetime.date(2026, 6, 16), datetime.date(2026, 6, 16), datetime.date(2026, 6, 16)]
    >>> table["projected"]
    [False, False, False]

    Args:
        start: The first day of receipt; without it, the first that the calendar knows.
        end: The last, inclusive; without it, the last from which the limit can be counted
            within what the calendar knows.
        regime: The regime.
        rule: What the deadline is for: a rule whose limit is counted in working days.
        calendar: The working days; without it, those of the regime.
        backend: The library whose frame is wanted: ``"pandas"``, ``"polars"`` or
            ``"pyarrow"``.  It must be installed, and so must the ``frames`` extra.

    Raises:
        CalendarRangeError: If *start* or *end* lies outside the calendar, or its last day.
        InvalidRecordError: If *start* or *end* is not a date, or *end* comes before
            *start*, if the regime has no such limit or does not count it in working days,
            or if *backend* is none of those.
        ImportError: If a frame is asked for, and narwhals or numpy is missing.
    """
    task = task_of(regime, rule, calendar)
    start = task.first if start is None else plain_day(start, "deadline_table.start")
    end = task.last if end is None else plain_day(end, "deadline_table.end")
    for day in (start, end):
        if not task.first <= day <= task.last:
            task.refuse(day)
    if end < start:
        raise InvalidRecordError("deadline_table.end", end, f"expected {start} or later")
    wanted = range((start - task.first).days, (end - task.first).days + 1)
    due = [task.last_days[number] for number in wanted]
    table: dict[str, list[Any]] = {
        "received": [task.first + timedelta(days=number) for number in wanted],
        "due": due,
        "projected": [day > task.calendar.published_until for day in due],
    }
    return table if backend is None else _as_frame(table, backend)


def deadlines_array(
    received: NDArray[np.datetime64],
    *,
    regime: Regime = Regime.FOIA,
    rule: Rule = Rule.RESPONSE,
    calendar: WorkingDayCalendar | None = None,
    out_of_range: OutOfRange = OutOfRange.RAISE,
) -> NDArray[np.datetime64]:
    """Return the last day for each day of receipt in an array, in its shape.

    ``NaT`` has no last day: it stays ``NaT``.  A last day is projected if it lies after
    the calendar's ``published_until``.

    >>> import numpy as np
    >>> deadlines_array(np.array(["2026-05-15", "NaT"], dtype="datetime64[D]"))
    array(['2026-06-16',        'NaT'], dtype='datetime64[D]')

    Args:
        received: The days, as ``datetime64[D]``.
        regime: The regime.
        rule: What the deadline is for: a rule whose limit is counted in working days.
        calendar: The working days; without it, those of the regime.
        out_of_range: What becomes of a day for which the calendar does not reach; for
            :attr:`OutOfRange.NULL`, it is ``NaT``.

    Raises:
        CalendarRangeError: If a day lies outside the calendar, or the answer does, and
            *out_of_range* does not make it ``NaT``.
        InvalidRecordError: If *received* is no such array, or the regime has no such limit
            or does not count it in working days.
        ImportError: If numpy is missing.
    """
    _require("numpy")
    import numpy as np

    task = task_of(regime, rule, calendar, out_of_range)
    given: object = received
    if (
        not isinstance(given, np.ndarray)
        or isinstance(given, np.ma.MaskedArray)
        or given.dtype.kind != "M"
        or np.datetime_data(given.dtype) != ("D", 1)
    ):
        raise InvalidRecordError(
            "deadlines_array.received",
            f"{type(given).__name__} of {getattr(given, 'dtype', 'no dtype')}",
            "expected a numpy array of datetime64[D], with NaT where a day is not known "
            "(of a time, say first which civil day in London it fell on)",
        )
    days = np.asarray(given, dtype="=M8[D]", order="C")
    due = look_up(days.reshape(-1).view(np.int64), task)
    return due.view("=M8[D]").reshape(given.shape)


def _require(*modules: str) -> None:
    """Import what the ``frames`` extra brings, or say how to get it."""
    for module in modules:
        try:
            import_module(module)
        except ImportError as error:
            raise ImportError(
                f"foiprevent.frames needs {module}: pip install 'foiprevent[frames]'",
                name=module,
            ) from error


def _as_frame(
    table: dict[str, list[Any]], backend: Literal["pandas", "polars", "pyarrow"]
) -> Native:
    """Return the table as a frame of *backend*."""
    if backend not in ("pandas", "polars", "pyarrow"):
        raise InvalidRecordError(
            "deadline_table.backend", backend, "expected 'pandas', 'polars' or 'pyarrow'"
        )
    _require("narwhals", "numpy")
    import narwhals.stable.v2 as nw
    import numpy as np

    # From these, each library makes dates of the type that it is best at.
    dtypes = {"received": "M8[D]", "due": "M8[D]", "projected": "bool"}
    columns = {name: np.array(values, dtypes[name]) for name, values in table.items()}
    return nw.from_dict(columns, backend=backend).to_native()
