"""Take many cases through everything that is done with a case: ``python tools/soak.py``.

A case is made from one that a strategy drew, or from the casebook, by moving its days,
swapping its provisions and outcomes, and mixing in letters and steps of others.  It is
written and read back, audited on a day, and asked for its timetable, state, life and answers.
Only the errors that are documented may come out, and memory may not grow.

The same seed gives the same cases.  A line is printed for each tenth, and the case that failed,
if one did, as JSON.  Nothing is written.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as hypothesis_seed

from foiprevent import (
    CalendarRangeError,
    Case,
    InvalidRecordError,
    Outcome,
    Regime,
    TransitionError,
    audit,
    casebook,
    dumps,
    exemptions,
    loads,
    redact,
)
from foiprevent.strategies import cases, lawful_cases, lives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foiprevent import Citation

DRAWN: Final = 300
"""How many cases are drawn for others to be made of."""
TENTHS: Final = 10
MOST: Final = 1.1
"""By how much the memory may have grown from the first tenth to the last."""
FIRST: Final = date(2005, 1, 1)
LAST: Final = date(2028, 12, 31)
DOCUMENTED: Final = (TransitionError, CalendarRangeError)
"""What a record can be refused for by what is asked of it."""


def drawn(seed: int) -> list[Case]:
    """Return the cases that others are made of."""
    found = [casebook.load(name) for name in casebook.names()]

    @hypothesis_seed(seed)
    @settings(
        max_examples=DRAWN,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(cases() | lawful_cases() | lives())
    def keep(case: Case) -> None:
        found.append(case)

    keep()
    return found


def provisions() -> list[Citation]:
    """Return what claims can rest on, in the three regimes."""
    return [row.citation for one in Regime for row in exemptions.catalogue(regime=one)]


def _day(source: random.Random) -> date:
    return FIRST + timedelta(days=source.randrange((LAST - FIRST).days))


def made(source: random.Random, parts: Sequence[Case], law: Sequence[Citation]) -> Case:
    """Return a case that was never drawn; what cannot be a record is left as it was."""
    case = source.choice(parts)
    for _ in range(source.randrange(1, 6)):
        try:
            case = _changed(source, case, source.choice(parts), law)
        except InvalidRecordError:
            continue
    return case


def _changed(source: random.Random, case: Case, other: Case, law: Sequence[Citation]) -> Case:
    match source.randrange(5):
        case 0:
            received = source.choice([None, _day(source)])
            regime = source.choice([None, *Regime])
            request = attrs.evolve(case.request, received=received, regime=regime)
            return attrs.evolve(case, request=request)
        case 1:
            return attrs.evolve(case, responses=case.responses + other.responses[:1])
        case 2:
            events = (*case.events, *other.events)
            kept = tuple(one for one in events if source.getrandbits(1))
            return attrs.evolve(case, events=kept)
        case 3:
            shift = timedelta(days=source.randrange(-60, 60))
            letters = tuple(
                attrs.evolve(one, sent=one.sent and one.sent + shift) for one in case.responses
            )
            return attrs.evolve(case, responses=letters)
        case _:
            return attrs.evolve(
                case, responses=tuple(_reworded(source, one, law) for one in case.responses)
            )


def _reworded(source: random.Random, letter: Any, law: Sequence[Citation]) -> Any:  # noqa: ANN401
    claims = tuple(
        attrs.evolve(one, citation=source.choice(law)) if source.getrandbits(1) else one
        for one in letter.reliances
    )
    answers = tuple(
        attrs.evolve(one, outcome=source.choice(list(Outcome))) if source.getrandbits(1) else one
        for one in letter.answers
    )
    return attrs.evolve(letter, reliances=claims, answers=answers)


def taken_through(case: Case, on: date, seen: Counter[str]) -> None:
    """Do with a case all that can be done, and count what came of it."""
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
                seen[type(error).__name__] += 1
        for question in case.request.questions:
            case.answer(question.key, on=day)
    loads(dumps(redact(case)))


def resident() -> int:
    """Return the bytes of memory that this process has now, where Linux tells."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096


def run(count: int, seed: int) -> int:
    """Run, and return 1 if a case failed or the memory grew."""
    source, parts, law = random.Random(seed), drawn(seed), provisions()  # noqa: S311 - no secret
    seen: Counter[str] = Counter()
    tenth, first = max(1, count // TENTHS), 0
    start = time.perf_counter()
    for number in range(1, count + 1):
        case = made(source, parts, law)
        try:
            taken_through(case, _day(source), seen)
        except Exception as error:  # noqa: BLE001 - what must not happen
            print(f"{type(error).__name__}: {error}\n{dumps(case).decode()}")
            return 1
        if number % tenth == 0:
            now = resident()
            first = first or now
            rate = number / (time.perf_counter() - start)
            print(f"{number} cases, {rate:.0f} a second, {now / 1e6:.1f} MB", flush=True)
    print(", ".join(f"{what}: {times}" for what, times in seen.most_common()))
    if resident() > first * MOST:
        print(f"the memory grew from {first / 1e6:.1f} MB")
        return 1
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; the status is 1 if a case failed or the memory grew."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=100_000, help="how many cases")
    parser.add_argument("--seed", type=int, default=1, help="which cases")
    options = parser.parse_args(arguments)
    return run(options.count, options.seed)


if __name__ == "__main__":
    sys.exit(main())
