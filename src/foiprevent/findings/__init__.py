"""What follows from a case: findings, each resting on a provision.

:func:`audit` reads a case beside the law of its day and reports what is wrong with the
refusal, what falls short of good practice, and what the record does not decide.  Each code
has its :class:`AuditRule` in :data:`RULES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from foiprevent._provenance import library_version
from foiprevent._values import plain_day
from foiprevent.cases import ResponseKind, events
from foiprevent.citations import Regime
from foiprevent.deadlines import working_days
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Position
from foiprevent.findings import (
    claims,
    particulars,
    public_interest,
    refusals,
    remedies,
    rules,
    timing,
)
from foiprevent.findings._mending import as_it_stands, mended_by
from foiprevent.findings._model import Audit, Code, Finding, Mended, Severity
from foiprevent.findings._reading import read
from foiprevent.findings.rules import CHECKS, RULES, AuditRule, RuleInRegime

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from foiprevent.cases import Case

__all__ = [
    "RULES",
    "Audit",
    "AuditRule",
    "Code",
    "Finding",
    "Mended",
    "RuleInRegime",
    "Severity",
    "audit",
    "claims",
    "particulars",
    "public_interest",
    "refusals",
    "remedies",
    "rules",
    "timing",
]

_SEVERITIES = tuple(Severity)
_CODES = tuple(Code)


def audit(
    case: Case,
    *,
    on: date | None = None,
    select: Iterable[Code | str] | None = None,
    ignore: Iterable[Code | str] = (),
    position: Position | None = None,
) -> Audit:
    """Return what is wrong, doubtful or undecided about a case.

    Three-valued: what the record does not decide is a query, never silence.  The result
    depends on what is recorded alone, not on the order of answers or reliances.

    A case that was reviewed is audited as its answers then stand, and what the review put
    right is told apart.  Letters that came late stay late.

    Args:
        case: The case.
        on: The day to audit it for; without it, the record alone is read, and a request
            without an answer is a query.
        select: The codes to look for; without it, all.
        ignore: Codes not to look for.
        position: The side to take where the law is disputed; without it, what depends on
            that is a query.

    Raises:
        InvalidRecordError: If *on* is not a date, *position* no position, or a code not one.
    """
    day = None if on is None else plain_day(on, "audit.on")
    if position is not None and not isinstance(position, Position):
        raise InvalidRecordError("audit.position", position, "expected a Position or None")
    chosen = frozenset(Code) if select is None else _codes(select, "audit.select")
    wanted = chosen - _codes(ignore, "audit.ignore")
    findings = _found(case, as_it_stands(case), day, wanted, position)
    first = _before_review(case)
    before = () if first is None else _found(first, first, day, wanted, position)
    return Audit(
        findings=findings,
        mended=mended_by(case, before, findings),
        on=day,
        checked=wanted,
        position=position,
        law_as_at=case.law_as_at,
        calendar_version=working_days(case.regime or Regime.FOIA).version,
        library_version=library_version(),
    )


def _codes(given: Iterable[Code | str], field: str) -> frozenset[Code]:
    try:
        return frozenset(map(Code, (given,) if isinstance(given, str) else given))
    except (TypeError, ValueError) as error:
        raise InvalidRecordError(field, given, f"expected finding codes: {error}") from None


def _found(
    case: Case,
    standing: Case,
    on: date | None,
    wanted: frozenset[Code],
    position: Position | None,
) -> tuple[Finding, ...]:
    """Return what is found: of letters in the case as recorded, of answers as they stand."""
    reading = read(case, on, position)
    stands = reading if standing is case else read(standing, on, position)
    regime, day = case.regime or Regime.FOIA, case.law_as_at.day
    found = {
        finding
        for check, registered in CHECKS.items()
        if registered.codes & wanted
        for finding in check(reading if registered.of_letters else stands)
        if finding.code in wanted and _stands(finding, regime, day)
    }
    return tuple(sorted(found, key=_order))


def _stands(finding: Finding, regime: Regime, day: date) -> bool:
    """Return whether the rule a finding breaks stood; a letter may name another regime."""
    rule = RULES[finding.code]
    return regime not in rule.regimes or rule.is_in_force(regime, day)


def _before_review(case: Case) -> Case | None:
    """Return the case without its reviews, and what was asked of them; ``None`` if it has none."""
    first = tuple(r for r in case.responses if r.kind is not ResponseKind.REVIEW_OUTCOME)
    if len(first) == len(case.responses):
        return None
    kept = tuple(e for e in case.events if not isinstance(e, events.ReviewRequested))
    return attrs.evolve(case, responses=first, events=kept)


def _order(finding: Finding) -> tuple[object, ...]:
    return (
        _SEVERITIES.index(finding.severity),
        _CODES.index(finding.code),
        finding.questions,
        tuple(map(str, finding.cites)),
        finding.message,
        finding.evidence,
    )
