"""Columns of last days, on every kind of frame: they say what single calls say."""

from __future__ import annotations

import contextlib
import datetime as dt
import pickle
import random
import shutil
import sys
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foiprevent.citations import Citation, Regime
from foiprevent.deadlines import (
    LimitKind,
    Rule,
    TimeLimit,
    Unit,
    deadline,
    due_date,
    limits,
    working_days,
)
from foiprevent.errors import CalendarRangeError, InvalidRecordError
from foiprevent.frames import OutOfRange, deadline_table, deadlines_array, with_deadlines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

pytestmark = [
    # PySpark says so when it is imported; pandas is here for its own sake.
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]

Frame: TypeAlias = Any
Days: TypeAlias = "Sequence[date | None]"

FOIA = working_days(Regime.FOIA)
FIRST, UNTIL = FOIA.known_from, FOIA.projected_until
WHOLE = deadline_table()
LAST = WHOLE["received"][-1]
KNOWN = [date(2023, 3, 24), None, date(2029, 1, 2), date(2010, 1, 1), None, date(2026, 6, 12)]
OUTSIDE = [FIRST - timedelta(days=1), LAST + timedelta(days=1), date(1, 1, 1), date(9999, 12, 31)]

known_days = st.dates(FIRST, LAST)
columns = st.lists(st.none() | known_days, max_size=50)


class Engine:
    """A kind of frame: how it is made and read, and what it raises when it is run."""

    lazy = False
    error: type[Exception] = CalendarRangeError
    refuses_early = True

    def make(self, received: Days, name: str = "received") -> Frame:
        """Return a frame with a column of numbers, the days, and a column of text."""
        raise NotImplementedError

    def read(self, frame: Frame) -> dict[str, list[Any]]:
        """Return the columns of a frame as plain values, running it if it was put off."""
        raise NotImplementedError

    def failing(self) -> Frame:
        """Return a frame with days that fails if it is run."""
        raise NotImplementedError


def _columns(received: Days, name: str) -> dict[str, list[Any]]:
    texts = [None if number % 3 == 0 else f"été {number}" for number in range(len(received))]
    return {"number": list(range(len(received))), name: list(received), "text": texts}


class Polars(Engine):
    def __init__(self) -> None:
        self.pl = pytest.importorskip("polars", reason="polars is not installed")
        self.schema = {"number": self.pl.Int64, "text": self.pl.String}

    def make(self, received: Days, name: str = "received") -> Frame:
        return self.pl.DataFrame(
            _columns(received, name), schema_overrides=self.schema | {name: self.pl.Date}
        )

    def read(self, frame: Frame) -> dict[str, list[Any]]:
        return frame.to_dict(as_series=False)  # type: ignore[no-any-return]


class PolarsLazy(Polars):
    lazy = True

    def __init__(self) -> None:
        super().__init__()
        self.error = self.pl.exceptions.ComputeError

    def make(self, received: Days, name: str = "received") -> Frame:
        return super().make(received, name).lazy()

    def read(self, frame: Frame) -> dict[str, list[Any]]:
        return super().read(frame.collect())

    def failing(self) -> Frame:
        def fail(_: object) -> None:
            raise ArithmeticError("it was run")

        return self.make(KNOWN).with_columns(
            self.pl.col("number").map_batches(fail, return_dtype=self.pl.Int64)
        )


class Pandas(Engine):
    dtype = "datetime64[ns]"

    def __init__(self) -> None:
        self.pd = pytest.importorskip("pandas", reason="pandas is not installed")

    def make(self, received: Days, name: str = "received") -> Frame:
        data = _columns(received, name)
        data[name] = self.pd.Series(data[name], dtype=self.dtype)
        return self.pd.DataFrame(data)

    def read(self, frame: Frame) -> dict[str, list[Any]]:
        def plain(value: Any) -> object:  # noqa: ANN401
            if self.pd.isna(value):
                return None
            return value.date() if isinstance(value, datetime) else value

        return {name: [plain(value) for value in frame[name]] for name in frame}


class PandasSeconds(Pandas):
    dtype = "datetime64[s]"


class PandasObjects(Pandas):
    dtype = "object"


class PandasArrow(Pandas):
    dtype = "date32[pyarrow]"

    def __init__(self) -> None:
        super().__init__()
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")


class PyArrow(Engine):
    def __init__(self) -> None:
        self.pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

    def make(self, received: Days, name: str = "received") -> Frame:
        types = {"number": self.pa.int64(), name: self.pa.date32(), "text": self.pa.string()}
        return self.pa.table(_columns(received, name), schema=self.pa.schema(types))

    def read(self, frame: Frame) -> dict[str, list[Any]]:
        return frame.to_pydict()  # type: ignore[no-any-return]


class DuckDB(Engine):
    lazy = True

    def __init__(self) -> None:
        self.duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
        self.error = self.duckdb.InvalidInputException
        # Not the default connection: whatever is needed has to be on the relation's own.
        self.connection = self.duckdb.connect()

    def make(self, received: Days, name: str = "received") -> Frame:
        number, days, text = _columns(received, name).values()
        quoted = '"' + name.replace('"', '""') + '"'
        return self.connection.sql(
            f"SELECT unnest($1::BIGINT[]) AS number, unnest($2::DATE[]) AS {quoted}, "
            "unnest($3::VARCHAR[]) AS text",
            params=[number, days, text],
        )

    def read(self, frame: Frame) -> dict[str, list[Any]]:
        rows = frame.fetchall()
        return {name: [row[at] for row in rows] for at, name in enumerate(frame.columns)}

    def failing(self) -> Frame:
        return self.connection.sql(
            "SELECT DATE '2023-03-24' AS received, error('it was run') AS number"
        )


class Dask(Pandas):
    lazy = True
    refuses_early = False

    def __init__(self) -> None:
        super().__init__()
        self.dd = pytest.importorskip("dask.dataframe", reason="dask is not installed")

    def make(self, received: Days, name: str = "received") -> Frame:
        return self.dd.from_pandas(super().make(received, name), npartitions=3)

    def read(self, frame: Frame) -> dict[str, list[Any]]:
        return super().read(frame.compute())

    def failing(self) -> Frame:
        def fail(_: object) -> None:
            raise ArithmeticError("it was run")

        return self.make(KNOWN).map_partitions(fail, meta=super().make([]))


class Spark(Engine):
    lazy = True

    def __init__(self, session: Frame) -> None:
        self.session = session
        self.error = pytest.importorskip("pyspark.errors").SparkRuntimeException

    def make(self, received: Days, name: str = "received") -> Frame:
        quoted = "`" + name.replace("`", "``") + "`"
        rows = list(zip(*_columns(received, name).values(), strict=True))
        return self.session.createDataFrame(rows, f"number long, {quoted} date, text string")

    def read(self, frame: Frame) -> dict[str, list[Any]]:
        rows = frame.collect()
        return {name: [row[at] for row in rows] for at, name in enumerate(frame.columns)}

    def failing(self) -> Frame:
        return self.session.sql(
            "SELECT DATE '2023-03-24' AS received, raise_error(concat('it was', ' run')) AS number"
        )


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    """Start a Dask cluster with a worker in a process of its own."""
    distributed = pytest.importorskip("distributed", reason="distributed is not installed")
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None
        ) as local,
        distributed.Client(local) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def spark() -> Iterator[Frame]:
    """Start Spark, which needs Java, on one thread of this machine."""
    if shutil.which("java") is None:
        pytest.skip("java is not installed, and Spark needs it")
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    session = (
        sql.SparkSession.builder.master("local[1]")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


QUICK: dict[str, type[Engine]] = {
    "polars": Polars,
    "polars-lazy": PolarsLazy,
    "pandas": Pandas,
    "pandas-seconds": PandasSeconds,
    "pandas-objects": PandasObjects,
    "pandas-arrow": PandasArrow,
    "pyarrow": PyArrow,
    "duckdb": DuckDB,
}
SLOW = ["dask", "pyspark"]


def _engine(name: str, request: pytest.FixtureRequest) -> Engine:
    if name == "pyspark":
        return Spark(request.getfixturevalue("spark"))
    if name == "dask":
        request.getfixturevalue("cluster")
        return Dask()
    return QUICK[name]()


@pytest.fixture(scope="module", params=[*QUICK, *SLOW])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return each kind of frame in turn."""
    return _engine(request.param, request)


@pytest.fixture(scope="module", params=QUICK)
def quick_engine(request: pytest.FixtureRequest) -> Engine:
    """Return each kind of frame in turn that is made and read in no time."""
    return _engine(request.param, request)


@pytest.fixture(scope="module", params=SLOW)
def slow_engine(request: pytest.FixtureRequest) -> Engine:
    """Return each kind of frame in turn that takes some time."""
    return _engine(request.param, request)


@pytest.fixture(scope="module", params=["polars-lazy", "duckdb", *SLOW])
def lazy_engine(request: pytest.FixtureRequest) -> Engine:
    """Return each kind of frame in turn that puts off its work."""
    return _engine(request.param, request)


@pytest.fixture(scope="module")
def pl() -> Frame:
    return pytest.importorskip("polars", reason="polars is not installed")


@pytest.fixture(scope="module")
def pd() -> Frame:
    return pytest.importorskip("pandas", reason="pandas is not installed")


@pytest.fixture(scope="module")
def pa() -> Frame:
    return pytest.importorskip("pyarrow", reason="pyarrow is not installed")


@pytest.fixture(scope="module")
def np() -> Frame:
    return pytest.importorskip("numpy", reason="numpy is not installed")


def expected(received: Days, **options: Any) -> list[date | None]:  # noqa: ANN401
    """Return the last day for each day of receipt by single calls."""
    return [None if day is None else deadline(day, **options).due for day in received]


def check(engine: Engine, received: Days) -> None:
    frame = with_deadlines(engine.make(received), projected="projected")
    due = [None if day is None else due_date(day) for day in received]
    assert engine.read(frame) == {
        **_columns(received, "received"),
        "due": due,
        "projected": [None if day is None else day > FOIA.published_until for day in due],
    }


class TestSameAsSingleCalls:
    """s.10(1): each last day of a column is the one that a single call gives."""

    @settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
    @given(received=columns)
    def test_quick(self, quick_engine: Engine, received: Days) -> None:
        check(quick_engine, received)

    @settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
    @given(received=columns)
    def test_slow(self, slow_engine: Engine, received: Days) -> None:
        check(slow_engine, received)

    def test_every_day(self, engine: Engine) -> None:
        received: list[date | None] = [*WHOLE["received"], None]
        random.Random(7).shuffle(received)  # noqa: S311
        check(engine, received)

    @pytest.mark.parametrize(
        ("regime", "rule"),
        [
            (Regime.FOISA, Rule.RESPONSE),
            (Regime.EIR, Rule.EXTENDED_RESPONSE),
            (Regime.FOIA, Rule.REVIEW_REQUEST),
        ],
    )
    def test_other_limits(self, engine: Engine, regime: Regime, rule: Rule) -> None:
        frame = with_deadlines(engine.make(KNOWN), regime=regime, rule=rule)
        assert engine.read(frame)["due"] == expected(KNOWN, regime=regime, rule=rule)

    def test_another_calendar(self, engine: Engine) -> None:
        calendar = FOIA.with_bank_holidays(add={date(2023, 4, 25): "scotland"})
        frame = with_deadlines(engine.make(KNOWN), calendar=calendar)
        due = engine.read(frame)["due"]
        assert due == expected(KNOWN, calendar=calendar)
        assert due != expected(KNOWN)


class TestTheFrame:
    """What is not asked for stays as it was."""

    def test_its_type_stays(self, engine: Engine) -> None:
        frame = engine.make(KNOWN)
        assert type(with_deadlines(frame, projected="projected")) is type(frame)

    def test_it_is_left_alone(self, engine: Engine) -> None:
        frame = engine.make(KNOWN)
        with_deadlines(frame, projected="projected")
        assert engine.read(frame) == _columns(KNOWN, "received")

    def test_new_columns_come_last(self, engine: Engine) -> None:
        frame = with_deadlines(engine.make(KNOWN), projected="projected")
        assert list(engine.read(frame)) == ["number", "received", "text", "due", "projected"]

    def test_columns_may_have_any_name(self, engine: Engine) -> None:
        names = ["day`s \"re.ceipt' [x] $1", "dûe; -- `x.y`", "P r.o`j"]
        frame = with_deadlines(engine.make(KNOWN, names[0]), names[0], due=names[1])
        frame = with_deadlines(frame, names[0], due="again", projected=names[2])
        read = engine.read(frame)
        assert read[names[1]] == read["again"] == expected(KNOWN)
        assert read[names[2]] == [False, None, True, False, None, False]

    def test_the_last_days_are_received_in_turn(self, engine: Engine) -> None:
        frame = with_deadlines(engine.make(KNOWN))
        frame = with_deadlines(frame, "due", due="then", rule=Rule.REVIEW_REQUEST)
        then = expected(expected(KNOWN), rule=Rule.REVIEW_REQUEST)
        assert engine.read(frame)["then"] == then

    @pytest.mark.parametrize("received", [[], [None], [None, None, None, None]])
    def test_nothing_gives_nothing(self, engine: Engine, received: Days) -> None:
        check(engine, received)

    def test_a_plan_is_not_run(self, lazy_engine: Engine) -> None:
        frame = with_deadlines(lazy_engine.failing(), projected="projected")
        with pytest.raises(Exception, match="it was run"):
            lazy_engine.read(frame)

    @pytest.mark.parametrize("how", ["in-memory", "streaming"])
    def test_a_polars_plan_may_be_run_in_any_way(self, how: Any, pl: Frame) -> None:  # noqa: ANN401
        frame = with_deadlines(pl.LazyFrame({"received": WHOLE["received"] * 20}))
        assert frame.collect(engine=how)["due"].to_list() == WHOLE["due"] * 20
        frame = with_deadlines(pl.LazyFrame({"received": OUTSIDE}))
        with pytest.raises(pl.exceptions.ComputeError, match=f"received: {OUTSIDE[0]} lies out"):
            frame.collect(engine=how)

    def test_a_polars_plan_may_hold_a_day_that_no_date_can(self, pl: Frame) -> None:
        days = pl.Series("received", [10_000_000], dtype=pl.Int32).cast(pl.Date)
        frame = with_deadlines(pl.LazyFrame({"received": days}))
        with pytest.raises(pl.exceptions.ComputeError, match="received: that day lies outside"):
            frame.collect()

    def test_a_filter_after_it_sees_the_last_days(self, pl: Frame) -> None:
        frame = with_deadlines(pl.LazyFrame({"received": KNOWN}))
        late = frame.filter(pl.col("due") >= date(2026, 7, 1)).collect()
        assert late["received"].to_list() == [date(2029, 1, 2), date(2026, 6, 12)]

    def test_a_polars_column_may_be_in_pieces(self, pl: Frame) -> None:
        pieces = [pl.DataFrame({"received": KNOWN}) for _ in range(3)]
        frame = with_deadlines(pl.concat(pieces, rechunk=False))
        assert frame["due"].to_list() == expected(KNOWN) * 3

    def test_a_pyarrow_column_keeps_its_pieces(self, pa: Frame) -> None:
        whole = pa.table({"received": KNOWN})
        frame = with_deadlines(pa.concat_tables([whole[1:4], whole[:0], whole[2:]]))
        assert [len(chunk) for chunk in frame["due"].chunks] == [3, 0, 4]
        assert frame["due"].to_pylist() == expected([*KNOWN[1:4], *KNOWN[2:]])
        assert with_deadlines(whole.slice(0, 0).select(["received"]))["due"].type == pa.date32()

    def test_a_pyarrow_table_keeps_its_metadata(self, pa: Frame) -> None:
        frame = pa.table({"received": KNOWN}).replace_schema_metadata({"from": "a council"})
        assert with_deadlines(frame).schema.metadata == {b"from": b"a council"}

    @pytest.mark.parametrize("kind", [Pandas, PandasObjects, PandasArrow])
    def test_pandas_keeps_the_index(self, kind: type[Pandas], pd: Frame) -> None:
        pairs = pd.MultiIndex.from_product([[1, 2], ["x", "y", "z"]])
        for index in (pd.Index(["b", "a", "b", "c", "c", "b"]), pairs):
            frame = kind().make(KNOWN).set_index(index)
            answer = with_deadlines(frame, projected="projected")
            pd.testing.assert_index_equal(answer.index, frame.index)
            assert kind().read(answer)["due"] == expected(KNOWN)

    def test_dask_keeps_its_divisions_and_its_index(self, cluster: object, pd: Frame) -> None:
        assert cluster
        dd = pytest.importorskip("dask.dataframe", reason="dask is not installed")
        index = pd.Index(list("abcdef"))
        frame = dd.from_pandas(Pandas().make(KNOWN).set_index(index), npartitions=2)
        answer = with_deadlines(frame)
        assert answer.divisions == frame.divisions
        assert list(answer.compute().index) == list("abcdef")

    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    def test_pandas_keeps_the_type_of_the_days(self, unit: str) -> None:
        kind = Pandas()
        kind.dtype = f"datetime64[{unit}]"
        answer = with_deadlines(kind.make(KNOWN), projected="projected")
        assert [str(answer.dtypes[name]) for name in ("due", "projected")] == [
            kind.dtype,
            "boolean",
        ]

    def test_pandas_backed_by_arrow_stays_so(self) -> None:
        answer = with_deadlines(PandasArrow().make(KNOWN), projected="projected")
        types = [str(answer.dtypes[name]) for name in ("due", "projected")]
        assert types == ["date32[day][pyarrow]", "bool[pyarrow]"]

    def test_objects_are_plain_dates(self, pd: Frame) -> None:
        pendulum = pytest.importorskip("pendulum")
        received = [pendulum.date(2023, 3, 24), None, float("nan"), pd.NaT, pd.NA]
        frame = with_deadlines(pd.DataFrame({"received": pd.Series(received, dtype=object)}))
        assert frame["due"].to_list() == [date(2023, 4, 25), None, None, None, None]
        assert type(frame["due"][0]) is date

    def test_the_type_of_a_plan_is_known_beforehand(self, lazy_engine: Engine) -> None:
        nw = pytest.importorskip("narwhals.stable.v2")
        frame = with_deadlines(lazy_engine.make(KNOWN), projected="projected")
        if isinstance(lazy_engine, Dask):
            frame = frame._meta  # noqa: SLF001
        schema = nw.from_native(frame).collect_schema()
        assert schema["due"] == schema["received"]
        assert schema["projected"] == nw.Boolean


class TestOutOfRange:
    """A day for which the calendar does not reach is an error or a null, never a date."""

    def test_the_edges_are_in_range(self, engine: Engine) -> None:
        read = engine.read(with_deadlines(engine.make([FIRST, LAST])))
        assert read["due"] == [due_date(FIRST), due_date(LAST)]
        with pytest.raises(CalendarRangeError):
            due_date(LAST + timedelta(days=1))

    @pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1)])
    def test_raise(self, engine: Engine, day: date) -> None:
        frame = engine.make([*KNOWN, day, date(2020, 1, 1)])
        if engine.lazy:
            frame = with_deadlines(frame)
        with pytest.raises(engine.error) as caught:
            engine.read(frame if engine.lazy else with_deadlines(frame))
        noted = "\n".join([str(caught.value), *getattr(caught.value, "__notes__", ())])
        assert str(day) in noted
        assert isinstance(caught.value, CalendarRangeError) or "received" in noted

    def test_raise_says_what_a_single_call_says(self, pa: Frame) -> None:
        for day in OUTSIDE[:2]:
            with pytest.raises(CalendarRangeError) as single:
                due_date(day)
            with pytest.raises(CalendarRangeError) as column:
                with_deadlines(pa.table({"received": [day]}))
            assert str(column.value) == str(single.value)
            assert column.value.__notes__ == [f"counting 20 working days from {day}"]

    def test_null(self, engine: Engine) -> None:
        received = [*KNOWN, *OUTSIDE]
        if isinstance(engine, Pandas) and engine.dtype == "datetime64[ns]":
            received = [*KNOWN, *OUTSIDE[:2]]
        frame = with_deadlines(
            engine.make(received), projected="projected", out_of_range=OutOfRange.NULL
        )
        nothing = [None] * (len(received) - len(KNOWN))
        read = engine.read(frame)
        assert read["received"] == received
        assert read["due"] == [*expected(KNOWN), *nothing]
        assert read["projected"] == [False, None, True, False, None, False, *nothing]

    @pytest.mark.parametrize("policy", OutOfRange)
    def test_no_day_wraps_around(self, policy: OutOfRange, np: Frame, pl: Frame) -> None:
        start = (FIRST - date(1970, 1, 1)).days
        for number in (-(2**31) + 1, 2**31 - 1, start - 2**31 + 1, -start, -1, 2**31 - start):
            series = pl.Series("received", [number], dtype=pl.Int32).cast(pl.Date)
            frame = pl.DataFrame([series])
            if policy is OutOfRange.RAISE:
                with pytest.raises(CalendarRangeError):
                    with_deadlines(frame, out_of_range=policy)
            else:
                assert with_deadlines(frame, out_of_range=policy)["due"].to_list() == [None]
        assert np.iinfo(np.int32).min == -(2**31)

    @pytest.mark.parametrize("policy", OutOfRange)
    def test_infinity_is_no_day(self, policy: OutOfRange) -> None:
        engine = DuckDB()
        for infinity in ("infinity", "-infinity"):
            relation = engine.connection.sql(f"SELECT DATE '{infinity}' AS received")
            frame = with_deadlines(relation, out_of_range=policy)
            if policy is OutOfRange.RAISE:
                with pytest.raises(engine.error, match="infinity, in the column received"):
                    engine.read(frame)
            else:
                assert engine.read(frame)["due"] == [None]

    @pytest.mark.parametrize("policy", ["raise", "null", None, True])
    def test_what_is_no_policy(self, policy: Any, np: Frame, pa: Frame) -> None:  # noqa: ANN401
        with pytest.raises(InvalidRecordError, match="expected a member of OutOfRange"):
            with_deadlines(pa.table({"received": KNOWN}), out_of_range=policy)
        with pytest.raises(InvalidRecordError, match="expected a member of OutOfRange"):
            deadlines_array(np.array([], "M8[D]"), out_of_range=policy)


class TestRefused:
    """A column that is no column of civil days is refused, and so is what is no frame."""

    MIDNIGHT = datetime(2023, 3, 24)
    NOON = datetime(2023, 3, 24, 12)
    ZONED = datetime(2023, 3, 24, tzinfo=dt.UTC)

    @pytest.mark.parametrize("value", [MIDNIGHT, NOON, ZONED, "2023-03-24", 19440, 1.5, None])
    def test_polars(self, value: object, pl: Frame) -> None:
        for frame in (pl.DataFrame({"received": [value]}), pl.LazyFrame({"received": [value]})):
            with pytest.raises(InvalidRecordError, match="expected a column of dates"):
                with_deadlines(frame)

    @pytest.mark.parametrize("value", [MIDNIGHT, NOON, ZONED, "2023-03-24", 19440, 1.5, None])
    def test_pyarrow(self, value: object, pa: Frame) -> None:
        with pytest.raises(InvalidRecordError, match="expected a column of dates"):
            with_deadlines(pa.table({"received": [value]}))
        with pytest.raises(InvalidRecordError, match="expected a column of dates"):
            with_deadlines(pa.table({"received": pa.array([self.MIDNIGHT], pa.date64())}))

    @pytest.mark.parametrize(
        "value",
        [
            "TIMESTAMP '2023-03-24 00:00'",
            "TIMESTAMPTZ '2023-03-24 00:00+00'",
            "'2023-03-24'",
            "19440",
            "NULL",
        ],
    )
    def test_duckdb(self, value: str) -> None:
        relation = DuckDB().connection.sql(f"SELECT {value} AS received")
        with pytest.raises(InvalidRecordError, match="expected a column of dates"):
            with_deadlines(relation)

    @pytest.mark.parametrize(
        "value", ["TIMESTAMP '2023-03-24'", "TIMESTAMP_NTZ '2023-03-24'", "'2023-03-24'", "19440"]
    )
    def test_pyspark(self, value: str, spark: Frame) -> None:
        frame = spark.sql(f"SELECT {value} AS received")
        with pytest.raises(InvalidRecordError, match="expected a column of dates"):
            with_deadlines(frame)

    @pytest.mark.parametrize(
        ("value", "dtype"),
        [
            (MIDNIGHT, "datetime64[ns, UTC]"),
            (MIDNIGHT, "datetime64[us, Europe/London]"),
            (NOON, "datetime64[s]"),
            (NOON, "datetime64[ns]"),
            (MIDNIGHT, "timestamp[us][pyarrow]"),
            (MIDNIGHT, "category"),
            ("2023-03-24", "str"),
            ("2023-03-24", "category"),
            (19440, "int64"),
            (1.5, "float64"),
            (None, "float64"),
            (True, "bool"),
            (timedelta(days=1), "timedelta64[s]"),
        ],
    )
    def test_pandas_type(self, value: object, dtype: str, pd: Frame) -> None:
        if "pyarrow" in dtype:
            pytest.importorskip("pyarrow", reason="pyarrow is not installed")
        series = pd.Series([value, value])
        if "UTC" in dtype or "Europe" in dtype:
            series = series.dt.tz_localize("UTC")
        frame = pd.DataFrame({"received": series.astype(dtype)})
        with pytest.raises(InvalidRecordError, match="expected a column of dates"):
            with_deadlines(frame)

    def test_pandas_says_which_time_of_day(self, pd: Frame) -> None:
        frame = pd.DataFrame({"received": [pd.NaT, self.MIDNIGHT, self.NOON]})
        with pytest.raises(InvalidRecordError, match="a time of day, 2023-03-24T12:00:00"):
            with_deadlines(frame)

    @pytest.mark.parametrize(
        "value", [MIDNIGHT, ZONED, "2023-03-24", "", 19440, True, 1.5, [date(2023, 3, 24)], ()]
    )
    def test_pandas_object(self, value: object, pd: Frame) -> None:
        frame = pd.DataFrame({"received": pd.Series([None, value], dtype=object)})
        with pytest.raises(InvalidRecordError, match=r"expected a datetime\.date"):
            with_deadlines(frame)

    def test_pandas_timestamp(self, pd: Frame) -> None:
        frame = pd.DataFrame({"received": pd.Series([pd.Timestamp(2023, 3, 24)], dtype=object)})
        with pytest.raises(InvalidRecordError, match=r"expected a datetime\.date"):
            with_deadlines(frame)

    def test_dask(self, cluster: object, pd: Frame) -> None:
        assert cluster
        dd = pytest.importorskip("dask.dataframe", reason="dask is not installed")
        zoned = pd.Series([self.ZONED, self.ZONED])
        for received in (zoned, pd.Series(["2023-03-24"]), pd.Series([19440])):
            frame = dd.from_pandas(pd.DataFrame({"received": received}), npartitions=1)
            with pytest.raises(InvalidRecordError, match="expected a column of dates"):
                with_deadlines(frame)
        frame = dd.from_pandas(pd.DataFrame({"received": [self.NOON] * 2}), npartitions=1)
        answer = with_deadlines(frame)
        with pytest.raises(InvalidRecordError, match="with a time of day"):
            answer.compute()

    def test_a_column_that_is_not_there(self, engine: Engine) -> None:
        with pytest.raises(InvalidRecordError, match=r"columns: number, received, text"):
            with_deadlines(engine.make(KNOWN), "Received")

    @pytest.mark.parametrize(
        ("due", "projected"),
        [("received", None), ("text", None), ("due", "text"), ("due", "due"), ("number", "x")],
    )
    def test_a_name_that_is_taken(self, engine: Engine, due: str, projected: str | None) -> None:
        with pytest.raises(InvalidRecordError, match="there is a column of that name already"):
            with_deadlines(engine.make(KNOWN), due=due, projected=projected)

    def test_a_name_that_differs_only_in_capitals(self, engine: Engine) -> None:
        if isinstance(engine, DuckDB | Spark):
            with pytest.raises(InvalidRecordError, match="there is a column of that name"):
                with_deadlines(engine.make(KNOWN), due="Text")
            with pytest.raises(InvalidRecordError, match="there is a column of that name"):
                with_deadlines(engine.make(KNOWN), due="new", projected="NEW")
        else:
            frame = with_deadlines(engine.make(KNOWN), due="Text", projected="TEXT")
            assert engine.read(frame)["Text"] == expected(KNOWN)

    def test_what_is_no_frame(self, np: Frame, pd: Frame, pl: Frame) -> None:
        nw = pytest.importorskip("narwhals")
        frame = pl.DataFrame({"received": KNOWN})
        for wrong in (
            None,
            {"received": KNOWN},
            np.array(KNOWN, "M8[D]"),
            pd.Series(KNOWN),
            frame["received"],
            nw.from_native(frame),
            nw.from_native(frame.lazy()),
            nw.from_native(frame["received"], series_only=True),
        ):
            with pytest.raises(InvalidRecordError, match="expected a frame of polars, pandas"):
                with_deadlines(wrong)

    @pytest.mark.parametrize(
        ("rule", "regime"),
        [(Rule.OWN_WINDOW, Regime.FOIA), ("response", Regime.FOIA), (Rule.RESPONSE, "FOIA")],
    )
    def test_what_is_no_limit(self, rule: Any, regime: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidRecordError, match="there is no such limit"):
            deadline_table(rule=rule, regime=regime)

    def test_a_limit_in_other_units(self, monkeypatch: pytest.MonkeyPatch, pa: Frame) -> None:
        weeks = TimeLimit(
            rule=Rule.OWN_WINDOW,
            regime=Regime.FOIA,
            title="complain",
            length=6,
            unit=Unit.WEEKS,
            counted_from="the day of the answer",
            kind=LimitKind.REGULATOR,
            cites=(Citation.parse("50(2)"),),
        )
        monkeypatch.setitem(limits.LIMITS, (Rule.OWN_WINDOW, Regime.FOIA), weeks)
        with pytest.raises(InvalidRecordError, match="counted in weeks, not working days"):
            with_deadlines(pa.table({"received": KNOWN}), rule=Rule.OWN_WINDOW)


class TestTable:
    """The table to join with has every day for which an answer can be told."""

    def test_it_says_what_single_calls_say(self) -> None:
        table = deadline_table(regime=Regime.EIR, rule=Rule.REVIEW_ANSWER)
        singles = [
            deadline(day, regime=Regime.EIR, rule=Rule.REVIEW_ANSWER)
            for day in table["received"][::97]
        ]
        assert table["due"][::97] == [single.due for single in singles]
        assert table["projected"][::97] == [single.projected for single in singles]

    def test_it_has_every_day(self) -> None:
        received = WHOLE["received"]
        assert received == [FIRST + timedelta(days=number) for number in range(len(received))]
        with pytest.raises(CalendarRangeError):
            due_date(LAST + timedelta(days=1))
        assert set(WHOLE["projected"]) == {False, True}

    @given(start=known_days, end=known_days)
    def test_it_can_be_a_part(self, start: date, end: date) -> None:
        if end < start:
            with pytest.raises(InvalidRecordError, match=f"expected {start} or later"):
                deadline_table(start, end)
            return
        first, last = ((day - FIRST).days for day in (start, end))
        assert deadline_table(start, end) == {
            name: values[first : last + 1] for name, values in WHOLE.items()
        }

    @pytest.mark.parametrize("day", OUTSIDE)
    def test_a_day_out_of_range(self, day: date) -> None:
        with pytest.raises(CalendarRangeError):
            deadline_table(start=day)
        with pytest.raises(CalendarRangeError):
            deadline_table(end=day)

    def test_what_is_no_day(self) -> None:
        with pytest.raises(InvalidRecordError, match=r"deadline_table\.start"):
            deadline_table(datetime(2023, 3, 24))
        wrong: Any = "2023-03-24"
        with pytest.raises(InvalidRecordError, match=r"deadline_table\.end"):
            deadline_table(end=wrong)

    def test_as_a_frame(self, pd: Frame, pl: Frame, pa: Frame) -> None:
        plain = deadline_table(date(2026, 5, 1), date(2026, 5, 31))
        frame = deadline_table(date(2026, 5, 1), date(2026, 5, 31), backend="polars")
        assert frame.schema == {"received": pl.Date, "due": pl.Date, "projected": pl.Boolean}
        assert frame.to_dict(as_series=False) == plain
        frame = deadline_table(date(2026, 5, 1), date(2026, 5, 31), backend="pyarrow")
        assert frame.schema.types == [pa.date32(), pa.date32(), pa.bool_()]
        assert frame.to_pydict() == plain
        frame = deadline_table(date(2026, 5, 1), date(2026, 5, 31), backend="pandas")
        assert list(map(str, frame.dtypes)) == ["datetime64[s]", "datetime64[s]", "bool"]
        assert Pandas().read(frame) == plain
        assert isinstance(frame, pd.DataFrame)

    def test_joined_it_is_the_same(self, engine: Engine, pd: Frame) -> None:
        frame = engine.make([day for day in KNOWN if day])
        if isinstance(frame, pd.DataFrame):
            table = deadline_table(backend="pandas")
            frame["received"] = frame["received"].astype("datetime64[s]")
            joined = frame.merge(table, on="received", how="left")
            assert Pandas().read(joined)["due"] == expected([day for day in KNOWN if day])

    def test_what_is_no_backend(self) -> None:
        wrong: Any = "duckdb"
        with pytest.raises(InvalidRecordError, match="expected 'pandas', 'polars' or 'pyarrow'"):
            deadline_table(backend=wrong)


class TestArray:
    """An array of days is answered like a column."""

    @given(received=columns)
    def test_it_says_what_single_calls_say(self, received: Days, np: Frame) -> None:
        answer = deadlines_array(np.array(received, "M8[D]"))
        assert answer.dtype == np.dtype("M8[D]")
        assert answer.tolist() == expected(received)

    def test_long_arrays(self, np: Frame) -> None:
        table = deadline_table(regime=Regime.FOISA)
        received = np.array(table["received"] * 12, "M8[D]")
        answer = deadlines_array(received, regime=Regime.FOISA)
        assert answer.tolist() == table["due"] * 12
        received[100_000] = np.datetime64(FIRST - timedelta(days=1))
        with pytest.raises(CalendarRangeError, match=str(FIRST - timedelta(days=1))):
            deadlines_array(received)
        answer = deadlines_array(received, out_of_range=OutOfRange.NULL)
        assert np.flatnonzero(np.isnat(answer)).tolist() == [100_000]

    @given(
        numbers=st.lists(
            st.one_of(
                st.integers(-(2**63), 2**63 - 1),
                st.integers(10_900, 22_300),
                st.sampled_from([-(2**63), 2**63 - 1, 10_957 - 2**63, -1, 0]),
            ),
            min_size=1,
            max_size=20,
        )
    )
    def test_no_day_wraps_around(self, numbers: list[int], np: Frame) -> None:
        received = np.array(numbers, np.int64).view("M8[D]")
        first, last = ((day - date(1970, 1, 1)).days for day in (FIRST, LAST))
        answer = deadlines_array(received, out_of_range=OutOfRange.NULL)
        due = expected(
            [
                date(1970, 1, 1) + timedelta(days=number) if first <= number <= last else None
                for number in numbers
            ]
        )
        assert answer.tolist() == due
        fine = all(first <= number <= last or number == -(2**63) for number in numbers)
        with contextlib.nullcontext() if fine else pytest.raises(CalendarRangeError):
            assert deadlines_array(received).tolist() == due

    def test_its_shape_stays(self, np: Frame) -> None:
        days = np.array([KNOWN, KNOWN[::-1]], "M8[D]")
        for received in (days, days.T, days[:, ::2], days[:0], days[0, 0, ...]):
            before = received.copy()
            answer = deadlines_array(received)
            assert isinstance(answer, np.ndarray)
            assert answer.shape == received.shape
            assert answer.reshape(-1).tolist() == expected(received.reshape(-1).tolist())
            assert np.array_equal(received, before, equal_nan=True)

    def test_bytes_in_another_order(self, np: Frame) -> None:
        received = np.array(KNOWN, "M8[D]")
        swapped = received.astype(received.dtype.newbyteorder())
        assert deadlines_array(swapped).tolist() == expected(KNOWN)

    def test_read_only(self, np: Frame) -> None:
        received = np.array(KNOWN, "M8[D]")
        received.flags.writeable = False
        assert deadlines_array(received).tolist() == expected(KNOWN)

    @pytest.mark.parametrize("kind", ["M8[s]", "M8[ns]", "M8[M]", "M8[2D]", "M8", "m8[D]", "O"])
    def test_another_type(self, kind: str, np: Frame) -> None:
        with pytest.raises(InvalidRecordError, match=r"expected a numpy array of datetime64\[D\]"):
            deadlines_array(np.array([], kind))

    def test_what_is_no_plain_array(self, np: Frame) -> None:
        days = np.array(KNOWN, "M8[D]")
        wrong: Any
        for wrong in (np.ma.masked_array(days, np.isnat(days)), KNOWN, days[0], None):
            with pytest.raises(InvalidRecordError, match="with NaT where a day is not known"):
                deadlines_array(wrong)


class TestWhatIsMissing:
    """Whoever has no narwhals or no numpy is told how to get them."""

    @pytest.mark.parametrize("module", ["narwhals", "numpy"])
    def test_it_says_so(
        self, module: str, monkeypatch: pytest.MonkeyPatch, np: Frame, pa: Frame
    ) -> None:
        frame, days = pa.table({"received": KNOWN}), np.array(KNOWN, "M8[D]")
        for name in [name for name in sys.modules if name.split(".")[0] == module]:
            monkeypatch.setitem(sys.modules, name, None)
        said = rf"needs {module}: pip install 'foiprevent\[frames\]'"
        with pytest.raises(ImportError, match=said) as caught:
            with_deadlines(frame)
        assert caught.value.name == module
        with pytest.raises(ImportError, match=said):
            deadline_table(backend="pyarrow")
        assert deadline_table()["received"][0] == FIRST
        if module == "numpy":
            with pytest.raises(ImportError, match=said):
                deadlines_array(days)
        else:
            assert deadlines_array(days).tolist() == expected(KNOWN)

    def test_importing_the_module_loads_none_of_them(self) -> None:
        import subprocess

        script = (
            "import sys, foiprevent.frames; "
            "print(sorted({'narwhals', 'numpy', 'polars', 'pandas', 'pyarrow', 'duckdb', 'dask', "
            "'pyspark', 'pendulum', 'cattrs'} & set(sys.modules)))"
        )
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", script], check=True, capture_output=True, text=True
        )
        assert done.stdout == "[]\n"


def test_errors_reach_another_process() -> None:
    with pytest.raises(CalendarRangeError) as caught:
        deadline_table(start=OUTSIDE[0])
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301
