"""Deciding which enactment a phrase belongs to, from what stands around it.

One that is named after a phrase decides, then one named before it, then that of the next
phrase it is joined to.  Only a window of fixed size is read, so the time is linear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foiprevent.citations import _phrasebook as words
from foiprevent.citations._citation import Regime, number_of
from foiprevent.citations._phrase import OTHER, REACH

if TYPE_CHECKING:
    import re

    from foiprevent.citations._phrase import Enactment, Phrase

_BEFORE: Final = 90
_LAST_LOW: Final = 11
"""The last section that may be *above* or *below* in a document that has its own."""


def enactment_of(text: str, phrase: Phrase, last: Phrase | None) -> Enactment:
    """Return the enactment that the words around a phrase name, if they name one."""
    book = words.patterns()
    end = min(len(text), phrase.end + REACH)
    if after := book.foi_after.match(text, phrase.end, end):
        return words.named(after)
    if last is not None and book.as_last.match(text, phrase.end, end):
        return last.enactment
    if _is_elsewhere(text, phrase, end):
        return OTHER
    lead = book.lead.match(text, phrase.end, end)
    titled = _titled(text, lead.end(), end, named_of=bool(lead["of"])) if lead else None
    if titled is not None:
        return titled
    start = max(0, phrase.start - _BEFORE)
    if (before := book.foi_before.search(text, start, phrase.start)) and _leads(phrase, before):
        return words.named(before)
    before = book.other_before.search(text, start, phrase.start)
    return OTHER if before and _leads(phrase, before) else None


def _leads(phrase: Phrase, before: re.Match[str]) -> bool:
    """Return whether what stands before a phrase is of its line, or runs on to it."""
    return "\n" not in before["gap"] or not before.string[phrase.start].isupper()


def _is_elsewhere(text: str, phrase: Phrase, end: int) -> bool:
    """Return whether a phrase is of another document, or of another trade's jargon."""
    book = words.patterns()
    if book.elsewhere.match(text, phrase.end, end):
        return True
    last = phrase.named[-1] if phrase.named else None
    low = last is not None and not last.parts and number_of(last.section) <= _LAST_LOW
    if low and book.placed.match(text, phrase.end, end):
        return True
    noun = book.jargon.match(text, phrase.end, end)
    if noun is None:
        return False
    own = words.OWN_NOUNS.get(noun.lastgroup or "", frozenset[str]())
    return last is None or last.section not in own


def _titled(text: str, at: int, end: int, *, named_of: bool) -> Enactment:
    """Return the enactment whose title, or initials, stand at *at*, if any do.

    A heading may stand between: *section 40 Personal Information of the Freedom of
    Information Act*.  One that nothing leads to ends with its line.
    """
    book = words.patterns()
    reached, initials, previous = at, None, ""
    for place, word in enumerate(book.word.finditer(text, at, end)):
        token = word[0]
        if ours := book.foi_name.match(text, word.start(), end):
            return words.named(ours)
        if (token.capitalize() if token.isupper() else token).rstrip("s") in words.INSTRUMENTS:
            return OTHER if place else None
        if "\n" in text[reached : word.start()] and not named_of:
            break
        reached = word.end()
        if place == 0 and token.isupper() and token.isalpha() and len(token) > 1:
            if token in words.NO_ENACTMENT:
                break
            initials = OTHER if named_of or token in words.INITIALS else None
        if token.lower() == "the" and not (named_of or previous == "of"):
            break
        small = place and token.lower() in words.SMALL
        if not (small or token[0].isupper() or token[0].isdigit()):
            break
        previous = token
    return initials


def joined(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Give a phrase that is joined to the next the enactment of that one."""
    joint = words.patterns().joint
    for place in range(len(phrases) - 2, -1, -1):
        phrase, following = phrases[place], phrases[place + 1]
        if (
            phrase.enactment is None
            and following.enactment is not None
            and phrase.is_regulation is following.is_regulation
            and joint.fullmatch(text, phrase.end, following.start)
        ):
            phrases[place] = phrase._replace(enactment=following.enactment)
    return phrases


def numbers_elsewhere(phrases: list[Phrase]) -> frozenset[str]:
    """Return the sections that the text names of other enactments only."""
    others = {p.named[0].section for p in phrases if p.enactment is OTHER and p.named}
    ours = {p.named[0].section for p in phrases if isinstance(p.enactment, Regime) and p.named}
    return frozenset(others - ours)
