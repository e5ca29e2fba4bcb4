"""The conformance suite is what its generator writes, covers the law, and has its anchors right.

The anchors are typed by hand: the generator cannot vouch for itself.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import sys
from bisect import bisect_right
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT / "tools" / "conformance.py"
VECTORS = ROOT / "tests" / "vectors" / "conformance.json"
GUIDE = VECTORS.with_name("CONFORMANCE.md")

LONDON = ZoneInfo("Europe/London")
YEARS = range(2005, 2029)

Case: TypeAlias = dict[str, Any]


@pytest.fixture(scope="module")
def suite() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(VECTORS.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def cases(suite: dict[str, Any]) -> list[Case]:
    listed: list[Case] = suite["cases"]
    return listed


@pytest.fixture(scope="module")
def generator() -> Iterator[ModuleType]:
    if not GENERATOR.exists():
        pytest.skip("tools/ is not part of what is tested here")
    name = "generator_of_conformance_vectors"
    spec = importlib.util.spec_from_file_location(name, GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses looks its own module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[name]


def first_day(case: Case) -> date:
    """Return the earliest of the days a case is given."""
    texts = (value for value in case["given"].values() if isinstance(value, str))
    return min(date.fromisoformat(text[:10]) for text in texts if text[:4].isdecimal())


def days_of(case: Case) -> set[date]:
    """Return every day a case is given or expects, apart from the days off of a school."""
    values = [*case["given"].values(), *case["expect"].values()]
    texts = (value for value in values if isinstance(value, str))
    return {date.fromisoformat(text[:10]) for text in texts if text[:4].isdecimal()}


@pytest.fixture(scope="module")
def working(suite: dict[str, Any]) -> dict[str, list[str]]:
    """Return every working day of the calendar, in order, for each regime."""
    days = [date(2005, 1, 1) + timedelta(days=ahead) for ahead in range(365 * 24 + 6)]
    weekdays = [day.isoformat() for day in days if day.isoweekday() not in {6, 7}]
    off: dict[str, list[str]] = suite["bank_holidays"]
    whole_uk = [day for day in weekdays if day not in off]
    scotland = [day for day in weekdays if "scotland" not in off.get(day, ())]
    return {"FOIA": whole_uk, "EIR": whole_uk, "FOISA": scotland}


class TestTheGenerator:
    def test_writes_the_committed_file(self, generator: ModuleType) -> None:
        assert generator.render() == VECTORS.read_text(encoding="utf-8")

    def test_check_says_whether_the_file_is_up_to_date(
        self,
        generator: ModuleType,
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        assert generator.main(["--check"]) == 0
        copy = tmp_path / "conformance.json"
        monkeypatch.setattr(generator, "VECTORS", copy)
        assert generator.main(["--check"]) == 1
        assert "out of date" in capsys.readouterr().err
        assert generator.main([]) == 0
        assert generator.main(["--check"]) == 0
        assert copy.read_bytes() == VECTORS.read_bytes()

    def test_imports_the_standard_library_alone(self, generator: ModuleType) -> None:
        tree = ast.parse(Path(generator.__file__ or "").read_text(encoding="utf-8"))
        imported = {
            name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, (ast.Import, ast.ImportFrom))
            for name in (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [alias.name for alias in node.names]
            )
        }
        assert imported <= sys.stdlib_module_names

    def test_a_source_that_says_otherwise_is_an_error(self, generator: ModuleType) -> None:
        with pytest.raises(ValueError, match="published as 2021-07-30"):
            generator.Suite().add(
                "response",
                "FOIA",
                {"received": date(2021, 7, 3)},
                published=date(2021, 7, 30),  # England and Wales alone
            )

    @pytest.mark.parametrize(
        ("rule", "regime", "given"),
        [
            ("response", "FOIA", {"received": date(2004, 12, 31)}),
            ("response", "FOIA", {"received": date(2028, 12, 1)}),
            ("response", "FOIA", {"received": date(2009, 12, 29)}),
            ("response", "FOISA", {"received": date(2020, 4, 1)}),
            ("review-request", "FOIA", {"issued": date(2018, 7, 3)}),
            (
                "fee",
                "FOIA",
                {
                    "received": date(2024, 1, 2),
                    "notice": date(2024, 1, 15),
                    "paid": date(2024, 4, 15),
                    "limit": 20,
                },
            ),
            (
                "fee",
                "FOIA",
                {
                    "received": date(2024, 1, 2),
                    "notice": date(2024, 1, 31),
                    "paid": date(2024, 2, 1),
                    "limit": 20,
                },
            ),
        ],
        ids=[
            "before the Acts",
            "past the calendar",
            "over a contested day",
            "under the pandemic Act",
            "before the Code",
            "paid a day late",
            "notice a day late",
        ],
    )
    def test_makes_no_vector_of_what_is_not_known(
        self, generator: ModuleType, rule: str, regime: str, given: dict[str, object]
    ) -> None:
        assert not generator.Suite().add_if_fit(rule, regime, given)


class TestCoverage:
    def test_has_many_cases_and_each_once(self, cases: list[Case]) -> None:
        assert len(cases) >= 1000
        assert max(Counter(case["id"] for case in cases).values()) == 1
        asked = Counter(json.dumps([c["rule"], c["regime"], c["given"]]) for c in cases)
        assert max(asked.values()) == 1

    def test_every_case_has_the_same_members(self, cases: list[Case]) -> None:
        members = "id rule regime given expect cites why provenance".split()
        assert all(list(case) == members for case in cases)
        assert all(case["cites"] and case["given"] and case["expect"] for case in cases)
        sources = {case["provenance"] for case in cases} - {"generated"}
        assert len(sources) >= 10
        assert all(source.startswith("https://") for source in sources)

    def test_every_rule_has_every_regime_it_names(
        self, suite: dict[str, Any], cases: list[Case]
    ) -> None:
        named = {(rule, regime) for rule, of in suite["rules"].items() for regime in of["kind"]}
        assert {(case["rule"], case["regime"]) for case in cases} == named
        assert {regime for _, regime in named} == {"FOIA", "EIR", "FOISA"}

    def test_every_rule_has_every_year_in_which_it_has_any(
        self, suite: dict[str, Any], cases: list[Case]
    ) -> None:
        found = {(case["rule"], first_day(case).year) for case in cases}
        for rule, of in suite["rules"].items():
            since = min(int(text[:4]) for text in of["from"].values())
            years = [2020] if rule == "response-2020" else range(since, YEARS.stop)
            assert {(rule, year) for year in years} <= found, rule

    def test_every_regime_has_every_year(self, cases: list[Case]) -> None:
        found = {(case["regime"], first_day(case).year) for case in cases}
        assert found == {(regime, year) for regime in ("FOIA", "EIR", "FOISA") for year in YEARS}

    def test_every_case_of_a_rule_and_unit_expects_the_same_things(
        self, cases: list[Case]
    ) -> None:
        shapes: dict[tuple[str, bool], set[tuple[str, ...]]] = {}
        for case in cases:
            key = (case["rule"], case["given"].get("unit") == "days")
            shapes.setdefault(key, set()).add((*case["given"], "->", *case["expect"]))
        assert all(len(found) == 1 for found in shapes.values()), shapes

    def test_the_eve_of_every_bank_holiday_is_a_day_of_receipt(
        self, suite: dict[str, Any], cases: list[Case]
    ) -> None:
        received = {
            case["given"]["received"]
            for case in cases
            if (case["rule"], case["regime"]) == ("response", "FOIA")
        }
        eves = {
            (date.fromisoformat(day) - timedelta(days=1)).isoformat()
            for day in suite["bank_holidays"]
        }
        out_of_calendar = {"2028-11-29", "2028-12-24", "2028-12-25"}
        over_a_contested_day = {
            *("2009-12-24 2009-12-27 2009-12-31 2010-01-03".split()),
            *("2010-12-26 2010-12-27 2011-01-02 2011-01-03".split()),
        }
        assert eves - received == out_of_calendar | over_a_contested_day

    def test_no_case_rests_on_a_contested_day(
        self, suite: dict[str, Any], cases: list[Case]
    ) -> None:
        contested = [date.fromisoformat(day) for day in suite["calendar"]["contested"]]
        assert contested == [date(2010, 1, 4), date(2011, 1, 4)]
        for case in cases:
            days = days_of(case)
            assert not any(min(days) <= day <= max(days) for day in contested), case["id"]

    def test_no_case_leaves_the_calendar(self, suite: dict[str, Any], cases: list[Case]) -> None:
        known = suite["calendar"]
        for case in cases:
            days = {day.isoformat() for day in days_of(case)}
            assert known["from"] <= min(days) <= max(days) <= known["to"], case["id"]

    def test_why_is_one_short_sentence_or_nothing(self, cases: list[Case]) -> None:
        for case in cases:
            why = case["why"]
            assert not why or (why.endswith(".") and ". " not in why and len(why) <= 100), why
        assert sum(bool(case["why"]) for case in cases) >= 500


class TestTheGuide:
    def test_tells_of_every_rule_with_its_inputs_and_outputs(self, cases: list[Case]) -> None:
        sections = GUIDE.read_text(encoding="utf-8").split("\n### ")
        told = {section.split("\n", 1)[0].strip("`"): section for section in sections[1:]}
        assert set(told) == {case["rule"] for case in cases}
        for case in cases:
            for name in (*case["given"], *case["expect"]):
                assert f"`{name}`" in told[case["rule"]], (case["rule"], name)

    def test_tells_of_every_member_and_kind(self, suite: dict[str, Any]) -> None:
        text = GUIDE.read_text(encoding="utf-8")
        kinds = {kind for rule in suite["rules"].values() for kind in rule["kind"].values()}
        for name in (*suite, *suite["cases"][0], *kinds):
            assert f"`{name}`" in text, name


# Rule, regime, inputs and what must come out, typed from the sources or counted by hand.
ANCHORS: list[tuple[str, str, dict[str, object], dict[str, object]]] = [
    # the three published responses that the library is built around
    ("response", "FOIA", {"received": "2023-03-23"}, {"due": "2023-04-24"}),
    ("response", "FOISA", {"received": "2023-03-23"}, {"due": "2023-04-21"}),
    # Alaveteli
    ("response", "FOIA", {"received": "2008-10-01"}, {"due": "2008-10-29"}),
    ("response", "FOIA", {"received": "2009-03-12"}, {"due": "2009-04-14"}),
    ("response", "FOIA", {"received": "2009-03-15"}, {"due": "2009-04-15"}),
    ("response", "FOIA", {"received": "2007-10-14"}, {"due": "2007-11-09"}),
    # the Student Loans Company, 2014; the Monitor case, 2014
    ("response", "FOIA", {"received": "2014-03-16"}, {"due": "2014-04-14"}),
    ("count", "FOIA", {"from": "2014-03-16", "to": "2014-04-14"}, {"working_days": 20}),
    ("working-day", "FOIA", {"day": "2014-07-14"}, {"working_day": False}),
    ("working-day", "FOIA", {"day": "2014-08-04"}, {"working_day": False}),
    ("working-day", "FOISA", {"day": "2014-07-14"}, {"working_day": True}),
    # FOI Man's chart for Christmas 2014; the Ministry of Justice
    ("response", "FOIA", {"received": "2014-12-02"}, {"due": "2015-01-05"}),
    ("response", "FOIA", {"received": "2023-11-27"}, {"due": "2023-12-28"}),
    # St Andrew's Day before and after the Act of 2007
    ("response", "FOIA", {"received": "2006-11-02"}, {"due": "2006-11-30"}),
    ("response", "FOIA", {"received": "2007-11-02"}, {"due": "2007-12-03"}),
    # a day that is a bank holiday in Scotland alone
    ("response", "FOIA", {"received": "2026-06-14"}, {"due": "2026-07-14"}),
    ("response", "FOISA", {"received": "2026-06-14"}, {"due": "2026-07-13"}),
    # forty working days; the notice still within twenty
    (
        "extended-response",
        "FOIA",
        {"received": "2023-03-23"},
        {"due": "2023-05-24", "notice_due": "2023-04-24"},
    ),
    (
        "extended-response",
        "FOIA",
        {"received": "2007-10-14"},
        {"due": "2007-12-10", "notice_due": "2007-11-09"},
    ),
    # a notice on working day 4, three counted before it: seventeen after the payment
    (
        "fee",
        "FOIA",
        {"received": "2023-03-01", "notice": "2023-03-07", "paid": "2023-03-20", "limit": 20},
        {"due": "2023-04-14"},
    ),
    # three months beginning with a day
    ("fee-lapse", "FOIA", {"notice": "2024-01-15"}, {"due": "2024-04-14"}),
    ("fee-lapse", "FOIA", {"notice": "2024-03-01"}, {"due": "2024-05-31"}),
    ("fee-lapse", "FOIA", {"notice": "2022-11-30"}, {"due": "2023-02-28"}),
    ("fee-lapse", "FOISA", {"notice": "2024-01-31"}, {"due": "2024-04-30"}),
    # clarified on Christmas Day
    (
        "clarification",
        "FOIA",
        {"received": "2023-12-04", "asked": "2023-12-11", "clarified": "2023-12-25"},
        {"due": "2024-01-25"},
    ),
    # a school shut for forty working days
    (
        "response-school",
        "FOIA",
        {"received": "2018-01-09", "school_days_off": [["2018-01-10", "2018-03-06"]]},
        {"due": "2018-04-06", "reached": ["school-days", "working-days"]},
    ),
    # FOISA: the time to ask for a review runs from day twenty, be the answer never so early
    (
        "foisa-review-request",
        "FOISA",
        {"received": "2024-03-01", "answered": "2024-03-08"},
        {"due": "2024-05-29", "day_zero": "2024-04-01"},
    ),
    (
        "foisa-appeal",
        "FOISA",
        {"review_received": "2023-08-01", "notice_received": "2023-08-31"},
        {"due": "2024-02-29", "day_zero": "2023-08-31"},
    ),
    # six weeks; 28 days, moved off Good Friday; [2023] UKFTT 302 (GRC)
    ("complaint", "FOIA", {"answered": "2025-11-13"}, {"due": "2025-12-25"}),
    ("appeal", "FOIA", {"sent": "2025-03-21"}, {"due": "2025-04-22", "before": "17:00"}),
    ("appeal", "FOIA", {"sent": "2022-11-10"}, {"due": "2022-12-08", "before": "17:00"}),
    ("veto", "FOIA", {"effective": "2009-02-24"}, {"due": "2009-03-25"}),
    ("veto", "FOISA", {"effective": "2009-02-24"}, {"due": "2009-04-07"}),
    (
        "own-window",
        "FOIA",
        {"from": "2022-07-13", "length": 40, "unit": "days"},
        {"due_calendar": "2022-08-22", "due_working": "2022-09-09"},
    ),
    (
        "receipt",
        "FOIA",
        {"instant": "2023-06-30T23:30:00+00:00", "convention": "statute"},
        {"received": "2023-07-01", "day_zero": "2023-07-01", "due": "2023-07-31"},
    ),
    (
        "receipt",
        "FOIA",
        {"instant": "2015-01-02T10:00:00+00:00", "convention": "next-working-day"},
        {"received": "2015-01-02", "day_zero": "2015-01-05", "due": "2015-02-02"},
    ),
    (
        "response-2020",
        "FOISA",
        {"received": "2020-04-07", "answered": "2020-05-27"},
        {"due": "2020-05-06", "limit": 20},
    ),
]


@pytest.mark.parametrize(
    ("rule", "regime", "given", "expect"),
    ANCHORS,
    ids=[f"{rule} {regime} {next(iter(given.values()))}" for rule, regime, given, _ in ANCHORS],
)
def test_anchors(
    cases: list[Case],
    rule: str,
    regime: str,
    given: dict[str, object],
    expect: dict[str, object],
) -> None:
    (case,) = (
        case
        for case in cases
        if (case["rule"], case["regime"], case["given"]) == (rule, regime, given)
    )
    assert case["expect"] == expect


class TestCountedAnotherWay:
    """The same answers from the file's own bank holidays, by lookup instead of by walking."""

    @pytest.mark.parametrize(
        ("rule", "start", "number"),
        [
            ("response", "received", 20),
            ("response-archives", "received", 30),
            ("response-on-leave", "received", 60),
            ("extended-response", "received", 40),
            ("clarification", "clarified", 20),
            ("review-request", "issued", 40),
            ("review-answer", "received", 20),
            ("review-answer-at-most", "received", 40),
            ("eir-representations", "failed", 40),
            ("eir-decision", "received", 40),
        ],
    )
    def test_the_nth_in_a_list(
        self,
        cases: list[Case],
        working: dict[str, list[str]],
        rule: str,
        start: str,
        number: int,
    ) -> None:
        of_the_rule = [case for case in cases if case["rule"] == rule]
        for case in of_the_rule:
            days = working[case["regime"]]
            day_one = bisect_right(days, case["given"][start])
            assert case["expect"]["due"] == days[day_one + number - 1], case["id"]

    def test_a_fee_leaves_what_was_not_used_before_the_notice(
        self, cases: list[Case], working: dict[str, list[str]]
    ) -> None:
        for case in (case for case in cases if case["rule"] == "fee"):
            received, notice, paid, limit = case["given"].values()
            days = working[case["regime"]]
            used = len([day for day in days if received < day < notice])
            resumed = bisect_right(days, paid)
            assert case["expect"]["due"] == days[resumed + limit - used - 1], case["id"]

    def test_school_days_in_a_list(self, cases: list[Case], working: dict[str, list[str]]) -> None:
        for case in (case for case in cases if case["rule"] == "response-school"):
            received, off = case["given"].values()
            later = working["FOIA"][bisect_right(working["FOIA"], received) :]
            open_days = [day for day in later if not any(a <= day <= b for a, b in off)]
            school, sixty = open_days[19], (later[59:] or ["past the calendar"])[0]
            assert case["expect"]["due"] == min(school, sixty), case["id"]
            reached = {"school-days": school, "working-days": sixty}
            assert case["expect"]["reached"] == [
                limit for limit, day in reached.items() if day == min(school, sixty)
            ]

    def test_london_by_the_zone_database(self, cases: list[Case]) -> None:
        for case in (case for case in cases if case["rule"] == "receipt"):
            instant = datetime.fromisoformat(case["given"]["instant"])
            assert case["expect"]["received"] == instant.astimezone(LONDON).date().isoformat()

    def test_london_through_every_change_of_the_clocks(self, generator: ModuleType) -> None:
        for year in YEARS:
            for month, day in ((3, 24), (10, 24)):
                for quarters in range(4 * 24 * 9):
                    instant = datetime(year, month, day, tzinfo=UTC)
                    instant += timedelta(minutes=15 * quarters)
                    assert generator.london_day(instant) == instant.astimezone(LONDON).date()

    def test_a_period_of_months_begins_again_the_day_after_it_ends(
        self, generator: ModuleType
    ) -> None:
        for year in (2023, 2024):
            for month in range(1, 13):
                begins = date(year, month, 1)
                ends: date = generator.last_of_months_beginning_with(begins, 3)
                assert ends + timedelta(days=1) == generator.months_after(begins, 3)
