"""What a claim should say of itself: its limb, its condition, how likely the harm is.

Some provisions ask for more than to be cited.  What each asks follows from what it is; what
the record does not show is a breach, falls short of good practice, or is a query, by what
asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foiprevent.cases import Outcome
from foiprevent.citations import Citation, Regime
from foiprevent.citations._citation import overlaps
from foiprevent.deadlines._deadline import written
from foiprevent.exemptions import Likelihood
from foiprevent.exemptions.requirements import PURPOSES
from foiprevent.findings._law import s
from foiprevent.findings._model import Code, Finding, Severity
from foiprevent.findings._reading import (
    Claim,
    Reading,
    applies_by_condition,
    cited,
    exemption_claims,
    named,
)
from foiprevent.findings.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foiprevent.cases import Response


def _named_beside(claim: Claim, claims: Iterable[Claim]) -> list[Citation]:
    """Return what is cited by *claims*, and what they apply by virtue of."""
    return [
        citation
        for other in claims
        for citation in (*cited(other), *other.reliance.by_virtue_of)
        if citation.regime is claim.regime
    ]


def _limbs_left_open(claim: Claim, reading: Reading) -> str | None:
    """Say which limbs a claim leaves open, if it leaves any."""
    found = claim.provision
    if found is None or claim.reliance.by_virtue_of:
        return None
    within = found.citation
    if applies_by_condition(found):
        return None
    if len(found.limbs) > 1:
        limbs = _either(limb.citation for limb in found.limbs)
    elif len(found.covers) > 1:
        limbs = f"by virtue of {_either(found.covers)}"
    elif found.citation in PURPOSES:
        within = PURPOSES[found.citation]
        limbs = f"for which purpose of {within.short}"
    else:
        return None
    beside = set(_named_beside(claim, reading.claims_in(claim.response))) - {found.citation}
    return None if any(within.contains(citation) for citation in beside) else limbs


def _either(limbs: Iterable[Citation]) -> str:
    names = [limb.short for limb in limbs]
    return f"{', '.join(names[:-1])} or {names[-1]}"


@rule(Code.LIMB_NOT_SPECIFIED)
def limb_not_specified(reading: Reading) -> Iterator[Finding]:
    """A provision with several limbs should be cited by its limb: the regulator's guidance."""
    for claim in exemption_claims(reading):
        limbs = _limbs_left_open(claim, reading)
        if limbs:
            law = reading.law(claim.response)
            yield Finding(
                code=Code.LIMB_NOT_SPECIFIED,
                severity=Severity.PRACTICE,
                cites=(law.guidance, law.specify, *cited(claim)),
                questions=reading.scope(claim),
                message=f"{named(claim)} is relied on without saying which limb: {limbs}.",
                evidence=(claim.reliance.cited_as,),
            )


@rule(Code.PERSONAL_DATA_CONDITION_MISSING)
def personal_data_condition_missing(reading: Reading) -> Iterator[Finding]:
    """Personal data of others is exempt by virtue of a condition, which should be named."""
    for claim in exemption_claims(reading):
        found = claim.provision
        if found is None or not applies_by_condition(found):
            continue
        met = [limb.condition for limb in found.limbs if limb.condition is not None]
        said = _named_beside(claim, reading.claims_with(claim.response))
        if not any(overlaps(condition, citation) for condition in met for citation in said):
            yield Finding(
                code=Code.PERSONAL_DATA_CONDITION_MISSING,
                severity=Severity.PRACTICE,
                cites=(reading.law(claim.response).guidance, found.citation),
                questions=reading.scope(claim),
                message=f"{found.citation.short} is relied on without the condition that is met "
                f"({', '.join(condition.short for condition in met)}), on which it depends "
                "whether the public interest must be weighed.",
                evidence=(claim.reliance.cited_as,),
            )


@rule(Code.LIKELIHOOD_NOT_STATED)
def likelihood_not_stated(reading: Reading) -> Iterator[Finding]:
    """A claim of harm should say that it would, or would be likely to, occur."""
    for claim in exemption_claims(reading):
        found = claim.provision
        if (
            found
            and found.harm
            and len(found.harm.thresholds) > 1
            and not any(
                other.citation == claim.citation
                and other.reliance.likelihood is not Likelihood.NOT_STATED
                for other in reading.claims_with(claim.response)
            )
        ):
            withheld = claim.reliance.explanation_withheld
            yield Finding(
                code=Code.LIKELIHOOD_NOT_STATED,
                severity=Severity.QUERY if withheld else Severity.PRACTICE,
                cites=(reading.law(claim.response).guidance, *cited(claim)),
                questions=reading.scope(claim),
                message=f"{named(claim)} is relied on without saying whether the harm would, or "
                "would be likely to, occur; the lower is then assumed.",
                evidence=(claim.reliance.cited_as,),
            )


@rule(Code.LIKELIHOOD_TOO_LOW)
def likelihood_too_low(reading: Reading) -> Iterator[Finding]:
    """A harm must be claimed to be as likely as the provision asks: its own words."""
    for claim in exemption_claims(reading):
        found, said = claim.provision, claim.reliance.likelihood
        if found is None or found.harm is None or said is Likelihood.NOT_STATED:
            continue
        thresholds = found.harm.thresholds
        if thresholds and said not in thresholds:
            law = reading.law(claim.response)
            yield Finding(
                code=Code.LIKELIHOOD_TOO_LOW,
                severity=Severity.PRACTICE,
                cites=(law.guidance, law.why, *cited(claim)),
                questions=reading.scope(claim),
                message=f"{named(claim)} is relied on because harm {said.value} occur; it asks "
                f"that it {' or '.join(level.value for level in thresholds)}.",
                evidence=(claim.reliance.cited_as,),
            )


@rule(Code.QUALIFIED_PERSON_MISSING)
def qualified_person_missing(reading: Reading) -> Iterator[Finding]:
    """Section 36 applies in the opinion of a qualified person, given before the refusal.

    Statistical information needs none: s.36(4).
    """
    for claim in exemption_claims(reading):
        found = claim.provision
        if found is None or not found.needs_qualified_person:
            continue
        alike = [
            other.reliance
            for other in reading.claims_with(claim.response)
            if other.citation and overlaps(found.citation, other.citation)
        ]
        given = [one.opinion_given_on for one in alike if one.opinion_given_on]
        sent = claim.response.sent
        if not any(one.qualified_person for one in alike):
            what = "no qualified person's opinion is recorded (statistics need none: s.36(4))"
        elif sent is not None and given and min(given) > sent:
            what = f"the opinion is of {written(min(given))}, after the refusal"
        else:
            continue
        yield Finding(
            code=Code.QUALIFIED_PERSON_MISSING,
            severity=Severity.QUERY,
            cites=(s("36(2)"), s("36(5)"), *cited(claim)),
            questions=reading.scope(claim),
            message=f"{named(claim)} is relied on, and {what}.",
            evidence=(claim.reliance.cited_as,),
        )


_COST_SECTION: Final = "12"
_REPEATED: Final = {Regime.FOIA: s("14(2)"), Regime.FOISA: s("FOISA s.14(2)")}


def _cost_claims(reading: Reading, response: Response) -> list[Claim]:
    return [
        claim
        for claim in reading.claims_in(response)
        if claim.is_ground
        and claim.is_of_its_regime
        and claim.citation
        and claim.citation.section == _COST_SECTION
    ]


@rule(Code.COST_ESTIMATE_MISSING)
def cost_estimate_missing(reading: Reading) -> Iterator[Finding]:
    """A refusal for cost should show the estimate it rests on: the regulator's guidance."""
    for response in reading.case.responses:
        claims = _cost_claims(reading, response)
        if claims and not any(claim.reliance.cost_estimate for claim in claims):
            law = reading.law(response)
            yield Finding(
                code=Code.COST_ESTIMATE_MISSING,
                severity=Severity.PRACTICE,
                cites=(law.guidance, *sorted({c for claim in claims for c in cited(claim)})),
                questions=reading.keys(key for claim in claims for key in reading.scope(claim)),
                message="The request is refused for what it would cost, without an estimate.",
                evidence=tuple(sorted({claim.reliance.cited_as for claim in claims})),
            )


@rule(Code.ADVICE_MISSING)
def advice_missing(reading: Reading) -> Iterator[Finding]:
    """Where a request costs too much, advice is due on how it could be met: s.16(1).

    Under the EIR there is no limit of cost; a request refused as manifestly unreasonable
    may still be helped.
    """
    for response in reading.case.responses:
        claims = _cost_claims(reading, response)
        refused = [a.question for a in response.answers if a.outcome is Outcome.REFUSED_COST]
        if (claims or refused) and not any(r.advice for r in reading.letters_with(response)):
            scopes = [key for claim in claims for key in reading.scope(claim)]
            yield Finding(
                code=Code.ADVICE_MISSING,
                severity=Severity.QUERY,
                cites=(reading.law(response).advice,),
                questions=reading.keys((*refused, *scopes)),
                message="The request is refused for what it would cost, and no advice on how it "
                "could be brought within the limit is recorded.",
            )


@rule(Code.REPEAT_UNSHOWN)
def repeat_unshown(reading: Reading) -> Iterator[Finding]:
    """A repeated request is one that follows another, alike and complied with: s.14(2)."""
    for claim in reading.claims:
        repeated = _REPEATED.get(claim.regime)
        if (
            repeated is not None
            and claim.citation is not None
            and repeated.contains(claim.citation)
            and not claim.reliance.reasons
        ):
            yield Finding(
                code=Code.REPEAT_UNSHOWN,
                severity=Severity.QUERY,
                cites=(repeated,),
                questions=reading.scope(claim),
                message=f"{named(claim)} is relied on, and it is not said which earlier request, "
                "complied with, this one repeats.",
                evidence=(claim.reliance.cited_as,),
            )
