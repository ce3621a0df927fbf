"""What the commands about a list share: the shares of a mix, keys of programs, and a file that is not the dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from bedside.evidence.library import Evidence
    from bedside.programs.directory import Directory

ARTICLE = "article"
_SHARES = 4


def shares_of(mix: str | None, evidence: Evidence) -> tuple[float, ...] | None:
    """The shares of a mix in parts of one; None where none is asked for."""
    if mix is None:
        return None
    if mix.casefold() == ARTICLE:
        from bedside.plan.your_list import article_mix

        return article_mix(evidence)
    try:
        shares = tuple(float(part) / 100 for part in mix.replace("/", ",").split(","))
    except ValueError:
        shares = ()
    if len(shares) != _SHARES or not all(share >= 0 for share in shares) or abs(sum(shares) - 1) > 1e-6:
        raise click.UsageError(f"“{mix}” is no mix. Write four shares that sum to 100, such as 55,30,10,5, or article.")
    return shares


def keys_of(given: tuple[str, ...], directory: Directory) -> frozenset[str]:
    """The keys of programs, all of them in the directory."""
    keys = frozenset(key.strip() for words in given for key in words.split(",") if key.strip())
    unknown = sorted(key for key in keys if key not in directory)
    if unknown:
        raise click.UsageError(f"Not in the directory: {', '.join(unknown)}. `bedside programs list` shows the keys.")
    return keys


def not_over_the_dossier(dossier: Path, written: Path | None, what: str) -> None:
    """Refuse to write over the dossier."""
    if written and written.resolve() == dossier.resolve():
        raise click.UsageError(f"“{dossier}” is your dossier: choose another name for {what}.")
