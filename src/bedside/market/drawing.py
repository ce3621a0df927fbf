"""Where each applicant applies, and in which order they would like to go there, as compiled loops."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bedside.market.applicant_types import TYPES
from bedside.market.chance import STEP, compiled, even, mix, normal
from bedside.market.numbers import Whole
from bedside.market.readings import MarketReadings
from bedside.market.tracks import Tracks


def application_lists(
    kind: Whole, fields: Whole, wanted: Whole, tracks: Tracks, readings: MarketReadings, seed: int
) -> tuple[Whole, Whole, NDArray[np.uint16]]:
    """Starts, where preparatory years begin, and the tracks applied to.

    Tracks of a field are put into an order of chance; an applicant with n applications takes those under n evenly
    spaced points along their summed weights, beginning at a point of chance (systematic sampling). What an applicant
    thinks of a track is what everyone thinks of it and a taste of their own.
    """
    number = len(tracks)
    random = np.random.default_rng([seed, 2])
    order = np.lexsort((random.random(number), tracks.field)).astype(np.int64)
    begins = np.searchsorted(tracks.field[order], np.arange(fields.max() + 2)).astype(np.int64)
    is_img = np.array([one.is_img for one in TYPES])
    weight = np.vstack([np.ones(number), np.exp(readings.follows_openness * tracks.openness)])
    shared = random.standard_normal(number) - readings.less_desired * tracks.openness
    shared = readings.shared_taste * (shared - shared.mean()) / shared.std()
    starts = np.concatenate([[0], np.cumsum(wanted.sum(axis=1))]).astype(np.int64)
    chosen = np.zeros(starts[-1], dtype=np.uint16)
    used = np.zeros((len(kind), 2), dtype=np.int64)
    own = np.sqrt(1 - readings.shared_taste**2)
    _fill(
        is_img[kind].astype(np.int64), fields, wanted, order, begins, weight, shared, own,
        np.uint64(seed), starts, chosen, used,
    )  # fmt: skip
    ends, keep = starts[:-1] + used[:, 1], np.zeros(len(chosen), dtype=np.bool_)
    _mark(starts, ends, keep)
    kept = np.concatenate([[0], np.cumsum(used[:, 1])]).astype(np.int64)
    return kept, kept[:-1] + used[:, 0], chosen[keep]


def _in_order_plain(picked: Any, liking: Any, found: Any, chosen: Any, at: Any) -> Any:
    """Write the tracks that were found in the order of wishes; where the next are written."""
    for track in picked[:found][np.argsort(liking[:found])]:
        chosen[at] = track
        at += 1
    return at


_in_order = compiled(_in_order_plain)


def _fill_plain(
    is_img: Any, fields: Any, wanted: Any, order: Any, begins: Any, weight: Any, shared: Any, own: Any,
    seed: Any, starts: Any, chosen: Any, used: Any,
) -> None:  # fmt: skip
    liking = np.zeros(len(order))
    picked = np.zeros(len(order), dtype=np.uint16)
    for person in range(len(is_img)):
        key = mix(seed + np.uint64(person + 1) * STEP)
        at, found = starts[person], 0
        for part in range(fields.shape[1]):
            if part == 2:
                used[person, 0] = at - starts[person]
            field, number = fields[person, part], wanted[person, part]
            if field < 0 or number == 0:
                continue
            first, last = begins[field], begins[field + 1]
            weights = weight[is_img[person]]
            total = 0.0
            for place in range(first, last):
                total += weights[order[place]]
            step = total / number
            point = step * even(mix(key + np.uint64(part + 1) * STEP))
            passed = 0.0
            for place in range(first, last):
                track = order[place]
                passed += weights[track]
                if point < passed:
                    bits = mix(key ^ mix(np.uint64(track + 1) * STEP))
                    picked[found] = track
                    liking[found] = -(shared[track] + own * normal(bits))
                    found += 1
                    while point < passed:
                        point += step
            if part < 2:
                at = _in_order(picked, liking, found, chosen, at)
                found = 0
        at = _in_order(picked, liking, found, chosen, at)
        used[person, 1] = at - starts[person]


def _mark_plain(starts: Any, ends: Any, keep: Any) -> None:
    for person in range(len(ends)):
        keep[starts[person] : ends[person]] = True


_fill = compiled(_fill_plain)
_mark = compiled(_mark_plain)
