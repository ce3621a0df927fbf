"""How the papers of an application tell one entry of the dossier: its time, its place, and how long it was."""

from __future__ import annotations

from datetime import date

from bedside.applicant.measuring.us_clinical_experience import hours_done
from bedside.applicant.parts.drafts import DraftPlace, DraftText
from bedside.applicant.parts.examinations import Exam, ExamResult
from bedside.applicant.parts.experience import Contact, Experience
from bedside.applicant.parts.letters import Letter
from bedside.documents.wording import capitalised, count, hours, number

CONTACTS = {
    Contact.HANDS_ON: "hands-on",
    Contact.CLINICAL_ADJACENT: "beside the clinic",
    Contact.OBSERVER: "observing",
}
_NOT_THE_US = "outside the United States"


def period(one: Experience) -> str:
    """When it was, as it was written: “March 2021 to present”, or one date alone where both are the same."""
    if isinstance(one.end, str):
        return f"{one.start.in_words} to present"
    return one.start.in_words if one.start == one.end else f"{one.start.in_words} to {one.end.in_words}"


def place(one: Experience) -> str:
    """Where it was, with the country where that is not the United States."""
    parts = (one.organization, None if one.is_in_the_us else one.country)
    return ", ".join(part for part in parts if part) or ("" if one.is_in_the_us else _NOT_THE_US)


def amount(one: Experience, as_of: date) -> str:
    """Hours a week, and for what is over the hours in all where dates are exact enough to know them; else nothing."""
    if one.hours_per_week is None:
        return ""
    a_week = f"{number(one.hours_per_week)} hours a week"
    done = hours_done(one, as_of)
    return a_week if one.is_current or not done.is_known else f"{a_week}, {hours(done.low)} in all"


def kind_of_contact(one: Experience) -> str:
    """The contact with patients, where there was any."""
    return CONTACTS.get(one.contact, "")


def exam_line(exam: Exam) -> str:
    """One attempt as it stands on the transcript."""
    score = f", {exam.score}" if exam.score is not None else ""
    result = "" if exam.result is ExamResult.UNKNOWN else f" {exam.result}"
    return f"{exam.exam}{result}{score}{f', {exam.date.in_words}' if exam.date else ''}"


def letter_line(letter: Letter) -> str:
    """Who writes it, what they are to the applicant, and how far it is."""
    specialty = f", {letter.specialty}" if letter.specialty else ""
    if letter.written is not None:
        state = f"written {letter.written.on_or_in}"
    elif letter.uploaded is not None:
        state = "uploaded"
    else:
        state = "promised" if letter.promised else "asked for" if letter.asked else "no date known"
    return f"{letter.writer}, {letter.kind}{specialty}: {state}"


def name_of_draft(draft: DraftText) -> str:
    """What a text answers: its subject, or its place."""
    if draft.place is DraftPlace.OTHER_ANSWER and draft.about:
        return draft.about
    words = capitalised(draft.place.value.removeprefix("interview answer: "))
    return f"{words}: {draft.about}" if draft.about else words


def latest_first(entries: list[Experience], as_of: date) -> list[Experience]:
    """What goes on first, then the latest end, then the latest beginning."""
    return sorted(entries, key=lambda one: (one.is_current, one.last_day(as_of), one.first_day), reverse=True)


def months_in_words(months: float) -> str:
    """How long a stretch was, in whole months."""
    return count(max(1, round(months)), "month")
