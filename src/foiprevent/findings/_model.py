"""What an audit finds, and what each finding rests on."""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, final

import attrs

from foiprevent._provenance import LawAsAt
from foiprevent.citations import Citation, Source
from foiprevent.exemptions import Position

if TYPE_CHECKING:
    from collections.abc import Iterator


@final
class Severity(enum.Enum):
    """What kind of thing a finding is."""

    BREACH = "breach"
    """A duty in the enactment was not kept."""
    PRACTICE = "practice"
    """The s.45 Code, the regulator's guidance or good drafting was not followed."""
    QUERY = "query"
    """The record does not decide it: a person must look."""


@final
class Code(enum.StrEnum):
    """What was found.  The codes are stable; more may come."""

    LATE_RESPONSE = "late-response"
    """The request was answered after the last day to answer it."""
    NO_RESPONSE = "no-response"
    """The request was not answered."""
    RECEIPT_DATE_UNKNOWN = "receipt-date-unknown"
    """The day of receipt is not known, so it cannot be told whether the answer is in time."""
    TIMELINESS_UNKNOWN = "timeliness-unknown"
    """It cannot be told whether the answer is in time, for another reason."""
    DATES_INCONSISTENT = "dates-inconsistent"
    """The recorded days are in an order that cannot be."""
    EXTENSION_UNAVAILABLE = "extension-unavailable"
    """More time was taken, and the enactment gives none."""
    EXTENSION_NOTICE_LATE = "extension-notice-late"
    """It was said after the last day to answer that more time was taken."""
    EXTENSION_WITHOUT_QUALIFIED_EXEMPTION = "extension-without-qualified-exemption"
    """More time was taken without a qualified exemption to weigh."""
    EXTENSION_WITHOUT_ESTIMATE = "extension-without-estimate"
    """More time was taken without saying when a decision is expected."""
    EXTENSION_BEYOND_GUIDELINE = "extension-beyond-guideline"
    """The extension runs past 40 working days in all."""
    QUESTION_UNANSWERED = "question-unanswered"
    """A question was passed over in silence."""
    EXEMPTION_NOT_SPECIFIED = "exemption-not-specified"
    """Something was refused without saying under which exemption."""
    REDACTION_UNEXPLAINED = "redaction-unexplained"
    """Something was left out of a disclosure without saying under which exemption."""
    NO_SUCH_PROVISION = "no-such-provision"
    """What is relied on is not an exemption of the enactment."""
    PROVISION_NOT_IN_FORCE = "provision-not-in-force"
    """What is relied on was not in force when the request was dealt with."""
    LIMB_NOT_SPECIFIED = "limb-not-specified"
    """A provision with several limbs is relied on without saying which."""
    PERSONAL_DATA_CONDITION_MISSING = "personal-data-condition-missing"
    """Personal data is withheld without the condition that is met."""
    LIKELIHOOD_NOT_STATED = "likelihood-not-stated"
    """Harm is claimed without saying whether it would, or would be likely to, occur."""
    LIKELIHOOD_TOO_LOW = "likelihood-too-low"
    """Harm is claimed to be less likely than the provision asks."""
    REASONS_MISSING = "reasons-missing"
    """It is not said why an exemption applies."""
    QUALIFIED_PERSON_MISSING = "qualified-person-missing"
    """Section 36 is relied on, and no qualified person's opinion before the refusal is shown."""
    COST_ESTIMATE_MISSING = "cost-estimate-missing"
    """A request is refused for its cost without an estimate."""
    REPEAT_UNSHOWN = "repeat-unshown"
    """A request is refused as repeated without showing what it repeats."""
    ADVICE_MISSING = "advice-missing"
    """A request is refused for its cost, and no advice on how it could be met is shown."""
    REGIME_CROSSED = "regime-crossed"
    """A provision of one regime is relied on in an answer under another."""
    NCND_CONTRADICTED = "ncnd-contradicted"
    """What is neither confirmed nor denied is confirmed or denied by the letter itself."""
    NCND_UNDER_WITHHOLDING_PROVISION = "ncnd-under-withholding-provision"
    """Confirmation or denial is refused under a provision that only withholds."""
    WITHHELD_UNDER_NCND_PROVISION = "withheld-under-ncnd-provision"
    """Information is withheld under a provision that only excludes confirming or denying."""
    NATIONAL_SECURITY_OVERLAP = "national-security-overlap"
    """Sections 23(1) and 24(1) are both claimed for the same information, as fact."""
    HOLDING_NOT_CONFIRMED = "holding-not-confirmed"
    """Information is withheld without confirming that it is held."""
    NOT_HELD_YET_EXEMPT = "not-held-yet-exempt"
    """Information said not to be held is also claimed to be exempt."""
    RELIANCE_UNATTACHED = "reliance-unattached"
    """A claim is not tied to anything that was refused."""
    PIT_MISSING = "pit-missing"
    """A qualified exemption is relied on without a public interest test."""
    PIT_NO_CONCLUSION = "pit-no-conclusion"
    """A public interest test comes to no conclusion."""
    PIT_WRONG_DUTY = "pit-wrong-duty"
    """A public interest test weighs the other duty than the one that is refused."""
    PIT_ONE_SIDED = "pit-one-sided"
    """A public interest test has no argument on one side."""
    PIT_NOT_NEEDED = "pit-not-needed"
    """The public interest is weighed for an absolute exemption."""
    COMPLAINTS_PROCEDURE_MISSING = "complaints-procedure-missing"
    """A refusal notice does not tell of the authority's complaints procedure."""
    COMMISSIONER_RIGHT_MISSING = "commissioner-right-missing"
    """A refusal notice does not tell of the right to apply to the Commissioner."""
    REVIEW_WINDOW_SHORT = "review-window-short"
    """The window to ask for a review closes before the Code's."""
    REVIEW_WINDOW_AMBIGUOUS = "review-window-ambiguous"
    """The window to ask for a review can be read in more than one way."""
    REVIEW_LATE = "review-late"
    """A request for review was not answered in time."""


@final
@attrs.frozen(kw_only=True)
class Finding:
    """One thing found.

    Attributes:
        code: What was found.
        severity: What kind of thing it is.
        cites: What it rests on, the rule first and then the provisions concerned.
        questions: The keys of the questions concerned, in the request's order.
        message: What was found, in a sentence.
        evidence: The words of the record it was found in.
    """

    code: Code
    severity: Severity
    cites: tuple[Citation | Source, ...]
    questions: tuple[str, ...] = ()
    message: str
    evidence: tuple[str, ...] = ()


@final
@attrs.frozen(kw_only=True)
class Mended:
    """Something wrong with the first answer that a review has put right.

    Attributes:
        finding: What an audit without the review finds.
        questions: The questions for which it no longer holds; empty where it was about none.
        on: The day of the review; ``None`` if not known.
    """

    finding: Finding
    questions: tuple[str, ...] = ()
    on: date | None = None


@final
@attrs.frozen(kw_only=True)
class Audit:
    """What an audit of a case found.

    Attributes:
        findings: What is wrong as the answers stand: breaches first, then practice, then
            queries.
        mended: What was wrong with the first answer and was put right by a review.
        on: The day the audit was made for; ``None`` for the record alone.
        checked: The codes that were looked for.
        position: The side taken where the law is disputed; ``None`` for neither.
        law_as_at: The day as at which the law was read, and why.
        calendar_version: The calendar it counted on.
        library_version: The library that made it.
    """

    findings: tuple[Finding, ...]
    mended: tuple[Mended, ...] = ()
    on: date | None
    checked: frozenset[Code] = frozenset(Code)
    position: Position | None = None
    law_as_at: LawAsAt
    calendar_version: str
    library_version: str

    @property
    def has_breach(self) -> bool:
        """Whether any finding is a breach."""
        return any(finding.severity is Severity.BREACH for finding in self.findings)

    @property
    def codes(self) -> frozenset[Code]:
        """The codes found."""
        return frozenset(finding.code for finding in self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)
