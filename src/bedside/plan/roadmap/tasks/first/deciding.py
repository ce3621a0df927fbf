"""First tasks: fill the holes, decide on paper, ask for time, ask about the status."""

from __future__ import annotations

from bedside.applicant.measuring.gaps import Gap
from bedside.calendar.season import Event
from bedside.evidence.citing import day_in_words
from bedside.plan.decision.decision import is_decided
from bedside.plan.decision.stop_contract import missing_slots
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.draft import Draft, finished, first_months_end, planned
from bedside.plan.situation import Situation
from bedside.plan.wording import listed
from bedside.standing.results import State


def deciding(situation: Situation) -> tuple[Draft, ...]:
    """Tasks that clear the ground: the file, the decision, the contract, the specialty, gaps, time and status."""
    return (
        *_season(situation),
        *_record(situation),
        _decision(situation),
        _contract(situation),
        *_specialty(situation),
        *(_gap(situation, gap) for gap in situation.then.unexplained_gaps if not gap.open),
        *_time(situation),
        *_status(situation),
    )


def unknown_things(situation: Situation) -> tuple[str, ...]:
    """What the file does not say yet: lines of the write-out, and gates that hang on a missing date."""
    rows = [row.title for row in situation.standing.write_out if not row.complete]
    gates = [gate.title for gate in situation.standing.gates if gate.state is State.UNKNOWN]
    return tuple(dict.fromkeys([*rows, *gates]))


def _record(situation: Situation) -> tuple[Draft, ...]:
    unknown = unknown_things(situation)
    if not unknown:
        return ()
    draft = planned(
        situation,
        "decide.record",
        title="Look up what your file does not say yet",
        why=f"The plan cannot know it for you: {'; '.join(unknown)}.",
        period=Period.SET_UP,
        slips="A gate that is unknown may turn out closed when there is no time left to open it.",
        due=first_months_end(situation),
    )
    return (draft,)


def _season(situation: Situation) -> tuple[Draft, ...]:
    if not situation.missed or situation.matched:
        return ()
    draft = planned(
        situation,
        "decide.season",
        title=f"Choose the season after the {situation.season.match_year} Match",
        why=f"Programs opened files on {day_in_words(situation.files_opened)}, and none of yours is among them. "
        "Change `target.match_year`, or leave it out and Bedside proposes one; the dates follow.",
        period=Period.SET_UP,
        slips="Without a season nothing has a day by which it has to be done.",
        because=situation.why(Event.FILES_OPENED),
        due=first_months_end(situation),
    )
    return (draft,)


def _decision(situation: Situation) -> Draft:
    decision = situation.dossier.decision
    if decision is not None and decision.signed is not None and is_decided(situation.dossier, situation.as_of):
        says = f"Signed: {decision.kind}."
        because = situation.entry("decision", says)
        return finished("decide.decision", "Decision on paper", Period.SET_UP, decision.signed, says, because)
    return planned(
        situation,
        "decide.decision",
        title="Put your decision on paper and sign it",
        why="All in for two cycles, one structured cycle, or done trying: each is a good answer.",
        period=Period.SET_UP,
        slips="Until it is made, every later task competes with the question whether to do it at all.",
        due=first_months_end(situation),
    )


def _contract(situation: Situation) -> Draft:
    contract, missing = situation.dossier.stop_contract, missing_slots(situation.dossier)
    signed = contract.signed if contract else None
    if signed is not None and signed <= situation.as_of and not missing:
        because = situation.entry("stop_contract", f"Signed on {day_in_words(signed)}, and someone you trust knows.")
        title = "Stop contract signed and shared"
        return finished("decide.contract", title, Period.SET_UP, signed, because[0].says, because)
    still = f" Still open: {'; '.join(missing)}." if missing else ""
    return planned(
        situation,
        "decide.contract",
        title="Finish the stop contract and give it to someone you trust",
        why=f"It sets the end in advance, so that no bad day has to.{still}",
        period=Period.SET_UP,
        slips="Without an agreed end one more cycle is always possible, and each one costs.",
        depends_on=("decide.decision",),
        due=first_months_end(situation),
    )


def _specialty(situation: Situation) -> tuple[Draft, ...]:
    if situation.dossier.target.specialties:
        return ()
    draft = planned(
        situation,
        "decide.specialty",
        title="Choose one or two specialties",
        why="Rotations, letters and the statement follow from it.",
        period=Period.SET_UP,
        slips="Rotations and letters in another field count for less.",
        due=first_months_end(situation),
    )
    return (draft,)


def _gap(situation: Situation, gap: Gap) -> Draft:
    return planned(
        situation,
        "decide.gap",
        key=f"decide.gap-{gap.first_day}",
        title=f"Collect reason, dates and a receipt for {gap.first_day:%B %Y} to {gap.last_day:%B %Y}",
        why=f"{gap.months:.0f} months without any dated activity. Explained, they raise fewer questions.",
        period=Period.SET_UP,
        slips="The stretch stays open on the file, and interviews will ask about it.",
        because=situation.because("reading.gap.short-over", "reading.gap.long-from"),
        due=situation.next_deadline,
    )


def _time(situation: Situation) -> tuple[Draft, ...]:
    if situation.job is None:
        return ()
    entry, job = situation.job
    unpaid = () if situation.dossier.constraints.unpaid_leave_days == 0 else ("unpaid days",)
    wanted = ("blocks of paid leave", "other shifts", *unpaid)
    draft = planned(
        situation,
        "work.ask-for-time",
        title=f"Ask your manager for time: {listed(wanted)}",
        why="Rotations take whole weeks, and leave goes to those who ask early. Get the answer in writing.",
        period=Period.SET_UP,
        slips="Without dates you can offer, no program can give you a place.",
        because=situation.entry(entry, f"You work as {job.title}."),
        due=first_months_end(situation),
        check_status_first=situation.hangs_on_status,
    )
    return (draft,)


def _status(situation: Situation) -> tuple[Draft, ...]:
    if not situation.hangs_on_status:
        return ()
    known = situation.dossier.status is not None
    says = f"Your status: {situation.status}." if known else "Your file does not say under which status you live here."
    draft = planned(
        situation,
        "status.ask",
        title="Ask an immigration lawyer about leave, observing and volunteering",
        why=f"{says} Under many statuses unpaid leave, other shifts and unpaid clinical work can matter.",
        period=Period.SET_UP,
        slips="A yes given too early to a clinic or an employer may be hard to take back.",
        because=situation.entry("status", says),
        due=first_months_end(situation),
    )
    return (draft,)
