"""Whether two provisions go together, in full: the reason, and what it rests on."""

from __future__ import annotations

from datetime import date

import pytest

from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.errors import InvalidRecordError, NotInForceError
from foiprevent.exemptions import Combination, Together, combination
from foiprevent.exemptions.combining import _ICO_23_24, _ICO_30_31, _MASKING, _s


def cite(text: str) -> Citation:
    return Citation.parse(text)


APART = "Nothing in the enactment keeps them apart."


class TestCombination:
    """ss.24(1), 31(1), 36(1)(a), 40(2)(a)."""

    def test_what_reaches_only_what_the_other_does_not(self) -> None:
        assert combination("31(1)(a)", "30(1)(a)(i)") == Combination(
            together=Together.NO,
            reason="Of s.30(1)(a)(i) and s.31(1)(a), one reaches only what the other does not "
            "make exempt.",
            cites=(cite("30(1)(a)(i)"), cite("31(1)(a)")),
        )

    def test_what_stands_by_itself_in_the_regime_meant(self) -> None:
        both = (cite("FOISA s.29(1)(a)"), cite("FOISA s.30(c)"))
        together = Combination(together=Together.YES, reason=APART, cites=both)
        assert combination("30(c)", "29(1)(a)", regime=Regime.FOISA) == together
        assert combination(*both) == together

    def test_on_a_day(self) -> None:
        both = (cite("24(1)"), cite("40(5)(b)(i)"))
        found = combination("40(5)(b)(i)", "24(1)", on=date(2016, 1, 1))
        assert found == Combination(together=Together.YES, reason=APART, cites=both)
        with pytest.raises(NotInForceError):
            combination("40(5)(b)(i)", "24(1)")

    def test_of_what_has_limbs_it_depends_on_these(self) -> None:
        assert combination("24", "23(1)") == Combination(
            together=Together.DEPENDS,
            reason="Of s.23(1) and s.24, some limbs go together and others do not.",
            cites=(cite("23(1)"), cite("24"), _MASKING),
            confidence=Confidence.STATED,
        )
        assert combination("30", "31") == Combination(
            together=Together.DEPENDS,
            reason="Of s.30 and s.31, some limbs go together and others do not.",
            cites=(cite("30"), cite("31"), _ICO_30_31),
            confidence=Confidence.STATED,
        )

    def test_limbs_that_agree_answer_for_what_contains_them(self) -> None:
        assert combination("31(1)", "30(1)") == Combination(
            together=Together.NO,
            reason="Of s.30(1) and s.31(1), one reaches only what the other does not make exempt.",
            cites=(cite("30(1)"), cite("31(1)")),
        )
        assert combination("24", "23(5)") == Combination(
            together=Together.YES,
            reason=APART,
            cites=(cite("23(5)"), cite("24"), _ICO_23_24),
            confidence=Confidence.STATED,
        )

    def test_of_two_regimes(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            combination("24(1)", "EIR reg.12(5)(a)")
        assert caught.value.args == (
            "combination.other",
            cite("EIR reg.12(5)(a)"),
            "expected a provision beside FOIA s.24(1)",
        )

    def test_the_same_twice(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            combination("31(1)", "31(1)(a)")
        assert caught.value.args == (
            "combination.other",
            cite("31(1)(a)"),
            "it is, or contains, FOIA s.31(1) itself",
        )

    def test_the_rules_are_written_with_citations_of_the_act(self) -> None:
        assert _s("24(1)") == cite("FOIA s.24(1)")
