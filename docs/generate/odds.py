"""The page that holds the odds model against its tables, and the pictures of the model card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bedside.evidence.library import load_evidence
from docs.generate.odds_charts import curves_chart, ranks_chart, rates_chart, scores_chart, years_chart
from docs.generate.odds_fit import CohortFit, cohort_fits, groups, rate_fits, slopes, year_fits

PAGE = Path("docs/reference/odds.md")
IMAGES = Path("docs/images")
_OPENING = """# The odds model against its tables

Every table the model was fitted to, beside what it makes of it. [The odds](../explanation/odds.md) says what the model
is, what it is for, and what it misses.
"""


def generate() -> dict[Path, str]:
    """The page, and a picture for each of its sections."""
    cohorts = tuple(cohort_fits())
    by_year = {group: year_fits(group) for group in groups()}
    pictures = {
        "odds-ranks": ranks_chart(cohorts),
        "odds-rates": rates_chart(rate_fits()),
        "odds-curves": curves_chart(("pediatrics", "family-medicine", "internal-medicine", "general-surgery")),
        "odds-years": years_chart(by_year),
        "odds-scores": scores_chart(slopes()),
    }
    lines = [_OPENING, *_ranks(cohorts), *_rates(), *_years(), *_scores()]
    return {PAGE: "\n".join(lines) + "\n", **{IMAGES / f"{name}.svg": text + "\n" for name, text in pictures.items()}}


def name_of(specialty: str) -> str:
    """A specialty as people call it."""
    return load_evidence().text(f"specialty.name.{specialty}")


def _ranks(cohorts: tuple[CohortFit, ...]) -> Iterator[str]:
    yield "## Contiguous ranks, 2026, non-US IMGs\n"
    yield "Published, and fitted in brackets. A cohort of fewer than 100 is marked: its table is mostly chance.\n"
    yield "| specialty | cohort | people | mean | standard deviation | quartiles |"
    yield "|---|---|---|---|---|---|"
    for one in cohorts:
        told, found = one.published.ranks, one.fitted
        people = f"{one.published.consenting:,}" + ("" if one.published.consenting >= 100 else " (few)")
        quartiles = " / ".join(f"{part:g}" for part in told.quartiles)
        fitted = " / ".join(f"{part:g}" for part in found.quartiles)
        yield (
            f"| {name_of(one.specialty)} | {'matched' if one.is_matched else 'did not match'} | {people} "
            f"| {told.mean:g} ({found.mean:.1f}) | {told.sd:g} ({found.sd:.1f}) | {quartiles} ({fitted}) |"
        )


def _rates() -> Iterator[str]:
    yield "\n## Match rates, and what they imply\n"
    yield (
        "“Left out” is the guess without the specialty's own table. “Any rank” is the chance of one from\n"
        "100 applications, which no table tells: it follows from how the lists are spread. Beside it stand everyone's\n"
        "ranks from 100 applications, and the interviews that the rates of the programs make of as many. Those rates\n"
        "are another source, which knows nothing of lists.\n"
    )
    yield "| specialty | people | published | fitted | left out | any rank | ranks | interviews by rates |"
    yield "|---|---|---|---|---|---|---|---|"
    for one in rate_fits():
        guessed = _percent(one.guessed) if one.guessed else "too few to try"
        yield (
            f"| {name_of(one.specialty)} | {one.people:,} | {one.published:.1%} | {_percent(one.fitted)} | {guessed} "
            f"| {_percent(one.any_rank)} | {_count(one.ranks)} | {_count(one.interviews)} |"
        )
    tried = [one for one in rate_fits() if one.guessed]
    errors = [abs(one.guessed[1] - one.published) for one in tried if one.guessed]
    held = sum(one.guessed[0] <= one.published <= one.guessed[2] for one in tried if one.guessed)
    constant = np.mean([abs(one.published - np.mean([other.published for other in tried])) for one in tried])
    yield (
        f"\nLeft out, the rate is missed by {100 * np.mean(errors):.1f} points on average, {100 * max(errors):.1f} at "
        f"most; one rate for all misses it by {100 * constant:.1f}. The 80 % interval holds {held} of {len(tried)}."
    )


def _years() -> Iterator[str]:
    yield "\n## Years\n"
    yield "Match rates of those with a list, and as guessed from the years beside each.\n"
    yield "| group | years | missed on average | missed at most | last year's rate misses on average |"
    yield "|---|---|---|---|---|"
    for group in groups():
        found = year_fits(group)
        errors = 100 * np.array([abs(one.guessed - one.published) for one in found])
        steps = 100 * np.abs(np.diff([one.published for one in found]))
        yield (
            f"| {group} | {found[0].year} to {found[-1].year} | {errors.mean():.1f} points | {errors.max():.1f} "
            f"| {steps.mean():.1f} |"
        )


def _scores() -> Iterator[str]:
    yield "\n## Step 2 CK\n"
    yield "How many times as many invitations go with ten more points: from the specialty's own means, and pooled.\n"
    yield "| specialty | average of all | own means | pooled, 80 % interval |"
    yield "|---|---|---|---|"
    for key, one in slopes().items():
        middle, sd = one.slope
        low, high = (np.exp(10 * (middle + sign * 1.2816 * sd)) for sign in (-1, 1))
        yield (
            f"| {name_of(key)} | {one.mean:.0f} | {np.exp(10 * one.alone[0]):.2f} "
            f"| {np.exp(10 * middle):.2f} ({low:.2f} to {high:.2f}) |"
        )


def _count(band: tuple[float, float, float] | None) -> str:
    return "not known" if band is None else f"{band[1]:.1f} ({band[0]:.1f} to {band[2]:.1f})"


def _percent(band: tuple[float, float, float]) -> str:
    low, middle, high = (100 * one for one in band)
    return f"{middle:.0f} % ({low:.0f} to {high:.0f})"
