"""The pictures of the model card, drawn with the shapes of every other chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from bedside.documents.charts.svg import WIDTH, area, box, circle, curve, picture, rule, text
from bedside.documents.tokens import LIGHT
from bedside.evidence.library import load_evidence
from bedside.odds.fitting.scores import ScoreSlope
from docs.generate.odds_fit import RANKS, CohortFit, RateFit, YearFit
from docs.generate.odds_fit import curve as curve_of

_LEFT, _RIGHT, _TOP, _ROW = 236, WIDTH - 16, 44, 24
_HALF = 6


def ranks_chart(cohorts: Sequence[CohortFit]) -> str:
    """Quartiles and means of ranks: published as a band with its median, fitted as an outline with its median."""
    most = 16.0
    shapes = [*_scale([0, 2, 4, 6, 8, 10, 12, 14, 16], most, len(cohorts), "{} ranks")]
    for at, one in enumerate(cohorts):
        y = _TOP + _ROW * at + 16
        shapes.append(
            text(0, y + 4, f"{_name(one.specialty)}, {'matched' if one.is_matched else 'not'}", LIGHT.ink, 12)
        )
        low, middle, high = (_x(part, most) for part in one.published.ranks.quartiles)
        shapes.append(box(low, y - _HALF, max(high - low, 2), 2 * _HALF, LIGHT.tint_strong))
        shapes.append(rule(middle, y - _HALF, middle, y + _HALF, LIGHT.ink, 2))
        low, middle, high = (_x(part, most) for part in one.fitted.quartiles)
        shapes.append(rule(low, y + _HALF + 3, high, y + _HALF + 3, LIGHT.amber, 2.4))
        shapes.append(rule(middle, y + _HALF - 1, middle, y + _HALF + 6, LIGHT.amber, 2.4))
        shapes.append(circle(_x(one.published.ranks.mean, most), y, 3.2, LIGHT.paper, LIGHT.ink))
        shapes.append(circle(_x(one.fitted.mean, most), y + _HALF + 3, 3, LIGHT.amber))
    title = "In cohorts of a hundred or more, quartiles lie within a rank of the published ones"
    says = "Quartiles and means of contiguous ranks by specialty: published as blue bands, fitted as amber lines below."
    legend = "blue band: published quartiles, with median and mean (ring); amber: fitted"
    return _chart(title, says, legend, shapes, len(cohorts))


def rates_chart(rates: Sequence[RateFit]) -> str:
    """Match rates: published as a ring, fitted as a dark band, left out as a light one."""
    shapes = [*_scale([0, 20, 40, 60, 80, 100], 100, len(rates), "{} %")]
    for at, one in enumerate(rates):
        y = _TOP + _ROW * at + 16
        shapes.append(text(0, y + 4, f"{_name(one.specialty)} ({one.people:,})", LIGHT.ink, 12))
        if one.guessed:
            low, _, high = (_x(100 * part, 100) for part in one.guessed)
            shapes.append(box(low, y - _HALF, high - low, 2 * _HALF, LIGHT.tint, LIGHT.line))
        low, _, high = (_x(100 * part, 100) for part in one.fitted)
        shapes.append(box(low, y - 3, max(high - low, 2), 6, LIGHT.amber))
        shapes.append(circle(_x(100 * one.published, 100), y, 4, LIGHT.paper, LIGHT.ink))
    held = sum(one.guessed[0] <= one.published <= one.guessed[2] for one in rates if one.guessed)
    tried = sum(one.guessed is not None for one in rates)
    title = f"Without its own table, {held} of {tried} match rates lie in the interval guessed"
    says = "Match rates of non-US IMGs by specialty: published, fitted, and guessed from the other specialties."
    return _chart(
        title, says, "ring: published; amber: fitted, 80 %; pale band: guessed without its table", shapes, len(rates)
    )


def curves_chart(specialties: Sequence[str]) -> str:
    """The chance of a match by contiguous ranks, with its interval; specialties in the order of their last chance."""
    bottom, left, right = _TOP + 260, 48, WIDTH - 150

    def at(ranks: float, part: float) -> tuple[float, float]:
        return left + (ranks - 1) / (len(RANKS) - 1) * (right - left), bottom - part * 250

    shapes = [rule(left, at(1, part)[1], right, at(1, part)[1], LIGHT.line) for part in (0, 0.25, 0.5, 0.75, 1)]
    shapes += [text(left - 8, at(1, part)[1] + 4, f"{part:.0%}", LIGHT.quiet, 12, anchor="end") for part in (0, 0.5, 1)]
    shapes += [text(at(one, 0)[0], bottom + 18, str(one), LIGHT.quiet, 12, anchor="middle") for one in RANKS]
    place = 0.0
    for colour, specialty in zip(LIGHT.series, specialties, strict=False):
        bands = curve_of(specialty)
        low = [at(rank, one[0]) for rank, one in zip(RANKS, bands, strict=True)]
        high = [at(rank, one[2]) for rank, one in zip(RANKS, bands, strict=True)]
        shapes.append(f'<g opacity="0.18">{area([*high, *reversed(low)], colour)}</g>')
        line = [at(rank, one[1]) for rank, one in zip(RANKS, bands, strict=True)]
        place = max(line[-1][1] + 4, place + 16)
        shapes += [curve(line, colour), text(right + 8, place, _name(specialty), colour, 12, 600)]
    title = "The first ranks count most, and a rank is worth more in some specialties"
    says = "Fitted chance of a match by the number of contiguous ranks in four specialties, each with an 80 % interval."
    heading = [text(0, 16, title, LIGHT.ink, 15, 600), text(left, bottom + 38, "contiguous ranks", LIGHT.quiet, 12)]
    return picture(bottom + 48, title, says, [_paper(bottom + 48), *heading, *shapes])


def years_chart(by_year: Mapping[str, Sequence[YearFit]]) -> str:
    """Match rates by year, published and guessed from the years beside each."""
    bottom, left, right = _TOP + 220, 48, WIDTH - 110
    years = [one.year for one in next(iter(by_year.values()))]

    def at(year: int, part: float) -> tuple[float, float]:
        across = (year - years[0]) / (years[-1] - years[0]) * (right - left)
        return left + across, bottom - (part - 0.35) / 0.4 * 210

    shapes = [
        rule(left, at(years[0], part)[1], right, at(years[0], part)[1], LIGHT.line)
        for part in np.arange(0.4, 0.76, 0.1)
    ]
    shapes += [
        text(left - 8, at(years[0], part)[1] + 4, f"{part:.0%}", LIGHT.quiet, 12, anchor="end")
        for part in np.arange(0.4, 0.76, 0.1)
    ]
    shapes += [text(at(one, 0)[0], bottom + 18, str(one), LIGHT.quiet, 12, anchor="middle") for one in years[::4]]
    for colour, (group, found) in zip((LIGHT.blue, LIGHT.brick), by_year.items(), strict=True):
        shapes.append(curve([at(one.year, one.guessed) for one in found], colour, 1.4))
        shapes += [circle(*at(one.year, one.published), 3.4, LIGHT.paper, colour) for one in found]
        name = {"us-img": "US IMGs", "non-us-img": "non-US IMGs"}[group]
        shapes.append(text(right + 10, at(years[0], found[-1].published)[1] + 4, name, colour, 12, 600))
    title = "A year is guessed from its neighbours within about two points"
    says = "Match rates of IMGs with a list by year: published as rings, guessed from the years beside as a line."
    heading = [
        text(0, 16, title, LIGHT.ink, 15, 600),
        text(left, bottom + 38, "ring: published; line: guessed", LIGHT.quiet, 12),
    ]
    return picture(bottom + 48, title, says, [_paper(bottom + 48), *heading, *shapes])


def scores_chart(slopes: Mapping[str, ScoreSlope]) -> str:
    """Ratios of invitations by ten points of Step 2 CK: own means as a ring, pooled as a band."""
    least, most = 0.6, 2.6

    def x(ratio: float) -> float:
        return _x(np.log(ratio / least), float(np.log(most / least)))

    shapes = []
    foot = _TOP + _ROW * len(slopes) + 8
    for ratio in (0.75, 1, 1.5, 2, 2.5):
        colour = LIGHT.quiet if ratio == 1 else LIGHT.line
        shapes += [
            rule(x(ratio), _TOP, x(ratio), foot, colour),
            text(x(ratio), foot + 16, f"× {ratio:g}", LIGHT.quiet, 12, anchor="middle"),
        ]
    for at, (key, one) in enumerate(slopes.items()):
        y = _TOP + _ROW * at + 16
        middle, sd = one.slope
        low, high = (float(np.exp(10 * (middle + sign * 1.2816 * sd))) for sign in (-1, 1))
        shapes.append(text(0, y + 4, _name(key), LIGHT.ink, 12))
        shapes.append(box(x(low), y - 4, x(high) - x(low), 8, LIGHT.tint_strong))
        shapes.append(rule(x(float(np.exp(10 * middle))), y - 6, x(float(np.exp(10 * middle))), y + 6, LIGHT.accent, 2))
        shapes.append(circle(x(float(np.exp(10 * one.alone[0]))), y, 4, LIGHT.paper, LIGHT.ink))
    title = "Ten points of Step 2 CK go with half as many invitations again, but not everywhere"
    says = "How many times as many invitations go with ten more points of Step 2 CK, by specialty."
    return _chart(title, says, "ring: from its own means; band: pooled, 80 %", shapes, len(slopes))


def _chart(title: str, says: str, legend: str, shapes: Sequence[str], rows: int) -> str:
    height = _TOP + _ROW * rows + 56
    heading = [text(0, 16, title, LIGHT.ink, 15, 600), text(0, height - 10, legend, LIGHT.quiet, 12)]
    return picture(height, title, says, [_paper(height), *heading, *shapes])


def _paper(height: float) -> str:
    return box(0, 0, WIDTH, height, LIGHT.paper, corner=0)


def _scale(marks: Sequence[float], most: float, rows: int, words: str) -> list[str]:
    foot = _TOP + _ROW * rows + 8
    lines = [rule(_x(one, most), _TOP, _x(one, most), foot, LIGHT.line) for one in marks]
    return lines + [
        text(_x(one, most), foot + 16, words.format(one), LIGHT.quiet, 12, anchor="middle") for one in marks
    ]


def _x(value: float, most: float) -> float:
    return float(_LEFT + value / most * (_RIGHT - _LEFT - 16))


def _name(specialty: str) -> str:
    return load_evidence().text(f"specialty.name.{specialty}")
