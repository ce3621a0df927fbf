"""An applicant with the timeline and the drafts that a test of the story needs."""

from __future__ import annotations

from typing import Any

from bedside.applicant.dossier import Dossier

BASE: dict[str, Any] = {
    "schema_version": 1,
    "identity": {"name": "Lena Okafor"},
    "medical_school": {"country": "Nigeria", "graduated": "2018-07"},
    "target": {"specialties": ["Internal Medicine"]},
}


def a_job(title: str = "Analyst", start: str = "2022-06", end: str = "present", **parts: Any) -> dict[str, Any]:
    """A job without contact with patients."""
    return {"title": title, "kind": "job", "from": start, "to": end, "contact": "none", **parts}


def someone(*experiences: dict[str, Any], **parts: Any) -> Dossier:
    """A dossier with these experiences."""
    return Dossier.model_validate({**BASE, "experiences": list(experiences), **parts})


def an_entry(text: str, about: str, place: str = "experience entry") -> dict[str, Any]:
    """A draft about an experience."""
    return {"place": place, "about": about, "text": text}
