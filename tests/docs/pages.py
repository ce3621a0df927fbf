"""The project's written pages, their links and their headings."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")])
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def name_of(path: Path) -> str:
    """The path of a page as it is read in a message."""
    return path.relative_to(ROOT).as_posix()


@cache
def anchors_of(text: str) -> set[str]:
    """The anchors that the headings of a page make."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links_of(page: Path) -> list[tuple[Path, str]]:
    """The files that a page points at inside the project, each with the anchor, which may be empty."""
    addresses = LINK.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    inside = (address.partition("#") for address in addresses if "://" not in address and "mailto:" not in address)
    return [((page.parent / file).resolve() if file else page, anchor) for file, _, anchor in inside]


def dead_links(page: Path) -> list[str]:
    """The links of a page that lead nowhere."""
    dead = []
    for target, anchor in links_of(page):
        missing = not target.exists()
        without_anchor = anchor and target.suffix == ".md" and anchor not in anchors_of(target.read_text("utf-8"))
        if missing or without_anchor:
            dead.append(f"{target}#{anchor}")
    return dead
