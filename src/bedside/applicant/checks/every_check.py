"""All checks across fields, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bedside.applicant.checks import applications, dates, examinations, names, seasons, timeline
from bedside.applicant.checks.known import Known
from bedside.applicant.mistakes import Finding

CHECKS: tuple[Callable[[Known], Iterator[Finding]], ...] = (
    dates.dates_in_the_future,
    dates.dates_in_the_wrong_order,
    dates.changes_before_the_contract,
    examinations.attempts_that_cannot_be,
    examinations.scores_that_do_not_fit,
    examinations.certificate_that_does_not_fit,
    timeline.experiences_around_graduation,
    timeline.overlapping_full_time_jobs,
    timeline.experiences_listed_twice,
    timeline.bookings_in_the_past,
    timeline.exam_bookings_without_an_exam,
    seasons.cycles_of_one_year,
    seasons.cycles_that_do_not_add_up,
    seasons.target_in_the_past,
    seasons.contract_beside_the_decision,
    applications.applications_listed_twice,
    applications.places_given_twice,
    applications.applications_that_do_not_add_up,
    names.specialties_nobody_knows,
    names.readings_nobody_knows,
    names.countries_that_may_be_the_us,
)


def check(known: Known) -> tuple[Finding, ...]:
    """Everything that cannot be right (mistakes) or should be looked at again (cautions)."""
    return tuple(finding for single in CHECKS for finding in single(known))
