"""Regulations 5(3), 12 and 13 of the EIR, entered a second time from their wording."""

from __future__ import annotations

from datetime import date

import pytest

from foiprevent.citations import Citation, Regime
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import (
    Basis,
    Exemption,
    Likelihood,
    Role,
    Status,
    catalogue,
    exemption,
)

PERSONAL_DATA = date(2018, 5, 25)
DAYS = (
    date(2005, 1, 1),
    date(2018, 5, 24),
    PERSONAL_DATA,
    date(2020, 12, 31),
    date(2025, 9, 5),
    date(2026, 2, 5),
    date(2026, 12, 31),
)
every_day = pytest.mark.parametrize("on", DAYS, ids=str)


def cite(text: str) -> Citation:
    return Citation.parse(text, regime=Regime.EIR)


def cites(texts: str) -> set[Citation]:
    return {cite(text) for text in texts.split()}


GENERAL = cites("12(4)(a) 12(4)(b) 12(4)(c) 12(4)(d) 12(4)(e)")
ADVERSE = cites("12(5)(a) 12(5)(b) 12(5)(c) 12(5)(d) 12(5)(e) 12(5)(f) 12(5)(g)")
EMISSIONS = cites("12(5)(d) 12(5)(e) 12(5)(f) 12(5)(g)")
# What is not put to the test of reg.12(1)(b) or one of its own.
NO_TEST = {
    False: cites("5(3) 13(2)(a)(i) 13(2)(b) 13(5)(a) 13(5)(b)"),
    True: cites("5(3) 13(1)(a) 13(2A) 13(5A)(a)"),
}
CONDITIONS = {
    False: cites("13(2)(a)(i) 13(2)(a)(ii) 13(2)(b) 13(3)"),
    True: cites("13(2A)(a) 13(2A)(b) 13(2B)(a) 13(2B)(b) 13(3A)(a) 13(3A)(b) 13(3A)(c)"),
}
PERSONAL = {False: cites("13(1)"), True: cites("13(1)(a) 13(1)(b)")}
NEITHER = {
    False: {"12(6)": "12(5)(a)", "13(5)(a)": "13(1)", "13(5)(b)": "13(1)"},
    True: {"12(6)": "12(5)(a)", "13(5A)(a)": "13(1)(a)", "13(5A)(b)": "13(1)(b)"},
}


def rows(on: date, role: Role | None = None) -> list[Exemption]:
    found = catalogue(regime=Regime.EIR, on=on)
    return [row for row in found if role in (None, row.role)]


def expected(row: Exemption, on: date) -> Status:
    since = on >= PERSONAL_DATA
    if row.citation == cite("12(4)(a)"):
        return Status.DISPUTED
    if row.citation == cite("13(1)") and row.condition is None:
        return Status.PARTLY_ABSOLUTE
    named = (
        row.citation if row.condition is None or row.citation.parts[0] == "5A" else row.condition
    )
    free = any(one.contains(named) for one in NO_TEST[since])
    return Status.ABSOLUTE if free else Status.QUALIFIED


class TestPublicInterest:
    """reg.12(1)(b): every exception of reg.12(4) and (5) is put to the public interest."""

    @every_day
    def test_every_status_follows_from_the_words(self, on: date) -> None:
        for row in rows(on):
            assert row.status is expected(row, on), str(row)
            assert bool(row.absolute_by) == (
                row.status in (Status.ABSOLUTE, Status.PARTLY_ABSOLUTE)
            )

    def test_what_is_not_held_is_disputed(self) -> None:
        found = exemption("EIR 12(4)(a)")
        assert found.dispute is not None
        assert found.dispute.words is Status.QUALIFIED
        assert found.needs_public_interest_test is None

    def test_a_presumption_in_favour_of_disclosure(self) -> None:
        assert exemption("EIR 12(2)").role is Role.DEFINITION
        assert "presumption in favour of disclosure" in exemption("EIR 12(2)").summary


class TestExceptions:
    """regs 12(4), 12(5) and 13: what may be refused, and on what ground."""

    @every_day
    def test_these_and_no_others(self, on: date) -> None:
        since = on >= PERSONAL_DATA
        found = {row.citation for row in rows(on, Role.WITHHOLD)}
        assert found == cites("5(3)") | GENERAL | ADVERSE | PERSONAL[since]
        assert {row.condition for row in rows(on, Role.WITHHOLD) if row.condition} == CONDITIONS[
            since
        ]

    @every_day
    def test_on_these_grounds(self, on: date) -> None:
        for row in rows(on, Role.WITHHOLD):
            if row.citation in ADVERSE:
                assert row.basis is Basis.ADVERSE_EFFECT
                assert row.harm is not None
                assert row.harm.verb == "adversely affect"
                assert row.harm.thresholds == (Likelihood.WOULD,)
            elif row.citation in GENERAL:
                assert row.basis is Basis.CLASS
            elif row.citation == cite("5(3)"):
                assert row.basis is Basis.EXCLUSION
            else:
                assert row.basis is Basis.CONDITIONS

    @every_day
    def test_emissions_cut_down_these(self, on: date) -> None:
        for row in rows(on):
            assert row.limited_by == ((cite("12(9)"),) if row.citation in EMISSIONS else ())

    @every_day
    def test_only_national_security_has_a_certificate(self, on: date) -> None:
        certified = {row.citation for row in rows(on) if row.certificates}
        assert certified == cites("12(5)(a) 12(6)")


class TestCertificates:
    """regs 15 and 18(3) and (7): a certificate is conclusive, but can be appealed against."""

    @pytest.mark.parametrize("text", ["12(5)(a)", "12(6)"])
    def test_what_it_proves_and_how_it_is_challenged(self, text: str) -> None:
        (certificate,) = exemption(text, regime=Regime.EIR).certificates
        assert certificate.citation == cite("15(1)")
        assert certificate.effect == (
            "conclusive evidence, subject to appeal under s.60 of FOIA on judicial review "
            "principles; Part IV of FOIA then does not apply (regs 15(3), 18(3) and (7))"
        )

    @pytest.mark.parametrize("number", range(1, 7))
    def test_the_paragraphs_on_it_have_that_role(self, number: int) -> None:
        found = exemption(f"15({number})", regime=Regime.EIR)
        assert found.role is Role.CERTIFICATE
        assert found.duty is None


class TestNeitherConfirmNorDeny:
    """regs 12(6), 13(5) and 13(5A): what each answers to."""

    @every_day
    def test_these_provisions_and_no_others(self, on: date) -> None:
        found = {row.citation: set(row.covers) for row in rows(on, Role.CONFIRM_OR_DENY)}
        wanted = {cite(one): cites(other) for one, other in NEITHER[on >= PERSONAL_DATA].items()}
        assert found == wanted

    @every_day
    def test_and_back(self, on: date) -> None:
        answers = {row.citation: row for row in rows(on, Role.CONFIRM_OR_DENY)}
        for row in rows(on, Role.WITHHOLD):
            for one in row.confirm_or_deny:
                assert row.citation in answers[one].covers
            covered = any(row.citation in other.covers for other in answers.values())
            assert covered == bool(row.confirm_or_deny), str(row)


EXISTING = """
5(3) 5(6) 12(1)(a) 12(1)(b) 12(2) 12(3) 12(4)(a) 12(4)(e) 12(5)(a) 12(5)(f)(i) 12(5)(f)(iii)
12(5)(g) 12(6) 12(7) 12(8) 12(9) 12(10) 12(11) 13(1)(a) 13(1)(b) 13(2A)(a) 13(2A)(b)
13(2B)(a) 13(2B)(b) 13(3A)(a) 13(3A)(b) 13(3A)(c) 13(5A)(a) 13(5A)(b) 13(5B)(a)(i)
13(5B)(a)(ii) 13(5B)(b) 13(5B)(c) 13(5B)(d) 13(5B)(e) 13(6) 15(1)(a) 15(2)(b) 15(3)(a)
15(4) 15(5) 15(6) 12 13 13(1) 13(5A) 13(5B)
""".split()
MISSING = """
5(1) 12(12) 12(4)(f) 12(5)(h) 12(5)(f)(iv) 13(7) 13(5B)(f) 13(3A)(d) 14(1) 15(4)(a) 15(7) 16
""".split()


class TestNumbering:
    """Every paragraph there is can be looked up, and none that is not."""

    @pytest.mark.parametrize("text", EXISTING)
    def test_it_stands_today(self, text: str) -> None:
        assert exemption(text, regime=Regime.EIR).citation == cite(text)

    @pytest.mark.parametrize("text", MISSING)
    def test_there_is_no_such_exception(self, text: str) -> None:
        with pytest.raises(UnknownProvisionError):
            exemption(text, regime=Regime.EIR)

    @pytest.mark.parametrize(
        ("text", "instead"),
        [
            ("13(2)", "13(2A)(a) 13(2A)(b) 13(2B)"),
            ("13(2)(a)(ii)", "13(2B)"),
            ("13(3)", "13(3A)"),
            ("13(4)", ""),
            ("13(5)(a)", "13(5A)(a) 13(5A)(b)"),
            ("13(5)(b)", "13(5A)(b)"),
        ],
    )
    def test_what_was_replaced_names_its_successor(self, text: str, instead: str) -> None:
        assert exemption(text, regime=Regime.EIR, on=date(2018, 5, 24)).citation == cite(text)
        with pytest.raises(NotInForceError) as caught:
            exemption(text, regime=Regime.EIR)
        assert set(caught.value.successors) == cites(instead)

    def test_a_condition_picks_its_limb(self) -> None:
        limb = exemption("EIR 13(1)", condition="13(2A)(a)")
        assert limb.status is Status.ABSOLUTE
        assert limb.citation == cite("13(1)(a)")
        third = exemption("EIR 13(1)", condition="13(3A)")
        assert {one.condition for one in third.limbs} == cites("13(3A)(a) 13(3A)(b) 13(3A)(c)")
        assert third.status is Status.QUALIFIED
