"""``audit`` with its choices, and ``schema``."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

import foiprevent as foi
from foiprevent.cli import main
from foiprevent.codec import json_schema
from foiprevent.strategies._making import answer, case, claim, letter

if TYPE_CHECKING:
    from pathlib import Path

BARNET = "barnet-data-sharing"


def codes(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[str]:
    main(["audit", BARNET, "--json", *arguments])
    return {finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]}


class TestChoices:
    def test_select_and_ignore(self, capsys: pytest.CaptureFixture[str]) -> None:
        everything = codes(capsys)
        assert codes(capsys, "--select", "late-response, pit-missing") == {"late-response"}
        assert codes(capsys, "--ignore", "late-response") == everything - {"late-response"}
        assert codes(capsys, "--select", "late-response", "--ignore", "late-response") == set()

    def test_what_is_left_out_is_no_breach(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["audit", BARNET, "--select", "limb-not-specified"]) == 0
        assert "limb-not-specified" in capsys.readouterr().out

    def test_a_code_that_is_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["audit", BARNET, "--select", "late"]) == 2
        assert "'late' is no finding code" in capsys.readouterr().err

    @pytest.mark.parametrize("position", ["words", "regulator"])
    def test_position(self, position: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["audit", BARNET, "--json", "--position", position]) == 1
        taken = json.loads(capsys.readouterr().out)["position"]
        assert taken == foi.Position[position.upper()].value

    def test_what_a_review_put_right(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        reviewed = case(
            letter(answer(), claim("23(1)", reasons=None)),
            foi.Response(
                sent=date(2023, 6, 1),
                kind=foi.ResponseKind.REVIEW_OUTCOME,
                answers=(answer("1", foi.Outcome.DISCLOSED),),
                commissioner=foi.Commissioner(right=foi.Told.STATED),
            ),
        )
        path = tmp_path / "case.json"
        path.write_bytes(foi.dumps(reviewed))
        assert main(["audit", str(path)]) == 0
        printed = capsys.readouterr().out
        assert "Put right by a review (1)" in printed
        assert "reasons-missing" in printed


class TestSchema:
    @pytest.mark.parametrize(
        ("arguments", "of"),
        [([], foi.Case), (["case"], foi.Case), (["audit", "--json"], foi.Audit)],
    )
    def test_is_printed(
        self, arguments: list[str], of: type, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["schema", *arguments]) == 0
        assert json.loads(capsys.readouterr().out) == json_schema(of)

    def test_of_something_else(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["schema", "letter"]) == 2
        assert "invalid choice" in capsys.readouterr().err


class TestAsAFunction:
    def test_codes_and_positions_that_are_none(self) -> None:
        barnet = foi.casebook.load(BARNET)
        with pytest.raises(foi.InvalidRecordError, match=r"audit\.select"):
            foi.audit(barnet, select=["late"])
        with pytest.raises(foi.InvalidRecordError, match=r"audit\.ignore"):
            foi.audit(barnet, ignore="late")
        with pytest.raises(foi.InvalidRecordError, match=r"audit\.position"):
            foi.audit(barnet, position="words")  # type: ignore[arg-type]

    def test_what_was_looked_for_is_kept(self) -> None:
        barnet = foi.casebook.load(BARNET)
        assert foi.audit(barnet).checked == frozenset(foi.Code)
        one = foi.audit(barnet, select="late-response")
        assert one.checked == one.codes == {foi.Code.LATE_RESPONSE}
        assert one.position is None
