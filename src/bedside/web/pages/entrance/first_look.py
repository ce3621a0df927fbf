"""The first screen: six questions, three plain answers, and the way to a dossier; nothing is kept before that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from bedside.applicant.file.parsing import parse_content
from bedside.applicant.half_given import to_put_right
from bedside.applicant.left_open import answered_by, left_open, not_known
from bedside.applicant.six_answers import USUAL_NAME, SixAnswers, content_of
from bedside.documents.wording import capitalised, joined, lowered
from bedside.evidence.library import load_evidence
from bedside.plan.first_look import FirstLook, look_without_a_school
from bedside.plan.first_look import first_look as look
from bedside.standing.results import Level
from bedside.web.clock import this_moment, today
from bedside.web.forms.plain_words import dates_in_words
from bedside.web.guarding.access import dossiers_within_reach, let_in
from bedside.web.pages.entrance.six_questions import answers_from, name_field, questions, sent_again
from bedside.web.store.dossiers import begin
from bedside.web.store.sealing import is_sealed
from bedside.web.store.tables import DossierRow


def six_questions(request: HttpRequest) -> HttpResponse:
    """The six questions; where this browser has dossiers already, those come first."""
    context = {
        "dossiers": [_in_reach(row) for row in dossiers_within_reach(request)],
        "questions": questions(SixAnswers()),
    }
    return render(request, "entrance/start.html", context)


def first_look(request: HttpRequest) -> HttpResponse:
    """The three answers to the six questions, with the questions below to change; nothing is kept."""
    if request.method != "POST":
        return redirect("start")
    answers, wrong = _answers_and_mistakes(request)
    return _with_mistakes(request, answers, wrong) if wrong else _shown(request, answers)


def begin_here(request: HttpRequest) -> HttpResponse:
    """Keep a dossier that begins with the six answers, and let this browser in."""
    if request.method != "POST":
        return redirect("start")
    answers, wrong = _answers_and_mistakes(request)
    if wrong:
        return _with_mistakes(request, answers, wrong)
    if not answers.can_begin:
        return _shown(request, answers, asks_for_school=True)
    name = request.POST.get("name", "").strip()[:200] or USUAL_NAME
    opened = begin(content_of(answers, name, today()), "Begun with six answers", today(), this_moment())
    let_in(request, opened.id)
    return redirect(_after_beginning(opened.id))


def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, where, and what never leaves."""
    hosting = settings.HOSTING
    context = {
        "file": hosting.database_file,
        "has_other_database": bool(hosting.database),
        "erase_after_days": hosting.erase_after_days,
    }
    return render(request, "entrance/privacy.html", context)


def _shown(request: HttpRequest, answers: SixAnswers, asks_for_school: bool = False) -> HttpResponse:
    seen = _look(answers)
    context: dict[str, Any] = {
        "look": seen,
        "what_moves": capitalised(joined([lowered(one) if one[1].islower() else one for one in seen.what_moves])),
        "questions": questions(answers),
        "answers": sent_again(answers),
        "left_open": left_open(answers),
        "unknown": [(factor, answered_by(factor.name)) for factor in seen.unknown],
        "unknown_level": Level.UNKNOWN,
        "at_least": ("failures",) if answers.may_have_failed_more else (),
        "can_begin": answers.can_begin,
        "asks_for_school": asks_for_school,
        "called": name_field(USUAL_NAME),
        "opened": None,
    }
    return render(request, "entrance/first_look.html", context)


def _answers_and_mistakes(request: HttpRequest) -> tuple[SixAnswers, Mapping[str, tuple[str, ...]]]:
    answers, unreadable = answers_from(request.POST)
    told = to_put_right(answers, today()) | dict(unreadable)
    return answers, {field: tuple(map(dates_in_words, says)) for field, says in told.items()}


def _look(answers: SixAnswers) -> FirstLook:
    as_of, evidence = today(), load_evidence()
    if not answers.can_begin:
        return look_without_a_school(as_of, evidence)
    read = parse_content(content_of(answers, USUAL_NAME, as_of), "your answers", as_of)
    return look(read.dossier, not_known(answers), as_of, evidence)


def _with_mistakes(request: HttpRequest, answers: SixAnswers, wrong: Mapping[str, tuple[str, ...]]) -> HttpResponse:
    context = {"questions": questions(answers, wrong), "wrong": sum(map(len, wrong.values()))}
    return render(request, "entrance/start.html", context, status=422)


def _in_reach(row: DossierRow) -> dict[str, Any]:
    name = "" if is_sealed(row.document) else row.document["identity"]["name"]
    return {"id": row.id, "name": name, "saved_at": row.saved_at}


def _after_beginning(id: Any) -> str:
    """Where hosted, first the page on which the way back is given; else home."""
    try:
        return reverse("keep" if settings.HOSTING.is_hosted else "home", args=[id])
    except NoReverseMatch:
        return reverse("home", args=[id])
