"""Finding the provisions that a running text names.

A text is read once, from left to right.  A *head* opens a phrase: a word such as section
or regulation, or a bare number whose enactment is named beside it.  The phrase goes on
through brackets, lists and ranges as long as each part can stand where it stands.  Which
enactment is meant is then decided from what stands around the phrase, within a window of
fixed size: one named after it, or before it, or by the next phrase it is joined to; and
where none is named, the regime the caller meant.  Sections of other Acts, postcodes and
reference numbers are left alone.

Every pattern is anchored and bounded, so that the time is linear in the length of a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

import attrs

from foiprevent._values import NONE, not_empty, one_of
from foiprevent.citations import _phrasebook as words
from foiprevent.citations._citation import (
    ROMAN,
    Citation,
    Level,
    Regime,
    level_below,
    part_as_cited,
)
from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


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
        InvalidRecordError: If *text* is no text.
    """
    if not isinstance(text, str):
        raise InvalidRecordError("find_citations.text", text, "expected a text")
    phrases = _joined(text, list(_phrases(text)))
    elsewhere = _numbers_elsewhere(phrases)
    return [
        found
        for phrase in phrases
        for found in _found(text, phrase, regime)
        if not (phrase.is_weak and phrase.named[0].section in elsewhere)
    ]


_LARGEST: Final = {Regime.FOIA: 88, Regime.EIR: 21, Regime.FOISA: 76}
"""The last section or regulation of each enactment."""

_LONGEST_RANGE: Final = 26
_AFTER: Final = 160
_BEFORE: Final = 90


class _Other(NamedTuple):
    """An enactment that is none of the three."""


_OTHER: Final = _Other()
_Enactment: TypeAlias = "Regime | _Other | None"


class _Named(NamedTuple):
    """One provision of a phrase: its number, its parts, and the words that add it."""

    section: str
    parts: tuple[str, ...]
    start: int
    end: int


class _Phrase(NamedTuple):
    """A head and all that its list goes on to.

    Attributes:
        named: What it names; empty where it is malformed.
        is_regulation: Whether its head says *regulation*.
        is_bare: Whether it has no head but its number, and nothing else tells what it is.
        is_weak: Whether its head is a mere *s* and its number has no parts.
        enactment: What it belongs to; ``None`` where nothing around it says.
    """

    start: int
    end: int
    named: tuple[_Named, ...]
    is_regulation: bool
    is_bare: bool
    is_weak: bool
    enactment: _Enactment = None


def _phrases(text: str) -> Iterator[_Phrase]:
    """Give every phrase that can be read as a citation, whatever its enactment."""
    book = words.patterns()
    position = 0
    last: _Phrase | None = None
    while head := book.head.search(text, position):
        phrase = _phrase(text, head, last)
        if phrase is None:
            position = max(head.end(), head.start() + 1)
            continue
        if phrase.enactment is None:
            phrase = phrase._replace(enactment=_enactment(text, phrase))
        last = phrase if phrase.named else last
        yield phrase
        position = max(phrase.end, position + 1)


def _phrase(text: str, head: re.Match[str], last: _Phrase | None) -> _Phrase | None:
    """Read what *head* opens, or return ``None`` if it opens no citation."""
    book = words.patterns()
    number = book.number.match(text, head.end())
    if number is None:
        return _within(text, head, last)
    if head["letter"] and not _is_meant(text, head, number):
        return None
    section = number[1] + (number[2] or "").upper()
    named = _bracketed(text, _Named(section, (), head.start(), number.end()))
    bare = head["bare"] is not None
    broken = _broken(text, named[-1].end)
    if bare and (broken or not named[0].parts):
        return None
    if broken is None:
        _listed(text, named, plural=book.plural.match(head[0]) is not None)
    return _Phrase(
        start=head.start(),
        end=broken or named[-1].end,
        named=() if broken else tuple(named),
        is_regulation=bool(head["regulation"] or head["rule"]),
        is_bare=bare and not _is_exempting(text, named[0]),
        is_weak=bool(head["letter"]) and broken is None and not named[0].parts,
    )


def _within(text: str, head: re.Match[str], last: _Phrase | None) -> _Phrase | None:
    """Read *subsection (1)(a)*, of the section that was last named in the same sentence."""
    near = words.patterns().same_sentence
    if (
        last is None
        or not head[0].lower().startswith("sub")
        or head.start() > last.end + _AFTER
        or not near.fullmatch(text, last.end, head.start())
    ):
        return None
    named = _bracketed(text, _Named(last.named[-1].section, (), head.start(), head.end()))
    if not named[0].parts:
        return None
    _listed(text, named, plural=False)
    return last._replace(start=head.start(), end=named[-1].end, named=tuple(named), is_weak=False)


def _is_meant(text: str, head: re.Match[str], number: re.Match[str]) -> bool:
    """Return whether an *s* before a number stands for section, and is no postcode."""
    letter, dotted = head["letter"], bool(head["dot"])
    adjoins = head.end() == head.end("letter")
    bracketed = text[number.end() : number.end() + 2].lstrip()[:1] == "("
    if dotted or letter[0] == "\u00a7":
        return True
    if letter.islower():
        return adjoins or bracketed or letter == "ss"
    book = words.patterns()
    if book.postcode.match(text, head.start()):
        return False
    return bracketed or bool(
        book.vouched_after.match(text, number.end())
        or book.vouched_before.search(text, max(0, head.start() - 30), head.start())
    )


def _is_exempting(text: str, first: _Named) -> bool:
    """Return whether a bare number opens the text, as in a cell, or follows *exempt under*."""
    before = words.patterns().vouched_bare.search(text, max(0, first.start - 30), first.start)
    return before is not None and (bool(before[0].strip()) or first.parts[0].isdecimal())


def _bracketed(text: str, first: _Named) -> list[_Named]:
    """Read the brackets after *first*, each a part of what came before or a sibling of it."""
    bracket, sentence = words.patterns().bracket, words.patterns().sentence
    named = [first]
    in_run = False
    while found := bracket.match(text, named[-1].end):
        if "\n" in found["gap"] and sentence.match(text, found.end()):
            break  # a numbered paragraph that begins a line
        here, part = named[-1], part_as_cited(found["part"])
        below = level_below(_levels(here.parts)[-1], part)
        beside = _beside(here.parts, part)
        if beside is not None and (below is None or (in_run and _follows(here.parts[-1], part))):
            start = found.start() + len(found["gap"])
            named.append(_Named(here.section, beside, start, found.end()))
            in_run = True
        elif below is not None:
            named[-1] = here._replace(parts=(*here.parts, part), end=found.end())
        else:
            break
    return named


def _levels(parts: tuple[str, ...]) -> list[Level]:
    levels: list[Level] = [Level.SECTION]
    for part in parts:
        levels.append(level_below(levels[-1], part) or levels[-1])
    return levels


def _beside(parts: tuple[str, ...], part: str) -> tuple[str, ...] | None:
    """Return the provision that *part* names beside the one with *parts*, if it can."""
    levels = _levels(parts)[1:]
    if part[0].isdigit():
        wanted = Level.SUBSECTION
    elif levels and levels[-1] is Level.SUB_PARAGRAPH and part in ROMAN:
        wanted = Level.SUB_PARAGRAPH
    else:
        wanted = Level.PARAGRAPH
    if wanted not in levels:
        return None
    kept = parts[: levels.index(wanted)]
    return (*kept, part) if level_below(_levels(kept)[-1], part) is wanted else None


def _follows(one: str, other: str) -> bool:
    return len(one) == len(other) == 1 and ord(other) == ord(one) + 1


def _broken(text: str, end: int) -> int | None:
    """Return where a citation ends that breaks off in a bracket, or has an empty one."""
    broken = words.patterns().broken.match(text, end)
    if broken is None:
        return None
    end = broken.end()
    while more := words.patterns().bracket.match(text, end):
        end = more.end()
    return end


def _listed(text: str, named: list[_Named], *, plural: bool) -> None:
    """Add to *named* what a list or a range after it adds."""
    book = words.patterns()
    while separator := book.separator.match(text, named[-1].end):
        last, at = named[-1], separator.start("again") if separator["again"] else separator.end()
        more: list[_Named] = []
        if bracket := book.bracket.match(text, at):
            part = part_as_cited(bracket["part"])
            member = _Named(last.section, (), at, bracket.end())
            if separator["range"]:
                more = _range(last, part, member)
            elif beside := _beside(last.parts, part):
                more = _bracketed(text, member._replace(parts=beside))
        elif number := book.another.match(text, separator.end()):
            member = _Named(number[1] + (number[2] or "").upper(), (), at, number.end())
            if not separator["range"]:
                more = _bracketed(text, member)
            elif plural and not last.parts:
                more = _sections(last.section, member)
            inserted = number[2] and number[1] == last.section
            if not (plural or separator["again"] or inserted or (more and more[0].parts)):
                break
        if not more:
            break
        named += more


def _range(first: _Named, last: str, member: _Named) -> list[_Named]:
    """Return the provisions after *first* up to the one whose last part is *last*."""
    if not first.parts:
        return []
    *kept, part = first.parts
    if part.isdecimal() and last.isdecimal():
        between = [str(number) for number in range(int(part) + 1, int(last) + 1)]
    elif part in ROMAN and last in ROMAN and _levels(first.parts)[-1] is Level.SUB_PARAGRAPH:
        between = [one for one, place in ROMAN.items() if ROMAN[part] < place <= ROMAN[last]]
    elif len(part) == len(last) == 1 and part.isalpha() and last.isalpha():
        between = [chr(code) for code in range(ord(part) + 1, ord(last) + 1)]
    else:
        return []
    if not 0 < len(between) < _LONGEST_RANGE:
        return []
    return [member._replace(parts=(*kept, one)) for one in between]


def _sections(first: str, member: _Named) -> list[_Named]:
    """Return the sections after *first* up to that of *member*."""
    if not (first.isdecimal() and member.section.isdecimal()):
        return []
    between = range(int(first) + 1, int(member.section) + 1)
    if not 0 < len(between) < _LONGEST_RANGE:
        return []
    return [member._replace(section=str(number)) for number in between]


def _enactment(text: str, phrase: _Phrase) -> _Enactment:
    """Return the enactment that the words around a phrase name, if they name one."""
    book = words.patterns()
    after = book.foi_after.match(text, phrase.end, min(len(text), phrase.end + _AFTER))
    if after:
        return words.named(after)
    if _names_another(text, phrase):
        return _OTHER
    start = max(0, phrase.start - _BEFORE)
    if before := book.foi_before.search(text, start, phrase.start):
        return words.named(before)
    return _OTHER if book.other_before.search(text, start, phrase.start) else None


def _names_another(text: str, phrase: _Phrase) -> bool:
    """Return whether the words after a phrase name an enactment that is none of the three."""
    book = words.patterns()
    end = min(len(text), phrase.end + _AFTER)
    if book.elsewhere.match(text, phrase.end, end):
        return True
    number = phrase.named[0].section if phrase.named else ""
    if (noun := book.jargon.match(text, phrase.end, end)) and not (
        noun["notice"] and number in words.GIVE_NOTICES
    ):
        return True
    lead = book.lead.match(text, phrase.end, end)
    return lead is not None and _is_title(text, lead.end(), end, named_of=bool(lead["of"]))


def _is_title(text: str, at: int, end: int, *, named_of: bool) -> bool:
    """Return whether what stands at *at* is the title of an enactment, or its initials."""
    for place, word in enumerate(words.patterns().word.finditer(text, at, end)):
        token = word[0]
        if place and token.rstrip("s") in words.INSTRUMENTS:
            return True
        if place == 0 and token.isupper() and token.isalpha() and len(token) > 1:
            return (named_of or token in words.INITIALS) and token not in words.NO_ENACTMENT
        small = place and token.lower() in words.SMALL
        if token in words.STOPS or not (small or token[0].isupper() or token[0].isdigit()):
            return False
    return False


def _joined(text: str, phrases: list[_Phrase]) -> list[_Phrase]:
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


def _numbers_elsewhere(phrases: list[_Phrase]) -> frozenset[str]:
    """Return the sections that the text names of other enactments only."""
    others = {p.named[0].section for p in phrases if p.enactment is _OTHER and p.named}
    ours = {p.named[0].section for p in phrases if isinstance(p.enactment, Regime) and p.named}
    return frozenset(others - ours)


def _found(text: str, phrase: _Phrase, default: Regime) -> Iterator[FoundCitation]:
    regime = _regime(phrase, default)
    if regime is None:
        return
    if not phrase.named:
        words_ = text[phrase.start : phrase.end]
        yield FoundCitation(citation=None, start=phrase.start, end=phrase.end, text=words_)
    for section, parts, start, end in phrase.named:
        if phrase.enactment is regime or _number(section) <= _LARGEST[regime]:
            citation = Citation(regime=regime, section=section, parts=parts)
            yield FoundCitation(citation=citation, start=start, end=end, text=text[start:end])


def _number(section: str) -> int:
    return int(section.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _regime(phrase: _Phrase, default: Regime) -> Regime | None:
    if isinstance(phrase.enactment, Regime):
        return phrase.enactment
    if phrase.enactment is not None or phrase.is_bare:
        return None
    if phrase.is_regulation:
        return Regime.EIR
    return Regime.FOIA if default is Regime.EIR else default
