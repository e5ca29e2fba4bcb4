"""From bytes to plain objects, within limits; what JSON leaves open is kept to be refused."""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final, cast

from foiprevent.codec._faults import Found, told
from foiprevent.errors import CodecError, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMAT: Final = "foiprevent/1"
"""The version of the format: what :func:`dumps` writes, and all that :func:`loads` reads."""
MAX_BYTES: Final = 16 * 1024 * 1024
"""The longest document :func:`loads` reads, in bytes."""
MAX_DEPTH: Final = 64
"""How deep lists and objects may be nested; a case has eight levels."""

_LONGEST_NUMBER: Final = 640  # as many digits as Python always reads


class Number:
    """A number no field can hold, as it is written in the document."""

    def __init__(self, written: str) -> None:
        self.written = written

    def __repr__(self) -> str:
        return self.written


class Repeating(dict[str, object]):
    """An object some of whose keys are given more than once; the last value counts."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        times = Counter(key for key, _ in pairs)
        self.times = {key: count for key, count in times.items() if count > 1}


def refused(message: str) -> CodecError:
    return CodecError((Fault("$", message),))


def text_of(data: object) -> str:
    if isinstance(data, str):
        try:
            data = data.encode()
        except UnicodeEncodeError as error:
            raise refused(f"not Unicode: half a surrogate pair at {error.start}") from None
    if not isinstance(data, (bytes, bytearray)):
        raise refused(f"expected bytes or a text, found an object of {type(data).__name__}")
    if len(data) > MAX_BYTES:
        raise refused(f"too large: {len(data)} bytes, and at most {MAX_BYTES} are read")
    if data.startswith(b"\xef\xbb\xbf"):
        raise refused("expected JSON, found a byte order mark before it")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise refused(f"not UTF-8: {error.reason} at byte {error.start}") from None


_SHALLOW: Final = 1000


def parse_pairs(text: str) -> Any:  # noqa: ANN401
    """Return the document with each object as the tuple of its pairs, or raise whatever is met.

    The interpreter stops what is nested too deeply for it, unless it was told not to.
    """
    if sys.getrecursionlimit() > _SHALLOW and _is_too_deep(text):
        raise RecursionError
    return json.loads(text, object_pairs_hook=tuple)


def parse(text: str) -> tuple[object, bool]:
    """Return the document as plain objects, and whether any object in it repeats a key."""
    repeating = False

    def as_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal repeating
        plain = dict(pairs)
        if len(plain) == len(pairs):
            return plain
        repeating = True
        return Repeating(pairs)

    def as_int(written: str) -> int | Number:
        return int(written) if len(written) <= _LONGEST_NUMBER else Number(written)

    if _is_too_deep(text):
        raise refused(f"lists and objects are nested more than {MAX_DEPTH} deep")
    try:
        document = json.loads(
            text,
            object_pairs_hook=as_object,
            parse_int=as_int,
            parse_float=Number,
            parse_constant=Number,
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise refused(f"not JSON: {error.msg} at {where}") from None
    return document, repeating


_NO_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))
_OPENS: Final = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


def _is_too_deep(text: str) -> bool:
    """Return whether lists and objects are nested deeper than is read, without recursion.

    Between every other two quotation marks stands what is no text, once those that are
    escaped are taken away.  Up to where it ceases to be JSON this holds of any document.
    """
    unescaped = text.encode().replace(rb"\\", b"").replace(rb"\"", b"")
    brackets = b"".join(unescaped.split(b'"')[::2]).translate(None, delete=_NO_BRACKETS)
    depths = accumulate(map(_OPENS.__getitem__, brackets))
    return any(map(MAX_DEPTH.__lt__, depths))


def format_faults(document: dict[str, object]) -> list[Found]:
    if "format" not in document:
        return [((), f"lacks 'format', which is required: this version reads {FORMAT!r}")]
    if document["format"] != FORMAT:
        found = told(document["format"])
        return [(("format",), f"expected {FORMAT!r}, which this version reads, found {found}")]
    return []


_HOLDERS: Final = (dict, list)


def repeated_keys(document: object) -> Iterator[Found]:
    """Yield where a key is given again.  The document may be nested as deep as it likes."""
    todo: list[tuple[Any, Any]] = [(None, document)]  # (the way back, the object or list)
    while todo:
        way, value = todo.pop()
        if isinstance(value, Repeating):
            for key, count in value.times.items():
                steps: list[str | int] = [key]
                back = way
                while back is not None:
                    back, step = back
                    steps.append(step)
                yield tuple(reversed(steps)), f"this key is given {count} times, expected once"
        members: Iterable[tuple[Any, Any]] = enumerate(value)
        if isinstance(value, dict):
            members = cast("dict[str, Any]", value).items()
        todo += [((way, step), member) for step, member in members if isinstance(member, _HOLDERS)]
