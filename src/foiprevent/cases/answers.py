"""What stands as the answer to a question once later letters have spoken.

A letter that answers a question as a whole takes the place of all that was answered on it
before, and of what was claimed for it; one that answers a part of it takes the place of
that part, and adds its claims to those for the others.  A letter that refuses again without
a claim of its own leaves the claims that were made.  A letter that only claims something
for a question leaves the answer and changes what it rests on.  What was superseded is kept,
oldest first.

Superseding is associative: it makes no difference whether a letter meets what stands or
the letters before it are first put together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from foiprevent.cases.response import Answer, QuestionScope, Reliance, Response, WholeRequest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foiprevent.cases.case import Case
    from foiprevent.cases.response import Outcome


@final
@attrs.frozen(kw_only=True)
class Given:
    """An answer, and the letter it was given in.

    Attributes:
        answer: What was answered.
        letter: The letter.
    """

    answer: Answer
    letter: Response


@final
@attrs.frozen(kw_only=True)
class Claimed:
    """A claim, and the letter it was made in.

    Attributes:
        reliance: What was claimed.
        letter: The letter.
    """

    reliance: Reliance
    letter: Response


@final
@attrs.frozen(kw_only=True)
class Said:
    """What one letter says on one question.

    Attributes:
        given: What it answers.
        claimed: What it claims for the question.
    """

    given: tuple[Given, ...] = ()
    claimed: tuple[Claimed, ...] = ()


@final
@attrs.frozen(kw_only=True)
class StandingAnswer:
    """What stands as the answer to one question, and the way there.

    Attributes:
        question: The key of the question.
        said: What each letter says on it, oldest first; a letter that says nothing on it
            is left out.
    """

    question: str
    said: tuple[Said, ...] = ()

    @property
    def given(self) -> tuple[Given, ...]:
        """The answers that stand: one for the question, or one for each part of it."""
        return stand(self.said).given

    @property
    def claimed(self) -> tuple[Claimed, ...]:
        """The claims that stand."""
        return stand(self.said).claimed

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers that stand, without their letters."""
        return tuple(given.answer for given in self.given)

    @property
    def reliances(self) -> tuple[Reliance, ...]:
        """The claims that stand, without their letters."""
        return tuple(claimed.reliance for claimed in self.claimed)

    @property
    def outcome(self) -> Outcome | None:
        """What was done with the question; ``None`` for silence, or if its parts differ."""
        outcomes = {answer.outcome for answer in self.answers}
        return outcomes.pop() if len(outcomes) == 1 else None

    @property
    def superseded(self) -> tuple[Given, ...]:
        """The answers that later letters took the place of, oldest first."""
        standing = self.given
        return tuple(g for one in self.said for g in one.given if g not in standing)

    @property
    def abandoned(self) -> tuple[Claimed, ...]:
        """The claims that later letters took the place of, oldest first."""
        standing = self.claimed
        return tuple(c for one in self.said for c in one.claimed if c not in standing)

    @property
    def is_silence(self) -> bool:
        """Whether no letter answered the question, or claimed anything for it."""
        return not self.said

    def then(self, later: StandingAnswer) -> StandingAnswer:
        """Return what stands once *later* has spoken on the same question."""
        return attrs.evolve(self, said=self.said + later.said)


def stand(said: Iterable[Said]) -> Said:
    """Return what of all that was said still stands."""
    given: tuple[Given, ...] = ()
    claimed: tuple[Claimed, ...] = ()
    for one in (said_ for said_ in said if said_.given or said_.claimed):
        parts = {answered.answer.part for answered in one.given}
        whole = None in parts
        given = tuple(g for g in given if not whole and g.answer.part not in parts) + one.given
        upheld = not one.claimed and any(answered.answer.outcome.refuses for answered in one.given)
        claimed = (claimed if upheld or (parts and not whole) else ()) + one.claimed
    return Said(given=given, claimed=claimed)


def covers(reliance: Reliance, question: str) -> bool:
    """Return whether a claim is made for the question with this key."""
    match reliance.scope:
        case QuestionScope(keys=keys):
            return question in keys
        case WholeRequest():
            return True
        case _:
            return False


def keys_of(case: Case) -> list[str]:
    """Return the key of every question asked, answered or named in a claim, once each."""
    asked = [question.key for question in case.request.questions]
    answered = [answer.question for letter in case.responses for answer in letter.answers]
    claimed = [
        key
        for letter in case.responses
        for one in letter.reliances
        if isinstance(one.scope, QuestionScope)
        for key in one.scope.keys
    ]
    return list(dict.fromkeys((*asked, *answered, *claimed)))


def standing_answer(letters: Iterable[Response], question: str) -> StandingAnswer:
    """Return what stands once *letters*, in this order, have spoken on one question."""
    said = (said_in(letter, question) for letter in letters)
    return StandingAnswer(
        question=question, said=tuple(one for one in said if one.given or one.claimed)
    )


def said_in(letter: Response, question: str) -> Said:
    """Return what one letter says on one question."""
    return Said(
        given=tuple(
            Given(answer=answer, letter=letter)
            for answer in letter.answers
            if answer.question == question
        ),
        claimed=tuple(
            Claimed(reliance=reliance, letter=letter)
            for reliance in letter.reliances
            if covers(reliance, question)
        ),
    )
