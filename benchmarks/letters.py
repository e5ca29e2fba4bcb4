"""How fast letters are read, and that the time grows with the length and no faster.

    python benchmarks/letters.py [MEGABYTES ...]

Every hostile text is read at each size: as many megabytes a second at the largest as at the
smallest is time linear in the length.  Beside them stands the peak of the memory traced, in
bytes a byte of text.  The last lines are of letters of ten kilobytes.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

from foiprevent import find_citations, read_letter

if TYPE_CHECKING:
    from collections.abc import Callable

WRITTEN = Path(__file__).parent.parent / "tests" / "letters" / "written"
LETTERS = [path.read_text() for path in sorted(WRITTEN.glob("*.txt"))]
TEN_KILOBYTES = 10_000


def repeated(unit: str) -> Callable[[int], str]:
    """Return a text of a length, of one unit again and again."""
    return lambda length: unit * (length // len(unit) + 1)


HOSTILE: dict[str, Callable[[int], str]] = {
    "letters": lambda length: "\n\n".join(LETTERS) * (length // sum(map(len, LETTERS)) + 1),
    "nested brackets": lambda length: "[" * (length // 2) + "]" * (length // 2),
    "one endless line": repeated("the public interest in a review within section 24(1) days "),
    "one endless word": repeated("a"),
    "spaces": lambda length: f"within{' ' * length}days",
    "bullets": repeated("- a b c d\n"),
    "numbered questions": lambda length: "".join(
        f"{number}. How many?\n" for number in range(length // 16)
    ),
    "lists that begin alike": lambda length: (
        f"1. How many referrals {'area ' * (length // 10)}?\n" + "1. How many?\n" * (length // 26)
    ),
    "questions that begin alike": lambda length: (
        f"How many were referred in the year to March in each {'area ' * (length // 10)}?\n\n"
        + "How many were referred in the year to March in each?\n\n" * (length // 108)
    ),
    "lists after a long one": lambda length: (
        "".join(f"{number}. How many?\n" for number in range(1, length // 32))
        + "x\n\n1. a\n2. b\n" * (length // 32)
    ),
    "questions about Prevent": lambda length: "".join(
        f"{number}. How many referrals to Prevent, by age?\n" for number in range(length // 48)
    ),
    "colons that lead nowhere": repeated("You asked for:\nthis and that\n\n"),
    "groups": repeated("For Questions 1 to 9\nyes and no\n"),
    "odd Unicode": repeated("\u202e\u0301\x00\u0130\u00df\ufdfa section 24(1)\n"),
    "citations": repeated("section 31(1)(a) and (b) is exempt under s.40(2). "),
    "capital words": repeated("Aaa Bbb Ccc of Ddd "),
    "dates": repeated("received on 1 May 2024 by 2 June 2024, "),
    "dates hoped for": repeated("we hope to answer on 1 May 2024 and "),
    "mail headers": repeated("From: a\nTo: b\nSubject: c\nx\n"),
    "tests": repeated(
        "Factors in favour of disclosure\n- a reason\nOn balance the public interest lies in "
        "maintaining the exemption under section 43(2).\n"
    ),
    "pointers to other answers": lambda length: (
        "Our response\n"
        + "".join(f"{number}. How many?\nSee answer above.\n" for number in range(length // 32))
    ),
    "arguments about Prevent": lambda length: (
        "1. How many referrals to Prevent?\n2. Why?\nSection 24(1) is engaged.\n"
        "Factors in favour of disclosure\n"
        + "- Openness, and trust in the council.\n"
        * (length // 38)
    ),
    "provisions that wait": repeated("We need further time to weigh section 24(1).\n\n"),
    "balances that name others": repeated(
        "On balance the public interest favours withholding what is covered by section 24(1), "
        "and it is exempt under section 31(1)(a).\n"
    ),
    "links": repeated("[1](http://a) [2] www.x [a"),
    "a reference that never comes": lambda length: f"Our reference{' ' * length}!",
    "a subject without a number": lambda length: (
        f"To: a\nCc: b\nSubject: {'foi/' * (length // 4)}"
    ),
    "a subject all number": lambda length: f"To: a\nCc: b\nSubject: foi{'1' * length}!",
}


def seconds(read: Callable[[str], object], text: str) -> float:
    """Return the processor time of one call."""
    start = time.process_time()
    read(text)
    return time.process_time() - start


def peak(text: str) -> float:
    """Return the traced peak of memory, in bytes a character."""
    tracemalloc.start()
    read_letter(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / len(text)


def main() -> None:
    """Print the tables."""
    sizes = [float(size) for size in sys.argv[1:]] or [0.25, 0.5, 1.0]
    print(f"{'megabytes a second, at':26}", *(f"{size:>7} MB" for size in sizes), " bytes/byte")
    for name, make in HOSTILE.items():
        row = []
        for size in sizes:
            text = make(int(size * 1e6))
            row.append(len(text) / 1e6 / seconds(read_letter, text))
        memory = peak(make(int(sizes[0] * 1e6)))
        print(f"{name:26}", *(f"{one:10.2f}" for one in row), f"{memory:11.0f}")
    print()
    whole = "\n\n".join(LETTERS)
    text = whole[:TEN_KILOBYTES]
    best = min(seconds(read_letter, text) for _ in range(20))
    beside = min(seconds(find_citations, text) for _ in range(20))
    each = sorted(min(seconds(read_letter, one) for _ in range(5)) for one in LETTERS)
    print(f"10 kB, several letters in a row: {best * 1e3:.1f} ms")
    print(f"  of which finding citations:    {beside * 1e3:.1f} ms")
    print(f"one letter, median of {len(each)}:       {each[len(each) // 2] * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
