"""The experiences of the application: which ones, in which order and why, and how much of each field is used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace
from bedside.applicant.parts.experience import Contact, Experience, Kind
from bedside.calendar.months import add_months
from bedside.evidence.figure import Figure
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.story.entries.about import draft_about, name_for_drafts
from bedside.story.entries.form_fields import (
    COUNTED_BY,
    FormText,
    Preferences,
    SingleField,
    choices,
    form_text,
    preferences,
    single_fields,
    type_of,
)
from bedside.story.told.facts import period_in_words

MOST, ROOM = "myeras.experiences", "myeras.experience-characters"
MEANINGFUL, MEANINGFUL_ROOM = "myeras.most-meaningful", "myeras.most-meaningful-characters"
RECENT = "article.recency.us-clinical-ideal"


@dataclass(frozen=True, slots=True)
class Entry:
    """One experience as an entry: why it stands where it does, and its text with the characters it takes.

    `about` is the name by which its drafts are found. `reflection` is the extra text of a most meaningful experience.
    A text is None where nothing is written yet.
    """

    entry: str
    title: str
    organization: str | None
    time: str
    country: str
    hours_per_week: float | None
    type: str
    about: str
    why_here: str
    text: FormText | None
    reflection: FormText | None
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries that fit the form, in the order proposed, those that do not fit, and the other fields.

    `meaningful` counts the entries that hold the extra text. `counted_by` is how characters are counted, and why so.
    """

    chosen: tuple[Entry, ...]
    left_out: tuple[Entry, ...]
    most: int
    characters_each: int
    most_meaningful: int
    characters_meaningful: int
    meaningful: int
    says: str
    says_meaningful: str
    single: tuple[SingleField, ...]
    preferences: Preferences
    focus_areas: tuple[Figure, ...]
    key_characteristics: tuple[Figure, ...]
    counted_by: tuple[Reason, ...]
    because: tuple[Reason, ...]


def entries(dossier: Dossier, as_of: date, evidence: Evidence) -> Entries:
    """Propose an order; the applicant decides.

    1. Clinical work in the United States that goes on or is recent, the latest first. Recent is the article's
       reading of it, counted back from `as_of`.
    2. The present job, because its years will be counted.
    3. Older clinical work in the United States; practice as a physician; research and other jobs; teaching and study;
       then what is left. Within each the latest first.
    The form takes a limited number; the others are listed with what leaving them out hides.
    """
    evidence = evidence.with_readings(dossier.readings)
    recent_from = add_months(as_of, -int(evidence.number(RECENT)))
    ranked = sorted(
        (rank_of(one, recent_from), -one.last_day(as_of).toordinal(), number)
        for number, one in enumerate(dossier.experiences)
    )
    found = tuple(_entry(dossier, number, _WHY[rank], evidence) for rank, _, number in ranked)
    most = int(evidence.number(MOST))
    meaningful = sum(one.reflection is not None for one in found[:most])
    return Entries(
        chosen=found[:most],
        left_out=found[most:],
        most=most,
        characters_each=int(evidence.number(ROOM)),
        most_meaningful=int(evidence.number(MEANINGFUL)),
        characters_meaningful=int(evidence.number(MEANINGFUL_ROOM)),
        meaningful=meaningful,
        says=_says(found, most),
        says_meaningful=_says_meaningful(meaningful, int(evidence.number(MEANINGFUL))),
        single=single_fields(dossier, evidence),
        preferences=preferences(evidence),
        focus_areas=choices(evidence, "focus-area"),
        key_characteristics=choices(evidence, "key-characteristic"),
        counted_by=evidence.cite(*COUNTED_BY),
        because=evidence.cite(MOST, ROOM, MEANINGFUL, MEANINGFUL_ROOM),
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


def rank_of(one: Experience, recent_from: date) -> int:
    """The place of an experience in the order, from 0; what ended on `recent_from` still counts as recent."""
    near = one.contact is not Contact.NONE
    if near and one.is_in_the_us and one.kind is not Kind.JOB:
        recent = isinstance(one.end, str) or one.end.latest >= recent_from
        return 0 if recent else 2
    if one.is_current and one.kind in (Kind.JOB, Kind.RESEARCH, Kind.CLINICAL_PRACTICE):
        return 1
    if one.kind is Kind.CLINICAL_PRACTICE:
        return 3
    if one.kind in (Kind.JOB, Kind.RESEARCH):
        return 4
    return 5 if one.kind in (Kind.STUDY, Kind.TEACHING) else 6


def _entry(dossier: Dossier, number: int, why: str, evidence: Evidence) -> Entry:
    one = dossier.experiences[number]
    type_ = type_of(one.kind, evidence)
    return Entry(
        entry=f"experiences[{number}]",
        title=one.title,
        organization=one.organization,
        time=period_in_words(one),
        country=one.country,
        hours_per_week=one.hours_per_week,
        type=str(type_.value),
        about=name_for_drafts(dossier, one),
        why_here=why,
        text=_text(dossier, one, DraftPlace.ENTRY, evidence.number(ROOM)),
        reflection=_text(dossier, one, DraftPlace.MOST_MEANINGFUL, evidence.number(MEANINGFUL_ROOM)),
        because=(from_dossier(f"experiences[{number}]", one.title), cited(type_)),
    )


def _text(dossier: Dossier, one: Experience, place: DraftPlace, most: float) -> FormText | None:
    found = draft_about(dossier, one, place)
    return form_text(found[1].text, int(most)) if found else None


def _says(found: tuple[Entry, ...], most: int) -> str:
    if not found:
        return "Nothing is in your timeline yet. What you put there becomes the entries."
    written = sum(one.text is not None for one in found[:most])
    whole = f"{min(len(found), most)} of up to {most} entries, {written} of them written."
    if len(found) <= most:
        return whole
    more = len(found) - most
    fits = "does" if more == 1 else "do"
    return f"{whole} {more} more {fits} not fit: join what belongs together, and no year is lost."


def _says_meaningful(marked: int, most: int) -> str:
    if marked > most:
        return f"{marked} entries hold the text of a most meaningful experience, and the form takes {most}. Which stay?"
    if marked == 0:
        return "None is written yet. About which of them could you talk for ten minutes?"
    return f"{marked} of up to {most} are written."
