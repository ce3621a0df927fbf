"""The arguments and options that commands share, and the one place where the clock is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

Command = TypeVar("Command", bound=Callable[..., Any])

MISTAKES = {
    "bedside.evidence.mistakes": "EvidenceMistake",
    "bedside.applicant.mistakes": "ApplicantMistake",
    "bedside.programs.mistakes": "ProgramsMistake",
    "bedside.targeting.portfolio.statement.mistakes": "PortfolioMistake",
    "bedside.plan.what_if.mistakes": "WhatIfMistake",
    "bedside.season.mistakes": "SeasonMistake",
    "bedside.matching.mistakes": "MatchingMistake",
    "bedside.market.mistakes": "MarketMistake",
    "bedside.web.serving.hosting": "HostingMistake",
}
"""The module and name of each room's exception for what its reader got wrong; all else is a fault of ours."""


YEARS = range(1990, 2091)
"""The years one can look from: seasons reach a few years beyond, and all of them are in the calendar."""


class Day(click.ParamType[date]):
    """A day on the command line, written year-month-day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that shows how to write one."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a day. Write year-month-day, such as 2026-11-22.", param, ctx)
        if day.year not in YEARS:
            self.fail(f"The year {day.year} is outside {YEARS[0]} to {YEARS[-1]}.", param, ctx)
        return day


class FileEndingIn(click.ParamType[Path]):
    """A file to write, whose ending says in which of the formats."""

    name = "file"

    def __init__(self, formats: tuple[str, ...]) -> None:
        self.formats = formats

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path, or a usage error that lists the endings there are."""
        path = Path(value)
        if path.suffix.lower() not in self.formats:
            self.fail(f"“{value}” does not say which format: end it in {', '.join(self.formats)}.", param, ctx)
        return path


def dossier_argument(command: Command) -> Command:
    """The argument DOSSIER, handed on as `dossier`, a Path; whether it can be read is for its room to say."""
    return click.argument("dossier", type=click.Path(path_type=Path))(command)


def as_of_option(command: Command) -> Command:
    """The option `--as-of DATE`, handed on as `as_of`, a date; today where it is not given."""
    return click.option(
        "--as-of",
        type=Day(),
        default=_today,
        show_default="today",
        metavar="DATE",
        help="The day to look from, written year-month-day.",
    )(command)


def json_option(command: Command) -> Command:
    """The flag `--json`, handed on as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON with stable keys, for other programs.")(
        command
    )


@contextmanager
def user_mistakes() -> Iterator[None]:
    """Turn what the reader got wrong into sentences and exit code 1; let a fault of Bedside through.

    Works as `with user_mistakes():` and as the decorator `@user_mistakes()` below the click decorators.
    """
    try:
        yield
    except OSError as refusal:
        if refusal.filename is None:
            raise
        raise click.ClickException(_refused(refusal)) from refusal
    except Exception as mistake:
        if not _is_a_mistake(mistake):
            raise
        sentences: tuple[str, ...] = getattr(mistake, "sentences", ()) or (str(mistake),)
        raise click.ClickException("\n".join(sentences)) from mistake


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the applicant is, not the day in Greenwich


def _is_a_mistake(error: Exception) -> bool:
    # A room that was never imported cannot have raised: looking only at loaded modules keeps commands quick.
    rooms = (getattr(sys.modules.get(module), name, None) for module, name in MISTAKES.items())
    return any(isinstance(error, room) for room in rooms if room is not None)


def _refused(refusal: OSError) -> str:
    reason = (refusal.strerror or "it cannot be used").lower()
    return f"{refusal.filename}: {reason}. Check the name of the file and whether you may read and write there."
