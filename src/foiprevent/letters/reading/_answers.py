"""What a letter did with a question, from the words of its answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from foiprevent.cases import Held, Link, Outcome
from foiprevent.citations import Regime
from foiprevent.exemptions import Duty
from foiprevent.letters.reading._notes import phrase
from foiprevent.letters.reading._provisions import duty_of, says_ncnd

if TYPE_CHECKING:
    from collections.abc import Collection

    from foiprevent.citations import Citation
    from foiprevent.letters.reading._layout import Layout


COST: Final = phrase(
    "(?:exceed|excess of|more than|above|beyond)[^.\n]{0,60}(?:appropriate|cost|18.hour|18 hours|24 hours)"
    "[^.\n]{0,20}(?:limit)?",
    "(?:appropriate|cost) limit", "18.hour limit", "cost(?:s|ing)? more than",
)  # fmt: skip
_VEXATIOUS: Final = phrase("vexatious")
_NOT_VEXATIOUS: Final = phrase("not (?:been |be |treat|consider|regard|deem)[^.\n]{0,30}vexatious")
_REPEATED: Final = phrase(
    r"repeat(?:ed)? (?:of|request)", "identical or substantially similar", "substantially similar",
    "request is a repeat",
)  # fmt: skip
_NOT_HELD: Final = phrase(
    r"(?:do|does|did) not (?:currently |therefore |actually )?(?:hold|record|collect|collate|keep|have"
    r" (?:any |this )?(?:recorded )?(?:information|record|data|such))",
    r"(?:information|data|this|it|record|records|documents?) (?:\w+ )?(?:is|are) not (?:held|recorded"
    r"|collected|collated|kept)",
    r"(?:hold|holds|held|has|have) no (?:recorded |such |relevant |further )?(?:information|record|data"
    r"|documents?|such|correspondence)",
    r"\bnot held\b", "no (?:recorded |relevant )?(?:information|records|data) (?:is|are|was|were)"
    " (?:held|located|found)",
    "information not held", "do not have (?:a|any) (?:figure|breakdown|record|data|such|list|separate)",
    "no records? (?:is|are) kept", "have no records? of", "(?:nil|no) (?:information )?held", "not hold",
    "(?:isn't|aren't|don't|doesn't) (?:held|hold|recorded|record|collect)",
)  # fmt: skip
_OTHER: Final = phrase(
    r"\b(?:any|whether|hold) (?:other|further|additional)\b",
    "other information",
    "anything (?:else|further)",
)
_UNREPORTED: Final = phrase(
    "reportable format", "(?:in a|that) (?:readily|easily) ", "format that (?:allows|would)",
    "does hold", "do not hold an electronic",
)  # fmt: skip
_ELSEWHERE: Final = phrase(
    r"(?:accessible|available)(?: to (?:you|the applicant))?[^.\n]{0,30} (?:by other means|elsewhere"
    r"|online|at|on (?:our|the)|via|from|here|in the public|through)",
    r"(?:please |can |be |may )?(?:see|find|follow|use|visit|located|found|viewed|accessed|download\w*)"
    r"[^.\n]{0,60}(?:\blinks?\b|here\b|website|web page|disclosure log|publication scheme|open data)",
    r"(?:is|are|been) (?:already )?published (?:on|at|in|by|here|annually|every|quarterly)",
    "already in the public domain", "exempt[^.\n]{0,60}section 21", "information available:?",
    "(?:located|found|viewed|published) (?:at|here|online)",
)  # fmt: skip
_WITHHELD: Final = phrase(
    r"(?:is|are|be|information|therefore|which|that) (?:\w+ly )?(?:fully )?exempt\b", r"exempt from",
    r"with-?(?:held|hold|holding)\b", r"(?:refus|declin)(?:e|es|ed|ing)\b",
    r"(?:exemption|exception)s?[^.\n]{0,60}(?:appl|engag|is relied|are relied)",
    "(?:rel(?:y|ied|ying|ies) (?:on|upon)|applied|applying|engag(?:es|ed)|invok)",
    r"redact(?:ed|ions?)\b", "uphold (?:the|its|our|this)[^.\n]{0,30}(?:use|decision|application|reliance|with|refus)", "not (?:be )?(?:disclos|releas|provid)(?:ed|ing|able|e)\\b",
    "cannot (?:be )?(?:disclos|releas|provid)", "(?:unable|not able) to (?:disclose|release|provide|supply|give)", "do not give out", "and exempt",
    "exempt under",
)  # fmt: skip
_PARTIAL: Final = phrase(
    r"(?:some|part|parts|certain|elements?|other|remaining|rest|remainder|portion|aspects?) of (?:the|this"
    r"|that|it|them|your|these|those)(?! information would)", r"\bnames?\b[^.\n]{0,80}(?:withheld|redacted|removed|exempt)",
    r"(?:withheld|redacted|removed|withhold|redact)[^.\n]{0,40}\bnames?\b", r"redact", "with the exception of",
    r"(?:apart|aside) from", r"partially", "personal data has been",
)  # fmt: skip
_REMOVED: Final = phrase(
    r"(?:withheld|redacted|removed|withhold|redact)[^.\n]{0,40}\bnames?\b", r"redact",
    r"\bnames?\b[^.\n]{0,80}(?:withheld|redacted|removed)", "with the exception of", "partially",
)  # fmt: skip
_GIVEN: Final = phrase(
    r"attach", r"(?:is|are) (?:as follows|shown|set out|provided|given|listed|below|disclosed)",
    r"(?:please )?(?:see|find) (?:below|the (?:table|figures?|answer|following)|enclosed|attached)",
    r"(?:we|i) (?:can |have |are able to |am able to )?(?:confirm that (?:the|there|we)|provide|disclose"
    r"|release|supply|enclose)", r"\d", "please find", "located (?:some )?information", "copies",
    "have (?:therefore )?(?:disclosed|decided)", "the answer is", r"^\W*(?:yes|no|none|nil|zero)\b",
)  # fmt: skip
_NOT_APPLICABLE: Final = re.compile(
    r"[\W]*(?:n/?a|not applicable)\b[\W]*(?:$|as |since |because |see |given )"
)
_UNSEEN: Final = phrase(
    "(?:response|reply|answer|refusal notice|decision)[^.\n]{0,40}(?:attached|enclosed|in the attach)",
    "attached[^.\n]{0,30}(?:response|reply|letter|refusal)",
)  # fmt: skip
_HOLDS: Final = phrase(
    r"(?:we|i|council|trust|constabulary|police|university|force|department|school|authority|service)"
    r" (?:can )?(?:confirm that (?:we|it|the \w+) )?(?:do |does )?(?:hold|holds)\b(?! no| any)",
    r"(?:it is |we |i )confirm(?:ed)? that [^.\n]{0,60}holds", r"is (?:confirmed )?(?:to be )?held by (?:us|the)",
    r"(?:council|trust|constabulary|police|university|force|department) does hold",
    "information (?:you (?:have )?requested )?is held",
)  # fmt: skip
_HANDED_OVER: Final = phrase(
    r"(?:attached|enclosed)\b(?!\W+(?:response|reply|letter))", "(?:we|i) (?:can |have |are able to )?(?:therefore )?"
    "(?:provide|disclose|release|supply)d?\\b", "(?:is|are) (?:as follows|shown|set out below|provided|listed)",
    "have disclosed", "pleased to attach",
)  # fmt: skip
_GIVES: Final = phrase(
    r"\u00a3 ?\d", r"\d", r"attach|enclos", r"see (?:the )?(?:table|below|data|figures)", r"^\W*(?:yes|no|none)\b",
    r"(?:provided|disclosed|released|listed|shown) (?:below|here|above|to you)",
)  # fmt: skip
_PROVISION: Final = re.compile(
    r"^\s*\d{1,3}\s*(?:-|to|and|&)\s*\d{1,3}$|\b(?:19|20)\d\d\b|(?:q(?:uestion)?s?|sections?|regulations?|act|s\.|regs?\.?|,|and|to|&|-|\d{4}) ?\(?\d[\w()]*"
)


def outcome_of(
    layout: Layout,
    start: int,
    end: int,
    relied: Collection[Citation],
    *,
    whole: bool,
    disclosed_on_balance: bool,
) -> Outcome | None:
    """Return what an answer between two offsets did, or None if it says nothing."""
    low = layout.low[start:end]
    if not _SAYS.search(low):
        return None
    said = _besides_ncnd(low)
    if said is None:
        return Outcome.NCND
    if said is not low:
        ncnd = {one.section for one in relied if duty_of(one) is Duty.CONFIRM_OR_DENY}
        relied = [one for one in relied if one.parts or one.section not in ncnd]
        relied = [one for one in relied if duty_of(one) is not Duty.CONFIRM_OR_DENY]
    return _outcome(said, relied, whole=whole, disclosed_on_balance=disclosed_on_balance)


def _outcome(  # noqa: C901, PLR0911 - the order of the rules is the rule
    low: str, relied: Collection[Citation], *, whole: bool, disclosed_on_balance: bool
) -> Outcome:
    sections = {
        _IN_SCOTLAND.get(one.section, one.section) if one.regime is Regime.FOISA else one.section
        for one in relied
        if one.regime is not Regime.EIR
    }
    if _is_absent(low, sections, relied):
        return Outcome.NOT_HELD
    if "14" in sections or _is_vexatious(low):
        repeated = _REPEATED.search(low) and not _is_vexatious(low)
        return Outcome.REFUSED_REPEATED if repeated else Outcome.REFUSED_VEXATIOUS
    cost = COST.search(low)
    if cost or ("12" in sections and not sections & _EXEMPT):
        return Outcome.REFUSED_COST
    if _NOT_APPLICABLE.match(low):
        return Outcome.NOT_APPLICABLE
    withheld = _WITHHELD.search(low)
    if "21" in sections and sections <= {"21", "22"}:
        return Outcome.ACCESSIBLE_ELSEWHERE
    if withheld and (relied or _SAYS_EXEMPT.search(low)):
        partly = (_REMOVED if whole else _PARTIAL).search(low)
        if disclosed_on_balance and not (partly and len(sections) > 1):
            return Outcome.DISCLOSED
        given = partly or _gives(low, withheld.start(), whole=whole)
        return Outcome.PARTLY_DISCLOSED if given else Outcome.WITHHELD
    if relied and not _GIVEN.search(_PROVISION.sub("", low)):
        return Outcome.WITHHELD
    elsewhere = _ELSEWHERE.search(low)
    if elsewhere and not _has_answer(low, elsewhere):
        return Outcome.ACCESSIBLE_ELSEWHERE
    if _UNSEEN.search(low) and not _GIVEN.search(_ATTACHING.sub("", low)):
        return Outcome.UNKNOWN
    return Outcome.DISCLOSED


def _besides_ncnd(low: str) -> str | None:
    """Return what is said beside an NCND claim that only reaches other information, if any is."""
    denied = says_ncnd(low)
    if denied is None:
        return low
    start = max(low.rfind(". ", 0, denied.start()), low.rfind("\n", 0, denied.start())) + 1
    ends = (low.find(end, denied.end()) for end in (". ", "\n"))
    end = min((at for at in ends if at >= 0), default=len(low))
    rest = low[:start] + low[end:]
    says = _OTHER.search(low, start, end) and (_NOT_HELD.search(rest) or _HOLDS.search(rest))
    return rest if says else None


def _is_absent(low: str, sections: set[str], relied: Collection[Citation]) -> bool:
    absent = _NOT_HELD.search(low)
    if absent is None or _UNREPORTED.search(low) or sections & _EXEMPT:
        return False
    rest = low[: absent.start()] + low[absent.end() :]
    return not (relied and _WITHHELD.search(rest))


_IN_SCOTLAND: Final = {"25": "21", "27": "22", "18": ""}
"""The sections of FOISA that stand where others of FOIA do."""
_SAYS: Final = re.compile(r"\w")
_SAYS_EXEMPT: Final = re.compile(
    r"\bexempt\b|withh[eo]ld|refus(?:e|ing) (?:to|your|this)|redact|give out"
)
_ATTACHING: Final = re.compile(r"attach|please find")
_EXEMPT: Final = frozenset(map(str, range(21, 45)))


def _is_vexatious(low: str) -> bool:
    return bool(_VEXATIOUS.search(low)) and not _NOT_VEXATIOUS.search(low)


def _gives(low: str, before: int, *, whole: bool) -> bool:
    """Tell whether what stands before a refusal gives something."""
    said = low[:before]
    cut = max(said.rfind(". "), said.rfind("\n"), 0)
    if whole:
        return bool(_HANDED_OVER.search(said[:cut]))
    return bool(_GIVES.search(_PROVISION.sub("", said[:cut])))


def _has_answer(low: str, link: re.Match[str]) -> bool:
    """Tell whether an answer says more than where to look."""
    first = re.split(r"(?<=[.!?])[ ]+|\n", low.strip())[0]
    if link.start() <= len(first) + 2:
        return bool(re.match(r"\W*(?:yes|no|none|nil|\d)", first))
    return not re.match(r"\W*(?:this|the|all|that|please|we|it|information|our)\b", first) or bool(
        re.match(r"\W*(?:yes|no|none|nil|\d)", first)
    )


def says_not_held(low: str) -> bool:
    """Tell whether a text in lower case says somewhere that something is not held."""
    return _NOT_HELD.search(low) is not None


def held_of(low: str, outcome: Outcome) -> Held:
    """Return what an answer says of holding the information."""
    if outcome is Outcome.NCND:
        return Held.NCND
    if outcome is Outcome.NOT_HELD:
        return Held.NO
    return Held.YES if _HOLDS.search(low) else Held.NOT_STATED


def holds(low: str, start: int, end: int) -> re.Match[str] | None:
    """Return the words between two offsets, if any, that say the information is held."""
    return _HOLDS.search(low, start, end)


_REFERRED: Final = re.compile(
    r"(?:[Hh]eld by|(?:run|handled|produced|operated|maintained|managed|recorded|administered|dealt with)[ ]by(?:[ ]the[ ]provider,)?|(?:make|direct|redirect|send|submit|address)[ ](?:your|this|the|a)[ ](?:\w+[ ])?"
    r"request[ ](?:directly[ ])?to|(?:contact|approach|ask|redirect[ ]\w+[ ]to|[Tt]ransferred[ ](?:\w+[ ]){0,4}to"
    r"|responsibility[ ]of|apply[ ]to|try|forwarded[ ](?:\w+[ ]){0,3}to))[ ]+(?:the[ ]+)?"
    r"(?P<body>[A-Z][\w'&.-]*(?:(?<![a-z]{3}\.)[ ]{1,40}(?:(?:of|and|the|for|&)[ ]{1,40}(?=[A-Z]))?(?=[A-Z])[\w'&.-]+){0,7})"
)
_NOT_A_BODY: Final = re.compile(
    r"(?:Information Commissioner|ICO|Mr|Mrs|Ms|Our|This|FOI|Council House)\b"
)
_URL: Final = re.compile(
    r"\[(?P<words>[^\[\]\n]{1,300})\]\((?P<to>[^)\s]{1,2000})\)|(?P<plain>(?:https?://|www\.)[^\s<>\")\]]{2,2000})"
    r"|\[(?P<number>\d{1,3})\](?P<named>[^\n\[.]{0,120})"
)
_ATTACHED: Final = re.compile(
    r"(?:attach(?:ed|ment)|enclos(?:ed|ure)|appendix [a-z\d]|annex [a-z\d])[^.\n]{0,60}"
)


def referred_to(layout: Layout, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """Return who else is said to hold something, and where."""
    for found in _REFERRED.finditer(layout.flow, start, end):
        name = found["body"].rstrip(".'")
        if not _NOT_A_BODY.match(name):
            first = found.start("body")
            return " ".join(name.split()), (first, first + len(name))
    return None


def links(layout: Layout, start: int, end: int) -> list[tuple[Link, tuple[int, int]]]:
    """Return what a stretch points to."""
    found: list[tuple[Link, tuple[int, int]]] = []
    for match in _URL.finditer(layout.text, start, end):
        if match["words"]:
            target = match["to"] if match["to"].strip("#") else None
            found.append((Link(text=match["words"], uri=target), match.span()))
        elif match["plain"]:
            uri = match["plain"].rstrip(".,;:'")
            found.append((Link(text=uri, uri=uri), match.span()))
        elif match["number"] in layout.links:
            target = layout.links[match["number"]]
            words = " ".join(match["named"].split()) or target
            if target and not target.startswith("mailto:"):
                found.append((Link(text=words, uri=target), match.span()))
    return found


def attachments(layout: Layout, start: int, end: int) -> list[tuple[str, tuple[int, int]]]:
    """Return what a stretch says is attached."""
    return [
        (" ".join(layout.text[match.start() : match.end()].split()), match.span())
        for match in _ATTACHED.finditer(layout.low, start, end)
    ]
