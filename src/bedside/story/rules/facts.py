"""Whether what a text tells agrees with the file: years, scores, attempts, durations, and claims without a receipt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bedside.applicant.parts.experience import Experience
from bedside.evidence.reason import from_dossier
from bedside.story.draft import Draft, Rule
from bedside.story.facts import in_file, told_in
from bedside.story.results import Finding, Weight

DISAGREES = Rule(
    "disagrees-with-file",
    "It disagrees with your file",
    Weight.MEND,
    "Programs compare the statement with the entries and the transcript. Two values for one fact cost more than one.",
    "Which of the two is right? Put the other one right, here or in your file.",
)
NO_RECEIPT = Rule(
    "no-receipt",
    "A claim without a receipt",
    Weight.THINK,
    "Whoever reads this may ask to see it, and an interviewer may ask about it.",
    "What proves it (a certificate, a letter, a link, a person who will say so), and where in your file is it?",
)

_CLAIM = re.compile(
    r"(?<!\w)(?:"
    r"(?:I\s+|was\s+|have\s+|been\s+)?(?:led|founded|co-founded|established|launched|published|presented|won|authored|"
    r"co-authored|invented|awarded|promoted|reduced|increased|improved|saved|trained|supervised|managed)\s+[^.!?\n]{0,80}?"
    r"(?:\d[\d,.]*\s*(?:%|percent|patients|people|members|hospitals|clinics|papers|articles|posters|students|staff|"
    r"employees|dollars|hours|cases|beds)?|award|prize|abstract|paper|poster|journal|program|team)"
    r")(?!\w)",
    re.IGNORECASE,
)


def facts(draft: Draft) -> Iterator[Finding]:
    """Facts that the file knows otherwise, then claims for which it shows no receipt."""
    known = in_file(draft.dossier, draft.as_of)
    for told in told_in(draft.text, draft.dossier):
        file = known.get(told.fact)
        if file is not None and not file.agrees_with(told):
            says = f"Here the {told.fact} is {told.value}; your file says {file.value}. {DISAGREES.says}"
            because = (from_dossier(file.entry, f"{told.fact}: {file.value}"),)
            yield draft.finding(DISAGREES, told.start, told.end, says, because=because)
    for claim in _CLAIM.finditer(draft.text):
        start, end = draft.sentence_at(claim.start())
        if not _is_proven(draft.text[start:end], draft.dossier.experiences):
            yield draft.finding(NO_RECEIPT, *claim.span())


def _is_proven(sentence: str, experiences: tuple[Experience, ...]) -> bool:
    """Whether an entry of the file with a receipt is named in the sentence, or tells the same in its own words."""
    lowered = sentence.casefold()
    return any(one.receipt and _is_about(lowered, one) for one in experiences)


def _is_about(sentence: str, experience: Experience) -> bool:
    named = [name for name in (experience.organization, experience.title) if name and name.casefold() in sentence]
    told = " ".join(filter(None, [experience.duties, *(step.what for step in experience.progression)])).casefold()
    numbers = set(re.findall(r"\d[\d,]*", sentence))
    return bool(named) or bool(numbers and numbers & set(re.findall(r"\d[\d,]*", told)))
