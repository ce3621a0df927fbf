"""Signals: how many may be sent, and what one goes with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.odds.effects import normal_of, ratio_of
from bedside.odds.numbers import Numbers, log_odds, standard_normals
from bedside.odds.specialty_model import REFERENCE

_MEASURED = ("effects.signal.us-graduates", "effects.signal.surgery-crowd")
_GOLD, _SILVER = "effects.signal.gold-anesthesiology", "effects.signal.silver-anesthesiology"
_TIER_SD = 0.3  # how far the step from silver to gold may be off, as a part of itself; no interval is published


class Signal(IntEnum):
    """How an application is marked. Where a specialty has one kind of signal only, SILVER and GOLD are the same."""

    NONE = 0
    SILVER = 1
    GOLD = 2


@dataclass(frozen=True, slots=True)
class SignalLimits:
    """How many signals a specialty allows; None where it is not known, and where there are no kinds.

    `season` is the one the numbers were published for, which may be before the one asked for; None where none was.
    """

    season: int | None
    total: int | None
    gold: int | None
    silver: int | None
    because: tuple[Reason, ...]

    @property
    def has_kinds(self) -> bool:
        """Whether gold and silver are told apart."""
        return self.gold is not None


def signal_limits(specialty: str, season: int, evidence: Evidence) -> SignalLimits:
    """The limits of a season (the year of the Match), or of the newest one before it that was published."""
    names = [figure.name.split(".") for figure in evidence.starting_with("signals.")]
    published = {int(year) for _, year, key, _ in names if key == specialty and int(year) <= season}
    if not published:
        return SignalLimits(None, None, None, None, ())
    newest = max(published)
    start = f"signals.{newest}.{specialty}."
    figures = {figure.name.removeprefix(start): figure for figure in evidence.starting_with(start)}
    numbers = {kind: int(one.value) for kind, one in figures.items() if isinstance(one.value, int)}
    because = evidence.cite(*(one.name for one in figures.values()))
    return SignalLimits(newest, numbers.get("total"), numbers.get("gold"), numbers.get("silver"), because)


def signal_shifts(limits: SignalLimits, evidence: Evidence, draws: int) -> Numbers:
    """By signal and draw: what is added to the log-odds of an invitation.

    Rates and lists are those of people who send signals, so an application without one lies below the average by as
    much as those with one lie above; all zeros where no limit is known.
    """
    if not limits.total:
        return np.zeros((len(Signal), draws))
    normals = standard_normals("signals", draws, 2)
    sizes = np.array([ratio_of(name, evidence) for name in _MEASURED])
    middle, sd = sizes[:, 0].mean(), sizes[:, 1].max()
    sent = np.maximum(normal_of((middle, sd), normals[:, 0]), 0)
    share = min(limits.total / REFERENCE, 0.5)
    unsent = -np.log1p(share * np.expm1(sent))
    silver, gold = sent, sent
    if limits.gold is not None:
        chances = np.array([evidence.number(_GOLD), evidence.number(_SILVER)]) / 100
        step = float(np.subtract(*log_odds(chances))) * np.clip(1 + _TIER_SD * normals[:, 1], 0, 2)
        silver = np.maximum(sent - step * limits.gold / limits.total, 0)
        gold = silver + step
    return np.array([unsent, unsent + silver, unsent + gold])


def signal_reasons(limits: SignalLimits, evidence: Evidence) -> tuple[Reason, ...]:
    """What the effect of signals rests on."""
    return (*limits.because, *evidence.cite(*_MEASURED, *((_GOLD, _SILVER) if limits.has_kinds else ())))
