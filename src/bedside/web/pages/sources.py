"""Every figure and rule the results rest on, by publication, and a search over all the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bedside.documents.content.resting_on import by_publication, figures_of
from bedside.evidence.figure import Figure, Source
from bedside.evidence.library import Evidence, is_adjustable, load_evidence
from bedside.evidence.listing import details
from bedside.web.clock import today
from bedside.web.frame.page import is_live, show
from bedside.web.frame.reasons import marks_of, value_beside
from bedside.web.guarding.access import dossier_page
from bedside.web.memory.results import results_of
from bedside.web.store.dossiers import Opened

MOST_SHOWN = 80
FEW = 2
LONGEST_QUESTION = 200
OF_TASKS = "reading.task."
SHOWN_WITH_LINKS = ("Link", "Disagrees with", "Published", "Licence")


@dataclass(frozen=True)
class Shown:
    """One figure on the page. `details` and `disagrees` are filled in where it is shown in full."""

    figure: Figure
    value: str
    marks: tuple[str, ...]
    adjustable: bool
    details: tuple[tuple[str, str], ...] = ()
    disagrees: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Publication:
    """One publication with the figures of it that are shown; those on how long tasks take stand apart.

    `alike` says how its values were seen, where that is the same for all of them.
    """

    source: Source
    figures: tuple[Shown, ...]
    of_tasks: tuple[Shown, ...]
    alike: tuple[str, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether its figures are folded where nothing was asked for."""
        return len(self.figures) > FEW


@dataclass(frozen=True)
class Found:
    """What the page shows: publications, how many figures in all, and what was asked for."""

    publications: tuple[Publication, ...]
    count: int
    question: str = ""
    name: str = ""
    in_use: bool = False
    nearest: tuple[str, ...] = ()

    @property
    def is_cut(self) -> bool:
        """Whether more was found than is shown."""
        return self.count > sum(len(one.figures) + len(one.of_tasks) for one in self.publications)


@dossier_page
def sources(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What is in use here; with `?q=` what a search finds, and with `?name=` what begins with a name, in full."""
    evidence = load_evidence().with_readings(opened.dossier.readings)
    question, name = (request.GET.get(key, "").strip()[:LONGEST_QUESTION] for key in ("q", "name"))
    if name:
        found = _by_name(name, evidence, today())
    elif question:
        found = _by_words(question, evidence, today())
    else:
        results = results_of(opened)
        found = _found(figures_of(results.standing, results.plan), today(), in_use=True)
    if is_live(request):
        return render(request, "sources/_found.html", {"opened": opened, "found": found})
    return show(request, opened, "sources", "sources/sources.html", found=found, known=len(evidence))


def _by_words(question: str, evidence: Evidence, day: date) -> Found:
    figures = evidence.search(question)
    nearest = () if figures else evidence.nearest_names(question)
    return _found(figures, day, question=question, nearest=nearest)


def _by_name(name: str, evidence: Evidence, day: date) -> Found:
    """The figure of this name, else those whose names begin with it."""
    figures = (evidence.find(name),) if name in evidence else evidence.starting_with(name)
    nearest = () if figures else evidence.nearest_names(name)
    return _found(figures, day, evidence, name=name, nearest=nearest)


def _found(
    figures: tuple[Figure, ...],
    day: date,
    evidence: Evidence | None = None,
    question: str = "",
    name: str = "",
    nearest: tuple[str, ...] = (),
    in_use: bool = False,
) -> Found:
    """The figures by publication; not more than can be read, except of those that are in use."""
    kept = figures if in_use else figures[:MOST_SHOWN]
    publications = tuple(_publication(source, of_it, day, evidence) for source, of_it in by_publication(kept))
    return Found(publications, len(figures), question, name, in_use, nearest)


def _publication(source: Source, figures: tuple[Figure, ...], day: date, evidence: Evidence | None) -> Publication:
    of_tasks = tuple(one for one in figures if one.name.startswith(OF_TASKS))
    others = tuple(one for one in figures if one not in of_tasks)
    if not others:
        others, of_tasks = of_tasks, ()
    marks = {tuple(marks_of(figure, day)) for figure in figures}
    alike = marks.pop() if len(marks) == 1 else ()
    first, second = (tuple(_shown(one, day, evidence, alike) for one in some) for some in (others, of_tasks))
    return Publication(source, first, second, alike)


def _shown(figure: Figure, day: date, evidence: Evidence | None, alike: tuple[str, ...]) -> Shown:
    """One figure; in full where the evidence is given, and without the marks that are said of all of them."""
    marks = () if alike else tuple(marks_of(figure, day))
    value, adjustable = value_beside(figure), is_adjustable(figure)
    if evidence is None:
        return Shown(figure, value, marks, adjustable)
    told = tuple((label, said) for label, said in details(figure, evidence) if said and label not in SHOWN_WITH_LINKS)
    others = tuple(evidence.find(name) for name in figure.disagrees_with)
    return Shown(figure, value, marks, adjustable, told, others)
