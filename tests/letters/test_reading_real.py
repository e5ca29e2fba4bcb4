"""The real letters, which are not part of the project: as a person read them."""

from __future__ import annotations

import json
from collections import defaultdict
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

import foiprevent as foi

if TYPE_CHECKING:
    from pathlib import Path

score_letters = import_module("score_letters")

CASEBOOK = {
    "coventry-referrals": "000_coventry_radicalisation_referrals.txt",
    "leicester-returnees": "001_leicester_returnees.txt",
    "barnet-data-sharing": "002_barnet_prevent_channel_data_management.txt",
}


@pytest.mark.parametrize(("name", "file"), CASEBOOK.items())
def test_the_letters_of_the_casebook_give_its_findings(
    name: str, file: str, letters_dir: Path
) -> None:
    reading = foi.read_letter((letters_dir / "texts" / file).read_text())
    case = foi.casebook.load(name)
    assert [(one.code, one.questions, one.cites) for one in foi.audit(reading.to_case())] == [
        (one.code, one.questions, one.cites) for one in foi.audit(case)
    ]
    assert reading.to_case().authority == case.authority


LEAST = {
    "kind": 1.0,
    "provisions": 0.97,
    "questions": 0.93,
    "outcomes": 0.90,
    "dates": 0.98,
    "review": 0.95,
    "balance": 0.90,
}


def test_the_scores_are_as_documented(letters_dir: Path) -> None:
    scores: defaultdict[str, Any] = defaultdict(score_letters.Score)
    for expected in json.loads((letters_dir / "readings.json").read_text()):
        text = (letters_dir / "texts" / expected["file"]).read_text()
        score_letters.score(expected, foi.read_letter(text), scores)
    for field, least in LEAST.items():
        assert scores[field].f1() >= least, scores[field].notes
    assert not sum(scores["ncnd"].extra.values())
