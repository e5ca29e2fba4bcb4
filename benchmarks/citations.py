"""How long it takes to find citations in texts of growing size, letter-like and hostile.

Run ``python benchmarks/citations.py``.  Time per megabyte should stay the same as a text
grows; beside it stands a plain regular expression that only looks for the word *section*
and a number, on the same text.
"""

from __future__ import annotations

import re
from time import perf_counter
from typing import TYPE_CHECKING, Final

from foiprevent import find_citations

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTE: Final = 1_000_000
SIZES: Final = (1, 2, 4, 8)
TEXTS: Final = {
    "a citation that breaks off": "section 31(1)(a ",
    "the same without a space": "section 31(1)(a",
    "digits and brackets": "1(2)(3)4(5",
    "a list without end": "sections 31(1)(a), (b), ",
    "a letter": (
        "Thank you for your request, which we received on 3 March 2025.  We hold some of what you "
        "asked for.  It is exempt under section 31(1)(a) and (b) of the Freedom of Information "
        "Act 2000, as disclosing it would be likely to prejudice the prevention of crime.  We "
        "weighed the public interest, and on balance it lies in maintaining the exemption.  "
        "Names are withheld under section 40(2).\n\n"
    ),
}
PLAIN: Final = re.compile(r"\b[Ss]ections? [0-9]+(?:\([0-9a-z]+\))*")


def seconds(task: Callable[[], object]) -> float:
    """Return how long *task* takes, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = perf_counter()
        task()
        best = min(best, perf_counter() - start)
    return best


def main() -> None:
    """Print seconds per megabyte, and the ratio to the plain expression."""
    print(f"{'text':28}" + "".join(f"{f'{size} MB':>10}" for size in SIZES) + f"{'ratio':>8}")
    for name, unit in TEXTS.items():
        row, ratio = "", 0.0
        for size in SIZES:
            text = (unit * (size * MEGABYTE // len(unit) + 1))[: size * MEGABYTE]
            taken = seconds(lambda text=text: find_citations(text))  # type: ignore[misc]
            plain = seconds(lambda text=text: PLAIN.findall(text))  # type: ignore[misc]
            row += f"{taken / size:10.3f}"
            ratio = taken / plain
        print(f"{name:28}{row}{ratio:8.1f}")


if __name__ == "__main__":
    main()
