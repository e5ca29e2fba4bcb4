"""Whether the public interest was weighed, for the duty refused: ss.2 and 17(3) of the Act.

Two balances exist, one for each duty (s.2(1)(b) and s.2(2)(b)), and the reasons for each
are given under its own paragraph of s.17(3).  An absolute exemption asks for neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foiprevent.cases import ResponseKind
from foiprevent.exemptions import Balance, Duty, Side
from foiprevent.findings._model import Code, Finding, Severity
from foiprevent.findings._reading import Claim, Reading, law_day, provision_at, rule, s

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foiprevent.cases import Response
    from foiprevent.citations import Citation
    from foiprevent.exemptions import Exemption, PublicInterestTest

_REASONS: Final = {Duty.CONFIRM_OR_DENY: s("17(3)(a)"), Duty.COMMUNICATE: s("17(3)(b)")}
_BALANCES: Final = {Duty.CONFIRM_OR_DENY: s("2(1)(b)"), Duty.COMMUNICATE: s("2(2)(b)")}
_OTHERS: Final = s("40(2)")
_SIDES: Final = {
    Side.DISCLOSURE: "for disclosure",
    Side.EXEMPTION: "for maintaining the exemption",
}


def _tests(reading: Reading) -> Iterator[tuple[Response, PublicInterestTest]]:
    for response in reading.case.responses:
        if reading.is_foia(response):
            for test in response.tests:
                yield response, test


def _weighed(test: PublicInterestTest, reading: Reading, response: Response) -> list[Exemption]:
    """Return what stands, that day, at the provisions a test weighs."""
    day = law_day(reading.case, response)
    found = (provision_at(citation, day) for citation in test.provisions)
    return [provision for provision in found if provision is not None]


def _named(test: PublicInterestTest) -> str:
    return " and ".join(citation.short for citation in test.provisions)


def _overlaps(one: Citation, other: Citation) -> bool:
    return one.contains(other) or other.contains(one)


@rule
def pit_missing(reading: Reading) -> Iterator[Finding]:
    """A qualified exemption needs the reasons for the balance: s.17(3)."""
    tests = [test for _, test in _tests(reading)]
    for claim in reading.claims:
        found = claim.provision
        if (
            found is None
            or (found.duty is None and not found.limbs)
            or found.needs_public_interest_test is False
            or claim.response.kind is ResponseKind.EXTENSION_NOTICE
            or not reading.is_foia(claim.response)
            or any(_overlaps(c, found.citation) for test in tests for c in test.provisions)
        ):
            continue
        if found.needs_public_interest_test is None and found.citation == _OTHERS:
            continue
        yield _missing(claim, found, reading)


def _missing(claim: Claim, found: Exemption, reading: Reading) -> Finding:
    reasons = _REASONS[found.duty] if found.duty else s("17(3)")
    why, severity = ".", reading.breach(claim.response)
    if claim.reliance.explanation_withheld:
        why, severity = ", and s.17(4) is invoked.", Severity.QUERY
    elif found.needs_public_interest_test is None:
        why, severity = f"; whether it must be depends: {found.status_note}.", Severity.QUERY
    return Finding(
        code=Code.PIT_MISSING,
        severity=severity,
        cites=(reasons, found.citation),
        questions=reading.scope(claim),
        message=f"The public interest is not weighed for {found.citation.short}{why}",
        evidence=(claim.reliance.cited_as,),
    )


@rule
def pit_no_conclusion(reading: Reading) -> Iterator[Finding]:
    """A test says where the balance lies: s.17(3)."""
    for response, test in _tests(reading):
        if (
            test.balance is Balance.NOT_STATED
            and response.kind is not ResponseKind.EXTENSION_NOTICE
        ):
            yield Finding(
                code=Code.PIT_NO_CONCLUSION,
                severity=reading.breach(response),
                cites=(s("17(3)"), *test.provisions),
                message=f"The public interest test under {_named(test)} comes to no conclusion.",
            )


@rule
def pit_wrong_duty(reading: Reading) -> Iterator[Finding]:
    """A test weighs the duty that its provision takes away: ss.2(1)(b), 2(2)(b), 17(3)."""
    for response, test in _tests(reading):
        for found in _weighed(test, reading, response):
            wrong = _wrong(test, found, reading, response)
            if found.duty is not None and wrong:
                yield Finding(
                    code=Code.PIT_WRONG_DUTY,
                    severity=reading.breach(response),
                    cites=(_REASONS[found.duty], _BALANCES[found.duty], found.citation),
                    message=f"{found.citation.short} takes away the duty to {found.duty.value}; "
                    f"{' and '.join(wrong)}.",
                    evidence=() if test.reasons is None else (test.reasons,),
                )


def _wrong(
    test: PublicInterestTest, found: Exemption, reading: Reading, response: Response
) -> list[str]:
    wrong = []
    if test.argued_on not in (None, found.duty):
        wrong.append(f"the arguments weigh the duty to {test.argued_on.value}")
    if test.balanced_on not in (None, found.duty):
        wrong.append(f"the balance is struck on the duty to {test.balanced_on.value}")
    if test.names is not None:
        named = provision_at(test.names, law_day(reading.case, response))
        if named and named.duty not in (None, found.duty):
            wrong.append(f"the conclusion names {test.names.short}")
    return wrong


@rule
def pit_one_sided(reading: Reading) -> Iterator[Finding]:
    """A balance has two sides: s.2."""
    for response, test in _tests(reading):
        empty = [words for side, words in _SIDES.items() if not test.weighed(side)]
        if empty and response.kind is not ResponseKind.EXTENSION_NOTICE:
            yield Finding(
                code=Code.PIT_ONE_SIDED,
                severity=Severity.PRACTICE,
                cites=(s("2(1)(b)"), s("2(2)(b)"), *test.provisions),
                message=f"The public interest test under {_named(test)} has no argument "
                f"{' and none '.join(empty)}.",
            )


@rule
def pit_not_needed(reading: Reading) -> Iterator[Finding]:
    """An absolute exemption asks for no test: s.2(3)."""
    for response, test in _tests(reading):
        found = _weighed(test, reading, response)
        if found and all(
            provision.duty is not None and provision.needs_public_interest_test is False
            for provision in found
        ):
            yield Finding(
                code=Code.PIT_NOT_NEEDED,
                severity=Severity.PRACTICE,
                cites=(s("2(3)"), *test.provisions),
                message=f"The public interest is weighed for {_named(test)}, which is absolute.",
            )
