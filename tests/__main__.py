"""Runs every test, those of the app that a database could change again on PostgreSQL, and counts them together."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from tests.postgresql import postgresql, why_there_is_no_postgresql

ON_ALL_CORES = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
OF_THE_APP = ("tests/web", "-m", "not same_on_any_database")


def main() -> int:
    """Run the tests and return the exit code; the last line that is written counts them."""
    missing = why_there_is_no_postgresql()
    with tempfile.TemporaryDirectory() as folder:
        runs = [run(Path(folder) / "all.xml")]
        if missing:
            print(f"\nThe tests of the app were not run on PostgreSQL. {missing}")
        else:
            print("\nThe tests of the app again, on PostgreSQL:", flush=True)
            with postgresql() as database:
                runs.append(run(Path(folder) / "postgresql.xml", *OF_THE_APP, database=database))
    counts: Counter[str] = sum((counted for _, counted in runs), Counter())
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return next((code for code, _ in runs if code), 0)


def run(report: Path, *tests: str, database: str = "") -> tuple[int, Counter[str]]:
    """Run some tests, or all; return pytest's exit code and how many passed, failed and were skipped."""
    variables = os.environ | {"BEDSIDE_DATABASE": database}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # many tests begin processes, which find here what was compiled once
    command = [sys.executable, "-m", "pytest", "-q", *ON_ALL_CORES, f"--junit-xml={report}", *tests]
    code = subprocess.run(command, env=variables, check=False).returncode
    return code, counted_in(report) if report.exists() else Counter(failed=1)


def counted_in(report: Path) -> Counter[str]:
    """How many tests passed, failed and were skipped, by pytest's report."""
    counts: Counter[str] = Counter()
    for suite in ElementTree.parse(report).iter("testsuite"):
        failed = int(suite.get("failures", "0")) + int(suite.get("errors", "0"))
        skipped = int(suite.get("skipped", "0"))
        counts += Counter(failed=failed, skipped=skipped, passed=int(suite.get("tests", "0")) - failed - skipped)
    return counts


if __name__ == "__main__":
    sys.exit(main())
