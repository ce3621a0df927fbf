"""Puts dossiers into the database of a running app; runs beside it, with the same variables."""

from __future__ import annotations

import json
import sys


def main() -> None:
    """Read a list of contents, keep each, and write their pages and the cookie of a browser that may open them."""
    import django

    django.setup()
    from django.contrib.sessions.backends.signed_cookies import SessionStore

    from bedside.web.access import _LET_IN
    from bedside.web.places import CHAPTER_OF_PART
    from bedside.web.urls import OF_A_DOSSIER
    from tests.web.kept import kept

    paths = [str(one.pattern) for one in OF_A_DOSSIER if "<" not in str(one.pattern)]
    chapters = [f"me/{chapter}/" for chapter in dict.fromkeys(CHAPTER_OF_PART.values())]
    ids = [str(kept(content).id) for content in json.load(sys.stdin)]
    session = SessionStore()
    session[_LET_IN] = dict.fromkeys(ids, 1)
    session.save()
    json.dump({"ids": ids, "paths": paths + chapters, "cookie": session.session_key}, sys.stdout)


if __name__ == "__main__":
    main()
