"""What things cost: the fee of the season, or of the latest season whose fee is known."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from bedside.calendar.season import Service
from bedside.calendar.seasons import service_for
from bedside.evidence import fees
from bedside.evidence.figure import Figure
from bedside.evidence.money import Dollars, exactly
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.evidence.specialties import find_specialty
from bedside.plan.situation import Situation
from bedside.plan.wording import counted


@dataclass(frozen=True, slots=True)
class Price:
    """A cost with its reasons. `cost` is None where it is not known; `says` is then the sentence that tells so.

    `partial` where a part of it has no price: then it costs at least that much. `not_priced` names those parts.
    """

    cost: Dollars | None
    says: str
    because: tuple[Reason, ...]
    partial: bool = False
    not_priced: tuple[str, ...] = ()


def fee(situation: Situation, name: str) -> Price:
    """The fee called `name` in the season aimed at, or in the latest season known up to it."""
    found = _of_season(situation, name)
    if found is None or not isinstance(found.value, int | float):
        return Price(None, f"No price is known for {name.replace('.', ' ').replace('-', ' ')}.", ())
    return Price(exactly(float(found.value)), found.says, (cited(found),))


def together(*prices: Price) -> Price:
    """Several fees paid at once; those without a price are left out of the sum and named."""
    known = [price.cost for price in prices if price.cost is not None]
    total = None
    for cost in known:
        total = cost if total is None else total + cost
    partial = total is not None and any(price.cost is None or price.partial for price in prices)
    says = without_repeats([price.says for price in prices])
    at_least = f"At least {total}. " if partial else ""
    because = tuple(reason for price in prices for reason in price.because)
    missing = tuple(part for price in prices for part in price.not_priced)
    return Price(total, f"{at_least}{says}", because, partial, missing)


def without_repeats(texts: list[str]) -> str:
    """Texts one after the other; a sentence that several of them hold comes once, at the end."""
    sentences = [f"{sentence.rstrip('.')}." for text in texts for sentence in text.split(". ") if sentence]
    repeated = [one for one in dict.fromkeys(sentences) if sentences.count(one) > 1]
    return " ".join([one for one in sentences if one not in repeated] + repeated)


def observership_month(situation: Situation) -> Price:
    """The price of a month of observership, as the range between the quartiles of published prices."""
    figure = situation.evidence.find("fee.observership.month")
    interval = situation.interval(figure.name)
    return Price(Dollars(interval.low, interval.high), figure.says, (cited(figure),))


def applications(situation: Situation, through: Container[Service | None] | None = None) -> Price:
    """What it costs to apply to the programs planned, split evenly over the specialties aimed at.

    `through` counts only what goes through these services; None among them stands for what goes through no known one.
    """
    target = situation.dossier.target
    if not target.specialties or target.programs_planned is None:
        missing = "which specialties" if not target.specialties else "how many programs"
        return _unpriced(f"Applications are not priced: your file does not say {missing} you plan to apply to.")
    parts = split(situation)
    prices = [
        _one_specialty(situation, words, count)
        for words, count in parts
        if through is None or _service(situation, words) in through
    ]
    price = together(*prices)
    split_evenly = "The programs planned are split evenly over the specialties." if len(parts) > 1 else ""
    entry = from_dossier("target.programs_planned", f"{target.programs_planned} programs are planned. {split_evenly}")
    return replace(price, because=(*price.because, entry))


def later_programs_cost_more(situation: Situation) -> bool:
    """Whether, as planned, the later programs of any specialty cost more each than its first ones.

    False where the specialties or the programs planned are not given, or no price is known.
    """
    if not situation.specialties or situation.dossier.target.programs_planned is None:
        return False
    year, evidence = situation.season.match_year, situation.evidence
    return any(
        fees.later_programs_cost_more(service, specialty.key, year, programs, evidence)
        for words, programs in split(situation)
        if (specialty := find_specialty(words, evidence)) is not None
        and (service := service_for(specialty.key, year, evidence)[0]) is not None
    )


def split(situation: Situation) -> list[tuple[str, int]]:
    """The programs planned, split evenly over the specialties; earlier ones take what is left over."""
    specialties, programs = situation.specialties, situation.dossier.target.programs_planned or 0
    share, left_over = divmod(programs, len(specialties))
    return [(words, share + (1 if number < left_over else 0)) for number, words in enumerate(specialties)]


def _service(situation: Situation, words: str) -> Service | None:
    specialty = find_specialty(words, situation.evidence)
    return service_for(specialty.key, situation.season.match_year, situation.evidence)[0] if specialty else None


def _one_specialty(situation: Situation, words: str, programs: int) -> Price:
    specialty = find_specialty(words, situation.evidence)
    if specialty is None:
        return _unpriced(f"Applications in {words} are not priced: Bedside does not know this specialty.")
    service, why = service_for(specialty.key, situation.season.match_year, situation.evidence)
    if service is None:
        return _unpriced(f"Applications in {specialty.name} are not priced: {why.says}", why)
    year = situation.season.match_year
    priced = fees.application_cost(service, specialty.key, year, programs, situation.evidence)
    if priced.cost is None:
        count = counted(programs, "program")
        return _unpriced(f"{count} in {specialty.name} through {service}: no price is known to Bedside.", why)
    return Price(priced.cost, priced.says, priced.because)


def _unpriced(says: str, *because: Reason) -> Price:
    return Price(None, says, because, not_priced=(says,))


def _of_season(situation: Situation, name: str) -> Figure | None:
    if name in situation.evidence:
        return situation.evidence.find(name)
    years = {
        int(figure.name.rsplit(".", 1)[1]): figure
        for figure in situation.evidence.starting_with(f"{name}.")
        if figure.name.rsplit(".", 1)[1].isdigit() and figure.value is not None
    }
    up_to = [year for year in years if year <= situation.season.match_year]
    if not years:
        return None
    return years[max(up_to)] if up_to else years[min(years)]
