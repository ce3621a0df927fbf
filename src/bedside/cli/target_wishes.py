"""The wishes of `bedside target` as they stand on the command line: mix, states, numbers and worth by specialty."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import rich_click as click

from bedside.cli.options import Command

if TYPE_CHECKING:
    from bedside.evidence.library import Evidence
    from bedside.programs.directory import Directory
    from bedside.targeting.program_list.problem import Wanted

ARTICLE = "article"
HALF = 50.0
MOST = 10_000
"""More programs than there are; a number beyond it is a slip of the hand."""

_Read = TypeVar("_Read")


def wish_options(command: Command) -> Command:
    """The options that say what is wanted, handed on under the names `wanted_of` reads."""
    options = (
        click.option("--budget", metavar="DOLLARS", help="At most so much in fees."),
        click.option("--count", metavar="N", help="At most so many programs; else as you plan."),
        click.option(
            "--count-in",
            "counts",
            multiple=True,
            metavar="SPECIALTY=N",
            help="At most so many programs of a specialty, such as “family medicine=20”.",
        ),
        click.option("--mix", metavar="SHARES", help="Shares of types, such as 55,30,10,5; or the word article."),
        click.option("--mix-per-specialty", is_flag=True, help="Keep the mix in each specialty by itself."),
        click.option("--mix-is-rule", is_flag=True, help="Hold to the mix, rather than tell what it costs."),
        click.option("--states", multiple=True, metavar="PLACES", help="Only programs in these states or regions."),
        click.option(
            "--near",
            multiple=True,
            metavar="PLACES",
            help="At least half of the list in these states or regions; or so much of it, such as “Midwest=70”.",
        ),
        click.option(
            "--prefer",
            "preferences",
            multiple=True,
            metavar="SPECIALTY=WORTH",
            help="What a match there is worth to you, from 0 to 1, such as “family medicine=0.8”; else 1.",
        ),
        click.option("--pin", "pins", multiple=True, metavar="KEYS", help="Programs that have to be on the list."),
        click.option("--leave-out", "outs", multiple=True, metavar="KEYS", help="Programs that must not be on it."),
    )
    for option in reversed(options):
        command = option(command)
    return command


WISHES = (
    *("budget", "count", "counts", "mix", "mix_per_specialty", "mix_is_rule", "states", "near", "preferences"),
    *("pins", "outs"),
)
"""The names under which `wish_options` hands on what was given."""


def wanted_of(given: dict[str, Any], directory: Directory, evidence: Evidence) -> Wanted:
    """What was given as what is wanted; raises one usage error for all that cannot be read."""
    from bedside.programs.mistakes import ProgramsMistake
    from bedside.targeting.program_list.problem import Wanted

    mistakes: list[str] = []

    def read(how: Callable[[], _Read], otherwise: _Read) -> _Read:
        try:
            return how()
        except click.UsageError as mistake:
            mistakes.append(mistake.message)
        except ProgramsMistake as mistake:
            if not mistakes:  # a place that is not known, and nothing else: its own kind of mistake
                raise
            mistakes.append(str(mistake))
        return otherwise

    wanted = Wanted(
        budget=read(lambda: _budget(given["budget"]), None),
        count=read(lambda: _count(given["count"]), None),
        counts=read(lambda: _by_specialty(given["counts"], evidence, _whole), {}),
        mix=read(lambda: _shares(given, evidence), None),
        mix_by_specialty=given["mix_per_specialty"],
        mix_is_rule=given["mix_is_rule"],
        only_states=bool(given["states"]),
        preferences=read(lambda: _by_specialty(given["preferences"], evidence, _worth), {}),
        pinned_in=read(lambda: _keys(given["pins"], directory), frozenset()),
        pinned_out=read(lambda: _keys(given["outs"], directory), frozenset()),
    )
    nowhere: tuple[frozenset[str], float] = (frozenset(), HALF / 100)
    states, share = read(lambda: _places(given["states"], given["near"], evidence), nowhere)
    if mistakes:
        raise click.UsageError(" ".join(dict.fromkeys(mistakes)))
    return replace(wanted, in_states=states, least_share=share)


def _budget(words: str | None) -> float | None:
    number = None if words is None else _number(words)
    if words is not None and (number is None or not 0 <= number < math.inf):
        raise click.UsageError(f"“{words}” is no budget. Write dollars, 0 or more, such as 1500.")
    return number


def _count(words: str | None) -> int | None:
    if words is None:
        return None
    if not words.strip().isdecimal() or len(words.strip()) > len(str(MOST)) or not 1 <= int(words) <= MOST:
        raise click.UsageError(f"“{words}” is no number of programs; write one from 1 to {MOST:,}.")
    return int(words)


def _shares(given: dict[str, Any], evidence: Evidence) -> tuple[float, ...] | None:
    """The shares in parts of one."""
    mix = given["mix"]
    if mix is None:
        if given["mix_per_specialty"] or given["mix_is_rule"]:
            raise click.UsageError("No mix is given to keep to: add --mix, such as “--mix article”.")
        return None
    if mix.casefold() == ARTICLE:
        from bedside.plan.chances.your_list import article_mix

        return article_mix(evidence)
    try:
        shares = tuple(float(part) / 100 for part in mix.replace("/", ",").split(","))
    except ValueError:
        shares = ()
    if len(shares) != 4 or not all(share >= 0 for share in shares) or abs(sum(shares) - 1) > 1e-6:
        raise click.UsageError(f"“{mix}” is no mix. Write four shares that sum to 100, such as 55,30,10,5, or article.")
    return shares


def _places(only: tuple[str, ...], near: tuple[str, ...], evidence: Evidence) -> tuple[frozenset[str], float]:
    """The states, and the least share of the list in them."""
    from bedside.programs.places import states_in

    if only and near:
        raise click.UsageError("Give --states for a list that lies there whole, or --near for a part of it, not both.")
    names, shares = [], []
    for words in _split((*only, *near)):
        name, sign, share = words.partition("=")
        names.append(name)
        if sign and only:
            raise click.UsageError(
                f"“{words}”: --states is for the whole list. Write “--near {words}” for a part of it."
            )
        shares += [_percent(words, share)] if sign else []
    if len(set(shares)) > 1:
        raise click.UsageError("Give one share for all places of --near: “Midwest=70”, or “OH,MI=70”.")
    return frozenset(states_in(names, evidence)), (shares[0] if shares else HALF) / 100


def _percent(words: str, share: str) -> float:
    number = _number(share)
    if number is None or not 0 <= number <= 100:
        raise click.UsageError(f"“{words}” has no share in percent. Write a place and a share, such as “Midwest=70”.")
    return number


def _by_specialty(
    given: tuple[str, ...], evidence: Evidence, value_of: Callable[[str, str], _Read]
) -> dict[str, _Read]:
    """The value by specialty, each told once."""
    from bedside.cli.program_choice import specialty_key

    found: dict[str, _Read] = {}
    for words in _split(given):
        name, sign, value = words.partition("=")
        if not sign:
            raise click.UsageError(f"“{words}” has no number. Write a specialty, =, and the number.")
        key = specialty_key(name, evidence)
        if key in found:
            raise click.UsageError(f"“{words}”: a number for {name} is given already. Give it once.")
        found[key] = value_of(value, name.strip())
    return found


def _whole(words: str, name: str) -> int:
    if not words.strip().isdecimal() or len(words.strip()) > len(str(MOST)) or int(words) > MOST:
        raise click.UsageError(f"“{words}” is no number of programs of {name}; write one from 0 to {MOST:,}.")
    return int(words)


def _worth(words: str, name: str) -> float:
    del name
    number = _number(words)
    if number is None or not 0 <= number <= 1:
        raise click.UsageError(f"“{words}” is no worth. Write a number from 0 to 1, such as “family medicine=0.8”.")
    return number


def _number(words: str) -> float | None:
    try:
        return float(words)
    except ValueError:
        return None


def _keys(given: tuple[str, ...], directory: Directory) -> frozenset[str]:
    keys = frozenset(_split(given))
    unknown = sorted(key for key in keys if key not in directory)
    if unknown:
        raise click.UsageError(f"Not in the directory: {', '.join(unknown)}. `bedside programs list` shows the keys.")
    return keys


def _split(given: tuple[str, ...]) -> list[str]:
    return [words.strip() for several in given for words in several.split(",") if words.strip()]
