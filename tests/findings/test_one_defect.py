"""One thing wrong with a case that has nothing wrong with it: one thing found."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.findings import Code, Severity, audit
from foiprevent.strategies import lawful_cases

if TYPE_CHECKING:
    import defects

    from foiprevent.cases import Case
else:
    _spec = importlib.util.spec_from_file_location(
        "defects", Path(__file__).with_name("defects.py")
    )
    defects = importlib.util.module_from_spec(_spec)
    _spec.loader.exec_module(defects)


def expected(code: Code) -> dict[Code, Severity]:
    return {code: defects.DEFECTS[code].severity, **defects.IMPLIED.get(code, {})}


def found(case: Case, code: Code) -> dict[Code, Severity]:
    planted = defects.DEFECTS[code].plant(case)
    return {finding.code: finding.severity for finding in audit(planted.case, on=planted.on)}


class TestEveryCode:
    """Each code is found for some defect, and is found alone where nothing else follows."""

    def test_none_is_without_a_defect(self) -> None:
        assert set(defects.DEFECTS) == set(Code)

    def test_what_follows_is_another_code(self) -> None:
        assert all(code not in implied for code, implied in defects.IMPLIED.items())

    @pytest.mark.parametrize("name", defects.BASES)
    def test_the_base_has_no_finding(self, name: str) -> None:
        base = defects.BASES[name]
        assert audit(base).findings == ()
        assert audit(base, on=defects.DUE).findings == ()

    @pytest.mark.parametrize("code", Code)
    @pytest.mark.parametrize("name", defects.BASES)
    def test_planted_in_a_base_it_is_what_is_found(self, name: str, code: Code) -> None:
        assert found(defects.BASES[name], code) == expected(code)

    @pytest.mark.parametrize("code", Code)
    def test_the_audit_has_a_breach_if_the_defect_is_one(self, code: Code) -> None:
        planted = defects.DEFECTS[code].plant(defects.BASES["a qualified exemption"])
        result = audit(planted.case, on=planted.on)
        assert result.has_breach is (defects.DEFECTS[code].severity is Severity.BREACH)
        assert result.codes == set(expected(code))


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


class TestAnyLawfulCase:
    """Adding one defect to a case that has none adds its finding."""

    @given(case=lawful_cases(), codes=st.sets(st.sampled_from(Code), min_size=6, max_size=10))
    def test_a_defect_adds_its_finding_and_no_other(self, case: Case, codes: set[Code]) -> None:
        assert audit(case).findings == ()
        for code in codes:
            assert found(case, code) == expected(code), code

    @given(case=lawful_cases(), code=st.sampled_from(ASKS))
    def test_the_finding_names_the_question_that_was_added(self, case: Case, code: Code) -> None:
        (finding,) = audit(defects.DEFECTS[code].plant(case).case)
        assert finding.questions == (defects.new(case),)
