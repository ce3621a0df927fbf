"""What applying costs, by the price tiers of a service, a season and a specialty."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bedside.evidence.figure import Figure
from bedside.evidence.library import Evidence
from bedside.evidence.money import Dollars, exactly
from bedside.evidence.reason import Reason, cited
from bedside.evidence.specialties import specialty_name

_TIER = re.compile(r"\.(?P<season>\d{4})\.programs-(?P<first>\d+)-(?:to-(?P<last>\d+)|and-up)(?P<flat>-flat)?$")


@dataclass(frozen=True, slots=True)
class PricedApplication:
    """The price of applying to some programs of one specialty; `cost` is None where no price is known."""

    cost: Dollars | None
    says: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Tier:
    """Programs `first` to `last` (both inclusive; None means no end), each at `price`, or together where flat."""

    season: int
    first: int
    last: int | None
    flat: bool
    price: float
    figure: Figure

    @property
    def each(self) -> float:
        """US dollars of one program of this tier; its share where the tier has one price for all."""
        return self.price / (self.last - self.first + 1) if self.flat and self.last else self.price

    def cost(self, programs: int) -> float:
        """US dollars this tier adds for that many programs in all."""
        covered = min(programs, self.last or programs) - self.first + 1
        if covered <= 0:
            return 0.0
        return self.price if self.flat else covered * self.price


def application_cost(
    service: str, specialty_key: str, match_year: int, programs: int, evidence: Evidence
) -> PricedApplication:
    """What the application fees of one specialty come to.

    1. The tiers of the service (for ResidencyCAS: of the specialty) are looked up.
    2. The season of `match_year` is taken; where its prices are not known, those of the latest known
       season before it (or of the first known one) are, and the answer says so.
    3. Every tier adds its price for the programs it covers.
    Raises ValueError for a negative number of programs.
    """
    if programs < 0:
        raise ValueError(f"the number of programs cannot be negative: {programs}")
    tiers = _tiers(service, specialty_key, evidence)
    if not tiers:
        return _unknown_price(service, specialty_key, evidence)
    season = _season_to_use({tier.season for tier in tiers}, match_year)
    used = [tier for tier in tiers if tier.season == season and tier.cost(programs) > 0]
    cost = exactly(sum(tier.cost(programs) for tier in used))
    says = f"{_programs(programs)} in {specialty_name(specialty_key, evidence)} through {service}: {cost}."
    if season != match_year:
        known = "not known yet" if match_year > max(tier.season for tier in tiers) else "not known to Bedside"
        says += f" The fees of the {match_year} season are {known}; these are those of {season}."
    return PricedApplication(cost, says, tuple(cited(tier.figure) for tier in used))


@dataclass(frozen=True, slots=True)
class PriceTier:
    """The next `programs` programs (None: all further ones) at `price` US dollars each, or together where `flat`."""

    programs: int | None
    price: float
    flat: bool


def price_tiers(service: str, specialty_key: str, match_year: int, evidence: Evidence) -> tuple[PriceTier, ...]:
    """The tiers `application_cost` adds up, the first one first; none where no price is known."""
    tiers = _tiers(service, specialty_key, evidence)
    if not tiers:
        return ()
    season = _season_to_use({tier.season for tier in tiers}, match_year)
    used = (tier for tier in tiers if tier.season == season)
    return tuple(PriceTier(tier.last - tier.first + 1 if tier.last else None, tier.price, tier.flat) for tier in used)


def later_programs_cost_more(
    service: str, specialty_key: str, match_year: int, programs: int, evidence: Evidence
) -> bool:
    """Whether the last of that many programs costs more than the first ones; False where no price is known.

    A tier with one price for all its programs counts with its share: leaving one of them out saves nothing.
    """
    tiers = _tiers(service, specialty_key, evidence)
    if not tiers:
        return False
    season = _season_to_use({tier.season for tier in tiers}, match_year)
    reached = [tier for tier in tiers if tier.season == season and tier.cost(programs) > 0]
    return len(reached) > 1 and reached[-1].each > reached[0].each


def _tiers(service: str, specialty_key: str, evidence: Evidence) -> list[_Tier]:
    found = []
    for prefix in (f"fee.{service.lower()}", f"fee.{service.lower()}.{specialty_key}"):
        for figure in evidence.starting_with(f"{prefix}."):
            match = _TIER.fullmatch(figure.name.removeprefix(prefix))
            if match:
                found.append(_tier(match, figure, evidence))
    return sorted(found, key=lambda tier: (tier.season, tier.first))


def _tier(match: re.Match[str], figure: Figure, evidence: Evidence) -> _Tier:
    last = int(match["last"]) if match["last"] else None
    price = evidence.number(figure.name)
    return _Tier(int(match["season"]), int(match["first"]), last, match["flat"] is not None, price, figure)


def _season_to_use(known: set[int], match_year: int) -> int:
    return max((season for season in known if season <= match_year), default=min(known))


def _unknown_price(service: str, specialty_key: str, evidence: Evidence) -> PricedApplication:
    name = specialty_name(specialty_key, evidence)
    return PricedApplication(None, f"What {name} costs through {service} is not known to Bedside.", ())


def _programs(count: int) -> str:
    return f"{count:,} program{'' if count == 1 else 's'}"
