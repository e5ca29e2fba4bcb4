"""The dates of a case: each worked out from the record, or said to be unknown and why."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent import casebook
from foiprevent._provenance import LawAsAt, LawBasis
from foiprevent.cases import (
    Case,
    CountedFrom,
    Offer,
    PublicAuthority,
    Request,
    Response,
    ResponseKind,
    ReviewRoute,
    WindowUnit,
    events,
)
from foiprevent.cases._timetable import clock_events, own_readings, response_deadline
from foiprevent.citations import Citation, Regime
from foiprevent.deadlines import (
    ClockEventKind,
    Deadline,
    LimitKind,
    Phase,
    Rule,
    SkipReason,
    Timetable,
    TimetableEntry,
    Undetermined,
    Unit,
    due_date,
    replay,
    working_days,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

AUTHORITY = PublicAuthority(name="Anytown Council")
RECEIVED = date(2023, 3, 23)
DUE = date(2023, 4, 24)
SENT = date(2023, 5, 24)
ASKED = date(2023, 6, 1)
ONE_DAY = timedelta(1)
FOIA = working_days(Regime.FOIA)

ANSWER = "the last day to answer the request"
EXTENDED = "the last day to decide where the public interest lies"
ASK = "the last day to ask for an internal review"
OWN = "the last day to ask for an internal review, by the letter's own window"
REVIEW = "the last day to answer the request for review"
REVIEW_AT_MOST = "the last day to answer the request for review, in an exceptional case"
NO_RECEIPT = "the day the request was received"
NO_SENT = "the day the response was sent"
NO_REGIME = "the regime it falls under"
NO_FEE = "the fee asked for"
COMPLAIN = "the last day to complain to the Commissioner"
NO_DAY = "answered on a day the record does not give"


def case(
    *steps: Any,  # noqa: ANN401
    received: date | None = RECEIVED,
    regime: Regime | None = Regime.FOIA,
) -> Case:
    """Record letters and events in any order."""
    return Case(
        authority=AUTHORITY,
        request=Request(received=received, regime=regime),
        responses=tuple(step for step in steps if isinstance(step, Response)),
        events=tuple(step for step in steps if not isinstance(step, Response)),
    )


def answered(sent: date | None = SENT, **route: Any) -> Response:  # noqa: ANN401
    own = ReviewRoute(**{"offered": Offer.OFFERED, **route}) if route else None
    return Response(sent=sent, review_route=own)


def extension(sent: date | None = DUE) -> Response:
    return Response(sent=sent, kind=ResponseKind.EXTENSION_NOTICE)


def reviewed(sent: date | None) -> Response:
    return Response(sent=sent, kind=ResponseKind.REVIEW_OUTCOME)


def entries(found: Timetable, rule: Rule) -> list[TimetableEntry]:
    return [entry for entry in found.entries if entry.deadline.rule is rule]


def entry(found: Timetable, rule: Rule = Rule.RESPONSE) -> TimetableEntry:
    (only,) = entries(found, rule)
    return only


def rules(found: Timetable) -> list[Rule]:
    return [one.deadline.rule for one in found.entries]


def gaps(found: Timetable) -> dict[str, tuple[str, ...]]:
    """Return what cannot be told, each with what is missing."""
    assert all(gap.cites for gap in found.undetermined)
    missing = {gap.what: gap.missing for gap in found.undetermined}
    assert len(missing) == len(found.undetermined)
    return missing


class TestCasebook:
    """The timetables of three real letters."""

    def test_barnet(self) -> None:
        found = casebook.load("barnet-data-sharing").timetable()
        assert found.undetermined == ()
        assert rules(found) == [Rule.RESPONSE, Rule.REVIEW_REQUEST, Rule.OWN_WINDOW]
        answer, code, own = found.entries
        assert answer.deadline.due == date(2023, 4, 24)
        assert (answer.met_on, answer.late_by, answer.note) == (date(2023, 5, 24), 20, None)
        assert answer.deadline.cites == (Citation.parse("10(1)"), Citation.parse("10(6)"))
        assert FOIA.count(RECEIVED, SENT) == 40
        for window, kind in ((code, LimitKind.CODE), (own, LimitKind.AUTHORITY)):
            assert window.deadline.due == date(2023, 7, 21)
            assert window.deadline.start == date(2023, 5, 24)
            assert window.deadline.limit.kind is kind
            assert (window.met_on, window.late_by, window.note) == (None, None, None)

    def test_coventry_both_readings_of_forty_bare_days(self) -> None:
        found = casebook.load("coventry-referrals").timetable()
        assert gaps(found) == {ANSWER: (NO_RECEIPT,)}
        readings = {
            one.deadline.limit.unit: one.deadline.due for one in entries(found, Rule.OWN_WINDOW)
        }
        assert readings == {
            Unit.CALENDAR_DAYS: date(2022, 8, 22),
            Unit.WORKING_DAYS: date(2022, 9, 9),
        }
        assert entry(found, Rule.REVIEW_REQUEST).deadline.due == date(2022, 9, 9)
        for one in entries(found, Rule.OWN_WINDOW):
            assert (
                one.note == "counted from receipt of the letter, taken to be the day it was sent"
            )
            assert one.deadline.limit.counted_from == (
                "the day the response arrived, taken to be the day it was sent"
            )

    def test_leicester_has_no_dates_at_all(self) -> None:
        found = casebook.load("leicester-returnees").timetable()
        assert found.entries == ()
        assert gaps(found) == {ANSWER: (NO_RECEIPT,), ASK: (NO_SENT,)}
        assert found.undetermined[0].cites == (Citation.parse("10(1)"), Citation.parse("10(6)"))
        assert "para 5.3" in str(found.undetermined[1].cites[0])

    @pytest.mark.parametrize("name", casebook.names())
    def test_the_law_is_read_as_at_one_day(self, name: str) -> None:
        found = casebook.load(name)
        assert {one.deadline.law_as_at for one in found.timetable().entries} <= {found.law_as_at}


class TestFoiaSection10Subsection1:
    """An answer is due by the twentieth working day, and is late from the next."""

    @pytest.mark.parametrize(
        ("sent", "late_by"),
        [
            (date(2023, 3, 23), 0),
            (date(2023, 4, 21), 0),
            (date(2023, 4, 24), 0),
            (date(2023, 4, 25), 1),
            (date(2023, 4, 28), 4),
            (date(2023, 4, 29), 4),  # a Saturday
            (date(2023, 5, 2), 5),  # 1 May is a bank holiday
            (date(2023, 5, 24), 20),
        ],
    )
    def test_when_it_was_answered(self, sent: date, late_by: int) -> None:
        answer = entry(case(answered(sent)).timetable())
        assert answer.deadline.due == DUE
        assert (answer.met_on, answer.late_by, answer.note) == (sent, late_by, None)

    @pytest.mark.parametrize(
        ("on", "late_by"),
        [(RECEIVED, 0), (DUE, 0), (date(2023, 4, 25), 1), (date(2023, 5, 24), 20)],
    )
    def test_overdue_on_a_day(self, on: date, late_by: int) -> None:
        found = case().timetable(on=on)
        answer = entry(found)
        assert found.on == on
        assert (answer.met_on, answer.late_by, answer.note) == (None, late_by, None)

    def test_without_a_day_nothing_is_overdue(self) -> None:
        found = case().timetable()
        assert found.on is None
        assert (entry(found).met_on, entry(found).late_by) == (None, None)

    def test_the_day_asked_about_does_not_touch_what_was_answered(self) -> None:
        history = case(answered(DUE))
        assert entry(history.timetable(on=date(2024, 1, 1))) == entry(history.timetable())

    def test_a_partial_answer_is_not_the_answer(self) -> None:
        partial = Response(sent=DUE, kind=ResponseKind.PARTIAL_RESPONSE)
        answer = entry(case(partial).timetable(on=date(2023, 4, 25)))
        assert (answer.met_on, answer.late_by) == (None, 1)

    def test_of_several_answers_the_first_counts(self) -> None:
        """However they are recorded."""
        letters = [answered(SENT), answered(DUE), answered(date(2023, 6, 1))]
        assert entry(case(*letters).timetable()).met_on == DUE
        assert entry(case(*reversed(letters)).timetable()).met_on == DUE

    @pytest.mark.parametrize("on", [None, date(2023, 12, 1)])
    def test_an_undated_answer_is_neither_in_time_nor_late(self, on: date | None) -> None:
        found = case(answered(None)).timetable(on=on)
        assert (entry(found).met_on, entry(found).late_by) == (None, None)
        assert entry(found).note == NO_DAY
        assert gaps(found) == {ASK: (NO_SENT,)}

    @pytest.mark.parametrize("regime", Regime)
    def test_each_regime(self, regime: Regime) -> None:
        answer = entry(case(regime=regime).timetable())
        assert answer.deadline.due == due_date(RECEIVED, regime=regime)
        assert answer.deadline.limit.regime is regime

    def test_the_regime_may_be_the_one_the_letter_claims(self) -> None:
        letter = Response(sent=SENT, regime_claimed=Regime.FOISA)
        found = case(letter, regime=None).timetable()
        assert {one.deadline.limit.regime for one in found.entries} == {Regime.FOISA}
        assert entry(found).late_by == working_days(Regime.FOISA).count(
            due_date(RECEIVED, regime=Regime.FOISA), SENT
        )

    def test_where_the_regime_is_not_known(self) -> None:
        history = case(
            answered(length=2, unit=WindowUnit.MONTHS),
            events.ReviewRequested(on=ASKED),
            extension(),
            regime=None,
        )
        found = history.timetable(on=date(2023, 12, 1))
        assert found.entries == ()
        assert gaps(found) == {ANSWER: (NO_REGIME,), ASK: (NO_REGIME,), REVIEW: (NO_REGIME,)}

    def test_all_that_is_missing_is_said(self) -> None:
        history = case(
            answered(None),
            events.ClarificationSought(on=SENT),
            events.FeesNoticeGiven(on=SENT),
            received=None,
            regime=None,
        )
        assert gaps(history.timetable()) == {
            ANSWER: (NO_RECEIPT, NO_REGIME, "the clarification asked for", "the fee asked for"),
            ASK: (NO_SENT, NO_REGIME),
        }


class TestFoiaSection10Subsection6:
    """Where clarification was needed, day 0 is the day it was received."""

    SOUGHT = date(2023, 4, 3)
    CLEARED = date(2023, 4, 12)

    def test_it_restarts_the_clock(self) -> None:
        history = case(
            events.ClarificationSought(on=self.SOUGHT),
            events.ClarificationReceived(on=self.CLEARED),
        )
        answer = entry(history.timetable())
        assert answer.deadline.start == self.CLEARED
        assert answer.deadline.due == due_date(self.CLEARED) == date(2023, 5, 12)
        assert "day 0      Wednesday 12 April 2023, " in answer.deadline.explain()

    def test_while_it_is_awaited_no_day_can_be_told(self) -> None:
        found = case(events.ClarificationSought(on=self.SOUGHT)).timetable(on=date(2024, 1, 1))
        assert found.entries == ()
        assert gaps(found) == {ANSWER: ("the clarification asked for",)}

    def test_received_on_the_day_it_was_sought(self) -> None:
        history = case(
            events.ClarificationReceived(on=self.SOUGHT),
            events.ClarificationSought(on=self.SOUGHT),
        )
        assert entry(history.timetable()).deadline.start == self.SOUGHT

    def test_sought_again(self) -> None:
        first = (
            events.ClarificationSought(on=self.SOUGHT),
            events.ClarificationReceived(on=self.CLEARED),
        )
        again = events.ClarificationSought(on=self.CLEARED + ONE_DAY)
        assert gaps(case(*first, again).timetable()) == {ANSWER: ("the clarification asked for",)}
        last = events.ClarificationReceived(on=date(2023, 5, 2))
        for steps in ((*first, again, last), (last, again, *reversed(first))):
            assert entry(case(*steps).timetable()).deadline.start == date(2023, 5, 2)

    def test_day_0_is_the_later_of_the_two(self) -> None:
        history = case(events.ClarificationReceived(on=RECEIVED - ONE_DAY))
        assert entry(history.timetable()).deadline.start == RECEIVED


class TestFoiaSection10Subsection2:
    """While a fee is awaited no working day counts."""

    def test_while_it_is_awaited_no_day_can_be_told(self) -> None:
        found = case(events.FeesNoticeGiven(on=date(2023, 3, 30))).timetable(on=date(2024, 1, 1))
        assert rules(found) == [Rule.FEE_PAYMENT]
        assert entry(found, Rule.FEE_PAYMENT).deadline.due == date(2023, 6, 29)
        assert gaps(found) == {ANSWER: (NO_FEE,)}
        assert found.clock is not None
        assert found.clock.phase is Phase.LAPSED

    def test_once_paid_the_days_that_were_left_follow(self) -> None:
        history = case(
            events.FeesNoticeGiven(on=date(2023, 3, 30)),
            events.FeePaid(on=date(2023, 4, 5)),
        )
        answer = entry(history.timetable())
        assert answer.deadline.start == RECEIVED
        # The notice came on the fifth working day; five were disregarded.
        assert FOIA.count(RECEIVED, date(2023, 3, 30)) == 5
        assert answer.deadline.due == FOIA.add(date(2023, 4, 5), 16) == FOIA.add(DUE, 5)
        disregarded = [
            day.day for day in answer.deadline.skipped if day.reason is SkipReason.DISREGARDED
        ]
        assert disregarded == [
            date(2023, 3, 30),
            date(2023, 3, 31),
            date(2023, 4, 3),
            date(2023, 4, 4),
            date(2023, 4, 5),
        ]

    def test_paid_on_the_day_of_the_notice(self) -> None:
        notice = date(2023, 3, 30)
        history = case(events.FeePaid(on=notice), events.FeesNoticeGiven(on=notice))
        assert entry(history.timetable()).deadline.due == FOIA.add(DUE, 1)

    def test_a_payment_before_the_notice_pays_nothing(self) -> None:
        history = case(
            events.FeePaid(on=date(2023, 3, 29)), events.FeesNoticeGiven(on=date(2023, 3, 30))
        )
        assert gaps(history.timetable()) == {ANSWER: (NO_FEE,)}

    def test_a_payment_nobody_asked_for_changes_nothing(self) -> None:
        assert entry(case(events.FeePaid(on=date(2023, 3, 29))).timetable()).deadline.due == DUE

    def test_each_notice_is_paid_by_the_payment_that_follows(self) -> None:
        steps = (
            events.FeesNoticeGiven(on=date(2023, 3, 28)),
            events.FeePaid(on=date(2023, 3, 29)),
            events.FeesNoticeGiven(on=date(2023, 4, 3)),
            events.FeePaid(on=date(2023, 4, 5)),
        )
        for recorded in (steps, tuple(reversed(steps))):
            assert entry(case(*recorded).timetable()).deadline.due == FOIA.add(DUE, 5)
        assert gaps(case(*steps[:3]).timetable()) == {ANSWER: (NO_FEE,)}

    def test_one_payment_may_pay_two_notices(self) -> None:
        history = case(
            events.FeesNoticeGiven(on=date(2023, 3, 28)),
            events.FeesNoticeGiven(on=date(2023, 3, 29)),
            events.FeePaid(on=date(2023, 3, 30)),
        )
        assert entry(history.timetable()).deadline.due == FOIA.add(DUE, 3)

    def test_a_fee_and_clarification(self) -> None:
        """Clarification came while the fee was awaited: all twenty days follow the fee."""
        history = case(
            events.FeesNoticeGiven(on=date(2023, 3, 28)),
            events.ClarificationSought(on=date(2023, 3, 28)),
            events.ClarificationReceived(on=date(2023, 3, 30)),
            events.FeePaid(on=date(2023, 4, 4)),
        )
        answer = entry(history.timetable())
        assert answer.deadline.start == date(2023, 3, 30)
        assert answer.deadline.due == FOIA.add(date(2023, 4, 4), 20)


class TestExtensions:
    """FOIA s.10(3) and EIR reg.7: more time, of which the first twenty days are no part."""

    FORTY = date(2023, 5, 24)

    @pytest.mark.parametrize("step", [extension(), events.ExtensionClaimed(on=DUE)])
    def test_the_guideline_is_forty_working_days_in_all(self, step: object) -> None:
        found = case(step).timetable(on=date(2023, 5, 25))
        assert rules(found) == [Rule.RESPONSE, Rule.EXTENDED_RESPONSE]
        assert entry(found).late_by == 21
        longer = entry(found, Rule.EXTENDED_RESPONSE)
        assert longer.deadline.due == self.FORTY
        assert longer.deadline.limit.kind is LimitKind.REGULATOR
        assert longer.late_by == 1
        assert longer.deadline.law_as_at == LawAsAt(day=RECEIVED, basis=LawBasis.RECEIVED)

    def test_a_notice_of_unknown_day_may_have_come_in_time(self) -> None:
        """Nor is it known to have come too late."""
        found = case(extension(None)).timetable(on=date(2023, 5, 25))
        assert rules(found) == [Rule.RESPONSE]
        assert gaps(found) == {EXTENDED: ("the day more time was taken",)}
        both = case(extension(None), extension()).timetable()
        assert rules(both) == [Rule.RESPONSE, Rule.EXTENDED_RESPONSE]
        assert both.undetermined == ()

    @pytest.mark.parametrize(
        "step", [extension(DUE + ONE_DAY), events.ExtensionClaimed(on=DUE + ONE_DAY)]
    )
    def test_a_notice_after_the_twentieth_day_gives_no_more_time(self, step: object) -> None:
        """S.17(1) and (2): it is due by the day an answer is."""
        found = case(step).timetable()
        assert rules(found) == [Rule.RESPONSE]
        assert found.undetermined == ()
        assert found.clock is not None
        (conflict,) = found.clock.conflicts
        assert conflict.what == "extended: the last day to answer had passed"

    def test_under_the_eir_it_is_the_law(self) -> None:
        found = case(extension(), regime=Regime.EIR).timetable()
        assert entry(found, Rule.EXTENDED_RESPONSE).deadline.limit.kind is LimitKind.STATUTORY

    def test_under_foisa_there_is_none(self) -> None:
        found = case(extension(), regime=Regime.FOISA).timetable()
        assert rules(found) == [Rule.RESPONSE]
        assert found.undetermined == ()

    def test_an_answer_meets_both_or_neither(self) -> None:
        found = case(extension(), answered(self.FORTY)).timetable()
        assert (entry(found).met_on, entry(found).late_by) == (self.FORTY, 20)
        longer = entry(found, Rule.EXTENDED_RESPONSE)
        assert (longer.met_on, longer.late_by) == (self.FORTY, 0)

    def test_an_undated_answer(self) -> None:
        found = case(extension(), answered(None)).timetable(on=date(2024, 1, 1))
        for rule in (Rule.RESPONSE, Rule.EXTENDED_RESPONSE):
            one = entry(found, rule)
            assert (one.met_on, one.late_by, one.note) == (None, None, NO_DAY)

    def test_what_cannot_be_told_of_the_one_cannot_of_the_other(self) -> None:
        found = case(extension(), received=None).timetable()
        assert gaps(found) == {ANSWER: (NO_RECEIPT,), EXTENDED: (NO_RECEIPT,)}

    def test_it_is_counted_from_clarification(self) -> None:
        history = case(
            events.ClarificationSought(on=date(2023, 4, 3)),
            events.ClarificationReceived(on=date(2023, 4, 12)),
            extension(),
        )
        longer = entry(history.timetable(), Rule.EXTENDED_RESPONSE)
        assert longer.deadline.start == date(2023, 4, 12)

    def test_the_first_may_be_known_and_the_second_not(self) -> None:
        received = date(2030, 11, 1)
        found = case(extension(received), received=received).timetable()
        assert rules(found) == [Rule.RESPONSE]
        ((what, (missing,)),) = gaps(found).items()
        assert what == EXTENDED
        assert missing.startswith("a calendar that reaches it: that day lies outside ")


class TestWindows:
    """The s.45 Code, para 5.3: forty working days to ask, or what the letter says."""

    def test_no_letter_no_window(self) -> None:
        assert rules(case().timetable()) == [Rule.RESPONSE]
        notice = case(extension(SENT), reviewed(SENT)).timetable()
        assert not entries(notice, Rule.REVIEW_REQUEST)

    @pytest.mark.parametrize(
        ("regime", "title"),
        [
            (Regime.FOIA, "ask for an internal review"),
            (Regime.EIR, "make representations"),
            (Regime.FOISA, "require a review"),
        ],
    )
    def test_each_regime(self, regime: Regime, title: str) -> None:
        window = entry(case(answered(), regime=regime).timetable(), Rule.REVIEW_REQUEST)
        assert window.deadline.due == working_days(regime).add(SENT, 40)
        assert window.deadline.limit.title == title
        assert window.deadline.law_as_at == LawAsAt(day=SENT, basis=LawBasis.DEALT_WITH)

    @pytest.mark.parametrize(
        ("asked", "late_by"), [(SENT, 0), (date(2023, 7, 21), 0), (date(2023, 7, 24), 1)]
    )
    def test_whether_it_was_asked_for_in_time(self, asked: date, late_by: int) -> None:
        found = case(answered(), events.ReviewRequested(on=asked)).timetable()
        window = entry(found, Rule.REVIEW_REQUEST)
        assert (window.met_on, window.late_by) == (asked, late_by)

    def test_a_request_older_than_the_letter_is_not_about_it(self) -> None:
        """As where silence was complained of, and an answer came then."""
        found = case(answered(), events.ReviewRequested(on=SENT - ONE_DAY)).timetable()
        window = entry(found, Rule.REVIEW_REQUEST)
        assert (window.met_on, window.late_by) == (None, None)

    def test_of_several_letters_the_last_counts(self) -> None:
        """However they are recorded."""
        letters = [
            answered(SENT, length=1, unit=WindowUnit.WEEKS),
            answered(ASKED, length=2, unit=WindowUnit.WEEKS),
        ]
        for recorded in (letters, list(reversed(letters))):
            found = case(*recorded).timetable()
            assert entry(found, Rule.REVIEW_REQUEST).deadline.start == ASKED
            assert entry(found, Rule.OWN_WINDOW).deadline.due == ASKED + timedelta(14)

    def test_of_letters_of_one_day_the_last_recorded(self) -> None:
        letters = [
            answered(SENT, length=1, unit=WindowUnit.WEEKS),
            answered(SENT, length=2, unit=WindowUnit.WEEKS),
        ]
        found = case(*letters).timetable()
        assert entry(found, Rule.OWN_WINDOW).deadline.limit.length == 2

    def test_an_undated_letter_may_be_the_last(self) -> None:
        for letters in ([answered(), answered(None)], [answered(None), answered()]):
            found = case(*letters).timetable()
            assert gaps(found) == {ASK: (NO_SENT,)}
            assert rules(found) == [Rule.RESPONSE]

    @pytest.mark.parametrize(
        ("unit", "length", "due"),
        [
            (WindowUnit.WORKING_DAYS, 40, [date(2023, 7, 21)]),
            (WindowUnit.CALENDAR_DAYS, 40, [date(2023, 7, 3)]),
            (WindowUnit.DAYS, 40, [date(2023, 7, 3), date(2023, 7, 21)]),
            (WindowUnit.WEEKS, 8, [date(2023, 7, 19)]),
            (WindowUnit.MONTHS, 2, [date(2023, 7, 24)]),
        ],
    )
    def test_a_letters_own_window_in_each_unit(
        self, unit: WindowUnit, length: int, due: list[date]
    ) -> None:
        letter = answered(length=length, unit=unit, counted_from=CountedFrom.LETTER)
        found = case(letter).timetable()
        own = entries(found, Rule.OWN_WINDOW)
        assert [one.deadline.due for one in own] == due
        assert found.undetermined == ()
        for one in own:
            assert one.note is None
            assert one.deadline.limit.kind is LimitKind.AUTHORITY
            assert one.deadline.limit.counted_from == NO_SENT
            assert [str(cite) for cite in one.deadline.cites] == ["the letter's own words"]
            assert one.deadline.law_as_at == LawAsAt(day=SENT, basis=LawBasis.DEALT_WITH)
            assert (one.met_on, one.late_by) == (None, None)

    def test_forty_of_what_is_not_said(self) -> None:
        found = case(answered(length=40)).timetable()
        assert gaps(found) == {OWN: ("what the 40 are counted in",)}
        assert rules(found) == [Rule.RESPONSE, Rule.REVIEW_REQUEST]

    @pytest.mark.parametrize(
        ("counted_from", "note"),
        [
            (CountedFrom.LETTER, None),
            (
                CountedFrom.RECEIPT,
                "counted from receipt of the letter, taken to be the day it was sent",
            ),
            (
                CountedFrom.NOT_STATED,
                "the letter does not say what it is counted from; taken to be its own date",
            ),
        ],
    )
    def test_what_it_is_counted_from(self, counted_from: CountedFrom, note: str | None) -> None:
        letter = answered(length=2, unit=WindowUnit.MONTHS, counted_from=counted_from)
        assert entry(case(letter).timetable(), Rule.OWN_WINDOW).note == note

    @pytest.mark.parametrize(
        "letter",
        [
            answered(),
            answered(offered=Offer.OFFERED),
            answered(offered=Offer.OFFERED, unit=WindowUnit.DAYS),
            answered(offered=Offer.NOT_MENTIONED, length=40, unit=WindowUnit.DAYS),
        ],
    )
    def test_a_letter_that_sets_none(self, letter: Response) -> None:
        found = case(letter).timetable()
        assert rules(found) == [Rule.RESPONSE, Rule.REVIEW_REQUEST]
        assert found.undetermined == ()

    def test_a_letter_that_says_there_is_no_review(self) -> None:
        letter = answered(offered=Offer.NONE_EXISTS, length=40, unit=WindowUnit.DAYS)
        found = case(letter).timetable()
        assert rules(found) == [Rule.RESPONSE, Rule.COMPLAINT, Rule.REVIEW_REQUEST]

    @pytest.mark.parametrize(
        "letter",
        [
            answered(),
            answered(offered=Offer.OFFERED),
            answered(length=40),
            answered(None, length=40, unit=WindowUnit.DAYS),
        ],
    )
    def test_what_cannot_be_read_has_no_reading(self, letter: Response) -> None:
        assert own_readings(Regime.FOIA, letter) == []

    def test_one_reading_may_be_known_and_the_other_not(self) -> None:
        """Calendar days need no calendar of working days."""
        letter = answered(date(2030, 12, 1), length=40, unit=WindowUnit.DAYS)
        found = case(letter, received=date(2030, 11, 1)).timetable()
        own = entry(found, Rule.OWN_WINDOW)
        assert own.deadline.due == date(2031, 1, 10)
        assert not own.deadline.projected
        assert set(gaps(found)) == {ASK, OWN}
        for (missing,) in gaps(found).values():
            assert missing.startswith("a calendar that reaches it: ")


class TestReviews:
    """The s.45 Code, paras 5.4 and 5.5: twenty working days to answer, forty at most."""

    TWENTY, FORTY = date(2023, 6, 29), date(2023, 7, 28)
    ASKING = events.ReviewRequested(on=ASKED)

    def test_asked_and_not_answered(self) -> None:
        found = case(answered(), self.ASKING).timetable()
        for rule, due in (
            (Rule.REVIEW_ANSWER, self.TWENTY),
            (Rule.REVIEW_ANSWER_AT_MOST, self.FORTY),
        ):
            one = entry(found, rule)
            assert one.deadline.due == due
            assert one.deadline.start == ASKED
            assert one.deadline.limit.kind is LimitKind.CODE
            assert one.deadline.law_as_at == LawAsAt(day=SENT, basis=LawBasis.DEALT_WITH)
            assert (one.met_on, one.late_by, one.note) == (None, None, None)

    @pytest.mark.parametrize(
        ("sent", "late", "late_at_most"),
        [
            (ASKED, 0, 0),
            (TWENTY, 0, 0),
            (date(2023, 6, 30), 1, 0),
            (FORTY, 20, 0),
            (date(2023, 7, 31), 21, 1),
        ],
    )
    def test_answered(self, sent: date, late: int, late_at_most: int) -> None:
        found = case(answered(), self.ASKING, reviewed(sent)).timetable(on=date(2024, 1, 1))
        one, other = entry(found, Rule.REVIEW_ANSWER), entry(found, Rule.REVIEW_ANSWER_AT_MOST)
        assert (one.met_on, one.late_by) == (sent, late)
        assert (other.met_on, other.late_by) == (sent, late_at_most)

    def test_overdue_on_a_day(self) -> None:
        found = case(answered(), self.ASKING).timetable(on=date(2023, 7, 31))
        assert entry(found, Rule.REVIEW_ANSWER).late_by == 21
        assert entry(found, Rule.REVIEW_ANSWER_AT_MOST).late_by == 1

    def test_answered_on_a_day_that_is_not_known(self) -> None:
        found = case(answered(), self.ASKING, reviewed(None)).timetable(on=date(2024, 1, 1))
        for rule in (Rule.REVIEW_ANSWER, Rule.REVIEW_ANSWER_AT_MOST):
            one = entry(found, rule)
            assert (one.met_on, one.late_by, one.note) == (None, None, NO_DAY)

    def test_the_review_of_an_earlier_request_answers_no_later_one(self) -> None:
        again = events.ReviewRequested(on=date(2023, 9, 1))
        history = case(answered(), self.ASKING, reviewed(self.TWENTY), again)
        found = history.timetable(on=date(2023, 10, 2))
        one = entry(found, Rule.REVIEW_ANSWER)
        assert one.deadline.start == date(2023, 9, 1)
        assert (one.met_on, one.late_by, one.note) == (None, 1, None)

    def test_of_several_reviews_the_first_that_follows_counts(self) -> None:
        letters = [reviewed(self.FORTY), reviewed(self.TWENTY), reviewed(SENT)]
        found = case(answered(), self.ASKING, *letters).timetable()
        assert entry(found, Rule.REVIEW_ANSWER).met_on == self.TWENTY

    def test_a_review_may_be_asked_for_before_any_answer(self) -> None:
        found = case(self.ASKING).timetable()
        assert rules(found) == [Rule.RESPONSE, Rule.REVIEW_ANSWER, Rule.REVIEW_ANSWER_AT_MOST]

    @pytest.mark.parametrize(("regime", "length"), [(Regime.EIR, 40), (Regime.FOISA, 20)])
    def test_in_the_other_regimes_there_is_one_limit_and_it_is_the_law(
        self, regime: Regime, length: int
    ) -> None:
        found = case(answered(), self.ASKING, regime=regime).timetable()
        assert not entries(found, Rule.REVIEW_ANSWER_AT_MOST)
        one = entry(found, Rule.REVIEW_ANSWER)
        assert one.deadline.due == working_days(regime).add(ASKED, length)
        assert one.deadline.limit.kind is LimitKind.STATUTORY

    def test_without_a_request_for_one_there_is_none(self) -> None:
        assert not entries(case(reviewed(ASKED)).timetable(), Rule.REVIEW_ANSWER)


class TestEdges:
    """What the calendar does not reach cannot be told; it is never an error."""

    @pytest.mark.parametrize(
        "day", [date.min, date(1999, 12, 31), date(2030, 12, 31), date(2031, 1, 1), date.max]
    )
    def test_everything_out_of_reach(self, day: date) -> None:
        history = case(
            answered(day, length=2, unit=WindowUnit.WORKING_DAYS),
            extension(day),
            reviewed(day),
            events.ReviewRequested(on=day),
            received=day,
        )
        found = history.timetable(on=day)
        # Six weeks need no calendar of working days.
        complaint = {COMPLAIN} if day == date.max else set()
        assert rules(found) == ([] if complaint else [Rule.COMPLAINT])
        unknown = {ANSWER, EXTENDED, ASK, OWN, REVIEW, REVIEW_AT_MOST}
        assert set(gaps(found)) == unknown | complaint
        for (missing,) in gaps(found).values():
            assert missing.startswith("a calendar that reaches it: ")
            assert "runs from 2000-01-01 to 2030-12-31" in missing

    @pytest.mark.parametrize("done", [date(2031, 1, 1), date.max])
    def test_how_late_may_be_out_of_reach(self, done: date) -> None:
        late = entry(case(answered(done)).timetable())
        assert (late.met_on, late.late_by) == (done, None)
        assert entry(case().timetable(on=done)).late_by is None

    def test_a_day_before_the_calendar_is_in_time(self) -> None:
        early = entry(case(answered(date.min)).timetable())
        assert (early.met_on, early.late_by) == (date.min, 0)

    def test_a_window_that_no_date_can_hold(self) -> None:
        letter = answered(date.max, length=1000, unit=WindowUnit.MONTHS)
        assert set(gaps(case(letter).timetable())) == {ASK, OWN}

    @pytest.mark.parametrize("notice", [date.min, date(1999, 12, 31), RECEIVED - ONE_DAY])
    def test_a_notice_older_than_the_request(self, notice: date) -> None:
        """There was nothing yet to ask a fee for."""
        history = case(events.FeesNoticeGiven(on=notice), events.FeePaid(on=date(2023, 3, 30)))
        found = history.timetable()
        assert entry(found).deadline.due == DUE
        assert found.clock is not None
        (conflict,) = found.clock.conflicts
        assert conflict.what == "paused: the request was not received yet"

    def test_a_notice_on_the_day_of_the_request(self) -> None:
        history = case(events.FeesNoticeGiven(on=RECEIVED), events.FeePaid(on=date(2023, 3, 30)))
        assert entry(history.timetable()).deadline.due == FOIA.add(date(2023, 3, 30), 20)

    def test_a_payment_out_of_reach(self) -> None:
        history = case(events.FeesNoticeGiven(on=RECEIVED), events.FeePaid(on=date.max))
        ((what, _),) = gaps(history.timetable()).items()
        assert what == ANSWER


class TestClock:
    """A case's history, as events of a clock."""

    def test_what_moves_it(self) -> None:
        steps = (
            events.FeesNoticeGiven(on=ASKED),
            events.ComplaintMade(on=ASKED),
            extension(DUE),
            extension(None),
            reviewed(SENT),
            answered(SENT),
            events.Withdrawn(on=SENT),
        )
        happened = {event.kind: event.on for event in clock_events(case(*steps))}
        assert happened == {
            ClockEventKind.STARTED: RECEIVED,
            ClockEventKind.PAUSED: ASKED,
            ClockEventKind.EXTENDED: DUE,
            ClockEventKind.STOPPED: SENT,
            ClockEventKind.ENDED: SENT,
        }
        assert len(clock_events(case(*steps))) == len(happened)

    def test_without_a_day_of_receipt_it_never_starts(self) -> None:
        history = case(answered(), received=None)
        assert [event.kind for event in clock_events(history)] == [ClockEventKind.STOPPED]
        assert history.timetable().clock is None

    @pytest.mark.parametrize("on", [None, DUE, SENT])
    def test_it_is_read_on_the_day_asked_about(self, on: date | None) -> None:
        history = case(extension(), answered())
        expected = replay(clock_events(history), on=on, law_as_at=history.law_as_at)
        assert history.timetable(on=on).clock == expected

    def test_the_last_day_is_that_of_the_whole_record(self) -> None:
        history = case(answered())
        assert response_deadline(history) == entry(history.timetable()).deadline
        unknown = response_deadline(case(received=None))
        assert isinstance(unknown, Undetermined)
        assert unknown.missing == (NO_RECEIPT,)

    def test_on_another_calendar(self) -> None:
        without = FOIA.with_bank_holidays(remove=[date(2023, 4, 10)])
        found = case(answered(DUE)).timetable(calendar=without)
        assert entry(found).deadline.due == date(2023, 4, 21)
        assert entry(found).late_by == 1
        assert found.clock is not None
        assert found.clock.overdue_by == 1


class TestComplaint:
    """FOIA s.50(2): once the authority's own procedure is exhausted."""

    def test_six_weeks_from_the_outcome_of_a_review(self) -> None:
        found = case(answered(), reviewed(date(2023, 6, 29))).timetable(on=date(2024, 1, 1))
        one = entry(found, Rule.COMPLAINT)
        assert one.deadline.due == date(2023, 8, 10)
        assert one.deadline.limit.kind is LimitKind.REGULATOR
        assert (one.met_on, one.late_by) == (None, None)

    @pytest.mark.parametrize(("made", "late_by"), [(date(2023, 8, 10), 0), (date(2023, 8, 11), 1)])
    def test_whether_it_was_made_in_time(self, made: date, late_by: int) -> None:
        steps = (reviewed(date(2023, 6, 29)), events.ComplaintMade(on=made))
        one = entry(case(*steps).timetable(), Rule.COMPLAINT)
        assert (one.met_on, one.late_by) == (made, late_by)

    def test_an_undated_outcome(self) -> None:
        found = case(reviewed(None), reviewed(SENT)).timetable()
        assert gaps(found) == {COMPLAIN: (NO_SENT,)}

    def test_under_foisa_six_months(self) -> None:
        found = case(reviewed(date(2023, 8, 31)), regime=Regime.FOISA).timetable()
        one = entry(found, Rule.COMPLAINT)
        assert one.deadline.due == date(2024, 2, 29)
        assert one.deadline.limit.kind is LimitKind.STATUTORY


class TestLapse:
    """Section 9(2): three months to pay, and then there is no duty left."""

    def test_what_is_missing_is_a_fee_paid_in_time(self) -> None:
        steps = (
            events.FeesNoticeGiven(on=date(2023, 3, 30)),
            events.FeePaid(on=date(2023, 7, 3)),
        )
        found = case(*steps).timetable()
        assert gaps(found) == {ANSWER: ("a fee paid in time: the duty to answer has lapsed",)}
        assert found.clock is not None
        assert (found.clock.phase, found.clock.awaits) == (Phase.LAPSED, ())


class TestAppeal:
    """SI 2009/1976 r.22(1)(b): within 28 days of the day the notice was sent."""

    COMPLY = "the last day to take the steps the decision notice requires"

    def test_a_decision_notice(self) -> None:
        found = case(events.DecisionNoticeServed(on=date(2017, 10, 20))).timetable()
        one = entry(found, Rule.APPEAL)
        assert one.deadline.due == date(2017, 11, 17)
        assert (one.met_on, one.late_by) == (None, None)
        assert gaps(found) == {self.COMPLY: ("the time the notice states",)}

    def test_an_appeal(self) -> None:
        steps = (
            events.DecisionNoticeServed(on=date(2017, 10, 20)),
            events.AppealLodged(on=date(2017, 11, 20)),
        )
        one = entry(case(*steps).timetable(), Rule.APPEAL)
        assert (one.met_on, one.late_by) == (date(2017, 11, 20), 1)

    def test_an_older_appeal_is_not_against_this_notice(self) -> None:
        steps = (
            events.DecisionNoticeServed(on=date(2017, 10, 20)),
            events.AppealLodged(on=date(2017, 10, 19)),
        )
        assert entry(case(*steps).timetable(), Rule.APPEAL).met_on is None

    def test_an_older_complaint_is_not_about_this_letter(self) -> None:
        letter = answered(offered=Offer.NONE_EXISTS)
        steps = (letter, events.ComplaintMade(on=SENT - ONE_DAY))
        assert entry(case(*steps).timetable(), Rule.COMPLAINT).met_on is None
        same_day = (letter, events.ComplaintMade(on=SENT))
        assert entry(case(*same_day).timetable(), Rule.COMPLAINT).met_on == SENT

    def test_under_foisa_there_is_none(self) -> None:
        steps = events.DecisionNoticeServed(on=SENT)
        found = case(steps, regime=Regime.FOISA).timetable()
        assert rules(found) == [Rule.RESPONSE]
        assert found.undetermined == ()


class TestFoisa:
    """What is its own: a longer window to ask for a review, and spring 2020."""

    DUE = due_date(RECEIVED, regime=Regime.FOISA)

    @pytest.mark.parametrize("sent", [RECEIVED, DUE])
    def test_asking_for_a_review_is_counted_from_the_end_of_the_time_to_answer(
        self, sent: date
    ) -> None:
        found = case(answered(sent), regime=Regime.FOISA).timetable()
        window = entry(found, Rule.REVIEW_REQUEST).deadline
        assert window.start == self.DUE
        assert window.due == working_days(Regime.FOISA).add(self.DUE, 40)

    def test_or_from_a_later_answer(self) -> None:
        found = case(answered(self.DUE + ONE_DAY), regime=Regime.FOISA).timetable()
        assert entry(found, Rule.REVIEW_REQUEST).deadline.start == self.DUE + ONE_DAY

    @pytest.mark.parametrize(
        ("sent", "length"),
        [
            (date(2020, 4, 6), 20),
            (date(2020, 4, 7), 60),
            (date(2020, 5, 26), 60),
            (date(2020, 5, 27), 20),
        ],
    )
    def test_spring_2020(self, sent: date, length: int) -> None:
        day = date(2020, 3, 9)
        steps = (answered(sent), events.ReviewRequested(on=day), reviewed(sent))
        found = case(*steps, received=day, regime=Regime.FOISA).timetable()
        due = working_days(Regime.FOISA).add(day, length)
        for rule in (Rule.RESPONSE, Rule.REVIEW_ANSWER):
            one = entry(found, rule)
            assert one.deadline.due == due
            assert one.late_by == max(working_days(Regime.FOISA).count(due, sent), 0)


ANY_DAY = st.dates()
MAYBE = st.none() | ANY_DAY
# Also days that lie near one another, so that more than the edges of the calendar is met.
NEAR = st.dates(date(2022, 12, 1), date(2023, 6, 1))
ROUTES = st.builds(
    ReviewRoute,
    offered=st.sampled_from(Offer),
    length=st.none() | st.integers(1, 1000),
    unit=st.sampled_from(WindowUnit),
    counted_from=st.sampled_from(CountedFrom),
)


def histories(
    day: st.SearchStrategy[date],
    maybe: st.SearchStrategy[date] | st.SearchStrategy[date | None],
    *,
    by_day: Callable[[Response], object] | None = None,
) -> st.SearchStrategy[Case]:
    """Build cases of all kinds of steps, on such days."""
    letters = st.builds(
        Response,
        sent=maybe,
        kind=st.sampled_from(ResponseKind),
        regime_claimed=st.none() | st.sampled_from(Regime),
        estimate=maybe,
        review_route=st.none() | ROUTES,
    )
    steps = st.one_of(
        *(st.builds(kind, on=day) for kind in events.EVENTS),
        st.builds(events.ExtensionClaimed, on=day, estimate=maybe),
    )
    return st.builds(
        Case,
        authority=st.just(AUTHORITY),
        request=st.builds(Request, received=maybe, regime=st.none() | st.sampled_from(Regime)),
        responses=st.lists(letters, max_size=4, unique_by=by_day).map(tuple),
        events=st.lists(steps, max_size=6).map(tuple),
    )


ANY_CASE = histories(ANY_DAY, MAYBE) | histories(NEAR, st.none() | NEAR)
SITUATED_CASE = histories(NEAR, NEAR, by_day=lambda letter: letter.sent)


class TestProperties:
    """Whatever the record says, its timetable can be drawn up."""

    @given(ANY_CASE, MAYBE | NEAR)
    def test_it_never_fails(self, history: Case, on: date | None) -> None:
        found = history.timetable(on=on)
        assert found.on == on
        dues = [one.deadline.due for one in found.entries]
        assert dues == sorted(dues)
        # The answer is always there, whether it can be told or not.
        unknown = [gap.what for gap in found.undetermined]
        assert len(entries(found, Rule.RESPONSE)) + unknown.count(ANSWER) == 1
        for gap in found.undetermined:
            assert gap.missing
            assert gap.cites
        for one in found.entries:
            assert isinstance(one.deadline, Deadline)
            assert one.late_by is None or one.late_by >= 0
            assert one.deadline.explain()

    @given(ANY_CASE, MAYBE)
    def test_it_is_a_value(self, history: Case, on: date | None) -> None:
        found = history.timetable(on=on)
        again = pickle.loads(pickle.dumps(found))  # noqa: S301
        for other in (again, copy.deepcopy(found), history.timetable(on=on)):
            assert other == found
            assert hash(other) == hash(found)

    @given(SITUATED_CASE, st.none() | NEAR, st.randoms(use_true_random=False))
    def test_the_order_of_the_record_does_not_matter(
        self, history: Case, on: date | None, random: Random
    ) -> None:
        """But for letters of one day, of which there are none here."""
        letters, steps = list(history.responses), list(history.events)
        random.shuffle(letters)
        random.shuffle(steps)
        other = attrs.evolve(history, responses=tuple(letters), events=tuple(steps))
        assert other.timetable(on=on) == history.timetable(on=on)

    @given(SITUATED_CASE, NEAR, NEAR)
    def test_a_later_day_is_never_less_overdue(self, history: Case, one: date, two: date) -> None:
        one, two = sorted((one, two))
        earlier, later = (history.timetable(on=on).entries for on in (one, two))
        assert [entry.deadline for entry in earlier] == [entry.deadline for entry in later]
        over = any(isinstance(e, events.ENDING) and e.on <= two for e in history.events)
        for before, after in zip(earlier, later, strict=True):
            if over and after.met_on is None:
                assert after.late_by is None  # nothing runs in a case that is over
                continue
            assert (before.late_by is None) is (after.late_by is None)
            assert (before.late_by or 0) <= (after.late_by or 0)

    @given(SITUATED_CASE)
    def test_a_day_asked_about_changes_only_what_is_still_open(self, history: Case) -> None:
        alone, then = history.timetable(), history.timetable(on=date(2024, 1, 1))
        for before, after in zip(alone.entries, then.entries, strict=True):
            if before.met_on is not None or before.note is not None:
                assert after == before
            else:
                assert before.late_by is None
        assert then.undetermined == alone.undetermined


class TestValue:
    """A timetable and its parts are values."""

    def test_they_are_frozen(self) -> None:
        found = case(answered(None)).timetable()
        gap: Undetermined = found.undetermined[0]
        for value, name in ((found, "on"), (found.entries[0], "late_by"), (gap, "missing")):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, name, None)
