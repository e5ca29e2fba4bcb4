"""Dates as letters write them, and what each is the date of."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from foiprevent.letters.reading._layout import Region
from foiprevent.letters.reading._model import About
from foiprevent.letters.reading._notes import phrase
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.letters.reading._layout import Layout
    from foiprevent.letters.reading._notes import Notes

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH: Final = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
)
_ORDINAL: Final = r"[ ]?(?:\^?[ ]?(?:st|nd|rd|th)\^?)?"
_DATE: Final = re.compile(
    rf"(?<![\d/.-])(?:(?P<day>\d{{1,2}}){_ORDINAL}(?:[ ]{{1,40}}(?:day[ ])?of)?[ -]{{1,40}}{_MONTH},?"
    r"[ -]{1,40}(?P<year>\d{4}|\d{2}(?!\d))"
    r"|(?P<iso>\d{4})-(?P<isomonth>\d{2})-(?P<isoday>\d{2})"
    r"|(?P<d>\d{1,2})(?P<by>[/.-])(?P<m>\d{1,2})(?P=by)(?P<y>\d{4}|\d{2}))(?![\d/])"
)
_AMERICAN: Final = re.compile(
    rf"{_MONTH}[ ]{{1,40}}(?P<day>\d{{1,2}}){_ORDINAL},?[ ]{{1,40}}(?P<year>\d{{4}})(?!\d)"
)
_CENTURY: Final = 100
_FIRST_YEAR: Final = 1980
_LAST_YEAR: Final = 2100


class Written(NamedTuple):
    """A date in a letter."""

    day: date
    start: int
    end: int


def _made(year: str, month: int, day: str) -> date | None:
    number = int(year) + (2000 if int(year) < _CENTURY else 0)
    if not _FIRST_YEAR <= number <= _LAST_YEAR:
        return None
    try:
        return date(number, month, int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(
        number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name[:3])
    )


def _of(found: re.Match[str]) -> date | None:
    given = found.groupdict()
    if given.get("iso"):
        return _made(given["iso"], int(given["isomonth"]), given["isoday"])
    if given.get("d"):
        return _made(given["y"], int(given["m"]), given["d"])
    return _made(given["year"], _month(given["month"]), given["day"])


def written_dates(text: str) -> list[Written]:
    """Return the dates of a text in lower case that can be dates, in order."""
    found = [
        Written(day, match.start(), match.end())
        for pattern in (_DATE, _AMERICAN)
        for match in pattern.finditer(text)
        if (day := _of(match)) is not None
    ]
    return sorted(found, key=lambda one: one.start)


_RECEIVED: Final = re.compile(
    r"(?:recei(?:ved|pt)|reached (?:us|the |[a-z]+ (?:council|constabulary|police|university|trust))[^.\n]{0,60}?|arrived(?: here| with us)?|received (?:by|at|in) [^.\n]{1,80}?|recieved)"
    r"(?:[ ]+(?:here|by us|it|of your request))?(?:[ ]+(?:on|dated|at \S+ on|by))?[ :]*(?:the )?$"
)
_THEN_RECEIVED: Final = re.compile(r",?[ ]{1,40}(?:we|the \w+) received (?:your|the|a) ")
_FIRST_REQUEST: Final = re.compile(
    r"original request|(?:your|a|the) request(?! for (?:a |an )?(?:internal )?review)[^.\n]{0,90}?"
    r"(?:of|dated|made on|made)[ ]*(?:the )?$"
)
_MADE: Final = re.compile(
    r"(?:you (?:contacted|wrote to|emailed|e-mailed|asked|submitted)[^.\n]{0,60}? on"
    r"|(?:made|submitted|sent)(?: us)?(?: your| the| an?)?(?: information| foi| freedom of information)? request[^.\n]{0,30}? on"
    r"|request (?:that |which )?you (?:made|sent|submitted)[^.\n]{0,30}? (?:on|dated)"
    r"|you made(?: it)? on|you asked us,? on|request was (?:made|sent|submitted)[^.\n]{0,30}? on)[ ]*(?:the )?$"
)
_DATED: Final = re.compile(
    r"(?:request|e-?mail|letter|correspondence|enquiry|communication|application|message)"
    r"(?: to [^.\n]{0,60}?)?(?: \([^)\n]{0,40}\))?(?: for (?:information|recorded information))?,?"
    r"(?: (?:was|which was))?(?: (?:of|dated|on|sent on|sent|submitted on|made on|from))?"
    r"[ :]*(?:the )?$|request[^.\n]{0,90}? dated[ ]*(?:the )?$"
)
_YOURS: Final = phrase("your", "you (?:have )?(?:sent|made|submitted|wrote|asked)")
_REVIEWED: Final = phrase(
    "internal review",
    "a review",
    "to review",
    "review request",
    "request for (?:a |an )?(?:internal )?review",
    "your complaint",
    "review of",
)
_DUE: Final = re.compile(
    r"(?:(?:working days,?|respond|reply|response|answer|deadline|due|no later)"
    r"[^.\n]{0,80}?)(?:by|before|on|of|is|than|today,|date:?)[ :]*(?:the )?$"
)
_LATE: Final = phrase(
    "working days",
    "deadline",
    " due ",
    "respond by",
    "reply by",
    "no later than",
    "response by",
    "answer by",
    "should have had",
    "answer within",
    "due by",
    "due date",
    "respond to you by",
)
EXTENDED: Final = phrase(
    "exten(?:d|ding|ded|sion)",
    "further [^.\n]{0,30}time",
    "more time",
    "additional time",
    "further \\d+ working days",
    "now (?:aim|expect|hope|intend)[^.\n]{0,40}respon",
    "additional \\d+ working days",
    "longer (?:to|for)",
    r"section 10\(3\)",
)
_HOPED: Final = phrase(
    "(?:estimate|expect|hope|aim|intend|anticipate)[^.\n]{0,90}(?:decision|answer|respon|repl|send|give|provide)",
)
_PAST: Final = phrase(
    "following our extension",
    "we did not meet",
    "missing our deadline",
    "were due",
    "it was due",
    "was due",
    "new deadline was",
    "had been due",
    "should have",
)
_UNTIL: Final = re.compile(
    r"(?:until|by|to|before|on|date of|deadline (?:is|of)|than|of)[ :]*(?:the )?$"
)
_WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[ ]*(?:the )?$")
_LABEL: Final = re.compile(
    r"(?:^|[ \n])(?:date(?: of (?:this )?(?:letter|response|issue))?|dated|date sent|sent|issued"
    r"|response date|date of reply|date (?:of response|responded|replied|answered|completed))[ ]*:?[ ]*$"
)
_RECEIPT_LABEL: Final = re.compile(
    r"(?:date (?:of )?(?:request )?received|request received|received|date of (?:receipt|request)"
    r"|date of your request)[ ]*:?[ ]*$"
)
_THEN_REFERENCE: Final = re.compile(r"[ ]*[/|,;\u2013-][ ]*(?:our |your )?ref\b")
_BEFORE: Final = 160
_HEAD_BLOCKS: Final = 25
_ROOM: Final = 12


def read_dates(notes: Notes) -> None:
    """Note the dates of a letter that are the date of something."""
    layout = notes.layout
    extending: dict[int, bool] = {}
    for written in written_dates(layout.low):
        index = layout.block_at(written.start)
        block = layout.blocks[index] if layout.blocks else None
        if block is None or block.region is Region.ASIDE or written.start < block.start:
            continue
        if index not in extending:
            extending[index] = EXTENDED.search(layout.low, block.start, block.end) is not None
        for about, rule in _roles(layout, written, index, extending=extending[index]):
            if block.region is Region.BODY or about in (About.RECEIVED, About.DUE):
                found_by = rule if block.region is Region.BODY else Rule.QUOTED_MAIL
                notes.add(about, written.day, (written.start, written.end), found_by)
                break
    for name in ("sent:", "date:"):
        if name in layout.header:
            start, end = layout.header[name]
            for written in written_dates(layout.low[start:end])[:1]:
                span = (start + written.start, start + written.end)
                notes.add(About.SENT, written.day, span, Rule.MAIL_HEADER)


def _label_above(layout: Layout, index: int) -> str:
    """Return the block above a date that begins its own, where it is a label and no more."""
    above = layout.said(layout.blocks[index - 1]) if index else ""
    short = len(above) < _BEFORE // 4
    return above if short and (_LABEL.match(above) or _RECEIPT_LABEL.match(above)) else ""


def _roles(  # noqa: C901 - each role a date can have, in turn
    layout: Layout, written: Written, index: int, *, extending: bool
) -> Iterator[tuple[About, Rule]]:
    """Give what a date can be the date of; *extending* is whether its block speaks of more time."""
    block = layout.blocks[index]
    low = layout.low
    begin = max(block.start, written.start - _BEFORE)
    before = low[begin : written.start] or _label_above(layout, index)
    weekday = _WEEKDAY.search(before)
    if weekday:
        before = before[: weekday.start()]
    stop = max(before.rfind(". "), before.rfind("? "))
    clause = before[stop + 1 :]
    after = low[written.end : min(block.end, written.end + 100)].split(". ")[0]
    if _RECEIPT_LABEL.search(clause) and len(clause) < _BEFORE // 4:
        yield About.RECEIVED, Rule.LABEL
    extends = extending and (EXTENDED.search(clause) or _HOPED.search(clause))
    if extends and _UNTIL.search(clause) and not _PAST.search(before):
        yield About.EXTENDED_TO, Rule.EXTENSION_SAID
    asked_of_review = _REVIEWED.search(clause) or (
        _REVIEWED.search(after)
        and ("in which" in after or after.startswith((", to review", " to review")))
    )
    first = _FIRST_REQUEST.search(clause)
    asked_of_review = asked_of_review and not first
    requested = About.REVIEW_REQUESTED if asked_of_review else About.RECEIVED
    if _RECEIVED.search(clause) or _THEN_RECEIVED.match(after):
        yield requested, Rule.RECEIPT_SAID
    if _MADE.search(clause) or ("requested" in clause and asked_of_review):
        yield requested, Rule.REQUEST_DATED
    if _LATE.search(clause) and _DUE.search(clause):
        yield About.DUE, Rule.DUE_SAID
    if _DATED.search(clause) and _YOURS.search(clause):
        yield requested, Rule.REQUEST_DATED
    if index < _HEAD_BLOCKS or index > len(layout.blocks) - _ROOM:
        alone = written.end - written.start + _ROOM >= block.end - block.start or (
            _THEN_REFERENCE.match(after) and not before.strip()
        )
        if _LABEL.search(before):
            yield About.SENT, Rule.LABEL
        elif alone:
            yield About.SENT, Rule.DATE_LINE
