"""A condition on the two days it is read on, told once where both days agree."""

from __future__ import annotations

from dataclasses import replace

from bedside.standing.results import Condition, Day


def on_two_days(today: Condition, files_opened: Condition) -> tuple[Condition, ...]:
    """Both conditions with their days; one without a day where they say the same."""
    if (today.says, today.state) == (files_opened.says, files_opened.state):
        return (today,)
    return (replace(today, day=Day.TODAY), replace(files_opened, day=Day.FILES_OPENED))
