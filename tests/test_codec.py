"""Cases in and out of JSON: what is written, what is read, and all that is refused."""

from __future__ import annotations

import copy
import enum
import json
import sys
import types
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_origin
from unittest import mock

import attrs
import pytest
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from hypothesis import assume, given
from hypothesis import strategies as st

from foiprevent import casebook, codec, strategies
from foiprevent.cases import (
    Case,
    Outcome,
    PublicAuthority,
    Question,
    QuestionScope,
    Reliance,
    Request,
    Response,
    ScopeNotStated,
    WholeRequest,
    events,
)
from foiprevent.citations import Citation, Regime, Source, SourceKind
from foiprevent.codec import (
    FORMAT,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_FAULTS,
    _converters,
    _fast,
    _parsing,
    _registering,
    dumps,
    loads,
    to_json,
)
from foiprevent.codec._converters import fast, read, thorough
from foiprevent.codec._faults import faults_in
from foiprevent.codec._reading import register_reading
from foiprevent.deadlines import deadline, working_days
from foiprevent.errors import CodecError, Fault, InvalidRecordError
from foiprevent.exemptions import Likelihood, PrejudiceTest, Weight, exemption
from foiprevent.findings import audit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Json: TypeAlias = Any
"""What comes out of, or goes into, a JSON document: anything."""

DAY = date(2023, 3, 23)
CITATION = "one citation in its canonical form (such as 'FOIA s.24(2)')"
REGIME = "one of 'FOIA', 'EIR', 'FOISA'"


def document() -> dict[str, Any]:
    """Return a document with something of every kind in it."""
    return {
        "format": "foiprevent/1",
        "authority": {"name": "London Borough of Barnet"},
        "request": {
            "received": "2023-03-23",
            "regime": "FOIA",
            "questions": [
                {"key": "1", "label": "1.", "text": "How many?"},
                {"key": "2", "text": "And where?", "depends_on": ["1"]},
            ],
        },
        "responses": [
            {
                "sent": "2023-05-24",
                "answers": [
                    {"question": "1", "outcome": "disclosed", "links": [{"text": "the list"}]},
                    {"question": "2", "outcome": "withheld", "held": "held"},
                ],
                "reliances": [
                    {
                        "cited_as": "section 24(1)",
                        "citation": "FOIA s.24(1)",
                        "by_virtue_of": ["FOIA s.31(1)(a)"],
                        "scope": {"kind": "questions", "keys": ["2"]},
                        "explanation_withheld": True,
                    },
                    {"cited_as": "section 31", "scope": {"kind": "whole request"}},
                    {"cited_as": "section 38", "scope": {"kind": "not stated"}},
                ],
                "tests": [
                    {
                        "provisions": ["FOIA s.24(1)"],
                        "factors": [{"side": "disclosure", "text": "openness", "tags": ["a"]}],
                    }
                ],
                "review_route": {"offered": "offered", "length": 40, "unit": "days"},
                "commissioner": {"right": "stated"},
            }
        ],
        "events": [
            {"kind": "review requested", "on": "2023-06-01"},
            {"kind": "transferred", "on": "2023-06-02", "to": "another council"},
        ],
    }


def steps_of(path: str) -> list[str | int]:
    words = path.replace("[", ".").replace("]", "").split(".")[1:]
    return [int(word) if word.isdigit() else word for word in words]


def with_value(path: str, value: object) -> dict[str, Any]:
    """Return the document with *value* at *path*."""
    changed = document()
    *way, last = steps_of(path)
    inside: Any = changed
    for step in way:
        inside = inside[step]
    inside[last] = value
    return changed


def without(path: str) -> dict[str, Any]:
    """Return the document without what is at *path*."""
    changed = document()
    *way, last = steps_of(path)
    inside: Any = changed
    for step in way:
        inside = inside[step]
    del inside[last]
    return changed


def parts_of_a_case() -> set[Any]:
    """Return every class a case is made of."""
    return {kind for kind in _registering.kinds() if attrs.has(kind)} - {Citation}


def faults(data: object) -> list[str]:
    """Return the faults of a document, which must have some, as texts."""
    if not isinstance(data, (bytes, bytearray, str)):
        data = json.dumps(data)
    with pytest.raises(CodecError) as caught:
        loads(data)
    assert all(type(fault) is Fault for fault in caught.value.faults)
    return [str(fault) for fault in caught.value.faults]


class TestWriting:
    def test_a_document_is_self_describing_and_readable(self) -> None:
        case = Case(
            authority=PublicAuthority(name="Bürger £"),
            request=Request(received=DAY, regime=Regime.FOIA),
            events=(events.ReviewRequested(on=date(2023, 6, 1)),),
        )
        assert dumps(case).decode() == (
            "{\n"
            '  "format": "foiprevent/1",\n'
            '  "authority": {\n'
            '    "name": "B\\u00fcrger \\u00a3"\n'
            "  },\n"
            '  "request": {\n'
            '    "received": "2023-03-23",\n'
            '    "regime": "FOIA",\n'
            '    "reference": null,\n'
            '    "preamble": null,\n'
            '    "questions": []\n'
            "  },\n"
            '  "responses": [],\n'
            '  "events": [\n'
            "    {\n"
            '      "kind": "review requested",\n'
            '      "on": "2023-06-01"\n'
            "    }\n"
            "  ]\n"
            "}"
        )

    @pytest.mark.parametrize(
        ("scope", "written"),
        [
            (QuestionScope(keys=("12", "13")), {"kind": "questions", "keys": ["12", "13"]}),
            (WholeRequest(), {"kind": "whole request"}),
            (ScopeNotStated(), {"kind": "not stated"}),
        ],
        ids=["questions", "whole-request", "not-stated"],
    )
    def test_a_scope_is_told_by_its_kind(self, scope: Json, written: object) -> None:
        reliance = Reliance(cited_as="s.24(2)", citation=Citation.parse("24(2)"), scope=scope)
        case = Case(
            authority=PublicAuthority(name="x"),
            request=Request(),
            responses=(Response(reliances=(reliance,)),),
        )
        found = json.loads(dumps(case))["responses"][0]["reliances"][0]
        assert found["scope"] == written
        assert found["citation"] == "FOIA s.24(2)"
        assert loads(dumps(case)) == case

    @pytest.mark.parametrize(
        ("kind", "event"),
        [
            ("clarification sought", events.ClarificationSought),
            ("clarification received", events.ClarificationReceived),
            ("fees notice given", events.FeesNoticeGiven),
            ("fee paid", events.FeePaid),
            ("extension claimed", events.ExtensionClaimed),
            ("review requested", events.ReviewRequested),
            ("complaint made", events.ComplaintMade),
            ("decision notice served", events.DecisionNoticeServed),
            ("appeal lodged", events.AppealLodged),
            ("appeal decided", events.AppealDecided),
            ("closed", events.Closed),
            ("withdrawn", events.Withdrawn),
            ("transferred", events.Transferred),
        ],
    )
    def test_an_event_is_told_by_its_kind(
        self, kind: str, event: Callable[..., events.Event]
    ) -> None:
        case = Case(
            authority=PublicAuthority(name="x"), request=Request(), events=(event(on=DAY),)
        )
        (found,) = json.loads(dumps(case))["events"]
        assert list(found.items())[:2] == [("kind", kind), ("on", "2023-03-23")]
        assert loads(dumps(case)) == case

    def test_every_kind_of_event_has_its_own_name(self) -> None:
        kinds = {to_json(event(on=DAY))["kind"] for event in events.EVENTS}  # type: ignore[index]
        assert len(kinds) == len(events.EVENTS)

    @pytest.mark.parametrize("value", [None, Request(), "{}", 7])
    def test_only_a_case_is_written(self, value: Json) -> None:
        with pytest.raises(InvalidRecordError) as refused:
            dumps(value)
        assert (refused.value.field, refused.value.value) == ("dumps.case", value)
        assert refused.value.reason == "expected a Case"

    @pytest.mark.parametrize(
        "codes", [[0xD83D], [0xDE00], [0xDE00, 0xD83D], [0xD83D, 0x20, 0xDE00]]
    )
    def test_half_a_surrogate_pair_survives(self, codes: list[int]) -> None:
        text = "".join(map(chr, codes))
        case = Case(authority=PublicAuthority(name=text), request=Request())
        assert loads(dumps(case)).authority.name == text

    def test_two_halves_that_json_would_join_are_refused(self) -> None:
        case = Case(
            authority=PublicAuthority(name="x"), request=Request(preamble="so: \ud83d\ude00")
        )
        with pytest.raises(InvalidRecordError) as refused:
            dumps(case)
        assert (refused.value.field, refused.value.value) == ("text", "so: \ud83d\ude00")
        assert refused.value.reason == (
            "JSON has no way to write a high surrogate directly before a low one; expected the "
            "character the two stand for"
        )
        whole = attrs.evolve(case, request=Request(preamble="so: \N{GRINNING FACE}"))
        assert loads(dumps(whole)) == whole

    def test_what_would_be_too_long_to_read_is_not_written(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        case = Case(authority=PublicAuthority(name="x" * 1000), request=Request())
        length = len(dumps(case))
        monkeypatch.setattr(codec, "MAX_BYTES", length)
        assert loads(dumps(case)) == case
        monkeypatch.setattr(codec, "MAX_BYTES", length - 1)
        with pytest.raises(InvalidRecordError) as refused:
            dumps(case)
        assert (refused.value.field, refused.value.value) == ("dumps.case", f"{length} bytes")
        assert refused.value.reason == f"expected at most {length - 1}, as loads reads"


class TestReading:
    def test_a_document_with_something_of_every_kind(self) -> None:
        case = loads(json.dumps(document()))
        (response,) = case.responses
        assert case.request.received == DAY
        assert case.request.regime is Regime.FOIA
        assert case.request.questions[1].depends_on == ("1",)
        assert response.answers[1].outcome is Outcome.WITHHELD
        assert response.reliances[0].citation == Citation.parse("24(1)")
        assert [type(reliance.scope) for reliance in response.reliances] == [
            QuestionScope,
            WholeRequest,
            ScopeNotStated,
        ]
        assert response.review_route is not None
        assert response.review_route.length == 40
        assert case.events == (
            events.ReviewRequested(on=date(2023, 6, 1)),
            events.Transferred(on=date(2023, 6, 2), to="another council"),
        )
        assert loads(dumps(case)) == case

    def test_what_has_a_default_may_be_left_out(self) -> None:
        found = loads(b'{"format": "foiprevent/1", "authority": {"name": "x"}, "request": {}}')
        assert found == Case(authority=PublicAuthority(name="x"), request=Request())

    def test_what_a_test_of_harm_or_of_public_interest_says_may_be_left_out(self) -> None:
        (response,) = loads(json.dumps(document())).responses
        assert response.prejudice_tests == ()
        (test,) = response.tests
        assert (test.decided_by, test.decided_on) == (None, None)
        assert (test.factors[0].weight, test.factors[0].source) == (None, None)

    def test_how_a_test_of_harm_or_of_public_interest_is_written(self) -> None:
        found = document()
        harm = {"provisions": ["FOIA s.31(1)(a)"], "harm": "burglaries", "likelihood": "would"}
        found["responses"][0]["prejudice_tests"] = [harm]
        test = found["responses"][0]["tests"][0]
        test |= {"decided_by": "Head of Legal Services", "decided_on": "2023-05-24"}
        test["factors"][0] |= {"weight": "some weight", "source": "the requester"}
        case = loads(json.dumps(found))
        (response,) = case.responses
        assert response.prejudice_tests == (
            PrejudiceTest(
                provisions=(Citation.parse("31(1)(a)"),),
                harm="burglaries",
                likelihood=Likelihood.WOULD,
            ),
        )
        assert response.tests[0].decided_on == date(2023, 5, 24)
        assert response.tests[0].factors[0].weight is Weight.SOME
        written = json.loads(dumps(case))["responses"][0]
        assert harm.items() <= written["prejudice_tests"][0].items()
        assert test["factors"][0].items() <= written["tests"][0]["factors"][0].items()

    def test_the_order_of_keys_does_not_matter(self) -> None:
        def turned(value: Json) -> Json:
            if isinstance(value, dict):
                return {key: turned(value[key]) for key in reversed(value)}
            return [*map(turned, value)] if isinstance(value, list) else value

        assert loads(json.dumps(turned(document()))) == loads(json.dumps(document()))

    def test_bytes_bytearrays_and_texts_are_read_alike(self) -> None:
        text = json.dumps(document(), ensure_ascii=False)
        assert loads(text) == loads(text.encode()) == loads(bytearray(text.encode()))

    def test_characters_may_stand_for_themselves(self) -> None:
        changed = with_value("$.authority.name", "Bürger \N{GRINNING FACE}")
        data = json.dumps(changed, ensure_ascii=False)
        assert loads(data).authority.name == "Bürger \N{GRINNING FACE}"

    @pytest.mark.parametrize("name", casebook.names())
    def test_the_casebook(self, name: str) -> None:
        case = casebook.load(name)
        assert loads(dumps(case)) == case

    @given(case=strategies.cases() | strategies.lawful_cases())
    def test_what_has_no_fault_is_read_once(self, case: Case) -> None:
        with mock.patch.object(codec, "thorough", side_effect=AssertionError):
            assert loads(dumps(case)) == case
            assert read(json.loads(json.dumps(to_json(case))), Case) == case

    def test_every_field_is_checked_by_its_class(self) -> None:
        """Reading what has no fault leaves it to them."""
        for kind in parts_of_a_case():
            for field in attrs.fields(kind):
                assert field.validator is not None, field


class TestAsAWhole:
    """A document that is no JSON object in the known format is refused for that alone."""

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "not JSON: Expecting value at line 1, column 1"),
            (b"{", "not JSON: Expecting property name enclosed in double quotes at line 1, col"),
            (b'{"format": "foiprevent/1"} x', "not JSON: Extra data at line 1, column 28"),
            (b"{'format': 1}", "not JSON: Expecting property name enclosed in double quotes at"),
            (b'{"a": 1,\n "b": }', "not JSON: Expecting value at line 2, column 7"),
            (b'{"a": "\n"}', "not JSON: Invalid control character at at line 1, column 8"),
            (b"{}\xff", "not UTF-8: invalid start byte at byte 2"),
            (b'"\xed\xa0\x80"', "not UTF-8: invalid continuation byte at byte 1"),
            ("{}".encode("utf-16"), "not UTF-8: invalid start byte at byte 0"),
            ("{}".encode("utf-16-le"), "not JSON: Expecting property name enclosed in double "),
            (b"\xef\xbb\xbf{}", "expected JSON, found a byte order mark before it"),
            ("\N{ZERO WIDTH NO-BREAK SPACE}{}", "expected JSON, found a byte order mark before"),
            ('{"a": "\ud800"}', "not Unicode: half a surrogate pair at 7"),
            (b"[" * 100_000, "lists and objects are nested more than 64 deep"),
            (b'{"a":' * 100_000, "lists and objects are nested more than 64 deep"),
            (b"[]", "expected an object, found an empty list"),
            (b"[{}]", "expected an object, found a list"),
            (b"null", "expected an object, found null"),
            (b"true", "expected an object, found true"),
            (b"-0", "expected an object, found the number 0"),
            (b"1e400", "expected an object, found the number 1e400"),
            (b"-Infinity", "expected an object, found the number -Infinity"),
            (b'"{}"', "expected an object, found the text '{}'"),
        ],
        ids=repr,
    )
    def test_what_is_no_object(self, data: bytes | str, message: str) -> None:
        (fault,) = faults(data)
        assert fault.startswith(f"$: {message}")

    @pytest.mark.parametrize("data", [None, 7, {}, memoryview(b"{}"), Path("case.json")])
    def test_what_is_neither_bytes_nor_text(self, data: Json) -> None:
        with pytest.raises(CodecError) as caught:
            loads(data)
        assert str(caught.value) == (
            "not a case: 1 fault; $: expected bytes or a text, found an object of "
            f"{type(data).__name__}"
        )

    @pytest.mark.parametrize("data", [b" ", bytearray(b" "), " "])
    def test_what_is_too_large(self, data: bytes | str) -> None:
        assert faults(data * (MAX_BYTES + 1)) == [
            f"$: too large: {MAX_BYTES + 1} bytes, and at most {MAX_BYTES} are read"
        ]

    def test_the_size_of_a_text_is_that_of_its_bytes(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(_parsing, "MAX_BYTES", 3)
        assert faults('"£"') == ["$: too large: 4 bytes, and at most 3 are read"]
        assert faults(b"[] ") == ["$: expected an object, found an empty list"]

    @pytest.mark.parametrize("version", ["foiprevent/2", "foiprevent/1.0", "Foiprevent/1", ""])
    def test_another_version_is_refused_for_that_alone(self, version: str) -> None:
        changed = {**with_value("$.format", version), "colour": "red"}
        (fault,) = faults(changed)
        assert fault == (
            "$.format: expected 'foiprevent/1', which this version reads, found the text "
            f"{version!r}"
        )

    def test_a_missing_version_is_reported_with_the_rest(self) -> None:
        assert faults({"authority": {}}) == [
            "$: lacks 'format', which is required: this version reads 'foiprevent/1'",
            "$: lacks 'request', which is required",
            "$.authority: lacks 'name', which is required",
        ]

    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ("1", "the number 1"),
            ("null", "null"),
            ("NaN", "the number NaN"),
            ('["foiprevent/1"]', "a list"),
        ],
    )
    def test_a_version_of_another_kind(self, written: str, found: str) -> None:
        data = json.dumps(document()).replace('"foiprevent/1"', written)
        assert faults(data) == [
            f"$.format: expected 'foiprevent/1', which this version reads, found {found}"
        ]

    def test_the_format_is_the_one_written(self) -> None:
        assert FORMAT == "foiprevent/1"
        assert dumps(casebook.load("coventry-referrals")).startswith(
            b'{\n  "format": "foiprevent/1",\n'
        )


class TestNothingIsCoerced:
    """Each value has one form; another is refused, saying what was expected and found."""

    @pytest.mark.parametrize(
        ("path", "value", "message"),
        [
            # texts
            ("$.authority.name", 7, "expected a text, found the number 7"),
            ("$.authority.name", None, "expected a text, found null"),
            ("$.authority.name", ["x"], "expected a text, found a list"),
            ("$.request.questions[0].text", False, "expected a text, found false"),
            ("$.request.questions[0].label", 1, "expected a text or null, found the number 1"),
            ("$.request.questions[1].depends_on[0]", 1, "expected a text, found the number 1"),
            # whole numbers
            (
                "$.responses[0].review_route.length",
                "7",
                "expected a whole number or null, found the text '7'",
            ),
            (
                "$.responses[0].review_route.length",
                True,
                "expected a whole number or null, found true",
            ),
            (
                "$.responses[0].review_route.length",
                7.0,
                "expected a whole number or null, found the number 7.0",
            ),
            (
                "$.responses[0].review_route.answered_within",
                float("nan"),
                "expected a whole number or null, found the number NaN",
            ),
            (
                "$.responses[0].review_route.answered_within",
                float("inf"),
                "expected a whole number or null, found the number Infinity",
            ),
            # booleans
            (
                "$.responses[0].reliances[0].explanation_withheld",
                1,
                "expected true or false, found the number 1",
            ),
            (
                "$.responses[0].reliances[0].explanation_withheld",
                "true",
                "expected true or false, found the text 'true'",
            ),
            # days
            (
                "$.request.received",
                20230517,
                "expected a day written as YYYY-MM-DD or null, found the number 20230517",
            ),
            ("$.events[0].on", None, "expected a day written as YYYY-MM-DD, found null"),
            *(
                (
                    "$.events[0].on",
                    text,
                    f"expected a day written as YYYY-MM-DD, found the text {text!r}",
                )
                for text in (
                    "20230517",
                    "2023-05-17T00:00:00",
                    "2023-05-17 ",
                    "2023-05-17\n",
                    "2023-5-17",
                    "2023-W20-3",
                    "23-05-17",
                    "+2023-05-17",
                    "17/05/2023",
                    "\uff12023-05-17",
                    "",
                )
            ),
            (
                "$.events[0].on",
                "2023-02-29",
                "expected a day written as YYYY-MM-DD, found the text '2023-02-29': no such day",
            ),
            (
                "$.request.received",
                "0000-01-01",
                (
                    "expected a day written as YYYY-MM-DD or null, found the text '0000-01-01': "
                    "no such day"
                ),
            ),
            # enumerations
            ("$.request.regime", "foia", f"expected {REGIME} or null, found the text 'foia'"),
            ("$.request.regime", "Regime.FOIA", f"expected {REGIME} or null, found the text "),
            ("$.request.regime", {}, f"expected {REGIME} or null, found an object"),
            (
                "$.responses[0].commissioner.right",
                "STATED",
                "expected one of 'stated', 'not mentioned', found the text 'STATED'",
            ),
            (
                "$.responses[0].answers[0].held",
                None,
                (
                    "expected one of 'held', 'partly held', 'not held', "
                    "'neither confirmed nor denied', 'not stated', found null"
                ),
            ),
            # citations
            (
                "$.responses[0].reliances[2].citation",
                "s24(2)",
                (
                    f"expected {CITATION} or null, found the text 's24(2)': "
                    "its canonical form is 'FOIA s.24(2)'"
                ),
            ),
            (
                "$.responses[0].reliances[0].by_virtue_of[0]",
                "FOIA s.24(2) ",
                (
                    f"expected {CITATION}, found the text 'FOIA s.24(2) ': "
                    "its canonical form is 'FOIA s.24(2)'"
                ),
            ),
            (
                "$.responses[0].tests[0].names",
                "section 24(1) and (2)",
                (
                    f"expected {CITATION} or null, found the text 'section 24(1) and (2)': "
                    "at position 13, expected the end: one provision, no list or range"
                ),
            ),
            (
                "$.responses[0].reliances[1].citation",
                24,
                f"expected {CITATION} or null, found the number 24",
            ),
            # lists and objects
            ("$.responses", None, "expected a list, found null"),
            ("$.responses", {}, "expected a list, found an object"),
            ("$.responses[0].remarks", "a remark", "expected a list, found the text 'a remark'"),
            ("$.responses[0]", [], "expected an object, found an empty list"),
            ("$.responses[0].review_route", "x", "expected an object or null, found the text 'x'"),
            ("$.authority", "Barnet", "expected an object, found the text 'Barnet'"),
            ("$.request", None, "expected an object, found null"),
            ("$.responses[0].reliances[0].scope", None, "expected an object, found null"),
            (
                "$.responses[0].reliances[0].scope",
                "whole request",
                "expected an object, found the text 'whole request'",
            ),
            ("$.events[1]", "withdrawn", "expected an object, found the text 'withdrawn'"),
            # the kinds of a closed sum
            (
                "$.responses[0].reliances[0].scope.kind",
                "question",
                (
                    "expected one of 'questions', 'whole request', 'not stated', "
                    "found the text 'question'"
                ),
            ),
            (
                "$.responses[0].reliances[0].scope.kind",
                ["questions"],
                "expected one of 'questions', 'whole request', 'not stated', found a list",
            ),
            (
                "$.events[0].kind",
                "ReviewRequested",
                (
                    "expected one of 'clarification sought', 'clarification received', "
                    "'fees notice given', 'fee paid', 'extension claimed', 'review requested', "
                    "'complaint made', 'decision notice served', 'appeal lodged', "
                    "'appeal decided', 'withdrawn', 'transferred', 'closed', "
                    "found the text 'ReviewRequested'"
                ),
            ),
            # what the classes themselves refuse
            ("$.authority.name", "", "must not be empty; found the text ''"),
            ("$.responses[0].tests[0].provisions", [], "must not be empty; found an empty list"),
            (
                "$.responses[0].tests[0].factors[0].weight",
                "much",
                (
                    "expected one of 'no weight', 'little weight', 'some weight', "
                    "'considerable weight', 'great weight' or null, found the text 'much'"
                ),
            ),
            (
                "$.responses[0].reliances[0].scope.keys",
                [],
                "must not be empty; found an empty list",
            ),
            (
                "$.responses[0].review_route.length",
                0,
                "expected 1 to 1000; found the number 0",
            ),
            (
                "$.responses[0].review_route.answered_within",
                1001,
                "expected 1 to 1000; found the number 1001",
            ),
        ],
    )
    def test_one_value(self, path: str, value: object, message: str) -> None:
        (fault,) = faults(with_value(path, value))
        assert fault.startswith(f"{path}: {message}")
        assert fault.endswith(message) or message.endswith("text ")

    def test_a_key_used_twice_is_reported_at_the_questions(self) -> None:
        changed = with_value("$.request.questions[1].key", "1")
        assert faults(changed) == [
            "$.request.questions: each question needs a key of its own; found the text '1'"
        ]

    @pytest.mark.parametrize("written", ["9" * 641, "-" + "9" * 100_000])
    def test_a_number_too_long_to_be_one(self, written: str) -> None:
        data = json.dumps(document()).replace('"length": 40', f'"length": {written}')
        (fault,) = faults(data)
        assert fault.startswith(
            "$.responses[0].review_route.length: expected a whole number or null, found the "
            f"number {written[:100]}"
        )
        assert len(fault) < 300

    def test_a_long_number_is_out_of_range(self) -> None:
        data = json.dumps(document()).replace('"length": 40', f'"length": {"9" * 640}')
        (fault,) = faults(data)
        assert "expected 1 to 1000; found the number 999" in fault
        assert len(fault) < 300

    def test_long_values_are_shortened(self) -> None:
        (fault,) = faults(with_value("$.request.regime", "x" * 100_000))
        assert fault.endswith(f"found the text '{'x' * 60}'... (100000 characters)")


class TestKeys:
    @pytest.mark.parametrize(
        ("path", "where", "key"),
        [
            ("$.authority", "$", "authority"),
            ("$.request", "$", "request"),
            ("$.authority.name", "$.authority", "name"),
            ("$.request.questions[1].key", "$.request.questions[1]", "key"),
            ("$.request.questions[0].text", "$.request.questions[0]", "text"),
            ("$.responses[0].answers[1].question", "$.responses[0].answers[1]", "question"),
            ("$.responses[0].answers[0].outcome", "$.responses[0].answers[0]", "outcome"),
            ("$.responses[0].reliances[2].cited_as", "$.responses[0].reliances[2]", "cited_as"),
            (
                "$.responses[0].reliances[0].scope.keys",
                "$.responses[0].reliances[0].scope",
                "keys",
            ),
            (
                "$.responses[0].reliances[1].scope.kind",
                "$.responses[0].reliances[1].scope",
                "kind",
            ),
            ("$.responses[0].tests[0].provisions", "$.responses[0].tests[0]", "provisions"),
            ("$.responses[0].review_route.offered", "$.responses[0].review_route", "offered"),
            ("$.responses[0].commissioner.right", "$.responses[0].commissioner", "right"),
            ("$.events[0].on", "$.events[0]", "on"),
            ("$.events[1].kind", "$.events[1]", "kind"),
        ],
    )
    def test_a_missing_key(self, path: str, where: str, key: str) -> None:
        assert faults(without(path)) == [f"{where}: lacks {key!r}, which is required"]

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("$.colour", "one of 'authority', 'request', 'responses', 'events'"),
            ("$.kind", "one of 'authority', 'request', 'responses', 'events'"),
            ("$.authority.format", "one of 'name'"),
            (
                "$.request.questions[1].Text",
                "one of 'key', 'label', 'text', 'depends_on'",
            ),
            ("$.responses[0].answers[0].links[0].url", "one of 'text', 'uri'"),
            ("$.responses[0].reliances[0].scope.key", "one of 'kind', 'keys'"),
            ("$.responses[0].reliances[1].scope.keys", "one of 'kind'"),
            ("$.events[0].reference", "one of 'kind', 'on'"),
            ("$.events[1].off", "one of 'kind', 'on', 'to'"),
        ],
    )
    def test_an_unknown_key(self, path: str, expected: str) -> None:
        assert faults(with_value(path, {"deep": [1]})) == [
            f"{path}: no such key: expected {expected}"
        ]

    @pytest.mark.parametrize(
        ("key", "step"),
        [
            ("_private", "._private"),
            ("", "['']"),
            ("two words", "['two words']"),
            ("it's", '["it\'s"]'),
            ("näme", "['näme']"),
            ("7", "['7']"),
            ("\ud800\x00\N{RIGHT-TO-LEFT OVERRIDE}", "['\\ud800\\x00\\u202e']"),
            ("x" * 1000, f"['{'x' * 60}'... (1000 characters)]"),
        ],
        ids=["private", "empty", "space", "quote", "accent", "digit", "unprintable", "long"],
    )
    def test_the_path_of_any_key(self, key: str, step: str) -> None:
        changed = document()
        changed["authority"][key] = 1
        assert faults(changed) == [f"$.authority{step}: no such key: expected one of 'name'"]

    @pytest.mark.parametrize(
        ("written", "repeated", "expected"),
        [
            (
                '{"name": "Barnet"}',
                '{"name": "Camden", "name": "Barnet"}',
                ["$.authority.name: this key is given 2 times, expected once"],
            ),
            (
                '{"name": "Barnet"}',
                '{"name": "Barnet", "name": "Barnet", "name": 7}',
                [
                    "$.authority.name: this key is given 3 times, expected once",
                    "$.authority.name: expected a text, found the number 7",
                ],
            ),
            (
                '"request": {}',
                '"request": {"a b": {"x": 1, "x": 1}, "a b": {"y": [0, {"z": 1, "z": 1}]}}',
                [
                    "$.request['a b']: this key is given 2 times, expected once",
                    (
                        "$.request['a b']: no such key: expected one of 'received', 'regime', "
                        "'reference', 'preamble', 'questions'"
                    ),
                    "$.request['a b'].y[1].z: this key is given 2 times, expected once",
                ],
            ),
            (
                '"request": {}',
                '"request": {}, "format": "foiprevent/1"',
                ["$.format: this key is given 2 times, expected once"],
            ),
        ],
        ids=["other-value", "three", "nested", "format"],
    )
    def test_a_key_given_again(self, written: str, repeated: str, expected: list[str]) -> None:
        data = '{"format": "foiprevent/1", "authority": {"name": "Barnet"}, "request": {}}'
        loads(data)
        assert written in data
        assert faults(data.replace(written, repeated)) == expected

    @pytest.mark.parametrize("opens", ["[", '{"a":'])
    def test_how_deep_is_too_deep(self, opens: str) -> None:
        shuts = "]" if opens == "[" else "}"

        def nested(levels: int) -> str:
            deep = opens * (levels - 1) + "0" + shuts * (levels - 1)
            return f'{{"x": {deep}}}'

        too_deep = ["$: lists and objects are nested more than 64 deep"]
        assert faults(nested(MAX_DEPTH)) != too_deep
        assert faults(nested(MAX_DEPTH + 1)) == too_deep
        assert faults(opens * 2_000_000) == too_deep

    def test_brackets_in_a_text_are_no_levels(self) -> None:
        text = '["' * 30 + "{" * 100 + '\\"]'
        case = Case(authority=PublicAuthority(name=text), request=Request())
        assert loads(dumps(case)) == case

    def test_brackets_in_texts_do_not_hide_levels(self) -> None:
        deep = '["]",' * 100_000 + "0" + ',"["]' * 100_000
        for text in (deep, deep.replace('"]"', r'"\\\"]"'), deep.replace('"]"', r'"]\\"')):
            assert faults(text) == ["$: lists and objects are nested more than 64 deep"]

    @pytest.mark.parametrize("limit", [200, 5000])
    def test_the_depth_does_not_hang_on_the_interpreter(self, limit: int) -> None:
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(before + limit)
        try:
            assert "64 deep" in faults("[" * 1_000_000)[0]
        finally:
            sys.setrecursionlimit(before)

    def test_a_key_given_again_deep_down(self) -> None:
        data = json.dumps(document())[:-1]
        deep = '{"x": ' * 60 + '{"y": 0, "y": 1}' + "}" * 60
        assert faults(f'{data}, "deep": {deep}}}') == [
            "$.deep: no such key: expected one of 'authority', 'request', 'responses', 'events'",
            f"$.deep{'.x' * 60}.y: this key is given 2 times, expected once",
        ]


class TestAllFaultsAtOnce:
    def test_in_the_order_of_the_document(self) -> None:
        data = """{
            "events": [{"on": "soon", "kind": "fee paid"}, {"kind": "fee", "on": 7}],
            "responses": [
                {
                    "tests": [{"provisions": []}],
                    "reliances": [
                        {"scope": {"kind": "questions", "keys": [1, "2", null]}, "cited_as": ""},
                        {"cited_as": "s.24(2)", "citation": "24(2)"},
                        {"cited_as": "s.99(", "citation": "s.99("}
                    ],
                    "holds": "yes"
                },
                3,
                {"sent": 20230524, "remarks": [""], "review_route": {"length": 0}}
            ],
            "request": {"questions": [{"key": "", "label": 1}, {"key": "1", "text": "a"}]},
            "name": "x",
            "format": 1
        }"""
        assert [fault.partition(": ")[0] for fault in faults(data)] == [
            "$",  # lacks "authority"
            "$.events[0].on",
            "$.events[1].kind",
            "$.responses[0].tests[0].provisions",
            "$.responses[0].reliances[0].scope.keys[0]",
            "$.responses[0].reliances[0].scope.keys[2]",
            "$.responses[0].reliances[0].cited_as",
            "$.responses[0].reliances[1].citation",
            "$.responses[0].reliances[2].citation",
            "$.responses[0].holds",
            "$.responses[1]",
            "$.responses[2].sent",
            "$.responses[2].review_route",  # lacks "offered"
            "$.request.questions[0]",  # lacks "text"
            "$.request.questions[0].key",
            "$.request.questions[0].label",
            "$.name",
            "$.format",
        ]

    def test_the_message_of_the_error_holds_them_all(self) -> None:
        with pytest.raises(CodecError) as caught:
            loads('{"format": "foiprevent/1", "authority": {"name": 7}, "request": []}')
        assert str(caught.value) == (
            "not a case: 2 faults; "
            "$.authority.name: expected a text, found the number 7; "
            "$.request: expected an object, found an empty list"
        )

    def test_a_rule_between_fields_is_checked_beside_the_faults_of_others(self) -> None:
        changed = with_value("$.request.received", "23 March 2023")
        changed["request"]["questions"][1]["key"] = "1"
        changed["request"]["colour"] = "red"
        assert [fault.partition(": ")[0] for fault in faults(changed)] == [
            "$.request.received",
            "$.request.questions",
            "$.request.colour",
        ]

    def test_every_field_a_class_refuses(self) -> None:
        changed = with_value("$.responses[0].review_route.length", 1001)
        changed["responses"][0]["review_route"]["answered_within"] = 0
        assert faults(changed) == [
            "$.responses[0].review_route.length: expected 1 to 1000; found the number 1001",
            "$.responses[0].review_route.answered_within: expected 1 to 1000; found the number 0",
        ]

    def test_an_empty_text_is_refused_beside_what_is_missing(self) -> None:
        changed = with_value("$.responses[0].answers", [{"question": "", "held": "held"}])
        assert faults(changed) == [
            "$.responses[0].answers[0]: lacks 'outcome', which is required",
            "$.responses[0].answers[0].question: must not be empty; found the text ''",
        ]

    @pytest.mark.parametrize("count", [MAX_FAULTS - 1, MAX_FAULTS])
    def test_many(self, count: int) -> None:
        found = faults(with_value("$.responses[0].remarks", [0] * count))
        assert found == [
            f"$.responses[0].remarks[{index}]: expected a text, found the number 0"
            for index in range(count)
        ]

    @pytest.mark.parametrize(
        "data",
        [
            json.dumps(with_value("$.responses[0].remarks", [0] * 10_000)),
            json.dumps(with_value("$.responses", [{"answers": [{}, {}], "links": [0]}] * 2000)),
            json.dumps(document() | {f"key {index}": index for index in range(2000)}),
            json.dumps(document())[:-1]
            + f', "x": [{", ".join(["{}"] * 2000)}]}}'.replace("{}", '{"y": 1, "y": 2}'),
        ],
        ids=["one-list", "nested-lists", "unknown-keys", "repeated-keys"],
    )
    def test_more_than_are_reported(self, data: str) -> None:
        found = faults(data)
        assert len(found) == MAX_FAULTS + 1
        assert found[-1] == "$: more than 1000 faults: the rest is left out"


@attrs.frozen(kw_only=True)
class Odd:
    """A class whose constructor names the field of another."""

    field: int = 0
    plain: Any = attrs.field(default="")

    def __attrs_post_init__(self) -> None:
        if self.field:
            raise InvalidRecordError("Elsewhere.field", self.field, "not here")


class TestConverter:
    def test_it_is_made_once(self) -> None:
        assert thorough() is thorough()
        assert fast() is fast()
        assert fast().structure("x", str) == "x"

    def test_another_converter_can_learn_to_read(self) -> None:
        converter = Converter(forbid_extra_keys=True)
        register_reading(converter)
        assert converter.structure({"key": "1", "text": "a"}, Question) == Question(
            key="1", text="a"
        )
        assert converter.structure("FOIA s.24(2)", Citation) == Citation.parse("24(2)")

    def test_an_error_that_names_no_field_of_the_object_stands_for_the_whole(self) -> None:
        converter = Converter()
        register_reading(converter)
        assert converter.structure({"plain": "x"}, Odd) == Odd(plain="x")
        with pytest.raises(ClassValidationError) as caught:
            converter.structure({"field": 7}, Odd)
        assert [*faults_in(caught.value)] == [((), "not here; found the number 7")]

    def test_unknown_keys_are_told_in_one_order(self) -> None:
        keys = [f"key {index}" for index in range(10, 50)]
        error = ForbiddenExtraKeysError(None, Question, set(keys))
        assert [steps for steps, _ in faults_in(error)] == [(key,) for key in keys]


class Number(enum.IntEnum):
    ONE = 1


class Word(str, enum.Enum):  # noqa: UP042 - the older way to write one
    YES = "yes"


class TestAnyResult:
    def test_a_deadline(self) -> None:
        found: Any = to_json(deadline(DAY))
        assert found["due"] == "2023-04-24"
        assert found["rule"] == "response"
        assert found["cites"] == ["FOIA s.10(1)", "FOIA s.10(6)"]
        assert found["projected"] is False
        assert found["limit"]["length"] == 20
        assert found["law_as_at"] == {
            "day": "2023-03-23",
            "basis": "the day the request was received",
        }
        good_friday = found["skipped"][4]
        assert good_friday["reason"] == "bank holiday"
        assert good_friday["parts"] == ["england-and-wales", "scotland", "northern-ireland"]
        assert good_friday["holiday"]["name"] == "Good Friday"
        assert good_friday["holiday"]["observances"][1]["basis"] == "schedule"

    def test_a_source_beside_a_citation(self) -> None:
        source = Source(kind=SourceKind.GUIDANCE, text="guidance", uri=None)
        assert to_json((Citation.parse("EIR reg.12(5)(b)"), source)) == [
            "EIR reg.12(5)(b)",
            {"kind": "guidance", "text": "guidance", "uri": None, "confidence": "verified"},
        ]

    def test_an_exemption(self) -> None:
        found: Any = to_json(exemption("24"))
        assert found["citation"] == "FOIA s.24"
        assert [limb["citation"] for limb in found["limbs"]] == ["FOIA s.24(1)", "FOIA s.24(2)"]
        first = found["limbs"][0]
        assert (first["duty"], first["status"]) == ("communicate", "qualified")
        assert first["needs_public_interest_test"] is True
        assert first["uri"] == "https://www.legislation.gov.uk/id/ukpga/2000/36/section/24/1"
        assert set(first["in_force"][0]) == {"start", "end", "note", "trigger"}

    @pytest.mark.parametrize("name", casebook.names())
    def test_a_timetable_and_an_audit(self, name: str) -> None:
        case = casebook.load(name)
        timetable: Any = to_json(case.timetable())
        assert timetable["on"] is None
        assert [entry["deadline"]["due"] for entry in timetable["entries"]] == [
            entry.deadline.due.isoformat() for entry in case.timetable().entries
        ]
        assert [item["what"] for item in timetable["undetermined"]] == [
            item.what for item in case.timetable().undetermined
        ]
        result = audit(case)
        found: Any = to_json(result)
        assert [finding["code"] for finding in found["findings"]] == [
            finding.code.value for finding in result.findings
        ]
        assert found["codes"] == sorted(code.value for code in result.codes)
        assert found["has_breach"] is result.has_breach
        assert json.loads(json.dumps(found)) == found

    def test_a_case_has_its_fields_alone(self) -> None:
        case = casebook.load("barnet-data-sharing")
        assert {"format": FORMAT, **to_json(case)} == json.loads(dumps(case))  # type: ignore[dict-item]

    def test_a_calendar_keeps_its_tables_to_itself(self) -> None:
        found: Any = to_json(working_days(Regime.FOISA))
        assert found["regime"] == "FOISA"
        assert found["known_from"] == working_days(Regime.FOISA).known_from.isoformat()
        assert not [name for name in found if name.startswith("_")]

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, None),
            (True, True),
            (7, 7),
            ("x", "x"),
            (DAY, "2023-03-23"),
            (Number.ONE, 1),
            (Word.YES, "yes"),
            ((), []),
            ([1, (2, [None])], [1, [2, [None]]]),
            (frozenset({"b", "a"}), ["a", "b"]),
            (frozenset({Regime.FOISA, Regime.EIR}), ["EIR", "FOISA"]),
            ({Regime.FOIA: (DAY,)}, {"FOIA": ["2023-03-23"]}),
            (Fault("$", "x"), ["$", "x"]),
        ],
        ids=repr,
    )
    def test_a_plain_value(self, value: object, expected: object) -> None:
        found = to_json(value)
        assert found == expected
        assert type(found) is type(expected)

    @pytest.mark.parametrize(
        "value",
        [1.5, b"x", object(), {1, 2}, 1j, types.SimpleNamespace(), attrs, datetime(2023, 3, 23)],
        ids=repr,
    )
    @pytest.mark.parametrize("within", [False, True])
    def test_what_is_no_result(self, value: object, *, within: bool) -> None:
        with pytest.raises(InvalidRecordError) as caught:
            to_json([value] if within else value)
        assert (caught.value.field, caught.value.value) == ("to_json.value", value)
        assert caught.value.reason == "expected a result of this library"


# Any case that can be made.

TEXTS = st.text(st.characters() | st.characters(categories=["Cs"]) | st.sampled_from("\x00\u202e"))


def pairless(text: str) -> bool:
    """Return whether JSON can hold *text*: see ``dumps``."""
    high, low = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
    return not any(a in high and b in low for a, b in pairwise(map(ord, text)))


PLAIN = {
    str: TEXTS.filter(pairless),
    int: st.integers(1, 1000),
    bool: st.booleans(),
    type(None): st.none(),
    date: st.dates(),
    Citation: strategies.citations(),
}


def any_of(kind: Json) -> st.SearchStrategy[Any]:
    """Build any value of a type of a field of a case."""
    if kind in PLAIN:
        return PLAIN[kind]
    origin: object = get_origin(kind)
    if origin is tuple:
        return st.lists(any_of(get_args(kind)[0]), max_size=3).map(tuple)
    if origin is types.UnionType:
        return st.one_of(*map(any_of, get_args(kind)))
    if attrs.has(kind):
        return built(kind)
    return st.sampled_from(kind)


def built(cls: Json) -> st.SearchStrategy[Any]:
    """Build any instance of a class of the model, or leave out what has a default."""
    attrs.resolve_types(cls)
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for field in attrs.fields(cls):
        values = any_of(field.type)
        if "not_empty" in repr(field.validator):
            values = values.filter(bool)
        if cls is Request and field.name == "questions":
            values = st.lists(any_of(Question), max_size=3, unique_by=key_of).map(tuple)
        (required if field.default is attrs.NOTHING else optional)[field.name] = values
    return st.fixed_dictionaries(required, optional=optional).map(lambda given: cls(**given))


def key_of(question: Question) -> str:
    return question.key


EXOTIC_CASES = built(Case)
ANY_CASE = strategies.cases() | EXOTIC_CASES


class TestRoundTrip:
    """What is written is read back, whatever the case."""

    @given(case=ANY_CASE)
    def test_a_case_comes_back_equal(self, case: Case) -> None:
        data = dumps(case)
        assert loads(data) == case
        assert loads(data.decode()) == case

    @given(case=ANY_CASE)
    def test_a_case_is_written_in_one_way(self, case: Case) -> None:
        data = dumps(case)
        assert dumps(copy.deepcopy(case)) == data
        assert dumps(loads(data)) == data
        assert data.isascii()

    @given(case=ANY_CASE)
    def test_a_document_of_a_case_holds_its_fields_and_no_more(self, case: Case) -> None:
        def agree(found: Json, value: Json) -> None:
            if attrs.has(type(value)) and not isinstance(value, Citation):
                names = [field.name for field in attrs.fields(type(value))]
                tagged = not hasattr(value, "kind") and "kind" in found
                assert [*found] == (["kind", *names] if tagged else names)
                for name in names:
                    agree(found[name], getattr(value, name))
            elif isinstance(value, tuple):
                assert len(found) == len(value)
                for inside, member in zip(found, value, strict=True):
                    agree(inside, member)
            elif isinstance(value, enum.Enum):
                assert found == value.value
            elif isinstance(value, (date, Citation)):
                assert found == str(value)
            else:
                assert found == value
                assert type(found) is type(value)

        found = json.loads(dumps(case))
        assert next(iter(found.items())) == ("format", FORMAT)
        del found["format"]
        agree(found, case)

    @given(case=strategies.lawful_cases())
    def test_results_are_plain_objects(self, case: Case) -> None:
        for result in (case.timetable(on=DAY), audit(case, on=DAY)):
            found = to_json(result)
            assert json.loads(json.dumps(found)) == found


# Documents gone wrong.

JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["7", "2023-03-23", "FOIA s.24(2)", "questions", "held", "foiprevent/1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


class Repeating(dict[str, Any]):
    """An object that is written with one of its keys twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs

    def items(self) -> Json:
        return self.pairs


def places(value: Json, path: str = "$") -> Iterator[tuple[str, Any, Any]]:
    """Yield every place below a value, as the document has them: path, holder, key or index."""
    members: Any = ()
    if isinstance(value, dict):
        members = value.items()
    elif isinstance(value, list):
        members = enumerate(value)
    for step, member in members:
        deeper = f"{path}.{step}" if isinstance(step, str) else f"{path}[{step}]"
        yield deeper, value, step
        yield from places(member, deeper)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[Any, bool]:
    """Build the document of a case with a few changes, and say whether a key is repeated."""
    found = draw(st.builds(document) | strategies.cases().map(dumps).map(json.loads))
    repeats = False
    for _ in range(draw(st.integers(1, 3))):
        _, holder, step = draw(st.sampled_from([*places(found)]) if found else st.nothing())
        change = draw(st.sampled_from(["delete", "replace", "swap", "add"]))
        if change == "delete":
            del holder[step]
        elif change == "replace":
            holder[step] = draw(JUNK)
        elif change == "swap":
            _, other, elsewhere = draw(st.sampled_from([*places(found)]))
            holder[step] = copy.deepcopy(other[elsewhere])
        elif isinstance(holder, dict):
            holder[draw(st.text(max_size=5))] = draw(JUNK)
        else:
            holder.insert(step, draw(JUNK))
        assume(found)
    if draw(st.booleans()):
        _, holder, step = draw(st.sampled_from([*places({"": found})]))
        inside = holder[step]
        if isinstance(inside, dict) and inside:
            pairs = [*inside.items(), draw(st.sampled_from([*inside.items()]))]
            repeats = True
            if step == "":
                found = Repeating(pairs)
            else:
                holder[step] = Repeating(pairs)
    return found, repeats


def read_or_refused(data: bytes | str) -> tuple[Fault, ...]:
    """Return the faults of a document; one without any must be a case that comes back."""
    try:
        case = loads(data)
    except CodecError as error:
        return error.faults
    assert type(case) is Case
    assert loads(dumps(case)) == case
    return ()


def outcome(data: str) -> tuple[Case | None, tuple[Fault, ...]]:
    """Return the case of a document, or its faults."""
    try:
        return loads(data), ()
    except CodecError as error:
        return None, error.faults


class TestHostileInput:
    """Whatever the input, it is a case, or it is refused with its faults."""

    @given(data=st.binary())
    def test_any_bytes(self, data: bytes) -> None:
        assert read_or_refused(data)

    @given(data=TEXTS)
    def test_any_text(self, data: str) -> None:
        assert read_or_refused(data)

    @given(value=JUNK)
    def test_any_json(self, value: Json) -> None:
        assert read_or_refused(json.dumps(value))
        assert read_or_refused(json.dumps({"format": FORMAT, "authority": value}))

    @given(data=st.data(), case=strategies.cases())
    def test_a_case_with_other_bytes_in_it(self, data: st.DataObject, case: Case) -> None:
        written = dumps(case)
        start = data.draw(st.integers(0, len(written)))
        end = data.draw(st.integers(start, min(len(written), start + 20)))
        read_or_refused(written[:start] + data.draw(st.binary(max_size=9)) + written[end:])

    @given(change=mutated())
    def test_a_case_with_changes(self, change: tuple[Any, bool]) -> None:
        found, repeats = change
        reported = read_or_refused(json.dumps(found, indent=1))
        if repeats and found.get("format", FORMAT) == FORMAT:
            assert any("this key is given 2 times" in fault.message for fault in reported)
        paths = [fault.path for fault in reported if not set("'\"") & set(fault.path)]
        order = ["$", *(path for path, _, _ in places(found))]
        assert sorted(paths, key=order.index) == paths

    @given(change=mutated())
    def test_both_ways_of_reading_agree(self, change: tuple[Any, bool]) -> None:
        data = json.dumps(change[0])
        read, faults = outcome(data)
        with mock.patch.object(codec, "_read", side_effect=ValueError):
            assert outcome(data) == (read, faults)

    @pytest.mark.parametrize("name", casebook.names())
    def test_what_has_no_fault_is_read_once(self, name: str) -> None:
        with mock.patch.object(codec, "thorough", side_effect=AssertionError):
            assert loads(dumps(casebook.load(name))) == casebook.load(name)
        with mock.patch.object(_converters, "thorough", side_effect=AssertionError):
            plain = to_json(casebook.load(name))
            assert read(plain, Case) == casebook.load(name)

    @given(case=strategies.cases())
    def test_whatever_it_holds(self, case: Case) -> None:
        with mock.patch.object(codec, "thorough", side_effect=AssertionError):
            assert loads(dumps(case)) == case

    def test_an_enumeration_is_looked_up(self) -> None:
        assert fast().structure(["withheld"], tuple[Outcome, ...]) == (Outcome.WITHHELD,)
        with pytest.raises(KeyError):
            fast().structure(["nope"], tuple[Outcome, ...])
        for nothing in ("nope", Outcome.WITHHELD):
            with pytest.raises(KeyError):
                fast().structure(nothing, Outcome)

    def test_a_citation_is_kept_and_a_long_text_is_not(self) -> None:
        longest = "FOISA s.999Z(99ZZ)(zz)(xviii)"
        for text in (longest, "FOIA s.24(2)"):
            assert str(fast().structure(text, Citation)) == text
            assert fast().structure(text, Citation) is fast().structure(text, Citation)
        before = _fast._known_citation.cache_info().currsize  # noqa: SLF001
        for length in (41, 1000):
            with pytest.raises(ValueError, match=r"^$"):
                fast().structure("F" * length, Citation)
        assert _fast._known_citation.cache_info().currsize == before  # noqa: SLF001

    @pytest.mark.parametrize("name", casebook.names())
    def test_the_slower_way_reads_what_the_faster_does(self, name: str) -> None:
        with mock.patch.object(codec, "_read", side_effect=ValueError):
            assert loads(dumps(casebook.load(name))) == casebook.load(name)

    @pytest.mark.parametrize(
        "value", ["20230323", "2023-W12-4", "2023-03-23 ", "", None, 20230323]
    )
    def test_what_python_takes_for_a_day_is_not_always_one(self, value: object) -> None:
        changed = with_value("$.events[0].on", value)
        (fault,) = faults(changed)
        assert fault.startswith("$.events[0].on: expected a day written as YYYY-MM-DD")

    @pytest.mark.parametrize(
        ("value", "says"),
        [
            (7, "the number 7"),
            ("s24", "the text 's24': its canonical form is 'FOIA s.24'"),
            (
                "FOIA s.024",
                (
                    "the text 'FOIA s.024': at position 7, expected the number of a section or "
                    "regulation"
                ),
            ),
        ],
    )
    def test_what_is_no_citation_is_told(self, value: object, says: str) -> None:
        (fault,) = faults(with_value("$.responses[0].reliances[0].citation", value))
        assert fault.endswith(f".citation: expected {CITATION} or null, found {says}")

    def test_a_datetime_is_never_a_day(self) -> None:
        text = datetime(2023, 3, 23).isoformat()
        (fault,) = faults(with_value("$.request.received", text))
        assert fault == (
            "$.request.received: expected a day written as YYYY-MM-DD or null, found the text "
            "'2023-03-23T00:00:00'"
        )
