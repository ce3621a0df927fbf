"""Private claims over the public directory: the same as building with them, and nobody else's directory changes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.evidence.library import load_evidence
from bedside.programs.building.build import build
from bedside.programs.collection import Collection
from bedside.programs.directory import Directory
from bedside.programs.overlay import with_private
from tests.programs.collections_made_up import added, mention, reading, row, track

EVIDENCE = load_evidence()
FIRST, SECOND = "1403800001", "1403800002"
PUBLIC = added(
    reading("freida", row(mention("Summa Health", city="Akron", acgme_id=FIRST), visa__j1=True, img_share=0.5)),
    reading("eras", row(mention("Mercy Health", city="Toledo", acgme_id=SECOND), visa__j1=False)),
    reading("nrmp", row(mention("Kettering-OH", city="Kettering", codes=("1576140C0",)), track("1576140C0", y2025=9))),
)


def public() -> Directory:
    return build(PUBLIC, EVIDENCE).directory


def own(*rows: tuple[str, bool]) -> Collection:
    return added(reading("own", *(row(mention(name), visa__j1=value) for name, value in rows)))


def test_without_private_claims_it_is_the_same_directory() -> None:
    directory = public()
    assert with_private(directory, Collection(), EVIDENCE) is directory


def test_a_private_claim_joins_the_program_it_means() -> None:
    directory = with_private(public(), own(("Summa Health Program", False)), EVIDENCE)
    listed = directory.one(FIRST)
    assert (len(directory), listed.disagreeing, listed.is_private) == (3, {"visa.j1"}, False)
    (origin,) = [one for one in directory.origins if one.is_private]
    assert origin.title == "The own"


def test_what_only_the_user_knows_is_a_private_program_after_the_public_ones() -> None:
    directory = with_private(public(), own(("Somewhere Else Entirely", True)), EVIDENCE)
    assert [one.is_private for one in directory.listed] == [False, False, False, True]


def test_a_private_acgme_id_finds_the_public_program_that_has_none() -> None:
    private = added(reading("own", row(mention("Kettering", city="Kettering", acgme_id="1403800009"), visa__j1=True)))
    listed = with_private(public(), private, EVIDENCE).one("nrmp-1576-140")
    assert (listed.acgme_id, listed.yes("visa.j1")) == ("1403800009", True)


def test_a_private_mention_never_brings_two_public_programs_together() -> None:
    private = added(reading("own", row(mention("Mercy Health", city="Toledo", acgme_id=FIRST), visa__h1b=True)))
    directory = with_private(public(), private, EVIDENCE)
    assert [directory.one(key).yes("visa.h1b") for key in (FIRST, SECOND)] == [True, None]


def test_the_public_directory_stays_as_it_was() -> None:
    directory = public()
    before = directory.listed
    with_private(directory, own(("Summa Health", False)), EVIDENCE)
    assert (directory.listed, directory.one(FIRST).values["visa.j1"]) == (before, True)


def test_the_answer_to_a_private_question_is_private_too() -> None:
    private = added(reading("own", row(mention("Mercy Hlth Partners of Toledo", city="Lima"), visa__h1b=True)))
    asked = with_private(public(), private, EVIDENCE)
    (question,) = asked.questions
    answered = with_private(public(), private.answering(question.fingerprint, SECOND), EVIDENCE)
    assert (answered.questions, answered.one(SECOND).yes("visa.h1b"), len(answered)) == ((), True, 3)


def test_a_check_of_the_users_own_is_of_the_program_it_was_made_from_even_among_namesakes() -> None:
    twins = ("1403800003", "1403800004")
    rows = (row(mention("General Hospital", city="Akron", acgme_id=number), visa__j1=True) for number in twins)
    directory = build(added(reading("freida", *rows)), EVIDENCE).directory
    said = replace(mention("General Hospital", city="Akron"), key=twins[1])
    checked = with_private(directory, added(reading("own-check", row(said, visa__j1=False))), EVIDENCE)
    assert (len(checked), checked.one(twins[1]).disagreeing, checked.questions) == (2, {"visa.j1"}, ())


NAMES = st.sampled_from(["Summa Health", "Summa Hlth Program", "Mercy Health", "Kettering", "Nowhere"])


@settings(max_examples=40)
@given(st.lists(st.tuples(NAMES, st.booleans()), max_size=4))
def test_laying_claims_over_is_the_same_as_building_with_them(rows: list[tuple[str, bool]]) -> None:
    private = own(*rows)
    over = with_private(public(), private, EVIDENCE)
    with_them = build(Collection((*PUBLIC.imports, *private.imports)), EVIDENCE).directory
    assert {one.key: one.values for one in over} == {one.key: one.values for one in with_them}
    assert {one.key: one.rivals for one in over} == {one.key: one.rivals for one in with_them}
