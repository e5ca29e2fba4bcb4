"""A project that builds on this one works, with its own tests, beside the library."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "downstream"


def test_its_own_tests_pass(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "PYTHONPATH": str(FOLDER / "src"),
        "HYPOTHESIS_STORAGE_DIRECTORY": str(tmp_path),
    }
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(FOLDER)]
    done = subprocess.run(  # noqa: S603 - our own tests
        [*command, "-c", str(FOLDER / "pyproject.toml")],
        capture_output=True, text=True, env=env, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 passed" in done.stdout
