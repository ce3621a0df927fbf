"""The plan in three views, with what is ticked off, what slips, what does not fit and what waiting costs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from bedside.applicant.mistakes import DossierMistakes
from bedside.documents.charts.over_time.hours import hours_chart
from bedside.documents.charts.over_time.timeline import timeline_charts
from bedside.plan.days.month_by_month import month_by_month, runs
from bedside.plan.days.slipping import MOST_WEEKS, can_slip, slip
from bedside.plan.plan import may_go_on
from bedside.plan.results import Task
from bedside.web.clock import this_moment
from bedside.web.frame.page import show
from bedside.web.frame.theme import ON_PAGE
from bedside.web.guarding.access import dossier_page
from bedside.web.memory.results import results_of
from bedside.web.pages.plan.plan_rows import ONLY, Typed, by_period, chosen, filters, row_id, rows_of
from bedside.web.pages.plan.ticking import open_again, tick_off
from bedside.web.store.changes import PartChangedMeanwhile
from bedside.web.store.dossiers import Opened

VIEWS = {"timeline": "Timeline", "months": "Months", "list": "List"}
_USUAL_WEEKS = 2


@dossier_page
def plan(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The plan in the view and with the tasks that the address names; or only what slips, where htmx asks for that."""
    return _shown(request, opened, request.GET, Typed())


@dossier_page
def tick(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Tick a task off, or open it again."""
    key, back = request.POST.get("task", ""), _view(request.POST)
    just = {**back, "just": key}
    found = results_of(opened).plan
    task = next((one for one in found.roadmap.tasks if one.key == key), None)
    if request.method != "POST" or task is None:
        if request.method == "POST":
            messages.warning(request, "The plan has changed, and this task is not in it any more. Nothing was saved.")
        return redirect(f"{reverse('plan', args=[opened.id])}?{urlencode(back)}")
    typed = Typed(key, request.POST.get("done_on", "").strip(), request.POST.get("note", "").strip())
    try:
        saved = _saved(request, opened, task, typed)
    except DossierMistakes as mistakes:
        wrong = tuple(f"{one.what} {one.how_to_fix}" for one in mistakes.mistakes)
        return _shown(request, opened, back, Typed(key, typed.done_on, typed.note, wrong), status=422)
    except PartChangedMeanwhile as changed:
        messages.warning(request, "Your file was changed in another place at the same time. Look again, and try again.")
        return _shown(request, changed.now, back, Typed(), status=409)
    if request.htmx:  # type: ignore[attr-defined]  # its middleware adds it
        answer = _shown(request, saved, just, Typed())
        answer["HX-Trigger"] = f'{{"dossierSaved": {{"version": {saved.version}}}}}'
        return answer
    return redirect(f"{reverse('plan', args=[opened.id])}?{urlencode(just)}#task-{row_id(key)}")


def _saved(request: HttpRequest, opened: Opened, task: Task, typed: Typed) -> Opened:
    found = results_of(opened).plan
    if request.POST.get("do") == "open":
        messages.success(request, f"Open again: {task.title}.")
        return open_again(opened, found, task, found.as_of, this_moment())
    saved = tick_off(opened, found, task, typed.done_on, typed.note, this_moment())
    messages.success(request, f"Ticked off: {task.title}.")
    return saved


def _view(asked: Mapping[str, str]) -> dict[str, str]:
    """The view and the choice of tasks that an address or a form names, or the usual ones."""
    view, only = asked.get("view", ""), asked.get("only", "")
    return {"view": view if view in VIEWS else "timeline", "only": only if only in ONLY else "open"}


def _shown(
    request: HttpRequest, opened: Opened, asked: Mapping[str, str], typed: Typed, status: int = 200
) -> HttpResponse:
    htmx = request.htmx  # type: ignore[attr-defined]  # its middleware adds it
    template = {"what-if": "plan/_plan_what_if.html", "plan-body": "plan/_plan_body.html"}.get(
        htmx.target or "", "plan/plan.html"
    )
    context = _what_slips(opened, asked) if htmx.target == "what-if" else _context(opened, asked, typed)
    return show(request, opened, "plan", template, status, live=bool(htmx), **_view(asked), **context)


def _context(opened: Opened, asked: Mapping[str, str], typed: Typed) -> dict[str, Any]:
    """What the whole page shows; the charts and the months only where they are looked at."""
    found, (view, only) = results_of(opened).plan, _view(asked).values()
    every = rows_of(found, opened, typed)
    rows = chosen(every, only, asked.get("just", ""))
    tasks = found.roadmap.tasks
    return {
        "plan": found,
        "late": found.roadmap.late,
        "next_match": found.roadmap.waiting.match_year,
        "plan_page": "#waiting",
        "goes_on": may_go_on(found.decision, found.stop_contract),
        "views": VIEWS,
        "filters": filters(every, only),
        "rows": rows,
        "groups": by_period(rows) if view == "list" else (),
        "months": runs(month_by_month(found, [row.task for row in rows])) if view == "months" else (),
        "ids": {row.task.key: row.id for row in every},
        "charts": timeline_charts(tasks, found.season, found.as_of, ON_PAGE, True) if view == "timeline" else (),
        "hours": hours_chart(found.roadmap.hours_by_month, ON_PAGE),
        "misfits": [(one, row_id(one.task)) for one in found.roadmap.misfits],
        **_what_slips(opened, asked),
    }


def _what_slips(opened: Opened, asked: Mapping[str, str]) -> dict[str, Any]:
    """What would move if the task that is asked for were some weeks later."""
    found, key = results_of(opened).plan, asked.get("task", "") if "weeks" in asked else ""
    weeks = _weeks(asked.get("weeks", ""))
    return {
        "plan": found,
        "may_slip": [one for one in found.roadmap.tasks if can_slip(one)],
        "slip": slip(found, key, weeks) if key and weeks else None,
        "slip_task": key,
        "slip_weeks": weeks or _USUAL_WEEKS,
        "slip_asked": bool(key),
        "most_weeks": MOST_WEEKS,
    }


def _weeks(written: str) -> int | None:
    """A number of weeks that can be asked about; None where it is none."""
    written = written.strip()
    return int(written) if written.isascii() and written.isdecimal() and 1 <= int(written[:4]) <= MOST_WEEKS else None
