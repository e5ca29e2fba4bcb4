"""Feed what reads from outside with what nobody meant: ``python tools/fuzz.py``.

Three functions take input from anyone: ``loads`` documents, ``Citation.parse`` and
``find_citations`` texts.  Each gets input of three kinds: random; valid, with something
changed; and made by a grammar, so that it is nearly right.  Nothing but the documented error
may come out, in bounded time and memory, and what is read must be as it should.

The same seed gives the same inputs.  A line is printed for each kind, and the input that
failed, if one did, as a Python literal.  Nothing is written.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import re
import sys
import time
import tracemalloc
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as hypothesis_seed

from foiprevent import (
    Case,
    Citation,
    CitationError,
    CodecError,
    Regime,
    casebook,
    dumps,
    exemptions,
    find_citations,
    json_schema,
    loads,
)
from foiprevent.strategies import cases, lawful_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LONGEST: Final = 2.0
"""How many seconds of the processor one input may take."""
MOST: Final = 32_000_000
"""How many bytes of memory one input may take."""
EVERY: Final = 25
"""Of how many inputs the memory of one is measured, which makes it slow."""
_NOISE: Final = 400
_GENERATED: Final = 200
_MARKS: Final = (
    b"{", b"}", b"[", b"]", b",", b":", b"null", b"true", b"-0", b"1e999", b"NaN", b'"', b'""',
    b'"kind"', b'"FOIA s.24(2)"', b'"2023-02-30"', b"\\", b"\\ud800", b"\xff", b"\x00",
    b"\xef\xbb\xbf", b"[" * 70, b'["]",' * 70, b"9" * 700, b'{"format": "foiprevent/1"}', b"\n",
)  # fmt: skip
_WRONG: Final = 0.01
"""How often a grown document has something else in a place."""
_PLANES: Final = (0x0, 0x0, 0x600, 0x660, 0x2000, 0xD800, 0xFE00, 0xFF00, 0x1F600, 0xE0000)
_PIECES: Final = (
    "s", "s.", "section ", "ss ", "(", ")", "((", "1", "2", "31", "40", "a", "b", "ii", "A", " ",
    ",", " and ", "-", "\u2013", "/", "&", "\n", "\x00", "\u202e", "\u00a0", "\u0663", "\u00b2",
    "FOIA", "EIR ", "reg.", " of the Act", "Act 2000", "FOISA s.", "S12 1AB", "^th", "*", "999999",
)  # fmt: skip
_TOKEN: Final = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')
_VALUES: Final[tuple[Any, ...]] = (
    None, True, 0, -1, 1000, 10**30, 0.5, "", "x" * 100, "\ud83d", "1", "FOIA s.24(1)",
    "EIR reg.12", "2023-03-23", "not stated", [], {}, [[]], {"kind": "not stated"},
)  # fmt: skip


def seeds(seed: int) -> list[bytes]:
    """Return valid documents: those of the casebook, and some that are made up."""
    found = [dumps(casebook.load(name)) for name in casebook.names()]

    @hypothesis_seed(seed)
    @settings(
        max_examples=_GENERATED,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(cases() | lawful_cases())
    def keep(case: Case) -> None:
        found.append(dumps(case))

    keep()
    return found


def noise(source: random.Random) -> bytes:
    """Return random bytes, or random pieces of what documents are made of."""
    length = source.randrange(_NOISE)
    if source.getrandbits(1):
        return source.randbytes(length)
    return b"".join(source.choices(_MARKS, k=length // 8))


def changed(source: random.Random, documents: Sequence[bytes]) -> bytes:
    """Return a valid document with something changed."""
    how = source.choice([_bytes, _tokens, _structure])
    document = source.choice(documents)
    for _ in range(source.randrange(1, 4)):
        try:
            document = how(source, document)
        except ValueError:  # a structure is changed once more, and is no longer JSON
            break
    return document


def _bytes(source: random.Random, document: bytes) -> bytes:
    start = source.randrange(len(document) + 1)
    return document[:start] + noise(source)[:9] + document[start + source.randrange(20) :]


def _tokens(source: random.Random, document: bytes) -> bytes:
    found = [*_TOKEN.finditer(document)]
    if not found:
        return source.choice(_MARKS)
    one, other = source.choice(found), source.choice(found)
    new = source.choice([b"", other[0], one[0] + one[0], source.choice(_MARKS)])
    return document[: one.start()] + new + document[one.end() :]


def _structure(source: random.Random, document: bytes) -> bytes:
    value: Any = json.loads(document)
    found = [*_places(value)]
    if not found:
        return document
    holder, step = source.choice(found)
    other, elsewhere = source.choice(found)
    match source.randrange(5):
        case 0:
            del holder[step]
        case 1:
            holder[step] = source.choice(_VALUES)
        case 2:
            holder[step] = copy.deepcopy(other[elsewhere])
        case 3:
            holder[step] = [holder[step]] * source.randrange(3)
        case _:
            _add(source, holder, step)
    return json.dumps(value, indent=source.choice([None, 1])).encode()


def _add(source: random.Random, holder: Any, step: Any) -> None:  # noqa: ANN401
    new = copy.deepcopy(source.choice(_VALUES))
    if isinstance(holder, dict):
        holder[source.choice(["kind", "key", "", "on", "\ud800"])] = new
    else:
        holder.insert(step, new)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    """Yield every object and list with each key and index of it."""
    todo = [value]
    while todo:
        holder = todo.pop()
        steps = holder if isinstance(holder, dict) else range(len(holder))
        for step in steps:
            yield holder, step
            if isinstance(holder[step], (dict, list)):
                todo.append(holder[step])


def grown(source: random.Random, schema: dict[str, Any]) -> bytes:
    """Return a document that the schema allows, but for what was grown wrong."""
    return json.dumps(_grown(source, schema, schema["$defs"])).encode()


def _grown(  # noqa: C901, PLR0911 - a case for each kind of rule
    source: random.Random,
    rule: Any,  # noqa: ANN401
    defs: dict[str, Any],
) -> Any:  # noqa: ANN401
    if source.random() < _WRONG:
        return copy.deepcopy(source.choice(_VALUES))
    match rule:
        case {"const": value}:
            return value
        case {"enum": values}:
            return source.choice(values)
        case {"$ref": name}:
            return _grown(source, defs[name.rpartition("/")[2]], defs)
        case {"anyOf": rules} | {"oneOf": rules}:
            return _grown(source, source.choice(rules), defs)
        case {"properties": fields}:
            needed = rule.get("required", ())
            return {
                name: _grown(source, field, defs)
                for name, field in fields.items()
                if source.random() < (0.99 if name in needed else 0.3)
            }
        case {"items": items}:
            return [_grown(source, items, defs) for _ in range(source.randrange(3))]
        case {"type": "integer"}:
            return source.randrange(100)
        case {"type": "boolean"}:
            return source.random() < 0.5  # noqa: PLR2004 - as often as not
        case {"type": "null"}:
            return None
    return source.choice(["2023-03-23", "FOIA s.24(2)", "1", "2"])


def canonical() -> list[str]:
    """Return every operative provision of the three regimes, as it is written."""
    return [str(row.citation) for one in Regime for row in exemptions.catalogue(regime=one)]


def babble(source: random.Random) -> str:
    """Return random text: of all of Unicode, or of the pieces that citations are made of."""
    length = source.randrange(60)
    if source.getrandbits(1):
        return "".join(chr(source.choice(_PLANES) + source.randrange(256)) for _ in range(length))
    return "".join(source.choices(_PIECES, k=length))


def misprinted(source: random.Random, texts: Sequence[str]) -> str:
    """Return a citation, or a few in a row, with something changed."""
    text = source.choice([" ", ", ", " and "]).join(
        source.choices(texts, k=source.choice([1, 1, 1, 2, 3]))
    )
    for _ in range(source.randrange(4)):
        at = source.randrange(len(text) + 1)
        new = source.choice(["", source.choice(_PIECES), text[at : at + 3] * 2])
        text = text[:at] + new + text[at + source.randrange(3) :]
    return text


def phrased(source: random.Random) -> str:
    """Return what the grammar of citations allows: sections, limbs, lists, ranges, Acts."""
    number = source.choice("12 14 23 24 31 36 38 40 41 043 22A 80A 1 999 ".split(" "))
    limbs = "".join(
        f"({source.choice('1 2 5 5A 3B a b i ii iv'.split())})" for _ in range(source.randrange(4))
    )
    more = "".join(
        source.choice([", ", " and ", " & ", "-", " to ", "/", " or "])
        + source.choice(["({})", "{}", "31({})"]).format(source.choice("2 3 a b c ii".split()))
        for _ in range(source.choice([0, 0, 0, 1, 2]))
    )
    act = source.choice(
        ["", " of the Act", " FOIA", " of the Highways Act 1980", " EIR", " of PACE"]
    )
    word = source.choice(
        ["s", "s.", "section ", "Section ", "sections ", "ss ", "reg.", "FOIA s.", "§"]
    )
    return f"{word}{number}{limbs}{more}{act}"


def load(data: Any) -> bool:  # noqa: ANN401
    """Return whether a document is read; raise if something is wrong with how."""
    try:
        case = loads(data)
    except CodecError:
        return False
    if loads(dumps(case)) != case:
        raise AssertionError("it does not come back the same")
    return True


def parse(text: str) -> bool:
    """Return whether a text is a citation; raise if something is wrong with how it is read."""
    try:
        citation = Citation.parse(text)
    except CitationError:
        return False
    if Citation.parse(str(citation)) != citation:
        raise AssertionError("it is not read back from its canonical form")
    return True


def find(text: str) -> bool:
    """Return whether a citation is found in a text; raise if one is wrong."""
    found = find_citations(text)
    if [one.start for one in found] != sorted(one.start for one in found):
        raise AssertionError("they are not in the order of the text")
    for one in found:
        if text[one.start : one.end] != one.text:
            raise AssertionError("a span has other words")
        if one.citation and Citation.parse(str(one.citation)) != one.citation:
            raise AssertionError("it is not read back from its canonical form")
    return bool(found)


class Target(NamedTuple):
    """What is fed: how an input is tried, and how each kind of input is made."""

    try_one: Callable[[Any], bool]
    kinds: dict[str, Callable[[random.Random], bytes | str]]


def targets(seed: int) -> dict[str, Target]:
    """Return every target, by its name."""
    documents, texts, schema = seeds(seed), canonical(), json_schema()
    words: dict[str, Callable[[random.Random], bytes | str]] = {
        "random": babble,
        "changed": lambda source: misprinted(source, texts),
        "grammar": phrased,
    }
    return {
        "loads": Target(
            load,
            {
                "random": noise,
                "changed": lambda source: changed(source, documents),
                "grammar": lambda source: grown(source, schema),
            },
        ),
        "parse": Target(parse, words),
        "find": Target(find, words),
    }


def fault_of(try_one: Callable[[Any], bool], data: bytes | str) -> tuple[bool, str | None]:
    """Return whether an input is read, and what is wrong with how it is read or refused."""
    try:
        return try_one(data), None
    except AssertionError as error:
        return True, str(error)
    except Exception as error:  # noqa: BLE001 - what must not happen
        return False, f"{type(error).__name__}: {error}"


def run(target: Target, kind: str, count: int, seed: int) -> tuple[str, bytes | str | None]:
    """Return what happened, and the input that failed, if one did."""
    source = random.Random(f"{seed} {kind}")  # noqa: S311 - no secret
    read, slowest, most = 0, 0.0, 0
    for number in range(count):
        data = target.kinds[kind](source)
        measured = number % EVERY == 0
        if measured:
            tracemalloc.start()
        start = time.process_time()
        is_read, wrong = fault_of(target.try_one, data)
        took = time.process_time() - start
        if measured:
            most = max(most, tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        else:
            slowest = max(slowest, took)
        if took > LONGEST:
            wrong = f"took {took:.1f} s"
        if most > MOST:
            wrong = f"took {most / 1e6:.0f} MB"
        if wrong:
            return wrong, data
        read += is_read
    said = (
        f"{count} {kind}: {read} read, {count - read} not, "
        f"the slowest in {slowest * 1000:.1f} ms, at most {most / 1e6:.2f} MB"
    )
    return said, None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, and print a line for each kind; the status is 1 if an input failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=200_000, help="how many of each kind")
    parser.add_argument("--seed", type=int, default=1, help="which inputs")
    parser.add_argument("--target", choices=("loads", "parse", "find"), help="only this one")
    options = parser.parse_args(arguments)
    for name, target in targets(options.seed).items():
        if options.target in {None, name}:
            for kind in target.kinds:
                said, failed = run(target, kind, options.count, options.seed)
                print(f"{name}: {said}", flush=True)
                if failed is not None:
                    print(repr(failed))
                    return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
