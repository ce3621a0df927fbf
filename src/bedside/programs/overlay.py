"""The user's private claims laid over the public directory: the same rules of identity, seen by nobody else."""

from __future__ import annotations

from dataclasses import replace

from bedside.evidence.library import Evidence
from bedside.programs.building.assembling import claims_in, program_of, said_in
from bedside.programs.building.best_claims import claims_by_field
from bedside.programs.building.build import by_place, newest_first
from bedside.programs.building.live_imports import by_age
from bedside.programs.building.tracks import merged_tracks
from bedside.programs.collection import Collection
from bedside.programs.directory import Directory
from bedside.programs.identity.cluster import Cluster
from bedside.programs.identity.known import Known
from bedside.programs.identity.resolving import resolve
from bedside.programs.identity.sighting import origin_of
from bedside.programs.program import Program


def with_private(directory: Directory, private: Collection, evidence: Evidence) -> Directory:
    """The directory with the user's own claims in it.

    Private mentions join the public programs they mean, or become programs of their own with `is_private`; they never
    bring two public programs together. Without private claims it is the same directory.
    """
    if not private.imports:
        return directory
    aged = by_age(private.imports)
    resolved = resolve(newest_first(aged, is_private=True), private.answers, evidence, directory.known)
    touched = {one.key: _program(directory, one) for one in resolved.clusters if one.sightings}
    public = [touched[one.key].listed if one.key in touched else one for one in directory.listed]
    new = sorted((one for key, one in touched.items() if key not in directory), key=by_place)

    def whole(key: str) -> Program:
        return touched[key] if key in touched else directory.whole(key)

    def known() -> tuple[Known, ...]:
        return tuple(one.known() for one in resolved.clusters)

    return Directory(
        (*public, *(one.listed for one in new)),
        whole,
        (*directory.origins, *(origin_of(one, is_private=True) for one, _ in aged)),
        (*directory.questions, *resolved.questions),
        directory.is_sample,
        known,
        lambda: directory.state_results,
        lambda: directory.hospitals,
    )


def _program(directory: Directory, cluster: Cluster) -> Program:
    if cluster.key not in directory:
        return program_of(cluster)
    public = directory.whole(cluster.key)
    said = (claim for field in public.claims for claim in (field.best, *field.agreeing, *field.differing))
    claims = claims_by_field((*said, *claims_in(cluster.sightings)))
    tracks = merged_tracks((*public.tracks, *(track for one in cluster.sightings for track in one.tracks)))
    listed = said_in(replace(public.listed, acgme_id=cluster.acgme_id), tracks, claims)
    return Program(listed, tracks, claims, tuple(cluster.names))
