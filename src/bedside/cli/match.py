"""`bedside match`: any match from tables, by the algorithm of the Match."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from bedside.cli.options import json_option, user_mistakes

if TYPE_CHECKING:
    from bedside.matching.whole_match import WholeMatch

TABLE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("applicants", type=TABLE)
@click.argument("programs", type=TABLE)
@click.option("--couples", type=TABLE, help="A table: applicant, partner, rank, program, partner program.")
@click.option("--supplemental", type=TABLE, help="A table: applicant, beside, rank, program.")
@click.option("--reversion", type=TABLE, help="A table: donor, receiver, most, turn.")
@click.option("--propose", type=click.Choice(["applicants", "programs"]), default="applicants", show_default=True)
@click.option("--one-sided", is_flag=True, help="Set aside rankings that the other side did not return.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the match as a table with commas.")
@json_option
@user_mistakes()
def match(
    applicants: Path,
    programs: Path,
    couples: Path | None,
    supplemental: Path | None,
    reversion: Path | None,
    propose: str,
    one_sided: bool,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Match applicants and programs from tables with commas, and check the result.

    APPLICANTS has the columns applicant, rank, program; PROGRAMS has program, quota, rank, applicant.
    """
    from bedside.matching.lists import Side
    from bedside.matching.reading import read_match
    from bedside.matching.whole_match import run_match

    paths = dict.fromkeys(path for path in (applicants, programs, couples, supplemental, reversion) if path)
    contents = {path: path.read_bytes() for path in paths}  # once, as a pipe can be read once only
    if unclear := [told for path, content in contents.items() for told in _not_text(path, content)]:
        raise click.ClickException("\n".join(unclear))
    tables = read_match(
        *(_lines(contents[applicants]), _lines(contents[programs])),
        *(None if path is None else _lines(contents[path]) for path in (couples, supplemental, reversion)),
        one_sided_allowed=one_sided,
    )
    side = Side.APPLICANT if propose == "applicants" else Side.PROGRAM
    found = run_match(tables.instance, tables.together, tables.reversions, side)
    click.echo(_as_json(found) if as_json else _as_csv(found) if as_csv else _as_text(found))


def _encoding(content: bytes) -> str:
    """UTF-8, or UTF-16 where the file begins by saying so, as spreadsheets' “Unicode text” does."""
    return "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"


def _lines(content: bytes) -> TextIOWrapper:
    return TextIOWrapper(BytesIO(content), encoding=_encoding(content), newline="")


def _not_text(path: Path, content: bytes) -> Iterator[str]:
    """A sentence where a file is not written in an encoding that can be read for sure, with its first such line."""
    encoding = _encoding(content)
    at = content.find(b"\0") if encoding != "utf-16" else -1
    try:
        content.decode(encoding.removesuffix("-sig"))  # places are counted with the mark at the beginning
    except UnicodeDecodeError as why:
        at = why.start
    if at >= 0 and encoding == "utf-16":
        yield f"“{path}” breaks off within a letter. Save the table again as CSV UTF-8."
    elif at >= 0:
        number = content.count(b"\n", 0, at) + 1
        yield f"“{path}”, line {number}: This is not written in UTF-8. Save the table again as CSV UTF-8."


def _as_text(found: WholeMatch) -> str:
    places = found.matching.by_applicant()
    lines = [f"{who}: {_where(found, who, place)}" for who, place in places.items()]
    unmatched = sum(place is None for place in places.values())
    unfilled = {program: quota - len(found.by_program[program]) for program, quota in found.quotas.items()}
    still = ", ".join(f"{program} {count}" for program, count in unfilled.items() if count) or "none"
    reverted = [f"{one.positions} from {one.donor} to {one.receiver} (round {one.round})" for one in found.reverted]
    told = [*found.because, f"Unmatched: {unmatched} of {len(places)}. Positions still open: {still}."]
    if reverted:
        told.append(f"Reverted: {', '.join(reverted)}.")
    if found.blocking:
        told.append("Could do better: " + "; ".join(" and ".join(who) for who in found.blocking) + ".")
    return "\n".join((*lines, "", *told))


def _where(found: WholeMatch, who: str, place: str | None) -> str:
    second = found.beside.get(who)
    return "unmatched" if place is None else f"{place}, with {second}" if second else place


def _as_csv(found: WholeMatch) -> str:
    import csv
    import io

    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("applicant", "program", "beside it"))
    rows.writerows((who, at or "", found.beside.get(who, "")) for who, at in found.matching.by_applicant().items())
    return out.getvalue().rstrip("\n")


def _as_json(found: WholeMatch) -> str:
    import json

    told = {
        "applicants": found.matching.by_applicant(),
        "beside": dict(found.beside),
        "programs": found.by_program,
        "quotas": found.quotas,
        "stable": found.stable,
        "could_do_better": found.blocking,
        "reverted": [
            {"from": one.donor, "to": one.receiver, "positions": one.positions, "round": one.round}
            for one in found.reverted
        ],
        "because": found.because,
    }
    return json.dumps(told, indent=2, ensure_ascii=False)
