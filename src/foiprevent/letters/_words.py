"""How a letter names days, provisions and enactments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from foiprevent.citations import Citation, Regime
from foiprevent.deadlines._deadline import written as day_written

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from foiprevent.cases import Case, Response
    from foiprevent.citations import Source

ENACTMENTS: Final = {
    Regime.FOIA: "the Freedom of Information Act 2000",
    Regime.EIR: "the Environmental Information Regulations 2004",
    Regime.FOISA: "the Freedom of Information (Scotland) Act 2002",
}


def regime_of(case: Case, letter: Response | None = None) -> Regime:
    """Return the regime a letter is written under; the Act's where it is not known."""
    return (letter and letter.regime_claimed) or case.regime or Regime.FOIA


def provision(citation: Citation, within: Regime) -> str:
    """Return a provision as letters write it, with its enactment if that is another."""
    word = "regulation" if citation.regime is Regime.EIR else "section"
    name = citation.section + "".join(f"({part})" for part in citation.parts)
    of = "" if citation.regime is within else f" of {ENACTMENTS[citation.regime]}"
    return f"{word} {name}{of}"


def provisions(citations: Iterable[Citation | Source], within: Regime) -> str:
    """Return what something rests on, as letters write it."""
    return joined(
        provision(one, within) if isinstance(one, Citation) else one.text for one in citations
    )


_ABBREVIATED: Final = re.compile(r"\b(ss|s|regs|reg)\.(?=[0-9])")
_IN_FULL: Final = {
    "s": "section ",
    "ss": "sections ",
    "reg": "regulation ",
    "regs": "regulations ",
}


def spelled_out(message: str) -> str:
    """Return a finding's message as letters write it, with the words for its provisions."""
    text = _ABBREVIATED.sub(lambda found: _IN_FULL[found[1]], message)
    return text[:1].upper() + text[1:]


def joined(names: Iterable[str], word: str = "and") -> str:
    """Return names as a sentence lists them."""
    *some, last = names
    return f"{', '.join(some)} {word} {last}" if some else last


def on_day(day: date | None, unknown: str) -> str:
    """Return a day as letters write it, without its weekday."""
    return unknown if day is None else day_written(day).partition(" ")[2]
