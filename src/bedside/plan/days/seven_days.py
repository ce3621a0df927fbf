"""One thing to do in the next seven days, and the day on which to look back at it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from bedside.applicant.parts.decision import SevenDayTask
from bedside.evidence.citing import day_in_words
from bedside.plan.results import Roadmap, SevenDayResult, Task, TaskState
from bedside.plan.situation import Situation

HOW_MANY = 4

FIRST_STEPS = {
    "decide.record": "Look up one thing your file does not say yet, and write it down.",
    "decide.decision": "Write your decision on one sheet of paper, with today's date under it.",
    "decide.contract": "Fill in the stop contract and send it to one person.",
    "decide.specialty": "Write down two specialties, and one sentence each on why they fit you.",
    "decide.gap": "Find one document that proves what you did in that time.",
    "status.ask": "Write three questions about your status, and send them to an immigration lawyer.",
    "work.ask-for-time": "Ask your manager for twenty minutes about leave and hours.",
    "clinical.confirm": "Write to the place you have asked, and ask for a yes or a no in writing.",
    "clinical.search": "Write to two hospitals that take graduates as observers, with the weeks you could come.",
    "clinical.ask": "Send one application for an observership.",
    "volunteering.find": "Write to one free clinic and ask when volunteers begin.",
    "story.first-draft": "Write the first page of why you left and why you are back.",
    "certification.look-up": "Log in to MyIntealth and write down the state of your certification.",
    "certification.seven-years": "Write to ECFMG and ask what your first pass still counts for.",
    "certification.open-parts": "Write to ECFMG and ask which parts of your certification are still open.",
    "certification.account": "Open the application for ECFMG certification.",
    "certification.pathway": "Read this season's Pathways page at ECFMG and note its deadline.",
    "certification.encounters": "Ask one physician whether they would rate patient encounters for Pathway 6.",
    "certification.oet": "Choose a date for OET Medicine.",
    "certification.renew": "Ask ECFMG how your certificate is kept valid.",
    "step3.study": "Do forty practice questions for Step 3, to see where you stand.",
    "letters": "Write to one physician about a letter.",
    "story.personal-statement": "Write one paragraph of the statement.",
    "story.program-list": "Look at ten programs, and write one reason beside each.",
    "job.align": "Ask one physician at work what you could take on with them.",
    "stop.tell": "Call the person who read your contract.",
    "stop.alternative": "Write one message about what comes next.",
}
"""A first step of each kind of task that fits into a week with a job in it."""


def seven_days(situation: Situation, roadmap: Roadmap) -> SevenDayResult:
    """The task that is set, with its check-back day; where none is running, suggestions from the roadmap."""
    task = situation.dossier.seven_day_task
    suggestions = suggest(roadmap, _own_steps(situation))
    if task is None:
        says = "Choose one thing for the next seven days, small enough to be done. Then do it."
        return SevenDayResult(None, None, None, None, says, suggestions)
    check_back = task.set_on + timedelta(days=situation.number("article.seven-day-task.days"))
    running = task.done_on is None and situation.as_of < check_back
    return SevenDayResult(
        task=task.task,
        set_on=task.set_on,
        check_back=check_back,
        done_on=task.done_on,
        says=_says(task, check_back, situation.as_of),
        suggestions=() if running else suggestions,
    )


def _own_steps(situation: Situation) -> dict[str, str]:
    """First steps worded for who there is to turn to."""
    contract = situation.dossier.stop_contract
    if contract is not None and contract.trusted_reader is not None:
        return {}
    return {"stop.tell": "Tell one person you trust what you decided."}


def suggest(roadmap: Roadmap, own: Mapping[str, str] = MappingProxyType({})) -> tuple[str, ...]:
    """First steps of the most urgent tasks that are not done, different ones, most urgent first."""
    open_tasks = [task for task in roadmap.tasks if task.state in (TaskState.PLANNED, TaskState.LATE) and task.hours]
    urgent = sorted(open_tasks, key=lambda task: (task.start, task.slack_days, task.key))
    steps = (step for task in urgent if (step := _first_step(task, FIRST_STEPS | dict(own))) is not None)
    return tuple(dict.fromkeys(steps))[:HOW_MANY]


def _first_step(task: Task, steps: Mapping[str, str]) -> str | None:
    return next((step for key, step in steps.items() if task.key.startswith(key)), None)


def _says(task: SevenDayTask, check_back: date, as_of: date) -> str:
    if task.done_on is not None:
        early = "" if task.done_on <= check_back else " later than you meant, and done all the same"
        return f"Done on {day_in_words(task.done_on)}{early}. Choose the next one."
    if as_of < check_back:
        return f"Look back on {day_in_words(check_back)}: is it done?"
    if as_of == check_back:
        return "Today is the day to look back: is it done?"
    return (
        f"It was to be done by {day_in_words(check_back)}. If it is, write down when. If not, no harm: make it half as "
        "large and set it again for seven days from today."
    )
