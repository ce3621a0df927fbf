"""The curriculum vitae from the dossier alone: the latest first, and no stretch of time left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.gaps import gaps
from bedside.applicant.parts.examinations import CertificateState
from bedside.applicant.parts.experience import Contact, Experience, Kind
from bedside.applicant.parts.identity import Licence
from bedside.documents.blocks import Block, Cell, Document, Facts, Heading, Line
from bedside.documents.content.papers.wording import (
    amount,
    exam_line,
    kind_of_contact,
    latest_first,
    months_in_words,
    period,
    place,
)
from bedside.documents.wording import LONGEST_TITLE, joined, shortened, stretch
from bedside.evidence.library import Evidence

_SECTIONS = (
    ("Work", (Kind.JOB,)),
    ("Clinical practice", (Kind.CLINICAL_PRACTICE,)),
    ("Research", (Kind.RESEARCH,)),
    ("Volunteering", (Kind.VOLUNTEERING,)),
    ("Teaching", (Kind.TEACHING,)),
    ("Further activities", (Kind.OTHER, Kind.ROTATION)),
)
Row = tuple[str, Cell]


def cv_document(dossier: Dossier, as_of: date, evidence: Evidence) -> Document:
    """Every section the dossier has something for, and at the end the time between its entries."""
    name = shortened(dossier.identity.name, LONGEST_TITLE)
    return Document(
        title=name,
        subtitle=joined([shortened(one, LONGEST_TITLE) for one in dossier.target.specialties[:3]]),
        author=name,
        as_of=as_of,
        blocks=tuple(_blocks(dossier, as_of, evidence)),
        kicker="Curriculum vitae",
        discreet_title="Pages",
        handed_on=True,
    )


def _blocks(dossier: Dossier, as_of: date, evidence: Evidence) -> Iterator[Block]:
    rotations = [one for one in dossier.experiences if _is_us_clinical(one)]
    studies = [one for one in dossier.experiences if one.kind is Kind.STUDY]
    yield from _section("Education", [_school(dossier), *_entries(studies, as_of)])
    yield from _section("Examinations and certification", list(_exams(dossier)))
    yield from _section("Clinical experience in the United States", list(_entries(rotations, as_of)))
    for title, kinds in _SECTIONS:
        those = [one for one in dossier.experiences if one.kind in kinds and one not in rotations]
        yield from _section(title, list(_entries(those, as_of)))
    yield from _section("Licences", [_licence(one) for one in dossier.licences])
    yield from _section("Time between", list(_between(dossier, as_of, evidence)))


def _is_us_clinical(one: Experience) -> bool:
    return one.kind is Kind.ROTATION and one.is_in_the_us and one.contact is not Contact.NONE


def _section(title: str, rows: list[Row]) -> Iterator[Block]:
    if rows:
        yield Heading(title)
        yield Facts(tuple(rows))


def _school(dossier: Dossier) -> Row:
    school = dossier.medical_school
    where = ", ".join(part for part in (school.name, school.country) if part)
    return school.graduated.in_words, (Line("Medical degree", strong=True), where)


def _entries(entries: list[Experience], as_of: date) -> Iterator[Row]:
    for one in latest_first(entries, as_of):
        yield period(one), tuple(_entry(one, as_of))


def _entry(one: Experience, as_of: date) -> Iterator[Line]:
    yield Line(one.title, strong=True)
    contact = kind_of_contact(one) if one.kind is Kind.ROTATION else ""
    where = [part for part in (place(one), one.specialty, contact, amount(one, as_of)) if part]
    if where:
        yield Line(" · ".join(where), quiet=True)
    for words in (one.duties, one.physician_contact):
        yield from (Line(part) for part in (words or "").split("\n") if part.strip())
    for step in one.progression:
        yield Line(f"{step.date.in_words}: {step.what}" if step.date else step.what)
    if one.supervisor and one.kind is Kind.ROTATION:
        yield Line(f"Supervised by {one.supervisor}", quiet=True)


def _exams(dossier: Dossier) -> Iterator[Row]:
    for exam in sorted(dossier.exams, key=lambda one: one.date.earliest if one.date else date.min, reverse=True):
        words = exam_line(exam).removesuffix(f", {exam.date.in_words}" if exam.date else "")
        yield exam.date.in_words if exam.date else "Date not given", f"USMLE {words}" if "Step" in words else words
    certificate = dossier.certificate
    if certificate is not None and certificate.state is CertificateState.ISSUED:
        issued = certificate.issued.in_words if certificate.issued else "Date not given"
        yield issued, "ECFMG certificate"


def _licence(one: Licence) -> Row:
    start = one.start.in_words if one.start else ""
    end = "present" if one.end == "present" else one.end.in_words if one.end and not isinstance(one.end, str) else ""
    when = " to ".join(part for part in (start, end) if part) or "Date not given"
    return when, f"Licence to practise medicine, {one.country}"


def _between(dossier: Dossier, as_of: date, evidence: Evidence) -> Iterator[Row]:
    """Stretches without a dated activity, the latest first, each with what the applicant says about it.

    While the timeline is not told in full, what it leaves open is no such stretch.
    """
    read = evidence.with_readings(dossier.readings)
    found = gaps(dossier, as_of, as_of, read.number("reading.gap.short-over"), read.number("reading.gap.long-from"))
    known = [gap for gap in found if dossier.timeline_is_complete or gap.explained]
    for gap in reversed(known):
        reasons = [one.reason for n, one in enumerate(dossier.explanations) if f"explanations[{n}]" in gap.explanations]
        told = " ".join(reason for reason in reasons if reason)
        length = Line(f"{months_in_words(gap.months)} without a dated activity", quiet=bool(told))
        yield stretch(gap.first_day, gap.last_day), (Line(told), length) if told else length
