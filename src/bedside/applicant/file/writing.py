"""Writing a dossier: whole or not at all, for its owner only, with every comment kept on a change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.atomic_file import write_atomically
from bedside.applicant.file.editing import APPENDED, text_with_change, with_change
from bedside.applicant.file.file_text import read_text
from bedside.applicant.file.parsing import ReadDossier, all_wrong, content_in, is_json, parse_dossier
from bedside.applicant.file.rendering import as_json_text, as_written, as_yaml, plain_json
from bedside.applicant.file.tree import UnreadableFile
from bedside.applicant.mistakes import DossierMistakes, DossierNotWritten, shown
from bedside.applicant.mistakes import Path as FieldPath
from bedside.evidence.library import Evidence

_STEP = re.compile(r"([^.\[\]]+)|\[(\d*)\]")


def text_of(dossier: Dossier, name: str) -> str:
    """The dossier as the text of a file called `name`: JSON where it ends in .json, else YAML."""
    return as_json_text(dossier) if is_json(name) else as_yaml(dossier)


def write_dossier(dossier: Dossier, path: Path, *, may_replace: bool = True) -> None:
    """Write a dossier to `path`, as JSON or YAML by its suffix; raises DossierNotWritten.

    The text is read again before it takes the place of anything.
    """
    text = text_of(dossier, path.name)
    if Dossier.model_validate(content_in(text, path.name).data) != dossier:
        raise AssertionError("the dossier would not be read back as it was written")
    write_atomically(path, text, may_replace=may_replace)


def update_dossier(
    path: Path, changes: Mapping[str, object], as_of: date, evidence: Evidence | None = None
) -> ReadDossier:
    """Make `changes` to the dossier at `path`, and return it as it is then.

    A change is a field and its new value: `exams[1].result`, or `bookings[]` for a new entry at the end.
    None empties a field. Comments, order and spelling of all else stay. Raises DossierMistakes where the dossier
    would have mistakes afterwards, and DossierNotWritten; the file is then as it was.
    """
    try:
        before = read_text(path)
    except UnreadableFile as refused:
        raise all_wrong(str(path), [refused.finding]) from None
    expected = content_in(before, path.name).data
    text = before.replace("\r\n", "\n")
    for field, value in changes.items():
        steps, plain = _steps(field), as_written(value)
        expected = with_change(expected, steps, plain)
        text = plain_json(expected) if is_json(path.name) else text_with_change(text, steps, plain)
    if not _holds(text, path.name, expected):
        raise DossierNotWritten(
            f"{shown(str(path), 300)} was not changed: it is written in a way that Bedside cannot change safely, "
            "such as with anchors. Make the change in your editor."
        )
    read = parse_dossier(text, str(path), as_of, evidence)
    write_atomically(path, text.replace("\n", "\r\n") if "\r\n" in before else text)
    return read


def _holds(text: str, name: str, expected: object) -> bool:
    try:
        return content_in(text, name).data == expected
    except DossierMistakes:
        return False


def _steps(field: str) -> FieldPath:
    """`exams[1].result` as the steps of a path; `[]` is a new entry."""
    return tuple(
        found[1] if found[1] is not None else int(found[2]) if found[2] else APPENDED for found in _STEP.finditer(field)
    )
