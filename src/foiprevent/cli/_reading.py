"""The command that reads letters: one in full, or many, a line of JSON for each."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from foiprevent.cli import _text
from foiprevent.errors import LetterFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from contextlib import AbstractContextManager

    from foiprevent.letters import Reading

_UNNAMED = "an authority that the letter does not name"


def as_text(reading: Reading) -> str:
    """Return what was read, as it reads in a terminal."""
    case = reading.to_case(authority=reading.authority or _UNNAMED)
    lines = [_text.record(case), f"Kind of message: {reading.kind.value}"]
    lines += [
        _text.one_line(f"At odds: {one.says}: {', '.join(fact.text for fact in one.facts)}")
        for one in reading.contradictions
    ]
    if reading.unread:
        lines.append(f"Not understood: {len(reading.unread)} passages; --json has them")
    return "\n".join(lines)


def as_json(name: str, reading: Reading) -> str:
    """Return what was read as one line of JSON."""
    from foiprevent import codec

    case = reading.to_case(authority=reading.authority or _UNNAMED)
    facts = [
        {
            "about": fact.about.value,
            "value": codec.to_json(fact.value),
            "start": fact.start,
            "end": fact.end,
            "text": fact.text,
            "rule": fact.rule.code,
            "specificity": fact.rule.specificity.value,
            "question": fact.question,
        }
        for fact in reading.facts
    ]
    document = {
        "file": name,
        "kind": reading.kind.value,
        "authority": reading.authority,
        "due": codec.to_json(reading.due),
        "case": json.loads(codec.dumps(case)),
        "facts": facts,
        "contradictions": [
            {"says": one.says, "facts": [fact.text for fact in one.facts]}
            for one in reading.contradictions
        ],
        "unread": [[one.start, one.end] for one in reading.unread],
    }
    return json.dumps(document)


def failed_as_json(error: LetterFileError) -> str:
    """Return a file that could not be read as one line of JSON."""
    return json.dumps({"file": error.path, "error": error.reason})


def readings(
    names: Sequence[str], fail: Callable[[LetterFileError], None]
) -> Iterator[tuple[str, Reading]]:
    """Give each letter that can be read; what cannot is told, and the rest goes on."""
    from foiprevent.letters import read_letter
    from foiprevent.letters.files import letter_text

    with _progress(len(names)) as advance:
        for name in names:
            try:
                yield name, read_letter(letter_text(name))
            except LetterFileError as error:
                fail(error)
            advance()


def _progress(count: int) -> AbstractContextManager[Callable[[], None]]:
    """Return a bar on the standard error, where somebody sees it and rich is installed."""
    if count > 1 and sys.stderr.isatty():
        try:
            return _bar(count)
        except ImportError:
            pass
    return nullcontext(lambda: None)


def _bar(count: int) -> AbstractContextManager[Callable[[], None]]:
    from contextlib import contextmanager

    from rich.console import Console
    from rich.progress import Progress

    @contextmanager
    def shown_bar() -> Generator[Callable[[], None]]:
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("Reading letters", total=count)
            yield lambda: progress.advance(task)

    return shown_bar()


def paged(name: str, reading: Reading, page: str) -> tuple[str, str | None]:
    """Write the page of a letter, beside it if no other place is named.

    Returns:
        What was done, and what prevented it, if anything did.
    """
    from foiprevent.letters.page import reading_page

    beside = Path(name).with_name(f"{Path(name).stem}.reading.html")
    to = page or str(beside)
    return _text.one_line(f"{name}: written to {to}"), _text.saved(
        to, reading_page(reading).encode()
    )
