"""Taking notes while a letter is read: facts, and what is left when all are taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from foiprevent.letters.reading._layout import Region, Sentences
from foiprevent.letters.reading._model import Fact, UnreadPassage

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
        self.spoken = Sentences(layout)
        self._facts: dict[About, list[Fact]] = {}
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
        self._facts.setdefault(about, []).append(fact)
        self._taken.append((start, end))
        return fact

    def take(self, start: int, end: int) -> None:
        """Note that a stretch was understood, though no fact rests on all of it."""
        self._taken.append((start, end))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self.layout.flow[start:end]
        return start + len(words) - len(words.lstrip()), start + len(words.rstrip())

    def of(self, about: About) -> list[Fact]:
        """Return the facts that tell of one thing, in the order of the letter."""
        return sorted(self._facts.get(about, ()), key=lambda one: (one.start, one.end))

    def facts(self) -> list[Fact]:
        """Return every fact, in the order of the letter."""
        every = (fact for facts in self._facts.values() for fact in facts)
        return sorted(every, key=lambda one: (one.start, one.end))

    def unread(self) -> Iterator[UnreadPassage]:
        """Give the stretches of the body on which no fact rests, block upon block."""
        taken = sorted(self._taken)
        at = reach = 0
        start = end = -1
        for block in self.layout.blocks:
            while at < len(taken) and taken[at][0] < block.end:
                reach = max(reach, taken[at][1])
                at += 1
            if block.region is Region.BODY and reach <= block.start:
                start = block.start if start < 0 else start
                end = block.end
            elif start >= 0:
                yield from self._passage(start, end)
                start = -1
        if start >= 0:
            yield from self._passage(start, end)

    def _passage(self, start: int, end: int) -> Iterator[UnreadPassage]:
        text = self.layout.text[start:end]
        if _SAYS.search(text):
            yield UnreadPassage(start=start, end=end, text=text)
