"""What limits mean for whole programs: how many fit, what follows for each kind of program, and a list to begin with.

Programs that no limit tells apart are one kind, and only how many of each kind are taken decides whether most limits
hold. That is a problem of a few dozen whole numbers, which the solver answers in milliseconds. What it finds impossible
is impossible; what it finds possible is tried against the limits it does not see: signals, and days for interviews.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linprog

from bedside.targeting.portfolio.form import NEAR, Form, Truths
from bedside.targeting.portfolio.relaxation import matrix_of
from bedside.targeting.portfolio.statement.arrays import Numbers, Places

SORTS = 12
"""A limit that tells more sorts of programs apart than this, such as days for interviews, is not one of kinds."""
MOST_KINDS = 200
SECONDS = 0.5
INFEASIBLE = 2
_EXACTLY = {"mip_rel_gap": 1e-6, "primal_feasibility_tolerance": 1e-10}
FITS = "what fits"
"""The name of the limits that are added here."""


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """`rows` are the limits that tell kinds apart. `member` has an option of every program that may be on the list, and
    `kind` its kind; `sample` and `price` are a program's option, and the least price, of each kind."""

    form: Form
    rows: Places
    charges: Places
    member: Places
    kind: Places
    sample: Places
    price: Numbers

    @property
    def needed(self) -> Truths:
        """Which of the members have to be on the list."""
        return self.form.required[self.form.program[self.member]]


def kinds_of(form: Form) -> Kinds | None:
    """The kinds of programs; None where there are too many for this to be quick."""
    rows, charges = _of_kinds(form, form.table), _of_kinds(form, form.units)
    beside = np.delete(form.table, rows, axis=0).sum(axis=0)
    able = form.groups[form.allowed[form.groups]]
    ordered = able[np.lexsort((beside[able], form.program[able]))]
    member = ordered[np.flatnonzero(np.diff(form.program[ordered], prepend=-1))]
    sorts = np.vstack([form.table[rows][:, member], form.units[charges][:, member]])
    if not len(member):
        return None
    if not len(sorts):
        sorts = np.zeros((1, len(member)))
    _, first, kind = np.unique(sorts, axis=1, return_index=True, return_inverse=True)
    kind = kind.reshape(-1)
    if len(first) > MOST_KINDS:
        return None
    price = np.full(len(first), np.inf)
    np.minimum.at(price, kind, _least_price(form)[form.program[member]])
    return Kinds(form, rows, charges, member, kind, member[first], price)


def tightened(form: Form) -> Form | None:
    """The limits with what follows from them for whole programs; None where no list keeps to them.

    1. The most programs of any list are found.
    2. Of programs that may be a share of the list, so many are at most on it as that share of the most, rounded down.
    No list is lost by this; lists with parts of programs are, which makes the bound lower.
    """
    kinds = kinds_of(form)
    if kinds is None or not (np.isfinite(form.budget) or _has_shares(form.table[kinds.rows])):
        return form
    found = _most_of(kinds)
    if found is None:
        return form
    if found < 0:
        return None
    added = [(np.ones(len(form.program)), float(found)), *_shares_of(form, kinds, found)]
    table = np.vstack([form.table, *(row for row, _ in added)])
    none, most = np.full(len(added), -np.inf), np.array([most for _, most in added])
    names = (*form.names, *(FITS for _ in added))
    at_least, at_most = np.append(form.at_least, none), np.append(form.at_most, most)
    return replace(form, names=names, table=table, at_least=at_least, at_most=at_most)


def begun(form: Form, line: Numbers) -> tuple[Places | None, bool]:
    """A list that keeps to every limit, good by `line`, and whether it is certain that there is one, or none.

    Of each kind so many are taken, the best of it first. Money is only seen in how many programs fit at most.
    First with parts of programs, rounded down, because that is quicker; in whole ones where a limit needs it.
    """
    tight = form if FITS in form.names else tightened(form)
    if tight is None:
        return None, True
    kinds = kinds_of(replace(tight, budget=np.inf))
    if kinds is None:
        return None, False
    for whole in (False, True):
        many, certain = _solved(kinds, line, whole=whole)
        if many is None:
            return None, certain
        chosen = _best_of_kinds(kinds, line, np.floor(many + NEAR))
        if form.keeps(chosen):
            return chosen, True
    return None, False


def _best_of_kinds(kinds: Kinds, line: Numbers, many: Numbers) -> Places:
    """So many of each kind, in columns."""
    ranked = _ranked(kinds, line)
    place = np.arange(len(ranked)) - np.searchsorted(kinds.kind[ranked], kinds.kind[ranked])
    return np.sort(kinds.member[ranked[place < many[kinds.kind[ranked]]]])


def _least_price(form: Form) -> Numbers:
    """The price of the cheapest option of each program."""
    price = np.full(form.programs, np.inf)
    np.minimum.at(price, form.program[form.allowed], form.price[form.allowed])
    return price


def _of_kinds(form: Form, table: Numbers) -> Places:
    """The rows that are the same for all options of a program, and tell few sorts of programs apart."""
    sizes = np.diff(form.heads, append=len(form.groups))
    alike = (table[:, form.groups] == np.repeat(table[:, form.groups[form.heads]], sizes, axis=1)).all(axis=1)
    few = [len(np.unique(row)) <= SORTS for row in table]
    return np.flatnonzero(alike & np.array(few, dtype=bool))


def _has_shares(table: Numbers) -> bool:
    return bool((table < 0).any())


def _most_of(kinds: Kinds) -> int | None:
    """The most programs of any list; −1 where no list keeps to the limits, None where that is not known."""
    taken, certain = _solved(kinds, np.ones(len(kinds.form.program)), whole=not np.isfinite(kinds.form.budget))
    return None if not certain else -1 if taken is None else int(np.floor(taken.sum() + NEAR))


def _shares_of(form: Form, kinds: Kinds, most: int) -> list[tuple[Numbers, float]]:
    """Of v·n ≤ u with the sum of n at most `most`, the n with the highest v is whole, and no more than
    (u − least·most) / (high − least)."""
    found = []
    for row in kinds.rows:
        each = form.table[row]
        high, least = float(each.max()), float(each.min())
        if not least < 0 < high:
            continue
        if np.isfinite(form.at_most[row]):
            found.append(((each == high) * 1.0, _whole((form.at_most[row] - least * most) / (high - least))))
        if np.isfinite(form.at_least[row]):
            found.append(((each == least) * 1.0, _whole((high * most - form.at_least[row]) / (high - least))))
    return found


def _whole(number: float) -> float:
    return float(np.floor(number + NEAR))


def _ranked(kinds: Kinds, line: Numbers) -> Places:
    """Members kind by kind, those that have to be on the list first, then by `line`."""
    return np.lexsort((-line[kinds.member], ~kinds.needed, kinds.kind))


def _parts(kinds: Kinds, line: Numbers) -> list[Places]:
    """Members in parts of one kind each: those that have to be on the list, then 1, 1, 2, 4, 8 … of the best others.

    So every number of a kind is a sum of parts, and the solver sees how little further ones add.
    """
    ranked = _ranked(kinds, line)
    cuts = np.flatnonzero(np.diff(kinds.kind[ranked])) + 1
    parts = []
    for of_kind in np.split(ranked, cuts):
        needed = int(kinds.needed[of_kind].sum())
        ends = [0, needed, *(needed + 2**step for step in range(len(of_kind).bit_length()))]
        ends = [min(end, len(of_kind)) for end in ends]
        parts += [part for part in np.split(of_kind, ends) if len(part)]
    return parts


def _solved(kinds: Kinds, line: Numbers, *, whole: bool) -> tuple[Numbers | None, bool]:
    """How many of each kind make the sum of `line` largest, and whether it is certain that this is so.

    Where `whole`, each part is taken whole or not at all; never under a budget, because beside fees in tiers the solver
    may have to mend what it rounds, and writes a line of its own to the terminal when it does.
    """
    parts = _parts(kinds, line)
    of, size = np.array([kinds.kind[part[0]] for part in parts]), np.array([float(len(part)) for part in parts])
    matrix = matrix_of(_small(kinds, of, size))
    count, low = len(parts), matrix.low.copy()
    low[:count] = [kinds.needed[part[0]] for part in parts]
    cost = np.concatenate([[-line[kinds.member[part]].sum() for part in parts], np.zeros(matrix.size - count)])
    free = matrix.high > low
    ends = matrix.ends - matrix.rows[:, ~free] @ low[~free] + NEAR / 10
    taken = low.copy()
    if free.any():
        found = linprog(
            cost[free],
            A_ub=matrix.rows[:, free] if len(ends) else None,
            b_ub=ends if len(ends) else None,
            bounds=np.stack([low[free], matrix.high[free]], axis=1),
            integrality=1 if whole else None,
            method="highs",
            options={"time_limit": SECONDS, "presolve": True, **(_EXACTLY if whole else {})},
        )
        if found.x is None or found.status:
            return None, found.status == INFEASIBLE
        taken[free] = found.x
    elif (ends < 0).any():
        return None, True
    return np.bincount(of, taken[:count] * size).astype(np.float64), True


def _small(kinds: Kinds, of: Places, size: Numbers) -> Form:
    """The limits over parts of kinds in the place of options; only what the linear problem needs is filled in."""
    form, sample, count = kinds.form, kinds.sample[of], len(of)
    return replace(
        form,
        program=np.arange(count),
        programs=count,
        groups=np.arange(count),
        heads=np.arange(count),
        allowed=np.ones(count, dtype=bool),
        required=np.zeros(count, dtype=bool),
        table=form.table[kinds.rows][:, sample] * size,
        at_least=form.at_least[kinds.rows],
        at_most=form.at_most[kinds.rows],
        price=kinds.price[of] * size,
        units=form.units[kinds.charges][:, sample] * size,
        charges=tuple(form.charges[one] for one in kinds.charges),
    )
