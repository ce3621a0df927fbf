"""Token, documents, transcript, one last reading, and submission."""

from __future__ import annotations

from datetime import timedelta

from bedside.calendar.season import Event, Service
from bedside.plan.fees import applications, fee
from bedside.plan.results import Period
from bedside.plan.roadmap.draft import Draft, months_before_submission, planned
from bedside.plan.situation import Situation

WRITTEN = ("story.personal-statement", "story.entries", "story.program-list")


def applying(situation: Situation) -> tuple[Draft, ...]:
    """Everything between the opening of the season and the day programs open files."""
    return (_token(situation), _transcript(situation), _review(situation), _submit(situation), _documents(situation))


def _token(situation: Situation) -> Draft:
    eras = situation.season.service is Service.ERAS
    price = fee(situation, "fee.eras.token") if eras else None
    return planned(
        situation,
        "application.token",
        title="Get the token and register with MyERAS" if eras else "Register with ResidencyCAS",
        why="Letters can be uploaded only once you are registered.",
        period=Period.SUBMIT,
        slips="Letter writers wait for your form, and then for their holidays.",
        because=(*situation.why(Event.SEASON_OPENS), *(price.because if price else ())),
        cost=price.cost if price else None,
        not_before=situation.on(Event.SEASON_OPENS),
        due=situation.submission - timedelta(days=1),
    )


def _transcript(situation: Situation) -> Draft:
    price = fee(situation, "fee.usmle.transcript")
    return planned(
        situation,
        "application.transcript",
        title="Release the USMLE transcript",
        why="Release it again when a Step 3 result arrives.",
        period=Period.SUBMIT,
        slips="Programs cannot read the file without it.",
        because=price.because,
        cost=price.cost,
        depends_on=("application.token",),
        not_before=months_before_submission(situation, "application.transcript"),
        due=situation.files_opened - timedelta(days=1),
    )


def _review(situation: Situation) -> Draft:
    return planned(
        situation,
        "application.review",
        title="Read the whole application once more, aloud, with someone",
        why="Same dates, same titles, same story everywhere.",
        period=Period.SUBMIT,
        slips="A date that does not agree with another one raises the doubt you have worked to remove.",
        because=situation.because("myeras.locked-after-submission"),
        depends_on=(*WRITTEN, "application.token"),
        not_before=months_before_submission(situation, "application.review"),
    )


def _submit(situation: Situation) -> Draft:
    price = applications(situation)
    return planned(
        situation,
        "application.submit",
        title="Submit",
        why=f"From now on the application cannot be changed; letters can still be added. {price.says}",
        period=Period.SUBMIT,
        slips="Programs open files on one day and read what is there.",
        because=(
            *situation.why(Event.SUBMISSION_OPENS),
            *situation.because("myeras.locked-after-submission"),
            *price.because,
        ),
        cost=price.cost,
        depends_on=("application.review",),
        not_before=situation.submission,
        due=situation.files_opened - timedelta(days=1),
    )


def _documents(situation: Situation) -> Draft:
    ahead = int(situation.number("lead.ecfmg-documents-before-files"))
    return planned(
        situation,
        "application.documents",
        title="See the dean's letter, the medical school transcript and the photo in the application",
        why="They come through ECFMG, which needs some days of its own.",
        period=Period.SUBMIT,
        slips="A document that is missing when files are opened is looked for by nobody.",
        because=(*situation.because("lead.ecfmg-documents-before-files"), *situation.why(Event.FILES_OPENED)),
        depends_on=("application.token",),
        due=situation.files_opened - timedelta(days=ahead),
    )
