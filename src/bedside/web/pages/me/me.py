"""The section Me: what is filled in, what is still empty and why it matters, and a page of short forms a chapter."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from bedside.applicant.mistakes import DossierMistakes
from bedside.web.clock import this_moment, today
from bedside.web.forms.chapters import CHAPTERS, Chapter, Section, chapter_called
from bedside.web.forms.form import says
from bedside.web.forms.plain_words import in_plain_words
from bedside.web.forms.saving import NotSaved, Saved, Sent, remove, save_form
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.pages.me import cards
from bedside.web.pages.me.cards import Shown
from bedside.web.store.dossiers import Opened

_BOTH_KEPT = "Something else was changed in another window meanwhile; both are kept."


@dossier_page
def me(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Every chapter with what is in it and what is not."""
    return show(
        request,
        opened,
        "me",
        "me/me.html",
        chart=cards.activity_picture(opened, today()),
        cards=[cards.card(chapter, opened) for chapter in CHAPTERS],
        warnings=cards.to_look_at(opened),
    )


@dossier_page
def chapter(request: HttpRequest, opened: Opened, chapter: str) -> HttpResponse:
    """One chapter; `?open=` names the entry whose form is opened, and htmx asks for that form alone."""
    this = _chapter(chapter)
    wanted = cards.opened_entry(this, opened, request.GET)
    if request.htmx and wanted is not None:  # type: ignore[attr-defined]
        return render(request, "me/entry.html", _frame(this, opened) | {"shown": wanted})
    return _page(request, opened, this, wanted)


@require_POST
@dossier_page
def save_part(request: HttpRequest, opened: Opened, chapter: str) -> HttpResponse:
    """Save one form of a chapter."""
    this = _chapter(chapter)
    sent, section, slot = _sent(request.POST, this)
    if request.POST.get("keep"):
        return _kept_theirs(request, opened, this, section, sent, slot)
    answer = save_form(opened, sent, today(), this_moment())
    if isinstance(answer, Saved):
        return _saved(request, opened, this, section, sent, slot, answer)
    return _not_saved(request, this, section, slot, answer)


@require_POST
@dossier_page
def remove_entry(request: HttpRequest, opened: Opened, chapter: str) -> HttpResponse:
    """Remove one entry, or empty a part; the history can bring it back."""
    this = _chapter(chapter)
    sent, section, _ = _sent(request.POST, this)
    try:
        now = remove(opened, sent, today(), this_moment())
    except DossierMistakes as refused:
        messages.warning(request, f"Nothing was removed. {says(in_plain_words(refused.mistakes, opened.content)[0])}")
        now = None
    else:
        told = "It was changed in another window, so nothing was removed. Look at it again."
        messages.info(request, "Removed. You can bring it back under History." if now else told)
    return redirect(f"{_address(opened, this)}#{section.anchor}")


def _page(
    request: HttpRequest, opened: Opened, this: Chapter, wanted: Shown | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, object] = {
        "chapter": this,
        "groups": cards.groups(this, opened, wanted),
        "chart": cards.activity_picture(opened, today()) if this.shows_the_map else None,
        "empty": cards.still_empty_in(this, opened),
        "neighbours": cards.neighbours(this),
    }
    return show(request, opened, "me", "me/chapter.html", status=status, **context)


def _frame(this: Chapter, opened: Opened) -> dict[str, object]:
    return {"chapter": this, "opened": opened}


def _saved(
    request: HttpRequest, opened: Opened, this: Chapter, section: Section, sent: Sent, slot: str, answer: Saved
) -> HttpResponse:
    is_behind = answer.changed and str(opened.version) != request.POST.get("version", str(opened.version))
    told = ("Saved." if answer.changed else "Nothing was changed.") + (f" {_BOTH_KEPT}" if is_behind else "")
    is_new = section.is_list and sent.index is None
    slot = f"{section.anchor}-v{answer.now.version}" if is_new else slot
    if not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, told)
        return redirect(_anchored(answer.now, this, section, answer.index))
    shown = cards.shown(section, answer.now, answer.index, slot=slot, told=told, is_open=section.is_list)
    context = _frame(this, answer.now) | {
        "shown": shown,
        "another": cards.new_entry(section, answer.now) if is_new else None,
        "chart": cards.activity_picture(answer.now, today()) if this.shows_the_map else None,
        "shows_map": this.shows_the_map,
        "empty": cards.still_empty_in(this, answer.now),
    }
    response = render(request, "me/saved.html", context)
    response["HX-Trigger"] = json.dumps({"dossierSaved": {"version": answer.now.version}})
    return response


def _not_saved(request: HttpRequest, this: Chapter, section: Section, slot: str, answer: NotSaved) -> HttpResponse:
    status = 409 if answer.is_changed or answer.is_gone else 422
    is_live = request.htmx  # type: ignore[attr-defined]
    wanted = cards.shown_again(section, answer, slot if is_live else cards.slot_of(section, answer.index))
    if is_live:
        template = "me/entry.html" if section.is_list else "me/form.html"
        return render(request, template, _frame(this, answer.now) | {"shown": wanted}, status=status)
    return _page(request, answer.now, this, wanted, status)


def _kept_theirs(
    request: HttpRequest, opened: Opened, this: Chapter, section: Section, sent: Sent, slot: str
) -> HttpResponse:
    """Show again what was saved in the other window; what was typed here was given up on purpose."""
    if not request.htmx:  # type: ignore[attr-defined]
        messages.info(request, "Kept what was saved.")
        return redirect(_anchored(opened, this, section, sent.index))
    shown = cards.shown(section, opened, sent.index, slot=slot, told="Kept what was saved.", is_open=True)
    return render(
        request, "me/entry.html" if section.is_list else "me/form.html", _frame(this, opened) | {"shown": shown}
    )


def _sent(posted: QueryDict, this: Chapter) -> tuple[Sent, Section, str]:
    """The form that was sent, its section, and the id it stands under; raises Http404 for one that no chapter has."""
    section = this.section(posted.get("part", ""))
    number = posted.get("index", "")
    if section is None or (number and not (section.is_list and number.isdecimal() and len(number) < 6)):
        raise Http404("form")
    index = int(number) if number else None
    slot = cards.slot_sent(section, posted.get("slot", ""), index)
    beside = tuple(posted.get("beside", "").split())
    return Sent(section, index, posted.get("base", ""), posted, beside), section, slot


def _chapter(slug: str) -> Chapter:
    found = chapter_called(slug)
    if found is None:
        raise Http404("chapter")
    return found


def _address(opened: Opened, this: Chapter) -> str:
    return reverse("chapter", args=[opened.id, this.slug])


def _anchored(opened: Opened, this: Chapter, section: Section, index: int | None) -> str:
    """The address of a form, opened where it is an entry of a list."""
    slot = cards.slot_of(section, index)
    query = f"?open={slot}" if index is not None else ""
    return f"{_address(opened, this)}{query}#{slot}"
