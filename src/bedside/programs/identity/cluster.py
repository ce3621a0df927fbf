"""A program while it is being told apart from others: its numbers and names grow with every mention that joins."""

from __future__ import annotations

from dataclasses import dataclass, field

from bedside.programs.identity.known import Known
from bedside.programs.identity.plain_name import without_state
from bedside.programs.identity.sighting import Sighting


@dataclass(slots=True, eq=False)
class Cluster:
    """`names`, `cities` and `states` are as printed and in the order they came; a dictionary keeps that order.
    `place`, as printed, is what tells a program of an institution with several apart."""

    key: str
    acgme_id: str | None
    specialty: str
    place: str = ""
    states: dict[str, None] = field(default_factory=dict)
    cities: dict[str, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    codes: dict[str, None] = field(default_factory=dict)
    sightings: list[Sighting] = field(default_factory=list)

    def join(self, one: Sighting) -> None:
        """Take in a mention."""
        self.sightings.append(one)
        self.names.update(dict.fromkeys(self._names_of(one)))
        self.cities.update(dict.fromkeys(filter(None, [one.mention.city])))
        self.states.update(dict.fromkeys(filter(None, [one.mention.state])))
        self.codes.update(dict.fromkeys(one.mention.nrmp_codes))

    def _names_of(self, one: Sighting) -> tuple[str, ...]:
        names = names_of(one)
        return tuple(f"{without_state(name)} ({self.place})" for name in names) if self.place and one.code else names

    def known(self) -> Known:
        """What is known of who it is, for later mentions to be compared with."""
        return Known(
            self.key,
            self.acgme_id,
            self.specialty,
            tuple(self.states),
            tuple(self.cities),
            tuple(self.names),
            tuple(self.codes),
        )


def cluster_of(known: Known) -> Cluster:
    """A program known from before, without mentions of its own."""
    return Cluster(
        known.key,
        known.acgme_id,
        known.specialty,
        "",
        dict.fromkeys(known.states),
        dict.fromkeys(known.cities),
        dict.fromkeys(known.names),
        dict.fromkeys(known.codes),
    )


def names_of(one: Sighting) -> tuple[str, ...]:
    """What a mention calls the program. Beside an NRMP code the name is the specialty and the track: the institution
    is then what tells it apart."""
    said = one.mention
    if said.nrmp_codes and said.institution:
        return (said.institution,)
    return tuple(filter(None, (said.name, said.institution)))
