"""The strategies build what they say, each value in each of its fields."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar, get_args

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from foiprevent import strategies
from foiprevent.cases import (
    Answer,
    Case,
    Outcome,
    Reliance,
    Request,
    Response,
    ResponseKind,
    ReviewRoute,
    Scope,
    WindowUnit,
)
from foiprevent.cases.events import EVENTS, Event
from foiprevent.citations import Citation, Regime
from foiprevent.deadlines import due_date
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import Duty, PrejudiceTest, PublicInterestTest, exemption
from foiprevent.findings import audit

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

DRAWS = {
    "answers": Answer,
    "cases": Case,
    "citations": Citation,
    "days": date,
    "history": tuple,
    "lawful_cases": Case,
    "prejudice_tests": PrejudiceTest,
    "public_interest_tests": PublicInterestTest,
    "reliances": Reliance,
    "requests": Request,
    "responses": Response,
    "review_routes": ReviewRoute,
}


def strategy(name: str) -> st.SearchStrategy[object]:
    made: st.SearchStrategy[object] = getattr(strategies, name)()
    return made


def drawn(from_: st.SearchStrategy[T], of: Callable[[T], bool]) -> T:
    """Return the first value drawn that is *of* some kind; fail if none is."""
    first = settings(max_examples=2000, database=None, phases=[Phase.generate])
    return find(from_, of, settings=first)


class TestWhatIsDrawn:
    """Everything public is here, and builds values of its type."""

    def test_each_has_a_type(self) -> None:
        assert set(DRAWS) == set(strategies.__all__)

    @pytest.mark.parametrize("name", DRAWS)
    def test_each_builds_it(self, name: str) -> None:
        @given(strategy(name))
        @settings(max_examples=30)
        def check(value: object) -> None:
            assert type(value) is DRAWS[name]
            assert hash(value) == hash(value)
            if attrs.has(type(value)):
                # Built again, every field passes its validators again.
                assert attrs.evolve(value) == value  # type: ignore[misc]

        check()

    @given(strategies.days())
    def test_days_are_within_what_the_calendar_can_tell(self, day: date) -> None:
        assert due_date(day) > day

    @given(strategies.days(min_value=date(2020, 2, 28), max_value=date(2020, 3, 1)))
    def test_days_keep_to_their_bounds(self, day: date) -> None:
        assert date(2020, 2, 28) <= day <= date(2020, 3, 1)

    @given(strategies.history())
    def test_a_history_is_made_of_events(self, steps: tuple[Event, ...]) -> None:
        assert {type(step) for step in steps} <= set(EVENTS)
        assert all(type(step.on) is date for step in steps)


class TestCitations:
    """Some exist and some do not; all are well formed."""

    @pytest.mark.parametrize("regime", [None, *Regime])
    def test_of_the_regime_asked_for(self, regime: Regime | None) -> None:
        @given(strategies.citations(regime=regime))
        @settings(max_examples=50)
        def check(citation: Citation) -> None:
            assert regime in (None, citation.regime)
            assert Citation.parse(str(citation)) == citation

        check()

    @pytest.mark.parametrize("regime", Regime)
    def test_without_one_of_each(self, regime: Regime) -> None:
        one = drawn(strategies.citations(), lambda citation: citation.regime is regime)
        assert one.regime is regime

    def test_some_stand_in_the_law_and_some_do_not(self) -> None:
        def stands(citation: Citation) -> bool:
            try:
                return exemption(citation).duty is not None
            except (NotInForceError, UnknownProvisionError):
                return False

        of_the_act = strategies.citations(regime=Regime.FOIA)
        assert stands(drawn(of_the_act, stands))
        assert not stands(drawn(of_the_act, lambda citation: not stands(citation)))


class TestAnyCase:
    """However little of it makes sense."""

    def test_some_are_wrong(self) -> None:
        case = drawn(strategies.cases(), lambda case: audit(case).has_breach)
        assert audit(case).has_breach

    @pytest.mark.parametrize(
        "of",
        [
            lambda request: request.received is None,
            lambda request: request.regime is None,
            lambda request: not request.questions,
            lambda request: len(request.questions) > 1,
        ],
        ids=["undated", "of no regime", "without questions", "with several"],
    )
    def test_requests_say_more_or_less(self, of: Callable[[Request], bool]) -> None:
        assert of(drawn(strategies.requests(), of))

    def test_letters_may_be_undated(self) -> None:
        assert drawn(strategies.responses(), lambda letter: letter.sent is None).sent is None

    @pytest.mark.parametrize("kind", ResponseKind)
    def test_letters_of_every_kind(self, kind: ResponseKind) -> None:
        assert drawn(strategies.responses(), lambda r: r.kind is kind).kind is kind

    @pytest.mark.parametrize("outcome", Outcome)
    def test_answers_of_every_outcome(self, outcome: Outcome) -> None:
        assert drawn(strategies.answers(), lambda a: a.outcome is outcome).outcome is outcome

    @pytest.mark.parametrize("unit", WindowUnit)
    def test_windows_in_every_unit(self, unit: WindowUnit) -> None:
        one = drawn(strategies.review_routes(), lambda r: r.unit is unit and r.length is not None)
        assert one.unit is unit

    @pytest.mark.parametrize("scope", get_args(Scope))
    def test_claims_of_every_scope(self, scope: type[Scope]) -> None:
        assert type(drawn(strategies.reliances(), lambda r: type(r.scope) is scope).scope) is scope

    @pytest.mark.parametrize("kind", EVENTS)
    def test_steps_of_every_kind(self, kind: type[Event]) -> None:
        steps = drawn(strategies.history(), lambda all_: any(type(s) is kind for s in all_))
        assert kind in {type(step) for step in steps}


class TestLawfulCases:
    """Answered in time, and in whose refusals an audit finds nothing."""

    @given(strategies.lawful_cases())
    @settings(max_examples=300)
    def test_an_audit_finds_nothing(self, case: Case) -> None:
        assert audit(case).findings == ()

    @given(strategies.lawful_cases(), strategies.days())
    def test_whatever_the_day(self, case: Case, on: date) -> None:
        assert audit(case, on=on).findings == ()

    @pytest.mark.parametrize("duty", Duty)
    def test_some_refuse(self, duty: Duty) -> None:
        def refuses(case: Case) -> bool:
            return any(claim.duty_claimed is duty for claim in case.responses[0].reliances)

        assert refuses(drawn(strategies.lawful_cases(), refuses))

    @pytest.mark.parametrize("section", ["21", "22A", "24", "31", "36", "37", "38", "40", "44"])
    def test_under_every_kind_of_section(self, section: str) -> None:
        def cites(case: Case) -> bool:
            return any(
                claim.citation is not None and claim.citation.section == section
                for claim in case.responses[0].reliances
            )

        assert cites(drawn(strategies.lawful_cases(), cites))

    @pytest.mark.parametrize("on_the_last_day", [True, False])
    def test_some_on_the_last_day(self, *, on_the_last_day: bool) -> None:
        def is_so(case: Case) -> bool:
            received, sent = case.request.received, case.responses[0].sent
            return received is not None and (sent == due_date(received)) is on_the_last_day

        assert is_so(drawn(strategies.lawful_cases(), is_so))

    def test_some_refuse_nothing(self) -> None:
        case = drawn(strategies.lawful_cases(), lambda case: not case.responses[0].reliances)
        assert case.responses[0].answers
