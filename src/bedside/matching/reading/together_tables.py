"""Couples and supplemental lists from their tables, with what is wrong noted beside its line."""

from __future__ import annotations

from collections.abc import Mapping

from bedside.matching.mistakes import Findings
from bedside.matching.reading.mappings_and_arrays import Ranking
from bedside.matching.reading.rows import Lines, number_in, rows_of
from bedside.matching.together.couples import Couple, Together, WithSupplement, nowhere_above

Pairs = dict[tuple[str, str], list[tuple[int, str | None, str | None]]]  # of a couple: the rank and both programs
Places = dict[tuple[str, ...], str]  # where it is written that somebody ranks a program, or has a list beside it ("")
Supplements = Mapping[str, Mapping[str, list[str]]]  # who, beside which program, the list


def couples_in(lines: Lines, names: Mapping[str, str], places: Places, found: Findings) -> Pairs:
    """The couples by their names; what is wrong with a line is noted."""
    pairs: Pairs = {}
    partners_of: dict[str, tuple[str, str]] = {}
    told: set[str] = set()
    nowhere: dict[tuple[str, str], tuple[int, str]] = {}  # at which rank both would rather have no position, and where
    columns = ("applicant", "partner", "rank", "program", "partner program")
    for place, (one, other, written, program, partners) in rows_of(lines, "couples", columns, found):
        rank = number_in(written) or 0
        if not one or not other:
            found.note(place, "A couple is two applicants. Write both names.")
        elif one == other:
            _note_once(told, found, place, f"{one} is named as both of a couple. Name two applicants.")
        elif rank < 1:
            found.note(place, f"The rank is {written or 'empty'}. It has to be a whole number, at least 1.", one)
            found.half_read.add(other)
        elif any(one[0] == rank for one in pairs.get((one, other), ())):
            found.note(place, f"{one} and {other} give rank {rank} twice. A list has no ties: give each its own.")
        elif any(ranked[1:] == (program or None, partners or None) for ranked in pairs.get((one, other), ())):
            found.note(place, f"{one} and {other} rank this pair of programs twice. Leave one of the two out.")
        else:
            pairs.setdefault((one, other), []).append((rank, program or None, partners or None))
            places.setdefault((one, program), place)
            places.setdefault((other, partners), place)
            if not program and not partners:
                nowhere[one, other] = (rank, place)
        for who in (one, other) if one != other else ():
            if one and other and partners_of.setdefault(who, (one, other)) != (one, other):
                already = " and ".join(partners_of[who])
                _note_once(told, found, place, f"{who} is of the couple {already} already. Keep one of them.")
            if who in names:
                own = f"{who} has a list of their own, {names[who]}, and one with a partner. Keep one."
                _note_once(told, found, place, own)
    for couple, (rank, place) in nowhere.items():
        if any(ranked[0] > rank for ranked in pairs[couple]):
            found.note(place, nowhere_above(*couple))
    return pairs


def _note_once(told: set[str], found: Findings, place: str, sentence: str) -> None:
    """Note what is wrong with somebody where it is first seen, and not again on each of their lines."""
    if sentence not in told:
        told.add(sentence)
        found.note(place, sentence)


def supplements_in(lines: Lines, places: Places, found: Findings) -> Supplements:
    """The supplemental lists by applicant and program; what is wrong with a line is noted."""
    listed: dict[tuple[str, str], dict[int, str]] = {}
    columns = ("applicant", "beside", "rank", "program")
    for place, (who, beside, written, program) in rows_of(lines, "supplemental lists", columns, found):
        rank = number_in(written) or 0
        places.setdefault((who, beside, ""), place)
        if not who or not beside or not program:
            found.note(place, "Write the applicant, the program beside which the list stands, and a program of it.")
        elif rank < 1:
            found.note(place, f"The rank is {written or 'empty'}. It has to be a whole number, at least 1.", who)
        elif rank in listed.setdefault((who, beside), {}):
            found.note(place, f"{who} gives rank {rank} twice beside {beside}. A list has no ties: give each its own.")
        elif program == beside:
            found.note(place, f"{program} stands beside itself. Leave it out of the supplemental list.")
        elif program in listed[who, beside].values():
            found.note(place, f"{who} ranks {program} twice beside {beside}. Leave one of the two out.")
        else:
            listed[who, beside][rank] = program
            places.setdefault((who, program), place)
    supplements: dict[str, dict[str, list[str]]] = {}
    for (who, beside), ranks in listed.items():
        supplements.setdefault(who, {})[beside] = [ranks[rank] for rank in sorted(ranks)]
    return supplements


def together_in(
    pairs: Pairs,
    supplements: Supplements,
    names: Mapping[str, str],
    places: Places,
    rankings: list[Ranking],
    found: Findings,
) -> tuple[Together, ...]:
    """Those who move together, and what is wrong between their lists noted."""
    coupled = {who for couple in pairs for who in couple}
    own: dict[str, list[tuple[int, str]]] = {who: [] for who in supplements if who not in coupled}
    for who, rank, program, _ in rankings:
        if who in own:
            own[who].append((rank, program))
    singles = (WithSupplement(who, tuple(at for _, at in sorted(own[who])), supplements[who]) for who in own)
    couples = (
        Couple(
            *(one, other),
            tuple((mine, theirs) for _, mine, theirs in sorted(ranked, key=lambda pair: pair[0])),
            *(supplements.get(one, {}), supplements.get(other, {})),
        )
        for (one, other), ranked in pairs.items()
    )
    together: tuple[Together, ...] = (*couples, *singles)
    on_own = {who: set(listed) for unit in together for who, listed in unit.without_supplements().items()}
    _note_strays(supplements, {who: on_own[who] for who in coupled | names.keys() if who in on_own}, places, found)
    return together


def _note_strays(supplements: Supplements, own: Mapping[str, set[str]], places: Places, found: Findings) -> None:
    """Note supplemental lists of nobody, and those beside a program that is not on their own list."""
    for who, lists in supplements.items():
        for beside in lists:
            place = places[who, beside, ""]
            if who not in own:
                found.note(place, f"{who} is not among the applicants. Correct the name, or add it.")
            elif beside not in own[who] and who not in found.half_read:
                told = f"{beside} is not on the own list of {who}. Add it there, or leave the supplemental list out."
                found.note(place, told)
