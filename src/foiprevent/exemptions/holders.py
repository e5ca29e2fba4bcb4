"""Who holds information: what the law of refusal asks of different kinds of authority.

Section 36(5) names the qualified person by the kind of authority, s.2(3)(e) makes s.36
absolute for what either House holds, and s.80A reads the Act differently for Northern
Ireland.  The kinds here are those s.36(5) tells apart.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Final, final

import attrs

from foiprevent._values import plain_day
from foiprevent.citations import Citation, Confidence, Source
from foiprevent.errors import NotInForceError
from foiprevent.exemptions._model import COMMENCEMENT, Period
from foiprevent.exemptions._rows import ALWAYS, LAW_AS_AT, enactment


@final
class Holder(enum.Enum):
    """A kind of authority, as s.36(5) tells them apart."""

    MINISTERIAL_DEPARTMENT = "government department in the charge of a Minister of the Crown"
    NORTHERN_IRELAND_DEPARTMENT = "Northern Ireland department"
    OTHER_DEPARTMENT = "other government department"
    HOUSE_OF_COMMONS = "House of Commons"
    HOUSE_OF_LORDS = "House of Lords"
    NORTHERN_IRELAND_ASSEMBLY = "Northern Ireland Assembly"
    WELSH_GOVERNMENT = "Welsh Government"
    SENEDD = "Senedd Cymru (in the Act: the National Assembly for Wales)"
    WELSH_AUTHORITY = "Welsh public authority"
    SENEDD_COMMISSION_SUBSIDIARY = "subsidiary of the Senedd Commission"
    NATIONAL_AUDIT_OFFICE = "National Audit Office or Comptroller and Auditor General"
    NORTHERN_IRELAND_AUDIT_OFFICE = "Northern Ireland Audit Office"
    AUDITOR_GENERAL_FOR_WALES = "Auditor General for Wales or Wales Audit Office"
    WELSH_OMBUDSMAN = "Public Services Ombudsman for Wales"
    NORTHERN_IRELAND_AUTHORITY = "Northern Ireland public authority"
    GREATER_LONDON_AUTHORITY = "Greater London Authority"
    FUNCTIONAL_BODY = "functional body of the Greater London Authority"
    OTHER = "any other public authority, such as a council, a police force or an NHS body"

    @property
    def is_house(self) -> bool:
        """Whether it is a House of Parliament: s.2(3)(e)."""
        return self in (Holder.HOUSE_OF_COMMONS, Holder.HOUSE_OF_LORDS)

    @property
    def is_northern_irish(self) -> bool:
        """Whether s.80A reads the Act differently for it (recalled)."""
        return self in (
            Holder.NORTHERN_IRELAND_DEPARTMENT,
            Holder.NORTHERN_IRELAND_ASSEMBLY,
            Holder.NORTHERN_IRELAND_AUDIT_OFFICE,
            Holder.NORTHERN_IRELAND_AUTHORITY,
        )


@final
@attrs.frozen(kw_only=True)
class QualifiedPerson:
    """Whose reasonable opinion s.36 needs for a kind of authority.

    The opinion is not needed for statistical information (s.36(4)), and FOISA s.30 needs
    none at all.

    Attributes:
        holder: The kind of authority.
        citation: The paragraph of s.36(5).
        who: The qualified person, or persons, any of whom will do.
        in_force: When that paragraph said so.
        confidence: How well it is established.
        sources: Where it was read.
    """

    holder: Holder
    citation: Citation
    who: tuple[str, ...]
    in_force: Period
    confidence: Confidence
    sources: tuple[Source, ...]


def qualified_person(holder: Holder, *, on: date | None = None) -> QualifiedPerson:
    """Return whose opinion s.36 needs for what *holder* holds.

    Args:
        holder: The kind of authority.
        on: The day; without it, the law as last known.

    Raises:
        NotInForceError: If s.36(5) knew no such authority on that day.
        InvalidRecordError: If the day is not a plain date.
    """
    day = LAW_AS_AT if on is None else plain_day(on, "qualified_person.on")
    known = [person for person in QUALIFIED_PERSONS if person.holder is holder]
    for person in known:
        if day in person.in_force:
            return person
    first = known[0]
    raise NotInForceError(
        first.citation, on, f"it came into force on {first.in_force.start.isoformat()}"
    )


_TEXT: Final = enactment(
    "FOIA 2000 s.36, revised text as at 7 April 2026",
    "https://www.legislation.gov.uk/ukpga/2000/36/section/36",
)
_ENACTED: Final = enactment(
    "FOIA 2000 s.36, as enacted",
    "https://www.legislation.gov.uk/ukpga/2000/36/section/36/enacted",
    confidence=Confidence.RECALLED,
)
_SINCE_2007: Final = Period(start=date(2007, 5, 25), note="SI 2007/1388 (date inferred)")
_UNTIL_2007: Final = Period(start=COMMENCEMENT, end=date(2007, 5, 24))


def _by(
    paragraph: str,
    holder: Holder,
    *who: str,
    in_force: Period = ALWAYS[0],
    confidence: Confidence = Confidence.VERIFIED,
    source: Source = _TEXT,
) -> QualifiedPerson:
    return QualifiedPerson(
        holder=holder,
        citation=Citation.parse(f"36(5)({paragraph})"),
        who=who,
        in_force=in_force,
        confidence=confidence,
        sources=(source,),
    )


QUALIFIED_PERSONS: Final = (
    _by("a", Holder.MINISTERIAL_DEPARTMENT, "any Minister of the Crown"),
    _by(
        "b",
        Holder.NORTHERN_IRELAND_DEPARTMENT,
        "the Northern Ireland Minister in charge of the department",
    ),
    _by(
        "c",
        Holder.OTHER_DEPARTMENT,
        "the commissioners or other person in charge of the department",
    ),
    _by("d", Holder.HOUSE_OF_COMMONS, "the Speaker"),
    _by("e", Holder.HOUSE_OF_LORDS, "the Clerk of the Parliaments"),
    _by("f", Holder.NORTHERN_IRELAND_ASSEMBLY, "the Presiding Officer"),
    _by(
        "g",
        Holder.WELSH_GOVERNMENT,
        "the Welsh Ministers",
        "the Counsel General",
        in_force=_SINCE_2007,
        confidence=Confidence.INFERRED,
    ),
    _by(
        "ga",
        Holder.SENEDD,
        "the Presiding Officer",
        in_force=_SINCE_2007,
        confidence=Confidence.INFERRED,
    ),
    _by(
        "g",
        Holder.SENEDD,
        "the Assembly First Secretary",
        in_force=_UNTIL_2007,
        confidence=Confidence.RECALLED,
        source=_ENACTED,
    ),
    _by(
        "gb",
        Holder.WELSH_AUTHORITY,
        "the authority itself",
        "an officer or employee whom the Welsh Ministers or the Counsel General authorise",
        in_force=_SINCE_2007,
        confidence=Confidence.INFERRED,
    ),
    _by(
        "h",
        Holder.WELSH_AUTHORITY,
        "the authority itself",
        "an officer or employee whom the Assembly First Secretary authorises",
        in_force=_UNTIL_2007,
        confidence=Confidence.RECALLED,
        source=_ENACTED,
    ),
    _by(
        "gc",
        Holder.SENEDD_COMMISSION_SUBSIDIARY,
        "the authority itself",
        "an officer or employee whom the Presiding Officer authorises",
        in_force=_SINCE_2007,
        confidence=Confidence.INFERRED,
    ),
    _by("i", Holder.NATIONAL_AUDIT_OFFICE, "the Comptroller and Auditor General"),
    _by(
        "j",
        Holder.NORTHERN_IRELAND_AUDIT_OFFICE,
        "the Comptroller and Auditor General for Northern Ireland",
    ),
    _by("k", Holder.AUDITOR_GENERAL_FOR_WALES, "the Auditor General for Wales"),
    _by(
        "ka",
        Holder.WELSH_OMBUDSMAN,
        "the Public Services Ombudsman for Wales",
        in_force=Period(start=date(2006, 4, 1), note="Public Services Ombudsman (Wales) Act 2005"),
        confidence=Confidence.RECALLED,
    ),
    _by(
        "l",
        Holder.NORTHERN_IRELAND_AUTHORITY,
        "the authority itself",
        "an officer or employee whom the First Minister and deputy First Minister, acting "
        "jointly, authorise",
    ),
    _by("m", Holder.GREATER_LONDON_AUTHORITY, "the Mayor of London"),
    _by("n", Holder.FUNCTIONAL_BODY, "the chairman of the functional body"),
    _by(
        "o",
        Holder.OTHER,
        "a Minister of the Crown",
        "the authority itself, if a Minister of the Crown authorises it",
        "an officer or employee whom a Minister of the Crown authorises",
    ),
)
"""Every qualified person, in the order of s.36(5); of two for one holder, today's first."""
