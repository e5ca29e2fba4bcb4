"""From a case, or any result, to plain objects, and to the text of a document."""

# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false

from __future__ import annotations

import enum
import json
import re
from datetime import date, datetime
from json.encoder import encode_basestring_ascii
from types import NoneType
from typing import TYPE_CHECKING, Any, Final

import attrs

from foiprevent.cases import Case
from foiprevent.citations import Citation
from foiprevent.codec._kinds import KINDS
from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter


def register_writing(converter: Converter) -> None:
    """Teach *converter* to write any value by what it is, whatever its field allows."""
    hooks = _Hooks(converter)

    def write(value: object) -> object:
        return hooks[type(value)](value)

    converter.register_unstructure_hook_factory(lambda _: True, lambda _: _refuse)
    converter.register_unstructure_hook_factory(attrs.has, lambda cl: _write_object(cl, hooks))
    converter.register_unstructure_hook(bytes, _refuse)
    converter.register_unstructure_hook(str, _write_text)
    converter.register_unstructure_hook(int, int)
    converter.register_unstructure_hook(bool, bool)
    converter.register_unstructure_hook(NoneType, lambda _: None)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, _refuse)  # a date too, but no civil day
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


class _Hooks(dict[type, "Callable[[Any], Any]"]):
    """What writes a value, by what it is; asked of the converter once."""

    def __init__(self, converter: Converter) -> None:
        self.converter = converter

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        hook = self[kind] = self.converter.get_unstructure_hook(kind)
        return hook


def _write_object(cl: type, hooks: _Hooks) -> Callable[[Any], dict[str, object]]:
    """Return what writes the public attributes of an instance of *cl*, and its kind."""
    names = [field.name for field in attrs.fields(cl)]
    if cl is not Case:  # what follows from a case is no part of the document
        names += [name for name, member in vars(cl).items() if isinstance(member, property)]
    names = [name for name in names if not name.startswith("_")]
    kind: dict[str, object] = {"kind": KINDS[cl]} if cl in KINDS else {}

    def unstructure(value: object) -> dict[str, object]:
        written = kind.copy()
        for name in names:
            member = getattr(value, name)
            written[name] = None if member is None else hooks[type(member)](member)
        return written

    return unstructure


_HOLDERS: Final = (dict, list)


def indented(holder: Any, margin: str = "\n") -> str:  # noqa: ANN401
    """Return an object or a list as JSON in ASCII, indented by two: as ``json`` does, but faster.

    What it holds is most often a text or nothing.  The keys are names of fields.
    """
    kind = type(holder)
    if not holder:
        return "{}" if kind is dict else "[]"
    deeper = margin + "  "
    written = [
        encode_basestring_ascii(member)
        if type(member) is str
        else "null"
        if member is None
        else indented(member, deeper)
        if type(member) in _HOLDERS
        else json.dumps(member)
        for member in (holder.values() if kind is dict else holder)
    ]
    if kind is list:
        return f"[{deeper}{f',{deeper}'.join(written)}{margin}]"
    members = [f'"{key}": {member}' for key, member in zip(holder, written, strict=True)]
    return f"{{{deeper}{f',{deeper}'.join(members)}{margin}}}"
