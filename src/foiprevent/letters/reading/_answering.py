"""The answers of a letter: where each stands, and what it did.

An answer stands below its question, in a stretch that says which questions it answers, or
in the letter as a whole.  Each stretch is read once, however many questions share it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import attrs

from foiprevent.cases import Answer, Outcome
from foiprevent.exemptions import Balance
from foiprevent.letters.reading import _answers, _naming
from foiprevent.letters.reading._asking import CLOSES, is_closing
from foiprevent.letters.reading._kind import ANSWERS
from foiprevent.letters.reading._layout import Level, Region
from foiprevent.letters.reading._model import About, MessageKind
from foiprevent.letters.reading._notes import phrase
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.cases import Link
    from foiprevent.citations import Citation
    from foiprevent.exemptions import PublicInterestTest
    from foiprevent.letters.reading._asking import Asked
    from foiprevent.letters.reading._notes import Notes
    from foiprevent.letters.reading._provisions import Claim

_GIVING: Final = (Outcome.DISCLOSED, Outcome.ACCESSIBLE_ELSEWHERE)
_GREETING: Final = phrase(
    "^dear\\b", "^thank you for your (?:request|e-?mail|letter|correspondence)(?![^.]*[.] .)"
)

_Stretch = tuple[int, int, Rule]


class Answering:
    """Reads the answers of one letter.

    Attributes:
        keys: The keys of the questions.
        groups: Which questions stretches of the letter name.
        same_as: The question whose answer another was referred to.
        placed: Where answers stand that are not the letter's as a whole, in order.
    """

    def __init__(
        self,
        notes: Notes,
        asked: list[Asked],
        claims: list[Claim],
        pending: list[Claim],
        kind: MessageKind,
    ) -> None:
        self._notes = notes
        self._layout = notes.layout
        self._asked = asked
        self._kind = kind
        self.keys = _naming.Keys(one.key for one in asked)
        self.groups = _naming.Groups(self._layout, self.keys)
        self._claims = claims
        self._claimed_at = [claim.start for claim in claims]
        self._pending_at = [claim.start for claim in pending]
        self._named = self._claims_by_question()
        self._weighed_at = [fact.start for fact in notes.of(About.FACTOR)]
        self._read: dict[tuple[_Stretch, frozenset[Citation]], Answer | None] = {}
        self._cited: dict[_Stretch, frozenset[Citation]] = {}
        self.same_as: dict[str, str] = {}
        self.placed: list[tuple[int, int, str]] = []

    def _claims_by_question(self) -> dict[str, list[Citation]]:
        named: dict[str, list[Citation]] = {}
        for claim in self._claims:
            for key in self.groups.named(*claim.sentence):
                named.setdefault(key, []).append(claim.citation)
        return named

    def answers(self, tests: list[PublicInterestTest]) -> list[Answer]:
        """Return what the letter did with each question it answers."""
        disclosed = {
            citation
            for test in tests
            if test.balance is Balance.DISCLOSE
            for citation in test.provisions
        }
        stretches: dict[str, list[_Stretch]] = {one.key: [] for one in self._asked}
        for key, stretch in self._grouped():
            stretches[key].append(stretch)
        whole = self._whole()
        done: dict[str, Answer] = {}
        for one in self._asked:
            places = stretches[one.key] or one.answers or whole
            answer = self._answer(one, places, disclosed, done)
            if answer is not None:
                done[one.key] = answer
        self.placed.sort()
        return list(done.values())

    def _grouped(self) -> Iterator[tuple[str, _Stretch]]:
        """Give the stretches that say which questions they answer."""
        blocks = self._layout.blocks
        starts = {
            self._layout.block_at(one.start) for one in self._asked if one.rule is not Rule.GROUPED
        }
        keys: tuple[str, ...] = ()
        start = end = 0
        for index, block in enumerate(blocks):
            body = block.region is Region.BODY and index not in starts
            named = _naming.group_opening(self._layout, block, self.keys) if body else ()
            stops = (
                not body
                or (block.level is Level.NUMBER and block.label in self.keys)
                or is_closing(self._layout, block)
            )
            if keys and (named or stops):
                yield from ((key, (start, end, Rule.GROUPED)) for key in keys)
                keys = ()
            if named:
                start, keys = block.start, named
            end = block.end
        yield from ((key, (start, end, Rule.GROUPED)) for key in keys)

    def _whole(self) -> list[_Stretch]:
        """Return the part of the body that answers the request as a whole."""
        layout = self._layout
        printed = [one.end for one in self._asked if one.rule is not Rule.QUOTED_MAIL]
        begin = 0 if len(self._asked) == 1 else max(printed, default=0)
        first: int | None = None
        end = 0
        for block in layout.blocks:
            said = layout.said(block)
            if block.region is not Region.BODY or block.start < begin or _GREETING.match(said):
                continue
            if CLOSES.match(said):
                break
            if first is None and not ANSWERS.search(said):
                continue
            first = block.start if first is None else first
            end = block.end
        return [] if first is None else [(first, end, Rule.WHOLE_LETTER)]

    def _answer(
        self,
        one: Asked,
        places: list[_Stretch],
        disclosed: set[Citation],
        done: dict[str, Answer],
    ) -> Answer | None:
        for stretch in places:
            if (answer := self._referred(one, stretch, done)) is not None:
                return answer
            cited = self._cited_in(stretch)
            more = frozenset(self._named.get(one.key, ())) - cited
            if (stretch, more) not in self._read:
                last = len(done) + 1
                relied = cited | more
                self._read[stretch, more] = self._fresh(one, stretch, relied, disclosed, last=last)
            answer = self._read[stretch, more]
            if answer is not None:
                self._place(one.key, stretch)
                return attrs.evolve(answer, question=one.key)
        return None

    def _cited_in(self, stretch: _Stretch) -> frozenset[Citation]:
        """Return what is relied on within a stretch."""
        if stretch not in self._cited:
            first, stop = self._between(self._claimed_at, *stretch[:2])
            self._cited[stretch] = frozenset(one.citation for one in self._claims[first:stop])
        return self._cited[stretch]

    def _place(self, key: str, stretch: _Stretch) -> None:
        start, end, rule = stretch
        if rule is not Rule.WHOLE_LETTER:
            self.placed.append((start, end, key))

    def _referred(self, one: Asked, stretch: _Stretch, done: dict[str, Answer]) -> Answer | None:
        """Return the answer to another question, if a stretch only points to it."""
        start, end, _rule = stretch
        back = _naming.referred_back(self._layout.low[start : min(end, start + _SHORT)].lstrip())
        if back is None or not done:
            return None
        other = done.get(back or next(reversed(done)))
        if other is None:
            return None
        self.same_as[one.key] = other.question
        self._notes.add(About.ANSWER, other.outcome, (start, end), Rule.REFERRED_BACK, one.key)
        self._place(one.key, stretch)
        text = " ".join(self._layout.text[start:end].split())
        return attrs.evolve(other, question=one.key, text=text)

    def _fresh(
        self,
        one: Asked,
        stretch: _Stretch,
        relied: frozenset[Citation],
        disclosed: set[Citation],
        *,
        last: int,
    ) -> Answer | None:
        start, end, rule = stretch
        whole = rule is Rule.WHOLE_LETTER
        waits = self._between(self._pending_at, start, end)
        if waits[0] < waits[1] and not whole:
            return None
        outcome = _answers.outcome_of(
            self._layout,
            start,
            self._before_weighing(start, end),
            relied,
            whole=whole,
            disclosed_on_balance=bool(relied & disclosed),
        )
        if outcome is None:
            return None
        partial = self._kind is MessageKind.PARTIAL_RESPONSE and last == len(self._asked)
        if partial and outcome in _GIVING:
            outcome = Outcome.PARTLY_DISCLOSED
        key = None if whole and len(self._asked) > 1 else one.key
        self._notes.add(About.ANSWER, outcome, (start, end), rule, key)
        return self._recorded(one.key, outcome, stretch)

    def keys_at(self, offset: int) -> list[str]:
        """Return the questions in whose answers an offset lies."""
        last = bisect_left(self.placed, (offset + 1,))
        near = self.placed[max(0, last - _NEIGHBOURS) : last]
        return [key for start, end, key in near if start <= offset < end]

    @staticmethod
    def _between(offsets: list[int], start: int, end: int) -> tuple[int, int]:
        return bisect_left(offsets, start), bisect_left(offsets, end)

    def _before_weighing(self, start: int, end: int) -> int:
        """Return where, between two offsets, the arguments of a public interest test begin."""
        first = bisect_left(self._weighed_at, start + 1)
        at = self._weighed_at[first] if first < len(self._weighed_at) else end
        return min(at, end)

    def _recorded(self, key: str, outcome: Outcome, stretch: _Stretch) -> Answer:
        layout, notes = self._layout, self._notes
        start, end, rule = stretch
        referred = None
        if outcome is Outcome.NOT_HELD and (found := _answers.referred_to(layout, start, end)):
            referred, span = found
            notes.add(About.REFERRED_TO, referred, span, Rule.PHRASE, key)
        links: list[Link] = []
        attachments: list[str] = []
        if rule is not Rule.WHOLE_LETTER:
            for link, span in _answers.links(layout, start, end):
                notes.add(About.LINK, link.uri or link.text, span, Rule.ADDRESS, key)
                links.append(link)
            for words, span in _answers.attachments(layout, start, end):
                notes.add(About.ATTACHMENT, words, span, Rule.PHRASE, key)
                attachments.append(words)
        return Answer(
            question=key,
            outcome=outcome,
            text=" ".join(layout.text[start:end].split()),
            held=_answers.held_of(layout.low[start:end], outcome),
            referred_to=referred,
            links=tuple(links),
            attachments=tuple(attachments),
        )


_NEIGHBOURS: Final = 60
"""How many answers can share a stretch and still be found by an offset in it."""
_SHORT: Final = 400
