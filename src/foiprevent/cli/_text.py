"""How answers read in a terminal.

Texts of a record are a stranger's: nothing that could steer a terminal is printed.
"""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Final

from foiprevent.cases import QuestionScope, WholeRequest
from foiprevent.deadlines._deadline import written
from foiprevent.exemptions import Side
from foiprevent.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foiprevent.cases import Case, Reliance, Response
    from foiprevent.deadlines import Deadline, Timetable, TimetableEntry
    from foiprevent.exemptions import Exemption, Harm, PublicInterestTest
    from foiprevent.findings import Audit

_WIDEST: Final = 100
_HEADINGS: Final = {
    Severity.BREACH: "Breaches of the law",
    Severity.PRACTICE: "Short of good practice",
    Severity.QUERY: "For a person to look at",
}


def one_line(text: str) -> str:
    """Return *text* on one line, with control characters made visible."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode()
        for char in " ".join(text.split())
    )


def _wrapped(text: str, indent: str = "", hanging: str | None = None) -> str:
    width = min(_WIDEST, max(40, shutil.get_terminal_size().columns))
    return textwrap.fill(
        one_line(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _cites(cites: Iterable[object]) -> str:
    return "; ".join(map(str, cites))


def due(found: Deadline) -> str:
    """Return a due date on one line, with its provision."""
    projected = ", projected" if found.projected else ""
    return f"{found.due.isoformat()}  {written(found.due)} ({found.cites[0]}{projected})"


def exemption(found: Exemption) -> str:
    """Return what a provision says."""
    depends = {True: "yes", False: "no", None: "it depends"}
    lines = [f"{found}: {found.title}", _wrapped(found.summary, "  ")]
    facts = {
        "role": found.role.value,
        "takes away": found.duty and f"the duty to {found.duty.value}",
        "status": found.status and found.status.value,
        "because": found.absolute_by and str(found.absolute_by),
        "note": found.status_note,
        "test needed": found.status and depends[found.needs_public_interest_test],
        "basis": found.basis and found.basis.value,
        "harm": found.harm and _harm(found.harm),
        "NCND by": ", ".join(citation.short for citation in found.confirm_or_deny),
        "answers to": ", ".join(citation.short for citation in found.covers),
        "excludes": ", ".join(citation.short for citation in found.excludes),
        "certificate": ", ".join(c.citation.short for c in found.certificates),
        "limbs": ", ".join(str(limb).removeprefix("FOIA ") for limb in found.limbs),
        "in force": "; ".join(map(str, found.in_force)),
        "confidence": f"text {found.confidence.value}, dates {found.dates_confidence.value}",
        "notes": found.notes,
        "source": found.uri,
    }
    lines += [
        _wrapped(str(value), f"  {name:<12}", " " * 14) for name, value in facts.items() if value
    ]
    return "\n".join(lines)


def _harm(harm: Harm) -> str:
    likelihoods = " / ".join(likelihood.value for likelihood in harm.thresholds)
    return f"{likelihoods} {harm.verb}".strip()


def _title(case: Case) -> str:
    reference = f", reference {case.request.reference}" if case.request.reference else ""
    return one_line(f"{case.authority.name}{reference}")


def timetable(case: Case, found: Timetable) -> str:
    """Return the dates of a case."""
    lines = [f"Timetable: {_title(case)}"]
    if case.request.received is not None:
        lines.append(f"  {written(case.request.received):<28} received")
    for entry in found.entries:
        lines += _entry(entry)
    for gap in found.undetermined:
        lines.append(_wrapped(f"{'not known':<28} {gap.what}", "  ", " " * 31))
        lines.append(_wrapped(f"missing: {'; '.join(gap.missing)}", " " * 31))
        lines.append(_wrapped(_cites(gap.cites), " " * 31))
    return "\n".join(lines)


def _entry(entry: TimetableEntry) -> Iterator[str]:
    deadline = entry.deadline
    yield _wrapped(
        f"{written(deadline.due):<28} last day to {deadline.limit.title}", "  ", " " * 31
    )
    if entry.met_on is not None:
        yield f"{'':31}done on {written(entry.met_on)}{_lateness(entry)}"
    elif entry.late_by:
        yield f"{'':31}{entry.late_by} working days overdue"
    for note in (entry.note, *deadline.notes):
        if note:
            yield _wrapped(note, " " * 31)
    yield _wrapped(f"{_cites(deadline.cites)} ({deadline.limit.kind.value})", " " * 31)


def _lateness(entry: TimetableEntry) -> str:
    if not entry.late_by:
        return ", in time" if entry.late_by == 0 else ""
    return f", {entry.late_by} working day{'' if entry.late_by == 1 else 's'} late"


def audit(case: Case, found: Audit) -> str:
    """Return what an audit found, the gravest first."""
    lines = [f"Audit: {_title(case)}"]
    for severity, heading in _HEADINGS.items():
        findings = [finding for finding in found if finding.severity is severity]
        if findings:
            lines += ["", f"{heading} ({len(findings)})"]
        for finding in findings:
            lines.append(_wrapped(f"{finding.code}: {finding.message}", "  ", "    "))
            lines.append(_wrapped(f"rests on {_cites(finding.cites)}", "    "))
    if not found.findings:
        lines.append("  nothing found")
    lines += ["", _wrapped(f"Law as at {found.law_as_at}; foiprevent {found.library_version}.")]
    return "\n".join(lines)


def record(case: Case) -> str:
    """Return a case as it is recorded."""
    request = case.request
    lines = [_title(case)]
    if request.preamble:
        lines.append(_wrapped(request.preamble, "  "))
    for question in request.questions:
        lines.append(_wrapped(f"{question.label or question.key} {question.text}", "  ", "     "))
        for response in case.responses:
            lines += _answers(response, question.key)
    for response in case.responses:
        sent = "undated" if response.sent is None else written(response.sent)
        lines += ["", f"{response.kind.value.capitalize()}, {sent}"]
        lines += [_reliance(reliance) for reliance in response.reliances]
        for test in response.tests:
            lines += _test(test)
        lines += [_wrapped(remark, "  note: ", "    ") for remark in response.remarks]
    return "\n".join(lines)


def _answers(response: Response, key: str) -> Iterator[str]:
    for answer in response.answers:
        if answer.question == key:
            said = answer.text or ""
            to = f" Held by: {answer.referred_to}." if answer.referred_to else ""
            yield _wrapped(f"-> {answer.outcome.value}. {said}{to}", "     ", "        ")


def _reliance(reliance: Reliance) -> str:
    match reliance.scope:
        case QuestionScope(keys=keys):
            scope = f"questions {', '.join(keys)}"
        case WholeRequest():
            scope = "the whole request"
        case _:
            scope = "no question in particular"
    cited = reliance.citation or f"{reliance.cited_as} (no provision)"
    return _wrapped(f"relies on {cited} for {scope}", "  ", "    ")


def _test(test: PublicInterestTest) -> Iterator[str]:
    weighed = " and ".join(citation.short for citation in test.provisions)
    yield _wrapped(f"public interest test under {weighed}: {test.balance.value}", "  ", "    ")
    for side in Side:
        for factor in test.weighed(side):
            yield _wrapped(f"for {side.value}: {factor.text}", "    ", "      ")
