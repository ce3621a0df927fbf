"""Starting the app and stopping it: on one's own machine for one browser, or hosted for many."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from threading import Thread
from typing import Protocol

from bedside.web.guarding.browser_ticket import ticket_for
from bedside.web.serving.data_folder import browser_key_in, make_private, secret_key_in
from bedside.web.serving.hosting import PREFIX, Hosting, HostingMistake, hosting_from, is_loopback
from bedside.web.serving.listening import adjustments, answers, as_in_a_url, listen, url_of
from bedside.web.serving.one_at_a_time import DataFolderInUse

_LONGEST_START = 30.0
_LONGEST_WAIT_FOR_ANOTHER = 15.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a start was asked for; None and empty where nothing was said, so that the environment or a habit decides."""

    host: str = "127.0.0.1"
    port: int | None = None
    data_folder: Path | None = None
    as_of: date | None = None
    time_zone: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a running copy answers; `browser_key` is empty where it is hosted."""

    url: str
    browser_key: str

    @property
    def entrance(self) -> str:
        """The address that lets a browser of this machine in, for as long as the keys are kept."""
        return f"{self.url}this-machine/{self.browser_key}/" if self.browser_key else self.url

    def entrance_for_now(self, now: datetime) -> str:
        """The same for two minutes only."""
        return f"{self.url}this-machine/{ticket_for(self.browser_key, now)}/" if self.browser_key else self.url


class RunsAlready(Exception):
    """Another copy has the data folder; `address` is where it answers."""

    def __init__(self, address: Address) -> None:
        super().__init__()
        self.address = address


class _Server(Protocol):
    def run(self) -> None: ...

    def close(self) -> None: ...


class Started:
    """A copy that listens, and answers as soon as it runs."""

    def __init__(self, hosting: Hosting, address: Address, server: _Server, in_use: DataFolderInUse | None) -> None:
        self.hosting = hosting
        self.address = address
        self._server = server
        self._in_use = in_use

    def run(self, when_it_answers: Callable[[], None], when_it_does_not: Callable[[], None]) -> None:
        """Answer until KeyboardInterrupt is raised; then finish what was begun and leave the disk in order.

        One of the two is called, from another thread: as soon as a page is answered, or after half a minute without.
        """
        from bedside.web.serving.readiness import take_in_the_log

        waiting = Thread(
            target=_wait_for, args=(self.address, self.hosting, when_it_answers, when_it_does_not), daemon=True
        )
        waiting.start()
        try:
            self._server.run()
        finally:
            self._server.close()
            take_in_the_log()
            if self._in_use is not None:
                self._in_use.give_back()


def start(wanted: Wanted, environment: Mapping[str, str]) -> Started:
    """Make everything ready and listen; raises HostingMistake, and RunsAlready on one's own machine.

    1. Read how it is hosted, and on one's own machine take the data folder and the keys in it.
    2. Bring the database to the shape it needs.
    3. Listen.
    """
    variables = _variables(wanted, environment)
    hosting = hosting_from(variables)
    in_use = None
    if not hosting.is_hosted:
        make_private(hosting)
        hosting, in_use = _with_keys(hosting), _only_copy(hosting)
        variables |= {PREFIX + "SECRET_KEY": hosting.secret_key, PREFIX + "BROWSER_KEY": hosting.browser_key}
    elif not hosting.database:
        make_private(hosting)
    listening = listen(wanted.host, wanted.port, is_hosted=hosting.is_hosted)
    os.environ.update(variables)
    server = _server(listening, hosting)
    address = Address(url_of(wanted.host, listening), hosting.browser_key)
    if in_use is not None:
        in_use.tell(address.url)
    return Started(hosting, address, server, in_use)


def _variables(wanted: Wanted, environment: Mapping[str, str]) -> dict[str, str]:
    """The BEDSIDE_… variables, with what was asked for on the command line over them."""
    variables = {name: value for name, value in environment.items() if name.startswith(PREFIX)}
    if not is_loopback(wanted.host):
        variables[PREFIX + "HOSTED"] = "1"
    elif variables.get(PREFIX + "HOSTED") != "1":
        variables[PREFIX + "ALLOWED_HOSTS"] = as_in_a_url(wanted.host)
    if wanted.data_folder is not None:
        variables[PREFIX + "DATA_FOLDER"] = str(wanted.data_folder)
    if wanted.as_of is not None:
        variables[PREFIX + "AS_OF"] = wanted.as_of.isoformat()
    if wanted.time_zone and variables.get(PREFIX + "HOSTED") != "1":
        variables.setdefault(PREFIX + "TIME_ZONE", wanted.time_zone)
    return variables


def _with_keys(hosting: Hosting) -> Hosting:
    folder = hosting.data_folder
    return replace(hosting, secret_key=secret_key_in(folder), browser_key=browser_key_in(folder))


def _only_copy(hosting: Hosting) -> DataFolderInUse:
    in_use = DataFolderInUse(hosting.data_folder)
    for _ in range(int(_LONGEST_WAIT_FOR_ANOTHER * 10)):
        if in_use.take():
            return in_use
        url = in_use.told()
        if url and answers(url, "127.0.0.1"):
            raise RunsAlready(Address(url, browser_key_in(hosting.data_folder)))
        time.sleep(0.1)
    raise HostingMistake(
        f"Another Bedside uses {hosting.data_folder} and does not answer. Close its window, or end it, and start again."
    )


def _server(listening: socket.socket, hosting: Hosting) -> _Server:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bedside.web.settings"
    from waitress import create_server  # type: ignore[import-untyped]  # it ships no types

    from bedside.web.clock import today
    from bedside.web.serving.application import application
    from bedside.web.serving.readiness import make_ready
    from bedside.web.store.letting_go import let_go_if_due

    make_ready()
    let_go_if_due(today())
    server: _Server = create_server(application, sockets=[listening], **adjustments(hosting))
    return server


def _wait_for(address: Address, hosting: Hosting, then: Callable[[], None], otherwise: Callable[[], None]) -> None:
    name = hosting.allowed_hosts[0].removeprefix(".")
    for _ in range(int(_LONGEST_START * 20)):
        if answers(address.url, name):
            then()
            return
        time.sleep(0.05)
    otherwise()
