"""The life of a case: one table, and a fold over the record that follows it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from foiprevent import InvalidRecordError, Regime, TransitionError
from foiprevent.cases import (
    TRANSITIONS,
    Case,
    PublicAuthority,
    Request,
    Response,
    ResponseKind,
    State,
    Step,
    advance,
    events,
    possible,
)
from foiprevent.citations import Citation
from foiprevent.deadlines import Phase, working_days
from foiprevent.strategies import days

if TYPE_CHECKING:
    from random import Random

RECEIVED: Final = date(2023, 3, 23)
LETTERS: Final = {
    "more time taken": ResponseKind.EXTENSION_NOTICE,
    "partial response": ResponseKind.PARTIAL_RESPONSE,
    "response": ResponseKind.RESPONSE,
    "review outcome": ResponseKind.REVIEW_OUTCOME,
}
EVENTS: Final[dict[str, Any]] = {
    "clarification sought": events.ClarificationSought,
    "clarification received": events.ClarificationReceived,
    "fees notice given": events.FeesNoticeGiven,
    "fee paid": events.FeePaid,
    "review requested": events.ReviewRequested,
    "complaint made": events.ComplaintMade,
    "decision notice served": events.DecisionNoticeServed,
    "appeal lodged": events.AppealLodged,
    "appeal decided": events.AppealDecided,
    "transferred": events.Transferred,
    "withdrawn": events.Withdrawn,
    "closed": events.Closed,
}


def recorded(*steps: tuple[date | None, str], regime: Regime | None = Regime.FOIA) -> Case:
    """Return a case in whose record these steps stand, in this order."""
    letters = [Response(sent=day, kind=LETTERS[name]) for day, name in steps if name in LETTERS]
    happened = [EVENTS[name](on=day) for day, name in steps if name in EVENTS]
    return Case(
        authority=PublicAuthority(name="Anytown Council"),
        request=Request(received=RECEIVED, regime=regime),
        responses=tuple(letters),
        events=tuple(happened),
    )


def after(days: int) -> date:
    return RECEIVED + timedelta(days)


# The table typed a second time, from the rules at the head of the module: for each state
# what can follow, and where that leads; a bare step leads nowhere.
SECOND: Final = """
not yet received: request received > received
received: clarification sought > awaiting clarification; fees notice given > awaiting fee;
  more time taken > extended; partial response > partly answered; response > answered;
  review requested > under review; complaint made > with the Commissioner;
  review outcome > reviewed;
  transferred > transferred; withdrawn > withdrawn
extended: clarification sought > awaiting clarification; fees notice given > awaiting fee;
  more time taken; partial response > partly answered; response > answered;
  review requested > under review; complaint made > with the Commissioner;
  review outcome > reviewed;
  transferred > transferred; withdrawn > withdrawn
partly answered: clarification sought > awaiting clarification; fees notice given > awaiting fee;
  more time taken > extended; partial response; response > answered;
  review requested > under review; complaint made > with the Commissioner;
  review outcome > reviewed;
  transferred > transferred; withdrawn > withdrawn
awaiting clarification: clarification sought; clarification received > received;
  partial response; response > answered; review requested > under review;
  complaint made > with the Commissioner; transferred > transferred; withdrawn > withdrawn;
  closed > closed
awaiting fee: fee paid > received; fee not paid in time > lapsed;
  partial response; response > answered; review requested > under review;
  complaint made > with the Commissioner; transferred > transferred; withdrawn > withdrawn
lapsed: fee paid; closed > closed
answered: partial response; response; review requested > under review;
  review outcome > reviewed; complaint made > with the Commissioner; withdrawn > withdrawn;
  closed > closed
under review: partial response; response; review requested; review outcome > reviewed;
  complaint made > with the Commissioner; withdrawn > withdrawn
reviewed: partial response; response; review requested > under review; review outcome;
  complaint made > with the Commissioner; withdrawn > withdrawn; closed > closed
with the Commissioner: partial response; response; review requested; review outcome;
  complaint made; decision notice served > decided; withdrawn > withdrawn; closed > closed
decided: partial response; response; review requested > under review; review outcome;
  complaint made > with the Commissioner; appeal lodged > on appeal; withdrawn > withdrawn;
  closed > closed
on appeal: partial response; response; review outcome; appeal lodged; appeal decided > decided;
  withdrawn > withdrawn; closed > closed
closed:
withdrawn:
transferred:
undetermined:
"""


def second_table() -> dict[tuple[State, Step], State]:
    table = {}
    for line in SECOND.replace("\n  ", " ").strip().splitlines():
        name, _, follows = line.partition(":")
        for one in filter(None, (part.strip() for part in follows.split(";"))):
            step, _, leads = one.partition(" > ")
            table[State(name), Step(step)] = State(leads or name)
    return table


class TestTheTable:
    def test_it_was_typed_twice(self) -> None:
        assert {(row.state, row.step): row.next for row in TRANSITIONS} == second_table()
        assert len(TRANSITIONS) == len(second_table())

    def test_every_row_rests_on_something_in_each_regime_that_has_it(self) -> None:
        for row in TRANSITIONS:
            assert row.rests_on(Regime.FOIA)
            assert row.rests_on(Regime.EIR)
            # FOISA gives no more time
            assert bool(row.rests_on(Regime.FOISA)) is (row.step is not Step.MORE_TIME_TAKEN)
            assert all(
                cite.regime is Regime.EIR
                for cite in row.rests_on(Regime.EIR)
                if isinstance(cite, Citation)
            )

    def test_every_step_and_state_is_in_it(self) -> None:
        assert {row.step for row in TRANSITIONS} == set(Step)
        assert {row.state for row in TRANSITIONS} | {row.next for row in TRANSITIONS} == set(
            State
        ) - {State.UNDETERMINED}

    def test_what_is_closed_stays_closed(self) -> None:
        for row in TRANSITIONS:
            assert row.next.is_closed or not row.state.is_closed
        assert {state for state in State if state.is_closed} == {
            State.LAPSED,
            State.CLOSED,
            State.WITHDRAWN,
            State.TRANSFERRED,
        }

    def test_every_state_can_be_reached_from_the_first(self) -> None:
        reached = {State.NOT_YET_RECEIVED}
        for _ in State:
            reached |= {row.next for row in TRANSITIONS if row.state in reached}
        assert reached == set(State) - {State.UNDETERMINED}

    @pytest.mark.parametrize("state", State)
    def test_an_impossible_step_says_what_was_possible(self, state: State) -> None:
        for step in Step:
            if step in possible(state):
                assert advance(state, step).step is step
                continue
            with pytest.raises(TransitionError) as caught:
                advance(state, step, on=RECEIVED)
            error = caught.value
            assert (error.state, error.step, error.on) == (state, step, RECEIVED)
            assert error.possible == possible(state)
            assert error.event is None
            assert state.value in str(error)
            assert step.value in str(error)
            assert "2023-03-23" in str(error)

    def test_the_order_of_what_is_possible_is_that_of_one_day(self) -> None:
        for state in State:
            order = [list(Step).index(step) for step in possible(state)]
            assert order == sorted(order)
        assert possible(State.CLOSED) == ()

    def test_the_words_of_the_error(self) -> None:
        with pytest.raises(TransitionError) as caught:
            advance(State.AWAITING_FEE, Step.DECISION_NOTICE_SERVED)
        assert str(caught.value) == (
            "'decision notice served' cannot follow where a case is 'awaiting fee'; possible: fee "
            "paid, fee not paid in time, partial response, response, review requested, complaint "
            "made, transferred, withdrawn"
        )
        with pytest.raises(TransitionError, match="possible: nothing"):
            advance(State.WITHDRAWN, Step.RESPONSE)


class TestTheRecord:
    def test_an_impossible_event_is_named_with_its_day(self) -> None:
        case = recorded((after(5), "fee paid"))
        with pytest.raises(TransitionError) as caught:
            case.state()
        assert caught.value.event == events.FeePaid(on=after(5))
        assert caught.value.on == after(5)
        assert caught.value.state is State.RECEIVED
        assert case.state(on=after(4)) is State.RECEIVED

    def test_a_letter_can_be_impossible_too(self) -> None:
        case = recorded((after(-1), "response"))
        with pytest.raises(TransitionError) as caught:
            case.life()
        assert caught.value.event is case.responses[0]
        assert caught.value.state is State.NOT_YET_RECEIVED

    def test_each_step_carries_its_provision(self) -> None:
        case = recorded((after(3), "clarification sought"), (after(9), "clarification received"))
        first, sought, came = case.life()
        assert first.cause is None
        assert first.on == RECEIVED
        assert [str(c) for c in sought.transition.rests_on(Regime.FOIA)] == ["FOIA s.1(3)"]
        assert [str(c) for c in sought.transition.rests_on(Regime.EIR)] == ["EIR reg.9(2)"]
        assert came.cause is case.events[1]
        assert case.life(on=after(3)) == (first, sought)

    @pytest.mark.parametrize("regime", [*Regime, None])
    def test_a_fee_that_does_not_come(self, regime: Regime | None) -> None:
        """s.9(2), FOISA s.9(3): three months beginning with the notice; reg.8(5): 60 days."""
        case = recorded((date(2023, 4, 3), "fees notice given"), regime=regime)
        last = {Regime.EIR: date(2023, 7, 3)}.get(regime, date(2023, 7, 2)) if regime else None
        assert case.state() is State.AWAITING_FEE
        if last is None:
            assert case.state(on=date(2030, 1, 1)) is State.AWAITING_FEE
            return
        assert case.state(on=last) is State.AWAITING_FEE
        assert case.state(on=last + timedelta(1)) is State.LAPSED
        lapse = case.life(on=last + timedelta(400))[-1]
        assert (lapse.on, lapse.cause) == (last + timedelta(1), None)
        assert lapse.transition.step is Step.FEE_NOT_PAID

    def test_a_notice_that_comes_too_late_ends_no_duty(self) -> None:
        """s.9(1): within the time to answer."""
        case = recorded((date(2023, 4, 25), "fees notice given"))
        assert case.state(on=date(2030, 1, 1)) is State.AWAITING_FEE
        in_time = recorded((date(2023, 4, 24), "fees notice given"))
        assert in_time.state(on=date(2030, 1, 1)) is State.LAPSED

    def test_a_fee_that_comes_too_late_revives_nothing(self) -> None:
        case = recorded((after(1), "fees notice given"), (after(120), "fee paid"))
        assert case.state() is State.LAPSED
        assert [passage.transition.step for passage in case.life()] == [
            Step.REQUEST_RECEIVED,
            Step.FEES_NOTICE_GIVEN,
            Step.FEE_NOT_PAID,
            Step.FEE_PAID,
        ]

    def test_a_fee_beyond_what_the_calendar_knows(self) -> None:
        case = attrs.evolve(
            recorded((date(2105, 1, 4), "fees notice given"), regime=Regime.EIR),
            request=Request(received=date(2105, 1, 4), regime=Regime.EIR),
        )
        assert case.state(on=date(2190, 1, 1)) is State.AWAITING_FEE

    def test_an_undated_answer_ends_the_wait_for_a_fee(self) -> None:
        case = recorded((after(1), "fees notice given"), (None, "response"))
        assert case.state() is State.ANSWERED
        assert case.state(on=after(2)) is State.UNDETERMINED

    def test_what_follows_an_undated_letter_shows_that_it_was_sent(self) -> None:
        case = recorded((after(60), "review outcome"), (None, "response"))
        assert case.state(on=after(60)) is State.REVIEWED
        assert case.state(on=after(59)) is State.UNDETERMINED

    def test_a_step_that_needs_it_shows_that_an_undated_letter_was_sent(self) -> None:
        """A case in which an answer is owed cannot be closed."""
        case = recorded((after(60), "closed"), (None, "response"))
        assert case.state(on=after(60)) is case.state() is State.CLOSED
        assert case.state(on=after(59)) is State.UNDETERMINED

    def test_a_day_before_receipt(self) -> None:
        case = recorded((after(1), "response"))
        assert case.state(on=after(-1)) is State.NOT_YET_RECEIVED
        assert case.life(on=after(-1)) == ()

    @pytest.mark.parametrize("name", ["life", "answer"])
    def test_what_is_no_day(self, name: str) -> None:
        asked: Any = {"life": (), "answer": ("1",)}[name]
        with pytest.raises(InvalidRecordError) as caught:
            getattr(recorded(), name)(*asked, on="2023-01-01")
        assert caught.value.field == f"Case.{name}.on"


class Naive:
    """A case told as facts instead of states: what was asked, given, and is being waited for."""

    def __init__(self) -> None:
        self.waiting: str | None = None
        self.start = RECEIVED
        self.asked_in_time = False
        self.noticed: date | None = None
        self.noticed_in_time = False
        self.pauses: list[tuple[date, date]] = []
        self.so_far = "received"
        self.settled: str | None = None
        self.before: str | None = None
        self.gone: str | None = None

    def state(self) -> State:
        return State(
            self.gone or self.before or self.settled or self.waiting or self.so_far,
        )

    def three_months(self) -> date:
        assert self.noticed
        year, month = divmod(self.noticed.month + 2, 12)
        year, month = self.noticed.year + year, month + 1
        try:
            return date(year, month, self.noticed.day) - timedelta(1)
        except ValueError:
            return date(year, month, 30 if month != 2 else 28 + (year % 4 == 0))

    def due(self) -> date:
        """Count twenty working days, a day at a time, leaving out those a fee was awaited."""
        calendar, day, left = working_days(Regime.FOIA), self.start, 20
        while left:
            day += timedelta(1)
            paused = any(start <= day <= end for start, end in self.pauses)
            left -= calendar.is_working_day(day) and not paused
        return day

    def until(self, day: date) -> None:
        waits = self.state() is State.AWAITING_FEE and self.noticed_in_time
        if waits and day > self.three_months():
            self.gone = "lapsed"

    def take(self, step: str, day: date) -> bool:  # noqa: C901, PLR0911, PLR0912, PLR0915 - facts, one by one
        """Take a step and return true, or return false and change nothing."""
        self.until(day)
        if self.gone:
            if self.gone == "lapsed" and step == "closed":
                self.gone = "closed"
                return True
            return self.gone == "lapsed" and step == "fee paid"
        asking = not self.settled and not self.before
        if step in ("response", "partial response"):
            if asking and step == "response":
                self.waiting, self.settled = None, "answered"
            elif asking and not self.waiting:
                self.so_far = "partly answered"
            return True
        if step == "clarification sought":
            if not asking or self.waiting == "awaiting fee":
                return False
            if not self.waiting:
                self.asked_in_time = day <= self.due()
            self.waiting = "awaiting clarification"
            return True
        if step == "fees notice given":
            if not asking or self.waiting:
                return False
            self.noticed_in_time = day <= self.due()
            self.waiting, self.noticed = "awaiting fee", day
            return True
        if step in ("clarification received", "fee paid"):
            wanted = {"clarification received": "awaiting clarification"}.get(step, "awaiting fee")
            if not asking or self.waiting != wanted:
                return False
            if step == "clarification received" and self.asked_in_time:
                self.start = day
            if step == "fee paid" and self.noticed_in_time and self.noticed:
                self.pauses.append((self.noticed, day))
            self.waiting, self.so_far = None, "received"
            return True
        if step == "more time taken":
            if not asking or self.waiting:
                return False
            self.so_far = "extended"
            return True
        if step == "review requested":
            if self.before == "on appeal":
                return False
            self.before = self.before or "under review"
            return True
        if step == "review outcome":
            if asking and self.waiting:
                return False
            if self.before in (None, "under review"):
                done = asking or self.before or self.settled == "answered"
                self.before = None
                self.settled = "reviewed" if done else self.settled
            return True
        if step == "complaint made":
            if self.before == "on appeal":
                return False
            self.before = "with the Commissioner"
            return True
        if step == "decision notice served":
            if self.before != "with the Commissioner":
                return False
            self.before, self.settled = None, "decided"
            return True
        if step == "appeal lodged":
            if self.before != "on appeal" and self.state() is not State.DECIDED:
                return False
            self.before = "on appeal"
            return True
        if step == "appeal decided":
            if self.before != "on appeal":
                return False
            self.before = None
            return True
        if step == "transferred":
            if asking:
                self.gone = "transferred"
            return asking
        if step == "closed":
            owed = self.state() in (
                State.RECEIVED,
                State.EXTENDED,
                State.PARTLY_ANSWERED,
                State.AWAITING_FEE,
                State.UNDER_REVIEW,
            )
            if not owed:
                self.gone = "closed"
            return not owed
        self.gone = "withdrawn"
        return True


class LifeOfACase(RuleBasedStateMachine):
    """The fold against the facts, a step at a time."""

    @initialize()
    def begin(self) -> None:
        self.naive = Naive()
        self.day = RECEIVED
        self.taken: list[tuple[date | None, str]] = []

    @rule(step=st.sampled_from([*LETTERS, *EVENTS]), later=st.integers(1, 45))
    def happens(self, step: str, later: int) -> None:
        self.day += timedelta(later)
        before = recorded(*self.taken)
        tried = recorded(*self.taken, (self.day, step))
        here = before.state(on=self.day)
        if self.naive.take(step, self.day):
            self.taken.append((self.day, step))
            assert tried.state(on=self.day) is self.naive.state()
            return
        with pytest.raises(TransitionError) as caught:
            tried.state()
        assert caught.value.state is here is self.naive.state()
        assert caught.value.on == self.day
        assert caught.value.step is Step(step)

    @precondition(lambda self: self.taken)
    @rule(random=st.randoms(use_true_random=False))
    def the_order_of_the_record_is_nothing(self, random: Random) -> None:
        shuffled = list(self.taken)
        random.shuffle(shuffled)
        assert recorded(*shuffled).life(on=self.day) == recorded(*self.taken).life(on=self.day)

    @invariant()
    def what_is_closed_has_no_clock_running(self) -> None:
        case = recorded(*self.taken)
        self.naive.until(self.day)
        assert case.state(on=self.day) is self.naive.state()
        if not self.naive.state().is_closed:
            return
        timetable = case.timetable(on=self.day + timedelta(400))
        assert timetable.clock is not None
        assert timetable.clock.phase is not Phase.RUNNING
        if self.naive.gone != "lapsed":
            late = [e for e in timetable.entries if e.late_by and e.met_on is None]
            assert late == []

    @invariant()
    def each_step_starts_where_the_one_before_ended(self) -> None:
        passages = recorded(*self.taken).life(on=self.day)
        assert passages[0].transition.state is State.NOT_YET_RECEIVED
        for one, other in pairwise(passages):
            assert one.transition.next is other.transition.state
            assert one.on is not None
            assert other.on is not None
            assert one.on <= other.on


TestLifeOfACase = LifeOfACase.TestCase
TestLifeOfACase.settings = settings(
    max_examples=settings().max_examples * 3 // 5, stateful_step_count=20
)


class TestAnyRecord:
    @given(
        st.lists(st.tuples(st.none() | days(), st.sampled_from([*LETTERS])), max_size=4),
        st.none() | days(),
    )
    def test_a_state_or_what_was_impossible(
        self, letters: list[tuple[date | None, str]], on: date | None
    ) -> None:
        case = recorded(*letters)
        known = set(State) - {State.UNDETERMINED} if on is None else set(State)
        with suppress(TransitionError):
            assert case.state(on=on) in known
