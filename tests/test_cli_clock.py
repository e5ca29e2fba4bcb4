"""The command line: what the clock of a request shows beyond its dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import foiprevent as foi
from foiprevent.cases import events
from foiprevent.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def printed(
    steps: tuple[events.Event, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str], *more: str
) -> str:
    case = foi.Case(
        authority=foi.PublicAuthority(name="Anytown Council"),
        request=foi.Request(received=date(2023, 3, 23), regime=foi.Regime.FOIA),
        events=steps,
    )
    path = tmp_path / "case.json"
    path.write_bytes(foi.dumps(case))
    assert main(["timetable", str(path), *more]) == 0
    return " ".join(capsys.readouterr().out.split())


class TestTheClock:
    """Sections 9, 10 and 1(3): what stops the count, and what it would have come to."""

    def test_is_not_mentioned_where_nothing_happened(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert "the clock" not in printed((), tmp_path, capsys)

    def test_a_pause_shows_what_would_have_been(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        steps = (
            events.FeesNoticeGiven(on=date(2023, 3, 30)),
            events.FeePaid(on=date(2023, 4, 13)),
        )
        out = printed(steps, tmp_path, capsys)
        assert "Tuesday 9 May 2023 last day to answer the request" in out
        assert "the clock without the pause it would have been due Monday 24 April 2023" in out

    def test_what_is_waited_for(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        out = printed((events.FeesNoticeGiven(on=date(2023, 3, 30)),), tmp_path, capsys)
        assert "the clock paused until the fee arrives" in out
        assert "last day to pay the fee" in out

    def test_a_lapse(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        steps = (events.FeesNoticeGiven(on=date(2023, 3, 30)), events.FeePaid(on=date(2023, 7, 3)))
        out = printed(steps, tmp_path, capsys)
        assert "the clock lapsed: the fee was not paid in time" in out

    def test_a_conflict_names_both_rules(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        steps = (events.ClarificationSought(on=date(2023, 5, 2)),)
        out = printed(steps, tmp_path, capsys)
        assert "suspended: the last day to answer had passed" in out
        assert "FOIA s.10(1); FOIA s.1(3)" in out
