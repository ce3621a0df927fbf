"""A whole match: lists, couples, supplemental lists and reversions, with one answer that says how it came about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bedside.matching.deferred_acceptance.solving import solve
from bedside.matching.instance import Instance
from bedside.matching.lists import Side
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.outcome.checking import check_stability
from bedside.matching.outcome.matching import Matching
from bedside.matching.reversion import Reversion, Reverted, match_with_reversion
from bedside.matching.together.couples import Together
from bedside.matching.together.with_couples import MatchWithCouples, match_with_couples


@dataclass(frozen=True, slots=True, eq=False)
class WholeMatch:
    """Who is matched where (`matching`), to what beside it, whether that is stable, and which positions reverted."""

    matching: Matching
    beside: Mapping[str, str]
    by_program: Mapping[str, tuple[str, ...]]
    quotas: Mapping[str, int]
    stable: bool
    blocking: tuple[tuple[str, ...], ...]
    reverted: tuple[Reverted, ...]
    because: tuple[str, ...]


def run_match(
    instance: Instance,
    together: Sequence[Together] = (),
    reversions: Sequence[Reversion] = (),
    proposing: Side = Side.APPLICANT,
) -> WholeMatch:
    """The match of an instance; those who move `together` are matched only where applicants propose."""
    if together and proposing is Side.PROGRAM:
        told = "Couples and supplemental lists are matched only where applicants propose. Leave one of the two out."
        raise MatchingMistake((told,))
    if not together:
        plain = match_with_reversion(instance, reversions, partial(solve, proposing=proposing), Matching.filled)
        stability = check_stability(plain.answer)
        asked = "1 proposal" if plain.answer.proposals == 1 else f"{plain.answer.proposals:,} proposals"
        told = f"Found in {asked} by {plain.answer.method}, and checked."
        return WholeMatch(
            *(plain.answer, {}, plain.answer.by_program(), _quotas(plain.instance)),
            *(stability.holds, stability.blocking, plain.moved, (told,)),
        )
    joint = match_with_reversion(
        instance, reversions, partial(match_with_couples, couples=together), MatchWithCouples.filled
    )
    found = joint.answer
    return WholeMatch(
        *(found.matching, found.beside, found.by_program(), _quotas(joint.instance)),
        *(found.stable, found.blocking, joint.moved, found.because),
    )


def _quotas(instance: Instance) -> dict[str, int]:
    return dict(zip(instance.programs, instance.quotas.tolist(), strict=True))
