"""The JSON Schema of a dossier, for editors and other programs; generated from its shape."""

from __future__ import annotations

from typing import Any

from bedside.applicant.dossier import SCHEMA_VERSION, Dossier

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema of version `SCHEMA_VERSION`. A key that may be left out may also be left empty (null)."""
    schema = Dossier.model_json_schema(by_alias=True)
    for part in (schema, *schema["$defs"].values()):
        _let_optional_keys_be_empty(part)
    title = f"Bedside dossier, version {SCHEMA_VERSION}"
    return {"$schema": _DIALECT, **schema, "title": title}


def _let_optional_keys_be_empty(part: dict[str, Any]) -> None:
    required = part.get("required", [])
    for key, value in part.get("properties", {}).items():
        value.pop("title", None)
        if key not in required and {"type": "null"} not in value.get("anyOf", []):
            kept = {name: value.pop(name) for name in ("description", "default", "examples") if name in value}
            part["properties"][key] = {"anyOf": [value, {"type": "null"}], **kept}
