"""Feed ``loads`` what is no case: ``python tools/fuzz.py --count 200000``.

Half are random strings of bytes, half are valid documents changed in their bytes, tokens or
structure.  Nothing but a ``CodecError`` may come out, in bounded time and memory; what is read
must come back the same.  The same seed gives the same documents.  One line is printed, and the
document that failed, if one did, as a Python literal.  Nothing is written.
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
from typing import TYPE_CHECKING, Any, Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as hypothesis_seed

from foiprevent import Case, CodecError, casebook, dumps, loads
from foiprevent.strategies import cases, lawful_cases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST: Final = 2.0
"""How many seconds one document may take."""
MOST: Final = 32_000_000
"""How many bytes of memory one document may take."""
EVERY: Final = 25
"""Of how many documents the memory of one is measured, which makes it slow."""
_NOISE: Final = 400
_GENERATED: Final = 200
_MARKS: Final = (
    b"{", b"}", b"[", b"]", b",", b":", b"null", b"true", b"-0", b"1e999", b"NaN", b'"', b'""',
    b'"kind"', b'"FOIA s.24(2)"', b'"2023-02-30"', b"\\", b"\\ud800", b"\xff", b"\x00",
    b"\xef\xbb\xbf", b"[" * 70, b'["]",' * 70, b"9" * 700, b'{"format": "foiprevent/1"}', b"\n",
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


def fault_of(data: bytes) -> tuple[bool, str | None]:
    """Return whether a document is read, and what is wrong with how it is read or refused."""
    try:
        case = loads(data)
    except CodecError:
        return False, None
    except Exception as error:  # noqa: BLE001 - what must not happen
        return False, f"{type(error).__name__}: {error}"
    return True, None if loads(dumps(case)) == case else "it does not come back the same"


def run(count: int, seed: int) -> tuple[str, bytes | None]:
    """Return what happened, and the document that failed, if one did."""
    source, documents = random.Random(seed), seeds(seed)  # noqa: S311 - no secret
    read, slowest, most = 0, 0.0, 0
    for number in range(2 * count):
        data = noise(source) if number < count else changed(source, documents)
        measured = number % EVERY == 0
        if measured:
            tracemalloc.start()
        start = time.perf_counter()
        is_read, wrong = fault_of(data)
        took = time.perf_counter() - start
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
        f"{count} random and {count} changed documents: {read} read, {2 * count - read} refused, "
        f"the slowest in {slowest * 1000:.1f} ms, at most {most / 1e6:.2f} MB"
    )
    return said, None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, and print one line; the status is 1 if a document failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=200_000, help="how many of each half")
    parser.add_argument("--seed", type=int, default=1, help="which documents")
    options = parser.parse_args(arguments)
    said, failed = run(options.count, options.seed)
    print(said)
    if failed is not None:
        print(repr(failed))
    return int(failed is not None)


if __name__ == "__main__":
    sys.exit(main())
