"""Chances and counts in the sentences of “what if”."""

from __future__ import annotations

from bedside.evidence.reason import Reason
from bedside.odds.odds import BothWays, match_by_draw
from bedside.odds.paired import more_invitations
from bedside.odds.results import Estimate
from bedside.plan.what_if.ground import Ground
from bedside.plan.what_if.world import ByDraw
from bedside.plan.wording import counted

NOT_MEASURED = "reading.what-if.not-measured"


def in_words(chance: Estimate, leans: bool) -> str:
    """A chance in percent: its middle, or its range where the answer leans on weak evidence. Never 0 or 100."""
    low, high = chance.percents
    if leans and low != high:
        return f"{low} to {high} %"
    if chance.middle < 0.005:
        return "less than 1 %"
    return f"{min(99, max(1, round(100 * chance.middle)))} %"


def programs(count: int) -> str:
    """A number of programs."""
    return counted(count, "program")


def if_it_helped(ground: Ground) -> tuple[ByDraw, str, tuple[Reason, ...]]:
    """The chance if something nobody has measured raised invitations by the most that is looked at, and in a sentence.

    The list stays as it is: nothing says for which programs it would matter more.
    """
    percent = ground.evidence.number(NOT_MEASURED)
    times, base = 1 + percent / 100, ground.base
    raised = BothWays(more_invitations(base.chances.counted, times), more_invitations(base.chances.without_weak, times))
    match = ByDraw(match_by_draw(raised.counted, base.applied), match_by_draw(raised.without_weak, base.applied))
    says = (
        f"Not measured; if it raised invitations by 0 to {percent:g} %, your chance would go from "
        f"{in_words(ground.before, ground.leans)} to {in_words(ground.chance(match), ground.leans)}."
    )
    return match, says, ground.evidence.cite(NOT_MEASURED)
