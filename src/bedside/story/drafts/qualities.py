"""Three things a story is read for: that it does not complain, that the job was chosen, that the return is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bedside.applicant.parts.drafts import DraftPlace
from bedside.story.drafts.results import Finding


@dataclass(frozen=True, slots=True)
class Quality:
    """One of the three, and the findings of a draft that speak against it."""

    title: str
    against: tuple[Finding, ...]

    @property
    def says(self) -> str:
        """What the rules see of it; only a reader can say more."""
        if not self.against:
            return "No rule speaks against it."
        found = "One finding speaks" if len(self.against) == 1 else f"{len(self.against)} findings speak"
        titles = dict.fromkeys(finding.title for finding in self.against)
        return f"{found} against it: {'; '.join(titles)}."


_RULES_OF = {
    "It does not complain": ("blame", "apology", "against-the-job"),
    "The job was a choice, and has a shape": ("stuck", "vague-role"),
    "The return is a decision that has grown": ("always", "no-why-now", "no-next-step"),
}
_PLACES = (DraftPlace.STATEMENT, DraftPlace.PATH, DraftPlace.WHY_THE_JOB, DraftPlace.WHY_NOW)


def qualities(place: DraftPlace, findings: Sequence[Finding]) -> tuple[Quality, ...]:
    """The three with what speaks against each; none for a place that does not tell the whole story."""
    if place not in _PLACES:
        return ()
    return tuple(
        Quality(title, tuple(finding for finding in findings if finding.rule in rules))
        for title, rules in _RULES_OF.items()
    )
