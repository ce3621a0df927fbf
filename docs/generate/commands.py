"""The page of the command line, from the commands themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import rich_click as click

from bedside.cli.main import COMMANDS, bedside, load_command

OPENING = f"""# Commands

{bedside.help}

Every command answers `--help`. Those that look from a day take `--as-of`, so that the same file gives the
same answer tomorrow; those that compute something take `--json`.

| exit code | meaning |
|---|---|
| 0 | fine |
| 1 | something in the dossier or a file has to be put right; it is said what and where |
| 2 | the command was called in a way it does not know |
| 70 | a fault in Bedside itself; it is said how to report it |

`BEDSIDE_TRACEBACK=1` in the environment shows the details of a fault.
"""


def generate() -> dict[Path, str]:
    """The one page of all commands."""
    sections = ["\n".join(_section(name, load_command(name))) for name in COMMANDS]
    return {Path("docs/reference/commands.md"): "\n".join([OPENING, *sections])}


def _section(name: str, command: click.Command, level: str = "##") -> Iterator[str]:
    with click.Context(command, info_name=f"bedside {name}") as context:
        yield f"{level} bedside {name}\n"
        yield f"```\nbedside {name} {' '.join(command.collect_usage_pieces(context))}\n```\n"
        yield inspect.cleandoc(command.help or "").replace("\b\n", "") + "\n"
        if isinstance(command, click.Group):
            for below, one in command.commands.items():
                yield from _section(f"{name} {below}", one, f"{level}#")
            return
        yield "| option | what it does |\n|---|---|"
        # The option --help is left out: click makes it once for a command, after whoever asked for it first.
        for parameter in command.params:
            record = parameter.get_help_record(context)
            if isinstance(parameter, click.Option) and record is not None:
                yield f"| `{_in_a_cell(record[0])}` | {_in_a_cell(record[1])} |"
        yield ""


def _in_a_cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
