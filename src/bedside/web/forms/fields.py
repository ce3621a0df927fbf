"""What a template needs to know to show one field of a form."""

from __future__ import annotations

from dataclasses import dataclass

MOST_AT_ONCE = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be chosen."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `name` is its name in what is sent, `label` a plain question, `help` why it is asked.

    `kind` is "line", "long" (some lines of text), "date", "number", "choice" (one of a few), "choices" (any of a
    few), "lines" (one entry a line). `wrong` and `look_again` are sentences about what is in it. `asked_when` is JSON
    that says after which answers it is shown. `theirs` is what was saved elsewhere meanwhile, None where nothing was.
    `path` is where it stands in the dossier, such as `experiences[2].from`.
    """

    name: str
    id: str
    label: str
    kind: str = "line"
    value: str = ""
    help: str = ""
    choices: tuple[Choice, ...] = ()
    placeholder: str = ""
    required: bool = False
    wrong: tuple[str, ...] = ()
    look_again: tuple[str, ...] = ()
    asked_when: str = ""
    suggestions: tuple[str, ...] = ()
    theirs: str | None = None
    path: str = ""

    @property
    def few(self) -> bool:
        """Whether the choices are so few that all of them are shown at once."""
        return len(self.choices) <= MOST_AT_ONCE

    @property
    def described_by(self) -> str:
        """The ids of the texts that describe the field to a screen reader."""
        texts = (("help", self.help), ("wrong", self.wrong), ("again", self.look_again), ("theirs", self.theirs))
        return " ".join(f"{self.id}-{which}" for which, text in texts if text)
