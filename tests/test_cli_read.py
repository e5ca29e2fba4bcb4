"""The command that reads letters."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import foiprevent as foi
from foiprevent.cli import main

WRITTEN = Path(__file__).parent / "letters" / "written"
ONE = str(WRITTEN / "02-tarnbridge-prevent-mixed.txt")
TWO = str(WRITTEN / "08-dunwold-apology.txt")


def test_one_letter_is_told_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", ONE]) == 0
    out = capsys.readouterr().out
    assert "Case: Tarnbridge Metropolitan Borough Council" in out
    assert "Kind of message: response" in out
    assert "Not understood: " in out


def test_what_is_at_odds_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text("1 June 2024\n\nThank you for your request received on 3 June 2024.")
    assert main(["read", str(letter)]) == 0
    out = capsys.readouterr().out
    assert "At odds: the letter is dated before the request was received: 3 June 2024" in out
    assert "Not understood" not in out


def test_many_are_a_line_of_json_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", ONE, TWO]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["file"], first["kind"]) == (ONE, "response")
    assert (second["kind"], second["due"]) == ("other", "2025-03-03")
    text = Path(ONE).read_text()
    assert all(text[fact["start"] : fact["end"]] == fact["text"] for fact in first["facts"])
    case = json.dumps(first["case"]).encode()
    assert foi.loads(case) == foi.read_letter(text).to_case()


def test_what_cannot_be_read_does_not_stop_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7")
    assert main(["read", str(broken), ONE, "--json"]) == 2
    captured = capsys.readouterr()
    failed, read = map(json.loads, captured.out.splitlines())
    assert failed["file"] == str(broken)
    assert "no PDF" in failed["error"]
    assert read["kind"] == "response"
    assert captured.err.startswith("foiprevent: cannot read the letter")
    assert len(captured.err.splitlines()) == 1


def test_one_that_cannot_be_read_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(tmp_path / "none.txt")]) == 2
    captured = capsys.readouterr()
    assert captured.out.strip() == ""
    assert "No such file" in captured.err


def test_a_page_is_written_beside_the_letter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(Path(ONE).read_text())
    letters = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert main(["read", *letters, "--html"]) == 0
    assert "a.reading.html" in capsys.readouterr().out
    for name in ("a.reading.html", "b.reading.html"):
        assert (tmp_path / name).read_text().startswith("<!DOCTYPE html>")


def test_a_page_is_written_where_it_is_wanted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    assert main(["read", ONE, "--html", str(page), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "response"
    assert page.exists()


@pytest.mark.parametrize("page", ["missing/page.html", "no\0page.html"])
def test_a_page_that_cannot_be_written_is_told(
    page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", ONE, "--html", f"{tmp_path}/{page}"]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_a_page_that_cannot_be_written_does_not_stop_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(Path(ONE).read_text())
    (tmp_path / "a.reading.html").mkdir()
    assert main(["read", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--html"]) == 2
    assert "cannot write" in capsys.readouterr().err
    assert (tmp_path / "b.reading.html").exists()


def test_one_page_is_for_one_letter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", ONE, TWO, "--html", "page.html"]) == 2
    assert "--html FILE is for one letter" in capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class TestProgress:
    def test_a_bar_is_shown_where_somebody_sees_it(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        seen = Terminal()
        monkeypatch.setattr(sys, "stderr", seen)
        assert main(["read", ONE, TWO]) == 0
        assert "Reading letters" in seen.getvalue()
        assert len(capsys.readouterr().out.splitlines()) == 2

    def test_without_rich_there_is_none(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        seen = Terminal()
        monkeypatch.setattr(sys, "stderr", seen)
        monkeypatch.setitem(sys.modules, "rich.console", None)
        assert main(["read", ONE, TWO]) == 0
        assert seen.getvalue() == ""
        assert len(capsys.readouterr().out.splitlines()) == 2
