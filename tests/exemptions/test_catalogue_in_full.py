"""What stands at a citation, in full: what has no row of its own, and what is not there."""

from __future__ import annotations

from datetime import date

import pytest

from foiprevent.citations import Citation
from foiprevent.errors import InvalidRecordError, NotInForceError
from foiprevent.exemptions import (
    Basis,
    Dispute,
    Duty,
    Exemption,
    Period,
    Role,
    Status,
    exemption,
)
from foiprevent.exemptions._catalogue import _merged


def cites(texts: str) -> tuple[Citation, ...]:
    return tuple(Citation.parse(text) for text in texts.split())


def days(start: str, end: str | None = None) -> Period:
    last = None if end is None else date.fromisoformat(end)
    return Period(start=date.fromisoformat(start), end=last)


class TestWithoutARowOfItsOwn:
    """What its limbs have in common, and what any of them has."""

    def test_government_policy(self) -> None:
        limbs = tuple(exemption(f"35(1)({letter})") for letter in "abcd")
        assert exemption("35(1)") == Exemption(
            citation=Citation.parse("35(1)"),
            title="Formulation of government policy, etc",
            summary="Relates to making or developing government policy; Relates to communications "
            "between ministers; Relates to Law Officers' advice or requests for it; Relates to "
            "running a minister's private office.",
            role=Role.WITHHOLD,
            duty=Duty.COMMUNICATE,
            status=Status.QUALIFIED,
            basis=Basis.CLASS,
            confirm_or_deny=cites("35(3)"),
            excludes=cites(
                "36(2)(a)(i) 36(2)(a)(ii) 36(2)(a)(iii) 36(2)(b)(i) 36(2)(b)(ii) 36(2)(c)"
            ),
            limited_by=cites("35(2) 35(4)"),
            who_may_rely="government departments and the Welsh Government only",
            limbs=limbs,
            in_force=(days("2005-01-01"),),
            sources=limbs[0].sources,
        )

    def test_a_note_that_its_limbs_share(self) -> None:
        found = exemption("30(2)")
        assert found.notes == "Cite with s.30(2)(b), which must be met as well."
        assert found.sources == exemption("30(2)(a)(i)").sources

    def test_a_dispute_that_its_limbs_share(self) -> None:
        found = exemption("40(5B)(a)")
        assert found.status is Status.DISPUTED
        assert found.dispute == Dispute(words=Status.QUALIFIED, regulator=Status.ABSOLUTE)
        assert found.covers == cites("40(2)")
        assert found.sources == exemption("40(5B)(a)(i)").sources

    @pytest.mark.parametrize(
        ("text", "status"),
        [("37", Status.PARTLY_ABSOLUTE), ("40", Status.DISPUTED)],
    )
    def test_where_its_limbs_differ_it_says_so(self, text: str, status: Status) -> None:
        found = exemption(text)
        assert found.status is status
        assert found.status_note == "its limbs differ: see each"

    def test_of_public_affairs_the_note_is_that_of_every_limb(self) -> None:
        assert exemption("36").status_note == exemption("36(2)(c)").status_note
        assert exemption("36").covers == exemption("36(3)").covers


class TestNotThere:
    """When it was there, by the day that counts."""

    def test_what_goes_by_the_day_a_request_is_received(self) -> None:
        with pytest.raises(NotInForceError) as caught:
            exemption("37(1)(aa)", on=date(2010, 1, 1))
        assert caught.value.args == (
            Citation.parse("37(1)(aa)"),
            date(2010, 1, 1),
            "it came into force on 2011-01-19, for requests received then",
            cites("37(1)(a)"),
        )


class TestMerged:
    """The fewest periods that cover the same days."""

    def test_a_day_between_two_keeps_them_apart(self) -> None:
        apart = (days("2005-01-01", "2005-12-30"), days("2006-01-01"))
        assert _merged(apart) == apart

    def test_none_between_two_joins_them(self) -> None:
        one, other = days("2005-01-01", "2005-12-31"), days("2006-01-01", "2006-12-31")
        assert _merged((other, one)) == (days("2005-01-01", "2006-12-31"),)

    def test_what_lies_within_another_adds_nothing(self) -> None:
        whole = days("2005-01-01", "2009-12-31")
        assert _merged((whole, days("2006-01-01", "2006-12-31"))) == (whole,)


class TestPeriods:
    """What a stretch of days is written as, and what is none."""

    def test_days_below_ten_have_one_digit(self) -> None:
        assert str(days("2007-05-04")) == "since 4 May 2007"
        assert str(days("2005-03-01", "2010-06-05")) == "from 1 March 2005 to 5 June 2010"

    def test_none_ends_before_it_starts(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            days("2006-01-01", "2005-12-31")
        assert caught.value.args == (
            "Period.end",
            date(2005, 12, 31),
            "before its start, 2006-01-01",
        )

    def test_a_day_of_receipt_counts_only_where_an_amendment_goes_by_it(self) -> None:
        before, after = date(2018, 5, 24), date(2018, 5, 25)
        assert exemption("40(5A)").is_in_force(after, received=before)
        assert not exemption("40(5A)").is_in_force(before, received=before)
        royal = exemption("37(1)(aa)")
        assert not royal.is_in_force(date(2011, 2, 1), received=date(2011, 1, 18))
        assert royal.is_in_force(date(2011, 2, 1), received=date(2011, 1, 19))
