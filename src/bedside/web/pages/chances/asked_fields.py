"""What is asked of the odds and of the list: read from the address, and shown again in the fields of a form."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from django.http import QueryDict

from bedside.evidence.library import load_evidence
from bedside.programs.mistakes import PlaceNotKnown
from bedside.programs.places import states_in
from bedside.web.forms.fields import Choice, Field

LONGEST = 200
MOST_PROGRAMS = 10_000
NOT_A_NUMBER = "“{written}” is no number from {least} to {most:,}, so it is left aside."


class Fields:
    """The fields of one form, made while they are read; each keeps what was typed and what is wrong with it."""

    def __init__(self, sent: QueryDict, of: str) -> None:
        self._sent, self._of = sent, of
        self.made: dict[str, Field] = {}

    def number(
        self, name: str, label: str, least: int, most: int, usual: int | None = None, help: str = ""
    ) -> int | None:
        """A whole number between two ends, both inclusive; the usual one where nothing is sent or it cannot be read."""
        written = self._get(name, "" if usual is None else str(usual)).strip()[:LONGEST]
        value = whole_number(written)
        fits = value is not None and least <= value <= most
        wrong = () if fits or not written else (NOT_A_NUMBER.format(written=written, least=least, most=most),)
        self._keep(Field(name, self._id(name), label, "number", written, help, wrong=wrong))
        return value if fits else usual

    def places(self, name: str, label: str, usual: Iterable[str] = (), help: str = "") -> frozenset[str]:
        """States and regions, written with commas; what is no place is told, and the others count."""
        written = self._get(name, ", ".join(usual)).strip()[:LONGEST]
        found: set[str] = set()
        wrong: list[str] = []
        for one in filter(None, (part.strip() for part in re.split(r"[,;]", written))):
            try:
                found |= set(states_in([one], load_evidence()))
            except PlaceNotKnown as mistake:
                wrong.append(str(mistake))
        self._keep(Field(name, self._id(name), label, "line", written, help, wrong=tuple(wrong)))
        return frozenset(found)

    def choice(self, name: str, label: str, known: Mapping[str, str], help: str = "") -> str:
        """One of a few; the first where none of them is sent."""
        value = self._get(name, "")
        value = value if value in known else next(iter(known))
        choices = tuple(Choice(key, title, key == value) for key, title in known.items())
        self._keep(Field(name, self._id(name), label, "choice", value, help, choices))
        return value

    def tick(self, name: str, label: str, help: str = "") -> bool:
        """Whether something is ticked."""
        value = self._get(name, "") == "1"
        self._keep(Field(name, self._id(name), label, "choices", "1" if value else "", help))
        return value

    def _get(self, name: str, otherwise: str) -> str:
        """The last that was sent under a name."""
        return str(self._sent.get(name, otherwise))

    def _id(self, name: str) -> str:
        return f"{self._of}-{name}"

    def _keep(self, field: Field) -> None:
        self.made[field.name] = field


def whole_number(written: str) -> int | None:
    """A whole number as people write it, with or without a dollar sign and commas; None for what is none."""
    plain = written.replace(",", "").replace("$", "").replace("%", "").strip()
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9})?", plain):
        return None
    return math.floor(float(plain) + 0.5)
