"""What an authority answered, and what it claimed.

What a letter *did* (an :class:`Answer`) and what it *claimed* (a :class:`Reliance`) are
separate, and no constructor compares them: a letter may answer a question and, pages
later, neither confirm nor deny it.  Both are kept, and the audit sees both.

``None`` means that the record does not say.  A letter that is known to be silent has a
value for that: ``NOT_STATED``, ``NOT_MENTIONED``.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import Final, TypeAlias, final

import attrs

from foiprevent._values import NONE, as_tuple, not_empty, one_of, optional_day, tuple_of
from foiprevent.citations import Citation, Regime
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Duty, Likelihood, PrejudiceTest, PublicInterestTest


@final
class Outcome(enum.Enum):
    """What an answer did with its question."""

    DISCLOSED = "disclosed"
    PARTLY_DISCLOSED = "partly disclosed"
    WITHHELD = "withheld"
    NCND = "neither confirmed nor denied"
    NOT_HELD = "not held"
    ACCESSIBLE_ELSEWHERE = "accessible elsewhere"
    REFUSED_COST = "refused: cost limit"
    """Complying would cost more than the appropriate limit: s.12."""
    REFUSED_VEXATIOUS = "refused: vexatious"
    """The request is vexatious: s.14(1)."""
    REFUSED_REPEATED = "refused: repeated"
    """The request repeats one complied with: s.14(2)."""
    NOT_APPLICABLE = "not applicable"
    """The question falls away, as after a *no* to the question it builds on."""
    UNKNOWN = "unknown"
    """It stands in an attachment that was not seen."""

    @property
    def refuses(self) -> bool:
        """Whether it refuses something."""
        return self in _REFUSING


_REFUSING = frozenset(
    {
        Outcome.WITHHELD,
        Outcome.NCND,
        Outcome.PARTLY_DISCLOSED,
        Outcome.REFUSED_COST,
        Outcome.REFUSED_VEXATIOUS,
        Outcome.REFUSED_REPEATED,
    }
)


@final
class Held(enum.Enum):
    """What a letter says about whether the information is held: s.1(1)(a)."""

    YES = "held"
    PARTLY = "partly held"
    NO = "not held"
    NCND = "neither confirmed nor denied"
    NOT_STATED = "not stated"


@final
class ResponseKind(enum.Enum):
    """What kind of letter a response is."""

    RESPONSE = "response"
    PARTIAL_RESPONSE = "partial response"
    EXTENSION_NOTICE = "extension notice"
    """More time is taken to weigh the public interest: ss.10(3) and 17(2)."""
    REVIEW_OUTCOME = "review outcome"
    OTHER = "other"
    """An acknowledgement, or anything else that answers nothing."""


@final
@attrs.frozen(kw_only=True)
class Link:
    """Something a letter points to.

    Attributes:
        text: The words of the link, or what it is said to lead to.
        uri: Where it leads; ``None`` where the letter says there is a link and has none.
    """

    text: str = attrs.field(validator=one_of(str))
    uri: str | None = attrs.field(default=None, validator=one_of(str, NONE))


@final
@attrs.frozen(kw_only=True)
class Answer:
    """What a letter did with one question, or with a part of one.

    Attributes:
        question: The key of the question.
        part: The part of it this answers, where several answers share a question.
        outcome: What was done.
        text: What the letter says.
        held: What it says about holding this information, where it says it here.
        referred_to: Who else is said to hold it.
        links: What it points to.
        attachments: What is said to be attached.
    """

    question: str = attrs.field(validator=(one_of(str), not_empty))
    part: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    outcome: Outcome = attrs.field(validator=one_of(Outcome))
    text: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    held: Held = attrs.field(default=Held.NOT_STATED, validator=one_of(Held))
    referred_to: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    links: tuple[Link, ...] = attrs.field(default=(), converter=as_tuple, validator=tuple_of(Link))
    attachments: tuple[str, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(str)
    )


@final
@attrs.frozen(kw_only=True)
class QuestionScope:
    """A claim made for named questions.

    Attributes:
        keys: The keys of the questions.
    """

    keys: tuple[str, ...] = attrs.field(converter=as_tuple, validator=(tuple_of(str), not_empty))


@final
@attrs.frozen(kw_only=True)
class WholeRequest:
    """A claim made for everything that was asked."""


@final
@attrs.frozen(kw_only=True)
class ScopeNotStated:
    """A claim that is not tied to anything that was asked."""


Scope: TypeAlias = QuestionScope | WholeRequest | ScopeNotStated
"""What a claim is made for."""


@final
@attrs.frozen(kw_only=True)
class Reliance:
    """A provision a letter relies on: s.17(1)(b).

    Attributes:
        cited_as: The letter's own words for it.
        citation: The provision; ``None`` if the words cite none.
        by_virtue_of: Provisions it is said to apply through: the condition of s.40(2), or
            the limb behind an NCND provision ("s.31(3) by virtue of s.31(1)(a)").
        duty_claimed: The duty the letter says falls away; ``None`` if it does not say.
        scope: What it is claimed for.
        alternative_to: Provisions it is pleaded in the alternative to.
        likelihood: How likely a harm is said to be.
        reasons: Why it is said to apply: s.17(1)(c).
        explanation_withheld: Whether the letter says that explaining would itself
            disclose exempt information: s.17(4).
        qualified_person: Whose opinion it says was given, for s.36(2).
        opinion_given_on: The day it says the opinion was given.
        cost_estimate: What it says complying would cost, or how long it would take: s.12.
    """

    cited_as: str = attrs.field(validator=(one_of(str), not_empty))
    citation: Citation | None = attrs.field(default=None, validator=one_of(Citation, NONE))
    by_virtue_of: tuple[Citation, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(Citation)
    )
    duty_claimed: Duty | None = attrs.field(default=None, validator=one_of(Duty, NONE))
    scope: Scope = attrs.field(
        factory=ScopeNotStated, validator=one_of(QuestionScope, WholeRequest, ScopeNotStated)
    )
    alternative_to: tuple[Citation, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(Citation)
    )
    likelihood: Likelihood = attrs.field(
        default=Likelihood.NOT_STATED, validator=one_of(Likelihood)
    )
    reasons: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    explanation_withheld: bool = attrs.field(default=False, validator=one_of(bool))
    qualified_person: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    opinion_given_on: date | None = attrs.field(
        default=None, converter=optional_day, validator=one_of(date, NONE)
    )
    cost_estimate: str | None = attrs.field(default=None, validator=one_of(str, NONE))


@final
class Offer(enum.Enum):
    """Whether a letter offers an internal review: s.17(7)(a)."""

    OFFERED = "offered"
    NONE_EXISTS = "none exists"
    """The letter says that there is no complaints procedure, which is enough."""
    NOT_MENTIONED = "not mentioned"


@final
class WindowUnit(enum.Enum):
    """What the length of a window is counted in, in the letter's words."""

    WORKING_DAYS = "working days"
    CALENDAR_DAYS = "calendar days"
    DAYS = "days"
    """Bare days, which may mean either."""
    WEEKS = "weeks"
    MONTHS = "months"
    NOT_STATED = "not stated"


@final
class CountedFrom(enum.Enum):
    """What the window to ask for a review is counted from."""

    LETTER = "letter"
    """The date of the letter."""
    RECEIPT = "receipt"
    """The requester's receipt of it."""
    NOT_STATED = "not stated"


@final
@attrs.frozen(kw_only=True)
class ReviewRoute:
    """What a letter says about asking for an internal review.

    Attributes:
        offered: Whether it offers one.
        contact: Where to ask.
        length: How long the window to ask is, in ``unit``; ``None`` if none is set.
        unit: What that is counted in.
        counted_from: What it is counted from.
        answered_within: How many working days the authority gives itself to answer.
        wording: What the letter says of the window.

    Raises:
        InvalidRecordError: If a length is not from 1 to 1000, or a field is of the wrong type.
    """

    offered: Offer = attrs.field(validator=one_of(Offer))
    contact: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    length: int | None = attrs.field(default=None, validator=one_of(int, NONE))
    unit: WindowUnit = attrs.field(default=WindowUnit.NOT_STATED, validator=one_of(WindowUnit))
    counted_from: CountedFrom = attrs.field(
        default=CountedFrom.NOT_STATED, validator=one_of(CountedFrom)
    )
    answered_within: int | None = attrs.field(default=None, validator=one_of(int, NONE))
    wording: str | None = attrs.field(default=None, validator=one_of(str, NONE))

    def __attrs_post_init__(self) -> None:
        for name in ("length", "answered_within"):
            value = getattr(self, name)
            if value is not None and not 1 <= value <= LONGEST_WINDOW:
                raise InvalidRecordError(
                    f"ReviewRoute.{name}", value, f"expected 1 to {LONGEST_WINDOW}"
                )


LONGEST_WINDOW: Final = 1000


@final
class Told(enum.Enum):
    """Whether a letter tells the requester of a right."""

    STATED = "stated"
    NOT_MENTIONED = "not mentioned"


@final
@attrs.frozen(kw_only=True)
class Commissioner:
    """What a letter says about the right to apply to the Commissioner: s.17(7)(b).

    Attributes:
        right: Whether it tells of the right under s.50.
        contact: How it says the regulator can be reached.
    """

    right: Told = attrs.field(validator=one_of(Told))
    contact: str | None = attrs.field(default=None, validator=one_of(str, NONE))


@final
@attrs.frozen(kw_only=True)
class Response:
    """A letter from the authority.

    Attributes:
        sent: The day it was sent; ``None`` if not known.
        kind: What kind of letter it is.
        regime_claimed: The regime it says it answers under; ``None`` if it does not say.
        reference: The reference it carries.
        holds: What it says about holding the information as a whole.
        answers: What it did, in its own order.
        reliances: What it claimed.
        tests: The public interest tests it records.
        prejudice_tests: The prejudice tests it records.
        estimate: In an extension notice, when it expects to decide: s.17(2).
        review_route: What it says about an internal review; ``None`` if the record does
            not show.
        commissioner: What it says about the Commissioner; ``None`` likewise.
        advice: The advice and assistance it gives on how the request could be met: s.16.
        links: What it points to beyond its answers.
        remarks: What else it says.
    """

    sent: date | None = attrs.field(
        default=None, converter=optional_day, validator=one_of(date, NONE)
    )
    kind: ResponseKind = attrs.field(default=ResponseKind.RESPONSE, validator=one_of(ResponseKind))
    regime_claimed: Regime | None = attrs.field(default=None, validator=one_of(Regime, NONE))
    reference: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    holds: Held = attrs.field(default=Held.NOT_STATED, validator=one_of(Held))
    answers: tuple[Answer, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(Answer)
    )
    reliances: tuple[Reliance, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(Reliance)
    )
    tests: tuple[PublicInterestTest, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(PublicInterestTest)
    )
    prejudice_tests: tuple[PrejudiceTest, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(PrejudiceTest)
    )
    estimate: date | None = attrs.field(
        default=None, converter=optional_day, validator=one_of(date, NONE)
    )
    review_route: ReviewRoute | None = attrs.field(
        default=None, validator=one_of(ReviewRoute, NONE)
    )
    commissioner: Commissioner | None = attrs.field(
        default=None, validator=one_of(Commissioner, NONE)
    )
    advice: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    links: tuple[Link, ...] = attrs.field(default=(), converter=as_tuple, validator=tuple_of(Link))
    remarks: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=tuple_of(str))
