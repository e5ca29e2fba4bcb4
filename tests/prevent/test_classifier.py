"""The classifier: which words it names, where it stops, and what it costs."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.errors import InvalidRecordError
from foiprevent.prevent import (
    Argument,
    FoundArgument,
    FoundTopic,
    Topic,
    Words,
    classify_factor,
    classify_question,
    find_subject,
)
from foiprevent.prevent._argument_rules import ARGUMENT_RULES
from foiprevent.prevent._matching import LONGEST_SENTENCE, Reader, rule
from foiprevent.prevent._topic_rules import SUBJECT, TOPIC_RULES

if TYPE_CHECKING:
    from foiprevent.prevent._matching import Rule

VOCABULARY = (
    "Prevent Channel referrals how many not threat map trust openness identify individuals gap "
    "low target radicalisation under 18 aged data sharing agreement police shared . ? ; \n\n U.K."
).split(" ")
texts = st.lists(st.sampled_from(VOCABULARY) | st.text(max_size=5), max_size=40).map(" ".join)


def read(text: str, *rules: Rule[str], denials: bool = False) -> dict[str, list[str]]:
    """Return what rules find, and the words they name."""
    found = Reader(rules, denials=denials).read(text)
    return {member: [words.text for words in spans] for member, spans in found.items()}


class TestTheWordsNamed:
    """What is found comes with the words that made the rule fire, and where they stand."""

    def test_the_words_of_a_question(self) -> None:
        text = "Is the county a Dovetail area?"
        (found,) = classify_question(text)
        assert found == FoundTopic(
            topic=Topic.DOVETAIL_STATUS, words=(Words(start=16, end=29, text="Dovetail area"),)
        )

    def test_the_words_of_a_factor_one_for_each_group_of_the_rule(self) -> None:
        (found,) = classify_factor("Families might be reluctant to help.")
        assert found.argument is Argument.DETERRENCE
        assert [words.text for words in found.words] == ["Families", "reluctant"]

    def test_words_in_several_sentences_are_all_named(self) -> None:
        (found,) = classify_factor("Openness is good. The law wants openness.")
        assert [words.start for words in found.words] == [0, 32]

    def test_words_within_other_words_named_are_not_named_again(self) -> None:
        (found,) = classify_question("An agreement on data sharing or on confidentiality")[1:]
        assert [words.text for words in found.words] == [
            "agreement on data sharing or on confidentiality"
        ]

    @given(texts)
    def test_they_stand_where_they_are_said_to_stand(self, text: str) -> None:
        named = [found.words for found in classify_question(text, context="Prevent")]
        named += [found.words for found in classify_factor(text)]
        for spans in named:
            assert spans
            for words in spans:
                assert text[words.start : words.end] == words.text
            starts = [words.start for words in spans]
            assert starts == sorted(set(starts))

    @given(texts)
    def test_members_come_once_in_the_order_of_the_enumeration(self, text: str) -> None:
        topics = [found.topic for found in classify_question(text, context="Prevent")]
        assert topics == [member for member in Topic if member in topics]
        arguments = [found.argument for found in classify_factor(text)]
        assert arguments == [member for member in Argument if member in arguments]

    @given(texts, texts)
    def test_paragraphs_are_read_apart(self, one: str, other: str) -> None:
        both = {found.argument for found in classify_factor(f"{one}\n\n{other}")}
        apart = (*classify_factor(one), *classify_factor(other))
        assert both == {found.argument for found in apart}

    @given(texts)
    def test_the_same_text_is_read_the_same(self, text: str) -> None:
        assert classify_factor(text) == classify_factor(text)

    def test_a_find_survives_pickling(self) -> None:
        found = classify_factor("Openness is good.")
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - its own bytes


class TestTheSubject:
    """What shows that a text is about Prevent."""

    def test_the_first_words_that_show_it(self) -> None:
        text = "Good morning. What does Prevent cost? And the Channel panel?"
        assert find_subject(text) == Words(start=24, end=31, text="Prevent")

    @pytest.mark.parametrize("text", ["", "To prevent fly-tipping.", "The Channel ferry."])
    def test_what_does_not(self, text: str) -> None:
        assert find_subject(text) is None


class TestTheNotation:
    """Phrases mean what the notation says."""

    @pytest.mark.parametrize(
        ("phrase", "text", "words"),
        [
            ("red", "RED ink", ["RED"]),
            ("red", "redder ink", []),
            ("red*", "redder ink", ["redder"]),
            ("red|blue ink", "a blue ink", ["blue ink"]),
            ("red ink", "red, ink", ["red, ink"]),
            ("red ink", "red old ink", []),
            ("red ~1 ink", "red old ink", ["red old ink"]),
            ("red ~1 ink", "red ink and ink", ["red ink"]),
            ("red ~1 ink", "red very old ink", []),
            ("red / blue", "blue", ["blue"]),
            ("Red", "Red ink", ["Red"]),
            ("Red", "RED ink", ["RED"]),
            ("Red", "red ink", []),
            ("RED", "RED ink", ["RED"]),
            ("RED", "Red ink", []),
            ("MoU", "an MoU", ["MoU"]),
            ("MoU", "a mou", []),
            ("20*", "in 2019", ["2019"]),
        ],
    )
    def test_a_phrase(self, phrase: str, text: str, words: list[str]) -> None:
        assert read(text, rule("it", phrase)).get("it", []) == words

    def test_each_group_must_be_there(self) -> None:
        both = rule("it", "red", "blue")
        assert read("blue and red", both) == {"it": ["blue", "red"]}
        assert read("red and red", both) == {}
        assert read("blue and blue", both) == {}

    def test_in_one_sentence(self) -> None:
        assert read("red. blue", rule("it", "red", "blue")) == {}

    def test_what_is_excluded_must_not_be_there(self) -> None:
        but = rule("it", "red", unless="green")
        assert read("red", but) == {"it": ["red"]}
        assert read("green and red", but) == {}
        assert read("green. red", but) == {"it": ["red"]}

    def test_a_rule_on_the_subject_holds_only_there(self) -> None:
        reader = Reader([rule("it", "red", on_subject=True)])
        assert reader.read("red", on_subject=False) == {}
        assert list(reader.read("red", on_subject=True)) == ["it"]

    def test_a_denial_reaches_three_words(self) -> None:
        red = rule("it", "red")
        assert read("not a very red thing", red, denials=True) == {}
        assert read("not a very dark red thing", red, denials=True) == {"it": ["red"]}
        assert read("not red", red) == {"it": ["red"]}

    def test_what_is_denied_first_may_be_said_later(self) -> None:
        assert read("not red but, as we all know, red", rule("it", "red"), denials=True) == {
            "it": ["red"]
        }

    def test_what_excludes_excludes_denied_or_not(self) -> None:
        but = rule("it", "red", unless="green")
        assert read("red, not green", but, denials=True) == {}

    @pytest.mark.parametrize("end", [". ", "? ", "! ", "; ", '." ', "\n\n", "\n \n", " \u2022 "])
    def test_where_a_sentence_ends(self, end: str) -> None:
        assert read(f"red{end}blue", rule("it", "red", "blue")) == {}

    @pytest.mark.parametrize("joint", [" ", ", ", "\n", ": ", ".", " - ", " (\n) "])
    def test_where_it_does_not(self, joint: str) -> None:
        assert read(f"red{joint}blue", rule("it", "red", "blue")) == {"it": ["red", "blue"]}

    def test_a_long_sentence_is_read_in_pieces(self) -> None:
        both = rule("it", "red", "blue")
        filler = "ink " * (LONGEST_SENTENCE - 2)
        assert read(f"red {filler}blue", both) == {"it": ["red", "blue"]}
        assert read(f"red {filler}ink blue", both) == {}


class TestTheRules:
    """The rules are data, and hold together."""

    @pytest.mark.parametrize("one", [*SUBJECT, *TOPIC_RULES, *ARGUMENT_RULES])
    def test_a_rule_has_groups_and_each_a_phrase(self, one: Rule[object]) -> None:
        assert one.groups
        assert all(one.groups)
        for phrase in (*one.unless, *(p for group in one.groups for p in group)):
            assert phrase
            assert phrase[0].gap == 0
            for term in phrase:
                assert term.words or term.beginnings or term.capital
                assert term.gap <= 12

    def test_every_member_has_one(self) -> None:
        assert {one.member for one in TOPIC_RULES} == set(Topic)
        assert {one.member for one in ARGUMENT_RULES} == set(Argument)


class TestWhatItCosts:
    """Whatever a text holds, reading it takes time in proportion to its length."""

    def test_a_word_without_end_is_read_by_its_beginning(self) -> None:
        reader = Reader([rule("found", "extrem*"), rule("not", "extreme")])
        text = f"extreme{'s' * 10_000}"
        assert reader.read(text) == {"found": [Words(start=0, end=len(text), text=text)]}

    @pytest.mark.parametrize(
        "unit",
        [
            "target target radicalisation ",
            "not ",
            "a. ",
            "build ",
            "red",
            " ",
            "\n",
            "\u0130",
            "(",
        ],
    )
    def test_hostile_text_is_read_to_its_end(self, unit: str) -> None:
        text = f"{unit * (60_000 // len(unit))}\n\nOpenness."
        assert Argument.TRANSPARENCY in {found.argument for found in classify_factor(text)}
        assert classify_question(f"{text} An MoU.")[-1].topic is Topic.MEMORANDUM


class TestWhatIsRefused:
    """What cannot be a find is refused, with its field."""

    def test_words_that_are_no_words(self) -> None:
        with pytest.raises(InvalidRecordError):
            Words(start=0, end=0, text="")

    def test_a_find_without_words(self) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            FoundTopic(topic=Topic.FUNDING, words=())
        assert caught.value.field == "FoundTopic.words"

    def test_a_find_of_the_other_kind(self) -> None:
        words = [Words(start=0, end=3, text="red")]
        with pytest.raises(InvalidRecordError) as caught:
            FoundArgument(argument=Topic.FUNDING, words=words)  # type: ignore[arg-type]
        assert caught.value.field == "FoundArgument.argument"
