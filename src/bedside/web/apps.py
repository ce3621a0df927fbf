"""The one Django app that Bedside is."""

from __future__ import annotations

from django.apps import AppConfig


class BedsideConfig(AppConfig):
    """Bedside as Django knows it."""

    name = "bedside.web"
    label = "bedside"
    verbose_name = "Bedside"
