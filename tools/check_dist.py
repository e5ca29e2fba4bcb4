"""Check what is to be released: ``python tools/check_dist.py DIST``.

The wheel has the package and nothing else: no tests, no tools, no file that Python does not
need.  The source distribution has what it takes to build and test it, and nothing that a
working copy leaves behind.
"""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

PACKAGE: Final = "foiprevent"
IN_WHEEL: Final = {".py", ".typed"}
NEEDED: Final = {
    "CHANGELOG.md", "LICENSE", "NOTICE", "README.md", "conftest.py", "pyproject.toml",
    "docs/index.md", "schema/case.schema.json", "src/foiprevent/py.typed", "tests/conftest.py",
}  # fmt: skip
STRAY: Final = {
    ".git", ".venv", "venv", "build", "dist", "htmlcov", "mutants", "uv.lock",
    "__pycache__", ".coverage", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache",
}  # fmt: skip


def wheel_faults(names: list[str]) -> list[str]:
    """Return what is wrong with the files of a wheel."""
    faults = []
    for name in names:
        path = PurePosixPath(name)
        if path.parts[0].endswith(".dist-info"):
            continue
        if path.parts[0] != PACKAGE or path.suffix not in IN_WHEEL or "tests" in path.parts:
            faults.append(f"the wheel has {name}")
    if f"{PACKAGE}/py.typed" not in names:
        faults.append("the wheel has no py.typed")
    return faults


def sdist_faults(names: list[str]) -> list[str]:
    """Return what is wrong with the files of a source distribution, below its folder."""
    faults = [f"the sdist has {name}" for name in names if STRAY & set(PurePosixPath(name).parts)]
    return faults + [f"the sdist lacks {name}" for name in sorted(NEEDED - set(names))]


def main(arguments: list[str]) -> int:
    """Check the wheel and the source distribution in a folder."""
    (folder,) = map(Path, arguments)
    (wheel,) = folder.glob("*.whl")
    (sdist,) = folder.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        faults = wheel_faults(archive.namelist())
    with tarfile.open(sdist) as archive:
        names = [one.name.partition("/")[2] for one in archive.getmembers() if one.isfile()]
    faults += sdist_faults(names)
    print(*faults or [f"{wheel.name} and {sdist.name} are as they should be"], sep="\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
