"""NAME.claims.json beside NAME.yaml: the private claims of a dossier on the user's own machine."""

from __future__ import annotations

import json
from pathlib import Path

from bedside.applicant.file.atomic_file import write_atomically
from bedside.applicant.mistakes import DossierNotWritten
from bedside.programs.collection import Collection
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.shelf.claims_document import as_document, from_document


def claims_beside(dossier: Path) -> Path:
    """Where the private claims of a dossier are: its name with `.claims.json` in place of its ending."""
    return dossier.with_name(f"{dossier.stem}.claims.json")


def read_claims(path: Path) -> Collection:
    """The claims in a file; none where there is no file. Raises ProgramsMistake with the file's name."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Collection()
    except OSError as refusal:
        raise ProgramsMistake(f"{path} could not be read: {(refusal.strerror or 'no reason given').lower()}.") from None
    except (ValueError, RecursionError):
        raise ProgramsMistake(
            f"{path} is damaged: it is no JSON. Bring it back from a copy, or move it away."
        ) from None
    try:
        return from_document(content)
    except ProgramsMistake as mistake:
        raise ProgramsMistake(f"{path}: {mistake}") from None


def write_claims(path: Path, collection: Collection) -> None:
    """Write claims whole or not at all, readable by their owner only. Raises ProgramsMistake."""
    text = json.dumps(as_document(collection), ensure_ascii=False, indent=1)
    try:
        write_atomically(path, text + "\n")
    except DossierNotWritten as refusal:
        raise ProgramsMistake(str(refusal)) from None
