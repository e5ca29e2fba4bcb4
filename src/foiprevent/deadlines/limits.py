"""The time limits, as data.

One row for each rule in each regime: how long, in what, from what, on what authority.
A statutory limit binds; a code's or a regulator's is good practice, and says so.
Periods exclude the day they are counted from: that day is day 0.
"""

from __future__ import annotations

import enum
from typing import Final, final

import attrs

from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind


@final
class Rule(enum.Enum):
    """What a time limit is for."""

    RESPONSE = "response"
    """To answer a request, or to refuse it."""
    EXTENDED_RESPONSE = "extended response"
    """To answer once more time has been taken."""
    REVIEW_REQUEST = "review request"
    """To ask the authority for an internal review."""
    REVIEW_ANSWER = "review answer"
    """To answer a request for review."""
    REVIEW_ANSWER_AT_MOST = "review answer at most"
    """To answer a request for review, in an exceptional case."""
    OWN_WINDOW = "authority's own window"
    """To ask for a review, as the authority's letter words it."""


@final
class Unit(enum.Enum):
    """What a period is counted in."""

    WORKING_DAYS = "working days"
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
        counted_from: The day it is counted from, which is day 0.
        kind: What it binds by.
        cites: What it rests on.
    """

    rule: Rule
    regime: Regime
    title: str
    length: int
    unit: Unit
    counted_from: str
    kind: LimitKind
    cites: tuple[Citation | Source, ...]


_ICO_REVIEWS: Final = (
    "https://ico.org.uk/for-organisations/foi/guide-to-managing-an-foi-request/"
    "complaints-internal-reviews/"
)
CODE_5_3: Final = Source(
    kind=SourceKind.CODE_OF_PRACTICE,
    text="s.45 Code of Practice (July 2018) para 5.3",
    uri="https://www.gov.uk/government/publications/freedom-of-information-code-of-practice",
    confidence=Confidence.STATED,
)
CODE_5_4: Final = Source(
    kind=SourceKind.CODE_OF_PRACTICE,
    text="s.45 Code of Practice (July 2018) paras 5.4 and 5.5",
    uri="https://www.gov.uk/government/publications/freedom-of-information-code-of-practice",
    confidence=Confidence.RECALLED,
)
ICO_REVIEWS: Final = Source(
    kind=SourceKind.GUIDANCE,
    text="ICO guidance on internal reviews",
    uri=_ICO_REVIEWS,
    confidence=Confidence.STATED,
)
ICO_EXTENSION: Final = Source(
    kind=SourceKind.GUIDANCE,
    text="ICO guidance on time for compliance: normally no more than 40 working days in all",
    confidence=Confidence.STATED,
)


def _foia(*texts: str) -> tuple[Citation, ...]:
    return tuple(Citation.parse(text) for text in texts)


def _eir(*texts: str) -> tuple[Citation, ...]:
    return tuple(Citation.parse(text, regime=Regime.EIR) for text in texts)


def _foisa(*texts: str) -> tuple[Citation, ...]:
    return tuple(Citation.parse(text, regime=Regime.FOISA) for text in texts)


def _working_days(
    rule: Rule,
    regime: Regime,
    length: int,
    title: str,
    counted_from: str,
    *cites: Citation | Source,
    kind: LimitKind = LimitKind.STATUTORY,
) -> TimeLimit:
    return TimeLimit(
        rule=rule,
        regime=regime,
        title=title,
        length=length,
        unit=Unit.WORKING_DAYS,
        counted_from=counted_from,
        kind=kind,
        cites=cites,
    )


_RECEIPT: Final = "the day the request is received"
_LETTER: Final = "the day of the response"
_REVIEW_RECEIPT: Final = "the day the request for review is received"
_ASK: Final = "ask for an internal review"

_LIMITS: Final = (
    _working_days(
        Rule.RESPONSE, Regime.FOIA, 20, "answer the request", _RECEIPT, *_foia("10(1)", "10(6)")
    ),
    _working_days(
        Rule.EXTENDED_RESPONSE,
        Regime.FOIA,
        40,
        "decide where the public interest lies",
        _RECEIPT,
        *_foia("10(3)", "17(3)"),
        ICO_EXTENSION,
        kind=LimitKind.REGULATOR,
    ),
    _working_days(
        Rule.REVIEW_REQUEST, Regime.FOIA, 40, _ASK, _LETTER, CODE_5_3, kind=LimitKind.CODE
    ),
    _working_days(
        Rule.REVIEW_ANSWER,
        Regime.FOIA,
        20,
        "answer the request for review",
        _REVIEW_RECEIPT,
        CODE_5_4,
        ICO_REVIEWS,
        kind=LimitKind.CODE,
    ),
    _working_days(
        Rule.REVIEW_ANSWER_AT_MOST,
        Regime.FOIA,
        40,
        "answer the request for review, in an exceptional case",
        _REVIEW_RECEIPT,
        CODE_5_4,
        ICO_REVIEWS,
        kind=LimitKind.CODE,
    ),
    _working_days(
        Rule.RESPONSE, Regime.EIR, 20, "answer the request", _RECEIPT, *_eir("5(2)", "2(1)")
    ),
    _working_days(
        Rule.EXTENDED_RESPONSE,
        Regime.EIR,
        40,
        "answer a complex and voluminous request",
        _RECEIPT,
        *_eir("7(1)", "7(3)"),
    ),
    _working_days(
        Rule.REVIEW_REQUEST,
        Regime.EIR,
        40,
        "make representations",
        "the day the authority is believed to have failed to comply",
        *_eir("11(2)"),
    ),
    _working_days(
        Rule.REVIEW_ANSWER,
        Regime.EIR,
        40,
        "decide on the representations",
        "the day the representations are received",
        *_eir("11(4)"),
    ),
    _working_days(
        Rule.RESPONSE, Regime.FOISA, 20, "answer the request", _RECEIPT, *_foisa("10(1)", "73")
    ),
    _working_days(
        Rule.REVIEW_REQUEST, Regime.FOISA, 40, "require a review", _LETTER, *_foisa("20(5)")
    ),
    _working_days(
        Rule.REVIEW_ANSWER,
        Regime.FOISA,
        20,
        "answer the requirement for review",
        _REVIEW_RECEIPT,
        *_foisa("21(1)"),
    ),
)

LIMITS: Final = {(limit.rule, limit.regime): limit for limit in _LIMITS}
"""Every time limit known, by its rule and regime."""
