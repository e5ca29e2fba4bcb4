"""What is released, and the files that a release is made with, agree with each other."""

from __future__ import annotations

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

check_dist = import_module("check_dist")
check_site = import_module("check_site")
pictures = import_module("pictures")


def lowest() -> dict[str, str]:
    extras = PROJECT["optional-dependencies"]
    named = ("testing", "frames", "ics", "files", "cli")
    bounds = PROJECT["dependencies"] + [bound for name in named for bound in extras[name]]
    return dict(bound.split(">=") for bound in bounds)


class TestDependencies:
    def test_the_lowest_versions_are_the_ones_tried(self) -> None:
        pins = (ROOT / "tests" / "lowest.txt").read_text().split()
        tried = dict(pin.split("==") for pin in pins)
        assert tried.keys() == lowest().keys()
        for name, version in lowest().items():
            assert tried[name] in {version, f"{version}.0"}

    def test_each_is_in_the_documentation_with_its_licence(self) -> None:
        page = (ROOT / "docs" / "dependencies.md").read_text()
        rows = re.findall(
            r"^\| \[([\w-]+)\]\([^)]*\) \| ([\d.]+) \| ([^|]+) \|", page, re.MULTILINE
        )
        assert {name: version for name, version, _ in rows} == lowest()
        assert all(licence.strip() for _, _, licence in rows)


class TestMetadata:
    def test_the_version_to_cite_is_the_version(self) -> None:
        cited = (ROOT / "CITATION.cff").read_text()
        assert f"\nversion: {PROJECT['version']}\n" in cited
        assert f"\nlicense: {PROJECT['license']}\n" in cited

    def test_the_workflow_runs_what_the_classifiers_name(self) -> None:
        workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text()
        (listed,) = re.findall(r"python: \[(.*)\]", workflow)
        named = {
            one.rpartition(" ")[2]
            for one in PROJECT["classifiers"]
            if re.search(r"Python :: 3\.\d+$", one)
        }
        assert set(re.findall(r"[\d.]+", listed)) == named
        assert "- run: .ci/run\n" in workflow
        assert "--constraint tests/lowest.txt" in workflow


class TestDistributions:
    GOOD = ("foiprevent/__init__.py", "foiprevent/py.typed", "foiprevent-1.dist-info/METADATA")

    def test_a_wheel_of_the_package_alone_is_right(self) -> None:
        assert check_dist.wheel_faults(list(self.GOOD)) == []

    @pytest.mark.parametrize(
        "stray",
        ["tests/test_a.py", "foiprevent/tests/test_a.py", "foiprevent/a.json", "conftest.py"],
    )
    def test_a_stray_file_in_a_wheel_is_found(self, stray: str) -> None:
        assert check_dist.wheel_faults([*self.GOOD, stray]) == [f"the wheel has {stray}"]

    def test_a_wheel_without_the_marker_of_types_is_found(self) -> None:
        assert check_dist.wheel_faults([self.GOOD[0]]) == ["the wheel has no py.typed"]

    def test_a_source_distribution_has_what_it_takes(self) -> None:
        assert check_dist.sdist_faults(sorted(check_dist.NEEDED)) == []
        missing = sorted(check_dist.NEEDED - {"NOTICE"})
        assert check_dist.sdist_faults(missing) == ["the sdist lacks NOTICE"]
        stray = [*sorted(check_dist.NEEDED), "src/foiprevent/__pycache__/a.pyc"]
        assert check_dist.sdist_faults(stray) == [f"the sdist has {stray[-1]}"]


class TestPictures:
    @pytest.mark.parametrize("name", sorted(pictures.PICTURES))
    def test_what_is_committed_is_what_is_drawn(self, name: str) -> None:
        assert (pictures.FOLDER / name).read_text(encoding="utf-8") == pictures.PICTURES[name]()

    def test_every_section_is_on_the_map_with_all_its_limbs(self) -> None:
        for regime in pictures.foi.Regime:
            listed = pictures.foi.exemptions.catalogue(regime=regime, on=pictures.AS_AT)
            shown = [limb for _, limbs in pictures.sections(regime) for limb in limbs]
            assert shown == [limb for limb in listed if limb.condition is None]

    @pytest.mark.parametrize("name", sorted(pictures.PICTURES))
    def test_a_picture_loads_nothing(self, name: str) -> None:
        drawn = pictures.PICTURES[name]().replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|href|<script|@import|url\(", drawn)


class TestTheSite:
    PAGE = '<html lang="en"><h1 id="top">A</h1>{}</html>'

    def faults(self, folder: Path, *bodies: str) -> list[str]:
        for number, body in enumerate(bodies):
            (folder / f"{number}.html").write_text(self.PAGE.format(body))
        found: list[str] = check_site.faults(folder)
        return found

    def test_links_that_lead_somewhere(self, tmp_path: Path) -> None:
        two = '<pre tabindex="0">a</pre><aside aria-label="b"></aside><img src="data:," alt="d">'
        one = '<a href="1.html#top">a</a> <a href="#top">b</a> <a href="https://example.org">c</a>'
        assert self.faults(tmp_path, one, two) == []

    @pytest.mark.parametrize(
        ("body", "fault"),
        [
            ('<a href="2.html">a</a>', "2.html leads nowhere"),
            ('<a href="0.html#a">a</a>', "0.html#a leads to no place in its page"),
            ('<script src="https://example.org/a.js">', "it loads https://example.org/a.js"),
            ('<link rel="stylesheet" href="//example.org/a">', "it loads //example.org/a"),
            ("<h1>B</h1>", "it has 2 first headings"),
            ("<pre>a</pre>", "an element cannot be told or reached: pre"),
            ("<aside></aside>", "an element cannot be told or reached: aside"),
            ('<p role="heading">B</p>', "an element cannot be told or reached: p"),
            ('<img src="data:,">', "no text for the picture data:,"),
        ],
    )
    def test_what_is_wrong_is_told(self, tmp_path: Path, body: str, fault: str) -> None:
        assert self.faults(tmp_path, body) == [f"0.html: {fault}"]

    def test_a_page_without_a_language(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_text("<html><h1>A</h1></html>")
        assert check_site.faults(tmp_path) == ["a.html: its language is None"]
