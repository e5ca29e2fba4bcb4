"""Letters read into cases, and written from them.

A letter is read by rules, each fact with the words it rests on.  A draft is made of what is
recorded and of sentences of this library's own.  It is a draft: a person reads it, and
signs it, before it is sent.
"""

from foiprevent.letters._markup import Markup
from foiprevent.letters._raising import REMEDIES
from foiprevent.letters._refusal import draft_refusal
from foiprevent.letters._review import draft_review_request
from foiprevent.letters.reading import (
    About,
    Contradiction,
    Fact,
    FactValue,
    MessageKind,
    Reading,
    Rule,
    Specificity,
    UnreadPassage,
    read_letter,
)

__all__ = [
    "REMEDIES",
    "About",
    "Contradiction",
    "Fact",
    "FactValue",
    "Markup",
    "MessageKind",
    "Reading",
    "Rule",
    "Specificity",
    "UnreadPassage",
    "draft_refusal",
    "draft_review_request",
    "read_letter",
]
