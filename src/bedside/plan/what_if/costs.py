"""What a change costs in dollars and in months, from published fees and lead times."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from bedside.calendar.months import DAYS_A_MONTH
from bedside.calendar.season import Service
from bedside.calendar.seasons import service_for
from bedside.evidence.figure import Figure
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited
from bedside.plan.what_if.ground import Ground
from bedside.plan.what_if.results import Answer

WEEKS_A_MONTH = DAYS_A_MONTH / 7

_BESIDE = {
    Service.ERAS: ("fee.eras.token", "fee.usmle.transcript"),
    Service.RESIDENCY_CAS: ("fee.residencycas.transcript",),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Dollars (None where no price is known) with their range, and months; with what they rest on."""

    dollars: float | None
    dollars_from: float | None
    dollars_to: float | None
    months: float
    because: tuple[Reason, ...]

    def on(self, answer: Answer) -> Answer:
        """An answer with this cost."""
        return replace(
            answer,
            dollars=self.dollars,
            dollars_from=self.dollars_from,
            dollars_to=self.dollars_to,
            months=self.months,
            because=(*answer.because, *self.because),
        )


def newest(name: str, season: int, evidence: Evidence) -> Figure | None:
    """The figure of this name and season, or of the newest season before it, or else of the first one known."""
    by_year = {
        int(figure.name.rsplit(".", 1)[1]): figure
        for figure in evidence.starting_with(f"{name}.")
        if figure.name.rsplit(".", 1)[1].isdigit() and isinstance(figure.value, int | float)
    }
    if not by_year:
        return None
    return by_year[max((year for year in by_year if year <= season), default=min(by_year))]


def of_an_exam(fee: str, season: int, days: str, weeks: tuple[str, ...], evidence: Evidence) -> Cost:
    """The fee of an exam; and the days of study, then the weeks of the permit and of the result, in months."""
    price = newest(fee, season, evidence)
    months = months_of(days, evidence) + sum(evidence.number(one) for one in weeks) / WEEKS_A_MONTH
    because = (*((cited(price),) if price else ()), *evidence.cite(days, *weeks))
    amount = float(price.value) if price and isinstance(price.value, int | float) else None
    return Cost(amount, amount, amount, months, because)


def of_clinical_months(months: float, evidence: Evidence) -> Cost:
    """Months of observership at published prices, after the lead time that hospitals want."""
    price, lead = evidence.find("fee.observership.month"), evidence.find("lead.observership-months")
    low, high = (price.interval.low, price.interval.high) if price.interval else (0.0, 0.0)
    return Cost(
        months * evidence.number(price.name),
        months * low,
        months * high,
        evidence.number(lead.name) + months,
        (cited(price), cited(lead)),
    )


def beyond_means(dollars: float | None, ground: Ground) -> tuple[str, ...]:
    """That something costs more than there is above the floor of the file, where it does."""
    money = ground.dossier.constraints.money
    free = max(0.0, money.available - money.floor) if money else None
    if free is None or not dollars or dollars <= free:
        return ()
    return (f"It costs more than the ${free:,.0f} your file has above its floor today.",)


def months_of(days: str, evidence: Evidence) -> float:
    """The months that something takes, from the name of a figure in days."""
    return evidence.number(days) / DAYS_A_MONTH


def of_a_statement(evidence: Evidence) -> tuple[float, tuple[Reason, ...]]:
    """The months that one more personal statement takes."""
    name = "reading.task.story.personal-statement.days"
    return months_of(name, evidence), evidence.cite(name)


def of_a_season(season: int, specialties: Collection[str], evidence: Evidence) -> tuple[float, tuple[Reason, ...]]:
    """What a season costs beside the fees of its list: registration, and what each application service asks besides."""
    services = {service_for(key, season, evidence)[0] for key in specialties}
    beside = (name for service, names in _BESIDE.items() if service in services for name in names)
    found = [newest(name, season, evidence) for name in ("fee.nrmp.registration", *beside)]
    amount = sum(float(one.value) for one in found if one and isinstance(one.value, int | float))
    return amount, tuple(cited(one) for one in found if one)
