"""How a provision is cited.

A citation names one provision of one regime.  Its levels alternate as drafters
write them: a section or regulation (``24``, ``22A``), a subsection (``2``, ``5B``), a
paragraph (``b``, ``aa``), a sub-paragraph (``ii``).  A level may be left out, as
FOISA s.30(b) does.  So what stands in brackets is read by where it stands:
the ``i`` of s.31(1)(i) is a letter, that of s.36(2)(b)(i) a numeral.

Whether a provision exists is no question of how it is written: any well-formed
citation can be made, and :func:`foiprevent.exemption` says what stands there.
"""

from __future__ import annotations

import enum
import re
from functools import total_ordering
from typing import Final, final

import attrs

from foiprevent._values import as_tuple, one_of, tuple_of
from foiprevent.errors import CitationError, InvalidRecordError


@final
class Regime(enum.Enum):
    """A regime of access to information.

    The Scottish EIRs (SSI 2004/520) are out of scope.
    """

    FOIA = "FOIA"
    """Freedom of Information Act 2000 (2000 c. 36)."""
    EIR = "EIR"
    """Environmental Information Regulations 2004 (SI 2004/3391)."""
    FOISA = "FOISA"
    """Freedom of Information (Scotland) Act 2002 (2002 asp 13)."""

    @property
    def title(self) -> str:
        """The enactment's own name."""
        return _ENACTMENTS[self][0]

    @property
    def uri(self) -> str:
        """The enactment's identifier at legislation.gov.uk."""
        return _ENACTMENTS[self][1]


# A key in every hot table: members are compared, and so may be hashed, by identity.
Regime.__hash__ = object.__hash__  # type: ignore[method-assign]

_ENACTMENTS: Final = {
    Regime.FOIA: (
        "Freedom of Information Act 2000",
        "https://www.legislation.gov.uk/id/ukpga/2000/36",
    ),
    Regime.EIR: (
        "Environmental Information Regulations 2004",
        "https://www.legislation.gov.uk/id/uksi/2004/3391",
    ),
    Regime.FOISA: (
        "Freedom of Information (Scotland) Act 2002",
        "https://www.legislation.gov.uk/id/asp/2002/13",
    ),
}

ROMAN: Final = {
    numeral: value
    for value, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), start=1
    )
}
_SECTION: Final = re.compile(r"([1-9][0-9]{0,2})([A-Z]?)")
_SUBSECTION: Final = re.compile(r"([1-9][0-9]?)([A-Z]{0,2})")
_PARAGRAPH: Final = re.compile(r"[a-z]{1,2}")


class Level(enum.IntEnum):
    """How deep a part stands; a level may be left out, but never gone back to."""

    SECTION = 0
    SUBSECTION = 1
    PARAGRAPH = 2
    SUB_PARAGRAPH = 3


_NEXT: Final = {
    Level.SECTION: "a subsection such as (2) or a paragraph such as (b)",
    Level.SUBSECTION: "a paragraph such as (b)",
    Level.PARAGRAPH: "a sub-paragraph such as (ii)",
    Level.SUB_PARAGRAPH: "nothing below a sub-paragraph",
}


def level_below(level: Level, part: str) -> Level | None:
    """Return the level at which *part* stands below *level*, or ``None`` if it cannot."""
    if level < Level.SUBSECTION and _SUBSECTION.fullmatch(part):
        return Level.SUBSECTION
    if level < Level.PARAGRAPH and _PARAGRAPH.fullmatch(part):
        return Level.PARAGRAPH
    if level == Level.PARAGRAPH and part in ROMAN:
        return Level.SUB_PARAGRAPH
    return None


@final
@total_ordering
@attrs.frozen(kw_only=True, order=False)
class Citation:
    """One provision, as cited: ``FOIA s.24(2)``, ``EIR reg.12(5)(b)``, ``FOISA s.30(b)``.

    Citations sort as the provisions stand in the enactment, FOIA before the EIR
    before FOISA; a provision comes before what it contains.

    Attributes:
        regime: The enactment cited.
        section: The number of the section or regulation, with its letter: ``22A``.
        parts: What follows in brackets, outermost first: ``("2", "b", "ii")``.

    Raises:
        InvalidRecordError: If a part cannot stand where it stands.
    """

    regime: Regime = attrs.field(validator=one_of(Regime))
    section: str = attrs.field(validator=one_of(str))
    parts: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=tuple_of(str))

    def __attrs_post_init__(self) -> None:
        if not _SECTION.fullmatch(self.section):
            raise InvalidRecordError(
                "Citation.section", self.section, "expected a number such as '24' or '22A'"
            )
        level: Level = Level.SECTION
        for part in self.parts:
            below = level_below(level, part)
            if below is None:
                raise InvalidRecordError("Citation.parts", part, f"expected {_NEXT[level]}")
            level = below

    @classmethod
    def parse(cls, text: str, *, regime: Regime = Regime.FOIA) -> Citation:
        """Read the citation of one provision, in any of the ways people write one.

        ``24(2)``, ``s24(2)``, ``section 24 (2)``, ``FOIA s.36(2)(b)(ii)``,
        ``EIR reg 12(4)(b)``, ``section 30(b) of FOISA``.  The word *regulation* means
        the EIR where no enactment is named.  Lists and ranges are not one
        provision and are refused.

        Args:
            text: What was written.
            regime: The regime meant where the text does not say.

        Raises:
            CitationError: If *text* is anything else; it carries the position at
                which reading stopped.
            InvalidRecordError: If *text* is no text.
        """
        return _read(text, regime)

    @property
    def uri(self) -> str:
        """The provision's identifier at legislation.gov.uk."""
        kind = "regulation" if self.regime is Regime.EIR else "section"
        return "/".join((self.regime.uri, kind, self.section, *self.parts))

    @property
    def short(self) -> str:
        """The citation without its regime: ``s.24(2)``, ``reg.12(5)(b)``."""
        word = "reg." if self.regime is Regime.EIR else "s."
        return f"{word}{self.section}{''.join(f'({part})' for part in self.parts)}"

    def __str__(self) -> str:
        return f"{self.regime.value} {self.short}"

    def contains(self, other: Citation) -> bool:
        """Return whether *other* is this provision or stands within it."""
        return (
            self.regime is other.regime
            and self.section == other.section
            and other.parts[: len(self.parts)] == self.parts
        )

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Citation):
            return NotImplemented
        return _order(self) < _order(other)


def overlaps(one: Citation, other: Citation) -> bool:
    """Return whether one provision is the other, or stands within it."""
    return one.contains(other) or other.contains(one)


def number_of(section: str) -> int:
    """Return the number of a section or subsection without its letters."""
    return _numbered(section)[0]


def _numbered(text: str) -> tuple[int, str]:
    digits = text.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits), text[len(digits) :]


def _order(citation: Citation) -> tuple[tuple[int, int, str], ...]:
    keys = [(tuple(Regime).index(citation.regime), *_numbered(citation.section))]
    level: Level = Level.SECTION
    for part in citation.parts:
        level = level_below(level, part) or level
        if level is Level.SUBSECTION:
            keys.append((level, *_numbered(part)))
        else:
            keys.append((level, ROMAN[part] if level is Level.SUB_PARAGRAPH else 0, part))
    return tuple(keys)


NAMES: Final = {
    Regime.FOISA: r"freedom of information \(scotland\) act|foi ?\(s\) ?a|foi ?\(s\) act|foisa",
    Regime.FOIA: r"freedom of information act|foi act|foia",
    Regime.EIR: r"environmental information regulations|eirs?",
}
_ANY_NAME: Final = "|".join(f"(?P<{regime.value}>{name})" for regime, name in NAMES.items())
_YEAR: Final = r"(?:,?\s*(?:2000|2002|2004))?"
_LEADING: Final = re.compile(
    rf"(?:the\s+)?(?:{_ANY_NAME}){_YEAR}(?![A-Za-z0-9]),?\s*", re.IGNORECASE
)
_TRAILING: Final = re.compile(
    rf",?\s*(?:of\s+)?(?:the\s+)?(?:{_ANY_NAME}){_YEAR}\Z", re.IGNORECASE
)
_WORD: Final = re.compile(
    r"(?:(?P<section>(?:sub)?section|sect|sec|s|\u00a7)|(?P<regulation>regulation|reg|r))\.?\s*"
    r"(?=[0-9])",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"([1-9][0-9]{0,2})([A-Za-z]?)(?![A-Za-z0-9])")
_BRACKET: Final = re.compile(r"\s*\(\s*([0-9A-Za-z]{1,6})\s*\)")
_LONGEST: Final = 200


def _named(match: re.Match[str]) -> Regime:
    return next(regime for regime in Regime if match[regime.value])


def part_as_cited(written: str) -> str:
    return written.upper() if written[0].isdigit() else written.lower()


def _read(text: str, default: Regime) -> Citation:
    """Read *text* from left to right, raising at the first thing out of place."""
    if not isinstance(text, str):
        raise InvalidRecordError("Citation.parse.text", text, "expected a text")
    position = len(text) - len(text.lstrip())
    body = text[: position + _LONGEST].rstrip()

    leading = _LEADING.match(body, position)
    position = leading.end() if leading else position
    word = _WORD.match(body, position)
    position = word.end() if word else position
    number = _NUMBER.match(body, position)
    if number is None:
        raise CitationError(text, position, "expected the number of a section or regulation")
    position = number.end()

    level: Level = Level.SECTION
    parts: list[str] = []
    while bracket := _BRACKET.match(body, position):
        part = part_as_cited(bracket[1])
        below = level_below(level, part)
        if below is None:
            raise CitationError(text, bracket.start(1), f"expected {_NEXT[level]}")
        level = below
        parts.append(part)
        position = bracket.end()

    trailing = _TRAILING.match(body, position)
    if len(text.rstrip()) > len(body) or (trailing is None and position < len(body)):
        raise CitationError(text, position, "expected the end: one provision, no list or range")

    named = {_named(match) for match in (leading, trailing) if match}
    if len(named) > 1:
        raise CitationError(text, position, "expected one enactment, and two are named")
    regime = next(iter(named), default)
    if word and word["regulation"]:
        if (named or regime is Regime.FOISA) and regime is not Regime.EIR:
            raise CitationError(
                text, word.start(), f"{regime.value} has sections, not regulations"
            )
        regime = Regime.EIR
    elif word and regime is Regime.EIR:
        raise CitationError(text, word.start(), "the EIR have regulations, not sections")
    return Citation(regime=regime, section=number[1] + number[2].upper(), parts=tuple(parts))
