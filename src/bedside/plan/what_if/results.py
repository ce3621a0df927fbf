"""What “what if” says: each change with its chance before and after, its cost, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bedside.evidence.reason import Reason
from bedside.odds.results import Estimate
from bedside.odds.signals import Signal


class Basis(StrEnum):
    """What a gain rests on; in words for a reader."""

    RULE = "a rule"
    ASSOCIATION = "an association"
    LIST = "the list"
    SEASON = "another season"
    UNMEASURED = "not measured"


@dataclass(frozen=True, slots=True)
class Possibility:
    """One way a change may turn out, and the chance of a match then; None where there is none to tell."""

    title: str
    chance: Estimate | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One change. `before` and `after` are chances of a match for someone who applies with the best list there is.

    `gain` is after less before, paired by draw, and may be below 0; None where no figure supports one. `dollars` is
    what the change costs beside the list as it is (`dollars_from` to `dollars_to` where a range is known), `months`
    how long it takes until it counts; None where that is not known. `is_move` says that you can do it and have not: a
    status, the time that passes, what an exam may bring and what the best list counts already are no moves. `in_time`
    says that it can be done before it has to count. `programs` is the length of the best list then, `opens` the keys of
    programs it opens by a limit, in order.
    """

    key: str
    title: str
    says: str
    basis: Basis
    before: Estimate | None = None
    after: Estimate | None = None
    gain: Estimate | None = None
    dollars: float | None = None
    dollars_from: float | None = None
    dollars_to: float | None = None
    months: float | None = None
    is_move: bool = True
    in_time: bool = True
    programs: int = 0
    opens: tuple[str, ...] = ()
    possibilities: tuple[Possibility, ...] = ()
    because: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def opened(self) -> int:
        """How many programs it opens."""
        return len(self.opens)


@dataclass(frozen=True, slots=True)
class Together:
    """Several moves at once: the chance with all of them, and the list chosen once more for all of them.

    `gain` is paired by draw, as that of one move is; `added_up` are the middles of what each gains alone, summed, so
    that it can be seen that they do not add up; None where the answer leans on weak evidence. `months_from` is for
    doing them side by side, `months_to` for one after the other. `programs` is the length of the list then.
    """

    keys: tuple[str, ...]
    titles: tuple[str, ...]
    before: Estimate
    after: Estimate
    gain: Estimate
    added_up: float | None
    dollars: float
    dollars_from: float
    dollars_to: float
    months_from: float
    months_to: float
    programs: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Season:
    """One season of several: its chance by itself (None for no list), and what it costs in US dollars."""

    match_year: int
    chance: Estimate | None
    dollars: float


@dataclass(frozen=True, slots=True)
class OverCycles:
    """What the stop contract allows: the chance of a match in any of its seasons, and what they cost together.

    `dollars` are application fees, token, registration and transcript of every season; `independent` is what a sum
    would promise that takes the seasons as independent: its distance to the middle of `chance` is how much too high.
    """

    seasons: tuple[Season, ...]
    chance: Estimate
    independent: float
    dollars: float
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class WhatIfs:
    """Every change that arises for a dossier, beside the best list as things stand.

    `before` is the chance of a match for someone who applies with that list, as the odds tell it; None without a list.
    `applied` is that list, with the signal of each program by key, and `dollars` its fees.
    Where `leans_on` names weak evidence, every chance is a range that holds it with and without that evidence, and so
    is every gain. `ranked` holds moves with a gain that a figure supports, in the order that `rule` states; `by_month`
    and `by_dollar` are the two orders it is made of. `together` are the first two of that order at once, then the first
    three. `left_out` says which changes do not arise, and why.
    `two_cycles` is None without a stop contract that allows a season; `says_of_cycles` is then the sentence why.
    """

    as_of: date
    match_year: int
    applied: Mapping[str, Signal]
    dollars: float
    before: Estimate | None
    leans_on: tuple[str, ...]
    answers: tuple[Answer, ...]
    ranked: tuple[Answer, ...]
    by_month: tuple[Answer, ...]
    by_dollar: tuple[Answer, ...]
    together: tuple[Together, ...]
    rule: str
    rule_because: tuple[Reason, ...]
    two_cycles: OverCycles | None
    says_of_cycles: str
    left_out: tuple[str, ...]
    says: tuple[str, ...]
    because: tuple[Reason, ...]

    @property
    def programs(self) -> int:
        """How many programs are on the best list as things stand."""
        return len(self.applied)

    @property
    def not_measured(self) -> tuple[Answer, ...]:
        """Changes that no figure supports: shown with a range to look at, without a gain, and never in an order."""
        return tuple(one for one in self.answers if one.basis is Basis.UNMEASURED)

    @property
    def next_move(self) -> Answer | None:
        """The first of the order; None where nothing that is measured would help."""
        return self.ranked[0] if self.ranked else None
