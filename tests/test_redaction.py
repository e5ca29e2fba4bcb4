"""What rules can find of people is taken out of a case, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foiprevent import Case, audit, casebook, dumps, redact
from foiprevent.cases import Link, events
from foiprevent.errors import InvalidRecordError
from foiprevent.exemptions import PublicInterestTest
from foiprevent.redaction import FIELDS, Treatment, read_for_personal_data
from foiprevent.strategies import cases
from foiprevent.strategies._making import answer, case, cites, claim, letter

if TYPE_CHECKING:
    from collections.abc import Iterator


def texts(kind: Any, seen: set[Any]) -> Iterator[tuple[type, str]]:  # noqa: ANN401
    """Yield every field that holds texts, of every class a case is made of."""
    if kind in seen:
        return
    seen.add(kind)
    for argument in get_args(kind):
        yield from texts(argument, seen)
    if (
        attrs.has(kind)
        and kind.__module__.startswith("foiprevent.")
        and ("citations" not in kind.__module__)
    ):
        attrs.resolve_types(kind)
        for field in attrs.fields(kind):
            if field.type is str or str in get_args(field.type):
                yield kind, field.name
            yield from texts(field.type, seen)


def said(text: str) -> Case:
    return case(letter(answer("1", text=text), claim("23(1)", reasons=text), remarks=(text,)))


class TestFields:
    def test_there_is_a_decision_for_every_text(self) -> None:
        decided = {(kind, name) for kind, fields in FIELDS.items() for name in fields}
        assert decided == set(texts(Case, set()))

    def test_references_are_replaced(self) -> None:
        made = case(
            letter(answer(), claim("23(1)"), reference="AB/1"),
            events.DecisionNoticeServed(on=audit_day(), reference="IC-1-Z"),
            reference="AB/1",
        )
        redacted = redact(made)
        assert redacted.request.reference == redacted.responses[0].reference == "[reference]"
        (served,) = redacted.events
        assert served == events.DecisionNoticeServed(on=audit_day(), reference="[reference]")

    @pytest.mark.parametrize(
        ("who", "left"),
        [
            ("the Head of Legal Services", "the Head of Legal Services"),
            ("Jane Smith", "[name]"),
            ("Ms Smith, monitoring officer", "[name], monitoring officer"),
            (None, None),
        ],
    )
    def test_a_role_is_kept(self, who: str | None, left: str | None) -> None:
        test = PublicInterestTest(provisions=cites("24(1)"), decided_by=who)
        made = case(letter(answer(), claim("36(2)(c)", qualified_person=who), tests=(test,)))
        response = redact(made).responses[0]
        assert response.tests[0].decided_by == left
        assert response.reliances[0].qualified_person == left

    @pytest.mark.parametrize(
        ("uri", "left"),
        [
            ("https://a.example/x/y.pdf", "https://a.example/x/y.pdf"),
            ("https://jo:pw@a.example/x?token=1#me", "https://a.example/x"),
            ("https://w.example/user/jo_smith/wall", "https://w.example/user/[name]/wall"),
            ("mailto:jo@a.example", "[e-mail]"),
            ("jo@a.example", "[e-mail]"),
            ("https://a.example/to/jo.smith@b.example/x", "https://a.example/to/[e-mail]/x"),
            ("http://[broken", "[address]"),
            (None, None),
        ],
    )
    def test_a_web_address_is_kept_without_its_visitor(
        self, uri: str | None, left: str | None
    ) -> None:
        made = case(letter(answer("1", links=(Link(text="here", uri=uri),))))
        assert redact(made).responses[0].answers[0].links[0].uri == left


def audit_day() -> Any:  # noqa: ANN401
    return casebook.load("barnet-data-sharing").responses[0].sent


class TestRunningText:
    @pytest.mark.parametrize(
        ("text", "left"),
        [
            ("Write to jo.smith+foi@mail.example.org today.", "Write to [e-mail] today."),
            ("Ring 020 7946 0018 or +44 (0)20 7946 0018.", "Ring [telephone] or [telephone]."),
            ("Mobile: 07700 900123", "Mobile: [telephone]"),
            ("I live at 12a, High Street, SW1A 1AA.", "I live at [address], [postcode]."),
            ("NINO AB 12 34 56 C", "NINO [National Insurance number]"),
            ("NHS number: 1234567890", "NHS number: [NHS number]"),
            ("Patient 943 476 5919", "Patient [NHS number]"),
            ("Patient 943 476 5080", "Patient [NHS number]"),
            ("Ref 943 476 5918", "Ref 943 476 5918"),
            ("Ref 9434765919", "Ref 9434765919"),
            ("Dear Jane Smith,\nThank you.", "Dear [name],\nThank you."),
            ("Dear Sir or Madam,", "Dear Sir or Madam,"),
            ("Dear Ms O'Neill", "Dear [name]"),
            ("Yours sincerely,\n\nJohn Smith", "Yours sincerely,\n\n[name]"),
            (
                "Kind regards\nInformation Governance Team",
                "Kind regards\nInformation Governance Team",
            ),
            ("We asked Cllr Jones-Brown and Dr. Khan.", "We asked [name] and [name]."),
            ("Mr J. R Smith came. The rest did not.", "[name] came. The rest did not."),
            ("Mr J.P. Smith, and Mrs J. P. Smith", "[name], and [name]"),
            ("Dr Jo P. Smith met Mr S. twice.", "[name] met [name] twice."),
            ("Ms \u00c9milie \u00d3 Briain wrote.", "[name] wrote."),
        ],
    )
    def test_what_is_found(self, text: str, left: str) -> None:
        assert read_for_personal_data(text) == left
        response = redact(said(text)).responses[0]
        assert response.remarks == (read_for_personal_data(text),)
        assert response.answers[0].text == response.reliances[0].reasons == response.remarks[0]

    @pytest.mark.parametrize(
        "text",
        [
            "Section 40(2) by virtue of s.40(3A)(a), and section 24(1), S12, Part 2",
            "The Metropolitan Police and the Prevent programme",
            "On 12 March 2023, 20 working days later; 2022/23; 01/02/2023",
            "Counter-Terrorism and Security Act 2015, section 26",
            "12 to 14 referrals were made; 1,000,000 pounds",
            "FOI 9449636, EA/2023/0001",
        ],
    )
    def test_what_is_left(self, text: str) -> None:
        assert read_for_personal_data(text) == text

    def test_names_that_are_given(self) -> None:
        made = said("Jane Smith wrote; JANE too, and Janet not; smith did.")
        left = redact(made, names=("Jane", "Jane Smith", " ", "Smith")).responses[0].remarks[0]
        assert left == "[name] wrote; [name] too, and Janet not; [name] did."

    def test_names_that_are_given_with_more_space_or_less(self) -> None:
        made = said("Jane Smith; Jane\n  Smith; Jane.")
        left = redact(made, names=(" Jane      ", "Jane Smith")).responses[0].remarks[0]
        assert left == "[name]; [name]; [name]."

    def test_one_name_is_given_in_a_list_too(self) -> None:
        with pytest.raises(InvalidRecordError) as refused:
            redact(said("Jane"), names="Jane")
        assert str(refused.value) == "redact.names cannot be 'Jane': expected a list of names"

    def test_the_longest_of_the_names_wins_whatever_its_capitals(self) -> None:
        made = said("Jane Smith wrote.")
        left = redact(made, names=("jane", "JANE SMITH")).responses[0].remarks[0]
        assert left == "[name] wrote."

    @pytest.mark.parametrize("unit", ["a", "a.", "@", "0 ", "07 ", "Mr ", "Dear ", "\n ", "1 Aa "])
    def test_a_text_without_end(self, unit: str) -> None:
        text = unit * (200_000 // len(unit))
        assert read_for_personal_data(text)


def outline(case: Case) -> set[object]:
    return {
        (finding.code, finding.severity, finding.cites, finding.questions)
        for finding in audit(case)
    }


class TestAnyCase:
    @given(case=cases())
    def test_what_is_wrong_with_it_stays(self, case: Case) -> None:
        redacted = redact(case)
        assert outline(redacted) == outline(case)
        assert redact(redacted) == redacted
        assert [q.key for q in redacted.request.questions] == [
            q.key for q in case.request.questions
        ]
        assert [r.sent for r in redacted.responses] == [r.sent for r in case.responses]
        assert [type(event) for event in redacted.events] == [type(e) for e in case.events]

    @given(
        case=cases(),
        planted=st.sampled_from(
            ["jo.smith@mail.example", "020 7946 0018", "SW1A 1AA", "Mr Smith", "AB123456C"]
        ),
    )
    def test_what_is_planted_is_gone(self, case: Case, planted: str) -> None:
        text = f"so {planted} said"
        more = attrs.evolve(
            case,
            request=attrs.evolve(case.request, preamble=text),
            responses=tuple(attrs.evolve(r, remarks=(text,), advice=text) for r in case.responses),
            events=(*case.events, events.Closed(on=audit_day(), reason=text)),
        )
        assert planted not in json.dumps(json.loads(dumps(redact(more))))

    @pytest.mark.parametrize("name", casebook.names())
    def test_the_casebook(self, name: str) -> None:
        case = casebook.load(name)
        redacted = redact(case)
        assert outline(redacted) == outline(case)
        for one, other in zip(case.responses, redacted.responses, strict=True):
            assert [r.citation for r in one.reliances] == [r.citation for r in other.reliances]
            assert [a.text for a in one.answers] == [a.text for a in other.answers]
            assert [t.factors for t in one.tests] == [t.factors for t in other.tests]


def test_the_treatments_are_all_used() -> None:
    assert {one for fields in FIELDS.values() for one in fields.values()} == set(Treatment)
