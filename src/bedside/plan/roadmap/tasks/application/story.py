"""The story and the application: why you left and why you are back, the statement, the entries, the list."""

from __future__ import annotations

from bedside.applicant.parts.experience import BookingKind
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.draft import Draft, first_months_end, months_before_submission, planned
from bedside.plan.roadmap.tasks.booked_exams import from_booking
from bedside.plan.situation import Situation


def story(situation: Situation) -> tuple[Draft, ...]:
    """Drafting in the applicant's own words, from a first page to the whole application."""
    booked = situation.booked(BookingKind.APPLICATION_WORK)
    return (
        _first_draft(situation),
        _statement(situation),
        _entries(situation),
        _list(situation),
        *(from_booking(situation, entry, booking) for entry, booking in booked),
    )


def _first_draft(situation: Situation) -> Draft:
    return planned(
        situation,
        "story.first-draft",
        title="Write one page: why I left, why I am back",
        why="It admits what happened, says what it gave you, and makes the return the next step. Your own words.",
        period=Period.SET_UP,
        slips="Statement, entries and interview answers start from nothing, and then do not agree.",
        because=situation.entry("experiences", "The years since graduation are what it has to hold together."),
        due=first_months_end(situation),
    )


def _statement(situation: Situation) -> Draft:
    return planned(
        situation,
        "story.personal-statement",
        title="Write the personal statement, and have two people read it",
        why="It carries the same story as the first page, and may speak of the rotations by then.",
        period=Period.REBUILD,
        slips="It is written in the last week, and reads like it.",
        because=situation.because(
            "reading.personal-statement-hours", "myeras.statement-characters", "myeras.artificial-intelligence"
        ),
        hours=situation.number("reading.personal-statement-hours"),
        not_before=months_before_submission(situation, "story.personal-statement"),
        depends_on=("story.first-draft",),
    )


def _entries(situation: Situation) -> Draft:
    most = situation.number("myeras.experiences")
    characters = situation.number("myeras.experience-characters")
    return planned(
        situation,
        "story.entries",
        title="Write the experience entries and update the CV",
        why=f"Up to {most:.0f} entries of {characters:.0f} characters. The non-clinical years belong here, plainly.",
        period=Period.REBUILD,
        slips="Entries are typed on the day of submission, and cannot be changed after it.",
        because=situation.because(
            "reading.application-entries-hours",
            "myeras.experiences",
            "myeras.experience-characters",
            "myeras.most-meaningful",
        ),
        hours=situation.number("reading.application-entries-hours"),
        not_before=months_before_submission(situation, "story.entries"),
        depends_on=("story.first-draft",),
    )


def _list(situation: Situation) -> Draft:
    return planned(
        situation,
        "story.program-list",
        title="Build the list of programs, each with a reason",
        why="Look at every website: graduation limits, attempts, visas, whether they take international graduates.",
        period=Period.REBUILD,
        slips="The list becomes a guess, and the money goes to programs that will not open the file.",
        because=situation.because(
            "reading.program-list-hours", "article.mix.community", "article.mix.university-affiliated"
        ),
        hours=situation.number("reading.program-list-hours"),
        not_before=months_before_submission(situation, "story.program-list"),
        depends_on=("decide.specialty",),
    )
