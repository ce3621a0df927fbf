"""Mentions that are certainly one program, while it is being found out which."""

from __future__ import annotations

from dataclasses import dataclass

from bedside.programs.identity.asked import Asked
from bedside.programs.identity.cluster import Cluster, names_of
from bedside.programs.identity.sighting import Sighting
from bedside.programs.identity.track_label import place_as_printed, place_in
from bedside.programs.mention import Mention


@dataclass(slots=True)
class Group:
    """`said` stands for all of them; `key` is the program's where none is found; `place` and `is_main` as in
    `Asked`; `is_apart` says that its institution has another in this specialty."""

    said: Mention
    members: list[Sighting]
    key: str = ""
    place: str = ""
    is_main: bool = False
    is_apart: bool = False
    home: Cluster | None = None
    is_answered: bool = False

    @property
    def place_as_printed(self) -> str:
        """The place in the words of the source; "" where it does not tell the program from another."""
        labels = (track.label for one in self.members for track in one.tracks)
        return "" if not (self.is_apart and self.place) else next(filter(None, map(place_as_printed, labels)), "")

    def asked(self, specialty: str) -> Asked:
        """Who is looked for."""
        names = dict.fromkeys(name for one in self.members for name in names_of(one))
        cities = dict.fromkeys(one.mention.city for one in self.members if one.mention.city)
        states = dict.fromkeys(one.mention.state for one in self.members if one.mention.state)
        return Asked(
            tuple(names),
            tuple(cities),
            tuple(states),
            specialty,
            self.members[0].source,
            self.place,
            self.is_main,
            self.is_apart,
            self._is_elsewhere(),
        )

    def _is_elsewhere(self) -> bool:
        """Whether every label has words beside the kind of track, which may be a place, and none is a known one."""
        labels = [track.label for one in self.members for track in one.tracks]
        return self.is_apart and not self.is_main and not self.place and bool(labels) and all(map(place_in, labels))


def group_of(members: list[Sighting]) -> Group:
    """Mentions with one fingerprint or one number."""
    return Group(members[0].mention, members)
