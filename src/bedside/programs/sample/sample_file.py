"""The shipped file of the sample: one row for each program, every column from one named source."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bedside.programs.program import Season, Track, TrackKind

COLUMNS = (
    "specialty",
    "acgme_id",
    "institution",
    "city",
    "state",
    "page",
    "tracks",
    "listed_by",
    "name",
    "type",
    "website",
    "listed_on",
    "first_accredited",
    "visa_j1",
    "visa_h1b",
    "visa_url",
    "visa_checked",
)
_YES_NO = {"yes": True, "no": False, "": None}
_WRITTEN = {True: "yes", False: "no", None: ""}
_BETWEEN_TRACKS = "; "


@dataclass(frozen=True, slots=True)
class SampleProgram:
    """A program of the sample.

    `institution`, `city`, `state`, `page` and `tracks` are from the list of the NRMP. `listed_by` is the key of the
    source of `name`, `type`, `website` and `first_accredited`, and `listed_on` the day it bears for this program
    (None: that of its edition). The visas are what the program's own page at `visa_url` said on `visa_checked`. A
    program that was not in the Match yet has no tracks; what a source does not say is empty or None.
    """

    specialty: str
    acgme_id: str
    institution: str
    city: str
    state: str
    page: str
    tracks: tuple[Track, ...]
    listed_by: str
    name: str
    type: str
    website: str
    listed_on: date | None = None
    first_accredited: str = ""
    visa_j1: bool | None = None
    visa_h1b: bool | None = None
    visa_url: str = ""
    visa_checked: date | None = None


def read_sample(text: str, match_year: int) -> tuple[SampleProgram, ...]:
    """The programs of the file's text; positions are those of `match_year`."""
    return tuple(_program(row, match_year) for row in csv.DictReader(io.StringIO(text)))


def sample_text(programs: Iterable[SampleProgram]) -> str:
    """The text of the file that holds these programs, in their order."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_written(getattr(program, column)) for column in COLUMNS] for program in programs)
    return out.getvalue()


def _program(row: dict[str, str], match_year: int) -> SampleProgram:
    return SampleProgram(
        specialty=row["specialty"],
        acgme_id=row["acgme_id"],
        institution=row["institution"],
        city=row["city"],
        state=row["state"],
        page=row["page"],
        tracks=tuple(_track(written, match_year) for written in row["tracks"].split(_BETWEEN_TRACKS) if written),
        listed_by=row["listed_by"],
        name=row["name"],
        type=row["type"],
        website=row["website"],
        listed_on=_day(row["listed_on"]),
        first_accredited=row["first_accredited"],
        visa_j1=_YES_NO[row["visa_j1"]],
        visa_h1b=_YES_NO[row["visa_h1b"]],
        visa_url=row["visa_url"],
        visa_checked=_day(row["visa_checked"]),
    )


def _track(written: str, match_year: int) -> Track:
    """A track from a code, its label, and positions offered and filled: `1903140C0 Internal Medicine 10/9`."""
    code, _, rest = written.partition(" ")
    label, _, positions = rest.rpartition(" ")
    offered, _, filled = positions.partition("/")
    return Track(code, TrackKind(code[7]), label, (Season(match_year, int(offered), int(filled)),))


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return _BETWEEN_TRACKS.join(_track_text(track) for track in value)
    if isinstance(value, date):
        return value.isoformat()
    return _WRITTEN[value] if isinstance(value, bool) or value is None else str(value)


def _track_text(track: Track) -> str:
    season = track.seasons[0]
    return f"{track.nrmp_code} {track.label} {season.offered}/{season.filled}"
