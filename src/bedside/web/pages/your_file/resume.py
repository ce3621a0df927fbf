"""JSON Resume, out and in: what the file of the CV cannot hold, and what of another one can be taken."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from bedside.applicant.file.parsing import all_wrong
from bedside.applicant.json_resume.reading import resume_in
from bedside.applicant.json_resume.taking import OfferedEntry, offer, with_taken
from bedside.applicant.json_resume.writing import as_resume
from bedside.applicant.mistakes import DossierMistakes, Mistake
from bedside.applicant.parts.experience import Contact
from bedside.applicant.questions import question_about
from bedside.documents.wording import lowered
from bedside.web.clock import this_moment, today
from bedside.web.forms.fields import Choice, Field
from bedside.web.forms.plain_words import in_plain_words
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.store.changes import Change, PartChangedMeanwhile, fingerprint, make_change, part_of
from bedside.web.store.dossiers import Opened

LARGEST_RESUME = 500_000
MOST_ENTRIES, MOST_SHOWN = 150, 100

_WHAT = "Took entries from a JSON Resume"
_CHANGED = "Something was saved in another window meanwhile. Nothing was taken. Look again, and take it then."
_CONTACT_NEEDED = "Say which it was, or leave this entry out."
_NOT_ANSWERED = "An entry that is chosen does not say yet what contact with patients it had."
_NONE_CHOSEN = "Choose at least one entry to take."
_PARTS = ("experiences", "exams", "licences", "strengths", "certificate")


class ResumeNotTaken(Exception):
    """What was sent cannot be looked at; the text says why and what to bring."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry on the preview: whether it is chosen, and the question about contact where it is asked."""

    entry: OfferedEntry
    is_chosen: bool
    contact: Field | None


@require_http_methods(["GET", "HEAD", "POST"])
@dossier_page
def resume(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """The form; a POST shows what would be taken, and a second one takes it."""
    if request.method != "POST":
        return _page(request, opened)
    try:
        text = _text_of(request)
        found = _read(text)
    except ResumeNotTaken as reason:
        return _page(request, opened, str(reason))
    except DossierMistakes as wrong:
        return _page(request, opened, mistakes=wrong.mistakes)
    return _take(request, opened, text, found) if "take" in request.POST else _preview(request, opened, text, found)


def _take(request: HttpRequest, opened: Opened, text: str, found: Mapping[str, Any]) -> HttpResponseBase:
    """All of what is chosen, or nothing and why."""
    chosen = [one for one in _fresh(found, opened) if one.key in request.POST.getlist("entry")]
    taken = [_completed(one, request.POST) for one in chosen]
    if not taken or any(one.asks_contact for one in taken):
        return _preview(request, opened, text, found, wrong=_NOT_ANSWERED if taken else _NONE_CHOSEN, status=422)
    try:
        saved = _saved(opened, taken, request.POST)
    except PartChangedMeanwhile as changed:
        return _preview(request, changed.now, text, found, wrong=_CHANGED, status=409)
    except DossierMistakes as refused:
        plain = in_plain_words(refused.mistakes, dict(opened.content) | with_taken(opened.content, taken))
        return _preview(request, opened, text, found, mistakes=plain, status=422)
    messages.success(request, f"Taken: {len(taken)}. History can take it back.")
    return redirect("me", id=saved.id)


def _saved(opened: Opened, taken: Iterable[OfferedEntry], sent: QueryDict) -> Opened:
    """Every part that grows, each as one change, all of them or none."""
    with transaction.atomic():
        for part, value in with_taken(opened.content, taken).items():
            change = Change((part,), value, sent.get(f"base-{part}", ""), _WHAT)
            opened = make_change(opened, change, today(), this_moment())
    return opened


def _completed(one: OfferedEntry, sent: Mapping[str, str]) -> OfferedEntry:
    said = sent.get(f"contact-{one.key}", "")
    return one.with_contact(Contact(said)) if one.asks_contact and said in list(Contact) else one


def _text_of(request: HttpRequest) -> str:
    """The resume that was sent as a file, or the one that was shown a moment ago; raises ResumeNotTaken."""
    sent = request.FILES.get("file")
    if "take" in request.POST:
        content = request.POST.get("resume", "").encode()
    else:
        content = sent.read() if isinstance(sent, UploadedFile) else b""
    if not content.strip():
        raise ResumeNotTaken("Choose a file that is not empty.")
    if len(content) > LARGEST_RESUME:
        raise ResumeNotTaken(f"A resume of more than {LARGEST_RESUME // 1000} kB cannot be looked at here.")
    text = json.dumps(_read(content), ensure_ascii=False)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ResumeNotTaken("The file holds halves of characters, which no text can. Write it anew with its program.")
    return text


def _read(content: bytes | str) -> Mapping[str, Any]:
    found, read = resume_in(content if isinstance(content, bytes) else content.encode(), "the file")
    if read.findings:
        raise all_wrong("the file", read.findings, read.places)
    return found


def _fresh(found: Mapping[str, Any], opened: Opened) -> list[OfferedEntry]:
    return [one for one in offer(found, opened.content).entries if not one.is_there][:MOST_ENTRIES]


def _preview(
    request: HttpRequest,
    opened: Opened,
    text: str,
    found: Mapping[str, Any],
    wrong: str = "",
    mistakes: Iterable[Mistake] = (),
    status: int = 200,
) -> HttpResponse:
    offered = offer(found, opened.content)
    fresh = [one for one in offered.entries if not one.is_there]
    context: dict[str, Any] = {
        "text": text,
        "rows": [_row(one, request.POST) for one in fresh[:MOST_ENTRIES]],
        "too_many": max(0, len(fresh) - MOST_ENTRIES),
        "there": [one for one in offered.entries if one.is_there][:MOST_SHOWN],
        "left_out": offered.left_out[:MOST_SHOWN],
        "more_left_out": max(0, len(offered.left_out) - MOST_SHOWN),
        "bases": [(part, fingerprint(part_of(opened.content, (part,)))) for part in _PARTS],
        "refused": tuple(mistakes),
    }
    return _page(request, opened, wrong, status=status, looked_at=True, **context)


def _row(one: OfferedEntry, sent: QueryDict) -> EntryRow:
    is_chosen = "take" not in sent or one.key in sent.getlist("entry")
    return EntryRow(one, is_chosen, _contact(one, sent) if one.asks_contact else None)


def _contact(one: OfferedEntry, sent: QueryDict) -> Field:
    name, said = f"contact-{one.key}", sent.get(f"contact-{one.key}", "")
    question = question_about(("experiences", 0, "contact"))
    words = [(word, question.in_words(word)) for word in Contact]
    choices = (Choice("", "Not answered", not said), *(Choice(word, says, said == word) for word, says in words))
    is_missing = "take" in sent and one.key in sent.getlist("entry") and said not in list(Contact)
    wrong = (_CONTACT_NEEDED,) if is_missing else ()
    label = f"{one.title}: {lowered(question.asks)}"
    return Field(name, name, label, "choice", choices=choices, wrong=wrong)


def _page(
    request: HttpRequest,
    opened: Opened,
    wrong: str = "",
    mistakes: tuple[Mistake, ...] = (),
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    if status == 200 and (wrong or mistakes):
        status = 422
    context |= {
        "wrong": wrong,
        "mistakes": mistakes[:MOST_SHOWN],
        "how_many": len(mistakes),
        "not_held": as_resume(opened.dossier).not_held,
        "largest": LARGEST_RESUME // 1000,
    }
    return show(request, opened, "export", "your_file/resume.html", status, **context)
