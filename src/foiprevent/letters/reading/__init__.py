"""Reading letters: the text of a response becomes facts with their words, and a case."""

from foiprevent.letters.reading._model import (
    About,
    Conflict,
    Fact,
    FactValue,
    MessageKind,
    Passage,
    Reading,
)
from foiprevent.letters.reading._reader import read_letter
from foiprevent.letters.reading._rules import Rule, Specificity

__all__ = [
    "About",
    "Conflict",
    "Fact",
    "FactValue",
    "MessageKind",
    "Passage",
    "Reading",
    "Rule",
    "Specificity",
    "read_letter",
]
