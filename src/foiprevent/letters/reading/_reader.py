"""Reading a letter: each module notes its facts, and here they are put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from foiprevent.cases import (
    Answer,
    Held,
    Link,
    Outcome,
    Question,
    QuestionScope,
    Reliance,
    Request,
    Response,
    ScopeNotStated,
    WholeRequest,
)
from foiprevent.cases.events import ExtensionClaimed, FeesNoticeGiven, ReviewRequested, Transferred
from foiprevent.cases.events import ClarificationSought
from foiprevent.citations import Citation, Regime
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Balance, Duty, Factor, Likelihood, PublicInterestTest
from foiprevent.letters.reading import _answers, _dates, _provisions, _questions, _weighing
from foiprevent.letters.reading._layout import Level, Region, laid_out, sentences
from foiprevent.letters.reading._model import About, Conflict, MessageKind, Reading
from foiprevent.letters.reading._notes import Notes, phrase
from foiprevent.letters.reading._particulars import (
    read_authority,
    read_reference,
    read_regime,
    regime_read,
    said_kinds,
)
from foiprevent.letters.reading._remedies import read_remedies, read_reuse
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from foiprevent.cases import Event
    from foiprevent.cases.response import Scope
    from foiprevent.letters.reading._layout import Layout
    from foiprevent.letters.reading._model import Fact
    from foiprevent.letters.reading._provisions import Claim
    from foiprevent.letters.reading._questions import Asked


def read_letter(text: str) -> Reading:
    """Read a letter from an authority: rules, no model; the same text gives the same reading.

    Nothing is invented: a fact for which the letter has no words is absent.  The time is
    linear in the length of the text.

    Args:
        text: The letter, as plain text or as Markdown, with or without mail quoted below it.

    Raises:
        InvalidRecordError: If *text* is no text.
    """
    if not isinstance(text, str):
        raise InvalidRecordError("read_letter.text", text, "expected a text")
    return _Reader(text).reading()


_RECEIVED: Final = (
    Rule.LABEL, Rule.RECEIPT_SAID, Rule.REQUEST_DATED, Rule.DATE_LINE, Rule.QUOTED_MAIL,
)  # fmt: skip
_SENT: Final = (Rule.LABEL, Rule.DATE_LINE, Rule.MAIL_HEADER)
_REFERENCES: Final = (
    Rule.LABEL, Rule.SUBJECT_LINE, Rule.MAIL_HEADER, Rule.PHRASE, Rule.QUOTED_MAIL,
)  # fmt: skip
_STATED: Final = (Rule.DUE_SAID, Rule.EXTENSION_SAID, Rule.RECEIPT_SAID, Rule.REQUEST_DATED,
                  Rule.LABEL, Rule.DATE_LINE, Rule.QUOTED_MAIL)  # fmt: skip
_ANSWERING: Final = (
    MessageKind.RESPONSE, MessageKind.PARTIAL_RESPONSE, MessageKind.REVIEW_OUTCOME,
)  # fmt: skip
_ESTIMATE: Final = phrase(r"\d[\d.,]* ?(?:hours|minutes)", r"\u00a3 ?\d")
_ESTIMATING: Final = phrase("estimat", "would (?:take|require|need|exceed|cost)", "take (?:us )?(?:\\w+ )?")
_PERSON: Final = phrase("qualified person")
_ADVICE: Final = phrase(
    "(?:narrow|refin|reduc|limit|restrict|revis)(?:e|ing|ed) (?:down )?(?:the |your |its )?"
    "(?:focus|scope|request|period|question)", "advice and assistance", "you (?:may|might) (?:wish|like) to",
    "to assist you", "reformulat",
)  # fmt: skip
_WHOLE: Final = phrase(
    "(?:the|this|all(?: of)?(?: the)?) information (?:that )?(?:you (?:have )?)?request(?:ed)?", "your request",
    "the requested information", "information requested", "this information", "information (?:in question|sought)",
    "all (?:of )?(?:your|the) questions", "the information",
)  # fmt: skip


class _Reader:
    """One reading: the letter, and the notes taken of it."""

    def __init__(self, text: str) -> None:
        self._layout = laid_out(text)
        self._notes = Notes(self._layout)
        self._pending: list[Claim] = []
        self._same_as: dict[str, str] = {}

    def reading(self) -> Reading:
        layout, notes = self._layout, self._notes
        authority = read_authority(notes)
        read_reference(notes)
        read_regime(notes)
        _dates.read_dates(notes)
        asked = _questions.asked(layout)
        said = dict(self._kinds())
        regime = regime_read(list(self._facts(About.REGIME)))
        zones = [(one.start, one.end) for one in asked if one.rule is not Rule.SUBJECT]
        zones += self._repeated(asked)
        claims = _provisions.read_provisions(notes, regime, zones)
        regime = self._regime(regime, claims)
        kind = self._kind(said, asked, claims)
        answering = kind in _ANSWERING
        if not answering:
            asked = [one for one in asked if one.rule is not Rule.SUBJECT]
        for one in asked:
            notes.add(About.QUESTION, layout.text[one.start : one.end].strip() or one.key,
                      self._span_of(one), one.rule, one.key)
        pending = self._pending = [claim for claim in claims if self._is_pending(claim)]
        claims = [claim for claim in claims if claim not in pending] if answering else claims
        tests = self._tests(claims) if answering else []
        answers = self._answers(asked, claims, tests, kind) if answering else []
        reliances = self._reliances(claims, asked, answers, kind)
        route, commissioner = read_remedies(notes, kind, 0)
        read_reuse(notes)
        self._attachments()
        sent = self._first(About.SENT, _SENT)
        response = Response(
            sent=sent,
            kind=kind.response_kind,
            regime_claimed=regime,
            reference=self._reference(),
            holds=self._holds(answers, answering=answering),
            answers=tuple(answers),
            reliances=tuple(reliances),
            tests=tuple(tests),
            estimate=self._first(About.EXTENDED_TO, _STATED),
            review_route=route,
            commissioner=commissioner,
            advice=self._advice() if answering else None,
            links=tuple(self._links(answers)),
        )
        request = Request(
            received=self._first(About.RECEIVED, _RECEIVED),
            regime=None,
            reference=self._reference(),
            questions=tuple(
                Question(
                    key=one.key,
                    label=one.label,
                    text=" ".join(layout.text[one.start : one.end].split()),
                    depends_on=self._depends(one, asked),
                )
                for one in asked
            ),
        )
        return Reading(
            text=layout.text,
            kind=kind,
            authority=authority,
            request=request,
            response=response,
            events=tuple(self._events(kind, sent, pending or claims)),
            due=self._first(About.DUE, _STATED),
            facts=tuple(notes.facts()),
            conflicts=tuple(self._conflicts()),
            unread=tuple(notes.unread()),
        )

    def _is_pending(self, claim: Claim) -> bool:
        """Tell whether a provision is only named for an extension to weigh it."""
        block = self._layout.blocks[self._layout.block_at(claim.start)]
        return bool(_dates.EXTENDED.search(self._layout.low, block.start, block.end))

    def _facts(self, about: About) -> Iterator[Fact]:
        return (fact for fact in self._notes.facts() if fact.about is about)

    def _first(self, about: About, order: tuple[Rule, ...]) -> date | None:
        facts = [fact for fact in self._facts(about) if fact.rule in order]
        best = _dates.strongest(facts, order)
        return best.value if best else None  # type: ignore[return-value]

    def _reference(self) -> str | None:
        best = _dates.strongest(list(self._facts(About.REFERENCE)), _REFERENCES)
        return str(best.value) if best else None

    def _span_of(self, one: Asked) -> tuple[int, int]:
        if one.start < one.end:
            return one.start, one.end
        block = self._layout.blocks[self._layout.block_at(one.start)]
        return block.start, block.body

    def _kinds(self) -> Iterator[tuple[MessageKind, tuple[int, int]]]:
        yield from said_kinds(self._layout)

    def _repeated(self, asked: Iterable[Asked]) -> Iterator[tuple[int, int]]:
        """Give where questions stand again, before their answers."""
        blocks = self._layout.blocks
        for one in asked:
            for start, _end, rule in one.answers:
                index = self._layout.block_at(start)
                before = blocks[index - 1] if index else None
                if rule is Rule.AFTER_QUESTION and before and start == blocks[index].start:
                    yield before.start, before.end

    def _regime(self, named: Regime | None, claims: list[Claim]) -> Regime | None:
        """Return the regime: that of all it relies on, else the one it names most."""
        relied = {claim.citation.regime for claim in claims}
        return relied.pop() if len(relied) == 1 else named

    def _kind(
        self,
        said: dict[MessageKind, tuple[int, int]],
        asked: list[Asked],
        claims: list[Claim],
    ) -> MessageKind:
        kind = self._judged(said, asked, claims)
        if kind in said:
            self._notes.add(About.KIND, kind, said[kind], Rule.KIND_SAID)
            return kind
        body = [one for one in self._layout.blocks if one.region is Region.BODY]
        if body:
            rule = Rule.KIND_NOTHING if kind is MessageKind.OTHER else Rule.KIND_ANSWERS
            block = self._answering_block() or body[0]
            self._notes.add(About.KIND, kind, (block.start, block.end), rule)
        return kind

    def _judged(
        self,
        said: dict[MessageKind, tuple[int, int]],
        asked: list[Asked],
        claims: list[Claim],
    ) -> MessageKind:
        answers = self._answers_something(asked, claims)
        if MessageKind.REVIEW_OUTCOME in said:
            return MessageKind.REVIEW_OUTCOME
        extends = MessageKind.EXTENSION_NOTICE in said and any(self._facts(About.EXTENDED_TO))
        if MessageKind.PARTIAL_RESPONSE in said and answers:
            return MessageKind.PARTIAL_RESPONSE
        for kind in (MessageKind.TRANSFER, MessageKind.FEES_NOTICE):
            if kind in said and not (answers and claims):
                return kind
        if MessageKind.CLARIFICATION_REQUEST in said and not (answers and claims):
            return MessageKind.CLARIFICATION_REQUEST
        if MessageKind.EXTENSION_NOTICE in said and (extends or not answers):
            some = any(one.answers for one in asked)
            return MessageKind.PARTIAL_RESPONSE if some else MessageKind.EXTENSION_NOTICE
        if answers:
            return MessageKind.RESPONSE
        if MessageKind.ACKNOWLEDGEMENT in said:
            return MessageKind.ACKNOWLEDGEMENT
        return MessageKind.OTHER

    def _answers_something(self, asked: list[Asked], claims: list[Claim]) -> bool:
        if claims or any(one.answers for one in asked):
            return True
        return self._answering_block() is not None

    def _answering_block(self):  # noqa: ANN202
        layout = self._layout
        for block in layout.blocks:
            if block.region is Region.BODY and _ANSWERS.search(layout.low, block.start, block.end):
                return block
        return None

    def _answers(
        self,
        asked: list[Asked],
        claims: list[Claim],
        tests: list[PublicInterestTest],
        kind: MessageKind,
    ) -> list[Answer]:
        layout = self._layout
        keys = {one.key for one in asked}
        stretches: dict[str, list[tuple[int, int, Rule]]] = {one.key: [] for one in asked}
        for one in asked:
            stretches[one.key] += one.answers
        for key, stretch in self._grouped(asked, keys):
            stretches[key].append(stretch)
        whole = self._whole(asked)
        disclosed = {
            citation
            for test in tests
            if test.balance is Balance.DISCLOSE
            for citation in test.provisions
        }
        done: dict[str, Answer] = {}
        answers = []
        for one in asked:
            places = stretches[one.key]
            if not any(rule is not Rule.AFTER_QUESTION for *_at, rule in places) and not places:
                places = whole
            answer = self._answer(one, places, claims, disclosed, done, kind, len(asked))
            if answer is not None:
                done[one.key] = answer
                answers.append(answer)
        return answers

    def _grouped(
        self, asked: list[Asked], keys: set[str]
    ) -> Iterator[tuple[str, tuple[int, int, Rule]]]:
        """Give the stretches that say which questions they answer."""
        layout = self._layout
        blocks = layout.blocks
        starts = {layout.block_at(one.start) for one in asked if one.rule is not Rule.GROUPED}
        index = 0
        while index < len(blocks):
            named = (
                _questions.group_opening(layout, blocks[index], keys)
                if blocks[index].region is Region.BODY and index not in starts
                else ()
            )
            if not named:
                index += 1
                continue
            until = index + 1
            while until < len(blocks) and not (
                until in starts
                or blocks[until].region is not Region.BODY
                or (blocks[until].level is Level.NUMBER and blocks[until].label in keys)
                or _questions.is_closing(layout, blocks[until])
                or _questions.group_opening(layout, blocks[until], keys)
            ):
                until += 1
            stretch = (blocks[index].start, blocks[until - 1].end, Rule.GROUPED)
            for key in named:
                yield key, stretch
            index = until

    def _whole(self, asked: list[Asked]) -> list[tuple[int, int, Rule]]:
        """Return the part of the body that answers the request as a whole."""
        layout = self._layout
        printed = [one.end for one in asked if one.rule is not Rule.QUOTED_MAIL]
        last = max(printed, default=0)
        begun = len(asked) == 1
        first: int | None = None
        end = 0
        for block in layout.blocks:
            if block.region is not Region.BODY or block.start < (last if not begun else 0):
                continue
            said = layout.said(block)
            if _GREETING.match(said) or block.end <= 0:
                continue
            if _CLOSES.match(said):
                break
            if first is None and not _ANSWERS.search(said):
                continue
            first = block.start if first is None else first
            end = block.end
        return [] if first is None else [(first, end, Rule.WHOLE_LETTER)]

    def _answer(
        self,
        one: Asked,
        places: list[tuple[int, int, Rule]],
        claims: list[Claim],
        disclosed: set[Citation],
        done: dict[str, Answer],
        kind: MessageKind,
        asked: int,
    ) -> Answer | None:
        layout = self._layout
        grouped = [place for place in places if place[2] is Rule.GROUPED]
        places = grouped or places
        if not places:
            return None
        for start, end, rule in places:
            low = layout.low[start:end]
            back = _questions.referred_back(low.lstrip())
            if back is not None:
                other = done.get(back) if back else (list(done.values())[-1] if done else None)
                if other is not None:
                    self._same_as[one.key] = other.question
                    self._notes.add(About.ANSWER, other.outcome, (start, end), Rule.REFERRED_BACK,
                                    one.key)  # fmt: skip
                    return Answer(
                        question=one.key,
                        outcome=other.outcome,
                        text=" ".join(layout.text[start:end].split()),
                        held=other.held,
                        referred_to=other.referred_to,
                    )
            relied = {
                citation
                for claim in claims
                if start <= claim.start < end or self._scoped(claim, one.key, claims)
                for citation in (claim.citation,)
            }
            waits = any(start <= claim.start < end for claim in self._pending)
            if waits and rule is not Rule.WHOLE_LETTER:
                return None
            found = _answers.outcome_of(
                layout,
                start,
                self._before_weighing(start, end),
                relied,
                whole=rule is Rule.WHOLE_LETTER,
                disclosed_on_balance=bool(relied & disclosed),
            )
            if found is None:
                continue
            outcome = found.outcome
            if kind is MessageKind.PARTIAL_RESPONSE and outcome in _GIVING and len(done) + 1 == asked:
                outcome = Outcome.PARTLY_DISCLOSED
            self._notes.add(About.ANSWER, outcome, (start, end), rule, one.key)
            return self._recorded(one, outcome, start, end, rule)
        return None

    def _before_weighing(self, start: int, end: int) -> int:
        """Return where, between two offsets, the arguments of a public interest test begin."""
        return min(
            (fact.start for fact in self._facts(About.FACTOR) if start < fact.start < end),
            default=end,
        )

    def _recorded(
        self, one: Asked, outcome: Outcome, start: int, end: int, rule: Rule
    ) -> Answer:
        layout, notes = self._layout, self._notes
        body = layout.text[start:end]
        referred = None
        if outcome is Outcome.NOT_HELD and (found := _answers.referred_to(layout, start, end)):
            referred, span = found
            notes.add(About.REFERRED_TO, referred, span, Rule.PHRASE, one.key)
        pointed: list[Link] = []
        for link, span in _answers.links(layout, start, end):
            if rule is not Rule.WHOLE_LETTER:
                notes.add(About.LINK, link.uri or link.text, span, Rule.ADDRESS, one.key)
                pointed.append(link)
        given = []
        if rule is not Rule.WHOLE_LETTER:
            for words, span in _answers.attachments(layout, start, end):
                notes.add(About.ATTACHMENT, words, span, Rule.PHRASE, one.key)
                given.append(words)
        held = _answers.held_of(layout.low[start:end], outcome)
        return Answer(
            question=one.key,
            outcome=outcome,
            text=" ".join(body.split()),
            held=held,
            referred_to=referred,
            links=tuple(pointed),
            attachments=tuple(given),
        )

    def _scoped(self, claim: Claim, key: str, claims: list[Claim]) -> bool:
        del claims
        keys = {key}
        return any(
            key in named for named in _questions.groups(self._layout, *claim.sentence, keys)
        )

    def _tests(self, claims: list[Claim]) -> list[PublicInterestTest]:
        """Return the public interest tests, each for the provisions it stands under."""
        relied = [claim for claim in claims if not _provisions.is_condition(claim.citation)]
        cited = list(dict.fromkeys(claim.citation for claim in relied))
        made: dict[tuple[Citation, ...], dict[str, object]] = {}
        heading = ""
        for one in _weighing.weighings(self._layout):
            if isinstance(one, tuple) and not isinstance(one, (_weighing.Argued, _weighing.Struck)):
                heading += " " + one[1]
                continue
            provisions = self._weighed_at(one.start, relied, cited)  # type: ignore[union-attr]
            if not provisions:
                continue
            test = made.setdefault(
                provisions, {"factors": [], "balance": Balance.NOT_STATED, "argued": None,
                             "balanced": None, "reasons": None, "names": None}
            )  # fmt: skip
            if isinstance(one, _weighing.Argued):
                self._factor(test, one, heading)
            else:
                named = {
                    claim.citation for claim in relied if one.start <= claim.start < one.end
                } - set(provisions)
                for others, other in made.items():
                    if named & set(others):
                        self._balanced(other, one, others)
                self._balanced(test, one, provisions)
            heading = ""
        return [self._made(provisions, test) for provisions, test in made.items()
                if test["factors"] or test["balance"] is not Balance.NOT_STATED]

    def _factor(self, test: dict[str, object], one: _weighing.Argued, heading: str) -> None:
        words = " ".join(self._layout.text[one.start : one.end].split())
        fact = self._notes.add(About.FACTOR, one.side, (one.start, one.end), Rule.UNDER_HEADING)
        if not _SAYS.search(fact.text):
            return
        factors = test["factors"]
        assert isinstance(factors, list)
        if not any(known.text == words and known.side is one.side for known in factors):
            factors.append(Factor(side=one.side, text=words))
        if heading:
            duty = _weighing.duty_argued(heading)
            if test["argued"] is None or duty is Duty.CONFIRM_OR_DENY:
                test["argued"] = duty

    def _balanced(
        self, test: dict[str, object], one: _weighing.Struck, provisions: tuple[Citation, ...]
    ) -> None:
        low = self._layout.low[one.start : one.end]
        self._notes.add(About.BALANCE, one.balance, (one.start, one.end), Rule.PHRASE)
        test["balance"] = one.balance
        test["balanced"] = _weighing.duty_argued(low)
        test["reasons"] = " ".join(self._layout.text[one.start : one.end].split())
        for fact in self._facts(About.MENTION):
            covered = one.start <= fact.start < one.end and isinstance(fact.value, Citation)
            if covered and fact.value not in provisions and _provisions.refuses(fact.value):  # type: ignore[arg-type]
                test["names"] = fact.value

    @staticmethod
    def _made(provisions: tuple[Citation, ...], test: dict[str, object]) -> PublicInterestTest:
        return PublicInterestTest(
            provisions=provisions,
            argued_on=test["argued"],  # type: ignore[arg-type]
            balanced_on=test["balanced"],  # type: ignore[arg-type]
            names=test["names"],  # type: ignore[arg-type]
            factors=tuple(test["factors"]),  # type: ignore[arg-type]
            balance=test["balance"],  # type: ignore[arg-type]
            reasons=test["reasons"],  # type: ignore[arg-type]
        )

    def _weighed_at(
        self, offset: int, relied: list[Claim], cited: list[Citation]
    ) -> tuple[Citation, ...]:
        """Return what is weighed at an offset: what the section before it relies on."""
        before = [claim for claim in relied if claim.start < offset]
        weighable = [claim for claim in before if self._is_weighed(claim.citation)]
        if not weighable:
            after = [claim for claim in relied if self._is_weighed(claim.citation)]
            weighable = after[:1]
        if not weighable:
            return ()
        last = weighable[-1]
        place = self._layout.block_at(last.start)
        same = [
            citation
            for claim in weighable
            if _weighed_with(claim.citation, last.citation)
            for citation in _provisions.limbs_of(claim, cited)
        ]
        together = [
            citation
            for claim in weighable
            if self._layout.block_at(claim.start) == place
            for citation in _provisions.limbs_of(claim, cited)
        ]
        return tuple(dict.fromkeys((*together, *same) if len(together) > 1 else same))

    def _is_weighed(self, citation: Citation) -> bool:
        return not (citation.section in _NEVER_WEIGHED and citation.regime is not Regime.EIR)

    def _reliances(
        self, claims: list[Claim], asked: list[Asked], answers: list[Answer], kind: MessageKind
    ) -> list[Reliance]:
        if kind not in _ANSWERING:
            return []
        layout = self._layout
        cited = list(dict.fromkeys(claim.citation for claim in claims))
        conditions = [one for one in cited if _provisions.is_condition(one)]
        by_citation: dict[Citation, list[Claim]] = {}
        for claim in claims:
            for citation in _provisions.limbs_of(claim, cited):
                by_citation.setdefault(citation, []).append(claim)
        keys = {one.key for one in asked}
        placed = {
            fact.question: (fact.start, fact.end)
            for fact in self._facts(About.ANSWER)
            if fact.rule is not Rule.WHOLE_LETTER
        }
        ncnd_only = bool(answers) and all(one.outcome is Outcome.NCND for one in answers)
        made = []
        for citation, places in by_citation.items():
            if citation in conditions:
                continue
            ncnd = self._is_ncnd(citation, places, ncnd_only=ncnd_only)
            sections = [layout.low[slice(*self._section(claim))] for claim in places]
            likely = next(filter(None, map(_provisions.likelihood, sections)), None)
            first = places[0]
            if likely and _provisions.is_harm_based(citation):
                start = self._section(first)[0] + likely[1][0]
                end = self._section(first)[0] + likely[1][1]
                if layout.low[start:end].strip():
                    self._notes.add(About.LIKELIHOOD, likely[0], (start, end), Rule.PHRASE)
            if ncnd:
                self._notes.add(About.NCND, citation, (first.start, first.end), Rule.PHRASE)
            through = tuple(
                one for one in conditions
                if one.section == citation.section and (citation.parts[:1] != ("1",))
            )  # fmt: skip
            made.append(
                Reliance(
                    cited_as=" ".join(layout.text[first.start : first.end].split()),
                    citation=citation,
                    by_virtue_of=through,
                    duty_claimed=Duty.CONFIRM_OR_DENY if ncnd else self._duty(citation, places),
                    scope=self._scope(citation, places, keys, placed, answers),
                    likelihood=(
                        likely[0]
                        if likely and _provisions.is_harm_based(citation)
                        else Likelihood.NOT_STATED
                    ),
                    reasons=self._reasons(places),
                    qualified_person=self._person() if citation.section == "36" else None,
                    cost_estimate=self._estimate() if citation.section == "12"
                    and citation.regime is not Regime.EIR else None,
                )
            )
        if not made and any(one.outcome is Outcome.REFUSED_COST for one in answers):
            made.append(self._unnamed_limit())
        return made

    def _unnamed_limit(self) -> Reliance:
        found = _LIMIT.search(self._layout.low)
        span = found.span() if found else (0, 1)
        fact = self._notes.add(About.RELIANCE, "the cost limit", span, Rule.UNNAMED_LIMIT)
        return Reliance(cited_as=fact.text, scope=WholeRequest(), cost_estimate=self._estimate())

    def _is_ncnd(self, citation: Citation, places: list[Claim], *, ncnd_only: bool) -> bool:
        duty = _provisions.duty_of(citation)
        if any(claim.ncnd for claim in places):
            return duty is not Duty.COMMUNICATE or not self._has_ncnd_limb(citation)
        return duty is Duty.CONFIRM_OR_DENY and (
            ncnd_only or _provisions.says_ncnd(self._layout.low) is not None
        )

    def _has_ncnd_limb(self, citation: Citation) -> bool:
        return any(
            fact.value != citation
            and isinstance(fact.value, Citation)
            and fact.value.section == citation.section
            and _provisions.duty_of(fact.value) is Duty.CONFIRM_OR_DENY
            for fact in self._facts(About.RELIANCE)
        ) or bool(citation.parts)

    def _duty(self, citation: Citation, places: list[Claim]) -> Duty | None:
        layout = self._layout
        for claim in places:
            low = layout.low[slice(*claim.sentence)]
            if re.search(r"exempt|with-?h[oe]ld|disclos|releas|redact|refus", low):
                return Duty.COMMUNICATE
        return _provisions.duty_of(citation)

    def _section(self, claim: Claim) -> tuple[int, int]:
        """Return the stretch a claim's heading opens, or its own block."""
        blocks = self._layout.blocks
        index = claim.section
        if not _provisions.is_heading(self._layout, index):
            block = blocks[self._layout.block_at(claim.start)]
            return block.start, block.end
        until = index + 1
        while until < len(blocks) and until - index < _SECTION_BLOCKS:
            block = blocks[until]
            other = _provisions.is_heading(self._layout, until) and _CITES.match(
                self._layout.said(block)
            )
            if other or block.region is not Region.BODY or _CLOSES.match(self._layout.said(block)):
                break
            until += 1
        return blocks[index].start, blocks[until - 1].end

    def _reasons(self, places: list[Claim]) -> str | None:
        """Return what the letter says where it relies on a provision, headings apart."""
        layout = self._layout
        for claim in sorted(places, key=lambda one: one.rule is Rule.HEADING):
            start, end = self._section(claim)
            if claim.rule is not Rule.HEADING:
                block = layout.blocks[layout.block_at(claim.start)]
                start, end = block.body, block.end
            words = [
                " ".join(layout.text[first:last].split())
                for first, last in sentences(layout, start, min(end, start + _LONGEST_REASON))
            ]
            if words and len(" ".join(words)) > len(layout.text[claim.start : claim.end]) + _ROOM:
                return " ".join(words)
        return None

    def _scope(
        self,
        citation: Citation,
        places: list[Claim],
        keys: set[str],
        placed: dict[str | None, tuple[int, int]],
        answers: list[Answer],
    ) -> Scope:
        layout = self._layout
        named: dict[str, None] = {}
        exact = [claim for claim in places if claim.citation == citation]
        places = [
            claim
            for claim in exact or places
            if "public interest test" not in layout.low[slice(*claim.sentence)]
        ] or places
        for claim in places:
            for group in _questions.groups(layout, *claim.sentence, keys):
                named.update(dict.fromkeys(group))
            for key, (start, end) in placed.items():
                if start <= claim.start < end and key in keys:
                    named[str(key)] = None
        if not named:
            for claim in places:
                if claim.rule is Rule.HEADING:
                    start, end = self._section(claim)
                    for group in _questions.groups(layout, start, min(end, start + 300), keys):
                        named.update(dict.fromkeys(group))
        for key, other in self._same_as.items():
            named.update({key: None} if other in named else {})
        if named:
            ordered = [answer.question for answer in answers if answer.question in named]
            return QuestionScope(keys=tuple(ordered or named))
        if len(keys) <= 1 or (answers and not placed) or any(
            _WHOLE.search(layout.low[slice(*claim.sentence)])
            or claim.ncnd
            for claim in places
        ):
            return WholeRequest()
        return ScopeNotStated()

    def _person(self) -> str | None:
        found = _PERSON.search(self._layout.low)
        if found is None:
            return None
        return self._notes.add(
            About.QUALIFIED_PERSON, "qualified person", found.span(), Rule.PHRASE
        ).text

    def _estimate(self) -> str | None:
        """Return the sentences that say what complying would take."""
        layout = self._layout
        words = []
        for block in layout.blocks:
            if block.region is not Region.BODY:
                continue
            for start, end in sentences(layout, block.body, block.end):
                low = layout.low[start:end]
                if _ESTIMATE.search(low) and _ESTIMATING.search(low) and "section 45" not in low:
                    fact = self._notes.add(About.ESTIMATE, "estimate", (start, end), Rule.PHRASE)
                    words.append(" ".join(fact.text.split()))
        return " ".join(words) or None

    def _advice(self) -> str | None:
        layout = self._layout
        for block in layout.blocks:
            if block.region is not Region.BODY:
                continue
            for start, end in sentences(layout, block.body, block.end):
                if _ADVICE.search(layout.low, start, end):
                    fact = self._notes.add(About.ADVICE, "advice", (start, end), Rule.PHRASE)
                    return " ".join(fact.text.split())
        return None

    def _holds(self, answers: list[Answer], *, answering: bool) -> Held:
        said = {answer.held for answer in answers}
        if answers and said <= {Held.NCND}:
            return Held.NCND
        if answers and said <= {Held.NO}:
            return Held.NO
        if Held.NO in said and Held.YES in said:
            return Held.PARTLY
        if not answering:
            return Held.NOT_STATED
        for block in self._layout.blocks:
            if block.region is Region.BODY:
                low = self._layout.low[block.start : block.end]
                if found := _answers.holds(low):
                    span = (block.start + found.start(), block.start + found.end())
                    self._notes.add(About.HELD, Held.YES, span, Rule.PHRASE)
                    return Held.YES
        return Held.NOT_STATED

    def _attachments(self) -> None:
        for start, end in self._layout.attachments:
            words = self._layout.text[start:end]
            self._notes.add(About.ATTACHMENT, words, (start, end), Rule.LISTED)

    def _links(self, answers: list[Answer]) -> Iterator[Link]:
        known = {link for answer in answers for link in answer.links}
        for block in self._layout.blocks:
            if block.region is not Region.BODY:
                continue
            for link, span in _answers.links(self._layout, block.start, block.end):
                if link not in known:
                    known.add(link)
                    self._notes.add(About.LINK, link.uri or link.text, span, Rule.ADDRESS)
                    yield link

    def _depends(self, one: Asked, asked: list[Asked]) -> tuple[str, ...]:
        low = self._layout.low[one.start : one.end]
        keys = {other.key for other in asked}
        if found := _IF_YES.search(low):
            return tuple(key for key in (found["number"],) if key in keys)
        before = [other.key for other in asked if other.start < one.start]
        return tuple(before[-1:]) if _OF_THESE.match(low) else ()

    def _events(
        self, kind: MessageKind, sent: date | None, claims: list[Claim]
    ) -> Iterator[Event]:
        requested = self._first(About.REVIEW_REQUESTED, _STATED)
        if requested:
            yield ReviewRequested(on=requested)
        if sent is None:
            return
        if kind is MessageKind.CLARIFICATION_REQUEST:
            yield ClarificationSought(on=sent)
        if kind is MessageKind.FEES_NOTICE:
            yield FeesNoticeGiven(on=sent)
        if kind is MessageKind.TRANSFER:
            yield Transferred(on=sent)
        until = self._first(About.EXTENDED_TO, _STATED)
        if until or kind is MessageKind.EXTENSION_NOTICE:
            provisions = tuple(dict.fromkeys(claim.citation for claim in claims))
            yield ExtensionClaimed(on=sent, provisions=provisions, estimate=until)

    def _conflicts(self) -> Iterator[Conflict]:
        for about, says in (
            (About.RECEIVED, "two days of receipt"),
            (About.SENT, "two dates of the letter"),
            (About.DUE, "two due dates"),
        ):
            facts = [
                fact for fact in self._facts(about) if fact.rule is not Rule.QUOTED_MAIL
            ] or list(self._facts(about))
            if len({fact.value for fact in facts}) > 1:
                yield Conflict(says=says, facts=tuple(facts))
        received = _dates.strongest(list(self._facts(About.RECEIVED)), _RECEIVED)
        for about, says in (
            (About.SENT, "the letter is dated before the request was received"),
            (About.DUE, "the due date stated is before the request was received"),
        ):
            for fact in self._facts(about):
                if received and fact.value < received.value:  # type: ignore[operator]
                    yield Conflict(says=says, facts=(received, fact))
                    break


def _weighed_with(one: Citation, other: Citation) -> bool:
    """Tell whether two provisions belong to one exemption: to one exception, under the EIR."""
    depth = 2 if one.regime is Regime.EIR else 0
    return (one.regime, one.section, one.parts[:depth]) == (
        other.regime, other.section, other.parts[:depth],
    )  # fmt: skip


_GIVING: Final = (Outcome.DISCLOSED, Outcome.ACCESSIBLE_ELSEWHERE)
_SAYS: Final = re.compile(r"\w")
_SECTION_BLOCKS: Final = 60
_LONGEST_REASON: Final = 3000
_ROOM: Final = 20
_NEVER_WEIGHED: Final = frozenset(("12", "14", "21", "23", "25", "32", "34", "41", "44"))
_CITES: Final = re.compile(r"(?:section|regulation|s\.?|reg\.?)[ ]?\d")
_LIMIT: Final = phrase("(?:appropriate|cost) limit", "18.hours?(?: limit)?", "24 hours")
_IF_YES: Final = re.compile(r"if (?:the answer (?:to|is) )?(?:yes|no|so)? ?(?:to )?\(?(?P<number>\d{1,3})\)?")
_OF_THESE: Final = re.compile(r"of (?:these|those|this|that|the above)|(?:and )?how many of (?:these|those)")
_GREETING: Final = re.compile(r"dear\b|thank you for your (?:request|e-?mail|letter|correspondence)(?![^.]*\. .)")
_CLOSES: Final = phrase(
    "if you (?:have any (?:queries|questions)|are (?:unhappy|dissatisfied|not (?:happy|satisfied|content))|disagree"
    "|remain|feel|believe|think|wish to complain)", "yours (?:sincerely|faithfully|truly)", "kind(?:est)? regards",
    "you have the right to (?:ask|request|complain|appeal|an internal)", "the information (?:provided|supplied) in this",
    "(?:your rights|complaints?(?: rights| procedure)?|right of (?:review|appeal|complaint)|(?:your )?right to"
    "|internal review|how to complain|what to do if|appeals?|next steps)[^.\n]{0,60}$",
    "you (?:may|can) (?:re-?use|request an internal|ask us to review|ask for)", "further information$",
)  # fmt: skip
_ANSWERS: Final = phrase(
    "(?:is|are|be|was|were|therefore|which|that) (?:\\w+ ){0,2}exempt", "with-?h(?:e|o)ld", "refus(?:e|ing|al) (?:to|notice|your)",
    "do(?:es)? not hold", "not held", "please find", "attach", "(?:can|to) confirm", "neither confirm", "confirm or deny",
    "declin(?:e|ing)", "vexatious", "disclos", "(?:response|reply|answer)(?: to your (?:request|questions))?[^.\n]{0,40}"
    "(?:below|follows|:)$", "available (?:at|on|from)", "(?:appropriate|cost) limit", "published", "hold(?:s)? (?:the|this|some)",
    "the answers? (?:is|are|to)", "enclose", "accessible", "relating to your request", "we have (?:searched|identified|located)",
    "regulation 12", "holds? no", "partial response", "be accessed", "no (?:recorded )?information", "we hold",
)  # fmt: skip
