"""What may be shown to someone else: hidden names and scores stand nowhere in it, and nothing depends on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.reading import read_dossier
from bedside.applicant.file.rendering import as_written, as_yaml
from bedside.applicant.hidden_words import HiddenName, HiddenNames, folded, without_scores
from bedside.applicant.redaction import names_in, redacted
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience
from tests.applicant.named_dossiers import invented, named_dossiers
from tests.applicant.strategies import dossiers

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
GRANT = HiddenName("Dr. Priscilla Grant", "Letter writer 1", True)
PENA = HiddenName("José Ángel Peña-Rodríguez", "The applicant", True)
SANDHILL = HiddenName("Sandhill Regional Medical Center", "Hospital 1", False)


def said(text: str, *names: HiddenName) -> str:
    return HiddenNames(names).replaced_in(text)


@given(named=named_dossiers())
@settings(max_examples=30)
def test_no_word_of_any_name_is_left_in_a_dossier(named: tuple[Dossier, frozenset[str]]) -> None:
    dossier, words = named
    left = folded(as_yaml(redacted(dossier, hides_names=True, hides_scores=False)))
    assert [word for word in words if folded(word) in left] == []


@given(dossier=dossiers())
@settings(max_examples=30)
def test_where_nothing_is_hidden_the_dossier_is_the_same(dossier: Dossier) -> None:
    assert redacted(dossier, hides_names=False, hides_scores=False) == dossier


@given(dossier=dossiers(), other=st.integers(1, 500))
@settings(max_examples=30)
def test_other_scores_give_the_same_dossier_once_they_are_hidden(dossier: Dossier, other: int) -> None:
    told = redacted(_with_scores(dossier, None), hides_names=False, hides_scores=True)
    scored = redacted(_with_scores(dossier, 999), hides_names=False, hides_scores=True)
    assert told == scored
    assert [exam.score for exam in redacted(_with_scores(dossier, other), True, True).exams] == [None] * len(
        dossier.exams
    )


@given(dossier=dossiers())
@settings(max_examples=30)
def test_words_of_closed_lists_and_dates_stay(dossier: Dossier) -> None:
    shown = redacted(dossier, hides_names=True, hides_scores=True)
    assert [(one.kind, one.start, one.end, one.contact, one.role) for one in shown.experiences] == [
        (one.kind, one.start, one.end, one.contact, one.role) for one in dossier.experiences
    ]
    assert (shown.status, shown.constraints.money, shown.readings) == (
        dossier.status,
        dossier.constraints.money,
        dossier.readings,
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_name_and_no_score_of_an_example_is_left(path: Path) -> None:
    dossier = read_dossier(path, AS_OF).dossier
    shown = folded(as_yaml(redacted(dossier, hides_names=True, hides_scores=True)))
    scores = [str(exam.score) for exam in dossier.exams if exam.score]
    assert [name.written for name in names_in(dossier) if folded(name.written) in shown] == []
    assert [score for score in scores if score in shown] == []


def test_the_same_name_is_always_the_same_words_and_a_letter_writer_stays_one() -> None:
    dossier = a_dossier(
        an_experience("2020-01-01", "2021-01-01", supervisor="Dr. Amy Li", organization="Mercy", setting="clinic"),
        an_experience("2022-01-01", "2023-01-01", supervisor="Ken Ito", organization="mercy", setting="hospital"),
        an_experience("2024-01-01", "present", supervisor="Prof. Jo Roe", organization="NYU"),
        letters=[{"writer": "Amy Li, MD", "kind": "US attending"}],
    )
    shown = redacted(dossier, hides_names=True, hides_scores=False)
    assert [(one.supervisor, one.organization) for one in shown.experiences] == [
        ("Letter writer 1", "Clinic 1"),
        ("Supervisor 1", "Clinic 1"),
        ("Supervisor 2", "Organization 1"),
    ]
    assert (shown.identity.name, shown.letters[0].writer) == ("The applicant", "Letter writer 1")


def test_notes_are_left_out_with_the_names() -> None:
    dossier = a_dossier(an_experience("2020-01-01", "present", note="Two days from home."))
    assert redacted(dossier, hides_names=True, hides_scores=False).experiences[0].note is None
    assert redacted(dossier, hides_names=False, hides_scores=True).experiences[0].note == "Two days from home."


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Priscilla Grant",
        "priscilla grant",
        "PRISCILLA  GRANT",
        "Dr. Grant",
        "dr grant",
        "Prof. Dr. P. Grant",
        "Grant",
        "Priscilla",
    ],
)
def test_a_person_is_found_however_they_are_called(text: str) -> None:
    assert said(text, GRANT) == "Letter writer 1"


def test_a_surname_that_is_also_a_word_is_left_where_it_is_one() -> None:
    assert said("I asked Grant for a grant, and migrants came.", GRANT) == (
        "I asked Letter writer 1 for a grant, and migrants came."
    )


def test_accents_and_hyphens_do_not_keep_a_name_from_being_found() -> None:
    assert said("jose angel pena-rodriguez; Pena; Rodríguez's", PENA) == "The applicant; The applicant; The applicant's"


def test_a_place_is_found_by_what_sets_it_apart_and_by_its_capitals() -> None:
    assert said("Sandhill, SRMC, a regional medical center, Srmc", SANDHILL) == (
        "Hospital 1, Hospital 1, a regional medical center, Srmc"
    )


def test_a_name_in_a_script_without_spaces_is_found_inside_a_word() -> None:
    assert said("跟王医生学习", HiddenName("王", "Supervisor 1", True)) == "跟Supervisor 1医生学习"


@given(text=st.text(max_size=200), name=st.text(min_size=1, max_size=20))
def test_any_name_can_be_looked_for_in_any_text(text: str, name: str) -> None:
    assert isinstance(said(text, HiddenName(name, "Someone", True), HiddenName(name, "Somewhere", False)), str)


def test_a_specialty_stays_one_though_a_place_is_called_so() -> None:
    dossier = a_dossier(
        an_experience("2020-01-01", "present", organization="Cardiology", specialty="Cardiology"),
        target={"specialties": ["Cardiology"]},
    )
    shown = redacted(dossier, hides_names=True, hides_scores=False)
    assert (shown.experiences[0].organization, shown.experiences[0].specialty) == ("Organization 1", "Cardiology")
    assert shown.target.specialties == ("Cardiology",)


def test_a_tick_still_belongs_to_its_task_though_its_key_holds_a_number_like_a_score() -> None:
    tick = {"task": "exam.step-2-ck", "done_on": "2026-11-20"}
    dossier = a_dossier(exams=[{"exam": "Step 2 CK", "result": "failed", "score": 2}], ticked_off=[tick])
    assert redacted(dossier, hides_names=False, hides_scores=True).ticked_off == dossier.ticked_off


def test_scores_are_masked_in_texts_and_other_numbers_are_left() -> None:
    assert without_scores("I had 221. On Step 2 CK I hoped for 245; I paid $955 for 120 places.", [221]) == (
        "I had (score hidden). On Step 2 CK I hoped for (score hidden); I paid $955 for 120 places."
    )


def _with_scores(dossier: Dossier, score: int | None) -> Dossier:
    content: dict[str, Any] = as_written(dossier)
    for exam in content.get("exams", []):
        exam.pop("score", None)
    whole = Dossier.model_validate(content)
    exams = tuple(exam.model_copy(update={"score": score}) for exam in whole.exams)
    return whole.model_copy(update={"exams": exams})


def test_invented_words_differ() -> None:
    assert len({invented(number) for number in range(300)}) == 300


def test_a_ticked_letter_stays_ticked_and_holds_no_name() -> None:
    letters = [{"writer": "Dr. Ana Ruiz", "kind": "US attending", "asked": "2026-09-01"}]
    ticks = [{"task": f"letters.chase-{who}", "done_on": "2026-11-02"} for who in ("dr-ana-ruiz", "dr-jo-park")]
    shown = redacted(a_dossier(letters=letters, ticked_off=ticks), hides_names=True, hides_scores=False)
    assert [one.task for one in shown.ticked_off] == ["letters.chase-letter-writer-1"]


def test_a_place_and_a_person_written_to_are_hidden_wherever_they_stand() -> None:
    shown = redacted(
        a_dossier(
            opportunities=[{"title": "Weeks at Lakeview", "kind": "observership", "organization": "Lakeview Hospital"}],
            outreach=[{"to": "Dr. Amal Chen, Harborview Clinic", "kind": "letter", "sent": "2026-11-10"}],
            strengths=["I told Dr. Chen at Harborview Clinic about Lakeview Hospital."],
        ),
        hides_names=True,
        hides_scores=False,
    )
    assert (shown.opportunities[0].organization, shown.opportunities[0].title, shown.outreach[0].to) == (
        "Organization 1",
        "Weeks at Organization 1",
        "Person asked 1",
    )
    assert shown.strengths == ("I told Person asked 1 at Organization 2 about Organization 1.",)


def test_names_and_scores_in_drafts_their_versions_and_the_story_are_hidden() -> None:
    words = "I met Dr. Chen at Lakeview Hospital. My Step 2 CK score was 234."
    shown = redacted(
        a_dossier(
            letters=[{"writer": "Dr. Amal Chen", "kind": "US attending"}],
            opportunities=[{"title": "Weeks", "kind": "observership", "organization": "Lakeview Hospital"}],
            story={"the_turn": words},
            drafts=[
                {
                    "place": "personal statement",
                    "about": "Lakeview Hospital",
                    "text": words,
                    "versions": [{"kept_on": "2026-10-01", "text": words}],
                }
            ],
        ),
        hides_names=True,
        hides_scores=True,
    )
    draft = shown.drafts[0]
    hidden = "I met Letter writer 1 at Organization 1. My Step 2 CK score was (score hidden)."
    assert [draft.about, draft.text, draft.versions[0].text, shown.story.the_turn] == ["Organization 1", *[hidden] * 3]


def test_a_program_applied_to_is_hidden_with_its_track_and_note_wherever_it_stands() -> None:
    one = {
        "program": "140",
        "name": "Lakeview Hospital",
        "track": "1234140C0",
        "specialty": "IM",
        "state": "interviewed",
        "rank": 1,
    }
    shown = redacted(
        a_dossier(applications=[one | {"note": "Kind."}], strengths=["I liked Lakeview Hospital."]),
        hides_names=True,
        hides_scores=False,
    )
    expected = {"program": "Program 1", "specialty": "IM", "state": "interviewed", "rank": 1}
    assert shown.applications[0].model_dump(exclude_defaults=True, mode="json") == expected
    assert shown.strengths == ("I liked Program 1.",)
