"""Everything about places, messages, volunteering and letters in one result."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.clinical.comparing import compare
from bedside.clinical.letters import letters
from bedside.clinical.outreach import outreach
from bedside.clinical.requests import requests
from bedside.clinical.results import Clinic
from bedside.clinical.volunteering import volunteering
from bedside.clinical.way_back import way_back
from bedside.evidence.library import Evidence


def clinic(dossier: Dossier, as_of: date, files_opened: date, wanted_hours: float, evidence: Evidence) -> Clinic:
    """All of it as of a day, read on the day programs open files.

    `wanted_hours` are the hours a week of volunteering that the plan counts on.
    """
    return Clinic(
        as_of=as_of,
        files_opened=files_opened,
        way_back=way_back(dossier, as_of, evidence),
        comparison=compare(dossier, as_of, files_opened, evidence),
        outreach=outreach(dossier, as_of, evidence),
        requests=requests(dossier, evidence),
        volunteering=volunteering(dossier, as_of, wanted_hours, evidence),
        letters=letters(dossier, as_of, files_opened, evidence),
    )
