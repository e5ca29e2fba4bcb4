"""From the text of a question or a factor to topics and arguments.

The classifier is a set of rules, and says which words made a rule fire.  It says nothing
where it is unsure: a question that does not show what it is about has no topic, and what a
factor denies is no argument.  It reads English, and the wordings of the genre.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, final

import attrs

from foiprevent._values import as_tuple, not_empty, one_of, tuple_of
from foiprevent.prevent._matching import Reader, Words
from foiprevent.prevent.arguments import Argument
from foiprevent.prevent.topics import Topic

if TYPE_CHECKING:
    from foiprevent.exemptions import Side


@final
@attrs.frozen(kw_only=True)
class FoundTopic:
    """A topic that a text asks about.

    Attributes:
        topic: The topic.
        words: The words that say so, in their order.
    """

    topic: Topic = attrs.field(validator=one_of(Topic))
    words: tuple[Words, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Words), not_empty)
    )


@final
@attrs.frozen(kw_only=True)
class FoundArgument:
    """An argument that a text makes.

    Attributes:
        argument: The argument.
        words: The words that say so, in their order.
    """

    argument: Argument = attrs.field(validator=one_of(Argument))
    words: tuple[Words, ...] = attrs.field(
        converter=as_tuple, validator=(tuple_of(Words), not_empty)
    )


@cache
def _subject() -> Reader[None]:
    from foiprevent.prevent._topic_rules import SUBJECT

    return Reader(SUBJECT)


@cache
def _topics() -> Reader[Topic]:
    from foiprevent.prevent._topic_rules import TOPIC_RULES

    return Reader(TOPIC_RULES)


@cache
def _arguments() -> Reader[Argument]:
    from foiprevent.prevent._argument_rules import ARGUMENT_RULES

    return Reader(ARGUMENT_RULES, denials=True)


def find_subject(text: str) -> Words | None:
    """Return the first words that show a text to be about Prevent; ``None`` if none do.

    >>> find_subject("Training for the Prevent duty")
    Words(start=17, end=24, text='Prevent')
    >>> find_subject("What is done to prevent fly-tipping?")
    """
    return _subject().first(text)


def classify_question(text: str, *, context: str = "") -> tuple[FoundTopic, ...]:
    """Return the topics a question asks about, in the order of the enumeration.

    Args:
        text: The question.
        context: What the request says elsewhere.  It can show that a question is about
            Prevent (*How much was spent?*), but adds no topic of its own.

    >>> for found in classify_question("How many Prevent referrals were made in 2019?"):
    ...     print(found.topic.value, [words.text for words in found.words])
    referral counts ['How many', 'referrals', 'in 2019']
    """
    on_subject = any(find_subject(part) for part in (text, context))
    found = _topics().read(text, on_subject=on_subject)
    return tuple(
        FoundTopic(topic=member, words=tuple(found[member])) for member in Topic if member in found
    )


def classify_factor(text: str, *, side: Side | None = None) -> tuple[FoundArgument, ...]:
    """Return the arguments a factor makes, in the order of the enumeration.

    Args:
        text: The text of the factor.
        side: The side it stands on, where that is known: arguments of the other are left out.

    >>> for found in classify_factor("Openness makes residents trust the council."):
    ...     print(found.argument.value, [words.text for words in found.words])
    transparency ['Openness']
    trust in the authority ['residents trust']
    """
    found = _arguments().read(text)
    return tuple(
        FoundArgument(argument=member, words=tuple(found[member]))
        for member in Argument
        if member in found and side in (None, member.side)
    )
