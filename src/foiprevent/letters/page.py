"""One self-contained page that shows what was read in a letter, where it stands.

Everything that comes from the letter is escaped.  The page has no script, loads nothing,
and says so to the browser in a content security policy.
"""

from __future__ import annotations

import base64
import hashlib
from datetime import date
from enum import Enum
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from foiprevent.findings import audit
from foiprevent.letters.reading import About

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from foiprevent.cases import Response
    from foiprevent.letters.reading import Fact, FactValue, Reading

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8888; --page: #fff; --ink: #1a1a1a;
  --asked: #d7e8ff; --done: #dff3dc; --refused: #ffdcd6; --weighed: #f4e3ff; --told: #fff0c2; }
@media (prefers-color-scheme: dark) { :root { --page: #16181c; --ink: #eee;
  --asked: #1d3a5f; --done: #1f4426; --refused: #6b241a; --weighed: #472a5e; --told: #544310; } }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem;
  max-width: 100rem; margin: 0 auto; padding: 1rem 1.5rem; }
@media (max-width: 50rem) { main { grid-template-columns: minmax(0, 1fr); } }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0; }
mark { color: inherit; border-radius: 3px; padding: 0 1px; background: var(--told); }
.asked { background: var(--asked); } .done { background: var(--done); }
.refused { background: var(--refused); } .weighed { background: var(--weighed); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1rem; margin: 0; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .5rem .3rem 0;
  text-align: left; vertical-align: top; overflow-wrap: break-word; }
th, td:first-child { white-space: nowrap; } td:last-child { min-width: 7rem; }
li { margin: .3rem 0; overflow-wrap: anywhere; }
"""

_LOOKS: Final = {
    About.QUESTION: "asked",
    About.TOPIC: "asked",
    About.ANSWER: "done",
    About.HELD: "done",
    About.REFERRED_TO: "done",
    About.LINK: "done",
    About.ATTACHMENT: "done",
    About.RELIANCE: "refused",
    About.NCND: "refused",
    About.LIKELIHOOD: "refused",
    About.ESTIMATE: "refused",
    About.QUALIFIED_PERSON: "refused",
    About.FACTOR: "weighed",
    About.ARGUMENT: "weighed",
    About.BALANCE: "weighed",
}
_MOST_TOLD: Final = 6
"""How many facts of one place are told of in words."""


def reading_page(reading: Reading) -> str:
    """Return a page in HTML: the letter with its facts marked, the case and the audit.

    The case is audited as the record stands, without a day to audit it for; a letter that
    does not name its authority is shown as that.
    """
    digest = hashlib.sha256(_STYLE.encode()).digest()
    policy = f"default-src 'none'; style-src 'sha256-{base64.b64encode(digest).decode()}'"
    name = reading.authority or "An authority that is not named"
    title = escape(f"{name}: {reading.kind.value}")
    parts = (
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>{_STYLE}</style></head><body><main>",
        f'<article aria-label="The letter"><h1>{title}</h1>',
        f"<pre>{''.join(_marked(reading))}</pre></article>",
        f'<div><section aria-label="What was read">{"".join(_read(reading))}</section>',
        f'<section aria-label="The audit">{"".join(_audited(reading, name))}</section></div>',
        "</main></body></html>",
    )
    return "\n".join(parts) + "\n"


def _marked(reading: Reading) -> Iterator[str]:
    """Give the letter, piece by piece; what facts rest on is marked."""
    facts = [fact for fact in reading.facts if fact.about is not About.KIND]
    opening: dict[int, list[Fact]] = {}
    closing: dict[int, list[Fact]] = {}
    for fact in facts:
        opening.setdefault(fact.start, []).append(fact)
        closing.setdefault(fact.end, []).append(fact)
    cuts = sorted({0, len(reading.text), *opening, *closing})
    active: dict[int, Fact] = {}
    for start, end in pairwise(cuts):
        for fact in closing.get(start, ()):
            active.pop(id(fact), None)
        active.update({id(fact): fact for fact in opening.get(start, ())})
        text = escape(reading.text[start:end])
        yield _mark(text, list(active.values())) if active else text


def _mark(text: str, facts: list[Fact]) -> str:
    nearest = min(facts[-_MOST_TOLD:], key=lambda fact: fact.end - fact.start)
    told = "; ".join(dict.fromkeys(map(_told, facts[-_MOST_TOLD:])))
    looks = _LOOKS.get(nearest.about, "told")
    return f'<mark class="{looks}" title="{escape(told)}">{text}</mark>'


def _told(fact: Fact) -> str:
    of = f" of question {fact.question}" if fact.question else ""
    said = "" if isinstance(fact.value, str) else f": {_value(fact.value)}"
    return f"{fact.about.value}{of}{said} ({fact.rule.goes_by})"


def _value(value: FactValue | None) -> str:
    match value:
        case Enum():
            return str(value.value)
        case date():
            return f"{value.day} {value:%B %Y}"
        case _:
            return "not read" if value is None else str(value)


def _read(reading: Reading) -> Iterator[str]:
    request, response = reading.request, reading.response
    rows = (
        ("Kind", reading.kind),
        ("Authority", reading.authority),
        ("Reference", request.reference),
        ("Regime", response.regime_claimed),
        ("Received", request.received),
        ("Dated", response.sent),
        ("Due, as it says", reading.due),
        ("Review", _review(response)),
    )
    yield "<h2>What was read</h2><dl>"
    for name, value in rows:
        yield f"<dt>{name}</dt><dd>{escape(_value(value))}</dd>"
    yield "</dl>"
    if request.questions:
        yield from _questions(reading)
    if response.reliances:
        yield "<h2>Relied on</h2><ul>"
        for one in response.reliances:
            yield f"<li>{escape(str(one.citation or one.cited_as))}</li>"
        yield "</ul>"
    for test in response.tests:
        weighed = ", ".join(map(str, test.provisions))
        yield f"<h2>Public interest, {escape(weighed)}: {test.balance.value}</h2>"
        yield _list(_tagged(f"{one.side.value}: {one.text}", one.tags) for one in test.factors)
    if reading.contradictions:
        yield "<h2>At odds</h2>"
        yield _list(f"{one.says}: {_texts(one.facts)}" for one in reading.contradictions)
    if reading.unread:
        yield f"<h2>Not understood</h2><p>{_count(len(reading.unread), 'passage')}.</p>"


def _texts(facts: Iterable[Fact]) -> str:
    return ", ".join(fact.text for fact in facts)


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _tagged(words: str, tags: Collection[str]) -> str:
    return f"{words} [{', '.join(tags)}]" if tags else words


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"


def _questions(reading: Reading) -> Iterator[str]:
    done = {one.question: one.outcome.value for one in reading.response.answers}
    heads = "".join(f"<th>{name}</th>" for name in ("No.", "Asked", "Done"))
    yield f"<h2>Questions</h2><table><thead><tr>{heads}</tr></thead>"
    topics: dict[str | None, list[str]] = {}
    for fact in reading.about(About.TOPIC):
        topics.setdefault(fact.question, []).append(_value(fact.value))
    for one in reading.request.questions:
        asked = _tagged(one.text, topics.get(one.key, ()))
        cells = (one.key, asked, done.get(one.key, "no answer read"))
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
    yield "</table>"


def _review(response: Response) -> str | None:
    route = response.review_route
    if route is None or route.length is None:
        return route and route.offered.value
    return (
        f"{route.offered.value}, within {route.length} {route.unit.value} "
        f"from: {route.counted_from.value}"
    )


def _audited(reading: Reading, name: str) -> Iterator[str]:
    found = audit(reading.to_case(authority=name)).findings
    yield f"<h2>The audit: {_count(len(found), 'finding')}</h2><ul>"
    for one in found:
        cites = ", ".join(map(str, one.cites))
        words = f"{one.severity.value}, {one.code}: {one.message} ({cites})"
        yield f"<li>{escape(words)}</li>"
    yield "</ul>"
