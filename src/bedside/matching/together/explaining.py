"""Why those who move together did not get a wish: which of its programs was full, and of whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bedside.matching.mistakes import MatchingMistake
from bedside.matching.together.with_couples import MatchWithCouples

MOST_NAMED = 5  # beyond it a sentence tells how many


@dataclass(frozen=True, slots=True)
class Refused:
    """A wish above the one that was had, by its number among those that could come true, and who stood in its way.

    `places`: each applicant and program of the wish; `full`: the programs that kept others.
    """

    number: int
    places: tuple[tuple[str, str], ...]
    full: tuple[str, ...]
    because: tuple[str, ...]


def why_not_together(found: MatchWithCouples, applicant: str, program: str) -> tuple[Refused, ...]:
    """Every wish with this applicant at this program above the one that was had, and what stood in its way.

    Empty where the wish that was had is the best with that program, or where the program is in none. Raises
    MatchingMistake for somebody who moves alone: `explaining.why_not` tells about them.
    """
    joint, instance = found.joint, found.joint.instance
    unit = next((number for number, one in enumerate(joint.units) if applicant in one.members), None)
    if unit is None or program not in instance.program_positions:
        told = f"{applicant} is of no couple and has no supplemental list, or there is no program {program}."
        raise MatchingMistake((told,))
    first, now = int(joint.wishes.starts[unit]), int(found.sits[unit])
    end = int(joint.wishes.starts[unit + 1]) if now < 0 else now
    asked = ((number, _named(found, first + number)) for number in range(end - first))
    return tuple(
        Refused(number + 1, places, *_in_the_way(found, first + number, unit))
        for number, places in asked
        if (applicant, program) in places
    )


def _named(found: MatchWithCouples, wish: int) -> tuple[tuple[str, str], ...]:
    joint, instance = found.joint, found.joint.instance
    return tuple(
        (instance.applicants[instance.program_lists.ranked[place]], instance.programs[joint.program_at[place]])
        for place in _places(found, wish)
    )


def _places(found: MatchWithCouples, wish: int) -> list[int]:
    wishes = found.joint.wishes
    places: list[int] = wishes.places[wishes.place_starts[wish] : wishes.place_starts[wish + 1]].tolist()
    return places


def _in_the_way(found: MatchWithCouples, wish: int, unit: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The programs of a wish that would not have taken all of it, and a sentence about each."""
    told = dict(_refusals(found, wish, unit))
    return tuple(told), tuple(told.values()) or ("All its programs would take you: this matching is not stable.",)


def _refusals(found: MatchWithCouples, wish: int, unit: int) -> Iterator[tuple[str, str]]:
    joint, instance, lists = found.joint, found.joint.instance, found.joint.instance.program_lists
    own = set(_places(found, int(found.sits[unit]))) if found.sits[unit] >= 0 else set()
    coming = _places(found, wish)
    for program in sorted({int(joint.program_at[place]) for place in coming}):
        here = [place for place in coming if joint.program_at[place] == program]
        start, end = lists.starts[program], lists.starts[program + 1]
        holds = [at for at in found.held.tolist() if start <= at < end and at not in own]
        above = [at for at in holds if at < max(here)]
        quota = int(instance.quotas[program])
        if len(above) + len(here) > quota:
            names = [instance.applicants[lists.ranked[at]] for at in above]
            shown = ", ".join(names) if len(names) <= MOST_NAMED else f"{len(names)} applicants"
            last = instance.applicants[lists.ranked[max(here)]]
            name = instance.programs[program]
            needed = "one of its positions" if len(here) == 1 else f"{len(here)} of its positions"
            yield (
                name,
                f"{name} would have had to give {needed}, has {quota}, and ranks above {last}: {shown or 'nobody'}.",
            )
