"""Which page and which form an entry of the dossier stands on, so that every reason can lead to it."""

from __future__ import annotations

import re
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

CHAPTER_OF_PART = {
    "identity": "you",
    "medical_school": "you",
    "status": "status",
    "exams": "exams",
    "exams_not_taken": "exams",
    "certificate": "exams",
    "licences": "exams",
    "experiences": "timeline",
    "timeline": "timeline",
    "explanations": "timeline",
    "strengths": "timeline",
    "bookings": "bookings",
    "letters": "letters",
    "opportunities": "places",
    "outreach": "places",
    "cycles": "seasons",
    "applied_before": "seasons",
    "applications": "programs",
    "target": "target",
    "constraints": "time-and-money",
    "self_audit": "self-audit",
    "readings": "readings",
}
"""The chapter of the section Me that each part of the dossier is filled in on."""

_DECIDED = ("decision", "stop_contract")


def place_of_entry(opened: Any, entry: str) -> str | None:
    """The address of the form that an entry such as `experiences[1].from` stands on; None without a dossier."""
    part = re.split(r"[.\[]", entry, maxsplit=1)[0]
    if opened is None:
        return None
    if part in _DECIDED:
        return reverse("decision", args=[opened.id]) + ("#contract" if part == "stop_contract" else "")
    if part == "seven_day_task":
        return reverse("home", args=[opened.id]) + "#seven-days"
    if part == "ticked_off":
        return reverse("plan", args=[opened.id]) + "?only=done&view=list"
    if part in ("story", "drafts"):
        return _place_in_the_story(opened, entry)
    chapter = chapter_of(entry)
    if chapter is None:
        return None
    anchor = anchor_of(entry)
    opens = f"?open={anchor}" if anchor[-1].isdigit() else ""
    return f"{reverse('chapter', args=[opened.id, chapter])}{opens}#{anchor}"


def _place_in_the_story(opened: Any, entry: str) -> str:
    number = re.match(r"drafts\[(\d+)\]", entry)
    if number:
        return reverse("draft", args=[opened.id, int(number[1])])
    slot = entry.partition("story.")[2]
    return reverse("drafts" if entry.startswith("drafts") else "story", args=[opened.id]) + (f"#{slot}" if slot else "")


def chapter_of(entry: str) -> str | None:
    """The chapter an entry such as `experiences[1].from` is filled in on; None for what stands elsewhere."""
    return CHAPTER_OF_PART.get(re.split(r"[.\[]", entry, maxsplit=1)[0])


def place_of_figure(opened: Any, name: str) -> str | None:
    """The address of a figure on the page of sources; None without a dossier."""
    return None if opened is None else f"{reverse('sources', args=[opened.id])}?{urlencode({'name': name})}"


def anchor_of(entry: str) -> str:
    """The id of the form of an entry: `experiences[1].from` is on `experiences-1`."""
    found = re.match(r"(constraints\.(?:paid_leave|money|fixed_dates)|[a-z_]+)(?:\[(\d+)\])?", entry)
    if found is None:
        return "top"
    form = found[1].replace(".", "-")
    return f"{form}-{found[2]}" if found[2] else form
