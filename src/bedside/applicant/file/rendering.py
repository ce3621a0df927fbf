"""A dossier as the text of a file: YAML as an applicant would write it, or JSON."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import yaml

from bedside.applicant.checks.known import key_of
from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.partial_date import PartialDate
from bedside.applicant.parts.shape import Part, Word

WIDTH = 100
_UNSEEN = re.compile(r"[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]")
_ONE_LINE = 10_000_000


def as_yaml(dossier: Dossier) -> str:
    """YAML with the keys in the order of the dossier's shape; what was left out stays out."""
    return block_yaml(as_written(dossier))


def as_json_text(dossier: Dossier) -> str:
    """JSON with the same keys."""
    return plain_json(as_written(dossier))


def as_written(value: object) -> Any:
    """Plain content as it stands in a file: only what differs from the default, dates and words as text."""
    if isinstance(value, Part):
        return {key_of(value, name): as_written(part) for name, part in _said(value)}
    if isinstance(value, PartialDate):
        return value.year if value.month is None else str(value)
    if isinstance(value, Word | date):
        return str(value)
    if isinstance(value, tuple | list):
        return [as_written(item) for item in value]
    if isinstance(value, dict):
        return {key: as_written(item) for key, item in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def block_yaml(content: object) -> str:
    """Content in lines and dashes."""
    return str(yaml.dump(content, Dumper=_Dumper, default_flow_style=False, **_HABITS, width=WIDTH))


def one_line_yaml(content: object) -> str:
    """Content on one line, which fits anywhere in a YAML file."""
    text = yaml.dump(content, Dumper=_OneLineDumper, default_flow_style=True, **_HABITS, width=_ONE_LINE)
    return str(text).removesuffix("...\n").rstrip("\n")


def plain_json(content: object) -> str:
    """Content as JSON, letters as they are and unseen signs as codes."""
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _said(part: Part) -> list[tuple[str, object]]:
    fields = type(part).model_fields
    return [
        (name, getattr(part, name))
        for name, field in fields.items()
        if field.is_required() or getattr(part, name) != field.get_default(call_default_factory=True)
    ]


_HABITS: dict[str, Any] = {"sort_keys": False, "allow_unicode": True}


class _Dumper(yaml.SafeDumper):
    """Lists set in by two spaces, text of several lines as a block, and no anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Set list items in, which the library does not do."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        """Write everything out: an applicant should not have to know anchors."""
        return True


class _OneLineDumper(_Dumper):
    """Everything on one line."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _text_on_one_line(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if "\n" in text else None)


# What the reader takes for something other than text is quoted where it is text; YAML 1.1 would quote yes, no and days.
_Dumper.yaml_implicit_resolvers = {}
for tag, pattern, first_letters in (
    ("null", r"(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"[-+]?[0-9]+$|0x[0-9a-fA-F]+$|0o[0-7]+$", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
    ("float", r"[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)$", list("-+.")),
    ("merge", r"<<$", ["<"]),
):
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first_letters)
_OneLineDumper.yaml_implicit_resolvers = _Dumper.yaml_implicit_resolvers
_Dumper.add_representer(str, _text)
_OneLineDumper.add_representer(str, _text_on_one_line)
