"""Take many cases through everything that is done with a case: ``python tools/soak.py``.

A case is made from one that a strategy drew, or from the casebook, by moving its days,
swapping its provisions and outcomes, dropping questions and answers, and mixing in letters
and steps of others.  It is written and read back, audited on a day, and asked for its
timetable, state, life and answers.  Only the errors that are documented may come out, and
memory may not grow.

The same seed gives the same cases.  A line is printed for each tenth: how fast, how many
findings so far, of how many cases a record or an answer was refused, and the memory.  The
case that failed, if one did, is printed as JSON.  Nothing is written.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
from drawing import drawn

from foiprevent import (
    CalendarRangeError,
    Case,
    InvalidRecordError,
    Outcome,
    Regime,
    TransitionError,
    audit,
    dumps,
    exemptions,
    loads,
    redact,
)
from foiprevent.strategies import cases, lawful_cases, lives

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from foiprevent import Citation

DRAWN: Final = 300
"""How many cases are drawn for others to be made of."""
TENTHS: Final = 10
MOST: Final = 1.1
"""By how much the memory may have grown from the first tenth to the last."""
FIRST: Final = date(2005, 1, 1)
LAST: Final = date(2028, 12, 31)
EDGES: Final = (
    date.min, date(1900, 2, 28), date(2004, 12, 31), date(2016, 2, 29), date(2100, 1, 1),
    date(9999, 11, 30), date.max,
)  # fmt: skip
"""Days at which a law or a calendar begins or ends, or dates themselves do."""
EDGE: Final = 0.05
"""How often a day is one of those."""
DOCUMENTED: Final = (TransitionError, CalendarRangeError)
"""What a record can be refused for by what is asked of it."""
REFUSALS: Final = (InvalidRecordError, *DOCUMENTED)
"""What a case can be refused for: the first as a record, before anything is asked of it."""


def seeds(seed: int) -> list[Case]:
    """Return the cases that others are made of."""
    return drawn(cases() | lawful_cases() | lives(), DRAWN, seed)


def provisions() -> list[Citation]:
    """Return what claims can rest on, in the three regimes."""
    return [row.citation for one in Regime for row in exemptions.catalogue(regime=one)]


def _day(source: random.Random) -> date:
    if source.random() < EDGE:
        return source.choice(EDGES)
    return FIRST + timedelta(days=source.randrange((LAST - FIRST).days))


def made(
    source: random.Random, parts: Sequence[Case], law: Sequence[Citation], seen: Counter[str]
) -> Case:
    """Return a case that was never drawn; what cannot be a record is left as it was.

    A case of which a change was refused is counted once.
    """
    case, refused = source.choice(parts), False
    for _ in range(source.randrange(1, 6)):
        try:
            case = source.choice(CHANGES)(source, case, source.choice(parts), law)
        except InvalidRecordError:
            refused = True
    seen[InvalidRecordError.__name__] += refused
    return case


def _asked(source: random.Random, case: Case, *_: object) -> Case:
    """Move the day of receipt, and name another regime."""
    received = source.choice([None, _day(source)])
    request = attrs.evolve(case.request, received=received, regime=source.choice([None, *Regime]))
    return attrs.evolve(case, request=request)


def _questioned(source: random.Random, case: Case, other: Case, *_: object) -> Case:
    """Add questions of another case, which may have the keys of those there, and drop some."""
    both = (*case.request.questions, *other.request.questions[:1])
    kept = tuple(one for one in both if source.getrandbits(2))
    return attrs.evolve(case, request=attrs.evolve(case.request, questions=kept))


def _lettered(source: random.Random, case: Case, other: Case, *_: object) -> Case:
    """Add a letter of another case, or drop one."""
    both = [*case.responses, *other.responses[:1]]
    if both and source.getrandbits(1):
        del both[source.randrange(len(both))]
    return attrs.evolve(case, responses=tuple(both))


def _stepped(source: random.Random, case: Case, other: Case, *_: object) -> Case:
    """Add a step of another case, drop one, or move one to any day."""
    steps = [*case.events, *source.sample(other.events, k=min(1, len(other.events)))]
    if steps and source.getrandbits(1):
        place = source.randrange(len(steps))
        moved = attrs.evolve(steps[place], on=_day(source))
        steps[place : place + 1] = source.choice([[], [moved]])
    return attrs.evolve(case, events=tuple(steps))


def _moved(source: random.Random, case: Case, *_: object) -> Case:
    """Move everything together by some days, as far as dates go."""
    shift = timedelta(days=source.randrange(-3000, 3000))
    try:
        received = case.request.received and case.request.received + shift
        letters = [attrs.evolve(one, sent=one.sent and one.sent + shift) for one in case.responses]
        steps = [attrs.evolve(one, on=one.on + shift) for one in case.events]
    except OverflowError:
        return case
    request = attrs.evolve(case.request, received=received)
    return attrs.evolve(case, request=request, responses=tuple(letters), events=tuple(steps))


def _dated(source: random.Random, case: Case, *_: object) -> Case:
    """Send each letter on any day, or on none that is known."""
    letters = tuple(
        attrs.evolve(one, sent=source.choice([None, _day(source), _day(source)]))
        for one in case.responses
    )
    return attrs.evolve(case, responses=letters)


def _silenced(source: random.Random, case: Case, *_: object) -> Case:
    """Drop some of what the letters answer and claim."""
    letters = tuple(
        attrs.evolve(
            one,
            answers=tuple(answer for answer in one.answers if source.getrandbits(1)),
            reliances=tuple(claim for claim in one.reliances if source.getrandbits(2)),
        )
        for one in case.responses
    )
    return attrs.evolve(case, responses=letters)


def _reworded(source: random.Random, case: Case, _: Case, law: Sequence[Citation]) -> Case:
    """Have the letters rest on other provisions, and give other outcomes."""
    letters = tuple(
        attrs.evolve(
            one,
            reliances=tuple(
                attrs.evolve(claim, citation=source.choice(law))
                if source.getrandbits(1)
                else claim
                for claim in one.reliances
            ),
            answers=tuple(
                attrs.evolve(answer, outcome=source.choice([*Outcome]))
                if source.getrandbits(1)
                else answer
                for answer in one.answers
            ),
        )
        for one in case.responses
    )
    return attrs.evolve(case, responses=letters)


CHANGES: Final[tuple[Callable[..., Case], ...]] = (
    _asked, _questioned, _lettered, _stepped, _moved, _dated, _silenced, _reworded,
)  # fmt: skip
"""What is done to a case to make another of it."""


def taken_through(case: Case, on: date, seen: Counter[str]) -> None:
    """Do with a case all that can be done, and count what came of it.

    A case of which a question is refused is counted once for each error.
    """
    refused: set[str] = set()
    if loads(dumps(case)) != case:
        raise AssertionError("it does not come back the same")
    for day in (None, on):
        for ask in (
            lambda day=day: seen.update(findings=len(audit(case, on=day).findings)),
            lambda day=day: seen.update(dates=len(case.timetable(on=day).entries)),
            lambda day=day: seen.update([case.state(on=day).value]),
            case.life,
        ):
            try:
                ask()
            except DOCUMENTED as error:
                refused.add(type(error).__name__)
        for question in case.request.questions:
            case.answer(question.key, on=day)
    loads(dumps(redact(case)))
    seen.update(refused)


def resident() -> int:
    """Return the bytes of memory that this process has now, where Linux tells."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def line(number: int, seconds: float, seen: Counter[str], memory: int) -> str:
    """Return what is said of the cases so far."""
    refused = ", ".join(f"{one.__name__} {seen[one.__name__] / number:.1%}" for one in REFUSALS)
    return (
        f"{number} cases, {number / seconds:.0f} a second, {seen['findings']} findings, "
        f"refused: {refused}, {memory / 1e6:.1f} MB"
    )


def is_taken(case: Case, on: date, seen: Counter[str]) -> bool:
    """Return whether a case goes through; print it if it does not."""
    try:
        taken_through(case, on, seen)
    except Exception as error:  # noqa: BLE001 - what must not happen
        print(f"{type(error).__name__} on {on}: {error}\n{dumps(case).decode()}")
        return False
    return True


def run(count: int, seed: int) -> int:
    """Run, and return 1 if a case failed or the memory grew.

    The cases that others are made of go first, uncounted: they load what is loaded once.
    """
    source = random.Random(seed)  # noqa: S311 - no secret
    parts, law = seeds(seed), provisions()
    if not all(is_taken(case, _day(source), Counter()) for case in parts):
        return 1
    seen: Counter[str] = Counter()
    tenth, first, now = max(1, count // TENTHS), 0, 0
    start = time.perf_counter()
    for number in range(1, count + 1):
        if not is_taken(made(source, parts, law, seen), _day(source), seen):
            return 1
        if number % tenth == 0:
            now = resident()
            first = first or now
            print(line(number, time.perf_counter() - start, seen, now), flush=True)
    print(", ".join(f"{what}: {times}" for what, times in seen.most_common()))
    is_flat = now <= first * MOST
    print(
        f"memory {'is flat' if is_flat else 'grew'}: {first / 1e6:.1f} MB after the first tenth, "
        f"{now / 1e6:.1f} MB at the end"
    )
    return 0 if is_flat else 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; the status is 1 if a case failed or the memory grew."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=100_000, help="how many cases")
    parser.add_argument("--seed", type=int, default=1, help="which cases")
    options = parser.parse_args(arguments)
    return run(options.count, options.seed)


if __name__ == "__main__":
    sys.exit(main())
