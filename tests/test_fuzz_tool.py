"""A short run of the fuzzer; the long one is run by hand."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from typing import Any

import pytest

_spec = importlib.util.spec_from_file_location(
    "fuzz_tool", Path(__file__).parent.parent / "tools" / "fuzz.py"
)
assert _spec is not None
assert _spec.loader is not None
tool: Any = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tool)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "_GENERATED", 10)


def test_only_codec_errors_come_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["--count", "300", "--seed", "2"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("300 random and 300 changed documents: ")
    assert said.count("\n") == 1


def test_some_documents_are_read() -> None:
    read = int(tool.run(300, 3)[0].partition(": ")[2].partition(" ")[0])
    assert 0 < read < 300


def test_the_same_seed_gives_the_same_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(seed: int) -> list[bytes]:
        found: list[bytes] = []

        def fault_of(data: bytes) -> tuple[bool, None]:
            found.append(data)
            return False, None

        monkeypatch.setattr(tool, "fault_of", fault_of)
        tool.run(40, seed)
        return found

    assert given(1) == given(1) != given(2)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("loads", lambda _: 1 // 0, "ZeroDivisionError: integer division or modulo by zero"),
        ("LONGEST", -1.0, "took 0.0 s"),
        ("MOST", -1, "took 0 MB"),
        ("fault_of", lambda _: (True, "it does not come back the same"), "it does not come back"),
    ],
)
def test_what_fails_is_printed(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: object,
    says: str,
) -> None:
    monkeypatch.setattr(tool, name, value)
    assert tool.main(["--count", "1"]) == 1
    said, document, _ = capsys.readouterr().out.split("\n")
    assert said.startswith(says)
    assert isinstance(ast.literal_eval(document), bytes)
