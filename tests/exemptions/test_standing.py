"""Whether a provision is absolute in a case: what facts decide, and what is missing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.errors import (
    InvalidRecordError,
    NotInForceError,
    UnknownProvisionError,
)
from foiprevent.exemptions import (
    Holder,
    Position,
    Status,
    Together,
    catalogue,
    combination,
    exemption,
    qualified_person,
    standing,
)


def cite(text: str) -> Citation:
    return Citation.parse(text)


class TestPlain:
    """s.2(3), FOISA s.2(2), EIR reg.12(1): most provisions need no facts."""

    @pytest.mark.parametrize(
        ("text", "status", "cites"),
        [
            ("24(1)", Status.QUALIFIED, "FOIA s.2(3)"),
            ("23(1)", Status.ABSOLUTE, "FOIA s.2(3)(b)"),
            ("FOISA 35(1)(a)", Status.QUALIFIED, "FOISA s.2(2)"),
            ("FOISA 36(2)", Status.ABSOLUTE, "FOISA s.2(2)(c)"),
            ("FOISA 18(1)", Status.QUALIFIED, "FOISA s.18(1)"),
            ("EIR 12(5)(b)", Status.QUALIFIED, "EIR reg.12(1)(b)"),
            ("EIR 12(6)", Status.QUALIFIED, "EIR reg.12(6)"),
            ("EIR 13(1)(b)", Status.QUALIFIED, "EIR reg.13(1)(b)"),
            ("EIR 13(5A)(a)", Status.ABSOLUTE, "EIR reg.13(5A)(a)"),
            ("40(3A)", None, "FOIA s.40(3A)"),
        ],
    )
    def test_the_words_decide(self, text: str, status: Status | None, cites: str) -> None:
        found = standing(text)
        assert found.status is status
        assert [str(one) for one in found.cites] == [cites]
        assert found.missing == ()
        assert len(found.steps) == 1
        assert found.needs_public_interest_test is (status is Status.QUALIFIED)

    @pytest.mark.parametrize("regime", Regime)
    def test_it_agrees_with_the_table_wherever_no_fact_is_needed(self, regime: Regime) -> None:
        for row in catalogue(regime=regime):
            found = standing(row.citation, by_virtue_of=row.condition)
            assert found.status is row.status, str(row)
            unclear = row.status in (Status.PARTLY_ABSOLUTE, Status.DISPUTED)
            assert bool(found.missing) == unclear, str(row)
            assert found.needs_public_interest_test is row.needs_public_interest_test

    def test_a_regime_and_a_day(self) -> None:
        assert standing("30(c)", regime=Regime.FOISA).status is Status.QUALIFIED
        assert standing("37(1)(a)", on=date(2011, 1, 18)).status is Status.QUALIFIED
        received = date(2011, 1, 10)
        assert standing("37(1)(a)", on=date(2011, 2, 1), received=received).status is (
            Status.QUALIFIED
        )

    def test_what_does_not_stand_is_refused(self) -> None:
        with pytest.raises(NotInForceError):
            standing("40(5)(b)(i)")
        with pytest.raises(UnknownProvisionError):
            standing("40(2)", by_virtue_of="41")

    @pytest.mark.parametrize("text", ["24(1)", "36(2)(c)", "37(1)(b)", "40(2)"])
    def test_only_what_denies_royal_communications_applies_through_one(self, text: str) -> None:
        with pytest.raises(UnknownProvisionError, match=r"no such limb by virtue of s\.37"):
            standing(text, by_virtue_of="37(1)(a)")
        with pytest.raises(UnknownProvisionError):
            standing(text, by_virtue_of="37(9)")


class TestOnTheFacts:
    """ss.2(3)(e), (ea), (fa), 64(2) and 80A: where it depends, the facts decide."""

    @pytest.mark.parametrize("text", ["36", "36(2)(c)", "36(3)"])
    def test_what_either_house_holds(self, text: str) -> None:
        for house in (Holder.HOUSE_OF_COMMONS, Holder.HOUSE_OF_LORDS):
            found = standing(text, held_by=house)
            assert found.status is Status.ABSOLUTE
            assert found.cites == (cite("2(3)(e)"),)
        council = standing(text, held_by=Holder.OTHER)
        assert council.status is Status.QUALIFIED
        assert "neither House" in council.steps[0]
        unknown = standing(text)
        assert unknown.status is Status.PARTLY_ABSOLUTE
        assert unknown.needs_public_interest_test is None
        assert "House of Commons" in unknown.missing[0]

    @pytest.mark.parametrize(
        ("limb", "status"),
        [
            ("37(1)(a)", Status.ABSOLUTE),
            ("37(1)(ab)", Status.ABSOLUTE),
            ("37(1)(ac)", Status.QUALIFIED),
            ("37(1)(b)", Status.QUALIFIED),
            ("37(1)", Status.PARTLY_ABSOLUTE),
        ],
    )
    def test_royal_communications_neither_confirmed_nor_denied(
        self, limb: str, status: Status
    ) -> None:
        found = standing("37(2)", by_virtue_of=limb)
        assert found.status is status
        assert bool(found.missing) == (status is Status.PARTLY_ABSOLUTE)

    def test_a_limb_of_another_section_decides_nothing(self) -> None:
        assert standing("37(1)", by_virtue_of="37(1)(a)").missing != ()

    @pytest.mark.parametrize(
        ("text", "condition", "status"),
        [
            ("40(2)", "40(3A)(a)", Status.ABSOLUTE),
            ("40(2)", "40(4A)(b)", Status.QUALIFIED),
            ("FOISA 38(1)(b)", "38(2A)(a)", Status.ABSOLUTE),
            ("FOISA 38(1)(b)", "38(2B)", Status.QUALIFIED),
            ("EIR 13(1)", "13(2A)(a)", Status.ABSOLUTE),
            ("EIR 13(1)", "13(3A)(a)", Status.QUALIFIED),
        ],
    )
    def test_personal_data_by_its_condition(
        self, text: str, condition: str, status: Status
    ) -> None:
        assert standing(text, by_virtue_of=condition).status is status
        assert standing(text).missing == ("which limb or condition it applies through",)

    @pytest.mark.parametrize("on", [None, date(2020, 1, 1), date(2010, 1, 1)])
    def test_northern_ireland_keeps_section_37_as_it_was(self, on: date | None) -> None:
        found = standing("37(1)(a)", on=on, held_by=Holder.NORTHERN_IRELAND_AUTHORITY)
        assert found.status is Status.QUALIFIED
        assert found.confidence is Confidence.RECALLED
        assert "Northern Ireland" in found.steps[0]
        assert standing("37(1)(a)", held_by=Holder.OTHER).status is Status.ABSOLUTE
        assert standing("23(1)", held_by=Holder.NORTHERN_IRELAND_AUTHORITY).status is (
            Status.ABSOLUTE
        )

    def test_security_bodies_in_a_public_record_office(self) -> None:
        for text in ("23(1)", "23(5)"):
            found = standing(text, in_record_office=True)
            assert found.status is Status.QUALIFIED
            assert found.cites == (cite("64(2)"),)
        assert standing("24(1)", in_record_office=True).status is Status.QUALIFIED
        assert standing("41(1)", in_record_office=True).status is Status.ABSOLUTE


class TestDisputed:
    """Where the words and the regulator differ, the caller takes a side."""

    def test_a_parent_says_why_its_limbs_are(self) -> None:
        found = standing("40(5B)(a)")
        assert found.steps != ("",)
        limbs = exemption("40(5B)(a)").limbs
        assert all(limb.status_note in found.steps[0] for limb in limbs if limb.status_note)
        taken = standing("40(5B)(a)", position=Position.REGULATOR)
        assert taken.steps == (
            f"{found.steps[0].rstrip('.')}; taken here: the regulator's reading",
        )

    @pytest.mark.parametrize("wrong", ["x", datetime(2020, 1, 1)])
    @pytest.mark.parametrize("field", ["on", "received"])
    def test_a_day_is_a_day_in_northern_ireland_too(self, field: str, wrong: object) -> None:
        days: dict[str, Any] = {field: wrong}
        holder = Holder.NORTHERN_IRELAND_AUTHORITY
        with pytest.raises(InvalidRecordError, match=rf"standing\.{field}"):
            standing("37(1)(a)", held_by=holder, **days)

    DISPUTED = ("40(5A)", "40(5B)(a)(i)", "40(5B)(a)(ii)", "EIR 12(4)(a)")

    @pytest.mark.parametrize("text", DISPUTED)
    def test_each_side_has_its_status(self, text: str) -> None:
        words = standing(text, position=Position.WORDS)
        regulator = standing(text, position=Position.REGULATOR)
        assert (words.status, regulator.status) == (Status.QUALIFIED, Status.ABSOLUTE)
        for found in (words, regulator):
            assert found.confidence is Confidence.DISPUTED
            assert len(found.cites) > 1
        assert "position" in standing(text).missing[0]

    def test_before_2018_too(self) -> None:
        found = standing("40(5)(a)", on=date(2016, 1, 1), position=Position.WORDS)
        assert found.status is Status.QUALIFIED

    def test_of_a_section_a_limb_is_asked_for_first(self) -> None:
        found = standing("40", position=Position.WORDS)
        assert found.status is Status.DISPUTED
        assert "limb" in found.missing[0]

    def test_what_is_not_disputed_has_no_sides(self) -> None:
        for position in Position:
            assert standing("24(1)", position=position) == standing("24(1)")


# Entered again from the paragraphs of s.36(5).
BY_PARAGRAPH = {
    "a": (Holder.MINISTERIAL_DEPARTMENT, "any Minister of the Crown"),
    "b": (Holder.NORTHERN_IRELAND_DEPARTMENT, "Northern Ireland Minister"),
    "c": (Holder.OTHER_DEPARTMENT, "commissioners"),
    "d": (Holder.HOUSE_OF_COMMONS, "Speaker"),
    "e": (Holder.HOUSE_OF_LORDS, "Clerk of the Parliaments"),
    "f": (Holder.NORTHERN_IRELAND_ASSEMBLY, "Presiding Officer"),
    "g": (Holder.WELSH_GOVERNMENT, "Welsh Ministers"),
    "ga": (Holder.SENEDD, "Presiding Officer"),
    "gb": (Holder.WELSH_AUTHORITY, "authority itself"),
    "gc": (Holder.SENEDD_COMMISSION_SUBSIDIARY, "authority itself"),
    "i": (Holder.NATIONAL_AUDIT_OFFICE, "Comptroller and Auditor General"),
    "j": (Holder.NORTHERN_IRELAND_AUDIT_OFFICE, "for Northern Ireland"),
    "k": (Holder.AUDITOR_GENERAL_FOR_WALES, "Auditor General for Wales"),
    "ka": (Holder.WELSH_OMBUDSMAN, "Ombudsman for Wales"),
    "l": (Holder.NORTHERN_IRELAND_AUTHORITY, "authority itself"),
    "m": (Holder.GREATER_LONDON_AUTHORITY, "Mayor of London"),
    "n": (Holder.FUNCTIONAL_BODY, "chairman"),
    "o": (Holder.OTHER, "a Minister of the Crown"),
}


class TestQualifiedPerson:
    """s.36(5): whose opinion, by the kind of authority."""

    @pytest.mark.parametrize("paragraph", BY_PARAGRAPH)
    def test_today(self, paragraph: str) -> None:
        holder, who = BY_PARAGRAPH[paragraph]
        found = qualified_person(holder)
        assert found.citation == cite(f"36(5)({paragraph})")
        assert who in found.who[0]

    def test_every_kind_of_authority_has_one(self) -> None:
        assert {holder for holder, _ in BY_PARAGRAPH.values()} == set(Holder)

    def test_wales_before_25_may_2007(self) -> None:
        on = date(2007, 5, 24)
        assert qualified_person(Holder.WELSH_AUTHORITY, on=on).citation == cite("36(5)(h)")
        assert qualified_person(Holder.SENEDD, on=on).citation == cite("36(5)(g)")
        with pytest.raises(NotInForceError, match="2007-05-25"):
            qualified_person(Holder.WELSH_GOVERNMENT, on=on)
        with pytest.raises(NotInForceError):
            qualified_person(Holder.WELSH_OMBUDSMAN, on=date(2006, 3, 31))

    def test_a_day_is_a_plain_date(self) -> None:
        with pytest.raises(InvalidRecordError):
            qualified_person(Holder.OTHER, on="today")  # type: ignore[arg-type]

    def test_northern_ireland_and_the_houses(self) -> None:
        assert sum(holder.is_northern_irish for holder in Holder) == 4
        assert sum(holder.is_house for holder in Holder) == 2


class TestCombination:
    """ss.24(1), 31(1), 36(1)(a), 40(2)(a): what reaches only what another does not."""

    @pytest.mark.parametrize(
        ("one", "other", "together"),
        [
            ("23(1)", "24(1)", Together.ALTERNATIVE),
            ("23(5)", "24(2)", Together.YES),
            ("30(1)(a)(i)", "31(1)(a)", Together.NO),
            ("30(3)", "31(3)", Together.YES),
            ("30(1)", "31(3)", Together.YES),
            ("35(1)(a)", "36(2)(b)(i)", Together.NO),
            ("40(1)", "40(2)", Together.NO),
            ("23", "24", Together.DEPENDS),
            ("23(1)", "24", Together.DEPENDS),
            ("23(5)", "24", Together.YES),
            ("30", "31", Together.DEPENDS),
            ("30(1)", "31(1)", Together.NO),
            ("35", "36", Together.DEPENDS),
            ("35(1)", "36(2)", Together.NO),
            ("36", "43", Together.YES),
            ("31(1)(a)", "24(1)", Together.YES),
            ("EIR 12(4)(e)", "EIR 12(5)(b)", Together.YES),
            ("FOISA 34(1)(a)", "FOISA 35(1)(a)", Together.YES),
        ],
    )
    def test_either_way_round(self, one: str, other: str, together: Together) -> None:
        found = combination(one, other)
        assert found.together is together
        assert combination(other, one) == found
        assert found.cites
        assert found.reason.endswith(".")

    def test_masking_rests_on_a_judgment(self) -> None:
        assert any("UKUT 248" in str(one) for one in combination("23(1)", "24(1)").cites)

    @pytest.mark.parametrize("on", [None, date(2010, 1, 1)])
    def test_exclusion_in_the_table_is_never_together(self, on: date | None) -> None:
        for row in catalogue(on=on):
            for other in row.excludes:
                found = combination(row.citation, other, on=on)
                assert found.together is not Together.YES, (str(row), str(other))

    def test_what_cannot_be_combined(self) -> None:
        with pytest.raises(InvalidRecordError, match="beside FOIA"):
            combination("24(1)", "EIR 12(5)(a)")
        with pytest.raises(InvalidRecordError, match="itself"):
            combination("31(1)", "31(1)(a)")
