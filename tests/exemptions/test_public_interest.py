"""The public interest test as a record: what it holds, and what no record can be."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest

from foiprevent.citations import Citation
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Balance, Duty, Factor, PublicInterestTest, Side

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
        )
        assert test.provisions == (SECURITY, CRIME)
        assert test.argued_on is Duty.CONFIRM_OR_DENY
        assert test.balanced_on is Duty.COMMUNICATE
        assert test.names == CRIME
        assert test.balance is Balance.MAINTAIN
        assert test.reasons == "The map weighs more."

    def test_what_a_letter_does_not_say(self) -> None:
        test = weigh()
        assert test.argued_on is None
        assert test.balanced_on is None
        assert test.names is None
        assert test.factors == ()
        assert test.balance is Balance.NOT_STATED
        assert test.reasons is None

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
        ],
    )
    def test_a_factor_of_the_wrong_kind(self, field: str, value: object, refused: object) -> None:
        fields: dict[str, Any] = {"side": Side.DISCLOSURE, "text": "It informs debate."}
        with pytest.raises(InvalidRecordError) as caught:
            Factor(**(fields | {field: value}))
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
