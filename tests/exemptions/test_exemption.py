"""Looking a provision up: what it is, on which day, and the ways of its not being there."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.errors import (
    CitationError,
    FoiPreventError,
    InvalidRecordError,
    NotInForceError,
    UnknownProvisionError,
)
from foiprevent.exemptions import (
    LAW_AS_AT,
    Basis,
    Certificate,
    Duty,
    Exemption,
    Harm,
    Likelihood,
    Period,
    Role,
    Status,
    catalogue,
    exemption,
)

if TYPE_CHECKING:
    from collections.abc import Callable

COMMENCED = date(2005, 1, 1)
SECTIONS = [*map(str, range(21, 45)), "22A"]
CHANGES = (
    date(2006, 4, 1),
    date(2007, 5, 25),
    date(2011, 1, 19),
    date(2011, 4, 22),
    date(2013, 6, 25),
    date(2013, 10, 7),
    date(2014, 10, 1),
    date(2017, 6, 15),
    date(2018, 5, 25),
    date(2020, 12, 31),
    date(2024, 1, 1),
    date(2024, 10, 14),
    date(2025, 9, 5),
    date(2026, 2, 5),
)
any_day = st.dates(min_value=COMMENCED, max_value=date(2030, 12, 31))
# The law reads the same between two changes, so the days next to them are those that matter.
days = st.sampled_from(
    [COMMENCED, *(day + timedelta(days=step) for day in CHANGES for step in (-1, 0, 1))]
)


def cite(text: str) -> Citation:
    return Citation.parse(text)


def cites(text: str) -> tuple[Citation, ...]:
    return tuple(map(cite, text.split()))


def limbs(found: Exemption) -> tuple[Citation, ...]:
    return tuple(limb.citation for limb in found.limbs)


def look_up(
    citation: Citation, on: date | None
) -> Exemption | UnknownProvisionError | NotInForceError:
    try:
        return exemption(citation, on=on)
    except (UnknownProvisionError, NotInForceError) as error:
        return error


def pickled(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - nobody else's


class TestOneProvision:
    """s.24(2), as an example: the record of a provision that takes away one duty."""

    def test_its_fields(self) -> None:
        found = exemption("24(2)")
        assert found.citation == cite("FOIA s.24(2)")
        assert found.role is Role.CONFIRM_OR_DENY
        assert found.duty is Duty.CONFIRM_OR_DENY
        assert found.status is Status.QUALIFIED
        assert found.status_note is None
        assert found.basis is Basis.REQUIRED
        assert found.needs_public_interest_test is True
        assert found.covers == cites("24(1)")
        assert found.confirm_or_deny == ()
        assert found.condition is None
        assert found.part_of is None
        assert found.limbs == ()
        assert found.uri == "https://www.legislation.gov.uk/id/ukpga/2000/36/section/24/2"
        assert str(found) == "FOIA s.24(2)"
        assert found.sources

    def test_its_withholding_counterpart(self) -> None:
        found = exemption("24(1)")
        assert found.duty is Duty.COMMUNICATE
        assert found.confirm_or_deny == cites("24(2)")
        assert found.covers == ()
        assert found.excludes == cites("23(1)")

    @pytest.mark.parametrize("text", ["s24(2)", "section 24 (2)", "FOIA s.24(2)", " 24(2) "])
    def test_however_it_is_written(self, text: str) -> None:
        assert exemption(text) == exemption("24(2)")

    def test_a_citation_will_do_and_says_its_own_regime(self) -> None:
        assert exemption(cite("24(2)"), regime=Regime.EIR) == exemption("24(2)")

    def test_what_is_no_citation_is_refused(self) -> None:
        with pytest.raises(CitationError):
            exemption("24(2) and 31(1)")
        with pytest.raises(CitationError):
            exemption("40(2)", condition="the first condition")


class TestParents:
    """Part II: a provision that contains others is what they have in common."""

    def test_a_section_with_both_duties_has_neither_alone(self) -> None:
        found = exemption("24")
        assert limbs(found) == cites("24(1) 24(2)")
        assert found.role is Role.SECTION
        assert found.duty is None
        assert found.status is Status.QUALIFIED
        assert found.basis is Basis.REQUIRED
        assert found.harm == Harm(verb="safeguard")
        assert [one.citation for one in found.certificates] == [cite("24(3)")]

    def test_a_subsection_lists_its_paragraphs(self) -> None:
        found = exemption("31(1)")
        assert limbs(found) == cites(
            "31(1)(a) 31(1)(b) 31(1)(c) 31(1)(d) 31(1)(e) 31(1)(f) 31(1)(g) 31(1)(h) 31(1)(i)"
        )
        assert found.role is Role.WITHHOLD
        assert found.duty is Duty.COMMUNICATE
        assert found.confirm_or_deny == cites("31(3)")

    def test_health_and_safety_has_two_limbs(self) -> None:
        found = exemption("38(1)")
        assert limbs(found) == cites("38(1)(a) 38(1)(b)")
        assert found.basis is Basis.ENDANGERMENT

    def test_a_whole_section_lists_both_kinds(self) -> None:
        found = exemption("31")
        assert limbs(found)[0] == cite("31(1)(a)")
        assert limbs(found)[-1] == cite("31(3)")
        assert found.needs_qualified_person is False
        assert exemption("36").needs_qualified_person is True

    def test_personal_information_has_no_one_basis(self) -> None:
        found = exemption("40")
        assert limbs(found) == cites(
            "40(1) 40(2) 40(5A) 40(5B)(a)(i) 40(5B)(a)(ii) 40(5B)(b) 40(5B)(c) 40(5B)(d)"
        )
        assert found.duty is None
        assert found.basis is None
        assert found.needs_public_interest_test is None

    def test_a_parent_with_a_row_of_its_own(self) -> None:
        found = exemption("22A(1)")
        assert (
            limbs(found)
            == limbs(exemption("22A(1)(b)"))
            == cites("22A(1)(b)(i) 22A(1)(b)(ii) 22A(1)(b)(iii) 22A(1)(b)(iv)")
        )
        assert found.confirm_or_deny == cites("22A(2)")

    def test_a_section_is_made_of_its_smallest_limbs(self) -> None:
        assert limbs(exemption("22A")) == cites(
            "22A(1)(b)(i) 22A(1)(b)(ii) 22A(1)(b)(iii) 22A(1)(b)(iv) 22A(2)"
        )

    def test_a_section_that_only_proves_has_no_duty(self) -> None:
        found = exemption("25")
        assert found.role is Role.CERTIFICATE
        assert found.duty is None
        assert found.status is None
        assert limbs(found) == cites("25(1) 25(2) 25(3)")

    def test_a_list_of_definitions_has_its_items(self) -> None:
        assert len(exemption("23(3)").limbs) == len("abcdefghijklmnop")
        assert len(exemption("23(3)", on=COMMENCED).limbs) == len("abcdefghijkl")

    def test_who_may_rely_where_limbs_differ(self) -> None:
        assert exemption("35(1)").who_may_rely == exemption("35(1)(a)").who_may_rely
        assert exemption("33").who_may_rely == exemption("33(2)").who_may_rely

    def test_its_days_are_those_on_which_any_limb_stands(self) -> None:
        assert exemption("37").in_force == (Period(start=COMMENCED),)
        assert exemption("40").in_force == (Period(start=COMMENCED),)
        assert exemption("40(5B)").in_force == (Period(start=date(2018, 5, 25)),)
        assert exemption("40(5)", on=COMMENCED).in_force == (
            Period(start=COMMENCED, end=date(2018, 5, 24)),
        )

    @pytest.mark.parametrize("section", SECTIONS)
    def test_it_is_no_surer_than_its_least_sure_limb(self, section: str) -> None:
        surest_first = list(Confidence)
        found = exemption(section)
        for limb in found.limbs:
            assert surest_first.index(found.confidence) >= surest_first.index(limb.confidence)
            assert surest_first.index(found.dates_confidence) >= surest_first.index(
                limb.dates_confidence
            )

    @pytest.mark.parametrize("section", SECTIONS)
    @given(on=days)
    def test_limbs_stand_within_it(self, section: str, on: date) -> None:
        if section == "22A" and on < date(2014, 10, 1):
            return
        found = exemption(section, on=on)
        assert found.limbs
        for limb in found.limbs:
            assert found.citation.contains(limb.citation)
            assert limb.is_in_force(on)


class TestParts:
    """ss.22(1), 30(2), 40(2), 41(1): paragraphs joined by "and" are one exemption."""

    @pytest.mark.parametrize(
        ("part", "whole"),
        [
            ("41(1)(a)", "41(1)"),
            ("41(1)(b)", "41(1)"),
            ("22(1)(c)", "22(1)"),
            ("22A(1)(a)", "22A(1)"),
            ("40(2)(b)", "40(2)"),
            ("30(2)(b)", "30(2)"),
            ("36(5)(o)(ii)", "36(5)"),
            ("36(7)(b)", "36(7)"),
        ],
    )
    def test_a_part_is_read_with_its_whole(self, part: str, whole: str) -> None:
        found = exemption(part)
        assert found.citation == cite(part)
        assert found.part_of == cite(whole)
        assert attrs.evolve(found, citation=cite(whole), part_of=None) == exemption(whole)

    def test_a_part_may_have_dates_of_its_own(self) -> None:
        found = exemption("36(5)(gb)(ii)")
        assert found.part_of == cite("36(5)")
        assert found.dates_confidence is Confidence.RECALLED
        assert not found.is_in_force(date(2007, 5, 24))
        assert exemption("36(5)(h)", on=date(2006, 1, 1)).part_of == cite("36(5)")
        with pytest.raises(NotInForceError, match="to 2007-05-24"):
            exemption("36(5)(h)")

    def test_a_part_is_not_in_force_without_its_whole(self) -> None:
        with pytest.raises(NotInForceError) as caught:
            exemption("41(1)(b)", on=date(2004, 12, 31))
        assert caught.value.successors == ()
        assert "2005-01-01" in caught.value.reason


class TestConditions:
    """s.40(2)(b): one of the conditions below is satisfied."""

    @pytest.mark.parametrize(
        ("condition", "on", "status"),
        [
            ("40(3A)", None, Status.ABSOLUTE),
            ("40(4A)", None, Status.QUALIFIED),
            ("40(3)", date(2016, 1, 1), Status.PARTLY_ABSOLUTE),
        ],
    )
    def test_a_condition_cited_whole(
        self, condition: str, on: date | None, status: Status
    ) -> None:
        found = exemption("40(2)", condition=condition, on=on)
        assert found.condition == cite(condition)
        assert found.status is status
        assert all(
            limb.condition and cite(condition).contains(limb.condition) for limb in found.limbs
        )
        assert len(found.limbs) > 1

    def test_a_repealed_condition_is_named(self) -> None:
        with pytest.raises(NotInForceError) as caught:
            exemption("40(2)", condition="40(3)")
        assert caught.value.citation == cite("40(3)")
        assert cite("40(3A)(a)") in caught.value.successors

    def test_without_one_it_lists_them(self) -> None:
        found = exemption("40(2)")
        assert found.condition is None
        assert tuple(limb.condition for limb in found.limbs) == cites(
            "40(3A)(a) 40(3A)(b) 40(3B) 40(4A)(a) 40(4A)(b)"
        )
        assert {limb.citation for limb in found.limbs} == {cite("40(2)")}

    def test_before_2018_it_lists_those_of_the_time(self) -> None:
        found = exemption("40(2)", on=date(2016, 1, 1))
        assert tuple(limb.condition for limb in found.limbs) == cites(
            "40(3)(a)(i) 40(3)(a)(ii) 40(3)(b) 40(4)"
        )

    @pytest.mark.parametrize("condition", ["40(3A)(a)", cite("s.40(3A)(a)")])
    def test_one_picks_its_limb(self, condition: str | Citation) -> None:
        found = exemption("40(2)", condition=condition)
        assert found.condition == cite("40(3A)(a)")
        assert found in exemption("40(2)").limbs
        assert found.limbs == ()
        assert found.confirm_or_deny == cites("40(5B)(a)(i)")
        assert str(found) == "FOIA s.40(2) by virtue of s.40(3A)(a)"

    def test_a_confirm_or_deny_provision_says_which_it_answers_to(self) -> None:
        found = exemption("40(5B)(b)")
        assert found.condition == cite("40(3B)")
        assert exemption("40(5B)(b)", condition="40(3B)") == found

    @pytest.mark.parametrize(
        ("citation", "condition"),
        [("40(2)", "40(5A)"), ("40(2)", "FOISA s.38(1)"), ("40(1)", "40(3B)"), ("24", "40(3B)")],
    )
    def test_what_is_no_condition_of_it(self, citation: str, condition: str) -> None:
        with pytest.raises(UnknownProvisionError) as caught:
            exemption(citation, condition=condition)
        assert cite(condition).short in caught.value.reason
        assert "s.40(3A)(a)" in caught.value.reason

    def test_one_that_has_been_replaced(self) -> None:
        with pytest.raises(NotInForceError) as caught:
            exemption("40(2)", condition="40(3)(a)(i)")
        assert caught.value.successors == cites("40(3A)(a)")
        assert caught.value.on is None

    def test_one_that_was_yet_to_come(self) -> None:
        with pytest.raises(NotInForceError) as caught:
            exemption("40(2)", condition="40(4A)(b)", on=date(2016, 1, 1))
        assert caught.value.successors == cites("40(4)")


class TestNotInForce:
    """Part II through time: what is gone or yet to come names what stood there that day."""

    def test_research_before_it_was_added(self) -> None:
        with pytest.raises(NotInForceError) as caught:
            exemption("22A(1)", on=date(2010, 1, 1))
        error = caught.value
        assert error.citation == cite("22A(1)")
        assert error.on == date(2010, 1, 1)
        assert error.reason == "it came into force on 2014-10-01"
        assert error.successors == ()
        assert str(error) == (
            "FOIA s.22A(1): not in force on 2010-01-01: it came into force on 2014-10-01; "
            "nothing stands in its place"
        )

    def test_a_confirm_or_deny_provision_since_renumbered(self) -> None:
        with pytest.raises(NotInForceError) as caught:
            exemption("40(5)(b)(i)", on=date(2023, 1, 1))
        error = caught.value
        assert error.successors == cites("40(5B)(a)(i) 40(5B)(a)(ii) 40(5B)(b)")
        assert error.reason == "it was in force from 2005-01-01 to 2018-05-24"
        assert str(error).endswith(
            "in its place stands s.40(5B)(a)(i), s.40(5B)(a)(ii), s.40(5B)(b)"
        )

    @pytest.mark.parametrize(
        ("text", "on", "in_its_place"),
        [
            ("40(5A)", date(2016, 1, 1), "40(5)(a)"),
            ("40(5B)", date(2016, 1, 1), "40(5)(b)(i) 40(5)(b)(ii)"),
            ("40(5)(a)", date(2023, 1, 1), "40(5A)"),
            ("40(5)(b)(ii)", date(2023, 1, 1), "40(5B)(c) 40(5B)(d)"),
            ("40(4)", date(2023, 1, 1), "40(4A)"),
            ("37(1)(aa)", date(2010, 1, 1), "37(1)(a)"),
            ("37(1)(ad)", date(2010, 1, 1), "37(1)(a)"),
            ("40(8)", date(2016, 1, 1), ""),
            ("40(6)", date(2023, 1, 1), ""),
            ("23(3)(p)", date(2023, 1, 1), ""),
        ],
    )
    def test_it_names_what_did_the_same_work(self, text: str, on: date, in_its_place: str) -> None:
        with pytest.raises(NotInForceError) as caught:
            exemption(text, on=on)
        assert caught.value.successors == cites(in_its_place)

    @pytest.mark.parametrize("text", ["40(3)", "40(4)", "40(5)", "40(5)(a)", "40(6)"])
    def test_without_a_day_the_law_as_last_known_is_meant(self, text: str) -> None:
        with pytest.raises(NotInForceError) as caught:
            exemption(text)
        assert caught.value.on is None
        assert "in the law as last known" in str(caught.value)

    @pytest.mark.parametrize("section", SECTIONS)
    def test_nothing_was_in_force_before_2005(self, section: str) -> None:
        with pytest.raises(NotInForceError):
            exemption(section, on=date(2004, 12, 31))

    def test_there_was_no_catalogue_then_either(self) -> None:
        assert catalogue(on=date(2004, 12, 31)) == ()

    @pytest.mark.parametrize("on", [date.min, date.max])
    def test_any_day_can_be_asked_about(self, on: date) -> None:
        assert bool(catalogue(on=on)) is (on == date.max)


class TestUnknown:
    """What is not a provision of Part II is not guessed at; the error says what there is."""

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("21(4)", "no such provision: s.21 has (1), (2), (3)"),
            ("38(1)(c)", "no such provision: s.38(1) has (a), (b)"),
            ("24(2)(a)", "no such provision: s.24(2) has no paragraphs"),
            ("36(2)(b)(iii)", "no such provision: s.36(2)(b) has (i), (ii)"),
            ("12(1)", "not an exemption: no section of Part II (s.21 to s.44) has that number"),
            ("45", "not an exemption: no section of Part II (s.21 to s.44) has that number"),
        ],
    )
    def test_it_says_what_there_is(self, text: str, reason: str) -> None:
        with pytest.raises(UnknownProvisionError) as caught:
            exemption(text)
        assert caught.value.citation == cite(text)
        assert caught.value.reason == reason
        assert str(caught.value) == f"{cite(text)}: {reason}"

    @given(
        section=st.integers(1, 99),
        subsection=st.integers(1, 12),
        paragraph=st.sampled_from("abcdefghijklmnopqrstuvwxyz"),
        on=st.none() | any_day,
    )
    def test_any_citation_is_found_or_refused_with_a_reason(
        self, section: int, subsection: int, paragraph: str, on: date | None
    ) -> None:
        citation = cite(f"{section}({subsection})({paragraph})")
        assert look_up(citation, on).citation == citation


class TestDay:
    """The day as at which the law is read is a plain date, and never a clock's."""

    def test_without_one_the_law_as_last_known_is_read(self) -> None:
        assert exemption("40(5A)") == exemption("40(5A)", on=LAW_AS_AT)
        assert catalogue() == catalogue(on=LAW_AS_AT)

    def test_a_pendulum_date_will_do(self) -> None:
        assert exemption("37(1)(a)", on=pendulum.Date(2010, 1, 1)) == exemption(
            "37(1)(a)", on=date(2010, 1, 1)
        )
        assert catalogue(on=pendulum.Date(2010, 1, 1)) == catalogue(on=date(2010, 1, 1))

    @pytest.mark.parametrize(
        "on",
        [datetime(2020, 1, 1), pendulum.datetime(2020, 1, 1), "2020-01-01", 2020],
    )
    def test_anything_else_is_refused(self, on: date) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            exemption("24(2)", on=on)
        assert caught.value.field == "exemption.on"
        assert caught.value.value == on
        with pytest.raises(InvalidRecordError) as caught:
            catalogue(on=on)
        assert caught.value.field == "catalogue.on"


class TestTwoDuties:
    """s.1(1): the duty to confirm or deny, and the duty to communicate."""

    @pytest.mark.parametrize(
        ("duty", "regime", "cited"),
        [
            (Duty.CONFIRM_OR_DENY, Regime.FOIA, "FOIA s.1(1)(a)"),
            (Duty.COMMUNICATE, Regime.FOIA, "FOIA s.1(1)(b)"),
            (Duty.CONFIRM_OR_DENY, Regime.EIR, "EIR reg.5(1)"),
            (Duty.COMMUNICATE, Regime.EIR, "EIR reg.5(1)"),
            (Duty.CONFIRM_OR_DENY, Regime.FOISA, "FOISA s.1(1)"),
            (Duty.COMMUNICATE, Regime.FOISA, "FOISA s.1(1)"),
        ],
    )
    def test_each_rests_on_a_provision(self, duty: Duty, regime: Regime, cited: str) -> None:
        assert str(duty.citation(regime)) == cited

    @given(on=days)
    def test_every_confirm_or_deny_provision_answers_to_one_that_withholds(self, on: date) -> None:
        rows = catalogue(on=on)
        withholding = {row.citation: row for row in rows if row.condition is None}
        for row in rows:
            if row.role is not Role.CONFIRM_OR_DENY:
                continue
            assert row.covers
            for covered in row.covers:
                assert withholding[covered].role is Role.WITHHOLD
                assert row.citation in withholding[covered].confirm_or_deny

    @given(on=days)
    def test_and_back(self, on: date) -> None:
        rows = catalogue(on=on)
        silences = {row.citation: row for row in rows if row.role is Role.CONFIRM_OR_DENY}
        for row in rows:
            if row.role is not Role.WITHHOLD:
                continue
            for citation in row.confirm_or_deny:
                assert any(
                    row.citation.contains(covered) or covered.contains(row.citation)
                    for covered in silences[citation].covers
                )

    @given(on=days)
    def test_every_operative_provision_takes_away_the_duty_of_its_role(self, on: date) -> None:
        duties = {Role.WITHHOLD: Duty.COMMUNICATE, Role.CONFIRM_OR_DENY: Duty.CONFIRM_OR_DENY}
        for row in catalogue(on=on):
            assert row.duty is duties[row.role]
            assert row.status is not None
            assert row.basis is not None

    @pytest.mark.parametrize(
        "text",
        "21(2) 23(3) 26(2) 27(3) 27(5) 30(5) 31(2)(j) 33(1) 35(4) 36(5) 39(3) 40(3A)".split(),
    )
    def test_a_definition_takes_away_none(self, text: str) -> None:
        found = exemption(text)
        assert found.role is Role.DEFINITION
        assert found.duty is None
        assert found.status is None
        assert found.basis is None
        assert found.confirm_or_deny == ()


class TestPublicInterestTest:
    """s.2(1)(b) and (2)(b): a test is needed unless the exemption is absolute."""

    @given(on=days)
    def test_no_absolute_provision_asks_for_one_and_every_qualified_one_does(
        self, on: date
    ) -> None:
        expected = {
            Status.ABSOLUTE: False,
            Status.QUALIFIED: True,
            Status.PARTLY_ABSOLUTE: None,
            Status.DISPUTED: None,
        }
        for row in catalogue(on=on):
            assert row.status is not None
            assert row.needs_public_interest_test is expected[row.status]


class TestMutualExclusion:
    """ss.24(1), 31(1), 36(1)(a), 40(2)(a): what one provision exempts, another cannot."""

    @given(on=days)
    def test_it_is_symmetric(self, on: date) -> None:
        rows = {row.citation: row for row in catalogue(on=on) if row.condition is None}
        for row in rows.values():
            assert row.citation not in row.excludes
            for other in row.excludes:
                assert row.citation in rows[other].excludes

    @pytest.mark.parametrize(
        ("left", "right"), [("23", "24"), ("30", "31"), ("35", "36"), ("40(1)", "40(2)")]
    )
    @given(on=days)
    def test_between_these(self, left: str, right: str, on: date) -> None:
        assert any(cite(right).contains(other) for other in exemption(left, on=on).excludes)
        assert any(cite(left).contains(other) for other in exemption(right, on=on).excludes)


class TestCatalogue:
    """Part II as a table: every operative provision in force on a day."""

    @given(on=any_day)
    def test_it_is_in_the_order_of_the_act(self, on: date) -> None:
        rows = catalogue(on=on)
        assert [row.citation for row in rows] == sorted(row.citation for row in rows)
        keys = [(row.citation, row.condition) for row in rows]
        assert len(keys) == len(set(keys))

    @given(on=days)
    def test_each_row_can_be_looked_up(self, on: date) -> None:
        for row in catalogue(on=on):
            assert exemption(row.citation, condition=row.condition, on=on) == row

    @given(on=days)
    def test_every_link_stands_that_day(self, on: date) -> None:
        for row in catalogue(on=on):
            links = {*row.confirm_or_deny, *row.covers, *row.excludes}
            links |= {one.citation for one in row.certificates}
            links |= {row.condition} if row.condition else set()
            for link in links:
                assert exemption(link, on=on).is_in_force(on)
            assert row.is_in_force(on)

    @given(on=days)
    def test_every_summary_is_one_paragraph_that_ends(self, on: date) -> None:
        for section in SECTIONS:
            if section == "22A" and on < date(2014, 10, 1):
                continue
            found = exemption(section, on=on)
            for summary in [found.summary, *(limb.summary for limb in found.limbs)]:
                assert summary == summary.strip()
                assert summary.endswith(".")
                assert not summary.endswith("..")
                assert "\n" not in summary
        for row in catalogue(on=on):
            assert row.summary.endswith(".")

    @given(on=days)
    def test_every_uri_is_the_citation_spelt_out(self, on: date) -> None:
        for row in catalogue(on=on):
            head, _, tail = row.uri.partition("/section/")
            assert head == "https://www.legislation.gov.uk/id/ukpga/2000/36"
            section, *parts = tail.split("/")
            assert str(row.citation) == f"FOIA s.{section}" + "".join(
                f"({part})" for part in parts
            )

    def test_periods_are_in_order_and_do_not_overlap(self) -> None:
        for row in catalogue():
            for earlier, later in zip(row.in_force, row.in_force[1:], strict=False):
                assert earlier.end is not None
                assert earlier.end < later.start


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
class TestValues:
    """Records are values: copied, pickled and hashed, they are the same."""

    def test_every_row_survives(self, again: Callable[[object], object]) -> None:
        for on in (date(2010, 1, 1), None):
            for row in catalogue(on=on):
                assert again(row) == row
                assert hash(again(row)) == hash(row)

    @pytest.mark.parametrize("text", ["24", "40", "41(1)(b)", "23(3)"])
    def test_so_do_parents_and_parts(self, again: Callable[[object], object], text: str) -> None:
        assert again(exemption(text)) == exemption(text)

    @pytest.mark.parametrize(
        ("text", "on"),
        [("21(4)", None), ("22A", date(2010, 1, 1)), ("40(5)", None), ("24)", None)],
    )
    def test_and_the_errors_of_looking_up(
        self, again: Callable[[object], object], text: str, on: date | None
    ) -> None:
        with pytest.raises(FoiPreventError) as caught:
            exemption(text, on=on)
        twin = again(caught.value)
        assert type(twin) is type(caught.value)
        assert str(twin) == str(caught.value)
        assert vars(twin) == vars(caught.value)


class TestFrozen:
    """A provision of law is read, not written."""

    def test_a_field_cannot_be_set(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            exemption("24(2)").status = Status.ABSOLUTE  # type: ignore[misc]


class TestPeriod:
    """The days in which a provision reads as it does, both ends included."""

    def test_both_ends_belong_to_it(self) -> None:
        period = Period(start=date(2011, 1, 19), end=date(2018, 5, 24))
        assert date(2011, 1, 19) in period
        assert date(2018, 5, 24) in period
        assert date(2011, 1, 18) not in period
        assert date(2018, 5, 25) not in period

    def test_without_an_end_it_goes_on(self) -> None:
        assert date.max in Period(start=COMMENCED)
        assert date(2004, 12, 31) not in Period(start=COMMENCED)

    def test_how_it_reads(self) -> None:
        assert str(Period(start=date(2005, 1, 1))) == "since 1 January 2005"
        assert (
            str(Period(start=date(2005, 1, 1), end=date(2018, 5, 24)))
            == "from 1 January 2005 to 24 May 2018"
        )

    def test_it_may_last_one_day(self) -> None:
        assert COMMENCED in Period(start=COMMENCED, end=COMMENCED)

    def test_it_cannot_end_before_it_starts(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            Period(start=COMMENCED, end=date(2004, 12, 31))
        assert caught.value.field == "Period.end"
        assert caught.value.value == date(2004, 12, 31)

    def test_it_takes_plain_dates(self) -> None:
        period = Period(start=pendulum.Date(2005, 1, 1), end=pendulum.Date(2006, 1, 1))
        assert type(period.start) is date
        assert type(period.end) is date

    def test_it_takes_nothing_else(self) -> None:
        with pytest.raises(InvalidRecordError, match=r"Period\.start"):
            Period(start=datetime(2005, 1, 1))
        with pytest.raises(InvalidRecordError, match=r"Period\.end"):
            Period(start=COMMENCED, end="2006-01-01")  # type: ignore[arg-type]
        with pytest.raises(InvalidRecordError, match=r"Period\.note"):
            Period(start=COMMENCED, note=1)  # type: ignore[arg-type]


class TestHarm:
    """The harm a provision speaks of, in the Act's own verb."""

    def test_a_list_of_thresholds_will_do(self) -> None:
        thresholds: Any = [Likelihood.WOULD]
        made = Harm(verb="prejudice", thresholds=thresholds)
        assert made.thresholds == (Likelihood.WOULD,)
        assert Harm(verb="safeguard").thresholds == ()

    def test_it_needs_a_verb(self) -> None:
        with pytest.raises(InvalidRecordError, match=r"Harm\.verb"):
            Harm(verb="")

    def test_a_threshold_is_not_a_text(self) -> None:
        thresholds: Any = ["would"]
        with pytest.raises(InvalidRecordError, match=r"Harm\.thresholds"):
            Harm(verb="prejudice", thresholds=thresholds)


class TestCertificate:
    """ss.23(2), 24(3), 34(3) and 36(7): a certificate is one provision's."""

    def test_it_needs_a_citation(self) -> None:
        with pytest.raises(InvalidRecordError, match=r"Certificate\.citation"):
            Certificate(
                citation="24(3)",  # type: ignore[arg-type]
                signed_by="a Minister",
                effect="conclusive",
                covers="the need",
            )
