"""Drafts of letters, word for word: whole refusals, whole requests for a review, and errors."""

from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from foiprevent import (
    InvalidRecordError,
    Markup,
    Regime,
    UnlawfulDraftError,
    audit,
    draft_refusal,
    draft_review_request,
)
from foiprevent.cases import (
    Answer,
    Commissioner,
    CountedFrom,
    Held,
    Link,
    Offer,
    Outcome,
    Question,
    ResponseKind,
    ReviewRoute,
    Told,
    WindowUnit,
)
from foiprevent.exemptions import Balance, Duty, Likelihood, Position
from foiprevent.findings import Code
from foiprevent.letters._markup import Heading, Paragraph, Points, Quotation, written
from foiprevent.letters._words import joined, spelled_out
from foiprevent.strategies._making import answer, case, cites, claim, letter, weighed

if TYPE_CHECKING:
    from collections.abc import Callable

    from foiprevent.cases import Case
    from foiprevent.letters._markup import Block
    from foiprevent.strategies._making import Part

NCND = Duty.CONFIRM_OR_DENY
WHY = "It was given in confidence."
LATE = date(2023, 4, 13)


def text(shown: str) -> str:
    """Return a text as it stands in a test, without the margin."""
    return dedent(shown).lstrip("\n")


def body(drafted: str) -> str:
    """Return a refusal from its first question to what the requester can do."""
    start = drafted.index("Question 1\n")
    return drafted[start : drafted.index("If you are not content")].rstrip("\n") + "\n"


def answers(drafted: str) -> list[str]:
    """Return the paragraphs of a refusal that answer its first question."""
    return body(drafted).split("\n\n")[2:]


def refusal(ask: Callable[[], object]) -> tuple[str, object, str]:
    """Return what is refused: the field, the value, and the reason."""
    with pytest.raises(InvalidRecordError) as caught:
        ask()
    return caught.value.field, caught.value.value, caught.value.reason


def in_confidence(*parts: Part, **fields: object) -> Case:
    return case(letter(answer(), claim("41(1)", reasons=WHY), *parts, **fields))


class TestAWholeRefusal:
    def test_under_an_absolute_exemption(self) -> None:
        assert draft_refusal(in_confidence()) == text("""
            Anytown Council: answer to a request for information
            ----------------------------------------------------

            20 March 2023

            Your request, received on 1 March 2023, was considered under the Freedom of
            Information Act 2000.

            Question 1
            ----------

                What of 1?

            We hold the information, and refuse to give it under section 41(1).

            Why we rely on section 41(1) (Information provided in confidence)
            -----------------------------------------------------------------

            It was given in confidence.

            If you are not content with this answer
            ---------------------------------------

            You can ask us to review it, within 40 working days of the date of this
            letter.

            You have the right to apply to the Information Commissioner for a decision
            (section 50).
        """)

    def opinion(self) -> Case:
        said = letter(
            answer(part="the minutes"),
            claim(
                "36(2)(b)(i)",
                duty_claimed=Duty.COMMUNICATE,
                qualified_person="the chief executive",
                opinion_given_on=date(2023, 3, 17),
                reasons="Members would speak less freely.",
            ),
            weighed("36(2)(b)(i)", reasons="The debate is not over."),
            reference="AB/1",
            advice="The decision itself will be published in May.",
            commissioner=Commissioner(right=Told.STATED, contact="casework@ico.example"),
            review_route=ReviewRoute(
                offered=Offer.OFFERED,
                length=2,
                unit=WindowUnit.MONTHS,
                counted_from=CountedFrom.RECEIPT,
                contact="foi@anytown.example",
            ),
        )
        return case(said, reference="Q/9")

    def test_under_a_qualified_exemption(self) -> None:
        assert draft_refusal(self.opinion()) == text("""
            Anytown Council: answer to a request for information
            ----------------------------------------------------

            Our reference: AB/1

            20 March 2023

            Your request, received on 1 March 2023, was considered under the Freedom of
            Information Act 2000.

            Question 1
            ----------

                What of 1?

            On the minutes: We hold the information, and refuse to give it under section
            36(2)(b)(i).

            Why we rely on section 36(2)(b)(i) (Prejudice to effective conduct of public affairs)
            ----------------------------------------------------------------------------

            It lifts the duty to communicate. Answering would be likely to do the harm
            it guards against. That is the opinion of a qualified person: the chief
            executive, given on 17 March 2023.

            Members would speak less freely.

            The public interest under section 36(2)(b)(i)
            ---------------------------------------------

            We weighed the public interest in maintaining the exemption against that in
            disclosing the information.

            For disclosing the information:

              * It would show how the duty is met.

            For maintaining the exemption:

              * It would show where it is not.

            In all the circumstances of the case the public interest in maintaining the
            exemption outweighs that in disclosing the information.

            The debate is not over.

            How we can help
            ---------------

            The decision itself will be published in May.

            If you are not content with this answer
            ---------------------------------------

            You can ask us to review it, within 2 months of receiving this letter:
            foi@anytown.example

            You have the right to apply to the Information Commissioner for a decision
            (section 50): casework@ico.example
        """)

    def test_in_markdown(self) -> None:
        assert draft_refusal(self.opinion(), markup=Markup.MARKDOWN) == text(r"""
            ## Anytown Council\: answer to a request for information

            Our reference\: AB\/1

            20 March 2023

            Your request, received on 1 March 2023, was considered under {the_act}\.

            ## Question 1

            > What of 1?

            On the minutes\: We hold the information, and refuse to give it under {provision}\.

            ## Why we rely on {provision} \(Prejudice to effective conduct of public affairs\)

            It lifts the duty to communicate\. {harm}\. {opinion}\.

            Members would speak less freely\.

            ## The public interest under {provision}

            We weighed the public interest in {keep} against that in {give}\.

            For {give}\:

            - It would show how the duty is met\.

            For {keep}\:

            - It would show where it is not\.

            {in_all} the public interest in {keep} {over} that in {give}\.

            The debate is not over\.

            ## How we can help

            The decision itself will be published in May\.

            ## If you are not content with this answer

            You can ask us to review it, within 2 months of receiving this letter\: {we}

            You have the right to apply to the Information Commissioner for a decision {by}\: {ico}
        """).format(
            the_act="the Freedom of Information Act 2000",
            provision=r"section 36\(2\)\(b\)\(i\)",
            harm="Answering would be likely to do the harm it guards against",
            opinion=r"That is the opinion of a qualified person\: "
            "the chief executive, given on 17 March 2023",
            keep="maintaining the exemption",
            give="disclosing the information",
            in_all="In all the circumstances of the case",
            over="outweighs",
            we=r"foi\@anytown\.example",
            by=r"\(section 50\)",
            ico=r"casework\@ico\.example",
        )

    def test_of_a_request_that_costs_too_much(self) -> None:
        costly = letter(
            answer("1", Outcome.REFUSED_COST, held=Held.YES),
            claim(
                "12(1)",
                cost_estimate="Forty hours, at 25 pounds an hour.",
                reasons="Each of 900 files would have to be read.",
            ),
            advice="A request for one year could be met within the limit.",
        )
        assert draft_refusal(case(costly, reference="Q/9")) == text("""
            Anytown Council: answer to a request for information
            ----------------------------------------------------

            Our reference: Q/9

            20 March 2023

            Your request, received on 1 March 2023, was considered under the Freedom of
            Information Act 2000.

            Question 1
            ----------

                What of 1?

            We hold the information, and refuse to answer under section 12(1): it would
            cost more than the limit.

            Why we rely on section 12(1) ({title})
            ----------------------------------------------------------------------------

            Our estimate: Forty hours, at 25 pounds an hour.

            Each of 900 files would have to be read.

            How we can help
            ---------------

            A request for one year could be met within the limit.

            If you are not content with this answer
            ---------------------------------------

            You can ask us to review it, within 40 working days of the date of this
            letter.

            You have the right to apply to the Information Commissioner for a decision
            (section 50).
        """).format(title="Exemption where cost of compliance exceeds appropriate limit")

    def test_before_any_day_is_known(self) -> None:
        """s.17(7)(a): an authority without a procedure says so."""
        unsent = letter(
            answer(),
            claim("41(1)", citation=None, cited_as="the exemption for confidences", reasons=WHY),
            sent=None,
            review_route=ReviewRoute(offered=Offer.NONE_EXISTS),
        )
        assert draft_refusal(case(unsent, received=None)) == text("""
            Anytown Council: answer to a request for information
            ----------------------------------------------------

            [date]

            Your request, received on [date], was considered under the Freedom of
            Information Act 2000.

            Question 1
            ----------

                What of 1?

            We hold the information, and refuse to give it.

            Why we rely on the exemption for confidences
            --------------------------------------------

            It was given in confidence.

            If you are not content with this answer
            ---------------------------------------

            We have no procedure for dealing with complaints about how requests are
            handled.

            You have the right to apply to the Information Commissioner for a decision
            (section 50).
        """)


class TestOtherRegimes:
    def test_the_environmental_information_regulations(self) -> None:
        """EIR reg.14(3) and (5)."""
        said = letter(
            answer(),
            claim("EIR reg.13(1)", reasons="It would name a neighbour."),
            regime_claimed=Regime.EIR,
        )
        assert draft_refusal(case(said, regime=Regime.EIR)) == text("""
            Anytown Council: answer to a request for information
            ----------------------------------------------------

            20 March 2023

            Your request, received on 1 March 2023, was considered under the
            Environmental Information Regulations 2004.

            Question 1
            ----------

                What of 1?

            We hold the information, and refuse to give it under regulation 13(1).

            Why we rely on regulation 13(1) (Personal data)
            -----------------------------------------------

            It would name a neighbour.

            If you are not content with this answer
            ---------------------------------------

            You can ask us to review it (regulation 11), within 40 working days of the
            date of this letter.

            You have the right to apply to the Information Commissioner for a decision
            (regulation 18 and section 50 of the Freedom of Information Act 2000).
        """)

    def test_scotland(self) -> None:
        """FOISA ss.16(1) and (2) and 19."""
        said = letter(
            answer(),
            claim("FOISA s.30(c)", reasons="It would tell bidders the reserve."),
            weighed("FOISA s.30(c)"),
            regime_claimed=Regime.FOISA,
        )
        assert draft_refusal(case(said, regime=Regime.FOISA)) == text("""
            Anytown Council: answer to a request for information
            ----------------------------------------------------

            20 March 2023

            Your request, received on 1 March 2023, was considered under the Freedom of
            Information (Scotland) Act 2002.

            Question 1
            ----------

                What of 1?

            We hold the information, and refuse to give it under section 30(c).

            Why we rely on section 30(c) (Prejudice to effective conduct of public affairs)
            ----------------------------------------------------------------------------

            Answering would be likely to do the harm it guards against.

            It would tell bidders the reserve.

            The public interest under section 30(c)
            ---------------------------------------

            We weighed the public interest in maintaining the exemption against that in
            disclosing the information.

            For disclosing the information:

              * It would show how the duty is met.

            For maintaining the exemption:

              * It would show where it is not.

            In all the circumstances of the case the public interest in maintaining the
            exemption outweighs that in disclosing the information.

            If you are not content with this answer
            ---------------------------------------

            You can ask us to review it (section 20(1)), within 40 working days of the
            date of this letter.

            You have the right to apply to the Scottish Information Commissioner for a
            decision (section 47(1)).
        """)

    def test_information_that_belongs_under_another(self) -> None:
        """s.39(1)(a): what is exempt since the Regulations are the way to it."""
        said = letter(
            answer(),
            claim("39(1)", by_virtue_of=cites("EIR reg.5(1)"), reasons="It is of the river."),
            weighed("39(1)"),
        )
        assert text("""
            Why we rely on section 39(1) (Environmental information)
            --------------------------------------------------------

            It applies by virtue of regulation 5(1) of the Environmental Information
            Regulations 2004.

            It is of the river.
        """) in draft_refusal(case(said))

    def test_the_letter_says_which_applies_before_the_case_does(self) -> None:
        for claimed, known, words in (
            (Regime.FOIA, Regime.EIR, "(section 50)."),
            (None, Regime.FOISA, "(section 47(1))."),
            (None, None, "(section 50)."),
        ):
            cited = "FOISA s.26(a)" if known is Regime.FOISA else "41(1)"
            said = letter(answer(), claim(cited), regime_claimed=claimed)
            assert draft_refusal(case(said, regime=known)).endswith(f"{words}\n")


class TestWhatIsAnswered:
    def test_neither_confirming_nor_denying(self) -> None:
        """ss.2(1)(b) and 17(1) and (3)(a)."""
        denied = letter(
            answer("1", Outcome.NCND),
            claim("31(3)", duty_claimed=NCND, reasons="It would tell who is watched."),
            weighed("31(3)", on=NCND),
        )
        assert body(draft_refusal(case(denied))) == text("""
            Question 1
            ----------

                What of 1?

            We neither confirm nor deny that we hold the information under section
            31(3).

            Why we rely on section 31(3) (Law enforcement)
            ----------------------------------------------

            It lifts the duty to confirm or deny. Answering would be likely to do the
            harm it guards against.

            It would tell who is watched.

            The public interest under section 31(3)
            ---------------------------------------

            We weighed the public interest in maintaining the exclusion of the duty to
            confirm or deny against that in saying whether the information is held.

            For saying whether the information is held:

              * It would show how the duty is met.

            For maintaining the exclusion of the duty to confirm or deny:

              * It would show where it is not.

            In all the circumstances of the case the public interest in maintaining the
            exclusion of the duty to confirm or deny outweighs that in saying whether
            the information is held.
        """)

    def several(self) -> Case:
        said = letter(
            answer("1", Outcome.PARTLY_DISCLOSED, part="names", text="See the table."),
            answer("1", Outcome.DISCLOSED, part="dates"),
            answer("2", Outcome.NOT_HELD, referred_to="the police"),
            Answer(
                question="3",
                outcome=Outcome.ACCESSIBLE_ELSEWHERE,
                links=(Link(text="Our pages", uri="https://a.example/x"), Link(text="A book")),
                attachments=("a table", "a map"),
            ),
            claim("40(2)", by_virtue_of=cites("40(3A)(a)"), reasons="They are junior staff."),
            claim("21(1)", "3", reasons="It is published."),
        )
        second = Question(key="2", label="B", text="What of 2?")
        first, third = (Question(key=key, text=f"What of {key}?") for key in "13")
        return case(said, ask=(first, second, third))

    def test_several_questions(self) -> None:
        assert body(draft_refusal(self.several())) == text("""
            Question 1
            ----------

                What of 1?

            On names: We hold the information, and give part of it here. The rest is
            refused under section 40(2).

            See the table.

            On dates: We hold the information, and it is given here.

            Question B
            ----------

                What of 2?

            We do not hold the information.

            It may be held by the police.

            Question 3
            ----------

                What of 3?

            The information is accessible to you by other means under section 21(1).

              * Our pages: https://a.example/x
              * A book
              * Attached: a table
              * Attached: a map

            Why we rely on section 40(2) (Personal information)
            ---------------------------------------------------

            It applies by virtue of section 40(3A)(a).

            They are junior staff.

            Why we rely on section 21(1) (Information accessible to applicant by other means)
            ----------------------------------------------------------------------------

            It is published.
        """)

    def test_links_in_markdown_are_shown_and_not_followed(self) -> None:
        assert text(r"""
            - Our pages\: https\:\/\/a\.example\/x
            - A book
            - Attached\: a table
            - Attached\: a map
        """) in draft_refusal(self.several(), markup=Markup.MARKDOWN)

    @pytest.mark.parametrize(
        ("outcome", "cited", "words"),
        [
            (
                Outcome.REFUSED_VEXATIOUS,
                "14(1)",
                "We refuse to answer under section 14(1): the request is vexatious.",
            ),
            (
                Outcome.REFUSED_REPEATED,
                "14(2)",
                "We refuse to answer under section 14(2): the request repeats an earlier one.",
            ),
            (Outcome.UNKNOWN, "41(1)", "The answer is in an attachment."),
        ],
    )
    def test_by_outcome(self, outcome: Outcome, cited: str, words: str) -> None:
        said, why, *_ = answers(draft_refusal(case(letter(answer("1", outcome), claim(cited)))))
        assert said == words
        assert why.startswith(f"Why we rely on section {cited} (")

    @pytest.mark.parametrize(
        ("given", "shown"),
        [
            ({"links": (Link(text="A book"),)}, "  * A book\n"),
            ({"attachments": ("a table",)}, "  * Attached: a table\n"),
            ({}, "What of 2?\n\nWe hold the information, and it is given here.\n"),
        ],
    )
    def test_what_is_given(self, given: dict[str, Any], shown: str) -> None:
        said = letter(answer(), answer("2", Outcome.DISCLOSED, **given), claim("41(1)"))
        assert f"{shown}\nWhy we rely on" in draft_refusal(case(said, ask=2))

    def test_a_question_that_falls_away(self) -> None:
        said = letter(answer(), answer("2", Outcome.NOT_APPLICABLE), claim("41(1)"))
        drafted = draft_refusal(case(said, ask=2))
        assert "What of 2?\n\nThe question falls away with the answer to another.\n" in drafted

    def test_under_several_exemptions(self) -> None:
        said = letter(answer(), claim("41(1)"), claim("44(1)(a)"), claim("40(2)"))
        assert answers(draft_refusal(case(said)))[0] == (
            "We hold the information, and refuse to give it under section 41(1), section\n"
            "44(1)(a) and section 40(2)."
        )


class TestWhy:
    def test_all_that_can_be_said(self) -> None:
        said = letter(
            answer(),
            claim(
                "36(2)(c)",
                alternative_to=cites("41(1)", "44(1)(a)"),
                likelihood=Likelihood.WOULD,
                qualified_person="the monitoring officer",
                reasons=None,
                explanation_withheld=True,
            ),
            weighed("36(2)(c)"),
        )
        assert answers(draft_refusal(case(said)))[2:4] == [
            (
                "It is relied on in the alternative to section 41(1) and section 44(1)(a).\n"
                "Answering would do the harm it guards against. That is the opinion of a\n"
                "qualified person: the monitoring officer."
            ),
            "To explain this further would itself disclose exempt information.",
        ]

    def test_a_likelihood_that_is_not_stated_is_not_written(self) -> None:
        said = letter(
            answer(), claim("31(1)(a)", likelihood=Likelihood.NOT_STATED), weighed("31(1)(a)")
        )
        assert "guards against" not in draft_refusal(case(said))

    @pytest.mark.parametrize(
        ("cited", "received", "sent", "title"),
        [
            ("22A(1)", date(2014, 9, 15), date(2014, 10, 10), " (Research)"),
            ("22A(1)", date(2014, 9, 15), None, ""),
            ("31(1)(i)", date(2017, 6, 1), date(2017, 6, 9), " (Law enforcement)"),
            ("31(1)(i)", date(2017, 6, 1), None, " (Law enforcement)"),
        ],
    )
    def test_the_title_is_that_of_the_day_of_the_letter(
        self, cited: str, received: date, sent: date | None, title: str
    ) -> None:
        """s.22A came into force on 1 October 2014; s.31(1)(i) went out on 15 June 2017."""
        said = letter(answer(), claim(cited), weighed(cited), sent=sent)
        drafted = draft_refusal(case(said, received=received))
        assert f"\nWhy we rely on section {cited}{title}\n" in drafted


class TestThePublicInterest:
    def test_where_it_favoured_disclosure(self) -> None:
        """What was weighed for the second question, and given."""
        said = letter(
            answer(),
            answer("2", Outcome.DISCLOSED),
            claim("41(1)"),
            weighed("31(1)(a)", "31(1)(b)", balance=Balance.DISCLOSE, factors=()),
        )
        assert body(draft_refusal(case(said, ask=2))).endswith(
            text("""
            The public interest under section 31(1)(a) and section 31(1)(b)
            ---------------------------------------------------------------

            We weighed the public interest in maintaining the exemption against that in
            disclosing the information.

            In all the circumstances of the case the public interest in maintaining the
            exemption does not outweigh that in disclosing the information.
            """)
        )

    @pytest.mark.parametrize(
        ("argued", "balanced", "against"),
        [
            (None, None, "disclosing the information."),
            (NCND, None, "saying whether the information is held."),
            (Duty.COMMUNICATE, NCND, "saying whether the information is held."),
        ],
    )
    def test_the_duty_is_the_one_balanced_on(
        self, argued: Duty | None, balanced: Duty | None, against: str
    ) -> None:
        test = weighed(
            "31(1)(a)", argued_on=argued, balanced_on=balanced, balance=Balance.NOT_STATED
        )
        drafted = " ".join(draft_refusal(in_confidence(test)).split())
        assert f"against that in {against}" in drafted
        assert "In all the circumstances" not in drafted


class TestTheReview:
    @pytest.mark.parametrize(
        ("route", "words"),
        [
            (None, "You can ask us to review it."),
            (
                ReviewRoute(offered=Offer.OFFERED, contact="foi@anytown.example"),
                "You can ask us to review it: foi@anytown.example",
            ),
            (
                ReviewRoute(offered=Offer.OFFERED, length=8, unit=WindowUnit.WEEKS),
                "You can ask us to review it, within 8 weeks.",
            ),
        ],
    )
    def test_is_offered(self, route: ReviewRoute | None, words: str) -> None:
        drafted = draft_refusal(in_confidence(review_route=route, commissioner=None))
        assert drafted.split("\n\n")[-2] == words


class TestNoRefusal:
    def test_the_last_letter_that_refuses_is_written(self) -> None:
        first = letter(answer(), claim("41(1)"), sent=date(2023, 3, 10), reference="first")
        second = letter(answer(), claim("44(1)(a)"), reference="second")
        given = letter(answer("1", Outcome.DISCLOSED), sent=date(2023, 3, 24), reference="third")
        other = letter(answer(), claim("41(1)"), kind=ResponseKind.OTHER, reference="fourth")
        assert "\nOur reference: second\n" in draft_refusal(case(first, second, given, other))

    def test_where_nothing_is_refused(self) -> None:
        given = case(letter(answer("1", Outcome.DISCLOSED)))
        assert refusal(lambda: draft_refusal(given)) == (
            "draft_refusal.case",
            "Anytown Council",
            "nothing is refused",
        )

    def test_where_there_is_a_breach(self) -> None:
        late = in_confidence(sent=LATE)
        with pytest.raises(UnlawfulDraftError) as caught:
            draft_refusal(late)
        assert [one.code for one in caught.value.findings] == [Code.LATE_RESPONSE]
        assert str(caught.value) == (
            "no lawful refusal can be drafted: 1 breach. late-response: Due on Thursday 30 March "
            "2023, answered on Thursday 13 April 2023: 8 working days late."
        )

    def test_by_the_day_it_is_audited_for(self) -> None:
        with pytest.raises(UnlawfulDraftError, match="no-response"):
            draft_refusal(case(), on=date(2023, 5, 1))
        assert refusal(lambda: draft_refusal(case(), on=date(2023, 3, 22)))[0] == (
            "draft_refusal.case"
        )

    def test_by_the_side_taken_where_the_law_is_disputed(self) -> None:
        denied = case(letter(answer("1", Outcome.NCND), claim("40(5B)(a)(i)", duty_claimed=NCND)))
        assert draft_refusal(denied, position=Position.REGULATOR) == draft_refusal(denied)
        with pytest.raises(UnlawfulDraftError, match="pit-missing"):
            draft_refusal(denied, position=Position.WORDS)


class TestAWholeReviewRequest:
    def late(self) -> Case:
        return case(letter(answer("1", Outcome.DISCLOSED), sent=LATE), reference="Q/9")

    def test_with_one_finding(self) -> None:
        assert draft_review_request(self.late()) == text("""
            [A draft, for a person to check and edit before it is sent. It is made of
            what is recorded, and is not legal advice. The time to ask ends on 13 June
            2023.]

            To Anytown Council

            Request for an internal review
            ------------------------------

            I write about my request for information of 1 March 2023 (your reference:
            Q/9), which you answered on 13 April 2023.

            I ask you to review how it was dealt with under the Freedom of Information
            Act 2000 and the code of practice under section 45, for the following
            reasons.

            1. The answer was late
            ----------------------

            Due on Thursday 30 March 2023, answered on Thursday 13 April 2023: 8 working
            days late. This rests on section 10(1).

            Please acknowledge that, and say what will be done so that it does not
            happen again.

            Please let me know when I can expect the outcome.
        """)

    def test_in_markdown(self) -> None:
        assert draft_review_request(self.late(), markup=Markup.MARKDOWN) == text(r"""
            \[{draft} It is made of what is recorded, and is not legal advice\. {ends}\.\]

            To Anytown Council

            ## Request for an internal review

            I write about my request for information of 1 March 2023 {reference}, {answered}\.

            I ask you to review how it was dealt with under {the_act}, for the following reasons\.

            ## 1\. The answer was late

            {late}\. This rests on section 10\(1\)\.

            Please acknowledge that, and say what will be done so that it does not happen again\.

            Please let me know when I can expect the outcome\.
        """).format(
            draft=r"A draft, for a person to check and edit before it is sent\.",
            ends="The time to ask ends on 13 June 2023",
            reference=r"\(your reference\: Q\/9\)",
            answered="which you answered on 13 April 2023",
            the_act="the Freedom of Information Act 2000"
            " and the code of practice under section 45",
            late="Due on Thursday 30 March 2023, answered on Thursday 13 April 2023"
            r"\: 8 working days late",
        )

    def test_with_several(self) -> None:
        said = letter(
            answer(),
            answer("2"),
            claim("31(1)(a)", "1", "2", reasons=None),
            sent=LATE,
        )
        assert draft_review_request(case(said, ask=2)) == text("""
            [A draft, for a person to check and edit before it is sent. It is made of
            what is recorded, and is not legal advice. The time to ask ends on 13 June
            2023.]

            To Anytown Council

            Request for an internal review
            ------------------------------

            I write about my request for information of 1 March 2023, which you answered
            on 13 April 2023.

            I ask you to review how it was dealt with under the Freedom of Information
            Act 2000 and the code of practice under section 45, for the following
            reasons.

            1. The answer was late
            ----------------------

            Due on Thursday 30 March 2023, answered on Thursday 13 April 2023: 8 working
            days late. This rests on section 10(1) and section 17(1).

            Please acknowledge that, and say what will be done so that it does not
            happen again.

            2. No reasons were given (questions 1 and 2)
            --------------------------------------------

            It is not said why section 31(1)(a) applies. This rests on section 17(1)(c)
            and section 31(1)(a).

            Please say why it applies, or give the information.

            3. The public interest was not weighed (questions 1 and 2)
            ----------------------------------------------------------

            The public interest is not weighed for section 31(1)(a). This rests on
            section 17(3)(b) and section 31(1)(a).

            Please weigh the public interest, and give the reasons for where the balance
            lies.

            Please let me know when I can expect the outcome.
        """)

    def test_with_queries_and_without_any_day(self) -> None:
        undated = case(letter(answer(), sent=None), received=None)
        assert draft_review_request(undated, include_queries=True) == text("""
            [A draft, for a person to check and edit before it is sent. It is made of
            what is recorded, and is not legal advice.]

            To Anytown Council

            Request for an internal review
            ------------------------------

            I write about my request for information.

            I ask you to review how it was dealt with under the Freedom of Information
            Act 2000 and the code of practice under section 45, for the following
            reasons.

            1. It is not said under what it was refused (question 1)
            --------------------------------------------------------

            Information is refused on question 1 without an exemption being specified.
            This rests on section 17(1)(b).

            Please give the information, or say under which exemption it is refused, and
            why.

            2. The day of receipt
            ---------------------

            The day the request was received is not known, nor is the day of the answer;
            whether it was answered in time cannot be told. This rests on section 10(1).

            Please say on which day you received the request.

            Please let me know when I can expect the outcome.
        """)
        assert "2. " not in draft_review_request(undated)

    def test_of_a_request_nobody_answered(self) -> None:
        drafted = draft_review_request(case(), on=date(2023, 5, 1))
        first, _, _, subject, _, title, found, remedy, _ = drafted.split("\n\n")
        assert first.endswith("legal advice.]")
        assert subject == "I write about my request for information of 1 March 2023."
        assert title == "1. There was no answer\n----------------------"
        assert found == (
            "Due on Thursday 30 March 2023, and not answered by Monday 1 May 2023: 19\n"
            "working days overdue. This rests on section 10(1) and section 10(6)."
        )
        assert remedy == "Please answer the request now."

    @pytest.mark.parametrize(
        ("regime", "under", "rests"),
        [
            (
                Regime.EIR,
                "the Environmental Information Regulations 2004, as regulation 11 provides",
                "regulation 5(2)",
            ),
            (
                Regime.FOISA,
                "the Freedom of Information (Scotland) Act 2002, as section 20(1) provides",
                "section 10(1)",
            ),
        ],
    )
    def test_in_other_regimes(self, regime: Regime, under: str, rests: str) -> None:
        said = letter(answer("1", Outcome.DISCLOSED), sent=LATE, regime_claimed=regime)
        drafted = draft_review_request(case(said, regime=regime))
        first, *_, asked, _, found, _, _ = [" ".join(p.split()) for p in drafted.split("\n\n")]
        assert first.endswith("The time to ask ends on 13 June 2023.]")
        assert asked == (
            f"I ask you to review how it was dealt with under {under}, for the following reasons."
        )
        assert found.endswith(f" working days late. This rests on {rests}.")


class TestNoReviewRequest:
    def test_with_nothing_to_raise(self) -> None:
        """What is counted is what was found, and left out if it is a query."""
        lawful = case(letter(answer("1", Outcome.DISCLOSED)))
        query = audit(case(letter(answer("1", Outcome.DISCLOSED), sent=None))).findings
        for findings, how_many in ((None, 0), ((), 0), (query, len(query))):
            assert refusal(
                lambda findings=findings: draft_review_request(lawful, findings=findings)  # type: ignore[misc]
            ) == ("draft_review_request.findings", how_many, "there is nothing to raise")
        assert query

    def test_of_what_is_no_finding(self) -> None:
        wrong: Any = ["late-response"]
        assert refusal(lambda: draft_review_request(case(), findings=wrong)) == (
            "draft_review_request.findings",
            "late-response",
            "expected a Finding",
        )

    @pytest.mark.parametrize("draft", [draft_refusal, draft_review_request])
    def test_in_no_format(self, draft: Any) -> None:  # noqa: ANN401
        assert refusal(lambda: draft(in_confidence(), markup="html")) == (
            f"{draft.__name__}.markup",
            "html",
            "expected a Markup",
        )


class TestBlocks:
    def test_plain_text_is_filled(self) -> None:
        """At 76 columns, with its margin, and no word is broken."""
        words = " ".join(["nineteen-characters"] * 4)
        long = "x" * 80
        shown = written(
            [Heading(long), Paragraph(words), Quotation(words), Points((words, long))],
            Markup.PLAIN,
        )
        three = "nineteen-characters nineteen-characters nineteen-characters"
        assert shown == (
            f"{long}\n{'-' * 76}\n\n"
            f"{three}\nnineteen-characters\n\n"
            f"    {three}\n    nineteen-characters\n\n"
            f"  * {three}\n    nineteen-characters\n  * {long}\n"
        )

    @pytest.mark.parametrize("markup", Markup)
    def test_what_is_empty_is_left_out(self, markup: Markup) -> None:
        blocks: list[Block] = [Heading("\n"), Paragraph(" "), Quotation("\t"), Paragraph("x")]
        assert written(blocks, markup) == "x\n"

    def test_what_cannot_be_printed_is_a_space(self) -> None:
        assert written([Paragraph("a\u202eb\n\n c\x00")], Markup.PLAIN) == "a b c\n"

    def test_markdown_escapes_all_that_could_be_markup(self) -> None:
        assert written([Paragraph("# a_b *c* <d> (e)")], Markup.MARKDOWN) == (
            "\\# a\\_b \\*c\\* \\<d\\> \\(e\\)\n"
        )


class TestWords:
    def test_provisions_are_spelled_out(self) -> None:
        assert spelled_out("s.10 and ss.1, 2 and reg.5 and regs.6 of acts.9") == (
            "Section 10 and sections 1, 2 and regulation 5 and regulations 6 of acts.9"
        )

    def test_names_are_listed(self) -> None:
        assert joined(["a"]) == "a"
        assert joined(["a", "b", "c"]) == "a, b and c"
        assert joined(["a", "b"], "or") == "a or b"
