"""Why an applicant is not matched to a program: who held it, and where the applicant stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from bedside.matching.instance import Instance
from bedside.matching.lists import Side
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.outcome.matching import UNMATCHED, Matching

MOVES_TOGETHER = "is of a couple or has a supplemental list. Ask `why_not_together`, which goes by their joint wishes."
MOST_NAMED = 5  # beyond it a sentence tells the first and the last


class Reason(StrEnum):
    """The one thing that decided between an applicant and a program."""

    MATCHED = "matched there"
    ON_NEITHER_LIST = "neither ranked the other"
    NOT_ON_YOUR_LIST = "not on the applicant's list"
    NOT_ON_ITS_LIST = "not on the program's list"
    MATCHED_HIGHER = "matched to a program ranked higher"
    FULL = "full of applicants ranked higher"
    BLOCKING = "would take the applicant; this matching is not stable"


@dataclass(frozen=True, slots=True)
class Holder:
    """An applicant whom a program holds, and their rank on its list."""

    applicant: str
    rank: int


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What decided between an applicant and a program.

    `your_rank`: where the program stands on the applicant's list; `its_rank`: where the applicant stands on the
    program's; None where they do not. `because` says it in sentences to the applicant.
    """

    applicant: str
    program: str
    reason: Reason
    matched_to: str | None
    your_rank: int | None
    its_rank: int | None
    quota: int
    holders: tuple[Holder, ...]
    because: tuple[str, ...]


def why_not(matching: Matching, applicant: str, program: str) -> WhyNot:
    """Why this applicant is not matched to this program, or that they are.

    Raises MatchingMistake for unknown names, and for somebody who wishes for several positions at once: of them
    `together.explaining.why_not_together` tells.
    """
    instance = matching.instance
    who, where = _positions(instance, applicant, program)
    if who in matching.together:
        raise MatchingMistake((f"{applicant} {MOVES_TOGETHER}",))
    your_rank, its_rank = _ranks(instance, applicant, program, who, where)
    at = int(matching.program_of[who])
    holders = _holders(matching, where)
    reason = _reason(matching, who, where, your_rank, its_rank, holders)
    matched_to = None if at == UNMATCHED else instance.programs[at]
    quota = int(instance.quotas[where])
    entry = None if at == UNMATCHED else instance.applicant_lists.entry(who, at)
    rank_held = None if entry is None else int(instance.applicant_lists.rank[entry])
    because = {
        Reason.MATCHED: f"You are matched to {program}.",
        Reason.ON_NEITHER_LIST: f"You did not rank {program}, and {program} did not rank you.",
        Reason.NOT_ON_YOUR_LIST: f"{program} is not on your list, so you could not be matched there.",
        Reason.NOT_ON_ITS_LIST: f"{program} did not rank you, so your ranking of it was set aside.",
        Reason.MATCHED_HIGHER: f"You are matched to {matched_to}, number {rank_held} on your list; {program} is number"
        f" {your_rank}.",
        Reason.FULL: f"{_taken(program, quota, holders)} You are number {its_rank} on its list.",
        Reason.BLOCKING: f"{program} would take you and you would rather be there: this matching is not stable.",
    }[reason]
    return WhyNot(applicant, program, reason, matched_to, your_rank, its_rank, quota, holders, (because,))


def _reason(
    matching: Matching, who: int, where: int, your_rank: int | None, its_rank: int | None, holders: tuple[Holder, ...]
) -> Reason:
    lists = matching.instance.applicant_lists
    at = int(matching.program_of[who])
    if at == where:
        return Reason.MATCHED
    if your_rank is None:
        return Reason.ON_NEITHER_LIST if its_rank is None else Reason.NOT_ON_YOUR_LIST
    if its_rank is None:
        return Reason.NOT_ON_ITS_LIST
    entry = None if at == UNMATCHED else lists.entry(who, at)
    if entry is not None and lists.rank[entry] < your_rank:
        return Reason.MATCHED_HIGHER
    full = len(holders) >= matching.instance.quotas[where]
    return Reason.FULL if full and all(holder.rank < its_rank for holder in holders) else Reason.BLOCKING


def _ranks(instance: Instance, applicant: str, program: str, who: int, where: int) -> tuple[int | None, int | None]:
    """The rank of the program on the applicant's list, and of the applicant on the program's, as they were stated."""
    entry = instance.applicant_lists.entry(who, where)
    if entry is not None:
        return int(instance.applicant_lists.rank[entry]), int(instance.applicant_lists.returned[entry])
    aside = {one.by: one.rank for one in instance.one_sided if (one.applicant, one.program) == (applicant, program)}
    return aside.get(Side.APPLICANT), aside.get(Side.PROGRAM)


def _holders(matching: Matching, where: int) -> tuple[Holder, ...]:
    """Whom the program holds, the one it ranks best first."""
    lists = matching.instance.program_lists
    held = matching.held
    here = held[(held >= lists.starts[where]) & (held < lists.starts[where + 1])]
    return tuple(Holder(matching.instance.applicants[lists.ranked[at]], int(lists.rank[at])) for at in here)


def _taken(program: str, quota: int, holders: tuple[Holder, ...]) -> str:
    named = [f"{holder.applicant} (number {holder.rank})" for holder in holders]
    shown = _listed(named) if len(named) <= MOST_NAMED else f"from {named[0]} to {named[-1]}"
    positions = "The one position" if quota == 1 else f"All {quota} positions"
    return f"{positions} at {program} went to whom it ranks above you: {shown}."


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _positions(instance: Instance, applicant: str, program: str) -> tuple[int, int]:
    wrong = [
        _unknown(name, side, known)
        for name, side, known in (
            (applicant, Side.APPLICANT, instance.applicants),
            (program, Side.PROGRAM, instance.programs),
        )
        if name not in known
    ]
    if wrong:
        raise MatchingMistake(tuple(wrong))
    return instance.applicants.index(applicant), instance.programs.index(program)


def _unknown(name: str, side: Side, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"There is no {side} {name}. " + (f"Did you mean {near[0]}?" if near else "Correct the name.")
