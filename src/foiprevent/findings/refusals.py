"""What a refusal must say, and what it must not undo: ss.1 and 17 of the Act.

A notice says that an exemption is claimed, specifies it, and says why it applies if that
is not otherwise apparent (s.17(1)); so far as saying why would itself disclose exempt
information, it need not (s.17(4)), and what is missing is then a query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foiprevent.cases import Held, Outcome, QuestionScope, ResponseKind, WholeRequest
from foiprevent.citations import Citation, Regime
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import Duty, Likelihood, Role
from foiprevent.findings._model import Code, Finding, Severity
from foiprevent.findings._reading import (
    GUIDANCE,
    REFUSED,
    Claim,
    Reading,
    answers_by_question,
    listed,
    rule,
    s,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_SPECIFY: Final = s("17(1)(b)")
_WHY: Final = s("17(1)(c)")
_OTHERS: Final = s("40(2)")
_CONDITIONS: Final = tuple(s(text) for text in ("40(3)", "40(3A)", "40(3B)", "40(4)", "40(4A)"))
_PURPOSES: Final = s("31(2)")
_FOR_A_PURPOSE: Final = (s("31(1)(g)"), s("31(1)(h)"), s("31(1)(i)"))
_UNANSWERED: Final = {
    None: s("1(1)"),
    Regime.FOIA: s("1(1)"),
    Regime.EIR: Citation.parse("EIR reg.5(1)"),
    Regime.FOISA: Citation.parse("FOISA s.1(1)"),
}


def _foia_claims(reading: Reading) -> Iterator[Claim]:
    """Give the claims in letters that the Act governs, its grounds in ss.12 and 14 apart."""
    for claim in reading.claims:
        if reading.is_foia(claim.response) and not claim.is_ground:
            yield claim


def _named(claim: Claim) -> str:
    return claim.citation.short if claim.citation else claim.reliance.cited_as


def _cited(claim: Claim) -> tuple[Citation, ...]:
    return () if claim.citation is None else (claim.citation,)


@rule
def question_unanswered(reading: Reading) -> Iterator[Finding]:
    """Each question must be answered, one way or another: s.1(1)."""
    case = reading.case
    if not any(response.kind is ResponseKind.RESPONSE for response in case.responses):
        return
    answered = {answer.question for response in case.responses for answer in response.answers}
    silent = [
        question.key
        for question in case.request.questions
        if question.key not in answered
        and not any(claim.covers(question.key) for claim in reading.claims)
    ]
    if silent:
        yield Finding(
            code=Code.QUESTION_UNANSWERED,
            severity=Severity.BREACH if case.regime else Severity.QUERY,
            cites=(_UNANSWERED[case.regime],),
            questions=reading.keys(silent),
            message=f"Nothing is said on {listed(reading.keys(silent))}.",
        )


@rule
def refused_without_exemption(reading: Reading) -> Iterator[Finding]:
    """What is refused, or left out, needs an exemption that is specified: s.17(1)(b)."""
    for response in reading.case.responses:
        if not reading.is_foia(response):
            continue
        claims = reading.claims_in(response)
        loose = any(claim.is_unattached for claim in claims)
        for code, outcomes, what in _UNSPECIFIED:
            bare = reading.keys(
                answer.question
                for answer in response.answers
                if answer.outcome in outcomes
                and not any(claim.covers(answer.question) for claim in claims)
            )
            if bare:
                yield Finding(
                    code=code,
                    severity=Severity.QUERY if loose else reading.breach(response),
                    cites=(_SPECIFY,),
                    questions=bare,
                    message=f"{what} on {listed(bare)} without an exemption being specified"
                    + (", unless one that is tied to no question is meant." if loose else "."),
                )


_UNSPECIFIED: Final = (
    (
        Code.EXEMPTION_NOT_SPECIFIED,
        frozenset({Outcome.WITHHELD, Outcome.NCND}),
        "Information is refused",
    ),
    (
        Code.REDACTION_UNEXPLAINED,
        frozenset({Outcome.PARTLY_DISCLOSED}),
        "Something is left out",
    ),
)


@rule
def no_such_provision(reading: Reading) -> Iterator[Finding]:
    """What is relied on must be an exemption: s.17(1)(b)."""
    for claim in _foia_claims(reading):
        citation = claim.citation
        if citation is None:
            why = "the words cite no provision"
        elif isinstance(claim.problem, UnknownProvisionError):
            why = claim.problem.reason
        else:
            continue
        yield Finding(
            code=Code.NO_SUCH_PROVISION,
            severity=reading.breach(claim.response),
            cites=(_SPECIFY, *_cited(claim)),
            questions=reading.scope(claim),
            message=f"{claim.reliance.cited_as} is relied on; {why}.",
            evidence=(claim.reliance.cited_as,),
        )


@rule
def exempts_nothing(reading: Reading) -> Iterator[Finding]:
    """A definition or a condition exempts nothing by itself: s.17(1)(b)."""
    for claim in _foia_claims(reading):
        found = claim.provision
        if found is None or found.role not in (Role.DEFINITION, Role.CERTIFICATE):
            continue
        beside = [
            other.provision
            for other in reading.claims_in(claim.response)
            if other.provision and other.provision.citation.section == found.citation.section
        ]
        if not any(other.duty or other.role is Role.SECTION for other in beside):
            yield Finding(
                code=Code.EXEMPTION_NOT_SPECIFIED,
                severity=Severity.QUERY,
                cites=(_SPECIFY, found.citation),
                questions=reading.scope(claim),
                message=f"{_named(claim)} is relied on, which exempts nothing by itself; "
                "which exemption is meant?",
                evidence=(claim.reliance.cited_as,),
            )


@rule
def provision_not_in_force(reading: Reading) -> Iterator[Finding]:
    """The exemption specified should be one that was in force: s.17(1)(b)."""
    for claim in _foia_claims(reading):
        if isinstance(claim.problem, NotInForceError):
            instead = ", ".join(successor.short for successor in claim.problem.successors)
            yield Finding(
                code=Code.PROVISION_NOT_IN_FORCE,
                severity=Severity.PRACTICE,
                cites=(_SPECIFY, *_cited(claim), *claim.problem.successors),
                questions=reading.scope(claim),
                message=f"{_named(claim)} is relied on; {claim.problem.reason}"
                + (f", and in its place stands {instead}." if instead else "."),
                evidence=(claim.reliance.cited_as,),
            )


def _limbs_left_open(claim: Claim, reading: Reading) -> str | None:
    """Say which limbs a claim leaves open, if it leaves any."""
    found = claim.provision
    beside = {
        citation
        for other in reading.claims_in(claim.response)
        for citation in (*_cited(other), *other.reliance.by_virtue_of)
    }
    if found is None or found.citation == _OTHERS or claim.reliance.by_virtue_of:
        return None
    if len(found.limbs) > 1:
        return _either(limb.citation for limb in found.limbs)
    if len(found.covers) > 1:
        return f"by virtue of {_either(found.covers)}"
    if found.citation in _FOR_A_PURPOSE and not any(_PURPOSES.contains(c) for c in beside):
        return "for which purpose of s.31(2)"
    return None


def _either(limbs: Iterable[Citation]) -> str:
    names = [limb.short for limb in limbs]
    return f"{', '.join(names[:-1])} or {names[-1]}"


@rule
def limb_not_specified(reading: Reading) -> Iterator[Finding]:
    """A provision with several limbs should be cited by its limb: the regulator's guidance."""
    for claim in _foia_claims(reading):
        limbs = _limbs_left_open(claim, reading)
        if limbs:
            yield Finding(
                code=Code.LIMB_NOT_SPECIFIED,
                severity=Severity.PRACTICE,
                cites=(GUIDANCE, _SPECIFY, *_cited(claim)),
                questions=reading.scope(claim),
                message=f"{_named(claim)} is relied on without saying which limb: {limbs}.",
                evidence=(claim.reliance.cited_as,),
            )


@rule
def personal_data_condition_missing(reading: Reading) -> Iterator[Finding]:
    """Section 40(2) applies by virtue of a condition, which should be named."""
    for claim in _foia_claims(reading):
        named = [
            citation
            for other in reading.claims_in(claim.response)
            for citation in (*_cited(other), *other.reliance.by_virtue_of)
        ]
        if claim.citation == _OTHERS and not any(
            condition.contains(citation) for condition in _CONDITIONS for citation in named
        ):
            limbs = claim.provision.limbs if claim.provision else ()
            conditions = ", ".join(limb.condition.short for limb in limbs if limb.condition)
            yield Finding(
                code=Code.PERSONAL_DATA_CONDITION_MISSING,
                severity=Severity.PRACTICE,
                cites=(GUIDANCE, _OTHERS),
                questions=reading.scope(claim),
                message="s.40(2) is relied on without the condition that is met "
                f"({conditions}), on which it depends whether the public interest must be "
                "weighed.",
                evidence=(claim.reliance.cited_as,),
            )


@rule
def likelihood_not_stated(reading: Reading) -> Iterator[Finding]:
    """A claim of harm should say that it would, or would be likely to, occur."""
    for claim in _foia_claims(reading):
        found = claim.provision
        if (
            found
            and found.harm
            and found.harm.thresholds
            and claim.reliance.likelihood is Likelihood.NOT_STATED
        ):
            yield Finding(
                code=Code.LIKELIHOOD_NOT_STATED,
                severity=Severity.QUERY
                if claim.reliance.explanation_withheld
                else Severity.PRACTICE,
                cites=(GUIDANCE, *_cited(claim)),
                questions=reading.scope(claim),
                message=f"{_named(claim)} is relied on without saying whether the harm would, or "
                "would be likely to, occur; the lower is then assumed.",
                evidence=(claim.reliance.cited_as,),
            )


@rule
def reasons_missing(reading: Reading) -> Iterator[Finding]:
    """The notice says why an exemption applies, if that is not apparent: s.17(1)(c)."""
    for claim in _foia_claims(reading):
        if claim.reliance.reasons or claim.response.kind is ResponseKind.EXTENSION_NOTICE:
            continue
        argued = any(
            test.factors or test.reasons
            for test in claim.response.tests
            for provision in test.provisions
            if claim.citation
            and (provision.contains(claim.citation) or claim.citation.contains(provision))
        )
        if not argued:
            withheld = claim.reliance.explanation_withheld
            yield Finding(
                code=Code.REASONS_MISSING,
                severity=Severity.QUERY if withheld else reading.breach(claim.response),
                cites=(_WHY, s("17(4)"), *_cited(claim)) if withheld else (_WHY, *_cited(claim)),
                questions=reading.scope(claim),
                message=f"It is not said why {_named(claim)} applies"
                + (", and s.17(4) is invoked for that." if withheld else "."),
                evidence=(claim.reliance.cited_as,),
            )


@rule
def regime_crossed(reading: Reading) -> Iterator[Finding]:
    """An answer under one regime should rest on that regime's provisions."""
    for claim in reading.claims:
        regime = reading.regime_of(claim.response)
        if claim.citation and regime and claim.citation.regime is not regime:
            yield Finding(
                code=Code.REGIME_CROSSED,
                severity=Severity.PRACTICE,
                cites=(GUIDANCE, claim.citation),
                questions=reading.scope(claim),
                message=f"{claim.citation} is relied on in an answer under {regime.value}.",
                evidence=(claim.reliance.cited_as,),
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


@rule
def ncnd_contradicted(reading: Reading) -> Iterator[Finding]:
    """What is neither confirmed nor denied must not be confirmed or denied: s.1(1)(a)."""
    for response in reading.case.responses:
        if not reading.is_foia(response):
            continue
        claims = [
            claim
            for claim in reading.claims_in(response)
            if claim.takes_away is Duty.CONFIRM_OR_DENY
        ]
        undone = [
            answer
            for answer in response.answers
            if (answer.outcome in _REVEALS or answer.held in _SAYS)
            and any(claim.covers(answer.question) for claim in claims)
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
                cites=(s("1(1)(a)"), *sorted({c for claim in relied for c in _cited(claim)})),
                questions=keys,
                message=f"The letter neither confirms nor denies on {listed(keys)}, and itself "
                "says what that was to protect.",
                evidence=tuple(sorted({f"{a.question}: {a.outcome.value}" for a in undone})),
            )


@rule
def wrong_kind_of_provision(reading: Reading) -> Iterator[Finding]:
    """Each duty is taken away only by a provision that takes it away: s.17(1)(b)."""
    for claim in _foia_claims(reading):
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
            cites=(_SPECIFY, found.citation, *right),
            questions=reading.scope(claim),
            message=f"{_named(claim)} takes away the duty to {found.duty.value}, not the duty "
            f"to {meant.value} that is refused"
            + (f"; that is for {instead}." if instead else "; nothing in its section does."),
            evidence=(claim.reliance.cited_as,),
        )


def _duty_refused(claim: Claim, reading: Reading) -> Duty | None:
    """Return the duty that the answers a claim alone covers refuse, if it is one."""
    if not isinstance(claim.reliance.scope, (QuestionScope, WholeRequest)):
        return None
    others = [other for other in reading.claims_in(claim.response) if other is not claim]
    refused = {
        _REFUSES.get(answer.outcome)
        for answer in claim.response.answers
        if claim.covers(answer.question)
        and not any(other.covers(answer.question) for other in others)
    }
    return refused.pop() if len(refused) == 1 else None


_REFUSES: Final = {
    Outcome.WITHHELD: Duty.COMMUNICATE,
    Outcome.PARTLY_DISCLOSED: Duty.COMMUNICATE,
    Outcome.NCND: Duty.CONFIRM_OR_DENY,
}


@rule
def national_security_overlap(reading: Reading) -> Iterator[Finding]:
    """Section 24(1) reaches only what s.23(1) does not; in the alternative both may be cited."""
    security, bodies = s("24(1)"), s("23(1)")
    for response in reading.case.responses:
        claims = reading.claims_in(response)
        pairs = [
            (first, second)
            for first in claims
            for second in claims
            if first.citation == bodies
            and second.citation == security
            and bodies not in second.reliance.alternative_to
            and security not in first.reliance.alternative_to
        ]
        for first, second in pairs:
            shared = reading.keys(set(reading.scope(first)) & set(reading.scope(second)))
            loose = first.is_unattached or second.is_unattached
            if shared or loose:
                yield Finding(
                    code=Code.NATIONAL_SECURITY_OVERLAP,
                    severity=Severity.QUERY if loose else reading.breach(response),
                    cites=(security, bodies),
                    questions=shared,
                    message="s.23(1) and s.24(1) are both claimed as fact"
                    + (
                        "; whether for the same information is not said."
                        if loose
                        else f" on {listed(shared)}; they cannot both apply, though they may be "
                        "cited in the alternative."
                    ),
                    evidence=(first.reliance.cited_as, second.reliance.cited_as),
                )


@rule
def holding_not_confirmed(reading: Reading) -> Iterator[Finding]:
    """To withhold is not enough: that the information is held must be said: s.1(1)(a)."""
    for response in reading.case.responses:
        if not reading.is_foia(response) or response.holds is not Held.NOT_STATED:
            continue
        excused = [
            claim
            for claim in reading.claims_in(response)
            if claim.takes_away is Duty.CONFIRM_OR_DENY
        ]
        keys = reading.keys(
            answer.question
            for answer in response.answers
            if answer.outcome is Outcome.WITHHELD
            and answer.held is Held.NOT_STATED
            and not any(claim.covers(answer.question) for claim in excused)
        )
        if keys:
            loose = any(claim.is_unattached for claim in excused)
            yield Finding(
                code=Code.HOLDING_NOT_CONFIRMED,
                severity=Severity.QUERY if loose else reading.breach(response),
                cites=(s("1(1)(a)"),),
                questions=keys,
                message=f"Information is withheld on {listed(keys)} without confirming that it "
                "is held.",
            )


@rule
def not_held_yet_exempt(reading: Reading) -> Iterator[Finding]:
    """What is not held cannot be exempt: ss.1(1) and 17(1)."""
    for claim in _foia_claims(reading):
        if not isinstance(claim.reliance.scope, QuestionScope):
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
                cites=(s("1(1)"), s("17(1)"), *_cited(claim)),
                questions=keys,
                message=f"The information on {listed(keys)} is said not to be held, and "
                f"{_named(claim)} is claimed for it.",
                evidence=(claim.reliance.cited_as,),
            )


@rule
def reliance_unattached(reading: Reading) -> Iterator[Finding]:
    """A claim is made for something that was refused: s.17(1)."""
    for claim in _foia_claims(reading):
        if claim.response.kind is ResponseKind.EXTENSION_NOTICE:
            continue
        why, keys = _unattached(claim, reading)
        if why:
            yield Finding(
                code=Code.RELIANCE_UNATTACHED,
                severity=Severity.QUERY,
                cites=(s("17(1)"), *_cited(claim)),
                questions=keys,
                message=f"{_named(claim)} {why}.",
                evidence=(claim.reliance.cited_as,),
            )


def _unattached(claim: Claim, reading: Reading) -> tuple[str | None, tuple[str, ...]]:
    answers = answers_by_question(claim.response.answers)
    given = reading.keys(
        key
        for key in reading.scope(claim)
        if key in answers and not any(answer.outcome in REFUSED for answer in answers[key])
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
