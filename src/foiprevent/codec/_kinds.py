"""What tells apart the members of a closed sum, and annotations."""

from __future__ import annotations

import re
from types import UnionType
from typing import Final, Union, get_origin

from foiprevent.cases import QuestionScope, ScopeNotStated, WholeRequest
from foiprevent.cases.events import EVENTS

KINDS: Final[dict[type, str]] = {
    QuestionScope: "questions",
    WholeRequest: "whole request",
    ScopeNotStated: "not stated",
    **{event: re.sub(r"\B[A-Z]", r" \g<0>", event.__name__).lower() for event in EVENTS},
}
"""The value of ``"kind"``; of an event, the words of its name."""


def is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def is_union(kind: object) -> bool:
    return get_origin(kind) in (Union, UnionType)
