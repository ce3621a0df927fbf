"""The charts of the odds: three chances as bands, and the way from programs to a match."""

from __future__ import annotations

from bedside.documents.blocks import Chart
from bedside.documents.charts.chances.bands import Band, chance_bands
from bedside.documents.charts.chances.funnel import FunnelStep, funnel_chart, left_in_words
from bedside.documents.tokens import LIGHT, Theme
from bedside.odds.results import Estimate, Odds

WHAT_THEY_ARE = (
    ("At least one interview", "from any program of the list"),
    ("A match, given a rank", "of those with at least one rank, as the NRMP counts"),
    ("A match, if you apply", "of all who apply like this, also those without an interview"),
)
"""Each of the three chances, and what it is a share of."""

PROGRAMS, PEOPLE = "Programs", "Of 100 people who apply like this"


def chances_chart(odds: Odds, theme: Theme = LIGHT) -> Chart | None:
    """The three chances as bands; without a middle where there is no single number."""
    found = (odds.any_interview, odds.match_given_rank, odds.match)
    rows = tuple(
        Band(title, one.low, _middle(one, odds), one.high, of)
        for (title, of), one in zip(WHAT_THEY_ARE, found, strict=True)
        if one is not None
    )
    return chance_bands(rows, theme)


def way_chart(odds: Odds, theme: Theme = LIGHT) -> Chart | None:
    """Programs and the interviews they lead to; people, those of them with an interview, and those who match."""
    if odds.any_interview is None or odds.match is None:
        return None
    found, programs = all_interviews(odds), float(odds.programs)
    steps = (
        FunnelStep("Programs applied to", programs, programs, programs, programs, PROGRAMS),
        FunnelStep("Interviews expected", found.low, _middle(found, odds), found.high, programs, PROGRAMS),
        FunnelStep("All who apply", 100.0, 100.0, 100.0, 100.0, PEOPLE),
        _people("With an interview, so a rank", odds.any_interview, odds),
        _people("Matched", odds.match, odds),
    )
    return funnel_chart(steps, theme, f"{PEOPLE}, {left_in_words(steps[-1]).removesuffix(' of 100')} match")


def all_interviews(odds: Odds) -> Estimate:
    """The interviews of all specialties, added end by end, so that the range is rather too wide than too narrow."""
    ends = (sum(getattr(one.interviews, end) for one in odds.specialties) for end in ("low", "middle", "high"))
    return Estimate(*ends)


def _people(title: str, one: Estimate, odds: Odds) -> FunnelStep:
    """People of a hundred, rounded outwards as the chances are, so that both say the same."""
    low, high = one.percents
    middle = _middle(one, odds)
    return FunnelStep(title, low, None if middle is None else 100 * middle, high, 100.0, PEOPLE)


def _middle(one: Estimate, odds: Odds) -> float | None:
    return None if odds.leans_on else one.middle
