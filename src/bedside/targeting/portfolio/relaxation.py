"""The linear problem behind the list, and an upper bound for every list that needs no trust in who solved it.

A list keeps to the rows `at_least ≤ table · x ≤ at_most`, to one option a program, and to the budget, where the charges
are sums over tiers: `units · x ≤ Σ t`, each t at most as wide as its tier, `price · x + Σ each · t ≤ budget`. For any
multipliers that are not negative and any line with `V(x) ≤ c0 + c · x`:

    V(x) ≤ c0 + c·x + λ_most·(at_most − table·x) + λ_least·(table·x − at_least)
              + μ·(budget − price·x − Σ each·t) + ν·(Σ t − units·x)

because every bracket is 0 or more for a list that keeps to the limits. The right side is a sum over programs and over
tiers, and its maximum is found one by one. The solver only proposes the multipliers; bad ones make the bound loose,
never wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from bedside.targeting.portfolio.form import Form
from bedside.targeting.portfolio.statement.arrays import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """All limits as `rows · z ≤ ends`, z being the options, then the tiers, then whether each flat tier is opened.

    `tier_charge` and `each` belong to the tiers. The first rows are, in this order: upper ends, lower ends (turned
    round), charges, and the budget where there is one.
    """

    rows: sparse.csr_array
    ends: Numbers
    low: Numbers
    high: Numbers
    upper: np.ndarray
    lower: np.ndarray
    tier_charge: np.ndarray
    each: Numbers
    flat: np.ndarray
    pays: bool

    @property
    def size(self) -> int:
        """How many variables there are."""
        return len(self.low)


@dataclass(frozen=True, slots=True, eq=False)
class Multipliers:
    """The price of each limit, as the bound needs them: none is negative."""

    most: Numbers
    least: Numbers
    charges: Numbers
    budget: float


def matrix_of(form: Form) -> Matrix:
    """The limits as one sparse table."""
    options = len(form.program)
    pays = bool(np.isfinite(form.budget))
    tiers = [(row, tier) for row, charge in enumerate(form.charges) for tier in charge.tiers] if pays else []
    reach = form.units.sum(axis=1)
    widths = np.array([min(tier.units or np.inf, reach[row]) for row, tier in tiers])
    each = np.array([tier.price / tier.units if tier.flat and tier.units else tier.price for _, tier in tiers])
    flat = np.array([place for place, (_, tier) in enumerate(tiers) if tier.flat], dtype=np.intp)
    upper, lower = np.flatnonzero(np.isfinite(form.at_most)), np.flatnonzero(np.isfinite(form.at_least))
    charge = np.array([row for row, _ in tiers], dtype=np.intp)
    width = options + len(tiers) + len(flat)
    blocks = [_wide(form.table[upper], width), _wide(-form.table[lower], width)]
    ends = [form.at_most[upper], -form.at_least[lower]]
    if pays:
        openings = _openings(options, tiers, flat, widths)
        blocks += [_charges(form, charge, width), _budget(form, tiers, flat, width), openings]
        ends += [np.zeros(len(form.charges)), np.array([form.budget]), np.zeros(openings.shape[0])]
    several = _several(form, width)
    blocks.append(several)
    ends.append(np.ones(several.shape[0]))
    low, high = _bounds(form, widths, len(flat))
    blocks_needed, ends_needed = _pinned(form, width)
    rows = sparse.vstack([*blocks, blocks_needed], format="csr")
    return Matrix(rows, np.concatenate([*ends, ends_needed]), low, high, upper, lower, charge, each, flat, pays)


def _wide(table: Numbers, width: int) -> sparse.csr_array:
    found = sparse.csr_array(table)
    return sparse.csr_array((found.data, found.indices, found.indptr), shape=(table.shape[0], width))


def _charges(form: Form, charge: np.ndarray, width: int) -> sparse.csr_array:
    beside = (np.arange(len(form.charges))[:, None] == charge) * -1.0
    return _wide(np.hstack([form.units, beside]), width)


def _budget(form: Form, tiers: list, flat: np.ndarray, width: int) -> sparse.csr_array:  # type: ignore[type-arg]
    prices = np.array([0.0 if tier.flat else tier.price for _, tier in tiers])
    opened = np.array([tiers[place][1].price for place in flat])
    return _wide(np.concatenate([form.price, prices, opened])[None, :], width)


def _openings(options: int, tiers: list, flat: np.ndarray, widths: Numbers) -> sparse.csr_array:  # type: ignore[type-arg]
    """A row for each flat tier and each tier behind it: none is used before the flat one is paid for."""
    rows = []
    for opened, place in enumerate(flat):
        for behind in range(place, len(tiers)):
            if tiers[behind][0] == tiers[place][0]:
                row = np.zeros(options + len(tiers) + len(flat))
                row[options + behind] = 1.0
                row[options + len(tiers) + opened] = -widths[behind]
                rows.append(row)
    return sparse.csr_array(np.array(rows).reshape(len(rows), options + len(tiers) + len(flat)))


def _several(form: Form, width: int) -> sparse.csr_array:
    """A row for each program with more than one option."""
    sizes = np.diff(form.heads, append=len(form.groups))
    row_of = np.repeat(np.cumsum(sizes > 1) - 1, sizes)[np.repeat(sizes > 1, sizes)]
    columns = form.groups[np.repeat(sizes > 1, sizes)]
    entries = (np.ones(len(columns)), (row_of, columns))
    return sparse.csr_array(sparse.coo_array(entries, shape=(int((sizes > 1).sum()), width)))


def _pinned(form: Form, width: int) -> tuple[sparse.csr_array, Numbers]:
    """A row for each program that has to be on the list."""
    needed = np.flatnonzero(form.required)
    table = (form.program == needed[:, None]) * -1.0
    return _wide(table.reshape(len(needed), len(form.program)), width), -np.ones(len(needed))


def _bounds(form: Form, widths: Numbers, flats: int) -> tuple[Numbers, Numbers]:
    high = np.concatenate([form.allowed * 1.0, widths, np.ones(flats)])
    return np.zeros(len(high)), high


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """The best of a linear worth: the list with fractions, and the multipliers; `certain` says the solver finished."""

    list_: Numbers
    multipliers: Multipliers


def relaxed(form: Form, matrix: Matrix, line: Numbers) -> Relaxed | None:
    """Maximise `line · x` over the limits, fractions allowed; None where there is no such x or no answer."""
    cost = np.concatenate([-line, np.zeros(matrix.size - len(line))])
    rows, ends = (matrix.rows, matrix.ends) if len(matrix.ends) else (None, None)
    found = linprog(cost, A_ub=rows, b_ub=ends, bounds=np.stack([matrix.low, matrix.high], axis=1), method="highs")
    if found.x is None:
        return None
    prices = -found.ineqlin.marginals if rows is not None else np.zeros(0)
    return Relaxed(found.x[: len(line)], multipliers_from(form, matrix, prices))


def multipliers_from(form: Form, matrix: Matrix, prices: Numbers) -> Multipliers:
    """The solver's prices of the rows, taken apart; what is below 0 by rounding becomes 0."""
    prices = np.maximum(prices, 0.0)
    most, least = np.zeros(len(form.table)), np.zeros(len(form.table))
    first, second = len(matrix.upper), len(matrix.upper) + len(matrix.lower)
    most[matrix.upper], least[matrix.lower] = prices[:first], prices[first:second]
    if not matrix.pays:
        return Multipliers(most, least, np.zeros(len(form.charges)), 0.0)
    third = second + len(form.charges)
    return Multipliers(most, least, prices[second:third], float(prices[third]))
