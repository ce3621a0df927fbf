"""Specialties by any of their usual names, so that “IM” and “Internal Medicine” are one thing everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bedside.evidence.library import Evidence

_NAME = "specialty.name."
_ALIASES = "specialty.aliases."
_NEAREST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Specialty:
    """A specialty: `key` is the last part of the names of its figures, `name` is what people read."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()


def all_specialties(evidence: Evidence) -> tuple[Specialty, ...]:
    """Every specialty Bedside knows, in the order of their keys."""
    return tuple(
        Specialty(key, str(figure.value), _aliases(key, evidence))
        for figure in evidence.starting_with(_NAME)
        for key in (figure.name.removeprefix(_NAME),)
    )


def specialty_name(key: str, evidence: Evidence) -> str:
    """The name people read for a key; the key itself where none is known."""
    name = f"{_NAME}{key}"
    return evidence.text(name) if name in evidence else key


def find_specialty(words: str, evidence: Evidence) -> Specialty | None:
    """The specialty with this name, key or alias, whatever its capitals and hyphens; None where there is none."""
    wanted = _plain(words)
    matches = (one for one in all_specialties(evidence) if wanted in {_plain(name) for name in _names(one)})
    return next(matches, None)


def specialties_named(words: Iterable[str], evidence: Evidence) -> tuple[str, ...]:
    """The keys of the specialties that these words name, each once and in their order; what names none is left out."""
    found = (find_specialty(one, evidence) for one in words)
    return tuple(dict.fromkeys(one.key for one in found if one is not None))


def nearest_specialties(words: str, evidence: Evidence) -> tuple[Specialty, ...]:
    """The specialties whose names are most like `words`, best first."""
    from rapidfuzz import fuzz, process

    names = {_plain(name): one for one in all_specialties(evidence) for name in _names(one)}
    ranked = process.extract(_plain(words), list(names), scorer=fuzz.WRatio, limit=None)
    return tuple(dict.fromkeys(names[name] for name, _, _ in ranked))[:_NEAREST_SHOWN]


def _names(specialty: Specialty) -> tuple[str, ...]:
    return (specialty.key, specialty.name, *specialty.aliases)


def _aliases(key: str, evidence: Evidence) -> tuple[str, ...]:
    name = f"{_ALIASES}{key}"
    return tuple(alias.strip() for alias in evidence.text(name).split(";")) if name in evidence else ()


def _plain(words: str) -> str:
    spelled = words.casefold().replace("&", " and ")
    kept = [word for word in re.split(r"[^a-z0-9]+", spelled) if word not in ("", "residency")]
    return " ".join(kept)
