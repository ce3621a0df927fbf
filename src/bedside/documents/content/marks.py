"""The shape that goes with each state, and conditions as items of a checklist."""

from __future__ import annotations

from collections.abc import Iterable

from bedside.documents.blocks import Check, Checklist, Line, Mark
from bedside.documents.content.citations import Citations
from bedside.plan.results import TaskState
from bedside.standing.results import Condition, Fires, State

STATES = {
    State.MET: Mark.YES,
    State.NOT_MET: Mark.NO,
    State.UNKNOWN: Mark.UNKNOWN,
    State.NOT_NEEDED: Mark.NOT_NEEDED,
    State.INFORMATION: Mark.INFORMATION,
}

FIRES = {Fires.YES: Mark.HIGH, Fires.NO: Mark.LOW, Fires.UNKNOWN: Mark.UNKNOWN}

TASKS = {
    TaskState.DONE: Mark.YES,
    TaskState.BOOKED: Mark.YES,
    TaskState.PLANNED: None,
    TaskState.LATE: Mark.HIGH,
    TaskState.DOES_NOT_FIT: Mark.NO,
}


def conditions(items: Iterable[Condition], cite: Citations) -> Checklist:
    """Conditions as a checklist, each with its state in a word and a shape."""
    return Checklist(
        tuple(
            Check(item.state.value, STATES[item.state], Line(item.says, sources=cite(item.because))) for item in items
        )
    )


def fires_line(fires: Fires) -> Line:
    """Whether a warning applies, as a word with its shape."""
    return Line(fires.value, mark=FIRES[fires], strong=fires is Fires.YES)
