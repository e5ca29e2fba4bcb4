"""A case: one request to one authority, and what became of it.

A case is a record.  Its state and its dates follow from what is recorded and are worked
out when asked for.  "Today" is always an argument: without one, the record alone speaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent._provenance import LawAsAt, LawBasis
from foiprevent._values import as_tuple, one_of, plain_day, tuple_of
from foiprevent.cases import _timetable, life
from foiprevent.cases.answers import keys_of, standing_answer
from foiprevent.cases.events import EVENTS, Event
from foiprevent.cases.life import State
from foiprevent.cases.request import PublicAuthority, Question, Request
from foiprevent.cases.response import Response, ResponseKind
from foiprevent.errors import InvalidRecordError, TransitionError
from foiprevent.exemptions import LAW_AS_AT

if TYPE_CHECKING:
    from datetime import date

    from foiprevent.cases.answers import StandingAnswer
    from foiprevent.cases.life import Passage
    from foiprevent.citations import Regime
    from foiprevent.deadlines import Timetable, WorkingDayCalendar


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

        On a day asked about an undated letter may not have been sent yet; if that decides
        the state, the state is ``UNDETERMINED``.

        Raises:
            TransitionError: If the record has a step that cannot follow from where the case
                stood.
        """
        day = None if on is None else plain_day(on, "Case.state.on")
        sent = self._reached(day, undated=True)
        if day is None:
            return sent
        try:
            unsent = self._reached(day, undated=False)
        except TransitionError:
            return sent  # what followed the letter shows that it was sent
        return sent if sent is unsent else State.UNDETERMINED

    def life(self, *, on: date | None = None) -> tuple[Passage, ...]:
        """Return each step the case has taken, with the provision it rests on.

        Undated letters are taken to have been sent, and taken where procedure takes them:
        after every step that comes before them there.

        Raises:
            TransitionError: If the record has a step that cannot follow from where the case
                stood.
        """
        day = None if on is None else plain_day(on, "Case.life.on")
        return life.replay(self, day, undated=True)

    def answer(self, question: str | Question, *, on: date | None = None) -> StandingAnswer:
        """Return what stands as the answer to a question, and what it superseded.

        Args:
            question: The question, or its key.
            on: The day; without it, the end of the record.  Undated letters are taken to
                have been sent.

        Raises:
            InvalidRecordError: If no question, answer or claim of the case has that key.
        """
        day = None if on is None else plain_day(on, "Case.answer.on")
        key = question.key if isinstance(question, Question) else question
        if key not in keys_of(self):
            raise InvalidRecordError("Case.answer.question", key, "no question of the case")
        return standing_answer(life.letters_in_order(self, day), key)

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

    def _reached(self, on: date | None, *, undated: bool) -> State:
        passages = life.replay(self, on, undated=undated)
        return passages[-1].transition.next if passages else State.NOT_YET_RECEIVED


ANSWERING: Final = frozenset(
    {ResponseKind.RESPONSE, ResponseKind.PARTIAL_RESPONSE, ResponseKind.REVIEW_OUTCOME}
)
"""The kinds of letter that answer questions."""
