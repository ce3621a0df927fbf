"""The page that holds the simulated Match against its tables, from what a run on a directory measured.

`python -m docs.generate.market_fidelity FOLDER` runs it on the directory in FOLDER and keeps the numbers beside this
module; the page is written from those, as the national list may not be passed on.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

PAGE = Path("docs/reference/market-fidelity.md")
MEASURED = Path(__file__).with_suffix(".json")
REPLICATES, OTHER_SEEDS = 1_000, (2, 3, 4)
_OPENING = """# The simulated Match against what was published

Every number the simulated season was held against. [The market](../explanation/market.md) says what it is and where it
misses. “Fitted” numbers were what its parameters were moved for; the others are checks. A number is called missed where
it is off by more than 2 points (match rates), 1.5 points (positions filled), half a rank (1 rank for each position), 5
in 100 or 10 people (counts, whichever is more), or 8 points (who matched to a first specialty).
"""


def generate() -> dict[Path, str]:
    """The page, from the last run."""
    measured = json.loads(MEASURED.read_text(encoding="utf-8"))
    return {PAGE: "\n".join([_OPENING, *_run(measured), *_tables(measured["rows"]), *_seeds(measured)]) + "\n"}


def _run(measured: dict[str, Any]) -> Iterator[str]:
    rows = measured["rows"]
    fitted, checks = [r for r in rows if r["fitted"]], [r for r in rows if not r["fitted"]]
    yield (
        f"Measured on {measured['tracks']:,} tracks: {measured['made_from']}; {measured['replicates']:,} replicates of "
        f"seed {measured['seed']}, digest `{measured['digest']}`, with NumPy {measured['numpy']} and Numba "
        f"{measured['numba']}.\n"
    )
    yield (
        f"**Missed: {_missed(fitted)} of {len(fitted)} fitted numbers, {_missed(checks)} of {len(checks)} checks.** Of "
        f"all who matched, {measured['misplaced']:.1%} would have to change specialty or type for all counts to be "
        "hit.\n"
    )


def _missed(rows: list[dict[str, Any]]) -> int:
    return sum(row["missed"] for row in rows)


def _tables(rows: list[dict[str, Any]]) -> Iterator[str]:
    for group, members in groupby(rows, key=lambda row: row["group"]):
        yield f"\n## {group[0].upper()}{group[1:]}\n"
        yield "| of | published | simulated | eight of ten replicates | fitted | |"
        yield "|---|---|---|---|---|---|"
        for row in members:
            told, found, low, high = (_value(row, name) for name in ("published", "simulated", "low", "high"))
            mark = "**missed**" if row["missed"] else ""
            yield f"| {row['of']} | {told} | {found} | {low} to {high} | {'yes' if row['fitted'] else 'no'} | {mark} |"


def _seeds(measured: dict[str, Any]) -> Iterator[str]:
    yield "\n## Other seeds\n"
    yield "Who applies is drawn once for a seed. Match rates of other seeds, 100 replicates each:\n"
    kinds = list(measured["seeds"][0]["rates"])
    yield f"| seed | {' | '.join(kinds)} |"
    yield "|---|" + "---|" * len(kinds)
    for one in measured["seeds"]:
        yield f"| {one['seed']} | " + " | ".join(f"{rate * 100:.1f} %" for rate in one["rates"].values()) + " |"


def _value(row: dict[str, Any], name: str) -> str:
    if row["unit"] == "part":
        return f"{row[name] * 100:.1f} %"
    return f"{row[name]:.1f}" if row["unit"] == "ranks" else f"{row[name]:,.0f}"


def measure(folder: Path) -> dict[str, Any]:
    """Run the market on the directory of a folder."""
    import numba
    import numpy

    from bedside.documents.content.market.as_json import market_as_json
    from bedside.evidence.library import load_evidence
    from bedside.market.applicant_types import TYPES
    from bedside.market.policies.policy import AsItIs
    from bedside.market.recipe import recipe_for
    from bedside.market.replicates import run_replicates
    from bedside.market.results import simulate
    from bedside.programs.shelf.directory_file import open_directory

    evidence = load_evidence()
    directory = open_directory(folder, evidence)
    recipe = recipe_for(directory, evidence, 1)
    found = simulate(
        recipe, evidence, REPLICATES, (), lambda policy: run_replicates(recipe.season(policy), REPLICATES, 2)
    )
    plain = market_as_json(found)
    seeds = []
    for seed in OTHER_SEEDS:
        one = run_replicates(recipe_for(directory, evidence, seed).season(AsItIs()), 100, 2)
        rates = one.matched.sum(axis=0) / one.active.sum(axis=0)
        seeds.append({"seed": seed, "rates": {kind.words: float(rates[kind]) for kind in TYPES}})
    kept = ("tracks", "made_from", "seed", "replicates", "digest", "misplaced")
    return {
        **{name: plain[name] for name in kept},
        "numpy": numpy.__version__,
        "numba": numba.__version__,
        "seeds": seeds,
        "rows": [{key: value for key, value in row.items() if key != "figures"} for row in plain["against_published"]],
    }


if __name__ == "__main__":
    began = time.perf_counter()
    MEASURED.write_text(json.dumps(measure(Path(sys.argv[1])), indent=1) + "\n", encoding="utf-8")
    print(f"Measured in {time.perf_counter() - began:.0f} s; `make docs` writes the page.")
