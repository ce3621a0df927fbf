"""A cap on applications: at most so many from each applicant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from bedside.market.season import Season


@dataclass(frozen=True, slots=True)
class ApplicationCap:
    """At most `most` applications from each applicant, preparatory years aside.

    Who would have sent more keeps an even cut through their wishes, from the first to the last: what people would
    choose to keep is not known. Programs give as many interviews as before, to those who still apply.
    """

    most: int

    @property
    def name(self) -> str:
        """As it is asked for."""
        return f"cap={self.most}"

    @property
    def says(self) -> str:
        """What it changes."""
        return f"At most {self.most} applications from each applicant (preparatory years aside)."

    def change(self, season: Season) -> Season:
        """The season with fewer applications."""
        people = season.population
        own = people.preliminary - people.starts[:-1]
        place = np.arange(len(people.chosen)) - np.repeat(people.starts[:-1], np.diff(people.starts))
        of = np.repeat(np.maximum(own, 1), np.diff(people.starts))
        step = np.minimum(self.most / of, 1.0)
        keep = (np.ceil((place + 1) * step - 1e-9) > np.ceil(place * step - 1e-9)) | (place >= of)
        kept = np.concatenate([[0], np.cumsum(keep)])
        starts = kept[people.starts]
        fewer = replace(people, starts=starts, preliminary=kept[people.preliminary], chosen=people.chosen[keep])
        return replace(season, population=fewer)
