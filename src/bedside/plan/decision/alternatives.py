"""Other ways to stay in medicine, or to leave it well: information with its source, for when the stop is reached."""

from __future__ import annotations

from bedside.evidence.figure import Figure, Rule
from bedside.evidence.reason import cited
from bedside.plan.decision.stop_contract import is_done
from bedside.plan.results import StatusNote
from bedside.plan.situation import Situation

GROWTH = "alternative.non-clinical-growth"
TITLES = {
    "alternative.physician-assistant": "Physician assistant",
    "alternative.nurse-practitioner": "Nurse practitioner",
    "alternative.assistant-physician": "Assistant physician",
    "alternative.provisional-licence": "A provisional licence",
    "alternative.other-country": "Another country",
    "alternative.non-clinical-career": "A career that uses the training",
    GROWTH: "Growing where you are",
    "alternative.review": "Something to read first",
    "licence.provisional-pathways": "States with a licence without US residency",
    "licence.board.any-state": "Your state's board",
}
ASK = "someone who works there"
ASK_ABOUT = {
    GROWTH: "your manager, or someone who has gone that way",
    "alternative.review": "the person who has read your contract, or someone else you trust",
}


def alternatives(situation: Situation) -> tuple[StatusNote, ...]:
    """What the contract names comes first, in the applicant's words; then what the evidence lists.

    Of that list growing where one is comes first for someone who decided to be done.
    """
    contract = situation.dossier.stop_contract
    own = (
        (
            StatusNote(
                title="What you named yourself",
                says=contract.alternative,
                day=None,
                ask=ASK,
                because=situation.entry("stop_contract.alternative", contract.alternative),
            ),
        )
        if contract
        else ()
    )
    names = sorted(TITLES, key=GROWTH.__ne__) if is_done(situation) else TITLES
    return (*own, *(_note(name, situation.evidence.find(name)) for name in names))


def _note(name: str, figure: Figure) -> StatusNote:
    link = f" {figure.value}" if isinstance(figure.value, str) and figure.value.startswith("http") else ""
    ask = figure.ask if isinstance(figure, Rule) and figure.ask else ASK_ABOUT.get(name, ASK)
    return StatusNote(TITLES[name], f"{figure.says}{link}", None, ask, (cited(figure),))
