"""Thirty random histories, their dates counted again by hand-simple code.

The code here knows nothing of the library's calendar: it walks from day to day, with the
bank holidays of 2022 to 2024 typed from GOV.UK's lists, and counts.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from foiprevent.cases import (
    Case,
    PublicAuthority,
    Request,
    Response,
    ResponseKind,
    events,
)
from foiprevent.citations import Regime
from foiprevent.deadlines import Phase, Rule

ONE_DAY = timedelta(1)

SCOTLAND = """
    2022-01-03 2022-01-04 2022-04-15 2022-05-02 2022-06-02 2022-06-03 2022-08-01 2022-09-19
    2022-11-30 2022-12-26 2022-12-27
    2023-01-02 2023-01-03 2023-04-07 2023-05-01 2023-05-08 2023-05-29 2023-08-07 2023-11-30
    2023-12-25 2023-12-26
    2024-01-01 2024-01-02 2024-03-29 2024-05-06 2024-05-27 2024-08-05 2024-12-02 2024-12-25
    2024-12-26
"""
ELSEWHERE = """
    2022-01-03 2022-03-17 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-07-12
    2022-08-29 2022-09-19 2022-12-26 2022-12-27
    2023-01-02 2023-03-17 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-07-12
    2023-08-28 2023-12-25 2023-12-26
    2024-01-01 2024-03-18 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-07-12 2024-08-26
    2024-12-25 2024-12-26
"""
SCOTTISH = {date.fromisoformat(day) for day in SCOTLAND.split()}
ANYWHERE = SCOTTISH | {date.fromisoformat(day) for day in ELSEWHERE.split()}


def works(day: date, regime: Regime) -> bool:
    closed = SCOTTISH if regime is Regime.FOISA else ANYWHERE
    return day.weekday() < 5 and day not in closed


def count(
    start: date, length: int, regime: Regime, left_out: tuple[date, date] | None = None
) -> date:
    """Walk from day 0 until *length* working days have passed that are not left out."""
    day, passed = start, 0
    while passed < length:
        day += ONE_DAY
        if left_out and left_out[0] <= day <= left_out[1]:
            continue
        if works(day, regime):
            passed += 1
    return day


def late(due: date, done: date, regime: Regime) -> int:
    """Count the working days after the last day, up to the day it was done."""
    days, day = 0, due
    while day < done:
        day += ONE_DAY
        days += works(day, regime)
    return days


class History:
    """A random history: a request, a pause of one kind or none, an answer, a review."""

    def __init__(self, seed: int) -> None:
        at_random = random.Random(seed)  # noqa: S311 - nothing is kept secret here
        self.regime = at_random.choice(list(Regime))
        self.received = date(2022, 1, 10) + timedelta(at_random.randrange(700))
        self.answered = self.received + timedelta(at_random.randint(10, 90))
        self.asked = self.answered + timedelta(at_random.randint(0, 70))
        self.reviewed = self.asked + timedelta(at_random.randint(1, 90))
        # A step of the authority in the first ten days is always in time.
        first = self.received + timedelta(at_random.randint(0, 10))
        second = first + timedelta(at_random.randint(0, 25))
        kind = at_random.choice(["none", "clarified", "paid", "extended"])
        self.start, self.left_out, self.extended = self.received, None, False
        steps: list[events.Event] = [events.ReviewRequested(on=self.asked)]
        if kind == "clarified":
            self.start = second
            steps += [
                events.ClarificationSought(on=first),
                events.ClarificationReceived(on=second),
            ]
        elif kind == "paid":
            self.left_out = (first, second)
            steps += [events.FeesNoticeGiven(on=first), events.FeePaid(on=second)]
        elif kind == "extended":
            self.extended = self.regime is not Regime.FOISA
            steps.append(events.ExtensionClaimed(on=first))
        if kind in {"clarified", "paid"}:
            self.answered = max(self.answered, second)
            self.asked = max(self.asked, self.answered)
            self.reviewed = max(self.reviewed, self.asked)
            steps[0] = events.ReviewRequested(on=self.asked)
        at_random.shuffle(steps)
        self.case = Case(
            authority=PublicAuthority(name="Anytown Council"),
            request=Request(received=self.received, regime=self.regime),
            responses=(
                Response(sent=self.answered),
                Response(sent=self.reviewed, kind=ResponseKind.REVIEW_OUTCOME),
            ),
            events=tuple(steps),
        )

    def dates(self) -> dict[Rule, tuple[date, date | None, int | None]]:
        """Count every last day: what it is, when it was met, and how late."""
        regime = self.regime
        due = count(self.start, 20, regime, self.left_out)
        found: dict[Rule, tuple[date, date | None]] = {Rule.RESPONSE: (due, self.answered)}
        if self.extended:
            longer = count(self.start, 40, regime)
            found[Rule.EXTENDED_RESPONSE] = (longer, self.answered)
        window = max(self.answered, due) if regime is Regime.FOISA else self.answered
        found[Rule.REVIEW_REQUEST] = (count(window, 40, regime), self.asked)
        length = 40 if regime is Regime.EIR else 20
        found[Rule.REVIEW_ANSWER] = (count(self.asked, length, regime), self.reviewed)
        if regime is Regime.FOIA:
            found[Rule.REVIEW_ANSWER_AT_MOST] = (count(self.asked, 40, regime), self.reviewed)
        dates = {
            rule: (last, met, late(last, met, regime) if met else None)
            for rule, (last, met) in found.items()
        }
        return {**dates, Rule.COMPLAINT: (self.complaint(), None, None)}

    def complaint(self) -> date:
        """Six weeks after the outcome of the review; six months in Scotland."""
        if self.regime is not Regime.FOISA:
            return self.reviewed + timedelta(42)
        months = self.reviewed.month + 6
        year, month = self.reviewed.year + (months > 12), (months - 1) % 12 + 1
        day = self.reviewed.day
        while True:
            try:
                return date(year, month, day)
            except ValueError:
                day -= 1


@pytest.mark.parametrize("seed", range(30))
def test_each_date_of_a_random_history(seed: int) -> None:
    history = History(seed)
    found = history.case.timetable()
    assert {
        one.deadline.rule: (one.deadline.due, one.met_on, one.late_by) for one in found.entries
    } == history.dates()
    assert len(found.entries) == len(history.dates())
    assert found.undetermined == ()


@pytest.mark.parametrize("seed", range(30))
def test_the_clock_of_it(seed: int) -> None:
    history = History(seed)
    clock = history.case.timetable().clock
    assert clock is not None
    assert clock.phase is Phase.STOPPED
    assert clock.stopped_on == history.answered
    assert clock.original is not None
    assert clock.original.due == count(history.received, 20, history.regime)
    dates = history.dates()
    last = dates.get(Rule.EXTENDED_RESPONSE, dates[Rule.RESPONSE])[0]
    assert clock.overdue_by == late(last, history.answered, history.regime)


@pytest.mark.parametrize("seed", range(30))
def test_what_is_overdue_on_a_day_without_an_answer(seed: int) -> None:
    history = History(seed)
    unanswered = Case(
        authority=history.case.authority,
        request=history.case.request,
        events=history.case.events,
    )
    due = count(history.start, 20, history.regime, history.left_out)
    for after in (-1, 0, 1, 7, 30):
        on = due + timedelta(after)
        found = unanswered.timetable(on=on)
        (answer,) = [one for one in found.entries if one.deadline.rule is Rule.RESPONSE]
        assert answer.deadline.due == due
        assert answer.late_by == late(due, on, history.regime)


def test_every_kind_of_history_is_among_them() -> None:
    histories = [History(seed) for seed in range(30)]
    assert {history.regime for history in histories} == set(Regime)
    assert any(history.left_out for history in histories)
    assert any(history.extended for history in histories)
    assert any(history.start != history.received for history in histories)
    lateness = [history.dates()[Rule.RESPONSE][2] or 0 for history in histories]
    assert 0 in lateness
    assert max(lateness) > 5
