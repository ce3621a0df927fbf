"""Where a command may write: anywhere but over a dossier, the one it reads or another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import rich_click as click

_BEGINS = [
    re.compile(rf"""(?:^|[{{,])\s*["']?{key}["']?\s*:""", re.MULTILINE) for key in ("schema_version", "medical_school")
]


def not_over(dossier: Path | None, outputs: Iterable[Path | None], written: str) -> None:
    """Raises UsageError where one of the files to write is a dossier; `written` is what would be in it."""
    for path in outputs:
        if path and dossier and path.resolve() == dossier.resolve():
            raise click.UsageError(f"“{dossier}” is your dossier: choose another name for the {written}.")
        if path and _is_a_dossier(path):
            raise click.UsageError(f"“{path}” is a dossier and was not touched: choose another name for the {written}.")


def _is_a_dossier(path: Path) -> bool:
    """Whether a file that is there begins to say what every dossier says; one that cannot be read is none."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    except OSError:
        return False
    return all(begins.search(text) for begins in _BEGINS)
