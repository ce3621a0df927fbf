"""Token, documents, transcript, one last reading, and submission, once for each application service."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bedside.calendar.season import Event, Service
from bedside.evidence.reason import Reason
from bedside.evidence.specialties import find_specialty
from bedside.plan.money.fees import Price, applications, fee
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.draft import Draft, days_of, months_before_submission, planned
from bedside.plan.situation import Situation
from bedside.plan.wording import listed
from bedside.standing.season import Served

WRITTEN = ("story.personal-statement", "story.entries", "story.program-list")
ONE_DAY = timedelta(days=1)
FEES_OF_TRANSCRIPT = {Service.ERAS: "fee.usmle.transcript", Service.RESIDENCY_CAS: "fee.residencycas.transcript"}


def applying(situation: Situation) -> tuple[Draft, ...]:
    """Everything between the opening of the season and the day programs open files.

    1. The services whose programs have not opened files yet are applied through, each with its own tasks and days.
    2. A specialty with a match of its own gets one task: looking that match up.
    3. Where there is nothing else, the days are those of ERAS for orientation, and what has a day says so.
    """
    ahead = [one for one in situation.served if one.files_opened > situation.as_of]
    drafts = [_review(situation, ahead)]
    for one in ahead:
        of_service = (_token, _transcript, _submit, _documents)
        drafts += [_named(draft(situation, one), situation, one, ahead) for draft in of_service]
    if situation.only_own_matches:
        review, *others = (one for one in drafts if one.key != "application.token")
        dated = (_for_orientation(situation, one) for one in others)
        return (_own_match(situation, "application.token"), review, *dated)
    return (*drafts, *([_own_match(situation, "application.own-match")] if situation.own_matches else []))


def _token(situation: Situation, served: Served) -> Draft:
    eras = served.service is Service.ERAS
    price = fee(situation, "fee.eras.token") if eras else None
    return planned(
        situation,
        "application.token",
        title="Get the token and register with MyERAS" if eras else "Register with ResidencyCAS",
        why="Letters can be uploaded only once you are registered.",
        period=Period.SUBMIT,
        slips="Letter writers wait for your form, and then for their holidays.",
        because=(*_why(served, Event.SEASON_OPENS), *(price.because if price else ())),
        cost=price.cost if price else None,
        not_before=_on(served, Event.SEASON_OPENS),
        due=_submission(served) - ONE_DAY,
    )


def _transcript(situation: Situation, served: Served) -> Draft:
    price = fee(situation, FEES_OF_TRANSCRIPT[served.service])
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
        due=served.files_opened - ONE_DAY,
    )


def _review(situation: Situation, ahead: list[Served]) -> Draft:
    return planned(
        situation,
        "application.review",
        title="Read the whole application once more, aloud, with someone",
        why="Same dates, same titles, same story everywhere.",
        period=Period.SUBMIT,
        slips="A date that does not agree with another one raises the doubt you have worked to remove.",
        because=situation.because("myeras.locked-after-submission"),
        depends_on=(*WRITTEN, *(_key("application.token", one, ahead) for one in ahead)),
        not_before=months_before_submission(situation, "application.review"),
    )


def _submit(situation: Situation, served: Served) -> Draft:
    price = _price(situation, served)
    due, deadline = _last_day(situation, served)
    return planned(
        situation,
        "application.submit",
        title="Submit",
        why=f"From now on the application cannot be changed; letters can still be added. {price.says}",
        period=Period.SUBMIT,
        slips="Programs open files on one day and read what is there.",
        because=(
            *_why(served, Event.SUBMISSION_OPENS),
            *deadline,
            *situation.because("myeras.locked-after-submission"),
            *price.because,
        ),
        cost=price.cost,
        depends_on=("application.review",),
        not_before=_submission(served),
        due=due,
    )


def _documents(situation: Situation, served: Served) -> Draft:
    ahead = int(situation.number("lead.ecfmg-documents-before-files"))
    return planned(
        situation,
        "application.documents",
        title="See the dean's letter, the medical school transcript and the photo in the application",
        why="They come through ECFMG, which needs some days of its own.",
        period=Period.SUBMIT,
        slips="A document that is missing when files are opened is looked for by nobody.",
        because=(*situation.because("lead.ecfmg-documents-before-files"), *_why(served, Event.FILES_OPENED)),
        depends_on=("application.token",),
        not_before=_on(served, Event.SEASON_OPENS),
        due=served.files_opened - timedelta(days=ahead),
    )


def _own_match(situation: Situation, key: str) -> Draft:
    """What is known of a match of its own: that it is one. Soon, because its calendar may be an earlier one."""
    names, matches = listed(situation.own_matches), "match" if len(situation.own_matches) == 1 else "matches"
    opens = situation.on(Event.SEASON_OPENS) or situation.submission
    soon = situation.as_of + timedelta(days=2 * days_of(situation, "application.token"))
    return planned(
        situation,
        "application.token",
        key=key,
        title=f"Look up the {matches} of {names}: where to register, apply and rank, and by which days",
        why="Bedside does not know the calendar and the fees of a match that a specialty holds for itself.",
        period=Period.SUBMIT,
        slips="Its days may be earlier than those of the other specialties.",
        because=_reasons(situation),
        due=max(opens, soon),
    )


def for_orientation(situation: Situation) -> str:
    """That the day of a task is not the day of the applicant's own match."""
    return f"For orientation only: {listed(situation.own_matches)} may do this elsewhere and on other days."


def _for_orientation(situation: Situation, draft: Draft) -> Draft:
    because = (*draft.because, *_reasons(situation))
    return replace(draft, why=f"{for_orientation(situation)} {draft.why}", cost=None, because=because)


def _reasons(situation: Situation) -> tuple[Reason, ...]:
    found = (find_specialty(name, situation.evidence) for name in situation.own_matches)
    return situation.because(*(f"specialty.service.{one.key}" for one in found if one))


def _named(draft: Draft, situation: Situation, served: Served, ahead: list[Served]) -> Draft:
    """The draft as it is where one service is used; with the service and its specialties where there are two."""
    if len(situation.served) == 1:
        return draft
    own = ("application.token", "application.transcript", "application.documents")
    depends_on = tuple(_key(key, served, ahead) if key in own else key for key in draft.depends_on)
    title = draft.title if served.service in draft.title or draft.key == "application.token" else None
    return replace(
        draft,
        key=_key(draft.key, served, ahead),
        title=title or f"{draft.title}: {served.service}, for {listed(served.specialties)}",
        depends_on=depends_on,
    )


def _key(key: str, served: Served, ahead: list[Served]) -> str:
    """The plain key for the service that opens files first; with its name for another."""
    return key if served == ahead[0] else f"{key}.{served.service.lower()}"


def _price(situation: Situation, served: Served) -> Price:
    """What goes through this service; what goes through none that is known is named with the first."""
    if len(situation.served) == 1:
        return applications(situation)
    first = next(one for one in situation.served if one.files_opened > situation.as_of)
    return applications(situation, (served.service, None) if served == first else (served.service,))


def _last_day(situation: Situation, served: Served) -> tuple[date, tuple[Reason, ...]]:
    """The last day to submit: the deadline of the service, if it names one, or the day before files are opened."""
    before = served.files_opened - ONE_DAY
    name = f"lead.{served.service.lower()}-application-deadline"
    if name not in situation.evidence:
        return before, ()
    deadline = _submission(served) + timedelta(days=int(situation.number(name)))
    return min(before, deadline), situation.because(name)


def _submission(served: Served) -> date:
    return _on(served, Event.SUBMISSION_OPENS) or served.files_opened


def _on(served: Served, event: Event) -> date | None:
    found = served.season.find(event)
    return found.day if found else None


def _why(served: Served, event: Event) -> tuple[Reason, ...]:
    found = served.season.find(event)
    return found.because if found else ()
