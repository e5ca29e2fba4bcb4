"""The facts: who was asked what, what was answered, and what happened since.

A :class:`Case` holds a :class:`Request`, the :class:`Response` letters to it and the
:mod:`events <foiprevent.cases.events>` of its procedure.
"""

from foiprevent.cases import events
from foiprevent.cases.answers import Claimed, Given, Said, StandingAnswer
from foiprevent.cases.case import Case
from foiprevent.cases.life import TRANSITIONS, Passage, State, Step, Transition, advance, possible
from foiprevent.cases.request import PublicAuthority, Question, Request
from foiprevent.cases.response import (
    Answer,
    Commissioner,
    CountedFrom,
    Held,
    Link,
    Offer,
    Outcome,
    QuestionScope,
    Reliance,
    Response,
    ResponseKind,
    ReviewRoute,
    Scope,
    ScopeNotStated,
    Told,
    WholeRequest,
    WindowUnit,
)

__all__ = [
    "TRANSITIONS",
    "Answer",
    "Case",
    "Claimed",
    "Commissioner",
    "CountedFrom",
    "Given",
    "Held",
    "Link",
    "Offer",
    "Outcome",
    "Passage",
    "PublicAuthority",
    "Question",
    "QuestionScope",
    "Reliance",
    "Request",
    "Response",
    "ResponseKind",
    "ReviewRoute",
    "Said",
    "Scope",
    "ScopeNotStated",
    "StandingAnswer",
    "State",
    "Step",
    "Told",
    "Transition",
    "WholeRequest",
    "WindowUnit",
    "advance",
    "events",
    "possible",
]
