"""What was read in a letter: facts, each with its words, and the rule that found it.

A fact with no words for it is absent; where a letter says two things, both are kept and the
conflict is named.  What no rule took is kept with its place.
"""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from foiprevent._values import NONE, as_tuple, not_empty, one_of, tuple_of
from foiprevent.cases import (
    Case,
    Held,
    Outcome,
    PublicAuthority,
    Request,
    Response,
    ResponseKind,
    Told,
)
from foiprevent.cases.events import EVENTS, Event
from foiprevent.citations import Citation, Regime
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Balance, Likelihood, Side
from foiprevent.letters.reading._rules import Rule
from foiprevent.prevent import Argument, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable


@final
class MessageKind(enum.Enum):
    """What kind of message a letter is."""

    ACKNOWLEDGEMENT = "acknowledgement"
    CLARIFICATION_REQUEST = "clarification request"
    """More is needed to find what is asked for: s.1(3)."""
    FEES_NOTICE = "fees notice"
    """A fee is asked for: s.9."""
    EXTENSION_NOTICE = "extension notice"
    """More time is taken: ss.10(3) and 17(2), EIR reg.7."""
    RESPONSE = "response"
    PARTIAL_RESPONSE = "partial response"
    REVIEW_OUTCOME = "review outcome"
    TRANSFER = "transfer"
    OTHER = "other"

    @property
    def response_kind(self) -> ResponseKind:
        """The kind of response in a record."""
        return _RESPONSES.get(self, ResponseKind.OTHER)


_RESPONSES = {
    MessageKind.RESPONSE: ResponseKind.RESPONSE,
    MessageKind.PARTIAL_RESPONSE: ResponseKind.PARTIAL_RESPONSE,
    MessageKind.EXTENSION_NOTICE: ResponseKind.EXTENSION_NOTICE,
    MessageKind.REVIEW_OUTCOME: ResponseKind.REVIEW_OUTCOME,
}


@final
class About(enum.Enum):
    """What a fact tells of."""

    KIND = "kind of message"
    AUTHORITY = "authority"
    REFERENCE = "reference"
    REGIME = "regime"
    RECEIVED = "day of receipt"
    SENT = "day of the letter"
    DUE = "due date stated"
    EXTENDED_TO = "date of an extension"
    REVIEW_REQUESTED = "day of the request for review"
    QUESTION = "question"
    TOPIC = "topic asked about"
    ANSWER = "answer"
    HELD = "whether held"
    REFERRED_TO = "who else holds it"
    LINK = "link"
    ATTACHMENT = "attachment"
    RELIANCE = "provision relied on"
    MENTION = "provision only mentioned"
    NCND = "claim neither to confirm nor deny"
    LIKELIHOOD = "likelihood of harm"
    ESTIMATE = "estimate of cost"
    QUALIFIED_PERSON = "qualified person"
    FACTOR = "factor weighed"
    ARGUMENT = "argument made"
    BALANCE = "balance of the public interest"
    REVIEW = "offer of a review"
    REVIEW_WINDOW = "time to ask for a review"
    REVIEW_ANSWER = "time to answer a review"
    COMMISSIONER = "right to the Commissioner"
    CONTACT = "the Commissioner's details"
    ADVICE = "advice and assistance"
    REUSE = "re-use"


FactValue: TypeAlias = (
    MessageKind
    | Regime
    | date
    | Citation
    | Outcome
    | Held
    | Likelihood
    | Side
    | Balance
    | Told
    | Topic
    | Argument
    | int
    | str
)
"""What a fact says: a value of the model, or the words themselves."""

_VALUES = (
    MessageKind, Regime, date, Citation, Outcome, Held, Likelihood, Side, Balance, Told, Topic,
    Argument, int, str,
)  # fmt: skip


@final
@attrs.frozen(kw_only=True)
class Fact:
    """One thing that a letter says, and where.

    Attributes:
        about: What it tells of.
        value: What it says.
        start: Where the words begin, as an offset into the letter.
        end: Where they end, exclusive.
        text: The words, as they stand.
        rule: The rule that found them, which says how specific it is.
        question: The key of the question it belongs to, if it belongs to one.
    """

    about: About = attrs.field(validator=one_of(About))
    value: FactValue = attrs.field(validator=one_of(*_VALUES))
    start: int = attrs.field(validator=one_of(int))
    end: int = attrs.field(validator=one_of(int))
    text: str = attrs.field(validator=(one_of(str), not_empty))
    rule: Rule = attrs.field(validator=one_of(Rule))
    question: str | None = attrs.field(default=None, validator=one_of(str, NONE))


@final
@attrs.frozen(kw_only=True)
class Contradiction:
    """Two or more things that a letter says and that cannot all be so.

    Attributes:
        says: What is at odds.
        facts: The facts, in the order of the letter.
    """

    says: str = attrs.field(validator=(one_of(str), not_empty))
    facts: tuple[Fact, ...] = attrs.field(converter=as_tuple, validator=tuple_of(Fact))


@final
@attrs.frozen(kw_only=True)
class UnreadPassage:
    """Words of a letter that no rule took.

    Attributes:
        start: Where they begin, as an offset into the letter.
        end: Where they end, exclusive.
        text: The words, as they stand.
    """

    start: int = attrs.field(validator=one_of(int))
    end: int = attrs.field(validator=one_of(int))
    text: str = attrs.field(validator=one_of(str))


@final
@attrs.frozen(kw_only=True)
class Reading:
    """What was read in a letter.

    Attributes:
        text: The letter.
        kind: What kind of message it is.
        authority: Who wrote it; ``None`` if it does not say.
        request: What it says of the request.
        response: The letter itself, as a record.
        events: The other steps of procedure it tells of.
        due: The day by which it says an answer is due; ``None`` if it says none.
        facts: Every fact, in the order of the letter.
        contradictions: What it says that cannot all be so.
        unread: The passages no rule took, in order.
    """

    text: str = attrs.field(validator=one_of(str))
    kind: MessageKind = attrs.field(validator=one_of(MessageKind))
    authority: str | None = attrs.field(validator=one_of(str, NONE))
    request: Request = attrs.field(validator=one_of(Request))
    response: Response = attrs.field(validator=one_of(Response))
    events: tuple[Event, ...] = attrs.field(converter=as_tuple, validator=tuple_of(*EVENTS))
    due: date | None = attrs.field(validator=one_of(date, NONE))
    facts: tuple[Fact, ...] = attrs.field(converter=as_tuple, validator=tuple_of(Fact))
    contradictions: tuple[Contradiction, ...] = attrs.field(
        converter=as_tuple, validator=tuple_of(Contradiction)
    )
    unread: tuple[UnreadPassage, ...] = attrs.field(
        converter=as_tuple, validator=tuple_of(UnreadPassage)
    )

    def about(self, *what: About) -> tuple[Fact, ...]:
        """Return the facts that tell of any of *what*, in the order of the letter."""
        return tuple(fact for fact in self.facts if fact.about in what)

    @property
    def relied_on(self) -> tuple[Citation, ...]:
        """Every provision the letter relies on, conditions and those of an extension too."""
        return _distinct(
            fact.value for fact in self.about(About.RELIANCE) if isinstance(fact.value, Citation)
        )

    @property
    def mentioned(self) -> tuple[Citation, ...]:
        """Every provision it names without relying on it."""
        relied = set(self.relied_on)
        return _distinct(
            fact.value
            for fact in self.about(About.MENTION)
            if isinstance(fact.value, Citation) and fact.value not in relied
        )

    @property
    def ncnd(self) -> tuple[Citation, ...]:
        """Every provision under which it neither confirms nor denies."""
        return _distinct(
            fact.value for fact in self.about(About.NCND) if isinstance(fact.value, Citation)
        )

    def to_case(self, *, authority: str | None = None) -> Case:
        """Return a case with what was read, which an audit accepts.

        Args:
            authority: The name of the authority, where the letter does not give it.

        Raises:
            InvalidRecordError: If neither the letter nor the caller names the authority.
        """
        name = authority or self.authority
        if name is None:
            raise InvalidRecordError(
                "Reading.to_case.authority", authority, "the letter does not name its authority"
            )
        return Case(
            authority=PublicAuthority(name=name),
            request=self.request,
            responses=(self.response,),
            events=self.events,
        )


def _distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citations))
