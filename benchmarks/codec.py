"""How long a case takes to be read and written as JSON, here and by other ways.

Every contestant reads and writes the same case, Barnet's of the casebook.  The models of
pydantic and msgspec are made from this library's own classes, so that they have the same shape.
"""

from __future__ import annotations

import argparse
import enum
import json
import platform
import statistics
import timeit
from datetime import date
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import attrs
import msgspec
import pydantic
from cattrs import Converter
from cattrs.strategies import configure_tagged_union

from foiprevent import Case, Citation, CodecError, casebook, dumps, loads
from foiprevent.cases import Scope
from foiprevent.cases.events import Event
from foiprevent.codec import FORMAT, json_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CASE = casebook.load("barnet-data-sharing")
DOCUMENT = dumps(CASE)
PLAIN = json.loads(DOCUMENT)
_RELIANCE = json_schema()["$defs"]["Reliance"]["properties"]
PATTERN = _RELIANCE["by_virtue_of"]["items"]["pattern"]


class Contestant(NamedTuple):
    """One way into JSON and back.

    Attributes:
        name: What it is.
        read: From bytes to objects.
        write: From objects to bytes or text.
        told: How many of the five faults of a document it tells of; ``None`` if it looks for none.
    """

    name: str
    read: Callable[[bytes], Any]
    write: Callable[[], object]
    told: int | None


def faulty() -> bytes:
    """Return the document with five faults."""
    found = json.loads(DOCUMENT)
    found["authority"]["name"] = 7
    found["request"]["received"] = "2023-02-30"
    found["responses"][0]["answers"][1]["outcome"] = "lost"
    found["responses"][0]["answers"][2]["colour"] = "red"
    del found["responses"][0]["reliances"][0]["cited_as"]
    return json.dumps(found).encode()


def leaves(error: BaseException) -> int:
    """Return how many faults an error tells of."""
    match error:
        case BaseExceptionGroup():
            return sum(map(leaves, error.exceptions))
        case CodecError():
            return len(error.faults)
        case pydantic.ValidationError():
            return error.error_count()
        case _:
            return 1


def contestant(
    name: str, read: Callable[[bytes], Any], write: Callable[[Any], object]
) -> Contestant:
    """Return a contestant that is known to read and write the case."""
    value = read(DOCUMENT)
    written = json.loads(write(value))  # type: ignore[arg-type]
    if {**written, "format": FORMAT} != PLAIN:
        raise ValueError(f"{name} does not write what it reads")
    told = 0
    try:
        read(faulty())
    except Exception as error:  # noqa: BLE001 - each has its own
        told = leaves(error)
    return Contestant(name, read, lambda: write(value), told)


def kind_of(cl: type) -> str | None:
    """Return what tells a class apart in a document."""
    found = json_schema()["$defs"].get(cl.__name__, {}).get("properties", {})
    kind: str | None = found.get("kind", {}).get("const")
    return kind


def taught(converter: Any) -> Any:  # noqa: ANN401
    """Return a converter that knows what cattrs cannot: citations, days and kinds."""
    converter.register_structure_hook(Citation, lambda value, _: Citation.parse(value))
    converter.register_unstructure_hook(Citation, str)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(enum.Enum, lambda member: member.value)
    for union in (Scope, Event):
        configure_tagged_union(
            union, converter, tag_generator=lambda cl: kind_of(cl) or "", tag_name="kind"
        )
    return converter


def cattrs_default(*, detailed: bool) -> tuple[Callable[[bytes], Any], Callable[[Any], object]]:
    """Return reading and writing with a converter as it comes and the standard library."""
    converter = taught(Converter(detailed_validation=detailed, forbid_extra_keys=True))

    def read(data: bytes) -> object:
        found = json.loads(data)
        del found["format"]
        return converter.structure(found, Case)

    return read, lambda case: json.dumps(converter.unstructure(case))


def cattrs_ready(name: str) -> tuple[Callable[[bytes], Any], Callable[[Any], object]]:
    """Return reading and writing with a converter ready for a library, not detailed.

    The key of the format is let pass, and with it any key that is unknown.
    """
    module = import_module(f"cattrs.preconf.{name}")
    converter = taught(module.make_converter(detailed_validation=False))
    return lambda data: converter.loads(data, Case), converter.dumps


class Modelling:
    """The models of another library, one for each class."""

    def __init__(self, model: Callable[[type, dict[str, Any]], Any], citation: object) -> None:
        self.model = model
        self.citation = citation
        self.made: dict[type, Any] = {}

    def of(self, kind: Any) -> Any:  # noqa: ANN401
        """Return the annotation of the other library for one of this library."""
        if kind is Citation:
            return self.citation
        if get_origin(kind) is tuple:
            return tuple[self.of(get_args(kind)[0]), ...]  # type: ignore[misc]
        if get_args(kind):
            return Union[tuple(self.of(member) for member in get_args(kind))]  # noqa: UP007
        if not attrs.has(kind):
            return kind
        if kind not in self.made:
            attrs.resolve_types(kind)
            fields = {}
            for field in attrs.fields(kind):
                default: Any = field.default
                if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
                    default = self.of(default.factory)()
                fields[field.name] = (self.of(field.type), default)
            self.made[kind] = self.model(kind, fields)
        return self.made[kind]


def pydantic_model() -> Any:  # noqa: ANN401
    """Return the model of a case for pydantic: frozen, strict, without unknown keys."""
    config = pydantic.ConfigDict(extra="forbid", frozen=True, strict=True)

    def model(cl: type, fields: dict[str, Any]) -> Any:  # noqa: ANN401
        kind = kind_of(cl)
        found = {
            name: (annotation, ... if default is attrs.NOTHING else default)
            for name, (annotation, default) in fields.items()
        }
        if kind:
            found = {"kind": (Literal[kind], kind), **found}
        if cl is Case:
            found = {"format": (Literal[FORMAT], ...), **found}
        make: Any = pydantic.create_model
        return make(cl.__name__, __config__=config, **found)

    return Modelling(model, Annotated[str, pydantic.StringConstraints(pattern=PATTERN)]).of(Case)


def msgspec_model() -> Any:  # noqa: ANN401
    """Return the same for msgspec."""

    def model(cl: type, fields: dict[str, Any]) -> Any:  # noqa: ANN401
        found: list[Any] = [
            (name, annotation) if default is attrs.NOTHING else (name, annotation, default)
            for name, (annotation, default) in fields.items()
        ]
        if cl is Case:
            found.insert(0, ("format", Literal[FORMAT]))
        kind = kind_of(cl)
        return msgspec.defstruct(
            cl.__name__,
            found,
            frozen=True,
            kw_only=True,
            forbid_unknown_fields=True,
            tag=kind,
            tag_field="kind" if kind else None,
        )

    return Modelling(model, Annotated[str, msgspec.Meta(pattern=PATTERN)]).of(Case)


def contestants() -> list[Contestant]:
    """Return all, this library first."""
    model: Any = pydantic_model()
    decode = msgspec.json.Decoder(msgspec_model()).decode
    return [
        contestant("**foiprevent**: `loads`, `dumps`", loads, dumps),
        Contestant("`json`, plain objects", json.loads, lambda: json.dumps(PLAIN), None),
        Contestant(
            "the same, indented as here", json.loads, lambda: json.dumps(PLAIN, indent=2), None
        ),
        contestant("cattrs and `json`", *cattrs_default(detailed=True)),
        contestant("the same, not detailed", *cattrs_default(detailed=False)),
        *(
            contestant(f"cattrs for {name}", *cattrs_ready(name))
            for name in ("json", "orjson", "msgspec")
        ),
        contestant("pydantic", model.model_validate_json, lambda case: case.model_dump_json()),
        contestant("msgspec", decode, msgspec.json.encode),
    ]


def timed(runs: Sequence[Callable[[], object]], repeats: int) -> list[list[float]]:
    """Return the times of each, in seconds, one for each repeat; they take turns."""
    numbers = []
    for run in runs:
        run()
        numbers.append(max(1, round(0.02 / timeit.timeit(run, number=1))))
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(repeats):
        for run, number, taken in zip(runs, numbers, times, strict=True):
            taken.append(timeit.timeit(run, number=number) / number)
    return times


def ratio(times: Sequence[float], others: Sequence[float]) -> float:
    """Return how many times as long one takes as another: the median over the repeats."""
    return statistics.median(one / other for one, other in zip(times, others, strict=True))


def cells(times: Sequence[float], ours: Sequence[float]) -> list[str]:
    """Return a time, and how many times as long it is."""
    return [f"{statistics.median(times) * 1e6:,.0f} µs", f"{ratio(times, ours):.3g}"]


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=25, help="of each measurement")
    options = parser.parse_args()
    found = contestants()
    reads = timed([lambda one=one: one.read(DOCUMENT) for one in found], options.repeats)  # type: ignore[misc]
    writes = timed([one.write for one in found], options.repeats)
    names = ("attrs", "cattrs", "orjson", "msgspec", "pydantic")
    print(f"Python {platform.python_version()}, {', '.join(f'{n} {version(n)}' for n in names)}.")
    print(f"The case of Barnet, {len(DOCUMENT):,} bytes.\n")
    print("| | reading | times as long | writing | times as long | faults told, of 5 |")
    print("|---|--:|--:|--:|--:|--:|")
    for one, read, write in zip(found, reads, writes, strict=True):
        told = "" if one.told is None else str(one.told)
        row = [one.name, *cells(read, reads[0]), *cells(write, writes[0]), told]
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
