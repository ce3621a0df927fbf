"""One door for every dossier: a file in, a checked Dossier or all of its mistakes out; and the way back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bedside.applicant.file.file_text import mode_caution, read_text
from bedside.applicant.file.parsing import ReadDossier, all_wrong, located, parse_bytes, parse_content, parse_dossier
from bedside.applicant.file.schema import json_schema
from bedside.applicant.file.tree import UnreadableFile
from bedside.applicant.file.writing import update_dossier, write_dossier
from bedside.applicant.mistakes import DossierMistakes, DossierNotWritten, Mistake, Places
from bedside.evidence.library import Evidence

__all__ = [
    "DossierMistakes",
    "DossierNotWritten",
    "Mistake",
    "ReadDossier",
    "json_schema",
    "parse_bytes",
    "parse_content",
    "parse_dossier",
    "read_dossier",
    "update_dossier",
    "write_dossier",
]


def read_dossier(path: Path, as_of: date, evidence: Evidence | None = None) -> ReadDossier:
    """Read and check the dossier at `path`; raises DossierMistakes with every mistake in it."""
    try:
        text = read_text(path)
    except UnreadableFile as refused:
        raise all_wrong(str(path), [refused.finding]) from None
    read = parse_dossier(text, str(path), as_of, evidence)
    about_mode = mode_caution(path)
    if about_mode is None:
        return read
    warnings = (*located(str(path), [about_mode], Places()), *read.warnings)
    return ReadDossier(read.dossier, warnings, read.places)
