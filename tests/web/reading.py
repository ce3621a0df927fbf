"""A page as somebody reads it."""

from __future__ import annotations

import re


def words(page: str) -> str:
    """The words of a page, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
