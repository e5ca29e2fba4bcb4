"""A short run of the soak; the long one is run by hand."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import attrs
import pytest

from foiprevent import InvalidRecordError, audit, casebook
from foiprevent.cases.events import FeePaid, Withdrawn

if TYPE_CHECKING:
    from foiprevent import Audit, Case

tool: Any = import_module("soak")

linux = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="only Linux tells the memory of a process so"
)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "DRAWN", 15)


@linux
def test_every_case_goes_through(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["--count", "40", "--seed", "2"]) == 0
    *tenths, seen, memory = capsys.readouterr().out.splitlines()
    assert [int(line.partition(" ")[0]) for line in tenths] == list(range(4, 41, 4))
    assert re.fullmatch(
        r"40 cases, \d+ a second, \d+ findings, refused: InvalidRecordError \d+\.\d%, "
        r"TransitionError \d+\.\d%, CalendarRangeError 0\.0%, \d+\.\d MB",
        tenths[-1],
    )
    assert "findings: " in seen
    assert "TransitionError: " in seen
    assert re.fullmatch(r"memory is flat: \S+ MB after the first tenth, \S+ MB at the end", memory)


def test_the_same_seed_gives_the_same_cases() -> None:
    parts, law = tool.seeds(1), tool.provisions()

    def made(seed: int) -> list[Case]:
        source = random.Random(seed)  # noqa: S311 - no secret
        return [tool.made(source, parts, law, Counter()) for _ in range(20)]

    assert made(1) == made(1) != made(2)


def test_a_case_is_seldom_what_it_was_made_of() -> None:
    parts, law = tool.seeds(1), tool.provisions()
    source = random.Random(3)  # noqa: S311 - no secret
    assert sum(tool.made(source, parts, law, Counter()) in parts for _ in range(40)) < 20


@pytest.mark.parametrize(
    "place", range(len(tool.CHANGES)), ids=lambda at: tool.CHANGES[at].__name__
)
def test_each_change_makes_another_case(place: int) -> None:
    parts, law = tool.seeds(1), tool.provisions()
    source = random.Random(3)  # noqa: S311 - no secret
    assert any(
        tool.CHANGES[place](source, one, other, law) != one for one in parts for other in parts
    )


def test_a_case_at_the_end_of_dates_is_moved_as_far_as_they_go() -> None:
    source = random.Random(3)  # noqa: S311 - no secret
    late = attrs.evolve(casebook.load(casebook.names()[0]), events=(Withdrawn(on=date.max),))
    (move,) = (one for one in tool.CHANGES if one.__name__ == "_moved")
    assert late in [move(source, late) for _ in range(20)]


def test_days_at_an_edge_come_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "EDGE", 1)
    parts, law = tool.seeds(1), tool.provisions()
    source = random.Random(3)  # noqa: S311 - no secret
    made = [tool.made(source, parts, law, Counter()) for _ in range(40)]
    assert {one.request.received for one in made} & set(tool.EDGES)


def test_a_record_that_is_refused_is_counted_once() -> None:
    seen: Counter[str] = Counter()
    parts = [casebook.load(casebook.names()[0])]
    source = random.Random(3)  # noqa: S311 - no secret
    for _ in range(60):
        tool.made(source, parts, tool.provisions(), seen)
    assert 0 < seen["InvalidRecordError"] < 60


def test_a_case_of_which_two_things_are_refused_is_counted_once() -> None:
    case = casebook.load(casebook.names()[0])
    seen: Counter[str] = Counter()
    early = attrs.evolve(case, events=(FeePaid(on=date(2000, 1, 1)),))
    tool.taken_through(early, date(2024, 1, 1), seen)
    assert seen["TransitionError"] == 1


def _broken(case: Case, **_: object) -> NoReturn:
    raise InvalidRecordError("case", case.authority.name, "it is broken")


@pytest.mark.parametrize(
    ("name", "broken", "says"),
    [
        ("audit", _broken, "InvalidRecordError on "),
        ("redact", _broken, "InvalidRecordError on "),
        ("loads", lambda _: None, "AssertionError on "),
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


def test_a_case_that_is_made_and_fails_stops_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = casebook.load(casebook.names()[0])
    broken = attrs.evolve(case, authority=attrs.evolve(case.authority, name="Broken"))

    def audited(case: Case, **_: object) -> Audit:
        return _broken(case) if case == broken else audit(case)

    monkeypatch.setattr(tool, "audit", audited)
    monkeypatch.setattr(tool, "made", lambda *_: broken)
    assert tool.main(["--count", "100"]) == 1
    said, _, document = capsys.readouterr().out.partition("\n")
    assert said.startswith("InvalidRecordError on ")
    assert json.loads(document)["authority"]["name"] == "Broken"


def test_memory_that_grows_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sizes = iter(range(1_000_000, 100_000_000, 1_000_000))
    monkeypatch.setattr(tool, "resident", lambda: next(sizes))
    assert tool.main(["--count", "10"]) == 1
    assert capsys.readouterr().out.endswith(
        "memory grew: 1.0 MB after the first tenth, 10.0 MB at the end\n"
    )
