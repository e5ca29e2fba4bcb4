"""Write the pages of the law from its data: ``python tools/law_pages.py FOLDER``.

One page for each section, with its limbs and how sure each fact is; the lists of absolute
provisions through time; the changes; the grounds that are no exemptions; the crosswalk; a
page of every fact that is not verified; and a page that leads from a provision to the code
that applies it and the tests that prove it.  The documentation is built with them.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from foiprevent import Citation, Confidence, Regime, find_citations
from foiprevent.deadlines import TIME_LIMITS
from foiprevent.exemptions import (
    Exemption,
    Status,
    changes,
    grounds,
)
from foiprevent.exemptions._catalogue import law
from foiprevent.exemptions.crosswalk import CROSSINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT: Final = Path(__file__).parent.parent
COMMENCED: Final = date(2005, 1, 1)
UNSURE: Final = (
    Confidence.STATED,
    Confidence.INFERRED,
    Confidence.RECALLED,
    Confidence.DISPUTED,
)


def page_name(citation: Citation) -> str:
    """Return the name of the page of a provision's section, without its ending."""
    word = "reg" if citation.regime is Regime.EIR else "s"
    return f"{citation.regime.value}-{word}{citation.section}".lower()


def pages() -> dict[str, str]:
    """Return every page, by the name of its file."""
    sections = {f"{page_name(one)}.md": _section(one) for one in _sections()}
    return {
        "index.md": _index(),
        **sections,
        "absolute.md": _absolute(),
        "changes.md": _changes(),
        "grounds.md": _grounds(),
        "crosswalk.md": _crosswalk(),
        "uncertain.md": _uncertain(),
        "law-to-code.md": _law_to_code(),
        "limits.md": _limits(),
    }


def _sections(regime: Regime | None = None) -> list[Citation]:
    regimes = Regime if regime is None else (regime,)
    found = {
        Citation(regime=one, section=row.citation.section)
        for one in regimes
        for row in law(one).rows
    }
    return sorted(found)


def _rows(section: Citation) -> list[Exemption]:
    return [row for row in law(section.regime).rows if section.contains(row.citation)]


def _cell(value: object) -> str:
    text = str(value) if value not in (None, (), "") else "\u2013"
    return text.replace("|", "\\|").replace("\n", " ")


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    lines = [f"| {' | '.join(head)} |"]
    lines.append("|" + " --- |" * (lines[0].count("|") - 1))
    lines += [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join(lines)


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", *(part for part in parts if part)]) + "\n"


def _link(citation: Citation, *, long: bool = False) -> str:
    name = str(citation) if long else citation.short
    known = Citation(regime=citation.regime, section=citation.section) in _sections()
    return f"[{name}]({page_name(citation)}.md)" if known else name


def _links(citations: Iterable[Citation], *, long: bool = False) -> str:
    return ", ".join(_link(one, long=long) for one in citations)


def _sources(row: Exemption) -> str:
    return "; ".join(f"[{one.text}]({one.uri})" if one.uri else one.text for one in row.sources)


_STATUS: Final = {True: "needed", False: "not needed", None: "it depends"}


def _described(row: Exemption, level: str = "##") -> str:
    name = str(row).removeprefix(f"{row.citation.regime.value} ")
    harm = (
        row.harm
        and (" or ".join(one.value for one in row.harm.thresholds) + f" {row.harm.verb}").strip()
    )
    facts = {
        "what it does": row.role.value,
        "status": row.status and row.status.value,
        "why": row.status_note,
        "absolute by": row.absolute_by and row.absolute_by.short,
        "public interest test": row.status and _STATUS[row.needs_public_interest_test],
        "basis": row.basis and row.basis.value,
        "harm": harm,
        "neither confirm nor deny": ", ".join(one.short for one in row.confirm_or_deny),
        "for information under": ", ".join(one.short for one in row.covers),
        "not together with": ", ".join(one.short for one in row.excludes),
        "limited by": ", ".join(one.short for one in row.limited_by),
        "certificate": ", ".join(one.citation.short for one in row.certificates),
        "who may rely on it": row.who_may_rely if row.duty else None,
        "in force": "; ".join(
            f"{period}{f' ({period.note})' if period.note else ''}" for period in row.in_force
        ),
        "confidence": f"text {row.confidence.value}, dates {row.dates_confidence.value}",
        "sources": _sources(row),
        "notes": row.notes,
    }
    body = _table(("fact", "here"), ((label, fact) for label, fact in facts.items() if fact))
    return f"{level} {name}\n\n{row.summary} [Text]({row.uri})\n\n{body}"


def _section(section: Citation) -> str:
    rows = _rows(section)
    today = [row for row in rows if any(period.end is None for period in row.in_force)]
    gone = [row for row in rows if row not in today]
    near = [
        (_links(crossing.of(section.regime)), _links(others, long=True), crossing.difference)
        for crossing in CROSSINGS
        if any(section.contains(one) for one in crossing.of(section.regime))
        for others in [
            [one for other in Regime if other is not section.regime for one in crossing.of(other)]
        ]
    ]
    return _page(
        f"{section}: {rows[0].title}",
        "\n\n".join(_described(row) for row in today),
        "## Before\n\n" + "\n\n".join(_described(row, "###") for row in gone) if gone else "",
        "## In the other regimes\n\n" + _table(("here", "there", "how they differ"), near)
        if near
        else "",
    )


def _index() -> str:
    lists = []
    for regime in Regime:
        listed = "\n".join(
            f"- [{one.short}: {_rows(one)[0].title}]({page_name(one)}.md)"
            for one in _sections(regime)
        )
        lists.append(f"## {regime.title}\n\n{listed}")
    others = "absolute changes grounds limits crosswalk uncertain law-to-code".split()
    tree = [*others, *(page_name(one) for one in _sections())]
    return _page(
        "The law, provision by provision",
        "These pages are written from the data of the library when the documentation is built. "
        "Summaries are in its own words; each provision links to its text.",
        "Across the regimes: [what is absolute, through time](absolute.md), "
        "[what changed](changes.md), [grounds that are no exemptions](grounds.md), "
        "[every time limit](limits.md), [the crosswalk](crosswalk.md), "
        "[what is not certain](uncertain.md), [from law to code](law-to-code.md).",
        *lists,
        "```{toctree}\n:hidden:\n\n" + "\n".join(tree) + "\n```",
    )


def _limits() -> str:
    heads = ("for", "period", "counted from", "binds by", "rests on", "in force", "how sure")
    parts = []
    for regime in Regime:
        rows = [
            (
                limit.title,
                f"{limit.length} {limit.unit.value}"
                + (f", before {limit.ends_at}" if limit.ends_at != "midnight" else ""),
                limit.counted_from + (" (the first day)" if limit.begins_with else ""),
                limit.kind.value,
                "; ".join(str(cite) for cite in limit.cites),
                "; ".join(str(period) for period in limit.in_force),
                limit.confidence.value,
            )
            for limit in TIME_LIMITS
            if limit.regime is regime
        ]
        parts += [f"## {regime.value}", _table(heads, rows)]
    return _page(
        "Every time limit",
        "Printed from {data}`foiprevent.deadlines.TIME_LIMITS`; [the clocks](../clocks.md) "
        "explains them one by one.",
        *parts,
    )


def _absolute() -> str:
    parts = []
    for regime in Regime:
        rows = [row for row in law(regime).rows if row.duty is not None]
        edges = {p.start for row in rows for p in row.in_force}
        edges |= {p.end + timedelta(days=1) for row in rows for p in row.in_force if p.end}
        versions: list[tuple[date, tuple[tuple[str, str], ...]]] = []
        for day in sorted(edges):
            version = tuple(_listed_on(rows, day))
            if not versions or versions[-1][1] != version:
                versions.append((day, version))
        for place, (day, version) in enumerate(versions):
            until = (
                versions[place + 1][0] - timedelta(days=1) if place + 1 < len(versions) else None
            )
            span = (
                f"since {day:%-d %B %Y}"
                if until is None
                else f"{day:%-d %B %Y} to {until:%-d %B %Y}"
            )
            parts.append(f"## {regime.value}, {span}\n\n" + _table(("by", "absolute"), version))
    return _page(
        "What is absolute, through time",
        "Section 2(3) of FOIA and s.2(2) of FOISA list the provisions that are absolute, and no "
        "others are; under the EIR what is not put to the test of reg.12(1)(b) stands apart by "
        "itself. *Partly* means in some cases only: the page of the provision says which.",
        *parts,
    )


def _listed_on(rows: list[Exemption], day: date) -> Iterator[tuple[str, str]]:
    by: dict[Citation, list[str]] = defaultdict(list)
    for row in rows:
        if row.absolute_by is not None and row.is_in_force(day):
            name = str(row).removeprefix(f"{row.citation.regime.value} ")
            partly = " (partly)" if row.status is Status.PARTLY_ABSOLUTE else ""
            by[row.absolute_by].append(name + partly)
    for item in sorted(by):
        yield item.short, ", ".join(by[item])


def _changes() -> str:
    rows = (
        (
            one.on.isoformat() if one.on else "not known",
            _links(one.provisions, long=True),
            one.summary,
            "; ".join(map(str, one.sources)),
            one.trigger.value + (f" ({one.transitional})" if one.transitional else ""),
            one.confidence.value,
        )
        for one in changes()
    )
    head = ("from", "provisions", "what changed", "by", "applies by", "the day is")
    return _page("What changed, and when", _table(head, rows))


def _grounds() -> str:
    parts = []
    for regime in Regime:
        rows = (
            (
                f"[{one.citation.short}]({one.uri})",
                one.kind.value,
                one.summary,
                ", ".join(duty.value for duty in one.lifts),
                one.notice and f"{one.notice.citation.short}: {'; '.join(one.notice.says)}",
                ", ".join(map(str, one.nearest)),
            )
            for one in grounds(regime=regime)
        )
        head = ("provision", "kind", "what it says", "duties lifted", "notice", "nearest")
        parts.append(f"## {regime.title}\n\n" + _table(head, rows))
    return _page("Grounds that are no exemptions", *parts)


def _crosswalk() -> str:
    rows = (
        (_links(one.foia), _links(one.foisa), _links(one.eir), one.difference) for one in CROSSINGS
    )
    head = ("FOIA", "FOISA", "EIR", "how they differ")
    return _page("From one regime to another", _table(head, rows))


def uncertain() -> list[tuple[str, str, str]]:
    """Return every fact that is not verified: where it stands, what it is, how sure."""
    found: list[tuple[str, str, str]] = []
    for regime in Regime:
        for row in law(regime).rows:
            name = str(row)
            if row.confidence in UNSURE:
                found.append((name, "its text", row.confidence.value))
            if row.dates_confidence in UNSURE:
                found.append((name, "its dates", row.dates_confidence.value))
            if row.status is Status.DISPUTED:
                found.append((name, f"its status: {row.status_note}", "disputed"))
            if "recalled" in f"{row.notes} {row.status_note}".lower():
                found.append((name, row.notes or row.status_note or "", "recalled"))
            found += [
                (name, f"source: {source}", source.confidence.value)
                for source in row.sources
                if source.confidence in UNSURE
            ]
        found += [
            (f"{one.on}: {', '.join(map(str, one.provisions))}", one.summary, one.confidence.value)
            for one in changes(regime=regime)
            if one.confidence in UNSURE
        ]
        found += [
            (
                str(one),
                one.notes or one.summary,
                "recalled" if "recalled" in (one.notes or "") else one.confidence.value,
            )
            for one in grounds(regime=regime)
            if one.confidence in UNSURE or "recalled" in (one.notes or "")
        ]
    return found


def _uncertain() -> str:
    return _page(
        "What is not certain",
        "Every fact of these pages that was not read in the instrument itself: *stated* by a "
        "secondary source, *inferred* from something read, *recalled*, or *disputed* between "
        "sources.",
        _table(("where", "what", "how sure"), uncertain()),
    )


def _law_to_code() -> str:
    code = _named_in(ROOT / "src" / "foiprevent", tests=False)
    tests = _named_in(ROOT / "tests", tests=True)
    rows = [
        (_link(one, long=True), "<br>".join(code.get(one, ())), "<br>".join(tests.get(one, ())))
        for one in sorted({*code, *tests})
    ]
    return _page(
        "From the law to the code",
        "Which functions, rules and classes name a provision in their docstrings as what they "
        "rest on, and which tests are headed by it. It is gathered from the docstrings "
        "themselves, with {func}`foiprevent.find_citations`.",
        _table(("provision", "code", "tests"), rows),
    )


def _named_in(folder: Path, *, tests: bool) -> dict[Citation, list[str]]:
    named: dict[Citation, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            wanted = ast.ClassDef if tests else (ast.ClassDef, ast.FunctionDef)
            if not isinstance(node, wanted):
                continue
            text = ast.get_docstring(node) or ""
            place = f"`{path.relative_to(folder).as_posix()}` {node.name}"
            regime = next((one for one in Regime if one.value.lower() in path.stem), Regime.FOIA)
            found = find_citations(text, regime=regime)
            for one in dict.fromkeys(each.citation for each in found):
                if one is not None and place not in named[one]:
                    named[one].append(place)
    return named


def write(folder: Path) -> None:
    """Write every page into a folder, and remove what else lies there."""
    folder.mkdir(parents=True, exist_ok=True)
    made = pages()
    for stale in folder.glob("*.md"):
        if stale.name not in made:
            stale.unlink()
    for name, text in made.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Write the pages into the folder that is named."""
    write(Path(arguments[0]))
    print(f"{len(pages())} pages written to {arguments[0]}")


if __name__ == "__main__":
    main(sys.argv[1:])
