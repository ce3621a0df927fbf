"""A job that moves nearer to patient care: what to ask for, by the kind of job, and never a new name for the past."""

from __future__ import annotations

from bedside.applicant.job_moves import KEEP, asked_for
from bedside.applicant.parts.experience import Contact, Experience
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.draft import Draft, planned
from bedside.plan.situation import Situation


def job(situation: Situation) -> tuple[Draft, ...]:
    """Asking for work nearer to patients in the present job; nothing for those who already treat them."""
    if situation.job is None or situation.job[1].contact is Contact.HANDS_ON:
        return ()
    entry, one = situation.job
    specialties = situation.specialties
    towards = f" and to {specialties[0]}" if specialties else ""
    draft = planned(
        situation,
        "job.align",
        title=f"Ask for work nearer to patient care{towards}",
        why=f"{asked_for(one, specialties)} {KEEP}",
        period=Period.REBUILD,
        slips="The longest line on your file reads as time away from medicine."
        if one.contact is Contact.NONE
        else "The line goes on as it is, and says less than it could.",
        because=situation.entry(entry, f"{one.title}: {_contact(one)}."),
        due=situation.next_deadline,
        check_status_first=situation.hangs_on_status,
    )
    return (draft,)


def _contact(one: Experience) -> str:
    return "no contact with patients" if one.contact is Contact.NONE else f"{one.contact} contact with patients"
