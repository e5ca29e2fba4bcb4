"""Feed ``loads`` what is no case: ``python tools/fuzz.py --count 200000``.

Half are random bytes, half are valid documents changed in bytes, in tokens or in structure.
Nothing but a ``CodecError`` may come out, in bounded time and memory.  The same seed gives
the same documents; one that fails is printed as a Python literal.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import tracemalloc
from typing import TYPE_CHECKING, Any, Final

from foiprevent import CodecError, casebook, dumps, loads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SLOWEST: Final = 2.0
"""How many seconds one document may take."""
_LONGEST: Final = 400
_TOKENS: Final = (
    b"{", b"}", b"[", b"]", b",", b":", b"null", b"true", b"-0", b"1e999", b"NaN", b'"', b'""',
    b'"kind"', b'"FOIA s.24(2)"', b'"2023-02-30"', b"\\ud800", b"\xff", b"\x00", b"[" * 70,
    b"9" * 700, b'{"format": "foiprevent/1"}',
)  # fmt: skip
_VALUES: Final[tuple[Any, ...]] = (None, True, -1, 10**30, 0.5, "", "x" * 100, [], {}, [[]])


def seeds() -> list[bytes]:
    """Return valid documents."""
    return [dumps(casebook.load(name)) for name in casebook.names()]


def noise(source: random.Random, _: Sequence[bytes]) -> bytes:
    """Return random bytes, some of them made of what JSON is made of."""
    length = source.randrange(_LONGEST)
    if source.random() < 0.5:  # noqa: PLR2004 - half of them
        return source.randbytes(length)
    return b"".join(source.choices(_TOKENS, k=length // 8))


def changed(source: random.Random, documents: Sequence[bytes]) -> bytes:
    """Return a valid document with something changed."""
    how: Callable[[random.Random, bytes], bytes] = source.choice([_bytes, _tokens, _structure])
    return how(source, source.choice(documents))


def _bytes(source: random.Random, document: bytes) -> bytes:
    data = bytearray(document)
    for _ in range(source.randrange(1, 5)):
        place = source.randrange(len(data))
        match source.randrange(3):
            case 0:
                data[place] = source.randrange(256)
            case 1:
                del data[place : place + source.randrange(1, 50)]
            case _:
                data[place:place] = source.randbytes(source.randrange(1, 5))
    return bytes(data)


def _tokens(source: random.Random, document: bytes) -> bytes:
    place = source.randrange(len(document))
    end = place + source.randrange(20)
    return document[:place] + source.choice(_TOKENS) + document[end:]


def _structure(source: random.Random, document: bytes) -> bytes:
    value: Any = json.loads(document)
    node = value
    while True:
        keys = [*node] if isinstance(node, dict) else [*range(len(node))]
        if not keys:
            break
        key = source.choice(keys)
        inner = node[key]
        if not isinstance(inner, (dict, list)) or source.random() < 0.3:  # noqa: PLR2004
            match source.randrange(3):
                case 0:
                    del node[key]
                case 1:
                    node[key] = source.choice(_VALUES)
                case _:
                    node[key] = source.choice([value["authority"], [inner], {"kind": inner}])
            break
        node = inner
    return json.dumps(value).encode()


def run(count: int, seed: int) -> tuple[str, bytes | None]:
    """Return what happened, and the document that failed, if one did."""
    source, documents = random.Random(seed), seeds()  # noqa: S311 - no secret
    accepted = refused = 0
    slowest = 0.0
    tracemalloc.start()
    for make in (noise, changed):
        for _ in range(count):
            data = make(source, documents)
            start = time.perf_counter()
            try:
                loads(data)
                accepted += 1
            except CodecError:
                refused += 1
            except Exception as error:  # noqa: BLE001 - what must not happen
                return f"{type(error).__name__}: {error}", data
            took = time.perf_counter() - start
            slowest = max(slowest, took)
            if took > SLOWEST:
                return f"took {took:.1f} s", data
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    said = (
        f"{count} of noise and {count} changed: {refused} refused, {accepted} read; "
        f"slowest {slowest * 1000:.0f} ms, peak {peak / 1e6:.1f} MB"
    )
    return said, None


def main(arguments: list[str]) -> int:
    """Run, and print one line; the status is 1 if a document failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000, help="how many of each kind")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    said, failed = run(options.count, options.seed)
    print(said)
    if failed is not None:
        print(repr(failed))
    return failed is not None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
