"""Uploaded files stay in memory and within a size: nothing of a dossier is ever written to a temporary file."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any, NoReturn
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

DOSSIER, CLAIMS = "dossier.yaml", "claims.json"
"""The two files that are taken out of “everything in one file”; whatever else is in it is left alone."""

_TAKES_LISTS = "/programs/"
_BEGINS_A_ZIP = b"PK\x03\x04"


class NotTaken(Exception):
    """What was brought is no file that can be opened; the text says what it is and what to bring instead."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an upload holds: the dossier's own bytes under its name, and the private claims where they came with it."""

    name: str
    dossier: bytes
    claims: dict[str, Any] | None = None


def brought_in(upload: UploadedFile[bytes]) -> Brought:
    """What is in a file that was sent; raises NotTaken."""
    content, name = upload.read(), upload.name or "the file"
    return _unpacked(content) if content.startswith(_BEGINS_A_ZIP) else Brought(name, content)


def largest_upload(path: str, begins: bytes = b"") -> int:
    """How many bytes may be sent to an address: lists of programs and archives are larger than a dossier."""
    if _TAKES_LISTS in path:
        return settings.LARGEST_LIST
    return settings.LARGEST_ARCHIVE if begins.startswith(_BEGINS_A_ZIP) else settings.LARGEST_UPLOAD


class InMemoryOnly(FileUploadHandler):
    """Collects a file in memory; one that grows beyond the limit ends the upload."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self._content = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a piece of it; raises RequestDataTooBig where it grows too large."""
        if start == 0:
            self._largest = largest_upload(self.request.path if self.request else "", raw_data)
        if start + len(raw_data) > self._largest:
            raise RequestDataTooBig
        self._content.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The whole file."""
        self._content.seek(0)
        return InMemoryUploadedFile(
            self._content, self.field_name, self.file_name or "", self.content_type or "", file_size, self.charset
        )


def _unpacked(content: bytes) -> Brought:
    try:
        with ZipFile(BytesIO(content)) as archive:
            dossier, claims = _member(archive, DOSSIER), _member(archive, CLAIMS)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise NotTaken(
            "The archive is damaged or locked with a password. Bring the file as Bedside wrote it."
        ) from None
    if dossier is None:
        raise NotTaken(f"There is no {DOSSIER} in this archive. Bring the one that the page Export wrote.")
    return Brought(DOSSIER, dossier, _claims_in(claims) if claims is not None else None)


def _member(archive: ZipFile, name: str) -> bytes | None:
    """One file of an archive, read no further than a dossier can be, whatever size the archive claims."""
    found = next((one for one in archive.infolist() if one.filename == name), None)
    if found is None:
        return None
    if found.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise NotTaken("The archive is packed in an unusual way. Bring it as Bedside wrote it.")
    largest = settings.LARGEST_CLAIMS if name == CLAIMS else settings.LARGEST_UPLOAD
    with archive.open(found) as member:
        content = member.read(largest + 1)
    if len(content) > largest:
        raise NotTaken(f"{name} in this archive is larger than {largest // 1_000_000} MB.")
    return content


def _claims_in(content: bytes) -> dict[str, Any]:
    try:
        claims = json.loads(content, parse_constant=_no_number)
        json.dumps(claims, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        claims = None
    if not isinstance(claims, dict) or b"\\u0000" in content:
        raise NotTaken(f"{CLAIMS} in this archive cannot be read. Bring the archive as Bedside wrote it.")
    return claims


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
