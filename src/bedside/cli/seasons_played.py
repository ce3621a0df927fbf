"""What the commands that play seasons share: what has to be installed, and a bar that tells how far they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from bedside.market.replicates import Progress


def need_the_extra(needed: Iterable[str]) -> None:
    """Raise a mistake where one of these libraries is not installed."""
    from importlib.util import find_spec

    if missing := [name for name in needed if find_spec(name) is None]:
        raise click.ClickException(
            f"The market needs what Bedside is installed without here: {', '.join(missing)}. Install it anew with the "
            "extra `market`, as in `pip install bedside[market]`."
        )


@contextmanager
def seasons_bar(total: int) -> Iterator[Callable[[], Progress]]:
    """A bar where one looks at the terminal; calling what is handed out begins the next run of seasons."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    with Bar(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Seasons", total=total)
        begun = [0, 0]

        def begin() -> Progress:
            begun[0] += begun[1]

            def progress(done: int, of: int) -> None:
                begun[1] = of
                bar.update(task, completed=begun[0] + done)

            return progress

        yield begin
