"""Whatever goes wrong in a browser while a test looks elsewhere: faults, refused content, requests that failed."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

LEFT_EARLY = "net::ERR_ABORTED"
"""What a browser calls a request that a click elsewhere cut short, or that became a download."""


class Watch:
    """Writes down the troubles of a browser; an answer of 400 or above is one unless its status was expected."""

    def __init__(self, context: BrowserContext) -> None:
        self.troubles: list[str] = []
        self.expected: set[int] = set()
        context.on("console", self._console)
        context.on("weberror", lambda error: self.troubles.append(f"fault in a script: {error.error}"))
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)

    def expect(self, *statuses: int) -> None:
        """From now on answers with these statuses are no trouble."""
        self.expected.update(statuses)

    def _console(self, said: ConsoleMessage) -> None:
        # That an answer was refused is told by the answer itself, with its status.
        is_told_elsewhere = said.text.startswith("Failed to load resource")
        if said.type == "error" and not is_told_elsewhere:
            self.troubles.append(f"console on {said.page.url if said.page else '?'}: {said.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT_EARLY:
            self.troubles.append(f"{request.url} failed: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.troubles.append(f"{response.request.method} {response.url} was answered with {response.status}")
