"""Asks a hosted copy on this machine whether it is well, for a container's health check; exit code 0 or 1."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from bedside.web.serving.hosting import PREFIX
from bedside.web.serving.listening import PORT, answers


def is_well(environment: Mapping[str, str], port: int = PORT) -> bool:
    """Whether the copy that listens here on a port answers, asked under the first name that it goes by."""
    name = environment.get(PREFIX + "ALLOWED_HOSTS", "").partition(",")[0].strip().removeprefix(".")
    return answers(f"http://127.0.0.1:{port}/", name)


if __name__ == "__main__":
    sys.exit(0 if is_well(os.environ) else 1)
