"""JSON Schema says of a document what reading says of it, so far as it can."""

from __future__ import annotations

import contextlib
import copy
import json
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from foiprevent import Audit, Case, CodecError, InvalidRecordError, audit, casebook, dumps, loads
from foiprevent.codec import json_schema, to_json
from foiprevent.strategies import cases, days, lawful_cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

ROOT: Final = Path(__file__).parent.parent
CASE: Final = Draft202012Validator(json_schema())
AUDIT: Final = Draft202012Validator(json_schema(Audit))

tool = import_module("schema")


class TestTheSchemas:
    @pytest.mark.parametrize("of", [Case, Audit])
    def test_are_schemas(self, of: type) -> None:
        Draft202012Validator.check_schema(json_schema(of))

    @pytest.mark.parametrize("name", ["case.schema.json", "audit.schema.json"])
    def test_are_committed_as_they_are_made(self, name: str) -> None:
        assert (ROOT / "schema" / name).read_text(encoding="utf-8") == tool.texts()[name]

    @pytest.mark.parametrize("of", [Case, Audit])
    def test_describe_every_field(self, of: type) -> None:
        for name, one in json_schema(of)["$defs"].items():
            if "enum" not in one:
                fields = {key for key in one["properties"] if key != "kind"}
                told = {key for key in fields if "description" in one["properties"][key]}
                assert told == fields, name
            assert one["description"]

    def test_of_another_type(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            json_schema(str)
        error = caught.value
        assert (error.field, error.value) == ("json_schema.of", str)
        assert error.reason == "expected Case or Audit"

    def test_a_caller_may_change_what_it_is_given(self) -> None:
        json_schema()["properties"].clear()
        assert json_schema()["properties"]


class TestTheTool:
    def test_says_what_is_stale(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(tool, "FOLDER", tmp_path / "schema")
        assert tool.main(["--check"]) == 1
        assert "case.schema.json is not what" in capsys.readouterr().out
        assert tool.main([]) == 0
        assert "2 written" in capsys.readouterr().out
        assert tool.main(["--check"]) == 0


class TestWhatIsWritten:
    @pytest.mark.parametrize("name", casebook.names())
    def test_of_the_casebook(self, name: str) -> None:
        case = casebook.load(name)
        CASE.validate(json.loads(dumps(case)))
        AUDIT.validate(to_json(audit(case)))

    @given(case=cases() | lawful_cases(), on=st.none() | days())
    def test_of_any_case(self, case: Case, on: date | None) -> None:
        CASE.validate(json.loads(dumps(case)))
        AUDIT.validate(json.loads(json.dumps(to_json(audit(case, on=on)))))


def places(value: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield way
    members: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list)
        else ()
    )  # fmt: skip
    for step, member in members:
        yield from places(member, (*way, step))


OTHERS: Final[tuple[Any, ...]] = (
    None,
    True,
    0,
    7,
    2.5,
    "",
    "x",
    "2023-02-30",
    "FOIA s.24(02)",
    [],
    {},
    [[]],
)


class TestWhatIsRefused:
    """Where reading refuses, the schema does; but for what it cannot say."""

    BEYOND: Final = (
        "each question needs a key of its own",
        "no such day",
        "its canonical form",
        "such as 'FOIA s.24(2)'",  # a citation the pattern lets through and parsing does not
    )

    @pytest.mark.parametrize(
        ("place", "value", "valid"),
        [
            ("length", 0, False),
            ("length", 1, True),
            ("length", 1000, True),
            ("length", 1001, False),
            ("length", True, False),
            ("offered", "Offered", False),
            ("unit", None, False),
            ("contact", "", True),
            ("other", None, False),
        ],
    )
    def test_a_review_route(self, place: str, value: object, *, valid: bool) -> None:
        route = {"offered": "offered", "unit": "days", "length": 7, place: value}
        self.agree({"review_route": route}, valid=valid)

    @pytest.mark.parametrize(
        ("value", "valid"),
        [
            ("2024-02-29", True),
            ("2024-2-29", False),
            ("2024-13-01", False),
            ("2024-01-32", False),
            ("20240229", False),
            ("2024-W09-4", False),
            ("2024-02-29\n", False),
            ("2024-02-29T00:00", False),
            (20240229, False),
        ],
    )
    def test_a_day(self, value: object, *, valid: bool) -> None:
        self.agree({"sent": value}, valid=valid)

    @pytest.mark.parametrize(
        ("value", "valid"),
        [
            ("FOIA s.24(2)", True),
            ("EIR reg.12(5)(b)", True),
            ("FOISA s.38(1)(b)", True),
            ("FOIA s.22A", True),
            ("s.24(2)", False),
            ("FOIA s.24 (2)", False),
            ("FOIA reg.24", False),
            ("FOIA s.24(2), 31", False),
            ("", False),
        ],
    )
    def test_a_citation(self, value: str, *, valid: bool) -> None:
        reliance = {"cited_as": "so it says", "citation": value}
        self.agree({"reliances": [reliance]}, valid=valid)

    @pytest.mark.parametrize(
        ("value", "valid"),
        [
            ({"kind": "questions", "keys": ["1"]}, True),
            ({"kind": "questions", "keys": []}, False),
            ({"kind": "questions"}, False),
            ({"kind": "whole request"}, True),
            ({"kind": "whole request", "keys": ["1"]}, False),
            ({"kind": "withdrawn"}, False),
            ({"keys": ["1"]}, False),
            ({}, False),
            (None, False),
        ],
    )
    def test_a_scope(self, value: object, *, valid: bool) -> None:
        self.agree({"reliances": [{"cited_as": "s.24", "scope": value}]}, valid=valid)

    @pytest.mark.parametrize(
        ("value", "valid"),
        [("foiprevent/1", True), ("foiprevent/2", False), (None, False), (1, False)],
    )
    def test_a_format(self, value: object, *, valid: bool) -> None:
        self.agree({}, valid=valid, form=value)

    def agree(self, response: object, *, valid: bool, form: object = "foiprevent/1") -> None:
        document = {
            "format": form,
            "authority": {"name": "x"},
            "request": {},
            "responses": [response],
        }
        assert CASE.is_valid(document) is valid
        with contextlib.nullcontext() if valid else pytest.raises(CodecError):
            loads(json.dumps(document))

    def test_what_a_schema_cannot_say(self) -> None:
        """Reading refuses what the schema lets pass."""
        question = {"key": "1", "text": "a"}
        for request in (
            {"received": "2023-02-30"},
            {"questions": [question, question]},
        ):
            document = {
                "format": "foiprevent/1",
                "authority": {"name": "x"},
                "request": request,
            }
            assert CASE.is_valid(document)
            with pytest.raises(CodecError):
                loads(json.dumps(document))

    @given(case=cases(), data=st.data())
    def test_a_document_with_one_value_changed(self, case: Case, data: st.DataObject) -> None:
        document = json.loads(dumps(case))
        *way, step = data.draw(st.sampled_from([*places(document)][1:]))
        other = data.draw(st.sampled_from(OTHERS))
        changed = copy.deepcopy(document)
        node = changed
        for one in way:
            node = node[one]
        how = data.draw(st.sampled_from(["change", "drop", "add"]))
        if how == "change" or isinstance(node, list):
            node[step] = other
        elif how == "drop":
            del node[step]
        else:
            node["unknown"] = other
        try:
            loads(json.dumps(changed))
        except CodecError as error:
            faults = error.faults
        else:
            faults = ()
        beyond = [fault for fault in faults if any(one in fault.message for one in self.BEYOND)]
        if len(beyond) == len(faults):
            if not faults:
                assert CASE.is_valid(changed)
            return
        assert not CASE.is_valid(changed), faults
