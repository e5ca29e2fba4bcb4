"""A short run of the soak; the long one is run by hand."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from foiprevent import InvalidRecordError

if TYPE_CHECKING:
    from foiprevent import Case

_spec = importlib.util.spec_from_file_location(
    "soak_tool", Path(__file__).parent.parent / "tools" / "soak.py"
)
assert _spec is not None
assert _spec.loader is not None
tool: Any = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tool)

linux = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="only Linux tells the memory of a process so"
)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "DRAWN", 15)


@linux
def test_every_case_goes_through(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["--count", "40", "--seed", "2"]) == 0
    *tenths, seen = capsys.readouterr().out.splitlines()
    assert [int(line.partition(" ")[0]) for line in tenths] == list(range(4, 41, 4))
    assert "findings: " in seen
    assert "TransitionError: " in seen


def test_the_same_seed_gives_the_same_cases() -> None:
    parts, law = tool.drawn(1), tool.provisions()

    def made(seed: int) -> list[Case]:
        source = random.Random(seed)  # noqa: S311 - no secret
        return [tool.made(source, parts, law) for _ in range(20)]

    assert made(1) == made(1) != made(2)


def test_a_case_is_seldom_what_it_was_made_of() -> None:
    parts, law = tool.drawn(1), tool.provisions()
    source = random.Random(3)  # noqa: S311 - no secret
    assert sum(tool.made(source, parts, law) in parts for _ in range(40)) < 20


def _broken(case: Case, **_: object) -> None:
    raise InvalidRecordError("case", case.authority.name, "it is broken")


@pytest.mark.parametrize(
    ("name", "broken", "says"),
    [
        ("audit", _broken, "InvalidRecordError: "),
        ("redact", _broken, "InvalidRecordError: "),
        ("loads", lambda _: None, "AssertionError: it does not come back the same"),
    ],
)
def test_what_fails_is_printed_with_its_case(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    broken: object,
    says: str,
) -> None:
    monkeypatch.setattr(tool, name, broken)
    assert tool.main(["--count", "1"]) == 1
    said, _, document = capsys.readouterr().out.partition("\n")
    assert said.startswith(says)
    assert json.loads(document)["format"] == "foiprevent/1"


def test_memory_that_grows_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sizes = iter(range(1_000_000, 100_000_000, 1_000_000))
    monkeypatch.setattr(tool, "resident", lambda: next(sizes))
    assert tool.main(["--count", "10"]) == 1
    assert capsys.readouterr().out.endswith("the memory grew from 1.0 MB\n")
