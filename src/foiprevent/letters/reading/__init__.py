"""Reading letters: the text of a response becomes facts with their words, and a case."""

from foiprevent.letters.reading._model import (
    About,
    Contradiction,
    Fact,
    FactValue,
    MessageKind,
    Reading,
    UnreadPassage,
)
from foiprevent.letters.reading._reader import read_letter
from foiprevent.letters.reading._rules import Rule, Specificity

__all__ = [
    "About",
    "Contradiction",
    "Fact",
    "FactValue",
    "MessageKind",
    "Reading",
    "Rule",
    "Specificity",
    "UnreadPassage",
    "read_letter",
]
