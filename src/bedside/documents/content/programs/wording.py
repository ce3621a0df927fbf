"""How what is claimed of a program is worded: values by their field, and where and when a claim was said."""

from __future__ import annotations

from bedside.documents.wording import in_short
from bedside.programs.claim import Claim
from bedside.programs.field import FIELDS, Value, ValueKind
from bedside.programs.program import Listed, Season, Track, TrackKind

_UNITS = {ValueKind.MONTHS: ("month", "months"), ValueKind.YEARS: ("year", "years")}
_UNITS |= {ValueKind.ATTEMPTS: ("attempt", "attempts")}

_WHOLE_PERCENTS = 0.01  # what rates are published in, where nothing else is said

KINDS_OF_TRACK = {
    TrackKind.CATEGORICAL: "categorical",
    TrackKind.PRIMARY_CARE: "primary care",
    TrackKind.PRELIMINARY: "preliminary",
    TrackKind.ADVANCED: "advanced",
    TrackKind.RESERVED: "reserved for physicians trained before",
}


def in_words(field: str, value: Value, rounded_to: float | None = None) -> str:
    """A value as people read it: “yes”, “3 years”, “12 %”; a rate rounded to 0 is “under 0.5 %”, never zero.

    A limit that is False is one that the source says is not set.
    """
    kind = FIELDS[field].kind
    if isinstance(value, bool):
        return "yes" if value else "no" if kind is ValueKind.YES_NO else "no limit"
    if isinstance(value, str):
        return value
    if kind in (ValueKind.RATE, ValueKind.SHARE):
        return _percent(value, rounded_to or (_WHOLE_PERCENTS if kind is ValueKind.RATE else None))
    if kind in _UNITS:
        one, many = _UNITS[kind]
        return f"{value:g} {one if value == 1 else many}"
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"


def claim_in_words(claim: Claim) -> str:
    """The value of a claim."""
    return in_words(claim.field, claim.value, claim.stated.rounded_to)


def said_by(claim: Claim) -> str:
    """Who said it and when: “FREIDA, 28 March 2025, row 7”, or “day not known”."""
    day = in_short(claim.said_on) if claim.said_on else "day not known"
    return ", ".join(part for part in (claim.origin.title, day, claim.place) if part)


def positions_in_words(listed: Listed) -> str:
    """The positions of the newest season by kind: “12 categorical, 4 preliminary in 2025”; empty where untold."""
    offered = [f"{count} {KINDS_OF_TRACK[kind]}" for kind in TrackKind if (count := listed.offered.get(kind, 0))]
    return f"{', '.join(offered)} in {listed.match_year}" if offered and listed.match_year else ""


def season_in_words(season: Season) -> str:
    """Positions of one Match: “12 of 14 filled”, or “14 offered” where the source does not tell."""
    return f"{season.offered} offered" if season.filled is None else f"{season.filled} of {season.offered} filled"


def track_in_words(track: Track) -> str:
    """A track by its label and kind."""
    return f"{track.label or 'Track'} ({KINDS_OF_TRACK[track.kind]})"


def _percent(part: float, rounded_to: float | None) -> str:
    if rounded_to and part <= 0:
        return f"under {_plain(rounded_to * 50)} %"
    return f"{_plain(part * 100)} %"


def _plain(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
