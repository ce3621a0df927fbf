"""A status is no move: what needing no visa would go with is shown as information, and an immigration lawyer named."""

from __future__ import annotations

from dataclasses import replace

from bedside.applicant.parts.shape import Answer as Told
from bedside.plan.chances.your_odds import candidates_for
from bedside.plan.what_if.ground import Ground
from bedside.plan.what_if.results import Answer, Basis
from bedside.plan.what_if.wording import programs

NO_MOVE = (
    "This is a status, not something to do: it is shown so that you know what the need of a visa goes with. Whether "
    "another status is open to you is a question for an immigration lawyer."
)


def no_visa(ground: Ground, amount: float | None) -> Answer | str:
    """What needing no visa goes with; never a move, and never in an order."""
    del amount
    if ground.asker.visa.needed is Told.NO:
        return "You need no visa to train, so that changes nothing."
    need = replace(ground.asker.visa, needed=Told.NO)
    applicant = ground.world.seen_with(visa=need).applicant
    candidates = ground.world.programs
    if ground.search is not None:
        open_then = candidates_for(ground.directory, applicant, ground.dossier, ground.search, ground.evidence).listed
        here = {one.key for one in candidates}
        candidates = (*candidates, *(one for one in open_then if one.key not in here))
    found = ground.found(lambda world: world.of(applicant).among(candidates))
    added = {one.key for one in candidates[len(ground.world.programs) :]}
    opens = tuple(sorted((ground.base.refused - found.refused) | added))
    opened = len(opens)
    says = "What needing no visa goes with, by a plain comparison that holds nothing else equal."
    names = ("effects.visa-needed.crowd", "effects.visa-needed.unadjusted", "effects.visa-not-sponsored.neurology")
    answer = Answer(
        key="no-visa",
        title="If you needed no visa",
        says=f"{says} {programs(opened)} would have one limit less." if opened else says,
        basis=Basis.ASSOCIATION,
        is_move=False,
        opens=opens,
        because=ground.evidence.cite(*names),
        notes=(NO_MOVE,),
    )
    return ground.told(answer, found)
