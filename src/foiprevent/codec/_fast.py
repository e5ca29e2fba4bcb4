"""From plain objects to a case where there is no fault; whatever comes first is raised.

Nothing is said of what is wrong: what is refused here is read again, by the road that finds
every fault.  Nor is anything checked twice: the classes themselves check what they are given.
Only what they would make right, as a list for a tuple, is checked here.
"""

# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false

from __future__ import annotations

import enum
from datetime import date
from functools import lru_cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast, get_args

import attrs

from foiprevent.citations import Citation
from foiprevent.codec._kinds import KINDS, is_tuple, is_union
from foiprevent.codec._reading import Structure, read_citation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from cattrs import Converter

Members: TypeAlias = "Callable[[Any], Collection[tuple[str, Any]]]"
"""What gives the keys of an object with their values."""


def of_pairs(value: object) -> tuple[tuple[str, Any], ...]:
    """Return the members of an object that was parsed as a tuple of pairs."""
    if type(value) is not tuple:
        raise TypeError
    return cast("tuple[tuple[str, Any], ...]", value)


def of_dict(value: object) -> Collection[tuple[str, Any]]:
    """Return the members of an object that is a dictionary."""
    if type(value) is not dict:
        raise TypeError
    return cast("dict[str, Any]", value).items()


def register_fast_reading(converter: Converter, members: Members) -> None:
    """Teach *converter* to read the parts of a case from objects of one form."""
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _as_it_is)
    converter.register_structure_hook(enum.Enum, lambda value, kind: _enum(kind)(value, None))
    converter.register_structure_hook(date, _date)
    converter.register_structure_hook_factory(
        attrs.has, lambda cl: _object(cl, converter, members)
    )
    converter.register_structure_hook(Citation, _citation)
    converter.register_structure_hook_factory(is_tuple, lambda kind: _list(kind, converter))
    converter.register_structure_hook_factory(
        is_union, lambda kind: _union(kind, converter, members)
    )


def _as_it_is(value: object, _: object) -> object:
    return value


def _hook(kind: Any, converter: Converter) -> Structure:  # noqa: ANN401 - as attrs gives it
    """Return what reads a type where that is known: of an enumeration, its table of members.

    What a converter keeps for an enumeration is told which one at every call, and looks it up.
    """
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return _enum(kind)
    return converter.get_structure_hook(kind)


def _enum(kind: type[enum.Enum]) -> Structure:
    found = {member.value: member for member in kind}
    return lambda value, _: found[value]


def _date(value: str, _: object) -> date:
    made = date.fromisoformat(value)
    if made.isoformat() != value:
        raise ValueError
    return made


_LONGEST: Final = 40
"""No canonical citation is as long; what is longer is not kept."""


def _citation(value: str, _: object) -> Citation:
    if len(value) > _LONGEST:
        raise ValueError
    return _known_citation(value)


@lru_cache(maxsize=4096)
def _known_citation(value: str) -> Citation:
    return read_citation(value, None)


def _list(kind: object, converter: Converter) -> Structure:
    (member_kind, _) = get_args(kind)
    read = _hook(member_kind, converter)

    def structure(value: object, _: object) -> tuple[Any, ...]:
        if type(value) is not list:
            raise TypeError
        members = cast("list[object]", value)
        if read is _as_it_is:
            return tuple(members)
        return tuple([read(member, None) for member in members])

    return structure


def _union(kind: object, converter: Converter, members: Members) -> Structure:
    kinds = get_args(kind)
    if NoneType in kinds:
        (some,) = (one for one in kinds if one is not NoneType)
        read = _hook(some, converter)
        if read is _as_it_is:
            return read
        return lambda value, _: None if value is None else read(value, None)
    hooks = {KINDS[one]: converter.get_structure_hook(one) for one in kinds}
    return lambda value, _: hooks[dict(members(value))["kind"]](value, None)


def _object(cl: type, converter: Converter, members: Members) -> Structure:
    attrs.resolve_types(cl)
    found = {field.name: _hook(field.type, converter) for field in attrs.fields(cl)}
    hooks = {name: None if hook is _as_it_is else hook for name, hook in found.items()}

    tag = KINDS.get(cl)
    if tag:
        hooks["kind"] = None

    def structure(value: object, _: object) -> object:
        given = members(value)
        made = {
            key: member if (hook := hooks[key]) is None else hook(member, None)
            for key, member in given
        }
        if len(made) != len(given):
            raise ValueError
        if tag and made.pop("kind") != tag:
            raise ValueError
        return cl(**made)

    return structure
