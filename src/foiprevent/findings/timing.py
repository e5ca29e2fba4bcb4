"""Whether the request was answered in time: ss.10 and 17(1) and (2) of the Act.

The notice of a refusal is due by the same day as an answer, and s.10(3) does not move it:
what it moves is the decision on the public interest.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs

from foiprevent.cases import ResponseKind, events
from foiprevent.cases._timetable import answered_on, response_deadline
from foiprevent.citations import Citation, Regime
from foiprevent.deadlines import Rule as TimeRule
from foiprevent.deadlines import SkipReason, Undetermined
from foiprevent.deadlines._deadline import written
from foiprevent.deadlines.clock import late_by
from foiprevent.deadlines.counting import apply
from foiprevent.deadlines.limits import LIMITS
from foiprevent.errors import CalendarRangeError, TransitionError
from foiprevent.exemptions import Status
from foiprevent.findings._law import LAWS, s
from foiprevent.findings._model import Code, Finding, Severity
from foiprevent.findings._reading import Reading, law_day, provision_at
from foiprevent.findings.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.deadlines import Deadline
    from foiprevent.exemptions import Exemption


@rule(Code.RECEIPT_DATE_UNKNOWN, of_letters=True)
def receipt_date_unknown(reading: Reading) -> Iterator[Finding]:
    """Without the day of receipt nothing can be in time, or late: s.10(1)."""
    if reading.case.request.received is None:
        sent = any(response.sent is not None for response in reading.case.responses)
        also = "" if sent or not reading.case.responses else ", nor is the day of the answer"
        yield Finding(
            code=Code.RECEIPT_DATE_UNKNOWN,
            severity=Severity.QUERY,
            cites=(LAWS[reading.case.regime or Regime.FOIA].answer_due,),
            message=f"The day the request was received is not known{also}; "
            "whether it was answered in time cannot be told.",
        )


@rule(Code.LATE_RESPONSE, Code.TIMELINESS_UNKNOWN, of_letters=True)
def answered_in_time(reading: Reading) -> Iterator[Finding]:
    """An answer, or a refusal, is due by the twentieth working day: ss.10(1) and 17(1)."""
    case = reading.case
    answered, sent = answered_on(case)
    if not answered or case.request.received is None:
        return
    found = response_deadline(case)
    if isinstance(found, Undetermined):
        yield _untold(found, found.missing)
    elif sent is None:
        yield _untold(found, ("the day of the answer",))
    else:
        last = _last_day(reading, found)
        if last is None or sent <= last.due:
            return
        missing = _may_have_moved(reading, found)
        if any(r.kind is ResponseKind.RESPONSE and r.sent is None for r in case.responses):
            missing += ("the day of another answer",)
        yield _untold(found, missing) if missing else _late(reading, last, sent)


def _untold(found: Deadline | Undetermined, missing: tuple[str, ...]) -> Finding:
    return Finding(
        code=Code.TIMELINESS_UNKNOWN,
        severity=Severity.QUERY,
        cites=found.cites,
        message="Whether the request was answered in time cannot be told; "
        f"what is missing: {'; '.join(missing)}.",
    )


def _late(reading: Reading, deadline: Deadline, sent: date) -> Finding:
    by = late_by(deadline, sent)
    count = f": {_days(by)} late" if by else ""
    regime = deadline.limit.regime
    ordinary = deadline.rule is TimeRule.RESPONSE
    made = [claim for claim in reading.claims if claim.response.sent == sent]
    law = LAWS[regime]
    cites = [law.answer_due if ordinary else deadline.cites[0]]
    if any(not claim.is_ground for claim in made):
        cites.append(law.refusal_due)
    if law.ground_notice and any(claim.is_refusal_by_ground for claim in made):
        cites.append(law.ground_notice)
    return Finding(
        code=Code.LATE_RESPONSE,
        severity=Severity.BREACH,
        cites=tuple(cites),
        message=f"Due on {written(deadline.due)}, answered on {written(sent)}{count}.",
        evidence=(f"received {deadline.start.isoformat()}", f"sent {sent.isoformat()}"),
    )


def _days(count: int) -> str:
    return "1 working day" if count == 1 else f"{count} working days"


@rule(Code.NO_RESPONSE, of_letters=True)
def no_response(reading: Reading) -> Iterator[Finding]:
    """A request must be answered at all, and in whole: s.10(1)."""
    case, on = reading.case, reading.on
    kinds = {response.kind for response in case.responses}
    if kinds & {ResponseKind.RESPONSE, ResponseKind.REVIEW_OUTCOME} or any(
        isinstance(event, events.ENDING) for event in case.events
    ):
        return
    partly = ResponseKind.PARTIAL_RESPONSE in kinds
    found = response_deadline(case)
    if on is not None and not isinstance(found, Undetermined):
        last = _last_day(reading, found)
        if last is None or on <= last.due:
            return
        if not partly and not _may_have_moved(reading, found):
            yield _overdue(last, on)
            return
    elif on is not None and case.request.received is not None and on <= case.request.received:
        return
    what = "Only part of an answer is recorded" if partly else "No answer is recorded"
    yield Finding(
        code=Code.NO_RESPONSE,
        severity=Severity.QUERY,
        cites=found.cites,
        message=f"{what}; whether {'the rest' if partly else 'one'} is overdue "
        + ("depends on the day asked about." if on is None else "cannot be told."),
    )


def _overdue(last: Deadline, on: date) -> Finding:
    by = late_by(last, on)
    return Finding(
        code=Code.NO_RESPONSE,
        severity=Severity.BREACH,
        cites=last.cites,
        message=f"Due on {written(last.due)}, and not answered by {written(on)}"
        + (f": {_days(by)} overdue." if by else "."),
    )


@attrs.frozen(kw_only=True)
class _Extension:
    """More time taken, by an event or by a letter of its own."""

    regime: Regime | None
    on: date | None
    law_day: date
    received: date | None
    provisions: tuple[Citation | None, ...]
    estimate: date | None

    @property
    def when(self) -> str:
        """The day, as it stands in a message; nothing if it is not known."""
        return "" if self.on is None else f" of {written(self.on)}"

    @property
    def _named(self) -> list[Exemption | None]:
        return [
            provision_at(cited, self.law_day, self.received)
            for cited in self.provisions
            if cited and cited.regime is (self.regime or Regime.FOIA)
        ]

    @property
    def absolute(self) -> tuple[Citation, ...]:
        """The absolute provisions it names, which leave nothing to weigh."""
        found = {p.citation for p in self._named if p and p.status is Status.ABSOLUTE}
        return tuple(sorted(found))

    @property
    def weighs(self) -> bool | None:
        """Whether it names something to weigh; ``None`` if what it names cannot be read."""
        found = self._named
        if any(p is not None and p.needs_public_interest_test is not False for p in found):
            return True
        return None if None in self.provisions else False

    def may_move(self, due: date) -> bool:
        """Return whether it may give more time: s.10(3), EIR reg.7."""
        foia = self.regime is Regime.FOIA and self.weighs is not False
        return (foia or self.regime is Regime.EIR) and (self.on is None or self.on <= due)


def _extensions(reading: Reading) -> list[_Extension]:
    case = reading.case
    found = [
        _Extension(
            regime=case.regime,
            on=event.on,
            law_day=event.on,
            received=case.request.received,
            provisions=event.provisions,
            estimate=event.estimate,
        )
        for event in case.events
        if isinstance(event, events.ExtensionClaimed)
    ]
    found += [
        _Extension(
            regime=reading.regime_of(response),
            on=response.sent,
            law_day=law_day(case, response),
            received=case.request.received,
            provisions=tuple(claim.citation for claim in reading.claims_in(response)),
            estimate=response.estimate,
        )
        for response in case.responses
        if response.kind is ResponseKind.EXTENSION_NOTICE
    ]
    return found


def _last_day(reading: Reading, ordinary: Deadline) -> Deadline | None:
    """Return the last day that more time, taken in time, leaves; ``None`` if it fixes none.

    Under the Act the decision is then due within a reasonable time; under the EIR the
    answer is due by the fortieth working day; FOISA gives no more time.
    """
    taken = [e for e in _extensions(reading) if e.on is not None and e.may_move(ordinary.due)]
    if any(e.regime is Regime.FOIA and e.weighs for e in taken):
        return None
    if any(e.regime is Regime.EIR for e in taken):
        return _guideline(ordinary, Regime.EIR)
    return ordinary


def _may_have_moved(reading: Reading, ordinary: Deadline) -> tuple[str, ...]:
    """Return what is missing to tell whether more time was taken, and in time."""
    may = [e for e in _extensions(reading) if e.may_move(ordinary.due)]
    missing: list[str] = []
    if any(extension.on is None for extension in may):
        missing.append("the day more time was taken")
    if any(extension.regime is Regime.FOIA and extension.weighs is None for extension in may):
        missing.append("the exemption it was taken for")
    return tuple(missing)


def _guideline(ordinary: Deadline, regime: Regime) -> Deadline | None:
    """Return the fortieth working day, with the days left out of the ordinary count."""
    limit = LIMITS[TimeRule.EXTENDED_RESPONSE, regime]
    left_out = tuple(
        (skipped.day, skipped.day)
        for skipped in ordinary.skipped
        if skipped.reason is SkipReason.DISREGARDED
    )
    try:
        return apply(limit, ordinary.start, disregarded=left_out, law_as_at=ordinary.law_as_at)
    except CalendarRangeError:
        return None


@rule(Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION, Code.EXTENSION_WITHOUT_ESTIMATE, of_letters=True)
def extensions(reading: Reading) -> Iterator[Finding]:
    """More time needs a qualified exemption to weigh and an estimate: ss.10(3) and 17(2)."""
    for extension in _extensions(reading):
        if extension.regime not in (Regime.FOIA, None):
            continue
        severity = Severity.BREACH if extension.regime else Severity.QUERY
        if not extension.weighs:
            unread = extension.weighs is None
            yield Finding(
                code=Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION,
                severity=Severity.QUERY if unread else severity,
                cites=(
                    s("10(3)"),
                    s("17(2)"),
                    *sorted({cited for cited in extension.provisions if cited}),
                ),
                message=f"The extension{extension.when} names no qualified exemption"
                + (" that can be read" if unread else "")
                + "; time may be taken only to weigh the public interest.",
            )
        elif extension.absolute:
            names = " and ".join(cited.short for cited in extension.absolute)
            yield Finding(
                code=Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION,
                severity=Severity.QUERY,
                cites=(s("10(3)"), s("17(2)"), *extension.absolute),
                message=f"The extension{extension.when} names {names} too, which is absolute; "
                "time may be taken only for what is exempt by virtue of others alone.",
            )
        if extension.estimate is None:
            yield Finding(
                code=Code.EXTENSION_WITHOUT_ESTIMATE,
                severity=severity,
                cites=(s("17(2)"),),
                message=f"The extension{extension.when} does not say when a decision is expected.",
            )


@rule(Code.EXTENSION_UNAVAILABLE, Code.EXTENSION_NOTICE_LATE, of_letters=True)
def extension_notices(reading: Reading) -> Iterator[Finding]:
    """More time is taken where the law gives it, and said by the last day: ss.17(1), (2)."""
    ordinary = response_deadline(reading.case)
    for extension in _extensions(reading):
        law = LAWS[extension.regime or Regime.FOIA]
        if law.more_time is None:
            yield Finding(
                code=Code.EXTENSION_UNAVAILABLE,
                severity=Severity.PRACTICE,
                cites=(law.answer_due,),
                message=f"More time was taken{extension.when}, and the Act gives none.",
            )
        elif (
            extension.on and not isinstance(ordinary, Undetermined) and extension.on > ordinary.due
        ):
            yield Finding(
                code=Code.EXTENSION_NOTICE_LATE,
                severity=Severity.BREACH if extension.regime else Severity.QUERY,
                cites=law.more_time_notice,
                message=f"That more time was needed was to be said by {written(ordinary.due)}, "
                f"and was on {written(extension.on)}.",
            )


@rule(Code.EXTENSION_BEYOND_GUIDELINE, of_letters=True)
def extension_beyond_guideline(reading: Reading) -> Iterator[Finding]:
    """An extended answer should come within 40 working days in all: the regulator's guidance."""
    ordinary = response_deadline(reading.case)
    claimed = [e for e in _extensions(reading) if e.regime is Regime.FOIA]
    if not claimed or isinstance(ordinary, Undetermined):
        return
    guideline = _guideline(ordinary, Regime.FOIA)
    if guideline is None:
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


@rule(Code.DATES_INCONSISTENT, of_letters=True)
def dates_inconsistent(reading: Reading) -> Iterator[Finding]:
    """Steps that cannot have happened in the order recorded."""
    oddities = sorted(_oddities(reading))
    if oddities:
        yield Finding(
            code=Code.DATES_INCONSISTENT,
            severity=Severity.QUERY,
            cites=(LAWS[reading.case.regime or Regime.FOIA].answer_due,),
            message="The recorded days cannot all be right: " + "; ".join(oddities) + ".",
        )


def _oddities(reading: Reading) -> set[str]:
    found = {*_odd_letters(reading), *_odd_steps(reading)}
    if not found:
        try:
            reading.case.life()
        except TransitionError as error:
            found.add(str(error))
    return found


def _odd_steps(reading: Reading) -> Iterator[str]:
    steps = reading.case.events
    received = reading.case.request.received
    for event in steps:
        if received and event.on < received:
            yield f"a step of {event.on.isoformat()} is older than the request"
    for later, earlier, what in _PAIRS:
        first = min((event.on for event in steps if isinstance(event, earlier)), default=None)
        for event in steps:
            if isinstance(event, later) and (first is None or event.on < first):
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
