"""Which mention is which program: numbers first, then names; nothing is merged by a guess and nothing is lost."""

from __future__ import annotations

from bedside.evidence.library import load_evidence
from bedside.programs.building.build import Built, build
from bedside.programs.collection import Collection
from bedside.programs.identity.fingerprint import fingerprint
from bedside.programs.identity.likeness import all_words_in
from bedside.programs.mention import Reading
from tests.programs.collections_made_up import added, mention, reading, row, track

EVIDENCE = load_evidence()


def built(collection: Collection) -> Built:
    return build(collection, EVIDENCE)


def keys(collection: Collection) -> list[str]:
    return sorted(one.listed.key for one in built(collection).programs)


FIRST, SECOND = "1403800001", "1403800002"


def freida(*rows: tuple[str, str, str]) -> Collection:
    said = (row(mention(name, city=city, acgme_id=number)) for number, name, city in rows)
    return added(reading("freida", *said))


def with_rates(collection: Collection, name: str, city: str = "", state: str = "OH") -> Collection:
    rates = reading("rates", row(mention(name, state, city), interview_rate__img=0.1))
    return added(*(one.reading for one in collection.imports), rates)


def test_the_same_acgme_id_is_the_same_program_whatever_it_is_called() -> None:
    both = added(
        reading("freida", row(mention("Vidant Medical Center", acgme_id=FIRST))),
        reading("eras", row(mention("ECU Health", acgme_id=FIRST))),
    )
    assert keys(both) == [FIRST]


def test_different_acgme_ids_stay_apart_whatever_they_are_called() -> None:
    assert keys(freida((FIRST, "General Hospital", "Akron"), (SECOND, "General Hospital", "Akron"))) == [FIRST, SECOND]


def test_a_name_finds_its_program_in_another_town() -> None:
    known = freida((FIRST, "Albany Medical Center Program", "Cohoes"))
    assert keys(with_rates(known, "Albany Med Ctr", "Albany")) == [FIRST]


def test_the_town_decides_between_two_of_one_name() -> None:
    known = freida((FIRST, "St Joseph's Hospital", "Stockton"), (SECOND, "St Joseph's Hospital", "Carmichael"))
    found = with_rates(known, "Saint Josephs Hosp", "Carmichael")
    assert [one.listed.key for one in built(found).programs if one.listed.values] == [SECOND]


def test_two_of_one_name_without_a_town_are_asked_about_and_kept_apart() -> None:
    known = freida((FIRST, "St Joseph's Hospital", "Stockton"), (SECOND, "St Joseph's Hospital", "Carmichael"))
    result = built(with_rates(known, "Saint Josephs Hosp"))
    (question,) = result.questions
    assert [key for key, _ in question.candidates] == [FIRST, SECOND]
    assert len(result.programs) == 3


def test_a_name_in_another_state_is_another_program() -> None:
    known = freida((FIRST, "General Hospital", "Akron"))
    assert len(keys(with_rates(known, "General Hospital", "Akron", "TX"))) == 2


def test_two_rows_of_one_source_are_never_one_program() -> None:
    rows = [
        row(mention(name, city="Akron"), interview_rate__img=0.1) for name in ("Summa Health", "Summa Health System")
    ]
    known = reading("freida", row(mention("Summa Health System", city="Akron", acgme_id=FIRST)))
    assert len(keys(added(known, reading("rates", *rows)))) == 2


def test_an_nrmp_code_is_the_program_a_source_ties_it_to() -> None:
    nrmp = reading("nrmp", row(mention("Nameless-OH", codes=("1234140C0",)), track("1234140C0", y2025=5)))
    crosswalk = reading("crosswalk", row(mention("Other Name", acgme_id=FIRST, codes=("1234140C0",))))
    (program,) = built(added(nrmp, crosswalk)).programs
    assert (program.listed.key, program.listed.match_year) == (FIRST, 2025)


def test_an_nrmp_program_without_an_acgme_id_is_called_after_its_code() -> None:
    nrmp = reading("nrmp", row(mention("Nameless-OH", codes=("1234140C0",)), track("1234140C0", y2025=5)))
    (only,) = built(added(nrmp)).programs
    assert (only.listed.key, only.listed.name, only.names) == ("nrmp-1234-140", "Nameless", ("Nameless-OH",))


def test_tracks_that_name_places_are_programs_apart() -> None:
    tracks = (
        track("1234140C0", y2025=5),
        track("1234140C1", "Internal Medicine/Tampa", y2025=4),
        track("1234140C2", "Internal Medicine/Research", y2025=1),
        track("1234140P0", "Medicine-Preliminary", y2025=2),
    )
    nrmp = reading("nrmp", row(mention("Advent-FL", "FL", codes=tuple(one.nrmp_code for one in tracks)), *tracks))
    elsewhere = reading("eras", row(mention("Other", "FL", "Tampa", "neurology", "1801100001")))
    found = {one.listed.key: [two.nrmp_code for two in one.tracks] for one in built(added(nrmp, elsewhere)).programs}
    assert found == {
        "1801100001": [],
        "nrmp-1234-140": ["1234140C0", "1234140C2", "1234140P0"],
        "nrmp-1234-140-tampa": ["1234140C1"],
    }


def test_a_label_that_is_no_known_place_is_a_kind_of_track() -> None:
    tracks = (track("1234040C0", "Anesthesiology", y2025=5), track("1234040C1", "Anesthesiology/Dripps", y2025=4))
    said = mention("Penn-PA", "PA", specialty="anesthesiology", codes=tuple(one.nrmp_code for one in tracks))
    assert keys(added(reading("nrmp", row(said, *tracks)))) == ["nrmp-1234-040"]


def several(*labels: str, town: str = "Akron") -> Reading:
    """Tracks of one institution, each with its label."""
    tracks = tuple(track(f"1234140C{n}", f"Internal Medicine/{label}", y2025=5) for n, label in enumerate(labels))
    said = mention("Lakes Health-OH", city=town, codes=tuple(one.nrmp_code for one in tracks))
    return reading("nrmp", row(said, *tracks))


def codes(collection: Collection) -> dict[str, list[str]]:
    return {one.listed.key: [track.label for track in one.tracks] for one in built(collection).programs if one.tracks}


def test_a_label_that_may_be_an_unknown_place_takes_no_program_from_a_sibling_whose_place_is_known() -> None:
    names = reading("freida", row(mention("Lakes Health Program", city="Akron", acgme_id=FIRST)))
    assert codes(added(several("Akron", "Hawkins"), names)) == {
        FIRST: ["Internal Medicine/Akron"],
        "nrmp-1234-140": ["Internal Medicine/Hawkins"],
    }


def test_a_track_named_after_one_town_is_never_the_program_of_another() -> None:
    names = reading(
        "freida",
        row(mention("Lakes Health (Dayton) Program", city="Dayton", acgme_id=FIRST)),
        row(mention("Elsewhere Clinic", city="Columbus", acgme_id=SECOND)),
    )
    assert codes(added(several("Akron", "Columbus"), names)) == {
        "nrmp-1234-140-akron": ["Internal Medicine/Akron"],
        "nrmp-1234-140-columbus": ["Internal Medicine/Columbus"],
    }


def test_the_place_in_a_label_goes_before_the_town_of_the_institution() -> None:
    names = reading(
        "freida",
        row(mention("Lakes Health (Dayton) Program", city="Dayton", acgme_id=FIRST)),
        row(mention("Lakes Health (Greater Akron) Program", city="Akron", acgme_id=SECOND)),
    )
    assert codes(added(several("Dayton", "Akron"), names)) == {
        FIRST: ["Internal Medicine/Dayton"],
        SECOND: ["Internal Medicine/Akron"],
    }


def test_a_place_is_in_no_shorter_word() -> None:
    assert [all_words_in("indianapolis", name) for name in ("indiana university", "university indianapolis")] == [
        False,
        True,
    ]


def test_what_one_specialty_shows_of_an_institution_helps_in_another() -> None:
    crosswalk = reading(
        "crosswalk",
        row(mention("Barnes-Jewish Hosp-MO", "MO", "St Louis", acgme_id="1402800001", codes=("1353140C0",))),
    )
    nrmp = reading(
        "nrmp",
        row(
            mention("Barnes-Jewish Hosp-MO", "MO", "St Louis", "neurology", codes=("1353180C0",)),
            track("1353180C0", "Neurology", y2025=5),
        ),
    )
    names = ("Washington University/B-JH/SLCH Consortium", "MO", "St. Louis")
    eras = reading("eras", row(mention(*names, "neurology", "1802800001")))
    with_medicine = reading("freida", row(mention(*names, "internal-medicine", "1402800001")))
    assert keys(added(crosswalk, nrmp, eras, with_medicine)) == ["1402800001", "1802800001"]
    assert keys(added(nrmp, eras)) == ["1802800001", "nrmp-1353-180"]


def test_an_answer_settles_a_question_and_is_kept_for_the_next_edition() -> None:
    known = freida((FIRST, "St Joseph's Hospital", "Stockton"), (SECOND, "St Joseph's Hospital", "Carmichael"))
    asked = with_rates(known, "Saint Josephs Hosp")
    (question,) = built(asked).questions
    answered = asked.answering(question.fingerprint, SECOND)
    newer = reading("rates", row(mention("Saint Josephs Hosp"), interview_rate__img=0.3), edition="2026")
    for collection in (answered, answered.adding(added(newer).imports[0])):
        assert keys(collection) == [FIRST, SECOND]
        assert built(collection).questions == ()


def test_the_answer_that_it_is_another_program_is_kept_too() -> None:
    known = freida((FIRST, "St Joseph's Hospital", "Stockton"), (SECOND, "St Joseph's Hospital", "Carmichael"))
    asked = with_rates(known, "Saint Josephs Hosp")
    answered = built(asked.answering(built(asked).questions[0].fingerprint, ""))
    assert (len(answered.programs), answered.questions) == (3, ())


def test_an_answer_about_a_program_that_is_gone_is_asked_again() -> None:
    known = freida((FIRST, "St Joseph's Hospital", "Stockton"), (SECOND, "St Joseph's Hospital", "Carmichael"))
    asked = with_rates(known, "Saint Josephs Hosp")
    (question,) = built(asked).questions
    assert built(asked.answering(question.fingerprint, "1403899999")).questions == (question,)


def test_without_a_specialty_the_user_is_asked_even_about_the_same_name() -> None:
    known = freida((FIRST, "General Hospital", "Akron"))
    own = reading("own", row(mention("General Hospital", "OH", "Akron", ""), visa__j1=True))
    result = built(added(*(one.reading for one in known.imports), own))
    assert [question.candidates for question in result.questions] == [((FIRST, 100.0),)]


def test_without_a_state_only_the_same_name_decides() -> None:
    known = freida((FIRST, "General Hospital of Akron", "Akron"))
    assert keys(with_rates(known, "General Hospital of Akron", state="")) == [FIRST]
    assert len(keys(with_rates(known, "General Hospital Akron Campus", state=""))) == 2


def test_the_fingerprint_does_not_change_with_the_tracks_of_an_edition() -> None:
    one = mention("Nameless-OH", codes=("1234140C0",))
    other = mention("Nameless-OH", codes=("1234140C0", "1234140C1"))
    assert fingerprint(one) == fingerprint(other)
