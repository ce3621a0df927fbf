"""One applicant's question, answered from the cut-offs that were kept: no season is played again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bedside.market.applicant_types import ApplicantType
from bedside.market.chance import STAYS
from bedside.market.mistakes import MarketMistake
from bedside.market.numbers import Numbers, Whole
from bedside.market.season import ReadySeason
from bedside.market.tracks import Tracks


@dataclass(frozen=True, slots=True, eq=False)
class AnswerByRank:
    """How often each place of a rank order list was the one matched to, and how often none was, as parts of one."""

    by_rank: Numbers
    unmatched: float


def answer_for(cut_offs: NDArray[np.floating], ranking: Whole, scores: NDArray[np.floating]) -> Whole:
    """In each replicate the place on the list (from 0) that the applicant is matched to, or -1.

    `cut_offs` are replicates by tracks, `ranking` the tracks in the applicant's order, `scores` where the applicant
    stands with each of them, replicates by places. A track that filled holds whoever is above its cut-off; one more
    applicant moves hardly any of the cut-offs, so the first track whose cut-off is passed is the match.
    """
    held = scores > cut_offs[:, ranking]
    return np.where(held.any(axis=1), held.argmax(axis=1), -1)


def scores_for(
    ready: ReadySeason, kind: ApplicantType, ranking: Whole, strength: float, replicates: int, seed: int = 0
) -> NDArray[np.float64]:
    """Scores of an applicant outside the season who was interviewed at these tracks, replicates by places.

    `strength` is how good the file is for its type, in standard deviations, as far as it stays the same; how it is
    read in a season, and each program's own opinion, are drawn. Wishes are evenly spread over the list. Minus infinity
    is the score with a track that does not rank them.
    """
    parameters, shared = ready.season.parameters, ready.season.readings.shared_opinion
    random = np.random.default_rng([seed, 3])
    read = STAYS * strength + np.sqrt(1 - STAYS**2) * random.standard_normal((replicates, 1))
    own = np.sqrt(1 - shared**2) * random.standard_normal((replicates, len(ranking)))
    wishes = parameters.mutual * np.linspace(2.0, -2.0, len(ranking))
    thought = shared * read + own + ready.level[kind, ranking]
    return np.where(thought >= ready.bars[ranking], thought + wishes, -np.inf)


def chance_by_rank(
    cut_offs: NDArray[np.floating], ready: ReadySeason, kind: ApplicantType, ranking: Whole, strength: float
) -> AnswerByRank:
    """How likely each place of a list is, over all replicates whose cut-offs were kept."""
    found = answer_for(cut_offs, ranking, scores_for(ready, kind, ranking, strength, len(cut_offs)))
    counted = np.bincount(found + 1, minlength=len(ranking) + 1) / len(found)
    return AnswerByRank(counted[1:], float(counted[0]))


def ranking_of(codes: Sequence[str], tracks: Tracks) -> Whole:
    """The tracks of NRMP codes, in order. Raises MarketMistake with all that are not there, or twice."""
    places = {code: place for place, code in enumerate(tracks.codes)}
    unknown = [code for code in codes if code not in places]
    twice = sorted({code for code in codes if list(codes).count(code) > 1})
    if unknown or twice:
        says = [f"Not a track of this season: {', '.join(unknown)}."] if unknown else []
        says += [f"On the list more than once: {', '.join(twice)}."] if twice else []
        raise MarketMistake(" ".join(says))
    return np.array([places[code] for code in codes], dtype=np.int64)
