"""What a provision asks of a record, and weighing several together."""

from __future__ import annotations

from datetime import date

import pytest

from foiprevent.citations import Citation, Confidence, Regime, Source
from foiprevent.errors import InvalidRecordError, NotInForceError, UnknownProvisionError
from foiprevent.exemptions import (
    Asked,
    Basis,
    Duty,
    Likelihood,
    Requirement,
    catalogue,
    may_be_weighed_together,
    requirements,
)

EITHER = (Likelihood.WOULD, Likelihood.WOULD_BE_LIKELY)


def asked(text: str, on: date | None = None) -> dict[Asked, Requirement]:
    return {one.asked: one for one in requirements(text, on=on)}


class TestRequirements:
    """ss.2, 17 and 36(2), FOISA ss.2 and 16, EIR regs 12 to 14."""

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("23(1)", "REASONS"),
            ("24(1)", "REASONS PUBLIC_INTEREST_TEST NECESSITY"),
            ("31(1)(a)", "REASONS PUBLIC_INTEREST_TEST HARM"),
            ("31(1)(g)", "REASONS PUBLIC_INTEREST_TEST HARM PURPOSE"),
            ("31(1)", "REASONS LIMB PUBLIC_INTEREST_TEST HARM"),
            ("30(2)(a)(i)", "REASONS PUBLIC_INTEREST_TEST CONFIDENTIAL_SOURCES"),
            ("34(1)", "REASONS NECESSITY"),
            ("36(2)(b)(i)", "REASONS PUBLIC_INTEREST_TEST HARM QUALIFIED_PERSON"),
            ("38(2)", "REASONS PUBLIC_INTEREST_TEST HARM"),
            ("40(2)", "REASONS PUBLIC_INTEREST_TEST CONDITION"),
            ("40", "REASONS LIMB PUBLIC_INTEREST_TEST"),
            ("40(5B)", "REASONS LIMB PUBLIC_INTEREST_TEST"),
            ("40(5B)(a)(i)", "REASONS PUBLIC_INTEREST_TEST"),
            ("43(1)", "REASONS PUBLIC_INTEREST_TEST"),
            ("FOISA 35(1)(g)", "REASONS PUBLIC_INTEREST_TEST HARM PURPOSE"),
            ("FOISA 25(1)", "REASONS"),
            ("FOISA 38(1)(b)", "REASONS PUBLIC_INTEREST_TEST CONDITION"),
            ("EIR 12(5)(b)", "REASONS PUBLIC_INTEREST_TEST HARM"),
            ("EIR 12(4)(e)", "REASONS PUBLIC_INTEREST_TEST"),
            ("EIR 13(1)(a)", "REASONS CONDITION"),
            ("EIR 13", "REASONS LIMB PUBLIC_INTEREST_TEST"),
            ("EIR 13(5A)", "REASONS LIMB PUBLIC_INTEREST_TEST"),
            ("EIR 5(3)", ""),
            ("40(3A)", ""),
        ],
    )
    def test_what_is_asked(self, text: str, wanted: str) -> None:
        assert [one.asked.name for one in requirements(text)] == wanted.split()

    @pytest.mark.parametrize(
        ("text", "cites", "duty"),
        [
            ("24(1)", "FOIA s.2(2)(b) FOIA s.17(3)(b)", Duty.COMMUNICATE),
            ("24(2)", "FOIA s.2(1)(b) FOIA s.17(3)(a)", Duty.CONFIRM_OR_DENY),
            ("FOISA 30(c)", "FOISA s.2(1)(b) FOISA s.16(2)", Duty.COMMUNICATE),
            ("FOISA 18(1)", "FOISA s.18(1)", Duty.CONFIRM_OR_DENY),
            ("EIR 12(5)(a)", "EIR reg.12(1)(b) EIR reg.14(3)(b)", Duty.COMMUNICATE),
            ("EIR 12(6)", "EIR reg.12(6) EIR reg.14(3)(b)", Duty.CONFIRM_OR_DENY),
            ("EIR 13(1)(b)", "EIR reg.13(1)(b) EIR reg.14(3)(b)", Duty.COMMUNICATE),
        ],
    )
    def test_the_balance_is_struck_on_the_duty_taken_away(
        self, text: str, cites: str, duty: Duty
    ) -> None:
        test = asked(text)[Asked.PUBLIC_INTEREST_TEST]
        assert " ".join(map(str, test.cites)) == cites
        assert test.duty is duty
        assert test.depends is None

    def test_where_it_depends_that_is_said(self) -> None:
        assert "House" in (asked("36(2)(c)")[Asked.PUBLIC_INTEREST_TEST].depends or "")
        assert "36(4)" in (asked("36(2)(c)")[Asked.QUALIFIED_PERSON].depends or "")

    @pytest.mark.parametrize(
        ("text", "harm", "likelihood"),
        [
            ("31(1)(a)", "prejudice", EITHER),
            ("36(2)(b)(ii)", "inhibit", EITHER),
            ("38(1)(a)", "endanger", EITHER),
            ("FOISA 35(1)(a)", "prejudice substantially", EITHER),
            ("FOISA 39(1)", "endanger", EITHER),
            ("EIR 12(5)(b)", "adversely affect", (Likelihood.WOULD,)),
        ],
    )
    def test_what_harm_and_how_likely_it_may_be_claimed_to_be(
        self, text: str, harm: str, likelihood: tuple[Likelihood, ...]
    ) -> None:
        found = asked(text)[Asked.HARM]
        assert found.harm == harm
        assert found.likelihood == likelihood
        assert found.cites[0] == Citation.parse(text)

    @pytest.mark.parametrize("regime", Regime)
    def test_the_guidance_on_prejudice_is_cited_for_nothing_else(self, regime: Regime) -> None:
        for row in catalogue(regime=regime):
            one = asked(str(row.citation)).get(Asked.HARM)
            if one is not None:
                prejudice = regime is Regime.FOIA and row.basis is Basis.PREJUDICE
                sources = [cited for cited in one.cites if isinstance(cited, Source)]
                assert bool(sources) is prejudice, str(row)

    @pytest.mark.parametrize(
        ("text", "reasons", "balance"),
        [
            ("31(3)", "FOIA s.17(4)", "FOIA s.17(4)"),
            ("FOISA 35(1)(a)", "FOISA s.16(3)", "None"),
            ("FOISA 18(1)", "FOISA s.16(3)", "None"),
            ("EIR 12(5)(a)", "None", "None"),
        ],
    )
    def test_what_may_go_unsaid_where_saying_it_would_disclose(
        self, text: str, reasons: str, balance: str
    ) -> None:
        found = asked(text)
        assert str(found[Asked.REASONS].yields_to) == reasons
        assert str(found[Asked.PUBLIC_INTEREST_TEST].yields_to) == balance

    def test_the_conditions_are_those_of_the_day(self) -> None:
        before = asked("40(2)", date(2018, 5, 24))[Asked.CONDITION].cites
        assert Citation.parse("40(3)(a)(i)") in before
        assert Citation.parse("40(3A)(a)") in asked("40(2)")[Asked.CONDITION].cites

    @pytest.mark.parametrize("regime", Regime)
    def test_every_operative_provision_asks_for_reasons_and_a_test_if_it_needs_one(
        self, regime: Regime
    ) -> None:
        for row in catalogue(regime=regime):
            if row.condition is None and row.basis is not Basis.EXCLUSION:
                found = asked(str(row.citation))
                assert Asked.REASONS in found
                needs = row.needs_public_interest_test is not False
                assert (Asked.PUBLIC_INTEREST_TEST in found) is needs

    def test_what_does_not_stand_is_refused(self) -> None:
        with pytest.raises(NotInForceError):
            requirements("40(5)(a)")
        with pytest.raises(UnknownProvisionError):
            requirements("12(1)")


class TestWeighedTogether:
    """[2025] UKSC 27 on s.2(2)(b): the interests behind qualified exemptions add up."""

    @pytest.mark.parametrize(
        ("on", "words"),
        [
            (None, "are weighed together"),
            (date(2025, 7, 23), "are weighed together"),
            (date(2025, 7, 22), "Court of Appeal"),
            (date(2023, 11, 22), "Court of Appeal"),
            (date(2023, 11, 21), "the opposite"),
            (date(2022, 4, 13), "the opposite"),
            (date(2022, 4, 12), "no court"),
            (date(2010, 1, 1), "no court"),
        ],
    )
    def test_qualified_exemptions_are(self, on: date | None, words: str) -> None:
        found = may_be_weighed_together(("27(1)(a)", "35(1)(a)"), on=on)
        assert found.together is True
        assert words in found.reason
        assert any("UKSC 27" in str(one) for one in found.cites)

    @pytest.mark.parametrize(
        ("on", "words"),
        [
            (None, "are weighed together"),
            (date(2011, 7, 28), "are weighed together"),
            (date(2011, 7, 27), "Court of Appeal"),
            (date(2009, 2, 20), "Court of Appeal"),
            (date(2009, 2, 19), "no court"),
        ],
    )
    def test_exceptions_of_the_regulations_are(self, on: date | None, words: str) -> None:
        found = may_be_weighed_together(("EIR 12(5)(a)", "EIR 12(5)(c)"), on=on)
        assert found.together is True
        assert words in found.reason
        assert any("C-71/10" in str(one) for one in found.cites)

    def test_the_reason_names_what_the_facts_decide(self) -> None:
        assert "FOIA s.40(2)" in may_be_weighed_together(("40(2)", "31(1)(a)")).reason

    @pytest.mark.parametrize(
        ("provisions", "together"),
        [
            (("24(1)", "23(1)"), False),
            (("24(2)", "31(3)"), None),
            (("24(1)", "31(3)"), None),
            (("36(2)(c)", "43(2)"), None),
            (("40(2)", "31(1)(a)"), None),
            (("EIR 12(4)(e)", "EIR 12(5)(b)"), True),
            (("EIR 12(6)", "EIR 12(5)(b)"), None),
            (("EIR 12(5)(b)", "EIR 13(1)(a)"), False),
            (("FOISA 30(c)", "FOISA 33(1)(b)"), None),
            (("FOISA 30(c)", "FOISA 36(2)"), False),
        ],
    )
    def test_others(self, provisions: tuple[str, ...], together: bool | None) -> None:  # noqa: FBT001
        found = may_be_weighed_together(provisions)
        assert found.together is together
        assert found.cites
        assert found.confidence in (
            Confidence.VERIFIED,
            Confidence.STATED,
            Confidence.RECALLED,
        )

    @pytest.mark.parametrize("provisions", [("24(1)",), ("24(1)", "EIR 12(5)(a)"), ()])
    def test_two_or_more_of_one_regime_are_asked_for(self, provisions: tuple[str, ...]) -> None:
        with pytest.raises(InvalidRecordError, match="two or more"):
            may_be_weighed_together(provisions)
