"""What ``tools/fuzz.py`` feeds: documents and texts, random, changed or made by a grammar.

Each function takes a source of chance, and gives the same for the same.
"""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from drawing import drawn

from foiprevent import Regime, dumps, exemptions
from foiprevent.strategies import cases, lawful_cases

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

GENERATED: Final = 200
"""How many documents are drawn for others to be made of."""
_NOISE: Final = 400
_MARKS: Final = (
    b"{", b"}", b"[", b"]", b",", b":", b"null", b"true", b"-0", b"1e999", b"NaN", b'"', b'""',
    b'"kind"', b'"FOIA s.24(2)"', b'"2023-02-30"', b"\\", b"\\ud800", b"\xff", b"\x00",
    b"\xef\xbb\xbf", b"[" * 70, b'["]",' * 70, b"9" * 700, b'{"format": "foiprevent/1"}', b"\n",
)  # fmt: skip
_WRONG: Final = 0.01
"""How often a grown document has something else in a place."""
_TWICE: Final = 0.01
"""How often an object of a grown document has one of its keys again."""
_LOOSE: Final = 0.1
"""How often a grown document keeps to the names of the schema alone."""
_DEEP: Final = (1, 1, 1, 1, 1, 30, 63, 64, 65, 200)
_PLANES: Final = (
    0x0, 0x0, 0x100, 0x600, 0x660, 0x2000, 0x2100, 0xD800, 0xFE00, 0xFF00, 0x1F600, 0xE0000,
)  # fmt: skip
_PIECES: Final = (
    "s", "s.", "section ", "ss ", "(", ")", "((", "1", "2", "31", "40", "a", "b", "ii", "A", " ",
    ",", " and ", "-", "\u2013", "/", "&", "\n", "\x00", "\u202e", "\u00a0", "\u0663", "\u00b2",
    "FOIA", "EIR ", "reg.", " of the Act", "Act 2000", "FOISA s.", "S12 1AB", "^th", "*", "999999",
    "\u017f", "\u212a", "subsection ", " of section ", " to ", "(i)", "(v)", "(z)", "\u200f",
    "\n\n",
)  # fmt: skip
_SURFACES: Final = (
    "section 31(1)(a), (b) and 24(1)",
    "ss.23(5) and 24(2)",
    "sections 36(2)(b)(i) and (ii) and (c) of the Act",
    "s31(1)(a)-(c)",
    "Section 40(2) to (4) of the Freedom of Information Act 2000",
    "FOIA, section 43 (commercial interests)",
    "subsections (1)(a) and (b) of section 31",
    "regs 12(4)(b) and 12(5)(a)\u2013(c)",
    "regulation 12(5)(b) of the Environmental Information Regulations 2004",
    "Freedom of Information (Scotland) Act 2002, s.38(1)(b)",
    "sections 30(b) & 33 of FOISA, and section 8 of the Highways Act 1980",
    "\u00a7\u00a7 12, 14/21",
)
_HEADS: Final = (
    "s", "s.", "s ", "S", "section ", "Section ", "sections ", "ss ", "ss.", "reg.", "regulation ",
    "regs ", "r.", "FOIA s.", "EIR reg.", "FOISA s.", "FOI Act section ", "\u00a7", "subsection ",
    "sub-sections ", "",
)  # fmt: skip
_NUMBERS: Final = tuple(
    "12 12 14 23 24 31 36 38 40 41 43 7 3 043 22A 80A 40a 1 88 999 1000".split()
)
_LIMBS: Final = (
    tuple("1 2 2 3 5 9 10 99 5A 3B 2AB 0 05".split()),
    tuple("a b c i v x z aa ga A".split()),
    tuple("i ii iii iv v x xx iix".split()),
)
_JOINTS: Final = (
    ", ", " and ", " & ", "&", "-", "\u2013", " to ", " through ", "/", "/s", " or ", "; and ",
    " and/or ", " (Health) and ",
)  # fmt: skip
_ACTS: Final = (
    " of the Act", " FOIA", " of FOISA", " EIR", ", Freedom of Information Act 2000", " of PACE",
    " of the Highways Act 1980", " of that Act", " notice", " of section 31", " (Health)",
    " above",
)  # fmt: skip
_AROUND: Final = (
    "({})",
    "({})",
    "({})",
    "({})",
    "({})",
    "({})",
    " ({})",
    "( {} )",
    "\n({})",
    "({}",
)
_TOKEN: Final = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')
_BREAKS: Final = ("\n", "\n", "\n", "\r\n", "\n\n", "\r", "\u2028")
_VALUES: Final[tuple[Any, ...]] = (
    None, True, 0, -1, 1000, 10**30, 0.5, "", "x" * 100, "\ud83d", "1", "FOIA s.24(1)",
    "EIR reg.12", "2023-03-23", "not stated", [], {}, [[]], {"kind": "not stated"},
)  # fmt: skip


def seeds(seed: int) -> list[bytes]:
    """Return valid documents: those of the casebook, and some that are made up."""
    return [dumps(case) for case in drawn(cases() | lawful_cases(), GENERATED, seed)]


def noise(source: random.Random) -> bytes:
    """Return random bytes, or random pieces of what documents are made of."""
    length = source.randrange(_NOISE)
    if source.getrandbits(1):
        return source.randbytes(length)
    return b"".join(source.choices(_MARKS, k=length // 8))


def changed(source: random.Random, documents: Sequence[bytes]) -> bytes:
    """Return a valid document with something changed."""
    how = source.choice([_bytes, _tokens, _structure])
    document = source.choice(documents)
    for _ in range(source.randrange(1, 4)):
        try:
            document = how(source, document)
        except ValueError:  # a structure is changed once more, and is no longer JSON
            break
    return document


def _bytes(source: random.Random, document: bytes) -> bytes:
    start = source.randrange(len(document) + 1)
    return document[:start] + noise(source)[:9] + document[start + source.randrange(20) :]


def _tokens(source: random.Random, document: bytes) -> bytes:
    found = [*_TOKEN.finditer(document)]
    if not found:
        return source.choice(_MARKS)
    one, other = source.choice(found), source.choice(found)
    new = source.choice([b"", other[0], one[0] + one[0], source.choice(_MARKS)])
    return document[: one.start()] + new + document[one.end() :]


def _structure(source: random.Random, document: bytes) -> bytes:
    value: Any = json.loads(document)
    found = [*_places(value)]
    if not found:
        return document
    holder, step = source.choice(found)
    other, elsewhere = source.choice(found)
    match source.randrange(5):
        case 0:
            del holder[step]
        case 1:
            holder[step] = source.choice(_VALUES)
        case 2:
            holder[step] = copy.deepcopy(other[elsewhere])
        case 3:
            holder[step] = [holder[step]] * source.randrange(3)
        case _:
            _add(source, holder, step)
    return json.dumps(value, indent=source.choice([None, 1])).encode()


def _add(source: random.Random, holder: Any, step: Any) -> None:  # noqa: ANN401
    new = copy.deepcopy(source.choice(_VALUES))
    if isinstance(holder, dict):
        holder[source.choice(["kind", "key", "", "on", "\ud800"])] = new
    else:
        holder.insert(step, new)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    """Yield every object and list with each key and index of it."""
    todo = [value]
    while todo:
        holder = todo.pop()
        steps = holder if isinstance(holder, dict) else range(len(holder))
        for step in steps:
            yield holder, step
            if isinstance(holder[step], (dict, list)):
                todo.append(holder[step])


def grown(source: random.Random, schema: dict[str, Any]) -> bytes:
    """Return a document that the schema allows, but for what was grown wrong.

    Some have nothing of the schema but its names, in places and depths of their own.
    """
    defs = schema["$defs"]
    if source.random() < _LOOSE:
        value = _loose(source, sorted({name for rule in defs.values() for name in _names(rule)}))
    else:
        value = _grown(source, schema, defs)
    return _written(source, value).encode()


def _names(rule: dict[str, Any]) -> Iterator[str]:
    """Yield the names of the fields that a rule of the schema has."""
    yield from rule.get("properties", ())
    for one in rule.get("oneOf", rule.get("anyOf", ())):
        yield from _names(one)


def _loose(source: random.Random, names: Sequence[str]) -> Any:  # noqa: ANN401
    """Return fields by any of the names, each with anything at all in it."""
    value: Any = {"format": "foiprevent/1"}
    for name in source.choices(names, k=source.randrange(6)):
        value[name] = copy.deepcopy(source.choice(_VALUES))
        for _ in range(source.choice(_DEEP)):
            value[name] = source.choice([[value[name]], {source.choice(names): value[name]}])
    return value


def _written(source: random.Random, value: Any) -> str:  # noqa: ANN401
    """Return a value as JSON, in which an object may have a key twice."""
    if isinstance(value, list):
        return f"[{','.join(_written(source, one) for one in value)}]"
    if not isinstance(value, dict):
        return json.dumps(value)
    pairs = [(json.dumps(name), _written(source, one)) for name, one in value.items()]
    if pairs and source.random() < _TWICE:
        again, other = source.choice(pairs), source.choice(pairs)
        pairs.insert(source.randrange(len(pairs) + 1), (again[0], other[1]))
    return f"{{{','.join(f'{name}:{one}' for name, one in pairs)}}}"


def _grown(  # noqa: C901, PLR0911 - a case for each kind of rule
    source: random.Random,
    rule: Any,  # noqa: ANN401
    defs: dict[str, Any],
) -> Any:  # noqa: ANN401
    if source.random() < _WRONG:
        return copy.deepcopy(source.choice(_VALUES))
    match rule:
        case {"const": value}:
            return value
        case {"enum": values}:
            return source.choice(values)
        case {"$ref": name}:
            return _grown(source, defs[name.rpartition("/")[2]], defs)
        case {"anyOf": rules} | {"oneOf": rules}:
            return _grown(source, source.choice(rules), defs)
        case {"properties": fields}:
            needed = rule.get("required", ())
            return {
                name: _grown(source, field, defs)
                for name, field in fields.items()
                if source.random() < (0.99 if name in needed else 0.3)
            }
        case {"items": items}:
            return [_grown(source, items, defs) for _ in range(source.randrange(3))]
        case {"type": "integer"}:
            return source.randrange(100)
        case {"type": "boolean"}:
            return source.random() < 0.5  # noqa: PLR2004 - as often as not
        case {"type": "null"}:
            return None
    return source.choice(["2023-03-23", "FOIA s.24(2)", "1", "2"])


def valid() -> list[str]:
    """Return every operative provision of the three regimes, and forms that letters have."""
    written = [str(row.citation) for one in Regime for row in exemptions.catalogue(regime=one)]
    return [*written, *_SURFACES * (len(written) // len(_SURFACES))]


def letters() -> list[str]:
    """Return the letters that were written for the tests, of every kind and style."""
    folder = Path(__file__).parent.parent / "tests" / "letters" / "written"
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def babbled_lines(source: random.Random) -> str:
    """Return lines of random text."""
    return source.choice(_BREAKS).join(babble(source) for _ in range(source.randrange(12)))


def blotted(source: random.Random, written: Sequence[str]) -> str:
    """Return a letter of which lines are lost, doubled, moved or broken, and others babble."""
    lines = source.choice(written).split("\n")
    for _ in range(source.randrange(1, 8)):
        at = source.randrange(len(lines) + 1)
        cut = source.randrange(81)
        broken = [piece for line in lines[at : at + 1] for piece in (line[:cut], line[cut:])]
        new = source.choice([[], lines[at : at + 3] * 2, [babble(source)], broken])
        lines[at : at + source.randrange(4)] = new
    return source.choice(_BREAKS).join(lines)


def patched_together(source: random.Random, written: Sequence[str]) -> str:
    """Return a letter of the paragraphs of others, in any order."""
    paragraphs = [one for text in source.choices(written, k=2) for one in text.split("\n\n")]
    return "\n\n".join(source.sample(paragraphs, source.randrange(len(paragraphs))))


def babble(source: random.Random) -> str:
    """Return random text: of all of Unicode, or of the pieces that citations are made of."""
    length = source.randrange(60)
    if source.getrandbits(1):
        return "".join(chr(source.choice(_PLANES) + source.randrange(256)) for _ in range(length))
    return "".join(source.choices(_PIECES, k=length))


def misprinted(source: random.Random, texts: Sequence[str]) -> str:
    """Return a citation, or a few in a row, with something changed."""
    text = source.choice([" ", ", ", " and "]).join(
        source.choices(texts, k=source.choice([1, 1, 1, 2, 3]))
    )
    for _ in range(source.randrange(4)):
        at = source.randrange(len(text) + 1)
        new = source.choice(["", source.choice(_PIECES), text[at : at + 3] * 2])
        text = text[:at] + new + text[at + source.randrange(3) :]
    return text


def phrased(source: random.Random) -> str:
    """Return what the grammar of citations allows: sections, limbs, lists, ranges, Acts."""
    text = source.choice(_HEADS) + _provision(source)
    while source.random() < 0.4:  # noqa: PLR2004 - most lists are short
        more = source.choice([_provision, _provision, _limbs, _limbs, phrased])
        text += source.choice(_JOINTS) + more(source)
    return text + source.choice(["", *_ACTS] if source.getrandbits(1) else [""])


def _provision(source: random.Random) -> str:
    return source.choice(_NUMBERS) + _limbs(source)


def _limbs(source: random.Random) -> str:
    """Return brackets, seldom out of their order, from any level down."""
    levels = source.choice([(), (0,), (0, 1), (0, 1), (0, 1, 2), (1,), (1, 2), (2,), (2, 0, 1)])
    return "".join(source.choice(_AROUND).format(source.choice(_LIMBS[level])) for level in levels)
