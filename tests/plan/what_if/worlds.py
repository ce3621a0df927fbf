"""Dossiers and programs for the tests of “what if”."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.reading import read_dossier
from bedside.evidence.library import load_evidence
from bedside.plan.chances.your_odds import applicant_of, candidates_for
from bedside.plan.what_if.asking import what_if
from bedside.plan.what_if.results import Answer, WhatIfs
from bedside.programs.directory import Directory
from bedside.programs.program import Listed
from bedside.programs.search import Search, Sort
from bedside.targeting.program_list.problem import Wanted
from tests.programs.directories import a_directory, a_listed

EVIDENCE = load_evidence()
AS_OF = date(2026, 11, 22)
EXAMPLES = Path(__file__).parents[3] / "examples"
BY_VERDICT = Search(sort=Sort.VERDICT)


def example(name: str, **parts: Any) -> Dossier:
    """A worked example, with some of its parts replaced."""
    read = read_dossier(EXAMPLES / f"{name}.yaml", AS_OF).dossier
    return read.model_copy(update=parts)


def some(count: int, specialty: str = "internal-medicine", start: int = 1_400_000_000, **values: Any) -> list[Listed]:
    """So many programs of which the same is claimed."""
    return [
        a_listed(str(start + at), f"Program {at}", "Troy", "OH", specialty=specialty, **dict(values))
        for at in range(count)
    ]


def asked(
    dossier: Dossier,
    programs: Sequence[Listed] | Directory,
    changes: Sequence[str] | None = None,
    as_of: date = AS_OF,
    **wanted: Any,
) -> WhatIfs:
    """What if, for a dossier and these programs; 20 of them unless said otherwise."""
    directory = programs if isinstance(programs, Directory) else a_directory(*programs)
    applicant = applicant_of(dossier, as_of, EVIDENCE)
    candidates = candidates_for(directory, applicant, dossier, BY_VERDICT, EVIDENCE)
    limits = Wanted(**({"count": 20} | wanted))
    return what_if(applicant, directory, candidates, limits, dossier, EVIDENCE, as_of, changes, BY_VERDICT)


def answer(found: WhatIfs, key: str) -> Answer:
    """The one answer of a key."""
    (one,) = (one for one in found.answers if one.key == key)
    return one
