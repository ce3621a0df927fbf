"""What of the applicant is counted in the odds: each thing once, with what it does to an invitation, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bedside.evidence.reason import Reason
from bedside.odds.effects import Effect

_ABOUT_NOTHING = 0.05


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing about the applicant: what it is, what it does, and on what it rests."""

    says: str
    does: str
    is_weak: bool
    because: tuple[Reason, ...]


def counted_of(effects: Iterable[Effect]) -> tuple[Counted, ...]:
    """The effects in their order; what is said alike in two specialties is said once."""
    said: dict[str, Counted] = {}
    for one in effects:
        said.setdefault(one.says, Counted(one.says, does_in_words(one), one.is_weak, one.because))
    return tuple(said.values())


def does_in_words(effect: Effect) -> str:
    """By how much the odds of each invitation are multiplied, with the range of about 8 in 10 cases."""
    low, middle, high = effect.times
    if max(abs(low - 1), abs(high - 1)) < _ABOUT_NOTHING:
        return "It changes about nothing."
    between = f"{_times(low)} to {_times(high)}"
    if _times(low) == _times(high):
        return f"The odds of each invitation are {_times(middle)} times as high."
    return f"The odds of each invitation are about {_times(middle)} times as high ({between})."


def _times(value: float) -> str:
    """Digits that say something: 0.51, 1.04, 1.5, 12; below 1.1 two places, since 1.0 would say nothing."""
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1.095 else f"{value:.2f}"
