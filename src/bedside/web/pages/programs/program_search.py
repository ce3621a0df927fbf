"""What is asked of the list of programs: read from the address, and shown again in the fields of its form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bedside.applicant.dossier import Dossier
from bedside.documents.content.programs.lists import NAMES, specialty_names
from bedside.evidence.library import Evidence, load_evidence
from bedside.evidence.specialties import specialties_named
from bedside.programs.directory import Directory
from bedside.programs.eligibility.results import VerdictKind
from bedside.programs.field import PROGRAM_TYPES
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.places import regions, state_name, states_in
from bedside.programs.search import Search, Sort, img_bands
from bedside.web.forms.fields import Choice, Field

LONGEST_TEXT = 200
MY_SPECIALTIES, EVERY_SPECIALTY = "mine", "every"
VISAS = (("visa.j1", "sponsors J-1"), ("visa.h1b", "sponsors H-1B"), ("either", "sponsors either"))
_EITHER = ("visa.j1", "visa.h1b")


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it stands in the address, with the page of its results that is asked for (from 1)."""

    search: Search
    fields: tuple[Field, ...]
    text: str
    page: int
    is_narrowed: bool


def asked(sent: Mapping[str, str], dossier: Dossier, directory: Directory) -> Asked:
    """Read a search; what nobody could have chosen is taken as not asked for."""
    evidence = load_evidence()
    text = " ".join(sent.get("q", "").split())[:LONGEST_TEXT]
    fields = tuple(_fields(sent, dossier, directory, evidence))
    chosen = {field.name: field.value for field in fields}
    bands = {band.key: (band.low, band.high) for band in img_bands(evidence)}
    search = Search(
        text=text,
        specialties=_specialties(chosen["specialty"], dossier, evidence),
        states=_states(chosen["where"], evidence),
        types=(chosen["type"],) if chosen["type"] else (),
        visas=_EITHER if chosen["visa"] == "either" else (chosen["visa"],) if chosen["visa"] else (),
        img_share=bands.get(chosen["imgs"]),
        verdicts=(VerdictKind(chosen["verdict"]),) if chosen["verdict"] else (),
        only_reported=sent.get("reported") == "1",
        sort=Sort(chosen["sort"]),
    )
    plain = replace(search, sort=Sort.PLACE, specialties=()) == Search() and chosen["specialty"] != EVERY_SPECIALTY
    return Asked(search, fields, text, _page(sent.get("page", "")), not plain)


def _fields(sent: Mapping[str, str], dossier: Dossier, directory: Directory, evidence: Evidence) -> Iterable[Field]:
    mine = [(MY_SPECIALTIES, "the ones you aim at")] if specialties_named(dossier.target.specialties, evidence) else []
    known = [*mine, (EVERY_SPECIALTY, "every specialty"), *_specialties_in(directory, evidence)]
    yield _field("specialty", "Specialty", sent, known, known[0][0])
    places = [(region, region) for region, _ in regions(evidence)]
    divisions = [(one, one) for _, inside in regions(evidence) for one in inside]
    states = sorted({one.state for one in directory if one.state})
    yield _field("where", "Where", sent, [("", "anywhere"), *places, *divisions, *((s, state_name(s)) for s in states)])
    yield _field("type", "Type", sent, [("", "any type"), *((one, one) for one in PROGRAM_TYPES)])
    yield _field("visa", "Visa", sent, [("", "any"), *VISAS])
    bands = img_bands(evidence)
    yield _field("imgs", "Share of IMGs", sent, [("", "any"), *((band.key, band.title) for band in bands)])
    yield _field(
        "verdict", "For you", sent, [("", "any"), *((kind.value, NAMES[kind].lower()) for kind in VerdictKind)]
    )
    yield _field("sort", "Sorted by", sent, [(one.value, one.value) for one in Sort], Sort.VERDICT.value)


def _specialties(chosen: str, dossier: Dossier, evidence: Evidence) -> tuple[str, ...]:
    if chosen == MY_SPECIALTIES:
        return specialties_named(dossier.target.specialties, evidence)
    return () if chosen == EVERY_SPECIALTY else (chosen,)


def _states(chosen: str, evidence: Evidence) -> tuple[str, ...]:
    try:
        return states_in([chosen], evidence) if chosen else ()
    except ProgramsMistake:
        return (chosen,)  # a territory or an army post that a list names


def _field(
    name: str, label: str, sent: Mapping[str, str], known: Iterable[tuple[str, str]], otherwise: str = ""
) -> Field:
    choices = list(known)
    value = sent.get(name, otherwise)
    if value not in {one for one, _ in choices}:
        value = otherwise
    shown = tuple(Choice(one, label, one == value) for one, label in choices)
    return Field(name, f"by-{name}", label, "choice", value, choices=shown)


def _specialties_in(directory: Directory, evidence: Evidence) -> list[tuple[str, str]]:
    names = specialty_names(evidence)
    here = {one.specialty for one in directory}
    return sorted(((key, names.get(key, key)) for key in here if key), key=lambda pair: pair[1])


def _page(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and 0 < len(written) < 6 else 1
