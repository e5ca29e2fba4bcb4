"""The provisions a letter relies on, put together: for what, why, and against which duty."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from foiprevent.cases import (
    Answer,
    Outcome,
    QuestionScope,
    Reliance,
    ScopeNotStated,
    WholeRequest,
)
from foiprevent.citations import Citation, Regime
from foiprevent.exemptions import Duty, Likelihood
from foiprevent.letters.reading import _provisions
from foiprevent.letters.reading._answers import COST
from foiprevent.letters.reading._asking import CLOSES
from foiprevent.letters.reading._layout import Region
from foiprevent.letters.reading._model import About
from foiprevent.letters.reading._notes import phrase
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.cases.response import Scope
    from foiprevent.letters.reading._answering import Answering
    from foiprevent.letters.reading._notes import Notes
    from foiprevent.letters.reading._provisions import Claim

_WHOLE: Final = phrase("the information", "(?:the|this|that|requested|all) information", "your request",
                       "information requested", "all (?:of )?(?:your|the) questions")  # fmt: skip
_REFUSED: Final = phrase("exempt", "with-?h[oe]ld", "disclos", "releas", "redact", "refus")
_CITES: Final = re.compile(r"(?:section|regulation|s\.?|reg\.?)[ ]?\d")
_ESTIMATE: Final = phrase(r"\d[.,]* ?(?:hours|minutes)", r"\u00a3 ?\d")
_ESTIMATING: Final = phrase("estimat", "would (?:take|require|need|exceed|cost)", "take (?:us )?")
_PERSON: Final = phrase("qualified person")
_SECTION_BLOCKS: Final = 60
_LONGEST_SECTION: Final = 8000
_LONGEST_REASON: Final = 3000
_HEAD_OF_SECTION: Final = 300
_ROOM: Final = 20


def read_reliances(
    notes: Notes, claims: list[Claim], answering: Answering, answers: list[Answer]
) -> list[Reliance]:
    """Note what a letter says of the provisions it relies on, and return them."""
    return _Relying(notes, claims, answering, answers).read()


class _Relying:
    def __init__(
        self,
        notes: Notes,
        claims: list[Claim],
        answering: Answering,
        answers: list[Answer],
    ) -> None:
        self._notes = notes
        self._layout = notes.layout
        self._keys = answering.keys
        self._answering = answering
        self._answers = answers
        cited = dict.fromkeys(claim.citation for claim in claims)
        self._conditions = [one for one in cited if _provisions.is_condition(one)]
        limbs = _provisions.Limbs(cited)
        self._places: dict[Citation, list[Claim]] = {}
        for claim in claims:
            for citation in limbs.of(claim.citation):
                self._places.setdefault(citation, []).append(claim)
        self._only_ncnd = bool(answers) and {one.outcome for one in answers} == {Outcome.NCND}
        self._says_ncnd = _provisions.says_ncnd(self._layout.low) is not None
        self._estimated = self._estimate()

    def read(self) -> list[Reliance]:
        made = [
            self._reliance(citation, places)
            for citation, places in self._places.items()
            if citation not in self._conditions
        ]
        if not made and any(one.outcome is Outcome.REFUSED_COST for one in self._answers):
            made += self._unnamed_limit()
        return made

    def _reliance(self, citation: Citation, places: list[Claim]) -> Reliance:
        layout = self._layout
        first = places[0]
        ncnd = self._is_ncnd(citation, places)
        if ncnd:
            self._notes.add(About.NCND, citation, (first.start, first.end), Rule.PHRASE)
        costs = citation.section == "12" and citation.regime is not Regime.EIR
        return Reliance(
            cited_as=" ".join(layout.text[first.start : first.end].split()),
            citation=citation,
            by_virtue_of=tuple(
                one
                for one in self._conditions
                if one.section == citation.section and citation.parts[:1] != ("1",)
            ),
            duty_claimed=Duty.CONFIRM_OR_DENY if ncnd else self._duty(citation, places),
            scope=self._scope(citation, places),
            likelihood=self._likelihood(citation, places),
            reasons=self._reasons(places),
            qualified_person=self._person() if citation.section == "36" else None,
            cost_estimate=self._estimated if costs else None,
        )

    def _unnamed_limit(self) -> Iterator[Reliance]:
        """Give the cost limit that is relied on without a provision."""
        for found in islice(COST.finditer(self._layout.low), 1):
            span = found.span()
            fact = self._notes.add(About.RELIANCE, "the cost limit", span, Rule.UNNAMED_LIMIT)
            words = " ".join(fact.text.split())
            yield Reliance(cited_as=words, scope=WholeRequest(), cost_estimate=self._estimated)

    def _is_ncnd(self, citation: Citation, places: list[Claim]) -> bool:
        duty = _provisions.duty_of(citation)
        if duty is Duty.CONFIRM_OR_DENY:
            return self._only_ncnd or self._says_ncnd
        return duty is None and any(claim.ncnd for claim in places)

    def _duty(self, citation: Citation, places: list[Claim]) -> Duty | None:
        if any(_REFUSED.search(self._layout.low, *claim.sentence) for claim in places):
            return Duty.COMMUNICATE
        return _provisions.duty_of(citation)

    def _likelihood(self, citation: Citation, places: list[Claim]) -> Likelihood:
        if not _provisions.is_harm_based(citation):
            return Likelihood.NOT_STATED
        for claim in places:
            start, end = self._section(claim)
            if found := _provisions.likelihood(self._layout.low[start:end]):
                what, (first, last) = found
                span = (start + first, start + last)
                self._notes.add(About.LIKELIHOOD, what, span, Rule.PHRASE)
                return what
        return Likelihood.NOT_STATED

    def _section(self, claim: Claim) -> tuple[int, int]:
        """Return the stretch a claim's heading opens, or its own block."""
        layout, blocks = self._layout, self._layout.blocks
        if claim.rule is not Rule.HEADING and not _provisions.is_heading(layout, claim.section):
            block = blocks[layout.block_at(claim.start)]
            return block.start, min(block.end, block.start + _LONGEST_SECTION)
        start = blocks[claim.section].start
        end = blocks[claim.section].end
        for index in range(claim.section + 1, min(len(blocks), claim.section + _SECTION_BLOCKS)):
            block = blocks[index]
            if block.region is not Region.BODY:
                break
            said = layout.said(block)
            if CLOSES.match(said) or (
                _provisions.is_heading(layout, index) and _CITES.match(said)
            ):
                break
            end = block.end
        return start, min(end, start + _LONGEST_SECTION)

    def _reasons(self, places: list[Claim]) -> str | None:
        """Return what the letter says where it relies on a provision, headings apart."""
        layout = self._layout
        for claim in sorted(places, key=lambda one: one.rule is Rule.HEADING):
            if claim.rule is Rule.HEADING:
                start, end = self._section(claim)
            else:
                block = layout.blocks[layout.block_at(claim.start)]
                start, end = block.body, block.end
            words = " ".join(layout.text[start : min(end, start + _LONGEST_REASON)].split())
            if len(words) > claim.end - claim.start + _ROOM:
                return words
        return None

    def _scope(self, citation: Citation, places: list[Claim]) -> Scope:
        named = self._named(citation, places)
        if named:
            return QuestionScope(keys=tuple(one for one in self._keys if one in named))
        low = self._layout.low
        whole = len(self._keys) <= 1 or (self._answers and not self._answering.placed)
        if whole or any(claim.ncnd or _WHOLE.search(low, *claim.sentence) for claim in places):
            return WholeRequest()
        return ScopeNotStated()

    def _named(self, citation: Citation, places: list[Claim]) -> set[str]:
        """Return the questions a provision is tied to: by name, by place, by reference."""
        layout = self._layout
        exact = [claim for claim in places if claim.citation == citation] or places
        low = layout.low
        told = [one for one in exact if "public interest test" not in low[slice(*one.sentence)]]
        named: set[str] = set()
        for claim in told or places:
            named.update(self._answering.groups.named(*claim.sentence))
            named.update(self._answering.keys_at(claim.start))
        if not named:
            for claim in told or places:
                if claim.rule is Rule.HEADING:
                    start, end = self._section(claim)
                    head = min(end, start + _HEAD_OF_SECTION)
                    named.update(self._answering.groups.named(start, head))
        named.update(key for key, other in self._answering.same_as.items() if other in named)
        return named

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
        if not any(one.section == "12" for one in self._places) and not any(
            one.outcome is Outcome.REFUSED_COST for one in self._answers
        ):
            return None
        words: list[str] = []
        for _index, start, end in self._notes.spoken.of_body():
            estimates = _ESTIMATE.search(layout.low, start, end)
            if estimates and _ESTIMATING.search(layout.low, start, end):
                fact = self._notes.add(About.ESTIMATE, "estimate", (start, end), Rule.PHRASE)
                words.append(" ".join(fact.text.split()))
        return " ".join(words) or None
