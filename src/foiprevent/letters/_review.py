"""A requester's letter that asks for a review: one paragraph for each finding.

Each paragraph says what was found, what that rests on and what would put it right.
Queries are left out unless asked for: a person has to look at them first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foiprevent.citations import Regime
from foiprevent.deadlines import Rule
from foiprevent.errors import InvalidRecordError
from foiprevent.findings import Finding, Severity, audit
from foiprevent.findings._reading import listed
from foiprevent.letters._markup import Heading, Markup, Paragraph, checked, written
from foiprevent.letters._raising import REMEDIES, TITLES
from foiprevent.letters._words import ENACTMENTS, on_day, provisions, regime_of, spelled_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from foiprevent.cases import Case
    from foiprevent.letters._markup import Block


def draft_review_request(
    case: Case,
    *,
    findings: Iterable[Finding] | None = None,
    include_queries: bool = False,
    markup: Markup = Markup.PLAIN,
    on: date | None = None,
) -> str:
    """Return a draft of the requester's letter that asks for a review.

    Args:
        case: The case.
        findings: What to raise; without it, all that an audit finds.
        include_queries: Whether to raise what the record does not decide, too.
        markup: The format; what comes from the record is escaped for it.
        on: The day to audit the case for, where *findings* is not given.

    Raises:
        InvalidRecordError: If there is nothing to raise, *findings* has something that is no
            finding, or *markup* is no Markup.
    """
    checked(markup, "draft_review_request.markup")
    given = tuple(audit(case, on=on) if findings is None else findings)
    for one in given:
        if not isinstance(one, Finding):
            raise InvalidRecordError("draft_review_request.findings", one, "expected a Finding")
    raised = [one for one in given if include_queries or one.severity is not Severity.QUERY]
    if not raised:
        raise InvalidRecordError(
            "draft_review_request.findings", len(given), "there is nothing to raise"
        )
    return written(_letter(case, raised), markup)


def _letter(case: Case, raised: list[Finding]) -> Iterator[Block]:
    regime = regime_of(case)
    yield Paragraph(
        "[A draft, for a person to check and edit before it is sent. It is made of what is "
        f"recorded, and is not legal advice.{_closes(case)}]"
    )
    yield Paragraph(f"To {case.authority.name}")
    yield Heading("Request for an internal review")
    yield Paragraph(_subject(case))
    yield Paragraph(
        f"I ask you to review how it was dealt with under {ENACTMENTS[regime]}"
        f"{_BY[regime]}, for the following reasons."
    )
    for number, finding in enumerate(raised, 1):
        yield Heading(f"{number}. {_title(finding)}")
        rests = provisions(finding.cites, regime)
        known = f"This rests on {rests}." if rests else ""
        yield Paragraph(f"{spelled_out(finding.message)} {known}")
        yield Paragraph(REMEDIES[finding.code])
    yield Paragraph("Please let me know when I can expect the outcome.")


_BY: Final = {
    Regime.FOIA: " and the code of practice under section 45",
    Regime.EIR: ", as regulation 11 provides",
    Regime.FOISA: ", as section 20(1) provides",
}


def _subject(case: Case) -> str:
    reference = f" (your reference: {case.request.reference})" if case.request.reference else ""
    received = case.request.received
    when = f" of {on_day(received, '')}" if received else ""
    sent = [letter.sent for letter in case.responses if letter.sent]
    answered = f", which you answered on {on_day(max(sent), '')}" if sent else ""
    return f"I write about my request for information{when}{reference}{answered}."


def _closes(case: Case) -> str:
    """Say when the time to ask for a review is over, where that can be told."""
    for entry in case.timetable().entries:
        if entry.deadline.rule is Rule.REVIEW_REQUEST:
            return f" The time to ask ends on {on_day(entry.deadline.due, '')}."
    return ""


def _title(finding: Finding) -> str:
    about = f" ({listed(finding.questions)})" if finding.questions else ""
    return TITLES[finding.code] + about
