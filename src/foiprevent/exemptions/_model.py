"""The words the law of refusal is written in: duties, statuses, bases, provisions.

An exemption takes away one of the two duties of s.1(1) of the Act: to say whether the
information is held, or to communicate it.  Section 2 says how: absolutely, where
s.2(3) lists the provision, and otherwise only if the public interest in holding back
outweighs the public interest in answering.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Final, final

import attrs

from foiprevent._values import (
    NONE,
    as_tuple,
    day,
    not_empty,
    one_of,
    optional_day,
    tuple_of,
)
from foiprevent.citations import Citation, Confidence, Regime, Source
from foiprevent.errors import InvalidRecordError

COMMENCEMENT: Final = date(2005, 1, 1)
"""The day the right of access came into force in all three regimes."""


@final
class Duty(enum.Enum):
    """One of the two duties of s.1(1), or what answers to it in another regime."""

    CONFIRM_OR_DENY = "confirm or deny"
    """To say whether the information is held: s.1(1)(a)."""
    COMMUNICATE = "communicate"
    """To communicate the information, if it is held: s.1(1)(b)."""

    def citation(self, regime: Regime) -> Citation:
        """Return the provision the duty rests on in *regime*.

        The EIR and FOISA put both into one: reg.5(1) and s.1(1).
        """
        if regime is Regime.FOIA:
            paragraph = "a" if self is Duty.CONFIRM_OR_DENY else "b"
            return Citation(regime=regime, section="1", parts=("1", paragraph))
        return Citation(regime=regime, section="5" if regime is Regime.EIR else "1", parts=("1",))


@final
class Status(enum.Enum):
    """Whether the public interest must be weighed before a provision is relied on: s.2."""

    ABSOLUTE = "absolute"
    """Listed in s.2(3): no public interest test."""
    QUALIFIED = "qualified"
    """Not listed in s.2(3): a public interest test is needed."""
    PARTLY_ABSOLUTE = "partly absolute"
    """Absolute in some cases and qualified in others; the note says which."""
    DISPUTED = "disputed"
    """The words of the Act and the regulator differ; the note gives both."""


@final
class Basis(enum.Enum):
    """What makes information exempt under a provision."""

    CLASS = "class"
    """What the information is, whatever disclosing it would do."""
    PREJUDICE = "prejudice"
    """Harm that disclosing it would, or would be likely to, do."""
    ENDANGERMENT = "endangerment"
    """Danger to someone's health or safety (s.38): not the same as prejudice."""
    REQUIRED = "required"
    """Exemption is required for a purpose (ss.24 and 34)."""
    CONDITIONS = "conditions"
    """Conditions are met: one of those of s.40(2), or both of those of FOISA s.18(1)."""
    ADVERSE_EFFECT = "adverse effect"
    """Disclosure would adversely affect an interest (EIR reg.12(5)); likely is not enough."""
    EXCLUSION = "exclusion"
    """The duty does not reach the information at all (EIR reg.5(3))."""


@final
class Role(enum.Enum):
    """What a provision does."""

    WITHHOLD = "withhold"
    """Makes information exempt from the duty to communicate it."""
    CONFIRM_OR_DENY = "confirm or deny"
    """Takes away the duty to confirm or deny (a *neither confirm nor deny* provision)."""
    CERTIFICATE = "certificate"
    """Lets a certificate prove that an exemption applies, or says how."""
    DEFINITION = "definition"
    """Defines, limits or conditions other provisions."""
    SECTION = "section"
    """A provision whose limbs do different things; see ``limbs``."""


@final
class Likelihood(enum.Enum):
    """How likely a harm is claimed to be; a prejudice exemption needs one of the first two."""

    WOULD = "would"
    """More probable than not."""
    WOULD_BE_LIKELY = "would be likely to"
    """A real and significant risk, though less than probable."""
    COULD = "may or could"
    """A possibility, which no prejudice exemption is content with."""
    NOT_STATED = "not stated"
    """The letter does not choose; the lower is then assumed."""


def counted_as_received(received: date, on: date) -> date:
    """Return the day of receipt to read the law by, of a request dealt with on the day *on*.

    A request is dealt with no earlier than it is received, and none could be made, in this
    sense, before the right of access was in force.
    """
    return min(max(received, COMMENCEMENT), on)


@final
class Trigger(enum.Enum):
    """What about a request must fall on or after an amendment's day for it to apply."""

    DEALT_WITH = "the day the request was dealt with"
    RECEIVED = "the day the request was received"


@final
class Position(enum.Enum):
    """A side to take where the words of an enactment and the regulator differ."""

    WORDS = "the words of the enactment"
    REGULATOR = "the regulator's reading"


@final
@attrs.frozen(kw_only=True)
class Period:
    """A stretch of days in which a provision reads as it does.

    Attributes:
        start: The first day.
        end: The last day, inclusive; ``None`` while it goes on.
        note: The instrument that began it, or how the text differed.
        trigger: What about a request must fall within it.
    """

    start: date = attrs.field(converter=day, validator=one_of(date))
    end: date | None = attrs.field(
        default=None, converter=optional_day, validator=one_of(date, NONE)
    )
    note: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    trigger: Trigger = attrs.field(default=Trigger.DEALT_WITH, validator=one_of(Trigger))

    def __attrs_post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise InvalidRecordError("Period.end", self.end, f"before its start, {self.start}")

    def __contains__(self, on: date) -> bool:
        return self.start <= on and (self.end is None or on <= self.end)

    def __str__(self) -> str:
        start = f"{self.start:%d %B %Y}".lstrip("0")
        if self.end is None:
            return f"since {start}"
        end = f"{self.end:%d %B %Y}".lstrip("0")
        return f"from {start} to {end}"


@final
@attrs.frozen(kw_only=True)
class Harm:
    """The harm a provision speaks of, in the Act's own verb.

    Attributes:
        verb: ``prejudice``, ``endanger``, ``inhibit``, ``safeguard``...
        thresholds: How likely it must be; empty where the Act sets no likelihood.
    """

    verb: str = attrs.field(validator=(one_of(str), not_empty))
    thresholds: tuple[Likelihood, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(Likelihood)
    )


@final
@attrs.frozen(kw_only=True)
class Certificate:
    """A certificate that proves an exemption applies.

    Attributes:
        citation: The provision that provides for it.
        signed_by: Who may sign it.
        effect: What it proves, and how far that can be challenged.
        covers: What it may certify.
    """

    citation: Citation = attrs.field(validator=one_of(Citation))
    signed_by: str = attrs.field(validator=one_of(str))
    effect: str = attrs.field(validator=one_of(str))
    covers: str = attrs.field(validator=one_of(str))


@final
@attrs.frozen(kw_only=True)
class Dispute:
    """What the two sides say of a provision whose status is disputed.

    Attributes:
        words: Its status on the words of the enactment.
        regulator: Its status as the regulator reads it.
    """

    words: Status = attrs.field(validator=one_of(Status))
    regulator: Status = attrs.field(validator=one_of(Status))

    def under(self, position: Position) -> Status:
        """Return the status under *position*."""
        return self.words if position is Position.WORDS else self.regulator


ANY_AUTHORITY: Final = "any public authority"


@final
@attrs.frozen(kw_only=True)
class Exemption:
    """A provision of the law of refusal, as it stands on a day.

    Attributes:
        citation: The provision.
        condition: For a limb of s.40(2), FOISA s.38(1)(b) or EIR reg.13(1), the condition by
            virtue of which it applies; for an NCND provision on personal data, the
            condition it answers to.
        part_of: The provision this is only a part of, such as s.41(1) for s.41(1)(b).
        title: The heading of its section.
        summary: What it says, in this library's own words.
        role: What it does.
        duty: The duty it takes away; ``None`` if it takes away none, or (for a
            section) not one alone.
        status: Whether it is absolute or qualified; ``None`` if it takes away no duty.
        status_note: Why it is partly absolute or disputed.
        dispute: What either side says, where it is disputed.
        absolute_by: What makes it absolute, wholly or in part: an item of s.2(3), or of
            FOISA s.2(2), or the regulation that sets it apart from EIR reg.12(1).
        basis: What makes information exempt under it.
        harm: The harm it speaks of.
        confirm_or_deny: For a withholding provision, the provisions that take away the
            duty to confirm or deny for the same information, that day.
        covers: For such an NCND provision, the withholding provisions it answers to.
        excludes: Provisions that cannot withhold the same information.
        limited_by: Provisions that take some information out of its reach, or that bear
            on its public interest test.
        certificates: Certificates that can prove it.
        needs_qualified_person: Whether it rests on a qualified person's reasonable
            opinion: s.36(2).
        who_may_rely: Which authorities may rely on it.
        limbs: The operative provisions within it that day; of s.40(2), FOISA s.38(1)(b) and
            EIR reg.13(1), its conditions.
        in_force: The periods in which it reads, and stands under s.2(3), as it does here.
        confidence: How well its text is established.
        dates_confidence: How well its dates are.
        sources: Where both were read.
        notes: What else a reader should know.
    """

    citation: Citation
    condition: Citation | None = None
    part_of: Citation | None = None
    title: str
    summary: str
    role: Role
    duty: Duty | None = None
    status: Status | None = None
    status_note: str | None = None
    dispute: Dispute | None = None
    absolute_by: Citation | None = None
    basis: Basis | None = None
    harm: Harm | None = None
    confirm_or_deny: tuple[Citation, ...] = ()
    covers: tuple[Citation, ...] = ()
    excludes: tuple[Citation, ...] = ()
    limited_by: tuple[Citation, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    needs_qualified_person: bool = False
    who_may_rely: str = ANY_AUTHORITY
    limbs: tuple[Exemption, ...] = ()
    in_force: tuple[Period, ...]
    confidence: Confidence = Confidence.VERIFIED
    dates_confidence: Confidence = Confidence.VERIFIED
    sources: tuple[Source, ...] = ()
    notes: str | None = None

    @property
    def uri(self) -> str:
        """The provision's identifier at legislation.gov.uk."""
        return self.citation.uri

    @property
    def needs_public_interest_test(self) -> bool | None:
        """Whether s.2 asks for a public interest test; ``None`` where it depends."""
        if self.status in (Status.PARTLY_ABSOLUTE, Status.DISPUTED):
            return None
        return self.status is Status.QUALIFIED

    def is_in_force(self, on: date, *, received: date | None = None) -> bool:
        """Return whether the provision is in force.

        Args:
            on: The day the request was dealt with.
            received: The day it was received, by which some amendments go; without it,
                they are read as at *on*.
        """
        came = on if received is None else counted_as_received(received, on)
        return any(
            (came if period.trigger is Trigger.RECEIVED else on) in period
            for period in self.in_force
        )

    def __str__(self) -> str:
        if self.condition is None or self.role is not Role.WITHHOLD:
            return str(self.citation)
        return f"{self.citation} by virtue of {self.condition.short}"
