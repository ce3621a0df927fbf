"""The timeline of a telephone shows every task within its width, and says the same as the wide one."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from bedside.documents.charts.over_time.timeline import timeline_charts
from bedside.documents.charts.svg import PHONE, width_of
from bedside.documents.tokens import LIGHT
from bedside.plan.results import TaskState
from tests.documents import sample_plan as samples
from tests.documents.sample_evidence import AS_OF, season

TASKS = samples.crowded_plan().roadmap.tasks
CHARTS = timeline_charts(TASKS, season(), AS_OF, LIGHT, for_phones=True)


def words_of(svg: str) -> list[tuple[float, str, float, str]]:
    """Each text of a picture: where it stands, its anchor, its size and its words."""
    root = ElementTree.fromstring(svg)
    found = [one for one in root.iter() if one.tag.endswith("text")]
    return [
        (float(one.attrib["x"]), one.attrib["text-anchor"], float(one.attrib["font-size"]), one.text or "")
        for one in found
    ]


def test_no_word_leaves_the_picture() -> None:
    for chart in CHARTS:
        for x, anchor, size, words in words_of(chart.narrow):
            left = x - width_of(words, size) if anchor == "end" else x
            assert left >= 0, words
            assert left + width_of(words, size) <= PHONE + 4, words


def test_every_task_that_is_open_has_its_number_in_one_of_the_pictures() -> None:
    said = " ".join(words for chart in CHARTS for *_, words in words_of(chart.narrow))
    open_ones = [number for number, task in enumerate(TASKS, start=1) if task.state is not TaskState.DONE]
    assert [number for number in open_ones if not re.search(rf"(?:^| ){number} +\S", said)] == []


def test_it_has_the_title_and_the_words_of_the_wide_picture_and_is_drawn_only_where_it_is_asked_for() -> None:
    for chart in CHARTS:
        read = [re.findall(r"<title>.*</desc>", svg) for svg in (chart.svg, chart.narrow)]
        assert read[0] == read[1]
    assert {chart.narrow for chart in timeline_charts(TASKS, season(), AS_OF)} == {""}
