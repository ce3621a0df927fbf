"""Pictures of every page at two widths, light and dark, to be looked at: `python -m tests.browser.pictures FOLDER`."""

from __future__ import annotations

import argparse
import re
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.browser.chromium import chromium, window
from tests.browser.contents import example
from tests.browser.serving import Server, put, serving
from tests.browser.walking import walk

WIDTHS = (360, 1440)
SCHEMES = ("light", "dark")


def main() -> None:
    """Take the pictures, and say where they are."""
    asked = argparse.ArgumentParser(prog="python -m tests.browser.pictures", description=__doc__)
    asked.add_argument("folder", type=Path, help="where the pictures go")
    asked.add_argument("--dossier", default="h1b-quality-analyst", help="an example by its name, or `empty`")
    asked.add_argument("--only", default="", help="only addresses that this regular expression is found in")
    asked.add_argument("--widths", type=int, nargs="+", default=WIDTHS)
    asked.add_argument("--schemes", nargs="+", default=SCHEMES, choices=SCHEMES)
    asked.add_argument("--open", action="store_true", help="open every detail on the page first")
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server, chromium() as browser:
        taken = take(browser, server, put(server, [example(wanted.dossier)])[0], wanted)
    print(f"{taken} pictures are in {wanted.folder}")


def take(browser: Browser, server: Server, pages: list[str], wanted: argparse.Namespace) -> int:
    """Take every picture that is wanted, and return how many."""
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with window(browser, server) as context:
        walked = walk(context, [*pages, f"{server.address}/"])
    print(*walked.broken, sep="\n", end="")
    addresses = [*walked.one_of_each_kind, f"{server.address}/not-there/"]
    addresses = [one for one in addresses if re.search(wanted.only, urlsplit(one).path)]
    for width in wanted.widths:
        for scheme in wanted.schemes:
            with window(browser, server, viewport={"width": width, "height": 900}, color_scheme=scheme) as context:
                page = context.new_page()
                for address in addresses:
                    page.goto(address)
                    if wanted.open:
                        open_details(page)
                    page.screenshot(path=wanted.folder / f"{name_of(address)}-{width}-{scheme}.png", full_page=True)
    return len(addresses) * len(wanted.widths) * len(wanted.schemes)


def open_details(page: Page) -> None:
    """Open everything on the page that can be opened."""
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")


def name_of(address: str) -> str:
    """A file's name for an address: `me-exams`, `plan-view-months`, `start`."""
    parts = urlsplit(address)
    path = re.sub(r"^/dossier/[0-9a-f-]{36}/", "home/", parts.path)
    path = path.removeprefix("home/") if path != "home/" else path
    return "-".join(re.findall(r"[\w]+", f"{path} {parts.query}")) or "start"


if __name__ == "__main__":
    main()
