"""A whole match from its tables as text (CSV): two at least, and those of couples, supplements and reversions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bedside.matching.instance import Instance
from bedside.matching.lists import Side
from bedside.matching.mistakes import Findings
from bedside.matching.reading.mappings_and_arrays import Ranking, from_rankings, note_quota
from bedside.matching.reading.rows import Lines, number_in, rows_of
from bedside.matching.reading.tables import lists_in
from bedside.matching.reading.together_tables import Places, couples_in, supplements_in, together_in
from bedside.matching.reversion import Reversion, mistakes_in
from bedside.matching.together.couples import Together


@dataclass(frozen=True, slots=True, eq=False)
class MatchTables:
    """What the tables say: the instance, those who move together, and the reversions."""

    instance: Instance
    together: tuple[Together, ...]
    reversions: tuple[Reversion, ...]


def read_match(
    applicants: Lines,
    programs: Lines,
    couples: Lines | None = None,
    supplemental: Lines | None = None,
    reversions: Lines | None = None,
    *,
    one_sided_allowed: bool = False,
) -> MatchTables:
    """The match of these tables, each an iterable of lines with a heading and commas; the last three may be missing.

    - applicants: `applicant,rank,program`;
    - programs: `program,quota,rank,applicant`, the quota on one line of each program at least;
    - couples: `applicant,partner,rank,program,partner program`, an empty program being to stay unmatched;
    - supplemental: `applicant,beside,rank,program`;
    - reversions: `donor,receiver,most,turn`, the last two empty for all positions and for the first turn.

    Lines come in any order. Raises MatchingMistake with every mistake and its line.
    """
    found = Findings()
    names, rankings = lists_in(applicants, Side.APPLICANT, found)
    quotas, of_programs = _programs(programs, found)
    places: Places = {(who, program): place for who, _, program, place in rankings}
    supplements = {} if supplemental is None else supplements_in(supplemental, places, found)
    pairs = {} if couples is None else couples_in(couples, names, places, found)
    together = together_in(pairs, supplements, names, places, rankings, found)
    own = {who: listed for unit in together for who, listed in unit.own_lists().items()}
    rankings = [one for one in rankings if one[0] not in own] + [
        (who, rank, program, places[who, program])
        for who, listed in own.items()
        for rank, program in enumerate(listed, start=1)
    ]
    everybody = {**names, **dict.fromkeys(own, "")}
    reverting = () if reversions is None else _reversions(reversions, quotas, found)
    instance = from_rankings(
        (everybody, rankings), (quotas, of_programs), quotas, one_sided_allowed=one_sided_allowed, found=found
    )
    return MatchTables(instance, together, reverting)


def _programs(lines: Lines, found: Findings) -> tuple[dict[str, int], list[Ranking]]:
    """The quota of each program, 1 where it could not be read, and the programs' lists."""
    quotas: dict[str, int] = {}
    unclear: set[str] = set()
    first: dict[str, str] = {}
    rankings: list[Ranking] = []
    for place, (program, written, rank, applicant) in rows_of(
        lines, "programs", ("program", "quota", "rank", "applicant"), found
    ):
        if not program:
            found.note(place, "The name of the program is empty. Write it, or leave the line out.")
            continue
        first.setdefault(program, place)
        if written:
            quota = number_in(written)
            note_quota(written if quota is None else quota, program, place, found)
            if quota is None or quota < 1:
                unclear.add(program)
            elif quotas.setdefault(program, quota) != quota:
                found.note(place, f"The quota of {program} is {quota}, and {quotas[program]} further up. Keep one.")
        _note_ranking(rankings, (program, rank, applicant, place), Side.PROGRAM, found)
    for program, place in first.items():
        if program not in quotas and program not in unclear:
            found.note(place, f"{program} has no quota on any line. Write its number of positions on one of them.")
        quotas.setdefault(program, 1)
    return quotas, rankings


def _note_ranking(rankings: list[Ranking], row: tuple[str, str, str, str], side: Side, found: Findings) -> None:
    """Keep the ranking that a row has, if it has one, or note what is wrong with it."""
    who, written, whom, place = row
    rank = number_in(written) or 0
    if not written and not whom:
        return
    if rank < 1:
        told = written or "empty"
        found.note(place, f"The rank is {told}. It has to be a whole number, at least 1.", half_read=who)
    elif not whom:
        found.note(place, f"{who} ranks nobody here. Write the name of the {side.other}, or empty the rank.", who)
    else:
        rankings.append((who, rank, whom, place))


def _reversions(lines: Lines, quotas: Mapping[str, int], found: Findings) -> tuple[Reversion, ...]:
    columns = ("donor", "receiver", "most", "turn")
    reversions, places = list[Reversion](), list[str]()
    for place, (donor, receiver, most, turn) in rows_of(lines, "reversions", columns, found):
        numbers = [number_in(written) if written else None for written in (most, turn)]
        unclear = [(number_in(written) or 0) < 1 for written in (most, turn) if written]
        if not donor or not receiver:
            found.note(place, "A reversion has a donor and a receiver. Write both names.")
        elif any(unclear):
            found.note(place, "The most positions and the turn are whole numbers, at least 1, or empty.")
        else:
            reversions.append(Reversion(donor, receiver, numbers[0], numbers[1] or 1))
            places.append(place)
    for number, sentence in mistakes_in(quotas, reversions):
        found.note(places[number], sentence)
    return tuple(reversions)
