"""How the tables of provisions are written: one row for each way a provision reads.

The tables of the three regimes differ in what they say, not in how they say it.  A
:class:`Table` knows its regime, so that a row names provisions by their numbers alone;
links name a provision or one that contains it, and are resolved on the day asked for.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple, TypedDict, Unpack

import attrs

from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.exemptions._model import (
    ANY_AUTHORITY,
    COMMENCEMENT,
    Basis,
    Certificate,
    Dispute,
    Duty,
    Exemption,
    Harm,
    Likelihood,
    Period,
    Role,
    Status,
    Trigger,
)

LAW_AS_AT: Final = date(2026, 4, 7)
"""The day as at which the law is known: the latest text read."""


def enactment(
    text: str, uri: str | None = None, *, confidence: Confidence = Confidence.VERIFIED
) -> Source:
    """Return an enactment as a source."""
    return Source(kind=SourceKind.ENACTMENT, text=text, uri=uri, confidence=confidence)


SECTION_80A: Final = enactment("FOIA 2000 s.80A", confidence=Confidence.RECALLED)
"""What reads the Act differently for information that Northern Ireland bodies hold."""


def guidance(text: str, page: str, *, confidence: Confidence = Confidence.VERIFIED) -> Source:
    """Return a page of the Commissioner's guidance as a source."""
    root = "https://ico.org.uk/for-organisations/foi/"
    area = "freedom-of-information-and-environmental-information-regulations/"
    return Source(
        kind=SourceKind.GUIDANCE, text=text, uri=root + area + page, confidence=confidence
    )


def period(
    start: date,
    end: date | None = None,
    note: str | None = None,
    trigger: Trigger = Trigger.DEALT_WITH,
) -> Period:
    """Return a period in which a provision reads as its row says."""
    return Period(start=start, end=end, note=note, trigger=trigger)


ALWAYS: Final = (period(COMMENCEMENT),)


class Standing(NamedTuple):
    """Where an enactment puts a provision: absolute, qualified or in between."""

    status: Status
    by: str | None = None
    note: str | None = None
    dispute: Dispute | None = None


def absolute(by: str) -> Standing:
    """Return the standing of what *by* makes absolute."""
    return Standing(Status.ABSOLUTE, by)


def partly_absolute(by: str, note: str) -> Standing:
    """Return the standing of what *by* makes absolute in the cases *note* tells."""
    return Standing(Status.PARTLY_ABSOLUTE, by, note)


def disputed(note: str, *, words: Status, regulator: Status) -> Standing:
    """Return the standing of what the words and the regulator put in different places."""
    return Standing(Status.DISPUTED, None, note, Dispute(words=words, regulator=regulator))


QUALIFIED: Final = Standing(Status.QUALIFIED)


class Ground(NamedTuple):
    """What makes information exempt, and the harm spoken of."""

    basis: Basis
    harm: Harm | None = None


_EITHER: Final = (Likelihood.WOULD, Likelihood.WOULD_BE_LIKELY)


def harmful(
    verb: str,
    basis: Basis = Basis.PREJUDICE,
    thresholds: tuple[Likelihood, ...] = _EITHER,
) -> Ground:
    """Return the ground of a provision that speaks of a harm."""
    return Ground(basis, Harm(verb=verb, thresholds=thresholds))


CLASS: Final = Ground(Basis.CLASS)
CONDITIONS: Final = Ground(Basis.CONDITIONS)
EXCLUSION: Final = Ground(Basis.EXCLUSION)
ENDANGER: Final = harmful("endanger", Basis.ENDANGERMENT)
SAFEGUARD: Final = Ground(Basis.REQUIRED, Harm(verb="safeguard"))


class _Particulars(TypedDict, total=False):
    """What a row of either duty may say of itself."""

    condition: str | None
    certificates: tuple[Certificate, ...]
    needs_qualified_person: bool
    who_may_rely: str
    in_force: tuple[Period, ...]
    confidence: Confidence
    dates: Confidence
    sources: tuple[Source, ...]
    notes: str | None


class Table:
    """The rows of one regime's table, as they are written down."""

    def __init__(self, regime: Regime, titles: dict[str, str], text: Source) -> None:
        self._regime = regime
        self._titles = titles
        self._sources = (text,)

    def cite(self, text: str) -> Citation:
        """Return a provision of the regime."""
        return Citation.parse(text, regime=self._regime)

    def cites(self, texts: tuple[str, ...]) -> tuple[Citation, ...]:
        """Return provisions of the regime."""
        return tuple(self.cite(text) for text in texts)

    def definition(
        self,
        citation: str,
        summary: str,
        *,
        role: Role = Role.DEFINITION,
        in_force: tuple[Period, ...] = ALWAYS,
        confidence: Confidence = Confidence.VERIFIED,
        dates: Confidence = Confidence.VERIFIED,
        sources: tuple[Source, ...] = (),
        notes: str | None = None,
    ) -> Exemption:
        """Return a row that exempts nothing by itself."""
        cited = self.cite(citation)
        return Exemption(
            citation=cited,
            title=self._titles[cited.section],
            summary=summary,
            role=role,
            in_force=in_force,
            confidence=confidence,
            dates_confidence=dates,
            sources=sources or self._sources,
            notes=notes,
        )

    def withhold(
        self,
        citation: str,
        summary: str,
        standing: Standing,
        ground: Ground,
        *,
        condition: str | None = None,
        ncnd: tuple[str, ...] = (),
        excludes: tuple[str, ...] = (),
        limited_by: tuple[str, ...] = (),
        certificates: tuple[Certificate, ...] = (),
        needs_qualified_person: bool = False,
        who_may_rely: str = ANY_AUTHORITY,
        in_force: tuple[Period, ...] = ALWAYS,
        confidence: Confidence = Confidence.VERIFIED,
        dates: Confidence = Confidence.VERIFIED,
        sources: tuple[Source, ...] = (),
        notes: str | None = None,
    ) -> Exemption:
        """Return a row that takes away the duty to communicate."""
        cited = self.cite(citation)
        return Exemption(
            citation=cited,
            condition=self.cite(condition) if condition else None,
            title=self._titles[cited.section],
            summary=summary,
            role=Role.WITHHOLD,
            duty=Duty.COMMUNICATE,
            status=standing.status,
            status_note=standing.note,
            dispute=standing.dispute,
            absolute_by=self.cite(standing.by) if standing.by else None,
            basis=ground.basis,
            harm=ground.harm,
            confirm_or_deny=self.cites(ncnd),
            excludes=self.cites(excludes),
            limited_by=self.cites(limited_by),
            certificates=certificates,
            needs_qualified_person=needs_qualified_person,
            who_may_rely=who_may_rely,
            in_force=in_force,
            confidence=confidence,
            dates_confidence=dates,
            sources=sources or self._sources,
            notes=notes,
        )

    def ncnd(
        self,
        citation: str,
        summary: str,
        standing: Standing,
        ground: Ground,
        *,
        covers: tuple[str, ...],
        **particulars: Unpack[_Particulars],
    ) -> Exemption:
        """Return a row that takes away the duty to confirm or deny."""
        return attrs.evolve(
            self.withhold(citation, summary, standing, ground, **particulars),
            role=Role.CONFIRM_OR_DENY,
            duty=Duty.CONFIRM_OR_DENY,
            covers=self.cites(covers),
        )

    def parts(
        self, each: dict[str, str], dates: dict[str, Period] | None = None
    ) -> dict[Citation, Period]:
        """Return paragraphs without a row of their own, read with what they stand in.

        Args:
            each: The names of the paragraphs of a provision, by that provision.
            dates: When paragraphs came or went that did not stand throughout.
        """
        dated = dates or {}
        return {
            self.cite(part): next(
                (when for place, when in dated.items() if part.startswith(place)), ALWAYS[0]
            )
            for whole, names in each.items()
            for part in (f"{whole}({name})" for name in names.split())
        }

    def replaced(
        self, old_to_new: dict[str, tuple[str, ...]]
    ) -> dict[Citation, tuple[Citation, ...]]:
        """Return what took the place of provisions, or of their old text."""
        return {self.cite(old): self.cites(new) for old, new in old_to_new.items()}


class Law(NamedTuple):
    """One regime's law of refusal.

    Attributes:
        rows: Every provision, in each way it has read.
        parts: Paragraphs that exist without a row of their own.
        replaced_by: What took the place of a provision.
        extent: Where exemptions are to be found, for the message that there is none.
    """

    rows: tuple[Exemption, ...]
    parts: dict[Citation, Period]
    replaced_by: dict[Citation, tuple[Citation, ...]]
    extent: str
