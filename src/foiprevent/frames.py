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

import enum
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache, partial
from importlib import import_module
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Literal,
    NoReturn,
    TypeAlias,
    TypeVar,
    cast,
    final,
    overload,
)

import attrs

from foiprevent._values import plain_day
from foiprevent.citations import Regime
from foiprevent.deadlines import Rule, Unit, WorkingDayCalendar, working_days
from foiprevent.deadlines.limits import LIMITS
from foiprevent.errors import CalendarRangeError, InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    _Days: TypeAlias = NDArray[np.signedinteger[Any]]

__all__ = ["OutOfRange", "deadline_table", "deadlines_array", "with_deadlines"]

T = TypeVar("T")
_Native: TypeAlias = Any
"""Something of a library of data frames, whose types only that library knows."""

_EPOCH: Final = date(1970, 1, 1)
_CHUNK: Final = 1 << 15
"""How many days are looked up at a time: few enough to stay in the processor's cache."""
_PANDAS_LIKE: Final = ("dask", "pandas")
"""The engines with several types for days: they are checked where the days are read."""
_FOLDING: Final = ("duckdb", "pyspark")
"""The engines to which a name is the same in capitals and in small letters."""


@final
class OutOfRange(enum.Enum):
    """What becomes of a day of receipt whose last day lies outside the calendar."""

    RAISE = "raise"
    """It is an error."""
    NULL = "null"
    """It has no last day: a null, as if it were not known itself."""


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
        _task(regime, rule, calendar, out_of_range),
        received=received,
        due=due,
        projected=projected,
    )
    engine, schema = _recognised(frame)
    _check_columns(schema, task, engine)
    answer = _ENGINES[engine](frame, task)
    if projected is not None and engine not in _PANDAS_LIKE:
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
    task = _task(regime, rule, calendar)
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

    task = _task(regime, rule, calendar, out_of_range)
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
    due = _look_up(days.reshape(-1).view(np.int64), task)
    return due.view("=M8[D]").reshape(given.shape)


@final
@attrs.frozen(kw_only=True)
class _Task:
    """What is to be worked out, whatever holds the days.

    Attributes:
        calendar: The working days.
        length: How many of them the limit has.
        out_of_range: What becomes of a day for which the calendar does not reach.
        received: The name of a frame's column of days of receipt.
        due: The name of its new column of last days.
        projected: The name of its new column that says which are projected, if wanted.
    """

    calendar: WorkingDayCalendar
    length: int
    out_of_range: OutOfRange
    received: str = "received"
    due: str = "due"
    projected: str | None = None

    @property
    def raises(self) -> bool:
        """Whether a day out of range is an error."""
        return self.out_of_range is OutOfRange.RAISE

    @property
    def first(self) -> date:
        """The first day that can be counted from."""
        return self.calendar.known_from

    @property
    def last(self) -> date:
        """The last day that can be counted from."""
        return self.first + timedelta(days=len(self.last_days) - 1)

    @property
    def last_days(self) -> tuple[date, ...]:
        """The last day for each day that can be counted from, in order."""
        return _last_days(self.calendar, self.length)

    @property
    def written(self) -> str:
        """The last days as text, for an engine to read."""
        return ",".join(map(date.isoformat, self.last_days))

    @property
    def words(self) -> str:
        """What follows the day of receipt in the error of an engine that makes its own."""
        return (
            f", in the column {self.received}, lies outside {self.first} to {self.last}, the "
            f"days from which {self.length} working days can be counted on this calendar"
        )

    def refuse(self, day: date | None) -> NoReturn:
        """Raise as a single call would for a day of receipt; ``None`` if no date holds it."""
        if day is not None:
            try:
                self.calendar.add(day, self.length)
            except CalendarRangeError as error:
                error.add_note(f"counting {self.length} working days from {day}")
                raise
        raise CalendarRangeError(None, self.first, self.calendar.projected_until)


def _task(
    regime: Regime,
    rule: Rule,
    calendar: WorkingDayCalendar | None,
    out_of_range: OutOfRange = OutOfRange.RAISE,
) -> _Task:
    """Return what is to be worked out, or raise where it makes no sense."""
    limit = LIMITS.get((rule, regime))
    if limit is None:
        raise InvalidRecordError("frames.rule", rule, f"there is no such limit in {regime}")
    if limit.unit is not Unit.WORKING_DAYS:
        raise InvalidRecordError(
            "frames.rule", rule, f"its limit is counted in {limit.unit.value}, not working days"
        )
    if type(out_of_range) is not OutOfRange:
        raise InvalidRecordError(
            "frames.out_of_range", out_of_range, "expected a member of OutOfRange"
        )
    return _Task(
        calendar=working_days(regime) if calendar is None else calendar,
        length=limit.length,
        out_of_range=out_of_range,
    )


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


@lru_cache(maxsize=32)
def _last_days(calendar: WorkingDayCalendar, length: int) -> tuple[date, ...]:
    """Return the last day for each day from ``known_from`` on, as far as it can be told."""
    days: list[date] = []
    with suppress(CalendarRangeError):
        while True:
            days.append(calendar.add(calendar.known_from + timedelta(days=len(days)), length))
    return tuple(days)


@lru_cache(maxsize=64)
def _numbers(calendar: WorkingDayCalendar, length: int, dtype: np.dtype[Any]) -> _Days:
    """Return the last day for each day since 1970, as such a number; the least is no day.

    No day stands first and last, for any day before or after those that can be answered.
    """
    import numpy as np

    nothing = np.iinfo(dtype).min
    unknown = [nothing] * (calendar.known_from - _EPOCH).days
    days = [(day - _EPOCH).days for day in _last_days(calendar, length)]
    return np.array([*unknown, *days, nothing], dtype=dtype)


def _look_up(received: _Days, task: _Task) -> _Days:
    """Return the last day for each day, both as days since 1970; the least is no day.

    A number with no place in the table is taken for the nearest that has one, which is the
    first or the last: there stands no day, so it never wraps around to another's answer.
    """
    import numpy as np

    table = _numbers(task.calendar, task.length, received.dtype)
    nothing = table[-1]
    due = np.empty(received.size, received.dtype)
    for start in range(0, received.size, _CHUNK):
        days, found = received[start : start + _CHUNK], due[start : start + _CHUNK]
        table.take(days, out=found, mode="clip")
        if task.raises and found.min() == nothing:
            outside = days[(found == nothing) & (days != nothing)]
            if outside.size:
                task.refuse(_as_date(int(outside[0])))
    return due


def _as_date(number: int) -> date | None:
    try:
        return _EPOCH + timedelta(days=number)
    except OverflowError:
        return None


def _as_frame(
    table: dict[str, list[Any]], backend: Literal["pandas", "polars", "pyarrow"]
) -> _Native:
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


def _recognised(frame: _Native) -> tuple[str, Mapping[str, object]]:
    """Return what engine a frame belongs to, and its columns with their types, or raise."""
    import narwhals
    import narwhals.stable.v2 as nw

    engine, known = "none", frame
    if isinstance(frame, narwhals.DataFrame | narwhals.LazyFrame):
        engine = "narwhals"
    elif nw.dependencies.is_dask_dataframe(frame):
        # Narwhals is to leave Dask to a package of its own, and this is a pandas frame.
        engine, known = "dask", nw.from_native(_dask_meta(frame))
    else:
        with suppress(TypeError):
            known = nw.from_native(frame)
            engine = known.implementation.value
    if engine not in _ENGINES:
        raise InvalidRecordError(
            "with_deadlines.frame",
            f"{type(frame).__module__}.{type(frame).__qualname__}",
            f"expected a frame of {', '.join(_ENGINES)}",
        )
    return engine, known.collect_schema()


def _check_columns(schema: Mapping[str, object], task: _Task, engine: str) -> None:
    """Raise unless the column is there, holds dates, and the new names are free."""
    import narwhals.stable.v2 as nw

    if task.received not in schema:
        raise InvalidRecordError(
            "with_deadlines.received",
            task.received,
            f"expected one of the frame's columns: {', '.join(map(str, schema))}",
        )
    fold = str.casefold if engine in _FOLDING else str
    taken = {fold(str(name)) for name in schema}
    for field, name in (("due", task.due), ("projected", task.projected)):
        if name is not None:
            if fold(name) in taken:
                raise InvalidRecordError(
                    f"with_deadlines.{field}", name, "there is a column of that name already"
                )
            taken.add(fold(name))
    if engine not in _PANDAS_LIKE and schema[task.received] != nw.Date:
        raise _not_days(schema[task.received])


def _not_days(found: object) -> InvalidRecordError:
    return InvalidRecordError(
        "with_deadlines.received",
        str(found),
        "expected a column of dates (of times, say first which civil day in London each fell "
        "on; of text, read it as dates)",
    )


def _on_polars(frame: _Native, task: _Task) -> _Native:
    import polars as pl
    from polars import selectors

    if isinstance(frame, pl.DataFrame):
        return frame.with_columns(_polars_column(frame[task.received], task))
    due = selectors.by_name(task.received).map_batches(
        partial(_polars_batch, task=task), return_dtype=pl.Date(), is_elementwise=True
    )
    return frame.with_columns(due.alias(task.due))


def _polars_column(received: _Native, task: _Task) -> _Native:
    import numpy as np
    import polars as pl

    nothing = int(np.iinfo(np.int32).min)
    days = received.to_physical()
    if days.null_count():
        days = days.fill_null(nothing)
    due = pl.Series(task.due, _look_up(days.to_numpy(), task))
    if due.min() == nothing:
        due = due.set(due == nothing, None)
    return due.cast(pl.Date())


def _polars_batch(received: _Native, task: _Task) -> _Native:
    """Do the same within a plan, from which Polars lets only its own errors through whole."""
    import polars as pl

    try:
        return _polars_column(received, task)
    except CalendarRangeError as error:
        told = "; ".join([f"in the column {task.received}: {error}", *error.__notes__])
        raise pl.exceptions.ComputeError(told) from None


def _on_pyarrow(frame: _Native, task: _Task) -> _Native:
    import numpy as np
    import pyarrow as pa

    nothing = int(np.iinfo(np.int32).min)

    def last_days(chunk: _Native) -> _Native:
        days = chunk.view(pa.int32()).fill_null(nothing).to_numpy(zero_copy_only=False)
        due = _look_up(days, task)
        return pa.array(due, mask=due == nothing).view(pa.date32())

    chunks = [last_days(chunk) for chunk in frame[task.received].chunks]
    return frame.append_column(task.due, pa.chunked_array(chunks, type=pa.date32()))


def _on_pandas(frame: _Native, task: _Task) -> _Native:
    import numpy as np
    import pandas as pd

    received = frame[task.received]
    due = _look_up(_pandas_days(received), task)
    # Objects are made where there were objects; any other type of days is made from seconds.
    dates = due.view("M8[D]").astype(object if str(received.dtype) == "object" else "M8[s]")
    columns = {task.due: pd.Series(dates, index=received.index, dtype=received.dtype)}
    if task.projected is not None:
        projected = pd.array(due > (task.calendar.published_until - _EPOCH).days, "boolean")
        projected[due == np.iinfo(np.int64).min] = pd.NA
        kind = "boolean" if isinstance(received.dtype, np.dtype) else "bool[pyarrow]"
        columns[task.projected] = pd.Series(projected, index=received.index, dtype=kind)
    return frame.assign(**columns)


def _pandas_days(received: _Native) -> NDArray[np.int64]:
    """Return a column as days since 1970, with the least integer for no day, or raise."""
    import numpy as np

    dtype = received.dtype
    if str(dtype) == "object":
        plain = [
            None if unknown else plain_day(value, "with_deadlines.received")
            for value, unknown in zip(received, received.isna(), strict=True)
        ]
        days = np.array(plain, dtype="M8[D]")
    elif str(dtype) == "date32[day][pyarrow]":
        seconds = received.astype("timestamp[s][pyarrow]")
        days = np.asarray(seconds.to_numpy(dtype="M8[s]"), dtype="M8[D]")
    elif isinstance(dtype, np.dtype) and dtype.kind == "M":
        times = received.to_numpy()
        days = np.asarray(times, dtype="M8[D]")
        timed = (days != times) & ~np.isnat(days)
        if timed.any():
            raise _not_days(f"{dtype} with a time of day, {times[timed][0]}")
    else:
        raise _not_days(dtype)
    return days.view(np.int64)


def _on_dask(frame: _Native, task: _Task) -> _Native:
    return frame.map_partitions(_on_pandas, task, meta=_on_pandas(_dask_meta(frame), task))


def _dask_meta(frame: _Native) -> _Native:
    """Return a pandas frame that is like a Dask one, but without rows."""
    from dask.dataframe import dispatch

    return cast("Any", dispatch).make_meta(frame)


def _on_duckdb(frame: _Native, task: _Task) -> _Native:
    import duckdb

    constant, call = duckdb.ConstantExpression, duckdb.FunctionExpression
    received = duckdb.ColumnExpression(task.received)
    known = (received >= constant(task.first)) & (received <= constant(task.last))
    place = (received - constant(task.first)).cast("INTEGER") + constant(1)
    last_days = constant(f"[{task.written}]").cast("DATE[]")
    due = duckdb.CaseExpression(known, call("list_extract", last_days, place))
    if task.raises:
        words = call("concat", received, constant(task.words))
        due = due.when(received.isnotnull(), call("error", words).cast("DATE"))
    return frame.select(duckdb.StarExpression(), due.alias(task.due))


def _on_pyspark(frame: _Native, task: _Task) -> _Native:
    from pyspark.sql import functions as sql

    received = sql.col("`" + task.received.replace("`", "``") + "`")
    known = received.between(sql.lit(task.first), sql.lit(task.last))
    place = sql.datediff(received, sql.lit(task.first))
    last_days = sql.split(sql.lit(task.written), ",").cast("array<date>")
    due = sql.when(known, sql.get(last_days, place))
    if task.raises:
        words = sql.concat(received.cast("string"), sql.lit(task.words))
        due = due.when(received.isNotNull(), sql.raise_error(words).cast("date"))
    return frame.select("*", due.alias(task.due))


_ENGINES: Final[dict[str, Callable[[_Native, _Task], _Native]]] = {
    "polars": _on_polars,
    "pandas": _on_pandas,
    "pyarrow": _on_pyarrow,
    "duckdb": _on_duckdb,
    "dask": _on_dask,
    "pyspark": _on_pyspark,
}
"""What adds the column of last days to a frame, by what Narwhals calls its library."""
