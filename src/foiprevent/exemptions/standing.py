"""Whether a provision is absolute in a case whose facts are known.

Most provisions are absolute or qualified whatever the facts.  Some depend on them: on who
holds the information (s.36), on the condition or limb it applies through (ss.37(2) and
40(2), FOISA s.38(1)(b), EIR reg.13(1)), or on where the record is kept (s.64(2)).  And
some are disputed, so that a caller has to take a side.  What is missing is named.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent._values import plain_day
from foiprevent.citations import Citation, Confidence, Regime, Source
from foiprevent.citations._citation import overlaps
from foiprevent.exemptions._catalogue import exemption
from foiprevent.exemptions._model import Exemption, Position, Status
from foiprevent.exemptions._rows import SECTION_80A

if TYPE_CHECKING:
    from foiprevent.exemptions.holders import Holder


@final
@attrs.frozen(kw_only=True)
class Standing:
    """Whether a provision is absolute in a case, and the steps to that.

    Attributes:
        citation: The provision.
        status: Absolute or qualified; partly absolute or disputed where that is not yet
            decided.
        cites: What that rests on.
        steps: How it was decided, one sentence each.
        missing: What would have to be known, or chosen, to decide it.
        confidence: How well the law it rests on is established.
    """

    citation: Citation
    status: Status | None
    cites: tuple[Citation | Source, ...]
    steps: tuple[str, ...]
    missing: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED

    @property
    def needs_public_interest_test(self) -> bool | None:
        """Whether the public interest must be weighed; ``None`` where it is not decided."""
        if self.status in (Status.PARTLY_ABSOLUTE, Status.DISPUTED):
            return None
        return self.status is Status.QUALIFIED


def standing(
    citation: str | Citation,
    *,
    regime: Regime = Regime.FOIA,
    on: date | None = None,
    received: date | None = None,
    held_by: Holder | None = None,
    by_virtue_of: str | Citation | None = None,
    in_record_office: bool = False,
    position: Position | None = None,
) -> Standing:
    """Return whether a provision is absolute in a case with these facts.

    Args:
        citation: The provision.
        regime: The regime meant where a text does not say.
        on: The day the request is dealt with; without it, the law as last known.
        received: The day it was received, where an amendment goes by that.
        held_by: What kind of authority holds the information.
        by_virtue_of: What the provision applies through: a condition of s.40(2), FOISA
            s.38(1)(b) or EIR reg.13(1), or for s.37(2) a paragraph of s.37(1).
        in_record_office: Whether the information is in a historical record in the Public
            Record Office or that of Northern Ireland: s.64(2).
        position: The side to take where the status is disputed.

    Raises:
        CitationError: If a text is not the citation of one provision.
        UnknownProvisionError: If there is, and was, no such provision or condition.
        NotInForceError: If there is, but not on that day.
        InvalidRecordError: If a day is not a plain date.
    """
    cited = citation if isinstance(citation, Citation) else Citation.parse(citation, regime=regime)
    through = (
        Citation.parse(by_virtue_of, regime=cited.regime)
        if isinstance(by_virtue_of, str)
        else by_virtue_of
    )
    old = _ROYAL.contains(cited) and held_by is not None and held_by.is_northern_irish
    day = on
    if old:
        day = _UNDIVIDED if on is None else min(plain_day(on, "standing.on"), _UNDIVIDED)
    limb = through is not None and not _may_answer_to(cited, through)
    found = exemption(
        cited, on=day, received=None if old else received, condition=through if limb else None
    )
    if old:
        if received is not None:
            plain_day(received, "standing.received")
        return _in_northern_ireland(found)
    if _SECURITY.contains(cited) and in_record_office and found.status is Status.ABSOLUTE:
        step = "in a historical record in a public record office s.2(3) is read without s.23"
        return _decided(found, Status.QUALIFIED, step, Citation.parse("64(2)"))
    if found.status is Status.DISPUTED:
        return _disputed(found, position)
    if found.status is Status.PARTLY_ABSOLUTE:
        royal = None if limb or through is None else exemption(through, on=on, received=received)
        return _on_the_facts(found, held_by, royal)
    return _plain(found)


def _may_answer_to(cited: Citation, through: Citation) -> bool:
    """Return whether *through* is within s.37, and *cited* is s.37(2) or contains either."""
    royal = overlaps(cited, _NEITHER_NOR) or cited.contains(through)
    return _ROYAL.contains(through) and royal


_ROYAL: Final = Citation.parse("37")
_NEITHER_NOR: Final = Citation.parse("37(2)")
_SECURITY: Final = Citation.parse("23")
_PUBLIC_AFFAIRS: Final = Citation.parse("36")
_UNDIVIDED: Final = date(2011, 1, 18)
_WHICH: Final = "which limb or condition it applies through"


_LISTS: Final = {
    Regime.FOIA: Citation.parse("2(3)"),
    Regime.FOISA: Citation.parse("FOISA s.2(2)"),
    Regime.EIR: Citation.parse("EIR reg.12(1)(b)"),
}
_TESTS_OF_THEIR_OWN: Final = tuple(
    Citation.parse(text) for text in ("EIR reg.12(6)", "EIR reg.13", "FOISA s.18(1)")
)


def _rests_on(found: Exemption) -> tuple[Citation | Source, ...]:
    """Return what makes a provision absolute, or subjects it to the public interest."""
    if any(own.contains(found.citation) for own in _TESTS_OF_THEIR_OWN):
        return (found.absolute_by or found.citation,)
    return (found.absolute_by or _LISTS[found.citation.regime],)


def _plain(found: Exemption) -> Standing:
    cites = _rests_on(found)
    if found.status is None:
        cites, step = (found.citation,), f"{found} takes away no duty by itself"
    elif found.status is Status.ABSOLUTE:
        step = f"{found} is absolute, by {cites[0]}"
    else:
        step = f"{found} is not absolute, by {cites[0]}"
    return Standing(
        citation=found.citation,
        status=found.status,
        cites=cites,
        steps=(step,),
        confidence=found.confidence,
    )


def _decided(found: Exemption, status: Status, step: str, *cites: Citation | Source) -> Standing:
    return Standing(
        citation=found.citation,
        status=status,
        cites=cites,
        steps=(step,),
        confidence=found.confidence,
    )


def _undecided(found: Exemption, missing: str) -> Standing:
    return Standing(
        citation=found.citation,
        status=found.status,
        cites=_rests_on(found),
        steps=(found.status_note or "",),
        missing=(missing,),
        confidence=found.confidence,
    )


def _in_northern_ireland(found: Exemption) -> Standing:
    plain = _plain(found)
    step = "for information held by Northern Ireland bodies s.37 is read as before 19 January 2011"
    return attrs.evolve(
        plain,
        cites=(SECTION_80A, *plain.cites),
        steps=(step, *plain.steps),
        confidence=Confidence.RECALLED,
    )


def _disputed(found: Exemption, position: Position | None) -> Standing:
    if found.dispute is None:
        return _undecided(found, _WHICH)
    if position is None:
        return _undecided(found, "which position to take: that of the words or the regulator's")
    status = found.dispute.under(position)
    note = (found.status_note or "").rstrip(".")
    step = f"{note}; taken here: {position.value}"
    return attrs.evolve(
        _decided(found, status, step, *found.sources), confidence=Confidence.DISPUTED
    )


def _on_the_facts(found: Exemption, held_by: Holder | None, royal: Exemption | None) -> Standing:
    if _PUBLIC_AFFAIRS.contains(found.citation):
        return _in_either_house(found, held_by)
    if _NEITHER_NOR.contains(found.citation) and royal is not None:
        return _royal(found, royal)
    return _undecided(found, _WHICH)


def _in_either_house(found: Exemption, held_by: Holder | None) -> Standing:
    if held_by is None:
        return _undecided(found, "whether the House of Commons or the House of Lords holds it")
    status = Status.ABSOLUTE if held_by.is_house else Status.QUALIFIED
    held = f"the {held_by.value}" if held_by.is_house else "neither House"
    step = f"s.2(3)(e) makes s.36 absolute only for what either House holds; held by {held}"
    return _decided(found, status, step, *_rests_on(found))


def _royal(found: Exemption, limb: Exemption) -> Standing:
    status = limb.status or Status.PARTLY_ABSOLUTE
    if status is Status.PARTLY_ABSOLUTE:
        return _undecided(found, _WHICH)
    step = (
        f"s.37(2) is absolute only so far as it relates to s.37(1)(a) to (ab); through "
        f"{limb.citation.short} it is {status.value}"
    )
    return _decided(found, status, step, *_rests_on(found))
