"""A short run of the fuzzer; the long one is run by hand."""

from __future__ import annotations

import ast
import functools
import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from foiprevent import FoundCitation, find_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

_spec = importlib.util.spec_from_file_location(
    "fuzz_tool", Path(__file__).parent.parent / "tools" / "fuzz.py"
)
assert _spec is not None
assert _spec.loader is not None
tool: Any = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tool)


made: Any = functools.cache(tool.targets)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "_GENERATED", 10)


TARGETS: Final = ("loads", "parse", "find")
KINDS: Final = ("random", "changed", "grammar")


def test_nothing_but_the_documented_errors_come_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["--count", "200", "--seed", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" read")[0].rstrip(" 0123456789:") for line in lines] == [
        f"{target}: 200 {kind}" for target in TARGETS for kind in KINDS
    ]


@pytest.mark.parametrize("target", TARGETS)
def test_of_what_is_nearly_right_some_is_read_and_some_is_not(target: str) -> None:
    for kind in ("changed", "grammar"):
        said = tool.run(made(1)[target], kind, 300, 3)[0]
        read, refused = map(int, re.findall(r"(\d+) (?:read|not)", said))
        assert read > 10
        assert refused > 10


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("target", TARGETS)
def test_the_same_seed_gives_the_same_inputs(target: str, kind: str) -> None:
    makers = made(1)[target].kinds

    def given(seed: int) -> list[bytes | str]:
        found: list[bytes | str] = []

        def keep(data: bytes | str) -> bool:
            found.append(data)
            return True

        tool.run(tool.Target(keep, makers), kind, 30, seed)
        return found

    assert given(1) == given(1) != given(2)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("loads", lambda _: 1 // 0, "ZeroDivisionError: integer division or modulo by zero"),
        ("LONGEST", -1.0, "took 0.0 s"),
        ("MOST", -1, "took 0 MB"),
        ("fault_of", lambda *_: (True, "it does not come back the same"), "it does not come back"),
    ],
)
def test_what_fails_is_printed(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: object,
    says: str,
) -> None:
    monkeypatch.setattr(tool, "targets", made)
    monkeypatch.setattr(tool, name, value)
    assert tool.main(["--count", "1"]) == 1
    said, document, _ = capsys.readouterr().out.split("\n")
    assert said.startswith(f"loads: {says}")
    assert isinstance(ast.literal_eval(document), bytes)


@pytest.mark.parametrize(
    ("target", "name", "wrong", "says"),
    [
        ("parse", "Citation", None, "AttributeError"),
        ("find", "find_citations", lambda _: 1, "TypeError"),
        ("find", "find_citations", lambda text: [*_swapped(text)], "not in the order"),
        ("find", "find_citations", lambda text: [*_moved(text)], "other words"),
    ],
)
def test_a_text_that_is_read_wrong_is_seen(
    monkeypatch: pytest.MonkeyPatch, target: str, name: str, wrong: object, says: str
) -> None:
    monkeypatch.setattr(tool, name, wrong)
    try_one = made(1)[target].try_one
    assert says in tool.fault_of(try_one, "sections 24(1) and 31(1)(a)")[1]


def _swapped(text: str) -> Iterator[FoundCitation]:
    return reversed(find_citations(text))


def _moved(text: str) -> Iterator[FoundCitation]:
    for one in find_citations(text):
        yield attrs.evolve(one, end=one.end - 1)
