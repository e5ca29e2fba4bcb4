"""What an audit finds in each letter of the casebook: this, neither less nor more."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from foiprevent import casebook
from foiprevent._provenance import LawAsAt, LawBasis, library_version
from foiprevent.citations import Citation, Regime
from foiprevent.deadlines import due_date, working_days
from foiprevent.exemptions import LAW_AS_AT
from foiprevent.findings import Audit, Code, Finding, Severity, audit

if TYPE_CHECKING:
    from collections.abc import Iterable

BARNET = "barnet-data-sharing"
COVENTRY = "coventry-referrals"
LEICESTER = "leicester-returnees"
LETTERS = (BARNET, COVENTRY, LEICESTER)
every_letter = pytest.mark.parametrize("name", LETTERS)

BREACH, PRACTICE, QUERY = Severity.BREACH, Severity.PRACTICE, Severity.QUERY

Told = tuple[Code, Severity, tuple[str, ...], frozenset[str]]


def keys(first: int, last: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(first, last + 1))


def told(code: Code, severity: Severity, questions: Iterable[str], cites: str) -> Told:
    return code, severity, tuple(questions), frozenset(cites.split())


def in_brief(finding: Finding) -> Told:
    """Return what a finding says, with the provisions it rests on."""
    provisions = {str(c).removeprefix("FOIA s.") for c in finding.cites if type(c) is Citation}
    return finding.code, finding.severity, finding.questions, frozenset(provisions)


EXPECTED = {
    BARNET: {
        told(Code.LATE_RESPONSE, BREACH, (), "10(1) 17(1)"),
        told(Code.PIT_NO_CONCLUSION, BREACH, (), "17(3) 24(1) 24(2)"),
        told(Code.PIT_NO_CONCLUSION, BREACH, (), "17(3) 31(1)(a)"),
        told(Code.PIT_WRONG_DUTY, BREACH, (), "17(3)(a) 2(1)(b) 24(2)"),
        told(Code.LIMB_NOT_SPECIFIED, PRACTICE, ("14",), "17(1)(b) 38(1)"),
        told(Code.PERSONAL_DATA_CONDITION_MISSING, PRACTICE, ("14",), "40(2)"),
        # The letter never says would, or would be likely to, of preventing or detecting crime.
        told(Code.LIKELIHOOD_NOT_STATED, PRACTICE, keys(1, 14), "31(1)(a)"),
        told(Code.NCND_CONTRADICTED, PRACTICE, ("12", "13"), "1(1)(a) 24(2)"),
        told(Code.RELIANCE_UNATTACHED, QUERY, keys(1, 13), "17(1) 31(1)(a)"),
        told(Code.RELIANCE_UNATTACHED, QUERY, (), "17(1) 24(1)"),
    },
    LEICESTER: {
        told(Code.PIT_WRONG_DUTY, BREACH, (), "17(3)(a) 2(1)(b) 24(2)"),
        told(Code.COMMISSIONER_RIGHT_MISSING, BREACH, (), "17(7)(b) 50"),
        told(Code.LIMB_NOT_SPECIFIED, PRACTICE, keys(1, 5), "17(1)(b) 31(3)"),
        told(Code.RECEIPT_DATE_UNKNOWN, QUERY, (), "10(1)"),
    },
    COVENTRY: {
        told(Code.REVIEW_WINDOW_AMBIGUOUS, PRACTICE, (), ""),
        told(Code.RECEIPT_DATE_UNKNOWN, QUERY, (), "10(1)"),
    },
}


def of(name: str) -> Audit:
    return audit(casebook.load(name))


def only(name: str, code: Code) -> Finding:
    (finding,) = [finding for finding in of(name) if finding.code is code]
    return finding


class TestNeitherLessNorMore:
    """The findings on the three letters."""

    @every_letter
    def test_exactly_these(self, name: str) -> None:
        findings = of(name).findings
        assert {in_brief(finding) for finding in findings} == EXPECTED[name]
        assert len(findings) == len(EXPECTED[name])

    @every_letter
    @pytest.mark.parametrize("later", [0, 1, 365, 3650])
    def test_the_day_asked_about_changes_nothing(self, name: str, later: int) -> None:
        on = date(2018, 1, 1) + timedelta(days=later)
        result = audit(casebook.load(name), on=on)
        assert result.findings == of(name).findings
        assert result.on == on

    @pytest.mark.parametrize(
        ("name", "breach"), [(BARNET, True), (COVENTRY, False), (LEICESTER, True)]
    )
    def test_whether_there_is_a_breach(self, name: str, *, breach: bool) -> None:
        assert of(name).has_breach is breach

    @every_letter
    def test_the_codes(self, name: str) -> None:
        assert of(name).codes == {code for code, *_ in EXPECTED[name]}

    @every_letter
    def test_an_audit_can_be_kept(self, name: str) -> None:
        result = of(name)
        assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 - its own bytes
        assert result.library_version == library_version()
        assert result.calendar_version == working_days(Regime.FOIA).version
        assert result.on is None

    def test_the_law_is_that_of_the_letters_day(self) -> None:
        days = {name: of(name).law_as_at for name in LETTERS}
        assert days == {
            BARNET: LawAsAt(day=date(2023, 5, 24), basis=LawBasis.DEALT_WITH),
            COVENTRY: LawAsAt(day=date(2022, 7, 13), basis=LawBasis.DEALT_WITH),
            LEICESTER: LawAsAt(day=LAW_AS_AT, basis=LawBasis.LAST_KNOWN),
        }


class TestBarnetIsLate:
    """s.10(1): by the twentieth working day after receipt; s.17(1): a refusal likewise."""

    RECEIVED, DUE, SENT = date(2023, 3, 23), date(2023, 4, 24), date(2023, 5, 24)

    def test_the_days(self) -> None:
        calendar = working_days(Regime.FOIA)
        assert due_date(self.RECEIVED) == self.DUE
        assert calendar.count(self.RECEIVED, self.SENT) == 40
        assert calendar.count(self.DUE, self.SENT) == 20

    def test_the_finding_gives_them(self) -> None:
        late = only(BARNET, Code.LATE_RESPONSE)
        assert late.message == (
            "Due on Monday 24 April 2023, answered on Wednesday 24 May 2023: 20 working days late."
        )
        assert late.evidence == ("received 2023-03-23", "sent 2023-05-24")


class TestBarnetWeighsTheWrongThing:
    """s.17(3): one balance for each duty, and each with a conclusion."""

    def test_withholding_and_disclosing_are_argued_under_s_24_2(self) -> None:
        wrong = only(BARNET, Code.PIT_WRONG_DUTY)
        assert wrong.message == (
            "s.24(2) takes away the duty to confirm or deny; the arguments weigh the duty to "
            "communicate."
        )

    def test_the_third_test_concludes(self) -> None:
        weighed = [f.message for f in of(BARNET) if f.code is Code.PIT_NO_CONCLUSION]
        assert len(weighed) == 2
        assert not any("s.38" in message for message in weighed)

    def test_the_condition_decides_whether_to_weigh(self) -> None:
        message = only(BARNET, Code.PERSONAL_DATA_CONDITION_MISSING).message
        for condition in ("s.40(3A)(a)", "s.40(3A)(b)", "s.40(3B)", "s.40(4A)(a)", "s.40(4A)(b)"):
            assert condition in message


class TestLeicesterStrikesAnotherBalance:
    """s.2(1)(b): whether to say that it is held, not whether to disclose it."""

    def test_the_conclusion_names_a_limb_not_relied_on(self) -> None:
        wrong = only(LEICESTER, Code.PIT_WRONG_DUTY)
        assert "the balance is struck on the duty to communicate" in wrong.message
        assert "the conclusion names s.24(1)" in wrong.message
        relied_on = [r.citation for r in casebook.load(LEICESTER).responses[0].reliances]
        assert Citation.parse("24(1)") not in relied_on

    def test_any_limb_of_s_31_1_may_be_meant(self) -> None:
        message = only(LEICESTER, Code.LIMB_NOT_SPECIFIED).message
        assert all(f"s.31(1)({letter})" in message for letter in "abcdefghi")

    def test_neither_day_is_known(self) -> None:
        assert "nor is the day of the answer" in only(LEICESTER, Code.RECEIPT_DATE_UNKNOWN).message


class TestCoventrySaysForty:
    """The s.45 Code, para 5.3: forty working days to ask for a review."""

    def test_both_closing_days_are_shown(self) -> None:
        message = only(COVENTRY, Code.REVIEW_WINDOW_AMBIGUOUS).message
        assert "Monday 22 August 2022 in calendar days" in message
        assert "Friday 9 September 2022 in working days" in message
        assert date(2022, 7, 13) + timedelta(days=40) == date(2022, 8, 22)
        assert working_days(Regime.FOIA).add(date(2022, 7, 13), 40) == date(2022, 9, 9)

    def test_only_the_receipt_is_unknown(self) -> None:
        assert "nor is" not in only(COVENTRY, Code.RECEIPT_DATE_UNKNOWN).message
