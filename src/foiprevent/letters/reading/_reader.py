"""Reading a letter: each module notes its facts, and here they are put together."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from foiprevent.cases import Answer, Held, Link, Question, Request, Response
from foiprevent.cases.events import (
    ClarificationSought,
    ExtensionClaimed,
    FeesNoticeGiven,
    ReviewRequested,
    Transferred,
)
from foiprevent.errors import InvalidRecordError
from foiprevent.letters.reading import _answers, _dates, _provisions, _questions
from foiprevent.letters.reading._answering import Answering
from foiprevent.letters.reading._kind import read_kind
from foiprevent.letters.reading._layout import Region, laid_out
from foiprevent.letters.reading._model import About, Contradiction, MessageKind, Reading
from foiprevent.letters.reading._notes import Notes, phrase
from foiprevent.letters.reading._particulars import (
    read_authority,
    read_reference,
    read_regime,
    regime_read,
)
from foiprevent.letters.reading._relying import read_reliances
from foiprevent.letters.reading._remedies import read_remedies, read_reuse
from foiprevent.letters.reading._rules import Rule
from foiprevent.letters.reading._tests import read_tests
from foiprevent.letters.reading._vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.cases.events import Event
    from foiprevent.citations import Regime
    from foiprevent.letters.reading._asking import Asked
    from foiprevent.letters.reading._model import Fact
    from foiprevent.letters.reading._provisions import Claim

_RECEIVED: Final = (Rule.LABEL, Rule.RECEIPT_SAID, Rule.REQUEST_DATED, Rule.QUOTED_MAIL)
_SENT: Final = (Rule.LABEL, Rule.DATE_LINE, Rule.MAIL_HEADER)
_REFERENCES: Final = (Rule.LABEL, Rule.SUBJECT_LINE, Rule.MAIL_HEADER, Rule.QUOTED_MAIL)
_STATED: Final = (Rule.DUE_SAID, Rule.EXTENSION_SAID, *_RECEIVED)
_ANSWERING: Final = (
    MessageKind.RESPONSE,
    MessageKind.PARTIAL_RESPONSE,
    MessageKind.REVIEW_OUTCOME,
)
_ADVICE: Final = phrase(
    "(?:narrow|refin|reduc|limit|restrict|revis)(?:e|ing|ed) (?:down )?(?:the |your |its )?"
    "(?:focus|scope|request|period|question)", "advice and assistance",
    "you (?:may|might) (?:wish|like) to", "to assist you", "reformulat",
)  # fmt: skip
_IF_YES: Final = re.compile(
    r"if (?:the answer (?:to|is) )?(?:yes|no|so)? ?(?:to )?\(?(?P<number>\d{1,3})\)?"
)
_OF_THESE: Final = re.compile(
    r"of (?:these|those|this|that|the above)|(?:and )?how many of (?:these|those)"
)


def read_letter(text: str) -> Reading:
    r"""Read a letter from an authority: rules, no model; the same text gives the same reading.

    Nothing is invented: a fact for which the letter has no words is absent.  The time is
    linear in the length of the text.

    Args:
        text: The letter, as plain text or as Markdown, with or without mail quoted below it.

    Raises:
        InvalidRecordError: If *text* is no text.

    >>> reading = read_letter("Received on 1 May 2024. It is exempt under section 40(2).")
    >>> reading.request.received, [str(one) for one in reading.relied_on]
    (datetime.date(2024, 5, 1), ['FOIA s.40(2)'])
    """
    if not isinstance(text, str):
        raise InvalidRecordError("read_letter.text", text, "expected a text")
    return _Reader(text).reading()


class _Reader:
    """One reading: the letter, and the notes taken of it."""

    def __init__(self, text: str) -> None:
        self._layout = laid_out(text)
        self._notes = Notes(self._layout)

    def reading(self) -> Reading:
        layout, notes = self._layout, self._notes
        authority = read_authority(notes)
        read_reference(notes)
        read_regime(notes)
        _dates.read_dates(notes)
        asked = _questions.asked(layout)
        named = regime_read(notes.of(About.REGIME))
        claims = _provisions.read_provisions(notes, named, self._zones(asked))
        answered = any(one.answers for one in asked)
        waiting = [claim for claim in claims if self._is_pending(claim)]
        kind = read_kind(
            notes,
            answered=answered,
            claims=bool(claims),
            waits=bool(claims) and len(waiting) == len(claims),
        )
        answering = self._answers(kind)
        if not answering:
            asked = [one for one in asked if one.rule is not Rule.SUBJECT]
        for one in asked:
            self._question(one)
        vocabulary = Vocabulary(notes, asked)
        vocabulary.read_topics()
        pending = waiting if answering else claims
        response = self._response(
            kind,
            asked if answering else None,
            claims,
            pending,
            vocabulary,
            regime=self._regime(named, claims),
        )
        return Reading(
            text=layout.text,
            kind=kind,
            authority=authority,
            request=Request(
                received=self._day(About.RECEIVED, _RECEIVED),
                reference=self._reference(),
                questions=tuple(self._questions(asked)),
            ),
            response=response,
            events=tuple(self._events(kind, response.sent, pending)),
            due=self._day(About.DUE, _STATED),
            facts=tuple(notes.facts()),
            contradictions=tuple(self._contradictions()),
            unread=tuple(notes.unread()),
        )

    def _answers(self, kind: MessageKind) -> bool:
        """Tell whether the letter answers; a transfer does where it says that nothing is held."""
        return kind in _ANSWERING or (
            kind is MessageKind.TRANSFER and _answers.says_not_held(self._layout.low)
        )

    def _response(
        self,
        kind: MessageKind,
        asked: list[Asked] | None,
        claims: list[Claim],
        pending: list[Claim],
        vocabulary: Vocabulary,
        *,
        regime: Regime | None,
    ) -> Response:
        notes = self._notes
        common: dict[str, object] = {}
        answers: list[Answer] = []
        if asked is not None:
            waits = set(pending)
            made = [claim for claim in claims if claim not in waits]
            tests = read_tests(notes, made, vocabulary)
            reader = Answering(notes, asked, made, pending, kind)
            answers = reader.answers(tests)
            reliances = read_reliances(notes, made, reader, answers)
            common = {"tests": tests, "reliances": reliances, "advice": self._advice()}
        route, commissioner = read_remedies(notes, kind)
        read_reuse(notes)
        for start, end in self._layout.attachments:
            notes.add(About.ATTACHMENT, self._layout.text[start:end], (start, end), Rule.LISTED)
        return Response(
            sent=self._day(About.SENT, _SENT),
            kind=kind.response_kind,
            regime_claimed=regime,
            reference=self._reference(),
            holds=self._holds(answers),
            answers=tuple(answers),
            estimate=self._day(About.EXTENDED_TO, _STATED),
            review_route=route,
            commissioner=commissioner,
            links=tuple(self._links(answers)),
            **common,  # type: ignore[arg-type]
        )

    def _zones(self, asked: list[Asked]) -> _provisions.Zones:
        """Return where the words of the requester stand."""
        blocks = self._layout.blocks
        zones = [(one.start, one.end) for one in asked if one.rule is not Rule.SUBJECT]
        for one in asked:
            for start, _end, rule in one.answers:
                index = self._layout.block_at(start)
                if rule is Rule.AFTER_QUESTION and index and start == blocks[index].start:
                    zones.append((blocks[index - 1].start, blocks[index - 1].end))
        return _provisions.Zones(zones)

    def _is_pending(self, claim: Claim) -> bool:
        """Tell whether a provision is only named for an extension to weigh it."""
        block = self._layout.blocks[self._layout.block_at(claim.start)]
        near = max(block.start, claim.start - _NEAR), min(block.end, claim.end + _NEAR)
        return bool(_dates.EXTENDED.search(self._layout.low, *near))

    @staticmethod
    def _regime(named: Regime | None, claims: list[Claim]) -> Regime | None:
        """Return the regime: that of all it relies on, else the one it names most."""
        relied = {claim.citation.regime for claim in claims}
        return relied.pop() if len(relied) == 1 else named

    def _day(self, about: About, order: tuple[Rule, ...]) -> date | None:
        best = _strongest(self._notes.of(about), order)
        return best.value if best is not None and isinstance(best.value, date) else None

    def _reference(self) -> str | None:
        best = _strongest(self._notes.of(About.REFERENCE), _REFERENCES)
        return None if best is None else str(best.value)

    def _question(self, one: Asked) -> None:
        block = self._layout.blocks[self._layout.block_at(one.start)]
        span = (one.start, one.end) if one.start < one.end else (block.start, block.body)
        words = " ".join(self._layout.text[one.start : one.end].split())
        self._notes.add(About.QUESTION, words or one.key, span, one.rule, one.key)

    def _questions(self, asked: list[Asked]) -> Iterator[Question]:
        keys = {one.key for one in asked}
        before: str | None = None
        for one in asked:
            low = self._layout.low[one.start : one.end]
            depends: tuple[str, ...] = ()
            if found := _IF_YES.search(low):
                depends = (found["number"],) if found["number"] in keys else ()
            elif before and _OF_THESE.match(low):
                depends = (before,)
            yield Question(
                key=one.key,
                label=one.label,
                text=" ".join(self._layout.text[one.start : one.end].split()),
                depends_on=depends,
            )
            before = one.key

    def _advice(self) -> str | None:
        for _index, start, end in self._notes.spoken.of_body():
            if _ADVICE.search(self._layout.low, start, end):
                fact = self._notes.add(About.ADVICE, "advice", (start, end), Rule.PHRASE)
                return " ".join(fact.text.split())
        return None

    def _holds(self, answers: list[Answer]) -> Held:
        said = {answer.held for answer in answers}
        if said in ({Held.NCND}, {Held.NO}):
            return said.pop()
        if said >= {Held.NO, Held.YES}:
            return Held.PARTLY
        for block in self._layout.blocks if answers else ():
            if block.region is Region.BODY:
                found = _answers.holds(self._layout.low, block.start, block.end)
                if found is not None:
                    self._notes.add(About.HELD, Held.YES, found.span(), Rule.PHRASE)
                    return Held.YES
        return Held.NOT_STATED

    def _links(self, answers: list[Answer]) -> Iterator[Link]:
        known = {link for answer in answers for link in answer.links}
        for block in self._layout.blocks:
            if block.region is Region.BODY:
                for link, span in _answers.links(self._layout, block.start, block.end):
                    if link not in known:
                        known.add(link)
                        self._notes.add(About.LINK, link.uri or link.text, span, Rule.ADDRESS)
                        yield link

    def _events(
        self, kind: MessageKind, sent: date | None, pending: list[Claim]
    ) -> Iterator[Event]:
        requested = self._day(About.REVIEW_REQUESTED, _STATED)
        if requested:
            yield ReviewRequested(on=requested)
        if sent is None:
            return
        if kind is MessageKind.CLARIFICATION_REQUEST:
            yield ClarificationSought(on=sent)
        if kind is MessageKind.FEES_NOTICE:
            yield FeesNoticeGiven(on=sent)
        if kind is MessageKind.TRANSFER:
            to = _answers.referred_to(self._layout, 0, len(self._layout.text))
            yield Transferred(on=sent, to=to[0] if to else None)
        until = self._day(About.EXTENDED_TO, _STATED)
        if until or kind is MessageKind.EXTENSION_NOTICE:
            provisions = tuple(dict.fromkeys(claim.citation for claim in pending))
            yield ExtensionClaimed(on=sent, provisions=provisions, estimate=until)

    def _contradictions(self) -> Iterator[Contradiction]:
        for about, says in _TWICE.items():
            facts = self._notes.of(about)
            own = [fact for fact in facts if fact.rule is not Rule.QUOTED_MAIL] or facts
            if len({fact.value for fact in own}) > 1:
                yield Contradiction(says=says, facts=tuple(own))
        received = _strongest(self._notes.of(About.RECEIVED), _RECEIVED)
        for about, says in _BEFORE_RECEIPT.items():
            for fact in self._notes.of(about) if received else ():
                if received and _is_before(fact, received):
                    yield Contradiction(says=says, facts=(received, fact))
                    break


_NEAR: Final = 1500
_TWICE: Final = {
    About.RECEIVED: "two days of receipt",
    About.SENT: "two dates of the letter",
    About.DUE: "two due dates",
}
_BEFORE_RECEIPT: Final = {
    About.SENT: "the letter is dated before the request was received",
    About.DUE: "the due date stated is before the request was received",
}


def _is_before(one: Fact, other: Fact) -> bool:
    return (
        isinstance(one.value, date) and isinstance(other.value, date) and one.value < other.value
    )


def _strongest(facts: list[Fact], order: tuple[Rule, ...]) -> Fact | None:
    """Return the first fact found by the first rule of an order that found any."""
    ranked = [fact for rule in order for fact in facts if fact.rule is rule]
    return ranked[0] if ranked else None
