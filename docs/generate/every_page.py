"""Gathers the generated pages: every module beside this one with a `generate` function brings some."""

from __future__ import annotations

import importlib
from pathlib import Path

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs/reference"
NOTICE = "<!-- Generated: `make docs` writes this page anew. Edits made here are lost. -->\n\n"
INDEX_OPENING = """# Reference

These pages are written by `make docs` from the commands, the shape of the dossier and the evidence itself, so they
say what the program does.

"""


def every_page() -> dict[Path, str]:
    """The text of each generated page by its path; two generators may not bring the same page."""
    pages: dict[Path, str] = {}
    for name in sorted(path.stem for path in Path(__file__).parent.glob("[!_]*.py")):
        module = importlib.import_module(f"docs.generate.{name}")
        for path, text in module.generate().items() if hasattr(module, "generate") else ():
            if ROOT / path in pages:
                raise ValueError(f"docs/generate/{name}.py brings {path}, which another generator brings already")
            pages[ROOT / path] = _with_notice(path, text)
    pages[REFERENCE / "index.md"] = NOTICE + _index(pages)
    return pages


def stale_pages(pages: dict[Path, str]) -> list[Path]:
    """The pages that are not on disk as they would be written now."""
    return [path for path, text in pages.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]


def write_pages(pages: dict[Path, str]) -> None:
    """Write every page to its place, and make the folders it needs."""
    for path, text in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _index(pages: dict[Path, str]) -> str:
    listed = sorted(path for path in pages if path.is_relative_to(REFERENCE))
    lines = (f"- [{_title(path, pages[path])}]({path.relative_to(REFERENCE).as_posix()})\n" for path in listed)
    return INDEX_OPENING + "".join(lines)


def _title(path: Path, text: str) -> str:
    """The first heading of a page, or the name of a file that has none."""
    headings = (line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
    return next(headings, f"`{path.name}`")


def _with_notice(path: Path, text: str) -> str:
    return NOTICE + text if path.suffix == ".md" else text
