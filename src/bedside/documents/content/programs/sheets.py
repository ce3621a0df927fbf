"""Programs as sheets of a workbook: the list, and the source and date of everything in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bedside.documents.content.programs.lists import SAMPLE, in_the_sample
from bedside.documents.content.programs.wording import in_words, positions_in_words
from bedside.documents.sheet import CellValue, Sheet
from bedside.documents.wording import count
from bedside.evidence.library import Evidence
from bedside.evidence.specialties import all_specialties
from bedside.programs.claim import Claim
from bedside.programs.directory import Directory
from bedside.programs.eligibility.results import Verdict
from bedside.programs.eligibility.verdict import sentence
from bedside.programs.field import FIELDS
from bedside.programs.program import Listed

WHO = ("Program", "Institution", "City", "State", "Specialty", "ACGME ID", "Key")
VERDICT = (
    "For you",
    "Why",
    "Limits met",
    "Limits known",
    "To change",
    "To add to the dossier",
    "To find out",
    "Preferences not met",
    "Notes",
)
SOURCES = (
    "Program",
    "Key",
    "What",
    "Value",
    "Standing",
    "Source",
    "Publisher",
    "Edition",
    "Said on",
    "Place",
    "Quote",
    "Address",
)


def program_sheets(
    directory: Directory, listed: Sequence[Listed], verdicts: Sequence[Verdict], evidence: Evidence
) -> tuple[Sheet, ...]:
    """The list, with verdicts where there are any, and the sources. An empty cell says that nobody reports it.

    Where the directory is the sample, a sheet of its own says so.
    """
    sample = (_about_the_sample(directory),) if directory.is_sample else ()
    return program_sheet(listed, verdicts, evidence), sources_sheet(directory, listed), *sample


def _about_the_sample(directory: Directory) -> Sheet:
    says = SAMPLE.format(programs=count(in_the_sample(directory), "program")).replace("`", "")
    return Sheet("Sample", ("This is a sample",), ((says,),))


def program_sheet(listed: Sequence[Listed], verdicts: Sequence[Verdict], evidence: Evidence) -> Sheet:
    """One row for each program; a column for each field that a source tells of any of them."""
    fields = [field for field in FIELDS if any(field in one.values for one in listed)]
    names = {specialty.key: specialty.name for specialty in all_specialties(evidence)}
    head = (*WHO, *(VERDICT if verdicts else ()), "Positions", *(FIELDS[field].title for field in fields))
    rows = []
    for number, one in enumerate(listed):
        judged = _verdict(verdicts[number]) if verdicts else ()
        values = (_value(one, field) for field in fields)
        who = (one.name, one.institution, one.city, one.state, names.get(one.specialty, one.specialty))
        rows.append((*who, one.acgme_id, one.key, *judged, positions_in_words(one) or None, *values))
    return Sheet("Programs", head, tuple(rows))


def sources_sheet(directory: Directory, listed: Sequence[Listed]) -> Sheet:
    """One row for each claim: the best of every field, those that agree with it and those that differ."""
    return Sheet("Sources", SOURCES, tuple(row for one in listed for row in _sources(directory, one)))


def _verdict(verdict: Verdict) -> tuple[CellValue, ...]:
    return (
        str(verdict.kind),
        sentence(verdict),
        verdict.met,
        verdict.known,
        verdict.change or None,
        "; ".join(one.find_out for one in verdict.to_tell) or None,
        "; ".join(one.find_out for one in verdict.to_ask) or None,
        "; ".join(one.says for one in verdict.preferences_not_met) or None,
        " ".join(note.says for note in verdict.notes) or None,
    )


def _value(listed: Listed, field: str) -> CellValue:
    """Shares and rates in words, so that one rounded to nothing is not taken for none."""
    value = listed.values.get(field)
    return in_words(field, value) if isinstance(value, float) else value


def _sources(directory: Directory, listed: Listed) -> Iterator[tuple[CellValue, ...]]:
    for claims in directory.whole(listed.key).claims:
        yield _source(listed, claims.best, "best")
        for one in claims.agreeing:
            yield _source(listed, one, "agrees")
        for one in claims.differing:
            yield _source(listed, one, "differs")


def _source(listed: Listed, claim: Claim, standing: str) -> tuple[CellValue, ...]:
    origin, stated = claim.origin, claim.stated
    said_on = claim.said_on.isoformat() if claim.said_on else None
    value = in_words(claim.field, claim.value, stated.rounded_to)
    named = (listed.name, listed.key, FIELDS[claim.field].title, value, standing)
    address = stated.url or origin.url or None
    return (*named, origin.title, origin.publisher, origin.edition, said_on, claim.place, stated.quote or None, address)
