"""Charts: each states its finding, draws every row, stays inside its picture, and escapes what it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.applicant.activity_map import activity_map
from bedside.calendar.season import Event
from bedside.documents.blocks import Chart, Line, charts_of
from bedside.documents.charts import levels
from bedside.documents.charts.over_time import activity, hours, money, timeline
from bedside.documents.charts.over_time.months_axis import MonthsAxis, label_sides
from bedside.documents.charts.over_time.timeline_marks import FILES_OPENED, TODAY
from bedside.documents.charts.svg import WIDTH, fitted, width_of, wrapped
from bedside.documents.content.report.full_report import report_document
from bedside.documents.tokens import DARK, LIGHT
from bedside.evidence.money import exactly
from bedside.plan.results import HoursOfMonth, Period, TaskState
from bedside.standing.results import Level, Measured
from tests.documents import samples

NAMESPACE = "{http://www.w3.org/2000/svg}"
JANUARY = date(2027, 1, 1)


def every_chart() -> dict[str, Chart]:
    """The five charts, and the timeline of forty tasks."""
    document = report_document(samples.dossier(), samples.standing(), samples.plan())
    charts = dict(zip(("activity", "levels", "timeline", "hours", "money"), charts_of(document.blocks), strict=True))
    crowded = timeline.timeline_charts(samples.crowded_plan().roadmap.tasks, samples.season(), samples.AS_OF)
    return {**charts, "forty tasks": crowded[0]}


CHARTS = every_chart()
each_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))


def words_in(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{NAMESPACE}text")]


def reached(svg: str) -> Iterator[tuple[float, float]]:
    """The corners of every box, line and group in a picture."""
    for element in ElementTree.fromstring(svg).iter():
        numbers = {key: float(value) for key, value in element.attrib.items() if re.fullmatch(r"-?[\d.]+", value)}
        if element.tag == f"{NAMESPACE}rect":
            yield numbers["x"], numbers["y"]
            yield numbers["x"] + numbers["width"], numbers["y"] + numbers["height"]
        if element.tag == f"{NAMESPACE}line":
            yield numbers["x1"], numbers["y1"]
            yield numbers["x2"], numbers["y2"]
        if element.tag == f"{NAMESPACE}text":
            share = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.attrib["text-anchor"]]
            # `width_of` is on the generous side, so a word may end a little before it.
            width = width_of(element.text or "", numbers["font-size"]) * 0.9
            yield numbers["x"] - share * width, numbers["y"]
            yield numbers["x"] + (1 - share) * width, numbers["y"]


@each_chart
def test_a_chart_says_its_finding_in_one_sentence_and_has_its_table(chart: Chart) -> None:
    root = ElementTree.fromstring(chart.svg)
    assert (root[0].text, root[1].text) == (chart.title, chart.says)
    assert chart.says.endswith(".")
    assert {len(row) for row in chart.table.rows} == {len(chart.table.head)}


@each_chart
def test_everything_is_drawn_inside_the_picture(chart: Chart) -> None:
    height = float(ElementTree.fromstring(chart.svg).attrib["height"])
    outside = [(x, y) for x, y in reached(chart.svg) if not (-1 <= x <= WIDTH + 2 and -1 <= y <= height + 1)]
    assert outside == []


def test_a_guard_that_looks_for_what_lies_outside_finds_it() -> None:
    svg = CHARTS["money"].svg.replace("</svg>", '<rect x="700" y="0" width="99" height="1"/></svg>')
    assert max(x for x, _ in reached(svg)) == 799


@settings(max_examples=40, deadline=None)
@given(words=st.text(max_size=60))
def test_any_title_of_a_task_gives_a_picture_that_can_be_read(words: str) -> None:
    task = samples.task(1, words, Period.SET_UP, samples.AS_OF, 30)
    (chart,) = timeline.timeline_charts([task], samples.season(), samples.AS_OF)
    assert [line for line in wrapped(words, 352, 2, 12.5) if line not in words_in(chart.svg)] == []


def test_a_title_of_sixty_characters_is_shown_whole_in_the_timeline() -> None:
    title = "Ask an immigration lawyer about leave, observing and volunteering"
    task = samples.task(1, title, Period.SET_UP, samples.AS_OF, 30)
    (chart,) = timeline.timeline_charts([task], samples.season(), samples.AS_OF)
    assert title in " ".join(words_in(chart.svg))


def test_forty_tasks_with_long_titles_take_three_pictures_that_have_a_row_for_each() -> None:
    charts = timeline.timeline_charts(samples.crowded_plan().roadmap.tasks, samples.season(), samples.AS_OF)
    shown = [word for chart in charts for word in words_in(chart.svg)]
    assert [str(number) for number in range(1, 41) if str(number) not in shown] == []
    assert [len(chart.table.rows) for chart in charts] == [14, 13, 13]
    assert [chart.title for chart in charts] == [
        "10 of 40 tasks do not fit yet",
        "The timeline, continued",
        "The timeline, continued",
    ]


@given(early=st.integers(0, 365), later=st.integers(0, 365))
def test_the_labels_of_two_days_never_meet(early: int, later: int) -> None:
    axis = MonthsAxis(JANUARY, date(2027, 12, 1), 392, WIDTH - 6)
    days = sorted(JANUARY + timedelta(days=offset) for offset in (early, later))
    labels = list(zip(days, (TODAY, FILES_OPENED), strict=True))
    spans = []
    for (day, words), side in zip(labels, label_sides(axis, labels), strict=True):
        left = axis.at(day) - (width_of(words, 12) if side.anchor == "end" else 0)
        spans.append((side.lower, left, left + width_of(words, 12)))
    (first_line, _, first_end), (second_line, second_start, _) = spans
    assert first_line is not second_line or first_end <= second_start
    assert spans[1][1] >= 0


def test_what_goes_on_until_match_week_is_never_the_tightest_step() -> None:
    season = samples.season()
    until = next(day.day for day in season.days if day.event is Event.MATCH_DAY)
    goes_on = samples.task(1, "Volunteer", Period.REBUILD, samples.AS_OF, (until - samples.AS_OF).days + 4)
    letter = samples.task(2, "Letter", Period.SET_UP, samples.AS_OF, 10)
    goes_on, letter = (
        replace(task, latest_finish=task.finish + timedelta(days=slack)) for task, slack in ((goes_on, 0), (letter, 9))
    )
    assert timeline.finding([goes_on, letter], season) == "The tightest step has 9 days to spare: Letter"


def test_no_task_gives_no_timeline() -> None:
    assert timeline.timeline_charts([], samples.season(), samples.AS_OF) == ()


def test_the_timeline_marks_today_and_the_day_files_are_opened() -> None:
    shown = words_in(CHARTS["timeline"].svg)
    assert [words for words in shown if words in ("today", "programs open files")] == ["today", "programs open files"]


def test_a_state_other_than_planned_is_a_word_in_the_timeline() -> None:
    shown = words_in(CHARTS["timeline"].svg)
    states = (TaskState.LATE, TaskState.BOOKED, TaskState.DOES_NOT_FIT)
    assert [shown.count(state.value) for state in states] == [1, 1, 1]


def test_the_word_of_a_state_stands_on_paper_so_that_no_marked_day_crosses_it() -> None:
    shapes = list(ElementTree.fromstring(CHARTS["timeline"].svg))
    place = next(index for index, shape in enumerate(shapes) if shape.text == TaskState.DOES_NOT_FIT.value)
    paper, word = shapes[place - 1].attrib, shapes[place].attrib
    right = float(paper["x"]) + float(paper["width"])
    assert paper["fill"] == LIGHT.paper
    assert float(paper["x"]) < float(word["x"])
    assert float(word["x"]) + width_of(TaskState.DOES_NOT_FIT.value, 12) <= right


def test_what_is_done_takes_no_row_of_the_timeline_and_keeps_its_number() -> None:
    shown = words_in(CHARTS["timeline"].svg)
    assert [number for number in map(str, range(1, 10)) if number not in shown] == ["9"]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ((TaskState.PLANNED, TaskState.PLANNED), "The tightest step has 4 days to spare: Letter"),
        ((TaskState.LATE, TaskState.PLANNED), "1 of 2 tasks is past the last day"),
        ((TaskState.LATE, TaskState.DOES_NOT_FIT), "1 of 2 tasks does not fit yet"),
        ((TaskState.DONE, TaskState.DONE), "Everything on the list is done"),
        ((TaskState.BOOKED, TaskState.DONE), "What is left has its fixed days"),
        ((TaskState.PLANNED, TaskState.BOOKED), "The tightest step has 4 days to spare: Letter"),
    ],
)
def test_the_timeline_says_what_is_tightest(states: tuple[TaskState, TaskState], expected: str) -> None:
    letter = samples.task(1, "Letter", Period.SET_UP, samples.AS_OF, 10, state=states[0])
    letter = replace(letter, latest_finish=letter.finish + timedelta(days=4))
    other = samples.task(2, "Other", Period.SET_UP, samples.AS_OF, 10, state=states[1])
    assert timeline.finding([letter, other], samples.season()) == expected


def test_each_level_carries_a_word_and_a_shape() -> None:
    shown = words_in(CHARTS["levels"].svg)
    pairs = [shown[place - 1 : place + 1] for place, words in enumerate(shown) if words in list(Level)]
    assert pairs[0] == ["▲", "High"]
    assert {tuple(pair) for pair in pairs} == {("▲", "High"), ("◆", "Moderate"), ("?", "Unknown")}


def test_what_cannot_be_changed_stands_apart_from_what_can() -> None:
    shown = words_in(CHARTS["levels"].svg)
    fixed = shown[shown.index(levels.FIXED) : shown.index(levels.MOVABLE)]
    assert [words for words in fixed if words.startswith(("Years", "Failed", "Gaps", "US", "Time"))] == [
        "Years since graduation",
        "Failed attempts",
        "Time in a non-clinical",
    ]


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ((Level.LOW, Level.LOW), "Nothing is High on 22 Sep 2027"),
        ((Level.HIGH, Level.LOW), "1 of 2 factors is High on 22 Sep 2027; it cannot be changed"),
        ((Level.LOW, Level.HIGH), "1 of 2 factors is High on 22 Sep 2027; it can be changed"),
        ((Level.HIGH, Level.HIGH), "2 of 2 factors are High on 22 Sep 2027; 1 of them can be changed"),
        ((Level.LOW, Level.UNKNOWN), "Nothing is High on 22 Sep 2027; 1 is unknown"),
    ],
)
def test_the_levels_say_how_much_can_be_changed(then: tuple[Level, Level], expected: str) -> None:
    factors = samples.standing().risk_factors
    fixed, movable = (replace(factors[place], files_opened=Measured(then[i], "")) for i, place in enumerate((0, 3)))
    assert levels.finding((fixed, movable), date(2027, 9, 22)) == expected


def test_the_activity_map_counts_the_months_without_anything_dated() -> None:
    assert activity.finding(activity_map(samples.dossier(), samples.AS_OF)) == (
        "20 of 113 months since graduation have nothing dated"
    )


def test_the_activity_map_has_a_letter_for_each_month_with_something() -> None:
    shown = words_in(CHARTS["activity"].svg)
    assert (shown.count("C"), shown.count("J")) == (12 + 1, 81 + 1)  # one more of each in the legend


def test_the_stretches_of_the_activity_map_add_up_to_its_months() -> None:
    months = activity_map(samples.dossier(), samples.AS_OF)
    assert sum(int(row[2]) for row in CHARTS["activity"].table.rows) == len(months)  # type: ignore[arg-type]


def test_no_month_gives_no_map() -> None:
    assert activity.activity_chart(()) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Your money may fall below your floor in Jun 2027, if costs are at the upper end"),
        ({"first_month_below_floor": JANUARY}, "Your money falls below your floor in Jan 2027"),
        ({"first_month_maybe_below_floor": None}, "Your money stays above your floor"),
        ({"floor": None}, "What is left at the end of each month"),
    ],
)
def test_the_money_says_whether_it_stays_above_the_floor(changes: dict[str, object], expected: str) -> None:
    assert money.finding(replace(samples.plan().budget, **changes)) == expected  # type: ignore[arg-type]


def test_money_that_is_not_known_is_not_drawn() -> None:
    budget = samples.plan().budget
    unknown = tuple(replace(month, left=None) for month in budget.months)
    assert money.money_chart(replace(budget, months=unknown)) is None
    assert {row[4] for row in money.money_table(replace(budget, months=unknown)).rows} == {"not known"}


def test_months_in_which_nothing_is_spent_are_one_row_of_the_money_table() -> None:
    budget = samples.plan().budget
    quiet = [
        replace(budget.months[0], month=date(2027, month, 1), saved=saved, spending=(), spent=exactly(0), left=None)
        for month, saved in ((1, 0.0), (2, 300.0), (3, 300.0), (4, 300.0))
    ]
    table = money.money_table(replace(budget, months=(*quiet, replace(budget.months[0], month=date(2027, 5, 1)))))
    assert [row[0] for row in table.rows] == ["Jan 2027", "Feb 2027 to Apr 2027", "May 2027"]
    assert table.rows[1][1:] == (
        Line("$300 a month put aside, nothing spent", quiet=True),
        "$900",
        "$0",
        "not known",
    )


@pytest.mark.parametrize(
    ("planned", "available", "expected"),
    [
        ((10, 10), 20, "No month asks for more hours than you have"),
        ((30, 10), 20, "Jan 2027 asks for more hours than you have"),
        ((30, 30), 20, "2 months ask for more hours than you have, the first in Jan 2027"),
        ((30, 30), None, "The hours each month asks for; your file does not say how many there are"),
    ],
)
def test_the_hours_say_which_month_asks_for_too_much(
    planned: tuple[float, float], available: float | None, expected: str
) -> None:
    months = [HoursOfMonth(JANUARY.replace(month=1 + place), each, available) for place, each in enumerate(planned)]
    assert hours.finding(months) == expected


def test_a_dark_chart_has_none_of_the_light_colours_of_text() -> None:
    dark = money.money_chart(samples.plan().budget, DARK)
    assert dark is not None
    assert [colour for colour in (LIGHT.ink, LIGHT.quiet, LIGHT.line) if colour in dark.svg] == []


@given(words=st.text(max_size=80), room=st.integers(20, 400))
def test_fitted_words_fit(words: str, room: int) -> None:
    assert width_of(fitted(words, room)) <= room


@given(words=st.text(max_size=120), lines=st.integers(1, 4))
def test_wrapped_words_keep_to_their_lines_and_their_room(words: str, lines: int) -> None:
    set_lines = wrapped(words, 120, lines)
    assert len(set_lines) <= lines
    assert max(map(width_of, set_lines), default=0) <= 120
