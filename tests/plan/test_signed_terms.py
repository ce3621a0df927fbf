"""What a signed stop contract lets be altered, and what it does not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import load_evidence
from bedside.plan.decision.signed_terms import ITS_WAIT, NOT_IN_PLACE, ON_ITS_DAY, ON_RECORD, held_back
from bedside.plan.decision.stop_contract import DELAY
from tests.applicant.dossiers import AS_OF, a_dossier

SIGNED = {"cycles": 1, "year": 2028, "alternative": "A doctorate.", "signed": "2026-11-01"}
ASKED = {"asked": "2026-11-10", "year": 2029, "why": "I was ill."}


def held(before: dict[str, Any] | None, after: dict[str, Any] | None, as_of: date = AS_OF) -> tuple[str, ...]:
    return held_back(with_contract(before), with_contract(after), as_of, load_evidence())


def with_contract(contract: dict[str, Any] | None) -> Dossier:
    return a_dossier(stop_contract=contract) if contract else a_dossier()


def test_a_contract_that_is_not_signed_holds_nothing() -> None:
    draft = {key: value for key, value in SIGNED.items() if key != "signed"}
    assert (held(draft, None), held(draft, SIGNED), held(None, SIGNED)) == ((), (), ())


def test_a_contract_whose_day_of_signing_has_not_come_holds_nothing() -> None:
    assert held(SIGNED, None, date(2026, 10, 31)) == ()


@pytest.mark.parametrize("key", list(SIGNED))
def test_no_signed_term_is_edited_in_place(key: str) -> None:
    other = {"cycles": 2, "year": 2030, "alternative": "Another one.", "signed": "2026-11-02"}
    assert held(SIGNED, {**SIGNED, key: other[key]}) == (NOT_IN_PLACE,)


def test_a_signed_contract_is_not_taken_away() -> None:
    assert held(SIGNED, None) == (NOT_IN_PLACE,)


def test_what_is_blank_may_be_filled_in_and_what_is_filled_in_stays() -> None:
    filled = {**SIGNED, "upgrades": ["Step 3"], "trusted_reader": {"name": "Maria", "told_on": "2026-11-20"}}
    assert (held(SIGNED, filled), held(filled, SIGNED)) == ((), (NOT_IN_PLACE,))


def test_a_reader_who_has_not_read_it_yet_may_be_another() -> None:
    maria, ines = ({**SIGNED, "trusted_reader": {"name": name}} for name in ("Maria", "Inês"))
    assert held(maria, ines) == ()


def test_a_change_is_asked_for_today_and_stays_on_record() -> None:
    today = {**ASKED, "asked": AS_OF.isoformat()}
    assert held({**SIGNED, "changes": [ASKED]}, {**SIGNED, "changes": [ASKED, today]}) == ()
    assert held(SIGNED, {**SIGNED, "changes": [ASKED]}) == (ON_ITS_DAY,)
    assert held({**SIGNED, "changes": [ASKED]}, SIGNED) == (ON_RECORD,)


def test_the_wait_may_become_longer_and_not_shorter_while_a_contract_is_signed() -> None:
    before = a_dossier(stop_contract=SIGNED)
    longer, shorter = (a_dossier(stop_contract=SIGNED, readings={DELAY: days}) for days in (30, 1))
    assert (held_back(before, longer, AS_OF, load_evidence()), held_back(before, shorter, AS_OF, load_evidence())) == (
        (),
        (ITS_WAIT,),
    )
