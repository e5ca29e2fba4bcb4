"""Grounds that are no exemptions: entered again from the Acts and the Regulations."""

from __future__ import annotations

import re
from datetime import date
from itertools import permutations
from typing import NamedTuple

import pytest

from foiprevent.citations import Citation, Regime
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import Duty, Ground, GroundKind, Notice, exemption, ground, grounds


class Again(NamedTuple):
    """What a provision does, typed a second time: duties lifted, notice, and time."""

    kind: GroundKind
    lifts: str = ""
    notice: str | None = None
    restarts: str | None = None
    stops: str | None = None


NONE, BOTH, ONE = "", "confirm communicate", "communicate"
SECOND_ENTRY = {
    "FOIA s.1(1)(a)": Again(GroundKind.NOT_HELD, ONE, "1(1)(a)"),
    "FOIA s.1(3)": Again(GroundKind.SUSPENDED, BOTH, "1(3)(b)", restarts="10(6)"),
    "FOIA s.7": Again(GroundKind.OUT_OF_SCOPE, BOTH),
    "FOIA s.8(1)": Again(GroundKind.NO_REQUEST, BOTH),
    "FOIA s.9(2)": Again(GroundKind.SUSPENDED, BOTH, "9(1)", stops="10(2)"),
    "FOIA s.10(3)": Again(GroundKind.EXTENDED, NONE, "17(2)"),
    "FOIA s.11(1)": Again(GroundKind.DUTY, NONE, "11(3)"),
    "FOIA s.12(1)": Again(GroundKind.REFUSAL, ONE, "17(5)"),
    "FOIA s.12(2)": Again(GroundKind.REFUSAL, BOTH, "17(5)"),
    "FOIA s.13(1)": Again(GroundKind.CHARGE),
    "FOIA s.14(1)": Again(GroundKind.REFUSAL, BOTH, "17(5)"),
    "FOIA s.14(2)": Again(GroundKind.REFUSAL, BOTH, "17(5)"),
    "FOIA s.16(1)": Again(GroundKind.DUTY),
    "FOIA s.45(2)(b)": Again(GroundKind.REDIRECTED),
    "EIR reg.3(3)": Again(GroundKind.OUT_OF_SCOPE, BOTH),
    "EIR reg.3(4)": Again(GroundKind.OUT_OF_SCOPE, BOTH),
    "EIR reg.6(1)": Again(GroundKind.DUTY, NONE, "6(2)"),
    "EIR reg.7(1)": Again(GroundKind.EXTENDED, NONE, "7(3)"),
    "EIR reg.8(1)": Again(GroundKind.CHARGE),
    "EIR reg.8(5)": Again(GroundKind.SUSPENDED, BOTH, "8(4)", stops="8(6)"),
    "EIR reg.9(1)": Again(GroundKind.DUTY),
    "EIR reg.9(2)": Again(GroundKind.SUSPENDED, BOTH, "9(2)", restarts="9(4)"),
    "EIR reg.10(1)": Again(GroundKind.REDIRECTED, NONE, "10(1)"),
    "FOISA s.1(3)": Again(GroundKind.SUSPENDED, BOTH, "1(3)(b)", restarts="10(1)(b)"),
    "FOISA s.7": Again(GroundKind.OUT_OF_SCOPE, BOTH),
    "FOISA s.8(1)": Again(GroundKind.NO_REQUEST, BOTH),
    "FOISA s.9(3)": Again(GroundKind.SUSPENDED, BOTH, "9(1)", stops="10(3)"),
    "FOISA s.11(1)": Again(GroundKind.DUTY, NONE, "11(3)"),
    "FOISA s.12(1)": Again(GroundKind.REFUSAL, BOTH, "16(4)"),
    "FOISA s.12(2)": Again(GroundKind.REFUSAL, BOTH),
    "FOISA s.13(1)": Again(GroundKind.CHARGE),
    "FOISA s.14(1)": Again(GroundKind.REFUSAL, BOTH, "16(5)"),
    "FOISA s.14(2)": Again(GroundKind.REFUSAL, BOTH, "16(5)"),
    "FOISA s.15(1)": Again(GroundKind.DUTY),
    "FOISA s.17(1)": Again(GroundKind.NOT_HELD, ONE, "17(1)"),
    "FOISA s.60(2)(b)": Again(GroundKind.REDIRECTED),
}
DUTIES = {"confirm": Duty.CONFIRM_OR_DENY, "communicate": Duty.COMMUNICATE}
ALL: list[Ground] = [one for regime in Regime for one in grounds(regime=regime)]

AT = {one.citation: one for one in ALL}


def told(text: str) -> Notice:
    notice = ground(text).notice
    assert notice is not None
    return notice


class TestSecondEntry:
    """ss.1 to 17 and 45; regs 3 to 10; FOISA ss.1 to 17 and 60."""

    @pytest.mark.parametrize("regime", Regime)
    def test_these_and_no_others_in_their_order(self, regime: Regime) -> None:
        found = [str(one) for one in grounds(regime=regime)]
        assert found == [text for text in SECOND_ENTRY if text.startswith(f"{regime.value} ")]
        assert found == [str(c) for c in sorted(map(Citation.parse, found))]

    @pytest.mark.parametrize("text", SECOND_ENTRY)
    def test_what_each_does(self, text: str) -> None:
        found, again = ground(text), SECOND_ENTRY[text]
        assert str(found) == text
        assert found.kind is again.kind
        assert set(found.lifts) == {DUTIES[word] for word in again.lifts.split()}
        told_at = found.notice and found.notice.citation
        expected = (again.notice, again.restarts, again.stops)
        assert (told_at, found.restarts_clock, found.stops_clock) == tuple(
            one and Citation.parse(one, regime=found.citation.regime) for one in expected
        )

    def test_only_what_waits_bears_on_the_clock(self) -> None:
        waits = {one for one in ALL if one.kind is GroundKind.SUSPENDED}
        assert waits == {one for one in ALL if one.restarts_clock or one.stops_clock}


class TestNotices:
    """s.17(2) and (5) to (7), FOISA ss.9, 16, 17 and 19: what a requester must be told."""

    @pytest.mark.parametrize("text", ["10(3)", "12(1)", "12(2)", "14(1)", "14(2)"])
    def test_a_notice_under_section_17_tells_of_both_rights(self, text: str) -> None:
        says = told(text).says
        assert any("17(7)(a)" in item for item in says)
        assert any("17(7)(b)" in item for item in says)

    def test_no_other_under_the_act_need(self) -> None:
        at = {one.notice.citation for one in grounds() if one.notice and len(one.notice.says) > 1}
        assert at == {Citation.parse("17(2)"), Citation.parse("17(5)")}

    def test_an_extension_needs_an_estimate_too(self) -> None:
        assert any("estimate" in item for item in told("10(3)").says)

    def test_in_scotland_fees_refusals_and_denials_tell_of_the_rights(self) -> None:
        telling = {
            str(one)
            for one in grounds(regime=Regime.FOISA)
            if one.notice and any("(s.19)" in item for item in one.notice.says)
        }
        assert telling == {
            "FOISA s.9(3)",
            "FOISA s.12(1)",
            "FOISA s.14(1)",
            "FOISA s.14(2)",
            "FOISA s.17(1)",
        }

    def test_what_may_go_without(self) -> None:
        without = {str(one) for one in ALL if one.notice and one.notice.unless}
        assert without == {
            "FOIA s.14(1)",
            "FOIA s.14(2)",
            "FOISA s.14(1)",
            "FOISA s.14(2)",
            "FOISA s.17(1)",
        }

    @pytest.mark.parametrize("text", ["14(1)", "14(2)"])
    def test_only_in_scotland_must_the_earlier_request_have_been_much_the_same(
        self, text: str
    ) -> None:
        assert "the same" not in (told(text).unless or "")
        assert "the same" in (told(f"FOISA {text}").unless or "")

    def test_a_cost_refusal_still_confirms_or_denies(self) -> None:
        assert Duty.CONFIRM_OR_DENY not in ground("12(1)").lifts
        assert Duty.CONFIRM_OR_DENY in ground("12(2)").lifts


class TestRegimes:
    """What does the same work elsewhere, and where the enactments part."""

    @pytest.mark.parametrize("text", ["12(1)", "12(2)", "14(1)", "14(2)"])
    def test_the_eir_have_one_exception_for_cost_and_vexation(self, text: str) -> None:
        unreasonable = Citation.parse("EIR reg.12(4)(b)")
        assert unreasonable in ground(text).nearest
        assert not [one for one in grounds(regime=Regime.EIR) if one.kind is GroundKind.REFUSAL]
        with pytest.raises(UnknownProvisionError, match="no ground but an exemption"):
            ground(unreasonable)

    def test_not_held_is_an_answer_a_notice_or_an_exception(self) -> None:
        assert ground("1(1)(a)").nearest == (
            Citation.parse("EIR reg.12(4)(a)"),
            Citation.parse("FOISA s.17(1)"),
        )

    def test_a_repeated_request_is_timed_from_another_day_in_scotland(self) -> None:
        assert "after the authority complied" in ground("14(2)").summary
        assert "since making a request" in ground("FOISA 14(2)").summary

    def test_foisa_gives_no_more_time(self) -> None:
        extended = [one.citation.regime for one in ALL if one.kind is GroundKind.EXTENDED]
        assert extended == [Regime.FOIA, Regime.EIR]


class TestLookUp:
    """A ground at a citation, its section or a paragraph of it."""

    @pytest.mark.parametrize(
        ("text", "stands_at"),
        [
            ("9", "FOIA s.9(2)"),
            ("14(1)(a)", "FOIA s.14(1)"),
            ("7(5)", "FOIA s.7"),
            ("EIR 9(2)(a)", "EIR reg.9(2)"),
            ("EIR 10", "EIR reg.10(1)"),
            ("45", "FOIA s.45(2)(b)"),
            ("FOISA 17", "FOISA s.17(1)"),
        ],
    )
    def test_a_section_with_one_ground_and_a_paragraph(self, text: str, stands_at: str) -> None:
        assert str(ground(text)) == stands_at
        assert str(ground(Citation.parse(text))) == stands_at

    @pytest.mark.parametrize(
        ("text", "stands_at"),
        [
            ("9(1)", "FOIA s.9(2)"),
            ("11(3)", "FOIA s.11(1)"),
            ("EIR 6(2)(c)", "EIR reg.6(1)"),
            ("EIR 8(4)", "EIR reg.8(5)"),
            ("FOISA 9(1)", "FOISA s.9(3)"),
        ],
    )
    def test_the_subsection_its_notice_is_given_under(self, text: str, stands_at: str) -> None:
        assert str(ground(text)) == stands_at

    def test_the_regime_meant(self) -> None:
        assert ground("17", regime=Regime.FOISA) == ground("FOISA s.17(1)")

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("12", "several grounds: s.12\\(1\\), s.12\\(2\\)"),
            ("1", "several grounds: s.1\\(1\\)\\(a\\), s.1\\(3\\)"),
            ("1(1)", r"only a part of it is one: s.1\(1\)\(a\)"),
            ("45(2)", r"only a part of it is one: s.45\(2\)\(b\)"),
            ("17(5)", "no ground but an exemption, if any"),
            ("24(1)", "no ground but an exemption, if any"),
        ],
    )
    def test_what_is_none_is_refused(self, text: str, reason: str) -> None:
        with pytest.raises(UnknownProvisionError, match=reason):
            ground(text)

    def test_there_were_none_before_the_right_of_access(self) -> None:
        with pytest.raises(NotInForceError, match="2005-01-01"):
            ground("12(1)", on=date(2004, 12, 31))
        assert grounds(on=date(2004, 12, 31)) == ()
        assert grounds(on=date(2005, 1, 1)) == grounds()


class TestData:
    """What is written of each ground is in order."""

    @pytest.mark.parametrize("one", ALL, ids=str)
    def test_its_texts_and_links(self, one: Ground) -> None:
        assert one.title
        assert one.summary.endswith(".")
        assert one.summary.count(". ") == 0
        assert one.uri == one.citation.uri
        assert one.sources
        for other in one.nearest:
            assert other.regime is not one.citation.regime
            if other not in AT:
                assert exemption(other).citation == other

    @pytest.mark.parametrize("one", ALL, ids=str)
    def test_what_is_nearest_to_a_ground_points_back(self, one: Ground) -> None:
        back = [AT[other] for other in one.nearest if other in AT]
        assert [str(other) for other in back if one.citation not in other.nearest] == []

    def test_none_lies_within_another(self) -> None:
        for one, other in permutations(ALL, 2):
            assert not one.citation.contains(other.citation)

    @pytest.mark.parametrize("one", ALL, ids=str)
    def test_an_instrument_that_is_named_is_a_source(self, one: Ground) -> None:
        named = set(re.findall(r"\bS?SI \d{4}/\d+", one.notes or ""))
        assert named <= {source.text for source in one.sources}
