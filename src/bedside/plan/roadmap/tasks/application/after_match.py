"""After the Match: with a place, the papers until training starts; without one, what was agreed."""

from __future__ import annotations

from datetime import date, timedelta

from bedside.applicant.parts.shape import Answer
from bedside.calendar.season import Event
from bedside.evidence.citing import day_in_words
from bedside.plan.decision.stop_contract import terms_on
from bedside.plan.results import Period, TaskState
from bedside.plan.roadmap.diary.draft import Draft, days_of, planned
from bedside.plan.roadmap.diary.working_days import ONE_DAY
from bedside.plan.situation import Situation


def after_match(situation: Situation) -> tuple[Draft, ...]:
    """Match Week, and both ways on from it."""
    day = situation.on(Event.MATCH_DAY)
    papers = (_contract(situation), *_visa(situation), _licence(situation), _orientation(situation))
    if situation.matched:
        return papers
    if day is None or day < situation.as_of:
        return ()
    return (
        _match(situation, day),
        _unmatched(situation, day),
        *papers,
    )


def _match(situation: Situation, day: date) -> Draft:
    first = situation.on(Event.MATCH_WEEK) or day
    return Draft(
        key="match.week",
        title="Match Week",
        why="On Monday you learn whether you matched, on Friday where. Ask someone to be there on Monday.",
        period=Period.SEASON,
        slips="Its days are the same for everyone.",
        because=(*situation.why(Event.MATCH_WEEK), *situation.why(Event.MATCH_DAY)),
        fixed=(max(first, situation.as_of), day),
        state=TaskState.PLANNED,
        due=day,
    )


def _unmatched(situation: Situation, day: date) -> Draft:
    contract = situation.dossier.stop_contract
    terms, _ = terms_on(situation.dossier, day, situation.evidence)
    agreed = f" On that day your contract names the Match of {terms.year} as the last." if terms else ""
    return planned(
        situation,
        "after.unmatched",
        title="If there is no match: rest, then read your contract before anything else",
        why=f"What was better this time, what was not, and what you agreed on.{agreed}",
        period=Period.SEASON,
        slips="The next season is decided by default.",
        because=situation.entry("stop_contract", "What you agreed on with yourself.")
        if contract
        else situation.why(Event.MATCH_DAY),
        depends_on=("match.week",),
        not_before=day + ONE_DAY,
    )


def _contract(situation: Situation) -> Draft:
    return planned(
        situation,
        "after.contract",
        title="If you match: read and sign the training contract",
        why="The Match binds both sides; the contract says from when, and what they still need from you.",
        period=Period.SEASON,
        slips="Visa and licence papers wait for it.",
        because=situation.why(Event.MATCH_DAY),
        depends_on=("match.week",),
    )


def _visa(situation: Situation) -> tuple[Draft, ...]:
    if situation.needs_visa is Answer.NO:
        return ()
    unknown = situation.needs_visa is Answer.UNKNOWN
    maybe = "If a program has to sponsor you: prepare" if unknown else "Prepare"
    return (
        planned(
            situation,
            "after.visa",
            title=f"{maybe} the visa papers with the program and a lawyer",
            why="J-1 and H-1B run on different papers and days. Do not travel while a change of status is open without "
            "asking first.",
            period=Period.SEASON,
            slips=f"Training starts on {day_in_words(situation.training_start)} with or without you.",
            because=situation.because(
                "status.j1.needs-certificate", "status.h1b.needs-step3", "status.h1b.change-of-status"
            ),
            depends_on=("after.contract",),
            check_status_first=True,
        ),
    )


def _licence(situation: Situation) -> Draft:
    return planned(
        situation,
        "after.licence",
        title="Apply for the training licence or permit",
        why="Every state has its own board, its own papers and its own time. Ask the program which, and start at once.",
        period=Period.SEASON,
        slips="Without it you cannot see patients on the first day.",
        because=situation.because("licence.fsmb-list"),
        depends_on=("after.contract",),
    )


def _orientation(situation: Situation) -> Draft:
    return planned(
        situation,
        "after.orientation",
        title="Give notice, move, and be there for orientation",
        why="Some programs begin in the last days of June.",
        period=Period.SEASON,
        slips="The first weeks of training begin without sleep.",
        because=situation.why(Event.TRAINING_STARTS),
        depends_on=("after.contract",),
        not_before=situation.training_start - timedelta(days=2 * days_of(situation, "after.orientation")),
        due=situation.training_start - ONE_DAY,
    )
