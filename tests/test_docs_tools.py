"""The pages made from the table of a case's life and from the rules of the audit."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from foiprevent import audit, casebook, draft_review_request
from foiprevent.cases import TRANSITIONS, State
from foiprevent.findings import RULES, Code
from foiprevent.strategies._defects import DEFECTS

ROOT = Path(__file__).parent.parent
SVG = "{http://www.w3.org/2000/svg}"


life, audit_pages = import_module("life_pages"), import_module("audit_pages")


class TestTheLifeOfACase:
    def test_every_state_is_in_the_picture(self) -> None:
        texts = {one.text for one in ET.fromstring(life.picture()).iter(f"{SVG}text")}  # noqa: S314
        assert {state.value for state in State} - {State.UNDETERMINED.value} <= texts

    def test_every_step_that_leads_on_is_drawn_or_told(self) -> None:
        drawn = {(edge.start, edge.end, step) for edge in life.edges() for step in edge.steps}
        told = life.common()
        for row in TRANSITIONS:
            if row.next is not row.state:
                is_told = row.state in told.get((row.step, row.next), ())
                assert is_told or (row.state, row.next, row.step) in drawn

    def test_there_are_as_many_arrows_as_are_drawn(self) -> None:
        paths = ET.fromstring(life.picture()).iter(f"{SVG}path")  # noqa: S314
        arrows = [path for path in paths if path.get("class") == "step"]
        assert len(arrows) == len(life.edges())

    def test_every_row_is_in_the_table(self) -> None:
        rows = [line for line in life.table().splitlines() if line.startswith("|")]
        assert len(rows) == len(TRANSITIONS) + 2

    def test_no_two_states_lie_in_one_place(self) -> None:
        assert len(set(life.PLACES.values())) == len(life.PLACES) == len(State) - 1


class TestTheFindings:
    @pytest.mark.parametrize("code", Code)
    def test_each_has_a_page_with_an_example_and_a_counterexample(self, code: Code) -> None:
        before = audit_pages.lawful(RULES[code])
        assert audit(before).findings == ()
        assert code in audit(DEFECTS[code](before)).codes
        page = audit_pages.page(code)
        assert f"# `{code.value}`" in page
        assert "```diff\n--- a case in which it is not found" in page
        assert "\n> " in page
        for one in RULES[code].stands:
            assert one.regime.value in page

    def test_each_code_has_a_meaning(self) -> None:
        assert set(audit_pages.meanings()) == set(Code)
        assert all(text.endswith(".") for text in audit_pages.meanings().values())

    def test_the_index_names_all(self) -> None:
        assert all(f"`{code.value}`" in audit_pages.index() for code in Code)


@pytest.mark.parametrize("tool", [life, audit_pages])
def test_the_pages_are_written(tool: Any, tmp_path: Path) -> None:  # noqa: ANN401
    assert tool.main([str(tmp_path / "pages")]) == 0
    assert {path.name for path in (tmp_path / "pages").iterdir()} == set(tool.pages())


def test_the_review_request_in_the_documentation_is_what_is_drafted() -> None:
    page = (ROOT / "docs" / "drafts.md").read_text(encoding="utf-8")
    assert draft_review_request(casebook.load("barnet-data-sharing")) in page
