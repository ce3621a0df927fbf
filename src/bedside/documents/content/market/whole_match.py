"""The simulated season as blocks: who matches, what each policy changes, and where the season misses."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bedside.documents.blocks import Block, Bullets, Cell, Document, Facts, Heading, Line, Paragraph, Table
from bedside.documents.content.citations import Citations
from bedside.evidence.reason import Reason

if TYPE_CHECKING:
    from bedside.evidence.library import Evidence
    from bedside.market.fidelity import Held
    from bedside.market.results import Compared, Difference, Market

TITLE = "The whole Match, simulated"
ABOUT = (
    "Each replicate is one season of applicants who are made up, with programs that interview and rank them, matched "
    "by the method of the Match. Its averages were moved until they fit what was published. It says what a rule would "
    "do to everyone; it knows nothing of any one person."
)
LEFT_OUT = (
    "Couples, SOAP, positions reserved for physicians, and where applicants live are left out.",
    "Who applies and where stays the same in all replicates of a seed; how files are read, who is invited, what the "
    "interview days change and how programs rank is drawn anew.",
    "Under a policy, people apply and wish as before, and programs give as many interviews: nobody learns to play it.",
)
ONE_SEASON = "one season has no range"
PAIRED = (
    "“Changes by” compares each replicate with the same one under the policy, where everybody has the same luck; after "
    "± stands twice the standard error. Another season differs by more than that."
)


def market_document(found: Market, evidence: Evidence, as_of: date) -> Document:
    """The market as a document with its sources."""
    from bedside.market.published import SEASON

    cite = Citations(as_of)
    blocks = tuple(market_blocks(found, evidence, cite))
    return Document(TITLE, f"The {SEASON} Match · seed {found.recipe.seed}", "", as_of, blocks, cite.sources())


def market_blocks(found: Market, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    """The sections without the title."""
    yield Paragraph(ABOUT)
    yield Facts(tuple(_facts(found)))
    if found.recipe.tracks.are_made_up:
        yield Paragraph(_made_up(found))
    yield Heading("Who matches to a first-year position", 2)
    yield _rates(found, evidence, cite)
    for one in found.policies:
        yield from _policy(one)
    yield from _against(found, evidence, cite)
    yield Heading("What is left out", 2)
    yield Bullets(LEFT_OUT)


def _facts(found: Market) -> Iterator[tuple[str, Cell]]:
    yield "Replicates", f"{found.number:,}"
    yield "Tracks", f"{len(found.recipe.tracks):,}"
    yield "Made from", found.recipe.tracks.origin
    yield "Digest", f"{found.base.digest} (the same for the same seed, whatever the workers)"


def _made_up(found: Market) -> str:
    """What a season on tracks that are made up cannot tell, with how many of its numbers are off."""
    missed = sum(row.is_missed for row in found.fidelity)
    return (
        "The national list of programs is not in your directory. Tracks made up in its place have the published "
        "positions of each specialty, but their sizes, and how open each is to IMGs, are drawn: "
        f"{missed} of the {len(found.fidelity)} published numbers are missed. Add the list for anything that rests on "
        "single specialties."
    )


def _rates(found: Market, evidence: Evidence, cite: Citations) -> Table:
    rows = [
        (
            row.what,
            part(row.found),
            f"{part(row.low)} to {part(row.high)}" if found.number > 1 else ONE_SEASON,
            _cited(part(row.published), row, evidence, cite),
        )
        for row in found.fidelity
        if row.group == "match rate"
    ]
    return Table(("Applicants", "Simulated", "Eight of ten seasons", "Published"), tuple(rows))


def _policy(one: Compared) -> Iterator[Block]:
    yield Heading(f"Policy: {one.policy.name}", 2)
    yield Paragraph(one.policy.says)
    rates = [row for row in one.differences if row.measure == "match rate"]
    lists = [row for row in one.differences if row.measure == "mean list length"]
    yield Table(
        ("Applicants", "Match rate", "Under it", "Changes by", "Ranks", "Under it"),
        tuple(
            (
                _type(rate.of),
                part(rate.before),
                part(rate.after),
                _points(rate),
                f"{ranks.before:.1f}",
                f"{ranks.after:.1f}",
            )
            for rate, ranks in zip(rates, lists, strict=True)
        ),
    )
    yield Paragraph(PAIRED, quiet=True)
    moved = [row for row in one.differences if row.measure == "matched in" and _is_moved(row)]
    if moved:
        largest = sorted(moved, key=lambda row: -abs(row.difference))[:8]
        yield Table(
            ("Matched in", "As it is", "Under it", "Changes by"),
            tuple(
                (row.of.replace("-", " "), f"{row.before:,.0f}", f"{row.after:,.0f}", f"{row.difference:+,.0f}")
                for row in largest
            ),
        )


def _against(found: Market, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    fitted = [row for row in found.fidelity if row.is_fitted]
    checks = [row for row in found.fidelity if not row.is_fitted]
    yield Heading("Where it misses what was published", 2)
    yield Paragraph(
        f"Of {len(fitted)} numbers it was made to fit it misses {sum(row.is_missed for row in fitted)}; of "
        f"{len(checks)} it was not fitted to it misses {sum(row.is_missed for row in checks)}. Of all who matched, "
        f"{found.misplaced:.1%} would have to change specialty or type for all counts to be hit."
    )
    missed = [row for row in found.fidelity if row.is_missed]
    if missed:
        yield Table(
            ("Missed", "Of", "Published", "Simulated", "Fitted"),
            tuple(
                (
                    row.group,
                    row.what,
                    _cited(number(row, row.published), row, evidence, cite),
                    number(row, row.found),
                    "yes" if row.is_fitted else "no",
                )
                for row in missed
            ),
        )


def number(row: Held, value: float) -> str:
    """A value of a row in its unit."""
    if row.unit == "part":
        return part(value)
    return f"{value:.1f}" if row.unit == "ranks" else f"{value:,.0f}"


def part(value: float) -> str:
    """A part of one in hundredths."""
    return f"{value * 100:.1f} %"


def _cited(text: str, row: Held, evidence: Evidence, cite: Citations) -> Line:
    reasons: tuple[Reason, ...] = evidence.cite(*(name for name in row.figures if name in evidence))
    return Line(text, sources=cite(reasons))


def _type(key: str) -> str:
    from bedside.market.applicant_types import TYPES

    return next(kind.words for kind in TYPES if kind.key == key)


def _points(row: Difference) -> str:
    error = "" if math.isnan(row.error) else f" ± {200 * row.error:.2f}"
    return f"{100 * row.difference:+.2f}{error} points"


def _is_moved(row: Difference) -> bool:
    return abs(row.difference) >= 1 and not abs(row.difference) <= 2 * row.error
