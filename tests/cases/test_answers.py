"""Later letters take the place of earlier answers, question by question."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent import InvalidRecordError, Regime, casebook
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
    ScopeNotStated,
    StandingAnswer,
    WholeRequest,
)
from foiprevent.cases.answers import standing_answer
from foiprevent.citations import Citation
from foiprevent.strategies import responses

if TYPE_CHECKING:
    from foiprevent.cases import Scope

FIRST, SECOND, THIRD = date(2023, 4, 3), date(2023, 6, 1), date(2023, 9, 1)


def answer(outcome: Outcome, part: str | None = None, question: str = "1") -> Answer:
    return Answer(question=question, part=part, outcome=outcome)


def claim(cited: str, scope: Scope | None = None) -> Reliance:
    scope = scope or QuestionScope(keys=("1",))
    return Reliance(cited_as=f"section {cited}", citation=Citation.parse(cited), scope=scope)


def letter(sent: date | None, *parts: Answer | Reliance, review: bool = True) -> Response:
    return Response(
        sent=sent,
        kind=ResponseKind.REVIEW_OUTCOME if review else ResponseKind.RESPONSE,
        answers=tuple(part for part in parts if isinstance(part, Answer)),
        reliances=tuple(part for part in parts if isinstance(part, Reliance)),
    )


def case(*letters: Response) -> Case:
    return Case(
        authority=PublicAuthority(name="Anytown Council"),
        request=Request(
            received=date(2023, 3, 1),
            regime=Regime.FOIA,
            questions=(Question(key="1", text="How many?"), Question(key="2", text="Since when?")),
        ),
        responses=letters,
    )


WITHHELD = letter(FIRST, answer(Outcome.WITHHELD), claim("31(1)(a)"), review=False)


class TestAReview:
    def test_that_discloses_takes_the_place_of_the_refusal(self) -> None:
        reviewed = case(letter(SECOND, answer(Outcome.DISCLOSED)), WITHHELD)
        standing = reviewed.answer("1")
        assert [a.outcome for a in standing.answers] == [Outcome.DISCLOSED]
        assert standing.reliances == ()
        assert [given.answer.outcome for given in standing.superseded] == [Outcome.WITHHELD]
        assert [claimed.letter.sent for claimed in standing.abandoned] == [FIRST]
        assert standing.given[0].letter.sent == SECOND
        assert standing.outcome is Outcome.DISCLOSED

    def test_a_question_will_do_for_its_key(self) -> None:
        asked = case(WITHHELD)
        assert asked.answer(asked.request.questions[0]) == asked.answer("1")

    def test_before_it_the_refusal_stands(self) -> None:
        reviewed = case(WITHHELD, letter(SECOND, answer(Outcome.DISCLOSED)))
        standing = reviewed.answer("1", on=date(2023, 5, 31))
        assert [a.outcome for a in standing.answers] == [Outcome.WITHHELD]
        assert [str(r.citation) for r in standing.reliances] == ["FOIA s.31(1)(a)"]
        assert standing.superseded == ()
        assert standing.abandoned == ()

    def test_that_changes_the_exemption_leaves_the_answer(self) -> None:
        reviewed = case(WITHHELD, letter(SECOND, claim("30(1)(a)")))
        standing = reviewed.answer("1")
        assert [a.outcome for a in standing.answers] == [Outcome.WITHHELD]
        assert [r.cited_as for r in standing.reliances] == ["section 30(1)(a)"]
        assert [c.reliance.cited_as for c in standing.abandoned] == ["section 31(1)(a)"]

    def test_that_claims_for_the_whole_request_claims_for_each_question(self) -> None:
        reviewed = case(WITHHELD, letter(SECOND, claim("14(1)", WholeRequest())))
        assert [r.cited_as for r in reviewed.answer("1").reliances] == ["section 14(1)"]
        assert [r.cited_as for r in reviewed.answer("2").reliances] == ["section 14(1)"]

    def test_that_says_nothing_on_a_question_leaves_it(self) -> None:
        loose = claim("14(1)", ScopeNotStated())
        upheld = case(WITHHELD, letter(SECOND, answer(Outcome.DISCLOSED, question="2"), loose))
        assert upheld.answer("1") == case(WITHHELD).answer("1")

    def test_of_a_part_takes_the_place_of_that_part(self) -> None:
        parts = letter(
            FIRST,
            answer(Outcome.WITHHELD, "names"),
            answer(Outcome.WITHHELD, "numbers"),
            claim("40(2)"),
        )
        reviewed = case(parts, letter(SECOND, answer(Outcome.DISCLOSED, "numbers"), claim("21")))
        standing = reviewed.answer("1")
        assert [(a.part, a.outcome) for a in standing.answers] == [
            ("names", Outcome.WITHHELD),
            ("numbers", Outcome.DISCLOSED),
        ]
        assert [r.cited_as for r in standing.reliances] == ["section 40(2)", "section 21"]
        assert [given.answer.part for given in standing.superseded] == ["numbers"]
        assert standing.outcome is None
        assert reviewed.answer("2").outcome is None

    def test_one_letter_may_answer_a_part_and_the_rest(self) -> None:
        both = letter(FIRST, answer(Outcome.DISCLOSED, "numbers"), answer(Outcome.WITHHELD))
        standing = case(both).answer("1")
        assert len(standing.answers) == 2
        assert standing.superseded == ()


class TestSilence:
    def test_nothing_said_is_silence(self) -> None:
        standing = case(WITHHELD).answer("2")
        assert standing.is_silence
        assert standing == StandingAnswer(question="2")
        assert standing.answers == ()
        assert standing.reliances == ()
        assert case().answer("1").is_silence

    def test_a_claim_is_not(self) -> None:
        assert not case(letter(FIRST, claim("23(1)"), review=False)).answer("1").is_silence

    def test_an_answer_to_what_was_not_asked_can_be_found(self) -> None:
        strange = case(letter(FIRST, answer(Outcome.DISCLOSED, question="9"), review=False))
        assert not strange.answer("9").is_silence
        assert strange.answer("9", on=date(2023, 3, 2)).is_silence

    def test_so_can_a_claim_for_what_was_not_asked(self) -> None:
        strange = case(letter(FIRST, claim("23(1)", QuestionScope(keys=("9",))), review=False))
        assert not strange.answer("9").is_silence
        assert strange.answer("9", on=date(2023, 3, 2)).is_silence

    def test_a_key_nobody_knows(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            case(WITHHELD).answer("9")
        error = caught.value
        assert (error.field, error.value) == ("Case.answer.question", "9")
        assert error.reason == "no question of the case"

    def test_a_claim_for_the_whole_request_makes_no_question(self) -> None:
        whole = case(letter(FIRST, claim("14(1)", WholeRequest()), review=False))
        with pytest.raises(InvalidRecordError):
            whole.answer("9")


class TestOrder:
    def test_an_undated_letter_is_taken_where_procedure_takes_it(self) -> None:
        undated = letter(None, answer(Outcome.NOT_HELD), review=False)
        reviewed = case(letter(SECOND, answer(Outcome.DISCLOSED)), undated)
        assert [a.outcome for a in reviewed.answer("1").answers] == [Outcome.DISCLOSED]

    def test_three_letters(self) -> None:
        again = letter(THIRD, answer(Outcome.WITHHELD), claim("24(1)"))
        standing = case(WITHHELD, letter(SECOND, answer(Outcome.DISCLOSED)), again).answer("1")
        assert [given.letter.sent for given in standing.superseded] == [FIRST, SECOND]
        assert [given.letter.sent for given in standing.given] == [THIRD]

    @given(st.lists(responses(), max_size=5), st.integers(0, 5), st.integers(0, 5))
    def test_superseding_is_associative(
        self, letters: list[Response], one: int, other: int
    ) -> None:
        """Fold all; or put the first, middle and last together in either grouping."""
        low, high = sorted((one, other))
        first, middle, last = (
            standing_answer(part, "1")
            for part in (letters[:low], letters[low:high], letters[high:])
        )
        whole = standing_answer(letters, "1")
        left, right = first.then(middle).then(last), first.then(middle.then(last))
        assert left == right == whole
        assert (left.given, left.claimed) == (whole.given, whole.claimed)
        assert first.then(StandingAnswer(question="1")) == first

    @given(st.lists(responses(), max_size=4))
    def test_nothing_is_lost(self, letters: list[Response]) -> None:
        standing = standing_answer(letters, "1")
        said = [a for one in letters for a in one.answers if a.question == "1"]
        kept = [given.answer for given in (*standing.superseded, *standing.given)]
        assert all(answered in kept for answered in said)
        if said:
            last = next(
                one for one in reversed(letters) if any(a.question == "1" for a in one.answers)
            )
            assert all(a in standing.answers for a in last.answers if a.question == "1")


class TestTheCasebook:
    def test_barnet_question_12_is_answered_and_claimed_exempt(self) -> None:
        standing = casebook.load("barnet-data-sharing").answer("12")
        assert {a.outcome for a in standing.answers} == {Outcome.DISCLOSED}
        assert "FOIA s.24(2)" in {str(r.citation) for r in standing.reliances}
