"""Taking notes while a letter is read: facts, and what is left when all are taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from foiprevent.letters.reading._layout import Region
from foiprevent.letters.reading._model import Fact, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.letters.reading._layout import Layout
    from foiprevent.letters.reading._model import About, FactValue
    from foiprevent.letters.reading._rules import Rule

_SAYS: Final = re.compile(r"\w")
_SPACE: Final = re.compile(r"(?<!\[)[ ]")


def phrase(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern for text in lower case, in which a space is any run of spaces."""
    return re.compile(_SPACE.sub("(?:[ ]{1,60}+)", "|".join(alternatives)))


class Notes:
    """The facts found so far, and the stretches of the letter they rest on."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._facts: list[Fact] = []
        self._taken: list[tuple[int, int]] = []

    def add(
        self,
        about: About,
        value: FactValue,
        span: tuple[int, int],
        rule: Rule,
        question: str | None = None,
    ) -> Fact:
        """Note a fact, and return it."""
        start, end = self._trimmed(*span)
        fact = Fact(
            about=about,
            value=value,
            start=start,
            end=end,
            text=self.layout.text[start:end],
            rule=rule,
            question=question,
        )
        self._facts.append(fact)
        self._taken.append((start, end))
        return fact

    def take(self, start: int, end: int) -> None:
        """Note that a stretch was understood, though no fact rests on all of it."""
        self._taken.append((start, end))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self.layout.flow[start:end]
        return start + len(words) - len(words.lstrip()), start + len(words.rstrip())

    def facts(self) -> Iterator[Fact]:
        """Give the facts in the order of the letter, each once."""
        yield from sorted(dict.fromkeys(self._facts), key=lambda one: (one.start, one.end))

    def unread(self) -> Iterator[Passage]:
        """Give the blocks of the body on which no fact rests."""
        taken = sorted(self._taken)
        at = 0
        reach = 0
        for block in self.layout.blocks:
            while at < len(taken) and taken[at][0] < block.end:
                reach = max(reach, taken[at][1])
                at += 1
            if block.region is Region.BODY and reach <= block.start:
                text = self.layout.text[block.start : block.end]
                if _SAYS.search(text):
                    yield Passage(start=block.start, end=block.end, text=text)
