"""The list that is asked for, from what was made ready once for this dossier, directory and day."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from bedside.evidence.library import load_evidence
from bedside.plan.chances.your_list import PreparedList, YourList, answer, article_mix, as_planned, curves, prepared
from bedside.plan.chances.your_odds import applicant_of, candidates_for
from bedside.plan.what_if.asking import what_if
from bedside.plan.what_if.results import WhatIfs
from bedside.programs.directory import Directory
from bedside.programs.search import Search, Sort
from bedside.targeting.program_list.best import FULL, LIVE
from bedside.targeting.program_list.curves import Curves
from bedside.targeting.program_list.problem import Wanted
from bedside.web.clock import today
from bedside.web.memory.best_lists import LISTS
from bedside.web.memory.directories import DIRECTORIES
from bedside.web.pages.chances.list_form import ARTICLE_MIX, OWN_MIX, Asked
from bedside.web.store.dossiers import Opened

EVERY = Search(sort=Sort.VERDICT)
"""What may be chosen from: every program of the specialties aimed at that has no limit in the way."""


def wanted_of(opened: Opened, asked: Asked) -> Wanted:
    """What is asked for, as the search takes it."""
    evidence = load_evidence()
    own = tuple(share / 100 for share in asked.shares)
    wanted = Wanted(
        budget=None if asked.budget is None else float(asked.budget),
        count=asked.count,
        mix=own if asked.mix == OWN_MIX else article_mix(evidence) if asked.mix == ARTICLE_MIX else None,
        pinned_in=asked.pins,
        pinned_out=asked.outs,
        mix_by_specialty=asked.mix_by_specialty,
        mix_is_rule=asked.mix_is_rule,
        in_states=asked.states,
        least_share=asked.least_share,
        only_states=asked.only_states,
        preferences=asked.preferences,
    )
    return as_planned(wanted, opened.dossier, evidence)


def list_asked_for(opened: Opened, directory: Directory, asked: Asked) -> YourList:
    """The list, found the quick way unless it is asked for in full. Raises PortfolioMistake."""
    wanted, way = wanted_of(opened, asked), FULL if asked.is_full else LIVE
    which = ("list", *_of_now(opened), asked.ties, *_named(wanted), way)
    is_kept = opened.key is None
    found: YourList = LISTS.of(
        opened.id, which, lambda: answer(ready_for(opened, directory, asked.ties), wanted, way), is_kept
    )
    return found


def curves_asked_for(opened: Opened, directory: Directory, asked: Asked) -> Curves:
    """What more programs or more money would bring within everything else; the same whatever count and budget are."""
    wanted = replace(wanted_of(opened, asked), budget=None, count=None)
    which = ("curves", *_of_now(opened), asked.ties, *_named(wanted))
    is_kept = opened.key is None
    found: Curves = LISTS.of(
        opened.id, which, lambda: curves(ready_for(opened, directory, asked.ties), wanted), is_kept
    )
    return found


def changes_asked_for(opened: Opened, directory: Directory, asked: Asked) -> WhatIfs:
    """Every change that arises, beside the best list within what is asked for. Raises PortfolioMistake."""
    wanted, dossier, evidence, day = wanted_of(opened, asked), opened.dossier, load_evidence(), today()

    def make() -> WhatIfs:
        ready = ready_for(opened, directory, asked.ties)
        return what_if(
            ready.applicant, directory, ready.candidates, wanted, dossier, evidence, day, search=EVERY, ready=ready
        )

    which = ("changes", *_of_now(opened), asked.ties, *_named(wanted))
    found: WhatIfs = LISTS.of(opened.id, which, make, opened.key is None)
    return found


def ready_for(opened: Opened, directory: Directory, ties: frozenset[str]) -> PreparedList:
    """Everything about the list that no control but the ties changes."""

    def make() -> PreparedList:
        dossier, evidence = opened.dossier, load_evidence()
        applicant = applicant_of(dossier, today(), evidence, ties)
        candidates = candidates_for(directory, applicant, dossier, EVERY, evidence)
        return prepared(applicant, directory, candidates, dossier, evidence)

    ready: PreparedList = LISTS.of(opened.id, ("ready", *_of_now(opened), ties), make, opened.key is None)
    return ready


def _of_now(opened: Opened) -> tuple[Hashable, ...]:
    """What changes when the dossier, its own lists, the directory or the day does."""
    return opened.version, *DIRECTORIES.state_for(opened), today()


def _named(wanted: Wanted) -> tuple[Hashable, ...]:
    """What is wanted, as something to find an answer again by."""
    return tuple(sorted(wanted.preferences.items())), replace(wanted, preferences={})
