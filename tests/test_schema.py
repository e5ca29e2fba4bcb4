"""JSON Schema says of a document what reading says of it, so far as it can."""

from __future__ import annotations

import copy
import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
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

_spec = importlib.util.spec_from_file_location("schema_tool", ROOT / "tools" / "schema.py")
assert _spec is not None
assert _spec.loader is not None
tool = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tool)


class TestTheSchemas:
    @pytest.mark.parametrize("of", [Case, Audit])
    def test_are_schemas(self, of: type) -> None:
        Draft202012Validator.check_schema(json_schema(of))

    @pytest.mark.parametrize("name", ["case.schema.json", "audit.schema.json"])
    def test_are_committed_as_they_are_made(self, name: str) -> None:
        assert (ROOT / "schema" / name).read_text(encoding="utf-8") == tool.texts()[name]

    def test_describe_every_field(self) -> None:
        for name, one in json_schema()["$defs"].items():
            if "enum" not in one:
                fields = {key for key in one["properties"] if key != "kind"}
                told = {key for key in fields if "description" in one["properties"][key]}
                assert told == fields, name
            assert one["description"]

    def test_of_another_type(self) -> None:
        with pytest.raises(InvalidRecordError, match=r"json_schema\.of"):
            json_schema(str)

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
    @settings(max_examples=1000)
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

    @given(case=cases(), data=st.data())
    @settings(max_examples=500)
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
