"""Published tables read as if they were anybody's own: what they claim agrees with the importers that know them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.field import Value
from bedside.programs.importing.importer import Importer, SourceFile
from bedside.programs.importing.known_tables.freida import Freida
from bedside.programs.importing.known_tables.interview_rates import InterviewRates
from bedside.programs.importing.own_table import OwnTable

pytestmark = pytest.mark.skipif(
    "BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no folder of published files"
)


def claims(importer: Importer, file: SourceFile) -> Iterator[tuple[tuple[str, str, str, str], Value]]:
    for row in importer.read(file, load_evidence()).rows:
        mention = row.mention
        for one in row.stated:
            if one.field not in ("notes", "website", "first-accredited"):
                yield (mention.name, mention.city, mention.state, one.field), one.value


@pytest.mark.parametrize(
    ("path", "importer"),
    [
        ("programs/freida_internal_medicine_2025-05.csv", Freida()),
        ("interview_rates/Neurology.csv", InterviewRates()),
        ("interview_rates/Anesthesiology.csv", InterviewRates()),
    ],
)
def test_what_both_claim_agrees(path: str, importer: Importer) -> None:
    real = Path(os.environ["BEDSIDE_REAL_DATA"], path)
    file = SourceFile(real.name, real.read_bytes(), real.stem)
    known, own = dict(claims(importer, file)), dict(claims(OwnTable(), file))
    both = known.keys() & own.keys()
    assert {key: (known[key], own[key]) for key in both if own[key] != pytest.approx(known[key])} == {}
    assert len(both) >= len(known) * 0.99
