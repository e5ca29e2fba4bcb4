"""What adds the last days to a frame, for each library of data frames.

Narwhals says whose a frame is and which columns it has; the work is left to the library.
A frame that puts off its work gets the last days, and the error for a day out of range, as a
part of its plan.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from foiprevent._values import plain_day
from foiprevent.errors import CalendarRangeError, InvalidRecordError
from foiprevent.frames._looking_up import EPOCH, look_up

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from foiprevent.frames._looking_up import Task

Native: TypeAlias = Any
"""Something of a library of data frames, whose types only that library knows."""

PANDAS_LIKE: Final = ("dask", "pandas")
"""The engines with several types for days: they are checked where the days are read."""
_FOLDING: Final = ("duckdb", "pyspark")
"""The engines to which a name is the same in capitals and in small letters."""


def recognised(frame: Native) -> tuple[str, Mapping[str, object]]:
    """Return what engine a frame belongs to, and its columns with their types, or raise."""
    import narwhals
    import narwhals.stable.v2 as nw

    known: Any = frame
    engine = "none"
    if isinstance(frame, narwhals.DataFrame | narwhals.LazyFrame):
        engine = "narwhals"
    elif nw.dependencies.is_dask_dataframe(frame):
        # Narwhals is to leave Dask to a package of its own, and this is a pandas frame.
        engine, known = "dask", nw.from_native(_dask_meta(frame))
    else:
        with suppress(TypeError):
            known = nw.from_native(frame)
            engine = str(known.implementation.value)
    if engine not in ENGINES:
        raise InvalidRecordError(
            "with_deadlines.frame",
            f"{type(frame).__module__}.{type(frame).__qualname__}",
            f"expected a frame of {', '.join(ENGINES)}",
        )
    return engine, known.collect_schema()


def check_columns(schema: Mapping[str, object], task: Task, engine: str) -> None:
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
    if engine not in PANDAS_LIKE and schema[task.received] != nw.Date:
        raise _not_days(schema[task.received])


def _not_days(found: object) -> InvalidRecordError:
    return InvalidRecordError(
        "with_deadlines.received",
        str(found),
        "expected a column of dates (of times, say first which civil day in London each fell "
        "on; of text, read it as dates)",
    )


def _on_polars(frame: Native, task: Task) -> Native:
    import polars as pl
    from polars import selectors

    if isinstance(frame, pl.DataFrame):
        return frame.with_columns(_polars_column(frame[task.received], task))
    due = selectors.by_name(task.received).map_batches(
        partial(_polars_batch, task=task), return_dtype=pl.Date(), is_elementwise=True
    )
    return frame.with_columns(due.alias(task.due))


def _polars_column(received: Native, task: Task) -> Native:
    import numpy as np
    import polars as pl

    nothing = int(np.iinfo(np.int32).min)
    days = received.to_physical()
    if days.null_count():
        days = days.fill_null(nothing)
    due = pl.Series(task.due, look_up(days.to_numpy(), task))
    if due.min() == nothing:
        due = due.set(due == nothing, None)
    return due.cast(pl.Date())


def _polars_batch(received: Native, task: Task) -> Native:
    """Do the same within a plan, from which Polars lets only its own errors through whole."""
    import polars as pl

    try:
        return _polars_column(received, task)
    except CalendarRangeError as error:
        notes: list[str] = getattr(error, "__notes__", [])
        told = "; ".join([f"in the column {task.received}: {error}", *notes])
        raise pl.exceptions.ComputeError(told) from None


def _on_pyarrow(frame: Native, task: Task) -> Native:
    import numpy as np
    import pyarrow as pa

    nothing = int(np.iinfo(np.int32).min)

    def last_days(chunk: Native) -> Native:
        days = chunk.view(pa.int32()).fill_null(nothing).to_numpy(zero_copy_only=False)
        due = look_up(days, task)
        return pa.array(due, mask=due == nothing).view(pa.date32())

    chunks = [last_days(chunk) for chunk in frame[task.received].chunks]
    return frame.append_column(task.due, pa.chunked_array(chunks, type=pa.date32()))


def _on_pandas(frame: Native, task: Task) -> Native:
    import numpy as np
    import pandas as pd

    received = frame[task.received]
    due = look_up(_pandas_days(received), task)
    # Objects are made where there were objects; any other type of days is made from seconds.
    dates = due.view("M8[D]").astype(object if str(received.dtype) == "object" else "M8[s]")
    columns = {task.due: pd.Series(dates, index=received.index, dtype=received.dtype)}
    if task.projected is not None:
        projected = pd.array(due > (task.calendar.published_until - EPOCH).days, "boolean")
        projected[due == np.iinfo(np.int64).min] = pd.NA
        kind = "boolean" if isinstance(received.dtype, np.dtype) else "bool[pyarrow]"
        columns[task.projected] = pd.Series(projected, index=received.index, dtype=kind)
    return frame.assign(**columns)


def _pandas_days(received: Native) -> NDArray[np.int64]:
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


def _on_dask(frame: Native, task: Task) -> Native:
    return frame.map_partitions(_on_pandas, task, meta=_on_pandas(_dask_meta(frame), task))


def _dask_meta(frame: Native) -> Native:
    """Return a pandas frame that is like a Dask one, but without rows."""
    from dask.dataframe import dispatch

    return cast("Any", dispatch).make_meta(frame)


def _on_duckdb(frame: Native, task: Task) -> Native:
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


def _on_pyspark(frame: Native, task: Task) -> Native:
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


ENGINES: Final[dict[str, Callable[[Native, Task], Native]]] = {
    "polars": _on_polars,
    "pandas": _on_pandas,
    "pyarrow": _on_pyarrow,
    "duckdb": _on_duckdb,
    "dask": _on_dask,
    "pyspark": _on_pyspark,
}
"""What adds the column of last days to a frame, by what Narwhals calls its library."""
