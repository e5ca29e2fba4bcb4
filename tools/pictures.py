"""Draw the pictures of the documentation from the library's data.

``python tools/pictures.py`` writes them into ``docs/pictures``; a test compares what is
committed with what is drawn.  Each is one SVG file that loads nothing else.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from html import escape
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import foiprevent as foi

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = Path(__file__).parent.parent / "docs" / "pictures"
AS_AT: Final = date(2026, 11, 1)
"""The day as at which the statute map is drawn."""

_STYLE: Final = """
  text { font: 12px system-ui, sans-serif; fill: #1a1a1a; }
  .paper { fill: #fff; }
  .head { font-weight: 600; font-size: 15px; }
  .strong { font-weight: 600; }
  .quiet { fill: #4a4a4a; font-size: 11px; }
"""


def _svg(width: int, height: int, title: str, style: str, body: Iterator[str]) -> str:
    lines = "\n  ".join(body)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-labelledby="title">\n'
        f'  <title id="title">{escape(title)}</title>\n'
        f"  <style>{_STYLE}{style}</style>\n"
        f'  <rect class="paper" width="{width}" height="{height}"/>\n'
        f"  {lines}\n</svg>\n"
    )


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    name = f' class="{kind}"' if kind else ""
    return f'<text{name} x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(words)}</text>'


# The timetable of Barnet

_DAY: Final = 6.4
_LEFT: Final = 30
_AXIS: Final = 98
_BARNET_STYLE: Final = """
  .off { fill: #e3e3e3; }
  .time { fill: #cfe3f5; }
  .late { fill: #f6c9c4; }
  .window { fill: #d8ecd2; }
  .mark { stroke: #1a1a1a; stroke-width: 1.5; }
  .axis { stroke: #6a6a6a; }
"""


def barnet() -> str:
    """Return the timetable of the Barnet case: what was due, what came, what was left out."""
    case = foi.casebook.load("barnet-data-sharing")
    answer, *_, window = case.timetable().entries
    received, due, sent = answer.deadline.start, answer.deadline.due, answer.met_on
    if sent is None or answer.late_by is None:
        raise ValueError("the casebook gives no dates for Barnet")
    last = window.deadline.due
    first = received - timedelta(days=3)
    calendar = foi.working_days(foi.Regime.FOIA)

    def place(day: date) -> float:
        return _LEFT + (day - first).days * _DAY

    def band(start: date, end: date, kind: str) -> str:
        x = place(start + timedelta(days=1))
        width = place(end + timedelta(days=1)) - x
        return f'<rect class="{kind}" x="{x:.1f}" y="{_AXIS}" width="{width:.1f}" height="34"/>'

    def cites(deadline: foi.Deadline) -> str:
        return ", ".join(cite.short for cite in deadline.cites if isinstance(cite, foi.Citation))

    marks = (
        (received, "received", f"{received:%-d %B %Y}: day 0"),
        (due, f"due, {cites(answer.deadline)}", f"{due:%-d %B}: working day 20"),
        (sent, "answered", f"{sent:%-d %B}: {answer.late_by} working days late"),
        (last, "last day to ask for a review", f"{last:%-d %B}: 40 working days on"),
    )

    def body() -> Iterator[str]:
        yield _text(_LEFT, 26, "A request to the London Borough of Barnet, 2023", "head")
        yield band(received, due, "time")
        yield band(due, sent, "late")
        yield band(sent, last, "window")
        day = first
        while day <= last + timedelta(days=2):
            if not calendar.is_working_day(day):
                yield (
                    f'<rect class="off" x="{place(day):.1f}" y="{_AXIS + 34}" '
                    f'width="{_DAY:.1f}" height="12"/>'
                )
            if day.day == 1:
                yield _text(place(day), _AXIS + 64, f"{day:%B}", "quiet")
                x = place(day)
                yield f'<path class="axis" d="M{x:.1f} {_AXIS + 46} v6"/>'
            day += timedelta(days=1)
        for when, what, note in marks:
            x, y = place(when), 60
            anchor = "end" if when == last else "start"
            shift = -5 if anchor == "end" else 5
            yield f'<path class="mark" d="M{x + _DAY / 2:.1f} {y - 12} V{_AXIS + 46}"/>'
            yield _text(x + _DAY / 2 + shift, y, what, "strong", anchor)
            yield _text(x + _DAY / 2 + shift, y + 17, note, "", anchor)
        skipped = [one for one in answer.deadline.skipped if one.holiday]
        names = " and ".join(
            f"{one.holiday.name}, {one.day:%-d %B}" for one in skipped if one.holiday
        )
        yield _text(
            _LEFT,
            _AXIS + 92,
            "Grey: no working days. Left out on the way to the due date, besides weekends: "
            f"{names} (s.10(6)).",
            "quiet",
        )

    width = round(place(last) + _LEFT + 12)
    title = (
        f"Received {received:%-d %B %Y}, due {due:%-d %B}, answered {sent:%-d %B}, "
        f"{answer.late_by} working days late; a review could be asked for until {last:%-d %B}"
    )
    return _svg(width, _AXIS + 108, title, _BARNET_STYLE, body())


# The statute map

_CELL: Final = (150, 58)
_GAP: Final = 8
_ACROSS: Final = 6
_KINDS: Final = {
    "absolute": "absolute: never weighed",
    "qualified": "qualified: the public interest decides",
    "both": "some limbs the one, some the other",
    "disputed": "disputed in part",
}
_MAP_STYLE: Final = """
  .absolute { fill: #f3d6c9; stroke: #a4552f; }
  .qualified { fill: #d5e6f6; stroke: #2f6fa8; }
  .both { fill: #e9e2f5; stroke: #6a4fa0; }
  .disputed { fill: #fbeebc; stroke: #8a6d00; }
"""
_REGIMES: Final = {
    foi.Regime.FOIA: "Freedom of Information Act 2000, Part II",
    foi.Regime.EIR: "Environmental Information Regulations 2004",
    foi.Regime.FOISA: "Freedom of Information (Scotland) Act 2002",
}


def kind_of(limbs: list[foi.Exemption]) -> str:
    """Return which of the colours of the map a section has, by the status of its limbs."""
    found = {one.status for one in limbs}
    if foi.Status.DISPUTED in found:
        return "disputed"
    if found == {foi.Status.ABSOLUTE}:
        return "absolute"
    return "qualified" if found == {foi.Status.QUALIFIED} else "both"


def sections(regime: foi.Regime) -> list[tuple[str, list[foi.Exemption]]]:
    """Return each section of a regime that exempts, in its order, with its operative limbs."""
    rows = [
        one for one in foi.exemptions.catalogue(regime=regime, on=AS_AT) if one.condition is None
    ]
    return [
        (section, list(limbs))
        for section, limbs in groupby(rows, key=attrgetter("citation.section"))
    ]


def _fitted(title: str, room: int = 22) -> list[str]:
    """Break a title into at most two lines; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines if len(lines) <= 2 else [lines[0], f"{lines[1][: room - 1].rstrip(' ,')}…"]  # noqa: PLR2004


def statute_map() -> str:
    """Return every section that exempts, in three regimes, coloured by its status."""
    width, height = _CELL
    full = 2 * _LEFT + _ACROSS * (width + _GAP) - _GAP

    def body() -> Iterator[str]:
        y = 26
        yield _text(_LEFT, y, f"What may be withheld, as at {AS_AT:%-d %B %Y}", "head")
        y += 14
        x = _LEFT
        for kind, meaning in _KINDS.items():
            yield f'<rect class="{kind}" x="{x}" y="{y}" width="14" height="14" rx="3"/>'
            yield _text(x + 20, y + 12, meaning, "quiet")
            x += 48 + len(meaning) * 6
        y += 24
        for regime, name in _REGIMES.items():
            y += 22
            yield _text(_LEFT, y, name, "strong")
            y += 10
            rows = sections(regime)
            for number, (_, limbs) in enumerate(rows):
                row, column = divmod(number, _ACROSS)
                left, top = _LEFT + column * (width + _GAP), y + row * (height + _GAP)
                yield (
                    f'<rect class="{kind_of(limbs)}" x="{left}" y="{top}" width="{width}" '
                    f'height="{height}" rx="5"/>'
                )
                whole = limbs[0].citation.short.partition("(")[0]
                count = f"{len(limbs)} limb{'s' if len(limbs) > 1 else ''}"
                yield _text(left + 8, top + 17, whole, "strong")
                yield _text(left + width - 8, top + 17, count, "quiet", "end")
                for line, words in enumerate(_fitted(limbs[0].title)):
                    yield _text(left + 8, top + 34 + 15 * line, words, "quiet")
            y += -(-len(rows) // _ACROSS) * (height + _GAP)

    rows = sum(-(-len(sections(regime)) // _ACROSS) for regime in _REGIMES)
    full_height = 64 + len(_REGIMES) * 32 + rows * (height + _GAP) + 10
    title = "Every section that exempts, in three regimes, coloured by absolute and qualified"
    return _svg(full, full_height, title, _MAP_STYLE, body())


PICTURES: Final = {"barnet.svg": barnet, "statute-map.svg": statute_map}


def main() -> int:
    """Write the pictures into the documentation."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        (FOLDER / name).write_text(draw(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
