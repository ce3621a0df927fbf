"""A collection as a document with a version: NAME.claims.json, and the column beside the dossier in the web."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bedside.programs.collection import Collection, Import
from bedside.programs.field import FIELDS
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.shelf.plain_data import as_plain, from_plain

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class _Document:
    imports: tuple[Import, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


def as_document(collection: Collection) -> dict[str, Any]:
    """The collection as plain data; an empty one too has its version."""
    imports = [as_plain(one) for one in collection.imports]
    return {"schema_version": SCHEMA_VERSION, "imports": imports, "answers": dict(sorted(collection.answers.items()))}


def from_document(content: Mapping[str, Any]) -> Collection:
    """The collection a document holds; an empty document is an empty collection.

    Raises ProgramsMistake where it was written by a newer Bedside, or where something in it is not as it should be.
    """
    if not content:
        return Collection()
    if not isinstance(content, Mapping):
        raise ProgramsMistake("The claims are not a document that Bedside wrote: names and values are missing.")
    _refuse_other_versions(content.get("schema_version"))
    rest = {name: value for name, value in content.items() if name != "schema_version"}
    document: _Document = from_plain(_Document, rest, "claims")
    for one in document.imports:
        _refuse_unknown_fields(one)
    return Collection(document.imports, document.answers)


def _refuse_other_versions(version: object) -> None:
    if isinstance(version, int) and not isinstance(version, bool) and version > SCHEMA_VERSION:
        raise ProgramsMistake(
            f"These claims were written by a newer Bedside (version {version} of their format; this one reads up to "
            f"{SCHEMA_VERSION}). Open them with that Bedside, or bring this one up to date."
        )
    if version != SCHEMA_VERSION or isinstance(version, bool):
        raise ProgramsMistake("The claims do not say which version of their format they are (schema_version).")


def _refuse_unknown_fields(one: Import) -> None:
    unknown = {stated.field for row in one.reading.rows for stated in row.stated} - FIELDS.keys()
    if unknown:
        raise ProgramsMistake(
            f"The import “{one.file_name}” claims something Bedside has no field for: {', '.join(sorted(unknown))}."
        )
