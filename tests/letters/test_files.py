"""Letters in files of every kind, whole and broken."""

from __future__ import annotations

import sys
from contextlib import suppress
from email.message import EmailMessage
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

import foiprevent as foi
from foiprevent.letters import files
from foiprevent.letters.files import letter_text

if TYPE_CHECKING:
    from pathlib import Path

SAID = "Dear Requester, it is exempt under section 40(2)."


def pdf(text: str | None, password: str | None = None) -> pypdf.PdfWriter:
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    if text is not None:
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        shown = DecodedStreamObject()
        escaped = text.replace("(", r"\(").replace(")", r"\)")
        shown.set_data(f"BT /F1 12 Tf 72 720 Td ({escaped}) Tj ET".encode())
        page[NameObject("/Contents")] = shown
    if password is not None:
        writer.encrypt(password)
    return writer


class TestText:
    @pytest.mark.parametrize(
        ("name", "data", "text"),
        [
            ("a.txt", b"\xef\xbb\xbfDear Sir", "Dear Sir"),
            ("a.md", "\u00a310".encode(), "\u00a310"),
            ("a", b"cost: \xa310 \x93quoted\x94", "cost: \u00a310 \u201cquoted\u201d"),
        ],
    )
    def test_is_read_as_it_stands(self, name: str, data: bytes, text: str, tmp_path: Path) -> None:
        (tmp_path / name).write_bytes(data)
        assert letter_text(tmp_path / name) == text

    @pytest.mark.parametrize("data", [b"", b" \n\t "])
    def test_a_file_without_text_is_told(self, data: bytes, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(data)
        with pytest.raises(foi.LetterFileError, match="holds no text") as caught:
            letter_text(tmp_path / "a.txt")
        assert caught.value.path == str(tmp_path / "a.txt")

    def test_a_file_too_large_is_not_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(files, "MAX_BYTES", 3)
        (tmp_path / "a.txt").write_bytes(b"Dear")
        with pytest.raises(foi.LetterFileError, match="larger than 0 MiB"):
            letter_text(tmp_path / "a.txt")

    @pytest.mark.parametrize("name", ["missing.txt", "no\0name.txt"])
    def test_a_file_that_is_not_there_is_told(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(foi.LetterFileError, match="cannot read the letter"):
            letter_text(f"{tmp_path}/{name}")


class TestMail:
    def test_its_headers_come_first(self, tmp_path: Path) -> None:
        message = EmailMessage()
        message["From"] = "Harrowdale Council <foi@harrowdale.example>"
        message["Date"] = "Wed, 24 May 2023 09:00:00 +0100"
        message["Subject"] = "FOI 12/34"
        message.set_content(SAID)
        message.add_alternative("<p>other</p>", subtype="html")
        (tmp_path / "a.eml").write_bytes(bytes(message))
        reading = foi.read_letter(letter_text(tmp_path / "a.eml"))
        assert str(reading.response.sent) == "2023-05-24"
        assert reading.request.reference == "FOI 12/34"
        assert [str(one) for one in reading.relied_on] == ["FOIA s.40(2)"]

    def test_a_web_page_alone_is_read_too(self, tmp_path: Path) -> None:
        message = EmailMessage()
        message.set_content("<p>Dear <b>Sir</b></p>", subtype="html")
        (tmp_path / "a.eml").write_bytes(bytes(message))
        assert letter_text(tmp_path / "a.eml").strip() == "Dear Sir"

    def test_without_a_body_there_is_no_letter(self, tmp_path: Path) -> None:
        message = EmailMessage()
        message.add_attachment(b"x", maintype="application", subtype="pdf")
        (tmp_path / "a.eml").write_bytes(bytes(message))
        with pytest.raises(foi.LetterFileError, match="holds no text"):
            letter_text(tmp_path / "a.eml")

    def test_a_charset_there_is_not_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "a.eml").write_bytes(b"Content-Type: text/plain; charset=nonsense\n\nDear Sir")
        with pytest.raises(foi.LetterFileError, match="no mail that can be read"):
            letter_text(tmp_path / "a.eml")


class TestWebPage:
    def test_paragraphs_lists_and_tables_keep_their_shape(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_text(
            "<html><head><title>no</title><style>no</style></head><body><h1>Reply</h1>"
            "<p>You  asked:</p><ol><li>How many?</li><li>Why &amp; when?</li></ol>"
            "<ul><li>one</ul><script>no</script><p>Six.<br>Seven.</p></ul></script>"
            "<table><tr><td>a</td><td>b</td></tr></table><li>loose</body></html>"
        )
        assert letter_text(tmp_path / "a.html").split("\n") == [
            "Reply", "", "You asked:", "", "1. How many?", "", "2. Why & when?", "", "- one", "",
            "Six.", "Seven.", "", "a b", "", "- loose",
        ]  # fmt: skip


class TestWhatNothingReads:
    """How much of these is read differs with the Python; what is not is told."""

    def test_a_head_may_be_left_open(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_text("<html><head><title>no</title><body><p>Dear Sir</p>")
        assert letter_text(tmp_path / "a.html").strip() == "Dear Sir"

    def test_what_is_set_as_it_stands_keeps_its_lines(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_text("<pre>Dear Sir\n\n  1. Six.\n</pre><p>So\nmuch.</p>")
        lines = letter_text(tmp_path / "a.html").splitlines()
        assert [one for one in lines if one] == ["Dear Sir", "1. Six.", "So much."]

    @pytest.mark.parametrize(
        ("name", "data"),
        [
            ("a.eml", b"From: =?utf-8?q?=0D=0A?= <a@b>\n\nDear Sir"),
            ("a.eml", b"Date: Wed, 24 May 2023 09:00:00 +999999999999999\n\nDear Sir"),
            ("a.eml", b"To: a:b:c;;,,<<>>@[\n\nDear Sir"),
            ("a.html", b"<p>Dear Sir<![nonsense[ "),
        ],
    )
    def test_is_told(self, name: str, data: bytes, tmp_path: Path) -> None:
        (tmp_path / name).write_bytes(data)
        with suppress(foi.LetterFileError):
            assert "Dear Sir" in letter_text(tmp_path / name)


class TestWord:
    def test_paragraphs_lists_and_tables_keep_their_shape(self, tmp_path: Path) -> None:
        document = docx.Document()
        document.add_paragraph("You asked:")
        document.add_paragraph("How many?", style="List Number")
        document.add_paragraph("Why?", style="List Number")
        document.add_paragraph("one", style="List Bullet")
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "a", "b"
        document.save(str(tmp_path / "a.docx"))
        assert letter_text(tmp_path / "a.docx").split("\n\n") == [
            "You asked:", "1. How many?", "2. Why?", "- one", "a b",
        ]  # fmt: skip

    @pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"Dear Sir"])
    def test_a_broken_one_is_told(self, data: bytes, tmp_path: Path) -> None:
        (tmp_path / "a.docx").write_bytes(data)
        with pytest.raises(foi.LetterFileError, match="no Word document that can be read"):
            letter_text(tmp_path / "a.docx")

    @pytest.mark.parametrize("markup", [b"", b"<broken", b"<other/>"])
    def test_so_is_one_whose_parts_are_broken(self, markup: bytes, tmp_path: Path) -> None:
        docx.Document().save(str(tmp_path / "whole.docx"))
        with (
            ZipFile(tmp_path / "whole.docx") as whole,
            ZipFile(tmp_path / "a.docx", "w") as broken,
        ):
            for part in whole.namelist():
                broken.writestr(
                    part, markup if part.endswith("document.xml") else whole.read(part)
                )
        with pytest.raises(foi.LetterFileError, match="no Word document that can be read"):
            letter_text(tmp_path / "a.docx")


class TestPdf:
    def test_is_read(self, tmp_path: Path) -> None:
        pdf(SAID).write(tmp_path / "a.pdf")
        assert letter_text(tmp_path / "a.pdf").strip() == SAID

    def test_an_empty_password_opens_it(self, tmp_path: Path) -> None:
        pdf(SAID, password="").write(tmp_path / "a.pdf")
        assert letter_text(tmp_path / "a.pdf").strip() == SAID

    def test_a_password_is_told(self, tmp_path: Path) -> None:
        pdf(SAID, password="secret").write(tmp_path / "a.pdf")  # noqa: S106 - of a file made here
        with pytest.raises(foi.LetterFileError, match="is locked by a password"):
            letter_text(tmp_path / "a.pdf")

    def test_a_scan_is_told(self, tmp_path: Path) -> None:
        pdf(None).write(tmp_path / "a.pdf")
        with pytest.raises(foi.LetterFileError, match="may be a scan"):
            letter_text(tmp_path / "a.pdf")

    @pytest.mark.filterwarnings("ignore")
    @pytest.mark.parametrize("data", [b"%PDF-1.7 broken", b"Dear Sir"])
    def test_a_broken_one_is_told(self, data: bytes, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").write_bytes(data)
        with pytest.raises(foi.LetterFileError, match="no PDF that can be read"):
            letter_text(tmp_path / "a.pdf")

    def test_a_library_that_is_not_there_is_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pdf(SAID).write(tmp_path / "a.pdf")
        monkeypatch.setitem(sys.modules, "pypdf", None)
        with pytest.raises(foi.LetterFileError, match=r"pip install 'foiprevent\[files\]'"):
            letter_text(tmp_path / "a.pdf")
