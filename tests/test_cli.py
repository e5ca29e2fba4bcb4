"""The command line: what it prints, where, and with which exit status."""

from __future__ import annotations

import contextlib
import errno
import functools
import importlib
import io
import itertools
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import types
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from unittest import mock

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import foiprevent as foi
from foiprevent import casebook, codec, exemptions, strategies
from foiprevent.cases import events
from foiprevent.citations import Citation
from foiprevent.cli import main
from foiprevent.codec import _parsing
from foiprevent.deadlines import TimetableEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BARNET, COVENTRY, LEICESTER = casebook.names()
every_case = pytest.mark.parametrize("name", [BARNET, COVENTRY, LEICESTER])
COMMANDS = ["due", "exemption", "audit", "timetable", "read", "schema", "casebook"]
USAGE = "is not a day: write it as 2023-03-23 or '23 March 2023'"
RANGE = "lies outside the working-day calendar, which runs from "


class Ran(NamedTuple):
    """What a run of the command line came to."""

    status: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """What was printed, however the lines were folded."""
        return " ".join(self.out.split())

    @property
    def json(self) -> Any:  # noqa: ANN401
        """What was printed, as JSON."""
        return json.loads(self.out)


Run: TypeAlias = "Callable[..., Ran]"
Save: TypeAlias = "Callable[[foi.Case | bytes | str], str]"


def is_clean(printed: str) -> bool:
    return all(char.isprintable() or char == "\n" for char in printed)


def checked(ran: Ran) -> Ran:
    """Check what holds of every run: one stream is used, and nothing steers a terminal."""
    assert is_clean(ran.out + ran.err)
    assert "Traceback" not in ran.out + ran.err
    if ran.status == 2:
        assert ran.out == ""
        assert re.fullmatch(r"foiprevent: .+\n", ran.err)
    else:
        assert ran.status in (0, 1)
        assert ran.out.endswith("\n")
        assert not ran.out.endswith("\n\n")
        assert ran.err == ""
    return ran


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*arguments: str) -> Ran:
        status = main(arguments)
        return checked(Ran(status, *capsys.readouterr()))

    return ran


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Return what writes a case, or anything else, to a file and gives its name."""
    numbers = itertools.count()

    def saved(content: foi.Case | bytes | str) -> str:
        path = tmp_path / f"{next(numbers)}.json"
        data = foi.dumps(content) if isinstance(content, foi.Case) else content
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return str(path)

    return saved


def mirrors(written: object, value: object) -> bool:
    """Return whether *written* has the public attributes of *value*, at any depth."""
    if isinstance(value, (tuple, list)):
        assert isinstance(written, list)
        return all(itertools.starmap(mirrors, zip(written, value, strict=True)))
    if isinstance(value, Citation):
        return written == str(value)
    kind: type = type(value)
    if attrs.has(kind):
        assert isinstance(written, dict)
        properties = {name for name, of in vars(kind).items() if isinstance(of, property)}
        fields = {field.name for field in attrs.fields(kind)}
        return set(written) == fields | properties and all(
            mirrors(member, getattr(value, name)) for name, member in written.items()
        )
    if isinstance(value, date):
        return written == value.isoformat()
    if isinstance(value, frozenset):
        return written == sorted(value)
    return written == getattr(value, "value", value)


class TestDue:
    @pytest.mark.parametrize(
        "spelling", ["2023-03-23", "23 March 2023", "23 march 2023", "23 MARCH 2023"]
    )
    def test_both_ways_to_write_a_day(self, run: Run, spelling: str) -> None:
        expected = "2023-04-24  Monday 24 April 2023 (FOIA s.10(1))\n"
        assert run("due", spelling) == Ran(0, expected, "")

    @pytest.mark.parametrize("spelling", ["2023-05-01", "1 May 2023", "01 May 2023"])
    def test_a_short_day_is_read_like_a_long_one(self, run: Run, spelling: str) -> None:
        assert run("due", spelling).out.startswith("2023-05-31  ")

    @pytest.mark.parametrize(
        ("regime", "day", "cite"),
        [
            ("FOIA", "2026-07-14  Tuesday 14 July 2026", "FOIA s.10(1)"),
            ("EIR", "2026-07-14  Tuesday 14 July 2026", "EIR reg.5(2)"),
            ("FOISA", "2026-07-13  Monday 13 July 2026", "FOISA s.10(1)"),
            ("foisa", "2026-07-13  Monday 13 July 2026", "FOISA s.10(1)"),
        ],
    )
    def test_regime(self, run: Run, regime: str, day: str, cite: str) -> None:
        ran = run("due", "2026-06-14", "--regime", regime)
        assert ran.out == f"{day} ({cite})\n"

    def test_explain(self, run: Run) -> None:
        ran = run("due", "2023-03-23", "--explain")
        assert ran.status == 0
        found = foi.deadline(date(2023, 3, 23))
        assert ran.out.splitlines()[:7] == [
            "Monday 24 April 2023 is the last day to answer the request.",
            "  rests on   FOIA s.10(1); FOIA s.10(6) (statutory)",
            "  day 0      Thursday 23 March 2023, the day the request is received",
            "  period     20 working days, the last ending at midnight",
            "  not counted, besides 10 days of weekends:",
            "    Friday 7 April 2023, Good Friday: England and Wales (common law), Scotland",
            "      (schedule), Northern Ireland (common law)",
        ]
        assert ran.text == " ".join(found.explain().split())

    def test_a_projected_day_says_so(self, run: Run) -> None:
        assert run("due", "2029-06-14").out == (
            "2029-07-13  Friday 13 July 2029 (FOIA s.10(1), projected)\n"
        )
        assert "note projected: bank holidays are published only to" in (
            run("due", "2029-06-14", "--explain").text
        )

    @pytest.mark.parametrize("regime", ["FOIA", "EIR", "FOISA"])
    @pytest.mark.parametrize("extra", [[], ["--explain"]])
    def test_json(self, run: Run, regime: str, extra: list[str]) -> None:
        ran = run("due", "2023-03-23", "--json", "--regime", regime, *extra)
        assert mirrors(ran.json, foi.deadline(date(2023, 3, 23), regime=foi.Regime(regime)))

    def test_json_in_full(self, run: Run) -> None:
        found = run("due", "23 March 2023", "--json").json
        assert found["due"] == "2023-04-24"
        assert found["start"] == "2023-03-23"
        assert found["cites"] == ["FOIA s.10(1)", "FOIA s.10(6)"]
        assert found["rule"] == "response"
        assert found["projected"] is False
        assert found["library_version"] == foi.__version__
        assert found["law_as_at"] == {
            "day": "2023-03-23",
            "basis": "the day the request was received",
        }
        days = [day["day"] for day in found["skipped"] if day["holiday"]]
        assert days == ["2023-04-07", "2023-04-10"]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "2023-02-30",
            "2023-13-01",
            "20230323",
            "2023-3-23",
            "2023-W12-4",
            "2023-082",
            " 2023-03-23",
            "2023-03-23\n",
            "2023-03-23T09:00",
            "23/03/2023",
            "yesterday",
            "30 February 2023",
            "29 February 2023",
            "0 March 2023",
            "23 Mar 2023",
            "23 Marsh 2023",
            "March 23 2023",
            "23 March 23",
            "23  March 2023",
            "23 March 0000",
            "٢٣ March 2023",
            "٢٠٢٣-٠٣-٢٣",
            "2023\u201003\u201023",
            "2023-03-2\x00",
            "x" * 100_000,
        ],
    )
    def test_what_is_no_day(self, run: Run, text: str) -> None:
        ran = run("due", text)
        assert ran.status == 2
        assert USAGE in ran.err
        assert len(ran.err) < 300

    @pytest.mark.parametrize(
        "text", ["1999-12-31", "0001-01-01", "1 January 1999", "2031-01-01", "9999-12-31"]
    )
    def test_a_day_the_calendar_does_not_know(self, run: Run, text: str) -> None:
        ran = run("due", text)
        assert ran.status == 2
        assert RANGE in ran.err

    def test_a_day_whose_due_date_the_calendar_does_not_know(self, run: Run) -> None:
        assert RANGE in run("due", "2030-12-20").err


class TestExemption:
    def test_a_limb(self, run: Run) -> None:
        ran = run("exemption", "24(2)")
        assert ran.status == 0
        law = exemptions.LAW_AS_AT.isoformat()
        assert ran.out.splitlines() == [
            "FOIA s.24(2): National security",
            "  No need to confirm or deny so far as that is required to safeguard national",
            "  security.",
            "",
            "  what it does              takes away the duty to confirm or deny that it is",
            "                            held",
            "  status                    qualified",
            "  public interest test      needed",
            "  basis                     required",
            "  harm                      safeguard",
            "  for information under     s.24(1)",
            "  certificate               s.24(3)",
            "  in force                  since 1 January 2005",
            "  confidence                text verified, dates verified",
            "  notes                     24(2), unlike 24(1), is not worded to exclude",
            "                            matters within s.23.",
            f"  source                    {foi.exemption('24(2)').uri}",
            f"  law as at                 {law} (the law as last known)",
        ]

    @pytest.mark.parametrize(
        "spelling", ["s24(2)", "s.24(2)", "section 24 (2)", "FOIA s.24(2)", "24(2) FOIA"]
    )
    def test_any_way_to_write_it(self, run: Run, spelling: str) -> None:
        assert run("exemption", spelling) == run("exemption", "24(2)")

    @pytest.mark.parametrize(
        ("citation", "lines"),
        [
            ("24(1)", ["neither confirm nor deny s.24(2)", "not together with s.23(1)"]),
            ("31(1)(a)", ["harm would or would be likely to prejudice"]),
            ("23(1)", ["status absolute", "made absolute by FOIA s.2(3)(b)", "test not needed"]),
            ("41(1)(b)", ["part of s.41(1)"]),
            ("36(2)(b)(i)", ["qualified person their opinion is needed", "test it depends"]),
            ("40(3A)", ["what it does defines or limits others; exempts nothing by itself"]),
            ("24(3)", ["what it does provides for a certificate; exempts nothing by itself"]),
            ("40(5B)(a)(i)", ["status disputed note on its status", "test it depends"]),
        ],
    )
    def test_what_is_said_of_it(self, run: Run, citation: str, lines: list[str]) -> None:
        text = run("exemption", citation).text
        for line in lines:
            assert line in text

    def test_only_some_may_rely_on_it(self, run: Run) -> None:
        narrow = {row.who_may_rely: row.citation for row in exemptions.catalogue()}
        for who, citation in narrow.items():
            text = run("exemption", str(citation)).text
            assert (f"who may rely on it {who}" in text) is (who != "any public authority")
        assert len(narrow) > 1

    def test_limbs_are_listed_with_what_each_says(self, run: Run) -> None:
        ran = run("exemption", "31(1)")
        assert ran.out.splitlines()[:3] == [
            "FOIA s.31(1): Law enforcement",
            "  s.31(1)(a): Harm to preventing or detecting crime.",
            "  s.31(1)(b): Harm to catching or prosecuting offenders.",
        ]
        found = foi.exemption("31(1)")
        for limb in found.limbs:
            assert f"{limb.citation.short}: {limb.summary}" in ran.text
        assert found.summary not in ran.text

    def test_a_provision_with_a_summary_of_its_own_keeps_it_above_its_limbs(
        self, run: Run
    ) -> None:
        text = run("exemption", "40(2)").text
        assert foi.exemption("40(2)").summary in text
        assert "s.40(2) by virtue of s.40(3B): Second condition" in text

    def test_a_section(self, run: Run) -> None:
        text = run("exemption", "24").text
        assert "what it does has limbs that do different things: see each" in text
        assert "s.24(1): Information outside 23(1)" in text

    def test_a_condition(self, run: Run) -> None:
        ran = run("exemption", "40(2)", "--condition", "40(3A)(a)")
        assert ran.out.startswith(
            "FOIA s.40(2) by virtue of s.40(3A)(a): Personal information\n  First condition"
        )

    @pytest.mark.parametrize("day", ["2016-05-01", "1 May 2016"])
    def test_the_law_of_another_day(self, run: Run, day: str) -> None:
        text = run("exemption", "40(5)(b)(i)", "--on", day).text
        assert text.startswith("FOIA s.40(5)(b)(i): Personal information")
        assert text.endswith("law as at 2016-05-01 (the day asked for)")

    @pytest.mark.parametrize("citation", ["24(2)", "31(1)", "40(2)", "23", "40(3A)", "24(3)"])
    def test_json(self, run: Run, citation: str) -> None:
        found = run("exemption", citation, "--json").json
        assert mirrors(found, foi.exemption(citation))
        assert found["citation"] == f"FOIA s.{citation}"

    def test_json_in_part(self, run: Run) -> None:
        found = run("exemption", "24(2)", "--json", "--on", "2023-05-24").json
        assert found["duty"] == "confirm or deny"
        assert found["status"] == "qualified"
        assert found["covers"] == ["FOIA s.24(1)"]
        assert found["needs_public_interest_test"] is True
        assert found["uri"].endswith("/section/24/2")
        trigger = "the day the request was dealt with"
        assert found["in_force"] == [
            {"start": "2005-01-01", "end": None, "note": None, "trigger": trigger}
        ]

    @pytest.mark.parametrize("extra", [[], ["--json"]])
    @pytest.mark.parametrize(
        ("citation", "condition", "on", "message"),
        [
            ("99", None, None, "FOIA s.99: not an exemption: "),
            ("31(1)(j)", None, None, "FOIA s.31(1)(j): no such provision: s.31(1) has (a), (b)"),
            ("21(4)", None, None, "FOIA s.21(4): no such provision: s.21 has (1), (2)"),
            ("22A(1)", None, "2010-01-01", "FOIA s.22A(1): not in force on 2010-01-01: "),
            ("40(5)(b)(i)", None, None, "in its place stands s.40(5B)(a)(i)"),
            ("twenty-four", None, None, "'twenty-four' is not a citation: at position 0, "),
            ("24(2", None, None, "'24(2' is not a citation: at position 2, "),
            ("", None, None, "'' is not a citation: at position 0, "),
            ("24(1) and (2)", None, None, "expected the end: one provision, no list or range"),
            ("40(2)", "x", None, "'x' is not a citation"),
            ("24(2)", "24(1)", None, "FOIA s.24(2): no such limb by virtue of s.24(1)"),
            ("\x1b[31m24(2)", None, None, "'\\x1b[31m24(2)' is not a citation"),
            ("24(2)\n\nAudit: x", None, None, "'24(2)\\n\\nAudit: x' is not a citation"),
        ],
    )
    def test_what_is_refused_is_refused_in_the_words_of_the_library(
        self,
        run: Run,
        *,
        citation: str,
        condition: str | None,
        on: str | None,
        message: str,
        extra: list[str],
    ) -> None:
        options = {"--condition": condition, "--on": on}
        given = [word for option in options.items() if option[1] for word in option if word]
        ran = run("exemption", citation, *given, *extra)
        assert ran.status == 2
        assert message in ran.err
        day = None if on is None else date.fromisoformat(on)
        with pytest.raises(foi.FoiPreventError) as caught:
            foi.exemption(citation, condition=condition, on=day)
        assert ran.err == f"foiprevent: {caught.value}\n"

    @pytest.mark.parametrize(
        ("regime", "citation", "lines"),
        [
            ("EIR", "12(5)(b)", ["basis adverse effect", "harm would adversely affect"]),
            ("EIR", "12(5)(d)", ["limited by reg.12(9)"]),
            ("EIR", "5(3)", ["basis exclusion", "made absolute by EIR reg.5(3)"]),
            ("FOISA", "30(c)", ["harm would or would be likely to otherwise prejudice"]),
            ("FOISA", "18(1)", ["for information under s.28(1), s.29(1)(a)"]),
        ],
    )
    def test_another_regime(self, run: Run, regime: str, citation: str, lines: list[str]) -> None:
        ran = run("exemption", citation, "--regime", regime)
        assert ran == run("exemption", f"{regime} {citation}")
        for line in lines:
            assert line in ran.text

    def test_where_an_amendment_goes_by_receipt(self, run: Run) -> None:
        late = run("exemption", "37(1)(a)", "--on", "2011-02-01")
        early = run("exemption", "37(1)(a)", "--on", "2011-02-01", "--received", "2011-01-10")
        assert "status absolute" in late.text
        assert "status qualified" in early.text

    @pytest.mark.parametrize("day", ["1 Foo 2023", "", "2023-02-29", "20230524"])
    def test_a_bad_day_is_refused(self, run: Run, day: str) -> None:
        assert run("exemption", "24(2)", "--on", day).err == f"foiprevent: '{day}' {USAGE}\n"


class TestTimetable:
    def test_barnet(self, run: Run) -> None:
        ran = run("timetable", BARNET)
        assert ran.status == 0
        assert ran.out.splitlines() == [
            "Timetable: London Borough of Barnet, reference 9449636",
            "",
            "  Thursday 23 March 2023       the request was received",
            "",
            "  Monday 24 April 2023         last day to answer the request",
            "                               done Wednesday 24 May 2023, 20 working days late",
            "                               20 working days from Thursday 23 March 2023",
            "                               rests on FOIA s.10(1); FOIA s.10(6) (statutory)",
            "",
            "  Friday 21 July 2023          last day to ask for an internal review",
            "                               40 working days from Wednesday 24 May 2023",
            "                               rests on s.45 Code of Practice (July 2018) para",
            "                               5.3 (code of practice)",
            "",
            "  Friday 21 July 2023          last day to ask for an internal review, by the",
            "                               letter's own window",
            "                               40 working days from Wednesday 24 May 2023",
            "                               rests on the letter's own words",
        ]

    def test_coventry_shows_both_readings_of_40_days(self, run: Run) -> None:
        text = run("timetable", COVENTRY).text
        assert "40 calendar days from Wednesday 13 July 2022" in text
        assert "40 working days from Wednesday 13 July 2022" in text
        assert "counted from receipt of the letter, taken to be the day it was sent" in text
        assert "Monday 22 August 2022 last day to ask for an internal review, by the" in text

    def test_leicester_shows_what_is_missing(self, run: Run) -> None:
        text = run("timetable", LEICESTER).text
        assert (
            "not known the last day to answer the request missing: the day the request was "
            "received rests on FOIA s.10(1)"
        ) in text
        assert "missing: the day the response was sent" in text

    @pytest.mark.parametrize(
        ("day", "said"),
        [
            ("2023-04-21", "not done by Friday 21 April 2023, in time 20 working days"),
            ("24 April 2023", "not done by Monday 24 April 2023, in time 20 working days"),
            ("2023-04-25", "not done by Tuesday 25 April 2023, 1 working day late 20"),
            ("2023-04-26", "not done by Wednesday 26 April 2023, 2 working days late 20"),
        ],
    )
    def test_without_an_answer_it_counts_to_the_day_asked_about(
        self, run: Run, save: Save, day: str, said: str
    ) -> None:
        case = attrs.evolve(casebook.load(BARNET), responses=())
        case = attrs.evolve(case, request=attrs.evolve(case.request, regime=foi.Regime.FOIA))
        ran = run("timetable", save(case), "--on", day)
        assert ran.status == 0
        assert said in ran.text
        written = said.removeprefix("not done by ").partition(",")[0]
        assert f"Barnet, reference 9449636, on {written}" in ran.text

    def test_one_day_is_not_days(self, run: Run, save: Save) -> None:
        barnet = casebook.load(BARNET)
        letter = barnet.responses[0]
        route = foi.ReviewRoute(
            offered=foi.Offer.OFFERED, length=1, unit=foi.WindowUnit.CALENDAR_DAYS
        )
        letters = (attrs.evolve(letter, sent=date(2023, 4, 25), review_route=route),)
        text = run("timetable", save(attrs.evolve(barnet, responses=letters))).text
        assert "done Tuesday 25 April 2023, 1 working day late" in text
        assert "1 calendar day from Tuesday 25 April 2023" in text

    def test_in_time(self, run: Run, save: Save) -> None:
        barnet = casebook.load(BARNET)
        letters = (attrs.evolve(barnet.responses[0], sent=date(2023, 4, 24)),)
        text = run("timetable", save(attrs.evolve(barnet, responses=letters))).text
        assert "done Monday 24 April 2023, in time" in text

    def test_how_late_it_is_cannot_be_told_past_the_calendar(self, run: Run, save: Save) -> None:
        barnet = casebook.load(BARNET)
        case = attrs.evolve(
            barnet,
            request=attrs.evolve(barnet.request, received=date(2030, 11, 1)),
            responses=(attrs.evolve(barnet.responses[0], sent=date(2031, 2, 3)),),
        )
        lines = run("timetable", save(case)).out.splitlines()
        (done,) = [line.strip() for line in lines if "done" in line]
        assert done == "done Monday 3 February 2031"
        assert any("projected: bank holidays are" in line for line in lines)

    @every_case
    @pytest.mark.parametrize("on", [None, "2023-06-01"])
    def test_json(self, run: Run, name: str, on: str | None) -> None:
        ran = run("timetable", name, "--json", *(["--on", on] if on else []))
        assert ran.status == 0
        day = None if on is None else date.fromisoformat(on)
        assert mirrors(ran.json, casebook.load(name).timetable(on=day))

    def test_json_of_barnet(self, run: Run) -> None:
        entry = run("timetable", BARNET, "--json").json["entries"][0]
        assert set(entry) == {field.name for field in attrs.fields(TimetableEntry)}
        assert entry["deadline"]["due"] == "2023-04-24"
        assert entry["met_on"] == "2023-05-24"
        assert entry["late_by"] == 20


class TestAudit:
    @pytest.mark.parametrize(("name", "status"), [(BARNET, 1), (COVENTRY, 0), (LEICESTER, 1)])
    def test_status_and_findings(self, run: Run, name: str, status: int) -> None:
        ran = run("audit", name)
        assert ran.status == status
        found = foi.audit(casebook.load(name))
        assert ran.text.startswith(f"Audit: {casebook.load(name).authority.name}")
        assert f"Law as at {found.law_as_at}; foiprevent {foi.__version__}" in ran.text
        place = 0
        for finding in found:
            cites = "; ".join(map(str, finding.cites))
            said = f"{finding.code}: {finding.message} rests on {cites}"
            place = ran.text.index(said, place)

    def test_the_findings_stand_under_their_severity(self, run: Run) -> None:
        found = foi.audit(casebook.load(BARNET))
        lines = run("audit", BARNET).out.splitlines()
        for heading, severity in (
            ("Breaches of the law", foi.Severity.BREACH),
            ("Short of good practice", foi.Severity.PRACTICE),
            ("For a person to look at", foi.Severity.QUERY),
        ):
            count = sum(finding.severity is severity for finding in found)
            assert lines.count(f"{heading} ({count})") == 1

    def test_a_severity_without_a_finding_has_no_heading(self, run: Run) -> None:
        assert "Breaches" not in run("audit", COVENTRY).out

    def test_nothing_found(self, run: Run, save: Save) -> None:
        case = foi.Case(
            authority=foi.PublicAuthority(name="Barnet"),
            request=foi.Request(
                received=date(2023, 3, 23),
                regime=foi.Regime.FOIA,
                questions=(foi.Question(key="1", text="How many?"),),
            ),
            responses=(
                foi.Response(
                    sent=date(2023, 4, 24),
                    answers=(foi.Answer(question="1", outcome=foi.Outcome.DISCLOSED),),
                ),
            ),
        )
        assert foi.audit(case).findings == ()
        ran = run("audit", save(case))
        assert ran.status == 0
        assert ran.out.splitlines()[:3] == ["Audit: Barnet", "", "Nothing found."]

    def test_silence_is_a_breach_once_a_day_is_asked_about(self, run: Run, save: Save) -> None:
        case = foi.Case(
            authority=foi.PublicAuthority(name="Barnet"),
            request=foi.Request(received=date(2023, 3, 23), regime=foi.Regime.FOIA),
        )
        name = save(case)
        assert run("audit", name).status == 0
        assert run("audit", name, "--on", "2023-04-24").status == 0
        late = run("audit", name, "--on", "25 April 2023")
        assert late.status == 1
        assert late.out.startswith("Audit: Barnet, on Tuesday 25 April 2023\n")
        assert "no-response: " in late.out
        assert run("audit", name, "--on", "2023-04-25", "--json").status == 1

    @every_case
    def test_json(self, run: Run, name: str) -> None:
        found = foi.audit(casebook.load(name))
        ran = run("audit", name, "--json")
        assert ran.status == run("audit", name).status
        assert mirrors(ran.json, found)

    def test_json_of_barnet(self, run: Run) -> None:
        ran = run("audit", BARNET, "--json", "--on", "2023-06-01")
        assert ran.status == 1
        assert ran.json["on"] == "2023-06-01"
        first = ran.json["findings"][0]
        assert first["code"] == "late-response"
        assert first["severity"] == "breach"
        assert first["cites"] == ["FOIA s.10(1)", "FOIA s.17(1)"]
        assert ran.json["has_breach"] is True
        assert ran.json["law_as_at"] == {
            "day": "2023-05-24",
            "basis": "the day the request was dealt with",
        }


class TestWhereACaseComesFrom:
    """CASE is a casebook name, a JSON file, or ``-``."""

    @every_case
    @pytest.mark.parametrize("command", ["audit", "timetable"])
    @pytest.mark.parametrize("extra", [[], ["--json"]])
    def test_name_file_and_standard_input_agree(
        self,
        run: Run,
        save: Save,
        monkeypatch: pytest.MonkeyPatch,
        *,
        name: str,
        command: str,
        extra: list[str],
    ) -> None:
        case = casebook.load(name)
        expected = run(command, name, *extra)
        assert run(command, save(case), *extra) == expected
        stdin = types.SimpleNamespace(buffer=io.BytesIO(foi.dumps(case)))
        monkeypatch.setattr(sys, "stdin", stdin)
        assert run(command, "-", *extra) == expected

    def test_a_name_of_the_casebook_goes_before_a_file(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path(BARNET).write_text("no case", encoding="utf-8")
        assert run("audit", BARNET).status == 1
        assert run("audit", f"./{BARNET}").status == 2

    @pytest.mark.parametrize("command", ["audit", "timetable"])
    @pytest.mark.parametrize("extra", [[], ["--json"]])
    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("no-such-file.json", "cannot read the case 'no-such-file.json': No such file or"),
            ("", "cannot read the case '': Is a directory"),
            (".", "cannot read the case '.': Is a directory"),
            ("a\x00b", "cannot read the case 'a\\x00b': embedded null byte"),
            ("a\nb", "cannot read the case 'a\\nb': No such file"),
            ("\x1b]0;title\x07", "cannot read the case '\\x1b]0;title\\x07': No such file"),
            ("\u202egnp.esac", "cannot read the case '\\u202egnp.esac': No such file"),
            ("\udcff", "cannot read the case '\\udcff': No such file"),
            ("x" * 5000, "(5000 characters): File name too long"),
            ("barnet", "a case is a JSON file, - or one of barnet-data-sharing, coventry"),
        ],
    )
    def test_what_cannot_be_read(
        self,
        run: Run,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        *,
        command: str,
        extra: list[str],
        name: str,
        message: str,
    ) -> None:
        monkeypatch.chdir(tmp_path)
        ran = run(command, name, *extra)
        assert ran.status == 2
        assert message in ran.err

    def test_a_file_that_may_not_be_read(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, save: Save
    ) -> None:
        def refused(*_: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        name = save(casebook.load(BARNET))
        assert foi.__version__  # which is read from a file, once
        monkeypatch.setattr(Path, "open", refused)
        assert ": Permission denied; a case is" in run("audit", name).err

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ("", "1 fault; $: not JSON: Expecting value at line 1, column 1"),
            ("not JSON", "1 fault; $: not JSON: Expecting value at line 1, column 1"),
            ('{"format": "foiprevent/1",}', "1 fault; $: not JSON: "),
            ("[]", "1 fault; $: expected an object, found an empty list"),
            ("7", "1 fault; $: expected an object, found the number 7"),
            (b"\xff", "1 fault; $: not UTF-8: invalid start byte at byte 0"),
            (b"\xef\xbb\xbf{}", "1 fault; $: expected JSON, found a byte order mark before it"),
            ("[" * 100_000, "1 fault; $: lists and objects are nested more than 64 deep"),
            ("{}", "3 faults; $: "),
            (
                '{"format": "foiprevent/1", "authority": {"name": 7}, "request": {"on": null}}',
                "2 faults; $.authority.name: expected a text, found the number 7; $.request.on",
            ),
        ],
    )
    @pytest.mark.parametrize("command", ["audit", "timetable"])
    def test_what_is_no_case(
        self, run: Run, save: Save, command: str, content: bytes | str, message: str
    ) -> None:
        name = save(content)
        ran = run(command, name)
        assert ran.status == 2
        assert f"is not a case: {message}" in ran.err

    def test_standard_input_that_is_no_case(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(b"[]")))
        assert run("audit", "-").err == (
            "foiprevent: the standard input is not a case: "
            "1 fault; $: expected an object, found an empty list\n"
        )

    def test_standard_input_that_is_closed(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", None)
        assert "the standard input is not a case: 1 fault; $: not JSON" in run("audit", "-").err

    @pytest.mark.parametrize(("count", "told", "more"), [(10, 10, ""), (12, 10, "; and 2 more")])
    def test_the_first_ten_faults_are_told(
        self, run: Run, save: Save, count: int, told: int, more: str
    ) -> None:
        document = json.loads(foi.dumps(casebook.load(COVENTRY)))
        document["request"]["questions"] = [{"key": str(key)} for key in range(count)]
        ran = run("audit", save(json.dumps(document)))
        assert f"is not a case: {count} faults; $.request.questions[0]: lacks 'text'" in ran.err
        assert ran.err.count("lacks 'text'") == told
        assert ran.err.endswith(f"$.request.questions[9]: lacks 'text', which is required{more}\n")

    def test_a_document_that_is_too_large(
        self, run: Run, save: Save, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(codec, "MAX_BYTES", 1000)
        monkeypatch.setattr(_parsing, "MAX_BYTES", 1000)
        message = "1 fault; $: too large: 1001 bytes, and at most 1000 are read"
        assert message in run("audit", save(" " * 5000)).err
        monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(b" " * 5000)))
        assert message in run("audit", "-").err

    def test_a_document_is_named_as_it_was_given(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("a case.json").write_text("[]", encoding="utf-8")
        assert run("audit", "a case.json").err.startswith(
            "foiprevent: 'a case.json' is not a case: 1 fault; "
        )

    def test_a_bad_day_is_refused(self, run: Run) -> None:
        assert f"'20230601' {USAGE}" in run("audit", BARNET, "--on", "20230601").err
        assert f"'soon' {USAGE}" in run("timetable", BARNET, "--on", "soon").err


class TestSchema:
    @pytest.mark.parametrize(
        ("words", "of"), [([], foi.Case), (["case"], foi.Case), (["audit"], foi.Audit)]
    )
    @pytest.mark.parametrize("option", [[], ["--json"]])
    def test_is_printed(self, run: Run, words: list[str], option: list[str], of: type) -> None:
        ran = run("schema", *words, *option)
        assert (ran.status, ran.err) == (0, "")
        assert ran.json == foi.json_schema(of)

    def test_of_something_else(self, run: Run) -> None:
        ran = run("schema", "letter")
        assert (ran.status, ran.out) == (2, "")
        assert "invalid choice: 'letter'" in ran.err


class TestCasebook:
    def test_the_list(self, run: Run) -> None:
        ran = run("casebook")
        assert ran == Ran(0, ran.out, "")
        assert ran.out.splitlines() == [
            "  barnet-data-sharing  London Borough of Barnet: 14 questions; response,",
            "                       Wednesday 24 May 2023",
            "  coventry-referrals   Coventry City Council: 3 questions; response, Wednesday",
            "                       13 July 2022",
            "  leicester-returnees  Leicester City Council: 5 questions; response, undated",
        ]

    def test_the_list_as_json(self, run: Run) -> None:
        assert run("casebook", "--json").json == list(casebook.names())

    @every_case
    def test_a_case_is_shown_with_its_timetable_and_audit(self, run: Run, name: str) -> None:
        ran = run("casebook", name)
        assert ran.status == 0
        record, dates, findings = re.split(r"\n\n(?=Timetable: |Audit: )", ran.out)
        assert f"{dates}\n" == run("timetable", name).out
        assert findings == run("audit", name).out
        case = casebook.load(name)
        assert record.startswith(f"Case: {case.authority.name}")
        text = " ".join(record.split())
        for question in case.request.questions:
            assert f"{question.label} {question.text}" in text
        given = [answer for response in case.responses for answer in response.answers]
        assert record.count(" -> ") == len(given)
        for response in case.responses:
            for answer in response.answers:
                said = f": {answer.text}" if answer.text else ""
                assert f"-> {answer.outcome.value}{said}" in text
            for reliance in response.reliances:
                assert f"relies on {reliance.citation} for " in text
                assert (reliance.reasons or "") in text
            for test in response.tests:
                for factor in test.factors:
                    assert f"for {factor.side.value}: {factor.text}" in text
            for remark in response.remarks:
                assert f"note: {remark}" in text
            assert response.review_route is not None
            assert (response.review_route.wording or "") in text
            assert response.commissioner is not None
            assert (response.commissioner.contact or "") in text

    def test_barnet_in_part(self, run: Run) -> None:
        lines = run("casebook", BARNET).out.splitlines()
        assert lines[:3] == [
            "Case: London Borough of Barnet, reference 9449636",
            "",
            "Request, received Thursday 23 March 2023",
        ]
        assert "Response, Wednesday 24 May 2023" in lines
        assert "  relies on FOIA s.24(2) for questions 12 and 13" in lines
        assert "  relies on FOIA s.31(1)(a) for the whole request" in lines
        assert "  relies on FOIA s.38(1) for question 14" in lines
        assert "  public interest test under s.24(1) and s.24(2): no conclusion" in lines
        assert "  public interest test under s.38(1): comes out for exemption" in lines
        assert "  review: offered" in lines
        assert "  right to apply to the Commissioner: stated" in lines
        assert "        held by: Metropolitan Police" in lines
        assert "        attached: The agreement asked for" in lines
        assert "  link: Open Barnet <http://open.barnet.gov.uk/>" in lines

    @every_case
    def test_a_case_as_json(self, run: Run, name: str) -> None:
        ran = run("casebook", name, "--json")
        assert ran.status == 0
        assert foi.loads(ran.out) == casebook.load(name)

    @pytest.mark.parametrize("extra", [[], ["--json"]])
    @pytest.mark.parametrize("name", ["barnet", "", "-", "_barnet", "\x1b[2J"])
    def test_there_is_no_such_case(self, run: Run, name: str, extra: list[str]) -> None:
        assert run("casebook", *extra, "--", name).err == (
            f"foiprevent: there is no case {name!r} in the casebook, which has "
            "barnet-data-sharing, coventry-referrals, leicester-returnees\n"
        )

    def test_every_thing_a_record_can_hold(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        s = Citation.parse
        letter = foi.Response(
            kind=foi.ResponseKind.REVIEW_OUTCOME,
            answers=(
                foi.Answer(question="a", part="first half", outcome=foi.Outcome.WITHHELD),
                foi.Answer(question="a", part="the rest", outcome=foi.Outcome.NCND),
            ),
            reliances=(
                foi.Reliance(cited_as="Section 24(9)(z)"),
                foi.Reliance(
                    cited_as="31(3)",
                    citation=s("31(3)"),
                    by_virtue_of=(s("31(1)(a)"), s("31(1)(b)")),
                    alternative_to=(s("23(5)"),),
                    scope=foi.WholeRequest(),
                ),
            ),
            tests=(
                foi.PublicInterestTest(
                    provisions=(s("31(3)"),), balance=foi.Balance.DISCLOSE, reasons="Because."
                ),
            ),
            review_route=foi.ReviewRoute(offered=foi.Offer.NONE_EXISTS),
            commissioner=foi.Commissioner(right=foi.Told.NOT_MENTIONED),
        )
        case = foi.Case(
            authority=foi.PublicAuthority(name="Somewhere"),
            request=foi.Request(questions=(foi.Question(key="a", text="How many?"),)),
            responses=(letter, foi.Response(sent=date(2023, 1, 2))),
            events=(
                events.ReviewRequested(on=date(2023, 2, 1)),
                events.Withdrawn(on=date(2023, 2, 2)),
            ),
        )
        monkeypatch.setattr(casebook, "load", lambda _: case)
        ran = run("casebook", BARNET)
        assert ran.out.partition("\n\nTimetable")[0].splitlines() == [
            "Case: Somewhere",
            "",
            "Request, received on a day not known",
            "  a How many?",
            "     -> withheld (first half)",
            "     -> neither confirmed nor denied (the rest)",
            "",
            "Review outcome, undated",
            "  relies on Section 24(9)(z) (no provision) for no question in particular",
            "  relies on FOIA s.31(3) by virtue of s.31(1)(a), s.31(1)(b) for the whole",
            "    request, in the alternative to s.23(5)",
            "  public interest test under s.31(3): comes out for disclosure",
            "  review: none exists",
            "  right to apply to the Commissioner: not mentioned",
            "",
            "Response, Monday 2 January 2023",
            "",
            "Review requested, Wednesday 1 February 2023",
            "",
            "Withdrawn, Thursday 2 February 2023",
        ]


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ([], "the following arguments are required: COMMAND (see foiprevent --help)"),
            (["nonsense"], "argument COMMAND: invalid choice: 'nonsense'"),
            ([""], "argument COMMAND: invalid choice: ''"),
            (["--nonsense"], "the following arguments are required: COMMAND"),
            (["due"], "arguments are required: DATE (see foiprevent due --help)"),
            (["exemption"], "arguments are required: CITATION (see foiprevent exemption --help)"),
            (["audit"], "arguments are required: CASE (see foiprevent audit --help)"),
            (["timetable"], "arguments are required: CASE (see foiprevent timetable --help)"),
            (["due", "23", "March", "2023"], "unrecognized arguments: March 2023"),
            (["due", "2023-03-23", "--regime", "X"], "argument --regime: invalid choice: 'X'"),
            (["due", "2023-03-23", "--regime"], "argument --regime: expected one argument"),
            (["due", "2023-03-23", "--on", "2023-03-24"], "unrecognized arguments: --on 2023"),
            (["audit", BARNET, "--on"], "argument --on: expected one argument"),
            (["audit", BARNET, "--explain"], "unrecognized arguments: --explain"),
            (["casebook", BARNET, COVENTRY], "unrecognized arguments: coventry-referrals"),
            (["due", "2023-03-23", "\x1b[31m\r\nfoiprevent: all is well"], "\\x1b[31m foi"),
            (["due", "2023-03-23", "\udcff\u202e\x7f\x9b"], "\\udcff\\u202e\\x7f\\x9b"),
        ],
    )
    def test_one_line_says_what_is_wrong(
        self, run: Run, arguments: list[str], message: str
    ) -> None:
        ran = run(*arguments)
        assert ran.status == 2
        assert message in ran.err
        assert "usage:" not in ran.err

    @pytest.mark.parametrize("option", ["-h", "--help"])
    @pytest.mark.parametrize("command", [None, *COMMANDS])
    def test_help(self, run: Run, command: str | None, option: str) -> None:
        words = [command] if command else []
        ran = run(*words, option)
        assert ran.status == 0
        assert ran.out.startswith(" ".join(["usage: foiprevent", *words]))

    def test_help_names_every_command(self, run: Run) -> None:
        lines = run("--help").out.splitlines()
        found = [line.split()[0] for line in lines if line.startswith("    ")]
        assert found == COMMANDS

    def test_help_ends_with_a_command_that_works(self, run: Run) -> None:
        (words,) = re.findall(r"For a start: foiprevent ([a-z -]+)\.", run("--help").text)
        assert run(*words.split()).status == 0

    @pytest.mark.parametrize("option", ["-V", "--version"])
    def test_version(self, run: Run, option: str) -> None:
        assert run(option) == Ran(0, f"foiprevent {foi.__version__}\n", "")

    def test_arguments_are_those_of_the_process_by_default(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["anything", "due", "2023-03-23"])
        assert main() == 0
        assert capsys.readouterr().out.startswith("2023-04-24")


HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b[2J\x1b[H",
    "\x9b31m",
    "\x00",
    "\x08\x08\x08",
    "\x7f",
    "\r",
    "\r\nNothing found.\r\n",
    "\n\nAudit: nobody\n\nNothing found.\n",
    "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029",
    "\u202eesrever\u202c",
    "\u200f\u200e\u061c\u2066\u2069",
    "\ud800",
    "\udcff",
    "\ufeff\u200b\u2060",
    "\U000e0041",
    "\ue000\uffff",
]


def hostile(text: str) -> foi.Case:
    """Return a case all of whose texts are *text*."""
    s = Citation.parse
    filled = f"a{text}b"
    link = foi.Link(text=filled, uri=filled)
    letter = foi.Response(
        sent=date(2023, 5, 24),
        regime_claimed=foi.Regime.FOIA,
        reference=filled,
        answers=(
            foi.Answer(
                question=filled,
                part=filled,
                outcome=foi.Outcome.DISCLOSED,
                text=filled,
                referred_to=filled,
                links=(link,),
                attachments=(filled,),
            ),
        ),
        reliances=(
            foi.Reliance(cited_as=filled, reasons=filled),
            foi.Reliance(
                cited_as=filled, citation=s("99"), scope=foi.QuestionScope(keys=(filled, "x"))
            ),
            foi.Reliance(
                cited_as=filled, citation=s("24(2)"), scope=foi.QuestionScope(keys=(filled,))
            ),
        ),
        tests=(
            foi.PublicInterestTest(
                provisions=(s("24(2)"),),
                argued_on=foi.Duty.COMMUNICATE,
                factors=(foi.Factor(side=foi.Side.EXEMPTION, text=filled, tags=(filled,)),),
                reasons=filled,
            ),
        ),
        review_route=foi.ReviewRoute(
            offered=foi.Offer.OFFERED, contact=filled, wording=filled, length=2
        ),
        commissioner=foi.Commissioner(right=foi.Told.STATED, contact=filled),
        links=(link,),
        remarks=(filled,),
    )
    return foi.Case(
        authority=foi.PublicAuthority(name=filled),
        request=foi.Request(
            received=date(2023, 3, 23),
            reference=filled,
            preamble=filled,
            questions=(
                foi.Question(key=filled, label=filled, text=filled, depends_on=(filled,)),
                foi.Question(key=f"{filled}2", text=filled),
            ),
        ),
        responses=(letter,),
        events=(events.Transferred(on=date(2023, 3, 24), to=filled),),
    )


every_trick = pytest.mark.parametrize("text", HOSTILE, ids=ascii)
OURS = re.compile(
    r"(?:Case|Timetable|Audit): .*|Request, received .*|Response, .*|Transferred, .*|Law as at .*"
    r"|calendar [0-9-]+\.|(?:Breaches of the law|Short of good practice|For a person to look at) "
    r"\([0-9]+\)|"
)


def only_ours(printed: str) -> bool:
    """Return whether each line that is not indented is a heading of the library's own."""
    lines = [line for line in printed.split("\n") if not line.startswith(" ")]
    headings = [line for line in lines if line.startswith(("Case: ", "Timetable: ", "Audit: "))]
    return all(OURS.fullmatch(line) for line in lines) and len(headings) in (1, 3)


class TestAStrangersTexts:
    """Nothing in a case can steer the terminal, or pass for what the library says."""

    @every_trick
    @pytest.mark.parametrize("command", ["audit", "timetable"])
    def test_read_from_a_file(self, run: Run, save: Save, command: str, text: str) -> None:
        ran = run(command, save(hostile(text)))
        assert ran.status in (0, 1)
        assert only_ours(ran.out)

    @every_trick
    def test_shown_as_a_record(self, run: Run, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
        monkeypatch.setattr(casebook, "load", lambda _: hostile(text))
        assert only_ours(run("casebook", BARNET).out)
        assert run("casebook").status == 0

    @every_trick
    @pytest.mark.parametrize("command", ["audit", "timetable"])
    def test_json(self, run: Run, save: Save, command: str, text: str) -> None:
        ran = run(command, save(hostile(text)), "--json")
        assert ran.out.isascii()
        case = hostile(text)
        assert mirrors(ran.json, foi.audit(case) if command == "audit" else case.timetable())

    @every_trick
    def test_in_a_document_that_is_refused(self, run: Run, save: Save, text: str) -> None:
        ran = run("audit", save(json.dumps({text: 1, "format": text})))
        assert ran.status == 2
        document = json.loads(foi.dumps(hostile("")))
        document["responses"][0]["kind"] = text
        document["request"][f"x{text}"] = text
        document["request"]["received"] = text
        assert "3 faults" in run("audit", save(json.dumps(document))).err

    def test_what_is_escaped_can_still_be_read(self, run: Run, save: Save) -> None:
        assert run("timetable", save(hostile("\x1b[31m"))).out.startswith(
            "Timetable: a\\x1b[31mb, reference a\\x1b[31mb\n"
        )

    def test_what_can_be_printed_is_left_alone(self, run: Run, save: Save) -> None:
        printed = run("timetable", save(hostile("é \u2013 Ünïcode, 漢字 😀 \\n"))).out
        assert printed.startswith("Timetable: aé \u2013 Ünïcode, 漢字 😀 \\nb, reference")

    def test_a_long_name_does_not_reach_the_margin(self, run: Run, save: Save) -> None:
        name = save(hostile(" Nothing found." * 20))
        assert only_ours(run("audit", name).out)
        assert only_ours(run("timetable", name).out)

    @given(case=strategies.cases(), text=st.text(max_size=20), command=st.sampled_from(COMMANDS))
    def test_any_case_is_shown(self, case: foi.Case, text: str, command: str) -> None:
        """No case that can be recorded is refused, and none reaches the terminal raw."""
        named = attrs.evolve(case, authority=foi.PublicAuthority(name=f"{text}."))
        arguments = ["casebook", BARNET]
        if command in ("audit", "timetable"):
            arguments = [command, "-"]
        stdin = types.SimpleNamespace(buffer=io.BytesIO(foi.dumps(named)))
        out, err = io.StringIO(), io.StringIO()
        with (
            mock.patch.object(sys, "stdin", stdin),
            mock.patch.object(casebook, "load", return_value=named),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            status = main(arguments)
        checked(Ran(status, out.getvalue(), err.getvalue()))
        breach = command == "audit" and foi.audit(named).has_breach
        assert status == (1 if breach else 0)


class TestWidth:
    @pytest.mark.parametrize(
        ("columns", "width"), [("20", 40), ("40", 40), ("61", 61), ("80", 80), ("300", 100)]
    )
    @every_case
    @pytest.mark.parametrize("command", ["casebook", "timetable", "audit"])
    def test_lines_fit(
        self,
        run: Run,
        monkeypatch: pytest.MonkeyPatch,
        *,
        command: str,
        name: str,
        columns: str,
        width: int,
    ) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        lines = run(command, name).out.splitlines()
        long = [line.strip() for line in lines if len(line) > width]
        # A long address stays whole.
        assert [line for line in long if not line.startswith(("<http", "http"))] == []
        assert command != "casebook" or max(map(len, lines)) > width - 5

    @every_case
    def test_what_is_said_does_not_depend_on_it(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        said = []
        for columns in ("40", "80", "200"):
            monkeypatch.setenv("COLUMNS", columns)
            said.append(run("casebook", name).text)
        assert said[0] == said[1] == said[2]

    def test_a_narrow_timetable_has_the_dates_above_what_they_are_for(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        assert run("timetable", BARNET).out.splitlines()[3:10] == [
            "  Thursday 23 March 2023",
            "    the request was received",
            "",
            "  Monday 24 April 2023",
            "    last day to answer the request",
            "    done Wednesday 24 May 2023, 20",
            "    working days late",
        ]

    def test_a_narrow_explanation(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        lines = run("due", "2023-03-23", "--explain").out.splitlines()
        assert max(map(len, lines)) <= 40
        assert lines[:5] == [
            "Monday 24 April 2023 is the last day to",
            "      answer the request.",
            "  rests on   FOIA s.10(1); FOIA s.10(6)",
            "             (statutory)",
            "  day 0      Thursday 23 March 2023, the",
        ]

    @pytest.mark.parametrize("columns", range(40, 101, 3))
    def test_an_explanation_breaks_between_words(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, columns: int
    ) -> None:
        monkeypatch.setenv("COLUMNS", str(columns))
        ran = run("due", "2029-06-14", "--explain")
        assert ran.text == " ".join(foi.deadline(date(2029, 6, 14)).explain().split())
        assert max(map(len, ran.out.splitlines())) <= columns

    def test_a_narrow_exemption(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        lines = run("exemption", "24(2)").out.splitlines()
        place = lines.index("  what it does")
        assert lines[place + 1] == "    takes away the duty to confirm or"

    @pytest.mark.parametrize("columns", ["", "0", "-1", "wide", "99999999999"])
    def test_odd_settings(self, run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        assert run("audit", COVENTRY).status == 0


class Refusing(io.StringIO):
    """A stream that cannot be written to."""

    def __init__(self, error: OSError, file: io.BufferedWriter) -> None:
        super().__init__()
        self.error = error
        self.file = file

    def write(self, _: str) -> int:
        raise self.error

    def fileno(self) -> int:
        return self.file.fileno()


class TestStreams:
    @pytest.fixture
    def full(self, tmp_path: Path) -> Iterator[Callable[[OSError], Refusing]]:
        with (tmp_path / "stream").open("wb") as file:
            yield functools.partial(Refusing, file=file)

    @pytest.mark.parametrize(
        ("arguments", "status"), [(["audit", BARNET], 1), (["audit", COVENTRY], 0), (["-h"], 0)]
    )
    def test_a_reader_that_has_gone_changes_nothing(
        self,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        arguments: list[str],
        status: int,
    ) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "w", encoding="utf-8") as stream:
            monkeypatch.setattr(sys, "stdout", stream)
            assert main(arguments) == status
            monkeypatch.undo()
        assert capsys.readouterr() == ("", "")

    def test_a_full_disk_is_bad(
        self,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        full: Callable[[OSError], Refusing],
    ) -> None:
        error = OSError(errno.ENOSPC, "No space left on device")
        monkeypatch.setattr(sys, "stdout", full(error))
        assert main(["audit", BARNET]) == 2
        assert capsys.readouterr().err == "foiprevent: cannot write: No space left on device\n"

    def test_errors_that_nobody_reads_are_errors_still(
        self,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        full: Callable[[OSError], Refusing],
    ) -> None:
        monkeypatch.setattr(sys, "stderr", full(BrokenPipeError(errno.EPIPE, "Broken pipe")))
        assert main(["audit", "nothing"]) == 2
        assert capsys.readouterr().out == ""


MODULE = [sys.executable, "-m", "foiprevent"]
SCRIPT = [shutil.which("foiprevent", path=str(Path(sys.executable).parent)) or "not installed"]
both_ways = pytest.mark.parametrize("program", [MODULE, SCRIPT], ids=["module", "script"])


def process(
    *command: str | bytes,
    given: bytes = b"",
    stdout: int = subprocess.PIPE,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - the command is ours
        command,
        input=given,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        env={**os.environ, "COLUMNS": "80", **(environment or {})},
    )


class TestProcess:
    """The same in a process of its own."""

    @both_ways
    def test_due(self, program: list[str], run: Run) -> None:
        ran = process(*program, "due", "2023-03-23", "--explain")
        expected = run("due", "2023-03-23", "--explain").out
        assert (ran.returncode, ran.stdout.decode(), ran.stderr) == (0, expected, b"")

    @both_ways
    def test_an_audit_of_standard_input_with_a_breach(self, program: list[str], run: Run) -> None:
        ran = process(*program, "audit", "-", given=foi.dumps(casebook.load(BARNET)))
        assert (ran.returncode, ran.stderr) == (1, b"")
        assert ran.stdout.decode() == run("audit", BARNET).out

    @both_ways
    def test_bad_input(self, program: list[str]) -> None:
        ran = process(*program, "audit", "-", given=b"\x1b[31m")
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert re.fullmatch(rb"foiprevent: the standard input is not a case: [^\n]+\n", ran.stderr)

    @both_ways
    def test_bad_usage(self, program: list[str]) -> None:
        ran = process(*program, "due")
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert ran.stderr.count(b"\n") == 1

    @both_ways
    def test_help(self, program: list[str]) -> None:
        ran = process(*program, "--help")
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert ran.stdout.startswith(b"usage: foiprevent ")

    @pytest.mark.parametrize(
        ("arguments", "status"), [(["casebook", BARNET], 0), (["audit", BARNET], 1), (["-h"], 0)]
    )
    def test_a_reader_that_has_gone(self, arguments: list[str], status: int) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        try:
            ran = process(*MODULE, *arguments, stdout=writer)
        finally:
            os.close(writer)
        assert (ran.returncode, ran.stderr) == (status, b"")

    @pytest.mark.parametrize(
        "environment",
        [
            {"PYTHONIOENCODING": "ascii"},
            {"PYTHONIOENCODING": "ascii:strict", "LANG": "C"},
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"LANG": "C", "LC_ALL": "C"},
        ],
        ids=str,
    )
    def test_a_terminal_that_knows_no_accents(self, environment: dict[str, str]) -> None:
        case = foi.Case(
            authority=foi.PublicAuthority(name="Ynys Môn \u2013 \ud800 漢"), request=foi.Request()
        )
        ran = process(*MODULE, "timetable", "-", given=foi.dumps(case), environment=environment)
        assert (ran.returncode, ran.stderr) == (0, b"")
        printed = ran.stdout.decode()
        if "PYTHONIOENCODING" in environment or "PYTHONUTF8" in environment:
            assert printed.startswith("Timetable: Ynys M\\xf4n \\u2013 \\ud800 \\u6f22\n")
        else:  # Python takes UTF-8 there, if there is a locale for it
            assert printed.startswith("Timetable: Ynys M")
        assert is_clean(printed)

    def test_an_argument_that_is_not_utf_8(self) -> None:
        ran = process(*MODULE, "audit", b"\xff\xfe")
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert b"cannot read the case '\\udcff\\udcfe': " in ran.stderr
        assert ran.stderr.count(b"\n") == 1


class TestModule:
    """``python -m foiprevent``, in this process."""

    @pytest.fixture(autouse=True)
    def fresh(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delitem(sys.modules, "foiprevent.__main__", raising=False)

    def test_it_runs(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["foiprevent", "audit", BARNET])
        with pytest.raises(SystemExit) as caught:
            runpy.run_module("foiprevent", run_name="__main__")
        assert caught.value.code == 1
        assert capsys.readouterr().out.startswith("Audit: London Borough of Barnet")

    def test_to_import_it_does_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        module = importlib.import_module("foiprevent.__main__")
        assert module.main is main
        assert capsys.readouterr() == ("", "")
