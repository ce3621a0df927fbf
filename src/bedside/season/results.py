"""What a rank order list says: each place with its chance, other orders, changes, the days and rules, and what then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bedside.applicant.parts.applications import ApplicationState, SignalSent
from bedside.calendar.season import Event
from bedside.evidence.reason import Reason
from bedside.odds.results import Estimate


@dataclass(frozen=True, slots=True)
class Entry:
    """One application of the season: what is in the file, and who the program is where the directory knows it.

    `at` is its place in the file. `key` is its key in the directory, None where it is not there. `specialty` is a key
    of the evidence; None where neither the file nor the directory tells one that is known. `is_invited` is None where
    nothing was sent yet, or it was withdrawn before an answer.
    """

    at: int
    program: str
    title: str
    where: str
    key: str | None
    specialty: str | None
    track: str | None
    state: ApplicationState
    is_invited: bool | None
    signal: SignalSent | None
    interview: date | None
    rank: int | None
    note: str | None

    @property
    def path(self) -> str:
        """The entry of the dossier: `applications[3]`."""
        return f"applications[{self.at}]"


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the list, counted from 1.

    `here` is the chance that the match is at this place, `so_far` that it is at this or one above. `adds` is what the
    list as a whole would lose without this program. They are None where it is not counted, and `notes` say why.
    """

    place: int
    entry: Entry
    here: Estimate | None
    so_far: Estimate | None
    adds: Estimate | None
    notes: tuple[str, ...]
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class OrderTried:
    """Another order of the same programs: the chance of a match, and of one of the applicant's own first choices.

    `first` is the chance of the program that is first on the applicant's own list, `first_three` of one of its first
    three (of all, where there are fewer).
    """

    title: str
    order: tuple[str, ...]
    match: Estimate
    first: Estimate
    first_three: Estimate


@dataclass(frozen=True, slots=True)
class Change:
    """A program put on the list or taken from it: the chance of a match before and after, and the difference."""

    says: str
    entry: Entry
    before: Estimate
    after: Estimate
    difference: Estimate


@dataclass(frozen=True, slots=True)
class ListDay:
    """A day of the season that matters for a list; `published` is False where a rule predicted it."""

    event: Event
    day: date
    at: time | None
    published: bool
    is_over: bool
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with what it rests on."""

    says: str
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class RankOrderList:
    """One applicant's list for the Match of `match_year`.

    `match` is the chance of a match through it, `no_match` that of none; None where no program on it is counted.
    `headline` is the middle of the first; None where it leans on weak evidence. `off_the_list` are interviews without
    a place. `orders` begin with the applicant's own. `interviews` and `applied` are what the chances were told from.
    """

    as_of: date
    match_year: int
    says: tuple[str, ...]
    places: tuple[Place, ...]
    match: Estimate | None
    no_match: Estimate | None
    headline: float | None
    by_specialty: tuple[tuple[str, Estimate], ...]
    off_the_list: tuple[Entry, ...]
    orders: tuple[OrderTried, ...]
    changes: tuple[Change, ...]
    interviews: int
    applied: int
    days: tuple[ListDay, ...]
    rules: tuple[Said, ...]
    then: tuple[Said, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    because: tuple[Reason, ...]
