"""The money of the whole journey by month: what comes in, what goes out, what is left, and what has no price."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from bedside.documents.charts.over_time.money import finding, money_chart
from bedside.documents.content.plan.money_and_status import total
from bedside.web.frame.page import show
from bedside.web.frame.theme import ON_PAGE
from bedside.web.guarding.access import dossier_page
from bedside.web.memory.results import results_of
from bedside.web.store.dossiers import Opened


@dossier_page
def budget(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The budget of the plan, each expense with its source; where no money is given, what giving it would show."""
    plan = results_of(opened).plan
    money = opened.dossier.constraints.money
    return show(
        request,
        opened,
        "budget",
        "plan/budget.html",
        plan=plan,
        budget=plan.budget,
        money=money,
        finding=finding(plan.budget) if money else "",
        total=total(plan.budget),
        chart=money_chart(plan.budget, ON_PAGE),
        months=[month for month in plan.budget.months if month.spending],
        quiet_months=sum(1 for month in plan.budget.months if not month.spending),
        last_month=plan.budget.months[-1] if plan.budget.months else None,
    )
