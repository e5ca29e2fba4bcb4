"""Weighing several interests together, in full: the reason, and what it rests on."""

from __future__ import annotations

from datetime import date

import pytest

from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.errors import InvalidRecordError, NotInForceError
from foiprevent.exemptions import Weighing, may_be_weighed_together
from foiprevent.exemptions.weighing import _judgment

SUPREME_COURT = Source(
    kind=SourceKind.JUDGMENT,
    text="[2025] UKSC 27",
    uri="https://supremecourt.uk/cases/press-summary/uksc-2023-0178",
    confidence=Confidence.STATED,
)
UPPER_TRIBUNAL = Source(
    kind=SourceKind.JUDGMENT,
    text="[2022] UKUT 104 (AAC)",
    uri="https://caselaw.nationalarchives.gov.uk/ukut/aac/2022/104",
    confidence=Confidence.STATED,
)
QUALIFIED = ("27(1)(a)", "35(1)(a)")


def cite(text: str) -> Citation:
    return Citation.parse(text)


class TestWeighing:
    """[2025] UKSC 27 on s.2(2)(b), and what it does not reach."""

    def test_as_the_law_is_known(self) -> None:
        assert may_be_weighed_together(QUALIFIED) == Weighing(
            together=True,
            reason="The interests in maintaining all that the same information engages are "
            "weighed together.",
            cites=(cite("2(2)(b)"), SUPREME_COURT),
        )

    def test_before_anyone_had_said(self) -> None:
        assert may_be_weighed_together(QUALIFIED, on=date(2022, 4, 12)) == Weighing(
            together=True,
            reason="So the Supreme Court declared in July 2025; on that day no court had "
            "decided it.",
            cites=(cite("2(2)(b)"), SUPREME_COURT),
        )

    def test_once_the_opposite_had_been_said(self) -> None:
        assert may_be_weighed_together(QUALIFIED, on=date(2022, 4, 13)) == Weighing(
            together=True,
            reason="So the Supreme Court declared in July 2025; by that day the Upper Tribunal "
            "had said the opposite.",
            cites=(cite("2(2)(b)"), SUPREME_COURT, UPPER_TRIBUNAL),
        )

    def test_what_is_absolute_is_not_weighed(self) -> None:
        assert may_be_weighed_together(("23(1)", "24(1)")) == Weighing(
            together=False,
            reason="What is absolute is not weighed at all.",
            cites=(cite("2(3)(b)"), cite("24(1)")),
            confidence=Confidence.VERIFIED,
        )

    def test_what_takes_away_no_duty_is_not_weighed(self) -> None:
        assert may_be_weighed_together(("31(1)(a)", "24(4)")) == Weighing(
            together=False,
            reason="FOIA s.24(4) takes away no duty by itself, so it has no interest to weigh.",
            cites=(cite("31(1)(a)"), cite("24(4)")),
            confidence=Confidence.VERIFIED,
        )

    def test_what_is_absolute_is_named_before_what_takes_away_no_duty(self) -> None:
        assert may_be_weighed_together(("24(4)", "23(1)")) == Weighing(
            together=False,
            reason="What is absolute is not weighed at all.",
            cites=(cite("24(4)"), cite("2(3)(b)")),
            confidence=Confidence.VERIFIED,
        )

    def test_one_given_twice_counts_once(self) -> None:
        thrice = ("27(1)(a)", cite("27(1)(a)"), "35(1)(a)")
        assert may_be_weighed_together(thrice) == may_be_weighed_together(QUALIFIED)

    def test_what_the_facts_decide(self) -> None:
        assert may_be_weighed_together(("31(1)(a)", "36(2)(c)")) == Weighing(
            together=None,
            reason="The facts decide whether FOIA s.36(2)(c) is weighed at all.",
            cites=(cite("2(3)(e)"),),
        )

    def test_confirming_or_denying_on_a_day(self) -> None:
        then = ("40(5)(b)(i)", "31(3)")
        assert may_be_weighed_together(then, on=date(2016, 1, 1)) == Weighing(
            together=None,
            reason="The judgment concerns s.2(2)(b); of confirming or denying it decided nothing "
            "directly.",
            cites=(cite("2(1)(b)"), SUPREME_COURT),
        )
        with pytest.raises(NotInForceError):
            may_be_weighed_together(then)

    def test_in_the_regime_meant(self) -> None:
        found = may_be_weighed_together(("30(c)", "33(1)(b)"), regime=Regime.FOISA)
        assert found == may_be_weighed_together(("FOISA s.30(c)", "FOISA s.33(1)(b)"))
        assert found.cites == (cite("FOISA s.2(1)(b)"), SUPREME_COURT)

    @pytest.mark.parametrize(
        "provisions", [("24(1)",), ("24(1)", "FOIA s.24(1)"), ("24(1)", "EIR reg.12(5)(a)")]
    )
    def test_too_few_or_of_two_regimes(self, provisions: tuple[str, ...]) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            may_be_weighed_together(provisions)
        assert caught.value.args == (
            "may_be_weighed_together.provisions",
            provisions,
            "expected two or more of one regime",
        )

    def test_a_judgment_is_stated_by_what_was_read_unless_it_says_more(self) -> None:
        text, uri = SUPREME_COURT.text, SUPREME_COURT.uri or ""
        assert _judgment(text, uri) == SUPREME_COURT
        read = _judgment(text, uri, Confidence.VERIFIED)
        assert read.confidence is Confidence.VERIFIED
