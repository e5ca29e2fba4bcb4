"""The cost limit of FOIA s.12 and FOISA s.12, as data and as a calculation.

An authority may refuse if it estimates that complying would cost *more* than a limit.  The
regulations say which work counts and what an hour of it costs; an estimate here follows
them step by step.  The EIR have no such limit: what is too much there is manifestly
unreasonable (reg.12(4)(b)).
"""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import Final, final

import attrs

from foiprevent.citations import Citation, Regime, Source
from foiprevent.errors import InvalidRecordError, UnknownProvisionError
from foiprevent.exemptions._rows import enactment


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


@final
@attrs.frozen(kw_only=True)
class CostLimit:
    """What a request may cost.

    Attributes:
        regime: The regime.
        pounds: The limit, in pounds; a cost of exactly this is not over it.
        pounds_per_hour: What an hour of one person's time counts as; under FOISA, at most.
        counts: The work that counts.
        cites: What that rests on.
        aggregation: When requests are taken together.
        window: Within how many consecutive working days of each other they must have
            arrived for that; ``None`` where the regulations set none.
    """

    regime: Regime
    pounds: Decimal
    pounds_per_hour: Decimal
    counts: frozenset[Work]
    cites: tuple[Citation | Source, ...]
    aggregation: str
    window: int | None = None

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
        steps: How it was worked out, one sentence each.
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


def cost_limit(regime: Regime = Regime.FOIA, *, central_government: bool = False) -> CostLimit:
    """Return the cost limit of a regime.

    Args:
        regime: The regime.
        central_government: Whether the authority is in Part I of Schedule 1 to FOIA (a
            department, either House, an assembly, the armed forces); FOISA does not ask.

    Raises:
        UnknownProvisionError: For the EIR, which have none.
    """
    if regime is Regime.EIR:
        raise UnknownProvisionError(
            Citation.parse("EIR reg.12(4)(b)"),
            "the EIR set no cost limit: a request that asks too much is manifestly unreasonable",
        )
    if regime is Regime.FOISA:
        return _FOISA
    return _CENTRAL if central_government else _OTHERS


def estimate(
    hours: dict[Work, Decimal | int],
    *,
    limit: CostLimit,
    disbursements: Decimal | int = 0,
    pounds_per_hour: Decimal | int | None = None,
) -> Estimate:
    """Return what complying would cost, by the regulations, and whether it is too much.

    Args:
        hours: The hours of work of each kind, of all who do it together.
        limit: The limit: see :func:`cost_limit`.
        disbursements: Other costs of work that counts, in pounds.
        pounds_per_hour: What the staff really cost, where that is less and the regulations
            set only a maximum (FOISA).

    Raises:
        InvalidRecordError: If a number is negative or no number, or a rate is given that the
            regulations do not allow.
    """
    rate = _rate(limit, pounds_per_hour)
    for work, spent in hours.items():
        _amount(f"estimate.hours[{work.name}]", spent)
    counted = {work: Decimal(spent) for work, spent in hours.items() if work in limit.counts}
    time = sum(counted.values(), Decimal(0))
    other = _amount("estimate.disbursements", disbursements)
    pounds = time * rate + other
    exceeds = pounds > limit.pounds
    left_out = tuple(work for work in hours if work not in limit.counts)
    spent_on_time = f"{_written(time)} hours count, at {_written(rate)} pounds"
    over = "more" if exceeds else "not more"
    steps = [f"{spent_on_time}: {_written(time * rate)} pounds"]
    steps += [f"other costs: {_written(other)} pounds"] if other else []
    steps += [f"{work.value} does not count" for work in left_out]
    steps += [f"{_written(pounds)} pounds is {over} than the limit of {_written(limit.pounds)}"]
    return Estimate(
        limit=limit, pounds=pounds, exceeds=exceeds, steps=tuple(steps), left_out=left_out
    )


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


_FEES: Final = "https://www.legislation.gov.uk/uksi/2004/3244"
_SI_2004_3244: Final = tuple(
    enactment(f"SI 2004/3244 reg {number}", f"{_FEES}/regulation/{number}") for number in (3, 4, 5)
)
_SSI_2004_467: Final = tuple(
    enactment(
        f"SSI 2004/467 reg {number}",
        f"https://www.legislation.gov.uk/ssi/2004/467/regulation/{number}",
    )
    for number in (3, 5, 6)
)
_OTHERS: Final = CostLimit(
    regime=Regime.FOIA,
    pounds=Decimal(450),
    pounds_per_hour=Decimal(25),
    counts=frozenset({Work.DETERMINING, Work.LOCATING, Work.RETRIEVING, Work.EXTRACTING}),
    cites=(Citation.parse("12(1)"), *_SI_2004_3244),
    aggregation="requests of one person, or of persons who appear to act in concert or in a "
    "campaign, to any extent for the same or similar information",
    window=60,
)
_CENTRAL: Final = attrs.evolve(_OTHERS, pounds=Decimal(600))
_FOISA: Final = CostLimit(
    regime=Regime.FOISA,
    pounds=Decimal(600),
    pounds_per_hour=Decimal(15),
    counts=frozenset({Work.LOCATING, Work.RETRIEVING, Work.PROVIDING}),
    cites=(Citation.parse("FOISA s.12(1)"), *_SSI_2004_467),
    aggregation="requests of different persons that cover the same subject or overlap to a "
    "significant extent, if the information is published within 20 working days of the first",
)
