"""What is cited that is not a provision, and how well a fact is established."""

from __future__ import annotations

import enum
from typing import final

import attrs

from foiprevent._values import NONE, not_empty, one_of


@final
class Confidence(enum.Enum):
    """How well a fact of law is established."""

    VERIFIED = "verified"
    """Read in the instrument itself."""
    STATED = "stated"
    """Stated by a secondary source, such as the regulator's guidance."""
    INFERRED = "inferred"
    """Follows from something read, such as the commencement of an amending section."""
    RECALLED = "recalled"
    """Recalled, and not checked against a source."""
    DISPUTED = "disputed"
    """Sources disagree."""


@final
class SourceKind(enum.Enum):
    """What kind of thing a :class:`Source` is."""

    ENACTMENT = "enactment"
    CODE_OF_PRACTICE = "code of practice"
    GUIDANCE = "guidance"
    JUDGMENT = "judgment"
    PROCLAMATION = "proclamation"
    PUBLISHED_LIST = "published list"
    LETTER = "letter"
    REPORT = "report"
    """Of the press, or in an answer to Parliament."""


@final
@attrs.frozen(kw_only=True)
class Source:
    """What a statement rests on that is not a provision of a :class:`Regime`.

    Attributes:
        kind: What it is.
        text: How it is cited.
        uri: Where it can be read, if anywhere is known.
        confidence: How well it is established that it says so.
    """

    kind: SourceKind = attrs.field(validator=one_of(SourceKind))
    text: str = attrs.field(validator=(one_of(str), not_empty))
    uri: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    confidence: Confidence = attrs.field(default=Confidence.VERIFIED, validator=one_of(Confidence))

    def __str__(self) -> str:
        return self.text
