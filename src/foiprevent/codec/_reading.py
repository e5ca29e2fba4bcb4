"""From plain objects to a case: nothing is coerced, and every fault is found."""

# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false, reportUnknownMemberType=false

from __future__ import annotations

import enum
import re
from datetime import date
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast, get_args

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from foiprevent.citations import Citation
from foiprevent.codec._faults import MAX_FAULTS, ExpectedError, alternatives, notes
from foiprevent.codec._kinds import KINDS, is_tuple, is_union
from foiprevent.errors import CitationError, InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cattrs import Converter

Structure: TypeAlias = "Callable[[Any, Any], Any]"


def register_reading(converter: Converter) -> None:
    """Teach *converter* to read the parts of a case from plain objects."""
    for kind in _PRIMITIVES:
        converter.register_structure_hook(kind, _read_primitive)
    converter.register_structure_hook(enum.Enum, _read_enum)
    converter.register_structure_hook(date, _read_date)
    converter.register_structure_hook_factory(attrs.has, lambda cl: _read_object(cl, converter))
    converter.register_structure_hook(Citation, read_citation)
    converter.register_structure_hook_factory(is_tuple, lambda kind: _read_list(kind, converter))
    converter.register_structure_hook_factory(is_union, lambda kind: _read_union(kind, converter))


_PRIMITIVES: Final = {str: "a text", int: "a whole number", bool: "true or false"}


def _read_primitive(value: object, kind: type) -> object:
    if type(value) is not kind:
        raise ExpectedError(_PRIMITIVES[kind], value)
    return value


def _as_object(value: object) -> dict[str, Any]:
    if isinstance(value, dict):
        return cast("dict[str, Any]", value)
    raise ExpectedError("an object", value)


def _as_list(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    raise ExpectedError("a list", value)


def _read_enum(value: object, kind: type[enum.Enum]) -> enum.Enum:
    for member in kind:
        if member.value == value:
            return member
    raise ExpectedError(alternatives(member.value for member in kind), value)


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _read_date(value: object, _: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ExpectedError("a day written as YYYY-MM-DD", value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ExpectedError("a day written as YYYY-MM-DD", value, "no such day") from None


def read_citation(value: object, _: object) -> Citation:
    expected = "one citation in its canonical form (such as 'FOIA s.24(2)')"
    if not isinstance(value, str):
        raise ExpectedError(expected, value)
    try:
        citation = Citation.parse(value)
    except CitationError as error:
        why = f"at position {error.position}, {error.reason}"
        raise ExpectedError(expected, value, why) from None
    if str(citation) != value:
        raise ExpectedError(expected, value, f"its canonical form is {str(citation)!r}")
    return citation


def _read_list(kind: object, converter: Converter) -> Structure:
    """Return what reads a list as a tuple, with the fault of each member."""
    member_kind = get_args(kind)[0]
    read = converter.get_structure_hook(member_kind)

    def structure(value: object, _: object) -> tuple[Any, ...]:
        members: list[Any] = []
        errors: list[Exception] = []
        count = 0
        for index, member in enumerate(_as_list(value)):
            try:
                members.append(read(member, member_kind))
            except Exception as error:  # noqa: BLE001 - cattrs gathers them all
                _note_index(error, index)
                errors.append(error)
                count += _count(error)
                if count > MAX_FAULTS:
                    break
        if errors:
            raise _group(IterableValidationError, errors, tuple)
        return tuple(members)

    return structure


def _group(
    kind: type[BaseValidationError], errors: list[Exception], cl: type
) -> BaseValidationError:
    make: Any = kind  # type checkers see only what the base class takes
    group: BaseValidationError = make(f"while reading {cl.__name__}", errors, cl)
    return group


def _count(error: BaseException) -> int:
    if isinstance(error, BaseExceptionGroup):
        return sum(map(_count, cast("BaseExceptionGroup[BaseException]", error).exceptions))
    return 1


def _read_union(kind: object, converter: Converter) -> Structure:
    """Return what reads one of several kinds: tagged objects, or something or null."""
    members = get_args(kind)
    if NoneType not in members:
        return _read_tagged(members, converter)
    (some,) = (member for member in members if member is not NoneType)
    read = converter.get_structure_hook(some)

    def structure(value: object, _: object) -> object:
        if value is None:
            return None
        try:
            return read(value, some)
        except ExpectedError as error:
            raise ExpectedError(f"{error.expected} or null", value, error.why) from None

    return structure


def _read_tagged(members: Iterable[type], converter: Converter) -> Structure:
    hooks = {KINDS[member]: _read_fields(member, converter) for member in members}
    expected = alternatives(hooks)

    def hook_for(kind: object) -> Structure:
        if not isinstance(kind, str) or kind not in hooks:
            raise ExpectedError(expected, kind)
        return hooks[kind]

    def structure(value: object, _: object) -> object:
        found = _as_object(value)
        try:
            read = hook_for(found["kind"])
        except (KeyError, ExpectedError) as error:
            _note_field(error, "kind")
            raise _group(ClassValidationError, [error], object) from None
        return read(without(found, {"kind"}), None)

    return structure


def _read_object(cl: type, converter: Converter) -> Structure:
    return _read_tagged([cl], converter) if cl in KINDS else _read_fields(cl, converter)


def _read_fields(cl: type, converter: Converter) -> Structure:
    """Return what reads an object as an instance of *cl*, with the fault of each field.

    A class may refuse values that can each be read.  It names the first field at fault,
    so that it is asked again without the fields that have one, as long as it can do
    without them.
    """
    attrs.resolve_types(cl)
    fields = attrs.fields(cl)
    required = {field.name for field in fields if field.default is attrs.NOTHING}
    overrides: dict[str, Any] = {
        field.name: override(struct_hook=_read_field(cl, field, converter)) for field in fields
    }
    generated: Structure = make_dict_structure_fn(
        cl,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **overrides,
    )

    def structure(value: object, _: object) -> Any:  # noqa: ANN401
        left = _as_object(value)
        errors: list[Exception] = []
        while True:
            try:
                made = generated(left, cl)
            except ClassValidationError as group:
                errors += group.exceptions
                named = {name for error in group.exceptions for name in _named(error, cl, left)}
                if required & named or not named:
                    break
                left = without(left, named)
            else:
                if not errors:
                    return made
                break
        raise _group(ClassValidationError, errors, cl)

    return structure


def _read_field(cl: type, field: attrs.Attribute[Any], converter: Converter) -> Structure:
    """Return what reads one field, and has the class's own rule for it checked at once."""
    read = converter.get_structure_hook(field.type)
    instance: Any = object.__new__(cl)  # validators ask for its class only, to name the field

    def structure(value: object, kind: object) -> object:
        made = read(value, kind)
        if field.validator is not None:
            field.validator(instance, field, made)
        return made

    return structure


def _named(error: Exception, cl: type, value: dict[str, object]) -> Iterable[str]:
    """Return the keys of *value* at fault, noting on the error of a constructor its field."""
    if isinstance(error, ForbiddenExtraKeysError):
        return error.extra_fields
    if isinstance(error, InvalidRecordError) and not notes(error):
        owner, _, name = error.field.partition(".")
        if owner != cl.__name__ or name not in value:
            return ()
        _note_field(error, name)
    return [note.name for note in notes(error) if isinstance(note, AttributeValidationNote)]


def _note_field(error: Exception, name: str) -> None:
    error.add_note(AttributeValidationNote(f"in field {name}", name, object))


def _note_index(error: Exception, index: int) -> None:
    error.add_note(IterableValidationNote(f"at index {index}", index, object))


def without(value: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    return {key: member for key, member in value.items() if key not in keys}
