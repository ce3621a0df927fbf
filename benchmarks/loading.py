"""How long all of the evidence takes to load and check, against only parsing its YAML in other ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from ruamel.yaml import YAML

from bedside.evidence import library
from bedside.evidence.library import load_evidence
from benchmarks.stopwatch import Measurement, quickest_call

DATA = Path(library.__file__).parent / "data"


def measurements() -> Iterator[Measurement]:
    """Loading everything, beside three plain parsers over the same YAML files."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.yaml"))]
    loading = quickest_call(load_anew)
    what = f"load all {len(list(load_evidence()))} figures"
    parsers = {
        "yaml.CSafeLoader, parsing only": lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts],
        "yaml.SafeLoader, parsing only": lambda: [yaml.load(text, yaml.SafeLoader) for text in texts],
        "ruamel.yaml, parsing only": lambda: [YAML(typ="rt").load(text) for text in texts],
    }
    for name, parse in parsers.items():
        yield Measurement(what, loading, name, quickest_call(parse, runs=2), "target: 100 ms")


def load_anew() -> None:
    """Load as if for the first time."""
    load_evidence.cache_clear()
    load_evidence()
