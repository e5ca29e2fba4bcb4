"""A case made ready for the rules: each claim beside the law of the day it was made.

Rules see a :class:`Reading`, not the bare case, so that none looks a provision up for
itself.  A rule is a function from a reading to findings; the decorator :func:`rule`
registers it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias, final

import attrs

from foiprevent.cases import (
    Case,
    Held,
    Outcome,
    QuestionScope,
    Reliance,
    Response,
    ResponseKind,
    ScopeNotStated,
    WholeRequest,
)
from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import LAW_AS_AT, Duty, Exemption, exemption
from foiprevent.findings._model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from foiprevent.cases import Answer
    from foiprevent.findings._model import Finding

GROUNDS: Final = frozenset({"1", "8", "9", "10", "11", "12", "13", "14"})
"""Sections of the Act under which a request can be refused, or need not be met (yet, or as
asked), without an exemption: their rules are their own."""

NOTICE_GROUNDS: Final = frozenset({"12", "14"})
"""Those of them that need a notice of their own: s.17(5)."""

GUIDANCE: Final = Source(
    kind=SourceKind.GUIDANCE,
    text="ICO guidance on refusing a request: writing a refusal notice",
    uri="https://ico.org.uk/for-organisations/foi/freedom-of-information-and-environmental-"
    "information-regulations/section-17-refusing-a-request-writing-a-refusal-notice",
    confidence=Confidence.STATED,
)

REFUSED: Final = frozenset(
    {
        Outcome.WITHHELD,
        Outcome.NCND,
        Outcome.PARTLY_DISCLOSED,
        Outcome.REFUSED_COST,
        Outcome.REFUSED_VEXATIOUS,
        Outcome.REFUSED_REPEATED,
    }
)
"""Outcomes that refuse something."""

NOTICES: Final = frozenset(
    {ResponseKind.RESPONSE, ResponseKind.PARTIAL_RESPONSE, ResponseKind.EXTENSION_NOTICE}
)
"""The kinds of letter that can be a refusal notice under s.17."""


def s(text: str) -> Citation:
    """Return a provision of the Act."""
    return Citation.parse(text)


@final
@attrs.frozen(kw_only=True)
class Claim:
    """A reliance, beside the law of the day.

    Attributes:
        response: The letter that makes it.
        reliance: The claim.
        provision: What stands at the citation that day; ``None`` if nothing does, or it is
            not of the Act, whose rules these are.
        problem: Why nothing does.
    """

    response: Response
    reliance: Reliance
    provision: Exemption | None
    problem: NotInForceError | UnknownProvisionError | None = None

    @property
    def citation(self) -> Citation | None:
        """The provision cited."""
        return self.reliance.citation

    def covers(self, question: str) -> bool:
        """Return whether the claim is made for the question with this key."""
        match self.reliance.scope:
            case QuestionScope(keys=keys):
                return question in keys
            case WholeRequest():
                return True
            case _:
                return False

    @property
    def is_unattached(self) -> bool:
        """Whether the letter does not say what the claim is made for."""
        return isinstance(self.reliance.scope, ScopeNotStated)

    @property
    def is_ground(self) -> bool:
        """Whether it is a ground of refusal that is not an exemption."""
        cited = self.citation
        return cited is not None and cited.regime is Regime.FOIA and cited.section in GROUNDS

    @property
    def needs_notice(self) -> bool:
        """Whether it must be made in a notice under s.17(1) or (5)."""
        cited = self.citation
        return not self.is_ground or (cited is not None and cited.section in NOTICE_GROUNDS)

    @property
    def takes_away(self) -> Duty | None:
        """The duty taken away: the provision's own, else the one the letter claims."""
        if self.provision is not None and self.provision.duty is not None:
            return self.provision.duty
        return self.reliance.duty_claimed


@final
@attrs.frozen(kw_only=True)
class Reading:
    """A case, the day asked about, and every claim beside the law."""

    case: Case
    on: date | None
    claims: tuple[Claim, ...]

    def claims_in(self, response: Response) -> list[Claim]:
        """Return the claims *response* makes."""
        return [claim for claim in self.claims if claim.response is response]

    def letters_with(self, response: Response) -> list[Response]:
        """Return the letters *response* is read with: itself, and every notice of the case.

        What one notice specifies, confirms or explains, another need not say again.
        """
        return [r for r in self.case.responses if r is response or r.kind in NOTICES]

    def claims_with(self, response: Response) -> list[Claim]:
        """Return the claims made in the letters *response* is read with."""
        return [claim for r in self.letters_with(response) for claim in self.claims_in(r)]

    def regime_of(self, response: Response) -> Regime | None:
        """Return the regime *response* answers under, so far as is known."""
        return response.regime_claimed or self.case.regime

    def is_foia(self, response: Response) -> bool:
        """Return whether the Act's rules on refusals may govern *response*."""
        return self.regime_of(response) in (Regime.FOIA, None)

    def breach(self, response: Response) -> Severity:
        """Return the severity of a breach of the Act in *response*.

        A query where the record does not even say that the Act applies.
        """
        return Severity.BREACH if self.regime_of(response) else Severity.QUERY

    def keys(self, questions: Iterable[str]) -> tuple[str, ...]:
        """Return question keys once each, in the request's order, unknown ones last."""
        order = {q.key: place for place, q in enumerate(self.case.request.questions)}
        return tuple(sorted(set(questions), key=lambda key: (order.get(key, len(order)), key)))

    def scope(self, claim: Claim) -> tuple[str, ...]:
        """Return the keys a claim is made for; none where it does not say."""
        match claim.reliance.scope:
            case QuestionScope(keys=keys):
                return self.keys(keys)
            case WholeRequest():
                return self.keys(q.key for q in self.case.request.questions)
            case _:
                return ()


def read(case: Case, on: date | None) -> Reading:
    """Return *case* with every claim beside the law of the day its letter was sent.

    Where that day is not known the law is read as at receipt, else as last known.
    """
    return Reading(
        case=case,
        on=on,
        claims=tuple(
            _claim(response, reliance, law_day(case, response), case.request.received)
            for response in case.responses
            for reliance in response.reliances
        ),
    )


def law_day(case: Case, response: Response) -> date:
    """Return the day as at which the law is read for a letter."""
    return response.sent or case.request.received or LAW_AS_AT


@lru_cache(maxsize=1024)
def provision_at(citation: Citation, day: date, received: date | None) -> Exemption | None:
    """Return what stands in the Act at *citation* for a request dealt with on *day*, if any."""
    if citation.regime is not Regime.FOIA:
        return None
    try:
        return exemption(citation, on=day, received=received)
    except (NotInForceError, UnknownProvisionError):
        return None


def _claim(response: Response, reliance: Reliance, day: date, received: date | None) -> Claim:
    citation = reliance.citation
    if citation is None or citation.regime is not Regime.FOIA:
        return Claim(response=response, reliance=reliance, provision=None)
    problem: NotInForceError | UnknownProvisionError | None = None
    for condition in (*reliance.by_virtue_of, None):
        try:
            found = exemption(citation, on=day, received=received, condition=condition)
        except (NotInForceError, UnknownProvisionError) as error:
            problem = error
        else:
            return Claim(response=response, reliance=reliance, provision=found)
    return Claim(response=response, reliance=reliance, provision=None, problem=problem)


Rule: TypeAlias = "Callable[[Reading], Iterator[Finding]]"
RULES: Final[list[Rule]] = []


def rule(function: Rule) -> Rule:
    """Register a rule."""
    RULES.append(function)
    return function


def listed(keys: Iterable[str]) -> str:
    """Return question keys as people write them: ``questions 1 to 3 and 5``."""
    runs: list[list[str]] = []
    for key in keys:
        if runs and _follows(runs[-1][-1], key):
            runs[-1].append(key)
        else:
            runs.append([key])
    names: list[str] = []
    for run in runs:
        names += [f"{run[0]} to {run[-1]}"] if len(run) > _PAIR else run
    if len(names) == 1:
        return f"{'question' if len(runs[0]) == 1 else 'questions'} {names[0]}"
    return f"questions {', '.join(names[:-1])} and {names[-1]}"


_PAIR: Final = 2
_LONGEST_NUMBER: Final = 9


def _follows(one: str, other: str) -> bool:
    numbers = all(key.isdecimal() and len(key) <= _LONGEST_NUMBER for key in (one, other))
    return numbers and int(other) == int(one) + 1


def refuses(answer: Answer) -> bool:
    """Return whether an answer refuses something, so far as the record says.

    What is left out of information held only in part may be what is not held.
    """
    partly = answer.outcome is Outcome.PARTLY_DISCLOSED and answer.held is Held.PARTLY
    return answer.outcome in REFUSED and not partly


def overlaps(one: Citation, other: Citation) -> bool:
    """Return whether one provision is the other, or stands within it."""
    return one.contains(other) or other.contains(one)


def answers_by_question(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    """Return answers by the key of their question."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        found.setdefault(answer.question, []).append(answer)
    return found
