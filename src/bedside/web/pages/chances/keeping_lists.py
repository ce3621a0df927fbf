"""Keeping a list: its programs and signals become planned applications in the dossier, beside what was done already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bedside.applicant.parts.applications import Application, ApplicationState, SignalSent
from bedside.documents.content.programs.lists import specialty_names
from bedside.documents.wording import count
from bedside.evidence.library import load_evidence
from bedside.programs.directory import Directory
from bedside.web.store.changes import Change, fingerprint, make_change, part_of
from bedside.web.store.dossiers import Opened

PART = ("applications",)
_FACTS = ("rank", "note", "applied", "invited", "interview")


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping a list did: the dossier afterwards, and how many programs it added, left and took out."""

    opened: Opened
    added: int
    stayed: int
    taken_out: int

    @property
    def says(self) -> str:
        """The same as sentences."""
        sentences = [f"In your file now: {count(self.added + self.stayed, 'program')}."]
        if self.stayed:
            sentences.append(f"{count(self.stayed, 'program')} stood there before.")
        if self.taken_out:
            were = "was" if self.taken_out == 1 else "were"
            sentences.append(f"Taken out: {self.taken_out}, which {were} only planned and not on this list.")
        return " ".join(sentences)


def signals_of(sent: Sequence[str], directory: Directory) -> dict[str, SignalSent]:
    """What a form says of a list, as “key:signal”; what is not in the directory, or no signal, is left out."""
    found = {}
    for one in sent:
        key, _, word = one.rpartition(":")
        if key in directory and word in {signal.value for signal in SignalSent}:
            found[key] = SignalSent(word)
    return found


def keep(
    opened: Opened,
    signals: Mapping[str, SignalSent],
    directory: Directory,
    match_year: int,
    as_of: date,
    now: datetime,
) -> Kept:
    """Make the programs planned applications of this Match.

    1. What was applied to, or carries a day, a note or a rank, stays; a planned one takes the signal of the list.
    2. What was only planned for this Match and is not on the list is taken out.
    3. The rest of the list is added.
    Raises what `make_change` raises.
    """
    before = list(part_of(opened.content, PART) or [])
    mine = list(zip(before, opened.dossier.applications, strict=True))
    staying = [_again(content, one, signals) for content, one in mine if not _goes(one, signals, match_year)]
    here = {one.program for one in opened.dossier.applications if one.match_year in (None, match_year)}
    names = specialty_names(load_evidence())
    new = [_entry(key, signals[key], directory, match_year, names) for key in signals if key not in here]
    what = f"Kept a list of {count(len(signals), 'program')}"
    change = Change(PART, [*staying, *new], fingerprint(part_of(opened.content, PART)), what)
    saved = make_change(opened, change, as_of, now)
    return Kept(saved, len(new), len(here & set(signals)), len(mine) - len(staying))


def _goes(one: Application, signals: Mapping[str, SignalSent], match_year: int) -> bool:
    is_of_this_season = one.match_year in (None, match_year)
    has_facts = any(getattr(one, name) is not None for name in _FACTS)
    return is_of_this_season and one.state is ApplicationState.PLANNED and not has_facts and one.program not in signals


def _again(content: dict[str, Any], one: Application, signals: Mapping[str, SignalSent]) -> dict[str, Any]:
    if one.program not in signals or one.state is not ApplicationState.PLANNED:
        return content
    return {**content, "signal": signals[one.program].value}


def _entry(
    key: str, signal: SignalSent, directory: Directory, match_year: int, names: Mapping[str, str]
) -> dict[str, Any]:
    specialty = names.get(directory.one(key).specialty)
    told = {"specialty": specialty} if specialty else {}
    named = {"program": key, "name": directory.one(key).name, **told}
    return {**named, "match_year": match_year, "signal": signal.value, "state": "planned"}
