"""The types of a case in the converter of another project, and what such a converter says.

Only these types are registered: what the project does with its own, and with dates and
enumerations of its own, stays as it was.
"""

# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import enum
from functools import cache, reduce
from itertools import islice
from operator import or_
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import attrs

from foiprevent.cases import Case
from foiprevent.citations import Citation, Source
from foiprevent.codec._converters import read, writer
from foiprevent.codec._faults import MAX_FAULTS, faults_in, limited
from foiprevent.codec._kinds import KINDS, is_union

if TYPE_CHECKING:
    from cattrs import Converter

    from foiprevent.errors import Fault

T = TypeVar("T", bound="Converter")


def register(converter: T) -> T:
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
    for kind in kinds():
        _register(converter, kind)
    converter.register_structure_hook_func(is_sum, _read_sum)
    return converter


def faults(error: BaseException) -> tuple[Fault, ...]:
    """Return what an error of a converter says: what is wrong, each with its path.

    Args:
        error: What was raised where a document was read, such as cattrs'
            ``ClassValidationError``.

    Returns:
        The faults in the order in which they were met.  Where there are more than
        :data:`~foiprevent.codec.MAX_FAULTS`, a last one says so.
    """
    return limited(islice(faults_in(error), MAX_FAULTS + 1))


def _register(converter: Converter, kind: type) -> None:
    converter.register_structure_hook(kind, lambda value, _: read(value, kind))
    converter.register_unstructure_hook(kind, writer().unstructure)


def _members(kind: object) -> list[Any]:
    return [member for member in get_args(kind) if member is not NoneType]


def is_sum(kind: object) -> bool:
    """Return whether *kind* is a sum of types that are told apart by their ``"kind"``."""
    if not is_union(kind):
        return False
    members = _members(kind)
    return len(members) > 1 and all(member in KINDS for member in members)


def _read_sum(value: object, kind: object) -> object:
    if value is None and NoneType in get_args(kind):
        return None
    return read(value, reduce(or_, _members(kind)))


@cache
def kinds() -> tuple[type, ...]:
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
