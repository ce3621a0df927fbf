"""What the NRMP published of a specialty, as the fit takes it from the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bedside.evidence.library import Evidence
from bedside.odds.rank_summary import RankSummary

CHARTING = "nrmp.charting.2026."
MARKET = "nrmp.market.2026."
RATES = "interview-rates.rate."
_COHORTS = ("matched", "not-matched")
_MEASURES = ("people", "ranks-mean", "ranks-sd", "ranks-median", "step2ck-mean", "step2ck-sd")


@dataclass(frozen=True, slots=True)
class Cohort:
    """Those who matched, or did not: all of them (`people`), and the measures of those who let their data be used."""

    people: int
    consenting: int
    ranks: RankSummary
    score_mean: float
    score_sd: float


@dataclass(frozen=True, slots=True)
class PublishedSpecialty:
    """A specialty with a table of its own; of non-US IMGs."""

    key: str
    matched: Cohort
    not_matched: Cohort

    @property
    def people(self) -> int:
        """Everyone who ranked it first."""
        return self.matched.people + self.not_matched.people

    @property
    def match_rate(self) -> float:
        """Matched to it, as a part of those who ranked it first."""
        return self.matched.people / self.people


def published_specialties(evidence: Evidence) -> tuple[PublishedSpecialty, ...]:
    """Every specialty with a table, in the order of their keys."""
    names = (figure.name.removeprefix(CHARTING) for figure in evidence.starting_with(CHARTING))
    keys = sorted({name.split(".")[0] for name in names})
    return tuple(PublishedSpecialty(key, *(_cohort(key, cohort, evidence) for cohort in _COHORTS)) for key in keys)


def crowding(key: str, evidence: Evidence) -> float | None:
    """The logarithm of positions over candidates of a specialty; None where nothing is published."""
    positions, candidates = f"{MARKET}{key}.positions", f"{MARKET}{key}.candidates"
    other = f"{MARKET}{key}.first-choice"  # the report the tables of ranks come from
    if positions not in evidence:
        return None
    return float(np.log(evidence.number(positions) / evidence.number(other if other in evidence else candidates)))


def interview_rate(key: str, group: str, evidence: Evidence) -> float | None:
    """The plain average of the programs' interview rates for a group, as a part of one; None where none is known."""
    name = f"{RATES}{key}.{group}"
    return evidence.number(name) / 100 if name in evidence else None


def names_used(evidence: Evidence) -> Iterator[str]:
    """The name of every figure the fit takes."""
    for prefix in (CHARTING, MARKET, RATES, "effects.file.spread", "reading.odds.applications", "nrmp.lists."):
        yield from (figure.name for figure in evidence.starting_with(prefix))


def _cohort(key: str, cohort: str, evidence: Evidence) -> Cohort:
    figures = {measure: evidence.find(f"{CHARTING}{key}.{cohort}.{measure}") for measure in _MEASURES}
    number = {measure: evidence.number(figure.name) for measure, figure in figures.items()}
    quartiles = figures["ranks-median"].interval
    if quartiles is None:
        raise ValueError(f"{figures['ranks-median'].name} has no quartiles")
    return Cohort(
        people=int(number["people"]),
        consenting=int((figures["ranks-mean"].sample or "0").split()[0]),
        ranks=RankSummary(
            number["ranks-mean"], number["ranks-sd"], (quartiles.low, number["ranks-median"], quartiles.high)
        ),
        score_mean=number["step2ck-mean"],
        score_sd=number["step2ck-sd"],
    )
