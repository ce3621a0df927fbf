"""Sample plans: an ordinary one, an empty one, and a crowded one with long accented titles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bedside.calendar.months import add_months
from bedside.evidence.money import Dollars, exactly
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.plan.results import (
    Budget,
    CalendarAudit,
    DecisionResult,
    HoursOfMonth,
    LeaveYear,
    Misfit,
    MonthOfMoney,
    PendingChange,
    Period,
    Plan,
    Roadmap,
    SevenDayResult,
    Spending,
    StatusNote,
    StopContractResult,
    Task,
    TaskState,
    ThreeHeaders,
    VisaComparison,
    Waiting,
)
from bedside.standing.results import (
    Condition,
    Fires,
    Row,
    State,
)
from tests.documents.sample_evidence import AS_OF, FILES_OPENED, GRADUATION, LONG, OBSERVERSHIP, STEP_3, season


def task(number: int, title: str, period: Period, start: date, days: int, **changes: object) -> Task:
    """One task; `days` is its length, inclusive."""
    finish = start + timedelta(days=days - 1)
    made = Task(
        key=f"task-{number}",
        title=title,
        why="It keeps the letter in reach before programs open files.",
        period=period,
        start=start,
        finish=finish,
        latest_finish=finish + timedelta(days=20),
        state=TaskState.PLANNED,
        depends_on=(f"task-{number - 1}",) if number > 1 else (),
        lead_time_days=30,
        hours=12,
        cost=exactly(0),
        paid_leave_days=0,
        unpaid_leave_days=0,
        slips="The letter arrives after programs have looked.",
        check_status_first=False,
        because=(cited(OBSERVERSHIP),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def tasks() -> tuple[Task, ...]:
    """Nine tasks in four periods and in every state."""
    price = Dollars(450, 2250)
    return (
        task(1, "Write down every date on your certificate", Period.SET_UP, AS_OF, 7, hours=2, slips=""),
        task(2, "Write to twelve observership offices", Period.SET_UP, date(2026, 12, 1), 31, state=TaskState.LATE),
        task(3, "Begin weekly volunteering", Period.SET_UP, date(2027, 1, 10), 60, state=TaskState.BOOKED),
        task(
            4,
            "Observership, four weeks",
            Period.REBUILD,
            date(2027, 4, 5),
            28,
            cost=price,
            paid_leave_days=12,
            unpaid_leave_days=8,
            check_status_first=True,
        ),
        task(
            5,
            "Step 3",
            Period.REBUILD,
            date(2027, 4, 1),
            75,
            cost=exactly(955),
            hours=160.5,
            state=TaskState.DOES_NOT_FIT,
        ),
        task(6, "Ask for the letter on the last day", Period.REBUILD, date(2027, 5, 2), 1),
        task(7, "Submit the application", Period.SUBMIT, date(2027, 9, 1), 1, cost=None),
        task(8, "Interviews", Period.SEASON, date(2027, 10, 1), 110, paid_leave_days=5),
        task(9, "Certify the rank order list", Period.SEASON, date(2028, 2, 1), 20, state=TaskState.DONE),
    )


def roadmap() -> Roadmap:
    """The nine tasks with a misfit, two leave years and hours."""
    months = [add_months(date(2026, 11, 1), index) for index in range(17)]
    return Roadmap(
        tasks=tasks(),
        misfits=(
            Misfit(
                "task-5",
                "Step 3",
                "It asks for 40 hours a month from April to June; 26 are free.",
                ("Begin two months earlier.", "Leave it out; it is needed only for H-1B.", "Wait for the next season."),
                (cited(STEP_3),),
            ),
        ),
        waiting=Waiting(2029, ("Years since graduation become 11.", "A second rotation fits before September 2028.")),
        paid_leave=(
            LeaveYear(date(2026, 1, 1), date(2026, 12, 31), 12, 0, 0),
            LeaveYear(date(2027, 1, 1), date(2027, 12, 31), 12, 5, 12),
        ),
        hours_by_month=tuple(HoursOfMonth(month, 8 + index * 3 % 40, 26) for index, month in enumerate(months)),
    )


def budget() -> Budget:
    """Seventeen months in which the money may fall below the floor."""
    months, low, high = [], 6000.0, 6000.0
    for index in range(17):
        spent = Dollars(100, 250) if index != 5 else Dollars(1405, 3205)
        low, high = low + 100 - spent.high, high + 100 - spent.low
        spending = (Spending("Observership, four weeks", spent, (cited(OBSERVERSHIP),)),) if index == 5 else ()
        months.append(MonthOfMoney(add_months(date(2026, 11, 1), index), 100, spending, spent, Dollars(low, high)))
    return Budget(
        months=tuple(months),
        total=Dollars(3005, 7205),
        floor=2000,
        first_month_below_floor=None,
        first_month_maybe_below_floor=date(2027, 6, 1),
        not_priced=("Travel to the observership", "The share of programs that ask for an interview on site"),
        because=(cited(OBSERVERSHIP),),
    )


def plan() -> Plan:
    """An ordinary plan."""
    return Plan(
        as_of=AS_OF,
        season=season(),
        decision=DecisionResult(
            title="One structured cycle, then another path",
            says="You decided on one cycle, with a file that looks different, and to stop after it.",
            signed=date(2026, 11, 1),
            cycles_allowed=1,
            cycles_used=0,
            cycles_before=2,
            may_apply=Fires.YES,
            says_may_apply="One cycle is left, for the 2028 Match.",
            what_it_asks=(Condition("Regular clinical involvement: four hours a week.", State.MET),),
            causes=("2025: no US clinical experience", "2026: list of programs"),
            because=(cited(GRADUATION), from_dossier("decision", "Signed on 1 November 2026.")),
        ),
        stop_contract=StopContractResult(
            text="One structured cycle, with two months of US clinical experience and Step 3. If this does not lead to "
            "a Match by 2028, it ends there.",
            cycles=1,
            year=2028,
            alternative="Clinical informatics at the health system where I work",
            upgrades=("Two months of US clinical experience", "Step 3 passed"),
            trusted_reader="Maria Nguyễn",
            reader_told=None,
            signed=date(2026, 11, 1),
            stop_day=date(2028, 3, 17),
            stop_reached=Fires.NO,
            missing=("The day on which Maria was told",),
            changes=(
                PendingChange(
                    date(2026, 11, 15), date(2026, 11, 29), "Two cycles instead of one.", "A bad week.", False
                ),
            ),
            because=(from_dossier("stop_contract", "Your contract."),),
        ),
        roadmap=roadmap(),
        budget=budget(),
        status_notes=(
            StatusNote(
                "H-1B: years left",
                "Six years in all; you have used 4.5. Days abroad may be recaptured.",
                date(2028, 5, 1),
                "an immigration lawyer",
                (cited(STEP_3),),
            ),
        ),
        visa_comparison=(
            VisaComparison("Who sponsors", "ECFMG", "The hospital", (cited(STEP_3),)),
            VisaComparison("Step 3", "Not needed to begin", "Needed before the petition", (cited(STEP_3),)),
        ),
        alternatives=(
            StatusNote(
                "Clinical informatics", "Many roles ask for a physician's judgement.", None, "", (cited(STEP_3),)
            ),
        ),
        calendar_audit=CalendarAudit(
            (
                Condition("Dates of US clinical experience: none is booked.", State.NOT_MET),
                Condition("Weekly clinical hours: 4.", State.MET),
                Condition("Time set aside for the application: none.", State.NOT_MET),
                Condition("An exam upgrade: not needed.", State.NOT_NEEDED),
            ),
            Condition("Something booked costs you time or money: nothing yet.", State.NOT_MET),
            "One of four. A plan that costs nothing usually changes nothing.",
        ),
        three_headers=three_headers(),
        not_rechecked=(Reason("Step 3 and certification: not re-checked since 2026-11-22.", STEP_3),),
    )


def three_headers() -> ThreeHeaders:
    """The page with three headers, complete."""
    return ThreeHeaders(
        where_i_actually_am=(
            Row("graduation", "Year of graduation", "2017, 9 years ago", True),
            Row("usmle", "USMLE", "Step 1 passed; Step 2 CK failed, then 221", True),
            Row("job", "Current job", "Quality analyst, since March 2020", True),
            Row("years", "Years outside the clinic", "6 years and 8 months", True),
            Row("contact", "Last clinical experience", "September 2018, hands-on, Poland", True),
        ),
        what_my_profile_must_look_like=(
            Row("usce", "US clinical experience", "Two months, done after March 2027", True),
            Row("letters", "Letters", "Two from the United States, dated 2027", True),
            Row("step-3", "Step 3", "Not settled: depends on the certificate", False),
        ),
        by=FILES_OPENED,
        what_i_will_change=tasks()[:3],
        until=date(2027, 2, 22),
        complete=True,
        missing=(),
        seven_day_task=SevenDayResult(
            "Write to two free clinics",
            date(2026, 11, 20),
            date(2026, 11, 27),
            None,
            "Set on 20 November 2026.",
            (),
        ),
    )


def empty_plan() -> Plan:
    """A plan with nothing decided, nothing booked and no money."""
    blank = StopContractResult(
        "Nothing is written yet.", None, None, None, (), None, None, None, None, Fires.UNKNOWN, ("Everything",), (), ()
    )
    decision = DecisionResult(
        "Nothing decided yet", "Three decisions are open to you.", None, None, 0, 0, Fires.UNKNOWN, "Open.", (), (), ()
    )
    headers = ThreeHeaders(
        where_i_actually_am=(Row("graduation", "Year of graduation", "Not in your file", False),),
        what_my_profile_must_look_like=(),
        by=FILES_OPENED,
        what_i_will_change=(),
        until=date(2027, 2, 22),
        complete=False,
        missing=("the year of your graduation",),
        seven_day_task=SevenDayResult(
            None, None, None, None, "Choose one.", ("Book an observership", "Email a clinic")
        ),
    )
    return replace(
        plan(),
        decision=decision,
        stop_contract=blank,
        roadmap=Roadmap((), (), Waiting(2029, ()), (), ()),
        budget=Budget((), exactly(0), None, None, None, (), ()),
        status_notes=(),
        visa_comparison=(),
        alternatives=(),
        calendar_audit=CalendarAudit((), Condition("Nothing is booked.", State.NOT_MET), "None of four."),
        three_headers=headers,
        not_rechecked=(),
    )


def crowded_plan(how_many: int = 40) -> Plan:
    """A plan with many tasks whose titles are long and accented."""
    periods, states = tuple(Period), [state for state in TaskState if state is not TaskState.DONE]
    many = tuple(
        task(
            number,
            f"{LONG} ({number})",
            periods[(number - 1) * len(periods) // how_many],
            AS_OF + timedelta(days=number * 12),
            20,
            state=states[number % len(states)],
            cost=Dollars(450, 2250),
            paid_leave_days=10.5,
        )
        for number in range(1, how_many + 1)
    )
    ordinary = plan()
    headers = replace(
        ordinary.three_headers,
        what_i_will_change=many,
        what_my_profile_must_look_like=tuple(Row(f"row-{n}", LONG, LONG * 20, False) for n in range(12)),
        where_i_actually_am=tuple(Row(f"row-{n}", LONG, LONG * 20, True) for n in range(12)),
        complete=False,
        missing=(LONG,) * 12,
        seven_day_task=replace(ordinary.three_headers.seven_day_task, task=LONG * 30),
    )
    misfits = tuple(Misfit(f"task-{n}", many[n - 1].title, LONG, (LONG, LONG), ()) for n in (3, 9, 14))
    return replace(ordinary, roadmap=replace(ordinary.roadmap, tasks=many, misfits=misfits), three_headers=headers)
