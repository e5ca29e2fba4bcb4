"""A case without personal data, so far as rules can find it, for sharing.

What each text of a record may hold is decided field by field, in :data:`FIELDS`.  Running
text goes through a short list of patterns, each of which reads a text once from left to
right.  Rules find what looks like personal data, and nothing else: a name without a title,
or somebody recognisable from what happened to them, is for a person to see.
"""

# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Any, Final, cast, final
from urllib.parse import urlsplit, urlunsplit

import attrs

from foiprevent.cases import (
    Answer,
    Case,
    Commissioner,
    Link,
    PublicAuthority,
    Question,
    QuestionScope,
    Reliance,
    Request,
    Response,
    ReviewRoute,
    events,
)
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Factor, PrejudiceTest, PublicInterestTest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@final
class Treatment(enum.Enum):
    """What is done with a text of a record."""

    KEPT = "kept"
    """It tells the parts of a record apart, or names no person."""
    READ = "read for personal data"
    REPLACED = "replaced by [reference]"
    """It may lead to the requester at the authority."""
    ROLE = "kept if it is a role, else replaced by [name]"
    ADDRESS = "kept without what identifies a visitor"
    """Of a web address, no user, no query and no fragment are kept."""


FIELDS: Final[dict[type, dict[str, Treatment]]] = {
    PublicAuthority: {"name": Treatment.KEPT},
    Request: {"reference": Treatment.REPLACED, "preamble": Treatment.READ},
    Question: {
        "key": Treatment.KEPT,
        "label": Treatment.KEPT,
        "text": Treatment.READ,
        "depends_on": Treatment.KEPT,
    },
    Response: {
        "reference": Treatment.REPLACED,
        "advice": Treatment.READ,
        "remarks": Treatment.READ,
    },
    Answer: {
        "question": Treatment.KEPT,
        "part": Treatment.READ,
        "text": Treatment.READ,
        "referred_to": Treatment.READ,
        "attachments": Treatment.READ,
    },
    Link: {"text": Treatment.READ, "uri": Treatment.ADDRESS},
    QuestionScope: {"keys": Treatment.KEPT},
    Reliance: {
        "cited_as": Treatment.KEPT,
        "reasons": Treatment.READ,
        "qualified_person": Treatment.ROLE,
        "cost_estimate": Treatment.READ,
    },
    ReviewRoute: {"contact": Treatment.READ, "wording": Treatment.READ},
    Commissioner: {"contact": Treatment.READ},
    PublicInterestTest: {"reasons": Treatment.READ, "decided_by": Treatment.ROLE},
    PrejudiceTest: {
        "interest": Treatment.READ,
        "harm": Treatment.READ,
        "cause": Treatment.READ,
        "evidence": Treatment.READ,
    },
    Factor: {"text": Treatment.READ, "tags": Treatment.KEPT, "source": Treatment.READ},
    events.DecisionNoticeServed: {"reference": Treatment.REPLACED},
    events.AppealDecided: {"reference": Treatment.REPLACED},
    events.Transferred: {"to": Treatment.READ},
    events.Closed: {"reason": Treatment.READ},
}
"""What is done with each text of each class a case is made of."""


def redact(case: Case, *, names: Iterable[str] = ()) -> Case:
    """Return a case for sharing, without the personal data that rules can find.

    These are rules, and no guarantee: a person must read the result before it is shared.
    Dates, outcomes, provisions and the numbering of questions stay as they were, so that an
    audit finds the same.

    Args:
        case: The case.
        names: Names of people to leave out wherever they stand as whole words in a text that
            is read, in capitals or not, on one line or on two.

    Raises:
        InvalidRecordError: If *names* is one text, and no list of them.
    """
    if isinstance(names, str):
        raise InvalidRecordError("redact.names", names, "expected a list of names")
    known = sorted(filter(None, (" ".join(name.split()) for name in names)), key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in known)
    given = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def read(text: str) -> str:
        found = read_for_personal_data(text)
        return given.sub("[name]", found) if known else found

    redacted: Case = _redacted(case, read)
    return redacted


def _redacted(record: Any, read: Callable[[str], str]) -> Any:  # noqa: ANN401 - any part of a case
    kind = type(record)
    treatments = FIELDS.get(kind, {})
    return attrs.evolve(
        record,
        **{
            field.name: _treated(getattr(record, field.name), treatments.get(field.name), read)
            for field in attrs.fields(kind)
        },
    )


def _treated(value: Any, treatment: Treatment | None, read: Callable[[str], str]) -> Any:  # noqa: ANN401
    if isinstance(value, tuple):
        members = cast("tuple[object, ...]", value)
        return tuple(_treated(member, treatment, read) for member in members)
    if isinstance(value, str):
        return _text(value, treatment, read)
    kind = type(value)
    if attrs.has(kind) and kind.__module__.startswith(_RECORDS):
        return _redacted(value, read)
    return value


_RECORDS: Final = (
    "foiprevent.cases.",
    "foiprevent.exemptions.public_interest",
    "foiprevent.exemptions.prejudice",
)


def _text(value: str, treatment: Treatment | None, read: Callable[[str], str]) -> str:
    match treatment if value else None:
        case Treatment.READ:
            return read(value)
        case Treatment.REPLACED:
            return "[reference]"
        case Treatment.ROLE:
            return read(value) if _ROLE.search(value) else "[name]"
        case Treatment.ADDRESS:
            return _address(value)
        case _:
            return value


_ROLE: Final = re.compile(
    r"\b(?:officer|director|executive|manager|head|minister|secretary|commissioner|chief|team|"
    r"council|committee|board|solicitor|lawyer|principal|governor|constable|superintendent|"
    r"chair|clerk|mayor|authority|qualified person|name)\b",
    re.IGNORECASE,
)


def _address(uri: str) -> str:
    """Return a web address without what identifies a visitor."""
    if uri.lower().startswith("mailto:"):
        return "[e-mail]"
    try:
        parts = urlsplit(uri)
        host = parts.netloc.rpartition("@")[2]
        path = _EMAIL.sub("[e-mail]", _USER.sub(r"\1[name]", parts.path))
        return urlunsplit((parts.scheme, host, path, "", ""))
    except ValueError:
        return "[address]"


_USER: Final = re.compile(r"(/(?:user|users|profile|people)/)[^/]+")

# Running text.  Each pattern begins where the run it looks for begins, and does not look
# back over it: none takes longer than in proportion to the text.

_EMAIL: Final = re.compile(r"(?<![\w.%+'-])[\w.%+'-]++@[\w.-]++")
_INSURANCE: Final = re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b")
_HEALTH: Final = re.compile(r"(?<![0-9])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9])")
_HEALTH_WORDS: Final = re.compile(r"(?i:NHS (?:number|no)[.:]? {0,3})$")
_TELEPHONE: Final = re.compile(
    r"(?<![\w+/.-])(?:\+44 ?(?:\(0\) ?)?|\(?0)[0-9](?:[0-9]|[ ()-](?=[ ()-]?[0-9])){7,13}(?![\w/])"
)
_POSTCODE: Final = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b")
_STREET: Final = re.compile(
    r"\b[0-9]{1,4}[A-Za-z]?,? (?:[A-Z][\w'\u2019-]{1,30} ){1,4}"
    r"(?:Street|Road|Avenue|Lane|Close|Drive|Way|Crescent|Terrace|Place|Court|Gardens|Grove|"
    r"Square|Hill|Row|Mews|St|Rd|Ave)\b"
)
_CAPITAL: Final = r"[^\W\d_a-z]"  # or a letter that is not of ASCII
_NAME: Final = rf"(?:{_CAPITAL}\. ?){{0,3}}{_CAPITAL}(?:\.|[\w'\u2019-]{{0,40}})"
_TITLED: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Rev|Reverend|Dame|Sir)\.? "
    rf"{_NAME}(?: {_NAME}){{0,2}}"
)
_DEAR: Final = re.compile(r"^([ \t]{0,8}Dear[ \t]{1,4})([^\n,]{1,60})", re.MULTILINE)
_SIGNED: Final = re.compile(
    r"^([ \t]{0,8}(?:Yours (?:sincerely|faithfully|truly)|(?:Kind|Best|Warm) regards|Regards|"
    r"Best wishes|Many thanks|Thanks)[,.]?[ \t]{0,8}\n[ \t\n]{0,8})([^\n]{1,60})",
    re.MULTILINE | re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"\b(?:sir|madam|all|team|colleagues?|requester|applicant|officer|office|department|unit|"
    r"council|authority|manager|governance|information|section|service|services|foi)\b|\[",
    re.IGNORECASE,
)
_HEALTH_LENGTH: Final = 10


def read_for_personal_data(text: str) -> str:
    """Return a text with what looks like personal data replaced by a word in brackets."""
    for pattern, word in (
        (_EMAIL, "[e-mail]"),
        (_INSURANCE, "[National Insurance number]"),
    ):
        text = pattern.sub(word, text)
    text = _HEALTH.sub(_health, text)
    for pattern, word in (
        (_TELEPHONE, "[telephone]"),
        (_POSTCODE, "[postcode]"),
        (_STREET, "[address]"),
    ):
        text = pattern.sub(word, text)
    for pattern in (_DEAR, _SIGNED):
        text = pattern.sub(_somebody, text)
    return _TITLED.sub("[name]", text)


def _somebody(found: re.Match[str]) -> str:
    return found[0] if _NOBODY.search(found[2]) else f"{found[1]}[name]"


def _health(found: re.Match[str]) -> str:
    """Replace a number that is called an NHS number, or grouped and checked like one."""
    digits = [int(one) for one in found[0] if one.isdigit()]
    before = found.string[max(0, found.start() - 20) : found.start()]
    called = _HEALTH_WORDS.search(before) is not None
    weights = range(_HEALTH_LENGTH, 1, -1)
    remainder = sum(w * d for w, d in zip(weights, digits, strict=False)) % 11
    checked = len(found[0]) > _HEALTH_LENGTH and digits[-1] == (11 - remainder) % 11
    return "[NHS number]" if called or checked else found[0]
