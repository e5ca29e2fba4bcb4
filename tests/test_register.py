"""A converter of another project can carry the types of a case."""

from __future__ import annotations

import dataclasses
import enum
import importlib
import json
from collections.abc import Callable
from datetime import date
from typing import Any, Literal

import attrs
import pytest
from cattrs import Converter
from cattrs.errors import ClassValidationError
from cattrs.preconf.json import make_converter
from hypothesis import given

from foiprevent import Case, Citation, Fault, Outcome, Source, SourceKind, casebook, dumps
from foiprevent.cases import QuestionScope, Scope, ScopeNotStated, WholeRequest, events
from foiprevent.cases.events import Event
from foiprevent.codec import MAX_FAULTS, faults, register
from foiprevent.codec._registering import is_sum
from foiprevent.strategies import cases


class Colour(enum.Enum):
    RED = 1


@attrs.frozen
class File:
    """Somebody else's record."""

    number: int
    opened: date
    colour: Colour
    case: Case
    cited: list[Citation]
    source: Source | None = None
    scope: Scope | None = None
    steps: tuple[Event, ...] = ()


@attrs.frozen
class Note:
    """Somebody else's note."""

    cited: Citation


@dataclasses.dataclass
class Plain:
    """The same in another dialect."""

    cited: Citation


BARNET = casebook.load("barnet-data-sharing")
SCOPE: Any = Scope
SCOPE_OR_NONE: Any = Scope | None
FILE = File(
    number=1,
    opened=date(2023, 3, 23),
    colour=Colour.RED,
    case=BARNET,
    cited=[Citation.parse("24(2)")],
    source=Source(kind=SourceKind.LETTER, text="a letter"),
    scope=WholeRequest(),
    steps=(events.Withdrawn(on=date(2023, 3, 24)),),
)


@pytest.fixture(params=["plain", "for json", "not detailed"])
def converter(request: pytest.FixtureRequest) -> Converter:
    made: dict[str, Any] = {
        "plain": Converter,
        "for json": make_converter,
        "not detailed": lambda: Converter(detailed_validation=False),
    }
    one: Converter = made[request.param]()
    return register(one)


class TestAConverter:
    def test_carries_a_case_in_a_record_of_its_own(self, converter: Converter) -> None:
        converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
        converter.register_unstructure_hook(date, date.isoformat)
        plain = converter.unstructure(FILE)
        document = json.loads(json.dumps(plain))
        assert document["case"] == {
            key: value for key, value in json.loads(dumps(BARNET)).items() if key != "format"
        }
        assert document["cited"] == ["FOIA s.24(2)"]
        assert document["scope"] == {"kind": "whole request"}
        assert document["colour"] == 1
        assert converter.structure(document, File) == FILE

    def test_leaves_what_is_not_ours_as_it_was(self) -> None:
        ours, plain = register(Converter()), Converter()
        for value in (date(2023, 1, 2), Colour.RED, "x", 1, (1, 2)):
            assert ours.unstructure(value) == plain.unstructure(value)
        assert ours.structure("7", int) == 7
        assert ours.unstructure(Outcome.DISCLOSED) == "disclosed"

    @pytest.mark.parametrize("name", ["json", "orjson", "msgspec"])
    def test_made_for_a_library_carries_it_as_text(self, name: str) -> None:
        pytest.importorskip(name)
        preconf = importlib.import_module(f"cattrs.preconf.{name}")
        made = register(preconf.make_converter())
        assert made.loads(made.dumps(FILE), File) == FILE

    @given(case=cases())
    def test_carries_any_case(self, case: Case) -> None:
        made = register(Converter())
        assert made.structure(made.unstructure(case), Case) == case


class TestSums:
    """Types that are told apart by their kind."""

    @pytest.mark.parametrize("kind", [WholeRequest, SCOPE, SCOPE_OR_NONE, WholeRequest | None])
    def test_come_back(self, converter: Converter, kind: Any) -> None:  # noqa: ANN401
        written = converter.unstructure(WholeRequest())
        assert written == {"kind": "whole request"}
        assert converter.structure(written, kind) == WholeRequest()

    @pytest.mark.parametrize("kind", [WholeRequest, ScopeNotStated | QuestionScope])
    def test_are_strict(self, converter: Converter, kind: Any) -> None:  # noqa: ANN401
        with pytest.raises(ClassValidationError) as caught:
            converter.structure({"kind": "whole requests"}, kind)
        (fault,) = faults(caught.value)
        assert fault.path == "$.kind"

    def test_may_be_nothing_where_it_says_so(self, converter: Converter) -> None:
        assert converter.structure(None, SCOPE_OR_NONE) is None
        with pytest.raises(Exception, match="expected an object, found null"):
            converter.structure(None, SCOPE)

    @pytest.mark.parametrize(
        "kind",
        [
            tuple[WholeRequest, ScopeNotStated],
            dict[WholeRequest, ScopeNotStated],
            Literal[1, 2],
            Callable[[int], str],
            int | None,
            int | str,
        ],
    )
    def test_nothing_else_is_one(self, kind: object) -> None:
        assert not is_sum(kind)


class TestFaults:
    def test_each_has_its_path_from_the_records_root(self) -> None:
        made = register(make_converter())
        document = made.unstructure(FILE)
        document["case"]["authority"]["name"] = 7
        document["case"]["request"]["more"] = None
        document["cited"] = ["s.24(2)", "FOIA s.24(2)"]
        document["scope"] = {"kind": "none"}
        del document["number"]
        with pytest.raises(ClassValidationError) as caught:
            made.structure(document, File)
        found = {fault.path: fault.message for fault in faults(caught.value)}
        assert found.pop("$") == "lacks 'number', which is required"
        assert found.pop("$.case.authority.name") == "expected a text, found the number 7"
        assert found.pop("$.case.request.more").startswith("no such key")
        assert "its canonical form is" in found.pop("$.cited[0]")
        assert "whole request" in found.pop("$.scope.kind")
        assert found == {}

    def test_of_an_error_of_the_projects_own(self) -> None:
        assert faults(ValueError("not today")) == (Fault("$", "not today"),)
        assert faults(KeyError("x")) == (Fault("$", "'x'"),)

    def test_there_are_not_too_many(self) -> None:
        made = register(Converter())
        with pytest.raises(BaseExceptionGroup) as caught:
            made.structure([7] * (MAX_FAULTS + 10), list[Citation])
        *found, last = faults(caught.value)
        assert len(found) == MAX_FAULTS
        assert last == Fault("$", "more than 1000 faults: the rest is left out")

    def test_of_keys_that_a_record_of_the_projects_own_does_not_know(self) -> None:
        made = register(Converter(forbid_extra_keys=True))
        with pytest.raises(ClassValidationError) as caught:
            made.structure({"cited": "FOIA s.24(2)", "more": 1}, Note)
        assert faults(caught.value) == (Fault("$.more", "no such key: expected one of 'cited'"),)
        with pytest.raises(ClassValidationError) as caught:
            made.structure({"cited": "FOIA s.24(2)", "more": 1}, Plain)
        assert faults(caught.value) == (Fault("$.more", "no such key"),)

    def test_a_key_error_of_another_kind_is_no_missing_key(self) -> None:
        made = register(Converter())
        made.register_structure_hook(Colour, lambda value, _: {"red": Colour.RED}[value])
        with pytest.raises(BaseExceptionGroup) as caught:
            made.structure(["blue"], list[Colour])
        assert faults(caught.value) == (Fault("$[0]", "'blue'"),)
