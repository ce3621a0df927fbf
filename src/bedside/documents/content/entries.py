"""The titles of the dossier's entries, so that a place in the file can be named as the applicant knows it."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.applicant.dossier import Dossier


def entry_titles(dossier: Dossier) -> dict[str, str]:
    """The title of every entry that has one, by its place: {"experiences[4]": "Internal medicine observership"}."""
    return dict(_titles(dossier))


def _titles(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for number, exam in enumerate(dossier.exams):
        sat = f", {exam.date.in_words}" if exam.date else ""
        yield f"exams[{number}]", f"{exam.exam}{sat}"
    for number, experience in enumerate(dossier.experiences):
        yield f"experiences[{number}]", experience.title
    for number, booking in enumerate(dossier.bookings):
        yield f"bookings[{number}]", booking.title
    for number, explanation in enumerate(dossier.explanations):
        yield f"explanations[{number}]", f"{explanation.start.in_words} to {explanation.end.in_words}"
    for number, letter in enumerate(dossier.letters):
        yield f"letters[{number}]", f"letter of {letter.writer}"
    for number, cycle in enumerate(dossier.cycles):
        yield f"cycles[{number}]", f"the Match of {cycle.match_year}"
