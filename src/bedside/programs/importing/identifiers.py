"""Numbers of programs as spreadsheets hold them: what can be mended is, what was rounded is refused."""

from __future__ import annotations

import re

_CODE = re.compile(r"(\d{7})([CMPAR])(\d{1,3})", re.IGNORECASE)
_ROUNDED = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_ACGME = re.compile(r"\d{10}")
_WITHOUT_ITS_ZERO = re.compile(r"(?:40|80)\d{7}")
"""Nine digits of an anesthesiology or dermatology program, whose IDs begin with a zero that spreadsheets drop."""

ROUNDED = (
    "the spreadsheet has rounded this number to “{text}”, and the digits it dropped cannot be found again. Format the "
    "column as text (or as a number without decimals), paste the numbers anew from where they came, and save again"
)


class NotAnIdentifier(ValueError):
    """What stands where a number of a program should; the text goes on after “because”."""


def acgme_id(text: str) -> str | None:
    """The ten digits of an ACGME ID; None where the cell is empty. Raises NotAnIdentifier."""
    plain = re.sub(r"^acgme(?: id)?[:# ]*", "", text.strip(), flags=re.IGNORECASE).removesuffix(".0").replace(" ", "")
    if plain in ("", "-", "–", "—"):
        return None
    if _ACGME.fullmatch(plain):
        return plain
    if _WITHOUT_ITS_ZERO.fullmatch(plain):
        return f"0{plain}"
    if _ROUNDED.fullmatch(plain):
        raise NotAnIdentifier(ROUNDED.format(text=text))
    if _CODE.fullmatch(plain):
        raise NotAnIdentifier(f"“{text}” is an NRMP code, not an ACGME ID: put it into a column called “NRMP Code”")
    raise NotAnIdentifier(f"“{text}” is no ACGME ID: that has ten digits")


def nrmp_code(text: str) -> str | None:
    """An NRMP code in capitals ("1509140c0" is 1509140C0); None where the cell is empty. Raises NotAnIdentifier."""
    plain = text.strip().replace(" ", "")
    if plain in ("", "-", "–", "—"):
        return None
    if _CODE.fullmatch(plain):
        return plain.upper()
    if _ROUNDED.fullmatch(plain):
        raise NotAnIdentifier(ROUNDED.format(text=text))
    raise NotAnIdentifier(f"“{text}” is no NRMP code: that is seven digits, a letter (C, M, P, A or R) and a number")
