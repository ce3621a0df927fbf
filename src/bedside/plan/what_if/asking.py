"""What would change the chance of a match: every change held against the best list as things stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.odds.chances import Applicant
from bedside.odds.notes import borrowed_in_words
from bedside.odds.results import Odds
from bedside.plan.chances.your_list import PreparedList, as_planned, days_kept, pinned_beside, says_of, within_days
from bedside.plan.chances.your_odds import ChosenPrograms
from bedside.plan.what_if.asked import Asked, every_change, read_changes
from bedside.plan.what_if.costs import beyond_means
from bedside.plan.what_if.cycles import over_cycles
from bedside.plan.what_if.ground import Ground
from bedside.plan.what_if.ranking import by_dollar, by_month, ranked, reasons, rule_in_words
from bedside.plan.what_if.results import Answer, WhatIfs
from bedside.plan.what_if.together import together
from bedside.plan.what_if.world import World, as_it_is, beside_of, odds_of
from bedside.programs.directory import Directory
from bedside.programs.search import Search
from bedside.programs.targeting_facts import state_shares
from bedside.targeting.program_list.problem import Wanted


def what_if(
    applicant: Applicant,
    directory: Directory,
    candidates: ChosenPrograms,
    wanted: Wanted,
    dossier: Dossier,
    evidence: Evidence,
    as_of: date,
    changes: Sequence[str] | None = None,
    search: Search | None = None,
    ready: PreparedList | None = None,
) -> WhatIfs:
    """Every change (or those named) with its chance before and after, its cost, and the order of the moves.

    1. The best list as things stand, within what is wanted, among the candidates and what is pinned. Without a number
       of programs and a budget, as many programs as the dossier plans.
    2. For each change the applicant, the programs or the limits are altered, and the best list is found again. Random
       numbers belong to programs and draws, so both sides meet the same luck: gains are paired.
    3. Moves with a gain that a figure supports are put in order; what nobody has measured is only shown.
    4. The first two, and the first three, are told at once too, because gains do not add up.
    `search` is the search the candidates came from, so that programs a change opens are found the same way; `ready`
    what was prepared for these candidates already, to save making it again.
    Raises WhatIfMistake for changes that cannot be read.
    """
    own = evidence.with_readings(dossier.readings)
    asked = None if changes is None else read_changes(changes, own)
    says, world = _world(applicant, directory, candidates, wanted, dossier, own)
    if ready is not None and ready.applicant == applicant and ready.ready.programs == world.programs:
        world = replace(world, ready=ready.ready)
    world = world.made_ready()
    base = as_it_is(world)
    odds = odds_of(world, base)
    ground = Ground(dossier, directory, own, as_of, world, base, beside_of(world, base), bool(odds.leans_on), search)
    if not base.applied:
        return _without_a_list(ground, (*says, *(base.notes or odds.missing)))
    told = [(one, one.answer(ground)) for one in (every_change(ground) if asked is None else asked)]
    answers = [
        (one, replace(answer, notes=(*answer.notes, *beyond_means(answer.dollars, ground))))
        for one, answer in told
        if isinstance(answer, Answer)
    ]
    left_out = tuple(answer for _, answer in told if isinstance(answer, str))
    borrowed = tuple(borrowed_in_words(one.specialty, own) for one in odds.specialties if one.is_borrowed)
    says = (*says, *base.notes, *borrowed, *odds.missing)
    return replace(_all_of_it(ground, odds, answers, left_out), says=says)


def _all_of_it(ground: Ground, odds: Odds, asked: Sequence[tuple[Asked, Answer]], left_out: tuple[str, ...]) -> WhatIfs:
    cycles, says_of_cycles = over_cycles(ground)
    answers = tuple(answer for _, answer in asked)
    order = ranked(answers, ground.evidence)
    return WhatIfs(
        as_of=ground.as_of,
        match_year=ground.applicant.season,
        applied=ground.base.applied,
        dollars=ground.base.dollars,
        before=ground.before,
        leans_on=odds.leans_on,
        answers=answers,
        ranked=order,
        by_month=by_month(answers, ground.evidence),
        by_dollar=by_dollar(answers, ground.evidence),
        together=together(ground, order, asked),
        rule=rule_in_words(ground.evidence),
        rule_because=reasons(ground.evidence),
        two_cycles=cycles,
        says_of_cycles=says_of_cycles,
        left_out=left_out,
        says=(),
        because=odds.because,
    )


def _without_a_list(ground: Ground, says: tuple[str, ...]) -> WhatIfs:
    """Nothing to compare: the sentences that say what is missing."""
    return WhatIfs(
        as_of=ground.as_of,
        match_year=ground.applicant.season,
        applied={},
        dollars=0.0,
        before=None,
        leans_on=(),
        answers=(),
        ranked=(),
        by_month=(),
        by_dollar=(),
        together=(),
        rule=rule_in_words(ground.evidence),
        rule_because=reasons(ground.evidence),
        two_cycles=None,
        says_of_cycles=over_cycles(ground)[1],
        left_out=(),
        says=tuple(dict.fromkeys(says)),
        because=(),
    )


def _world(
    applicant: Applicant,
    directory: Directory,
    candidates: ChosenPrograms,
    wanted: Wanted,
    dossier: Dossier,
    evidence: Evidence,
) -> tuple[tuple[str, ...], World]:
    """The world as it is, and what to say about it: pins come in, and the days kept for interviews bound the list."""
    days = days_kept(dossier)
    pinned = pinned_beside(candidates.listed, directory, wanted)
    by_key = {one.key: one for one in (*candidates.listed, *pinned)}
    programs = tuple(by_key[key] for key in sorted(by_key))
    wanted = as_planned(within_days(wanted, days, evidence), dossier, evidence)
    shares = state_shares(directory.state_results)
    return says_of(candidates, days), World(applicant, programs, wanted, evidence, shares)
