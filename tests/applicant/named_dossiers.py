"""Dossiers whose every name is known to a test and found nowhere by chance, for claims about what is hidden."""

from __future__ import annotations

from itertools import count
from typing import Any

from hypothesis import strategies as st

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.rendering import as_written
from tests.applicant.strategies import dossiers

SYLLABLES = ("zor", "vaq", "xeb", "qui", "jyx", "wuz", "kiq", "pyv", "guq", "hox")


def invented(number: int) -> str:
    """A capitalised word that no text holds by chance, another one for each number."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:03d}").capitalize()


@st.composite
def named_dossiers(draw: st.DrawFn) -> tuple[Dossier, frozenset[str]]:
    """A dossier with invented names in every field for a name, each also inside other texts; and all of their words."""
    content: dict[str, Any] = as_written(draw(dossiers()))
    numbers, told = count(1), draw(st.sampled_from(["{}", "{}'s team", "Dr. {} said", "with {}.", "({})"]))
    words: set[str] = set()

    def name() -> str:
        pair = [invented(next(numbers)), invented(next(numbers))]
        words.update(pair)
        return " ".join(pair)

    content["identity"]["name"] = name()
    people = [content["identity"]["name"]]
    content["medical_school"]["name"] = f"{name()} University"
    people.append(content["medical_school"]["name"])
    for part, field, around in _FIELDS:
        for entry in content.get(part, []):
            entry[field] = around.format(name())
            people.append(entry[field])
    contract = content.get("stop_contract")
    if contract is not None:
        contract["trusted_reader"] = {"name": name()}
        people.append(contract["trusted_reader"]["name"])
    _tell(content, [told.format(way(one)) for one in people for way in (str, str.upper, str.lower, _last_word)])
    return Dossier.model_validate(content), frozenset(words)


_FIELDS = (
    ("letters", "writer", "Dr. {}, cardiologist"),
    ("experiences", "supervisor", "Prof. {} MD"),
    ("experiences", "organization", "{} Medical Center"),
    ("bookings", "supervisor", "Dr. {}"),
)


def _last_word(name: str) -> str:
    """The part of a name that people say, such as the surname."""
    return next(word for word in reversed(name.split()) if word.strip(",.").lower()[:3] in SYLLABLES).strip(",")


def _tell(content: dict[str, Any], sentences: list[str]) -> None:
    """Put the sentences into texts of the dossier that results show."""
    for place, sentence in enumerate(sentences):
        entries = [one for part in ("experiences", "bookings") for one in content.get(part, [])]
        if entries:
            entry = entries[place % len(entries)]
            entry["title"] = sentence
    content["strengths"] = sentences
    content["seven_day_task"] = {"task": " ".join(sentences)[:4000], "set_on": "2026-11-20"}
