"""The numbers a program goes by, and what spreadsheets do to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ACGME = re.compile(r"\d{10}")
_NRMP = re.compile(r"\d{7}[ACMPR]\d{1,3}?(?=\d{7}[ACMPR]|\D|$)")
_ROUNDED = re.compile(r"(\d(?:\.\d+)?)e\+?(\d+)", re.IGNORECASE)
_DIGITS = 10
_HOW = "Format the column as text or as a number without decimals, enter the ten digits anew, and add the file again."


@dataclass(frozen=True, slots=True)
class Identified:
    """What an ID was read as; `why_not` where it is none, `remark` where it was mended."""

    acgme_id: str = ""
    nrmp_codes: tuple[str, ...] = ()
    why_not: str = ""
    how_to_fix: str = ""
    remark: str = ""


@lru_cache(maxsize=65_536)
def identified(text: str, specialty_codes: frozenset[str]) -> Identified:
    """The ACGME ID or the NRMP codes in a cell; numbers that a spreadsheet rounded are said to be so, never guessed."""
    bare = re.sub(r"(?<=\d)\.0+$", "", re.sub(r"[\s ]", "", text))
    codes = _NRMP.findall(re.sub(r"(?<=\d)O(?=\d)", "0", bare.upper()))
    if codes:
        return Identified(nrmp_codes=tuple(dict.fromkeys(codes)))
    digits = bare.replace("-", "")
    if _ACGME.fullmatch(digits):
        return Identified(digits)
    rounded = _ROUNDED.fullmatch(bare)
    if rounded:
        return _unrounded(rounded.group(1), int(rounded.group(2)))
    if digits.isdecimal() and len(digits) == _DIGITS - 1 and f"0{digits[:2]}" in specialty_codes:
        return Identified(f"0{digits}", remark="An ID of nine digits had its leading zero taken off by a spreadsheet.")
    return Identified(
        why_not="It is neither an ACGME ID (ten digits) nor an NRMP code (as 1234140C0).", how_to_fix=_HOW
    )


def _unrounded(mantissa: str, exponent: int) -> Identified:
    whole, _, decimals = mantissa.partition(".")
    if exponent == _DIGITS - 1 and len(decimals.rstrip("0")) >= exponent:
        return Identified(whole + decimals[:exponent])
    return Identified(why_not="A spreadsheet has rounded this ID, and its last digits are gone.", how_to_fix=_HOW)
