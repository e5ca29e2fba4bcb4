"""Whether the request was answered in time: ss.10 and 17(1) and (2) of the Act.

The notice of a refusal is due by the same day as an answer, and s.10(3) does not move it:
what it moves is the decision on the public interest.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs

from foiprevent.cases import ResponseKind, State, events
from foiprevent.cases._timetable import answered_on, late_by, response_deadline
from foiprevent.citations import Citation, Regime
from foiprevent.deadlines import Rule as TimeRule
from foiprevent.deadlines import Undetermined
from foiprevent.deadlines._deadline import apply, written
from foiprevent.deadlines.limits import LIMITS
from foiprevent.errors import CalendarRangeError
from foiprevent.findings._model import Code, Finding, Severity
from foiprevent.findings._reading import Reading, provision_at, rule, s

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.deadlines import Deadline

_REFUSAL_DUE: Final = {
    Regime.FOIA: s("17(1)"),
    Regime.EIR: Citation.parse("EIR reg.14(2)"),
    Regime.FOISA: Citation.parse("FOISA s.16(1)"),
}
_TO_ANSWER: Final = (s("10(1)"),)


@rule
def receipt_date_unknown(reading: Reading) -> Iterator[Finding]:
    """Without the day of receipt nothing can be in time, or late: s.10(1)."""
    if reading.case.request.received is None:
        sent = any(response.sent is not None for response in reading.case.responses)
        also = "" if sent or not reading.case.responses else ", nor is the day of the answer"
        yield Finding(
            code=Code.RECEIPT_DATE_UNKNOWN,
            severity=Severity.QUERY,
            cites=_TO_ANSWER,
            message=f"The day the request was received is not known{also}; "
            "whether it was answered in time cannot be told.",
        )


@rule
def answered_in_time(reading: Reading) -> Iterator[Finding]:
    """An answer, or a refusal, is due by the twentieth working day: ss.10(1) and 17(1)."""
    case = reading.case
    answered, sent = answered_on(case)
    if not answered or case.request.received is None:
        return
    found = response_deadline(case)
    missing = found.missing if isinstance(found, Undetermined) else ()
    if not missing and sent is None:
        missing = ("the day of the answer",)
    if isinstance(found, Undetermined) or sent is None:
        yield Finding(
            code=Code.TIMELINESS_UNKNOWN,
            severity=Severity.QUERY,
            cites=found.cites,
            message="Whether the request was answered in time cannot be told; "
            f"what is missing: {'; '.join(missing)}.",
        )
        return
    last = _last_day(reading, found)
    if last is not None and sent > last.due:
        yield _late(reading, last, sent)


def _late(reading: Reading, deadline: Deadline, sent: date) -> Finding:
    by = late_by(deadline, sent)
    count = "" if by is None else f": {_days(by)} late"
    regime = deadline.limit.regime
    refused = any(claim.response.sent == sent for claim in reading.claims)
    return Finding(
        code=Code.LATE_RESPONSE,
        severity=Severity.BREACH,
        cites=(deadline.cites[0], _REFUSAL_DUE[regime]) if refused else deadline.cites[:1],
        message=f"Due on {written(deadline.due)}, answered on {written(sent)}{count}.",
        evidence=(f"received {deadline.start.isoformat()}", f"sent {sent.isoformat()}"),
    )


def _days(count: int) -> str:
    return "1 working day" if count == 1 else f"{count} working days"


@rule
def no_response(reading: Reading) -> Iterator[Finding]:
    """A request must be answered at all: s.10(1)."""
    case, on = reading.case, reading.on
    kinds = {response.kind for response in case.responses}
    answering = {ResponseKind.RESPONSE, ResponseKind.PARTIAL_RESPONSE, ResponseKind.REVIEW_OUTCOME}
    if kinds & answering or case.state(on=None) in (State.WITHDRAWN, State.TRANSFERRED):
        return
    found = response_deadline(case)
    if on is None or isinstance(found, Undetermined):
        if on is not None and case.request.received is not None and on <= case.request.received:
            return
        yield Finding(
            code=Code.NO_RESPONSE,
            severity=Severity.QUERY,
            cites=found.cites,
            message="No answer is recorded; whether one is overdue "
            + ("depends on the day asked about." if on is None else "cannot be told."),
        )
        return
    last = _last_day(reading, found)
    if last is not None and on > last.due:
        by = late_by(last, on)
        yield Finding(
            code=Code.NO_RESPONSE,
            severity=Severity.BREACH,
            cites=last.cites,
            message=f"Due on {written(last.due)}, and not answered by {written(on)}"
            + ("." if by is None else f": {_days(by)} overdue."),
        )


@attrs.frozen(kw_only=True)
class _Extension:
    """More time taken, by an event or by a letter of its own."""

    on: date | None
    provisions: tuple[Citation, ...]
    estimate: date | None


def _extensions(reading: Reading) -> list[_Extension]:
    found = [
        _Extension(on=event.on, provisions=event.provisions, estimate=event.estimate)
        for event in reading.case.events
        if isinstance(event, events.ExtensionClaimed)
    ]
    for response in reading.case.responses:
        if response.kind is ResponseKind.EXTENSION_NOTICE:
            cited = [claim.citation for claim in reading.claims_in(response)]
            found.append(
                _Extension(
                    on=response.sent,
                    provisions=tuple(citation for citation in cited if citation is not None),
                    estimate=response.estimate,
                )
            )
    return found


def _has_something_to_weigh(extension: _Extension) -> bool:
    found = (
        provision_at(citation, extension.on) if extension.on else None
        for citation in extension.provisions
    )
    return any(
        provision is not None and provision.needs_public_interest_test is not False
        for provision in found
    )


def _last_day(reading: Reading, ordinary: Deadline) -> Deadline | None:
    """Return the last day that more time, taken in time, leaves; ``None`` if it fixes none.

    Under the Act the decision is then due within a reasonable time; under the EIR the
    answer is due by the fortieth working day; FOISA gives no more time.
    """
    regime = ordinary.limit.regime
    taken = [e for e in _extensions(reading) if e.on is not None and e.on <= ordinary.due]
    if regime is Regime.FOIA and any(_has_something_to_weigh(e) for e in taken):
        return None
    return _guideline(ordinary) if regime is Regime.EIR and taken else ordinary


def _guideline(ordinary: Deadline) -> Deadline | None:
    limit = LIMITS[TimeRule.EXTENDED_RESPONSE, ordinary.limit.regime]
    try:
        return apply(limit, ordinary.start, law_as_at=ordinary.law_as_at)
    except CalendarRangeError:
        return None


@rule
def extensions(reading: Reading) -> Iterator[Finding]:
    """More time needs a qualified exemption to weigh and an estimate: ss.10(3) and 17(2)."""
    if reading.case.regime not in (Regime.FOIA, None):
        return
    severity = Severity.BREACH if reading.case.regime else Severity.QUERY
    for extension in _extensions(reading):
        when = "" if extension.on is None else f" of {written(extension.on)}"
        if not _has_something_to_weigh(extension):
            yield Finding(
                code=Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION,
                severity=severity,
                cites=(s("10(3)"), s("17(2)"), *extension.provisions),
                message=f"The extension{when} names no qualified exemption; time may be taken "
                "only to weigh the public interest.",
            )
        if extension.estimate is None:
            yield Finding(
                code=Code.EXTENSION_WITHOUT_ESTIMATE,
                severity=severity,
                cites=(s("17(2)"),),
                message=f"The extension{when} does not say when a decision is expected.",
            )


@rule
def extension_beyond_guideline(reading: Reading) -> Iterator[Finding]:
    """An extended answer should come within 40 working days in all: the regulator's guidance."""
    ordinary = response_deadline(reading.case)
    claimed = _extensions(reading)
    if isinstance(ordinary, Undetermined) or ordinary.limit.regime is not Regime.FOIA:
        return
    guideline = _guideline(ordinary)
    if not claimed or guideline is None:
        return
    answered, sent = answered_on(reading.case)
    ends = [("expected", extension.estimate) for extension in claimed]
    ends.append(("answered", sent) if answered else ("not answered by", reading.on))
    past = [(what, day) for what, day in ends if day is not None and day > guideline.due]
    if past:
        yield Finding(
            code=Code.EXTENSION_BEYOND_GUIDELINE,
            severity=Severity.PRACTICE,
            cites=(s("10(3)"), *guideline.cites[-1:]),
            message=f"The guideline of 40 working days ended on {written(guideline.due)}; "
            + "; ".join(sorted({f"{what} {written(day)}" for what, day in past}))
            + ".",
        )


@rule
def dates_inconsistent(reading: Reading) -> Iterator[Finding]:
    """Steps that cannot have happened in the order recorded."""
    oddities = sorted(_oddities(reading))
    if oddities:
        yield Finding(
            code=Code.DATES_INCONSISTENT,
            severity=Severity.QUERY,
            cites=_TO_ANSWER,
            message="The recorded days cannot all be right: " + "; ".join(oddities) + ".",
        )


def _oddities(reading: Reading) -> Iterator[str]:
    yield from _odd_letters(reading)
    steps = reading.case.events
    received = reading.case.request.received
    for event in steps:
        if received and event.on < received:
            yield f"a step of {event.on.isoformat()} is older than the request"
    for later, earlier, what in _PAIRS:
        firsts = [event.on for event in steps if isinstance(event, earlier)]
        for event in steps:
            if isinstance(event, later) and not any(first <= event.on for first in firsts):
                yield f"{what} of {event.on.isoformat()} answers none recorded before it"


def _odd_letters(reading: Reading) -> Iterator[str]:
    case = reading.case
    asked = [event.on for event in case.events if isinstance(event, events.ReviewRequested)]
    for response in case.responses:
        sent = response.sent
        if sent is None:
            continue
        if case.request.received and sent < case.request.received:
            yield f"a letter of {sent.isoformat()} is older than the request"
        if response.estimate and response.estimate < sent:
            yield f"an estimate of {response.estimate.isoformat()} is older than its letter"
        if response.kind is ResponseKind.REVIEW_OUTCOME and asked and sent < min(asked):
            yield f"the review of {sent.isoformat()} is older than the request for it"


_PAIRS: Final = (
    (events.ClarificationReceived, events.ClarificationSought, "the clarification"),
    (events.FeePaid, events.FeesNoticeGiven, "the fee"),
    (events.DecisionNoticeServed, events.ComplaintMade, "the decision notice"),
)
