"""Sample figures, a season and a small dossier that the sample results rest on."""

from __future__ import annotations

from datetime import date, time

from bedside.applicant.dossier import Dossier
from bedside.calendar.season import Event, Season, SeasonDay, Service
from bedside.evidence.figure import Figure, Interval, Reliability, Rule, Source, Unit
from bedside.evidence.reason import cited

AS_OF = date(2026, 11, 22)
FILES_OPENED = date(2027, 9, 22)
LONG = (
    "Four-week hospital observership in general internal medicine and geriatrics at the Świętokrzyskie–Nguyễn "
    "Memorial Teaching Hospital of Northern Minnesota"
)

ARTICLE = Source(
    "article", "Back from a non-clinical job", "Residency Advisor", "2026-01-05", AS_OF, None, "facts cited"
)
BOARD = Source(
    "board",
    "Step 3 information",
    "Federation of State Medical Boards",
    None,
    AS_OF,
    "https://www.fsmb.org/step-3/",
    "—",
)
GRADUATION = Figure(
    "article.graduation.moderate-until",
    "Four to six years since graduation are Moderate, more are High.",
    6,
    Unit.YEARS,
    ARTICLE,
    Reliability.OPINION,
)
OBSERVERSHIP = Figure(
    "fee.observership.month",
    "What a month of observership costs, where it is charged for.",
    750,
    Unit.US_DOLLARS,
    ARTICLE,
    Reliability.SECONDARY,
    interval=Interval(450, 2250, "lowest to highest"),
    sample="55 listings",
    disagrees_with=("fee.observership.other",),
)
STEP_3 = Rule(
    "usmle.step3.needs-certification",
    "Step 3 needs ECFMG certification first, valid at application and at the exam.",
    None,
    Unit.STATEMENT,
    BOARD,
    Reliability.OFFICIAL,
    review_by=date(2026, 11, 1),
    ask="the state medical board",
)
RATE = Figure(
    "nrmp.rates.2026.non-us-img",
    "Of citizens of other countries trained abroad who certified a rank order list, 58.5 % matched.",
    58.5,
    Unit.PERCENT,
    BOARD,
    Reliability.OFFICIAL_COPY,
    sample="11,000 active applicants",
    season="2026",
    note="Of those who certified a rank order list; a share of all active applicants is lower.",
)


def season() -> Season:
    """The season of the 2028 Match with published, predicted and unknown days."""
    days = (
        (Event.SEASON_OPENS, date(2027, 6, 2), None, False),
        (Event.SUBMISSION_OPENS, date(2027, 9, 1), time(9, 0), False),
        (Event.REGISTRATION_OPENS, date(2027, 9, 15), None, True),
        (Event.FILES_OPENED, FILES_OPENED, None, False),
        (Event.RANK_LIST_DEADLINE, date(2028, 3, 1), time(21, 0), False),
        (Event.MATCH_DAY, date(2028, 3, 17), time(12, 0), False),
        (Event.TRAINING_STARTS, date(2028, 7, 1), None, False),
    )
    return Season(
        2028,
        Service.ERAS,
        tuple(SeasonDay(event, day, clock, published, (cited(STEP_3),)) for event, day, clock, published in days),
        (Event.SOAP_ENDS,),
    )


def dossier(name: str = "Łukasz Wiśniewski") -> Dossier:
    """A small dossier with some years since graduation."""
    return Dossier.model_validate(
        {
            "schema_version": 1,
            "identity": {"name": name},
            "medical_school": {"country": "Poland", "graduated": "2017-06"},
            "experiences": [
                {
                    "title": "Intern",
                    "kind": "clinical practice",
                    "country": "Poland",
                    "from": "2017-10",
                    "to": "2018-09",
                    "hours_per_week": 40,
                    "contact": "hands-on",
                },
                {
                    "title": "Quality analyst",
                    "kind": "job",
                    "from": "2020-03",
                    "to": "present",
                    "hours_per_week": 40,
                    "contact": "none",
                },
                {
                    "title": "Free clinic",
                    "kind": "volunteering",
                    "from": "2026-02",
                    "to": "present",
                    "hours_per_week": 4,
                    "contact": "observer",
                },
            ],
        }
    )
