"""The programme as data: duties, objectives, figures, each with its day and its source."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from foiprevent.citations import Confidence, Source, SourceKind
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Period
from foiprevent.prevent import (
    DUTIES,
    FIGURES,
    OBJECTIVES,
    Figure,
    Measure,
    Nation,
    Objective,
    Objectives,
    Sector,
    StatutoryDuty,
    Strand,
    duties,
    figures,
    objectives,
)

ONE_DAY = timedelta(1)
SPECIFIED = {
    Sector.LOCAL_AUTHORITIES,
    Sector.SCHOOLS,
    Sector.FURTHER_EDUCATION,
    Sector.HIGHER_EDUCATION,
    Sector.HEALTH,
    Sector.PRISONS_AND_PROBATION,
    Sector.POLICE,
}
IN_2011 = (Objective.IDEOLOGY, Objective.INDIVIDUALS, Objective.INSTITUTIONS)
NOW = (
    Objective.IDEOLOGICAL_CAUSES,
    Objective.EARLY_INTERVENTION,
    Objective.REHABILITATION,
)


def sections(sector: Sector, on: date, nation: Nation = Nation.ENGLAND) -> list[str]:
    found = duties(sector, on=on, nation=nation)
    return [duty.source.text.rpartition("s.")[2] for duty in found]


class TestTheDutyOfSection26:
    """Due regard: from 1 July 2015, for further and higher education from 18 September."""

    @pytest.mark.parametrize("sector", list(Sector))
    def test_its_first_day(self, sector: Sector) -> None:
        later = sector in {Sector.FURTHER_EDUCATION, Sector.HIGHER_EDUCATION}
        first = date(2015, 9, 18) if later else date(2015, 7, 1)
        assert "26(1)" not in sections(sector, first - ONE_DAY)
        assert ("26(1)" in sections(sector, first)) is (sector in SPECIFIED)

    def test_it_names_what_brought_it_into_force(self) -> None:
        due_regard = [duty for duty in DUTIES if duty.source.text.endswith("s.26(1)")]
        assert [duty.commenced_by.text for duty in due_regard] == [
            "SI 2015/956, reg.4(a)",
            "SI 2015/1698, reg.2",
        ]


class TestChannelPanels:
    """Sections 36 and 38: two months from the day the Act was passed, 12 February 2015."""

    def test_a_panel_is_for_local_authorities(self) -> None:
        bound = {sector for sector in Sector if "36(1)" in sections(sector, date(2020, 1, 1))}
        assert bound == {Sector.LOCAL_AUTHORITIES}

    def test_partners_co_operate(self) -> None:
        bound = {sector for sector in Sector if "38(1)" in sections(sector, date(2020, 1, 1))}
        assert bound == SPECIFIED

    def test_both_begin_on_12_april_2015(self) -> None:
        first = date(2015, 4, 12)
        assert sections(Sector.LOCAL_AUTHORITIES, first - ONE_DAY) == []
        assert sections(Sector.LOCAL_AUTHORITIES, first) == ["36(1)", "38(1)"]


class TestWhereDutiesReach:
    """Part 5 extends to England and Wales and to Scotland: s.51(1)."""

    @pytest.mark.parametrize("nation", list(Nation))
    def test_not_to_northern_ireland(self, nation: Nation) -> None:
        found = sections(Sector.LOCAL_AUTHORITIES, date(2020, 1, 1), nation)
        expected = [] if nation is Nation.NORTHERN_IRELAND else ["26(1)", "36(1)", "38(1)"]
        assert found == expected


class TestObjectives:
    """What the documents that held on a day set out to do."""

    @pytest.mark.parametrize(
        ("on", "nation", "expected"),
        [
            (date(2011, 6, 6), Nation.ENGLAND, []),
            (date(2011, 6, 7), Nation.ENGLAND, [IN_2011]),
            (date(2016, 1, 1), Nation.WALES, [IN_2011, IN_2011]),
            (date(2016, 1, 1), Nation.SCOTLAND, [IN_2011]),
            (date(2023, 12, 30), Nation.ENGLAND, [IN_2011]),
            (date(2023, 12, 31), Nation.ENGLAND, [NOW]),
            (date(2024, 8, 18), Nation.SCOTLAND, []),
            (date(2024, 8, 19), Nation.SCOTLAND, [NOW]),
        ],
    )
    def test_on_a_day(
        self, on: date, nation: Nation, expected: list[tuple[Objective, ...]]
    ) -> None:
        assert [one.objectives for one in objectives(on=on, nation=nation)] == expected

    def test_two_documents_may_differ_on_one_day(self) -> None:
        found = {one.objectives for one in objectives(on=date(2020, 1, 1))}
        assert len(found) == 2
        assert IN_2011 in found

    def test_every_objective_is_of_some_document(self) -> None:
        assert {one for row in OBJECTIVES for one in row.objectives} == set(Objective)

    def test_what_was_only_recalled_says_so(self) -> None:
        recalled = [
            one.source.text for one in OBJECTIVES if one.source.confidence is Confidence.RECALLED
        ]
        assert len(recalled) == 2


class TestFigures:
    """A number, its period, and who gave it."""

    @pytest.mark.parametrize(
        ("measure", "on", "expected"),
        [
            (Measure.AREAS_FUNDED, date(2012, 7, 1), [(20, 20)]),
            (Measure.AREAS_FUNDED, date(2015, 4, 1), [(50, 50)]),
            (Measure.AREAS_FUNDED, date(2016, 3, 31), [(50, 50)]),
            (Measure.AREAS_FUNDED, date(2016, 4, 1), []),
            (Measure.AREAS_FUNDED, date(2021, 7, 1), [(44, 44)]),
            (Measure.AREAS_FUNDED, date(2025, 3, 31), [(30, 30)]),
            (Measure.AREAS_FUNDED, date(2025, 4, 1), [(28, 28)]),
            (Measure.GRANT_TO_AREA, date(2015, 9, 1), [(120_000, 600_000)]),
            (Measure.GRANTS_IN_ALL, date(2024, 9, 1), [(6_008_271, 6_008_271)]),
            (Measure.GRANTS_IN_ALL, date(2025, 9, 1), [(0, 6_000_000)]),
            (Measure.COST_TO_COUNCIL, date(2015, 9, 1), [(4_000, 40_000)]),
            (Measure.COST_TO_COUNCIL, date(2014, 9, 1), []),
        ],
    )
    def test_on_a_day(self, measure: Measure, on: date, expected: list[tuple[int, int]]) -> None:
        assert [(one.least, one.most) for one in figures(measure, on=on)] == expected

    def test_without_a_day_all_are_given(self) -> None:
        assert [one for measure in Measure for one in figures(measure)] == list(FIGURES)

    def test_where_sources_disagree_it_says_so(self) -> None:
        disputed = [one for one in FIGURES if one.confidence is Confidence.DISPUTED]
        assert [one.period.start for one in disputed] == [date(2015, 4, 1)]
        assert all(len(one.sources) > 1 and one.note for one in disputed)

    @pytest.mark.parametrize(("least", "most"), [(2, 1), (-1, 1)])
    def test_a_range_goes_up_from_nought(self, least: int, most: int) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            Figure(
                measure=Measure.GRANT_TO_AREA,
                least=least,
                most=most,
                period=Period(start=date(2015, 4, 1)),
                sources=(Source(kind=SourceKind.LETTER, text="a letter"),),
            )
        assert caught.value.field == "Figure.most"


class TestTheData:
    """Every row says what it rests on."""

    @pytest.mark.parametrize("duty", DUTIES)
    def test_of_a_duty(self, duty: StatutoryDuty) -> None:
        assert duty.summary.endswith(".")
        assert duty.summary.count(". ") == 0
        for source in (duty.source, duty.commenced_by):
            assert source.kind is SourceKind.ENACTMENT
            assert (source.uri or "").startswith("https://www.legislation.gov.uk/uk")

    @pytest.mark.parametrize("row", OBJECTIVES)
    def test_of_objectives(self, row: Objectives) -> None:
        assert len(set(row.objectives)) == 3
        assert Nation.NORTHERN_IRELAND not in row.nations

    def test_contest_has_four_strands(self) -> None:
        assert [strand.value for strand in Strand] == ["Pursue", "Protect", "Prepare", "Prevent"]

    def test_a_datetime_is_no_day(self) -> None:
        moment = datetime(2015, 7, 1)
        for ask in (
            lambda: duties(Sector.POLICE, on=moment),
            lambda: objectives(on=moment),
            lambda: figures(Measure.AREAS_FUNDED, on=moment),
        ):
            with pytest.raises(InvalidRecordError):
                ask()
