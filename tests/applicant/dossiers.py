"""Small dossiers for claims about measures, and a Hypothesis strategy over timelines."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from bedside.applicant.dossier import Dossier

AS_OF = date(2026, 11, 22)


def a_dossier(*experiences: dict[str, Any], graduated: object = "2018-12-31", **parts: Any) -> Dossier:
    """A dossier with these experiences, graduated on the last day of 2018 unless said otherwise."""
    whole = {
        "schema_version": 1,
        "identity": {"name": "José Nguyễn"},
        "medical_school": {"country": "Peru", "graduated": graduated},
        "experiences": experiences,
        **parts,
    }
    return Dossier.model_validate(whole)


def an_experience(start: str, end: str, **parts: Any) -> dict[str, Any]:
    """A full-time job without patients, unless said otherwise."""
    usual = {"title": "Analyst", "kind": "job", "contact": "none", "hours_per_week": 40}
    return {**usual, "from": start, "to": end, **parts}


@st.composite
def experiences(draw: st.DrawFn) -> dict[str, Any]:
    """Any experience between 2015 and the as-of day, some of them going on."""
    start = draw(st.dates(date(2015, 1, 1), AS_OF))
    end = start + timedelta(days=draw(st.integers(0, 1500)))
    contact = draw(st.sampled_from(["hands-on", "clinical-adjacent", "observer", "none"]))
    return an_experience(
        start.isoformat(),
        "present" if end > AS_OF else end.isoformat(),
        kind=draw(st.sampled_from(["job", "rotation", "volunteering", "research", "study", "clinical practice"])),
        contact=contact,
        country=draw(st.sampled_from(["United States", "Peru"])),
        hours_per_week=draw(st.one_of(st.none(), st.integers(1, 60))),
        structure=draw(st.sampled_from([None, "structured", "informal"])),
        **{"as": draw(st.sampled_from(["student", "graduate"]))},
    )


timelines = st.lists(experiences(), max_size=6)
