"""What the dossiers of these tests hold: the worked examples, and one with hardly anything in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bedside.applicant.file.reading import read_dossier
from bedside.applicant.file.rendering import as_written
from tests.applicant.dossiers import AS_OF

EXAMPLES = Path(__file__).parents[2] / "examples"
ALMOST_EMPTY: dict[str, Any] = {
    "schema_version": 1,
    "identity": {"name": "My plan"},
    "medical_school": {"country": "Poland", "graduated": 2018},
}


def example(name: str) -> dict[str, Any]:
    """The plain content of one of the examples, such as `citizen-scribe`, or of the one that is almost empty."""
    if name == "empty":
        return ALMOST_EMPTY
    content: dict[str, Any] = as_written(read_dossier(EXAMPLES / f"{name}.yaml", AS_OF).dossier)
    return content
