"""Chooses the programs of the sample from the published lists and writes its file; it needs BEDSIDE_REAL_DATA."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bedside.evidence.library import Evidence, load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.recognising import read_file
from bedside.programs.mention import Reading
from bedside.programs.sample.sample_file import SampleProgram, sample_text
from docs.generate.every_page import ROOT
from docs.generate.sample_candidates import Candidate, candidates

SAMPLE = ROOT / "src/bedside/programs/sample/programs.csv"
HOW_MANY = {
    "internal-medicine": 90,
    "family-medicine": 70,
    "pediatrics": 40,
    "psychiatry": 45,
    "neurology": 35,
}
"""How many programs of each specialty the sample has; fewer where the lists cannot be joined without doubt."""

_FILES = {
    "nrmp": "nrmp/Main_Match_Program_Results_2021-2025.pdf",
    "crosswalk": "programs/nrmp_acgme_crosswalk_2024-08.tsv",
    "freida": "programs/freida_internal_medicine_2025-05.csv",
    "eras": "programs/eras_participating_2021-04.csv",
    "new": "programs/new_internal_medicine_programs_2026-10.csv",
}


def real_readings(folder: Path, evidence: Evidence) -> dict[str, Reading]:
    """Each published list as it is read, by a short name; a missing file is an error."""
    return {
        name: read_file(SourceFile(Path(file).name, (folder / file).read_bytes()), evidence)
        for name, file in _FILES.items()
    }


def chosen(found: Iterable[Candidate]) -> tuple[SampleProgram, ...]:
    """The programs of the sample, by specialty, state and number; the same candidates give the same sample.

    1. All programs whose own page says something on visas are in.
    2. Then every type gets one, and every state one of each specialty, states with more programs first, for half the
       places.
    3. The other places go evenly over all that are left, in order of state, type and share of IMGs, so that large
       states and common types come up as often as they are.
    """
    everything = sorted(found, key=_order)
    picked: list[Candidate] = []
    for specialty, wanted in HOW_MANY.items():
        picked += _of_specialty([one for one in everything if one.program.specialty == specialty], wanted)
    return tuple(one.program for one in sorted(picked, key=lambda one: _place(one.program)))


def _of_specialty(everything: list[Candidate], wanted: int) -> list[Candidate]:
    picked = [one for one in everything if one.program.visa_url]
    for kind in sorted({one.program.type for one in everything} - {one.program.type for one in picked}):
        picked.append(min((one for one in everything if one.program.type == kind), key=_drawn))
    states = [one.program.state for one in everything]
    for state in sorted(set(states), key=lambda state: (-states.count(state), state)):
        if len(picked) < wanted // 2 and state not in {one.program.state for one in picked}:
            picked.append(min((one for one in everything if one.program.state == state), key=_drawn))
    left = [one for one in everything if one not in picked]
    return picked + _evenly(left, wanted - len(picked))


def _evenly(left: Sequence[Candidate], count: int) -> list[Candidate]:
    step = max(1.0, len(left) / count) if count else 1.0
    return [left[int(place * step)] for place in range(min(count, len(left)))]


def _order(one: Candidate) -> tuple[str, str, str, int, str]:
    program = one.program
    return program.specialty, program.state, program.type, one.img_tenths, _drawn(one)


def _drawn(one: Candidate) -> str:
    return hashlib.sha256(one.program.acgme_id.encode()).hexdigest()


def _place(program: SampleProgram) -> tuple[int, str, str]:
    return list(HOW_MANY).index(program.specialty), program.state, program.acgme_id


def main() -> int:
    """Write the sample anew; the exit code is 1 where no folder of real files is named."""
    folder = os.environ.get("BEDSIDE_REAL_DATA")
    if not folder:
        print("The sample is chosen from published files. Set BEDSIDE_REAL_DATA to the folder that holds them.")
        return 1
    programs = chosen(candidates(**real_readings(Path(folder), load_evidence())))
    SAMPLE.write_text(sample_text(programs), encoding="utf-8")
    print(f"Written: {SAMPLE.relative_to(ROOT).as_posix()}, {len(programs)} programs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
