"""A review takes the place of what it answers, and what it put right is told apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs
from hypothesis import given

from foiprevent.cases import (
    Commissioner,
    Outcome,
    QuestionScope,
    Response,
    ResponseKind,
    ScopeNotStated,
    Told,
    WholeRequest,
    events,
)
from foiprevent.findings import Code, audit
from foiprevent.findings._mending import as_it_stands
from foiprevent.strategies import cases
from foiprevent.strategies._making import answer, case, cites, claim, letter, weighed

if TYPE_CHECKING:
    from foiprevent.cases import Case
    from foiprevent.strategies._making import Part

REVIEWED = date(2023, 6, 1)


def review(*parts: Part, sent: date | None = REVIEWED) -> Response:
    """Return the outcome of a review that tells of the right to complain."""
    told = letter(*parts, sent=sent, kind=ResponseKind.REVIEW_OUTCOME)
    return attrs.evolve(told, commissioner=Commissioner(right=Told.STATED))


def mended(case: Case) -> list[tuple[Code, tuple[str, ...]]]:
    return [(one.finding.code, one.questions) for one in audit(case).mended]


class TestWhatStands:
    def test_without_a_review_the_case_itself(self) -> None:
        asked = case(letter(answer(), claim("23(1)")))
        assert as_it_stands(asked) is asked

    def test_an_answer_that_was_replaced_is_gone(self) -> None:
        asked = case(
            letter(answer(), answer("2"), claim("23(1)", "1", "2")),
            review(answer("1", Outcome.DISCLOSED)),
            ask=2,
        )
        first, second = as_it_stands(asked).responses
        assert [one.question for one in first.answers] == ["2"]
        assert [one.scope for one in first.reliances] == [QuestionScope(keys=("2",))]
        assert second.answers == asked.responses[1].answers

    def test_a_claim_for_all_is_narrowed_to_what_is_left(self) -> None:
        asked = case(
            letter(answer(), answer("2"), claim("23(1)", scope=WholeRequest())),
            review(answer("1", Outcome.DISCLOSED)),
            ask=2,
        )
        (left,) = as_it_stands(asked).responses[0].reliances
        assert left.scope == QuestionScope(keys=("2",))

    def test_a_claim_that_is_tied_to_nothing_stays(self) -> None:
        loose = claim("23(1)", scope=ScopeNotStated())
        asked = case(letter(answer(), loose), review(answer("1", Outcome.DISCLOSED)))
        assert as_it_stands(asked).responses[0].reliances == (loose,)

    def test_a_balance_is_replaced_by_a_later_one_and_given_up_with_its_claim(self) -> None:
        first = letter(
            answer(), answer("2"), claim("24(1)"), claim("31(1)(a)", "2"),
            weighed("24(1)"), weighed("31(1)(a)"), weighed("42(1)"),
        )  # fmt: skip
        again = review(claim("24(1)"), answer("2", Outcome.DISCLOSED), weighed("24"))
        before, after = as_it_stands(case(first, again, ask=2)).responses
        assert [test.provisions for test in before.tests] == [cites("42(1)")]
        assert [test.provisions for test in after.tests] == [cites("24")]

    def test_each_review_is_replaced_by_the_next(self) -> None:
        asked = case(
            letter(answer(), claim("24(1)"), weighed("24(1)")),
            review(claim("24(1)"), weighed("24(1)")),
            review(claim("24(1)"), weighed("24(1)"), sent=date(2023, 9, 1)),
        )
        assert [len(r.tests) for r in as_it_stands(asked).responses] == [0, 0, 1]

    @given(case=cases())
    def test_of_any_case_nothing_is_added(self, case: Case) -> None:
        stands = as_it_stands(case)
        assert stands.request == case.request
        assert stands.events == case.events
        for left, letter_ in zip(stands.responses, case.responses, strict=True):
            assert set(left.answers) <= set(letter_.answers)
            assert len(left.reliances) <= len(letter_.reliances)
            assert set(left.tests) <= set(letter_.tests)
            assert left.sent == letter_.sent


class TestWhatWasPutRight:
    def test_nothing_without_a_review(self) -> None:
        assert audit(case(letter(answer()))).mended == ()

    def test_an_answer_where_there_was_none(self) -> None:
        asked = case(
            letter(answer("1", Outcome.DISCLOSED)),
            events.ReviewRequested(on=date(2023, 5, 10)),
            review(answer("2", Outcome.DISCLOSED)),
            ask=3,
        )
        assert mended(asked) == [(Code.QUESTION_UNANSWERED, ("2",))]
        (left,) = audit(asked).findings
        assert left.questions == ("3",)
        assert audit(asked).mended[0].on == REVIEWED

    def test_a_balance(self) -> None:
        asked = case(letter(answer(), claim("24(1)")), review(weighed("24(1)")))
        assert mended(asked) == [(Code.PIT_MISSING, ("1",))]

    def test_one_of_two_balances_without_a_conclusion(self) -> None:
        first = letter(
            answer(), claim("24(1)"), claim("42(1)"),
            weighed("24(1)", balance=NOT_STATED), weighed("42(1)", balance=NOT_STATED),
        )  # fmt: skip
        asked = case(first, review(weighed("24(1)")))
        assert mended(asked) == [(Code.PIT_NO_CONCLUSION, ())]
        assert audit(asked).codes == {Code.PIT_NO_CONCLUSION}

    def test_being_late_is_not(self) -> None:
        asked = case(letter(answer(), sent=date(2023, 5, 24)), review(claim("23(1)")))
        assert Code.LATE_RESPONSE in audit(asked).codes
        assert mended(asked) == [(Code.EXEMPTION_NOT_SPECIFIED, ("1",))]

    def test_on_a_day_that_is_not_known(self) -> None:
        asked = case(letter(answer()), review(claim("23(1)"), sent=None))
        assert audit(asked).mended[0].on is None


NOT_STATED = weighed("24(1)").balance.__class__.NOT_STATED
