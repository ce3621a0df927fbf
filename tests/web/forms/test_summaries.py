"""What stands in a chapter and in an entry is said in one line of words."""

from __future__ import annotations

from bedside.web.forms.chapters import CHAPTERS
from bedside.web.forms.summaries import chapter_in_words, entry_in_words, in_order_of_time
from tests.web.kept import example

CONTENT = example("h1b-quality-analyst")


def test_every_chapter_says_what_is_in_it() -> None:
    assert {chapter.slug: chapter_in_words(chapter, CONTENT) for chapter in CHAPTERS} == {
        "you": "Nguyễn Thị Minh Châu; Sông Hương University of Medicine, Vietnam; graduated 15 July 2017",
        "status": "H-1B, until 30 September 2028",
        "exams": "4 attempts at exams; Step 3 not taken yet; certificate issued, it expires 31 December 2027; "
        "1 licence",
        "timeline": "5 entries since school; 1 explained stretch; 2 strengths",
        "bookings": "1 thing booked",
        "places": "6 places; 8 messages and calls",
        "letters": "2 letters",
        "seasons": "2 seasons",
        "programs": "Nothing here yet",
        "target": "Internal Medicine and Family Medicine; the 2028 Match; 80 programs",
        "time-and-money": "10 hours a week; 12 days of paid leave a year; $6,000 at hand; 1 stretch that is taken",
        "self-audit": "5 areas marked",
        "readings": "Bedside's own everywhere",
    }


def test_an_empty_chapter_says_so() -> None:
    empty = {"schema_version": 1}
    said = {chapter.slug: chapter_in_words(chapter, empty) for chapter in CHAPTERS if chapter.slug != "readings"}
    assert set(said.values()) == {"Nothing here yet"}


def test_an_entry_has_a_title_and_its_kind_and_dates() -> None:
    lists = ("experiences", "bookings", "exams", "licences", "explanations", "letters", "cycles")
    assert {name: entry_in_words((name, 0), CONTENT[name][0]) for name in lists} == {
        "experiences": (
            "House officer",
            "Clinical practice · Quảng Phước Provincial Hospital · 1 September 2017 to 28 February 2019",
        ),
        "bookings": ("Internal medicine observership", "Rotation · 7 June 2027 to 18 June 2027 · not confirmed yet"),
        "exams": ("Step 1", "Passed · 19 June 2018"),
        "licences": ("Vietnam", "20 February 2019 to present"),
        "explanations": (
            "1 March 2019 to 31 October 2019",
            "I left the ward to prepare for Step 2 CK and to look after my father after his stroke.",
        ),
        "letters": ("Dr. Rosa Delgado", "US attending · uploaded 30 August 2024"),
        "cycles": ("The 2025 Match", "Unmatched · 120 applications · 1 interview"),
    }


def test_entries_stand_in_the_order_of_time_and_keep_their_numbers() -> None:
    entries = [{"from": "2024-01"}, {"title": "no date"}, {"from": 2018}, {"date": "2020-05-01"}]
    assert [number for number, _ in in_order_of_time(entries)] == [2, 3, 0, 1]
