"""What a letter about Prevent asks for and argues, in the vocabulary of the programme.

Whether a letter is about Prevent, its request says: what stands before the first question,
or a question.  What the authority says elsewhere (*terrorism*, in the words of an exemption)
does not show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foiprevent.letters.reading._model import About
from foiprevent.letters.reading._rules import Rule
from foiprevent.prevent import classify_factor, classify_question, find_subject

if TYPE_CHECKING:
    from foiprevent.exemptions import Side
    from foiprevent.letters.reading._asking import Asked
    from foiprevent.letters.reading._notes import Notes
    from foiprevent.prevent import Argument, Topic, Words


class Vocabulary:
    """Notes topics and arguments, where the request is about Prevent."""

    def __init__(self, notes: Notes, asked: list[Asked]) -> None:
        self._notes = notes
        self._asked = asked
        self._flow = notes.layout.flow
        self._subject = ""
        if asked:
            spans = [(0, min(one.start for one in asked))]
            spans += [(one.start, one.end) for one in asked]
            found = (find_subject(self._flow[start:end]) for start, end in spans)
            self._subject = next((words.text for words in found if words), "")

    def read_topics(self) -> None:
        """Note what each question asks for."""
        for one in self._asked if self._subject else ():
            words = self._flow[one.start : one.end]
            for found in classify_question(words, context=self._subject):
                self._add(About.TOPIC, found.topic, found.words, one.start, one.key)

    def arguments(self, start: int, end: int, side: Side) -> tuple[str, ...]:
        """Note what a factor argues, and return the tags of its arguments."""
        if not self._subject:
            return ()
        made = classify_factor(self._flow[start:end], side=side)
        for found in made:
            self._add(About.ARGUMENT, found.argument, found.words, start, None)
        return tuple(found.argument.value for found in made)

    def _add(
        self,
        about: About,
        value: Topic | Argument,
        words: tuple[Words, ...],
        offset: int,
        question: str | None,
    ) -> None:
        start = offset + min(one.start for one in words)
        end = offset + max(one.end for one in words)
        self._notes.add(about, value, (start, end), Rule.VOCABULARY, question)
