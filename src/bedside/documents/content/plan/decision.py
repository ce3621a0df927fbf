"""The decision on paper, and the stop contract as a page that can be signed."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.applicant.six_answers import USUAL_NAME
from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Facts,
    Heading,
    Line,
    Paragraph,
    Signatures,
    Table,
    Tone,
)
from bedside.documents.content.citations import Citations, rests_on
from bedside.documents.content.marks import FIRES, conditions
from bedside.documents.wording import in_full, in_short
from bedside.plan.results import DecisionResult, StopContractResult
from bedside.standing.results import Fires

NOT_YET = "not yet"
REACHED = {Fires.YES: "reached", Fires.NO: "not reached", Fires.UNKNOWN: "cannot be said yet"}


def decision_blocks(decision: DecisionResult, cite: Citations) -> Iterator[Block]:
    """The decision, how much of it is used, and what it asks; `says` counts its cycles."""
    yield Heading("The decision")
    yield Heading(decision.title, 2)
    yield Paragraph(decision.says, sources=cite(decision.because))
    yield Facts(tuple(_decision_facts(decision)))
    if decision.what_it_asks:
        yield Heading("What it asks of the months ahead", 3)
        yield conditions(decision.what_it_asks, cite)
    if decision.causes:
        yield Heading("What may have stopped earlier cycles", 3)
        yield Bullets(decision.causes)


def _decision_facts(decision: DecisionResult) -> Iterator[tuple[str, Cell]]:
    if decision.signed is None:
        yield "Signed", NOT_YET
    yield "Next application", Line(decision.says_may_apply)


def contract_blocks(contract: StopContractResult, name: str, cite: Citations) -> Iterator[Block]:
    """The stop contract with lines to sign on."""
    yield Heading("Stop contract")
    yield Paragraph(contract.text)
    yield Facts(tuple(_contract_facts(contract)))
    if contract.missing:
        yield Card("Still to fill in", (Bullets(contract.missing),), Tone.CARE)
    if contract.stop_reached is Fires.YES:
        yield Card(
            "The day has come",
            (
                Paragraph(
                    "Your contract says to stop here. The page “Other ways to stay in medicine” is ready when you are."
                ),
            ),
            Tone.NOTE,
        )
    yield Signatures(tuple(signatures(contract, name)))
    yield from _changes(contract)
    if (quiet := rests_on(contract.because, cite)) is not None:
        yield quiet


def _contract_facts(contract: StopContractResult) -> Iterator[tuple[str, Cell]]:
    """What the text of the contract does not give already; what is blank in it is listed as still to fill in."""
    if contract.stop_day is not None:
        day = f"{in_full(contract.stop_day)}, Match Day: {REACHED[contract.stop_reached]}"
        yield "Stop day", Line(day, mark=FIRES[contract.stop_reached])


def signatures(contract: StopContractResult, name: str) -> Iterator[tuple[str, str]]:
    """The lines to sign on, each with what stands on it already."""
    yield f"Signed by {name}" if name not in ("", USUAL_NAME) else "Signed", ""
    yield "Date", in_full(contract.signed) if contract.signed else ""
    yield f"Read by {contract.trusted_reader}" if contract.trusted_reader else "Read by someone you trust", ""
    yield "Date", in_full(contract.reader_told) if contract.reader_told else ""


def _changes(contract: StopContractResult) -> Iterator[Block]:
    if not contract.changes:
        return
    yield Heading("Changes on record", 3)
    yield Table(
        head=("Asked", "Takes effect", "What changes", "Why"),
        rows=tuple(
            (
                in_short(change.asked),
                (in_short(change.takes_effect), Line("in effect" if change.in_effect else NOT_YET, quiet=True)),
                change.says,
                change.why,
            )
            for change in contract.changes
        ),
        widths=(1.4, 1.4, 3, 3),
    )
