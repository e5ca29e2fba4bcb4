"""What a letter claims beside what it does: claims that contradict it, or each other.

Each duty is taken away only by a provision that takes it away; what is denied must not be
said, what is withheld must be said to be held, and what is not held cannot be exempt.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from foiprevent.cases import Held, Outcome, QuestionScope, ResponseKind, WholeRequest
from foiprevent.citations import Regime
from foiprevent.exemptions import Duty
from foiprevent.findings._law import s
from foiprevent.findings._model import Code, Finding, Severity
from foiprevent.findings._reading import (
    Claim,
    Reading,
    answers_by_question,
    cited,
    concerns_elsewhere,
    exemption_claims,
    listed,
    named,
)
from foiprevent.findings.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.cases import Answer
    from foiprevent.citations import Citation


@rule(Code.REGIME_CROSSED)
def regime_crossed(reading: Reading) -> Iterator[Finding]:
    """An answer under one regime should rest on that regime's provisions."""
    for claim in reading.claims:
        regime = reading.regime_of(claim.response)
        if claim.citation and regime and claim.citation.regime is not regime:
            yield Finding(
                code=Code.REGIME_CROSSED,
                severity=Severity.PRACTICE,
                cites=(reading.law(claim.response).guidance, claim.citation),
                questions=reading.scope(claim),
                message=f"{claim.citation} is relied on in an answer under {regime.value}.",
                evidence=(claim.reliance.cited_as,),
            )
    for response in reading.case.responses:
        refused = [a.question for a in response.answers if a.outcome is Outcome.REFUSED_COST]
        if refused and reading.is_under(response, Regime.EIR):
            yield Finding(
                code=Code.REGIME_CROSSED,
                severity=Severity.PRACTICE,
                cites=(reading.law(response).guidance, s("EIR reg.12(4)(b)")),
                questions=reading.keys(refused),
                message="Answering is refused for a limit of cost, and the EIR have none; what "
                "costs too much may be manifestly unreasonable.",
            )


_REVEALS: Final = frozenset(
    {
        Outcome.DISCLOSED,
        Outcome.PARTLY_DISCLOSED,
        Outcome.NOT_HELD,
        Outcome.ACCESSIBLE_ELSEWHERE,
    }
)
_SAYS: Final = frozenset({Held.YES, Held.PARTLY, Held.NO})


@rule(Code.NCND_CONTRADICTED)
def ncnd_contradicted(reading: Reading) -> Iterator[Finding]:
    """What is neither confirmed nor denied must not be confirmed or denied: s.1(1)(a)."""
    for response in reading.case.responses:
        claims = [
            claim
            for claim in reading.claims_in(response)
            if claim.takes_away is Duty.CONFIRM_OR_DENY and not claim.is_ground
        ]
        parted = {answer.question for answer in response.answers if answer.outcome is Outcome.NCND}
        undone = [
            answer
            for answer in response.answers
            if (answer.outcome in _REVEALS or answer.held in _SAYS)
            and any(claim.covers(answer.question) for claim in claims)
            and not (answer.part is not None and answer.question in parted)
        ] + [
            answer
            for answer in response.answers
            if answer.outcome is Outcome.NCND
            and (answer.held in _SAYS or response.holds in (Held.YES, Held.NO))
        ]
        keys = reading.keys(answer.question for answer in undone)
        if keys:
            relied = [claim for claim in claims if any(claim.covers(key) for key in keys)]
            yield Finding(
                code=Code.NCND_CONTRADICTED,
                severity=Severity.PRACTICE,
                cites=(
                    reading.law(response).denial,
                    *sorted({c for claim in relied for c in cited(claim)}),
                ),
                questions=keys,
                message=f"The letter neither confirms nor denies on {listed(keys)}, and itself "
                "says what that was to protect.",
                evidence=tuple(sorted({f"{a.question}: {a.outcome.value}" for a in undone})),
            )


@rule(Code.NCND_UNDER_WITHHOLDING_PROVISION, Code.WITHHELD_UNDER_NCND_PROVISION)
def wrong_kind_of_provision(reading: Reading) -> Iterator[Finding]:
    """Each duty is taken away only by a provision that takes it away: s.17(1)(b)."""
    for claim in exemption_claims(reading):
        found = claim.provision
        if found is None or found.duty is None:
            continue
        meant = claim.reliance.duty_claimed or _duty_refused(claim, reading)
        if meant is None or meant is found.duty:
            continue
        ncnd = meant is Duty.CONFIRM_OR_DENY
        right = found.confirm_or_deny if ncnd else found.covers
        instead = ", ".join(citation.short for citation in right)
        yield Finding(
            code=Code.NCND_UNDER_WITHHOLDING_PROVISION
            if ncnd
            else Code.WITHHELD_UNDER_NCND_PROVISION,
            severity=reading.breach(claim.response),
            cites=(reading.law(claim.response).specify, found.citation, *right),
            questions=reading.scope(claim),
            message=f"{named(claim)} takes away the duty to {found.duty.value}, not the duty "
            f"to {meant.value} that is refused"
            + (f"; that is for {instead}." if instead else "; for what it exempts nothing does."),
            evidence=(claim.reliance.cited_as,),
        )


def _duty_refused(claim: Claim, reading: Reading) -> Duty | None:
    """Return the duty that the answers a claim alone covers refuse, if it is one."""
    others = [other for other in reading.claims_with(claim.response) if other is not claim]
    refused = {
        _REFUSES.get(answer.outcome)
        for answer in claim.response.answers
        if claim.covers(answer.question)
        and not any(other.is_unattached or other.covers(answer.question) for other in others)
    }
    return refused.pop() if len(refused) == 1 else None


_REFUSES: Final = {
    Outcome.WITHHELD: Duty.COMMUNICATE,
    Outcome.PARTLY_DISCLOSED: Duty.COMMUNICATE,
    Outcome.NCND: Duty.CONFIRM_OR_DENY,
}


@rule(Code.NATIONAL_SECURITY_OVERLAP)
def national_security_overlap(reading: Reading) -> Iterator[Finding]:
    """Section 24(1) reaches only what s.23(1) does not; in the alternative both may be cited."""
    security, bodies = s("24(1)"), s("23(1)")
    for response in reading.case.responses:
        if not reading.is_under(response, Regime.FOIA):
            continue
        claims = reading.claims_in(response)
        said = answers_by_question(response.answers)
        for first, second in product(
            _as_fact(claims, bodies, besides=security), _as_fact(claims, security, besides=bodies)
        ):
            shared = reading.keys(set(reading.scope(first)) & set(reading.scope(second)))
            loose = first.is_unattached or second.is_unattached
            # Each may be claimed for another part of a question.
            whole = tuple(key for key in shared if len(said.get(key, ())) < _PARTS)
            if shared or loose:
                yield Finding(
                    code=Code.NATIONAL_SECURITY_OVERLAP,
                    severity=reading.breach(response) if whole else Severity.QUERY,
                    cites=(security, bodies),
                    questions=whole or shared,
                    message="s.23(1) and s.24(1) are both claimed as fact"
                    + (
                        f" on {listed(whole)}; they cannot both apply, though they may be "
                        "cited in the alternative."
                        if whole
                        else "; whether for the same information is not said."
                    ),
                    evidence=(first.reliance.cited_as, second.reliance.cited_as),
                )


def _as_fact(claims: list[Claim], cited: Citation, *, besides: Citation) -> list[Claim]:
    """Return the claims of a provision that are not made in the alternative to the other."""
    return [
        claim
        for claim in claims
        if claim.citation == cited
        and not any(c.contains(besides) for c in claim.reliance.alternative_to)
    ]


_PARTS: Final = 2


@rule(Code.HOLDING_NOT_CONFIRMED)
def holding_not_confirmed(reading: Reading) -> Iterator[Finding]:
    """To withhold is not enough: that the information is held must be said: s.1(1)(a).

    Nor is the cost of answering: only where finding out would cost too much by itself
    (s.12(2)) may it be left open.
    """
    for response in reading.case.responses:
        confirm, letters = reading.law(response).confirm, reading.letters_with(response)
        if confirm is None or any(r.holds is not Held.NOT_STATED for r in letters):
            continue
        confirmed = {
            answer.question
            for letter in letters
            for answer in letter.answers
            if letter is not response and answer.held is not Held.NOT_STATED
        }
        claims = reading.claims_with(response)
        open_: dict[bool, list[str]] = {}
        for answer in response.answers:
            if answer.held is Held.NOT_STATED and answer.question not in confirmed:
                doubt = _in_doubt(answer, claims)
                if doubt is not None:
                    open_.setdefault(doubt, []).append(answer.question)
        for doubt, found in open_.items():
            keys = reading.keys(found)
            yield Finding(
                code=Code.HOLDING_NOT_CONFIRMED,
                severity=Severity.QUERY if doubt else reading.breach(response),
                cites=(confirm,),
                questions=keys,
                message=f"Information is withheld on {listed(keys)} without confirming that it "
                "is held.",
            )


def _in_doubt(answer: Answer, claims: list[Claim]) -> bool | None:
    """Return whether it is in doubt that holding had to be confirmed; ``None`` if it had not."""
    made = [claim for claim in claims if claim.covers(answer.question)]
    loose = [claim for claim in claims if claim.is_unattached]
    by_cost = answer.outcome is Outcome.REFUSED_COST and any(
        claim.is_refusal_by_ground for claim in made
    )
    if answer.outcome is not Outcome.WITHHELD and not by_cost:
        return None
    if any(claim.lifts_confirmation for claim in made):
        return None
    return any(c.lifts_confirmation is not False for c in loose) or any(
        c.lifts_confirmation is None for c in made
    )


@rule(Code.NOT_HELD_YET_EXEMPT)
def not_held_yet_exempt(reading: Reading) -> Iterator[Finding]:
    """What is not held cannot be exempt: ss.1(1) and 17(1)."""
    for claim in exemption_claims(reading):
        law = reading.law(claim.response)
        if not isinstance(claim.reliance.scope, QuestionScope) or _is_not_held(claim):
            continue
        keys = reading.keys(
            answer.question
            for answer in claim.response.answers
            if (answer.outcome is Outcome.NOT_HELD or answer.held is Held.NO)
            and claim.covers(answer.question)
            and claim.takes_away is not Duty.CONFIRM_OR_DENY
        )
        if keys:
            yield Finding(
                code=Code.NOT_HELD_YET_EXEMPT,
                severity=Severity.QUERY,
                cites=(law.answer, law.refusal_due, *cited(claim)),
                questions=keys,
                message=f"The information on {listed(keys)} is said not to be held, and "
                f"{named(claim)} is claimed for it.",
                evidence=(claim.reliance.cited_as,),
            )


_NOT_HELD: Final = s("EIR reg.12(4)(a)")


def _is_not_held(claim: Claim) -> bool:
    """Return whether a claim is of the exception for what is not held, which the EIR have."""
    return claim.citation is not None and _NOT_HELD.contains(claim.citation)


@rule(Code.RELIANCE_UNATTACHED)
def reliance_unattached(reading: Reading) -> Iterator[Finding]:
    """A claim is made for something that was refused: s.17(1)."""
    for claim in exemption_claims(reading):
        if claim.response.kind is ResponseKind.EXTENSION_NOTICE:
            continue
        why, keys = _unattached(claim, reading)
        if why:
            yield Finding(
                code=Code.RELIANCE_UNATTACHED,
                severity=Severity.QUERY,
                cites=(reading.law(claim.response).refusal_due, *cited(claim)),
                questions=keys,
                message=f"{named(claim)} {why}.",
                evidence=(claim.reliance.cited_as,),
            )


def _unattached(claim: Claim, reading: Reading) -> tuple[str | None, tuple[str, ...]]:
    answers = answers_by_question(claim.response.answers)
    given = reading.keys(
        key
        for key in reading.scope(claim)
        if key in answers
        and not any(_may_be_meant(claim, answer.outcome) for answer in answers[key])
    )
    match claim.reliance.scope:
        case WholeRequest():
            if given:
                return f"is claimed for the whole request; not refused: {listed(given)}", given
        case QuestionScope(keys=keys):
            asked = {question.key for question in reading.case.request.questions}
            strange = reading.keys(set(keys) - asked)
            if strange:
                return f"is claimed for {listed(strange)}, not asked", strange
            if given and claim.takes_away is not Duty.CONFIRM_OR_DENY:
                return f"is claimed for {listed(given)}, where nothing is refused", given
        case _:
            return "is claimed for no question in particular", ()
    return None, ()


def _may_be_meant(claim: Claim, outcome: Outcome) -> bool:
    """Return whether a claim may be made for what was answered so."""
    if outcome is Outcome.ACCESSIBLE_ELSEWHERE:
        return concerns_elsewhere(claim)
    if outcome is Outcome.NOT_HELD:
        return _is_not_held(claim)
    return outcome.refuses or outcome is Outcome.UNKNOWN
