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
from foiprevent.exemptions._model import Duty, Exemption, Status
from foiprevent.exemptions._rows import LAW_AS_AT


@final
@attrs.frozen(kw_only=True)
class Weighing:
    """Whether the public interests behind several provisions may be weighed together.

    Attributes:
        together: Whether they may; ``None`` where no court has said, or where it depends on
            the facts whether one of them is weighed at all.
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
    July 2025 that those of qualified exemptions may, for s.2(2)(b), and the Court of Justice
    in July 2011 that those of exceptions of the EIR may.  A judgment declares what the law
    has been: before its day the answer is the same, and what others had said by then is named.

    Args:
        provisions: The provisions.
        regime: The regime meant where a text does not say.
        on: The day; without it, the law as last known.

    Raises:
        CitationError: If a text is not the citation of one provision.
        UnknownProvisionError: If there is, and was, no such provision.
        NotInForceError: If there is, but not on that day.
        InvalidRecordError: If there are fewer than two, one given twice counting once, they are
            of two regimes, or the day is not a plain date.
    """
    asked = (exemption(one, regime=regime, on=on) for one in provisions)
    found = list({one.citation: one for one in asked}.values())
    regimes = {one.citation.regime for one in found}
    if len(found) < _SEVERAL or len(regimes) > 1:
        raise InvalidRecordError(
            "may_be_weighed_together.provisions", provisions, "expected two or more of one regime"
        )
    reason = _never_weighed(found)
    if reason is not None:
        return Weighing(
            together=False,
            reason=reason,
            cites=tuple(one.absolute_by or one.citation for one in found),
            confidence=Confidence.VERIFIED,
        )
    if regimes == {Regime.FOISA}:
        return _NOT_DECIDED_FOR_SCOTLAND
    ruling = _UNDER_THE_EIR if regimes == {Regime.EIR} else _UNDER_THE_ACT
    if any(one.duty is Duty.CONFIRM_OR_DENY for one in found):
        return ruling.undecided()
    depends = [one for one in found if one.needs_public_interest_test is None]
    if depends:
        return Weighing(
            together=None,
            reason=f"The facts decide whether {depends[0].citation} is weighed at all.",
            cites=tuple(one.absolute_by or one.citation for one in depends),
        )
    return ruling.on(LAW_AS_AT if on is None else on)


def _never_weighed(found: list[Exemption]) -> str | None:
    """Say why one of *found* is not weighed whatever the facts; ``None`` if each may be."""
    if any(one.status is Status.ABSOLUTE for one in found):
        return "What is absolute is not weighed at all."
    idle = next((one.citation for one in found if one.status is None), None)
    if idle is not None:
        return f"{idle} takes away no duty by itself, so it has no interest to weigh."
    return None


_SEVERAL: Final = 2
_ROOT: Final = "https://caselaw.nationalarchives.gov.uk"


def _judgment(text: str, uri: str, confidence: Confidence = Confidence.STATED) -> Source:
    return Source(kind=SourceKind.JUDGMENT, text=text, uri=uri, confidence=confidence)


@final
@attrs.frozen(kw_only=True)
class _Ruling:
    """Who decided it for a regime, and what had been said until then, the latest first."""

    provision: Citation
    court: str
    judgment: Source
    day: date
    until_then: tuple[tuple[date, str, Source], ...]
    denying: Citation

    def on(self, day: date) -> Weighing:
        reason = (
            "The interests in maintaining all that the same information engages are weighed "
            "together."
        )
        said: tuple[Source, ...] = ()
        if day < self.day:
            before = "on that day no court had decided it"
            for since, words, source in self.until_then:
                if day >= since:
                    before, said = f"by that day {words}", (source,)
                    break
            reason = f"So {self.court} declared in {self.day:%B %Y}; {before}."
        return Weighing(together=True, reason=reason, cites=(self.provision, self.judgment, *said))

    def undecided(self) -> Weighing:
        return Weighing(
            together=None,
            reason=f"The judgment concerns {self.provision.short}; of confirming or denying it "
            "decided nothing directly.",
            cites=(self.denying, self.judgment),
        )


_UNDER_THE_ACT: Final = _Ruling(
    provision=Citation.parse("2(2)(b)"),
    court="the Supreme Court",
    judgment=_judgment(
        "[2025] UKSC 27", "https://supremecourt.uk/cases/press-summary/uksc-2023-0178"
    ),
    day=date(2025, 7, 23),
    until_then=(
        (
            date(2023, 11, 22),
            "the Court of Appeal had said the same",
            _judgment("[2023] EWCA Civ 1378", f"{_ROOT}/ewca/civ/2023/1378"),
        ),
        (
            date(2022, 4, 13),
            "the Upper Tribunal had said the opposite",
            _judgment("[2022] UKUT 104 (AAC)", f"{_ROOT}/ukut/aac/2022/104"),
        ),
    ),
    denying=Citation.parse("2(1)(b)"),
)
_UNDER_THE_EIR: Final = _Ruling(
    provision=Citation.parse("EIR reg.12(1)(b)"),
    court="the Court of Justice",
    judgment=_judgment(
        "Office of Communications v Information Commissioner, Case C-71/10",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62010CJ0071",
    ),
    day=date(2011, 7, 28),
    until_then=(
        (
            date(2009, 2, 20),
            "the Court of Appeal had said the same",
            _judgment("[2009] EWCA Civ 90", f"{_ROOT}/ewca/civ/2009/90"),
        ),
    ),
    denying=Citation.parse("EIR reg.12(6)"),
)
_NOT_DECIDED_FOR_SCOTLAND: Final = Weighing(
    together=None,
    reason="The judgment concerns the Act of 2000; of the Scottish Act no court is known to have "
    "decided it.",
    cites=(Citation.parse("FOISA s.2(1)(b)"), _UNDER_THE_ACT.judgment),
)
