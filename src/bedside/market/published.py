"""What was published of the Match that the synthetic season is made after and held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bedside.evidence.library import Evidence
from bedside.market.applicant_types import TYPES, ApplicantType
from bedside.market.numbers import Marks, Numbers
from bedside.market.readings import START, MarketReadings, market_readings

SEASON = 2025
RESULTS, WHOLE, LISTS_OF_ALL = "nrmp.results.2025.", "nrmp.whole.2025.", "nrmp.lists-of-all.2023."
_MARKET, _FIRST_CHOICES, _LISTS = "nrmp.market.2026.", "nrmp.first-choices.2026.", "nrmp.lists.2023."
_CHARTING = "nrmp.charting.2026."
PROGRAM_LISTS = "nrmp.program-lists.2023."
PRELIMINARY = ("general-surgery-preliminary", "internal-medicine-preliminary", "transitional-year")
"""The fields that give one preparatory year."""
_SENIORS = (ApplicantType.MD_SENIOR, ApplicantType.DO_SENIOR)
_GRADUATES = (ApplicantType.MD_GRADUATE, ApplicantType.DO_GRADUATE)
_ROUNDS = 200


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """Tables with a row for each field (a specialty, or a kind of preparatory year) and a column for each type.

    `matched` and `ranked` count people; `ranked` has those with a position of the field anywhere on their list. What
    nobody publishes is nan. `active` are people with a rank order list, `rate` is the part of them who matched to a
    first-year position, `matched_list` and `unmatched_list` the mean lengths of their lists, `applications` how many
    each sent, `top_three` the part of MD seniors who matched to one of their first three choices. `contiguous` are the
    mean ranks in their first specialty with which the lists of non-US IMGs began, `us_imgs_invited` how many times as
    often US IMGs are invited as others. `second_year` counts positions that begin in the second year. `first_choices`
    are estimates of who ranked which field first, see `first_choices_of`; nobody ranks a preparatory year first here.
    """

    fields: tuple[str, ...]
    positions: Numbers
    second_year: Numbers
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
    us_imgs_invited: Numbers
    readings: MarketReadings

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
    second_year = np.nan_to_num([_or_nan(f"{RESULTS}{field}.second-year", evidence) for field in fields])
    active = _active(evidence)
    return Published(
        fields=fields,
        positions=np.array([evidence.number(f"{RESULTS}{field}.positions") for field in fields]),
        second_year=second_year,
        filled=np.array([evidence.number(f"{RESULTS}{field}.filled") for field in fields]),
        matched=matched,
        ranked=ranked,
        active=active,
        rate=_rates(evidence),
        matched_list=np.array([_list_length(kind, "matched", evidence) for kind in TYPES]),
        unmatched_list=np.array([_list_length(kind, "not-matched", evidence) for kind in TYPES]),
        applications=_applications(evidence),
        first_choices=first_choices_of(fields, matched, _all_ranked(ranked, second_year), active, evidence),
        contiguous=np.array([_contiguous(field, evidence) for field in fields]),
        top_three=evidence.number("nrmp.whole.2026.top-three.md-senior") / 100,
        us_imgs_invited=np.array([_invited(field, evidence) for field in fields]),
        readings=market_readings(evidence),
    )


def names_used(evidence: Evidence) -> Iterator[str]:
    """The name of every figure that the season is made after or held against."""
    prefixes = (RESULTS, "nrmp.whole.", LISTS_OF_ALL, _FIRST_CHOICES, _MARKET, _LISTS, PROGRAM_LISTS)
    for prefix in (*prefixes, "eras.applications.2025.", "nrmp.rates.2025.", "interview-rates.rate.", START):
        yield from (figure.name for figure in evidence.starting_with(prefix))
    for figure in evidence.starting_with(_CHARTING):
        if figure.name.endswith((".people", ".ranks-mean")):
            yield figure.name


def first_choices_of(
    fields: tuple[str, ...], matched: Numbers, ranked: Numbers, active: Numbers, evidence: Evidence
) -> Numbers:
    """Who ranked which field first, by iterative proportional fitting; only for non-US IMGs somebody publishes it.

    1. Begin with those who matched in a field and half of those who ranked it and did not. Where the ranks that are
       published leave out positions of the second year, half as many again as matched stand in.
    2. Non-US IMGs who ranked a field first were counted in 2026 for eleven fields: these stay, scaled to 2025.
    3. Scale columns to how many of each type were active, rows to how many ranked the field first in 2026, in turn.
    4. Where nobody counted, nearly as many as matched in a field ranked it first, also where its row says fewer; and
       no more than ranked it at all.
    """
    readings = market_readings(evidence)
    begin = matched + readings.ranked_and_not_matched * np.fmax(np.nan_to_num(ranked) - matched, matched)
    counted = np.array([_counted_first(field, evidence) for field in fields])
    counted *= active[ApplicantType.NON_US_IMG] / _active_non_us_imgs_2026(evidence)
    known = np.zeros(begin.shape, dtype=bool)
    known[:, ApplicantType.NON_US_IMG] = ~np.isnan(counted)
    begin[known] = counted[~np.isnan(counted)]
    rows = np.array([_first_choice(field, evidence) for field in fields])
    begin[np.isnan(rows)] = 0
    rows = np.nan_to_num(rows)
    rows *= active.sum() / rows.sum()
    least = np.where(known | (begin == 0), 0, readings.matched_to_first * matched)
    most = np.where(known | np.isnan(ranked), np.inf, np.fmax(ranked, least))
    for _ in range(_ROUNDS):
        begin = np.clip(_scaled(begin, known, active, 0), 0, most)
        begin = np.clip(_scaled(begin, known, rows, 1), least, most)
    return _scaled(begin, known, active, 0)


def _all_ranked(ranked: Numbers, second_year: Numbers) -> Numbers:
    """Those with a field anywhere on their list, nan where positions of the second year are left out of the count."""
    return np.where(second_year[:, None] > 0, np.nan, ranked)


def _scaled(table: Numbers, known: Marks, sums: Numbers, axis: int) -> Numbers:
    """The table with entries that are not known scaled, so that it has these sums along an axis."""
    left = np.maximum(sums - np.where(known, table, 0).sum(axis=axis), 0)
    free = np.where(known, 0, table).sum(axis=axis)
    factor = np.expand_dims(left / np.maximum(free, 1e-9), axis)
    return np.where(known, table, table * factor)


def _counted_first(field: str, evidence: Evidence) -> float:
    names = [f"{_CHARTING}{field}.{cohort}.people" for cohort in ("matched", "not-matched")]
    return sum(_or_nan(name, evidence) for name in names)


def _contiguous(field: str, evidence: Evidence) -> float:
    """Over those who matched and those who did not."""
    start, cohorts = f"{_CHARTING}{field}.", ("matched", "not-matched")
    people = np.array([_or_nan(f"{start}{cohort}.people", evidence) for cohort in cohorts])
    means = np.array([_or_nan(f"{start}{cohort}.ranks-mean", evidence) for cohort in cohorts])
    return float((people * means).sum() / people.sum())


def _invited(field: str, evidence: Evidence) -> float:
    """How many times as often US IMGs are invited in a field as others; programs of small fields differ by chance."""
    rates = [_or_nan(f"interview-rates.rate.{field}.{group}", evidence) for group in ("us-img", "non-us-img")]
    return float(np.clip(rates[0] / rates[1], 0.5, 3.0))


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
