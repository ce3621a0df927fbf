"""Everything in one file: what is in it, that it can be read again, and that it is the same each time."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

from bedside.applicant.file.parsing import parse_bytes
from bedside.documents.files.everything import write_everything
from bedside.documents.files.papers import PAPERS
from bedside.documents.files.report import ReportFiles
from bedside.documents.writers.zip_file import write_zip
from tests.documents import samples

FILES = ReportFiles(samples.dossier(), samples.standing(), samples.plan())
CLAIMS, HISTORY = {"programs": ["Ávila"]}, [{"version": 1, "what": "Begun"}]


def test_all_of_it_is_there_and_the_dossier_is_read_back_as_it_was() -> None:
    with ZipFile(BytesIO(write_everything(FILES, CLAIMS, HISTORY))) as archive:
        names = archive.namelist()
        content = {name: archive.read(name) for name in names}
    facts = [f"facts-for-letter-{number + 1}" for number in range(len(FILES.dossier.letters))]
    assert names == [
        "README.txt",
        "dossier.yaml",
        "claims.json",
        "history.json",
        "plan.pdf",
        "summary.pdf",
        "plan.docx",
        "plan.md",
        "plan.ics",
        "plan.json",
        "clinic.pdf",
        "clinic.docx",
        "resume.json",
        *(f"papers/{name}{ending}" for name in (*PAPERS, *facts) for ending in (".pdf", ".docx")),
    ]
    assert parse_bytes(content["dossier.yaml"], "dossier.yaml", samples.AS_OF).dossier == FILES.dossier
    assert (json.loads(content["claims.json"]), json.loads(content["history.json"])) == (CLAIMS, HISTORY)
    kinds = {name.partition("/")[0] + ("/" if "/" in name else "") for name in names[1:]}
    assert [kind for kind in kinds if kind not in content["README.txt"].decode()] == []
    assert {content[name][:2] for name in names if name.endswith((".pdf", ".docx"))} == {b"%P", b"PK"}


def test_the_same_on_the_same_day_gives_the_same_bytes() -> None:
    assert write_everything(FILES, CLAIMS, HISTORY) == write_everything(FILES, CLAIMS, HISTORY)


def test_its_files_bear_the_day_and_are_for_their_owner_only() -> None:
    with ZipFile(BytesIO(write_zip({"a.txt": b"a", "b.txt": b"b"}, samples.AS_OF))) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == ["a.txt", "b.txt"]
    assert {entry.date_time for entry in entries} == {(2026, 11, 22, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100600}
