"""JSON Resume as a dossier: whole or not at all, with everything that was not understood named."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.file_text import decode
from bedside.applicant.file.parsing import all_wrong, content_in, parse_content
from bedside.applicant.file.tree import Content, UnreadableFile
from bedside.applicant.json_resume.details import read_details
from bedside.applicant.mistakes import Finding, Mistake, field_name, shown
from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.experience import Contact, Kind

DEGREE, STUDY = "Medical degree", "Study"
ECFMG, LICENCE = "ECFMG certificate", "Licence to practise medicine: "
_MEDICAL = re.compile(
    r"\bmedical degree\b|\bm\.?\s?d\b\.?|\bmbbs\b|\bmb\s?bch\b|doctor of medicine|medicine", re.IGNORECASE
)
_EXAM = re.compile(r"(?:USMLE )?(.+?)(?:, ([1-9]\d{0,2}))?")
_OURS = ("$schema", "meta")
NO_FIRST_DAY = "The first day is not given."
_CONTACTS = ", ".join(Contact)


@dataclass(slots=True)
class ReadResume:
    """The content of a dossier so far, what is missing for it, and what was not understood, by its place."""

    content: dict[str, Any]
    missing: list[Finding] = field(default_factory=list)
    not_understood: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """A dossier out of a resume, what should be looked at again, and what of the resume is not in it."""

    dossier: Dossier
    warnings: tuple[Mistake, ...]
    not_understood: tuple[str, ...]


def dossier_from_resume(content: bytes, name: str, as_of: date, contact: Contact | None = None) -> Imported:
    """Read a resume; raises DossierMistakes with everything that is wrong or missing, and then nothing is kept.

    `contact` is the contact with patients of every entry that does not say; without it each such entry is missing
    something, as Bedside never guesses it.
    """
    resume, found = resume_in(content, name)
    read = content_of_resume(resume, contact)
    if found.findings or read.missing:
        raise all_wrong(name, [*found.findings, *read.missing], found.places)
    checked = parse_content(read.content, name, as_of)
    return Imported(checked.dossier, checked.warnings, read.not_understood)


def resume_in(content: bytes, name: str) -> tuple[dict[str, Any], Content]:
    """A resume as a mapping whose shape is not looked at yet, and where its parts stand; raises DossierMistakes."""
    try:
        text = decode(content)
    except UnreadableFile as refused:
        raise all_wrong(name, [refused.finding]) from None
    found = content_in(text, name, as_json=True)
    if not isinstance(found.data, dict):
        raise all_wrong(name, [Finding((), "The top of a resume is keys with values, and this is not.", "")])
    return found.data, found


def content_of_resume(resume: dict[str, Any], contact: Contact | None = None) -> ReadResume:
    """The plain content of a dossier out of a resume. What is taken is taken away; what remains was not understood."""
    left = copy.deepcopy(resume)
    for key in _OURS:
        left.pop(key, None)
    read = ReadResume({"schema_version": 1})
    basics = left.get("basics")
    name = basics.pop("name", None) if isinstance(basics, dict) else None
    read.content["identity"] = {"name": name}
    if not name:
        read.missing.append(Finding(("basics", "name"), "No name is given.", "Write it there."))
    _school(left, read)
    entries = [*_entries(left, read, contact)]
    _certificates(left, read)
    strengths = [one.pop("name") for _, one in _parts(left, "skills") if isinstance(one.get("name"), str)]
    read.content |= {key: value for key, value in (("experiences", entries), ("strengths", strengths)) if value}
    read.not_understood = tuple(_remaining((), left))
    return read


def _parts(left: dict[str, Any], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    entries = left.get(key)
    for number, one in enumerate(entries if isinstance(entries, list) else []):
        if isinstance(one, dict):
            yield number, one


def _school(left: dict[str, Any], read: ReadResume) -> None:
    """The one medical degree among the education; none, or several, is for the applicant to say."""
    all_of_them = [entry for entry in _parts(left, "education") if entry[1].get("studyType") != STUDY]
    ours = [entry for entry in all_of_them if entry[1].get("studyType") == DEGREE]
    found = ours or [one for one in all_of_them if _MEDICAL.search(f"{one[1].get('studyType')} {one[1].get('area')}")]
    if len(found) != 1:
        what = "No entry is a medical degree." if not found else "Several entries may be the medical degree."
        read.missing.append(Finding(("education",), what, f"Write “{DEGREE}” as the `studyType` of the one that is."))
        return
    number, one = found[0]
    school = {"name": one.pop("institution", None), "country": one.pop("location", None)}
    school["graduated"] = _plain(one.pop("endDate", None))
    for key in ("studyType", "area"):
        one.pop(key, None)
    for key, field_of_resume, what in (
        ("country", "location", "The country of the medical school is not given."),
        ("graduated", "endDate", "The date of graduation is not given."),
    ):
        if not school[key]:
            read.missing.append(Finding(("education", number), what, f"Write it as `{field_of_resume}`."))
    read.content["medical_school"] = {key: value for key, value in school.items() if value}


_SECTIONS = (
    ("work", "position", "name", "summary", "highlights", Kind.JOB),
    ("volunteer", "position", "organization", "summary", "highlights", Kind.VOLUNTEERING),
    ("education", "area", "institution", "summary", "courses", Kind.STUDY),
    ("projects", "name", "entity", "description", "highlights", None),
)


def _entries(left: dict[str, Any], read: ReadResume, contact: Contact | None) -> Iterator[dict[str, Any]]:
    for section, title, place, duties, details, kind in _SECTIONS:
        for number, one in _parts(left, section):
            known = kind or next((word for word in Kind if word == one.get("type")), None)
            if known is None or not one.get("startDate") or (section == "education" and not one.get(title)):
                if section == "projects" or not one:
                    continue
                if not one.get("startDate") and one.get(title):
                    path = (section, number)
                    read.missing.append(Finding(path, NO_FIRST_DAY, "Write it as `startDate`."))
                continue
            one.pop("type", None)
            if section == "education":
                one.pop("studyType", None) if one.get("studyType") == STUDY else None
            entry = {"title": one.pop(title, None), "organization": one.pop(place, None), "kind": str(known)}
            entry |= {"country": one.pop("location", None), "duties": one.pop(duties, None)}
            entry |= {"from": _plain(one.pop("startDate")), "to": _plain(one.pop("endDate", None)) or "present"}
            lines = one.pop(details, [])
            told, others = read_details(lines if isinstance(lines, list) else [lines])
            if others:
                one[details] = others
            entry |= told
            if "contact" not in entry:
                _no_contact(entry, (section, number), read, contact)
            yield {key: value for key, value in entry.items() if value not in (None, "")}


def _no_contact(entry: dict[str, Any], path: tuple[str, int], read: ReadResume, contact: Contact | None) -> None:
    if contact is not None:
        entry["contact"] = str(contact)
        return
    fix = f"Add “Contact with patients: …” to its lines, with one of {_CONTACTS}; or say one for all when you import."
    read.missing.append(Finding(path, f"{shown(entry['title'])} does not say what contact with patients it had.", fix))


def _certificates(left: dict[str, Any], read: ReadResume) -> None:
    for _, one in _parts(left, "certificates"):
        name, day = one.get("name"), _plain(one.get("date"))
        dated = {"date": day} if day else {}
        exam = _EXAM.fullmatch(name) if isinstance(name, str) else None
        if name == ECFMG:
            read.content["certificate"] = {"state": "issued", **({"issued": day} if day else {})}
        elif isinstance(name, str) and name.startswith(LICENCE):
            licence = {"country": name.removeprefix(LICENCE), **({"from": day} if day else {})}
            read.content.setdefault("licences", []).append(licence)
        elif exam and exam[1] in list(ExamName):
            score = {"score": int(exam[2])} if exam[2] else {}
            read.content.setdefault("exams", []).append({"exam": exam[1], **dated, "result": "passed", **score})
        else:
            continue
        for key in ("name", "date"):
            one.pop(key, None)


def _plain(written: Any) -> Any:
    return int(written) if isinstance(written, str) and re.fullmatch(r"[12]\d{3}", written) else written


def _remaining(path: tuple[str | int, ...], left: Any) -> Iterator[str]:
    if isinstance(left, dict):
        for key, value in left.items():
            yield from _remaining((*path, key), value)
    elif isinstance(left, list):
        for number, value in enumerate(left):
            yield from _remaining((*path, number), value)
    elif left not in (None, ""):
        yield f"{field_name(path)}: {shown(left)}"
