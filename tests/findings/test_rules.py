"""Each rule of the audit: what it finds, what is near and is not found, what is undecided."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import attrs
import pytest

from foiprevent.cases import (
    Case,
    Commissioner,
    CountedFrom,
    Held,
    Offer,
    Outcome,
    Question,
    QuestionScope,
    Response,
    ResponseKind,
    ReviewRoute,
    ScopeNotStated,
    Told,
    WholeRequest,
    WindowUnit,
    events,
)
from foiprevent.citations import Citation, Regime
from foiprevent.deadlines import due_date, working_days
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Balance, Duty, Likelihood, Position
from foiprevent.findings import Code, Finding, Severity, audit
from foiprevent.findings._law import SCOTTISH_GUIDANCE
from foiprevent.strategies._making import answer, case, cites, claim, letter, s, weighed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from foiprevent.cases.events import Event
    from foiprevent.strategies._making import Part

BREACH, PRACTICE, QUERY = Severity.BREACH, Severity.PRACTICE, Severity.QUERY
CONFIRM, COMMUNICATE = Duty.CONFIRM_OR_DENY, Duty.COMMUNICATE
FOIA, EIR, FOISA = Regime.FOIA, Regime.EIR, Regime.FOISA
NOTHING: list[Severity] = []

RECEIVED = date(2023, 3, 1)
SENT = date(2023, 3, 20)
DUE = date(2023, 3, 30)
AFTER = date(2023, 3, 31)
FORTIETH = date(2023, 5, 2)
FORTY_FIRST = date(2023, 5, 3)

DISCLOSED = answer("1", Outcome.DISCLOSED)
UNATTACHED = ScopeNotStated()
NO_REVIEW = Response(sent=SENT, kind=ResponseKind.OTHER)


def found(case: Case, code: Code, on: date | None = None) -> list[Severity]:
    return [finding.severity for finding in audit(case, on=on) if finding.code is code]


def only(case: Case, code: Code, on: date | None = None) -> Finding:
    (finding,) = [finding for finding in audit(case, on=on) if finding.code is code]
    return finding


def rests_on(finding: Finding) -> list[str]:
    return [str(cited) for cited in finding.cites]


def in_all(case: Case, on: date | None = None) -> dict[Code, Severity]:
    return {finding.code: finding.severity for finding in audit(case, on=on)}


def questions(*builds_on: str) -> tuple[Question, ...]:
    """Return questions numbered from 1, each building on those its text names."""
    return tuple(
        Question(key=str(number), text="What?", depends_on=tuple(keys))
        for number, keys in enumerate(builds_on, start=1)
    )


class TestTheDaysUsedHere:
    """s.10(1) and (6): the twentieth working day after receipt; guidance: the fortieth."""

    def test_they_are_counted_right(self) -> None:
        calendar = working_days(FOIA)
        assert due_date(RECEIVED) == DUE
        assert calendar.add(DUE, 1) == AFTER
        assert calendar.add(RECEIVED, 40) == FORTIETH
        assert calendar.add(RECEIVED, 41) == FORTY_FIRST


class TestAnsweredInTime:
    """s.10(1): promptly, and by the twentieth working day; s.17(1): a refusal likewise."""

    def test_on_the_last_day(self) -> None:
        assert in_all(case(letter(DISCLOSED, sent=DUE))) == {}

    def test_a_day_late(self) -> None:
        late = only(case(letter(DISCLOSED, sent=AFTER)), Code.LATE_RESPONSE)
        assert late.severity is BREACH
        assert late.message == (
            "Due on Thursday 30 March 2023, answered on Friday 31 March 2023: 1 working day late."
        )

    def test_a_day_off_after_the_last_day_is_too_late_by_no_working_day(self) -> None:
        received, good_friday = date(2023, 3, 8), date(2023, 4, 7)
        answered = case(letter(DISCLOSED, sent=good_friday), received=received)
        late = only(answered, Code.LATE_RESPONSE)
        assert late.message == "Due on Thursday 6 April 2023, answered on Friday 7 April 2023."
        overdue = only(case(received=received), Code.NO_RESPONSE, on=good_friday)
        assert overdue.message.endswith("and not answered by Friday 7 April 2023.")

    @pytest.mark.parametrize(
        ("regime", "relied_on", "rests"),
        [
            (FOIA, [], ["FOIA s.10(1)"]),
            (FOIA, ["23(1)"], ["FOIA s.10(1)", "FOIA s.17(1)"]),
            (FOIA, ["12(1)"], ["FOIA s.10(1)", "FOIA s.17(5)"]),
            (FOIA, ["14(1)", "23(1)"], ["FOIA s.10(1)", "FOIA s.17(1)", "FOIA s.17(5)"]),
            (FOIA, ["8(1)"], ["FOIA s.10(1)"]),
            (EIR, [], ["EIR reg.5(2)"]),
            (EIR, ["EIR reg.12(5)(a)"], ["EIR reg.5(2)", "EIR reg.14(2)"]),
            (EIR, ["12(1)"], ["EIR reg.5(2)"]),
            (FOISA, [], ["FOISA s.10(1)"]),
            (FOISA, ["FOISA s.30(b)"], ["FOISA s.10(1)", "FOISA s.16(1)"]),
        ],
    )
    def test_what_it_rests_on(
        self, regime: Regime, relied_on: list[str], rests: list[str]
    ) -> None:
        claims = [claim(cited) for cited in relied_on]
        late = case(
            letter(answer(), *claims, sent=date(2023, 4, 20), regime_claimed=regime),
            regime=regime,
        )
        assert rests_on(only(late, Code.LATE_RESPONSE)) == rests

    def test_scotland_has_working_days_of_its_own(self) -> None:
        before_easter = date(2023, 3, 23)
        sent = letter(DISCLOSED, sent=date(2023, 4, 24), regime_claimed=None)
        for regime, severities in ((FOIA, NOTHING), (EIR, NOTHING), (FOISA, [BREACH])):
            asked = case(sent, regime=regime, received=before_easter)
            assert found(asked, Code.LATE_RESPONSE) == severities

    def test_the_first_answer_counts(self) -> None:
        twice = case(letter(DISCLOSED, sent=AFTER), letter(DISCLOSED, sent=DUE))
        assert in_all(twice) == {}

    def test_a_part_of_the_answer_is_not_the_answer(self) -> None:
        for sent in (SENT, None):
            part = letter(claim("23(1)"), kind=ResponseKind.PARTIAL_RESPONSE, sent=sent)
            late = only(case(part, letter(DISCLOSED, sent=AFTER)), Code.LATE_RESPONSE)
            assert late.severity is BREACH
            # It is another letter that refuses.
            assert rests_on(late) == ["FOIA s.10(1)"]

    def test_how_late_may_be_past_counting(self) -> None:
        late = only(case(letter(DISCLOSED, sent=date(2300, 1, 1))), Code.LATE_RESPONSE)
        assert late.message == (
            "Due on Thursday 30 March 2023, answered on Monday 1 January 2300."
        )

    @pytest.mark.parametrize(
        ("unknown", "missing"),
        [
            (case(letter(DISCLOSED, sent=None)), "the day of the answer"),
            (
                case(letter(DISCLOSED, regime_claimed=None), regime=None),
                "the regime it falls under",
            ),
            (
                case(letter(DISCLOSED), events.ClarificationSought(on=RECEIVED)),
                "the clarification asked for",
            ),
            (case(letter(DISCLOSED), events.FeesNoticeGiven(on=RECEIVED)), "the fee asked for"),
            (case(letter(DISCLOSED), received=date(1999, 1, 4)), "a calendar that reaches it"),
            (
                case(letter(DISCLOSED, sent=None), letter(DISCLOSED, sent=AFTER)),
                "the day of another answer",
            ),
        ],
    )
    def test_what_the_record_does_not_decide(self, unknown: Case, missing: str) -> None:
        finding = only(unknown, Code.TIMELINESS_UNKNOWN)
        assert finding.severity is QUERY
        assert f"what is missing: {missing}" in finding.message
        assert found(unknown, Code.LATE_RESPONSE) == NOTHING

    def test_an_undated_letter_beside_one_in_time(self) -> None:
        assert in_all(case(letter(DISCLOSED, sent=None), letter(DISCLOSED))) == {}

    def test_clarification_starts_the_time_again(self) -> None:
        steps: list[Event] = [
            events.ClarificationSought(on=date(2023, 3, 15)),
            events.ClarificationReceived(on=date(2023, 3, 27)),
        ]
        last = due_date(date(2023, 3, 27))
        assert in_all(case(letter(DISCLOSED, sent=last), *steps)) == {}
        later = case(letter(DISCLOSED, sent=last + timedelta(days=1)), *steps)
        assert in_all(later) == {Code.LATE_RESPONSE: BREACH}

    def test_days_waiting_for_a_fee_do_not_count(self) -> None:
        steps: list[Event] = [
            events.FeesNoticeGiven(on=date(2023, 3, 6)),
            events.FeePaid(on=date(2023, 3, 7)),
        ]
        last = working_days(FOIA).add(DUE, 2)
        assert in_all(case(letter(DISCLOSED, sent=last), *steps)) == {}
        later = case(letter(DISCLOSED, sent=last + timedelta(days=3)), *steps)
        assert in_all(later) == {Code.LATE_RESPONSE: BREACH}


class TestReceiptUnknown:
    """s.10(1): the time runs from receipt."""

    def test_it_is_a_query_and_nothing_is_late(self) -> None:
        unknown = case(letter(DISCLOSED, sent=date(2300, 1, 1)), received=None)
        assert in_all(unknown) == {Code.RECEIPT_DATE_UNKNOWN: QUERY}
        assert rests_on(only(unknown, Code.RECEIPT_DATE_UNKNOWN)) == ["FOIA s.10(1)"]

    def test_nor_may_the_day_of_the_answer_be(self) -> None:
        unknown = case(letter(DISCLOSED, sent=None), received=None)
        assert "nor is the day of the answer" in only(unknown, Code.RECEIPT_DATE_UNKNOWN).message
        one_known = case(letter(DISCLOSED, sent=None), letter(DISCLOSED), received=None)
        assert "nor is" not in only(one_known, Code.RECEIPT_DATE_UNKNOWN).message

    def test_without_a_letter_nothing_is_said_of_one(self) -> None:
        unknown = case(received=None)
        assert "nor is" not in only(unknown, Code.RECEIPT_DATE_UNKNOWN).message
        assert found(unknown, Code.NO_RESPONSE) == [QUERY]

    @pytest.mark.parametrize(
        ("regime", "rests"),
        [(None, "FOIA s.10(1)"), (EIR, "EIR reg.5(2)"), (FOISA, "FOISA s.10(1)")],
    )
    def test_it_rests_on_the_regimes_own_limit(self, regime: Regime | None, rests: str) -> None:
        finding = only(case(received=None, regime=regime), Code.RECEIPT_DATE_UNKNOWN)
        assert rests_on(finding) == [rests]


class TestNoAnswer:
    """s.10(1): a request is answered, and in whole."""

    def test_without_a_day_to_ask_for_it_depends(self) -> None:
        finding = only(case(), Code.NO_RESPONSE)
        assert finding.severity is QUERY
        assert finding.message == (
            "No answer is recorded; whether one is overdue depends on the day asked about."
        )

    def test_not_until_the_last_day_is_over(self) -> None:
        assert found(case(), Code.NO_RESPONSE, on=DUE) == NOTHING
        finding = only(case(), Code.NO_RESPONSE, on=AFTER)
        assert finding.severity is BREACH
        assert finding.message == (
            "Due on Thursday 30 March 2023, and not answered by Friday 31 March 2023: "
            "1 working day overdue."
        )

    def test_how_long_overdue_may_be_past_counting(self) -> None:
        message = only(case(), Code.NO_RESPONSE, on=date(2300, 1, 1)).message
        assert message.endswith("not answered by Monday 1 January 2300.")

    def test_it_rests_on_the_regimes_own_limit(self) -> None:
        finding = only(case(regime=EIR), Code.NO_RESPONSE, on=AFTER)
        assert "EIR reg.5(2)" in rests_on(finding)

    @pytest.mark.parametrize("unknown", [case(received=None), case(regime=None)])
    def test_without_receipt_or_regime_it_cannot_be_told(self, unknown: Case) -> None:
        finding = only(unknown, Code.NO_RESPONSE, on=date(2300, 1, 1))
        assert finding.severity is QUERY
        assert "cannot be told" in finding.message

    @pytest.mark.parametrize("regime", [FOIA, None])
    def test_before_it_was_received_nothing_is_due(self, regime: Regime | None) -> None:
        assert found(case(regime=regime), Code.NO_RESPONSE, on=RECEIVED) == NOTHING

    @pytest.mark.parametrize("kind", [events.Withdrawn, events.Transferred])
    def test_nor_once_it_was_withdrawn_or_passed_on(
        self, kind: type[events.Withdrawn | events.Transferred]
    ) -> None:
        gone = case(kind(on=date(2023, 3, 6)), events.ComplaintMade(on=date(2023, 3, 7)))
        assert found(gone, Code.NO_RESPONSE, on=AFTER) == NOTHING
        assert found(gone, Code.NO_RESPONSE) == NOTHING

    @pytest.mark.parametrize(
        ("kind", "severities"),
        [
            (ResponseKind.RESPONSE, NOTHING),
            (ResponseKind.REVIEW_OUTCOME, NOTHING),
            (ResponseKind.PARTIAL_RESPONSE, [QUERY]),
            (ResponseKind.EXTENSION_NOTICE, [BREACH]),
            (ResponseKind.OTHER, [BREACH]),
        ],
    )
    def test_which_letters_are_answers(
        self, kind: ResponseKind, severities: list[Severity]
    ) -> None:
        assert found(case(letter(kind=kind)), Code.NO_RESPONSE, on=AFTER) == severities

    def test_an_undated_letter_is_one_too(self) -> None:
        assert found(case(letter(DISCLOSED, sent=None)), Code.NO_RESPONSE, on=AFTER) == NOTHING

    def test_of_a_part_the_rest_may_be_overdue(self) -> None:
        partly = case(letter(DISCLOSED, kind=ResponseKind.PARTIAL_RESPONSE), ask=2)
        assert found(partly, Code.NO_RESPONSE, on=DUE) == NOTHING
        message = only(partly, Code.NO_RESPONSE, on=AFTER).message
        assert message == (
            "Only part of an answer is recorded; whether the rest is overdue cannot be told."
        )
        assert "depends on the day" in only(partly, Code.NO_RESPONSE).message


def extends(*cited: str, sent: date | None = SENT, **fields: object) -> Response:
    """Return a notice that more time is taken to weigh some provisions."""
    given: dict[str, object] = {"estimate": date(2023, 4, 14)}
    return letter(
        *(claim(text) for text in cited),
        kind=ResponseKind.EXTENSION_NOTICE,
        sent=sent,
        **(given | fields),
    )


def taken(
    *cited: str, on: date = SENT, estimate: date | None = date(2023, 4, 14)
) -> events.ExtensionClaimed:
    return events.ExtensionClaimed(on=on, provisions=cites(*cited), estimate=estimate)


FINAL = letter(answer(), claim("24(1)"), weighed("24(1)"), sent=date(2023, 4, 14))


class TestMoreTime:
    """ss.10(3) and 17(2): more time to weigh the public interest, said in time."""

    @pytest.mark.parametrize("more", [extends("24(1)"), taken("24(1)"), taken("24"), taken("40")])
    def test_taken_as_it_may_be(self, more: Response | events.ExtensionClaimed) -> None:
        assert in_all(case(more, FINAL)) == {}
        assert in_all(case(more), on=FORTIETH) == {}

    @pytest.mark.parametrize(
        "cited",
        [[], ["23(1)"], ["12(1)"], ["31(1)(j)"], ["31(2)(a)"], ["23(2)"], ["EIR reg.12(5)(a)"]],
    )
    def test_without_anything_to_weigh(self, cited: list[str]) -> None:
        code = Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION
        for more in (extends(*cited), taken(*cited)):
            finding = only(case(more, FINAL), code)
            assert finding.severity is BREACH
            assert rests_on(finding)[:2] == ["FOIA s.10(3)", "FOIA s.17(2)"]
            assert "Monday 20 March 2023" in finding.message
            assert found(case(more, FINAL), Code.LATE_RESPONSE) == [BREACH]

    def test_what_it_names_is_read_with_the_law_of_its_day(self) -> None:
        code = Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION
        assert found(case(taken("22A(1)")), code) == NOTHING
        early = case(taken("22A(1)", on=date(2010, 3, 2)), received=date(2010, 3, 1))
        assert found(early, code) == [BREACH]

    def test_without_an_estimate(self) -> None:
        for more in (extends("24(1)", estimate=None), taken("24(1)", estimate=None)):
            finding = only(case(more, FINAL), Code.EXTENSION_WITHOUT_ESTIMATE)
            assert finding.severity is BREACH
            assert rests_on(finding) == ["FOIA s.17(2)"]

    def test_both_are_queries_where_the_regime_is_unknown(self) -> None:
        asked = case(extends(estimate=None, regime_claimed=None), regime=None)
        assert found(asked, Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION) == [QUERY]
        assert found(asked, Code.EXTENSION_WITHOUT_ESTIMATE) == [QUERY]

    def test_taken_on_the_last_day(self) -> None:
        assert in_all(case(extends("24(1)", sent=DUE), FINAL)) == {}

    def test_taken_too_late(self) -> None:
        late = case(extends("24(1)", sent=AFTER), FINAL)
        assert in_all(late) == {
            Code.LATE_RESPONSE: BREACH,
            Code.EXTENSION_NOTICE_LATE: BREACH,
        }
        assert rests_on(only(late, Code.EXTENSION_NOTICE_LATE)) == ["FOIA s.17(1)", "FOIA s.17(2)"]
        assert found(case(taken("24(1)", on=AFTER)), Code.NO_RESPONSE, on=FORTIETH) == [BREACH]

    def test_taken_on_a_day_not_known(self) -> None:
        undated = extends("24(1)", sent=None)
        finding = only(case(undated, FINAL), Code.TIMELINESS_UNKNOWN)
        assert "the day more time was taken" in finding.message
        assert in_all(case(undated, FINAL)) == {Code.TIMELINESS_UNKNOWN: QUERY}
        assert in_all(case(undated), on=AFTER) == {Code.NO_RESPONSE: QUERY}
        for_nothing = extends("23(1)", sent=None)
        assert found(case(for_nothing, FINAL), Code.LATE_RESPONSE) == [BREACH]
        assert found(case(for_nothing), Code.NO_RESPONSE, on=AFTER) == [BREACH]

    def test_for_an_exemption_named_in_words(self) -> None:
        in_words = claim("24(1)", cited_as="the security exemption", citation=None)
        asked = case(attrs.evolve(extends(), reliances=(in_words,)), FINAL)
        finding = only(asked, Code.EXTENSION_WITHOUT_QUALIFIED_EXEMPTION)
        assert finding.severity is QUERY
        assert rests_on(finding) == ["FOIA s.10(3)", "FOIA s.17(2)"]
        assert found(asked, Code.LATE_RESPONSE) == NOTHING
        missing = only(asked, Code.TIMELINESS_UNKNOWN).message
        assert "the exemption it was taken for" in missing
        too_late = attrs.evolve(extends(sent=AFTER), reliances=(in_words,))
        assert found(case(too_late, FINAL), Code.LATE_RESPONSE) == [BREACH]

    def test_a_refusal_notice_it_is_too(self) -> None:
        bare = attrs.evolve(extends("24(1)"), review_route=None, commissioner=None)
        asked = case(bare, FINAL)
        assert found(asked, Code.COMPLAINTS_PROCEDURE_MISSING) == [QUERY]
        assert found(asked, Code.COMMISSIONER_RIGHT_MISSING) == [QUERY]

    def test_the_balance_and_the_reasons_may_follow(self) -> None:
        brief = attrs.evolve(
            extends("24(1)"),
            reliances=(claim("24(1)", reasons=None),),
            tests=(weighed("24(1)", balance=Balance.NOT_STATED, factors=()),),
        )
        assert in_all(case(brief, FINAL)) == {}
        assert found(case(brief), Code.REASONS_MISSING) == NOTHING


class TestFortyDaysInAll:
    """The regulator's guidance on s.10(3): no more than forty working days in all."""

    CODE = Code.EXTENSION_BEYOND_GUIDELINE

    def test_an_estimate(self) -> None:
        assert found(case(taken("24(1)", estimate=FORTIETH), FINAL), self.CODE) == NOTHING
        finding = only(case(taken("24(1)", estimate=FORTY_FIRST), FINAL), self.CODE)
        assert finding.severity is PRACTICE
        assert finding.message == (
            "The guideline of 40 working days ended on Tuesday 2 May 2023; "
            "expected Wednesday 3 May 2023."
        )
        act, guidance = rests_on(finding)
        assert act == "FOIA s.10(3)"
        assert guidance.startswith("ICO guidance")

    def test_an_answer(self) -> None:
        for sent, severities in ((FORTIETH, NOTHING), (FORTY_FIRST, [PRACTICE]), (None, NOTHING)):
            asked = case(taken("24(1)"), attrs.evolve(FINAL, sent=sent))
            assert found(asked, self.CODE) == severities

    def test_no_answer(self) -> None:
        asked = case(taken("24(1)"))
        assert found(asked, self.CODE, on=FORTIETH) == NOTHING
        assert (
            "not answered by Wednesday 3 May 2023"
            in only(asked, self.CODE, on=FORTY_FIRST).message
        )
        assert found(asked, self.CODE) == NOTHING

    def test_days_waiting_for_a_fee_do_not_count(self) -> None:
        steps: list[Event] = [
            events.FeesNoticeGiven(on=date(2023, 3, 6)),
            events.FeePaid(on=date(2023, 3, 7)),
        ]
        asked = case(taken("24(1)", estimate=FORTY_FIRST), *steps)
        assert found(asked, self.CODE) == NOTHING

    def test_it_says_nothing_it_cannot_count(self) -> None:
        far = taken("24(1)", estimate=date(2300, 1, 1))
        assert found(case(far, received=None), self.CODE) == NOTHING
        end = working_days(FOIA).projected_until
        start = next(
            day
            for day in (end - timedelta(days=back) for back in range(20, 90))
            if working_days(FOIA).count(day, end) >= 20
        )
        assert found(case(far, received=start), self.CODE) == NOTHING


class TestMoreTimeElsewhere:
    """EIR reg.7: forty working days, if said in time; FOISA gives no more time."""

    def eir(self, *parts: Response | events.ExtensionClaimed) -> Case:
        return case(*parts, regime=EIR)

    def answered(self, sent: date) -> Response:
        return letter(DISCLOSED, sent=sent, regime_claimed=EIR)

    def test_to_the_fortieth_day(self) -> None:
        for more in (taken(), extends(regime_claimed=EIR, estimate=None)):
            assert in_all(self.eir(more, self.answered(FORTIETH))) == {}
            late = only(self.eir(more, self.answered(FORTY_FIRST)), Code.LATE_RESPONSE)
            assert rests_on(late) == ["EIR reg.7(1)"]
            assert late.message.startswith("Due on Tuesday 2 May 2023")

    def test_days_waiting_for_a_charge_do_not_count(self) -> None:
        steps: list[Event] = [
            events.FeesNoticeGiven(on=date(2023, 3, 6)),
            events.FeePaid(on=date(2023, 3, 7)),
        ]
        later = working_days(EIR).add(FORTIETH, 2)
        assert in_all(case(taken(), *steps, self.answered(later), regime=EIR)) == {}

    @pytest.mark.parametrize("cited", ["24(1)", "EIR reg.12(5)(a)"])
    def test_what_it_is_taken_for_does_not_matter(self, cited: str) -> None:
        late = self.eir(taken(cited), self.answered(FORTY_FIRST))
        assert found(late, Code.LATE_RESPONSE) == [BREACH]
        in_words = attrs.evolve(
            extends(regime_claimed=EIR), reliances=(claim(cited, citation=None),)
        )
        late = self.eir(in_words, self.answered(FORTY_FIRST))
        assert found(late, Code.LATE_RESPONSE) == [BREACH]

    def test_the_guideline_is_not_theirs(self) -> None:
        far = taken(estimate=date(2023, 12, 1))
        assert in_all(self.eir(far, self.answered(FORTIETH))) == {}

    def test_said_too_late(self) -> None:
        late = only(self.eir(taken(on=AFTER), self.answered(FORTIETH)), Code.LATE_RESPONSE)
        assert late.message.startswith("Due on Thursday 30 March 2023")

    def test_said_on_a_day_not_known(self) -> None:
        undated = extends(regime_claimed=EIR, sent=None)
        asked = self.eir(undated, self.answered(FORTIETH))
        assert in_all(asked) == {Code.TIMELINESS_UNKNOWN: QUERY}

    def test_where_the_fortieth_day_is_past_counting_nothing_is_late(self) -> None:
        end = working_days(EIR).projected_until
        start = end - timedelta(days=40)
        more = taken(on=start, estimate=end)
        asked = case(more, self.answered(end + timedelta(days=90)), received=start, regime=EIR)
        assert in_all(asked) == {}

    def test_a_letter_under_the_eir_is_not_read_with_the_act(self) -> None:
        more = extends(regime_claimed=EIR, estimate=None)
        assert in_all(case(more, self.answered(FORTIETH))) == {}

    def test_none_in_scotland(self) -> None:
        asked = case(
            taken("FOISA s.30(b)"),
            letter(DISCLOSED, sent=FORTIETH, regime_claimed=FOISA),
            regime=FOISA,
        )
        assert in_all(asked) == {
            Code.LATE_RESPONSE: BREACH,
            Code.EXTENSION_UNAVAILABLE: PRACTICE,
        }
        undated = extends("FOISA s.30(b)", regime_claimed=FOISA, sent=None)
        assert found(case(undated, regime=FOISA), Code.NO_RESPONSE, on=FORTIETH) == [BREACH]


class TestOrderOfDays:
    """Steps that cannot have happened in the order recorded."""

    @pytest.mark.parametrize(
        ("odd", "says"),
        [
            (
                case(letter(DISCLOSED, sent=date(2023, 2, 28))),
                "a letter of 2023-02-28 is older than the request",
            ),
            (
                case(extends("24(1)", estimate=date(2023, 3, 19))),
                "an estimate of 2023-03-19 is older than its letter",
            ),
            (
                case(events.ComplaintMade(on=date(2023, 2, 28))),
                "a step of 2023-02-28 is older than the request",
            ),
            (
                case(events.ClarificationReceived(on=SENT)),
                "the clarification of 2023-03-20 answers none recorded before it",
            ),
            (
                case(events.FeePaid(on=SENT), events.FeesNoticeGiven(on=AFTER)),
                "the fee of 2023-03-20 answers none recorded before it",
            ),
            (
                case(events.DecisionNoticeServed(on=SENT)),
                "the decision notice of 2023-03-20 answers none recorded before it",
            ),
            (
                case(
                    events.ReviewRequested(on=AFTER),
                    letter(kind=ResponseKind.REVIEW_OUTCOME, sent=DUE),
                ),
                "the review of 2023-03-30 is older than the request for it",
            ),
        ],
    )
    def test_what_is_odd(self, odd: Case, says: str) -> None:
        finding = only(odd, Code.DATES_INCONSISTENT)
        assert finding.severity is QUERY
        assert says in finding.message

    @pytest.mark.parametrize(
        "ordered",
        [
            case(letter(DISCLOSED, sent=RECEIVED)),
            case(letter(DISCLOSED, sent=date(2000, 1, 1)), received=None),
            case(letter(kind=ResponseKind.REVIEW_OUTCOME, sent=DUE)),
            case(
                letter(kind=ResponseKind.REVIEW_OUTCOME, sent=DUE), events.ReviewRequested(on=DUE)
            ),
            case(
                letter(kind=ResponseKind.REVIEW_OUTCOME, sent=DUE), events.ComplaintMade(on=AFTER)
            ),
            case(letter(DISCLOSED), events.ReviewRequested(on=AFTER)),
            case(extends("24(1)", estimate=SENT)),
            case(
                letter(kind=ResponseKind.REVIEW_OUTCOME, sent=None), events.ReviewRequested(on=DUE)
            ),
            case(extends("24(1)", sent=None, estimate=date(2000, 1, 1))),
            case(events.FeesNoticeGiven(on=SENT), events.FeePaid(on=SENT)),
            case(events.DecisionNoticeServed(on=AFTER), events.ComplaintMade(on=SENT)),
        ],
    )
    def test_what_is_not(self, ordered: Case) -> None:
        assert found(ordered, Code.DATES_INCONSISTENT) == NOTHING

    def test_each_oddity_is_said_once(self) -> None:
        early = letter(DISCLOSED, sent=date(2023, 2, 27))
        message = only(
            case(early, events.FeePaid(on=date(2023, 2, 28))), Code.DATES_INCONSISTENT
        ).message
        assert message.count(";") == 2
        assert message.count("2023-02-27") == 1


class TestEachQuestion:
    """s.1(1): every question is answered, one way or another."""

    CODE = Code.QUESTION_UNANSWERED

    def test_one_passed_over(self) -> None:
        finding = only(case(letter(DISCLOSED), ask=3), self.CODE)
        assert finding.severity is BREACH
        assert finding.questions == ("2", "3")
        assert finding.message == "Nothing is said on questions 2 and 3."

    @pytest.mark.parametrize(
        ("regime", "severity", "rests"),
        [
            (FOIA, BREACH, "FOIA s.1(1)"),
            (EIR, BREACH, "EIR reg.5(1)"),
            (FOISA, BREACH, "FOISA s.1(1)"),
            (None, QUERY, "FOIA s.1(1)"),
        ],
    )
    def test_what_it_rests_on(self, regime: Regime | None, severity: Severity, rests: str) -> None:
        finding = only(case(letter(regime_claimed=None), regime=regime), self.CODE)
        assert (finding.severity, rests_on(finding)) == (severity, [rests])

    @pytest.mark.parametrize(
        "said",
        [
            [letter(DISCLOSED), letter(answer("2", Outcome.UNKNOWN))],
            [letter(DISCLOSED), letter(answer("2", Outcome.NOT_HELD), kind=ResponseKind.OTHER)],
            [letter(DISCLOSED, claim("14(1)", "2"))],
            [letter(DISCLOSED, claim("23(1)", scope=WholeRequest()))],
            [letter(claim("12(1)", scope=WholeRequest()))],
            [letter(holds=Held.NO)],
            [letter(holds=Held.NCND)],
            [letter(DISCLOSED), letter(holds=Held.NO)],
            [letter(DISCLOSED, kind=ResponseKind.PARTIAL_RESPONSE)],
            [letter(DISCLOSED, kind=ResponseKind.REVIEW_OUTCOME)],
            [],
        ],
    )
    def test_nothing_is_passed_over(self, said: Sequence[Response]) -> None:
        assert found(case(*said, ask=2), self.CODE) == NOTHING

    def test_once_there_is_an_answer_every_letter_counts(self) -> None:
        part = letter(DISCLOSED, kind=ResponseKind.PARTIAL_RESPONSE)
        assert found(case(part, letter(), ask=2), self.CODE) == [BREACH]

    def test_that_it_is_held_answers_nothing(self) -> None:
        assert found(case(letter(DISCLOSED, holds=Held.YES), ask=2), self.CODE) == [BREACH]

    def test_a_claim_tied_to_no_question_may_be_meant(self) -> None:
        refused = case(letter(claim("24(1)", scope=UNATTACHED)), ask=2)
        finding = only(refused, self.CODE)
        assert finding.severity is QUERY
        assert "unless a claim that is tied to no question is meant" in finding.message

    @pytest.mark.parametrize(
        ("first", "severity"),
        [
            (Outcome.DISCLOSED, QUERY),
            (Outcome.NOT_HELD, QUERY),
            (Outcome.NOT_APPLICABLE, QUERY),
            (Outcome.PARTLY_DISCLOSED, QUERY),
            (Outcome.UNKNOWN, QUERY),
            (Outcome.WITHHELD, BREACH),
            (Outcome.NCND, BREACH),
            (Outcome.REFUSED_COST, BREACH),
        ],
    )
    def test_one_that_builds_on_another_may_fall_away_with_it(
        self, first: Outcome, severity: Severity
    ) -> None:
        asked = case(letter(answer("1", first), claim("23(1)")), ask=questions("", "1"))
        finding = only(asked, self.CODE)
        assert finding.severity is severity
        assert finding.questions == ("2",)

    def test_what_is_certain_and_what_is_not_are_told_apart(self) -> None:
        asked = case(letter(DISCLOSED), ask=questions("", "1", "", "3"))
        severities = {f.questions: f.severity for f in audit(asked) if f.code is self.CODE}
        assert severities == {("2",): QUERY, ("3", "4"): BREACH}


class TestSpecify:
    """s.17(1)(b): the notice specifies the exemption."""

    CODE = Code.EXEMPTION_NOT_SPECIFIED
    REDACTED = Code.REDACTION_UNEXPLAINED

    @pytest.mark.parametrize(
        ("outcome", "codes"),
        [
            (Outcome.WITHHELD, {CODE}),
            (Outcome.NCND, {CODE}),
            (Outcome.PARTLY_DISCLOSED, {REDACTED}),
            (Outcome.DISCLOSED, set()),
            (Outcome.NOT_HELD, set()),
            (Outcome.ACCESSIBLE_ELSEWHERE, set()),
            (Outcome.REFUSED_COST, {Code.ADVICE_MISSING}),
            (Outcome.REFUSED_VEXATIOUS, set()),
            (Outcome.REFUSED_REPEATED, set()),
            (Outcome.NOT_APPLICABLE, set()),
            (Outcome.UNKNOWN, set()),
        ],
    )
    def test_which_outcomes_need_one(self, outcome: Outcome, codes: set[Code]) -> None:
        result = audit(case(letter(answer("1", outcome))))
        assert result.codes == codes
        refused = [finding for finding in result if finding.code is not Code.ADVICE_MISSING]
        assert all(rests_on(f) == ["FOIA s.17(1)(b)"] for f in refused)
        assert all(f.severity is BREACH and f.questions == ("1",) for f in refused)

    @pytest.mark.parametrize("outcome", [Outcome.WITHHELD, Outcome.NCND, Outcome.PARTLY_DISCLOSED])
    def test_a_claim_for_the_question_is_enough(self, outcome: Outcome) -> None:
        for made in (claim("23(1)"), claim("23(5)"), claim("12(1)", scope=WholeRequest())):
            codes = in_all(case(letter(answer("1", outcome), made)))
            assert self.CODE not in codes
            assert self.REDACTED not in codes

    def test_one_for_another_question_is_not(self) -> None:
        asked = case(letter(answer("1"), answer("2"), claim("23(1)", "2")), ask=2)
        assert only(asked, self.CODE).questions == ("1",)

    def test_one_tied_to_none_may_be_meant(self) -> None:
        loose = claim("23(1)", scope=UNATTACHED)
        asked = case(letter(answer("1"), answer("2", Outcome.PARTLY_DISCLOSED), loose), ask=2)
        assert found(asked, self.CODE) == [QUERY]
        assert found(asked, self.REDACTED) == [QUERY]
        assert "tied to no question" in only(asked, self.CODE).message

    def test_what_is_left_out_may_be_what_is_not_held(self) -> None:
        partly = answer("1", Outcome.PARTLY_DISCLOSED, held=Held.PARTLY)
        asked = case(letter(partly, answer("2", Outcome.PARTLY_DISCLOSED)), ask=2)
        severities = {f.questions: f.severity for f in audit(asked) if f.code is self.REDACTED}
        assert severities == {("1",): QUERY, ("2",): BREACH}

    def test_what_is_withheld_is_held(self) -> None:
        assert found(case(letter(answer("1", held=Held.PARTLY))), self.CODE) == [BREACH]

    def test_an_earlier_notice_may_have_specified_it(self) -> None:
        final = letter(answer(), weighed("24(1)"), sent=date(2023, 4, 14))
        assert in_all(case(extends("24(1)"), final)) == {}

    def test_a_review_need_not_say_it_again_and_mends_it_if_it_says_it_first(self) -> None:
        upheld = letter(answer(), kind=ResponseKind.REVIEW_OUTCOME, sent=AFTER)
        specified = letter(answer(), claim("23(1)"))
        assert in_all(case(specified, upheld)) == {}
        unspecified = letter(answer())
        late = letter(answer(), claim("23(1)"), kind=ResponseKind.REVIEW_OUTCOME, sent=AFTER)
        assert in_all(case(unspecified, late)) == {}
        (mended,) = audit(case(unspecified, late)).mended
        assert (mended.finding.code, mended.questions, mended.on) == (self.CODE, ("1",), AFTER)

    def test_without_a_regime_it_is_a_query(self) -> None:
        unknown = case(letter(answer(), regime_claimed=None), regime=None)
        assert found(unknown, self.CODE) == [QUERY]


class TestSuchAProvision:
    """s.17(1)(b): what is specified is an exemption."""

    CODE = Code.NO_SUCH_PROVISION

    @pytest.mark.parametrize(
        ("cited", "says"),
        [
            ("31(1)(j)", "s.31(1) has (a), (b)"),
            ("21(4)", "s.21 has"),
            ("24(1)(a)", "s.24(1) has no paragraphs"),
            ("99", "not an exemption"),
            ("17(1)", "not an exemption"),
            ("2(2)(b)", "not an exemption"),
        ],
    )
    def test_there_is_none(self, cited: str, says: str) -> None:
        finding = only(case(letter(answer(), claim(cited))), self.CODE)
        assert finding.severity is BREACH
        assert rests_on(finding) == ["FOIA s.17(1)(b)", str(s(cited))]
        assert says in finding.message
        assert finding.questions == ("1",)

    def test_a_number_that_cites_nothing(self) -> None:
        malformed = claim("23(1)", cited_as="section 31(1)(1)", citation=None)
        finding = only(case(letter(answer(), malformed)), self.CODE)
        assert finding.severity is BREACH
        assert finding.message == "section 31(1)(1) is relied on; the words cite no provision."
        assert finding.evidence == ("section 31(1)(1)",)

    def test_words_may_identify_one(self) -> None:
        in_words = claim("23(1)", cited_as="the exemption for security bodies", citation=None)
        assert found(case(letter(answer(), in_words)), self.CODE) == [QUERY]

    @pytest.mark.parametrize(
        "ground",
        ["12", "12(1)", "12(2)", "14(1)", "14(2)", "1(3)", "8(1)", "9(2)", "10(3)", "11", "13"],
    )
    def test_a_ground_that_is_no_exemption_is_none_of_this(self, ground: str) -> None:
        refused = letter(answer("1", Outcome.REFUSED_COST), claim(ground, reasons=None))
        codes = in_all(case(refused))
        assert self.CODE not in codes
        assert Code.EXEMPTION_NOT_SPECIFIED not in codes

    @pytest.mark.parametrize("cited", ["EIR reg.99", "FOISA s.99"])
    def test_of_other_enactments_nothing_is_said(self, cited: str) -> None:
        assert found(case(letter(answer(), claim(cited))), self.CODE) == NOTHING


class TestExemptsByItself:
    """s.17(1)(b): a definition, a condition or a certificate is no exemption."""

    CODE = Code.EXEMPTION_NOT_SPECIFIED

    @pytest.mark.parametrize(
        "cited", ["40(3A)(a)", "40(3A)", "31(2)(a)", "23(3)(a)", "23(2)", "24(3)"]
    )
    def test_alone_it_asks_which_exemption_is_meant(self, cited: str) -> None:
        asked = case(letter(answer(), claim(cited, reasons=None)))
        finding = only(asked, self.CODE)
        assert finding.severity is QUERY
        assert "exempts nothing by itself" in finding.message
        assert set(in_all(asked)) == {self.CODE}

    @pytest.mark.parametrize(
        ("cited", "beside"),
        [("40(3A)(a)", "40(2)"), ("31(2)(a)", "31(1)(g)"), ("31(2)(a)", "31"), ("23(2)", "23(5)")],
    )
    def test_beside_an_exemption_of_its_section_it_does_not(self, cited: str, beside: str) -> None:
        asked = case(letter(answer(), claim(cited, reasons=None), claim(beside)))
        assert found(asked, self.CODE) == NOTHING
        assert found(asked, Code.REASONS_MISSING) == NOTHING

    def test_one_of_another_section_is_not_beside_it(self) -> None:
        for other in ("23(1)", "31(1)(j)"):
            asked = case(letter(answer(), claim("40(3A)(a)"), claim(other)))
            assert found(asked, self.CODE) == [QUERY]


class TestInForce:
    """s.17(1)(b): the law is that of the day the letter was sent."""

    CODE = Code.PROVISION_NOT_IN_FORCE

    def ncnd(self, cited: str, sent: date | None, received: date | None = None) -> Case:
        said = letter(answer("1", Outcome.NCND), claim(cited, duty_claimed=CONFIRM), sent=sent)
        return case(said, received=received or sent)

    def test_s_40_5_b_i_in_2023(self) -> None:
        finding = only(self.ncnd("40(5)(b)(i)", date(2023, 3, 20)), self.CODE)
        assert finding.severity is PRACTICE
        assert rests_on(finding) == [
            "FOIA s.17(1)(b)",
            "FOIA s.40(5)(b)(i)",
            "FOIA s.40(5B)(a)(i)",
            "FOIA s.40(5B)(a)(ii)",
            "FOIA s.40(5B)(b)",
        ]
        assert (
            "in its place stands s.40(5B)(a)(i), s.40(5B)(a)(ii), s.40(5B)(b)." in finding.message
        )

    def test_and_in_2016(self) -> None:
        asked = self.ncnd("40(5)(b)(i)", date(2016, 3, 18))
        assert found(asked, self.CODE) == NOTHING
        # The words of s.2(3) and the regulator differ on whether it must be weighed.
        assert found(asked, Code.PIT_MISSING) == [QUERY]

    def test_s_40_5b_in_2016_names_what_stood_there(self) -> None:
        finding = only(self.ncnd("40(5B)(a)(i)", date(2016, 3, 18)), self.CODE)
        assert "FOIA s.40(5)(b)(i)" in rests_on(finding)

    def test_nothing_may_have_stood_there(self) -> None:
        finding = only(self.ncnd("22A(2)", date(2010, 3, 18)), self.CODE)
        assert rests_on(finding) == ["FOIA s.17(1)(b)", "FOIA s.22A(2)"]
        assert finding.message.endswith("it came into force on 2014-10-01.")

    def test_an_undated_letter_is_read_with_the_law_of_the_day_of_receipt(self) -> None:
        assert found(self.ncnd("22A(2)", None, date(2010, 3, 1)), self.CODE) == [PRACTICE]
        assert found(self.ncnd("22A(2)", None, date(2023, 3, 1)), self.CODE) == NOTHING

    def test_without_either_it_is_the_law_as_last_known(self) -> None:
        assert found(self.ncnd("22A(2)", None), self.CODE) == NOTHING
        assert found(self.ncnd("40(5)(b)(i)", None), self.CODE) == [PRACTICE]

    @pytest.mark.parametrize(
        ("received", "weigh", "newer"),
        [(date(2011, 1, 18), [BREACH], [PRACTICE]), (date(2011, 1, 19), NOTHING, NOTHING)],
    )
    def test_s_37_is_that_of_the_day_of_receipt(
        self, received: date, weigh: list[Severity], newer: list[Severity]
    ) -> None:
        """SI 2011/46 art 4: the amendment reaches requests received from 19 January 2011."""
        sovereign, family = (
            case(letter(answer(), claim(cited), sent=date(2011, 1, 31)), received=received)
            for cited in ("37(1)(a)", "37(1)(ac)")
        )
        assert found(sovereign, Code.PIT_MISSING) == weigh
        assert found(family, self.CODE) == newer

    def test_before_the_act_there_is_nothing_to_name_a_condition_of(self) -> None:
        early = case(letter(answer(), claim("40(2)"), sent=date(2004, 3, 1)), received=None)
        assert found(early, self.CODE) == [PRACTICE]
        assert found(early, Code.PERSONAL_DATA_CONDITION_MISSING) == NOTHING


class TestTheLimb:
    """Guidance on s.17(1)(b): cite the limb, not only the section."""

    CODE = Code.LIMB_NOT_SPECIFIED

    def relied(self, *claims: str, **fields: object) -> Case:
        return case(letter(answer(), *(claim(cited, **fields) for cited in claims)))

    @pytest.mark.parametrize(
        ("cited", "limbs"),
        [
            ("38(1)", "s.38(1)(a) or s.38(1)(b)"),
            ("24", "s.24(1) or s.24(2)"),
            ("31", "s.31(1)(h), s.31(1)(i) or s.31(3)"),
            ("40", "s.40(1), s.40(2), s.40(5A)"),
            ("40(5B)", "s.40(5B)(a)(i), s.40(5B)(a)(ii)"),
            ("22A(1)", "s.22A(1)(b)(iii) or s.22A(1)(b)(iv)"),
            ("31(3)", "by virtue of s.31(1)(a)"),
            ("38(2)", "by virtue of s.38(1)(a) or s.38(1)(b)"),
            ("31(1)(g)", "for which purpose of s.31(2)"),
        ],
    )
    def test_which_is_open(self, cited: str, limbs: str) -> None:
        finding = only(self.relied(cited), self.CODE)
        assert finding.severity is PRACTICE
        assert limbs in finding.message

    @pytest.mark.parametrize(
        "cited",
        ["38(1)(a)", "24(1)", "21", "23(5)", "22(2)", "40(2)", "40(2)(b)", "41(1)(b)", "31(1)(a)"],
    )
    def test_none_is(self, cited: str) -> None:
        assert found(self.relied(cited), self.CODE) == NOTHING

    def test_it_may_be_named_beside(self) -> None:
        assert found(self.relied("31", "31(1)(a)"), self.CODE) == NOTHING
        assert found(self.relied("31(1)(g)", "31(2)(b)"), self.CODE) == NOTHING
        assert found(self.relied("31(3)", by_virtue_of=cites("31(1)(a)")), self.CODE) == NOTHING
        assert found(self.relied("31(1)(h)", by_virtue_of=cites("31(2)(j)")), self.CODE) == NOTHING

    def test_a_limb_of_another_does_not_help(self) -> None:
        assert found(self.relied("31", "38(1)(a)"), self.CODE) == [PRACTICE]


class TestTheCondition:
    """s.40(2) applies where a condition is met: which decides what must be weighed."""

    CODE = Code.PERSONAL_DATA_CONDITION_MISSING

    def test_none_is_named(self) -> None:
        for cited in ("40(2)", "40(2)(b)"):
            asked = case(letter(answer(), claim(cited)))
            assert in_all(asked) == {self.CODE: PRACTICE}
            assert "s.40(3A)(a), s.40(3A)(b), s.40(3B)" in only(asked, self.CODE).message

    def test_those_of_the_day_are_listed(self) -> None:
        early = case(letter(answer(), claim("40(2)"), sent=date(2016, 3, 18)), received=None)
        message = only(early, self.CODE).message
        assert "s.40(3)(a)(i), s.40(3)(a)(ii), s.40(3)(b), s.40(4)" in message

    @pytest.mark.parametrize("condition", ["40(3A)", "40(3A)(a)", "40(3B)", "40(4A)(b)"])
    def test_one_is_named(self, condition: str) -> None:
        through = case(letter(answer(), claim("40(2)", by_virtue_of=cites(condition))))
        beside = case(letter(answer(), claim("40(2)"), claim(condition)))
        elsewhere = case(letter(answer(), claim("40(2)")), letter(claim(condition)))
        for asked in (through, beside, elsewhere):
            assert found(asked, self.CODE) == NOTHING

    @pytest.mark.parametrize(
        ("condition", "severities"),
        [("40(3A)", NOTHING), ("40(3A)(a)", NOTHING), ("40(3B)", [BREACH]), ("40(4A)", [BREACH])],
    )
    def test_it_decides_whether_to_weigh(self, condition: str, severities: list[Severity]) -> None:
        asked = case(letter(answer(), claim("40(2)", by_virtue_of=cites(condition))))
        assert found(asked, Code.PIT_MISSING) == severities

    def test_a_condition_of_nothing_is_let_be(self) -> None:
        asked = case(letter(answer(), claim("40(2)", by_virtue_of=cites("31(1)(a)"))))
        assert found(asked, self.CODE) == [PRACTICE]

    def test_other_provisions_have_none(self) -> None:
        assert found(case(letter(answer(), claim("40(1)"))), self.CODE) == NOTHING


class TestLikelihood:
    """Guidance on prejudice: would, or would be likely to."""

    CODE = Code.LIKELIHOOD_NOT_STATED
    MUTE = Likelihood.NOT_STATED

    @pytest.mark.parametrize(
        ("cited", "severities"),
        [
            ("31(1)(a)", [PRACTICE]),
            ("38(1)(b)", [PRACTICE]),
            ("36(2)(b)(i)", [PRACTICE]),
            ("31(3)", [PRACTICE]),
            ("24(1)", NOTHING),
            ("42(1)", NOTHING),
            ("23(1)", NOTHING),
            ("31(1)(j)", NOTHING),
        ],
    )
    def test_whose_harm_needs_one(self, cited: str, severities: list[Severity]) -> None:
        asked = case(letter(answer(), claim(cited, likelihood=self.MUTE)))
        assert found(asked, self.CODE) == severities

    @pytest.mark.parametrize("likelihood", [Likelihood.WOULD, Likelihood.WOULD_BE_LIKELY])
    def test_either_will_do(self, likelihood: Likelihood) -> None:
        asked = case(letter(answer(), claim("31(1)(a)", likelihood=likelihood)))
        assert found(asked, self.CODE) == NOTHING

    def test_once_is_enough(self) -> None:
        again = letter(
            claim("31(1)(a)", likelihood=self.MUTE), kind=ResponseKind.REVIEW_OUTCOME, sent=AFTER
        )
        assert found(case(letter(answer(), claim("31(1)(a)")), again), self.CODE) == NOTHING

    def test_where_explaining_would_disclose_it_is_a_query(self) -> None:
        mute = claim("31(1)(a)", likelihood=self.MUTE, explanation_withheld=True)
        assert found(case(letter(answer(), mute)), self.CODE) == [QUERY]


class TestReasons:
    """s.17(1)(c): why the exemption applies, if that is not otherwise apparent."""

    CODE = Code.REASONS_MISSING

    @pytest.mark.parametrize("reasons", [None, ""])
    def test_none_are_given(self, reasons: str | None) -> None:
        finding = only(case(letter(answer(), claim("23(1)", reasons=reasons))), self.CODE)
        assert finding.severity is BREACH
        assert rests_on(finding) == ["FOIA s.17(1)(c)", "FOIA s.23(1)"]
        assert finding.message == "It is not said why s.23(1) applies."

    def test_where_giving_them_would_disclose_it_is_a_query(self) -> None:
        mute = claim("23(1)", reasons=None, explanation_withheld=True)
        finding = only(case(letter(answer(), mute)), self.CODE)
        assert finding.severity is QUERY
        assert "FOIA s.17(4)" in rests_on(finding)
        assert finding.message.endswith("applies, and s.17(4) is invoked for that.")

    def test_without_a_regime_it_is_a_query(self) -> None:
        mute = letter(answer(), claim("23(1)", reasons=None), regime_claimed=None)
        assert found(case(mute, regime=None), self.CODE) == [QUERY]

    def test_the_balance_may_give_them(self) -> None:
        mute = claim("24(1)", reasons=None)
        for test in (
            weighed("24(1)"),
            weighed("24"),
            weighed("42(1)", "24(1)"),
            weighed("24(1)", factors=(), reasons="So."),
        ):
            assert found(case(letter(answer(), mute, test)), self.CODE) == NOTHING
        silent = weighed("24(1)", factors=())
        assert found(case(letter(answer(), mute, silent)), self.CODE) == [BREACH]
        assert found(case(letter(answer(), mute, weighed("42(1)"))), self.CODE) == [BREACH]

    def test_so_may_another_notice(self) -> None:
        mute = letter(answer(), claim("23(1)", reasons=None))
        assert found(case(letter(claim("23(1)")), mute), self.CODE) == NOTHING
        upheld = attrs.evolve(mute, kind=ResponseKind.REVIEW_OUTCOME)
        assert found(case(letter(answer(), claim("23(1)")), upheld), self.CODE) == NOTHING

    def test_a_review_that_gives_them_mends_it(self) -> None:
        mute = letter(answer(), claim("23(1)", reasons=None))
        review = letter(claim("23(1)"), kind=ResponseKind.REVIEW_OUTCOME, sent=AFTER)
        assert found(case(mute, review), self.CODE) == NOTHING
        assert [mended.finding.code for mended in audit(case(mute, review)).mended] == [self.CODE]

    def test_a_section_is_explained_with_its_limb(self) -> None:
        asked = case(letter(answer(), claim("31", reasons=None), claim("31(1)(a)")))
        assert found(asked, self.CODE) == NOTHING

    def test_words_that_cite_nothing_need_their_own(self) -> None:
        for reasons, severities in ((None, [BREACH]), ("So.", NOTHING)):
            in_words = claim("23(1)", cited_as="secrecy", citation=None, reasons=reasons)
            assert found(case(letter(answer(), in_words)), self.CODE) == severities

    def test_that_it_is_accessible_elsewhere_is_the_reason(self) -> None:
        mute = claim("21", reasons=None)
        elsewhere = case(letter(answer("1", Outcome.ACCESSIBLE_ELSEWHERE), mute))
        assert in_all(elsewhere) == {}
        assert found(case(letter(answer(), mute)), self.CODE) == [BREACH]
        both = letter(
            DISCLOSED, answer("2", Outcome.ACCESSIBLE_ELSEWHERE), claim("21", "2", reasons=None)
        )
        assert found(case(both, ask=2), self.CODE) == NOTHING
        other_question = letter(answer(), answer("2", Outcome.ACCESSIBLE_ELSEWHERE), mute)
        assert found(case(other_question, ask=2), self.CODE) == [BREACH]
        other_section = claim("22(1)", reasons=None)
        asked = case(letter(answer("1", Outcome.ACCESSIBLE_ELSEWHERE), other_section))
        assert found(asked, self.CODE) == [BREACH]


class TestOneRegime:
    """An answer rests on the provisions of the regime it is given under."""

    CODE = Code.REGIME_CROSSED

    def test_an_exception_of_the_eir_in_a_letter_under_the_act(self) -> None:
        finding = only(case(letter(answer(), claim("EIR reg.12(5)(a)"))), self.CODE)
        assert finding.severity is PRACTICE
        assert finding.message == "EIR reg.12(5)(a) is relied on in an answer under FOIA."

    def test_a_section_of_the_act_in_a_letter_under_another(self) -> None:
        for regime in (EIR, FOISA):
            asked = case(letter(answer(), claim("24(1)"), regime_claimed=regime), regime=regime)
            assert in_all(asked) == {self.CODE: PRACTICE}

    def test_the_letters_own_word_goes_first(self) -> None:
        asked = case(letter(answer(), claim("EIR reg.12(5)(a)"), regime_claimed=EIR))
        assert found(asked, self.CODE) == NOTHING

    def test_without_a_regime_nothing_is_crossed(self) -> None:
        unknown = letter(answer(), claim("EIR reg.12(5)(a)"), regime_claimed=None)
        assert found(case(unknown, regime=None), self.CODE) == NOTHING


class TestOtherRegimes:
    """EIR reg.14 and FOISA ss.16, 18 and 19 govern letters under them, and not the Act."""

    def bare(self, cited: str, regime: Regime) -> Case:
        said = letter(
            answer("1", held=Held.NOT_STATED),
            answer("2"),
            answer("3", Outcome.NCND, held=Held.YES),
            claim(cited, reasons=None, likelihood=Likelihood.NOT_STATED),
            regime_claimed=regime,
            review_route=ReviewRoute(offered=Offer.NONE_EXISTS),
            commissioner=Commissioner(right=Told.NOT_MENTIONED),
        )
        return case(said, ask=3, regime=regime)

    def test_under_the_eir(self) -> None:
        """Nothing has to be confirmed, one threshold need not be stated, reg.14(5) is told of."""
        found_ = {f.code: rests_on(f)[0] for f in audit(self.bare("EIR reg.12(5)(a)", EIR))}
        assert found_ == {
            Code.EXEMPTION_NOT_SPECIFIED: "EIR reg.14(3)(a)",
            Code.REASONS_MISSING: "EIR reg.14(3)",
            Code.NCND_CONTRADICTED: "EIR reg.12(6)",
            Code.PIT_MISSING: "EIR reg.14(3)(b)",
            Code.COMPLAINTS_PROCEDURE_MISSING: "EIR reg.14(5)(a)",
            Code.COMMISSIONER_RIGHT_MISSING: "EIR reg.14(5)(b)",
        }

    def test_under_foisa(self) -> None:
        found_ = {f.code: rests_on(f)[0] for f in audit(self.bare("FOISA s.30(c)", FOISA))}
        assert found_ == {
            Code.EXEMPTION_NOT_SPECIFIED: "FOISA s.16(1)(c)",
            Code.REASONS_MISSING: "FOISA s.16(1)(d)",
            Code.LIKELIHOOD_NOT_STATED: str(SCOTTISH_GUIDANCE),
            Code.NCND_CONTRADICTED: "FOISA s.18(1)",
            Code.HOLDING_NOT_CONFIRMED: "FOISA s.16(1)(a)",
            Code.PIT_MISSING: "FOISA s.16(2)",
            Code.COMPLAINTS_PROCEDURE_MISSING: "FOISA s.19(a)",
            Code.COMMISSIONER_RIGHT_MISSING: "FOISA s.19(b)",
        }

    def test_the_balance_of_each(self) -> None:
        for regime, cited, balance in (
            (EIR, "EIR reg.12(5)(a)", "EIR reg.12(1)(b)"),
            (FOISA, "FOISA s.30(c)", "FOISA s.2(1)(b)"),
        ):
            said = letter(
                answer(),
                claim(cited, likelihood=Likelihood.WOULD),
                weighed(cited, on=CONFIRM, factors=()),
                regime_claimed=regime,
            )
            asked = case(said, regime=regime)
            assert in_all(asked) == {Code.PIT_WRONG_DUTY: BREACH, Code.PIT_ONE_SIDED: PRACTICE}
            assert rests_on(only(asked, Code.PIT_WRONG_DUTY)) == [balance, cited]

    def test_a_balance_of_another_regime_is_none(self) -> None:
        said = letter(answer(), claim("EIR reg.12(5)(a)", likelihood=Likelihood.WOULD),
                      weighed("24(1)", factors=()), regime_claimed=EIR)  # fmt: skip
        assert in_all(case(said, regime=EIR)) == {Code.PIT_MISSING: BREACH}

    def test_a_scottish_denial_need_not_give_its_balance(self) -> None:
        """FOISA s.18(2) lifts s.16(2)."""
        denial = letter(
            answer("1", Outcome.NCND), claim("FOISA s.18(1)", duty_claimed=CONFIRM),
            regime_claimed=FOISA,
        )  # fmt: skip
        finding = only(case(denial, regime=FOISA), Code.PIT_MISSING)
        assert finding.severity is QUERY
        assert finding.message == (
            "The public interest is not weighed for s.18(1); the notice need not say how it was "
            "(s.18(2))."
        )
        assert finding.evidence == ("section FOISA s.18(1)",)
        assert rests_on(finding)[0] == "FOISA s.18(1)"

    def test_in_scotland_that_nothing_is_held_is_told_in_a_notice(self) -> None:
        """FOISA ss.17(1) and 19."""
        not_held = letter(answer("1", Outcome.NOT_HELD), commissioner=None, regime_claimed=FOISA)
        assert in_all(case(not_held, regime=FOISA)) == {Code.COMMISSIONER_RIGHT_MISSING: QUERY}

    def test_the_exception_for_what_is_not_held(self) -> None:
        """EIR reg.12(4)(a) is claimed where nothing is refused."""
        not_held = letter(
            answer("1", Outcome.NOT_HELD), claim("EIR reg.12(4)(a)"), regime_claimed=EIR
        )
        asked = case(not_held, regime=EIR)
        assert in_all(asked) == {Code.PIT_MISSING: QUERY}
        taken_ = {p: audit(asked, position=p).codes for p in Position}
        assert sorted(taken_.values(), key=len) == [set(), {Code.PIT_MISSING}]

    def test_the_eir_have_no_limit_of_cost(self) -> None:
        refused = letter(answer("1", Outcome.REFUSED_COST), advice="Ask less.", regime_claimed=EIR)
        finding = only(case(refused, regime=EIR), Code.REGIME_CROSSED)
        assert rests_on(finding)[1:] == ["EIR reg.12(4)(b)"]
        assert finding.questions == ("1",)

    def test_a_letter_that_names_none_follows_the_request(self) -> None:
        bare = letter(answer(), regime_claimed=None)
        for regime, rule in ((EIR, "EIR reg.14(3)(a)"), (FOIA, "FOIA s.17(1)(b)")):
            finding = only(case(bare, regime=regime), Code.EXEMPTION_NOT_SPECIFIED)
            assert (finding.severity, rests_on(finding)) == (BREACH, [rule])


class TestNeitherConfirmedNorDenied:
    """s.1(1)(a): what a letter will not say, it must not say."""

    CODE = Code.NCND_CONTRADICTED

    @pytest.mark.parametrize(
        ("outcome", "held", "severities"),
        [
            (Outcome.DISCLOSED, Held.NOT_STATED, [PRACTICE]),
            (Outcome.PARTLY_DISCLOSED, Held.NOT_STATED, [PRACTICE]),
            (Outcome.NOT_HELD, Held.NOT_STATED, [PRACTICE]),
            (Outcome.ACCESSIBLE_ELSEWHERE, Held.NOT_STATED, [PRACTICE]),
            (Outcome.WITHHELD, Held.YES, [PRACTICE]),
            (Outcome.NCND, Held.YES, [PRACTICE]),
            (Outcome.NCND, Held.NO, [PRACTICE]),
            (Outcome.NCND, Held.NCND, NOTHING),
            (Outcome.NCND, Held.NOT_STATED, NOTHING),
            (Outcome.WITHHELD, Held.NOT_STATED, NOTHING),
            (Outcome.UNKNOWN, Held.NOT_STATED, NOTHING),
        ],
    )
    def test_what_reveals_it(
        self, outcome: Outcome, held: Held, severities: list[Severity]
    ) -> None:
        asked = case(letter(answer("1", outcome, held=held), claim("23(5)")))
        assert found(asked, self.CODE) == severities

    @pytest.mark.parametrize(
        ("holds", "severities"),
        [
            (Held.YES, [PRACTICE]),
            (Held.NO, [PRACTICE]),
            (Held.PARTLY, NOTHING),
            (Held.NCND, NOTHING),
            (Held.NOT_STATED, NOTHING),
        ],
    )
    def test_the_letter_as_a_whole_may(self, holds: Held, severities: list[Severity]) -> None:
        asked = case(letter(answer("1", Outcome.NCND), claim("23(5)"), holds=holds))
        assert found(asked, self.CODE) == severities

    def test_only_where_it_is_claimed(self) -> None:
        asked = case(
            letter(DISCLOSED, answer("2", Outcome.NCND), claim("23(5)", "2"), claim("21", "1")),
            ask=2,
        )
        assert found(asked, self.CODE) == NOTHING

    def test_of_one_question_a_part_may_be_answered_and_another_not(self) -> None:
        parts = (
            answer("1", Outcome.DISCLOSED, part="what the council holds"),
            answer("1", Outcome.NCND, part="anything from a security body"),
        )
        assert in_all(case(letter(*parts, claim("23(5)")))) == {}

    def test_of_what_part_must_be_said(self) -> None:
        both = DISCLOSED, answer("1", Outcome.NCND)
        assert found(case(letter(*both, claim("23(5)"))), self.CODE) == [PRACTICE]

    def test_both_parts_may_be_answered(self) -> None:
        parts = (
            answer("1", Outcome.DISCLOSED, part="what the council holds"),
            answer("1", Outcome.NOT_HELD, part="anything from a security body"),
        )
        assert found(case(letter(*parts, claim("23(5)"))), self.CODE) == [PRACTICE]

    @pytest.mark.parametrize("held", [Held.YES, Held.NO, Held.PARTLY])
    def test_the_answer_itself_may_say_both(self, held: Held) -> None:
        asked = case(letter(answer("1", Outcome.NCND, held=held)))
        assert found(asked, self.CODE) == [PRACTICE]
        assert rests_on(only(asked, self.CODE)) == ["FOIA s.1(1)(a)"]

    def test_the_cost_of_finding_out_is_none_of_this(self) -> None:
        costly = claim("12(2)", duty_claimed=CONFIRM, scope=WholeRequest())
        assert found(case(letter(DISCLOSED, costly)), self.CODE) == NOTHING

    def test_what_it_rests_on(self) -> None:
        asked = case(
            letter(
                DISCLOSED,
                answer("2", Outcome.NOT_HELD),
                answer("3", Outcome.NCND),
                claim("24(2)", "1", "2"),
                claim("23(5)", "1"),
                claim("31(3)", "3"),
            ),
            ask=3,
        )
        finding = only(asked, self.CODE)
        assert rests_on(finding) == ["FOIA s.1(1)(a)", "FOIA s.23(5)", "FOIA s.24(2)"]
        assert finding.questions == ("1", "2")
        assert finding.evidence == ("1: disclosed", "2: not held")

    @pytest.mark.parametrize("cited", ["31(1)(j)", "24", "EIR reg.12(6)"])
    def test_a_word_for_the_duty_will_do(self, cited: str) -> None:
        asked = case(letter(DISCLOSED, claim(cited, duty_claimed=CONFIRM)))
        assert found(asked, self.CODE) == [PRACTICE]
        assert found(case(letter(DISCLOSED, claim(cited))), self.CODE) == NOTHING


class TestTheRightKindOfProvision:
    """s.17(1)(b): each duty falls away only under a provision that takes it away."""

    NCND = Code.NCND_UNDER_WITHHOLDING_PROVISION
    WITHHELD = Code.WITHHELD_UNDER_NCND_PROVISION

    @pytest.mark.parametrize(
        ("cited", "says"),
        [
            ("24(1)", "that is for s.24(2)."),
            ("31(1)(a)", "that is for s.31(3)."),
            ("31(1)", "that is for s.31(3)."),
            ("21(1)", "for what it exempts nothing does."),
            ("43(1)", "for what it exempts nothing does."),
        ],
    )
    def test_not_confirmed_under_one_that_withholds(self, cited: str, says: str) -> None:
        outright = case(letter(answer("1", Outcome.NCND), claim(cited, duty_claimed=CONFIRM)))
        implied = case(letter(answer("1", Outcome.NCND), claim(cited)))
        for asked in (outright, implied):
            finding = only(asked, self.NCND)
            assert finding.severity is BREACH
            assert rests_on(finding)[:2] == ["FOIA s.17(1)(b)", str(s(cited))]
            assert finding.message.endswith(says)

    def test_what_the_letter_says_is_enough(self) -> None:
        for said in ([], [answer("1", Outcome.UNKNOWN)], [answer()]):
            asked = case(letter(*said, claim("24(1)", duty_claimed=CONFIRM)))
            assert found(asked, self.NCND) == [BREACH]

    def test_withheld_under_one_that_does_not_confirm(self) -> None:
        outright = case(letter(answer(), claim("24(2)", duty_claimed=COMMUNICATE)))
        implied = case(letter(answer(), claim("24(2)")))
        redacted = case(letter(answer("1", Outcome.PARTLY_DISCLOSED), claim("24(2)")))
        for asked in (outright, implied, redacted):
            finding = only(asked, self.WITHHELD)
            assert finding.severity is BREACH
            assert finding.message.endswith("that is for s.24(1).")

    @pytest.mark.parametrize(
        "letter_",
        [
            letter(answer("1", Outcome.NCND), claim("24(2)")),
            letter(answer(), claim("24(1)")),
            letter(answer("1", Outcome.NCND), claim("24")),
            letter(answer("1", Outcome.NCND), claim("31(1)(j)")),
            letter(answer("1", Outcome.NCND), claim("14(1)")),
            letter(answer("1", Outcome.NCND), claim("24(1)"), claim("24(2)")),
            letter(answer("1", Outcome.NCND), claim("24(1)"), claim("24(2)", scope=UNATTACHED)),
            letter(answer("1", Outcome.NCND), claim("24(1)", scope=UNATTACHED)),
            letter(answer("1", Outcome.NCND), answer("1"), claim("24(1)")),
            letter(answer("1", Outcome.UNKNOWN), claim("24(1)")),
            letter(answer(), claim("24(2)", duty_claimed=CONFIRM)),
            letter(answer("1", Outcome.NCND), claim("24(1)", duty_claimed=COMMUNICATE)),
            letter(claim("24(1)")),
        ],
    )
    def test_no_other_is_meant(self, letter_: Response) -> None:
        asked = case(letter_)
        assert found(asked, self.NCND) == found(asked, self.WITHHELD) == NOTHING

    def test_without_a_regime_it_is_a_query(self) -> None:
        unknown = letter(answer("1", Outcome.NCND), claim("24(1)"), regime_claimed=None)
        assert found(case(unknown, regime=None), self.NCND) == [QUERY]


class TestTwoSecurityExemptions:
    """s.24(1) reaches only what s.23(1) does not."""

    CODE = Code.NATIONAL_SECURITY_OVERLAP

    def both(
        self, bodies: Mapping[str, object], security: Mapping[str, object], *parts: Part
    ) -> Case:
        said = parts or (answer("1"), answer("2"))
        claims = claim("23(1)", **bodies), claim("24(1)", **security)
        return case(letter(*said, *claims, weighed("24(1)")), ask=2)

    def test_for_one_question_as_fact(self) -> None:
        finding = only(self.both({}, {}), self.CODE)
        assert finding.severity is BREACH
        assert rests_on(finding) == ["FOIA s.24(1)", "FOIA s.23(1)"]
        assert finding.questions == ("1",)

    def test_for_the_whole_request(self) -> None:
        finding = only(self.both({"scope": WholeRequest()}, {"scope": WholeRequest()}), self.CODE)
        assert finding.questions == ("1", "2")

    @pytest.mark.parametrize("instead", ["23(1)", "23"])
    def test_in_the_alternative(self, instead: str) -> None:
        assert found(self.both({}, {"alternative_to": cites(instead)}), self.CODE) == NOTHING

    @pytest.mark.parametrize("instead", ["24(1)", "24"])
    def test_the_other_way_round(self, instead: str) -> None:
        assert found(self.both({"alternative_to": cites(instead)}, {}), self.CODE) == NOTHING

    def test_in_the_alternative_to_something_else(self) -> None:
        assert found(self.both({}, {"alternative_to": cites("31(1)(a)")}), self.CODE) == [BREACH]

    def test_for_different_questions(self) -> None:
        other = {"scope": QuestionScope(keys=("2",))}
        assert found(self.both({}, other), self.CODE) == NOTHING

    def test_for_no_question_in_particular_it_is_a_query(self) -> None:
        for bodies, security in (({"scope": UNATTACHED}, {}), ({}, {"scope": UNATTACHED})):
            finding = only(self.both(bodies, security), self.CODE)
            assert finding.severity is QUERY
            assert "is not said" in finding.message

    def test_for_parts_of_one_question_it_is_a_query(self) -> None:
        parts = (answer("1", part="the letters"), answer("1", part="the notes"))
        finding = only(self.both({}, {}, *parts), self.CODE)
        assert (finding.severity, finding.questions) == (QUERY, ("1",))
        whole = {"scope": WholeRequest()}
        finding = only(self.both(whole, whole, *parts, answer("2")), self.CODE)
        assert (finding.severity, finding.questions) == (BREACH, ("2",))

    def test_in_two_letters(self) -> None:
        asked = case(
            letter(answer(), claim("23(1)")), letter(answer(), claim("24(1)"), weighed("24(1)"))
        )
        assert found(asked, self.CODE) == NOTHING

    def test_not_to_confirm_both_may_be_cited(self) -> None:
        asked = case(
            letter(
                answer("1", Outcome.NCND),
                claim("23(5)"),
                claim("24(2)"),
                weighed("24(2)", on=CONFIRM),
            )
        )
        assert in_all(asked) == {}

    def test_without_a_regime_it_is_a_query(self) -> None:
        asked = self.both({}, {})
        unknown = attrs.evolve(
            asked,
            request=attrs.evolve(asked.request, regime=None),
            responses=(attrs.evolve(asked.responses[0], regime_claimed=None),),
        )
        assert found(unknown, self.CODE) == [QUERY]


class TestTheQualifiedPerson:
    """s.36(2): in the reasonable opinion of a qualified person, given before the refusal."""

    CODE = Code.QUALIFIED_PERSON_MISSING

    @pytest.mark.parametrize(
        ("who", "on", "says"),
        [
            (None, None, "no qualified person's opinion is recorded"),
            ("the chief executive", None, None),
            ("the chief executive", SENT, None),
            ("the chief executive", AFTER, "the opinion is of Friday 31 March 2023, after the"),
        ],
    )
    def test_whose_opinion_and_when(
        self, who: str | None, on: date | None, says: str | None
    ) -> None:
        made = claim("36(2)(b)(i)", qualified_person=who, opinion_given_on=on)
        asked = case(letter(answer(), made, weighed("36(2)(b)(i)")))
        assert found(asked, self.CODE) == ([QUERY] if says else NOTHING)
        if says:
            assert says in only(asked, self.CODE).message


class TestThatItIsHeld:
    """s.1(1)(a): who withholds says that there is something to withhold."""

    CODE = Code.HOLDING_NOT_CONFIRMED
    MUTE = answer("1", held=Held.NOT_STATED)

    @pytest.mark.parametrize(
        ("ground", "severities"),
        [("12(1)", [BREACH]), ("12", [QUERY]), ("12(2)", NOTHING), ("14(1)", NOTHING)],
    )
    def test_cost_excuses_only_where_finding_out_costs_too_much(
        self, ground: str, severities: list[Severity]
    ) -> None:
        """s.12(2)."""
        asked = case(letter(answer("1", Outcome.REFUSED_COST), claim(ground)))
        assert found(asked, Code.HOLDING_NOT_CONFIRMED) == severities
        said = case(letter(answer("1", Outcome.REFUSED_COST, held=Held.YES), claim(ground)))
        assert found(said, Code.HOLDING_NOT_CONFIRMED) == NOTHING

    def test_it_is_not_said(self) -> None:
        finding = only(case(letter(self.MUTE, claim("23(1)"))), self.CODE)
        assert finding.severity is BREACH
        assert rests_on(finding) == ["FOIA s.1(1)(a)"]
        assert finding.questions == ("1",)

    @pytest.mark.parametrize("held", [Held.YES, Held.PARTLY, Held.NCND, Held.NO])
    def test_it_is_said(self, held: Held) -> None:
        one = case(letter(answer("1", held=held), claim("23(1)")))
        whole = case(letter(self.MUTE, claim("23(1)"), holds=held))
        assert found(one, self.CODE) == found(whole, self.CODE) == NOTHING

    def test_another_notice_may_have_said_it(self) -> None:
        final = letter(self.MUTE, weighed("24(1)"), sent=date(2023, 4, 14))
        assert in_all(case(extends("24(1)", holds=Held.YES), final)) == {}
        said = attrs.evolve(extends("24(1)"), answers=(answer("1"),))
        assert in_all(case(said, final)) == {}
        of_another = attrs.evolve(extends("24(1)"), answers=(answer("2"),))
        assert found(case(of_another, final), self.CODE) == [BREACH]
        mute_too = attrs.evolve(extends("24(1)"), answers=(self.MUTE,))
        assert found(case(mute_too, final), self.CODE) == [BREACH]

    def test_of_another_part_it_says_nothing_of_this_one(self) -> None:
        parts = (answer("1", part="the letters"), attrs.evolve(self.MUTE, part="the notes"))
        assert found(case(letter(*parts, claim("23(1)"))), self.CODE) == [BREACH]

    @pytest.mark.parametrize("cited", ["23(5)", "14(1)", "12(2)"])
    def test_it_need_not_be_said(self, cited: str) -> None:
        assert found(case(letter(self.MUTE, claim("23(1)"), claim(cited))), self.CODE) == NOTHING

    def test_for_this_question(self) -> None:
        asked = case(letter(self.MUTE, claim("23(1)"), claim("23(5)", "2")), ask=2)
        assert found(asked, self.CODE) == [BREACH]

    def test_for_which_is_not_told(self) -> None:
        loose = claim("23(5)", scope=UNATTACHED)
        assert found(case(letter(self.MUTE, claim("23(1)"), loose)), self.CODE) == [QUERY]

    @pytest.mark.parametrize("outcome", [Outcome.PARTLY_DISCLOSED, Outcome.NCND, Outcome.NOT_HELD])
    def test_other_outcomes_say_it_or_need_not(self, outcome: Outcome) -> None:
        asked = case(letter(answer("1", outcome, held=Held.NOT_STATED), claim("23(1)")))
        assert found(asked, self.CODE) == NOTHING


class TestNotHeldAndExempt:
    """ss.1(1) and 17(1): what is not held is not exempt."""

    CODE = Code.NOT_HELD_YET_EXEMPT

    @pytest.mark.parametrize(
        "said", [answer("1", Outcome.NOT_HELD, held=Held.NOT_STATED), answer("1", held=Held.NO)]
    )
    def test_both_are_said(self, said: Part) -> None:
        finding = only(case(letter(said, claim("23(1)"))), self.CODE)
        assert finding.severity is QUERY
        assert rests_on(finding) == ["FOIA s.1(1)", "FOIA s.17(1)", "FOIA s.23(1)"]

    @pytest.mark.parametrize(
        "made",
        [
            claim("23(5)"),
            claim("31(1)(j)", duty_claimed=CONFIRM),
            claim("23(1)", "2"),
            claim("23(1)", scope=WholeRequest()),
            claim("23(1)", scope=UNATTACHED),
            claim("14(1)"),
        ],
    )
    def test_not_of_the_same(self, made: Part) -> None:
        asked = case(letter(answer("1", Outcome.NOT_HELD), made), ask=2)
        assert found(asked, self.CODE) == NOTHING

    def test_held_and_exempt(self) -> None:
        assert found(case(letter(answer(), claim("23(1)"))), self.CODE) == NOTHING


class TestWhatAClaimIsFor:
    """s.17(1): a claim is made for something that was refused."""

    CODE = Code.RELIANCE_UNATTACHED

    def test_for_no_question_in_particular(self) -> None:
        finding = only(case(letter(DISCLOSED, claim("23(1)", scope=UNATTACHED))), self.CODE)
        assert finding.severity is QUERY
        assert finding.questions == ()
        assert finding.message == "s.23(1) is claimed for no question in particular."

    def test_for_the_whole_request_some_of_it_answered(self) -> None:
        whole = claim("23(1)", scope=WholeRequest())
        asked = case(letter(DISCLOSED, answer("2"), whole), ask=2)
        finding = only(asked, self.CODE)
        assert finding.questions == ("1",)
        assert "for the whole request; not refused: question 1" in finding.message

    @pytest.mark.parametrize(
        "said",
        [
            [],
            [answer("1"), answer("2", Outcome.NCND)],
            [answer("1"), answer("2", Outcome.UNKNOWN)],
        ],
    )
    def test_for_the_whole_request_all_of_it_refused(self, said: list[Part]) -> None:
        asked = case(letter(*said, claim("23(1)", scope=WholeRequest())), ask=2)
        assert found(asked, self.CODE) == NOTHING

    def test_for_a_question_nobody_asked(self) -> None:
        finding = only(case(letter(DISCLOSED, claim("23(1)", "7", "1"))), self.CODE)
        assert finding.questions == ("7",)
        assert "for question 7, not asked" in finding.message

    def test_for_a_question_that_was_answered(self) -> None:
        finding = only(case(letter(DISCLOSED, claim("23(1)"))), self.CODE)
        assert finding.questions == ("1",)
        assert "where nothing is refused" in finding.message

    @pytest.mark.parametrize(
        ("outcome", "cited"),
        [
            (Outcome.WITHHELD, "23(1)"),
            (Outcome.PARTLY_DISCLOSED, "23(1)"),
            (Outcome.REFUSED_COST, "23(1)"),
            (Outcome.UNKNOWN, "23(1)"),
            (Outcome.ACCESSIBLE_ELSEWHERE, "21"),
            (Outcome.ACCESSIBLE_ELSEWHERE, "21(1)"),
            (Outcome.DISCLOSED, "23(5)"),
            (Outcome.DISCLOSED, "14(1)"),
        ],
    )
    def test_for_what_may_be_refused(self, outcome: Outcome, cited: str) -> None:
        asked = case(letter(answer("1", outcome), claim(cited)))
        assert found(asked, self.CODE) == NOTHING

    @pytest.mark.parametrize("cited", ["23(1)", "22(1)"])
    def test_what_is_accessible_elsewhere_is_exempt_under_s_21(self, cited: str) -> None:
        asked = case(letter(answer("1", Outcome.ACCESSIBLE_ELSEWHERE), claim(cited)))
        assert found(asked, self.CODE) == [QUERY]

    def test_for_a_part_of_a_question(self) -> None:
        parts = (answer("1", Outcome.DISCLOSED, part="the letters"), answer("1", part="the notes"))
        assert found(case(letter(*parts, claim("23(1)"))), self.CODE) == NOTHING
        whole = claim("23(1)", scope=WholeRequest())
        assert found(case(letter(*parts, whole)), self.CODE) == NOTHING

    def test_words_that_cite_nothing_are_named_as_they_stand(self) -> None:
        in_words = claim("21", cited_as="It is out there", citation=None)
        asked = case(letter(answer("1", Outcome.ACCESSIBLE_ELSEWHERE), in_words))
        assert only(asked, self.CODE).message.startswith("It is out there is claimed for")

    def test_a_notice_of_more_time_may_leave_it_open(self) -> None:
        notice = attrs.evolve(extends(), reliances=(claim("24(1)", scope=UNATTACHED),))
        assert found(case(notice, FINAL), self.CODE) == NOTHING


class TestWeighed:
    """s.17(3): for a qualified exemption, why one public interest outweighs the other."""

    CODE = Code.PIT_MISSING

    @pytest.mark.parametrize(
        ("cited", "rests"),
        [
            ("24(1)", ["FOIA s.17(3)(b)", "FOIA s.24(1)"]),
            ("24(2)", ["FOIA s.17(3)(a)", "FOIA s.24(2)"]),
            ("24", ["FOIA s.17(3)", "FOIA s.24"]),
            ("31(1)", ["FOIA s.17(3)(b)", "FOIA s.31(1)"]),
        ],
    )
    def test_nothing_is_weighed(self, cited: str, rests: list[str]) -> None:
        finding = only(case(letter(answer(), claim(cited))), self.CODE)
        assert finding.severity is BREACH
        assert rests_on(finding) == rests

    @pytest.mark.parametrize(
        "cited", ["23(1)", "21", "40(1)", "40(2)", "31(2)(a)", "31(1)(j)", "12(1)"]
    )
    def test_nothing_needs_to_be(self, cited: str) -> None:
        assert found(case(letter(answer(), claim(cited))), self.CODE) == NOTHING

    @pytest.mark.parametrize(
        ("cited", "says"),
        [
            ("36(2)(b)(i)", "depends: absolute only for information held by the House"),
            ("40(5B)(a)(i)", "whether it must be depends"),
            ("40", "depends: its limbs differ"),
            ("37(2)", "whether it must be depends"),
        ],
    )
    def test_whether_it_must_be_may_depend(self, cited: str, says: str) -> None:
        finding = only(case(letter(answer(), claim(cited))), self.CODE)
        assert finding.severity is QUERY
        assert says in finding.message

    def test_where_saying_it_would_disclose_it_is_a_query(self) -> None:
        finding = only(
            case(letter(answer(), claim("24(1)", explanation_withheld=True))), self.CODE
        )
        assert finding.severity is QUERY
        assert "s.17(4) is invoked" in finding.message

    @pytest.mark.parametrize("provisions", [["24(1)"], ["24"], ["31(1)(a)", "24(1)"]])
    def test_a_test_of_it_or_of_its_section_will_do(self, provisions: list[str]) -> None:
        asked = case(letter(answer(), claim("24(1)"), weighed(*provisions)))
        assert found(asked, self.CODE) == NOTHING

    def test_a_test_of_another_limb_will_not(self) -> None:
        asked = case(letter(answer(), claim("24(1)"), weighed("24(2)", on=CONFIRM)))
        assert found(asked, self.CODE) == [BREACH]

    def test_a_notice_of_its_own_will_do(self) -> None:
        separate = letter(weighed("24(1)"), sent=date(2023, 4, 14))
        assert in_all(case(letter(answer(), claim("24(1)")), separate)) == {}

    def test_a_test_under_another_regime_will_not(self) -> None:
        other = letter(weighed("24(1)"), regime_claimed=EIR)
        assert found(case(letter(answer(), claim("24(1)")), other), self.CODE) == [BREACH]

    def test_without_a_regime_it_is_a_query(self) -> None:
        unknown = letter(answer(), claim("24(1)"), regime_claimed=None)
        assert found(case(unknown, regime=None), self.CODE) == [QUERY]


class TestConclusion:
    """s.17(3): a test says where the balance lies."""

    CODE = Code.PIT_NO_CONCLUSION

    def open(self, *cited: str, **fields: object) -> Case:
        test = weighed(*cited, balance=Balance.NOT_STATED)
        return case(letter(answer(), *(claim(text, **fields) for text in cited), test))

    def test_it_does_not(self) -> None:
        finding = only(self.open("24(1)", "31(1)(a)"), self.CODE)
        assert finding.severity is BREACH
        assert rests_on(finding) == ["FOIA s.17(3)", "FOIA s.24(1)", "FOIA s.31(1)(a)"]

    @pytest.mark.parametrize("balance", [Balance.MAINTAIN, Balance.DISCLOSE])
    def test_it_does_either_way(self, balance: Balance) -> None:
        asked = case(letter(answer(), claim("24(1)"), weighed("24(1)", balance=balance)))
        assert found(asked, self.CODE) == NOTHING

    def test_another_notice_may(self) -> None:
        first = self.open("24(1)").responses[0]
        assert found(case(first, letter(weighed("24(1)"))), self.CODE) == NOTHING
        assert found(case(first, letter(weighed("31(1)(a)"))), self.CODE) == [BREACH]

    def test_for_what_is_absolute_none_is_needed(self) -> None:
        assert in_all(self.open("23(1)")) == {Code.PIT_NOT_NEEDED: PRACTICE}

    @pytest.mark.parametrize("cited", ["36(2)(c)", "40(5B)(a)(i)"])
    def test_for_what_may_be_absolute_it_is_a_query(self, cited: str) -> None:
        assert found(self.open(cited), self.CODE) == [QUERY]

    def test_where_saying_it_would_disclose_it_is_a_query(self) -> None:
        finding = only(self.open("24(1)", explanation_withheld=True), self.CODE)
        assert finding.severity is QUERY
        assert finding.message.endswith("and s.17(4) is invoked.")
        for_one = claim("24(1)", explanation_withheld=True), claim("42(1)")
        test = weighed("24(1)", "42(1)", balance=Balance.NOT_STATED)
        assert found(case(letter(answer(), *for_one, test)), self.CODE) == [QUERY]

    def test_for_what_is_not_relied_on_it_is_a_query(self) -> None:
        test = weighed("24(1)", balance=Balance.NOT_STATED)
        for claims in ([], [claim("23(1)")], [claim("23(1)", citation=None)]):
            finding = only(case(letter(DISCLOSED, *claims, test)), self.CODE)
            assert finding.severity is QUERY
            assert finding.message.endswith("comes to no conclusion.")

    def test_for_what_does_not_exist_it_is_a_query(self) -> None:
        assert found(self.open("31(1)(j)"), self.CODE) == [QUERY]

    def test_a_notice_of_more_time_has_none_yet(self) -> None:
        notice = attrs.evolve(
            extends("24(1)"), tests=(weighed("24(1)", balance=Balance.NOT_STATED),)
        )
        assert found(case(notice), self.CODE) == NOTHING


class TestTheRightBalance:
    """ss.2(1)(b) and 2(2)(b): whether to say that it is held, or whether to disclose it."""

    CODE = Code.PIT_WRONG_DUTY

    def refused(self, cited: str, **fields: object) -> Case:
        return case(letter(answer(), claim(cited), weighed(cited, on=None, **fields)))

    @pytest.mark.parametrize(
        ("cited", "fields", "says"),
        [
            ("24(2)", {"argued_on": COMMUNICATE}, "the arguments weigh the duty to communicate"),
            (
                "24(2)",
                {"balanced_on": COMMUNICATE},
                "the balance is struck on the duty to communicate",
            ),
            ("24(2)", {"names": s("24(1)")}, "the conclusion names s.24(1)"),
            ("24(2)", {"names": s("31(1)(a)")}, "the conclusion names s.31(1)(a)"),
            ("24(1)", {"argued_on": CONFIRM}, "the arguments weigh the duty to confirm or deny"),
            ("24(1)", {"names": s("24(2)")}, "the conclusion names s.24(2)"),
        ],
    )
    def test_the_other_is_weighed(self, cited: str, fields: dict[str, object], says: str) -> None:
        finding = only(self.refused(cited, **fields), self.CODE)
        assert finding.severity is BREACH
        assert says in finding.message

    @pytest.mark.parametrize(
        ("cited", "paragraphs"),
        [
            ("24(2)", ["FOIA s.17(3)(a)", "FOIA s.2(1)(b)", "FOIA s.24(2)"]),
            ("24(1)", ["FOIA s.17(3)(b)", "FOIA s.2(2)(b)", "FOIA s.24(1)"]),
        ],
    )
    def test_each_rests_on_its_own_paragraphs(self, cited: str, paragraphs: list[str]) -> None:
        other = CONFIRM if cited == "24(1)" else COMMUNICATE
        finding = only(self.refused(cited, argued_on=other, reasons="On balance."), self.CODE)
        assert rests_on(finding) == paragraphs
        assert finding.evidence == ("On balance.",)

    @pytest.mark.parametrize(
        ("cited", "fields"),
        [
            ("24(2)", {}),
            ("24(2)", {"argued_on": CONFIRM, "balanced_on": CONFIRM}),
            ("24(2)", {"names": s("24(2)")}),
            ("24(2)", {"names": s("24")}),
            ("24(2)", {"names": s("31(1)(j)")}),
            ("24(2)", {"balanced_on": CONFIRM, "names": s("24(1)")}),
            ("24", {"argued_on": CONFIRM}),
            ("31(1)(j)", {"argued_on": CONFIRM}),
        ],
    )
    def test_it_is_not(self, cited: str, fields: dict[str, object]) -> None:
        assert found(self.refused(cited, **fields), self.CODE) == NOTHING

    def test_of_two_weighed_at_once_one_may_be_wrong(self) -> None:
        both = letter(answer(), claim("24(1)"), claim("24(2)"), weighed("24(1)", "24(2)"))
        finding = only(case(both), self.CODE)
        assert finding.message.startswith("s.24(2) takes away the duty to confirm or deny")

    def test_what_is_absolute_has_no_balance_to_strike(self) -> None:
        assert found(self.refused("23(5)", argued_on=COMMUNICATE), self.CODE) == NOTHING

    @pytest.mark.parametrize("cited", ["40(5B)(a)(i)", "36(3)"])
    def test_what_may_be_absolute_is_a_query(self, cited: str) -> None:
        assert found(self.refused(cited, argued_on=COMMUNICATE), self.CODE) == [QUERY]

    def test_what_is_not_relied_on_is_a_query(self) -> None:
        for claims in ([], [claim("23(1)")]):
            asked = case(letter(DISCLOSED, *claims, weighed("24(2)")))
            assert found(asked, self.CODE) == [QUERY]

    def test_without_a_regime_it_is_a_query(self) -> None:
        unknown = letter(answer(), claim("24(2)"), weighed("24(2)"), regime_claimed=None)
        assert found(case(unknown, regime=None), self.CODE) == [QUERY]


class TestTwoSides:
    """s.2: one public interest is weighed against the other."""

    CODE = Code.PIT_ONE_SIDED
    FACTORS = weighed("24(1)").factors

    @pytest.mark.parametrize(
        ("kept", "says"),
        [
            (FACTORS[1:], "has no argument for disclosure."),
            (FACTORS[:1], "has no argument for maintaining the exemption."),
            ((), "has no argument for disclosure and none for maintaining the exemption."),
        ],
    )
    def test_one_is_empty(self, kept: object, says: str) -> None:
        test = weighed("24(1)", factors=kept, reasons="So.")
        finding = only(case(letter(answer(), claim("24(1)"), test)), self.CODE)
        assert finding.severity is PRACTICE
        assert finding.message.endswith(says)

    def test_where_saying_it_would_disclose_it_is_a_query(self) -> None:
        mute = claim("24(1)", explanation_withheld=True)
        test = weighed("24(1)", factors=self.FACTORS[:1])
        assert found(case(letter(answer(), mute, test)), self.CODE) == [QUERY]
        assert found(case(letter(answer(), mute, claim("24(1)"), test)), self.CODE) == [QUERY]
        assert found(case(letter(DISCLOSED, test)), self.CODE) == [PRACTICE]

    def test_what_is_absolute_has_none(self) -> None:
        asked = case(letter(answer(), claim("23(1)"), weighed("23(1)", factors=())))
        assert found(asked, self.CODE) == NOTHING

    def test_a_notice_of_more_time_has_none_yet(self) -> None:
        notice = attrs.evolve(extends("24(1)"), tests=(weighed("24(1)", factors=()),))
        assert found(case(notice), self.CODE) == NOTHING


class TestNotToBeWeighed:
    """s.2(3): an absolute exemption asks for no test."""

    CODE = Code.PIT_NOT_NEEDED

    @pytest.mark.parametrize(
        "provisions", [["23(1)"], ["21"], ["23(1)", "44(1)(a)"], ["41(1)", "23(1)"]]
    )
    def test_it_is_weighed(self, provisions: list[str]) -> None:
        finding = only(case(letter(DISCLOSED, weighed(*provisions))), self.CODE)
        assert finding.severity is PRACTICE
        assert rests_on(finding)[0] == "FOIA s.2(3)"

    @pytest.mark.parametrize(
        "provisions",
        [
            ["24(1)"],
            ["23(1)", "24(1)"],
            ["40(2)"],
            ["36(2)(c)"],
            ["40(5B)(a)(i)"],
            ["31(1)(j)"],
            ["31(2)(a)"],
            ["EIR reg.12(5)(a)"],
        ],
    )
    def test_not_all_of_it_is_absolute(self, provisions: list[str]) -> None:
        assert found(case(letter(DISCLOSED, weighed(*provisions))), self.CODE) == NOTHING

    @pytest.mark.parametrize("cited", ["41(1)", "41(2)", "41(1)(b)"])
    def test_confidence_has_a_defence_of_public_interest(self, cited: str) -> None:
        assert found(case(letter(DISCLOSED, weighed(cited))), self.CODE) == NOTHING


NO_ROUTE = ReviewRoute(offered=Offer.NOT_MENTIONED)
NO_RIGHT = Commissioner(right=Told.NOT_MENTIONED)


class TestWhereToComplain:
    """s.17(7): a notice tells of the complaints procedure, and of the right under s.50."""

    ROUTE = Code.COMPLAINTS_PROCEDURE_MISSING
    RIGHT = Code.COMMISSIONER_RIGHT_MISSING

    def notice(self, *parts: Part, **fields: object) -> dict[Code, Severity]:
        given: dict[str, object] = {"review_route": NO_ROUTE, "commissioner": NO_RIGHT} | fields
        said = letter(*(parts or (answer(), claim("23(1)"))), **given)
        result = in_all(case(said, regime=given.get("regime_claimed", FOIA)))
        return {
            code: severity for code, severity in result.items() if code in (self.ROUTE, self.RIGHT)
        }

    def test_neither_is_told(self) -> None:
        assert self.notice() == {self.ROUTE: BREACH, self.RIGHT: BREACH}

    def test_what_each_rests_on(self) -> None:
        said = letter(answer(), claim("23(1)"), review_route=NO_ROUTE, commissioner=NO_RIGHT)
        assert rests_on(only(case(said), self.ROUTE)) == ["FOIA s.17(7)(a)"]
        assert rests_on(only(case(said), self.RIGHT)) == ["FOIA s.17(7)(b)", "FOIA s.50"]
        for code in (self.ROUTE, self.RIGHT):
            assert only(case(said), code).message.startswith("The refusal")
            unknown = attrs.evolve(said, review_route=None, commissioner=None)
            assert only(case(unknown), code).message.endswith("is not recorded.")

    def test_that_there_is_no_procedure_is_enough(self) -> None:
        none = ReviewRoute(offered=Offer.NONE_EXISTS)
        assert self.notice(review_route=none) == {self.RIGHT: BREACH}

    def test_the_record_may_not_show_it(self) -> None:
        unknown = self.notice(review_route=None, commissioner=None)
        assert unknown == {self.ROUTE: QUERY, self.RIGHT: QUERY}

    def test_without_a_regime_it_is_a_query(self) -> None:
        assert self.notice(regime_claimed=None) == {self.ROUTE: QUERY, self.RIGHT: QUERY}

    @pytest.mark.parametrize("regime", [EIR, FOISA])
    def test_other_regimes_have_rules_of_their_own(self, regime: Regime) -> None:
        assert self.notice(regime_claimed=regime) == {self.ROUTE: BREACH, self.RIGHT: BREACH}

    def test_the_outcome_of_a_review_should_tell_of_the_right(self) -> None:
        """Good practice; a duty under FOISA s.21(10)."""
        for regime, severity in ((FOIA, PRACTICE), (EIR, PRACTICE), (FOISA, BREACH)):
            mute = Commissioner(right=Told.NOT_MENTIONED)
            outcome = Response(
                kind=ResponseKind.REVIEW_OUTCOME,
                sent=SENT,
                regime_claimed=regime,
                commissioner=mute,
            )
            asked = case(outcome, regime=regime)
            assert found(asked, self.RIGHT) == [severity]
            unknown = case(attrs.evolve(outcome, commissioner=None), regime=regime)
            assert found(unknown, self.RIGHT) == [QUERY]
        assert rests_on(only(asked, self.RIGHT)) == ["FOISA s.21(10)", "FOISA s.47(1)"]

    @pytest.mark.parametrize(
        "parts",
        [
            [answer()],
            [answer("1", Outcome.NCND)],
            [answer("1", Outcome.PARTLY_DISCLOSED)],
            [answer("1", Outcome.REFUSED_COST)],
            [answer("1", Outcome.REFUSED_VEXATIOUS)],
            [answer("1", Outcome.REFUSED_REPEATED)],
            [DISCLOSED, answer("2")],
            [claim("12(1)")],
            [claim("14(2)")],
            [answer("1", Outcome.ACCESSIBLE_ELSEWHERE), claim("21")],
        ],
    )
    def test_what_is_a_refusal(self, parts: list[Part]) -> None:
        assert self.notice(*parts) == {self.ROUTE: BREACH, self.RIGHT: BREACH}

    @pytest.mark.parametrize(
        "parts",
        [
            [DISCLOSED],
            [answer("1", Outcome.NOT_HELD)],
            [answer("1", Outcome.ACCESSIBLE_ELSEWHERE)],
            [answer("1", Outcome.PARTLY_DISCLOSED, held=Held.PARTLY)],
            [answer("1", Outcome.NOT_APPLICABLE), claim("1(3)")],
            [answer("1", Outcome.NOT_APPLICABLE), claim("9(2)")],
            [answer("1", Outcome.NOT_APPLICABLE), claim("8(1)")],
        ],
    )
    def test_what_is_not(self, parts: list[Part]) -> None:
        assert self.notice(*parts) == {}

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            (ResponseKind.RESPONSE, {ROUTE, RIGHT}),
            (ResponseKind.PARTIAL_RESPONSE, {ROUTE, RIGHT}),
            (ResponseKind.EXTENSION_NOTICE, {ROUTE, RIGHT}),
            (ResponseKind.REVIEW_OUTCOME, {RIGHT}),
            (ResponseKind.OTHER, set()),
        ],
    )
    def test_which_letters_are_notices(self, kind: ResponseKind, expected: set[Code]) -> None:
        assert set(self.notice(kind=kind)) == expected


def window(
    length: int | None,
    unit: WindowUnit,
    *,
    offered: Offer = Offer.OFFERED,
    wording: str | None = None,
    regime: Regime | None = FOIA,
    sent: date | None = SENT,
) -> Case:
    """Return a case whose letter sets a window to ask for a review."""
    route = ReviewRoute(
        offered=offered, length=length, unit=unit, counted_from=CountedFrom.LETTER, wording=wording
    )
    said = letter(DISCLOSED, review_route=route, regime_claimed=None, sent=sent)
    return case(said, regime=regime)


class TestTheWindow:
    """The s.45 Code, para 5.3: forty working days to ask for a review."""

    SHORT = Code.REVIEW_WINDOW_SHORT
    AMBIGUOUS = Code.REVIEW_WINDOW_AMBIGUOUS

    @pytest.mark.parametrize(
        ("unit", "short", "long"),
        [
            (WindowUnit.WORKING_DAYS, 39, 40),
            (WindowUnit.CALENDAR_DAYS, 59, 60),
            (WindowUnit.WEEKS, 8, 9),
            (WindowUnit.MONTHS, 1, 2),
            (WindowUnit.DAYS, 39, 40),
        ],
    )
    def test_dated(self, unit: WindowUnit, short: int, long: int) -> None:
        # Forty working days after 20 March 2023 end on 19 May, the sixtieth day.
        assert (working_days(FOIA).add(SENT, 40) - SENT).days == 60
        assert found(window(short, unit), self.SHORT) == [PRACTICE]
        assert found(window(long, unit), self.SHORT) == NOTHING

    @pytest.mark.parametrize(
        ("unit", "lengths"),
        [
            (WindowUnit.WORKING_DAYS, (39, None, 40)),
            (WindowUnit.CALENDAR_DAYS, (53, 54, 75)),
            (WindowUnit.WEEKS, (7, 8, 10)),
            (WindowUnit.MONTHS, (1, 2, 3)),
            (WindowUnit.DAYS, (39, None, 40)),
        ],
    )
    @pytest.mark.parametrize(
        ("regime", "sent"), [(FOIA, None), (None, SENT), (EIR, date(1990, 1, 1))]
    )
    def test_undated(
        self,
        unit: WindowUnit,
        lengths: tuple[int, int | None, int],
        regime: Regime | None,
        sent: date | None,
    ) -> None:
        short, undecided, long = lengths
        assert found(window(short, unit, regime=regime, sent=sent), self.SHORT) == [PRACTICE]
        assert found(window(long, unit, regime=regime, sent=sent), self.SHORT) == NOTHING
        if undecided is not None:
            finding = only(window(undecided, unit, regime=regime, sent=sent), self.SHORT)
            assert finding.severity is QUERY
            assert "depends on what is not known" in finding.message

    def test_past_counting_it_is_not_short(self) -> None:
        assert (
            found(window(1000, WindowUnit.WORKING_DAYS, sent=date(2030, 1, 1)), self.SHORT)
            == NOTHING
        )

    @pytest.mark.parametrize("regime", [FOIA, EIR, FOISA])
    def test_under_every_regime(self, regime: Regime) -> None:
        finding = only(window(20, WindowUnit.WORKING_DAYS, regime=regime), self.SHORT)
        rests = {FOIA: "s.45 Code", EIR: "EIR reg.11(2)", FOISA: "FOISA s.20(5)"}[regime]
        assert rests_on(finding)[0].startswith(rests)
        assert finding.evidence == ()
        worded = window(20, WindowUnit.WORKING_DAYS, regime=regime, wording="20 days")
        assert only(worded, self.SHORT).evidence == ("20 days",)
        unclear = only(window(20, WindowUnit.DAYS, regime=regime), self.AMBIGUOUS)
        assert rests_on(unclear) == rests_on(finding)

    @pytest.mark.parametrize(
        ("unit", "severities"),
        [
            (WindowUnit.WORKING_DAYS, NOTHING),
            (WindowUnit.CALENDAR_DAYS, NOTHING),
            (WindowUnit.WEEKS, NOTHING),
            (WindowUnit.MONTHS, NOTHING),
            (WindowUnit.DAYS, [PRACTICE]),
            (WindowUnit.NOT_STATED, [PRACTICE]),
        ],
    )
    def test_which_can_be_read_in_more_than_one_way(
        self, unit: WindowUnit, severities: list[Severity]
    ) -> None:
        assert found(window(60, unit, wording="sixty"), self.AMBIGUOUS) == severities

    def test_both_readings_are_shown(self) -> None:
        finding = only(window(40, WindowUnit.DAYS, wording="40 days"), self.AMBIGUOUS)
        assert "Saturday 29 April 2023 in calendar days" in finding.message
        assert "Friday 19 May 2023 in working days" in finding.message
        assert finding.evidence == ("40 days",)

    @pytest.mark.parametrize(
        "unknown",
        [
            window(40, WindowUnit.DAYS, sent=None),
            window(40, WindowUnit.DAYS, regime=None),
            window(40, WindowUnit.NOT_STATED),
        ],
    )
    def test_the_closing_day_may_be_unknown(self, unknown: Case) -> None:
        finding = only(unknown, self.AMBIGUOUS)
        assert finding.message.endswith("it closes on a day that cannot be told.")
        unit = unknown.responses[0].review_route.unit  # type: ignore[union-attr]
        assert ("40 days, and" in finding.message) is (unit is WindowUnit.DAYS)
        assert finding.evidence == ()
        assert found(unknown, self.SHORT) == NOTHING

    @pytest.mark.parametrize(
        "none",
        [
            window(None, WindowUnit.DAYS),
            window(10, WindowUnit.DAYS, offered=Offer.NONE_EXISTS),
            window(10, WindowUnit.DAYS, offered=Offer.NOT_MENTIONED),
            case(letter(DISCLOSED, review_route=None)),
        ],
    )
    def test_no_window_is_set(self, none: Case) -> None:
        assert in_all(none) == {}


class TestTheReview:
    """The s.45 Code, paras 5.4 and 5.5, EIR reg.11(4) and FOISA s.21(1): answered in time."""

    CODE = Code.REVIEW_LATE
    ASKED = date(2023, 4, 3)

    def reviewed(
        self, *after: int | None, regime: Regime | None = FOIA, asked: tuple[date, ...] = (ASKED,)
    ) -> Case:
        calendar = working_days(regime or FOIA)
        outcomes = [
            Response(
                kind=ResponseKind.REVIEW_OUTCOME,
                sent=None if days is None else calendar.add(self.ASKED, days),
            )
            for days in after
        ]
        return case(
            letter(DISCLOSED, regime_claimed=None),
            *outcomes,
            *(events.ReviewRequested(on=on) for on in asked),
            regime=regime,
        )

    @pytest.mark.parametrize(
        ("regime", "days", "severities"),
        [
            (FOIA, 20, NOTHING),
            (FOIA, 21, [PRACTICE]),
            (FOIA, 41, [PRACTICE]),
            (EIR, 21, NOTHING),
            (EIR, 40, NOTHING),
            (EIR, 41, [BREACH]),
            (FOISA, 20, NOTHING),
            (FOISA, 21, [BREACH]),
            (None, 20, NOTHING),
            (None, 21, [QUERY]),
        ],
    )
    def test_how_many_days(
        self, regime: Regime | None, days: int, severities: list[Severity]
    ) -> None:
        assert found(self.reviewed(days, regime=regime), self.CODE) == severities

    @pytest.mark.parametrize(
        ("days", "says"),
        [
            (21, ", within the 40 working days of an exceptional case."),
            (40, ", within the 40 working days of an exceptional case."),
            (41, ", past the 40 working days of an exceptional case."),
        ],
    )
    def test_forty_in_an_exceptional_case(self, days: int, says: str) -> None:
        assert only(self.reviewed(days), self.CODE).message.endswith(says)

    def test_elsewhere_there_is_no_exceptional_case(self) -> None:
        assert "exceptional" not in only(self.reviewed(21, regime=FOISA), self.CODE).message

    def test_not_answered_yet(self) -> None:
        asked = self.reviewed()
        due = working_days(FOIA).add(self.ASKED, 20)
        assert found(asked, self.CODE) == [QUERY]
        assert found(asked, self.CODE, on=due) == NOTHING
        finding = only(asked, self.CODE, on=due + timedelta(days=3))
        assert finding.severity is PRACTICE
        assert "and was not by" in finding.message

    def test_answered_on_a_day_not_known(self) -> None:
        assert found(self.reviewed(None), self.CODE, on=date(2023, 12, 1)) == [QUERY]
        assert found(self.reviewed(None, 21), self.CODE) == [QUERY]
        assert found(self.reviewed(None, 20), self.CODE) == NOTHING

    def test_the_first_answer_to_the_last_request_counts(self) -> None:
        assert found(self.reviewed(30, 10), self.CODE) == NOTHING
        again = (self.ASKED, date(2023, 4, 17))
        assert found(self.reviewed(25, asked=again), self.CODE) == NOTHING
        late = (self.ASKED, date(2023, 6, 1))
        assert found(self.reviewed(10, asked=late), self.CODE) == [QUERY]

    def test_past_counting_it_cannot_be_told(self) -> None:
        far = date(2300, 1, 2)
        assert found(self.reviewed(asked=(far,)), self.CODE, on=date(2300, 12, 1)) == [QUERY]

    def test_near_the_end_of_the_calendar_the_fortieth_day_is_left_out(self) -> None:
        calendar = working_days(FOIA)
        asked = calendar.projected_until - timedelta(days=40)
        finding = only(self.reviewed(asked=(asked,)), self.CODE, on=calendar.projected_until)
        assert finding.severity is PRACTICE
        assert "exceptional" not in finding.message

    def test_none_was_asked_for(self) -> None:
        assert found(self.reviewed(30, asked=()), self.CODE) == NOTHING


class TestWhatAFindingSays:
    """Questions are named as people name them, in the request's order."""

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ("2345", "question 1"),
            ("345", "questions 1 and 2"),
            ("45", "questions 1 to 3"),
            ("3", "questions 1, 2, 4 and 5"),
            ("", "questions 1 to 5"),
        ],
    )
    def test_runs_of_questions(self, said: str, words: str) -> None:
        given = [answer(key, Outcome.DISCLOSED) for key in said]
        message = only(case(letter(*given), ask=5), Code.QUESTION_UNANSWERED).message
        assert message == f"Nothing is said on {words}."

    def test_keys_that_are_no_numbers(self) -> None:
        keys = ("b", "a", "7", "9" * 5000, "1" + "0" * 5000, "\u00b2")
        asked = case(letter(), ask=tuple(Question(key=key, text="") for key in keys))
        finding = only(asked, Code.QUESTION_UNANSWERED)
        assert finding.questions == keys
        assert finding.message.startswith("Nothing is said on questions b, a, 7, 999")

    def test_a_question_nobody_asked_comes_last(self) -> None:
        asked = case(letter(answer("9"), answer("2"), answer("1")), ask=2)
        assert only(asked, Code.EXEMPTION_NOT_SPECIFIED).questions == ("1", "2", "9")

    def test_the_day_asked_about_is_a_day(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            audit(case(), on="2023-03-01")  # type: ignore[arg-type]
        assert caught.value.field == "audit.on"

    def test_citations_and_sources_are_what_it_rests_on(self) -> None:
        finding = only(case(letter(answer(), claim("38(1)"))), Code.LIMB_NOT_SPECIFIED)
        kinds = [type(cited) is Citation for cited in finding.cites]
        assert kinds == [False, True, True]
