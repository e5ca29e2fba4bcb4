"""The nearest provision in each regime, and how it differs."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Citation, Regime
from foiprevent.errors import CitationError, InvalidRecordError, UnknownProvisionError
from foiprevent.exemptions import catalogue, crosswalk, exemption
from foiprevent.exemptions.crosswalk import CROSSINGS

OPERATIVE = {
    regime: sorted({row.citation for row in catalogue(regime=regime)}) for regime in Regime
}
pairs = pytest.mark.parametrize(("here", "there"), list(permutations(Regime, 2)))


def across(citation: Citation, to: Regime) -> set[Citation]:
    return {one.citation for one in crosswalk(citation, to=to)}


class TestTable:
    """Every operative provision has its place, and every place names one."""

    @pytest.mark.parametrize("regime", Regime)
    def test_each_is_in_a_crossing(self, regime: Regime) -> None:
        named = [one for crossing in CROSSINGS for one in crossing.of(regime)]
        for citation in OPERATIVE[regime]:
            assert any(one.contains(citation) or citation.contains(one) for one in named), citation

    def test_what_it_names_stands_today(self) -> None:
        for crossing in CROSSINGS:
            for regime in Regime:
                for citation in crossing.of(regime):
                    assert exemption(citation).duty is not None
            assert crossing.difference.endswith(".")
            assert any(crossing.of(regime) for regime in Regime)

    def test_no_crossing_stands_twice(self) -> None:
        keys = [crossing[:3] for crossing in CROSSINGS]
        assert len(keys) == len(set(keys))


class TestAcross:
    """From one regime to another and back."""

    @pytest.mark.parametrize(
        ("text", "to", "found"),
        [
            ("24(1)", Regime.FOISA, ["31(1)"]),
            ("24(1)", Regime.EIR, ["12(5)(a)"]),
            ("36(2)(b)(i)", Regime.FOISA, ["30(b)(i)", "30(b)(ii)"]),
            ("42", Regime.EIR, ["12(5)(b)"]),
            ("43(2)", Regime.EIR, ["12(5)(e)"]),
            ("31(3)", Regime.FOISA, ["18(1)"]),
            ("40(5B)(a)(i)", Regime.EIR, ["13(5A)(a)"]),
            ("33(2)", Regime.EIR, []),
            ("34(1)", Regime.FOISA, []),
            ("40(5)(a)", Regime.FOISA, ["18(1)"]),
            ("37(1)(aa)", Regime.FOISA, ["41(a)"]),
            ("41(1)(b)", Regime.FOISA, ["36(2)"]),
        ],
    )
    def test_the_nearest(self, text: str, to: Regime, found: list[str]) -> None:
        assert [one.citation for one in crosswalk(text, to=to)] == [
            Citation.parse(one, regime=to) for one in found
        ]

    def test_how_it_differs_is_said(self) -> None:
        (found,) = crosswalk("30(c)", regime=Regime.FOISA, to=Regime.FOIA)
        assert found.citation == Citation.parse("36(2)(c)")
        assert "qualified person" in found.difference

    def test_a_provision_in_two_crossings_has_what_both_say(self) -> None:
        found = crosswalk("31(1)", to=Regime.EIR)
        assert {str(one.citation) for one in found} == {"EIR reg.12(5)(a)", "EIR reg.12(5)(b)"}
        assert len(found) == 3

    @pairs
    @given(data=st.data())
    def test_there_and_back_is_a_superset_of_where_it_began(
        self, here: Regime, there: Regime, data: st.DataObject
    ) -> None:
        citation = data.draw(st.sampled_from(OPERATIVE[here]))
        for counterpart in across(citation, there):
            back = across(counterpart, here)
            assert any(one.contains(citation) or citation.contains(one) for one in back)

    def test_of_its_own_regime_there_is_none_to_find(self) -> None:
        with pytest.raises(InvalidRecordError, match="of that regime already"):
            crosswalk("24(1)", to=Regime.FOIA)

    def test_what_is_no_exemption_is_refused(self) -> None:
        with pytest.raises(UnknownProvisionError):
            crosswalk("12(1)", to=Regime.EIR)
        with pytest.raises(CitationError):
            crosswalk("twelve", to=Regime.EIR)
