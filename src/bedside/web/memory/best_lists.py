"""The best list for a page: what does not depend on the controls is made ready once, and kept for a while."""

from __future__ import annotations

from typing import Any

from bedside.web.memory.recent import Recent

_MOST_READY, _MOST_ANSWERS = 2, 16

READY: Recent[Any] = Recent(_MOST_READY)
"""Candidates with their chances: up to 60 MB each."""

ANSWERS: Recent[Any] = Recent(_MOST_ANSWERS)
"""Lists that were found, so that another order or a file of the same list is not worked out again."""
