"""Whether a provision is absolute in a case, in full: every step, and what is missing."""

from __future__ import annotations

from datetime import date

import pytest

from foiprevent.citations import Citation, Confidence, Source
from foiprevent.errors import NotInForceError
from foiprevent.exemptions import Holder, Position, Standing, Status, exemption, standing
from foiprevent.exemptions._rows import enactment

NORTHERN = Holder.NORTHERN_IRELAND_AUTHORITY
AS_BEFORE = (
    "for information held by Northern Ireland bodies s.37 is read as before 19 January 2011"
)
HOUSES = (
    "absolute only for information held by the House of Commons or the House of Lords; "
    "otherwise qualified"
)
OF_LIMBS = "absolute so far as it relates to s.37(1)(a) to (ab), and qualified for (ac), (ad) and "


def cite(text: str) -> Citation:
    return Citation.parse(text)


def stands(text: str, status: Status | None, step: str, *cites: Citation | Source) -> Standing:
    return Standing(citation=cite(text), status=status, cites=cites, steps=(step,))


class TestPlain:
    """What needs no fact."""

    @pytest.mark.parametrize(
        ("text", "status", "step", "by"),
        [
            ("24(1)", Status.QUALIFIED, "FOIA s.24(1) is not absolute, by FOIA s.2(3)", "2(3)"),
            ("23(1)", Status.ABSOLUTE, "FOIA s.23(1) is absolute, by FOIA s.2(3)(b)", "2(3)(b)"),
            ("40(3A)", None, "FOIA s.40(3A) takes away no duty by itself", "40(3A)"),
        ],
    )
    def test_the_words_decide(self, text: str, status: Status | None, step: str, by: str) -> None:
        assert standing(text) == stands(text, status, step, cite(by))


class TestOnTheFacts:
    """What a fact decides, or would."""

    def test_security_bodies_in_a_public_record_office(self) -> None:
        assert standing("23(5)", in_record_office=True) == stands(
            "23(5)",
            Status.QUALIFIED,
            "in a historical record in a public record office s.2(3) is read without s.23",
            cite("64(2)"),
        )

    @pytest.mark.parametrize(
        ("holder", "status", "held"),
        [
            (Holder.HOUSE_OF_LORDS, Status.ABSOLUTE, "the House of Lords"),
            (Holder.HOUSE_OF_COMMONS, Status.ABSOLUTE, "the House of Commons"),
            (Holder.OTHER, Status.QUALIFIED, "neither House"),
        ],
    )
    def test_public_affairs_by_the_house(self, holder: Holder, status: Status, held: str) -> None:
        assert standing("36(2)(c)", held_by=holder) == stands(
            "36(2)(c)",
            status,
            f"s.2(3)(e) makes s.36 absolute only for what either House holds; held by {held}",
            cite("2(3)(e)"),
        )

    def test_public_affairs_held_by_no_one_known(self) -> None:
        assert standing("36(2)(c)") == Standing(
            citation=cite("36(2)(c)"),
            status=Status.PARTLY_ABSOLUTE,
            cites=(cite("2(3)(e)"),),
            steps=(HOUSES,),
            missing=("whether the House of Commons or the House of Lords holds it",),
        )

    @pytest.mark.parametrize(
        ("limb", "status"), [("37(1)(ab)", Status.ABSOLUTE), ("37(1)(b)", Status.QUALIFIED)]
    )
    def test_royal_communications_through_a_limb(self, limb: str, status: Status) -> None:
        assert standing("37(2)", by_virtue_of=limb) == stands(
            "37(2)",
            status,
            "s.37(2) is absolute only so far as it relates to s.37(1)(a) to (ab); through "
            f"s.{limb} it is {status.value}",
            cite("2(3)(ea)"),
        )

    @pytest.mark.parametrize("limb", [None, "37(1)"])
    def test_royal_communications_through_no_one_limb(self, limb: str | None) -> None:
        assert standing("37(2)", by_virtue_of=limb) == Standing(
            citation=cite("37(2)"),
            status=Status.PARTLY_ABSOLUTE,
            cites=(cite("2(3)(ea)"),),
            steps=(f"{OF_LIMBS}(b)",),
            missing=("which limb or condition it applies through",),
        )

    @pytest.mark.parametrize("on", [None, date(2010, 1, 1), date(2020, 1, 1)])
    def test_northern_ireland(self, on: date | None) -> None:
        section_80a = enactment("FOIA 2000 s.80A", confidence=Confidence.RECALLED)
        assert standing("37(1)(a)", on=on, held_by=NORTHERN) == Standing(
            citation=cite("37(1)(a)"),
            status=Status.QUALIFIED,
            cites=(section_80a, cite("2(3)")),
            steps=(
                AS_BEFORE,
                "FOIA s.37(1)(a) is not absolute, by FOIA s.2(3)",
            ),
            confidence=Confidence.RECALLED,
        )

    def test_northern_ireland_had_no_right_of_access_earlier(self) -> None:
        with pytest.raises(NotInForceError):
            standing("37(1)(a)", on=date(2004, 12, 31), held_by=NORTHERN)


class TestDisputed:
    """What a caller has to take a side on."""

    def test_without_a_side(self) -> None:
        assert standing("40(5A)") == Standing(
            citation=cite("40(5A)"),
            status=Status.DISPUTED,
            cites=(cite("2(3)"),),
            steps=(exemption("40(5A)").status_note or "",),
            missing=("which position to take: that of the words or the regulator's",),
        )

    @pytest.mark.parametrize("text", ["40(5A)", "40(5B)(a)(i)", "EIR reg.12(4)(a)"])
    @pytest.mark.parametrize(
        ("position", "status", "side"),
        [
            (Position.WORDS, Status.QUALIFIED, "the words of the enactment"),
            (Position.REGULATOR, Status.ABSOLUTE, "the regulator's reading"),
        ],
    )
    def test_on_a_side(self, text: str, position: Position, status: Status, side: str) -> None:
        row = exemption(text)
        note = (row.status_note or "").removesuffix(".")
        assert note
        assert standing(text, position=position) == Standing(
            citation=cite(text),
            status=status,
            cites=row.sources,
            steps=(f"{note}; taken here: {side}",),
            confidence=Confidence.DISPUTED,
        )
