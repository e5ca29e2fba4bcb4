"""The Prevent programme as data: its strategy, its duties, its objectives, its money.

Prevent is one of the four strands of CONTEST, the counter-terrorism strategy of the United
Kingdom.  A duty rests on a provision and binds certain sectors from a day; an objective is
what a document said on a day, and two documents may have said different things at once.
A figure holds for its period only, and keeps the source that gave it.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Final, final

import attrs

from foiprevent._values import NONE, as_tuple, not_empty, one_of, plain_day, tuple_of
from foiprevent.citations import Confidence, Source, SourceKind
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Period


@final
class Strand(enum.Enum):
    """A strand of CONTEST."""

    PURSUE = "Pursue"
    """To stop terrorist attacks."""
    PROTECT = "Protect"
    """To strengthen protection against an attack."""
    PREPARE = "Prepare"
    """To lessen the effect of an attack."""
    PREVENT = "Prevent"
    """To stop people from becoming terrorists or supporting terrorism."""


@final
class Nation(enum.Enum):
    """A part of the United Kingdom, for what does not reach all of it."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


@final
class Sector(enum.Enum):
    """A sector that takes part in Prevent; :func:`duties` says what binds it."""

    LOCAL_AUTHORITIES = "local authorities"
    SCHOOLS = "schools"
    """With registered childcare, which the Act lists beside them."""
    FURTHER_EDUCATION = "further education"
    HIGHER_EDUCATION = "higher education"
    HEALTH = "health"
    PRISONS_AND_PROBATION = "prisons and probation"
    POLICE = "police"
    BUSINESS = "business"
    """A partner, under no duty."""
    VOLUNTARY = "voluntary sector"
    """Civil society organisations: partners, under no duty."""
    FAITH = "faith bodies"
    """Partners, under no duty."""


@final
class Objective(enum.Enum):
    """What Prevent sets out to do, in the words of one document or another."""

    IDEOLOGY = "ideology"
    """To answer the ideological challenge of terrorism, and those who promote it."""
    INDIVIDUALS = "individuals"
    """To keep people from being drawn into terrorism, with advice and support."""
    INSTITUTIONS = "institutions"
    """To work with sectors and institutions where there is a risk of radicalisation."""
    CAUSES = "causes of radicalisation"
    """To tackle what causes radicalisation, and to answer the ideological challenge."""
    IDEOLOGICAL_CAUSES = "ideological causes of terrorism"
    """To tackle the ideological causes of terrorism."""
    EARLY_INTERVENTION = "early intervention"
    """To step in early, and support those susceptible to radicalisation."""
    REHABILITATION = "rehabilitation"
    """To let those who have engaged in terrorism disengage and rehabilitate."""


@final
@attrs.frozen(kw_only=True)
class StatutoryDuty:
    """A duty that the Act of 2015 lays on a sector.

    Attributes:
        title: Its name.
        summary: What it asks, in one sentence.
        source: The provision.
        sectors: Whom it binds; not every body of a sector need be listed in the Act.
        nations: Where it reaches.
        in_force: When it has been in force.
        commenced_by: What brought it into force.
        note: What else a reader must know.
    """

    title: str = attrs.field(validator=(one_of(str), not_empty))
    summary: str = attrs.field(validator=(one_of(str), not_empty))
    source: Source = attrs.field(validator=one_of(Source))
    sectors: tuple[Sector, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Sector), not_empty)
    )
    nations: tuple[Nation, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Nation), not_empty)
    )
    in_force: tuple[Period, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Period), not_empty)
    )
    commenced_by: Source = attrs.field(validator=one_of(Source))
    note: str | None = attrs.field(default=None, validator=one_of(str, NONE))


@final
@attrs.frozen(kw_only=True)
class Objectives:
    """The objectives that one document gives, while it holds.

    Attributes:
        objectives: The objectives, in its order.
        source: The document.
        nations: Where it holds.
        period: When it holds.
        note: What else a reader must know.
    """

    objectives: tuple[Objective, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Objective), not_empty)
    )
    source: Source = attrs.field(validator=one_of(Source))
    nations: tuple[Nation, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Nation), not_empty)
    )
    period: Period = attrs.field(validator=one_of(Period))
    note: str | None = attrs.field(default=None, validator=one_of(str, NONE))


@final
class Measure(enum.Enum):
    """What a figure counts."""

    AREAS_FUNDED = "areas funded"
    """Local authorities that get money of their own for Prevent."""
    GRANT_TO_AREA = "grant to an area"
    """Pounds for one area in a year."""
    GRANTS_IN_ALL = "grants in all"
    """Pounds for all areas in a year."""
    COST_TO_COUNCIL = "cost to a council"
    """Pounds a year that the duty costs a council."""


@final
@attrs.frozen(kw_only=True)
class Figure:
    """A number about the programme.

    Attributes:
        measure: What it counts.
        least: The number, or the lower end of a range; whole pounds, where it is money.
        most: The number, or the upper end of a range.
        period: When it holds.
        sources: What gives it.
        confidence: How well it is established.
        note: What else a reader must know.
    """

    measure: Measure = attrs.field(validator=one_of(Measure))
    least: int = attrs.field(validator=one_of(int))
    most: int = attrs.field(validator=one_of(int))
    period: Period = attrs.field(validator=one_of(Period))
    sources: tuple[Source, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Source), not_empty)
    )
    confidence: Confidence = attrs.field(default=Confidence.STATED, validator=one_of(Confidence))
    note: str | None = attrs.field(default=None, validator=one_of(str, NONE))

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.least <= self.most:
            raise InvalidRecordError(
                "Figure.most", self.most, f"less than {self.least}, or negative"
            )


def _enactment(text: str, uri: str, confidence: Confidence = Confidence.VERIFIED) -> Source:
    return Source(
        kind=SourceKind.ENACTMENT,
        text=text,
        uri=f"https://www.legislation.gov.uk/{uri}",
        confidence=confidence,
    )


def _act(section: str, confidence: Confidence = Confidence.VERIFIED) -> Source:
    number = section.partition("(")[0]
    return _enactment(
        f"Counter-Terrorism and Security Act 2015, s.{section}",
        f"ukpga/2015/6/section/{number}",
        confidence,
    )


_BRITAIN: Final = (Nation.ENGLAND, Nation.WALES, Nation.SCOTLAND)
_ENGLAND_AND_WALES: Final = (Nation.ENGLAND, Nation.WALES)
_UNIVERSITIES_AND_COLLEGES: Final = (Sector.FURTHER_EDUCATION, Sector.HIGHER_EDUCATION)
_OTHER_SPECIFIED: Final = (
    Sector.LOCAL_AUTHORITIES,
    Sector.SCHOOLS,
    Sector.HEALTH,
    Sector.PRISONS_AND_PROBATION,
    Sector.POLICE,
)
_DUE_REGARD: Final = (
    "A specified authority weighs, in all that it does, how people can be kept from being drawn "
    "into terrorism."
)
_PANELS_START: Final = (Period(start=date(2015, 4, 12)),)

DUTIES: Final = (
    StatutoryDuty(
        title="Prevent duty",
        summary=_DUE_REGARD,
        source=_act("26(1)"),
        sectors=_OTHER_SPECIFIED,
        nations=_BRITAIN,
        in_force=(Period(start=date(2015, 7, 1)),),
        commenced_by=_enactment("SI 2015/956, reg.4(a)", "uksi/2015/956/regulation/4"),
        note="Who is specified is listed in Schedule 6, which has been amended often.",
    ),
    StatutoryDuty(
        title="Prevent duty",
        summary=_DUE_REGARD,
        source=_act("26(1)"),
        sectors=_UNIVERSITIES_AND_COLLEGES,
        nations=_BRITAIN,
        in_force=(Period(start=date(2015, 9, 18)),),
        commenced_by=_enactment(
            "SI 2015/1698, reg.2", "uksi/2015/1698/regulation/2", Confidence.STATED
        ),
        note=(
            "Left out of the commencement of 1 July 2015 until guidance for them was in force; "
            "they have particular regard to freedom of speech and academic freedom (s.31)."
        ),
    ),
    StatutoryDuty(
        title="Channel panel",
        summary=(
            "A local authority makes sure that there is a panel for its area, which assesses how "
            "vulnerable to being drawn into terrorism those referred to it are, and plans support."
        ),
        source=_act("36(1)"),
        sectors=(Sector.LOCAL_AUTHORITIES,),
        nations=_BRITAIN,
        in_force=_PANELS_START,
        commenced_by=_act("52(2)(a)"),
        note=(
            "Only the police could refer to a panel at first; since 12 April 2019 the local "
            "authority can too (Counter-Terrorism and Border Security Act 2019, s.20)."
        ),
    ),
    StatutoryDuty(
        title="Co-operation with a panel",
        summary=(
            "A partner of a panel co-operates with it, and with the police and local authorities, "
            "so far as is appropriate and practicable and other law allows."
        ),
        source=_act("38(1)"),
        sectors=(*_OTHER_SPECIFIED, *_UNIVERSITIES_AND_COLLEGES),
        nations=_BRITAIN,
        in_force=_PANELS_START,
        commenced_by=_act("52(2)(a)"),
        note=(
            "The partners are listed in Schedule 7, from which these sectors are recalled and "
            "not read. Nothing in it makes a disclosure lawful that data protection law forbids."
        ),
    ),
)
"""The duties of Part 5 of the Act of 2015, which does not extend to Northern Ireland (s.51(1))."""

OBJECTIVES: Final = (
    Objectives(
        objectives=(Objective.IDEOLOGY, Objective.INDIVIDUALS, Objective.INSTITUTIONS),
        source=Source(
            kind=SourceKind.GUIDANCE,
            text="Prevent strategy 2011 (Cm 8092)",
            uri="https://www.gov.uk/government/publications/prevent-strategy-2011",
            confidence=Confidence.STATED,
        ),
        nations=_BRITAIN,
        period=Period(start=date(2011, 6, 7), end=date(2018, 6, 3)),
        note="The days are recalled: published in June 2011, overtaken by CONTEST in June 2018.",
    ),
    Objectives(
        objectives=(Objective.IDEOLOGY, Objective.INDIVIDUALS, Objective.INSTITUTIONS),
        source=Source(
            kind=SourceKind.GUIDANCE,
            text="Prevent duty guidance for England and Wales (2015)",
            uri=(
                "https://www.gov.uk/government/publications/"
                "prevent-duty-guidance-england-scotland-and-wales-2015"
            ),
            confidence=Confidence.RECALLED,
        ),
        nations=_ENGLAND_AND_WALES,
        period=Period(start=date(2015, 3, 25), end=date(2023, 12, 30)),
        note="In effect by SI 2015/928; that it gives the objectives of 2011 is recalled.",
    ),
    Objectives(
        objectives=(
            Objective.CAUSES,
            Objective.EARLY_INTERVENTION,
            Objective.REHABILITATION,
        ),
        source=Source(
            kind=SourceKind.GUIDANCE,
            text="CONTEST, the strategy for countering terrorism (June 2018)",
            confidence=Confidence.RECALLED,
        ),
        nations=_BRITAIN,
        period=Period(start=date(2018, 6, 4), end=date(2023, 7, 17)),
        note="Recalled, with its days: the strategy was refreshed in July 2023.",
    ),
    Objectives(
        objectives=(
            Objective.IDEOLOGICAL_CAUSES,
            Objective.EARLY_INTERVENTION,
            Objective.REHABILITATION,
        ),
        source=Source(
            kind=SourceKind.GUIDANCE,
            text="Prevent duty guidance: England and Wales (2023)",
            uri="https://www.gov.uk/government/publications/prevent-duty-guidance",
            confidence=Confidence.STATED,
        ),
        nations=_ENGLAND_AND_WALES,
        period=Period(start=date(2023, 12, 31), note="SI 2023/1268"),
    ),
    Objectives(
        objectives=(
            Objective.IDEOLOGICAL_CAUSES,
            Objective.EARLY_INTERVENTION,
            Objective.REHABILITATION,
        ),
        source=Source(
            kind=SourceKind.GUIDANCE,
            text="Prevent duty guidance for Scotland (2024)",
            uri=(
                "https://www.gov.uk/government/publications/"
                "prevent-duty-guidance-for-specified-authorities-in-scotland"
            ),
            confidence=Confidence.INFERRED,
        ),
        nations=(Nation.SCOTLAND,),
        period=Period(start=date(2024, 8, 19), note="SI 2024/704"),
        note="The Home Office says that the first objective changed; the others are inferred.",
    ),
)
"""The objectives, document by document; documents overlap."""

_TRADE_PRESS: Final = Source(
    kind=SourceKind.REPORT, text="Local Government Chronicle (2015)", confidence=Confidence.STATED
)
_ANSWER_95899: Final = Source(
    kind=SourceKind.REPORT,
    text="Home Office, answer to parliamentary question 95899",
    uri="https://www.parallelparliament.co.uk/question/95899/counter-terrorism-finance",
    confidence=Confidence.STATED,
)
_ANSWER_85945: Final = Source(
    kind=SourceKind.REPORT,
    text="Home Office, answer of 12 November 2025 to parliamentary question 85945",
    uri="https://www.parallelparliament.co.uk/question/85945/counter-terrorism-finance",
    confidence=Confidence.STATED,
)


def _year(first: int) -> Period:
    return Period(start=date(first, 4, 1), end=date(first + 1, 3, 31))


def _calendar_year(year: int) -> Period:
    return Period(start=date(year, 1, 1), end=date(year, 12, 31))


FIGURES: Final = (
    Figure(
        measure=Measure.AREAS_FUNDED,
        least=20,
        most=20,
        period=_calendar_year(2012),
        sources=(_ANSWER_95899,),
    ),
    Figure(
        measure=Measure.AREAS_FUNDED,
        least=50,
        most=50,
        period=_year(2015),
        sources=(_TRADE_PRESS, _ANSWER_95899),
        confidence=Confidence.DISPUTED,
        note=(
            "About fifty priority areas, says the trade press; at no time were there more than "
            "44, says the Home Office. The two may not count the same."
        ),
    ),
    Figure(
        measure=Measure.AREAS_FUNDED,
        least=44,
        most=44,
        period=_calendar_year(2021),
        sources=(_ANSWER_95899,),
        note="The highest number there was.",
    ),
    Figure(
        measure=Measure.AREAS_FUNDED,
        least=30,
        most=30,
        period=_year(2024),
        sources=(_ANSWER_85945, _ANSWER_95899),
    ),
    Figure(
        measure=Measure.AREAS_FUNDED,
        least=28,
        most=28,
        period=_year(2025),
        sources=(_ANSWER_85945, _ANSWER_95899),
    ),
    Figure(
        measure=Measure.GRANT_TO_AREA,
        least=120_000,
        most=600_000,
        period=_year(2015),
        sources=(_TRADE_PRESS,),
    ),
    Figure(
        measure=Measure.GRANTS_IN_ALL,
        least=6_008_271,
        most=6_008_271,
        period=_year(2024),
        sources=(_ANSWER_85945,),
        note="Pence left out.",
    ),
    Figure(
        measure=Measure.GRANTS_IN_ALL,
        least=0,
        most=6_000_000,
        period=_year(2025),
        sources=(_ANSWER_85945,),
        note="Projected, at most; without the fund for projects.",
    ),
    Figure(
        measure=Measure.COST_TO_COUNCIL,
        least=4_000,
        most=40_000,
        period=_year(2015),
        sources=(_TRADE_PRESS,),
        note="An estimate made when the duty was new.",
    ),
)
"""Every figure known, by measure and period."""


def duties(
    sector: Sector, *, on: date, nation: Nation = Nation.ENGLAND
) -> tuple[StatutoryDuty, ...]:
    """Return the duties that bind a sector on a day.

    Args:
        sector: The sector.
        on: The day.
        nation: The part of the United Kingdom.

    Raises:
        InvalidRecordError: If the day is not a plain date.

    >>> [duty.title for duty in duties(Sector.LOCAL_AUTHORITIES, on=date(2015, 5, 1))]
    ['Channel panel', 'Co-operation with a panel']
    """
    on = plain_day(on, "duties.on")
    return tuple(
        duty
        for duty in DUTIES
        if sector in duty.sectors
        and nation in duty.nations
        and any(on in period for period in duty.in_force)
    )


def objectives(*, on: date, nation: Nation = Nation.ENGLAND) -> tuple[Objectives, ...]:
    """Return the objectives of Prevent on a day, one set for each document that gives some.

    Args:
        on: The day.
        nation: The part of the United Kingdom.

    Raises:
        InvalidRecordError: If the day is not a plain date.
    """
    on = plain_day(on, "objectives.on")
    return tuple(one for one in OBJECTIVES if nation in one.nations and on in one.period)


def figures(measure: Measure, *, on: date | None = None) -> tuple[Figure, ...]:
    """Return the figures for a measure.

    Args:
        measure: What they count.
        on: A day on which they hold; by default all are given.

    Raises:
        InvalidRecordError: If the day is not a plain date.
    """
    on = None if on is None else plain_day(on, "figures.on")
    return tuple(
        one for one in FIGURES if one.measure is measure and (on is None or on in one.period)
    )
