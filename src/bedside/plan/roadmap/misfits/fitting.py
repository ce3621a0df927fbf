"""What can be said where nothing was refused: that all of it fits, or what the file would have to say first."""

from __future__ import annotations

from collections.abc import Sequence

from bedside.applicant.parts.constraints import Constraints
from bedside.plan.results import Task, TaskState

FITS = "Everything fits into the calendar, the leave and the money in your file."
LATE = "Nothing is refused by the leave and the money in your file. What ends later than it is needed is named above."


def says_fit(constraints: Constraints, tasks: Sequence[Task]) -> str:
    """One sentence or two; what the file does not say is unknown, and never taken for enough."""
    missing = [
        words
        for words, value in (
            ("paid leave", constraints.paid_leave),
            ("money", constraints.money),
            ("hours a week", constraints.weekly_hours),
        )
        if value is None
    ]
    if missing:
        return (
            f"Your file does not say yet all that it has to fit into: {', '.join(missing)}. What it says stands in the "
            "way of nothing."
        )
    return LATE if any(task.state is TaskState.LATE for task in tasks) else FITS
