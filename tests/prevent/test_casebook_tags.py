"""Every factor of the casebook is tagged, and the classifier agrees with the hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from foiprevent import casebook
from foiprevent.prevent import (
    Argument,
    Topic,
    argument,
    arguments_of,
    classify_factor,
    classify_question,
)

if TYPE_CHECKING:
    from foiprevent.exemptions import Factor

FACTORS: Final = [
    (f"{name}: {', '.join(map(str, test.provisions))}", factor)
    for name in casebook.names()
    for response in casebook.load(name).responses
    for test in response.tests
    for factor in test.factors
]
every_factor = pytest.mark.parametrize(("where", "factor"), FACTORS)

DISAGREED: Final = {
    "Prevent belongs to the Government's": (
        {Argument.PERSONAL_SAFETY},
        "a premise: whose safety it is about only the test it stands in says, that of s.38",
    ),
    "A referral to Prevent is made when": (
        {Argument.VULNERABILITY},
        "a premise of the factors that follow it: by itself it says what a referral is",
    ),
}
"""Where the classifier misses what the hand tagged: how the factor begins, what, and why."""

QUESTIONS: Final = {
    "barnet-data-sharing": {
        "1": {Topic.DATA_SHARING_AGREEMENT},
        "2": {Topic.IMPACT_ASSESSMENT},
        "3": {Topic.PROCESSING_CONTRACT},
        "4": {Topic.DATA_SHARING_AGREEMENT, Topic.MEMORANDUM, Topic.PARTNERS},
        "5": {Topic.PRIVACY_NOTICE},
        "6": {Topic.DATA_SHARING_AGREEMENT},
        "7": {Topic.DATA_SHARING_AGREEMENT, Topic.POLICE_SHARING, Topic.SAFEGUARDING_HUB},
        "8": {Topic.DATA_SHARING_AGREEMENT, Topic.CONFIDENTIALITY_AGREEMENT},
        "9": set(),  # a copy of it: only the question it depends on says of what
        "10": {Topic.CASE_DATABASE},
        "11": {Topic.CASE_DATABASE},
        "12": {Topic.PRIORITY_STATUS},
        "13": {Topic.DOVETAIL_STATUS},
        "14": {Topic.CONSULTEES},
    },
    "coventry-referrals": {
        "1": {Topic.REFERRALS, Topic.UNDER_18_REFERRALS},
        "2": {Topic.NATIONAL_REFERRAL_MECHANISM},
        "3": {Topic.OUTCOMES},
    },
    "leicester-returnees": {
        "1": {Topic.RETURNEES, Topic.SUPPORT_FOR_RETURNEES},
        "2": {Topic.RETURNEES, Topic.SUPPORT_FOR_RETURNEES},
        "3": {Topic.RETURNEES, Topic.SUPPORT_FOR_RETURNEES},
        "4": {Topic.RETURNEES, Topic.BREAKDOWN_BY_SEX},
        "5": {Topic.RETURNEES, Topic.BREAKDOWN_BY_SEX, Topic.BREAKDOWN_BY_AGE},
    },
}
"""The topics of every question of the casebook, by hand."""


class TestTheTagsOfFactors:
    """Each factor has the arguments it makes, and they speak for its side."""

    @every_factor
    def test_each_has_one_at_least(self, where: str, factor: Factor) -> None:
        assert factor.tags, where

    @every_factor
    def test_every_tag_is_an_argument_of_the_side_of_the_factor(
        self, where: str, factor: Factor
    ) -> None:
        # No letter of the casebook turns an argument against its own side.
        assert {argument(tag).side for tag in factor.tags} == {factor.side}, where
        assert len(set(factor.tags)) == len(factor.tags)

    def test_one_argument_made_alike_in_two_tests_is_tagged_alike(self) -> None:
        tags: dict[str, set[tuple[str, ...]]] = {}
        for _, factor in FACTORS:
            tags.setdefault(factor.text, set()).add(factor.tags)
        assert {text for text, found in tags.items() if len(found) > 1} == set()

    def test_every_argument_of_the_vocabulary_is_made_somewhere(self) -> None:
        made = {found for _, factor in FACTORS for found in arguments_of(factor)}
        assert made == set(Argument)


class TestTheClassifierOnTheCasebook:
    """The classifier reads the factors and questions as the hand does, but for what is listed."""

    @every_factor
    def test_it_finds_the_arguments(self, where: str, factor: Factor) -> None:
        found = {one.argument for one in classify_factor(factor.text, side=factor.side)}
        missed = next(
            (what for start, (what, _) in DISAGREED.items() if factor.text.startswith(start)),
            set[Argument](),
        )
        assert found | missed == set(arguments_of(factor)), where
        assert not found & missed

    @every_factor
    def test_it_finds_the_same_without_the_side(self, where: str, factor: Factor) -> None:
        assert classify_factor(factor.text) == classify_factor(factor.text, side=factor.side), (
            where
        )

    def test_every_disagreement_is_of_a_factor_and_has_a_reason(self) -> None:
        for start, (_, reason) in DISAGREED.items():
            assert reason
            assert [factor for _, factor in FACTORS if factor.text.startswith(start)]

    @pytest.mark.parametrize("name", casebook.names())
    def test_it_finds_the_topics(self, name: str) -> None:
        request = casebook.load(name).request
        context = " ".join(
            (request.preamble or "", *(question.text for question in request.questions))
        )
        assert {
            question.key: {one.topic for one in classify_question(question.text, context=context)}
            for question in request.questions
        } == QUESTIONS[name]
