"""What is asked of an audit, and which record each rule reads."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from foiprevent.cases import Outcome, QuestionScope, Reliance, ResponseKind, events
from foiprevent.citations import Citation, Regime
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Balance, Duty, Position
from foiprevent.findings import Code, Severity, audit
from foiprevent.findings._mending import as_it_stands
from foiprevent.strategies._making import answer, case, cites, claim, letter, weighed

if TYPE_CHECKING:
    from foiprevent.cases import Case, Response
    from foiprevent.findings import Finding
    from foiprevent.strategies._making import Part

NCND = Duty.CONFIRM_OR_DENY
REVIEWED = date(2023, 6, 1)


def review(*parts: Part, sent: date | None = REVIEWED) -> Response:
    return letter(*parts, sent=sent, kind=ResponseKind.REVIEW_OUTCOME)


def only(code: Code, of: Case, **asked: Any) -> Finding:  # noqa: ANN401 - what audit takes
    (finding,) = [one for one in audit(of, **asked) if one.code is code]
    return finding


class TestArguments:
    LATE = case(letter(answer("1", Outcome.DISCLOSED), sent=date(2023, 5, 24)))

    @pytest.mark.parametrize(
        ("asked", "says"),
        [
            (
                {"position": "words"},
                "audit.position cannot be 'words': expected a Position or None",
            ),
            (
                {"select": ["late"]},
                (
                    "audit.select cannot be ['late']: expected finding codes: "
                    "'late' is not a valid Code"
                ),
            ),
            (
                {"select": 5},
                "audit.select cannot be 5: expected finding codes: 'int' object is not iterable",
            ),
            (
                {"ignore": ("late",)},
                (
                    "audit.ignore cannot be ('late',): expected finding codes: "
                    "'late' is not a valid Code"
                ),
            ),
        ],
    )
    def test_what_is_none_is_refused(self, asked: dict[str, Any], says: str) -> None:
        with pytest.raises(InvalidRecordError) as refused:
            audit(self.LATE, **asked)
        assert str(refused.value) == says

    def test_one_code_or_several_by_name_or_as_codes(self) -> None:
        for select in ("late-response", ["late-response"], {Code.LATE_RESPONSE}):
            assert audit(self.LATE, select=select).checked == {Code.LATE_RESPONSE}
        assert Code.LATE_RESPONSE not in audit(self.LATE, ignore="late-response").codes
        assert audit(self.LATE, select=["pit-missing"]).findings == ()


class TestReviewed:
    """Of letters a rule reads the record; of answers it reads them as they stand."""

    def test_an_answer_that_was_replaced_is_judged_no_more(self) -> None:
        result = audit(case(letter(answer()), review(answer("1", Outcome.DISCLOSED))))
        assert result.findings == ()
        assert [one.finding.code for one in result.mended] == [Code.EXEMPTION_NOT_SPECIFIED]

    def test_what_a_letter_did_not_tell_of_stays_untold(self) -> None:
        silent = letter(answer(), claim("23(1)"), commissioner=None)
        result = audit(case(silent, review(answer("1", Outcome.DISCLOSED))))
        assert result.codes == {Code.COMMISSIONER_RIGHT_MISSING}
        assert result.mended == ()

    def test_the_side_taken_holds_for_what_stands(self) -> None:
        denied = letter(
            answer("1", Outcome.NCND),
            claim("40(5B)(a)(i)", duty_claimed=NCND),
            answer("2", Outcome.DISCLOSED),
        )
        reviewed = case(denied, review(answer("2", Outcome.DISCLOSED)), ask=2)
        assert only(Code.PIT_MISSING, reviewed).severity is Severity.QUERY
        words = audit(reviewed, position=Position.WORDS)
        assert [f.severity for f in words if f.code is Code.PIT_MISSING] == [Severity.BREACH]
        assert Code.PIT_MISSING not in audit(reviewed, position=Position.REGULATOR).codes

    def test_on_no_day_if_one_of_the_reviews_has_none(self) -> None:
        twice = case(
            letter(answer()),
            review(claim("23(1)"), sent=None),
            review(answer("1", Outcome.DISCLOSED)),
        )
        assert [one.on for one in audit(twice).mended] == [None]

    def test_a_claim_that_names_nothing_is_narrowed_with_its_questions(self) -> None:
        malformed = Reliance(
            cited_as="Section 31()(g)", citation=None, scope=QuestionScope(keys=("1", "2"))
        )
        first = letter(answer("1"), answer("2"), malformed, claim("23(1)", "1", "2"))
        left, _ = as_it_stands(
            case(first, review(answer("1", Outcome.DISCLOSED)), ask=2)
        ).responses
        assert [one.scope for one in left.reliances] == [QuestionScope(keys=("2",))] * 2

    def test_a_claim_gives_way_to_another_provision(self) -> None:
        first = letter(answer(), claim("23(1)"))
        left, _ = as_it_stands(case(first, review(answer(), claim("42(1)")))).responses
        assert left.reliances == ()

    def test_a_part_gives_way_and_the_other_stays(self) -> None:
        first = letter(answer(part="a"), answer(part="b"), claim("23(1)"))
        disclosed = attrs.evolve(answer("1", Outcome.DISCLOSED), part="a")
        left, _ = as_it_stands(case(first, review(disclosed))).responses
        assert [one.part for one in left.answers] == ["b"]


class TestWhichLawAClaimIsOf:
    def test_that_of_the_letter_if_the_request_says_nothing(self) -> None:
        one = claim("1", "1", cited_as="reg 12(4)(b)", citation=Citation.parse("EIR 12(4)(b)"))
        named = letter(answer(), one, regime_claimed=Regime.EIR)
        assert Code.REGIME_CROSSED not in audit(case(named, regime=None)).codes

    def test_that_of_the_request_if_the_letter_says_nothing(self) -> None:
        one = claim("1", "1", cited_as="reg 12(4)(b)", citation=Citation.parse("EIR 12(4)(b)"))
        silent = letter(answer(), one, regime_claimed=None)
        assert Code.REGIME_CROSSED not in audit(case(silent, regime=Regime.EIR)).codes
        assert Code.REGIME_CROSSED in audit(case(silent, regime=Regime.FOIA)).codes


class TestWhatGoesTogether:
    """A provision not to confirm or deny goes with those whose information it is for."""

    def denied(self, *limbs: str) -> Case:
        one = claim("31(3)", duty_claimed=NCND, by_virtue_of=cites(*limbs))
        return case(letter(answer("1", Outcome.NCND), one, weighed("31(3)", on=NCND)))

    def test_one_it_is_for(self) -> None:
        assert audit(self.denied("31(1)(a)")).findings == ()

    def test_one_it_is_not_for(self) -> None:
        found = only(Code.NO_SUCH_PROVISION, self.denied("38(1)(a)"))
        assert found.message == "section 31(3) is relied on; it does not reach s.38(1)(a)."
        assert Code.NO_SUCH_PROVISION not in audit(self.denied("38(1)(a)", "31(1)(a)")).codes

    def test_two_it_is_not_for(self) -> None:
        found = only(Code.NO_SUCH_PROVISION, self.denied("38(1)(a)", "42(1)"))
        assert found.message.endswith("it does not reach s.38(1)(a) or s.42(1).")

    def test_one_that_was_not_there_yet_says_nothing(self) -> None:
        one = claim("31(3)", duty_claimed=NCND, by_virtue_of=cites("22A(1)"))
        early = letter(
            answer("1", Outcome.NCND), one, weighed("31(3)", on=NCND), sent=date(2013, 3, 20)
        )
        asked = case(early, received=date(2013, 3, 1))
        assert Code.NO_SUCH_PROVISION not in audit(asked).codes

    def test_one_that_lifts_the_same_duty_says_nothing(self) -> None:
        assert Code.NO_SUCH_PROVISION not in audit(self.denied("38(2)")).codes


class TestLettersReadTogether:
    """A letter of another kind is read with the notices, and they without it."""

    OTHER = ResponseKind.OTHER

    @pytest.mark.parametrize(
        "argued", [claim("42(1)", reasons="It is advice."), weighed("42(1)")], ids=type
    )
    def test_what_it_argues_itself_counts_for_it(self, argued: Part) -> None:
        other = letter(claim("42(1)", reasons=None), argued, kind=self.OTHER)
        asked = case(letter(answer("1", Outcome.DISCLOSED)), other)
        assert Code.REASONS_MISSING not in audit(asked).codes

    def test_they_do_not_count_for_a_notice(self) -> None:
        notice = letter(answer(), claim("23(1)", reasons=None))
        other = letter(claim("23(1)", reasons="It is of a body named."), kind=self.OTHER)
        assert Code.REASONS_MISSING in audit(case(notice, other)).codes


class TestMessages:
    def test_a_balance_of_two_names_both(self) -> None:
        undecided = weighed("24(1)", "42(1)", balance=Balance.NOT_STATED)
        asked = case(letter(answer(), claim("24(1)"), claim("42(1)"), undecided))
        assert "s.24(1) and s.42(1)" in only(Code.PIT_NO_CONCLUSION, asked).message

    def test_what_a_status_depends_on_ends_the_sentence_once(self) -> None:
        asked = case(letter(answer(), claim("36(2)(c)")))
        message = only(Code.PIT_MISSING, asked).message
        assert message.startswith(
            "The public interest is not weighed for s.36(2)(c); whether it must be depends: "
        )
        assert message.endswith(".")
        assert not message.endswith("..")

    def test_what_is_missing_to_tell_the_time(self) -> None:
        undated = case(letter(answer("1", Outcome.DISCLOSED), sent=None))
        assert only(Code.TIMELINESS_UNKNOWN, undated).message == (
            "Whether the request was answered in time cannot be told; "
            "what is missing: the day of the answer."
        )

    def test_what_is_missing_to_tell_whether_more_time_was_taken(self) -> None:
        malformed = claim("31(1)(g)", cited_as="Section 31()(g)", citation=None)
        notice = letter(malformed, kind=ResponseKind.EXTENSION_NOTICE, sent=None)
        late = letter(answer("1", Outcome.DISCLOSED), sent=date(2023, 5, 24))
        undated = letter(answer("1", Outcome.DISCLOSED), sent=None)
        message = only(Code.TIMELINESS_UNKNOWN, case(notice, late, undated)).message
        assert message.endswith(
            "what is missing: the day more time was taken; the exemption it was taken for; "
            "the day of another answer."
        )

    def test_a_step_that_is_impossible_is_told_as_it_is_elsewhere(self) -> None:
        asked = case(events.AppealLodged(on=date(2023, 3, 6)))
        with pytest.raises(Exception, match="appeal") as impossible:
            asked.life()
        assert str(impossible.value) in only(Code.DATES_INCONSISTENT, asked).message

    def test_a_letter_without_a_day_hides_no_other(self) -> None:
        early = letter(answer("1", Outcome.DISCLOSED), sent=date(2023, 2, 1))
        undated = letter(answer("1", Outcome.DISCLOSED), sent=None)
        for letters in ((undated, early), (early, undated)):
            message = only(Code.DATES_INCONSISTENT, case(*letters)).message
            assert "a letter of 2023-02-01 is older than the request" in message
