"""How long the whole Match takes to simulate: 1,000 replicates in two threads, and one replicate on one processor.

Run it with `python -m benchmarks.market [FOLDER]`; a folder has a directory with the national list. Without one, tracks
are made up to the published positions, about as many as there are.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from bedside.evidence.library import load_evidence
from bedside.market.policies.policy import AsItIs
from bedside.market.recipe import recipe_for
from bedside.market.replicate import Player
from bedside.market.replicates import run_replicates
from bedside.programs.shelf.directory_file import open_directory

REPLICATES, ONE_BY_ONE = 1_000, 20


def measured(folder: Path) -> None:
    """Print the times; those of the processor count less what else runs on the machine."""
    evidence = load_evidence()
    recipe = recipe_for(open_directory(folder, evidence), evidence, 1)
    recipe.season(AsItIs())
    began = time.perf_counter()
    ready = recipe.season(AsItIs())
    people = ready.season.population
    print(f"{len(people):,} applicants, {len(people.chosen):,} applications, {len(recipe.tracks):,} tracks")
    print(f"made from {recipe.tracks.origin}")
    print(f"a season made ready: {time.perf_counter() - began:.2f} s")
    player = Player(ready)
    player.count(0)
    began = time.process_time()
    for replicate in range(ONE_BY_ONE):
        player.count(replicate)
    print(f"one replicate, processor: {(time.process_time() - began) / ONE_BY_ONE * 1000:.1f} ms")
    began, processor = time.perf_counter(), time.process_time()
    found = run_replicates(ready, REPLICATES, workers=2)
    print(
        f"{REPLICATES:,} replicates, two threads: {time.perf_counter() - began:.1f} s "
        f"(processor {time.process_time() - processor:.1f} s; target: 15 s), digest {found.digest}"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measured(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as empty:
            measured(Path(empty))
