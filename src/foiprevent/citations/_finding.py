"""Finding the provisions that a running text names.

A text is read once, from left to right, phrase by phrase; where nothing around a phrase
names its enactment, it is of the regime the caller meant.  Sections of other Acts,
postcodes and reference numbers are left alone.

Every pattern is anchored and bounded, so that the time is linear in the length of a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent._values import NONE, not_empty, one_of
from foiprevent.citations import _phrasebook as words
from foiprevent.citations._citation import Citation, Regime, number_of
from foiprevent.citations._phrase import read_phrase
from foiprevent.citations._placing import enactment_of, joined, numbers_elsewhere
from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.citations._phrase import Phrase


@final
@attrs.frozen(kw_only=True)
class FoundCitation:
    """A provision that a text names, and where.

    Of a list, each member has the words that add it: of *section 31(1)(a) and (b)* the
    second has ``(b)``.  The members of a range share the words of its end.

    Attributes:
        citation: The provision; ``None`` if the words are clearly meant as a citation and
            cite nothing, as *section 31()(g)* does.
        start: Where the words begin, as an offset into the text.
        end: Where they end, exclusive.
        text: The words.
    """

    citation: Citation | None = attrs.field(validator=one_of(Citation, NONE))
    start: int = attrs.field(validator=one_of(int))
    end: int = attrs.field(validator=one_of(int))
    text: str = attrs.field(validator=(one_of(str), not_empty))


def find_citations(text: str, *, regime: Regime = Regime.FOIA) -> list[FoundCitation]:
    """Return every provision of the three regimes that a text names, in its order.

    That a provision is named says nothing of why: it may be relied on, quoted or only
    mentioned.  Nor does it say that there is such a provision: see
    :func:`foiprevent.exemption`.

    Args:
        text: Any text, of any length; the time is linear in it.
        regime: The regime whose section is meant where the text names none.  The word
            *regulation* means the EIR there, and *section* never does.

    Raises:
        InvalidRecordError: If *text* is no text, or *regime* is not a regime.
    """
    if not isinstance(text, str):
        raise InvalidRecordError("find_citations.text", text, "expected a text")
    if type(regime) is not Regime:
        raise InvalidRecordError("find_citations.regime", regime, "expected Regime")
    phrases = joined(text, list(_phrases(text)))
    elsewhere = numbers_elsewhere(phrases)
    return [
        found
        for phrase in phrases
        for found in _found(text, phrase, regime)
        if not (phrase.is_weak and phrase.named[0].section in elsewhere)
    ]


_LARGEST: Final = {Regime.FOIA: 88, Regime.EIR: 21, Regime.FOISA: 76}
"""The last section or regulation of each enactment."""


def _phrases(text: str) -> Iterator[Phrase]:
    """Give every phrase that can be read as a citation, whatever its enactment."""
    book = words.patterns()
    position = 0
    last: Phrase | None = None
    while head := book.head.search(text, position):
        phrase = read_phrase(text, head, last)
        if phrase is None:
            position = max(head.end(), head.start() + 1)
            continue
        if phrase.enactment is None:
            phrase = phrase._replace(enactment=enactment_of(text, phrase, last))
        last = phrase if phrase.named else last
        yield phrase
        position = max(phrase.end, position + 1)


def _found(text: str, phrase: Phrase, default: Regime) -> Iterator[FoundCitation]:
    regime = _regime(phrase, default)
    if regime is None:
        return
    if not phrase.named:
        start, end = phrase.start, phrase.end
        yield FoundCitation(citation=None, start=start, end=end, text=text[start:end])
    for section, parts, start, end in phrase.named:
        if phrase.enactment is regime or number_of(section) <= _LARGEST[regime]:
            citation = Citation(regime=regime, section=section, parts=parts)
            yield FoundCitation(citation=citation, start=start, end=end, text=text[start:end])


def _regime(phrase: Phrase, default: Regime) -> Regime | None:
    if isinstance(phrase.enactment, Regime):
        return phrase.enactment
    if phrase.enactment is not None or phrase.is_doubtful:
        return None
    if phrase.is_regulation:
        return Regime.EIR
    return Regime.FOIA if default is Regime.EIR else default
