"""A short run of the fuzzer; the long one is run by hand."""

from __future__ import annotations

import ast
import functools
import json
import random
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from foiprevent import (
    Citation,
    CitationError,
    CodecError,
    FoundCitation,
    find_citations,
    loads,
    read_letter,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

tool: Any = import_module("fuzz")


made: Any = functools.cache(tool.targets)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool.inputs, "GENERATED", 10)


TARGETS: Final = ("loads", "parse", "find", "read")
KINDS: Final = ("random", "changed", "grammar")


def test_nothing_but_the_documented_errors_come_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["--count", "200", "--seed", "2"]) == 0
    titles, *lines = capsys.readouterr().out.splitlines()
    assert titles.split() == "target kind tried accepted refused slowest ms most MB".split()
    rows = [line.split() for line in lines]
    assert [row[:3] for row in rows] == [
        [target, kind, "200"] for target in TARGETS for kind in KINDS
    ]
    assert all(int(row[3]) + int(row[4]) == 200 for row in rows)


def test_one_target_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["--count", "1", "--target", "parse"]) == 0
    _, *lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["parse"] * 3


@pytest.mark.parametrize("target", TARGETS)
def test_of_what_is_nearly_right_some_is_read_and_some_is_not(target: str) -> None:
    for kind in ("changed", "grammar"):
        done = tool.run(made(1)[target], kind, 300, 3)
        assert done.tried == 300
        assert done.accepted > 10
        assert done.refused > 10


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


def _texts(target: str, kind: str, count: int) -> list[Any]:
    source = random.Random(4)  # noqa: S311 - no secret
    return [made(1)[target].kinds[kind](source) for _ in range(count)]


def test_the_grammar_of_documents_grows_what_is_refused_for_each_reason() -> None:
    said = set()
    for document in _texts("loads", "grammar", 600):
        json.loads(document)
        try:
            loads(document)
        except CodecError as error:
            said.add(str(error))
    for reason in ("given 2 times", "nested more than", "expected a text", "lacks 'request'"):
        assert any(reason in one for one in said)


def test_the_grammar_of_citations_grows_lists_ranges_and_other_acts() -> None:
    found = {text: find_citations(text) for text in _texts("find", "grammar", 600)}
    assert any(len(ones) > 3 for ones in found.values())
    assert any(one.text == other.text for ones in found.values() for one in ones for other in ones)
    assert any(one.citation is None for ones in found.values() for one in ones)
    assert any("Highways" in text for text in found)


def test_random_input_has_what_no_keyboard_has() -> None:
    text = "".join(_texts("find", "random", 600))
    for odd in ("\x00", "\u200f", "\u0663", "\ud83d", "\u017f", "("):
        assert odd in text
    assert {type(one) for one in _texts("loads", "random", 50)} == {bytes, str}


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
    _, row, said, document = capsys.readouterr().out.splitlines()
    assert row.split()[:3] == ["loads", "random", "1"]
    assert said.startswith(f"loads: {says}")
    assert isinstance(ast.literal_eval(document), (bytes, str))


def test_what_fails_is_kept_only_where_that_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tool, "targets", made)
    monkeypatch.setattr(tool, "loads", None)
    assert tool.main(["--count", "1"]) == 1
    *_, document = capsys.readouterr().out.splitlines()
    assert not [*tmp_path.iterdir()]
    for _ in range(2):
        assert tool.main(["--count", "1", "--save", "kept/here"]) == 1
    (kept,) = tmp_path.glob("kept/here/*")
    assert capsys.readouterr().out.endswith(f"kept in {kept.relative_to(tmp_path)}\n")
    assert kept.name.startswith("loads-")
    assert kept.read_text(encoding="ascii") == f"{document}\n"


def test_a_text_of_any_kind_is_kept_as_it_is(tmp_path: Path) -> None:
    for data in ("\ud800\u202e'\"\n", b"\xff\x00", "\u0662\u0664"):
        path = tool.saved(tmp_path, "find", data)
        assert ast.literal_eval(path.read_text(encoding="ascii")) == data


@pytest.mark.parametrize(
    ("target", "name", "wrong", "says"),
    [
        ("parse", "Citation", None, "AttributeError"),
        ("find", "find_citations", lambda *_, **__: 1, "TypeError"),
        ("find", "find_citations", lambda text, **_: [*_swapped(text)], "not in the order"),
        ("find", "find_citations", lambda text, **_: [*_moved(text)], "other words"),
        ("find", "find_citations", lambda text, **_: [*_counted_back(text)], "other words"),
    ],
)
def test_a_text_that_is_read_wrong_is_seen(
    monkeypatch: pytest.MonkeyPatch, target: str, name: str, wrong: object, says: str
) -> None:
    monkeypatch.setattr(tool, name, wrong)
    try_one = made(1)[target].try_one
    assert says in tool.fault_of(try_one, "sections 24(1) and 31(1)(a)")[1]


@pytest.mark.parametrize(
    ("name", "wrong", "says"),
    [
        ("read_letter", lambda text: read_letter(f" {text}"), "a span has other words"),
        ("loads", lambda _: None, "its case does not come back the same"),
        ("audit", None, "TypeError"),
    ],
)
def test_a_letter_that_is_read_wrong_is_seen(
    monkeypatch: pytest.MonkeyPatch, name: str, wrong: object, says: str
) -> None:
    assert tool.fault_of(tool.read, LETTER) == (True, None)
    monkeypatch.setattr(tool, name, wrong)
    assert says in tool.fault_of(tool.read, LETTER)[1]


LETTER: Final = "Received on 1 May 2024. It is exempt under section 40(2)."


def _swapped(text: str) -> Iterator[FoundCitation]:
    return reversed(find_citations(text))


def _moved(text: str) -> Iterator[FoundCitation]:
    for one in find_citations(text):
        yield attrs.evolve(one, end=one.end - 1)


def _counted_back(text: str) -> Iterator[FoundCitation]:
    for one in find_citations(f"{text} "):
        yield attrs.evolve(one, start=one.start - len(text), end=one.end - len(text))


class _Other:
    """Reads a canonical form as the whole section."""

    @staticmethod
    def parse(text: str, **_: object) -> Citation:
        citation = Citation.parse(text)
        return attrs.evolve(citation, parts=()) if text.startswith("FOIA") else citation


class _Elsewhere:
    """Refuses every text behind its end."""

    @staticmethod
    def parse(text: str, **_: object) -> Citation:
        raise CitationError(text, len(text) + 1, "expected more")


@pytest.mark.parametrize(
    ("target", "wrong", "says"),
    [
        ("parse", _Other, "not read back from its canonical form"),
        ("find", _Other, "not read back from its canonical form"),
        ("parse", _Elsewhere, "at a place it does not have"),
    ],
)
def test_a_citation_that_is_read_or_refused_wrong_is_seen(
    monkeypatch: pytest.MonkeyPatch, target: str, wrong: object, says: str
) -> None:
    monkeypatch.setattr(tool, "Citation", wrong)
    assert says in tool.fault_of(made(1)[target].try_one, "s.24(1)")[1]


def test_a_document_read_with_a_key_twice_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "loads", lambda _: "a case")
    monkeypatch.setattr(tool, "dumps", lambda case: case)
    assert tool.fault_of(tool.load, b'{"a": 1}') == (True, None)
    assert "has a key twice" in tool.fault_of(tool.load, b'[{"a": 1, "a": 1}]')[1]


def test_a_document_refused_for_no_fault_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> None:
        raise CodecError(())

    monkeypatch.setattr(tool, "loads", refused)
    assert "for no fault" in tool.fault_of(tool.load, b"")[1]
