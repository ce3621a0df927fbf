"""An instance of matching: who ranks whom in which order, and how many positions each program has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bedside.matching.layout import Layout, layout_of
from bedside.matching.lists import RankOrderLists, Side, Whole


@dataclass(frozen=True, slots=True)
class OneSided:
    """A ranking that nobody returned: it can never become a match, and was set aside."""

    by: Side
    applicant: str
    program: str
    rank: int


@dataclass(frozen=True, slots=True, eq=False)
class SetAside:
    """What one side ranked and nobody returned, entry by entry, by position: who, whom, and at which rank."""

    by: Side
    ranker: Whole
    ranked: Whole
    rank: Whole


@dataclass(frozen=True, eq=False)
class Instance:
    """Applicants, programs with their quotas (positions, at least 1), and the lists of both; made by `reading`.

    Every entry on a list has its counterpart on the other side; what had none is in `set_aside`, and by name in
    `one_sided`.
    """

    applicants: tuple[str, ...]
    programs: tuple[str, ...]
    quotas: Whole
    applicant_lists: RankOrderLists
    program_lists: RankOrderLists
    set_aside: tuple[SetAside, ...] = ()

    @cached_property
    def one_sided(self) -> tuple[OneSided, ...]:
        """The rankings that were set aside, by name: first those of the applicants, then those of the programs."""
        return tuple(
            OneSided(aside.by, self.applicants[applicant], self.programs[program], rank)
            for aside in self.set_aside
            for applicant, program, rank in zip(
                *(rows.tolist() for rows in _by_sides(aside)), aside.rank.tolist(), strict=True
            )
        )

    @cached_property
    def layout(self) -> Layout:
        """The same laid out for the compiled loop."""
        return layout_of(self.quotas, self.applicant_lists, self.program_lists)

    @cached_property
    def applicant_positions(self) -> dict[str, int]:
        """Where each applicant stands among the applicants."""
        return {name: position for position, name in enumerate(self.applicants)}

    @cached_property
    def program_positions(self) -> dict[str, int]:
        """Where each program stands among the programs."""
        return {name: position for position, name in enumerate(self.programs)}


def _by_sides(aside: SetAside) -> tuple[Whole, Whole]:
    return (aside.ranker, aside.ranked) if aside.by is Side.APPLICANT else (aside.ranked, aside.ranker)
