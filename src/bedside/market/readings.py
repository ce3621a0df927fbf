"""What the season supposes where nothing is published, each a reading in the evidence with its reason."""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import log

from bedside.evidence.library import Evidence

START = "reading.market."
_FACTORS = ("made-up-sizes", "made-up-openness", "applications-apart", "weaker-adds")


@dataclass(frozen=True, slots=True)
class MarketReadings:
    """Each by the name of its figure: percents as parts of one, and factors between people or tracks as logarithms."""

    national_list: float
    made_up_positions: float
    made_up_sizes: float
    made_up_openness: float
    matched_to_first: float
    ranked_and_not_matched: float
    applications_apart: float
    fewest_applications: float
    second_share: float
    preparatory_applications: float
    weaker_adds: float
    anyone_adds: float
    many_advanced: float
    surgical_year: float
    years_asked: float
    years_needed: float
    years_to_fall_back: float
    follows_openness: float
    less_desired: float
    shared_taste: float
    wish_span: float
    shared_opinion: float
    file_stays: float
    favour_in_ranking: float
    openness_in_ranking: float
    most_interviews: float
    graduates_list: float


def market_readings(evidence: Evidence) -> MarketReadings:
    """As the evidence has them."""
    names = {field.name: field.name.replace("_", "-") for field in fields(MarketReadings)}
    return MarketReadings(**{field: _value(name, evidence) for field, name in names.items()})


def _value(name: str, evidence: Evidence) -> float:
    figure = evidence.find(f"{START}{name}")
    value = evidence.number(figure.name)
    if name in _FACTORS:
        return log(value)
    return value / 100 if figure.unit == "percent" else value
