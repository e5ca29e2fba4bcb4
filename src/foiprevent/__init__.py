"""UK Freedom of Information law and practice, as typed Python.

Every date, status and finding comes with the provision it rests on and the steps to it,
and the library says so when it cannot know.  This is a model of law, not legal advice.

The public API is what this module exports; each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foiprevent import casebook, cases, deadlines, exemptions, findings, letters, prevent
    from foiprevent._provenance import LawAsAt, LawBasis
    from foiprevent.cases import (
        Answer,
        Case,
        Commissioner,
        CountedFrom,
        Held,
        Link,
        Offer,
        Outcome,
        PublicAuthority,
        Question,
        QuestionScope,
        Reliance,
        Request,
        Response,
        ResponseKind,
        ReviewRoute,
        ScopeNotStated,
        StandingAnswer,
        State,
        Told,
        Transition,
        WholeRequest,
        WindowUnit,
    )
    from foiprevent.citations import (
        Citation,
        Confidence,
        FoundCitation,
        Regime,
        Source,
        SourceKind,
        find_citations,
    )
    from foiprevent.codec import dumps, json_schema, loads
    from foiprevent.deadlines import (
        BankHoliday,
        ClockEvent,
        ClockEventKind,
        ContestedDays,
        Deadline,
        Division,
        Phase,
        ReceiptConvention,
        Rule,
        Timetable,
        Unit,
        WorkingDayCalendar,
        deadline,
        due_date,
        received_on,
        replay,
        school_deadline,
        timetable_ics,
        working_days,
    )
    from foiprevent.errors import (
        CalendarRangeError,
        CitationError,
        CodecError,
        Fault,
        FoiPreventError,
        InvalidRecordError,
        LetterFileError,
        NotInForceError,
        TransitionError,
        UnknownProvisionError,
        UnlawfulDraftError,
    )
    from foiprevent.exemptions import (
        Balance,
        Basis,
        Duty,
        Exemption,
        Factor,
        Holder,
        Likelihood,
        Position,
        PublicInterestTest,
        Role,
        Side,
        Status,
        changes,
        crosswalk,
        exemption,
        standing,
    )
    from foiprevent.findings import Audit, AuditRule, Code, Finding, Mended, Severity, audit
    from foiprevent.letters import (
        About,
        Contradiction,
        Fact,
        Markup,
        MessageKind,
        Reading,
        UnreadPassage,
        draft_refusal,
        draft_review_request,
        read_letter,
    )
    from foiprevent.redaction import redact

_MODULES = {
    "foiprevent._provenance": "LawAsAt LawBasis",
    "foiprevent.cases": (
        "Answer Case Commissioner CountedFrom Held Link Offer Outcome PublicAuthority "
        "Question QuestionScope Reliance Request Response ResponseKind ReviewRoute "
        "ScopeNotStated StandingAnswer State Told Transition WholeRequest WindowUnit"
    ),
    "foiprevent.citations": (
        "Citation Confidence FoundCitation Regime Source SourceKind find_citations"
    ),
    "foiprevent.codec": "dumps json_schema loads",
    "foiprevent.deadlines": (
        "BankHoliday ClockEvent ClockEventKind ContestedDays Deadline Division Phase "
        "ReceiptConvention Rule Timetable Unit WorkingDayCalendar deadline due_date "
        "received_on replay school_deadline timetable_ics working_days"
    ),
    "foiprevent.errors": (
        "CalendarRangeError CitationError CodecError Fault FoiPreventError InvalidRecordError "
        "LetterFileError NotInForceError TransitionError UnknownProvisionError UnlawfulDraftError"
    ),
    "foiprevent.exemptions": (
        "Balance Basis Duty Exemption Factor Holder Likelihood Position PublicInterestTest Role "
        "Side Status changes crosswalk exemption standing"
    ),
    "foiprevent.findings": "Audit AuditRule Code Finding Mended Severity audit",
    "foiprevent.letters": (
        "About Contradiction Fact Markup MessageKind Reading UnreadPassage draft_refusal "
        "draft_review_request read_letter"
    ),
    "foiprevent.redaction": "redact",
}
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}
_PACKAGES = (
    "casebook",
    "cases",
    "deadlines",
    "exemptions",
    "findings",
    "letters",
    "prevent",
    "strategies",
)

__all__ = [
    "About",
    "Answer",
    "Audit",
    "AuditRule",
    "Balance",
    "BankHoliday",
    "Basis",
    "CalendarRangeError",
    "Case",
    "Citation",
    "CitationError",
    "ClockEvent",
    "ClockEventKind",
    "Code",
    "CodecError",
    "Commissioner",
    "Confidence",
    "ContestedDays",
    "Contradiction",
    "CountedFrom",
    "Deadline",
    "Division",
    "Duty",
    "Exemption",
    "Fact",
    "Factor",
    "Fault",
    "Finding",
    "FoiPreventError",
    "FoundCitation",
    "Held",
    "Holder",
    "InvalidRecordError",
    "LawAsAt",
    "LawBasis",
    "LetterFileError",
    "Likelihood",
    "Link",
    "Markup",
    "Mended",
    "MessageKind",
    "NotInForceError",
    "Offer",
    "Outcome",
    "Phase",
    "Position",
    "PublicAuthority",
    "PublicInterestTest",
    "Question",
    "QuestionScope",
    "Reading",
    "ReceiptConvention",
    "Regime",
    "Reliance",
    "Request",
    "Response",
    "ResponseKind",
    "ReviewRoute",
    "Role",
    "Rule",
    "ScopeNotStated",
    "Severity",
    "Side",
    "Source",
    "SourceKind",
    "StandingAnswer",
    "State",
    "Status",
    "Timetable",
    "Told",
    "Transition",
    "TransitionError",
    "Unit",
    "UnknownProvisionError",
    "UnlawfulDraftError",
    "UnreadPassage",
    "WholeRequest",
    "WindowUnit",
    "WorkingDayCalendar",
    "audit",
    "casebook",
    "cases",
    "changes",
    "crosswalk",
    "deadline",
    "deadlines",
    "draft_refusal",
    "draft_review_request",
    "due_date",
    "dumps",
    "exemption",
    "exemptions",
    "find_citations",
    "findings",
    "json_schema",
    "letters",
    "loads",
    "prevent",
    "read_letter",
    "received_on",
    "redact",
    "replay",
    "school_deadline",
    "standing",
    "timetable_ics",
    "working_days",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name == "__version__":
        from foiprevent._provenance import library_version

        return library_version()
    if name in _PACKAGES:
        return import_module(f"foiprevent.{name}")
    if name not in _HOME:
        raise AttributeError(f"module 'foiprevent' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, "__version__", "strategies"})
