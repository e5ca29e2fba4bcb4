"""The strategies build what they say, each value in each of its fields."""

from __future__ import annotations

import enum
import os
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, TypeVar, get_args

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from foiprevent import cases, citations, deadlines, exemptions, findings, prevent, strategies
from foiprevent.cases import (
    Answer,
    Case,
    Outcome,
    PublicAuthority,
    Question,
    QuestionScope,
    Reliance,
    Request,
    Response,
    ResponseKind,
    ReviewRoute,
    Scope,
    State,
    WindowUnit,
    events,
)
from foiprevent.cases.events import EVENTS, Event, ExtensionClaimed
from foiprevent.citations import Citation, Regime, Source
from foiprevent.deadlines import BankHoliday, Deadline, Timetable, due_date, working_days
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import (
    Duty,
    Exemption,
    Period,
    PrejudiceTest,
    PublicInterestTest,
    exemption,
)
from foiprevent.findings import Audit, audit
from foiprevent.strategies._types import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

DRAWS = {
    "answers": Answer,
    "audits": Audit,
    "authorities": PublicAuthority,
    "bank_holidays": BankHoliday,
    "cases": Case,
    "citations": Citation,
    "clock_events": tuple,
    "days": date,
    "deadlines": Deadline,
    "edge_days": date,
    "exemptions": Exemption,
    "extensions": ExtensionClaimed,
    "history": tuple,
    "lawful_cases": Case,
    "lives": Case,
    "periods": Period,
    "prejudice_tests": PrejudiceTest,
    "public_interest_tests": PublicInterestTest,
    "question_scopes": QuestionScope,
    "questions": Question,
    "reliances": Reliance,
    "requests": Request,
    "responses": Response,
    "review_routes": ReviewRoute,
    "sources": Source,
    "timetables": Timetable,
}


def strategy(name: str) -> st.SearchStrategy[object]:
    made: st.SearchStrategy[object] = getattr(strategies, name)()
    return made


def drawn(from_: st.SearchStrategy[T], of: Callable[[T], bool]) -> T:
    """Return the first value drawn that is *of* some kind; fail if none is."""
    first = settings(max_examples=10_000, database=None, phases=[Phase.generate])
    return find(from_, of, settings=first)


class TestWhatIsDrawn:
    """Everything public is here, and builds values of its type."""

    def test_each_has_a_type(self) -> None:
        assert {*DRAWS, "IMPLIED", "cases_with"} == set(strategies.__all__)

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

    @pytest.mark.parametrize("regime", Regime)
    def test_edges_can_be_counted_from_and_are_of_every_kind(self, regime: Regime) -> None:
        @given(strategies.edge_days(regime=regime))
        @settings(max_examples=50)
        def check(day: date) -> None:
            assert due_date(day, regime=regime) > day

        check()
        holidays = strategies.edge_days(regime=regime).map(working_days(regime).holiday)
        assert drawn(holidays, lambda holiday: holiday is not None)
        assert drawn(holidays, lambda holiday: holiday is None) is None

    @given(strategies.lives())
    def test_every_life_is_possible(self, case: Case) -> None:
        life = case.life()
        assert life[-1].transition.next is case.state()
        assert len(life) >= 1 + len(case.events) + len(case.responses)

    @pytest.mark.parametrize("state", set(State) - {State.NOT_YET_RECEIVED, State.UNDETERMINED})
    def test_lives_reach_every_state(self, state: State) -> None:
        found = drawn(strategies.lives(), lambda case: case.state() is state)
        assert found.state() is state

    @given(strategies.history())
    def test_a_history_is_made_of_events(self, steps: tuple[Event, ...]) -> None:
        assert {type(step) for step in steps} <= set(EVENTS)
        assert all(type(step.on) is date for step in steps)


PACKAGES = (cases, citations, deadlines, exemptions, findings, prevent)
KINDS = sorted(
    {
        kind
        for kind in (
            *EVENTS,
            *(getattr(package, name) for package in PACKAGES for name in package.__all__),
        )
        if isinstance(kind, type) and (attrs.has(kind) or issubclass(kind, enum.Enum))
    },
    key=lambda kind: kind.__qualname__,
)


class TestFromType:
    """The entry point: Hypothesis builds every public type, without an import of ours."""

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__qualname__)
    def test_every_public_type(self, kind: type) -> None:
        @given(st.from_type(kind))
        @settings(max_examples=10)
        def check(value: object) -> None:
            assert type(value) is kind

        check()

    def test_no_strategy_is_for_a_type_that_is_not_public(self) -> None:
        assert set(TYPES) <= set(KINDS)

    def test_in_a_project_that_never_imports_the_strategies(self) -> None:
        code = (
            "import hypothesis, sys, foiprevent as foi\n"
            "from hypothesis import strategies as st\n"
            "assert 'foiprevent.strategies' not in sys.modules\n"
            "st.from_type(foi.Case).validate()\n"
            "@hypothesis.given(st.from_type(foi.Case))\n"
            "def test(case): assert foi.loads(foi.dumps(case)) == case\n"
            "test()\n"
        )
        env = {**os.environ, "HYPOTHESIS_STORAGE_DIRECTORY": os.devnull}
        subprocess.run([sys.executable, "-c", code], check=True, env=env)  # noqa: S603


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

    @pytest.mark.parametrize("duty", Duty)
    def test_some_refuse(self, duty: Duty) -> None:
        def refuses(case: Case) -> bool:
            return any(claim.duty_claimed is duty for claim in case.responses[0].reliances)

        assert refuses(drawn(strategies.lawful_cases(), refuses))

    @pytest.mark.parametrize("section", ["21", "24", "31", "36", "40", "12", "5", "30"])
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
            due = due_date(received, regime=case.regime or Regime.FOIA) if received else None
            return due is not None and (sent == due) is on_the_last_day

        assert is_so(drawn(strategies.lawful_cases(), is_so))

    @pytest.mark.parametrize(
        "kind", [ResponseKind.REVIEW_OUTCOME, ExtensionClaimed, events.ClarificationSought]
    )
    def test_some_took_longer(self, kind: object) -> None:
        def has(case: Case) -> bool:
            kinds = {letter.kind for letter in case.responses} | set(map(type, case.events))
            return kind in kinds

        assert has(drawn(strategies.lawful_cases(), has))

    def test_some_refuse_nothing(self) -> None:
        case = drawn(strategies.lawful_cases(), lambda case: not case.responses[0].reliances)
        assert case.responses[0].answers
