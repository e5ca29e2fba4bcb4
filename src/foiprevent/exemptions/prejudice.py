"""The prejudice test as a letter records it.

An exemption from harm is made out in three steps: an interest that the provision protects,
a real harm to it that disclosing (or confirming or denying) would cause, and how likely
that is.  A record holds what the letter says of each, and what it leaves out shows.
"""

from __future__ import annotations

import enum
from typing import final

import attrs

from foiprevent._values import NONE, as_tuple, not_empty, one_of, tuple_of
from foiprevent.citations import Citation
from foiprevent.exemptions._model import Duty, Likelihood


@final
class Step(enum.Enum):
    """What the three steps of the prejudice test show; the second shows two things."""

    INTEREST = "the interest protected"
    """One that the provision names."""
    HARM = "the harm"
    """Real, actual or of substance, not trivial."""
    CAUSE = "the causal link"
    """How disclosing would bring the harm about."""
    LIKELIHOOD = "the likelihood"
    """Would, or would be likely to."""


@final
@attrs.frozen(kw_only=True)
class PrejudiceTest:
    """A prejudice test, as a letter carries it out: s.17(1)(c).

    Attributes:
        provisions: The provisions it is for; several where the letter argues them at once.
        duty: The duty whose performance would do the harm; ``None`` if that is not said.
        interest: The interest protected, as the letter has it.
        harm: The harm it sees.
        cause: How disclosing, or confirming or denying, would bring it about.
        likelihood: How likely it says that is.
        evidence: What it rests that on.

    Raises:
        InvalidRecordError: If it is for no provision, or a field is of the wrong type.
    """

    provisions: tuple[Citation, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Citation), not_empty)
    )
    duty: Duty | None = attrs.field(default=None, validator=one_of(Duty, NONE))
    interest: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    harm: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    cause: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    likelihood: Likelihood = attrs.field(
        default=Likelihood.NOT_STATED, validator=one_of(Likelihood)
    )
    evidence: str | None = attrs.field(default=None, validator=one_of(str, NONE))

    def missing(self) -> tuple[Step, ...]:
        """Return the steps of the test that the record does not show, in their order."""
        shown = {
            Step.INTEREST: self.interest,
            Step.HARM: self.harm,
            Step.CAUSE: self.cause,
            Step.LIKELIHOOD: self.likelihood is not Likelihood.NOT_STATED,
        }
        return tuple(step for step, there in shown.items() if not there)
