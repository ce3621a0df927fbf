"""One program, and programs side by side, as blocks: what is claimed, by whom and when, and what it means for you."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Check,
    Checklist,
    Content,
    Document,
    Facts,
    Heading,
    Line,
    Mark,
    Paragraph,
    Table,
    Tone,
)
from bedside.documents.content.citations import Citations
from bedside.documents.content.programs.lists import (
    MARKS,
    sample_notice,
    specialty_names,
    verdict_cell,
    verdict_name,
    who_cell,
)
from bedside.documents.content.programs.wording import (
    claim_in_words,
    said_by,
    season_in_words,
    track_in_words,
)
from bedside.documents.wording import capitalised, in_full
from bedside.evidence.library import Evidence
from bedside.programs.claim import Claim, Confidence
from bedside.programs.comparing import ComparedPrograms
from bedside.programs.directory import Directory
from bedside.programs.eligibility.results import Criterion, State, Verdict
from bedside.programs.eligibility.verdict import sentence
from bedside.programs.field import FIELDS, ValueKind
from bedside.programs.program import FieldClaims, Listed, Program, Track
from bedside.programs.targeting_facts import TargetingFact

STATES = {
    State.MET: Mark.YES,
    State.MISSING: Mark.MODERATE,
    State.EXCLUDES: Mark.NO,
    State.ASK: Mark.UNKNOWN,
    State.NOT_TOLD: Mark.UNKNOWN,
    State.NOT_REPORTED: Mark.LOW,
    State.NOT_NEEDED: Mark.NOT_NEEDED,
    State.NOT_PREFERRED: Mark.MODERATE,
}
_ADDRESS = re.compile(r"^https?://(www\.)?|/$")
WHERE = "Where to find out: {places}. What the program itself answers goes before what others compiled."
FREIDA = "its entry in FREIDA, the AMA's directory"


def program_document(
    directory: Directory,
    program: Program,
    as_of: date,
    evidence: Evidence,
    verdict: Verdict | None = None,
    facts: Sequence[TargetingFact] = (),
) -> Document:
    """Everything about one program as a document, with what it means for the applicant where there is one."""
    cite = Citations(as_of)
    listed = program.listed
    blocks = (
        *sample_notice(directory),
        *_who(program, evidence),
        *(_verdict(verdict, listed, cite) if verdict else ()),
        *_advice(facts, cite),
        *_claims(program),
        *_tracks(program.tracks),
        *_names(program),
    )
    return Document(listed.name, f"As of {in_full(as_of)}", "", as_of, blocks, cite.sources())


def comparison_of_programs(
    directory: Directory, compared: ComparedPrograms, as_of: date, evidence: Evidence
) -> Document:
    """Programs side by side: verdicts first, then every field that a source tells of any of them."""
    names = specialty_names(evidence)
    head = ("", *(f"{number}" for number, _ in enumerate(compared.programs, start=1)))
    rows: list[tuple[Cell, ...]] = [("Program", *(who_cell(one.listed, names) for one in compared.programs))]
    if compared.verdicts:
        rows.append(("For you", *(verdict_cell(verdict) for verdict in compared.verdicts)))
    for field in compared.fields:
        title = Line(field.title, strong=field.differs)
        rows.append((title, *(_compared(claims) for claims in field.claims)))
    table = Table(head, tuple(rows), widths=(2.2, *(3,) * len(compared.programs)))
    blocks = (*sample_notice(directory), Paragraph("Where they differ, the heading is set in weight."), table)
    return Document("Programs side by side", f"As of {in_full(as_of)}", "", as_of, blocks)


def where_to_ask(listed: Listed) -> str:
    """Where what is not known of a program can be found out."""
    site, contact = listed.text("website"), listed.text("contact")
    places = [f"its website, {site}" if site else "its website", FREIDA]
    places.append(f"a short message to {contact}" if contact else "a short message to its coordinator")
    return WHERE.format(places="; ".join(places))


def _who(program: Program, evidence: Evidence) -> Iterator[Block]:
    listed = program.listed
    place = ", ".join(part for part in (listed.city, listed.state) if part)
    rows: list[tuple[str, Cell]] = [
        ("Institution", listed.institution or "not reported"),
        ("Place", place or "not reported"),
        ("Specialty", specialty_names(evidence).get(listed.specialty, listed.specialty)),
        ("ACGME ID", listed.acgme_id or "not known"),
        ("Key", listed.key),
    ]
    yield Facts(tuple(rows))


def _verdict(verdict: Verdict, listed: Listed, cite: Citations) -> Iterator[Block]:
    yield Heading("For you")
    says = Line(f"{verdict_name(verdict)}. {sentence(verdict)}", mark=MARKS[verdict.kind], strong=True)
    yield Facts((("Verdict", says),))
    told = [one for one in verdict.limits if one.state is not State.NOT_REPORTED]
    if told:
        yield Checklist(tuple(_check(one, cite) for one in told))
    preferences = [one for one in verdict.preferences if one.state is not State.NOT_REPORTED]
    if preferences:
        yield Heading("What it prefers, which excludes nobody", 3)
        yield Checklist(tuple(_check(one, cite) for one in preferences), dense=True)
    if verdict.notes:
        yield Bullets(tuple(Line(note.says, cite(note.because)) for note in verdict.notes))
    if verdict.to_tell:
        yield Card("To add to your dossier", (Bullets(_open(verdict.to_tell)),), Tone.NOTE)
    if verdict.to_ask:
        where = Paragraph(where_to_ask(listed), quiet=True)
        yield Card("To find out", (Bullets(_open(verdict.to_ask)), where), Tone.NOTE)


def _open(criteria: Sequence[Criterion]) -> tuple[Content, ...]:
    return tuple(capitalised(f"{one.find_out}.") for one in criteria)


def _check(criterion: Criterion, cite: Citations) -> Check:
    entries = ", ".join(f"`{entry}`" for entry in criterion.entries)
    lines: list[Content] = [Line(criterion.says, cite(criterion.because))]
    if criterion.change and criterion.state is State.MISSING:
        lines.append(f"What would change it: {criterion.change}.")
    if entries:
        lines.append(Line(f"From your dossier: {entries}", quiet=True))
    return Check(f"{criterion.title}, {criterion.state}", STATES[criterion.state], tuple(lines))


def _advice(facts: Sequence[TargetingFact], cite: Citations) -> Iterator[Block]:
    if not facts:
        return
    yield Heading("What one writer's advice looks at", 2)
    rows = tuple((fact.title, str(fact.holds), Line(fact.says, cite(fact.because))) for fact in facts)
    yield Table(("", "", ""), rows, widths=(3, 1.7, 6))


def _claims(program: Program) -> Iterator[Block]:
    yield Heading("What is known, and who says so")
    rows = tuple((FIELDS[claims.field].title, _said(claims)) for claims in program.claims)
    if rows:
        yield Facts(rows)
    else:
        yield Paragraph("No source says anything about it yet.")


def _said(claims: FieldClaims) -> Cell:
    lines: list[Content] = [Line(claim_in_words(claims.best), strong=True), _by(claims.best)]
    lines += [_by(one, "agrees: ") for one in claims.agreeing]
    for one in claims.differing:
        lines.append(Line(f"Others say {claim_in_words(one)}", mark=Mark.UNKNOWN))
        lines.append(_by(one))
    return tuple(lines)


def _by(claim: Claim, before: str = "") -> Line:
    quote = f" “{claim.stated.quote}”" if claim.stated.quote else ""
    confidence = f" ({claim.stated.confidence.value})" if claim.stated.confidence is not Confidence.COMPILED else ""
    address = claim.stated.url or claim.origin.url
    return Line(f"{before}{said_by(claim)}{confidence}{quote} {address}".rstrip(), quiet=True)


def _compared(claims: FieldClaims | None) -> Cell:
    if claims is None:
        return Line("not reported", quiet=True)
    others = (Line(f"others say {claim_in_words(one)}", quiet=True) for one in claims.differing)
    said = claim_in_words(claims.best)
    return (_ADDRESS.sub("", said) if FIELDS[claims.field].kind is ValueKind.LINK else said, *others)


def _tracks(tracks: Sequence[Track]) -> Iterator[Block]:
    if not tracks:
        return
    yield Heading("What you would rank", 2)
    years = sorted({season.match_year for track in tracks for season in track.seasons}, reverse=True)
    rows: list[tuple[Cell, ...]] = []
    for track in tracks:
        by_year = {season.match_year: season_in_words(season) for season in track.seasons}
        name = (Line(capitalised(track_in_words(track))), Line(track.nrmp_code, quiet=True))
        rows.append((name, *(by_year.get(year, "–") for year in years)))
    yield Table(("Track", *map(str, years)), tuple(rows), widths=(3, *(1,) * len(years)))


def _names(program: Program) -> Iterator[Block]:
    others = tuple(name for name in program.names if name != program.listed.name)
    if others:
        yield Heading("Other names it goes by in the sources", 3)
        yield Bullets(others)
