"""Instances from three tables as text (CSV): programs with quotas, applicants' lists, programs' lists."""

from __future__ import annotations

from collections.abc import Iterable

from bedside.matching.instance import Instance
from bedside.matching.lists import Side
from bedside.matching.mistakes import Findings
from bedside.matching.reading.mappings_and_arrays import Ranking, from_rankings, note_quota
from bedside.matching.reading.rows import number_in, rows_of


def from_tables(
    programs: Iterable[str],
    applicant_lists: Iterable[str],
    program_lists: Iterable[str],
    *,
    one_sided_allowed: bool = False,
) -> Instance:
    """The instance of three tables, each an iterable of lines such as an open file, with a heading and commas.

    - programs: `program,quota`, one line each;
    - applicant lists: `applicant,rank,program`; an applicant who ranks nobody has one line with the last two empty;
    - program lists: `program,rank,applicant`; a program that ranks nobody needs no line.

    Lines come in any order, and other columns are passed over. Raises MatchingMistake with every mistake and its line.
    """
    found = Findings()
    quotas = _quotas(programs, found)
    applicants, of_applicants = lists_in(applicant_lists, Side.APPLICANT, found)
    with_lists, of_programs = lists_in(program_lists, Side.PROGRAM, found)
    for program, place in with_lists.items():
        if program not in quotas:
            found.note(place, f"{program} is not among the programs. Correct the name, or add it there with its quota.")
    known = [ranking for ranking in of_programs if ranking[0] in quotas]
    return from_rankings(
        (applicants, of_applicants), (quotas, known), quotas, one_sided_allowed=one_sided_allowed, found=found
    )


def _quotas(lines: Iterable[str], found: Findings) -> dict[str, int]:
    """The quota of each program; where it could not be read, 1, as the mistake is noted."""
    quotas: dict[str, int] = {}
    first: dict[str, str] = {}
    for place, (program, written) in rows_of(lines, "programs", ("program", "quota"), found):
        if not program:
            found.note(place, "The name of the program is empty. Write it, or leave the line out.")
        elif program in quotas:
            found.note(place, f"{program} stands here a second time, after {first[program]}. Leave one of the two out.")
        else:
            quota = number_in(written)
            note_quota(written if quota is None else quota, program, place, found)
            quotas[program], first[program] = quota or 1, place
    return quotas


def lists_in(lines: Iterable[str], side: Side, found: Findings) -> tuple[dict[str, str], list[Ranking]]:
    """Who has a list, with the first line of it, and the rankings that could be read."""
    rankers: dict[str, str] = {}
    rankings: list[Ranking] = []
    for place, (who, written, whom) in rows_of(lines, f"{side} lists", (side, "rank", side.other), found):
        if not who:
            found.note(place, f"The name of the {side} is empty. Write it, or leave the line out.", half_read="")
            continue
        rankers.setdefault(who, place)
        if not written and not whom:
            continue
        rank = number_in(written) or 0
        if rank < 1:
            told = written or "empty"
            found.note(place, f"The rank is {told}. It has to be a whole number, at least 1.", half_read=who)
        if not whom:
            found.note(place, f"{who} ranks nobody here. Write the name of the {side.other}, or empty the rank.", who)
        if rank >= 1 and whom:
            rankings.append((who, rank, whom, place))
    return rankers, rankings
