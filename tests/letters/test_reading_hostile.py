"""Texts that no authority writes are read to their end, each fact in its place."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

import foiprevent as foi

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "benchmarks"))
letters = import_module("letters")


@pytest.mark.parametrize("name", letters.HOSTILE)
def test_is_read(name: str) -> None:
    text = letters.HOSTILE[name](20_000)
    reading = foi.read_letter(text)
    assert all(text[fact.start : fact.end] == fact.text for fact in reading.facts)
    foi.audit(reading.to_case(authority="Somebody"))


def test_what_is_read_grows_no_faster_than_the_letter() -> None:
    def size(count: int) -> int:
        text = "You asked:\n" + "".join(f"{one}. How many?\n" for one in range(1, count + 1))
        answer = "The information is exempt under section 40(2). " * count
        reading = foi.read_letter(f"{text}\n{answer}")
        return sum(len(fact.text) for fact in reading.facts)

    assert size(400) < 5 * size(100)


def test_nor_does_what_is_read_where_the_answer_names_each_question() -> None:
    def size(count: int) -> int:
        numbers = range(1, count + 1)
        text = "You asked:\n" + "".join(f"{one}. How many?\n" for one in numbers)
        answer = "".join(f"We withhold under section 40(2) question {one}.\n\n" for one in numbers)
        reading = foi.read_letter(f"{text}\n{answer}")
        return sum(len(fact.text) for fact in reading.facts)

    assert size(400) < 5 * size(100)
