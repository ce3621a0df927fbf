"""The seasons a stop contract allows: one applicant's, so that two together are less than two independent ones."""

from __future__ import annotations

from datetime import date

import pytest

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.decision import Decision, StopContract
from tests.plan.what_if.worlds import EVIDENCE, asked, example, some

COORDINATOR = example("opt-research-coordinator", decision=None)
MANY = some(60)


def with_contract(cycles: int, year: int, signed: str | None = "2026-11-20") -> Dossier:
    contract = {"cycles": cycles, "year": year, "alternative": "Clinical research", "signed": signed}
    return COORDINATOR.model_copy(update={"stop_contract": StopContract.model_validate(contract)})


def test_two_seasons_are_more_than_one_and_less_than_two_independent_ones() -> None:
    over = asked(with_contract(2, 2029), MANY, ["wait"]).two_cycles
    assert over is not None
    first, second = (one.chance for one in over.seasons)
    assert first is not None
    assert second is not None
    assert [one.match_year for one in over.seasons] == [2028, 2029]
    assert max(first.middle, second.middle) < over.chance.middle < over.independent
    assert over.independent == pytest.approx(1 - (1 - first.middle) * (1 - second.middle))


def test_the_money_is_that_of_every_season_with_token_registration_and_transcript() -> None:
    found = asked(with_contract(2, 2029), MANY, ["wait"], count=20)
    over = found.two_cycles
    fixed = sum(EVIDENCE.number(f"fee.{name}.2027") for name in ("eras.token", "nrmp.registration", "usmle.transcript"))
    assert over is not None
    assert found.dollars == 220.0
    assert [one.dollars for one in over.seasons] == [220.0 + fixed] * 2
    assert over.dollars == 2 * (220.0 + fixed)


def test_a_list_of_one_service_pays_nothing_for_another() -> None:
    programs = some(30, "obstetrics-and-gynecology", 2_200_000_000)
    aimed = COORDINATOR.target.model_copy(update={"specialties": ("Obstetrics and Gynecology",)})
    dossier = with_contract(1, 2028).model_copy(update={"target": aimed})
    over = asked(dossier, programs, ["wait"], count=10).two_cycles
    assert over is not None
    names = {why.figure.name for why in over.because if why.figure}
    assert names & {"fee.eras.token.2027", "fee.nrmp.registration.2027"} == {"fee.nrmp.registration.2027"}


@pytest.mark.parametrize(("cycles", "year", "seasons"), [(1, 2029, 1), (2, 2028, 1), (2, 2029, 2), (2, 2035, 2)])
def test_the_contract_ends_with_its_cycles_or_its_year_whichever_comes_first(
    cycles: int, year: int, seasons: int
) -> None:
    over = asked(with_contract(cycles, year), MANY, ["wait"]).two_cycles
    assert over is not None
    assert len(over.seasons) == seasons


def test_the_first_season_is_the_one_the_answer_is_for() -> None:
    found = asked(with_contract(1, 2028), MANY, ["wait"])
    assert found.two_cycles is not None
    assert found.two_cycles.seasons[0].chance == found.before == found.two_cycles.chance


def test_without_a_contract_there_is_a_sentence() -> None:
    found = asked(COORDINATOR.model_copy(update={"stop_contract": None}), MANY, ["wait"])
    assert found.two_cycles is None
    assert found.says_of_cycles.startswith("Your file has no stop contract")


def test_a_contract_that_allows_none_is_a_sentence() -> None:
    found = asked(with_contract(2, 2027), MANY, ["wait"])
    assert (found.two_cycles, found.says_of_cycles) == (
        None,
        "Your stop contract allows no season from the Match of 2028 on.",
    )


def test_who_is_done_is_not_shown_more_seasons() -> None:
    done = Decision.model_validate({"kind": "done trying", "signed": date(2026, 11, 1)})
    found = asked(with_contract(2, 2029).model_copy(update={"decision": done}), MANY, ["wait"])
    assert found.two_cycles is None
    assert found.says_of_cycles == "You decided to be done with applying, so there are no seasons to add up."


def test_a_decision_for_one_cycle_binds_a_contract_for_two() -> None:
    one_cycle = Decision.model_validate({"kind": "one structured cycle", "signed": date(2026, 11, 1)})
    found = asked(with_contract(2, 2029).model_copy(update={"decision": one_cycle}), MANY, ["wait"])
    assert found.two_cycles is not None
    assert len(found.two_cycles.seasons) == 1
