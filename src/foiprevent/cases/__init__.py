"""The facts: who was asked what, what was answered, and what happened since.

A :class:`Case` holds a :class:`Request`, the :class:`Response` letters to it and the
:mod:`events <foiprevent.cases.events>` of its procedure.
"""

from foiprevent.cases import events
from foiprevent.cases.case import Case, State
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
    "Answer",
    "Case",
    "Commissioner",
    "CountedFrom",
    "Held",
    "Link",
    "Offer",
    "Outcome",
    "PublicAuthority",
    "Question",
    "QuestionScope",
    "Reliance",
    "Request",
    "Response",
    "ResponseKind",
    "ReviewRoute",
    "Scope",
    "ScopeNotStated",
    "State",
    "Told",
    "WholeRequest",
    "WindowUnit",
    "events",
]
