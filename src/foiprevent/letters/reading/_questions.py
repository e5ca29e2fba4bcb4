"""The questions of a letter and where each is answered.

Questions come as a numbered list, once or twice, or bare, or not at all.  A list counts as
questions by what its items say or by what leads up to it; the numbered paragraphs of a
document that is given out do neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from foiprevent.letters.reading._layout import Level, Region, sentences
from foiprevent.letters.reading._naming import (
    Keys,
    group_opening,
    in_order,
    numbered,
    numbers_in,
    opening_list,
)
from foiprevent.letters.reading._notes import phrase
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    from foiprevent.letters.reading._layout import Block, Layout


class Asked(NamedTuple):
    """A question, and the stretches of the letter that answer it."""

    key: str
    label: str | None
    start: int
    end: int
    answers: list[tuple[int, int, Rule]]
    rule: Rule


_ASKING: Final = re.compile(
    r"(?:and |also |finally,? |secondly,? |firstly,? |further(?:more)?,? |of th(?:ose|ese|is)[^?]{0,40}"
    r"|if [^?.]{1,80}, |for each [^?.]{1,60}, |in the last [^?.]{1,40}, |additionally,? )?"
    r"(?:please(?! (?:see|find|note|refer|click|follow|visit))|how|what|when|where|which|who|whose|why|is|are|was|were|do|does|did|has|have|had|can"
    r"|could|would|will|should|may|provide|supply|identify|confirm|list|state|copy|copies|a copy"
    r"|details?|whether|any |number|the number|the total|total|name|the names?|a list|a breakdown"
    r"|breakdown|number|actual|start date|length|confirmation|information|if yes|if so|if no|if |date"
    r"|the date|i would|i am|i wish|under|for each|a full|full|give|send|explain|describe|break|prior"
    r"|same|minutes|correspondence|every|the (?:amount|cost|value|policy|percentage|proportion)|cost"
    r"|budget|amount|evidence|your|for \w+, |to (?:what|whom|which))\b"
)
_PRESSES: Final = re.compile(
    r"(?:please(?! (?:see|find|note|refer|click|follow|visit))|how |what |when |where |which |who |why |can you"
    r"|could you|if (?:yes|so|not|no|you|the|this|it|any)|and |also|for example|for each|i |my |to be clear|this (?:should|includes?)"
    r"|include|broken|break|provide|where )|[^?]{0,600}\?"
)
_REQUEST_LEAD: Final = phrase(
    r"you (?:have |had |also |then )?(?:asked|requested|wrote|contacted|sought|seek|said)",
    r"(?:for )?the following (?:information|request|questions?|details|recorded)",
    "please (?:provide|supply|release|answer|send|could you|can you)", "your (?:request|questions?)",
    "asked for", "request(?:ed)?(?: was| is| reads)?:?$", "information requested", "i would like",
    "grateful if", "i require", "under the (?:freedom|foi)", r"please \.*$", "questions?:?$",
)  # fmt: skip
_RESPONSE_LEAD: Final = phrase(
    r"(?:response|reply|answers?)[^.\n]{0,70}(?:below|as follows|set out|follows|in turn)",
    r"^(?:our |the |in )?(?:response|reply|answers?|decision)(?: to your (?:request|questions?))?:?$",
    "(?:respond|answer)(?:ed|ing)?[^.\n]{0,50}(?:below|in turn|as follows|in order)",
    "taking (?:your|each|the)[^.\n]{0,30}in turn", "^the (?:trust|council|force|university) "
    "(?:responds|response)",
)  # fmt: skip
_TURNS: Final = (
    (
        "if you (?:have any (?:queries|questions)|are (?:unhappy|dissatisfied|not (?:happy|satisfied"
        "|content))|disagree|remain|feel|believe|think|wish to complain)"
    ),
    "yours (?:sincerely|faithfully|truly)",
    "kind(?:est)? regards",
    "the information (?:provided|supplied) in this",
)
CLOSES: Final = phrase(
    *_TURNS, "you have the right to (?:ask|request|complain|appeal|an internal)",
    "(?:your rights|complaints?(?: rights| procedure)?|right of (?:review|appeal|complaint)|(?:your )?right to"
    "|internal review|how to complain|what to do if|appeals?|next steps)[^.\\n]{0,60}$",
    "you (?:may|can) (?:re-?use|request an internal|ask us to review|ask for)", "further information$",
)  # fmt: skip
"""Words with which a letter turns to what the requester can do."""
_CLOSING: Final = phrase(
    *_TURNS, "if you (?:have any further|would like (?:to|us to) (?:appeal|complain|review|request an? )"
    "|wish to (?:appeal|request an? (?:internal )?review))",
    "you (?:have the right|may re-use|are free to|are entitled|can ask (?:us|for))",
    "i (?:hope|trust|would like to take)", "we (?:hope|trust)", "regards", "best wishes", "with thanks",
    "the information (?:provided|supplied) (?:is|has been)",
    "(?:copyright|re-?use|your rights|complaints?(?: rights| procedure)?|right of (?:review|appeal|complaint)"
    "|(?:your )?right(?:s)? (?:to|of)|internal review|next steps|appeals?|further information|review procedure"
    "|advice and assistance|how to complain|what to do|refusal notice|reason for (?:decision|refusal)"
    "|exemptions?(?: applied)?|please (?:remember|note that the information|quote|contact)|should you"
    "|for information, we|most of the information)\\b",
    "this (?:letter|response|e-?mail) (?:is|acts|constitutes|concludes|therefore|completes)",
    "police forces in the united",
)  # fmt: skip
"""The same and more, with which a list of answers ends at the latest."""
_DASHED: Final = re.compile(r"[ ]-[ ]+(?=(?:\u00a3|\d[\d,.]*|yes|no|none|nil|n/a)[^ ]{0,12}$)")
_MOST_SKIPPED: Final = 3
_SAME_QUESTION: Final = 40
_SAME: Final = 24
_LONGEST_BEGINNING: Final = 400


def is_closing(layout: Layout, block: Block) -> bool:
    """Tell whether a block begins what follows the answers."""
    return block.level is not Level.BULLET and bool(_CLOSING.match(layout.said(block)))


def asks(said: str) -> bool:
    """Tell whether a text, in lower case, asks for something."""
    return said.rstrip(" \"')*").endswith("?") or bool(_ASKING.match(said.lstrip(" \"'(")))


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
    leads = _Leads(layout, body)
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
        or _bare(layout, body)
        or _headed(layout, body)
        or _led(layout, body)
        or _in_quoted_mail(layout)
        or _grouped_only(layout, body, set())
        or _demanded(layout, body)
    )
    return _distinct(found) if found else _subject(layout, body)


def _in_quoted_mail(layout: Layout) -> list[Asked]:
    """Return the questions of the request quoted below a letter that repeats none."""
    quoted = [index for index, one in enumerate(layout.blocks) if one.region is Region.QUOTED]
    leads = _Leads(layout, quoted)
    for items in _runs(layout, quoted):
        led = leads.near(items[0].at, _REQUEST_LEAD)
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


class _Leads:
    """What leads up to each block of the body."""

    def __init__(self, layout: Layout, body: list[int]) -> None:
        self._layout = layout
        self._body = body
        self._first_response = next(
            (index for index in body if _RESPONSE_LEAD.search(layout.said(layout.blocks[index]))),
            len(layout.blocks),
        )

    def near(self, index: int, leads: re.Pattern[str]) -> bool:
        """Tell whether one of the two blocks before leads up so."""
        at = bisect_left(self._body, index)
        before = self._body[max(0, at - 2) : at]
        return any(leads.search(self._layout.said(self._layout.blocks[one])) for one in before)

    def answered(self, index: int) -> bool:
        """Tell whether any block before says that answers follow."""
        return self._first_response < index


def _judged(layout: Layout, items: list[_Item], leads: _Leads) -> _Run | None:
    """Return a list as questions or answers, if it is either."""
    first = items[0].at
    led = leads.near(first, _REQUEST_LEAD)
    near = leads.near(first, _RESPONSE_LEAD)
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
    last = before[-1] if before else None
    same = (
        last
        and len(items) > 1
        and [one.label for one in last.items] == [one.label for one in items]
    )
    return _Run(items, asked=False, answers=True) if last and same and last.asked else None


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
        if _begins(_opening(layout, item), _SAME)
        == _begins(_opening_of(layout, found[item.label]), _SAME)
    ]
    named = layout.blocks[run.items[0].at].named
    return len(shared) * 2 > len(run.items) and (
        len(same) * 2 >= len(shared) or not run.asked or named
    )


def _opening_of(layout: Layout, one: Asked) -> str:
    """Return as much of a question as tells whether another repeats it."""
    return layout.low[one.start : min(one.end, one.start + _LONGEST_BEGINNING)]


def _begins(said: str, length: int) -> str:
    """Return the first letters and digits of a text, by which two are taken for the same."""
    return re.sub(r"\W", "", said[:_LONGEST_BEGINNING])[:length]


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
        if _is_statement_of_law(layout, block):
            return index
        if not (alone or run.answers) and block.level < Level.LETTER:
            return index
    return following[-1] + 1 if following else min(last + 2, len(layout.blocks))


def _is_answer_heading(layout: Layout, block: Block) -> bool:
    return block.end - block.body < _HEADING and bool(_RESPONSE_LEAD.match(layout.said(block)))


_HEADING: Final = 60
_PROVISION_HEADING: Final = re.compile(
    r"(?:why|reasons?|exemptions?|exceptions?|the public interest|public interest|application)[^.?]{0,40}"
    r"[ ](?:section|regulation|sections)[ ]{1,40}\d{1,2}[^?]{0,200}$"
    r"|(?:exemption:? )?(?:section|regulation|s\.?|reg\.?|sections)[ ]{0,40}\d{1,2}[^.?]{0,90}$"
)


def _is_statement_of_law(layout: Layout, block: Block) -> bool:
    return bool(_PROVISION_HEADING.match(layout.said(block))) and not block.level


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
    return said.endswith(":") and bool(_REQUEST_LEAD.search(said))


def _belongs(layout: Layout, index: int) -> bool:
    """Tell whether a block goes on with a question."""
    block = layout.blocks[index]
    said = layout.said(block)
    if block.level in (Level.LETTER, Level.ROMAN):
        return True
    if block.level is Level.BULLET:
        return layout.said(layout.blocks[index - 1]).rstrip().endswith((":", "following"))
    return said.rstrip().endswith("?") and bool(_ASKING.match(said))


def _bare(layout: Layout, body: list[int]) -> list[Asked]:
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
            or (bool(group) and _is_statement_of_law(layout, block) and not answer)
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
        said = _begins(layout.said(layout.blocks[index]), _SAME_QUESTION)
        if found and said == before:
            found[-1].append(index)
        else:
            found.append([index])
        before = said
    return found


def _bulleted(layout: Layout, body: list[int], leads: _Leads) -> list[Asked]:
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
_MOST_ASKED: Final = 12
_FIRST_BLOCKS: Final = 3


def _headed(layout: Layout, body: list[int]) -> list[Asked]:
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


def _led(layout: Layout, body: list[int]) -> list[Asked]:
    """Return what words that end in a colon lead up to: a quotation, or paragraphs that ask."""
    for at, index in enumerate(body[:-1]):
        said = layout.said(layout.blocks[index]).rstrip()
        if not (said.endswith(":") and _REQUEST_LEAD.search(said)):
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
    if layout.flow[layout.blocks[body[0]].body] not in "\"'":
        return []
    for count, index in enumerate(body, start=1):
        if layout.flow[layout.blocks[index].end - 1] in "\"'":
            return body[:count]
    return []


def _demands(layout: Layout, index: int) -> bool:
    said = layout.said(layout.blocks[index])
    return asks(said) or bool(_DEMAND.search(said))


def _demanded(layout: Layout, body: list[int]) -> list[Asked]:
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


def _subject(layout: Layout, body: list[int]) -> list[Asked]:
    """Return the request as the one question it is, where none is printed."""
    for index in body:
        block = layout.blocks[index]
        if found := _ABOUT.search(layout.low, block.start, block.end):
            name = next(name for name, words in found.groupdict().items() if words)
            return [Asked("1", None, *found.span(name), [], Rule.SUBJECT)]
    return []
