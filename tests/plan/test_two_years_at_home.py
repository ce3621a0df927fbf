"""The two-year home rule that a J-1 held today may bring: something to ask, never a verdict."""

from __future__ import annotations

from bedside.plan.status.clocks import OWN_TWO_YEARS
from tests.plan.plans import plan_of


def test_a_j1_held_now_raises_its_own_two_years_at_home_as_a_question() -> None:
    plan = plan_of(status={"kind": "J-1", "needs_visa_for_residency": "yes"})
    (note,) = (one for one in plan.status_notes if one.title == OWN_TWO_YEARS)
    assert note.says.startswith("Ask whether the J-1 you hold now already asks for two years at home, before you ")
    assert note.ask == "an immigration lawyer"
    assert [one.figure.name for one in note.because if one.figure] == [
        "status.j1.home-residence.who",
        "status.j1.home-residence.waiver-ends-extensions",
    ]


def test_another_status_raises_no_two_years_at_home() -> None:
    plan = plan_of(status={"kind": "H-1B", "needs_visa_for_residency": "yes"})
    assert OWN_TWO_YEARS not in {one.title for one in plan.status_notes}
