"""What tells a letter from every other one, wherever it stands in the file: its writer, and which of theirs it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bedside.applicant.parts.letters import Letter
from bedside.applicant.parts.ticked_off import TickedOff

_TICK_OF_A_LETTER = re.compile(r"(letters\.(?:chase|uploaded)-)(.*)")


def letter_keys(letters: Sequence[Letter]) -> tuple[str, ...]:
    """The key of each letter, such as `dr-ana-ruiz`, and `dr-ana-ruiz-2` for another one of hers."""
    slugs = [_slug(letter) for letter in letters]
    keys = []
    for number, slug in enumerate(slugs):
        same = sorted(
            (place for place, other in enumerate(slugs) if other == slug),
            key=lambda place: (letters[place].model_dump_json(), place),
        )
        keys.append(f"{slug}-{same.index(number) + 1}" if same.index(number) else slug)
    return tuple(keys)


def ticks_of_letters_renamed(
    ticks: Sequence[TickedOff], before: Sequence[Letter], after: Sequence[Letter]
) -> tuple[TickedOff, ...]:
    """The ticks as they stand after the same letters were given other writers; one of no letter is left out."""
    renamed = dict(zip(letter_keys(before), letter_keys(after), strict=True))
    kept = []
    for tick in ticks:
        found = _TICK_OF_A_LETTER.fullmatch(tick.task)
        if found is None:
            kept.append(tick)
        elif found[2] in renamed:
            kept.append(tick.model_copy(update={"task": f"{found[1]}{renamed[found[2]]}"}))
    return tuple(kept)


def _slug(letter: Letter) -> str:
    return re.sub(r"\W+", "-", letter.writer.split(",")[0].casefold()).strip("-")[:60] or "letter"
