"""Looking a provision up, as it stands on a day.

A citation names a row, a provision that contains rows, or a paragraph within a row.
What it names may not be in force on the day; what it does not name does not exist.
The three ways of not being there are told apart, and each says what is there instead.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

import attrs

from foiprevent._values import plain_day
from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions._model import (
    Exemption,
    Period,
    Role,
    Status,
    Trigger,
    counted_as_received,
)
from foiprevent.exemptions._rows import LAW_AS_AT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foiprevent.exemptions._rows import Law

T = TypeVar("T")

OPERATIVE: Final = frozenset({Role.WITHHOLD, Role.CONFIRM_OR_DENY})


def exemption(
    citation: str | Citation,
    *,
    regime: Regime = Regime.FOIA,
    on: date | None = None,
    received: date | None = None,
    condition: str | Citation | None = None,
) -> Exemption:
    """Return what stands at a citation in the law of refusal on a day.

    Args:
        citation: A provision (``"24(2)"``, ``"EIR reg.12(5)(a)"``), one that contains others
            (``"31(1)"``, ``"24"``), or a paragraph of one (``"41(1)(b)"``).
        regime: The regime meant where a text does not say.
        on: The day the request is, or was, dealt with; without it, the law as last known.
        received: The day it was received.  An amendment may go by it (that of s.37 does, by
            SI 2011/46 art 4); without it, such an amendment is read as at *on* as well.
        condition: Of s.40(2), FOISA s.38(1)(b) or EIR reg.13(1), the condition by virtue of
            which it applies.

    Raises:
        CitationError: If a text is not the citation of one provision.
        UnknownProvisionError: If there is, and was, no such provision.
        NotInForceError: If there is, but not on that day; it names what stood there.
        InvalidRecordError: If a day is not a plain date.
    """
    cited = _cited(citation, regime)
    by = None if condition is None else _cited(condition, cited.regime)
    day = _as_at(cited.regime, on, received, "exemption")
    found = _look_up(cited, day) if by is None else _by_virtue_of(cited, by, day)
    if isinstance(found, _Absent):
        raise NotInForceError(by or cited, on, found.reason, found.successors)
    return found


def catalogue(
    *, regime: Regime = Regime.FOIA, on: date | None = None, received: date | None = None
) -> tuple[Exemption, ...]:
    """Return every operative provision in force on a day, in the order of the enactment.

    Operative are those that take away a duty; each condition of s.40(2), FOISA s.38(1)(b)
    and EIR reg.13(1) stands beside that provision itself.

    Args:
        regime: The regime.
        on: The day a request is dealt with; without it, the law as last known.
        received: The day it was received, where an amendment goes by that.

    Raises:
        InvalidRecordError: If a day is not a plain date.
    """
    return _in_force(regime, _as_at(regime, on, received, "catalogue"))


class _AsAt(NamedTuple):
    """The days by which amendments go, each taken back to the last day anything changed."""

    dealt_with: date
    received: date

    def within(self, period: Period) -> bool:
        day = self.received if period.trigger is Trigger.RECEIVED else self.dealt_with
        return day in period

    def stands(self, row: Exemption) -> bool:
        return any(self.within(period) for period in row.in_force)


def _as_at(regime: Regime, on: date | None, received: date | None, caller: str) -> _AsAt:
    """Return the days to read the law as at."""
    dealt_with = LAW_AS_AT if on is None else plain_day(on, f"{caller}.on")
    if received is None:
        since = _since(regime, dealt_with)
        return _AsAt(since, since)
    came = counted_as_received(plain_day(received, f"{caller}.received"), dealt_with)
    return _AsAt(_since(regime, dealt_with), _since(regime, came))


def _cited(citation: str | Citation, regime: Regime) -> Citation:
    if isinstance(citation, Citation):
        return citation
    return Citation.parse(citation, regime=regime)


_TABLES: Final = {
    Regime.FOIA: "foiprevent.exemptions.foia",
    Regime.EIR: "foiprevent.exemptions.eir",
    Regime.FOISA: "foiprevent.exemptions.foisa",
}


@cache
def law(regime: Regime) -> Law:
    """Return the law of refusal of a regime, loading its table when it is first needed."""
    written = cast("Law", import_module(_TABLES[regime]).LAW)
    ordered = sorted(written.rows, key=lambda row: (row.citation, row.condition is not None))
    return written._replace(rows=tuple(ordered))


@cache
def _changes(regime: Regime) -> tuple[date, ...]:
    """Return the days on which the law changed, earliest first."""
    periods = [period for row in law(regime).rows for period in row.in_force]
    periods += law(regime).parts.values()
    starts = {period.start for period in periods}
    ends = {period.end + timedelta(days=1) for period in periods if period.end is not None}
    return (date.min, *sorted(starts | ends))


def _since(regime: Regime, day: date) -> date:
    """Return the first day since which the law has been as it is on *day*."""
    changes = _changes(regime)
    return changes[bisect_right(changes, day) - 1]


@cache
def _in_force(regime: Regime, day: _AsAt) -> tuple[Exemption, ...]:
    return tuple(
        _as_it_stands(row, day)
        for row in law(regime).rows
        if row.role in OPERATIVE and day.stands(row)
    )


class _Absent(NamedTuple):
    """Why a provision that exists is not there on a day, and what is."""

    reason: str
    successors: tuple[Citation, ...]


@lru_cache(maxsize=4096)
def _look_up(citation: Citation, day: _AsAt) -> Exemption | _Absent:
    within = [row for row in law(citation.regime).rows if citation.contains(row.citation)]
    exact = [row for row in within if row.citation == citation and not is_limb(row)]
    for row in exact:
        if day.stands(row):
            return _as_it_stands(row, day)
    standing = [row for row in within if day.stands(row)]
    if standing:
        return _section(citation, _leaves(standing), within, day)
    if within:
        gone = exact or within
        return _absent(citation, (period for row in gone for period in row.in_force), day)
    if citation in law(citation.regime).parts:
        return _part(citation, day)
    raise UnknownProvisionError(citation, _what_there_is(citation))


def _part(citation: Citation, day: _AsAt) -> Exemption | _Absent:
    """Return a paragraph without a row of its own: what it stands in, under its own citation."""
    whole = _whole(citation)
    found = _look_up(whole, day)
    if isinstance(found, _Absent):
        return found._replace(successors=_in_its_place(citation, day))
    period = law(citation.regime).parts[citation]
    if not day.within(period):
        return _absent(citation, [period], day)
    part = attrs.evolve(found, citation=citation, part_of=whole)
    if period.note is None:
        return part
    return attrs.evolve(part, in_force=(period,), dates_confidence=Confidence.RECALLED)


def is_limb(row: Exemption) -> bool:
    """Return whether *row* is a provision such as s.40(2) read with one of its conditions."""
    return row.role is Role.WITHHOLD and row.condition is not None


def _is_within(row: Exemption, subsection: Citation) -> bool:
    return bool(subsection.parts) and subsection.contains(row.citation)


@lru_cache(maxsize=256)
def _by_virtue_of(citation: Citation, condition: Citation, day: _AsAt) -> Exemption | _Absent:
    rows = law(citation.regime).rows
    limbs = [
        row
        for row in rows
        if row.condition
        and condition.contains(row.condition)
        and (row.citation == citation or (is_limb(row) and _is_within(row, citation)))
    ]
    if not limbs:
        whole = [row for row in rows if is_limb(row)]
        whose = " and ".join(_distinct(row.citation.short for row in whole))
        conditions = ", ".join(_distinct(row.condition.short for row in whole if row.condition))
        raise UnknownProvisionError(
            citation,
            f"no such limb by virtue of {condition.short}: the conditions, all of {whose}, are "
            f"{conditions}",
        )
    standing = [row for row in limbs if day.stands(row)]
    if not standing:
        return _absent(condition, (period for row in limbs for period in row.in_force), day)
    if len(standing) == 1:
        return _as_it_stands(standing[0], day)
    return attrs.evolve(_section(citation, standing, limbs, day), condition=condition)


def _absent(citation: Citation, periods: Iterable[Period], day: _AsAt) -> _Absent:
    spans = list(periods)
    by_receipt = any(span.trigger is Trigger.RECEIVED for span in spans)
    reason = _when(_merged(spans), day.received if by_receipt else day.dealt_with)
    if by_receipt:
        reason += ", for requests received then"
    return _Absent(reason, _in_its_place(citation, day))


def _as_it_stands(row: Exemption, day: _AsAt) -> Exemption:
    """Return *row* with its links and limbs resolved on *day*."""
    return attrs.evolve(
        row,
        confirm_or_deny=_resolved(row.confirm_or_deny, Role.CONFIRM_OR_DENY, day),
        covers=_resolved(row.covers, Role.WITHHOLD, day),
        excludes=_resolved(row.excludes, Role.WITHHOLD, day),
        limbs=tuple(_as_it_stands(limb, day) for limb in _limbs(row, day)),
    )


def _resolved(links: tuple[Citation, ...], role: Role, day: _AsAt) -> tuple[Citation, ...]:
    return _distinct(
        row.citation
        for link in links
        for row in _leaves(
            [
                row
                for row in law(link.regime).rows
                if row.role is role and link.contains(row.citation) and day.stands(row)
            ]
        )
    )


def _limbs(row: Exemption, day: _AsAt) -> list[Exemption]:
    if row.role not in OPERATIVE or row.condition is not None:
        return []
    return [
        other
        for other in law(row.citation.regime).rows
        if other is not row
        and row.citation.contains(other.citation)
        and other.role is row.role
        and day.stands(other)
        and (other.citation != row.citation or other.condition is not None)
    ]


def _leaves(rows: list[Exemption]) -> list[Exemption]:
    """Return the operative ones of *rows*, or all if none is, down to the limb.

    What contains another is left out, and so are the conditions of s.40(2).
    """
    operative = [row for row in rows if row.role in OPERATIVE]
    own = [row for row in operative or rows if not is_limb(row)]
    return [
        row
        for row in own
        if not any(
            row.citation.contains(other.citation) and row.citation != other.citation
            for other in own
        )
    ]


def _section(
    citation: Citation, rows: list[Exemption], ever: list[Exemption], day: _AsAt
) -> Exemption:
    """Return a provision that has no row of its own: what its limbs have in common."""
    limbs = tuple(_as_it_stands(row, day) for row in rows)
    statuses = _distinct(limb.status for limb in limbs)
    status = _common(limb.status for limb in limbs)
    note = " ".join(_distinct(limb.status_note for limb in limbs if limb.status_note)) or None
    if len(statuses) > 1:
        status = Status.DISPUTED if Status.DISPUTED in statuses else Status.PARTLY_ABSOLUTE
        note = "its limbs differ: see each"
    return Exemption(
        citation=citation,
        title=limbs[0].title,
        summary="; ".join(_distinct(limb.summary.rstrip(".") for limb in limbs)) + ".",
        role=_common(limb.role for limb in limbs) or Role.SECTION,
        duty=_common(limb.duty for limb in limbs),
        status=status,
        status_note=note,
        dispute=_common(limb.dispute for limb in limbs),
        absolute_by=_common(limb.absolute_by for limb in limbs if limb.absolute_by),
        basis=_common(limb.basis for limb in limbs),
        harm=_common(limb.harm for limb in limbs),
        confirm_or_deny=_distinct(c for limb in limbs for c in limb.confirm_or_deny),
        covers=_distinct(c for limb in limbs for c in limb.covers),
        excludes=_distinct(c for limb in limbs for c in limb.excludes),
        limited_by=_distinct(c for limb in limbs for c in limb.limited_by),
        certificates=_distinct(c for limb in limbs for c in limb.certificates),
        needs_qualified_person=all(limb.needs_qualified_person for limb in limbs),
        who_may_rely=_common(limb.who_may_rely for limb in limbs) or "see each limb",
        limbs=limbs,
        in_force=_merged(period for row in ever for period in row.in_force),
        confidence=weakest(limb.confidence for limb in limbs),
        dates_confidence=weakest(limb.dates_confidence for limb in limbs),
        sources=_distinct(source for limb in limbs for source in limb.sources),
        notes=_common(limb.notes for limb in limbs),
    )


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _common(values: Iterable[T]) -> T | None:
    distinct = _distinct(values)
    return distinct[0] if len(distinct) == 1 else None


def weakest(confidences: Iterable[Confidence]) -> Confidence:
    """Return the least of *confidences*."""
    return max(confidences, key=tuple(Confidence).index)


def _merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the days covered by any of *periods*, as few periods as can be."""
    merged: list[Period] = []
    for period in sorted(periods, key=lambda period: period.start):
        last = merged[-1] if merged else None
        if last is None or (last.end is not None and period.start > last.end + timedelta(days=1)):
            merged.append(Period(start=period.start, end=period.end))
        elif last.end is not None and (period.end is None or period.end > last.end):
            merged[-1] = Period(start=last.start, end=period.end)
    return tuple(merged)


def _when(periods: tuple[Period, ...], day: date) -> str:
    if day < periods[0].start:
        return f"it came into force on {periods[0].start.isoformat()}"
    ended = max(period.end for period in periods if period.end is not None)
    return f"it was in force from {periods[0].start.isoformat()} to {ended.isoformat()}"


def _in_its_place(citation: Citation, day: _AsAt) -> tuple[Citation, ...]:
    """Return what did the work of *citation* on *day*, earlier or later."""
    replaced_by = law(citation.regime).replaced_by
    replacements = [(old, place) for old, new in replaced_by.items() for place in new]
    places = [
        place
        for gone, place in replacements + [(new, old) for old, new in replacements]
        if citation.contains(gone) or gone.contains(citation)
    ]
    return _distinct(place for place in sorted(places) if _stands(place, day))


def _stands(citation: Citation, day: _AsAt) -> bool:
    nearest = _whole(citation)
    rows = law(citation.regime).rows
    return any(day.stands(row) for row in rows if nearest.contains(row.citation))


def _whole(part: Citation) -> Citation:
    """Return the provision a paragraph without a row of its own is read with."""
    while part in law(part.regime).parts:
        part = attrs.evolve(part, parts=part.parts[:-1])
    return part


def _what_there_is(citation: Citation) -> str:
    """Say what stands in the nearest provision that exists."""
    known = {row.citation for row in law(citation.regime).rows} | set(law(citation.regime).parts)
    above = citation
    while above.parts:
        above = attrs.evolve(above, parts=above.parts[:-1])
        depth = len(above.parts) + 1
        below = sorted(c for c in known if above.contains(c) and c != above)
        parts = _distinct(attrs.evolve(c, parts=c.parts[:depth]) for c in below)
        if parts:
            names = ", ".join(f"({c.parts[-1]})" for c in parts)
            return f"no such provision: {above.short} has {names}"
        if above in known:
            return f"no such provision: {above.short} has no paragraphs"
    return f"not an exemption: {law(citation.regime).extent}"
