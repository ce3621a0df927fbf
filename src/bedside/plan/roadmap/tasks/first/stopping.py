"""The roadmap of someone whose decision or contract says stop: no application task is in it."""

from __future__ import annotations

from bedside.plan.decision.stop_contract import is_done, terms_on
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.draft import Draft, first_months_end, planned
from bedside.plan.situation import Situation


def stopping(situation: Situation) -> tuple[Draft, ...]:
    """Tell the person who read the contract, begin what was chosen instead, keep the papers in order."""
    contract = situation.dossier.stop_contract
    own = situation.entry("stop_contract" if contract else "decision", "What you decided on a calmer day.")
    reader = contract.trusted_reader.name if contract and contract.trusted_reader else "someone you trust"
    told, why = _telling(situation)
    return (
        planned(
            situation,
            "stop.tell",
            title=f"Tell {reader} {told}",
            why=why,
            period=Period.SET_UP,
            slips="The decision stays half made.",
            because=own,
            due=first_months_end(situation),
        ),
        planned(
            situation,
            "stop.alternative",
            title=f"Take the first step into {_next(situation)}",
            why="One call, one application, one date. The page “Other ways to stay in medicine” lists what there is.",
            period=Period.SET_UP,
            slips="Time goes into neither the one nor the other.",
            because=(*own, *situation.because("alternative.review")),
            depends_on=("stop.tell",),
        ),
        planned(
            situation,
            "stop.keep",
            title="Keep your certificates, letters and score reports where you find them",
            why="They are worth something in other paths too, and cost nothing to keep.",
            period=Period.SET_UP,
            slips="Papers are harder to get later.",
            because=own,
        ),
    )


def _next(situation: Situation) -> str:
    """What the contract names, as it reads today; where it names nothing, both ways there are."""
    terms, _ = terms_on(situation.dossier, situation.as_of, situation.evidence)
    if terms is not None:
        return f"what you named: {terms.alternative.rstrip('.')}"
    return "what comes next: growing in the work you do, or another path"


def _telling(situation: Situation) -> tuple[str, str]:
    """What to tell, and why: a contract was agreed in advance, a decision to be done is made by oneself."""
    if situation.dossier.stop_contract is not None and not is_done(situation):
        return "that this is the day you wrote about", "It was agreed so that you would not have to carry it alone."
    return "what you decided", "You do not have to carry it alone, and you owe nobody a defence of it."
