"""The applicant's situation as a planner reads it: the days of the season, the job, the certificate, the status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import Measures, measure
from bedside.applicant.parts.cycles import Cycle, CycleResult
from bedside.applicant.parts.examinations import CertificateState, Exam, ExamName, ExamResult
from bedside.applicant.parts.experience import Booking, BookingKind, Contact, Experience, Kind
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.shape import Answer
from bedside.calendar.season import Event, Season
from bedside.evidence.figure import Interval
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, from_dossier
from bedside.evidence.specialties import find_specialty
from bedside.standing.results import Standing
from bedside.standing.season import Served, own_matches_of_target, services_of_target

ONE_DAY = timedelta(days=1)

FREE_TO_WORK = frozenset(
    {
        StatusKind.CITIZEN,
        StatusKind.PERMANENT_RESIDENT,
        StatusKind.ASYLEE_OR_REFUGEE,
        StatusKind.EMPLOYMENT_AUTHORIZATION,
        StatusKind.H4_WITH_EAD,
        StatusKind.J2_WITH_EAD,
    }
)
"""Statuses under which leave, hours and unpaid work do not hang on one employer."""


def weight(found: tuple[str, Experience]) -> tuple[float, int, str]:
    """What makes one experience weigh more than another: hours, then how long it lasts, never its place in the file."""
    _, one = found
    return one.hours_per_week or 0.0, -one.first_day.toordinal(), one.model_dump_json()


@dataclass(frozen=True)
class Situation:
    """What every part of the plan looks at. `evidence` already holds the applicant's own readings."""

    dossier: Dossier
    standing: Standing
    as_of: date
    evidence: Evidence

    def without_ticks(self) -> Situation:
        """The same situation as if nothing of the plan were ticked off."""
        return replace(self, dossier=self.dossier.model_copy(update={"ticked_off": ()}))

    @property
    def season(self) -> Season:
        """The season aimed at."""
        return self.standing.season

    @property
    def files_opened(self) -> date:
        """The day programs open files."""
        return self.standing.files_opened

    @cached_property
    def submission(self) -> date:
        """The first day on which applications may be submitted; the day files open where it is not known."""
        return self.on(Event.SUBMISSION_OPENS) or self.files_opened

    @cached_property
    def training_start(self) -> date:
        """The day training starts; where it is not known, the last day of the season that is."""
        return self.on(Event.TRAINING_STARTS) or max(day.day for day in self.season.days)

    @cached_property
    def next_deadline(self) -> date:
        """Submission; where it is past, the rank list deadline; where that is past too, the start of training."""
        days = (self.submission, self.on(Event.RANK_LIST_DEADLINE))
        return next((day for day in days if day is not None and day >= self.as_of), self.training_start)

    @property
    def missed(self) -> bool:
        """Whether all programs have opened the files of this season and no application of the applicant is there."""
        return self.submitted is None and all(one.files_opened <= self.as_of for one in self.served)

    @cached_property
    def served(self) -> tuple[Served, ...]:
        """The application services of the specialties aimed at, the first to open files first."""
        return services_of_target(self.dossier, self.season.match_year, self.evidence)

    @cached_property
    def own_matches(self) -> tuple[str, ...]:
        """The specialties aimed at that have a match of their own."""
        return own_matches_of_target(self.dossier, self.season.match_year, self.evidence)

    @property
    def only_own_matches(self) -> bool:
        """Whether every specialty whose match is known has one of its own: the season is then for orientation only."""
        return bool(self.own_matches) and not any(one.specialties for one in self.served)

    @cached_property
    def specialties(self) -> tuple[str, ...]:
        """The specialties aimed at by their full names, each once; what is not known stays as it was written."""
        found = ((words, find_specialty(words, self.evidence)) for words in self.dossier.target.specialties)
        return tuple(dict.fromkeys(one.name if one else words for words, one in found))

    def on(self, event: Event) -> date | None:
        """The day of an event of the season, or None where it is not known."""
        found = self.season.find(event)
        return found.day if found else None

    def why(self, event: Event) -> tuple[Reason, ...]:
        """The reasons for the day of an event."""
        found = self.season.find(event)
        return found.because if found else ()

    @cached_property
    def today(self) -> Measures:
        """The applicant measured today."""
        return measure(self.dossier, self.as_of, self.as_of, self.evidence)

    @cached_property
    def then(self) -> Measures:
        """The applicant measured on the day programs open files."""
        return measure(self.dossier, self.files_opened, self.as_of, self.evidence)

    @cached_property
    def job(self) -> tuple[str, Experience] | None:
        """The current job with the most hours (at least those of a main activity), and its entry.

        Hours that are not given count as a full job: leave has to be asked for.
        """
        least = self.evidence.number("reading.main-activity-hours")
        jobs = [
            (f"experiences[{number}]", one)
            for number, one in enumerate(self.dossier.experiences)
            if one.is_current and one.kind in (Kind.JOB, Kind.RESEARCH, Kind.CLINICAL_PRACTICE, Kind.TEACHING)
            if one.paid is not Answer.NO and (one.hours_per_week is None or one.hours_per_week >= least)
        ]
        return max(jobs, key=weight, default=None)

    @property
    def status(self) -> StatusKind:
        """The present status; unknown where the dossier does not say."""
        return self.dossier.status.kind if self.dossier.status else StatusKind.UNKNOWN

    @property
    def hangs_on_status(self) -> bool:
        """Whether unpaid leave, other shifts or unpaid clinical work want a look at the status first."""
        return self.status not in FREE_TO_WORK

    @property
    def needs_visa(self) -> Answer:
        """Whether a program would have to sponsor a visa."""
        return self.dossier.status.needs_visa_for_residency if self.dossier.status else Answer.UNKNOWN

    @property
    def is_certified(self) -> bool:
        """Whether an ECFMG certificate is issued (on what day may be unknown)."""
        certificate = self.dossier.certificate
        return certificate is not None and certificate.state is CertificateState.ISSUED

    def attempts(self, name: ExamName) -> list[tuple[str, Exam]]:
        """Every attempt at an exam with its entry."""
        return [(f"exams[{number}]", one) for number, one in enumerate(self.dossier.exams) if one.exam is name]

    def passed(self, name: ExamName) -> tuple[str, Exam] | None:
        """The passed attempt at an exam, if there is one."""
        return next((found for found in self.attempts(name) if found[1].result is ExamResult.PASSED), None)

    @cached_property
    def bookings(self) -> tuple[tuple[str, Booking], ...]:
        """Bookings that are not over, in order of their first day."""
        ahead = [
            (f"bookings[{number}]", one)
            for number, one in enumerate(self.dossier.bookings)
            if one.end.latest >= self.as_of
        ]
        return tuple(sorted(ahead, key=lambda pair: (pair[1].start.earliest, pair[1].end.latest, pair[1].title)))

    def booked(self, kind: BookingKind) -> tuple[tuple[str, Booking], ...]:
        """Bookings of one kind that are not over."""
        return tuple(pair for pair in self.bookings if pair[1].kind is kind)

    @cached_property
    def volunteering(self) -> tuple[str, Experience] | None:
        """Clinical volunteering that goes on, and its entry."""
        going_on = [
            (f"experiences[{number}]", one)
            for number, one in enumerate(self.dossier.experiences)
            if one.is_current and one.is_in_the_us and one.kind is Kind.VOLUNTEERING and one.contact is not Contact.NONE
        ]
        return max(going_on, key=weight, default=None)

    @cached_property
    def submitted(self) -> Cycle | None:
        """The cycle of the season aimed at, where it is submitted already."""
        return next(
            (
                cycle
                for cycle in self.dossier.cycles
                if cycle.match_year == self.season.match_year
                and cycle.submitted is not None
                and cycle.submitted <= self.as_of
            ),
            None,
        )

    @property
    def matched(self) -> bool:
        """Whether the season aimed at has ended with a match."""
        return any(
            cycle.match_year == self.season.match_year and cycle.result is CycleResult.MATCHED
            for cycle in self.dossier.cycles
        )

    @property
    def waits_for_a_match(self) -> bool:
        """Whether an earlier season is still running for this applicant."""
        return any(
            cycle.result is CycleResult.WAITING and cycle.match_year < self.season.match_year
            for cycle in self.dossier.cycles
        )

    def number(self, name: str) -> float:
        """A figure as a number."""
        return self.evidence.number(name)

    def interval(self, name: str) -> Interval:
        """The interval of a figure; its value twice where it has none."""
        figure = self.evidence.find(name)
        if figure.interval is not None:
            return figure.interval
        return Interval(self.number(name), self.number(name), "the value alone")

    def because(self, *names: str) -> tuple[Reason, ...]:
        """Reasons that cite figures."""
        return tuple(Reason(says=self.evidence.find(name).says, figure=self.evidence.find(name)) for name in names)

    def entry(self, entry: str, says: str) -> tuple[Reason, ...]:
        """One reason that points at the dossier."""
        return (from_dossier(entry, says),)
