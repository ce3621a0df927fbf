"""The best list as blocks: its three chances, its certificate, what it costs, and each program with its reason."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from bedside.calendar.seasons import service_for
from bedside.documents.blocks import Block, Bullets, Cell, Content, Document, Facts, Heading, Paragraph, Table
from bedside.documents.content.citations import Citations
from bedside.documents.content.odds.chances import (
    chance_blocks,
    chance_in_words,
    interviews_in_words,
    reasons_of_all,
)
from bedside.documents.content.odds.charts import all_interviews
from bedside.documents.content.programs.lists import sample_notice, specialty_names, who_cell
from bedside.documents.content.targeting.charts import mix_chart, states_chart
from bedside.documents.content.targeting.curves import curve_blocks
from bedside.documents.content.targeting.limits import held_back_in_words
from bedside.documents.content.targeting.wishes import facts_of_wishes, landing_blocks, without_blocks
from bedside.documents.wording import capitalised, count, in_full
from bedside.evidence.fees import application_cost
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.odds.signals import Signal
from bedside.plan.chances.your_list import YourList
from bedside.programs.directory import Directory
from bedside.targeting.portfolio.results import Status
from bedside.targeting.program_list.curves import Curves
from bedside.targeting.program_list.prepared import UNTARGETED
from bedside.targeting.program_list.problem import TYPES
from bedside.targeting.program_list.results import Choice

TITLE = "Your list"
NEAREST_OFF = 8
ON_TOP = "The fees are those of applying, and of ranks beyond those included; registering and your token come on top."
ADDS = (
    "“Adds” is what the list loses without the program, in points of 100; off the list, what it would gain. “Chosen” "
    "says in how many of the redrawn estimates the program is on the best list: where it is few, others would do about "
    "as well."
)
ShowsPrograms = Callable[[Sequence[Choice], int, Evidence], Iterable[Block]]
"""What sets programs of a list, given how many draws they were chosen in, as blocks."""

SIGNALS = {Signal.NONE: "–", Signal.SILVER: "silver", Signal.GOLD: "gold"}
PLAIN = "plain"
"""A signal of a specialty that has one kind."""


def target_document(
    found: YourList, directory: Directory, evidence: Evidence, name: str, curves: Curves | None = None
) -> Document:
    """The list as a document with its sources; with the curves, where they are given."""
    cite = Citations(found.as_of)
    more = curve_blocks(curves, bool(found.odds.leans_on), evidence, cite) if curves else ()
    blocks = (*target_blocks(found, directory, evidence, cite), *more)
    subtitle = f"As of {in_full(found.as_of)} · the {found.match_year} Match"
    return Document(TITLE, subtitle, name, found.as_of, blocks, cite.sources())


def target_blocks(
    found: YourList,
    directory: Directory | None,
    evidence: Evidence,
    cite: Citations,
    shown: ShowsPrograms | None = None,
) -> Iterator[Block]:
    """The section without its title; without a directory nothing is said of a sample.

    `shown` sets the programs; left out, as a table with the reason of each.
    """
    shown = shown or _whole
    best = found.best
    yield from sample_notice(directory)
    if found.says:
        yield Paragraph(" ".join(found.says))
    if held := held_back_in_words(found):
        yield Paragraph(held)
    if best.notes:
        yield Bullets(best.notes)
    if best.on_it:
        yield from chance_blocks(found.odds, cite)
        yield Facts(tuple(facts_of(found)))
        yield Paragraph(ON_TOP, quiet=True, sources=cite(reasons_of_fees(found, evidence)))
    yield from landing_blocks(found, evidence)
    yield from _pictures(found)
    yield from _beside(found, evidence, cite)
    yield from without_blocks(found)
    if best.on_it:
        yield Heading("On the list", 2)
        yield from shown(best.on_it, best.draws, evidence)
        yield Paragraph(ADDS, quiet=True, sources=cite(reasons_of_all(found.odds)))
    if best.on_it and best.off_it:
        yield Heading("The nearest that are not on it", 2)
        yield from shown(best.off_it[:NEAREST_OFF], best.draws, evidence)
    if found.odds.missing:
        yield Heading("What is missing", 2)
        yield Bullets(found.odds.missing)
    if found.odds.notes:
        yield Heading("What to know about this", 2)
        yield Bullets(found.odds.notes)


def _pictures(found: YourList) -> Iterator[Block]:
    """The mix as a ring and the states as a map."""
    charts = (mix_chart(found.best.on_it), states_chart(found.best.on_it))
    yield from (chart for chart in charts if chart is not None)


def why_in_words(one: Choice) -> str:
    """Why a program is on the list or not, with the limits that leave no room."""
    limits = f" ({'; '.join(one.blocked_by)})" if one.blocked_by else ""
    return f"{capitalised(one.why.value)}{limits}."


def signal_in_words(one: Choice) -> str:
    """The kind of signal a program gets, a dash for none."""
    return SIGNALS[one.signal] if one.has_kinds or one.signal is Signal.NONE else PLAIN


def adds_in_words(one: Choice) -> str:
    """What a program adds, in points of 100."""
    return f"{100 * one.adds:.1f}" if 100 * one.adds >= 0.05 else "under 0.1"


def gap_in_words(gap: float) -> str:
    """A gap in percent with two decimals, rounded up, because it is a promise about every other list."""
    return f"{max(1, math.ceil(round(1e4 * gap, 6))) / 100:.2f} %"


def facts_of(found: YourList) -> Iterator[tuple[str, str]]:
    """What the list is and costs: labels with words."""
    best = found.best
    yield "Programs", f"{len(best.on_it):,}"
    yield "Fees", f"${best.dollars:,.0f}"
    yield "Interviews", f"{interviews_in_words(all_interviews(found.odds))} expected"
    yield "How near the best", certificate_in_words(found)
    signals = Counter(signal_in_words(one) for one in best.on_it if one.signal is not Signal.NONE)
    if signals:
        told = ", ".join(f"{signals[kind]} {kind}" for kind in ("gold", "silver", PLAIN) if signals[kind])
        yield "Signals", f"{told}, where a specialty has one kind" if signals[PLAIN] else told
    kinds = Counter(TYPES[one.type] if one.type < len(TYPES) else "another type, or not told" for one in best.on_it)
    yield "Types", ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
    yield from facts_of_wishes(found)


def certificate_in_words(found: YourList) -> str:
    """How much better another list could be at most."""
    best = found.best
    limits = "the limits as they were eased" if best.status is Status.PARTIAL else "these estimates and limits"
    what = "worth" if found.wanted.preferences else "chance"
    return f"For {limits}, no list is better by more than {gap_in_words(best.gap)} of its {what}."


def reasons_of_fees(found: YourList, evidence: Evidence) -> tuple[Reason, ...]:
    """The prices of the services the list uses, and of ranks beyond those included."""
    because = list(evidence.cite("nrmp.ranks-included", "fee.nrmp.extra-rank.2026"))
    for key, programs in Counter(one.listed.specialty for one in found.best.on_it).items():
        service, _ = service_for(key, found.match_year, evidence)
        if service is not None:
            because += application_cost(service, key, found.match_year, programs, evidence).because
    return tuple(because)


def beside_in_words(found: YourList) -> str:
    """The untargeted list with its fees and its chance; empty where there is none."""
    drawn, odds = found.best.untargeted, found.untargeted
    if drawn is None or odds is None or odds.match is None:
        return ""
    fewer = f" There are no {drawn.asked_for} in the directory." if len(drawn.listed) < drawn.asked_for else ""
    return (
        f"Beside it, {count(len(drawn.listed), 'program')} drawn evenly, without a signal: ${drawn.dollars:,.0f} in "
        f"fees and a chance of a match of {chance_in_words(odds.match)}.{fewer}"
    )


def _beside(found: YourList, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    says = beside_in_words(found)
    if says:
        yield Paragraph(says, sources=cite(evidence.cite(UNTARGETED)))


def _whole(choices: Sequence[Choice], draws: int, evidence: Evidence) -> Iterator[Block]:
    yield _table(choices, draws, evidence)


def _table(choices: Sequence[Choice], draws: int, evidence: Evidence) -> Table:
    """Without draws there is no column for how often a program was chosen."""
    names = specialty_names(evidence)
    often, widths = (("Chosen",), (4.0, 1.0, 1.0, 1.3, 3.0)) if draws else ((), (4.0, 1.0, 1.0, 3.5))
    rows = tuple(_row(one, draws, names) for one in choices)
    return Table(("Program", "Signal", "Adds", *often, "Why"), rows, widths=widths)


def _row(one: Choice, draws: int, names: dict[str, str]) -> tuple[Cell, ...]:
    lines: tuple[Content, ...] = (why_in_words(one),)
    often = (f"{one.chosen_in} of {draws}",) if draws else ()
    return who_cell(one.listed, names), signal_in_words(one), adds_in_words(one), *often, lines
