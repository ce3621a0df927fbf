"""Programs and applicants for the tests of eligibility."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bedside.applicant.file.reading import parse_dossier
from bedside.evidence.library import load_evidence
from bedside.programs.eligibility.asker import Asker, asker
from bedside.programs.program import Listed, TrackKind

AS_OF, FILES_OPENED, TRAINING_STARTS = date(2026, 11, 22), date(2027, 9, 22), date(2028, 7, 1)
WORKED = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


def an_asker(**parts: Any) -> Asker:
    """The applicant of the worked cases with other parts, for the season of the worked cases."""
    text = yaml.safe_dump({**WORKED["dossier"], **parts}, allow_unicode=True)
    dossier = parse_dossier(text, "me.yaml", AS_OF).dossier
    return asker(dossier, FILES_OPENED, TRAINING_STARTS, load_evidence(), AS_OF)


def a_program(values: Mapping[str, Any], **more: Any) -> Listed:
    """An internal medicine program in Ohio of which these values are claimed."""
    return Listed(
        key=more.pop("key", "1403521001"),
        acgme_id=None,
        name=more.pop("name", "Riverside Community Hospital Program"),
        institution=more.pop("institution", "Riverside Community Hospital"),
        city=more.pop("city", "Columbus"),
        state=more.pop("state", "OH"),
        specialty=more.pop("specialty", "internal-medicine"),
        values=values,
        offered={TrackKind(letter): number for letter, number in more.pop("positions", {}).items()},
        match_year=2026,
        disagreeing=frozenset(more.get("disagreeing", more.get("rivals", ()))),
        rivals={field: tuple(values) for field, values in more.get("rivals", {}).items()},
        unsure=frozenset(more.get("unsure", ())),
    )
