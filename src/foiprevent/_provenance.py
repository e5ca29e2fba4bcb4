"""What an answer was worked out with, so that a stored one can be worked out again."""

from __future__ import annotations

import enum
from datetime import date
from functools import cache
from typing import final

import attrs

from foiprevent._values import day, one_of


@final
class LawBasis(enum.Enum):
    """Why the law was read as at a day."""

    DEALT_WITH = "the day the request was dealt with"
    RECEIVED = "the day the request was received"
    ASKED = "the day asked for"
    LAST_KNOWN = "the law as last known"


@final
@attrs.frozen(kw_only=True)
class LawAsAt:
    """The day as at which the law was read, and why that day.

    Attributes:
        day: The day.
        basis: Why.
    """

    day: date = attrs.field(converter=day, validator=one_of(date))
    basis: LawBasis = attrs.field(validator=one_of(LawBasis))

    def __str__(self) -> str:
        return f"{self.day.isoformat()} ({self.basis.value})"


@cache
def library_version() -> str:
    """Return the version of the installed library."""
    from importlib.metadata import version

    return version("foiprevent")
