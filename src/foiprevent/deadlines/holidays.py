"""Bank holidays: where each is one, on what it rests, and how sure that is.

A bank holiday is one in a part of the United Kingdom: by the Schedule to the Banking and
Financial Dealings Act 1971, by proclamation under its s.1, or at common law.  The same day
may rest on one in Scotland and on another in England, so each part has its own observance.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Final, final

import attrs

from foiprevent._values import NONE, as_tuple, day, not_empty, one_of, optional_day, tuple_of
from foiprevent.citations import Confidence


@final
class Division(enum.Enum):
    """A part of the United Kingdom that has bank holidays of its own."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"

    @property
    def title(self) -> str:
        """The part's name: ``England and Wales``."""
        return _TITLES[self]


_TITLES: Final = {
    Division.ENGLAND_AND_WALES: "England and Wales",
    Division.SCOTLAND: "Scotland",
    Division.NORTHERN_IRELAND: "Northern Ireland",
}


@final
class HolidayBasis(enum.Enum):
    """What makes a day a bank holiday in a part of the United Kingdom."""

    SCHEDULE = "schedule"
    """Schedule 1 to the Banking and Financial Dealings Act 1971, by s.1(1)."""
    PROCLAMATION = "proclamation"
    """A proclamation under s.1(2) of that Act, in place of a day of the Schedule, or s.1(3)."""
    COMMON_LAW = "common law"
    """Christmas Day and Good Friday outside Scotland: FOIA s.10(6) names them."""
    ADDED = "added"
    """The caller's word: see :meth:`WorkingDayCalendar.with_bank_holidays`."""
    LISTED = "GOV.UK's list"
    """A file of GOV.UK's, which does not say on what the day rests: see
    :meth:`WorkingDayCalendar.with_govuk`."""


@final
class HolidayStatus(enum.Enum):
    """How firmly a day stands as a bank holiday; the firmest first."""

    IN_FORCE = "in force"
    """The law makes it one."""
    PUBLISHED = "published"
    """In the official list; its proclamation, if it needs one, was not seen."""
    PROJECTED = "projected"
    """Past the end of the official lists: to be expected, as things stand."""
    CONTESTED = "contested"
    """In the official lists, and reported never to have been proclaimed."""


@final
class ContestedDays(enum.Enum):
    """How to count days that the official lists have and the law may not.

    They are 4 January 2010 and 4 January 2011, in Scotland: see
    :attr:`HolidayStatus.CONTESTED`.
    """

    HOLIDAYS = "holidays"
    """As bank holidays, which is what the lists make them."""
    WORKING = "working"
    """As working days, which they are if nobody proclaimed them."""


@final
@attrs.frozen(kw_only=True)
class Observance:
    """A bank holiday in one part of the United Kingdom.

    Attributes:
        division: The part.
        name: What the day is called there.
        basis: What makes it a bank holiday there.
        status: How firmly it stands there.
        confidence: How well that is established.
        proclaimed_on: The day of the proclamation, if there is one and its day is known.
    """

    division: Division = attrs.field(validator=one_of(Division))
    name: str = attrs.field(validator=(one_of(str), not_empty))
    basis: HolidayBasis = attrs.field(validator=one_of(HolidayBasis))
    status: HolidayStatus = attrs.field(
        default=HolidayStatus.IN_FORCE, validator=one_of(HolidayStatus)
    )
    confidence: Confidence = attrs.field(default=Confidence.VERIFIED, validator=one_of(Confidence))
    proclaimed_on: date | None = attrs.field(
        default=None, converter=optional_day, validator=one_of(date, NONE)
    )


@final
@attrs.frozen(kw_only=True)
class BankHoliday:
    """A weekday that is no working day, and why.

    Attributes:
        day: The day.
        observances: The parts of the United Kingdom that make it one, as :class:`Division`
            lists them; under FOISA, Scotland alone.
        sources: Where the day was found, whatever part of the United Kingdom they speak of.
        note: What is doubtful about it, if anything is.
    """

    day: date = attrs.field(converter=day, validator=one_of(date))
    observances: tuple[Observance, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Observance), not_empty)
    )
    sources: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=tuple_of(str))
    note: str | None = attrs.field(default=None, validator=one_of(str, NONE))

    @property
    def divisions(self) -> tuple[Division, ...]:
        """The parts of the United Kingdom that observe the day."""
        return tuple(observance.division for observance in self.observances)

    @property
    def name(self) -> str:
        """What the day is called; where the parts differ, each name once."""
        return " / ".join(dict.fromkeys(observance.name for observance in self.observances))

    @property
    def status(self) -> HolidayStatus:
        """How firmly the day stands: as firmly as in the part where it stands firmest."""
        found = {observance.status for observance in self.observances}
        return next(status for status in HolidayStatus if status in found)

    @property
    def confidence(self) -> Confidence:
        """How well the day is established: as well as in the part where it is best."""
        found = {observance.confidence for observance in self.observances}
        return next(confidence for confidence in Confidence if confidence in found)

    @property
    def proclaimed_on(self) -> date | None:
        """The day on which a proclamation first made this a bank holiday, if that is known.

        ``None`` where the Schedule or the common law makes it one in some part that
        counts: no proclamation was needed then.
        """
        days = [observance.proclaimed_on for observance in self.observances]
        known = [proclaimed for proclaimed in days if proclaimed is not None]
        return min(known) if len(known) == len(days) else None
