"""Made-up instances: tiny ones that Hypothesis draws, and the worked example of the page on matching."""

from __future__ import annotations

from hypothesis import strategies as st

from bedside.matching.instance import Instance
from bedside.matching.reading import from_mappings
from tests.matching.brute_force import Lists

# The example with which the NRMP explains its algorithm: five applicants, three programs with two positions each.
EXAMPLE = Lists(
    applicants={
        "Anderson": ["City"],
        "Chen": ["City", "Mercy"],
        "Ford": ["City", "General", "Mercy"],
        "Davis": ["Mercy", "City", "General"],
        "Eastman": ["City", "Mercy", "General"],
    },
    programs={
        "Mercy": ["Chen", "Ford"],
        "City": ["Eastman", "Anderson", "Chen", "Davis", "Ford"],
        "General": ["Eastman", "Anderson", "Ford", "Davis"],
    },
    quotas={"Mercy": 2, "City": 2, "General": 2},
)


def instance_of(lists: Lists) -> Instance:
    return from_mappings(lists.applicants, lists.programs, lists.quotas, one_sided_allowed=True)


@st.composite
def tiny_lists(draw: st.DrawFn) -> Lists:
    """Up to five applicants and four programs; some rank nobody, some are not ranked back."""
    applicants = [f"a{number}" for number in range(draw(st.integers(1, 5)))]
    programs = [f"p{number}" for number in range(draw(st.integers(1, 4)))]

    def some_of(names: list[str]) -> list[str]:
        shuffled = draw(st.permutations(names))
        return shuffled[: draw(st.integers(0, len(names)))] if draw(st.integers(0, 2)) == 0 else shuffled

    return Lists(
        applicants={who: some_of(programs) for who in applicants},
        programs={program: some_of(applicants) for program in programs},
        quotas={program: draw(st.integers(1, 3)) for program in programs},
    )


@st.composite
def other_order(draw: st.DrawFn, lists: Lists) -> Lists:
    """The same lists, with applicants and programs named in another order."""
    return Lists(
        {who: lists.applicants[who] for who in draw(st.permutations(list(lists.applicants)))},
        {program: lists.programs[program] for program in draw(st.permutations(list(lists.programs)))},
        {program: lists.quotas[program] for program in draw(st.permutations(list(lists.quotas)))},
    )
