"""What is asked of a list besides what is in the file: another order, and programs to put on it or to leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bedside.season.mistakes import SeasonMistake
from bedside.season.results import Entry


@dataclass(frozen=True, slots=True)
class Asked:
    """Programs in words: by key, by name, by the code of a track, or by their place on the list."""

    order: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    having: tuple[str, ...] = ()


NOTHING = Asked()


@dataclass(frozen=True, slots=True)
class Found:
    """What is asked, as entries. `order` holds every entry of the list; it is empty where no order is asked for."""

    order: tuple[Entry, ...]
    without: tuple[Entry, ...]
    having: tuple[Entry, ...]


def find_asked(asked: Asked, listed: Sequence[Entry], off: Sequence[Entry]) -> Found:
    """The entries that are meant; raises SeasonMistake, which names all that is not found or named twice.

    Programs of the list that an order leaves out follow in their own order.
    """
    wrong: list[str] = []
    order = tuple(_each(asked.order, listed, "is not on your list", wrong))
    without = tuple(_each(asked.without, listed, "is not on your list", wrong))
    having = tuple(_each(asked.having, off, "is no interview without a place in your file", wrong))
    if wrong:
        raise SeasonMistake("\n".join((*wrong, *_on_the_list(listed))))
    rest = tuple(one for one in listed if one not in order)
    return Found((*order, *rest) if order else (), without, having)


def _each(words: Sequence[str], among: Sequence[Entry], says: str, wrong: list[str]) -> Iterator[Entry]:
    taken: list[Entry] = []
    for word in words:
        meant = [one for one in among if _is_meant(one, word)] or _at_place(word, among)
        left = [one for one in meant if one not in taken]
        if left:
            taken.append(left[0])
            yield left[0]
        else:
            wrong.append(f"“{word}” is named twice." if meant else f"“{word}” {says}.")


def _is_meant(one: Entry, word: str) -> bool:
    names = (one.key, one.program, one.title, one.track)
    return word.casefold().strip() in {name.casefold() for name in names if name}


def _at_place(word: str, among: Sequence[Entry]) -> list[Entry]:
    number = int(word) if word.strip().isascii() and word.strip().isdigit() else 0
    return [among[number - 1]] if 1 <= number <= len(among) else []


def _on_the_list(listed: Sequence[Entry]) -> Iterator[str]:
    if listed:
        named = "; ".join(
            f"{place}. {one.title} ({one.key or 'not in the directory'})" for place, one in enumerate(listed, 1)
        )
        yield f"On your list: {named}."
    else:
        yield "No program of your file is on a list yet: give one under `applications` a `rank`, or let it be invited."
