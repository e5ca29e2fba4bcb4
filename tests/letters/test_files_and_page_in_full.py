"""What files of every kind say, and the page of what was read, word for word."""

from __future__ import annotations

import errno
import io
import os
import sys
from base64 import b64encode
from datetime import date
from email.message import EmailMessage
from hashlib import sha256
from typing import TYPE_CHECKING

import attrs
import docx
import pypdf
import pytest
from pypdf.errors import PdfReadError
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

import foiprevent as foi
from foiprevent.letters import About, Fact, Rule, files, read_letter
from foiprevent.letters.files import letter_text
from foiprevent.letters.page import reading_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from foiprevent.letters import FactValue

SAID = "Dear Requester, it is exempt under section 40(2)."


@pytest.fixture
def said(tmp_path: Path) -> Callable[[str, bytes], str]:
    def text(name: str, data: bytes) -> str:
        (tmp_path / name).write_bytes(data)
        return letter_text(str(tmp_path / name))

    return text


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[str, bytes], str]:
    """Give why a file is refused; that its name is told in full is asserted of each."""

    def reason(name: str, data: bytes) -> str:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(foi.LetterFileError) as caught:
            letter_text(tmp_path / name)
        assert caught.value.path == str(tmp_path / name)
        return caught.value.reason

    return reason


def pdf(*pages: str, password: str | None = None) -> bytes:
    writer = pypdf.PdfWriter()
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(key): NameObject(name) for key, name in names.items()})
    fonts = DictionaryObject({NameObject("/F1"): font})
    for text in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        shown = DecodedStreamObject()
        shown.set_data(f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode())
        page[NameObject("/Contents")] = shown
    if password is not None:
        writer.encrypt(password)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


class TestWhyAFileIsRefused:
    def test_it_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(foi.LetterFileError) as caught:
            letter_text(tmp_path / "a.txt")
        assert caught.value.path == str(tmp_path / "a.txt")
        assert caught.value.reason == os.strerror(errno.ENOENT)

    def test_no_file_can_have_its_name(self) -> None:
        with pytest.raises(foi.LetterFileError) as caught:
            letter_text("a\0.txt")
        assert caught.value.path == "a\0.txt"
        assert caught.value.reason.startswith("embedded null")

    def test_it_is_too_large(
        self,
        said: Callable[[str, bytes], str],
        refused: Callable[[str, bytes], str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(files, "MAX_BYTES", 2 * 2**20)
        most = b"a" * 2 * 2**20
        assert said("a.txt", most) == most.decode()
        assert refused("a.txt", most + b"a") == "larger than 2 MiB"

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("a.txt", b" \r\n\t", "holds no text"),
            ("a.html", b"<p> <script>no</script></p>", "holds no text"),
            ("A.PDF", pdf(""), "holds no text: it may be a scan, which must first be recognised"),
            ("a.pdf", pdf(SAID, password="secret"), "is locked by a password"),  # noqa: S106
            ("a.docx", b"Dear", "is no Word document that can be read: File is not a zip file"),
            (
                "a.eml",
                b"Content-Type: text/plain; charset=nonsense\n\nDear Sir",
                "is no mail that can be read: unknown encoding: nonsense",
            ),
        ],
        ids=("blank", "unsaid", "scanned", "locked", "no document", "no charset"),
    )
    def test_it_cannot_be_read(
        self, name: str, data: bytes, reason: str, refused: Callable[[str, bytes], str]
    ) -> None:
        assert refused(name, data) == reason

    @pytest.mark.filterwarnings("ignore")
    def test_it_is_no_pdf(self, refused: Callable[[str, bytes], str]) -> None:
        with pytest.raises(PdfReadError) as caught:
            pypdf.PdfReader(io.BytesIO(b"Dear Sir"))
        assert refused("a.pdf", b"Dear Sir") == f"is no PDF that can be read: {caught.value}"

    def test_a_library_is_not_installed(
        self, refused: Callable[[str, bytes], str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "pypdf", None)
        reason = "needs pypdf: pip install 'foiprevent[files]'"
        assert refused("a.pdf", pdf(SAID)) == reason


class TestPlainText:
    @pytest.mark.parametrize(
        ("name", "data", "text"),
        [
            ("a.txt", b"\xef\xbb\xbf\r\nDear  Sir\r\n", "\r\nDear  Sir\r\n"),
            ("a.md", "# \u00a310".encode(), "# \u00a310"),
            ("a.doc", b"\x93\xa310\x94 \x81", "\u201c\u00a310\u201d \ufffd"),
        ],
    )
    def test_is_as_it_stands(
        self, name: str, data: bytes, text: str, said: Callable[[str, bytes], str]
    ) -> None:
        assert said(name, data) == text


class TestMail:
    def test_is_four_headers_and_what_it_says(self, said: Callable[[str, bytes], str]) -> None:
        message = EmailMessage()
        message["Subject"] = "FOI 12/34: a  subject of so many words that it is folded over lines"
        message["To"] = "Ann Requester <ann@requester.example>"
        message["Cc"] = "other@requester.example"
        message["Date"] = "Wed, 24 May 2023 09:00:00 +0100"
        message["From"] = "Harrowdale Council <foi@harrowdale.example>"
        message.set_content(f"{SAID}\n\n<b>Six</b>  of 7.")
        message.add_alternative("<p>other</p>", subtype="html")
        message.add_attachment(b"x", maintype="application", subtype="pdf")
        assert said("a.EML", bytes(message)) == (
            "From: Harrowdale Council <foi@harrowdale.example>\n"
            "Date: Wed, 24 May 2023 09:00:00 +0100\n"
            "To: Ann Requester <ann@requester.example>\n"
            "Subject: FOI 12/34: a subject of so many words that it is folded over lines\n"
            "\n"
            "Dear Requester, it is exempt under section 40(2).\n"
            "\n"
            "<b>Six</b>  of 7.\n"
        )

    def test_of_a_web_page_alone_is_what_that_says(
        self, said: Callable[[str, bytes], str]
    ) -> None:
        message = EmailMessage()
        message["From"] = "foi@harrowdale.example"
        message.set_content("<p>Dear <b>Sir</b></p><p>Six.</p>", subtype="html")
        text = "From: foi@harrowdale.example\n\nDear Sir\n\nSix.\n"
        assert said("a.eml", bytes(message)) == text

    def test_without_a_body_is_its_headers(self, said: Callable[[str, bytes], str]) -> None:
        data = b"Subject: FOI 12/34\nContent-Type: application/pdf\n\nx"
        assert said("a.eml", data) == "Subject: FOI 12/34\n\n"


class TestWebPage:
    @pytest.mark.parametrize(
        ("markup", "text"),
        [
            ("<p>\n You \n<b>asked </b>,<i> why</i></p>now<br>or<br><br>not",
             "You asked , why\n\nnow\nor\n\nnot"),
            ("one<b>two</b>&nbsp;<b>three</b> four", "onetwo three four"),
            ("<ol><li>a<ul><li>b</ul><li>c</ol><ol><li>d</ol>e",
             "1. a\n\n- b\n\n2. c\n\n1. d\n\ne"),
            ("<li>a</ol></ul><li>b", "- a\n\n- b"),
            ("<ul><ol><li>a</p><li>b</ol><li>c</ul>", "1. a\n\n2. b\n\n- c\n"),
            ("</style></script>a<style>no</style>b<template>no<script>no</script>no</template>c",
             "abc"),
            ("<html><head><meta name=x><title>no</title>no</head><body>a</body></html>", "a"),
            ("<table><tr><th>a<th>b</tr><tr><td>c<td>d</tr></table>e", "a b\n\nc d\n\ne"),
            ("a<hr>b<div>c</div>d<span>e</span>", "a\n\nb\n\nc\n\nde"),
            ("<p></p><p></p>&pound;10 &lt;b&gt; &amp<p></p>", "\u00a310 <b> &\n"),
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("name", ["a.html", "a.HTM"])
    def test_is_what_it_says(
        self, name: str, markup: str, text: str, said: Callable[[str, bytes], str]
    ) -> None:
        assert said(name, markup.encode()) == text

    def test_may_be_in_windows_1252(self, said: Callable[[str, bytes], str]) -> None:
        assert said("a.html", b"<p>cost: \xa310") == "cost: \u00a310"


class TestWord:
    def test_is_its_paragraphs_lists_and_tables(
        self, said: Callable[[str, bytes], str], tmp_path: Path
    ) -> None:
        document = docx.Document()
        for text, style in (
            ("How many?", "List Number"),
            ("Why?", "List Number"),
            ("Our response", "Heading 1"),
            ("one", "List Bullet"),
            ("two", "List Bullet 2"),
        ):
            document.add_paragraph(text, style=style)
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip((*table.rows[0].cells, *table.rows[1].cells), "abcd", strict=True):
            cell.text = text
        document.add_paragraph("Yours")
        document.save(str(tmp_path / "saved"))
        assert said("A.DOCX", (tmp_path / "saved").read_bytes()) == (
            "1. How many?\n\n2. Why?\n\nOur response\n\n- one\n\n- two\n\na b\n\nc d\n\nYours"
        )


class TestPdf:
    def test_is_its_pages(self, said: Callable[[str, bytes], str]) -> None:
        assert said("a.pdf", pdf("One", "Two")) == "One\n\nTwo"

    def test_an_empty_password_opens_it(self, said: Callable[[str, bytes], str]) -> None:
        assert said("a.pdf", pdf("One", password="")) == "One"


WHOLE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; \
style-src &#x27;sha256-{digest}&#x27;">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Harrow &amp; Dale Council: other</title>
<style>{style}</style></head><body><main>
<article aria-label="The letter"><h1>Harrow &amp; Dale Council: other</h1>
<pre><mark class="told" title="authority (a name of the form that such bodies have)">\
Harrow &amp; Dale Council</mark>

<mark class="told" title="day of the letter: 24 May 2023 (a date on a line of its own)">\
24 May 2023</mark>

FOI request received on \
<mark class="told" title="day of receipt: 25 May 2023 (a date said to be of receipt)">\
25 May 2023</mark>.</pre></article>
<div><section aria-label="What was read"><h2>What was read</h2><dl>\
<dt>Kind</dt><dd>other</dd>\
<dt>Authority</dt><dd>Harrow &amp; Dale Council</dd>\
<dt>Reference</dt><dd>not read</dd>\
<dt>Regime</dt><dd>not read</dd>\
<dt>Received</dt><dd>25 May 2023</dd>\
<dt>Dated</dt><dd>24 May 2023</dd>\
<dt>Due, as it says</dt><dd>not read</dd>\
<dt>Review</dt><dd>not mentioned</dd></dl>\
<h2>At odds</h2><ul><li>the letter is dated before the request was received: \
25 May 2023, 24 May 2023</li></ul></section>
<section aria-label="The audit"><h2>The audit: 2 findings</h2><ul>\
<li>query, no-response: No answer is recorded; whether one is overdue depends on the day asked \
about. (FOIA s.10(1), FOIA s.10(6))</li>\
<li>query, dates-inconsistent: The recorded days cannot all be right: a letter of 2023-05-24 is \
older than the request. (FOIA s.10(1))</li></ul></section></div>
</main></body></html>
"""


class TestPage:
    def test_of_a_short_letter(self) -> None:
        page = reading_page(
            read_letter(
                "Harrow & Dale Council\n\n24 May 2023\n\nFOI request received on 25 May 2023."
            )
        )
        style = page.partition("<style>")[2].partition("</style>")[0]
        assert ".asked { background: var(--asked); }" in style
        digest = b64encode(sha256(style.encode()).digest()).decode()
        assert page == WHOLE.format(digest=digest, style=style)

    def test_of_a_letter_that_names_no_authority(self) -> None:
        page = reading_page(read_letter("Dear Sir"))
        assert "\n<title>An authority that is not named: other</title>\n" in page
        assert '"The letter"><h1>An authority that is not named: other</h1>\n' in page

    def test_of_questions(self) -> None:
        page = reading_page(
            read_letter(
                "You asked:\n\n1. How many <staff>?\n\n2. How much was spent on Prevent training?"
                "\n\nOur response\n\n1. Six."
            )
        )
        assert (
            "</dl><h2>Questions</h2><table><thead><tr><th>No.</th><th>Asked</th><th>Done</th></tr>"
            "</thead><tr><td>1</td><td>How many &lt;staff&gt;?</td><td>disclosed</td></tr>"
            "<tr><td>2</td><td>How much was spent on Prevent training? [funding, training]</td>"
            "<td>no answer read</td></tr></table><h2>Not understood</h2>"
        ) in page

    def test_of_what_is_relied_on_and_weighed(self) -> None:
        reading = read_letter(
            "You asked:\n\n1. What did Prevent cost?\n\n2. Why?\n\nOur response\n\n"
            "It is exempt under sections 24(1) and 31(1)(a).\n\n"
            "Factors in favour of disclosure\n\n"
            "- Openness & debate.\n\n- It is paid for by the public.\n\n"
            "Factors against disclosure\n\n- Much.\n\n"
            "On balance the public interest lies in maintaining the exemption."
        )
        reliances = (*reading.response.reliances, foi.Reliance(cited_as="section <99>"))
        response = attrs.evolve(reading.response, reliances=reliances)
        page = reading_page(attrs.evolve(reading, response=response))
        assert (
            "</table><h2>Relied on</h2><ul><li>FOIA s.24(1)</li><li>FOIA s.31(1)(a)</li>"
            "<li>section &lt;99&gt;</li></ul>"
            "<h2>Public interest, FOIA s.24(1), FOIA s.31(1)(a): maintain</h2>"
            "<ul><li>disclosure: Openness &amp; debate. [transparency]</li>"
            "<li>disclosure: It is paid for by the public.</li>"
            "<li>exemption: Much.</li></ul>"
            "<h2>Not understood</h2><p>2 passages.</p></section>"
        ) in page

    @pytest.mark.parametrize(
        ("said", "review"),
        [
            ("You may ask for an internal review.", "offered"),
            (
                "You may ask for an internal review within 40 working days of this letter.",
                "offered, within 40 working days from: letter",
            ),
        ],
    )
    def test_of_the_review_it_offers(self, said: str, review: str) -> None:
        assert f"<dt>Review</dt><dd>{review}</dd></dl>" in reading_page(read_letter(said))

    def test_of_a_letter_whose_review_is_not_recorded(self) -> None:
        reading = read_letter("Dear Sir")
        response = attrs.evolve(reading.response, review_route=None)
        page = reading_page(attrs.evolve(reading, response=response))
        assert "<dt>Review</dt><dd>not read</dd></dl></section>" in page


TEXT = "one <two> three"


def fact(words: str, about: About, value: FactValue, question: str | None = None) -> Fact:
    start = TEXT.index(words)
    return Fact(
        about=about,
        value=value,
        start=start,
        end=start + len(words),
        text=words,
        rule=Rule.PHRASE,
        question=question,
    )


def marked(*facts: Fact) -> str:
    page = reading_page(attrs.evolve(read_letter(TEXT), facts=facts))
    return page.partition("<pre>")[2].partition("</pre>")[0]


class TestMarks:
    def test_one_tells_of_its_fact(self) -> None:
        assert marked(fact("<two>", About.DUE, date(2024, 6, 3), 'a "b"')) == (
            'one <mark class="told" title="'
            "due date stated of question a &quot;b&quot;: 3 June 2024 "
            '(a turn of phrase)">&lt;two&gt;</mark> three'
        )

    def test_words_are_not_told_twice(self) -> None:
        assert marked(fact("one", About.LINK, "one"), fact("one", About.LINK, "two")) == (
            '<mark class="done" title="link (a turn of phrase)">one</mark> &lt;two&gt; three'
        )

    def test_the_kind_of_message_is_not_marked(self) -> None:
        kind = fact("one", About.KIND, foi.letters.MessageKind.OTHER)
        assert marked(kind) == "one &lt;two&gt; three"

    def test_the_shortest_fact_colours_what_two_share(self) -> None:
        wide = fact(TEXT, About.QUESTION, "one")
        narrow = fact("<two>", About.NCND, foi.Citation.parse("FOIA s.24(2)"))
        question = "question (a turn of phrase)"
        neither = "claim neither to confirm nor deny: FOIA s.24(2) (a turn of phrase)"
        assert marked(wide, narrow) == (
            f'<mark class="asked" title="{question}">one </mark>'
            f'<mark class="refused" title="{question}; {neither}">&lt;two&gt;</mark>'
            f'<mark class="asked" title="{question}"> three</mark>'
        )

    def test_facts_may_touch_and_cross(self) -> None:
        first = fact("one <two>", About.BALANCE, foi.Balance.MAINTAIN)
        second = fact("<two> three", About.LINK, "two")
        third = fact(" three", About.REVIEW_WINDOW, 40)
        balance = "balance of the public interest: maintain (a turn of phrase)"
        link = "link (a turn of phrase)"
        window = "time to ask for a review: 40 (a turn of phrase)"
        assert marked(first, second, third) == (
            f'<mark class="weighed" title="{balance}">one </mark>'
            f'<mark class="weighed" title="{balance}; {link}">&lt;two&gt;</mark>'
            f'<mark class="told" title="{link}; {window}"> three</mark>'
        )

    def test_the_last_six_are_told(self) -> None:
        first = fact("one", About.LINK, "one")
        others = [fact("one <two>", About.REVIEW_WINDOW, days) for days in range(6)]
        told = "; ".join(f"time to ask for a review: {n} (a turn of phrase)" for n in range(6))
        assert marked(first, *others) == (
            f'<mark class="told" title="{told}">one</mark>'
            f'<mark class="told" title="{told}"> &lt;two&gt;</mark> three'
        )
