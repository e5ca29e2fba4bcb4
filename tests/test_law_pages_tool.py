"""The pages that are made from the data of the law, and a linter of that data."""

from __future__ import annotations

import re
from datetime import timedelta
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from foiprevent.citations import Citation, Confidence, Regime
from foiprevent.deadlines import TIME_LIMITS
from foiprevent.exemptions import Exemption, Status, changes
from foiprevent.exemptions._catalogue import law

ROOT = Path(__file__).parent.parent


TOOL = import_module("law_pages")
PAGES: dict[str, str] = TOOL.pages()
ROWS = [row for regime in Regime for row in law(regime).rows]
every_row = pytest.mark.parametrize("row", ROWS, ids=str)
UNSURE = (Confidence.STATED, Confidence.INFERRED, Confidence.RECALLED, Confidence.DISPUTED)


def known(citation: Citation) -> bool:
    """Return whether a provision stands in the tables, whole or in part, at any time."""
    table = law(citation.regime)
    named = [row.citation for row in table.rows] + list(table.parts)
    return any(citation.contains(one) or one.contains(citation) for one in named)


class TestPages:
    """One page for each section, and what is gathered from all of them."""

    @every_row
    def test_each_provision_is_on_the_page_of_its_section(self, row: Exemption) -> None:
        page = PAGES[f"{TOOL.page_name(row.citation)}.md"]
        assert row.summary in page
        assert row.uri in page
        name = str(row).removeprefix(f"{row.citation.regime.value} ")
        assert re.search(rf"^##+ {re.escape(name)}$", page, re.MULTILINE)

    def test_every_link_between_pages_leads_somewhere(self) -> None:
        for name, page in PAGES.items():
            for target in re.findall(r"\]\(([^):]+\.md)\)", page):
                written = target.startswith("../") and (ROOT / "docs" / target[3:]).is_file()
                assert written or target in PAGES, (name, target)

    def test_every_limit_is_on_one_page(self) -> None:
        rows = [
            line for line in PAGES["limits.md"].splitlines() if re.match(r"\| (?!for|---)", line)
        ]
        assert len(rows) == len(TIME_LIMITS)
        by_regime = [limit for regime in Regime for limit in TIME_LIMITS if limit.regime is regime]
        for limit, row in zip(by_regime, rows, strict=True):
            assert row.startswith(f"| {limit.title} | {limit.length} {limit.unit.value}")
            assert str(limit.cites[0]) in row

    def test_every_page_is_in_the_index(self) -> None:
        tree = PAGES["index.md"].rpartition("{toctree}")[2].split()
        assert {f"{one}.md" for one in tree if one[0] not in ":`"} == set(PAGES) - {"index.md"}

    def test_section_2_3_has_its_three_versions(self) -> None:
        heads = re.findall(r"^## (FOIA.*)$", PAGES["absolute.md"], re.MULTILINE)
        assert heads == [
            "FOIA, 1 January 2005 to 18 January 2011",
            "FOIA, 19 January 2011 to 24 May 2018",
            "FOIA, since 25 May 2018",
        ]

    def test_every_fact_that_is_not_verified_is_on_one_page(self) -> None:
        listed = {where for where, _, _ in TOOL.uncertain()}
        for row in ROWS:
            unsure = (
                row.confidence in UNSURE
                or row.dates_confidence in UNSURE
                or row.status is Status.DISPUTED
                or "recalled" in (row.notes or "")
            )
            assert not unsure or str(row) in listed, str(row)
        for change in changes():
            if change.confidence in UNSURE:
                assert any(where.startswith(f"{change.on}: ") for where in listed)
        assert all(where in PAGES["uncertain.md"] for where in listed)

    @pytest.mark.parametrize(
        ("where", "how_sure"), [("FOIA s.45(2)(b)", "stated"), ("FOIA s.1(1)(a)", "recalled")]
    )
    def test_of_a_ground_it_says_how_sure(self, where: str, how_sure: str) -> None:
        assert {sure for place, _, sure in TOOL.uncertain() if place == where} == {how_sure}

    def test_from_the_law_to_the_code_and_its_tests(self) -> None:
        page = PAGES["law-to-code.md"]
        (row,) = re.findall(r"^\| FOIA s\.17\(1\)\(b\) \|.*$", page, re.MULTILINE)
        assert "no_such_provision" in row
        assert "findings/test_rules.py" in row

    def test_they_are_written_and_stale_ones_removed(self, tmp_path: Path) -> None:
        folder = tmp_path / "law"
        folder.mkdir()
        (folder / "foia-s99.md").write_text("stale")
        TOOL.main([str(folder)])
        assert {path.name for path in folder.iterdir()} == set(PAGES)
        written = (folder / "index.md").stat().st_mtime_ns
        TOOL.write(folder)
        assert (folder / "index.md").stat().st_mtime_ns == written


class TestData:
    """What is written in the tables is whole, and in one style."""

    @every_row
    def test_a_summary_is_one_sentence(self, row: Exemption) -> None:
        text = re.sub(r"\b(?:s|reg|Art|No|Sch)\.(?=\S)|\b(?:Art|Sch|para) ", "", row.summary)
        assert re.fullmatch(r"(?:\([^()]*\) )?[A-Z0-9].*\.", text), row.summary
        assert ". " not in text.rstrip(".")

    @every_row
    def test_it_has_a_title_sources_and_someone_to_rely_on_it(self, row: Exemption) -> None:
        assert row.title
        assert row.title == row.title.strip()
        assert row.sources
        assert row.who_may_rely

    @every_row
    def test_no_reference_dangles(self, row: Exemption) -> None:
        links = [
            *row.confirm_or_deny,
            *row.covers,
            *row.excludes,
            *row.limited_by,
            *(one.citation for one in row.certificates),
        ]
        links += [row.condition] if row.condition else []
        for link in links:
            assert known(link), str(link)

    @every_row
    def test_its_days_are_in_order_and_apart(self, row: Exemption) -> None:
        assert row.in_force
        for one, other in pairwise(row.in_force):
            assert one.end is not None
            assert one.end < other.start

    def test_rows_of_one_provision_do_not_overlap(self) -> None:
        for regime in Regime:
            spans: dict[tuple[Citation, Citation | None], list[tuple[object, ...]]] = {}
            for row in law(regime).rows:
                key = (row.citation, row.condition)
                spans.setdefault(key, []).extend((p.start, p.end) for p in row.in_force)
            for key, days in spans.items():
                ordered = sorted(days, key=lambda span: str(span[0]))
                for (_, end), (start, _) in pairwise(ordered):
                    assert end is not None, key
                    assert str(end) < str(start), key

    @every_row
    def test_addresses_are_well_formed(self, row: Exemption) -> None:
        root = "https://www.legislation.gov.uk/id/"
        assert re.fullmatch(
            rf"{root}(?:ukpga/2000/36|uksi/2004/3391|asp/2002/13)/(?:section|regulation)"
            r"/[0-9A-Z]+(?:/[0-9A-Za-z]+)*",
            row.uri,
        )
        for source in row.sources:
            assert source.uri is None or re.fullmatch(r"https://\S+", source.uri)

    def test_what_replaced_a_provision_stood_when_it_went(self) -> None:
        for regime in Regime:
            table = law(regime)
            for old, new in table.replaced_by.items():
                assert known(old), str(old)
                ends = [
                    period.end + timedelta(days=1)
                    for row in table.rows
                    if old in (row.citation, row.condition)
                    for period in row.in_force
                    if period.end
                ]
                for successor in new:
                    starts = [
                        period.start
                        for row in table.rows
                        if successor.contains(row.citation) or row.citation.contains(successor)
                        for period in row.in_force
                    ]
                    assert set(ends) & set(starts), (str(old), str(successor))

    def test_chains_of_successors_end(self) -> None:
        for regime in Regime:
            replaced = law(regime).replaced_by
            for old in replaced:
                seen, waiting = set(), [old]
                while waiting:
                    one = waiting.pop()
                    if one in seen:
                        assert one in replaced[one], f"{one} goes round"
                        continue
                    seen.add(one)
                    waiting += replaced.get(one, ())
                assert len(seen) <= 10
