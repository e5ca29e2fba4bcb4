"""The appropriate limit: SI 2004/3244 regs 3 to 5 and SSI 2004/467 regs 3 to 6."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Citation, Regime
from foiprevent.errors import InvalidRecordError, NotInForceError, UnknownProvisionError
from foiprevent.exemptions import CostLimit, Work, cost_limit, estimate

COUNTED = (Work.DETERMINING, Work.LOCATING, Work.RETRIEVING, Work.EXTRACTING)
hours = st.dictionaries(
    st.sampled_from(Work), st.decimals(min_value=0, max_value=100, places=2), max_size=7
)


class TestLimits:
    """regs 3 and 4(4): 600 or 450 pounds, which is 24 or 18 hours at 25 pounds."""

    @pytest.mark.parametrize(
        ("limit", "pounds", "spent"),
        [
            (cost_limit(), 450, 18),
            (cost_limit(central_government=True), 600, 24),
            (cost_limit(Regime.FOISA), 600, 40),
            (cost_limit(Regime.FOISA, central_government=True), 600, 40),
        ],
    )
    def test_pounds_and_hours(self, limit: CostLimit, pounds: int, spent: int) -> None:
        assert (limit.pounds, limit.hours) == (Decimal(pounds), Decimal(spent))

    @pytest.mark.parametrize(
        ("limit", "provision", "rests_on"),
        [
            (cost_limit(), "FOIA s.12(1)", "SI 2004/3244 reg 3(3), 4(3), 4(4), 5"),
            (
                cost_limit(central_government=True),
                "FOIA s.12(1)",
                "SI 2004/3244 reg 3(2), 4(3), 4(4), 5",
            ),
            (cost_limit(Regime.FOISA), "FOISA s.12(1)", "SSI 2004/467 reg 5, 3, 3(2)(b), 6"),
        ],
    )
    def test_what_each_rests_on(self, limit: CostLimit, provision: str, rests_on: str) -> None:
        instrument, regs = rests_on.split(" reg ")
        assert limit.cites[0] == limit.citation == Citation.parse(provision)
        found = [str(one) for one in limit.cites if str(one).startswith(instrument)]
        assert found == [f"{instrument} reg {number}" for number in regs.split(", ")]

    def test_a_regulation_has_its_own_address(self) -> None:
        rate = cost_limit(Regime.FOISA).rate_by
        assert rate.uri == "https://www.legislation.gov.uk/ssi/2004/467/regulation/3/2/b"
        assert cost_limit().limit_by.uri == (
            "https://www.legislation.gov.uk/uksi/2004/3244/regulation/3/3"
        )

    def test_the_eir_have_none(self) -> None:
        with pytest.raises(UnknownProvisionError, match="manifestly unreasonable"):
            cost_limit(Regime.EIR)

    @pytest.mark.parametrize("regime", [Regime.FOIA, Regime.FOISA])
    def test_there_was_none_before_the_right_of_access(self, regime: Regime) -> None:
        assert cost_limit(regime, on=date(2005, 1, 1)) == cost_limit(regime)
        with pytest.raises(NotInForceError, match=r"s\.12\(1\).*2005-01-01"):
            cost_limit(regime, on=date(2004, 12, 31))

    def test_requests_are_taken_together_within_sixty_working_days(self) -> None:
        assert cost_limit().window == 60
        assert cost_limit(Regime.FOISA).window is None


class TestEstimate:
    """s.12(1): more than the limit, of the work that counts and no other."""

    def test_exactly_the_limit_is_not_over_it(self) -> None:
        assert not estimate({Work.LOCATING: 18}, limit=cost_limit()).exceeds
        over = estimate({Work.LOCATING: 18}, limit=cost_limit(), disbursements=Decimal("0.01"))
        assert over.exceeds
        assert over.pounds == Decimal("450.01")
        assert over.cites == cost_limit().cites

    def test_its_steps(self) -> None:
        found = estimate(
            {Work.LOCATING: Decimal("12.5"), Work.REDACTING: 40},
            limit=cost_limit(),
            disbursements=10,
        )
        assert found.steps == (
            "12.5 hours count, at 25 pounds: 312.5 pounds (SI 2004/3244 reg 4(4))",
            "other costs: 10 pounds",
            "redacting it does not count (SI 2004/3244 reg 4(3); [2011] EWHC 44 (Admin))",
            "322.5 pounds is not more than the limit of 450 (FOIA s.12(1); SI 2004/3244 reg 3(3))",
        )
        assert found.left_out == (Work.REDACTING,)

    @given(spent=hours)
    def test_only_the_four_activities_count(self, spent: dict[Work, Decimal]) -> None:
        found = estimate(spent, limit=cost_limit())
        assert found.pounds == 25 * sum(spent.get(work, Decimal(0)) for work in COUNTED)
        assert found.exceeds == (found.pounds > 450)
        assert set(found.left_out) == set(spent) - set(COUNTED)

    @given(spent=hours, more=st.sampled_from(Work))
    def test_more_work_never_costs_less(self, spent: dict[Work, Decimal], more: Work) -> None:
        for limit in (cost_limit(), cost_limit(Regime.FOISA)):
            before = estimate(spent, limit=limit)
            after = estimate({**spent, more: spent.get(more, Decimal(0)) + 1}, limit=limit)
            added = limit.pounds_per_hour if more in limit.counts else 0
            assert after.pounds - before.pounds == added

    def test_in_scotland_redacting_counts_and_deciding_what_to_redact_does_not(self) -> None:
        spent = {Work.REDACTING: 2, Work.CONSIDERING: 3}
        found = estimate(spent, limit=cost_limit(Regime.FOISA))
        assert found.pounds == 30
        assert found.left_out == (Work.CONSIDERING,)
        assert estimate(spent, limit=cost_limit()).pounds == 0

    def test_in_scotland_finding_out_what_is_held_does_not_count(self) -> None:
        limit = cost_limit(Regime.FOISA)
        found = estimate({Work.DETERMINING: 100, Work.PROVIDING: 1}, limit=limit)
        assert found.pounds == 15
        assert found.left_out == (Work.DETERMINING,)

    def test_in_scotland_the_rate_may_be_lower(self) -> None:
        limit = cost_limit(Regime.FOISA)
        assert estimate({Work.LOCATING: 50}, limit=limit, pounds_per_hour=12).pounds == 600
        with pytest.raises(InvalidRecordError, match="at most 15"):
            estimate({}, limit=limit, pounds_per_hour=16)
        with pytest.raises(InvalidRecordError, match="fixes it at 25"):
            estimate({}, limit=cost_limit(), pounds_per_hour=20)
        assert estimate({}, limit=cost_limit(), pounds_per_hour=25).pounds == 0

    @pytest.mark.parametrize("bad", [-1, Decimal("NaN"), Decimal("Infinity"), 1.5, "2", True])
    def test_what_is_no_amount_is_refused(self, bad: object) -> None:
        with pytest.raises(InvalidRecordError, match=r"hours\[LOCATING\]"):
            estimate({Work.LOCATING: bad}, limit=cost_limit())  # type: ignore[dict-item]
        with pytest.raises(InvalidRecordError, match="disbursements"):
            estimate({}, limit=cost_limit(), disbursements=bad)  # type: ignore[arg-type]

    def test_what_is_no_work_is_refused(self) -> None:
        with pytest.raises(InvalidRecordError, match="hours cannot be 'reading'"):
            estimate({"reading": 1}, limit=cost_limit())  # type: ignore[dict-item]
