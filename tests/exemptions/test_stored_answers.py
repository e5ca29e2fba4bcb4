"""No answer to a question of law changes unseen."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

answers = import_module("answers")

STORED = Path(__file__).parent.parent / "vectors" / "answers.json"
EXPECTED: dict[str, object] = json.loads(STORED.read_text(encoding="utf-8"))
ASKED = dict(answers.questions())
FUNCTIONS = sorted({question.split("(")[0] for question in EXPECTED})


def test_the_questions_are_those_that_were_asked() -> None:
    assert list(ASKED) == list(EXPECTED)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_each_answer_is_as_it_was(function: str) -> None:
    asked = {question: ask for question, ask in ASKED.items() if question.startswith(function)}
    assert {question: answers.answer(ask) for question, ask in asked.items()} == {
        question: EXPECTED[question] for question in asked
    }


def test_the_file_is_as_the_tool_writes_it() -> None:
    assert answers.written(answers.answers()) == STORED.read_text(encoding="utf-8")
