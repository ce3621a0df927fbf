"""A small directory for tests of searching, comparing and writing tables."""

from __future__ import annotations

from datetime import date
from typing import Any

from bedside.programs.claim import Claim, Confidence, Origin, Stated
from bedside.programs.directory import Directory
from bedside.programs.program import FieldClaims, Listed, Program, TrackKind

ORIGIN = Origin("abc", "A list", "Someone", "2026", date(2026, 3, 1), "https://example.org/list", "theirs", False)


def a_listed(key: str, name: str, city: str, state: str, **values: Any) -> Listed:
    """A program of internal medicine with ten categorical positions, unless said otherwise."""
    specialty = values.pop("specialty", "internal-medicine")
    offered = values.pop("offered", {TrackKind.CATEGORICAL: 10})
    told = {field.replace("__", ".").replace("_", "-"): value for field, value in values.items()}
    return Listed(key, key, name, name.removesuffix(" Program"), city, state, specialty, told, offered, 2026)


def whole(listed: Listed) -> Program:
    """The program with one claim for each of its values."""
    claims = tuple(
        FieldClaims(field, Claim(Stated(field, value, confidence=Confidence.COMPILED), ORIGIN, f"row {number}"))
        for number, (field, value) in enumerate(listed.values.items(), start=1)
    )
    return Program(listed, (), claims, (listed.name,))


def a_directory(*listed: Listed) -> Directory:
    """A directory of these programs."""
    by_key = {one.key: one for one in listed}
    return Directory(listed, lambda key: whole(by_key[key]), (ORIGIN,))


SMALL = a_directory(
    a_listed("1400000001", "Saint Élodie's Hospital Program", "St. Louis", "MO", visa__j1=True, img_share=0.6),
    a_listed("1400000002", "University of Ohio Medical Center", "Columbus", "OH", type="university", visa__j1=False),
    a_listed("1400000003", "Riverside Community Hospital", "Columbus", "OH", type="community", graduation__limit=5),
    a_listed("3200000004", "Riverside Children's Hospital", "Austin", "TX", specialty="pediatrics", img_share=0.05),
    a_listed("1400000005", "San Juan City Hospital", "San Juan", "PR", visa__h1b=True, step_2_ck__minimum=230),
)
