"""What the tests in a browser share: a running app, a Chromium, and windows that are watched for troubles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.chromium import chromium, chromium_here, window
from tests.browser.serving import Server, serving
from tests.browser.watching import Watch

HERE = Path(__file__).parent
LONGEST = 45_000
"""Milliseconds that a page, or a report, may take on a busy machine."""
OpenWindow = Callable[..., tuple[BrowserContext, Watch]]


expect.set_options(timeout=LONGEST)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """They do not run without a Chromium."""
    _, missing = chromium_here()
    for item in items:
        if missing and HERE in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=missing))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One running app on SQLite, which the tests that leave it running share."""
    with serving(tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for each file: left running, it would leave playwright's loop to tests that cannot do with one."""
    with chromium() as running:
        yield running


@pytest.fixture
def open_window(browser: Browser) -> Iterator[OpenWindow]:
    """Opens windows that were let in, each as if on a machine of its own; at the end none may have had a trouble."""
    with ExitStack() as open_ones:
        watches: list[Watch] = []

        def opened(server: Server, **options: Any) -> tuple[BrowserContext, Watch]:
            context = open_ones.enter_context(window(browser, server, **options))
            context.set_default_timeout(LONGEST)
            watches.append(Watch(context))
            return context, watches[-1]

        yield opened
        assert [trouble for watch in watches for trouble in watch.troubles] == []
