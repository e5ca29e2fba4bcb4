"""One thing wrong with a case that has nothing wrong with it: one thing found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foiprevent.cases import Case, Outcome
from foiprevent.citations import Citation, Regime, Source
from foiprevent.exemptions import Duty
from foiprevent.findings import RULES, Code, Severity, audit
from foiprevent.strategies import IMPLIED, cases, cases_with, days, lawful_cases
from foiprevent.strategies._defects import DEFECTS
from foiprevent.strategies._making import answer, case, cites, claim, letter, weighed

if TYPE_CHECKING:
    from foiprevent.findings import Finding

DUE: Final = date(2023, 3, 30)
NCND: Final = Duty.CONFIRM_OR_DENY

BASES: Final = {
    "all disclosed": case(letter(answer("1", Outcome.DISCLOSED))),
    "nothing held": case(letter(answer("1", Outcome.NOT_HELD))),
    "an absolute exemption": case(letter(answer(), claim("23(1)"))),
    "a qualified exemption": case(letter(answer(), claim("24(1)"), weighed("24(1)"))),
    "neither confirmed nor denied": case(
        letter(
            answer("1", Outcome.NCND),
            claim("31(3)", by_virtue_of=cites("31(1)(a)"), duty_claimed=NCND),
            weighed("31(3)", on=NCND),
        )
    ),
    "personal data, with the condition": case(
        letter(
            answer("1", Outcome.PARTLY_DISCLOSED),
            claim("40(2)", by_virtue_of=cites("40(3A)(a)")),
        )
    ),
    "personal data under the old numbers": case(
        letter(
            answer("1", Outcome.NCND), claim("40(5)(b)(i)"), weighed("40(5)(b)(i)", on=NCND),
            sent=date(2016, 3, 18),
        ),
        received=date(2016, 3, 1),
    ),
    "some of everything": case(
        letter(
            answer("1", Outcome.DISCLOSED),
            answer("2"),
            answer("3", Outcome.NCND),
            answer("4", Outcome.NOT_HELD),
            claim("38(1)(b)", "2"),
            claim("42(1)", "2"),
            claim("24(2)", "3"),
            weighed("38(1)(b)", "42(1)"),
            weighed("24(2)", on=NCND),
        ),
        ask=4,
    ),
}  # fmt: skip
"""Cases with nothing wrong in them, each of one letter."""


def expected(code: Code) -> set[Code]:
    return {code, *IMPLIED.get(code, ())}


class TestTheTable:
    def test_every_code_has_a_rule_a_defect_and_a_check(self) -> None:
        assert list(RULES) == list(Code)
        assert set(DEFECTS) == set(Code)
        assert all(rule.checks for rule in RULES.values())

    def test_what_follows_is_another_code(self) -> None:
        assert all(code not in implied for code, implied in IMPLIED.items())

    @pytest.mark.parametrize("code", Code)
    def test_it_rests_on_provisions_of_its_regimes(self, code: Code) -> None:
        for one in RULES[code].stands:
            assert one.cites
            assert {c.regime for c in one.cites if isinstance(c, Citation)} <= {one.regime}
            assert one.in_force.start >= date(2005, 1, 1)
            assert one.in_force.end is None
        for regime in set(Regime) - set(RULES[code].regimes):
            assert RULES[code].rests_on(regime) == ()
            assert not RULES[code].is_in_force(regime, DUE)

    def test_the_window_to_ask_for_a_review_is_in_the_code_of_2018_only(self) -> None:
        rule = RULES[Code.REVIEW_WINDOW_SHORT]
        assert not rule.is_in_force(Regime.FOIA, date(2018, 7, 3))
        assert rule.is_in_force(Regime.FOIA, date(2018, 7, 4))
        assert rule.is_in_force(Regime.EIR, date(2005, 1, 1))

    @given(case=cases(), on=st.none() | days())
    def test_a_finding_begins_with_what_its_rule_rests_on(
        self, case: Case, on: date | None
    ) -> None:
        for finding in audit(case, on=on):
            rule = RULES[finding.code]
            assert _SEVERITIES.index(finding.severity) >= _SEVERITIES.index(rule.severity) or (
                finding.code is Code.REVIEW_LATE and case.regime is not Regime.FOIA
            )
            first = finding.cites[0]
            assert any(first in one.cites for one in rule.stands), (finding, first)


_SEVERITIES: Final = tuple(Severity)


class TestEveryCode:
    """Each code is found for some defect, and is found alone where nothing else follows."""

    @pytest.mark.parametrize("name", BASES)
    def test_the_base_has_no_finding(self, name: str) -> None:
        base = BASES[name]
        assert audit(base).findings == ()
        assert audit(base, on=DUE).findings == ()

    @pytest.mark.parametrize("code", Code)
    @pytest.mark.parametrize("name", BASES)
    def test_planted_in_a_base_it_is_what_is_found(self, name: str, code: Code) -> None:
        base, rule = BASES[name], RULES[code]
        if not rule.is_in_force(Regime.FOIA, base.law_as_at.day):
            assert code not in audit(DEFECTS[code](base)).codes
            return
        findings = audit(DEFECTS[code](base)).findings
        assert {finding.code for finding in findings} == expected(code)
        if code is not Code.NO_RESPONSE:  # without a day to ask about, a query
            assert rule.severity in {f.severity for f in findings if f.code is code}

    def test_no_answer_is_a_breach_once_it_was_due(self) -> None:
        unanswered = DEFECTS[Code.NO_RESPONSE](BASES["all disclosed"])
        assert [f.severity for f in audit(unanswered)] == [Severity.QUERY]
        assert audit(unanswered, on=DUE).findings == ()
        (finding,) = audit(unanswered, on=date(2023, 3, 31))
        assert (finding.code, finding.severity) == (Code.NO_RESPONSE, Severity.BREACH)

    @pytest.mark.parametrize("code", Code)
    @settings(max_examples=settings().max_examples * 2 // 5)  # for each of the codes
    @given(data=st.data())
    def test_planted_in_any_lawful_case_it_is_what_is_found(
        self, data: st.DataObject, code: Code
    ) -> None:
        result = audit(data.draw(cases_with(code)))
        assert result.codes == expected(code)
        breaches = {f.code for f in result if f.severity is Severity.BREACH}
        assert breaches <= expected(code)


class TestLawfulCases:
    @given(case=lawful_cases(), on=st.none() | days())
    def test_nothing_is_found(self, case: Case, on: date | None) -> None:
        assert audit(case).findings == ()
        later = None if on is None else max(on, case.law_as_at.day)
        assert audit(case, on=later).findings == ()
        case.state()

    @pytest.mark.parametrize("regime", Regime)
    @settings(max_examples=settings().max_examples // 3)
    @given(data=st.data())
    def test_of_one_regime(self, data: st.DataObject, regime: Regime) -> None:
        assert data.draw(lawful_cases(regime=regime)).regime is regime

    def test_an_unknown_code(self) -> None:
        with pytest.raises(ValueError, match="no-such-code"):
            cases_with("no-such-code")


ASKS = (
    Code.QUESTION_UNANSWERED,
    Code.EXEMPTION_NOT_SPECIFIED,
    Code.REDACTION_UNEXPLAINED,
    Code.NO_SUCH_PROVISION,
    Code.LIMB_NOT_SPECIFIED,
    Code.NCND_CONTRADICTED,
    Code.NATIONAL_SECURITY_OVERLAP,
    Code.HOLDING_NOT_CONFIRMED,
    Code.PIT_MISSING,
)


class TestWhatItNames:
    @given(data=st.data(), code=st.sampled_from(ASKS))
    def test_the_finding_names_the_question_that_was_added(
        self, data: st.DataObject, code: Code
    ) -> None:
        planted = data.draw(cases_with(code))
        findings: list[Finding] = [f for f in audit(planted) if f.code is code]
        last = planted.request.questions[-1].key
        assert [f.questions for f in findings] == [(last,)]
        assert isinstance(findings[0].cites[0], (Citation, Source))
