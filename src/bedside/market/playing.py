"""One season from invitations to the Match in a single compiled pass over the applicants."""

from __future__ import annotations

from typing import Any

import numpy as np

from bedside.market.chance import bits_of, compiled, even_of, even_of_sixteen, key_of, normal_of_three, strength_of

_HALF = np.uint64(32)
NOT_RANKED = np.float32(-np.inf)
"""The score of an applicant whom a track does not rank."""


def _invited_plain(
    mine: Any, odds_here: Any, half: Any, odds_of_person: Any, signals: Any, signal_odds: Any, marks: Any, places: Any
) -> Any:
    """Put the applications that bring an interview into `places`, in order; how many they are.

    One does where an even number times (1 + odds) is below the odds. The first wishes carry a signal. The loops have no
    branch that goes either way by chance: the first runs on many applications at once, the last costs a step for each.
    """
    one = np.float32(1.0)
    for at in range(len(mine)):
        odd = odds_of_person * odds_here[mine[at]]
        marks[at] = even_of(half, mine[at]) * (one + odd) < odd
    for at in range(min(signals, len(mine))):
        odd = odds_of_person * signal_odds * odds_here[mine[at]]
        marks[at] = even_of(half, mine[at]) * (one + odd) < odd
    found = 0
    for at in range(len(mine)):
        places[found] = at
        found += marks[at]
    return found


invited_of = compiled(_invited_plain)


def _opened_place_plain(wishes: Any, flat_lists: Any, flat_scores: Any, base: Any, length: Any, wish: Any) -> Any:
    """Move less wished-for entries of a list down by one, from the end; the place that opens."""
    at = length
    while at > 0 and wishes[at - 1] > wish:
        wishes[at] = wishes[at - 1]
        flat_lists[base + at] = flat_lists[base + at - 1]
        flat_scores[base + at] = flat_scores[base + at - 1]
        at -= 1
    wishes[at] = wish
    return at


opened_place = compiled(_opened_place_plain, inline="always")


def _lists_plain(
    replicate: Any, kind: Any, person_number: Any, fixed: Any, spread: Any, begins: Any, ends: Any, waits: Any,
    chosen: Any, odds: Any, level: Any, bars: Any, signals: Any, signal_odds: Any, shared: Any, mutual: Any,
    span: Any, most: Any, lists: Any, scores: Any, lengths: Any, ranked: Any,
) -> None:  # fmt: skip
    """Make the rank order list of everyone, from their applications `begins` to `ends`.

    Of the interviews they are invited to they go to at most `most`. Who does not wait is ranked, but asks nobody. Each
    interview moves its place in the order of wishes by 0 to 1, where the first is `span` ahead of the last, and shows
    the program the file as it is read this season, how it is wished for, and a luck of its own. A track does not rank
    whom it thinks below its bar, however much they wish to come: they ask in vain.
    """
    marks, places = np.zeros(65536, dtype=np.uint8), np.zeros(65536, dtype=np.int32)
    wishes = np.empty(most, dtype=np.float32)
    own = np.sqrt(np.float32(1.0) - shared * shared)
    middle = np.float32(0.5) * (span + np.float32(1.0))
    width, flat_lists, flat_scores = lists.shape[1], lists.reshape(-1), scores.reshape(-1)
    for person in range(len(kind)):
        many, length, base = ends[person] - begins[person], 0, person * width
        if many > 0:
            key = key_of(replicate, person_number[person])
            strength = strength_of(fixed[person], key)
            odds_of_person = np.float32(np.exp(spread[kind[person]] * strength))
            mine, level_here = chosen[begins[person] : ends[person]], level[kind[person]]
            invited = invited_of(
                mine, odds[kind[person]], np.uint32(key >> _HALF), odds_of_person, signals[person], signal_odds,
                marks, places,
            )  # fmt: skip
            step = span / np.float32(many)
            for number in range(min(invited, most)):
                entry = places[number]
                track = mine[entry]
                bits = bits_of(key, track)
                wish = np.float32(entry) * step + even_of_sixteen(bits)
                at = opened_place(wishes, flat_lists, flat_scores, base, length, wish)
                flat_lists[base + at] = track
                score = shared * strength + level_here[track] + own * normal_of_three(bits)
                is_ranked = score >= bars[track]
                flat_scores[base + at] = score + mutual * (middle - wish) if is_ranked else NOT_RANKED
                ranked[track] += is_ranked
                length += 1
        lengths[person] = length if waits[person] else 0


make_lists = compiled(_lists_plain)


def _raised_plain(held_score: Any, held_by: Any, begin: Any, at: Any, score: Any) -> Any:
    """Make room for a score on its way up from the end of a heap; the place it takes."""
    while at > 0:
        above = (at - 1) >> 1
        if held_score[begin + above] <= score:
            break
        held_score[begin + at] = held_score[begin + above]
        held_by[begin + at] = held_by[begin + above]
        at = above
    return at


raised = compiled(_raised_plain, inline="always")


def _lowered_plain(held_score: Any, held_by: Any, begin: Any, many: Any, score: Any) -> Any:
    """Make room for a score on its way down from the top of a heap, which is let go; the place it takes."""
    at, below = 0, 1
    while below < many:
        if below + 1 < many and held_score[begin + below + 1] < held_score[begin + below]:
            below += 1
        if held_score[begin + below] >= score:
            break
        held_score[begin + at] = held_score[begin + below]
        held_by[begin + at] = held_by[begin + below]
        at, below = below, 2 * below + 1
    return at


lowered = compiled(_lowered_plain, inline="always")


def _propose_plain(
    lists: Any, scores: Any, lengths: Any, upcoming: Any, rank: Any,
    begins: Any, held: Any, held_score: Any, held_by: Any, positions: Any,
) -> None:  # fmt: skip
    """Let applicants in one after another: each asks down the list until held, and whoever is let go asks on.

    A track keeps the lowest score it holds on top of a heap. `rank` becomes the place on the list, or -1.
    """
    width, flat_lists, flat_scores = lists.shape[1], lists.reshape(-1), scores.reshape(-1)
    for newcomer in range(len(lengths)):
        upcoming[newcomer] = 0
        rank[newcomer] = -1
        person = newcomer
        while person >= 0:
            place = upcoming[person]
            if place >= lengths[person]:
                rank[person] = -1
                break
            upcoming[person] = place + 1
            track, score = flat_lists[person * width + place], flat_scores[person * width + place]
            begin, many = begins[track], held[track]
            if score == NOT_RANKED:
                continue
            if many < positions[track]:
                held[track] = many + 1
                let_go = -1
                at = raised(held_score, held_by, begin, many, score)
            elif many == 0 or held_score[begin] >= score:
                continue
            else:
                let_go = held_by[begin]
                at = lowered(held_score, held_by, begin, many, score)
            held_score[begin + at] = score
            held_by[begin + at] = person
            rank[person] = place
            person = let_go


propose = compiled(_propose_plain)


def _matched_plain(
    lists: Any, lengths: Any, rank: Any, is_advanced: Any, field: Any,
    track_of: Any, first_rank: Any, list_length: Any, ranked_first: Any, contiguous: Any, ranked_next: Any,
    waits: Any,
) -> None:  # fmt: skip
    """Keep the outcome of the first pass, the specialty each list begins with and with how many ranks of it, which one
    follows, and who waits for a preparatory year."""
    for person in range(len(rank)):
        place = rank[person]
        first_rank[person] = place
        list_length[person] = lengths[person]
        track_of[person] = lists[person, place] if place >= 0 else -1
        ranked_first[person] = field[lists[person, 0]] if lengths[person] > 0 else -1
        many = 0
        while many < lengths[person] and field[lists[person, many]] == ranked_first[person]:
            many += 1
        contiguous[person] = many
        ranked_next[person] = field[lists[person, many]] if many < lengths[person] else -1
        waits[person] = place < 0 or is_advanced[track_of[person]]


keep_matched = compiled(_matched_plain)


def _years_plain(lists: Any, lengths: Any, rank: Any, list_length: Any, year_of: Any) -> None:
    """Keep the preparatory years of the second pass."""
    for person in range(len(rank)):
        year_of[person] = lists[person, rank[person]] if rank[person] >= 0 else -1
        if list_length[person] == 0:
            list_length[person] = lengths[person]


keep_years = compiled(_years_plain)


def _count_plain(
    kind: Any, field: Any, is_advanced: Any, track_of: Any, rank: Any, year_of: Any, list_length: Any,
    ranked_first: Any, contiguous: Any, ranked_next: Any, top: Any,
    by_type: Any, filled: Any, choices: Any, first: Any,
) -> None:  # fmt: skip
    """Add everyone to the tables of `replicate.Counts`: `by_type` has active, matched, ranks of those who matched and
    of those who did not, matched to one of the `top` first."""
    for person in range(len(kind)):
        of_kind, track, year = kind[person], track_of[person], year_of[person]
        if list_length[person] > 0:
            by_type[0, of_kind] += 1
        if (track >= 0 and not is_advanced[track]) or year >= 0:
            by_type[1, of_kind] += 1
            by_type[2, of_kind] += list_length[person]
        else:
            by_type[3, of_kind] += list_length[person]
        if track >= 0:
            filled[field[track], of_kind] += 1
            if rank[person] < top:
                by_type[4, of_kind] += 1
        if year >= 0:
            filled[field[year], of_kind] += 1
        wanted = ranked_first[person]
        if wanted >= 0:
            choices[0, wanted, of_kind] += 1
            side = 0 if track >= 0 and field[track] == wanted else 1
            first[wanted, of_kind, side, 0] += 1
            first[wanted, of_kind, side, 1] += contiguous[person]
            if ranked_next[person] >= 0:
                choices[1, ranked_next[person], of_kind] += 1


count_people = compiled(_count_plain)


def _expected_plain(
    replicate: Any, kind: Any, person_number: Any, fixed: Any, spread: Any, starts: Any, preliminary: Any, chosen: Any,
    odds: Any, signals: Any, signal_odds: Any, most: Any, attended: Any,
) -> None:  # fmt: skip
    """How many interviews each track gives on average over the luck of invitations, in `attended`.

    Who is invited to more than one can go to goes to a part of them: E[min(X, most)] / E[X] with X nearly normal.
    """
    attended[:] = 0.0
    for person in range(len(kind)):
        of_kind = kind[person]
        key = key_of(replicate, person_number[person])
        odds_of_person = np.exp(spread[of_kind] * strength_of(fixed[person], key))
        for part in range(2):
            begin = starts[person] if part == 0 else preliminary[person]
            end = preliminary[person] if part == 0 else starts[person + 1]
            total = 0.0
            for entry in range(begin, end):
                odd = odds_of_person * odds[of_kind, chosen[entry]]
                if part == 0 and entry - begin < signals[person]:
                    odd *= signal_odds
                total += odd / (1.0 + odd)
            if total <= 0:
                continue
            deviation = np.sqrt(total)
            above = (total - most) / deviation
            density = np.exp(-0.5 * above * above) / 2.5066282746
            over = above * 0.5 * (1.0 + np.tanh(0.7978845608 * (above + 0.044715 * above**3))) + density
            share = max(0.02, 1.0 - deviation * over / total)
            for entry in range(begin, end):
                odd = odds_of_person * odds[of_kind, chosen[entry]]
                if part == 0 and entry - begin < signals[person]:
                    odd *= signal_odds
                attended[chosen[entry]] += share * odd / (1.0 + odd)


expected = compiled(_expected_plain)
