"""Feed what reads from outside with what nobody meant: ``python tools/fuzz.py``.

Four functions take input from anyone: ``loads`` documents, ``Citation.parse`` and
``find_citations`` texts, ``read_letter`` letters.  Each gets input of three kinds: random;
valid, with something changed; and made by a grammar (letters: of paragraphs of others), so
that it is nearly right.  Nothing but the documented error may come out, in bounded time and
memory, and what is read must be as it should.

The same seed gives the same inputs.  A line of a table is printed for each kind, and the input
that failed, if one did, as a Python literal.  It is written to a file only with ``--save``;
those of ``tests/regressions`` are tried by every run of the tests.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
import tracemalloc
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import fuzz_inputs as inputs

from foiprevent import (
    Citation,
    CitationError,
    CodecError,
    Regime,
    audit,
    dumps,
    find_citations,
    json_schema,
    loads,
    read_letter,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONGEST: Final = 2.0
"""How many seconds of the processor one input may take."""
MOST: Final = 32_000_000
"""How many bytes of memory one input may take."""
EVERY: Final = 25
"""Of how many inputs the memory of one is measured, which makes it slow."""
ODD: Final = 0.3
"""How often a random document is a text, and no bytes."""
TITLES: Final = ("target", "kind", "tried", "accepted", "refused", "slowest ms", "most MB")


def load(data: Any) -> bool:  # noqa: ANN401
    """Return whether a document is read; raise if something is wrong with how."""
    try:
        case = loads(data)
    except CodecError as error:
        if not (error.faults and str(error)):
            raise AssertionError("it is refused for no fault") from None
        return False
    if loads(dumps(case)) != case:
        raise AssertionError("it does not come back the same")
    json.loads(data, object_pairs_hook=_once)
    return True


def _once(pairs: list[tuple[str, Any]]) -> None:
    if len({name for name, _ in pairs}) < len(pairs):
        raise AssertionError("it is read though it has a key twice")


def parse(text: str) -> bool:
    """Return whether a text is a citation; raise if something is wrong with how it is read."""
    return sum(_parsed(text, regime) for regime in Regime) > 0


def _parsed(text: str, regime: Regime) -> bool:
    try:
        citation = Citation.parse(text, regime=regime)
    except CitationError as error:
        if not (str(error) and 0 <= error.position <= len(text)):
            raise AssertionError("it is refused at a place it does not have") from None
        return False
    _canonical(citation)
    return True


def _canonical(citation: Citation) -> None:
    if any(Citation.parse(str(citation), regime=regime) != citation for regime in Regime):
        raise AssertionError("it is not read back from its canonical form")


def find(text: str) -> bool:
    """Return whether a citation is found in a text; raise if one is wrong."""
    return sum(_found(text, regime) for regime in Regime) > 0


def _found(text: str, regime: Regime) -> bool:
    found = find_citations(text, regime=regime)
    spans = [(one.start, one.end) for one in found]
    if any(one != other and one[1] > other[0] for one, other in pairwise(spans)):
        raise AssertionError("they are not in the order of the text")
    for one in found:
        if not 0 <= one.start < one.end <= len(text) or text[one.start : one.end] != one.text:
            raise AssertionError("a span has other words")
        if one.citation:
            _canonical(one.citation)
    return bool(found)


def read(text: str) -> bool:
    """Return whether a letter relies on a provision; raise if something is wrong with a fact."""
    reading = read_letter(text)
    spans = [(one.start, one.end, one.text) for one in reading.facts]
    spans += [(one.start, one.end, one.text) for one in reading.unread]
    if any(not 0 <= at < to <= len(text) or text[at:to] != words for at, to, words in spans):
        raise AssertionError("a span has other words")
    case = reading.to_case(authority=reading.authority or "An authority")
    if loads(dumps(case)) != case:
        raise AssertionError("its case does not come back the same")
    audit(case)
    return bool(reading.relied_on)


TRIES: Final[dict[str, Callable[[Any], bool]]] = {
    "loads": load,
    "parse": parse,
    "find": find,
    "read": read,
}
"""How an input of each target is tried."""


class Target(NamedTuple):
    """What is fed: how an input is tried, and how each kind of input is made."""

    try_one: Callable[[Any], bool]
    kinds: dict[str, Callable[[random.Random], bytes | str]]


def targets(seed: int) -> dict[str, Target]:
    """Return every target, by its name."""
    documents, texts, schema = inputs.seeds(seed), inputs.valid(), json_schema()
    written = inputs.letters()
    words: dict[str, Callable[[random.Random], bytes | str]] = {
        "random": inputs.babble,
        "changed": lambda source: inputs.misprinted(source, texts),
        "grammar": inputs.phrased,
    }
    made: dict[str, Callable[[random.Random], bytes | str]] = {
        "random": lambda source: (inputs.babble if source.random() < ODD else inputs.noise)(
            source
        ),
        "changed": lambda source: inputs.changed(source, documents),
        "grammar": lambda source: inputs.grown(source, schema),
    }
    letters: dict[str, Callable[[random.Random], bytes | str]] = {
        "random": inputs.babbled_lines,
        "changed": lambda source: inputs.blotted(source, written),
        "grammar": lambda source: inputs.patched_together(source, written),
    }
    kinds = {"loads": made, "read": letters}
    return {name: Target(try_one, kinds.get(name, words)) for name, try_one in TRIES.items()}


def fault_of(try_one: Callable[[Any], bool], data: bytes | str) -> tuple[bool, str | None]:
    """Return whether an input is read, and what is wrong with how it is read or refused."""
    try:
        return try_one(data), None
    except AssertionError as error:
        return True, str(error)
    except Exception as error:  # noqa: BLE001 - what must not happen
        return False, f"{type(error).__name__}: {error}"


class Run(NamedTuple):
    """What came of the inputs of one kind: how many, milliseconds and megabytes."""

    tried: int = 0
    accepted: int = 0
    refused: int = 0
    slowest: float = 0.0
    most: float = 0.0
    wrong: str | None = None
    """What is wrong with the last; ``None`` if nothing is."""
    failed: bytes | str | None = None
    """The last, if something is wrong with it."""


def run(target: Target, kind: str, count: int, seed: int) -> Run:
    """Try inputs of one kind until one fails, and return what came of them."""
    source = random.Random(f"{seed} {kind}")  # noqa: S311 - no secret
    done = Run()
    for number in range(count):
        data = target.kinds[kind](source)
        measured = number % EVERY == 0
        if measured:
            tracemalloc.start()
        start = time.process_time()
        is_read, wrong = fault_of(target.try_one, data)
        took = time.process_time() - start
        if measured:
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            done = done._replace(most=max(done.most, most / 1e6))
            if most > MOST:
                wrong = f"took {most / 1e6:.0f} MB"
        else:
            done = done._replace(slowest=max(done.slowest, took * 1000))
        if took > LONGEST:
            wrong = f"took {took:.1f} s"
        done = done._replace(
            tried=done.tried + 1,
            accepted=done.accepted + is_read,
            refused=done.refused + (not is_read),
        )
        if wrong:
            return done._replace(wrong=wrong, failed=data)
    return done


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    """Write an input as a Python literal, to a file named after its target and itself."""
    literal = ascii(data)
    digest = hashlib.sha256(literal.encode()).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{digest}.txt"
    path.write_text(f"{literal}\n", encoding="ascii")
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, and print a line for each kind; the status is 1 if an input failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=200_000, help="how many of each kind")
    parser.add_argument("--seed", type=int, default=1, help="which inputs")
    parser.add_argument("--target", choices=TRIES, help="only this one")
    parser.add_argument("--save", type=Path, metavar="FOLDER", help="keep what fails there")
    options = parser.parse_args(arguments)
    print("{:<7} {:<8} {:>8} {:>9} {:>8} {:>11} {:>8}".format(*TITLES), flush=True)
    for name, target in targets(options.seed).items():
        if options.target not in {None, name}:
            continue
        for kind in target.kinds:
            *figures, wrong, failed = run(target, kind, options.count, options.seed)
            line = "{:<7} {:<8} {:>8} {:>9} {:>8} {:>11.1f} {:>8.2f}"
            print(line.format(name, kind, *figures), flush=True)
            if failed is not None:
                print(f"{name}: {wrong}\n{failed!a}")
                if options.save:
                    print(f"kept in {saved(options.save, name, failed)}")
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
