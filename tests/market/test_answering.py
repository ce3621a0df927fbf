"""One applicant's question: people of other seasons matched as often as they are told, and what never changes it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from bedside.market.alike import Asked, Seen, seen_in
from bedside.market.answering import FILES, Answer, answer
from bedside.market.applicant_types import ABROAD, ApplicantType
from bedside.market.keeping import EACH, played_for_questions
from bedside.market.kept import Kept
from bedside.market.policies.application_cap import ApplicationCap
from bedside.market.policies.extra_positions import ExtraPositions
from bedside.market.policies.policy import AsItIs
from bedside.market.replicate import Player
from tests.market.small import small_recipe

NON_US, FIELD = ApplicantType.NON_US_IMG, "internal-medicine"
RULES = (ApplicationCap(10_000), ExtraPositions(FIELD, 200))
SEEDS = 20


@cache
def kept() -> tuple[Kept, ...]:
    return played_for_questions(small_recipe(), RULES, SEEDS * EACH, workers=2)


@cache
def seen() -> Seen:
    return seen_in(kept())


def tracks_of(field: str, number: int) -> tuple[int, ...]:
    recipe = small_recipe()
    here = np.flatnonzero(recipe.tracks.field == recipe.tables.fields.index(field))
    return tuple(int(track) for track in here[:number])


def asked(number: int = 3, interviews: int = 4, **others: tuple[int, ...]) -> Asked:
    return Asked(NON_US, tracks_of(FIELD, number), tuple(range(number)), interviews, **others)


def told(question: Asked) -> Answer:
    found = answer(seen(), question)
    assert found is not None
    return found


@cache
def people_of_other_seasons() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of people of seeds that were not kept: the chance told of a match, whether they did, and at place 1."""
    chances, matched, first = [], [], []
    for seed in range(1001, 1005):
        ready = replace(small_recipe(), seed=seed).season(AsItIs())
        found, kind = Player(ready).first_lists(0), ready.season.population.kind
        for person in np.flatnonzero(np.isin(kind, ABROAD) & (found.lengths > 0))[::2]:
            length = int(found.lengths[person])
            ranking = tuple(found.lists[person, :length].tolist())
            one = answer(seen(), Asked(ApplicantType(int(kind[person])), ranking, tuple(range(length)), length))
            if one is not None:
                any_file = one.rules[0].files[0]
                chances.append((any_file.match.mean, any_file.here[0].mean))
                matched.append(found.rank[person] >= 0)
                first.append(found.rank[person] == 0)
    return np.array(chances), np.array(matched), np.array(first)


def within(chances: np.ndarray, outcomes: np.ndarray, apart: float) -> bool:
    error = float(outcomes.std()) / np.sqrt(len(outcomes))
    return abs(float(chances.mean()) - float(outcomes.mean())) <= apart + 2 * error


def test_people_of_other_seasons_match_as_often_as_they_are_told() -> None:
    chances, matched, first = people_of_other_seasons()
    assert len(matched) > 600
    assert within(chances[:, 0], matched, 0.03)
    assert within(chances[:, 1], first, 0.03)


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.0)])
def test_in_every_band_people_match_as_often_as_they_are_told(low: float, high: float) -> None:
    chances, matched, _ = people_of_other_seasons()
    here = (chances[:, 0] >= low) & (chances[:, 0] <= high)
    assert within(chances[here, 0], matched[here], 0.06)


def test_the_chance_of_a_match_is_the_same_in_every_order() -> None:
    as_wished, turned = told(asked()), told(asked(order=(2, 0, 1)))
    for before, after in zip(as_wished.rules, turned.rules, strict=True):
        assert [one.match for one in before.files] == [one.match for one in after.files]
    # who is put first is got at least as often as where it stood before
    assert turned.rules[0].files[0].here[0].mean >= as_wished.rules[0].files[0].here[2].mean


def test_the_same_question_has_the_same_answer_whatever_the_number_of_workers() -> None:
    again = played_for_questions(small_recipe(), RULES, 2 * EACH, workers=1)
    twice = played_for_questions(small_recipe(), RULES, 2 * EACH, workers=3)
    assert [one.cut_offs.tobytes() for one in again] == [one.cut_offs.tobytes() for one in twice]
    assert answer(seen_in(again), asked()) == answer(seen_in(twice), asked())


def test_a_policy_that_touches_nobody_changes_nothing() -> None:
    nothing = told(asked()).rules[1]
    assert (nothing.change.mean, nothing.change.low, nothing.change.high) == (0.0, 0.0, 0.0)
    assert nothing.files == told(asked()).rules[0].files


def test_many_more_positions_make_a_match_likelier() -> None:
    assert told(asked(1, 2)).rules[2].change.mean > 0


def test_a_better_file_matches_more_often() -> None:
    files = {one.file: one.match.mean for one in told(asked(1, 2)).rules[0].files}
    assert tuple(files) == FILES
    assert files["low"] <= files["middle"] <= files["high"]
    assert files["any"] == pytest.approx((files["low"] + files["middle"] + files["high"]) / 3, abs=0.01)


def test_the_places_add_up_to_a_match() -> None:
    for one in told(asked()).rules[0].files:
        assert sum(share.mean for share in one.here) == pytest.approx(one.match.mean)
        assert one.so_far[-1].mean == pytest.approx(one.match.mean)


def test_a_list_longer_than_any_is_laid_along_the_longest() -> None:
    question = Asked(NON_US, tuple(range(60)), tuple(range(60)), 60)
    on_twenty = question.on_lists_of(np.array([20]))[0].tolist()
    assert on_twenty == [place for place in range(20) for _ in range(3)]


def test_where_nobody_is_like_the_asker_nothing_is_told() -> None:
    few = seen_in([replace(kept()[0], standings=_first(kept()[0], 20))])
    assert answer(few, asked()) is None


def _first(one: Kept, rows: int) -> object:
    standings = one.standings
    return type(standings)(*(getattr(standings, name)[:rows] for name in type(standings).__slots__))
