"""The three red flags, each with what counters it and whether the dossier shows that."""

from __future__ import annotations

from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import Measures, attempts_at, is_not_told
from bedside.applicant.measuring.recency import LastContact, LetterAge
from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.applicant.parts.experience import Contact, Kind
from bedside.applicant.parts.letters import LetterQuality
from bedside.applicant.parts.timeline import Told
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.standing.certificate import has_passed
from bedside.standing.results import Caution, Condition, Fires, State
from bedside.standing.specialties import MORE_POSSIBLE, NOT_IN_THE_SOURCE, tier_of
from bedside.standing.two_days import on_two_days

MONTHS_A_YEAR = 12


def red_flags(dossier: Dossier, today: Measures, then: Measures, evidence: Evidence) -> tuple[Caution, ...]:
    """Graduation long ago, attempts and scores, no recent contact with patients."""
    return (
        _graduation(dossier, today, then, evidence),
        _attempts_and_scores(dossier, today, then, evidence),
        _no_recent_contact(dossier, today, then, evidence),
    )


def _graduation(dossier: Dossier, today: Measures, then: Measures, evidence: Evidence) -> Caution:
    limit = evidence.find("article.red-flag.graduation-over")

    def condition(measures: Measures) -> Condition:
        years = measures.years_since_graduation
        state = State.MET if years > evidence.number(limit.name) else State.NOT_MET
        return Condition(f"More than {limit.value} years since graduation: {years}.", state, (cited(limit),))

    return _caution(
        "graduation",
        "Graduation some years ago",
        (condition(today), condition(then)),
        "Readers ask quietly: why now, and why not earlier? The file has to answer.",
        (
            _steady_activity(then),
            _recent_letters_and_experience(dossier, then, evidence),
            _something_of_your_own(dossier),
        ),
        "The year stays. The three answers that counter it can be built.",
    )


def _attempts_and_scores(dossier: Dossier, today: Measures, then: Measures, evidence: Evidence) -> Caution:
    return _caution(
        "attempts-and-scores",
        "Failed attempts or a low score",
        (_failed_or_low(dossier, today, evidence), _failed_or_low(dossier, then, evidence)),
        "A score is not mended with an essay; other results stand beside it.",
        (_step_3(dossier, today.as_of), _letters_speak(dossier), _specialty_fits(dossier, evidence)),
        "A passed Step cannot be taken again. What counts beside it can be built.",
    )


def _no_recent_contact(dossier: Dossier, today: Measures, then: Measures, evidence: Evidence) -> Caution:
    return _caution(
        "no-recent-contact",
        "No recent contact with patients",
        (_long_ago_abroad(today, evidence), _long_ago_abroad(then, evidence)),
        "This is the one that closes most doors, and the one that can be changed most.",
        (_us_experience_this_year(dossier, then), _volunteering(dossier), _relevant_research(dossier)),
        "Lines in the file that are recent on the day programs open it.",
    )


def _caution(
    name: str,
    title: str,
    conditions: tuple[Condition, Condition],
    says: str,
    counters: tuple[Condition, ...],
    change: str,
) -> Caution:
    now, later = conditions
    return Caution(
        name=name,
        title=title,
        today=_fires(now.state),
        files_opened=_fires(later.state),
        says=says,
        conditions=on_two_days(now, later),
        counters=counters,
        what_would_change_it=change,
        because=now.because,
    )


def _fires(state: State) -> Fires:
    return {State.MET: Fires.YES, State.NOT_MET: Fires.NO}.get(state, Fires.UNKNOWN)


def _failed_or_low(dossier: Dossier, measures: Measures, evidence: Evidence) -> Condition:
    limit = evidence.find("reading.low-score-below")
    if measures.failed_attempts:
        reasons = tuple(from_dossier(one.entry, f"{one.exam.exam}: {one.exam.result}") for one in measures.failures)
        return Condition(f"Failed attempts: {measures.failed_attempts}.", State.MET, reasons)
    passed = [one for one in attempts_at(dossier, ExamName.STEP_2_CK) if one.exam.result is ExamResult.PASSED]
    score = next((one.exam.score for one in passed if one.exam.score is not None), None)
    if score is None:
        return Condition("No failed attempt; no Step 2 CK score to compare.", State.UNKNOWN, (cited(limit),))
    low = score < evidence.number(limit.name)
    says = f"Step 2 CK {score}, {'below' if low else 'not below'} {limit.value}; no failed attempt."
    return Condition(says, State.MET if low else State.NOT_MET, (cited(limit), from_dossier(passed[0].entry, says)))


def _long_ago_abroad(measures: Measures, evidence: Evidence) -> Condition:
    limit = evidence.find("article.red-flag.contact-from")
    last = measures.last_contact
    if last is None:
        says = "No contact with patients is in your file. Write the last one, medical school included."
        return Condition(says, State.UNKNOWN, (cited(limit),))
    years = evidence.number(limit.name)
    is_near = last.months_ago_at_most < years * MONTHS_A_YEAR
    if not measures.last_contact_told and not is_near:
        says = f"{_last_words(last)} Your timeline is not complete, so a later one may be missing."
        return Condition(says, State.UNKNOWN, (cited(limit), _entry(last)))
    return Condition(_last_words(last), _long_ago(last, years), (cited(limit), _entry(last)))


def _long_ago(last: LastContact, years: float) -> State:
    """Whether the contact was abroad and surely so many years ago; a coarse date may leave it open."""
    limit = years * MONTHS_A_YEAR
    if last.in_the_us or last.months_ago_at_most < limit:
        return State.NOT_MET
    return State.MET if last.months_ago >= limit else State.UNKNOWN


def _last_words(last: LastContact) -> str:
    where = "in the United States" if last.in_the_us else "in another country"
    if last.goes_on:
        return f"Last contact: {last.title}, {last.contact}, {where}, going on."
    return f"Last contact: {last.title}, {last.contact}, {where}, {last.months_ago / MONTHS_A_YEAR:.1f} years before."


def _entry(last: LastContact) -> Reason:
    return from_dossier(last.entry, last.title)


def _steady_activity(then: Measures) -> Condition:
    if any(gap.long for gap in then.not_told):
        return Condition("Steady activity: what you did in every year is not told yet.", State.UNKNOWN)
    long = [gap for gap in then.unexplained_gaps if gap.long]
    says = (
        "Steady activity, without a long blank."
        if not long
        else "A long stretch without activity, not yet explained with a reason, dates and a receipt."
    )
    return Condition(says, State.NOT_MET if long else State.MET)


def _recent_letters_and_experience(dossier: Dossier, then: Measures, evidence: Evidence) -> Condition:
    limit = evidence.find("article.recency.letters")
    most = evidence.number(limit.name)
    recent = [one for one in _us_experience(then) if one.months_ago <= most]
    states = [_letter_state(letter, most) for letter in then.letters]
    letters = State.MET if State.MET in states else State.UNKNOWN if State.UNKNOWN in states else State.NOT_MET
    may_be_recent = not dossier.tells_all(Told.US_CLINICAL) and letters is not State.NOT_MET
    state = letters if recent else State.UNKNOWN if may_be_recent else State.NOT_MET
    says = f"US clinical experience and a letter within {limit.value} months of the day files open."
    return Condition(says, state, (cited(limit), *(_entry(one) for one in recent)))


def _letter_state(letter: LetterAge, most: float) -> State:
    if letter.months_old is None:
        return State.UNKNOWN
    return State.MET if letter.months_old <= most else State.NOT_MET


def _us_experience(measures: Measures) -> list[LastContact]:
    real = (Contact.HANDS_ON, Contact.OBSERVER)
    return [one for one in measures.last_contacts if one.in_the_us and one.contact in real]


def _something_of_your_own(dossier: Dossier) -> Condition:
    if dossier.strengths:
        return Condition(
            "Something only these years gave you.", State.MET, (from_dossier("strengths", dossier.strengths[0]),)
        )
    return Condition("Something only these years gave you: nothing is written under `strengths` yet.", State.NOT_MET)


def _step_3(dossier: Dossier, as_of: date) -> Condition:
    state = _found(has_passed(dossier, ExamName.STEP_3), not is_not_told(dossier, ExamName.STEP_3, as_of))
    return Condition("Step 3 passed, where it fits the specialty.", state)


def _letters_speak(dossier: Dossier) -> Condition:
    if not dossier.letters:
        return Condition(
            "Letters that speak of knowledge, work ethic and teachability: none is in your file yet.", State.NOT_MET
        )
    said = {quality for letter in dossier.letters for quality in letter.speaks_to}
    if not said:
        return Condition("What your letters speak of is not in your file (`letters[0].speaks_to`).", State.UNKNOWN)
    missing = [quality for quality in LetterQuality if quality not in said]
    if not missing:
        return Condition("Letters speak of knowledge, work ethic and teachability.", State.MET)
    return Condition(f"Letters do not speak yet of: {', '.join(missing)}.", State.NOT_MET)


def _specialty_fits(dossier: Dossier, evidence: Evidence) -> Condition:
    tiers = [tier_of(words, evidence) for words in dossier.target.specialties]
    if not tiers or NOT_IN_THE_SOURCE in tiers:
        return Condition("A specialty that fits the file: the source does not place it.", State.UNKNOWN)
    fits = all(tier == MORE_POSSIBLE for tier in tiers)
    return Condition("A specialty that fits the file.", State.MET if fits else State.NOT_MET)


def _us_experience_this_year(dossier: Dossier, then: Measures) -> Condition:
    recent = [one for one in _us_experience(then) if one.months_ago <= MONTHS_A_YEAR]
    state = _found(bool(recent), dossier.tells_all(Told.US_CLINICAL))
    return Condition("US clinical experience in the year before files open.", state, tuple(map(_entry, recent)))


def _volunteering(dossier: Dossier) -> Condition:
    entries = tuple(
        from_dossier(f"experiences[{number}]", one.title)
        for number, one in enumerate(dossier.experiences)
        if one.kind is Kind.VOLUNTEERING and one.is_current and one.contact is not Contact.NONE
    )
    state = _found(bool(entries), dossier.timeline_is_complete)
    return Condition("Volunteering near patients, going on.", state, entries)


def _found(is_found: bool, all_told: bool) -> State:
    """Met by what is found; what is not found may only be missing where not all is told."""
    if is_found:
        return State.MET
    return State.NOT_MET if all_told else State.UNKNOWN


def _relevant_research(dossier: Dossier) -> Condition:
    entries = tuple(
        from_dossier(f"experiences[{number}]", one.title)
        for number, one in enumerate(dossier.experiences)
        if one.is_current and (one.kind is Kind.RESEARCH or one.physician_contact is not None)
    )
    is_told = not any(
        one.is_current and one.kind is Kind.JOB and not one.physician_contact for one in dossier.experiences
    )
    says = "Research, or a job that works with physicians, going on."
    return Condition(says, _found(bool(entries), dossier.timeline_is_complete and is_told), entries)
