"""The same replicates on many processes or machines, through Dask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import TYPE_CHECKING

from bedside.market.mistakes import MarketMistake
from bedside.market.policies.policy import Policy
from bedside.market.recipe import Recipe, packed, season_from
from bedside.market.replicate import Player
from bedside.market.replicates import Progress, Replicates, chunks_of, joined, played

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "local"
TASK = 20
"""How many replicates one task plays: some seconds of work at most are done again where a worker is lost."""
_TRIES = 10
_SCHEMES = ("", "tcp", "tls")
_SECONDS_TO_ANSWER = 10
_ANY_FREE_PORT = "127.0.0.1:0"


def check_address(address: str) -> None:
    """Raise MarketMistake where this is not the kind of address that a scheduler prints."""
    scheme, slashes, place = address.rpartition("://")
    host, _, port = place.rpartition(":")
    if address != LOCAL and not (host and port.isdigit() and scheme in _SCHEMES and bool(slashes) == bool(scheme)):
        raise MarketMistake(
            f"“{address}” is not the address of a Dask scheduler. Write one such as tcp://scheduler:8786, or {LOCAL}."
        )


@contextmanager
def cluster(address: str, workers: int = 2) -> Iterator[Client]:
    """A client of the scheduler at an address, or of processes started on this machine where it is `local`.

    Raises MarketMistake where no scheduler answers.
    """
    from distributed import Client, LocalCluster

    if address == LOCAL:
        with (
            LocalCluster(  # type: ignore[no-untyped-call]  # Dask tells no types
                n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=_ANY_FREE_PORT
            ) as here,
            Client(here) as client,  # type: ignore[no-untyped-call]
        ):
            yield client
        return
    try:
        check_address(address)
        client = Client(address, timeout=_SECONDS_TO_ANSWER)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as refusal:
        raise MarketMistake(
            f"No Dask scheduler answers at “{address}”. Start one with `dask scheduler`, and give the address "
            "it prints."
        ) from refusal
    with client:
        yield client


def run_on(client: Client, recipe: Recipe, policy: Policy, number: int, progress: Progress | None = None) -> Replicates:
    """Replicates 0 to `number` - 1 on the workers of a cluster; the numbers are those of `run_replicates`.

    A task carries all it needs and gives the same wherever it runs, so that the tasks of a worker that is lost are
    done by another.
    """
    from distributed import as_completed

    sent = packed(recipe, policy)
    chunks = chunks_of(number, TASK)
    tasks = {
        client.submit(_task, sent, chunk, retries=_TRIES, pure=False, key=name_of_task(sent, chunk)): chunk
        for chunk in chunks
    }
    parts, done = [], 0
    for finished in as_completed(tasks):  # type: ignore[no-untyped-call]
        parts.append((tasks[finished], finished.result()))
        done += len(tasks[finished])
        if progress:
            progress(done, number)
    return joined(parts)


def name_of_task(sent: bytes, which: range) -> str:
    """A name that only the same replicates of the same recipe and policy share: by it a scheduler knows a task, also
    beside those of a policy that was played before, and of other people.
    """
    return f"replicates-{blake2b(sent, digest_size=16).hexdigest()}-{which.start}-{which.stop}"


def _task(sent: bytes, which: range) -> Replicates:
    """Play some replicates on whatever machine this is."""
    return played(Player(season_from(sent)), which)
