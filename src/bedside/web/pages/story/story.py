"""The section Story: the arc in six parts, the drafts with what was found in them, and one story over all texts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from bedside.applicant.mistakes import DossierMistakes, Mistake
from bedside.applicant.parts.drafts import DraftPlace
from bedside.documents.content.story.story import STEPS
from bedside.evidence.library import load_evidence
from bedside.story.arc import Slot, arc
from bedside.story.drafts.qualities import qualities
from bedside.story.drafts.review import review
from bedside.story.told.consistency import one_story
from bedside.web.clock import this_moment, today
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.pages.story.draft_saving import (
    DRAFTS,
    NO_ROOM,
    add_draft,
    brought_back,
    draft_at,
    has_room,
    place_of_draft,
    remove_draft,
    save_draft,
    with_version,
)
from bedside.web.pages.story.excerpts import excerpts
from bedside.web.store.changes import REMOVED, Change, PartChangedMeanwhile, fingerprint, make_change, part_of
from bedside.web.store.dossiers import Opened

_LONGEST_NUMBER = 10
_NOT_THERE = "This text is not in your file any more. It may have been removed in another window."


@dossier_page
def story(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The arc: six parts, what the file knows beside each, and the applicant's own words."""
    return _arc_page(request, opened)


@dossier_page
def save_slot(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Save one part of the arc, apart from the others; where nothing is sent, lead to the arc."""
    name, base, words = request.POST.get("slot", ""), request.POST.get("base", ""), _words(request, "words")
    slot = next((one for one in arc(opened.dossier, today()).slots if one.name == name), None)
    if slot is None:
        return redirect("story", id=opened.id)
    value = words if words.strip() else REMOVED
    path = ("story", name)
    if value is REMOVED and part_of(opened.content, path) is None:
        return _slot_answer(request, opened, slot, {"told": "Nothing was typed."})
    try:
        opened = make_change(opened, Change(path, value, base, f"Wrote “{slot.title}”"), today(), this_moment())
    except PartChangedMeanwhile as changed:
        return _slot_answer(request, changed.now, slot, {"typed": words, "meanwhile": True}, 409)
    except DossierMistakes as refused:
        return _slot_answer(request, opened, slot, {"typed": words, "wrong": _sentences(refused.mistakes)}, 422)
    return _slot_answer(request, opened, slot, {"told": "Saved."})


@dossier_page
def drafts(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Every draft with how long it is and what was found; and a form to add one."""
    if request.method != "POST":
        return _list(request, opened, {}, ())
    typed = request.POST
    written = {"place": typed.get("place", ""), "about": typed.get("about", "").strip()}
    draft = {key: value for key, value in written.items() if value} | {"text": _words(request, "text")}
    try:
        after, number = add_draft(opened, draft, today(), this_moment())
    except DossierMistakes as refused:
        return _list(request, opened, typed, _sentences(refused.mistakes), 422)
    messages.success(request, "Added.")
    return redirect("draft", id=after.id, number=number)


@dossier_page
def draft(request: HttpRequest, opened: Opened, number: int) -> HttpResponseBase:
    """One draft: its words, how they count, what was found in them, and its versions."""
    if request.method == "POST":
        return _draft_sent(request, opened, number)
    if draft_at(opened, number) is None:
        messages.info(request, _NOT_THERE)
        return redirect("drafts", id=opened.id)
    return _draft_page(request, opened, number)


@require_POST
@dossier_page
def read_draft(request: HttpRequest, opened: Opened, number: int) -> HttpResponseBase:
    """What is found in the words as they are typed; nothing is saved."""
    if draft_at(opened, number) is None:
        return redirect("drafts", id=opened.id)
    text = _words(request, "text")
    return render(request, "story/_reading.html", {"opened": opened} | _reading(opened, text, number))


@dossier_page
def one_story_page(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Each fact as the file and every text tell it, and every entry with what proves it."""
    return _show(request, opened, "one_story", "story/one_story.html", found=one_story(opened.dossier, today()))


def _draft_sent(request: HttpRequest, opened: Opened, number: int) -> HttpResponseBase:
    do, base, text = request.POST.get("do", "save"), request.POST.get("base", ""), _words(request, "text")
    if fingerprint(draft_at(opened, number)) != base:
        number = _number_of(opened, base, number)
    saved = draft_at(opened, number)
    if do == "remove":
        return _removed(request, opened, number, base)
    if saved is None:
        return _gone(request, opened, text)
    told, value = "Saved.", {**saved, "text": text}
    if do == "keep":
        told, value = "Saved, and kept as a version.", with_version(value, text, today())
    elif do.startswith("back-") and do[5:].isdecimal() and len(do) < _LONGEST_NUMBER:
        told = "Brought back. What stood there before is now a version too."
        value = brought_back(saved, int(do[5:]), today()) or saved
        text = value["text"]
    if not has_room(opened, number, value):
        return _draft_page(request, opened, number, text, wrong=(NO_ROOM,), status=422)
    try:
        after = save_draft(opened, number, value, base, today(), this_moment())
    except PartChangedMeanwhile as changed:
        if draft_at(changed.now, number) is None:
            return _gone(request, changed.now, text)
        return _draft_page(request, changed.now, number, text, meanwhile=True, status=409)
    except DossierMistakes as refused:
        return _draft_page(request, opened, number, text, wrong=_sentences(refused.mistakes), status=422)
    messages.success(request, told)
    return redirect("draft", id=after.id, number=_number_of(after, fingerprint(value), number))


def _number_of(opened: Opened, base: str, number: int) -> int:
    found = place_of_draft(opened, base)
    return number if found is None else found


def _gone(request: HttpRequest, opened: Opened, text: str) -> HttpResponse:
    """The list, with the words of a draft that is gone in the form that adds one: they are not lost."""
    messages.warning(request, f"{_NOT_THERE} What you typed is below, and can be added again.")
    return _list(request, opened, {"text": text}, (), 409)


def _list(
    request: HttpRequest, opened: Opened, typed: Mapping[str, Any], wrong: tuple[str, ...], status: int = 200
) -> HttpResponse:
    listed = [
        {"draft": one, "number": number, "read": _review(opened, one.text, one.place, number)}
        for number, one in enumerate(opened.dossier.drafts)
    ]
    context = {"listed": listed, "places": [place.value for place in DraftPlace], "typed": typed, "wrong": wrong}
    return _show(request, opened, "drafts", "story/drafts.html", status, **context)


def _removed(request: HttpRequest, opened: Opened, number: int, base: str) -> HttpResponseBase:
    try:
        remove_draft(opened, number, base, today(), this_moment())
    except PartChangedMeanwhile:
        messages.warning(request, "It was changed in another window, so nothing was removed. Look at it again.")
        return redirect("drafts", id=opened.id)
    messages.info(request, "Removed. You can bring it back under History.")
    return redirect("drafts", id=opened.id)


def _draft_page(
    request: HttpRequest, opened: Opened, number: int, typed: str | None = None, status: int = 200, **more: Any
) -> HttpResponse:
    one = opened.dossier.drafts[number]
    asked = request.GET.get("version", "")
    older = int(asked) if asked.isdecimal() and len(asked) < 5 and int(asked) < len(one.versions) else None
    text = one.text if typed is None else typed
    context = {
        "draft": one,
        "number": number,
        "text": text,
        "base": fingerprint(part_of(opened.content, (DRAFTS, number))),
        "versions": list(enumerate(one.versions)),
        "older": None if older is None else {"number": older, "version": one.versions[older]},
        **_reading(opened, text, number),
        **more,
    }
    return _show(request, opened, "drafts", "story/draft.html", status, **context)


def _reading(opened: Opened, text: str, number: int) -> dict[str, Any]:
    place = opened.dossier.drafts[number].place
    read = _review(opened, text, place, number)
    shown = excerpts(read)
    return {
        "read": read,
        "found": shown,
        "more": len(read.findings) - len(shown),
        "qualities": qualities(place, read.findings),
    }


def _review(opened: Opened, text: str, place: DraftPlace, number: int) -> Any:
    return review(text, place, opened.dossier, today(), load_evidence(), number)


def _arc_page(
    request: HttpRequest, opened: Opened, named: str = "", more: Any = None, status: int = 200
) -> HttpResponse:
    found = arc(opened.dossier, today())
    slots = [_slot(opened, slot) | (more or {} if slot.name == named else {}) for slot in found.slots]
    steps = [(title, lead, [one for one in slots if one["slot"].step == step]) for step, title, lead in STEPS]
    return _show(request, opened, "story", "story/story.html", status, arc=found, steps=steps)


def _slot(opened: Opened, slot: Slot) -> dict[str, Any]:
    base = fingerprint(part_of(opened.content, ("story", slot.name)))
    return {"slot": slot, "base": base, "typed": slot.words or ""}


def _slot_answer(
    request: HttpRequest, opened: Opened, slot: Slot, more: dict[str, Any], status: int = 200
) -> HttpResponseBase:
    """The part alone where htmx asks for it, the page around it otherwise."""
    if request.htmx:  # type: ignore[attr-defined]  # its middleware adds it
        now = next(one for one in arc(opened.dossier, today()).slots if one.name == slot.name)
        context = {"opened": opened, "one": _slot(opened, now) | more}
        answer = render(request, "story/_slot.html", context, status=status)
        answer["HX-Trigger"] = json.dumps({"dossierSaved": {"version": opened.version}})
        return answer
    if status != 200:
        return _arc_page(request, opened, slot.name, more, status)
    messages.success(request, f"{slot.title}: {more['told']}")
    return redirect(f"{reverse('story', args=[opened.id])}#{slot.name}")


def _show(
    request: HttpRequest, opened: Opened, tab: str, template: str, status: int = 200, **context: Any
) -> HttpResponse:
    return show(request, opened, "story", template, status, at=tab, **context)


def _words(request: HttpRequest, name: str) -> str:
    """What was typed, with plain line breaks and without space around it, as a file keeps it."""
    return request.POST.get(name, "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _sentences(mistakes: tuple[Mistake, ...]) -> tuple[str, ...]:
    return tuple(f"{one.what} {one.how_to_fix}" for one in mistakes)
