"""What Hypothesis calls when it is imported: it then knows how to build the library's types.

The strategies themselves are imported when the first one is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from foiprevent import cases, citations, deadlines, exemptions, findings, prevent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Register every public record with ``st.from_type``; readings of letters are apart."""
    from hypothesis import strategies as st

    for kind in _kinds():
        st.register_type_strategy(kind, _strategy)


def _kinds() -> Iterator[type]:
    yield from cases.events.EVENTS
    for package in (cases, citations, deadlines, exemptions, findings, prevent):
        for name in package.__all__:
            kind = getattr(package, name)
            if isinstance(kind, type) and attrs.has(kind):
                yield kind


def _strategy(kind: type) -> SearchStrategy[Any]:
    """Return what builds a type, or leave it to be made of its fields."""
    from foiprevent.strategies._types import TYPES

    return TYPES[kind]() if kind in TYPES else NotImplemented
