"""Interviews: the questions, one page for each answer with its parts and a timer, and what may not be asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from bedside.applicant.mistakes import DossierMistakes, Mistake
from bedside.evidence.library import load_evidence
from bedside.story.interview.answer import answer, kept_text, parts_for, texts_of
from bedside.story.interview.questions import Question, draft_of, find_question, not_asked, question_bank
from bedside.web.clock import this_moment, today
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.pages.story.draft_saving import NO_ROOM, has_room, with_version
from bedside.web.store.changes import REMOVED, Change, PartChangedMeanwhile, fingerprint, make_change, part_of
from bedside.web.store.dossiers import Opened


@dataclass(frozen=True, slots=True)
class NotSaved:
    """What was typed and is not saved (None where nothing was), why not, and whether another window was first."""

    texts: tuple[str, ...] | None = None
    mistakes: Iterable[Mistake] = ()
    meanwhile: bool = False
    no_room: bool = False

    @property
    def is_looked_over(self) -> bool:
        """Whether what was typed was only to be read."""
        return self.texts is not None and not (self.meanwhile or self.mistakes or self.no_room)


class NoRoom(Exception):
    """All texts and versions together are more than a file can hold."""


@dossier_page
def interview(request: HttpRequest, opened: Opened) -> HttpResponse:
    """All questions by group, those answered marked, and what programs may not ask."""
    groups = [
        (group, [(one, draft_of(one, opened.dossier) is not None) for one in group.questions])
        for group in question_bank(load_evidence())
    ]
    return show(request, opened, "story", "story/interview.html", groups=groups, not_asked=not_asked(load_evidence()))


@dossier_page
def one_answer(request: HttpRequest, opened: Opened, question: str) -> HttpResponseBase:
    """The answer to one question: looked over as it was typed, or saved as a draft of the dossier."""
    asked = find_question(question, load_evidence())
    if asked is None:
        raise Http404("question")
    if request.method != "POST":
        return _page(request, opened, asked, NotSaved())
    texts = tuple(_words(request, part.name) for part in parts_for(asked))
    if request.POST.get("do") == "look":
        return _page(request, opened, asked, NotSaved(texts))
    is_kept = request.POST.get("do") == "keep"
    try:
        _save(opened, asked, texts, request.POST.get("base", ""), is_kept)
    except NoRoom:
        return _page(request, opened, asked, NotSaved(texts, no_room=True), 422)
    except PartChangedMeanwhile as changed:
        return _page(request, changed.now, asked, NotSaved(texts, meanwhile=True), 409)
    except DossierMistakes as found:
        return _page(request, opened, asked, NotSaved(texts, found.mistakes), 422)
    told = "Your answer is saved, and kept as a version." if is_kept and any(texts) else "Your answer is saved."
    messages.success(request, told)
    return redirect("story_answer", id=opened.id, question=asked.name)


def _page(
    request: HttpRequest, opened: Opened, question: Question, not_saved: NotSaved, status: int = 200
) -> HttpResponse:
    place, content = _where(opened, question)
    saved = texts_of(content.get("text", ""), question)
    texts = saved if not_saved.texts is None else not_saved.texts
    return show(
        request,
        opened,
        "story",
        "story/answer.html",
        status=status,
        question=question,
        answer=answer(texts, question, opened.dossier, today(), load_evidence()),
        base=fingerprint(content),
        mistakes=tuple(not_saved.mistakes),
        theirs=saved if not_saved.meanwhile else (),
        is_looked_over=not_saved.texts is not None
        and not not_saved.meanwhile
        and not (not_saved.mistakes or not_saved.no_room),
        no_room=NO_ROOM if not_saved.no_room else "",
        draft_number=place,
        versions=len(content.get("versions", ())),
    )


def _save(opened: Opened, question: Question, texts: tuple[str, ...], base: str, is_kept: bool) -> Opened:
    """Keep the parts as one draft, and as a version where that is asked; an empty answer takes its draft away."""
    place, content = _where(opened, question)
    text = kept_text(texts)
    if place is None and not text:
        return opened
    value: Any = {**content, "place": question.place.value, "about": question.about, "text": text} if text else REMOVED
    if text and question.about is None:
        value["about"] = content.get("about")
    if isinstance(value, dict):
        value = {key: one for key, one in value.items() if one is not None}
        value = with_version(value, text, today()) if is_kept else value
    where = len(opened.dossier.drafts) if place is None else place
    if place is not None and not base:
        raise PartChangedMeanwhile(opened)
    if isinstance(value, dict) and not has_room(opened, where, value):
        raise NoRoom
    what = "Kept an interview answer" if text else "Took an interview answer away"
    return make_change(opened, Change(("drafts", where), value, base, what), today(), this_moment())


def _words(request: HttpRequest, name: str) -> str:
    """What was typed, with plain line breaks and without space around it."""
    return request.POST.get(name, "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _where(opened: Opened, question: Question) -> tuple[int | None, dict[str, Any]]:
    """The number and the plain content of the draft that answers a question; None and nothing where there is none."""
    found = draft_of(question, opened.dossier)
    if found is None:
        return None, {}
    return found[0], dict(part_of(opened.content, ("drafts", found[0])) or {})
