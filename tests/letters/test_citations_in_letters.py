"""Citations found in published letters, against one careful reading of each."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from foiprevent.citations import Citation, find_citations
from foiprevent.errors import CitationError

FOLDER = os.environ.get("FOIPREVENT_LETTERS")
pytestmark = pytest.mark.skipif(
    FOLDER is None, reason="FOIPREVENT_LETTERS names no folder of published letters"
)

# Provisions that stand in a letter though its reading does not list them.
ARGUED = {
    # Both quote s.24, which speaks of exemption from s.1(1)(a) and (b).
    "001": {"1(1)(a)", "1(1)(b)"},
    "002": {"1(1)(b)"},
}


def cited(text: str) -> Citation | None:
    try:
        return Citation.parse(text)
    except CitationError:
        return None  # the reading says in words what is a trap


def readings() -> list[dict[str, Any]]:
    if FOLDER is None:
        return []
    loaded: list[dict[str, Any]] = json.loads((Path(FOLDER) / "readings.json").read_text())
    return loaded


def letter(reading: dict[str, Any]) -> str:
    text = (Path(FOLDER or "") / "texts" / reading["file"]).read_text()
    return "\n".join(line for line in text.split("\n") if not line.startswith("#"))


def compared(reading: dict[str, Any]) -> tuple[set[Citation], set[str], set[str]]:
    """Return what the reading lists, what was not found of it, and what else was found.

    A reading lists the limb where a letter also names its section: the section is no error.
    """
    named = [*reading["exemptions_cited"], *reading["mentioned_not_relied"]]
    listed = {citation for citation in map(cited, named) if citation}
    found = {one.citation for one in find_citations(letter(reading))}
    missed = {
        str(one) for one in listed if not any(other and one.contains(other) for other in found)
    }
    other = {
        str(one)
        for one in found
        if one is None or not any(one.contains(listed_one) for listed_one in listed)
    }
    argued = {f"FOIA s.{text}" for text in ARGUED.get(reading["file"][:3], ())}
    assert argued <= other, "an argued provision is not found any more"
    return listed, missed, other - argued


@pytest.mark.parametrize("reading", readings(), ids=lambda reading: reading["file"][:3])
def test_every_provision_listed_is_found_and_no_trap_taken(reading: dict[str, Any]) -> None:
    _, missed, other = compared(reading)
    assert (missed, other) == (set(), set())


def test_precision_and_recall_over_all() -> None:
    results = [compared(reading) for reading in readings()]
    listed = sum(len(one) for one, _, _ in results)
    missed = sum(len(one) for _, one, _ in results)
    other = sum(len(one) for _, _, one in results)
    assert listed > 60
    assert (listed - missed) / listed >= 0.98
    assert (listed - missed) / (listed - missed + other) >= 0.99
