"""Historical records: when a record becomes one, and which exemptions then fall away.

A record becomes historical some years after the year it was made: 30 until the end of
2012, then fewer year by year until 20 (s.62(1), SI 2012/3029); in Scotland 30 until
31 March 2014 and 15 since (FOISA s.57).  Some exemptions fall away then, some later, some
after a death, and most never (ss.63 and 64, FOISA s.58).  A provision for neither
confirming nor denying that these do not name goes with what it answers to.  The EIR have
no such rule.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, final

import attrs

from foiprevent._values import plain_day
from foiprevent.citations import Citation, Confidence, Regime, Source
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions._catalogue import exemption, weakest
from foiprevent.exemptions._rows import SECTION_80A, enactment

if TYPE_CHECKING:
    from foiprevent.exemptions.holders import Holder


@final
@attrs.frozen(kw_only=True)
class HistoricalRecord:
    """When a record becomes a historical record.

    Attributes:
        since: The first day on which it is one.
        years: How many calendar years the rule counts after the year it was made.
        cites: What that rests on.
        steps: How it was worked out, one sentence each.
        confidence: How well it is established.
    """

    since: date
    years: int
    cites: tuple[Citation | Source, ...]
    steps: tuple[str, ...]
    confidence: Confidence = Confidence.VERIFIED


@final
@attrs.frozen(kw_only=True)
class FallsAway:
    """When a provision can no longer be relied on for a record, because of its age.

    Attributes:
        citation: The provision.
        since: The first day on which it cannot; ``None`` if there is none, or it is not known.
        missing: What would have to be known to tell; ``None`` if nothing.
        cites: What that rests on; empty where nothing makes it fall away.
        steps: How it was worked out, one sentence each.
        confidence: How well it is established.
    """

    citation: Citation
    since: date | None = None
    missing: str | None = None
    cites: tuple[Citation | Source, ...] = ()
    steps: tuple[str, ...]
    confidence: Confidence = Confidence.VERIFIED

    def has_fallen_away(self, on: date) -> bool | None:
        """Return whether it has, on the day *on*; ``None`` where that is not known."""
        if self.since is None:
            return None if self.missing else False
        return self.since <= on


def becomes_historical(
    created: int | date, *, regime: Regime = Regime.FOIA, held_by: Holder | None = None
) -> HistoricalRecord:
    """Return when a record becomes a historical record.

    Of records kept in one file, all count as made when the last of them was (s.62(2)).

    Args:
        created: The year the record was made, or the day.
        regime: FOIA or FOISA; the EIR have FOIA's meaning (reg.2(1)).
        held_by: What kind of authority holds it: for Northern Ireland it stays 30 years.

    Raises:
        InvalidRecordError: If *created* is no year from 1 to 9800, nor a plain date.
    """
    year = _year(created)
    if regime is Regime.FOISA:
        return _in_scotland(year)
    if held_by is not None and held_by.is_northern_irish:
        return HistoricalRecord(
            since=date(year + 31, 1, 1),
            years=30,
            cites=(Citation.parse("62(1)"), SECTION_80A),
            steps=(
                "for information held by Northern Ireland bodies the period stays at 30 years",
                _counted(30, year),
            ),
            confidence=Confidence.RECALLED,
        )
    years = _years(year)
    cites: tuple[Citation | Source, ...] = (Citation.parse("62(1)"),)
    steps = [_counted(years, year)]
    if year < _LAST_OF_THIRTY:
        cites += (_CRGA,)
        steps.insert(0, "until the end of 2012 the period was 30 years")
    elif year == _LAST_OF_THIRTY:
        cites += (_CRGA, _SI_2012_3029)
        steps.insert(0, "for records of 1983 the period stays at 30 years")
    elif year in _STEPPED:
        cites += (_SI_2012_3029,)
        steps.insert(0, "the period falls from 30 years to 20 in steps, between 2013 and 2022")
    return HistoricalRecord(
        since=date(year + years + 1, 1, 1), years=years, cites=cites, steps=tuple(steps)
    )


def falls_away(
    citation: str | Citation,
    *,
    created: int | date,
    regime: Regime = Regime.FOIA,
    held_by: Holder | None = None,
    died: date | None = None,
    in_record_office: bool = False,
) -> FallsAway:
    """Return when a provision can no longer be relied on for a record, because of its age.

    Args:
        citation: The provision, as it stands today; of one whose limbs do not all fall away on
            the same day it has to be known which limb it is.  Of ss.30(3) and 37(2) and FOISA
            s.18(1) it has to be known what they apply through.
        created: The year the record was made, or the day.
        regime: The regime meant where a text does not say.
        held_by: What kind of authority holds it.
        died: Of royal communications, the day of the death that counts: of the person they
            are with, or for the Household of the Sovereign who then reigned.
        in_record_office: Whether it is in the Public Record Office or that of Northern
            Ireland, where ss.21 and 22 fall away too (s.64(1)).

    Raises:
        CitationError: If a text is not the citation of one provision.
        UnknownProvisionError: If there is, and was, no such provision.
        NotInForceError: If there is, but not today.
        InvalidRecordError: If *created* is no year from 1 to 9800, nor a plain date, or *died*
            is no plain date.
    """
    cited = citation if isinstance(citation, Citation) else Citation.parse(citation, regime=regime)
    found = exemption(cited)
    _year(created)
    case = _Case(
        created=created,
        held_by=held_by,
        died=None if died is None else plain_day(died, "died"),
        in_record_office=in_record_office,
    )
    within = dict.fromkeys(limb.citation for limb in found.limbs)
    limbs = [limb for limb in within if limb != found.citation] or [found.citation]
    answers = [_of_one(limb, case) for limb in limbs]
    return _in_common(
        found.citation, answers, "which limb", "its limbs do not all fall away alike"
    )


_LAST_OF_THIRTY: Final = 1983
_FIRST_OF_TWENTY: Final = 2002
_STEPPED: Final = range(_LAST_OF_THIRTY + 1, _FIRST_OF_TWENTY)
_LATEST_YEAR: Final = 9800
_SCOTLAND_CHANGED: Final = date(2014, 4, 1)
_CRGA: Final = enactment(
    "Constitutional Reform and Governance Act 2010 Sch 7 para 4",
    "https://www.legislation.gov.uk/ukpga/2010/25/schedule/7",
)
_SI_2012_3029: Final = enactment("SI 2012/3029", "https://www.legislation.gov.uk/uksi/2012/3029")
_SSI_2013_365: Final = enactment("SSI 2013/365", "https://www.legislation.gov.uk/ssi/2013/365")


def _year(created: int | date) -> int:
    if isinstance(created, int):
        if isinstance(created, bool) or not 1 <= created <= _LATEST_YEAR:
            raise InvalidRecordError("created", created, f"expected a year, 1 to {_LATEST_YEAR}")
        return created
    return _year(plain_day(created, "created").year)


def _years(year: int) -> int:
    """Return after how many years a record of *year* becomes historical: SI 2012/3029.

    Two years' records do so at the end of each year from 2013 on, until the 20-year rule
    is reached.
    """
    if year <= _LAST_OF_THIRTY:
        return 30
    if year >= _FIRST_OF_TWENTY:
        return 20
    return 30 - (year - _LAST_OF_THIRTY + 1) // 2


def _counted(years: int, year: int) -> str:
    return f"{years} calendar years after {year} end with {year + years}"


def _in_scotland(year: int) -> HistoricalRecord:
    old, new = date(year + 31, 1, 1), max(date(year + 16, 1, 1), _SCOTLAND_CHANGED)
    if old <= _SCOTLAND_CHANGED:
        return HistoricalRecord(
            since=old,
            years=30,
            cites=(Citation.parse("FOISA s.57(1)"), _SSI_2013_365),
            steps=(
                "until 31 March 2014 the period was 30 years",
                _counted(30, year),
                _APART_IN_SCOTLAND,
            ),
        )
    cites: tuple[Citation | Source, ...] = (Citation.parse("FOISA s.57(1A)"),)
    steps = [_counted(15, year)]
    if new == _SCOTLAND_CHANGED:
        cites += (_SSI_2013_365,)
        steps.append("the period is 15 years since 1 April 2014, and not before")
    steps.append(_APART_IN_SCOTLAND)
    return HistoricalRecord(since=new, years=15, cites=cites, steps=tuple(steps))


_APART_IN_SCOTLAND: Final = (
    "records with information that s.36 or s.41(a) would exempt have periods of their own "
    "(s.57(1B) to (1D))"
)


class _Case(NamedTuple):
    """What is known of a record, as it is asked."""

    created: int | date
    held_by: Holder | None
    died: date | None
    in_record_office: bool

    @property
    def is_northern_irish(self) -> bool:
        return self.held_by is not None and self.held_by.is_northern_irish


def _of_one(cited: Citation, case: _Case) -> FallsAway:
    for rule in _RULES:
        if not rule.reaches(cited, case):
            continue
        if rule.after_death is not None:
            return _after_death(rule, cited, case.created, case.died)
        if rule.years is not None:
            return _after_years(rule, cited, _year(case.created))
        record = becomes_historical(case.created, regime=cited.regime, held_by=case.held_by)
        return _when_historical(rule, cited, record)
    answers = [_of_one(covered, case) for covered in exemption(cited).covers]
    differing = "it answers to provisions that do not all fall away alike"
    return _in_common(cited, answers, _THROUGH, differing) if answers else _never(cited)


_THROUGH: Final = "the provision it applies through"


def _never(cited: Citation) -> FallsAway:
    step = f"nothing makes {cited.short} fall away with time"
    if any(one.contains(cited) for one in _IN_RECORD_OFFICES.provisions):
        step = f"outside the public record offices {step} (s.64(1))"
    return FallsAway(citation=cited, steps=(step,))


def _in_common(
    cited: Citation, answers: list[FallsAway], missing: str, differing: str
) -> FallsAway:
    """Return the one answer of *answers*, or, where they differ, that *missing* would tell."""
    cites = tuple(dict.fromkeys(cite for one in answers for cite in one.cites))
    confidence = weakest(one.confidence for one in answers)
    if len({(one.since, one.missing) for one in answers}) > 1:
        return FallsAway(
            citation=cited, missing=missing, cites=cites, steps=(differing,), confidence=confidence
        )
    if not cites:
        return _never(cited)
    steps = tuple(dict.fromkeys(step for one in answers for step in one.steps))
    return attrs.evolve(
        answers[0], citation=cited, cites=cites, steps=steps, confidence=confidence
    )


class _Rule(NamedTuple):
    """What makes provisions fall away, and after what.

    Attributes:
        provisions: What falls away.
        cites: What says so.
        years: Calendar years after the year of creation; ``None`` for historical records.
        after_death: Years after a death as well, whichever is later.
        only: For whom: Northern Ireland, or everyone else, or records in a record office.
        but: What is excepted, and how long that is kept.
        confidence: How well it is established.
    """

    provisions: tuple[Citation, ...]
    cites: tuple[Citation, ...]
    years: int | None = None
    after_death: int | None = None
    only: str = ""
    but: str | None = None
    confidence: Confidence = Confidence.VERIFIED

    def reaches(self, cited: Citation, case: _Case) -> bool:
        if self.only == "record office" and not case.in_record_office:
            return False
        others = self.only == "others"
        if self.only in ("northern", "others") and case.is_northern_irish is others:
            return False
        return any(one.contains(cited) for one in self.provisions)


def _foia(texts: str, by: str, **how: object) -> _Rule:
    return _rule(Regime.FOIA, texts, by, **how)


def _foisa(texts: str, by: str, **how: object) -> _Rule:
    return _rule(Regime.FOISA, texts, by, **how)


def _rule(regime: Regime, texts: str, by: str, **how: object) -> _Rule:
    provisions, cites = (
        tuple(Citation.parse(text, regime=regime) for text in named.split())
        for named in (texts, by)
    )
    return _Rule(provisions, cites, **how)  # type: ignore[arg-type]


_IN_RECORD_OFFICES: Final = _foia("21 22", "64(1)", only="record office")
_RULES: Final = (
    _IN_RECORD_OFFICES,
    # s.80A: in Northern Ireland s.63(1) and (2) read as enacted, and s.37(1)(a) with them, which
    # was divided into (a) to (ad) later.
    _foia(
        "28(3) 33(3) 36(3) 42(2) 43(3)", "63(2)", only="northern", confidence=Confidence.RECALLED
    ),
    _foia(
        "28 30(1) 32 33 35 36 42 43 37(1)(a) 37(1)(aa) 37(1)(ab) 37(1)(ac) 37(1)(ad)",
        "63(1)",
        only="northern",
        confidence=Confidence.RECALLED,
    ),
    _foia("33(3) 42(2)", "63(2)", only="others"),
    _foia("30(1) 32 33 35 42", "63(1)", only="others"),
    _foia("36(2)(a)(ii)", "63(2C)", years=30, only="others"),
    _foia(
        "36(2)(c)",
        "63(2A) 63(2C)",
        only="others",
        but="as to public affairs in Northern Ireland it stays 30 years (s.63(2C))",
    ),
    _foia(
        "36(3)",
        "63(2B) 63(2D)(b)",
        only="others",
        but="as to the Executive Committee of the Northern Ireland Assembly, and public affairs "
        "there, it stays 30 years (s.63(2D)(b))",
    ),
    _foia("36", "63(2A)", only="others"),
    _foia("28(3) 43(3)", "63(2D)(a)", years=30, only="others"),
    _foia("28 43", "63(2C)", years=30, only="others"),
    _foia(
        "37(1)(a) 37(1)(aa) 37(1)(ab) 37(1)(ac) 37(1)(ad)",
        "63(2E)",
        years=20,
        after_death=5,
        only="others",
    ),
    _foia("37(1)(b)", "63(3)", years=60),
    _foia("31(3)", "63(5)", years=100),
    _foia("31", "63(4)", years=100),
    _foisa("36", "58(1) 57(1B)", years=30),
    _foisa("41(a)", "58(1) 57(1C)", years=20, after_death=5),
    _foisa("28 29 30 33(1) 37 40", "58(1)"),
    _foisa("41(b)", "58(2)(a)", years=60),
    _foisa("34(2)(b) 35 38(1)(c) 38(1)(d)", "58(2)(b)", years=100),
)


def _after_years(rule: _Rule, cited: Citation, year: int) -> FallsAway:
    years = rule.years or 0
    return FallsAway(
        citation=cited,
        since=date(year + years + 1, 1, 1),
        cites=rule.cites,
        steps=(_counted(years, year),),
        confidence=rule.confidence,
    )


def _when_historical(rule: _Rule, cited: Citation, record: HistoricalRecord) -> FallsAway:
    steps = (*record.steps, "it falls away when the record becomes a historical record")
    if rule.but is not None:
        steps += (rule.but,)
    return FallsAway(
        citation=cited,
        since=record.since,
        cites=(*rule.cites, *record.cites),
        steps=steps,
        confidence=record.confidence,
    )


def _after_death(
    rule: _Rule, cited: Citation, created: int | date, died: date | None
) -> FallsAway:
    """Return the later of 20 years from the creation and 5 from a death.

    Section 63(2E) and FOISA s.57(1C) say so.
    """
    step = "it falls away 20 years after the record was made or 5 after the death, if later"
    missing: list[str] = []
    if isinstance(created, int):
        missing.append("the day the record was made")
    if died is None:
        missing.append("the day of the death that counts")
    if isinstance(created, int) or died is None:
        missed = " and ".join(missing)
        return FallsAway(citation=cited, missing=missed, cites=rule.cites, steps=(step,))
    made = plain_day(created, "created")
    since = max(_later(made, rule.years or 0), _later(died, rule.after_death or 0))
    return FallsAway(citation=cited, since=since, cites=rule.cites, steps=(step,))


def _later(day: date, years: int) -> date:
    """Return the first day after a period of years that begins with *day*."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return date(day.year + years, 3, 1)
