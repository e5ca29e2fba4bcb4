"""What was asked, of whom, and when it arrived."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import final

import attrs

from foiprevent._values import NONE, as_tuple, not_empty, one_of, optional_day, tuple_of
from foiprevent.citations import Regime
from foiprevent.errors import InvalidRecordError


@final
@attrs.frozen(kw_only=True)
class PublicAuthority:
    """A body that must answer requests: s.3 of the Act.

    Attributes:
        name: Its name.
    """

    name: str = attrs.field(validator=(one_of(str), not_empty))


@final
@attrs.frozen(kw_only=True)
class Question:
    """One thing a request asks.

    Attributes:
        key: What names it in the case; unique there.
        label: Its number or heading as printed, if it had one.
        text: What it asks.
        depends_on: The keys of questions it builds on ("of these, how many...").
    """

    key: str = attrs.field(validator=(one_of(str), not_empty))
    label: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    text: str = attrs.field(validator=one_of(str))
    depends_on: tuple[str, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(str)
    )


@final
@attrs.frozen(kw_only=True)
class Request:
    """A request for information: s.8 of the Act.

    Attributes:
        received: The civil day in London on which it arrived; ``None`` if not known.
        regime: The regime it falls under; ``None`` if not known.
        reference: The authority's reference.
        preamble: What it says before its questions.
        questions: What it asks, in its own order.

    Raises:
        InvalidRecordError: If two questions have one key, or a field is of the wrong type.
    """

    received: date | None = attrs.field(
        default=None, converter=optional_day, validator=one_of(date, NONE)
    )
    regime: Regime | None = attrs.field(default=None, validator=one_of(Regime, NONE))
    reference: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    preamble: str | None = attrs.field(default=None, validator=one_of(str, NONE))
    questions: tuple[Question, ...] = attrs.field(
        default=(), converter=as_tuple, validator=tuple_of(Question)
    )

    def __attrs_post_init__(self) -> None:
        for key, count in Counter(question.key for question in self.questions).items():
            if count > 1:
                raise InvalidRecordError(
                    "Request.questions", key, "each question needs a key of its own"
                )
