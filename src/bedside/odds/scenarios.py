"""The scenarios within each draw of the parameters: how the file is read, how ranks fare, and what each weighs."""

from __future__ import annotations

import numpy as np

from bedside.evidence.library import Evidence
from bedside.odds.numbers import Numbers, chance, normal_nodes
from bedside.odds.parameters import Parameters, SpecialtyParameters
from bedside.odds.specialty_model import leaning

_FILE = "effects.file.spread"


def match_of_a_rank(
    specialty: SpecialtyParameters, success: Numbers, parameters: Parameters, evidence: Evidence, nodes: tuple[int, int]
) -> Numbers:
    """By draw, file node and match node, the chance that a rank leads to a match; `success` is its middle log-odds.

    What the link does not owe to the file itself is frailty.
    """
    files, matches = nodes
    of_the_file = file_spread(specialty, evidence) / specialty.spread
    linked = parameters.link * of_the_file
    frailty = np.sqrt(specialty.frailty**2 + parameters.link**2 - linked**2)
    u, _ = normal_nodes(matches)
    by_file = success[:, None] + linked[:, None] * files_read(parameters.lean, files)
    return chance(by_file[:, :, None] + frailty[:, None, None] * u)


def file_spread(specialty: SpecialtyParameters, evidence: Evidence) -> Numbers:
    """How far files alike in all that is known are read apart: the usual part of the whole spread, within its interval.

    The whole spread, near 1, holds scores, visas and lists of other lengths too.
    """
    figure = evidence.find(_FILE)
    found = evidence.number(_FILE) * specialty.spread
    most = specialty.spread if figure.interval is None else np.minimum(figure.interval.high, specialty.spread)
    least = 0.0 if figure.interval is None else np.minimum(figure.interval.low, specialty.spread)
    return np.asarray(np.clip(found, least, most))


def files_read(leans: Numbers, nodes: int) -> Numbers:
    """By draw and node, how the file is read, in standard units."""
    z, _ = normal_nodes(nodes)
    return np.array([leaning(z, float(lean)) for lean in leans])


def weights_of(draws: int, files: int, matches: int) -> Numbers:
    """The weight of each scenario, by draw, file node and match node; they sum to 1."""
    of_files, of_matches = normal_nodes(files)[1], normal_nodes(matches)[1]
    return np.repeat((of_files[:, None] * of_matches)[None] / draws, draws, axis=0)
