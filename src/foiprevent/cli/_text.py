"""How answers read in a terminal.

Texts of a record are a stranger's: nothing that could steer a terminal is printed.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final

from foiprevent.cases import QuestionScope, WholeRequest
from foiprevent.deadlines import LimitKind, Phase
from foiprevent.deadlines._deadline import written
from foiprevent.errors import shown
from foiprevent.exemptions import Balance, Role, Side
from foiprevent.exemptions._model import ANY_AUTHORITY
from foiprevent.findings import Severity
from foiprevent.findings._reading import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from foiprevent._provenance import LawAsAt
    from foiprevent.cases import Answer, Case, Link, Reliance, Response
    from foiprevent.deadlines import ClockReading, Deadline, Timetable, TimetableEntry
    from foiprevent.errors import CodecError
    from foiprevent.exemptions import Exemption, Harm, PublicInterestTest
    from foiprevent.findings import Audit

_NARROWEST: Final = 40
_WIDEST: Final = 100
_LEAST_BESIDE: Final = 30
"""How wide a column must be to stand beside its labels, and not below them."""
_FAULTS: Final = 10
"""How many faults of a document are told one by one."""


def saved(name: str, data: bytes) -> str | None:
    """Write a file; return what prevents it, if anything does."""
    try:
        Path(name).write_bytes(data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return f"cannot write {shown(name)}: {reason}"
    return None


def one_line(text: str) -> str:
    """Return *text* on one line, with control characters made visible."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode()
        for char in " ".join(text.split())
    )


def _width() -> int:
    return min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size().columns))


def _wrapped(text: str, indent: str = "", hanging: str | None = None) -> str:
    return textwrap.fill(
        one_line(text),
        _width(),
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _labelled(label: str, texts: Iterable[str], column: int) -> Iterator[str]:
    """Yield *texts* beside their label, or below it where the terminal is too narrow."""
    first, hanging = f"  {label}".ljust(column), " " * column
    if _width() - column < _LEAST_BESIDE:
        yield f"  {label}"
        first = hanging = "    "
    for text in texts:
        yield _wrapped(text, first, hanging)
        first = hanging


def _cites(cites: Iterable[object]) -> str:
    return f"rests on {'; '.join(map(str, cites))}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _heading(what: str, case: Case, on: date | None = None) -> str:
    reference = case.request.reference
    parts = [
        f"{what}: {case.authority.name}",
        *([f"reference {reference}"] if reference else []),
        *([f"on {written(on)}"] if on else []),
    ]
    # Were its lines not indented, a name could pass for one of ours.
    return _wrapped(", ".join(parts), hanging="    ")


# Dates.


def due(found: Deadline) -> str:
    """Return a due date on one line, with its provision."""
    projected = ", projected" if found.projected else ""
    return f"{found.due.isoformat()}  {written(found.due)} ({found.cites[0]}{projected})"


_LABEL: Final = re.compile(r"  \S+(?: \S+)?  +")


def explained(found: Deadline) -> str:
    """Return the steps to a date, with long lines folded beneath their column."""
    lines: list[str] = []
    for line in found.explain().splitlines():
        label = _LABEL.match(line)
        hanging = " " * (label.end() if label else 6)
        lines.append(
            textwrap.fill(line, _width(), subsequent_indent=hanging, break_on_hyphens=False)
        )
    return "\n".join(lines)


_AFTER_DAY: Final = 31


def timetable(case: Case, found: Timetable) -> str:
    """Return the dates of a case."""
    lines = [_heading("Timetable", case, found.on)]
    if case.request.received is not None:
        day = written(case.request.received)
        lines += ["", *_labelled(day, ["the request was received"], _AFTER_DAY)]
    for entry in found.entries:
        day = written(entry.deadline.due)
        lines += ["", *_labelled(day, _entry(entry, found.on), _AFTER_DAY)]
    for gap in found.undetermined:
        missing = f"missing: {'; '.join(gap.missing)}"
        texts = [gap.what, missing, _cites(gap.cites)]
        lines += ["", *_labelled("not known", texts, _AFTER_DAY)]
    if found.clock is not None:
        lines += _clock(found.clock)
    return "\n".join(lines)


def _clock(clock: ClockReading) -> list[str]:
    """Return what the clock shows beyond the dates: what it waits for, and what conflicts."""
    texts = [clock.phase.value] if clock.awaits or clock.phase is Phase.LAPSED else []
    due, original = clock.deadline, clock.original
    if due and original and due.due != original.due:
        texts.append(f"without the pause it would have been due {written(original.due)}")
    texts += [f"{written(c.on)}, {c.what}: {_cites(c.cites)}" for c in clock.conflicts]
    return ["", *_labelled("the clock", texts, _AFTER_DAY)] if texts else []


def _entry(entry: TimetableEntry, on: date | None) -> Iterator[str]:
    deadline, limit = entry.deadline, entry.deadline.limit
    yield f"last day to {limit.title}"
    if entry.met_on is not None:
        yield f"done {written(entry.met_on)}{_lateness(entry.late_by)}"
    elif on is not None and entry.late_by is not None:
        yield f"not done by {written(on)}{_lateness(entry.late_by)}"
    unit = limit.unit.value.removesuffix("s")
    yield f"{_counted(limit.length, unit)} from {written(deadline.start)}"
    for note in (entry.note, *deadline.notes):
        if note:
            yield note
    kind = "" if limit.kind is LimitKind.AUTHORITY else f" ({limit.kind.value})"
    yield f"{_cites(deadline.cites)}{kind}"


def _lateness(late_by: int | None) -> str:
    if late_by is None:
        return ""
    return f", {_counted(late_by, 'working day')} late" if late_by else ", in time"


# Provisions.

_AFTER_FACT: Final = 28
_DOES: Final = {
    Role.WITHHOLD: "takes away the duty to communicate the information",
    Role.CONFIRM_OR_DENY: "takes away the duty to confirm or deny that it is held",
    Role.CERTIFICATE: "provides for a certificate; exempts nothing by itself",
    Role.DEFINITION: "defines or limits others; exempts nothing by itself",
    Role.SECTION: "has limbs that do different things: see each",
}
_TEST: Final = {True: "needed", False: "not needed", None: "it depends"}


def exemption(found: Exemption, law: LawAsAt) -> str:
    """Return what a provision says."""
    lines = [_wrapped(f"{found}: {found.title}")]
    if not found.limbs or any(_said(limb) not in found.summary for limb in found.limbs):
        lines.append(_wrapped(found.summary, "  "))
    for limb in found.limbs:
        name = str(limb).removeprefix(f"{limb.citation.regime.value} ")
        lines.append(_wrapped(f"{name}: {limb.summary}", "  ", "    "))
    facts = {
        "what it does": _DOES[found.role],
        "status": found.status and found.status.value,
        "note on its status": found.status_note,
        "made absolute by": found.absolute_by,
        "public interest test": found.status and _TEST[found.needs_public_interest_test],
        "part of": found.part_of and found.part_of.short,
        "basis": found.basis and found.basis.value,
        "harm": found.harm and _harm(found.harm),
        "qualified person": found.needs_qualified_person and "their opinion is needed",
        "who may rely on it": found.who_may_rely != ANY_AUTHORITY and found.who_may_rely,
        "neither confirm nor deny": ", ".join(c.short for c in found.confirm_or_deny),
        "for information under": ", ".join(c.short for c in found.covers),
        "not together with": ", ".join(c.short for c in found.excludes),
        "limited by": ", ".join(c.short for c in found.limited_by),
        "certificate": ", ".join(c.citation.short for c in found.certificates),
        "in force": "; ".join(map(str, found.in_force)),
        "confidence": f"text {found.confidence.value}, dates {found.dates_confidence.value}",
        "notes": found.notes,
        "source": found.uri,
        "law as at": law,
    }
    lines.append("")
    for label, fact in facts.items():
        if fact:
            lines += _labelled(label, [str(fact)], _AFTER_FACT)
    return "\n".join(lines)


def _said(limb: Exemption) -> str:
    return limb.summary.removesuffix(".")


def _harm(harm: Harm) -> str:
    likelihoods = " or ".join(likelihood.value for likelihood in harm.thresholds)
    return f"{likelihoods} {harm.verb}".strip()


# Findings.

_HEADINGS: Final = {
    Severity.BREACH: "Breaches of the law",
    Severity.PRACTICE: "Short of good practice",
    Severity.QUERY: "For a person to look at",
}


def audit(case: Case, found: Audit) -> str:
    """Return what an audit found, the gravest first."""
    lines = [_heading("Audit", case, found.on), ""]
    for severity, heading in _HEADINGS.items():
        findings = [finding for finding in found if finding.severity is severity]
        if findings:
            lines.append(f"{heading} ({len(findings)})")
            for finding in findings:
                lines.append(_wrapped(f"{finding.code}: {finding.message}", "  ", "    "))
                lines.append(_wrapped(_cites(finding.cites), "    "))
            lines.append("")
    if not found.findings:
        lines += ["Nothing found.", ""]
    if found.mended:
        lines.append(f"Put right by a review ({len(found.mended)})")
        for mended in found.mended:
            lines.append(
                _wrapped(f"{mended.finding.code}: {mended.finding.message}", "  ", "    ")
            )
        lines.append("")
    made_with = f"foiprevent {found.library_version}, calendar {found.calendar_version}"
    lines.append(_wrapped(f"Law as at {found.law_as_at}; {made_with}."))
    return "\n".join(lines)


def faults(name: str, error: CodecError) -> str:
    """Return what keeps a document from being a case."""
    document = "the standard input" if name == "-" else shown(name)
    told = [str(fault) for fault in error.faults[:_FAULTS]]
    left = len(error.faults) - len(told)
    more = [f"and {left} more"] if left else []
    count = _counted(len(error.faults), "fault")
    return f"{document} is not a case: {'; '.join([count, *told, *more])}"


# Records.

_BALANCES: Final = {
    Balance.MAINTAIN: "comes out for exemption",
    Balance.DISCLOSE: "comes out for disclosure",
    Balance.NOT_STATED: "no conclusion",
}


def cases(found: Mapping[str, Case]) -> str:
    """Return cases by name, one after the other."""
    column = 4 + max(map(len, found))
    return "\n".join(
        line for name, case in found.items() for line in _labelled(name, [_outline(case)], column)
    )


def _outline(case: Case) -> str:
    questions = _counted(len(case.request.questions), "question")
    letters = "; ".join(_letter_heading(response) for response in case.responses)
    return f"{case.authority.name}: {questions}; {letters}"


def _letter_heading(response: Response) -> str:
    sent = "undated" if response.sent is None else written(response.sent)
    return f"{response.kind.value}, {sent}"


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def record(case: Case) -> str:
    """Return a case as it is recorded."""
    request = case.request
    received = "on a day not known" if request.received is None else written(request.received)
    lines = [_heading("Case", case), "", f"Request, received {received}"]
    if request.preamble:
        lines.append(_wrapped(request.preamble, "  "))
    for question in request.questions:
        lines.append(_wrapped(f"{question.label or question.key} {question.text}", "  ", "     "))
        for response in case.responses:
            for answer in response.answers:
                if answer.question == question.key:
                    lines += _answer(answer)
    for response in case.responses:
        lines += ["", _sentence(_letter_heading(response)), *_letter(response)]
    for event in case.events:
        words = re.sub(r"\B[A-Z]", r" \g<0>", type(event).__name__).lower()
        lines += ["", _sentence(f"{words}, {written(event.on)}")]
    return "\n".join(lines)


def _answer(answer: Answer) -> Iterator[str]:
    part = f" ({answer.part})" if answer.part else ""
    said = f": {answer.text}" if answer.text else ""
    yield _wrapped(f"-> {answer.outcome.value}{part}{said}", "     ", "        ")
    if answer.referred_to:
        yield _wrapped(f"held by: {answer.referred_to}", "        ", "          ")
    for link in answer.links:
        yield _wrapped(_link(link), "        ", "          ")
    for attachment in answer.attachments:
        yield _wrapped(f"attached: {attachment}", "        ", "          ")


def _link(link: Link) -> str:
    return f"link: {link.text}{f' <{link.uri}>' if link.uri else ''}"


def _letter(response: Response) -> Iterator[str]:
    for reliance in response.reliances:
        yield _wrapped(_reliance(reliance), "  ", "    ")
        if reliance.reasons:
            yield _wrapped(reliance.reasons, "    ")
    for test in response.tests:
        yield from _test(test)
    if route := response.review_route:
        yield f"  review: {route.offered.value}"
        if route.wording:
            yield _wrapped(route.wording, "    ")
        yield from _contact(route.contact)
    if commissioner := response.commissioner:
        right = f"right to apply to the Commissioner: {commissioner.right.value}"
        yield _wrapped(right, "  ", "    ")
        yield from _contact(commissioner.contact)
    for link in response.links:
        yield _wrapped(_link(link), "  ", "    ")
    for remark in response.remarks:
        yield _wrapped(f"note: {remark}", "  ", "    ")


def _contact(contact: str | None) -> Iterator[str]:
    if contact:
        yield _wrapped(f"contact: {contact}", "    ", "      ")


def _reliance(reliance: Reliance) -> str:
    match reliance.scope:
        case QuestionScope(keys=keys):
            scope = f"for {listed(keys)}"
        case WholeRequest():
            scope = "for the whole request"
        case _:
            scope = "for no question in particular"
    cited = reliance.citation or f"{reliance.cited_as} (no provision)"
    virtue = ", ".join(citation.short for citation in reliance.by_virtue_of)
    other = ", ".join(citation.short for citation in reliance.alternative_to)
    return (
        f"relies on {cited}{virtue and f' by virtue of {virtue}'} {scope}"
        f"{other and f', in the alternative to {other}'}"
    )


def _test(test: PublicInterestTest) -> Iterator[str]:
    weighed = " and ".join(citation.short for citation in test.provisions)
    yield _wrapped(
        f"public interest test under {weighed}: {_BALANCES[test.balance]}", "  ", "    "
    )
    for side in Side:
        for factor in test.weighed(side):
            yield _wrapped(f"for {side.value}: {factor.text}", "    ", "      ")
