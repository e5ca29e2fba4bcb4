"""What each provision asks of the record of a refusal.

What is asked follows from what the provision is: the duty it takes away, whether it is
absolute, what makes information exempt under it.  So it is worked out from the row of the
provision, not written down a second time.  A statement that would itself disclose exempt
information need not be made, where the enactment says so; the record has it all the same.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent.citations import Citation, Confidence, Regime, Source
from foiprevent.exemptions._catalogue import exemption, is_limb
from foiprevent.exemptions._model import Basis, Duty, Exemption, Likelihood, Role
from foiprevent.exemptions._rows import guidance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@final
class Asked(enum.Enum):
    """Something that the record of a refusal must, or should, show."""

    PUBLIC_INTEREST_TEST = "public interest test"
    REASONS = "why the provision applies"
    HARM = "the harm, and how likely it is"
    """Each :class:`~foiprevent.exemptions.Step` of a prejudice test, or what answers to it."""
    NECESSITY = "why exemption is required"
    QUALIFIED_PERSON = "the qualified person's opinion"
    CONDITION = "the condition that is met"
    PURPOSE = "the purpose of the authority's functions"
    CONFIDENTIAL_SOURCES = "that confidential sources are concerned"
    LIMB = "the limb relied on"


@final
@attrs.frozen(kw_only=True)
class Requirement:
    """One thing asked of a record.

    Attributes:
        asked: What.
        cites: What asks for it.
        duty: For a public interest test, the duty on which the balance is struck.
        harm: For a harm, the enactment's own words for it: to prejudice, to prejudice
            substantially, to endanger, to affect adversely.
        likelihood: For a harm, how likely it may be claimed to be; any of these will do.
        yields_to: What lets a notice leave it out so far as it would itself disclose exempt
            information; ``None`` if nothing does.
        depends: Why it cannot be told whether it is asked; ``None`` if it is.
    """

    asked: Asked
    cites: tuple[Citation | Source, ...]
    duty: Duty | None = None
    harm: str | None = None
    likelihood: tuple[Likelihood, ...] = ()
    yields_to: Citation | None = None
    depends: str | None = None


def requirements(
    citation: str | Citation, *, regime: Regime = Regime.FOIA, on: date | None = None
) -> tuple[Requirement, ...]:
    """Return what a provision asks of the record of a refusal that relies on it.

    Args:
        citation: The provision; one that takes away no duty by itself asks for nothing, and
            nor does EIR reg.5(3), as reg.14 reaches refusals under regs 12(1) and 13(1) only.
        regime: The regime meant where a text does not say.
        on: The day; without it, the law as last known.

    Raises:
        CitationError: If a text is not the citation of one provision.
        UnknownProvisionError: If there is, and was, no such provision.
        NotInForceError: If there is, but not on that day.
        InvalidRecordError: If the day is not a plain date.
    """
    found = exemption(citation, regime=regime, on=on)
    refuses = found.duty is not None or found.role is Role.SECTION
    return tuple(_asked(found)) if refuses and found.basis is not Basis.EXCLUSION else ()


_GUIDANCE: Final = guidance(
    "ICO guidance: the prejudice test", "the-prejudice-test", confidence=Confidence.STATED
)


def _cite(regime: Regime, foia: str, foisa: str, eir: str) -> Citation:
    text = {Regime.FOIA: foia, Regime.FOISA: foisa, Regime.EIR: eir}[regime]
    return Citation.parse(text, regime=regime)


def _asked(found: Exemption) -> Iterator[Requirement]:
    regime = found.citation.regime
    yield Requirement(
        asked=Asked.REASONS,
        cites=(_cite(regime, "17(1)(c)", "16(1)(d)", "14(3)"),),
        yields_to=_SILENT[regime],
    )
    if len(found.limbs) > 1 and not any(map(is_limb, found.limbs)):
        specified = _cite(regime, "17(1)(b)", "16(1)(c)", "14(3)(a)")
        yield Requirement(asked=Asked.LIMB, cites=(specified,))
    if found.needs_public_interest_test is not False:
        yield _weighing(found)
    if found.harm is not None and found.harm.thresholds:
        by_guidance = found.basis is Basis.PREJUDICE and regime is Regime.FOIA
        yield Requirement(
            asked=Asked.HARM,
            cites=(found.citation, *([_GUIDANCE] if by_guidance else [])),
            harm=found.harm.verb,
            likelihood=found.harm.thresholds,
        )
    elif found.basis is Basis.REQUIRED:
        yield Requirement(asked=Asked.NECESSITY, cites=(found.citation,))
    if found.needs_qualified_person:
        yield Requirement(
            asked=Asked.QUALIFIED_PERSON,
            cites=(Citation.parse("36(2)"), Citation.parse("36(4)")),
            depends="not for statistical information (s.36(4))",
        )
    yield from _companions(found)


# FOISA s.16(3) reaches the reasons of s.16(1)(d), but not those of s.16(2).
_SILENT: Final = {
    Regime.FOIA: Citation.parse("17(4)"),
    Regime.FOISA: Citation.parse("FOISA 16(3)"),
    Regime.EIR: None,
}


def _weighing(found: Exemption) -> Requirement:
    """Give the test, and what asks for the reasons of its balance.

    No notice under FOISA s.18(1) has to give them: s.18(2) lifts s.16(2).
    """
    regime = found.citation.regime
    denying = found.duty is Duty.CONFIRM_OR_DENY
    weighed = _cite(
        regime,
        "2(1)(b)" if denying else "2(2)(b)",
        "18(1)" if denying else "2(1)(b)",
        "12(6)" if denying else "12(1)(b)",
    )
    if regime is Regime.EIR and found.citation.section == "13":
        weighed = found.citation
    reasons = _cite(regime, "17(3)(a)" if denying else "17(3)(b)", "16(2)", "14(3)(b)")
    silent = denying and regime is Regime.FOISA
    return Requirement(
        asked=Asked.PUBLIC_INTEREST_TEST,
        cites=(weighed,) if silent else (weighed, reasons),
        duty=found.duty,
        yields_to=_SILENT[regime] if regime is Regime.FOIA else None,
        depends=found.status_note if found.needs_public_interest_test is None else None,
    )


PURPOSES: Final = {
    Citation.parse(text): Citation.parse(purposes)
    for text, purposes in (
        ("31(1)(g)", "31(2)"),
        ("31(1)(h)", "31(2)"),
        ("31(1)(i)", "31(2)"),
        ("FOISA 35(1)(g)", "FOISA 35(2)"),
        ("FOISA 35(1)(h)", "FOISA 35(2)"),
    )
}
"""Of the limbs that protect an authority's functions, where their purposes are listed."""
_SOURCES_OF_30: Final = Citation.parse("30(2)(a)")


def _companions(found: Exemption) -> Iterator[Requirement]:
    """Give the provisions that must be cited, or met, beside this one."""
    conditions = [limb.condition for limb in found.limbs if is_limb(limb) and limb.condition]
    if conditions:
        yield Requirement(asked=Asked.CONDITION, cites=(found.citation, *conditions))
    if found.citation in PURPOSES:
        cites = (found.citation, PURPOSES[found.citation])
        yield Requirement(asked=Asked.PURPOSE, cites=cites)
    if _SOURCES_OF_30.contains(found.citation):
        cites = (found.citation, Citation.parse("30(2)(b)"))
        yield Requirement(asked=Asked.CONFIDENTIAL_SOURCES, cites=cites)
