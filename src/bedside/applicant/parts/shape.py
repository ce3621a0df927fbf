"""What every part of a dossier shares: frozen, no unknown keys, forgiving words, and a three-state answer."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_LINE_BREAK = re.compile(r"\r\n?|[\u2028\u2029]")


class Unreadable(ValueError):
    """A value that cannot be read: what it is, and how to write it."""

    def __init__(self, what: str, how_to_fix: str) -> None:
        super().__init__(f"{what}: {how_to_fix}")
        self.what = what
        self.how_to_fix = how_to_fix


class Part(BaseModel):
    """A part of the dossier: cannot be changed once read, and refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_what_is_left_empty(cls, written: Any) -> Any:
        """A key with nothing behind it means "later", as if the line were not there."""
        if not isinstance(written, dict):
            return written
        optional = {field.alias or name for name, field in cls.model_fields.items() if not field.is_required()}
        return {key: value for key, value in written.items() if value is not None or key not in optional}


class Word(StrEnum):
    """One of a closed list of words; capitals, spaces and hyphens are forgiven, and some words said instead."""

    @classmethod
    def said_instead(cls) -> dict[str, str]:
        """Words people write that mean one of these and nothing else, each with the one it means."""
        return {}

    @classmethod
    def _missing_(cls, value: object) -> Word | None:
        if not isinstance(value, str):
            return None
        written = {_bare(said): meant for said, meant in cls.said_instead().items()}.get(_bare(value), value)
        return next((word for word in cls if _bare(word) == _bare(written)), None)


def _bare(word: str) -> str:
    return re.sub(r"[\s_-]+", "", word).casefold()


class Answer(Word):
    """Yes, no, or unknown: unknown is never taken for no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def _read_answer(value: Any) -> Any:
    if isinstance(value, bool):
        return Answer.YES if value else Answer.NO
    return value


def refuse_a_truth_value(value: Any) -> Any:
    """Refuse true and false where a number is wanted: Python would take them for 1 and 0."""
    if isinstance(value, bool):
        raise Unreadable(f"{str(value).lower()} is not a number", "Write a number, such as 40")
    return value


def read_text(text: str) -> str:
    """The text with plain line breaks; refuses control characters."""
    forbidden = _NOT_TEXT.search(text)
    if forbidden:
        raise Unreadable(
            f"The text holds a control character ({ascii(forbidden[0])[1:-1]})", "Type the text again without it"
        )
    return _LINE_BREAK.sub("\n", text)


def _read_name(text: str) -> str:
    return " ".join(read_text(text).split())


YesNoUnknown = Annotated[Answer, BeforeValidator(_read_answer)]

Text = Annotated[str, Field(min_length=1, max_length=4000), AfterValidator(read_text)]
Name = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_read_name)]
Hours = Annotated[float, Field(ge=0, le=168), BeforeValidator(refuse_a_truth_value)]
Money = Annotated[float, Field(ge=0, le=10_000_000), BeforeValidator(refuse_a_truth_value)]
SignedMoney = Annotated[float, Field(ge=-10_000_000, le=10_000_000), BeforeValidator(refuse_a_truth_value)]
Days = Annotated[float, Field(ge=0, le=366), BeforeValidator(refuse_a_truth_value)]
Count = Annotated[int, Field(ge=0, le=10_000), BeforeValidator(refuse_a_truth_value)]
