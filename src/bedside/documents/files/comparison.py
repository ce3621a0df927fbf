"""Two dossiers side by side as the bytes of a file."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.documents.as_json import REPORT_VERSION, as_json
from bedside.documents.content.standing.comparison import comparison_document
from bedside.documents.files.document import written
from bedside.documents.writers.json_file import write_json
from bedside.evidence.library import Evidence
from bedside.standing.comparing import compare
from bedside.standing.standing import stand


def comparison_written_as(
    before: Dossier, after: Dossier, as_of: date, evidence: Evidence, ending: str, paper: str = "letter"
) -> bytes:
    """Both as .pdf, .docx, .md or .json; KeyError for another ending."""
    if ending == ".json":
        return _as_json(before, after, as_of, evidence)
    return written(comparison_document(before, after, as_of, evidence), ending, paper)


def _as_json(before: Dossier, after: Dossier, as_of: date, evidence: Evidence) -> bytes:
    found = compare(before, after, stand(before, as_of, evidence), stand(after, as_of, evidence))
    content = {"report_version": REPORT_VERSION, "as_of": as_of.isoformat(), "comparison": as_json(found)}
    return write_json(content)
