"""Why a list is shorter than the number that was asked for."""

from __future__ import annotations

from collections import Counter

from bedside.documents.wording import count, some_of
from bedside.plan.chances.your_list import YourList

ALL_THERE_ARE = "{programs}, and not {wanted:,}: these are all there are to choose from within what you set."
HELD = "{programs}{instead} because of {limits}."
FROM_DAYS = " (from the days you keep for interviews)"
_OF_SIGNALS = (" gold signals in ", " silver signals in ", " signals in ")


def held_back_in_words(found: YourList) -> str:
    """The limits that keep the list below the number asked for; empty where it has that many, or there is no list."""
    best, wanted = found.best, found.wanted.count
    if not best.on_it or (wanted is not None and len(best.on_it) >= wanted):
        return ""
    programs = count(len(best.on_it), "program")
    if not best.off_it:
        return ALL_THERE_ARE.format(programs=programs, wanted=wanted) if wanted else ""
    limits = _binding(found)
    instead = f", and not {wanted:,}," if wanted else ","
    return HELD.format(programs=programs, instead=instead, limits=some_of(limits)) if limits else ""


def _binding(found: YourList) -> list[str]:
    """The limits that leave no room for most of what is off the list; the budget only where a number is asked for too.

    Those on signals are none of them: a program can be on the list without one.
    """
    blocked = Counter(limit for one in found.best.off_it for limit in one.blocked_by)
    only_the_budget = found.wanted.count is None
    return [
        f"{limit}{FROM_DAYS}" if limit.endswith(" expected") else limit
        for limit, programs in blocked.most_common()
        if 2 * programs > len(found.best.off_it)
        and not any(words in limit for words in _OF_SIGNALS)
        and not (only_the_budget and limit.startswith("a budget of "))
    ]
