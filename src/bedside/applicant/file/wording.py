"""One dictionary from the validator's complaints to sentences for the applicant, each with a remedy."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from bedside.applicant.fields import FieldShape, fields_of, part_at, shape_at
from bedside.applicant.mistakes import Finding, Path, field_name, shown
from bedside.applicant.parts.shape import Unreadable

Complaint = dict[str, Any]
Words = tuple[str, str]

_STILL_TO_COME = frozenset({"planned", "booked", "scheduled"})
_ALIKE = 0.75  # a guess has to be a slip of the pen: a decision is never guessed from half a sentence


def findings_from(complaints: Iterable[Any], data: object) -> Iterator[Finding]:
    """One finding for each place of the data that the validator complains about.

    Where several kinds of value are allowed the validator complains once for each: the complaint
    which says how to write the value wins.
    """
    by_path: dict[Path, Complaint] = {}
    for complaint in complaints:
        path = _path_in(data, complaint)
        if path not in by_path or _says_how(complaint) > _says_how(by_path[path]):
            by_path[path] = complaint
    for path, complaint in by_path.items():
        yield Finding(path, *_in_words(path, complaint))


def _path_in(data: object, complaint: Complaint) -> Path:
    """The part of the complaint's location that is in the file; the validator adds names of its own."""
    path: list[str | int] = []
    for step in complaint["loc"]:
        if (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        ):
            data = data[step]
        elif complaint["type"] == "missing" and isinstance(data, dict):
            return (*path, step)
        else:
            break
        path.append(step)
    return tuple(path)


def _says_how(complaint: Complaint) -> bool:
    return isinstance(complaint.get("ctx", {}).get("error"), Unreadable)


def _in_words(path: Path, complaint: Complaint) -> Words:
    shape = shape_at(path)
    if complaint["type"] == "missing":
        return _missing(path, shape)
    if complaint["type"] == "extra_forbidden":
        return _unknown_key(path)
    if complaint["input"] is None:
        return "This is empty.", f"{shape.description if shape else ''} It takes {_takes(shape)}.".lstrip()
    if complaint["loc"] and complaint["loc"][-1] == "[key]":
        return f"{shown(path[-1])} is not a name of a reading.", "`bedside evidence reading` lists them."
    if shape is not None and shape.is_list and isinstance(path[-1], int):
        shape = replace(shape, is_list=False)
    return _WORDING.get(complaint["type"], _something_else)(complaint, shape)


def _missing(path: Path, shape: FieldShape | None) -> Words:
    described = f": {_lower_first(shape.description)}" if shape else ""
    return (
        f"`{path[-1]}` is missing.",
        f"Add `{path[-1]}`{described.rstrip('.')}. It takes {_takes(shape)}{_such_as(shape)}.",
    )


def _unknown_key(path: Path) -> Words:
    key, around = str(path[-1]), part_at(path[:-1])
    known = list(fields_of(around)) if around is not None else []
    near = difflib.get_close_matches(key.casefold().replace(" ", "_").replace("-", "_"), known, n=1, cutoff=0.55)
    where = f"under `{field_name(path[:-1])}`" if path[:-1] else "at the top of a dossier"
    remedy = f"Did you mean `{near[0]}`?" if near else f"The keys {where} are: {', '.join(known)}."
    return f"Bedside knows no key `{shown(key)}` {where}.", remedy


def _not_a_word(complaint: Complaint, shape: FieldShape | None) -> Words:
    value = complaint["input"]
    allowed = list(shape.allowed) if shape else []
    written = str(value)[:60].casefold()
    if written.strip() in _STILL_TO_COME:
        return f"{shown(value)} is not one of the words this takes.", "What is still to come goes under `bookings`."
    nearest = _nearest(written, allowed)
    return f"{shown(value)} is not one of the words this takes.", f"{nearest}Write {_takes(shape)}."


def _nearest(written: str, allowed: list[str]) -> str:
    begun = [word for word in allowed if len(written) > 2 and word.casefold().startswith(written)]
    alike = difflib.get_close_matches(written, [word.casefold() for word in allowed], n=1, cutoff=_ALIKE)
    near = begun or [word for word in allowed if word.casefold() in alike]
    return f"Did you mean {' or '.join(near)}? " if near else ""


def _unreadable(complaint: Complaint, shape: FieldShape | None) -> Words:
    error = complaint["ctx"]["error"]
    if not isinstance(error, Unreadable):
        return f"{shown(complaint['input'])} cannot be used here.", f"Write {_takes(shape)}."
    also = shape is not None and " or " in shape.takes and shape.takes.rsplit(" or ", 1)[1] in ("present", "never")
    remedy = f"{error.how_to_fix}, or {shape.takes.rsplit(' or ', 1)[1]}" if also and shape else error.how_to_fix
    return f"{error.what}.", f"{remedy}."


def _not_text(complaint: Complaint, shape: FieldShape | None) -> Words:
    value = complaint["input"]
    if isinstance(value, bool | int | float):
        return f"{_scalar(value)} is not text here.", f'Put it in quotes: "{_scalar(value)}".'
    return f"{_kind_of(value)} stands where text is needed.", f"Write {_takes(shape)}."


def _not_a_number(complaint: Complaint, shape: FieldShape | None) -> Words:
    value = complaint["input"]
    what = _scalar(value) if isinstance(value, str | int | float) else _kind_of(value)
    remedy = f"Write {_takes(shape)}, without signs or words"
    return f"{what} is not a number Bedside can use here.", f"{remedy}; leave the line out if you do not know."


def _out_of_range(complaint: Complaint, shape: FieldShape | None) -> Words:
    return f"{_scalar(complaint['input'])} is outside what this can be.", f"Write {_takes(shape)}."


def _not_a_list(complaint: Complaint, shape: FieldShape | None) -> Words:
    return (
        f"{_kind_of(complaint['input'])} stands where a list is needed.",
        "Begin each entry with `- ` on a line of its own (in JSON, put the entries between [ and ]).",
    )


def _not_keys(complaint: Complaint, shape: FieldShape | None) -> Words:
    remedy = f"Write keys with their values{_such_as(shape)}."
    return f"{_kind_of(complaint['input'])} stands where keys are needed.", remedy


def _too_long(complaint: Complaint, shape: FieldShape | None) -> Words:
    return f"The text has {len(complaint['input']):,} characters, which is too long here.", f"Write {_takes(shape)}."


def _too_short(complaint: Complaint, shape: FieldShape | None) -> Words:
    return "The text is empty.", "Write it, or leave the line out."


def _not_a_character(complaint: Complaint, shape: FieldShape | None) -> Words:
    return "The text holds half of a character.", "Type the text again."


def _something_else(complaint: Complaint, shape: FieldShape | None) -> Words:
    return f"{shown(complaint['input'])} cannot be used here.", f"Write {_takes(shape)}."


_WORDING: dict[str, Callable[[Complaint, FieldShape | None], Words]] = {
    "enum": _not_a_word,
    "literal_error": _something_else,
    "value_error": _unreadable,
    "string_type": _not_text,
    "string_too_long": _too_long,
    "string_too_short": _too_short,
    "string_unicode": _not_a_character,
    "int_type": _not_a_number,
    "int_parsing": _not_a_number,
    "int_parsing_size": _not_a_number,
    "int_from_float": _not_a_number,
    "float_type": _not_a_number,
    "float_parsing": _not_a_number,
    "finite_number": _not_a_number,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "tuple_type": _not_a_list,
    "model_type": _not_keys,
    "dict_type": _not_keys,
}


def _takes(shape: FieldShape | None) -> str:
    if shape is None:
        return "another value"
    return f"a list; each entry takes {shape.takes}" if shape.is_list and not shape.allowed else shape.takes


def _such_as(shape: FieldShape | None) -> str:
    return f", such as `{next(iter(fields_of(shape.part)))}: …`" if shape is not None and shape.part else ""


def _kind_of(value: object) -> str:
    if isinstance(value, list):
        return "A list"
    return "A set of keys" if isinstance(value, dict) else _scalar(value)


def _scalar(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else shown(value)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
