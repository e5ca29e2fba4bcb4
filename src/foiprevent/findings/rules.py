"""The rules of the audit: for each code how grave it is, what it rests on, where and when.

Each rule is a small function from a case made ready for it to findings; the decorator
:func:`rule` registers it for the codes it can report.  A finding can always be less grave
than its rule: what the record does not decide is a query.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

import attrs

from foiprevent.citations import Citation, Regime, Source
from foiprevent.deadlines import Rule as TimeRule
from foiprevent.deadlines.limits import LIMITS
from foiprevent.exemptions import Period
from foiprevent.findings._law import LAWS
from foiprevent.findings._model import Code, Finding, Severity

if TYPE_CHECKING:
    from foiprevent.findings._reading import Reading

Check: TypeAlias = Callable[["Reading"], Iterator[Finding]]
"""A rule: what it finds in a case made ready for it."""

Basis: TypeAlias = Citation | Source


@final
@attrs.frozen(kw_only=True)
class RuleInRegime:
    """Where and when a rule stands.

    Attributes:
        regime: The regime.
        cites: What the rule rests on there; a finding begins with one of these.
        in_force: The days on which it stood.
    """

    regime: Regime
    cites: tuple[Basis, ...]
    in_force: Period


@final
@attrs.frozen(kw_only=True)
class AuditRule:
    """What is known of one code.

    Attributes:
        code: What is found.
        severity: How grave it is where the record leaves no doubt; a late review, which is
            bad practice under the Act, is a breach under the EIR and FOISA.
        stands: What it rests on, in each regime that has the rule.
    """

    code: Code
    severity: Severity
    stands: tuple[RuleInRegime, ...]

    @property
    def regimes(self) -> tuple[Regime, ...]:
        """The regimes that have the rule."""
        return tuple(one.regime for one in self.stands)

    @property
    def checks(self) -> tuple[Check, ...]:
        """The functions that look for it."""
        return tuple(check for check, one in CHECKS.items() if self.code in one.codes)

    def rests_on(self, regime: Regime) -> tuple[Basis, ...]:
        """Return what it rests on in a regime; empty where that has no such rule."""
        return next((one.cites for one in self.stands if one.regime is regime), ())

    def is_in_force(self, regime: Regime, day: date) -> bool:
        """Return whether the rule stood on a day; one before all law counts as its first."""
        read = max(day, COMMENCED)
        return any(one.regime is regime and read in one.in_force for one in self.stands)


class Registered(NamedTuple):
    """What a rule can report, and whether it is about letters, which no review changes."""

    codes: frozenset[Code]
    of_letters: bool


CHECKS: Final[dict[Check, Registered]] = {}
"""Every rule."""


def rule(*codes: Code, of_letters: bool = False) -> Callable[[Check], Check]:
    """Register a rule for the codes it can report."""

    def register(check: Check) -> Check:
        CHECKS[check] = Registered(frozenset(codes), of_letters)
        return check

    return register


COMMENCED: Final = date(2005, 1, 1)
_CODE_OF_2018: Final = date(2018, 7, 4)
_BREACH, _PRACTICE, _QUERY = Severity.BREACH, Severity.PRACTICE, Severity.QUERY


def _row(
    code: Code,
    severity: Severity,
    foia: str = "",
    eir: str = "",
    foisa: str = "",
    *,
    guidance: bool = False,
) -> AuditRule:
    """Return a row; *guidance* puts the regulator's before what it is about."""
    stands: list[RuleInRegime] = []
    for regime, texts in zip(_REGIMES, (foia, eir, foisa), strict=True):
        if texts:
            by = (LAWS[regime].guidance,) if guidance else ()
            cited = tuple(Citation.parse(text, regime=regime) for text in texts.split())
            stands.append(
                RuleInRegime(regime=regime, cites=(*by, *cited), in_force=Period(start=COMMENCED))
            )
    return AuditRule(code=code, severity=severity, stands=tuple(stands))


def _by_limit(
    code: Code, severity: Severity, limit: TimeRule, *, foia_since: date = COMMENCED
) -> AuditRule:
    """Return a row that rests on what a time limit rests on."""
    return AuditRule(
        code=code,
        severity=severity,
        stands=tuple(
            RuleInRegime(
                regime=regime,
                cites=LIMITS[limit, regime].cites,
                in_force=Period(start=foia_since if regime is Regime.FOIA else COMMENCED),
            )
            for regime in _REGIMES
        ),
    )


_REGIMES: Final = (Regime.FOIA, Regime.EIR, Regime.FOISA)
_ROWS: Final = (
    _row(Code.LATE_RESPONSE, _BREACH, "10(1) 17(1) 17(5)", "5(2) 14(2) 7(1)", "10(1) 16(1) 16(4)"),
    _row(Code.NO_RESPONSE, _BREACH, "10(1)", "5(2) 7(1)", "10(1)"),
    _row(Code.RECEIPT_DATE_UNKNOWN, _QUERY, "10(1)", "5(2)", "10(1)"),
    _row(Code.TIMELINESS_UNKNOWN, _QUERY, "10(1)", "5(2) 7(1)", "10(1)"),
    _row(Code.DATES_INCONSISTENT, _QUERY, "10(1)", "5(2)", "10(1)"),
    _row(Code.EXTENSION_UNAVAILABLE, _PRACTICE, "", "", "10(1)"),
    _row(Code.EXTENSION_NOTICE_LATE, _BREACH, "17(1) 17(2)", "7(3)"),
    _row(Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION, _BREACH, "10(3) 17(2)"),
    _row(Code.EXTENSION_WITHOUT_ESTIMATE, _BREACH, "17(2)"),
    _row(Code.EXTENSION_BEYOND_GUIDELINE, _PRACTICE, "10(3)"),
    _row(Code.QUESTION_UNANSWERED, _BREACH, "1(1)", "5(1)", "1(1)"),
    _row(Code.EXEMPTION_NOT_SPECIFIED, _BREACH, "17(1)(b)", "14(3)(a)", "16(1)(c)"),
    _row(Code.REDACTION_UNEXPLAINED, _BREACH, "17(1)(b)", "14(3)(a)", "16(1)(c)"),
    _row(Code.NO_SUCH_PROVISION, _BREACH, "17(1)(b)", "14(3)(a)", "16(1)(c)"),
    _row(Code.PROVISION_NOT_IN_FORCE, _PRACTICE, "17(1)(b)", "14(3)(a)", "16(1)(c)"),
    _row(
        Code.LIMB_NOT_SPECIFIED, _PRACTICE, "17(1)(b)", "14(3)(a)", "16(1)(c)", guidance=True
    ),
    _row(
        Code.PERSONAL_DATA_CONDITION_MISSING, _PRACTICE, "40(2)", "13(1)", "38(1)(b)",
        guidance=True,
    ),
    _row(Code.LIKELIHOOD_NOT_STATED, _PRACTICE, "17(1)(c)", "14(3)", "16(1)(d)", guidance=True),
    _row(Code.LIKELIHOOD_TOO_LOW, _PRACTICE, "17(1)(c)", "14(3)", "16(1)(d)", guidance=True),
    _row(Code.REASONS_MISSING, _BREACH, "17(1)(c) 11(3)", "14(3)", "16(1)(d)"),
    _row(Code.QUALIFIED_PERSON_MISSING, _QUERY, "36(2)"),
    _row(Code.COST_ESTIMATE_MISSING, _PRACTICE, "12(1)", "", "12(1)", guidance=True),
    _row(Code.REPEAT_UNSHOWN, _QUERY, "14(2)", "", "14(2)"),
    _row(Code.ADVICE_MISSING, _QUERY, "16(1)", "9(1)", "15(1)"),
    _row(Code.REGIME_CROSSED, _PRACTICE, "17(1)(b)", "14(3)(a)", "16(1)(c)", guidance=True),
    _row(Code.NCND_CONTRADICTED, _PRACTICE, "1(1)(a)", "12(6)", "18(1)"),
    _row(Code.NCND_UNDER_WITHHOLDING_PROVISION, _BREACH, "17(1)(b)", "14(3)(a)", "16(1)(c)"),
    _row(Code.WITHHELD_UNDER_NCND_PROVISION, _BREACH, "17(1)(b)", "14(3)(a)", "16(1)(c)"),
    _row(Code.NATIONAL_SECURITY_OVERLAP, _BREACH, "24(1)"),
    _row(Code.HOLDING_NOT_CONFIRMED, _BREACH, "1(1)(a)", "", "16(1)(a)"),
    _row(Code.NOT_HELD_YET_EXEMPT, _QUERY, "1(1)", "5(1)", "1(1)"),
    _row(Code.RELIANCE_UNATTACHED, _QUERY, "17(1)", "14(2)", "16(1)"),
    _row(Code.PIT_MISSING, _BREACH, "17(3)(a) 17(3)(b) 17(3)", "14(3)(b)", "16(2) 18(1)"),
    _row(Code.PIT_NO_CONCLUSION, _BREACH, "17(3)", "14(3)(b)", "16(2)"),
    _row(
        Code.PIT_WRONG_DUTY, _BREACH, "17(3)(a) 17(3)(b)", "12(6) 12(1)(b)", "18(1) 2(1)(b)"
    ),
    _row(Code.PIT_ONE_SIDED, _PRACTICE, "2(1)(b) 2(2)(b)", "12(6) 12(1)(b)", "18(1) 2(1)(b)"),
    _row(Code.PIT_NOT_NEEDED, _PRACTICE, "2(3)", "12(1)(b)", "2(2)"),
    _row(Code.COMPLAINTS_PROCEDURE_MISSING, _BREACH, "17(7)(a)", "14(5)(a)", "19(a)"),
    _row(Code.COMMISSIONER_RIGHT_MISSING, _BREACH, "17(7)(b)", "14(5)(b)", "19(b) 21(10)"),
    _by_limit(
        Code.REVIEW_WINDOW_SHORT, _PRACTICE, TimeRule.REVIEW_REQUEST, foia_since=_CODE_OF_2018
    ),
    _by_limit(Code.REVIEW_WINDOW_AMBIGUOUS, _PRACTICE, TimeRule.REVIEW_REQUEST),
    _by_limit(Code.REVIEW_LATE, _PRACTICE, TimeRule.REVIEW_ANSWER),
)  # fmt: skip

RULES: Final = {row.code: row for row in _ROWS}
"""Every code, with what is known of it, in the order of :class:`Code`."""
