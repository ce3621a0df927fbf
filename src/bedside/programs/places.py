"""States, and the Census regions and divisions they lie in."""

from __future__ import annotations

from collections.abc import Iterable

from bedside.applicant.parts.us_state import UsState
from bedside.evidence.library import Evidence
from bedside.programs.mistakes import PlaceNotKnown

_DIVISION, _REGION = "place.division.", "place.region."


def state_name(code: str) -> str:
    """The name of a state by its two letters; the letters themselves where they are no state."""
    return UsState(code).title_in_full if code in UsState.__members__.values() else code


def region_of(state: str, evidence: Evidence) -> str | None:
    """The Census region of a state: Northeast, Midwest, South or West; None for a territory."""
    return _lies_in(_REGION, state, evidence)


def division_of(state: str, evidence: Evidence) -> str | None:
    """The Census division of a state, such as East North Central; None for a territory."""
    return _lies_in(_DIVISION, state, evidence)


def regions(evidence: Evidence) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every region with its divisions, both in the order of their names."""
    found: dict[str, set[str]] = {}
    for figure in evidence.starting_with(_REGION):
        state = figure.name.removeprefix(_REGION)
        found.setdefault(str(figure.value), set()).add(evidence.text(f"{_DIVISION}{state}"))
    return tuple((region, tuple(sorted(found[region]))) for region in sorted(found))


def states_in(names: Iterable[str], evidence: Evidence) -> tuple[str, ...]:
    """The states of these regions or divisions, or states by name or letters; each once, in the order of letters.

    Raises PlaceNotKnown for a name that is none of them.
    """
    return tuple(sorted({state for name in names for state in _states(name, evidence)}))


def _states(name: str, evidence: Evidence) -> set[str]:
    wanted = _plain(name)
    found = {
        figure.name.rpartition(".")[2].upper()
        for figure in (*evidence.starting_with(_REGION), *evidence.starting_with(_DIVISION))
        if _plain(str(figure.value)) == wanted
    }
    if found:
        return found
    try:
        return {UsState(name.strip()).value}
    except ValueError:
        raise PlaceNotKnown(name, tuple(region for region, _ in regions(evidence))) from None


def _lies_in(prefix: str, state: str, evidence: Evidence) -> str | None:
    name = f"{prefix}{state.lower()}"
    return evidence.text(name) if name in evidence else None


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
