"""Interview answers: the questions and where they come from, four parts, six habits, seconds, and the transcript."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.library import load_evidence
from bedside.story.interview.answer import SpokenAnswer, answer, kept_text, texts_of
from bedside.story.interview.questions import GROUPS, Question, draft_of, find_question, not_asked, question_bank
from tests.applicant.dossiers import AS_OF
from tests.story.people import a_job, someone

FAILED: list[dict[str, Any]] = [
    {"exam": "Step 2 CK", "date": "2019-11-12", "result": "failed", "score": 201},
    {"exam": "Step 2 CK", "date": "2020-09-14", "result": "passed", "score": 234},
]
FOUR = (
    "After graduation I cared for my father, and I failed Step 2 CK once.",
    "I chose work at a health plan in Ohio to support him.",
    "I read charts with two physicians each week. I learned which patients miss their second visit.",
    "Since May 2026 I volunteer at a clinic on Thursdays. I want to train in internal medicine.",
)
HOW_MANY = 40


def question(name: str) -> Question:
    found = find_question(name, load_evidence())
    assert found is not None
    return found


def said(*texts: str, name: str = "sure-journey", dossier: Dossier | None = None) -> SpokenAnswer:
    return answer(texts, question(name), dossier or someone(a_job(), exams=FAILED), AS_OF, load_evidence())


def test_there_are_more_than_forty_questions_and_the_three_sure_ones_come_first() -> None:
    bank = question_bank(load_evidence())
    questions = [one for group in bank for one in group.questions]
    assert len(questions) >= HOW_MANY
    assert [one.name for one in questions[:3]] == ["sure-journey", "sure-job", "sure-now"]
    assert [(one.place, one.in_four_parts) for one in questions[:3]] == [
        (DraftPlace.PATH, True),
        (DraftPlace.WHY_THE_JOB, True),
        (DraftPlace.WHY_NOW, True),
    ]


def test_no_group_is_empty_and_no_question_stands_twice() -> None:
    bank = question_bank(load_evidence())
    assert [group.name for group in bank if not group.questions] == []
    assert [group.name for group in bank] == list(GROUPS)
    asked = Counter(one.asks for group in bank for one in group.questions)
    names = Counter(one.name for group in bank for one in group.questions)
    assert [one for one, times in (*asked.items(), *names.items()) if times > 1] == []


def test_every_question_names_who_says_that_it_is_asked() -> None:
    bank = question_bank(load_evidence())
    assert [one.name for group in bank for one in group.questions if not one.because[0].figure] == []


def test_what_programs_may_not_ask_names_whom_to_ask() -> None:
    found = not_asked(load_evidence())
    assert ([one.says for one in found if not one.ask], len(found)) == ([], 8)


def test_an_answer_of_one_one_two_and_two_sentences_fits_in_every_part() -> None:
    found = said(*FOUR)
    assert [(part.sentences, part.fits) for part in found.parts] == [(1, True), (1, True), (2, True), (2, True)]
    assert found.whole == " ".join(FOUR)


@pytest.mark.parametrize(
    ("place", "text", "fits", "says"),
    [
        (0, "I failed once. It was hard.", False, "2 sentences; one would be enough."),
        (1, "", None, "Nothing yet; one sentence is enough."),
        (2, "I read charts.", False, "One sentence; two to three would be better."),
        (2, "One. Two. Three. Four.", False, "4 sentences; two to three would be enough."),
        (3, "I am back.", True, "One sentence: as it should be."),
    ],
)
def test_each_part_says_how_many_sentences_it_has_and_wants(
    place: int, text: str, fits: bool | None, says: str
) -> None:
    texts = ["", "", "", ""]
    texts[place] = text
    part = said(*texts).parts[place]
    assert (part.fits, part.says) == (fits, says)


def test_195_words_take_ninety_seconds_and_196_are_more_than_is_listened_to() -> None:
    # 130 words a minute: 195 words are exactly a minute and a half.
    ninety, beyond = said("word " * 195, "", "", ""), said("word " * 197, "", "", "")
    assert (ninety.seconds, ninety.says_seconds) == (
        90,
        "Said calmly it takes about 90 seconds, within the 90 that are listened to.",
    )
    assert (beyond.seconds, beyond.says_seconds) == (
        91,
        "Said calmly it takes about 91 seconds, more than the 90 that are listened to.",
    )


def test_an_answer_that_explains_a_path_has_all_six_habits() -> None:
    assert [habit.name for habit in said(*FOUR).habits if not habit.holds] == []


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("I am so sorry for my first result.", "apology"),
        ("It was a boring desk job.", "the-job"),
        ("I was stuck in an office for five years.", "stuck"),
    ],
)
def test_each_habit_to_leave_out_is_noticed(text: str, habit: str) -> None:
    found = said(text, *FOUR[1:])
    assert [one.name for one in found.habits if not one.holds] == [habit]


@pytest.mark.parametrize(
    ("texts", "habit"),
    [
        ((FOUR[0], "A health plan gave me work.", "It has to do with patients. So it went.", FOUR[3]), None),
        (
            ("", "A job came.", "It has to do with patients.", "Since May 2026 there is a clinic on Thursdays."),
            "choice",
        ),
        (("", "I chose it.", "I wrote code. It ran.", "Since May 2026 there is a ward on Thursdays."), "useful"),
        (("", "I chose it.", "I read charts.", "One day I want to be a physician again."), "movement"),
    ],
)
def test_each_habit_to_bring_is_missed(texts: tuple[str, ...], habit: str | None) -> None:
    missed = [one.name for one in said(*texts).habits if one.kind == "bring" and not one.holds]
    assert missed == (["choice"] if habit is None else [habit])


def test_an_answer_that_tells_no_path_is_not_asked_for_the_way_back() -> None:
    found = said("I would teach how to fold a crane.", name="practical-teach")
    assert [habit.name for habit in found.habits] == ["apology", "the-job", "stuck"]


def test_an_empty_answer_has_no_habits_and_no_findings_yet() -> None:
    found = said("", "", "", "")
    assert ({habit.holds for habit in found.habits}, found.findings, found.seconds) == ({None}, (), 0)


@pytest.mark.parametrize(
    "text",
    [
        "I never failed an exam.",
        "I have never failed any step.",
        "I have no failed attempts.",
        "I came here without a single failure.",
        "I passed all my exams the first time.",
        "I passed Step 2 CK on my first attempt.",
    ],
)
def test_saying_that_nothing_was_failed_is_a_finding_where_the_transcript_shows_it(text: str) -> None:
    rules = {"transcript-shows-more", "disagrees-with-file"}
    assert {one.rule for one in said(text, "", "", "").findings} & rules != set()
    clean = someone(a_job(), exams=[FAILED[1]])
    assert {one.rule for one in said(text, "", "", "", dossier=clean).findings} & rules == set()


def test_failing_a_patient_or_a_start_is_not_about_exams() -> None:
    text = "I never failed my patients. The server failed, and we had no failover."
    assert [one.rule for one in said(text, "", "", "").findings if one.rule == "transcript-shows-more"] == []


def test_every_failed_attempt_stands_beside_the_answer() -> None:
    assert [one.says for one in said(*FOUR).must_be_told] == ["Step 2 CK: a failed attempt on 12 November 2019"]


def test_an_answer_about_the_exam_that_leaves_the_attempt_out_is_told_so() -> None:
    silent = said("I studied with a partner and scored 234.", name="scores-failed")
    open_ = said("I failed Step 2 CK in 2019 and passed it in 2020.", name="scores-failed")
    assert ([one.entry for one in silent.untold], open_.untold) == (["exams[0]"], ())


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("I failed Step 2 CK in 2019.", ["exams[0]"]),
        ("I failed Step 1 and Step 2 CK, each of them once.", []),
        ("It was not passed at first.", ["exams[0]", "exams[1]"]),
        (
            "I never fail to call back, and in an attempt to be quick I passed Step 1 and Step 2 CK.",
            ["exams[0]", "exams[1]"],
        ),
        ("I never failed Step 1 or Step 2 CK.", ["exams[0]", "exams[1]"]),
    ],
)
def test_each_exam_that_was_failed_has_to_be_named(text: str, untold: list[str]) -> None:
    two = someone(a_job(), exams=[{"exam": "Step 1", "date": "2018-05", "result": "failed"}, *FAILED])
    assert [one.entry for one in said(text, name="scores-failed", dossier=two).untold] == untold


@pytest.mark.parametrize(
    ("name", "text", "stands"),
    [
        ("practical-teach", "I would teach how to fold a crane.", False),
        ("practical-teach", "I would teach what I learned for Step 2 CK.", True),
        ("gap-the-gap", "I cared for my father.", True),
    ],
)
def test_the_attempt_stands_beside_answers_about_the_path_or_exams_alone(name: str, text: str, stands: bool) -> None:
    dossier = someone(a_job(), exams=FAILED)
    texts = (text, "", "", "") if question(name).in_four_parts else (text,)
    found = answer(texts, question(name), dossier, AS_OF, load_evidence())
    assert bool(found.must_be_told) is stands


def test_a_kept_answer_is_found_again_by_its_question() -> None:
    other = question("specialty-why")
    drafts = [
        {"place": "interview answer: another question", "about": other.asks, "text": "Because."},
        {"place": "interview answer: why now", "text": "Since May."},
    ]
    kept = someone(drafts=drafts)
    found = [draft_of(question(name), kept) for name in ("specialty-why", "sure-now", "program-why")]
    assert [one[0] if one else None for one in found] == [0, 1, None]


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (("One.", "Two.", "Three.", "Four."), "One.\n\nTwo.\n\nThree.\n\nFour."),
        (("", "Two.", "", ""), "…\n\nTwo."),
        (("One.", "", "", "Four."), "One.\n\n…\n\n…\n\nFour."),
        (("", "", "", ""), ""),
        (("One\n\nand more.", "", "", ""), "One\nand more."),
        (("One\nand more.", "Two.", "", ""), "One\nand more.\n\nTwo."),
        (("First this.\n\n- then  that\n- and that",), "First this.\n\n- then  that\n- and that"),
    ],
)
def test_a_part_that_is_not_written_holds_its_place(texts: tuple[str, ...], kept: str) -> None:
    assert kept_text(texts) == kept


LINE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12).filter(lambda one: one != "…")


@given(st.tuples(LINE, LINE, LINE, LINE))
def test_what_is_kept_comes_back_in_the_same_parts(texts: tuple[str, ...]) -> None:
    assert texts_of(kept_text(texts), question("sure-now")) == texts


def test_a_text_of_more_paragraphs_than_parts_keeps_all_of_them() -> None:
    assert texts_of("a\n\nb\n\nc\n\nd\n\ne", question("sure-now")) == ("a", "b", "c", "d\ne")
