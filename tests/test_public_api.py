"""The public API: what is exported, where it is documented, and what it promises."""

from __future__ import annotations

import ast
import builtins
import copy
import enum
import importlib
import inspect
import itertools
import pickle
import re
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import foiprevent as foi
from foiprevent import casebook, cases, deadlines, exemptions, findings, prevent, strategies
from foiprevent.cases import events
from foiprevent.citations import Citation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).parent.parent
PACKAGES = (cases, deadlines, exemptions, findings, prevent)
# mypy knows the names of a module's own; to these tests the name is the datum.
API: Any = foi


def statements() -> list[ast.stmt]:
    source = inspect.getsource(foi)
    return ast.parse(source).body


def imported_for_type_checkers() -> dict[str, str]:
    """Return each name imported for type checkers, with the module it comes from."""
    (block,) = [
        statement
        for statement in statements()
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING"
    ]
    found: dict[str, str] = {}
    for statement in block.body:
        assert isinstance(statement, ast.ImportFrom)
        assert statement.module is not None
        for alias in statement.names:
            assert alias.asname is None
            assert alias.name not in found
            found[alias.name] = statement.module
    return found


def classes() -> list[type]:
    """Return every public class: of the package, of its subpackages, and of events."""
    exported = [getattr(foi, name) for name in foi.__all__]
    exported += [getattr(package, name) for package in PACKAGES for name in package.__all__]
    return list(dict.fromkeys(one for one in [*exported, *events.EVENTS] if inspect.isclass(one)))


RECORDS = [cls for cls in classes() if attrs.has(cls)]
ENUMS = [cls for cls in classes() if issubclass(cls, enum.Enum)]
every_record = pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
every_enum = pytest.mark.parametrize("cls", ENUMS, ids=lambda cls: cls.__name__)
every_name = pytest.mark.parametrize("name", foi.__all__)


def within(value: object) -> Iterator[object]:
    """Yield everything a value holds, at any depth, itself first."""
    yield value
    if isinstance(value, tuple):
        for member in value:
            yield from within(member)
    kind: type = type(value)
    if attrs.has(kind):
        for field in attrs.fields(kind):
            yield from within(getattr(value, field.name))


def area() -> prevent.AreaProfile:
    """Return an area of which something is known."""
    said = foi.Source(kind=foi.SourceKind.LETTER, text="a letter of 24 May 2023")
    fact = prevent.AreaFact(
        what=prevent.Priority.PRIORITY,
        period=exemptions.Period(start=date(2023, 5, 24)),
        sources=(said,),
    )
    return prevent.AreaProfile(name="Anytown", facts=(fact,))


def samples() -> dict[type, list[Any]]:
    """Return instances of every record, from the casebook and what follows from it."""
    roots: list[object] = [foi.working_days(regime) for regime in foi.Regime]
    day = date(2023, 3, 23)
    for name in casebook.names():
        case = casebook.load(name)
        roots += [*case.life(), case.answer(case.request.questions[0].key)]
        roots += [case, foi.audit(case), case.timetable(), case.timetable(on=day)]
    roots += [foi.exemption(text) for text in ("24", "23(1)", "31(1)", "36(2)", "40(2)")]
    roots += [foi.exemption("40(5A)"), foi.standing("24(1)"), *foi.changes()]
    roots += [exemptions.combination("23(1)", "24(1)"), *foi.crosswalk("24", to=foi.Regime.EIR)]
    roots += [exemptions.qualified_person(holder) for holder in foi.Holder]
    roots += foi.find_citations("section 24(1)")
    roots += [*exemptions.grounds(), *exemptions.requirements("31(1)(a)")]
    roots += [exemptions.may_be_weighed_together(("24(1)", "31(1)(a)"))]
    roots += [exemptions.becomes_historical(1990), exemptions.falls_away("28", created=1990)]
    roots += [exemptions.estimate({}, limit=exemptions.cost_limit())]
    roots += [foi.deadline(day, regime=regime) for regime in foi.Regime]
    roots += foi.deadline(day).steps
    roots += [prevent.DUTIES, prevent.OBJECTIVES, prevent.FIGURES, area(), area().on(day)]
    roots += [prevent.Grant(pounds=120_000)]
    roots += prevent.classify_question("How many referrals to Prevent were made each year?")
    roots += prevent.classify_factor("Disclosure would allow a map of the threat to be drawn.")
    happened = [foi.ClockEvent(on=day, kind=kind) for kind in foi.ClockEventKind]
    roots += [*happened, foi.replay(happened[1:]), foi.replay([happened[0], *happened])]
    roots += [event(on=day) for event in events.EVENTS]
    late = foi.audit(casebook.load("barnet-data-sharing")).findings[0]
    roots += [*findings.RULES.values(), foi.Mended(finding=late)]
    roots += [
        foi.read_letter(f"Date: {sent} June 2024\n\nYour request was received on 3 June 2024.")
        for sent in (1, 5)
    ]
    roots += [foi.read_letter("Dear Sir\n\nIt is exempt under section 40(2).\n\nYours")]
    found: dict[type, list[Any]] = {cls: [] for cls in RECORDS}
    for value in itertools.chain.from_iterable(map(within, roots)):
        if type(value) in found:
            found[type(value)].append(value)
    return {cls: list(dict.fromkeys(values)) for cls, values in found.items()}


SAMPLES = samples()


class TestExports:
    def test_names_are_sorted_and_each_stands_once(self) -> None:
        assert list(foi.__all__) == sorted(set(foi.__all__))

    @every_name
    def test_each_resolves_to_what_type_checkers_see(self, name: str) -> None:
        home = imported_for_type_checkers()[name]
        value = getattr(importlib.import_module(home), name)
        assert getattr(foi, name) is value

    def test_type_checkers_see_them_all_and_nothing_else(self) -> None:
        assert sorted(imported_for_type_checkers()) == list(foi.__all__)

    def test_no_name_hides_a_builtin(self) -> None:
        assert not set(foi.__all__) & set(vars(builtins))

    def test_each_is_loaded_when_first_asked_for_and_then_kept(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delitem(vars(foi), "Citation", raising=False)
        assert API.__getattr__("Citation") is Citation
        assert vars(foi)["Citation"] is Citation

    def test_a_subpackage_is_loaded_when_first_asked_for(self) -> None:
        assert API.__getattr__("casebook") is casebook
        assert API.__getattr__("strategies") is strategies

    @pytest.mark.parametrize("name", ["nonsense", "case", "_values_", "__wrapped__", ""])
    def test_an_unknown_name(self, name: str) -> None:
        with pytest.raises(AttributeError, match=f"'foiprevent' has no attribute {name!r}"):
            getattr(foi, name)
        assert not hasattr(foi, name)

    def test_an_unknown_name_cannot_be_imported(self) -> None:
        with pytest.raises(ImportError, match="cannot import name 'nonsense'"):
            exec("from foiprevent import nonsense")  # noqa: S102 - the statement is the test

    def test_dir(self) -> None:
        listed = dir(foi)
        assert set(foi.__all__) <= set(listed)
        assert listed == sorted(listed)
        for name in listed:
            assert hasattr(foi, name)

    def test_version(self) -> None:
        assert foi.__version__ == version("foiprevent")

    @pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
    def test_what_a_subpackage_exports(self, package: ModuleType) -> None:
        for name in package.__all__:
            assert not name.startswith("_")
            assert hasattr(package, name)
        assert len(set(package.__all__)) == len(package.__all__)

    def test_what_is_exported_twice_is_the_same(self) -> None:
        for package in PACKAGES:
            for name in set(foi.__all__) & set(package.__all__):
                assert getattr(foi, name) is getattr(package, name)


class TestDocumentation:
    @every_name
    def test_each_has_a_docstring_of_its_own(self, name: str) -> None:
        value = getattr(foi, name)
        assert (vars(value).get("__doc__") if inspect.isclass(value) else value.__doc__) or ""

    @pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
    def test_so_have_their_methods(self, cls: type) -> None:
        own = {
            name: member
            for name, member in vars(cls).items()
            if not name.startswith("_")
            and (callable(member) or isinstance(member, (property, classmethod)))
        }
        assert [name for name, member in own.items() if not inspect.getdoc(member)] == []

    @every_record
    def test_each_field_is_described(self, cls: Any) -> None:  # noqa: ANN401
        doc = inspect.getdoc(cls) or ""
        section = re.split(r"\n\w+:\n", doc.partition("Attributes:\n")[2])[0]
        described = set(re.findall(r"^    (\w+): \S", section, re.MULTILINE))
        fields = {field.name for field in attrs.fields(cls) if not field.name.startswith("_")}
        assert described == fields

    def test_each_is_in_the_reference(self) -> None:
        page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
        modules = set(re.findall(r"^\.\. automodule:: (\S+)$", page, re.MULTILINE))
        described = set(re.findall(r"^\.\. autoclass:: foiprevent\.(\S+)$", page, re.MULTILINE))
        for module in modules - {"foiprevent"}:
            found = importlib.import_module(module)
            own = [name for name, value in vars(found).items() if defined_in(value, module)]
            described.update(getattr(found, "__all__", own))
        documented = {name for name in foi.__all__ if f"foiprevent.{name}" in modules}
        assert set(foi.__all__) <= described | documented

    def test_the_reference_names_no_module_that_is_not_there(self) -> None:
        page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
        names = re.findall(r"^\.\. auto(?:module|class):: (\S+)$", page, re.MULTILINE)
        assert len(names) == len(set(names))
        for name in names:
            place, _, attribute = name.rpartition(".")
            if attribute not in foi.__all__ or place != "foiprevent":
                assert importlib.import_module(name).__name__ == name


def defined_in(value: object, module: str) -> bool:
    return getattr(value, "__module__", None) == module


class TestRecords:
    """Domain classes are final, frozen, keyword-only, slotted, hashable and picklable."""

    def test_there_is_one_of_each(self) -> None:
        assert {cls.__name__ for cls, found in SAMPLES.items() if not found} == set()

    @every_record
    def test_final(self, cls: type) -> None:
        assert getattr(cls, "__final__", False) is True
        assert cls.__bases__ == (object,)

    @every_record
    def test_keyword_only(self, cls: type) -> None:
        parameters = inspect.signature(cls).parameters.values()
        assert {parameter.kind for parameter in parameters} <= {inspect.Parameter.KEYWORD_ONLY}

    @every_record
    def test_frozen_and_with_slots(self, cls: type) -> None:
        value = SAMPLES[cls][0]
        assert not hasattr(value, "__dict__")
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            value.nothing_of_the_kind = 1
        for name in [field.name for field in attrs.fields(cls)]:
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, name, None)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(value, name)

    @every_record
    def test_equal_and_hashed_by_value(self, cls: type) -> None:
        found = SAMPLES[cls]
        assert len({hash(value) for value in found}) >= min(len(found), 2)
        for value in found[:50]:
            assert value == value  # noqa: PLR0124 - that is the point
            assert value != object()
            assert attrs.evolve(value) == value

    @every_record
    def test_copies(self, cls: type) -> None:
        for value in SAMPLES[cls][:50]:
            for twin in (copy.copy(value), copy.deepcopy(value)):
                assert type(twin) is cls
                assert twin == value
                assert hash(twin) == hash(value)

    @every_record
    @pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
    def test_pickles(self, cls: type, protocol: int) -> None:
        for value in SAMPLES[cls][:50]:
            twin = pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - our own
            assert type(twin) is cls
            assert twin == value
            assert hash(twin) == hash(value)

    @every_record
    def test_shown_by_name_and_fields(self, cls: type) -> None:
        for value in SAMPLES[cls][:5]:
            assert repr(value).startswith(f"{cls.__name__}(")

    @every_enum
    def test_an_enumeration_is_final_and_keeps_its_members(self, cls: type[enum.Enum]) -> None:
        assert getattr(cls, "__final__", False) is True
        assert len({member.value for member in cls}) == len(cls.__members__)
        for member in cls:
            assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301 - our own
            assert copy.deepcopy(member) is member


FIELDS = {
    "Citation": "regime section parts uri short",
    "Source": "kind text uri confidence",
    "Exemption": (
        "citation title summary role duty status status_note basis confirm_or_deny limbs "
        "in_force needs_public_interest_test"
    ),
    "Deadline": "due rule cites start skipped projected notes explain",
    "WorkingDayCalendar": (
        "is_working_day add count known_from published_until projected_until version "
        "with_bank_holidays"
    ),
    "Case": "authority request responses events state timetable",
    "Request": "received regime preamble questions",
    "Question": "key label text depends_on",
    "Response": (
        "sent kind regime_claimed holds answers reliances tests review_route commissioner links "
        "remarks"
    ),
    "Answer": "question part outcome held referred_to links attachments",
    "Reliance": (
        "cited_as citation duty_claimed scope alternative_to likelihood reasons "
        "explanation_withheld"
    ),
    "PublicInterestTest": "provisions argued_on balanced_on names factors balance reasons",
    "Factor": "side text tags",
    "ReviewRoute": "offered contact length unit counted_from",
    "Audit": "findings law_as_at calendar_version library_version",
    "Finding": "code severity cites questions message evidence",
    "PublicAuthority": "name",
}
MEMBERS = {
    "Regime": "FOIA EIR FOISA",
    "Duty": "CONFIRM_OR_DENY COMMUNICATE",
    "Status": "ABSOLUTE QUALIFIED PARTLY_ABSOLUTE DISPUTED",
    "Balance": "MAINTAIN DISCLOSE NOT_STATED",
    "Severity": "BREACH PRACTICE QUERY",
    "Outcome": (
        "DISCLOSED PARTLY_DISCLOSED WITHHELD NCND NOT_HELD ACCESSIBLE_ELSEWHERE REFUSED_COST "
        "REFUSED_VEXATIOUS REFUSED_REPEATED NOT_APPLICABLE UNKNOWN"
    ),
    "Side": "DISCLOSURE EXEMPTION",
    "Likelihood": "WOULD WOULD_BE_LIKELY COULD NOT_STATED",
    "Offer": "OFFERED NONE_EXISTS NOT_MENTIONED",
    "WindowUnit": "WORKING_DAYS CALENDAR_DAYS DAYS WEEKS MONTHS NOT_STATED",
    "CountedFrom": "LETTER RECEIPT NOT_STATED",
}
KEPT_WITH_OTHERS = {
    "Basis": "CLASS PREJUDICE ENDANGERMENT REQUIRED CONDITIONS ADVERSE_EFFECT",
    "ResponseKind": "RESPONSE PARTIAL_RESPONSE EXTENSION_NOTICE REVIEW_OUTCOME",
}
SIGNATURES = {
    foi.exemption: "citation * regime on received condition",
    exemptions.catalogue: "* regime on received",
    foi.find_citations: "text * regime",
    foi.due_date: "received * regime calendar",
    foi.deadline: "received * regime rule calendar",
    foi.working_days: "regime",
    foi.WorkingDayCalendar.is_working_day: "self d",
    foi.WorkingDayCalendar.add: "self d n",
    foi.WorkingDayCalendar.count: "self a b",
    foi.WorkingDayCalendar.with_bank_holidays: "self add remove",
    foi.Case.state: "self * on",
    foi.Case.timetable: "self * on",
    foi.audit: "case * on",
    foi.dumps: "case",
    foi.loads: "data",
    foi.json_schema: "of",
    foi.Citation.parse: "text * regime",
}


class TestNamesOthersRelyOn:
    """Names that other software holds on to; there may be more, and none may go."""

    @pytest.mark.parametrize("name", FIELDS)
    def test_attributes(self, name: str) -> None:
        assert name in foi.__all__
        cls: Any = getattr(foi, name)
        there = {field.name for field in attrs.fields(cls)} | set(vars(cls))
        assert set(FIELDS[name].split()) - there == set()
        for sample in SAMPLES[cls][:20]:
            for attribute in FIELDS[name].split():
                assert hasattr(sample, attribute)

    @pytest.mark.parametrize("name", MEMBERS)
    def test_members(self, name: str) -> None:
        assert name in foi.__all__
        assert list(getattr(foi, name).__members__) == MEMBERS[name].split()

    @pytest.mark.parametrize("name", KEPT_WITH_OTHERS)
    def test_members_beside_others(self, name: str) -> None:
        assert name in foi.__all__
        assert set(KEPT_WITH_OTHERS[name].split()) <= set(getattr(foi, name).__members__)

    @pytest.mark.parametrize(
        ("name", "value"),
        [(cls, member) for cls in ("Severity", "Regime") for member in MEMBERS[cls].split()],
    )
    def test_values_found_in_stored_answers(self, name: str, value: str) -> None:
        member = getattr(foi, name)[value]
        assert member.value == (value if name == "Regime" else value.lower())

    @pytest.mark.parametrize("function", SIGNATURES, ids=lambda function: function.__qualname__)
    def test_signatures(self, function: Any) -> None:  # noqa: ANN401
        first, _, after = SIGNATURES[function].partition("*")
        parameters = list(inspect.signature(function).parameters.values())
        by_place = [one.name for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]
        by_name = {one.name for one in parameters if one.kind is one.KEYWORD_ONLY}
        assert by_place[: len(first.split())] == first.split()
        assert set(after.split()) <= by_name
        known = {*first.split(), *after.split()}
        assert all(one.default is not one.empty for one in parameters if one.name not in known)

    def test_a_case_needs_its_authority_and_its_request_only(self) -> None:
        case = foi.Case(authority=foi.PublicAuthority(name="Barnet"), request=foi.Request())
        assert (case.responses, case.events) == ((), ())

    def test_events(self) -> None:
        assert {event.__name__ for event in events.EVENTS} >= {
            "ClarificationSought",
            "ClarificationReceived",
            "FeesNoticeGiven",
            "FeePaid",
            "ExtensionClaimed",
            "ReviewRequested",
            "ComplaintMade",
            "DecisionNoticeServed",
            "AppealLodged",
            "Withdrawn",
            "Transferred",
        }
        for event in events.EVENTS:
            assert getattr(events, event.__name__) is event

    def test_texts_of_citations(self) -> None:
        assert str(foi.Citation.parse("s24(2)")) == "FOIA s.24(2)"
        assert str(foi.Citation.parse("regulation 12(5)(b)")) == "EIR reg.12(5)(b)"
        assert str(foi.Citation.parse("s.30(b)", regime=foi.Regime.FOISA)) == "FOISA s.30(b)"

    def test_each_skipped_day_says_why_and_where(self) -> None:
        (good_friday, easter_monday) = [
            day for day in foi.deadline(date(2023, 3, 23)).skipped if day.holiday
        ]
        assert good_friday.day == date(2023, 4, 7)
        assert good_friday.reason is deadlines.SkipReason.BANK_HOLIDAY
        assert easter_monday.parts == (
            foi.Division.ENGLAND_AND_WALES,
            foi.Division.NORTHERN_IRELAND,
        )

    def test_the_casebook(self) -> None:
        assert foi.casebook.names() == (
            "barnet-data-sharing",
            "coventry-referrals",
            "leicester-returnees",
        )
        for name in foi.casebook.names():
            assert type(foi.casebook.load(name)) is foi.Case

    def test_a_stored_case_is_bytes(self) -> None:
        stored = foi.dumps(foi.casebook.load("barnet-data-sharing"))
        assert type(stored) is bytes
        assert foi.loads(stored) == foi.casebook.load("barnet-data-sharing")

    def test_one_root_for_every_error(self) -> None:
        names = (
            "CitationError UnknownProvisionError NotInForceError InvalidRecordError "
            "CalendarRangeError CodecError"
        )
        for name in names.split():
            assert name in foi.__all__
            assert issubclass(getattr(foi, name), foi.FoiPreventError)
