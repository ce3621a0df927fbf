"""The Chromium of this machine, driven by playwright; nothing is ever downloaded."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.serving import Server

FINDER = Path(__file__).parents[2] / "setup/find-chromium"
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@cache
def chromium_here() -> tuple[str, str]:
    """The path of the Chromium or Chrome of this machine, and where there is none a sentence that says so."""
    asked = subprocess.run([FINDER], capture_output=True, text=True, check=False)
    return asked.stdout.strip(), asked.stderr.strip()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser until the block ends."""
    # Chromium's own sandbox does not start for root, which is who tests run as in a container.
    alone = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_here()[0], args=[*QUIET, *alone])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def window(browser: Browser, server: Server, let_in: bool = True, **options: Any) -> Iterator[BrowserContext]:
    """A browser with nothing in it; where it is let in, by the address which the app prints."""
    context = browser.new_context(**options)
    try:
        if let_in:
            context.request.get(server.entrance)
        yield context
    finally:
        context.close()
