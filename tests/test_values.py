"""What the domain classes share: days made plain, lists made tuples, and the rest refused."""

from __future__ import annotations

import copy
import enum
import pickle
from datetime import UTC, date, datetime
from importlib.metadata import version
from typing import Any, NamedTuple

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent._provenance import LawAsAt, LawBasis, library_version
from foiprevent._values import (
    NONE,
    as_tuple,
    day,
    not_empty,
    one_of,
    optional_day,
    plain_day,
    tuple_of,
)
from foiprevent.errors import InvalidRecordError

TODAY = date(2023, 5, 24)
WRONG_DAYS: tuple[Any, ...] = (
    datetime(2023, 5, 24),
    datetime(2023, 5, 24, tzinfo=UTC),
    pendulum.datetime(2023, 5, 24),
    "2023-05-24",
    20230524,
    True,
)


class _Subclass(date):
    """A date of another library's."""


class _Name(str):
    __slots__ = ()


class _Kind(enum.StrEnum):
    ONE = "one"


class _Pair(NamedTuple):
    one: str
    other: str


@attrs.frozen(kw_only=True)
class _Record:
    """One field for each of the validators."""

    name: str = attrs.field(default="name", validator=(one_of(str), not_empty))
    number: int | None = attrs.field(default=None, validator=one_of(int, NONE))
    on: date = attrs.field(default=TODAY, converter=day, validator=one_of(date))
    by: date | None = attrs.field(
        default=None, converter=optional_day, validator=one_of(date, NONE)
    )
    parts: tuple[str | int, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(str, int)
    )


def refused(**values: Any) -> InvalidRecordError:  # noqa: ANN401
    with pytest.raises(InvalidRecordError) as caught:
        _Record(**values)
    (name,) = values
    assert caught.value.field == f"_Record.{name}"
    return caught.value


class TestDays:
    """A day is a plain date; which civil day a datetime falls on is a question of its own."""

    @given(st.dates())
    def test_a_subclass_is_made_plain(self, value: date) -> None:
        parts = (value.year, value.month, value.day)
        for other in (value, pendulum.date(*parts), _Subclass(*parts)):
            for found in (day(other), optional_day(other), plain_day(other, "field")):
                assert type(found) is date
                assert found == value
        record = _Record(on=_Subclass(*parts), by=pendulum.date(*parts))
        assert record == _Record(on=value, by=value)
        assert (type(record.on), type(record.by)) == (date, date)

    @pytest.mark.parametrize("wrong", WRONG_DAYS)
    def test_anything_else_is_left_for_the_validator(self, wrong: Any) -> None:  # noqa: ANN401
        assert day(wrong) is wrong
        assert optional_day(wrong) is wrong
        with pytest.raises(InvalidRecordError, match=r"expected a datetime\.date") as caught:
            plain_day(wrong, "due_date.received")
        assert caught.value.field == "due_date.received"
        assert caught.value.value is wrong

    @pytest.mark.parametrize("wrong", WRONG_DAYS)
    @pytest.mark.parametrize("name", ["on", "by"])
    def test_and_refused_there(self, name: str, wrong: object) -> None:
        error = refused(**{name: wrong})
        assert error.value is wrong
        assert error.reason == (
            "expected a datetime.date (of a datetime, say which civil day in London it fell on)"
        )

    def test_an_unknown_day(self) -> None:
        assert optional_day(None) is None
        assert _Record(by=None).by is None
        refused(on=None)
        nothing: Any = None
        assert day(nothing) is None
        with pytest.raises(InvalidRecordError):
            plain_day(nothing, "field")


class TestTypes:
    """A field takes exactly its types: a bool is no int, and a text no member of an enum."""

    @pytest.mark.parametrize("wrong", [True, False, "7", 7.0, _Kind.ONE])
    def test_a_number(self, wrong: object) -> None:
        error = refused(number=wrong)
        assert error.reason == "expected int or None"
        assert str(error) == f"_Record.number cannot be {wrong!r}: expected int or None"
        assert _Record(number=7).number == 7

    @pytest.mark.parametrize("wrong", [7, None, b"name", _Kind.ONE, _Name("name")])
    def test_a_text(self, wrong: object) -> None:
        assert refused(name=wrong).reason == "expected str"

    def test_an_empty_text(self) -> None:
        error = refused(name="")
        assert (error.value, error.reason) == ("", "must not be empty")
        assert _Record(name=" ").name == " "


class TestTuples:
    """A list is taken for a tuple; nothing else that can be gone through is."""

    def test_a_list(self) -> None:
        assert as_tuple(["one", 2]) == ("one", 2)
        assert _Record(parts=["one", 2]).parts == ("one", 2)
        assert _Record(parts=[]).parts == ()

    def test_a_list_changed_afterwards_changes_nothing(self) -> None:
        parts: Any = ["one"]
        record = _Record(parts=parts)
        parts.append("two")
        assert record.parts == ("one",)

    def test_a_tuple_is_left_as_it_is(self) -> None:
        pair = _Pair(one="one", other="two")
        assert as_tuple(pair) is pair
        assert _Record(parts=pair).parts == ("one", "two")

    @pytest.mark.parametrize("wrong", ["one", {"one"}, {"one": 2}, 7, None, iter(("one",))])
    def test_what_is_no_tuple(self, wrong: Any) -> None:  # noqa: ANN401
        assert as_tuple(wrong) is wrong
        error = refused(parts=wrong)
        assert error.value is wrong
        assert error.reason == "expected a tuple"

    @pytest.mark.parametrize("wrong", [True, None, 7.0, ("one",), _Kind.ONE])
    def test_a_wrong_member(self, wrong: object) -> None:
        error = refused(parts=("one", wrong))
        assert error.value is wrong
        assert error.reason == "expected str or int"


class TestLawAsAt:
    """An answer says as at which day the law was read, and why that day."""

    @pytest.mark.parametrize(
        ("basis", "text"),
        [
            (LawBasis.DEALT_WITH, "2023-05-24 (the day the request was dealt with)"),
            (LawBasis.RECEIVED, "2023-05-24 (the day the request was received)"),
            (LawBasis.ASKED, "2023-05-24 (the day asked for)"),
            (LawBasis.LAST_KNOWN, "2023-05-24 (the law as last known)"),
        ],
    )
    def test_it_says_why(self, basis: LawBasis, text: str) -> None:
        assert str(LawAsAt(day=TODAY, basis=basis)) == text

    def test_every_basis_is_here(self) -> None:
        assert len(LawBasis) == 4

    def test_its_day_is_plain(self) -> None:
        law = LawAsAt(day=pendulum.date(2023, 5, 24), basis=LawBasis.ASKED)
        assert type(law.day) is date
        assert law == LawAsAt(day=TODAY, basis=LawBasis.ASKED)

    @pytest.mark.parametrize(
        ("field", "values"),
        [
            ("day", {"day": datetime(2023, 5, 24), "basis": LawBasis.ASKED}),
            ("day", {"day": None, "basis": LawBasis.ASKED}),
            ("basis", {"day": TODAY, "basis": "the day asked for"}),
        ],
    )
    def test_what_is_none(self, field: str, values: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidRecordError) as caught:
            LawAsAt(**values)
        assert caught.value.field == f"LawAsAt.{field}"

    def test_it_is_a_value(self) -> None:
        law = LawAsAt(day=TODAY, basis=LawBasis.DEALT_WITH)
        again = pickle.loads(pickle.dumps(law))  # noqa: S301
        for other in (again, copy.copy(law), copy.deepcopy(law), attrs.evolve(law)):
            assert other == law
            assert hash(other) == hash(law)
        assert law != LawAsAt(day=TODAY, basis=LawBasis.RECEIVED)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            law.day = TODAY  # type: ignore[misc]


class TestLibraryVersion:
    """An answer says which release of the library worked it out."""

    def test_it_is_that_of_the_installed_one(self) -> None:
        assert library_version() == version("foiprevent")
        assert library_version() is library_version()
