"""Where nothing is refused, the plan says that it fits only as far as the file can say so."""

from __future__ import annotations

from bedside.plan.results import TaskState
from bedside.plan.roadmap.misfits.fitting import FITS, LATE
from tests.plan.plans import CERTIFIED, JOB, PASSED, plan_of

MONEY = {"available": 20000, "saved_per_month": 500}
WHOLE = {"paid_leave": {"days_per_year": 40, "left_this_year": 40}, "money": MONEY, "weekly_hours": 20}


def test_without_leave_money_and_hours_it_is_not_said_to_fit() -> None:
    assert plan_of().roadmap.says_fit.startswith(
        "Your file does not say yet all that it has to fit into: paid leave, money,"
    )


def test_only_what_is_missing_is_named() -> None:
    says = plan_of(constraints={"money": MONEY, "weekly_hours": 20}).roadmap.says_fit
    assert "has to fit into: paid leave." in says


def test_with_all_three_and_nothing_late_it_fits() -> None:
    plan = plan_of(JOB, exams=PASSED, certificate=CERTIFIED, constraints=WHOLE, target={"match_year": 2029})
    assert (plan.roadmap.says_fit, [one for one in plan.roadmap.tasks if one.state is TaskState.LATE]) == (FITS, [])


def test_where_something_is_late_it_is_not_said_to_fit() -> None:
    plan = plan_of(JOB, constraints=WHOLE, target={"match_year": 2027})
    assert (plan.roadmap.says_fit, any(one.state is TaskState.LATE for one in plan.roadmap.tasks)) == (LATE, True)
