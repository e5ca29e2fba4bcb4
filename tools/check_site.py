"""Check the pages that were built: ``python tools/check_site.py FOLDER``.

Every link within the site leads to a page and a place that exist; nothing is loaded from
outside; every page says its language, has one first heading, a text for each picture, and
what ``docs/conf.py`` adds for those who hear it or go through it with the keyboard.
"""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

NEEDED: Final = {"aside": "aria-label", "pre": "tabindex"}
"""The attributes without which an element cannot be told or reached."""
LOADING: Final = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src"}


class Page(HTMLParser):
    """What a page links to, loads and names."""

    def __init__(self, text: str) -> None:
        """Read the page in *text*."""
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.names: set[str] = set()
        self.heads = 0
        self.lang: str | None = None
        self.silent: list[str] = []
        self.bare: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down what one element says."""
        told = {name: value or "" for name, value in attrs}
        self.names |= {told[name] for name in ("id", "name") if name in told}
        self.heads += tag == "h1"
        if tag == "html":
            self.lang = told.get("lang")
        if tag == "a" and "href" in told:
            self.links.append(told["href"])
        if tag == "link" and told.get("rel") in {"stylesheet", "icon", "preload"}:
            self.loads.append(told["href"])
        if told.get(LOADING.get(tag, "")):
            self.loads.append(told[LOADING[tag]])
        if tag in NEEDED and NEEDED[tag] not in told:
            self.bare.add(tag)
        if told.get("role") == "heading" and "aria-level" not in told:
            self.bare.add(tag)
        if tag == "img" and not told.get("alt"):
            self.silent.append(told.get("src", ""))


def _of_itself(page: Page) -> Iterator[str]:
    if page.lang != "en":
        yield f"its language is {page.lang}"
    if page.heads != 1:
        yield f"it has {page.heads} first headings"
    for picture in page.silent:
        yield f"no text for the picture {picture}"
    for tag in sorted(page.bare):
        yield f"an element cannot be told or reached: {tag}"
    for link in page.loads:
        if urlsplit(link).scheme not in {"", "data"} or urlsplit(link).netloc:
            yield f"it loads {link}"


def _of_its_links(name: str, pages: dict[str, Page], folder: Path) -> Iterator[str]:
    for link in (*pages[name].links, *pages[name].loads):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        here = folder / name
        target = (here.parent / unquote(parts.path)).resolve() if parts.path else here.resolve()
        if not target.is_file():
            yield f"{link} leads nowhere"
        elif parts.fragment and target.suffix == ".html":
            there = pages[target.relative_to(folder.resolve()).as_posix()]
            if unquote(parts.fragment) not in there.names:
                yield f"{link} leads to no place in its page"


def faults(folder: Path) -> list[str]:
    """Return what is wrong with the site in a folder."""
    pages = {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }
    return [
        f"{name}: {fault}"
        for name, page in pages.items()
        for fault in (*_of_itself(page), *_of_its_links(name, pages, folder))
    ]


def main(arguments: list[str]) -> int:
    """Check the site in the folder named."""
    (name,) = arguments
    found = faults(Path(name))
    print(*found or ["every link leads somewhere, and nothing is loaded from outside"], sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
