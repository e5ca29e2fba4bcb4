"""Compare readings of letters with readings by hand, field by field and letter by letter.

    python tools/score_letters.py FOLDER [--only NAME ...] [--except NAME ...]

FOLDER holds ``readings.json`` and the letters, in ``texts``; without it, the folder that the
environment variable FOIPREVENT_LETTERS names is taken.  Every disagreement is printed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import foiprevent as foi
from foiprevent.letters import MessageKind, Reading, read_letter

KINDS = {
    "partial_and_extension": {MessageKind.PARTIAL_RESPONSE},
    "internal_review": {MessageKind.REVIEW_OUTCOME},
    "extension": {MessageKind.EXTENSION_NOTICE},
    "clarification": {MessageKind.CLARIFICATION_REQUEST},
}
OUTCOMES = {
    "disclosed": {"disclosed", "not applicable"},
    "already_accessible": {"accessible elsewhere"},
    "cost_limit": {"refused: cost limit"},
    "vexatious": {"refused: vexatious"},
    "repeated": {"refused: repeated"},
    "partial": {"partly disclosed"},
    "ncnd": {"neither confirmed nor denied"},
    "not_held": {"not held"},
    "withheld": {"withheld"},
    "unanswered": {"no answer", "not applicable"},
    "unknown": {"unknown"},
}
UNITS = {"working": "working days", "calendar": "days", "months": "months", None: "not stated"}
STARTS = {"response": "letter", "receipt": "receipt", None: "not stated"}
BALANCES = {"withhold": "maintain", "disclose": "disclose", "none stated": "not stated"}


class Score:
    """Hits and misses of one field."""

    def __init__(self) -> None:
        self.found = Counter[str]()
        self.missed = Counter[str]()
        self.extra = Counter[str]()
        self.notes: list[str] = []

    def sets(self, of: str, group: str, expected: set[Any], got: set[Any]) -> None:
        """Count the members of two sets, and note what one has alone."""
        self.found[group] += len(expected & got)
        self.missed[group] += len(expected - got)
        self.extra[group] += len(got - expected)
        if expected != got:
            missed, extra = sorted(map(str, expected - got)), sorted(map(str, got - expected))
            self.notes.append(f"{of}: missed {missed}, and read {extra}")

    def same(self, of: str, group: str, expected: object, got: object, *, right: bool) -> None:
        """Count one value, and note it where it differs."""
        (self.found if right else self.missed)[group] += 1
        if not right:
            self.extra[group] += 1
            self.notes.append(f"{of}: expected {expected}, read {got}")

    def f1(self) -> float:
        """Return the F1 of all groups."""
        found, missed, extra = (sum(one.values()) for one in (self.found, self.missed, self.extra))
        return 2 * found / (2 * found + missed + extra) if found + missed + extra else 1.0

    def line(self, group: str | None = None) -> str:
        """Return precision, recall and F1, of one group or of all."""
        counts = (self.found, self.missed, self.extra)
        found, missed, extra = (
            sum(one.values()) if group is None else one[group] for one in counts
        )
        precision = found / (found + extra) if found + extra else 1.0
        recall = found / (found + missed) if found + missed else 1.0
        both = 2 * found / (2 * found + missed + extra) if found + missed + extra else 1.0
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}  ({found} right)"


def provision(text: str) -> str:
    """Return a provision as the readings write it in canonical form."""
    regime = foi.Regime.EIR if text.startswith("EIR") else foi.Regime.FOIA
    return str(foi.Citation.parse(text, regime=regime))


def score(expected: dict[str, Any], reading: Reading, scores: dict[str, Score]) -> None:
    """Add one letter to the scores."""
    of, group = expected["file"][:3], expected["authority"]
    kinds = KINDS.get(expected["letter_kind"]) or {MessageKind(expected["letter_kind"])}
    scores["kind"].same(
        of, group, expected["letter_kind"], reading.kind, right=reading.kind in kinds
    )
    relied = {provision(one) for one in expected["exemptions_cited"]}
    scores["provisions"].sets(of, group, relied, set(map(str, reading.relied_on)))
    ncnd = {provision(one) for one in expected["ncnd"]}
    scores["ncnd"].sets(of, group, ncnd, set(map(str, reading.ncnd)))
    questions(of, group, expected, reading, scores)
    dates(of, group, expected, reading, scores)
    review(of, group, expected, reading, scores)
    for name, test in expected["pit"].items():
        weighed = [
            one
            for one in reading.response.tests
            if any(str(cited).startswith(provision(name)) for cited in one.provisions)
        ]
        got = weighed[0].balance.value if weighed else "no test"
        wanted = BALANCES[test["conclusion"]]
        scores["balance"].same(f"{of} {name}", group, wanted, got, right=wanted == got)
        sides = [len(weighed[0].weighed(side)) for side in foi.Side] if weighed else [0, 0]
        near = abs(sides[0] - test["for"]) <= 1 and abs(sides[1] - test["against"]) <= 1
        scores["factors"].same(
            f"{of} {name}", group, (test["for"], test["against"]), sides, right=near
        )
    if expected["reference"] or reading.request.reference:
        wanted = re.sub(r"\s", "", expected["reference"] or "")
        got = re.sub(r"\s", "", reading.request.reference or "")
        scores["reference"].same(of, group, wanted, got, right=wanted.lower() == got.lower())
    scores["authority"].same(
        of, group, group, reading.authority, right=group in (reading.authority or "")
    )


def questions(
    of: str, group: str, expected: dict[str, Any], reading: Reading, scores: dict[str, Score]
) -> None:
    """Compare the questions by number, and the outcomes of those that match."""
    wanted = {
        ("1" if one["n"] == "*" else one["n"]): one["outcome"] for one in expected["questions"]
    }
    got = {one.key: "no answer" for one in reading.request.questions}
    got |= {one.question: one.outcome.value for one in reading.response.answers}
    scores["questions"].sets(of, group, set(wanted), set(got))
    for key in sorted(wanted.keys() & got.keys()):
        right = got[key] in OUTCOMES[wanted[key]]
        scores["outcomes"].same(f"{of} Q{key}", group, wanted[key], got[key], right=right)


def dates(
    of: str, group: str, expected: dict[str, Any], reading: Reading, scores: dict[str, Score]
) -> None:
    """Compare the dates that are in the text."""
    asked = [
        fact.value
        for fact in reading.about(foi.letters.About.RECEIVED, foi.letters.About.REVIEW_REQUESTED)
    ]
    got = [reading.request.received, *asked]
    for name, values in (("received", got), ("responded", [reading.response.sent])):
        if expected["dates_in_text"][name]:
            wanted = expected[f"{name}_on"]
            first = values[0] or (values[1] if len(values) > 1 else None)
            scores["dates"].same(f"{of} {name}", group, wanted, first, right=str(first) == wanted)
    if expected["extended_to"]:
        until = reading.response.estimate
        scores["dates"].same(
            f"{of} extended", group, expected["extended_to"], until,
            right=str(until) == expected["extended_to"],
        )  # fmt: skip


def review(
    of: str, group: str, expected: dict[str, Any], reading: Reading, scores: dict[str, Score]
) -> None:
    """Compare what is said of a review."""
    wanted = expected["review_route"]
    route = reading.response.review_route or foi.ReviewRoute(offered=foi.Offer.NOT_MENTIONED)
    told = (
        wanted["offered"], wanted["window_days"], UNITS[wanted["window_unit"]],
        STARTS[wanted["from"]],
    )  # fmt: skip
    got = (
        route.offered is foi.Offer.OFFERED, route.length, route.unit.value,
        route.counted_from.value,
    )  # fmt: skip
    for name, one, other in zip(("offered", "length", "unit", "from"), told, got, strict=True):
        scores["review"].same(f"{of} {name}", group, one, other, right=one == other)
    commissioner = reading.response.commissioner or foi.Commissioner(right=foi.Told.NOT_MENTIONED)
    stated = commissioner.right is foi.Told.STATED
    scores["commissioner"].same(
        of, group, expected["ico_contact"], commissioner.contact,
        right=bool(commissioner.contact) == expected["ico_contact"] or stated,
    )  # fmt: skip


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=os.environ.get("FOIPREVENT_LETTERS"))
    parser.add_argument("--only", nargs="*", default=None, help="letters whose name begins so")
    parser.add_argument("--except", nargs="*", default=[], dest="but", help="all but these")
    options = parser.parse_args()
    if options.folder is None:
        parser.error("name the folder, or set FOIPREVENT_LETTERS")
    folder = Path(options.folder)
    scores: dict[str, Score] = defaultdict(Score)
    groups = []
    for expected in json.loads((folder / "readings.json").read_text()):
        name = expected["file"]
        chosen = options.only is None or name.startswith(tuple(options.only))
        if chosen and not name.startswith(tuple(options.but or ["\0"])):
            groups.append(expected["authority"])
            text = (folder / "texts" / name).read_text()
            score(expected, read_letter(text), scores)
    for field, one in scores.items():
        print(f"{field:13} {one.line()}")
        for group in dict.fromkeys(groups):
            print(f"    {group}: {one.line(group)}")
        for note in one.notes:
            print(f"      {note}")


if __name__ == "__main__":
    main()
