"""The cost limit, in full: what is refused, with its words, and where the regulations are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from foiprevent.citations import Citation, Regime
from foiprevent.errors import InvalidRecordError, NotInForceError, UnknownProvisionError
from foiprevent.exemptions import Work, cost_limit, estimate
from foiprevent.exemptions._rows import enactment
from foiprevent.exemptions.cost import _regulation

COMMISSIONER = "Scottish Information Commissioner, questions of authorities on fees"
NO_AMOUNT = "expected a Decimal or an int"
NOT_FINITE = "expected a finite number, not negative"


class TestLimits:
    """What there is not, and when."""

    def test_of_the_eir_it_is_said_what_there_is_instead(self) -> None:
        with pytest.raises(UnknownProvisionError) as caught:
            cost_limit(Regime.EIR)
        assert caught.value.citation == Citation.parse("EIR reg.12(4)(b)")
        assert caught.value.reason == (
            "the EIR set no cost limit: a request that asks too much is manifestly unreasonable"
        )

    def test_before_the_right_of_access_the_day_is_named(self) -> None:
        on = date(2004, 12, 31)
        with pytest.raises(NotInForceError) as caught:
            cost_limit(on=on)
        assert caught.value.citation == Citation.parse("12(1)")
        assert caught.value.on == on
        assert caught.value.reason == "it came into force on 2005-01-01"
        assert caught.value.successors == ()

    def test_what_is_no_day_is_refused_by_its_name(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            cost_limit(on="today")  # type: ignore[arg-type]
        assert caught.value.field == "cost_limit.on"
        assert caught.value.value == "today"

    def test_central_government_has_more_under_the_act_and_nowhere_else(self) -> None:
        central = cost_limit(central_government=True)
        assert (central.pounds, str(central.limit_by)) == (Decimal(600), "SI 2004/3244 reg 3(2)")
        assert cost_limit().pounds == Decimal(450)
        scottish = cost_limit(Regime.FOISA)
        assert cost_limit(Regime.FOISA, central_government=True) == scottish


class TestRegulations:
    """Each regulation is a source of its own, at its own address."""

    @pytest.mark.parametrize(
        ("instrument", "number", "place"),
        [
            ("SI 2004/3244", "3(3)", "uksi/2004/3244/regulation/3/3"),
            ("SI 2004/3244", "5", "uksi/2004/3244/regulation/5"),
            ("SSI 2004/467", "3(2)(b)", "ssi/2004/467/regulation/3/2/b"),
        ],
    )
    def test_an_address_has_a_step_for_each_bracket(
        self, instrument: str, number: str, place: str
    ) -> None:
        assert _regulation(instrument, number) == enactment(
            f"{instrument} reg {number}", f"https://www.legislation.gov.uk/{place}"
        )


class TestEstimate:
    """What an estimate says, and what it refuses."""

    def test_one_over_the_limit_says_so_and_names_no_other_costs(self) -> None:
        found = estimate({Work.LOCATING: 19}, limit=cost_limit())
        assert found.exceeds
        assert found.pounds == Decimal(475)
        assert found.steps == (
            "19 hours count, at 25 pounds: 475 pounds (SI 2004/3244 reg 4(4))",
            "475 pounds is more than the limit of 450 (FOIA s.12(1); SI 2004/3244 reg 3(3))",
        )

    def test_under_the_scottish_regulations_at_what_the_staff_really_cost(self) -> None:
        found = estimate(
            {Work.PROVIDING: 10, Work.CONSIDERING: 1},
            limit=cost_limit(Regime.FOISA),
            disbursements=Decimal("7.50"),
            pounds_per_hour=12,
        )
        assert found.pounds == Decimal("127.50")
        assert found.steps == (
            "10 hours count, at 12 pounds: 120 pounds (SSI 2004/467 reg 3(2)(b))",
            "other costs: 7.5 pounds",
            f"{Work.CONSIDERING.value} does not count (SSI 2004/467 reg 3; {COMMISSIONER})",
            "127.5 pounds is not more than the limit of 600 (FOISA s.12(1); SSI 2004/467 reg 5)",
        )

    def test_what_is_no_work(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            estimate({"reading": 1}, limit=cost_limit())  # type: ignore[dict-item]
        assert caught.value.args == ("estimate.hours", "reading", "expected Work")

    @pytest.mark.parametrize(
        ("bad", "reason"),
        [(1.5, NO_AMOUNT), (True, NO_AMOUNT), (-1, NOT_FINITE), (Decimal("inf"), NOT_FINITE)],
    )
    def test_what_is_no_amount(self, bad: object, reason: str) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            estimate({Work.LOCATING: bad}, limit=cost_limit())  # type: ignore[dict-item]
        assert caught.value.args == ("estimate.hours[LOCATING]", bad, reason)
        with pytest.raises(InvalidRecordError) as caught:
            estimate({}, limit=cost_limit(), disbursements=bad)  # type: ignore[arg-type]
        assert caught.value.args == ("estimate.disbursements", bad, reason)
        with pytest.raises(InvalidRecordError) as caught:
            estimate({}, limit=cost_limit(), pounds_per_hour=bad)  # type: ignore[arg-type]
        assert caught.value.args == ("estimate.pounds_per_hour", bad, reason)

    @pytest.mark.parametrize(
        ("regime", "rate", "reason"),
        [
            (Regime.FOIA, 24, "FOIA fixes it at 25"),
            (Regime.FOIA, 26, "FOIA fixes it at 25"),
            (Regime.FOISA, 16, "at most 15"),
        ],
    )
    def test_what_is_no_rate(self, regime: Regime, rate: int, reason: str) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            estimate({}, limit=cost_limit(regime), pounds_per_hour=rate)
        assert caught.value.args == ("estimate.pounds_per_hour", rate, reason)
