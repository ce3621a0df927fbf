"""A process that makes a database ready as a start of the app does."""

from __future__ import annotations

import json
import sys

import django

django.setup()

from bedside.web.serving.readiness import make_ready  # noqa: E402  # Django has to be set up first

if __name__ == "__main__":
    make_ready()
    sys.stdout.write(json.dumps("ready"))
