"""What the odds say: three chances with their intervals, what they rest on, and what is missing."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bedside.evidence.reason import Reason
from bedside.odds.effects import Effect


@dataclass(frozen=True, slots=True)
class Estimate:
    """A chance, or a count: its middle, and the two ends of an interval that holds the truth in about 8 of 10 cases."""

    low: float
    middle: float
    high: float

    @property
    def percents(self) -> tuple[int, int]:
        """The ends of a chance in percent, rounded outwards and never 0 or 100."""
        return max(1, math.floor(100 * self.low)), min(99, math.ceil(100 * self.high))

    def joined(self, other: Estimate) -> Estimate:
        """The interval that holds both, around this one's middle."""
        return Estimate(min(self.low, other.low), self.middle, max(self.high, other.high))


@dataclass(frozen=True, slots=True, eq=False)
class SpecialtyOdds:
    """One specialty by itself, as if no other were applied to.

    `is_borrowed` says that no table of it was published, so that its numbers are borrowed from specialties that have
    one; `with_rate` counts programs whose own interview rate is known, `refused` those with a limit that is not met.
    """

    specialty: str
    is_borrowed: bool
    programs: int
    with_rate: int
    refused: int
    any_interview: Estimate
    match: Estimate
    interviews: Estimate
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Odds:
    """The three chances, always together, for one applicant and one list.

    `any_interview`: at least one interview. `match_given_rank`: a match for those with at least one rank, which is the
    NRMP's denominator. `match`: a match for someone who applies, in any of the specialties. They are None where the
    list is empty.
    `headline` is the last one as one number; None where a range has to do, and `leans_on` says which weak evidence it
    leans on. Each of the three then holds the range with and without that evidence; `without_weak` is the chance of a
    match without it.
    `missing` says what the applicant could tell, `notes` what to know about the answer.
    """

    programs: int
    any_interview: Estimate | None
    match_given_rank: Estimate | None
    match: Estimate | None
    headline: float | None
    leans_on: tuple[str, ...]
    without_weak: Estimate | None
    specialties: tuple[SpecialtyOdds, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    because: tuple[Reason, ...]

    @property
    def is_borrowed(self) -> bool:
        """Whether any specialty borrows its numbers."""
        return any(one.is_borrowed for one in self.specialties)
