"""Where a case stands follows from what is recorded, and is never stored."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pendulum
import pytest

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

Step: TypeAlias = Any
"""The class of an event, or the kind of a letter."""

AUTHORITY = PublicAuthority(name="Anytown Council")
RECEIVED = date(2023, 3, 23)
ONE_DAY = timedelta(1)


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


class TestOneDay:
    """Steps of one day are taken in the order in which procedure takes them."""

    def test_clarification_sought_and_received(self) -> None:
        both = (events.ClarificationReceived, events.ClarificationSought)
        assert history([(RECEIVED, step) for step in both]).state() is State.RECEIVED

    def test_answered_on_the_day_of_receipt(self) -> None:
        case = history([(RECEIVED, ResponseKind.RESPONSE)])
        assert case.state(on=RECEIVED) is State.ANSWERED

    def test_a_letter_that_answers_nothing_is_no_step(self) -> None:
        case = history([(RECEIVED - ONE_DAY, ResponseKind.OTHER)])
        assert case.state() is State.RECEIVED


class TestUndatedLetters:
    """A letter without a date is not guessed to have been sent by a day, nor not to."""

    @pytest.mark.parametrize(
        ("kind", "state"),
        [
            (ResponseKind.EXTENSION_NOTICE, State.EXTENDED),
            (ResponseKind.PARTIAL_RESPONSE, State.PARTLY_ANSWERED),
            (ResponseKind.RESPONSE, State.ANSWERED),
        ],
    )
    def test_the_record_alone_knows_that_it_was_sent(
        self, kind: ResponseKind, state: State
    ) -> None:
        case = history([(None, kind)])
        assert case.state() is state
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

    def test_several_are_taken_in_the_order_of_procedure(self) -> None:
        kinds = (ResponseKind.REVIEW_OUTCOME, ResponseKind.RESPONSE, ResponseKind.EXTENSION_NOTICE)
        case = history([(None, kind) for kind in kinds])
        assert case.state() is State.REVIEWED
        assert [passage.transition.next for passage in case.life()] == [
            State.RECEIVED,
            State.EXTENDED,
            State.ANSWERED,
            State.REVIEWED,
        ]

    def test_a_record_without_end(self) -> None:
        case = history([(None, ResponseKind.RESPONSE)] * 20_000)
        assert case.state() is State.ANSWERED
        days = [RECEIVED + timedelta(n) for n in range(100)]
        fees = [(day, step) for day in days for step in (events.FeesNoticeGiven, events.FeePaid)]
        assert history(fees).state() is State.RECEIVED


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
