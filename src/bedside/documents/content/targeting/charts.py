"""The charts of a list: its mix as a ring, and its states as a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bedside.documents.blocks import Chart
from bedside.documents.charts.doughnut import doughnut
from bedside.documents.charts.state_map import state_map
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import capitalised
from bedside.targeting.program_list.problem import TYPES
from bedside.targeting.program_list.results import Choice

ANOTHER_TYPE = "another type, or not told"


def mix_chart(on_it: Sequence[Choice], theme: Theme = LIGHT) -> Chart | None:
    """The programs of a list by their type; None for an empty list."""
    kinds = Counter(one.type for one in on_it)
    known = [(kind, kinds[place]) for place, kind in enumerate(TYPES)]
    another = len(on_it) - sum(many for _, many in known)
    parts = [(capitalised(kind), many) for kind, many in (*known, (ANOTHER_TYPE, another))]
    return doughnut(parts, "programs", theme, _finding(known, another, len(on_it)))


def _finding(known: Sequence[tuple[str, int]], another: int, total: int) -> str:
    """Which known type most programs have, in one sentence without a full stop."""
    kind, many = max(known, key=lambda one: one[1])
    if not many:
        return "The type of no program on the list is told"
    says = f"{many} of {total} programs {'is' if many == 1 else 'are'} {kind}"
    return f"{says}; for {another} the type is another one or not told" if another else says


def states_chart(on_it: Sequence[Choice], theme: Theme = LIGHT) -> Chart | None:
    """The programs of a list by their state; None for an empty list. A program whose state is not told is left out."""
    return state_map(Counter(one.listed.state for one in on_it if one.listed.state), theme)
