"""The page that shows what was read."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import foiprevent as foi
from foiprevent.letters.page import reading_page

FOLDER = Path(__file__).parent / "written"
LETTERS = sorted(FOLDER.glob("*.txt"))
VOID = {"meta", "link", "br", "img", "input"}


class Checked(HTMLParser):
    """Reads a page, and what is in its letter."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.letter = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs)
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open.pop() != tag:
            assert self.open, tag

    def handle_data(self, data: str) -> None:
        if "pre" in self.open:
            self.letter += data


def checked(text: str) -> Checked:
    page = Checked()
    page.feed(reading_page(foi.read_letter(text)))
    page.close()
    return page


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_the_letter_is_there_word_for_word(path: Path) -> None:
    text = path.read_text()
    page = checked(text)
    assert page.letter == text
    assert not page.open
    assert "mark" in page.tags


def test_script_in_a_letter_is_text() -> None:
    text = (
        "<script>alert(1)</script>\n\nOur ref: FOI-<img src=x onerror=alert(1)>-12\n\n"
        "1. <b>How many</b>?\n\nExempt under section 40(2) \"'><script>alert(2)</script>."
    )
    page = checked(text)
    assert page.letter == text
    assert not page.tags & {"script", "img", "b"}


def test_nothing_is_loaded_and_the_browser_is_told() -> None:
    page = reading_page(foi.read_letter("Dear Sir"))
    assert re.search(r'Content-Security-Policy" content="default-src &#x27;none&#x27;', page)
    assert "http://" not in page
    assert "https://" not in page


def test_what_is_at_odds_or_absent_is_said() -> None:
    reading = foi.read_letter(
        "1 June 2024\n\nThank you for your request received on 3 June 2024.\n\nNothing else."
    )
    page = reading_page(reading)
    assert "An authority that is not named" in page
    assert "the letter is dated before the request was received: 3 June 2024, 1 June 2024" in page
    assert "Not understood" in page
    assert "<dt>Regime</dt><dd>not read</dd>" in page


def test_a_letter_of_which_nothing_is_left_unread_does_not_say_so() -> None:
    assert "Not understood" not in reading_page(foi.read_letter(""))


def test_topics_and_arguments_stand_beside_what_has_them() -> None:
    page = reading_page(foi.read_letter((FOLDER / "02-tarnbridge-prevent-mixed.txt").read_text()))
    assert (
        "A copy of the current Counter-Terrorism Local Profile. [counter-terrorism local" in page
    )
    assert (
        "disclosure: openness about how a publicly funded programme works; [transparency]" in page
    )
    assert "the gravest kind.</li>" in page


def test_one_passage_is_one() -> None:
    page = reading_page(foi.read_letter("We hold a map of it.\n\nDear Requester,"))
    assert "<p>1 passage.</p>" in page
