"""Puts dossiers into the database of a running app; runs beside it, with the same variables, while it is asked to."""

from __future__ import annotations

import json
import sys


def main() -> None:
    """Read lists of contents, one a line; keep each content, and write the paths of its pages, the first page first."""
    import django

    django.setup()
    from django.db import connections

    from bedside.web.frame.places import CHAPTER_OF_PART
    from bedside.web.urls import OF_A_DOSSIER
    from tests.web.kept import kept

    pages = [str(one.pattern) for one in OF_A_DOSSIER if "<" not in str(one.pattern)]
    pages += [f"me/{chapter}/" for chapter in dict.fromkeys(CHAPTER_OF_PART.values())]
    for line in sys.stdin:
        ids = [kept(content).id for content in json.loads(line)]
        connections.close_all()  # nothing of it is held open while the app is used
        sys.stdout.write(json.dumps([[f"/dossier/{id}/{page}" for page in pages] for id in ids]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
