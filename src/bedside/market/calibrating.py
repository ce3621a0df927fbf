"""Find the parameters with which the season gives the published tables, and write them to their file.

`python -m bedside.market.calibrating FOLDER` reads the directory in FOLDER, begins from nothing, and writes the
parameters that ship; it takes about 100 seconds of processor time.
"""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from hashlib import blake2b
from pathlib import Path

import numpy as np

from bedside.evidence.library import Evidence, load_evidence
from bedside.market.moves import moved, seen_in
from bedside.market.parameters import PARAMETERS_FILE, MarketParameters, as_plain
from bedside.market.policies.policy import AsItIs
from bedside.market.published import names_used, published
from bedside.market.recipe import Recipe, recipe_for
from bedside.market.replicates import run_replicates

SEED = 2025
_PHASES = ((50, 1.0, 2), (50, 0.5, 4), (60, 0.25, 8))
"""Rounds, by what part of what is off they move, and replicates of each."""
_AVERAGED = 40  # the last rounds, whose mean is kept: each alone still follows the luck of its season
_THREADS = 2


def calibrate(recipe: Recipe, phases: Sequence[tuple[int, float, int]] = _PHASES) -> Iterator[MarketParameters]:
    """The parameters after each round, moved by what the season before missed.

    Each round draws other applicants, plays a few replicates, and moves each parameter by a part of the logarithm by
    which what it governs is off; steps become smaller, and replicates more.

    1. `favour`: how many of a type match in a field.
    2. `interviews`: the length of all lists, and in each field that of seniors, so that they are as long everywhere as
       the means of those who match and those who do not; for preparatory years, positions that stay open.
    3. `bar`: where a field has open positions, how many.
    4. `reach`: the mean length of a type's lists; the ranks of a field with which lists of non-US IMGs begin, where
       they were published; for US IMGs, how much more often than others they are invited in a field.
    5. `spread`: how much longer the lists of those who match are.
    6. `never`: how many of a type rank a field first, and how many have a list.
    7. `beside`: how many of a type rank a field after another.
    8. `mutual`: how many US MD seniors match to one of their first three choices.
    """
    parameters, seed = recipe.parameters, recipe.seed
    for rounds, step, number in phases:
        for _ in range(rounds):
            this = replace(recipe, parameters=parameters, seed=seed)
            some = run_replicates(this.season(AsItIs()), number, _THREADS)
            parameters, seed = moved(parameters, seen_in(some, this), recipe.tables, step), seed + 1
            yield parameters


def averaged(some: Sequence[MarketParameters]) -> MarketParameters:
    """The mean of each parameter."""
    names = [field.name for field in fields(MarketParameters) if field.name not in ("fields", "figures")]
    means = {name: np.mean([getattr(one, name) for one in some], axis=0) for name in names}
    return replace(some[-1], **{**means, "mutual": float(means["mutual"])})


def figures_digest(evidence: Evidence) -> str:
    """A digest of every figure the parameters rest on, by which a test sees that they are stale."""
    told = sorted(f"{name}={evidence.find(name).value}" for name in names_used(evidence))
    return blake2b("\n".join(told).encode(), digest_size=8).hexdigest()


def main(folder: Path) -> None:
    """Calibrate on the directory of a folder and write the parameters."""
    from bedside.programs.shelf.directory_file import open_directory

    evidence = load_evidence()
    begin = MarketParameters.beginning(published(evidence).fields)
    recipe = recipe_for(open_directory(folder, evidence), evidence, SEED, begin)
    found = averaged(deque(calibrate(recipe), maxlen=_AVERAGED))
    plain = as_plain(replace(found, figures=figures_digest(evidence)))
    PARAMETERS_FILE.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
