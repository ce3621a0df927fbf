"""A whole match from tables: couples, supplemental lists, reversions, and every mistake with its line."""

from __future__ import annotations

import pytest

from bedside.matching.lists import Side
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.reading.match_tables import MatchTables, read_match
from bedside.matching.reversion import Reverted
from bedside.matching.whole_match import WholeMatch, run_match

APPLICANTS = ["applicant,rank,program", "Cem,1,Advanced", "Cem,2,Mercy", "Dan,1,First", "Eve,1,Mercy"]
PROGRAMS = [
    "program,quota,rank,applicant",
    "Advanced,1,1,Cem",
    "First,1,1,Cem",
    "First,,2,Dan",
    "Mercy,2,2,Bob",
    "Mercy,,3,Cem",
    "Mercy,,4,Eve",
    "City,2,1,Ann",
]
COUPLES = ["applicant,partner,rank,program,partner program", "Ann,Bob,1,City,Mercy", "Ann,Bob,2,City,"]
SUPPLEMENTAL = ["applicant,beside,rank,program", "Cem,Advanced,1,First"]
REVERSIONS = ["donor,receiver,most,turn", "City,First,,"]


def run(tables: MatchTables) -> WholeMatch:
    return run_match(tables.instance, tables.together, tables.reversions)


def test_a_supplemental_list_is_looked_at_beside_the_program_it_belongs_to() -> None:
    """Cem holds the advanced position and so may ask for a first year, which ranks Cem above Dan."""
    found = run(read_match(APPLICANTS, PROGRAMS, COUPLES, SUPPLEMENTAL))
    assert found.stable
    assert found.matching.by_applicant() == {
        "Ann": "City",
        "Bob": "Mercy",
        "Cem": "Advanced",
        "Dan": None,
        "Eve": "Mercy",
    }
    assert (found.beside, found.by_program["First"]) == ({"Cem": "First"}, ("Cem",))


def test_without_the_advanced_position_the_supplemental_list_is_not_looked_at() -> None:
    """Cem would be taken for the first year, and holds Mercy instead: Dan keeps the first year."""
    programs = [line for line in PROGRAMS if line != "Advanced,1,1,Cem"] + ["Advanced,1,,"]
    found = run(read_match(APPLICANTS, programs, COUPLES, SUPPLEMENTAL, one_sided_allowed=True))
    assert (found.beside, found.matching.by_applicant()["Dan"]) == ({}, "First")


def test_positions_revert_in_a_match_with_couples_too() -> None:
    found = run(read_match(APPLICANTS, PROGRAMS, COUPLES, SUPPLEMENTAL, REVERSIONS))
    assert found.reverted == (Reverted("City", "First", 1, 1),)
    assert found.by_program["First"] == ("Cem", "Dan")
    assert found.quotas == {"Advanced": 1, "City": 1, "First": 2, "Mercy": 2}


def test_the_order_of_the_lines_plays_no_part() -> None:
    tables = (APPLICANTS, PROGRAMS, COUPLES, SUPPLEMENTAL, REVERSIONS)
    one, other = run(read_match(*tables)), run(read_match(*([lines[0], *lines[:0:-1]] for lines in tables)))
    assert one.matching.by_applicant() == other.matching.by_applicant()
    assert (one.beside, one.by_program, one.reverted) == (other.beside, other.by_program, other.reverted)


def test_couples_are_matched_only_where_applicants_propose() -> None:
    tables = read_match(APPLICANTS, PROGRAMS, COUPLES, SUPPLEMENTAL)
    with pytest.raises(MatchingMistake, match="only where applicants propose"):
        run_match(tables.instance, tables.together, proposing=Side.PROGRAM)


def test_every_mistake_of_the_tables_is_told_at_once_with_its_line() -> None:
    programs = ["program,quota,rank,applicant", "City,2,1,Ann", "City,3,2,Bob", "Mercy,,1,Ann", "Mercy,,x,Bob"]
    couples = ["applicant,partner,rank,program,partner program", "Cem,Bob,0,City,City", "Cem,,1,City,City"]
    supplemental = ["applicant,beside,rank,program", "Ann,City,1,Nowhere", "Ann,City,1,Mercy"]
    with pytest.raises(MatchingMistake) as mistake:
        read_match(
            ["applicant,rank,program", "Ann,1,City", "Cem,1,City"],
            programs,
            couples,
            supplemental,
            ["donor,receiver,most,turn", "City,Mercy,none,", ",City,,"],
        )
    assert mistake.value.sentences == (
        "Programs, line 3: The quota of City is 3, and 2 further up. Keep one.",
        "Programs, line 5: The rank is x. It has to be a whole number, at least 1.",
        "Programs, line 4: Mercy has no quota on any line. Write its number of positions on one of them.",
        "Supplemental lists, line 3: Ann gives rank 1 twice beside City. A list has no ties: give each its own.",
        "Couples, line 2: The rank is 0. It has to be a whole number, at least 1.",
        "Couples, line 2: Cem has a list of their own, applicant lists, line 3, and one with a partner. Keep one.",
        "Couples, line 3: A couple is two applicants. Write both names.",
        "Reversions, line 2: The most positions and the turn are whole numbers, at least 1, or empty.",
        "Reversions, line 3: A reversion has a donor and a receiver. Write both names.",
        "Supplemental lists, line 2: Ann ranks Nowhere, and there is no such program. Correct the name, or add it.",
        "Programs, line 3: City ranks Bob, and there is no such applicant. Correct the name, or add it.",
    )


def test_mistakes_of_couples_supplements_and_reversions_come_with_all_others() -> None:
    couples = [
        "applicant,partner,rank,program,partner program",
        "Bob,Cem,1,City,City",
        "Bob,Cem,2,City,City",
        "Bob,Dan,1,City,City",
        "Eve,Eve,1,City,City",
    ]
    supplemental = [
        "applicant,beside,rank,program",
        "Ann,City,1,City",
        "Ann,City,2,Mercy",
        "Ann,City,3,Mercy",
        "Ann,Mercy,1,City",
        "Flo,City,1,Mercy",
    ]
    reversions = ["donor,receiver,most,turn", "City,Nowhere,,", "City,Mercy,9,", "Mercy,City,,"]
    with pytest.raises(MatchingMistake) as mistake:
        read_match(
            ["applicant,rank,program", "Ann,one,Mercy", "Ann,2,City", "Gus,1,Cty"],
            ["program,quota,rank,applicant", "City,1,1,Ann", "Mercy,0,,"],
            couples,
            supplemental,
            reversions,
            one_sided_allowed=True,
        )
    assert mistake.value.sentences == (
        "Applicant lists, line 2: The rank is one. It has to be a whole number, at least 1.",
        "Programs, line 3: The quota of Mercy is 0. It has to be a whole number, at least 1; leave out a"
        " program that offers no position.",
        "Supplemental lists, line 2: City stands beside itself. Leave it out of the supplemental list.",
        "Supplemental lists, line 4: Ann ranks Mercy twice beside City. Leave one of the two out.",
        "Couples, line 3: Bob and Cem rank this pair of programs twice. Leave one of the two out.",
        "Couples, line 4: Bob is of the couple Bob and Cem already. Keep one of them.",
        "Couples, line 5: Eve is named as both of a couple. Name two applicants.",
        "Supplemental lists, line 6: Flo is not among the applicants. Correct the name, or add it.",
        "Reversions, line 2: The reversion from City to Nowhere: there is no program Nowhere. Correct the name, or"
        " leave the reversion out.",
        "Reversions, line 3: The reversion from City to Mercy: it moves 9 positions, and City has 1. Write at most 1.",
        "Reversions, line 3: City has 2 reversions with turn 1. Give each a turn of its own: 1 goes first.",
        "Reversions, line 3: Positions would go round in a circle: City to Mercy to City. Leave one of these reversions"
        " out.",
        "Applicant lists, line 4: Gus ranks Cty, and there is no such program. Correct the name, or add it.",
    )


def told_of(*tables: list[str] | None) -> tuple[str, ...]:
    with pytest.raises(MatchingMistake) as mistake:
        read_match(*tables)
    return mistake.value.sentences


def test_what_is_wrong_with_somebody_of_a_couple_is_told_once_and_not_on_each_line() -> None:
    couples = [COUPLES[0], "Ann,Ann,1,City,Mercy", "Ann,Ann,2,City,", "Cem,Bob,1,City,Mercy", "Cem,Bob,2,City,"]
    programs = ["program,quota,rank,applicant", "City,1,1,Cem", "Mercy,1,1,Cem", "Mercy,,2,Bob"]
    told = told_of(["applicant,rank,program", "Cem,1,City", "Cem,2,Mercy"], programs, couples)
    assert [one for one in told if one.startswith("Couples")] == [
        "Couples, line 2: Ann is named as both of a couple. Name two applicants.",
        "Couples, line 4: Cem has a list of their own, applicant lists, line 2, and one with a partner. Keep one.",
    ]


@pytest.mark.parametrize(
    ("quotas", "sentence"),
    [
        (("0", "2"), "Programs, line 2: The quota of City is 0. "),
        (("2", "many"), "Programs, line 3: The quota of City is many. "),
        (("-1", "0"), "Programs, line 2: The quota of City is -1. "),
    ],
)
def test_a_quota_that_cannot_be_is_not_held_against_another(quotas: tuple[str, str], sentence: str) -> None:
    programs = ["program,quota,rank,applicant", f"City,{quotas[0]},1,Ann", f"City,{quotas[1]},2,Bob"]
    told = told_of(["applicant,rank,program", "Ann,1,City", "Bob,1,City"], programs)
    rest = "It has to be a whole number, at least 1; leave out a program that offers no position."
    assert told[0] == f"{sentence}{rest}"
    assert len(told) == (2 if quotas == ("-1", "0") else 1)


def test_a_table_that_cannot_be_read_is_told_alone() -> None:
    """Everybody on the other table would seem unknown, and is not spoken of."""
    assert told_of(["name,rank,program", "Ann,1,City"], PROGRAMS, COUPLES, SUPPLEMENTAL) == (
        "Applicant lists, line 1: The heading lacks applicant. It has to name applicant, rank, program, with commas.",
    )


def test_one_move_is_not_called_moves() -> None:
    programs = ["program,quota,rank,applicant", "City,1,1,Ann", "Mercy,1,1,Bob"]
    found = run(read_match(["applicant,rank,program"], programs, COUPLES[:2]))
    assert found.because == ("A stable matching was found in 1 move, and everybody was checked against it.",)


def test_one_proposal_is_not_called_proposals() -> None:
    found = run(read_match(["applicant,rank,program", "Ann,1,City"], ["program,quota,rank,applicant", "City,1,1,Ann"]))
    assert found.because == ("Found in 1 proposal by applicant-proposing deferred acceptance, and checked.",)


def test_a_couple_that_would_rather_have_nothing_than_a_pair_below_is_asked_what_it_means() -> None:
    """Passed over in silence, the pair below would match them against their own list."""
    couples = [COUPLES[0], "Ann,Bob,3,Mercy,Mercy", "Ann,Bob,2,,", "Ann,Bob,1,City,City"]
    programs = ["program,quota,rank,applicant", "City,1,1,Ann", "City,,2,Bob", "Mercy,2,1,Ann", "Mercy,,2,Bob"]
    told = "Ann and Bob rank no position for either above other pairs, which they would then never have. Leave out that"
    assert told_of(["applicant,rank,program"], programs, couples) == (
        f"Couples, line 3: {told} line, or those below it.",
    )
    last = [COUPLES[0], "Ann,Bob,1,City,City", "Ann,Bob,2,,"]
    tables = read_match(["applicant,rank,program"], programs, last, one_sided_allowed=True)
    assert run_match(tables.instance, tables.together).matching.by_applicant() == {"Ann": None, "Bob": None}


def test_each_circle_of_a_program_with_itself_is_told_beside_the_others() -> None:
    programs = ["program,quota,rank,applicant", "City,1,1,Ann", "Mercy,1,1,Ann"]
    reversions = ["donor,receiver,most,turn", "City,City,,1", "City,Mercy,,2", "Mercy,City,,1"]
    assert told_of(["applicant,rank,program", "Ann,1,City", "Ann,2,Mercy"], programs, None, None, reversions) == (
        "Reversions, line 2: The reversion from City to City: a program cannot revert to itself. Name another receiver,"
        " or leave the reversion out.",
        "Reversions, line 3: Positions would go round in a circle: City to Mercy to City. Leave one of these reversions"
        " out.",
    )
