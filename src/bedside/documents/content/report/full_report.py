"""The full report: every result of standing and plan, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bedside.applicant.activity_map import activity_map
from bedside.applicant.dossier import Dossier
from bedside.documents.blocks import Block, Bullets, Contents, Document, Heading, OwnPage, Paragraph
from bedside.documents.content.citations import Citations
from bedside.documents.content.plan.decision import contract_blocks, decision_blocks
from bedside.documents.content.plan.money_and_status import (
    alternatives_blocks,
    audit_blocks,
    money_blocks,
    status_blocks,
)
from bedside.documents.content.plan.roadmap import roadmap_blocks
from bedside.documents.content.report.cover import cover_blocks, short_version
from bedside.documents.content.report.three_headers import page_blocks
from bedside.documents.content.season_days import subtitle
from bedside.documents.content.standing.standing import standing_blocks
from bedside.evidence.reason import Reason
from bedside.plan.results import Plan
from bedside.standing.results import Standing

if TYPE_CHECKING:
    from bedside.documents.content.report.of_the_match import OfTheMatch


def report_document(
    dossier: Dossier, standing: Standing, plan: Plan, match: OfTheMatch | str | None = None
) -> Document:
    """The full report with its numbered sources; without `match` it says nothing of the Match itself."""
    cite = Citations(standing.as_of)
    blocks = tuple(_blocks(dossier, standing, plan, match, cite))
    return Document(
        title=dossier.identity.name,
        subtitle=subtitle(standing.as_of, plan.season),
        author=dossier.identity.name,
        as_of=standing.as_of,
        blocks=blocks,
        sources=cite.sources(),
        kicker=f"Your plan for the {plan.season.match_year} Match",
    )


def plan_document(dossier: Dossier, standing: Standing, plan: Plan) -> Document:
    """The plan alone: the short version, the three headers, decision and contract, tasks, money and status."""
    cite = Citations(standing.as_of)
    return Document(
        title=dossier.identity.name,
        subtitle=subtitle(standing.as_of, plan.season),
        author=dossier.identity.name,
        as_of=standing.as_of,
        blocks=(
            short_version(standing, plan),
            *page_blocks(plan.three_headers, cite),
            *_plan_blocks(dossier, plan, cite),
        ),
        sources=cite.sources(),
        kicker=f"Your plan for the {plan.season.match_year} Match",
    )


def _blocks(
    dossier: Dossier, standing: Standing, plan: Plan, match: OfTheMatch | str | None, cite: Citations
) -> Iterator[Block]:
    yield from cover_blocks(standing, plan, cite)
    yield Contents()
    yield from page_blocks(plan.three_headers, cite)
    yield from standing_blocks(standing, activity_map(dossier, standing.as_of), cite)
    yield from _match_blocks(match, cite)
    yield from _plan_blocks(dossier, plan, cite)
    yield from alternatives_blocks(plan.alternatives, cite)
    yield from _to_look_up_again((*standing.not_rechecked, *plan.not_rechecked), cite)


def _match_blocks(match: OfTheMatch | str | None, cite: Citations) -> Iterator[Block]:
    """Odds, list and next move, or why they cannot be told; what shows them is loaded only where they are asked for."""
    if isinstance(match, str):
        yield Heading("Your odds")
        yield Paragraph(match)
    elif match is not None:
        from bedside.documents.content.report.match_pages import match_blocks
        from bedside.evidence.library import load_evidence

        yield from match_blocks(match, load_evidence(), cite)


def _plan_blocks(dossier: Dossier, plan: Plan, cite: Citations) -> Iterator[Block]:
    yield OwnPage(
        leading=tuple(decision_blocks(plan.decision, cite)),
        blocks=tuple(contract_blocks(plan.stop_contract, dossier.identity.name, cite)),
    )
    yield from roadmap_blocks(plan, cite)
    yield from money_blocks(plan.budget, cite)
    yield from status_blocks(plan.status_notes, plan.visa_comparison, cite)
    yield from audit_blocks(plan.calendar_audit, cite)


def _to_look_up_again(reasons: tuple[Reason, ...], cite: Citations) -> Iterator[Block]:
    cite(reasons)
    says = tuple(dict.fromkeys(reason.says for reason in reasons))
    if says:
        yield Heading("To look up again")
        yield Paragraph("These rules are past the day on which they should have been read again:")
        yield Bullets(says)
