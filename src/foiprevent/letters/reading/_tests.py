"""Public interest tests put together: each with the provisions it stands under."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from foiprevent.citations import Citation, Regime
from foiprevent.exemptions import Balance, Duty, Factor, PublicInterestTest
from foiprevent.letters.reading import _provisions, _weighing
from foiprevent.letters.reading._model import About
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    from foiprevent.letters.reading._notes import Notes
    from foiprevent.letters.reading._provisions import Claim
    from foiprevent.letters.reading._vocabulary import Vocabulary

_REACH: Final = 40
"""How many claims back a test is taken to belong to."""
_SAYS: Final = re.compile(r"\w")


class _Test:
    """A test while it is read."""

    def __init__(self) -> None:
        self.factors: dict[Factor, None] = {}
        self.balance = Balance.NOT_STATED
        self.argued_on: Duty | None = None
        self.balanced_on: Duty | None = None
        self.reasons: str | None = None
        self.names: Citation | None = None


def read_tests(
    notes: Notes, claims: list[Claim], vocabulary: Vocabulary
) -> list[PublicInterestTest]:
    """Note the factors and balances of a letter, and return its public interest tests."""
    return _Tests(notes, claims, vocabulary).read()


class _Tests:
    def __init__(self, notes: Notes, claims: list[Claim], vocabulary: Vocabulary) -> None:
        self._notes = notes
        self._vocabulary = vocabulary
        self._layout = notes.layout
        self._relied = [one for one in claims if not _provisions.is_condition(one.citation)]
        self._weighable = [one for one in self._relied if self._is_weighed(one)]
        self._at = [one.start for one in self._weighable]
        self._limbs = _provisions.Limbs(one.citation for one in self._relied)
        self._mentions = notes.of(About.MENTION)
        self._mentioned_at = [fact.start for fact in self._mentions]
        self._made: dict[tuple[Citation, ...], _Test] = {}

    def _is_weighed(self, claim: Claim) -> bool:
        return _provisions.is_weighed(claim.citation) or self._is_in_heading_of_test(claim)

    def _is_in_heading_of_test(self, claim: Claim) -> bool:
        index = self._layout.block_at(claim.start)
        block = self._layout.blocks[index]
        return (
            claim.rule is Rule.HEADING
            and "public interest" in self._layout.low[block.start : block.end]
        )

    def read(self) -> list[PublicInterestTest]:
        heading = ""
        for one in _weighing.weighings(self._layout, self._notes.spoken):
            if isinstance(one, _weighing.Opened):
                heading = f"{heading} {one.words}"[-_weighing.LONGEST_HEADING :]
                continue
            provisions = self._weighed_at(one.start)
            if provisions:
                test = self._made.setdefault(provisions, _Test())
                if isinstance(one, _weighing.Argued):
                    self._argue(test, one, heading)
                else:
                    self._balance(provisions, one)
            heading = ""
        return [
            PublicInterestTest(
                provisions=provisions,
                argued_on=test.argued_on,
                balanced_on=test.balanced_on,
                names=test.names,
                factors=tuple(test.factors),
                balance=test.balance,
                reasons=test.reasons,
            )
            for provisions, test in self._made.items()
            if test.factors or test.balance is not Balance.NOT_STATED
        ]

    def _argue(self, test: _Test, one: _weighing.Argued, heading: str) -> None:
        words = " ".join(self._layout.text[one.start : one.end].split())
        if not _SAYS.search(words):
            return
        self._notes.add(About.FACTOR, one.side, (one.start, one.end), Rule.UNDER_HEADING)
        tags = self._vocabulary.arguments(one.start, one.end, one.side)
        test.factors[Factor(side=one.side, text=words, tags=tags)] = None
        if heading:
            duty = _weighing.duty_argued(heading)
            first = test.argued_on is None
            test.argued_on = duty if first or duty is Duty.CONFIRM_OR_DENY else test.argued_on

    def _balance(self, provisions: tuple[Citation, ...], one: _weighing.Struck) -> None:
        """Record a balance for the test it stands under and for those it names."""
        cited = {
            claim.citation
            for claim in self._weighable[
                bisect_left(self._at, one.start) : bisect_left(self._at, one.end)
            ]
        }
        fact = self._notes.add(About.BALANCE, one.balance, (one.start, one.end), Rule.PHRASE)
        low = self._layout.low[one.start : one.end]
        for others, test in self._made.items():
            if others == provisions or cited & set(others):
                test.balance = one.balance
                test.balanced_on = _weighing.duty_argued(low)
                test.reasons = " ".join(fact.text.split())
        self._made[provisions].names = self._named_in(one, provisions)

    def _named_in(
        self, one: _weighing.Struck, provisions: tuple[Citation, ...]
    ) -> Citation | None:
        """Return a provision that a conclusion speaks of, other than the ones weighed."""
        first, last = (bisect_left(self._mentioned_at, at) for at in (one.start, one.end))
        for fact in self._mentions[first:last]:
            cited = fact.value
            if (
                isinstance(cited, Citation)
                and cited not in provisions
                and _provisions.refuses(cited)
            ):
                return cited
        return None

    def _weighed_at(self, offset: int) -> tuple[Citation, ...]:
        """Return what is weighed at an offset: what the section before it relies on."""
        last = bisect_left(self._at, offset)
        before = self._weighable[max(0, last - _REACH) : last] or self._weighable[:1]
        if not before:
            return ()
        this = before[-1]
        block = self._layout.block_at(this.start)
        same = [one for one in before if _is_one(one.citation, this.citation)]
        together = [one for one in before if self._layout.block_at(one.start) == block]
        if self._is_in_heading_of_test(this):
            chosen = together
        elif len({one.citation for one in together}) > 1:
            chosen = [*together, *same]
        else:
            chosen = same
        return tuple(
            dict.fromkeys(limb for one in chosen for limb in self._limbs.of(one.citation))
        )


def _is_one(one: Citation, other: Citation) -> bool:
    """Tell whether two provisions belong to one exemption: to one exception, under the EIR."""
    depth = 2 if one.regime is Regime.EIR else 0
    return (one.regime, one.section, one.parts[:depth]) == (
        other.regime,
        other.section,
        other.parts[:depth],
    )
