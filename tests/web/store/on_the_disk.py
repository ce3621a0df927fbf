"""A process that keeps dossiers in a real file, takes them away, and looks for them in every byte of the folder."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402  # Django has to be set up first

from bedside.web.store.dossiers import Opened, begin, open_dossier, save  # noqa: E402
from bedside.web.store.erasing import erase_dossiers  # noqa: E402
from bedside.web.store.locking import lock  # noqa: E402
from bedside.web.store.private_claims import save_claims  # noqa: E402
from bedside.web.store.scrubbing import scrub  # noqa: E402
from bedside.web.store.tables import DossierRow, ShareRow  # noqa: E402
from tests.applicant.dossiers import AS_OF  # noqa: E402
from tests.web.kept import NOW, example  # noqa: E402

SHORTEST_TRACE = 6
MENTOR = "Dr. Ottoline Featherstonehaugh"
CLAIMS = {"program": "Riverbend Internal Medicine", "said": "They wrote that they sponsor H-1B visas."}


def main(way: str) -> None:
    """Keep, edit, take away in one of the `WAYS`, and print what was found before and after."""
    other = begin(example("h1b-quality-analyst"), "Begun", AS_OF, NOW)
    opened, traces = kept_and_edited()
    if way == "locked":
        traces -= {opened.id.hex}
    before = found(traces)
    with closing(a_connection()) as idle:
        idle.execute("SELECT count(*) FROM revision").fetchall()
        is_scrubbed = WAYS[way](opened)
        after = found(traces)
        print_answer(len(traces), before, after, is_scrubbed, open_dossier(other.id, AS_OF).content == other.content)
        if way == "only deleted":
            os._exit(0)  # as after a crash: nothing is closed


def print_answer(traces: int, before: set[str], after: set[str], is_scrubbed: bool, other_is_intact: bool) -> None:
    answer = {"traces": traces, "before": len(before), "after": sorted(after), "is_scrubbed": is_scrubbed}
    sys.stdout.write(json.dumps(answer | {"other_is_intact": other_is_intact}))
    sys.stdout.flush()


def kept_and_edited() -> tuple[Opened, set[str]]:
    """A dossier with some states, claims and a link, and every text of it that nobody else's has."""
    opened = begin(example("citizen-scribe"), "Begun by José Ángel", AS_OF, NOW)
    traces = texts_of(opened.content) | texts_of(CLAIMS) | {MENTOR, opened.id.hex, "José Ángel"}
    save_claims(opened, CLAIMS)
    strengths = opened.content["strengths"]
    for number in range(12):
        task = {"task": f"Write to physician number {number} of the list.", "set_on": "2026-11-20"}
        content = {**opened.content, "seven_day_task": task, "strengths": strengths[: number % 3]}
        opened = save(opened, content, f"Changed the task for the {number}th time", AS_OF, NOW)
        traces |= texts_of(task) | {f"Changed the task for the {number}th time"}
    ShareRow.objects.create(dossier_id=opened.id, token="t" * 64, for_whom=MENTOR, made_at=NOW)
    elsewhere = json.dumps(example("h1b-quality-analyst"), ensure_ascii=False)
    return opened, {one for one in traces if one not in elsewhere}


def texts_of(content: Any) -> set[str]:
    """Every text in plain content that is long enough to be no accident."""
    if isinstance(content, dict):
        return set().union(*(texts_of(one) for one in content.values()))
    if isinstance(content, list):
        return set().union(*(texts_of(one) for one in content))
    return {content} if isinstance(content, str) and len(content) >= SHORTEST_TRACE else set()


def found(traces: set[str]) -> set[str]:
    """The traces that stand in any file of the data folder, as text or as JSON writes it."""
    files = [path.read_bytes() for path in Path(settings.HOSTING.data_folder).rglob("*") if path.is_file()]
    return {one for one in traces for written in spellings(one) if any(written in file for file in files)}


def spellings(text: str) -> Iterator[bytes]:
    """The bytes a text may be kept as."""
    yield text.encode()
    yield json.dumps(text)[1:-1].encode()
    yield text.encode("utf-16-le")


def a_connection() -> sqlite3.Connection:
    return sqlite3.connect(settings.HOSTING.database_file, isolation_level=None, check_same_thread=False)


def erased(opened: Opened) -> bool:
    return erase_dossiers([opened.id])


def only_deleted(opened: Opened) -> bool:
    DossierRow.objects.filter(id=opened.id).delete()
    return False


def erased_while_others_read(opened: Opened) -> bool:
    """Erase while one connection is in the middle of reading and another one begins again and again."""
    with closing(a_connection()) as long, closing(a_connection()) as often:
        long.execute("BEGIN")
        long.execute("SELECT document FROM dossier").fetchall()
        threads = [Thread(target=ends_later, args=(long,)), Thread(target=reads_often, args=(often,))]
        for thread in threads:
            thread.start()
        is_scrubbed = erase_dossiers([opened.id])
        for thread in threads:
            thread.join()
    return is_scrubbed


def ends_later(reading: sqlite3.Connection) -> None:
    sleep(0.7)
    reading.execute("COMMIT")


def reads_often(reading: sqlite3.Connection) -> None:
    for _ in range(100):
        reading.execute("SELECT document FROM revision").fetchall()
        sleep(0.01)


def scrubbed_once_the_reader_is_gone(opened: Opened) -> bool:
    with closing(a_connection()) as stuck:
        stuck.execute("BEGIN")
        stuck.execute("SELECT document FROM dossier").fetchall()
        DossierRow.objects.filter(id=opened.id).delete()
        said_no = scrub(tries=2)
        stuck.execute("COMMIT")
    return not said_no and scrub()


def locked(opened: Opened) -> bool:
    return lock(opened, "four calm plain words").is_scrubbed


WAYS = {
    "erased": erased,
    "only deleted": only_deleted,
    "erased while others read": erased_while_others_read,
    "scrubbed once the reader is gone": scrubbed_once_the_reader_is_gone,
    "locked": locked,
}

if __name__ == "__main__":
    main(sys.argv[1])
