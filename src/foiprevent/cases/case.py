"""A case: one request to one authority, and what became of it.

A case is a record.  Its state and its dates follow from what is recorded and are worked
out when asked for.  "Today" is always an argument: without one, the record alone speaks.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent._provenance import LawAsAt, LawBasis
from foiprevent._values import as_tuple, one_of, plain_day, tuple_of
from foiprevent.cases import _timetable, events
from foiprevent.cases.events import EVENTS, Event
from foiprevent.cases.request import PublicAuthority, Request
from foiprevent.cases.response import Response, ResponseKind
from foiprevent.exemptions import LAW_AS_AT

if TYPE_CHECKING:
    from datetime import date

    from foiprevent.citations import Regime
    from foiprevent.deadlines import Timetable, WorkingDayCalendar


@final
class State(enum.Enum):
    """Where a case stands."""

    NOT_YET_RECEIVED = "not yet received"
    RECEIVED = "received"
    AWAITING_CLARIFICATION = "awaiting clarification"
    AWAITING_FEE = "awaiting fee"
    EXTENDED = "extended"
    PARTLY_ANSWERED = "partly answered"
    ANSWERED = "answered"
    UNDER_REVIEW = "under review"
    REVIEWED = "reviewed"
    WITH_COMMISSIONER = "with the Commissioner"
    DECIDED = "decided"
    ON_APPEAL = "on appeal"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"
    UNDETERMINED = "undetermined"
    """An undated letter may or may not have been sent by the day asked about."""


_AFTER: Final[dict[type[Event] | ResponseKind | None, State]] = {
    None: State.RECEIVED,
    events.ClarificationSought: State.AWAITING_CLARIFICATION,
    events.ClarificationReceived: State.RECEIVED,
    events.FeesNoticeGiven: State.AWAITING_FEE,
    events.FeePaid: State.RECEIVED,
    events.ExtensionClaimed: State.EXTENDED,
    ResponseKind.EXTENSION_NOTICE: State.EXTENDED,
    ResponseKind.PARTIAL_RESPONSE: State.PARTLY_ANSWERED,
    ResponseKind.RESPONSE: State.ANSWERED,
    events.ReviewRequested: State.UNDER_REVIEW,
    ResponseKind.REVIEW_OUTCOME: State.REVIEWED,
    events.ComplaintMade: State.WITH_COMMISSIONER,
    events.DecisionNoticeServed: State.DECIDED,
    events.AppealLodged: State.ON_APPEAL,
    events.Transferred: State.TRANSFERRED,
    events.Withdrawn: State.WITHDRAWN,
}
"""The state before any step and after each, in the order in which procedure takes them."""

_RANK: Final = {step: rank for rank, step in enumerate(_AFTER)}
_STATES: Final = tuple(_AFTER.values())


@final
@attrs.frozen(kw_only=True)
class Case:
    """One request to one authority, what was answered, and what happened since.

    Attributes:
        authority: Who was asked.
        request: What was asked.
        responses: The authority's letters, in the order recorded.
        events: The other steps of procedure, in the order recorded.
    """

    authority: PublicAuthority = attrs.field(validator=one_of(PublicAuthority))
    request: Request = attrs.field(validator=one_of(Request))
    responses: tuple[Response, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(Response)
    )
    events: tuple[Event, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(*EVENTS)
    )

    @property
    def regime(self) -> Regime | None:
        """The regime the request falls under: its own, else the one every letter claims."""
        claimed = {response.regime_claimed for response in self.responses} - {None}
        only = claimed.pop() if len(claimed) == 1 else None
        return self.request.regime or only

    @property
    def law_as_at(self) -> LawAsAt:
        """The day as at which the law is read for this case, and why.

        The day the request was dealt with (the last dated letter that answers it), else
        the day it was received, else the law as last known.
        """
        answered = [
            response.sent
            for response in self.responses
            if response.sent is not None and response.kind in ANSWERING
        ]
        if answered:
            return LawAsAt(day=max(answered), basis=LawBasis.DEALT_WITH)
        if self.request.received is not None:
            return LawAsAt(day=self.request.received, basis=LawBasis.RECEIVED)
        return LawAsAt(day=LAW_AS_AT, basis=LawBasis.LAST_KNOWN)

    def state(self, *, on: date | None = None) -> State:
        """Return where the case stands at the end of a day, or after all that is recorded.

        Steps of one day are taken in the order procedure takes them.  An undated letter
        is taken where procedure takes it: after a dated step that comes before it there,
        and before any other.  On a day asked about it may not have been sent yet; if that
        decides the state, the state is ``UNDETERMINED``.
        """
        if on is not None:
            on = plain_day(on, "Case.state.on")
            if self.request.received is not None and on < self.request.received:
                return State.NOT_YET_RECEIVED
        steps = self._steps()
        dated = [(day, rank) for day, rank in steps if day and (on is None or day <= on)]
        last = max(dated, default=(None, 0))[1]
        undated = max((rank for day, rank in steps if day is None), default=0)
        state, furthest = _STATES[last], _STATES[max(last, undated)]
        return state if state is furthest else furthest if on is None else State.UNDETERMINED

    def timetable(
        self, *, on: date | None = None, calendar: WorkingDayCalendar | None = None
    ) -> Timetable:
        """Return every date that follows from the record, and what cannot be told.

        Args:
            on: The day to count what is overdue by; without it, only what the record
                itself shows to be late is.
            calendar: The working days; without it, those of the regime.
        """
        day = None if on is None else plain_day(on, "Case.timetable.on")
        return _timetable.build(self, day, calendar)

    def _steps(self) -> list[tuple[date | None, int]]:
        steps: list[tuple[date | None, int]] = [
            (event.on, _RANK[type(event)]) for event in self.events
        ]
        steps += [
            (response.sent, _RANK[response.kind])
            for response in self.responses
            if response.kind is not ResponseKind.OTHER
        ]
        return steps


ANSWERING: Final = frozenset(
    {ResponseKind.RESPONSE, ResponseKind.PARTIAL_RESPONSE, ResponseKind.REVIEW_OUTCOME}
)
"""The kinds of letter that answer questions."""
