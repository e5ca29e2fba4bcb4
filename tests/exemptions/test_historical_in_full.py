"""Historical records, in full: every step, and what each rests on."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest

from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import (
    FallsAway,
    HistoricalRecord,
    Holder,
    becomes_historical,
    falls_away,
)
from foiprevent.exemptions._rows import enactment
from foiprevent.exemptions.historical import _foia, _foisa

NORTHERN = Holder.NORTHERN_IRELAND_DEPARTMENT
ACT_OF_2010 = enactment(
    "Constitutional Reform and Governance Act 2010 Sch 7 para 4",
    "https://www.legislation.gov.uk/ukpga/2010/25/schedule/7",
)
STEPS_OF_2012 = enactment("SI 2012/3029", "https://www.legislation.gov.uk/uksi/2012/3029")
SCOTLAND_2013 = enactment("SSI 2013/365", "https://www.legislation.gov.uk/ssi/2013/365")
SECTION_80A = enactment("FOIA 2000 s.80A", confidence=Confidence.RECALLED)
ROYAL = "it falls away 20 years after the record was made or 5 after the death, if later"
APART = (
    "records with information that s.36 or s.41(a) would exempt have periods of their own "
    "(s.57(1B) to (1D))"
)
HISTORICAL = "it falls away when the record becomes a historical record"


def cite(text: str) -> Citation:
    return Citation.parse(text)


class TestBecomesHistorical:
    """s.62(1), SI 2012/3029, s.80A, FOISA s.57."""

    def test_after_30_years(self) -> None:
        assert becomes_historical(1982) == HistoricalRecord(
            since=date(2013, 1, 1),
            years=30,
            cites=(cite("62(1)"), ACT_OF_2010),
            steps=(
                "until the end of 2012 the period was 30 years",
                "30 calendar years after 1982 end with 2012",
            ),
        )

    def test_of_the_last_year_that_keeps_30_it_is_said_why(self) -> None:
        assert becomes_historical(1983) == HistoricalRecord(
            since=date(2014, 1, 1),
            years=30,
            cites=(cite("62(1)"), ACT_OF_2010, STEPS_OF_2012),
            steps=(
                "for records of 1983 the period stays at 30 years",
                "30 calendar years after 1983 end with 2013",
            ),
        )

    @pytest.mark.parametrize(
        ("year", "years", "ends"), [(1984, 29, 2013), (1990, 26, 2016), (2001, 21, 2022)]
    )
    def test_in_steps(self, year: int, years: int, ends: int) -> None:
        assert becomes_historical(year) == HistoricalRecord(
            since=date(ends + 1, 1, 1),
            years=years,
            cites=(cite("62(1)"), STEPS_OF_2012),
            steps=(
                "the period falls from 30 years to 20 in steps, between 2013 and 2022",
                f"{years} calendar years after {year} end with {ends}",
            ),
        )

    def test_after_20_years(self) -> None:
        assert becomes_historical(date(2003, 12, 31)) == HistoricalRecord(
            since=date(2024, 1, 1),
            years=20,
            cites=(cite("62(1)"),),
            steps=("20 calendar years after 2003 end with 2023",),
        )

    def test_in_northern_ireland(self) -> None:
        assert becomes_historical(2003, held_by=NORTHERN) == HistoricalRecord(
            since=date(2034, 1, 1),
            years=30,
            cites=(cite("62(1)"), SECTION_80A),
            steps=(
                "for information held by Northern Ireland bodies the period stays at 30 years",
                "30 calendar years after 2003 end with 2033",
            ),
            confidence=Confidence.RECALLED,
        )

    def test_in_scotland_before_april_2014(self) -> None:
        assert becomes_historical(1983, regime=Regime.FOISA) == HistoricalRecord(
            since=date(2014, 1, 1),
            years=30,
            cites=(cite("FOISA s.57(1)"), SCOTLAND_2013),
            steps=(
                "until 31 March 2014 the period was 30 years",
                "30 calendar years after 1983 end with 2013",
                APART,
            ),
        )

    @pytest.mark.parametrize("year", [1984, 1998])
    def test_in_scotland_on_the_day_of_the_change(self, year: int) -> None:
        assert becomes_historical(year, regime=Regime.FOISA) == HistoricalRecord(
            since=date(2014, 4, 1),
            years=15,
            cites=(cite("FOISA s.57(1A)"), SCOTLAND_2013),
            steps=(
                f"15 calendar years after {year} end with {year + 15}",
                "the period is 15 years since 1 April 2014, and not before",
                APART,
            ),
        )

    def test_in_scotland_since(self) -> None:
        assert becomes_historical(1999, regime=Regime.FOISA) == HistoricalRecord(
            since=date(2015, 1, 1),
            years=15,
            cites=(cite("FOISA s.57(1A)"),),
            steps=("15 calendar years after 1999 end with 2014", APART),
        )

    def test_the_first_and_the_last_year(self) -> None:
        assert becomes_historical(1).since == date(32, 1, 1)
        assert becomes_historical(9800).since == date(9821, 1, 1)

    @pytest.mark.parametrize("created", [0, 9801, True])
    def test_what_is_no_year(self, created: int) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            becomes_historical(created)
        assert caught.value.args == ("created", created, "expected a year, 1 to 9800")

    def test_what_is_no_day(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            becomes_historical(cast("int", "1990"))
        assert (caught.value.field, caught.value.value) == ("created", "1990")


class TestFallsAway:
    """ss.63 and 64, FOISA s.58."""

    def test_with_the_record(self) -> None:
        assert falls_away("42(1)", created=2003) == FallsAway(
            citation=cite("42(1)"),
            since=date(2024, 1, 1),
            cites=(cite("63(1)"), cite("62(1)")),
            steps=("20 calendar years after 2003 end with 2023", HISTORICAL),
        )

    def test_of_public_affairs_in_general_northern_ireland_is_named(self) -> None:
        assert falls_away(cite("36(2)(c)"), created=2003) == FallsAway(
            citation=cite("36(2)(c)"),
            since=date(2024, 1, 1),
            cites=(cite("63(2A)"), cite("63(2C)"), cite("62(1)")),
            steps=(
                "20 calendar years after 2003 end with 2023",
                HISTORICAL,
                "as to public affairs in Northern Ireland it stays 30 years (s.63(2C))",
            ),
        )

    def test_after_years_of_its_own(self) -> None:
        assert falls_away("28(1)", created=date(2003, 6, 1)) == FallsAway(
            citation=cite("28(1)"),
            since=date(2034, 1, 1),
            cites=(cite("63(2C)"),),
            steps=("30 calendar years after 2003 end with 2033",),
        )

    def test_in_the_regime_meant(self) -> None:
        assert falls_away("36(1)", created=2003, regime=Regime.FOISA) == FallsAway(
            citation=cite("FOISA s.36(1)"),
            since=date(2034, 1, 1),
            cites=(cite("FOISA s.58(1)"), cite("FOISA s.57(1B)")),
            steps=("30 calendar years after 2003 end with 2033",),
        )

    def test_never(self) -> None:
        assert falls_away("24(1)", created=2003) == FallsAway(
            citation=cite("24(1)"), steps=("nothing makes s.24(1) fall away with time",)
        )

    @pytest.mark.parametrize("text", ["21", "22(1)"])
    def test_never_but_in_a_public_record_office(self, text: str) -> None:
        step = f"outside the public record offices nothing makes s.{text} fall away with time"
        assert falls_away(text, created=2003) == FallsAway(
            citation=cite(text), steps=(f"{step} (s.64(1))",)
        )

    def test_of_limbs_that_all_never_do(self) -> None:
        assert falls_away("24", created=2003) == FallsAway(
            citation=cite("24"), steps=("nothing makes s.24 fall away with time",)
        )

    def test_of_limbs_that_differ(self) -> None:
        assert falls_away("36(2)(a)", created=2003) == FallsAway(
            citation=cite("36(2)(a)"),
            missing="which limb",
            cites=(cite("63(2A)"), cite("62(1)"), cite("63(2C)")),
            steps=("its limbs do not all fall away alike",),
        )

    def test_of_limbs_that_differ_in_northern_ireland(self) -> None:
        assert falls_away("37(1)", created=2003, held_by=NORTHERN) == FallsAway(
            citation=cite("37(1)"),
            missing="which limb",
            cites=(cite("63(1)"), cite("62(1)"), SECTION_80A, cite("63(3)")),
            steps=("its limbs do not all fall away alike",),
            confidence=Confidence.RECALLED,
        )

    @pytest.mark.parametrize(
        ("text", "by"),
        [
            ("28(3)", ("63(2D)(a)",)),
            ("31(3)", ("63(5)",)),
            ("33(3)", ("63(2)", "62(1)")),
            ("36(3)", ("63(2B)", "63(2D)(b)", "62(1)")),
            ("42(2)", ("63(2)", "62(1)")),
            ("43(3)", ("63(2D)(a)",)),
            ("FOISA 41(a)", ("FOISA s.58(1)", "FOISA s.57(1C)")),
            ("28", ("63(2C)", "63(2D)(a)")),
            ("31", ("63(4)", "63(5)")),
        ],
    )
    def test_what_confirming_or_denying_falls_away_by(
        self, text: str, by: tuple[str, ...]
    ) -> None:
        assert falls_away(text, created=2003).cites == tuple(map(cite, by))

    @pytest.mark.parametrize("text", ["28(3)", "33(3)", "36(3)", "42(2)", "43(3)"])
    def test_in_northern_ireland_by_section_63_2_as_enacted(self, text: str) -> None:
        assert falls_away(text, created=2003, held_by=NORTHERN) == FallsAway(
            citation=cite(text),
            since=date(2034, 1, 1),
            cites=(cite("63(2)"), cite("62(1)"), SECTION_80A),
            steps=(
                "for information held by Northern Ireland bodies the period stays at 30 years",
                "30 calendar years after 2003 end with 2033",
                HISTORICAL,
            ),
            confidence=Confidence.RECALLED,
        )

    def test_of_what_neither_confirms_nor_denies_honours_or_royal_communications(self) -> None:
        assert falls_away("37(2)", created=2003) == FallsAway(
            citation=cite("37(2)"),
            missing="the provision it applies through",
            cites=(cite("63(2E)"), cite("63(3)")),
            steps=("it answers to provisions that do not all fall away alike",),
        )

    def test_of_what_neither_confirms_nor_denies_investigations(self) -> None:
        assert falls_away("30(3)", created=2003, held_by=NORTHERN) == FallsAway(
            citation=cite("30(3)"),
            missing="the provision it applies through",
            cites=(cite("63(1)"), cite("62(1)"), SECTION_80A),
            steps=("it answers to provisions that do not all fall away alike",),
            confidence=Confidence.RECALLED,
        )

    def test_of_what_neither_confirms_nor_denies_public_affairs(self) -> None:
        assert falls_away("36(3)", created=2003).steps == (
            "20 calendar years after 2003 end with 2023",
            HISTORICAL,
            (
                "as to the Executive Committee of the Northern Ireland Assembly, and public "
                "affairs there, it stays 30 years (s.63(2D)(b))"
            ),
        )

    def test_of_limbs_that_agree(self) -> None:
        assert falls_away("36(2)(b)", created=2003) == FallsAway(
            citation=cite("36(2)(b)"),
            since=date(2024, 1, 1),
            cites=(cite("63(2A)"), cite("62(1)")),
            steps=("20 calendar years after 2003 end with 2023", HISTORICAL),
        )

    @pytest.mark.parametrize(
        ("created", "died", "missing"),
        [
            (1990, None, "the day the record was made and the day of the death that counts"),
            (1990, date(2022, 9, 8), "the day the record was made"),
            (date(1990, 3, 1), None, "the day of the death that counts"),
        ],
    )
    def test_of_royal_communications_what_is_missing_is_named(
        self, created: int | date, died: date | None, missing: str
    ) -> None:
        assert falls_away("37(1)(ab)", created=created, died=died) == FallsAway(
            citation=cite("37(1)(ab)"), missing=missing, cites=(cite("63(2E)"),), steps=(ROYAL,)
        )

    def test_of_royal_communications_after_a_death(self) -> None:
        known = falls_away("37(1)(ac)", created=date(1990, 3, 1), died=date(2022, 9, 8))
        assert known == FallsAway(
            citation=cite("37(1)(ac)"),
            since=date(2027, 9, 8),
            cites=(cite("63(2E)"),),
            steps=(ROYAL,),
        )

    def test_of_royal_communications_what_is_no_day(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            falls_away("37(1)(a)", created=cast("date", "1990"), died=date(2022, 9, 8))
        assert (caught.value.field, caught.value.value) == ("created", "1990")
        with pytest.raises(InvalidRecordError) as caught:
            falls_away("37(1)(a)", created=date(1990, 1, 1), died=cast("date", "2022"))
        assert (caught.value.field, caught.value.value) == ("died", "2022")

    def test_in_northern_ireland_no_death_is_waited_for(self) -> None:
        found = falls_away("37(1)(aa)", created=date(1990, 3, 1), held_by=NORTHERN)
        assert cite("63(2E)") not in found.cites
        assert found.missing is None


class TestRules:
    """What the table of what falls away is written with."""

    def test_of_the_act(self) -> None:
        assert _foia("21 22(1)", "64(1)", only="record office") == (
            (cite("21"), cite("22(1)")),
            (cite("64(1)"),),
            None,
            None,
            "record office",
            None,
            Confidence.VERIFIED,
        )

    def test_of_the_scottish_act(self) -> None:
        assert _foisa("41(a) 28", "58(1) 57(1C)", years=20, after_death=5) == (
            (cite("FOISA s.41(a)"), cite("FOISA s.28")),
            (cite("FOISA s.58(1)"), cite("FOISA s.57(1C)")),
            20,
            5,
            "",
            None,
            Confidence.VERIFIED,
        )
