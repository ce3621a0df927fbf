"""One specialty under all its names."""

from __future__ import annotations

import pytest

from bedside.evidence.library import load_evidence
from bedside.evidence.specialties import (
    all_specialties,
    find_specialty,
    nearest_specialties,
    specialties_named,
    specialty_name,
)

EVIDENCE = load_evidence()
NAMES = [(name, one.key) for one in all_specialties(EVIDENCE) for name in (one.key, one.name, *one.aliases)]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("IM", "internal-medicine"),
        ("Internal Medicine residency", "internal-medicine"),
        ("fm", "family-medicine"),
        ("OB/GYN", "obstetrics-and-gynecology"),
        ("ob-gyn", "obstetrics-and-gynecology"),
        ("Obstetrics & Gynecology", "obstetrics-and-gynecology"),
        ("EM", "emergency-medicine"),
        ("ENT", "otolaryngology"),
        ("Peds", "pediatrics"),
        ("Psych", "psychiatry"),
        ("Surgery-General", "general-surgery"),
        ("Pathology-Anatomic and Clinical", "pathology"),
        ("PM&R", "physical-medicine-and-rehabilitation"),
        ("med/peds", "internal-medicine-pediatrics"),
        ("  Orthopaedic   Surgery ", "orthopaedic-surgery"),
    ],
)
def test_a_specialty_is_found_by_what_people_call_it(words: str, key: str) -> None:
    found = find_specialty(words, EVIDENCE)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(("name", "key"), NAMES)
def test_no_name_leads_to_two_specialties(name: str, key: str) -> None:
    found = find_specialty(name, EVIDENCE)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("words", ["", "internal", "internl medicine", "law"])
def test_an_unknown_name_is_no_specialty_and_no_guess(words: str) -> None:
    assert find_specialty(words, EVIDENCE) is None


def test_a_misspelt_name_has_a_nearest_specialty() -> None:
    assert nearest_specialties("internl medcine", EVIDENCE)[0].name == "Internal Medicine"


def test_every_specialty_has_a_length_of_training() -> None:
    without = [one.key for one in all_specialties(EVIDENCE) if f"specialty.training-years.{one.key}" not in EVIDENCE]
    assert without == []


def test_the_article_places_sixteen_specialties_that_bedside_knows() -> None:
    keys = {one.key for one in all_specialties(EVIDENCE)}
    placed = [figure.name.removeprefix("article.tier.") for figure in EVIDENCE.starting_with("article.tier.")]
    assert (len(placed), set(placed) - keys) == (16, set())


def test_every_nrmp_code_is_of_one_specialty() -> None:
    codes = [str(figure.value) for figure in EVIDENCE.starting_with("specialty.nrmp-code.")]
    assert (len(codes), len(set(codes))) == (46, 46)
    assert [code for code in codes if not (len(code) == 3 and code.isdigit())] == []


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Pediatrics/Psych/Child Psych", "pediatrics-psychiatry-child-psychiatry"),
        ("Internal Medicine/Emergency Med", "internal-medicine-emergency-medicine"),
        ("Public Health & Gen Preventive Medicine", "preventive-medicine"),
        ("Occupational & Environmental Med", "occupational-medicine"),
        ("Diagnostic Radiology/Nuclear", "diagnostic-radiology-nuclear-medicine"),
        ("Otolaryngology - Head and Neck Surgery", "otolaryngology"),
        ("Plastic Surgery - Integrated", "plastic-surgery"),
        ("Psychiatry/Family Practice", "psychiatry-family-medicine"),
        ("Vascular Surgery (Integrated)", "vascular-surgery"),
    ],
)
def test_a_specialty_is_found_by_what_the_nrmp_and_eras_print(words: str, key: str) -> None:
    found = find_specialty(words, EVIDENCE)
    assert found is not None
    assert found.key == key


def test_a_key_that_no_figure_names_stands_for_itself() -> None:
    assert specialty_name("family-medicine", EVIDENCE) == "Family Medicine"
    assert specialty_name("space-medicine", EVIDENCE) == "space-medicine"


def test_several_names_give_their_keys_once_each_in_their_order_without_what_names_none() -> None:
    assert specialties_named(["Psych", "ENT", "witchcraft", "psychiatry"], EVIDENCE) == ("psychiatry", "otolaryngology")
