"""Whether the public interest was weighed, for the duty refused: ss.2 and 17(3) of the Act.

Two balances exist, one for each duty (s.2(1)(b) and s.2(2)(b)), and the reasons for each
are given under its own paragraph of s.17(3).  An absolute exemption asks for neither.  So
it is under the EIR (regs 12(1)(b), 12(6) and 14(3)(b)) and FOISA (ss.2(1)(b), 16(2) and
18(1)), but that a notice under FOISA s.18 need not give the balance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from foiprevent.cases import ResponseKind
from foiprevent.citations import Regime
from foiprevent.citations._citation import overlaps
from foiprevent.exemptions import Balance, Side
from foiprevent.findings._law import LAWS, s
from foiprevent.findings._model import Code, Finding, Severity
from foiprevent.findings._reading import (
    Claim,
    Reading,
    applies_by_condition,
    law_day,
    provision_at,
)
from foiprevent.findings.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foiprevent.cases import Response
    from foiprevent.citations import Citation
    from foiprevent.exemptions import Duty, Exemption, PublicInterestTest
    from foiprevent.findings._law import RefusalLaw

_CONFIDENCE: Final = {Regime.FOIA: s("41"), Regime.FOISA: s("FOISA s.36(2)")}
_SIDES: Final = {
    Side.DISCLOSURE: "for disclosure",
    Side.EXEMPTION: "for maintaining the exemption",
}


def _tests(reading: Reading) -> Iterator[tuple[Response, PublicInterestTest]]:
    for response in reading.case.responses:
        for test in response.tests:
            if any(one.regime is reading.law(response).regime for one in test.provisions):
                yield response, test


def _weighed(test: PublicInterestTest, reading: Reading, response: Response) -> list[Exemption]:
    """Return what stands, that day, at the provisions a test weighs."""
    day, received = law_day(reading.case, response), reading.case.request.received
    regime = reading.law(response).regime
    found = (
        provision_at(citation, day, received)
        for citation in test.provisions
        if citation.regime is regime
    )
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
    """Return whether s.17(4) is invoked for weighing *provisions*; no other law has the like."""
    return any(
        claim.reliance.explanation_withheld and LAWS[claim.regime].silent_on_balance
        for claim in _relied_on(provisions, reading)
    )


def _is_of_confidence(found: Exemption) -> bool:
    section = _CONFIDENCE.get(found.citation.regime)
    return section is not None and section.contains(found.citation)


def _is_absolute(weighed: list[Exemption], reading: Reading) -> bool:
    """Return whether nothing weighed needed to be."""
    return bool(weighed) and all(
        provision.duty is not None and reading.needs_test(provision) is False
        for provision in weighed
    )


@rule(Code.PIT_MISSING)
def pit_missing(reading: Reading) -> Iterator[Finding]:
    """A qualified exemption needs the reasons for the balance: s.17(3)."""
    tests = [test for _, test in _tests(reading)]
    for claim in reading.claims:
        found = claim.provision
        if (
            found is None
            or reading.needs_test(found) is False
            or claim.response.kind is ResponseKind.EXTENSION_NOTICE
            or any(overlaps(c, found.citation) for test in tests for c in test.provisions)
            or (applies_by_condition(found) and reading.needs_test(found) is None)
        ):
            continue
        yield _missing(claim, found, reading)


def _missing(claim: Claim, found: Exemption, reading: Reading) -> Finding:
    law = reading.law(claim.response)
    reasons = law.balance[found.duty] if found.duty else law.either_balance
    why, severity = ".", reading.breach(claim.response)
    silent = law.silent_on_balance if claim.reliance.explanation_withheld else None
    if silent is not None:
        why, severity = f", and {silent.short} is invoked.", Severity.QUERY
    elif reasons is None:
        why, severity = "; the notice need not say how it was (s.18(2)).", Severity.QUERY
    elif reading.needs_test(found) is None:
        note = f"{found.status_note}".rstrip(".")
        why, severity = f"; whether it must be depends: {note}.", Severity.QUERY
    return Finding(
        code=Code.PIT_MISSING,
        severity=severity,
        cites=(reasons or law.denial, found.citation),
        questions=reading.scope(claim),
        message=f"The public interest is not weighed for {found.citation.short}{why}",
        evidence=(claim.reliance.cited_as,),
    )


@rule(Code.PIT_NO_CONCLUSION)
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
            or _is_absolute(weighed, reading)
            or concluded.issuperset(test.provisions)
        ):
            continue
        withheld = _is_withheld(test.provisions, reading)
        certain = not withheld and any(
            reading.needs_test(provision) and _relied_on((provision.citation,), reading)
            for provision in weighed
        )
        yield Finding(
            code=Code.PIT_NO_CONCLUSION,
            severity=reading.breach(response) if certain else Severity.QUERY,
            cites=(reading.law(response).either_balance, *test.provisions),
            message=f"The public interest test under {_named(test)} comes to no conclusion"
            + (", and s.17(4) is invoked." if withheld else "."),
        )


@rule(Code.PIT_WRONG_DUTY)
def pit_wrong_duty(reading: Reading) -> Iterator[Finding]:
    """A test weighs the duty that its provision takes away: ss.2(1)(b), 2(2)(b), 17(3)."""
    for response, test in _tests(reading):
        for found in _weighed(test, reading, response):
            wrong = _wrong(test, found, reading, response)
            if found.duty is not None and wrong and not _is_absolute([found], reading):
                certain = reading.needs_test(found) and _relied_on((found.citation,), reading)
                yield Finding(
                    code=Code.PIT_WRONG_DUTY,
                    severity=reading.breach(response) if certain else Severity.QUERY,
                    cites=_balance(reading.law(response), found.duty, found.citation),
                    message=f"{found.citation.short} takes away the duty to {found.duty.value}; "
                    f"{' and '.join(wrong)}.",
                    evidence=() if test.reasons is None else (test.reasons,),
                )


def _balance(law: RefusalLaw, duty: Duty, weighed: Citation) -> tuple[Citation, ...]:
    reasons, balance = law.balance[duty], law.weighing[duty]
    return (
        (balance, weighed)
        if law.regime is not Regime.FOIA or reasons is None
        else (reasons, balance, weighed)
    )


def _wrong(
    test: PublicInterestTest, found: Exemption, reading: Reading, response: Response
) -> list[str]:
    """Say in what a test weighs another duty: what its balance speaks of goes before a name."""
    wrong: list[str] = []
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


@rule(Code.PIT_ONE_SIDED)
def pit_one_sided(reading: Reading) -> Iterator[Finding]:
    """A balance has two sides: s.2."""
    for response, test in _tests(reading):
        empty = [words for side, words in _SIDES.items() if not test.weighed(side)]
        if (
            empty
            and response.kind is not ResponseKind.EXTENSION_NOTICE
            and not _is_absolute(_weighed(test, reading, response), reading)
        ):
            withheld = _is_withheld(test.provisions, reading)
            yield Finding(
                code=Code.PIT_ONE_SIDED,
                severity=Severity.QUERY if withheld else Severity.PRACTICE,
                cites=(*reading.law(response).weighing.values(), *test.provisions),
                message=f"The public interest test under {_named(test)} has no argument "
                f"{' and none '.join(empty)}.",
            )


@rule(Code.PIT_NOT_NEEDED)
def pit_not_needed(reading: Reading) -> Iterator[Finding]:
    """An absolute exemption asks for no test: s.2(3).

    But for s.41, and FOISA s.36(2), it is a defence to the breach of confidence itself.
    """
    for response, test in _tests(reading):
        found = _weighed(test, reading, response)
        if _is_absolute(found, reading) and not all(map(_is_of_confidence, found)):
            yield Finding(
                code=Code.PIT_NOT_NEEDED,
                severity=Severity.PRACTICE,
                cites=(reading.law(response).absolute, *test.provisions),
                message=f"The public interest is weighed for {_named(test)}, which is absolute.",
            )
