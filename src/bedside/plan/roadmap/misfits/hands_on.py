"""Booked hands-on work of a graduate: what is said of it until site, state and status have said yes."""

from __future__ import annotations

from dataclasses import replace

from bedside.plan.results import Misfit
from bedside.plan.roadmap.tasks.clinic.clinical import because_hands_on, unsure_hands_on
from bedside.plan.situation import Situation
from bedside.plan.wording import listed

PAY_NOTHING_YET = "Pay nothing, and move no leave, before all three have said yes in writing."


def with_hands_on(situation: Situation, misfit: Misfit | None) -> Misfit | None:
    """The same misfit with what is said of booked hands-on work before it; that alone where there is no other."""
    unsure = unsure_hands_on(situation)
    if not unsure:
        return misfit
    entry, booking = unsure[0]
    begins = f"{booking.title}, {booking.start.in_words}"
    says = (
        f"{begins}, is hands-on, and no US licence is in your file. It is not counted on until confirmed in writing "
        "by the site, by the state's law and for your status. Being sold such work is a warning sign."
    )
    choices = ("Ask whether you may observe there instead; if so, write `contact: observer`.", PAY_NOTHING_YET)
    because = because_hands_on(situation, entry, booking)
    title, others = f"{booking.title}: whether a graduate may do it is not known", unsure[1:]
    says += (
        f" The same holds for {listed([f'{one.title}, {one.start.in_words}' for _, one in others])}." if others else ""
    )
    if misfit is None:
        return Misfit(f"booked.hands-on-{booking.start.earliest}", title, says, choices, because)
    return replace(
        misfit,
        title=f"{title}; {misfit.title[0].lower()}{misfit.title[1:]}",
        says=f"{says} {misfit.says}",
        choices=(*choices, *misfit.choices),
        because=(*because, *misfit.because),
    )
