"""What the commands about programs share: the directory they look into, whom for, and the words of a search."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from bedside.cli.options import Command

if TYPE_CHECKING:
    from bedside.applicant.dossier import Dossier
    from bedside.evidence.library import Evidence
    from bedside.programs.directory import Directory
    from bedside.programs.eligibility.asker import Asker
    from bedside.programs.search import Search

TYPES = ("community", "university-affiliated", "university", "other")
VERDICTS = ("eligible", "almost", "ask", "unknown", "not")
SORTS = ("place", "name", "verdict", "img-share", "img-interview-rate", "positions")


@dataclass(frozen=True)
class Opened:
    """A directory with the private claims of a dossier in it, and the applicant, where a dossier was given."""

    directory: Directory
    evidence: Evidence
    asker: Asker | None = None
    dossier: Dossier | None = None


def folder_option(command: Command) -> Command:
    """The option `--data-folder FOLDER`, handed on as `folder`, a Path."""
    return click.option(
        "--data-folder",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        default=_data_folder,
        show_default="where the app keeps its files",
        help="Where the directory of programs is kept.",
    )(command)


def for_option(command: Command) -> Command:
    """The option `--for DOSSIER`, handed on as `dossier`, a Path or None."""
    return click.option(
        "--for",
        "dossier",
        type=click.Path(path_type=Path),
        metavar="DOSSIER",
        help="Your dossier: each program is held against it, and your own claims are taken in.",
    )(command)


def search_options(command: Command) -> Command:
    """The options that narrow a list of programs, handed on under the names `search_for` reads."""
    options = (
        click.option(
            "--specialty", "specialties", multiple=True, metavar="NAME", help="A specialty; may be given again."
        ),
        click.option("--in", "places", multiple=True, metavar="PLACE", help="A state, or a region such as Midwest."),
        click.option("--type", "types", multiple=True, type=click.Choice(TYPES), help="The type of program."),
        click.option(
            "--visa", "visas", multiple=True, type=click.Choice(("j-1", "h-1b"), False), help="A visa it sponsors."
        ),
        click.option("--years", type=click.IntRange(min=0), metavar="N", help="Takes graduates of N years ago."),
        click.option(
            "--attempts", type=click.IntRange(min=0), metavar="N", help="Takes applicants with N attempts at a Step."
        ),
        click.option("--score", type=click.IntRange(1, 500), metavar="N", help="Takes a Step 2 CK score of N."),
        click.option("--imgs", type=click.Choice(("few", "some", "many")), help="How many of its residents are IMGs."),
        click.option("--verdict", "verdicts", multiple=True, type=click.Choice(VERDICTS), help="What it is for you."),
        click.option("--reported", is_flag=True, help="Leave out programs of which no source says what is asked for."),
        click.option(
            "--sort", type=click.Choice(SORTS), help="What to sort by; for a dossier the verdict, else the place."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def opened(folder: Path, dossier: Path | None, as_of: date) -> Opened:
    """Open the directory, lay the private claims of a dossier over it, and make its applicant ready to ask."""
    from bedside.evidence.library import load_evidence
    from bedside.programs.shelf.directory_file import open_directory

    evidence = load_evidence()
    directory = open_directory(folder, evidence)
    if dossier is None:
        return Opened(directory, evidence)
    from bedside.applicant.file.reading import read_dossier
    from bedside.plan.chances.as_programs_see_you import as_programs_see_you
    from bedside.programs.overlay import with_private
    from bedside.programs.shelf.claims_file import claims_beside, read_claims

    read = read_dossier(dossier, as_of, evidence).dossier
    private = read_claims(claims_beside(dossier))
    asker = as_programs_see_you(read, as_of, evidence)
    return Opened(with_private(directory, private, evidence), evidence, asker, read)


def search_for(words: Sequence[str], evidence: Evidence, has_asker: bool, **asked: Any) -> Search:
    """What was asked for on the command line as a search; raises a mistake for a word that is no place or specialty."""
    from bedside.programs.eligibility.results import VerdictKind
    from bedside.programs.places import states_in
    from bedside.programs.search import Search, Sort, img_bands

    if asked["verdicts"] and not has_asker:
        raise click.UsageError("A verdict needs someone it is for: give your dossier with --for.")
    bands = {band.key: (band.low, band.high) for band in img_bands(evidence)}
    usual = Sort.VERDICT if has_asker else Sort.PLACE
    return Search(
        text=" ".join(words),
        specialties=tuple(specialty_key(name, evidence) for name in asked["specialties"]),
        states=states_in(asked["places"], evidence),
        types=tuple(asked["types"]),
        visas=tuple(f"visa.{visa.replace('-', '')}" for visa in asked["visas"]),
        graduated_years_ago=asked["years"],
        attempts=asked["attempts"],
        step_2_ck=asked["score"],
        img_share=bands[asked["imgs"]] if asked["imgs"] else None,
        verdicts=tuple(VerdictKind(verdict) for verdict in asked["verdicts"]),
        only_reported=asked["reported"],
        sort=Sort[asked["sort"].upper().replace("-", "_")] if asked["sort"] else usual,
    )


def specialty_key(words: str, evidence: Evidence) -> str:
    """The key of a specialty by its name; raises a usage error with the nearest names where it is not known."""
    from bedside.evidence.specialties import find_specialty, nearest_specialties

    found = find_specialty(words, evidence)
    if found is None:
        nearest = ", ".join(one.name for one in nearest_specialties(words, evidence))
        raise click.UsageError(f"“{words}” is no specialty Bedside knows. The nearest are: {nearest}.")
    return found.key


def _data_folder() -> Path:
    from bedside.web.serving.hosting import hosting_from

    named = os.environ.get("BEDSIDE_DATA_FOLDER", "")
    return hosting_from({"BEDSIDE_DATA_FOLDER": named}).data_folder
