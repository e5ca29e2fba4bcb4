"""How a rule reads a text.

A text is cut into words, and the words into sentences; a sentence of more than
``LONGEST_SENTENCE`` words is read in pieces.  A rule fires in a sentence that holds a phrase
of each of its groups and none that it excludes.  A phrase is a run of words, with gaps of
fixed size; trying one costs a fixed number of steps, so that the time is linear in the
length of a text, whatever it holds.

Phrases are written in a small notation.  Words stand in lower case and match in any case;
a word with a capital matches only one that has it (*Prevent*, not *prevent*), and one all
in capitals only itself (*WRAP*).  ``word*`` matches whatever begins so, ``a|b`` either
word, ``~3`` a gap of up to three words, and `` / `` parts phrases of which one is enough.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar, final

import attrs

from foiprevent._values import not_empty, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

M = TypeVar("M")

LONGEST_SENTENCE: Final = 80
_WORD: Final = re.compile(r"[^\W_]+")
_SENTENCE_END: Final = re.compile(r"[.?!;][\s\"'\u2019\u201d)\]]|\n[^\S\n]{0,8}\n|[\u2022\u25cf]")
_DENIALS: Final = frozenset(
    "not no never without nor neither cannot unlikely doesn don won wouldn".split()
)
_NOT_ONLY: Final = frozenset("only just merely simply doubt question least".split())
_REACH_OF_DENIAL: Final = 3
_KEPT: Final = 4096
"""For how many words a reader keeps which phrases they may begin."""


@final
@attrs.frozen(kw_only=True)
class Words:
    """Words of a text, and where they stand.

    Attributes:
        start: Where they begin, as an offset into the text.
        end: Where they end, exclusive.
        text: The words.
    """

    start: int = attrs.field(validator=one_of(int))
    end: int = attrs.field(validator=one_of(int))
    text: str = attrs.field(validator=(one_of(str), not_empty))


class _Word(NamedTuple):
    text: str
    key: str
    start: int
    end: int


class _Term(NamedTuple):
    """One word of a phrase: its alternatives, and how many words may come before it."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    capital: frozenset[str]
    gap: int

    def matches(self, word: _Word) -> bool:
        key = word.key
        if key in self.words:
            return True
        if key in self.capital:
            return word.text.isupper() or word.text.istitle()
        if word.text in self.capital:
            return True
        return bool(self.beginnings) and key.startswith(self.beginnings)


_Phrase = tuple[_Term, ...]


@final
class Rule(NamedTuple, Generic[M]):
    """A way in which a text can speak of a member.

    Attributes:
        member: What it speaks of.
        groups: The groups of phrases of which each must be there.
        unless: Phrases that must not be there.
        on_subject: Whether it must be clear besides that the text is about Prevent.
    """

    member: M
    groups: tuple[tuple[_Phrase, ...], ...]
    unless: tuple[_Phrase, ...]
    on_subject: bool


def rule(member: M, *groups: str, unless: str = "", on_subject: bool = False) -> Rule[M]:
    """Return a rule, read from the notation."""
    return Rule(member, tuple(map(_phrases, groups)), _phrases(unless), on_subject)


def _phrases(notation: str) -> tuple[_Phrase, ...]:
    return tuple(_phrase(part.split()) for part in notation.split(" / ") if part)


def _phrase(parts: list[str]) -> _Phrase:
    terms: list[_Term] = []
    gap = 0
    for part in parts:
        if part.startswith("~"):
            gap = int(part[1:])
            continue
        alternatives = part.split("|")
        plain = [one for one in alternatives if one == one.lower()]
        named = [one for one in alternatives if one != one.lower()]
        terms.append(
            _Term(
                frozenset(one for one in plain if not one.endswith("*")),
                tuple(one[:-1] for one in alternatives if one.endswith("*")),
                frozenset(one.lower() if one.istitle() else one for one in named),
                gap,
            )
        )
        gap = 0
    return tuple(terms)


class _Use(NamedTuple):
    """Where a phrase is used: in which rule, and in which of its groups (-1 excludes)."""

    rule: int
    group: int
    phrase: _Phrase


@final
class Reader(Generic[M]):
    """Reads texts by rules.

    Args:
        rules: The rules.
        denials: Whether what stands behind a *not* is left out.
    """

    def __init__(self, rules: Iterable[Rule[M]], *, denials: bool = False) -> None:
        self._rules = tuple(rules)
        self._denials = denials
        self._by_word: dict[str, list[_Use]] = {}
        self._by_beginning: dict[str, list[_Use]] = {}
        for index, one in enumerate(self._rules):
            for group, phrases in (*enumerate(one.groups), (-1, one.unless)):
                for phrase in phrases:
                    self._index(_Use(index, group, phrase))
        self._longest = max(map(len, (*self._by_word, *self._by_beginning)), default=0)
        self._uses = lru_cache(maxsize=_KEPT)(self._uses_of)

    def _index(self, use: _Use) -> None:
        first = use.phrase[0]
        for word in first.words | {one.lower() for one in first.capital}:
            self._by_word.setdefault(word, []).append(use)
        for beginning in first.beginnings:
            self._by_beginning.setdefault(beginning, []).append(use)

    def _uses_of(self, key: str) -> tuple[_Use, ...]:
        """Return the phrases that a word may begin, from as much of it as can tell."""
        found = list(self._by_word.get(key, ()))
        for length in range(1, min(len(key), self._longest) + 1):
            found += self._by_beginning.get(key[:length], ())
        return tuple(found)

    def read(self, text: str, *, on_subject: bool = True) -> dict[M, list[Words]]:
        """Return what a text speaks of, with the words that say so.

        Args:
            text: The text.
            on_subject: Whether it is clear that the text is about Prevent.
        """
        found: dict[M, list[Words]] = {}
        for member, words in self._found(text, on_subject=on_subject):
            found.setdefault(member, []).extend(words)
        return {member: _outermost(spans) for member, spans in found.items()}

    def first(self, text: str) -> Words | None:
        """Return the first words by which a text speaks of anything; ``None`` if it does not."""
        for _member, words in self._found(text, on_subject=True):
            return words[0]
        return None

    def _found(self, text: str, *, on_subject: bool) -> Iterator[tuple[M, list[Words]]]:
        for sentence in _sentences(text):
            hits: dict[tuple[int, int], tuple[int, int]] = {}
            for place, word in enumerate(sentence):
                for use in self._uses(word.key[: self._longest + 1]):
                    self._try(use, sentence, place, hits)
            for member, places in self._fired(hits, on_subject=on_subject):
                ends = [(sentence[first].start, sentence[last].end) for first, last in places]
                yield member, [Words(start=at, end=to, text=text[at:to]) for at, to in ends]

    def _try(
        self,
        use: _Use,
        sentence: list[_Word],
        place: int,
        hits: dict[tuple[int, int], tuple[int, int]],
    ) -> None:
        key = (use.rule, use.group)
        if key in hits:
            return
        last = _matched(use.phrase, sentence, place)
        if last is None:
            return
        if self._denials and use.group >= 0 and _denied(sentence, place):
            return
        hits[key] = (place, last)

    def _fired(
        self, hits: dict[tuple[int, int], tuple[int, int]], *, on_subject: bool
    ) -> Iterator[tuple[M, list[tuple[int, int]]]]:
        for index in sorted({index for index, group in hits if group == 0}):
            one = self._rules[index]
            needed = [(index, group) for group in range(len(one.groups))]
            if (index, -1) in hits or (one.on_subject and not on_subject):
                continue
            if all(key in hits for key in needed):
                yield one.member, [hits[key] for key in needed]


def _sentences(text: str) -> Iterator[list[_Word]]:
    sentence: list[_Word] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        if sentence and (
            len(sentence) == LONGEST_SENTENCE
            or (between != " " and _SENTENCE_END.search(between) is not None)
        ):
            yield sentence
            sentence = []
        end = match.end()
        sentence.append(_Word(match[0], match[0].lower(), match.start(), end))
    if sentence:
        yield sentence


def _matched(phrase: _Phrase, sentence: list[_Word], place: int) -> int | None:
    """Return where a phrase that begins at a place ends, if it is there."""
    if not phrase[0].matches(sentence[place]):
        return None
    reached = {place}
    for term in phrase[1:]:
        reached = {
            after
            for before in reached
            for after in range(before + 1, min(before + term.gap + 2, len(sentence)))
            if term.matches(sentence[after])
        }
    return min(reached, default=None)


def _denied(sentence: list[_Word], place: int) -> bool:
    before = sentence[max(0, place - _REACH_OF_DENIAL) : place]
    for offset, word in enumerate(before):
        following = before[offset + 1].key if offset + 1 < len(before) else sentence[place].key
        if word.key in _DENIALS and following not in _NOT_ONLY:
            return True
    return False


def _outermost(spans: list[Words]) -> list[Words]:
    """Return the spans in their order, without those that lie within another."""
    kept: list[Words] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept
