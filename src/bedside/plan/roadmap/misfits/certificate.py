"""A certificate that is planned for a day after the seven years from the first pass."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.evidence.citing import day_in_words
from bedside.plan.results import Misfit, TaskState
from bedside.plan.roadmap.diary.schedule import Placed
from bedside.plan.roadmap.tasks.certificate.certifying import CERTIFICATE
from bedside.plan.roadmap.tasks.certificate.seven_years import clock
from bedside.plan.situation import Situation


def certificate_misfit(situation: Situation, placed: tuple[Placed, ...]) -> Iterator[Misfit]:
    """Said where the planned certificate falls after the clock, or may fall after it."""
    found = next((one for one in placed if one.draft.key == CERTIFICATE), None)
    running = clock(situation)
    if found is None or running is None or found.draft.state is TaskState.DONE or found.finish <= running.soonest:
        return
    may = "" if found.finish > running.latest else " It may be too late: the pass has no exact day in your file."
    yield Misfit(
        task=CERTIFICATE,
        title="The certificate is planned for a day after the seven years",
        says=f"{running.says} The certificate is planned for {day_in_words(found.finish)}.{may} An older pass may stop "
        "counting for certification, so what is planned for certification and after it hangs on ECFMG's answer.",
        choices=tuple(_choices(situation, running.latest >= situation.as_of, day_in_words(running.soonest))),
        because=(*running.because, *situation.because("usmle.passed-step-cannot-be-retaken")),
    )


def _choices(situation: Situation, goes_on: bool, end: str) -> Iterator[str]:
    yield "Ask ECFMG in writing what your first pass still counts for, and pay for nothing in certification until then."
    if goes_on:
        yield f"Ask whether what is still open can be finished by {end}, and what it would take."
    yield "Ask whether there is an exception, or an exam you may take again: a passed Step usually cannot be."
    yield "If the pass no longer counts, stop here without spending more, and look at the alternatives in this plan."
