"""A program made of the mentions that are its own: how it is listed, its tracks, its claims and its names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bedside.programs.building.best_claims import claims_by_field, disagreeing_in, rivals_in, unsure_in, values_of
from bedside.programs.building.tracks import merged_tracks, newest_season, offered_by_kind
from bedside.programs.claim import Claim
from bedside.programs.identity.cluster import Cluster
from bedside.programs.identity.plain_name import without_state
from bedside.programs.identity.sighting import Sighting
from bedside.programs.program import FieldClaims, Listed, Program, Track

_SAYS_NOTHING_AT_THE_END = " Program"


def program_of(cluster: Cluster) -> Program:
    """The program a cluster stands for; its sightings come newest edition first."""
    tracks = merged_tracks(track for one in cluster.sightings for track in one.tracks)
    claims = claims_by_field(claims_in(cluster.sightings))
    name, city, state = shown_as(cluster)
    listed = Listed(
        key=cluster.key,
        acgme_id=cluster.acgme_id,
        name=name,
        institution=_institution(cluster.sightings) or name,
        city=city,
        state=state,
        specialty=cluster.specialty,
        values={},
        offered={},
        is_private=all(one.origin.is_private for one in cluster.sightings),
    )
    return Program(said_in(listed, tracks, claims), tracks, claims, tuple(cluster.names))


def said_in(listed: Listed, tracks: tuple[Track, ...], claims: tuple[FieldClaims, ...]) -> Listed:
    """The program as it is listed, with what these tracks and claims come to."""
    season = newest_season(tracks)
    return replace(
        listed,
        values=values_of(claims),
        offered=offered_by_kind(tracks, season),
        match_year=season,
        disagreeing=disagreeing_in(claims),
        rivals=rivals_in(claims),
        unsure=unsure_in(claims),
    )


def claims_in(sightings: Iterable[Sighting]) -> tuple[Claim, ...]:
    """Everything that mentions state, each once."""
    return tuple(dict.fromkeys(Claim(stated, one.origin, one.place) for one in sightings for stated in one.stated))


def shown_as(cluster: Cluster) -> tuple[str, str, str]:
    """Name, city and state to show: from a source that gives the ACGME ID rather than from one that abbreviates."""
    ranked = sorted(cluster.sightings, key=_how_far_from_the_program)
    name = next((said for one in ranked if (said := _name(one))), cluster.key)
    if ranked[0].code:
        name = f"{without_state(name)} ({cluster.place})" if cluster.place else without_state(name)
    city = next((one.mention.city for one in ranked if one.mention.city), "")
    state = next((one.mention.state for one in ranked if one.mention.state), "")
    return name.removesuffix(_SAYS_NOTHING_AT_THE_END), city, state


def _how_far_from_the_program(one: Sighting) -> int:
    said = one.mention
    return (said.acgme_id is None) + 2 * bool(said.nrmp_codes)


def _name(one: Sighting) -> str:
    said = one.mention
    return said.institution if said.nrmp_codes and said.institution else said.name or said.institution


def _institution(sightings: Iterable[Sighting]) -> str:
    return next((one.mention.institution for one in sightings if one.mention.institution), "")
