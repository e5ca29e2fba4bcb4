"""The layout of a letter: what is its body, what is quoted mail, where a paragraph ends.

Cleaning never moves a character: the cleaned text is as long as the original, so that every
offset into one is an offset into the other.  In it a line break stands only where a block
ends; a hard wrap has become a space.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Region(IntEnum):
    """What a part of a letter is."""

    BODY = 0
    """The letter itself."""
    QUOTED = 1
    """Earlier mail below it."""
    ASIDE = 2
    """Headers, disclaimers, lists of links: nothing that anybody said in answer."""


class Level(IntEnum):
    """What opens a block."""

    NONE = 0
    NUMBER = 1
    BRACKETED = 2
    """A number in brackets, as subsections and footnotes have."""
    LETTER = 3
    ROMAN = 4
    BULLET = 5


class Block(NamedTuple):
    """A paragraph, a heading or an item of a list: offsets, and what opens it."""

    start: int
    end: int
    body: int
    """Where what it says begins, after its marker."""
    label: str
    level: Level
    region: Region
    named: bool
    """Whether its marker says *question*."""


def _same_length(characters: str, to: str) -> dict[int, str]:
    return {ord(one): to for one in characters}


_CLEAN: Final = {
    **dict.fromkeys((*range(9), 9, 11, *range(14, 32), 127, 160, 173, 8239, 12288), " "),
    **dict.fromkeys((*range(8192, 8208), *range(8234, 8239), 65279), " "),
    **dict.fromkeys(range(8288, 8304), " "),
    **_same_length("\x0c\x85\u2028\u2029", "\n"),
    **_same_length("\u2018\u2019\u201a\u201b`\u00b4", "'"),
    **_same_length("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    **_same_length("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **_same_length("\u2022\u25cf\u25aa\u25e6\u2023\u00b7\u25a0\uf0b7\u2219\u00a7", "\u2022"),
}


def cleaned(text: str) -> str:
    """Return *text* at its own length, in plain characters and without emphasis."""
    plain = text.replace("\r\n", " \n").replace("\r", "\n").translate(_CLEAN)
    return plain.replace("**", "  ").replace("__", "  ")


def lowered(text: str) -> str:
    """Return *text* in lower case, at its own length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := one.lower()) == 1 else one for one in text)


_LINE: Final = re.compile(r"[ ]*+(?P<said>[^\n]*)\n?")
_PREFIX: Final = re.compile(r"(?:> ?)++")
_PROVENANCE: Final = re.compile(r"# ?[a-z-]+: ")
_RULED: Final = re.compile(r"#{1,6}(?= )|[-=_*]{3,}+$")
_HEADER: Final = re.compile(r"(?i:from|sent|to|cc|date|subject|importance|reply-to): ?")
_ORIGINAL: Final = re.compile(r"(?i)-{2,} ?(?:original|forwarded) message|begin forwarded message")
_WROTE: Final = re.compile(r"(?i)on .{6,120} wrote:$")
_DISCLAIMER: Final = re.compile(
    r"(?i)(?:\W*disclaimer\b|this (?:e-?mail|message|communication)\b[^.]{0,60}"
    r"(?:confidential|intended|may contain|attachments|virus|private)|please don't print this"
    r"|show quoted sections$|please use this e-?mail address for all replies)"
)
_LINKS: Final = re.compile(r"(?i)(?:references|visible links)$")
_LINK: Final = re.compile(r"(\d{1,3})\. ?(\S*)$")
_BARE: Final = re.compile(r"(?:https?://|www\.)\S+$")
_FURNITURE: Final = re.compile(
    r"(?i)(?:page )?\d{1,3} of \d{1,3}$|page \d{1,3}$|-+ ?\d{1,3} ?-+$|download$|view as html$"
    r"|\d+ ?[km]b?$|\d{1,2} attachments?$"
)
_ATTACHED: Final = re.compile(r"(?i)\d{1,2} attachments?$")

_NUMBER: Final = re.compile(
    r"(?P<open>\(?)(?P<number>\d{1,3})(?P<part>[a-zA-Z]?)"
    r"(?:\)|[.:](?!\d)\)?)(?=[ ]|$|[A-Z\"'(\[])"
)
_SQUARE: Final = re.compile(r"\[(?P<number>\d{1,3})\][ ]++(?!https?:|www\.|mailto:|$)")
_QUESTION: Final = re.compile(
    r"(?i:question|query|part|request|item|q)[ ]?(?:no\.?[ ]?)?(?P<number>\d{1,3})"
    r"[ ]?\(?(?P<part>[a-z]?)\)?(?:[ ]*[-.:)]++|(?=$)|(?=[ ]\())[ ]*+"
)
_LETTER: Final = re.compile(r"\(?(?P<letter>[a-z])(?:\)|\.(?=[ ]))(?=[ ]|$|[A-Za-z])")
_ROMAN: Final = re.compile(r"\(?(?P<letter>x{0,2}(?:ix|iv|v?i{0,3}))[.)](?=[ ]|$)(?<=[ivx][.)])")
_BULLET: Final = re.compile(r"(?:\u2022[ ]*|[-*o\u00b0][ ]+)(?=\S)")


class _Marker(NamedTuple):
    label: str
    level: Level
    length: int
    named: bool


_UNMARKED: Final = _Marker("", Level.NONE, 0, named=False)


def _marker(line: str) -> _Marker:
    """Return what opens a line, if it is an item of a list."""
    bullet = _BULLET.match(line)
    at = bullet.end() if bullet else 0
    at += line.startswith('"', at)
    if question := _QUESTION.match(line, at):
        label = question["number"] + question["part"].lower()
        return _Marker(label, Level.NUMBER, question.end(), named=True)
    if number := _NUMBER.match(line, at):
        level = Level.BRACKETED if number["open"] else Level.NUMBER
        return _Marker(number["number"] + number["part"].lower(), level, number.end(), named=False)
    if square := _SQUARE.match(line, at):
        return _Marker(square["number"], Level.NUMBER, square.end(), named=False)
    for pattern, level in ((_ROMAN, Level.ROMAN), (_LETTER, Level.LETTER)):
        if found := pattern.match(line, at):
            return _Marker(found["letter"], level, found.end(), named=False)
    return _Marker(line[0], Level.BULLET, at, named=False) if bullet else _UNMARKED


class _Line(NamedTuple):
    start: int
    end: int
    region: Region


class Layout(NamedTuple):
    """A letter, laid out.

    Attributes:
        text: The original.
        flow: The cleaned text, with a line break only where a block ends.
        low: The same in lower case.
        blocks: Its blocks, in order.
        header: The lines of the mail header it begins with, by name.
        links: Where its numbered links lead.
        attachments: The names of files listed before it.
    """

    text: str
    flow: str
    low: str
    blocks: list[Block]
    header: dict[str, tuple[int, int]]
    links: dict[str, str]
    attachments: list[tuple[int, int]]

    def block_at(self, offset: int) -> int:
        """Return the index of the block in which an offset lies, or of the last before it."""
        return max(0, bisect_right(self.blocks, offset, key=lambda one: one.start) - 1)

    def said(self, block: Block) -> str:
        """Return what a block says, in lower case and without its marker."""
        return self.low[block.body : block.end]


def laid_out(text: str) -> Layout:
    """Return the layout of a letter."""
    clean = cleaned(text)
    reader = _Regions(clean)
    lines = list(reader.lines())
    flow, blocks = _blocks(clean, lines)
    return Layout(
        text=text,
        flow=flow,
        low=lowered(flow),
        blocks=blocks,
        header=reader.header,
        links=reader.links,
        attachments=reader.attachments,
    )


class _Regions:
    """Tells line by line what is body and what is not."""

    def __init__(self, clean: str) -> None:
        self._clean = clean
        self.header: dict[str, tuple[int, int]] = {}
        self.links: dict[str, str] = {}
        self.attachments: list[tuple[int, int]] = []
        self._region = Region.BODY
        self._begun = False
        self._in_header = False
        self._in_links = False
        self._files = False
        self._number = ""
        self._subject = 0

    def lines(self) -> Iterator[_Line]:
        for match in _LINE.finditer(self._clean):
            said = match["said"].rstrip()
            start = match.start("said")
            if prefix := _PREFIX.match(said):
                yield _Line(start + prefix.end(), start + len(said), Region.QUOTED)
                continue
            region = self._of(said, start)
            end = start + len(said)
            if ruled := _RULED.match(said):
                said = said[ruled.end() :]
            yield _Line(end - len(said.lstrip()), end, region)

    def _of(self, said: str, start: int) -> Region:
        if not said:
            self._in_header = self._files = False
            return self._region
        if self._in_links:
            self._link(said)
            return Region.ASIDE
        if _LINKS.match(said):
            self._in_links = True
            return Region.ASIDE
        if _PROVENANCE.match(said) and not self._begun:
            return Region.ASIDE
        if self._is_header(said, start):
            return Region.ASIDE
        if _DISCLAIMER.match(said) and self._begun:
            self._region = Region.ASIDE
        return self._furnished(said, start)

    def _is_header(self, said: str, start: int) -> bool:
        name = _HEADER.match(said)
        if _ORIGINAL.match(said) or _WROTE.match(said):
            self._region = Region.QUOTED
            return True
        if name is None or not (self._in_header or self._opens_header(said, start)):
            return self._in_header and self._continues(said)
        self._in_header = True
        self._subject = len(said) if name[0].lower().startswith("subject") else 0
        if self._begun:
            self._region = Region.QUOTED
        else:
            at = start + name.end()
            self.header[name[0].strip().lower()] = (at, start + len(said))
        return True

    def _continues(self, said: str) -> bool:
        """Tell whether a header's line goes on: an address, or the rest of a subject."""
        self._in_header = said.startswith("<") or "@" in said or self._subject > _LONG_SUBJECT
        self._subject = 0
        return self._in_header

    def _opens_header(self, said: str, start: int) -> bool:
        if not said.lower().startswith(("from:", "to:", "date:", "sent:")):
            return False
        following = self._clean[start + len(said) : start + len(said) + 400].lower()
        names = ("\nsent:", "\nto:", "\nsubject:", "\ndate:", "\nfrom:", "\ncc:")
        return sum(name in following.replace("\n ", "\n") for name in names) > 1

    def _link(self, said: str) -> None:
        if numbered := _LINK.match(said):
            self._number = numbered[1]
            said = numbered[2]
        if _BARE.match(said) or said.startswith("mailto:"):
            self.links.setdefault(self._number, said)

    def _furnished(self, said: str, start: int) -> Region:
        if _FURNITURE.match(said):
            self._files = self._files or bool(_ATTACHED.match(said))
            return Region.ASIDE
        if self._files and re.search(r"\.[a-z]{3,4}$", said.lower()):
            self.attachments.append((start, start + len(said)))
            return Region.ASIDE
        self._files = False
        self._begun = True
        return self._region


_OPEN_END: Final = re.compile(
    r"(?i)(?:\(|\b(?:sections?|ss?\.|regulations?|regs?\.|articles?|art\.|paragraphs?|paras?\.?|parts?"
    r"|schedules?|questions?|nos?\.))$"
)
"""The end of a line that goes on: what looks like the mark of an item after it is none."""
_LONG_SUBJECT: Final = 55
_WIDEST_WRAP: Final = 130
_NARROWEST_WRAP: Final = 50
_LONGEST_DAY: Final = 24
_MONTH: Final = "(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_BROKEN_DATES: Final = (
    (
        re.compile(rf"(?i)\b\d{{1,2}}[a-z^]{{0,4}} (?:of )?{_MONTH},?$"),
        re.compile(r"(?:19|20)\d\d\b"),
    ),
    (
        re.compile(r"(?i)\b\d{1,2}(?:\^?(?:st|nd|rd|th)\^?)?$"),
        re.compile(rf"(?i){_MONTH},? (?:19|20)\d\d\b"),
    ),
)
_SLACK: Final = 4
_INDENT: Final = 6
_UNFINISHED: Final = 40


def _width(lines: list[_Line]) -> int:
    """Return the width at which lines are wrapped, or 0 if each is a paragraph."""
    lengths = sorted(line.end - line.start for line in lines if line.end - line.start > 1)
    if not lengths:
        return 0
    widest = lengths[min(len(lengths) - 1, len(lengths) * 19 // 20)]
    return widest if _NARROWEST_WRAP <= widest <= _WIDEST_WRAP else 0


def _blocks(clean: str, lines: list[_Line]) -> tuple[str, list[Block]]:
    width = _width(lines)
    pieces: list[str] = []
    blocks: list[Block] = []
    written = 0
    last: _Line | None = None  # the last line that says something
    gap = False
    for line in lines:
        if line.start >= line.end:
            gap = True
            continue
        said = clean[line.start : line.end]
        marker = _marker(said)
        numbers = marker.level in (Level.NUMBER, Level.BRACKETED)
        if (
            numbers
            and not gap
            and last
            and _OPEN_END.search(clean, max(last.start, last.end - 24), last.end)
        ):
            marker = _UNMARKED
        joins = (
            last is not None
            and marker.level is Level.NONE
            and last.region is line.region
            and _joins(clean, blocks[-1], last, said, width, gap=gap)
        )
        pieces.append(_filler(line.start - written, joins=joins))
        pieces.append(said)
        written = line.end
        if joins:
            blocks[-1] = blocks[-1]._replace(end=line.end)
        else:
            body = line.start + marker.length
            body += len(clean[body : line.end]) - len(clean[body : line.end].lstrip())
            blocks.append(
                Block(
                    line.start,
                    line.end,
                    body,
                    marker.label,
                    marker.level,
                    line.region,
                    marker.named,
                )
            )
        last, gap = line, False
    pieces.append(_filler(len(clean) - written, joins=False))
    return "".join(pieces), blocks


def _filler(length: int, *, joins: bool) -> str:
    if joins or not length:
        return " " * length
    return " " * (length - 1) + "\n"


def _parts_date(clean: str, last: _Line, said: str) -> bool:
    """Tell whether a line breaks off within a date that the next one ends."""
    end = clean[max(last.start, last.end - _LONGEST_DAY) : last.end]
    return any(ends.search(end) and goes_on.match(said) for ends, goes_on in _BROKEN_DATES)


def _joins(clean: str, block: Block, last: _Line, said: str, width: int, *, gap: bool) -> bool:
    """Tell whether a line goes on with the block before it."""
    ended = clean[last.end - 1] in ".?!:;"
    if clean[last.end - 1] == "?" and said[0].isupper():
        return False
    goes_on = (said[0].islower() and not ended) or _parts_date(clean, last, said)
    if gap:
        return goes_on and last.end - last.start > _UNFINISHED
    if goes_on:
        return True
    if not width:
        return False
    first = len(said.split(" ", 1)[0])
    slack = 0 if ended else _INDENT if block.level else _SLACK
    room = width - slack
    return last.end - last.start + 1 + first > room


_ENDS: Final = re.compile(r"[.?!][\"')\]]{0,2}+[ ]++(?=[\"'(\[]?[A-Z0-9\u2022]|n/a)")
_LONGEST_SENTENCE: Final = 3000
"""No sentence is longer; what runs on without an end is taken in pieces of this length."""
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|no|nos|mr|mrs|ms|dr|s|ss|reg|regs|art|para|paras|v|vs|ltd|sch|st)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)


def sentences(layout: Layout, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the sentences between two offsets of one block."""
    at = start
    for found in _ENDS.finditer(layout.flow, start, end):
        while found.end() - at > _LONGEST_SENTENCE:
            yield at, at + _LONGEST_SENTENCE
            at += _LONGEST_SENTENCE
        if _ABBREVIATED.search(layout.flow, max(start, found.start() - 5), found.start() + 1):
            continue
        yield at, found.end()
        at = found.end()
    while end - at > _LONGEST_SENTENCE:
        yield at, at + _LONGEST_SENTENCE
        at += _LONGEST_SENTENCE
    if at < end:
        yield at, end


class Sentences:
    """The sentences of a letter, block by block; each block is cut once."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._of: dict[int, list[tuple[int, int]]] = {}

    def of(self, index: int) -> list[tuple[int, int]]:
        """Return the sentences of a block, its marker apart."""
        if index not in self._of:
            block = self._layout.blocks[index]
            self._of[index] = list(sentences(self._layout, block.body, block.end))
        return self._of[index]

    def at(self, offset: int) -> tuple[int, int]:
        """Return the sentence in which an offset lies, or the one after it."""
        index = self._layout.block_at(offset)
        spans = self.of(index)
        block = self._layout.blocks[index]
        at = max(0, bisect_right(spans, (offset + 1,)) - 1)
        return spans[at] if spans else (block.start, block.end)

    def of_body(self) -> Iterator[tuple[int, int, int]]:
        """Give each sentence of the body: its block, and where it begins and ends."""
        for index, block in enumerate(self._layout.blocks):
            if block.region is Region.BODY:
                for start, end in self.of(index):
                    yield index, start, end
