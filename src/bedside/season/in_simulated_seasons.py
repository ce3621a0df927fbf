"""A second look at a rank order list: how often somebody with these interviews matched in simulated seasons.

1. Each place of the list is a track of the season that is simulated: the one the file names, or else the largest of the
   program's own. A place for which there is none is named, with the reason, and does not count.
2. The type follows from the citizenship; where it is not known, both types are asked for.
3. `market.answering` tells how often each place was the match, under every rule.
4. The two looks are held against each other. They know different things, and neither is a promise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.identity import StatusKind
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.market.alike import Asked, seen_in
from bedside.market.answering import Answer, answer
from bedside.market.applicant_types import ApplicantType
from bedside.market.kept import Kept
from bedside.market.published import SEASON, Published
from bedside.market.tracks import Tracks
from bedside.odds.readings import WAYS_APART, reading
from bedside.odds.results import Estimate
from bedside.programs.directory import Directory
from bedside.programs.program import Track, TrackKind
from bedside.season.results import Entry, RankOrderList

US_CITIZENSHIPS = ("united states", "united states of america", "usa", "us", "u.s.", "u.s.a.")
NO_LIST = (
    "The national list of programs is not in your directory, so there are no real programs to simulate seasons with, "
    "and made-up ones would tell you nothing of yours. Add the list first: see `bedside programs add --help`, or "
    "Programs in the app."
)
NOTHING_COUNTS = "No place of your list is a track of the simulated season, so there is nothing to tell."
NOBODY = "Too few simulated people of this type had as many interviews, so nothing is told."


@dataclass(frozen=True, slots=True)
class Counted:
    """A place of the list with the track it counts as; `note` says where the track was chosen for it."""

    place: int
    title: str
    code: str
    track: str
    note: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A place of the list that does not count here, and why."""

    place: int
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class ListInASeason:
    """A list as the simulated season knows it; `says` tells why nothing can be asked, where `asked` is empty."""

    counted: tuple[Counted, ...]
    left_out: tuple[LeftOut, ...]
    asked: tuple[Asked, ...]
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InSimulatedSeasons:
    """The answer for each type asked for; `beside` holds it against the odds, with what that rests on."""

    season: int
    origin: str
    listed: ListInASeason
    answers: tuple[Answer, ...]
    says: tuple[str, ...]
    beside: tuple[str, ...]
    because: tuple[Reason, ...]


def list_in_a_season(
    found: RankOrderList, dossier: Dossier, directory: Directory, tracks: Tracks, tables: Published
) -> ListInASeason:
    """The list as it can be asked about; without the national list nothing can."""
    if tracks.are_made_up:
        return ListInASeason((), (), (), (NO_LIST,))
    season = _Season(tracks, tables, directory)
    counted, left_out = [], []
    rows: dict[int, int] = {}
    for one in found.places:
        row, says = season.track_of(one.entry)
        if row is not None and row in rows.values():
            row, says = None, "It is the same track as a place further up. Write the `track` of each."
        if row is None:
            left_out.append(LeftOut(one.place, one.entry.title, says))
        else:
            rows[one.place] = row
            counted.append(Counted(one.place, one.entry.title, tracks.codes[row], tracks.names[row], says))
    if not rows:
        return ListInASeason((), tuple(left_out), (), (NOTHING_COUNTS,))
    asked = tuple(_asked(found, rows, season, kind) for kind in types_of(dossier))
    return ListInASeason(tuple(counted), tuple(left_out), asked, ())


def _asked(found: RankOrderList, rows: dict[int, int], season: _Season, kind: ApplicantType) -> Asked:
    """The list in the applicant's own order, which tells how sought after its programs are, whatever order is tried."""
    own = sorted(found.places, key=lambda one: (one.entry.rank or 0, one.entry.at))
    seen = [one for one in own if one.entry.state.has_an_interview and not season.is_a_year(one.entry)]
    counted = [one.place for one in seen if one.place in rows]
    return Asked(
        kind=kind,
        ranking=tuple(rows[place] for place in counted),
        places=tuple(at for at, one in enumerate(seen) if one.place in rows),
        interviews=len(seen) + sum(not season.is_a_year(one) for one in found.off_the_list),
        order=tuple(counted.index(place) for place in rows),
    )


def in_simulated_seasons(
    listed: ListInASeason, kept: Sequence[Kept], found: RankOrderList, tracks: Tracks, evidence: Evidence
) -> InSimulatedSeasons:
    """What the kept seasons say of a list, beside what the odds say of it."""
    answers, says = [], [*listed.says]
    for asked, told in _each(listed.asked, kept):
        if told is None:
            says.append(f"{_of(asked.kind)}: {NOBODY}")
        else:
            answers.append(told)
    beside = tuple(_beside(one, found.match, len(answers) > 1, evidence) for one in answers) if found.match else ()
    because = evidence.cite(WAYS_APART) if beside else ()
    return InSimulatedSeasons(SEASON, tracks.origin, listed, tuple(answers), tuple(says), beside, because)


def _each(asked: Sequence[Asked], kept: Sequence[Kept]) -> Iterator[tuple[Asked, Answer | None]]:
    if asked:
        seen = seen_in(kept)
        yield from ((one, answer(seen, one)) for one in asked)


def types_of(dossier: Dossier) -> tuple[ApplicantType, ...]:
    """The type of a dossier: US IMG for citizens; both where no citizenship is told."""
    told = {country.casefold() for country in dossier.identity.citizenships}
    kind = dossier.status.kind if dossier.status else StatusKind.UNKNOWN
    if kind is StatusKind.CITIZEN or told & set(US_CITIZENSHIPS):
        return (ApplicantType.US_IMG,)
    if told or kind is not StatusKind.UNKNOWN:
        return (ApplicantType.NON_US_IMG,)
    return (ApplicantType.US_IMG, ApplicantType.NON_US_IMG)


class _Season:
    """The tracks of a season by their codes and by the keys of their programs."""

    def __init__(self, tracks: Tracks, tables: Published, directory: Directory) -> None:
        self._directory, self._tracks = directory, tracks
        self._by_code = {code.casefold(): row for row, code in enumerate(tracks.codes)}
        self._by_key: dict[str, list[int]] = {}
        self._is_year = [bool(tables.is_preliminary[field]) for field in tracks.field]
        for row, key in enumerate(tracks.keys):
            if not self._is_year[row]:
                self._by_key.setdefault(key, []).append(row)

    def track_of(self, entry: Entry) -> tuple[int | None, str]:
        """The row of the track an entry counts as, and which was chosen; or None, and why there is none."""
        if not entry.state.has_an_interview:
            return None, f"It stands as {entry.state}: simulated tracks rank only those they interviewed."
        if entry.track and entry.track.casefold() in self._by_code:
            return self._with_code(self._by_code[entry.track.casefold()])
        if entry.key is None:
            return None, "It is not in your directory. Write its key, or the NRMP code of its `track`."
        known = self._directory.whole(entry.key).tracks
        if entry.track:
            return None, self._why_not(entry.track, known)
        rows = sorted(self._by_key.get(entry.key, []), key=lambda row: (-self._tracks.positions[row], row))
        if not rows:
            return None, self._why_none(known)
        return rows[0], self._chosen(rows) if len(rows) > 1 else ""

    def is_a_year(self, entry: Entry) -> bool:
        """Whether the interview was for a preparatory year; such interviews are counted apart."""
        row = self._by_code.get((entry.track or "").casefold())
        if row is not None or entry.key is None:
            return row is not None and self._is_year[row]
        known = self._directory.whole(entry.key).tracks
        return bool(known) and all(one.kind is TrackKind.PRELIMINARY for one in known)

    def _with_code(self, row: int) -> tuple[int | None, str]:
        if self._is_year[row]:
            return None, "A preparatory year: here it is asked for only after the list itself, and is no match of it."
        return row, ""

    def _chosen(self, rows: Sequence[int]) -> str:
        others = ", ".join(self._tracks.codes[row] for row in rows[1:])
        return f"Taken for {self._tracks.codes[rows[0]]}, the largest of its tracks; also there: {others}."

    def _why_not(self, code: str, known: Sequence[Track]) -> str:
        track = next((one for one in known if one.nrmp_code.casefold() == code.casefold()), None)
        return f"The directory knows no track {code} of it." if track is None else _reason(track)

    def _why_none(self, known: Sequence[Track]) -> str:
        reasons = list(dict.fromkeys(map(_reason, known)))
        return " ".join(reasons) or "Your directory knows no track of it, only the program."


def _reason(track: Track) -> str:
    """Why a track that the directory knows is not in the season."""
    if track.kind is TrackKind.RESERVED:
        return f"{track.nrmp_code} is reserved for physicians who trained before, and is not simulated."
    if not track.offered_in(SEASON):
        return f"{track.nrmp_code} offered no position in the {SEASON} Match, which is the one that is simulated."
    if track.kind is TrackKind.PRELIMINARY:
        return f"{track.nrmp_code} is a preparatory year, which is no match of the list itself here."
    return f"{track.nrmp_code} is of a specialty that is not simulated."


def _beside(one: Answer, odds: Estimate, is_one_of_two: bool, evidence: Evidence) -> str:
    """How far the two looks agree, and why they may not."""
    mean = one.rules[0].files[0].match.mean
    whose = f"{_of(one.kind)}: " if is_one_of_two else ""
    low, high = odds.percents
    both = f"{whose}the odds say {low} to {high} in 100, the simulated seasons {round(100 * mean)}."
    both = both[0].upper() + both[1:]
    if 100 * abs(mean - odds.middle) < reading(WAYS_APART, evidence):
        return f"{both} They lie near each other, as far as two ways of looking can."
    return (
        f"{both} They lie apart because they know different things. The odds rest on published curves of people with "
        "as many ranks, whichever programs those were. The seasons know which programs yours are and how many others "
        "are interviewed there, but their people come from a model of everybody: where it gives out fewer interviews "
        "than there are in truth, as many as you have count for too much. Neither is a promise; where something hangs "
        "on it, plan with the lower."
    )


def _of(kind: ApplicantType) -> str:
    return kind.words
