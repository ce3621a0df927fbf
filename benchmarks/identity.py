"""How often identity finds the right program, and how often what it finds is right, on pairs whose answer is known.

The task: the NRMP's program results (institution, its town, state, specialty, labels of tracks) beside the names of
FREIDA and ERAS with their ACGME IDs, without the crosswalk that ties the two together. The crosswalk is the answer.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bedside.evidence.library import Evidence, load_evidence
from bedside.programs.building.build import build
from bedside.programs.collection import Collection
from bedside.programs.identity.codes import institution_of, stem_of
from bedside.programs.mention import Reading
from bedside.programs.shelf.digest import as_import
from benchmarks.national import AS_OF, read_everything, real_folder

CROSSWALK, NRMP = "crosswalk", "nrmp-program-results"
_NAMES_WITH_NUMBERS = ("freida", "eras-participating", "new-programs")
_HALVES = ("the threshold was set on", "held out")
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of an NRMP institution and specialty with one ACGME ID; found and right are counts of pairs."""

    half: str
    pairs: int
    found: int
    right: int
    codes: int
    codes_found: int
    codes_right: int

    @property
    def recall(self) -> float:
        """Of all pairs those found right."""
        return self.right / self.pairs

    @property
    def precision(self) -> float:
        """Of the pairs for which anything was found those found right."""
        return self.right / self.found


def scores(readings: Iterable[Reading], evidence: Evidence) -> tuple[Score, Score]:
    """The score on the half of the institutions the threshold was set on, and on the other half."""
    everything = list(readings)
    without = [one for one in everything if one.kind != CROSSWALK]
    built = build(Collection(tuple(as_import(one, one.kind, AS_OF) for one in without)), evidence)
    found = {code: known.acgme_id for known in built.known for code in known.codes}
    named = {row.mention.acgme_id for one in everything if one.kind in _NAMES_WITH_NUMBERS for row in one.rows}
    answers = {
        code: row.mention.acgme_id
        for one in everything
        if one.kind == CROSSWALK
        for row in one.rows
        for code in row.mention.nrmp_codes
        if code in found and row.mention.acgme_id in named
    }
    first, second = (_score(half, answers, found) for half in (0, 1))
    return first, second


def half_of(code: str) -> int:
    """Which half an institution belongs to, by a digest of its number: 0 to set the threshold on, 1 to report."""
    return int(hashlib.sha256(institution_of(code).encode()).hexdigest(), 16) % 2


def _score(half: int, answers: dict[str, str | None], found: dict[str, str | None]) -> Score:
    codes = [(found[code], number) for code, number in answers.items() if half_of(code) == half]
    pairs: defaultdict[_Pair, set[str | None]] = defaultdict(set)
    for code, number in answers.items():
        if half_of(code) == half:
            pairs[stem_of(code), str(number)].add(found[code])
    return Score(
        _HALVES[half],
        len(pairs),
        sum(bool(homes - {None}) for homes in pairs.values()),
        sum(number in homes for (_, number), homes in pairs.items()),
        len(codes),
        sum(home is not None for home, _ in codes),
        sum(home == number for home, number in codes),
    )


def main() -> None:
    """Print both scores."""
    folder, evidence = real_folder(), load_evidence()
    if folder is None:
        raise SystemExit("BEDSIDE_REAL_DATA names no folder of published files.")
    for one in scores((reading for reading, _ in read_everything(folder, evidence)), evidence):
        print(f"{one.half}: {one.pairs} pairs, recall {one.recall:.1%}, precision {one.precision:.1%}; {one}")


if __name__ == "__main__":
    main()
