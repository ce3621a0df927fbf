"""What the advice on choosing programs makes of one: yes, no or unknown, and never a score."""

from __future__ import annotations

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.mention import StateResult
from bedside.programs.targeting_facts import StateShare, imgs_a_year, state_shares, targeting_facts
from tests.programs.directories import a_listed
from tests.programs.eligibility.listing import an_asker

EVIDENCE = load_evidence()


def facts(state: str = "OH", **values: object) -> dict[str, str]:
    """Each fact by its key, as yes, no or unknown."""
    listed = a_listed("1", "A Program", "A Town", state, **values)
    return {fact.key: str(fact.holds) for fact in targeting_facts(listed, EVIDENCE, an_asker())}


def test_of_a_program_of_which_nobody_says_anything_only_place_and_specialty_are_known() -> None:
    assert facts() == {
        "kind": "unknown",
        "takes-imgs": "unknown",
        "region": "yes",
        "hardly-any-imgs": "unknown",
        "recent-graduates": "unknown",
        "competitive": "no",
    }


@pytest.mark.parametrize(
    ("kind", "holds"),
    [("community", "yes"), ("university-affiliated", "yes"), ("university", "no"), ("other", "no")],
)
def test_community_programs_and_those_affiliated_with_a_university_are_the_kinds_named(kind: str, holds: str) -> None:
    assert facts(type=kind)["kind"] == holds


@pytest.mark.parametrize(("share", "holds"), [(0.1, "yes"), (0.099, "no"), (0.0, "no")])
def test_a_history_of_taking_imgs_begins_at_a_tenth_of_its_residents(share: float, holds: str) -> None:
    assert facts(img_share=share)["takes-imgs"] == holds


@pytest.mark.parametrize(("imgs", "holds"), [(6, "yes"), (2, "yes"), (1, "no"), (0, "no")])
def test_imgs_a_year_tell_a_history_where_no_share_does(imgs: int, holds: str) -> None:
    assert facts(imgs_a_year=imgs)["takes-imgs"] == holds


def test_what_is_told_is_never_said_to_be_told_by_nobody() -> None:
    listed = a_listed("1", "A Program", "A Town", "OH", imgs_a_year=6)
    says = {fact.key: fact.says for fact in targeting_facts(listed, EVIDENCE)}
    assert (says["takes-imgs"], says["hardly-any-imgs"]) == (
        "About 6 IMGs begin there in a year.",
        "No source says whether it is a university program.",
    )


@pytest.mark.parametrize(("state", "holds"), [("OH", "yes"), ("TX", "unknown"), ("NY", "no"), ("PR", "unknown")])
def test_the_midwest_is_named_and_the_south_only_in_part(state: str, holds: str) -> None:
    assert facts(state)["region"] == holds


@pytest.mark.parametrize(
    ("values", "holds"),
    [
        ({"type": "university", "imgs_a_year": 1}, "yes"),
        ({"type": "university", "imgs_a_year": 2}, "no"),
        ({"type": "university", "img_share": 0.02, "first_year_positions": 40}, "yes"),
        ({"type": "university", "img_share": 0.05, "first_year_positions": 40}, "no"),
        ({"type": "university"}, "unknown"),
        ({"type": "community", "imgs_a_year": 0}, "no"),
        ({"type": "community", "name_brand": True, "imgs_a_year": 0}, "yes"),
        ({"imgs_a_year": 0}, "unknown"),
    ],
    ids=str,
)
def test_a_university_program_with_at_most_one_img_a_year_is_told_apart(values: dict[str, object], holds: str) -> None:
    assert facts(**values)["hardly-any-imgs"] == holds


@pytest.mark.parametrize(("years", "holds"), [(7, "yes"), (8, "no"), (3, "yes")])
def test_a_stated_preference_for_recent_graduates_is_held_against_the_applicants_own_years(
    years: int, holds: str
) -> None:
    assert facts(graduation__preferred=years)["recent-graduates"] == holds


def test_the_most_competitive_specialties_are_those_the_article_calls_rare_and_others_are_not_placed() -> None:
    assert facts(specialty="dermatology")["competitive"] == "yes"
    assert "competitive" not in facts(specialty="pathology")


def test_for_a_competitive_specialty_the_months_are_told_and_not_judged() -> None:
    listed = a_listed("1", "A Program", "A Town", "OH", specialty="dermatology")
    (fact,) = (one for one in targeting_facts(listed, EVIDENCE, an_asker()) if one.key == "competitive")
    assert fact.says.endswith("You have 2 months of US clinical experience.")


def test_imgs_a_year_are_told_or_the_share_of_the_first_year_positions() -> None:
    assert imgs_a_year(a_listed("1", "A", "B", "OH", imgs_a_year=3, img_share=0.9)) == (3, ("imgs-a-year",))
    assert imgs_a_year(a_listed("1", "A", "B", "OH", img_share=0.5)) is None


def test_results_by_state_give_the_share_of_imgs_in_the_newest_match() -> None:
    older = StateResult(2024, "OH", "internal-medicine", "Medicine", 100, 90, (0, 0, 0, 0, 10, 10, 0))
    newer = StateResult(2025, "OH", "internal-medicine", "Medicine", 100, 80, (30, 0, 20, 0, 10, 20, 0))
    beside = StateResult(2025, "OH", "internal-medicine", "Primary", 10, 10, (5, 0, 0, 0, 0, 5, 0))
    shares = state_shares([older, newer, beside])
    assert shares == {("OH", "internal-medicine"): StateShare(2025, 90, 35)}
    told = targeting_facts(a_listed("1", "A", "B", "OH"), EVIDENCE, shares=shares)
    says = next(fact.says for fact in told if fact.key == "region")
    assert says == (
        "Ohio lies in the Midwest. In the 2025 Match, 35 of 90 filled positions of the specialty there went to IMGs."
    )


def test_every_fact_rests_on_a_figure() -> None:
    listed = a_listed("1", "A Program", "A Town", "OH", type="university", img_share=0.5)
    assert [fact.key for fact in targeting_facts(listed, EVIDENCE) if not fact.because] == []
