"""The search for a better list and a lower bound, until they meet within the tolerance or the time is over."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import numpy as np

from bedside.targeting.portfolio.bound import Bound, bound_of, settled
from bedside.targeting.portfolio.cutting import Cuts
from bedside.targeting.portfolio.form import Form
from bedside.targeting.portfolio.greedy import built, exchanged
from bedside.targeting.portfolio.relaxation import Matrix, relaxed
from bedside.targeting.portfolio.statement.arrays import Numbers, Places
from bedside.targeting.portfolio.tangents import Tangents, groups_of, tangent, tangents
from bedside.targeting.portfolio.value import missed, value, worth

ROUNDS_WITH_FRACTIONS = 12
ROUNDS_WHOLE = 60
LEAP = 0.01
LONGEST_LEAP = 0.5
SLACK = 1e-6
"""What the solver's own tolerance can take off its bound, relative to the worth; it is added again."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to try: the gap that is enough, relative to the worth, and the seconds of a whole answer.

    The seconds hold for everything that is beyond a list and its certificate, in all problems that an answer solves;
    `until` is when they are over, by the processor time of this thread, so that a machine that is busy with something
    else finds the same list. The exact search is made for lists of at most `exact_up_to` programs, and None means all.

    With few options (`few`) the search goes on to `tight`, because there it costs next to nothing. Without `improves`
    the certificate only bounds the list; where that leaves more than `loose`, what it proposes is tried over the
    averaged scenarios, if there are any. Where the gap is above `far`, many limits bind together and exchanges of one
    for one may not lead on; then a whole list is asked of the solver.
    """

    tolerance: float = 1e-4
    seconds: float = 2.0
    few: int = 40
    tight: float = 1e-5
    improves: bool = True
    loose: float = 1e-3
    far: float = 5e-3
    exact_up_to: int | None = None
    until: float | None = None

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return self.seconds if self.until is None else max(0.0, self.until - time.thread_time())

    def started(self, seconds: float | None = None) -> Effort:
        """The same with its seconds, or those given, running from now, but not beyond the end it has already."""
        ends = time.thread_time() + (self.seconds if seconds is None else seconds)
        return replace(self, until=ends if self.until is None else min(ends, self.until))

    def searches(self, programs: int) -> bool:
        """Whether there is an exact search for a list of so many programs."""
        return self.left > 0 and (self.exact_up_to is None or programs <= self.exact_up_to)

    def gap_for(self, options: int) -> float:
        """The gap that is enough for a problem with so many options."""
        return self.tight if options <= self.few else self.tolerance


class Search:
    """The best list found so far, and the lowest bound; both only ever improve."""

    def __init__(self, form: Form, matrix: Matrix, chosen: Places, gap: float) -> None:
        self.form, self.matrix, self.gap = form, matrix, gap
        self.chosen, self.reached = chosen, value(form, chosen)
        # No list is worth more than all options together.
        self.most = worth(form, missed(form, np.asarray(form.allowed, dtype=np.float64)))
        self.bounds: list[Bound] = []
        self.seen: set[bytes] = set()
        self.over = False

    @property
    def enough(self) -> bool:
        """Whether the bound is within the gap of the best list."""
        return self.most - self.reached <= self.gap * self.reached

    @property
    def list_(self) -> Numbers:
        """The best list, as zeros and ones."""
        found = np.zeros(len(self.form.program))
        found[self.chosen] = 1.0
        return found

    def offer(self, chosen: Places) -> None:
        """Take a list if it keeps to every limit and is better, after exchanges."""
        if self.form.keeps(chosen):
            self.take(exchanged(self.form, chosen))

    def take(self, chosen: Places) -> None:
        """Take a list that keeps to every limit if it is better."""
        reached = value(self.form, chosen)
        if reached > self.reached:
            self.chosen, self.reached = chosen, reached

    def lower(self, bound: Bound) -> None:
        """Take a bound; those that are not the lowest are kept too, because they may settle other options."""
        self.bounds.append(bound)
        self.most = min(self.most, bound.most)

    def certify(self, improves: bool = True) -> None:
        """The bound from the tangent at the best list, and the list that this tangent would like best."""
        for _ in range(2):
            line = tangent(self.form, self.list_)
            found = relaxed(self.form, self.matrix, line.each)
            if found is None:
                return
            self.lower(bound_of(self.form, self.matrix, line, found.multipliers))
            before = self.reached
            if improves and not self.enough:
                self.offer(_rounded(self.form, found.list_))
            if self.reached == before:
                return

    def leap(self, seconds: float) -> None:
        """Try the list in whole numbers that the tangent at the best list likes best, within a hundredth."""
        line = tangent(self.form, self.list_)
        cuts = Cuts(self.form, self.matrix, max(self.reached, 1e-12))
        cuts.add(Tangents(np.array([line.base]), line.each[None]))
        found = cuts.whole(*self._settled(), LEAP, min(seconds, LONGEST_LEAP)).list_
        if found is not None:
            self.offer(np.flatnonzero(found > 0.5))

    @property
    def gap_left(self) -> float:
        """By how much the bound is above the best list, relative to it."""
        return (self.most - self.reached) / self.reached if self.reached > 0 else 0.0

    def close(self, seconds: float) -> None:
        """Bring list and bound together.

        1. With fractions: tangents are added where the linear problem has its best, half-way to the best list so far,
           which gives the bound of the whole concave problem.
        2. Options that no better list can hold, or every better one must, are settled.
        3. In whole numbers: the solver's best list under the tangents is offered, and its tangents are added, until
           they meet.
        """
        ends = time.thread_time() + seconds
        cuts, groups = Cuts(self.form, self.matrix, max(self.reached, 1e-12)), groups_of(self.form, self.list_)
        cuts.add(tangents(self.form, groups, self.list_))
        self._with_fractions(cuts, groups, ends)
        for _ in range(ROUNDS_WHOLE):
            if self.enough or self.over:
                return
            self._whole(cuts, groups, ends)

    def _with_fractions(self, cuts: Cuts, groups: Numbers, ends: float) -> None:
        middle, before = self.list_, np.inf
        for _ in range(ROUNDS_WITH_FRACTIONS):
            found = cuts.fractional(max(ends - time.thread_time(), 0.01))
            if found is None:
                return
            point, bound = found
            self.lower(bound)
            self.offer(_rounded(self.form, point))
            if self.enough or before - bound.most < 0.1 * self.gap * self.reached or time.thread_time() > ends:
                return
            before, middle = bound.most, (point + middle) / 2
            cuts.add(tangents(self.form, groups, middle))
            cuts.add(tangents(self.form, groups, point))

    def _whole(self, cuts: Cuts, groups: Numbers, ends: float) -> None:
        without, within = self._settled()
        found = cuts.whole(without, within, self.gap / 4, ends - time.thread_time())
        if found.impossible:
            self.most = min(self.most, self.reached)
            return
        self.most = min(self.most, max(self.reached, found.most + SLACK * self.reached))
        if found.list_ is not None:
            self.offer(np.flatnonzero(found.list_ > 0.5))
            cuts.add(tangents(self.form, groups, found.list_))
        # A list that comes again has its tangents already: nothing would change any more.
        again = found.list_ is None or found.list_.tobytes() in self.seen
        self.seen.add(b"" if found.list_ is None else found.list_.tobytes())
        self.over = again or time.thread_time() > ends

    def _settled(self) -> tuple[np.ndarray, np.ndarray]:
        without = np.zeros(len(self.form.program), dtype=bool)
        within = without.copy()
        for bound in self.bounds:
            more_without, more_within = settled(self.form, bound, self.reached)
            without, within = without | more_without, within | more_within
        return without, within


def _rounded(form: Form, list_: Numbers) -> Places:
    """What is whole in a list with fractions, grown by gain until nothing fits."""
    return built(form, np.flatnonzero(list_ > 1 - 1e-6), per_dollar=False)
