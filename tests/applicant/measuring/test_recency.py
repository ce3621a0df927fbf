"""Recency: how long ago contact with patients, and letters, were on a given day."""

from __future__ import annotations

from datetime import date

from bedside.applicant.measuring.recency import last_contacts, letter_ages
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience

FILES_OPENED = date(2027, 9, 22)


def test_each_kind_of_contact_has_its_own_clock() -> None:
    dossier = a_dossier(
        an_experience("2015-01-01", "2018-12-31", kind="clinical practice", contact="hands-on", country="Peru"),
        an_experience("2026-03-02", "2026-03-22", kind="rotation", contact="observer", structure="structured"),
        an_experience("2025-01-01", "present", contact="clinical-adjacent"),
    )
    found = [
        (one.contact, one.in_the_us, round(one.months_ago), one.goes_on)
        for one in last_contacts(dossier, FILES_OPENED, AS_OF)
    ]
    assert found == [
        ("clinical-adjacent", True, 0, True),
        ("observer", True, 18, False),
        ("hands-on", False, 105, False),
    ]


def test_a_visit_to_an_office_is_no_meaningful_contact() -> None:
    visit = an_experience("2026-03-02", "2026-03-22", kind="rotation", contact="observer", structure="informal")
    assert last_contacts(a_dossier(visit), FILES_OPENED, AS_OF) == ()


def test_a_letter_without_a_date_has_no_age() -> None:
    letters = [
        {"writer": "Dr. Ana Ruiz", "kind": "US attending", "written": "2026-09-22"},
        {"writer": "Dr. Łukasz Król", "kind": "home country", "uploaded": "2026-10-01"},
        {"writer": "Dr. Mai Nguyễn", "kind": "US attending", "asked": "2026-11-01"},
    ]
    ages = [(one.writer, one.months_old) for one in letter_ages(a_dossier(letters=letters), FILES_OPENED)]
    assert ages == [("Dr. Ana Ruiz", 12.0), ("Dr. Łukasz Król", None)]
