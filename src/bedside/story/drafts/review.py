"""Reading a draft: every finding with its place, why it matters and a question; the words stay the applicant's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace, DraftText
from bedside.evidence.library import Evidence
from bedside.story.drafts.draft import Draft, Rule
from bedside.story.drafts.grammar import GRAMMAR, grammar
from bedside.story.drafts.results import Counts, Finding, Review
from bedside.story.drafts.rules import direction as of_direction
from bedside.story.drafts.rules import facts as of_facts
from bedside.story.drafts.rules import form as of_form
from bedside.story.drafts.rules import patients as of_patients
from bedside.story.drafts.rules import tone as of_tone
from bedside.story.drafts.rules.direction import direction
from bedside.story.drafts.rules.facts import facts
from bedside.story.drafts.rules.form import LIMITS, form, limit_of, seconds_to_say, unseen_marks
from bedside.story.drafts.rules.patients import patients
from bedside.story.drafts.rules.tone import tone
from bedside.story.drafts.rules.transcript import OTHERWISE, transcript
from bedside.story.text.counting import characters, paragraphs, school_years_to_read, words
from bedside.story.text.pasted import without_unseen

READINGS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    form,
    direction,
    facts,
    transcript,
    patients,
    tone,
    grammar,
)
"""Every way a draft is read, in the order in which findings at one place are listed."""

RULES: tuple[Rule, ...] = (
    *of_facts.RULES,
    OTHERWISE,
    *of_patients.RULES,
    *of_direction.RULES,
    *of_tone.RULES,
    *of_form.RULES,
    GRAMMAR,
)
"""Every rule, in the order in which they are explained."""


def review(
    text: str, place: DraftPlace, dossier: Dossier, as_of: date, evidence: Evidence, number: int | None = None
) -> Review:
    """Read one draft, which is that at `number` among those of the file, or none of them.

    1. Take the text without unseen marks; places of findings are places in that clean text.
    2. Read it by every rule; a finding that lies within a graver one of the same kind of rule is left out.
    3. Findings about the whole come first, then the others in the order of the text.
    An empty text has counts and no findings.
    """
    evidence = evidence.with_readings(dossier.readings)
    clean = without_unseen(text)
    draft = Draft(clean, place, dossier, as_of, evidence, _beside(text, dossier, number))
    found = [finding for read in READINGS for finding in read(draft)] if clean.strip() else []
    if clean.strip():
        found = [*unseen_marks(draft, text), *found]
    return Review(
        place=place,
        counts=_counts(draft),
        school_years_to_read=school_years_to_read(clean),
        findings=tuple(_each_once(found)),
        clean=clean,
        because=draft.because(LIMITS[place]) if place in LIMITS and LIMITS[place] in evidence else (),
    )


def _counts(draft: Draft) -> Counts:
    text = draft.text
    return Counts(
        characters=characters(text),
        limit=limit_of(draft),
        words=len(words(text)),
        sentences=len(draft.sentences),
        paragraphs=len(paragraphs(text)),
        seconds=seconds_to_say(draft),
    )


def _beside(text: str, dossier: Dossier, number: int | None) -> tuple[DraftText, ...]:
    """The other drafts of the file."""
    return tuple(one for place, one in enumerate(dossier.drafts) if place != number and one.text != text)


def _each_once(found: list[Finding]) -> list[Finding]:
    """The findings in the order of the text, without those that lie wholly inside another one of the same rule."""
    kept: list[Finding] = []
    reached: dict[str, int] = {}
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.end and one.end <= reached.get(one.rule, 0):
            continue
        reached[one.rule] = one.end
        kept.append(one)
    return kept
