"""The text of a letter in a file: plain, Markdown, mail, a web page, Word or PDF.

What a format needs beyond the standard library comes with the extra ``files``.
"""

from __future__ import annotations

import io
from email import message_from_bytes, policy
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Final

from foiprevent.errors import LetterFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

MAX_BYTES: Final = 64 * 2**20
"""The largest file that is read: 64 MiB."""


def letter_text(path: str | PathLike[str]) -> str:
    """Return the text of the letter in a file, by the end of its name.

    Files that end in ``.eml``, ``.html``, ``.htm``, ``.docx`` and ``.pdf`` are read as that;
    any other is plain text, in UTF-8 or else in Windows-1252.

    Raises:
        LetterFileError: If the file cannot be read, is larger than :data:`MAX_BYTES`, is
            broken or locked by a password, holds no text, or needs a library that is not
            installed.
    """
    name = Path(path)
    try:
        with name.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise LetterFileError(str(path), getattr(error, "strerror", None) or str(error)) from None
    if len(data) > MAX_BYTES:
        raise LetterFileError(str(path), f"larger than {MAX_BYTES // 2**20} MiB")
    what, read = _FORMATS.get(name.suffix.lower(), ("text", _plain))
    try:
        text = read(data)
    except ImportError as error:
        needed = f"needs {error.name}: pip install 'foiprevent[files]'"
        raise LetterFileError(str(path), needed) from None
    except _LockedError:
        raise LetterFileError(str(path), "is locked by a password") from None
    except Exception as error:  # noqa: BLE001 - what reads a broken file raises what it will
        raise LetterFileError(str(path), f"is no {what} that can be read: {error}") from None
    if not text.strip():
        raise LetterFileError(str(path), _EMPTY.get(name.suffix.lower(), "holds no text"))
    return text


class _LockedError(Exception):
    """A file that a password locks."""


_EMPTY: Final = {".pdf": "holds no text: it may be a scan, which must first be recognised"}


def _plain(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _mail(data: bytes) -> str:
    message = message_from_bytes(data, policy=policy.default)
    body = message.get_body(("plain", "html"))
    said = "" if body is None else str(body.get_content())
    html = body is not None and body.get_content_subtype() == "html"
    headers = [
        f"{name}: {' '.join(str(message[name]).split())}"
        for name in ("From", "Date", "To", "Subject")
        if message[name]
    ]
    return "\n".join([*headers, "", _web_text(said) if html else said])


_BREAKS: Final = frozenset(
    "address article blockquote div dd dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol p pre section table tr ul".split()
)
_UNSAID: Final = frozenset(("head", "script", "style", "template", "title"))


class _Page(HTMLParser):
    """Gathers what a web page says, a paragraph to a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._unsaid = self._as_it_stands = 0
        self._numbers: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "body":
            self._unsaid = 0
        self._unsaid += tag in _UNSAID
        self._as_it_stands += tag == "pre"
        if tag in ("ol", "ul"):
            self._numbers.append(0 if tag == "ol" else None)
        if tag in _BREAKS:
            self.said.append("\n\n")
        if tag == "br":
            self.said.append("\n")
        if tag in ("td", "th"):
            self.said.append(" ")
        if tag == "li":
            self.said.append(self._item())

    def _item(self) -> str:
        number = self._numbers[-1] if self._numbers else None
        if number is None:
            return "- "
        self._numbers[-1] = number + 1
        return f"{number + 1}. "

    def handle_endtag(self, tag: str) -> None:
        self._unsaid -= tag in _UNSAID and self._unsaid > 0
        self._as_it_stands -= tag == "pre" and self._as_it_stands > 0
        if tag in ("ol", "ul") and self._numbers:
            self._numbers.pop()
        if tag in _BREAKS:
            self.said.append("\n\n")

    def handle_data(self, data: str) -> None:
        if self._as_it_stands and not self._unsaid:
            self.said.append(data)
        elif not self._unsaid:
            before, after = _edges(data)
            self.said.append(before + " ".join(data.split()) + after)


def _edges(data: str) -> tuple[str, str]:
    before = " " if data[:1].isspace() else ""
    after = " " if data[-1:].isspace() else ""
    return before, after


def _web_text(text: str) -> str:
    page = _Page()
    page.feed(text)
    page.close()
    lines = (" ".join(line.split()) for line in "".join(page.said).split("\n"))
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept)


def _web(data: bytes) -> str:
    return _web_text(_plain(data))


def _word(data: bytes) -> str:
    import docx
    from docx.table import Table

    lines: list[str] = []
    number = 0
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            lines += [" ".join(cell.text for cell in row.cells) for row in block.rows]
            continue
        style = (block.style.name or "") if block.style is not None else ""
        number = number + 1 if style.startswith("List Number") else 0
        mark = f"{number}. " if number else "- " if style.startswith("List Bullet") else ""
        lines.append(mark + block.text)
    return "\n\n".join(lines)


def _pdf(data: bytes) -> str:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _LockedError
    return "\n\n".join(page.extract_text() for page in reader.pages)


_FORMATS: Final[dict[str, tuple[str, Callable[[bytes], str]]]] = {
    ".eml": ("mail", _mail),
    ".html": ("web page", _web),
    ".htm": ("web page", _web),
    ".docx": ("Word document", _word),
    ".pdf": ("PDF", _pdf),
}
"""What a file is by the end of its name, and what reads it."""
