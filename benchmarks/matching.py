"""Measures the matching engine and writes docs/reference/matching-measured.md: `python -m benchmarks.matching`."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import ctypes
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bedside.matching import deferred_acceptance
from bedside.matching.deferred_acceptance import compiled, loops
from bedside.matching.instance import Instance
from bedside.matching.outcome.checking import check_stability
from bedside.matching.reading import from_arrays, from_tables
from bedside.matching.together.joint_wishes import joint_instance
from bedside.matching.together.with_couples import match_together
from benchmarks.made_up_match import Lists, couples_of, national

PAGE = Path(__file__).parents[1] / "docs/reference/matching-measured.md"
SOURCE = Path(__file__).with_name("loop.cpp")
GROWTH = (1_000, 5_000, 20_000, 50_000, 100_000, 200_000, 500_000)
RUNS = 15
Row = tuple[str, ...]
Call = Callable[[], object]


def main() -> None:
    """Run everything and write the page; with `--memory`, tell the memory of one national match and nothing else."""
    if "--memory" in sys.argv:
        _tell_memory(sys.argv[-1])
        return
    lists = national(50_000, 6_500)
    instance = from_arrays(*lists)
    sections = [_opening(), *_speed(instance, lists), *_couples(instance), *_growth(), *_memory(), ""]
    PAGE.write_text("\n".join(sections), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


def _opening() -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("numpy", "numba", "matching"))
    return (
        "# The matching engine, measured\n\n<!-- Written by `make bench-matching`; edits made here are lost. -->\n\n"
        "The lists are [made up](../../benchmarks/made_up_match.py): 25 specialties, lists of 12, tastes that agree in"
        f" part. Times are the quickest of {RUNS} calls, of one processor, once everything is compiled, in one run on"
        f" {platform.machine()} ({os.cpu_count()} processors, a load of {os.getloadavg()[0]:.0f} at the beginning)"
        f" with Python {platform.python_version()}, {versions}. Ratios carry over to other"
        " machines; milliseconds do not. Of `matching`, only solving is timed and not the making of its objects."
    )


def _speed(instance: Instance, lists: Lists) -> Iterator[str]:
    """The national match by each way, and five thousand applicants by another library."""
    ours = _milliseconds(lambda: compiled.applicant_proposing(instance))
    plain = _milliseconds(lambda: deferred_acceptance.applicant_proposing(instance), 3)
    small = from_arrays(*national(5_000, 650))
    ours_small = _milliseconds(lambda: compiled.applicant_proposing(small))
    other = _other_library(small)
    rows: list[Row] = [
        ("50,000 × 6,500, compiled", f"{ours:.2f} ms", "", ""),
        ("the same in plain Python", f"{plain:.0f} ms", f"{plain / ours:.0f} × longer", "at least 20 ×"),
        ("5,000 × 650, compiled", f"{ours_small:.3f} ms", "", ""),
        ("the same by `matching`", f"{other:,.0f} ms", f"{other / ours_small:,.0f} × longer", "at least 1,000 ×"),
    ]
    both = _loops_alone(instance)
    if both is None:
        rows.append(("the loop alone in C++", "not measured: there is no g++ here", "", ""))
    else:
        native, loop = both
        ratio = f"Numba takes {loop / native:.2f} × as long"
        rows.append(("the loop alone in C++ (`g++ -O3`)", f"{native:.2f} ms", ratio, "at most 1.5 ×"))
        rows.append(("the loop alone in Numba", f"{loop:.2f} ms", "", ""))
    building = _milliseconds(lambda: from_arrays(*lists), 3)
    rows.append(("building the instance from arrays", f"{building:.0f} ms", "", ""))
    rows.append(("the same from tables (CSV)", f"{_from_tables(instance):,.0f} ms", "", ""))
    yield "\n## Speed\n"
    yield from _table(("what", "time", "ratio", "target"), rows)


def _from_tables(instance: Instance) -> float:
    """Reading the same lists from tables with a line for each entry."""
    mine, theirs = instance.applicant_lists, instance.program_lists
    names, programs = instance.applicants, instance.programs
    tables = [["program,quota", *map("{},{}".format, programs, instance.quotas)]]
    for heading, lists, who, whom in (
        ("applicant,rank,program", mine, names, programs),
        ("program,rank,applicant", theirs, programs, names),
    ):
        entries = zip(lists.ranker.tolist(), lists.rank.tolist(), lists.ranked.tolist(), strict=True)
        tables.append([heading, *(f"{who[ranker]},{rank},{whom[ranked]}" for ranker, rank, ranked in entries)])
    return _milliseconds(lambda: from_tables(*tables, one_sided_allowed=True), 3)


def _couples(instance: Instance) -> Iterator[str]:
    """Twelve hundred couples among the fifty thousand, with shorter and longer joint lists, against nobody joined."""
    joined = {pairs: couples_of(instance, 1_200, pairs) for pairs in (12, 30, 80)}
    joint = {pairs: joint_instance(instance, couples) for pairs, couples in joined.items()}
    calls: list[Call] = [partial(compiled.applicant_proposing, instance)]
    calls += [partial(match_together, one) for one in (joint_instance(instance, []), *joint.values())]
    quick, alone, *taken = np.min([[_milliseconds(call, RUNS // 3) for call in calls] for _ in range(6)], axis=0)
    by_turns = np.median([[_on_processor(call) for call in calls] for _ in range(2 * RUNS)], axis=0)
    nobody = ("none, by the way with couples, checked", f"{alone:.2f} ms", f"{alone / quick:.1f} ×")
    rows: list[Row] = [
        ("none, by the way without couples, unchecked", f"{quick:.2f} ms", "", "", "", "", ""),
        (*nobody, "", f"{by_turns[1] / by_turns[0]:.1f} ×", "", ""),
    ]
    for (pairs, couples), took, by_turn in zip(joined.items(), taken, by_turns[2:], strict=True):
        encoding = _milliseconds(partial(joint_instance, instance, couples), 5)
        found = match_together(joint[pairs])
        told = f"stable, checked; tries: {found.tries}" if found.stable else "no stable one found, and said so"
        reached = f"within 3 ×: {'reached' if took <= 3 * quick else 'missed'}"
        times = (f"{took:.2f} ms", f"{took / quick:.1f} ×", reached, f"{by_turn / by_turns[0]:.1f} ×")
        rows.append((f"1,200, {pairs} pairs each", *times, told, f"{encoding:.0f} ms"))
    yield "\n## Couples\n"
    heading = ("couples", "time", "of the first row", "target", "taken by turns", "result", "reading the pairs")
    yield from _table(heading, rows)
    yield (
        "\nEach is the quickest of a few calls in a row, all of them six times over. In a row the processor comes to"
        " know the lists, the first one best, as it does the least; by turns, each call follows another one (medians)."
    )


def _growth() -> Iterator[str]:
    """From a thousand applicants to half a million, with as many programs for each."""
    rows: list[Row] = []
    for applicants in GROWTH:
        instance = from_arrays(*national(applicants, applicants * 13 // 100))
        taken = _milliseconds(partial(compiled.applicant_proposing, instance), 5)
        entries = len(instance.applicant_lists.ranked)
        stable = "yes" if check_stability(compiled.applicant_proposing(instance)).holds else "no"
        each = f"{taken * 1e6 / entries:.1f} ns"
        rows.append((f"{applicants:,}", f"{entries:,}", f"{taken:.2f} ms", each, stable))
    yield "\n## Growth\n"
    yield from _table(("applicants", "list entries", "time", "an entry", "stable"), rows)


def _memory() -> Iterator[str]:
    """The most that a process held which read the lists of the national match, built it and solved it."""
    with tempfile.TemporaryDirectory() as folder:
        quotas, (starts, ranked), (their_starts, their_ranked) = national(50_000, 6_500)
        file = Path(folder, "lists.npz")
        np.savez(file, quotas=quotas, a=starts, b=ranked, c=their_starts, d=their_ranked)
        idle, told = (_memory_of(what) for what in ("idle", str(file)))
    yield "\n## Memory\n"
    yield (
        f"A process that reads the lists of the 50,000, builds the instance and solves it holds {told} MB at most"
        f" (target: 200 MB). One that matches one applicant with one program holds {idle} MB: Python, NumPy and Numba."
    )


def _memory_of(what: str) -> int:
    """What a process of its own tells that does this, once all is compiled."""
    command = [sys.executable, "-m", "benchmarks.matching", "--memory", what]
    subprocess.run(command, check=True, capture_output=True)
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _tell_memory(file: str) -> None:
    """Print the most memory this process needed; `idle` in place of a file is a match of one."""
    if file == "idle":
        instance = from_arrays([1], ([0, 1], [0]), ([0, 1], [0]))
    else:
        with np.load(file) as lists:
            instance = from_arrays(lists["quotas"], (lists["a"], lists["b"]), (lists["c"], lists["d"]))
    compiled.applicant_proposing(instance)
    print(_peak_memory())


def _peak_memory() -> int:
    """The most this process held so far, in MB; not what the one that started it held."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) // 1024


def _run(instance: Instance, loop: Callable[..., None]) -> None:
    """The loop alone, with what it writes to made anew."""
    layout = instance.layout
    upcoming, held = layout.starts[:-1].copy(), np.zeros(len(layout.applicants), dtype=np.uint8)
    found = np.full(len(layout.order), -1, dtype=np.int32)
    loop(layout.starts, layout.entries, layout.applicants, upcoming, layout.state.copy(), held, found)


def _loops_alone(instance: Instance) -> tuple[float, float] | None:
    """The loop in C++ and in Numba on the same arrays, by turns, with the same answer; None without a compiler."""
    compiler = shutil.which("g++")
    if compiler is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "loop.so")
        subprocess.run([compiler, "-O3", "-shared", "-fPIC", "-o", library, SOURCE], check=True)
        native = ctypes.CDLL(str(library)).applicants_asking

        def loop(*arrays: NDArray[Any]) -> None:
            native(len(arrays[3]), *(array.ctypes.data_as(ctypes.c_void_p) for array in arrays))

        assert (
            compiled.run_applicants_asking(instance, loop).by_applicant()
            == compiled.applicant_proposing(instance).by_applicant()
        )
        calls = [partial(_run, instance, one) for one in (loop, compiled.compiled(loops).applicants_asking)]
        quickest = np.min([[_milliseconds(call, RUNS // 3) for call in calls] for _ in range(6)], axis=0)
        return float(quickest[0]), float(quickest[1])


def _other_library(instance: Instance) -> float:
    """Solving by `matching`, without making its objects."""
    from matching.games import HospitalResident

    lists = instance.applicant_lists, instance.program_lists
    mine, theirs = (
        {who: one.ranked[one.starts[who] : one.starts[who + 1]].tolist() for who in range(len(one.starts) - 1)}
        for one in lists
    )
    ranked = {program: applicants for program, applicants in theirs.items() if applicants}
    quotas = {program: int(instance.quotas[program]) for program in ranked}
    game = HospitalResident.create_from_dictionaries(mine, ranked, quotas)
    return _on_processor(lambda: game.solve(optimal="resident"))


def _milliseconds(call: Call, runs: int = RUNS) -> float:
    """The quickest of several calls once it is warm, in time of the processor, so that other work counts less."""
    call()
    return min(_on_processor(call) for _ in range(runs))


def _on_processor(call: Call) -> float:
    begun = time.thread_time()
    call()
    return (time.thread_time() - begun) * 1000


def _table(heading: Row, rows: list[Row]) -> Iterator[str]:
    for row in (heading, ("---",) * len(heading), *rows):
        yield f"| {' | '.join(row)} |".replace("|  |", "| |").replace("|  |", "| |")


if __name__ == "__main__":
    main()
