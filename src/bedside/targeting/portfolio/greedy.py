"""A good list quickly: the best next option until nothing fits, then exchanges of one for another while they help."""

from __future__ import annotations

import numpy as np

from bedside.targeting.portfolio.form import Form
from bedside.targeting.portfolio.problem import Places
from bedside.targeting.portfolio.room import Room
from bedside.targeting.portfolio.value import gains, missed_by, swaps, value

WORTHWHILE = 1e-12
"""An exchange that brings less than this is rounding."""
ROUNDS = 200


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
        nothing = nothing * np.exp(-form.logs[:, best])[:, None] ** _counted(form, best)


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

    1. What each exchange of one of the list for one outside changes is computed at once, for all pairs.
    2. Of those that keep to every limit, the best is made.
    3. What still fits is added.
    4. This is repeated until no exchange helps.
    """
    for _ in range(ROUNDS):
        chosen = filled(form, chosen)
        pair = _best_swap(form, chosen)
        if pair is None:
            return chosen
        chosen = np.append(np.delete(chosen, pair[0]), pair[1])
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


def _best_swap(form: Form, chosen: Places) -> tuple[int, int] | None:
    if not len(chosen):
        return None
    changes = swaps(form, missed_by(form, chosen), chosen)
    changes[:, chosen] = -1.0
    out, into = np.nonzero(changes > WORTHWHILE)
    able = Room(form, chosen, whole=True).allows_swaps(chosen[out], into)
    out, into = out[able], into[able]
    if not len(out):
        return None
    best = int(np.argmax(changes[out, into]))
    return int(out[best]), int(into[best])


def _counted(form: Form, column: int) -> Places:
    """1 at the levels an option counts at: its own, and those below."""
    return np.asarray(np.arange(len(form.steps)) >= form.level[column], dtype=np.intp)


def best_quickly(form: Form) -> Places:
    """The better of the lists by gain and by gain per dollar, after exchanges; lower ends may not be kept yet."""
    begun = first_pinned(form)
    ways = (False, True) if np.isfinite(form.budget) else (False,)
    lists = [built(form, begun, per_dollar=way) for way in ways]
    better = [exchanged(form, one) if form.keeps(one) else one for one in lists]
    return max(better, key=lambda one: (form.keeps(one), value(form, one)))
