"""Experiences and bookings that do not fit the graduation, each other, or the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bedside.applicant.checks.known import Known, caution, mistake
from bedside.applicant.mistakes import Finding, Path, field_name
from bedside.applicant.parts.experience import Booking, BookingKind, Contact, Experience, Kind, Role, Structure
from bedside.applicant.parts.identity import Licence, MedicalSchool
from bedside.applicant.parts.opportunities import Opportunity, has_all_three_confirmations
from bedside.applicant.parts.shape import Answer

US = ("united states", "usa", "us", "united states of america")
ASK_FIRST = (
    "Ask first, and have it in writing: that the site allows it to a graduate, that the state's law does, and that "
    "your status does. Being sold such work is a warning sign. If you will only observe, write `contact: observer`."
)
LOOK_BACK = (
    "Count on it only with a word in writing that the site allowed it to a graduate, and that the state's law and "
    "your status did. Being sold such work is a warning sign. If you only observed, write `contact: observer`."
)


def experiences_around_graduation(known: Known) -> Iterator[Finding]:
    """Clinical time before graduation told as a graduate, after it as a student, or across it in one entry.

    After it also: work hands-on in the US that needs a licence nobody has told of.
    """
    school = known.one(MedicalSchool)
    if school is not None:
        yield from _hands_on_without_a_licence(known, school.graduated.latest)
    for path, experience in known.all(Experience):
        if school is None or experience.contact is Contact.NONE:
            continue
        before, after = school.graduated.earliest, school.graduated.latest
        ends = experience.last_day(known.as_of)
        if experience.role is Role.GRADUATE and ends < before:
            what = f"This ended before you graduated ({school.graduated}), and is told as a graduate."
            yield mistake((*path, "as"), what, "Write `as: student`, or check the dates.")
        elif experience.role is Role.STUDENT and experience.first_day > after:
            what = f"This began after you graduated ({school.graduated}), and is told as a student."
            yield caution((*path, "as"), what, "Write `as: graduate`, unless you were a medical student again.")
        elif experience.start.latest < before and ends > after:
            what = f"This runs across your graduation ({school.graduated})."
            yield caution(path, what, "Make two entries of it: student and graduate time count apart.")


def is_licensed_in_the_us(licences: Iterable[Licence], day: date) -> bool:
    """Whether a licence of a US state may have been held on a day; one without dates may."""
    return any(
        licence.country.casefold().replace(".", "") in US
        and (licence.start is None or licence.start.earliest <= day)
        and (licence.end is None or isinstance(licence.end, str) or licence.end.latest >= day)
        for licence in licences
    )


def _hands_on_without_a_licence(known: Known, graduated: date) -> Iterator[Finding]:
    """Hands-on rotations, informal stints and assistants' jobs in the US by a graduate, done or booked."""
    licences = [licence for _, licence in known.all(Licence)]
    for path, one in known.all(Experience):
        licensed = is_licensed_in_the_us(licences, one.first_day)
        late = one.role is Role.GRADUATE and one.first_day > graduated
        if one.contact is not Contact.HANDS_ON or not one.is_in_the_us or not late or licensed:
            continue
        if one.kind is Kind.JOB and one.paid is not Answer.NO:
            what = "A paid job of a graduate without a US licence, such as nurse aide, is usually clinical-adjacent."
            yield caution(
                (*path, "contact"),
                f"{what} Hands-on, all its hours count as US clinical experience.",
                "Write `contact: clinical-adjacent` and keep the true title; leave hands-on only if you treated "
                "patients as a physician, with the licence under `licences`.",
            )
        elif one.kind is Kind.ROTATION or one.structure is Structure.INFORMAL:
            what = "This was hands-on in the US, after you graduated, and no US licence is in your file."
            yield caution((*path, "contact"), what, LOOK_BACK)
    yield from _hands_on_bookings(known, licences, graduated)


def _hands_on_bookings(known: Known, licences: list[Licence], graduated: date) -> Iterator[Finding]:
    places = [place for _, place in known.all(Opportunity)]
    for path, booking in known.all(Booking):
        unsure = booking.contact is Contact.HANDS_ON and booking.kind is BookingKind.ROTATION
        unsure = unsure and not has_all_three_confirmations(places, booking)
        day = booking.start.earliest
        if unsure and day > graduated and not is_licensed_in_the_us(licences, day):
            what = "Hands-on work of a graduate without a US licence cannot be counted on, even where it is confirmed."
            yield caution((*path, "contact"), what, ASK_FIRST)


def overlapping_full_time_jobs(known: Known) -> Iterator[Finding]:
    """Two full-time jobs at once for longer than a change of jobs takes.

    In the order of their beginnings, each job is held against the one before it that lasts longest.
    """
    full_time = known.evidence.number("reading.full-time-hours")
    longest = known.evidence.number("reading.jobs-overlap-days")
    jobs = [(path, job) for path, job in known.all(Experience) if job.kind is Kind.JOB]
    busy = [(path, job) for path, job in jobs if job.hours_per_week is not None and job.hours_per_week >= full_time]
    lasting: tuple[Path, Experience] | None = None
    for path, job in sorted(busy, key=lambda entry: entry[1].start.latest):
        days = _days_shared(lasting[1], job, known) if lasting is not None else 0
        if lasting is not None and days > longest:
            yield caution(
                (*path, "from"),
                f"This full-time job and `{field_name(lasting[0])}` ({lasting[1].title}) "
                f"go on together for {days} days.",
                "Check the dates; if both are right, leave them as they are.",
            )
        if lasting is None or _surely_until(job, known) > _surely_until(lasting[1], known):
            lasting = (path, job)


def experiences_listed_twice(known: Known) -> Iterator[Finding]:
    """The same stretch of the same thing twice: it would be counted twice."""
    seen: dict[tuple[object, ...], Path] = {}
    for path, experience in known.all(Experience):
        same = (experience.title.casefold(), experience.organization, experience.start, experience.end)
        if same in seen:
            what = f"This is the same as `{field_name(seen[same])}`, and would be counted twice."
            yield mistake(path, what, "Keep one of the two, or tell them apart by title or dates.")
        seen.setdefault(same, path)


def bookings_in_the_past(known: Known) -> Iterator[Finding]:
    """A booking whose last day is behind the as-of day: it counts for nothing until it is told as done."""
    for path, booking in known.all(Booking):
        if booking.end.latest < known.as_of and booking.start.earliest <= booking.end.latest:
            where = "`exams`" if booking.kind is BookingKind.EXAM else "`experiences`"
            what = f"“{booking.title}” ended on {booking.end}, and is still a booking."
            yield caution((*path, "to"), what, f"If it was done, move it to {where}; if not, take it out.")


def exam_bookings_without_an_exam(known: Known) -> Iterator[Finding]:
    """A booked exam that does not say which."""
    for path, booking in known.all(Booking):
        if booking.kind is BookingKind.EXAM and booking.exam is None:
            yield caution(path, "This booking does not say which exam it is.", "Add `exam`, such as `exam: Step 3`.")


def _days_shared(first: Experience, second: Experience, known: Known) -> int:
    """Days that both surely cover: from the latest beginning to the earliest end, both inclusive."""
    begin = max(first.start.latest, second.start.latest)
    end = min(_surely_until(first, known), _surely_until(second, known))
    return (end - begin).days + 1


def _surely_until(experience: Experience, known: Known) -> date:
    return known.as_of if isinstance(experience.end, str) else experience.end.earliest
