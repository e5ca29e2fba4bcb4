"""The clock of a request: what starts, suspends, pauses, extends and stops it."""

from __future__ import annotations

import pickle
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent._provenance import LawAsAt, LawBasis
from foiprevent.citations import Regime
from foiprevent.deadlines import (
    ClockEvent,
    ClockEventKind,
    ClockReading,
    Deadline,
    Division,
    LimitKind,
    Phase,
    Rule,
    SkipReason,
    TimeLimit,
    Unit,
    deadline,
    due_date,
    replay,
    working_days,
)
from foiprevent.deadlines.clock import late_by
from foiprevent.deadlines.counting import apply
from foiprevent.deadlines.limits import LIMITS
from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

FOIA = working_days(Regime.FOIA)
ONE_DAY = timedelta(1)
BARNET = date(2023, 3, 23)
DUE = date(2023, 4, 24)
STARTED = ClockEventKind.STARTED
SUSPENDED = ClockEventKind.SUSPENDED
RESTARTED = ClockEventKind.RESTARTED
PAUSED = ClockEventKind.PAUSED
RESUMED = ClockEventKind.RESUMED
EXTENDED = ClockEventKind.EXTENDED
STOPPED = ClockEventKind.STOPPED
ENDED = ClockEventKind.ENDED
CLARIFICATION = "the clarification asked for"
FEE = "the fee asked for"
TOO_LATE = "the last day to answer had passed"


def at(kind: ClockEventKind, day: date) -> ClockEvent:
    return ClockEvent(on=day, kind=kind)


def shown(
    *steps: tuple[ClockEventKind, date],
    received: date = BARNET,
    **options: Any,  # noqa: ANN401
) -> ClockReading:
    """Read the clock of a request received on a day, after such steps."""
    return replay([at(STARTED, received), *(at(*step) for step in steps)], **options)


def last_day(found: Deadline | None) -> date:
    assert found is not None
    return found.due


def counted(found: Deadline | None) -> tuple[object, ...]:
    """Return what was counted, whatever it rests on."""
    assert found is not None
    return (found.start, found.due, found.skipped, found.alternatives)


def conflicts(found: ClockReading) -> list[tuple[str, list[str]]]:
    """Return what does not go together, each with the rules that meet in it."""
    return [(one.what, [str(cite) for cite in one.cites]) for one in found.conflicts]


class TestEvents:
    """Each event, and what the clock shows after it."""

    def test_nothing_happened(self) -> None:
        assert replay([]) == ClockReading(on=None, phase=Phase.NOT_STARTED)

    def test_received(self) -> None:
        found = shown()
        assert found.phase is Phase.RUNNING
        assert found.deadline == found.original == deadline(BARNET)
        assert (found.extended, found.payment, found.stopped_on) == (None, None, None)
        assert (found.awaits, found.conflicts) == ((), ())
        assert found.overdue_by is None
        assert not found.beyond_calendar

    def test_clarification_sought(self) -> None:
        found = shown((SUSPENDED, date(2023, 3, 30)))
        assert found.phase is Phase.SUSPENDED
        assert found.deadline is None
        assert found.awaits == (CLARIFICATION,)
        assert last_day(found.original) == DUE
        assert not found.beyond_calendar

    def test_clarified(self) -> None:
        found = shown((SUSPENDED, date(2023, 3, 30)), (RESTARTED, date(2023, 4, 12)))
        assert found.phase is Phase.RUNNING
        assert counted(found.deadline) == counted(deadline(date(2023, 4, 12)))
        assert last_day(found.original) == DUE
        assert found.conflicts == ()
        assert found.deadline is not None
        assert found.deadline.limit.counted_from == "the day the clarification is received"

    @pytest.mark.parametrize(
        ("regime", "begins_anew"),
        [
            (Regime.FOIA, {"FOIA s.1(3)", "FOIA s.10(6)"}),
            (Regime.EIR, {"EIR reg.9(2)", "EIR reg.9(4)"}),
            (Regime.FOISA, {"FOISA s.1(3)", "FOISA s.10(1)"}),
        ],
    )
    def test_clarified_time_rests_on_what_begins_it_anew(
        self, regime: Regime, begins_anew: set[str]
    ) -> None:
        found = shown(
            (SUSPENDED, date(2023, 3, 30)), (RESTARTED, date(2023, 4, 12)), regime=regime
        )
        assert found.deadline is not None
        cited = [str(one) for one in found.deadline.cites]
        assert begins_anew <= set(cited)
        assert len(set(cited)) == len(cited)

    def test_clarification_sought_twice_is_sought_once(self) -> None:
        found = shown(
            (SUSPENDED, date(2023, 3, 30)),
            (SUSPENDED, date(2023, 4, 3)),
            (RESTARTED, date(2023, 4, 12)),
        )
        assert counted(found.deadline) == counted(deadline(date(2023, 4, 12)))
        assert found.conflicts == ()

    def test_a_fee_asked_for(self) -> None:
        found = shown((PAUSED, date(2023, 3, 30)))
        assert found.phase is Phase.PAUSED
        assert found.deadline is None
        assert found.awaits == (FEE,)
        assert last_day(found.payment) == date(2023, 6, 29)

    def test_paid(self) -> None:
        found = shown((PAUSED, date(2023, 3, 30)), (RESUMED, date(2023, 4, 5)))
        assert found.phase is Phase.RUNNING
        assert last_day(found.deadline) == FOIA.add(DUE, 5)
        assert found.payment is None
        assert last_day(found.original) == DUE
        assert found.deadline is not None
        assert "FOIA s.10(2)" in map(str, found.deadline.cites)

    def test_extended(self) -> None:
        found = shown((EXTENDED, DUE))
        assert found.phase is Phase.RUNNING
        assert last_day(found.deadline) == DUE
        assert last_day(found.extended) == date(2023, 5, 24)

    def test_stopped(self) -> None:
        found = shown((STOPPED, date(2023, 4, 26)))
        assert found.phase is Phase.STOPPED
        assert found.stopped_on == date(2023, 4, 26)
        assert found.overdue_by == 2
        assert shown((STOPPED, DUE)).overdue_by == 0

    def test_stopped_twice(self) -> None:
        found = shown((STOPPED, DUE), (STOPPED, date(2023, 5, 24)))
        assert (found.stopped_on, found.overdue_by, found.conflicts) == (DUE, 0, ())

    def test_ended(self) -> None:
        found = shown((ENDED, date(2023, 4, 3)), on=date(2023, 6, 1))
        assert found.phase is Phase.ENDED
        assert (found.stopped_on, found.overdue_by) == (None, None)

    def test_answered_while_clarification_is_awaited(self) -> None:
        """What was due cannot be told, and so not whether that was in time."""
        found = shown((SUSPENDED, date(2023, 3, 30)), (STOPPED, date(2023, 6, 1)))
        assert found.phase is Phase.STOPPED
        assert (found.deadline, found.overdue_by) == (None, None)


class TestConflicts:
    """Events that do not go together, and the rules that meet."""

    def test_received_twice(self) -> None:
        found = shown((STARTED, date(2023, 4, 3)))
        assert found.deadline == deadline(BARNET)
        assert conflicts(found) == [
            ("started: the request was already received", ["FOIA s.10(1)"]),
        ]

    @pytest.mark.parametrize(
        ("kind", "rules"),
        [
            (SUSPENDED, ["FOIA s.1(3)"]),
            (RESTARTED, ["FOIA s.10(6)"]),
            (PAUSED, ["FOIA s.9(1)"]),
            (RESUMED, ["FOIA s.10(2)"]),
            (EXTENDED, ["FOIA s.10(3)", "FOIA s.17(2)"]),
            (STOPPED, []),
            (ENDED, []),
        ],
    )
    def test_before_receipt(self, kind: ClockEventKind, rules: list[str]) -> None:
        found = shown((kind, BARNET - ONE_DAY))
        what = f"{kind.value}: the request was not received yet"
        assert conflicts(found) == [(what, ["FOIA s.10(1)", *rules])]
        assert found.deadline == deadline(BARNET)
        assert found.conflicts[0].on == BARNET - ONE_DAY

    @pytest.mark.parametrize("end", [STOPPED, ENDED])
    @pytest.mark.parametrize("kind", [SUSPENDED, RESTARTED, PAUSED, RESUMED, EXTENDED, ENDED])
    def test_after_the_end(self, kind: ClockEventKind, end: ClockEventKind) -> None:
        found = shown((end, date(2023, 4, 3)), (kind, date(2023, 4, 4)))
        ((what, rules),) = conflicts(found)
        assert what == f"{kind.value}: nothing was left to answer"
        assert rules[0] == "FOIA s.10(1)"
        assert found.phase is (Phase.STOPPED if end is STOPPED else Phase.ENDED)
        assert found.deadline == deadline(BARNET)

    def test_clarification_nobody_asked_for(self) -> None:
        found = shown((RESTARTED, date(2023, 4, 12)))
        assert found.deadline == deadline(BARNET)
        assert conflicts(found) == [
            (
                "restarted: nothing was asked for",
                ["FOIA s.10(1)", "FOIA s.1(3)", "FOIA s.10(6)"],
            ),
        ]

    def test_a_fee_nobody_asked_for(self) -> None:
        found = shown((RESUMED, date(2023, 4, 12)))
        assert found.deadline == deadline(BARNET)
        assert conflicts(found) == [
            ("resumed: no fee was asked for", ["FOIA s.10(1)", "FOIA s.9(1)", "FOIA s.10(2)"]),
        ]

    def test_clarification_sought_too_late_does_not_cure(self) -> None:
        """Nor does what then arrives start anything."""
        found = shown(
            (SUSPENDED, DUE + ONE_DAY),
            (RESTARTED, date(2023, 5, 9)),
            on=date(2023, 5, 9),
        )
        assert found.phase is Phase.RUNNING
        assert last_day(found.deadline) == DUE
        assert found.overdue_by == FOIA.count(DUE, date(2023, 5, 9)) == 9
        assert conflicts(found) == [
            (f"suspended: {TOO_LATE}", ["FOIA s.10(1)", "FOIA s.1(3)"]),
        ]
        assert shown((SUSPENDED, DUE)).phase is Phase.SUSPENDED

    def test_nor_does_a_late_fees_notice(self) -> None:
        found = shown((PAUSED, DUE + ONE_DAY), (RESUMED, date(2023, 5, 9)))
        assert found.deadline == deadline(BARNET)
        assert conflicts(found) == [(f"paused: {TOO_LATE}", ["FOIA s.10(1)", "FOIA s.9(1)"])]
        assert shown((PAUSED, DUE)).phase is Phase.PAUSED

    def test_a_notice_may_come_within_what_an_earlier_one_adds(self) -> None:
        first = ((PAUSED, date(2023, 3, 30)), (RESUMED, date(2023, 3, 31)))
        again = ((PAUSED, FOIA.add(DUE, 2)), (RESUMED, FOIA.add(DUE, 2)))
        assert shown(*again).conflicts
        found = shown(*first, *again)
        assert found.conflicts == ()
        assert last_day(found.deadline) == FOIA.add(DUE, 3)

    def test_a_second_notice_before_the_first_is_paid(self) -> None:
        found = shown(
            (PAUSED, date(2023, 3, 30)),
            (PAUSED, date(2023, 4, 3)),
            (RESUMED, date(2023, 4, 5)),
        )
        assert last_day(found.deadline) == FOIA.add(DUE, 5)
        assert conflicts(found) == [
            ("paused: an earlier notice is still unpaid", ["FOIA s.10(1)", "FOIA s.9(1)"]),
        ]

    def test_a_fee_and_then_clarification(self) -> None:
        found = shown(
            (PAUSED, date(2023, 3, 28)),
            (SUSPENDED, date(2023, 3, 29)),
            (RESTARTED, date(2023, 3, 30)),
            (RESUMED, date(2023, 4, 4)),
        )
        # All twenty days follow the payment.
        assert last_day(found.deadline) == FOIA.add(date(2023, 4, 4), 20)
        ((what, rules),) = conflicts(found)
        assert what == (
            "suspended: a fee is awaited too; the count starts with the clarification, and "
            "leaves out the days to the payment"
        )
        assert rules == ["FOIA s.10(1)", "FOIA s.10(2)", "FOIA s.1(3)"]

    def test_clarification_and_then_a_fee(self) -> None:
        steps = (
            (SUSPENDED, date(2023, 3, 28)),
            (PAUSED, date(2023, 3, 29)),
            (RESUMED, date(2023, 3, 31)),
            (RESTARTED, date(2023, 4, 4)),
        )
        found = shown(*steps)
        assert counted(found.deadline) == counted(deadline(date(2023, 4, 4)))
        ((what, rules),) = conflicts(found)
        assert what == (
            "paused: clarification is awaited too; the count starts with it, and leaves out the "
            "days to the payment"
        )
        assert rules == ["FOIA s.10(1)", "FOIA s.10(6)", "FOIA s.9(1)"]
        both = shown(*steps[:2])
        assert both.awaits == (CLARIFICATION, FEE)
        assert both.phase is Phase.SUSPENDED
        assert shown(*steps[:3]).awaits == (CLARIFICATION,)

    def test_an_extension_after_the_twentieth_day(self) -> None:
        found = shown((EXTENDED, DUE + ONE_DAY))
        assert found.extended is None
        assert conflicts(found) == [
            (f"extended: {TOO_LATE}", ["FOIA s.10(1)", "FOIA s.10(3)", "FOIA s.17(2)"]),
        ]

    def test_under_foisa_there_is_no_extension(self) -> None:
        found = shown((EXTENDED, date(2023, 4, 3)), regime=Regime.FOISA)
        assert found.extended is None
        assert not found.beyond_calendar
        assert conflicts(found) == [("extended: FOISA gives no more time", ["FOISA s.10(1)"] * 2)]

    @pytest.mark.parametrize(
        ("regime", "rules"),
        [
            (Regime.EIR, ["EIR reg.5(2)", "EIR reg.9(2)", "EIR reg.9(4)"]),
            (Regime.FOISA, ["FOISA s.10(1)", "FOISA s.1(3)", "FOISA s.10(1)"]),
        ],
    )
    def test_each_regime_has_its_own_rules(self, regime: Regime, rules: list[str]) -> None:
        ((_, found),) = conflicts(shown((RESTARTED, date(2023, 4, 12)), regime=regime))
        assert found == rules


class TestLapse:
    """FOIA s.9(2): what is not paid within three months need not be answered."""

    NOTICE = date(2022, 11, 30)
    RECEIVED = date(2022, 11, 24)
    LAST = date(2023, 2, 28)

    def test_from_30_november_to_the_end_of_february(self) -> None:
        found = shown((PAUSED, self.NOTICE), received=self.RECEIVED, on=self.LAST)
        assert last_day(found.payment) == self.LAST
        assert found.phase is Phase.PAUSED
        after = shown((PAUSED, self.NOTICE), received=self.RECEIVED, on=self.LAST + ONE_DAY)
        assert after.phase is Phase.LAPSED
        assert (after.deadline, after.overdue_by) == (None, None)
        assert not after.beyond_calendar

    def test_without_a_day_it_is_not_known_to_have_lapsed(self) -> None:
        assert shown((PAUSED, self.NOTICE), received=self.RECEIVED).phase is Phase.PAUSED

    def test_paid_on_the_last_day(self) -> None:
        steps = ((PAUSED, self.NOTICE), (RESUMED, self.LAST))
        found = shown(*steps, received=self.RECEIVED)
        assert found.phase is Phase.RUNNING
        # 25, 28 and 29 November count; 30 November is a bank holiday in Scotland anyway.
        assert last_day(found.deadline) == FOIA.add(self.LAST, 17)

    def test_paid_too_late(self) -> None:
        steps = ((PAUSED, self.NOTICE), (RESUMED, self.LAST + ONE_DAY))
        found = shown(*steps, received=self.RECEIVED)
        assert found.phase is Phase.LAPSED
        assert found.deadline is None
        assert conflicts(found) == [
            (
                "resumed: the time to pay had passed",
                ["FOIA s.10(1)", "FOIA s.9(1)", "FOIA s.10(2)"],
            ),
        ]
        then = shown(*steps, (STOPPED, self.LAST + 2 * ONE_DAY), received=self.RECEIVED)
        assert (then.phase, then.stopped_on) == (Phase.LAPSED, None)

    def test_answered_without_the_fee(self) -> None:
        steps = ((PAUSED, self.NOTICE), (STOPPED, date(2022, 12, 9)))
        found = shown(*steps, received=self.RECEIVED, on=date(2024, 1, 1))
        assert found.phase is Phase.STOPPED

    def test_under_the_eir_sixty_working_days(self) -> None:
        found = shown((PAUSED, date(2023, 3, 30)), regime=Regime.EIR)
        assert last_day(found.payment) == FOIA.add(date(2023, 3, 30), 60)
        late = FOIA.add(date(2023, 3, 30), 61)
        assert shown((PAUSED, date(2023, 3, 30)), regime=Regime.EIR, on=late).phase is Phase.LAPSED


class TestOn:
    """The clock as read on a day: what lies after it has not happened."""

    STEPS = (
        (SUSPENDED, date(2023, 3, 30)),
        (RESTARTED, date(2023, 4, 12)),
        (STOPPED, date(2023, 5, 16)),
    )

    @pytest.mark.parametrize(
        ("on", "phase", "overdue_by"),
        [
            (BARNET - ONE_DAY, Phase.NOT_STARTED, None),
            (BARNET, Phase.RUNNING, 0),
            (date(2023, 3, 29), Phase.RUNNING, 0),
            (date(2023, 3, 30), Phase.SUSPENDED, None),
            (date(2023, 4, 11), Phase.SUSPENDED, None),
            (date(2023, 4, 12), Phase.RUNNING, 0),
            (date(2023, 5, 12), Phase.RUNNING, 0),
            (date(2023, 5, 13), Phase.RUNNING, 0),  # a Saturday
            (date(2023, 5, 15), Phase.RUNNING, 1),
            (date(2023, 5, 16), Phase.STOPPED, 2),
            (date(2023, 6, 16), Phase.STOPPED, 2),
        ],
    )
    def test_day_by_day(self, on: date, phase: Phase, overdue_by: int | None) -> None:
        found = shown(*self.STEPS, on=on)
        assert (found.on, found.phase, found.overdue_by) == (on, phase, overdue_by)

    def test_a_day_of_another_shape(self) -> None:
        wrong: Any = datetime(2023, 4, 3)
        with pytest.raises(InvalidRecordError) as caught:
            shown(on=wrong)
        assert caught.value.field == "replay.on"

    def test_once_more_time_was_taken_it_is_overdue_by_the_guideline(self) -> None:
        steps = (EXTENDED, DUE)
        assert shown(steps, on=date(2023, 5, 24)).overdue_by == 0
        assert shown(steps, on=date(2023, 5, 25)).overdue_by == 1
        assert shown(steps, (STOPPED, date(2023, 5, 26))).overdue_by == 2


class TestManyPauses:
    """A record may hold as many as it likes."""

    def test_no_day_counts_in_five_hundred_that_follow_on_from_each_other(self) -> None:
        notices = [BARNET + timedelta(2 * k + 1) for k in range(500)]
        steps = [step for day in notices for step in ((PAUSED, day), (RESUMED, day + ONE_DAY))]
        found = shown(*steps)
        assert found.conflicts == ()
        last_paid = notices[-1] + ONE_DAY
        assert last_day(found.deadline) == FOIA.add(last_paid, 20)
        assert found.deadline is not None
        left_out = [d.day for d in found.deadline.skipped if d.reason is SkipReason.DISREGARDED]
        assert len(left_out) == FOIA.count(BARNET, last_paid)


class TestOptions:
    """The calendar, the law, and the time there is."""

    def test_the_calendar(self) -> None:
        without = FOIA.with_bank_holidays(remove=[date(2023, 4, 10)])
        found = shown(calendar=without, on=date(2023, 4, 24))
        assert last_day(found.deadline) == date(2023, 4, 21)
        assert found.overdue_by == 1

    def test_the_law(self) -> None:
        known = LawAsAt(day=date(2023, 5, 24), basis=LawBasis.DEALT_WITH)
        found = shown((EXTENDED, DUE), law_as_at=known)
        for one in (found.deadline, found.extended, found.original):
            assert one is not None
            assert one.law_as_at is known

    @pytest.mark.parametrize("regime", [Regime.FOIA, Regime.FOISA])
    def test_archives(self, regime: Regime) -> None:
        found = shown((STOPPED, date(2023, 5, 9)), regime=regime, rule=Rule.RESPONSE_ARCHIVES)
        assert found.deadline is not None
        assert found.deadline.due == working_days(regime).add(BARNET, 30)
        assert found.deadline.limit is LIMITS[Rule.RESPONSE_ARCHIVES, regime]

    @pytest.mark.parametrize(
        ("rule", "regime"),
        [(Rule.REVIEW_ANSWER, Regime.FOIA), (Rule.RESPONSE_ARCHIVES, Regime.EIR)],
    )
    def test_another_rule(self, rule: Rule, regime: Regime) -> None:
        with pytest.raises(InvalidRecordError):
            shown(rule=rule, regime=regime)

    @pytest.mark.parametrize(
        ("sent", "length"),
        [(date(2020, 4, 6), 20), (date(2020, 4, 7), 60), (date(2020, 5, 27), 20)],
    )
    def test_in_scotland_in_spring_2020(self, sent: date, length: int) -> None:
        received = date(2020, 3, 2)
        found = shown((STOPPED, sent), received=received, regime=Regime.FOISA)
        assert last_day(found.deadline) == working_days(Regime.FOISA).add(received, length)
        assert found.original == found.deadline

    @pytest.mark.parametrize("field", ["on", "kind"])
    def test_an_event_is_checked(self, field: str) -> None:
        good: dict[str, Any] = {"on": BARNET, "kind": EXTENDED}
        ClockEvent(**good)
        with pytest.raises(InvalidRecordError) as caught:
            ClockEvent(**{**good, field: "wrong"})
        assert caught.value.field == f"ClockEvent.{field}"


class TestBeyondTheCalendar:
    """It is said, never guessed."""

    @pytest.mark.parametrize("day", [date.min, date(1999, 12, 31), date(2030, 12, 10), date.max])
    def test_received(self, day: date) -> None:
        found = shown(received=day)
        assert found.phase is Phase.RUNNING
        assert (found.deadline, found.original, found.overdue_by) == (None, None, None)
        assert found.beyond_calendar

    def test_the_guideline_alone(self) -> None:
        day = date(2030, 11, 1)
        found = shown((EXTENDED, day), received=day)
        assert found.deadline is not None
        assert found.extended is None
        assert found.beyond_calendar

    def test_clarified(self) -> None:
        found = shown((SUSPENDED, date(2023, 3, 30)), (RESTARTED, date(2031, 1, 1)))
        assert found.deadline is None
        assert last_day(found.original) == DUE
        assert found.beyond_calendar

    def test_a_fee_asked_for_at_the_end_of_time(self) -> None:
        found = shown((PAUSED, date.max), received=date.max, on=date.max)
        assert found.phase is Phase.PAUSED
        assert found.payment is None

    @pytest.mark.parametrize("on", [date(2031, 1, 1), date.max])
    def test_read(self, on: date) -> None:
        assert shown(on=on).overdue_by is None
        assert late_by(deadline(BARNET), on) is None


class TestWorked:
    """Whole histories, counted by hand."""

    def test_barnet_had_it_taken_more_time_on_day_20(self) -> None:
        assert FOIA.count(BARNET, DUE) == 20
        found = shown((EXTENDED, DUE), (STOPPED, date(2023, 5, 24)))
        assert last_day(found.extended) == date(2023, 5, 24)
        assert found.extended is not None
        assert found.extended.limit.kind is LimitKind.REGULATOR
        assert found.overdue_by == 0
        skipped = [day.day for day in found.extended.skipped if day.holiday]
        assert skipped == [
            date(2023, 4, 7),
            date(2023, 4, 10),
            date(2023, 5, 1),
            date(2023, 5, 8),
        ]

    def test_a_fees_notice_on_working_day_5_paid_14_days_later(self) -> None:
        """Four days counted before the notice; sixteen are left after the payment."""
        notice = date(2023, 3, 30)
        assert FOIA.count(BARNET, notice) == 5
        found = shown((PAUSED, notice), (RESUMED, date(2023, 4, 13)))
        assert last_day(found.deadline) == date(2023, 5, 9)
        assert found.deadline is not None
        waited = [d.day for d in found.deadline.skipped if d.reason is SkipReason.DISREGARDED]
        # 30 and 31 March, 3 to 6 April, 11 to 13 April, both ends included.
        assert waited == [
            *(date(2023, 3, day) for day in (30, 31)),
            *(date(2023, 4, day) for day in (3, 4, 5, 6, 11, 12, 13)),
        ]
        assert found.deadline.due == FOIA.add(DUE, 9)

    def test_clarification_across_christmas(self) -> None:
        """Asked for on 20 December 2022, answered on 4 January 2023."""
        found = shown(
            (SUSPENDED, date(2022, 12, 20)),
            (RESTARTED, date(2023, 1, 4)),
            received=date(2022, 12, 12),
        )
        assert last_day(found.deadline) == date(2023, 2, 1)
        assert last_day(found.original) == date(2023, 1, 13)

    def test_the_eir_at_forty(self) -> None:
        found = shown((EXTENDED, DUE), regime=Regime.EIR)
        assert last_day(found.extended) == date(2023, 5, 24)
        assert found.extended is not None
        assert found.extended.limit.kind is LimitKind.STATUTORY
        assert shown((EXTENDED, DUE + ONE_DAY), regime=Regime.EIR).extended is None

    def test_foisa_over_an_easter_monday(self) -> None:
        """It is no bank holiday in Scotland; Good Friday is."""
        found = shown(regime=Regime.FOISA)
        assert found.deadline is not None
        assert found.deadline.due == date(2023, 4, 21)
        assert [d.day for d in found.deadline.skipped if d.holiday] == [date(2023, 4, 7)]


NEAR = st.dates(date(2022, 12, 1), date(2023, 7, 1))
EVENTS = st.builds(ClockEvent, on=NEAR, kind=st.sampled_from(ClockEventKind))
ANY_EVENTS = st.builds(ClockEvent, on=st.dates(), kind=st.sampled_from(ClockEventKind))
HISTORIES = st.lists(EVENTS, max_size=8)
REGIMES = st.sampled_from(Regime)


def dated(received: date, offsets: Iterable[tuple[ClockEventKind, int]]) -> list[ClockEvent]:
    return [at(kind, received + timedelta(after)) for kind, after in offsets]


class TestProperties:
    """Whatever happened, in whatever order it is told."""

    @given(HISTORIES, REGIMES, st.none() | NEAR, st.randoms(use_true_random=False))
    def test_the_order_of_telling_does_not_matter(
        self, events: list[ClockEvent], regime: Regime, on: date | None, random: Random
    ) -> None:
        other = events.copy()
        random.shuffle(other)
        assert replay(other, regime=regime, on=on) == replay(events, regime=regime, on=on)

    @given(st.lists(EVENTS | ANY_EVENTS, max_size=8), REGIMES, st.none() | st.dates())
    def test_it_never_fails(
        self, events: list[ClockEvent], regime: Regime, on: date | None
    ) -> None:
        found = replay(events, regime=regime, on=on)
        assert found.overdue_by is None or found.overdue_by >= 0
        if found.phase is Phase.LAPSED or found.awaits:
            assert found.deadline is None
        for one in found.conflicts:
            assert one.cites
            assert one.what.partition(": ")[2]
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
        assert hash(replay(events, regime=regime, on=on)) == hash(found)

    @given(HISTORIES, REGIMES, NEAR)
    def test_what_lies_after_the_day_does_not_matter(
        self, events: list[ClockEvent], regime: Regime, on: date
    ) -> None:
        so_far = [event for event in events if event.on <= on]
        assert replay(so_far, regime=regime, on=on) == replay(events, regime=regime, on=on)

    @given(
        NEAR,
        REGIMES,
        st.integers(0, 40),
        st.integers(0, 60),
        st.lists(
            st.tuples(
                st.sampled_from([SUSPENDED, RESTARTED, EXTENDED, STOPPED]), st.integers(0, 90)
            ),
            max_size=4,
        ),
    )
    def test_a_pause_never_brings_the_date_forward(
        self,
        received: date,
        regime: Regime,
        after: int,
        length: int,
        others: list[tuple[ClockEventKind, int]],
    ) -> None:
        history = [at(STARTED, received), *dated(received, others)]
        pause = dated(received, [(PAUSED, after), (RESUMED, after + length)])
        one = replay(history, regime=regime)
        other = replay([*history, *pause], regime=regime)
        if one.deadline and other.deadline:
            assert other.deadline.due >= one.deadline.due
            assert other.original == one.original
        if one.extended and other.extended:
            assert other.extended.due >= one.extended.due

    @given(NEAR, REGIMES, st.integers(0, 25), st.integers(0, 60), st.integers(1, 40))
    def test_nor_does_a_second_one(
        self, received: date, regime: Regime, after: int, length: int, apart: int
    ) -> None:
        first = [(PAUSED, after), (RESUMED, after + length)]
        start = after + length + apart
        second = [(PAUSED, start), (RESUMED, start + length)]
        history = [at(STARTED, received), *dated(received, first)]
        one = replay(history, regime=regime)
        other = replay([*history, *dated(received, second)], regime=regime)
        assert last_day(other.deadline) >= last_day(one.deadline) >= last_day(one.original)


LIMIT = st.sampled_from(sorted(LIMITS, key=str)).map(LIMITS.__getitem__)
DAYS = st.dates(date(2005, 1, 1), date(2029, 6, 1))
STRETCHES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=3)


class TestSteps:
    """Every day from day 0 to the last, each counted or skipped."""

    @given(DAYS, LIMIT, STRETCHES)
    def test_they_partition_the_period(
        self,
        start: date,
        row: TimeLimit,
        offsets: list[tuple[int, int]],
    ) -> None:
        pauses = tuple(
            (start + timedelta(first), start + timedelta(first + length))
            for first, length in offsets
        )
        found = apply(row, start, disregarded=pauses)
        assert [step.day for step in found.steps] == [
            start + timedelta(n) for n in range((found.due - start).days + 1)
        ]
        assert tuple(step.skipped for step in found.steps if step.skipped) == found.skipped
        numbers = [step.number for step in found.steps if step.number is not None]
        assert all((step.number is None) is (step.skipped is not None) for step in found.steps)
        first = 1 if row.begins_with else 0
        assert numbers == list(range(first, first + len(numbers)))
        assert found.steps[-1].number == numbers[-1]
        if row.unit in {Unit.WORKING_DAYS, Unit.SCHOOL_DAYS}:
            assert numbers[-1] == row.length

    def test_of_barnet(self) -> None:
        steps = deadline(BARNET).steps
        assert [step.number for step in steps[:6]] == [0, 1, None, None, 2, 3]
        assert (steps[-1].day, steps[-1].number) == (DUE, 20)


ENGLAND = "only the bank holidays of England and Wales"
NEXT_DAY = "a request that arrives on no working day"
PROCLAIMED = "a bank holiday proclaimed after day 0"
CONTESTED = "a contested bank holiday"


def alternative(found: Deadline, what: str) -> date | None:
    """Return the last day on another footing, if it is another."""
    dues = [one.due for one in found.alternatives if one.what.startswith(what)]
    assert len(dues) <= 1
    return dues[0] if dues else None


def unless(due: date, other: date) -> date | None:
    return None if due == other else other


# The calendar of the Act without the days that are none in England and Wales.
ENGLISH = FOIA.with_bank_holidays(
    remove=[
        holiday.day
        for n in range((FOIA.projected_until - FOIA.known_from).days)
        if (holiday := FOIA.holiday(FOIA.known_from + timedelta(n)))
        and Division.ENGLAND_AND_WALES not in holiday.divisions
    ]
)


class TestAlternatives:
    """What would change the answer, and to what."""

    @given(DAYS, st.sampled_from([Regime.FOIA, Regime.EIR]))
    def test_england_alone(self, received: date, regime: Regime) -> None:
        found = deadline(received, regime=regime)
        expected = ENGLISH.add(received, 20)
        assert alternative(found, ENGLAND) == unless(found.due, expected)

    @given(DAYS, REGIMES)
    def test_the_next_working_day(self, received: date, regime: Regime) -> None:
        calendar = working_days(regime)
        found = deadline(received, regime=regime)
        off = not calendar.is_working_day(received)
        expected = calendar.add(found.due, 1) if off else None
        assert alternative(found, NEXT_DAY) == expected

    @pytest.mark.parametrize("received", [date(2022, 8, 22), date(2022, 9, 9)])
    def test_a_holiday_proclaimed_while_the_period_ran(self, received: date) -> None:
        without = FOIA.with_bank_holidays(remove=[date(2022, 9, 19)])
        found = deadline(received)
        assert alternative(found, PROCLAIMED) == without.add(received, 20)
        assert without.add(received, 20) < found.due

    def test_not_one_proclaimed_before(self) -> None:
        assert alternative(deadline(date(2022, 9, 12)), PROCLAIMED) is None

    @pytest.mark.parametrize("regime", Regime)
    def test_a_contested_day(self, regime: Regime) -> None:
        calendar = working_days(regime)
        without = calendar.with_bank_holidays(remove=[date(2010, 1, 4)])
        found = deadline(date(2009, 12, 14), regime=regime)
        assert alternative(found, CONTESTED) == without.add(date(2009, 12, 14), 20) < found.due

    def test_a_pause_holds_on_every_footing(self) -> None:
        """A Saturday, a fee of three days, and 17 March."""
        received = date(2023, 3, 4)
        pause = (date(2023, 3, 8), date(2023, 3, 10))
        found = apply(LIMITS[Rule.RESPONSE, Regime.FOIA], received, disregarded=(pause,))
        assert found.due == FOIA.add(due_date(received), 3)
        assert alternative(found, ENGLAND) == ENGLISH.add(received, 23)
        assert alternative(found, NEXT_DAY) == FOIA.add(found.due, 1)

    def test_they_are_told(self) -> None:
        lines = deadline(date(2026, 6, 14)).explain().splitlines()
        assert "  what would change the answer:" in lines
        assert any(line.startswith("    ") and NEXT_DAY in line for line in lines)

    def test_a_changed_calendar_is_not_compared_with_england(self) -> None:
        changed = FOIA.with_bank_holidays(remove=[date(2023, 4, 10)])
        assert alternative(deadline(date(2023, 3, 6), calendar=changed), ENGLAND) is None

    def test_none_goes_beyond_the_calendar(self) -> None:
        last = FOIA.add(
            date(2030, 11, 1), FOIA.count(date(2030, 11, 1), FOIA.projected_until) - 20
        )
        found = deadline(last + (5 - last.weekday()) * ONE_DAY - 7 * ONE_DAY)
        assert found.due <= FOIA.projected_until
        days = [last - n * ONE_DAY for n in range(10)]
        for day in days:
            for one in deadline(day).alternatives:
                assert one.due <= FOIA.projected_until
