"""Draws of the parameters: which values are believed together, as many of each as they are believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from bedside.odds.fitting.borrowing import QUANTITIES, Borrowed, Lender, borrowed
from bedside.odds.fitting.one_specialty import Shape, fit_specialty
from bedside.odds.fitting.published import PublishedSpecialty
from bedside.odds.fitting.shapes import SHAPES, Fits, drawn_shapes, shape_weights
from bedside.odds.numbers import Numbers, standard_normals

DRAWS = 32
"""Draws of the parameters that ship; enough for an 80 % interval."""

Market = Mapping[str, tuple[float | None, float | None]]
"""By specialty: the logarithm of positions over candidates, and the interview rate; None where not published."""


class Fit:
    """All specialties fitted to their tables, and what those without a table borrow.

    `weights` says how much each of the shapes tried is believed; `shapes` is the shape of each draw, the same for every
    specialty.
    """

    def __init__(
        self,
        tables: Sequence[PublishedSpecialty],
        market: Market,
        draws: int = DRAWS,
        shapes: Sequence[Shape] = SHAPES,
    ) -> None:
        self.fits: dict[Shape, Fits] = {
            shape: {table.key: fit_specialty(table, shape) for table in tables} for shape in shapes
        }
        self.weights = shape_weights(self.fits)
        self.shapes = drawn_shapes(shapes, self.weights, draws)
        self._market = market
        self._people = {table.key: table.people for table in tables}
        self._borrowed = {shape: self._lend(shape) for shape in shapes}

    def own(self, key: str) -> Numbers:
        """Draws by parameter of a specialty with a table: level, ln spread, success, ln frailty."""
        normals = standard_normals(f"own {key}", len(self.shapes), 4)
        fits = [self.fits[shape][key] for shape in self.shapes]
        roots = [np.linalg.cholesky(one.covariance) for one in fits]
        return np.array([one.best + root @ row for one, root, row in zip(fits, roots, normals, strict=True)])

    def from_others(self, key: str) -> Numbers:
        """Draws by parameter of a specialty without a table, whatever is published of it."""
        normals = standard_normals(f"borrowed {key}", len(self.shapes), QUANTITIES)
        crowding, rate = self._market.get(key, (None, None))
        lent = [self._borrowed[shape] for shape in self.shapes]
        return np.array([one.parameters(crowding, rate, row) for one, row in zip(lent, normals, strict=True)])

    def _lend(self, shape: Shape) -> Borrowed:
        lenders = []
        for key, fitted in self.fits[shape].items():
            crowding, rate = self._market[key]
            if crowding is not None and rate is not None:
                lenders.append(Lender(fitted, self._people[key], crowding, rate))
        return borrowed(lenders)
