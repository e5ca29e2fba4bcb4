"""What tells apart the members of a closed sum."""

from __future__ import annotations

import re
from typing import Final

from foiprevent.cases import QuestionScope, ScopeNotStated, WholeRequest
from foiprevent.cases.events import EVENTS

KINDS: Final[dict[type, str]] = {
    QuestionScope: "questions",
    WholeRequest: "whole request",
    ScopeNotStated: "not stated",
    **{event: re.sub(r"\B[A-Z]", r" \g<0>", event.__name__).lower() for event in EVENTS},
}
"""The value of ``"kind"``; of an event, the words of its name."""
