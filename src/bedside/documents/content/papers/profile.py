"""The profile on one page: the eight lines by which a file is read, each as it stands in the dossier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import Measures, measure
from bedside.applicant.parts.drafts import Arc
from bedside.applicant.parts.examinations import CertificateState, ExamName
from bedside.applicant.parts.experience import Experience, Kind
from bedside.documents.blocks import Block, Cell, Document, Facts, Line
from bedside.documents.content.papers.wording import (
    amount,
    exam_line,
    kind_of_contact,
    latest_first,
    letter_line,
    months_in_words,
    period,
    place,
)
from bedside.documents.wording import LONGEST, LONGEST_TITLE, count, in_full, joined, shortened, stretch
from bedside.evidence.library import Evidence

_MOST_LINES = 6
_NONE = "None is in this file."
_NOT_TOLD = "Not known: this file does not tell everything since school yet."
_STEPS = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_2_CS, ExamName.STEP_3, ExamName.OET)


@dataclass(frozen=True, slots=True)
class Section:
    """One of the eight lines; `lines` is what the dossier says, and `empty` what is said where it says nothing."""

    name: str
    title: str
    lines: tuple[Line, ...]
    empty: str

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines, or what is said instead."""
        return self.lines or (Line(self.empty, quiet=True),)


def profile_document(dossier: Dossier, as_of: date, evidence: Evidence) -> Document:
    """The eight lines as one sheet."""
    sections = profile(dossier, as_of, evidence)
    name = shortened(dossier.identity.name, LONGEST_TITLE)
    wanted = joined([shortened(one, LONGEST_TITLE) for one in dossier.target.specialties[:3]])
    return Document(
        title=name,
        subtitle=f"{f'{wanted} · ' if wanted else ''}as of {in_full(as_of)}",
        author=name,
        as_of=as_of,
        blocks=(_facts(sections),),
        shorter=(_facts(tuple(_shorter(one) for one in sections)),),
        kicker="Profile",
        discreet_title="Page",
        one_sheet=True,
        handed_on=True,
    )


def profile(dossier: Dossier, as_of: date, evidence: Evidence) -> tuple[Section, ...]:
    """The eight lines in their order: graduation, job, clinic, volunteering, exams, letters, time not told, story."""
    measures = measure(dossier, as_of, as_of, evidence.with_readings(dossier.readings))
    return (
        Section("graduation", "Graduation", (_graduation(dossier, measures),), ""),
        Section("job", "Job", tuple(_of_kinds(dossier, as_of, Kind.JOB, Kind.RESEARCH)), "No job is in this file."),
        Section(
            "us_clinical_experience",
            "US clinical experience",
            tuple(_clinical(dossier, measures, as_of)),
            _NONE,
        ),
        Section("volunteering", "Volunteering", tuple(_of_kinds(dossier, as_of, Kind.VOLUNTEERING)), _NONE),
        Section("exams", "Exams and certificate", tuple(_exams(dossier)), "No exam is in this file."),
        Section("letters", "Letters", tuple(Line(letter_line(one)) for one in dossier.letters), _NONE),
        Section(
            "time_not_told",
            "Time without activity",
            tuple(_gaps(dossier, measures)),
            _NOT_TOLD if measures.not_told else "None.",
        ),
        Section("story", "Story", tuple(_story(dossier.story)), "Not written yet."),
    )


def _graduation(dossier: Dossier, measures: Measures) -> Line:
    school = dossier.medical_school
    where = ", ".join(part for part in (school.name, school.country) if part)
    years = count(max(0, measures.years_since_graduation), "year")
    return Line(f"{school.graduated.in_words}, {years} ago · {where}")


def _of_kinds(dossier: Dossier, as_of: date, *kinds: Kind) -> Iterator[Line]:
    for one in latest_first([one for one in dossier.experiences if one.kind in kinds], as_of):
        yield from _entry(one, as_of)


def _clinical(dossier: Dossier, measures: Measures, as_of: date) -> Iterator[Line]:
    counted = {one.entry for one in measures.counted}
    found = [one for number, one in enumerate(dossier.experiences) if f"experiences[{number}]" in counted]
    for one in latest_first(found, as_of):
        yield from _entry(one, as_of)


def _entry(one: Experience, as_of: date) -> Iterator[Line]:
    where = place(one)
    yield Line(f"{one.title}{f', {where}' if where else ''}", strong=True)
    parts = (period(one), amount(one, as_of), kind_of_contact(one))
    yield Line(" · ".join(part for part in parts if part), quiet=True)


def _exams(dossier: Dossier) -> Iterator[Line]:
    for name in _STEPS:
        for exam in dossier.exams:
            if exam.exam is name:
                yield Line(exam_line(exam))
    certificate = dossier.certificate
    if certificate is not None and certificate.state is not CertificateState.UNKNOWN:
        issued = f" {certificate.issued.on_or_in}" if certificate.issued else ""
        yield Line(f"ECFMG certificate {certificate.state}{issued}")


def _gaps(dossier: Dossier, measures: Measures) -> Iterator[Line]:
    for gap in measures.gaps:
        reasons = [one.reason for n, one in enumerate(dossier.explanations) if f"explanations[{n}]" in gap.explanations]
        told = " ".join(reason for reason in reasons if reason)
        when = f"{stretch(gap.first_day, gap.last_day)} ({months_in_words(gap.months)})"
        yield Line(f"{when}: {told}" if told else f"{when}: nothing dated")


def _story(story: Arc) -> Iterator[Line]:
    parts = (
        story.what_happened,
        story.why_the_job,
        story.what_it_gave,
        story.the_turn,
        story.the_return,
        story.the_next_step,
    )
    written = [" ".join(part.split()) for part in parts if part]
    if written:
        yield Line(" ".join(written))


def _facts(sections: tuple[Section, ...]) -> Block:
    rows: tuple[tuple[str, Cell], ...] = tuple((one.title, one.shown) for one in sections)
    return Facts(rows)


def _shorter(section: Section) -> Section:
    """The first lines, each cut, with the number of those that are left out."""
    cut = tuple(
        Line(shortened(line.text, LONGEST), strong=line.strong, quiet=line.quiet)
        for line in section.lines[:_MOST_LINES]
    )
    more = len(section.lines) - len(cut)
    left = (Line(f"and {count(more, 'more line')} in the file", quiet=True),) if more > 0 else ()
    return Section(section.name, section.title, (*cut, *left), section.empty)
