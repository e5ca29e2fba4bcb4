"""Dated steps of procedure other than the authority's letters.

Events record what happened; whether a step came late is computed, never stored.
"""

from __future__ import annotations

from datetime import date
from typing import TypeAlias, final

import attrs

from foiprevent._values import NONE, as_tuple, day, one_of, optional_day, tuple_of
from foiprevent.citations import Citation


@final
@attrs.frozen(kw_only=True)
class ClarificationSought:
    """The authority asked what is wanted: s.1(3).

    Attributes:
        on: The day it asked.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))


@final
@attrs.frozen(kw_only=True)
class ClarificationReceived:
    """The requester's clarification arrived: s.10(6)(b).

    Attributes:
        on: The day it arrived.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))


@final
@attrs.frozen(kw_only=True)
class FeesNoticeGiven:
    """A fees notice was given: s.9.

    Attributes:
        on: The day it was given.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))


@final
@attrs.frozen(kw_only=True)
class FeePaid:
    """The fee arrived: s.10(2).

    Attributes:
        on: The day it arrived.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))


@final
@attrs.frozen(kw_only=True)
class ExtensionClaimed:
    """The authority took more time: to weigh the public interest (s.10(3)), or under EIR reg.7.

    Attributes:
        on: The day it said so.
        provisions: The provisions it named.
        estimate: When it expected to decide: s.17(2).
    """

    on: date = attrs.field(converter=day, validator=one_of(date))
    provisions: tuple[Citation, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(Citation)
    )
    estimate: date | None = attrs.field(
        default=None, converter=optional_day, validator=one_of(date, NONE)
    )


@final
@attrs.frozen(kw_only=True)
class ReviewRequested:
    """The request for an internal review arrived.

    Attributes:
        on: The day it arrived.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))


@final
@attrs.frozen(kw_only=True)
class ComplaintMade:
    """The requester applied to the Commissioner: s.50.

    Attributes:
        on: The day of the application.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))


@final
@attrs.frozen(kw_only=True)
class DecisionNoticeServed:
    """The Commissioner served a decision notice: s.50(3)(b).

    Attributes:
        on: The day it was sent.
        reference: Its reference.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))
    reference: str | None = attrs.field(default=None, validator=one_of(str, NONE))


@final
@attrs.frozen(kw_only=True)
class AppealLodged:
    """An appeal to the First-tier Tribunal arrived there: s.57.

    Attributes:
        on: The day it arrived.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))


@final
@attrs.frozen(kw_only=True)
class AppealDecided:
    """A tribunal decided an appeal: s.58.

    Attributes:
        on: The day of its decision.
        reference: The reference of the appeal.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))
    reference: str | None = attrs.field(default=None, validator=one_of(str, NONE))


@final
@attrs.frozen(kw_only=True)
class Withdrawn:
    """The requester withdrew the request, or the complaint or appeal that was left of it.

    Attributes:
        on: The day.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))


@final
@attrs.frozen(kw_only=True)
class Transferred:
    """The authority passed the request to another that holds the information.

    Attributes:
        on: The day.
        to: Who received it.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))
    to: str | None = attrs.field(default=None, validator=one_of(str, NONE))


@final
@attrs.frozen(kw_only=True)
class Closed:
    """The case was closed, with nothing owed any more.

    That an authority shut its file is no such event: it ends no duty to answer.

    Attributes:
        on: The day.
        reason: Why, in a few words.
    """

    on: date = attrs.field(converter=day, validator=one_of(date))
    reason: str | None = attrs.field(default=None, validator=one_of(str, NONE))


Event: TypeAlias = (
    ClarificationSought
    | ClarificationReceived
    | FeesNoticeGiven
    | FeePaid
    | ExtensionClaimed
    | ReviewRequested
    | ComplaintMade
    | DecisionNoticeServed
    | AppealLodged
    | AppealDecided
    | Withdrawn
    | Transferred
    | Closed
)
"""Any dated step of procedure."""

EVENTS: tuple[type[Event], ...] = (
    ClarificationSought,
    ClarificationReceived,
    FeesNoticeGiven,
    FeePaid,
    ExtensionClaimed,
    ReviewRequested,
    ComplaintMade,
    DecisionNoticeServed,
    AppealLodged,
    AppealDecided,
    Withdrawn,
    Transferred,
    Closed,
)
"""Every kind of event, in the order in which a case can meet them."""

ENDING = (Withdrawn, Transferred, Closed)
"""The kinds of event after which nothing is owed any more."""
