"""Who writes, under which reference, and under which enactment."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from foiprevent.citations import Regime
from foiprevent.letters.reading._layout import Region
from foiprevent.letters.reading._model import About
from foiprevent.letters.reading._notes import phrase
from foiprevent.letters.reading._rules import Rule

if TYPE_CHECKING:
    from foiprevent.letters.reading._layout import Block, Layout
    from foiprevent.letters.reading._model import Fact
    from foiprevent.letters.reading._notes import Notes

_WORD: Final = r"[A-Z][\w'&.-]{0,30}"
_NAME: Final = rf"(?:{_WORD}|(?<=[\w'&.-][ ])(?:of|and|the|for|upon|on|in|&)(?=[ ]{{1,40}}[A-Z&]))"
_NAMES: Final = rf"{_WORD}(?:[ ]{{1,40}}{_NAME}){{0,6}}"
_OF: Final = rf"(?:of|for)[ ](?:[Tt]he[ ])?{_WORD}(?:(?:[ ](?:and|of|the|&))?[ ]{_WORD}){{0,5}}"
_BODY: Final = re.compile(
    rf"(?:The[ ])?(?:London|Royal)[ ]Borough[ ]{_OF}"
    rf"|(?:The[ ])?(?:Department|Ministry|Office|University|College|City|Police[ ]Service"
    rf"|Commissioner|Council|Bank|Governing[ ]Body|Chief[ ]Constable)[ ]{_OF}"
    rf"(?:[ ](?:Corporation|Council|NHS[ ](?:Foundation[ ])?Trust))?"
    rf"|{_NAMES}[ ]{{1,40}}(?:Council|Constabulary|Police(?:[ ](?:Service|Scotland))?"
    r"|NHS[ ](?:Foundation[ ])?Trust|Health[ ]Board|Integrated[ ]Care[ ]Board|University"
    r"|College|School|Academy|Academy[ ]Trust|Fire[ ](?:and|&)[ ]Rescue(?:[ ](?:Service"
    r"|Authority))?|Combined[ ]Authority|Authority|Agency|Commission|Police[ ]and[ ]Crime"
    rf"[ ]Commissioner)(?:[ ]{_OF}|[ ](?:England|Wales|Scotland|UK)\b)?"
    r"|(?:NHS[ ][A-Z]\w+(?:[ ](?:and|&)?[ ]?[A-Z]\w+){0,4})"
    r"|Police[ ]Scotland|Home[ ]Office|Cabinet[ ]Office|HM[ ]Treasury|Foreign[ ]Office"
)
_BODIES: Final = re.compile(
    "council|constab|police|trust|board|universit|college|school|academ|fire|author|agency|commission|department"
    "|ministry|office|nhs|borough|treasury|service|city|bank"
)
_NOT_IT: Final = re.compile(
    r"information commission|secretary$|director|manager|solicitor|officer|head of|tribunal|ombudsman|charity commission|first responder"
    r"|under the freedom|of information|information governance|for information"
    r"|mail(?:ing)? preference|crown prosecution|data protection|dear |any council|local council"
    r"|for the information|open government|counter terrorism"
)
_OWN: Final = re.compile(
    r"(?:'s? (?:response|reply|internal review|decision|holds?|view)|(?:does|do|has|can|will|is|hold"
    r"s|holds|confirm|believes|considers|neither|maintains|acknowledges)\b|,? can confirm)"
)
_OWNED: Final = re.compile(
    r"(?:received by|held by|on behalf of|dear|of information to|response from|recorded by)"
    r"(?: the)? $"
)
_ELSEWHERE: Final = re.compile(
    r"(?:held by|request to|contact|redirect\w* to|transfer\w* to|submitted to|passed to"
    r"|approach|forwarded to|responsibility of|hearing of|apply to|from)(?: the)? $"
)
_ARTICLE: Final = re.compile(
    r"^(?:[Tt]he|A|An|Any|Each|Every|Of|For|And|In|On|Dear|To|From|By|At|With|As)[ ]+"
)


def read_authority(notes: Notes) -> str | None:
    """Note who writes, and return the name."""
    layout = notes.layout
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    blocks = layout.blocks
    body = [index for index, one in enumerate(blocks) if one.region is Region.BODY]
    first = set(body[:8])
    last = set(body[-12:])
    for index, block in enumerate(blocks):
        if block.region is Region.ASIDE or not _BODIES.search(layout.low, block.start, block.end):
            continue
        for match in _BODY.finditer(_title_case(layout, block)):
            match_start, match_end = block.start + match.start(), block.start + match.end()
            start, name = match_start, match[0]
            while article := _ARTICLE.match(name):
                start, name = start + article.end(), name[article.end() :]
            name = re.sub(r"[ ]{2,}", " ", name).rstrip(".'-")
            if " " not in name or _NOT_IT.search(name.lower()):
                continue
            before = layout.low[max(block.start, match_start - 30) : start]
            after = layout.low[match_end : match_end + 30]
            alone = match_end - match_start > (block.end - block.start) * 2 // 3
            score = 1
            score += 4 * bool(_OWN.match(after.strip()) or _OWNED.search(before))
            score += 3 * (alone and (index in first or index in last))
            score += index in first
            score -= 6 * bool(_ELSEWHERE.search(before) and not _OWNED.search(before))
            found[name].append((score, start, match_end))
    ranked = sorted(
        (-sum(one[0] for one in where), where[0][1], name) for name, where in found.items()
    )
    if not ranked or ranked[0][0] >= 0:
        return None
    name = ranked[0][2]
    _score, start, end = max(found[name], key=lambda one: (one[0], -one[1]))
    notes.add(About.AUTHORITY, name, (start, end), Rule.BODY_NAMED)
    return name


_SHORT: Final = 120
_HEAD: Final = 40
_SMALL: Final = re.compile(r"\b(?:Of|And|The|For|Upon|On|In)\b(?<!^The)")


def _title_case(layout: Layout, block: Block) -> str:
    """Return a block with a letterhead in capitals as a name is written."""
    words = layout.flow[block.start : block.end]
    if not words.isupper():
        return words
    titled = words.title()
    if len(titled) != len(words):  # as that of a dotted capital I: no offset into it would hold
        return words
    named = _SMALL.sub(lambda small: small[0].lower(), titled)
    return named.replace("Nhs", "NHS").replace("Hm ", "HM ").replace("'S", "'s")


_FILE_NUMBER: Final = (
    r"(?P<ref>(?:[a-z]{1,8}[ ]?[/#:-]?[ ]?)?"
    r"(?=[\w/.-]{0,30}\d)[a-z0-9][\w/.-]{1,30}(?:[ ]?/[ ]?[\w.-]{1,20})?[\w])"
)
_OUR_REF: Final = re.compile(
    r"\b(?:our|my|foi|foia|eir|request|case|council|trust)?[ ]*+(?:reference|ref)\.?(?:[ ]*+(?:no|number)"
    rf"\.?)?[ ]*+(?:is)?[ ]*+[:.#-]*+[ ]*+{_FILE_NUMBER}"
    rf"|(?:request|case|foi|enquiry)[ ]*+(?:id|no|number)\.?[ ]*+[:.#-]*+[ ]*+{_FILE_NUMBER.replace('ref>', 'id>')}"
)
_SUBJECT: Final = re.compile(
    r"(?:freedom of information|environmental information|foi|eir|internal review|information)"
    rf"[^\n]{{0,80}}?(?:[-:(\[][ ]*|(?:response|request|reference|ref)(?:[ ]no\.?:?|[ ]number:?)?[ ]){_FILE_NUMBER}"
)
_FILED: Final = re.compile(r"(?:foi|eir|ir|rfi|foia)[ ]?[/#:-]?[ ]?(?=[\w/.-]*\d)[\w/.-]++")
_FILED_ENDS: Final = re.compile(r"$|[ ]{1,9}[-:][ ]")
_NAMED: Final = re.compile(
    r"(?P<ref>(?:[a-z]{2,8}[/-])?(?:foi|eir|foisa|ir)[/-](?=[\w/.-]{0,60}\d)[\w/.-]{1,60}\w)"
)
_YOURS: Final = re.compile(r"(?:your|their|ico|quote|quoting the|quoting)[ ]*$")
_SERIAL: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|(?:19|20)\d{2}$")


def read_reference(notes: Notes) -> None:
    """Note the references under which a letter files the request."""
    layout = notes.layout
    subject = layout.header.get("subject:")
    if subject is not None:
        _references(notes, *subject, Rule.MAIL_HEADER)
    for index, block in enumerate(layout.blocks):
        if block.region is Region.BODY:
            short = block.end - block.start < _SHORT
            rule = Rule.SUBJECT_LINE if short and index < _HEAD else Rule.PHRASE
            _references(notes, block.start, block.end, rule)
        elif layout.low.startswith("subject:", block.start):
            _references(notes, block.start, block.end, Rule.QUOTED_MAIL)


def _references(notes: Notes, start: int, end: int, rule: Rule) -> None:
    low = notes.layout.low
    labelled = False
    for match in _OUR_REF.finditer(low, start, end):
        name = "ref" if match["ref"] else "id"
        span = match.span(name)
        before = low[max(start, match.start() - 14) : match.start()]
        if _YOURS.search(before) or _SERIAL.match(match[name]):
            continue
        kept = rule if rule in (Rule.QUOTED_MAIL, Rule.MAIL_HEADER) else Rule.LABEL
        _reference(notes, span, kept)
        labelled = True
    if rule == Rule.PHRASE or labelled:
        return
    match_ = _FILED.match(low, start, end)
    if match_ and _FILED_ENDS.match(low, match_.end(), end):
        _reference(notes, match_.span(), Rule.SUBJECT_LINE)
        return
    match_ = _SUBJECT.search(low, start, end) or _NAMED.search(low, start, end)
    if match_ and not _SERIAL.match(match_["ref"]) and "act 2000" not in match_["ref"]:
        _reference(notes, match_.span("ref"), rule)


def _reference(notes: Notes, span: tuple[int, int], rule: Rule) -> None:
    words = " ".join(notes.layout.text[span[0] : span[1]].split())
    notes.add(About.REFERENCE, words, span, rule)


_ENACTMENTS: Final = (
    (Regime.FOISA, phrase(r"freedom of information \(scotland\) act", r"foi\(s\)a", r"\bfoisa\b")),
    (
        Regime.EIR,
        phrase(
            "environmental information regulations", r"\beirs?\b(?! and| or|/)",
            "environmental information request",
        ),
    ),
    (Regime.FOIA, phrase("freedom of information act", r"\bfoia\b", r"\bfoi act\b",
                         "freedom of information request")),
)  # fmt: skip
_ABOUT_ACTS: Final = re.compile(r"information|foi|eir")


def read_regime(notes: Notes) -> None:
    """Note every place where the letter says under which enactment it is dealt with."""
    layout = notes.layout
    for block in layout.blocks:
        if block.region is Region.ASIDE or not _ABOUT_ACTS.search(
            layout.low, block.start, block.end
        ):
            continue
        rule = Rule.ACT_NAMED if block.region is Region.BODY else Rule.QUOTED_MAIL
        for regime, names in _ENACTMENTS:
            for match in names.finditer(layout.low, block.start, block.end):
                notes.add(About.REGIME, regime, match.span(), rule)


def regime_read(facts: list[Fact]) -> Regime | None:
    """Return the regime most facts of the strongest rule name."""
    for rule in (Rule.ACT_NAMED, Rule.QUOTED_MAIL):
        counted: dict[Regime, int] = {}
        for fact in facts:
            if fact.rule is rule and isinstance(fact.value, Regime):
                counted[fact.value] = counted.get(fact.value, 0) + 1
        if counted:
            return max(counted, key=lambda one: counted[one])
    return None
