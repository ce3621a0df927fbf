"""The Chromium of this machine, driven by playwright; nothing is ever downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
)
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = (
    "there is no Chromium here; on Debian or Ubuntu the package chromium has it, elsewhere BEDSIDE_CHROMIUM names it"
)


def chromium_here() -> str | None:
    """The path of a Chromium or Chrome: the one that BEDSIDE_CHROMIUM names, or one in a usual place."""
    named = os.environ.get("BEDSIDE_CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = (shutil.which(name) for name in NAMES)
    in_place = (place for place in PLACES if Path(place).exists())
    return next((path for path in (*on_path, *in_place) if path), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser until the block ends."""
    # Chromium's own sandbox does not start for root, which is who tests run as in a container.
    alone = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_here(), args=[*QUIET, *alone])
        try:
            yield browser
        finally:
            browser.close()
