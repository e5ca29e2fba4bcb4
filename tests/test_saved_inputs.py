"""Inputs that once failed, or that are hard: each is tried as the fuzzer tries it.

What failed is kept in ``regressions``, where ``tools/fuzz.py --save tests/regressions`` puts
it: a file for each input, named after its target, with the input as a Python literal.  Those
that are better computed than written out stand here.
"""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest

tool: Any = import_module("fuzz")

SAVED: Final = sorted((Path(__file__).parent / "regressions").glob("*.txt"))
DOCUMENTS: Final = (
    b"",
    b"\xef\xbb\xbf{}",
    b"\xff\xfe{\x00}\x00",
    b'{"format": "foiprevent/1", "format": "foiprevent/1"}',
    b'{"format": "foiprevent/1", "authority": {"name": "\\ud83d"}, "request": {}}',
    b'{"format": "foiprevent/1", "authority": {"name": "a", "name": "b"}, "request": {}}',
    b'{"format": "foiprevent/1", "request": {"received": "2023-02-30"}}',
    b'{"format": "foiprevent/1", "request": {"received": "0000-01-01"}}',
    b'{"format": 1e999}',
    b'{"format": NaN}',
    b'{"format": ' + b"9" * 5000 + b"}",
    b"[" * 100_000,
    b'{"":' * 100_000,
    b'["' + b"\\u0000" * 10_000 + b'"]',
)
TEXTS: Final = (
    "",
    "\x00",
    "\ud800",
    "s.\u0662\u0664(2)",
    "s.24\u00b2",
    "24(2\u202e)",
    "s\u00a024(2)",
    "s.024",
    "s.24(0)",
    "s.24()",
    "s.24((2))",
    "s.999999999999999999999999",
    "31(1)(" + "i" * 1000 + ")",
    "section 31(1)(a" * 1000,
    "(" * 100_000,
    "1" * 100_000,
    "1(" * 50_000,
    "s.1, 2, 3, " * 5_000,
    "section 40(2)\u20139999999",
    "section 31(1)-(3) to 40 & 41, (2)(a), (b) and (c)",
    "of the Act of the Act s.24 of PACE 1984, FOIA, EIR reg.12(5)(b)",
    "S12 1AB S36 1FY s.36 1FY",
)


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_saved_input(path: Path) -> None:
    target = path.name.partition("-")[0]
    data = ast.literal_eval(path.read_text(encoding="ascii"))
    assert tool.fault_of(tool.TRIES[target], data)[1] is None


def test_every_target_has_saved_inputs() -> None:
    assert {path.name.partition("-")[0] for path in SAVED} == set(tool.TRIES)


@pytest.mark.parametrize("document", DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_a_document(document: bytes) -> None:
    assert tool.fault_of(tool.load, document)[1] is None


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
@pytest.mark.parametrize("try_one", [tool.parse, tool.find])
def test_a_text(text: str, try_one: object) -> None:
    assert tool.fault_of(try_one, text)[1] is None
