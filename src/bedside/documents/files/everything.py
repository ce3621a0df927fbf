"""Everything there is about one applicant as a single file, to keep and to open again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bedside.applicant.file.writing import text_of
from bedside.applicant.json_resume.writing import as_resume
from bedside.documents.files.clinic import clinic_written_as
from bedside.documents.files.papers import FACTS, PAPERS, ApplicationFile
from bedside.documents.files.report import ReportFiles
from bedside.documents.wording import in_full
from bedside.documents.writers.json_file import write_json
from bedside.documents.writers.zip_file import write_zip
from bedside.evidence.library import load_evidence

DOSSIER, CLAIMS, HISTORY = "dossier.yaml", "claims.json", "history.json"

_README = """Everything from Bedside as it was on {day}.

dossier.yaml   What you wrote. Open it in Bedside again, or in any text editor.
claims.json    What you noted about programs, if you did.
history.json   Every earlier state that was kept, with the day and what was done.
plan.pdf       Where you stand and the whole plan, with its sources; plan.docx is the same for Word.
summary.pdf    One page.
plan.md        The whole plan as plain text.
plan.ics       The plan for a calendar; import it into a private one.
plan.json      The whole plan for other programs.
clinic.pdf     Places, messages, volunteering and letters; clinic.docx is the same for Word.
resume.json    Your CV as JSON Resume.
papers/        The papers of an application, each as PDF and for Word: profile, CV, worksheet for MyERAS, statement,
               interview sheet, and a sheet of facts for the writer of each letter.

To go on from here, open this file on the first page of Bedside, under “Open a file”. The plan is computed anew from
dossier.yaml and claims.json; the other files are copies to read. Comments of a file that was once opened in the
browser are not among what is kept.

Whoever has this file can read all of it. Keep it where you keep your diplomas, and not on a computer of an employer.
Information, not advice.
"""


def write_everything(files: ReportFiles, claims: object, history: object) -> bytes:
    """The zip file with all of it; `claims` and `history` are plain content. Raises DocumentNotMade."""
    summary = replace(files, summary=True)
    as_of = files.standing.as_of
    papers = dict(_papers(files))
    return write_zip(
        {
            "README.txt": _README.format(day=in_full(as_of)).encode(),
            DOSSIER: text_of(files.dossier, DOSSIER).encode(),
            CLAIMS: write_json(claims),
            HISTORY: write_json(history),
            "plan.pdf": files.written_as(".pdf"),
            "summary.pdf": summary.written_as(".pdf"),
            "plan.docx": files.written_as(".docx"),
            "plan.md": files.written_as(".md"),
            "plan.ics": files.written_as(".ics"),
            "plan.json": files.written_as(".json"),
            "clinic.pdf": clinic_written_as(files, ".pdf"),
            "clinic.docx": clinic_written_as(files, ".docx"),
            "resume.json": as_resume(files.dossier).text.encode(),
            **papers,
        },
        as_of,
    )


def _papers(files: ReportFiles) -> Iterator[tuple[str, bytes]]:
    """Every paper of the application in both formats, by its name in the archive."""
    evidence, as_of = load_evidence(), files.standing.as_of
    letters = range(len(files.dossier.letters))
    wanted = [(what, 0, what) for what in PAPERS] + [(FACTS, one, f"facts-for-letter-{one + 1}") for one in letters]
    for what, letter, name in wanted:
        made = ApplicationFile(what, files.dossier, as_of, evidence, files.discreet, files.paper, letter)
        for ending in (".pdf", ".docx"):
            yield f"papers/{name}{ending}", made.written_as(ending)
