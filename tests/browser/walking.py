"""Every page that can be reached by following links, as a reader would who leaves nothing out."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urldefrag, urljoin

from playwright.sync_api import BrowserContext

NOT_WRITTEN, NOT_FOR_READING = 501, 405


def pages_from(context: BrowserContext, starts: Iterable[str], at_most: int = 200) -> list[str]:
    """The addresses of all pages that links lead to from the first ones, on the same server, in order of finding.

    Raises where a link leads to what is not there. A link to a file is followed once and is no page.
    """
    waiting = list(dict.fromkeys(starts))
    server = "/".join(waiting[0].split("/")[:3]) + "/"
    page, found, seen = context.new_page(), [], set(waiting)
    while waiting and len(found) < at_most:
        address = waiting.pop(0)
        answer = context.request.get(address)
        if answer.status in (NOT_WRITTEN, NOT_FOR_READING):
            continue
        if not answer.ok:
            raise AssertionError(f"{address} answers {answer.status}")
        address = answer.url
        if "text/html" not in answer.headers.get("content-type", "") or address in found:
            continue
        found.append(address)
        page.set_content(answer.text())
        links = page.eval_on_selector_all("a[href]", "links => links.map(one => one.getAttribute('href'))")
        for link in links:
            target = urldefrag(urljoin(address, link))[0]
            if target.startswith(server) and target not in seen:
                seen.add(target)
                waiting.append(target)
    page.close()
    return found
