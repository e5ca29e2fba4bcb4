"""What a letter says of review, of the Commissioner and of re-use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from foiprevent.cases import Commissioner, CountedFrom, Offer, ReviewRoute, Told, WindowUnit
from foiprevent.letters.reading._model import About, MessageKind
from foiprevent.letters.reading._notes import phrase
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    from foiprevent.letters.reading._notes import Notes

_AFTERWARDS: Final = phrase(
    r"(?:outcome|conclusion|result|completion) of (?:\w+ )?(?:internal )?review",
    "exhausted",
    "remain",
    r"(?:following|after|with) (?:the|our|an|your|this) (?:internal )?review",
)
_CONCERNED: Final = re.compile(
    r"review|complain|commissioner|\bico\b|ombudsman|appeal|days|week|month|represent|reconsider|satisf|happy"
    r"|content|disagree|procedure|@"
)
_NEARBY: Final = 10
_INVITES: Final = phrase(
    "you (?:can|may|are entitled|have the right|have a right)", "should you", "if you wish"
)
_ADMITS: Final = phrase("breach", "apologi[sz]e", "fail(?:ed|ing)")
_LATER: Final = phrase("will (?:advise|inform|tell|notify) you of your rights?")
_NUMBERS: Final = {
    "ten": 10, "fourteen": 14, "twenty": 20, "twenty eight": 28, "twenty-eight": 28, "thirty": 30,
    "forty": 40, "sixty": 60, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "eight": 8, "a": 1,
}  # fmt: skip
_LENGTH: Final = re.compile(
    rf"(?P<number>(?!0+(?!\d))\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?:[ ]\(\d{{1,3}}\))?[ -]{{1,40}}"
    r"(?P<unit>working[ ]days?|business[ ]days?|calendar[ ]days?|days?|(?:calendar[ ])?weeks?|(?:calendar[ ])?months?)\b"
)
_UNITS: Final = (
    ("working", WindowUnit.WORKING_DAYS),
    ("business", WindowUnit.WORKING_DAYS),
    ("calendar day", WindowUnit.CALENDAR_DAYS),
    ("day", WindowUnit.DAYS),
    ("week", WindowUnit.WEEKS),
    ("month", WindowUnit.MONTHS),
    ("calendar week", WindowUnit.WEEKS),
    ("calendar month", WindowUnit.MONTHS),
)
_OFFERED: Final = phrase(
    r"(?:internal review|review (?:of )?(?:our|the|this|that|its|my|your)|request (?:a|an)(?: internal)? review"
    r"|complaints? procedure|review procedure|ask (?:us|for) (?:to|a|an)[^.\n]{0,30}review|right (?:to|of) (?:a |an )?"
    r"(?:internal )?review|apply for a review|requests? for (?:a |an |internal )?review|entitled to have this reviewed"
    r"|require (?:us|the \w+) to review|reconsider|appeal (?:against )?(?:this|our|the) (?:decision|response)"
    r"|seek (?:a|an) (?:internal )?review|complain to (?:us|the (?!(?:scottish )?information|ico)\w+))",
    "make representations",
)
_INVITED: Final = phrase(
    r"(?:unhappy|dissatisfied|not (?:satisfied|happy|content)|disagree|complain(?:t)?|wish to appeal)[^.\n]{0,120}"
    r"(?:please )?(?:write|contact|email|e-mail|address|send|tell|ask|put)",
)  # fmt: skip
_NONE_EXISTS: Final = phrase(
    r"(?:do|does|have|has|is) (?:not|no)(?: (?:have|operate|offer|an|a))*(?: internal)? (?:review|complaints?|appeals?)"
    r"(?: stage| or complaints)? (?:procedure|process|mechanism|stage)",
    "(?:not|no) (?:offer|provide|longer offer)[^.\n]{0,30}internal review",
)  # fmt: skip
_OWN: Final = phrase(
    r"(?:we|the (?:\w+ ){1,3}|i|you) (?:will|shall|aim to|should|endeavour to|must|expect to|try to|can expect|intend to)"
    r"[^.\n]{0,60}(?:repl|respond|complete|answer|notif|inform|receive|hear|provide|carry|conduct|let you|write|tell)",
    "(?:be|been|is) (?:told|completed|answered|dealt with|provided|conducted|concluded|considered)[^.\n]{0,30}within",
    "(?:response|reply|outcome|answer|decision|result|review|it) (?:will|should|ought)[^.\n]{0,60}(?:sent|take|be|reach)",
    "will (?:\\w+ ){0,3}(?:be (?:answered|sent|completed)|repl|respond|conduct|complete|try|aim)", "ought to",
    "aims? to", "endeavours? to", "completed within", "takes? (?:up to )?(?:about )?",
)  # fmt: skip
_THEIRS: Final = phrase(
    r"(?:request|submitted|submit|made|make|ask|write|contact|complain|complaint|apply|appeal|raise|lodge[d]?|send|sent|"
    r"do so|received|receive|should|must|require|notify|email|respond)[^.\n]{0,220}within(?: the)?(?: next)? $",
    r"(?:you|complaints?|requests?)[^.\n]{0,120}(?:have|has|within|no later than|up to|not later than|before the end of"
    r"|must be|normally)(?: the)?(?: next)?(?: a period of)? $",
    r"within(?: the)?(?: next)? $", "you have $", "no later than $", "normally $", "than $",
)  # fmt: skip
_RECEIPT: Final = phrase(
    r"(?:date of )?(?:your )?receipt", r"(?:of|from|after|on) (?:you )?receiving", "you receive", "receive this",
    "been received", "reaching you", "when you got",
)  # fmt: skip
_LETTER_DATE: Final = phrase(
    r"date of (?:this|our|the|my|issue)", r"(?:of|from|after|since) (?:this|our|the|my) (?:\w+ )?(?:letter|response|reply|"
    r"e-?mail|notice|decision|date|refusal|message|answer)", "of the date", "from today", "date (?:on|at) (?:the top|which)",
    "being (?:sent|issued)", "of issue", "from the date", "above date",
)  # fmt: skip
_NEXT: Final = phrase("within the next $", "the next $")
_COMMISSIONER: Final = phrase(r"information commissioner", r"\bico\b", "ombudsman")
_RIGHT: Final = phrase(
    r"(?:right|entitled|able|may|can|wish|option|free|should|must|could|need)(?: \w+){0,6}? (?:to |then |also |directly )*"
    r"(?:appl|appeal|complain|contact|refer|write|ask|approach|request|take|seek|make|raise|submit|lodge|go |put )",
    "(?:apply|appeal|complain|contact|refer|write) (?:directly )?to the (?:scottish )?information commissioner",
    "complaint to the (?:scottish )?information commissioner", "appeal to the", "contact the (?:scottish )?information",
    "please (?:see|contact|write|refer)",
)  # fmt: skip
_NOT_RIGHT: Final = phrase(
    "decision notice", "guidance from", "registered with the information commissioner", "advises that", "in case ea",
    "commissioner (?:has|is|considers|advises|found|upheld)", "published by",
)  # fmt: skip
_CONTACT: Final = phrase(
    r"wycliffe house", r"ico\.org\.uk", r"icocasework", r"casework@", r"0303 123 ?1113", r"itspublicknowledge",
    r"foi\.scot", r"enquiries@", r"doubledykes", r"0330 414 ?6406", "make a complaint", "kinburn castle",
    "01334 464 ?610",
)  # fmt: skip
_REUSE: Final = phrase(
    r"re-?us(?:e|ing|ed) ", "open government licen[cs]e", "copyright", r"\bogl\b"
)
_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_ASKED: Final = re.compile(
    r"you (?:must|should|can|need|may|have (?:the right|until|up|\d))[^.]{0,160}$|request[^.]{0,60}(?:should|must|ought)[^.]{0,80}$|^please"
)


def _units(name: str) -> WindowUnit:
    return next(unit for begins, unit in _UNITS if name.startswith(begins))


def read_remedies(  # noqa: C901, PLR0912 - one pass over the sentences for all they tell
    notes: Notes, kind: MessageKind
) -> tuple[ReviewRoute, Commissioner]:
    """Note what a letter says of review and of the Commissioner, and return both."""
    layout = notes.layout
    low = layout.low
    offered: tuple[int, int] | None = None
    none_exists: tuple[int, int] | None = None
    length: tuple[int, WindowUnit, CountedFrom, tuple[int, int]] | None = None
    own: tuple[int, tuple[int, int]] | None = None
    told: tuple[int, int] | None = None
    contact: tuple[int, int] | None = None
    mail: str | None = None
    recent = ""
    near_commissioner = -99
    for index, start, end in notes.spoken.of_body():
        said = low[start:end]
        if not _CONCERNED.search(said) and index - near_commissioner > _NEARBY:
            continue
        commissioner = _COMMISSIONER.search(said)
        about_review = (
            _OFFERED.search(said) or (not commissioner and _INVITED.search(said)) or None
        )
        if found := _NONE_EXISTS.search(said):
            none_exists = (start + found.start(), start + found.end())
        elif about_review and _is_offer(said, commissioner, about_review, kind):
            offered = offered or (start, end)
        if commissioner:
            near_commissioner = index
            if told is None and _RIGHT.search(said) and not _NOT_RIGHT.search(said):
                told = (start, end)
            notes.take(start, end)
        if told and index - near_commissioner <= _NEARBY and (found := _CONTACT.search(said)):
            contact = contact or (start + found.start(), start + found.end())
            notes.take(start, end)
        if not offered and about_review is None and "complain" not in recent + said:
            recent = said
            continue
        if _ADMITS.search(said):
            continue
        for found in _LENGTH.finditer(said):
            number = _NUMBERS.get(found["number"]) or int(found["number"])
            before, after = said[: found.start()], said[found.end() :]
            clause = re.split(r";|, and |, but | and (?=we |will |the )", before)[-1]
            span = (start + found.start(), start + found.end())
            if _OWN.search(clause) and not _ASKED.search(clause):
                own = own or (number, span)
            elif (
                length is None
                and not (commissioner and commissioner.start() < found.start())
                and _THEIRS.search(before)
            ):
                unit = _units(found["unit"])
                length = (number, unit, _from(before, after), span)
        if offered and mail is None and (address := _EMAIL.search(said)):
            mail = layout.text[start + address.start() : start + address.end()]
        recent = said
    if kind is MessageKind.REVIEW_OUTCOME and offered is None:
        length = None
    window = _Window(length, own, mail)
    route = _route(notes, offered, none_exists, window)
    return route, _told(notes, told, contact)


def _is_offer(
    said: str, commissioner: re.Match[str] | None, about: re.Match[str], kind: MessageKind
) -> bool:
    if kind is MessageKind.REVIEW_OUTCOME and not _INVITES.search(said):
        return False
    if _AFTERWARDS.search(said[: about.end()]) or _LATER.search(said):
        return (
            bool(re.search(r"within|you can ask|request a review", said)) and commissioner is None
        )
    return commissioner is None or about.start() < commissioner.start()


def _from(before: str, after: str) -> CountedFrom:
    near = re.split(r"[,.;(]", after[:110])[0]
    receipt, letter = _RECEIPT.search(near), _LETTER_DATE.search(near)
    if receipt:
        return CountedFrom.RECEIPT
    if letter or _NEXT.search(before):
        return CountedFrom.LETTER
    return CountedFrom.NOT_STATED


class _Window(NamedTuple):
    """What is said of the time to ask for a review, and to answer it."""

    length: tuple[int, WindowUnit, CountedFrom, tuple[int, int]] | None
    own: tuple[int, tuple[int, int]] | None
    mail: str | None


def _route(
    notes: Notes,
    offered: tuple[int, int] | None,
    none_exists: tuple[int, int] | None,
    window: _Window,
) -> ReviewRoute:
    length, own, mail = window
    if none_exists and not length:
        notes.add(About.REVIEW, Offer.NONE_EXISTS.value, none_exists, Rule.PHRASE)
        return ReviewRoute(offered=Offer.NONE_EXISTS)
    if offered is None and length is None:
        return ReviewRoute(offered=Offer.NOT_MENTIONED)
    if offered:
        notes.add(About.REVIEW, Offer.OFFERED.value, offered, Rule.PHRASE)
    if own:
        notes.add(About.REVIEW_ANSWER, own[0], own[1], Rule.PHRASE)
    if length is None:
        return ReviewRoute(
            offered=Offer.OFFERED, contact=mail, answered_within=own[0] if own else None
        )
    notes.add(About.REVIEW_WINDOW, length[0], length[3], Rule.PHRASE)
    return ReviewRoute(
        offered=Offer.OFFERED,
        contact=mail,
        length=length[0],
        unit=length[1],
        counted_from=length[2],
        answered_within=own[0] if own else None,
    )


def _told(
    notes: Notes, told: tuple[int, int] | None, contact: tuple[int, int] | None
) -> Commissioner:
    words = None
    if contact:
        words = notes.add(About.CONTACT, "contact", contact, Rule.ADDRESS).text
    if told is None:
        return Commissioner(right=Told.NOT_MENTIONED, contact=words)
    notes.add(About.COMMISSIONER, Told.STATED, told, Rule.PHRASE)
    return Commissioner(right=Told.STATED, contact=words)


def read_reuse(notes: Notes) -> None:
    """Note where a letter speaks of re-use."""
    layout = notes.layout
    for _index, start, end in notes.spoken.of_body():
        if _REUSE.search(layout.low, start, end):
            span = (start, end)
            notes.add(About.REUSE, layout.text[start:end].strip(), span, Rule.PHRASE)
