"""The time limits, as data.

One row for each rule in each regime: how long, in what, from what, on what authority, and
between which days.  A statutory limit binds; a code's or a regulator's is good practice,
and says so.  The day a period is counted from is day 0, unless it *begins with* that day.

A general rule stands first, its exceptions after it, each with its own provision.  Where a
limit changed, :func:`limit` chooses by the day the request was dealt with.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Final, final

import attrs

from foiprevent._values import plain_day
from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Period


@final
class Rule(enum.Enum):
    """What a time limit is for."""

    RESPONSE = "response"
    """To answer a request, or to refuse it."""
    RESPONSE_SCHOOL = "response by a school"
    """To answer, for a school: in school days, see :func:`school_deadline`."""
    RESPONSE_ARCHIVES = "response by archives"
    """To answer, for information in transferred public records, or by the Keeper."""
    RESPONSE_WITH_LEAVE = "response with leave"
    """To answer, where the Commissioner allows more time: armed forces, or held overseas."""
    EXTENSION_NOTICE = "extension notice"
    """To say that more time is needed, and until when."""
    EXTENDED_RESPONSE = "extended response"
    """To answer once more time has been taken."""
    PARTICULARS = "particulars"
    """To ask for more particulars of a request that is too general."""
    FEE_PAYMENT = "fee payment"
    """To pay a fee; after that the duty to answer lapses."""
    REVIEW_REQUEST = "review request"
    """To ask the authority for an internal review."""
    REVIEW_ANSWER = "review answer"
    """To answer a request for review."""
    REVIEW_ANSWER_AT_MOST = "review answer at most"
    """To answer a request for review, in an exceptional case."""
    REVIEW_ANSWER_ARCHIVES = "review answer by archives"
    """To answer for the Keeper, where another authority reviews its own decision."""
    OWN_WINDOW = "authority's own window"
    """To ask for a review, as the authority's letter words it."""
    COMPLAINT = "complaint"
    """To complain to the regulator."""
    APPEAL = "appeal"
    """To appeal to the First-tier Tribunal against a decision notice."""
    COMPLIANCE = "compliance"
    """To take the steps of a decision notice, in the time it states."""
    VETO = "veto"
    """To certify that a decision notice need not be complied with."""


@final
class Unit(enum.Enum):
    """What a period is counted in."""

    WORKING_DAYS = "working days"
    SCHOOL_DAYS = "school days"
    CALENDAR_DAYS = "calendar days"
    WEEKS = "weeks"
    MONTHS = "months"


@final
class LimitKind(enum.Enum):
    """What a time limit binds by."""

    STATUTORY = "statutory"
    CODE = "code of practice"
    REGULATOR = "regulator's practice"
    AUTHORITY = "authority's own words"


ALWAYS: Final = (Period(start=date(2005, 1, 1)),)


@final
@attrs.frozen(kw_only=True)
class TimeLimit:
    """One time limit of one regime.

    Attributes:
        rule: What it is for.
        regime: The regime.
        title: What must be done in time.
        length: How long it is, in ``unit``.
        unit: What it is counted in.
        counted_from: The day it is counted from.
        begins_with: Whether that day is the first of the period, not day 0.
        ends_at: The hour of the last day before which it must be done.
        kind: What it binds by.
        cites: What it rests on.
        in_force: The periods in which it is what it is here.
        confidence: How well it is established.
        note: What else a reader must know.
    """

    rule: Rule
    regime: Regime
    title: str
    length: int
    unit: Unit
    counted_from: str
    begins_with: bool = False
    ends_at: str = "midnight"
    kind: LimitKind = LimitKind.STATUTORY
    cites: tuple[Citation | Source, ...]
    in_force: tuple[Period, ...] = ALWAYS
    confidence: Confidence = Confidence.VERIFIED
    note: str | None = None


def _instrument(
    text: str, uri: str | None = None, confidence: Confidence = Confidence.VERIFIED
) -> Source:
    return Source(kind=SourceKind.ENACTMENT, text=text, uri=uri, confidence=confidence)


_CODE_URI: Final = (
    "https://www.gov.uk/government/publications/freedom-of-information-code-of-practice"
)
CODE_5_3: Final = Source(
    kind=SourceKind.CODE_OF_PRACTICE,
    text="s.45 Code of Practice (July 2018) para 5.3",
    uri=_CODE_URI,
    confidence=Confidence.STATED,
)
CODE_5_4: Final = Source(
    kind=SourceKind.CODE_OF_PRACTICE,
    text="s.45 Code of Practice (July 2018) paras 5.4 and 5.5",
    uri=_CODE_URI,
    confidence=Confidence.RECALLED,
)
ICO_REVIEWS: Final = Source(
    kind=SourceKind.GUIDANCE,
    text="ICO guidance on internal reviews",
    uri="https://ico.org.uk/for-organisations/foi/guide-to-managing-an-foi-request/"
    "complaints-internal-reviews/",
    confidence=Confidence.STATED,
)
ICO_EXTENSION: Final = Source(
    kind=SourceKind.GUIDANCE,
    text="ICO guidance on time for compliance: normally no more than 40 working days in all",
    confidence=Confidence.STATED,
)
ICO_COMPLAINTS: Final = Source(
    kind=SourceKind.GUIDANCE,
    text="ICO page on FOI and EIR complaints",
    uri="https://ico.org.uk/make-a-complaint/foi-and-eir-complaints/foi-and-eir-complaints/",
    confidence=Confidence.STATED,
)
TRIBUNAL_RULES: Final = _instrument(
    "SI 2009/1976 (First-tier Tribunal, General Regulatory Chamber, Rules) rr.12 and 22(1)(b)",
    "https://www.legislation.gov.uk/uksi/2009/1976",
)
COVID_SCOTLAND: Final = _instrument(
    "Coronavirus (Scotland) Act 2020 Sch 6, as the Scottish Information Commissioner applied it",
    "https://www.legislation.gov.uk/asp/2020/7/schedule/6",
    Confidence.STATED,
)


def _time_limits(reg: str) -> Source:
    return _instrument(
        f"SI 2004/3364 reg.{reg}",
        f"https://www.legislation.gov.uk/uksi/2004/3364/regulation/{reg}",
    )


_RECEIPT: Final = "the day the request is received"
_LETTER: Final = "the day of the response"
_REVIEW_RECEIPT: Final = "the day the request for review is received"
_PANDEMIC: Final = Period(
    start=date(2020, 4, 7), end=date(2020, 5, 26), note="for what was dealt with in these days"
)


def _limit(  # one row of the table
    rule: Rule,
    regime: Regime,
    length: int,
    title: str,
    counted_from: str,
    *cites: str | Source,
    unit: Unit = Unit.WORKING_DAYS,
    begins_with: bool = False,
    ends_at: str = "midnight",
    kind: LimitKind = LimitKind.STATUTORY,
    in_force: tuple[Period, ...] = ALWAYS,
    confidence: Confidence = Confidence.VERIFIED,
    note: str | None = None,
) -> TimeLimit:
    return TimeLimit(
        rule=rule,
        regime=regime,
        title=title,
        length=length,
        unit=unit,
        counted_from=counted_from,
        begins_with=begins_with,
        ends_at=ends_at,
        kind=kind,
        cites=tuple(
            Citation.parse(cite, regime=regime) if isinstance(cite, str) else cite
            for cite in cites
        ),
        in_force=in_force,
        confidence=confidence,
        note=note,
    )


_ANSWER: Final = "answer the request"
_ASK: Final = "ask for an internal review"
_APPEAL_NOTE: Final = (
    "If the last day is no working day it is the next; the rules do not "
    "say in which part of the UK, and England and Wales is taken here: a stated reading."
)

TIME_LIMITS: Final = (
    # FOIA, Part I: the general rule, then its exceptions
    _limit(Rule.RESPONSE, Regime.FOIA, 20, _ANSWER, _RECEIPT, "10(1)", "10(6)"),
    _limit(
        Rule.RESPONSE_SCHOOL,
        Regime.FOIA,
        20,
        "answer the request, as a maintained school, nursery or academy",
        _RECEIPT,
        "10(4)",
        _time_limits("3"),
        unit=Unit.SCHOOL_DAYS,
        note="Or the 60th working day, if that comes first.  Extended to academies by "
        "SI 2010/2768; what SI 2009/1369 changed was not read.",
    ),
    _limit(
        Rule.RESPONSE_ARCHIVES,
        Regime.FOIA,
        30,
        "answer a request for transferred public records not designated open",
        _RECEIPT,
        "10(4)",
        _time_limits("4"),
    ),
    _limit(
        Rule.RESPONSE_WITH_LEAVE,
        Regime.FOIA,
        60,
        "answer, at the very latest, by the day the Commissioner allows",
        _RECEIPT,
        "10(4)",
        _time_limits("5"),
        _time_limits("6"),
        note="Only if the Commissioner, asked within the ordinary 20 working days, names a later "
        "day; otherwise the ordinary limit stands.",
    ),
    _limit(
        Rule.EXTENSION_NOTICE,
        Regime.FOIA,
        20,
        "say that the public interest is still being weighed, and until when",
        _RECEIPT,
        "17(1)",
        "17(2)",
    ),
    _limit(
        Rule.EXTENDED_RESPONSE,
        Regime.FOIA,
        40,
        "decide where the public interest lies",
        _RECEIPT,
        "10(3)",
        "17(3)",
        ICO_EXTENSION,
        kind=LimitKind.REGULATOR,
        confidence=Confidence.STATED,
        note="The Act says only: within such time as is reasonable.",
    ),
    _limit(
        Rule.FEE_PAYMENT,
        Regime.FOIA,
        3,
        "pay the fee",
        "the day the fees notice is given",
        "9(2)",
        unit=Unit.MONTHS,
        begins_with=True,
    ),
    _limit(
        Rule.REVIEW_REQUEST,
        Regime.FOIA,
        40,
        _ASK,
        _LETTER,
        CODE_5_3,
        kind=LimitKind.CODE,
        confidence=Confidence.STATED,
    ),
    _limit(
        Rule.REVIEW_ANSWER,
        Regime.FOIA,
        20,
        "answer the request for review",
        _REVIEW_RECEIPT,
        CODE_5_4,
        ICO_REVIEWS,
        kind=LimitKind.CODE,
        confidence=Confidence.STATED,
    ),
    _limit(
        Rule.REVIEW_ANSWER_AT_MOST,
        Regime.FOIA,
        40,
        "answer the request for review, in an exceptional case",
        _REVIEW_RECEIPT,
        CODE_5_4,
        ICO_REVIEWS,
        kind=LimitKind.CODE,
        confidence=Confidence.STATED,
    ),
    _limit(
        Rule.COMPLAINT,
        Regime.FOIA,
        6,
        "complain to the Commissioner",
        "the day of the final response",
        "50(2)(b)",
        ICO_COMPLAINTS,
        unit=Unit.WEEKS,
        kind=LimitKind.REGULATOR,
        confidence=Confidence.STATED,
        note="The Act speaks only of undue delay.  The regulator used to ask for complaints "
        "within three months; since when it is six weeks is not known.",
    ),
    _limit(
        Rule.APPEAL,
        Regime.FOIA,
        28,
        "appeal to the First-tier Tribunal",
        "the day the decision notice is sent",
        "57",
        TRIBUNAL_RULES,
        unit=Unit.CALENDAR_DAYS,
        ends_at="5 pm",
        note=_APPEAL_NOTE,
    ),
    _limit(
        Rule.VETO,
        Regime.FOIA,
        20,
        "certify that a decision notice need not be complied with",
        "the effective date of the notice",
        "53(2)",
    ),
    # EIR
    _limit(Rule.RESPONSE, Regime.EIR, 20, _ANSWER, _RECEIPT, "5(2)", "2(1)"),
    _limit(
        Rule.EXTENSION_NOTICE,
        Regime.EIR,
        20,
        "say that the request is complex and voluminous, and until when",
        _RECEIPT,
        "7(3)",
    ),
    _limit(
        Rule.EXTENDED_RESPONSE,
        Regime.EIR,
        40,
        "answer a complex and voluminous request",
        _RECEIPT,
        "7(1)",
        "7(3)",
    ),
    _limit(
        Rule.PARTICULARS,
        Regime.EIR,
        20,
        "ask for more particulars of a request that is too general",
        _RECEIPT,
        "9(2)",
    ),
    _limit(
        Rule.FEE_PAYMENT,
        Regime.EIR,
        60,
        "pay the charge",
        "the day the charge is notified",
        "8(5)",
    ),
    _limit(
        Rule.REVIEW_REQUEST,
        Regime.EIR,
        40,
        "make representations",
        "the day the authority is believed to have failed to comply",
        "11(2)",
    ),
    _limit(
        Rule.REVIEW_ANSWER,
        Regime.EIR,
        40,
        "decide on the representations",
        "the day the representations are received",
        "11(4)",
    ),
    _limit(
        Rule.COMPLAINT,
        Regime.EIR,
        6,
        "complain to the Commissioner",
        "the day of the final response",
        "18",
        ICO_COMPLAINTS,
        unit=Unit.WEEKS,
        kind=LimitKind.REGULATOR,
        confidence=Confidence.STATED,
        note="As under the Act, which reg.18 applies.",
    ),
    _limit(
        Rule.APPEAL,
        Regime.EIR,
        28,
        "appeal to the First-tier Tribunal",
        "the day the decision notice is sent",
        "18",
        TRIBUNAL_RULES,
        unit=Unit.CALENDAR_DAYS,
        ends_at="5 pm",
        note=_APPEAL_NOTE,
    ),
    # FOISA
    _limit(
        Rule.FEE_PAYMENT,
        Regime.FOISA,
        3,
        "pay the fee",
        "the day the fees notice is given",
        "9(3)",
        unit=Unit.MONTHS,
        begins_with=True,
    ),
    _limit(Rule.RESPONSE, Regime.FOISA, 20, _ANSWER, _RECEIPT, "10(1)", "73"),
    _limit(
        Rule.RESPONSE,
        Regime.FOISA,
        60,
        _ANSWER,
        _RECEIPT,
        "10(1)",
        COVID_SCOTLAND,
        in_force=(_PANDEMIC,),
        confidence=Confidence.STATED,
        note="What was still unanswered on 27 May 2020 was due in 20 working days again.",
    ),
    _limit(
        Rule.RESPONSE_ARCHIVES,
        Regime.FOISA,
        30,
        "answer a request for transferred records, as the Keeper",
        _RECEIPT,
        "10(2)",
    ),
    _limit(
        Rule.REVIEW_REQUEST,
        Regime.FOISA,
        40,
        "require a review",
        "the last day to answer, or the day of a later answer",
        "20(5)",
    ),
    _limit(
        Rule.REVIEW_ANSWER,
        Regime.FOISA,
        20,
        "answer the requirement for review",
        _REVIEW_RECEIPT,
        "21(1)",
    ),
    _limit(
        Rule.REVIEW_ANSWER,
        Regime.FOISA,
        60,
        "answer the requirement for review",
        _REVIEW_RECEIPT,
        "21(1)",
        COVID_SCOTLAND,
        in_force=(_PANDEMIC,),
        confidence=Confidence.STATED,
    ),
    _limit(
        Rule.REVIEW_ANSWER_ARCHIVES,
        Regime.FOISA,
        30,
        "answer the requirement for review, as the Keeper",
        _REVIEW_RECEIPT,
        "21(1)",
        "21(2)",
        note="Where another authority reviews the decision on a transferred record (s.22(4)).",
    ),
    _limit(
        Rule.VETO,
        Regime.FOISA,
        30,
        "certify that a decision notice need not be complied with, as First Minister",
        "the effective date of the notice",
        "52(2)",
    ),
    _limit(
        Rule.COMPLAINT,
        Regime.FOISA,
        6,
        "apply to the Scottish Information Commissioner",
        "the day the review notice is received, or the last day to give one",
        "47(4)",
        unit=Unit.MONTHS,
    ),
)
"""Every time limit known; where one replaced another for a while, both, the lasting one first."""

LIMITS: Final = {(row.rule, row.regime): row for row in TIME_LIMITS if row.in_force is ALWAYS}
"""The lasting time limits, by rule and regime."""
_PASSING: Final = tuple(row for row in TIME_LIMITS if row.in_force is not ALWAYS)


def limit(rule: Rule, regime: Regime, *, dealt_with: date | None = None) -> TimeLimit:
    """Return the time limit for something.

    Args:
        rule: What it is for.
        regime: The regime.
        dealt_with: The day it was done, if it was: some limits held only for what was done
            in certain days (FOISA in spring 2020).

    Raises:
        InvalidRecordError: If *regime* is not a regime or has no such limit, or *dealt_with*
            is not a date.
    """
    if type(regime) is not Regime:
        raise InvalidRecordError("deadline.regime", regime, "expected Regime")
    if dealt_with is not None:
        done = plain_day(dealt_with, "deadline.dealt_with")
        for row in _PASSING:
            if (row.rule, row.regime) == (rule, regime) and _covers(row, done):
                return row
    found = LIMITS.get((rule, regime))
    if found is None:
        raise InvalidRecordError("deadline.rule", rule, f"{regime.value} has no such limit")
    return found


def _covers(row: TimeLimit, day: date) -> bool:
    return any(day in period for period in row.in_force)
