"""Puts dossiers into the database of a running app; runs beside it, with the same variables."""

from __future__ import annotations

import json
import sys


def main() -> None:
    """Read a list of contents, keep each, and write the paths of its pages, the first page first."""
    import django

    django.setup()
    from bedside.web.frame.places import CHAPTER_OF_PART
    from bedside.web.urls import OF_A_DOSSIER
    from tests.web.kept import kept

    pages = [str(one.pattern) for one in OF_A_DOSSIER if "<" not in str(one.pattern)]
    pages += [f"me/{chapter}/" for chapter in dict.fromkeys(CHAPTER_OF_PART.values())]
    ids = [kept(content).id for content in json.load(sys.stdin)]
    json.dump([[f"/dossier/{id}/{page}" for page in pages] for id in ids], sys.stdout)


if __name__ == "__main__":
    main()
