"""The cost limit of FOIA s.12 and FOISA s.12, as data and as a calculation.

An authority may refuse if it estimates that complying would cost *more* than a limit.  The
regulations say which work counts and what an hour of it costs; an estimate here follows
them step by step.  The EIR have no such limit: what is too much there is manifestly
unreasonable (reg.12(4)(b)).
"""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Final, final

import attrs

from foiprevent._values import plain_day
from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.errors import InvalidRecordError, NotInForceError, UnknownProvisionError
from foiprevent.exemptions._model import Period
from foiprevent.exemptions._rows import ALWAYS, LAW_AS_AT, enactment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@final
class Work(enum.Enum):
    """Work that a request makes."""

    DETERMINING = "determining whether the information is held"
    LOCATING = "locating it"
    RETRIEVING = "retrieving it"
    EXTRACTING = "extracting it from what contains it"
    PROVIDING = "providing it"
    CONSIDERING = "considering exemptions, or whether to disclose"
    REDACTING = "redacting it"
    """Blanking out what has been decided to be exempt; deciding it is considering."""


@final
@attrs.frozen(kw_only=True)
class CostLimit:
    """What a request may cost.

    Attributes:
        regime: The regime.
        citation: The provision that lets a request be refused for its cost.
        pounds: The limit, in pounds; a cost of exactly this is not over it.
        limit_by: What sets it.
        pounds_per_hour: What an hour of one person's time counts as; under FOISA, at most.
        rate_by: What sets that.
        counts: The work that counts.
        counts_by: What says so of this work, and no other.
        aggregation: When requests are taken together.
        aggregation_by: What says that.
        window: Within how many consecutive working days the requests must all have arrived
            for that; ``None`` where the regulations set none.
        in_force: When the limit has been this.
    """

    regime: Regime
    citation: Citation
    pounds: Decimal
    limit_by: Source
    pounds_per_hour: Decimal
    rate_by: Source
    counts: frozenset[Work]
    counts_by: tuple[Source, ...]
    aggregation: str
    aggregation_by: Source
    window: int | None = None
    in_force: tuple[Period, ...] = ALWAYS

    @property
    def cites(self) -> tuple[Citation | Source, ...]:
        """What the limit, and an estimate against it, rests on."""
        return (self.citation, self.limit_by, *self.counts_by, self.rate_by, self.aggregation_by)

    @property
    def hours(self) -> Decimal:
        """How many hours of one person's time the limit allows, if nothing else costs."""
        return self.pounds / self.pounds_per_hour


@final
@attrs.frozen(kw_only=True)
class Estimate:
    """What complying with a request would cost, and whether that is over the limit.

    Attributes:
        limit: The limit.
        pounds: The cost that counts, in pounds.
        exceeds: Whether it is more than the limit: exactly the limit is not.
        steps: How it was worked out, one sentence each, with what it rests on.
        left_out: Work that was given and does not count.
    """

    limit: CostLimit
    pounds: Decimal
    exceeds: bool
    steps: tuple[str, ...]
    left_out: tuple[Work, ...]

    @property
    def cites(self) -> tuple[Citation | Source, ...]:
        """What the estimate rests on."""
        return self.limit.cites


def cost_limit(
    regime: Regime = Regime.FOIA, *, central_government: bool = False, on: date | None = None
) -> CostLimit:
    """Return the cost limit of a regime.

    Args:
        regime: The regime.
        central_government: Whether the authority is in Part I of Schedule 1 to FOIA (a
            department, either House, the assemblies of Wales and Northern Ireland, the
            Welsh Government, the armed forces); FOISA does not ask.
        on: The day; without it, the law as last known.

    Raises:
        UnknownProvisionError: For the EIR, which have none.
        NotInForceError: Before there was a right of access.
        InvalidRecordError: If the day is not a plain date.
    """
    if regime is Regime.EIR:
        raise UnknownProvisionError(
            Citation.parse("EIR reg.12(4)(b)"),
            "the EIR set no cost limit: a request that asks too much is manifestly unreasonable",
        )
    day = LAW_AS_AT if on is None else plain_day(on, "cost_limit.on")
    found = _FOISA if regime is Regime.FOISA else _CENTRAL if central_government else _OTHERS
    if not any(day in period for period in found.in_force):
        start = found.in_force[0].start.isoformat()
        raise NotInForceError(found.citation, on, f"it came into force on {start}")
    return found


def estimate(
    hours: Mapping[Work, Decimal | int],
    *,
    limit: CostLimit,
    disbursements: Decimal | int = 0,
    pounds_per_hour: Decimal | int | None = None,
) -> Estimate:
    """Return what complying would cost, by the regulations, and whether it is too much.

    For FOIA s.12(2) give only the hours of finding out whether the information is held; for
    requests taken together, those of all.

    Args:
        hours: The hours of work of each kind, of all who do it together.
        limit: The limit: see :func:`cost_limit`.
        disbursements: Other costs of work that counts, in pounds.
        pounds_per_hour: What the staff really cost, where that is less and the regulations
            set only a maximum (FOISA).

    Raises:
        InvalidRecordError: If the work is none of :class:`Work`, a number is negative or no
            number, or a rate is given that the regulations do not allow.
    """
    rate = _rate(limit, pounds_per_hour)
    spent = {_work(work): _amount(f"estimate.hours[{work.name}]", hours[work]) for work in hours}
    time = sum((spent[work] for work in spent if work in limit.counts), Decimal(0))
    other = _amount("estimate.disbursements", disbursements)
    pounds = time * rate + other
    exceeds = pounds > limit.pounds
    left_out = tuple(work for work in spent if work not in limit.counts)
    work_by = "; ".join(map(str, limit.counts_by))
    limit_by = f"{limit.citation}; {limit.limit_by}"
    at_rate = f"{_written(time)} hours count, at {_written(rate)} pounds"
    over = "more" if exceeds else "not more"
    result = f"{_written(pounds)} pounds is {over} than the limit of {_written(limit.pounds)}"
    steps = [f"{at_rate}: {_written(time * rate)} pounds ({limit.rate_by})"]
    steps += [f"other costs: {_written(other)} pounds"] if other else []
    steps += [f"{work.value} does not count ({work_by})" for work in left_out]
    steps += [f"{result} ({limit_by})"]
    return Estimate(
        limit=limit, pounds=pounds, exceeds=exceeds, steps=tuple(steps), left_out=left_out
    )


def _work(work: object) -> Work:
    if not isinstance(work, Work):
        raise InvalidRecordError("estimate.hours", work, "expected Work")
    return work


def _written(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _rate(limit: CostLimit, given: Decimal | int | None) -> Decimal:
    if given is None:
        return limit.pounds_per_hour
    rate = _amount("estimate.pounds_per_hour", given)
    if limit.regime is Regime.FOIA and rate != limit.pounds_per_hour:
        raise InvalidRecordError("estimate.pounds_per_hour", given, "FOIA fixes it at 25")
    if rate > limit.pounds_per_hour:
        raise InvalidRecordError(
            "estimate.pounds_per_hour", given, f"at most {limit.pounds_per_hour}"
        )
    return rate


def _amount(field: str, value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (Decimal, int)):
        raise InvalidRecordError(field, value, "expected a Decimal or an int")
    amount = Decimal(value)
    if not amount.is_finite() or amount < 0:
        raise InvalidRecordError(field, value, "expected a finite number, not negative")
    return amount


def _regulation(instrument: str, number: str) -> Source:
    kind, year_and_number = instrument.split()
    series = "uksi" if kind == "SI" else "ssi"
    place = f"{year_and_number}/regulation/{number.replace('(', '/').replace(')', '')}"
    return enactment(
        f"{instrument} reg {number}", f"https://www.legislation.gov.uk/{series}/{place}"
    )


_UK: Final = "SI 2004/3244"
_SCOTLAND: Final = "SSI 2004/467"
_NO_REDACTING: Final = Source(
    kind=SourceKind.JUDGMENT,
    text="[2011] EWHC 44 (Admin)",
    uri="https://caselaw.nationalarchives.gov.uk/ewhc/admin/2011/44",
    confidence=Confidence.STATED,
)
_REDACTING: Final = Source(
    kind=SourceKind.GUIDANCE,
    text="Scottish Information Commissioner, questions of authorities on fees",
    uri="https://www.itspublicknowledge.info/FAQ/PublicAuthorityFAQ/FeesFAQ.aspx",
    confidence=Confidence.STATED,
)
_OTHERS: Final = CostLimit(
    regime=Regime.FOIA,
    citation=Citation.parse("12(1)"),
    pounds=Decimal(450),
    limit_by=_regulation(_UK, "3(3)"),
    pounds_per_hour=Decimal(25),
    rate_by=_regulation(_UK, "4(4)"),
    counts=frozenset({Work.DETERMINING, Work.LOCATING, Work.RETRIEVING, Work.EXTRACTING}),
    counts_by=(_regulation(_UK, "4(3)"), _NO_REDACTING),
    aggregation="requests of one person, or of persons who appear to act in concert or in a "
    "campaign, to any extent for the same or similar information",
    aggregation_by=_regulation(_UK, "5"),
    window=60,
)
_CENTRAL: Final = attrs.evolve(_OTHERS, pounds=Decimal(600), limit_by=_regulation(_UK, "3(2)"))
_FOISA: Final = CostLimit(
    regime=Regime.FOISA,
    citation=Citation.parse("FOISA s.12(1)"),
    pounds=Decimal(600),
    limit_by=_regulation(_SCOTLAND, "5"),
    pounds_per_hour=Decimal(15),
    rate_by=_regulation(_SCOTLAND, "3(2)(b)"),
    counts=frozenset({Work.LOCATING, Work.RETRIEVING, Work.PROVIDING, Work.REDACTING}),
    counts_by=(_regulation(_SCOTLAND, "3"), _REDACTING),
    aggregation="requests of different persons that cover the same subject or overlap to a "
    "significant extent, if the information is published within 20 working days of the first",
    aggregation_by=_regulation(_SCOTLAND, "6"),
)
