"""What importing the package loads: attrs and the standard library, and no more.

Each program runs in a fresh interpreter and prints the names of the modules it has loaded;
what a bare interpreter loads by itself, through site customisation, is not counted.
"""

from __future__ import annotations

import subprocess
import sys
from functools import cache

import pytest

LIGHT = {"attr", "attrs", "foiprevent"}
HEAVY = {"cattrs", "pendulum", "hypothesis"}
EXAMPLES = {
    "import foiprevent": "import foiprevent",
    "due_date": "import datetime, foiprevent as foi; foi.due_date(datetime.date(2023, 3, 23))",
    "deadline": (
        "import datetime, foiprevent as foi\n"
        "foi.deadline(datetime.date(2026, 6, 14), regime=foi.Regime.FOISA).explain()"
    ),
    "working_days": "import foiprevent as foi; foi.working_days(foi.Regime.EIR).published_until",
    "exemption": "import foiprevent as foi; foi.exemption('40(2)', condition='40(3A)(a)')",
    "catalogue": "import foiprevent as foi; foi.exemptions.catalogue()",
    "Citation": "import foiprevent as foi; foi.Citation.parse('section 24 (2)').uri",
    "audit": "import foiprevent as foi; foi.audit(foi.casebook.load('barnet-data-sharing'))",
    "timetable": "import foiprevent as foi; foi.casebook.load('barnet-data-sharing').timetable()",
    "dir": "import foiprevent as foi; dir(foi), foi.__version__",
    "the command line": "from foiprevent.cli import main; main(['exemption', '24(2)'])",
    "due on the command line": "from foiprevent.cli import main; main(['due', '2023-03-23'])",
}


@cache
def loaded(program: str = "") -> frozenset[str]:
    """Return the modules loaded once *program* has run in a fresh interpreter."""
    listing = "import sys; print('\\n' + '\\n'.join(sys.modules))"
    ran = subprocess.run(  # noqa: S603 - the programs are those above
        [sys.executable, "-c", f"{program}\n{listing}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return frozenset(ran.stdout.split())


def packages(modules: frozenset[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def brought_in(program: str) -> set[str]:
    """Return what *program* loads that is neither in a bare interpreter nor standard."""
    return packages(loaded(program)) - packages(loaded()) - sys.stdlib_module_names


def test_importing_the_package_loads_attrs_and_the_standard_library() -> None:
    assert brought_in("import foiprevent") <= LIGHT


def test_it_loads_none_of_its_own_parts_before_they_are_asked_for() -> None:
    own = {name for name in loaded("import foiprevent") if name.startswith("foiprevent")}
    assert own == {"foiprevent"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_nor_does_using_it(name: str) -> None:
    found = loaded(EXAMPLES[name])
    assert "foiprevent" in found
    assert packages(found) & HEAVY - packages(loaded()) == set()


@pytest.mark.parametrize("name", ["due_date", "exemption", "audit"])
def test_using_it_loads_nothing_else_either(name: str) -> None:
    assert brought_in(EXAMPLES[name]) <= LIGHT


@pytest.mark.parametrize(
    ("program", "heavy"),
    [
        ("import foiprevent as foi; foi.loads", "cattrs"),
        ("from foiprevent.cli import main; main(['due', '23 March 2023'])", "pendulum"),
        ("import foiprevent as foi; foi.strategies", "hypothesis"),
    ],
)
def test_what_is_heavy_is_seen_here_once_it_is_loaded(program: str, heavy: str) -> None:
    """The other tests would pass on a list of modules that is always empty."""
    assert heavy in packages(loaded(program))
