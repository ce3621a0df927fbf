"""The market as tables for other programs: every replicate by measure, and the cut-offs of every track."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bedside.documents.sheet import Sheet

if TYPE_CHECKING:
    from bedside.market.replicates import Replicates
    from bedside.market.results import Market

HEAD = ("policy", "replicate", "measure", "of", "type", "value")
CUT_OFFS_HEAD = ("policy", "replicate", "track", "cut-off")


def replicate_columns(found: Market) -> dict[str, list[Any]]:
    """One row for each policy, replicate and measure; `of` is a specialty or “all”, `type` a type of applicants."""
    columns: dict[str, list[Any]] = {name: [] for name in HEAD}
    for policy, replicates in _runs(found):
        for measure, of, kind, values in _measures(found, replicates):
            many = len(values)
            for name, value in zip(HEAD, (policy, None, measure, of, kind, None), strict=True):
                columns[name] += [value] * many if value is not None else []
            columns["replicate"] += list(range(many))
            columns["value"] += [float(value) for value in values]
    return columns


def replicate_sheet(found: Market) -> Sheet:
    """The same as a sheet."""
    columns = replicate_columns(found)
    return Sheet("Replicates", HEAD, tuple(zip(*(columns[name] for name in HEAD), strict=True)))


def cut_off_columns(found: Market) -> dict[str, Any]:
    """The score that was just enough at each track in each replicate; minus infinity where it did not fill."""
    codes = list(found.recipe.tracks.codes)
    columns: dict[str, list[Any]] = {name: [] for name in CUT_OFFS_HEAD}
    for policy, replicates in _runs(found):
        for number, cut_offs in enumerate(replicates.cut_offs.tolist()):
            columns["policy"] += [policy] * len(codes)
            columns["replicate"] += [number] * len(codes)
            columns["track"] += codes
            columns["cut-off"] += cut_offs
    return columns


def cut_off_sheet(found: Market) -> Sheet:
    """The same as a sheet."""
    columns = cut_off_columns(found)
    return Sheet("Cut-offs", CUT_OFFS_HEAD, tuple(zip(*(columns[name] for name in CUT_OFFS_HEAD), strict=True)))


def about(found: Market) -> dict[str, str]:
    """What a file says of itself."""
    recipe = found.recipe
    return {"seed": str(recipe.seed), "made from": recipe.tracks.origin, "digest": found.base.digest}


def _runs(found: Market) -> Iterator[tuple[str, Replicates]]:
    yield "as it is", found.base
    for one in found.policies:
        yield one.policy.name, one.replicates


def _measures(found: Market, replicates: Replicates) -> Iterator[tuple[str, str, str, Any]]:
    from bedside.market.applicant_types import TYPES
    from bedside.market.results import measures

    for measure, kind, values in measures(replicates):
        yield measure, "all", kind, values
    for row, field in enumerate(found.recipe.parameters.fields):
        for one in TYPES:
            yield "matched", field, one.key, replicates.filled[:, row, one]
