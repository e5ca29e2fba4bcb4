"""What a review put right: the case as it then stands, beside the case as it first was.

A review takes the place of earlier answers and claims question by question; a balance it
strikes takes the place of an earlier one for the same provisions, and a balance for what is
no longer claimed falls away.  What a letter did not tell of, or when it came, no review
changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from foiprevent.cases import QuestionScope, ResponseKind, ScopeNotStated
from foiprevent.cases.answers import Said, keys_of, said_in, stand
from foiprevent.cases.life import letters_in_order
from foiprevent.citations._citation import overlaps
from foiprevent.findings._model import Mended

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foiprevent.cases import Case, Reliance, Response
    from foiprevent.exemptions import PublicInterestTest
    from foiprevent.findings._model import Finding


def as_it_stands(case: Case) -> Case:
    """Return *case* without what its reviews took the place of."""
    reviews = [r for r in letters_in_order(case, None) if r.kind is ResponseKind.REVIEW_OUTCOME]
    if not reviews:
        return case
    standing = {key: _standing(case, reviews, key) for key in keys_of(case)}
    letters = [(letter, _left(letter, standing)) for letter in case.responses]
    relied = [one for _, left in letters for one in left.reliances]
    return attrs.evolve(
        case,
        responses=tuple(
            attrs.evolve(
                left,
                tests=tuple(
                    test
                    for test in left.tests
                    if not _is_weighed_again(test, _after(letter, reviews))
                    and not _is_given_up(test, relied, case)
                ),
            )
            for letter, left in letters
        ),
    )


def _is_claimed(one: Reliance, letter: Response, standing: Said) -> bool:
    """Return whether a claim stands: itself, or the same provision claimed again."""
    return any(
        (claimed.reliance == one and claimed.letter is letter)
        or (one.citation is not None and claimed.reliance.citation == one.citation)
        for claimed in standing.claimed
    )


def _after(letter: Response, reviews: list[Response]) -> list[Response]:
    """Return the reviews that came after a letter: all, unless it is one of them."""
    place = next((n for n, review in enumerate(reviews, 1) if review is letter), 0)
    return reviews[place:]


def mended_by(
    case: Case, before: Iterable[Finding], after: Iterable[Finding]
) -> tuple[Mended, ...]:
    """Return what was found without the reviews of *case*, and is no longer."""
    days = [r.sent for r in case.responses if r.kind is ResponseKind.REVIEW_OUTCOME]
    on = None if None in days else max((day for day in days if day), default=None)
    left = list(after)
    mended: list[Mended] = []
    for finding in before:
        alike = [other for other in left if other.code is finding.code]
        gone = tuple(
            key for key in finding.questions if not any(key in other.questions for other in alike)
        )
        if gone or not (finding.questions or any(other.cites == finding.cites for other in alike)):
            mended.append(Mended(finding=finding, questions=gone, on=on))
    return tuple(mended)


def _standing(case: Case, reviews: list[Response], key: str) -> Said:
    """Return what stands on one question: all letters at first, then each review in turn."""
    first = [said_in(r, key) for r in case.responses if r.kind is not ResponseKind.REVIEW_OUTCOME]
    together = Said(
        given=tuple(given for one in first for given in one.given),
        claimed=tuple(claimed for one in first for claimed in one.claimed),
    )
    return stand([together, *(said_in(review, key) for review in reviews)])


def _left(letter: Response, standing: dict[str, Said]) -> Response:
    """Return what of a letter still stands; its balances are looked at apart."""
    answers = tuple(
        answer
        for answer in letter.answers
        if any(
            given.answer == answer and given.letter is letter
            for given in standing[answer.question].given
        )
    )
    reliances = (_narrowed(letter, one, standing) for one in letter.reliances)
    return attrs.evolve(
        letter, answers=answers, reliances=tuple(one for one in reliances if one is not None)
    )


def _narrowed(letter: Response, one: Reliance, standing: dict[str, Said]) -> Reliance | None:
    """Return a claim, made for the questions for which it stands; ``None`` if for none."""
    if isinstance(one.scope, ScopeNotStated):
        return one
    stated = one.scope.keys if isinstance(one.scope, QuestionScope) else tuple(standing)
    left = tuple(key for key in stated if _is_claimed(one, letter, standing[key]))
    if left == stated:
        return one
    return attrs.evolve(one, scope=QuestionScope(keys=left)) if left else None


def _is_weighed_again(test: PublicInterestTest, reviews: Iterable[Response]) -> bool:
    return any(
        overlaps(one, other)
        for review in reviews
        for again in review.tests
        for one in test.provisions
        for other in again.provisions
    )


def _is_given_up(test: PublicInterestTest, relied: list[Reliance], case: Case) -> bool:
    """Return whether what a test weighs was claimed once, and is claimed no more."""

    def claims(some: Iterable[Reliance]) -> bool:
        return any(
            one.citation and any(overlaps(one.citation, weighed) for weighed in test.provisions)
            for one in some
        )

    return claims(one for r in case.responses for one in r.reliances) and not claims(relied)
