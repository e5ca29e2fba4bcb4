"""The rules by which letters are read: what each goes by, and how specific that is.

Confidence is a reason, not a number: a labelled fact is said in so many words, a formula is
a turn of phrase of the genre, and what is placed follows from where it stands.
"""

from __future__ import annotations

import enum
from typing import final


@final
class Specificity(enum.Enum):
    """How far a rule goes by what a letter says."""

    LABELLED = "labelled"
    """The words are labelled as what they are: *Our ref*, *Date*, *Question 3*."""
    FORMULA = "formula"
    """A turn of phrase that means this in such letters."""
    PLACED = "placed"
    """It follows from where the words stand."""


@final
class Rule(enum.Enum):
    """A rule: its name, what it goes by, and how specific that is."""

    KIND_SAID = ("kind-said", "the letter says what it is", Specificity.FORMULA)
    KIND_ANSWERS = ("kind-answers", "it answers, or relies on a provision", Specificity.PLACED)
    KIND_NOTHING = ("kind-nothing", "it does nothing that a rule knows", Specificity.PLACED)
    MAIL_HEADER = ("mail-header", "a line of a mail header", Specificity.LABELLED)
    BODY_NAMED = ("body-named", "a name of the form that such bodies have", Specificity.PLACED)
    LABEL = ("label", "a label before it", Specificity.LABELLED)
    SUBJECT_LINE = ("subject-line", "a heading about the request", Specificity.FORMULA)
    QUOTED_MAIL = ("quoted-mail", "earlier mail quoted below the letter", Specificity.PLACED)
    ACT_NAMED = ("act-named", "the letter names the enactment", Specificity.FORMULA)
    RECEIPT_SAID = ("receipt-said", "a date said to be of receipt", Specificity.FORMULA)
    REQUEST_DATED = ("request-dated", "a date said to be the request's", Specificity.FORMULA)
    DATE_LINE = ("date-line", "a date on a line of its own", Specificity.PLACED)
    DUE_SAID = ("due-said", "a date by which an answer is said to be due", Specificity.FORMULA)
    EXTENSION_SAID = ("extension-said", "a date to which time is extended", Specificity.FORMULA)
    NUMBERED = ("numbered", "an item of a numbered list of questions", Specificity.LABELLED)
    INTERROGATIVE = ("interrogative", "a question without a number", Specificity.FORMULA)
    SUBJECT = ("subject", "what the request is said to be about", Specificity.FORMULA)
    GROUPED = ("grouped", "words that name the questions they answer", Specificity.LABELLED)
    AFTER_QUESTION = ("after-question", "what follows the question", Specificity.PLACED)
    WHOLE_LETTER = ("whole-letter", "said of the request as a whole", Specificity.PLACED)
    REFERRED_BACK = ("referred-back", "words that point to another answer", Specificity.FORMULA)
    CITED = ("cited", "a provision named where something is refused", Specificity.FORMULA)
    HEADING = ("heading", "a heading that names it", Specificity.LABELLED)
    NOT_A_REFUSAL = (
        "not-a-refusal",
        "a provision under which nothing is refused",
        Specificity.PLACED,
    )
    QUOTED_LAW = ("quoted-law", "the words of a provision, quoted", Specificity.FORMULA)
    DENIED = ("denied", "a provision said not to apply, or left open", Specificity.FORMULA)
    IN_QUESTION = ("in-question", "a provision named by the requester", Specificity.PLACED)
    UNNAMED_LIMIT = ("unnamed-limit", "a cost limit with no provision", Specificity.FORMULA)
    PHRASE = ("phrase", "a turn of phrase", Specificity.FORMULA)
    UNDER_HEADING = (
        "under-heading",
        "what stands below a heading that says what it is",
        Specificity.LABELLED,
    )
    VOCABULARY = (
        "vocabulary",
        "words of the Prevent vocabulary, in a letter about it",
        Specificity.FORMULA,
    )
    ADDRESS = ("address", "an address, of paper or of the web", Specificity.FORMULA)
    LISTED = ("listed", "a list of the files that came with it", Specificity.LABELLED)

    def __init__(self, code: str, goes_by: str, specificity: Specificity) -> None:
        self.code = code
        self.goes_by = goes_by
        self.specificity = specificity
