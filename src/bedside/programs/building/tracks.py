"""The tracks of a program over all editions, newest first: for each year what the newest edition says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bedside.programs.program import Season, Track, TrackKind


def merged_tracks(tracks: Iterable[Track]) -> tuple[Track, ...]:
    """Tracks in the order of their codes, each once: kind and label as the first says, and so for every season."""
    merged: dict[str, Track] = {}
    for track in tracks:
        merged[track.nrmp_code] = _with_older(merged.get(track.nrmp_code, track), track)
    return tuple(merged[code] for code in sorted(merged))


def newest_season(tracks: Iterable[Track]) -> int | None:
    """The newest Match in which any of the tracks took part; None where none ever did."""
    return max((season.match_year for track in tracks for season in track.seasons), default=None)


def offered_by_kind(tracks: Iterable[Track], match_year: int | None) -> Mapping[TrackKind, int]:
    """The positions offered in a Match by kind of track; kinds without any are left out."""
    offered: dict[TrackKind, int] = {}
    for track in tracks:
        positions = track.offered_in(match_year) if match_year else 0
        if positions:
            offered[track.kind] = offered.get(track.kind, 0) + positions
    return dict(sorted(offered.items(), key=lambda one: list(TrackKind).index(one[0])))


def _with_older(newer: Track, older: Track) -> Track:
    seasons: dict[int, Season] = {one.match_year: one for one in older.seasons}
    seasons.update((one.match_year, one) for one in newer.seasons)
    newest_first = tuple(seasons[year] for year in sorted(seasons, reverse=True))
    return Track(newer.nrmp_code, newer.kind, newer.label, newest_first)
