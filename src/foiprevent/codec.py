r"""Cases as JSON, and any result as plain objects for JSON.

A document holds the fields of a :class:`~foiprevent.Case` under their own names, with
``"format"`` first.  Each value has one form: a day is ``"2023-03-23"``, a citation its
canonical text such as ``"FOIA s.24(2)"``, an enumeration its value, a tuple a list.  A
scope and an event are objects told apart by their ``"kind"``, such as
``{"kind": "questions", "keys": ["12"]}`` and
``{"kind": "review requested", "on": "2023-06-01"}``.

Writing gives every field, so that a document explains itself.  Reading wants the fields
without a default, lets the others be left out, and coerces nothing: a document with any
fault is refused as a whole, and every fault is reported at once, with its path.

>>> from foiprevent import Case, CodecError, PublicAuthority, Request, dumps, loads
>>> case = Case(authority=PublicAuthority(name="Barnet"), request=Request())
>>> loads(dumps(case)) == case
True
>>> try:
...     loads('{"format": "foiprevent/1", "authority": {"name": 7}, "request": []}')
... except CodecError as error:
...     for fault in error.faults:
...         print(fault)
$.authority.name: expected a text, found the number 7
$.request: expected an object, found an empty list
"""

from __future__ import annotations

import enum
import json
import re
from collections import Counter
from datetime import date
from functools import cache
from itertools import islice
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, Union, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from foiprevent.cases import Case, QuestionScope, ScopeNotStated, WholeRequest
from foiprevent.cases.events import EVENTS
from foiprevent.citations import Citation
from foiprevent.errors import CitationError, CodecError, Fault, InvalidRecordError, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["FORMAT", "MAX_BYTES", "MAX_FAULTS", "dumps", "loads", "to_json"]

FORMAT: Final = "foiprevent/1"
"""The version of the format: what :func:`dumps` writes, and all that :func:`loads` reads."""
MAX_BYTES: Final = 16 * 1024 * 1024
"""The longest document :func:`loads` reads, in bytes."""
MAX_FAULTS: Final = 1000
"""How many faults :func:`loads` reports; where there are more, a last one says so."""


def dumps(case: Case) -> bytes:
    """Write a case as a JSON document.

    The document is ASCII, indented and complete, and the same for equal cases.

    Args:
        case: The case.

    Returns:
        The document, which :func:`loads` reads back as an equal case.

    Raises:
        InvalidRecordError: If *case* is no case; if one of its texts holds a high
            surrogate directly before a low one, which JSON takes for one character; or
            if the document is longer than :data:`MAX_BYTES`.
    """
    if not isinstance(case, Case):
        raise InvalidRecordError("dumps.case", case, "expected a Case")
    written = json.dumps({"format": FORMAT, **_converter().unstructure(case)}, indent=2)
    if len(written) > MAX_BYTES:
        raise InvalidRecordError(
            "dumps.case", f"{len(written)} bytes", f"expected at most {MAX_BYTES}, as loads reads"
        )
    return written.encode("ascii")


def loads(data: bytes | bytearray | str) -> Case:
    """Read a case from a JSON document.

    Args:
        data: The document, in UTF-8 without a byte order mark where it is bytes.

    Returns:
        The case.

    Raises:
        CodecError: If the document is anything but a case in the format of this
            version, with all its faults (see :data:`MAX_FAULTS`) in document order.
            The path of a fault leads to what is there: a missing key is reported at the
            object that lacks it.  What one field must be to another is checked once
            both can be read.
    """
    document, repeating = _parse(_text_of(data))
    if not isinstance(document, dict):
        raise _refused(f"expected an object, found {_found(document)}")
    found = _format_faults(document)
    if found and isinstance(document.get("format"), str):
        raise CodecError(_reported(document, found))  # by what rules it is written is not known
    if repeating:
        found += islice(_repeated_keys(document), MAX_FAULTS + 1)
    try:
        case = _converter().structure(_without(document, {"format"}), Case)
    except ClassValidationError as error:
        found += islice(_faults_in(error), MAX_FAULTS + 1)
    else:
        if not found:
            return case
    raise CodecError(_reported(document, found))


def to_json(value: object) -> object:
    """Return any result of this library as plain objects, ready for :func:`json.dumps`.

    An object has the public attributes of what it stands for under their own names:
    its fields, then its properties.  Of a case and its parts it has the fields, in the
    form in which :func:`dumps` writes them.  Citations are their canonical texts,
    enumerations their values, days ISO dates, tuples lists and sets sorted lists.

    Args:
        value: A deadline, a timetable, an exemption, an audit, a case, or any part of one.

    Returns:
        What it comes to in dictionaries, lists, texts, whole numbers, booleans and ``None``.

    Raises:
        InvalidRecordError: If *value*, or something in it, has no such form; or if a
            text is one that :func:`dumps` refuses.
    """
    return _converter().unstructure(value)


# From bytes to plain objects.

_Steps: TypeAlias = tuple[str | int, ...]
_Found: TypeAlias = tuple[_Steps, str]
"""The keys and indices that lead to a fault, and what is wrong there."""
_Structure: TypeAlias = "Callable[[Any, Any], Any]"

_LONGEST_NUMBER: Final = 640  # as many digits as Python always reads


class _Number:
    """A number no field can hold, as it is written in the document."""

    def __init__(self, written: str) -> None:
        self.written = written

    def __repr__(self) -> str:
        return self.written


class _Repeating(dict[str, object]):
    """An object some of whose keys are given more than once; the last value counts."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        times = Counter(key for key, _ in pairs)
        self.times = {key: count for key, count in times.items() if count > 1}


def _refused(message: str) -> CodecError:
    return CodecError((Fault("$", message),))


def _text_of(data: object) -> str:
    if isinstance(data, str):
        try:
            data = data.encode()
        except UnicodeEncodeError as error:
            raise _refused(f"not Unicode: half a surrogate pair at {error.start}") from None
    if not isinstance(data, (bytes, bytearray)):
        raise _refused(f"expected bytes or a text, found an object of {type(data).__name__}")
    if len(data) > MAX_BYTES:
        raise _refused(f"too large: {len(data)} bytes, and at most {MAX_BYTES} are read")
    if data.startswith(b"\xef\xbb\xbf"):
        raise _refused("expected JSON, found a byte order mark before it")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise _refused(f"not UTF-8: {error.reason} at byte {error.start}") from None


def _parse(text: str) -> tuple[object, bool]:
    """Return the document as plain objects, and whether any object in it repeats a key."""
    repeating = False

    def as_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal repeating
        plain = dict(pairs)
        if len(plain) == len(pairs):
            return plain
        repeating = True
        return _Repeating(pairs)

    def as_int(written: str) -> int | _Number:
        return int(written) if len(written) <= _LONGEST_NUMBER else _Number(written)

    try:
        document = json.loads(
            text,
            object_pairs_hook=as_object,
            parse_int=as_int,
            parse_float=_Number,
            parse_constant=_Number,
        )
    except RecursionError:
        raise _refused("lists and objects are nested too deeply") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _refused(f"not JSON: {error.msg} at {where}") from None
    return document, repeating


# What is said of a document, and where.


def _found(value: object) -> str:
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


def _alternatives(values: Iterable[str]) -> str:
    return f"one of {', '.join(map(repr, values))}"


def _format_faults(document: dict[str, object]) -> list[_Found]:
    if "format" not in document:
        return [((), f"lacks 'format', which is required: this version reads {FORMAT!r}")]
    if document["format"] != FORMAT:
        found = _found(document["format"])
        return [(("format",), f"expected {FORMAT!r}, which this version reads, found {found}")]
    return []


_HOLDERS: Final = (dict, list)


def _repeated_keys(document: object) -> Iterator[_Found]:
    """Yield where a key is given again.  The document may be nested as deep as it likes."""
    todo: list[tuple[Any, Any]] = [(None, document)]  # (the way back, the object or list)
    while todo:
        way, value = todo.pop()
        if isinstance(value, _Repeating):
            for key, count in value.times.items():
                steps: list[str | int] = [key]
                back = way
                while back is not None:
                    back, step = back
                    steps.append(step)
                yield tuple(reversed(steps)), f"this key is given {count} times, expected once"
        members = value.items() if isinstance(value, dict) else enumerate(value)
        todo += [((way, step), member) for step, member in members if isinstance(member, _HOLDERS)]


def _faults_in(error: BaseException, steps: _Steps = ()) -> Iterator[_Found]:
    """Yield what a tree of errors says; cattrs notes on each the step that leads to it."""
    for note in _notes(error):
        steps = (*steps, note.name if isinstance(note, AttributeValidationNote) else note.index)
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            yield from _faults_in(member, steps)
    elif isinstance(error, ForbiddenExtraKeysError):
        keys = [field.name for field in attrs.fields(error.cl)]
        expected = _alternatives(["kind", *keys] if error.cl in _KINDS else keys)
        for key in error.extra_fields:
            yield (*steps, key), f"no such key: expected {expected}"
    elif isinstance(error, KeyError):
        yield steps[:-1], f"lacks {steps[-1]!r}, which is required"
    elif isinstance(error, InvalidRecordError):
        yield steps, f"{error.reason}; found {_found(error.value)}"
    else:
        yield steps, str(error)


def _reported(document: dict[str, object], found: list[_Found]) -> tuple[Fault, ...]:
    """Return what was found as faults in document order, not more than are reported."""
    orders: dict[int, dict[str, int]] = {}

    def place(one: _Found) -> list[int]:
        node: Any = document
        places = []
        for step in one[0]:
            if isinstance(step, str):
                if id(node) not in orders:
                    orders[id(node)] = {key: index for index, key in enumerate(node)}
                places.append(orders[id(node)][step])
            else:
                places.append(step)
            node = node[step]
        return places

    faults = [Fault(_path(steps), message) for steps, message in sorted(found, key=place)]
    if len(faults) > MAX_FAULTS:
        faults[MAX_FAULTS:] = [Fault("$", f"more than {MAX_FAULTS} faults: the rest is left out")]
    return tuple(faults)


_PLAIN_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")


def _path(steps: _Steps) -> str:
    return "$" + "".join(
        f".{step}" if isinstance(step, str) and _PLAIN_KEY.fullmatch(step) else f"[{shown(step)}]"
        for step in steps
    )


# From plain objects to a case.


class _ExpectedError(Exception):
    """A value of a document is not what was expected."""

    def __init__(self, expected: str, value: object, why: str = "") -> None:
        super().__init__(expected, value, why)
        self.expected = expected
        self.value = value
        self.why = why

    def __str__(self) -> str:
        why = f": {self.why}" if self.why else ""
        return f"expected {self.expected}, found {_found(self.value)}{why}"


@cache
def _converter() -> Converter:
    """Return the one converter, made when it is first needed."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    _register_reading(converter)
    _register_writing(converter)
    return converter


_KINDS: Final[dict[type, str]] = {
    QuestionScope: "questions",
    WholeRequest: "whole request",
    ScopeNotStated: "not stated",
    **{event: re.sub(r"\B[A-Z]", r" \g<0>", event.__name__).lower() for event in EVENTS},
}
"""What tells apart the members of a closed sum; of an event, the words of its name."""


def _register_reading(converter: Converter) -> None:
    """Teach *converter* to read the parts of a case from plain objects."""
    for kind in _PRIMITIVES:
        converter.register_structure_hook(kind, _read_primitive)
    converter.register_structure_hook(enum.Enum, _read_enum)
    converter.register_structure_hook(date, _read_date)
    converter.register_structure_hook_factory(attrs.has, lambda cl: _read_object(cl, converter))
    converter.register_structure_hook(Citation, _read_citation)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _read_list(kind, converter))
    converter.register_structure_hook_factory(_is_union, lambda kind: _read_union(kind, converter))


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _is_union(kind: object) -> bool:
    return get_origin(kind) in (Union, UnionType)


_PRIMITIVES: Final = {str: "a text", int: "a whole number", bool: "true or false"}


def _read_primitive(value: object, kind: type) -> object:
    if type(value) is not kind:
        raise _ExpectedError(_PRIMITIVES[kind], value)
    return value


def _as_object(value: object) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise _ExpectedError("an object", value)


def _as_list(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    raise _ExpectedError("a list", value)


def _read_enum(value: object, kind: type[enum.Enum]) -> enum.Enum:
    for member in kind:
        if member.value == value:
            return member
    raise _ExpectedError(_alternatives(member.value for member in kind), value)


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _read_date(value: object, _: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise _ExpectedError("a day written as YYYY-MM-DD", value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _ExpectedError("a day written as YYYY-MM-DD", value, "no such day") from None


def _read_citation(value: object, _: object) -> Citation:
    expected = "one citation in its canonical form (such as 'FOIA s.24(2)')"
    if not isinstance(value, str):
        raise _ExpectedError(expected, value)
    try:
        citation = Citation.parse(value)
    except CitationError as error:
        why = f"at position {error.position}, {error.reason}"
        raise _ExpectedError(expected, value, why) from None
    if str(citation) != value:
        raise _ExpectedError(expected, value, f"its canonical form is {str(citation)!r}")
    return citation


def _read_list(kind: object, converter: Converter) -> _Structure:
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
        return sum(map(_count, error.exceptions))
    return 1


def _read_union(kind: object, converter: Converter) -> _Structure:
    """Return what reads one of several kinds: tagged objects, or something or null."""
    members = get_args(kind)
    if NoneType not in members:
        return _read_tagged({_KINDS[member]: member for member in members}, converter)
    (some,) = (member for member in members if member is not NoneType)
    read = converter.get_structure_hook(some)

    def structure(value: object, _: object) -> object:
        if value is None:
            return None
        try:
            return read(value, some)
        except _ExpectedError as error:
            raise _ExpectedError(f"{error.expected} or null", value, error.why) from None

    return structure


def _read_tagged(members: dict[str, type], converter: Converter) -> _Structure:
    hooks = {kind: converter.get_structure_hook(member) for kind, member in members.items()}
    expected = _alternatives(members)

    def hook_for(kind: object) -> _Structure:
        if not isinstance(kind, str) or kind not in hooks:
            raise _ExpectedError(expected, kind)
        return hooks[kind]

    def structure(value: object, _: object) -> object:
        found = _as_object(value)
        try:
            read = hook_for(found["kind"])
        except (KeyError, _ExpectedError) as error:
            _note_field(error, "kind")
            raise _group(ClassValidationError, [error], object) from None
        return read(_without(found, {"kind"}), None)

    return structure


def _read_object(cl: type, converter: Converter) -> _Structure:
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
    generated: _Structure = make_dict_structure_fn(
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
                left = _without(left, named)
            else:
                if not errors:
                    return made
                break
        raise _group(ClassValidationError, errors, cl)

    return structure


def _read_field(cl: type, field: attrs.Attribute[Any], converter: Converter) -> _Structure:
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
    if isinstance(error, InvalidRecordError) and not _notes(error):
        owner, _, name = error.field.partition(".")
        if owner != cl.__name__ or name not in value:
            return ()
        _note_field(error, name)
    return [note.name for note in _notes(error) if isinstance(note, AttributeValidationNote)]


def _notes(error: BaseException) -> list[AttributeValidationNote | IterableValidationNote]:
    notes: list[str] = getattr(error, "__notes__", [])
    kinds = (AttributeValidationNote, IterableValidationNote)
    return [note for note in notes if isinstance(note, kinds)]


def _note_field(error: Exception, name: str) -> None:
    error.add_note(AttributeValidationNote(f"in field {name}", name, object))


def _note_index(error: Exception, index: int) -> None:
    error.add_note(IterableValidationNote(f"at index {index}", index, object))


def _without(value: dict[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    return {key: member for key, member in value.items() if key not in keys}


# From a case, or any result, to plain objects.


def _register_writing(converter: Converter) -> None:
    """Teach *converter* to write any value by what it is, whatever its field allows."""
    write = converter.unstructure
    converter.register_unstructure_hook_factory(lambda _: True, lambda _: _refuse)
    converter.register_unstructure_hook_factory(attrs.has, lambda cl: _write_object(cl, converter))
    converter.register_unstructure_hook(bytes, _refuse)
    converter.register_unstructure_hook(str, _write_text)
    converter.register_unstructure_hook(int, int)
    converter.register_unstructure_hook(bool, bool)
    converter.register_unstructure_hook(NoneType, lambda _: None)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(enum.Enum, lambda member: member.value)
    converter.register_unstructure_hook(Citation, str)
    for kind in (tuple, list):
        converter.register_unstructure_hook(kind, lambda members: [*map(write, members)])
    converter.register_unstructure_hook(
        frozenset, lambda members: sorted(map(write, members), key=json.dumps)
    )
    converter.register_unstructure_hook(
        dict, lambda members: {write(key): write(member) for key, member in members.items()}
    )


_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def _write_text(value: str) -> str:
    if not value.isascii() and _PAIR.search(value):
        raise InvalidRecordError(
            "text",
            value,
            "JSON has no way to write a high surrogate directly before a low one; expected the "
            "character the two stand for",
        )
    return str.__str__(value)


def _refuse(value: object) -> object:
    raise InvalidRecordError("to_json.value", value, "expected a result of this library")


def _write_object(cl: type, converter: Converter) -> Callable[[Any], dict[str, object]]:
    """Return what writes the public attributes of an instance of *cl*, and its kind."""
    names = [field.name for field in attrs.fields(cl)]
    if cl is not Case:  # what follows from a case is no part of the document
        names += [name for name, member in vars(cl).items() if isinstance(member, property)]
    names = [name for name in names if not name.startswith("_")]
    kind = {"kind": _KINDS[cl]} if cl in _KINDS else {}

    def unstructure(value: object) -> dict[str, object]:
        return {**kind, **{name: converter.unstructure(getattr(value, name)) for name in names}}

    return unstructure
