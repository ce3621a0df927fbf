"""The `bedside` command: lists the steps of the journey, and imports only the one that is run."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import rich_click as click

from bedside import __version__

PACKAGE = Path(__file__).parents[1]
USERS_MISTAKE = 1
FAULT_IN_BEDSIDE = 70

COMMANDS = {
    "serve": "Open Bedside in your browser, private and on this computer.",
    "new": "Begin a dossier, by answering questions or from a template.",
    "check": "Check a dossier: every mistake at once, and how to fix it.",
    "standing": "See where you stand, today and on the day files are opened.",
    "clinic": "Compare places, and follow messages, letters and volunteering.",
    "job": "See how your job reads to a program, and what it lacks.",
    "entries": "See which experiences go into the application, in which order.",
    "answers": "See the questions of interviews, and hear your answers read.",
    "programs": "Find programs, and see which would take someone like you.",
    "odds": "See three chances for a list of programs, with their ranges.",
    "target": "Find the list and signals that make the most of your odds.",
    "rank": "See the chance of each place of your rank order list.",
    "whatif": "See what each change would do, and the next best move.",
    "plan": "See a dated plan that fits your calendar and your money.",
    "story": "Read your story: the arc, your drafts, and where they differ.",
    "report": "Write the plan to a file: PDF, Markdown, JSON or a calendar.",
    "file": "Write your profile, CV, worksheet, statement or interviews.",
    "compare": "Lay two dossiers side by side: what changed, what cannot.",
    "resume": "Write the dossier as JSON Resume, or begin one from it.",
    "market": "Simulate the whole Match, and what a change of rules would do.",
    "match": "Match two sides from tables, as the Match does it.",
    "evidence": "Look up the figures and rules behind every answer.",
}
"""Every command and its one line in the help, in the order of the journey."""


_MODULES = {"whatif": "what_if"}
"""The module of a command, where it is not called like the command."""


def load_command(name: str) -> click.Command:
    """The command itself, imported from its module, which has the same name but for those of `_MODULES`.

    Raises KeyError for a name that is not in `COMMANDS`.
    """
    if name not in COMMANDS:
        raise KeyError(name)
    module = importlib.import_module(f"bedside.cli.{_MODULES.get(name, name)}")
    command: click.Command = getattr(module, name)
    return command


class Journey(click.RichGroup):
    """A group that knows its commands by their one-line summaries until one of them is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the journey, not of the alphabet."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the real command in the place of its summary."""
        name, summary, rest = super().resolve_command(ctx, args)
        command = load_command(name) if name is not None else summary
        return name, command, rest


@click.rich_config(help_config=click.RichHelpConfiguration(theme="default-slim", max_width=100))
@click.group(
    cls=Journey,
    commands={name: click.RichCommand(name=name, help=summary) for name, summary in COMMANDS.items()},
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Bedside sends nothing anywhere: your dossier stays on this computer.",
)
@click.version_option(__version__, prog_name="Bedside", message="%(prog)s %(version)s")
def bedside() -> None:
    """From a non-clinical job in the United States back to the bedside, one dated step at a time."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str], group: click.Group = bedside) -> int:
    """Run one command of `group` and return its exit code.

    0 is fine, 1 is a mistake in what the command was given, 2 is a mistake in how it was called,
    and 70 is a fault in Bedside itself, told in one sentence; its traceback is shown only where
    the environment has BEDSIDE_TRACEBACK=1.
    """
    try:
        outcome = group.main(list(arguments), prog_name="bedside", standalone_mode=False)
    except click.ClickException as mistake:
        return _tell_mistake(mistake)
    except click.Abort:
        click.echo("Stopped.", err=True)
        return USERS_MISTAKE
    except Exception as fault:
        return _tell_fault(fault)
    return outcome if isinstance(outcome, int) else 0


def _tell_mistake(mistake: click.ClickException) -> int:
    click.echo(mistake.format_message(), err=True)
    if isinstance(mistake, click.UsageError) and mistake.ctx is not None:
        click.echo(f"How it is called: {mistake.ctx.command_path} --help", err=True)
    return mistake.exit_code


def _tell_fault(fault: Exception) -> int:
    if os.environ.get("BEDSIDE_TRACEBACK") == "1":
        traceback.print_exception(fault)
    else:
        click.echo(_fault_in_words(fault), err=True)
    return FAULT_IN_BEDSIDE


def _fault_in_words(fault: Exception) -> str:
    # The message of the fault is left out: it may quote the dossier, and this text is meant to be passed on.
    frames = traceback.extract_tb(fault.__traceback__)[1:]
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    place = f" in {Path(ours[-1].filename).relative_to(PACKAGE).as_posix()}, line {ours[-1].lineno}" if ours else ""
    return (
        f"Bedside has a fault here ({type(fault).__name__}{place}); it is not a mistake of yours.\n"
        "To report it, open an issue at the project with this line and the command you ran. "
        "Your dossier is private: leave it out.\n"
        "Running the same command with BEDSIDE_TRACEBACK=1 in front shows the details; read them before you share them."
    )
