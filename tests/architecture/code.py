"""The package's modules and the project's tracked files, read once for the tests of the architecture."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/bedside"
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """The path of a module as it is read in a message: `plan/plan.py`."""
    return path.relative_to(PACKAGE).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def tracked_files() -> list[Path]:
    """The files that git keeps, or every file of a copy without git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        kept = ("src", "tests", "docs", "examples", "benchmarks", "setup", ".ci")
        paths = [*ROOT.glob("*"), *(path for folder in kept for path in (ROOT / folder).rglob("*.*"))]
        paths = [path for path in paths if path.suffix != ".pyc"]
    return [path for path in paths if path.is_file()]
