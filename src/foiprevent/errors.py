"""What can go wrong, as one small tree.

Every error raised on purpose by this library is a :class:`FoiPreventError` and
says what was wrong, where, and what would have been right.  A bad refusal is not
an error: it is data, and :func:`foiprevent.audit` finds what is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from foiprevent.cases.life import Cause, State, Step
    from foiprevent.citations import Citation
    from foiprevent.findings import Finding

_SHOWN = 60


def shown(value: object) -> str:
    """Return *value* as it should stand in a message: quoted, and cut if it is long."""
    if isinstance(value, str) and len(value) > _SHOWN:
        return f"{value[:_SHOWN]!r}... ({len(value)} characters)"
    try:
        text = repr(value)
    except ValueError:  # a whole number of thousands of digits
        text = f"<{type(value).__name__}>"
    return text if len(text) <= 2 * _SHOWN else f"{text[: 2 * _SHOWN]}..."


class FoiPreventError(Exception):
    """The root of every error this library raises on purpose."""


class CitationError(FoiPreventError, ValueError):
    """A text is not the citation of one provision.

    Attributes:
        text: What was to be read.
        position: Where reading stopped making sense, as an offset into ``text``.
        reason: What was expected there.
    """

    def __init__(self, text: str, position: int, reason: str) -> None:
        super().__init__(text, position, reason)
        self.text = text
        self.position = position
        self.reason = reason

    def __str__(self) -> str:
        return f"{shown(self.text)} is not a citation: at position {self.position}, {self.reason}"


class UnknownProvisionError(FoiPreventError, LookupError):
    """A citation is well formed, but there is no such provision.

    Attributes:
        citation: What was asked for.
        reason: What there is instead.
    """

    def __init__(self, citation: Citation, reason: str) -> None:
        super().__init__(citation, reason)
        self.citation = citation
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.citation}: {self.reason}"


class NotInForceError(FoiPreventError, LookupError):
    """A provision exists, but not on the day asked for.

    Attributes:
        citation: What was asked for.
        on: The day asked for, or ``None`` for the law as last known.
        reason: When it was in force, and what stood in its place on the day.
        successors: The provisions in force on the day that do its work.
    """

    def __init__(
        self,
        citation: Citation,
        on: date | None,
        reason: str,
        successors: tuple[Citation, ...] = (),
    ) -> None:
        super().__init__(citation, on, reason, successors)
        self.citation = citation
        self.on = on
        self.reason = reason
        self.successors = successors

    def __str__(self) -> str:
        day = "in the law as last known" if self.on is None else f"on {self.on.isoformat()}"
        instead = ", ".join(successor.short for successor in self.successors)
        return f"{self.citation}: not in force {day}: {self.reason}" + (
            f"; in its place stands {instead}" if instead else "; nothing stands in its place"
        )


class InvalidRecordError(FoiPreventError, ValueError):
    """A value cannot be part of any record, however badly a letter was written.

    Attributes:
        field: The field, as ``Class.field``.
        value: The value refused.
        reason: Why, and what would do.
    """

    def __init__(self, field: str, value: object, reason: str) -> None:
        super().__init__(field, value, reason)
        self.field = field
        self.value = value
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.field} cannot be {shown(self.value)}: {self.reason}"


class TransitionError(FoiPreventError, ValueError):
    """A step is recorded that cannot follow from where a case stands.

    Attributes:
        state: Where the case stands, as it did before.
        step: What is said to have happened.
        on: The day; ``None`` for an undated letter.
        possible: What could have happened there.
        event: The event or letter that says so; ``None`` if the step was asked about alone.
    """

    def __init__(
        self,
        state: State,
        step: Step,
        on: date | None,
        possible: tuple[Step, ...],
        event: Cause | None = None,
    ) -> None:
        super().__init__(state, step, on, possible, event)
        self.state = state
        self.step = step
        self.on = on
        self.possible = possible
        self.event = event

    def __str__(self) -> str:
        when = "" if self.on is None else f" on {self.on.isoformat()}"
        could = ", ".join(step.value for step in self.possible) or "nothing"
        return (
            f"{self.step.value!r}{when} cannot follow where a case is "
            f"{self.state.value!r}; possible: {could}"
        )


class UnlawfulDraftError(FoiPreventError, ValueError):
    """A refusal cannot be drafted from a case in which an audit finds a breach.

    Attributes:
        findings: Every breach found.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        count = "1 breach" if len(self.findings) == 1 else f"{len(self.findings)} breaches"
        found = " ".join(f"{one.code.value}: {one.message}" for one in self.findings)
        return f"no lawful refusal can be drafted: {count}. {found}"


class LetterFileError(FoiPreventError, ValueError):
    """A file from which no letter can be read.

    Attributes:
        path: The file, as it was named.
        reason: What prevents it.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot read the letter {shown(self.path)}: {self.reason}"


class CalendarRangeError(FoiPreventError, ValueError):
    """A day lies outside what the calendar of working days knows.

    Attributes:
        day: The day asked about, or ``None`` where the answer lies outside, or a day that
            no date can hold.
        known_from: The first day the calendar knows.
        projected_until: The last.
    """

    def __init__(self, day: date | None, known_from: date, projected_until: date) -> None:
        super().__init__(day, known_from, projected_until)
        self.day = day
        self.known_from = known_from
        self.projected_until = projected_until

    def __str__(self) -> str:
        day = "that day" if self.day is None else self.day.isoformat()
        return (
            f"{day} lies outside the working-day calendar, which runs from "
            f"{self.known_from.isoformat()} to {self.projected_until.isoformat()}" + self._remedy()
        )

    def _remedy(self) -> str:
        if self.day is None or self.day > self.projected_until:
            return (
                "; GOV.UK's bank-holidays.json takes it to the end of its own last year: "
                "WorkingDayCalendar.with_govuk, or --bank-holidays on the command line"
            )
        return ""


class Fault(NamedTuple):
    """One thing wrong with a document: where it stands, and what is wrong.

    Attributes:
        path: A JSON path, such as ``$.request.questions[2].key``.
        message: What is wrong there, and what was expected.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class CodecError(FoiPreventError, ValueError):
    """A document is not a case; every fault found is reported at once.

    Attributes:
        faults: What is wrong, each with its path, in document order.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        count = len(self.faults)
        head = "1 fault" if count == 1 else f"{count} faults"
        return "; ".join([f"not a case: {head}", *(str(fault) for fault in self.faults)])
