"""What applying costs: parts without a price are named, and later programs are only dear where they are."""

from __future__ import annotations

from datetime import date

import pytest

from bedside.evidence.library import load_evidence
from bedside.plan.money.fees import later_programs_cost_more
from bedside.plan.results import Plan
from bedside.plan.situation import Situation
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF, a_dossier
from tests.plan.plans import CERTIFIED, JOB, PASSED, plan_of

UNPRICED = "23 programs in Obstetrics and Gynecology through ResidencyCAS: no price is known to Bedside."


def aiming_at(specialties: list[str], programs: int | None = 45, as_of: date = AS_OF) -> Plan:
    target = {"match_year": 2028, "specialties": specialties, "programs_planned": programs}
    return plan_of(JOB, exams=PASSED, certificate=CERTIFIED, target=target, as_of=as_of)


def test_programs_without_a_price_are_named_beside_the_sum_of_the_others() -> None:
    assert UNPRICED in aiming_at(["OB-GYN", "Family Medicine"]).budget.not_priced


def test_what_waiting_says_of_fees_is_at_least_where_a_part_has_no_price() -> None:
    said = [one for one in aiming_at(["OB-GYN", "Family Medicine"]).roadmap.waiting.says if "fees" in one]
    assert said == [
        "Application fees (at least $242) are paid once, in the season you apply; they have tended to rise."
    ]


def test_programs_with_a_price_are_not_named_as_without() -> None:
    assert [one for one in aiming_at(["Family Medicine"]).budget.not_priced if "program" in one] == []


@pytest.mark.parametrize(
    ("specialties", "programs", "dearer"),
    [
        (["IM"], 30, False),
        (["IM"], 31, True),
        (["IM", "FM"], 60, False),
        (["EM"], 18, False),
        (["EM"], 19, True),
        (["OB-GYN"], 80, False),
        (["Basket weaving"], 80, False),
        (["IM"], None, False),
        ([], 80, False),
    ],
)
def test_later_programs_cost_more_only_beyond_the_first_tier(
    specialties: list[str], programs: int | None, dearer: bool
) -> None:
    target = {"match_year": 2028, "specialties": specialties, "programs_planned": programs}
    dossier, evidence = a_dossier(JOB, target=target), load_evidence()
    situation = Situation(dossier, stand(dossier, AS_OF, evidence), AS_OF, evidence)
    assert later_programs_cost_more(situation) is dearer
