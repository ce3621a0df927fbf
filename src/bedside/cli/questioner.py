"""The person at the terminal: questions are put with questionary, and Ctrl-C goes through."""

from __future__ import annotations

from collections.abc import Sequence

import questionary
import rich_click as click

from bedside.cli.interview import CheckAnswer

_QUIET = questionary.Style([("why", "fg:#5b6877"), ("question", "bold")])


class Questioner:
    """Puts each question on a line of its own, with the reason above it."""

    def hear(self, text: str) -> None:
        """Show a heading."""
        click.echo()
        click.secho(text, bold=True)

    def write(self, asks: str, why: str, check: CheckAnswer) -> str:
        """Ask for words, and tell at once what is wrong with them."""
        self._say(why)
        return str(questionary.text(asks, validate=lambda text: check(text) or True, style=_QUIET).unsafe_ask())

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

    def _say(self, why: str) -> None:
        click.secho(f"  {why}", dim=True)
