"""Write the page of the life of a case from its table: ``python tools/life_pages.py FOLDER``.

A picture and a table.  What can happen from most states (a complaint, a withdrawal) is said
in the box it leads to; everything else is an arrow.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from foiprevent.cases import TRANSITIONS, State, Step
from foiprevent.citations import Citation, Regime

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES: Final = {
    State.NOT_YET_RECEIVED: (1, 0),
    State.AWAITING_CLARIFICATION: (0, 0),
    State.RECEIVED: (1, 1),
    State.AWAITING_FEE: (0, 2),
    State.EXTENDED: (1, 2),
    State.LAPSED: (0, 3),
    State.PARTLY_ANSWERED: (1, 3),
    State.ANSWERED: (2, 2),
    State.UNDER_REVIEW: (3, 1),
    State.REVIEWED: (3, 2),
    State.WITH_COMMISSIONER: (4, 1),
    State.DECIDED: (4, 2),
    State.ON_APPEAL: (4, 3),
    State.TRANSFERRED: (1, 4),
    State.WITHDRAWN: (2, 4),
    State.CLOSED: (3, 4),
}
WIDTH: Final = 184
HEIGHT: Final = 46
ACROSS: Final = 300
DOWN: Final = 128
MARGIN: Final = 24
COMMON: Final = 2
"""From so many states on, a step is told in the box it leads to."""
MAIN: Final = {
    Step.CLARIFICATION_SOUGHT: State.RECEIVED,
    Step.FEES_NOTICE_GIVEN: State.RECEIVED,
    Step.MORE_TIME_TAKEN: State.RECEIVED,
    Step.PARTIAL_RESPONSE: State.EXTENDED,
    Step.RESPONSE: State.RECEIVED,
    Step.REVIEW_REQUESTED: State.ANSWERED,
    Step.REVIEW_OUTCOME: State.UNDER_REVIEW,
    Step.COMPLAINT_MADE: State.REVIEWED,
}
"""Of such steps, the state from which the arrow is drawn all the same."""


class Edge(NamedTuple):
    """An arrow: from a state to another, and the steps that lead there."""

    start: State
    end: State
    steps: tuple[Step, ...]


def common() -> dict[tuple[Step, State], list[State]]:
    """Return the steps that lead to one state from many, with those they lead from."""
    found: dict[tuple[Step, State], list[State]] = defaultdict(list)
    for row in TRANSITIONS:
        if row.next is not row.state:
            found[row.step, row.next].append(row.state)
    return {key: states for key, states in found.items() if len(states) >= COMMON}


def edges() -> list[Edge]:
    """Return every arrow of the picture."""
    told = common()
    found: dict[tuple[State, State], list[Step]] = defaultdict(list)
    for row in TRANSITIONS:
        main = MAIN.get(row.step) is row.state
        if row.next is not row.state and (main or (row.step, row.next) not in told):
            found[row.state, row.next].append(row.step)
    return [Edge(start, end, tuple(steps)) for (start, end), steps in found.items()]


def _box(state: State) -> tuple[float, float]:
    column, row = PLACES[state]
    return MARGIN + column * ACROSS, MARGIN + row * DOWN


def _runs_back(edge: Edge) -> bool:
    """Return whether another arrow runs the other way."""
    return any(other.start is edge.end and other.end is edge.start for other in edges())


def _ends(edge: Edge) -> tuple[float, float, float, float]:
    """Return where an arrow leaves and arrives; two that run against each other lie apart."""
    (x1, y1), (x2, y2) = _box(edge.start), _box(edge.end)
    back = _runs_back(edge)
    shift = 14 if back else 0
    if x1 == x2:
        shift = shift if y2 > y1 else -shift
        middle = x1 + WIDTH / 2 + shift
        return middle, y1 + (HEIGHT if y2 > y1 else 0), middle, y2 + (0 if y2 > y1 else HEIGHT)
    shift = shift if x2 > x1 else -shift
    start = x1 + (WIDTH if x2 > x1 else 0), y1 + HEIGHT / 2 + shift
    end = x2 + (0 if x2 > x1 else WIDTH), y2 + HEIGHT / 2 + shift
    return *start, *end


def _arrow(edge: Edge) -> Iterator[str]:
    x1, y1, x2, y2 = _ends(edge)
    yield f'<path class="step" d="M{x1:.0f} {y1:.0f} L{x2:.0f} {y2:.0f}"/>'
    back = _runs_back(edge)
    (column, row), (other_column, other_row) = PLACES[edge.start], PLACES[edge.end]
    aside, above, anchor = 0, 4, "middle"
    if back and column == other_column:
        aside, anchor = (6, "start") if other_row > row else (-6, "end")
    elif back:
        aside, anchor = (8, "start") if other_column > column else (-8, "end")
    x, y = (x1 + x2) / 2 + aside, (y1 + y2) / 2 + above
    text = escape(", ".join(step.value for step in edge.steps))
    style = f'class="label" style="text-anchor: {anchor}"'
    yield f'<text {style} x="{x:.0f}" y="{y:.0f}">{text}</text>'


def _state(state: State) -> Iterator[str]:
    x, y = _box(state)
    kind = "closed" if state.is_closed else "open"
    size = f'width="{WIDTH}" height="{HEIGHT}" rx="6"'
    yield f'<rect class="{kind}" x="{x:.0f}" y="{y:.0f}" {size}/>'
    notes = [
        f"{step.value}, from {len(states)} states"
        for (step, end), states in common().items()
        if end is state
    ]
    lines = [state.value, *notes]
    for line, text in enumerate(lines):
        place = y + HEIGHT / 2 + 5 + 13 * (line - (len(lines) - 1) / 2)
        name = "name" if line == 0 else "note"
        yield (
            f'<text class="{name}" x="{x + WIDTH / 2:.0f}" y="{place:.0f}">{escape(text)}</text>'
        )


_STYLE: Final = """
  text { font: 11px system-ui, sans-serif; text-anchor: middle; fill: #1a1a1a; }
  .name { font-weight: 600; font-size: 13px; }
  .note { fill: #444; font-size: 10px; }
  .label { paint-order: stroke; stroke: #fff; stroke-width: 5px; fill: #333; }
  .step { fill: none; stroke: #5a6b7b; stroke-width: 1.3; marker-end: url(#tip); }
  .open { fill: #e8f1fa; stroke: #2f6fa8; }
  .closed { fill: #eeeeee; stroke: #777; }
  .paper { fill: #fff; }
"""


def picture() -> str:
    """Return the picture, as SVG."""
    width = MARGIN * 2 + max(column for column, _ in PLACES.values()) * ACROSS + WIDTH
    height = MARGIN * 2 + max(row for _, row in PLACES.values()) * DOWN + HEIGHT
    drawn = edges()
    parts = [line for edge in drawn for line in _arrow(edge) if line.startswith("<path")]
    parts += [line for state in PLACES for line in _state(state)]
    parts += [line for edge in drawn for line in _arrow(edge) if line.startswith("<text")]
    body = "\n  ".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="title">\n'
        '  <title id="title">The states of a case and the steps between them</title>\n'
        f"  <style>{_STYLE}</style>\n"
        '  <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#5a6b7b"/></marker>'
        "</defs>\n"
        f'  <rect class="paper" width="{width}" height="{height}"/>\n  {body}\n</svg>\n'
    )


def table() -> str:
    """Return the whole table, as Markdown."""
    lines = ["| where a case stands | what happens | where it then stands | what that rests on |"]
    lines.append("|---|---|---|---|")
    for row in TRANSITIONS:
        then = "the same" if row.next is row.state else row.next.value
        rests = "; ".join(
            ", ".join(
                cite.short if isinstance(cite, Citation) else cite.text
                for cite in row.rests_on(regime)
            )
            or "no such step"
            for regime in Regime
        )
        lines.append(f"| {row.state.value} | {row.step.value} | {then} | {rests} |")
    return "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """Return each file, by its name."""
    regimes = ", then ".join(regime.value for regime in Regime)
    return {
        "life.svg": picture(),
        "life-table.md": "# The table of the life of a case\n\n"
        f"What a row rests on is given for {regimes}.\n\n" + table(),
    }


def write(folder: Path) -> None:
    """Write the files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Write the files into the folder named."""
    (name,) = arguments
    write(Path(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
