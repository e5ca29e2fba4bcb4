"""Reading one phrase that names provisions: its head, its brackets, its list or range.

A *head* opens a phrase: a word such as section or regulation, or a bare number.  The
phrase goes on through brackets, lists and ranges as long as each part can stand where it
stands.  Which enactment it belongs to is not decided here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from foiprevent.citations import _phrasebook as words
from foiprevent.citations._citation import (
    ROMAN,
    Level,
    Regime,
    level_below,
    number_of,
    part_as_cited,
)

if TYPE_CHECKING:
    import re

REACH: Final = 160
"""How far after a phrase what belongs to it is looked for."""

_LOW: Final = frozenset("234567")
"""Sections that a letter seldom names, and a form or a policy often has of its own."""

_REFUSALS: Final = frozenset((12, 14, *range(21, 45)))
"""The sections of either Act under which requests are refused, and those between them."""

_MOST_SUBSECTIONS: Final = 12
_NOT_YET_KNOWN: Final = ""
"""The section of a subsection, until what stands around it says which."""
_LONGEST_RANGE: Final = 26


class Other(NamedTuple):
    """An enactment that is none of the three."""


OTHER: Final = Other()
Enactment: TypeAlias = "Regime | Other | None"


class Named(NamedTuple):
    """One provision of a phrase: its number, its parts, and the words that add it."""

    section: str
    parts: tuple[str, ...]
    start: int
    end: int


class Phrase(NamedTuple):
    """A head and all that its list goes on to.

    Attributes:
        named: What it names; empty where it is malformed.
        is_regulation: Whether its head says *regulation*.
        is_doubtful: Whether only an enactment named beside it can tell what it is: it has no
            head but its number, or is a low number of a section with nothing about it, as a
            document's own sections are.
        is_weak: Whether its head is a mere *s* and its number has no parts.
        enactment: What it belongs to; ``None`` where nothing around it says.
    """

    start: int
    end: int
    named: tuple[Named, ...]
    is_regulation: bool
    is_doubtful: bool
    is_weak: bool
    enactment: Enactment = None


def read_phrase(text: str, head: re.Match[str], last: Phrase | None) -> Phrase | None:
    """Read what *head* opens, or return ``None`` if it opens no citation."""
    book = words.patterns()
    number = book.number.match(text, head.end())
    if number is None or _is_subsection(text, head, number, last):
        return _within(text, head, last)
    if head["letter"] and not _is_meant(text, head, number):
        return None
    if "\n" in head[0] and not _goes_on(text, head, number):
        return None
    section = number[1] + (number[2] or "").upper()
    named = _bracketed(text, Named(section, (), head.start(), number.end()))
    bare = head["bare"] is not None
    broken = _broken(text, named[-1].end)
    if bare and (broken or not named[0].parts):
        return None
    if broken is None:
        _listed(text, named, plural=book.plural.match(head[0]) is not None)
    is_regulation = bool(head["regulation"] or head["rule"])
    return Phrase(
        start=head.start(),
        end=broken or named[-1].end,
        named=() if broken else tuple(named),
        is_regulation=is_regulation,
        is_doubtful=not _is_exempting(text, named[0])
        if bare
        else not (is_regulation or broken) and _is_low(text, named),
        is_weak=bool(head["letter"]) and broken is None and not named[0].parts,
    )


def _within(text: str, head: re.Match[str], last: Phrase | None) -> Phrase | None:
    """Read *subsection (1)(a)*, of the section that is named next, or was named last.

    What was named last counts in the same sentence only.
    """
    book = words.patterns()
    if not head[0].lower().startswith("sub"):
        return None
    first = Named(_NOT_YET_KNOWN, (), head.start(), head.end())
    if number := book.number.match(text, head.end()):
        first = _subsection(head, number)
    named = _bracketed(text, first)
    if not named[0].parts:
        return None
    _listed(text, named, plural=False)
    phrase = Phrase(head.start(), named[-1].end, (), False, False, False)
    of_section = book.of_section.match(text, phrase.end)
    if of_section and (number := book.number.match(text, of_section.end())):
        section = number[1] + (number[2] or "").upper()
    elif (
        last is not None
        and head.start() <= last.end + REACH
        and book.same_sentence.fullmatch(text, last.end, head.start())
    ):
        section = last.named[-1].section
        phrase = phrase._replace(is_regulation=last.is_regulation, enactment=last.enactment)
    else:
        return None
    return phrase._replace(named=tuple(_within_section(section, one) for one in named))


def _within_section(section: str, one: Named) -> Named:
    """Return what a list of subsections names: a number of its own may be one more of them."""
    if one.section == _NOT_YET_KNOWN:
        return one._replace(section=section)
    if not one.parts and number_of(one.section) <= _MOST_SUBSECTIONS:
        return one._replace(section=section, parts=(one.section,))
    return one


def _subsection(head: re.Match[str], number: re.Match[str]) -> Named:
    parts = (number[1] + (number[2] or "").upper(),)
    return Named(_NOT_YET_KNOWN, parts, head.start(), number.end())


def _is_subsection(
    text: str, head: re.Match[str], number: re.Match[str], last: Phrase | None
) -> bool:
    """Return whether a subsection has its own number.

    As in *section 40, subsection 2* and *subsection 2 of section 40*.
    """
    if not head[0].lower().startswith("sub") or int(number[1]) > _MOST_SUBSECTIONS:
        return False
    book = words.patterns()
    if book.of_section.match(text, _bracketed(text, _subsection(head, number))[-1].end):
        return True
    return (
        last is not None
        and not last.named[-1].parts
        and head.start() <= last.end + REACH
        and book.heading.fullmatch(text, last.end, head.start()) is not None
    )


def _goes_on(text: str, head: re.Match[str], number: re.Match[str]) -> bool:
    """Return whether a head goes on to its number over a line, which may be a list's own."""
    label = words.patterns().label.match(text, number.end())
    if label is None and head[0].count("\n") == 1:
        return True
    if label and label["alone"]:
        return False
    window = max(0, head.start() - 30)
    return words.patterns().led_to.search(text, window, head.start()) is not None


def _is_low(text: str, named: list[Named]) -> bool:
    """Return whether *named* is one low number of a section, and nothing else speaks for it."""
    if len(named) > 1 or named[0].parts or named[0].section not in _LOW:
        return False
    book = words.patterns()
    led_to = book.led_to.search(text, max(0, named[0].start - 30), named[0].start)
    return led_to is None and book.own.match(text, named[0].end) is None


def _is_meant(text: str, head: re.Match[str], number: re.Match[str]) -> bool:
    """Return whether an *s* before a number stands for section, and is no postcode."""
    letter, dotted = head["letter"], bool(head["dot"])
    adjoins = head.end() == head.end("letter")
    bracketed = text[number.end() : number.end() + 2].lstrip()[:1] == "("
    if dotted or letter[0] == "\u00a7":
        return True
    if letter.islower() and (adjoins or letter == "ss"):
        return True
    book = words.patterns()
    if letter.isupper() and book.postcode.match(text, head.start()):
        return False
    return bracketed or bool(
        book.vouched_after.match(text, number.end())
        or book.vouched_before.search(text, max(0, head.start() - 30), head.start())
    )


def _is_exempting(text: str, first: Named) -> bool:
    """Return whether a bare number opens the text, as in a cell, or follows *exempt under*."""
    before = words.patterns().vouched_bare.search(text, max(0, first.start - 30), first.start)
    return before is not None and (bool(before[0].strip()) or first.parts[0].isdecimal())


def _bracketed(text: str, first: Named) -> list[Named]:
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
            named.append(Named(here.section, beside, start, found.end()))
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


def _listed(text: str, named: list[Named], *, plural: bool) -> None:
    """Add to *named* what a list or a range after it adds."""
    book = words.patterns()
    while separator := book.separator.match(text, named[-1].end):
        last, at = named[-1], separator.start("again") if separator["again"] else separator.end()
        more: list[Named] = []
        if bracket := book.bracket.match(text, at):
            part = part_as_cited(bracket["part"])
            member = Named(last.section, (), at, bracket.end())
            if separator["range"]:
                more = _range(last, part, member)
            elif beside := _beside(last.parts, part):
                more = _bracketed(text, member._replace(parts=beside))
        elif number := book.another.match(text, separator.end()):
            member = Named(number[1] + (number[2] or "").upper(), (), at, number.end())
            if not separator["range"]:
                more = _bracketed(text, member)
            elif plural and not last.parts:
                more = _sections(last.section, member)
            inserted = number[2] and number[1] == last.section
            known = plural or separator["again"] or inserted or _is_member(text, number)
            if not (known or (more and more[0].parts)):
                break
        if not more:
            break
        named += more


def _is_member(text: str, number: re.Match[str]) -> bool:
    """Return whether a list of one *section* may go on to a bare number.

    Letters write *section 21 and 40* for both.  The number is one that an enactment is
    named after, or one that refusals name and a list may end with.
    """
    after = words.patterns().member.match(text, number.end())
    return after is not None and (bool(after["named"]) or int(number[1]) in _REFUSALS)


def _range(first: Named, last: str, member: Named) -> list[Named]:
    """Return the provisions after *first* up to the one whose last part is *last*."""
    if not first.parts:
        return []
    *kept, part = first.parts
    if part.isdecimal() and last.isdecimal():
        between = [str(number) for number in range(int(part) + 1, int(last) + 1)]
    elif _levels(first.parts)[-1] is Level.SUB_PARAGRAPH:
        reached = ROMAN.get(last, 0)
        between = [one for one, place in ROMAN.items() if ROMAN[part] < place <= reached]
    elif len(part) == len(last) == 1 and part.isalpha() and last.isalpha():
        between = [chr(code) for code in range(ord(part) + 1, ord(last) + 1)]
    else:
        return []
    if not 0 < len(between) < _LONGEST_RANGE:
        return []
    return [member._replace(parts=(*kept, one)) for one in between]


def _sections(first: str, member: Named) -> list[Named]:
    """Return the sections after *first* up to that of *member*."""
    if not (first.isdecimal() and member.section.isdecimal()):
        return []
    between = range(int(first) + 1, int(member.section) + 1)
    if not 0 < len(between) < _LONGEST_RANGE:
        return []
    return [member._replace(section=str(number)) for number in between]
