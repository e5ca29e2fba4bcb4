"""What holds of every audit, whatever the case."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta
from typing import TYPE_CHECKING

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from foiprevent._provenance import library_version
from foiprevent.cases import (
    Answer,
    Case,
    Outcome,
    PublicAuthority,
    QuestionScope,
    Request,
    Response,
)
from foiprevent.citations import Citation, Regime, Source
from foiprevent.deadlines import working_days
from foiprevent.findings import Audit, Code, Finding, Severity, audit
from foiprevent.strategies import cases, days, lawful_cases

if TYPE_CHECKING:
    from collections.abc import Sequence

SEVERITIES = tuple(Severity)
ON = st.none() | days() | st.dates()


def keys_of(case: Case) -> set[str]:
    """Return every key a finding can name: of a question, an answer or a claim."""
    named = {question.key for question in case.request.questions}
    for response in case.responses:
        named |= {answer.question for answer in response.answers}
        for reliance in response.reliances:
            match reliance.scope:
                case QuestionScope(keys=keys):
                    named.update(keys)
                case _:
                    pass
    return named


def is_under_the_act(case: Case) -> bool:
    """Return whether the request and every letter are under the Act."""
    claimed = {response.regime_claimed for response in case.responses}
    return case.request.regime is Regime.FOIA and claimed <= {Regime.FOIA, None}


class TestAnyCase:
    """A wrong refusal is data, not an error: whatever can be recorded can be audited."""

    @given(case=cases(), on=ON)
    def test_it_can_be_audited_and_is_left_as_it_was(self, case: Case, on: date | None) -> None:
        before = copy.deepcopy(case)
        first = audit(case, on=on)
        assert case == before
        assert audit(before, on=on) == first

    @given(case=cases(), on=ON)
    def test_what_is_found_stands_on_something(self, case: Case, on: date | None) -> None:
        result = audit(case, on=on)
        named = keys_of(case)
        for finding in result:
            assert type(finding) is Finding
            assert finding.cites
            assert all(type(cited) in (Citation, Source) for cited in finding.cites)
            assert finding.message.endswith(".")
            assert not finding.message.endswith("..")
            assert set(finding.questions) <= named
            assert len(set(finding.questions)) == len(finding.questions)
            if finding.severity is Severity.BREACH and is_under_the_act(case):
                assert any(
                    type(cited) is Citation and cited.regime is Regime.FOIA
                    for cited in finding.cites
                )
        self.is_in_order(result)
        self.says_what_it_was_made_with(result, case, on)
        assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 - its own bytes

    def is_in_order(self, result: Audit) -> None:
        ranks = [SEVERITIES.index(finding.severity) for finding in result]
        assert ranks == sorted(ranks)
        assert len(set(result.findings)) == len(result.findings)
        assert result.codes == {finding.code for finding in result}
        assert result.has_breach is (0 in ranks)

    def says_what_it_was_made_with(self, result: Audit, case: Case, on: date | None) -> None:
        assert result.on == on
        assert result.law_as_at == case.law_as_at
        assert result.library_version == library_version()
        assert result.calendar_version == working_days(case.regime or Regime.FOIA).version


def shuffled(case: Case, draw: st.DataObject, *, letters: bool) -> Case:
    """Return a case with what stands in it recorded in another order."""

    def mixed(parts: Sequence[object]) -> tuple[object, ...]:
        return tuple(draw.draw(st.permutations(parts)))

    responses = tuple(
        attrs.evolve(
            response,
            answers=mixed(response.answers),
            reliances=mixed(response.reliances),
            tests=mixed(response.tests),
        )
        for response in case.responses
    )
    if letters:
        responses = tuple(draw.draw(st.permutations(responses)))
    return attrs.evolve(case, responses=responses, events=mixed(case.events))


class TestOrderOfRecording:
    """What follows from a case follows from what is recorded, not from the order of it."""

    @given(case=cases(), on=ON, draw=st.data())
    def test_of_answers_claims_tests_steps_and_letters(
        self, case: Case, on: date | None, draw: st.DataObject
    ) -> None:
        assert audit(shuffled(case, draw, letters=True), on=on) == audit(case, on=on)

    @given(case=lawful_cases(), draw=st.data())
    def test_of_a_lawful_case(self, case: Case, draw: st.DataObject) -> None:
        assert audit(shuffled(case, draw, letters=False)).findings == ()


class TestLate:
    """s.10(1): by the twentieth working day after the day of receipt."""

    @given(
        received=days(max_value=date(2026, 6, 30)),
        after=st.integers(min_value=0, max_value=50),
        regime=st.sampled_from(Regime),
    )
    def test_the_twentieth_day_counted_one_by_one(
        self, received: date, after: int, regime: Regime
    ) -> None:
        sent = received + timedelta(days=after)
        # In spring 2020 there was more time in Scotland.
        assume(regime is not Regime.FOISA or sent.year != 2020)
        answer = Answer(question="1", outcome=Outcome.DISCLOSED)
        case = Case(
            authority=PublicAuthority(name="Anytown Council"),
            request=Request(received=received, regime=regime),
            responses=(Response(sent=sent, answers=(answer,)),),
        )
        calendar = working_days(regime)
        passed = sum(
            calendar.is_working_day(received + timedelta(days=day)) for day in range(1, after + 1)
        )
        # Sent on the twentieth working day, or on a day off after it, which is too late.
        late = passed > 20 or (passed == 20 and not calendar.is_working_day(sent))
        found = [finding for finding in audit(case) if finding.code is Code.LATE_RESPONSE]
        assert len(found) == late
        if passed > 20:
            assert f": {passed - 20} working day" in found[0].message
