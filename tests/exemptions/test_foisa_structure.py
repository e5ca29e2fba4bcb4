"""Part 2 of FOISA and s.18, entered a second time from its wording, against the table."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from foiprevent.citations import Citation, Regime
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import (
    Basis,
    Duty,
    Exemption,
    Likelihood,
    Role,
    Status,
    catalogue,
    exemption,
)

PERSONAL_DATA = date(2018, 5, 25)
REACHES_38 = date(2013, 5, 31)
DAYS = (
    date(2005, 1, 1),
    date(2013, 5, 30),
    REACHES_38,
    date(2017, 6, 15),
    date(2018, 5, 24),
    PERSONAL_DATA,
    date(2020, 12, 31),
    date(2024, 1, 1),
    date(2025, 9, 5),
    date(2026, 2, 5),
    date(2026, 12, 31),
)
every_day = pytest.mark.parametrize("on", DAYS, ids=str)


def cite(text: str) -> Citation:
    return Citation.parse(text, regime=Regime.FOISA)


def cites(texts: str) -> set[Citation]:
    return {cite(text) for text in texts.split()}


# Exempt by what it is, s.25 to s.41; by harm of a kind; by a purpose; by conditions.
CLASSES = """
25(1) 26(a) 26(b) 26(c) 27(1) 29(1)(a) 29(1)(b) 29(1)(c) 29(1)(d) 32(1)(b) 33(1)(a)
34(1)(a) 34(1)(b) 34(1)(c) 34(2)(a) 34(2)(b) 34(3) 34(4) 36(1) 36(2) 37(1)(a) 37(1)(b)
38(1)(a) 38(1)(c) 38(1)(d) 39(2) 41(a) 41(b)
"""
PREJUDICE_SUBSTANTIALLY = """
27(2) 28(1) 30(a) 31(4)(a) 31(4)(b) 32(1)(a)(i) 32(1)(a)(ii) 32(1)(a)(iii) 32(1)(a)(iv)
33(1)(b) 33(2)(a) 33(2)(b) 35(1)(a) 35(1)(b) 35(1)(c) 35(1)(d) 35(1)(e) 35(1)(f) 35(1)(g)
35(1)(h) 40
"""
HARMS = {
    "prejudice substantially": cites(PREJUDICE_SUBSTANTIALLY),
    "inhibit substantially": cites("30(b)(i) 30(b)(ii)"),
    "otherwise prejudice substantially": cites("30(c)"),
    "endanger": cites("39(1)"),
    "safeguard": cites("31(1)"),
}


class Item(NamedTuple):
    """An item of s.2(2), and what it lists; ``conditions`` keep s.38(1)(b) to some cases."""

    name: str
    lists: str
    conditions: str = ""


def the_list(on: date) -> tuple[Item, ...]:
    first = "38(2)(a)(i) 38(2)(b)" if on < PERSONAL_DATA else "38(2A)"
    return (
        Item("2(2)(a)", "25"),
        Item("2(2)(b)", "26"),
        Item("2(2)(c)", "36(2)"),
        Item("2(2)(d)", "37"),
        Item("2(2)(e)(i)", "38(1)(a) 38(1)(c) 38(1)(d)"),
        Item("2(2)(e)(ii)", "38(1)(b)", first),
    )


def expected(row: Exemption, on: date) -> tuple[Status, Citation | None]:
    for item in the_list(on):
        if not any(one.contains(row.citation) for one in cites(item.lists)):
            continue
        if not item.conditions:
            return Status.ABSOLUTE, cite(item.name)
        if row.condition is None:
            return Status.PARTLY_ABSOLUTE, cite(item.name)
        if any(one.contains(row.condition) for one in cites(item.conditions)):
            return Status.ABSOLUTE, cite(item.name)
    return Status.QUALIFIED, None


def rows(on: date, role: Role) -> list[Exemption]:
    return [row for row in catalogue(regime=Regime.FOISA, on=on) if row.role is role]


class TestAbsolute:
    """s.2(2): the provisions listed, and no others, confer absolute exemption."""

    @every_day
    def test_every_status_follows_from_the_list(self, on: date) -> None:
        for row in rows(on, Role.WITHHOLD):
            assert (row.status, row.absolute_by) == expected(row, on), str(row)
            assert bool(row.status_note) == (row.status is Status.PARTLY_ABSOLUTE)

    @every_day
    def test_each_item_reaches_something(self, on: date) -> None:
        reached = {expected(row, on)[1] for row in rows(on, Role.WITHHOLD)} - {None}
        assert reached == {cite(item.name) for item in the_list(on)}


class TestWhatIsExempt:
    """ss.25 to 41: what makes information exempt, and the harm that is spoken of."""

    @every_day
    def test_these_limbs_and_no_others(self, on: date) -> None:
        third_party = cites("38(1)(b)")
        found = {row.citation for row in rows(on, Role.WITHHOLD)}
        assert found == cites(CLASSES) | third_party.union(*HARMS.values())

    @every_day
    def test_on_these_grounds(self, on: date) -> None:
        for row in rows(on, Role.WITHHOLD):
            verbs = [verb for verb, limbs in HARMS.items() if row.citation in limbs]
            assert [row.harm.verb] if row.harm else verbs == [], str(row)
            if verbs:
                assert row.harm is not None
                assert row.harm.verb == verbs[0]
            basis = {
                (): Basis.CONDITIONS if row.citation == cite("38(1)(b)") else Basis.CLASS,
                ("endanger",): Basis.ENDANGERMENT,
                ("safeguard",): Basis.REQUIRED,
            }.get(tuple(verbs), Basis.PREJUDICE)
            assert row.basis is basis, str(row)
            likely = (Likelihood.WOULD, Likelihood.WOULD_BE_LIKELY)
            both = basis in (Basis.PREJUDICE, Basis.ENDANGERMENT)
            assert (row.harm.thresholds if row.harm else ()) == (likely if both else ()), str(row)

    @every_day
    def test_the_conditions_of_personal_data_are_those_of_the_time(self, on: date) -> None:
        old, new = "38(2)(a)(i) 38(2)(a)(ii) 38(2)(b) 38(3)", "38(2A)(a) 38(2A)(b) 38(2B)"
        wanted = cites(old if on < PERSONAL_DATA else f"{new} 38(3A)(a) 38(3A)(b)")
        assert {r.condition for r in rows(on, Role.WITHHOLD) if r.condition} == wanted

    def test_no_qualified_person_is_needed(self) -> None:
        assert not any(row.needs_qualified_person for row in catalogue(regime=Regime.FOISA))

    def test_policy_is_for_the_scottish_administration(self) -> None:
        assert {
            row.citation.section
            for row in catalogue(regime=Regime.FOISA)
            if row.who_may_rely != "any public authority"
        } == {"29"}


class TestNotRevealing:
    """s.18(1): ss.28 to 35, 38 since 31 May 2013, 39(1) and 41, and no other."""

    @every_day
    def test_one_provision_answers_to_many(self, on: date) -> None:
        (row,) = rows(on, Role.CONFIRM_OR_DENY)
        assert row.citation == cite("18(1)")
        assert row.duty is Duty.CONFIRM_OR_DENY
        assert row.needs_public_interest_test is True
        named = [*"28 29 30 31 32 33 34 35 39(1) 41".split(), *(["38"] * (on >= REACHES_38))]
        reached = {
            limb.citation
            for limb in rows(on, Role.WITHHOLD)
            if any(cite(text).contains(limb.citation) for text in named)
        }
        assert set(row.covers) == reached

    @every_day
    def test_and_each_limb_names_it(self, on: date) -> None:
        (ncnd,) = rows(on, Role.CONFIRM_OR_DENY)
        for row in rows(on, Role.WITHHOLD):
            reached = row.citation in ncnd.covers
            assert row.confirm_or_deny == ((ncnd.citation,) if reached else ()), str(row)


EXISTING = """
18(1) 18(2) 25(1) 25(2)(a) 25(2)(b)(i) 25(2)(b)(ii) 25(3)(a)(i) 25(3)(a)(ii) 25(3)(b)
26(a) 26(b) 26(c) 27(1)(a)(i) 27(1)(a)(ii) 27(1)(b) 27(1)(c) 27(2)(a)(i) 27(2)(a)(ii)
27(2)(b)(i) 27(2)(b)(ii) 27(2)(b)(iii) 27(2)(b)(iv) 28(1) 28(2)(a) 28(2)(b) 28(2)(c) 28(2)(d)
29(1)(a) 29(1)(d) 29(2)(a) 29(2)(b) 29(3) 29(4) 29(5) 30(a) 30(b)(i) 30(b)(ii) 30(c)
31(1) 31(2) 31(3) 31(4)(a) 31(4)(b) 31(5)(a) 31(5)(b)(i) 31(5)(b)(ii)
32(1)(a)(i) 32(1)(a)(iv) 32(1)(b)(i) 32(1)(b)(ii) 32(2)(a) 32(2)(b) 32(3)
33(1)(a) 33(1)(b) 33(2)(a) 33(2)(b) 33(3) 34(1)(a)(i) 34(1)(a)(ii) 34(1)(b) 34(1)(c)
34(2)(a) 34(2)(b)(i) 34(2)(b)(ii) 34(3)(a) 34(3)(b) 34(4)
35(1)(a) 35(1)(f) 35(1)(g) 35(1)(h)(i) 35(1)(h)(ii) 35(2)(a) 35(2)(d)(i) 35(2)(d)(ii) 35(2)(j)
36(1) 36(2)(a) 36(2)(b) 37(1)(a)(i) 37(1)(a)(iii) 37(1)(b)(i) 37(1)(b)(ii) 37(2) 37(3)
38(1)(a) 38(1)(b) 38(1)(c) 38(1)(d) 38(2A)(a) 38(2A)(b) 38(2B) 38(3A)(a) 38(3A)(b) 38(5)
38(5A) 38(6) 39(1) 39(2)(a) 39(2)(b) 39(3) 40(a) 40(b) 41(a) 41(b)
""".split()
MISSING = """
18(3) 24 24(1) 25(4) 26(d) 27(3) 29(1)(e) 30(d) 30(b)(iii) 31(6) 32(1)(a)(v) 33(1)(c) 34(5)
35(1)(i) 35(2)(k) 36(3) 37(1)(c) 38(1)(e) 38(1A) 38(2C) 39(4) 40(c) 41(c) 42 42(1)
""".split()


class TestNumbering:
    """Every paragraph there is can be looked up, and none that is not."""

    @pytest.mark.parametrize("text", EXISTING)
    def test_it_stands_today(self, text: str) -> None:
        assert exemption(text, regime=Regime.FOISA).citation == cite(text)

    @pytest.mark.parametrize("text", MISSING)
    def test_there_is_no_such_provision(self, text: str) -> None:
        with pytest.raises(UnknownProvisionError):
            exemption(text, regime=Regime.FOISA)

    @pytest.mark.parametrize(
        ("text", "instead"),
        [
            ("38(2)", "38(2A)(a) 38(2A)(b) 38(2B)"),
            ("38(2)(a)(ii)", "38(2B)"),
            ("38(3)", "38(3A)"),
            ("38(4)", ""),
        ],
    )
    def test_what_was_replaced_names_its_successor(self, text: str, instead: str) -> None:
        assert exemption(text, regime=Regime.FOISA, on=date(2018, 5, 24)).citation == cite(text)
        with pytest.raises(NotInForceError) as caught:
            exemption(text, regime=Regime.FOISA)
        assert set(caught.value.successors) == cites(instead)

    def test_publication_schemes_before_and_since_2013(self) -> None:
        old = exemption("25(3)", regime=Regime.FOISA, on=date(2013, 5, 30))
        assert old.summary.startswith("(Before 31 May 2013)")
        assert exemption("25(3)", regime=Regime.FOISA) != old

    def test_the_certificate_of_national_security(self) -> None:
        (certificate,) = exemption("31(1)", regime=Regime.FOISA).certificates
        assert certificate.citation == cite("31(2)")
        assert exemption("31(2)", regime=Regime.FOISA).role is Role.CERTIFICATE
