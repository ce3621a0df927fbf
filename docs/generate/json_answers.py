"""The keys of odds, target, whatif, rank and the market, read off real answers."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.reading import read_dossier
from bedside.applicant.parts.applications import Application, ApplicationState
from bedside.documents.content.market.as_json import market_as_json
from bedside.documents.content.odds.as_json import odds_as_json
from bedside.documents.content.season.as_json import rank_as_json
from bedside.documents.content.season.simulated_as_json import simulated_as_json
from bedside.documents.content.targeting.as_json import target_as_json
from bedside.documents.content.what_if.as_json import what_if_as_json
from bedside.evidence.library import Evidence, load_evidence
from bedside.evidence.reason import Reason
from bedside.market.answering import Answer as AnswerOfSeasons
from bedside.market.answering import ForAFile, Share, UnderARule
from bedside.market.fidelity import Held
from bedside.market.policies.application_cap import ApplicationCap
from bedside.market.recipe import recipe_for
from bedside.market.replicates import run_replicates
from bedside.market.results import Compared, Difference, Market, Spread, simulate
from bedside.odds.results import Estimate, Odds, SpecialtyOdds
from bedside.plan.chances.your_list import answer, article_mix, curves, prepared
from bedside.plan.chances.your_odds import applicant_of, programs_searched, your_odds
from bedside.plan.what_if.asking import what_if
from bedside.plan.what_if.results import Answer, OverCycles, Together, WhatIfs
from bedside.programs.directory import Directory
from bedside.programs.search import Search, Sort
from bedside.programs.shelf.directory_file import open_directory
from bedside.season.asked import Asked
from bedside.season.in_simulated_seasons import Counted, InSimulatedSeasons, LeftOut
from bedside.season.rank_order_list import rank_order_list
from bedside.season.results import Change, OrderTried, Place, RankOrderList
from bedside.targeting.program_list.best import FULL
from bedside.targeting.program_list.curves import CurvePoint, Curves
from bedside.targeting.program_list.landing import Landing
from bedside.targeting.program_list.problem import Wanted
from bedside.targeting.program_list.results import BestList, Choice, PriceOfWish
from docs.generate.sample_seasons import in_sample_seasons

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = date(2026, 11, 22)
BY_KEY = ("signals", "applied_without", "counts", "preferences")
MEANS = {
    "odds": Odds,
    "odds: specialties": SpecialtyOdds,
    "target": BestList,
    "target: on_the_list": Choice,
    "target: mix": PriceOfWish,
    "target: landings": Landing,
    "target: wanted": Wanted,
    "target: curves": Curves,
    "target: by_count": CurvePoint,
    "whatif": WhatIfs,
    "whatif: answers": Answer,
    "whatif: together": Together,
    "whatif: two_cycles": OverCycles,
    "rank": RankOrderList,
    "rank: places": Place,
    "rank: orders": OrderTried,
    "rank: changes": Change,
    "rank: simulated_seasons": InSimulatedSeasons,
    "rank: counted": Counted,
    "rank: left_out": LeftOut,
    "rank: answers": AnswerOfSeasons,
    "rank: rules": UnderARule,
    "rank: files": ForAFile,
    "rank: change": Share,
    "market": Market,
    "market: match_rates": Spread,
    "market: against_published": Held,
    "market: policies": Compared,
    "market: differences": Difference,
}
"""What each part is: the result whose docstring tells its keys."""

OPENING = """# Odds, target, whatif, rank and market

What follows are the keys of `bedside odds`, `bedside target`, `bedside whatif`, `bedside rank` and `bedside market`
with `--json`, read off real answers; `simulated_seasons` of a rank order list stands there only where `--seasons` or
`--cut-offs` asked for it. In the report the first three stand together under `match`, with `says`, a
sentence where they cannot be told. Chances and gains are parts of one; a number by the key of a program stands under
that key.
"""

EMPTY = {"signals": "text by key", "note": "text", "mix": "[target: places](#target-places)", "says": "text"}
"""What would stand under a key that is empty in every answer here."""

_SAYS_NOTHING = ("empty list", "nothing by key")
Shapes = dict[str, dict[str, list[str]]]


def sections() -> list[str]:
    """The page's sections about these answers."""
    shapes: Shapes = {}
    for name, content in _answers():
        _note(name, name, content, shapes)
    return [OPENING.replace("# ", "## ", 1), *(_section(title, keys) for title, keys in shapes.items()), _estimate()]


@cache
def _answers() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Answers for people who differ in what is known of them, so that every key has something under it once."""
    evidence = load_evidence()
    with TemporaryDirectory() as folder:
        directory = open_directory(Path(folder), evidence)
        asked = {
            "h1b-quality-analyst": Wanted(count=15, in_states=frozenset({"NY"}), least_share=0.3),
            "citizen-scribe": Wanted(
                budget=300.0,
                mix=article_mix(evidence),
                preferences={"family-medicine": 0.8},
                counts={"internal-medicine": 12},
            ),
        }
        read = {name: read_dossier(EXAMPLES / f"{name}.yaml", AS_OF, evidence).dossier for name in asked}
        lists = [found for name, wish in asked.items() for found in _of(read[name], wish, directory, evidence)]
        ranked = (_rank(name, directory, evidence) for name in ("interviews-in-hand", "before"))
        return (*lists, *ranked, *(_market(directory, evidence, number) for number in (1, 2)))


def _of(
    dossier: Dossier, wanted: Wanted, directory: Directory, evidence: Evidence
) -> Iterator[tuple[str, dict[str, Any]]]:
    applicant, search = applicant_of(dossier, AS_OF, evidence), Search(sort=Sort.VERDICT)
    chosen = programs_searched(directory, applicant, dossier, search, 40, evidence)
    yield "odds", odds_as_json(your_odds(applicant, directory, chosen, dossier, evidence), directory)
    candidates = programs_searched(directory, applicant, dossier, search, len(directory), evidence)
    ready = prepared(applicant, directory, candidates, dossier, evidence)
    yield "target", target_as_json(answer(ready, wanted, FULL), directory, curves(ready, wanted))
    found = what_if(applicant, directory, candidates, wanted, dossier, evidence, AS_OF, search=search)
    yield "whatif", what_if_as_json(found, directory)


def _rank(name: str, directory: Directory, evidence: Evidence) -> tuple[str, dict[str, Any]]:
    dossier = read_dossier(EXAMPLES / f"{name}.yaml", AS_OF, evidence).dossier
    applicant = applicant_of(dossier, AS_OF, evidence)
    asked = Asked(order=("2",)) if dossier.applications else Asked()
    if dossier.applications:
        bare = Application(program="Lakeview Hospital", track="1234140C0", state=ApplicationState.APPLIED, rank=9)
        dossier = dossier.model_copy(update={"applications": (*dossier.applications, bare)})
    found = rank_order_list(applicant, dossier, directory, AS_OF, evidence, asked)
    if not found.places:
        return "rank", rank_as_json(found, directory)
    seasons = simulated_as_json(in_sample_seasons(found, dossier, directory, evidence))
    return "rank", {**rank_as_json(found, directory), "simulated_seasons": seasons}


def _market(directory: Directory, evidence: Evidence, number: int) -> tuple[str, dict[str, Any]]:
    """A season and a policy, in so few replicates as it takes to name the keys."""
    recipe = recipe_for(directory, evidence, 1)
    found = simulate(
        recipe, evidence, number, (ApplicationCap(60),), lambda policy: run_replicates(recipe.season(policy), number)
    )
    return "market", market_as_json(found)


def _note(root: str, title: str, content: dict[str, Any], shapes: Shapes) -> None:
    """Note what stands under each key of an object, and the same of the objects within it."""
    keys = shapes.setdefault(title, {})
    for key, value in content.items():
        told = keys.setdefault(key, [])
        words = _in_words(root, key, value, shapes)
        if words not in told:
            told.append(words)


def _in_words(root: str, key: str, value: Any, shapes: Shapes) -> str:
    if key in BY_KEY and isinstance(value, dict):
        inner = sorted({_in_words(root, "", one, shapes) for one in value.values()})
        return f"{' or '.join(inner)} by key" if inner else "nothing by key"
    if isinstance(value, dict):
        return _of_object(root, key, value, shapes)
    if isinstance(value, list):
        inner = list(dict.fromkeys(_in_words(root, key, one, shapes) for one in value))
        return f"list of {' or '.join(inner)}" if inner else "empty list"
    if isinstance(value, str):
        return "day" if len(value) == 10 and value[4:8:3] == "--" else "text"
    plain = {bool: "true or false", int: "number", float: "number", type(None): "null"}
    return plain[type(value)]


def _of_object(root: str, key: str, value: dict[str, Any], shapes: Shapes) -> str:
    if set(value) == {field.name for field in fields(Reason)}:
        return "[Reason](#reason)"
    if set(value) == {"low", "middle", "high"}:
        return "[Estimate](#estimate)"
    if set(value) == {"low", "high"}:
        return "`low` and `high`, numbers"
    title = next((known for known, keys in shapes.items() if known != root and set(keys) == set(value)), None)
    title = title or f"{root}: {key}"
    _note(root, title, value, shapes)
    return f"[{title}](#{title.replace(': ', '-')})"


def _section(title: str, keys: dict[str, list[str]]) -> str:
    rows = "".join(f"| `{key}` | {_one_of(key, told)} |\n" for key, told in keys.items())
    means = MEANS.get(title)
    says = f"{_docstring(means)}\n\n" if means else ""
    return f"### {title}\n\n{says}| key | value |\n|---|---|\n{rows}"


def _one_of(key: str, told: list[str]) -> str:
    """The kinds of values, null at the end. What was empty in every answer is a list of texts, or what `EMPTY` says."""
    known = sorted((words for words in told if words not in _SAYS_NOTHING), key=lambda words: (words == "null", words))
    if known in ([], ["null"]):
        known = [EMPTY.get(key, "list of text"), *known]
    return " or ".join(known)


def _docstring(result: type) -> str:
    return " ".join(inspect.cleandoc(result.__doc__ or "").split()).replace("None", "null")


def _estimate() -> str:
    return (
        f"### Estimate\n\n{_docstring(Estimate)} `middle` is null where the answer leans on weak evidence.\n\n"
        "| key | value |\n|---|---|\n| `low` | number |\n| `middle` | number or null |\n| `high` | number |\n"
    )
