"""While the timeline is not complete, a level is unknown or is the one that every completion of it has."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bedside.applicant.measuring.stretches import Span
from bedside.evidence.library import load_evidence
from bedside.plan.plan import make_plan
from bedside.standing.results import Fires, Level, Standing, State
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience, experiences, timelines

COMPLETE, INCOMPLETE = {"complete": "yes"}, {"complete": "no"}
CYCLES = [{"match_year": 2026, "applications": 200, "targeted": "no", "result": "unmatched"}]


def standing_of(told: list[dict[str, Any]], timeline: dict[str, Any]) -> Standing:
    dossier = a_dossier(*told, timeline=timeline, cycles=CYCLES, target={"match_year": 2028})
    return stand(dossier, AS_OF, load_evidence())


def levels(standing: Standing) -> dict[str, tuple[Level, Level]]:
    return {one.name: (one.today.level, one.files_opened.level) for one in standing.risk_factors}


def warnings(standing: Standing) -> dict[str, tuple[Fires, Fires]]:
    return {one.name: (one.today, one.files_opened) for one in (*standing.red_flags, standing.lottery)}


def _left_out() -> st.SearchStrategy[dict[str, Any]]:
    """An entry that may be missing. What is told to be the main activity stays it: nothing longer was beside it."""
    jobs = experiences().filter(lambda one: one["kind"] in ("job", "research"))
    beside = st.builds(lambda one, hours: one | {"hours_per_week": hours}, experiences(), st.integers(1, 19))
    return jobs | beside


@given(timelines, st.lists(_left_out(), max_size=4))
def test_what_is_said_of_an_incomplete_timeline_holds_for_every_completion(
    told: list[dict[str, Any]], left_out: list[dict[str, Any]]
) -> None:
    now, completed = standing_of(told, INCOMPLETE), standing_of([*told, *left_out], COMPLETE)
    for said, after in ((levels(now), levels(completed)), (warnings(now), warnings(completed))):
        wrong = {
            name: (said[name], after[name])
            for name in said
            for before, later in zip(said[name], after[name], strict=True)
            if before not in (Level.UNKNOWN, Fires.UNKNOWN, later)
        }
        assert wrong == {}


@given(timelines)
def test_nothing_is_high_because_it_is_missing(told: list[dict[str, Any]]) -> None:
    found = levels(standing_of(told, INCOMPLETE))
    assert Level.HIGH not in (*found["gaps"], *found["us-clinical-experience"])


def test_a_list_with_entries_is_complete_unless_it_says_otherwise() -> None:
    told = [an_experience("2022-01-01", "present")]
    assert levels(standing_of(told, {})) == levels(standing_of(told, COMPLETE))
    assert levels(standing_of([], {})) == levels(standing_of([], INCOMPLETE))


def test_months_without_an_upper_end_are_said_as_at_least() -> None:
    assert Span(1.0, 1.0).or_more(is_complete=False).describe("months", "month") == "at least 1 month"
    assert Span(0.0, 0.0).or_more(is_complete=False).describe("months") == "not told yet"
    assert Span(2.0, 3.0).or_more(is_complete=True) == Span(2.0, 3.0)


def test_the_plan_of_an_incomplete_timeline_says_that_it_is_one() -> None:
    dossier = a_dossier(timeline=INCOMPLETE, target={"match_year": 2028})
    evidence = load_evidence()
    plan = make_plan(dossier, stand(dossier, AS_OF, evidence), AS_OF, evidence)
    assert plan.roadmap.notes[-1] == (
        "Your years since school are not all told yet. The plan is made as if there were nothing more in them; what "
        "you add may take tasks out of it."
    )
    assert plan.roadmap.tasks


def step_3_counter(**parts: Any) -> State:
    standing = stand(a_dossier(target={"match_year": 2028}, **parts), AS_OF, load_evidence())
    counters = (one for flag in standing.red_flags for one in flag.counters)
    return next(one.state for one in counters if one.says.startswith("Step 3 passed"))


def test_a_step_3_that_is_not_told_is_unknown_and_one_not_sat_yet_is_not_passed() -> None:
    assert step_3_counter() is State.UNKNOWN
    assert step_3_counter(exams_not_taken=["Step 3"]) is State.NOT_MET
    assert step_3_counter(certificate={"state": "applied"}) is State.NOT_MET
    assert step_3_counter(exams=[{"exam": "Step 3", "result": "passed"}]) is State.MET
