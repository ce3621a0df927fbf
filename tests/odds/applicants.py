"""Applicants and programs for the tests of the odds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bedside.evidence.library import load_evidence
from bedside.odds.applicant import Group
from bedside.odds.chances import Applicant
from bedside.odds.signals import Signal
from bedside.programs.program import Listed
from tests.programs.directories import a_listed
from tests.programs.eligibility.listing import an_asker

EVIDENCE = load_evidence()


def an_applicant(group: Group = Group.NON_US_IMG, ties: Iterable[str] = (), **parts: Any) -> Applicant:
    """The applicant of the worked cases of eligibility with other parts, for the Match of 2028."""
    return Applicant(an_asker(**parts), group, 2027, frozenset(ties))


def exams(score: int | None = 235, failures: int = 0, step_3: bool = False) -> dict[str, Any]:
    """Examinations with this Step 2 CK score, Step 1 failed so often before it was passed."""
    failed = [{"exam": "Step 1", "date": f"201{7 - at}-05-02", "result": "failed"} for at in range(failures)]
    step_1 = {"exam": "Step 1", "date": "2018-05-02", "result": "passed"}
    step_2 = {"exam": "Step 2 CK", "date": "2019-03-04", "result": "passed", **({"score": score} if score else {})}
    third = [{"exam": "Step 3", "date": "2022-03-04", "result": "passed", "score": 220}] if step_3 else []
    return {"exams": [*failed, step_1, step_2, *third], "exams_not_taken": [] if step_3 else ["Step 3"]}


def some_programs(count: int, **values: Any) -> list[Listed]:
    """So many programs of which the same is claimed."""
    return [
        a_listed(f"14{number:08d}", f"Program {number}", "Columbus", "OH", **dict(values)) for number in range(count)
    ]


def unsignalled(programs: Iterable[Listed]) -> dict[str, Signal]:
    """Applied to all of them, without a signal."""
    return {one.key: Signal.NONE for one in programs}
