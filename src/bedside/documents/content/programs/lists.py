"""Lists of programs as blocks: with a verdict for each where there is an applicant, plain where there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bedside.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Content,
    Document,
    Facts,
    Heading,
    Line,
    Mark,
    Paragraph,
    Table,
)
from bedside.documents.content.programs.wording import in_words, positions_in_words
from bedside.documents.wording import count, in_full
from bedside.evidence.library import Evidence
from bedside.evidence.specialties import all_specialties
from bedside.programs.directory import Directory
from bedside.programs.eligibility.results import Verdict, VerdictKind
from bedside.programs.eligibility.verdict import sentence
from bedside.programs.eligibility.waiting import Moved, Waiting
from bedside.programs.program import Listed

TITLE = "Programs"
SAMPLE = (
    "This is a sample of {programs}, in five specialties. To see the rest, add the national list: "
    "`bedside programs sources` says where it is published and on what terms."
)
UNKNOWN_IS_NOT_NO = "A question mark stands where no source says: that is no “no”, and has to be found out."
SHOW = "`bedside programs show KEY` tells the source and the day of everything known about one of them."
MORE = "{more} more answer to this. Narrow the list, see all of it with `--all`, or write it with `--csv FILE`."

MARKS = {
    VerdictKind.ELIGIBLE: Mark.HOLDS,
    VerdictKind.ALMOST: Mark.MODERATE,
    VerdictKind.ASK: Mark.UNKNOWN,
    VerdictKind.UNKNOWN: Mark.LOW,
    VerdictKind.NOT: Mark.NO,
}
NAMES = {
    VerdictKind.ELIGIBLE: "Eligible",
    VerdictKind.ALMOST: "Almost",
    VerdictKind.ASK: "Ask",
    VerdictKind.UNKNOWN: "Unknown",
    VerdictKind.NOT: "Not",
}
NOT_FOR_NOW = "Not as it stands"
SHOWN = (("visa.j1", "J-1"), ("visa.h1b", "H-1B"), ("img-share", "IMGs"))


@dataclass(frozen=True, slots=True)
class ProgramList:
    """What is listed: the programs chosen, the verdicts on them (none without an applicant), and how many to show.

    `files_opened` is the day the verdicts are for; `preferred` are the states the applicant would rather live in.
    """

    directory: Directory
    listed: tuple[Listed, ...]
    verdicts: tuple[Verdict, ...] = ()
    most: int | None = None
    files_opened: date | None = None
    preferred: frozenset[str] = frozenset()


def list_document(shown: ProgramList, as_of: date, evidence: Evidence, name: str = "") -> Document:
    """The list as a document."""
    when = f" · programs open files on {in_full(shown.files_opened)}" if shown.files_opened else ""
    return Document(TITLE, f"As of {in_full(as_of)}{when}", name, as_of, tuple(list_blocks(shown, evidence)))


def list_blocks(shown: ProgramList, evidence: Evidence) -> Iterator[Block]:
    """How many there are, by verdict where there is one, the table, and what to do next."""
    yield from sample_notice(shown.directory)
    found = len(shown.listed)
    if not found:
        yield Paragraph("No program answers to this. Leave out one of the conditions, or look at how it is spelled.")
        return
    yield Paragraph(f"{count(found, 'program')} of {len(shown.directory):,}.")
    if shown.verdicts:
        yield _by_verdict(shown.verdicts)
    most = shown.most or found
    rows = shown.listed[:most]
    yield _judged(shown, rows, evidence) if shown.verdicts else _plain(rows, evidence)
    if found > most:
        yield Paragraph(MORE.format(more=f"{found - most:,}"))
    yield Paragraph(f"{UNKNOWN_IS_NOT_NO} {SHOW}", quiet=True)


def sample_notice(directory: Directory | None) -> Iterator[Block]:
    """That this is a sample, and how to add the rest; nothing where it is not, or where it has been said (None)."""
    if directory is not None and directory.is_sample:
        yield Paragraph(SAMPLE.format(programs=count(in_the_sample(directory), "program")))


def in_the_sample(directory: Directory) -> int:
    """How many programs everybody sees; those of the reader's own lists are no part of the sample."""
    return sum(not one.is_private for one in directory)


def waiting_blocks(waiting: Waiting) -> Iterator[Block]:
    """What another season loses by itself, and what it may gain."""
    yield Heading("If you wait a season", 2)
    if not (waiting.lost or waiting.to_ask or waiting.gained):
        yield Paragraph("No limit that is reported would fall or open within a year.")
        return
    yield from _moved("Lost a year later", waiting.lost)
    yield from _moved("To be asked a year later", waiting.to_ask)
    yield from _moved("Open a year later, if what is missing is done by then", waiting.gained)


def verdict_name(verdict: Verdict) -> str:
    """The word for a verdict."""
    return NOT_FOR_NOW if verdict.for_now else NAMES[verdict.kind]


def verdict_cell(verdict: Verdict) -> tuple[Line, ...]:
    """The word with its mark, its sentence, and preferences and notes as asides."""
    asides = [f"Prefers otherwise: {one.says}" for one in verdict.preferences_not_met]
    asides += [note.says for note in verdict.notes]
    return (
        Line(verdict_name(verdict), mark=MARKS[verdict.kind], strong=True),
        Line(sentence(verdict)),
        *(Line(aside, quiet=True) for aside in asides),
    )


def who_cell(listed: Listed, specialties: dict[str, str], preferred: frozenset[str] = frozenset()) -> Cell:
    """Its name, its place and specialty, and the key to look it up with; a state that is preferred is marked."""
    place = ", ".join(part for part in (listed.city, listed.state) if part)
    specialty = specialties.get(listed.specialty, listed.specialty)
    lines = [Line(listed.name, strong=True)]
    if listed.institution and listed.institution.casefold() not in listed.name.casefold():
        lines.append(Line(listed.institution))
    lines.append(Line(" · ".join(part for part in (place, specialty) if part)))
    private = " · yours alone" if listed.is_private else ""
    if listed.state in preferred:
        private += " · a state you would rather live in"
    return (*lines, Line(f"{listed.key}{private}", quiet=True))


def specialty_names(evidence: Evidence) -> dict[str, str]:
    """What people read for each key of a specialty."""
    return {one.key: one.name for one in all_specialties(evidence)}


def _by_verdict(verdicts: Sequence[Verdict]) -> Block:
    counted = Counter(one.kind for one in verdicts)
    return Facts(tuple((NAMES[kind], Line(f"{counted[kind]:,}", mark=MARKS[kind])) for kind in MARKS if counted[kind]))


def _judged(shown: ProgramList, rows: Sequence[Listed], evidence: Evidence) -> Table:
    names = specialty_names(evidence)
    cells = tuple(
        (who_cell(one, names, shown.preferred), verdict_cell(verdict), _facts(one))
        for one, verdict in zip(rows, shown.verdicts, strict=False)
    )
    return Table(("Program", "For you", "Visa and IMGs"), cells, widths=(4, 5, 2.4))


def _plain(rows: Sequence[Listed], evidence: Evidence) -> Table:
    names = specialty_names(evidence)
    cells = tuple((who_cell(one, names), _kind(one), _facts(one)) for one in rows)
    return Table(("Program", "Type and positions", "Visa and IMGs"), cells, widths=(5, 3.5, 2.5))


def _kind(listed: Listed) -> Cell:
    kind = listed.text("type")
    return (
        Line(kind) if kind else Line("type not reported", quiet=True),
        positions_in_words(listed) or Line("positions not reported", quiet=True),
    )


def _facts(listed: Listed) -> Cell:
    lines: list[Content] = []
    for field, title in SHOWN:
        said = listed.values.get(field)
        doubt = ", disputed" if field in listed.disagreeing else ""
        lines.append(f"{title} {in_words(field, said)}{doubt}" if said is not None else Line(f"{title} ?", quiet=True))
    return tuple(lines)


def _moved(title: str, moved: Sequence[Moved]) -> Iterator[Block]:
    if not moved:
        return
    yield Heading(f"{title}: {count(len(moved), 'program')}", 3)
    reasons = Counter(" ".join(why.change or why.says for why in one.why) for one in moved)
    items = [f"{count(number, 'program')}: {reason}" for reason, number in reasons.most_common()]
    yield Bullets(tuple(items))
