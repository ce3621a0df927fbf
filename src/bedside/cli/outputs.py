"""Where a command may write: anywhere but over the dossier it reads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import rich_click as click


def not_over(dossier: Path, outputs: Iterable[Path | None], written: str) -> None:
    """Raises UsageError where one of the files to write is the dossier; `written` is what would be in it."""
    if any(path.resolve() == dossier.resolve() for path in outputs if path):
        raise click.UsageError(f"“{dossier}” is your dossier: choose another name for the {written}.")
