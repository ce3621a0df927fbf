"""Which positions a program has: reserved ones, those that need another year first, and a year that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.applicant.parts.shape import Answer
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.results import Criterion, Note, State
from bedside.programs.program import Listed, TrackKind

ENTRY = "medical_school.us_residency_training"
FIELD = "positions"
WHOLE = (TrackKind.CATEGORICAL, TrackKind.PRIMARY_CARE)


def kinds_offered(listed: Listed) -> frozenset[TrackKind]:
    """The kinds of position it offered in its newest season; empty where that is not known."""
    return frozenset(kind for kind, positions in listed.offered.items() if positions)


def positions(listed: Listed, asker: Asker) -> Criterion | None:
    """A limit only where every position is kept for physicians who have trained before; else None."""
    if kinds_offered(listed) != {TrackKind.RESERVED}:
        return None
    state = {Answer.YES: State.MET, Answer.NO: State.EXCLUDES, Answer.UNKNOWN: State.NOT_TOLD}[asker.trained_before]
    says = {
        State.MET: "Its positions are kept for physicians who have trained before, as you have.",
        State.EXCLUDES: "Its positions are kept for physicians with earlier residency training in the United States.",
        State.NOT_TOLD: "Its positions are kept for physicians with earlier residency training in the United States; "
        "your dossier does not say whether you have any.",
    }[state]
    find_out = "whether you have trained in the United States before" if state is State.NOT_TOLD else ""
    return Criterion(FIELD, "Reserved positions", state, says, (FIELD,), (ENTRY,), find_out=find_out)


def notes_on_positions(listed: Listed, asker: Asker) -> Iterator[Note]:
    """What has to be known about its positions before applying."""
    kinds = kinds_offered(listed)
    if not kinds:
        return
    if TrackKind.RESERVED in kinds and kinds != {TrackKind.RESERVED} and asker.trained_before is not Answer.YES:
        yield Note("Some of its positions are kept for physicians who have trained here before.", (FIELD,))
    if TrackKind.ADVANCED in kinds:
        only = "Its positions begin" if not kinds & {*WHOLE} else "Some of its positions begin"
        yield Note(f"{only} in the second year: they need a preliminary year too, ranked beside them.", (FIELD,))
    if kinds == {TrackKind.PRELIMINARY}:
        yield Note("It offers a preliminary year only: by itself that does not lead to a specialty.", (FIELD,))
