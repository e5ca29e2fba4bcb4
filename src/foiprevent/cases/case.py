"""A case: one request to one authority, and what became of it.

A case is a record.  Its state and its dates follow from what is recorded and are worked
out when asked for.  "Today" is always an argument: without one, the record alone speaks.
"""

from __future__ import annotations

import enum
from datetime import date
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
    from foiprevent.citations import Regime
    from foiprevent.deadlines import Timetable


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


_AFTER: Final[dict[type[Event] | ResponseKind, State]] = {
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
"""The state after each step, in the order in which steps of one day are taken."""

_RANK: Final = {step: rank for rank, step in enumerate(_AFTER)}


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
        is taken to come first; if that decides the state on a day asked about, the state
        is ``UNDETERMINED``.
        """
        if on is None:
            return self._state_after(self._steps())
        on = plain_day(on, "Case.state.on")
        if self.request.received is not None and on < self.request.received:
            return State.NOT_YET_RECEIVED
        taken = [step for step in self._steps() if step[0] is None or step[0] <= on]
        state = self._state_after(taken)
        if state is not self._state_after([step for step in taken if step[0] is not None]):
            return State.UNDETERMINED
        return state

    def timetable(self, *, on: date | None = None) -> Timetable:
        """Return every date that follows from the record, and what cannot be told.

        Args:
            on: The day to count what is overdue by; without it, only what the record
                itself shows to be late is.
        """
        return _timetable.build(self, None if on is None else plain_day(on, "Case.timetable.on"))

    def _steps(self) -> list[tuple[date | None, type[Event] | ResponseKind]]:
        steps: list[tuple[date | None, type[Event] | ResponseKind]] = [
            (event.on, type(event)) for event in self.events
        ]
        steps += [
            (response.sent, response.kind)
            for response in self.responses
            if response.kind is not ResponseKind.OTHER
        ]
        return sorted(steps, key=lambda step: (step[0] or date.min, _RANK[step[1]]))

    @staticmethod
    def _state_after(steps: list[tuple[date | None, type[Event] | ResponseKind]]) -> State:
        return _AFTER[steps[-1][1]] if steps else State.RECEIVED


ANSWERING: Final = frozenset(
    {ResponseKind.RESPONSE, ResponseKind.PARTIAL_RESPONSE, ResponseKind.REVIEW_OUTCOME}
)
"""The kinds of letter that answer questions."""
