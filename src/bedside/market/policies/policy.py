"""What a policy is: a name, a sentence, and a change of the season."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bedside.market.season import Season


class Policy(Protocol):
    """Anything with a name, a sentence and a change can be compared; it has to be a value that can be sent."""

    @property
    def name(self) -> str:
        """As the tables name it."""

    @property
    def says(self) -> str:
        """What it changes, in a sentence."""

    def change(self, season: Season) -> Season:
        """The season under the policy; the one given stays as it is."""


@dataclass(frozen=True, slots=True)
class AsItIs:
    """No change: what every policy is held against."""

    name: str = "as it is"
    says: str = "The rules as they are."

    def change(self, season: Season) -> Season:
        """The same season."""
        return season
