"""The odds as their page shows them: each chance in words, each specialty, and each thing that is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bedside.documents.blocks import Chart
from bedside.documents.content.odds import chances as odds_page
from bedside.documents.content.odds.chances import chance_in_words, interviews_in_words, middle_in_words
from bedside.documents.content.odds.charts import WHAT_THEY_ARE, chances_chart, way_chart
from bedside.documents.content.odds.effects import counted_of
from bedside.documents.content.programs.lists import specialty_names
from bedside.evidence.library import load_evidence
from bedside.evidence.reason import Reason
from bedside.odds.results import Estimate, Odds
from bedside.odds.signals import signal_sent
from bedside.plan.chances.your_odds import YourOdds, applicant_of, programs_named, programs_searched, your_odds
from bedside.programs.as_written import keys_meant
from bedside.programs.directory import Directory
from bedside.programs.search import Search, Sort
from bedside.web.clock import today
from bedside.web.frame.theme import ON_PAGE
from bedside.web.pages.chances.odds_form import Asked
from bedside.web.store.dossiers import Opened


@dataclass(frozen=True, slots=True)
class Chance:
    """One chance: `middle` is empty where there is no single number."""

    title: str
    of_whom: str
    range: str
    middle: str


@dataclass(frozen=True, slots=True)
class OfSpecialty:
    """One specialty by itself, as the row of a table."""

    name: str
    is_borrowed: bool
    programs: int
    interviews: str
    any_interview: str
    match: str
    because: tuple[Reason, ...]


def shown_odds(opened: Opened, directory: Directory, asked: Asked) -> dict[str, Any]:
    """Everything the page shows of the odds that are asked for."""
    found = odds_asked_for(opened, directory, asked)
    notes = found.odds.notes if asked.kept else (odds_page.NO_SIGNALS, *found.odds.notes)
    return {"found": found, "says": found.chosen.says, **of_odds(found.odds), "notes": notes}


def odds_asked_for(opened: Opened, directory: Directory, asked: Asked) -> YourOdds:
    """The odds of the programs that are asked for, or of the applications in the file with their signals."""
    dossier, evidence = opened.dossier, load_evidence()
    applicant = applicant_of(dossier, today(), evidence, asked.ties)
    if asked.kept is None:
        chosen = programs_searched(directory, applicant, dossier, Search(sort=Sort.VERDICT), asked.count, evidence)
        return your_odds(applicant, directory, chosen, dossier, evidence)
    keys = keys_meant(asked.kept, directory, evidence)
    signals = {key: signal_sent(one.signal) for key, one in zip(keys, asked.kept, strict=True)}
    chosen = programs_named(directory, tuple(signals))
    return your_odds(applicant, directory, chosen, dossier, evidence, signals)


def of_odds(odds: Odds) -> dict[str, Any]:
    """The odds in the words and charts of a page."""
    evidence = load_evidence()
    names = specialty_names(evidence)
    return {
        "odds": odds,
        "chances": tuple(_chances(odds)),
        "chart": chances_chart(odds, ON_PAGE),
        "way": _way(odds),
        "without_weak": chance_in_words(odds.without_weak) if odds.leans_on and odds.without_weak else "",
        "specialties": tuple(
            OfSpecialty(
                names.get(one.specialty, one.specialty),
                one.is_borrowed,
                one.programs,
                interviews_in_words(one.interviews),
                chance_in_words(one.any_interview),
                chance_in_words(one.match),
                odds_page.reasons_of_specialty(one, odds),
            )
            for one in odds.specialties
        ),
        "counted": counted_of(effect for one in odds.specialties for effect in one.effects),
        "of_all": odds_page.reasons_of_all(odds) if odds.programs else (),
        "range_says": f"{odds_page.RANGE} {odds_page.NOT_A_PROMISE}",
        "no_single_number": odds_page.NO_SINGLE_NUMBER,
        "notes": odds.notes,
    }


def _chances(odds: Odds) -> Iterator[Chance]:
    found: tuple[Estimate | None, ...] = (odds.any_interview, odds.match_given_rank, odds.match)
    for (title, of_whom), one in zip(WHAT_THEY_ARE, found, strict=True):
        if one is not None:
            yield Chance(title, of_whom, chance_in_words(one), "" if odds.leans_on else middle_in_words(one))


def _way(odds: Odds) -> Chart | None:
    return way_chart(odds, ON_PAGE) if odds.programs else None
