"""What a refusal must say: s.17 of the Act, EIR reg.14 and FOISA s.16.

A notice says that an exemption is claimed, specifies it, and says why it applies if that
is not otherwise apparent; so far as saying why would itself disclose exempt information, it
need not under the Acts (s.17(4), FOISA s.16(3)), and what is missing is then a query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foiprevent.cases import Held, Outcome, ResponseKind
from foiprevent.citations import Regime
from foiprevent.citations._citation import overlaps
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import Duty, Role
from foiprevent.findings._law import LAWS, s
from foiprevent.findings._model import Code, Finding, Severity
from foiprevent.findings._reading import (
    NOTHING_BY_ITSELF,
    Claim,
    Reading,
    answers_by_question,
    cited,
    concerns_elsewhere,
    exemption_claims,
    law_day,
    listed,
    named,
    provision_at,
    refuses,
)
from foiprevent.findings.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.citations import Citation


@rule(Code.QUESTION_UNANSWERED)
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
            cites=(LAWS[case.regime or Regime.FOIA].answer,),
            questions=reading.keys(keys),
            message=f"Nothing is said on {listed(reading.keys(keys))}{doubt}.",
        )


_LEAVE_OPEN: Final = frozenset(
    outcome for outcome in Outcome if outcome.refuses and outcome is not Outcome.PARTLY_DISCLOSED
)
"""Outcomes after which a question that builds on the one refused still stands."""


@rule(Code.EXEMPTION_NOT_SPECIFIED, Code.REDACTION_UNEXPLAINED)
def refused_without_exemption(reading: Reading) -> Iterator[Finding]:
    """What is refused, or left out, needs an exemption that is specified: s.17(1)(b)."""
    for response in reading.case.responses:
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
                cites=(reading.law(response).specify,),
                questions=keys,
                message=f"{what} on {listed(keys)} without an exemption being specified{doubt}.",
            )


_UNSPECIFIED: Final = {
    Outcome.WITHHELD: (Code.EXEMPTION_NOT_SPECIFIED, "Information is refused"),
    Outcome.NCND: (Code.EXEMPTION_NOT_SPECIFIED, "Information is refused"),
    Outcome.PARTLY_DISCLOSED: (Code.REDACTION_UNEXPLAINED, "Something is left out"),
}


@rule(Code.NO_SUCH_PROVISION)
def no_such_provision(reading: Reading) -> Iterator[Finding]:
    """What is relied on must be an exemption, and reach what it is said to apply to: s.17(1)(b).

    To specify is to cite or to identify ([2021] UKUT 248 (AAC)): words without a number
    may do that.
    """
    for claim in exemption_claims(reading):
        citation = claim.citation
        severity = reading.breach(claim.response)
        if citation is None:
            why = "the words cite no provision"
            if not any(letter.isdigit() for letter in claim.reliance.cited_as):
                why, severity = f"{why}, though they may identify one", Severity.QUERY
        elif isinstance(claim.problem, UnknownProvisionError):
            why = claim.problem.reason
        elif missed := _misses(claim, reading):
            why = f"it does not reach {' or '.join(limb.short for limb in missed)}"
        else:
            continue
        yield Finding(
            code=Code.NO_SUCH_PROVISION,
            severity=severity,
            cites=(reading.law(claim.response).specify, *cited(claim)),
            questions=reading.scope(claim),
            message=f"{claim.reliance.cited_as} is relied on; {why}.",
            evidence=(claim.reliance.cited_as,),
        )


def _misses(claim: Claim, reading: Reading) -> list[Citation]:
    """Return the exemptions an NCND provision is said to go with, and does not."""
    found = claim.provision
    if found is None or not found.covers:
        return []
    day, received = law_day(reading.case, claim.response), reading.case.request.received
    behind = [(limb, provision_at(limb, day, received)) for limb in claim.reliance.by_virtue_of]
    meant = [limb for limb, row in behind if row and row.duty is Duty.COMMUNICATE]
    reached = any(overlaps(limb, covered) for limb in meant for covered in found.covers)
    return [] if reached else meant


@rule(Code.EXEMPTION_NOT_SPECIFIED)
def exempts_nothing(reading: Reading) -> Iterator[Finding]:
    """A definition or a condition exempts nothing by itself: s.17(1)(b)."""
    for claim in exemption_claims(reading):
        found = claim.provision
        if found is None or found.role not in NOTHING_BY_ITSELF:
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
                cites=(reading.law(claim.response).specify, found.citation),
                questions=reading.scope(claim),
                message=f"{named(claim)} is relied on, which exempts nothing by itself; "
                "which exemption is meant?",
                evidence=(claim.reliance.cited_as,),
            )


@rule(Code.PROVISION_NOT_IN_FORCE)
def provision_not_in_force(reading: Reading) -> Iterator[Finding]:
    """The exemption specified should be one that was in force: s.17(1)(b)."""
    for claim in exemption_claims(reading):
        if isinstance(claim.problem, NotInForceError):
            instead = ", ".join(successor.short for successor in claim.problem.successors)
            yield Finding(
                code=Code.PROVISION_NOT_IN_FORCE,
                severity=Severity.PRACTICE,
                cites=(
                    reading.law(claim.response).specify,
                    *cited(claim),
                    *claim.problem.successors,
                ),
                questions=reading.scope(claim),
                message=f"{named(claim)} is relied on; {claim.problem.reason}"
                + (f", and in its place stands {instead}." if instead else "."),
                evidence=(claim.reliance.cited_as,),
            )


@rule(Code.REASONS_MISSING)
def reasons_missing(reading: Reading) -> Iterator[Finding]:
    """The notice says why an exemption applies, if that is not apparent: s.17(1)(c).

    And why information is not given in the form that was asked for: s.11(3).
    """
    for claim in reading.claims:
        law, form = reading.law(claim.response), _is_of_form(claim)
        if (
            claim.response.kind is ResponseKind.EXTENSION_NOTICE
            or (claim.is_ground and not form)
            or _is_apparent(claim)
            or _is_argued(claim, reading)
        ):
            continue
        withheld = claim.reliance.explanation_withheld and law.silent is not None and not form
        silent = (law.silent,) if withheld and law.silent else ()
        yield Finding(
            code=Code.REASONS_MISSING,
            severity=Severity.QUERY if withheld else reading.breach(claim.response),
            cites=(_FORM_REASONS if form else law.why, *silent, *cited(claim)),
            questions=reading.scope(claim),
            message=f"It is not said why {named(claim)} applies"
            + "".join(f", and {rule.short} is invoked for that" for rule in silent)
            + ".",
            evidence=(claim.reliance.cited_as,),
        )


_FORM: Final = s("11")
_FORM_REASONS: Final = s("11(3)")


def _is_of_form(claim: Claim) -> bool:
    return claim.is_of_its_regime and claim.citation is not None and _FORM.contains(claim.citation)


def _is_apparent(claim: Claim) -> bool:
    """Return whether a claim needs no reasons of its own.

    A definition goes with the exemption beside it; and what a letter says is accessible
    elsewhere is, by that, exempt under s.21.
    """
    if claim.provision is not None and claim.provision.role in NOTHING_BY_ITSELF:
        return True
    return concerns_elsewhere(claim) and any(
        answer.outcome is Outcome.ACCESSIBLE_ELSEWHERE and claim.covers(answer.question)
        for answer in claim.response.answers
    )


def _is_argued(claim: Claim, reading: Reading) -> bool:
    """Return whether it is said, in a claim or in weighing it, why an exemption applies."""
    relied = claim.citation
    if relied is None:
        return bool(claim.reliance.reasons)
    return any(
        other.reliance.reasons and other.citation and overlaps(relied, other.citation)
        for other in reading.claims_with(claim.response)
    ) or any(
        (test.factors or test.reasons) and any(overlaps(relied, c) for c in test.provisions)
        for letter in reading.letters_with(claim.response)
        for test in letter.tests
    )
