"""A converter of another project can carry the types of a case."""

from __future__ import annotations

import enum
import json
from datetime import date
from typing import Any

import attrs
import pytest
from cattrs import Converter
from cattrs.errors import ClassValidationError
from cattrs.preconf.json import make_converter
from hypothesis import given

from foiprevent import Case, Citation, Fault, Outcome, Source, SourceKind, casebook, dumps
from foiprevent.cases import Scope, WholeRequest, events
from foiprevent.cases.events import Event
from foiprevent.codec import MAX_FAULTS, faults, register
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


BARNET = casebook.load("barnet-data-sharing")
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

    @given(case=cases())
    def test_carries_any_case(self, case: Case) -> None:
        made = register(Converter())
        assert made.structure(made.unstructure(case), Case) == case


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
        assert len(faults(caught.value)) == MAX_FAULTS
