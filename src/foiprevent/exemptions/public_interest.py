"""The public interest test as a letter records it.

A qualified exemption is weighed twice, for two duties, and the two balances differ.
Under s.2(1)(b) the interest in *maintaining the exclusion of the duty to confirm or deny*
is set against the interest in *disclosing whether the information is held*; under
s.2(2)(b) the interest in *maintaining the exemption* against the interest in
*disclosing the information*.  Each must outweigh: an even balance means answering.

A record says what was argued, on which duty, and what was concluded, on which duty.
Whether that is the right duty is for the audit.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import final

import attrs

from foiprevent._values import NONE, as_tuple, not_empty, one_of, optional_day, tuple_of
from foiprevent.citations import Citation
from foiprevent.exemptions._model import Duty


@final
class Side(enum.Enum):
    """What a factor speaks for."""

    DISCLOSURE = "disclosure"
    """For disclosing the information, or whether it is held."""
    EXEMPTION = "exemption"
    """For maintaining the exemption, or the exclusion of the duty to confirm or deny."""


@final
class Balance(enum.Enum):
    """Where a public interest test comes out, as the letter puts it."""

    MAINTAIN = "maintain"
    """The exemption, or the exclusion of the duty, is maintained."""
    DISCLOSE = "disclose"
    """The information, or whether it is held, is disclosed."""
    NOT_STATED = "not stated"
    """The letter draws no conclusion."""


@final
class Weight(enum.Enum):
    """How much a factor is given, in the words that decisions use."""

    NONE = "no weight"
    LITTLE = "little weight"
    SOME = "some weight"
    CONSIDERABLE = "considerable weight"
    GREAT = "great weight"


@final
@attrs.frozen(kw_only=True)
class Factor:
    """One argument weighed in a public interest test.

    Attributes:
        side: What it speaks for.
        text: The argument.
        tags: Labels, such as the argument it makes in a vocabulary.
        weight: How much it was given; ``None`` where that is not said.
        source: Where it comes from, as the letter says: a requester, the guidance, evidence.
    """

    side: Side = attrs.field(validator=one_of(Side))
    text: str = attrs.field(validator=one_of(str))
    tags: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=tuple_of(str))
    weight: Weight | None = attrs.field(default=None, validator=one_of(Weight, NONE))
    source: str | None = attrs.field(default=None, validator=one_of(str, NONE))


@final
@attrs.frozen(kw_only=True)
class PublicInterestTest:
    """A public interest test, as a letter carries it out: s.2(1)(b), s.2(2)(b), s.17(3).

    Attributes:
        provisions: The provisions weighed; several where the letter weighs them at once.
        argued_on: The duty the arguments speak of; ``None`` where they do not say.
        balanced_on: The duty the conclusion speaks of; ``None`` where it does not say.
        names: The provision the conclusion names, where it names one.
        factors: The arguments, in the letter's order.
        balance: Where the letter comes out.
        reasons: Why, so far as it says.
        decided_by: Who struck the balance, by post or role.
        decided_on: When.

    Raises:
        InvalidRecordError: If no provision is weighed, or a field is of the wrong type.
    """

    provisions: tuple[Citation, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Citation), not_empty)
    )
    argued_on: Duty | None = attrs.field(default=None, validator=one_of(Duty, NONE))
    balanced_on: Duty | None = attrs.field(default=None, validator=one_of(Duty, NONE))
    names: Citation | None = attrs.field(default=None, validator=one_of(Citation, NONE))
    factors: tuple[Factor, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(Factor)
    )
    balance: Balance = attrs.field(default=Balance.NOT_STATED, validator=one_of(Balance))
    reasons: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    decided_by: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    decided_on: date | None = attrs.field(
        default=None, converter=optional_day, validator=one_of(date, NONE)
    )

    def weighed(self, side: Side) -> tuple[Factor, ...]:
        """Return the factors that speak for *side*."""
        return tuple(factor for factor in self.factors if factor.side is side)
