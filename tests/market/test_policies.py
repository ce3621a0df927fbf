"""Policies: what each changes, that luck stays as it is, and sentences for what cannot be."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from bedside.evidence.library import load_evidence
from bedside.market.mistakes import MarketMistake
from bedside.market.policies.application_cap import ApplicationCap
from bedside.market.policies.extra_positions import ExtraPositions
from bedside.market.policies.more_signals import MoreSignals
from bedside.market.policies.policy import AsItIs
from bedside.market.policies.reading import name_of, policies_in
from bedside.market.replicates import run_replicates
from tests.market.small import small_recipe

RECIPE = small_recipe()


def test_a_cap_that_nobody_reaches_changes_nothing_at_all() -> None:
    capped = run_replicates(RECIPE.season(ApplicationCap(10_000)), 3)
    assert capped.digest == run_replicates(RECIPE.season(AsItIs()), 3).digest


def test_under_a_cap_nobody_has_more_applications_and_the_first_wish_stays() -> None:
    before, after = RECIPE.season(AsItIs()).season.population, RECIPE.season(ApplicationCap(12)).season.population
    assert int((after.preliminary - after.starts[:-1]).max()) == 12
    assert np.array_equal(after.chosen[after.starts[:-1]], before.chosen[before.starts[:-1]])
    own = before.preliminary - before.starts[:-1]
    assert np.array_equal(after.preliminary - after.starts[:-1], np.minimum(own, 12))
    assert np.array_equal(np.diff(after.starts) - 0, np.minimum(own, 12) + before.starts[1:] - before.preliminary)


def test_more_signals_leave_specialties_without_signals_as_they_are() -> None:
    season = RECIPE.season(AsItIs()).season
    assert MoreSignals(3).change(season).signals.tolist() == (season.signals + 3).tolist()
    assert MoreSignals(-9).change(season).signals.max() == 0


def test_extra_positions_are_all_given_out_in_their_field_only() -> None:
    season = RECIPE.season(AsItIs()).season
    after = ExtraPositions("neurology", 13).change(season)
    grown = after.tracks.positions - season.tracks.positions
    here = season.tracks.field == season.parameters.fields.index("neurology")
    assert (int(grown[here].sum()), int(grown[~here].sum())) == (13, 0)


def test_more_positions_leave_fewer_without_a_match() -> None:
    more = run_replicates(RECIPE.season(ExtraPositions("internal-medicine", 60)), 10)
    before = run_replicates(RECIPE.season(AsItIs()), 10)
    assert more.matched.sum() > before.matched.sum()


def test_a_policy_has_one_name_however_it_is_spelled_and_is_played_once() -> None:
    fields, evidence = RECIPE.tables.fields, load_evidence()
    spelled = ("signals=5", "signals=+5", "positions=family medicine:+500", "half the interviews")
    names = ["signals=+5", "signals=+5", "positions=family-medicine:+500", "half the interviews"]
    assert [name_of(words, fields, evidence) for words in spelled] == names
    assert [one.name for one in policies_in(spelled[:3], fields, evidence)] == names[1:3]


def test_policies_are_read_without_the_compiler() -> None:
    """Kept seasons are asked about by the names of policies, and nothing is played for that."""
    told = "import sys, bedside.market.policies.reading; print('numba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_one_position_is_one() -> None:
    assert ExtraPositions("neurology", 1).says == "1 position more in neurology."


def test_policies_are_read_in_the_order_they_were_asked_for() -> None:
    words = ("cap=60", "signals=-2", "positions=family medicine:+500")
    fields = RECIPE.tables.fields
    assert [one.name for one in policies_in(words, fields, load_evidence())] == [
        "cap=60",
        "signals=-2",
        "positions=family-medicine:+500",
    ]


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(MarketMistake) as mistake:
        policies_in(
            ("cap=many", "cap=0", "lottery", "positions=neurology:-9999"),
            *(RECIPE.tables.fields, load_evidence(), RECIPE.tracks),
        )
    positions = int(RECIPE.tracks.positions[RECIPE.tracks.field == RECIPE.tables.fields.index("neurology")].sum())
    assert str(mistake.value).splitlines() == [
        "“cap=many” needs a whole number, as in cap=60, signals=+5, positions=family-medicine:+500.",
        "“cap=0”: a cap leaves at least one application.",
        "“lottery” is no policy Bedside knows. Write one such as cap=60, signals=+5, positions=family-medicine:+500.",
        f"“positions=neurology:-9999”: there are {positions} positions, so that none would be left.",
    ]


@pytest.mark.parametrize(
    ("spelled", "field"),
    [
        ("Family Medicine", "family-medicine"),
        ("FM", "family-medicine"),
        ("Internal Medicine Preliminary", "internal-medicine-preliminary"),
        ("prelim IM", "internal-medicine-preliminary"),
        ("TY", "transitional-year"),
    ],
)
def test_a_specialty_goes_by_any_of_its_usual_names(spelled: str, field: str) -> None:
    found = policies_in((f"positions={spelled}:+5",), RECIPE.tables.fields, load_evidence(), RECIPE.tracks)
    assert found == (ExtraPositions(field, 5),)


def test_a_change_beyond_what_a_season_can_tell_is_a_sentence() -> None:
    words = ("cap=1001", "signals=-99", "signals=+51", "positions=FM:+10001")
    with pytest.raises(MarketMistake) as mistake:
        policies_in(words, RECIPE.tables.fields, load_evidence(), RECIPE.tracks)
    assert str(mistake.value).splitlines() == [
        "“cap=1001”: nobody sends so many. Write a cap from 1 to 1,000.",
        "“signals=-99”: that is further than a season can tell. Write -50 to +50 signals.",
        "“signals=+51”: that is further than a season can tell. Write -50 to +50 signals.",
        "“positions=FM:+10001”: that is further than a season can tell. Write at most +10,000 positions.",
    ]


def test_the_largest_changes_are_still_read() -> None:
    words = ("cap=1000", "signals=-50", "signals=+50", "positions=FM:+10000")
    found = policies_in(words, RECIPE.tables.fields, load_evidence(), RECIPE.tracks)
    assert found == (
        *(ApplicationCap(1000), MoreSignals(-50), MoreSignals(50)),
        ExtraPositions("family-medicine", 10_000),
    )
