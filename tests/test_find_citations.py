"""Provisions found in running text: what is one, where it stands, and what is none."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent import strategies
from foiprevent.citations import Citation, FoundCitation, Regime, find_citations
from foiprevent.errors import InvalidRecordError


def names(text: str, *, regime: Regime = Regime.FOIA) -> list[str]:
    return [str(found.citation) for found in find_citations(text, regime=regime)]


def places(text: str) -> list[tuple[str, str]]:
    return [(str(found.citation), found.text) for found in find_citations(text)]


class TestOneProvision:
    """However a section or regulation is written."""

    @pytest.mark.parametrize(
        ("text", "cited"),
        [
            ("Section 24(1)", "FOIA s.24(1)"),
            ("section 14 (1)", "FOIA s.14(1)"),
            ("subsection 31(1)(a)", "FOIA s.31(1)(a)"),
            ("sub-section 31(1)(a)", "FOIA s.31(1)(a)"),
            ("Sec. 24(1)", "FOIA s.24(1)"),
            ("sect 24(1)", "FOIA s.24(1)"),
            ("s24(2)", "FOIA s.24(2)"),
            ("S30(3)", "FOIA s.30(3)"),
            ("S. 17", "FOIA s.17"),
            ("s.17", "FOIA s.17"),
            ("s16", "FOIA s.16"),
            ("s 31(1)(a)", "FOIA s.31(1)(a)"),
            ("\u00a7 24(1)", "FOIA s.24(1)"),
            ("SECTION 22A", "FOIA s.22A"),
            ("section 22a", "FOIA s.22A"),
            ("section 36(2)(b)(i)", "FOIA s.36(2)(b)(i)"),
            ("section 31(1)(i)", "FOIA s.31(1)(i)"),
            ("Section 40 (5A)", "FOIA s.40(5A)"),
            ("section 40(5B)(a)(i)", "FOIA s.40(5B)(a)(i)"),
            ("Section 31 (1) (a)", "FOIA s.31(1)(a)"),
            ("section\u00a031\u00a0(1)", "FOIA s.31(1)"),
            ("section\n31(1)(a)", "FOIA s.31(1)(a)"),
            ("section 31\n(1)(a) because", "FOIA s.31(1)(a)"),
            ("section 41of the Act", "FOIA s.41"),
            ("Section 38 (Health and Safety)", "FOIA s.38"),
            ("Personal Details (Section 40)", "FOIA s.40"),
            ("[Regulation 5(2)]", "EIR reg.5(2)"),
            ("Reg. 12(5)(b)", "EIR reg.12(5)(b)"),
            ("r.12(5)(b)", "EIR reg.12(5)(b)"),
            ("S43 as above", "FOIA s.43"),
            ("exempt under S31", "FOIA s.31"),
            ("S24 - National Security", "FOIA s.24"),
            ("section 12 of the 2000 Act", "FOIA s.12"),
            ("section 45 Code of Practice", "FOIA s.45"),
            ("a section 17 notice", "FOIA s.17"),
            ("s 12 FOIA", "FOIA s.12"),
            ("S30 Investigations", "FOIA s.30"),
            ("Section 30 Investigations and proceedings", "FOIA s.30"),
            ("section 43 above", "FOIA s.43"),
            ("section 12 searches", "FOIA s.12"),
            ("section 16 duties", "FOIA s.16"),
            ("exemption applied: 40(2)", "FOIA s.40(2)"),
            ("sec-\ntion 31(1)(a)", "FOIA s.31(1)(a)"),
            ("regu-\nlation 12(5)(b)", "EIR reg.12(5)(b)"),
        ],
    )
    def test_it_is_found(self, text: str, cited: str) -> None:
        assert names(text) == [cited]
        assert names(f"We rely on {text}.") == [cited]

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Under section\n31(1)(a) of", "section\n31(1)(a)"),
            ("(s.24(2))", "s.24(2)"),
            ("Section 38 (Health and Safety)", "Section 38"),
        ],
    )
    def test_with_the_words_that_name_it(self, text: str, words: str) -> None:
        (found,) = find_citations(text)
        assert found.text == words
        assert text[found.start : found.end] == words

    def test_a_numbered_paragraph_that_begins_a_line_is_no_part_of_it(self) -> None:
        assert names("Section 24\n(1) Information is exempt if") == ["FOIA s.24"]
        assert names("Section 24(2)\n\n(1) Information") == ["FOIA s.24(2)"]

    def test_a_number_of_a_list_is_no_number_of_a_section(self) -> None:
        assert names("as you say in that section\n4.\nHow many are there?") == []
        assert names("in the chat section.\n\n9: If so, which?") == []
        assert names("That ends the section\n4. How many are there?") == []
        assert names("That ends the section\n\n12 people were asked") == []
        assert names("exempt under section\n12. The cost") == ["FOIA s.12"]
        assert names("exempt under section\n\n40(2) of it") == ["FOIA s.40(2)"]

    def test_a_low_number_wants_something_about_it(self) -> None:
        """A form or a policy has a section 3 of its own."""
        assert names("section 3 - Methods") == []
        for text in ("under section 2", "section 2 of the Act", "section 2(2)", "s.2 FOIA"):
            assert len(names(text)) == 1
        assert names("sections 2 and 24") == ["FOIA s.2", "FOIA s.24"]
        assert names("regulation 5") == ["EIR reg.5"]


class TestEnactment:
    """Which enactment is meant: named after, before, or by the phrase that follows."""

    @pytest.mark.parametrize(
        ("text", "cited"),
        [
            ("Section 30(c) of the Freedom of Information (Scotland) Act 2002", "FOISA s.30(c)"),
            ("s.30(c) FOI(S)A", "FOISA s.30(c)"),
            ("FOISA s.30(b)", "FOISA s.30(b)"),
            ("section 30(b) of the 2002 Act", "FOISA s.30(b)"),
            ("Regulation 12(5)(b) EIR", "EIR reg.12(5)(b)"),
            ("reg 12(4)(b) of the\nEnvironmental Information\nRegulations", "EIR reg.12(4)(b)"),
            ("12(5)(e) of the Environmental Information Regulations", "EIR reg.12(5)(e)"),
            ("EIR 12(5)(b)", "EIR reg.12(5)(b)"),
            ("Section 12(4)(b) of the EIRs", "EIR reg.12(4)(b)"),
            ("Freedom of Information Act 2000, section 12", "FOIA s.12"),
            ("section 40 of the Freedom of Information\nAct 2000", "FOIA s.40"),
            ("section 38 (Health and Safety) of the Freedom of Information Act", "FOIA s.38"),
            ("section 40 FOIA", "FOIA s.40"),
            ("section 40 Personal Information of the Freedom of Information Act", "FOIA s.40"),
            ("Freedom of Information Act 2000 (the Act), section 12", "FOIA s.12"),
            ("Freedom of Information Act 2000 (Section 12(1))", "FOIA s.12(1)"),
            ("Freedom of Information Act 2000 Part II, section 40", "FOIA s.40"),
        ],
    )  # fmt: skip
    def test_one_that_is_named(self, text: str, cited: str) -> None:
        for regime in Regime:
            assert names(text, regime=regime) == [cited]

    def test_of_those_joined_the_last_may_speak_for_all(self) -> None:
        text = "section 25 and section 30(c) of the Freedom of Information (Scotland) Act 2002"
        assert names(text) == ["FOISA s.25", "FOISA s.30(c)"]

    def test_where_none_is_named_the_regime_meant(self) -> None:
        assert names("section 30(c)", regime=Regime.FOISA) == ["FOISA s.30(c)"]
        assert names("section 30(c)", regime=Regime.EIR) == ["FOIA s.30(c)"]
        assert names("regulation 12(6)", regime=Regime.FOISA) == ["EIR reg.12(6)"]

    def test_a_sentence_that_ends_with_one_names_none_for_the_next(self) -> None:
        text = "as the Data Protection Act 2018 says. Under section 41(1) it is exempt"
        assert names(text) == ["FOIA s.41(1)"]

    def test_a_heading_after_a_line_that_ends_with_one_is_not_of_it(self) -> None:
        text = "under the Environmental Information Regulations\nSection 40(2) applies"
        assert names(text) == ["FOIA s.40(2)"]
        assert names("as the Data Protection Act 2018\n\nSection 41(1)") == ["FOIA s.41(1)"]
        assert names("as the Children Act 1989\nsection 47 says") == []

    @pytest.mark.parametrize(
        "text",
        [
            "Section 40 of the Act and the Data Protection Act 2018",
            "Under the Act, section 40 exempts it",
            "Section 40 Personal Data\nThe Data Protection Act 2018 says",
            "Section 40 Personal Data and the Data Protection Act 2018",
            "Section 40\nData Protection Act 2018",
            "Section 40 PERSONAL INFORMATION",
            "section 40 UK GDPR and the Data Protection Act",
        ],
    )
    def test_another_that_is_only_named_near_it_takes_nothing(self, text: str) -> None:
        assert names(text) == ["FOIA s.40"]

    def test_one_that_is_referred_back_to_is_the_one_before(self) -> None:
        assert names("s.13(1) Education Act 1996; s.14 of the same Act") == []
        text = "Section 25 FOISA and also section 30(b) of that Act"
        assert names(text) == ["FOISA s.25", "FOISA s.30(b)"]
        assert names("s.14 thereof") == ["FOIA s.14"]

    def test_a_subsection_with_a_number_of_its_own_is_of_the_heading_before_it(self) -> None:
        assert names("Section 40, subsection 2") == ["FOIA s.40", "FOIA s.40(2)"]
        assert names("Section 31 (Law enforcement) subsection 1(a) and (b)") == [
            "FOIA s.31",
            "FOIA s.31(1)(a)",
            "FOIA s.31(1)(b)",
        ]
        assert names("Section 40 and subsection 31(1)(a)") == ["FOIA s.40", "FOIA s.31(1)(a)"]

    def test_a_subsection_of_a_section_named_after_it_is_of_that_one(self) -> None:
        assert places("Section 40. Subsections (1)(a) and (b) of section 31 FOIA") == [
            ("FOIA s.40", "Section 40"),
            ("FOIA s.31(1)(a)", "Subsections (1)(a)"),
            ("FOIA s.31(1)(b)", "(b)"),
            ("FOIA s.31", "section 31"),
        ]
        assert names("subsection (1) of s.30 FOISA") == ["FOISA s.30(1)", "FOISA s.30"]
        assert names("subsection (1) of section 47 of the Children Act 1989") == []
        assert names("section 47 in the Children Act 1989") == []
        assert names("section 40 from the Data Protection Act 2018") == []
        assert names("subsection 1 of section 40") == ["FOIA s.40(1)", "FOIA s.40"]
        assert names("sub-section 3A(a) of section 40") == ["FOIA s.40(3A)(a)", "FOIA s.40"]
        assert names("subsection 40(2) of section 1") == ["FOIA s.40(2)", "FOIA s.1"]

    def test_a_list_of_subsections_may_go_on_to_another_section(self) -> None:
        assert places("Section 40, subsection (2) and 36(2)(b) apply") == [
            ("FOIA s.40", "Section 40"),
            ("FOIA s.40(2)", "subsection (2)"),
            ("FOIA s.36(2)(b)", "36(2)(b)"),
        ]
        assert names("Section 40, subsection 2 and 41.")[-1] == "FOIA s.41"
        assert names("Section 40, subsections 1 and 12.")[-1] == "FOIA s.40(12)"

    def test_a_subsection_alone_is_of_the_section_before_it(self) -> None:
        assert names("Section 31 (Law enforcement) subsection (1)(a) applies") == [
            "FOIA s.31",
            "FOIA s.31(1)(a)",
        ]
        assert names("Section 38 FOISA, subsection (1)(b)") == ["FOISA s.38", "FOISA s.38(1)(b)"]
        assert names("Section 31 applies. Subsection (1) says") == ["FOIA s.31"]
        assert names("Section 31, subsection () applies") == ["FOIA s.31"]
        assert names("subsection (1)(a)") == []


class TestLists:
    """Lists, siblings and ranges: each member once, with the words that add it."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            (
                "Section 31 (1) (a) (b) (c)",
                [("31(1)(a)", "Section 31 (1) (a)"), ("31(1)(b)", "(b)"), ("31(1)(c)", "(c)")],
            ),
            ("section 31(1)(a)(b)", [("31(1)(a)", "section 31(1)(a)"), ("31(1)(b)", "(b)")]),
            (
                "section 31(1)(g)(h)(i)",
                [("31(1)(g)", "section 31(1)(g)"), ("31(1)(h)", "(h)"), ("31(1)(i)", "(i)")],
            ),
            (
                "section 36(2)(b)(i)(ii)",
                [("36(2)(b)(i)", "section 36(2)(b)(i)"), ("36(2)(b)(ii)", "(ii)")],
            ),
            ("Section 40(2)&(3)", [("40(2)", "Section 40(2)"), ("40(3)", "(3)")]),
            (
                "section 36(2)(a), (b) and (c)",
                [("36(2)(a)", "section 36(2)(a)"), ("36(2)(b)", "(b)"), ("36(2)(c)", "(c)")],
            ),
            (
                "section 36(2)(b)(i) and (ii) and (c)",
                [
                    ("36(2)(b)(i)", "section 36(2)(b)(i)"),
                    ("36(2)(b)(ii)", "(ii)"),
                    ("36(2)(c)", "(c)"),
                ],
            ),
            (
                "sections 24 (1) and 31 (1) (a)",
                [("24(1)", "sections 24 (1)"), ("31(1)(a)", "31 (1) (a)")],
            ),
            ("section 23(5) and 24(2)", [("23(5)", "section 23(5)"), ("24(2)", "24(2)")]),
            ("ss 12, 14 and 21", [("12", "ss 12"), ("14", "14"), ("21", "21")]),
            (
                "Section 24; Section 30; and Section 31",
                [("24", "Section 24"), ("30", "Section 30"), ("31", "Section 31")],
            ),
            (
                "both Section 12 Exemption where cost is high and Section 21 of the Act",
                [("12", "Section 12"), ("21", "Section 21")],
            ),
            (
                "section 40 \u2013 Personal Information and section 38 \u2013 Health and Safety",
                [("40", "section 40"), ("38", "section 38")],
            ),
            (
                "section 31 (1)-(3)",
                [("31(1)", "section 31 (1)"), ("31(2)", "(3)"), ("31(3)", "(3)")],
            ),
            (
                "section 31(1)(a) to (c)",
                [("31(1)(a)", "section 31(1)(a)"), ("31(1)(b)", "(c)"), ("31(1)(c)", "(c)")],
            ),
            (
                "section 36(2)(a)(i)\u2013(iii)",
                [
                    ("36(2)(a)(i)", "section 36(2)(a)(i)"),
                    ("36(2)(a)(ii)", "(iii)"),
                    ("36(2)(a)(iii)", "(iii)"),
                ],
            ),
            (
                "sections 21 to 23",
                [("21", "sections 21"), ("22", "23"), ("23", "23")],
            ),
            (
                "section 31(1)(a) and/or 31(1)(b)",
                [("31(1)(a)", "section 31(1)(a)"), ("31(1)(b)", "31(1)(b)")],
            ),
            ("s24/s31", [("24", "s24"), ("31", "s31")]),
            (
                "Sections 23 (security bodies) and 24",
                [("23", "Sections 23"), ("24", "24")],
            ),
            (
                "section 22 (information intended for publication) and 22A",
                [("22", "section 22"), ("22A", "22A")],
            ),
        ],
    )  # fmt: skip
    def test_each_member_is_found(self, text: str, found: list[tuple[str, str]]) -> None:
        assert places(text) == [(f"FOIA s.{cited}", words) for cited, words in found]

    @pytest.mark.parametrize(
        ("text", "cited"),
        [
            ("section 12 and 20 working days", "12"),
            ("section 17(1) and 3 others", "17(1)"),
            ("section 24(1) and (National Security)", "24(1)"),
            ("section 31(3)-(1)", "31(3)"),
            ("section 31(a)-(2)", "31(a)"),
            ("section 36(2)(b)(i)-(k)", "36(2)(b)(i)"),
            ("section 36(2)(b)(v) to (z)", "36(2)(b)(v)"),
            ("section 36(2)(b)(ii)-(i)", "36(2)(b)(ii)"),
            ("section 36(2)(b)(ii)-(zz)", "36(2)(b)(ii)"),
            ("section 24 - (1)", "24"),
            ("section 24 and (a)", "24"),
            ("sections 24 to 22A", "24"),
            ("sections 30 to 21", "30"),
            ("sections 1 to 88", "1"),
            ("sections 31(1) to 33", "31(1)"),
            ("section 24 to 26", "24"),
            ("section 24 and 31A High Street", "24"),
            ("section 38 (Health and Safety) and 12 more", "38"),
        ],
    )
    def test_what_a_list_or_range_does_not_go_on_to(self, text: str, cited: str) -> None:
        assert names(text) == [f"FOIA s.{cited}"]

    @pytest.mark.parametrize(
        ("text", "cited"),
        [
            ("40(2)&(3)", "40(2) 40(3)"),
            ("24(1), 31(1)(a) and 38(1)(b)", "24(1) 31(1)(a) 38(1)(b)"),
            ("exempt under 31(1)(a) or (b)", "31(1)(a) 31(1)(b)"),
            ("the exemption at 30(c) applies", "30(c)"),
            ("1(a) How many?", ""),
            ("Answer: 40(2)", ""),
            ("pay band 12(3)", ""),
        ],
    )
    def test_bare_numbers_where_they_open_a_text_or_exempt(self, text: str, cited: str) -> None:
        """A cell of a table may hold no more than the numbers."""
        assert names(text) == [f"FOIA s.{one}" for one in cited.split()]

    @pytest.mark.parametrize(
        ("text", "cited"),
        [
            ("section 21, 22 and 43(2)", "21 22 43(2)"),
            ("section 31 and 40 of the Act", "31 40"),
            ("section 1 and 16 of the Act", "1 16"),
            ("section 40 and 41 FOIA", "40 41"),
            ("section 21 and 40.", "21 40"),
            ("section 31(1)(a) and 40 apply", "31(1)(a) 40"),
            ("Section 23/24", "23 24"),
            ("section 1 and 16.", "1"),
            ("section 40 and 30 were children", "40"),
            ("section 24, 33 referrals", "24"),
            ("section 17 and 47 of the Children Act 1989", ""),
        ],
    )
    def test_a_list_after_one_section(self, text: str, cited: str) -> None:
        """Letters write *section 21 and 40*; a number may also be of something else."""
        assert names(text) == [f"FOIA s.{one}" for one in cited.split()]

    def test_plural_with_days_after_it(self) -> None:
        assert names("sections 10 and 20 working days") == ["FOIA s.10"]


class TestMalformed:
    """What is clearly meant as a citation and cites nothing is kept, unrecognised."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Section 31()(g)", "Section 31()(g)"),
            ("section 31(1)()", "section 31(1)()"),
            ("section 31(1)(a and others", "section 31(1)(a"),
            ("section 36(2)(b)(xyz)", "section 36(2)(b)(xyz)"),
            ("section 31(1)(a", "section 31(1)(a"),
            ("section 31(1(a)", "section 31(1(a)"),
        ],
    )
    def test_it_has_no_citation(self, text: str, words: str) -> None:
        (found,) = find_citations(text)
        assert found.citation is None
        assert found.text == words

    def test_a_number_past_the_end_of_an_act_that_is_named_is_kept(self) -> None:
        assert names("section 99 of the Freedom of Information Act 2000") == ["FOIA s.99"]
        assert names("section 99") == []

    def test_of_another_act_it_is_left_alone(self) -> None:
        assert find_citations("section 47()(g) of the Children Act 1989") == []
        assert find_citations("1()(2) and 24( FOIA") == []


class TestTraps:
    """Sections of other enactments, postcodes, references and headings are none of ours."""

    @pytest.mark.parametrize(
        "text",
        [
            "pursuant to s24 of the Police and Criminal Evidence Act 1984",
            "s24 of PACE",
            "PACE 1984 s24",
            "s.24 PACE",
            "section 26 of the Counter-Terrorism and Security Act 2015",
            "section 19 of Schedule 2",
            "section 3 of your letter",
            "see section 5 below",
            "s19 Education Act",
            "s19 Education Act? If s19 is provided, how long",
            "section 38 Highways Agreements",
            "how many section 38(6) applications were made",
            "a section 41 notice",
            "a section 47 enquiry",
            "S47 assessments. How many led to a S47? Of these S47s",
            "section 17 and section 47 of the Children Act 1989",
            "sections 17 and 47 of the Children Act 1989",
            "Children Act 1989, section 47",
            "Data Protection Act 2018 s.15",
            "section 40 of the Data Protection Act 2018",
            "section 10 of the 1998 Act",
            "s303 of the Highways Act",
            "s241 and s437(1) and S444(1)",
            "section 106 contributions",
            "regulation 4 of the Freedom of Information and Data Protection Regulations 2004",
            "Regulation 10(4)(e) of the Environmental Information (Scotland) Regulations 2004",
            "regulation 44 of the Care Homes Regulations",
            "regulation 99",
            "Regulation (EU) 2016/679",
            "GDPR Article 5(1)(a)",
            "Article 6(1)(f) of the UK GDPR",
            "Sheffield S12, S35 9WE, S36 1FY and S17 4AA",
            "S1 1UJ",
            "FPN S12.docx",
            "SE1 4AB",
            "the S8 area, S10 Research Park",
            "the Housing Act 1996 (section 21)",
            "Housing Act 1996 Part 7, section 21",
            "under the Equality Act 2010 - section 40",
            "the Equality Act's section 20",
            "Care Act 2014: s.42",
            "section 41, Education Act 2002",
            "SECTION 47 OF THE CHILDREN ACT 1989",
            "section 5 Public\nOrder Act",
            "section 10 below",
            "section 18 GBH, s20 GBH and s47 ABH",
            "section 17 child in need, s20 children",
            "section 21 evictions, s.21 no-fault",
            "section 42 safeguarding enquiries",
            "section 60 stop and search",
            "section 7 and section 37 reports",
            "section 31 care proceedings",
            "Regulation 3 of the Data Protection (Charges and Information) Regulations 2018",
            "FS50681336, EA/2018/0055, IC-159669-K9T5",
            "SI 2004 No. 3244",
            "Section 1.1 Overview",
            "the council's 20 working days",
            "within 20 (twenty) days",
            "question 12(a) of the form",
            "appendix 12(1)",
            "section",
            "sections (1) and (2)",
            "",
        ],
    )
    def test_nothing_is_found(self, text: str) -> None:
        assert find_citations(text) == []

    def test_another_act_beside_a_citation_takes_nothing_from_it(self) -> None:
        text = "exempt under Section 40 and the Data Protection Act 2018"
        assert names(text) == ["FOIA s.40"]
        text = "Section 40\nThe Data Protection Act 2018 says otherwise"
        assert names(text) == ["FOIA s.40"]

    def test_a_number_named_of_both_is_kept_where_it_is_plain(self) -> None:
        text = "arrested under s24 of PACE. Exempt under s24 FOIA; s24 also needs a test."
        assert names(text) == ["FOIA s.24", "FOIA s.24"]


FILLER = st.text(alphabet="abc xyz,;.\n-\u2013'\u2019\u00e9\U0001f600", max_size=30).map(
    lambda text: f" zz {text} zz "
)


WORDS = [
    *"section sections subsection s s. S regulation reg 31 24 12 1 9".split(),
    *"(1) (a) (b) (i) ( ) () , ; and or to - & FOIA EIR FOISA of the Act 2000 PACE".split(),
    *"notice (Health)".split(),
    "\n",
    "\n\n",
]


class TestAnyText:
    """What is found is what stands there, wherever it stands."""

    @given(
        st.lists(
            st.tuples(
                FILLER,
                strategies.citations().filter(lambda c: int(c.section.rstrip("AB")) <= 21),
            ),
            max_size=5,
        ),
        FILLER,
    )
    def test_built_from_canonical_forms_it_gives_back_what_was_put_in(
        self, members: list[tuple[str, Citation]], last: str
    ) -> None:
        text, expected = "", []
        for filler, citation in members:
            text += filler
            start = len(text) + len(citation.regime.value) + 1
            text += str(citation)
            expected.append(
                FoundCitation(citation=citation, start=start, end=len(text), text=citation.short)
            )
        assert find_citations(text + last) == expected

    @given(
        st.lists(
            st.sampled_from(WORDS),
            max_size=40,
        ).map(" ".join)
        | st.text()
    )
    def test_it_lies_in_the_text_and_in_its_order(self, text: str) -> None:
        found = find_citations(text)
        assert all(text[one.start : one.end] == one.text for one in found)
        assert [one.start for one in found] == sorted(one.start for one in found)
        for one, other in pairwise(found):
            assert one.end <= other.start or (one.start, one.end) == (other.start, other.end)

    @given(strategies.citations(), st.sampled_from(["section {}", "s.{}", "Section {},"]))
    def test_what_stands_alone_parses_to_the_same(self, citation: Citation, form: str) -> None:
        number = citation.short.partition(".")[2]
        found = find_citations(f"{citation.regime.value} {form.format(number)}")
        for one in found:
            assert one.citation == citation
            assert one.text.endswith(number)

    @pytest.mark.parametrize(
        "unit",
        [
            "section 31(1)(a",
            "section 31(1)(a ",
            "1(2)(3)4(5",
            "((((",
            "s s s ",
            "sections 31(1)(a), (b), ",
            "section \n ",
            "s24 of the A ",
            "\u00a7",
            "24(1",
        ],
    )
    def test_a_long_one_is_read_to_its_end(self, unit: str) -> None:
        text = unit * (200_000 // len(unit))
        assert find_citations(f"{text} -- section 24(1)")[-1].citation == Citation.parse("24(1)")

    def test_a_long_list_is_one_list(self) -> None:
        assert len(find_citations("section 31(1)(a)" + ", (b)" * 20_000)) == 20_001

    def test_what_is_no_text_is_refused(self) -> None:
        with pytest.raises(InvalidRecordError, match="expected a text"):
            find_citations(cast("str", b"section 24"))

    def test_what_is_no_regime_is_refused(self) -> None:
        with pytest.raises(InvalidRecordError, match="expected Regime"):
            find_citations("nothing is named", regime=cast("Regime", "FOIA"))
