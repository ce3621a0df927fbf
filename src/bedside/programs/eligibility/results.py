"""What eligibility says: how the dossier stands to each limit of a program, and the verdict on all of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bedside.evidence.reason import Reason


class State(StrEnum):
    """How the dossier stands to one limit or preference of a program.

    ASK stands where the limit is told and what it means for this applicant is not: sources disagree, a source is
    marked unsure, or two ways of counting give two answers. NOT_TOLD is a limit that is known, with nothing in the
    dossier to hold against it; NOT_REPORTED is what no source says. NOT_PREFERRED stands only at preferences.
    """

    MET = "met"
    MISSING = "missing, and can be changed"
    EXCLUDES = "excludes you"
    ASK = "ask"
    NOT_TOLD = "not in your dossier"
    NOT_REPORTED = "not reported"
    NOT_NEEDED = "does not concern you"
    NOT_PREFERRED = "not what it prefers"


class VerdictKind(StrEnum):
    """What a program is for this applicant, in the order of precedence."""

    NOT = "not"
    ALMOST = "almost"
    ASK = "ask"
    ELIGIBLE = "eligible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One limit or preference, and how the dossier stands to it.

    `fields` are the fields of the claims it rests on, so that a page can show their source and date (“positions” are
    its tracks, which are no claim); `entries` the places in the dossier. `change` is what would make it met, where that
    can be changed; `find_out` what to ask or tell, where it is open.
    """

    key: str
    title: str
    state: State
    says: str
    fields: tuple[str, ...]
    entries: tuple[str, ...] = ()
    change: str = ""
    find_out: str = ""
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about a program that decides nothing by itself."""

    says: str
    fields: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a program is for this applicant, with every limit, every preference and every note behind it.

    `preferences` may hold some that no source tells. `for_now` is True for a Not that rests only on what can be
    changed. `met` of `known` limits are met; `not_reported` more would concern this applicant, and no source tells
    them. See `verdict.sentence` for its words.
    """

    kind: VerdictKind
    limits: tuple[Criterion, ...]
    preferences: tuple[Criterion, ...]
    notes: tuple[Note, ...]
    met: int
    known: int
    not_reported: int
    for_now: bool = False

    @property
    def change(self) -> str:
        """The single change that would unlock an Almost; empty for every other verdict."""
        missing = self.in_state(State.MISSING)
        return missing[0].change if self.kind is VerdictKind.ALMOST else ""

    @property
    def find_out(self) -> tuple[Criterion, ...]:
        """The limits that are open, those that sources tell something about first."""
        return self.in_state(State.ASK, State.NOT_TOLD) + self.in_state(State.NOT_REPORTED)

    @property
    def to_ask(self) -> tuple[Criterion, ...]:
        """What of the open limits is for the program to say."""
        return self.in_state(State.ASK) + self.in_state(State.NOT_REPORTED)

    @property
    def to_tell(self) -> tuple[Criterion, ...]:
        """What of the open limits is for the dossier to say."""
        return self.in_state(State.NOT_TOLD)

    @property
    def preferences_not_met(self) -> tuple[Criterion, ...]:
        """What the program prefers and the dossier does not show; it excludes nobody."""
        return tuple(one for one in self.preferences if one.state is State.NOT_PREFERRED)

    def in_state(self, *states: State) -> tuple[Criterion, ...]:
        """The limits in one of these states, in the order in which they are shown."""
        return tuple(one for one in self.limits if one.state in states)
