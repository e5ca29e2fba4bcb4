"""What follows from a case: findings, each resting on a provision.

:func:`audit` reads a case beside the law of its day and reports what is wrong with the
refusal, what falls short of good practice, and what the record does not decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foiprevent._provenance import library_version
from foiprevent._values import plain_day
from foiprevent.citations import Regime
from foiprevent.deadlines import working_days
from foiprevent.findings import public_interest, refusals, remedies, timing
from foiprevent.findings._model import Audit, Code, Finding, Severity
from foiprevent.findings._reading import RULES, read

if TYPE_CHECKING:
    from datetime import date

    from foiprevent.cases import Case

__all__ = [
    "Audit",
    "Code",
    "Finding",
    "Severity",
    "audit",
    "public_interest",
    "refusals",
    "remedies",
    "timing",
]

_SEVERITIES = tuple(Severity)
_CODES = tuple(Code)


def audit(case: Case, *, on: date | None = None) -> Audit:
    """Return what is wrong, doubtful or undecided about a case.

    Three-valued: what the record does not decide is a query, never silence.  The result
    depends on what is recorded alone, not on the order of answers or reliances.

    Args:
        case: The case.
        on: The day to audit it for; without it, the record alone is read, and a request
            without an answer is a query.

    Raises:
        InvalidRecordError: If *on* is not a date.
    """
    day = None if on is None else plain_day(on, "audit.on")
    reading = read(case, day)
    found = {finding for rule in RULES for finding in rule(reading)}
    return Audit(
        findings=tuple(sorted(found, key=_order)),
        on=day,
        law_as_at=case.law_as_at,
        calendar_version=working_days(case.regime or Regime.FOIA).version,
        library_version=library_version(),
    )


def _order(finding: Finding) -> tuple[object, ...]:
    return (
        _SEVERITIES.index(finding.severity),
        _CODES.index(finding.code),
        finding.questions,
        tuple(map(str, finding.cites)),
        finding.message,
        finding.evidence,
    )
