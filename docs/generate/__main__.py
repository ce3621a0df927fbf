"""Writes the generated pages; with --check only says which are stale, and leaves with 1 where one is."""

from __future__ import annotations

import sys

from docs.generate.every_page import ROOT, every_page, stale_pages, write_pages


def main(arguments: list[str]) -> int:
    """The exit code: 1 where --check found a stale page, else 0."""
    pages = every_page()
    stale = stale_pages(pages)
    names = ", ".join(path.relative_to(ROOT).as_posix() for path in stale)
    if "--check" in arguments:
        print(f"Stale: {names}. `make docs` writes them anew." if stale else f"All {len(pages)} pages are current.")
        return 1 if stale else 0
    write_pages({path: pages[path] for path in stale})
    print(f"Written: {names}" if stale else f"All {len(pages)} pages were current.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
