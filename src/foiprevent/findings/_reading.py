"""A case made ready for the rules: each claim beside the law of the day it was made.

Rules see a :class:`Reading`, not the bare case, so that none looks a provision up for
itself.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final, final

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
from foiprevent.cases.answers import covers
from foiprevent.citations import Citation, Regime
from foiprevent.citations._citation import overlaps
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import (
    LAW_AS_AT,
    Duty,
    Exemption,
    Ground,
    GroundKind,
    Position,
    Role,
    Status,
    exemption,
    grounds,
)
from foiprevent.findings._law import LAWS, RefusalLaw
from foiprevent.findings._model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foiprevent.cases import Answer


def _grounds_by_section() -> dict[tuple[Regime, str], tuple[Ground, ...]]:
    found: dict[tuple[Regime, str], tuple[Ground, ...]] = {}
    for one in (one for regime in Regime for one in grounds(regime=regime)):
        section = (one.citation.regime, one.citation.section)
        found[section] = (*found.get(section, ()), one)
    return found


GROUNDS: Final = _grounds_by_section()
"""The sections under which a request can be refused, or need not be met (yet, or as asked),
without an exemption, and the grounds in each: their rules are their own."""

NOTICES: Final = frozenset(
    {ResponseKind.RESPONSE, ResponseKind.PARTIAL_RESPONSE, ResponseKind.EXTENSION_NOTICE}
)
"""The kinds of letter that can be a notice of refusal."""

_SPEAKS: Final = NOTICES | {ResponseKind.REVIEW_OUTCOME}


@final
@attrs.frozen(kw_only=True)
class Claim:
    """A reliance, beside the law of the day.

    Attributes:
        response: The letter that makes it.
        reliance: The claim.
        provision: What stands at the citation that day; ``None`` if nothing does, or it is
            of another regime than the letter.
        regime: The regime of the letter; the Act's where that is not known.
        problem: Why nothing does.
    """

    response: Response
    reliance: Reliance
    provision: Exemption | None
    regime: Regime
    problem: NotInForceError | UnknownProvisionError | None = None

    @property
    def citation(self) -> Citation | None:
        """The provision cited."""
        return self.reliance.citation

    def covers(self, question: str) -> bool:
        """Return whether the claim is made for the question with this key."""
        return covers(self.reliance, question)

    @property
    def is_unattached(self) -> bool:
        """Whether the letter does not say what the claim is made for."""
        return isinstance(self.reliance.scope, ScopeNotStated)

    @property
    def is_of_its_regime(self) -> bool:
        """Whether it cites a provision of the regime the letter answers under."""
        return self.citation is not None and self.citation.regime is self.regime

    @property
    def _grounds(self) -> tuple[Ground, ...]:
        cited = self.citation
        if cited is None:
            return ()
        return GROUNDS.get((cited.regime, cited.section), ())

    @property
    def is_ground(self) -> bool:
        """Whether it is a ground of refusal that is not an exemption."""
        return bool(self._grounds)

    @property
    def is_refusal_by_ground(self) -> bool:
        """Whether it is such a ground on which a request is refused as a whole."""
        return any(one.kind is GroundKind.REFUSAL for one in self._grounds)

    @property
    def needs_notice(self) -> bool:
        """Whether it must be made in a notice of refusal."""
        return not self.is_ground or self.is_refusal_by_ground

    @property
    def lifts_confirmation(self) -> bool | None:
        """Whether it excuses from saying if the information is held; ``None`` if it may."""
        if not self._grounds:
            return self.takes_away is Duty.CONFIRM_OR_DENY
        cited = self.citation
        meant = [one for one in self._grounds if cited and overlaps(one.citation, cited)]
        lifts = {Duty.CONFIRM_OR_DENY in one.lifts for one in meant or self._grounds}
        return lifts.pop() if len(lifts) == 1 else None

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
    position: Position | None

    def claims_in(self, response: Response) -> list[Claim]:
        """Return the claims *response* makes."""
        return [claim for claim in self.claims if claim.response is response]

    def letters_with(self, response: Response) -> list[Response]:
        """Return the letters *response* is read with: itself, every notice and every review.

        What one of them specifies, confirms or explains, another need not say again.
        """
        return [r for r in self.case.responses if _is_with(r, response)]

    def claims_with(self, response: Response) -> list[Claim]:
        """Return the claims made in the letters *response* is read with."""
        return [claim for claim in self.claims if _is_with(claim.response, response)]

    def regime_of(self, response: Response) -> Regime | None:
        """Return the regime *response* answers under, so far as is known."""
        return response.regime_claimed or self.case.regime

    def law(self, response: Response) -> RefusalLaw:
        """Return what the regime of *response* asks; the Act where it is not known."""
        return LAWS[self.regime_of(response) or Regime.FOIA]

    def is_under(self, response: Response, regime: Regime) -> bool:
        """Return whether the rules of *regime* govern *response*."""
        return self.law(response).regime is regime

    def needs_test(self, found: Exemption) -> bool | None:
        """Return whether *found* must be weighed, by the position taken, if any is."""
        if found.dispute is not None and self.position is not None:
            return found.dispute.under(self.position) is Status.QUALIFIED
        return found.needs_public_interest_test

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


def _is_with(letter: Response, response: Response) -> bool:
    return letter is response or letter.kind in _SPEAKS


def read(case: Case, on: date | None, position: Position | None = None) -> Reading:
    """Return *case* with every claim beside the law of the day its letter was sent.

    Where that day is not known the law is read as at receipt, else as last known.
    """
    return Reading(
        case=case,
        on=on,
        position=position,
        claims=tuple(
            _claim(case, response, reliance)
            for response in case.responses
            for reliance in response.reliances
        ),
    )


def law_day(case: Case, response: Response) -> date:
    """Return the day as at which the law is read for a letter."""
    return response.sent or case.request.received or LAW_AS_AT


@lru_cache(maxsize=1024)
def provision_at(citation: Citation, day: date, received: date | None) -> Exemption | None:
    """Return what stands at *citation* for a request dealt with on *day*, if any."""
    try:
        return exemption(citation, on=day, received=received)
    except (NotInForceError, UnknownProvisionError):
        return None


def _claim(case: Case, response: Response, reliance: Reliance) -> Claim:
    citation = reliance.citation
    regime = response.regime_claimed or case.regime or Regime.FOIA
    bare = Claim(response=response, reliance=reliance, provision=None, regime=regime)
    if not bare.is_of_its_regime or citation is None:
        return bare
    day, received = law_day(case, response), case.request.received
    problem: NotInForceError | UnknownProvisionError | None = None
    for condition in (*reliance.by_virtue_of, None):
        try:
            found = exemption(citation, on=day, received=received, condition=condition)
        except (NotInForceError, UnknownProvisionError) as error:
            problem = error
        else:
            return attrs.evolve(bare, provision=found)
    return attrs.evolve(bare, problem=problem)


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
    return answer.outcome.refuses and not partly


def applies_by_condition(found: Exemption) -> bool:
    """Return whether a provision applies through conditions, of which none was named."""
    return bool(found.limbs) and all(
        limb.role is Role.WITHHOLD and limb.condition is not None for limb in found.limbs
    )


def answers_by_question(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    """Return answers by the key of their question."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        found.setdefault(answer.question, []).append(answer)
    return found


def exemption_claims(reading: Reading) -> list[Claim]:
    """Return the claims of exemptions in letters, grounds that are none apart."""
    return [claim for claim in reading.claims if not claim.is_ground]


def named(claim: Claim) -> str:
    """Return what a claim cites, in a few words."""
    return claim.citation.short if claim.citation else claim.reliance.cited_as


def cited(claim: Claim) -> tuple[Citation, ...]:
    """Return the provision a claim cites, if it cites one."""
    return () if claim.citation is None else (claim.citation,)


NOTHING_BY_ITSELF: Final = frozenset({Role.DEFINITION, Role.CERTIFICATE})
"""What a provision is that exempts nothing by itself."""


def concerns_elsewhere(claim: Claim) -> bool:
    """Return whether a claim is that the information is accessible by other means."""
    return claim.citation is not None and LAWS[claim.regime].elsewhere.contains(claim.citation)
