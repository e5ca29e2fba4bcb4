"""A question, and the words by which letters ask, lead up to questions or answers, and close."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from foiprevent.letters.reading._layout import Level
from foiprevent.letters.reading._notes import phrase

if TYPE_CHECKING:
    from foiprevent.letters.reading._layout import Block, Layout
    from foiprevent.letters.reading._rules import Rule


class Asked(NamedTuple):
    """A question, and the stretches of the letter that answer it."""

    key: str
    label: str | None
    start: int
    end: int
    answers: list[tuple[int, int, Rule]]
    rule: Rule


ASKING: Final = re.compile(
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
REQUEST_LEAD: Final = phrase(
    r"you (?:have |had |also |then )?(?:asked|requested|wrote|contacted|sought|seek|said)",
    r"(?:for )?the following (?:information|request|questions?|details|recorded)",
    "please (?:provide|supply|release|answer|send|could you|can you)", "your (?:request|questions?)",
    "asked for", "request(?:ed)?(?: was| is| reads)?:?$", "information requested", "i would like",
    "grateful if", "i require", "under the (?:freedom|foi)", r"please \.*$", "questions?:?$",
)  # fmt: skip
RESPONSE_LEAD: Final = phrase(
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
LONGEST_BEGINNING: Final = 400
_PROVISION_HEADING: Final = re.compile(
    r"(?:why|reasons?|exemptions?|exceptions?|the public interest|public interest|application)[^.?]{0,40}"
    r"[ ](?:section|regulation|sections)[ ]{1,40}\d{1,2}[^?]{0,200}$"
    r"|(?:exemption:? )?(?:section|regulation|s\.?|reg\.?|sections)[ ]{0,40}\d{1,2}[^.?]{0,90}$"
)


def is_closing(layout: Layout, block: Block) -> bool:
    """Tell whether a block begins what follows the answers."""
    return block.level is not Level.BULLET and bool(_CLOSING.match(layout.said(block)))


def asks(said: str) -> bool:
    """Tell whether a text, in lower case, asks for something."""
    return said.rstrip(" \"')*").endswith("?") or bool(ASKING.match(said.lstrip(" \"'(")))


def begins(said: str, length: int) -> str:
    """Return the first letters and digits of a text, by which two are taken for the same."""
    return re.sub(r"\W", "", said[:LONGEST_BEGINNING])[:length]


def is_statement_of_law(layout: Layout, block: Block) -> bool:
    return bool(_PROVISION_HEADING.match(layout.said(block))) and not block.level


class Leads:
    """What leads up to each block of the body."""

    def __init__(self, layout: Layout, body: list[int]) -> None:
        self._layout = layout
        self._body = body
        self._first_response = next(
            (index for index in body if RESPONSE_LEAD.search(layout.said(layout.blocks[index]))),
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
