"""What is wrong with the input is said at once, with where it stands and how to mend it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from bedside.matching.deferred_acceptance import applicant_proposing
from bedside.matching.instance import Instance, OneSided
from bedside.matching.lists import Side
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.reading import from_arrays, from_mappings, from_tables
from tests.matching.made_up import EXAMPLE, instance_of

NO_QUOTA = "It has to be a whole number, at least 1; leave out a program that offers no position."
SET_ASIDE = "or allow one-sided rankings, which are then set aside."
ANN_AND_CITY = ({"Ann": ["City"]}, {"City": ["Ann"]})


def sentences(read: Callable[..., Instance], *given: object, **wishes: object) -> tuple[str, ...]:
    with pytest.raises(MatchingMistake) as mistake:
        read(*given, **wishes)
    return mistake.value.sentences


def test_every_mistake_of_three_tables_is_told_at_once_with_its_line() -> None:
    programs = ["program,quota", "City,0", "Mercy,-2", "Mercy,3", "State,many", "General,2", ",1"]
    applicants = [
        "applicant,rank,program",
        "Ann,1,General",
        "Ann,1,City",
        "Ann,2,General",
        "Bob,1,Genral",
        "Cem,,",
        "Dan,first,City",
        "Dan,3,",
        ",1,City",
    ]
    of_programs = ["program,rank,applicant", "General,1,Ann", "City,1,Bob", "City,2,Cem", "Empire,1,Ann"]
    assert sentences(from_tables, programs, applicants, of_programs) == (
        f"Programs, line 2: The quota of City is 0. {NO_QUOTA}",
        f"Programs, line 3: The quota of Mercy is -2. {NO_QUOTA}",
        "Programs, line 4: Mercy stands here a second time, after programs, line 3. Leave one of the two out.",
        f"Programs, line 5: The quota of State is many. {NO_QUOTA}",
        "Programs, line 7: The name of the program is empty. Write it, or leave the line out.",
        "Applicant lists, line 7: The rank is first. It has to be a whole number, at least 1.",
        "Applicant lists, line 8: Dan ranks nobody here. Write the name of the program, or empty the rank.",
        "Applicant lists, line 9: The name of the applicant is empty. Write it, or leave the line out.",
        "Program lists, line 5: Empire is not among the programs. Correct the name, or add it there with its quota.",
        "Applicant lists, line 5: Bob ranks Genral, and there is no such program. Correct the name, or add it.",
        "Applicant lists, line 4: Ann ranks General a second time, after applicant lists, line 2. Leave one of the two"
        " out.",
        "Applicant lists, line 3: Ann gives rank 1 to General and to City. A list has no ties: give each a rank of its"
        " own.",
        "Applicant lists, line 3: Ann ranks City, but City does not rank Ann. Add Ann to the list of City,"
        f" {SET_ASIDE}",
        f"Program lists, line 4: City ranks Cem, but Cem does not rank City. Add City to the list of Cem, {SET_ASIDE}",
    )


def test_one_bad_line_in_a_large_table_is_told_alone() -> None:
    """The list lacks what could not be read, so nobody is told that it does not name them."""
    count = 5_000
    applicants = ["applicant,rank,program", *(f"a{number},1,City" for number in range(count))]
    applicants[1_234] = "a1233,one,City"
    programs = ["program,rank,applicant", *(f"City,{number + 1},a{number}" for number in range(count))]
    assert sentences(from_tables, ["program,quota", "City,9"], applicants, programs) == (
        "Applicant lists, line 1235: The rank is one. It has to be a whole number, at least 1.",
    )


def test_tables_may_have_other_columns_holes_in_ranks_and_lines_in_any_order() -> None:
    instance = from_tables(
        ["\ufeffState,Quota,Program\n", "NY,1,City\n", "\n", "NY,1,Mercy\n"],
        ["applicant,rank,program\n", "Ann,30,City\n", "Bob,,\n", "Ann,2,Mercy\n"],
        ["program,rank,applicant\n", "City,7,Ann\n", "Mercy,1,Ann\n"],
    )
    assert applicant_proposing(instance).by_applicant() == {"Ann": "Mercy", "Bob": None}
    assert instance.applicant_lists.rank.tolist() == [1, 2]


def test_a_table_without_its_heading_is_told() -> None:
    assert sentences(from_tables, ["City,2"], ["applicant,program"], []) == (
        "Programs, line 1: The heading lacks program and quota. It has to name program, quota, with commas.",
        "Applicant lists, line 1: The heading lacks rank. It has to name applicant, rank, program, with commas.",
        "Program lists, line 1: The heading lacks program and rank and applicant. It has to name program, rank,"
        " applicant, with commas.",
    )


@pytest.mark.parametrize("quota", [0, -1, 2.5, 1.0, True, None, 10**12])
def test_a_quota_is_a_whole_number_from_one(quota: object) -> None:
    assert sentences(from_mappings, *ANN_AND_CITY, {"City": quota}) == (f"The quota of City is {quota}. {NO_QUOTA}",)


def test_a_whole_number_of_numpy_is_one_too() -> None:
    assert from_mappings(*ANN_AND_CITY, {"City": np.int64(3)}).quotas.tolist() == [3]


def test_a_name_in_the_place_of_a_list_is_not_read_letter_by_letter() -> None:
    assert sentences(from_mappings, {"Ann": "City"}, {"City": ["Ann"]}, {"City": 1}) == (
        "The list of Ann: It is one name, City, and no list. Write ['City'].",
    )


def test_an_empty_side_is_told() -> None:
    assert sentences(from_mappings, {}, {}, {}) == (
        "There is no applicant. At least one is needed; one who ranks nobody counts.",
        "There is no program. At least one is needed, with its quota.",
    )


def test_a_list_without_a_quota_is_told() -> None:
    assert sentences(from_mappings, {"Ann": []}, {"City": ["Ann"]}, {"Mercy": 1}) == (
        "City has a list but no quota. Give its number of positions, or leave its list out.",
    )


def test_a_one_sided_ranking_is_a_mistake_unless_it_is_allowed() -> None:
    lists = ({"Ann": ["City", "Mercy"]}, {"Mercy": ["Ann"]}, {"City": 1, "Mercy": 1})
    assert sentences(from_mappings, *lists) == (
        "The list of Ann, rank 1: Ann ranks City, but City does not rank Ann. Add Ann to the list of City, "
        f"{SET_ASIDE}",
    )
    allowed = from_mappings(*lists, one_sided_allowed=True)
    assert allowed.one_sided == (OneSided(Side.APPLICANT, "Ann", "City", 1),)


def test_the_worked_example_has_three_one_sided_rankings() -> None:
    assert instance_of(EXAMPLE).one_sided == (
        OneSided(Side.APPLICANT, "Davis", "Mercy", 1),
        OneSided(Side.APPLICANT, "Eastman", "Mercy", 2),
        OneSided(Side.PROGRAM, "Anderson", "General", 2),
    )


def test_arrays_that_do_not_fit_are_told_at_once() -> None:
    assert sentences(from_arrays, [1, 1], ([0, 2], [0, 5]), ([1, 1], [0])) == (
        "Entry 1 of the applicant lists: It names program 5, and there are 1, counted from 0.",
        "The starts of the program lists have to begin with 0, never go down, and end with the number of entries, 1.",
        "There are 2 quotas for 1 program lists. Give as many.",
    )


def test_arrays_are_read_like_names() -> None:
    instance = from_arrays([1], ([0, 1, 2], [0, 0]), ([0, 2], [1, 0]))
    assert applicant_proposing(instance).by_applicant() == {"applicant 0": None, "applicant 1": "program 0"}


def test_a_quota_in_an_array_is_checked_too() -> None:
    assert sentences(from_arrays, [0], ([0, 1], [0]), ([0, 1], [0])) == (f"The quota of program 0 is 0. {NO_QUOTA}",)


def test_names_of_arrays_are_one_for_each() -> None:
    assert sentences(from_arrays, [1], ([0, 1], [0]), ([0, 1], [0]), names=(["Ann", "Bob"], ["City"])) == (
        "There are 1 applicant lists and 2 different names. Name each one once.",
    )


def test_a_quota_in_quotation_marks_is_told_as_text() -> None:
    found = sentences(from_mappings, *ANN_AND_CITY, {"City": "2"})
    assert found == (f"The quota of City is the text '2'. {NO_QUOTA}",)


def test_names_that_are_numbers_are_told_once_each_and_alone() -> None:
    found = sentences(from_mappings, {1: ["City"], "Ann": ["City"]}, {"City": ["Ann", 1, 2]}, {"City": 0})
    assert found == tuple(f"The name {one} is no text. Write '{one}' wherever it stands." for one in (1, 2))
