"""Citations: how they are read, refused, printed, ordered and made."""

from __future__ import annotations

import copy
import pickle
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent.citations import Citation, Confidence, Regime, Source, SourceKind
from foiprevent.errors import CitationError, InvalidRecordError

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

LETTERS = "abcdefghijklmnopqrstuvwxyz"
NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
NBSP = "\N{NO-BREAK SPACE}"

sections = st.builds(
    lambda number, letter: f"{number}{letter}",
    st.integers(1, 999),
    st.sampled_from(["", *LETTERS.upper()]),
)
subsections = st.builds(
    lambda number, letters: f"{number}{letters}",
    st.integers(1, 99),
    st.text(LETTERS.upper(), max_size=2),
)
paragraphs = st.text(LETTERS, min_size=1, max_size=2)
numerals = st.sampled_from(NUMERALS)
parts = st.one_of(
    st.just(()),
    st.tuples(subsections),
    st.tuples(paragraphs),
    st.tuples(subsections, paragraphs),
    st.tuples(paragraphs, numerals),
    st.tuples(subsections, paragraphs, numerals),
)


def make(regime: Regime, section: str, parts: object = ()) -> Citation:
    given_parts: Any = parts
    return Citation(regime=regime, section=section, parts=given_parts)


citations = st.builds(make, st.sampled_from(Regime), sections, parts)


def cite(text: str) -> Citation:
    return Citation.parse(text)


class TestWaysOfWriting:
    """One provision, in the ways people write one."""

    @pytest.mark.parametrize(
        ("text", "canonical"),
        [
            ("24(2)", "FOIA s.24(2)"),
            ("s24(2)", "FOIA s.24(2)"),
            ("s.24(2)", "FOIA s.24(2)"),
            ("section 24 (2)", "FOIA s.24(2)"),
            ("Section 31(1)(a)", "FOIA s.31(1)(a)"),
            ("FOIA s.36(2)(b)(ii)", "FOIA s.36(2)(b)(ii)"),
            ("regulation 12(5)(b)", "EIR reg.12(5)(b)"),
            ("EIR reg 12(4)(b)", "EIR reg.12(4)(b)"),
            ("FOISA s.30(b)", "FOISA s.30(b)"),
            ("24", "FOIA s.24"),
            ("22A", "FOIA s.22A"),
            ("22a(1)(b)(iv)", "FOIA s.22A(1)(b)(iv)"),
            ("40(5b)(a)(I)", "FOIA s.40(5B)(a)(i)"),
            ("S. 40 ( 3A ) ( A )", "FOIA s.40(3A)(a)"),
            ("37(1)(AA)", "FOIA s.37(1)(aa)"),
            ("s 24(2)", "FOIA s.24(2)"),
            ("sec. 24(2)", "FOIA s.24(2)"),
            ("sect 24(2)", "FOIA s.24(2)"),
            ("\N{SECTION SIGN}24(2)", "FOIA s.24(2)"),
            ("\N{SECTION SIGN} 24(2)", "FOIA s.24(2)"),
            ("subsection 24(2)", "FOIA s.24(2)"),
            ("r.12(9)", "EIR reg.12(9)"),
            ("r 12(9)", "EIR reg.12(9)"),
            ("Reg. 5(1)", "EIR reg.5(1)"),
        ],
    )
    def test_the_word_the_case_and_the_spaces(self, text: str, canonical: str) -> None:
        assert str(cite(text)) == canonical

    @pytest.mark.parametrize(
        ("text", "canonical"),
        [
            ("section 24(2) of the Freedom of Information Act 2000", "FOIA s.24(2)"),
            ("section 24(2) of the Freedom of Information Act", "FOIA s.24(2)"),
            ("section 24(2), Freedom of Information Act 2000", "FOIA s.24(2)"),
            ("s.24(2) FOIA", "FOIA s.24(2)"),
            ("s.24(2) of FOIA 2000", "FOIA s.24(2)"),
            ("s.24(2) of the FOI Act", "FOIA s.24(2)"),
            ("s24(2)FOIA", "FOIA s.24(2)"),
            ("24 FOIA", "FOIA s.24"),
            ("Freedom of Information Act 2000, section 24(2)", "FOIA s.24(2)"),
            ("the Freedom of Information Act 2000 s.24(2)", "FOIA s.24(2)"),
            ("foia 24(2)", "FOIA s.24(2)"),
            ("FOIA s.24(2) of FOIA", "FOIA s.24(2)"),
            ("regulation 12(5)(b) of the EIR", "EIR reg.12(5)(b)"),
            ("reg 12(5)(b) EIRs", "EIR reg.12(5)(b)"),
            ("EIR 2004 reg. 12(5)(b)", "EIR reg.12(5)(b)"),
            ("EIR 12(5)(b)", "EIR reg.12(5)(b)"),
            (
                "regulation 12(5)(b) of the Environmental Information Regulations 2004",
                "EIR reg.12(5)(b)",
            ),
            ("section 30(b)(i) of FOISA", "FOISA s.30(b)(i)"),
            ("FOI(S)A 30(c)", "FOISA s.30(c)"),
            ("s.30(c) of the FOI(S) Act", "FOISA s.30(c)"),
            ("s.30(c) of the Freedom of Information (Scotland) Act 2002", "FOISA s.30(c)"),
            ("Freedom of Information (Scotland) Act 2002, s.38(1)(b)", "FOISA s.38(1)(b)"),
        ],
    )
    def test_an_enactment_before_or_after(self, text: str, canonical: str) -> None:
        assert str(cite(text)) == canonical

    @pytest.mark.parametrize("space", ["", " ", "  ", "\t", "\n", NBSP, f" {NBSP}"])
    def test_spaces_of_any_kind(self, space: str) -> None:
        text = (
            f"{space}section{space}36{space}({space}2{space}){space}(b){space}({space}ii){space}"
        )
        assert cite(text) == cite("36(2)(b)(ii)")
        assert cite(f"FOIA{space or ' '}s.{space}24(2)") == cite("24(2)")
        assert cite(f"24(2){space}of the{space or ' '}FOIA") == cite("24(2)")

    def test_the_regime_meant_where_none_is_named(self) -> None:
        assert str(Citation.parse("12(5)(b)", regime=Regime.EIR)) == "EIR reg.12(5)(b)"
        assert str(Citation.parse("s.30(b)", regime=Regime.FOISA)) == "FOISA s.30(b)"
        assert str(Citation.parse("reg.12", regime=Regime.EIR)) == "EIR reg.12"
        assert str(Citation.parse("reg.12", regime=Regime.FOIA)) == "EIR reg.12"

    @pytest.mark.parametrize("regime", Regime)
    def test_one_that_is_named_prevails(self, regime: Regime) -> None:
        assert Citation.parse("FOISA s.30(b)", regime=regime).regime is Regime.FOISA
        assert Citation.parse("24(2) of FOIA", regime=regime).regime is Regime.FOIA
        assert Citation.parse("EIR reg.12", regime=regime).regime is Regime.EIR

    @given(
        citation=citations,
        place=st.sampled_from(["before", "after"]),
        word=st.sampled_from(["", "full", "short"]),
        gap=st.sampled_from(["", " ", NBSP]),
        case=st.sampled_from([str, str.upper, str.lower]),
    )
    def test_any_citation_in_any_of_these_ways(
        self, citation: Citation, place: str, word: str, gap: str, case: Callable[[str], str]
    ) -> None:
        words = {
            "": "",
            "full": "regulation " if citation.regime is Regime.EIR else "section ",
            "short": "reg." if citation.regime is Regime.EIR else "s.",
        }
        name = citation.regime.title if place == "after" else citation.regime.value
        brackets = "".join(f"{gap}({gap}{part}{gap})" for part in citation.parts)
        body = f"{words[word]}{gap}{citation.section}{brackets}"
        text = f"{body} of the {name}" if place == "after" else f"{name} {body}"
        assert cite(case(text)) == citation


class TestWhatABracketIs:
    """What stands in brackets is read by where it stands."""

    def test_the_letter_i(self) -> None:
        letter = cite("31(1)(i)")
        assert letter.parts == ("1", "i")
        assert cite("31(1)(h)") < letter < cite("31(1)(j)")

    def test_the_numeral_one(self) -> None:
        numeral = cite("36(2)(b)(i)")
        assert numeral.parts == ("2", "b", "i")
        assert numeral < cite("36(2)(b)(ii)") < cite("36(2)(b)(v)") < cite("36(2)(b)(ix)")

    def test_a_level_may_be_left_out(self) -> None:
        assert cite("FOISA s.30(b)(i)").parts == ("b", "i")

    @pytest.mark.parametrize("text", ["31(1)(ii)", "24(2)(zz)", "99(9)(z)", "24(1)(a)(xx)"])
    def test_whether_it_exists_is_another_question(self, text: str) -> None:
        assert cite(text).short == f"s.{text}"


# The bar stands where reading stops.
REFUSED = """
|
|one
|exemption 24
|section
|s.(2)
|section (2)
|sections 24
|ss.24 and 31
|twenty-four
|0
|024(2)
|1000(2)
|24AB(2)
|24A1
|DPA s.7
|Article 10
|-24(2)
|(2)
FOIA|
FOIA |section
FOIA 2000|
FOIA 2000 |0
Freedom of Information Act |of 2000
|FOIA24(2)
|FOIAs.24(2)
24|()
24|(2
242|)
24| 2
24|.2
24|/2
24|(2.1)
24|(2b1xxxxx)
24|[2]
24(|0)
24(|00)
24(|100)
24(|2ABC)
24(|abc)
24(|2b1)
24(2)|)
24(2)|.
24(2)|;
24(2)(|3)
24(2)(b)(|3)
24(2)(b)(|a)
24(2)(b)(|iiii)
24(2)(b)(|xxi)
36(2)(b)(ii)(|A)
36(2)(b)(ii)(|iii)
FOISA s.30(b)(|2)
FOISA s.30(b)(|c)
24(1)|-(2)
24(1)| to (2)
24(1)|, (2)
24(1)| and (2)
24(1)| or 31(1)
24|-26
24|, 31
s24(2)|/s31(1)(a)
s.24(2)| of the Data Protection Act 2018
s.24(2)| of the
s.24(2)| of the FOI
s.24(2)| of the Freedom of Information Act 1999
s.24(2)| FOIA.
s.24(2)| FOIA and more
|EISR reg.10(4)(b)
|EI(S)R reg.10(4)(b)
reg.10(4)(b)| of the EI(S)Rs
reg.10(4)(b)| of the Environmental Information (Scotland) Regulations 2004
|Environmental Information (Scotland) Regulations 2004, reg.10
""".strip().split("\n")


class TestRefused:
    """What is not the citation of one provision, and where reading stopped."""

    def test_what_is_no_text(self) -> None:
        with pytest.raises(InvalidRecordError, match=r"Citation\.parse\.text cannot be 24"):
            Citation.parse(24)  # type: ignore[arg-type]

    @pytest.mark.parametrize("marked", REFUSED)
    def test_with_the_place(self, marked: str) -> None:
        before, _, after = marked.partition("|")
        with pytest.raises(CitationError) as caught:
            cite(before + after)
        assert caught.value.position == len(before), caught.value
        assert caught.value.text == before + after
        assert f"at position {len(before)}" in str(caught.value)

    @pytest.mark.parametrize(
        ("text", "position"),
        [
            ("", 0),
            ("   ", 3),
            (NBSP, 1),
            ("  twenty", 2),
            ("24(2)\N{ZERO WIDTH SPACE}", 5),
            ("\N{FULLWIDTH DIGIT TWO}\N{FULLWIDTH DIGIT FOUR}", 0),
            ("24(\N{ARABIC-INDIC DIGIT TWO})", 2),
            ("24\N{SUPERSCRIPT TWO}", 2),
            ("24(2)\x00", 5),
        ],
    )
    def test_emptiness_and_other_scripts(self, text: str, position: int) -> None:
        with pytest.raises(CitationError) as caught:
            cite(text)
        assert caught.value.position == position

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("24(0)", "a subsection such as (2) or a paragraph such as (b)"),
            ("24(2)(3)", "a paragraph such as (b)"),
            ("24(2)(b)(a)", "a sub-paragraph such as (ii)"),
            ("24(2)(b)(ii)(A)", "nothing below a sub-paragraph"),
            ("section", "the number of a section or regulation"),
            ("24(1) and (2)", "one provision, no list or range"),
        ],
    )
    def test_with_what_was_expected_there(self, text: str, expected: str) -> None:
        with pytest.raises(CitationError) as caught:
            cite(text)
        assert expected in caught.value.reason

    @pytest.mark.parametrize(
        "unit",
        [
            "24(2)",
            "(",
            "((",
            "(2)",
            "s",
            "s.",
            " ",
            "9",
            "a",
            "FOIA ",
            "the ",
            "\x00",
            "\N{SNOWMAN}",
        ],
    )
    def test_a_million_characters(self, unit: str) -> None:
        text = (unit * 1_000_000)[:1_000_000] + "x"
        for long in (text, f"24(2){text}", f"FOIA s.24(2){text}", f"24(2) of the {text}"):
            with pytest.raises(CitationError) as caught:
                cite(long)
            assert caught.value.text == long
            assert len(str(caught.value)) < 400

    def test_a_long_tail_of_spaces_is_no_fault(self) -> None:
        assert cite("24(2)" + " " * 1_000_000) == cite("24(2)")

    @given(st.text())
    def test_any_text_is_read_or_refused_within_itself(self, text: str) -> None:
        self.check(text)

    @given(st.text("0123456789()abiivxABS.,- of the FOIAER\N{NO-BREAK SPACE}", max_size=40))
    def test_text_that_looks_like_a_citation(self, text: str) -> None:
        self.check(text)

    @given(citations, st.text("()0129aiAF. ", max_size=6), st.data())
    def test_a_citation_with_something_put_in(
        self, citation: Citation, intruder: str, data: st.DataObject
    ) -> None:
        text = str(citation)
        place = data.draw(st.integers(0, len(text)))
        self.check(text[:place] + intruder + text[place:])

    def check(self, text: str) -> None:
        try:
            read: Citation | CitationError = cite(text)
        except CitationError as error:
            read = error
        if isinstance(read, CitationError):
            assert read.text == text
            assert 0 <= read.position <= len(text)
            assert read.reason
        else:
            assert cite(str(read)) == read


class TestTwoEnactments:
    """A citation that names two regimes, or the word of another, is refused."""

    @pytest.mark.parametrize(
        "marked",
        [
            "FOIA |reg.12(5)(b)",
            "FOISA |regulation 12",
            "|reg.12(5)(b) of FOIA",
            "|r.30(b) FOISA",
            "EIR |s.12(5)(b)",
            "EIR 2004 |section 12",
            "|s.12(5)(b) of the EIR",
            "|\N{SECTION SIGN}12 of the Environmental Information Regulations 2004",
            "FOIA s.30(b)| FOISA",
            "EIR reg.12(5)(b)| of FOIA",
            "FOISA 24(2)| of the Freedom of Information Act 2000",
        ],
    )
    def test_with_the_place(self, marked: str) -> None:
        before, _, after = marked.partition("|")
        with pytest.raises(CitationError) as caught:
            cite(before + after)
        assert caught.value.position == len(before), caught.value

    def test_the_regime_meant_counts_too(self) -> None:
        with pytest.raises(CitationError, match="regulations, not sections"):
            Citation.parse("s.12(5)(b)", regime=Regime.EIR)
        with pytest.raises(CitationError, match="FOISA has sections, not regulations"):
            Citation.parse("reg.12(5)(b)", regime=Regime.FOISA)

    def test_what_each_error_says(self) -> None:
        with pytest.raises(CitationError, match="FOIA has sections, not regulations"):
            cite("FOIA reg.12")
        with pytest.raises(CitationError, match="expected one enactment, and two are named"):
            cite("FOIA 24(2) of FOISA")


class TestOrder:
    """Citations sort as the provisions stand in the enactment, the regimes apart."""

    @pytest.mark.parametrize(
        "ascending",
        [
            "2 21 22 22A 22B 23 100",
            "22 22(1) 22(1)(a) 22(1)(b) 22(2) 22A 22A(1)",
            "37(1) 37(1)(a) 37(1)(aa) 37(1)(ab) 37(1)(ad) 37(1)(b) 37(2)",
            "40(2) 40(3) 40(3A) 40(3B) 40(4) 40(4A) 40(5) 40(5A) 40(5B) 40(6) 40(10)",
            "39(1) 39(1A) 39(1AA) 39(1B) 39(2)",
            "36(5)(g) 36(5)(ga) 36(5)(gb) 36(5)(gb)(i) 36(5)(gb)(ii) 36(5)(gc) 36(5)(i)",
            "30(2)(a) 30(2)(a)(i) 30(2)(a)(ii) 30(2)(a)(iii) 30(2)(a)(iv) 30(2)(a)(v)",
            "1(1)(a)(iv) 1(1)(a)(v) 1(1)(a)(viii) 1(1)(a)(ix) 1(1)(a)(x) 1(1)(a)(xix) 1(1)(a)(xx)",
            "31(1)(h) 31(1)(i) 31(1)(ii) 31(1)(j) 31(1)(v)",
        ],
    )
    def test_as_the_act_is_numbered(self, ascending: str) -> None:
        expected = [cite(text) for text in ascending.split()]
        assert sorted({*expected}) == expected
        for earlier, later in pairwise(expected):
            assert earlier < later
            assert later > earlier
            assert earlier <= later
            assert not later <= earlier

    def test_regimes_apart(self) -> None:
        texts = ["FOIA s.44", "EIR reg.5(1)", "EIR reg.12(5)(b)", "FOISA s.1(1)", "FOISA s.30(b)"]
        expected = [cite(text) for text in texts]
        assert sorted({*expected}) == expected

    @given(citations, citations)
    def test_it_is_total_and_agrees_with_equality(self, one: Citation, other: Citation) -> None:
        assert [one < other, one == other, one > other].count(True) == 1
        assert (one <= other) is (one < other or one == other)
        assert (one >= other) is (one > other or one == other)
        assert (hash(one) == hash(other)) or one != other

    @given(st.lists(citations, max_size=6), st.randoms())
    def test_it_does_not_depend_on_where_one_starts(
        self, some: list[Citation], chance: Random
    ) -> None:
        shuffled = chance.sample(some, len(some))
        assert sorted(shuffled) == sorted(some)
        for earlier, later in pairwise(sorted(some)):
            assert earlier <= later

    @given(citations)
    def test_a_provision_comes_before_what_it_contains(self, citation: Citation) -> None:
        for depth in range(len(citation.parts)):
            above = make(citation.regime, citation.section, citation.parts[:depth])
            assert above < citation
            assert above.contains(citation)

    def test_only_citations_have_a_place_in_it(self) -> None:
        with pytest.raises(TypeError):
            sorted([cite("24"), "24"])  # type: ignore[type-var]


class TestContains:
    """A provision contains itself and what stands within it."""

    def test_itself_and_its_paragraphs(self) -> None:
        assert cite("31").contains(cite("31"))
        assert cite("31").contains(cite("31(1)(a)"))
        assert cite("36(2)(b)").contains(cite("36(2)(b)(ii)"))

    @pytest.mark.parametrize(
        ("outer", "inner"),
        [
            ("31(1)(a)", "31(1)"),
            ("31(1)", "31(2)(a)"),
            ("3", "31"),
            ("22", "22A"),
            ("40(5)", "40(5A)"),
            ("37(1)(a)", "37(1)(aa)"),
            ("FOISA s.30", "FOIA s.30(1)"),
        ],
    )
    def test_but_no_other(self, outer: str, inner: str) -> None:
        assert not cite(outer).contains(cite(inner))


class TestPrinting:
    """A citation prints in one way, which reads back as itself."""

    @given(citations)
    def test_what_is_printed_is_read_back(self, citation: Citation) -> None:
        assert cite(str(citation)) == citation
        assert Citation.parse(citation.short, regime=citation.regime) == citation

    @pytest.mark.parametrize(
        ("text", "short", "uri"),
        [
            ("24", "s.24", "ukpga/2000/36/section/24"),
            ("22A(1)(b)(iv)", "s.22A(1)(b)(iv)", "ukpga/2000/36/section/22A/1/b/iv"),
            ("EIR reg.12(5)(b)", "reg.12(5)(b)", "uksi/2004/3391/regulation/12/5/b"),
            ("FOISA s.30(b)(i)", "s.30(b)(i)", "asp/2002/13/section/30/b/i"),
        ],
    )
    def test_short_and_as_a_uri(self, text: str, short: str, uri: str) -> None:
        assert cite(text).short == short
        assert cite(text).uri == f"https://www.legislation.gov.uk/id/{uri}"

    @pytest.mark.parametrize(
        ("regime", "title"),
        [
            (Regime.FOIA, "Freedom of Information Act 2000"),
            (Regime.EIR, "Environmental Information Regulations 2004"),
            (Regime.FOISA, "Freedom of Information (Scotland) Act 2002"),
        ],
    )
    def test_an_enactment_has_a_name_and_a_uri(self, regime: Regime, title: str) -> None:
        assert regime.title == title
        assert cite(f"{title} 1").uri.startswith(f"{regime.uri}/")


class TestMaking:
    """A citation whose parts cannot stand where they stand is no record."""

    @pytest.mark.parametrize(
        "section", ["", "0", "024", "1000", "24a", "24AB", "A24", "24 ", "24\n"]
    )
    def test_no_such_number(self, section: str) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            make(Regime.FOIA, section)
        assert caught.value.field == "Citation.section"
        assert caught.value.value == section

    @pytest.mark.parametrize(
        ("parts", "wrong"),
        [
            (("0",), "0"),
            (("100",), "100"),
            (("2a",), "2a"),
            (("2ABC",), "2ABC"),
            (("",), ""),
            (("A",), "A"),
            (("abc",), "abc"),
            (("2 ",), "2 "),
            (("2\n",), "2\n"),
            (("2", "3"), "3"),
            (("b", "2"), "2"),
            (("2", "b", "c"), "c"),
            (("2", "b", "II"), "II"),
            (("2", "b", "xxi"), "xxi"),
            (("2", "b", "ii", "i"), "i"),
        ],
    )
    def test_no_such_part_there(self, parts: tuple[str, ...], wrong: str) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            make(Regime.FOIA, "24", parts)
        assert caught.value.field == "Citation.parts"
        assert caught.value.value == wrong

    @pytest.mark.parametrize("parts", ["2", 2, None, ("2", 3), {"2"}])
    def test_parts_are_a_tuple_of_texts(self, parts: object) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            make(Regime.FOIA, "24", parts)
        assert caught.value.field == "Citation.parts"

    def test_a_list_will_do(self) -> None:
        assert make(Regime.FOIA, "24", ["2"]) == cite("24(2)")

    def test_a_regime_is_not_its_name(self) -> None:
        regime: Any = "FOIA"
        with pytest.raises(InvalidRecordError) as caught:
            make(regime, "24")
        assert (caught.value.field, caught.value.value) == ("Citation.regime", "FOIA")

    def test_a_number_is_written_as_text(self) -> None:
        section: Any = 24
        with pytest.raises(InvalidRecordError) as caught:
            make(Regime.FOIA, section)
        assert (caught.value.field, caught.value.value) == ("Citation.section", 24)


class TestValues:
    """Citations are values: copied, pickled and hashed, they are the same."""

    @given(citations)
    def test_copies_are_equal(self, citation: Citation) -> None:
        for twin in (
            copy.copy(citation),
            copy.deepcopy(citation),
            pickle.loads(pickle.dumps(citation)),  # noqa: S301 - nobody else's
            attrs.evolve(citation),
        ):
            assert twin == citation
            assert hash(twin) == hash(citation)
            assert str(twin) == str(citation)

    def test_they_serve_as_keys(self) -> None:
        assert {cite("s24(2)"): 1}[cite("section 24 (2)")] == 1
        assert cite("FOIA s.30") != cite("FOISA s.30")
        named: object = "FOIA s.24"
        assert cite("24") != named

    def test_they_cannot_be_changed(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            cite("24").section = "25"  # type: ignore[misc]


class TestSource:
    """What a statement rests on that is not a provision of a regime."""

    def test_it_reads_as_it_is_cited(self) -> None:
        source = Source(kind=SourceKind.GUIDANCE, text="ICO guidance on section 38")
        assert str(source) == "ICO guidance on section 38"
        assert source.uri is None
        assert source.confidence is Confidence.VERIFIED

    def test_it_is_a_value(self) -> None:
        source = Source(
            kind=SourceKind.ENACTMENT,
            text="SI 2011/46",
            uri="https://www.legislation.gov.uk/uksi/2011/46",
            confidence=Confidence.RECALLED,
        )
        for twin in (copy.deepcopy(source), pickle.loads(pickle.dumps(source))):  # noqa: S301 - nobody else's
            assert twin == source
            assert hash(twin) == hash(source)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("kind", "guidance"),
            ("text", ""),
            ("text", None),
            ("uri", 1),
            ("confidence", "verified"),
        ],
    )
    def test_what_it_cannot_be(self, field: str, value: object) -> None:
        fields: dict[str, Any] = {"kind": SourceKind.GUIDANCE, "text": "guidance", field: value}
        with pytest.raises(InvalidRecordError) as caught:
            Source(**fields)
        assert caught.value.field == f"Source.{field}"
        assert caught.value.value == value
