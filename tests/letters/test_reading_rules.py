"""What single turns of phrase are read as."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import foiprevent as foi
from foiprevent.letters import About, read_letter
from foiprevent.prevent import Argument, Topic

if TYPE_CHECKING:
    from foiprevent.letters import Reading


def outcome(answer: str, question: str = "How much was spent?") -> foi.Outcome | None:
    text = (
        f"You asked:\n\n1. {question}\n\n2. And why?\n\nOur response\n\n1. {answer}\n\n2. Because."
    )
    answers = {one.question: one.outcome for one in read_letter(text).response.answers}
    return answers.get("1")


def letter(*paragraphs: str) -> Reading:
    return read_letter("\n\n".join(("Dear Requester,", *paragraphs)))


class TestTheVocabularyOfPrevent:
    WEIGHED = (
        "It is exempt under section 24(1).",
        "Factors in favour of disclosure",
        "- Openness lets people take part in an informed debate.",
        "Factors against disclosure",
        "- Terrorists would see where few referrals were made, and target those areas.",
        "On balance the public interest lies in maintaining the exemption.",
    )

    def asked(self, *questions: str) -> Reading:
        return letter("You asked:", *questions, "Our response", *self.WEIGHED)

    def of(self, reading: Reading, about: About) -> list[tuple[str | None, object, str]]:
        return [(one.question, one.value, one.text) for one in reading.about(about)]

    def test_each_question_has_its_topics(self) -> None:
        reading = self.asked("1. How much was\nspent on training for Prevent?", "2. By whom?")
        assert self.of(reading, About.TOPIC) == [
            ("1", Topic.FUNDING, "spent"),
            ("1", Topic.TRAINING, "training"),
        ]

    def test_one_question_shows_what_the_others_are_about(self) -> None:
        reading = self.asked("1. How much was spent?", "2. How many referrals to Prevent?")
        assert ("1", Topic.FUNDING, "spent") in self.of(reading, About.TOPIC)

    def test_so_do_the_words_before_the_first(self) -> None:
        reading = letter(
            "Freedom of Information request: the Prevent programme",
            "You asked:",
            "1. How much was spent?",
            "2. By whom?",
            "Our response",
            *self.WEIGHED,
        )
        assert self.of(reading, About.TOPIC) == [("1", Topic.FUNDING, "spent")]

    def test_each_factor_is_tagged_with_what_it_argues(self) -> None:
        reading = self.asked("1. What is the Prevent strategy?", "2. How many were trained?")
        assert [one.tags for one in reading.response.tests[0].factors] == [
            ("transparency", "informed debate"),
            ("exposed gap",),
        ]
        assert [(one[1], one[2]) for one in self.of(reading, About.ARGUMENT)] == [
            (Argument.TRANSPARENCY, "Openness"),
            (Argument.INFORMED_DEBATE, "part in an informed debate"),
            (Argument.GAP, "few referrals were made, and target"),
        ]

    def test_where_the_request_is_about_another_thing_there_are_none(self) -> None:
        """What the authority says of terrorism does not show what was asked."""
        reading = self.asked("1. How much was spent on training?", "2. By whom?")
        assert reading.response.tests
        assert not reading.about(About.TOPIC, About.ARGUMENT)
        assert not any(one.tags for one in reading.response.tests[0].factors)

    def test_nor_where_nothing_is_asked(self) -> None:
        assert not letter("We run Prevent.", *self.WEIGHED).about(About.TOPIC, About.ARGUMENT)


class TestQuestionsWithoutNumbers:
    """However a request is set out, what it asks is found, and what answers it."""

    def read(self, *paragraphs: str) -> list[tuple[str, str, str | None]]:
        reading = read_letter("\n\n".join(paragraphs))
        answers = {one.question: one.text for one in reading.response.answers}
        return [(one.key, one.text, answers.get(one.key)) for one in reading.request.questions]

    def test_between_two_headings(self) -> None:
        assert self.read(
            "Information requested",
            "The minutes of the board.",
            "Those of 2023 only.",
            "Response",
            "We do not hold them.",
            "If you are unhappy with this response you may ask for a review.",
        ) == [("1", "The minutes of the board. Those of 2023 only.", "We do not hold them.")]

    def test_a_heading_with_nothing_below_it_asks_nothing(self) -> None:
        assert not self.read("Information requested", "Response", "We do not hold it.")

    def test_a_quotation_after_a_colon(self) -> None:
        assert self.read(
            "Dear Requester,",
            "You asked us for this:",
            "'The minutes of the board.",
            "Those of 2023 only.'",
            "We do not hold them.",
        ) == [("1", "'The minutes of the board. Those of 2023 only.'", "We do not hold them.")]

    def test_a_quotation_without_an_end_is_none(self) -> None:
        assert not self.read("Dear Requester,", "You asked us for:", "'The minutes", "Of 2023")

    @pytest.mark.parametrize("mark", ["(a)", "1)", "i)"])
    def test_a_bare_mark_is_none_either(self, mark: str) -> None:
        assert not read_letter(f"Dear Requester,\n\nYou asked:\n\n{mark}").response.answers

    def test_demands_after_a_colon(self) -> None:
        assert self.read(
            "Dear Requester,",
            "You wrote to us on 1 May 2024 as follows:",
            "Please send the minutes of the board.",
            "When it meets, please list who was there.",
            "We do not hold them.",
        ) == [
            ("1", "Please send the minutes of the board.", "We do not hold them."),
            ("2", "When it meets, please list who was there.", "We do not hold them."),
        ]

    def test_a_demand_that_opens_an_entry_of_a_log(self) -> None:
        assert self.read(
            "Minutes of the board",
            "With regard to the board, please send its minutes.",
            "None are held.",
        ) == [("1", "With regard to the board, please send its minutes.", "None are held.")]

    def test_whoever_is_greeted_is_told_what_to_send_and_asks_nothing(self) -> None:
        assert not self.read("Dear Requester,", "Please send us a form of identity.", "Thank you.")

    def test_numbers_in_square_brackets(self) -> None:
        assert self.read(
            "You asked:", "[1] How many?", "[2] Where?", "Our response", "[1] Ten.", "[2] Here."
        ) == [("1", "How many?", "Ten."), ("2", "Where?", "Here.")]

    def test_answers_headed_as_questions_follow_the_last_question_at_once(self) -> None:
        assert self.read(
            "You asked:", "1. How many?", "2. Where?", "Question 1: Ten.", "Question 2: Here."
        ) == [("1", "How many?", "Ten."), ("2", "Where?", "Here.")]

    def test_a_list_that_counts_as_the_questions_do_answers_them(self) -> None:
        assert self.read(
            "You asked:",
            "1. How many?",
            "2. Where?",
            "Searches were made.",
            "What they found is this.",
            "It is as follows, in order.",
            "1. Ten.",
            "2. Here.",
        ) == [("1", "How many?", "Ten."), ("2", "Where?", "Here.")]


class TestTransfers:
    SENT = "We have today transferred your request to the Department for Works. It holds the map."

    def test_it_answers_where_it_says_that_nothing_is_held(self) -> None:
        reading = letter(
            "Thank you for your request about the map.", "We do not hold it.", self.SENT
        )
        assert reading.kind is foi.MessageKind.TRANSFER
        (answer,) = reading.response.answers
        assert answer.outcome is foi.Outcome.NOT_HELD
        assert answer.referred_to == "Department for Works"

    def test_else_it_does_not(self) -> None:
        reading = letter("Thank you for your request about the map.", self.SENT)
        assert reading.kind is foi.MessageKind.TRANSFER
        assert not reading.response.answers


class TestOutcomes:
    @pytest.mark.parametrize(
        ("answer", "expected"),
        [
            ("\u00a31,200.", foi.Outcome.DISCLOSED),
            ("Not applicable.", foi.Outcome.NOT_APPLICABLE),
            ("N/A as there were none.", foi.Outcome.NOT_APPLICABLE),
            ("We do not hold this information.", foi.Outcome.NOT_HELD),
            ("Our response is in the attached letter.", foi.Outcome.UNKNOWN),
            ("Section 43(2) is engaged.", foi.Outcome.WITHHELD),
            ("Section 38(1)(a).", foi.Outcome.WITHHELD),
            ("This is exempt under section 43(2).", foi.Outcome.WITHHELD),
            ("\u00a310. The rest is exempt under section 43(2).", foi.Outcome.PARTLY_DISCLOSED),
            ("This would exceed the appropriate limit.", foi.Outcome.REFUSED_COST),
            ("This is published on our website.", foi.Outcome.ACCESSIBLE_ELSEWHERE),
            ("We neither confirm nor deny that it is held.", foi.Outcome.NCND),
            ("The request is vexatious under section 14(1).", foi.Outcome.REFUSED_VEXATIOUS),
            ("...", None),
        ],
    )
    def test_of_an_answer(self, answer: str, expected: foi.Outcome | None) -> None:
        assert outcome(answer) is expected

    def test_ncnd_of_other_information_leaves_what_is_said_of_the_rest(self) -> None:
        besides = (
            "In addition we can neither confirm nor deny that we hold any other information, "
            "by virtue of section 31(3)."
        )
        assert outcome(f"We do not hold this. {besides}") is foi.Outcome.NOT_HELD
        assert outcome(besides) is foi.Outcome.NCND
        plain = "We neither confirm nor deny that it is held. Another force does not hold it."
        assert outcome(plain) is foi.Outcome.NCND

    def test_what_the_balance_gives_is_disclosed(self) -> None:
        reading = letter(
            "Thank you for your request about advice.",
            "The advice is exempt under section 42. The public interest in disclosure is "
            "openness. On balance the public interest lies in disclosure. It is attached.",
        )
        assert [one.outcome for one in reading.response.answers] == [foi.Outcome.DISCLOSED]
        assert reading.response.tests[0].balance is foi.Balance.DISCLOSE

    def test_an_answer_can_point_to_one_that_is_not_there(self) -> None:
        reading = read_letter(
            "You asked:\n1. How many?\n2. Why?\n\nOur response\n\n1. Six.\n\n"
            "2. See answer to question 7."
        )
        assert [one.outcome for one in reading.response.answers] == [
            foi.Outcome.DISCLOSED,
            foi.Outcome.DISCLOSED,
        ]

    def test_a_group_of_answers_ends_with_the_letter(self) -> None:
        reading = read_letter(
            "You asked:\n\n1. How many?\n\n2. Why?\n\nFor Questions 1-2\n\nThis is exempt "
            "under section 31(1)(a)."
        )
        assert [one.outcome for one in reading.response.answers] == [foi.Outcome.WITHHELD] * 2
        assert reading.response.reliances[0].scope == foi.QuestionScope(keys=("1", "2"))

    def test_the_commissioner_is_nobody_who_holds_the_information(self) -> None:
        reading = letter(
            "Your request about dogs.",
            "We do not hold this. You can contact the Information Commissioner, or ask the "
            "Harrowdale Dogs Home.",
        )
        assert reading.response.answers[0].referred_to == "Harrowdale Dogs Home"


class TestDates:
    @pytest.mark.parametrize(
        "written",
        [
            "24 May 2023", "24th May 2023", "24^th May, 2023", "24th of May 2023", "24/05/2023",
            "24.5.23", "2023-05-24", "May 24, 2023", "24-05-2023", "Wednesday 24 May 2023",
            "24 may 23",
        ],
    )  # fmt: skip
    def test_of_a_letter(self, written: str) -> None:
        assert read_letter(f"Date: {written}\n\nDear Sir").response.sent == date(2023, 5, 24)
        said = letter(f"Thank you for your request, received on {written}.")
        assert said.request.received == date(2023, 5, 24)

    @pytest.mark.parametrize("written", ["31/02/2023", "1 May 1823", "45 May 2023", "1.2.3.4"])
    def test_an_impossible_one_is_none(self, written: str) -> None:
        assert read_letter(f"Date: {written}\n\nDear Sir").response.sent is None

    def test_a_label_may_stand_above(self) -> None:
        reading = read_letter(
            "Date received\n1 May 2024\nDate responded\n3 June 2024\n\nNone is held."
        )
        assert reading.request.received == date(2024, 5, 1)
        assert reading.response.sent == date(2024, 6, 3)

    @pytest.mark.parametrize("broken", ["1 May\n2024", "1st\nMay 2024"])
    def test_a_date_may_be_broken_over_two_lines(self, broken: str) -> None:
        reading = letter(f"Thank you for your request of {broken}.", "We do not hold it.")
        assert reading.request.received == date(2024, 5, 1)

    def test_a_reference_may_stand_beside_it(self) -> None:
        reading = read_letter("7 August 2012 / Ref F0005949\n\nDear Requester,\n\nNone is held.")
        assert reading.response.sent == date(2012, 8, 7)

    def test_a_label_tells_of_receipt(self) -> None:
        reading = read_letter("Request received: 3 June 2024\nDate: 1 July 2024\n\nDear Sir")
        assert reading.request.received == date(2024, 6, 3)
        assert reading.response.sent == date(2024, 7, 1)

    def test_two_that_differ_are_both_kept_and_named(self) -> None:
        reading = letter(
            "Your request was received on 3 June 2024.", "We received on 4 June 2024 your request."
        )
        told = letter(
            "Thank you for your request received on 3 June 2024.",
            "As your request was received on 4 June 2024 an answer is due by 1 May 2024.",
        )
        assert reading.request.received == date(2024, 6, 3)
        assert [one.says for one in told.contradictions] == [
            "two days of receipt",
            "the due date stated is before the request was received",
        ]
        assert [fact.value for fact in told.contradictions[0].facts] == [
            date(2024, 6, 3),
            date(2024, 6, 4),
        ]

    def test_a_letter_older_than_its_request_is_named(self) -> None:
        reading = read_letter("1 June 2024\n\nThank you for your request received on 3 June 2024.")
        assert [one.says for one in reading.contradictions] == [
            "the letter is dated before the request was received"
        ]


class TestReview:
    @pytest.mark.parametrize(
        ("said", "length", "unit", "start"),
        [
            ("within 40 working days of the date of this letter", 40, "WORKING_DAYS", "LETTER"),
            ("within two months of receiving this letter", 2, "MONTHS", "RECEIPT"),
            ("within 40 days", 40, "DAYS", "NOT_STATED"),
            ("within 8 calendar weeks from today", 8, "WEEKS", "LETTER"),
            ("within 60 calendar days of receipt", 60, "CALENDAR_DAYS", "RECEIPT"),
            ("within the next 20 business days", 20, "WORKING_DAYS", "LETTER"),
        ],
    )
    def test_the_time_to_ask_for_one(self, said: str, length: int, unit: str, start: str) -> None:
        route = letter(f"You can ask for an internal review {said}.").response.review_route
        assert route is not None
        assert (route.length, route.unit, route.counted_from) == (
            length,
            foi.WindowUnit[unit],
            foi.CountedFrom[start],
        )

    def test_a_window_without_an_offer_is_one(self) -> None:
        route = letter(
            "Complaints about this response must be made within 40 working days."
        ).response.review_route
        assert route is not None
        assert (route.offered, route.length) == (foi.Offer.OFFERED, 40)

    @pytest.mark.parametrize("said", ["", " We will reply within 0 days."])
    def test_no_time_at_all_is_no_window(self, said: str) -> None:
        route = letter(
            f"You can ask for an internal review within 0 days of this letter.{said}"
        ).response.review_route
        assert route is not None
        assert (route.offered, route.length) == (foi.Offer.OFFERED, None)
        assert route.answered_within is None


class TestProvisions:
    def test_a_limit_without_a_provision_is_relied_on_all_the_same(self) -> None:
        reading = letter(
            "Your request about dogs.",
            "We estimate that this would take 30 hours and exceed the cost limit.",
        )
        (reliance,) = reading.response.reliances
        assert (reliance.cited_as, reliance.citation) == ("exceed the cost limit", None)
        assert reliance.cost_estimate is not None

    def test_what_says_how_to_add_up_or_what_words_mean_refuses_nothing(self) -> None:
        reading = letter(
            "We refuse your request about cars under section 12; by section 12(4) requests are "
            "added up. Names are exempt under section 40(2) and section 40(3A)(a): see section "
            "40(7)."
        )
        assert [str(one) for one in reading.relied_on] == [
            "FOIA s.12",
            "FOIA s.40(2)",
            "FOIA s.40(3A)(a)",
        ]

    def test_a_limit_in_other_words_too(self) -> None:
        reading = letter("Your request about dogs.", "We refuse to: it takes more than 24 hours.")
        (reliance,) = reading.response.reliances
        assert reliance.cited_as == "more than 24 hours"

    def test_a_heading_alone_gives_no_reasons(self) -> None:
        reading = letter("Section 31(1)(a)", "Yours faithfully")
        (reliance,) = reading.response.reliances
        assert reliance.reasons is None

    def test_what_the_heading_says_of_questions_counts(self) -> None:
        reading = read_letter(
            "You asked:\n\n1. How many?\n\n2. Why?\n\nSection 38(1)(a)\n\nIn relation to Q2, this "
            "would endanger somebody.\n\nYours faithfully"
        )
        (reliance,) = reading.response.reliances
        assert reliance.scope == foi.QuestionScope(keys=("2",))
        assert reliance.likelihood is foi.Likelihood.WOULD

    def test_what_is_not_in_force_is_read_all_the_same(self) -> None:
        reading = letter("It is exempt under section 40(3)(a)(i) and section 40(2).")
        assert [str(one) for one in reading.relied_on] == [
            "FOIA s.40(3)(a)(i)",
            "FOIA s.40(2)",
        ]


class TestWeighing:
    @pytest.mark.parametrize(
        ("said", "balance"),
        [
            ("the public interest in withholding outweighs that in disclosure", "MAINTAIN"),
            ("the public interest in disclosing it outweighs that in withholding it", "DISCLOSE"),
            ("maintaining the exemption is outweighed by the public interest in it", "DISCLOSE"),
            ("we do not believe that maintaining the exemption outweighs disclosure", "DISCLOSE"),
            ("the balance lies against disclosure", "MAINTAIN"),
            ("the public interest favours disclosure", "DISCLOSE"),
            ("we must consider whether the public interest favours disclosure", "NOT_STATED"),
            ("there is a public interest in dogs", "NOT_STATED"),
        ],
    )
    def test_the_balance(self, said: str, balance: str) -> None:
        reading = letter(
            "This is exempt under section 43(2).",
            "Factors in favour of disclosure:",
            "- openness",
            "- ...",
            f"On balance, {said}.",
        )
        (test,) = reading.response.tests
        assert test.balance is foi.Balance[balance]
        assert [factor.text for factor in test.factors] == ["openness"]

    def test_a_conclusion_names_no_provision_that_refuses_nothing(self) -> None:
        reading = letter(
            "This is exempt under section 43(2).",
            "On balance, as section 17 asks, the public interest lies in maintaining it.",
        )
        (test,) = reading.response.tests
        assert test.names is None

    def test_a_short_conclusion_under_a_heading_is_no_factor(self) -> None:
        reading = letter(
            "This is exempt under section 43(2).",
            "Factors in favour of withholding:",
            "The public interest lies in maintaining the exemption.",
        )
        (test,) = reading.response.tests
        assert (test.factors, test.balance) == ((), foi.Balance.MAINTAIN)

    def test_a_long_conclusion_under_a_heading_is_its_one_factor(self) -> None:
        reading = letter(
            "This is exempt under section 43(2).",
            "Factors in favour of withholding:",
            "Prices that rivals could see would rise, "
            + "again and again, " * 20
            + "and so the public interest lies in maintaining the exemption.",
        )
        (test,) = reading.response.tests
        assert len(test.factors) == 1
        assert test.balance is foi.Balance.MAINTAIN


class TestLetters:
    def test_a_letter_is_a_text(self) -> None:
        with pytest.raises(foi.InvalidRecordError, match=r"read_letter\.text"):
            read_letter(b"Dear Sir")  # type: ignore[arg-type]

    def test_nothing_is_read_in_nothing(self) -> None:
        reading = read_letter("")
        assert reading.kind is foi.MessageKind.OTHER
        assert (reading.facts, reading.unread, reading.authority) == ((), (), None)

    def test_marks_alone_are_no_passage(self) -> None:
        assert read_letter("...\n\n---\n\n***").unread == ()

    def test_without_an_authority_there_is_no_case(self) -> None:
        reading = read_letter("We do not hold it.")
        with pytest.raises(foi.InvalidRecordError, match="does not name its authority"):
            reading.to_case()
        assert reading.to_case(authority="A council").authority.name == "A council"

    def test_letters_that_change_length_in_lower_case_keep_their_place(self) -> None:
        text = "\u0130\u0130\u0130 Our ref: FOI-12\n\nIt is exempt under section 40(2)."
        reading = read_letter(text)
        (fact,) = reading.about(About.RELIANCE)
        assert text[fact.start : fact.end] == "section 40(2)"

    def test_and_those_that_change_length_in_a_title_are_no_name(self) -> None:
        reading = read_letter(f"Dear Sir\n\n{chr(0x130) * 40} LEEDS CITY COUNCIL")
        assert reading.authority is None

    @pytest.mark.parametrize("space", ["\u1680", "\u205f"])
    def test_a_rare_space_cuts_no_line_short(self, space: str) -> None:
        reading = read_letter(f"{space}It is exempt under section 40(2)(a)")
        assert [str(one) for one in reading.relied_on] == ["FOIA s.40(2)(a)"]

    def test_a_number_given_again_and_again_loses_no_question(self) -> None:
        reading = read_letter(
            "You asked:\n\n1a. How many dogs?\n\n1a. How many cats?\n\n1a. How many birds?"
        )
        assert [(one.key, one.text) for one in reading.request.questions] == [
            ("1a", "How many dogs?"), ("1a/1", "How many cats?"), ("1a/1/2", "How many birds?"),
        ]  # fmt: skip

    @pytest.mark.parametrize("joint", [" ", ". Then "])
    def test_what_runs_on_is_taken_in_pieces(self, joint: str) -> None:
        long = "word " * 2000
        text = f"{long}{joint}it is exempt under section 40(2) {long}{joint}End."
        assert [str(one) for one in read_letter(text).relied_on] == ["FOIA s.40(2)"]

    def test_a_bare_range_opens_a_group(self) -> None:
        reading = read_letter(
            "You asked:\n\n1. How many?\n\n2. Why?\n\n1-2. It is exempt under section 40(2)."
        )
        assert [one.outcome for one in reading.response.answers] == [foi.Outcome.WITHHELD] * 2

    def test_questions_out_of_reach_are_no_range(self) -> None:
        reading = read_letter(
            "You asked:\n\n1. How many?\n\n2. Why?\n\n"
            "For Questions 2-1: it is exempt under section 40(2)."
        )
        assert {one.question for one in reading.response.answers} == {"1", "2"}

    def test_a_question_may_have_no_answer(self) -> None:
        reading = letter("How many dogs were there?")
        assert [one.key for one in reading.request.questions] == ["1"]
        assert reading.response.answers == ()

    def test_a_list_ends_where_a_provision_stands_alone(self) -> None:
        reading = read_letter(
            "Our response\n\n1. How many?\n\nSix.\n\nSection 31\n\nThis is exempt."
        )
        assert [one.text for one in reading.response.answers] == ["Six."]
