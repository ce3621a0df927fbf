"""What comes out: the list, what each program adds and why, what wishes cost, and how all of it is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bedside.odds.signals import Signal
from bedside.programs.program import Listed
from bedside.targeting.portfolio.explaining import Why
from bedside.targeting.portfolio.results import Status
from bedside.targeting.program_list.prepared import Untargeted


@dataclass(frozen=True, slots=True)
class Choice:
    """One program: the signal it gets (on the list) or would get, why, and what it adds to the worth of the list.

    On the list `adds` is what the list loses without it; off it, what the list would gain. `chosen_in` counts the
    draws of the estimates in whose best list it is; `blocked_by` names limits that leave no room for it. Without
    `has_kinds` its specialty has one kind of signal, which is neither gold nor silver.
    """

    listed: Listed
    type: int
    signal: Signal
    why: Why
    adds: float
    chosen_in: int
    blocked_by: tuple[str, ...]
    has_kinds: bool


@dataclass(frozen=True, slots=True)
class PriceOfWish:
    """What keeping to a wish costs: `price` in worth (in chance, without preferences), between `least` and `most`.

    `without` is the chance of a match with the best list that need not keep to it, `dollars_without` its fees, and
    `applied_without` its signals by key. `dollars` are the fees of the list that keeps to it.
    """

    price: float
    least: float
    most: float
    dollars: float
    without: float
    dollars_without: float
    applied_without: Mapping[str, Signal]


@dataclass(frozen=True, slots=True)
class BestList:
    """The answer: `value` is the chance of a match in any specialty.

    `worth` is what was made as large as possible: the chance, or, with preferences, the expected worth of the match.
    No list within the limits has more of it than `upper_bound`, which is more by a share `gap`. `mix` and `places` tell
    the price of these wishes, None where there is none. `draws` is 0 where nothing was drawn again.
    """

    on_it: tuple[Choice, ...]
    off_it: tuple[Choice, ...]
    draws: int
    value: float
    worth: float
    upper_bound: float
    gap: float
    status: Status
    dollars: float
    interviews: float
    mix: PriceOfWish | None
    places: PriceOfWish | None
    untargeted: Untargeted | None
    notes: tuple[str, ...]

    @property
    def applied(self) -> Mapping[str, Signal]:
        """The signal of each program on the list, by key."""
        return {one.listed.key: one.signal for one in self.on_it}
