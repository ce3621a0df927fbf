"""ECFMG certification: the Pathway with OET Medicine where it is missing, and keeping a certificate valid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bedside.applicant.parts.examinations import CertificateState, ExamName
from bedside.calendar.season import Event
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import Reason
from bedside.plan.money.fees import fee, together
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.draft import Draft, days_of, finished, first_months_end, planned
from bedside.plan.roadmap.diary.working_days import ONE_DAY, WEEK
from bedside.plan.roadmap.tasks.booked_exams import period_of
from bedside.plan.roadmap.tasks.certificate.beforehand import finish_beforehand
from bedside.plan.roadmap.tasks.certificate.exams import exams
from bedside.plan.roadmap.tasks.certificate.oet import oet, oldest_accepted
from bedside.plan.roadmap.tasks.certificate.pathway import pathway_route, pathway_season
from bedside.plan.roadmap.tasks.certificate.seven_years import ask_what_still_counts, clock
from bedside.plan.situation import Situation

CERTIFICATE = "certification.certificate"
RENEWAL = "certification.renew"
PATHWAY = "certification.pathway"
OET = "certification.oet"
OPEN_PARTS = "certification.open-parts"
LAST_STEPS = (
    OPEN_PARTS,
    "certification.account",
    PATHWAY,
    "certification.encounters",
    OET,
    "exam.step-1.result",
    "exam.step-2-ck.result",
)
"""What the certificate waits for, as far as it is still to be done."""


def certifying(situation: Situation) -> tuple[Draft, ...]:
    """What is still needed until a certificate is issued, or until it stays valid to the start of training."""
    certificate = situation.dossier.certificate
    state = certificate.state if certificate else CertificateState.UNKNOWN
    if certificate is not None and state is CertificateState.ISSUED:
        return (_issued(situation), *_renewal(situation))
    running, drafts = clock(situation), _still_open(situation, state, ())
    finish = finish_beforehand(situation, (*_exams_ahead(situation), *drafts), CERTIFICATE)
    if running is None or finish is None:
        return drafts
    if finish <= running.soonest:
        return tuple(_by(running.soonest, draft) for draft in drafts)
    question = ask_what_still_counts(situation, running)
    return (question, *(_after(question, draft) for draft in _still_open(situation, state, (question,))))


def _by(end: date, draft: Draft) -> Draft:
    """The certificate by the end of the seven years, where that comes before its own last day."""
    return replace(draft, due=min(draft.due or end, end)) if draft.key == CERTIFICATE else draft


def _after(question: Draft, draft: Draft) -> Draft:
    """A draft that waits for the answer of ECFMG, where it costs money or is the certificate itself."""
    if draft.key == CERTIFICATE:
        draft = replace(draft, why=f"{draft.why} It is issued only if ECFMG still counts your first pass.")
    elif draft.cost is None and not (draft.key == OET and draft.hours):
        return draft
    return replace(draft, depends_on=(*draft.depends_on, question.key))


def _still_open(situation: Situation, state: CertificateState, before: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """What is still needed; `before` is what every fee waits for."""
    certificate = situation.dossier.certificate
    if state is CertificateState.APPLIED and certificate is not None:
        asked = () if certificate.pathway or situation.passed(ExamName.STEP_2_CS) else (_open_parts(situation),)
        return (*asked, *oet(situation), _certificate(situation, applied=True))
    look_up = (_look_up(situation),) if state is CertificateState.UNKNOWN else ()
    return (*look_up, *_from_the_start(situation, (*before, *look_up)), _certificate(situation, applied=False))


def deadline(situation: Situation) -> date:
    """The day by which ECFMG has to have confirmed everything; the start of training where it is not known."""
    return situation.on(Event.RANK_LIST_DEADLINE) or situation.training_start


def _issued(situation: Situation) -> Draft:
    certificate = situation.dossier.certificate
    issued = certificate.issued if certificate else None
    day = min(issued.latest, situation.as_of) if issued else situation.as_of
    says = f"Issued {issued.on_or_in}." if issued else "Issued; the day is not in your file."
    return finished(
        CERTIFICATE, "ECFMG certificate issued", Period.SET_UP, day, says, situation.entry("certificate", says)
    )


def _renewal(situation: Situation) -> tuple[Draft, ...]:
    certificate = situation.dossier.certificate
    expires = certificate.expires if certificate else None
    if expires is None or isinstance(expires, str) or expires.earliest >= situation.training_start:
        return ()
    price = fee(situation, "fee.ecfmg.pathway")
    season = pathway_season(situation, _bare(situation, RENEWAL))
    draft = planned(
        situation,
        RENEWAL,
        title="Ask ECFMG how to keep your certificate valid, and apply for it",
        why=f"It expires {expires.on_or_in}, before training starts on {day_in_words(situation.training_start)}. "
        f"Ask also whether your OET result is still recent enough. {season.says}",
        period=period_of(situation, max(season.opens or situation.as_of, situation.as_of)),
        slips="Without a valid certificate the rank list does not count and training cannot start.",
        because=(
            *situation.because("ecfmg.certificate.pathway-expiry-years", "ecfmg.verified-by-rank-deadline"),
            *situation.because(oldest_accepted(situation).name),
            *price.because,
            *season.because,
            *situation.entry("certificate.expires", f"Expires {expires.on_or_in}."),
        ),
        lead_time_days=_weeks(situation, "ecfmg.pathway.processing-weeks"),
        cost=price.cost,
        not_before=season.opens,
        due=min(season.closes or deadline(situation), deadline(situation)),
    )
    return (draft,)


def _look_up(situation: Situation) -> Draft:
    return planned(
        situation,
        "certification.look-up",
        title="Look up in MyIntealth whether you are certified, and since when",
        why="Your file does not say. If you are certified, write it down and most of this chain falls away.",
        period=Period.SET_UP,
        slips="The Pathways of a season close, and Step 3 waits for the certificate.",
        because=situation.entry("certificate", "Your file does not say whether you are certified."),
        due=first_months_end(situation),
    )


def _open_parts(situation: Situation) -> Draft:
    """Asking, where it is not known whether a Pathway is applied for: neither done nor open is taken for granted."""
    season = pathway_season(situation, _bare(situation, PATHWAY), _exams_ahead(situation))
    price = fee(situation, "fee.ecfmg.pathway")
    costs = f" A Pathway application costs {price.cost}, which is not in the sums here." if price.cost else ""
    days = days_of(situation, PATHWAY)
    return planned(
        situation,
        OPEN_PARTS,
        title="Ask ECFMG what is still open in your certification",
        why="You have applied, and your file does not say whether the Pathway application, OET Medicine and the "
        f"verification of your diploma are done. {season.says}{costs}",
        period=Period.SET_UP,
        slips="A Pathway season that is missed opens again only months later.",
        because=(
            *situation.entry("certificate.pathway", "Your file names no Pathway."),
            *season.because,
            *price.because,
        ),
        due=season.closes - timedelta(days=days) if season.closes else None,
    )


def _exams_ahead(situation: Situation) -> tuple[Draft, ...]:
    """The exams in this plan; after a match none is planned."""
    return () if situation.matched else exams(situation)


def _bare(situation: Situation, reading: str) -> Draft:
    """A draft with nothing but its days, to see which season it can reach."""
    return planned(situation, reading, title=reading, why="", period=Period.SET_UP, slips="")


def _from_the_start(situation: Situation, before: tuple[Draft, ...]) -> tuple[Draft, ...]:
    return (_account(situation), *_pathway(situation, before), *oet(situation))


def _account(situation: Situation) -> Draft:
    price = together(
        fee(situation, "fee.ecfmg.myintealth"),
        fee(situation, "fee.ecfmg.application"),
        fee(situation, "fee.ecfmg.credential-verification"),
    )
    return planned(
        situation,
        "certification.account",
        title="Apply for ECFMG certification and start the verification of your diploma",
        why="Schools answer slowly; this is the part you cannot hurry later.",
        period=Period.SET_UP,
        slips="Each week lost here is a week lost before Step 3 and before the rank list deadline.",
        because=(*situation.because("ecfmg.credential-verification-weeks"), *price.because),
        lead_time_days=_weeks(situation, "ecfmg.credential-verification-weeks"),
        cost=price.cost,
        depends_on=("certification.look-up",),
    )


def _pathway(situation: Situation, before: tuple[Draft, ...]) -> tuple[Draft, ...]:
    if situation.passed(ExamName.STEP_2_CS) is not None:
        return ()
    price, route = fee(situation, "fee.ecfmg.pathway"), pathway_route(situation)
    waits_for = ("certification.look-up", "exam.step-1.result", "exam.step-2-ck.result")
    first = replace(_bare(situation, PATHWAY), depends_on=(*waits_for, *(one.key for one in before)))
    season = pathway_season(situation, first, (*before, *_exams_ahead(situation)))
    application = planned(
        situation,
        PATHWAY,
        title=f"Apply for {route.name}",
        why=f"{route.says} {season.says}",
        period=Period.SET_UP,
        slips="A Pathway season that is missed opens again only months later.",
        because=(*route.because, *season.because, *price.because),
        cost=price.cost,
        depends_on=waits_for,
        not_before=season.opens,
        due=season.closes,
    )
    if not route.encounters:
        return (application,)
    encounters = planned(
        situation,
        "certification.encounters",
        title=f"Complete the {situation.number('ecfmg.pathway.6.encounters'):.0f} rated patient encounters",
        why="Licensed physicians watch and rate them in person. Ask early who would do it, and where.",
        period=Period.SET_UP,
        slips="The certificate waits for the last of them.",
        because=situation.because("ecfmg.pathway.6.encounters", "ecfmg.pathway.6.evaluators"),
        depends_on=(PATHWAY,),
        check_status_first=situation.hangs_on_status,
    )
    return (application, encounters)


def _certificate(situation: Situation, applied: bool) -> Draft:
    says = "You have applied." if applied else "Everything before it has to be in."
    weeks = "ecfmg.credential-verification-weeks" if applied else "ecfmg.pathway.processing-weeks"
    return Draft(
        key=CERTIFICATE,
        title="ECFMG certificate issued",
        why=f"{says} The day is a plan, not a promise: look at its state every week.",
        period=Period.SET_UP if applied else Period.REBUILD,
        slips="Step 3 cannot be applied for, and after the rank list deadline the list does not count.",
        because=(*situation.because(weeks, "ecfmg.verified-by-rank-deadline"), *_pending(situation)),
        days=1,
        lead_time_days=_weeks(situation, weeks),
        depends_on=LAST_STEPS,
        due=deadline(situation) - ONE_DAY,
    )


def _pending(situation: Situation) -> tuple[Reason, ...]:
    certificate = situation.dossier.certificate
    return situation.entry("certificate", f"Your certificate: {certificate.state}.") if certificate else ()


def _weeks(situation: Situation, name: str) -> int:
    """The longer end of a range of weeks, in days: waiting is planned with the slow case."""
    return int(situation.interval(name).high) * WEEK
