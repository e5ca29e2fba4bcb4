"""Three real cases, as data: letters by which councils answered requests about Prevent.

Each letter is recorded whole and in this library's own words: what was asked, what was
answered, what was claimed and how the public interest was weighed.  Officials appear by
their role only.  A record says what its letter says, right or wrong; what is wrong with
it is for :func:`foiprevent.audit`.

>>> from foiprevent import casebook
>>> casebook.names()
('barnet-data-sharing', 'coventry-referrals', 'leicester-returnees')
>>> casebook.load("barnet-data-sharing").request.received
datetime.date(2023, 3, 23)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from foiprevent.errors import InvalidRecordError

if TYPE_CHECKING:
    from foiprevent.cases import Case

_MODULES: Final = {
    "barnet-data-sharing": "_barnet",
    "coventry-referrals": "_coventry",
    "leicester-returnees": "_leicester",
}

__all__ = ["load", "names"]


def names() -> tuple[str, ...]:
    """Return the names of the cases, in alphabetical order."""
    return tuple(sorted(_MODULES))


def load(name: str) -> Case:
    """Return a case by its name.

    Args:
        name: One of :func:`names`.

    Raises:
        InvalidRecordError: If there is no case of that name.
    """
    if name not in _MODULES:
        raise InvalidRecordError("casebook.load", name, f"expected one of {', '.join(names())}")
    case: Case = import_module(f"{__name__}.{_MODULES[name]}").CASE
    return case
