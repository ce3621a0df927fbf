"""A dossier as JSON Resume v1.0.0: what belongs on a CV, and a list of what it cannot hold."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.differences import Difference, differences
from bedside.applicant.file.rendering import as_written
from bedside.applicant.json_resume.details import details_of
from bedside.applicant.json_resume.reading import DEGREE, ECFMG, LICENCE, STUDY, content_of_resume

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
AREA = "Medicine"
_WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Resume:
    """The content of the file, and what of the dossier is not in it, part by part."""

    content: dict[str, Any]
    not_held: tuple[Difference, ...]

    @property
    def text(self) -> str:
        """The file."""
        return json.dumps(self.content, ensure_ascii=False, indent=2) + "\n"


def as_resume(dossier: Dossier) -> Resume:
    """Write what a CV tells: school, exams passed, certificate, licences, the timeline, strengths.

    Status, money, letters, plans and drafts are private and stay out. What is not held is found by reading the
    result back and comparing, so nothing is left out unsaid.
    """
    written = as_written(dossier)
    content = _without_empty(
        {
            "$schema": SCHEMA,
            "basics": {"name": written["identity"]["name"]},
            "work": [_worked(one) for one in _of(written, "job")],
            "volunteer": [_volunteered(one) for one in _of(written, "volunteering")],
            "education": [_school(written["medical_school"]), *(_studied(one) for one in _of(written, "study"))],
            "certificates": _certificates(written),
            "skills": [{"name": words} for words in written.get("strengths", [])],
            "projects": [
                _project(one)
                for one in written.get("experiences", [])
                if one["kind"] not in ("job", "volunteering", "study")
            ],
            "meta": {"version": "v1.0.0"},
        }
    )
    back = content_of_resume(content).content
    return Resume(content, tuple(_stays_out(one) for one in differences(_by_title(written), _by_title(back))))


def _stays_out(one: Difference) -> Difference:
    """A difference as it is told of a file that was just written: nothing goes, it stays out."""
    return replace(one, says=tuple(re.sub(r"goes\.$", "stays out.", says) for says in one.says))


def _by_title(content: dict[str, Any]) -> dict[str, Any]:
    """The timeline in an order that both share: the resume sorts it by kind."""
    told = sorted(content.get("experiences", []), key=lambda one: json.dumps(one, sort_keys=True, default=str))
    return {**content, "experiences": told} if told else content


def _of(written: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [one for one in written.get("experiences", []) if one["kind"] == kind]


def _dates(one: dict[str, Any]) -> dict[str, str]:
    end = {} if one["to"] == "present" else {"endDate": str(one["to"])}
    return {"startDate": str(one["from"])} | end


def _rest(one: dict[str, Any]) -> dict[str, Any]:
    """What every kind of entry has: dates, duties, lines of details, and the country where it is not the US."""
    location = {"location": one["country"]} if "country" in one else {}
    return {**_dates(one), "summary": one.get("duties"), "highlights": details_of(one), **location}


def _worked(one: dict[str, Any]) -> dict[str, Any]:
    return {"name": one.get("organization"), "position": one["title"], **_rest(one)}


def _volunteered(one: dict[str, Any]) -> dict[str, Any]:
    return {"organization": one.get("organization"), "position": one["title"], **_rest(one)}


def _project(one: dict[str, Any]) -> dict[str, Any]:
    rest = _rest(one)
    rest["description"] = rest.pop("summary")
    return {"name": one["title"], "entity": one.get("organization"), "type": one["kind"], **rest}


def _studied(one: dict[str, Any]) -> dict[str, Any]:
    rest = _rest(one)
    rest["courses"] = rest.pop("highlights")
    return {"institution": one.get("organization"), "area": one["title"], "studyType": STUDY, **rest}


def _school(school: dict[str, Any]) -> dict[str, Any]:
    return {
        "institution": school.get("name"),
        "area": AREA,
        "studyType": DEGREE,
        "endDate": str(school["graduated"]),
        "location": school["country"],
    }


def _certificates(written: dict[str, Any]) -> list[dict[str, Any]]:
    """Examinations passed, the certificate and licences; a date only where the day is known, as the format asks."""
    passed = [one for one in written.get("exams", []) if one["result"] == "passed"]
    rows = [(", ".join(str(one[key]) for key in ("exam", "score") if key in one), one.get("date")) for one in passed]
    certificate = written.get("certificate", {})
    if certificate.get("state") == "issued":
        rows.append((ECFMG, certificate.get("issued")))
    rows += [(f"{LICENCE}{one['country']}", one.get("from")) for one in written.get("licences", [])]
    return [{"name": name, **({"date": day} if _WHOLE_DAY.fullmatch(str(day)) else {})} for name, day in rows]


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty(part) for key, part in value.items() if part not in (None, [], "")}
    return [_without_empty(part) for part in value] if isinstance(value, list) else value
