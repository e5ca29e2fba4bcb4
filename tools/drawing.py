"""Cases for the tools to make others of: those of the casebook, and some that are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as hypothesis_seed

from foiprevent import Case, casebook

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def drawn(strategy: SearchStrategy[Case], count: int, seed: int) -> list[Case]:
    """Return the casebook and *count* cases, which are the same for the same seed."""
    found = [casebook.load(name) for name in casebook.names()]

    @hypothesis_seed(seed)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(strategy)
    def keep(case: Case) -> None:
        found.append(case)

    keep()
    return found
