"""What every part of a dossier shares: frozen, no unknown keys, and a three-state answer."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Part(BaseModel):
    """A part of the dossier: cannot be changed once read, and refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Answer(StrEnum):
    """Yes, no, or unknown: unknown is never taken for no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def _read_answer(value: Any) -> Any:
    if isinstance(value, bool):
        return Answer.YES if value else Answer.NO
    return value.strip().lower() if isinstance(value, str) else value


YesNoUnknown = Annotated[Answer, BeforeValidator(_read_answer)]

Text = Annotated[str, Field(min_length=1, max_length=4000)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Hours = Annotated[float, Field(ge=0, le=168)]
Money = Annotated[float, Field(ge=0, le=10_000_000)]
Count = Annotated[int, Field(ge=0, le=10_000)]
