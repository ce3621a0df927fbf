"""The chapters of the section Me, and the forms on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bedside.applicant.questions import part_about
from bedside.web.forms.slots import About
from bedside.web.store.changes import Path, part_of

_TITLES = {
    "strengths": "Strengths",
    "exams_not_taken": "Exams not taken yet",
    "applied_before": "Whether you have applied",
}


@dataclass(frozen=True, slots=True)
class Section:
    """One form of a chapter, or where `add` is given the forms of a list: one for each entry, and one to add.

    `one` and `many` count its entries in words; `lead` is a sentence above them.
    """

    path: tuple[str, ...]
    lead: str = ""
    add: str = ""
    one: str = ""
    many: str = ""
    keys: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    may_be_emptied: bool = False

    @property
    def name(self) -> str:
        """The name of the section in what is sent, such as `constraints.money`."""
        return ".".join((*self.path, *self.keys))

    @property
    def anchor(self) -> str:
        """The id of its heading: `experiences`."""
        return "-".join((*self.path, *self.keys))

    @property
    def title(self) -> str:
        """Its heading."""
        return part_about(self.path).title if self.path else _TITLES[self.keys[0]]

    @property
    def is_list(self) -> bool:
        """Whether it has entries."""
        return bool(self.add)

    def about(self, index: int | None = None) -> About:
        """What the form is about: of a list, its entry at `index`."""
        return About(self.path if index is None else (*self.path, index), self.keys, self.inside)

    def entries(self, content: Mapping[str, Any]) -> list[Any]:
        """The entries of a list."""
        found = part_of(content, self.path)
        return found if isinstance(found, list) else []

    def change_path(self, about: About) -> Path:
        """Where the content of a form is saved: a form about one key saves that key alone."""
        return (*about.path, *self.keys) if len(self.keys) == 1 else about.path


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the section Me."""

    slug: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    shows_the_map: bool = False

    def section(self, name: str) -> Section | None:
        """The section of this name; None where the chapter has none."""
        return next((section for section in self.sections if section.name == name), None)


CHAPTERS = (
    Chapter(
        "you",
        "You and your school",
        "A name for the plan, and the year that programs look at first.",
        (Section(("identity",)), Section(("medical_school",))),
        shows_the_map=True,
    ),
    Chapter(
        "status",
        "Your status",
        "For information and dates only. What is allowed in your own case is for an immigration lawyer to say.",
        (Section(("status",), may_be_emptied=True),),
    ),
    Chapter(
        "exams",
        "Exams, certificate, licences",
        "Every attempt counts, and each has its date.",
        (
            Section(("exams",), add="Add an attempt at an exam", one="attempt at an exam", many="attempts at exams"),
            Section((), keys=("exams_not_taken",)),
            Section(("certificate",), may_be_emptied=True),
            Section(("licences",), add="Add a licence", one="licence"),
        ),
    ),
    Chapter(
        "timeline",
        "What you did since school",
        "One entry for each stretch of time. A month or a year will do where you do not know the day.",
        (
            Section(
                ("experiences",),
                add="Add a job, rotation or other activity",
                one="entry since school",
                many="entries since school",
                inside=("progression",),
            ),
            Section(("timeline",), "What is missing from the list is unknown, and is not taken for none."),
            Section(
                ("explanations",),
                "A gap is explained when it has a reason, dates that cover it, and something that proves it.",
                add="Explain a stretch without activity",
                one="explained stretch",
                many="explained stretches",
            ),
            Section((), keys=("strengths",)),
        ),
        shows_the_map=True,
    ),
    Chapter(
        "bookings",
        "What is already booked",
        "What is on your calendar and not done yet. It counts for nothing until it is done.",
        (Section(("bookings",), add="Add something that is booked", one="thing booked", many="things booked"),),
    ),
    Chapter(
        "places",
        "Places and messages",
        "Where you could go for clinical time, and whom you wrote to. The section Clinic sets them side by side.",
        (
            Section(("opportunities",), add="Add a place", one="place"),
            Section(("outreach",), add="Add a message or call", one="message or call", many="messages and calls"),
        ),
    ),
    Chapter(
        "letters",
        "Letters",
        "Who writes for you, and how far each letter is.",
        (Section(("letters",), add="Add a letter", one="letter"),),
    ),
    Chapter(
        "seasons",
        "Seasons you have applied in",
        "What happened then is the best thing to learn from.",
        (
            Section(("cycles",), add="Add a season", one="season"),
            Section((), keys=("applied_before",)),
        ),
    ),
    Chapter(
        "programs",
        "Programs you apply to",
        "One entry for each program of the season. The section Rank list puts those with an interview in order.",
        (Section(("applications",), add="Add a program", one="program"),),
    ),
    Chapter(
        "target",
        "What you aim at",
        "Dates and fees differ by specialty. Leave the year empty and Bedside proposes one.",
        (Section(("target",)),),
    ),
    Chapter(
        "time-and-money",
        "Your time and money",
        "The plan has to fit into the days, the hours and the money you really have.",
        (
            Section(("constraints",)),
            Section(("constraints", "paid_leave"), may_be_emptied=True),
            Section(("constraints", "money"), may_be_emptied=True),
            Section(("constraints", "fixed_dates"), add="Add days that are taken", one="stretch that is taken"),
        ),
    ),
    Chapter(
        "self-audit",
        "Your own marks",
        "Five areas, marked by you. A blank stays blank.",
        (Section(("self_audit",)),),
    ),
    Chapter(
        "readings",
        "Your own readings",
        "Where no source gives a number, Bedside has its own. Put yours beside it where you know better.",
        (Section(("readings",)),),
    ),
)
"""Every chapter, in the order in which it is shown."""


def chapter_called(slug: str) -> Chapter | None:
    """The chapter of this name; None where there is none."""
    return next((chapter for chapter in CHAPTERS if chapter.slug == slug), None)
