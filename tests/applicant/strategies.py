"""Any valid dossier, for Hypothesis: built from the shape itself, with words that are hard to write down."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from bedside.applicant.dossier import Dossier
from bedside.applicant.fields import kinds_allowed, limit_of
from bedside.applicant.parts.partial_date import PartialDate
from bedside.applicant.parts.shape import Part, Word

HARD_WORDS = (
    "NO", "yes", "true", "FALSE", "null", "NULL",
    "~", "2026", "2026-05", "2026-05-31", "1e3", ".5", "0o17", "0x1F", "-", "- a", "# a", "a # b",
    "a: b", "a:", ":", "? a", "'", '"', "\\", "|", ">", "%a", "@a", "`a", "!a", "&a", "*a", "{a", "[a", "a,b", "<<",
    "=", "a\nb", "a\n\n  b", "a\n b\n", "a\tb", "---", "...", "a\n---\nb", "Łukasz Nguyễn José", "ناديا", "王", "🩺",
    "\ufeffa", "a \nb", "x" * 150, "word " * 40, "1_000", "12:30:00", ".inf", ".NaN", "True", "0" * 40, "9" * 40,
)  # fmt: skip
_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_FORMATS = ("%Y-%m-%d", "%Y-%m", "%Y")


def dossiers() -> st.SearchStrategy[Dossier]:
    """Valid dossiers of every shape, most of them small."""
    return _parts(Dossier).map(Dossier.model_validate)


def texts(longest: int) -> st.SearchStrategy[str]:
    """Text that is not empty, often of a kind that YAML could take for something else."""
    free = st.text(_LETTERS | st.sampled_from("\n\t"), min_size=1, max_size=min(longest, 30))
    return (st.sampled_from(HARD_WORDS) | free).filter(lambda text: text.split() != [] and len(text) <= longest)


def _parts(part: type[Part]) -> st.SearchStrategy[dict[str, Any]]:
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in part.model_fields.items():
        values = _any_of(field.annotation, tuple(field.metadata), name)
        (required if field.is_required() else optional)[field.alias or name] = values
    return st.fixed_dictionaries(required, optional=optional)


def _any_of(annotation: Any, limits: tuple[Any, ...], name: str) -> st.SearchStrategy[Any]:
    return st.one_of(*(_value(kind, beside, name) for kind, beside in kinds_allowed(annotation, limits)))


def _value(kind: Any, limits: tuple[Any, ...], name: str) -> st.SearchStrategy[Any]:
    if name == "renews":
        return _DAYS.map(lambda day: day.strftime("%m-%d"))
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple:
        return st.lists(_any_of(get_args(kind)[0], (), name), max_size=3)
    if get_origin(kind) is dict:
        return st.dictionaries(st.from_regex(r"[a-z0-9.-]{1,40}", fullmatch=True), _numbers(-1e6, 1e6), max_size=3)
    if kind is PartialDate:
        return st.builds(date.strftime, _DAYS, st.sampled_from(_FORMATS))
    if kind is date:
        return _DAYS
    if kind is str:
        return texts(limit_of(limits, "max_length"))
    if isinstance(kind, type) and issubclass(kind, Part):
        return _parts(kind)
    if isinstance(kind, type) and issubclass(kind, Word):
        return st.sampled_from(list(kind))
    low, high = limit_of(limits, "ge"), limit_of(limits, "le")
    return st.integers(low, high) if kind is int else _numbers(low, high)


def _numbers(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False) | st.integers(int(low), int(high)).map(float)
