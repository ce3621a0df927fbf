"""Where the NRMP's two reports of one Match differ: positions by specialty and state."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bedside.programs.mention import Reading


@dataclass(frozen=True, slots=True)
class Difference:
    """Positions of one specialty in one state by the program report and by the results by state."""

    specialty: str
    state: str
    by_program: int
    by_state: int

    @property
    def missing(self) -> int:
        """Positions that the program report does not show; below 0 where it shows more."""
        return self.by_state - self.by_program


def differences(programs: Reading, by_state: Reading) -> tuple[Difference, ...]:
    """Every specialty and state whose positions differ, in their order; compared is the year of the results by state.

    Both readings are of the NRMP: `programs` of its program results, `by_state` of its results by state.
    """
    year = int(by_state.edition)
    one: Counter[tuple[str, str]] = Counter()
    other: Counter[tuple[str, str]] = Counter()
    for row in programs.rows:
        one[row.mention.specialty, row.mention.state] += sum(track.offered_in(year) for track in row.tracks)
    for result in by_state.state_results:
        other[result.specialty, result.state] += result.offered
    keys = sorted(key for key in one | other if one[key] != other[key])
    return tuple(Difference(*key, one[key], other[key]) for key in keys)
