"""What comes out: the list, what it is worth, what no list can exceed, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How the answer is known."""

    CERTIFIED = "no list is better by more than the gap that was asked for"
    STOPPED = "the search ended before the gap was as small as asked for; the gap says how much better a list could be"
    PARTIAL = "the limits contradict each other; this is the best list after the fewest of them were eased"
    EMPTY = "no option can be chosen"


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The list: `chosen` are options (places in the problem), in rising order.

    `value` is what it is worth, `upper_bound` what no list within the limits can exceed, `gap` their distance relative
    to the value; `dollars` what it costs, `interviews` how many it is expected to bring. Where the status is PARTIAL,
    `contradiction` names limits that cannot hold together, none of which could be left out of that statement, and the
    bound is that of the eased limits. `notes` are sentences.
    """

    chosen: tuple[int, ...]
    value: float
    upper_bound: float
    gap: float
    status: Status
    dollars: float
    interviews: float
    contradiction: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
