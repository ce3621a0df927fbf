"""One story: each fact with what the file says and what every text says, and the receipts behind what is claimed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftText
from bedside.story.told.facts import InFile, Told
from bedside.story.told.facts_told import told_in
from bedside.story.told.known import in_file


class Agreement(StrEnum):
    """How the values of one fact stand to each other."""

    SAME = "the same everywhere"
    DIFFERENT = "not the same"
    NOT_IN_FILE = "not in your file"


@dataclass(frozen=True, slots=True)
class ToldAt:
    """One text that tells a fact: the draft's entry and name, the value, and whether it agrees with the file."""

    entry: str
    where: str
    value: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class FactTold:
    """One fact: the value of the file (None where it has none), and every text that tells it."""

    fact: str
    in_file: str | None
    entry: str | None
    told: tuple[ToldAt, ...]
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Receipt:
    """One entry of the timeline and what proves it; `proof` is None where nothing does."""

    entry: str
    title: str
    proof: str | None


@dataclass(frozen=True, slots=True)
class OneStory:
    """The table of facts, those that differ first, and the receipts, those that are missing first."""

    facts: tuple[FactTold, ...]
    receipts: tuple[Receipt, ...]
    says: str

    @property
    def different(self) -> tuple[FactTold, ...]:
        """The facts that are told in two ways."""
        return tuple(fact for fact in self.facts if fact.agreement is Agreement.DIFFERENT)

    @property
    def without_receipt(self) -> tuple[Receipt, ...]:
        """What nothing proves yet."""
        return tuple(receipt for receipt in self.receipts if receipt.proof is None)


def one_story(dossier: Dossier, as_of: date) -> OneStory:
    """Compare what every draft tells with the file and with the other drafts."""
    known = in_file(dossier, as_of)
    told: dict[str, list[tuple[str, DraftText, Told]]] = {}
    for number, draft in enumerate(dossier.drafts):
        for one in told_in(draft.text, dossier):
            told.setdefault(one.fact, []).append((f"drafts[{number}]", draft, one))
    facts = [_fact(name, known.get(name), found) for name, found in told.items()]
    order = (Agreement.DIFFERENT, Agreement.NOT_IN_FILE, Agreement.SAME)
    facts.sort(key=lambda fact: (order.index(fact.agreement), fact.fact))
    receipts = _receipts(dossier)
    return OneStory(tuple(facts), receipts, _says(facts, receipts, dossier))


def _fact(name: str, file: InFile | None, found: list[tuple[str, DraftText, Told]]) -> FactTold:
    told = tuple(
        ToldAt(entry, draft.name, one.value, file is not None and file.agrees_with(one)) for entry, draft, one in found
    )
    if file is None:
        fit = all(one.fits(other) for _, _, one in found for _, _, other in found[:1])
        agreement = Agreement.NOT_IN_FILE if fit else Agreement.DIFFERENT
    else:
        agreement = Agreement.SAME if all(one.agrees for one in told) else Agreement.DIFFERENT
    return FactTold(name, file.value if file else None, file.entry if file else None, told, agreement)


def _receipts(dossier: Dossier) -> tuple[Receipt, ...]:
    entries = [
        Receipt(f"experiences[{number}]", one.title, one.receipt) for number, one in enumerate(dossier.experiences)
    ]
    gaps = [
        Receipt(f"explanations[{number}]", f"{one.start.in_words} to {one.end.in_words}", one.receipt)
        for number, one in enumerate(dossier.explanations)
    ]
    return tuple(sorted((*entries, *gaps), key=lambda receipt: receipt.proof is not None))


def _says(facts: list[FactTold], receipts: tuple[Receipt, ...], dossier: Dossier) -> str:
    if not dossier.drafts:
        return "No text is in your file yet, so there is nothing to compare."
    different = sum(fact.agreement is Agreement.DIFFERENT for fact in facts)
    missing = sum(receipt.proof is None for receipt in receipts)
    first = {0: "No fact is told in two ways", 1: "One fact is told in two ways"}.get(
        different, f"{different} facts are told in two ways"
    )
    second = {0: "every entry has a receipt", 1: "one entry has no receipt"}.get(
        missing, f"{missing} entries have no receipt"
    )
    return f"{first}, and {second}."
