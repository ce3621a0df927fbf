"""The decision and the stop contract: short forms, and once it is signed a change that takes effect later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from bedside.applicant.mistakes import DossierMistakes, Mistake
from bedside.documents.content.plan.decision import REACHED, signatures
from bedside.evidence.library import Evidence, load_evidence
from bedside.plan.decision.signed_terms import NOT_IN_PLACE, binds
from bedside.plan.decision.stop_contract import DELAY, first_day_of_change
from bedside.standing.results import Fires
from bedside.web.clock import this_moment, today
from bedside.web.forms.form import Form, form_for
from bedside.web.forms.reading import Answers, read_part
from bedside.web.frame.page import show
from bedside.web.guarding.access import dossier_page
from bedside.web.memory.results import results_of
from bedside.web.pages.me.contract import (
    CHANGE,
    CONTRACT,
    DECIDE,
    FILL_IN,
    SAID,
    SIGN,
    WRITE,
    about_of,
    blanks_of,
    says_when,
    value_of,
    wrong_beside,
)
from bedside.web.store.changes import Change, PartChangedMeanwhile, fingerprint, make_change, part_of
from bedside.web.store.dossiers import Opened


@dataclass(frozen=True, slots=True)
class NotSaved:
    """What was sent by one of the forms and not saved, and why; `meanwhile` is whether a second tab was first."""

    which: str = ""
    typed: Answers | None = None
    wrong: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mistakes: Iterable[Mistake] = ()
    meanwhile: bool = False
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One form on the page, with the fingerprint of the part it changes."""

    which: str
    form: Form
    base: str
    meanwhile: bool
    opens: bool


@dossier_page
def decision(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The decision, the contract as it binds today, its changes, and other ways."""
    return _page(request, opened, NotSaved())


@dossier_page
def save_decision(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """Save one of the forms; the terms of a signed contract are refused in place, and a change is asked for instead."""
    which, contract = request.POST.get("which", ""), part_of(opened.content, CONTRACT) or {}
    about = about_of(which, contract)
    if request.method != "POST" or about is None:
        return redirect("decision", id=opened.id)
    before = part_of(opened.content, about.path)
    read = read_part(about, request.POST, before)
    if which in (WRITE, SIGN) and _is_signed(opened):
        return _page(request, opened, NotSaved(CHANGE, read.answers, refused=NOT_IN_PLACE), status=409)
    wrong = {**read.wrong, **wrong_beside(which, read, today())}
    if wrong:
        return _page(request, opened, NotSaved(which, read.answers, wrong), status=422)
    value = value_of(which, about, read, before, today())
    if value == before:
        messages.info(request, "Nothing was changed.")
        return redirect("decision", id=opened.id)
    try:
        make_change(opened, Change(about.path, value, _base(request, which), SAID[which]), today(), this_moment())
    except PartChangedMeanwhile as changed:
        return _page(request, changed.now, NotSaved(which, read.answers, meanwhile=True), status=409)
    except DossierMistakes as found:
        return _page(request, opened, NotSaved(which, read.answers, mistakes=found.mistakes), status=422)
    messages.success(request, f"{SAID[which]}.")
    return redirect("decision", id=opened.id)


def _page(request: HttpRequest, opened: Opened, not_saved: NotSaved, status: int = 200) -> HttpResponse:
    plan = results_of(opened).plan
    contract = plan.stop_contract
    return show(
        request,
        opened,
        "decision",
        "me/decision.html",
        status=status,
        decision=plan.decision,
        contract=contract,
        reached=REACHED[contract.stop_reached],
        has_come=contract.stop_reached is Fires.YES,
        signatures=tuple(signatures(contract, opened.name)),
        alternatives=plan.alternatives,
        refused=not_saved.refused,
        wait=_evidence(opened).find(DELAY),
        when_a_change_counts=says_when(contract, first_day_of_change(today(), _evidence(opened))),
        **_forms(opened, not_saved),
    )


def _forms(opened: Opened, not_saved: NotSaved) -> dict[str, Shown | None]:
    """The forms that may be sent as the dossier is now, by the names the template knows them by."""
    contract = part_of(opened.content, CONTRACT) or {}
    is_signed = _is_signed(opened)
    today_signed = {"signed": contract.get("signed") or today().isoformat()}
    return {
        "decide": _form(DECIDE, opened, not_saved),
        "write": None if is_signed else _form(WRITE, opened, not_saved),
        "sign": _form(SIGN, opened, not_saved, today_signed) if contract and not is_signed else None,
        "change": _form(CHANGE, opened, not_saved) if is_signed else None,
        "fill_in": _form(FILL_IN, opened, not_saved) if is_signed and blanks_of(contract) else None,
    }


def _form(which: str, opened: Opened, not_saved: NotSaved, proposed: Mapping[str, Any] | None = None) -> Shown:
    about = about_of(which, part_of(opened.content, CONTRACT) or {})
    assert about is not None  # the names above are those of the forms
    content = part_of(opened.content, about.path)
    mine = not_saved if not_saved.which == which else NotSaved()
    form = form_for(
        about,
        proposed if proposed and mine.typed is None else content,
        id=which,
        typed=mine.typed,
        wrong=mine.wrong,
        mistakes=mine.mistakes,
        shows_theirs=mine.meanwhile,
    )
    flat = replace(form, asked=form.fields, more=())
    return Shown(
        which, flat, fingerprint(content), mine.meanwhile, bool(mine.which) or (not content and which != CHANGE)
    )


def _is_signed(opened: Opened) -> bool:
    contract = opened.dossier.stop_contract
    return contract is not None and binds(contract, today())


def _base(request: HttpRequest, which: str) -> str:
    """A change is always added, beside whatever was asked for meanwhile."""
    return "" if which == CHANGE else request.POST.get("base", "")


def _evidence(opened: Opened) -> Evidence:
    return load_evidence().with_readings(opened.dossier.readings)
