"""What can be laid beside the dossier that is open: others within reach, its own earlier states, and a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.timezone import localtime

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.parsing import parse_bytes, parse_content
from bedside.documents.wording import LONGEST_TITLE, in_short, shortened
from bedside.web.clock import today
from bedside.web.forms.fields import Choice
from bedside.web.guarding.access import dossiers_within_reach
from bedside.web.guarding.uploads import NotTaken, brought_in
from bedside.web.store.dossiers import NAME_OF_FILE, DossierGone, DossierLocked, Opened, open_dossier
from bedside.web.store.history import RevisionGone, content_at, revisions_of
from bedside.web.store.sealing import is_sealed

FILE = "file"
MOST_STATES = 30

_GONE = "What you chose is not there any more, or is locked. Choose again."


@dataclass(frozen=True, slots=True)
class Beside:
    """The dossier to lay beside the open one, and the words that head its column."""

    dossier: Dossier
    name: str


def offered(request: HttpRequest, opened: Opened, chosen: str) -> tuple[Choice, ...]:
    """Every other dossier that is not locked, the last state of each earlier day, and a file."""
    others = [row for row in dossiers_within_reach(request) if row.id != opened.id and not is_sealed(row.document)]
    named = [(str(row.id), f"“{_name(row.document)}”, saved {_day(row.saved_at)}") for row in others]
    states = [(f"state-{version}", f"This dossier as it was on {day}") for day, version in _last_of_each_day(opened)]
    every = [*named, *states, (FILE, "A file from this computer")]
    known = chosen if chosen in dict(every) else FILE
    return tuple(Choice(value, label, value == known) for value, label in every)


def chosen_one(request: HttpRequest, opened: Opened) -> Beside:
    """What was chosen, read and kept nowhere; raises NotTaken with a sentence, and DossierMistakes."""
    chosen = request.POST.get("other", FILE)
    if chosen == FILE:
        return _from_a_file(request)
    if chosen not in {one.value for one in offered(request, opened, chosen)}:
        raise NotTaken(_GONE)
    try:
        if chosen.startswith("state-"):
            return _earlier_state(opened, int(chosen.removeprefix("state-")))
        return Beside(open_dossier(UUID(chosen), today()).dossier, "The other dossier")
    except (DossierGone, DossierLocked, RevisionGone):
        raise NotTaken(_GONE) from None


def _from_a_file(request: HttpRequest) -> Beside:
    sent = request.FILES.get("file")
    if not isinstance(sent, UploadedFile) or not sent.size:
        raise NotTaken("Choose a file that is not empty.")
    brought = brought_in(sent)
    return Beside(parse_bytes(brought.dossier, brought.name, today()).dossier, "The other file")


def _earlier_state(opened: Opened, version: int) -> Beside:
    day = next(day for day, one in _last_of_each_day(opened) if one == version)
    content = content_at(opened, version, today())
    return Beside(parse_content(content, NAME_OF_FILE, today()).dossier, f"On {day}")


def _last_of_each_day(opened: Opened) -> list[tuple[str, int]]:
    """Days with their last version, the latest day first; without the state that is open."""
    found: dict[str, int] = {}
    for one in revisions_of(opened):
        if one.version != opened.version:
            found.setdefault(_day(one.saved_at), one.version)
    return list(found.items())[:MOST_STATES]


def _day(moment: datetime) -> str:
    return in_short(localtime(moment).date())


def _name(document: object) -> str:
    identity = document.get("identity", {}) if isinstance(document, dict) else {}
    return shortened(str(identity.get("name") or "a dossier"), LONGEST_TITLE)
