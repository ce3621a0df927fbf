"""The specialty reality check: three tiers in kind words, and no guess for what the article does not name."""

from __future__ import annotations

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import attempts_at
from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.evidence.specialties import find_specialty
from bedside.standing.results import SpecialtyReality

MORE_POSSIBLE = "more possible"
VERY_TOUGH = "very tough"
RARE = "rare for this path"
NOT_IN_THE_SOURCE = "not in the source"
SCORE_RULE_NAMES = ("dermatology", "orthopaedic-surgery")

WORDS = {
    MORE_POSSIBLE: "The article counts it among the specialties that are more possible for this path.",
    VERY_TOUGH: "The article calls it very tough for this path: possible, with an unusually strong file.",
    RARE: "Rare for this path. People do match here, and their files are exceptional.",
    NOT_IN_THE_SOURCE: "The article does not place this specialty, and Bedside does not guess.",
}


def specialties(dossier: Dossier, evidence: Evidence) -> tuple[SpecialtyReality, ...]:
    """Each specialty aimed at, with its tier and, where the article has one, the rule on scores."""
    return tuple(_reality(words, dossier, evidence) for words in dossier.target.specialties)


def tier_of(words: str, evidence: Evidence) -> str:
    """The tier of a specialty as written by the applicant."""
    found = find_specialty(words, evidence)
    name = f"article.tier.{found.key}" if found else None
    figure = next((one for one in evidence.starting_with("article.tier.") if one.name == name), None)
    return str(figure.value) if figure is not None else NOT_IN_THE_SOURCE


def _reality(words: str, dossier: Dossier, evidence: Evidence) -> SpecialtyReality:
    found = find_specialty(words, evidence)
    tier = tier_of(words, evidence)
    score_says, score_because = _score_rule(found.key, dossier, evidence) if found else ("", ())
    placed: tuple[Reason, ...] = ()
    if found and tier != NOT_IN_THE_SOURCE:
        placed = (cited(evidence.find(f"article.tier.{found.key}")),)
    name = found.name if found else words
    return SpecialtyReality(name, tier, f"{WORDS[tier]}{score_says}", (*placed, *score_because))


def _score_rule(key: str, dossier: Dossier, evidence: Evidence) -> tuple[str, tuple[Reason, ...]]:
    """The article's one rule on scores: it names Dermatology and Orthopaedic Surgery, and no other."""
    low, high = evidence.find("article.low-score.from"), evidence.find("article.low-score.to")
    for attempt in attempts_at(dossier, ExamName.STEP_2_CK):
        score = attempt.exam.score
        if attempt.exam.result is not ExamResult.PASSED or score is None or key not in SCORE_RULE_NAMES:
            continue
        if evidence.number(low.name) <= score <= evidence.number(high.name):
            says = f" With a Step 2 CK of {score} the article's advice is to choose another specialty."
            return says, (cited(low), cited(high), from_dossier(attempt.entry, f"Step 2 CK {score}."))
    return "", ()
