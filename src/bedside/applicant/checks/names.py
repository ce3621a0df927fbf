"""Names that Bedside looks up: specialties, readings and the one country everything turns on."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from bedside.applicant.checks.known import Known, caution, mistake
from bedside.applicant.mistakes import Finding, Path, shown
from bedside.applicant.parts.applications import Application
from bedside.applicant.parts.cycles import Cycle
from bedside.applicant.parts.decision import Target
from bedside.applicant.parts.experience import Experience
from bedside.evidence.library import ADJUSTABLE_PREFIXES
from bedside.evidence.mistakes import UnknownFigure
from bedside.evidence.specialties import find_specialty, nearest_specialties

_THE_COUNTRY = "United States"
_ALSO_MEANT = ("america", "the united states", "the us", "the usa", "u s", "u s a")
_LIKE_ENOUGH = 0.8


def specialties_nobody_knows(known: Known) -> Iterator[Finding]:
    """A specialty applied in or aimed at whose name Bedside does not know: then it knows no dates and no fees."""
    for at, words in _specialties_named(known):
        if find_specialty(words, known.evidence) is None:
            near = nearest_specialties(words, known.evidence)
            remedy = f"Did you mean {near[0].name}? " if near else ""
            yield caution(
                at,
                f"Bedside knows no specialty called {shown(words)}.",
                f"{remedy}If the name is right, leave it: what depends on it is shown as unknown.",
            )


def _specialties_named(known: Known) -> Iterator[tuple[Path, str]]:
    aimed_at = [(path, target.specialties) for path, target in known.all(Target)]
    applied_in = [(path, cycle.specialties) for path, cycle in known.all(Cycle)]
    for path, specialties in (*aimed_at, *applied_in):
        yield from (((*path, "specialties", number), words) for number, words in enumerate(specialties))
    yield from (((*path, "specialty"), one.specialty) for path, one in known.all(Application) if one.specialty)


def readings_nobody_knows(known: Known) -> Iterator[Finding]:
    """A reading of the applicant's own whose name does not exist, or which is a published figure."""
    for name in known.readings:
        if not name.startswith(ADJUSTABLE_PREFIXES):
            what = f"{shown(name)} is not one of the readings you can set."
            yield mistake(("readings", name), what, "Their names begin with `reading.` or `article.`.")
            continue
        try:
            if isinstance(known.evidence.find(name).value, str):
                what = f"{shown(name)} is not a number, so it cannot be set here."
                yield mistake(("readings", name), what, "Take the line out.")
        except UnknownFigure as unknown:
            remedy = f"Did you mean {unknown.nearest[0]}?" if unknown.nearest else ""
            what = f"There is no reading called {shown(name)}."
            yield mistake(("readings", name), what, f"{remedy} `bedside evidence reading` lists them.".lstrip())


def countries_that_may_be_the_us(known: Known) -> Iterator[Finding]:
    """A country that may be a slip for the United States, and would be counted as abroad."""
    for path, experience in known.all(Experience):
        if not experience.is_in_the_us and _may_be_the_us(experience.country):
            what = f"{shown(experience.country)} is counted as a country other than the United States."
            yield caution((*path, "country"), what, f"If you mean it, write `{_THE_COUNTRY}`.")


def _may_be_the_us(country: str) -> bool:
    plain = country.casefold().replace(".", " ").strip()
    alike = difflib.SequenceMatcher(None, plain, _THE_COUNTRY.casefold()).ratio()
    return plain in _ALSO_MEANT or alike >= _LIKE_ENOUGH
