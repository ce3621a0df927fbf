"""Kept seasons as a file: an `.npz` of NumPy with what they were made from, read without running anything in it."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np

from bedside.market.applicant_types import ABROAD
from bedside.market.kept import Kept, MadeFrom, Rule, Standings, digest_of_tracks
from bedside.market.mistakes import MarketMistake
from bedside.market.tracks import Tracks

FORMAT = 1
"""Moves with the names, the shapes or the meaning of what is in a file."""
AGAIN = "Play the seasons anew: `bedside market --cut-offs FILE.npz`."
_BY_TRACK = ("field", "sought", "interviewed", "level", "ease")
_FIRST_BYTES = b"PK"
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
)


def kept_as_bytes(kept: Kept) -> bytes:
    """The file."""
    about = {
        "format": FORMAT,
        "made_from": {one.name: getattr(kept.made_from, one.name) for one in fields(MadeFrom)},
        "rules": [[one.name, one.says] for one in kept.rules],
    }
    standings = {f"standings_{one.name}": getattr(kept.standings, one.name) for one in fields(Standings)}
    written = io.BytesIO()
    np.savez_compressed(
        written,
        about=np.frombuffer(json.dumps(about).encode(), dtype=np.uint8),
        codes=np.array(kept.codes),
        keys=np.array(kept.keys),
        cut_offs=kept.cut_offs,
        **{name: getattr(kept, name) for name in _BY_TRACK},
        **standings,
    )
    return written.getvalue()


def kept_in(content: bytes, name: str) -> Kept:
    """What a file holds. Raises MarketMistake where it is none, is damaged, or was written by another version."""
    if not content.startswith(_FIRST_BYTES):
        raise MarketMistake(_no_such_file(content, name))
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            about = json.loads(arrays["about"].tobytes())
            if about["format"] != FORMAT:
                raise MarketMistake(f"“{name}” was written by another version of Bedside. {AGAIN}")
            kept = _kept(about, arrays)
    except _DAMAGED as why:
        raise MarketMistake(
            f"“{name}” holds no whole seasons: it is damaged, or no file of kept seasons. {AGAIN}"
        ) from why
    return kept


def check_fits(kept: Kept, name: str, tracks: Tracks, parameters: str) -> None:
    """Raise MarketMistake where the seasons were not made from these tracks with the parameters of this digest."""
    if kept.made_from.is_made_up:
        raise MarketMistake(f"“{name}” was played on tracks that are made up, without the national list. {AGAIN}")
    if kept.made_from.tracks != digest_of_tracks(tracks):
        raise MarketMistake(
            f"“{name}” was played with another directory: it has {len(kept.codes):,} tracks, and not all are those "
            f"that yours has ({len(tracks):,}). {AGAIN}"
        )
    if kept.made_from.parameters != parameters:
        raise MarketMistake(f"“{name}” was played by another version of the market. {AGAIN}")


def kept_in_files(
    files: Sequence[tuple[str, bytes]], wanted: Sequence[str], tracks: Tracks, parameters: str
) -> tuple[Kept, ...]:
    """What several files hold, each of another seed, under the policies that are wanted, or all where none is named.

    Raises MarketMistake with all that is wrong.
    """
    found, wrong = [], []
    for name, content in files:
        try:
            found.append(kept_in(content, name))
            check_fits(found[-1], name, tracks, parameters)
        except MarketMistake as mistake:
            wrong.append(str(mistake))
    if not wrong:
        wrong += _do_not_go_together(found, [name for name, _ in files], wanted)
    if wrong:
        raise MarketMistake("\n".join(dict.fromkeys(wrong)))
    return tuple(_under(one, wanted) for one in found)


def _do_not_go_together(found: Sequence[Kept], names: Sequence[str], wanted: Sequence[str]) -> Iterator[str]:
    first: dict[int, str] = {}
    for one, name in zip(found, names, strict=True):
        seed, has = one.made_from.seed, ", ".join(rule.name for rule in one.rules)
        if first.setdefault(seed, name) != name:
            yield f"“{name}” and “{first[seed]}” hold the same seasons, of seed {seed}. Give each seed once."
        elif names.count(name) > 1:
            yield f"“{name}” is given {names.count(name)} times. Give it once: its seasons would count again."
        if one.rules != found[0].rules:
            yield f"“{name}” was played under other rules ({has}) than “{names[0]}”. Play all under the same."
        for missing in [word for word in wanted if word not in [rule.name for rule in one.rules]]:
            yield f"“{name}” holds no seasons under “{missing}”, only: {has}."


def _under(kept: Kept, wanted: Sequence[str]) -> Kept:
    """As it is, and under the policies that are wanted."""
    rows = [row for row, rule in enumerate(kept.rules) if row == 0 or not wanted or rule.name in wanted]
    return replace(kept, rules=tuple(kept.rules[row] for row in rows), cut_offs=kept.cut_offs[rows])


def _kept(about: Mapping[str, Any], arrays: Mapping[str, Any]) -> Kept:
    """From what was read. Raises KeyError, TypeError or ValueError where something is missing or does not fit."""
    codes = tuple(arrays["codes"].tolist())
    kept = Kept(
        made_from=MadeFrom(**about["made_from"]),
        rules=tuple(Rule(str(name), str(says)) for name, says in about["rules"]),
        codes=codes,
        keys=tuple(arrays["keys"].tolist()),
        cut_offs=arrays["cut_offs"],
        **{name: arrays[name] for name in _BY_TRACK},
        standings=Standings(**{one.name: arrays[f"standings_{one.name}"] for one in fields(Standings)}),
    )
    tracks, rules, rows = len(codes), len(kept.rules), kept.standings.tracks.shape
    shapes = (
        (kept.cut_offs[:1, :1].shape, (1, 1, tracks)),
        (kept.cut_offs.shape[:1], (rules,)),
        ((len(kept.keys), *kept.field.shape, *kept.sought.shape), (tracks, tracks, tracks)),
        *((getattr(kept, name).shape, (len(ABROAD), tracks)) for name in _BY_TRACK[2:]),
        *((getattr(kept.standings, one).shape, rows[:1]) for one in ("kind", "field", "length", "file")),
        (kept.standings.ahead.shape, rows),
        (kept.standings.tracks.max(initial=0) < tracks, True),
    )
    if any(found != wanted for found, wanted in shapes):
        raise ValueError("arrays that do not fit each other")
    return kept


def _no_such_file(content: bytes, name: str) -> str:
    if content.startswith(b"PAR1") or name.lower().endswith(".csv"):
        return (
            f"“{name}” is a table for other programs. Bedside reads what `bedside market --cut-offs` "
            "writes into a file that ends in .npz."
        )
    return f"“{name}” is no file of kept seasons. {AGAIN}"
