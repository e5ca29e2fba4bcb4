"""Write a page for each finding code: ``python tools/audit_pages.py FOLDER``.

What the code means, how grave it is, what it rests on in each regime and since when, which
functions look for it, what it brings with it; and an example: a lawful case in which it is
not found, and what has to change in the record for it to be.
"""

from __future__ import annotations

import ast
import difflib
import inspect
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from foiprevent import Case, Outcome, Regime, audit, dumps
from foiprevent.citations import Citation
from foiprevent.findings import RULES, Code
from foiprevent.findings import _model as model
from foiprevent.strategies import IMPLIED
from foiprevent.strategies._defects import DEFECTS
from foiprevent.strategies._making import answer, case, claim, letter, weighed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foiprevent import Source
    from foiprevent.findings import AuditRule

CONTEXT: Final = 2


def lawful(rule: AuditRule) -> Case:
    """Return a lawful case of a regime that has the rule."""
    if Regime.FOIA in rule.regimes:
        refused = letter(answer(), claim("24(1)"), weighed("24(1)"))
        if rule.code is Code.PERSONAL_DATA_CONDITION_MISSING:
            return case(letter(answer("1", Outcome.DISCLOSED)))
        return case(refused)
    said = letter(answer("1", Outcome.DISCLOSED), regime_claimed=Regime.FOISA)
    return case(said, regime=Regime.FOISA)


def meanings() -> dict[Code, str]:
    """Return what stands under each code in its source."""
    tree = ast.parse(inspect.getsource(model))
    (body,) = (
        node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Code"
    )
    found = {}
    for member, text in pairwise(body):
        match member, text:
            case (
                ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str() as words)),
            ):
                found[Code[name]] = words
    return found


def _cites(cites: Iterable[Citation | Source]) -> str:
    return "; ".join(str(one) if isinstance(one, Citation) else one.text for one in cites)


def _change(before: Case, after: Case) -> str:
    """Return what differs between two records, as a diff of their documents."""
    lines = difflib.unified_diff(
        dumps(before).decode().splitlines(),
        dumps(after).decode().splitlines(),
        "a case in which it is not found",
        "the same, and it is",
        lineterm="",
        n=CONTEXT,
    )
    return "\n".join(lines)


def page(code: Code) -> str:
    """Return the page of one code."""
    rule = RULES[code]
    before = lawful(rule)
    after = DEFECTS[code](before)
    found = [finding for finding in audit(after) if finding.code is code]
    lines = [f"# `{code.value}`", "", meanings()[code], ""]
    lines += [f"Severity: **{rule.severity.value}**, where the record leaves no doubt.", ""]
    lines += ["| regime | rests on | since |", "|---|---|---|"]
    lines += [
        f"| {one.regime.value} | {_cites(one.cites)} | {one.in_force.start.isoformat()} |"
        for one in rule.stands
    ]
    lines += ["", "## How it is looked for", ""]
    for check in rule.checks:
        doc = (inspect.getdoc(check) or "").partition("\n")[0]
        lines.append(f"- `{check.__module__}.{check.__name__}`: {doc}")
    brings = ", ".join(f"[`{one.value}`]({one.value}.md)" for one in sorted(IMPLIED.get(code, ())))
    if brings:
        lines += ["", f"It brings with it {brings}."]
    lines += ["", "## An example", "", "```diff", _change(before, after), "```", ""]
    lines += ["What the audit then says:", ""]
    for finding in found:
        lines.append(f"> {finding.message}")
        lines += [">", f"> {_cites(finding.cites)}", ""]
    return "\n".join(lines)


def index() -> str:
    """Return the page of all codes."""
    said = meanings()
    lines = ["# Finding codes", ""]
    lines += ["| code | severity | what it means | regimes |", "|---|---|---|---|"]
    lines += [
        f"| [`{code.value}`]({code.value}.md) | {rule.severity.value} | {said[code]} | "
        f"{', '.join(regime.value for regime in rule.regimes)} |"
        for code, rule in RULES.items()
    ]
    lines += ["", "## What a defect brings with it", ""]
    lines += ["A code that is not here is found alone.", "", "| code | brings |", "|---|---|"]
    lines += [
        f"| `{code.value}` | {', '.join(f'`{one.value}`' for one in sorted(others))} |"
        for code, others in IMPLIED.items()
    ]
    lines += ["", "```{toctree}", ":hidden:", "", *(code.value for code in Code), "```", ""]
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """Return each page, by the name of its file."""
    return {"index.md": index(), **{f"{code.value}.md": page(code) for code in Code}}


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
