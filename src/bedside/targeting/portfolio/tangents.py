"""Lines above the worth of a list, scenario by scenario in groups, so that many of them together follow its bend."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bedside.targeting.portfolio.bound import Line
from bedside.targeting.portfolio.form import Form
from bedside.targeting.portfolio.statement.arrays import Numbers
from bedside.targeting.portfolio.value import missed, pull, slopes, worth

GROUPS = 8
"""More groups follow the worth more closely and make every step of the solver slower; 8 was quickest of 1 to 15."""


def tangent(form: Form, list_: Numbers) -> Line:
    """The tangent of the worth at a list, fractions allowed: base + each · x, nowhere below the worth."""
    nothing = missed(form, list_)
    each = slopes(form, nothing)
    return Line(worth(form, nothing) - float(each @ list_), each)


@dataclass(frozen=True, slots=True, eq=False)
class Tangents:
    """A tangent of each group's share of the worth: `base` has one number a group, `each` one row."""

    base: Numbers
    each: Numbers


def groups_of(form: Form, list_: Numbers) -> Numbers:
    """Which scenarios go together, as a table of zeros and ones: those with similar sums, so that they bend alike."""
    number = min(GROUPS, len(form.weights))
    order = np.argsort(form.logs @ list_, kind="stable")
    member = np.empty(len(order), dtype=np.intp)
    member[order] = np.arange(len(order)) * number // len(order)
    return np.asarray(np.arange(number)[:, None] == member, dtype=np.float64)


def tangents(form: Form, groups: Numbers, list_: Numbers) -> Tangents:
    """The tangents at a list, fractions allowed."""
    nothing = missed(form, list_)
    pulls = pull(form, nothing)
    each = np.empty((len(groups), len(list_)))
    for level, (begin, end) in enumerate(zip(form.begins, form.begins[1:], strict=False)):
        each[:, begin:end] = (groups * pulls[:, level]) @ form.logs[:, begin:end]
    shares = groups @ (form.weights * ((1 - nothing) @ form.steps))
    return Tangents(shares - each @ list_, each)
