"""What a list is worth, what each change of it would bring, and how its worth bends."""

from __future__ import annotations

import numpy as np

from bedside.targeting.portfolio.form import Form
from bedside.targeting.portfolio.statement.arrays import Numbers, Places

ENTRIES = 4_000_000
"""So many numbers are held at once where every exchange is looked at: 32 MB."""


def missed(form: Form, list_: Numbers) -> Numbers:
    """The chance that nothing at a level or above comes of the list: a row per scenario, a column per level.

    `list_` may hold fractions: 1 − Π(1 − chance) is continued as 1 − exp(−Σ logs · list), which is concave.
    """
    sums = np.empty((len(form.weights), len(form.steps)))
    for level, (begin, end) in enumerate(zip(form.begins, form.begins[1:], strict=False)):
        sums[:, level] = form.logs[:, begin:end] @ list_[begin:end]
    return np.exp(-np.cumsum(sums, axis=1))


def missed_by(form: Form, chosen: Places) -> Numbers:
    """As `missed`, for a list in columns."""
    sums = np.zeros((len(form.weights), len(form.steps)))
    levels = form.level[chosen]
    for level in np.unique(levels):
        sums[:, level] = form.logs[:, chosen[levels == level]].sum(axis=1)
    return np.exp(-np.cumsum(sums, axis=1))


def with_one(form: Form, nothing: Numbers, column: int, times: int = 1) -> Numbers:
    """What stays missed with one more option; with `times` −1, without one that was there."""
    changed = nothing.copy()
    changed[:, form.level[column] :] *= np.exp(-times * form.logs[:, column])[:, None]
    return changed


def worth(form: Form, nothing: Numbers) -> float:
    """Σ weights Σ levels step · (1 − missed)."""
    return float(form.weights @ ((1 - nothing) @ form.steps))


def value(form: Form, chosen: Places) -> float:
    """What a list, in columns, is worth."""
    return worth(form, missed_by(form, chosen))


def pull(form: Form, nothing: Numbers) -> Numbers:
    """What a unit of chance is worth in each scenario, at each level: weights · Σ steps · missed, from it down."""
    bent = form.weights[:, None] * (nothing * form.steps)
    return np.cumsum(bent[..., ::-1], axis=-1)[..., ::-1]


def gains(form: Form, nothing: Numbers) -> Numbers:
    """What each option would add to a list that leaves `nothing` missed."""
    return _by_level(form, pull(form, nothing), form.chance)


def slopes(form: Form, nothing: Numbers) -> Numbers:
    """The gradient of the continued worth."""
    return _by_level(form, pull(form, nothing), form.logs)


def without_each(form: Form, nothing: Numbers, chosen: Places) -> Numbers:
    """What stays missed when one of the chosen is left out: for each of them a table as that of `missed`."""
    kept = np.arange(len(form.steps)) >= form.level[chosen][:, None]
    return nothing * np.exp(form.logs[:, chosen].T[:, :, None] * kept[:, None, :])


def losses(form: Form, nothing: Numbers, chosen: Places) -> Numbers:
    """What the list loses with each of the chosen."""
    return ((without_each(form, nothing, chosen) - nothing) @ form.steps) @ form.weights


def swaps(form: Form, nothing: Numbers, chosen: Places) -> Numbers:
    """What leaving out one of the chosen (rows) for any option (columns) would change."""
    changes = np.empty((len(chosen), form.chance.shape[1]))
    at_once = max(1, ENTRIES // nothing.size)
    for first in range(0, len(chosen), at_once):
        freed = without_each(form, nothing, chosen[first : first + at_once])
        lost = ((freed - nothing) @ form.steps) @ form.weights
        pulls = pull(form, freed)
        for level, (begin, end) in enumerate(zip(form.begins, form.begins[1:], strict=False)):
            changes[first : first + at_once, begin:end] = pulls[:, :, level] @ form.chance[:, begin:end]
        changes[first : first + at_once] -= lost[:, None]
    return changes


def _by_level(form: Form, pulls: Numbers, chances: Numbers) -> Numbers:
    found = np.empty(chances.shape[1])
    for level, (begin, end) in enumerate(zip(form.begins, form.begins[1:], strict=False)):
        found[begin:end] = pulls[:, level] @ chances[:, begin:end]
    return found
