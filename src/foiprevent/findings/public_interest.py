"""Whether the public interest was weighed, for the duty refused: ss.2 and 17(3) of the Act.

Two balances exist, one for each duty (s.2(1)(b) and s.2(2)(b)), and the reasons for each
are given under its own paragraph of s.17(3).  An absolute exemption asks for neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foiprevent.cases import ResponseKind
from foiprevent.exemptions import Balance, Duty, Side
from foiprevent.findings._model import Code, Finding, Severity
from foiprevent.findings._reading import (
    Claim,
    Reading,
    law_day,
    overlaps,
    provision_at,
    rule,
    s,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foiprevent.cases import Response
    from foiprevent.citations import Citation
    from foiprevent.exemptions import Exemption, PublicInterestTest

_REASONS: Final = {Duty.CONFIRM_OR_DENY: s("17(3)(a)"), Duty.COMMUNICATE: s("17(3)(b)")}
_BALANCES: Final = {Duty.CONFIRM_OR_DENY: s("2(1)(b)"), Duty.COMMUNICATE: s("2(2)(b)")}
_OTHERS: Final = s("40(2)")
_CONFIDENCE: Final = "41"
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
    day, received = law_day(reading.case, response), reading.case.request.received
    found = (provision_at(citation, day, received) for citation in test.provisions)
    return [provision for provision in found if provision is not None]


def _named(test: PublicInterestTest) -> str:
    return " and ".join(citation.short for citation in test.provisions)


def _relied_on(provisions: Iterable[Citation], reading: Reading) -> list[Claim]:
    """Return the claims that *provisions* are weighed for."""
    return [
        claim
        for claim in reading.claims
        if claim.citation and any(overlaps(claim.citation, cited) for cited in provisions)
    ]


def _is_withheld(provisions: Iterable[Citation], reading: Reading) -> bool:
    """Return whether s.17(4) is invoked for weighing *provisions*."""
    return any(c.reliance.explanation_withheld for c in _relied_on(provisions, reading))


def _is_absolute(weighed: list[Exemption]) -> bool:
    """Return whether nothing weighed needed to be."""
    return bool(weighed) and all(
        provision.duty is not None and provision.needs_public_interest_test is False
        for provision in weighed
    )


@rule
def pit_missing(reading: Reading) -> Iterator[Finding]:
    """A qualified exemption needs the reasons for the balance: s.17(3)."""
    tests = [test for _, test in _tests(reading)]
    for claim in reading.claims:
        found = claim.provision
        if (
            found is None
            or found.needs_public_interest_test is False
            or claim.response.kind is ResponseKind.EXTENSION_NOTICE
            or not reading.is_foia(claim.response)
            or any(overlaps(c, found.citation) for test in tests for c in test.provisions)
        ):
            continue
        if found.needs_public_interest_test is None and _OTHERS.contains(found.citation):
            continue
        yield _missing(claim, found, reading)


def _missing(claim: Claim, found: Exemption, reading: Reading) -> Finding:
    reasons = _REASONS[found.duty] if found.duty else s("17(3)")
    why, severity = ".", reading.breach(claim.response)
    if claim.reliance.explanation_withheld:
        why, severity = ", and s.17(4) is invoked.", Severity.QUERY
    elif found.needs_public_interest_test is None:
        note = f"{found.status_note}".rstrip(".")
        why, severity = f"; whether it must be depends: {note}.", Severity.QUERY
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
    """A test says where the balance lies: s.17(3).

    It may say so in a notice of its own; and for what is absolute, or is not relied on, or
    where s.17(4) is invoked, there may be nothing to say.
    """
    concluded = {
        cited
        for _, test in _tests(reading)
        if test.balance is not Balance.NOT_STATED
        for cited in test.provisions
    }
    for response, test in _tests(reading):
        weighed = _weighed(test, reading, response)
        if (
            response.kind is ResponseKind.EXTENSION_NOTICE
            or _is_absolute(weighed)
            or concluded.issuperset(test.provisions)
        ):
            continue
        withheld = _is_withheld(test.provisions, reading)
        certain = not withheld and any(
            provision.needs_public_interest_test and _relied_on((provision.citation,), reading)
            for provision in weighed
        )
        yield Finding(
            code=Code.PIT_NO_CONCLUSION,
            severity=reading.breach(response) if certain else Severity.QUERY,
            cites=(s("17(3)"), *test.provisions),
            message=f"The public interest test under {_named(test)} comes to no conclusion"
            + (", and s.17(4) is invoked." if withheld else "."),
        )


@rule
def pit_wrong_duty(reading: Reading) -> Iterator[Finding]:
    """A test weighs the duty that its provision takes away: ss.2(1)(b), 2(2)(b), 17(3)."""
    for response, test in _tests(reading):
        for found in _weighed(test, reading, response):
            wrong = _wrong(test, found, reading, response)
            if found.duty is not None and wrong and not _is_absolute([found]):
                certain = found.needs_public_interest_test and _relied_on(
                    (found.citation,), reading
                )
                yield Finding(
                    code=Code.PIT_WRONG_DUTY,
                    severity=reading.breach(response) if certain else Severity.QUERY,
                    cites=(_REASONS[found.duty], _BALANCES[found.duty], found.citation),
                    message=f"{found.citation.short} takes away the duty to {found.duty.value}; "
                    f"{' and '.join(wrong)}.",
                    evidence=() if test.reasons is None else (test.reasons,),
                )


def _wrong(
    test: PublicInterestTest, found: Exemption, reading: Reading, response: Response
) -> list[str]:
    """Say in what a test weighs another duty: what its balance speaks of goes before a name."""
    wrong = []
    if test.argued_on not in (None, found.duty):
        wrong.append(f"the arguments weigh the duty to {test.argued_on.value}")
    if test.balanced_on not in (None, found.duty):
        wrong.append(f"the balance is struck on the duty to {test.balanced_on.value}")
    if test.names is not None and test.balanced_on is not found.duty:
        day, received = law_day(reading.case, response), reading.case.request.received
        named = provision_at(test.names, day, received)
        if named and named.duty not in (None, found.duty):
            wrong.append(f"the conclusion names {test.names.short}")
    return wrong


@rule
def pit_one_sided(reading: Reading) -> Iterator[Finding]:
    """A balance has two sides: s.2."""
    for response, test in _tests(reading):
        empty = [words for side, words in _SIDES.items() if not test.weighed(side)]
        if (
            empty
            and response.kind is not ResponseKind.EXTENSION_NOTICE
            and not _is_absolute(_weighed(test, reading, response))
        ):
            withheld = _is_withheld(test.provisions, reading)
            yield Finding(
                code=Code.PIT_ONE_SIDED,
                severity=Severity.QUERY if withheld else Severity.PRACTICE,
                cites=(s("2(1)(b)"), s("2(2)(b)"), *test.provisions),
                message=f"The public interest test under {_named(test)} has no argument "
                f"{' and none '.join(empty)}.",
            )


@rule
def pit_not_needed(reading: Reading) -> Iterator[Finding]:
    """An absolute exemption asks for no test: s.2(3).

    But for s.41 the public interest is a defence to the breach of confidence itself.
    """
    for response, test in _tests(reading):
        found = _weighed(test, reading, response)
        if _is_absolute(found) and any(p.citation.section != _CONFIDENCE for p in found):
            yield Finding(
                code=Code.PIT_NOT_NEEDED,
                severity=Severity.PRACTICE,
                cites=(s("2(3)"), *test.provisions),
                message=f"The public interest is weighed for {_named(test)}, which is absolute.",
            )
