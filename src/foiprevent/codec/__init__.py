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

from contextlib import suppress
from itertools import islice
from typing import Any, cast

from cattrs.errors import ClassValidationError

from foiprevent.cases import Case
from foiprevent.codec._converters import fast_from_pairs, thorough, writer
from foiprevent.codec._faults import MAX_FAULTS, faults_in, reported, told
from foiprevent.codec._parsing import (
    FORMAT,
    MAX_BYTES,
    MAX_DEPTH,
    format_faults,
    parse,
    parse_pairs,
    refused,
    repeated_keys,
    text_of,
)
from foiprevent.codec._reading import without
from foiprevent.codec._registering import faults, register
from foiprevent.codec._writing import indented
from foiprevent.errors import CodecError, InvalidRecordError

__all__ = [
    "FORMAT",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_FAULTS",
    "dumps",
    "faults",
    "json_schema",
    "loads",
    "register",
    "to_json",
]


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
            if the document is longer than :data:`~foiprevent.codec.MAX_BYTES`.
    """
    if not isinstance(case, Case):
        raise InvalidRecordError("dumps.case", case, "expected a Case")
    written = indented({"format": FORMAT, **writer().unstructure(case)})
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
            version, with all its faults in document order (see
            :data:`~foiprevent.codec.MAX_FAULTS`).  The path of a fault leads to what is
            there: a missing key is reported at the object that lacks it.  What one field must be
            to another is checked once both can be read.
    """
    text = text_of(data)
    with suppress(Exception):  # whatever it is, every fault is found below
        return _read(text)
    value, repeating = parse(text)
    if not isinstance(value, dict):
        raise refused(f"expected an object, found {told(value)}")
    document = cast("dict[str, object]", value)
    found = format_faults(document)
    if found and isinstance(document.get("format"), str):
        raise CodecError(reported(document, found))  # by what rules it is written is not known
    if repeating:
        found += islice(repeated_keys(document), MAX_FAULTS + 1)
    try:
        case = thorough().structure(without(document, {"format"}), Case)
    except ClassValidationError as error:
        found += islice(faults_in(error), MAX_FAULTS + 1)
    else:
        if not found:
            return case
    raise CodecError(reported(document, found))


def _read(text: str) -> Case:
    """Return the case of a document that has no fault."""
    pairs = parse_pairs(text)
    body = tuple(pair for pair in pairs if pair != ("format", FORMAT))
    if len(body) != len(pairs) - 1:
        raise ValueError
    return fast_from_pairs().structure(body, Case)


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
    return writer().unstructure(value)


def json_schema(of: type = Case) -> dict[str, Any]:
    """Return the JSON Schema, of 2020-12, of a document.

    A schema says what can be said of one value at a time.  What it cannot say is left to
    :func:`loads`: that the keys of questions differ, that a day exists, that what looks like
    a citation is one.

    Args:
        of: :class:`~foiprevent.Case`, as :func:`dumps` writes and :func:`loads` reads it; or
            :class:`~foiprevent.Audit`, as :func:`to_json` writes it.

    Returns:
        The schema, in plain objects ready for :func:`json.dumps`.

    Raises:
        InvalidRecordError: If *of* is another type.
    """
    from foiprevent.codec._schema import schema

    return schema(of)
