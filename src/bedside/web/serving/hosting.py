"""How this copy of the app is run: for one person on their own machine, or hosted for many."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from platformdirs import user_data_path

PREFIX = "BEDSIDE_"
DATABASE_FILE = "dossiers.sqlite"
SHORTEST_SECRET = 50
FEWEST_DAYS = 90
LIST_MEMORY = 160
"""The megabytes that lists may take where nothing else is said: two dossiers that choose among 1,700 programs each."""
OWN_ADDRESSES = ("127.0.0.1", "localhost", "[::1]")
"""What the app answers to on one's own machine, and the loopback address it was asked to listen on; never to a name
that a page elsewhere could have pointed here."""

VARIABLES = {
    "HOSTED": "1 where others reach it, also where it listens on a loopback address behind a proxy.",
    "SECRET_KEY": "What signs cookies: at least 50 characters that nobody can guess, the same at every start.",
    "ALLOWED_HOSTS": "The names it answers to, with commas between several: bedside.example.org.",
    "TRUSTED_PROXIES": "How many proxies stand in front, each adding an address to X-Forwarded-For; 0 believes none.",
    "DATABASE": "postgresql://user:password@host/name; empty for the SQLite file in the data folder.",
    "DATA_FOLDER": "Where the SQLite file lies; empty for the user's data folder.",
    "ERASE_AFTER_DAYS": "Where hosted: erase what nobody opened for so many days, 90 at least; empty for never.",
    "LIST_MEMORY": f"Megabytes each process may keep of lists made ready, {LIST_MEMORY} if empty; 0 keeps none.",
    "TIME_ZONE": "The time zone whose day is today, such as America/Chicago.",
    "AS_OF": "A day, year-month-day, that stands for today; for trials.",
    "BROWSER_KEY": "Lets in the browser that `bedside serve` opens, which makes it; of no use where hosted.",
}
"""Every variable without its prefix, and what it says."""


class HostingMistake(Exception):
    """What whoever hosts the app has to put right before it may start; its text is sentences for them."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """The settings of one running copy, read from the environment.

    `database` is a URL (postgresql://…) or empty for the SQLite file in `data_folder`. `is_hosted` means that others
    than the person at this machine can reach it. `trusted_proxies` is how many proxies stand in front of it, each of
    which adds an address to X-Forwarded-For. `browser_key` lets the browser that was opened by `bedside serve` see
    every dossier on this machine; it is empty where hosted. `as_of` fixes the day, as year-month-day, for trials.
    `erase_after_days` is how long a hosted dossier stays that nobody opens; 0 is forever, as on one's own machine.
    `list_memory` is how many megabytes of lists made ready a process keeps.
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
    erase_after_days: int = 0
    list_memory: int = LIST_MEMORY

    @property
    def database_file(self) -> Path:
        """The SQLite file, which is there only where no other database is named."""
        return self.data_folder / DATABASE_FILE


def hosting_from(environment: Mapping[str, str]) -> Hosting:
    """Read the BEDSIDE_… variables; raises HostingMistake with everything that is wrong or missing at once."""

    def read(name: str, otherwise: str = "") -> str:
        return environment.get(PREFIX + name, "").strip() or otherwise

    proxies, memory = read("TRUSTED_PROXIES", "0"), read("LIST_MEMORY", str(LIST_MEMORY))
    hosting = Hosting(
        is_hosted=read("HOSTED") == "1",
        data_folder=Path(read("DATA_FOLDER") or user_data_path("bedside", appauthor=False)).expanduser().absolute(),
        database=read("DATABASE"),
        secret_key=read("SECRET_KEY"),
        allowed_hosts=tuple(host.strip() for host in read("ALLOWED_HOSTS").split(",") if host.strip()),
        trusted_proxies=int(proxies) if _is_a_count(proxies) else 0,
        browser_key=read("BROWSER_KEY"),
        time_zone=read("TIME_ZONE", "America/New_York"),
        as_of=read("AS_OF"),
        erase_after_days=_whole(read("ERASE_AFTER_DAYS")),
        list_memory=_whole(memory),
    )
    wrong = (
        []
        if _is_a_count(proxies)
        else [f"BEDSIDE_TRUSTED_PROXIES has to be a small whole number, not “{proxies[:40]}”."]
    )
    if read("ERASE_AFTER_DAYS") and hosting.erase_after_days < FEWEST_DAYS:
        wrong.append(
            f"BEDSIDE_ERASE_AFTER_DAYS has to be a whole number of days, {FEWEST_DAYS} at least, so that nobody loses "
            "a dossier over an illness; leave it empty and nothing is erased."
        )
    if not _is_whole(memory):
        wrong.append(
            f"BEDSIDE_LIST_MEMORY has to be a whole number of megabytes, not “{memory[:40]}”; 0 keeps no list."
        )
    wrong += _missing_where_hosted(hosting) if hosting.is_hosted else []
    wrong += _not_usable(hosting)
    if wrong:
        others = ", because others could reach it here" if hosting.is_hosted else ""
        raise HostingMistake("\n".join([f"Bedside was not started{others}. To put right:", *wrong]))
    return replace(hosting, browser_key="") if hosting.is_hosted else _for_one(hosting)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address: 127.0.0.1, ::1, or localhost."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _for_one(hosting: Hosting) -> Hosting:
    secret = hosting.secret_key or secrets.token_urlsafe(SHORTEST_SECRET)
    asked = tuple(host for host in hosting.allowed_hosts if is_loopback(host) and host not in OWN_ADDRESSES)
    return replace(
        hosting, secret_key=secret, allowed_hosts=(*OWN_ADDRESSES, *asked), trusted_proxies=0, erase_after_days=0
    )


def _missing_where_hosted(hosting: Hosting) -> list[str]:
    missing = []
    if len(hosting.secret_key) < SHORTEST_SECRET:
        missing.append(
            f"BEDSIDE_SECRET_KEY has to hold at least {SHORTEST_SECRET} characters that nobody can guess, the same at "
            'every start. One way to make it: python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    if not hosting.allowed_hosts or any("*" in host for host in hosting.allowed_hosts):
        missing.append(
            "BEDSIDE_ALLOWED_HOSTS has to name the addresses it answers to, with commas between several, such as "
            "bedside.example.org. A star is not taken."
        )
    return missing


def _not_usable(hosting: Hosting) -> list[str]:
    wrong = []
    if hosting.database and urlsplit(hosting.database).scheme not in ("postgresql", "postgres"):
        wrong.append("BEDSIDE_DATABASE has to begin with postgresql:// or be empty for a SQLite file.")
    if hosting.time_zone not in available_timezones():
        wrong.append(
            f"BEDSIDE_TIME_ZONE has to name a time zone such as America/Chicago, not “{hosting.time_zone[:40]}”."
        )
    if hosting.as_of and not _is_a_day(hosting.as_of):
        wrong.append(f"BEDSIDE_AS_OF has to be a day such as 2026-11-22, not “{hosting.as_of[:40]}”.")
    return wrong


def _is_a_count(written: str) -> bool:
    return written.isascii() and written.isdecimal() and len(written) < 3


def _whole(written: str) -> int:
    return int(written) if _is_whole(written) else 0


def _is_whole(written: str) -> bool:
    return written.isascii() and written.isdecimal() and len(written) < 6


def _is_a_day(written: str) -> bool:
    try:
        return bool(date.fromisoformat(written))
    except ValueError:
        return False
