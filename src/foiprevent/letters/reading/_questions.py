"""The questions of a letter and where each is answered.

Questions come as a numbered list, once or twice, or bare, or not at all.  A list counts as
questions by what its items say or by what leads up to it; the numbered paragraphs of a
document that is given out do neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from foiprevent.letters.reading._asking import (
    ASKING,
    LONGEST_BEGINNING,
    REQUEST_LEAD,
    RESPONSE_LEAD,
    Asked,
    Leads,
    asks,
    begins,
    is_closing,
    is_statement_of_law,
)
from foiprevent.letters.reading._layout import Level, Region, sentences
from foiprevent.letters.reading._naming import (
    Keys,
    group_opening,
    in_order,
    numbered,
    numbers_in,
    opening_list,
)
from foiprevent.letters.reading._rules import Rule
from foiprevent.letters.reading._unnumbered import bare, demanded, headed, led_to, subject

if TYPE_CHECKING:
    from foiprevent.letters.reading._layout import Block, Layout

_PRESSES: Final = re.compile(
    r"(?:please(?! (?:see|find|note|refer|click|follow|visit))|how |what |when |where |which |who |why |can you"
    r"|could you|if (?:yes|so|not|no|you|the|this|it|any)|and |also|for example|for each|i |my |to be clear|this (?:should|includes?)"
    r"|include|broken|break|provide|where )|[^?]{0,600}\?"
)
_DASHED: Final = re.compile(r"[ ]-[ ]+(?=(?:\u00a3|\d[\d,.]*|yes|no|none|nil|n/a)[^ ]{0,12}$)")
_MOST_SKIPPED: Final = 3
_SAME: Final = 24


class _Item(NamedTuple):
    at: int
    label: str


class _Run(NamedTuple):
    items: list[_Item]
    asked: bool
    answers: bool


def asked(layout: Layout) -> list[Asked]:
    """Return the questions of a letter, with where each is answered."""
    body = [index for index, one in enumerate(layout.blocks) if one.region is Region.BODY]
    leads = Leads(layout, body)
    runs: list[_Run] = []
    for items in _runs(layout, body):
        run = _judged(layout, items, leads) or _answering(items, runs)
        if run:
            runs.append(run)
    found = _numbered(layout, runs, body) if runs else []
    if any(run.items[0].label != "1" for run in runs):
        found = [*_grouped_only(layout, body, {one.key for one in found}), *found]
    in_line = _in_line(layout, body)
    found = in_line if len(in_line) > len(found) else found
    found = (
        found
        or _bulleted(layout, body, leads)
        or bare(layout, body)
        or headed(layout, body)
        or led_to(layout, body)
        or _in_quoted_mail(layout)
        or _grouped_only(layout, body, set())
        or demanded(layout, body)
    )
    return _distinct(found) if found else subject(layout, body)


def _in_quoted_mail(layout: Layout) -> list[Asked]:
    """Return the questions of the request quoted below a letter that repeats none."""
    quoted = [index for index, one in enumerate(layout.blocks) if one.region is Region.QUOTED]
    leads = Leads(layout, quoted)
    for items in _runs(layout, quoted):
        led = leads.near(items[0].at, REQUEST_LEAD)
        if _share(layout, items) > 1 / 2 or led:
            return [_of_item(layout, item, Rule.QUOTED_MAIL) for item in items]
    return []


_IN_LINE: Final = re.compile(
    r"question (?P<number>\d{1,2}) ?[:-] ?(?P<asks>[^\n]{3,600}?)(?=[\"]|$|\n|\.? question \d)"
)


def _in_line(layout: Layout, body: list[int]) -> list[Asked]:
    """Return questions that are numbered within one paragraph."""
    for index in body:
        block = layout.blocks[index]
        matches = list(_IN_LINE.finditer(layout.low, block.start, block.end))
        if len(matches) > 1:
            return [
                Asked(one["number"], None, *one.span("asks"), [], Rule.NUMBERED) for one in matches
            ]
    return []


def _grouped_only(layout: Layout, body: list[int], keys: set[str]) -> list[Asked]:
    """Return the questions that are only named in a heading with others, in their order."""
    found: dict[str, Asked] = {}
    for index in body:
        block = layout.blocks[index]
        words = opening_list(layout, block)
        if words is None or len(numbered(words)) == 1:
            continue
        at = layout.low.index(words, block.body)
        for key in numbers_in(words):
            if key not in keys:
                asked_ = Asked(key, None, at, at + len(words), [], Rule.GROUPED)
                found.setdefault(key, asked_)
    return sorted(found.values(), key=lambda one: in_order(one.key))


def _distinct(found: list[Asked]) -> list[Asked]:
    """Give each question a key of its own."""
    used: dict[str, int] = {}
    kept: list[Asked] = []
    for one in found:
        count = used[one.key] = used.get(one.key, 0) + 1
        kept.append(one if count == 1 else one._replace(key=f"{one.key}/{count}"))
    return kept


def _runs(layout: Layout, indexes: list[int]) -> list[list[_Item]]:
    """Return the numbered lists: each counts up, by no more than a few at a time."""
    runs: list[list[_Item]] = []
    current: dict[tuple[Level, bool], tuple[list[_Item], int]] = {}
    for index in indexes:
        block = layout.blocks[index]
        if block.level not in (Level.NUMBER, Level.BRACKETED):
            continue
        this = int(re.sub(r"\D", "", block.label))
        style = (block.level, block.named)
        none: tuple[list[_Item], int] = ([], -_MOST_SKIPPED)
        run, number = current.get(style, none)
        follows = 0 < this - number <= _MOST_SKIPPED or (
            this == number and block.label[-1:].isalpha()
        )
        if not follows:
            if this > 1 and not block.named:
                continue
            run = list[_Item]()
            runs.append(run)
        run.append(_Item(index, block.label))
        current[style] = (run, this)
    return runs


def _share(layout: Layout, items: list[_Item]) -> float:
    """Return how many of the items ask for something, of all."""
    return sum(asks(_opening(layout, item)) for item in items) / len(items)


def _opening(layout: Layout, item: _Item) -> str:
    """Return what an item says, or what the block after its bare label does."""
    block = layout.blocks[item.at]
    if block.body < block.end:
        return layout.said(block)
    following = layout.blocks[item.at + 1 : item.at + 2]
    return layout.said(following[0]) if following else ""


def _judged(layout: Layout, items: list[_Item], leads: Leads) -> _Run | None:
    """Return a list as questions or answers, if it is either."""
    first = items[0].at
    led = leads.near(first, REQUEST_LEAD)
    near = leads.near(first, RESPONSE_LEAD)
    answered = leads.answered(first)
    named = layout.blocks[first].named
    share = _share(layout, items)
    if layout.blocks[first].level is Level.BRACKETED and share < 3 / 4:
        return None
    if share >= 1 / 2 or (led and not near and (share > 0 or named) and not answered):
        return _Run(items, asked=True, answers=answered or (named and not led))
    if near or named or (led and len(items) > 1):
        return _Run(items, asked=led and not near and not named, answers=True)
    return None


def _answering(items: list[_Item], before: list[_Run]) -> _Run | None:
    """Return a list as answers, if it counts just as the questions before it do."""
    if not before or not before[-1].asked or not 1 < len(items) == len(before[-1].items):
        return None
    pairs = zip(before[-1].items, items, strict=True)
    same = all(one.label == other.label for one, other in pairs)
    return _Run(items, asked=False, answers=True) if same else None


def _numbered(layout: Layout, runs: list[_Run], body: list[int]) -> list[Asked]:
    """Return the questions of numbered lists; a list that repeats another answers it."""
    found: dict[str, Asked] = {}
    order: list[Asked] = []
    named = _parts_named(layout, body)
    for position, run in enumerate(runs):
        after = runs[position + 1].items[0].at if position + 1 < len(runs) else None
        interleaved = any(
            _answered_between(layout, one.at, other.at) for one, other in pairwise(run.items)
        )
        run = run._replace(answers=run.answers or interleaved)  # noqa: PLW2901
        end = _end_of(layout, run, body, after)
        repeats = bool(found) and _repeats(layout, run, found)
        parted: list[list[Asked]] = []
        for number, item in enumerate(run.items):
            last = number + 1 == len(run.items)
            stop = end if last else run.items[number + 1].at
            parted.append(_with_parts(layout, item, stop, run, named))
        if run.answers:
            _share_answers(parted)
        for questions in parted:
            for one in questions:
                if one.key in found and (repeats or not run.asked):
                    found[one.key].answers.extend(one.answers)
                    continue
                if one.key in found:
                    order.append(one._replace(key=f"{one.key}/{position + 1}"))
                    continue
                found[one.key] = one
                order.append(one)
    return order


def _share_answers(parted: list[list[Asked]]) -> None:
    """Let questions that stand together above one answer share it."""
    following: list[tuple[int, int, Rule]] = []
    for questions in reversed(parted):
        for one in questions:
            if not one.answers:
                one.answers.extend(following)
        following = questions[-1].answers


def _parts_named(layout: Layout, body: list[int]) -> set[str]:
    """Return the lettered parts of questions that the letter names by number, as 1a."""
    named: set[str] = set()
    for index in body:
        block = layout.blocks[index]
        named.update(numbered(opening_list(layout, block) or ""))
        named.add(block.label)
    return {one for one in named if one[-1:].isalpha()}


def _repeats(layout: Layout, run: _Run, found: dict[str, Asked]) -> bool:
    shared = [item for item in run.items if item.label in found]
    same = [
        item
        for item in shared
        if begins(_opening(layout, item), _SAME)
        == begins(_opening_of(layout, found[item.label]), _SAME)
    ]
    named = layout.blocks[run.items[0].at].named
    return len(shared) * 2 > len(run.items) and (
        len(same) * 2 >= len(shared) or not run.asked or named
    )


def _opening_of(layout: Layout, one: Asked) -> str:
    """Return as much of a question as tells whether another repeats it."""
    return layout.low[one.start : min(one.end, one.start + LONGEST_BEGINNING)]


def _end_of(layout: Layout, run: _Run, body: list[int], after: int | None) -> int:
    """Return the block at which the last item of a list and its answer end."""
    last = run.items[-1].at
    stop = len(body) if after is None else bisect_left(body, after)
    following = body[bisect_right(body, last) : stop]
    keys = Keys(item.label for item in run.items)
    alone = len(run.items) == 1
    if layout.blocks[last].body >= layout.blocks[last].end:
        following = following[1:]
    for index in following:
        block = layout.blocks[index]
        if (
            _is_answer_heading(layout, block)
            or is_closing(layout, block)
            or group_opening(layout, block, keys)
        ):
            return index
        if is_statement_of_law(layout, block):
            return index
        if not (alone or run.answers) and block.level < Level.LETTER:
            return index
    if following:
        return following[-1] + 1
    return min(last + 2, len(layout.blocks) if after is None else after)


def _is_answer_heading(layout: Layout, block: Block) -> bool:
    return block.end - block.body < _HEADING and bool(RESPONSE_LEAD.match(layout.said(block)))


_HEADING: Final = 60


def _answered_between(layout: Layout, one: int, other: int) -> bool:
    """Tell whether something stands between two items that does not ask."""
    between = layout.blocks[one + 1 : other]
    if layout.blocks[one].body >= layout.blocks[one].end:
        between = between[1:]
    said = [block for block in between if block.level not in (Level.LETTER, Level.ROMAN)]
    return any(not asks(layout.said(block)) for block in said)


def _of_item(layout: Layout, item: _Item, rule: Rule) -> Asked:
    block = layout.blocks[item.at]
    label = layout.text[block.start : block.body].strip() or None
    return Asked(item.label, label, block.body, block.end, [], rule)


def _with_parts(layout: Layout, item: _Item, stop: int, run: _Run, named: set[str]) -> list[Asked]:
    """Return an item, or its lettered parts where each has an answer of its own."""
    own = _of_item(layout, item, Rule.NUMBERED)
    at = item.at
    if own.start >= own.end and at + 1 < stop:  # a label on a line of its own
        at += 1
        block = layout.blocks[at]
        if run.asked or asks(layout.said(block)):
            own = own._replace(start=block.body, end=block.end)
        else:
            at -= 1
    rest = list(range(at + 1, stop))
    parts: list[int] = []
    for index in rest:
        block = layout.blocks[index]
        if (
            block.level is Level.LETTER
            and block.label == "abcdefghijklmnop"[len(parts) : len(parts) + 1]
        ):
            parts.append(index)
    if (
        not run.asked
        and layout.flow.startswith("(", own.start)
        and ((closing := layout.flow.find(")", own.start, own.end)) > 0)
    ):  # what was asked, in brackets after its number
        answer = (closing + 1, layout.blocks[stop - 1].end, Rule.NUMBERED)
        return [own._replace(start=own.start + 1, end=closing, answers=[answer])]
    if not run.asked and own.start < own.end and not asks(layout.low[own.start : own.end]):
        # an answer under the number of a question that is not repeated
        answer = (own.start, layout.blocks[stop - 1].end, Rule.NUMBERED)
        return [own._replace(end=own.start, answers=[answer])]
    referred = {item.label + layout.blocks[index].label for index in parts} & named
    if referred or (len(parts) > 1 and _parts_answered(layout, parts, stop)):
        found: list[Asked] = []
        for position, index in enumerate(parts):
            until = parts[position + 1] if position + 1 < len(parts) else stop
            block = layout.blocks[index]
            part = Asked(
                item.label + block.label,
                layout.text[block.start : block.body].strip(),
                block.body, block.end, [], Rule.NUMBERED,
            )  # fmt: skip
            found.append(_answered(layout, part, index, until, inline=True))
        return found
    return [_answered(layout, own, at, stop, inline=run.answers)]


def _parts_answered(layout: Layout, parts: list[int], stop: int) -> bool:
    answered = sum(
        _inline(layout, layout.blocks[index].body, layout.blocks[index].end) is not None
        or _answered_between(layout, index, until)
        for index, until in zip(parts, [*parts[1:], stop], strict=True)
    )
    return answered * 2 > len(parts)


def _inline(layout: Layout, start: int, end: int) -> int | None:
    """Return where, within one block, a question ends and its answer begins."""
    mark = layout.low.rfind("?", start, end)
    if mark >= 0:
        rest = layout.low[mark + 1 : end].lstrip(" \"')*")
        if not rest or (asks(rest) and len(rest) > 3 * _SAME):
            return None
        if rest.startswith("("):  # a note of the requester's, as (YES/NO)
            closing = layout.low.find(")", mark, end)
            rest = layout.low[closing + 1 : end].strip() if closing >= 0 else ""
            return closing + 1 if rest else None
        return mark + 1
    if dash := _DASHED.search(layout.low, start, end):
        return dash.start()
    spans = list(sentences(layout, start, end))
    if len(spans) > 1 and not _PRESSES.match(layout.low[spans[1][0] : spans[1][1]].strip()):
        return spans[1][0]
    return None


def _answered(layout: Layout, one: Asked, at: int, stop: int, *, inline: bool) -> Asked:
    """Return a question with what follows it as its answer."""
    question_end = one.end
    index = at + 1
    while index < stop and _belongs(layout, index):
        question_end = layout.blocks[index].end
        index += 1
    while index < stop and _leads_on(layout, stop - 1):
        stop -= 1
    if index < stop:
        answer = (layout.blocks[index].start, layout.blocks[stop - 1].end, Rule.AFTER_QUESTION)
        if inline and index == at + 1 and (cut := _inline(layout, one.start, one.end)) is not None:
            return one._replace(end=cut, answers=[(cut, answer[1], Rule.AFTER_QUESTION)])
        return one._replace(end=question_end, answers=[answer])
    if inline:
        cut = _inline(layout, layout.blocks[index - 1].body, question_end)
        if cut is not None:
            return one._replace(end=cut, answers=[(cut, question_end, Rule.AFTER_QUESTION)])
    return one._replace(end=question_end)


def _leads_on(layout: Layout, index: int) -> bool:
    """Tell whether a block leads up to more questions, and answers none."""
    said = layout.said(layout.blocks[index]).rstrip()
    return said.endswith(":") and bool(REQUEST_LEAD.search(said))


def _belongs(layout: Layout, index: int) -> bool:
    """Tell whether a block goes on with a question."""
    block = layout.blocks[index]
    said = layout.said(block)
    if block.level in (Level.LETTER, Level.ROMAN):
        return True
    if block.level is Level.BULLET:
        return layout.said(layout.blocks[index - 1]).rstrip().endswith((":", "following"))
    return said.rstrip().endswith("?") and bool(ASKING.match(said))


def _bulleted(layout: Layout, body: list[int], leads: Leads) -> list[Asked]:
    """Return the questions of a list of bullets, where most have an answer below."""
    bullets = [index for index in body if layout.blocks[index].level is Level.BULLET]
    if not bullets or not leads.answered(bullets[0]):
        return []
    mark = layout.blocks[bullets[0]].label
    end = next(
        (one for one in body if one > bullets[0] and is_closing(layout, layout.blocks[one])),
        body[-1] + 1,
    )
    items = [index for index in bullets if layout.blocks[index].label == mark and index < end]
    stops = [*items[1:], end]
    below = sum(stop - index > 1 for index, stop in zip(items, stops, strict=True))
    asking = sum(asks(layout.said(layout.blocks[index])) for index in items)
    if min(below, asking) * 2 < len(items):
        return []
    found: list[Asked] = []
    for number, (index, stop) in enumerate(zip(items, stops, strict=True), start=1):
        block = layout.blocks[index]
        one = Asked(str(number), None, block.body, block.end, [], Rule.NUMBERED)
        found.append(_answered(layout, one, index, stop, inline=True))
    return found
