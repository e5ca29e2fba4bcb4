"""Provisions found in running text, each answer in full: the provision, the words, the place."""

from __future__ import annotations

from typing import cast

import pytest

from foiprevent.citations import Citation, FoundCitation, Regime, find_citations
from foiprevent.errors import InvalidRecordError


def expected(text: str, *members: tuple[str, str]) -> list[FoundCitation]:
    """Return the answer for *text*: what is cited and the words for it, in their order."""
    answer: list[FoundCitation] = []
    for cited, words in members:
        start = text.index(words, answer[-1].end if answer else 0)
        end = start + len(words)
        citation = Citation.parse(cited) if cited else None
        answer.append(FoundCitation(citation=citation, start=start, end=end, text=words))
    return answer


class TestNamedAfter:
    """An enactment that is named after a section, in its title or its initials."""

    @pytest.mark.parametrize(
        ("text", "cited", "words"),
        [
            ("Exempt: section 30(c) [FOISA]", "FOISA s.30(c)", "section 30(c)"),
            (
                "Section 12(4)(b) under both \u201cEIR\u201d",
                "EIR reg.12(4)(b)",
                "Section 12(4)(b)",
            ),
            ("Section 12(4)(b) of the 2004 Regulations", "EIR reg.12(4)(b)", "Section 12(4)(b)"),
            ("the 2004 Regulations, 12(5)(e)", "EIR reg.12(5)(e)", "12(5)(e)"),
        ],
    )
    def test_one_of_the_three(self, text: str, cited: str, words: str) -> None:
        assert find_citations(text) == expected(text, (cited, words))

    @pytest.mark.parametrize(
        "text",
        [
            "section 40 of the Local\nGovernment Act 1972",
            "You wrote to us.\nSee section 40 Local Government Act 1972",
            "SECTION 40 EDUCATION ACT 1996",
            "arrested under section 24 of the CJA 1967",
            "served under s.21 of the HA 1988",
            "under s.24 PACE the constable may arrest",
            "under s.24 PACE\nThe constable may arrest",
        ],
    )
    def test_another(self, text: str) -> None:
        assert find_citations(text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "section 40 Personal Data\nData Protection Act 2018",
            "section 40 In order to comply with the law",
            "we applied section 40 under A and B below",
        ],
    )
    def test_what_only_looks_like_one_takes_nothing(self, text: str) -> None:
        assert find_citations(text) == expected(text, ("FOIA s.40", "section 40"))

    def test_it_stands_within_160_characters(self) -> None:
        name = "Freedom of Information (Scotland) Act"
        for title, near in ((name, "FOISA s.40"), ("Education Act", None)):
            for length, cited in ((160, near), (161, "FOIA s.40"), (200, "FOIA s.40")):
                heading = (" Personal" * 25)[: length - len(title) - 1]
                text = f"section 40{heading} {title} says"
                members = [(cited, "section 40")] if cited else []
                assert find_citations(text) == expected(text, *members)


class TestOwnSections:
    """Which sections a letter has of its own, and which an enactment has."""

    def test_above_is_in_the_letter_up_to_section_11(self) -> None:
        assert find_citations("see section 11 above") == []
        text = "see section 12 above"
        assert find_citations(text) == expected(text, ("FOIA s.12", "section 12"))

    @pytest.mark.parametrize(
        ("regime", "word", "largest"),
        [
            (Regime.FOIA, "section", 88),
            (Regime.EIR, "regulation", 21),
            (Regime.FOISA, "section", 76),
        ],
    )
    def test_an_enactment_has_them_up_to_its_last(
        self, regime: Regime, word: str, largest: int
    ) -> None:
        text = f"under {word} {largest} it is exempt"
        cited = f"{regime.value} {largest}"
        assert find_citations(text, regime=regime) == expected(text, (cited, f"{word} {largest}"))
        assert find_citations(f"under {word} {largest + 1} it is", regime=regime) == []


class TestJoined:
    """A section takes its enactment from the next one, if they are joined and it has none."""

    @pytest.mark.parametrize(
        ("text", "first", "others"),
        [
            ("section 25, section 26 and section 30(c) FOISA", "FOISA s.25", "s.26 s.30(c)"),
            ("section 25 is cited and so is section 30(c) FOISA", "FOIA s.25", "s.30(c)"),
        ],
    )
    def test_through_a_list_but_not_over_other_words(
        self, text: str, first: str, others: str
    ) -> None:
        members = [(f"FOISA {one}", one.replace("s.", "section ")) for one in others.split()]
        assert find_citations(text) == expected(text, (first, "section 25"), *members)

    @pytest.mark.parametrize("following", ["section 3: Methods", "section 3 of your letter"])
    def test_one_that_has_its_own_keeps_it(self, following: str) -> None:
        text = f"FOISA s.25, {following}"
        assert find_citations(text) == expected(text, ("FOISA s.25", "s.25"))

    def test_a_subsection_is_of_none_that_is_malformed(self) -> None:
        text = "section 31()(g), subsection (2)"
        assert find_citations(text) == expected(text, ("", "section 31()(g)"))


class TestRefused:
    """What is refused tells which argument it was, its value, and what would do."""

    def test_what_is_no_text(self) -> None:
        with pytest.raises(InvalidRecordError) as refused:
            find_citations(cast("str", b"section 24"))
        assert refused.value.args == ("find_citations.text", b"section 24", "expected a text")

    def test_what_is_no_regime(self) -> None:
        with pytest.raises(InvalidRecordError) as refused:
            find_citations("section 24", regime=cast("Regime", "EIR"))
        assert refused.value.args == ("find_citations.regime", "EIR", "expected Regime")
