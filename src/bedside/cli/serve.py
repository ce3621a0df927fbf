"""`bedside serve`: the private app in the browser, on this machine, or hosted for others."""

from __future__ import annotations

import contextlib
import os
import sys
import webbrowser
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from bedside.cli.options import Day, user_mistakes
from bedside.cli.stopping import Stopping

if TYPE_CHECKING:
    from bedside.web.serving.starting import Address, Started


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), help="The port to listen on. [default: 8377, or a free one]", metavar="N"
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The address to listen on. Any but this machine's own needs the settings of a hosted copy.",
)
@click.option(
    "--data-folder",
    type=click.Path(path_type=Path),
    help="The folder that holds your dossiers. [default: your user's data folder]",
)
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
@click.option("--as-of", type=Day(), metavar="DATE", help="For trials: a day that stands for today, year-month-day.")
@user_mistakes()
def serve(port: int | None, host: str, data_folder: Path | None, no_browser: bool, as_of: date | None) -> None:
    """Open Bedside in your browser: your dossiers stay on this computer, and nothing leaves it.

    Listens on this machine only. Ctrl-C stops it; what you saved stays. A second start opens the one that runs.

    With --host it is hosted for others, and needs BEDSIDE_SECRET_KEY and BEDSIDE_ALLOWED_HOSTS:
    docs/how-to/host.md says how.
    """
    from bedside.web.serving.starting import RunsAlready, Wanted, start

    stopping = Stopping()
    stopping.listen()
    try:
        started = start(Wanted(host, port, data_folder, as_of, _time_zone_here()), os.environ)
        stopping.go_on()
        _run(started, opens_browser=not no_browser)
    except RunsAlready as running:
        click.echo(f"Bedside is running already: {running.address.entrance}")
        if not no_browser:
            _open_browser(running.address)
    except KeyboardInterrupt:
        click.echo("Bedside has stopped.")


def _run(started: Started, opens_browser: bool) -> None:
    def tell() -> None:
        for line in _lines(started):
            click.echo(line)
        if opens_browser and not started.hosting.is_hosted:
            _open_browser(started.address)

    def tell_otherwise() -> None:
        click.echo(f"Bedside listens at {started.address.url} and does not answer yet.", err=True)
        click.echo(
            "Something on this computer may keep it from answering itself, such as a proxy or a firewall.", err=True
        )
        click.echo("Ctrl-C stops it; what was saved stays.", err=True)

    started.run(when_it_answers=tell, when_it_does_not=tell_otherwise)
    where = "" if started.hosting.database else f" What you saved is in {started.hosting.data_folder}."
    click.echo(f"Bedside has stopped.{where}")


def _lines(started: Started) -> list[str]:
    if not started.hosting.is_hosted:
        return [
            f"Bedside is running, for this computer only: {started.address.entrance}",
            "Leave this window open while you use it. Ctrl-C stops it.",
        ]
    lines = [f"Bedside is hosted and listens at {started.address.url}"]
    if not started.hosting.trusted_proxies:
        lines.append(
            "It sends every visitor on to https, which it does not speak itself: put a proxy that does in front of it, "
            "and set BEDSIDE_TRUSTED_PROXIES=1."
        )
    return lines


def _open_browser(address: Address) -> None:
    if _has_a_screen():
        with contextlib.suppress(webbrowser.Error):
            webbrowser.open(address.entrance_for_now(datetime.now(UTC)))


def _has_a_screen() -> bool:
    # Without one, a browser for the terminal would take this window over.
    named = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _time_zone_here() -> str:
    """The time zone of this machine by name, or as hours from Greenwich where the system does not tell its name."""
    local = os.path.realpath("/etc/localtime").partition("/zoneinfo/")[2]
    for named in (os.environ.get("TZ", "").removeprefix(":"), local):
        if "/" in named:
            return named
    offset = datetime.now(UTC).astimezone().utcoffset()
    hours = round(offset.total_seconds() / 3600) if offset is not None else 0
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"
