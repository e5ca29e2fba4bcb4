"""The public interest test as a record: what it holds, and what no record can be."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime
from typing import Any

import attrs
import pytest

from foiprevent.citations import Citation
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Balance, Duty, Factor, PublicInterestTest, Side, Weight

SECURITY = Citation.parse("24(2)")
CRIME = Citation.parse("31(1)(a)")
OPENNESS = Factor(side=Side.DISCLOSURE, text="Openness builds trust.", tags=("trust",))
DEBATE = Factor(side=Side.DISCLOSURE, text="It informs debate.")
MAP = Factor(side=Side.EXEMPTION, text="Answers from many areas make a map.")


def weigh(**fields: object) -> PublicInterestTest:
    given: dict[str, Any] = {"provisions": (SECURITY,)} | fields
    return PublicInterestTest(**given)


class TestRecord:
    """s.17(3): the reasons for claiming that one public interest outweighs the other."""

    def test_all_it_can_hold(self) -> None:
        test = weigh(
            provisions=(SECURITY, CRIME),
            argued_on=Duty.CONFIRM_OR_DENY,
            balanced_on=Duty.COMMUNICATE,
            names=CRIME,
            factors=(OPENNESS, MAP, DEBATE),
            balance=Balance.MAINTAIN,
            reasons="The map weighs more.",
            decided_by="Head of Legal Services",
            decided_on=date(2023, 5, 24),
        )
        assert test.provisions == (SECURITY, CRIME)
        assert test.argued_on is Duty.CONFIRM_OR_DENY
        assert test.balanced_on is Duty.COMMUNICATE
        assert test.names == CRIME
        assert test.balance is Balance.MAINTAIN
        assert test.reasons == "The map weighs more."
        assert test.decided_by == "Head of Legal Services"
        assert test.decided_on == date(2023, 5, 24)

    def test_what_a_letter_does_not_say(self) -> None:
        test = weigh()
        assert test.argued_on is None
        assert test.balanced_on is None
        assert test.names is None
        assert test.factors == ()
        assert test.balance is Balance.NOT_STATED
        assert test.reasons is None
        assert test.decided_by is None
        assert test.decided_on is None

    def test_a_wrong_balance_is_data(self) -> None:
        test = weigh(names=CRIME, balance=Balance.DISCLOSE)
        assert test.names not in test.provisions

    def test_lists_will_do(self) -> None:
        assert weigh(provisions=[SECURITY], factors=[MAP]) == weigh(factors=(MAP,))
        tags: Any = ["trust"]
        assert Factor(side=Side.DISCLOSURE, text="It builds trust.", tags=tags).tags == ("trust",)

    def test_the_list_can_change_afterwards(self) -> None:
        factors = [MAP]
        test = weigh(factors=factors)
        factors.append(OPENNESS)
        assert test.factors == (MAP,)


class TestFactors:
    """What was weighed, how much it was given, and where it came from."""

    def test_a_weight_and_a_source_that_a_letter_gives(self) -> None:
        factor = attrs.evolve(MAP, weight=Weight.GREAT, source="the Home Office")
        assert factor.weight is Weight.GREAT
        assert factor.source == "the Home Office"

    def test_most_letters_give_neither(self) -> None:
        assert OPENNESS.weight is None
        assert OPENNESS.source is None

    def test_no_weight_at_all_is_not_a_weight_unsaid(self) -> None:
        assert attrs.evolve(MAP, weight=Weight.NONE) != MAP

    def test_weights_go_from_none_to_great(self) -> None:
        assert [weight.value.removesuffix(" weight") for weight in Weight] == [
            "no",
            "little",
            "some",
            "considerable",
            "great",
        ]


class TestTwoSides:
    """s.2(1)(b) and (2)(b): one public interest is weighed against the other."""

    def test_each_keeps_the_order_of_the_letter(self) -> None:
        test = weigh(factors=(OPENNESS, MAP, DEBATE))
        assert test.weighed(Side.DISCLOSURE) == (OPENNESS, DEBATE)
        assert test.weighed(Side.EXEMPTION) == (MAP,)

    def test_one_may_be_empty(self) -> None:
        assert weigh(factors=(MAP,)).weighed(Side.DISCLOSURE) == ()
        assert weigh().weighed(Side.EXEMPTION) == ()


class TestRefused:
    """What cannot be a record of any letter."""

    @pytest.mark.parametrize("provisions", [(), []])
    def test_a_balance_of_no_provision(self, provisions: object) -> None:
        with pytest.raises(InvalidRecordError, match="must not be empty") as caught:
            weigh(provisions=provisions)
        assert caught.value.field == "PublicInterestTest.provisions"

    @pytest.mark.parametrize(
        ("field", "value", "refused"),
        [
            ("provisions", SECURITY, SECURITY),
            ("provisions", ("24(2)",), "24(2)"),
            ("provisions", None, None),
            ("argued_on", "confirm or deny", "confirm or deny"),
            ("argued_on", "CONFIRM_OR_DENY", "CONFIRM_OR_DENY"),
            ("balanced_on", Side.DISCLOSURE, Side.DISCLOSURE),
            ("names", "24(2)", "24(2)"),
            ("factors", MAP, MAP),
            ("factors", ("the map",), "the map"),
            ("balance", "maintian", "maintian"),
            ("balance", "maintain", "maintain"),
            ("balance", None, None),
            ("reasons", 1, 1),
            ("decided_by", Side.DISCLOSURE, Side.DISCLOSURE),
            ("decided_on", "2023-05-24", "2023-05-24"),
            ("decided_on", datetime(2023, 5, 24), datetime(2023, 5, 24)),
        ],
    )
    def test_a_field_of_the_wrong_kind(self, field: str, value: object, refused: object) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            weigh(**{field: value})
        assert caught.value.field == f"PublicInterestTest.{field}"
        assert caught.value.value == refused

    @pytest.mark.parametrize(
        ("field", "value", "refused"),
        [
            ("side", "disclosure", "disclosure"),
            ("side", None, None),
            ("text", None, None),
            ("tags", "trust", "trust"),
            ("tags", (Side.DISCLOSURE,), Side.DISCLOSURE),
            ("weight", "great weight", "great weight"),
            ("weight", 1, 1),
            ("source", MAP, MAP),
        ],
    )
    def test_a_factor_of_the_wrong_kind(self, field: str, value: object, refused: object) -> None:
        fields: dict[str, Any] = {"side": Side.DISCLOSURE, "text": "It informs debate."}
        fields[field] = value
        with pytest.raises(InvalidRecordError) as caught:
            Factor(**fields)
        assert caught.value.field == f"Factor.{field}"
        assert caught.value.value == refused

    def test_provisions_must_be_given(self) -> None:
        with pytest.raises(TypeError):
            PublicInterestTest()  # type: ignore[call-arg]


class TestValues:
    """Records are values."""

    def test_copies_are_equal(self) -> None:
        test = weigh(factors=(OPENNESS, MAP), balance=Balance.MAINTAIN)
        for twin in (copy.deepcopy(test), pickle.loads(pickle.dumps(test))):  # noqa: S301 - nobody else's
            assert twin == test
            assert hash(twin) == hash(test)

    def test_they_cannot_be_changed(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            weigh().balance = Balance.DISCLOSE  # type: ignore[misc]
