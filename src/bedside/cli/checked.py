"""What a check of a dossier found, as text for a terminal or as JSON."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import rich_click as click

from bedside.applicant.completeness import StillEmpty, still_empty
from bedside.applicant.file.reading import DossierMistakes, Mistake, read_dossier
from bedside.applicant.mistakes import shown

WIDEST = 100
MOST_SHOWN = 50
"""Mistakes listed on a terminal; JSON has all of them."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Mistakes, warnings, and, where there are no mistakes, what is still empty."""

    file: str
    mistakes: tuple[Mistake, ...]
    warnings: tuple[Mistake, ...]
    still_empty: tuple[StillEmpty, ...]

    def as_json(self) -> str:
        """All of it, with stable keys."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2)

    def as_text(self) -> str:
        """All of it as paragraphs that fit the terminal."""
        width = min(WIDEST, shutil.get_terminal_size().columns)
        return "\n".join(line for line in self._lines(width))

    def _lines(self, width: int) -> Iterator[str]:
        yield from _group(self.mistakes, "to put right", width)
        yield from _group(self.warnings, "to look at again", width)
        if self.still_empty:
            yield click.style("Still empty", bold=True)
            for empty in self.still_empty:
                yield from _wrapped(f"{empty.field}: {empty.why}", "  ", "      ", width)
            yield ""
        yield from _wrapped(self._ending(), "", "", width)

    def _ending(self) -> str:
        if self.mistakes:
            these = "this" if len(self.mistakes) == 1 else "these"
            return f"Put {these} right and check again. Nothing in the file was changed."
        return f"No mistakes. Next: bedside standing {self.file}"


def check_file(path: Path, as_of: date) -> Checked:
    """Read the dossier at `path` and keep everything that is found."""
    try:
        read = read_dossier(path, as_of)
    except DossierMistakes as refused:
        return Checked(refused.mistakes[0].file, refused.mistakes, refused.warnings, ())
    return Checked(shown(str(path), 300), (), read.warnings, still_empty(read.dossier))


def _group(found: tuple[Mistake, ...], what: str, width: int) -> Iterator[str]:
    if not found:
        return
    things = "1 thing" if len(found) == 1 else f"{len(found)} things"
    yield click.style(f"{things} {what}", bold=True)
    for mistake in found[:MOST_SHOWN]:
        where = f"{mistake.file}:{mistake.line}:{mistake.column}"
        yield f"  {where}  {click.style(mistake.field, bold=True)}" if mistake.field else f"  {where}"
        yield from _wrapped(mistake.what, "      ", "      ", width)
        yield from _wrapped(mistake.how_to_fix, "      ", "      ", width)
    if len(found) > MOST_SHOWN:
        yield f"  … and {len(found) - MOST_SHOWN} more; --json lists all of them."
    yield ""


def _wrapped(text: str, first: str, others: str, width: int) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
