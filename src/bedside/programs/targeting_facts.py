"""What one writer's advice on choosing programs makes of a program: facts with a yes, a no or an unknown, no score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bedside.applicant.parts.shape import Answer
from bedside.evidence.figure import Figure
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.programs.eligibility.asker import Asker, known_months
from bedside.programs.field import COMMUNITY, UNIVERSITY, UNIVERSITY_AFFILIATED
from bedside.programs.mention import STATE_RESULT_TYPES, StateResult
from bedside.programs.places import region_of, state_name
from bedside.programs.program import Listed

_RARE = "rare for this path"
_IMGS = tuple(STATE_RESULT_TYPES.index(group) for group in ("us-img", "non-us-img"))


@dataclass(frozen=True, slots=True)
class TargetingFact:
    """One thing the advice looks at: whether it holds for this program, in a sentence, and what it rests on.

    `speaks_for` is True where a yes speaks for the program, False where it speaks against making it the bulk.
    """

    key: str
    title: str
    holds: Answer
    says: str
    fields: tuple[str, ...]
    because: tuple[Reason, ...]
    speaks_for: bool = True


@dataclass(frozen=True, slots=True)
class StateShare:
    """Positions of a specialty in a state that were filled, and how many of them by IMGs, in one Match."""

    match_year: int
    filled: int
    by_imgs: int


def state_shares(results: Iterable[StateResult]) -> Mapping[tuple[str, str], StateShare]:
    """By state and specialty, the share of IMGs among those who matched in the newest Match there is."""
    newest: dict[tuple[str, str], int] = defaultdict(int)
    counts: dict[tuple[str, str, int], list[int]] = defaultdict(lambda: [0, 0])
    for one in results:
        place = (one.state, one.specialty)
        newest[place] = max(newest[place], one.match_year)
        counted = counts[(*place, one.match_year)]
        counted[0] += one.filled
        counted[1] += sum(one.matched[number] for number in _IMGS)
    return {
        place: StateShare(year, *counts[(*place, year)]) for place, year in newest.items() if counts[(*place, year)][0]
    }


def targeting_facts(
    listed: Listed,
    evidence: Evidence,
    asker: Asker | None = None,
    shares: Mapping[tuple[str, str], StateShare] | None = None,
) -> tuple[TargetingFact, ...]:
    """The facts about one program; with an applicant also the one about recent graduates."""
    facts = (
        _kind(listed, evidence),
        _takes_imgs(listed, evidence),
        _less_crowded(listed, evidence, (shares or {}).get((listed.state, listed.specialty))),
        _hardly_any_imgs(listed, evidence),
        _prefers_recent_graduates(listed, evidence, asker),
        _competitive(listed, evidence, asker),
    )
    return tuple(fact for fact in facts if fact is not None)


def imgs_a_year(listed: Listed) -> tuple[float, tuple[str, ...]] | None:
    """IMGs who begin in a year, and the fields that say so.

    Told as such, or else the share of IMGs among residents times the first-year positions. None where neither is told.
    """
    told = listed.number("imgs-a-year")
    if told is not None:
        return told, ("imgs-a-year",)
    share, positions = listed.number("img-share"), listed.number("first-year-positions")
    if share is None or positions is None:
        return None
    return share * positions, ("img-share", "first-year-positions")


def _kind(listed: Listed, evidence: Evidence) -> TargetingFact:
    kind = listed.text("type")
    holds = _yes_no(None if kind is None else kind in (COMMUNITY, UNIVERSITY_AFFILIATED))
    says = "No source says what type it is." if kind is None else f"It is of the type {kind}."
    return TargetingFact("kind", "Community program", holds, says, ("type",), evidence.cite("article.targeting.kinds"))


def _takes_imgs(listed: Listed, evidence: Evidence) -> TargetingFact:
    """A history of taking IMGs: the share among residents reaches a reading, which the applicant may replace.

    Where only IMGs a year are told, more than the article calls hardly any.
    """
    share, least = listed.number("img-share"), evidence.number("reading.img-share.some-from") / 100
    because = evidence.cite("article.targeting.kinds", "reading.img-share.some-from")
    title, fields = "Takes IMGs", ("img-share", "accepts-img")
    if share is not None:
        says = f"{100 * share:.0f} % of its residents are IMGs."
        return TargetingFact("takes-imgs", title, _yes_no(share >= least), says, fields[:1], because)
    if listed.yes("accepts-img") is False:
        return TargetingFact("takes-imgs", title, Answer.NO, "It takes no IMGs.", fields[1:], because)
    told = listed.number("imgs-a-year")
    if told is not None:
        hardly_any = evidence.find("article.targeting.imgs-a-year")
        rests_on = evidence.cite("article.targeting.kinds", hardly_any.name)
        holds = _yes_no(told > evidence.number(hardly_any.name))
        says = f"About {told:.0f} IMGs begin there in a year."
        return TargetingFact("takes-imgs", title, holds, says, ("imgs-a-year",), rests_on)
    return TargetingFact("takes-imgs", title, Answer.UNKNOWN, "No source says how many IMGs it has.", fields, because)


def _less_crowded(listed: Listed, evidence: Evidence, share: StateShare | None) -> TargetingFact:
    """By region as the article names it; where results by state were imported, their counts beside it."""
    region = region_of(listed.state, evidence)
    named, in_part = evidence.text("article.targeting.region"), evidence.text("article.targeting.region-in-part")
    holds = Answer.YES if region == named else Answer.UNKNOWN if region in (in_part, None) else Answer.NO
    says = f"{state_name(listed.state)} lies in the {region}." if region else "It lies in no Census region."
    if region == in_part:
        says += " The article names some of that region, and not which."
    if share is not None:
        counted = f"{share.by_imgs} of {share.filled} filled positions of the specialty there went to IMGs"
        says += f" In the {share.match_year} Match, {counted}."
    because = evidence.cite("article.targeting.region", "article.targeting.region-in-part")
    return TargetingFact("region", "Less crowded with US graduates", holds, says, (), because)


def _hardly_any_imgs(listed: Listed, evidence: Evidence) -> TargetingFact:
    """A university program, or one known by name, with no more IMGs a year than the article's figure."""
    most = evidence.find("article.targeting.imgs-a-year")
    is_large_name = _large_name(listed)
    found = imgs_a_year(listed)
    because, title = evidence.cite(most.name), "University program that takes hardly any IMGs"
    fields = ("type", "name-brand", *(found[1] if found else ("imgs-a-year",)))
    if found is None or is_large_name is None:
        holds = Answer.NO if is_large_name is False else Answer.UNKNOWN
        says = _why_open(found is not None, is_large_name)
        return TargetingFact("hardly-any-imgs", title, holds, says, fields, because, speaks_for=False)
    few = round(found[0]) <= evidence.number(most.name)
    says = f"About {found[0]:.0f} IMGs begin there in a year; the article warns of {_range(most)}."
    return TargetingFact(
        "hardly-any-imgs", title, _yes_no(few and is_large_name), says, fields, because, speaks_for=False
    )


def _why_open(number_is_told: bool, is_large_name: bool | None) -> str:
    if is_large_name is False:
        return "It is no university program."
    if number_is_told:
        return "No source says whether it is a university program."
    return "No source says how many IMGs begin there."


def _range(figure: Figure) -> str:
    interval = figure.interval
    return f"{interval.low:g} to {interval.high:g}" if interval else str(figure.value)


def _large_name(listed: Listed) -> bool | None:
    if listed.yes("name-brand") or listed.text("type") == UNIVERSITY:
        return True
    return None if listed.text("type") is None else False


def _prefers_recent_graduates(listed: Listed, evidence: Evidence, asker: Asker | None) -> TargetingFact:
    years, title = listed.number("graduation.preferred"), "Prefers recent graduates"
    because, fields = evidence.cite("article.targeting.preferred-graduation"), ("graduation.preferred",)
    if years is None:
        says = "No source says whether it does."
        return TargetingFact("recent-graduates", title, Answer.UNKNOWN, says, fields, because, speaks_for=False)
    recent = years <= evidence.number("article.targeting.preferred-graduation")
    if asker is not None:
        recent = asker.years_when_applying > years
    says = f"It prefers graduates of the last {years:g} years" + (
        f"; you will be at {asker.years_when_applying}." if asker else "."
    )
    return TargetingFact("recent-graduates", title, _yes_no(recent), says, fields, because, speaks_for=False)


def _competitive(listed: Listed, evidence: Evidence, asker: Asker | None) -> TargetingFact | None:
    """Only for a specialty the article places; it does not say what makes a clinical story weak, so months are told."""
    name = f"article.tier.{listed.specialty}"
    if name not in evidence:
        return None
    is_rare = evidence.text(name) == _RARE
    says = evidence.find(name).says
    if is_rare and asker is not None:
        says += f" You have {known_months(asker.us_clinical.all)} of US clinical experience."
    because = evidence.cite(name, "article.targeting.competitive")
    title = "Among the most competitive"
    return TargetingFact("competitive", title, _yes_no(is_rare), says, (), because, speaks_for=False)


def _yes_no(holds: bool | None) -> Answer:
    if holds is None:
        return Answer.UNKNOWN
    return Answer.YES if holds else Answer.NO
