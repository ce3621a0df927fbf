"""The ticket in the address that a browser is opened with: it is seen in the list of processes, so it soon passes."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

LASTS = timedelta(minutes=2)


def ticket_for(key: str, now: datetime) -> str:
    """A ticket made from the browser key, good for two minutes."""
    made = str(int(now.timestamp()))
    return f"{made}-{_signature(key, made)}"


def is_good(ticket: str, key: str, now: datetime) -> bool:
    """Whether this is the browser key itself, or a ticket made from it that has not passed."""
    made, _, signature = ticket.partition("-")
    if hmac.compare_digest(ticket.encode(), key.encode()):
        return True
    if not made.isascii() or not made.isdecimal() or len(made) > 12:
        return False
    fits = hmac.compare_digest(signature.encode(), _signature(key, made).encode())
    return fits and abs(now.timestamp() - int(made)) <= LASTS.total_seconds()


def _signature(key: str, made: str) -> str:
    return hmac.digest(key.encode(), made.encode(), "sha256").hex()
