"""The prejudice test as a record: what it holds, what it leaves out, what no record can be."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent import strategies
from foiprevent.citations import Citation
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Duty, Likelihood, PrejudiceTest, Step

CRIME = Citation.parse("31(1)(a)")
DETECTION = Citation.parse("31(1)(b)")
WHOLE = PrejudiceTest(
    provisions=(CRIME, DETECTION),
    duty=Duty.COMMUNICATE,
    interest="The prevention of crime.",
    harm="Burglaries of empty homes.",
    cause="Their addresses would be known.",
    likelihood=Likelihood.WOULD_BE_LIKELY,
    evidence="What the police said.",
)
UNSAID: dict[Step, dict[str, Any]] = {
    Step.INTEREST: {"interest": None},
    Step.HARM: {"harm": None},
    Step.CAUSE: {"cause": None},
    Step.LIKELIHOOD: {"likelihood": Likelihood.NOT_STATED},
}


def argue(**fields: object) -> PrejudiceTest:
    given_fields: dict[str, Any] = {"provisions": (CRIME,)} | fields
    return PrejudiceTest(**given_fields)


class TestRecord:
    """s.17(1)(c): why an exemption from harm applies, as the letter says it."""

    def test_all_it_can_hold(self) -> None:
        assert WHOLE.provisions == (CRIME, DETECTION)
        assert WHOLE.duty is Duty.COMMUNICATE
        assert WHOLE.interest == "The prevention of crime."
        assert WHOLE.harm == "Burglaries of empty homes."
        assert WHOLE.cause == "Their addresses would be known."
        assert WHOLE.likelihood is Likelihood.WOULD_BE_LIKELY
        assert WHOLE.evidence == "What the police said."

    def test_what_a_letter_does_not_say(self) -> None:
        bare = argue()
        assert bare.duty is None
        assert (bare.interest, bare.harm, bare.cause, bare.evidence) == (None,) * 4
        assert bare.likelihood is Likelihood.NOT_STATED

    def test_a_test_of_what_needs_none_is_data(self) -> None:
        security = Citation.parse("24(2)")
        assert argue(provisions=[security]).provisions == (security,)


class TestSteps:
    """An interest, a harm that disclosing would cause, and how likely that is."""

    def test_nothing_is_missing_of_a_whole_one(self) -> None:
        assert WHOLE.missing() == ()

    def test_all_are_missing_of_a_bare_one(self) -> None:
        assert argue().missing() == tuple(Step)

    @pytest.mark.parametrize("step", Step)
    def test_each_goes_missing_alone(self, step: Step) -> None:
        assert attrs.evolve(WHOLE, **UNSAID[step]).missing() == (step,)

    @pytest.mark.parametrize("field", ["interest", "harm", "cause"])
    def test_an_empty_text_says_nothing(self, field: str) -> None:
        assert len(argue(**{field: ""}).missing()) == len(Step)

    @pytest.mark.parametrize("field", ["duty", "evidence"])
    def test_neither_evidence_nor_the_duty_is_a_step(self, field: str) -> None:
        unsaid: dict[str, Any] = {field: None}
        assert attrs.evolve(WHOLE, **unsaid).missing() == ()

    @given(left_out=st.sets(st.sampled_from(Step)))
    def test_what_is_missing_is_what_was_left_out_in_order(self, left_out: set[Step]) -> None:
        fields: dict[str, Any] = {}
        for step in left_out:
            fields |= UNSAID[step]
        found = attrs.evolve(WHOLE, **fields).missing()
        assert found == tuple(step for step in Step if step in left_out)


class TestRefused:
    """What cannot be a record of any letter."""

    @pytest.mark.parametrize("provisions", [(), []])
    def test_a_test_for_no_provision(self, provisions: object) -> None:
        with pytest.raises(InvalidRecordError, match="must not be empty") as caught:
            argue(provisions=provisions)
        assert caught.value.field == "PrejudiceTest.provisions"

    @pytest.mark.parametrize(
        ("field", "value", "refused"),
        [
            ("provisions", CRIME, CRIME),
            ("provisions", ("31(1)(a)",), "31(1)(a)"),
            ("provisions", None, None),
            ("duty", "communicate", "communicate"),
            ("interest", 1, 1),
            ("harm", ("a", "b"), ("a", "b")),
            ("cause", Step.CAUSE, Step.CAUSE),
            ("likelihood", None, None),
            ("likelihood", "would", "would"),
            ("evidence", False, False),
        ],
    )
    def test_a_field_of_the_wrong_kind(self, field: str, value: object, refused: object) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            argue(**{field: value})
        assert caught.value.field == f"PrejudiceTest.{field}"
        assert caught.value.value == refused


class TestValues:
    """Records are values."""

    @given(test=strategies.prejudice_tests())
    def test_copies_are_equal(self, test: PrejudiceTest) -> None:
        for twin in (copy.deepcopy(test), pickle.loads(pickle.dumps(test))):  # noqa: S301 - nobody else's
            assert twin == test
            assert hash(twin) == hash(test)

    def test_they_cannot_be_changed(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            WHOLE.harm = None  # type: ignore[misc]
