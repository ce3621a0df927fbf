"""The shape and the word that go with each state, and conditions as items of a checklist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bedside.documents.blocks import Check, Checklist, Line, Mark
from bedside.documents.content.citations import Citations
from bedside.plan.results import TaskState
from bedside.standing.results import Condition, Fires, State

Vocabulary = Mapping[State, tuple[str, Mark]]
"""How a state is said where it is about one kind of thing: its word and its shape."""

STATES: Vocabulary = {
    State.MET: (State.MET.value, Mark.YES),
    State.NOT_MET: (State.NOT_MET.value, Mark.NO),
    State.UNKNOWN: (State.UNKNOWN.value, Mark.UNKNOWN),
    State.NOT_NEEDED: (State.NOT_NEEDED.value, Mark.NOT_NEEDED),
    State.INFORMATION: (State.INFORMATION.value, Mark.INFORMATION),
}
"""For what is good when it is met: gates, and what a decision asks."""

HOLDS: Vocabulary = {
    **STATES,
    State.MET: ("holds", Mark.HOLDS),
    State.NOT_MET: ("does not hold", Mark.NOT_NEEDED),
    State.UNKNOWN: ("not known", Mark.UNKNOWN),
}
"""For conditions of a warning, and for cut-points: that one holds is neither good news nor an achievement."""

IN_YOUR_FILE: Vocabulary = {
    **STATES,
    State.MET: ("in your file", Mark.YES),
    State.NOT_MET: ("not yet", Mark.NOT_NEEDED),
    State.UNKNOWN: ("not known", Mark.UNKNOWN),
}
"""For what counters a warning."""

BOOKED: Vocabulary = {
    **IN_YOUR_FILE,
    State.MET: ("booked", Mark.YES),
}
"""For what stands on the calendar."""

ANSWERS: Vocabulary = {
    **HOLDS,
    State.MET: ("yes", Mark.HOLDS),
    State.NOT_MET: ("no", Mark.NOT_NEEDED),
}
"""For a question."""

FIRES = {Fires.YES: Mark.HIGH, Fires.NO: Mark.LOW, Fires.UNKNOWN: Mark.UNKNOWN}

ON_BOTH_DAYS = {
    Fires.YES: "applies on both days",
    Fires.NO: "does not apply on either day",
    Fires.UNKNOWN: "cannot be said yet for either day",
}

TASKS = {
    TaskState.DONE: Mark.YES,
    TaskState.BOOKED: Mark.YES,
    TaskState.PLANNED: None,
    TaskState.LATE: Mark.HIGH,
    TaskState.DOES_NOT_FIT: Mark.NO,
}


def conditions(items: Iterable[Condition], cite: Citations, vocabulary: Vocabulary = STATES) -> Checklist:
    """Conditions as a checklist, each with its state in a word and a shape."""
    return Checklist(tuple(_check(item, cite, vocabulary) for item in items))


def _check(item: Condition, cite: Citations, vocabulary: Vocabulary) -> Check:
    word, mark = vocabulary[item.state]
    return Check(word, mark, Line(item.says, sources=cite(item.because)))


def fires_line(fires: Fires, both_days: bool = False) -> Line:
    """Whether a warning applies, as a word with its shape."""
    return Line(ON_BOTH_DAYS[fires] if both_days else fires.value, mark=FIRES[fires], strong=fires is Fires.YES)
