"""The person at the terminal: questions are put with questionary, and Ctrl-C goes through."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Sequence

import questionary
import rich_click as click

from bedside.cli.interview import CheckAnswer

_WIDEST = 100
_QUIET = questionary.Style([("why", "fg:#5b6877"), ("question", "bold")])


class Questioner:
    """Puts each question on a line of its own, with the reason above it."""

    def hear(self, text: str) -> None:
        """Show a heading, or say a sentence."""
        if text.endswith("."):
            self._say(text)
        else:
            click.secho(f"\n{text}", bold=True)

    def write(self, asks: str, why: str, check: CheckAnswer) -> str:
        """Ask for words; what is wrong with them is said in full, and they can be corrected."""
        self._say(why)
        written = ""
        while True:
            written = str(questionary.text(asks, default=written, style=_QUIET).unsafe_ask())
            wrong = check(written)
            if wrong is None:
                return written
            self._say(wrong)

    def choose(self, asks: str, why: str, choices: Sequence[str]) -> str:
        """Ask for one of the choices; the last one, leaving it for later, is where the arrow stands."""
        self._say(why)
        return str(
            questionary.select(
                asks, choices=list(choices), default=choices[-1], instruction="(arrow keys, then Enter)", style=_QUIET
            ).unsafe_ask()
        )

    def agree(self, asks: str) -> bool:
        """Ask for yes or no; Enter means no."""
        return bool(questionary.confirm(asks, default=False, style=_QUIET).unsafe_ask())

    def _say(self, sentence: str) -> None:
        width = min(_WIDEST, shutil.get_terminal_size().columns)
        click.secho(textwrap.fill(sentence, width, initial_indent="  ", subsequent_indent="  "), dim=True)
