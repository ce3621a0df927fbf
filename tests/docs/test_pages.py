"""The written pages: no dead link, none that nothing leads to, none stale, and a heading for each command."""

from __future__ import annotations

from pathlib import Path

import pytest

from bedside.cli.main import COMMANDS
from docs.generate.every_page import ROOT, every_page, stale_pages, write_pages
from tests.docs.pages import PAGES, anchors_of, dead_links, links_of, name_of


def reached_from(page: Path) -> set[Path]:
    """Every page that can be reached from this one by following links."""
    reached, waiting = {page}, [page]
    while waiting:
        new = {target for target, _ in links_of(waiting.pop()) if target.suffix == ".md" and target.exists()} - reached
        reached |= new
        waiting.extend(new)
    return reached


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert dead_links(page) == []


@pytest.mark.parametrize("link", ["nowhere.md", "first.md#no-such-heading", "#no-such-heading"])
def test_the_check_of_links_bites(tmp_path: Path, link: str) -> None:
    page = tmp_path / "first.md"
    page.write_text(f"# First\n\n[a link]({link}) and [a live one](#first)\n", encoding="utf-8")
    assert len(dead_links(page)) == 1


def test_every_page_of_the_documentation_is_reached_from_its_index() -> None:
    pages = {page for page in PAGES if page.is_relative_to(ROOT / "docs")}
    assert pages - reached_from(ROOT / "docs/index.md") == set()


def test_the_four_folders_are_those_of_the_index() -> None:
    folders = {path.name for path in (ROOT / "docs").iterdir() if path.is_dir() and any(path.glob("*.md"))}
    assert folders == {"tutorials", "how-to", "reference", "explanation"}


def test_no_generated_page_is_stale() -> None:
    assert [name_of(path) for path in stale_pages(every_page())] == [], "`make docs` writes them anew"


def test_every_page_of_the_reference_is_generated_or_measured() -> None:
    written = {path for path in (ROOT / "docs/reference").rglob("*") if path.is_file()}
    assert written - set(every_page()) == {ROOT / "docs/reference/matching-measured.md"}


def test_the_check_of_stale_pages_bites(tmp_path: Path) -> None:
    current, changed, missing = (tmp_path / name for name in ("current.md", "changed.md", "missing.md"))
    write_pages({current: "as it is\n", changed: "as it was\n"})
    assert stale_pages({current: "as it is\n", changed: "as it is\n", missing: "new\n"}) == [changed, missing]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_heading_in_the_reference(name: str) -> None:
    headings = anchors_of((ROOT / "docs/reference/commands.md").read_text(encoding="utf-8"))
    assert headings & {f"bedside-{name}"} == {f"bedside-{name}"}
