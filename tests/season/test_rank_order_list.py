"""A dossier's list: what is on it, what counts, how chances follow from interviews, and what is said of little."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bedside.season.asked import Asked
from bedside.season.entries import entries_of, match_of_the_list
from bedside.season.mistakes import SeasonMistake
from bedside.season.rank_order_list import NO_INTERVIEW, NO_PLACES, TRIED, TURNED, YOURS
from bedside.season.results import RankOrderList
from bedside.season.what_to_know import Binding
from bedside.standing.season import choose_season
from tests.applicant.dossiers import a_dossier
from tests.programs.directories import a_directory, a_listed
from tests.season.lists import AS_OF, EVIDENCE, a_season, an_application, hospitals, the_list

IM = "internal-medicine"


def titles(found: RankOrderList) -> list[str]:
    return [one.entry.title for one in found.places]


def middle(found: RankOrderList) -> float:
    assert found.match is not None
    return found.match.middle


# What is on the list


def test_places_follow_the_ranks_and_not_the_file() -> None:
    found = the_list([an_application("1400000001", 2), an_application("1400000002", 1), an_application("1400000003")])
    assert titles(found) == ["Hospital 2", "Hospital 1"]
    assert [one.title for one in found.off_the_list] == ["Hospital 3"]


def test_without_any_place_interviews_stand_in_the_order_of_the_file_and_that_is_said() -> None:
    found = the_list([an_application("1400000002"), an_application("1400000001", state="invited")])
    assert (titles(found), found.says) == (["Hospital 2", "Hospital 1"], (NO_PLACES,))


def test_without_an_interview_a_sentence_says_what_there_is() -> None:
    found = the_list([an_application("1400000001", state="applied")])
    assert (found.places, found.match, found.no_match, found.says) == ((), None, None, (NO_INTERVIEW,))
    assert len(found.days) == 7


def test_an_empty_file_gets_the_days_and_the_rules_and_is_told_what_to_write() -> None:
    found = the_list([])
    assert (found.places, len(found.missing), found.rules[0].says[:8]) == ((), 1, "The NRMP")


def test_of_many_programs_without_a_key_three_are_named_and_the_others_counted() -> None:
    found = the_list([an_application(f"A hospital {number}", number) for number in range(1, 17)])
    assert found.missing == (
        "The key in the directory of A hospital 1, A hospital 2, A hospital 3 and 13 more. With it, what is known of "
        "the program counts.",
    )


@pytest.mark.parametrize("state", ["planned", "applied", "refused", "declined", "withdrawn"])
def test_a_place_without_an_interview_stands_on_the_list_and_counts_for_nothing(state: str) -> None:
    found = the_list([*hospitals(2), an_application("1400000005", 3, state=state)])
    assert (found.places[2].here, len(found.places[2].notes)) == (None, 1)
    assert found.places[2].notes[0].startswith(f"It stands as {state}, so no chance is told")


def test_a_second_track_of_a_program_is_not_counted_apart() -> None:
    one, two = (an_application("1400000001", n, track=f"123414{n}C0") for n in (1, 2))
    found = the_list([one, two, an_application("1400000002", 3)])
    assert [place.here is not None for place in found.places] == [True, False, True]


def test_in_another_order_the_track_that_stands_first_counts() -> None:
    one, two = (an_application("1400000001", n, track=f"123414{n}C0") for n in (1, 2))
    found = the_list([one, two, an_application("1400000002", 3)], Asked(order=("2", "3", "1")))
    assert [place.here is not None for place in found.places] == [True, True, False]
    assert {order.match for order in found.orders} == {found.match}
    first = {order.title: order.first for order in found.orders}
    assert first[TRIED] == first[YOURS] == found.places[0].here


def test_without_one_track_of_a_program_its_other_track_counts() -> None:
    one, two = (an_application("1400000001", n, track=f"123414{n}C0") for n in (1, 2))
    found = the_list([one, two, an_application("1400000002", 3)], Asked(without=("1",)))
    adds = found.places[0].adds
    assert (found.changes[0].after, adds) == (found.match, found.changes[0].difference)


def test_leaving_out_what_is_not_counted_is_said_to_change_nothing() -> None:
    declined = an_application("1400000005", 3, state="declined")
    found = the_list([*hospitals(2), declined], Asked(without=("3",)))
    told = "Hospital 5 (applications[2]) is not counted, so with or without it the chances are the same."
    assert (found.says, found.changes) == ((told,), ())


def test_only_the_applications_of_the_coming_match_are_taken() -> None:
    older = an_application("1400000003", 1, match_year=2026)
    later = an_application("1400000004", state="planned", match_year=2028)
    found = the_list([older, later, an_application("1400000001", 1, match_year=2027)])
    assert (found.match_year, titles(found)) == (2027, ["Hospital 1"])


def test_a_list_kept_for_the_next_season_does_not_take_over_interviews_of_this_one() -> None:
    """Interviews without a year are of the Match that is aimed at, and the list that was begun comes first."""
    planned = {"program": "1400000004", "state": "planned", "match_year": 2028}
    found = the_list([*hospitals(2), planned])
    assert (found.match_year, titles(found)) == (2027, ["Hospital 1", "Hospital 2"])


def test_interviews_of_another_year_than_the_one_aimed_at_are_not_taken() -> None:
    aims: dict[str, Any] = {"target": {"specialties": ["Internal Medicine"], "match_year": 2028}}
    found = the_list([an_application("1400000001", 1), an_application("1400000002", 1, match_year=2027)], **aims)
    assert (found.match_year, titles(found)) == (2027, ["Hospital 2"])


def test_a_program_outside_the_directory_counts_by_its_specialty() -> None:
    found = the_list([*hospitals(1), an_application("Lakeview Hospital", 2, specialty="Family Medicine")])
    assert [one.entry.specialty for one in found.places] == [IM, "family-medicine"]
    assert found.places[1].here is not None


def test_a_program_is_found_by_its_name_too() -> None:
    assert the_list([an_application("hospital 3", 1)]).places[0].entry.key == "1400000003"


def test_a_name_that_several_programs_share_is_told_apart_by_the_specialty() -> None:
    shared = a_directory(
        a_listed("1400000001", "Lakeview Hospital", "Toledo", "OH"),
        a_listed("1200000001", "Lakeview Hospital", "Toledo", "OH", specialty="family-medicine"),
    )
    names = [an_application("Lakeview Hospital", 1, specialty="Family Medicine"), an_application("Lakeview Hospital")]
    entries = entries_of(a_season(names), 2027, AS_OF, shared, EVIDENCE)
    assert [one.key for one in entries] == ["1200000001", None]


def test_a_name_of_another_specialty_is_not_that_program() -> None:
    assert the_list([an_application("Hospital 3", 1, specialty="Family Medicine")]).places[0].entry.key is None


def test_a_program_of_which_nobody_tells_the_specialty_counts_as_one_aimed_at_and_says_so() -> None:
    found = the_list([an_application("Lakeview Hospital", 1)])
    alike = the_list([an_application("Lakeview Hospital", 1, specialty=IM)])
    assert middle(found) == middle(alike)
    assert [one.places[0].notes for one in (found, alike)] == [
        (
            "Its specialty is not known. It is taken for Internal Medicine, the first you aim at, until you write "
            "`specialty`.",
        ),
        (),
    ]


def test_a_program_of_no_known_specialty_is_told_and_not_counted() -> None:
    found = the_list([an_application("Lakeview Hospital", 1)], target={"match_year": 2027})
    assert (found.match, found.places[0].notes[0][:27]) == (None, "Its specialty is not known,")


# Chances


def test_more_interviews_and_a_longer_list_make_a_match_likelier() -> None:
    chances = [middle(the_list(hospitals(count))) for count in (1, 2, 4, 8)]
    assert chances == sorted(chances)


def test_the_same_interviews_of_more_applications_tell_of_a_file_that_is_read_less_well() -> None:
    told = [
        middle(the_list(hospitals(4), cycles=[{"match_year": 2027, "applications": count, "result": "waiting"}]))
        for count in (30, 100, 250)
    ]
    assert told == sorted(told, reverse=True)


def test_how_many_were_applied_to_is_said_where_the_file_does_not_tell() -> None:
    known = the_list(hospitals(2), cycles=[{"match_year": 2027, "applications": 60, "result": "waiting"}])
    guessed = the_list(hospitals(2))
    assert (known.applied, guessed.applied) == (60, 100)
    assert [note[:46] for note in guessed.notes[1:2]] == ["Your file does not say how many programs you a"]
    assert not any(note.startswith("Your file does not say") for note in known.notes)


def test_an_interview_without_a_place_tells_of_the_file_and_adds_no_rank() -> None:
    ranked = hospitals(3)
    assert middle(the_list([*ranked, an_application("1400000005")])) > middle(the_list(ranked))


def test_every_chance_lies_in_its_range_and_is_neither_nought_nor_one() -> None:
    found = the_list([*hospitals(8), an_application("1200000001", 9)])
    for one in found.places:
        for chance in (one.here, one.so_far):
            assert chance is not None
            assert 0 < chance.low <= chance.middle <= chance.high < 1


def test_the_order_of_the_file_changes_nothing() -> None:
    applications = hospitals(4)
    assert middle(the_list(applications)) == pytest.approx(middle(the_list(applications[::-1])), abs=1e-12)


def test_the_order_of_the_file_changes_nothing_with_several_specialties() -> None:
    one, other = an_application("1400000001", 1), an_application("1200000001", 2)
    applications = [one, other, an_application("Lakeview Hospital", 3, specialty="Neurology")]
    found, turned = the_list(applications), the_list(applications[::-1])
    assert middle(found) == pytest.approx(middle(turned), abs=1e-12)


def test_two_specialties_share_the_match_by_their_places() -> None:
    found = the_list([an_application("1200000001", 1), *(one | {"rank": 2 + n} for n, one in enumerate(hospitals(3)))])
    assert [key for key, _ in found.by_specialty] == ["family-medicine", IM]
    assert sum(one.middle for _, one in found.by_specialty) == pytest.approx(middle(found), abs=1e-9)


def test_without_an_exam_or_a_status_there_is_a_chance_all_the_same() -> None:
    assert 0 < middle(the_list(hospitals(3), exams=[])) < 1


# Orders and changes


def test_every_order_has_the_same_chance_and_the_true_one_the_best_first_choice() -> None:
    found = the_list(hospitals(4), Asked(order=("4", "1400000002")))
    assert [one.title for one in found.orders] == [YOURS, TURNED, TRIED]
    assert len({one.match for one in found.orders}) == 1
    assert max(found.orders, key=lambda one: one.first.middle).title == YOURS
    assert titles(found) == ["Hospital 4", "Hospital 2", "Hospital 1", "Hospital 3"]


def test_dropping_loses_what_the_place_says_it_adds() -> None:
    found = the_list(hospitals(4), Asked(without=("1400000003",)))
    (change,) = found.changes
    assert found.places[2].adds is not None
    assert change.difference.middle == pytest.approx(-found.places[2].adds.middle, abs=1e-12)
    assert change.after.middle == pytest.approx(change.before.middle + change.difference.middle, abs=1e-12)


def test_putting_an_interview_on_the_list_gains_and_only_that_one_is_told() -> None:
    applications = [*hospitals(2), an_application("1400000005"), an_application("1400000006")]
    found = the_list(applications, Asked(having=("Hospital 6",)))
    assert [(one.entry.title, one.difference.middle > 0) for one in found.changes] == [("Hospital 6", True)]
    assert len(the_list(applications).changes) == 2


def test_everything_that_is_not_on_the_list_is_told_at_once() -> None:
    with pytest.raises(SeasonMistake) as refused:
        the_list(hospitals(2), Asked(order=("9", "2", "2"), without=("Nowhere",), having=("1",)))
    assert str(refused.value).splitlines() == [
        "“9” is not on your list.",
        "“2” is named twice.",
        "“Nowhere” is not on your list.",
        "“1” is no interview without a place in your file.",
        "On your list: 1. Hospital 1 (1400000001); 2. Hospital 2 (1400000002).",
    ]


# Days, rules, and what then


def test_the_deadline_is_predicted_sixteen_days_before_match_day_and_says_so() -> None:
    days = {str(one.event): one for one in the_list(hospitals(1)).days}
    deadline, match_day = days["rank order list deadline"], days["Match Day"]
    assert (deadline.day, deadline.published, deadline.is_over) == (date(2027, 3, 3), False, False)
    assert (match_day.day - deadline.day).days == 16


def test_ranks_beyond_those_of_the_registration_have_a_price() -> None:
    """23 places, 20 of them covered, $30 each in 2026: $90."""
    many = [an_application(f"Hospital number {n}", n, specialty=IM) for n in range(1, 24)]
    assert the_list(many).rules[-1].says == (
        "3 of your places lie above the 20 that registration covers: $90 at the price of 2026."
    )


@pytest.mark.parametrize(
    ("binding", "says"),
    [
        (None, "You have written no stop contract. What you would do then is easier to decide now than in Match Week."),
        (
            Binding(2027, "Licensing at home."),
            "Your contract says that this is the last Match, and then: Licensing at home.",
        ),
        (Binding(2028, "Teaching."), "Your contract allows you to go on, up to the 2028 Match."),
    ],
)
def test_what_follows_without_a_match_is_what_the_contract_says(binding: Binding | None, says: str) -> None:
    assert the_list(hospitals(1), binding=binding).then[-1].says == says


def test_everything_said_as_a_rule_has_a_source() -> None:
    found = the_list(hospitals(2))
    said = [*found.rules, *found.then[:-1]]
    assert [one.says for one in said if not one.because] == []
    assert [one.event for one in found.days if not one.because] == []


def test_an_interview_to_come_is_told_to_count_as_held() -> None:
    found = the_list([an_application("1400000001", 1, state="invited", interview="2026-12-04")])
    assert found.notes[-1] == "Hospital 1: the interview is on 4 December 2026. It is counted as held."


def test_without_an_application_the_list_is_for_the_match_that_everything_else_is_measured_against() -> None:
    dossier = a_dossier()
    assert match_of_the_list(dossier, AS_OF, EVIDENCE) == choose_season(dossier, AS_OF, EVIDENCE)[0].match_year
