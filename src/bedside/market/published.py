"""What was published of the Match that the synthetic season is made after and held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bedside.evidence.library import Evidence
from bedside.market.applicant_types import TYPES, ApplicantType
from bedside.market.numbers import Marks, Numbers

SEASON = 2025
RESULTS, WHOLE, LISTS_OF_ALL = "nrmp.results.2025.", "nrmp.whole.2025.", "nrmp.lists-of-all.2023."
_MARKET, _FIRST_CHOICES, _LISTS = "nrmp.market.2026.", "nrmp.first-choices.2026.", "nrmp.lists.2023."
PRELIMINARY = ("general-surgery-preliminary", "internal-medicine-preliminary", "transitional-year")
"""The fields that give one preparatory year."""
FILLS = 0.97
"""The part of a field's positions from which on it is said to fill."""
_SENIORS = (ApplicantType.MD_SENIOR, ApplicantType.DO_SENIOR)
_GRADUATES = (ApplicantType.MD_GRADUATE, ApplicantType.DO_GRADUATE)
_ROUNDS = 200
_MATCHED_TO_THEIR_FIRST = 0.95
"""At least so many, beside those who matched in a field, ranked it first."""


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """Tables with a row for each field (a specialty, or a kind of preparatory year) and a column for each type.

    `matched` and `ranked` count people; `ranked` has those with a position of the field anywhere on their list. What
    nobody publishes is nan. `active` are people with a rank order list, `rate` is the part of them who matched to a
    first-year position, `matched_list` and `unmatched_list` the mean lengths of their lists, `applications` how many
    each sent, `top_three` the part of MD seniors who matched to one of their first three choices. `contiguous` are the
    mean ranks in their first specialty with which the lists of non-US IMGs began. `first_choices` are estimates of who
    ranked which field first, see `first_choices_of`; nobody ranks a preparatory year first here.
    """

    fields: tuple[str, ...]
    positions: Numbers
    filled: Numbers
    matched: Numbers
    ranked: Numbers
    active: Numbers
    rate: Numbers
    matched_list: Numbers
    unmatched_list: Numbers
    applications: Numbers
    first_choices: Numbers
    contiguous: Numbers
    top_three: float

    @property
    def ranked_after(self) -> Numbers:
        """Estimates of who ranked a field after another; graduates of US schools do as often as US IMGs."""
        after = np.nan_to_num(np.maximum(self.ranked - self.first_choices, 0))
        after[list(self.is_preliminary)] = 0
        for kind in _GRADUATES:
            after[:, kind] = after[:, ApplicantType.US_IMG] * self.active[kind] / self.active[ApplicantType.US_IMG]
        return after

    @property
    def is_preliminary(self) -> tuple[bool, ...]:
        """Whether a field is a kind of preparatory year."""
        return tuple(field in PRELIMINARY for field in self.fields)


def published(evidence: Evidence) -> Published:
    """The tables of 2025, with the nearest year where 2025 was not seen."""
    fields = tuple(sorted({_field(figure.name) for figure in evidence.starting_with(RESULTS)}))
    matched = np.array(
        [[evidence.number(f"{RESULTS}{field}.matched.{kind.key}") for kind in TYPES] for field in fields]
    )
    ranked = np.array(
        [[_or_nan(f"{RESULTS}{field}.ranked.{kind.key}", evidence) for kind in TYPES] for field in fields]
    )
    active = _active(evidence)
    return Published(
        fields=fields,
        positions=np.array([evidence.number(f"{RESULTS}{field}.positions") for field in fields]),
        filled=np.array([evidence.number(f"{RESULTS}{field}.filled") for field in fields]),
        matched=matched,
        ranked=ranked,
        active=active,
        rate=_rates(evidence),
        matched_list=np.array([_list_length(kind, "matched", evidence) for kind in TYPES]),
        unmatched_list=np.array([_list_length(kind, "not-matched", evidence) for kind in TYPES]),
        applications=_applications(evidence),
        first_choices=first_choices_of(fields, matched, ranked, active, evidence),
        contiguous=np.array([_contiguous(field, evidence) for field in fields]),
        top_three=evidence.number("nrmp.whole.2026.top-three.md-senior") / 100,
    )


def names_used(evidence: Evidence) -> Iterator[str]:
    """The name of every figure that the season is made after or held against."""
    prefixes = (RESULTS, "nrmp.whole.", LISTS_OF_ALL, _FIRST_CHOICES, _MARKET, _LISTS, "nrmp.program-lists.2023.")
    for prefix in (*prefixes, "eras.applications.2025.", "nrmp.rates.2025."):
        yield from (figure.name for figure in evidence.starting_with(prefix))


def first_choices_of(
    fields: tuple[str, ...], matched: Numbers, ranked: Numbers, active: Numbers, evidence: Evidence
) -> Numbers:
    """Who ranked which field first, by iterative proportional fitting; only for non-US IMGs somebody publishes it.

    1. Begin with those who matched in a field and half of those who ranked it and did not. Where the ranks that are
       published leave out positions of the second year, half as many again as matched stand in.
    2. Non-US IMGs who ranked a field first were counted in 2026 for eleven fields: these stay, scaled to 2025.
    3. Scale columns to how many of each type were active, rows to how many ranked the field first in 2026, in turn.
    4. Where nobody counted, nearly as many as matched in a field ranked it first, also where its row says fewer.
    """
    begin = matched + 0.5 * np.fmax(np.nan_to_num(ranked) - matched, matched)
    counted = np.array([_counted_first(field, evidence) for field in fields])
    counted *= active[ApplicantType.NON_US_IMG] / _active_non_us_imgs_2026(evidence)
    known = np.zeros(begin.shape, dtype=bool)
    known[:, ApplicantType.NON_US_IMG] = ~np.isnan(counted)
    begin[known] = counted[~np.isnan(counted)]
    rows = np.array([_first_choice(field, evidence) for field in fields])
    begin[np.isnan(rows)] = 0
    rows = np.nan_to_num(rows)
    rows *= active.sum() / rows.sum()
    least = np.where(known | (begin == 0), 0, _MATCHED_TO_THEIR_FIRST * matched)
    for _ in range(_ROUNDS):
        begin = _scaled(begin, known, active, 0)
        begin = np.maximum(_scaled(begin, known, rows, 1), least)
    return _scaled(begin, known, active, 0)


def _scaled(table: Numbers, known: Marks, sums: Numbers, axis: int) -> Numbers:
    """The table with entries that are not known scaled, so that it has these sums along an axis."""
    left = np.maximum(sums - np.where(known, table, 0).sum(axis=axis), 0)
    free = np.where(known, 0, table).sum(axis=axis)
    factor = np.expand_dims(left / np.maximum(free, 1e-9), axis)
    return np.where(known, table, table * factor)


def _counted_first(field: str, evidence: Evidence) -> float:
    names = [f"nrmp.charting.2026.{field}.{cohort}.people" for cohort in ("matched", "not-matched")]
    return sum(_or_nan(name, evidence) for name in names)


def _contiguous(field: str, evidence: Evidence) -> float:
    """Over those who matched and those who did not."""
    start, cohorts = f"nrmp.charting.2026.{field}.", ("matched", "not-matched")
    people = np.array([_or_nan(f"{start}{cohort}.people", evidence) for cohort in cohorts])
    means = np.array([_or_nan(f"{start}{cohort}.ranks-mean", evidence) for cohort in cohorts])
    return float((people * means).sum() / people.sum())


def _active_non_us_imgs_2026(evidence: Evidence) -> float:
    """How many non-US IMGs were active in 2026, as the sample of their match rate tells it."""
    return evidence.number("nrmp.whole.2026.active.non-us-img")


def _field(name: str) -> str:
    return name.removeprefix(RESULTS).split(".")[0]


def _or_nan(name: str, evidence: Evidence) -> float:
    return evidence.number(name) if name in evidence else float("nan")


def _first_choice(field: str, evidence: Evidence) -> float:
    other = _or_nan(f"{_FIRST_CHOICES}{field}", evidence)
    return _or_nan(f"{_MARKET}{field}.candidates", evidence) if np.isnan(other) else other


def _active(evidence: Evidence) -> Numbers:
    """Those of 2025; graduates of US schools are the rest, divided as those who matched."""
    active = np.array([_or_nan(f"{WHOLE}active.{kind.key}", evidence) for kind in TYPES])
    rest = evidence.number(f"{WHOLE}active") - np.nansum(active)
    matched = np.array([evidence.number(f"{WHOLE}matched.{kind.key}") for kind in _GRADUATES])
    active[list(_GRADUATES)] = rest * matched / matched.sum()
    return active


def _rates(evidence: Evidence) -> Numbers:
    """Parts of one; those of graduates of US schools are of 2023."""
    names = [
        f"{WHOLE}rate.{kind.key}"
        if kind in _SENIORS
        else f"nrmp.whole.2023.rate.{kind.key}"
        if kind in _GRADUATES
        else f"nrmp.rates.2025.{kind.key}"
        for kind in TYPES
    ]
    return np.array([evidence.number(name) / 100 for name in names])


def _list_length(kind: ApplicantType, cohort: str, evidence: Evidence) -> float:
    name = f"{_LISTS}{kind.key}.{cohort}.mean" if kind.is_img else f"{LISTS_OF_ALL}{kind.key}.{cohort}"
    return _or_nan(name, evidence)


def _applications(evidence: Evidence) -> Numbers:
    """Means by degree; published for IMGs together, and for graduates together with seniors."""
    degrees = ("md", "md", "do", "do", "img", "img")
    return np.array([evidence.number(f"eras.applications.2025.{degree}") for degree in degrees])
