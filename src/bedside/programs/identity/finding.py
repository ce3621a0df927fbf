"""Finds the programs that mentions mean, by specialty, state and name, with the town to weigh in and one for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from bedside.programs.identity.asked import Asked, Found, Pair
from bedside.programs.identity.cluster import Cluster
from bedside.programs.identity.institutions import Institutions
from bedside.programs.identity.likeness import Weights, all_words_in, has_initials, likeness, same_town
from bedside.programs.identity.plain_name import plain_city, plain_name
from bedside.programs.importing.states import STATES

SURE = 60.0
"""From here on a mention is taken to be the program; set on one half of the pairs (docs/explanation/directory.md)."""

WORTH_ASKING = 50.0
"""From here on the user is asked."""

SAME_NAME = 100.0
_WEIGHT_OF_THE_TOWN = 0.3
_TOWN_OF_SEVERAL = 0.5
_NOT_SURE = 59.9  # one of several programs of an institution, and the candidate is not where it is
_ONE_INSTITUTION = 0.84  # enough with the same town, and worth a question without it
_CANDIDATES_SHOWN = 4
_CLEARLY_BETTER = 8.0  # points; with a smaller lead the user is asked


def find_homes(
    asked: Sequence[Asked],
    clusters: Iterable[Cluster],
    institutions: Institutions,
    taken: Iterable[tuple[str, str]] = (),
) -> list[Found]:
    """For each that is asked for the program it is, or those it might be. `taken` are pairs of a source and the key of
    a program that it has named already.

    1. Only programs of the same specialty and state are compared.
    2. The same plain name that no other program there has decides, whatever the town.
    3. Else likeness of the name counts 70 and the same town 30 of 100 points.
    4. Pairs are taken from the best down; a program is given once to each source, and never to one with another
       ACGME ID. Two that are about as good leave it open.
    5. What was found teaches which names are one institution; what is left is compared again with that.
    6. One of several programs of an institution is sure only where it is: at the place in its label, or in the town.
       Where its label may name a place that nobody knows, its siblings come first.
    """
    finder = _Finder(asked, clusters, institutions)
    finder.given.update(taken)
    finder.take(finder.same_names())
    finder.take(finder.pairs(finder.left()))
    finder.teach()
    finder.take(finder.pairs(finder.left()))
    finder.take(finder.pairs(finder.left(with_elsewhere=True)))
    return finder.found()


class _Finder:
    def __init__(self, asked: Sequence[Asked], clusters: Iterable[Cluster], institutions: Institutions) -> None:
        self.asked = asked
        self.institutions = institutions
        self.blocks: defaultdict[tuple[str, str], list[Cluster]] = defaultdict(list)
        self.names: dict[str, set[str]] = {}
        self.given: set[tuple[str, str]] = set()
        for cluster in clusters:
            self.names[cluster.key] = {plain_name(name) for name in cluster.names}
            self.given.update((one.source, cluster.key) for one in cluster.sightings)
            for state in cluster.states:
                for block in ((cluster.specialty, state), (cluster.specialty, ""), ("", state)):
                    self.blocks[block].append(cluster)
        self.weights = Weights({plain_name(name) for one in asked for name in one.names}.union(*self.names.values()))
        self.homes: dict[int, Cluster] = {}
        self.might_be: dict[int, list[Pair]] = {}

    def same_names(self) -> list[Pair]:
        """Pairs of the same plain name: where only one program has it, or only one in the same town.

        Where a mention lacks its state all of the specialty are compared, and where it lacks its specialty the user is
        asked, because a hospital has programs in several.
        """
        pairs = []
        for number, one in enumerate(self.asked):
            same = self._of_one_name(one)
            here = [cluster for cluster in same if self._in_one_town(one, cluster)]
            only = here if len(here) == 1 else same
            if len(only) == 1 and one.specialty:
                pairs.append(Pair(number, only[0], SAME_NAME))
            elif same:
                self.might_be[number] = [Pair(number, cluster, SAME_NAME) for cluster in here or same]
        return pairs

    def _of_one_name(self, one: Asked) -> list[Cluster]:
        """Programs with the plain name; with that of the institution where no program has the first name given."""
        if one.place or one.is_elsewhere:
            return []
        around = self._around(one)
        for name in map(plain_name, one.names):
            if same := [cluster for cluster in around if name in self.names[cluster.key]]:
                return same
        return []

    def pairs(self, numbers: Iterable[int]) -> list[Pair]:
        """Every pair of one that is asked for and a program around it, with its score."""
        whole = [number for number in numbers if self.asked[number].specialty and self.asked[number].states]
        return [Pair(n, one, self._score(self.asked[n], one)) for n in whole for one in self._around(self.asked[n])]

    def take(self, pairs: list[Pair]) -> None:
        """Give programs away, best pair first."""
        by_number: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in pairs:
            if pair.score >= WORTH_ASKING:
                by_number[pair.asked].append(pair)
        self.might_be.update((number, sorted(many, key=_best_first)) for number, many in by_number.items())
        for pair in sorted((pair for pair in pairs if pair.score >= SURE), key=_best_first):
            source = self.asked[pair.asked].source
            if pair.asked not in self.homes and (source, pair.cluster.key) not in self.given:
                if self._rivalled(pair):
                    continue
                self.homes[pair.asked] = pair.cluster
                self.given.add((source, pair.cluster.key))

    def teach(self) -> None:
        """Remember which names turned out to be one institution."""
        for number, home in self.homes.items():
            if not self.asked[number].place:
                self.institutions.learn(self.asked[number].names, home)

    def left(self, *, with_elsewhere: bool = False) -> list[int]:
        """Those without a program so far."""
        wanted = (number for number, one in enumerate(self.asked) if with_elsewhere or not one.is_elsewhere)
        return [number for number in wanted if number not in self.homes]

    def found(self) -> list[Found]:
        """What came out for each that was asked for, in their order."""
        return [self._outcome(number) for number in range(len(self.asked))]

    def _outcome(self, number: int) -> Found:
        if number in self.homes:
            return Found(self.homes[number])
        source = self.asked[number].source
        free = [pair for pair in self.might_be.get(number, []) if (source, pair.cluster.key) not in self.given]
        return Found(None, tuple((pair.cluster.key, round(pair.score, 1)) for pair in free[:_CANDIDATES_SHOWN]))

    def _rivalled(self, pair: Pair) -> bool:
        """Whether another program that is still free is as good: then the user is asked."""
        source = self.asked[pair.asked].source
        rivals = (
            other
            for other in self.might_be.get(pair.asked, [])
            if other.cluster is not pair.cluster and (source, other.cluster.key) not in self.given
        )
        return any(other.score > pair.score - _CLEARLY_BETTER for other in rivals)

    def _around(self, one: Asked) -> list[Cluster]:
        found = (cluster for state in one.states or ("",) for cluster in self.blocks.get((one.specialty, state), ()))
        return list(dict.fromkeys(found))

    def _score(self, one: Asked, cluster: Cluster) -> float:
        places = " ".join((*map(plain_city, (*one.cities, *cluster.cities)), *map(_plain_state, cluster.states)))
        alike = max(
            likeness(mine, theirs, places, self.weights) for mine in _called(one) for theirs in self.names[cluster.key]
        )
        if alike < _ONE_INSTITUTION and not one.place and self.institutions.one_elsewhere(one, cluster):
            alike = _ONE_INSTITUTION
        is_there = self._is_there(one, cluster)
        score = 100 * ((1 - _WEIGHT_OF_THE_TOWN) * alike + _WEIGHT_OF_THE_TOWN * is_there)
        is_one_of_several = one.is_elsewhere or (one.place and one.is_apart)
        return min(score, _NOT_SURE) if is_one_of_several and not is_there else score

    def _is_there(self, one: Asked, cluster: Cluster) -> float:
        """How surely both are in one place: 1 where it is the place a track is named after or else the same town.

        The town of an institution tells half as much of one of its several programs: it may be anywhere.
        """
        if one.place and self._at_the_place(one, cluster):
            return 1.0
        if one.place and not one.is_main:
            return 0.0
        is_one_of_several = one.is_elsewhere or (one.place and one.is_apart)
        return self._in_one_town(one, cluster) * (_TOWN_OF_SEVERAL if is_one_of_several else 1.0)

    @staticmethod
    def _in_one_town(one: Asked, cluster: Cluster) -> bool:
        return any(same_town(plain_city(mine), plain_city(its)) for mine in one.cities for its in cluster.cities)

    def _at_the_place(self, one: Asked, cluster: Cluster) -> bool:
        said = (*self.names[cluster.key], *map(plain_city, cluster.cities))
        in_it = any(all_words_in(plain_city(its), one.place) for its in cluster.cities)
        return in_it or any(all_words_in(one.place, name) or has_initials(one.place, name) for name in said)


@cache
def _plain_state(state: str) -> str:
    return plain_name(STATES.get(state, state))


def _called(one: Asked) -> list[str]:
    """The plain names it may go by: with the place its tracks are named after, and without where that may be."""
    names = [plain_name(name) for name in one.names]
    with_place = [f"{name} {one.place}" for name in names] if one.place else []
    return with_place + (names if one.is_main or not one.place else [])


def _best_first(pair: Pair) -> tuple[float, int, str]:
    return (-pair.score, pair.asked, pair.cluster.key)
