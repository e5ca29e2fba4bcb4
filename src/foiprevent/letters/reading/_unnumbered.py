"""Questions without numbers: each by its mark, below a heading or a colon, or as a subject."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from foiprevent.letters.reading._asking import (
    REQUEST_LEAD,
    Asked,
    asks,
    begins,
    is_closing,
    is_statement_of_law,
)
from foiprevent.letters.reading._notes import phrase
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    from foiprevent.letters.reading._layout import Layout

_SAME_QUESTION: Final = 40
_ABOUT: Final = phrase(
    r"request(?: for (?:recorded )?(?:information|documents|records))?,? (?:relating to|about|regarding"
    r"|concerning|in relation to|on the subject of|in respect of|as to|on|for(?! information))"
    r"(?: the)? (?P<one>[^.\n]{3,300}?)(?=,? (?:which|that) (?:we|was|you)|[.\n]|,? (?:we |and )?received"
    r"|,? dated|$)",
    r"information (?:relating to|about|regarding|concerning) (?P<two>[^.\n]{3,200}?)(?=,? which|[.\n]|$)",
    r"(?<!been[ ])asked for (?!(?:is|was|would|has|here)\b)(?:information |details )?(?:relating to |about |regarding )?(?P<three>[^.\n]{3,300}?)(?=[.\n]|$)",
    r"complaint was about (?P<five>[^.\n;]{3,300}?)(?=[.\n;]|$)",
    r"(?P<four>the information (?:that )?you (?:require|requested|have requested|asked for))",
)  # fmt: skip
_REQUEST_HEADING: Final = re.compile(
    r"(?:(?:your |the |details of (?:your |the )?)?request(?: details)?|information (?:you )?requested"
    r"|you (?:have )?(?:asked|requested)(?: for)?|what you (?:asked|requested)(?: for)?|question)[ ]?:?$"
)
_RESPONSE_HEADING: Final = re.compile(
    r"(?:(?:our |the |in )?(?:response|reply|answer|decision)(?: to (?:your |the )?request)?"
    r"|information (?:provided|disclosed|supplied|released)[^.\n]{0,40})[ ]?:?$"
)
_DEMAND: Final = phrase(
    "^(?:[^.\n?]{0,160}, ?)?(?:please|kindly) (?:could you )?(?:supply|provide|send|confirm|give|list|state|release"
    "|disclose|let me)", "^(?:i would like|i am requesting|i request|i wish to|can you|could you)\\b",
)  # fmt: skip
_QUOTES: Final = ('"', "'")
_MOST_ASKED: Final = 12
_FIRST_BLOCKS: Final = 3


def bare(layout: Layout, body: list[int]) -> list[Asked]:
    """Return the questions without numbers; those that share an answer are one."""
    found: list[Asked] = []
    group: list[int] = []
    answer: list[int] = []
    for index in [*body, None]:
        block = None if index is None else layout.blocks[index]
        said = "" if block is None else layout.said(block)
        question = block is not None and said.rstrip(" \"'").endswith("?") and asks(said)
        ends = (
            block is None
            or is_closing(layout, block)
            or (not group and not question)
            or (bool(group) and is_statement_of_law(layout, block) and not answer)
        )
        if ends or (question and answer):
            for same in _alike_in_a_row(layout, group):
                found.append(_bare_one(layout, same, answer, len(found) + 1))
            group, answer = [], []
        if question and index is not None:
            group.append(index)
        elif group and index is not None:
            answer.append(index)
    return found


def _alike_in_a_row(layout: Layout, group: list[int]) -> list[list[int]]:
    """Return questions in lists, one for each: one asked for several years is one."""
    found: list[list[int]] = []
    before = ""
    for index in group:
        said = begins(layout.said(layout.blocks[index]), _SAME_QUESTION)
        if found and said == before:
            found[-1].append(index)
        else:
            found.append([index])
        before = said
    return found


def headed(layout: Layout, body: list[int]) -> list[Asked]:
    """Return the request as one question, where a heading stands above it and one below."""
    said = [layout.said(layout.blocks[index]) for index in body]
    above = next((at for at, one in enumerate(said) if _REQUEST_HEADING.match(one)), len(body))
    below = next(
        (
            at
            for at in range(above + 1, min(len(body), above + _MOST_ASKED))
            if _RESPONSE_HEADING.match(said[at])
        ),
        above,
    )
    if below <= above + 1:
        return []
    answer = _until_closing(layout, body[below + 1 :])
    return [_bare_one(layout, body[above + 1 : below], answer, 1, Rule.UNDER_HEADING)]


def led_to(layout: Layout, body: list[int]) -> list[Asked]:
    """Return what words that end in a colon lead up to: a quotation, or paragraphs that ask."""
    for at, index in enumerate(body[:-1]):
        said = layout.said(layout.blocks[index]).rstrip()
        if not (said.endswith(":") and REQUEST_LEAD.search(said)):
            continue
        below = body[at + 1 : at + 1 + _MOST_ASKED]
        quoted = _quotation(layout, below)
        asking = quoted or list(takewhile(lambda one: _demands(layout, one), below))
        if asking:
            answer = _until_closing(layout, body[at + 1 + len(asking) :])
            if quoted:
                return [_bare_one(layout, quoted, answer, 1)]
            return [
                _bare_one(layout, [one], answer, number)
                for number, one in enumerate(asking, start=1)
            ]
    return []


def _quotation(layout: Layout, body: list[int]) -> list[int]:
    """Return the blocks of a quotation that opens a stretch and closes within it."""
    if not layout.flow.startswith(_QUOTES, layout.blocks[body[0]].body):
        return []
    for count, index in enumerate(body, start=1):
        if layout.flow[layout.blocks[index].end - 1] in _QUOTES:
            return body[:count]
    return []


def _demands(layout: Layout, index: int) -> bool:
    said = layout.said(layout.blocks[index])
    return asks(said) or bool(_DEMAND.search(said))


def demanded(layout: Layout, body: list[int]) -> list[Asked]:
    """Return the demand that opens a letter which greets nobody, as in a log of disclosures."""
    said = [layout.said(layout.blocks[index]) for index in body]
    if any(one.startswith("dear ") for one in said):
        return []
    for at, one in enumerate(said[:_FIRST_BLOCKS]):
        answer = _until_closing(layout, body[at + 1 :])
        if answer and "your request" not in one and _DEMAND.search(one):
            return [_bare_one(layout, [body[at]], answer, 1)]
    return []


def _until_closing(layout: Layout, body: list[int]) -> list[int]:
    return list(takewhile(lambda index: not is_closing(layout, layout.blocks[index]), body))


def subject(layout: Layout, body: list[int]) -> list[Asked]:
    """Return the request as the one question it is, where none is printed."""
    for index in body:
        block = layout.blocks[index]
        if found := _ABOUT.search(layout.low, block.start, block.end):
            name = next(name for name, words in found.groupdict().items() if words)
            return [Asked("1", None, *found.span(name), [], Rule.SUBJECT)]
    return []


def _bare_one(
    layout: Layout,
    group: list[int],
    answer: list[int],
    number: int,
    rule: Rule = Rule.INTERROGATIVE,
) -> Asked:
    start, end = layout.blocks[group[0]].body, layout.blocks[group[-1]].end
    answers: list[tuple[int, int, Rule]] = []
    if answer:
        stretch = (layout.blocks[answer[0]].start, layout.blocks[answer[-1]].end)
        answers.append((*stretch, Rule.AFTER_QUESTION))
    return Asked(str(number), None, start, end, answers, rule)
