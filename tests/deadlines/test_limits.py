"""The time limits as data: each row against a table typed from the law by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Confidence, Regime, Source
from foiprevent.deadlines import (
    TIME_LIMITS,
    LimitKind,
    Rule,
    TimeLimit,
    Unit,
    compliance_deadline,
    deadline,
    limit,
    replay,
    working_days,
)
from foiprevent.deadlines.counting import apply
from foiprevent.deadlines.limits import LIMITS
from foiprevent.errors import CalendarRangeError, InvalidRecordError

FOIA, EIR, FOISA = Regime.FOIA, Regime.EIR, Regime.FOISA
STATUTE, CODE, REGULATOR = LimitKind.STATUTORY, LimitKind.CODE, LimitKind.REGULATOR
WORKING, MONTHS, WEEKS = Unit.WORKING_DAYS, Unit.MONTHS, Unit.WEEKS
DAYS, SCHOOL = Unit.CALENDAR_DAYS, Unit.SCHOOL_DAYS
LASTING, SPRING_2020 = False, True
ONE_DAY = timedelta(1)

# What limits what, how long, by what kind of rule, and where that rule stands.
BY_HAND = [
    (FOIA, Rule.RESPONSE, 20, WORKING, STATUTE, "FOIA s.10(1)", LASTING),
    (FOIA, Rule.RESPONSE_SCHOOL, 20, SCHOOL, STATUTE, "SI 2004/3364 reg.3", LASTING),
    (FOIA, Rule.RESPONSE_ARCHIVES, 30, WORKING, STATUTE, "SI 2004/3364 reg.4", LASTING),
    (FOIA, Rule.RESPONSE_WITH_LEAVE, 60, WORKING, STATUTE, "SI 2004/3364 reg.5", LASTING),
    (FOIA, Rule.EXTENSION_NOTICE, 20, WORKING, STATUTE, "FOIA s.17(1)", LASTING),
    (FOIA, Rule.EXTENDED_RESPONSE, 40, WORKING, REGULATOR, "FOIA s.10(3)", LASTING),
    (FOIA, Rule.FEE_PAYMENT, 3, MONTHS, STATUTE, "FOIA s.9(2)", LASTING),
    (FOIA, Rule.REVIEW_REQUEST, 40, WORKING, CODE, "para 5.3", LASTING),
    (FOIA, Rule.REVIEW_ANSWER, 20, WORKING, CODE, "paras 5.4 and 5.5", LASTING),
    (FOIA, Rule.REVIEW_ANSWER_AT_MOST, 40, WORKING, CODE, "paras 5.4 and 5.5", LASTING),
    (FOIA, Rule.COMPLAINT, 6, WEEKS, REGULATOR, "FOIA s.50(2)(b)", LASTING),
    (FOIA, Rule.APPEAL, 28, DAYS, STATUTE, "rr.12 and 22(1)(b)", LASTING),
    (FOIA, Rule.VETO, 20, WORKING, STATUTE, "FOIA s.53(2)", LASTING),
    (EIR, Rule.RESPONSE, 20, WORKING, STATUTE, "EIR reg.5(2)", LASTING),
    (EIR, Rule.EXTENSION_NOTICE, 20, WORKING, STATUTE, "EIR reg.7(3)", LASTING),
    (EIR, Rule.EXTENDED_RESPONSE, 40, WORKING, STATUTE, "EIR reg.7(1)", LASTING),
    (EIR, Rule.PARTICULARS, 20, WORKING, STATUTE, "EIR reg.9(2)", LASTING),
    (EIR, Rule.FEE_PAYMENT, 60, WORKING, STATUTE, "EIR reg.8(5)", LASTING),
    (EIR, Rule.REVIEW_REQUEST, 40, WORKING, STATUTE, "EIR reg.11(2)", LASTING),
    (EIR, Rule.REVIEW_ANSWER, 40, WORKING, STATUTE, "EIR reg.11(4)", LASTING),
    (EIR, Rule.COMPLAINT, 6, WEEKS, REGULATOR, "EIR reg.18", LASTING),
    (EIR, Rule.APPEAL, 28, DAYS, STATUTE, "rr.12 and 22(1)(b)", LASTING),
    (FOISA, Rule.RESPONSE, 20, WORKING, STATUTE, "FOISA s.10(1)", LASTING),
    (FOISA, Rule.RESPONSE, 60, WORKING, STATUTE, "Act 2020 Sch 6", SPRING_2020),
    (FOISA, Rule.RESPONSE_ARCHIVES, 30, WORKING, STATUTE, "FOISA s.10(2)", LASTING),
    (FOISA, Rule.FEE_PAYMENT, 3, MONTHS, STATUTE, "FOISA s.9(", LASTING),
    (FOISA, Rule.REVIEW_REQUEST, 40, WORKING, STATUTE, "FOISA s.20(5)", LASTING),
    (FOISA, Rule.REVIEW_ANSWER, 20, WORKING, STATUTE, "FOISA s.21(1)", LASTING),
    (FOISA, Rule.REVIEW_ANSWER, 60, WORKING, STATUTE, "Act 2020 Sch 6", SPRING_2020),
    (FOISA, Rule.REVIEW_ANSWER_ARCHIVES, 30, WORKING, STATUTE, "FOISA s.21(", LASTING),
    (FOISA, Rule.COMPLAINT, 6, MONTHS, STATUTE, "FOISA s.47(4)", LASTING),
    (FOISA, Rule.VETO, 30, WORKING, STATUTE, "FOISA s.52(2)", LASTING),
]
ROWS = {(row.regime, row.rule, row.length): row for row in TIME_LIMITS}
# The period of these begins with the day it is counted from: s.9(2), "beginning with".
BEGINS_WITH = {(FOIA, Rule.FEE_PAYMENT), (FOISA, Rule.FEE_PAYMENT)}
# These rest on what was read about the law, or on practice, and not on the law itself.
NOT_READ_IN_THE_LAW = {
    (FOIA, Rule.EXTENDED_RESPONSE),
    (FOIA, Rule.REVIEW_REQUEST),
    (FOIA, Rule.REVIEW_ANSWER),
    (FOIA, Rule.REVIEW_ANSWER_AT_MOST),
    (FOIA, Rule.COMPLAINT),
    (EIR, Rule.COMPLAINT),
}


class TestTable:
    """Every row, against the one above."""

    def test_these_are_all(self) -> None:
        found = Counter((row.regime, row.rule, row.length) for row in TIME_LIMITS)
        assert found == Counter(row[:3] for row in BY_HAND)

    @pytest.mark.parametrize("by_hand", BY_HAND, ids=lambda row: f"{row[0]}-{row[1]}-{row[2]}")
    def test_each(self, by_hand: tuple[Regime, Rule, int, Unit, LimitKind, str, bool]) -> None:
        regime, rule, length, unit, kind, provision, passing = by_hand
        row = ROWS[regime, rule, length]
        assert (row.unit, row.kind) == (unit, kind)
        assert row.begins_with is ((regime, rule) in BEGINS_WITH)
        assert any(provision in str(cite) for cite in row.cites)
        (period,) = row.in_force
        if passing:
            assert (period.start, period.end) == (date(2020, 4, 7), date(2020, 5, 26))
        else:
            assert (period.start, period.end) == (date(2005, 1, 1), None)
            assert limit(rule, regime) is LIMITS[rule, regime] is row
        known = Confidence.VERIFIED
        if passing or (regime, rule) in NOT_READ_IN_THE_LAW:
            known = Confidence.STATED
        assert row.confidence is known
        assert row.title
        assert row.counted_from.startswith("the ")

    def test_what_is_stated_cites_where(self) -> None:
        for row in TIME_LIMITS:
            sources = {cite.confidence for cite in row.cites if isinstance(cite, Source)}
            stated = bool(sources - {Confidence.VERIFIED})
            assert stated is (row.confidence is not Confidence.VERIFIED), row

    def test_every_citation_is_of_the_regime(self) -> None:
        for row in TIME_LIMITS:
            assert {c.regime for c in row.cites if not isinstance(c, Source)} <= {row.regime}

    def test_a_statutory_limit_cites_an_enactment_first(self) -> None:
        for row in TIME_LIMITS:
            if row.kind is LimitKind.STATUTORY:
                assert not isinstance(row.cites[0], Source)

    def test_the_code_is_no_law(self) -> None:
        for row in TIME_LIMITS:
            codes = [cite for cite in row.cites if "Code of Practice" in str(cite)]
            assert bool(codes) is (row.kind is LimitKind.CODE)

    @pytest.mark.parametrize(
        ("row", "noted"),
        [
            ((FOIA, Rule.RESPONSE_SCHOOL, 20), "Or the 60th working day"),
            ((FOIA, Rule.RESPONSE_SCHOOL, 20), "was not read"),
            ((FOIA, Rule.RESPONSE_WITH_LEAVE, 60), "otherwise the ordinary limit stands"),
            ((FOIA, Rule.EXTENDED_RESPONSE, 40), "within such time as is reasonable"),
            ((FOIA, Rule.COMPLAINT, 6), "three months; since when it is six weeks is not known"),
            ((FOIA, Rule.APPEAL, 28), "a stated reading"),
            ((EIR, Rule.APPEAL, 28), "which part of the UK"),
            ((FOISA, Rule.RESPONSE, 60), "27 May 2020"),
        ],
    )
    def test_what_is_unsure_is_noted_and_explained(
        self, row: tuple[Regime, Rule, int], noted: str
    ) -> None:
        found = ROWS[row]
        assert noted in (found.note or "")
        assert noted in apply(found, date(2023, 3, 23)).explain()


class TestLimit:
    """Which row holds: by the day the request was dealt with."""

    @pytest.mark.parametrize("rule", [Rule.RESPONSE, Rule.REVIEW_ANSWER])
    @pytest.mark.parametrize(
        ("dealt_with", "length"),
        [
            (None, 20),
            (date(2020, 4, 6), 20),
            (date(2020, 4, 7), 60),
            (date(2020, 5, 1), 60),
            (date(2020, 5, 26), 60),
            (date(2020, 5, 27), 20),
            (date(2021, 4, 7), 20),
        ],
    )
    def test_in_scotland_in_spring_2020(
        self, rule: Rule, dealt_with: date | None, length: int
    ) -> None:
        assert limit(rule, FOISA, dealt_with=dealt_with).length == length
        found = deadline(date(2020, 3, 2), regime=FOISA, rule=rule, dealt_with=dealt_with)
        assert found.due == working_days(FOISA).add(date(2020, 3, 2), length)
        assert found.limit.length == length
        assert f"  period     {length} working days, " in found.explain()

    def test_what_was_late_by_the_ordinary_limit_was_in_time(self) -> None:
        """Received on 2 March 2020 and answered on 20 April: 34 working days later."""
        answered = date(2020, 4, 20)
        assert working_days(FOISA).count(date(2020, 3, 2), answered) == 34
        assert deadline(date(2020, 3, 2), regime=FOISA).due < answered
        found = deadline(date(2020, 3, 2), regime=FOISA, dealt_with=answered)
        assert found.due == date(2020, 5, 28) > answered

    @pytest.mark.parametrize("rule", [Rule.REVIEW_REQUEST, Rule.COMPLAINT, Rule.VETO])
    def test_nothing_else_changed_there(self, rule: Rule) -> None:
        assert limit(rule, FOISA, dealt_with=date(2020, 4, 7)) is LIMITS[rule, FOISA]

    @pytest.mark.parametrize("day", [datetime(2020, 5, 1), "2020-05-01"])
    def test_a_day_that_is_none(self, day: Any) -> None:  # noqa: ANN401
        for ask in (limit, partial(deadline, date(2020, 3, 2))):
            with pytest.raises(InvalidRecordError) as caught:
                ask(rule=Rule.RESPONSE, regime=FOISA, dealt_with=day)
            assert caught.value.field == "deadline.dealt_with"

    def test_a_regime_that_is_none(self) -> None:
        wrong: Any = "FOIA"
        for ask in (limit, partial(replay, ())):
            with pytest.raises(InvalidRecordError) as caught:
                ask(rule=Rule.RESPONSE, regime=wrong)
            assert caught.value.field == "deadline.regime"

    @given(st.sampled_from([of for of in LIMITS if of[1] is not FOISA]), st.dates())
    def test_nor_did_anything_elsewhere(self, of: tuple[Rule, Regime], day: date) -> None:
        assert limit(*of, dealt_with=day) is LIMITS[of]

    @pytest.mark.parametrize(
        ("rule", "regime"),
        [
            (Rule.EXTENDED_RESPONSE, FOISA),
            (Rule.EXTENSION_NOTICE, FOISA),
            (Rule.PARTICULARS, FOIA),
            (Rule.RESPONSE_SCHOOL, EIR),
            (Rule.APPEAL, FOISA),
            (Rule.VETO, EIR),
            (Rule.COMPLIANCE, FOIA),
            (Rule.OWN_WINDOW, FOIA),
        ],
    )
    def test_what_a_regime_does_not_have(self, rule: Rule, regime: Regime) -> None:
        with pytest.raises(InvalidRecordError, match="has no such limit"):
            limit(rule, regime)


class TestMonths:
    """A month ends on the day of the same number, or on its last day."""

    @pytest.mark.parametrize(
        ("notice", "last"),
        [
            # The period begins with the day of the notice, and ends the day before.
            (date(2023, 1, 15), date(2023, 4, 14)),
            (date(2023, 3, 1), date(2023, 5, 31)),
            (date(2022, 12, 1), date(2023, 2, 28)),
            (date(2023, 12, 1), date(2024, 2, 29)),
            # February has no such day: it ends with the month.
            (date(2022, 11, 30), date(2023, 2, 28)),
            (date(2022, 11, 29), date(2023, 2, 28)),
            (date(2022, 11, 28), date(2023, 2, 27)),
            (date(2023, 11, 30), date(2024, 2, 29)),
            (date(2023, 11, 29), date(2024, 2, 28)),
            (date(2023, 1, 31), date(2023, 4, 30)),
        ],
    )
    @pytest.mark.parametrize("regime", [FOIA, FOISA])
    def test_three_to_pay_a_fee(self, notice: date, last: date, regime: Regime) -> None:
        found = deadline(notice, regime=regime, rule=Rule.FEE_PAYMENT)
        assert found.due == last
        assert "  day 1      " in found.explain()
        assert found.steps[0].number == 1
        assert [step.number for step in found.steps] == list(range(1, len(found.steps) + 1))

    @pytest.mark.parametrize(
        ("received", "last"),
        [
            (date(2023, 1, 15), date(2023, 7, 15)),
            (date(2023, 8, 31), date(2024, 2, 29)),
            (date(2022, 8, 31), date(2023, 2, 28)),
        ],
    )
    def test_six_to_apply_to_the_scottish_commissioner(self, received: date, last: date) -> None:
        assert deadline(received, regime=FOISA, rule=Rule.COMPLAINT).due == last

    @pytest.mark.parametrize("unit", [DAYS, WEEKS, MONTHS])
    def test_beyond_the_last_day_of_all(self, unit: Unit) -> None:
        row = TimeLimit(
            rule=Rule.COMPLIANCE,
            regime=FOIA,
            title="wait",
            length=1,
            unit=unit,
            counted_from="the day",
            begins_with=True,
            cites=(),
        )
        assert (
            apply(row, date(2023, 3, 1)).due
            == {
                DAYS: date(2023, 3, 1),
                WEEKS: date(2023, 3, 7),
                MONTHS: date(2023, 3, 31),
            }[unit]
        )
        with pytest.raises(CalendarRangeError):
            apply(row, date.max)


class TestRemedies:
    """Complaint, appeal, and what a decision notice requires."""

    def test_a_complaint_in_six_weeks(self) -> None:
        assert deadline(date(2023, 5, 24), rule=Rule.COMPLAINT).due == date(2023, 7, 5)

    @pytest.mark.parametrize(
        ("sent", "last"),
        [
            (date(2017, 10, 20), date(2017, 11, 17)),
            (date(2017, 10, 21), date(2017, 11, 20)),  # a Saturday
            (date(2017, 10, 22), date(2017, 11, 20)),
            (date(2023, 3, 10), date(2023, 4, 11)),  # Good Friday; Easter Monday too
            (date(2022, 12, 6), date(2023, 1, 3)),  # 3 January is no bank holiday in England
            (date(2025, 6, 16), date(2025, 7, 14)),  # nor is 14 July
            (date(2026, 5, 18), date(2026, 6, 15)),  # nor is 15 June 2026
        ],
    )
    @pytest.mark.parametrize("regime", [FOIA, EIR])
    def test_an_appeal_in_28_days(self, sent: date, last: date, regime: Regime) -> None:
        found = deadline(sent, regime=regime, rule=Rule.APPEAL)
        assert found.due == last
        assert "  period     28 calendar days, the last ending at 5 pm" in found.explain()
        assert found.alternatives == ()

    @pytest.mark.parametrize(
        ("part", "last"),
        [
            ("england-and-wales", date(2017, 11, 20)),
            ("all", date(2017, 11, 20)),
            ("scotland", date(2017, 11, 17)),
        ],
    )
    def test_an_appeal_on_a_changed_calendar(self, part: str, last: date) -> None:
        changed = working_days(FOIA).with_bank_holidays(add={date(2017, 11, 17): part})
        assert deadline(date(2017, 10, 20), rule=Rule.APPEAL, calendar=changed).due == last

    @pytest.mark.parametrize("day", [date(1999, 1, 1), date(2030, 12, 31), date(2031, 1, 1)])
    def test_an_appeal_beyond_the_calendar(self, day: date) -> None:
        with pytest.raises(CalendarRangeError):
            deadline(day, rule=Rule.APPEAL)

    @pytest.mark.parametrize(
        ("sent", "length", "unit", "last"),
        [
            (date(2014, 3, 3), 35, DAYS, date(2014, 4, 7)),
            (date(2026, 2, 27), 30, DAYS, date(2026, 3, 29)),
            (date(2023, 3, 23), 20, WORKING, date(2023, 4, 24)),
            (date(2023, 3, 23), 2, MONTHS, date(2023, 5, 23)),
        ],
    )
    def test_the_time_a_decision_notice_states(
        self, sent: date, length: int, unit: Unit, last: date
    ) -> None:
        found = compliance_deadline(sent, length, unit)
        assert found.due == last
        assert found.rule is Rule.COMPLIANCE
        assert [str(cite) for cite in found.cites] == ["FOIA s.50(4)", "FOIA s.50(6)"]
        assert (found.law_as_at.day, found.limit.length) == (sent, length)

    def test_it_is_in_calendar_days_unless_said_otherwise(self) -> None:
        assert compliance_deadline(date(2026, 2, 27), 30).limit.unit is DAYS

    def test_a_bad_day(self) -> None:
        wrong: Any = "2026-02-27"
        with pytest.raises(InvalidRecordError):
            compliance_deadline(wrong, 30)
