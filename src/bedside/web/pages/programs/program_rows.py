"""One program as its page shows it: the verdict with the claims behind it, every claim by field, and its tracks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bedside.applicant.parts.shape import Answer
from bedside.documents.blocks import Mark
from bedside.documents.content.programs.lists import MARKS, verdict_name
from bedside.documents.content.programs.program import STATES, where_to_ask
from bedside.documents.content.programs.wording import (
    claim_in_words,
    said_by,
    season_in_words,
    track_in_words,
)
from bedside.evidence.library import Evidence
from bedside.programs.claim import Claim
from bedside.programs.directory import Directory
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.judging import judge
from bedside.programs.eligibility.results import Criterion, State, Verdict
from bedside.programs.eligibility.verdict import sentence
from bedside.programs.field import FIELDS, ValueKind
from bedside.programs.program import Program, Track
from bedside.programs.targeting_facts import TargetingFact, targeting_facts

_ON_THE_WEB = ("https://", "http://")
_NAMES_A_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidOnce:
    """One claim: what it says, by whom and when, and how near it is to the program."""

    value: str
    said_by: str
    confidence: str
    quote: str
    url: str
    import_id: str
    is_private: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Everything said of one field: the best first, then whoever agrees and whoever differs."""

    field: str
    title: str
    means: str
    best: SaidOnce
    agreeing: tuple[SaidOnce, ...]
    differing: tuple[SaidOnce, ...]

    @property
    def link(self) -> str:
        """Where a website leads; "" where this is none, or nothing that a browser should follow."""
        written = self.best.value if FIELDS[self.field].kind is ValueKind.LINK else ""
        if written.startswith(_ON_THE_WEB):
            return written
        return f"https://{written}" if _NAMES_A_HOST.match(written) else ""


@dataclass(frozen=True, slots=True)
class Held:
    """One limit or preference with the claims it rests on."""

    criterion: Criterion
    mark: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One track with its positions in each season, as words; "–" where it took no part."""

    track: Track
    title: str
    seasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that advice on choosing programs looks at, and whether it holds here."""

    fact: TargetingFact
    mark: str


@dataclass(frozen=True, slots=True)
class WholeProgram:
    """Everything about one program for one applicant.

    `limits` and `preferences` hold what some source tells; `not_reported` are the titles of the others. `match_years`
    head the columns of the tracks, newest first.
    """

    program: Program
    verdict: Verdict
    mark: str
    name: str
    says: str
    limits: tuple[Held, ...]
    preferences: tuple[Held, ...]
    not_reported: tuple[str, ...]
    where_to_ask: str
    advice: tuple[Advice, ...]
    said: tuple[Said, ...]
    match_years: tuple[int, ...]
    tracks: tuple[TrackRow, ...]

    @property
    def own_checks(self) -> tuple[SaidOnce, ...]:
        """What the applicant's own lists and checks say, each import once."""
        once = (one for said in self.said for one in (said.best, *said.agreeing, *said.differing))
        return tuple({one.import_id: one for one in once if one.is_private}.values())


def whole_program(directory: Directory, key: str, asker: Asker, evidence: Evidence) -> WholeProgram:
    """A program whole, as it is for this applicant. Raises ProgramNotInDirectory."""
    program = directory.whole(key)
    verdict = judge(program.listed, asker)
    said = {one.field: one for one in _said(program)}
    years = tuple(sorted({season.match_year for track in program.tracks for season in track.seasons}, reverse=True))
    return WholeProgram(
        program=program,
        verdict=verdict,
        mark=MARKS[verdict.kind],
        name=verdict_name(verdict),
        says=sentence(verdict),
        limits=_held(verdict.limits, said),
        preferences=_held(verdict.preferences, said),
        not_reported=tuple(
            one.title for one in (*verdict.limits, *verdict.preferences) if one.state is State.NOT_REPORTED
        ),
        where_to_ask=where_to_ask(program.listed),
        advice=tuple(map(_advice, targeting_facts(program.listed, evidence, asker))),
        said=tuple(said[key] for key in FIELDS if key in said),
        match_years=years,
        tracks=tuple(_track(track, years) for track in program.tracks),
    )


def _advice(fact: TargetingFact) -> Advice:
    return Advice(fact, {Answer.YES: Mark.YES, Answer.NO: Mark.NO, Answer.UNKNOWN: Mark.UNKNOWN}[fact.holds])


def _held(criteria: Iterable[Criterion], said: dict[str, Said]) -> tuple[Held, ...]:
    return tuple(
        Held(one, STATES[one.state], tuple(said[field] for field in one.fields if field in said))
        for one in criteria
        if one.state is not State.NOT_REPORTED
    )


def _said(program: Program) -> Iterable[Said]:
    for claims in program.claims:
        field = FIELDS[claims.field]
        agreeing, differing = (tuple(map(_once, some)) for some in (claims.agreeing, claims.differing))
        yield Said(field.key, field.title, field.means, _once(claims.best), agreeing, differing)


def _once(claim: Claim) -> SaidOnce:
    stated, origin = claim.stated, claim.origin
    address = stated.url or origin.url
    return SaidOnce(
        claim_in_words(claim),
        said_by(claim),
        stated.confidence.value,
        stated.quote,
        address if address.startswith(_ON_THE_WEB) else "",
        origin.import_id,
        origin.is_private,
    )


def _track(track: Track, years: tuple[int, ...]) -> TrackRow:
    by_year = {season.match_year: season for season in track.seasons}
    seasons = tuple(season_in_words(by_year[year]) if year in by_year else "–" for year in years)
    return TrackRow(track, track_in_words(track), seasons)
