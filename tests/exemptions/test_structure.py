"""Part II of the Act, entered a second time from its wording, against the library's table."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest

from foiprevent.citations import Citation
from foiprevent.errors import NotInForceError, UnknownProvisionError
from foiprevent.exemptions import (
    Basis,
    Duty,
    Exemption,
    Likelihood,
    Role,
    catalogue,
    exemption,
)

COMMENCED = date(2005, 1, 1)
WALES = date(2007, 5, 25)
ROYAL = date(2011, 1, 19)
RESEARCH = date(2014, 10, 1)
PERSONAL_DATA = date(2018, 5, 25)
FOREVER = date.max

CLASS = Basis.CLASS
PREJUDICE = Basis.PREJUDICE
ENDANGERMENT = Basis.ENDANGERMENT
REQUIRED = Basis.REQUIRED
CONDITIONS = Basis.CONDITIONS


def cite(text: str) -> Citation:
    return Citation.parse(text)


class Withholds(NamedTuple):
    """Limbs on which information is exempt information, and what makes it so."""

    limbs: str
    basis: Basis
    verb: str | None = None
    since: date = COMMENCED
    before: date = FOREVER


class Excludes(NamedTuple):
    """A provision by which the duty to confirm or deny does not arise, or apply.

    ``answers`` are the provisions whose information it speaks of; ``by`` are the
    conditions of s.40(2) whose terms it repeats.
    """

    citation: str
    answers: str
    basis: Basis
    verb: str | None = None
    by: str = ""
    since: date = COMMENCED
    before: date = FOREVER


WITHHOLDS = (
    Withholds("21(1)", CLASS),
    Withholds("22(1)", CLASS),
    Withholds("22A(1)", PREJUDICE, "prejudice", since=RESEARCH),
    Withholds(
        "22A(1)(b)(i) 22A(1)(b)(ii) 22A(1)(b)(iii) 22A(1)(b)(iv)",
        PREJUDICE,
        "prejudice",
        since=RESEARCH,
    ),
    Withholds("23(1)", CLASS),
    Withholds("24(1)", REQUIRED, "safeguard"),
    Withholds("26(1)(a) 26(1)(b)", PREJUDICE, "prejudice"),
    Withholds("27(1)(a) 27(1)(b) 27(1)(c) 27(1)(d)", PREJUDICE, "prejudice"),
    Withholds("27(2)", CLASS),
    Withholds("28(1)", PREJUDICE, "prejudice"),
    Withholds("29(1)(a) 29(1)(b)", PREJUDICE, "prejudice"),
    Withholds("30(1)(a)(i) 30(1)(a)(ii) 30(1)(b) 30(1)(c)", CLASS),
    Withholds("30(2)(a)(i) 30(2)(a)(ii) 30(2)(a)(iii) 30(2)(a)(iv)", CLASS),
    Withholds(
        "31(1)(a) 31(1)(b) 31(1)(c) 31(1)(d) 31(1)(e) 31(1)(f) 31(1)(g) 31(1)(h) 31(1)(i)",
        PREJUDICE,
        "prejudice",
    ),
    Withholds("32(1)(a) 32(1)(b) 32(1)(c)(i) 32(1)(c)(ii) 32(2)(a) 32(2)(b)", CLASS),
    Withholds("33(2)", PREJUDICE, "prejudice"),
    Withholds("34(1)", REQUIRED, "avoid infringing"),
    Withholds("35(1)(a) 35(1)(b) 35(1)(c) 35(1)(d)", CLASS),
    Withholds("36(2)(a)(i) 36(2)(a)(ii) 36(2)(a)(iii)", PREJUDICE, "prejudice"),
    Withholds("36(2)(b)(i) 36(2)(b)(ii)", PREJUDICE, "inhibit"),
    Withholds("36(2)(c)", PREJUDICE, "otherwise prejudice"),
    Withholds("37(1)(a) 37(1)(b)", CLASS),
    Withholds("37(1)(aa) 37(1)(ab) 37(1)(ac) 37(1)(ad)", CLASS, since=ROYAL),
    Withholds("38(1)(a) 38(1)(b)", ENDANGERMENT, "endanger"),
    Withholds("39(1)(a) 39(1)(b)", CLASS),
    Withholds("40(1)", CLASS),
    Withholds("40(2)", CONDITIONS),
    Withholds("41(1)", CLASS),
    Withholds("42(1)", CLASS),
    Withholds("43(1)", CLASS),
    Withholds("43(2)", PREJUDICE, "prejudice"),
    Withholds("44(1)(a) 44(1)(b) 44(1)(c)", CLASS),
)

# The conditions, one of which s.40(2) needs.
FIRST_TO_THIRD = "40(3A)(a) 40(3A)(b) 40(3B) 40(4A)(a) 40(4A)(b)"
FIRST_OR_SECOND = "40(3)(a)(i) 40(3)(a)(ii) 40(3)(b) 40(4)"

# Section 21 has none, and 43(3) says nothing of trade secrets.
EXCLUDES = (
    Excludes("22(2)", "22(1)", CLASS),
    Excludes("22A(2)", "22A(1)", PREJUDICE, "prejudice", since=RESEARCH),
    Excludes("23(5)", "23(1)", CLASS),
    Excludes("24(2)", "24(1)", REQUIRED, "safeguard"),
    Excludes("26(3)", "26(1)", PREJUDICE, "prejudice"),
    Excludes("27(4)(a)", "27(1)", PREJUDICE, "prejudice"),
    Excludes("27(4)(b)", "27(2)", CLASS),
    Excludes("28(3)", "28(1)", PREJUDICE, "prejudice"),
    Excludes("29(2)", "29(1)", PREJUDICE, "prejudice"),
    Excludes("30(3)", "30(1) 30(2)", CLASS),
    Excludes("31(3)", "31(1)", PREJUDICE, "prejudice"),
    Excludes("32(3)", "32", CLASS),
    Excludes("33(3)", "33(2)", PREJUDICE, "prejudice"),
    Excludes("34(2)", "34(1)", REQUIRED, "avoid infringing"),
    Excludes("35(3)", "35(1)", CLASS),
    Excludes("36(3)", "36(2)", PREJUDICE, "have an effect mentioned in s.36(2)"),
    Excludes("37(2)", "37(1)", CLASS),
    Excludes("38(2)", "38(1)", ENDANGERMENT, "endanger"),
    Excludes("39(2)", "39(1)", CLASS),
    Excludes("40(5)(a)", "40(1)", CLASS, before=PERSONAL_DATA),
    Excludes(
        "40(5)(b)(i)",
        "40(2)",
        CONDITIONS,
        by="40(3)(a)(i) 40(3)(a)(ii) 40(3)(b)",
        before=PERSONAL_DATA,
    ),
    Excludes("40(5)(b)(ii)", "40(2)", CONDITIONS, by="40(4)", before=PERSONAL_DATA),
    Excludes("40(5A)", "40(1)", CLASS, since=PERSONAL_DATA),
    Excludes("40(5B)(a)(i)", "40(2)", CONDITIONS, by="40(3A)(a)", since=PERSONAL_DATA),
    Excludes("40(5B)(a)(ii)", "40(2)", CONDITIONS, by="40(3A)(b)", since=PERSONAL_DATA),
    Excludes("40(5B)(b)", "40(2)", CONDITIONS, by="40(3B)", since=PERSONAL_DATA),
    Excludes("40(5B)(c)", "40(2)", CONDITIONS, by="40(4A)(a)", since=PERSONAL_DATA),
    Excludes("40(5B)(d)", "40(2)", CONDITIONS, by="40(4A)(b)", since=PERSONAL_DATA),
    Excludes("41(2)", "41(1)", CLASS),
    Excludes("42(2)", "42(1)", CLASS),
    Excludes("43(3)", "43(2)", PREJUDICE, "prejudice"),
    Excludes("44(2)", "44(1)", CLASS),
)

# What keeps its own information out of another's reach, in so many words.
KEPT_APART = (("23(1)", "24(1)"), ("30", "31(1)"), ("35(1)", "36(2)"), ("40(1)", "40(2)"))

CERTIFICATES = {"23(2)": "23(1)", "24(3)": "24", "34(3)": "34", "36(7)": "36"}

Key = tuple[Citation, Citation | None]
DAYS = (
    date(2010, 1, 1),
    date(2015, 1, 1),
    date(2017, 1, 1),
    date(2020, 1, 1),
    None,
)
every_day = pytest.mark.parametrize("on", DAYS, ids=str)


def conditions(on: date) -> tuple[Citation, ...]:
    text = FIRST_OR_SECOND if on < PERSONAL_DATA else FIRST_TO_THIRD
    return tuple(map(cite, text.split()))


def withholding(on: date) -> dict[Key, Withholds]:
    rows: dict[Key, Withholds] = {
        (cite(limb), None): row
        for row in WITHHOLDS
        if row.since <= on < row.before
        for limb in row.limbs.split()
    }
    third_party = rows[cite("40(2)"), None]
    return rows | {(cite("40(2)"), condition): third_party for condition in conditions(on)}


def excluding(on: date) -> dict[Citation, Excludes]:
    return {cite(row.citation): row for row in EXCLUDES if row.since <= on < row.before}


def reading(on: date | None) -> date:
    """Return the day itself, or one on which the law reads as last known."""
    return on or date(2026, 4, 7)


def in_catalogue(on: date | None, role: Role) -> dict[Key, Exemption]:
    return {
        (row.citation, row.condition if role is Role.WITHHOLD else None): row
        for row in catalogue(on=on)
        if row.role is role
    }


def smallest(limbs: list[Citation]) -> set[Citation]:
    return {
        limb
        for limb in limbs
        if not any(limb != other and limb.contains(other) for other in limbs)
    }


def touches(one: Citation, other: Citation) -> bool:
    return one.contains(other) or other.contains(one)


class TestExemptInformation:
    """s.2(2): information is exempt information by virtue of a provision of Part II."""

    @every_day
    def test_these_limbs_withhold_and_no_others(self, on: date | None) -> None:
        assert set(in_catalogue(on, Role.WITHHOLD)) == set(withholding(reading(on)))

    @every_day
    def test_each_takes_away_the_duty_to_communicate(self, on: date | None) -> None:
        assert {row.duty for row in in_catalogue(on, Role.WITHHOLD).values()} == {Duty.COMMUNICATE}

    @every_day
    def test_what_makes_it_exempt_is_what_the_words_say(self, on: date | None) -> None:
        found = in_catalogue(on, Role.WITHHOLD)
        expected = withholding(reading(on))
        assert {key: row.basis for key, row in found.items()} == {
            key: row.basis for key, row in expected.items()
        }
        assert {key: row.harm.verb if row.harm else None for key, row in found.items()} == {
            key: row.verb for key, row in expected.items()
        }


class TestConfirmOrDeny:
    """s.2(1): provisions stating that the duty to confirm or deny does not arise."""

    @every_day
    def test_these_provisions_say_so_and_no_others(self, on: date | None) -> None:
        found = in_catalogue(on, Role.CONFIRM_OR_DENY)
        assert {citation for citation, _ in found} == set(excluding(reading(on)))
        assert {row.duty for row in found.values()} == {Duty.CONFIRM_OR_DENY}

    @every_day
    def test_what_excludes_the_duty_is_what_the_words_say(self, on: date | None) -> None:
        expected = excluding(reading(on))
        for (citation, _), row in in_catalogue(on, Role.CONFIRM_OR_DENY).items():
            assert row.basis is expected[citation].basis, str(row)
            assert (row.harm.verb if row.harm else None) == expected[citation].verb, str(row)

    @every_day
    def test_each_answers_to_the_information_it_speaks_of(self, on: date | None) -> None:
        limbs = [citation for citation, condition in withholding(reading(on)) if not condition]
        expected = {
            citation: smallest(
                [
                    limb
                    for limb in limbs
                    if any(cite(text).contains(limb) for text in row.answers.split())
                ]
            )
            for citation, row in excluding(reading(on)).items()
        }
        found = in_catalogue(on, Role.CONFIRM_OR_DENY)
        assert {citation: set(row.covers) for (citation, _), row in found.items()} == expected

    @every_day
    def test_each_withholding_limb_names_what_answers_to_it(self, on: date | None) -> None:
        expected: dict[Key, set[Citation]] = {
            (limb, condition): {
                citation
                for citation, row in excluding(reading(on)).items()
                if any(cite(text).contains(limb) for text in row.answers.split())
                and (condition is None or condition in map(cite, row.by.split()))
            }
            for limb, condition in withholding(reading(on))
        }
        found = in_catalogue(on, Role.WITHHOLD)
        assert {key: set(row.confirm_or_deny) for key, row in found.items()} == expected

    @pytest.mark.parametrize("row", [row for row in EXCLUDES if row.since == PERSONAL_DATA])
    def test_today_each_of_section_40_5b_repeats_one_condition(self, row: Excludes) -> None:
        assert exemption(row.citation).condition == (cite(row.by) if row.by else None)

    @pytest.mark.parametrize("text", ["21(1)", "43(1)"])
    def test_means_of_access_and_trade_secrets_have_none(self, text: str) -> None:
        assert exemption(text).confirm_or_deny == ()


class TestHarm:
    """ss.22A to 38: a harm that disclosure would, or would be likely to, do."""

    @every_day
    def test_a_harm_has_two_thresholds_where_the_words_give_them(self, on: date | None) -> None:
        likely = (Likelihood.WOULD, Likelihood.WOULD_BE_LIKELY)
        for row in catalogue(on=on):
            thresholds = row.harm.thresholds if row.harm else ()
            expected = likely if row.basis in {PREJUDICE, ENDANGERMENT} else ()
            assert thresholds == expected, str(row)

    def test_a_parent_keeps_the_verb_its_limbs_share(self) -> None:
        shared = exemption("31(1)").harm
        assert shared is not None
        assert shared.verb == "prejudice"
        assert exemption("36(2)").harm is None
        inhibited = exemption("36(2)(b)").harm
        assert inhibited is not None
        assert inhibited.verb == "inhibit"


class TestKeptApart:
    """ss.24(1), 31(1), 36(1)(a), 40(2)(a): not what another provision makes exempt."""

    @every_day
    def test_these_pairs_cannot_withhold_the_same_information(self, on: date | None) -> None:
        limbs = [citation for citation, condition in withholding(reading(on)) if not condition]
        expected: dict[Citation, set[Citation]] = {limb: set() for limb in limbs}
        for left, right in KEPT_APART:
            for one in smallest([limb for limb in limbs if cite(left).contains(limb)]):
                for other in smallest([limb for limb in limbs if cite(right).contains(limb)]):
                    expected[one].add(other)
                    expected[other].add(one)
        found = in_catalogue(on, Role.WITHHOLD)
        assert {limb: set(found[limb, None].excludes) for limb in limbs} == expected


class TestCertificates:
    """ss.23(2), 24(3), 34(3) and 36(7): certificates that are conclusive evidence."""

    @every_day
    def test_these_provisions_can_be_proved_by_certificate(self, on: date | None) -> None:
        for row in catalogue(on=on):
            expected = {
                cite(certificate)
                for certificate, proves in CERTIFICATES.items()
                if cite(proves).contains(row.citation)
            }
            assert {one.citation for one in row.certificates} == expected, str(row)

    @pytest.mark.parametrize("text", [*CERTIFICATES, "24(4)", "25(1)", "25(2)", "25(3)"])
    def test_the_provisions_for_them_have_that_role(self, text: str) -> None:
        assert exemption(text).role is Role.CERTIFICATE

    @pytest.mark.parametrize("text", ["23(1)", "24(1)", "24(2)"])
    def test_of_security_a_minister_of_the_crown_signs(self, text: str) -> None:
        (certificate,) = exemption(text).certificates
        assert "Minister" in certificate.signed_by

    @pytest.mark.parametrize("text", ["34(1)", "34(2)", "36(2)(c)", "36(3)"])
    def test_of_parliament_the_speaker_or_the_clerk_signs(self, text: str) -> None:
        (certificate,) = exemption(text).certificates
        assert "Speaker" in certificate.signed_by
        assert "Clerk of the Parliaments" in certificate.signed_by


class TestQualifiedPerson:
    """s.36(2) and (3): in the reasonable opinion of a qualified person."""

    @every_day
    def test_section_36_needs_one_and_nothing_else_does(self, on: date | None) -> None:
        for row in catalogue(on=on):
            assert row.needs_qualified_person == cite("36").contains(row.citation), str(row)


HEADINGS = {
    "21": "Information accessible to applicant by other means",
    "22": "Information intended for future publication",
    "22A": "Research",
    "23": "Information supplied by, or relating to, bodies dealing with security matters",
    "24": "National security",
    "25": "Certificates under ss. 23 and 24: supplementary provisions",
    "26": "Defence",
    "27": "International relations",
    "28": "Relations within the United Kingdom",
    "29": "The economy",
    "30": "Investigations and proceedings conducted by public authorities",
    "31": "Law enforcement",
    "32": "Court records, etc",
    "33": "Audit functions",
    "34": "Parliamentary privilege",
    "35": "Formulation of government policy, etc",
    "36": "Prejudice to effective conduct of public affairs",
    "37": "Communications with Her Majesty, etc. and honours",
    "38": "Health and safety",
    "39": "Environmental information",
    "40": "Personal information",
    "41": "Information provided in confidence",
    "42": "Legal professional privilege",
    "43": "Commercial interests",
    "44": "Prohibitions on disclosure",
}

# Every provision that contains no other, as the Act is numbered since 25 May 2018.
NUMBERED_2026 = """
21(1) 21(2)(a) 21(2)(b) 21(3)
22(1)(a) 22(1)(b) 22(1)(c) 22(2)
22A(1)(a) 22A(1)(b)(i) 22A(1)(b)(ii) 22A(1)(b)(iii) 22A(1)(b)(iv) 22A(2)
23(1) 23(2) 23(3)(a) 23(3)(b) 23(3)(c) 23(3)(d) 23(3)(e) 23(3)(f) 23(3)(g) 23(3)(h) 23(3)(i)
23(3)(j) 23(3)(k) 23(3)(l) 23(3)(m) 23(3)(n) 23(3)(o) 23(3)(p) 23(4) 23(5)
24(1) 24(2) 24(3) 24(4)
25(1) 25(2) 25(3)
26(1)(a) 26(1)(b) 26(2)(a) 26(2)(b) 26(3)
27(1)(a) 27(1)(b) 27(1)(c) 27(1)(d) 27(2) 27(3) 27(4)(a) 27(4)(b) 27(5)
28(1) 28(2)(a) 28(2)(b) 28(2)(c) 28(2)(d) 28(3)
29(1)(a) 29(1)(b) 29(2)
30(1)(a)(i) 30(1)(a)(ii) 30(1)(b) 30(1)(c)
30(2)(a)(i) 30(2)(a)(ii) 30(2)(a)(iii) 30(2)(a)(iv) 30(2)(b)
30(3) 30(4)(a) 30(4)(b) 30(4)(c) 30(5) 30(6)(a) 30(6)(b) 30(6)(c)
31(1)(a) 31(1)(b) 31(1)(c) 31(1)(d) 31(1)(e) 31(1)(f) 31(1)(g) 31(1)(h) 31(1)(i)
31(2)(a) 31(2)(b) 31(2)(c) 31(2)(d) 31(2)(e) 31(2)(f) 31(2)(g) 31(2)(h) 31(2)(i) 31(2)(j) 31(3)
32(1)(a) 32(1)(b) 32(1)(c)(i) 32(1)(c)(ii) 32(2)(a) 32(2)(b) 32(3)
32(4)(a) 32(4)(b) 32(4)(c) 32(4)(d)
33(1)(a) 33(1)(b) 33(2) 33(3)
34(1) 34(2) 34(3) 34(4)(a) 34(4)(b)
35(1)(a) 35(1)(b) 35(1)(c) 35(1)(d) 35(2)(a) 35(2)(b) 35(3) 35(4) 35(5)
36(1)(a) 36(1)(b) 36(2)(a)(i) 36(2)(a)(ii) 36(2)(a)(iii) 36(2)(b)(i) 36(2)(b)(ii) 36(2)(c)
36(3) 36(4) 36(5)(a) 36(5)(b) 36(5)(c) 36(5)(d) 36(5)(e) 36(5)(f) 36(5)(g) 36(5)(ga)
36(5)(gb)(i) 36(5)(gb)(ii) 36(5)(gc)(i) 36(5)(gc)(ii) 36(5)(i) 36(5)(j) 36(5)(k) 36(5)(ka)
36(5)(l)(i) 36(5)(l)(ii) 36(5)(m) 36(5)(n) 36(5)(o)(i) 36(5)(o)(ii) 36(5)(o)(iii)
36(6)(a) 36(6)(b) 36(6)(c) 36(7)(a) 36(7)(b)
37(1)(a) 37(1)(aa) 37(1)(ab) 37(1)(ac) 37(1)(ad) 37(1)(b) 37(2)
38(1)(a) 38(1)(b) 38(2)
39(1)(a) 39(1)(b) 39(1A)(a) 39(1A)(b) 39(2) 39(3)
40(1) 40(2)(a) 40(2)(b) 40(3A)(a) 40(3A)(b) 40(3B) 40(4A)(a) 40(4A)(b)
40(5A) 40(5B)(a)(i) 40(5B)(a)(ii) 40(5B)(b) 40(5B)(c) 40(5B)(d) 40(7) 40(8)
41(1)(a) 41(1)(b) 41(2)
42(1) 42(2)
43(1) 43(2) 43(3)
44(1)(a) 44(1)(b) 44(1)(c) 44(2)
"""
SINCE_2008 = """
22A(1)(a) 22A(1)(b)(i) 22A(1)(b)(ii) 22A(1)(b)(iii) 22A(1)(b)(iv) 22A(2)
23(3)(n) 23(3)(o) 23(3)(p) 37(1)(aa) 37(1)(ab) 37(1)(ac) 37(1)(ad)
40(3A)(a) 40(3A)(b) 40(3B) 40(4A)(a) 40(4A)(b)
40(5A) 40(5B)(a)(i) 40(5B)(a)(ii) 40(5B)(b) 40(5B)(c) 40(5B)(d) 40(8)
"""
# Added between the Act's coming into force and 10 June 2008.
ADDED_BY_2008 = "23(3)(m) 36(5)(ga) 36(5)(gb) 36(5)(gc) 36(5)(ka)".split()
ONLY_BEFORE_2018 = (
    "40(3)(a)(i) 40(3)(a)(ii) 40(3)(b) 40(4) 40(5)(a) 40(5)(b)(i) 40(5)(b)(ii) 40(6)"
)

NOW = date(2026, 4, 7)
IN_2008 = date(2008, 6, 10)
LEAVES_2026 = frozenset(map(cite, NUMBERED_2026.split()))
LEAVES_2008 = LEAVES_2026 - frozenset(map(cite, SINCE_2008.split())) | frozenset(
    map(cite, ONLY_BEFORE_2018.split())
)


def parent(citation: Citation) -> Citation:
    return cite(str(citation).rpartition("(")[0])


def child(citation: Citation, part: str) -> Citation:
    return cite(f"{citation}({part})")


def with_parents(leaves: frozenset[Citation]) -> list[Citation]:
    every = set(leaves)
    above = {parent(leaf) for leaf in leaves}
    while above:
        every |= above
        above = {parent(one) for one in above if one.parts}
    return sorted(every)


ALL_2026 = with_parents(LEAVES_2026)
ALL_2008 = with_parents(LEAVES_2008)
ALL_EVER = frozenset(ALL_2026) | frozenset(ALL_2008)
NUMERALS = "i ii iii iv v vi".split()
SUB_PARAGRAPH = 3  # how many parts the citation of one has in this Act
# Their definitions have paragraphs of their own, which are not those of the subsection.
UNLETTERED = frozenset(map(cite, "27(5) 30(5) 35(5) 40(7)".split()))


def one_past_the_end() -> list[Citation]:
    """Return, for every list in Part II, what would come after its last item."""
    lists: dict[Citation, list[str]] = {}
    for citation in ALL_EVER:
        if citation.parts:
            lists.setdefault(parent(citation), []).append(citation.parts[-1])
    beyond = []
    for above, below in lists.items():
        if not above.parts:
            following = str(max(int(part.rstrip("AB")) for part in below) + 1)
        elif above.parts[-1][0].isdigit():
            following = chr(ord(max(part for part in below if len(part) == 1)) + 1)
        else:
            following = NUMERALS[len(below)]
        beyond.append(child(above, following))
    return sorted(beyond)


def one_level_down() -> list[Citation]:
    """Return a paragraph, or sub-paragraph, of every provision that has none."""
    return sorted(
        child(leaf, "a" if leaf.parts[-1][0].isdigit() else "i")
        for leaf in (LEAVES_2026 | LEAVES_2008) - UNLETTERED
        if len(leaf.parts) < SUB_PARAGRAPH
    )


class TestEveryParagraphIsThere:
    """Part II, ss.21 to 44, down to its sub-paragraphs."""

    @pytest.mark.parametrize("citation", ALL_2026, ids=str)
    def test_what_is_there_now_is_found(self, citation: Citation) -> None:
        assert exemption(citation, on=NOW).citation == citation

    @pytest.mark.parametrize("citation", ALL_2008, ids=str)
    def test_what_was_there_in_2008_is_found(self, citation: Citation) -> None:
        assert exemption(citation, on=IN_2008).citation == citation

    @pytest.mark.parametrize("citation", sorted(ALL_EVER - set(ALL_2026)), ids=str)
    def test_what_is_gone_is_not_in_force_now(self, citation: Citation) -> None:
        with pytest.raises(NotInForceError):
            exemption(citation)

    @pytest.mark.parametrize("citation", sorted(ALL_EVER - set(ALL_2008)), ids=str)
    def test_what_was_yet_to_come_was_not_in_force_in_2008(self, citation: Citation) -> None:
        with pytest.raises(NotInForceError):
            exemption(citation, on=IN_2008)

    @pytest.mark.parametrize("section", HEADINGS)
    def test_each_section_has_its_heading(self, section: str) -> None:
        assert exemption(section).title.rstrip(".") == HEADINGS[section]

    def test_every_section_has_a_heading_here(self) -> None:
        assert {citation.section for citation in ALL_2026} == set(HEADINGS)


class TestRoles:
    """Part II: what makes information exempt, what excludes a duty, and what does neither."""

    @pytest.mark.parametrize("citation", ALL_2026, ids=str)
    def test_every_provision_does_what_its_words_do(self, citation: Citation) -> None:
        # A paragraph joined by "and" does what the whole does.
        limbs = [*(limb for limb, _ in withholding(NOW)), cite("30(2)")]
        withholds = any(touches(citation, limb) for limb in limbs)
        excludes = any(touches(citation, one) for one in excluding(NOW))
        certifies = any(cite(text).contains(citation) for text in [*CERTIFICATES, "24(4)", "25"])
        if withholds and excludes:
            expected = Role.SECTION
        elif withholds:
            expected = Role.WITHHOLD
        elif excludes:
            expected = Role.CONFIRM_OR_DENY
        elif certifies:
            expected = Role.CERTIFICATE
        else:
            expected = Role.DEFINITION
        assert exemption(citation, on=NOW).role is expected


class TestDates:
    """The commencement orders: when what was added to Part II came into force, or left it."""

    @pytest.mark.parametrize(
        ("text", "since"),
        [
            ("22A", RESEARCH),
            ("22A(1)", RESEARCH),
            ("22A(1)(a)", RESEARCH),
            ("22A(1)(b)(iv)", RESEARCH),
            ("22A(2)", RESEARCH),
            ("23(3)(m)", date(2006, 4, 1)),
            ("23(3)(n)", date(2013, 10, 7)),
            ("23(3)(o)", date(2013, 6, 25)),
            ("23(3)(p)", date(2024, 10, 14)),
            ("36(5)(ga)", WALES),
            ("36(5)(gb)(i)", WALES),
            ("36(5)(gc)(ii)", WALES),
            ("37(1)(aa)", ROYAL),
            ("37(1)(ab)", ROYAL),
            ("37(1)(ac)", ROYAL),
            ("37(1)(ad)", ROYAL),
            ("40(3A)", PERSONAL_DATA),
            ("40(3A)(b)", PERSONAL_DATA),
            ("40(3B)", PERSONAL_DATA),
            ("40(4A)(a)", PERSONAL_DATA),
            ("40(4A)(b)", PERSONAL_DATA),
            ("40(5A)", PERSONAL_DATA),
            ("40(5B)", PERSONAL_DATA),
            ("40(5B)(a)(i)", PERSONAL_DATA),
            ("40(5B)(d)", PERSONAL_DATA),
            ("40(8)", PERSONAL_DATA),
        ],
    )
    def test_what_was_added_stands_from_its_day_on(self, text: str, since: date) -> None:
        eve = since - timedelta(days=1)
        with pytest.raises(NotInForceError) as caught:
            exemption(text, on=eve)
        assert since.isoformat() in caught.value.reason
        found = exemption(text, on=since)
        assert found.is_in_force(since)
        assert not found.is_in_force(eve)
        assert found.in_force[0].start == since
        assert exemption(text).is_in_force(NOW)

    @pytest.mark.parametrize("text", ["40(3)", "40(3)(a)", *ONLY_BEFORE_2018.split(), "40(5)"])
    def test_what_was_replaced_stood_until_the_eve(self, text: str) -> None:
        eve = PERSONAL_DATA - timedelta(days=1)
        found = exemption(text, on=eve)
        assert (found.in_force[0].start, found.in_force[-1].end) == (COMMENCED, eve)
        with pytest.raises(NotInForceError) as caught:
            exemption(text, on=PERSONAL_DATA)
        assert eve.isoformat() in caught.value.reason

    @pytest.mark.parametrize(
        ("condition", "since", "last"),
        [(text, PERSONAL_DATA, None) for text in FIRST_TO_THIRD.split()]
        + [
            (text, COMMENCED, PERSONAL_DATA - timedelta(days=1))
            for text in FIRST_OR_SECOND.split()
        ],
    )
    def test_a_limb_of_section_40_2_stands_as_long_as_its_condition(
        self, condition: str, since: date, last: date | None
    ) -> None:
        found = exemption("40(2)", condition=condition, on=since)
        assert (found.in_force[0].start, found.in_force[-1].end) == (since, last)

    @pytest.mark.parametrize("text", ["37(1)(a)", "37(2)"])
    def test_section_37_was_changed_under_the_same_numbers(self, text: str) -> None:
        eve = ROYAL - timedelta(days=1)
        before, after = exemption(text, on=eve), exemption(text, on=ROYAL)
        assert before.in_force[-1].end == eve
        assert after.in_force[0].start == ROYAL
        assert before.status is not after.status

    @pytest.mark.parametrize(
        "citation",
        [
            citation
            for citation in ALL_2008
            if not any(cite(text).contains(citation) for text in ADDED_BY_2008)
        ],
        ids=str,
    )
    def test_the_rest_has_stood_since_the_act_came_into_force(self, citation: Citation) -> None:
        assert exemption(citation, on=COMMENCED).in_force[0].start == COMMENCED
        with pytest.raises(NotInForceError):
            exemption(citation, on=COMMENCED - timedelta(days=1))


class TestNothingElseIsThere:
    """Part II: no provision stands beyond the last of a list, or within the smallest."""

    @pytest.mark.parametrize("citation", one_past_the_end(), ids=str)
    def test_one_past_the_end_of_every_list(self, citation: Citation) -> None:
        for on in (None, IN_2008):
            with pytest.raises(UnknownProvisionError):
                exemption(citation, on=on)

    @pytest.mark.parametrize("citation", one_level_down(), ids=str)
    def test_nothing_within_what_contains_nothing(self, citation: Citation) -> None:
        for on in (None, IN_2008):
            with pytest.raises(UnknownProvisionError):
                exemption(citation, on=on)

    @pytest.mark.parametrize(
        "text",
        [
            *"21(1)(a) 21(1A) 22(1A) 22B 23(3)(aa) 24(1A) 31(1)(ga) 31(1)(j) 36(2)(d)".split(),
            *"36(5)(gd) 36(5)(kb) 37(1)(ae) 37(1)(ba) 37(1A) 39(1B)".split(),
            *"40(1A) 40(3C) 40(4B) 40(5C) 40(5B)(e)".split(),
        ],
    )
    def test_letters_that_were_never_used(self, text: str) -> None:
        with pytest.raises(UnknownProvisionError):
            exemption(text)

    @pytest.mark.parametrize("on", [IN_2008, None], ids=str)
    def test_the_letter_left_out_of_section_36_5(self, on: date | None) -> None:
        # Paragraph (h) was for Welsh authorities; (gb) and (gc) took its place.
        with pytest.raises((UnknownProvisionError, NotInForceError)):
            exemption("36(5)(h)", on=on)

    @pytest.mark.parametrize("section", [*range(1, 21), *range(45, 90)])
    def test_other_parts_of_the_act_hold_no_exemption(self, section: int) -> None:
        for text in (f"{section}", f"{section}(1)"):
            with pytest.raises(UnknownProvisionError) as caught:
                exemption(text)
            assert "not an exemption" in caught.value.reason
