"""Public interest tests: their headings, their factors and what they come to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from foiprevent.exemptions import Balance, Duty, Side
from foiprevent.letters.reading._layout import Level, Region
from foiprevent.letters.reading._notes import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.letters.reading._layout import Layout, Sentences


class Argued(NamedTuple):
    """A factor: its side and where it stands."""

    side: Side
    start: int
    end: int


class Opened(NamedTuple):
    """Words that introduce arguments, and where they stand."""

    start: int
    words: str


LONGEST_HEADING: Final = 500
"""How much of what introduces arguments tells which duty they speak of."""


class Struck(NamedTuple):
    """A balance: where the letter comes out, and where it says so."""

    balance: Balance
    start: int
    end: int


_WHAT: Final = r"(?:arguments?|factors?|considerations?|reasons?|public interest(?: arguments?| factors?| considerations?)?|points?|case|test)"
_KEEP: Final = (
    r"(?:withh[oe]ld|maintain|non-? ?disclos|not disclos|not releas|refus|keep|not confirm|neither|"
    r"exemption|exclusion|against|the exemption|the exception|retain|wait|uphold|applying|application of)"
)
_GIVE: Final = r"(?:disclos|releas|confirming|confirmation|openness|publish|publication|saying whether|providing|transparency|reveal)"
_FOR: Final = phrase(
    rf"{_WHAT}[^.:\n]{{0,30}} (?:in favour of|favouring|supporting|for|in support of|in)(?: of)?(?: the)? {_GIVE}",
    rf"(?:^|\n)(?:in )?favour(?:ing)?(?: of)? (?:the )?{_GIVE}", rf"(?:^|\n)for {_GIVE}",
    rf"public interest in (?:the )?{_GIVE}",
)  # fmt: skip
_AGAINST: Final = phrase(
    rf"{_WHAT}[^.:\n]{{0,30}} (?:in favour of|favouring|supporting|for|in support of|in)(?: the)? {_KEEP}",
    rf"{_WHAT}[^.:\n]{{0,30}} against", r"there (?:are|is)(?: also)? \w+ against", rf"(?:^|\n)against (?:the )?{_GIVE}",
    rf"(?:^|\n)(?:in )?favour(?:ing)?(?: of)? (?:the )?{_KEEP}", rf"(?:^|\n)for {_KEEP}",
    rf"public interest in (?:the )?{_KEEP}",
)  # fmt: skip
_INLINE: Final = re.compile(
    r"[^.\n]{0,60}?(?:[ ](?:are|is|include|includes|that|were|was)\b(?:[ ]that\b)?:?|:)[ ]*"
)
_DUTIES: Final = phrase(
    "neither confirm",
    "confirm(?:ing|ation)?(?: or deny| or denying| whether|ing)",
    "whether (?:or not )?(?:the )?(?:information|we|it)",
)
_WHETHER: Final = phrase(
    "(?:must|to|should|required to|requires? (?:us|the \\w+|a \\w+) to|we have to|need to|had to)"
    " (?:therefore )?(?:consider|decide|assess|determine|weigh|balance|establish)[^.\n]{0,120}"
    "(?:whether|against|between)",
    "whether (?:or not )?(?:,? in all [^,\n]{0,40}, ?)?(?:the )?(?:balance of (?:the )?)?public interest",
    "expect", "test is whether", "consider whether", "unless", "only (?:if|where)", " if (?:the )?public interest",
)  # fmt: skip
_TEST: Final = phrase(
    "public interest", "outweigh", "on balance", "overriding need", r"\bbalance\b"
)
_NOT: Final = phrase(
    r"(?:not|n't) (?:\w+ ){0,4}(?:outweigh|consider|believe|think|find|satisfied|be in the public interest|in the"
    r" public interest|persuaded|favour)", "no (?:overriding|overwhelming)", "insufficient", "is outweighed by",
    "does not",
)  # fmt: skip
_OUTWEIGHS: Final = phrase(
    r"(?P<keep>(?:maintaining|withholding|non-? ?disclosure|the exemption|the exception|not disclosing|exclusion"
    r"|refusing|exemption|favour of neither|neither)[^.\n]{0,160}?(?:outweigh|is (?:the )?(?:greater|stronger|weightier)))",
    r"(?P<give>(?:disclos|releas|confirming)[^.\n]{0,160}?(?:outweigh|is (?:the )?(?:greater|stronger|weightier)))",
)  # fmt: skip
_VERB: Final = r"\b(?:lies?|lay|rests?|resides?|falls?|fell|weighs?|tips?|tilts?|comes? down|is|remains?|favours|favoured|served)\b"
_HOW: Final = r"(?: (?:clearly|strongly|firmly|therefore|heavily|narrowly|best|more|marginally|on balance|weighted|down|not)){0,3}"
_LIES: Final = phrase(
    rf"(?:public interest|balance|scales?)[^.\n]{{0,90}}?{_VERB}{_HOW}"
    rf"(?: (?:in favour of|in|with|towards|on the side of|favour of|by))?(?: the| not)? (?P<keep>{_KEEP})",
    rf"(?:public interest|balance|scales?)[^.\n]{{0,90}}?{_VERB}{_HOW}"
    rf"(?: (?:in favour of|in|with|towards|on the side of|favour of|by))?(?: the)? (?P<give>disclos|releas|confirming|publication)",
    r"(?P<give2>in the public interest (?:to|that)(?: the)? (?:\w+ )?(?:disclos|releas|information (?:is|be) (?:disclos|releas)))",
    r"(?P<keep2>overriding need to protect)",
    r"favours? (?:the )?(?P<keep3>non-?disclos|withh|mainta)",
)  # fmt: skip
_ASIDE: Final = phrase("decision notice", "^(?:https?://|www)", "^this (?:is|letter|exemption)")
_HEADING_LENGTH: Final = 160


def struck(text: str) -> Balance | None:
    """Return what a sentence in lower case concludes, if it concludes anything."""
    if not _TEST.search(text) or _WHETHER.search(text):
        return None
    denied = bool(_NOT.search(text))
    if found := _OUTWEIGHS.search(text):
        keeps = found["keep"] is not None
        if "outweighed by" in text:
            keeps = not keeps
            denied = False
    elif found := _LIES.search(text):
        keeps = any(found[name] for name in ("keep", "keep2", "keep3"))
        if "against disclos" in text or "against releas" in text:
            keeps = True
    else:
        return None
    return Balance.MAINTAIN if keeps is not denied else Balance.DISCLOSE


def side_of(text: str) -> tuple[Side, re.Match[str]] | None:
    """Return the side whose arguments a text in lower case introduces."""
    against = _AGAINST.search(text)
    for_ = _FOR.search(text)
    if against and (for_ is None or against.start() <= for_.start()):
        return Side.EXEMPTION, against
    return (Side.DISCLOSURE, for_) if for_ else None


def duty_argued(text: str) -> Duty:
    """Return the duty that arguments in lower case speak of."""
    return Duty.CONFIRM_OR_DENY if _DUTIES.search(text) else Duty.COMMUNICATE


def weighings(layout: Layout, spoken: Sentences) -> Iterator[Argued | Struck | Opened]:
    """Give every factor and balance in order, and what introduces them."""
    side: Side | None = None
    listed = False
    for index, block in enumerate(layout.blocks):
        if block.region is not Region.BODY:
            side = None
            continue
        said = layout.said(block)
        if not said.strip():
            continue
        opened = (
            side_of(said) if len(said) < _HEADING_LENGTH and _is_title(said, block.level) else None
        )
        if opened and not _WHETHER.search(said) and struck(said) is None:
            side, listed = opened[0], False
            yield Opened(block.start, said)
            continue
        if side is not None and block.level in (Level.BULLET, Level.LETTER, Level.ROMAN):
            listed = True
            yield Argued(side, block.body, block.end)
            continue
        if listed:
            side, listed = None, False
        if side is None and not _WEIGHS.search(said):
            continue
        prose = list(_prose(layout, spoken, index, side))
        yield from prose
        if (side is not None and (not prose or isinstance(prose[-1], Struck))) or _ends(
            said, block.level
        ):
            side = None


def _is_title(said: str, level: Level) -> bool:
    text = said.rstrip()
    return text.endswith(":") or (
        text[-1:] not in ".;?," and (level is not Level.BULLET or len(text) < _LONGEST_TITLE)
    )


_WEIGHS: Final = re.compile(
    r"public interest|favour|weigh|balance|overriding|against|disclos|releas"
)
_LONGEST_TITLE: Final = 80
_FAR: Final = 70
_NEXT: Final = re.compile(
    r"(?:section|regulation|s\.?) ?\d{1,2}\b|(?:prejudice|harm)\b|refusal|conclusion|balance|decision|balancing"
)


def _ends(said: str, level: Level) -> bool:
    return bool(_NEXT.match(said)) and len(said) < _HEADING_LENGTH and level is Level.NONE


def _prose(  # noqa: C901 - a paragraph is a factor, or opens some, or concludes
    layout: Layout, spoken: Sentences, index: int, side: Side | None
) -> Iterator[Argued | Struck | Opened]:
    """Give what a paragraph argues: under a heading it is a factor, else by its openings."""
    block = layout.blocks[index]
    spans = spoken.of(index)
    concluded = [struck(layout.low[first:last]) for first, last in spans]
    openings = [_opens(layout, first, last) for first, last in spans]
    if _ASIDE.search(layout.said(block)) or _ends(layout.said(block), block.level):
        side = None
    if side is not None and not any(openings):
        last_argued = next((at for at, one in enumerate(concluded) if one), len(spans))
        if last_argued:
            yield Argued(side, spans[0][0], spans[last_argued - 1][1])
        elif len(spans) == 1 and block.end - block.start > 2 * _HEADING_LENGTH:
            yield Argued(side, *spans[0])
    open_: list[int] = []
    now: Side | None = None
    for (first, last), balance, opened in zip(spans, concluded, openings, strict=True):
        if balance or opened:
            if now is not None and open_:
                yield from _counted(layout, now, open_[0], open_[-1])
            now, open_ = None, []
        if balance:
            yield Struck(balance, first, last)
        elif opened:
            now, open_ = opened[0], [opened[1], last]
            yield Opened(first, layout.low[first:last])
        elif now is not None:
            open_.append(last)
    if now is not None and open_:
        yield from _counted(layout, now, open_[0], open_[-1])


_COUNTED: Final = re.compile(
    r"(?:(?<=[;:,])[ ]+|^)(?:and[ ]+)?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|\(?[ivx]{1,3}\)),?[ ]+(?:that[ ])?"
)


def _counted(layout: Layout, side: Side, start: int, end: int) -> Iterator[Argued]:
    """Give the arguments of a sentence: one, or as many as it counts off."""
    cuts = [start + found.start() for found in _COUNTED.finditer(layout.low[start:end])]
    for first, last in zip([start, *cuts[1:]], [*cuts[1:], end], strict=True):
        yield Argued(side, first, last)


def _opens(layout: Layout, first: int, last: int) -> tuple[Side, int] | None:
    """Return the side a sentence argues for, and where its argument begins."""
    low = layout.low[first:last]
    found = side_of(low)
    if found is None or _WHETHER.search(low) or found[1].start() > _FAR:
        return None
    inline = _INLINE.match(low, found[1].end())
    return (found[0], first + inline.end()) if inline and low[inline.end() :].strip() else None
