"""Words that name questions by their numbers: lists, ranges, and pointers to another answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from foiprevent.letters.reading._notes import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foiprevent.letters.reading._layout import Block, Layout

_LIST: Final = (
    r"(?:questions?|qs?|qns?|parts?|points?|items?)[ ]?(?:no\.?|numbers?)?[ ]*"
    r"(?P<list>\(?\d{1,3}(?:[ ]?\(?[a-z]\)?(?![a-z]))?\)?(?:[ ]*(?:,[ ]*and|,|and|&|to|-|or|through)[ ]*"
    r"(?:q(?:uestion)?s?[ ]?)?\(?\d{1,3}(?:[ ]?\(?[a-z]\)?(?![a-z]))?\)?){0,20})"
)
_NAMED: Final = re.compile(rf"\b{_LIST}")
_GROUP: Final = re.compile(
    r"(?:(?:for|regarding|in response to|in relation to|in answer to|with regards? to|with respect to"
    r"|in respect of|concerning|as to|as for|turning to|to|re|on|answers? to|response to|relating to"
    r"|also,? for|and for|similarly,? for)[ ]+)?(?:both[ ]|your[ ]|each of[ ]|all of[ ]|parts?[ ])*"
    + _LIST
)
_BARE_GROUP: Final = re.compile(r"(?P<list>\d{1,3}[ ]?(?:-|to|and|&|,)[ ]?\d{1,3})[.:)](?=[ ]|$)")
_NUMBER: Final = re.compile(r"\d{1,3}[ ]?\(?(?:[a-z](?![a-z])\)?)?")
_RANGE: Final = re.compile(
    r"(\d{1,3})[ ]?\)?[ ]*(?:-|to|through)[ ]*(?:q(?:uestion)?s?[ ]?)?\(?(\d{1,3})(?![a-z])"
)
_BACK: Final = phrase(
    r"(?:see|refer to|as|per)(?: the| our| my)?(?: answers?| responses?| reply)?(?: given| provided)?"
    r"(?: to| for| at)? (?:q(?:uestions?)?|part|item|point)\.? ?\(?(?P<number>\d{1,3}[a-z]?)\b",
    r"(?:see|refer to|as per|as)(?: the| our| my)? (?:answer|response|reply|comments?) (?:given )?"
    r"above",
    "^as above",
)  # fmt: skip
_NEAR: Final = 60
_BRIEF: Final = 220
_MOST_IN_RANGE: Final = 60


class Keys:
    """The keys of the questions of a letter, in order, and the parts of each number."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = dict.fromkeys(keys)
        self._parts: dict[str, list[str]] = {}
        for key in self._keys:
            if bare := _PARTED.fullmatch(key):
                self._parts.setdefault(bare[1], []).append(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def named(self, numbers: Iterable[str]) -> tuple[str, ...]:
        """Return the questions that numbers name, of those there are, in order of number."""
        found: dict[str, None] = {}
        for one in numbers:
            found.update(dict.fromkeys([one] if one in self._keys else self._parts.get(one, ())))
        return tuple(sorted(found, key=in_order))


_PARTED: Final = re.compile(r"(\d+)[a-j]")


def numbered(text: str) -> list[str]:
    """Return the numbers that stand in a list, in its order, ranges not counted out."""
    return [re.sub(r"[ ()]", "", one) for one in _NUMBER.findall(text)]


def numbers_in(text: str) -> list[str]:
    """Return the numbers that a list names, its ranges counted out."""
    named: list[str] = []
    for first, last in _RANGE.findall(text):
        if 0 < int(last) - int(first) < _MOST_IN_RANGE:
            named += [str(number) for number in range(int(first), int(last) + 1)]
    return named + numbered(text)


def in_order(key: str) -> tuple[int, str]:
    """Return what keys are sorted by: their number, then their letter."""
    digits = re.match(r"\d*", key)
    return (int(digits[0]) if digits and digits[0] else 0, key)


class Groups:
    """The lists of questions that stretches of a letter name; each stretch is read once."""

    def __init__(self, layout: Layout, keys: Keys) -> None:
        self._low = layout.low
        self._keys = keys
        self._known: dict[tuple[int, int], frozenset[str]] = {}

    def named(self, start: int, end: int) -> frozenset[str]:
        """Return the questions that are named between two offsets."""
        span = (start, end)
        if span not in self._known:
            self._known[span] = frozenset(
                key
                for match in _NAMED.finditer(self._low, start, end)
                for key in self._keys.named(numbers_in(match["list"]))
            )
        return self._known[span]


def opening_list(layout: Layout, block: Block) -> str | None:
    """Return the list of questions that a block begins with, if it begins with one."""
    match = _GROUP.match(layout.low, block.body, block.end)
    return match and match["list"]


def group_opening(layout: Layout, block: Block, keys: Keys) -> tuple[str, ...]:
    """Return the questions a block says at its beginning that it answers."""
    words = opening_list(layout, block)
    if words is None and (bare := _BARE_GROUP.match(layout.low, block.start, block.end)):
        words = bare["list"]
    return keys.named(numbers_in(words)) if words else ()


def referred_back(said: str) -> str | None:
    """Return the question whose answer a text points to; empty for the one above."""
    found = _BACK.search(said)
    if found is None or (found.start() > _NEAR and len(said) > _BRIEF):
        return None
    return found["number"] or ""
