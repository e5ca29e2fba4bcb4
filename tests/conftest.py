"""How hard Hypothesis looks, and where the real letters are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))  # for the tests of the tools

_BASE = settings.get_profile("default")

# No deadline: a first example may load a module that the others find loaded.
settings.register_profile("dev", _BASE, deadline=None)
settings.register_profile(
    "ci",
    _BASE,
    deadline=None,
    derandomize=True,
    max_examples=50,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "mutation",
    _BASE,
    deadline=None,
    derandomize=True,
    max_examples=8,
    suppress_health_check=[HealthCheck.differing_executors],  # mutmut runs a class again
)
settings.register_profile("nightly", _BASE, deadline=None, max_examples=5000, print_blob=True)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)


@pytest.fixture(scope="session")
def letters_dir() -> Path:
    """Return the folder of published response letters, which are not part of the project."""
    name = os.environ.get("FOIPREVENT_LETTERS")
    if not name:
        pytest.skip("FOIPREVENT_LETTERS does not name a folder of response letters")
    folder = Path(name)
    if not folder.is_dir():
        pytest.skip(f"FOIPREVENT_LETTERS names {name}, which is no folder")
    return folder


@pytest.fixture(autouse=os.environ.get("HYPOTHESIS_PROFILE") == "mutation")
def _made_anew() -> None:
    """Have what the library keeps made anew for each test, so that it finds what a mutant does."""
    for name, module in list(sys.modules.items()):
        if name.startswith("foiprevent"):
            for kept in list(vars(module).values()):
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()
