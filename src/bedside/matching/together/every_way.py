"""Every way in which few who move together could sit: a stable matching is found, or it is shown that there is none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from math import prod

import numpy as np

from bedside.matching.lists import Whole
from bedside.matching.together.trying import Tried, Trying

MOST_WAYS = 2_000  # in which those who move together could sit; where there are more, none is tried
Cuts = frozenset[int]  # places of the program lists: from each of them on, its program takes nobody who moves alone


def can_try_all(trying: Trying) -> bool:
    """Whether there are few enough ways to try each."""
    return prod(map(len, _each(trying))) <= MOST_WAYS


def every_way(trying: Trying) -> Iterator[Tried]:
    """Way by way whatever might be stable; no matching that is stable is left out.

    1. Those who move together sit in one of the ways, once and for all. Those who move alone are matched to what is
       left by deferred acceptance: in no stable matching with this way is one of them better off.
    2. Could one of them do better, then because a program holds somebody of a unit whom it ranks lower. It would in all
       the others, too: none of them is stable.
    3. Could a unit do better by a wish, then one of its programs holds others in every stable matching. Whom it holds
       last of those who move alone is worse off there, and so the program is full of some whom it ranks higher. It is
       tried for each of the programs, from 1 on, with nobody for it from that one on down its list.
    """
    for way in _ways(trying):
        every = [Cuts()]
        for cuts in every:
            tried = _seated(trying, way, cuts)
            yield tried
            if not tried.better.any():
                more = (cuts | {place} for place in _last_alone(trying, tried))
                every += [cuts for cuts in more if cuts not in every]


def _each(trying: Trying) -> list[list[int]]:
    """For each unit its wishes, and -1 for none."""
    return [[-1, *range(first, end)] for first, end in pairwise(trying.joint.wishes.starts.tolist())]


def _ways(trying: Trying) -> Iterator[Whole]:
    """A wish for each unit, or -1, as far as the quotas allow."""
    ways = (np.array(chosen, dtype=np.int32) for chosen in product(*_each(trying)))
    return (way for way in ways if (_left(trying, way) >= 0).all())


def _left(trying: Trying, way: Whole) -> Whole:
    """How many positions of each program are left."""
    wishes, quotas = trying.joint.wishes, trying.joint.instance.quotas
    places = [wishes.programs[slice(*wishes.place_starts[wish : wish + 2])] for wish in way if wish >= 0]
    return quotas - np.bincount(np.concatenate((*places, np.zeros(0, dtype=np.int32))), minlength=len(quotas))


def _seated(trying: Trying, way: Whole, cuts: Cuts) -> Tried:
    """Those who move alone beside units that sit in a way; what is cut off is led to a program without positions."""
    joint, layout = trying.joint, trying.joint.instance.layout
    entries, state = layout.entries.copy(), np.concatenate((layout.state, np.zeros_like(layout.state[:1])))
    state[:-1, 0] = _left(trying, way)
    for place in cuts:
        end = joint.lists.program_starts[joint.program_at[place] + 1]
        entries[joint.lists.entry_at[place:end], 0] = len(joint.instance.programs)
    return trying.looked_at(trying.singles(entries, state).at, way)


def _last_alone(trying: Trying, tried: Tried) -> Iterator[int]:
    """At each program of a wish that would be granted the last place that is held by somebody who moves alone."""
    lists, wishes = trying.joint.lists, trying.joint.wishes
    for wish in tried.wanted[tried.wanted >= 0][:1]:
        for program in set(wishes.programs[slice(*wishes.place_starts[wish : wish + 2])].tolist()):
            places = np.arange(*lists.program_starts[program : program + 2])
            held = places[(tried.seats.held[places] != 0) & (lists.who_at[places] >= 0)]
            yield from held[-1:].tolist()
