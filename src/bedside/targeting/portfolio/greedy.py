"""A good list quickly: the best next option until nothing fits, then exchanges of one for another while they help."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bedside.targeting.portfolio.form import Form
from bedside.targeting.portfolio.room import Room
from bedside.targeting.portfolio.statement.arrays import Places
from bedside.targeting.portfolio.value import gains, missed_by, swaps, value, with_one, worth

WORTHWHILE = 1e-12
"""An exchange that brings less than this is rounding."""
ROUNDS = 200
MANY = 200
AT_ONCE = 100
"""So many of the best exchanges are tried before all are computed again."""


def built(form: Form, begun: Places, *, per_dollar: bool) -> Places:
    """The list that grows from `begun`.

    1. Of the options that fit, the one with the largest gain is taken, or the largest gain per dollar it adds.
    2. This is repeated until none fits.
    Lower ends above 0 are not looked at; the caller asks whether they are kept.
    """
    room, chosen, nothing = Room(form, begun, whole=False), begun.tolist(), missed_by(form, begun)
    while True:
        able = room.fits()
        if not able.any():
            return np.array(chosen, dtype=np.intp)
        gain = gains(form, nothing)
        score = gain / np.maximum(room.dearer_by(), 1e-9) if per_dollar else gain
        best = int(np.argmax(np.where(able, score, -1.0)))
        room.add(best)
        chosen.append(best)
        nothing = with_one(form, nothing, best)


def first_pinned(form: Form) -> Places:
    """The best option of every program that has to be on the list; without a signal where that is what there is."""
    gain = gains(form, missed_by(form, np.array([], dtype=np.intp)))
    room, chosen = Room(form, np.array([], dtype=np.intp), whole=False), []
    for program in np.flatnonzero(form.required):
        of_it = np.flatnonzero((form.program == program) & room.fits())
        if len(of_it):
            best = int(of_it[np.argmax(gain[of_it])])
            room.add(best)
            chosen.append(best)
    return np.array(chosen, dtype=np.intp)


def exchanged(form: Form, chosen: Places) -> Places:
    """The list after exchanges, which keeps to every limit if it did before.

    1. What still fits is added.
    2. What each exchange of one of the list for one outside changes is computed at once, for all pairs.
    3. From the best down, each that still helps after those before it, and keeps to every limit, is made.
    4. This is repeated until no exchange helps.
    """
    for _ in range(ROUNDS):
        chosen = filled(form, chosen)
        after = _after_swaps(form, chosen)
        if after is None:
            break
        chosen = after
    return chosen


def filled(form: Form, chosen: Places) -> Places:
    """The list with whatever still fits beside it, the best first."""
    room, nothing = Room(form, chosen, whole=True), missed_by(form, chosen)
    while (able := room.fits()).any():
        best = int(np.argmax(np.where(able, gains(form, nothing), -1.0)))
        room.add(best)
        chosen = np.append(chosen, best)
        nothing = missed_by(form, chosen)
    return chosen


def _after_swaps(form: Form, chosen: Places) -> Places | None:
    """The list after the exchanges that help, each looked at again when its turn comes; None where none does."""
    if not len(chosen):
        return None
    nothing = missed_by(form, chosen)
    changes = swaps(form, nothing, chosen)
    changes[:, chosen] = -1.0
    places, into = np.nonzero(changes > WORTHWHILE)
    able = Room(form, chosen, whole=True).allows_swaps(chosen[places], into)
    places, into = places[able], into[able]
    if not len(places):
        return None
    reached = worth(form, nothing)
    now = chosen.copy()
    for pair in np.argsort(-changes[places, into], kind="stable")[:AT_ONCE]:
        place, column = places[pair], int(into[pair])
        if now[place] != chosen[place] or not Room(form, now, whole=True).allows_swaps(now[[place]], into[[pair]])[0]:
            continue
        tried = with_one(form, with_one(form, nothing, int(now[place]), -1), column)
        if worth(form, tried) > reached + WORTHWHILE:
            now[place], nothing, reached = column, tried, worth(form, tried)
    return None if (now == chosen).all() else now


def best_quickly(form: Form, ways: Sequence[bool] | None = None) -> Places:
    """The better of the lists by gain and by gain per dollar, after exchanges; lower ends may not be kept yet.

    With many options only the better of the two is exchanged: there they end at the same worth, or nearly. `ways` says
    whether to go by gain (False), by gain per dollar (True), or by both; without it by both where there is a budget.
    """
    begun = first_pinned(form)
    ways = ways or ((False, True) if np.isfinite(form.budget) else (False,))
    lists = sorted((built(form, begun, per_dollar=way) for way in ways), key=lambda one: _rank(form, one))
    if len(form.program) > MANY:
        lists = lists[-1:]
    better = [exchanged(form, one) if form.keeps(one) else one for one in lists]
    return max(better, key=lambda one: _rank(form, one))


def better_way(form: Form) -> bool:
    """Whether gain per dollar gives the better list than gain alone."""
    if not np.isfinite(form.budget):
        return False
    begun = first_pinned(form)
    by_gain, by_dollar = (_rank(form, built(form, begun, per_dollar=way)) for way in (False, True))
    return by_dollar > by_gain


def _rank(form: Form, chosen: Places) -> tuple[bool, float]:
    return form.keeps(chosen), value(form, chosen)
