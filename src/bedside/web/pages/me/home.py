"""Home: the one task for seven days, the next deadline, and the page with three headers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from bedside.applicant.completeness import still_empty
from bedside.applicant.mistakes import DossierMistakes
from bedside.applicant.parts.identity import StatusKind
from bedside.documents.content.plan.roadmap import due
from bedside.plan.days.coming_days import coming_days, next_deadline
from bedside.plan.results import Plan, SevenDayResult, Task
from bedside.standing.attention import gates_that_need_attention
from bedside.standing.results import Fires, Level, RiskFactor, Row
from bedside.web.clock import this_moment, today
from bedside.web.forms.fields import Field
from bedside.web.frame.page import show
from bedside.web.frame.places import place_of_entry
from bedside.web.guarding.access import dossier_page
from bedside.web.memory.results import results_of
from bedside.web.pages.me.seven_days import PATH, change_from
from bedside.web.store.changes import PartChangedMeanwhile, fingerprint, make_change, part_of
from bedside.web.store.dossiers import Opened

_MOST_GATES, _MOST_DAYS, _MOST_EMPTY = 4, 5, 5
_PART_OF_ROW = {"graduation": "medical_school", "usmle": "exams"}


@dataclass(frozen=True, slots=True)
class ToFillIn:
    """Something the dossier does not say yet: what it is, why it matters, and where it is filled in."""

    what: str
    why: str
    url: str | None


@dataclass(frozen=True, slots=True)
class FactorInShort:
    """A risk factor in a line: its level today, and on the day programs open files."""

    title: str
    today: Level
    then: Level


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into the form of the task and could not be saved, with what is wrong with it."""

    task: str = ""
    note: str = ""
    wrong: tuple[str, ...] = ()
    saved_meanwhile: bool = False


@dossier_page
def home(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The page everything begins with."""
    return _shown(request, opened, Typed())


@dossier_page
def seven_days(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Set the task, mark it as done, note how it went, or set it again."""
    if request.method != "POST":
        return redirect("home", id=opened.id)
    change = change_from(request.POST, part_of(opened.content, PATH), today())
    typed = request.POST.get("task", "").strip(), request.POST.get("note", "").strip()
    if change is None:
        return _shown(request, opened, Typed(*typed, (_CHOOSE,)), status=422)
    try:
        make_change(opened, change, today(), this_moment())
    except PartChangedMeanwhile as changed:
        return _shown(request, changed.now, Typed(*typed, saved_meanwhile=True), status=409)
    except DossierMistakes as mistakes:
        wrong = tuple(f"{one.what} {one.how_to_fix}" for one in mistakes.mistakes)
        return _shown(request, opened, Typed(*typed, wrong), status=422)
    messages.success(request, f"Saved: {change.what[:1].lower()}{change.what[1:]}.")
    return redirect(reverse("home", args=[opened.id]) + "#seven-days")


_CHOOSE = "Write one thing, or choose one of the suggestions."


def _shown(request: HttpRequest, opened: Opened, typed: Typed, status: int = 200) -> HttpResponse:
    results = results_of(opened)
    standing, plan, as_of = results.standing, results.plan, results.as_of
    task = plan.three_headers.seven_day_task
    days = coming_days(plan.season, plan.roadmap.tasks, standing.gates, as_of)
    context: dict[str, Any] = {
        "standing": standing,
        "plan": plan,
        "headers": plan.three_headers,
        "task": task,
        "task_state": _state_of(task, as_of),
        "note": opened.dossier.seven_day_task.note if opened.dossier.seven_day_task else None,
        "field": _task_field(task, typed),
        "note_field": _note_field(opened, typed),
        "typed": typed,
        "base": fingerprint(part_of(opened.content, PATH)),
        "days": days[:_MOST_DAYS],
        "deadline": next_deadline(days),
        "gates": gates_that_need_attention(standing.gates, as_of, _knows_status(opened))[:_MOST_GATES],
        "movable": [_in_short(factor) for factor in standing.movable],
        "fixed": [_in_short(factor) for factor in standing.fixed],
        "entries": len(opened.dossier.experiences),
        "first": _first_to_fill_in(opened, plan),
        "later": _later_to_fill_in(opened),
        "changes": [(one, due(one)) for one in sorted(plan.three_headers.what_i_will_change, key=_day_shown)],
        "late": plan.roadmap.late,
        "next_match": plan.roadmap.waiting.match_year,
        "has_ended": has_ended(plan),
        "is_past": plan.three_headers.files_are_open,
    }
    return show(request, opened, "home", "me/home.html", status, **context)


def has_ended(plan: Plan) -> bool:
    """Whether the decision or the contract says that no further application is planned."""
    return plan.decision.may_apply is Fires.NO or plan.stop_contract.stop_reached is Fires.YES


def _knows_status(opened: Opened) -> bool:
    status = opened.dossier.status
    return status is not None and status.kind is not StatusKind.UNKNOWN


def _day_shown(task: Task) -> date:
    """The day that stands beside a task: its last day, or for what is late its planned one."""
    return max(task.finish, task.latest_finish)


def _state_of(task: SevenDayResult, as_of: date) -> str:
    """Where the task stands: none, done, running, or to look back at."""
    if task.task is None or task.check_back is None:
        return "none"
    if task.done_on is not None:
        return "done"
    return "running" if as_of < task.check_back else "look back"


def _in_short(factor: RiskFactor) -> FactorInShort:
    return FactorInShort(factor.title, factor.today.level, factor.files_opened.level)


def _first_to_fill_in(opened: Opened, plan: Plan) -> tuple[ToFillIn, ...]:
    """What the first header needs before it can be filled in honestly."""
    rows = [row for row in plan.three_headers.where_i_actually_am if not row.complete]
    return tuple(ToFillIn(row.title, "", _where(opened, row)) for row in rows)


def _where(opened: Opened, row: Row) -> str | None:
    return place_of_entry(opened, _PART_OF_ROW.get(row.name, "experiences"))


def _later_to_fill_in(opened: Opened) -> tuple[ToFillIn, ...]:
    empty = [one for one in still_empty(opened.dossier) if not one.field.startswith("seven_day_task")]
    shown = (ToFillIn(_NAMED.get(one.field, one.field), one.why, place_of_entry(opened, one.field)) for one in empty)
    return tuple(shown)[:_MOST_EMPTY]


def _task_field(task: SevenDayResult, typed: Typed) -> Field:
    return Field("task", "task", "One thing, in your own words", value=typed.task, wrong=typed.wrong)


def _note_field(opened: Opened, typed: Typed) -> Field:
    kept = opened.dossier.seven_day_task
    value = typed.note or (kept.note if kept and kept.note else "")
    return Field("note", "task-note", "How it goes, if you like", value=value)


_NAMED = {
    "status": "Your status",
    "status.valid_until": "When your status ends",
    "exams": "Your exams",
    "exams[].date": "The dates of your exams",
    "certificate": "Your ECFMG certificate",
    "certificate.expires": "When your certificate ends, or that it never does",
    "experiences": "What you did since school",
    "timeline": "The rest of what you did since school",
    "experiences[].hours_per_week": "Hours a week of what you did",
    "letters": "Your letters",
    "cycles": "Seasons you applied in",
    "target.specialties": "Your specialties",
    "applications[].rank": "A place for each program you interviewed at",
    "constraints.paid_leave": "Your paid leave",
    "constraints.weekly_hours": "Hours a week you can give",
    "constraints.money": "Money you can spend",
    "decision": "Your decision",
    "stop_contract": "Your stop contract",
}
