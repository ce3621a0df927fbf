"""What the season is run with: the few numbers that calibration finds, kept in a file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from bedside.market.applicant_types import TYPES
from bedside.market.numbers import Numbers

PARAMETERS_FILE = Path(__file__).parent / "parameters.json"


@dataclass(frozen=True, slots=True, eq=False)
class MarketParameters:
    """Numbers by field (rows), by type (columns), or one for all.

    `favour` is how far programs of a field favour a type, in log-odds of an invitation and in what rankings keep of it.
    `reach` is what a type's invitations have on top of favour, `interviews` how many interviews a field gives for each
    position, `spread` how far apart files of a type are, in log-odds, `never` how many apply for each one whose rank
    order list begins with the field, `beside` how many apply beside another for each one who ranks it after another,
    `bar` the score below which tracks of a field do not rank those they interviewed, `mutual` by how much a program
    ranks those higher who wish to go there. `figures` is the digest of the figures they were found with.
    """

    fields: tuple[str, ...]
    favour: Numbers
    reach: Numbers
    interviews: Numbers
    spread: Numbers
    never: Numbers
    beside: Numbers
    bar: Numbers
    mutual: float
    figures: str = ""

    @staticmethod
    def beginning(names: tuple[str, ...]) -> MarketParameters:
        """Where calibration begins."""
        rows, columns = len(names), len(TYPES)
        return MarketParameters(
            fields=names,
            favour=np.zeros((rows, columns)) + np.array([0.8, -0.8, 0.2, -1.0, -0.8, -1.0]),
            reach=np.zeros((rows, columns)),
            interviews=np.full(rows, 12.0),
            spread=np.full(columns, 0.8),
            never=np.zeros((rows, columns)) + np.array([1.01, 1.1, 1.01, 1.1, 1.2, 1.3]),
            beside=np.ones((rows, columns)),
            bar=np.full(rows, -3.0),
            mutual=0.3,
        )


@cache
def load_market_parameters() -> MarketParameters:
    """Those that ship."""
    return from_plain(json.loads(PARAMETERS_FILE.read_text(encoding="utf-8")))


def from_plain(plain: dict[str, Any]) -> MarketParameters:
    """As read from the file."""
    arrays = {"favour", "reach", "interviews", "spread", "never", "beside", "bar"}
    given: dict[str, Any] = {name: np.array(value) if name in arrays else value for name, value in plain.items()}
    return MarketParameters(**{**given, "fields": tuple(plain["fields"])})


def as_plain(parameters: MarketParameters) -> dict[str, Any]:
    """As written to the file, with three decimals."""
    plain = {field.name: asdict(parameters)[field.name] for field in fields(parameters)}
    return {name: value.round(3).tolist() if isinstance(value, np.ndarray) else value for name, value in plain.items()}
