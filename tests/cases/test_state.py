"""Where a case stands follows from what is recorded, and is never stored."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent import casebook
from foiprevent._provenance import LawAsAt, LawBasis
from foiprevent.cases import (
    Case,
    PublicAuthority,
    Request,
    Response,
    ResponseKind,
    State,
    events,
)
from foiprevent.citations import Regime
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import LAW_AS_AT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

Step: TypeAlias = Any
"""The class of an event, or the kind of a letter."""

AUTHORITY = PublicAuthority(name="Anytown Council")
RECEIVED = date(2023, 3, 23)
ONE_DAY = timedelta(1)

# What each step leads to, in the order in which procedure takes them.
STEPS: tuple[tuple[Step, State], ...] = (
    (events.ClarificationSought, State.AWAITING_CLARIFICATION),
    (events.ClarificationReceived, State.RECEIVED),
    (events.FeesNoticeGiven, State.AWAITING_FEE),
    (events.FeePaid, State.RECEIVED),
    (events.ExtensionClaimed, State.EXTENDED),
    (ResponseKind.EXTENSION_NOTICE, State.EXTENDED),
    (ResponseKind.PARTIAL_RESPONSE, State.PARTLY_ANSWERED),
    (ResponseKind.RESPONSE, State.ANSWERED),
    (events.ReviewRequested, State.UNDER_REVIEW),
    (ResponseKind.REVIEW_OUTCOME, State.REVIEWED),
    (events.ComplaintMade, State.WITH_COMMISSIONER),
    (events.DecisionNoticeServed, State.DECIDED),
    (events.AppealLodged, State.ON_APPEAL),
    (events.Transferred, State.TRANSFERRED),
    (events.Withdrawn, State.WITHDRAWN),
)
RANK: dict[Step, int] = {step: rank for rank, (step, _) in enumerate(STEPS)}
AFTER: dict[Step, State] = dict(STEPS)
LETTERS = [step for step, _ in STEPS if isinstance(step, ResponseKind)]

steps = st.sampled_from([step for step, _ in STEPS])
letters = st.sampled_from(LETTERS)
# A short stretch of days, so that steps fall on one day.
near_days = st.dates(RECEIVED, RECEIVED + timedelta(12))
histories = st.lists(st.tuples(near_days, steps), max_size=8)
undated_letters = st.lists(letters, max_size=3)


def history(taken: Iterable[tuple[date | None, Step]], received: date | None = RECEIVED) -> Case:
    """Record steps, each with its day; a letter may have none."""
    responses: list[Response] = []
    happened: list[Any] = []
    for day, step in taken:
        if isinstance(step, ResponseKind):
            responses.append(Response(sent=day, kind=step))
        else:
            happened.append(step(on=day))
    return Case(
        authority=AUTHORITY,
        request=Request(received=received, regime=Regime.FOIA),
        responses=tuple(responses),
        events=tuple(happened),
    )


class TestEachStep:
    """A case stands where its last step has brought it."""

    def test_every_step_is_here(self) -> None:
        assert {step for step, _ in STEPS} == {
            *events.EVENTS,
            *(kind for kind in ResponseKind if kind is not ResponseKind.OTHER),
        }
        assert {state for _, state in STEPS} == set(State) - {
            State.NOT_YET_RECEIVED,
            State.UNDETERMINED,
        }

    def test_a_case_of_nothing_but_a_request(self) -> None:
        case = history([])
        assert case.state() is State.RECEIVED
        assert case.state(on=RECEIVED) is State.RECEIVED
        assert case.state(on=date.max) is State.RECEIVED

    @pytest.mark.parametrize(("step", "state"), STEPS)
    def test_one_step(self, step: Step, state: State) -> None:
        day = RECEIVED + timedelta(5)
        case = history([(day, step)])
        assert case.state() is state
        assert case.state(on=day) is state
        assert case.state(on=day + ONE_DAY) is state
        assert case.state(on=day - ONE_DAY) is State.RECEIVED
        assert case.state(on=RECEIVED) is State.RECEIVED
        assert case.state(on=RECEIVED - ONE_DAY) is State.NOT_YET_RECEIVED

    @pytest.mark.parametrize("day", [None, RECEIVED, RECEIVED + ONE_DAY])
    def test_a_letter_that_answers_nothing_changes_nothing(self, day: date | None) -> None:
        acknowledgement = Response(sent=day, kind=ResponseKind.OTHER)
        for step, state in STEPS:
            case = history([(RECEIVED, step)])
            with_it = attrs.evolve(case, responses=(*case.responses, acknowledgement))
            assert with_it.state() is state
            assert with_it.state(on=date.max) is state
        alone = attrs.evolve(history([]), responses=(acknowledgement,))
        assert alone.state() is alone.state(on=date.max) is State.RECEIVED

    def test_a_whole_life(self) -> None:
        life = [(RECEIVED + timedelta(10 * n), step) for n, (step, _) in enumerate(STEPS, 1)]
        case = history(life)
        assert case.state() is State.WITHDRAWN
        for n, (_, state) in enumerate(STEPS, 1):
            assert case.state(on=RECEIVED + timedelta(10 * n + 9)) is state

    def test_a_later_step_decides_even_if_procedure_knows_it_earlier(self) -> None:
        case = history(
            [(date(2023, 5, 1), ResponseKind.RESPONSE), (date(2023, 6, 1), events.FeePaid)]
        )
        assert case.state() is State.RECEIVED
        assert case.state(on=date(2023, 5, 31)) is State.ANSWERED


class TestOneDay:
    """Steps of one day are taken in the order in which procedure takes them."""

    @given(st.lists(steps, min_size=1, max_size=6))
    def test_the_furthest_decides(self, taken: list[Step]) -> None:
        case = history([(RECEIVED, step) for step in taken])
        assert case.state() is AFTER[max(taken, key=RANK.__getitem__)]

    def test_clarification_sought_and_received(self) -> None:
        both = (events.ClarificationReceived, events.ClarificationSought)
        assert history([(RECEIVED, step) for step in both]).state() is State.RECEIVED

    def test_answered_on_the_day_of_receipt(self) -> None:
        case = history([(RECEIVED, ResponseKind.RESPONSE)])
        assert case.state(on=RECEIVED) is State.ANSWERED


class TestRecord:
    """The order in which things are recorded means nothing, and what comes later not yet."""

    @given(histories, st.randoms(use_true_random=False), st.none() | near_days)
    def test_the_order_of_the_record_does_not_matter(
        self,
        taken: list[tuple[date, Step]],
        random: Random,
        on: date | None,
    ) -> None:
        shuffled = list(taken)
        random.shuffle(shuffled)
        assert history(shuffled).state(on=on) is history(taken).state(on=on)

    @given(histories, undated_letters, st.randoms(use_true_random=False), st.none() | near_days)
    def test_nor_where_some_letters_are_undated(
        self,
        taken: list[tuple[date | None, Step]],
        undated: list[ResponseKind],
        random: Random,
        on: date | None,
    ) -> None:
        taken = [*taken, *((None, kind) for kind in undated)]
        shuffled = list(taken)
        random.shuffle(shuffled)
        assert history(shuffled).state(on=on) is history(taken).state(on=on)

    @given(histories, st.integers(0, 10000))
    def test_after_everything_the_day_does_not_matter(
        self, taken: list[tuple[date, Step]], after: int
    ) -> None:
        case = history(taken)
        last = max([RECEIVED, *(day for day, _ in taken)])
        assert case.state(on=last + timedelta(after)) is case.state()

    @given(histories, near_days)
    def test_on_a_day_only_what_had_happened_counts(
        self, taken: list[tuple[date, Step]], on: date
    ) -> None:
        so_far = [(day, step) for day, step in taken if day <= on]
        assert history(taken).state(on=on) is history(so_far).state()

    @given(histories)
    def test_the_last_step_decides(self, taken: list[tuple[date, Step]]) -> None:
        last = max(((day, RANK[step]) for day, step in taken), default=None)
        expected = State.RECEIVED if last is None else STEPS[last[1]][1]
        assert history(taken).state() is expected

    @given(histories, st.dates(max_value=RECEIVED - ONE_DAY))
    def test_before_it_arrived_there_is_nothing(
        self, taken: list[tuple[date, Step]], on: date
    ) -> None:
        """Whatever is recorded: a step older than the request is a slip of the pen."""
        case = history([*taken, (on, events.Withdrawn)])
        assert case.state(on=on) is State.NOT_YET_RECEIVED

    @given(histories, st.dates())
    def test_without_a_day_of_receipt_it_may_have_arrived_any_time(
        self, taken: list[tuple[date, Step]], on: date
    ) -> None:
        assert history(taken, received=None).state(on=on) is not State.NOT_YET_RECEIVED


class TestUndatedLetters:
    """A letter without a date is not guessed to have been sent by a day, nor not to."""

    @pytest.mark.parametrize("kind", LETTERS)
    def test_the_record_alone_knows_that_it_was_sent(self, kind: ResponseKind) -> None:
        case = history([(None, kind)])
        assert case.state() is AFTER[kind]

    @pytest.mark.parametrize("kind", LETTERS)
    def test_on_a_day_it_may_not_have_been(self, kind: ResponseKind) -> None:
        case = history([(None, kind)])
        assert case.state(on=RECEIVED) is State.UNDETERMINED
        assert case.state(on=date.max) is State.UNDETERMINED
        assert case.state(on=RECEIVED - ONE_DAY) is State.NOT_YET_RECEIVED

    def test_a_step_that_follows_it_decides(self) -> None:
        asked = RECEIVED + timedelta(60)
        case = history([(None, ResponseKind.RESPONSE), (asked, events.ReviewRequested)])
        assert case.state() is State.UNDER_REVIEW
        assert case.state(on=asked) is State.UNDER_REVIEW
        assert case.state(on=asked - ONE_DAY) is State.UNDETERMINED

    def test_a_step_that_it_follows_does_not(self) -> None:
        """An undated answer to a request that was extended, and an undated review."""
        extended = history([(RECEIVED, events.ExtensionClaimed), (None, ResponseKind.RESPONSE)])
        assert extended.state() is State.ANSWERED
        assert extended.state(on=RECEIVED) is State.UNDETERMINED
        reviewed = history(
            [(RECEIVED, events.ReviewRequested), (None, ResponseKind.REVIEW_OUTCOME)]
        )
        assert reviewed.state() is State.REVIEWED
        assert reviewed.state(on=date.max) is State.UNDETERMINED

    def test_it_is_determined_where_it_makes_no_difference(self) -> None:
        case = history(
            [(RECEIVED, events.ExtensionClaimed), (None, ResponseKind.EXTENSION_NOTICE)]
        )
        assert case.state() is case.state(on=RECEIVED) is State.EXTENDED

    @given(histories, undated_letters)
    def test_the_record_alone_is_always_determined(
        self, taken: list[tuple[date | None, Step]], undated: list[ResponseKind]
    ) -> None:
        case = history([*taken, *((None, kind) for kind in undated)])
        assert case.state() is not State.UNDETERMINED

    @given(histories, undated_letters, near_days)
    def test_a_date_for_the_letter_settles_it(
        self, taken: list[tuple[date, Step]], undated: list[ResponseKind], on: date
    ) -> None:
        """It is undetermined exactly if it matters whether the letters were sent by then."""
        last = max([RECEIVED, *(day for day, _ in taken if day <= on)])
        sent, unsent = (
            history([*taken, *((day, kind) for kind in undated)]).state(on=on)
            for day in (last, on + ONE_DAY)
        )
        found = history([*taken, *((None, kind) for kind in undated)]).state(on=on)
        assert found is (sent if sent is unsent else State.UNDETERMINED)

    @given(histories, st.lists(letters, min_size=1, max_size=3))
    def test_the_record_takes_it_where_procedure_does(
        self, taken: list[tuple[date, Step]], undated: list[ResponseKind]
    ) -> None:
        last = max([RECEIVED, *(day for day, _ in taken)])
        dated = history([*taken, *((last, kind) for kind in undated)])
        assert history([*taken, *((None, kind) for kind in undated)]).state() is dated.state()


class TestDayAskedAbout:
    """The day is an argument: a plain date, or one that can be made plain."""

    def test_a_pendulum_date(self) -> None:
        case = history([(date(2023, 5, 24), ResponseKind.RESPONSE)])
        assert case.state(on=pendulum.date(2023, 5, 24)) is State.ANSWERED
        assert case.state(on=pendulum.date(2023, 5, 23)) is State.RECEIVED

    @pytest.mark.parametrize("on", [datetime(2023, 5, 24), "2023-05-24", 0])
    def test_what_is_no_day(self, on: Any) -> None:  # noqa: ANN401
        with pytest.raises(InvalidRecordError) as caught:
            history([]).state(on=on)
        assert caught.value.field == "Case.state.on"
        with pytest.raises(InvalidRecordError) as caught:
            history([]).timetable(on=on)
        assert caught.value.field == "Case.timetable.on"

    @pytest.mark.parametrize(
        ("name", "state", "on_new_years_day"),
        [
            ("barnet-data-sharing", State.ANSWERED, State.ANSWERED),
            ("coventry-referrals", State.ANSWERED, State.ANSWERED),
            ("leicester-returnees", State.ANSWERED, State.UNDETERMINED),
        ],
    )
    def test_the_casebook(self, name: str, state: State, on_new_years_day: State) -> None:
        case = casebook.load(name)
        assert case.state() is state
        assert case.state(on=date(2024, 1, 1)) is on_new_years_day

    def test_barnet_day_by_day(self) -> None:
        case = casebook.load("barnet-data-sharing")
        assert case.state(on=date(2023, 3, 22)) is State.NOT_YET_RECEIVED
        assert case.state(on=date(2023, 3, 23)) is State.RECEIVED
        assert case.state(on=date(2023, 5, 23)) is State.RECEIVED
        assert case.state(on=date(2023, 5, 24)) is State.ANSWERED


class TestRegime:
    """A request falls under a regime of its own, or under the one that every letter claims."""

    @pytest.mark.parametrize(
        ("own", "claimed", "regime"),
        [
            (None, [], None),
            (None, [None], None),
            (None, [Regime.EIR], Regime.EIR),
            (None, [Regime.EIR, None, Regime.EIR], Regime.EIR),
            (None, [Regime.EIR, Regime.FOIA], None),
            (Regime.FOISA, [], Regime.FOISA),
            (Regime.FOISA, [Regime.FOIA], Regime.FOISA),
            (Regime.FOISA, [Regime.EIR, Regime.FOIA], Regime.FOISA),
        ],
    )
    def test_each(
        self, own: Regime | None, claimed: list[Regime | None], regime: Regime | None
    ) -> None:
        case = Case(
            authority=AUTHORITY,
            request=Request(regime=own),
            responses=tuple(Response(regime_claimed=one) for one in claimed),
        )
        assert case.regime is regime


class TestLawAsAt:
    """The law is read as at the day the request was dealt with, else its receipt."""

    SENT = date(2023, 5, 24)

    @pytest.mark.parametrize("kind", ResponseKind)
    def test_a_letter_that_answers_deals_with_it(self, kind: ResponseKind) -> None:
        answers = {
            ResponseKind.RESPONSE,
            ResponseKind.PARTIAL_RESPONSE,
            ResponseKind.REVIEW_OUTCOME,
        }
        case = attrs.evolve(history([]), responses=(Response(sent=self.SENT, kind=kind),))
        dealt_with = LawAsAt(day=self.SENT, basis=LawBasis.DEALT_WITH)
        received = LawAsAt(day=RECEIVED, basis=LawBasis.RECEIVED)
        assert case.law_as_at == (dealt_with if kind in answers else received)

    def test_the_last_dated_one(self) -> None:
        sent = [date(2023, 5, 1), self.SENT, None, date(2023, 4, 1)]
        case = history([(day, ResponseKind.RESPONSE) for day in sent])
        assert case.law_as_at == LawAsAt(day=self.SENT, basis=LawBasis.DEALT_WITH)

    def test_an_undated_one_tells_nothing(self) -> None:
        case = history([(None, ResponseKind.RESPONSE)])
        assert case.law_as_at == LawAsAt(day=RECEIVED, basis=LawBasis.RECEIVED)

    def test_else_the_law_as_last_known(self) -> None:
        case = history([(None, ResponseKind.RESPONSE)], received=None)
        assert case.law_as_at == LawAsAt(day=LAW_AS_AT, basis=LawBasis.LAST_KNOWN)
        assert str(case.law_as_at) == f"{LAW_AS_AT.isoformat()} (the law as last known)"
