"""Letters: which will be recent when files are opened, what they speak to, and a sheet of facts for the writer."""

from __future__ import annotations

from datetime import date, timedelta

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.experience import Experience
from bedside.applicant.parts.letters import Letter, LetterKind, LetterQuality
from bedside.applicant.parts.shape import Answer
from bedside.calendar.months import months_between
from bedside.clinical.results import FactSheet, Letters, LetterStanding
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier

RECENCY, MOST, WEEKS = "article.recency.letters", "myeras.letters-per-program", "lead.letter-weeks"

_FROM_THE_US = (LetterKind.US_ATTENDING, LetterKind.US_RESEARCHER)
_MOST_FACTS = 12


def letters(dossier: Dossier, as_of: date, files_opened: date, evidence: Evidence) -> Letters:
    """Every letter on the day files are opened, and what is missing among them."""
    standings = tuple(
        _standing(letter, f"letters[{number}]", as_of, files_opened, evidence)
        for number, letter in enumerate(dossier.letters)
    )
    recent = sum(
        bool(one.is_recent_then)
        for one, letter in zip(standings, dossier.letters, strict=True)
        if letter.kind in _FROM_THE_US
    )
    told = {quality for one in standings for quality in one.speaks_to}
    missing = tuple(str(quality) for quality in LetterQuality if str(quality) not in told)
    return Letters(
        letters=standings,
        recent_from_the_us=recent,
        most_per_program=int(evidence.number(MOST)),
        not_spoken_to=missing,
        says=_says(recent, missing, files_opened),
        because=_figures(evidence, MOST, RECENCY),
    )


def fact_sheet(dossier: Dossier, writer: str) -> FactSheet:
    """Facts for one writer: the time with them, the exams, what the years gave, and what the letter could speak to."""
    with_them = [
        one for one in dossier.experiences if one.supervisor and one.supervisor.casefold() == writer.casefold()
    ]
    letter = next((one for one in dossier.letters if one.writer.casefold() == writer.casefold()), None)
    facts = [
        ("Applicant", dossier.identity.name),
        ("Applying in", ", ".join(dossier.target.specialties) or "not chosen"),
    ]
    facts += [("Our time together", _time(one)) for one in with_them]
    facts += [("What I did there", one.duties) for one in with_them if one.duties]
    facts += [("Medical school", _school(dossier))]
    facts += [(str(exam.exam), str(exam.result)) for exam in dossier.exams]
    facts += [("From my other work", strength) for strength in dossier.strengths]
    asked = letter.speaks_to if letter and letter.speaks_to else tuple(LetterQuality)
    return FactSheet(
        writer=writer,
        facts=tuple(facts[:_MOST_FACTS]),
        asks=tuple(_ASKS[quality] for quality in asked),
        says="These are facts to remember me by. The letter, and every word in it, is yours.",
    )


_ASKS = {
    LetterQuality.KNOWLEDGE: "Knowledge: a case in which you saw how I think.",
    LetterQuality.WORK_ETHIC: "Work ethic: something I took on or carried through.",
    LetterQuality.TEACHABILITY: "Teachability: something you corrected, and what I did with it.",
}


def _standing(letter: Letter, entry: str, as_of: date, files_opened: date, evidence: Evidence) -> LetterStanding:
    months = None if letter.written is None else round(months_between(letter.written.latest, files_opened), 1)
    recent = None if months is None else months <= evidence.number(RECENCY)
    return LetterStanding(
        entry=entry,
        writer=letter.writer,
        kind=str(letter.kind),
        state=_state(letter),
        months_old_when_opened=months,
        is_recent_then=recent,
        speaks_to=tuple(str(quality) for quality in letter.speaks_to),
        next_step=_next_step(letter, recent, as_of, files_opened, evidence),
        because=(from_dossier(entry, letter.writer), *_figures(evidence, RECENCY)),
    )


def _state(letter: Letter) -> str:
    if letter.uploaded:
        return "uploaded"
    if letter.written:
        return "written"
    if letter.promised:
        return "promised"
    return "asked" if letter.asked else "not asked yet"


def _next_step(letter: Letter, recent: bool | None, as_of: date, files_opened: date, evidence: Evidence) -> str:
    weeks = evidence.number(WEEKS)
    last = files_opened - timedelta(weeks=weeks)
    if recent is False:
        return "It will be older than programs like. Ask the same writer for a new one, or another writer."
    if letter.uploaded:
        return "Nothing, until it is assigned to programs." if letter.waived is Answer.YES else _WAIVE
    if letter.written:
        return "Ask for the upload; you send the request from the application."
    if letter.promised and letter.promised < as_of:
        return f"It was promised for {day_in_words(letter.promised)}. A short, friendly line is in order."
    if letter.asked:
        return f"Ask once more if nothing has come by {day_in_words(letter.asked + timedelta(weeks=weeks))}."
    return f"Ask by {day_in_words(last)}; on the last day together is best."


_WAIVE = "Say in the application whether you waive the right to read it; most readers expect that you do."


def _says(recent: int, missing: tuple[str, ...], files_opened: date) -> str:
    count = {0: "No letter", 1: "One letter"}.get(recent, f"{recent} letters")
    says = f"{count} from the United States will be recent on {day_in_words(files_opened)}."
    return f"{says} None speaks to {' or '.join(missing)} yet, as far as your file says." if missing else says


def _time(one: Experience) -> str:
    until = "now" if isinstance(one.end, str) else one.end.in_words
    place = f" at {one.organization}" if one.organization else ""
    return f"{one.title}{place}, {one.start.in_words} to {until}"


def _school(dossier: Dossier) -> str:
    school = dossier.medical_school
    name = f"{school.name}, {school.country}" if school.name else school.country
    return f"{name}, {school.graduated.year}"


def _figures(evidence: Evidence, *names: str) -> tuple[Reason, ...]:
    return tuple(cited(evidence.find(name)) for name in names)
