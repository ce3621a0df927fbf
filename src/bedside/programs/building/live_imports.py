"""Which editions count: the newest of each publication with all it says, older ones for their years of positions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bedside.programs.collection import Import
from bedside.programs.mention import Reading

_Age = tuple[str, date, date, int, str]


def by_age(imports: Collection[Import]) -> tuple[tuple[Import, bool], ...]:
    """Every import with whether it is superseded, in an order that does not depend on when it was added to a list.

    Of imports with the same kind and the same `covers` the newest edition counts. Newest are those with the latest
    edition, then date of publication, then day and number of import; the id decides where all of that agrees.
    """
    newest: dict[tuple[str, str], Import] = {}
    for one in imports:
        rival = newest.get(_publication(one.reading))
        if rival is None or _age(one) > _age(rival):
            newest[_publication(one.reading)] = one
    current = {one.id for one in newest.values()}
    return tuple((one, one.id not in current) for one in sorted(imports, key=_age, reverse=True))


def _publication(reading: Reading) -> tuple[str, str]:
    return (reading.kind, reading.covers)


def _age(one: Import) -> _Age:
    return (one.reading.edition, one.reading.said_on or date.min, one.added_on, one.number, one.id)
