"""Grounds that are no exemptions: entered again from the Acts and the Regulations."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from foiprevent.citations import Citation, Regime
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import Duty, GroundKind, exemption, ground, grounds


class Again(NamedTuple):
    """What a provision does, typed a second time: which duties it lifts, and its notice."""

    kind: GroundKind
    lifts: str = ""
    notice: str | None = None


NONE, BOTH, ONE = "", "confirm communicate", "communicate"
SECOND_ENTRY = {
    "FOIA s.1(1)(a)": Again(GroundKind.NOT_HELD, ONE, "10(1)"),
    "FOIA s.1(3)": Again(GroundKind.SUSPENDED, BOTH, "1(3)(b)"),
    "FOIA s.7": Again(GroundKind.OUT_OF_SCOPE, BOTH),
    "FOIA s.8(1)": Again(GroundKind.NO_REQUEST, BOTH),
    "FOIA s.9(2)": Again(GroundKind.SUSPENDED, BOTH, "9(1)"),
    "FOIA s.11(3)": Again(GroundKind.DUTY, NONE, "11(3)"),
    "FOIA s.12(1)": Again(GroundKind.REFUSAL, ONE, "17(5)"),
    "FOIA s.12(2)": Again(GroundKind.REFUSAL, BOTH, "17(5)"),
    "FOIA s.13(1)": Again(GroundKind.CHARGE),
    "FOIA s.14(1)": Again(GroundKind.REFUSAL, BOTH, "17(5)"),
    "FOIA s.14(2)": Again(GroundKind.REFUSAL, BOTH, "17(5)"),
    "FOIA s.16(1)": Again(GroundKind.DUTY),
    "FOIA s.45(2)(b)": Again(GroundKind.REDIRECTED),
    "EIR reg.3(3)": Again(GroundKind.OUT_OF_SCOPE, BOTH),
    "EIR reg.3(4)": Again(GroundKind.OUT_OF_SCOPE, BOTH),
    "EIR reg.6(2)": Again(GroundKind.DUTY, NONE, "6(2)"),
    "EIR reg.8(5)": Again(GroundKind.SUSPENDED, BOTH, "8(4)"),
    "EIR reg.9(1)": Again(GroundKind.DUTY),
    "EIR reg.9(2)": Again(GroundKind.SUSPENDED, BOTH, "9(2)"),
    "EIR reg.10(1)": Again(GroundKind.REDIRECTED, NONE, "10(1)"),
    "FOISA s.1(3)": Again(GroundKind.SUSPENDED, BOTH, "1(3)(b)"),
    "FOISA s.7": Again(GroundKind.OUT_OF_SCOPE, BOTH),
    "FOISA s.8(1)": Again(GroundKind.NO_REQUEST, BOTH),
    "FOISA s.9(3)": Again(GroundKind.SUSPENDED, BOTH, "9(1)"),
    "FOISA s.11(3)": Again(GroundKind.DUTY, NONE, "11(3)"),
    "FOISA s.12(1)": Again(GroundKind.REFUSAL, BOTH, "16(4)"),
    "FOISA s.12(2)": Again(GroundKind.REFUSAL, BOTH),
    "FOISA s.13(1)": Again(GroundKind.CHARGE),
    "FOISA s.14(1)": Again(GroundKind.REFUSAL, BOTH, "16(5)"),
    "FOISA s.14(2)": Again(GroundKind.REFUSAL, BOTH, "16(5)"),
    "FOISA s.15(1)": Again(GroundKind.DUTY),
    "FOISA s.17(1)": Again(GroundKind.NOT_HELD, ONE, "17(1)"),
}
DUTIES = {"confirm": Duty.CONFIRM_OR_DENY, "communicate": Duty.COMMUNICATE}
ALL = [one for regime in Regime for one in grounds(regime=regime)]


class TestSecondEntry:
    """ss.1 to 17 and 45; regs 3 to 10; FOISA ss.1 to 17."""

    @pytest.mark.parametrize("regime", Regime)
    def test_these_and_no_others_in_their_order(self, regime: Regime) -> None:
        found = [str(one) for one in grounds(regime=regime)]
        assert found == [text for text in SECOND_ENTRY if text.startswith(f"{regime.value} ")]
        assert found == [str(c) for c in sorted(map(Citation.parse, found))]

    @pytest.mark.parametrize("text", SECOND_ENTRY)
    def test_what_each_does(self, text: str) -> None:
        found, again = ground(text), SECOND_ENTRY[text]
        assert found.kind is again.kind
        assert set(found.lifts) == {DUTIES[word] for word in again.lifts.split()}
        notice = found.notice and found.notice.citation
        regime = found.citation.regime
        assert notice == (again.notice and Citation.parse(again.notice, regime=regime))


class TestNotices:
    """s.17(5) to (7), FOISA ss.16, 17 and 19: what a requester must be told."""

    @pytest.mark.parametrize("text", ["12(1)", "12(2)", "14(1)", "14(2)"])
    def test_a_notice_under_section_17_5_tells_of_both_rights(self, text: str) -> None:
        notice = ground(text).notice
        assert notice is not None
        assert any("17(7)(a)" in item for item in notice.says)
        assert any("17(7)(b)" in item for item in notice.says)

    def test_only_vexatious_and_repeated_ones_may_go_without(self) -> None:
        without = {str(one) for one in ALL if one.notice and one.notice.unless}
        assert without == {
            "FOIA s.14(1)",
            "FOIA s.14(2)",
            "FOISA s.14(1)",
            "FOISA s.14(2)",
            "FOISA s.17(1)",
        }

    def test_a_cost_refusal_still_confirms_or_denies(self) -> None:
        assert Duty.CONFIRM_OR_DENY not in ground("12(1)").lifts
        assert Duty.CONFIRM_OR_DENY in ground("12(2)").lifts


class TestLookUp:
    """A ground at a citation, its section or a paragraph of it."""

    def test_a_section_with_one_ground_and_a_paragraph(self) -> None:
        assert ground("9") == ground("9(2)")
        assert ground("14(1)(a)") == ground("14(1)")
        assert ground("17", regime=Regime.FOISA) == ground("FOISA s.17(1)")
        assert ground(Citation.parse("EIR 9(2)(a)")) == ground("EIR 9(2)")

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("12", "several grounds: s.12\\(1\\), s.12\\(2\\)"),
            ("24(1)", "not a ground of refusal"),
        ],
    )
    def test_what_is_none_is_refused(self, text: str, reason: str) -> None:
        with pytest.raises(UnknownProvisionError, match=reason):
            ground(text)

    def test_there_were_none_before_the_right_of_access(self) -> None:
        with pytest.raises(NotInForceError, match="2005-01-01"):
            ground("12(1)", on=date(2004, 12, 31))
        assert grounds(on=date(2004, 12, 31)) == ()


class TestData:
    """What is written of each ground is in order."""

    @pytest.mark.parametrize("one", ALL, ids=str)
    def test_its_texts_and_links(self, one: object) -> None:
        found = ground(str(one))
        assert found.summary.endswith(".")
        assert found.summary.count(". ") == 0
        assert found.uri == found.citation.uri
        assert found.sources
        for other in found.nearest:
            assert other.regime is not found.citation.regime
            try:
                ground(other)
            except UnknownProvisionError:
                assert exemption(other).citation == other

    @pytest.mark.parametrize("one", ALL, ids=str)
    def test_what_is_nearest_to_a_ground_points_back(self, one: object) -> None:
        found = ground(str(one))
        for other in found.nearest:
            try:
                back = ground(other).nearest
            except UnknownProvisionError:
                continue  # an exemption, which the crosswalk links
            assert any(c.section == found.citation.section for c in back), (str(found), str(other))
