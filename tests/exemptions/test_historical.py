"""Historical records: FOIA ss.62 to 64, SI 2012/3029, FOISA ss.57 and 58."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.errors import InvalidRecordError, UnknownProvisionError
from foiprevent.exemptions import (
    FallsAway,
    Holder,
    becomes_historical,
    catalogue,
    falls_away,
)

years = st.integers(min_value=1850, max_value=2100)
NORTHERN = Holder.NORTHERN_IRELAND_DEPARTMENT

# SI 2012/3029, entered from its table: records of these years, historical at the end of that.
STEPS = {
    2013: (1983, 1984),
    2014: (1985, 1986),
    2015: (1987, 1988),
    2016: (1989, 1990),
    2017: (1991, 1992),
    2018: (1993, 1994),
    2019: (1995, 1996),
    2020: (1997, 1998),
    2021: (1999, 2000),
    2022: (2001, 2002),
}


class TestBecomesHistorical:
    """s.62(1): 30 years, in steps to 20; s.80A and FOISA s.57 keep other times."""

    @pytest.mark.parametrize("end", STEPS)
    def test_two_years_records_at_the_end_of_each_year_of_the_steps(self, end: int) -> None:
        for year in STEPS[end]:
            assert becomes_historical(year).since == date(end + 1, 1, 1)

    @pytest.mark.parametrize(
        ("year", "since", "kept"), [(1950, 1981, 30), (1982, 2013, 30), (2003, 2024, 20)]
    )
    def test_before_and_after_them(self, year: int, since: int, kept: int) -> None:
        found = becomes_historical(year)
        assert (found.since, found.years) == (date(since, 1, 1), kept)
        assert found == becomes_historical(date(year, 7, 1))

    @given(year=years)
    def test_never_later_than_30_years_nor_earlier_than_20(self, year: int) -> None:
        found = becomes_historical(year)
        assert date(year + 21, 1, 1) <= found.since <= date(year + 31, 1, 1)
        assert found.since <= becomes_historical(year + 1).since
        assert found.cites
        assert found.steps

    @given(year=years)
    def test_northern_ireland_keeps_30(self, year: int) -> None:
        found = becomes_historical(year, held_by=NORTHERN)
        assert found.since == date(year + 31, 1, 1)
        assert found.confidence is Confidence.RECALLED
        assert becomes_historical(year, held_by=Holder.OTHER) == becomes_historical(year)

    @pytest.mark.parametrize(
        ("year", "since"),
        [
            (1982, date(2013, 1, 1)),
            (1983, date(2014, 1, 1)),
            (1984, date(2014, 4, 1)),
            (1997, date(2014, 4, 1)),
            (1998, date(2014, 4, 1)),
            (1999, date(2015, 1, 1)),
            (2010, date(2026, 1, 1)),
        ],
    )
    def test_in_scotland_15_years_since_april_2014(self, year: int, since: date) -> None:
        assert becomes_historical(year, regime=Regime.FOISA).since == since

    @given(year=years)
    def test_in_scotland_it_is_monotone(self, year: int) -> None:
        one, other = (becomes_historical(y, regime=Regime.FOISA) for y in (year, year + 1))
        assert one.since <= other.since

    @pytest.mark.parametrize("created", [0, -5, 9801, True, "1990", None])
    def test_what_is_no_year_is_refused(self, created: object) -> None:
        with pytest.raises(InvalidRecordError, match="created"):
            becomes_historical(cast("int", created))


class TestFallsAway:
    """ss.63 and 64, FOISA s.58: what cannot be relied on once a record is old."""

    @pytest.mark.parametrize(
        ("text", "since"),
        [
            ("30(1)(a)(i)", 2024),
            ("32(1)(a)", 2024),
            ("33(2)", 2024),
            ("33(3)", 2024),
            ("35(1)(a)", 2024),
            ("36(2)(b)(i)", 2024),
            ("36(2)(c)", 2024),
            ("42(1)", 2024),
            ("42(2)", 2024),
            ("28(1)", 2034),
            ("43(2)", 2034),
            ("43(3)", 2034),
            ("36(2)(a)(ii)", 2034),
            ("37(1)(b)", 2064),
            ("31(1)(a)", 2104),
            ("31(3)", 2104),
            ("FOISA 28(1)", 2019),
            ("FOISA 30(c)", 2019),
            ("FOISA 33(1)(b)", 2019),
            ("FOISA 37(1)(a)", 2019),
            ("FOISA 40", 2019),
            ("FOISA 36(1)", 2034),
            ("FOISA 41(b)", 2064),
            ("FOISA 35(1)(a)", 2104),
            ("FOISA 38(1)(d)", 2104),
        ],
    )
    def test_of_a_record_made_in_2003(self, text: str, since: int) -> None:
        found = falls_away(text, created=2003)
        assert found.since == date(since, 1, 1)
        assert found.cites
        assert found.has_fallen_away(date(since, 1, 1)) is True
        assert found.has_fallen_away(date(since - 1, 12, 31)) is False

    @pytest.mark.parametrize(
        "text",
        [
            *"21(1) 22(1) 22A(1) 23(1) 24(1) 26(1)(a) 27(2) 29(1)(a) 30(2)(a)(i) 34(1)".split(),
            *"38(1)(a) 40(1) 40(2) 41(1) 44(1)(a)".split(),
            *("FOISA 31(1)", "FOISA 34(1)(a)", "FOISA 38(1)(b)", "EIR 12(5)(a)", "EIR 13(1)"),
        ],
    )
    def test_most_never_do(self, text: str) -> None:
        found = falls_away(text, created=1900)
        assert found.since is None
        assert found.missing is None
        assert found.cites == ()
        assert found.has_fallen_away(date(2026, 1, 1)) is False

    @pytest.mark.parametrize(
        "text",
        [
            *"30 36 36(2) 36(2)(a) 37 37(1)".split(),
            *("FOISA 33", "FOISA 34", "FOISA 34(2)", "FOISA 38", "FOISA 38(1)", "FOISA 41"),
        ],
    )
    def test_of_what_has_limbs_that_differ_it_has_to_be_known_which(self, text: str) -> None:
        found = falls_away(text, created=2003)
        assert (found.since, found.missing) == (None, "which limb")
        assert found.cites
        assert found.has_fallen_away(date(2200, 1, 1)) is None

    @pytest.mark.parametrize(
        ("text", "since"),
        [
            ("28", 2034),
            ("30(1)", 2024),
            ("31", 2104),
            ("32", 2024),
            ("33", 2024),
            ("35", 2024),
            ("36(2)(b)", 2024),
            ("42", 2024),
            ("43", 2034),
            ("FOISA 30", 2019),
            ("FOISA 33(1)", 2019),
            ("FOISA 35", 2104),
        ],
    )
    def test_limbs_that_agree_answer_for_what_contains_them(self, text: str, since: int) -> None:
        assert falls_away(text, created=2003).since == date(since, 1, 1)

    @pytest.mark.parametrize("text", ["30(3)", "37(2)", "FOISA 18(1)"])
    def test_of_what_denies_for_provisions_that_differ_it_has_to_be_known_which(
        self, text: str
    ) -> None:
        found = falls_away(text, created=2003)
        assert (found.since, found.missing) == (None, "the provision it applies through")
        assert found.has_fallen_away(date(2200, 1, 1)) is None

    @given(year=years, office=st.booleans(), northern=st.booleans())
    @pytest.mark.parametrize("regime", Regime)
    def test_what_contains_limbs_says_no_more_than_each_of_them(
        self, *, regime: Regime, year: int, office: bool, northern: bool
    ) -> None:
        def ask(of: Citation) -> FallsAway:
            held_by = NORTHERN if northern else None
            return falls_away(of, created=year, held_by=held_by, in_record_office=office)

        for section in dict.fromkeys(row.citation.section for row in catalogue(regime=regime)):
            whole = Citation(regime=regime, section=section)
            answers = {
                (found.since, found.missing)
                for row in catalogue(regime=regime)
                if whole.contains(row.citation)
                for found in [ask(row.citation)]
            }
            found = ask(whole)
            expected = (None, "which limb") if len(answers) > 1 else answers.pop()
            assert (found.since, found.missing) == expected

    def test_what_is_in_a_public_record_office(self) -> None:
        for text in ("21(1)", "22(1)", "22(2)"):
            found = falls_away(text, created=2003, in_record_office=True)
            assert found.since == date(2024, 1, 1)
            assert Citation.parse("64(1)") in found.cites
        assert falls_away("24(1)", created=1900, in_record_office=True).since is None

    def test_royal_communications_wait_for_a_death(self) -> None:
        found = falls_away("37(1)(a)", created=1990)
        assert found.missing == "the day the record was made and the day of the death that counts"
        assert found.has_fallen_away(date(2100, 1, 1)) is None
        known = falls_away("37(1)(a)", created=date(1990, 3, 1), died=date(2022, 9, 8))
        assert known.since == date(2027, 9, 8)
        young = falls_away("37(1)(ad)", created=date(2020, 2, 29), died=date(2022, 9, 8))
        assert young.since == date(2040, 2, 29)
        leap = falls_away("FOISA 41(a)", created=date(1990, 1, 1), died=date(2020, 2, 29))
        assert leap.since == date(2025, 3, 1)

    def test_in_northern_ireland_section_63_is_read_as_enacted(self) -> None:
        for text in ("28(1)", "35(1)(a)", "36", "36(2)(c)", "37(1)(a)", "37(1)(ad)", "43(2)"):
            found = falls_away(text, created=2003, held_by=NORTHERN)
            assert found.since == date(2034, 1, 1)
            assert found.confidence is Confidence.RECALLED
        assert falls_away("31(1)(a)", created=2003, held_by=NORTHERN).since == date(2104, 1, 1)

    def test_public_affairs_in_northern_ireland_are_named(self) -> None:
        for text, by in (("36(2)(c)", "s.63(2C)"), ("36(3)", "s.63(2D)(b)")):
            assert any(by in step for step in falls_away(text, created=2003).steps)
        steps = falls_away("36(2)(b)(i)", created=2003).steps
        assert not any("Northern Ireland" in step for step in steps)

    @pytest.mark.parametrize("regime", Regime)
    @given(year=years)
    def test_of_every_provision_there_is_an_answer(self, regime: Regime, year: int) -> None:
        for row in catalogue(regime=regime):
            found = falls_away(row.citation, created=year)
            assert found.steps
            if found.since:
                assert found.since >= min(date(year + 16, 1, 1), date(2014, 4, 1))

    def test_what_is_no_provision_or_no_year_is_refused(self) -> None:
        with pytest.raises(UnknownProvisionError):
            falls_away("12(1)", created=1990)
        with pytest.raises(InvalidRecordError):
            falls_away("24(1)", created=0)

    @pytest.mark.parametrize("text", ["24(1)", "37(1)(a)", "FOISA 41(a)"])
    @pytest.mark.parametrize("died", [None, date(2022, 9, 8)])
    def test_whatever_else_is_known_a_wrong_year_is_refused(
        self, text: str, died: date | None
    ) -> None:
        with pytest.raises(InvalidRecordError, match="created"):
            falls_away(text, created=-5, died=died)

    @pytest.mark.parametrize("created", [1990, date(1990, 3, 1)])
    def test_a_death_at_a_time_of_day_is_refused(self, created: int | date) -> None:
        with pytest.raises(InvalidRecordError, match="died"):
            falls_away("37(1)(a)", created=created, died=datetime(2022, 9, 8, 15, 10))
