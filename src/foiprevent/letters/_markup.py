"""The formats a letter can be written in, and what each must escape.

A letter is a list of blocks.  What comes from a record is text and nothing else: in
Markdown every character that could be markup is escaped, in both what is not printable is
left out, and a line that was broken in the record is not broken here.
"""

from __future__ import annotations

import enum
import re
import textwrap
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, final

from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Iterable


@final
class Markup(enum.Enum):
    """The format of a letter."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"


class Heading(NamedTuple):
    """A line that says what follows."""

    text: str


class Paragraph(NamedTuple):
    """Running text."""

    text: str


class Quotation(NamedTuple):
    """Somebody's words."""

    text: str


class Points(NamedTuple):
    """A list."""

    texts: tuple[str, ...]


Block: TypeAlias = Heading | Paragraph | Quotation | Points

_WIDTH: Final = 76
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:@$^=\"'/])")


def checked(markup: Markup, field: str) -> Markup:
    """Return *markup*, or raise :class:`InvalidRecordError` naming *field*."""
    if not isinstance(markup, Markup):
        raise InvalidRecordError(field, markup, "expected a Markup")
    return markup


def written(blocks: Iterable[Block], markup: Markup) -> str:
    """Return a letter in a format, ending with a newline."""
    write = _plain if markup is Markup.PLAIN else _markdown
    return "\n\n".join(filter(None, map(write, blocks))) + "\n"


def tidy(text: str) -> str:
    """Return *text* on one line, without what cannot be printed."""
    printable = "".join(one if one.isprintable() else " " for one in text)
    return " ".join(printable.split())


def _fill(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        tidy(text),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _plain(block: Block) -> str:
    match block:
        case Heading(text=text):
            title = tidy(text)
            return f"{title}\n{'-' * min(len(title), _WIDTH)}" if title else ""
        case Paragraph(text=text):
            return _fill(text)
        case Quotation(text=text):
            return _fill(text, "    ", "    ")
        case _:
            return "\n".join(_fill(text, "  * ", "    ") for text in block.texts)


def _escaped(text: str) -> str:
    """Return *text* so that Markdown shows it as it is."""
    return _MARKDOWN.sub(r"\\\1", tidy(text))


def _markdown(block: Block) -> str:
    match block:
        case Heading(text=text):
            return f"## {_escaped(text)}" if tidy(text) else ""
        case Paragraph(text=text):
            return _escaped(text)
        case Quotation(text=text):
            return f"> {_escaped(text)}" if tidy(text) else ""
        case _:
            return "\n".join(f"- {_escaped(text)}" for text in block.texts)
