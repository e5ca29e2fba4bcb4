"""What is wrong with a document, and where: the words and paths of its faults."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from foiprevent.codec._kinds import KINDS
from foiprevent.errors import Fault, InvalidRecordError, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_FAULTS: Final = 1000
"""How many faults are reported; where there are more, a last one says so."""

Steps: TypeAlias = tuple[str | int, ...]
Found: TypeAlias = tuple[Steps, str]
"""The keys and indices that lead to a fault, and what is wrong there."""


class ExpectedError(Exception):
    """A value of a document is not what was expected."""

    def __init__(self, expected: str, value: object, why: str = "") -> None:
        super().__init__(expected, value, why)
        self.expected = expected
        self.value = value
        self.why = why

    def __str__(self) -> str:
        why = f": {self.why}" if self.why else ""
        return f"expected {self.expected}, found {told(self.value)}{why}"


def told(value: object) -> str:
    """Return *value*, as it came out of a document, in the words of a message."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return f"the text {shown(value)}"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, (list, tuple)):
        return "a list" if value else "an empty list"
    return f"the number {shown(value)}"


def alternatives(values: Iterable[str]) -> str:
    return f"one of {', '.join(map(repr, values))}"


def faults_in(error: BaseException, steps: Steps = ()) -> Iterator[Found]:
    """Yield what a tree of errors says; cattrs notes on each the step that leads to it."""
    for note in notes(error):
        steps = (*steps, note.name if isinstance(note, AttributeValidationNote) else note.index)
    if isinstance(error, BaseExceptionGroup):
        for member in cast("BaseExceptionGroup[BaseException]", error).exceptions:
            yield from faults_in(member, steps)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = _keys(error.cl)
        expected = f": expected {alternatives(known)}" if known else ""
        for key in sorted(error.extra_fields, key=str):  # a set, in no order of its own
            yield (*steps, key), f"no such key{expected}"
    elif isinstance(error, KeyError) and error.args == steps[-1:]:
        yield steps[:-1], f"lacks {steps[-1]!r}, which is required"
    elif isinstance(error, InvalidRecordError):
        yield steps, f"{error.reason}; found {told(error.value)}"
    else:
        yield steps, str(error)


def _keys(cl: type) -> list[str]:
    kind = ["kind"] if cl in KINDS else []
    return [*kind, *(field.name for field in attrs.fields(cl))] if attrs.has(cl) else kind


def reported(document: dict[str, object], found: list[Found]) -> tuple[Fault, ...]:
    """Return what was found as faults in document order, not more than are reported."""
    orders: dict[int, dict[str, int]] = {}

    def place(one: Found) -> list[int]:
        node: Any = document
        places: list[int] = []
        for step in one[0]:
            if isinstance(step, str):
                if id(node) not in orders:
                    orders[id(node)] = {key: index for index, key in enumerate(node)}
                places.append(orders[id(node)][step])
            else:
                places.append(step)
            node = node[step]
        return places

    return limited(sorted(found, key=place))


def limited(found: Iterable[Found]) -> tuple[Fault, ...]:
    """Return what was found as faults, not more than are reported."""
    faults = [Fault(_path(steps), message) for steps, message in found]
    if len(faults) > MAX_FAULTS:
        faults[MAX_FAULTS:] = [Fault("$", f"more than {MAX_FAULTS} faults: the rest is left out")]
    return tuple(faults)


_PLAIN_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")


def _path(steps: Steps) -> str:
    return "$" + "".join(
        f".{step}" if isinstance(step, str) and _PLAIN_KEY.fullmatch(step) else f"[{shown(step)}]"
        for step in steps
    )


def notes(error: BaseException) -> list[AttributeValidationNote | IterableValidationNote]:
    notes: list[str] = getattr(error, "__notes__", [])
    kinds = (AttributeValidationNote, IterableValidationNote)
    return [note for note in notes if isinstance(note, kinds)]
