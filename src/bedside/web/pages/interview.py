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
from bedside.story.interview import answer, kept_text, parts_for, texts_of
from bedside.story.questions import Question, draft_of, find_question, not_asked, question_bank
from bedside.web.access import dossier_page
from bedside.web.changes import REMOVED, Change, PartChangedMeanwhile, fingerprint, make_change, part_of
from bedside.web.clock import this_moment, today
from bedside.web.frame import show
from bedside.web.store.dossiers import Opened


@dataclass(frozen=True, slots=True)
class NotSaved:
    """What was typed and is not saved (None where nothing was), why not, and whether another window was first."""

    texts: tuple[str, ...] | None = None
    mistakes: Iterable[Mistake] = ()
    meanwhile: bool = False


@dossier_page
def interview(request: HttpRequest, opened: Opened) -> HttpResponse:
    """All questions by group, those answered marked, and what programs may not ask."""
    groups = [
        (group, [(one, draft_of(one, opened.dossier) is not None) for one in group.questions])
        for group in question_bank(load_evidence())
    ]
    return show(request, opened, "story", "interview.html", groups=groups, not_asked=not_asked(load_evidence()))


@dossier_page
def one_answer(request: HttpRequest, opened: Opened, question: str) -> HttpResponseBase:
    """The answer to one question: looked over as it was typed, or saved as a draft of the dossier."""
    asked = find_question(question, load_evidence())
    if asked is None:
        raise Http404("question")
    if request.method != "POST":
        return _page(request, opened, asked, NotSaved())
    texts = tuple(request.POST.get(part.name, "").strip() for part in parts_for(asked))
    if request.POST.get("do") == "look":
        return _page(request, opened, asked, NotSaved(texts))
    try:
        _save(opened, asked, texts, request.POST.get("base", ""))
    except PartChangedMeanwhile as changed:
        return _page(request, changed.now, asked, NotSaved(texts, meanwhile=True), 409)
    except DossierMistakes as found:
        return _page(request, opened, asked, NotSaved(texts, found.mistakes), 422)
    messages.success(request, "Your answer is saved.")
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
        "answer.html",
        status=status,
        question=question,
        answer=answer(texts, question, opened.dossier, today(), load_evidence()),
        base=fingerprint(content),
        mistakes=tuple(not_saved.mistakes),
        theirs=saved if not_saved.meanwhile else (),
        is_looked_over=not_saved.texts is not None and not not_saved.meanwhile and not not_saved.mistakes,
        is_kept=place is not None,
    )


def _save(opened: Opened, question: Question, texts: tuple[str, ...], base: str) -> Opened:
    """Keep the parts as one draft; an empty answer takes its draft away."""
    place, content = _where(opened, question)
    text = kept_text(texts)
    if place is None and not text:
        return opened
    value: Any = {**content, "place": question.place.value, "about": question.about, "text": text} if text else REMOVED
    if text and question.about is None:
        value["about"] = content.get("about")
    if isinstance(value, dict):
        value = {key: one for key, one in value.items() if one is not None}
    where = len(opened.dossier.drafts) if place is None else place
    if place is not None and not base:
        raise PartChangedMeanwhile(opened)
    what = "Kept an interview answer" if text else "Took an interview answer away"
    return make_change(opened, Change(("drafts", where), value, base, what), today(), this_moment())


def _where(opened: Opened, question: Question) -> tuple[int | None, dict[str, Any]]:
    """The number and the plain content of the draft that answers a question; None and nothing where there is none."""
    found = draft_of(question, opened.dossier)
    if found is None:
        return None, {}
    return found[0], dict(part_of(opened.content, ("drafts", found[0])) or {})
