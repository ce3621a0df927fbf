"""How this copy of the app is run: for one person on their own machine, or hosted for many."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from platformdirs import user_data_path

PREFIX = "BEDSIDE_"
DATABASE_FILE = "dossiers.sqlite"
SHORTEST_SECRET = 50


class HostingMistake(Exception):
    """What whoever hosts the app has to put right before it may start; its text is sentences for them."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """The settings of one running copy, read from the environment.

    `database` is a URL (postgresql://…) or empty for the SQLite file in `data_folder`. `is_hosted` means that others
    than the person at this machine can reach it. `trusted_proxies` is how many proxies stand in front of it, each of
    which adds an address to X-Forwarded-For. `browser_key` lets the browser that was opened by `bedside serve` see
    every dossier on this machine; it is empty where hosted. `as_of` fixes the day, as year-month-day, for trials.
    """

    is_hosted: bool
    data_folder: Path
    database: str
    secret_key: str
    allowed_hosts: tuple[str, ...]
    trusted_proxies: int
    browser_key: str
    time_zone: str
    as_of: str

    @property
    def database_file(self) -> Path:
        """The SQLite file, which is there only where no other database is named."""
        return self.data_folder / DATABASE_FILE


def hosting_from(environment: Mapping[str, str]) -> Hosting:
    """Read the BEDSIDE_… variables; raises HostingMistake, with everything that is missing, where it is hosted."""

    def read(name: str, otherwise: str = "") -> str:
        return environment.get(PREFIX + name, "").strip() or otherwise

    hosting = Hosting(
        is_hosted=read("HOSTED") == "1",
        data_folder=Path(read("DATA_FOLDER") or user_data_path("bedside", appauthor=False)).expanduser(),
        database=read("DATABASE"),
        secret_key=read("SECRET_KEY"),
        allowed_hosts=tuple(host.strip() for host in read("ALLOWED_HOSTS").split(",") if host.strip()),
        trusted_proxies=_whole_number(read("TRUSTED_PROXIES", "0")),
        browser_key=read("BROWSER_KEY"),
        time_zone=read("TIME_ZONE", "America/New_York"),
        as_of=read("AS_OF"),
    )
    return _for_many(hosting) if hosting.is_hosted else _for_one(hosting)


def _for_one(hosting: Hosting) -> Hosting:
    return replace(
        hosting,
        secret_key=hosting.secret_key or secrets.token_urlsafe(SHORTEST_SECRET),
        allowed_hosts=("127.0.0.1", "localhost", "[::1]", *hosting.allowed_hosts),
    )


def _for_many(hosting: Hosting) -> Hosting:
    missing = []
    if len(hosting.secret_key) < SHORTEST_SECRET:
        missing.append(
            f"BEDSIDE_SECRET_KEY has to hold at least {SHORTEST_SECRET} characters that nobody can guess, the same at "
            'every start. One way to make it: python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    if not hosting.allowed_hosts or "*" in hosting.allowed_hosts:
        missing.append(
            "BEDSIDE_ALLOWED_HOSTS has to name the addresses it answers to, with commas between several, such as "
            "bedside.example.org. A star is not taken."
        )
    if missing:
        raise HostingMistake("Bedside was not started, because others could reach it here.\n" + "\n".join(missing))
    return hosting


def _whole_number(written: str) -> int:
    if not written.isdecimal():
        raise HostingMistake(f"BEDSIDE_TRUSTED_PROXIES has to be a whole number, and is “{written[:40]}”.")
    return int(written)
