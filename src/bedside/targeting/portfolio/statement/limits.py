"""What a list has to keep to: money, numbers, signals, a mix of types, places, pins, and days for interviews."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignalLimit:
    """At most so many signals of one kind (1 silver, 2 gold), in one specialty or in all of them (None)."""

    signal: int
    at_most: int
    specialty: int | None = None


@dataclass(frozen=True, slots=True)
class Mix:
    """Shares of the types of program, by the number of the type; they sum to 1.

    As a rule it holds: with a count, the list has exactly that many programs, shared out by largest remainder; without
    one, every type is within one program of its share. `by_specialty` asks for it in each specialty, with the counts
    of `Limits.counts`.
    """

    shares: tuple[float, ...]
    by_specialty: bool = False


@dataclass(frozen=True, slots=True)
class PlaceShare:
    """Of the programs on the list at least and at most these shares in these places."""

    places: frozenset[int]
    at_least: float = 0.0
    at_most: float = 1.0
    name: str = "places"


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit there is; None or nothing means no such limit.

    `count` is the most programs in all, `counts` the most of a specialty (pairs of its number and the most);
    `interview_days` the most interviews that are expected. Pins name programs.
    """

    budget: float | None = None
    count: int | None = None
    counts: tuple[tuple[int, int], ...] = ()
    signals: tuple[SignalLimit, ...] = ()
    mix: Mix | None = None
    places: tuple[PlaceShare, ...] = ()
    pinned_in: frozenset[int] = frozenset()
    pinned_out: frozenset[int] = frozenset()
    interview_days: float | None = None
