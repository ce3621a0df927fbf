"""Replicates: the same whoever plays them, in whatever order, and each of them a stable matching."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from bedside.market.answering import answer_for
from bedside.market.policies.policy import AsItIs
from bedside.market.recipe import packed, season_from
from bedside.market.replicate import Player
from bedside.market.replicates import joined, played, run_replicates
from bedside.market.season import ReadySeason
from bedside.matching.deferred_acceptance import applicant_proposing
from bedside.matching.outcome.checking import check_stability
from bedside.matching.reading import from_mappings
from tests.market.small import small_recipe


@cache
def season() -> ReadySeason:
    return small_recipe().season(AsItIs())


def test_the_same_seed_gives_the_same_numbers_whatever_the_number_of_workers() -> None:
    one, three = run_replicates(season(), 25, workers=1), run_replicates(season(), 25, workers=3)
    assert one.digest == three.digest


def test_chunks_played_in_any_order_give_the_same_numbers() -> None:
    player = Player(season())
    later, sooner = (range(5, 9), played(player, range(5, 9))), (range(5), played(player, range(5)))
    assert joined([later, sooner]).digest == run_replicates(season(), 9).digest


def test_a_season_that_travelled_is_the_same() -> None:
    assert run_replicates(season_from(packed(small_recipe(), AsItIs())), 3).digest == run_replicates(season(), 3).digest


def test_another_seed_gives_other_numbers() -> None:
    assert run_replicates(small_recipe(2).season(AsItIs()), 3).digest != run_replicates(season(), 3).digest


def test_what_was_played_is_what_deferred_acceptance_gives_for_the_same_lists() -> None:
    ready, player = season(), Player(season())
    for replicate in range(3):
        lists, scores, lengths = _first_lists(player, replicate)
        applicants = {
            f"a{person}": [f"t{track}" for track, score in zip(own, scores[person], strict=True) if score > -np.inf]
            for person, own in enumerate(lists)
        }
        tracks = [sorted(_ranks(scores, lists, track), reverse=True) for track in range(len(ready.season.tracks))]
        programs = {f"t{track}": [f"a{person}" for _, person in rank] for track, rank in enumerate(tracks) if rank}
        quotas = {name: int(ready.season.tracks.positions[int(name[1:])]) for name in programs}
        instance = from_mappings(applicants, programs, quotas)
        matching = applicant_proposing(instance)
        assert check_stability(matching).holds
        by_applicant = matching.by_applicant()
        track_of = player.play(replicate).track_of
        told = {f"a{p}": None if t < 0 else f"t{t}" for p, t in enumerate(track_of.tolist())}
        assert {name: told[name] for name in by_applicant} == dict(by_applicant)
        assert lengths.sum() == sum(map(len, lists))


def _first_lists(player: Player, replicate: int) -> tuple[list[list[int]], list[list[float]], np.ndarray]:
    """The lists of the first pass, as they were before preparatory years were asked for."""
    found = player.first_lists(replicate)
    lengths = found.lengths.copy()
    lists = [found.lists[p, :n].tolist() for p, n in enumerate(lengths)]
    scores = [found.scores[p, :n].tolist() for p, n in enumerate(lengths)]
    return lists, scores, lengths


def _ranks(scores: list[list[float]], lists: list[list[int]], track: int) -> list[tuple[float, int]]:
    return [
        (own_scores[own.index(track)], person)
        for person, (own, own_scores) in enumerate(zip(lists, scores, strict=True))
        if track in own and own_scores[own.index(track)] > -np.inf
    ]


def test_a_track_ranks_nobody_below_its_bar_and_stays_open_rather_than_take_them() -> None:
    ready = season()
    field = ready.season.tracks.field
    closed = replace(ready, bars=np.where(field == 8, np.float32(np.inf), ready.bars).astype(np.float32))
    before, after = Player(ready).play(0), Player(closed).play(0)
    assert (int(after.ranked[field == 8].sum()), int(after.held[field == 8].sum())) == (0, 0)
    assert int(before.held[field == 8].sum()) > 0
    assert (after.cut_offs[field == 8] == -np.inf).all()
    assert (after.list_length == before.list_length).mean() > 0.9  # they ask all the same; some now need another year


def test_nobody_is_matched_twice_and_no_track_holds_more_than_its_positions() -> None:
    found = Player(season()).play(0)
    tracks = season().season.tracks
    both = np.concatenate([found.track_of[found.track_of >= 0], found.year_of[found.year_of >= 0]])
    held = np.bincount(both, minlength=len(tracks))
    assert held.tolist() == found.held.tolist()
    assert (held <= tracks.positions).all()
    only_one = found.year_of >= 0
    assert (tracks.is_advanced[found.track_of[only_one & (found.track_of >= 0)]]).all()


def test_a_first_specialty_is_the_one_a_list_begins_with() -> None:
    player = Player(season())
    lists, _, _ = _first_lists(player, 2)
    found = player.play(2)
    field = season().season.tracks.field.tolist()
    assert found.ranked_first.tolist() == [field[own[0]] if own else -1 for own in lists]
    begins = [next((n for n, t in enumerate(own) if field[t] != field[own[0]]), len(own)) for own in lists]
    assert found.contiguous.tolist() == begins
    after = [field[own[n]] if n < len(own) else -1 for own, n in zip(lists, begins, strict=True)]
    assert found.ranked_next.tolist() == after


def test_who_has_a_position_is_ranked_for_a_preparatory_year_but_asks_for_none() -> None:
    found, people = Player(season()).play(0), season().season.population
    tracks = season().season.tracks
    settled = (found.track_of >= 0) & ~tracks.is_advanced[found.track_of]
    assert (found.year_of[settled] == -1).all()
    years = np.isin(tracks.field, np.flatnonzero(small_recipe().tables.is_preliminary))
    assert found.ranked[years].sum() > (found.held[years]).sum()
    assert (people.starts[1:] > people.preliminary)[settled].any()


def test_cut_offs_tell_everyone_inside_where_they_are_matched() -> None:
    ready, player = season(), Player(season())
    lists, scores, _ = _first_lists(player, 4)
    cut_offs = player._cut_offs()
    track_of = player.play(4).track_of
    wrong = [
        person
        for person, own in enumerate(lists)
        if own and _place(cut_offs, own, scores[person]) != (own.index(t) if (t := track_of[person]) >= 0 else -1)
    ]
    assert wrong == []
    assert len(ready.season.population) == len(lists)


def _place(cut_offs: np.ndarray, own: list[int], scores: list[float]) -> int:
    # whoever is at the cut-off is held: the one with the lowest score sets it
    just_above = np.array(scores, dtype=np.float32)
    just_above[np.isfinite(just_above)] = np.nextafter(just_above[np.isfinite(just_above)], np.float32(np.inf))
    return int(answer_for(cut_offs[None, :], np.array(own), just_above[None, :])[0])
