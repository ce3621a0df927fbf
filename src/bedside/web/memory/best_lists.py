"""The best list for a page: what does not depend on the controls is made ready once, and kept for a while."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from bedside.web.memory.recent import Recent
from bedside.web.memory.weighing import bytes_held

LISTS: Recent[Any] = Recent(settings.LIST_MEMORY, bytes_held)
"""Candidates with their chances, some 40 MB for every 1,000 programs; and the lists, curves and changes found from
them, so that another order or a file of the same list is not worked out again."""
