"""What is to be decided: programs, their options, the chances in each scenario, what it costs, and the limits."""

from __future__ import annotations

from dataclasses import dataclass, field

from bedside.targeting.portfolio.statement.arrays import Options, Programs, Scenarios
from bedside.targeting.portfolio.statement.charges import Charge
from bedside.targeting.portfolio.statement.checking import mistakes_in
from bedside.targeting.portfolio.statement.limits import Limits
from bedside.targeting.portfolio.statement.mistakes import PortfolioMistake


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Which list is wanted; raises PortfolioMistake with a sentence for everything in it that cannot be.

    `names` (one per program, or none at all) and `specialties` (one per number of a specialty, or none at all) are
    only used in sentences.
    """

    scenarios: Scenarios
    options: Options
    programs: Programs
    limits: Limits = field(default_factory=Limits)
    charges: tuple[Charge, ...] = ()
    names: tuple[str, ...] = ()
    specialties: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        sentences = mistakes_in(self)
        if sentences:
            raise PortfolioMistake(sentences)

    def name_of(self, program: int) -> str:
        """What the program is called in sentences."""
        return self.names[program] if self.names else f"program {program + 1}"

    def specialty_name(self, specialty: int) -> str:
        """What the specialty is called in sentences."""
        return self.specialties[specialty] if self.specialties else f"specialty {specialty}"
