"""The rank order list as its page shows it, and the same list after a program was moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bedside.documents.content.odds.chances import chance_in_words, middle_in_words
from bedside.documents.content.programs.lists import specialty_names
from bedside.documents.content.report.of_the_match import ranks_of
from bedside.documents.content.season import rank_order_list
from bedside.evidence.library import load_evidence
from bedside.evidence.reason import Reason
from bedside.odds.results import Estimate
from bedside.programs.directory import Directory
from bedside.season.moving import Move, moved, places_of
from bedside.season.results import Entry, Place, RankOrderList
from bedside.web.clock import today
from bedside.web.frame.theme import ON_PAGE
from bedside.web.store.changes import Change, fingerprint, part_of
from bedside.web.store.dossiers import Opened

PART = ("applications",)


@dataclass(frozen=True, slots=True)
class Row:
    """One place, or an interview without one; the chances are empty where it is not counted."""

    index: int
    place: int
    title: str
    key: str | None
    about: str
    here: str
    so_far: str
    lost: str
    notes: tuple[str, ...]
    because: tuple[Reason, ...]
    is_first: bool
    is_last: bool


def list_of(opened: Opened, directory: Directory) -> RankOrderList:
    """The list of an opened dossier as of today."""
    return ranks_of(opened.dossier, directory, today(), load_evidence())


def shown_list(found: RankOrderList, opened: Opened) -> dict[str, Any]:
    """Everything the page shows."""
    names = specialty_names(load_evidence())
    return {
        "found": found,
        "says": " ".join((rank_order_list.list_in_words(found), *found.says)),
        "chances": tuple(_chances(found, names)),
        "chart": rank_order_list.ladder_chart(found, ON_PAGE),
        "rows": tuple(_row(one, len(found.places), names) for one in found.places),
        "off": tuple(_off(one, names) for one in found.off_the_list),
        "orders": tuple(
            (one.title, *map(chance_in_words, (one.match, one.first, one.first_three))) for one in found.orders
        ),
        "changes": tuple(
            (one.says, chance_in_words(one.after), rank_order_list.change_in_words(one)) for one in found.changes
        ),
        "days": tuple((one, rank_order_list.time_in_words(one.at)) for one in found.days),
        "base": fingerprint(part_of(opened.content, PART)),
        "has_places": any(one.entry.rank is not None for one in found.places),
        "range_says": rank_order_list.RANGE,
        "order_says": rank_order_list.ORDER_SAYS,
        "drop_says": rank_order_list.DROP_SAYS,
        "if_first": found.rules[0].because,
    }


def change_for(found: RankOrderList, opened: Opened, index: int, move: Move, base: str) -> Change | None:
    """The applications with new places after a move; None where the program is not one of the season's interviews."""
    order = [one.entry.at for one in found.places]
    season = [*order, *(one.at for one in found.off_the_list)]
    content = part_of(opened.content, PART)
    if not isinstance(content, list) or (index not in season and move is not Move.KEEP):
        return None
    places = places_of(moved(order, index, move), season)
    value = [_with_place(entry, places[at]) if at in places else entry for at, entry in enumerate(content)]
    return Change(PART, value, base, _what(found, index, move))


def _with_place(entry: dict[str, Any], place: int | None) -> dict[str, Any]:
    kept = {key: value for key, value in entry.items() if key != "rank"}
    return kept if place is None else {**entry, "rank": place}


def _what(found: RankOrderList, index: int, move: Move) -> str:
    entries = (*(one.entry for one in found.places), *found.off_the_list)
    title = next((one.title for one in entries if one.at == index), "")
    return "Kept the order of the rank list" if move is Move.KEEP else f"Moved “{title}” on the rank list"


def _chances(found: RankOrderList, names: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    if found.match is None or found.no_match is None:
        return
    yield "A match", chance_in_words(found.match), _middle(found.match, found, "at any place of this list")
    yield "No match", chance_in_words(found.no_match), _middle(found.no_match, found, "at any place of this list")
    for key, one in found.by_specialty if len(found.by_specialty) > 1 else ():
        yield f"A match in {names.get(key, key)}", chance_in_words(one), _middle(one, found, "in this order")


def _middle(one: Estimate, found: RankOrderList, of: str) -> str:
    return f"{middle_in_words(one)}, {of}" if found.headline is not None else of


def _row(one: Place, count: int, names: dict[str, str]) -> Row:
    is_counted = one.here is not None and one.so_far is not None and one.adds is not None
    return Row(
        index=one.entry.at,
        place=one.place,
        title=one.entry.title,
        key=one.entry.key,
        about=rank_order_list.about(one.entry, names),
        here=chance_in_words(one.here) if one.here else rank_order_list.NOT_COUNTED,
        so_far=chance_in_words(one.so_far) if one.so_far else "–",
        lost=rank_order_list.difference_in_words(one.adds) if one.adds else "–",
        notes=one.notes,
        because=one.because if is_counted or one.notes else (),
        is_first=one.place == 1,
        is_last=one.place == count,
    )


def _off(one: Entry, names: dict[str, str]) -> Row:
    about = rank_order_list.about(one, names)
    return Row(one.at, 0, one.title, one.key, about, "", "", "", (), (), False, False)
