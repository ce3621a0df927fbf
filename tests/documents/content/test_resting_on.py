"""Every figure that results cite is found, wherever it stands in them."""

from __future__ import annotations

from bedside.documents.content.resting_on import by_publication, figures_of
from bedside.evidence.library import load_evidence
from bedside.evidence.reason import cited, from_dossier
from bedside.standing.results import Condition, State

FIRST, SECOND, OTHER = (
    load_evidence().find(name)
    for name in ("article.lottery.graduation-from", "article.red-flag.graduation-over", "reading.gap.short-over")
)


def test_figures_are_found_within_results_within_tuples_each_once() -> None:
    inner = Condition("Inner.", State.MET, (cited(FIRST), from_dossier("exams", "Yours."), cited(SECOND)))
    assert figures_of((inner, (inner,)), cited(OTHER), "text", None) == (FIRST, SECOND, OTHER)


def test_figures_are_grouped_by_their_publication_in_the_order_of_its_first_figure() -> None:
    assert by_publication((FIRST, OTHER, SECOND)) == ((FIRST.source, (FIRST, SECOND)), (OTHER.source, (OTHER,)))
