"""What a result takes in memory is measured from what it is made of."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from dataclasses import dataclass

import numpy as np
import pytest

from bedside.evidence.library import load_evidence
from bedside.odds.chances import Grid
from bedside.targeting.program_list.prepared import prepared_list
from bedside.web.memory.weighing import bytes_held
from tests.targeting.program_list.lists import APPLICANT, programs_of

EVIDENCE = load_evidence()


@dataclass(frozen=True, slots=True)
class Pair:
    one: object
    other: object


def test_an_array_weighs_what_it_holds_and_one_that_looks_into_another_the_other() -> None:
    whole = np.zeros(10_000)
    assert bytes_held(whole) == sys.getsizeof(whole) > whole.nbytes
    assert bytes_held(whole[:10]) == pytest.approx(bytes_held(whole), abs=500)


def test_what_is_held_twice_weighs_once() -> None:
    whole = np.zeros(10_000)
    assert bytes_held(Pair(whole, (whole, {"again": whole[5:]}))) == pytest.approx(bytes_held(whole), abs=1_000)


def test_what_others_hold_anyway_weighs_nothing() -> None:
    (program,) = programs_of("internal-medicine", [0.1])
    assert bytes_held([program, EVIDENCE]) == sys.getsizeof([None, None])


def test_what_is_made_ready_for_a_list_weighs_what_the_machine_gave_for_it() -> None:
    programs = programs_of("internal-medicine", [0.1, None] * 100)
    prepared_list(APPLICANT, programs, programs, EVIDENCE, Grid(8, 3, 3))  # what is kept for all lists is made first
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        ready = prepared_list(APPLICANT, programs, programs, EVIDENCE, Grid(8, 3, 3))
        gc.collect()
        taken = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert bytes_held(ready) == pytest.approx(taken, rel=0.1)
