"""The command line: GOV.UK's file of bank holidays taken in, an iCalendar file given out."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest
import vobject

from foiprevent import casebook, codec
from foiprevent.cli import main
from foiprevent.deadlines.ics import timetable_ics

if TYPE_CHECKING:
    from pathlib import Path

BARNET, COVENTRY, LEICESTER = casebook.names()


@pytest.fixture
def govuk() -> dict[str, Any]:
    path = resources.files("govuk_bank_holidays") / "bank-holidays.json"
    file: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return file


def saved(tmp_path: Path, content: object) -> str:
    path = tmp_path / "bank-holidays.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return str(path)


class TestBankHolidays:
    def test_due(
        self, govuk: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        # The file is older than Scotland's World Cup bank holiday of 15 June 2026.
        name = saved(tmp_path, govuk)
        assert main(["due", "2026-06-01"]) == 0
        assert capsys.readouterr().out.startswith("2026-06-30 ")
        assert main(["due", "2026-06-01", "--bank-holidays", name]) == 0
        assert capsys.readouterr().out.startswith("2026-06-29 ")
        assert main(["due", "2026-06-01", "--bank-holidays", name, "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert "(GOV.UK " in found["calendar_version"]

    def test_timetable(
        self, govuk: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        # 14 April 2023, in Scotland alone.
        govuk["scotland"]["events"].append({"title": "A day", "date": "2023-04-14"})
        name = saved(tmp_path, govuk)
        assert main(["timetable", BARNET, "--bank-holidays", name]) == 0
        out = capsys.readouterr().out
        assert "Tuesday 25 April 2023" in out
        assert "19 working days late" in out
        for case in (COVENTRY, LEICESTER):
            assert main(["timetable", case, "--bank-holidays", name]) == 0

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "is not JSON: expected the bank-holidays.json of GOV.UK"),
            (b"\xff\xfe\xff", "is not JSON"),
            (b"[" * 100_000, "is not JSON"),
            (b"[]", "is no list of bank holidays: expected what GOV.UK's bank-holidays.json"),
            ({}, "is no list of bank holidays: england-and-wales is missing"),
        ],
    )
    def test_what_is_no_such_file(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: object, reason: str
    ) -> None:
        for command in (["due", "2026-06-01"], ["timetable", BARNET]):
            assert main([*command, "--bank-holidays", saved(tmp_path, content)]) == 2
            said = capsys.readouterr()
            assert said.out == ""
            assert said.err.count("\n") == 1
            assert reason in said.err

    @pytest.mark.parametrize("name", ["nowhere/at-all.json", ".", "a\0b"])
    def test_what_cannot_be_read(self, capsys: pytest.CaptureFixture[str], name: str) -> None:
        assert main(["due", "2026-06-01", "--bank-holidays", name]) == 2
        assert "cannot read the bank holidays" in capsys.readouterr().err

    def test_a_year_that_is_missing_is_named(
        self, govuk: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        events = govuk["scotland"]["events"]
        govuk["scotland"]["events"] = [e for e in events if not e["date"].startswith("2027")]
        assert main(["due", "2026-06-01", "--bank-holidays", saved(tmp_path, govuk)]) == 2
        assert "scotland 2027 is missing" in capsys.readouterr().err


class TestIcs:
    def test_printed(self, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
        assert main(["timetable", BARNET, "--ics", "-"]) == 0
        printed = capfdbinary.readouterr().out
        assert printed.endswith(b"END:VCALENDAR\r\n")
        assert printed.count(b"\n") == printed.count(b"\r\n")
        calendar = vobject.readOne(printed.decode())
        assert calendar.vevent_list[0].dtstart.value == date(2023, 4, 24)

    def test_printed_by_a_process(self) -> None:
        command = [sys.executable, "-m", "foiprevent", "timetable", BARNET, "--ics", "-"]
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - ours
        assert done.stdout.startswith(b"BEGIN:VCALENDAR\r\n")
        assert done.stderr == b""

    def test_written(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "barnet.ics"
        assert main(["timetable", BARNET, "--on", "2024-01-01", "--ics", str(path)]) == 0
        assert capsys.readouterr().out == f"3 dates written to {str(path)!r}\n"
        case = casebook.load(BARNET)
        title = f"{case.authority.name}, {case.request.reference}"
        assert path.read_bytes() == timetable_ics(
            case.timetable(on=date(2024, 1, 1)), title=title, key=f'["{title}", "2023-03-23"]'
        )

    def test_without_a_date_that_can_be_told(self, tmp_path: Path) -> None:
        path = tmp_path / "leicester.ics"
        assert main(["timetable", LEICESTER, "--ics", str(path)]) == 0
        assert b"Not known" in path.read_bytes()

    @pytest.mark.parametrize("name", ["nowhere/at-all.ics", ".", "a\0b"])
    def test_what_cannot_be_written(self, capsys: pytest.CaptureFixture[str], name: str) -> None:
        assert main(["timetable", BARNET, "--ics", name]) == 2
        assert "cannot write" in capsys.readouterr().err

    def test_one_form_at_a_time(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["timetable", BARNET, "--ics", "-", "--json"]) == 2
        assert "give one of them" in capsys.readouterr().err

    def test_without_the_package(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "icalendar", None)
        assert main(["timetable", BARNET, "--ics", "-"]) == 2
        assert "pip install 'foiprevent[ics]'" in capsys.readouterr().err


def test_both_together_read_the_case_from_standard_input(
    tmp_path: Path, govuk: dict[str, Any]
) -> None:
    path = tmp_path / "case.ics"
    command = ["timetable", "-", "--ics", str(path)]
    command += ["--bank-holidays", saved(tmp_path, govuk)]
    done = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-m", "foiprevent", *command],
        input=codec.dumps(casebook.load(COVENTRY)),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    assert b"(GOV.UK" in b"".join(path.read_bytes().split(b"\r\n "))
