"""Whether what a text tells agrees with the file and with the other drafts, and whether a claim has a receipt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bedside.applicant.parts.drafts import DraftText
from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.experience import Experience
from bedside.evidence.reason import from_dossier
from bedside.story.drafts.draft import Draft, Rule
from bedside.story.drafts.results import Finding, Weight
from bedside.story.text.numbers import Counted, counted_in
from bedside.story.told.facts import Told, result_of
from bedside.story.told.facts_told import told_in
from bedside.story.told.known import in_file

DISAGREES = Rule(
    "disagrees-with-file",
    "It disagrees with your file",
    Weight.MEND,
    "Programs compare the statement with the entries and the transcript. Two values for one fact cost more than one.",
    "Which of the two is right? Put the other one right, here or in your file.",
)
DISAGREES_WITH_DRAFT = Rule(
    "disagrees-with-draft",
    "It disagrees with another text of yours",
    Weight.MEND,
    "The same reader has all your texts on one screen. Where they tell one fact in two ways, neither is believed.",
    "Which of the two is right? Put the other one right.",
)
ANOTHER_NUMBER = Rule(
    "another-number",
    "Another text has another number",
    Weight.THINK,
    "Both may be true, of two years or of two things. A reader who sees both asks which.",
    "Do both count the same thing? If not, what would tell them apart?",
)
NOT_IN_FILE = Rule(
    "not-in-file",
    "Your file does not say so",
    Weight.THINK,
    "Your file has no pass of this exam. Programs see the transcript, and hold the text against it.",
    "Is it missing in your file, or is it not passed yet?",
)
NO_RECEIPT = Rule(
    "no-receipt",
    "A claim without a receipt",
    Weight.THINK,
    "Whoever reads this may ask to see it, and an interviewer may ask about it.",
    "What proves it (a certificate, a letter, a link, a person who will say so), and where in your file is it?",
)
RULES = (DISAGREES, DISAGREES_WITH_DRAFT, NOT_IN_FILE, ANOTHER_NUMBER, NO_RECEIPT)

_RESULTS = frozenset(result_of(name) for name in ExamName)
_NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|a\s+dozen|dozens|hundreds|thousands|millions)"
_THINGS = (
    r"(?:(?:case\s+)?reports?|patients|people|members|hospitals|clinics|papers|articles|posters|abstracts|journals|students"
    r"|staff|nurses|residents|interns|analysts|colleagues|employees|volunteers|dollars|hours|cases|beds|errors|trials)"
)
_HONOUR = (
    r"(?:awards?|prizes?|scholarships?|medals?|distinctions?|honou?rs|grants?|fellowships?"
    r"|(?:first|second|third)\s+place)"
)
_CLAIM = re.compile(
    r"(?<!\w)(?:"
    r"(?:I\s+|was\s+|have\s+|been\s+)?(?:led|founded|co-founded|established|launched|published|presented|won|authored|"
    r"co-authored|invented|awarded|promoted|reduced|increased|improved|saved|trained|supervised|managed)\s+[^.!?\n]{0,80}?"
    rf"(?:\d[\d,.]*\s*(?:%|percent|{_THINGS})?|{_HONOUR}|abstracts?|papers?|articles?|posters?|journals?|programs?|team)"
    r"|(?:I\s+)?(?:built|created|designed|developed|introduced|wrote(?!\s+to)|taught|mentored|coached|recruited|raised|lowered|cut|halved"
    r"|doubled|tripled|saved|organi[sz]ed)\s+[^.!?\n]{0,80}?"
    rf"(?:{_NUMBER}\s*(?:%|percent)|{_NUMBER}\s+(?:[\w-]+\s+){{0,2}}{_THINGS})"
    rf"|(?:I\s+)?(?:received|earned|got|obtained)\s+[^.!?\n]{{0,60}}?{_HONOUR}"
    r"|(?:was|were|been|am)\s+(?:named|chosen|selected|elected|ranked|recogni[sz]ed|voted|nominated)\s+[^.!?\n]{0,50}?"
    rf"(?:best|first|top|of\s+the\s+(?:month|year|quarter)|{_HONOUR})"
    r")(?!\w)",
    re.IGNORECASE,
)


def facts(draft: Draft) -> Iterator[Finding]:
    """Facts that the file or another draft tells otherwise, then claims for which the file shows no receipt."""
    known = in_file(draft.dossier, draft.as_of)
    beside = [(other, one) for other in draft.beside for one in told_in(other.text, draft.dossier)]
    for told in told_in(draft.text, draft.dossier):
        file = known.get(told.fact)
        if file is None and told.fact in _RESULTS:
            yield draft.finding(NOT_IN_FILE, told.start, told.end)
        elif file is None:
            yield from _told_otherwise(draft, told, beside)
        elif not file.agrees_with(told):
            says = f"Here the {told.fact} is “{told.value}”; your file says {file.value}. {DISAGREES.says}"
            because = (from_dossier(file.entry, f"{told.fact}: {file.value}"),)
            yield draft.finding(DISAGREES, told.start, told.end, says, because=because)
    yield from _counted_otherwise(draft)
    for claim in _CLAIM.finditer(draft.text):
        start, end = draft.sentence_at(claim.start())
        if not _is_proven(draft.text[start:end], draft.dossier.experiences):
            yield draft.finding(NO_RECEIPT, *claim.span())


def _told_otherwise(draft: Draft, told: Told, beside: list[tuple[DraftText, Told]]) -> Iterator[Finding]:
    """What the file does not know can only be held against the other drafts."""
    other = next((found for found in beside if found[1].fact == told.fact and not found[1].fits(told)), None)
    if other is not None:
        says = (
            f"Here the {told.fact} is “{told.value}”; in “{other[0].name}” it is “{other[1].value}”. "
            f"{DISAGREES_WITH_DRAFT.says}"
        )
        yield draft.finding(DISAGREES_WITH_DRAFT, told.start, told.end, says)


def _counted_otherwise(draft: Draft) -> Iterator[Finding]:
    """Numbers of things that are named nowhere else in the drafts, where another number of them is."""
    elsewhere: dict[str, list[tuple[DraftText, Counted]]] = {}
    for other in draft.beside:
        for one in counted_in(other.text):
            elsewhere.setdefault(one.what, []).append((other, one))
    for one in counted_in(draft.text):
        found = elsewhere.get(one.what, [])
        if found and all(there.number != one.number for _, there in found):
            other, there = found[0]
            says = f"Here it is “{one.value}”; in “{other.name}” it is “{there.value}”. {ANOTHER_NUMBER.says}"
            yield draft.finding(ANOTHER_NUMBER, one.start, one.end, says)


def _is_proven(sentence: str, experiences: tuple[Experience, ...]) -> bool:
    """Whether an entry of the file with a receipt is named in the sentence, or tells the same in its own words."""
    lowered = sentence.casefold()
    return any(one.receipt and _is_about(lowered, one) for one in experiences)


def _is_about(sentence: str, experience: Experience) -> bool:
    named = [name for name in (experience.organization, experience.title) if name and name.casefold() in sentence]
    told = " ".join(filter(None, [experience.duties, *(step.what for step in experience.progression)])).casefold()
    numbers = set(re.findall(r"\d[\d,]*", sentence))
    return bool(named) or bool(numbers and numbers & set(re.findall(r"\d[\d,]*", told)))
