"""The commented template of a dossier, for those who would rather write than answer questions."""

from __future__ import annotations

from pathlib import Path

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.atomic_file import write_atomically
from bedside.applicant.file.editing import text_with_change
from bedside.applicant.file.parsing import content_in, is_json
from bedside.applicant.file.rendering import as_written
from bedside.applicant.file.writing import text_of

_TEMPLATE = Path(__file__).parent / "template.yaml"


def template_text() -> str:
    """The template: three empty places that are needed, and an example for everything else behind a #."""
    return _TEMPLATE.read_text(encoding="utf-8")


def write_template(path: Path, *, may_replace: bool = False) -> None:
    """Write the template to `path` for its owner only; raises DossierNotWritten, also where something is there."""
    write_atomically(path, template_text(), may_replace=may_replace)


def begin_dossier(dossier: Dossier, path: Path) -> None:
    """Write a first dossier to `path`: as YAML it is the template with the answers in it; raises DossierNotWritten."""
    text = text_of(dossier, path.name) if is_json(path.name) else filled_template(dossier)
    write_atomically(path, text, may_replace=False)


def filled_template(dossier: Dossier) -> str:
    """The template with everything the dossier holds in its place, and the examples for what it does not."""
    text = template_text()
    for key, part in as_written(dossier).items():
        inside = part.items() if isinstance(part, dict) and key != "readings" else ()
        for below, value in inside:
            text = text_with_change(text, (key, below), value)
        if not inside:
            text = text_with_change(text, (key,), part)
    if Dossier.model_validate(content_in(text, "dossier.yaml").data) != dossier:
        raise AssertionError("the filled template would not be read back as the dossier")
    return text
