"""Where the applicant actually is, on both days: each verdict opens its rule, its source and its entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse

from bedside.applicant.activity_map import activity_map
from bedside.documents.charts.levels import FIXED, MOVABLE, levels_chart
from bedside.documents.charts.over_time.activity import activity_chart
from bedside.documents.content.season_days import how_known
from bedside.documents.content.standing.cautions import with_days
from bedside.documents.content.standing.standing import OPEN, TITLE, short_facts, what_of
from bedside.documents.wording import in_short
from bedside.standing.results import Day, Gate, Standing
from bedside.web.frame.page import show
from bedside.web.frame.places import place_of_entry
from bedside.web.frame.theme import ON_PAGE
from bedside.web.guarding.access import dossier_page
from bedside.web.memory.results import results_of
from bedside.web.store.dossiers import Opened

FILLED_IN_UNDER = {"graduation": "medical_school", "usmle": "exams"}
"""The part of the dossier behind a line of the write-out; the others rest on the activities."""


@dossier_page
def standing(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Everything standing says, and beside it what the plan knows about status and visas, as information."""
    results = results_of(opened)
    found = results.standing
    then = f"on {in_short(found.files_opened)}"
    return show(
        request,
        opened,
        "standing",
        "me/standing.html",
        title=TITLE,
        standing=found,
        then=then,
        in_short=tuple(short_facts(found)),
        facts=[(row, place_of_entry(opened, FILLED_IN_UNDER.get(row.name, "experiences"))) for row in found.write_out],
        days=[(day, how_known(day)) for day in found.season.days],
        needing_attention=nearest_first(gate for gate in found.gates if gate.state in OPEN),
        settled=nearest_first(gate for gate in found.gates if gate.state not in OPEN),
        groups=((MOVABLE, "movable", found.movable), (FIXED, "fixed", found.fixed)),
        levels=levels_chart(found.risk_factors, found.as_of, found.files_opened, ON_PAGE)
        if found.risk_factors
        else None,
        activity=activity_chart(activity_map(opened.dossier, found.as_of), ON_PAGE),
        cautions=_cautions(found, then),
        rates=[(reason, " ".join((reason.says, *what_of(reason.figure)))) for reason in found.published_rates],
        status_notes=results.plan.status_notes,
        visa_comparison=results.plan.visa_comparison,
    )


def nearest_first(gates: Iterable[Gate]) -> list[Gate]:
    """Gates by their day, those without one last; on the same day what is not met before what is not known."""
    order = list(type(OPEN[0]))
    return sorted(gates, key=lambda gate: (gate.on or date.max, order.index(gate.state)))


def _cautions(standing: Standing, then: str) -> list[dict[str, object]]:
    """The lottery rule and the red flags, each with its conditions and their days in words."""
    return [
        {
            "caution": caution,
            "alike": caution.today is caution.files_opened,
            "several": len([one for one in caution.conditions if one.day is not Day.FILES_OPENED]) > 1,
            "conditions": tuple(with_days(caution, then)),
        }
        for caution in (standing.lottery, *standing.red_flags)
    ]
