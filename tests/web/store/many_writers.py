"""A process that forks writers which all saw the same version, and lets each add an entry at the same moment."""

from __future__ import annotations

import json
import os
import sys

import django

django.setup()

from django.db import connection  # noqa: E402  # Django has to be set up first

from bedside.web.store.changes import Change, make_change  # noqa: E402
from bedside.web.store.dossiers import Opened, begin, open_dossier  # noqa: E402
from bedside.web.store.tables import RevisionRow  # noqa: E402
from tests.applicant.dossiers import AS_OF  # noqa: E402
from tests.web.kept import NOW, example  # noqa: E402


def main(writers: int) -> None:
    """Begin a dossier, let the writers go, and print the entries and versions that are there when all have ended."""
    opened = begin(example("before") | {"strengths": []}, "Begun", AS_OF, NOW)
    connection.close()
    waiting, go = os.pipe()
    children = [forked(opened, number, waiting, go) for number in range(writers)]
    os.close(waiting)
    os.close(go)
    ended = [os.waitpid(child, 0)[1] for child in children]
    strengths = open_dossier(opened.id, AS_OF).content["strengths"]
    versions = list(RevisionRow.objects.filter(dossier_id=opened.id).values_list("version", flat=True))
    sys.stdout.write(json.dumps({"ended": ended, "entries": sorted(strengths), "versions": sorted(versions)}))


def forked(opened: Opened, number: int, waiting: int, go: int) -> int:
    """The process id of a writer, which begins when the last end of the pipe `go` is closed."""
    child = os.fork()
    if child:
        return child
    os.close(go)
    os.read(waiting, 1)
    make_change(opened, Change(("strengths", 0), f"Strength {number:02}.", "", "Added a strength"), AS_OF, NOW)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
