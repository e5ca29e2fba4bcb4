"""Whether two provisions can be relied on for the same information.

Most can: each stands by itself.  A few reach only what another does not, in so many words,
so that both cannot be true of one thing; and of those, ss.23(1) and 24(1) may still be
pleaded in the alternative, so as not to show whether a security body is involved.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.citations._citation import overlaps
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions._catalogue import exemption, weakest
from foiprevent.exemptions._model import Exemption, Role
from foiprevent.exemptions._rows import guidance

if TYPE_CHECKING:
    from datetime import date


@final
class Together(enum.Enum):
    """Whether two provisions can be relied on for the same information."""

    YES = "together"
    """Each stands by itself, and both may be claimed."""
    ALTERNATIVE = "in the alternative"
    """Not both, but a notice may claim one or the other without saying which."""
    NO = "not together"
    """One reaches only what the other does not."""
    DEPENDS = "it depends on the limbs"
    """Some limbs of the two go together and others do not."""


@final
@attrs.frozen(kw_only=True)
class Combination:
    """Two provisions claimed for the same information.

    Attributes:
        together: Whether they can be.
        reason: Why, in one sentence.
        cites: What that rests on.
        confidence: How well it is established.
    """

    together: Together
    reason: str
    cites: tuple[Citation | Source, ...]
    confidence: Confidence = Confidence.VERIFIED


def combination(
    one: str | Citation,
    other: str | Citation,
    *,
    regime: Regime = Regime.FOIA,
    on: date | None = None,
) -> Combination:
    """Return whether two provisions can be relied on for the same information.

    Args:
        one: A provision.
        other: Another of the same regime.
        regime: The regime meant where a text does not say.
        on: The day; without it, the law as last known.

    Raises:
        CitationError: If a text is not the citation of one provision.
        UnknownProvisionError: If there is, and was, no such provision.
        NotInForceError: If there is, but not on that day.
        InvalidRecordError: If they are of two regimes, one is or contains the other, or the day
            is not a plain date.
    """
    first, second = (
        exemption(c if isinstance(c, Citation) else Citation.parse(c, regime=regime), on=on)
        for c in (one, other)
    )
    if first.citation.regime is not second.citation.regime:
        raise InvalidRecordError(
            "combination.other", second.citation, f"expected a provision beside {first.citation}"
        )
    if overlaps(first.citation, second.citation):
        raise InvalidRecordError(
            "combination.other", second.citation, f"it is, or contains, {first.citation} itself"
        )
    pairs = [(limb, beside) for limb in _limbs(first) for beside in _limbs(second)]
    answers = [_of_limbs(limb, beside) for limb, beside in pairs]
    if len(answers) == 1:
        return answers[0]
    sources = (cite for answer in answers for cite in answer.cites if isinstance(cite, Source))
    together = {answer.together for answer in answers}
    return attrs.evolve(
        _on_the_words(together.pop() if len(together) == 1 else Together.DEPENDS, first, second),
        confidence=weakest(answer.confidence for answer in answers),
        cites=(*_in_order(first, second), *dict.fromkeys(sources)),
    )


def _limbs(found: Exemption) -> list[Exemption]:
    """Return the limbs of a provision, or itself: its conditions are no limbs of it."""
    return [limb for limb in found.limbs if limb.citation != found.citation] or [found]


def _of_limbs(first: Exemption, second: Exemption) -> Combination:
    for rule in _RULES:
        if rule.reaches(first.citation, second.citation):
            return rule.verdict
    return _on_the_words(Together.NO if _excludes(first, second) else Together.YES, first, second)


def _in_order(first: Exemption, second: Exemption) -> tuple[Citation, ...]:
    return tuple(sorted((first.citation, second.citation)))


def _on_the_words(together: Together, first: Exemption, second: Exemption) -> Combination:
    both = _in_order(first, second)
    names = " and ".join(citation.short for citation in both)
    reason = "Nothing in the enactment keeps them apart."
    if together is Together.NO:
        reason = f"Of {names}, one reaches only what the other does not make exempt."
    elif together is Together.DEPENDS:
        reason = f"Of {names}, some limbs go together and others do not."
    return Combination(together=together, reason=reason, cites=both)


def _excludes(first: Exemption, second: Exemption) -> bool:
    withholding = Role.CONFIRM_OR_DENY not in (first.role, second.role)
    return withholding and any(overlaps(second.citation, one) for one in first.excludes)


@final
@attrs.frozen
class _Rule:
    """What is said of two provisions in so many words, or by a court or the regulator."""

    left: Citation
    right: Citation
    verdict: Combination

    def reaches(self, one: Citation, other: Citation) -> bool:
        pairs = ((one, other), (other, one))
        return any(self.left.contains(a) and self.right.contains(b) for a, b in pairs)


def _s(text: str) -> Citation:
    return Citation.parse(text)


_MASKING: Final = Source(
    kind=SourceKind.JUDGMENT,
    text="FCDO v Information Commissioner, Williams and others [2021] UKUT 248 (AAC)",
    confidence=Confidence.STATED,
)
_ICO_23_24: Final = guidance(
    "ICO guidance: how sections 23 and 24 interact",
    "how-sections-23-and-24-interact",
    confidence=Confidence.STATED,
)
_ICO_30_31: Final = guidance(
    "ICO guidance on s.31: s.30 or s.31?",
    "section-31-law-enforcement/should-we-apply-section-30-or-31",
    confidence=Confidence.STATED,
)

_RULES: Final = (
    _Rule(
        _s("23(1)"),
        _s("24(1)"),
        Combination(
            together=Together.ALTERNATIVE,
            reason="Section 24(1) reaches only what s.23(1) does not; a notice may claim one or "
            "the other without saying which, so as not to show whether a security body is "
            "involved.",
            cites=(_s("24(1)"), _s("17(1)(b)"), _MASKING),
            confidence=Confidence.STATED,
        ),
    ),
    _Rule(
        _s("23(5)"),
        _s("24(2)"),
        Combination(
            together=Together.YES,
            reason="Neither excludes the other, and claiming both each time hides which is meant.",
            cites=(_s("23(5)"), _s("24(2)"), _ICO_23_24),
            confidence=Confidence.STATED,
        ),
    ),
    _Rule(
        _s("30(3)"),
        _s("31(3)"),
        Combination(
            together=Together.YES,
            reason="Sections 30 and 31 cannot both withhold the same information, but either may "
            "excuse confirming or denying.",
            cites=(_s("30(3)"), _s("31(3)"), _ICO_30_31),
            confidence=Confidence.STATED,
        ),
    ),
)
