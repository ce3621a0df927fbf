"""The one place in the app where the clock is read."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """The day it is where the app runs, or the day that was fixed for a trial."""
    fixed = settings.HOSTING.as_of
    return date.fromisoformat(fixed) if fixed else timezone.localdate()


def this_moment() -> datetime:
    """The moment it is, with its time zone."""
    return timezone.now()
