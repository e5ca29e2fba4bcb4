"""The real letters, which are not part of the project: as a person read them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

import foiprevent as foi
from foiprevent.letters import About
from foiprevent.prevent import Topic, argument

if TYPE_CHECKING:
    from pathlib import Path

    from foiprevent.citations import Citation

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


TOPICS = {
    "coventry-referrals": {
        "1": {"referral counts", "under-18 referrals"},
        "2": {"National Referral Mechanism"},
        "3": {"outcomes"},
    },
    "leicester-returnees": {
        "1": {"returnees", "support for returnees"},
        "2": {"returnees", "support for returnees"},
        "3": {"returnees", "support for returnees"},
        "4": {"returnees", "breakdown by sex"},
        "5": {"returnees", "breakdown by sex", "breakdown by age"},
    },
    "barnet-data-sharing": {
        "1": {"data sharing agreement"},
        "2": {"data sharing agreement", "data protection impact assessment"},
        "3": {"data sharing agreement", "data processing contract"},
        "4": {"data sharing agreement", "memorandum of understanding", "partners"},
        "5": {"privacy notice"},
        "6": {"data sharing agreement"},
        "7": {"data sharing agreement", "information-sharing with police", "multi-agency hub"},
        "8": {"data sharing agreement", "confidentiality agreement"},
        "10": {"case database"},
        "11": {"case database"},
        "12": {"priority status"},
        "13": {"Dovetail status"},
        "14": {"consulted on the release"},
    },
}
"""By hand.  Barnet's questions 2 and 3 name the agreement that theirs belongs to."""

PREMISES = {
    "coventry-referrals": [("measure of vulnerability",)],
    "leicester-returnees": [],
    "barnet-data-sharing": [("personal safety",)],
}
"""The tags of factors that only make ready for the next, and argue nothing by themselves."""


def tags(case: foi.Case) -> Counter[tuple[tuple[Citation, ...], foi.Side, tuple[str, ...]]]:
    return Counter(
        (test.provisions, factor.side, tuple(sorted(factor.tags)))
        for response in case.responses
        for test in response.tests
        for factor in test.factors
    )


@pytest.mark.parametrize(("name", "file"), CASEBOOK.items())
def test_their_topics_and_arguments_are_those_of_the_casebook(
    name: str, file: str, letters_dir: Path
) -> None:
    reading = foi.read_letter((letters_dir / "texts" / file).read_text())
    topics = defaultdict[str, set[str]](set)
    for fact in reading.about(About.TOPIC):
        assert isinstance(fact.value, Topic)
        topics[fact.question or ""].add(fact.value.value)
    assert topics == TOPICS[name]
    read, known = tags(reading.to_case()), tags(foi.casebook.load(name))
    assert [one[2] for one in (known - read).elements()] == PREMISES[name]
    assert [one[2] for one in (read - known).elements()] == [() for _ in PREMISES[name]]
    assert {fact.value for fact in reading.about(About.ARGUMENT)} == {
        argument(tag) for _, _, some in read for tag in some
    }


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
