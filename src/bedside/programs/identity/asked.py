"""Who is looked for among the known programs, and what was found."""

from __future__ import annotations

from dataclasses import dataclass

from bedside.programs.identity.cluster import Cluster


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is looked for. `source` is the publication it stands in, which names each program once; `place` is the
    place a track is named after. `is_main` says that it is the first of these, which may be where the institution is
    and go by its name alone; `is_apart` that its institution has another program in the specialty; `is_elsewhere` that
    its label may name a place that no source knows, while the others are where theirs say."""

    names: tuple[str, ...]
    cities: tuple[str, ...]
    states: tuple[str, ...]
    specialty: str
    source: str
    place: str = ""
    is_main: bool = False
    is_apart: bool = False
    is_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The program it is, or None; `candidates` are then those it might be, with how alike they are (0 to 100)."""

    home: Cluster | None = None
    candidates: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """One that is asked for beside one program it might be; `score` goes from 0 to 100."""

    asked: int
    cluster: Cluster
    score: float
