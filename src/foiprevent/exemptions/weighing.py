"""Whether the public interests behind several provisions may be weighed together.

What the same information engages may be claimed under several qualified exemptions, each
with an interest of its own behind it.  Whether these add up was long in doubt.
"""

from __future__ import annotations

from datetime import date
from typing import Final, final

import attrs

from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions._catalogue import exemption
from foiprevent.exemptions._model import Duty
from foiprevent.exemptions._rows import LAW_AS_AT


@final
@attrs.frozen(kw_only=True)
class Weighing:
    """Whether the public interests behind several provisions may be weighed together.

    Attributes:
        together: Whether they may; ``None`` where no court has said.
        reason: Why, in one sentence.
        cites: What that rests on.
        confidence: How well it is established.
    """

    together: bool | None
    reason: str
    cites: tuple[Citation | Source, ...]
    confidence: Confidence = Confidence.STATED


def may_be_weighed_together(
    provisions: tuple[str | Citation, ...], *, regime: Regime = Regime.FOIA, on: date | None = None
) -> Weighing:
    """Return whether the public interests behind several provisions may be weighed together.

    It is asked of provisions that the same information engages.  The Supreme Court said in
    July 2025 that those of qualified exemptions may, for s.2(2)(b).  A judgment declares
    what the law has been; before that day the answer is the same, and what the Upper
    Tribunal and the Court of Appeal had said of it is named.

    Args:
        provisions: The provisions.
        regime: The regime meant where a text does not say.
        on: The day; without it, the law as last known.

    Raises:
        CitationError: If a text is not the citation of one provision.
        UnknownProvisionError: If there is, and was, no such provision.
        NotInForceError: If there is, but not on that day.
        InvalidRecordError: If there are fewer than two, or they are of two regimes.
    """
    found = [exemption(one, regime=regime, on=on) for one in provisions]
    regimes = {one.citation.regime for one in found}
    if len(found) < _SEVERAL or len(regimes) > 1:
        raise InvalidRecordError(
            "may_be_weighed_together.provisions", provisions, "expected two or more of one regime"
        )
    if any(one.needs_public_interest_test is False for one in found):
        return Weighing(
            together=False,
            reason="What is absolute is not weighed at all.",
            cites=tuple(one.absolute_by or one.citation for one in found),
            confidence=Confidence.VERIFIED,
        )
    if regimes != {Regime.FOIA}:
        return _UNDER_THE_EIR if regimes == {Regime.EIR} else _NOT_DECIDED_FOR_SCOTLAND
    if any(one.duty is Duty.CONFIRM_OR_DENY for one in found):
        return _NOT_DECIDED_FOR_NCND
    return _on(LAW_AS_AT if on is None else on)


_SEVERAL: Final = 2
_JUDGMENT_OF_2025: Final = date(2025, 7, 23)
_TRIBUNAL_IN_2022: Final = date(2022, 4, 13)
_APPEAL_IN_2023: Final = date(2023, 11, 22)


def _judgment(text: str, confidence: Confidence = Confidence.STATED) -> Source:
    return Source(kind=SourceKind.JUDGMENT, text=text, confidence=confidence)


_SUPREME_COURT: Final = _judgment("[2025] UKSC 27")
_COURT_OF_APPEAL: Final = _judgment("[2023] EWCA Civ 1378", Confidence.RECALLED)
_UPPER_TRIBUNAL: Final = _judgment("[2022] UKUT 104 (AAC)")
_COURT_OF_JUSTICE: Final = _judgment(
    "Office of Communications v Information Commissioner, Case C-71/10", Confidence.RECALLED
)
_SECTION_2_2_B: Final = Citation.parse("2(2)(b)")


def _on(day: date) -> Weighing:
    if day >= _JUDGMENT_OF_2025:
        return Weighing(
            together=True,
            reason="The interests in maintaining the exemptions that the same information engages "
            "are weighed together.",
            cites=(_SECTION_2_2_B, _SUPREME_COURT),
        )
    declared = "So the Supreme Court declared in July 2025"
    if day >= _APPEAL_IN_2023:
        said, held = "; the Court of Appeal had said the same by that day", _COURT_OF_APPEAL
    elif day >= _TRIBUNAL_IN_2022:
        said, held = "; by that day the Upper Tribunal had said the opposite", _UPPER_TRIBUNAL
    else:
        said, held = "; on that day no court had decided it", None
    return Weighing(
        together=True,
        reason=f"{declared}{said}.",
        cites=(_SECTION_2_2_B, _SUPREME_COURT, *([held] if held else [])),
    )


_UNDER_THE_EIR: Final = Weighing(
    together=True,
    reason="The interests behind several exceptions are weighed together under the Regulations.",
    cites=(Citation.parse("EIR reg.12(1)(b)"), _COURT_OF_JUSTICE),
    confidence=Confidence.RECALLED,
)
_NOT_DECIDED_FOR_SCOTLAND: Final = Weighing(
    together=None,
    reason="The judgment concerns the Act of 2000; of the Scottish Act no court is known to have "
    "decided it.",
    cites=(Citation.parse("FOISA s.2(1)(b)"), _SUPREME_COURT),
)
_NOT_DECIDED_FOR_NCND: Final = Weighing(
    together=None,
    reason="The judgment concerns s.2(2)(b); of confirming or denying it decided nothing "
    "directly.",
    cites=(Citation.parse("2(1)(b)"), _SUPREME_COURT),
)
