"""The commented template of a dossier, for those who would rather write than answer questions."""

from __future__ import annotations

from pathlib import Path

from bedside.applicant.atomic_file import write_atomically

_TEMPLATE = Path(__file__).parent / "template.yaml"


def template_text() -> str:
    """The template: three empty places that are needed, and an example for everything else behind a #."""
    return _TEMPLATE.read_text(encoding="utf-8")


def write_template(path: Path, *, may_replace: bool = False) -> None:
    """Write the template to `path` for its owner only; raises DossierNotWritten, also where something is there."""
    write_atomically(path, template_text(), may_replace=may_replace)
