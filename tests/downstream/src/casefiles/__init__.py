"""Case files: cases with a number, an owner and a pile, kept as JSON."""

from __future__ import annotations

import enum
import json
from datetime import date

import attrs
from cattrs.preconf.json import make_converter

from foiprevent import Audit, Case, Citation, Code, State, audit
from foiprevent.codec import faults, register

__all__ = ["BadFileError", "CaseFile", "Pile", "dump", "load"]


class Pile(enum.Enum):
    """Where a file lies."""

    READY = "ready"
    LOOK = "look at it"
    REVIEW = "ask for a review"


@attrs.frozen
class CaseFile:
    """A case with what this project knows of it besides."""

    number: int
    opened: date
    case: Case
    about: list[Citation] = attrs.field(factory=list[Citation])

    def pile(self, *, on: date | None = None) -> Pile:
        """Return where the file lies."""
        found: Audit = audit(self.case, on=on)
        if found.has_breach:
            return Pile.REVIEW
        return Pile.LOOK if found.findings else Pile.READY

    def codes(self) -> frozenset[Code]:
        """Return what is wrong with it."""
        return audit(self.case).codes

    def state(self, *, on: date | None = None) -> State:
        """Return where the case stands."""
        return self.case.state(on=on)


class BadFileError(ValueError):
    """A text is not a file; says where, and what is wrong."""


_converter = register(make_converter())


def dump(file: CaseFile) -> str:
    """Write a file."""
    return json.dumps(_converter.unstructure(file))


def load(text: str) -> CaseFile:
    """Read a file."""
    try:
        return _converter.structure(json.loads(text), CaseFile)
    except Exception as error:
        raise BadFileError("; ".join(map(str, faults(error)))) from error
