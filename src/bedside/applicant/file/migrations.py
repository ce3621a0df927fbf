"""The steps from each older version of the dossier to the next; version 1 is the first and has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bedside.applicant.dossier import SCHEMA_VERSION
from bedside.applicant.mistakes import Finding

Content = dict[str, object]
Step = Callable[[Content], Content]

MIGRATIONS: Mapping[int, Step] = {}
"""From a version (the key) to the next. A step takes plain content, changes nothing in it, and returns the new one."""

_VERSION = "schema_version"


class UnreadableVersion(ValueError):
    """The version of a dossier is missing, is no version, or is newer than this Bedside."""

    def __init__(self, what: str, how_to_fix: str) -> None:
        super().__init__(what)
        self.finding = Finding((_VERSION,), what, how_to_fix)


def to_this_version(
    content: Content, steps: Mapping[int, Step] = MIGRATIONS, this_version: int = SCHEMA_VERSION
) -> Content:
    """The content as this version writes it, step by step; raises UnreadableVersion."""
    version = _version_of(content, this_version)
    for older in range(version, this_version):
        content = {**steps[older](content), _VERSION: older + 1}
    return content


def _version_of(content: Content, this_version: int) -> int:
    if _VERSION not in content:
        raise UnreadableVersion(
            f"`{_VERSION}` is missing, so Bedside cannot tell how to read the file.",
            f"Add `{_VERSION}: {this_version}` as the first line.",
        )
    version = content[_VERSION]
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UnreadableVersion("This is not a version of the format.", f"Write `{_VERSION}: {this_version}`.")
    if version > this_version:
        raise UnreadableVersion(
            f"The file is written in version {version} of the format; this Bedside reads up to {this_version}.",
            "Update Bedside; the file itself is fine and has not been touched.",
        )
    return version
