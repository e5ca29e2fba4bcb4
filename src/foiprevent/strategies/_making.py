"""Parts of a case that say all they must: what lawful cases and their defects are made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from foiprevent.cases import (
    Answer,
    Case,
    Commissioner,
    CountedFrom,
    Held,
    Offer,
    Outcome,
    PublicAuthority,
    Question,
    QuestionScope,
    Reliance,
    Request,
    Response,
    ReviewRoute,
    Told,
    WindowUnit,
)
from foiprevent.citations import Citation, Regime
from foiprevent.exemptions import Balance, Duty, Factor, Likelihood, PublicInterestTest, Side

if TYPE_CHECKING:
    from foiprevent.cases.events import Event

RECEIVED: Final = date(2023, 3, 1)
SENT: Final = date(2023, 3, 20)
DUE: Final = date(2023, 3, 30)
ROUTE: Final = ReviewRoute(
    offered=Offer.OFFERED,
    length=40,
    unit=WindowUnit.WORKING_DAYS,
    counted_from=CountedFrom.LETTER,
)
ESTIMATE: Final = "Forty hours, at 25 pounds an hour."
ADVICE: Final = "A request for one year could be met within the limit."
COMMISSIONER: Final = Commissioner(right=Told.STATED)
FACTORS: Final = (
    Factor(side=Side.DISCLOSURE, text="It would show how the duty is met."),
    Factor(side=Side.EXEMPTION, text="It would show where it is not."),
)


# What a case is made of

Part: TypeAlias = Answer | Reliance | PublicInterestTest
"""What a letter is made of."""


def s(text: str) -> Citation:
    return Citation.parse(text)


def cites(*texts: str) -> tuple[Citation, ...]:
    return tuple(s(text) for text in texts)


def answer(question: str = "1", outcome: Outcome = Outcome.WITHHELD, **fields: object) -> Answer:
    held = {
        Outcome.NOT_HELD: Held.NO,
        Outcome.NCND: Held.NCND,
        Outcome.WITHHELD: Held.YES,
        Outcome.PARTLY_DISCLOSED: Held.YES,
    }.get(outcome, Held.NOT_STATED)
    given: dict[str, Any] = {"question": question, "outcome": outcome, "held": held}
    given.update(fields)
    return Answer(**given)


def claim(cited: str, *questions: str, **fields: object) -> Reliance:
    """Return a claim that says all a claim must; of no question, for question 1."""
    given: dict[str, Any] = {
        "cited_as": f"section {cited}",
        "citation": s(cited),
        "scope": QuestionScope(keys=questions or ("1",)),
        "likelihood": Likelihood.WOULD_BE_LIKELY,
        "reasons": "Answering would do the harm it speaks of.",
    }
    given.update(fields)
    return Reliance(**given)


def weighed(
    *provisions: str, on: Duty | None = Duty.COMMUNICATE, **fields: object
) -> PublicInterestTest:
    """Return a test that says all a test must."""
    given: dict[str, Any] = {
        "provisions": cites(*provisions),
        "argued_on": on,
        "balanced_on": on,
        "factors": FACTORS,
        "balance": Balance.MAINTAIN,
    }
    given.update(fields)
    return PublicInterestTest(**given)


def letter(*parts: Part, **fields: object) -> Response:
    """Return a letter in time, with the particulars of s.17(7)."""
    given: dict[str, Any] = {
        "sent": SENT,
        "regime_claimed": Regime.FOIA,
        "answers": tuple(part for part in parts if isinstance(part, Answer)),
        "reliances": tuple(part for part in parts if isinstance(part, Reliance)),
        "tests": tuple(part for part in parts if isinstance(part, PublicInterestTest)),
        "review_route": ROUTE,
        "commissioner": COMMISSIONER,
    }
    given.update(fields)
    return Response(**given)


def case(*parts: Response | Event, ask: int | tuple[Question, ...] = 1, **request: object) -> Case:
    """Return a case of some letters and events; its questions are numbered from 1."""
    if isinstance(ask, int):
        ask = tuple(Question(key=str(n), text=f"What of {n}?") for n in range(1, ask + 1))
    given: dict[str, Any] = {"received": RECEIVED, "regime": Regime.FOIA, "questions": ask}
    given.update(request)
    return Case(
        authority=PublicAuthority(name="Anytown Council"),
        request=Request(**given),
        responses=tuple(part for part in parts if isinstance(part, Response)),
        events=tuple(part for part in parts if not isinstance(part, Response)),
    )
