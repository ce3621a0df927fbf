"""Plans for claims, and a Hypothesis strategy over what an applicant may bring to one."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.reading import read_dossier
from bedside.evidence.library import load_evidence
from bedside.plan.plan import make_plan
from bedside.plan.results import Plan, Task, TaskState
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience, timelines

EXAMPLES = Path(__file__).parents[2] / "examples"
ON_THE_ARTICLES_DAY = {"after", "before"}
SOMEDAY = ("2026-03-10", "2026-11-22", "2027-01-15", "2027-03-01", "2027-09-05")
JOB = an_experience("2022-01-03", "present")
PASSED = (
    {"exam": "Step 1", "date": "2019-05-01", "result": "passed"},
    {"exam": "Step 2 CK", "date": "2020-05-01", "result": "passed", "score": 240},
)
CERTIFIED = {"state": "issued", "issued": "2021-05-01", "expires": "never"}


def plan_of(*experiences: dict[str, Any], as_of: date = AS_OF, **parts: Any) -> Plan:
    """The plan of a small dossier that aims at the 2028 Match."""
    return planned(a_dossier(*experiences, **{"target": {"match_year": 2028}, **parts}), as_of)


def planned(dossier: Dossier, as_of: date = AS_OF) -> Plan:
    """The plan of a dossier."""
    evidence = load_evidence()
    return make_plan(dossier, stand(dossier, as_of, evidence), as_of, evidence)


def example(name: str) -> tuple[Dossier, date]:
    """A worked applicant and the day from which its file is read."""
    as_of = date(2026, 1, 5) if name in ON_THE_ARTICLES_DAY else AS_OF
    return read_dossier(EXAMPLES / f"{name}.yaml", as_of).dossier, as_of


@cache
def plan_of_example(name: str) -> Plan:
    """The plan of a worked applicant."""
    return planned(*example(name))


def task(plan: Plan, key: str) -> Task:
    """The task with this key."""
    return next(one for one in plan.roadmap.tasks if one.key == key)


def keys(plan: Plan) -> set[str]:
    """The keys of every task that is planned, booked or done."""
    return {one.key for one in plan.roadmap.tasks if one.state is not TaskState.DOES_NOT_FIT}


@st.composite
def applicants(draw: st.DrawFn) -> tuple[dict[str, Any], date]:
    """Parts of a dossier that steer a plan, and the day from which it is made."""
    as_of = date.fromisoformat(draw(st.sampled_from(SOMEDAY)))
    maybe = draw(st.fixed_dictionaries({}, optional={
        "constraints": _constraints(as_of),
        "certificate": _certificates(),
        "exams": _exams(),
        "status": _statuses(),
        "bookings": st.lists(_bookings(as_of), max_size=2),
        "decision": _decisions(),
        "stop_contract": _contracts(),
        "cycles": st.lists(_cycles(), max_size=2),
        "target": _targets(),
    }))  # fmt: skip
    experiences = draw(timelines)
    if draw(st.booleans()):
        experiences = [*experiences, JOB]
    return {
        "experiences": experiences,
        "graduated": draw(st.sampled_from(["2012", "2018-12-31", "2024-05"])),
    } | maybe, as_of


def _constraints(as_of: date) -> st.SearchStrategy[dict[str, Any]]:
    fixed = st.integers(0, 400).flatmap(
        lambda ahead: st.integers(0, 120).map(
            lambda length: {
                "what": "A wedding",
                "from": (as_of + timedelta(days=ahead)).isoformat(),
                "to": (as_of + timedelta(days=ahead + length)).isoformat(),
            }
        )
    )
    return st.fixed_dictionaries({}, optional={
        "paid_leave": st.fixed_dictionaries(
            {"days_per_year": st.integers(0, 30), "renews": st.sampled_from(["01-01", "07-06", "02-29"])},
            optional={"left_this_year": st.integers(0, 15), "kept_for_interviews": st.integers(0, 10)},
        ),
        "unpaid_leave_days": st.integers(0, 20),
        "shift_pattern": st.sampled_from(["5x8", "4x10", "3x12", "other"]),
        "weekly_hours": st.sampled_from([0, 2, 6, 10, 20, 40]),
        "money": st.fixed_dictionaries(
            {"available": st.integers(0, 20_000), "floor": st.integers(0, 6_000)},
            optional={"saved_per_month": st.integers(-200, 900), "pay_per_day": st.integers(0, 400)},
        ),
        "fixed_dates": st.lists(fixed, max_size=2),
    })  # fmt: skip


def _certificates() -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from([
        {"state": "issued"},
        CERTIFIED,
        {"state": "issued", "issued": "2024-02-01", "expires": "2026-12-31"},
        {"state": "issued", "issued": "2025-02-01", "expires": "2027-12-31"},
        {"state": "applied", "pathway": "Pathway 6"},
        {"state": "not started"},
        {"state": "unknown"},
    ])  # fmt: skip


def _exams() -> st.SearchStrategy[list[dict[str, Any]]]:
    exam = st.fixed_dictionaries(
        {
            "exam": st.sampled_from(["Step 1", "Step 2 CK", "Step 2 CS", "Step 3", "OET Medicine"]),
            "result": st.sampled_from(["passed", "failed", "incomplete", "waiting", "unknown"]),
        },
        optional={"date": st.sampled_from(["2019", "2021-06", "2025-04-02", "2025-12-01", "2026-02-01"])},
    )
    return st.one_of(st.just(list(PASSED)), st.lists(exam, max_size=6))


def _statuses() -> st.SearchStrategy[dict[str, Any]]:
    kinds = ["US citizen", "H-1B", "F-1 OPT", "F-1 STEM OPT", "J-1", "H-4", "other employment authorization (EAD)"]
    return st.fixed_dictionaries(
        {"kind": st.sampled_from(kinds)},
        optional={
            "needs_visa_for_residency": st.sampled_from(["yes", "no", "unknown"]),
            "h1b_years_used": st.sampled_from([0, 3.5, 6]),
            "h1b_years_counted_on": st.just("2026-01-01"),
            "ead_expires": st.sampled_from(["2027-07-05", "2029"]),
        },
    )


@st.composite
def _bookings(draw: st.DrawFn, as_of: date) -> dict[str, Any]:
    start = as_of + timedelta(days=draw(st.integers(0, 400)))
    end = start + timedelta(days=draw(st.integers(0, 40)))
    kind = draw(
        st.sampled_from(["rotation", "exam", "volunteering", "application work", "interview", "leave", "other"])
    )
    booking = {"title": "Booked", "kind": kind, "from": start.isoformat(), "to": end.isoformat()}
    if kind == "exam":
        booking["exam"] = draw(st.sampled_from(["Step 1", "Step 3"]))
    extra = st.fixed_dictionaries({}, optional={
        "confirmed": st.sampled_from(["yes", "no", "unknown"]),
        "cost": st.integers(0, 3000),
        "paid_leave_days": st.integers(0, 10),
        "unpaid_leave_days": st.integers(0, 5),
        "contact": st.just("observer"),
    })  # fmt: skip
    return booking | draw(extra)


def _decisions() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"kind": st.sampled_from(["all in for two cycles", "one structured cycle", "done trying"])},
        optional={"signed": st.sampled_from(["2025-01-01", "2026-02-01"])},
    )


def _contracts() -> st.SearchStrategy[dict[str, Any]]:
    change = st.fixed_dictionaries(
        {"asked": st.sampled_from(["2026-01-01", "2026-02-27"]), "why": st.just("Because.")},
        optional={"year": st.integers(2025, 2030), "cycles": st.integers(0, 2)},
    )
    return st.fixed_dictionaries(
        {"cycles": st.integers(0, 2), "year": st.integers(2025, 2030), "alternative": st.just("Public health.")},
        optional={"signed": st.just("2025-01-01"), "changes": st.lists(change, max_size=2)},
    )


def _cycles() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "match_year": st.integers(2024, 2027),
            "result": st.sampled_from(["matched", "unmatched", "no interviews", "withdrew", "waiting", "unknown"]),
        },
        optional={"submitted": st.sampled_from(["2024-09-10", "2025-09-10"]), "applications": st.integers(0, 200)},
    )


def _targets() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={
        "specialties": st.lists(
            st.sampled_from(["Internal Medicine", "EM", "OB/GYN", "Neurology", "Underwater basket weaving"]), max_size=3
        ),
        "match_year": st.integers(2026, 2030),
        "programs_planned": st.integers(0, 200),
    })  # fmt: skip
