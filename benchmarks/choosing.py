"""How long a search and the verdicts on a whole directory take: invented programs, and the real ones where set."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bedside.applicant.file.reading import read_dossier
from bedside.evidence.library import load_evidence
from bedside.programs.building.build import build
from bedside.programs.collection import Collection
from bedside.programs.directory import Directory
from bedside.programs.eligibility.asker import Asker, asker
from bedside.programs.eligibility.judging import judge_all
from bedside.programs.field import Value
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.recognising import read_file
from bedside.programs.program import Listed, Program, TrackKind
from bedside.programs.search import Search, Sort, find, find_judged
from bedside.programs.shelf.digest import as_import
from bedside.programs.text_search import TextIndex
from benchmarks.stopwatch import Measurement, quickest_call

ROOT = Path(__file__).parents[1]
PROGRAMS, TARGET = 6_500, "target: 50 ms"
AS_OF, FILES_OPENED, TRAINING_STARTS = date(2026, 11, 22), date(2027, 9, 22), date(2028, 7, 1)
WORDS = ("Saint", "Mercy", "University", "Memorial", "General", "Regional", "Medical", "Center", "Hospital", "Valley")
VALUES: dict[str, list[Value]] = {
    "visa.j1": [True, False],
    "visa.h1b": [True, False],
    "graduation.limit": [3, 5, 7, 10],
    "attempts.limit": [1, 2, 3],
    "step-2-ck.minimum": [210, 220, 230, 240],
    "us-clinical.months": [1, 2, 3, 6],
    "letters.needed": [3, 4],
    "img-share": [share / 100 for share in range(100)],
    "interview-rate.non-us-img": [rate / 100 for rate in range(30)],
    "type": ["community", "university-affiliated", "university"],
}
REAL = (
    "nrmp/Main_Match_Program_Results_2021-2025.pdf",
    "programs/freida_internal_medicine_2025-05.csv",
    "interview_rates/Internal Medicine.csv",
    "interview_rates/Family Medicine.csv",
)


def measurements() -> Iterator[Measurement]:
    """Searches and verdicts, against going through the programs and doing nothing."""
    yield from _measured("6,500 invented", invented())
    real = os.environ.get("BEDSIDE_REAL_DATA")
    if real:
        yield from _measured("real programs", _real(Path(real)))


def _measured(of_what: str, directory: Directory) -> Iterator[Measurement]:
    applicant = _applicant()
    bare = quickest_call(lambda: [one.key for one in directory])
    narrow = Search(states=("OH", "MI"), visas=("visa.j1",), graduated_years_ago=7, sort=Sort.IMG_SHARE)
    calls = {
        "index of words, once": lambda: TextIndex(directory.listed),
        "search by words": lambda: find(directory, Search(text="mercy hosp")),
        "search with a misspelling": lambda: find(directory, Search(text="merzy hosptal")),
        "search by place and limits": lambda: find(directory, narrow),
        "verdicts on all": lambda: judge_all(directory.listed, applicant),
        "verdicts, sorted": lambda: find_judged(directory, Search(sort=Sort.VERDICT), applicant),
    }
    for what, call in calls.items():
        yield Measurement(f"{what}, {of_what}", quickest_call(call), "going through them", bare, TARGET)


def _applicant() -> Asker:
    evidence = load_evidence()
    dossier = read_dossier(ROOT / "examples/h1b-quality-analyst.yaml", AS_OF, evidence).dossier
    return asker(dossier, FILES_OPENED, TRAINING_STARTS, evidence, AS_OF)


def invented() -> Directory:
    """Programs whose limits hardly ever agree in everything, which is the hardest case for the verdicts."""
    chance = random.Random(1)
    listed = tuple(_one(number, chance) for number in range(PROGRAMS))
    return Directory(listed, _never)


def _one(number: int, chance: random.Random) -> Listed:
    values = {field: chance.choice(values) for field, values in VALUES.items() if chance.random() < 0.6}
    name = f"{' '.join(chance.sample(WORDS, 4))} {number // 40}"
    state = chance.choice(("OH", "MI", "NY", "CA", "TX"))
    offered = {TrackKind.CATEGORICAL: 10}
    key = str(1_400_000_000 + number)
    city = f"Springfield {number % 300}"
    return Listed(key, key, name, name, city, state, "internal-medicine", values, offered, 2026)


def _never(key: str) -> Program:
    raise KeyError(key)


def _real(folder: Path) -> Directory:
    evidence = load_evidence()
    readings = [read_file(SourceFile(Path(name).name, (folder / name).read_bytes()), evidence) for name in REAL]
    imports = tuple(as_import(reading, "file", AS_OF) for reading in readings)
    return build(Collection(imports), evidence).directory
