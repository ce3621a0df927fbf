"""The whole journey's money by month: what comes in, what goes out, what is left, and what has no price."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from bedside.calendar.months import first_of_month, months_from
from bedside.evidence.citing import day_in_words
from bedside.evidence.money import Dollars, exactly
from bedside.evidence.reason import Reason, from_dossier
from bedside.plan.money.fees import applications
from bedside.plan.results import Budget, MonthOfMoney, Roadmap, Spending, Task, TaskState
from bedside.plan.situation import Situation
from bedside.plan.wording import tens

NOTHING = exactly(0)
NEVER_PRICED = (
    "Interviews: most are by video, and for travel there is no figure.",
    "Moving to the place of training.",
)


def budget(situation: Situation, roadmap: Roadmap) -> Budget:
    """Every expense of the roadmap in the month in which it falls, from this month to the start of training.

    A task is paid for in the month it begins, and unpaid leave in the month it is taken. Savings come in from
    the next month on: what is there this month is in `available`.
    """
    spending = _by_month(situation, roadmap)
    months = _months(situation, spending)
    money = situation.dossier.constraints.money
    total = sum((month.spent for month in months), NOTHING)
    floor = money.floor if money else None
    surely = _first_below(months, floor, lambda left: left.high)
    maybe = _first_below(months, floor, lambda left: left.low)
    without_price = not_priced(situation, roadmap)
    return Budget(
        months=months,
        total=total,
        floor=floor,
        first_month_below_floor=surely,
        first_month_maybe_below_floor=maybe,
        not_priced=without_price,
        because=_because(situation),
        says=_says(situation, surely, maybe),
        says_total=_says_total(total, without_price),
    )


def _says(situation: Situation, surely: date | None, maybe: date | None) -> str:
    """What is left, set against the floor; whoever is below it today is told so, and not that it will come."""
    money = situation.dossier.constraints.money
    if money is None:
        return "Your file does not say what money there is."
    floor = f"${money.floor:,.0f}"
    below = f"falls below your floor of {floor}" if money.floor else "runs out"
    if money.available < money.floor:
        return f"You are below the floor you set: ${money.available:,.0f} today, and the floor is {floor}."
    if surely is not None:
        return f"Your money {below} in {surely:%B %Y}."
    if maybe is not None:
        return f"If costs are at the upper end, your money {below} in {maybe:%B %Y}."
    return f"Your money stays above your floor of {floor}." if money.floor else "Your money lasts."


def _says_total(total: Dollars, without_price: tuple[str, ...]) -> str:
    if without_price and not total.high:
        return "Nothing in this plan has a price that is known. What is named as not priced comes on top."
    amount = total if total.low == total.high else Dollars(tens(total.low), tens(total.high))
    if without_price:
        return f"At least {amount}: some things in this plan have no price, and come on top."
    return f"{amount}."


def not_priced(situation: Situation, roadmap: Roadmap) -> tuple[str, ...]:
    """Costs of this plan for which no figure in US dollars is used, by name."""
    ahead = [task for task in roadmap.tasks if task.state not in (TaskState.DONE, TaskState.DOES_NOT_FIT)]
    keys = {task.key for task in ahead}
    named = []
    if any(task.key.startswith("certification.oet") and task.hours for task in ahead):
        fee = situation.evidence.find("fee.oet")
        named.append(f"OET Medicine: {fee.value} {fee.unit}, not converted.")
    if "application.submit" in keys:
        named.extend(applications(situation).not_priced)
    if "status.ask" in keys or "after.visa" in keys:
        named.append("An immigration lawyer, and visa fees.")
    if "after.licence" in keys:
        named.append("The training licence or permit: each state has its own fee.")
    if any(task.unpaid_leave_days for task in roadmap.tasks) and _pay(situation) is None:
        named.append("Pay lost in unpaid leave: your file does not say what a day pays.")
    return (*named, *(NEVER_PRICED if "application.submit" in keys or "match.week" in keys else ()))


def _by_month(situation: Situation, roadmap: Roadmap) -> dict[date, list[Spending]]:
    spending: dict[date, list[Spending]] = defaultdict(list)
    for task in roadmap.tasks:
        if task.state in (TaskState.DONE, TaskState.DOES_NOT_FIT):
            continue
        month = first_of_month(max(task.start, situation.as_of))
        if task.cost is not None:
            spending[month].append(Spending(task.title, task.cost, task.because))
        pay = _pay(situation)
        if task.unpaid_leave_days and pay:
            spending[month].append(_lost_pay(task, task.unpaid_leave_days * pay))
    return spending


def _pay(situation: Situation) -> float | None:
    money = situation.dossier.constraints.money
    return money.pay_per_day if money else None


def _lost_pay(task: Task, amount: float) -> Spending:
    days = f"{task.unpaid_leave_days:g} {'day' if task.unpaid_leave_days == 1 else 'days'} without pay"
    return Spending(
        f"{days}: {task.title}",
        exactly(amount),
        (from_dossier("constraints.money.pay_per_day", "What a day of yours pays."),),
    )


def _months(situation: Situation, spending: dict[date, list[Spending]]) -> tuple[MonthOfMoney, ...]:
    money = situation.dossier.constraints.money
    first, last = first_of_month(situation.as_of), max(situation.training_start, situation.as_of)
    low = high = money.available if money else 0.0
    months = []
    for month in months_from(first, max([last, *spending])):
        saved = money.saved_per_month if money and month != first else 0.0
        spent = sum((one.cost for one in spending[month]), NOTHING)
        low, high = low + saved - spent.high, high + saved - spent.low
        left = Dollars(low, high) if money else None
        months.append(MonthOfMoney(month, saved, tuple(spending[month]), spent, left))
    return tuple(months)


def _first_below(months: tuple[MonthOfMoney, ...], floor: float | None, end: Callable[[Dollars], float]) -> date | None:
    if floor is None:
        return None
    return next((month.month for month in months if month.left is not None and end(month.left) < floor), None)


def _because(situation: Situation) -> tuple[Reason, ...]:
    money = situation.dossier.constraints.money
    if money is None:
        return (from_dossier("constraints.money", "Your file does not say what money there is."),)
    says = (
        f"${money.available:,.0f} on {day_in_words(situation.as_of)}, ${money.saved_per_month:,.0f} a month, "
        f"never below ${money.floor:,.0f}."
    )
    return (from_dossier("constraints.money", says),)
