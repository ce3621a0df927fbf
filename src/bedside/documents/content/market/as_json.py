"""The market as JSON with stable keys; rates are parts of one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from bedside.documents.as_json import as_json

if TYPE_CHECKING:
    from bedside.market.results import Compared, Difference, Market


def market_as_json(found: Market) -> dict[str, Any]:
    """Everything the page says, and every row of the table against what was published."""
    from bedside.market.applicant_types import TYPES
    from bedside.market.published import SEASON

    return {
        "season": SEASON,
        "tracks": len(found.recipe.tracks),
        "made_from": found.recipe.tracks.origin,
        "seed": found.recipe.seed,
        "replicates": found.number,
        "digest": found.base.digest,
        "match_rates": [
            {"type": kind.key, "mean": rate.mean, "low": rate.low, "high": rate.high}
            for kind, rate in zip(TYPES, found.rates, strict=True)
        ],
        "misplaced": found.misplaced,
        "against_published": [
            {
                "group": row.group,
                "of": row.what,
                "unit": row.unit,
                "published": row.published,
                "simulated": row.found,
                "low": row.low,
                "high": row.high,
                "fitted": row.is_fitted,
                "within": row.within,
                "missed": row.is_missed,
                "figures": list(row.figures),
            }
            for row in found.fidelity
        ],
        "policies": [_policy(one) for one in found.policies],
        "because": [as_json(reason) for reason in found.because],
    }


def _policy(one: Compared) -> dict[str, Any]:
    return {
        "policy": one.policy.name,
        "says": one.policy.says,
        "digest": one.replicates.digest,
        "differences": [_difference(row) for row in one.differences],
    }


def _difference(row: Difference) -> dict[str, Any]:
    return {
        "measure": row.measure,
        "of": row.of,
        "before": row.before,
        "after": row.after,
        "difference": row.difference,
        "standard_error": None if math.isnan(row.error) else row.error,
    }
