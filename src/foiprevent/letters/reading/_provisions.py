"""The provisions a letter relies on, and those it only names.

A provision under which something can be refused counts as relied on, unless its words
stand in what the requester wrote, are the text of the law, deny it or leave it open.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from foiprevent.citations import Citation, Regime, find_citations
from foiprevent.citations._citation import overlaps
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import (
    Basis,
    Duty,
    Exemption,
    GroundKind,
    Likelihood,
    Role,
    catalogue,
    exemption,
    grounds,
)
from foiprevent.letters.reading._layout import Level, Region
from foiprevent.letters.reading._model import About
from foiprevent.letters.reading._notes import phrase
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from foiprevent.letters.reading._layout import Layout
    from foiprevent.letters.reading._notes import Notes


class Claim(NamedTuple):
    """A provision that a letter relies on, at one place."""

    citation: Citation
    start: int
    end: int
    rule: Rule
    sentence: tuple[int, int]
    section: int
    """The block of the heading it stands under, or its own."""
    ncnd: bool


_EIR_GENERAL: Final = (("1",), ("2",), ("10",), ("11",))
"""The paragraphs of reg.12 that set out the rules and refuse nothing."""
_EIR_PARTS: Final = {"5": (("3",),), "6": (), "13": ()}
"""The other regulations under which something is not given, and by which paragraphs."""
_DENIED: Final = phrase(
    "does not fall within", "(?:is|are|was|were) not (?:already )?(?:engaged|relying|applicable)",
    "(?:do|does|did) not (?:apply|consider|believe|rely|engage|think|cite)[^.\n]{0,40}$",
    "no longer (?:rel|appl|seek|cit)", r"withdr[ae]wn?[^.\n]{0,40}$", "not (?:seeking to )?rely",
    "previously (?:relied|applied|cited|withheld)[^.\n]{0,60}$", "rather than[^.\n]{0,30}$",
    "considered (?:whether|if|the application of|applying|using)[^.\n]{0,80}$", "decided not to",
    "(?:may|might|could) (?:also )?(?:be exempt|apply|engage|fall|be engaged|be subject)",
    "for (?:instance|example)", "such as $", "not (?:already |otherwise )?exempt (?:under|by)", "subject to (?:the provisions of )?$", "wrong to",
    "should not have", "no exemption", "did consider", "(?:was|were) (?:incorrect|wrong)ly",
    "would not be exempt", "not been (?:applied|relied)", "does not (?:come near|exceed|reach)", "not uphold",
    "(?:may|might|could|would)(?: \\w+){0,2} have to consider", "(?:looked at|thought about|asked) whether",
    "nor (?:have|do|did|has|does) ", "exemptions?,? such as", "not gone on to", "whether any other",
    "(?:gave|given) (?:some )?thought to", "asked ourselves whether",
    "in (?:our|my|the)(?: \\w+)? (?:letter|e-?mail|response|reply|decision) of [^.\n]{0,80}(?:refus|with|rel)",
    "(?:original|initial|first) (?:response|decision|answer|reply)[^.\n]{0,60}(?:refus|with|rel|cit)",
)  # fmt: skip
_DENIED_AFTER: Final = phrase(
    r"^[^.\n]{0,60}(?:is|are|was|were|does|do|did|has|have)(?: not| no longer)(?: in this case| in fact"
    r"| therefore)? (?:engaged|relied|apply|applied|been|applicable|being|needed|appropriate)",
    r"^[^.\n]{0,40}(?:was|were|is|are) (?:wrongly|incorrectly) (?:applied|relied|cited)",
    r"^[^.\n]{0,40}but (?:have |we )?(?:found|decided|concluded|consider)[^.\n]{0,60}not",
    r"^ (?:may|might|could) (?:also )?(?:apply|be engaged)", "^[^.\n]{0,30}plays? no part",
)  # fmt: skip
_LAW: Final = phrase(
    r"^\W*(?:\(\d\) )?(?:the duty to confirm or deny does not arise|information (?:is exempt information"
    r"|which does not fall)|information which is not|(?:a )?public authority is not obliged)",
    "if,? or to the extent that",
)  # fmt: skip
_COVERED: Final = phrase(r"(?:information|that is|is) covered by (?:the )?$")
_NCND: Final = phrase(
    r"neither confirms?(?:ing)?,? (?:n?or|and) den(?:y|ies|ying)",
    r"neither (?:confirm|confirming) (?:n?or) (?:deny|denying)",
    r"(?:to|by|in|from|whether to|of|that) (?:either )?confirm(?:ing|ation)? (?:or|nor) den(?:y|ial|ying)"
    r"[^.\n]{0,120}would",
    r"(?:by|in) (?:either )?(?:confirming|(?:saying|stating) (?:whether|that|if)\b)[^.\n]{0,90}would",
    r"(?:exempt|excluded|exempts?)[^.\n]{0,80}from (?:the duty to |having to |confirming)"
    r"(?:confirm|whether|[^.\n]{0,30}whether)?",
    r"refus(?:e|es|ing)[^.\n]{0,30}to (?:confirm or deny|confirm nor deny|say whether)",
    r"(?:can|will|could)(?: not|not) (?:therefore )?(?:confirm or deny|say whether|confirm nor deny)",
    r"(?:not|no) (?:obliged|required|duty)[^.\n]{0,30} to (?:confirm or deny|say whether)",
    r"duty(?: in| under| to)?[^.\n]{0,80}(?:confirm|s\.?1\(1\)\(a\)|section 1\(1\)\(a\))[^.\n]{0,60}"
    r"does not (?:apply|arise)(?! if)",
)  # fmt: skip
_WOULD: Final = (
    (Likelihood.WOULD_BE_LIKELY, phrase("would(?:,)?(?: or would)? be likely to",
                                        "would likely|likely (?:to )?(?:prejudice|endanger)")),
    (Likelihood.WOULD, phrase(
        r"would (?:otherwise |seriously |significantly |substantially |therefore )?(?:prejudice|endanger"
        "|harm|inhibit|adversely|undermine|damage)")),
    (Likelihood.COULD, phrase(r"(?:could|may|might) (?:well )?(?:prejudice|endanger|harm|inhibit|damage)")),
)  # fmt: skip


def likelihood(text: str) -> tuple[Likelihood, tuple[int, int]] | None:
    """Return how likely a harm is said to be, and where."""
    for what, says in _WOULD:
        if found := says.search(text):
            return what, found.span()
    return None


def says_ncnd(low: str) -> re.Match[str] | None:
    """Return the words, if any, that claim neither to confirm nor to deny."""
    for found in _NCND.finditer(low):
        if not _LAW.search(low[max(0, found.start() - 60) : found.end() + 40]):
            return found
    return None


@lru_cache(maxsize=4096)
def _row(citation: Citation) -> Exemption | None:
    """Return a provision as the law now stands, if it does."""
    try:
        return exemption(citation)
    except (NotInForceError, UnknownProvisionError):
        return None


def duty_of(citation: Citation) -> Duty | None:
    """Return the duty a provision lifts."""
    row = _row(citation)
    return row and row.duty


def is_condition(citation: Citation) -> bool:
    """Tell whether a provision is a condition of another: s.40(3A), or s.40(3) as it was."""
    if citation.regime is Regime.EIR:
        return False
    row = _row(citation)
    if row is None:
        return citation.section == "40" and citation.parts[:1] in (("3",), ("4",))
    return row.role is Role.DEFINITION


def is_weighed(citation: Citation) -> bool:
    """Tell whether a provision may ask for a public interest test."""
    row = _row(citation)
    if row is None:
        return citation.section in _exempting(citation.regime)
    return row.needs_public_interest_test is not False


def is_harm_based(citation: Citation) -> bool:
    """Tell whether a provision asks how likely a harm is."""
    row = _row(citation)
    return row is not None and row.basis in _ON_HARM


_ON_HARM: Final = (Basis.PREJUDICE, Basis.ENDANGERMENT, Basis.ADVERSE_EFFECT)


@cache
def _exempting(regime: Regime) -> frozenset[str]:
    """Return the sections that have exemptions or exceptions."""
    return frozenset(row.citation.section for row in catalogue(regime=regime))


@cache
def _conditions(regime: Regime) -> dict[str, set[tuple[str, ...]]]:
    """Return the subsections by which a provision of their section applies, as s.40(3A)."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for row in catalogue(regime=regime):
        if row.role is Role.WITHHOLD and row.condition is not None:
            found.setdefault(row.condition.section, set()).add(row.condition.parts[:1])
    return found


@cache
def _refused_otherwise(regime: Regime) -> tuple[Citation, ...]:
    """Return the provisions other than exemptions that refuse, as for cost or vexation."""
    kind = GroundKind.REFUSAL
    return tuple(one.citation for one in grounds(regime=regime) if one.kind is kind)


def refuses(citation: Citation) -> bool:
    """Tell whether something can be refused under a provision, or by one it depends on."""
    if citation.regime is not Regime.EIR:
        if citation.section in _exempting(citation.regime):
            conditions = _conditions(citation.regime).get(citation.section)
            row = _row(citation) if conditions else None
            defines = row is not None and row.role is Role.DEFINITION
            return not (conditions and defines) or citation.parts[:1] in conditions
        return any(overlaps(one, citation) for one in _refused_otherwise(citation.regime))
    if citation.section == "12":
        return citation.parts[:1] not in _EIR_GENERAL
    parts = _EIR_PARTS.get(citation.section, ())
    return citation.section in _EIR_PARTS and (not parts or citation.parts[:1] in parts)


def read_provisions(notes: Notes, regime: Regime | None, asked: Zones) -> list[Claim]:
    """Note the provisions that the body names, and return those it relies on."""
    layout = notes.layout
    claims: list[Claim] = []
    claimed: dict[tuple[int, int], bool] = {}
    heading = at = -1
    headed = has_law = False
    for one in find_citations(layout.flow, regime=regime or Regime.FOIA):
        index = layout.block_at(one.start)
        block = layout.blocks[index]
        if one.citation is None or block.region is not Region.BODY or one.start < block.start:
            continue
        span = (one.start, one.end)
        if not refuses(one.citation):
            notes.add(About.MENTION, one.citation, span, Rule.NOT_A_REFUSAL)
            continue
        if asked.reach(one.start):
            notes.add(About.MENTION, one.citation, span, Rule.IN_QUESTION)
            continue
        if index != at:
            at, headed = index, is_heading(layout, index)
            has_law = _LAW.search(layout.low[block.body : block.end]) is not None
        sentence = notes.spoken.at(one.start)
        bracketed = block.level is Level.BRACKETED
        if rule := _not_relied_on(layout, span, sentence, has_law=has_law, bracketed=bracketed):
            notes.add(About.MENTION, one.citation, span, rule)
            continue
        if headed:
            heading, rule = index, Rule.HEADING
        else:
            rule = Rule.CITED
        if sentence not in claimed:
            claimed[sentence] = says_ncnd(layout.low[slice(*sentence)]) is not None
        ncnd = claimed[sentence]
        claims.append(
            Claim(one.citation, *span, rule, sentence, heading if heading >= 0 else index, ncnd)
        )
    return _noted(notes, claims)


def _not_relied_on(
    layout: Layout,
    span: tuple[int, int],
    sentence: tuple[int, int],
    *,
    has_law: bool,
    bracketed: bool,
) -> Rule | None:
    """Return why nothing is relied on in a span, from its sentence and its block."""
    before = layout.low[sentence[0] : span[0]]
    after = layout.low[span[1] : sentence[1]]
    quoted = bracketed or before.count('"') % 2 == 1
    if (quoted and has_law) or _LAW.match(before):
        return Rule.QUOTED_LAW
    if _COVERED.search(before):
        return Rule.QUOTED_LAW
    near = before[-140:]
    if _DENIED.search(near) or _DENIED_AFTER.search(after[:160]):
        return Rule.DENIED
    return None


_LONGEST_HEADING: Final = 110
_MOST_WORDS: Final = 16


def is_heading(layout: Layout, index: int) -> bool:
    """Tell whether a block is a heading."""
    block = layout.blocks[index]
    return (
        0 < block.end - block.body < _LONGEST_HEADING
        and layout.flow[block.end - 1] not in ".,;?"
        and block.level not in (Level.BULLET, Level.LETTER, Level.BRACKETED)
        and len(layout.flow[block.body : block.end].split()) < _MOST_WORDS
    )


def _noted(notes: Notes, claims: list[Claim]) -> list[Claim]:
    """Note what is relied on; a bare provision is only mentioned where a limb is given."""
    limbs = Limbs(claim.citation for claim in claims)
    for claim in claims:
        is_bare = limbs.of(claim.citation) != (claim.citation,)
        about = About.MENTION if is_bare else About.RELIANCE
        notes.add(about, claim.citation, (claim.start, claim.end), claim.rule)
    return claims


class Zones:
    """Stretches of a letter, to be asked whether an offset lies in one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def reach(self, offset: int) -> bool:
        """Tell whether an offset lies in one."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


_MOST_LIMBS: Final = 200
"""How many provisions of one section are compared with one another; no letter has so many."""


class Limbs:
    """The provisions a letter cites, to be asked which limbs of one it gives."""

    def __init__(self, cited: Iterable[Citation]) -> None:
        self._sections: dict[tuple[Regime, str], list[Citation]] = {}
        for one in dict.fromkeys(cited):
            self._sections.setdefault((one.regime, one.section), []).append(one)
        self._known: dict[Citation, tuple[Citation, ...]] = {}

    def of(self, citation: Citation) -> tuple[Citation, ...]:
        """Return the deepest limbs of a provision that are cited, or itself."""
        if citation not in self._known:
            near = self._sections[citation.regime, citation.section][:_MOST_LIMBS]
            limbs = [one for one in near if _is_within(one, citation)]
            deepest = [one for one in limbs if not any(_is_within(two, one) for two in limbs)]
            self._known[citation] = tuple(deepest) or (citation,)
        return self._known[citation]


def _is_within(limb: Citation, whole: Citation) -> bool:
    return (
        limb.regime is whole.regime
        and limb.section == whole.section
        and len(limb.parts) > len(whole.parts)
        and limb.parts[: len(whole.parts)] == whole.parts
        and not is_condition(limb)
    )
