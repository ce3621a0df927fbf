"""Plain content as a JSON file, indented and with its letters as they are."""

from __future__ import annotations

import json


def write_json(content: object) -> bytes:
    """The file; `content` is what JSON knows: text, numbers, lists and dictionaries."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
