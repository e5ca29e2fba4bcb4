"""Encode and decode the Barnet case, beside what a reader of JSON would pick instead.

``python benchmarks/codec.py`` prints the table.  The others read into the same classes
(cattrs), or into classes made from the same fields (pydantic, msgspec); none of them finds
every fault, and how strict each is stands beside it.
"""

from __future__ import annotations

import json
import timeit
from datetime import date
from functools import reduce
from operator import or_
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

import attrs
import msgspec
import orjson
import pydantic
from cattrs import Converter
from cattrs.preconf import json as preconf_json
from cattrs.preconf import msgspec as preconf_msgspec
from cattrs.preconf import orjson as preconf_orjson

from foiprevent import Case, Citation, casebook, dumps, loads
from foiprevent.codec._kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS: Final = 20
REPEATS: Final = 7
CASE: Final = casebook.load("barnet-data-sharing")
DOCUMENT: Final = dumps(CASE)


def shape(kind: Any, make: Callable[[type], type]) -> Any:  # noqa: ANN401
    """Return an annotation with our classes replaced by those *make* gives."""
    if kind is Citation:
        return str
    if get_origin(kind) is tuple:
        return GenericAlias(tuple, (shape(get_args(kind)[0], make), ...))
    if get_args(kind):
        return reduce(or_, (shape(one, make) for one in get_args(kind)))
    return make(kind) if attrs.has(kind) else kind


def pydantic_model() -> Any:  # noqa: ANN401
    """Return a pydantic model of the shape of a case, strict and without extra fields."""
    made: dict[type, type] = {}

    def make(cl: type) -> type:
        if cl not in made:
            attrs.resolve_types(cl)
            fields: dict[str, Any] = {
                field.name: (
                    shape(field.type, make),
                    ... if field.default is attrs.NOTHING else _default(field),
                )
                for field in attrs.fields(cl)
            }
            if cl in KINDS:
                fields = {"kind": (Literal[KINDS[cl]], ...), **fields}
            if cl is Case:
                fields = {"format": (str, ...), **fields}
            config = pydantic.ConfigDict(extra="forbid", strict=True, frozen=True)
            made[cl] = pydantic.create_model(cl.__name__, __config__=config, **fields)
        return made[cl]

    return make(Case)


def msgspec_struct() -> Any:  # noqa: ANN401
    """Return a msgspec struct of the shape of a case, without extra fields."""
    made: dict[type, type] = {}

    def make(cl: type) -> type:
        if cl not in made:
            attrs.resolve_types(cl)
            fields: list[Any] = [
                (field.name, shape(field.type, make))
                if field.default is attrs.NOTHING
                else (field.name, shape(field.type, make), _default(field))
                for field in attrs.fields(cl)
            ]
            if cl is Case:
                fields = [("format", str), *fields]
            tag: dict[str, Any] = {"tag_field": "kind", "tag": KINDS[cl]} if cl in KINDS else {}
            made[cl] = msgspec.defstruct(
                cl.__name__, fields, kw_only=True, frozen=True, forbid_unknown_fields=True, **tag
            )
        return made[cl]

    return make(Case)


def _default(field: attrs.Attribute[Any]) -> Any:  # noqa: ANN401
    return None if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]


def cattrs_of(converter: Converter) -> Converter:
    """Return a cattrs converter taught no more than it must be to read a case."""
    converter.register_structure_hook(Citation, lambda value, _: Citation.parse(value))
    converter.register_unstructure_hook(Citation, str)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(date, date.isoformat)
    kinds = {value: kind for kind, value in KINDS.items()}

    def is_sum(kind: Any) -> bool:  # noqa: ANN401
        return bool(set(get_args(kind)) & set(KINDS))

    converter.register_structure_hook_func(
        is_sum,
        lambda value, _: converter.structure(
            {key: one for key, one in value.items() if key != "kind"}, kinds[value["kind"]]
        ),
    )
    return converter


def contestants() -> Iterator[tuple[str, str, Callable[[], object], Callable[[], object] | None]]:
    """Yield what is compared: a name, how strict it is, reading, and writing."""
    plain = json.loads(DOCUMENT)
    body = {key: value for key, value in plain.items() if key != "format"}
    yield "json", "none", lambda: json.loads(DOCUMENT), lambda: json.dumps(plain, indent=2)
    yield "orjson", "none", lambda: orjson.loads(DOCUMENT), lambda: orjson.dumps(plain)
    for name, made in (
        ("cattrs, default", Converter()),
        ("cattrs, not detailed", Converter(detailed_validation=False)),
        ("cattrs, for json", preconf_json.make_converter()),
        ("cattrs, for orjson", preconf_orjson.make_converter()),
        ("cattrs, for msgspec", preconf_msgspec.make_converter()),
    ):
        one = cattrs_of(made)
        text = orjson if "orjson" in name or "msgspec" in name else json
        yield (
            name,
            "coerces, first fault",
            lambda one=one, text=text: one.structure(  # type: ignore[misc]
                {k: v for k, v in text.loads(DOCUMENT).items() if k != "format"}, Case
            ),
            lambda one=one, text=text: text.dumps(one.unstructure(CASE)),  # type: ignore[misc]
        )
    model = pydantic_model()
    filled = model.model_validate_json(DOCUMENT)
    yield (
        "pydantic 2",
        "strict, citations as text",
        lambda: model.model_validate_json(DOCUMENT),
        lambda: filled.model_dump_json(indent=2),
    )
    struct = msgspec_struct()
    held = msgspec.json.decode(DOCUMENT, type=struct)
    yield (
        "msgspec",
        "strict, citations as text",
        lambda: msgspec.json.decode(DOCUMENT, type=struct),
        lambda: msgspec.json.encode(held),
    )
    assert body  # noqa: S101
    yield "foiprevent", "strict, every fault", lambda: loads(DOCUMENT), lambda: dumps(CASE)


def best(call: Callable[[], object]) -> float:
    """Return the least time of one call, in milliseconds."""
    return min(timeit.repeat(call, number=ROUNDS, repeat=REPEATS)) / ROUNDS * 1000


def main() -> None:
    """Print the table."""
    rows = [
        (name, how, best(read), best(write) if write else None)
        for name, how, read, write in contestants()
    ]
    ours = rows[-1]
    print(f"The Barnet case, {len(DOCUMENT)} bytes; milliseconds, and times what ours takes")
    print(f"{'':22} {'strictness':28} {'read':>6} {'':>7} {'write':>6}")
    for name, how, read, write in rows:
        print(
            f"{name:22} {how:28} {read:6.2f} ({read / ours[2]:4.2f}) "
            + (f"{write:6.2f} ({write / ours[3]:4.2f})" if write and ours[3] else "")
        )


if __name__ == "__main__":
    main()
