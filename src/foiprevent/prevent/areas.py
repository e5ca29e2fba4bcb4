"""What is known of an area, and when: priority, Dovetail, funding.

What was said of an area holds for the days it was said of: a letter of one day shows that
day.  Between what is known lies what is not, and the answer is then ``None``, which is
neither yes nor no.  Where two sources contradict each other on a day, nothing is known of
that day either, and both are kept.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, TypeVar, final

import attrs

from foiprevent._values import as_tuple, not_empty, one_of, plain_day, tuple_of
from foiprevent.citations import Source
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Period

if TYPE_CHECKING:
    from collections.abc import Iterable


@final
class Priority(enum.Enum):
    """Whether the Home Office treats an area as a priority for Prevent."""

    PRIORITY = "priority area"
    NON_PRIORITY = "non-priority area"


@final
class Dovetail(enum.Enum):
    """Who runs Channel in an area."""

    DOVETAIL = "Dovetail area"
    """The local authority, in place of the police."""
    NOT_DOVETAIL = "not a Dovetail area"
    """The police."""


@final
@attrs.frozen(kw_only=True)
class Grant:
    """Money for Prevent that an area gets in a period.

    Attributes:
        pounds: How much, in whole pounds; 0 where it gets none.
    """

    pounds: int = attrs.field(validator=one_of(int))

    def __attrs_post_init__(self) -> None:
        if self.pounds < 0:
            raise InvalidRecordError("Grant.pounds", self.pounds, "must not be negative")


@final
@attrs.frozen(kw_only=True)
class AreaFact:
    """Something that is known of an area for a period.

    Attributes:
        what: What is known.
        period: The days it holds.
        sources: What it is known from.
    """

    what: Priority | Dovetail | Grant = attrs.field(validator=one_of(Priority, Dovetail, Grant))
    period: Period = attrs.field(validator=one_of(Period))
    sources: tuple[Source, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Source), not_empty)
    )


@final
@attrs.frozen(kw_only=True)
class AreaStatus:
    """What is known of an area on a day.

    Attributes:
        area: The area's name.
        on: The day.
        priority: Whether it is a priority area; ``None`` if it is not known.
        dovetail: Whether it is a Dovetail area; ``None`` if it is not known.
        grant: What it gets in the period the day lies in; ``None`` if it is not known.
        facts: What is known, with the sources, and what contradicts it.
        disputed: Those of the facts that contradict one another.
    """

    area: str
    on: date
    priority: Priority | None
    dovetail: Dovetail | None
    grant: Grant | None
    facts: tuple[AreaFact, ...]
    disputed: tuple[AreaFact, ...]

    @property
    def is_priority(self) -> bool | None:
        """Whether it is a priority area; ``None`` if it is not known."""
        return None if self.priority is None else self.priority is Priority.PRIORITY

    @property
    def is_dovetail(self) -> bool | None:
        """Whether it is a Dovetail area; ``None`` if it is not known."""
        return None if self.dovetail is None else self.dovetail is Dovetail.DOVETAIL

    @property
    def is_funded(self) -> bool | None:
        """Whether it gets money of its own; ``None`` if it is not known."""
        return None if self.grant is None else self.grant.pounds > 0


@final
@attrs.frozen(kw_only=True)
class AreaProfile:
    """What is known of an area, over time.

    Attributes:
        name: The area's name.
        facts: What is known of it, in any order.
    """

    name: str = attrs.field(validator=(one_of(str), not_empty))
    facts: tuple[AreaFact, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(AreaFact)
    )

    def on(self, day: date) -> AreaStatus:
        """Return what is known of the area on a day.

        Raises:
            InvalidRecordError: If the day is not a plain date.

        >>> AreaProfile(name="Sometown").on(date(2023, 5, 24)).is_priority is None
        True
        """
        day = plain_day(day, "AreaProfile.on")
        facts = tuple(fact for fact in self.facts if day in fact.period)
        priority = _known(Priority, facts)
        dovetail = _known(Dovetail, facts)
        grant = _known(Grant, facts)
        settled = (priority, dovetail, grant)
        return AreaStatus(
            area=self.name,
            on=day,
            priority=priority,
            dovetail=dovetail,
            grant=grant,
            facts=facts,
            disputed=tuple(fact for fact in facts if fact.what not in settled),
        )


K = TypeVar("K", Priority, Dovetail, Grant)


def _known(kind: type[K], facts: Iterable[AreaFact]) -> K | None:
    """Return what all facts of a kind agree on, if they do."""
    said = {fact.what for fact in facts if isinstance(fact.what, kind)}
    return said.pop() if len(said) == 1 else None
