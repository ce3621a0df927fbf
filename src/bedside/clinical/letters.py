"""Letters: which will be recent when files are opened, what they speak to, and a sheet of facts for the writer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.examinations import ExamResult
from bedside.applicant.parts.experience import Experience
from bedside.applicant.parts.letters import Letter, LetterKind, LetterQuality
from bedside.applicant.parts.shape import Answer
from bedside.calendar.months import months_between
from bedside.clinical.letter_results import FactSheet, Letters, LetterStanding
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import from_dossier

RECENCY, MOST, WEEKS = "article.recency.letters", "myeras.letters-per-program", "lead.letter-weeks"
WANTED, WAIVE, LAST_ASK = "lead.letters-wanted", "clinic.waive-letter", "lead.letter-last-ask"

_FROM_THE_US = (LetterKind.US_ATTENDING, LetterKind.US_RESEARCHER)


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
        says=_says(recent, _unsure(standings, dossier), missing, files_opened),
        too_many_says=_too_many(len(standings), int(evidence.number(MOST))),
        because=evidence.cite(MOST, RECENCY, WANTED, WAIVE),
    )


def fact_sheet(dossier: Dossier, letter: Letter, files_opened: date) -> FactSheet:
    """Facts for one writer: the time with them, what the years gave, and what the letter could speak to.

    Examinations are named where they are passed, without scores: the writer tells what they saw themselves. What is
    not known is left out, and `to_add` tells it to the applicant alone.
    """
    with_them = [one for one in dossier.experiences if _is_same(one.supervisor, letter.writer)]
    return FactSheet(
        writer=letter.writer,
        facts=tuple(_facts(dossier, with_them, files_opened)),
        asks=tuple(_ASKS[quality] for quality in letter.speaks_to or tuple(LetterQuality)),
        says="These are facts to remember me by. The letter, and every word in it, is yours.",
        to_add=tuple(_to_add(dossier, with_them)),
    )


def _to_add(dossier: Dossier, with_them: list[Experience]) -> Iterator[str]:
    if not with_them:
        yield "Your time together is not on it: name this writer as the supervisor of that time, and it appears."
    if not dossier.target.specialties:
        yield "The specialty you apply in is not on it: you have not written down one yet."


def _facts(dossier: Dossier, with_them: list[Experience], files_opened: date) -> Iterator[tuple[str, str]]:
    yield "Applicant", dossier.identity.name
    if dossier.target.specialties:
        yield "Applying in", ", ".join(dossier.target.specialties)
    yield "Programs open files", day_in_words(files_opened)
    for one in with_them:
        yield "Our time together", _time(one)
        if one.duties:
            yield "What I did there", one.duties
    yield "Medical school", _school(dossier)
    passed = dict.fromkeys(str(exam.exam) for exam in dossier.exams if exam.result is ExamResult.PASSED)
    if passed:
        yield "Passed", ", ".join(passed)
    for strength in dossier.strengths:
        yield "From my other work", strength


def _is_same(supervisor: str | None, writer: str) -> bool:
    return supervisor is not None and _bare(supervisor) == _bare(writer)


def _bare(name: str) -> str:
    """A name without its title and what stands after a comma: Dr. Rosa Delgado, MD is Rosa Delgado."""
    words = name.split(",")[0].casefold().split()
    return " ".join(word for word in words if word.rstrip(".") not in ("dr", "doctor", "prof", "professor"))


_ASKS = {
    LetterQuality.KNOWLEDGE: "Knowledge: a case in which you saw how I think.",
    LetterQuality.WORK_ETHIC: "Work ethic: something I took on or carried through.",
    LetterQuality.TEACHABILITY: "Teachability: something you corrected, and what I did with it.",
}


def _standing(letter: Letter, entry: str, as_of: date, files_opened: date, evidence: Evidence) -> LetterStanding:
    fewest, most = _ages(letter, files_opened)
    recent = _is_recent(fewest, most, evidence.number(RECENCY))
    step, figures = _next_step(letter, recent, as_of, files_opened, evidence)
    return LetterStanding(
        entry=entry,
        writer=letter.writer,
        kind=str(letter.kind),
        state=_state(letter),
        dates_say=_dates_say(letter),
        months_old_when_opened=fewest,
        is_recent_then=recent,
        age_says=_age_says(letter, fewest, most, recent),
        speaks_to=tuple(str(quality) for quality in letter.speaks_to),
        waived=str(letter.waived),
        next_step=step,
        because=(from_dossier(entry, letter.writer), *evidence.cite(RECENCY, *figures)),
    )


def _ages(letter: Letter, day: date) -> tuple[float | None, float | None]:
    """The fewest and the most months old it can be on a day.

    A letter with no date on it in the file was written by the day it was uploaded; how long before is not known.
    """
    if letter.written is not None:
        fewest, most = (round(months_between(one, day), 1) for one in (letter.written.latest, letter.written.earliest))
        return fewest, most
    return (None if letter.uploaded is None else round(months_between(letter.uploaded, day), 1)), None


def _is_recent(fewest: float | None, most: float | None, limit: float) -> bool | None:
    """Yes or no only where it holds of every day the letter may bear."""
    if fewest is not None and fewest > limit:
        return False
    return True if most is not None and most <= limit else None


def _state(letter: Letter) -> str:
    if letter.uploaded:
        return "uploaded"
    if letter.written:
        return "written"
    if letter.promised:
        return "promised"
    return "asked" if letter.asked else "not asked yet"


def _dates_say(letter: Letter) -> str:
    """What was asked, promised, written and uploaded on which day, as far as the file says."""
    days = (("asked", letter.asked), ("promised for", letter.promised), ("uploaded", letter.uploaded))
    told = [f"{what} {day_in_words(day)}" for what, day in days if day is not None]
    if letter.written is not None:
        told.insert(len(told) - (letter.uploaded is not None), f"written {letter.written.on_or_in}")
    return ", ".join(told)


def _age_says(letter: Letter, fewest: float | None, most: float | None, recent: bool | None) -> str:
    if fewest is None:
        return "It has no date yet."
    verdict = "." if recent is None else f", {'within' if recent else 'older than'} what is asked for."
    if letter.written is None:
        return f"The date on it is not in your file; at least {fewest:g} months old when files are opened{verdict}"
    if recent is None:
        verdict = ": the day on it decides whether that is within what is asked for."
    age = f"{fewest:g}" if fewest == most else f"Between {fewest:g} and {most:g}"
    return f"{age} months old when files are opened{verdict}"


def _next_step(
    letter: Letter, recent: bool | None, as_of: date, files_opened: date, evidence: Evidence
) -> tuple[str, tuple[str, ...]]:
    """What to do now, and the figures it rests on beside the age of letters."""
    weeks = evidence.number(WEEKS)
    if recent is False:
        return "Ask the same writer for a new one, or another writer.", ()
    if recent is None and (letter.written or letter.uploaded):
        return "Look up the day on it and write it down: whether it is recent depends on it.", ()
    if letter.uploaded:
        return (
            ("Nothing, until it is assigned to programs.", ())
            if letter.waived is Answer.YES
            else (_SAY_WAIVED, (WAIVE,))
        )
    if letter.written:
        return "Ask for the upload; you send the request from the application.", ()
    if letter.promised:
        day = day_in_words(letter.promised)
        if letter.promised < as_of:
            return f"It was promised for {day}. Ask once, in a short and friendly line.", ()
        if as_of <= files_opened < letter.promised:
            opened = day_in_words(files_opened)
            return f"It was promised for {day}, after files are opened on {opened}. Ask whether it can come before.", ()
        return f"Nothing until {day}, for which it was promised.", ()
    if letter.asked:
        again = letter.asked + timedelta(weeks=weeks)
        when = "now" if again <= as_of else f"if nothing has come by {day_in_words(again)}"
        return f"Ask once more {when}.", (WEEKS,)
    if files_opened < as_of:
        return "Files of this season are open already. Asked for now, it may come late for it and serves the next.", ()
    last = files_opened - timedelta(weeks=weeks)
    if last < as_of:
        return f"Ask now, and say by when: letters usually take {weeks:g} weeks, and that time has begun.", (WEEKS,)
    return f"Ask by {day_in_words(last)}; on the last day together is best.", (WEEKS, LAST_ASK)


_SAY_WAIVED = "Say in the application whether you give up the right to read it; readers trust such letters more."


def _too_many(held: int, most: int) -> str:
    if held <= most:
        return ""
    return f"{held} letters are in your file, and at most {most} go to one program: choose them program by program."


def _unsure(standings: tuple[LetterStanding, ...], dossier: Dossier) -> int:
    """Letters from the United States that are written, and whose age is not known well enough."""
    both = zip(standings, dossier.letters, strict=True)
    written = [(one, letter) for one, letter in both if letter.written is not None or letter.uploaded is not None]
    return sum(one.is_recent_then is None and letter.kind in _FROM_THE_US for one, letter in written)


def _says(recent: int, unsure: int, missing: tuple[str, ...], files_opened: date) -> str:
    count = {0: "No letter", 1: "One letter"}.get(recent, f"{recent} letters")
    surely = " surely" if unsure else ""
    says = f"{count} from the United States will{surely} be recent on {day_in_words(files_opened)}."
    if unsure:
        says += f" Of {'one' if unsure == 1 else unsure} more it is not known, without the day on it."
    if not missing:
        return says
    qualities = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} or {missing[-1]}"
    return f"{says} None speaks to {qualities} yet, as far as your file says."


def _time(one: Experience) -> str:
    until = "now" if isinstance(one.end, str) else one.end.in_words
    place = f" at {one.organization}" if one.organization else ""
    return f"{one.title}{place}, {one.start.in_words} to {until}"


def _school(dossier: Dossier) -> str:
    school = dossier.medical_school
    name = f"{school.name}, {school.country}" if school.name else school.country
    return f"{name}, {school.graduated.year}"
