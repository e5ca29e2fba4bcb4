"""The words that open, join and place a citation in running text.

What is listed here is how letters are written, not what the law is: the words for a
section, the names of other Acts, the nouns of other trades that have a number of their
own (a section 47 enquiry).  Patterns are compiled when they are first needed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from foiprevent.citations._citation import NAMES, Regime

INSTRUMENTS: Final = frozenset(
    "Act Regulation Reg Order Rule Measure Bill Directive Convention Byelaw Charter".split()
)
"""What the title of an enactment ends in, in the singular."""

INITIALS: Final = frozenset(
    "CDPA CPR CTSA DPA ECHR EIA GDPR HRA IPA LGA LPA MCA MHA PACE PECR RIPA TCPA TULRCA".split()
)
"""Other enactments that are cited by their initials, without *of*."""

NO_ENACTMENT: Final = frozenset("FOI FOIA FOISA EIR EIRS UK ICO FOIs".split())
"""Initials that are none."""

SMALL: Final = frozenset("of and the for to in on by etc with from & ( ) ,".split())
"""Small words and signs inside a title."""

OWN_NOUNS: Final = {
    "notice": frozenset("9 10 12 14 16 17 18 49 50 51 52 54".split()),
    "investigation": frozenset("30 31 34".split()),
    "search": frozenset("1 12".split()),
    "audit": frozenset("33 40".split()),
    "appeal": frozenset("47 56 57 58 59 60 61".split()),
}
"""The sections that a noun of another trade may follow: a section 17 notice."""


class Patterns(NamedTuple):
    """The patterns, each anchored where it is tried and bounded in length."""

    head: re.Pattern[str]
    plural: re.Pattern[str]
    number: re.Pattern[str]
    another: re.Pattern[str]
    member: re.Pattern[str]
    bracket: re.Pattern[str]
    broken: re.Pattern[str]
    sentence: re.Pattern[str]
    separator: re.Pattern[str]
    same_sentence: re.Pattern[str]
    foi_after: re.Pattern[str]
    foi_before: re.Pattern[str]
    other_before: re.Pattern[str]
    elsewhere: re.Pattern[str]
    jargon: re.Pattern[str]
    lead: re.Pattern[str]
    foi_name: re.Pattern[str]
    own: re.Pattern[str]
    as_last: re.Pattern[str]
    placed: re.Pattern[str]
    of_section: re.Pattern[str]
    heading: re.Pattern[str]
    led_to: re.Pattern[str]
    label: re.Pattern[str]
    joint: re.Pattern[str]
    word: re.Pattern[str]
    postcode: re.Pattern[str]
    vouched_before: re.Pattern[str]
    vouched_after: re.Pattern[str]
    vouched_bare: re.Pattern[str]


def named(found: re.Match[str]) -> Regime:
    """Return the regime that a match of ``foi_after`` or ``foi_before`` names."""
    return next(
        regime for regime in Regime if found[regime.value] or found[f"{regime.value}_year"]
    )


def _names() -> str:
    """Return a pattern for the names of the three enactments, over line breaks."""
    years = {Regime.FOIA: "2000", Regime.EIR: "2004", Regime.FOISA: "2002"}
    names: list[str] = []
    for regime, name in NAMES.items():
        spaced = re.sub(r" (?!\?)", r"\\s{1,4}", name)
        names.append(f"(?P<{regime.value}>{spaced})")
        word = "Regulations" if regime is Regime.EIR else "Act"
        names.append(rf"(?P<{regime.value}_year>{years[regime]}\s{{1,4}}{word})")
    return rf"(?:{'|'.join(names)})(?:,?\s{{0,4}}\(?(?:2000|2002|2004)\b\)?)?(?![A-Za-z0-9])"


@cache
def patterns() -> Patterns:
    """Return the patterns."""
    names = _names()
    wrap = r"[^\S\n]{0,4}(?:\n[^\S\n]{0,4}){0,2}"
    tail = (
        r"(?:\s{0,4}\([^()\n]{1,30}\))?(?:['\u2019]s)?(?:,?\s{0,4}(?:part|pt)\.?\s{1,2}\w{1,4})?"
        r"[\"'\u2019\u201d)\]]{0,2}(?P<gap>\s{0,4}[,:\u2013\-(\[]?\s{0,4})\Z"
    )
    title = r"(?!(?:The|This|That|Our|Your|Said)\b)[A-Z][\w&'\u2019\-]{0,30}\)?\s{1,4}"
    kinds = "(?:Act|Order|Regulations|Rules|Measure)"
    number = r"([1-9][0-9]{0,2})([A-Ca-c])?(?:(?![0-9A-Za-z]|\.[0-9])|(?=(?:of|and|or)\s))"
    separator = (
        r"(?:\s{0,2}\([A-Za-z][^()\n]{5,80}\))?\s{0,4}"
        r"(?:(?P<list>[,;]\s{0,4}(?:(?:and|or)\b\s{0,4})?|and/or\b\s{0,4}|(?:and|or)\b\s{0,4}"
        r"|[&+/]\s{0,4}(?P<again>(?<=/)s\.?(?=[1-9]))?)"
        r"|(?P<range>(?:to|through)\b\s{0,4}|[\-\u2013\u2014]\s{0,4}))"
    )
    subject = (
        r"law\s|personal|national|health\s|commercial|confiden|information\s|legal\s|investig"
        r"|prohib|defence|internat|relations|(?:the\s)?economy|court|audit|parliament|formulat"
        r"|prejudice|communic|environment|research|cost|vexatious|security|intended"
    )
    return Patterns(
        head=re.compile(
            r"(?<![A-Za-z0-9'\u2019])(?:"
            rf"(?P<section>(?:sub-?)?sec(?:-\n)?tions?|sect\.?|secs?\.?)(?![a-z]){wrap}(?=[1-9(])"
            rf"|(?P<regulation>regu(?:-\n)?la(?:-\n)?tions?|regs?\.?)(?![a-z]){wrap}(?=[1-9])"
            r"|(?<![./\-_])(?P<letter>\u00a7{1,2}|ss?)(?P<dot>\.?)\s{0,2}(?=[1-9])"
            r"|(?P<rule>r)\.?\s?(?=[1-9][0-9]?\s?\()"
            r"|(?<![(/.\-\u2013_])(?P<bare>(?=[1-9][0-9]?[A-Z]?\s?\(\s?[0-9a-z]))"
            r")",
            re.IGNORECASE,
        ),
        plural=re.compile(
            r"(?:sub-?)?sections|secs|ss\b|regulations|regs|\u00a7\u00a7", re.IGNORECASE
        ),
        number=re.compile(number),
        another=re.compile(
            number + r"(?!\s{1,3}(?:working|calendar|days?|weeks?|months?|years?|hours?|minutes?"
            r"|pages?|requests?|other|%|January|February|March|April|May|June|July|August"
            r"|September|October|November|December)\b)"
        ),
        member=re.compile(
            r"\s{0,2}(?:[.;:)\]](?!\S)|,\s|\Z|(?:and|or|&)\s{1,2}[1-9]|appl(?:y|ies)\b"
            r"|(?P<named>of\s{1,3}(?:the|that)\s{1,3}(?:act\b|(?-i:[A-Z]))|fois?a\b|eirs?\b))",
            re.IGNORECASE,
        ),
        bracket=re.compile(
            r"(?P<gap>[^\S\n]{0,3}(?:\n[^\S\n]{0,3})?)\(\s{0,2}"
            r"(?P<part>[0-9]{1,2}[A-Za-z]{0,2}|[a-z]{1,5}|[A-Z])\s{0,2}\)"
        ),
        broken=re.compile(
            r"\(\s{0,2}\)|\([0-9a-z]{1,2}(?=[\s,.;(]|\Z)|\((?:[0-9a-z]{1,5}|[a-z]{1,2}[A-Z])\)"
        ),
        sentence=re.compile(r"\s{1,4}[A-Z\"\u201c]"),
        separator=re.compile(separator),
        same_sentence=re.compile(r"[^.;:\n]{0,80}\n?[^.;:\n]{0,80}"),
        foi_after=re.compile(
            r"\s{0,4},?\s{0,4}(?:\([^()\n]{1,80}\)\s{0,4},?\s{0,4})?"
            r"(?:(?:of|under|in|from|to|within)\s{1,4})?(?:(?:the|this|both)\s{1,4})?"
            rf"(?:UK\s{{1,4}})?[\"'(\[\u2018\u201c]?{names}",
            re.IGNORECASE,
        ),
        foi_before=re.compile(rf"(?<![A-Za-z0-9]){names}{tail}", re.IGNORECASE),
        other_before=re.compile(
            rf"(?<![A-Za-z0-9])(?:(?:{title}{kinds}|{'|'.join(sorted(INITIALS))})"
            r"(?:,?\s{0,4}\(?(?:1[0-9]{3}|20[0-9]{2})\b\)?)?"
            rf"|{kinds}\s{{1,4}}\(?(?:1[0-9]{{3}}|200[135-9]|20[12][0-9])\b\)?)"
            + tail.replace("part|pt", "[Pp]art|[Pp]t")
        ),
        elsewhere=re.compile(
            r"\s{0,4}(?:of|to|in)\s{1,4}(?:the\s{1,4}|our\s{1,4}|your\s{1,4}|this\s{1,4}|that\s{1,4}"
            r"|its\s{1,4}|their\s{1,4}|a\s{1,4})?(?:schedule|sch\b|part\s|chapter|annex|appendix"
            r"|report|letter|form\b|policy|contract|document|guidance|strategy|application"
            r"|questionnaire|plan\b|spreadsheet|lease|tender|constitution|handbook|specification"
            r"|agreement|code\b|19[0-9]{2}\s|200[135-9]\s|201[0-9]\s|202[0-9]\s"
            r"|environmental\s{1,4}information\s{1,4}\(scotland\)"
            r"|freedom\s{1,4}of\s{1,4}information\s{1,4}and)",
            re.IGNORECASE,
        ),
        jargon=re.compile(
            r"\s{1,4}(?:(?P<notice>notices?)|(?P<investigation>investigations?)"
            r"|(?P<search>search(?:es)?)|(?P<audit>audits?)|(?P<appeal>appeals?)"
            r"|(?:safeguarding\s{1,4})?(?:enquir(?:y|ies)|inquir(?:y|ies))|assessments?"
            r"|(?:highways?\s{1,4})?agreements?|applications?|orders?|accommodat\w{1,6}|works"
            r"|referrals?|approvals?|consents?|funding|contributions?|obligations?|tenanc(?:y|ies)"
            r"|meetings?|strategy|conferences?|after-?care|placements?|detentions?|visits?|grants?"
            r"|schemes?|child(?:ren)?|cin|evict\w{1,4}|no[\s-]fault|possession|gbh|abh|assaults?"
            r"|wounding|public\s{1,4}order\s{1,4}off\w{1,6}|stops?|stop\s{1,4}and\s{1,4}search\w{0,2}"
            r"|care\s{1,4}(?:order|proceeding)s?|proceedings|dispersal|vehicle|tuition|flood"
            r"|planning|patients?|roads?|reports?|inspections?|safeguarding)\b",
            re.IGNORECASE,
        ),
        lead=re.compile(
            r"(?:[^\S\n]{0,4}\([^()\n]{1,80}\))?"
            r"(?:,?[^\S\n]{1,4}(?!of\b|under\b|to\b|in\b|from\b|the\b|a\b|this\b)"
            r"|,?\s{1,4}(?P<of>of|under|to|in|from)\s{1,4}(?:the\s{1,4}|that\s{1,4})?)",
            re.IGNORECASE,
        ),
        foi_name=re.compile(names, re.IGNORECASE),
        own=re.compile(
            r"(?:\s{0,4}\([^()\n]{1,80}\))?\s{1,4}(?:of|under|in)\s{1,4}(?:the|this)\s{1,4}"
            r"(?:said\s{1,4})?(?:act|legislation)\b",
            re.IGNORECASE,
        ),
        as_last=re.compile(
            r"\s{1,4}(?:(?:of|under|in)\s{1,4}(?:that|the\s{1,4}same)\s{1,4}"
            r"(?:act|legislation|regulations)\b|thereof\b)",
            re.IGNORECASE,
        ),
        placed=re.compile(r"\s{0,3}(?:above|below|overleaf)\b", re.IGNORECASE),
        of_section=re.compile(
            r"\s{1,4}(?:of|under|in)\s{1,4}(?:section|s)\b\.?\s{0,4}(?=[1-9])|"
            r"\s{1,4}(?:of|under|in)\s{1,4}s\.?(?=[1-9])",
            re.IGNORECASE,
        ),
        heading=re.compile(r"[\s,:;\u2013\-]{0,4}(?:\([^()\n]{1,80}\))?[\s,:;\u2013\-]{0,4}"),
        led_to=re.compile(
            r"\b(?:under|by|at|of|in|from|to|with|and|or|per|exempt|virtue)\s{1,4}\Z",
            re.IGNORECASE,
        ),
        label=re.compile(r"[.):](?P<alone>[^\S\n]{0,3}\n)?"),
        joint=re.compile(r"\s{0,4}(?:[,;]\s{0,4}(?:and|or|&)?|and|or|of|under|in|&|/)?\s{0,4}"),
        word=re.compile(r"[^\s,;:.()\[\]?!\"\u201c\u201d]+|[,;:.()\[\]?!\"\u201c\u201d]"),
        postcode=re.compile(r"[A-Z][0-9]{1,2}[A-Z]?[^\S\n]{1,3}[0-9][A-Z]{2}\b"),
        vouched_before=re.compile(
            r"\b(?:under|by|per|via|of|see|using|exemptions?|exempt|appl(?:y|ied|ying)|engag\w{1,5}"
            r"|cit(?:e|ed|ing)|claim\w{0,5}|invok\w{1,4}|on)[\s:(]{1,3}\Z",
            re.IGNORECASE,
        ),
        vouched_bare=re.compile(
            r"\A\s{0,4}\Z|\bexempt(?:ions?|ed)?[\s:]{1,3}(?:(?:under|by|at|in|of|is|applied|cited|claimed|engaged|used)"
            r"[\s:]{1,3}){0,2}\Z",
            re.IGNORECASE,
        ),
        vouched_after=re.compile(
            r"\s{0,3}(?:as\s{1,2}(?:above|below)|exempt\w{0,5}|appl(?:y|ies|ied)|of\b|foi|eir\b"
            rf"|(?:\(|[\-\u2013:]\s{{0,3}})\s{{0,2}}(?:{subject})"
            r"|(?:personal\s|national\ss|law\se|commercial\si|confiden|investigations\b|legal\sp"
            r"|prohibitions|information\s(?:acc|int|pro|sup|rea)))",
            re.IGNORECASE,
        ),
    )
