"""What kind of message a letter is: by what it says it does, and by what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foiprevent.letters.reading._layout import Region
from foiprevent.letters.reading._model import About, MessageKind
from foiprevent.letters.reading._notes import phrase
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.letters.reading._layout import Block, Layout
    from foiprevent.letters.reading._notes import Notes

_KINDS: Final = (  # kind, words without which it is not said, and how it is said
    (
        MessageKind.PARTIAL_RESPONSE,
        ("partial", "interim", "part of", "remainder", "rest of"),
        phrase(
            "partial response", "interim response", "part of (?:your|the) request[^.\n]{0,40}(?:now|today)",
            "(?:remainder|rest) of (?:your|the) (?:request|information)[^.\n]{0,60}(?:will|by|follow)",
        ),
    ),
    (
        MessageKind.REVIEW_OUTCOME,
        ("review",),
        phrase(
            r"(?:have|has) (?:now )?(?:completed|conducted|carried out|concluded|undertaken|finished)"
            r" (?:a|an|the|my|our|this|its|that)(?: full)?(?: and impartial)? (?:internal )?review",
            r"review (?:of [^.\n]{0,60} )?(?:has (?:now )?been|was) (?:conducted|completed|carried out"
            r"|undertaken|concluded)",
            "this concludes (?:our|my|the) (?:internal )?review",
            "(?:the|my|our) (?:internal )?review is (?:now )?complete", "^internal review of",
            r"(?:my|our) internal review\b(?! procedure| process| request)[^.\n]{0,40}(?:uphold"
            "|conclu|found|finding|decision is)",
            "thank you for your [^.\n]{0,60}(?:internal )?review",
            "(?:dissatisfied|unhappy|not satisfied) with (?:my|the outcome of this|the result of this"
            "|this) (?:internal )?review",
            "respond(?:ing)? (?:with|to) (?:our|this|your|the) internal review", "(?:it|this) is an internal review", "i have reviewed your complaint",
            r"^(?:outcome of internal review|internal review(?: outcome| decision| response| -))",
            "outcome of (?:the|our|my|your) internal review (?:is|was|follows|below)",
            "(?:outcome of|decision on|on) (?:your|the|our) (?:requirement|request|application) for (?:a |an )?(?:internal )?review",
            "you asked us[^.\n]{0,40}to review",
            "(?:asked|requested)(?: us)?(?: for)? (?:a|an) (?:internal|procedural|independent|formal) review of",
            "(?:internal )?review (?:upholds|is upheld|is not upheld|is partly upheld|partly upholds)",
            "you (?:asked|requested|wrote)[^.\n]{0,60}(?:us to review|(?:an |internal )review)"
            "(?! should| must)",
        ),
    ),
    (
        MessageKind.TRANSFER,
        ("transfer",),
        phrase(
            r"(?:have|has|have therefore|has been|been|am|are|i have|we have) (?:therefore |today )?"
            r"transferr(?:ed|ing) (?:it|your|this|the)",
            "your request (?:has been|is being|was) transferred",
        ),
    ),
    (
        MessageKind.FEES_NOTICE,
        ("fee", "payment"),
        phrase(
            "^ *fees? notice *$", "this (?:\\w+ )?is (?:a|our) fees? notice", "(?:receive|received|receipt of) (?:your |the )?(?:fee|payment)",
            r"fee of \u00a3[^.\n]{1,40}(?:must|payable|is required|before)",
        ),
    ),
    (
        MessageKind.CLARIFICATION_REQUEST,
        ("clarif", "detail", "need to know", "on hold", "identify", "information from you", "locate"),
        phrase(
            r"(?:need|require|seek(?:ing)?|ask(?:ing)? for|grateful for|requesting) (?:some |further "
            r"|more |you to |your )?(?:clarif|further information from you|further detail|more detail)",
            "(?:please|could you|can you|ask you to|need you to)(?: please)? clarify",
            "until (?:we|you)[^.\n]{0,40}clarif", "need to know more", "request on hold",
            "unable to identify", "reasonably (?:requires?|needs?)[^.\n]{0,40}(?:identify|locate)", "once (?:we|you)[^.\n]{0,40}clarif",
        ),
    ),
    (
        MessageKind.EXTENSION_NOTICE,
        ("exten", "further", "time", "additional", "longer"),
        phrase(
            "(?:are|is|am|now|to|will|be|been) exten(?:d|ding|ded) (?:the|our|this|that|its|by)",
            "(?:have|has|will) (?:therefore )?(?:decided to )?exten(?:d|ded) the (?:deadline|time|period)",
            "need(?:s)? (?:a |some |to take )*(?:further|more|longer|additional)[^.\n]{0,20}(?:working days|time|for the|to)",
            "need(?:s)? (?:to take )?(?:more|further|additional|longer)(?: time)? (?:time )?to (?:consider"
            "|weigh|assess|complete)",
            "(?:further|additional|extra) (?:\\d+ )?(?:working days|time)[^.\n]{0,80}public interest",
            "extension (?:of time )?(?:is|will be|until|to consider|under section 10\\(3\\))",
            "more time to (?:consider|weigh|assess|complete)", "^extension of time",
            "(?:at present|currently|still)[^.\n]{0,20} (?:consider|assess|weigh)ing[^.\n]{0,60}public interest",
        ),
    ),
    (
        MessageKind.ACKNOWLEDGEMENT,
        ("acknowledg", "has been", "working days", "expect", "will "),
        phrase(
            "has been (?:logged|registered|recorded|passed|allocated)[^.\n]{0,120}(?:request|dealt|team"
            "|reference|department)",
            "acknowledge(?:ment)?[^.\n]{0,30}(?:receipt|your|request)",
            "we (?:must|will|aim to|should)[^.\n]{0,30}(?:respond|reply|answer)[^.\n]{0,40}"
            "(?:20|twenty) working days",
            "you (?:can|should) expect (?:a|our|to receive)",
            "(?:answer|response|reply)[^.\n]{0,60}(?:20|twenty) working days",
            "you will (?:\\w+ )?(?:have|receive|get|be (?:given|sent)|hear)[^.\n]{0,40}(?:response|reply|answer|from us)",
            "is being (?:considered|dealt with|processed|handled)",
            "(?:we|will) (?:will |therefore )*(?:reply|respond|answer)[^.\n]{0,20} (?:no later|by|within)",
            "will (?:be dealt with|be processed|respond to you|reply to you|send you)[^.\n]{0,60}"
            "(?:working days|in due course|by|under)",
        ),
    ),
)  # fmt: skip


def said_kinds(layout: Layout) -> Iterator[tuple[MessageKind, tuple[int, int]]]:
    """Give each kind of message the body says it is, and where."""
    body = [
        (block, layout.low[block.start : block.end])
        for block in layout.blocks
        if block.region is Region.BODY
    ]
    for kind, hints, says in _KINDS:
        for block, said in body:
            if any(hint in said for hint in hints) and (found := says.search(said)):
                yield kind, (block.start + found.start(), block.start + found.end())
                break


ANSWERS: Final = phrase(
    "(?:is|are|be|was|were|therefore|which|that) (?:\\w+ ){0,2}exempt", "with-?h(?:e|o)ld",
    "refus(?:e|ing|al) (?:to|notice|your)", "do(?:es)? not hold", "not held", "please find", "attach",
    "(?:can|to) confirm", "neither confirm", "confirm or deny", "declin(?:e|ing)", "vexatious", "disclos",
    "(?:response|reply|answer)(?: to your (?:request|questions))?[^.\n]{0,40}(?:below|follows|:)$",
    "available (?:at|on|from)", "(?:appropriate|cost) limit", "published", "hold(?:s)? (?:the|this|some)",
    "the answers? (?:is|are|to)", "enclose", "accessible", "relating to your request",
    "we have (?:searched|identified|located)", "regulation 12", "holds? no", "partial response",
    "be accessed", "no (?:recorded )?information", "we hold",
)  # fmt: skip
"""Words of a letter that answers something."""


def answering_block(layout: Layout) -> Block | None:
    """Return the first block of the body that answers something."""
    for block in layout.blocks:
        if block.region is Region.BODY and ANSWERS.search(layout.low, block.start, block.end):
            return block
    return None


def read_kind(notes: Notes, *, answered: bool, claims: bool, waits: bool) -> MessageKind:
    """Note what kind of message a letter is, and return it.

    Args:
        notes: The notes; the dates are in them.
        answered: Whether any question has its answer below it.
        claims: Whether any provision is relied on.
        waits: Whether every provision is named for more time to weigh it.
    """
    layout = notes.layout
    said = dict(said_kinds(layout))
    block = answering_block(layout)
    extends = waits or bool(notes.of(About.EXTENDED_TO))
    kind = _judged(said, extends=extends, answered=answered, claims=claims, says=block is not None)
    body = next((one for one in layout.blocks if one.region is Region.BODY), None)
    if kind in said:
        notes.add(About.KIND, kind, said[kind], Rule.KIND_SAID)
    elif body is not None:
        rule = Rule.KIND_NOTHING if kind is MessageKind.OTHER else Rule.KIND_ANSWERS
        shown = block or body
        notes.add(About.KIND, kind, (shown.start, shown.end), rule)
    return kind


def _judged(
    said: dict[MessageKind, tuple[int, int]],
    *,
    extends: bool,
    answered: bool,
    claims: bool,
    says: bool,
) -> MessageKind:
    answers = answered or claims or says
    if MessageKind.REVIEW_OUTCOME in said:
        return MessageKind.REVIEW_OUTCOME
    if MessageKind.PARTIAL_RESPONSE in said and answers:
        return MessageKind.PARTIAL_RESPONSE
    if not claims:
        for kind in _ASIDE:
            if kind in said:
                return kind
    if MessageKind.EXTENSION_NOTICE in said and (extends or not answers):
        return MessageKind.PARTIAL_RESPONSE if answered else MessageKind.EXTENSION_NOTICE
    if answers:
        return MessageKind.RESPONSE
    acknowledges = MessageKind.ACKNOWLEDGEMENT in said
    return MessageKind.ACKNOWLEDGEMENT if acknowledges else MessageKind.OTHER


_ASIDE: Final = (
    MessageKind.TRANSFER,
    MessageKind.FEES_NOTICE,
    MessageKind.CLARIFICATION_REQUEST,
)
"""What a letter is, whatever else it says, if it relies on no provision."""
