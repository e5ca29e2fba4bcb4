"""Which provisions are absolute, worked out from the list in s.2(3) as it stood each day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from foiprevent.citations import Citation
from foiprevent.exemptions import Exemption, Status, catalogue, exemption

COMMENCED = date(2005, 1, 1)
ROYAL = date(2011, 1, 19)
PERSONAL_DATA = date(2018, 5, 25)


def cite(text: str) -> Citation:
    return Citation.parse(text)


class Item(NamedTuple):
    """One item of the list, and what it makes absolute.

    ``upto`` is the last of a run of paragraphs.  ``conditions`` are those of s.40(2) to
    which the item keeps it; ``partly`` says that the item reaches only some of the
    information within what it names, for another reason.
    """

    name: str
    names: str
    upto: str | None = None
    conditions: tuple[str, ...] = ()
    partly: bool = False
    since: date = COMMENCED
    before: date = date.max

    def reaches(self, citation: Citation) -> bool:
        if self.upto is None:
            return cite(self.names).contains(citation)
        last = cite(self.upto)
        return cite(self.names) <= citation <= last or last.contains(citation)


THE_LIST = (
    Item("2(3)(a)", "21"),
    Item("2(3)(b)", "23"),
    Item("2(3)(c)", "32"),
    Item("2(3)(d)", "34"),
    Item("2(3)(e)", "36", partly=True),  # what either House holds, and nobody else
    Item("2(3)(ea)", "37(1)(a)", upto="37(1)(ab)", since=ROYAL),
    Item("2(3)(ea)", "37(2)", partly=True, since=ROYAL),  # for those paragraphs only
    Item("2(3)(f)(i)", "40(1)", before=PERSONAL_DATA),
    Item("2(3)(f)(ii)", "40(2)", conditions=("40(3)(a)(i)", "40(3)(b)"), before=PERSONAL_DATA),
    Item("2(3)(f)", "40(1)", since=PERSONAL_DATA),
    Item("2(3)(fa)", "40(2)", conditions=("40(3A)",), since=PERSONAL_DATA),
    Item("2(3)(g)", "41"),
    Item("2(3)(h)", "44"),
)

# Not listed, so qualified on the words; the regulator treats them as absolute.
DISPUTED = ("40(5)(a)", "40(5)(b)(i)", "40(5A)", "40(5B)(a)")


def expected_status(
    citation: Citation, condition: Citation | None, on: date
) -> tuple[Status, Citation | None]:
    """Return the status on the words of s.2(3), and the item it rests on."""
    for item in THE_LIST:
        if not (item.since <= on < item.before and item.reaches(citation)):
            continue
        if item.partly or (item.conditions and condition is None):
            return Status.PARTLY_ABSOLUTE, cite(item.name)
        kept = [cite(text) for text in item.conditions]
        if condition is None or any(one.contains(condition) for one in kept):
            return Status.ABSOLUTE, cite(item.name)
    return Status.QUALIFIED, None


def is_disputed(citation: Citation) -> bool:
    return any(cite(text).contains(citation) for text in DISPUTED)


def name(row: Exemption) -> str:
    return str(row)


DAYS = (
    COMMENCED,
    date(2005, 7, 1),
    date(2006, 4, 1),
    date(2007, 5, 24),
    date(2007, 5, 25),
    date(2008, 6, 10),
    date(2010, 1, 1),
    date(2011, 1, 18),
    ROYAL,
    date(2011, 1, 20),
    date(2013, 6, 25),
    date(2014, 9, 30),
    date(2014, 10, 1),
    date(2016, 2, 29),
    date(2017, 6, 14),
    date(2017, 6, 15),
    date(2018, 5, 24),
    PERSONAL_DATA,
    date(2018, 5, 26),
    date(2020, 12, 30),
    date(2020, 12, 31),
    date(2023, 12, 31),
    date(2024, 1, 1),
    date(2024, 10, 14),
    date(2025, 9, 5),
    date(2026, 2, 5),
    date(2026, 4, 7),
    date(2026, 12, 31),
)
every_day = pytest.mark.parametrize("on", DAYS, ids=str)


class TestTheListDecides:
    """s.2(3): the provisions listed, and no others, confer absolute exemption."""

    @every_day
    def test_every_status_follows_from_the_list(self, on: date) -> None:
        expected = {
            name(row): Status.DISPUTED
            if is_disputed(row.citation)
            else expected_status(row.citation, row.condition, on)[0]
            for row in catalogue(on=on)
        }
        assert {name(row): row.status for row in catalogue(on=on)} == expected

    @every_day
    def test_each_absolute_provision_names_the_item_that_makes_it_so(self, on: date) -> None:
        expected = {
            name(row): expected_status(row.citation, row.condition, on)[1]
            for row in catalogue(on=on)
        }
        assert {name(row): row.absolute_by for row in catalogue(on=on)} == expected

    @every_day
    def test_the_list_reaches_something_by_each_of_its_items(self, on: date) -> None:
        reached = {
            expected_status(row.citation, row.condition, on)[1] for row in catalogue(on=on)
        } - {None}
        assert reached == {cite(item.name) for item in THE_LIST if item.since <= on < item.before}

    @every_day
    def test_what_is_disputed_is_qualified_on_the_words_of_the_act(self, on: date) -> None:
        disputed = [row for row in catalogue(on=on) if row.status is Status.DISPUTED]
        assert disputed
        for row in disputed:
            assert is_disputed(row.citation)
            assert expected_status(row.citation, row.condition, on) == (Status.QUALIFIED, None)

    @every_day
    def test_where_it_is_not_plain_the_note_says_why(self, on: date) -> None:
        unclear = {Status.PARTLY_ABSOLUTE, Status.DISPUTED}
        for row in catalogue(on=on):
            assert bool(row.status_note) == (row.status in unclear), name(row)


class TestEitherHouse:
    """s.2(3)(e): section 36 is absolute for what the Commons or the Lords hold."""

    @pytest.mark.parametrize(
        "text", ["36", "36(2)", "36(2)(a)", "36(2)(b)(ii)", "36(2)(c)", "36(3)"]
    )
    @pytest.mark.parametrize("on", [COMMENCED, None], ids=str)
    def test_all_of_section_36_is_partly_absolute(self, text: str, on: date | None) -> None:
        found = exemption(text, on=on)
        assert found.status is Status.PARTLY_ABSOLUTE
        assert found.absolute_by == cite("2(3)(e)")

    @pytest.mark.parametrize("text", ["36(2)(b)(ii)", "36(2)(c)", "36(3)"])
    def test_the_note_names_both_houses(self, text: str) -> None:
        note = exemption(text).status_note or ""
        assert "Commons" in note
        assert "Lords" in note


class TestRoyalCommunications:
    """s.2(3)(ea), from 19 January 2011: s.37(1)(a) to (ab), and s.37(2) so far."""

    @pytest.mark.parametrize("text", ["37(1)(a)", "37(1)(b)", "37(2)", "37(1)", "37"])
    def test_all_of_section_37_was_qualified_before(self, text: str) -> None:
        found = exemption(text, on=date(2011, 1, 18))
        assert found.status is Status.QUALIFIED
        assert found.absolute_by is None

    @pytest.mark.parametrize("text", ["37(1)(a)", "37(1)(aa)", "37(1)(ab)"])
    def test_sovereign_and_heirs_are_absolute_since(self, text: str) -> None:
        assert exemption(text, on=ROYAL).status is Status.ABSOLUTE

    @pytest.mark.parametrize("text", ["37(1)(ac)", "37(1)(ad)", "37(1)(b)"])
    def test_family_household_and_honours_are_not(self, text: str) -> None:
        assert exemption(text, on=ROYAL).status is Status.QUALIFIED

    @pytest.mark.parametrize("text", ["37(2)", "37(1)", "37"])
    def test_what_holds_both_kinds_is_partly_absolute_by_that_item(self, text: str) -> None:
        found = exemption(text, on=ROYAL)
        assert found.status is Status.PARTLY_ABSOLUTE
        assert found.absolute_by == cite("2(3)(ea)")


class TestPersonalData:
    """s.2(3)(f) and, from 25 May 2018, (fa): the first condition of s.40(2) alone."""

    @pytest.mark.parametrize(
        ("condition", "status"),
        [
            ("40(3)(a)(i)", Status.ABSOLUTE),
            ("40(3)(a)(ii)", Status.QUALIFIED),
            ("40(3)(b)", Status.ABSOLUTE),
            ("40(4)", Status.QUALIFIED),
        ],
    )
    def test_before_only_two_thirds_of_the_first_condition(
        self, condition: str, status: Status
    ) -> None:
        on = date(2018, 5, 24)
        assert exemption("40(2)", condition=condition, on=on).status is status

    @pytest.mark.parametrize(
        ("condition", "status"),
        [
            ("40(3A)(a)", Status.ABSOLUTE),
            ("40(3A)(b)", Status.ABSOLUTE),
            ("40(3B)", Status.QUALIFIED),
            ("40(4A)(a)", Status.QUALIFIED),
            ("40(4A)(b)", Status.QUALIFIED),
        ],
    )
    def test_since_all_of_the_first_condition(self, condition: str, status: Status) -> None:
        assert exemption("40(2)", condition=condition, on=PERSONAL_DATA).status is status

    @every_day
    def test_without_a_condition_it_depends(self, on: date) -> None:
        found = exemption("40(2)", on=on)
        assert found.status is Status.PARTLY_ABSOLUTE
        assert found.needs_public_interest_test is None

    def test_a_section_with_a_disputed_limb_is_disputed(self) -> None:
        assert exemption("40(5B)(a)").status is Status.DISPUTED
        assert exemption("40(5B)").status is Status.DISPUTED
        assert exemption("40").status is Status.DISPUTED


class TestWholeSections:
    """s.2(3)(a) to (d), (g) and (h): sections listed whole, and those not listed at all."""

    @pytest.mark.parametrize("section", ["21", "23", "32", "34", "41", "44"])
    def test_listed_sections_need_no_test_for_either_duty(self, section: str) -> None:
        found = exemption(section)
        assert found.status is Status.ABSOLUTE
        assert found.needs_public_interest_test is False

    @pytest.mark.parametrize(
        "section",
        "22 22A 24 26 27 28 29 30 31 33 35 38 39 42 43".split(),
    )
    def test_sections_not_listed_need_one_for_both(self, section: str) -> None:
        found = exemption(section)
        assert found.status is Status.QUALIFIED
        assert found.needs_public_interest_test is True
        assert found.absolute_by is None
