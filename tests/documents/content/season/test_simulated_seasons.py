"""A list in simulated seasons as page, columns and JSON: what is neither none nor all is not rounded to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bedside.documents.blocks import Heading, Line, Table
from bedside.documents.content.citations import Citations
from bedside.documents.content.season.simulated_as_json import simulated_as_json
from bedside.documents.content.season.simulated_columns import simulated_head, simulated_row
from bedside.documents.content.season.simulated_seasons import in_words, simulated_blocks
from bedside.market.answering import FILES, Answer, ForAFile, Share, UnderARule
from bedside.market.applicant_types import ApplicantType
from bedside.market.kept import Rule
from bedside.season.in_simulated_seasons import Counted, InSimulatedSeasons, LeftOut, ListInASeason

US, NON_US = ApplicantType.US_IMG, ApplicantType.NON_US_IMG
NONE = Share(0.0, 0.0, 0.0)
LISTED = ListInASeason(
    (Counted(1, "Hospital 1", "1111140C0", "Hospital 1 (Internal Medicine)", ""),),
    (LeftOut(2, "Lakeview", "It is not in your directory."),),
    (),
    (),
)


def an_answer(kind: ApplicantType, chance: float) -> Answer:
    share = Share(chance, chance / 2, min(1.0, 2 * chance))
    files = tuple(ForAFile(name, (share,), (share,), share) for name in FILES)
    rules = (Rule("as it is", "The rules as they are."), Rule("cap=60", "At most 60."))
    under = (UnderARule(rules[0], files, NONE), UnderARule(rules[1], files, Share(-0.021, -0.1, 0.04)))
    return Answer(kind, 200, 20, 300, True, under)


def found(*answers: Answer) -> InSimulatedSeasons:
    return InSimulatedSeasons(2025, "a list", LISTED, answers, (), (), ())


def tables(*answers: Answer) -> list[Table]:
    cite = Citations(date(2026, 11, 22))
    return [block for block in simulated_blocks(found(*answers), cite) if isinstance(block, Table)]


def text(cell: object) -> object:
    return cell.text if isinstance(cell, Line) else cell


def test_the_answer_is_a_sentence_with_its_range_and_what_it_is_told_from() -> None:
    assert in_words(an_answer(NON_US, 0.4), 1) == (
        "In 200 simulated seasons, somebody of your type (non-US IMGs) with interviews at your one program matched in "
        "40 of 100 (in eight of ten seasons, 20 to 80). Told from 300 simulated people with as many interviews in your "
        "specialty."
    )


def test_next_to_none_and_next_to_all_are_not_rounded_to_none_and_all() -> None:
    for chance, told, not_told in ((0.004, "<1", ">99"), (0.997, ">99", "<1"), (0.0, "0", "100"), (1.0, "100", "0")):
        places, _ = tables(an_answer(NON_US, chance))
        assert [text(row[2]) for row in places.rows] == [told, told, not_told]


def test_a_policy_stands_beside_the_rules_as_they_are_with_its_change() -> None:
    _, rules = tables(an_answer(NON_US, 0.4))
    assert [row[1:] for row in rules.rows] == [("40", "40", "–", "–"), ("40", "40", "-2.1", "-10.0 to +4.0")]


def test_a_change_next_to_nothing_has_no_sign() -> None:
    answer = an_answer(NON_US, 0.4)
    as_it_is, capped = answer.rules
    capped = replace(capped, change=Share(-0.0003, -0.02, 0.0))
    _, rules = tables(replace(answer, rules=(as_it_is, capped)))
    assert rules.rows[1][3:] == ("0.0", "-2.0 to 0.0")


def test_two_types_stand_under_their_own_headings() -> None:
    blocks = list(simulated_blocks(found(an_answer(US, 0.5), an_answer(NON_US, 0.4)), Citations(date(2026, 11, 22))))
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings[1:] == ["If you count with the US IMGs", "If you count with the non-US IMGs"]


def test_a_spreadsheet_has_as_many_values_as_headings_and_none_where_nothing_is_counted() -> None:
    for answers in ((), (an_answer(NON_US, 0.4),), (an_answer(US, 0.5), an_answer(NON_US, 0.4))):
        head = simulated_head(found(*answers))
        counted, left_out = (simulated_row(found(*answers), place) for place in (1, 2))
        assert len(head) == len(counted) == len(left_out) == len(set(head))
        assert (counted[0], set(left_out)) == ("1111140C0", {None})


def test_json_names_what_is_left_out_and_why() -> None:
    told = simulated_as_json(found(an_answer(NON_US, 0.4)))
    assert told["left_out"] == [{"place": 2, "title": "Lakeview", "why": "It is not in your directory."}]
    assert [rule["rule"] for rule in told["answers"][0]["rules"]] == ["as it is", "cap=60"]
    assert told["answers"][0]["rules"][1]["change"] == {"mean": -0.021, "low": -0.1, "high": 0.04}
