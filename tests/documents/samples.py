"""Sample results for the documents: an ordinary applicant, an empty file, and a crowded one with long names."""

from tests.documents.sample_evidence import AS_OF, FILES_OPENED, LONG, OBSERVERSHIP, STEP_3, dossier, season
from tests.documents.sample_plan import crowded_plan, empty_plan, plan, task, tasks
from tests.documents.sample_standing import empty_standing, standing

__all__ = [
    "AS_OF",
    "FILES_OPENED",
    "LONG",
    "OBSERVERSHIP",
    "STEP_3",
    "crowded_plan",
    "dossier",
    "empty_plan",
    "empty_standing",
    "plan",
    "season",
    "standing",
    "task",
    "tasks",
]
