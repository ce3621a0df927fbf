"""The closed list of what can be claimed about a program, with the kind of value each claim holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

Value = bool | int | float | str


class ValueKind(Enum):
    """What a claim's value is, so that it can be checked, compared and shown.

    YES_NO is a bool: a source that does not say makes no claim, and nothing stands for “unknown”.
    RATE and SHARE are parts of one (0 to 1, both inclusive). COUNT, MONTHS, YEARS, ATTEMPTS and SCORE are whole
    numbers or, for MONTHS, a float; where the field is a limit, False says that the source tells there is none ("no
    cut-off"), which is more than not knowing. CHOICE is one of the field's `choices`. TEXT and LINK are the source's
    own words.
    """

    YES_NO = "yes or no"
    RATE = "rate"
    SHARE = "share"
    COUNT = "count"
    MONTHS = "months"
    YEARS = "years"
    ATTEMPTS = "attempts"
    SCORE = "score"
    CHOICE = "choice"
    TEXT = "text"
    LINK = "link"


class Force(Enum):
    """Whether a program turns an applicant away over this field, prefers something, or only says how it is."""

    LIMIT = "limit"
    PREFERENCE = "preference"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be claimed of a program.

    `title` is its heading for people, `means` one sentence saying how a value is to be read.
    """

    key: str
    title: str
    kind: ValueKind
    means: str
    force: Force = Force.FACT
    choices: tuple[str, ...] = ()


COMMUNITY = "community"
UNIVERSITY_AFFILIATED = "university-affiliated"
UNIVERSITY = "university"
OTHER_TYPE = "other"
PROGRAM_TYPES = (COMMUNITY, UNIVERSITY_AFFILIATED, UNIVERSITY, OTHER_TYPE)


def _rate(group: str, title: str, of_whom: str) -> Field:
    return Field(
        f"interview-rate.{group}", title, ValueKind.RATE, f"Interviewed, as a part of the {of_whom} who applied."
    )


_ALL = (
    Field("type", "Type of program", ValueKind.CHOICE, "How close it is to a university.", choices=PROGRAM_TYPES),
    Field("name-brand", "Name known everywhere", ValueKind.YES_NO, "Whether it counts as highly competitive by name."),
    Field("accepts-img", "Takes IMGs", ValueKind.YES_NO, "Whether graduates of schools abroad may apply.", Force.LIMIT),
    Field("img-share", "Share of IMGs", ValueKind.SHARE, "Residents who are IMGs, as a part of all residents."),
    Field("us-md-share", "Share of US MDs", ValueKind.SHARE, "Residents with a US MD, as a part of all residents."),
    Field("do-share", "Share of DOs", ValueKind.SHARE, "Residents with a DO, as a part of all residents."),
    Field("imgs-a-year", "IMGs a year", ValueKind.COUNT, "IMGs who began in one year."),
    _rate("overall", "Interview rate, everyone", "applicants"),
    _rate("us-img", "Interview rate, US IMGs", "US citizens from schools abroad"),
    _rate("non-us-img", "Interview rate, non-US IMGs", "IMGs who are no US citizens"),
    _rate("img", "Interview rate, IMGs", "IMGs"),
    _rate("md", "Interview rate, MDs", "US MD applicants"),
    _rate("do", "Interview rate, DOs", "DO applicants"),
    _rate("in-state", "Interview rate, school in the state", "applicants from schools in the state"),
    _rate("out-of-state", "Interview rate, school elsewhere", "applicants from schools elsewhere"),
    _rate("signal", "Interview rate with a signal", "applicants who sent a signal"),
    _rate("gold-signal", "Interview rate with a gold signal", "applicants who sent a gold signal"),
    _rate("silver-signal", "Interview rate with a silver signal", "applicants who sent a silver signal"),
    _rate("no-signal", "Interview rate without a signal", "applicants who sent no signal"),
    Field("visa.j1", "Sponsors J-1", ValueKind.YES_NO, "Whether residents may come on a J-1.", Force.LIMIT),
    Field("visa.h1b", "Sponsors H-1B", ValueKind.YES_NO, "Whether it petitions for an H-1B.", Force.LIMIT),
    Field("visa.f1-opt", "Takes F-1 OPT", ValueKind.YES_NO, "Whether residents may begin on F-1 OPT.", Force.LIMIT),
    Field(
        "graduation.limit",
        "Years since graduation, at most",
        ValueKind.YEARS,
        "Nobody is considered who graduated more years ago; exactly as many is within it.",
        Force.LIMIT,
    ),
    Field(
        "graduation.preferred",
        "Years since graduation, preferred",
        ValueKind.YEARS,
        "Preferred are graduates of at most so many years ago.",
        Force.PREFERENCE,
    ),
    Field(
        "attempts.limit",
        "Attempts at a Step, at most",
        ValueKind.ATTEMPTS,
        "Nobody is considered who sat any one Step more often; 1 means passed the first time.",
        Force.LIMIT,
    ),
    Field(
        "attempts.preferred",
        "Attempts at a Step, preferred",
        ValueKind.ATTEMPTS,
        "Preferred are applicants with at most so many attempts at each Step.",
        Force.PREFERENCE,
    ),
    Field("step-2-ck.minimum", "Step 2 CK, at least", ValueKind.SCORE, "Lower scores are not considered.", Force.LIMIT),
    Field(
        "step-2-ck.preferred",
        "Step 2 CK, preferred",
        ValueKind.SCORE,
        "Scores from here on are preferred.",
        Force.PREFERENCE,
    ),
    Field("step-3.needed", "Step 3 needed", ValueKind.YES_NO, "Whether Step 3 has to be passed.", Force.LIMIT),
    Field("step-3.preferred", "Step 3 preferred", ValueKind.YES_NO, "Whether Step 3 helps.", Force.PREFERENCE),
    Field(
        "us-clinical.months",
        "US clinical experience, at least",
        ValueKind.MONTHS,
        "Months asked for, as the program counts them.",
        Force.LIMIT,
    ),
    Field(
        "us-clinical.preferred-months",
        "US clinical experience, preferred",
        ValueKind.MONTHS,
        "Months preferred, as the program counts them.",
        Force.PREFERENCE,
    ),
    Field(
        "us-clinical.hands-on-only",
        "Only hands-on counts",
        ValueKind.YES_NO,
        "Whether watching does not count as US clinical experience here.",
    ),
    Field("us-clinical.definition", "What counts as US clinical experience", ValueKind.TEXT, "In the program's words."),
    Field("letters.needed", "Letters needed", ValueKind.COUNT, "Letters of recommendation asked for.", Force.LIMIT),
    Field("letters.from-us", "Letters from US physicians", ValueKind.COUNT, "Of them from the US.", Force.LIMIT),
    Field("interviews-last-year", "Interviews last year", ValueKind.COUNT, "Applicants interviewed in one season."),
    Field("first-year-positions", "First-year positions", ValueKind.COUNT, "Positions that begin in one year."),
    Field("signals", "Takes part in signals", ValueKind.YES_NO, "Whether signals can be sent to it."),
    Field(
        "application-service",
        "Application service",
        ValueKind.CHOICE,
        "Where one applies.",
        choices=("ERAS", "ResidencyCAS", "other"),
    ),
    Field("first-accredited", "First accredited", ValueKind.TEXT, "When it was first accredited."),
    Field("website", "Website", ValueKind.LINK, "The program's own page."),
    Field("contact", "Contact", ValueKind.TEXT, "Whom to ask."),
    Field("notes", "Notes", ValueKind.TEXT, "What else the source says; several may stand side by side."),
)

FIELDS: dict[str, Field] = {field.key: field for field in _ALL}
"""Every field by its key, in the order in which a program's page shows them."""
