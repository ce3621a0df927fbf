"""Finds out what a file is by what is in it, and reads it with the importer that knows it."""

from __future__ import annotations

from bedside.evidence.library import Evidence
from bedside.programs.importing.importer import Importer, SourceFile
from bedside.programs.importing.known_tables.cms_hospitals import CmsHospitals
from bedside.programs.importing.known_tables.crosswalk import Crosswalk
from bedside.programs.importing.known_tables.eras_participating import ErasParticipating
from bedside.programs.importing.known_tables.freida import Freida
from bedside.programs.importing.known_tables.interview_rates import InterviewRates
from bedside.programs.importing.known_tables.new_programs import NewPrograms
from bedside.programs.importing.nrmp.program_results import NrmpProgramResults
from bedside.programs.importing.nrmp.results_by_state import NrmpResultsByState
from bedside.programs.importing.own_table.own_table import OwnTable
from bedside.programs.importing.pdf.text import is_pdf
from bedside.programs.mention import Reading
from bedside.programs.mistakes import FileNotRead

IMPORTERS: tuple[Importer, ...] = (
    NrmpProgramResults(),
    NrmpResultsByState(),
    InterviewRates(),
    Crosswalk(),
    Freida(),
    ErasParticipating(),
    NewPrograms(),
    CmsHospitals(),
)
"""The importers of known sources, in the order in which they are asked."""


def read_file(file: SourceFile, evidence: Evidence) -> Reading:
    """What the file says about programs, by the first importer that recognises its content, else as the user's table.

    Raises FileNotRead, with a sentence on what to do, where the file is empty, broken, or of no kind Bedside reads.
    """
    if not file.content.strip(b"\0 \t\r\n"):
        raise FileNotRead(f"“{file.name}” is empty. Save or download it again, and add the new file.")
    known = next((importer for importer in IMPORTERS if importer.recognises(file)), None)
    if known is not None:
        return known.read(file, evidence)
    if is_pdf(file.content):
        raise FileNotRead(
            f"“{file.name}” is a PDF, but none that Bedside knows: it reads the NRMP's “Program Results” and its "
            f"results by state. For anything else, copy the table into a spreadsheet and add that."
        )
    return OwnTable().read(file, evidence)
