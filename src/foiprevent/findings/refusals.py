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
    overlaps,
    refuses,
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
_ELSEWHERE: Final = s("21")
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
    """Each question must be answered, one way or another: s.1(1).

    A question that builds on another may fall away with the answer to that one.
    """
    case = reading.case
    if not any(response.kind is ResponseKind.RESPONSE for response in case.responses) or any(
        response.holds in (Held.NO, Held.NCND) for response in case.responses
    ):
        return
    said = answers_by_question(a for response in case.responses for a in response.answers)
    loose = any(claim.is_unattached for claim in reading.claims)
    silent: dict[str, list[str]] = {}
    for question in case.request.questions:
        if question.key in said or any(claim.covers(question.key) for claim in reading.claims):
            continue
        before = [answer for key in question.depends_on for answer in said.get(key, ())]
        doubt = ""
        if loose:
            doubt = ", unless a claim that is tied to no question is meant for it"
        elif any(answer.outcome not in _LEAVE_OPEN for answer in before):
            doubt = ", unless it fell away with the answer to a question it builds on"
        silent.setdefault(doubt, []).append(question.key)
    for doubt, keys in silent.items():
        certain = case.regime is not None and not doubt
        yield Finding(
            code=Code.QUESTION_UNANSWERED,
            severity=Severity.BREACH if certain else Severity.QUERY,
            cites=(_UNANSWERED[case.regime],),
            questions=reading.keys(keys),
            message=f"Nothing is said on {listed(reading.keys(keys))}{doubt}.",
        )


_LEAVE_OPEN: Final = REFUSED - {Outcome.PARTLY_DISCLOSED}
"""Outcomes after which a question that builds on the one refused still stands."""


@rule
def refused_without_exemption(reading: Reading) -> Iterator[Finding]:
    """What is refused, or left out, needs an exemption that is specified: s.17(1)(b)."""
    for response in reading.case.responses:
        if not reading.is_foia(response):
            continue
        claims = reading.claims_with(response)
        loose = any(claim.is_unattached for claim in claims)
        bare: dict[tuple[Code, str, str], list[str]] = {}
        for answer in response.answers:
            if answer.outcome in _UNSPECIFIED and not any(
                claim.covers(answer.question) for claim in claims
            ):
                doubt = ", unless one that is tied to no question is meant" if loose else ""
                if not refuses(answer):
                    doubt = ", unless what is missing is not held"
                bare.setdefault((*_UNSPECIFIED[answer.outcome], doubt), []).append(answer.question)
        for (code, what, doubt), found in bare.items():
            keys = reading.keys(found)
            yield Finding(
                code=code,
                severity=Severity.QUERY if doubt else reading.breach(response),
                cites=(_SPECIFY,),
                questions=keys,
                message=f"{what} on {listed(keys)} without an exemption being specified{doubt}.",
            )


_UNSPECIFIED: Final = {
    Outcome.WITHHELD: (Code.EXEMPTION_NOT_SPECIFIED, "Information is refused"),
    Outcome.NCND: (Code.EXEMPTION_NOT_SPECIFIED, "Information is refused"),
    Outcome.PARTLY_DISCLOSED: (Code.REDACTION_UNEXPLAINED, "Something is left out"),
}


@rule
def no_such_provision(reading: Reading) -> Iterator[Finding]:
    """What is relied on must be an exemption: s.17(1)(b).

    To specify is to cite or to identify ([2021] UKUT 248 (AAC)): words without a number
    may do that.
    """
    for claim in _foia_claims(reading):
        citation = claim.citation
        severity = reading.breach(claim.response)
        if citation is None:
            why = "the words cite no provision"
            if not any(letter.isdigit() for letter in claim.reliance.cited_as):
                why, severity = f"{why}, though they may identify one", Severity.QUERY
        elif isinstance(claim.problem, UnknownProvisionError):
            why = claim.problem.reason
        else:
            continue
        yield Finding(
            code=Code.NO_SUCH_PROVISION,
            severity=severity,
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
        if found is None or found.role not in _NOTHING_BY_ITSELF:
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


_NOTHING_BY_ITSELF: Final = frozenset({Role.DEFINITION, Role.CERTIFICATE})


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
    if found is None or _OTHERS.contains(found.citation) or claim.reliance.by_virtue_of:
        return None
    if len(found.limbs) > 1:
        limbs = _either(limb.citation for limb in found.limbs)
    elif len(found.covers) > 1:
        limbs = f"by virtue of {_either(found.covers)}"
    elif found.citation in _FOR_A_PURPOSE:
        limbs = "for which purpose of s.31(2)"
    else:
        return None
    beside = {
        citation
        for other in reading.claims_in(claim.response)
        for citation in (*_cited(other), *other.reliance.by_virtue_of)
    } - {found.citation}
    within = _PURPOSES if found.citation in _FOR_A_PURPOSE else found.citation
    return None if any(within.contains(citation) for citation in beside) else limbs


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
        found = claim.provision
        if found is None or not _OTHERS.contains(found.citation):
            continue
        named = [
            citation
            for other in reading.claims_with(claim.response)
            for citation in (*_cited(other), *other.reliance.by_virtue_of)
        ]
        if not any(c.contains(citation) for c in _CONDITIONS for citation in named):
            conditions = ", ".join(limb.condition.short for limb in found.limbs if limb.condition)
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
            and not any(
                other.citation == claim.citation
                and other.reliance.likelihood is not Likelihood.NOT_STATED
                for other in reading.claims_with(claim.response)
            )
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
        if claim.response.kind is not ResponseKind.EXTENSION_NOTICE and not (
            _is_apparent(claim) or _is_argued(claim, reading)
        ):
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


def _is_apparent(claim: Claim) -> bool:
    """Return whether a claim needs no reasons of its own.

    A definition goes with the exemption beside it; and what a letter says is accessible
    elsewhere is, by that, exempt under s.21.
    """
    if claim.provision is not None and claim.provision.role in _NOTHING_BY_ITSELF:
        return True
    return _concerns_elsewhere(claim) and any(
        answer.outcome is Outcome.ACCESSIBLE_ELSEWHERE and claim.covers(answer.question)
        for answer in claim.response.answers
    )


def _concerns_elsewhere(claim: Claim) -> bool:
    return claim.citation is not None and _ELSEWHERE.contains(claim.citation)


def _is_argued(claim: Claim, reading: Reading) -> bool:
    """Return whether it is said, in a claim or in weighing it, why an exemption applies."""
    cited = claim.citation
    if cited is None:
        return bool(claim.reliance.reasons)
    return any(
        other.reliance.reasons and other.citation and overlaps(cited, other.citation)
        for other in reading.claims_with(claim.response)
    ) or any(
        (test.factors or test.reasons) and any(overlaps(cited, c) for c in test.provisions)
        for letter in reading.letters_with(claim.response)
        for test in letter.tests
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
            and not any(c.contains(bodies) for c in second.reliance.alternative_to)
            and not any(c.contains(security) for c in first.reliance.alternative_to)
        ]
        said = answers_by_question(response.answers)
        for first, second in pairs:
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


_PARTS: Final = 2


@rule
def holding_not_confirmed(reading: Reading) -> Iterator[Finding]:
    """To withhold is not enough: that the information is held must be said: s.1(1)(a)."""
    for response in reading.case.responses:
        letters = reading.letters_with(response)
        if not reading.is_foia(response) or any(r.holds is not Held.NOT_STATED for r in letters):
            continue
        excused = [
            claim
            for claim in reading.claims_with(response)
            if claim.is_ground or claim.takes_away is Duty.CONFIRM_OR_DENY
        ]
        confirmed = {
            answer.question
            for letter in letters
            for answer in letter.answers
            if letter is not response and answer.held is not Held.NOT_STATED
        }
        keys = reading.keys(
            answer.question
            for answer in response.answers
            if answer.outcome is Outcome.WITHHELD
            and answer.held is Held.NOT_STATED
            and answer.question not in confirmed
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
        return _concerns_elsewhere(claim)
    return outcome in REFUSED or outcome is Outcome.UNKNOWN
