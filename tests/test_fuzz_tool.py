"""A short run of the fuzzer; the long one is run by hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

_spec = importlib.util.spec_from_file_location(
    "fuzz_tool", Path(__file__).parent.parent / "tools" / "fuzz.py"
)
assert _spec is not None
assert _spec.loader is not None
tool: Any = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tool)


@pytest.mark.parametrize("seed", [1, 2])
def test_only_codec_errors_come_out(seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(["--count", "400", "--seed", str(seed)]) == 0
    assert "400 of noise and 400 changed" in capsys.readouterr().out


def test_the_same_seed_gives_the_same_documents() -> None:
    said = [tool.run(60, 7)[0].partition(";")[0] for _ in range(2)]
    assert said[0] == said[1]


@pytest.mark.parametrize(("fails", "says"), [(True, "ZeroDivisionError"), (False, "took")])
def test_what_fails_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, fails: bool, says: str
) -> None:
    def broken(_: bytes) -> float:
        return 1 / 0 if fails else 0.0

    monkeypatch.setattr(tool, "loads", broken)
    monkeypatch.setattr(tool, "SLOWEST", -1.0)
    assert tool.main(["--count", "1"]) == 1
    printed = capsys.readouterr().out
    assert says in printed
    assert "b'" in printed or 'b"' in printed
