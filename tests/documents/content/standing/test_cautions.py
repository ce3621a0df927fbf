"""Warnings: conditions stand under their day, and no tick stands at bad news."""

from __future__ import annotations

from dataclasses import replace

from bedside.documents.blocks import Check, Checklist, Facts, Heading, Mark, Paragraph, as_line, lines_of
from bedside.documents.content.citations import Citations
from bedside.documents.content.report.full_report import report_document
from bedside.documents.content.standing.cautions import cut_point_blocks, warning_blocks
from bedside.documents.content.standing.standing import standing_document
from bedside.documents.writers.markdown_file import write_markdown
from bedside.standing.results import Caution, Condition, Day, Fires, Gate, Standing, State
from tests.documents import samples

YEARS = (
    Condition("5 or more years since graduation: 4.", State.NOT_MET, day=Day.TODAY),
    Condition("5 or more years since graduation: 5.", State.MET, day=Day.FILES_OPENED),
)
CLINIC = Condition("No current clinical work.", State.MET)


def told(caution: Caution) -> list[str]:
    """The lines of the warning that say when something is, with the states below each."""
    alone = replace(samples.standing(), lottery=caution, red_flags=())
    lines = []
    for block in warning_blocks(alone, Citations(samples.AS_OF)):
        if isinstance(block, Paragraph) and block.quiet:
            lines.append(block.text)
        elif isinstance(block, Checklist):
            lines += [f"{item.mark} {item.state}: {as_line(lines_of(item.lines)[0]).text}" for item in block.items]
        elif isinstance(block, Facts):
            lines += [f"{label}: {as_line(lines_of(cell)[0]).text}" for label, cell in block.rows]
    return lines


def caution(**changes: object) -> Caution:
    plain = replace(samples.standing().lottery, because=(), counters=(), says="", what_would_change_it="")
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_conditions_of_two_days_stand_apart() -> None:
    two = caution(today=Fires.NO, files_opened=Fires.YES, conditions=(*YEARS, CLINIC))
    assert told(two) == [
        "Today: does not apply",
        "On 22 Sep 2027: applies",
        "It applies on a day on which all conditions of that day hold:",
        "– does not hold: Today: 5 or more years since graduation: 4.",
        "● holds: On 22 Sep 2027: 5 or more years since graduation: 5.",
        "● holds: Both days: No current clinical work.",
    ]


def test_what_agrees_on_both_days_is_said_once() -> None:
    one = caution(today=Fires.YES, files_opened=Fires.YES, conditions=(CLINIC,))
    assert told(one) == [
        "Today and then: applies on both days",
        "● holds: No current clinical work.",
    ]


def test_counters_say_whether_they_are_in_the_file() -> None:
    states = (State.MET, State.NOT_MET, State.UNKNOWN)
    counted = caution(conditions=(), counters=tuple(Condition("One.", state) for state in states))
    assert told(counted)[2:] == ["✓ in your file: One.", "– not yet: One.", "? not known: One."]


def test_a_cut_point_holds_or_does_not() -> None:
    points = tuple(Condition("One.", state) for state in (State.MET, State.NOT_MET))
    (_, _, checks) = cut_point_blocks(replace(samples.standing(), cut_points=points), Citations(samples.AS_OF))
    assert isinstance(checks, Checklist)
    assert [(item.state, item.mark) for item in checks.items] == [
        ("holds", Mark.HOLDS),
        ("does not hold", Mark.NOT_NEEDED),
    ]


def gates_of(standing: Standing) -> list[list[Check]]:
    """The lists of gates, in order."""
    blocks = list(standing_document(standing).blocks)
    start = blocks.index(Heading("Gates: what has to hold before anything else", 2))
    end = blocks.index(Heading("Five risk factors, on two days", 2))
    return [list(block.items) for block in blocks[start:end] if isinstance(block, Checklist)]


def test_gates_that_need_attention_come_first_and_the_rest_is_one_compact_list() -> None:
    states = (State.NOT_NEEDED, State.MET, State.INFORMATION, State.UNKNOWN, State.NOT_MET)
    gates = tuple(Gate(state.name, "Gate", None, state, "Says.", "Change.", ()) for state in states)
    attention, settled = gates_of(replace(samples.standing(), gates=gates))
    assert [item.state for item in attention] == ["not met", "unknown", "information"]
    assert [(item.state, len(lines_of(item.lines))) for item in settled] == [("met", 1), ("not needed", 1)]


def test_the_calendar_audit_says_booked_and_not_met_is_said_of_gates_alone() -> None:
    text = write_markdown(report_document(samples.dossier(), samples.standing(), samples.plan()))
    audit = text.split("## Calendar audit")[1].split("\n## ")[0]
    assert [audit.count(words) for words in ("**booked**", "**not yet**", "**not needed**", "**no**")] == [1, 2, 1, 1]
