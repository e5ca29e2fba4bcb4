"""Grounds for not answering that are no exemptions, in all three regimes.

A request may not be one, may wait for a fee or for particulars, may cost too much or be
vexatious, and information may not be held.  None of these is an exemption: Part II does
not name them, no public interest is weighed, and each has a notice of its own, or none.
Duties that bear on them, to advise and to give information in the form asked for, stand
beside them.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent._values import plain_day
from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions._model import Duty, Period
from foiprevent.exemptions._rows import ALWAYS, LAW_AS_AT, enactment

if TYPE_CHECKING:
    from datetime import date


@final
class GroundKind(enum.Enum):
    """What a ground does to a request."""

    OUT_OF_SCOPE = "out of scope"
    """The enactment does not reach the information."""
    NO_REQUEST = "no request"
    """What was sent is not a request at all."""
    SUSPENDED = "suspended"
    """The duty waits until something arrives."""
    EXTENDED = "extended"
    """There is more time to answer."""
    REFUSAL = "refusal"
    """The request is refused as a whole."""
    NOT_HELD = "not held"
    """There is nothing to communicate."""
    CHARGE = "charge"
    """The information may be sold, though it need not be given."""
    DUTY = "duty"
    """Excuses nothing: it is what must be done besides."""
    REDIRECTED = "redirected"
    """Another authority is to answer."""


@final
@attrs.frozen(kw_only=True)
class Notice:
    """What a requester must be told where a ground is relied on.

    Attributes:
        citation: The provision that asks for it.
        says: What it must say, item by item.
        unless: When it need not be given.
    """

    citation: Citation
    says: tuple[str, ...]
    unless: str | None = None


@final
@attrs.frozen(kw_only=True)
class Ground:
    """A provision under which a request need not be answered, or not yet, or not as asked.

    Attributes:
        citation: The provision.
        title: The heading of its section.
        summary: What it says, in one sentence of this library's own words.
        kind: What it does to a request.
        lifts: The duties it takes away; empty where it takes away none.
        notice: What the requester must be told; ``None`` if the enactment asks for nothing.
        restarts_clock: The provision by which the time to answer runs anew once what is
            waited for arrives; ``None`` where it does not.
        stops_clock: The provision by which the days of waiting do not count.
        nearest: What does the same work in the other regimes; an exception under the EIR,
            where those have no such ground.
        in_force: When it has read so.
        confidence: How well its text is established.
        sources: Where it was read.
        notes: What else a reader should know.
    """

    citation: Citation
    title: str
    summary: str
    kind: GroundKind
    lifts: tuple[Duty, ...] = ()
    notice: Notice | None = None
    restarts_clock: Citation | None = None
    stops_clock: Citation | None = None
    nearest: tuple[Citation, ...] = ()
    in_force: tuple[Period, ...] = ALWAYS
    confidence: Confidence = Confidence.VERIFIED
    sources: tuple[Source, ...]
    notes: str | None = None

    @property
    def uri(self) -> str:
        """The provision's identifier at legislation.gov.uk."""
        return self.citation.uri

    def is_in_force(self, on: date) -> bool:
        """Return whether it is in force on the day *on*."""
        return any(on in period for period in self.in_force)

    def __str__(self) -> str:
        return str(self.citation)


def ground(
    citation: str | Citation, *, regime: Regime = Regime.FOIA, on: date | None = None
) -> Ground:
    """Return the ground at a citation.

    A section, a paragraph of a ground, or the subsection of the same section that asks for
    its notice will do where it leaves no choice: s.9 or s.9(1) for s.9(2), s.1(3)(b) for
    s.1(3).  A subsection will not do for a paragraph of it, as s.1(1) for s.1(1)(a).

    Args:
        citation: The provision.
        regime: The regime meant where a text does not say.
        on: The day; without it, the law as last known.

    Raises:
        CitationError: If a text is not the citation of one provision.
        UnknownProvisionError: If no ground stands there, or several do.
        NotInForceError: If there is one, but not on that day.
        InvalidRecordError: If the day is not a plain date.
    """
    cited = citation if isinstance(citation, Citation) else Citation.parse(citation, regime=regime)
    day = LAW_AS_AT if on is None else plain_day(on, "ground.on")
    found = (
        [one for one in GROUNDS if one.citation.contains(cited)]
        or [one for one in GROUNDS if _is_told_of_at(one, cited)]
        or [one for one in GROUNDS if cited.contains(one.citation)]
    )
    if len(found) != 1:
        several = ", ".join(one.citation.short for one in found)
        reason = f"several grounds: {several}" if several else "no ground but an exemption, if any"
        raise UnknownProvisionError(cited, reason)
    if cited.parts and found[0].citation != cited and cited.contains(found[0].citation):
        raise UnknownProvisionError(cited, f"only a part of it is one: {found[0].citation.short}")
    if not found[0].is_in_force(day):
        start = found[0].in_force[0].start.isoformat()
        raise NotInForceError(cited, on, f"it came into force on {start}")
    return found[0]


def _is_told_of_at(one: Ground, cited: Citation) -> bool:
    if one.notice is None or one.notice.citation.section != one.citation.section:
        return False
    return one.notice.citation.contains(cited)


def grounds(*, regime: Regime = Regime.FOIA, on: date | None = None) -> tuple[Ground, ...]:
    """Return every ground of a regime on a day, in the order of the enactment.

    Args:
        regime: The regime.
        on: The day; without it, the law as last known.

    Raises:
        InvalidRecordError: If the day is not a plain date.
    """
    day = LAW_AS_AT if on is None else plain_day(on, "grounds.on")
    return tuple(one for one in GROUNDS if one.citation.regime is regime and one.is_in_force(day))


_BOTH: Final = (Duty.CONFIRM_OR_DENY, Duty.COMMUNICATE)
_ONE: Final = (Duty.COMMUNICATE,)
_SOURCES: Final = {
    Regime.FOIA: (
        enactment(
            "FOIA 2000, revised text as at 7 April 2026",
            "https://www.legislation.gov.uk/ukpga/2000/36",
        ),
    ),
    Regime.EIR: (
        enactment(
            "EIR 2004, text as at 16 May 2017", "https://www.legislation.gov.uk/uksi/2004/3391"
        ),
    ),
    Regime.FOISA: (
        enactment(
            "FOISA 2002, revised text as at 1 April 2026",
            "https://www.legislation.gov.uk/asp/2002/13",
        ),
    ),
}
_CODE: Final = Source(
    kind=SourceKind.CODE_OF_PRACTICE,
    text="Freedom of Information Code of Practice (Cabinet Office, July 2018), Part 2",
    confidence=Confidence.STATED,
)
_SCOTTISH_CODE: Final = Source(
    kind=SourceKind.CODE_OF_PRACTICE,
    text="Code of practice under section 60 (Scottish Ministers)",
    uri="https://www.gov.scot/publications/foi-eir-section-60-code-practice/",
    confidence=Confidence.STATED,
)
_FEES: Final = enactment("SI 2004/3244", "https://www.legislation.gov.uk/uksi/2004/3244")
_SCOTTISH_FEES: Final = enactment("SSI 2004/467", "https://www.legislation.gov.uk/ssi/2004/467")
_SCOTTISH_FEES_13: Final = enactment("SSI 2004/376", "https://www.legislation.gov.uk/ssi/2004/376")


def _ground(
    citation: str,
    title: str,
    kind: GroundKind,
    summary: str,
    *,
    lifts: tuple[Duty, ...] = (),
    notice: tuple[str, ...] = (),
    unless: str | None = None,
    restarts_clock: str | None = None,
    stops_clock: str | None = None,
    nearest: str = "",
    confidence: Confidence = Confidence.VERIFIED,
    sources: tuple[Source, ...] = (),
    notes: str | None = None,
) -> Ground:
    cited = Citation.parse(citation)

    def within(text: str | None) -> Citation | None:
        return None if text is None else Citation.parse(text, regime=cited.regime)

    told = None
    if notice:
        where, *says = notice
        told = Notice(
            citation=Citation.parse(where, regime=cited.regime), says=tuple(says), unless=unless
        )
    return Ground(
        citation=cited,
        title=title,
        summary=summary,
        kind=kind,
        lifts=lifts,
        notice=told,
        restarts_clock=within(restarts_clock),
        stops_clock=within(stops_clock),
        nearest=tuple(Citation.parse(text) for text in nearest.split("; ") if text),
        confidence=confidence,
        sources=(*_SOURCES[cited.regime], *sources),
        notes=notes,
    )


_COMPLAINTS: Final = "the complaints procedure, or that there is none (s.17(7)(a))"
_SECTION_50: Final = "the right to apply to the Commissioner under s.50 (s.17(7)(b))"
_RIGHTS: Final = "how to complain to the authority, and the rights to a review and to apply to the Commissioner (s.19)"
_TOLD_BEFORE: Final = "notice that s.14 is relied on was given for an earlier request, and a further one would be unreasonable to expect (s.17(6))"
_TOLD_BEFORE_OF_THE_SAME: Final = "notice that s.14 applies was given for an earlier request that was the same or much the same, and a further one would be unreasonable to expect (s.16(5))"

GROUNDS: Final = (
    _ground(
        "FOIA s.1(1)(a)",
        "General right of access to information held by public authorities",
        GroundKind.NOT_HELD,
        "The authority does not hold the information when the request arrives, and says so.",
        lifts=_ONE,
        notice=("1(1)(a)", "in writing, in time (s.10(1)), that the information is not held"),
        nearest="EIR reg.12(4)(a); FOISA s.17(1)",
        notes="A denial, not an exemption: s.17 is not engaged. What counts is the day of receipt (s.1(4)), on the balance of probabilities (tribunals' practice: recalled).",
    ),
    _ground(
        "FOIA s.1(3)",
        "General right of access to information held by public authorities",
        GroundKind.SUSPENDED,
        "The authority reasonably needs more to identify and find the information, and has said so.",
        lifts=_BOTH,
        notice=("1(3)(b)", "what further information is needed"),
        restarts_clock="10(6)",
        nearest="EIR reg.9(2); FOISA s.1(3)",
        notes="The time to answer runs anew from the day the particulars arrive.",
    ),
    _ground(
        "FOIA s.7",
        "Public authorities to which Act has limited application",
        GroundKind.OUT_OF_SCOPE,
        "The Act reaches only some of the information that the authority holds, and this is not of it.",
        lifts=_BOTH,
        nearest="FOISA s.7",
        notes="By its entry in Schedule 1 (s.7(1)), of which the BBC's is the best known, by designation (s.7(5) and (6)) or by an order on a company (s.7(7)). The EIR leave out an authority so listed or designated (reg.2(2)(b)), unless it is one on another count.",
    ),
    _ground(
        "FOIA s.8(1)",
        "Request for information",
        GroundKind.NO_REQUEST,
        "It is not in writing, names no applicant or address for correspondence, or describes nothing.",
        lifts=_BOTH,
        nearest="FOISA s.8(1)",
        notes="Advice is still due to someone who proposes to make a request (s.16(1)). Under the EIR a request need not be in writing.",
    ),
    _ground(
        "FOIA s.9(2)",
        "Fees",
        GroundKind.SUSPENDED,
        "A fee has been asked for by notice and not been paid, which it must be within three months beginning with the day of the notice.",
        lifts=_BOTH,
        notice=("9(1)", "in writing, in time, the amount of the fee"),
        stops_clock="10(2)",
        nearest="EIR reg.8(1); EIR reg.8(5); FOISA s.9(3)",
        sources=(_FEES,),
        notes="The working days from the notice to the payment do not count; staff time cannot be charged (SI 2004/3244 reg 6(4)).",
    ),
    _ground(
        "FOIA s.10(3)",
        "Time for compliance with request",
        GroundKind.EXTENDED,
        "Where only the public interest decides under a qualified provision, the answer may take the time that is reasonable.",
        notice=(
            "17(2)",
            "in time, in a notice under s.17(1), that there is no decision yet",
            "an estimate of the day by which there will be",
            _COMPLAINTS,
            _SECTION_50,
        ),
        nearest="EIR reg.7(1)",
        notes="Not under an absolute exemption, s.12 or s.14. FOISA gives no more time, and the EIR for other reasons.",
    ),
    _ground(
        "FOIA s.11(1)",
        "Means by which communication to be made",
        GroundKind.DUTY,
        "Information is given in the form asked for, so far as is reasonably practicable.",
        notice=("11(3)", "the reasons, where a preference is not followed"),
        nearest="EIR reg.6(1); FOISA s.11(1)",
        notes="All the circumstances count, cost among them (s.11(2)). Datasets have rules of their own since September 2013 (s.11(1A)).",
    ),
    _ground(
        "FOIA s.12(1)",
        "Exemption where cost of compliance exceeds appropriate limit",
        GroundKind.REFUSAL,
        "Complying is estimated to cost more than the appropriate limit.",
        lifts=_ONE,
        notice=("17(5)", "that s.12 is relied on", _COMPLAINTS, _SECTION_50),
        nearest="EIR reg.12(4)(b); FOISA s.12(1); FOISA s.12(2)",
        sources=(_FEES,),
        notes="Whether the information is held must still be said, unless finding out would exceed the limit by itself (s.12(2)); advice on narrowing is due (s.16). Requests may be taken together (s.12(4)). The EIR set no limit: there the request is manifestly unreasonable.",
    ),
    _ground(
        "FOIA s.12(2)",
        "Exemption where cost of compliance exceeds appropriate limit",
        GroundKind.REFUSAL,
        "Finding out whether the information is held would by itself exceed the appropriate limit.",
        lifts=_BOTH,
        notice=("17(5)", "that s.12 is relied on", _COMPLAINTS, _SECTION_50),
        nearest="EIR reg.12(4)(b); FOISA s.12(1)",
        sources=(_FEES,),
        notes="Neither confirms nor denies, and yet is no exemption. Under FOISA the cost of finding out does not count at all.",
    ),
    _ground(
        "FOIA s.13(1)",
        "Fees for disclosure where cost of compliance exceeds appropriate limit",
        GroundKind.CHARGE,
        "What need not be communicated because of its cost may be, for a fee.",
        nearest="EIR reg.8(1); FOISA s.13(1)",
        sources=(_FEES,),
        notes="Countable costs and those of communicating, with staff time at 25 pounds an hour; not the costs of other requests taken together with this one (SI 2004/3244 reg 7).",
    ),
    _ground(
        "FOIA s.14(1)",
        "Vexatious or repeated requests",
        GroundKind.REFUSAL,
        "The request is vexatious.",
        lifts=_BOTH,
        notice=("17(5)", "that s.14 is relied on", _COMPLAINTS, _SECTION_50),
        unless=_TOLD_BEFORE,
        nearest="EIR reg.12(4)(b); FOISA s.14(1)",
    ),
    _ground(
        "FOIA s.14(2)",
        "Vexatious or repeated requests",
        GroundKind.REFUSAL,
        "The same person asks the same, or much the same, again without a reasonable interval after the authority complied.",
        lifts=_BOTH,
        notice=("17(5)", "that s.14 is relied on", _COMPLAINTS, _SECTION_50),
        unless=_TOLD_BEFORE,
        nearest="EIR reg.12(4)(b); FOISA s.14(2)",
        notes="The earlier request must have been complied with, not merely refused.",
    ),
    _ground(
        "FOIA s.16(1)",
        "Duty to provide advice and assistance",
        GroundKind.DUTY,
        "Applicants, present and future, are advised and helped so far as is reasonable.",
        nearest="EIR reg.9(1); FOISA s.15(1)",
        notes="Following the Code under s.45 is enough (s.16(2)).",
    ),
    _ground(
        "FOIA s.45(2)(b)",
        "Issue of code of practice",
        GroundKind.REDIRECTED,
        "The Code of Practice says how a request is transferred to an authority that holds the information.",
        nearest="EIR reg.10(1); FOISA s.60(2)(b)",
        sources=(_CODE,),
        confidence=Confidence.STATED,
        notes="No provision of the Act transfers a request: the authority still answers that it holds nothing, and the other's time begins when it receives the request.",
    ),
    _ground(
        "EIR reg.3(3)",
        "Application",
        GroundKind.OUT_OF_SCOPE,
        "The authority acts in a judicial or legislative capacity.",
        lifts=_BOTH,
        nearest="FOIA s.32; FOISA s.37",
    ),
    _ground(
        "EIR reg.3(4)",
        "Application",
        GroundKind.OUT_OF_SCOPE,
        "Applying the Regulations to either House of Parliament would infringe its privileges.",
        lifts=_BOTH,
        nearest="FOIA s.34",
    ),
    _ground(
        "EIR reg.6(1)",
        "Form and format of information",
        GroundKind.DUTY,
        "Information is given in the form asked for, unless another is reasonable or it is public and easy to reach in another.",
        notice=(
            "6(2)",
            "the reason, within 20 working days, and in writing if asked for so",
            "the right to make representations (reg.11)",
            "the enforcement and appeal provisions (reg.18)",
        ),
        nearest="FOIA s.11(1); FOISA s.11(1)",
        notes="Information that is public already is no exception under the EIR, as it is an exemption under FOIA s.21: only its form can be refused (reg.6(1)(b)).",
    ),
    _ground(
        "EIR reg.7(1)",
        "Extension of time",
        GroundKind.EXTENDED,
        "A request too complex and voluminous to answer or refuse in 20 working days may take 40.",
        notice=("7(3)", "within 20 working days, that the time is extended"),
        nearest="FOIA s.10(3)",
        notes="Weighing the public interest gives no more time.",
    ),
    _ground(
        "EIR reg.8(1)",
        "Charging",
        GroundKind.CHARGE,
        "A reasonable charge may be made for making the information available.",
        nearest="FOIA s.9(2); FOIA s.13(1); FOISA s.9(3); FOISA s.13(1)",
        notes="None for reading public registers or lists, or for inspection in place (reg.8(2)); a schedule of charges is published (reg.8(8)).",
    ),
    _ground(
        "EIR reg.8(5)",
        "Charging",
        GroundKind.SUSPENDED,
        "A charge in advance has been asked for and not been paid, which it must be within 60 working days of the notification.",
        lifts=_BOTH,
        notice=("8(4)", "within 20 working days, that advance payment is required, and how much"),
        stops_clock="8(6)",
        nearest="FOIA s.9(2); FOISA s.9(3)",
        notes="The days from the notification to the payment do not count; until then no refusal is due either (reg.8(5)(b)).",
    ),
    _ground(
        "EIR reg.9(1)",
        "Advice and assistance",
        GroundKind.DUTY,
        "Applicants, present and future, are advised and helped so far as is reasonable.",
        nearest="FOIA s.16(1); FOISA s.15(1)",
        notes="Following a code under reg.16 is enough (reg.9(3)).",
    ),
    _ground(
        "EIR reg.9(2)",
        "Advice and assistance",
        GroundKind.SUSPENDED,
        "A request put too generally waits for the particulars that the authority asks for.",
        lifts=_BOTH,
        notice=("9(2)", "within 20 working days, that more particulars are needed, with help"),
        restarts_clock="9(4)",
        nearest="FOIA s.1(3); FOISA s.1(3)",
        notes="The Regulations do not say that the duty is lifted, but its time runs anew from the day the particulars arrive; a request still too general falls under reg.12(4)(c).",
    ),
    _ground(
        "EIR reg.10(1)",
        "Transfer of a request",
        GroundKind.REDIRECTED,
        "An authority without the information that believes another has it transfers the request or names that authority.",
        notice=("10(1)", "with the refusal, that the request is transferred, or who to ask"),
        nearest="FOIA s.45(2)(b); FOISA s.60(2)(b)",
        notes="The refusal is one under reg.12(4)(a); the other's time begins when it receives the request (reg.10(2)).",
    ),
    _ground(
        "FOISA s.1(3)",
        "General entitlement",
        GroundKind.SUSPENDED,
        "The authority reasonably needs more to identify and find the information, and has said so.",
        lifts=_BOTH,
        notice=("1(3)(b)", "what further information is needed"),
        restarts_clock="10(1)(b)",
        nearest="FOIA s.1(3); EIR reg.9(2)",
        notes="The time to answer runs anew from the day it arrives.",
    ),
    _ground(
        "FOISA s.7",
        "Public authorities to which Act has limited application",
        GroundKind.OUT_OF_SCOPE,
        "The Act reaches only some of the information that the authority holds, and this is not of it.",
        lifts=_BOTH,
        nearest="FOIA s.7",
        notes="By its entry in schedule 1 (s.7(1)), by designation (s.7(3)) or by an order on a company (s.7(4)).",
    ),
    _ground(
        "FOISA s.8(1)",
        "Requesting information",
        GroundKind.NO_REQUEST,
        "It has no lasting form, names no applicant or address for correspondence, or describes nothing.",
        lifts=_BOTH,
        nearest="FOIA s.8(1)",
        notes="A recording will do, unlike under FOIA.",
    ),
    _ground(
        "FOISA s.9(3)",
        "Fees",
        GroundKind.SUSPENDED,
        "A fee has been asked for by notice and not been paid, which it must be within three months beginning with the day of the notice.",
        lifts=_BOTH,
        notice=(
            "9(1)",
            "in writing, in time, the amount of the fee",
            "how it was calculated (SSI 2004/467 reg 4(4))",
            _RIGHTS,
        ),
        stops_clock="10(3)",
        nearest="FOIA s.9(2); EIR reg.8(1); EIR reg.8(5)",
        sources=(_SCOTTISH_FEES,),
        notes="Nothing for the first 100 pounds of projected costs, and at most a tenth of the rest (SSI 2004/467 reg 4).",
    ),
    _ground(
        "FOISA s.11(1)",
        "Means of providing information",
        GroundKind.DUTY,
        "Information is given by the means asked for, so far as is reasonably practicable.",
        notice=("11(3)", "the reasons, where a preference is not followed"),
        nearest="FOIA s.11(1); EIR reg.6(1)",
        notes="All the circumstances count, cost among them (s.11(3)).",
    ),
    _ground(
        "FOISA s.12(1)",
        "Excessive cost of compliance",
        GroundKind.REFUSAL,
        "Complying is estimated to cost more than the prescribed amount.",
        lifts=_BOTH,
        notice=("16(4)", "that s.12(1) is claimed to apply", _RIGHTS),
        nearest="FOIA s.12(1); FOIA s.12(2); EIR reg.12(4)(b)",
        sources=(_SCOTTISH_FEES,),
        notes="Costs of finding out whether the information is held do not count (SSI 2004/467 reg 3(2)(a)).",
    ),
    _ground(
        "FOISA s.12(2)",
        "Excessive cost of compliance",
        GroundKind.REFUSAL,
        "Requests of different people together cost more than the prescribed amount, and the information is made available to the public instead.",
        lifts=_BOTH,
        nearest="FOIA s.12(1)",
        sources=(_SCOTTISH_FEES,),
        notes="The regulations provide for this case only, though the Act has others: within 20 working days of the first request the information is public, and each applicant has been told that it will be (SSI 2004/467 reg 6). The notice of s.16(4) is not asked for.",
    ),
    _ground(
        "FOISA s.13(1)",
        "Fees for disclosure in certain circumstances",
        GroundKind.CHARGE,
        "What need not be communicated because of its cost may be, for a fee.",
        nearest="FOIA s.13(1); EIR reg.8(1)",
        sources=(_SCOTTISH_FEES_13,),
        notes="As agreed with the applicant beforehand, and at most 50 pounds and what the projected costs are above 600 (SSI 2004/376 reg 4).",
    ),
    _ground(
        "FOISA s.14(1)",
        "Vexatious or repeated requests",
        GroundKind.REFUSAL,
        "The request is vexatious.",
        lifts=_BOTH,
        notice=("16(5)", "that s.14 is claimed to apply", _RIGHTS),
        unless=_TOLD_BEFORE_OF_THE_SAME,
        nearest="FOIA s.14(1); EIR reg.12(4)(b)",
    ),
    _ground(
        "FOISA s.14(2)",
        "Vexatious or repeated requests",
        GroundKind.REFUSAL,
        "The same person asks the same, or much the same, again without a reasonable time since making a request that was complied with.",
        lifts=_BOTH,
        notice=("16(5)", "that s.14 is claimed to apply", _RIGHTS),
        unless=_TOLD_BEFORE_OF_THE_SAME,
        nearest="FOIA s.14(2); EIR reg.12(4)(b)",
        notes="The time runs from one request to the other, unlike under FOIA, where it runs from when the first was complied with.",
    ),
    _ground(
        "FOISA s.15(1)",
        "Duty to provide advice and assistance",
        GroundKind.DUTY,
        "Applicants, present and future, are advised and helped so far as is reasonable.",
        nearest="FOIA s.16(1); EIR reg.9(1)",
        notes="Following the code under s.60 is enough (s.15(2)).",
    ),
    _ground(
        "FOISA s.17(1)",
        "Notice that information is not held",
        GroundKind.NOT_HELD,
        "The authority does not hold the information, and gives notice of that.",
        lifts=_ONE,
        notice=("17(1)", "in writing, in time, that the information is not held", _RIGHTS),
        unless="a refusal notice is given under s.18 instead (s.17(3))",
        nearest="FOIA s.1(1)(a); EIR reg.12(4)(a)",
        notes="Unlike under FOIA a formal notice, with particulars of the rights of review.",
    ),
    _ground(
        "FOISA s.60(2)(b)",
        "Code of practice as to functions under this Act",
        GroundKind.REDIRECTED,
        "The code of practice says how a request is transferred to an authority that holds the information.",
        nearest="FOIA s.45(2)(b); EIR reg.10(1)",
        sources=(_SCOTTISH_CODE,),
        notes="No provision of the Act transfers a request: notice that the information is not held is still due (s.17(1)).",
    ),
)
"""Every ground, in the order of each enactment."""
