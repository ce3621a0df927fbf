"""Who is matched to which program: the frozen answer, whatever found it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bedside.matching.instance import Instance
from bedside.matching.lists import Whole

UNMATCHED = -1


@dataclass(frozen=True, slots=True, eq=False)
class Matching:
    """For each applicant a position in the programs, or -1; `method` says how it was found, `proposals` in how many.

    `together` are the applicants, by position, who wish for several positions at once. Where somebody holds two of
    them, `is_held` marks all places of the program lists that are held.
    """

    instance: Instance
    program_of: Whole
    method: str
    proposals: int = 0
    together: frozenset[int] = frozenset()
    is_held: Whole | None = None

    def __post_init__(self) -> None:
        copy = np.array(self.program_of, dtype=np.int32)
        copy.setflags(write=False)
        object.__setattr__(self, "program_of", copy)

    @property
    def held(self) -> Whole:
        """The places of the program lists that are held, in their order."""
        lists, marks = self.instance.program_lists, self.is_held
        return np.flatnonzero(self.program_of[lists.ranked] == lists.ranker if marks is None else marks)

    def by_applicant(self) -> dict[str, str | None]:
        """Each applicant's program, or None."""
        programs = (*self.instance.programs, None)  # the last place is that of -1
        return dict(zip(self.instance.applicants, (programs[at] for at in self.program_of.tolist()), strict=True))

    def by_program(self) -> dict[str, tuple[str, ...]]:
        """The applicants each program holds, in the order of its own list."""
        lists, held = self.instance.program_lists, self.held
        holding: dict[str, list[str]] = {program: [] for program in self.instance.programs}
        for program, applicant in zip(lists.ranker[held].tolist(), lists.ranked[held].tolist(), strict=True):
            holding[self.instance.programs[program]].append(self.instance.applicants[applicant])
        return {program: tuple(applicants) for program, applicants in holding.items()}

    def filled(self) -> Whole:
        """How many positions of each program are taken."""
        program_of = self.program_of if self.is_held is None else self.instance.program_lists.ranker[self.held]
        return np.bincount(program_of[program_of >= 0], minlength=len(self.instance.programs)).astype(np.intp)
