"""Signals: how many may be sent, and what one goes with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from bedside.applicant.parts.applications import SignalSent
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.odds.effects import normal_of, ratio_of
from bedside.odds.numbers import Numbers, log_odds, standard_normals
from bedside.odds.specialty_model import REFERENCE
from bedside.programs.program import Listed

_MEASURED = ("effects.signal.us-graduates", "effects.signal.surgery-crowd")
_GOLD, _SILVER = "effects.signal.gold-anesthesiology", "effects.signal.silver-anesthesiology"
_TIER_SD = 0.3  # how far the step from silver to gold may be off, as a part of itself; no interval is published

_ROUNDED = 0.005  # rates are told in whole hundredths
_MOST_TIMES = 2.0  # a program's own rates are not believed beyond twice the usual effect


class Signal(IntEnum):
    """How an application is marked. Where a specialty has one kind of signal only, SILVER and GOLD are the same."""

    NONE = 0
    SILVER = 1
    GOLD = 2


def signal_sent(sent: SignalSent | None) -> Signal:
    """The signal of an application, as the odds call it."""
    return Signal.NONE if sent is None else Signal[sent.name]


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
    first = next(iter(evidence.starting_with("signals.")), None)
    oldest = int(first.name.split(".")[1]) if first else season + 1
    starts = (f"signals.{year}.{specialty}." for year in range(season, oldest - 1, -1))
    start = next((start for start in starts if evidence.starting_with(start)), None)
    if start is None:
        return SignalLimits(None, None, None, None, ())
    newest = int(start.split(".")[1])
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


def by_program(shifts: Numbers, programs: Sequence[Listed]) -> Numbers:
    """By program, signal and draw: the shifts of the specialty, made to suit each program.

    1. A program that takes no signals is not moved by one.
    2. Where it tells its interview rates with and without a signal, the effect lies halfway between that of its
       specialty and what these rates say: they are those of everyone who applied, and signals go where one has hope.
    """
    sent = shifts[Signal.SILVER :] - shifts[Signal.NONE]
    usual = float(sent.mean())
    own = [_own_effect(one) for one in programs]
    half = [1.0 if told is None or not usual else (1 + min(max(told / usual, 0), _MOST_TIMES)) / 2 for told in own]
    takes = [one.yes("signals") is not False for one in programs]
    found = np.repeat(shifts[None], len(programs), axis=0)
    found[:, Signal.SILVER :] = shifts[Signal.NONE] + sent * np.array(half)[:, None, None]
    return np.asarray(found * np.array(takes)[:, None, None])


def _own_effect(listed: Listed) -> float | None:
    """How far the log-odds with a signal are ahead, by the program's own rates; None where they are not told."""
    rates = [listed.number(f"interview-rate.{kind}") for kind in ("signal", "no-signal")]
    told = [one for one in rates if one is not None]
    if len(told) < len(rates):
        return None
    return float(np.subtract(*log_odds(np.clip(told, _ROUNDED, 1 - _ROUNDED))))


def signal_reasons(limits: SignalLimits, evidence: Evidence) -> tuple[Reason, ...]:
    """What the effect of signals rests on."""
    return (*limits.because, *evidence.cite(*_MEASURED, *((_GOLD, _SILVER) if limits.has_kinds else ())))
