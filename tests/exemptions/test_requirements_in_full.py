"""What a provision asks of a record, in full."""

from __future__ import annotations

import pytest

from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.exemptions import Asked, Duty, Likelihood, Requirement, requirements

EITHER = (Likelihood.WOULD, Likelihood.WOULD_BE_LIKELY)
TEST_OF_PREJUDICE = Source(
    kind=SourceKind.GUIDANCE,
    text="ICO guidance: the prejudice test",
    uri="https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-"
    "information-regulations/the-prejudice-test",
    confidence=Confidence.STATED,
)


def cite(text: str) -> Citation:
    return Citation.parse(text)


REASONS = Requirement(asked=Asked.REASONS, cites=(cite("17(1)(c)"),), yields_to=cite("17(4)"))
LIMB = Requirement(asked=Asked.LIMB, cites=(cite("17(1)(b)"),))
BALANCE = Requirement(
    asked=Asked.PUBLIC_INTEREST_TEST,
    cites=(cite("2(2)(b)"), cite("17(3)(b)")),
    duty=Duty.COMMUNICATE,
    yields_to=cite("17(4)"),
)


def harm(text: str, verb: str, *guidance: Source) -> Requirement:
    cites: tuple[Citation | Source, ...] = (cite(text), *guidance)
    return Requirement(asked=Asked.HARM, cites=cites, harm=verb, likelihood=EITHER)


class TestOfTheAct:
    """ss.2, 17 and what each section asks itself."""

    def test_a_prejudice_for_a_purpose(self) -> None:
        assert requirements("31(1)(g)") == (
            REASONS,
            BALANCE,
            harm("31(1)(g)", "prejudice", TEST_OF_PREJUDICE),
            Requirement(asked=Asked.PURPOSE, cites=(cite("31(1)(g)"), cite("31(2)"))),
        )

    @pytest.mark.parametrize(
        ("text", "verb", "guidance"),
        [("31(1)", "prejudice", (TEST_OF_PREJUDICE,)), ("38(1)", "endanger", ())],
    )
    def test_of_two_limbs_or_more_which(
        self, text: str, verb: str, guidance: tuple[Source, ...]
    ) -> None:
        assert requirements(text) == (REASONS, LIMB, BALANCE, harm(text, verb, *guidance))

    def test_of_one_limb_not_which(self) -> None:
        assert requirements("21") == (REASONS,)

    def test_what_is_required(self) -> None:
        necessity = Requirement(asked=Asked.NECESSITY, cites=(cite("24(1)"),))
        assert requirements("24(1)") == (REASONS, BALANCE, necessity)

    @pytest.mark.parametrize(
        ("text", "specified"),
        [("40", "17(1)(b)"), ("40(5B)", "17(1)(b)"), ("EIR reg.13", "EIR reg.14(3)(a)")],
    )
    def test_of_personal_data_as_a_whole_the_limb(self, text: str, specified: str) -> None:
        found = requirements(text)
        assert Requirement(asked=Asked.LIMB, cites=(cite(specified),)) in found
        assert Asked.CONDITION not in {one.asked for one in found}

    def test_what_rests_on_confidential_sources(self) -> None:
        sources = Requirement(
            asked=Asked.CONFIDENTIAL_SOURCES, cites=(cite("30(2)(a)(i)"), cite("30(2)(b)"))
        )
        assert requirements("30(2)(a)(i)") == (REASONS, BALANCE, sources)

    def test_public_affairs(self) -> None:
        reasons, balance, inhibits, person = requirements("36(2)(b)(i)")
        assert reasons == REASONS
        assert balance.depends == (
            "absolute only for information held by the House of Commons or the House of Lords; "
            "otherwise qualified"
        )
        assert inhibits.harm == "inhibit"
        assert person == Requirement(
            asked=Asked.QUALIFIED_PERSON,
            cites=(cite("36(2)"), cite("36(4)")),
            depends="not for statistical information (s.36(4))",
        )

    def test_neither_confirming_nor_denying(self) -> None:
        balance = Requirement(
            asked=Asked.PUBLIC_INTEREST_TEST,
            cites=(cite("2(1)(b)"), cite("17(3)(a)")),
            duty=Duty.CONFIRM_OR_DENY,
            yields_to=cite("17(4)"),
        )
        assert requirements("30(3)") == (REASONS, balance)


class TestOfTheOthers:
    """FOISA ss.2, 16 and 18, EIR regs 12 to 14."""

    def test_in_the_regime_meant(self) -> None:
        found = requirements("30(c)", regime=Regime.FOISA)
        assert found == requirements("FOISA s.30(c)")
        assert found == (
            Requirement(
                asked=Asked.REASONS,
                cites=(cite("FOISA s.16(1)(d)"),),
                yields_to=cite("FOISA s.16(3)"),
            ),
            Requirement(
                asked=Asked.PUBLIC_INTEREST_TEST,
                cites=(cite("FOISA s.2(1)(b)"), cite("FOISA s.16(2)")),
                duty=Duty.COMMUNICATE,
            ),
            harm("FOISA s.30(c)", "otherwise prejudice substantially"),
        )

    def test_of_two_scottish_limbs_which(self) -> None:
        limb = Requirement(asked=Asked.LIMB, cites=(cite("FOISA s.16(1)(c)"),))
        assert requirements("FOISA s.41")[1] == limb

    def test_neither_confirming_nor_denying_in_scotland_asks_for_no_condition(self) -> None:
        assert requirements("FOISA s.18(1)") == (
            Requirement(
                asked=Asked.REASONS,
                cites=(cite("FOISA s.16(1)(d)"),),
                yields_to=cite("FOISA s.16(3)"),
            ),
            Requirement(
                asked=Asked.PUBLIC_INTEREST_TEST,
                cites=(cite("FOISA s.18(1)"),),
                duty=Duty.CONFIRM_OR_DENY,
            ),
        )

    def test_an_adverse_effect(self) -> None:
        assert requirements("EIR reg.12(5)") == (
            Requirement(asked=Asked.REASONS, cites=(cite("EIR reg.14(3)"),)),
            Requirement(asked=Asked.LIMB, cites=(cite("EIR reg.14(3)(a)"),)),
            Requirement(
                asked=Asked.PUBLIC_INTEREST_TEST,
                cites=(cite("EIR reg.12(1)(b)"), cite("EIR reg.14(3)(b)")),
                duty=Duty.COMMUNICATE,
            ),
            Requirement(
                asked=Asked.HARM,
                cites=(cite("EIR reg.12(5)"),),
                harm="adversely affect",
                likelihood=(Likelihood.WOULD,),
            ),
        )
