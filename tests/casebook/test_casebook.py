"""The casebook holds each letter whole, and in its own words."""

from __future__ import annotations

import importlib
import pickle
import re
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import attrs
import pytest

from foiprevent import casebook
from foiprevent.cases import (
    Case,
    Commissioner,
    CountedFrom,
    Held,
    Link,
    Offer,
    Outcome,
    QuestionScope,
    Response,
    ScopeNotStated,
    Told,
    WholeRequest,
    WindowUnit,
)
from foiprevent.citations import Citation, Regime
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import Balance, Duty, Likelihood, Side, Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BARNET = "barnet-data-sharing"
COVENTRY = "coventry-referrals"
LEICESTER = "leicester-returnees"
LETTERS = {
    BARNET: "002_barnet_prevent_channel_data_management.txt",
    COVENTRY: "000_coventry_radicalisation_referrals.txt",
    LEICESTER: "001_leicester_returnees.txt",
}
MODULES = {BARNET: "_barnet", COVENTRY: "_coventry", LEICESTER: "_leicester"}
every_case = pytest.mark.parametrize("name", list(LETTERS))

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PROVISION = re.compile(
    r"\b(?P<numbered>\d{1,2}[A-Z]?(?:\((?:\d{1,2}|[a-z]{1,2})\))+)"
    r"|(?:\bs\.|\bsection )(?P<bare>\d{1,2}[A-Z]?)(?![\d(])",
    re.IGNORECASE,
)
LONGEST_RUN = 7


def response(name: str) -> Response:
    (only,) = casebook.load(name).responses
    return only


def s(text: str) -> Citation:
    return Citation.parse(text)


def values(value: object) -> Iterator[object]:
    """Yield everything a record holds, at any depth."""
    yield value
    if isinstance(value, tuple):
        for member in value:
            yield from values(member)
    kind = type(value)
    if attrs.has(kind):
        for field in attrs.fields(kind):
            yield from values(getattr(value, field.name))


def texts(case: Case) -> list[str]:
    return [value for value in values(case) if isinstance(value, str)]


def letter(folder: Path, name: str) -> str:
    return (folder / "texts" / LETTERS[name]).read_text(encoding="utf-8")


def addresses(text: str) -> set[str]:
    return {found.rstrip(".,;:") for found in _ADDRESS.findall(text)}


def provisions(text: str) -> set[Citation]:
    return {s(match["numbered"] or match["bare"]) for match in _PROVISION.finditer(text)}


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of words longer than a borrowed phrase may be."""
    words = re.findall(r"[a-z0-9]+", _ADDRESS.sub(" ", text).lower())
    return {
        tuple(words[start : start + LONGEST_RUN + 1]) for start in range(len(words) - LONGEST_RUN)
    }


class TestLoading:
    def test_names_are_sorted(self) -> None:
        assert casebook.names() == (BARNET, COVENTRY, LEICESTER)

    @every_case
    def test_each_name_loads_a_case(self, name: str) -> None:
        assert type(casebook.load(name)) is Case

    @pytest.mark.parametrize("name", ["barnet", "", "../barnet-data-sharing", "_barnet"])
    def test_an_unknown_name_is_refused_with_the_names_there_are(self, name: str) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            casebook.load(name)
        assert caught.value.field == "casebook.load"
        assert caught.value.value == name
        for known in casebook.names():
            assert known in caught.value.reason

    def test_importing_it_loads_no_case(self) -> None:
        code = (
            "import sys, foiprevent.casebook as book; book.names(); "
            "print([m for m in sys.modules if m.startswith(('foiprevent.cases', book.__name__))])"
        )
        done = subprocess.run(  # noqa: S603 - this very interpreter, and a constant text
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == "['foiprevent.casebook']"

    @every_case
    def test_a_case_survives_pickling(self, name: str) -> None:
        case = casebook.load(name)
        copy = pickle.loads(pickle.dumps(case))  # noqa: S301 - its own bytes
        assert copy == case
        assert hash(copy) == hash(case)

    @every_case
    def test_a_case_equals_itself_loaded_again(self, name: str) -> None:
        case = casebook.load(name)
        importlib.reload(importlib.import_module(f"foiprevent.casebook.{MODULES[name]}"))
        again = casebook.load(name)
        assert again is not case
        assert again == case


class TestWhatWasAsked:
    @pytest.mark.parametrize(
        ("name", "authority", "received", "reference"),
        [
            (BARNET, "London Borough of Barnet", date(2023, 3, 23), "9449636"),
            (COVENTRY, "Coventry City Council", None, "FOI429836404"),
            (LEICESTER, "Leicester City Council", None, None),
        ],
    )
    def test_of_whom_and_when(
        self, name: str, authority: str, received: date | None, reference: str | None
    ) -> None:
        case = casebook.load(name)
        assert case.authority.name == authority
        assert case.request.received == received
        assert case.request.reference == reference
        assert case.request.preamble

    @pytest.mark.parametrize(
        ("name", "count", "mark"), [(BARNET, 14, ":"), (COVENTRY, 3, "."), (LEICESTER, 5, ")")]
    )
    def test_the_questions_with_their_labels_as_printed(
        self, name: str, count: int, mark: str
    ) -> None:
        questions = casebook.load(name).request.questions
        assert [q.key for q in questions] == [str(n) for n in range(1, count + 1)]
        assert [q.label for q in questions] == [f"{n}{mark}" for n in range(1, count + 1)]
        assert all(question.text for question in questions)

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            (BARNET, {"2": ("1",), "3": ("1",), "4": ("1",), "9": ("8",), "11": ("11",)}),
            (COVENTRY, {"2": ("1",), "3": ("1",)}),
            (LEICESTER, {"2": ("1",), "3": ("1",), "4": ("1",), "5": ("1",)}),
        ],
    )
    def test_which_question_builds_on_which(
        self, name: str, expected: dict[str, tuple[str, ...]]
    ) -> None:
        questions = casebook.load(name).request.questions
        assert {q.key: q.depends_on for q in questions if q.depends_on} == expected

    def test_the_odd_bounds_of_the_years_coventry_was_asked_for(self) -> None:
        preamble = casebook.load(COVENTRY).request.preamble or ""
        for detail in ("2015 to 2021", "1 April 2015", "31 March 2022", "eight", "2021 and 2022"):
            assert detail in preamble


class TestWhatWasAnswered:
    @pytest.mark.parametrize(
        ("name", "sent", "reference", "holds"),
        [
            (BARNET, date(2023, 5, 24), "9449636", Held.YES),
            (COVENTRY, date(2022, 7, 13), "FOI429836404", Held.PARTLY),
            (LEICESTER, None, None, Held.NCND),
        ],
    )
    def test_when_and_under_what(
        self, name: str, sent: date | None, reference: str | None, holds: Held
    ) -> None:
        sheet = response(name)
        assert sheet.sent == sent
        assert sheet.reference == reference
        assert sheet.regime_claimed is Regime.FOIA
        assert sheet.holds is holds

    @every_case
    def test_every_question_is_answered_once_and_in_order(self, name: str) -> None:
        keys = [question.key for question in casebook.load(name).request.questions]
        assert [answer.question for answer in response(name).answers] == keys

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            (COVENTRY, {"1": Outcome.WITHHELD, "2": Outcome.WITHHELD, "3": Outcome.NOT_HELD}),
            (LEICESTER, {str(n): Outcome.NCND for n in range(1, 6)}),
            (
                BARNET,
                {str(n): Outcome.DISCLOSED for n in (2, 4, 7, 8, 9, 10, 12, 13)}
                | {str(n): Outcome.ACCESSIBLE_ELSEWHERE for n in (1, 3, 5)}
                | {
                    "6": Outcome.NOT_HELD,
                    "11": Outcome.NOT_APPLICABLE,
                    "14": Outcome.PARTLY_DISCLOSED,
                },
            ),
        ],
    )
    def test_what_became_of_each_question(self, name: str, expected: dict[str, Outcome]) -> None:
        assert {answer.question: answer.outcome for answer in response(name).answers} == expected

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            (COVENTRY, {"1": Held.YES, "2": Held.YES, "3": Held.NO}),
            (LEICESTER, {str(n): Held.NCND for n in range(1, 6)}),
            (BARNET, {"6": Held.NO}),
        ],
    )
    def test_whether_it_is_held(self, name: str, expected: dict[str, Held]) -> None:
        said = {
            answer.question: answer.held
            for answer in response(name).answers
            if answer.held is not Held.NOT_STATED
        }
        assert said == expected

    @pytest.mark.parametrize(
        ("name", "question", "holder", "uri"),
        [
            (COVENTRY, "3", "West Midlands Police", "https://foi.west-midlands.police.uk/"),
            (BARNET, "6", "Metropolitan Police", "www.met.police.uk/foi"),
        ],
    )
    def test_who_else_holds_it(self, name: str, question: str, holder: str, uri: str) -> None:
        referred = [answer for answer in response(name).answers if answer.referred_to]
        assert [(a.question, a.referred_to) for a in referred] == [(question, holder)]
        assert [link.uri for link in referred[0].links] == [uri]

    def test_links_of_the_barnet_letter_that_have_lost_their_address(self) -> None:
        lost = [
            answer.question
            for answer in response(BARNET).answers
            if any(link.uri is None for link in answer.links)
        ]
        assert lost == ["1", "3", "5"]

    def test_attachments_of_the_barnet_letter(self) -> None:
        attached = [answer.question for answer in response(BARNET).answers if answer.attachments]
        assert attached == ["2", "9"]

    def test_the_officials_consulted_appear_by_their_posts(self) -> None:
        text = response(BARNET).answers[-1].text or ""
        for post in (
            "Executive Director of the Assurance Group",
            "Assistant Director Counter Fraud",
            "Data Protection Officer",
            "Prevent and Education Officer",
            "Home Office",
        ):
            assert post in text


class TestWhatWasClaimed:
    def test_coventry(self) -> None:
        (reliance,) = response(COVENTRY).reliances
        assert reliance.cited_as == "Section 24(1)"
        assert reliance.citation == s("24(1)")
        assert reliance.duty_claimed is Duty.COMMUNICATE
        assert reliance.scope == QuestionScope(keys=("1", "2"))
        assert reliance.likelihood is Likelihood.NOT_STATED

    def test_leicester_does_not_rely_on_the_limb_its_balance_names(self) -> None:
        reliances = response(LEICESTER).reliances
        assert [reliance.citation for reliance in reliances] == [s("24(2)"), s("31(3)")]
        assert {reliance.duty_claimed for reliance in reliances} == {Duty.CONFIRM_OR_DENY}
        assert {reliance.scope for reliance in reliances} == {WholeRequest()}
        assert {reliance.likelihood for reliance in reliances} == {Likelihood.WOULD}

    def test_barnet(self) -> None:
        reliances = response(BARNET).reliances
        assert [
            (r.cited_as, r.citation, r.duty_claimed, r.scope, r.likelihood) for r in reliances
        ] == [
            (
                "Section 24(1)",
                s("24(1)"),
                Duty.COMMUNICATE,
                ScopeNotStated(),
                Likelihood.NOT_STATED,
            ),
            (
                "Section 24(2)",
                s("24(2)"),
                Duty.CONFIRM_OR_DENY,
                QuestionScope(keys=("12", "13")),
                Likelihood.NOT_STATED,
            ),
            (
                "subsection 31(1)(a)",
                s("31(1)(a)"),
                Duty.COMMUNICATE,
                WholeRequest(),
                Likelihood.NOT_STATED,
            ),
            (
                "Section 38(1)",
                s("38(1)"),
                Duty.COMMUNICATE,
                QuestionScope(keys=("14",)),
                Likelihood.WOULD_BE_LIKELY,
            ),
            (
                "Section 40(2)",
                s("40(2)"),
                Duty.COMMUNICATE,
                QuestionScope(keys=("14",)),
                Likelihood.NOT_STATED,
            ),
        ]

    @every_case
    def test_every_claim_has_its_reasons_and_no_further_condition(self, name: str) -> None:
        for reliance in response(name).reliances:
            assert reliance.reasons
            assert reliance.by_virtue_of == ()
            assert reliance.alternative_to == ()
            assert not reliance.explanation_withheld


class TestHowThePublicInterestWasWeighed:
    @pytest.mark.parametrize(
        ("name", "index", "weighed", "disclosure", "exemption"),
        [
            (COVENTRY, 0, ("24(1)",), 4, 6),
            (LEICESTER, 0, ("24(2)",), 2, 4),
            (LEICESTER, 1, ("31(3)",), 2, 2),
            (BARNET, 0, ("24(1)", "24(2)"), 2, 5),
            (BARNET, 1, ("31(1)(a)",), 4, 1),
            (BARNET, 2, ("38(1)",), 4, 3),
        ],
    )
    def test_factor_by_factor(
        self, name: str, index: int, weighed: tuple[str, ...], disclosure: int, exemption: int
    ) -> None:
        test = response(name).tests[index]
        assert test.provisions == tuple(s(text) for text in weighed)
        assert len(test.weighed(Side.DISCLOSURE)) == disclosure
        assert len(test.weighed(Side.EXEMPTION)) == exemption
        assert len({factor.text for factor in test.factors}) == disclosure + exemption
        assert all(factor.text and factor.tags for factor in test.factors)

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            (COVENTRY, [(Duty.COMMUNICATE, Duty.COMMUNICATE, None, Balance.MAINTAIN)]),
            (
                LEICESTER,
                [
                    (Duty.CONFIRM_OR_DENY, Duty.COMMUNICATE, "24(1)", Balance.MAINTAIN),
                    (Duty.CONFIRM_OR_DENY, Duty.CONFIRM_OR_DENY, None, Balance.MAINTAIN),
                ],
            ),
            (
                BARNET,
                [
                    (Duty.COMMUNICATE, None, None, Balance.NOT_STATED),
                    (Duty.COMMUNICATE, None, None, Balance.NOT_STATED),
                    (Duty.COMMUNICATE, Duty.COMMUNICATE, None, Balance.MAINTAIN),
                ],
            ),
        ],
    )
    def test_on_which_duty_and_with_what_outcome(
        self, name: str, expected: list[tuple[Duty, Duty | None, str | None, Balance]]
    ) -> None:
        assert [
            (test.argued_on, test.balanced_on, test.names, test.balance)
            for test in response(name).tests
        ] == [
            (argued, balanced, names and s(names), balance)
            for argued, balanced, names, balance in expected
        ]

    def test_only_barnet_begins_one_with_the_exemption(self) -> None:
        first = {name: [test.factors[0].side for test in response(name).tests] for name in LETTERS}
        assert first == {
            BARNET: [Side.EXEMPTION, Side.DISCLOSURE, Side.DISCLOSURE],
            COVENTRY: [Side.DISCLOSURE],
            LEICESTER: [Side.DISCLOSURE, Side.DISCLOSURE],
        }


class TestWhatHarmWasSeen:
    """s.17(1)(c): which steps of a prejudice test each letter shows."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            (
                BARNET,
                [
                    (("31(1)(a)",), Duty.COMMUNICATE, (Step.INTEREST, Step.LIKELIHOOD)),
                    (("38(1)",), Duty.COMMUNICATE, ()),
                ],
            ),
            (COVENTRY, []),
            (
                LEICESTER,
                [
                    (("24(2)",), Duty.CONFIRM_OR_DENY, ()),
                    (("31(3)",), Duty.CONFIRM_OR_DENY, ()),
                ],
            ),
        ],
    )
    def test_step_by_step(
        self, name: str, expected: list[tuple[tuple[str, ...], Duty, tuple[Step, ...]]]
    ) -> None:
        assert [
            (test.provisions, test.duty, test.missing()) for test in response(name).prejudice_tests
        ] == [(tuple(s(one) for one in cited), duty, steps) for cited, duty, steps in expected]

    @every_case
    def test_it_is_for_what_is_relied_on_and_as_likely_as_said_there(self, name: str) -> None:
        claimed = {one.citation: one.likelihood for one in response(name).reliances}
        for test in response(name).prejudice_tests:
            assert {claimed[one] for one in test.provisions} == {test.likelihood}


class TestWhereToGoNext:
    @pytest.mark.parametrize(
        ("name", "length", "unit", "counted_from", "contact"),
        [
            (BARNET, 40, WindowUnit.WORKING_DAYS, CountedFrom.LETTER, "foi@barnet.gov.uk"),
            (COVENTRY, 40, WindowUnit.DAYS, CountedFrom.RECEIPT, "infogov@coventry.gov.uk"),
            (
                LEICESTER,
                None,
                WindowUnit.NOT_STATED,
                CountedFrom.NOT_STATED,
                "info.requests@leicester.gov.uk",
            ),
        ],
    )
    def test_the_review_route_as_worded(
        self,
        name: str,
        length: int | None,
        unit: WindowUnit,
        counted_from: CountedFrom,
        contact: str,
    ) -> None:
        route = response(name).review_route
        assert route is not None
        assert route.offered is Offer.OFFERED
        assert (route.length, route.unit, route.counted_from) == (length, unit, counted_from)
        assert contact in (route.contact or "")
        assert route.wording
        assert route.answered_within is None

    def test_the_commissioner(self) -> None:
        assert response(LEICESTER).commissioner == Commissioner(right=Told.NOT_MENTIONED)
        for name in (BARNET, COVENTRY):
            told = response(name).commissioner
            assert told is not None
            assert told.right is Told.STATED
            assert "Wilmslow" in (told.contact or "")

    def test_what_else_the_letters_point_to(self) -> None:
        linked = {name: [link.uri for link in response(name).links] for name in LETTERS}
        assert linked == {
            BARNET: ["http://open.barnet.gov.uk/", "www.ico.org.uk"],
            COVENTRY: ["www.coventry.gov.uk", None, None, None, None],
            LEICESTER: [
                (
                    "https://ico.org.uk/media/action-weve-taken/decision-notices/2016/1624857/"
                    "fs50626814.pdf"
                )
            ],
        }

    @pytest.mark.parametrize(
        ("name", "details"),
        [
            (BARNET, ("Preference Service", "PECR", "soft opt-in", "redaction policy", "portal")),
            (COVENTRY, ("(PIT)", "community", "law enforcement", "quote the reference")),
            (LEICESTER, ("exemption notice", "Home Office", "s.17", "Open Government Licence")),
        ],
    )
    def test_what_else_they_say(self, name: str, details: tuple[str, ...]) -> None:
        remarks = " ".join(response(name).remarks)
        for detail in details:
            assert detail in remarks


class TestAgainstTheLetters:
    def test_no_official_is_named(self, letters_dir: Path) -> None:
        listed = letter(letters_dir, BARNET).rpartition("14: Please list")[2]
        listed = listed.partition("This information is withheld")[0]
        people = re.findall(r"^([A-Z]\w+ [A-Z]\w+) [\u2013-] ", listed, re.MULTILINE)
        assert len(people) == 3
        for name in LETTERS:
            module = importlib.import_module(f"foiprevent.casebook.{MODULES[name]}")
            words = set(re.findall(r"\w+", f"{casebook.load(name)!r} {module.__doc__}"))
            assert words.isdisjoint(part for person in people for part in person.split())

    @every_case
    def test_every_text_is_in_own_words(self, name: str, letters_dir: Path) -> None:
        printed: set[tuple[str, ...]] = set()
        for path in sorted((letters_dir / "texts").glob("*.txt")):
            printed |= runs(path.read_text(encoding="utf-8"))
        module = importlib.import_module(f"foiprevent.casebook.{MODULES[name]}")
        borrowed = {
            " ".join(run)
            for text in (module.__doc__ or "", *texts(casebook.load(name)))
            for run in runs(text) & printed
        }
        assert borrowed == set()

    @every_case
    def test_every_address_printed_is_recorded(self, name: str, letters_dir: Path) -> None:
        printed = addresses(letter(letters_dir, name))
        assert printed
        assert printed <= addresses(" ".join(texts(casebook.load(name))))

    @every_case
    def test_every_uri_recorded_is_printed(self, name: str, letters_dir: Path) -> None:
        printed = addresses(letter(letters_dir, name))
        links = [value for value in values(casebook.load(name)) if isinstance(value, Link)]
        assert {link.uri for link in links} - {None} <= printed

    @every_case
    def test_every_provision_cited_is_recorded(self, name: str, letters_dir: Path) -> None:
        case = casebook.load(name)
        cited = provisions(letter(letters_dir, name))
        recorded = {value for value in values(case) if isinstance(value, Citation)}
        recorded |= provisions(" ".join(texts(case)))
        assert s("24(1)") in cited
        assert {one for one in cited if not any(one.contains(other) for other in recorded)} == (
            set()
        )

    @every_case
    def test_every_provision_relied_on_is_printed_as_recorded(
        self, name: str, letters_dir: Path
    ) -> None:
        printed = letter(letters_dir, name)
        for reliance in response(name).reliances:
            assert reliance.cited_as in printed
            assert s(reliance.cited_as.removeprefix("sub")) == reliance.citation

    @every_case
    def test_every_label_and_number_is_printed_as_recorded(
        self, name: str, letters_dir: Path
    ) -> None:
        printed = letter(letters_dir, name)
        for question in casebook.load(name).request.questions:
            assert re.search(rf"^(?:- )?{re.escape(question.label or '')}", printed, re.MULTILINE)
        reference = response(name).reference
        assert reference is None or reference in printed
