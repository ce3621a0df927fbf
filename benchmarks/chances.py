"""How long the chances of many programs take, and the odds of a list: 6,500 invented programs in 16 specialties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from bedside.applicant.file.reading import read_dossier
from bedside.evidence.library import load_evidence
from bedside.odds.chances import Chances, chances
from bedside.odds.odds import both_ways, odds, odds_from
from bedside.odds.signals import Signal
from bedside.plan.chances.your_odds import applicant_of
from bedside.programs.eligibility.judging import judge_all
from benchmarks.choosing import invented
from benchmarks.stopwatch import Measurement, quickest_call

AS_OF = date(2026, 11, 23)
DOSSIER = Path(__file__).parents[1] / "examples/h1b-quality-analyst.yaml"
LIST = 100


def measurements() -> Iterator[Measurement]:
    """Chances of all against the verdicts they hold; the odds of a list from chances computed before, and without."""
    evidence = load_evidence()
    applicant = applicant_of(read_dossier(DOSSIER, AS_OF, evidence).dossier, AS_OF, evidence)
    keys = [one.name.split(".")[2] for one in evidence.starting_with("interview-rates.rate.")]
    specialties = sorted(set(keys))
    programs = [replace(one, specialty=specialties[at % len(specialties)]) for at, one in enumerate(invented().listed)]

    def all_chances() -> Chances:
        return chances(applicant, programs, evidence)

    verdicts = quickest_call(lambda: judge_all(programs, applicant.asker))
    yield Measurement("chances, 6,500 programs", quickest_call(all_chances), "the verdicts alone", verdicts)
    both = both_ways(applicant, programs, evidence)
    applied = {one.key: Signal.NONE for one in programs[:LIST]}
    afresh = quickest_call(lambda: odds(applicant, programs[:LIST], applied, evidence))
    prepared = quickest_call(lambda: odds_from(applicant, both, applied, evidence))
    yield Measurement("odds of 100, chances prepared", prepared, "afresh", afresh)


if __name__ == "__main__":
    for measurement in measurements():
        print(measurement)
