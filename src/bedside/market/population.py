"""Who applies, and where: applicants by type and specialty with their applications, drawn once for a seed."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from bedside.market.applicant_types import TYPES
from bedside.market.drawing import application_lists
from bedside.market.numbers import Numbers, Whole
from bedside.market.parameters import MarketParameters
from bedside.market.published import Published
from bedside.market.tracks import Tracks

_SURGICAL = ("general-surgery", "neurological-surgery", "orthopaedic-surgery", "otolaryngology", "plastic-surgery")


@dataclass(frozen=True, slots=True, eq=False)
class Population:
    """Applicants sorted by first specialty, strongest file first; applications written one after another.

    Those of applicant `i` begin at `starts[i]`: first those to their own specialties, in the order they would like to
    go there, and from `preliminary[i]` on those for a preparatory year. `chosen` are the tracks, `strength` is how
    good a file is for its type in standard deviations, as far as it is the same every season. `person` is a number
    that stays the applicant's own under every policy, so that chance befalls them alike.
    """

    kind: NDArray[np.int8]
    first: Whole
    strength: Numbers
    person: NDArray[np.uint64]
    starts: Whole
    preliminary: Whole
    chosen: NDArray[np.uint16]

    def __len__(self) -> int:
        return len(self.kind)


def draw_population(tracks: Tracks, tables: Published, parameters: MarketParameters, seed: int) -> Population:
    """The applicants of one seed.

    1. For each field and type as many as ranked it first, times how many apply for one who ends with a list.
    2. A file's strength, in standard deviations. Sorted by field and strength.
    3. Weaker files add a second specialty more often, as many as had it on their lists without ranking it first.
    4. Who aims at positions that begin in the second year applies for preparatory years, and others fall back on
       them, as many as had them on their lists.
    5. How many applications, around the published means; where, with weights: IMGs go where IMGs are invited.
    """
    random = np.random.default_rng([seed, 1])
    kind, first = _who(tables, parameters, random)
    strength = _strength(kind, first, random)
    order = np.lexsort((-strength, first))
    kind, first, strength = kind[order], first[order], strength[order]
    second = _second(kind, first, strength, tables, parameters, random)
    years = _preparatory(kind, first, tracks, tables, random)
    wanted = _counts(kind, first, second, years, tables, tracks, random)
    fields = np.column_stack([first, second, *(np.where(years[:, n], field, -1) for n, field in _years(tables))])
    starts, preliminary, chosen = application_lists(
        kind, fields, wanted, tracks, tables.readings, int(random.integers(2**62))
    )
    return Population(
        kind=kind.astype(np.int8),
        first=first,
        strength=strength,
        person=random.integers(2**63, size=len(kind), dtype=np.uint64),
        starts=starts,
        preliminary=preliminary,
        chosen=chosen,
    )


def _who(tables: Published, parameters: MarketParameters, random: np.random.Generator) -> tuple[Whole, Whole]:
    counts = tables.first_choices * parameters.never
    whole = np.floor(counts + random.random(counts.shape)).astype(np.int64)
    first = np.repeat(np.arange(len(tables.fields)), whole.sum(axis=1))
    kind = np.concatenate([np.repeat(np.arange(len(TYPES)), row) for row in whole])
    return kind, first


def _strength(kind: Whole, first: Whole, random: np.random.Generator) -> Numbers:
    """Standard normal in each field and type: one from each of as many equal parts as there are people."""
    cell = first * len(TYPES) + kind
    order = np.lexsort((random.random(len(kind)), cell))
    sizes = np.bincount(cell)
    part = np.empty(len(kind))
    part[order] = np.arange(len(kind)) - (np.cumsum(sizes) - sizes)[cell[order]]
    part = np.clip((part + random.random(len(kind))) / sizes[cell], 1e-6, 1 - 1e-6)
    normal = NormalDist()
    return np.array([normal.inv_cdf(one) for one in part.tolist()])


def _second(
    kind: Whole,
    first: Whole,
    strength: Numbers,
    tables: Published,
    parameters: MarketParameters,
    random: np.random.Generator,
) -> Whole:
    """The second specialty, or -1."""
    second = np.full(len(kind), -1, dtype=np.int64)
    more = tables.ranked_after * parameters.beside
    unmatched = np.maximum(tables.first_choices - tables.matched, 0)
    unmatched = unmatched + tables.readings.anyone_adds * tables.first_choices
    for one in TYPES:
        of_type = np.flatnonzero(kind == one)
        adding = more[:, one]
        if not adding.any():
            continue
        weight = (unmatched[:, one] / np.maximum(tables.first_choices[:, one], 1))[first[of_type]]
        weight = weight * np.exp(-tables.readings.weaker_adds * strength[of_type])
        number = min(int(adding.sum()), int(np.count_nonzero(weight)))
        who = random.choice(of_type, number, False, np.asarray(weight / weight.sum()))
        where = random.choice(np.arange(len(adding)), number, True, np.asarray(adding / adding.sum()))
        second[who] = np.where(where == first[who], -1, where)
    return second


def _years(tables: Published) -> list[tuple[int, int]]:
    return list(enumerate(np.flatnonzero(tables.is_preliminary).tolist()))


def _preparatory(
    kind: Whole, first: Whole, tracks: Tracks, tables: Published, random: np.random.Generator
) -> NDArray[np.bool_]:
    """Who applies for which kind of preparatory year: those who will need one first, then those who fall back on it."""
    advanced = np.array([_advanced_share(field, tracks) for field in range(len(tables.fields))])
    readings = tables.readings
    needs = advanced[first] > readings.many_advanced
    surgical = np.isin(first, [tables.fields.index(name) for name in _SURGICAL if name in tables.fields])
    found = np.zeros((len(kind), len(_years(tables))), dtype=np.bool_)
    for number, field in _years(tables):
        falls_back = surgical if tables.fields[field].startswith("general-surgery") else ~surgical
        for one in TYPES:
            asked = tables.ranked[field, one]
            if np.isnan(asked):
                asked = readings.years_asked * tables.matched[field, one]
            need, rest = np.flatnonzero((kind == one) & needs), np.flatnonzero((kind == one) & ~needs & falls_back)
            beside = readings.surgical_year if tables.fields[field].startswith("general-surgery") else 1.0
            chance = min(readings.years_needed, beside * asked / max(len(need), 1))
            found[need, number] = random.random(len(need)) < chance
            left = max(asked - chance * len(need), 0)
            found[rest, number] = random.random(len(rest)) < min(readings.years_to_fall_back, left / max(len(rest), 1))
    return found


def _advanced_share(field: int, tracks: Tracks) -> float:
    here = tracks.field == field
    return float((tracks.positions * tracks.is_advanced)[here].sum() / max(tracks.positions[here].sum(), 1))


def _counts(
    kind: Whole,
    first: Whole,
    second: Whole,
    years: NDArray[np.bool_],
    tables: Published,
    tracks: Tracks,
    random: np.random.Generator,
) -> Whole:
    """How many applications to each of an applicant's fields, never more than it has tracks."""
    readings = tables.readings
    spread = readings.applications_apart
    own = tables.applications[kind] * np.exp(spread * random.standard_normal(len(kind)) - spread**2 / 2)
    own = own - readings.preparatory_applications * years.sum(axis=1)
    own = np.maximum(own, readings.fewest_applications)
    has_second = second >= 0
    second_share = np.where(has_second, readings.second_share, 0.0)
    parts = [own * (1 - second_share), own * second_share]
    parts += [np.where(years[:, number], readings.preparatory_applications, 0.0) for number in range(years.shape[1])]
    sizes = np.bincount(tracks.field, minlength=len(tables.fields))
    fields = [first, np.maximum(second, 0)]
    fields += [np.full(len(kind), field) for _, field in _years(tables)]
    return np.column_stack(
        [np.minimum(np.ceil(part), sizes[of]) for part, of in zip(parts, fields, strict=True)]
    ).astype(np.int64)
