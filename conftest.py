"""Examples in the README, in the guides and in docstrings are tests."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers import myst, rest

if TYPE_CHECKING:
    from sybil import Example

SOURCE = Path(__file__).parent / "src"


def _run_commands(example: Example) -> None:
    """Run the lines of a shell block that call the library; a breach found is no failure."""
    from foiprevent.cli import main

    for line in str(example.parsed).splitlines():
        program, *arguments = shlex.split(line, comments=True) or [""]
        if program == "foiprevent":
            status = main(arguments)
            if status not in {0, 1}:
                raise AssertionError(f"status {status}: {line}")


_markdown = Sybil(
    parsers=[
        myst.PythonCodeBlockParser(),
        myst.CodeBlockParser("sh", _run_commands),
        myst.SkipParser(),
    ],
    patterns=["*.md"],
)
# The text is read from src/; the examples run against the package as installed.
_docstrings = Sybil(
    parsers=[rest.DocTestParser(), rest.SkipParser()],
    path=str(SOURCE),
    patterns=["*.py"],
    document_types={".py": PythonDocStringDocument},
)
pytest_collect_file = (_markdown + _docstrings).pytest()


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Keep pytest from importing the packages in src/ instead of the installed one."""
    return pytest.Dir.from_parent(parent, path=path) if path.is_relative_to(SOURCE) else None
