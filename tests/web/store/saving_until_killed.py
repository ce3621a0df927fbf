"""A process that forks children which save until they are killed, and looks after each what is there."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
from time import monotonic, sleep
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402  # Django has to be set up first

from bedside.web.store.dossiers import Opened, begin, open_dossier, save  # noqa: E402
from bedside.web.store.locking import key_for, lock, remove_lock  # noqa: E402
from bedside.web.store.sealing import is_sealed  # noqa: E402
from bedside.web.store.tables import DossierRow, RevisionRow  # noqa: E402
from tests.applicant.dossiers import AS_OF  # noqa: E402
from tests.web.kept import NOW, example  # noqa: E402

PASSPHRASE = "four calm plain words"
SHORTEST, LONGEST = 0.005, {"saving": 0.15, "locking": 0.6}
"""How long a child lives, in seconds; a save takes some hundredths, and a key from a passphrase some tenths."""

_EARLIER_STATES = 30


def main(what: str, rounds: int, seed: int) -> None:
    """Kill `rounds` children and print what was found after each of them."""
    chance = random.Random(seed)
    opened = begin(example("citizen-scribe"), "Begun", AS_OF, NOW)
    if what == "locking":
        for _ in range(_EARLIER_STATES):
            opened = renamed(opened)
    connection.close()
    found = []
    for _ in range(rounds):
        lives = chance.uniform(SHORTEST, LONGEST[what])
        acknowledged = killed_while(saving if what == "saving" else locking, opened, lives)
        found.append({"acknowledged": acknowledged} | state_of(opened))
        connection.close()
    sys.stdout.write(json.dumps(found))


def killed_while(doing: Any, opened: Opened, after: float) -> list[str]:
    """What a child acknowledged line by line before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        doing(opened, writing)
    os.close(writing)
    end, told = monotonic() + after, b""
    while (left := end - monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            told += os.read(reading, 65536)
    os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 65536):
        told += more
    os.close(reading)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, "the child ended before it was killed"
    return told.decode().split()


def saving(opened: Opened, acknowledge: int) -> None:
    """Save again and again, and tell each version once it is kept."""
    now = open_dossier(opened.id, AS_OF)
    while True:
        now = renamed(now)
        os.write(acknowledge, f"{now.version}\n".encode())


def renamed(now: Opened) -> Opened:
    """The dossier after a save under the name of its version."""
    name = f"Name {now.version + 1}"
    content = {**now.content, "identity": {**now.content["identity"], "name": name}}
    return save(now, content, f"Called {name}", AS_OF, NOW)


def locking(opened: Opened, acknowledge: int) -> None:
    """Lock and take the lock off again and again, and tell each state once it is kept."""
    now = open_dossier(opened.id, AS_OF, key_if_locked(opened))
    while True:
        now = remove_lock(now) if now.key else lock(now, PASSPHRASE).opened
        os.write(acknowledge, b"locked\n" if now.key else b"open\n")


def key_if_locked(opened: Opened) -> bytes | None:
    """The key, where there is a lock now."""
    slots = DossierRow.objects.values_list("key_slots", flat=True).get(id=opened.id)
    return key_for(opened.id, PASSPHRASE) if slots else None


def state_of(opened: Opened) -> dict[str, Any]:
    """What is kept now, read through a new connection."""
    wait_until_nobody_else_is_connected()
    now = open_dossier(opened.id, AS_OF, key_if_locked(opened))
    row = DossierRow.objects.get(id=opened.id)
    revisions = list(RevisionRow.objects.filter(dossier_id=opened.id).order_by("version"))
    return {
        "version": now.version,
        "name": now.name,
        "versions": [one.version for one in revisions],
        "newest_is_current": revisions[-1].document == row.document,
        "sealed": sorted({is_sealed(kept) for one in revisions for kept in (row.document, one.document, one.what)}),
        "integrity": integrity(),
    }


def wait_until_nobody_else_is_connected() -> None:
    """A server may still be at work for a client that was killed; a file is let go with its process."""
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    while connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(others)
            if cursor.fetchone() == (0,):
                return
        sleep(0.01)


def integrity() -> str:
    """What the database says about itself; PostgreSQL recovers by itself and has nothing to ask."""
    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        return str(cursor.execute("PRAGMA integrity_check").fetchone()[0])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
