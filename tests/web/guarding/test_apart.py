"""What is heavy is made in another process: what it returns and raises arrives, and where it breaks off it is said."""

from __future__ import annotations

import os
import sys
import time

import pytest

from bedside.documents.mistakes import DocumentNotMade
from bedside.web.guarding.apart import Bounds, BrokeOff, done_apart, made_apart

pytestmark = pytest.mark.same_on_any_database


def own_number() -> bytes:
    return str(os.getpid()).encode()


def refuses() -> bytes:
    raise DocumentNotMade("It cannot be set.")


def breaks_off() -> bytes:
    os._exit(9)


def test_it_is_made_in_another_process() -> None:
    assert made_apart(own_number) != own_number()


def test_a_refusal_arrives_in_its_own_words() -> None:
    with pytest.raises(DocumentNotMade, match=r"^It cannot be set\.$"):
        made_apart(refuses)


def test_a_process_that_breaks_off_is_a_sentence_and_not_a_fault() -> None:
    with pytest.raises(DocumentNotMade, match="could not be made"):
        made_apart(breaks_off)


def doubled(number: int) -> int:
    return 2 * number


def takes_much() -> int:
    return len(bytearray(2_000_000_000))


def test_any_result_arrives() -> None:
    assert done_apart(doubled, Bounds(), 21) == 42


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to its memory")
def test_work_that_takes_more_memory_than_it_may_breaks_off() -> None:
    with pytest.raises(BrokeOff) as broke_off:
        done_apart(takes_much, Bounds(memory=1_000_000_000))
    assert broke_off.value.took_too_long is False


def sleeps() -> bool:
    time.sleep(30)
    return True


def test_work_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(BrokeOff) as broke_off:
        done_apart(sleeps, Bounds(seconds=1.0))
    assert broke_off.value.took_too_long is True
