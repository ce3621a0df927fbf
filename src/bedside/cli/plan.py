"""`bedside plan`: the dated plan that fits the applicant's calendar and money."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rich_click as click

from bedside.cli.options import as_of_option, dossier_argument, json_option, user_mistakes


@click.command()
@dossier_argument
@as_of_option
@json_option
@user_mistakes()
def plan(dossier: Path, as_of: date, as_json: bool) -> None:
    """Show the decision, the dated tasks that fit your calendar and your money, and what does not fit."""
    from bedside.applicant.file.reading import read_dossier
    from bedside.cli.terminal import print_document, print_json
    from bedside.documents.content.report.full_report import plan_document
    from bedside.evidence.library import load_evidence
    from bedside.plan.plan import make_plan
    from bedside.standing.standing import stand

    read, evidence = read_dossier(dossier, as_of).dossier, load_evidence()
    found = stand(read, as_of, evidence)
    made = make_plan(read, found, as_of, evidence)
    if as_json:
        print_json(made)
    else:
        print_document(plan_document(read, found, made))
