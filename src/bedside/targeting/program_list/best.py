"""The list of programs and signals that makes the most of the odds, with its certificate and a reason for each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bedside.odds.numbers import Numbers
from bedside.odds.signals import Signal
from bedside.targeting.portfolio.drawing import how_often
from bedside.targeting.portfolio.explaining import explain
from bedside.targeting.portfolio.results import Status
from bedside.targeting.portfolio.search import Effort
from bedside.targeting.portfolio.solving import LIVE as QUICKEST
from bedside.targeting.program_list.prepared import Prepared
from bedside.targeting.program_list.problem import Wanted, draws_of, type_of
from bedside.targeting.program_list.results import BestList, Choice, PriceOfWish
from bedside.targeting.program_list.sentences import check, notes_of
from bedside.targeting.program_list.wishes import Within, chance_of, price_of, within_wishes


@dataclass(frozen=True, slots=True)
class Way:
    """How the list is looked for: how hard, and whether the estimates are drawn again to count how often it is chosen.

    `name` is its word in JSON.
    """

    name: str
    effort: Effort
    draws_again: bool


FULL = Way("full", Effort(), draws_again=True)
LIVE = Way("live", QUICKEST, draws_again=False)
"""For controls that answer while they are moved: found over averaged scenarios, and certified over all of them.

Nothing is exchanged over all of them and no estimate is drawn again; the certificate says what that may have cost.
"""


FIRST = 0.7
"""The share of the seconds that is for the list itself where wishes are priced by further lists."""


def list_for(ready: Prepared, wanted: Wanted, way: Way = FULL) -> BestList:
    """The best list for what is wanted.

    1. Fees and limits are laid over the chances of every candidate with every signal.
    2. It is solved within limits and wishes; a wish that no list can keep to is left aside, and that is said. It is
       solved again without each wish: the difference is its price.
    3. Each program gets its reason, what it adds, and in how many draws of the estimates it is chosen.
    Raises PortfolioMistake, with a sentence for each mistake, for wishes that cannot be read.
    """
    check(wanted, ready)
    effort = way.effort.started()
    has_prices = wanted.mix is not None or bool(wanted.in_states)
    found = within_wishes(ready, wanted, effort.started(FIRST * effort.seconds) if has_prices else effort)
    answer = found.answer
    on_it, off_it, draws = _choices(found, ready, way)
    mix, places = _prices(ready, found, wanted, effort)
    return BestList(
        on_it,
        off_it,
        draws,
        chance_of(found.problem, answer),
        answer.value,
        answer.upper_bound,
        answer.gap,
        answer.status,
        answer.dollars,
        answer.interviews,
        mix,
        places,
        ready.untargeted,
        (*answer.notes, *found.notes, *notes_of(ready, wanted)),
    )


def _prices(
    ready: Prepared, found: Within, wanted: Wanted, effort: Effort
) -> tuple[PriceOfWish | None, PriceOfWish | None]:
    """What the mix costs, unless it is a rule, and what the places do."""
    limits, empty = found.problem.limits, not found.answer.chosen
    no_mix, no_places = replace(limits, mix=None), replace(limits, places=())
    has_price = limits.mix is not None and not wanted.mix_is_rule and not empty
    mix = price_of(ready, found, no_mix, effort) if has_price else None
    return mix, price_of(ready, found, no_places, effort) if limits.places and not empty else None


def _choices(found: Within, ready: Prepared, way: Way) -> tuple[tuple[Choice, ...], tuple[Choice, ...], int]:
    problem, answer = found.problem, found.answer
    if not len(problem.options.program) or answer.status is Status.EMPTY:
        return (), (), 0
    explained = explain(problem, answer)
    often = how_often(problem, answer, draws_of(ready.found, problem)) if way.draws_again else None
    by_program: dict[int, int] = {}
    chosen = set(answer.chosen)
    for option, program in enumerate(problem.options.program.tolist()):
        best = by_program.get(program)
        if best is None or _rank(option, chosen, explained.marginal) > _rank(best, chosen, explained.marginal):
            by_program[program] = option
    made = [
        Choice(
            ready.programs[program],
            type_of(ready.programs[program]),
            Signal(int(problem.options.signal[option])),
            explained.why[option],
            float(explained.marginal[option]),
            int(often.programs[program]) if often else 0,
            explained.blocked_by[option],
            ready.found.within[ready.programs[program].specialty].limits.has_kinds,
        )
        for program, option in by_program.items()
    ]
    ordered = sorted(made, key=lambda one: (-one.adds, one.listed.key))
    keys = {ready.programs[int(problem.options.program[option])].key for option in chosen}
    inside = tuple(one for one in ordered if one.listed.key in keys)
    return inside, tuple(one for one in ordered if one.listed.key not in keys), often.draws if often else 0


def _rank(option: int, chosen: set[int], marginal: Numbers) -> tuple[bool, float]:
    return option in chosen, float(marginal[option])
