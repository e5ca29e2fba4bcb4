"""JSON Schema of a case and of an audit, made from the classes themselves.

A schema says what can be said of one value at a time.  What it cannot say is left to
reading: that the keys of questions differ, that a citation is in its canonical form, that a
day exists.
"""

from __future__ import annotations

import enum
import inspect
import re
from datetime import date
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs

from foiprevent._values import not_empty
from foiprevent.cases import Case
from foiprevent.cases.response import LONGEST_WINDOW
from foiprevent.citations import Citation
from foiprevent.codec._kinds import KINDS
from foiprevent.codec._parsing import FORMAT
from foiprevent.errors import InvalidRecordError
from foiprevent.findings import Audit

if TYPE_CHECKING:
    from collections.abc import Iterator

Schema: TypeAlias = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_DAY: Final[Schema] = {
    "type": "string",
    "format": "date",
    "maxLength": 10,
    "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
}
_CITATION: Final[Schema] = {
    "type": "string",
    "pattern": r"^(FOIA s|EIR reg|FOISA s)\.[0-9]+[A-Z]{0,3}(\([0-9A-Za-z]+\))*$",
    "description": "A provision, in its canonical form.",
}
_PLAIN: Final[dict[object, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: _DAY,
    Citation: _CITATION,
}
_WINDOW: Final = {"minimum": 1, "maximum": LONGEST_WINDOW}
_ROOTS: Final[dict[type, tuple[str, str]]] = {
    Case: ("urn:foiprevent:schema:case:1", "A case"),
    Audit: ("urn:foiprevent:schema:audit:1", "An audit"),
}


def schema(of: type) -> Schema:
    """Return the schema of a document."""
    if of not in _ROOTS:
        raise InvalidRecordError("json_schema.of", of, "expected Case or Audit")
    made = _Maker(reading=of is Case)
    identifier, title = _ROOTS[of]
    body = made.of_class(of)
    if of is Case:
        body["properties"] = {"format": {"const": FORMAT}, **body["properties"]}
        body["required"] = ["format", *body["required"]]
    return {
        "$schema": _DIALECT,
        "$id": identifier,
        **body,
        "title": title,
        "$defs": dict(sorted(made.defined.items())),
    }


class _Maker:
    """What is made so far: each class and enumeration once."""

    def __init__(self, *, reading: bool) -> None:
        self.reading = reading
        self.defined: dict[str, Schema] = {}

    def of(self, kind: Any) -> Schema:  # noqa: ANN401 - annotations are of many types
        """Return the schema of an annotation."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in (tuple, frozenset):
            distinct = {"uniqueItems": True} if origin is frozenset else {}
            return {"type": "array", "items": self.of(arguments[0]), **distinct}
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(member) for member in arguments]}
        if kind.__name__ not in self.defined:
            self.defined[kind.__name__] = {}  # a place for it, should it hold itself
            is_enum = issubclass(kind, enum.Enum)
            self.defined[kind.__name__] = self.of_enum(kind) if is_enum else self.of_class(kind)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def of_enum(self, kind: type[enum.Enum]) -> Schema:
        """Return the schema of an enumeration: its values."""
        return {"description": _summary(kind), "enum": [member.value for member in kind]}

    def of_class(self, cl: type) -> Schema:
        """Return the schema of an object: its fields, and what it is told apart by."""
        attrs.resolve_types(cl)
        described = dict(_described(cl))
        properties: Schema = {}
        required: list[str] = []
        if cl in KINDS:
            properties["kind"] = {"const": KINDS[cl]}
            required.append("kind")
        for field in attrs.fields(cl):
            properties[field.name] = self.of_field(field, described.get(field.name))
            if field.default is attrs.NOTHING or not self.reading:
                required.append(field.name)
        if not self.reading:
            for name, kind, description in _worked_out(cl):
                properties[name] = {**self.of(kind), "description": description}
                required.append(name)
        return {
            "title": cl.__name__,
            "description": _summary(cl),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }

    def of_field(self, field: attrs.Attribute[Any], description: str | None) -> Schema:
        """Return the schema of a field, with what its class asks of it."""
        made = self.of(field.type)
        if not_empty in _validators(field):
            made["minItems" if made.get("type") == "array" else "minLength"] = 1
        if int in get_args(field.type) and self.reading:
            made = {"anyOf": [{"type": "integer", **_WINDOW}, {"type": "null"}]}
        return {**made, "description": description} if description else made


def _validators(field: attrs.Attribute[Any]) -> tuple[object, ...]:
    return tuple(getattr(field.validator, "_validators", (field.validator,)))


def _worked_out(cl: type) -> Iterator[tuple[str, object, str]]:
    """Yield the properties that are written besides the fields: name, type, description."""
    for name, member in vars(cl).items():
        if isinstance(member, property) and not name.startswith("_"):
            scope = {**vars(inspect.getmodule(cl)), "Citation": Citation}
            yield name, get_type_hints(member.fget, scope)["return"], _summary(member)


def _summary(kind: object) -> str:
    """Return the first paragraph of a docstring, without its markup."""
    text = inspect.getdoc(kind) or ""
    return _plain(text.partition("\n\n")[0])


_ATTRIBUTE: Final = re.compile(r"^    (\w+): (.*(?:\n(?:        .*)?)*)", re.MULTILINE)


def _described(cl: type) -> Iterator[tuple[str, str]]:
    """Yield what the docstring of a class says of each attribute."""
    _, _, attributes = (inspect.getdoc(cl) or "").partition("\nAttributes:\n")
    for found in _ATTRIBUTE.finditer(attributes.partition("\nRaises:\n")[0]):
        yield found[1], _plain(found[2])


def _plain(text: str) -> str:
    words = re.sub(r":\w+:`~?(?:[\w.]*\.)?(\w+)`", r"\1", text)
    return " ".join(words.replace("``", "").split())
