"""A cluster of processes on this machine: the same numbers, also where a worker is killed in the middle."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from distributed import Client

from bedside.market.cluster import check_address, cluster, name_of_task, run_on
from bedside.market.mistakes import MarketMistake
from bedside.market.policies.application_cap import ApplicationCap
from bedside.market.policies.policy import AsItIs
from bedside.market.recipe import packed
from bedside.market.replicates import run_replicates
from tests.market.small import small_recipe

NUMBER = 400


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with cluster("local", 2) as made:
        yield made


@pytest.fixture(scope="module")
def alone() -> str:
    return run_replicates(small_recipe().season(AsItIs()), NUMBER).digest


def test_a_cluster_gives_the_same_numbers_as_one_process(client: Client, alone: str) -> None:
    assert run_on(client, small_recipe(), AsItIs(), NUMBER).digest == alone


def test_tasks_share_a_name_only_where_they_give_the_same() -> None:
    recipe = small_recipe()
    sent = [packed(recipe, AsItIs()), packed(recipe, ApplicationCap(12)), packed(small_recipe(2), AsItIs())]
    chunks = [range(20), range(10), range(20, 40)]
    assert len({name_of_task(one, chunk) for one in sent for chunk in chunks}) == 9
    assert name_of_task(packed(recipe, AsItIs()), range(20)) == name_of_task(sent[0], range(20))


def test_one_policy_after_another_on_a_cluster_gives_the_numbers_of_each(client: Client) -> None:
    recipe, policies = small_recipe(), [ApplicationCap(most) for most in (8, 12, 16)]
    assert [run_on(client, recipe, policy, 20).digest for policy in policies] == [
        run_replicates(recipe.season(policy), 20).digest for policy in policies
    ]


def test_a_worker_that_is_killed_in_the_middle_loses_nothing(client: Client, alone: str) -> None:
    workers = client.run(os.getpid)
    killed: list[int] = []

    def kill_one(done: int, of: int) -> None:
        if done < of and not killed:
            killed.append(next(iter(workers.values())))
            os.kill(killed[0], signal.SIGKILL)

    assert run_on(client, small_recipe(), AsItIs(), NUMBER, kill_one).digest == alone
    client.wait_for_workers(2)
    assert killed[0] not in client.run(os.getpid).values()


def test_two_clusters_on_one_machine_do_not_disturb_each_other_and_listen_to_nobody_else(client: Client) -> None:
    with cluster("local", 1) as another:
        servers = [one.cluster.scheduler.http_server for one in (client, another)]
        listening = [socket.getsockname()[:2] for server in servers for socket in server._sockets.values()]
    assert {host for host, _ in listening} == {"127.0.0.1"}
    assert len(set(listening)) == 2


def test_no_scheduler_is_a_sentence_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bedside.market.cluster._SECONDS_TO_ANSWER", 0.2)
    with pytest.raises(MarketMistake) as mistake, cluster("tcp://127.0.0.1:9"):
        pass
    assert str(mistake.value) == (
        "No Dask scheduler answers at “tcp://127.0.0.1:9”. Start one with `dask scheduler`, and give the address "
        "it prints."
    )


@pytest.mark.parametrize("address", ["", "scheduler", "tcp://", "http://here:8786", "tcp://scheduler:port", "local:"])
def test_what_is_no_address_is_said_before_anything_is_sent(address: str) -> None:
    with pytest.raises(MarketMistake) as mistake:
        check_address(address)
    assert str(mistake.value) == (
        f"“{address}” is not the address of a Dask scheduler. Write one such as tcp://scheduler:8786, or local."
    )


@pytest.mark.parametrize("address", ["local", "tcp://scheduler:8786", "127.0.0.1:8786", "tls://[::1]:8786"])
def test_what_a_scheduler_prints_is_an_address(address: str) -> None:
    check_address(address)
