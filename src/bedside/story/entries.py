"""The experiences of the application: which ones, in which order and why, and how much of each form is used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace, DraftText
from bedside.applicant.parts.experience import Contact, Experience, Kind
from bedside.calendar.months import add_months
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.story.counting import characters

MOST, ROOM = "myeras.experiences", "myeras.experience-characters"
MEANINGFUL, MEANINGFUL_ROOM = "myeras.most-meaningful", "myeras.most-meaningful-characters"
RECENT = "article.recency.us-clinical-ideal"


@dataclass(frozen=True, slots=True)
class Entry:
    """One experience as an entry: why it stands where it does, and its text with the characters it takes.

    `reflection` is the extra text of a most meaningful experience. A text is None where nothing is written yet.
    """

    entry: str
    title: str
    organization: str | None
    why_here: str
    text: str | None
    characters: int
    reflection: str | None
    reflection_characters: int
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries that fit the form, in the order proposed, those that do not fit, and the limits of the form."""

    chosen: tuple[Entry, ...]
    left_out: tuple[Entry, ...]
    most: int
    characters_each: int
    most_meaningful: int
    characters_meaningful: int
    says: str
    because: tuple[Reason, ...]


def entries(dossier: Dossier, as_of: date, evidence: Evidence) -> Entries:
    """Propose an order; the applicant decides.

    1. Clinical work in the United States that is recent or goes on, the latest first.
    2. The present job, because its years will be counted.
    3. Clinical practice abroad, then research and other jobs, then teaching and study, then what is left; within each
       the latest first.
    The form takes a limited number; the others are listed with what leaving them out hides.
    """
    recent_from = add_months(as_of, -int(evidence.number(RECENT)))
    ranked = sorted(
        ((_rank(one, recent_from), -one.last_day(as_of).toordinal(), number, one) for number, one in _all(dossier)),
        key=lambda row: row[:3],
    )
    found = [_entry(dossier, number, one, _WHY[rank]) for rank, _, number, one in ranked]
    most = int(evidence.number(MOST))
    return Entries(
        chosen=tuple(found[:most]),
        left_out=tuple(found[most:]),
        most=most,
        characters_each=int(evidence.number(ROOM)),
        most_meaningful=int(evidence.number(MEANINGFUL)),
        characters_meaningful=int(evidence.number(MEANINGFUL_ROOM)),
        says=_says(found, most),
        because=tuple(cited(evidence.find(name)) for name in (MOST, ROOM, MEANINGFUL, MEANINGFUL_ROOM)),
    )


_WHY = (
    "Recent and beside patients in the United States: the first thing looked for.",
    "Your present work: its years are counted, so they are told early.",
    "Clinical work in the United States, some time ago.",
    "You worked as a physician: it is what everything else rests on.",
    "It shows what you did with those years.",
    "It shows that you went on learning and teaching.",
    "It closes a stretch of the timeline.",
)


def _all(dossier: Dossier) -> list[tuple[int, Experience]]:
    return list(enumerate(dossier.experiences))


def _rank(one: Experience, recent_from: date) -> int:
    near = one.contact is not Contact.NONE
    if near and one.is_in_the_us and one.kind is not Kind.JOB:
        recent = one.is_current or (not isinstance(one.end, str) and one.end.latest >= recent_from)
        return 0 if recent else 2
    if one.is_current and one.kind in (Kind.JOB, Kind.RESEARCH, Kind.CLINICAL_PRACTICE):
        return 1
    if one.kind is Kind.CLINICAL_PRACTICE:
        return 3
    if one.kind in (Kind.JOB, Kind.RESEARCH):
        return 4
    return 5 if one.kind in (Kind.STUDY, Kind.TEACHING) else 6


def _entry(dossier: Dossier, number: int, one: Experience, why: str) -> Entry:
    text = _draft(dossier, DraftPlace.ENTRY, one)
    reflection = _draft(dossier, DraftPlace.MOST_MEANINGFUL, one)
    return Entry(
        entry=f"experiences[{number}]",
        title=one.title,
        organization=one.organization,
        why_here=why,
        text=text.text if text else None,
        characters=characters(text.text) if text else 0,
        reflection=reflection.text if reflection else None,
        reflection_characters=characters(reflection.text) if reflection else 0,
        because=(from_dossier(f"experiences[{number}]", one.title),),
    )


def _draft(dossier: Dossier, place: DraftPlace, one: Experience) -> DraftText | None:
    names = {name.casefold() for name in (one.title, one.organization) if name}
    return next(
        (draft for draft in dossier.drafts if draft.place is place and (draft.about or "").casefold() in names), None
    )


def _says(found: list[Entry], most: int) -> str:
    if not found:
        return "Nothing is in your timeline yet. What you put there becomes the entries."
    written = sum(one.text is not None for one in found[:most])
    whole = f"{min(len(found), most)} of up to {most} entries, {written} of them written."
    return f"{whole} {len(found) - most} do not fit: join what belongs together." if len(found) > most else whole
