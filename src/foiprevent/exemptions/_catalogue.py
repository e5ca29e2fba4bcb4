"""Looking a provision up, as it stands on a day.

A citation names a row, a provision that contains rows, or a paragraph within a row.
What it names may not be in force on the day; what it does not name does not exist.
The three ways of not being there are told apart, and each says what is there instead.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

import attrs

from foiprevent._values import plain_day
from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions._model import Exemption, Period, Role, Status
from foiprevent.exemptions.foia import LAW_AS_AT, PARTS, REPLACED_BY, ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

T = TypeVar("T")

OPERATIVE: Final = frozenset({Role.WITHHOLD, Role.CONFIRM_OR_DENY})


def exemption(
    citation: str | Citation,
    *,
    regime: Regime = Regime.FOIA,
    on: date | None = None,
    condition: str | Citation | None = None,
) -> Exemption:
    """Return what stands at a citation in the law of refusal on a day.

    Args:
        citation: A provision (``"24(2)"``), one that contains others (``"31(1)"``,
            ``"24"``), or a paragraph of one (``"41(1)(b)"``).
        regime: The regime meant where a text does not say.
        on: The day; without it, the law as last known.
        condition: Of s.40(2), the condition by virtue of which it applies.

    Raises:
        CitationError: If a text is not the citation of one provision.
        UnknownProvisionError: If there is, and was, no such provision.
        NotInForceError: If there is, but not on that day; it names what stood there.
    """
    cited = _cited(citation, regime)
    by = None if condition is None else _cited(condition, cited.regime)
    return _look_up(cited, by, None if on is None else plain_day(on, "exemption.on"))


def catalogue(*, regime: Regime = Regime.FOIA, on: date | None = None) -> tuple[Exemption, ...]:
    """Return every operative provision in force on a day, in the order of the enactment.

    Operative are those that take away a duty; each condition of s.40(2) stands beside
    s.40(2) itself.  Without a day, the law as last known.

    Raises:
        UnknownProvisionError: If the library has no provisions of the regime yet.
    """
    _covered(Citation(regime=regime, section="12"))
    return _in_force(LAW_AS_AT if on is None else plain_day(on, "catalogue.on"))


def is_covered(regime: Regime) -> bool:
    """Return whether the library holds the provisions of *regime*."""
    return regime is Regime.FOIA


def _cited(citation: str | Citation, regime: Regime) -> Citation:
    if isinstance(citation, Citation):
        return citation
    return Citation.parse(citation, regime=regime)


def _covered(citation: Citation) -> None:
    if not is_covered(citation.regime):
        raise UnknownProvisionError(
            citation,
            f"not known: this version holds FOIA only, and nothing of {citation.regime.title}",
        )


@cache
def _rows() -> tuple[Exemption, ...]:
    return tuple(sorted(ROWS, key=lambda row: (row.citation, row.condition is not None)))


@lru_cache(maxsize=256)
def _in_force(day: date) -> tuple[Exemption, ...]:
    return tuple(
        _as_it_stands(row, day)
        for row in _rows()
        if row.role in OPERATIVE and row.is_in_force(day)
    )


@lru_cache(maxsize=4096)
def _look_up(citation: Citation, condition: Citation | None, on: date | None) -> Exemption:
    _covered(citation)
    day = LAW_AS_AT if on is None else on
    candidates = [row for row in _rows() if citation.contains(row.citation)]
    exact = [row for row in candidates if row.citation == citation]
    if condition is not None:
        exact = [row for row in exact if row.condition == condition]
        if not exact:
            raise UnknownProvisionError(
                citation, f"no such limb by virtue of {condition.short}: {_conditions()}"
            )
    elif any(row.condition is None or row.role is not Role.WITHHOLD for row in exact):
        exact = [row for row in exact if row.condition is None or row.role is not Role.WITHHOLD]

    for row in exact:
        if row.is_in_force(day):
            return _as_it_stands(row, day)
    within = [row for row in candidates if row.is_in_force(day)]
    if within and not exact:
        return _section(citation, within, day)
    if candidates:
        raise NotInForceError(
            citation,
            on,
            _when(_merged(period for row in exact or candidates for period in row.in_force), day),
            _in_its_place(condition or citation, day),
        )
    if citation in PARTS:
        whole = _whole(citation)
        if not _stands(whole, day):
            periods = (
                period
                for row in _rows()
                if whole.contains(row.citation)
                for period in row.in_force
            )
            raise NotInForceError(
                citation, on, _when(_merged(periods), day), _in_its_place(citation, day)
            )
        return attrs.evolve(_look_up(whole, None, on), citation=citation, part_of=whole)
    raise UnknownProvisionError(citation, _what_there_is(citation))


def _as_it_stands(row: Exemption, day: date) -> Exemption:
    """Return *row* with its links and limbs resolved on *day*."""
    return attrs.evolve(
        row,
        confirm_or_deny=_resolved(row.confirm_or_deny, Role.CONFIRM_OR_DENY, day),
        covers=_resolved(row.covers, Role.WITHHOLD, day),
        excludes=_resolved(row.excludes, Role.WITHHOLD, day),
        limbs=tuple(_as_it_stands(limb, day) for limb in _limbs(row, day)),
    )


def _resolved(links: tuple[Citation, ...], role: Role, day: date) -> tuple[Citation, ...]:
    rows = [row for row in _rows() if row.role is role and row.is_in_force(day)]
    return _distinct(
        row.citation
        for link in links
        for row in _leaves([row for row in rows if link.contains(row.citation)])
    )


def _limbs(row: Exemption, day: date) -> list[Exemption]:
    if row.role not in OPERATIVE or row.condition is not None:
        return []
    return [
        other
        for other in _rows()
        if other is not row
        and row.citation.contains(other.citation)
        and other.role is row.role
        and other.is_in_force(day)
        and (other.citation != row.citation or other.condition is not None)
    ]


def _leaves(rows: list[Exemption]) -> list[Exemption]:
    """Leave out what contains another of *rows*, and the conditions of s.40(2)."""
    own = [row for row in rows if row.role is not Role.WITHHOLD or row.condition is None]
    return [
        row
        for row in own
        if not any(
            row.citation.contains(other.citation) and row.citation != other.citation
            for other in own
        )
    ]


def _section(citation: Citation, within: list[Exemption], day: date) -> Exemption:
    """Return a provision that has no row of its own: what its limbs have in common."""
    operative = [row for row in within if row.role in OPERATIVE]
    limbs = tuple(_as_it_stands(row, day) for row in _leaves(operative or within))
    statuses = _distinct(limb.status for limb in limbs)
    status, note = (
        _common(limb.status for limb in limbs),
        _common(limb.status_note for limb in limbs),
    )
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
        absolute_by=_common(limb.absolute_by for limb in limbs),
        basis=_common(limb.basis for limb in limbs),
        harm=_common(limb.harm for limb in limbs),
        confirm_or_deny=_distinct(c for limb in limbs for c in limb.confirm_or_deny),
        covers=_distinct(c for limb in limbs for c in limb.covers),
        excludes=_distinct(c for limb in limbs for c in limb.excludes),
        certificates=_distinct(c for limb in limbs for c in limb.certificates),
        needs_qualified_person=all(limb.needs_qualified_person for limb in limbs),
        who_may_rely=_common(limb.who_may_rely for limb in limbs) or "see each limb",
        limbs=limbs,
        in_force=_merged(period for row in within for period in row.in_force),
        confidence=_weakest(limb.confidence for limb in limbs),
        dates_confidence=_weakest(limb.dates_confidence for limb in limbs),
        sources=_distinct(source for limb in limbs for source in limb.sources),
        notes=_common(limb.notes for limb in limbs),
    )


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _common(values: Iterable[T]) -> T | None:
    distinct = _distinct(values)
    return distinct[0] if len(distinct) == 1 else None


def _weakest(confidences: Iterable[Confidence]) -> Confidence:
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


def _in_its_place(citation: Citation, day: date) -> tuple[Citation, ...]:
    """Return what did the work of *citation* on *day*, earlier or later."""
    replacements = [(old, place) for old, new in REPLACED_BY.items() for place in new]
    places = [
        place
        for gone, place in replacements + [(new, old) for old, new in replacements]
        if citation.contains(gone) or gone.contains(citation)
    ]
    return _distinct(place for place in sorted(places) if _stands(place, day))


def _stands(citation: Citation, day: date) -> bool:
    nearest = citation if citation not in PARTS else _whole(citation)
    return any(row.is_in_force(day) for row in _rows() if nearest.contains(row.citation))


def _whole(part: Citation) -> Citation:
    """Return the provision a paragraph without a row of its own is read with."""
    while part in PARTS:
        part = attrs.evolve(part, parts=part.parts[:-1])
    return part


def _conditions() -> str:
    conditions = _distinct(
        row.condition.short for row in _rows() if row.condition and row.role is Role.WITHHOLD
    )
    return f"the conditions are those of s.40(2): {', '.join(conditions)}"


def _what_there_is(citation: Citation) -> str:
    """Say what stands in the nearest provision that exists."""
    known = {row.citation for row in _rows()} | PARTS
    sections = sorted({Citation(regime=c.regime, section=c.section) for c in known})
    above = citation
    while above.parts:
        above = attrs.evolve(above, parts=above.parts[:-1])
        depth = len(above.parts) + 1
        parts = _distinct(
            attrs.evolve(c, parts=c.parts[:depth])
            for c in sorted(known)
            if above.contains(c) and c != above
        )
        if parts:
            names = ", ".join(f"({c.parts[-1]})" for c in parts)
            return f"no such provision: {above.short} has {names}"
        if above in known:
            return f"no such provision: {above.short} has no paragraphs"
    return f"not an exemption: those stand in {sections[0].short} to {sections[-1].short}"
