"""The way back into the clinic as the bytes of a file, to take along to a conversation."""

from __future__ import annotations

from bedside.clinical.clinic import clinic
from bedside.documents.content.clinical.clinic import clinic_document
from bedside.documents.files.document import written
from bedside.documents.files.report import ReportFiles
from bedside.evidence.library import load_evidence
from bedside.plan.days.volunteering_hours import volunteering_hours


def clinic_written_as(files: ReportFiles, ending: str) -> bytes:
    """Places, messages, volunteering and letters as .pdf, .docx or .md; KeyError for another ending."""
    standing = files.standing
    hours = volunteering_hours(files.plan)
    found = clinic(files.dossier, standing.as_of, standing.files_opened, hours, load_evidence())
    return written(clinic_document(found, files.dossier.identity.name), ending, files.paper, files.discreet)
