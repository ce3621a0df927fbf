"""A claim is one fact about one program, from one source on one date; sources may disagree, and both are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bedside.programs.field import Value


class Confidence(Enum):
    """How near a claim is to the program itself; a lower rank is believed first."""

    CHECKED = "checked by you"
    PROGRAM = "said by the program"
    COMPILED = "compiled by others"
    UNSURE = "unsure"

    @property
    def rank(self) -> int:
        """0 for what is believed first."""
        return list(Confidence).index(self)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a source states of one field: the value, and where in the source it stands.

    `said_on` is None where the source bears no date for it: the date of its edition then counts. `quote` is the
    source's own words or the cell as it was; `url` a page to check it on. `rounded_to` is the step to which a
    rate or share was rounded (0.01 for whole percents): the true value lies within half of it.
    """

    field: str
    value: Value
    said_on: date | None = None
    quote: str = ""
    url: str = ""
    confidence: Confidence = Confidence.COMPILED
    rounded_to: float | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of claims: one edition of one publication, or what the user entered.

    `import_id` names the import it came with, so that a claim can be followed to its file and taken back with it.
    """

    import_id: str
    title: str
    publisher: str
    edition: str
    said_on: date | None
    url: str
    licence: str
    is_private: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with its origin; `place` is where in the source it stands ("page 7", "row 12")."""

    stated: Stated
    origin: Origin
    place: str

    @property
    def field(self) -> str:
        """The key of the field it is about."""
        return self.stated.field

    @property
    def value(self) -> Value:
        """What is claimed."""
        return self.stated.value

    @property
    def said_on(self) -> date | None:
        """The day it was said: its own date, else that of the edition; None where neither is known."""
        return self.stated.said_on or self.origin.said_on
