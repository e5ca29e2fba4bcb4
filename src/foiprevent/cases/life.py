"""The life of a case: one table of what can follow what, and a fold over the record.

A request is received; until it is answered the authority may ask what is wanted, ask for a
fee, or take more time.  What it answered, or left unanswered, can be reviewed, complained
of to the Commissioner and taken to the tribunal; letters that arrive meanwhile leave the
case where it stands, for a review ends with its outcome, a complaint with a decision and an
appeal with another.  Shutting a file ends no duty to answer, so that only a case in which
nothing is owed can be closed; and nothing follows once a case is closed, withdrawn or handed
on.  A case that lapsed because no fee came in time can only be closed; a late fee leaves it.

The outcome of a review shows that one was asked for, and needs no record of that.

Steps of one day are taken in the order of :class:`Step`.  A step the table does not know
from where the case stands is impossible: it raises and changes nothing.
"""

from __future__ import annotations

import enum
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

import attrs

from foiprevent.cases import events
from foiprevent.cases._timetable import payment_missed
from foiprevent.cases.response import Response, ResponseKind
from foiprevent.citations import Citation, Regime, Source, SourceKind
from foiprevent.deadlines.limits import CODE_5_3, CODE_5_4
from foiprevent.errors import TransitionError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foiprevent.cases.case import Case


@final
class State(enum.Enum):
    """Where a case stands."""

    NOT_YET_RECEIVED = "not yet received"
    RECEIVED = "received"
    AWAITING_CLARIFICATION = "awaiting clarification"
    AWAITING_FEE = "awaiting fee"
    LAPSED = "lapsed"
    """No fee came in time, and with that the duty to answer has gone."""
    EXTENDED = "extended"
    PARTLY_ANSWERED = "partly answered"
    ANSWERED = "answered"
    UNDER_REVIEW = "under review"
    REVIEWED = "reviewed"
    WITH_COMMISSIONER = "with the Commissioner"
    DECIDED = "decided"
    """By the Commissioner or, on appeal, by a tribunal."""
    ON_APPEAL = "on appeal"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"
    UNDETERMINED = "undetermined"
    """An undated letter may or may not have been sent by the day asked about."""

    @property
    def is_closed(self) -> bool:
        """Whether nothing is owed any more; a late fee or a shut file can follow, and no more."""
        return self in _CLOSED_STATES


@final
class Step(enum.Enum):
    """What can happen to a case, in the order in which the steps of one day are taken."""

    REQUEST_RECEIVED = "request received"
    CLARIFICATION_SOUGHT = "clarification sought"
    CLARIFICATION_RECEIVED = "clarification received"
    FEES_NOTICE_GIVEN = "fees notice given"
    FEE_PAID = "fee paid"
    FEE_NOT_PAID = "fee not paid in time"
    """No event: it follows once the last day to pay has passed."""
    MORE_TIME_TAKEN = "more time taken"
    PARTIAL_RESPONSE = "partial response"
    RESPONSE = "response"
    REVIEW_REQUESTED = "review requested"
    REVIEW_OUTCOME = "review outcome"
    COMPLAINT_MADE = "complaint made"
    DECISION_NOTICE_SERVED = "decision notice served"
    APPEAL_LODGED = "appeal lodged"
    APPEAL_DECIDED = "appeal decided"
    TRANSFERRED = "transferred"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@final
@attrs.frozen(kw_only=True)
class Transition:
    """One row of the table.

    Attributes:
        state: Where a case stands.
        step: What happens.
        next: Where it then stands.
        cites: What that rests on, in each regime.
    """

    state: State
    step: Step
    next: State
    cites: tuple[Citation | Source, ...]

    def rests_on(self, regime: Regime) -> tuple[Citation | Source, ...]:
        """Return what it rests on in one regime; a code of practice is of the Act."""
        return tuple(
            cite
            for cite in self.cites
            if (cite.regime if isinstance(cite, Citation) else Regime.FOIA) is regime
        )


_CLOSED_STATES: Final = frozenset({State.LAPSED, State.CLOSED, State.WITHDRAWN, State.TRANSFERRED})
_CODE: Final = Source(
    kind=SourceKind.CODE_OF_PRACTICE,
    text="s.45 Code of Practice (July 2018), on transferring requests",
    uri=CODE_5_3.uri,
    confidence=CODE_5_3.confidence,
)
_WAITING: Final = (State.AWAITING_CLARIFICATION, State.AWAITING_FEE)
_TO_ANSWER: Final = (State.RECEIVED, State.EXTENDED, State.PARTLY_ANSWERED)
_ANSWERED: Final = (State.ANSWERED, State.REVIEWED, State.DECIDED)
_BEFORE_OTHERS: Final = (State.UNDER_REVIEW, State.WITH_COMMISSIONER, State.ON_APPEAL)
_OPEN: Final = (*_TO_ANSWER, *_WAITING, *_ANSWERED, *_BEFORE_OTHERS)


class _Row(NamedTuple):
    """A step, what it rests on, where it leads, and from where; to ``None`` is to stay."""

    step: Step
    cites: tuple[str | Source, ...]
    next: State | None
    states: tuple[State, ...]


_ANSWER: Final = (
    "FOIA s.1(1)", "FOIA s.17(1)", "EIR reg.5(1)", "EIR reg.14(1)", "FOISA s.1(1)",
    "FOISA s.16(1)",
)  # fmt: skip
_REVIEW: Final = (CODE_5_4, "EIR reg.11(4)", "FOISA s.21(1)")
_FEE: Final = ("FOIA s.9(2)", "EIR reg.8(5)", "FOISA s.9(3)")
_NOTHING_OWED: Final = ("FOIA s.1(1)", "EIR reg.5(1)", "FOISA s.1(1)")

_ROWS: Final = (
    _Row(
        Step.REQUEST_RECEIVED,
        ("FOIA s.10(1)", "EIR reg.5(2)", "FOISA s.10(1)"),
        State.RECEIVED,
        (State.NOT_YET_RECEIVED,),
    ),
    _Row(
        Step.CLARIFICATION_SOUGHT,
        ("FOIA s.1(3)", "EIR reg.9(2)", "FOISA s.1(3)"),
        State.AWAITING_CLARIFICATION,
        (*_TO_ANSWER, State.AWAITING_CLARIFICATION),
    ),
    _Row(
        Step.CLARIFICATION_RECEIVED,
        ("FOIA s.10(6)", "EIR reg.9(4)", "FOISA s.10(1)"),
        State.RECEIVED,
        (State.AWAITING_CLARIFICATION,),
    ),
    _Row(
        Step.FEES_NOTICE_GIVEN,
        ("FOIA s.9(1)", "EIR reg.8(4)", "FOISA s.9(1)"),
        State.AWAITING_FEE,
        _TO_ANSWER,
    ),
    _Row(
        Step.FEE_PAID,
        ("FOIA s.10(2)", "EIR reg.8(6)", "FOISA s.10(3)"),
        State.RECEIVED,
        (State.AWAITING_FEE,),
    ),
    _Row(Step.FEE_PAID, _FEE, None, (State.LAPSED,)),
    _Row(Step.FEE_NOT_PAID, _FEE, State.LAPSED, (State.AWAITING_FEE,)),
    _Row(
        Step.MORE_TIME_TAKEN,
        ("FOIA s.10(3)", "FOIA s.17(2)", "EIR reg.7(1)"),
        State.EXTENDED,
        _TO_ANSWER,
    ),
    _Row(Step.PARTIAL_RESPONSE, _ANSWER, State.PARTLY_ANSWERED, _TO_ANSWER),
    _Row(Step.PARTIAL_RESPONSE, _ANSWER, None, (*_WAITING, *_ANSWERED, *_BEFORE_OTHERS)),
    _Row(Step.RESPONSE, _ANSWER, State.ANSWERED, (*_TO_ANSWER, *_WAITING)),
    _Row(Step.RESPONSE, _ANSWER, None, (*_ANSWERED, *_BEFORE_OTHERS)),
    _Row(
        Step.REVIEW_REQUESTED,
        (CODE_5_3, "EIR reg.11(1)", "FOISA s.20(1)"),
        State.UNDER_REVIEW,
        (*_TO_ANSWER, *_WAITING, *_ANSWERED),
    ),
    _Row(
        Step.REVIEW_REQUESTED,
        (CODE_5_3, "EIR reg.11(1)", "FOISA s.20(1)"),
        None,
        (State.UNDER_REVIEW, State.WITH_COMMISSIONER),
    ),
    _Row(
        Step.REVIEW_OUTCOME,
        _REVIEW,
        State.REVIEWED,
        (*_TO_ANSWER, State.ANSWERED, State.UNDER_REVIEW),
    ),
    _Row(
        Step.REVIEW_OUTCOME,
        _REVIEW,
        None,
        (State.REVIEWED, State.WITH_COMMISSIONER, State.DECIDED, State.ON_APPEAL),
    ),
    _Row(
        Step.COMPLAINT_MADE,
        ("FOIA s.50(1)", "EIR reg.18(1)", "FOISA s.47(1)"),
        State.WITH_COMMISSIONER,
        (*_TO_ANSWER, *_WAITING, *_ANSWERED, State.UNDER_REVIEW, State.WITH_COMMISSIONER),
    ),
    _Row(
        Step.DECISION_NOTICE_SERVED,
        ("FOIA s.50(3)", "EIR reg.18(1)", "FOISA s.49"),
        State.DECIDED,
        (State.WITH_COMMISSIONER,),
    ),
    _Row(
        Step.APPEAL_LODGED,
        ("FOIA s.57(1)", "EIR reg.18(1)", "FOISA s.56"),
        State.ON_APPEAL,
        (State.DECIDED, State.ON_APPEAL),
    ),
    _Row(
        Step.APPEAL_DECIDED,
        ("FOIA s.58(1)", "EIR reg.18(1)", "FOISA s.56"),
        State.DECIDED,
        (State.ON_APPEAL,),
    ),
    _Row(
        Step.TRANSFERRED,
        (_CODE, "EIR reg.10(1)", "FOISA s.60(2)(b)"),
        State.TRANSFERRED,
        (*_TO_ANSWER, *_WAITING),
    ),
    _Row(Step.WITHDRAWN, _NOTHING_OWED, State.WITHDRAWN, _OPEN),
    _Row(
        Step.CLOSED,
        ("FOIA s.1(3)", "EIR reg.9(2)", "FOISA s.1(3)"),
        State.CLOSED,
        (State.AWAITING_CLARIFICATION,),
    ),
    _Row(
        Step.CLOSED,
        _NOTHING_OWED,
        State.CLOSED,
        (*_ANSWERED, State.WITH_COMMISSIONER, State.ON_APPEAL, State.LAPSED),
    ),
)


def _cite(what: str | Source) -> Citation | Source:
    return Citation.parse(what) if isinstance(what, str) else what


TRANSITIONS: Final = tuple(
    Transition(
        state=state, step=row.step, next=row.next or state, cites=tuple(map(_cite, row.cites))
    )
    for row in _ROWS
    for state in row.states
)
"""The whole table."""

_FROM: Final[Mapping[State, Mapping[Step, Transition]]] = {
    state: {row.step: row for row in TRANSITIONS if row.state is state} for state in State
}

Cause: TypeAlias = events.Event | Response
"""What in the record makes a step: an event, or a letter."""

_STEP_OF: Final[dict[type[events.Event] | ResponseKind, Step]] = {
    events.ClarificationSought: Step.CLARIFICATION_SOUGHT,
    events.ClarificationReceived: Step.CLARIFICATION_RECEIVED,
    events.FeesNoticeGiven: Step.FEES_NOTICE_GIVEN,
    events.FeePaid: Step.FEE_PAID,
    events.ExtensionClaimed: Step.MORE_TIME_TAKEN,
    ResponseKind.EXTENSION_NOTICE: Step.MORE_TIME_TAKEN,
    ResponseKind.PARTIAL_RESPONSE: Step.PARTIAL_RESPONSE,
    ResponseKind.RESPONSE: Step.RESPONSE,
    events.ReviewRequested: Step.REVIEW_REQUESTED,
    ResponseKind.REVIEW_OUTCOME: Step.REVIEW_OUTCOME,
    events.ComplaintMade: Step.COMPLAINT_MADE,
    events.DecisionNoticeServed: Step.DECISION_NOTICE_SERVED,
    events.AppealLodged: Step.APPEAL_LODGED,
    events.AppealDecided: Step.APPEAL_DECIDED,
    events.Transferred: Step.TRANSFERRED,
    events.Withdrawn: Step.WITHDRAWN,
    events.Closed: Step.CLOSED,
}
"""The step each thing in the record makes; a letter that answers nothing makes none."""

_RANK: Final = {step: rank for rank, step in enumerate(Step)}


@final
@attrs.frozen(kw_only=True)
class Passage:
    """One step a case has taken.

    Attributes:
        on: The day; ``None`` for an undated letter, or for a request whose day of receipt
            is not known.
        transition: The row of the table.
        cause: The event or letter; ``None`` for receipt, and where time alone made the step.
    """

    on: date | None
    transition: Transition
    cause: Cause | None = None


def possible(state: State) -> tuple[Step, ...]:
    """Return the steps that can follow from a state, in the order of one day."""
    return tuple(sorted(_FROM[state], key=_RANK.__getitem__))


def advance(
    state: State, step: Step, *, on: date | None = None, cause: Cause | None = None
) -> Transition:
    """Return the row of the table for a step.

    Args:
        state: Where the case stands.
        step: What happens.
        on: The day, for the error.
        cause: The event or letter, for the error.

    Raises:
        TransitionError: If the step is impossible there.
    """
    try:
        return _FROM[state][step]
    except KeyError:
        raise TransitionError(state, step, on, possible(state), cause) from None


class _Taken(NamedTuple):
    """A step to be taken: its day, and what in the record makes it."""

    on: date | None
    step: Step
    cause: Cause | None


def replay(case: Case, on: date | None, *, undated: bool) -> tuple[Passage, ...]:
    """Return the steps *case* has taken by the end of a day.

    Args:
        case: The case.
        on: The day; without it, the end of the record.
        undated: Whether undated letters are taken to have been sent by then.

    Raises:
        TransitionError: If one of the steps is impossible.
    """
    passages: list[Passage] = []
    state = State.NOT_YET_RECEIVED
    for taken in _in_order(case, on, undated=undated):
        passages += _lapsed(passages, case, taken.on)
        state = passages[-1].transition.next if passages else state
        transition = advance(state, taken.step, on=taken.on, cause=taken.cause)
        passages.append(Passage(on=taken.on, transition=transition, cause=taken.cause))
    return (*passages, *_lapsed(passages, case, on))


def _in_order(case: Case, on: date | None, *, undated: bool) -> list[_Taken]:
    """Return what the record says happened, in the order in which it is taken.

    An undated letter is taken where procedure takes it: after every step that is not
    later than it in the order of one day, and before whatever then follows.
    """
    received = case.request.received
    undated = undated and not (on and received and on < received)
    said = [_Taken(received, Step.REQUEST_RECEIVED, None)]
    said += [_Taken(event.on, _STEP_OF[type(event)], event) for event in case.events]
    said += [
        _Taken(letter.sent, _STEP_OF[letter.kind], letter)
        for letter in case.responses
        if letter.kind in _STEP_OF
    ]
    dated = [(taken.on, taken) for taken in said if taken.on and (on is None or taken.on <= on)]
    order = [taken for _, taken in sorted(dated, key=lambda one: (one[0], _RANK[one[1].step]))]
    last = {_RANK[taken.step]: place for place, taken in enumerate(order, 1)}
    loose = [t for t in said if t.on is None and (undated or t.step is Step.REQUEST_RECEIVED)]
    placed = list(enumerate(order, 1))
    for taken in sorted(loose, key=lambda one: _RANK[one.step]):
        before = (place for rank, place in last.items() if rank <= _RANK[taken.step])
        placed.append((max(before, default=0), taken))
    return [taken for _, taken in sorted(placed, key=lambda one: one[0])]


def letters_in_order(case: Case, on: date | None) -> list[Response]:
    """Return the letters of *case* sent by a day, in the order in which they are taken.

    An undated one is taken to have been sent; one that answers nothing is left out.
    """
    causes = (taken.cause for taken in _in_order(case, on, undated=True))
    return [cause for cause in causes if isinstance(cause, Response)]


def _lapsed(passages: list[Passage], case: Case, day: date | None) -> tuple[Passage, ...]:
    """Return that the last day to pay a fee has passed by a day, if it has."""
    if day is None or not passages or passages[-1].transition.next is not State.AWAITING_FEE:
        return ()
    noticed = max(p.on for p in passages if p.on and p.transition.step is Step.FEES_NOTICE_GIVEN)
    last = payment_missed(case, noticed, day)
    if last is None:
        return ()
    lapse = advance(State.AWAITING_FEE, Step.FEE_NOT_PAID)
    return (Passage(on=last.due + timedelta(1), transition=lapse),)
