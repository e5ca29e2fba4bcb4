"""The types of a case in the converter of another project, and what such a converter says.

Only these types are registered: what the project does with its own, and with dates and
enumerations of its own, stays as it was.
"""

from __future__ import annotations

import enum
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import attrs

from foiprevent.cases import Case, Scope
from foiprevent.cases.events import Event
from foiprevent.citations import Citation, Source
from foiprevent.codec._converters import read, writer
from foiprevent.codec._faults import MAX_FAULTS, faults_in, path
from foiprevent.errors import Fault

if TYPE_CHECKING:
    from cattrs import Converter

C = TypeVar("C", bound="Converter")


def register(converter: C) -> C:
    """Teach a cattrs converter to read and write the types of a case.

    It then reads a :class:`~foiprevent.Case`, any part of one, a
    :class:`~foiprevent.Citation` and a :class:`~foiprevent.Source` as strictly as
    :func:`loads` does, and writes them in the same form, wherever they stand in the
    project's own classes.

    Args:
        converter: The converter; with ``detailed_validation``, as it is made, an error has
            every fault, for :func:`faults`.

    Returns:
        The converter.
    """
    for kind in _kinds():
        _register(converter, kind)
    for union in (Scope, Event):
        _register_union(converter, union)
    return converter


def faults(error: BaseException) -> tuple[Fault, ...]:
    """Return what an error of a converter says: what is wrong, each with its path.

    Args:
        error: What was raised where a document was read, such as cattrs'
            ``ClassValidationError``.

    Returns:
        The faults in the order in which they were met, as many as :data:`MAX_FAULTS`.
    """
    found = (Fault(path(steps), message) for steps, message in faults_in(error))
    return tuple(fault for fault, _ in zip(found, range(MAX_FAULTS), strict=False))


def _register(converter: Converter, kind: type) -> None:
    converter.register_structure_hook(kind, lambda value, _: read(value, kind))
    converter.register_unstructure_hook(kind, writer().unstructure)


def _register_union(converter: Converter, union: object) -> None:
    """Register a closed sum, by itself and where it may be ``None``."""
    members = set(get_args(union))

    def is_it(kind: object) -> bool:
        return set(get_args(kind)) - {NoneType} == members

    def structure(value: object, kind: object) -> object:
        nothing = value is None and NoneType in get_args(kind)
        return None if nothing else read(value, union)

    converter.register_structure_hook_func(is_it, structure)


@cache
def _kinds() -> tuple[type, ...]:
    """Return every class and enumeration a case is made of."""
    found: dict[type, None] = {Citation: None, Source: None}
    todo: list[Any] = [Case]
    while todo:
        kind = todo.pop()
        if get_args(kind):
            todo += get_args(kind)
        elif isinstance(kind, type) and kind not in found:
            if attrs.has(kind):
                found[kind] = None
                attrs.resolve_types(kind)
                todo += [field.type for field in attrs.fields(kind)]
            elif issubclass(kind, enum.Enum):
                found[kind] = None
    return tuple(found)
