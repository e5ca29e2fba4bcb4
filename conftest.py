"""Examples in the README, in the guides and in docstrings are tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers import myst, rest

SOURCE = Path(__file__).parent / "src"

_markdown = Sybil(
    parsers=[myst.PythonCodeBlockParser(), myst.SkipParser()],
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
